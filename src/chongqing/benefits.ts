import { checkGrade, checkPaidDisability, disabilityGrade } from "../core/disability.js";
import { withNumbers } from "../core/eligibility.js";
import { flag, money, oneOf, optional, orZero, rateUpToOne, type InputOf } from "../core/fields.js";
import { harm } from "../core/harm.js";
import type { Money } from "../core/money.js";
import type { Provision } from "../core/policy.js";
import { requireClaimed, type Report } from "../core/report.js";
import { benefit } from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import type { Benefit, Statement } from "../core/statement.js";
import { monthsIn, type Period } from "./periods.js";
import { accidentDisabilityLimit, levels, monthsOfYear, periods, type ChongqingPolicy } from "./policy.js";
import { rule } from "./programme.js";

// 二 The second period -------------------------------------------------------------------------------------------------

/** The period of the event, which decides on the reading `shortPeriodLimits`. */
const period = optional(oneOf(periods, "事件所属保障期间", "Period of the event"));

type ShortPeriod = Context<ChongqingPolicy, "shortPeriodLimits" | "yearOfAccumulation">;

/** 二: a limit or deductible in the period of the event; in the second it may shrink by the months of a year. */
export function inPeriod(
  term: Provision<Money>,
  of: Period["period"] | undefined,
  { terms, reading }: ShortPeriod,
  sheet: Statement,
): Provision<Money> {
  if (of !== "second" || reading("shortPeriodLimits") === "full") return term;
  const months = monthsIn(terms.second);
  const value = sheet.write({
    operation: "part",
    operands: [term.value, months, monthsOfYear],
    from: [term, terms.second.from, terms.second.to],
    label: {
      zh: `${term.label.zh}，按一年中的${months}个月折算`,
      en: `${term.label.en}, for ${months} months of a year`,
    },
  });
  return { ...withNumbers(term, "", "", terms.second.from, terms.second.to), value };
}

/** Reports limits that shrink by the period beside a year that is the calendar's. */
function checkShortPeriod(of: Period["period"] | undefined, report: Report, { reading }: ShortPeriod): void {
  if (of !== "second" || reading("shortPeriodLimits") === "full") return;
  if (reading("yearOfAccumulation") === "calendarYear") {
    report(
      ["period"],
      "CONFLICT",
      "全年累计按自然年度的，限额和起付标准不能按保障期间折算",
      "limits and deductible of a calendar year cannot shrink by the period",
    );
  }
}

// 三(一) Accident ------------------------------------------------------------------------------------------------------

export const accidentFields = {
  /** Whether the insured died of the accident. */
  death: optional(flag("是否因意外身故", "Whether the insured died of the accident")),
  /** Grade of disability, 1 (heaviest) to 10, by 中保协发〔2013〕88号. */
  disabilityGrade,
  /** Share of the sum insured by a contract's own scale, 0 to 1; in place of the grade. */
  disabilityRate: optional(rateUpToOne("伤残给付比例", "Share for the disability")),
  /** 自付: what the patient paid of costs within the basic insurance's catalogue (yuan). */
  medicalSelfPaid: optional(money("医保目录内自付费用", "The patient's share of in-catalogue costs")),
  /** What this cover paid for other bills within the span of the limit (reading `accidentLimits`); it uses up the limit (yuan). */
  medicalPaidBefore: orZero(money("此前已赔付的意外医疗", "Medical care paid before")),
  /** What this cover paid for disability from other accidents within the span of the limit; it uses up the limit (yuan). */
  disabilityPaidBefore: orZero(money("其他意外已赔付的伤残", "Disability from other accidents paid before")),
  /** What this cover paid for the disability from this accident; comes off, as after a new grade or beside a death (yuan). */
  disabilityPaidToDate: orZero(money("本次意外已赔付的伤残", "Disability from this accident paid to date")),
  /** What other sources paid of the medical care; comes off before the limit (yuan). */
  otherPaid: orZero(money("医保目录内自付费用中其他来源已补偿", "What other sources paid of the in-catalogue costs")),
  period,
};

/** 小额意外的输入。What an accident did to the insured. */
export interface AccidentInput extends InputOf<typeof accidentFields> {}

const otherPaidLabel = { zh: "扣除其他来源已补偿后", en: "After what other sources paid" };

/**
 * 小额意外的补偿（三(一)），元：身故、伤残、医疗自付部分。
 * What an accident gives (三(一)), in yuan: 2 000 on death; 30 000 by the degree of disability; the patient's in-catalogue share
 * (自付) of medical care in full, at most 5 000. What is left out is not claimed.
 *
 * @param input - `disabilityGrade` (1 to 10, by the ten-grade scale) or `disabilityRate` (by a contract's own scale), not both;
 * `period` only where the reading `shortPeriodLimits` is to shrink the limits of the second period.
 * @returns A Benefit. Every `…PaidBefore` uses up its limit; which bills and accidents share one is for the caller (reading
 * `accidentLimits`).
 * @throws PolicyInputError when nothing is claimed, and for a bad amount, grade or rate, grade and rate together, or neither beside a
 * death and what was paid for the disability.
 * @example
 * ```ts
 * accidentBenefit({ disabilityGrade: 7, medicalSelfPaid: "6200.50" }).amount.toString(); // "17000.00"
 *
 * // A new grade after 12 000 was paid for grade 7: 60 % of 30 000 less 12 000.
 * accidentBenefit({ disabilityGrade: 5, disabilityPaidToDate: "12000" }).amount.toString(); // "6000.00"
 * ```
 * @function
 */
export const accidentBenefit: Rule<AccidentInput, Benefit, ChongqingPolicy> = rule({
  id: "accidentBenefit",
  title: { zh: "小额意外", en: "Accident" },
  clause: "三(一)",
  result: benefit,
  readings: ["deathAfterDisability", "disabilityScale", "shortPeriodLimits", "yearOfAccumulation"],
  input: accidentFields,
  check(input, report, context) {
    const { disabilityGrade: grade, disabilityRate: rate, medicalSelfPaid, otherPaid } = input;
    requireClaimed(input, ["death", "disabilityGrade", "disabilityRate", "medicalSelfPaid"], report);
    if (grade !== undefined && rate !== undefined) {
      report(["disabilityRate"], "CONFLICT", "与“伤残等级”只能填一项", "give either this or the grade of disability");
    } else if (grade !== undefined && context.reading("disabilityScale") === "contractRate") {
      report(
        ["disabilityRate"],
        "MISSING",
        "只按合同约定的比例给付，须填写",
        "needed: the contract alone sets the share",
      );
    }
    checkGrade(grade, context.terms.accident.disabilityScale, report);
    checkPaidDisability(input, grade !== undefined || rate !== undefined, report);
    if (medicalSelfPaid === undefined && otherPaid?.isZero() === false) {
      report(
        ["medicalSelfPaid"],
        "MISSING",
        "填了其他来源已补偿的费用，就须填写",
        "needed beside what other sources paid of it",
      );
    }
    checkShortPeriod(input.period, report, context);
  },
  evaluate(input, context) {
    const { disabilityGrade: grade, disabilityRate: rate, medicalSelfPaid, otherPaid } = input;
    const { accident } = context.terms;
    const sheet = context.statement();
    const ofPeriod = (term: Provision<Money>) => inPeriod(term, input.period, context, sheet);

    const disabled = grade !== undefined || rate !== undefined;
    const insured = disabled ? ofPeriod(accident.disability) : accident.disability;
    const disability =
      grade !== undefined
        ? sheet.disability(insured, grade, accident.disabilityScale)
        : rate !== undefined
          ? sheet.scale(insured, rate)
          : null;
    const death = input.death ? sheet.pay(accident.death) : null;
    const { disabilityPaidBefore: paidBefore, disabilityPaidToDate: paidToDate } = input;
    const limit = { ...insured, label: accidentDisabilityLimit };
    const { due, parts } = harm(sheet, { disability, death, limit, paidBefore, paidToDate }, () =>
      context.reading("deathAfterDisability"),
    );

    if (medicalSelfPaid === undefined) return sheet.benefit(due, parts);
    const borne = otherPaid.isZero()
      ? medicalSelfPaid
      : sheet.write({
          operation: "deduct",
          operands: [medicalSelfPaid, otherPaid],
          from: [sheet.own(otherPaidLabel)],
        });
    const covered = sheet.share(borne, accident.medicalShare);
    const medical = sheet.cap(covered, ofPeriod(accident.medicalLimit), input.medicalPaidBefore);
    return sheet.benefit([...due, medical], { ...parts, medical });
  },
});

// 三(二) Major illness -------------------------------------------------------------------------------------------------

const majorIllnessFields = {
  /** 医保目录外自费费用: the year's running total, this claim included, without costs from before the enrolment (yuan). */
  outOfCatalogueToDate: money("医保目录外自费费用全年累计", "The year's out-of-catalogue costs, this claim included"),
  /** What this cover has already paid of it (yuan). */
  paidToDate: orZero(money("其中已赔付", "What was already paid of it")),
  period,
};

/** 大病补充的输入。What the major-illness supplement is computed from. */
export interface MajorIllnessInput extends InputOf<typeof majorIllnessFields> {}

/**
 * 大病补充（三(二)），元：全年目录外自费扣除起付标准后分段补偿。
 * What is paid on the year's out-of-catalogue hospital costs (三(二)), in yuan: less 3 000, then 25 % up to 10 000, 30 % up to 50 000
 * and 35 % above, at most 150 000 a person and year, less what was paid already.
 *
 * @param input - Running totals of the year, this claim included. The year is the period of protection, or the calendar year under
 * the reading `yearOfAccumulation`: it decides what the caller adds up. Costs from before the enrolment do not count. `period` only
 * where the reading `shortPeriodLimits` is to shrink limit and deductible in the second period.
 * @returns A Benefit: what is due now.
 * @throws PolicyInputError for a bad amount, and for `shortPeriodLimits: proRata` beside `yearOfAccumulation: calendarYear`.
 * @example
 * ```ts
 * majorIllnessBenefit({ outOfCatalogueToDate: "58000" }).amount.toString(); // "16250.00"
 *
 * const second = { outOfCatalogueToDate: "58000", period: "second" } as const;
 * majorIllnessBenefit(second).amount.toString(); // "16250.00"
 *
 * // Less 500, then 2 500 + 12 000 + 35 % of 7 500.
 * majorIllnessBenefit(second, { readings: { shortPeriodLimits: "proRata" } }).amount.toString(); // "17125.00"
 * ```
 * @function
 */
export const majorIllnessBenefit: Rule<MajorIllnessInput, Benefit, ChongqingPolicy> = rule({
  id: "majorIllnessBenefit",
  title: { zh: "大病补充", en: "Major-illness supplement" },
  clause: "三(二)",
  result: benefit,
  readings: ["shortPeriodLimits", "yearOfAccumulation"],
  input: majorIllnessFields,
  check: (input, report, context) => checkShortPeriod(input.period, report, context),
  evaluate({ outOfCatalogueToDate, paidToDate, period: of }, context) {
    const { majorIllness } = context.terms;
    const sheet = context.statement();
    const base = sheet.deduct(outOfCatalogueToDate, inPeriod(majorIllness.deductible, of, context, sheet));
    const entitled = sheet.tiers(base, majorIllness.tiers);
    const capped = sheet.cap(entitled, inPeriod(majorIllness.annualLimit, of, context, sheet));
    return sheet.benefit([capped], { medical: capped }, paidToDate);
  },
});

/**
 * 疾病身故补偿金（三(三)），元。
 * What death by illness gives (三(三)): 2 000 yuan.
 *
 * @param input - Nothing: `{}`.
 * @returns A Benefit.
 * @throws PolicyInputError for any field.
 * @example
 * ```ts
 * illnessDeathBenefit({}).amount.toString(); // "2000.00"
 * ```
 * @function
 */
export const illnessDeathBenefit = rule({
  id: "illnessDeathBenefit",
  title: { zh: "疾病身故", en: "Death by illness" },
  clause: "三(三)",
  result: benefit,
  input: {},
  evaluate(_, { terms, statement }) {
    const sheet = statement();
    const death = sheet.pay(terms.illnessDeath.death);
    return sheet.benefit([death], { death });
  },
});

/**
 * 学生重大疾病一次性补偿（三(四)），元。
 * What a student's first diagnosis of a listed disease gives (三(四)): 10 000 yuan, once.
 *
 * @param input - Nothing: `{}`.
 * @returns A Benefit.
 * @throws PolicyInputError for any field.
 * @example
 * ```ts
 * studentCriticalIllnessBenefit({}).amount.toString(); // "10000.00"
 * ```
 * @function
 */
export const studentCriticalIllnessBenefit = rule({
  id: "studentCriticalIllnessBenefit",
  title: { zh: "学生重大疾病", en: "Student critical illness" },
  clause: "三(四)",
  result: benefit,
  input: {},
  evaluate(_, { terms, statement }) {
    const sheet = statement();
    const illness = sheet.pay(terms.studentCriticalIllness.amount);
    return sheet.benefit([illness], { illness });
  },
});

export const educationGrantFields = {
  /** The level to which the student was admitted. */
  level: oneOf(levels, "录取层次", "Level of admission"),
};

/** 困难人群升学补助金的输入。What the education grant depends on. */
export interface EducationGrantInput extends InputOf<typeof educationGrantFields> {}

/**
 * 困难人群升学补助金（三(五)），元，一次性。
 * What admission to full-time higher education gives (三(五)), once: 2 000 yuan for junior college, 3 000 for a bachelor's, 5 000 for a
 * postgraduate course.
 *
 * @param input - The level to which the student was admitted.
 * @returns A Benefit.
 * @throws PolicyInputError for another level.
 * @example
 * ```ts
 * educationGrant({ level: "bachelor" }).amount.toString(); // "3000.00"
 * ```
 * @function
 */
export const educationGrant: Rule<EducationGrantInput, Benefit, ChongqingPolicy> = rule({
  id: "educationGrant",
  title: { zh: "困难人群升学补助金", en: "Education grant" },
  clause: "三(五)",
  result: benefit,
  input: educationGrantFields,
  evaluate({ level }, { terms, statement }) {
    const sheet = statement();
    const grant = sheet.pay(terms.educationGrant[level]);
    return sheet.benefit([grant], { grant });
  },
});
