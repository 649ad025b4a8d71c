import { checkGrade, disabilityGrade } from "../core/disability.js";
import { withNumbers } from "../core/eligibility.js";
import { fact, flag, money, optional, orZero, type InputOf, type OutputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import { Money, plainYuan, Rate, sumOf } from "../core/money.js";
import type { Provision } from "../core/policy.js";
import { requireClaimed, type Report } from "../core/report.js";
import { benefit } from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import type { Benefit, Parts, Statement } from "../core/statement.js";
import type { Text } from "../core/text.js";
import type { ZhumadianPolicy } from "./policy.js";
import { rule } from "./programme.js";

/** What an event did to one person. */
const casualty = {
  /** Whether the person died; `false` claims nothing. */
  death: optional(flag("是否死亡", "Whether the person died")),
  /** Grade of disability, 1 (heaviest) to 10, by 中保协发〔2013〕88号; beside `death` it adds nothing. */
  disabilityGrade,
  /** What this cover paid the person for death or disability in other events of the limit's span; it uses up the limit (yuan). */
  casualtyPaidBefore: orZero(money("其他事件已赔付的死亡（残疾）", "Death or disability paid for other events")),
  /** The person's medical costs of the event that are claimed now (yuan). */
  medicalExpenses: optional(money("医疗费用", "Medical costs")),
  /** What this cover paid the person for medical care before; it uses up the limit (yuan). */
  medicalPaidBefore: orZero(money("此前已赔付的医疗费用", "Medical care paid before")),
};

/** What was paid for the same event; sheets that were saved call by place, so what is new stands last. */
const paidForEvent = {
  /** What this cover paid the person for death or disability in this very event; it comes off (yuan). */
  casualtyPaidToDate: orZero(money("本次事件已赔付的死亡（残疾）", "Death or disability paid for this event")),
};

/** What an event did to one person, and what was paid for it. */
export const eventOfPerson = { ...casualty, ...paidForEvent };

type Casualty = OutputOf<typeof eventOfPerson>;
type Terms = ZhumadianPolicy["terms"];

/** What can be claimed for a person. */
const claimable = ["death", "disabilityGrade", "medicalExpenses"];

function checkPerson(person: Partial<Casualty>, report: Report, { terms }: { terms: Terms }): void {
  checkGrade(person.disabilityGrade, terms.disabilityScale, report);
}

function check(person: Partial<Casualty>, report: Report, context: { terms: Terms }): void {
  checkPerson(person, report, context);
  requireClaimed(person, claimable, report);
}

/** Whether the event did something to the person, as far as the claim says. */
const isHurt = ({
  death,
  disabilityGrade: grade,
  medicalExpenses: costs,
  casualtyPaidToDate: paid,
}: Partial<Casualty>) =>
  death === true || grade !== undefined || [costs, paid].some((amount) => amount?.isZero() === false);

const labels = frozen({
  death: { zh: "死亡赔付", en: "Death" },
  disability: { zh: "残疾赔付", en: "Disability" },
  casualtyPaid: { zh: "扣除本次事件已赔付的死亡（残疾）", en: "Less death or disability paid for this event" },
  awardPaid: { zh: "扣除本次行为已赔付的见义勇为", en: "Less what was paid for this act" },
  actPaid: { zh: "扣除本次行为已赔付的金额", en: "Less what was paid for this act and its casualty" },
  together: { zh: "见义勇为赔付与死亡（残疾）合计", en: "Award and casualty together" },
  unhurt: { zh: "本人未伤亡，不赔付见义勇为", en: "No award: the person was not hurt" },
  property: { zh: "该户无人伤亡，不赔付财产损失", en: "No property: nobody of the household was hurt" },
  fundOffCosts: { zh: "医疗费用扣除社会救助基金已支付的金额", en: "Medical costs less what the assistance fund paid" },
  fundOffHarm: {
    zh: "死亡（残疾）扣除社会救助基金其余已支付的金额",
    en: "Death or disability less the rest of what the assistance fund paid",
  },
  ofTheYear: { zh: "保险年度内累计的剩余费用", en: "Costs left over in the contract year" },
});

/** The amounts that are due, and what they were for before anything paid came off. */
interface Due {
  readonly due: readonly Money[];
  readonly parts: Parts;
}

const nothing: Due = { due: [], parts: {} };

/** Closes a statement. */
const closed = (sheet: Statement, ...amounts: readonly Due[]): Benefit =>
  sheet.benefit(
    amounts.flatMap(({ due }) => due),
    amounts.reduce<Parts>((all, { parts }) => ({ ...all, ...parts }), {}),
  );

/** An amount that is due as it stands. */
const whole = (parts: Parts): Due => ({ due: Object.values(parts), parts });

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

/** Death or disability, up to what other events left of the limit, less what was paid for this event. */
function casualtyPart(sheet: Statement, harm: Hurt | null, limit: Provision<Money>, person: Casualty): Due {
  if (harm === null) return nothing;
  const capped = sheet.cap(harm.amount, limit, person.casualtyPaidBefore);
  return {
    due: [sheet.unpaid(capped, person.casualtyPaidToDate, labels.casualtyPaid)],
    parts: { [harm.part]: capped },
  };
}

/** Medical care, up to what is left of its limit. */
function medicalPart(
  sheet: Statement,
  { medicalExpenses: costs, medicalPaidBefore: paid }: Casualty,
  limit: Provision<Money>,
): Due {
  return costs === undefined ? nothing : whole({ medical: sheet.cap(costs, limit, paid) });
}

interface Limits {
  readonly casualtyLimit: Provision<Money>;
  readonly medicalLimit: Provision<Money>;
}

/** 三(二)(四)(五)(六): death or disability and medical care, each up to its limit; `off` comes off the former before its limit. */
function casualtyParts(
  sheet: Statement,
  person: Casualty,
  { casualtyLimit, medicalLimit }: Limits,
  { terms, reading }: Context<ZhumadianPolicy, "disabilityWithoutScale">,
  off = Money.zero,
): readonly Due[] {
  const harm = hurt(sheet, person, casualtyLimit, terms.disabilityScale, () => reading("disabilityWithoutScale"));
  const left =
    harm && !off.isZero() ? { ...harm, amount: lessFund(sheet, harm.amount, off, labels.fundOffHarm) } : harm;
  return [casualtyPart(sheet, left, casualtyLimit, person), medicalPart(sheet, person, medicalLimit)];
}

const lessFund = (sheet: Statement, amount: Money, fund: Money, label: Text) =>
  sheet.write({ operation: "deduct", operands: [amount, fund], from: [sheet.own(label)] });

/** A line that shows what is not paid, and why. */
const notPaid = (sheet: Statement, amount: Money, label: Text) =>
  sheet.write({ operation: "share", operands: [amount, Rate.zero], from: [sheet.own(label)] });

export const goodSamaritanFields = {
  ...casualty,
  /** What was paid for other acts in the limit's span; it uses up the limit under `withinLimit` alone (yuan). */
  awardPaidBefore: orZero(money("其他见义勇为行为已赔付的金额（每次）", "Awards paid for other acts")),
  ...paidForEvent,
  /** The person was not hurt, and the award for the act alone is claimed; beside a harm it is a contradiction. */
  unhurt: optional(flag("本人是否未伤亡", "Whether the person was not hurt")),
  /** What was paid for this very act; it comes off (yuan). */
  awardPaidToDate: orZero(money("本次见义勇为行为已赔付的金额（每次）", "Award paid for this act")),
};

/** 见义勇为的输入。What the act did to the person, and what was paid for it. */
export interface GoodSamaritanInput extends InputOf<typeof goodSamaritanFields> {}

/**
 * 经认定的见义勇为赔付多少（元）：按次赔付，另有死亡（残疾）和医疗费用。
 * What a recognised act of a good Samaritan gives (三(一)), in yuan: 30 000 for the act without condition; for death 200 000, for
 * disability its share of that by the ten-grade scale, at most 200 000 a person; medical care at most 50 000 a person. What is left
 * out is not claimed.
 *
 * @param input - What the act did to the person, or `unhurt: true`. With a later bill of the same act `awardPaidToDate` is 30 000.
 * @returns A Benefit; the reading `unhurtHero` is used for someone unhurt, `goodSamaritanAward` when award and casualty together exceed
 * what is left of 200 000. Which events count in `…PaidBefore` is the reading `limitSpan`.
 * @throws PolicyInputError for a bad amount or grade, `unhurt` beside a harm, or nothing claimed.
 * @example
 * ```ts
 * goodSamaritanBenefit({ disabilityGrade: 7, medicalExpenses: "6200.50" }).amount.toString(); // "116200.50"
 * goodSamaritanBenefit({ unhurt: true }).amount.toString(); // "30000.00"
 * ```
 * @function
 */
export const goodSamaritanBenefit: Rule<GoodSamaritanInput, Benefit, ZhumadianPolicy> = rule({
  id: "goodSamaritanBenefit",
  title: { zh: "见义勇为", en: "Good Samaritan" },
  clause: "三(一)",
  result: benefit,
  readings: ["unhurtHero", "goodSamaritanAward"],
  input: goodSamaritanFields,
  check({ unhurt, ...person }, report, context) {
    checkPerson(person, report, context);
    requireClaimed({ unhurt, ...person }, ["unhurt", ...claimable], report);
    if (unhurt && isHurt(person)) {
      report(["unhurt"], "CONFLICT", "填写了伤亡或医疗费用，与本人未伤亡矛盾", "contradicts the harm that is claimed");
    }
  },
  evaluate({ unhurt: _, awardPaidBefore, awardPaidToDate, ...person }, { terms, reading, statement }) {
    const { award, casualtyLimit, medicalLimit } = terms.goodSamaritan;
    const sheet = statement();
    const awarded = isHurt(person) || reading("unhurtHero") === "awarded";
    const forAct = awarded ? sheet.pay(award) : notPaid(sheet, award.value, labels.unhurt);
    const harm = hurt(sheet, person, casualtyLimit, terms.disabilityScale, () => "byScale");

    // A casualty of this act that is not claimed again uses up the limit like those of other acts.
    const { casualtyPaidBefore, casualtyPaidToDate } = person;
    const [usedByAct, paidForHarm] = harm ? [Money.zero, casualtyPaidToDate] : [casualtyPaidToDate, Money.zero];
    const usedBefore = sumOf([awardPaidBefore, casualtyPaidBefore, usedByAct]);
    const amounts = harm ? [forAct, harm.amount] : [forAct];
    const exceeds = awarded && sumOf([...amounts, usedBefore]).compare(casualtyLimit.value) > 0;
    if (exceeds && reading("goodSamaritanAward") === "withinLimit") {
      const scale = harm?.part === "disability" ? terms.disabilityScale : null;
      const from = [casualtyLimit, award, scale] as const;
      const both = sheet.write({ operation: "sum", operands: amounts, from, label: labels.together });
      const capped = sheet.cap(both, casualtyLimit, usedBefore);
      // The act is paid without condition, so what is left of the limit is for it first.
      const ofAct = forAct.min(capped);
      const due = sheet.unpaid(capped, awardPaidToDate.plus(paidForHarm), labels.actPaid);
      const parts = { award: ofAct, ...(harm && { [harm.part]: capped.minus(ofAct) }) };
      return closed(sheet, { due: [due], parts }, medicalPart(sheet, person, medicalLimit));
    }
    const forAward = { due: [sheet.unpaid(forAct, awardPaidToDate, labels.awardPaid)], parts: { award: forAct } };
    const forHarm = casualtyPart(sheet, harm, casualtyLimit, person);
    return closed(sheet, forAward, forHarm, medicalPart(sheet, person, medicalLimit));
  },
});

/** 群体性意外事故的输入。What the accident did to the person. */
export interface MassAccidentInput extends InputOf<typeof eventOfPerson> {}

/**
 * 突发的群体性意外事故赔付多少（元）：死亡（残疾）和医疗，各有限额。
 * What a sudden mass accident gives (三(二)), in yuan: for death 50 000, for disability its share of that, at most 50 000 a person;
 * medical care at most 5 000 a person.
 *
 * @param input - What the accident did to the person. What is left out is not claimed.
 * @returns A Benefit; the reading `disabilityWithoutScale` is used for a disability. Which events count in `…PaidBefore` is the reading
 * `limitSpan`.
 * @throws PolicyInputError for a bad amount or grade, or nothing claimed.
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
  input: eventOfPerson,
  check,
  evaluate(person, context) {
    const sheet = context.statement();
    return closed(sheet, ...casualtyParts(sheet, person, context.terms.massAccident, context));
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
    return closed(sheet, whole({ death: sheet.pay(terms.minorDrowning.amount) }));
  },
});

/** Whether someone of the household, the person included, was hurt; a fact of the case and a field of the rule. */
export const householdCasualty = fact(
  flag("该户在本次灾害中是否有人伤亡", "Whether anyone of the household was hurt or killed"),
);

export const naturalDisasterFields = {
  ...casualty,
  /** The household's loss of property (yuan). */
  propertyLoss: optional(money("财产损失", "Loss of property")),
  /** What this cover paid the household for property before; it uses up the limit (yuan). */
  householdPaidBefore: orZero(money("此前已赔付的财产损失", "Property paid before")),
  ...paidForEvent,
  /** Whether anyone of the household was hurt or killed; needed for property alone under `onlyWithCasualty`. */
  householdCasualty,
};

type Disaster = OutputOf<typeof naturalDisasterFields>;

/** Property is lost, and nobody is known to be hurt. */
const isPropertyAlone = ({ propertyLoss, householdCasualty: anyone, ...person }: Partial<Disaster>) =>
  propertyLoss?.isZero() === false && anyone !== true && !isHurt(person);

/** 自然灾害的输入。What the disaster did to the person and the household. */
export interface NaturalDisasterInput extends InputOf<typeof naturalDisasterFields> {}

/**
 * 自然灾害赔付多少（元）：死亡（残疾）、医疗和每户财产损失，各有限额。
 * What a natural disaster gives (三(四)), in yuan: for death 50 000, for disability its share of that, at most 50 000 a person; medical
 * care at most 5 000 a person; property at most 2 000 a household.
 *
 * @param input - What the disaster did to the person and the household. What is left out is not claimed.
 * @returns A Benefit; the reading `disabilityWithoutScale` is used for a disability, `propertyAlone` for property where nobody of the
 * household is known to be hurt. Which events count in `…PaidBefore` is the reading `limitSpan`.
 * @throws PolicyInputError for a bad amount or grade, a casualty that `householdCasualty` contradicts, or nothing claimed.
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
  check(loss, report, context) {
    checkPerson(loss, report, context);
    requireClaimed(loss, [...claimable, "propertyLoss"], report);
    const { householdCasualty: anyone } = loss;
    if (anyone === false && isHurt(loss)) {
      report(["householdCasualty"], "CONFLICT", "与所填本人的伤亡矛盾", "contradicts the harm that is claimed");
    }
    if (anyone === undefined && isPropertyAlone(loss) && context.reading("propertyAlone") === "onlyWithCasualty") {
      report(["householdCasualty"], "MISSING", "仅有财产损失的，须填写", "needed where property alone is claimed");
    }
  },
  evaluate(loss, context) {
    const { propertyLoss, householdPaidBefore } = loss;
    const { naturalDisaster } = context.terms;
    const sheet = context.statement();
    const parts = casualtyParts(sheet, loss, naturalDisaster, context);
    if (propertyLoss === undefined) return closed(sheet, ...parts);
    const unpaid = isPropertyAlone(loss) && context.reading("propertyAlone") === "onlyWithCasualty";
    const property = unpaid
      ? notPaid(sheet, propertyLoss, labels.property)
      : sheet.cap(propertyLoss, naturalDisaster.propertyLimit, householdPaidBefore);
    return closed(sheet, ...parts, whole({ property }));
  },
});

export const trafficAccidentFields = {
  ...eventOfPerson,
  /** What the road-accident assistance fund (道路交通事故社会救助基金) paid; it comes off under the reading `deducted` (yuan). */
  paidByAssistanceFund: orZero(money("社会救助基金已支付的金额", "Paid by the assistance fund")),
};

/** 交通事故的输入。What the traffic accident did to the person, and what the assistance fund paid. */
export interface TrafficAccidentInput extends InputOf<typeof trafficAccidentFields> {}

/**
 * 社会救助基金处理后的交通事故赔付多少（元）：死亡（残疾）和医疗，各有限额。
 * What a traffic accident gives once the road-accident assistance fund has handled it (三(五)), in yuan: for death 50 000, for disability
 * its share of that, at most 50 000 a person; medical care at most 5 000 a person.
 *
 * @param input - What the accident did to the person. What is left out is not claimed.
 * @returns A Benefit; the reading `disabilityWithoutScale` is used for a disability, `fundPayments` when the fund paid something. Which
 * events count in `…PaidBefore` is the reading `limitSpan`.
 * @throws PolicyInputError for a bad amount or grade, or nothing claimed.
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
  readings: ["disabilityWithoutScale", "fundPayments"],
  input: trafficAccidentFields,
  check,
  evaluate({ paidByAssistanceFund: fund, ...person }, context) {
    const { trafficAccident } = context.terms;
    const sheet = context.statement();
    if (fund.isZero() || context.reading("fundPayments") === "notDeducted") {
      return closed(sheet, ...casualtyParts(sheet, person, trafficAccident, context));
    }
    const { medicalExpenses: costs } = person;
    if (costs === undefined) return closed(sheet, ...casualtyParts(sheet, person, trafficAccident, context, fund));
    const left = { ...person, medicalExpenses: lessFund(sheet, costs, fund, labels.fundOffCosts) };
    return closed(sheet, ...casualtyParts(sheet, left, trafficAccident, context, fund.minus(costs).atLeastZero()));
  },
});

/** 救助人员意外事故的输入。What the rescue did to the person. */
export interface RescuerInput extends InputOf<typeof eventOfPerson> {}

/**
 * 现场救助人员伤亡赔付多少（元）：死亡（残疾）和医疗，各有限额。
 * What is paid to someone hurt while rescuing on the scene (三(六)), in yuan: for death 50 000, for disability its share of that, at most
 * 50 000 a person; medical care at most 5 000 a person.
 *
 * @param input - What the rescue did to the person. What is left out is not claimed.
 * @returns A Benefit; the reading `disabilityWithoutScale` is used for a disability. Which events count in `…PaidBefore` is the reading
 * `limitSpan`.
 * @throws PolicyInputError for a bad amount or grade, or nothing claimed.
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
  input: eventOfPerson,
  check,
  evaluate(person, context) {
    const sheet = context.statement();
    return closed(sheet, ...casualtyParts(sheet, person, context.terms.rescuer, context));
  },
});

export const hardshipIllnessFields = {
  /** 剩余的符合医疗报销费用: eligible costs of this stay that medical insurance left over (yuan). */
  eligibleExpenses: money("医疗保险报销后剩余的符合报销费用", "Eligible costs left over by medical insurance"),
  /** The same of the contract year's earlier stays; asked under `perYear` alone (yuan). */
  eligibleExpensesBefore: optional(
    money("保险年度内此前各次住院的剩余费用", "Eligible costs left over by the year's earlier stays"),
  ),
  /** What was paid for the contract year's stays; it comes off under `perYear` alone (yuan). */
  paidToDate: optional(money("保险年度内各次住院已赔付的金额", "Paid for the year's stays")),
};

/** 特困群众重病医疗的输入。The costs that medical insurance left over. */
export interface HardshipIllnessInput extends InputOf<typeof hardshipIllnessFields> {}

type HardshipContext = Context<ZhumadianPolicy, "hardshipAboveThousand" | "exactlyOneThousand">;

/** 三(七): half of the costs up to the step, the standard above it. */
function hardshipSteps(
  sheet: Statement,
  costs: Money,
  { terms: { hardshipIllness }, reading }: HardshipContext,
): Money {
  const { step, shareBelow, limitAbove } = hardshipIllness;
  const line = plainYuan(step.value);
  const side = costs.compare(step.value);
  const above = side === 0 ? reading("exactlyOneThousand") === "flat800" : side > 0;
  if (!above) return sheet.share(costs, withNumbers(shareBelow, `（${line}元以内）`, ` (up to ${line} yuan)`, step));
  if (reading("hardshipAboveThousand") === "halfUpTo800") {
    return sheet.cap(sheet.share(costs, withNumbers(shareBelow, "", "", step)), limitAbove);
  }
  const label = { zh: `按上限标准赔偿（${line}元以上）`, en: `By the limit standard (${line} yuan or more)` };
  return sheet.write({ operation: "pay", operands: [limitAbove.value], from: [limitAbove, step], label });
}

/**
 * 特困群众重病住院，医疗保险报销后剩余的符合报销费用赔付多少（元）。
 * What is paid on the eligible hospital costs that medical insurance left over (三(七)), in yuan: below 1 000 half of them, from 1 000
 * the standard of 800.
 *
 * @param input - The costs of this stay after medical insurance; under `hardshipSpan: perYear` also those of the year's earlier stays
 * and what was paid for them.
 * @returns A Benefit; the reading `hardshipSpan` is used where earlier stays can matter, `exactlyOneThousand` at exactly 1 000,
 * `hardshipAboveThousand` in the step above.
 * @throws PolicyInputError for a bad amount, or under `perYear` without the earlier stays.
 * @example
 * ```ts
 * hardshipIllnessBenefit({ eligibleExpenses: "999.99" }).amount.toString(); // "500.00"
 * hardshipIllnessBenefit({ eligibleExpenses: "1000" }).amount.toString(); // "800.00"
 * const first = { eligibleExpenses: "1000.01", eligibleExpensesBefore: "0", paidToDate: "0" };
 * compareReadings(hardshipIllnessBenefit, first).map(({ outcome }) => outcome.ok && outcome.value.amount);
 * // ["800.00", "500.01"]
 * ```
 * @function
 */
export const hardshipIllnessBenefit: Rule<HardshipIllnessInput, Benefit, ZhumadianPolicy> = rule({
  id: "hardshipIllnessBenefit",
  title: { zh: "特困群众重病医疗", en: "Serious illness in hardship" },
  clause: "三(七)",
  result: benefit,
  readings: ["hardshipSpan", "hardshipAboveThousand", "exactlyOneThousand"],
  input: hardshipIllnessFields,
  check({ eligibleExpensesBefore, paidToDate }, report, { reading }) {
    if (reading("hardshipSpan") === "perStay") return;
    for (const [name, value] of Object.entries({ eligibleExpensesBefore, paidToDate })) {
      if (value === undefined)
        report([name], "MISSING", "按保险年度累计的，须填写", "needed where the year's stays count together");
    }
  },
  evaluate({ eligibleExpenses, eligibleExpensesBefore: before, paidToDate: paid }, context) {
    const sheet = context.statement();
    if (before === undefined || paid === undefined || context.reading("hardshipSpan") === "perStay") {
      return closed(sheet, whole({ medical: hardshipSteps(sheet, eligibleExpenses, context) }));
    }
    const ofTheYear = sheet.sum([before, eligibleExpenses], sheet.own(labels.ofTheYear));
    const medical = hardshipSteps(sheet, ofTheYear, context);
    return sheet.benefit([medical], { medical }, paid);
  },
});
