/**
 * 驻马店“一元民生”救助保险 (驻政办〔2019〕66号): seven covers and a catch-all, deadlines, premium, settlement and published targets.
 *
 * In force for one contract year from the signature of 2019. Read `policy` beside the plan: every number stands there with its clause.
 *
 * @packageDocumentation
 */
export { divisions, groups, injuries, perils, policy, type ZhumadianPolicy } from "./policy.js";
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
export { premium, premiumByCounty, type PremiumByCounty } from "./premium.js";
export {
  settle,
  settleCounties,
  type CountySettlement,
  type CountySettlements,
  type ZhumadianSettlement,
} from "./settlement.js";
export { checkTargets, type Target } from "./targets.js";
export { assessClaim, assessEvent, type EventAssessment } from "./claim.js";
