/*
 * 试办〔2020〕1号: a policy that nobody ever issued, written as a programme is written, a part for each of its files. The tests of core use
 * it instead of a real programme, and test/fifth-programme.test.ts counts it: this much is what a programme costs.
 */
// imports --------------------------------------------------------------------------------------------------------------
import type { Assessment, AssessmentRule, ClaimOf, EligibilityRule, FactsOf } from "../../src/core/claim.js";
import { claimsOf } from "../../src/core/claim.js";
import { addDays, monthOf, monthsBetween, type Day } from "../../src/core/day.js";
import { checkGrade, checkPaidDisability, disabilityGrade, tenGradeScale } from "../../src/core/disability.js";
import { withNumbers, type Inquiry } from "../../src/core/eligibility.js";
import { day, fact, flag, money, month, oneOf, optional, orZero, type OutputOf } from "../../src/core/fields.js";
import { frozen } from "../../src/core/frozen.js";
import { harm, type DeathAfterDisability } from "../../src/core/harm.js";
import type { Vocabulary } from "../../src/core/input.js";
import { percent, yuan, type Rate } from "../../src/core/money.js";
import { deadlineOf, type Deadlines, type Running } from "../../src/core/period.js";
import { citing, definePolicy, type Policy } from "../../src/core/policy.js";
import { requireClaimed } from "../../src/core/report.js";
import { benefit, deadlines } from "../../src/core/results.js";
import { rulesOf, type Context } from "../../src/core/rule.js";
import { settleByCorridor, settlementShape, type Settlement } from "../../src/core/settlement.js";
import type { Benefit } from "../../src/core/statement.js";
import { tiers } from "../../src/core/tiers.js";
import type { Shape } from "../../src/core/wire.js";

// policy.ts ------------------------------------------------------------------------------------------------------------
const { clause, provision, floor, ceiling, reading } = citing("试办〔2020〕1号");

export const places = frozen({
  county: { zh: "县内", en: "in the county" },
  province: { zh: "省内县外", en: "elsewhere in the province" },
  abroad: { zh: "省外", en: "outside the province" },
} satisfies Vocabulary);

const terms = {
  insured: {
    from: provision("二", "2020-01-01", { zh: "试办期间起", en: "The trial begins" }),
    to: provision("二", "2020-12-31", { zh: "试办期间止", en: "The trial ends" }),
    within: provision("二", true, { zh: "在试办期间内", en: "Within the trial" }),
    waitingDays: provision("二", 10, (days) => ({ zh: `参保满 ${days} 日`, en: `Insured for ${days} days` })),
    monthlyPremium: provision("二", yuan(5), { zh: "每人每月保费", en: "Premium a person and month" }),
  },
  care: {
    inpatient: provision("三(一)", true, { zh: "住院治疗", en: "Care in hospital" }),
    places: provision("三(一)", ["county", "province"], { zh: "在本省就医", en: "Care in the province" }, places),
    referral: provision("三(一)", true, { zh: "查明是否转诊", en: "It is known whether a referral was given" }),
    deductible: provision("三(一)1", yuan(100), { zh: "起付线", en: "Deductible" }),
    tiers: provision(
      "三(一)2",
      tiers([{ upTo: yuan(1000), rate: percent(50) }, { upTo: yuan(5000), rate: percent(60) }, { rate: percent(70) }]),
      { zh: "分段支付", en: "Payment by tiers" },
    ),
    unreferred: provision("三(一)3", percent(60), (share: Rate) => ({
      zh: `未转诊的按 ${share.toPercent()} 支付`,
      en: `Without referral ${share.toPercent()} is paid`,
    })),
    limit: provision("三(一)4", yuan(20000), { zh: "每人限额", en: "Limit a person" }),
  },
  accident: {
    accidental: provision("三(二)", true, { zh: "因意外伤害", en: "Caused by an accident" }),
    death: floor("三(二)", yuan(20000), { zh: "意外身故金", en: "Accidental death" }),
    disability: provision("三(二)", yuan(50000), { zh: "意外伤残金", en: "Accidental disability" }),
    limit: ceiling("三(二)1", yuan(60000), { zh: "意外伤残限额", en: "Limit for disabilities" }),
    scale: tenGradeScale,
  },
  relief: { approved: provision("三(三)", true, { zh: "经县民政局同意", en: "Approved by the county" }) },
  deadlines: {
    decide: provision("四", 5, { zh: "作出决定", en: "Decide" }),
    pay: provision("四", 10, { zh: "支付", en: "Pay" }),
  },
  settlement: {
    refundBelow: provision("五", percent(80), { zh: "退费线", en: "Ratio below which premium is refunded" }),
    sharedFrom: provision("五", percent(100), { zh: "共担起点", en: "Ratio from which claims are shared" }),
    sharedTo: provision("五", percent(120), { zh: "共担分界", en: "Ratio where the share changes" }),
    share: provision("五", percent(50), { zh: "县财政承担部分", en: "Share of the county" }),
    shareAbove: provision("五", percent(30), { zh: "县财政承担的超出部分", en: "Share of the county above" }),
  },
};

const readings = {
  deathAfterDisability: reading<DeathAfterDisability>("三(二)", {
    question: { zh: "先致残后身故如何给付", en: "What is paid when death follows disability" },
    default: "both",
    choices: {
      both: { zh: "分别给付", en: "both are paid" },
      higher: { zh: "给付较高的一项", en: "the higher is paid" },
      deathOnly: { zh: "只给付身故金", en: "only the death benefit is paid" },
    },
  }),
  outpatient: reading<"refused" | "granted">("三(一)", {
    question: { zh: "门诊治疗是否给付", en: "Whether outpatient care is paid" },
    default: "refused",
    choices: { refused: { zh: "不给付", en: "it is not" }, granted: { zh: "给付", en: "it is" } },
  }),
};

export interface ToyPolicy extends Policy<typeof terms, typeof readings> {}

export const policy: ToyPolicy = definePolicy({
  id: "toy",
  title: { zh: "试点县救助保险", en: "Relief insurance of a made-up county" },
  document: {
    number: clause("二").document,
    title: { zh: "试点县救助保险办法", en: "Measures for relief insurance in a made-up county" },
    issuers: ["试点县人民政府"],
    issuedOn: "2019-12-20",
    checkedOn: "2019-12-20",
    inForce: { from: "2020-01-01", to: "2020-12-31" },
  },
  covers: {
    care: { clause: clause("三(一)"), title: { zh: "医疗", en: "Care" } },
    accident: { clause: clause("三(二)"), title: { zh: "意外", en: "Accident" } },
    relief: { clause: clause("三(三)"), title: { zh: "临时救助", en: "Emergency relief" } },
  },
  terms,
  readings,
  check({ insured, settlement: { refundBelow, sharedFrom, sharedTo } }, report) {
    if (insured.to.value < insured.from.value) report(["insured", "to"], "早于起日", "before from");
    if (refundBelow.value.compare(sharedFrom.value) > 0 || sharedFrom.value.compare(sharedTo.value) > 0) {
      report(["settlement"], "赔付率线应依次不减", "the ratios must not descend");
    }
  },
});

// programme.ts ---------------------------------------------------------------------------------------------------------
const { rule } = rulesOf(policy);
const { cover, coverByContract, eligibilityRule, assessmentRule } = claimsOf(policy);

// benefits.ts ----------------------------------------------------------------------------------------------------------
export const careBenefit = rule({
  id: "careBenefit",
  title: { zh: "医疗", en: "Care" },
  clause: "三(一)",
  result: benefit,
  input: {
    place: oneOf(places, "就医地", "Place of care"),
    referred: optional(flag("是否转诊", "Whether referred")),
    cost: money("自付费用", "Costs borne"),
    paid: orZero(money("已支付", "Paid before")),
  },
  check({ place, referred }, report) {
    if (place !== undefined && place !== "county" && referred === undefined) {
      report(["referred"], "MISSING", "县外就医须填写", "needed outside the county");
    }
  },
  evaluate({ place, referred, cost, paid }, { terms: { care }, statement }) {
    const sheet = statement();
    const tiered = sheet.tiers(sheet.deduct(cost, care.deductible), care.tiers);
    const shared = place === "county" || referred ? tiered : sheet.share(tiered, care.unreferred);
    const medical = sheet.cap(shared, care.limit);
    return sheet.benefit([medical], { medical }, paid);
  },
});

export const accidentBenefit = rule({
  id: "accidentBenefit",
  title: { zh: "意外", en: "Accident" },
  clause: "三(二)",
  result: benefit,
  readings: ["deathAfterDisability"],
  input: {
    death: optional(flag("是否身故", "Whether the insured died")),
    disabilityGrade,
    disabilityPaidBefore: orZero(money("其他事故已付的伤残金", "Disability from other accidents paid before")),
    disabilityPaidToDate: orZero(money("本次事故已付的伤残金", "Disability from this accident paid to date")),
  },
  check({ disabilityGrade: grade, ...paid }, report, { terms: { accident } }) {
    requireClaimed({ ...paid, disabilityGrade: grade }, ["death", "disabilityGrade"], report);
    checkGrade(grade, accident.scale, report);
    checkPaidDisability(paid, grade !== undefined, report);
  },
  evaluate(
    { death, disabilityGrade: grade, disabilityPaidBefore: paidBefore, disabilityPaidToDate: paidToDate },
    { terms: { accident }, reading: read, statement },
  ) {
    const sheet = statement();
    const forDisability = grade === undefined ? null : sheet.disability(accident.disability, grade, accident.scale);
    const forDeath = death ? sheet.pay(accident.death) : null;
    const { due, parts } = harm(
      sheet,
      { disability: forDisability, death: forDeath, limit: accident.limit, paidBefore, paidToDate },
      () => read("deathAfterDisability"),
    );
    return sheet.benefit(due, parts);
  },
});

// premium.ts -----------------------------------------------------------------------------------------------------------
export const premium = rule({
  id: "premium",
  title: { zh: "保费", en: "Premium" },
  clause: "二",
  result: benefit,
  input: { firstMonth: month("首个参保月份", "First insured month") },
  check({ firstMonth }, report, { terms: { insured } }) {
    const [first, last] = [monthOf(insured.from.value), monthOf(insured.to.value)];
    if (firstMonth === undefined || (first <= firstMonth && firstMonth <= last)) return;
    report(["firstMonth"], "OUT_OF_RANGE", `不在 ${first} 至 ${last} 之间`, `outside ${first} to ${last}`);
  },
  evaluate({ firstMonth }, { terms: { insured }, statement }) {
    const sheet = statement();
    const months = monthsBetween(firstMonth, monthOf(insured.to.value)) + 1;
    const due = sheet.multiply(insured.monthlyPremium, months, insured.to);
    return sheet.premium([due]);
  },
});

// settlement.ts --------------------------------------------------------------------------------------------------------
export const settle = rule({
  id: "settle",
  title: { zh: "清算", en: "Settlement" },
  clause: "五",
  result: settlementShape,
  input: { premium: money("保费", "Premium"), claims: money("赔款", "Claims") },
  evaluate({ premium: whole, claims }, { terms: { settlement: ratios }, statement, used }): Settlement {
    const { refundBelow, sharedFrom, sharedTo, share, shareAbove } = ratios;
    const sheet = statement();
    const bands = [
      { from: sharedFrom, to: sharedTo, share },
      { from: sharedTo, to: null, share: shareAbove },
    ];
    const settled = settleByCorridor(sheet, whole, claims, { refundBelow, bands });
    return { ...settled, conditions: [], lines: sheet.lines, readings: used() };
  },
});

// deadlines.ts ---------------------------------------------------------------------------------------------------------
const dates = { filedOn: day("申请之日", "Day of filing"), decidedOn: optional(day("决定之日", "Day of decision")) };
type Action = keyof typeof terms.deadlines;

const periods = ({ filedOn, decidedOn }: OutputOf<typeof dates>, due: typeof terms.deadlines): Running<Action>[] => [
  { action: "decide", from: filedOn, term: due.decide, unit: "working-day" },
  ...(decidedOn === undefined
    ? []
    : [{ action: "pay", from: decidedOn, term: due.pay, unit: "calendar-day" } as const]),
];

export const claimDeadlines = rule({
  id: "claimDeadlines",
  title: { zh: "时限", en: "Deadlines" },
  clause: "四",
  result: deadlines as Shape<Deadlines<Action>>,
  input: dates,
  evaluate: (given, { terms: { deadlines: due }, calendar, used }): Deadlines<Action> => ({
    deadlines: periods(given, due).map((period) => deadlineOf(period, calendar)),
    readings: used(),
  }),
});

// eligibility.ts -------------------------------------------------------------------------------------------------------
const person = {
  insuredFrom: fact(day("参保之日", "First day insured")),
  occurredOn: fact(day("发生之日", "Day of the event")),
};

const insuredOn = (ask: Inquiry<keyof typeof person>, { terms: { insured } }: Pick<Context<ToyPolicy>, "terms">) => {
  const [from, to] = [insured.from.value, insured.to.value];
  const within = withNumbers(insured.within, `（${from} 至 ${to}）`, ` (${from} to ${to})`, insured.from, insured.to);
  return [
    ask.holds("occurredOn", ["occurredOn"], within, (on: Day) => from <= on && on <= to),
    ask.holds(
      "waited",
      ["insuredFrom", "occurredOn"],
      insured.waitingDays,
      (first: Day, on: Day) => addDays(first, insured.waitingDays.value) <= on,
    ),
  ];
};

export const covers = {
  care: cover({
    facts: {
      ...person,
      inpatient: fact(flag("是否住院", "Whether in hospital")),
      place: fact(oneOf(places, "就医地", "Place of care")),
      referred: fact(flag("是否转诊", "Whether referred")),
    },
    benefit: careBenefit,
    requires: (ask, context) => [
      ...insuredOn(ask, context),
      context.reading("outpatient") === "refused" ? ask.is("inpatient", context.terms.care.inpatient) : null,
      ask.isOneOf("place", context.terms.care.places),
      ask.known("place") === "province"
        ? ask.holds("referred", ["referred"], context.terms.care.referral, () => true)
        : null,
    ],
  }),
  accident: cover({
    facts: { ...person, accidental: fact(flag("是否意外伤害", "Whether an accident")) },
    benefit: accidentBenefit,
    requires: (ask, context) => [...insuredOn(ask, context), ask.is("accidental", context.terms.accident.accidental)],
  }),
  relief: coverByContract({
    clause: "三(三)",
    facts: { ...person, approved: fact(flag("是否经同意", "Whether approved")) },
    requires: (ask, context) => [...insuredOn(ask, context), ask.is("approved", context.terms.relief.approved)],
  }),
};

type Facts<Name extends keyof typeof covers> = FactsOf<(typeof covers)[Name], Name>;
export type ToyFacts = Facts<"care"> | Facts<"accident"> | Facts<"relief">;

export const checkEligibility: EligibilityRule<ToyFacts, ToyPolicy> = eligibilityRule<ToyFacts>(covers, "三");

// claim.ts -------------------------------------------------------------------------------------------------------------
type ClaimUnder<Name extends keyof typeof covers> = ClaimOf<(typeof covers)[Name], Name, typeof dates>;
export type ToyClaim = ClaimUnder<"care"> | ClaimUnder<"accident"> | ClaimUnder<"relief">;
export type ToyAssessment = Assessment<keyof typeof covers, Benefit, Action>;

export const assessClaim: AssessmentRule<ToyClaim, ToyAssessment, ToyPolicy> = assessmentRule<
  ToyClaim,
  ToyAssessment,
  typeof dates
>({
  clause: "三",
  covers,
  dates,
  periods: (claim, { terms: { deadlines: due } }) => periods(claim.dates, due),
});
