/**
 * The values and functions that every programme shares: money and rates, tiers, days and working days, periods, policies and
 * their amendment, the result shapes, and results in words.
 *
 * @packageDocumentation
 */
export type { Locale, Text } from "./text.js";
export { PolicyInputError, type ErrorCode, type Issue, type IssueCode } from "./errors.js";
export { fen, Money, percent, Rate, rate, yuan, type MoneyInput, type RateInput } from "./money.js";
export { slices, tiers, type Slice, type Tier } from "./tiers.js";
export { addDays, addMonths, addYears, ageOn, daysBetween, isDay, isMonth, type Day, type Month } from "./day.js";
export { chinaHolidayNotices } from "./holidays.js";
export {
  addWorkingDays,
  chinaWorkCalendar,
  createWorkCalendar,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  type HolidayNotice,
  type WorkCalendar,
} from "./work-calendar.js";
export { periodEnd, type Deadline, type Deadlines, type PeriodUnit } from "./period.js";
export {
  amend,
  type Amendment,
  type AnyPolicy,
  type Choices,
  type Clause,
  type ClauseEntry,
  type ClauseStatus,
  type Policy,
  type PolicyDocument,
  type Provision,
  type Reading,
  type Readings,
  type Terms,
  type Unspecified,
} from "./policy.js";
export {
  fieldText,
  fieldVocabulary,
  type Fact,
  type Fields,
  type InputOf,
  type OutputOf,
  type Vocabulary,
} from "./fields.js";
export type { Check, Eligibility } from "./eligibility.js";
export type { Benefit, Line, Operation } from "./statement.js";
export type { Settlement } from "./settlement.js";
export type { Assessment, AssessmentRule, ClaimFields, Cover, EligibilityRule, FactsOf } from "./claim.js";
export {
  combinedDisabilityGrade,
  disabilityRate,
  tenGradeScale,
  type DisabilityGrade,
  type DisabilityScale,
} from "./disability.js";
export { insuranceLawDeadlines, insuranceLawTerms, type ClaimDates } from "./insurance-law.js";
export {
  compareReadings,
  isRule,
  type AnyRule,
  type BaseRule,
  type ComparedReading,
  type CoverFields,
  type CoverInput,
  type CoverOutput,
  type CoverRule,
  type Options,
  type Outcome,
  type Rule,
} from "./rule.js";
export { displayWidth, explain, formulaOf, type Explainable, type ExplainOptions } from "./explain.js";
