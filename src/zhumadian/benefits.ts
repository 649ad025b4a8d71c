import { checkGrade, disabilityGrade } from "../core/disability.js";
import { withNumbers } from "../core/eligibility.js";
import { flag, money, optional, orZero, type InputOf, type OutputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import { Money, sumOf } from "../core/money.js";
import type { Provision } from "../core/policy.js";
import type { Report } from "../core/report.js";
import { benefit } from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import type { Benefit, Parts, Statement } from "../core/statement.js";
import { plain } from "./amounts.js";
import type { ZhumadianPolicy } from "./policy.js";
import { rule } from "./programme.js";

const death = optional(flag("是否死亡", "Whether the person died"));
const casualtyPaidBefore = orZero(money("此前已赔付的死亡（残疾）", "Death or disability paid before"));
const medicalExpenses = optional(money("医疗费用", "Medical costs"));
const medicalPaidBefore = orZero(money("此前已赔付的医疗", "Medical care paid before"));

/** What an event did to one person. */
const casualty = {
  /** Whether the person died. */
  death,
  /** Grade of disability, 1 (heaviest) to 10, by 中保协发〔2013〕88号; beside `death` it adds nothing. */
  disabilityGrade,
  /** What this cover paid the person for death or disability before; it uses up the limit (yuan). */
  casualtyPaidBefore,
  /** The person's medical costs of the event (yuan). */
  medicalExpenses,
  /** What this cover paid the person for medical care before; it uses up the limit (yuan). */
  medicalPaidBefore,
};

type Casualty = OutputOf<typeof casualty>;
type Terms = ZhumadianPolicy["terms"];

function check({ disabilityGrade: grade }: Partial<Casualty>, report: Report, { terms }: { terms: Terms }): void {
  checkGrade(grade, terms.disabilityScale, report);
}

const labels = frozen({
  death: { zh: "死亡赔付", en: "Death" },
  disability: { zh: "残疾赔付", en: "Disability" },
  together: { zh: "见义勇为赔付与死亡（残疾）合计", en: "Award and casualty together" },
});

/** What death or disability gives before the limit: one amount for both, so death takes in an earlier disability. */
interface Hurt {
  readonly part: "death" | "disability";
  readonly amount: Money;
}

function hurt(
  sheet: Statement,
  { death: died, disabilityGrade: grade }: Casualty,
  limit: Provision<Money>,
  scale: Terms["disabilityScale"],
  disability: () => "byScale" | "fullLimit",
): Hurt | null {
  if (died) return { part: "death", amount: sheet.pay({ ...limit, label: labels.death }) };
  if (grade === undefined) return null;
  const term = { ...limit, label: labels.disability };
  const byScale = disability() === "byScale";
  return { part: "disability", amount: byScale ? sheet.disability(term, grade, scale) : sheet.pay(term) };
}

/** Medical care, up to what is left of its limit. */
function medicalPart(
  sheet: Statement,
  { medicalExpenses: costs, medicalPaidBefore: paid }: Casualty,
  limit: Provision<Money>,
) {
  return costs === undefined ? {} : { medical: sheet.cap(costs, limit, paid) };
}

/** 三(二)(四)(五)(六): death or disability and medical care, each up to what is left of its limit. */
function casualtyParts(
  sheet: Statement,
  person: Casualty,
  {
    casualtyLimit,
    medicalLimit,
  }: { readonly casualtyLimit: Provision<Money>; readonly medicalLimit: Provision<Money> },
  { terms, reading }: Context<ZhumadianPolicy, "disabilityWithoutScale">,
): Parts {
  const harm = hurt(sheet, person, casualtyLimit, terms.disabilityScale, () => reading("disabilityWithoutScale"));
  const forHarm = harm && { [harm.part]: sheet.cap(harm.amount, casualtyLimit, person.casualtyPaidBefore) };
  return { ...forHarm, ...medicalPart(sheet, person, medicalLimit) };
}

/** Closes a statement in which each amount was for one thing. */
const closed = (sheet: Statement, parts: Parts) => sheet.benefit(Object.values(parts), parts);

const goodSamaritanFields = {
  ...casualty,
  /** What was paid for the act itself before (yuan). */
  awardPaidBefore: orZero(money("此前已赔付的见义勇为", "Award paid before")),
};

/** 见义勇为的输入。What the act did to the person, and what was paid for it. */
export interface GoodSamaritanInput extends InputOf<typeof goodSamaritanFields> {}

/**
 * 经认定的见义勇为赔付多少（元）：按次赔付，另有死亡（残疾）和医疗费用。
 * What a recognised act of a good Samaritan gives (三(一)), in yuan: 30 000 for the act without condition; for death 200 000, for
 * disability its share of that by the ten-grade scale, at most 200 000 a person; medical care at most 50 000 a person. What is left
 * out is not claimed.
 *
 * @param input - What the act did to the person; `{}` when unhurt. With a later bill of the same act `awardPaidBefore` is 30 000.
 * @returns A Benefit; the reading `goodSamaritanAward` is used when award and casualty together exceed what is left of 200 000.
 * @throws PolicyInputError for a bad amount or grade.
 * @example
 * ```ts
 * goodSamaritanBenefit({ disabilityGrade: 7, medicalExpenses: "6200.50" }).amount.toString(); // "116200.50"
 * ```
 * @function
 */
export const goodSamaritanBenefit: Rule<GoodSamaritanInput, Benefit, ZhumadianPolicy> = rule({
  id: "goodSamaritanBenefit",
  title: { zh: "见义勇为", en: "Good Samaritan" },
  clause: "三(一)",
  result: benefit,
  readings: ["goodSamaritanAward"],
  input: goodSamaritanFields,
  check,
  evaluate({ awardPaidBefore: paid, ...person }, { terms, reading, statement }) {
    const { award, casualtyLimit, medicalLimit } = terms.goodSamaritan;
    const sheet = statement();
    const forAct = paid.isZero() ? sheet.pay(award) : sheet.cap(award.value, award, paid);
    const harm = hurt(sheet, person, casualtyLimit, terms.disabilityScale, () => "byScale");

    const together = harm === null ? forAct : forAct.plus(harm.amount);
    const paidBefore = person.casualtyPaidBefore.plus(paid);
    const exceeds = !together.isZero() && together.plus(paidBefore).compare(casualtyLimit.value) > 0;
    if (exceeds && reading("goodSamaritanAward") === "withinLimit") {
      const whole = sheet.write({
        operation: "sum",
        operands: harm === null ? [forAct] : [forAct, harm.amount],
        from: [casualtyLimit, award, harm?.part === "disability" ? terms.disabilityScale : null],
        label: labels.together,
      });
      const capped = sheet.cap(whole, casualtyLimit, paidBefore);
      // The act is paid without condition, so what is left of the limit is for it first.
      const ofAct = forAct.min(capped);
      const medical = medicalPart(sheet, person, medicalLimit);
      const parts = { award: ofAct, ...(harm && { [harm.part]: capped.minus(ofAct) }), ...medical };
      return sheet.benefit([capped, ...Object.values(medical)], parts);
    }
    const forHarm = harm && { [harm.part]: sheet.cap(harm.amount, casualtyLimit, person.casualtyPaidBefore) };
    return closed(sheet, { award: forAct, ...forHarm, ...medicalPart(sheet, person, medicalLimit) });
  },
});

/** 群体性意外事故的输入。What the accident did to the person. */
export interface MassAccidentInput extends InputOf<typeof casualty> {}

/**
 * 突发的群体性意外事故赔付多少（元）：死亡（残疾）和医疗，各有限额。
 * What a sudden mass accident gives (三(二)), in yuan: for death 50 000, for disability its share of that, at most 50 000 a person;
 * medical care at most 5 000 a person.
 *
 * @param input - What the accident did to the person. What is left out is not claimed.
 * @returns A Benefit; the reading `disabilityWithoutScale` is used for a disability.
 * @throws PolicyInputError for a bad amount or grade.
 * @example
 * ```ts
 * massAccidentBenefit({ disabilityGrade: 7, medicalExpenses: "6200.50" }).amount.toString(); // "25000.00"
 * ```
 * @function
 */
export const massAccidentBenefit: Rule<MassAccidentInput, Benefit, ZhumadianPolicy> = rule({
  id: "massAccidentBenefit",
  title: { zh: "群体性意外事故", en: "Mass accident" },
  clause: "三(二)",
  result: benefit,
  readings: ["disabilityWithoutScale"],
  input: casualty,
  check,
  evaluate(person, context) {
    const sheet = context.statement();
    return closed(sheet, casualtyParts(sheet, person, context.terms.massAccident, context));
  },
});

/**
 * 未成年人溺水死亡赔付多少（元）。
 * What the drowning of a minor gives (三(三)): 50 000 yuan.
 *
 * @param input - Nothing: `{}`.
 * @returns A Benefit.
 * @throws PolicyInputError for any field.
 * @example
 * ```ts
 * minorDrowningBenefit({}).amount.toString(); // "50000.00"
 * ```
 * @function
 */
export const minorDrowningBenefit = rule({
  id: "minorDrowningBenefit",
  title: { zh: "未成年人溺水死亡", en: "Drowning of a minor" },
  clause: "三(三)",
  result: benefit,
  input: {},
  evaluate(_, { terms, statement }) {
    const sheet = statement();
    return closed(sheet, { death: sheet.pay(terms.minorDrowning.amount) });
  },
});

const naturalDisasterFields = {
  /** Whether the person died. */
  death,
  /** Grade of disability, 1 (heaviest) to 10, by 中保协发〔2013〕88号; beside `death` it adds nothing. */
  disabilityGrade,
  /** What this cover paid the person for death or disability before; it uses up the limit (yuan). */
  casualtyPaidBefore,
  /** The person's medical costs of the event (yuan). */
  medicalExpenses,
  /** What this cover paid the person for medical care before; it uses up the limit (yuan). */
  medicalPaidBefore,
  /** The household's loss of property (yuan). */
  propertyLoss: optional(money("财产损失", "Loss of property")),
  /** What this cover paid the household for property before; it uses up the limit (yuan). */
  householdPaidBefore: orZero(money("此前已赔付的财产损失", "Property paid before")),
};

/** 自然灾害的输入。What the disaster did to the person and the household. */
export interface NaturalDisasterInput extends InputOf<typeof naturalDisasterFields> {}

/**
 * 自然灾害赔付多少（元）：死亡（残疾）、医疗和每户财产损失，各有限额。
 * What a natural disaster gives (三(四)), in yuan: for death 50 000, for disability its share of that, at most 50 000 a person; medical
 * care at most 5 000 a person; property at most 2 000 a household.
 *
 * @param input - What the disaster did to the person and the household. What is left out is not claimed.
 * @returns A Benefit; the reading `disabilityWithoutScale` is used for a disability, `propertyAlone` for property without death,
 * disability or medical costs.
 * @throws PolicyInputError for a bad amount or grade.
 * @example
 * ```ts
 * naturalDisasterBenefit({ medicalExpenses: "800", propertyLoss: "3000" }).amount.toString(); // "2800.00"
 * ```
 * @function
 */
export const naturalDisasterBenefit: Rule<NaturalDisasterInput, Benefit, ZhumadianPolicy> = rule({
  id: "naturalDisasterBenefit",
  title: { zh: "自然灾害", en: "Natural disaster" },
  clause: "三(四)",
  result: benefit,
  readings: ["disabilityWithoutScale", "propertyAlone"],
  input: naturalDisasterFields,
  check,
  evaluate({ propertyLoss, householdPaidBefore, ...person }, context) {
    const { naturalDisaster } = context.terms;
    const sheet = context.statement();
    const parts = casualtyParts(sheet, person, naturalDisaster, context);
    if (propertyLoss === undefined) return closed(sheet, parts);
    const { death: died, disabilityGrade: grade, medicalExpenses: costs = Money.zero } = person;
    const { casualtyPaidBefore: forCasualty, medicalPaidBefore: forCare } = person;
    const unhurt = !died && grade === undefined && sumOf([costs, forCasualty, forCare]).isZero();
    const alone = unhurt && !propertyLoss.isZero();
    if (alone && context.reading("propertyAlone") === "onlyWithCasualty") return closed(sheet, parts);
    return closed(sheet, {
      ...parts,
      property: sheet.cap(propertyLoss, naturalDisaster.propertyLimit, householdPaidBefore),
    });
  },
});

/** 交通事故的输入。What the traffic accident did to the person. */
export interface TrafficAccidentInput extends InputOf<typeof casualty> {}

/**
 * 社会救助基金处理后的交通事故赔付多少（元）：死亡（残疾）和医疗，各有限额。
 * What a traffic accident gives once the road-accident assistance fund has handled it (三(五)), in yuan: for death 50 000, for disability
 * its share of that, at most 50 000 a person; medical care at most 5 000 a person.
 *
 * @param input - What the accident did to the person. What is left out is not claimed.
 * @returns A Benefit; the reading `disabilityWithoutScale` is used for a disability.
 * @throws PolicyInputError for a bad amount or grade.
 * @example
 * ```ts
 * trafficAccidentBenefit({ death: true, medicalExpenses: "4999.99" }).amount.toString(); // "54999.99"
 * ```
 * @function
 */
export const trafficAccidentBenefit: Rule<TrafficAccidentInput, Benefit, ZhumadianPolicy> = rule({
  id: "trafficAccidentBenefit",
  title: { zh: "交通事故", en: "Traffic accident" },
  clause: "三(五)",
  result: benefit,
  readings: ["disabilityWithoutScale"],
  input: casualty,
  check,
  evaluate(person, context) {
    const sheet = context.statement();
    return closed(sheet, casualtyParts(sheet, person, context.terms.trafficAccident, context));
  },
});

/** 救助人员意外事故的输入。What the rescue did to the person. */
export interface RescuerInput extends InputOf<typeof casualty> {}

/**
 * 现场救助人员伤亡赔付多少（元）：死亡（残疾）和医疗，各有限额。
 * What is paid to someone hurt while rescuing on the scene (三(六)), in yuan: for death 50 000, for disability its share of that, at most
 * 50 000 a person; medical care at most 5 000 a person.
 *
 * @param input - What the rescue did to the person. What is left out is not claimed.
 * @returns A Benefit; the reading `disabilityWithoutScale` is used for a disability.
 * @throws PolicyInputError for a bad amount or grade.
 * @example
 * ```ts
 * rescuerBenefit({ medicalExpenses: "900", medicalPaidBefore: "4500" }).amount.toString(); // "500.00"
 * ```
 * @function
 */
export const rescuerBenefit: Rule<RescuerInput, Benefit, ZhumadianPolicy> = rule({
  id: "rescuerBenefit",
  title: { zh: "救助人员意外事故", en: "Accident of a rescuer" },
  clause: "三(六)",
  result: benefit,
  readings: ["disabilityWithoutScale"],
  input: casualty,
  check,
  evaluate(person, context) {
    const sheet = context.statement();
    return closed(sheet, casualtyParts(sheet, person, context.terms.rescuer, context));
  },
});

const hardshipIllnessFields = {
  /** 剩余的符合医疗报销费用: eligible costs of this claim that medical insurance left over (yuan). */
  eligibleExpenses: money("医疗保险报销后剩余的符合报销费用", "Eligible costs left over by medical insurance"),
};

/** 特困群众重病医疗的输入。The costs that medical insurance left over. */
export interface HardshipIllnessInput extends InputOf<typeof hardshipIllnessFields> {}

/**
 * 特困群众重病住院，医疗保险报销后剩余的符合报销费用赔付多少（元）。
 * What is paid on the eligible hospital costs that medical insurance left over (三(七)), in yuan: up to 1 000 half of them, above 1 000
 * the standard of 800.
 *
 * @param input - The costs of this claim after medical insurance.
 * @returns A Benefit; the reading `exactlyOneThousand` is used at exactly 1 000, `hardshipAboveThousand` in the step above.
 * @throws PolicyInputError for a bad amount.
 * @example
 * ```ts
 * hardshipIllnessBenefit({ eligibleExpenses: "1000" }).amount.toString(); // "500.00"
 * hardshipIllnessBenefit({ eligibleExpenses: "1000.01" }).amount.toString(); // "800.00"
 * compareReadings(hardshipIllnessBenefit, { eligibleExpenses: "1000.01" }).map(({ outcome }) => outcome.ok && outcome.value.amount);
 * // ["800.00", "500.01"]
 * ```
 * @function
 */
export const hardshipIllnessBenefit: Rule<HardshipIllnessInput, Benefit, ZhumadianPolicy> = rule({
  id: "hardshipIllnessBenefit",
  title: { zh: "特困群众重病医疗", en: "Serious illness in hardship" },
  clause: "三(七)",
  result: benefit,
  readings: ["hardshipAboveThousand", "exactlyOneThousand"],
  input: hardshipIllnessFields,
  evaluate({ eligibleExpenses }, { terms: { hardshipIllness }, reading, statement }) {
    const { step, shareBelow, limitAbove } = hardshipIllness;
    const line = plain(step.value);
    const sheet = statement();
    const side = eligibleExpenses.compare(step.value);
    const above = side === 0 ? reading("exactlyOneThousand") === "flat800" : side > 0;
    if (!above) {
      const share = withNumbers(shareBelow, `（${line} 元以内）`, ` (up to ${line} yuan)`, step);
      return closed(sheet, { medical: sheet.share(eligibleExpenses, share) });
    }
    const standard = withNumbers(limitAbove, `（${line} 元以上）`, ` (${line} yuan or more)`, step);
    if (reading("hardshipAboveThousand") === "flat800") return closed(sheet, { medical: sheet.pay(standard) });
    const half = sheet.share(eligibleExpenses, withNumbers(shareBelow, "", "", step));
    return closed(sheet, { medical: sheet.cap(half, standard) });
  },
});
