import { checkGrade, checkPaidDisability, disabilityGrade } from "../core/disability.js";
import { flag, money, optional, orZero, type InputOf, type OutputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import { harm } from "../core/harm.js";
import type { Fields } from "../core/input.js";
import { Money, ratio, type Rate } from "../core/money.js";
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
  place,
  referral,
  requirementsOf,
  setting,
  type Reasons,
  type Requirements,
} from "./care.js";
import { payers, type LuozhuangPolicy } from "./policy.js";
import { rule } from "./programme.js";

type Terms = LuozhuangPolicy["terms"];

// 三(一) Medical supplement ---------------------------------------------------------------------------------------------

type MedicalReading = "referralWithinCity" | "institutionReductionForOutpatient" | "institutionReductionOutsideCity";
type MedicalContext = Context<LuozhuangPolicy, MedicalReading>;

const bill = {
  /** Inpatient care, or outpatient care of a special disease. */
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
  /** What basic medical insurance paid (yuan). */
  basicPaid: money("基本医疗保险报销", "Paid by basic insurance"),
  /** What critical-illness insurance paid (大病保险, yuan). */
  criticalIllnessPaid: orZero(money("大病保险报销", "Paid by critical-illness insurance")),
  /** What medical assistance paid earlier in the year; it uses up its yearly limit (yuan). */
  assistancePaidBefore: orZero(money("本年度此前医疗救助", "Medical assistance paid earlier in the year")),
  /** What this supplement paid earlier in the year; it uses up its yearly limit (yuan). */
  supplementPaidBefore: orZero(money("本年度此前医疗商业补充保险赔付", "Supplement paid earlier in the year")),
  /** What medical assistance really settled of this bill; in place of the computed stage (yuan). */
  medicalAssistancePaid: optional(money("医疗救助实际结算", "Medical assistance as settled")),
  /** What the institution really waived of the in-scope costs; in place of the computed stage (yuan). */
  institutionReduced: optional(money("医疗机构政策范围内实际减免", "In-scope reduction as settled")),
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
  /** In scope: the medical supplement. */
  readonly supplement: Money;
  /** In scope: what the patient bears. */
  readonly selfPaidInScope: Money;
  /** Out of scope: what the institution bears because it let the costs grow. */
  readonly outOfScopeReduction: Money;
  /** Out of scope: what the patient bears. */
  readonly selfPaidOutOfScope: Money;
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
  supplement: borne(payers.supplement),
  selfPaidInScope: borne(payers.selfPaidInScope),
  outOfScopeReduction: borne(payers.outOfScopeReduction),
  selfPaidOutOfScope: borne(payers.selfPaidOutOfScope),
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
  outpatient: { zh: "特殊病种门诊", en: "special outpatient care" },
  elsewhere: { zh: "市域外就医", en: "care outside the city" },
  uncontrolled: {
    zh: "限市域内定点医疗机构住院",
    en: "only for inpatients of the city's designated institutions",
  },
} satisfies Record<string, Text>);

/** An amount that others have settled: it rests on a clause, not on a number there. */
function settled(sheet: Statement, { clause, label }: Ground, paid: Money, as?: Text): Money {
  const named = as === undefined ? label : { zh: `${label.zh}（${as.zh}）`, en: `${label.en} (${as.en})` };
  return sheet.write({ operation: "pay", operands: [paid], from: [{ clause, label: named }] });
}

/** Nothing is due from a payer, and why; the line cites the first reason. */
function nothing(sheet: Statement, { label }: Ground, reasons: Reasons): Money {
  const join = (locale: keyof Text, mark: string) => reasons.map((reason) => reason.label[locale]).join(mark);
  const why = { zh: `${label.zh}（不适用：${join("zh", "；")}）`, en: `${label.en} (none: ${join("en", "; ")})` };
  return sheet.write({ operation: "pay", operands: [Money.zero], from: reasons, label: why });
}

/** What is left of an amount. */
const rest = (sheet: Statement, ground: Ground, whole: Money, taken: Money): Money =>
  sheet.write({ operation: "rest", operands: [whole, taken], from: [ground] });

/** 三(一)第3段: medical assistance on what the insurances leave. */
function assist(sheet: Statement, terms: Terms, inScope: Money, insured: Money, used: Money): Money {
  const { share, annualLimit } = terms.medicalAssistance;
  return sheet.write({
    operation: "restShare",
    operands: [inScope, insured, share.value, annualLimit.value, used],
    from: [share, annualLimit],
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

/** 三(一)第1至3段: the supplement, which closes the gap to the share of the in-scope costs that is to be reimbursed. */
function supplementOf(
  sheet: Statement,
  { inScopeExpenses, supplementPaidBefore }: Bill,
  reduced: Money,
  { asked, lacking }: Requirements,
  { reimbursedShare, annualLimit }: Terms["medicalSupplement"],
): Money {
  if (lacking !== null) return nothing(sheet, reimbursedShare, lacking);
  return sheet.write({
    operation: "topUp",
    operands: [inScopeExpenses, reimbursedShare.value, reduced, annualLimit.value, supplementPaidBefore],
    from: [reimbursedShare, annualLimit, ...asked],
  });
}

/** 三(一)第4段: out-of-scope costs above the control are the institution's, for inpatients of the city's designated institutions. */
function waiveOutOfScope(sheet: Statement, given: Bill, control: Provision<Rate>): Money {
  const { setting, place, designatedInstitution, totalExpenses, inScopeExpenses } = given;
  if (setting !== "inpatient" || !inCity(place) || designatedInstitution !== true) {
    return nothing(sheet, control, [{ clause: control.clause, label: labels.uncontrolled }]);
  }
  return sheet.write({
    operation: "restAbove",
    operands: [totalExpenses, inScopeExpenses, control.value],
    from: [control],
  });
}

/** Reports payers that have paid more than there is to pay, each in its turn. */
function checkPayers(given: Partial<Bill>, report: Report, { terms, statement }: MedicalContext): void {
  const { inScopeExpenses, basicPaid, criticalIllnessPaid, assistancePaidBefore, medicalAssistancePaid } = given;
  if (inScopeExpenses === undefined) return;
  const insured = (basicPaid ?? Money.zero).plus(criticalIllnessPaid ?? Money.zero);
  const assistance =
    medicalAssistancePaid ??
    (basicPaid && criticalIllnessPaid && assistancePaidBefore && insured.compare(inScopeExpenses) <= 0
      ? assist(statement(), terms, inScopeExpenses, insured, assistancePaidBefore)
      : undefined);
  const payers: readonly [string, Money | undefined][] = [
    ["basicPaid", basicPaid],
    ["criticalIllnessPaid", criticalIllnessPaid],
    [medicalAssistancePaid === undefined ? "medicalAssistance" : "medicalAssistancePaid", assistance],
    ["institutionReduced", given.institutionReduced],
  ];
  let paid = Money.zero;
  const names: string[] = [];
  for (const [name, amount] of payers) {
    if (amount === undefined || amount.isZero()) continue;
    paid = paid.plus(amount);
    names.push(name);
    if (paid.compare(inScopeExpenses) <= 0) continue;
    const sum = names.join(" + ");
    report(
      [name],
      "CONFLICT",
      `${sum} 合计 ${paid}，超过 inScopeExpenses（${inScopeExpenses}）`,
      `${sum} is ${paid}, above inScopeExpenses (${inScopeExpenses})`,
    );
    return;
  }
}

/** 医疗商业补充保险的输入。A bill, and what was paid of it and before it. */
export interface MedicalSupplementInput extends InputOf<typeof bill> {}

/**
 * 一份医疗账单由谁承担多少：应付的医疗商业补充保险及各方支付次序。
 * Who bears what of a hospital bill (三(一)), in yuan. Of the in-scope costs basic and critical-illness insurance pay first; medical
 * assistance pays 70 % of the rest, at most 10 000 a year; the institution waives 10 % of what then remains; the supplement closes
 * the gap to 90 % of the in-scope costs, at most 450 000 a year; the patient bears what is left. Out-of-scope costs of inpatients
 * above 6 % of the bill fall on the city's designated institution. Not treated in a designated institution, or not referred where that
 * is asked: no reduction and no supplement.
 *
 * @param input - One bill. The amounts `…PaidBefore` are those of earlier bills of the year. `medicalAssistancePaid` and
 * `institutionReduced` replace a computed stage by what was really settled.
 * @returns A Benefit whose amount is the supplement, with the `waterfall`; its in-scope parts add up to `inScopeExpenses`, all parts to
 * `totalExpenses`. The readings `referralWithinCity`, `institutionReductionForOutpatient` and `institutionReductionOutsideCity` are
 * used where they matter.
 * @throws PolicyInputError for in-scope costs above the bill, payers above the in-scope costs, or a fact that the place asks for and
 * that is left out.
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
 * waterfall.reimbursedShare?.toPercent(); // "90%"
 * ```
 * @function
 */
export const medicalSupplementBenefit: Rule<MedicalSupplementInput, MedicalSupplementBenefit, LuozhuangPolicy> = rule({
  id: "medicalSupplementBenefit",
  title: { zh: "医疗商业补充保险", en: "Medical supplement" },
  clause: "三(一)",
  result: medicalSupplementShape,
  readings: ["referralWithinCity", "institutionReductionForOutpatient", "institutionReductionOutsideCity"],
  input: bill,
  check(given, report, context) {
    const { place, designatedInstitution, referral, totalExpenses, inScopeExpenses } = given;
    if (inCity(place) && designatedInstitution === undefined) {
      report(["designatedInstitution"], "MISSING", "市域内就医须填写", "needed for care inside the city");
    }
    if (asksReferral(place, context) && referral === undefined) {
      report(["referral"], "MISSING", "区外就医须填写", "needed for care outside the district");
    }
    if (totalExpenses !== undefined && inScopeExpenses !== undefined && inScopeExpenses.compare(totalExpenses) > 0) {
      report(
        ["inScopeExpenses"],
        "CONFLICT",
        `inScopeExpenses（${inScopeExpenses}）大于 totalExpenses（${totalExpenses}）`,
        `inScopeExpenses (${inScopeExpenses}) is above totalExpenses (${totalExpenses})`,
      );
    }
    checkPayers(given, report, context);
  },
  evaluate(given, context): MedicalSupplementBenefit {
    const { terms, statement } = context;
    const { totalExpenses, inScopeExpenses, medicalAssistancePaid } = given;
    const inScope = terms.medicalSupplement.reimbursedShare.clause;
    const outOfScope = terms.institution.outOfScopeControl.clause;
    const sheet = statement();
    const requirements = requirementsOf(given, context);

    const basic = settled(sheet, { clause: inScope, label: payers.basic }, given.basicPaid);
    const criticalIllness = settled(
      sheet,
      { clause: inScope, label: payers.criticalIllness },
      given.criticalIllnessPaid,
    );
    const insured = basic.plus(criticalIllness);

    const medicalAssistance =
      medicalAssistancePaid === undefined
        ? assist(sheet, terms, inScopeExpenses, insured, given.assistancePaidBefore)
        : settled(sheet, terms.medicalAssistance.share, medicalAssistancePaid, labels.asSettled);
    const assisted = insured.plus(medicalAssistance);

    const institutionReduction = waive(sheet, given, assisted, requirements, context);
    const reduced = assisted.plus(institutionReduction);

    const supplement = supplementOf(sheet, given, reduced, requirements, terms.medicalSupplement);
    const reimbursed = reduced.plus(supplement);
    const inScopeGround = { clause: inScope, label: payers.selfPaidInScope };
    const selfPaidInScope = rest(sheet, inScopeGround, inScopeExpenses, reimbursed);

    const outOfScopeReduction = waiveOutOfScope(sheet, given, terms.institution.outOfScopeControl);
    const notThePatients = inScopeExpenses.plus(outOfScopeReduction);
    const outOfScopeGround = { clause: outOfScope, label: payers.selfPaidOutOfScope };
    const selfPaidOutOfScope = rest(sheet, outOfScopeGround, totalExpenses, notThePatients);

    const waterfall: Waterfall = {
      basic,
      criticalIllness,
      medicalAssistance,
      institutionReduction,
      supplement,
      selfPaidInScope,
      outOfScopeReduction,
      selfPaidOutOfScope,
      reimbursedShare: ratio(reimbursed, inScopeExpenses),
    };
    return { ...sheet.benefit([supplement], { medical: supplement }), waterfall };
  },
});

// 三(二) Accident -------------------------------------------------------------------------------------------------------

const accidentFields = {
  /** Whether the insured died of the accident. */
  death: optional(flag("是否因意外身故", "Whether the insured died of the accident")),
  /** Grade of disability, 1 (heaviest) to 10, by 中保协发〔2013〕88号. */
  disabilityGrade,
  /** What the medical care of the accident cost (yuan). */
  medicalExpenses: optional(money("意外伤害医疗费用", "Cost of accident care")),
  /** What this cover paid for medical care before; it uses up the limit (yuan). */
  medicalPaidBefore: orZero(money("此前已赔付的意外伤害医疗", "Accident care paid before")),
  /** What this cover paid for disability from other accidents; it uses up the limit (yuan). */
  disabilityPaidBefore: orZero(money("其他事故已赔付的伤残", "Disability from other accidents paid before")),
  /** What this cover paid for the disability from this accident; comes off when the disability is given again, as beside a death (yuan). */
  disabilityPaidToDate: orZero(money("本次事故已赔付的伤残", "Disability from this accident paid to date")),
};

/** 意外伤害保险的输入。What an accident did to the insured. */
export interface AccidentInput extends InputOf<typeof accidentFields> {}

/**
 * 意外伤害的给付：身故、按伤残等级、意外医疗。
 * What an accident gives (三(二)第1段), in yuan, at the least the plan allows for a premium of 10: 30 000 on death; 30 000 by the degree
 * of disability; medical care up to 5 000. A contract's higher sums are put in with `amend`. What is left out is not claimed.
 *
 * @param input - `disabilityGrade` from 1 to 10, by the ten-grade scale.
 * @returns A Benefit; the reading `deathAfterDisability` is used when both are claimed.
 * @throws PolicyInputError for a bad amount or grade, or no grade beside a death and what was paid for the disability.
 * @example
 * ```ts
 * accidentBenefit({ disabilityGrade: 7, medicalExpenses: "6200.50" }).amount.toString(); // "17000.00"
 * ```
 * @function
 */
export const accidentBenefit: Rule<AccidentInput, Benefit, LuozhuangPolicy> = rule({
  id: "accidentBenefit",
  title: { zh: "意外伤害保险", en: "Accident" },
  clause: "三(二)第1段",
  result: benefit,
  readings: ["deathAfterDisability"],
  input: accidentFields,
  check({ disabilityGrade: grade, ...harm }, report, { terms }) {
    checkGrade(grade, terms.accident.disabilityScale, report);
    checkPaidDisability(harm, grade !== undefined, report);
  },
  evaluate(
    { death, disabilityGrade: grade, medicalExpenses, medicalPaidBefore, disabilityPaidBefore, disabilityPaidToDate },
    { terms, reading, statement },
  ) {
    const { accident } = terms;
    const sheet = statement();
    const { disability, disabilityScale } = accident;
    const forDisability = grade === undefined ? null : sheet.disability(disability, grade, disabilityScale);
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
    if (medicalExpenses === undefined) return sheet.benefit(due, parts);
    const medical = sheet.cap(medicalExpenses, accident.medicalLimit, medicalPaidBefore);
    return sheet.benefit([...due, medical], { ...parts, medical });
  },
});
