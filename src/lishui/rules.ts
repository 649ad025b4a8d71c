export { policy } from "./policy.js";
export { checkEligibility, checkSubsidy } from "./eligibility.js";
export { contractTerms } from "./contract.js";
export { loanLossShares, supplementaryMedicalBenefit } from "./benefits.js";
export { premiumSubsidy, subsidyBudget } from "./premium.js";
export { settle } from "./settlement.js";
export { administratorFor, underwriterFor } from "./bodies.js";
export { claimDeadlines, verificationDue } from "./deadlines.js";
export { assessClaim } from "./claim.js";
