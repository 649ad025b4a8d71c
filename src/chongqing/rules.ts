export { policy } from "./policy.js";
export { periodOf } from "./periods.js";
export { checkEnrolment, enrolPerson, planEnrolment } from "./enrolment.js";
export { checkEligibility } from "./eligibility.js";
export {
  accidentBenefit,
  educationGrant,
  illnessDeathBenefit,
  majorIllnessBenefit,
  studentCriticalIllnessBenefit,
} from "./benefits.js";
export { premium } from "./premium.js";
export { insurerFor } from "./insurer.js";
export { settle } from "./settlement.js";
export { claimDeadlines } from "./deadlines.js";
export { assessClaim } from "./claim.js";
export { assessPerson } from "./ledger.js";
