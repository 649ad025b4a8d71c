import { money, optional, orZero, rateUpToOne, type InputOf, type OutputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import type { Fields } from "../core/input.js";
import { Money, ratio, sumOf, type Rate } from "../core/money.js";
import type { Provision } from "../core/policy.js";
import type { Report } from "../core/report.js";
import { amount, benefit, extended, factorOrNone } from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import type { Benefit, Ground, Statement } from "../core/statement.js";
import type { Text } from "../core/text.js";
import { recordShape } from "../core/wire.js";
import {
  asksReferral,
  designatedInstitution,
  inCity,
  notReferred,
  place,
  referral,
  requirementsOf,
  setting,
  type Reasons,
  type Requirements,
} from "./care.js";
import { payers, type LuozhuangPolicy } from "./policy.js";
import { rule } from "./programme.js";

// 三(一) Medical supplement ---------------------------------------------------------------------------------------------

const medicalReadings = [
  "referralWithinCity",
  "institutionReductionForOutpatient",
  "institutionReductionOutsideCity",
  "outOfScopeWithoutReferral",
  "specialOutpatientRate",
  "specialOutpatientAssistance",
  "outpatientOutsideCity",
  "ninetyPercentSpan",
] as const;
type MedicalContext = Context<LuozhuangPolicy, (typeof medicalReadings)[number]>;

export const bill = {
  /** Inpatient care, outpatient care of a special disease, or other outpatient care, which is not covered. */
  setting,
  /** Where the care was given. */
  place,
  /** Inside the city: whether the institution is a designated one (see `isDesignated`). Needed there; not asked elsewhere. */
  designatedInstitution: optional(designatedInstitution),
  /** Outside the district: what was done about a referral. Needed there; not asked in the district. */
  referral: optional(referral),
  /** The whole bill (yuan). */
  totalExpenses: money("医疗总费用", "The whole bill"),
  /** What of it lies within the policy's scope (政策范围内, yuan). */
  inScopeExpenses: money("其中政策范围内费用", "In-scope costs"),
  /** What basic medical insurance paid of the in-scope costs (yuan). */
  basicPaid: money("基本医疗保险报销", "Paid by basic insurance"),
  /** What critical-illness insurance paid of them (大病保险, yuan). */
  criticalIllnessPaid: orZero(money("大病保险报销", "Paid by critical-illness insurance")),
  /** What medical assistance paid earlier in the year; it uses up its yearly limit (yuan). */
  assistancePaidBefore: orZero(money("本年度此前医疗救助", "Medical assistance paid earlier in the year")),
  /** What this supplement paid earlier in the year; it uses up its yearly limit (yuan). */
  supplementPaidBefore: orZero(money("本年度此前医疗商业补充保险赔付", "Supplement paid earlier in the year")),
  /**
   * What medical assistance really settled of this bill; in place of the computed stage (yuan). Needed where the plan leaves assistance to
   * other rules: outside the city without a referral, and for other outpatient care.
   */
  medicalAssistancePaid: optional(money("医疗救助实际结算", "Medical assistance as settled")),
  /** What the institution really waived of the in-scope costs; in place of the computed stage (yuan). */
  institutionReduced: optional(money("医疗机构政策范围内实际减免", "In-scope reduction as settled")),
  /** What any other source reimbursed of the in-scope costs (等补偿, yuan); it comes after the institution's reduction. */
  otherPaid: orZero(money("其他来源对政策范围内费用的补偿", "Paid by other sources, in scope")),
  /** The rate at which an institution of that level reimburses inpatients; for `specialOutpatientRate: sameLevelInpatient` (0 to 1). */
  inpatientRate: optional(rateUpToOne("同级医疗机构住院报销比例", "Inpatient rate of an institution of that level")),
  /** In-scope costs of the year's earlier bills that were entitled; for `ninetyPercentSpan: perYear` (yuan). */
  inScopeBefore: optional(
    money("本年度此前符合条件的政策范围内费用", "In-scope costs of the year's earlier entitled bills"),
  ),
  /** What the patient bore of those costs (yuan). */
  selfPaidInScopeBefore: optional(money("其中个人自付", "What the patient bore of them")),
} satisfies Fields;

type Bill = OutputOf<typeof bill>;

/**
 * 一份账单由谁承担多少，按支付次序。
 * Who bears what of a bill, in the order of payment; all amounts in yuan.
 */
export interface Waterfall {
  /** In scope: basic medical insurance. */
  readonly basic: Money;
  /** In scope: critical-illness insurance. */
  readonly criticalIllness: Money;
  /** In scope: medical assistance. */
  readonly medicalAssistance: Money;
  /** In scope: what the institution waives. */
  readonly institutionReduction: Money;
  /** In scope: what other sources reimburse. */
  readonly other: Money;
  /** In scope: the medical supplement. */
  readonly supplement: Money;
  /** In scope: what the patient bears. */
  readonly selfPaidInScope: Money;
  /** Out of scope: what the institution bears because it let the costs grow. */
  readonly outOfScopeReduction: Money;
  /** Out of scope: what the patient bears. */
  readonly selfPaidOutOfScope: Money;
  /** What the patient bears in all. */
  readonly selfPaidTotal: Money;
  /** What of the in-scope costs the patient does not bear, to six places, for display; `null` without in-scope costs. */
  readonly reimbursedShare: Rate | null;
}

/**
 * 应付的医疗商业补充保险，以及各方承担的数额。
 * The supplement due, with the shares of all who bear the bill.
 */
export interface MedicalSupplementBenefit extends Benefit {
  /** Who bears what. */
  readonly waterfall: Waterfall;
}

const borne = ({ zh, en }: Text) => amount(zh, en);

/** Not shown by itself: the lines say who bears what. */
const waterfallShape = recordShape<Waterfall>({
  basic: borne(payers.basic),
  criticalIllness: borne(payers.criticalIllness),
  medicalAssistance: borne(payers.medicalAssistance),
  institutionReduction: borne(payers.institutionReduction),
  other: borne(payers.other),
  supplement: borne(payers.supplement),
  selfPaidInScope: borne(payers.selfPaidInScope),
  outOfScopeReduction: borne(payers.outOfScopeReduction),
  selfPaidOutOfScope: borne(payers.selfPaidOutOfScope),
  selfPaidTotal: borne(payers.selfPaidTotal),
  reimbursedShare: factorOrNone("政策范围内报销比例", "Share of in-scope costs reimbursed"),
});

const medicalSupplementShape = extended<MedicalSupplementBenefit>(
  benefit,
  { waterfall: waterfallShape },
  "医疗商业补充保险",
  "Medical supplement",
);

const labels = frozen({
  asSettled: { zh: "实际结算", en: "as settled" },
  asInpatient: { zh: "比照住院", en: "as for a stay" },
  outpatient: { zh: "特殊病种门诊", en: "special outpatient care" },
  elsewhere: { zh: "市域外就医", en: "care outside the city" },
  uncontrolled: {
    zh: "限市域内定点医疗机构住院",
    en: "only for inpatients of the city's designated institutions",
  },
  yearInScope: { zh: "本年度政策范围内费用（含本次）", en: "In-scope costs of the year, this bill included" },
  yearReimbursed: { zh: "本年度此前各方已支付", en: "Paid earlier in the year" },
  yearPaid: { zh: "本年度各方已支付（含本次）", en: "Paid in the year, this bill included" },
  yearGap: { zh: "按年度应补足", en: "Wanting over the year" },
} satisfies Record<string, Text>);

/** A name with what is to be added to it. */
const named = ({ zh, en }: Text, as: Text): Text => ({ zh: `${zh}（${as.zh}）`, en: `${en} (${as.en})` });

/** A payer's name; once nothing is left of its yearly limit, it says so. */
const within = ({ label }: Ground, limit: Provision<Money>, used: Money): Text =>
  used.compare(limit.value) < 0
    ? label
    : named(label, { zh: `${limit.label.zh}已用完`, en: `${limit.label.en} used up` });

/** An amount that others have settled: it rests on a clause, not on a number there. */
const settled = (sheet: Statement, { clause, label }: Ground, paid: Money, as?: Text): Money =>
  sheet.write({ operation: "pay", operands: [paid], from: [{ clause, label: as ? named(label, as) : label }] });

/** Nothing is due from a payer, and why; the line cites the first reason. */
function nothing(sheet: Statement, { label }: Ground, reasons: Reasons): Money {
  const join = (locale: keyof Text, mark: string) => reasons.map((reason) => reason.label[locale]).join(mark);
  const why = { zh: `${label.zh}（不适用：${join("zh", "；")}）`, en: `${label.en} (none: ${join("en", "; ")})` };
  return sheet.write({ operation: "pay", operands: [Money.zero], from: reasons, label: why });
}

/** What is left of an amount. */
const rest = (sheet: Statement, ground: Ground, whole: Money, taken: Money): Money =>
  sheet.write({ operation: "rest", operands: [whole, taken], from: [ground] });

/** 三(一)第3、6、7段: whether the plan leaves medical assistance to other rules, so that only what was settled is known. */
function assistedElsewhere(given: Partial<Bill>, context: MedicalContext): boolean {
  const { setting, place } = given;
  if (setting === "ordinaryOutpatient") return true;
  if (setting === "specialOutpatient" && context.reading("specialOutpatientAssistance") === "asSettled") return true;
  return place === "outsideCity" && given.referral !== undefined && notReferred({ ...given, place }, context) !== null;
}

/** 三(一)第3、7段: medical assistance on what the insurances leave. */
function assist(sheet: Statement, given: Bill, insured: Money, { terms, reading }: MedicalContext): Money {
  const { share, annualLimit } = terms.medicalAssistance;
  if (given.medicalAssistancePaid !== undefined) {
    return settled(sheet, share, given.medicalAssistancePaid, labels.asSettled);
  }
  const likened = given.setting === "specialOutpatient" && reading("specialOutpatientAssistance") === "sameAsInpatient";
  const label = within(share, annualLimit, given.assistancePaidBefore);
  return sheet.write({
    operation: "restShare",
    operands: [given.inScopeExpenses, insured, share.value, annualLimit.value, given.assistancePaidBefore],
    from: [share, annualLimit],
    label: likened ? named(label, labels.asInpatient) : label,
  });
}

/** 三(一)第6、7段: why the institution's reduction is not provided for this care, as the readings have it. */
function withoutReduction({ setting, place }: Bill, { policy, reading }: MedicalContext): Reasons | null {
  const { institutionReductionForOutpatient, institutionReductionOutsideCity } = policy.readings;
  if (setting === "specialOutpatient" && reading("institutionReductionForOutpatient") === "none") {
    return [{ clause: institutionReductionForOutpatient.clause, label: labels.outpatient }];
  }
  if (place === "outsideCity" && reading("institutionReductionOutsideCity") === "none") {
    return [{ clause: institutionReductionOutsideCity.clause, label: labels.elsewhere }];
  }
  return null;
}

/** 三(一)第4段: what the institution waives of what the insurances and medical assistance leave. */
function waive(
  sheet: Statement,
  given: Bill,
  assisted: Money,
  { asked, lacking }: Requirements,
  context: MedicalContext,
): Money {
  const { reduction } = context.terms.institution;
  if (given.institutionReduced !== undefined) {
    return settled(sheet, reduction, given.institutionReduced, labels.asSettled);
  }
  const reasons = lacking ?? withoutReduction(given, context);
  if (reasons !== null) return nothing(sheet, reduction, reasons);
  return sheet.write({
    operation: "restShare",
    operands: [given.inScopeExpenses, assisted, reduction.value, null, Money.zero],
    from: [reduction, ...asked],
  });
}

/** 三(一)第1、3、4段: what is paid before the supplement's turn, in the order of payment. */
function payments(sheet: Statement, given: Bill, requirements: Requirements, context: MedicalContext) {
  const { clause } = context.terms.medicalSupplement.reimbursedShare;
  const basic = settled(sheet, { clause, label: payers.basic }, given.basicPaid);
  const criticalIllness = settled(sheet, { clause, label: payers.criticalIllness }, given.criticalIllnessPaid);
  const insured = basic.plus(criticalIllness);
  const medicalAssistance = assist(sheet, given, insured, context);
  const institutionReduction = waive(sheet, given, insured.plus(medicalAssistance), requirements, context);
  const other = given.otherPaid.isZero()
    ? Money.zero
    : settled(sheet, { clause, label: payers.other }, given.otherPaid);
  return { basic, criticalIllness, medicalAssistance, institutionReduction, other };
}

/** 三(一)第1至3、7段: the supplement, which closes the gap to the share of the in-scope costs that is to be reimbursed. */
function supplementOf(
  sheet: Statement,
  given: Bill,
  paid: Money,
  { asked, lacking }: Requirements,
  { terms, policy, reading }: MedicalContext,
): Money {
  const { reimbursedShare, annualLimit } = terms.medicalSupplement;
  const { setting, inScopeExpenses, inpatientRate, supplementPaidBefore: used } = given;
  if (lacking !== null) return nothing(sheet, reimbursedShare, lacking);
  const label = within(reimbursedShare, annualLimit, used);
  if (setting === "specialOutpatient" && reading("specialOutpatientRate") === "sameLevelInpatient" && inpatientRate) {
    const { clause } = policy.readings.specialOutpatientRate;
    return sheet.write({
      operation: "topUp",
      operands: [inScopeExpenses, inpatientRate, paid, annualLimit.value, used],
      from: [{ clause, label }, annualLimit, ...asked],
    });
  }
  const earlier = given.inScopeBefore ?? Money.zero;
  if (!earlier.isZero() && reading("ninetyPercentSpan") === "perYear") {
    return supplementOverYear(sheet, given, earlier, paid, asked, terms.medicalSupplement);
  }
  return sheet.write({
    operation: "reach",
    operands: [inScopeExpenses, reimbursedShare.value, paid, annualLimit.value, used],
    from: [reimbursedShare, annualLimit, ...asked],
    label,
  });
}

/** 三(一)第1段 with `ninetyPercentSpan: perYear`: what is wanting over the year's bills, never more than is left of this one. */
function supplementOverYear(
  sheet: Statement,
  { inScopeExpenses, selfPaidInScopeBefore, supplementPaidBefore }: Bill,
  earlier: Money,
  paid: Money,
  asked: readonly Ground[],
  { reimbursedShare, annualLimit }: LuozhuangPolicy["terms"]["medicalSupplement"],
): Money {
  const { clause } = reimbursedShare;
  const inScope = sheet.sum([earlier, inScopeExpenses], { clause, label: labels.yearInScope });
  const reimbursed = rest(sheet, { clause, label: labels.yearReimbursed }, earlier, selfPaidInScopeBefore ?? earlier);
  const taken = sheet.sum([reimbursed, paid], { clause, label: labels.yearPaid });
  const gap = sheet.write({
    operation: "reach",
    operands: [inScope, reimbursedShare.value, taken, annualLimit.value, supplementPaidBefore],
    from: [reimbursedShare, annualLimit, ...asked],
    label: labels.yearGap,
  });
  return sheet.write({
    operation: "cap",
    operands: [gap, inScopeExpenses, paid],
    from: [reimbursedShare, annualLimit, ...asked],
    label: within(reimbursedShare, annualLimit, supplementPaidBefore),
  });
}

/** 三(一)第4、8段: out-of-scope costs above the control are the institution's, for inpatients of the city's designated institutions. */
function waiveOutOfScope(sheet: Statement, given: Bill, context: MedicalContext): Money {
  const { outOfScopeControl: control } = context.terms.institution;
  const { setting, place, designatedInstitution, totalExpenses, inScopeExpenses } = given;
  if (setting !== "inpatient" || !inCity(place) || designatedInstitution !== true) {
    return nothing(sheet, control, [{ clause: control.clause, label: labels.uncontrolled }]);
  }
  const onReferral = asksReferral(place, context) && context.reading("outOfScopeWithoutReferral") === "notWaived";
  const unreferred = onReferral ? notReferred(given, context) : null;
  if (unreferred !== null) return nothing(sheet, control, [unreferred]);
  return sheet.write({
    operation: "restAbove",
    operands: [totalExpenses, inScopeExpenses, control.value],
    from: [control, onReferral ? context.terms.medicalSupplement.referral : null],
  });
}

/** A field's or a payer's name, as it stands in a sentence. */
const quoted = ({ label }: { readonly label: Text }): Text => ({ zh: `“${label.zh}”`, en: `"${label.en}"` });

/** Whether everything that a bill always has could be read. */
const isWhole = (given: Partial<Bill>): given is Bill =>
  Object.entries(bill).every(([name, field]) => field.presence === "optional" || Object.hasOwn(given, name));

/** Reports payers that have paid more than there is to pay, each in its turn. */
function checkPayers(given: Partial<Bill>, report: Report, context: MedicalContext): void {
  const { inScopeExpenses } = given;
  if (inScopeExpenses === undefined) return;
  const computed = isWhole(given)
    ? payments(context.statement(), given, requirementsOf(given, context), context)
    : undefined;
  const turns: readonly (readonly [keyof typeof bill, Money | undefined, Money | undefined, Text])[] = [
    ["basicPaid", given.basicPaid, undefined, payers.basic],
    ["criticalIllnessPaid", given.criticalIllnessPaid, undefined, payers.criticalIllness],
    ["medicalAssistancePaid", given.medicalAssistancePaid, computed?.medicalAssistance, payers.medicalAssistance],
    ["institutionReduced", given.institutionReduced, computed?.institutionReduction, payers.institutionReduction],
    ["otherPaid", given.otherPaid, undefined, payers.other],
  ];
  let paid = Money.zero;
  const names: Text[] = [];
  for (const [name, stated, stage, payer] of turns) {
    const turn = stated ?? stage ?? Money.zero;
    if (turn.isZero()) continue;
    paid = paid.plus(turn);
    names.push(quoted(stated === undefined ? { label: payer } : bill[name]));
    if (paid.compare(inScopeExpenses) <= 0) continue;
    const scope = quoted(bill.inScopeExpenses);
    report(
      [name],
      "CONFLICT",
      `${names.map(({ zh }) => zh).join("、")}合计 ${paid}，超过${scope.zh}（${inScopeExpenses}）`,
      `${names.map(({ en }) => en).join(" + ")} is ${paid}, above ${scope.en} (${inScopeExpenses})`,
    );
    return;
  }
}

/** Reports what a bill needs by where and how the care was given, and by the readings. */
function checkNeeded(given: Partial<Bill>, report: Report, context: MedicalContext): void {
  const { setting, place } = given;
  const needed = (name: keyof Bill, when: () => boolean, zh: string, en: string) => {
    if (given[name] === undefined && when()) report([name], "MISSING", zh, en);
  };
  needed("designatedInstitution", () => inCity(place), "市域内就医须填写", "needed for care inside the city");
  needed("referral", () => asksReferral(place, context), "区外就医须填写", "needed for care outside the district");
  needed(
    "medicalAssistancePaid",
    () => assistedElsewhere(given, context),
    "本方案未规定这种情形的医疗救助，须填实际结算数（没有的填 0）",
    "the plan does not say what medical assistance pays here: give what was settled (0 if nothing)",
  );
  needed(
    "inpatientRate",
    () =>
      setting === "specialOutpatient" &&
      place !== undefined &&
      requirementsOf({ ...given, setting, place }, context).lacking === null &&
      context.reading("specialOutpatientRate") === "sameLevelInpatient",
    "特殊病种门诊按同级医疗机构住院报销比例计算的，须填写该比例",
    "needed where special outpatient care is paid at the inpatient rate of that level",
  );
  needed("inScopeBefore", () => given.selfPaidInScopeBefore !== undefined, ...beside(bill.selfPaidInScopeBefore));
  needed("selfPaidInScopeBefore", () => given.inScopeBefore !== undefined, ...beside(bill.inScopeBefore));
}

/** Why a field is needed: because another one is given. */
function beside(field: { readonly label: Text }): [zh: string, en: string] {
  const { zh, en } = quoted(field);
  return [`填了${zh}，就须填写`, `needed beside ${en}`];
}

/** Reports a part that is above its whole. */
function checkPart(
  given: Partial<Bill>,
  part: keyof Bill & MoneyField,
  whole: keyof Bill & MoneyField,
  report: Report,
): void {
  const [least, most] = [given[part], given[whole]];
  if (least === undefined || most === undefined || least.compare(most) <= 0) return;
  const [one, other] = [quoted(bill[part]), quoted(bill[whole])];
  report(
    [part],
    "CONFLICT",
    `${one.zh}（${least}）大于${other.zh}（${most}）`,
    `${one.en} (${least}) is above ${other.en} (${most})`,
  );
}

type MoneyField = "inScopeExpenses" | "totalExpenses" | "inScopeBefore" | "selfPaidInScopeBefore";

/** 医疗商业补充保险的输入。A bill, and what was paid of it and before it. */
export interface MedicalSupplementInput extends InputOf<typeof bill> {}

/**
 * 一份医疗账单由谁承担多少：应付的医疗商业补充保险及各方支付次序。
 * Who bears what of a hospital bill (三(一)), in yuan. Of the in-scope costs basic and critical-illness insurance pay first; medical
 * assistance pays 70 % of the rest, at most 10 000 a year; the institution waives 10 % of what then remains; other sources follow; the
 * supplement closes the gap to 90 % of the in-scope costs, up to the next fen and at most 450 000 a year, so that the patient keeps no
 * more than a tenth. Out-of-scope costs of inpatients above 6 % of the bill fall on the city's designated institution. Not treated in a
 * designated institution, or not referred where that is asked: no reduction and no supplement.
 *
 * @param input - One bill. The amounts `…Before` are those of earlier bills of the year. `medicalAssistancePaid` and
 * `institutionReduced` replace a computed stage by what was really settled.
 * @returns A Benefit whose amount is the supplement, with the `waterfall`; its in-scope parts add up to `inScopeExpenses`, all parts to
 * `totalExpenses`. The readings that were used are those that matter to this bill.
 * @throws PolicyInputError for in-scope costs above the bill, payers above the in-scope costs, or a fact or amount that the place, the
 * care or a reading asks for and that is left out.
 * @example
 * ```ts
 * const { amount, waterfall } = medicalSupplementBenefit({
 *   setting: "inpatient", place: "district", designatedInstitution: true,
 *   totalExpenses: "100000", inScopeExpenses: "95000", basicPaid: "50000", criticalIllnessPaid: "10000",
 * });
 * amount.toString(); // "13000.00"
 * waterfall.medicalAssistance.toString(); // "10000.00"
 * waterfall.institutionReduction.toString(); // "2500.00"
 * waterfall.selfPaidInScope.toString(); // "9500.00"
 * waterfall.selfPaidOutOfScope.toString(); // "5000.00"
 * waterfall.selfPaidTotal.toString(); // "14500.00"
 * waterfall.reimbursedShare?.toPercent(); // "90%"
 * ```
 * @function
 */
export const medicalSupplementBenefit: Rule<MedicalSupplementInput, MedicalSupplementBenefit, LuozhuangPolicy> = rule({
  id: "medicalSupplementBenefit",
  title: { zh: "医疗商业补充保险", en: "Medical supplement" },
  clause: "三(一)",
  result: medicalSupplementShape,
  readings: medicalReadings,
  input: bill,
  check(given, report, context) {
    checkNeeded(given, report, context);
    checkPart(given, "inScopeExpenses", "totalExpenses", report);
    checkPart(given, "selfPaidInScopeBefore", "inScopeBefore", report);
    checkPayers(given, report, context);
  },
  evaluate(given, context): MedicalSupplementBenefit {
    const { totalExpenses, inScopeExpenses } = given;
    const { clause: inScope } = context.terms.medicalSupplement.reimbursedShare;
    const { clause: outOfScope } = context.terms.institution.outOfScopeControl;
    const sheet = context.statement();
    const requirements = requirementsOf(given, context);

    const before = payments(sheet, given, requirements, context);
    const paid = sumOf(Object.values(before));
    const supplement = supplementOf(sheet, given, paid, requirements, context);
    const reimbursed = paid.plus(supplement);
    const inScopeGround = { clause: inScope, label: payers.selfPaidInScope };
    const selfPaidInScope = rest(sheet, inScopeGround, inScopeExpenses, reimbursed);

    const outOfScopeReduction = waiveOutOfScope(sheet, given, context);
    const outOfScopeGround = { clause: outOfScope, label: payers.selfPaidOutOfScope };
    const selfPaidOutOfScope = rest(sheet, outOfScopeGround, totalExpenses, inScopeExpenses.plus(outOfScopeReduction));
    const selfPaidTotal = sheet.sum([selfPaidInScope, selfPaidOutOfScope], sheet.own(payers.selfPaidTotal));

    const waterfall: Waterfall = {
      ...before,
      supplement,
      selfPaidInScope,
      outOfScopeReduction,
      selfPaidOutOfScope,
      selfPaidTotal,
      reimbursedShare: ratio(reimbursed, inScopeExpenses),
    };
    return { ...sheet.benefit([supplement], { medical: supplement }), waterfall };
  },
});
