export { policy } from "./policy.js";
export { checkEligibility } from "./eligibility.js";
export {
  goodSamaritanBenefit,
  hardshipIllnessBenefit,
  massAccidentBenefit,
  minorDrowningBenefit,
  naturalDisasterBenefit,
  rescuerBenefit,
  trafficAccidentBenefit,
} from "./benefits.js";
export { claimDeadlines } from "./deadlines.js";
export { premium, premiumByCounty } from "./premium.js";
export { settle, settleCounties } from "./settlement.js";
export { checkTargets } from "./targets.js";
export { assessClaim } from "./claim.js";
export { assessEvent } from "./event.js";
export { assessPerson } from "./ledger.js";
