/**
 * 罗庄区扶贫特惠保险 (罗扶办发〔2020〕6号): the medical supplement with its order of payers, the accident cover, premium, settlement by line
 * and deadlines.
 *
 * In force 2020-01-01 to 2020-12-31. Read `policy` beside the plan: every number stands there with its clause.
 *
 * @packageDocumentation
 */
export {
  designatedInstitutions,
  insuranceLines,
  places,
  policy,
  referrals,
  settings,
  specialDiseases,
  statuses,
  type LuozhuangPolicy,
} from "./policy.js";
export { isDesignated } from "./institutions.js";
export { checkEligibility } from "./eligibility.js";
export {
  accidentBenefit,
  medicalSupplementBenefit,
  type MedicalSupplementBenefit,
  type Waterfall,
} from "./benefits.js";
export { premium, premiumDue, type PremiumDue } from "./premium.js";
export { settle, type LineResult, type LuozhuangSettlement, type Transfer } from "./settlement.js";
export { claimDeadlines, institutionReimbursementDeadline } from "./deadlines.js";
export { assessClaim } from "./claim.js";
