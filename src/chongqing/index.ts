/**
 * 重庆“民政惠民济困保”（渝民〔2020〕238号）：参保、五项保障、保费、承保公司、清算与时限。
 * Chongqing civil-affairs insurance for people in hardship (渝民〔2020〕238号): enrolment, five covers, premium, insurers, settlement and deadlines.
 *
 * In force 2020-11-01 to 2021-12-31, in two periods. Read `policy` beside the notice: every number stands there with its clause;
 * `norms` says what became of each of its sentences, `unspecified` what it leaves open.
 *
 * @packageDocumentation
 */
export * from "./rules.js";
export { categories, diseases, earlierGrants, exams, levels, periods, type ChongqingPolicy } from "./policy.js";
export { norms, reasons, unspecified } from "./norms.js";
export { insurers, type Area, type Insurer } from "./annex.js";
export type { Period, PeriodInput } from "./periods.js";
export type {
  AddedByInsurer,
  CountedPlan,
  EnrolmentInput,
  EnrolPersonInput,
  EnrolmentPlan,
  ExplainedPlan,
  Leaver,
  NotAdded,
  NotAddedCounts,
  PersonEnrolment,
  PlanEnrolment,
  PlanEnrolmentInput,
  RosterPersonInput,
} from "./enrolment.js";
export type {
  AccidentFacts,
  ChongqingFacts,
  EducationGrantFacts,
  IllnessDeathFacts,
  MajorIllnessFacts,
  StudentCriticalIllnessFacts,
} from "./eligibility.js";
export type { InsurerFound, InsurerInput } from "./insurer.js";
export type { ChongqingSettlement, SettledInsurer, SettledInsurerInput, SettleInput } from "./settlement.js";
export type {
  AccidentClaim,
  ChongqingAssessment,
  ChongqingClaim,
  EducationGrantClaim,
  IllnessDeathClaim,
  MajorIllnessClaim,
  StudentCriticalIllnessClaim,
} from "./claim.js";
export type {
  AccidentRow,
  ChongqingLedger,
  ChongqingRow,
  EducationGrantRow,
  IllnessDeathRow,
  MajorIllnessRow,
  PersonInput,
  StudentCriticalIllnessRow,
} from "./ledger.js";
export type { PremiumInput } from "./premium.js";
export type { AccidentInput, EducationGrantInput, MajorIllnessInput } from "./benefits.js";
export type { ClaimDeadlinesInput } from "../core/insurance-law.js";
