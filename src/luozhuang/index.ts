/**
 * 罗庄区扶贫特惠保险（罗扶办发〔2020〕6号）：医疗商业补充保险及各方支付次序、意外伤害保险、保费、各险种调剂与时限。
 * 罗庄区扶贫特惠保险 (罗扶办发〔2020〕6号): the medical supplement with its order of payers, the accident cover, premium, settlement by line
 * and deadlines.
 *
 * In force 2020-01-01 to 2020-12-31. Read `policy` beside the plan: every number stands there with its clause; `norms` says what
 * became of each of its sentences, `unspecified` what it leaves open.
 *
 * @packageDocumentation
 */
export * from "./rules.js";
export {
  deficits,
  insuranceLines,
  payers,
  places,
  referrals,
  settings,
  specialDiseases,
  statuses,
  surpluses,
  transferChoices,
  type LuozhuangPolicy,
} from "./policy.js";
export { norms, reasons, unspecified } from "./norms.js";
export { designatedInstitutions, isDesignated } from "./annex.js";
export type { AccidentFacts, LuozhuangFacts, MedicalSupplementFacts } from "./eligibility.js";
export type { MedicalSupplementBenefit, MedicalSupplementInput, Waterfall } from "./medical.js";
export type { AccidentInput } from "./benefits.js";
export type { PremiumDue, PremiumDueInput, PremiumInput } from "./premium.js";
export type { InsuranceLineInput, LineResult, LuozhuangSettlement, SettleInput, Transfer } from "./settlement.js";
export type { AccidentClaim, LuozhuangAssessment, LuozhuangClaim, MedicalSupplementClaim } from "./claim.js";
export type { InstitutionReimbursementInput } from "./deadlines.js";
export type { ClaimDeadlinesInput } from "../core/insurance-law.js";
export type { AccidentRow, LuozhuangLedger, LuozhuangRow, MedicalSupplementRow, PersonInput } from "./ledger.js";
