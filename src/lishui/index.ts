/**
 * 丽水商业保险助推扶贫 (丽政办发〔2017〕51号): six covers for low-income rural households; who gets the premium subsidy, which losses
 * are covered, how losses are shared, and what is left to the contract.
 *
 * In force from 2017-06-15. Read `policy` beside the opinion: every number stands there with its clause. The opinion leaves tiers and
 * corridors to contracts: give them once to `contractTerms`.
 *
 * @packageDocumentation
 */
export { activities, categories, perils, policy, settings, type CoverName, type LishuiPolicy } from "./policy.js";
export { checkEligibility, checkSubsidy } from "./eligibility.js";
export { contractTerms, type ContractTerms, type CorridorTerms, type TierInput } from "./contract.js";
export { loanLossShares, supplementaryMedicalBenefit, type LoanLossShares } from "./benefits.js";
export { premiumSubsidy } from "./premium.js";
export { settle } from "./settlement.js";
export { administratorFor, underwriterFor } from "./bodies.js";
export { claimDeadlines, verificationDue } from "./deadlines.js";
export { assessClaim } from "./claim.js";
