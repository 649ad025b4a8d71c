/**
 * 重庆“民政惠民济困保” (渝民〔2020〕238号): enrolment, five covers, premium, insurers, settlement and deadlines.
 *
 * In force 2020-11-01 to 2021-12-31, in two periods. Read `policy` beside the notice: every number stands there with its clause.
 *
 * @packageDocumentation
 */
export {
  categories,
  diseases,
  exams,
  insurers,
  levels,
  policy,
  type Area,
  type ChongqingPolicy,
  type Insurer,
} from "./policy.js";
export { checkEligibility, checkEnrolment, periodOf, type Period } from "./eligibility.js";
export {
  accidentBenefit,
  educationGrant,
  illnessDeathBenefit,
  majorIllnessBenefit,
  studentCriticalIllnessBenefit,
} from "./benefits.js";
export { planEnrolment, premium, type EnrolmentPlan, type NotAdded } from "./premium.js";
export { insurerFor, type InsurerFound } from "./insurer.js";
export { settle, type ChongqingSettlement } from "./settlement.js";
export { claimDeadlines } from "./deadlines.js";
export { assessClaim } from "./claim.js";
