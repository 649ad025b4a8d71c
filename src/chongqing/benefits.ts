import { checkGrade, checkPaidDisability, disabilityGrade } from "../core/disability.js";
import { flag, money, oneOf, optional, orZero, rateUpToOne, type InputOf } from "../core/fields.js";
import { harm } from "../core/harm.js";
import { benefit } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Benefit } from "../core/statement.js";
import { levels, type ChongqingPolicy } from "./policy.js";
import { rule } from "./programme.js";

const accidentFields = {
  /** Whether the insured died of the accident. */
  death: optional(flag("是否因意外身故", "Whether the insured died of the accident")),
  /** Grade of disability, 1 (heaviest) to 10, by 中保协发〔2013〕88号. */
  disabilityGrade,
  /** Share of the sum insured by a contract's own scale, 0 to 1; in place of the grade. */
  disabilityRate: optional(rateUpToOne("伤残给付比例", "Share for the disability")),
  /** 自付: what the patient paid of costs within the basic insurance's catalogue (yuan). */
  medicalSelfPaid: optional(money("医保目录内自付费用", "The patient's share of in-catalogue costs")),
  /** What this cover paid for medical care before; it uses up the limit (yuan). */
  medicalPaidBefore: orZero(money("此前已赔付的意外医疗", "Medical care paid before")),
  /** What this cover paid for disability from other accidents; it uses up the limit (yuan). */
  disabilityPaidBefore: orZero(money("其他事故已赔付的伤残", "Disability from other accidents paid before")),
  /** What this cover paid for the disability from this accident; comes off when the disability is given again, as beside a death (yuan). */
  disabilityPaidToDate: orZero(money("本次事故已赔付的伤残", "Disability from this accident paid to date")),
};

/** 小额意外的输入。What an accident did to the insured. */
export interface AccidentInput extends InputOf<typeof accidentFields> {}

/**
 * 小额意外的补偿（三(一)），元：身故、伤残、医疗自付部分。
 * What an accident gives (三(一)), in yuan: 2 000 on death; 30 000 by the degree of disability; the patient's in-catalogue share
 * (自付) of medical care in full, at most 5 000. What is left out is not claimed.
 *
 * @param input - `disabilityGrade` (1 to 10, by the ten-grade scale) or `disabilityRate` (by a contract's own scale), not both.
 * @returns A Benefit; the reading `deathAfterDisability` is used when both are claimed.
 * @throws PolicyInputError for a bad amount, grade or rate, grade and rate together, or neither beside a death and what was paid for the
 * disability.
 * @example
 * ```ts
 * accidentBenefit({ disabilityGrade: 7, medicalSelfPaid: "6200.50" }).amount.toString(); // "17000.00"
 * ```
 * @function
 */
export const accidentBenefit: Rule<AccidentInput, Benefit, ChongqingPolicy> = rule({
  id: "accidentBenefit",
  title: { zh: "小额意外", en: "Accident" },
  clause: "三(一)",
  result: benefit,
  readings: ["deathAfterDisability"],
  input: accidentFields,
  check({ disabilityGrade: grade, disabilityRate: rate, ...harm }, report, { terms }) {
    if (grade !== undefined && rate !== undefined) {
      report(["disabilityRate"], "CONFLICT", "与 disabilityGrade 只能填一项", "give either this or disabilityGrade");
    }
    checkGrade(grade, terms.accident.disabilityScale, report);
    checkPaidDisability(harm, grade !== undefined || rate !== undefined, report);
  },
  evaluate(
    {
      death,
      disabilityGrade: grade,
      disabilityRate: rate,
      medicalSelfPaid,
      medicalPaidBefore,
      disabilityPaidBefore,
      disabilityPaidToDate,
    },
    { terms, reading, statement },
  ) {
    const { accident } = terms;
    const sheet = statement();
    const forDisability =
      grade !== undefined
        ? sheet.disability(accident.disability, grade, accident.disabilityScale)
        : rate !== undefined
          ? sheet.scale(accident.disability, rate)
          : null;
    const forDeath = death ? sheet.pay(accident.death) : null;
    const { due, parts } = harm(
      sheet,
      {
        disability: forDisability,
        death: forDeath,
        limit: accident.disability,
        paidBefore: disabilityPaidBefore,
        paidToDate: disabilityPaidToDate,
      },
      () => reading("deathAfterDisability"),
    );
    if (medicalSelfPaid === undefined) return sheet.benefit(due, parts);
    const covered = sheet.share(medicalSelfPaid, accident.medicalShare);
    const medical = sheet.cap(covered, accident.medicalLimit, medicalPaidBefore);
    return sheet.benefit([...due, medical], { ...parts, medical });
  },
});

const majorIllnessFields = {
  /** 医保目录外自费费用: the year's running total, this claim included (yuan). */
  outOfCatalogueToDate: money("医保目录外自费费用全年累计", "The year's out-of-catalogue costs, this claim included"),
  /** What this cover has already paid of it (yuan). */
  paidToDate: orZero(money("其中已赔付", "What was already paid of it")),
};

/** 大病补充的输入。What the major-illness supplement is computed from. */
export interface MajorIllnessInput extends InputOf<typeof majorIllnessFields> {}

/**
 * 大病补充（三(二)），元：全年目录外自费扣除起付标准后分段补偿。
 * What is paid on the year's out-of-catalogue hospital costs (三(二)), in yuan: less 3 000, then 25 % up to 10 000, 30 % up to 50 000
 * and 35 % above, at most 150 000 a person and year, less what was paid already.
 *
 * @param input - Running totals of the year, this claim included.
 * @returns A Benefit: what is due now.
 * @throws PolicyInputError for a bad amount.
 * @example
 * ```ts
 * majorIllnessBenefit({ outOfCatalogueToDate: "58000" }).amount.toString(); // "16250.00"
 * ```
 * @function
 */
export const majorIllnessBenefit: Rule<MajorIllnessInput, Benefit, ChongqingPolicy> = rule({
  id: "majorIllnessBenefit",
  title: { zh: "大病补充", en: "Major-illness supplement" },
  clause: "三(二)",
  result: benefit,
  input: majorIllnessFields,
  evaluate({ outOfCatalogueToDate, paidToDate }, { terms: { majorIllness }, statement }) {
    const sheet = statement();
    const base = sheet.deduct(outOfCatalogueToDate, majorIllness.deductible);
    const entitled = sheet.tiers(base, majorIllness.tiers);
    const capped = sheet.cap(entitled, majorIllness.annualLimit);
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

const educationGrantFields = {
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
