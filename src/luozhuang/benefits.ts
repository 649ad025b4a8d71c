import { checkGrade, checkPaidDisability, disabilityGrade } from "../core/disability.js";
import { flag, money, oneOf, type Fields, type OutputOf } from "../core/fields.js";
import { Money, ratio, type Rate } from "../core/money.js";
import type { Clause, Provision } from "../core/policy.js";
import { rulesOf, type Context, type Report } from "../core/rule.js";
import type { Benefit, Statement } from "../core/statement.js";
import type { Text } from "../core/text.js";
import { places, policy, referrals, settings, type LuozhuangPolicy } from "./policy.js";

const { rule } = rulesOf(policy);

type Terms = LuozhuangPolicy["terms"];

// 三(一) Medical supplement ---------------------------------------------------------------------------------------------

/** Whether it was inpatient or special outpatient care. */
export const setting = oneOf(settings, "就医方式", "Setting");
/** Where the care was given. */
export const place = oneOf(places, "就医地点", "Place");
/** Whether the institution is designated. */
export const designatedInstitution = flag("是否健康扶贫定点医疗机构", "Whether a designated institution");
/** What was done about a referral. */
export const referral = oneOf(referrals, "转诊手续", "Referral");

type Place = keyof typeof places;

type MedicalReading = "referralWithinCity" | "institutionReductionForOutpatient" | "institutionReductionOutsideCity";
type MedicalContext = Context<LuozhuangPolicy, MedicalReading>;

/** 三(一)第9段: the list of designated institutions is the city's, so inside the city it matters whether one was used. */
export const inCity = (place: Place | undefined): boolean => place === "district" || place === "city";

/** 三(一)第8段: whether a place asks for a referral. */
export function asksReferral(
  place: Place | undefined,
  { reading }: { readonly reading: (name: "referralWithinCity") => string },
): boolean {
  return place === "outsideCity" || (place === "city" && reading("referralWithinCity") === "required");
}

const bill = {
  /** Inpatient care, or outpatient care of a special disease. */
  setting,
  /** Where the care was given. */
  place,
  /** Inside the city: whether the institution is a designated one (see `isDesignated`). Needed there; not asked elsewhere. */
  designatedInstitution: designatedInstitution.optional(),
  /** Outside the district: what was done about a referral. Needed there; not asked in the district. */
  referral: referral.optional(),
  /** The whole bill (yuan). */
  totalExpenses: money("医疗总费用", "The whole bill"),
  /** What of it lies within the policy's scope (政策范围内, yuan). */
  inScopeExpenses: money("其中政策范围内费用", "In-scope costs"),
  /** What basic medical insurance paid (yuan). */
  basicPaid: money("基本医疗保险报销", "Paid by basic insurance"),
  /** What critical-illness insurance paid (大病保险, yuan). */
  criticalIllnessPaid: money("大病保险报销", "Paid by critical-illness insurance").default(Money.zero),
  /** What medical assistance paid earlier in the year; it uses up its yearly limit (yuan). */
  assistancePaidBefore: money("本年度此前医疗救助", "Medical assistance paid earlier in the year").default(Money.zero),
  /** What this supplement paid earlier in the year; it uses up its yearly limit (yuan). */
  supplementPaidBefore: money("本年度此前医疗商业补充保险赔付", "Supplement paid earlier in the year").default(
    Money.zero,
  ),
  /** What medical assistance really settled of this bill; in place of the computed stage (yuan). */
  medicalAssistancePaid: money("医疗救助实际结算", "Medical assistance as settled").optional(),
  /** What the institution really waived of the in-scope costs; in place of the computed stage (yuan). */
  institutionReduced: money("医疗机构政策范围内实际减免", "In-scope reduction as settled").optional(),
} satisfies Fields;

type Bill = OutputOf<typeof bill>;

/** Who bears what of a bill, in the order of payment; all amounts in yuan. */
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

/** The supplement due, with the shares of all who bear the bill. */
export interface MedicalSupplementBenefit extends Benefit {
  /** Who bears what. */
  readonly waterfall: Waterfall;
}

/** A clause and what it is called, or asks for. */
type Ground = Pick<Provision<unknown>, "clause" | "label">;

const ground = (clause: Clause, zh: string, en: string): Ground => ({ clause, label: { zh, en } });

const inScopeClause = policy.terms.medicalSupplement.reimbursedShare.clause;
const outOfScopeClause = policy.terms.institution.outOfScopeControl.clause;
const { institutionReductionForOutpatient, institutionReductionOutsideCity } = policy.readings;

const grounds = {
  basic: ground(inScopeClause, "基本医疗保险", "Basic insurance"),
  criticalIllness: ground(inScopeClause, "大病保险", "Critical-illness insurance"),
  selfPaidInScope: ground(inScopeClause, "个人自付（政策范围内）", "Patient, in scope"),
  selfPaidOutOfScope: ground(outOfScopeClause, "个人自费（政策范围外）", "Patient, out of scope"),
  notDesignated: ground(
    policy.terms.medicalSupplement.designated.clause,
    "非定点医疗机构",
    "not a designated institution",
  ),
  notReferred: ground(policy.terms.medicalSupplement.referral.clause, "未办理转诊", "no referral"),
  outpatient: ground(institutionReductionForOutpatient.clause, "特殊病种门诊", "special outpatient care"),
  elsewhere: ground(institutionReductionOutsideCity.clause, "市域外就医", "care outside the city"),
  uncontrolled: ground(
    outOfScopeClause,
    "限市域内定点医疗机构住院",
    "only for inpatients of the city's designated institutions",
  ),
};

/** An amount that others have settled. */
function settled(sheet: Statement, { clause, label }: Ground, amount: Money, as?: Text): Money {
  const named = as === undefined ? label : { zh: `${label.zh}（${as.zh}）`, en: `${label.en} (${as.en})` };
  return sheet.write(named, clause, amount, { operation: "pay", operands: [amount] });
}

const asSettled: Text = { zh: "实际结算", en: "as settled" };

/** Nothing is due from a payer, and why; the line cites the first reason. */
function nothing(sheet: Statement, { clause, label }: Ground, reasons: readonly Ground[]): Money {
  const join = (locale: keyof Text, mark: string) => reasons.map((reason) => reason.label[locale]).join(mark);
  const why = { zh: `不适用：${join("zh", "；")}`, en: `none: ${join("en", "; ")}` };
  return settled(sheet, { clause: reasons[0]?.clause ?? clause, label }, Money.zero, why);
}

/** A rate of what is left of an amount, at most what is left of a limit. */
function shareOfRest(
  sheet: Statement,
  amount: Money,
  taken: Money,
  share: Provision<Rate>,
  limit?: Provision<Money>,
  used: Money = Money.zero,
): Money {
  const full = amount.minus(taken).times(share.value);
  const due = limit === undefined ? full : full.atMost(limit.value.minus(used).atLeastZero());
  return sheet.write(
    share.label,
    share.clause,
    due,
    { operation: "restShare", operands: [amount, taken, share.value, limit?.value ?? null, used] },
    share.amended ?? limit?.amended,
  );
}

/** What is missing to a rate of an amount, at most what is left of a limit; the rate of the amount is not rounded. */
function topUp(
  sheet: Statement,
  amount: Money,
  share: Provision<Rate>,
  taken: Money,
  limit: Provision<Money>,
  used: Money,
): Money {
  const missing = amount.toDecimal().times(share.value.toDecimal()).minus(taken.toDecimal());
  return sheet.write(
    share.label,
    share.clause,
    Money.round(missing).atLeastZero().atMost(limit.value.minus(used).atLeastZero()),
    { operation: "topUp", operands: [amount, share.value, taken, limit.value, used] },
    share.amended ?? limit.amended,
  );
}

/** What the rest of an amount exceeds a rate of the whole; the rate of the whole is not rounded. */
function restAbove(sheet: Statement, amount: Money, taken: Money, share: Provision<Rate>): Money {
  const excess = amount.toDecimal().minus(taken.toDecimal()).minus(amount.toDecimal().times(share.value.toDecimal()));
  return sheet.write(
    share.label,
    share.clause,
    Money.round(excess).atLeastZero(),
    { operation: "restAbove", operands: [amount, taken, share.value] },
    share.amended,
  );
}

/** What is left of an amount. */
function rest(sheet: Statement, { clause, label }: Ground, amount: Money, taken: Money): Money {
  return sheet.write(label, clause, amount.minus(taken), { operation: "rest", operands: [amount, taken] });
}

/** 三(一)第8、9段: the requirements of the reduction and the supplement that are not met. */
function unmet({ place, designatedInstitution, referral }: Bill, { terms, reading }: MedicalContext): Ground[] {
  const { designated, referral: referred } = terms.medicalSupplement;
  const elsewhere = inCity(place) && designated.value && designatedInstitution !== true;
  const unreferred = asksReferral(place, { reading }) && !referred.value.includes(referral ?? "none");
  return [...(elsewhere ? [grounds.notDesignated] : []), ...(unreferred ? [grounds.notReferred] : [])];
}

/** 三(一)第3段: medical assistance on what the insurances leave. */
function assist(sheet: Statement, terms: Terms, inScope: Money, insured: Money, used: Money): Money {
  const { share, annualLimit } = terms.medicalAssistance;
  return shareOfRest(sheet, inScope, insured, share, annualLimit, used);
}

/** 三(一)第6、7段: whether the institution's reduction is not provided for this care, as the readings have it. */
function withoutReduction({ setting, place }: Bill, { reading }: MedicalContext): Ground | undefined {
  if (setting === "specialOutpatient" && reading("institutionReductionForOutpatient") === "none") {
    return grounds.outpatient;
  }
  if (place === "outsideCity" && reading("institutionReductionOutsideCity") === "none") return grounds.elsewhere;
  return undefined;
}

/** 三(一)第4段: what the institution waives of what the insurances and medical assistance leave. */
function waive(sheet: Statement, given: Bill, assisted: Money, lacking: readonly Ground[], context: MedicalContext) {
  const { reduction } = context.terms.institution;
  if (given.institutionReduced !== undefined) return settled(sheet, reduction, given.institutionReduced, asSettled);
  if (lacking.length > 0) return nothing(sheet, reduction, lacking);
  const notProvided = withoutReduction(given, context);
  if (notProvided !== undefined) return nothing(sheet, reduction, [notProvided]);
  return shareOfRest(sheet, given.inScopeExpenses, assisted, reduction);
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

/**
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
export const medicalSupplementBenefit = rule({
  id: "medicalSupplementBenefit",
  title: { zh: "医疗商业补充保险", en: "Medical supplement" },
  clause: "三(一)",
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
    const { medicalSupplement, institution } = terms;
    const { setting, place, designatedInstitution, totalExpenses, inScopeExpenses, medicalAssistancePaid } = given;
    const sheet = statement();
    const lacking = unmet(given, context);

    const basic = settled(sheet, grounds.basic, given.basicPaid);
    const criticalIllness = settled(sheet, grounds.criticalIllness, given.criticalIllnessPaid);
    const insured = basic.plus(criticalIllness);

    const medicalAssistance =
      medicalAssistancePaid === undefined
        ? assist(sheet, terms, inScopeExpenses, insured, given.assistancePaidBefore)
        : settled(sheet, terms.medicalAssistance.share, medicalAssistancePaid, asSettled);
    const assisted = insured.plus(medicalAssistance);

    const institutionReduction = waive(sheet, given, assisted, lacking, context);
    const reduced = assisted.plus(institutionReduction);

    const { reimbursedShare, annualLimit } = medicalSupplement;
    const supplement =
      lacking.length > 0
        ? nothing(sheet, reimbursedShare, lacking)
        : topUp(sheet, inScopeExpenses, reimbursedShare, reduced, annualLimit, given.supplementPaidBefore);
    const reimbursed = reduced.plus(supplement);
    const selfPaidInScope = rest(sheet, grounds.selfPaidInScope, inScopeExpenses, reimbursed);

    const controlled = setting === "inpatient" && inCity(place) && designatedInstitution === true;
    const outOfScopeReduction = controlled
      ? restAbove(sheet, totalExpenses, inScopeExpenses, institution.outOfScopeControl)
      : nothing(sheet, institution.outOfScopeControl, [grounds.uncontrolled]);
    const notThePatients = inScopeExpenses.plus(outOfScopeReduction);
    const selfPaidOutOfScope = rest(sheet, grounds.selfPaidOutOfScope, totalExpenses, notThePatients);

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
    return { ...sheet.benefit([supplement]), waterfall };
  },
});

// 三(二) Accident -------------------------------------------------------------------------------------------------------

/**
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
export const accidentBenefit = rule({
  id: "accidentBenefit",
  title: { zh: "意外伤害保险", en: "Accident" },
  clause: "三(二)第1段",
  readings: ["deathAfterDisability"],
  input: {
    /** Whether the insured died of the accident. */
    death: flag("是否因意外身故", "Whether the insured died of the accident").optional(),
    /** Grade of disability, 1 (heaviest) to 10, by 中保协发〔2013〕88号. */
    disabilityGrade,
    /** What the medical care of the accident cost (yuan). */
    medicalExpenses: money("意外伤害医疗费用", "Cost of accident care").optional(),
    /** What this cover paid for medical care before; it uses up the limit (yuan). */
    medicalPaidBefore: money("此前已赔付的意外伤害医疗", "Accident care paid before").default(Money.zero),
    /** What this cover paid for the disability before; comes off when the disability is given again, as beside a death (yuan). */
    disabilityPaidBefore: money("此前已赔付的伤残", "Disability paid before").default(Money.zero),
  },
  check({ disabilityGrade: grade, ...harm }, report, { terms }) {
    checkGrade(grade, terms.accident.disabilityScale, report);
    checkPaidDisability(harm, grade !== undefined, report);
  },
  evaluate(
    { death, disabilityGrade: grade, medicalExpenses, medicalPaidBefore, disabilityPaidBefore },
    { terms, reading, statement },
  ) {
    const { accident } = terms;
    const sheet = statement();
    const { disability, disabilityScale } = accident;
    const forDisability = grade === undefined ? null : sheet.disability(disability, grade, disabilityScale);
    const forDeath = death ? sheet.pay(accident.death) : null;
    const due = sheet.harm(forDisability, forDeath, disabilityPaidBefore, () => reading("deathAfterDisability"));
    if (medicalExpenses !== undefined) due.push(sheet.cap(medicalExpenses, accident.medicalLimit, medicalPaidBefore));
    return sheet.benefit(due);
  },
});
