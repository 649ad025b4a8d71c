/**
 * 丽水商业保险助推扶贫（丽政办发〔2017〕51号）：低收入农户的六个险种，保费补助、保险责任、损失分担，以及留给合同的事项。
 * Lishui commercial insurance for low-income rural households (丽政办发〔2017〕51号): six covers; who gets the premium subsidy, which
 * losses are covered, how losses are shared, and what is left to the contract.
 *
 * In force from 2017-06-15. Read `policy` beside the opinion: every number stands there with its clause; `norms` says what became of
 * each of its sentences, `unspecified` what it leaves open. The opinion leaves tiers and corridors to contracts: give them once to
 * `contractTerms`.
 *
 * @packageDocumentation
 */
export * from "./rules.js";
export { activities, categories, harms, perils, settings, type CoverName, type LishuiPolicy } from "./policy.js";
export { norms, reasons, unspecified } from "./norms.js";
export {
  administrators,
  loanProjectUnderwriters,
  underwriters,
  type Administration,
  type Underwriting,
} from "./annex.js";
export type { TierInput } from "../core/tiers.js";
export type {
  BenefitTermsInput,
  ContractTerms,
  ContractTermsInput,
  CorridorTerms,
  SettlementTermsInput,
} from "./contract.js";
export type { LoanLossShares, LoanLossSharesInput, SupplementaryMedicalInput } from "./benefits.js";
export type {
  AgricultureFacts,
  AgricultureSubsidyFacts,
  FarmhouseFacts,
  LishuiFacts,
  LishuiSubsidyFacts,
  LoanGuaranteeFacts,
  LoanGuaranteeSubsidyFacts,
  LoanProjectFacts,
  LoanProjectSubsidyFacts,
  ProtectionSubsidyFacts,
  RuralMicroFacts,
  SupplementaryMedicalFacts,
} from "./eligibility.js";
export type { AdministratorFound, AdministratorInput, UnderwriterFound, UnderwriterInput } from "./bodies.js";
export type {
  AgricultureClaim,
  FarmhouseClaim,
  LishuiAssessment,
  LishuiClaim,
  LoanGuaranteeClaim,
  LoanProjectClaim,
  RuralMicroClaim,
  SupplementaryMedicalClaim,
} from "./claim.js";
export type { VerificationDue, VerificationDueInput } from "./deadlines.js";
export type {
  BodyBudget,
  CoverBudget,
  PremiumSubsidyInput,
  SubsidyBudget,
  SubsidyBudgetInput,
  SubsidyBudgetRowInput,
} from "./premium.js";
export type { SettleInput } from "./settlement.js";
export type { ClaimDeadlinesInput } from "../core/insurance-law.js";
export type {
  AgricultureRow,
  FarmhouseRow,
  LishuiLedger,
  LishuiRow,
  LoanGuaranteeRow,
  LoanProjectRow,
  PersonInput,
  RuralMicroRow,
  SupplementaryMedicalRow,
} from "./ledger.js";
