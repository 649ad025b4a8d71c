import { checkGrade, disabilityGrade } from "../core/disability.js";
import { flag, money, type OutputOf } from "../core/fields.js";
import { Money, sumOf } from "../core/money.js";
import { frozen } from "../core/frozen.js";
import type { Provision } from "../core/policy.js";
import { rulesOf, type Context, type Report } from "../core/rule.js";
import type { Statement } from "../core/statement.js";
import { policy, type ZhumadianPolicy } from "./policy.js";

const { rule } = rulesOf(policy);

const death = flag("是否死亡", "Whether the person died").optional();
const casualtyPaidBefore = money("此前已赔付的死亡（残疾）", "Death or disability paid before").default(Money.zero);
const medicalExpenses = money("医疗费用", "Medical costs").optional();
const medicalPaidBefore = money("此前已赔付的医疗", "Medical care paid before").default(Money.zero);

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

const awardPaidBefore = money("此前已赔付的见义勇为", "Award paid before").default(Money.zero);

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
function hurt(
  sheet: Statement,
  { death: died, disabilityGrade: grade }: Casualty,
  limit: Provision<Money>,
  scale: Terms["disabilityScale"],
  disability: () => "byScale" | "fullLimit",
): Money | null {
  if (died) return sheet.pay({ ...limit, label: labels.death });
  if (grade === undefined) return null;
  const term = { ...limit, label: labels.disability };
  return disability() === "byScale" ? sheet.disability(term, grade, scale) : sheet.pay(term);
}

/** 三(二)(四)(五)(六): death or disability and medical care, each up to what is left of its limit. */
function casualtyAmounts(
  sheet: Statement,
  person: Casualty,
  limits: { readonly casualtyLimit: Provision<Money>; readonly medicalLimit: Provision<Money> },
  { terms, reading }: Context<ZhumadianPolicy, "disabilityWithoutScale">,
): Money[] {
  const due: Money[] = [];
  const harm = hurt(sheet, person, limits.casualtyLimit, terms.disabilityScale, () =>
    reading("disabilityWithoutScale"),
  );
  if (harm !== null) due.push(sheet.cap(harm, limits.casualtyLimit, person.casualtyPaidBefore));
  if (person.medicalExpenses !== undefined) {
    due.push(sheet.cap(person.medicalExpenses, limits.medicalLimit, person.medicalPaidBefore));
  }
  return due;
}

/**
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
export const goodSamaritanBenefit = rule({
  id: "goodSamaritanBenefit",
  title: { zh: "见义勇为", en: "Good Samaritan" },
  clause: "三(一)",
  readings: ["goodSamaritanAward"],
  input: {
    ...casualty,
    /** What was paid for the act itself before (yuan). */
    awardPaidBefore,
  },
  check,
  evaluate({ awardPaidBefore: paid, ...person }, { terms, reading, statement }) {
    const { award, casualtyLimit, medicalLimit } = terms.goodSamaritan;
    const sheet = statement();
    const due: Money[] = [];
    const forAct = paid.isZero() ? sheet.pay(award) : sheet.cap(award.value, award, paid);
    const harm = hurt(sheet, person, casualtyLimit, terms.disabilityScale, () => "byScale");

    const together = harm === null ? forAct : forAct.plus(harm);
    const paidBefore = person.casualtyPaidBefore.plus(paid);
    const exceeds = !together.isZero() && together.plus(paidBefore).compare(casualtyLimit.value) > 0;
    if (exceeds && reading("goodSamaritanAward") === "withinLimit") {
      const amounts = harm === null ? [forAct] : [forAct, harm];
      sheet.write(labels.together, casualtyLimit.clause, together, { operation: "sum", operands: amounts });
      due.push(sheet.cap(together, casualtyLimit, paidBefore));
    } else {
      due.push(forAct);
      if (harm !== null) due.push(sheet.cap(harm, casualtyLimit, person.casualtyPaidBefore));
    }
    if (person.medicalExpenses !== undefined) {
      due.push(sheet.cap(person.medicalExpenses, medicalLimit, person.medicalPaidBefore));
    }
    return sheet.benefit(due);
  },
});

/**
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
export const massAccidentBenefit = rule({
  id: "massAccidentBenefit",
  title: { zh: "群体性意外事故", en: "Mass accident" },
  clause: "三(二)",
  readings: ["disabilityWithoutScale"],
  input: casualty,
  check,
  evaluate(person, context) {
    const sheet = context.statement();
    return sheet.benefit(casualtyAmounts(sheet, person, context.terms.massAccident, context));
  },
});

/**
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
  input: {},
  evaluate(_, { terms, statement }) {
    const sheet = statement();
    return sheet.benefit([sheet.pay(terms.minorDrowning.amount)]);
  },
});

/**
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
export const naturalDisasterBenefit = rule({
  id: "naturalDisasterBenefit",
  title: { zh: "自然灾害", en: "Natural disaster" },
  clause: "三(四)",
  readings: ["disabilityWithoutScale", "propertyAlone"],
  input: {
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
    propertyLoss: money("财产损失", "Loss of property").optional(),
    /** What this cover paid the household for property before; it uses up the limit (yuan). */
    householdPaidBefore: money("此前已赔付的财产损失", "Property paid before").default(Money.zero),
  },
  check,
  evaluate({ propertyLoss, householdPaidBefore, ...person }, context) {
    const { naturalDisaster } = context.terms;
    const sheet = context.statement();
    const due = casualtyAmounts(sheet, person, naturalDisaster, context);
    if (propertyLoss !== undefined) {
      const { death: died, disabilityGrade: grade, medicalExpenses = Money.zero } = person;
      const { casualtyPaidBefore: forCasualty, medicalPaidBefore: forCare } = person;
      const unhurt = !died && grade === undefined && sumOf([medicalExpenses, forCasualty, forCare]).isZero();
      const alone = unhurt && !propertyLoss.isZero();
      if (!alone || context.reading("propertyAlone") === "paid") {
        due.push(sheet.cap(propertyLoss, naturalDisaster.propertyLimit, householdPaidBefore));
      }
    }
    return sheet.benefit(due);
  },
});

/**
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
export const trafficAccidentBenefit = rule({
  id: "trafficAccidentBenefit",
  title: { zh: "交通事故", en: "Traffic accident" },
  clause: "三(五)",
  readings: ["disabilityWithoutScale"],
  input: casualty,
  check,
  evaluate(person, context) {
    const sheet = context.statement();
    return sheet.benefit(casualtyAmounts(sheet, person, context.terms.trafficAccident, context));
  },
});

/**
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
export const rescuerBenefit = rule({
  id: "rescuerBenefit",
  title: { zh: "救助人员意外事故", en: "Accident of a rescuer" },
  clause: "三(六)",
  readings: ["disabilityWithoutScale"],
  input: casualty,
  check,
  evaluate(person, context) {
    const sheet = context.statement();
    return sheet.benefit(casualtyAmounts(sheet, person, context.terms.rescuer, context));
  },
});

/**
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
export const hardshipIllnessBenefit = rule({
  id: "hardshipIllnessBenefit",
  title: { zh: "特困群众重病医疗", en: "Serious illness in hardship" },
  clause: "三(七)",
  readings: ["hardshipAboveThousand", "exactlyOneThousand"],
  input: {
    /** 剩余的符合医疗报销费用: eligible costs of this claim that medical insurance left over (yuan). */
    eligibleExpenses: money("医疗保险报销后剩余的符合报销费用", "Eligible costs left over by medical insurance"),
  },
  evaluate({ eligibleExpenses }, { terms: { hardshipIllness }, reading, statement }) {
    const { step, shareBelow, limitAbove } = hardshipIllness;
    const sheet = statement();
    const side = eligibleExpenses.compare(step.value);
    const above = side === 0 ? reading("exactlyOneThousand") === "flat800" : side > 0;
    if (!above) return sheet.benefit([sheet.share(eligibleExpenses, shareBelow)]);
    if (reading("hardshipAboveThousand") === "flat800") return sheet.benefit([sheet.pay(limitAbove)]);
    return sheet.benefit([sheet.cap(sheet.share(eligibleExpenses, shareBelow), limitAbove)]);
  },
});
