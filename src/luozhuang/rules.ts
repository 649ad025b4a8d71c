export { policy } from "./policy.js";
export { checkEligibility } from "./eligibility.js";
export { medicalSupplementBenefit } from "./medical.js";
export { accidentBenefit } from "./benefits.js";
export { premium, premiumDue } from "./premium.js";
export { settle } from "./settlement.js";
export { claimDeadlines, institutionReimbursementDeadline } from "./deadlines.js";
export { assessClaim } from "./claim.js";
export { assessPerson } from "./ledger.js";
