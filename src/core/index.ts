/**
 * 各项目共用的值与函数：金额与比例、分段、日期与工作日、期间、政策与修订、结果与文字说明。
 * The values and functions that every programme shares: money and rates, tiers, days and working days, periods, policies and
 * their amendment, the result shapes, and results in words.
 *
 * @packageDocumentation
 */
export type { Locale, Text } from "./text.js";
export { PolicyInputError, type ErrorCode, type Issue, type IssueCode, type Path } from "./errors.js";
export { fen, Money, percent, Rate, rate, signedYuan, sumOf, yuan, type MoneyInput, type RateInput } from "./money.js";
export { slices, tiers, type Slice, type Tier, type TierInput } from "./tiers.js";
export { addDays, addMonths, addYears, ageOn, daysBetween, isDay, isMonth, type Day, type Month } from "./day.js";
export { chinaHolidayNotices, type HolidayNotice } from "./holidays.js";
export {
  addWorkingDays,
  chinaWorkCalendar,
  createWorkCalendar,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  type WorkCalendar,
} from "./work-calendar.js";
export { periodEnd, type Deadline, type Deadlines, type PeriodUnit } from "./period.js";
export type {
  Amended,
  AnyPolicy,
  Choices,
  Clause,
  ClauseStatus,
  Norm,
  Policy,
  PolicyDocument,
  Provision,
  Reading,
  Readings,
  Terms,
  Unspecified,
} from "./policy.js";
export { amend, type Amendment, type ValueInput } from "./amend.js";
export type { Fact, Flat, InputOf, OutputOf } from "./fields.js";
export type { Field, Fields, InputSchema, Kind, Presence, Shape, Vocabulary } from "./input.js";
export { describe, type FormField } from "./describe.js";
export type { Check, Eligibility } from "./eligibility.js";
export { recompute, type Operation, type OperandsOf, type OperationName, type Step } from "./operations.js";
export type { Benefit, Line, Part, Parts } from "./statement.js";
export type { Settlement } from "./settlement.js";
export type {
  Assessment,
  AssessmentRule,
  Case,
  Claim,
  ClaimOf,
  Conclusion,
  Cover,
  EligibilityRule,
  FactsOf,
} from "./claim.js";
export type { Account, Entry, Ledger, RowOf, Use } from "./ledger.js";
export {
  combinedDisabilityGrade,
  disabilityRate,
  tenGradeScale,
  type DisabilityGrade,
  type DisabilityScale,
} from "./disability.js";
export { insuranceLawTerms, type ClaimAction, type ClaimDates, type ClaimDeadlinesInput } from "./insurance-law.js";
export { insuranceLawNorms } from "./insurance-law-norms.js";
export { insuranceLawDeadlines } from "./insurance-law-rule.js";
export { agreementFrom, type AgreementInput } from "./agreement.js";
export { receiptOf, verify, type Receipt, type Verdict } from "./receipt.js";
export type { Agreement, Options } from "./options.js";
export {
  isRule,
  revive,
  type AnyRule,
  type CoverFields,
  type CoverInput,
  type CoverOutput,
  type Outcome,
  type Parsed,
  type Rule,
} from "./rule.js";
export type { Based, Basis, HasBasis, Between } from "./results.js";
export type { Json, ResultShape } from "./wire.js";
export { compareReadings, type ComparedReading } from "./readings.js";
export {
  merge,
  summarise,
  type Dimension,
  type ImpactSummary,
  type ImpactSums,
  type Labels,
  type Summary,
  type SummaryItem,
  type Sums,
} from "./summary.js";
export { compareDecisions, summariseImpacts, type Change, type Impact, type ImpactItem } from "./impact.js";
export { displayWidth } from "./explain/tables.js";
export { formulaOf } from "./explain/lines.js";
export { explain, type Explainable, type ExplainOptions } from "./explain/index.js";
