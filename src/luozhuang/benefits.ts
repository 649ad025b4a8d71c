import { checkGrade, checkPaidDisability, disabilityGrade } from "../core/disability.js";
import { flag, money, optional, orZero, rateUpToOne, type InputOf, type OutputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import { harm } from "../core/harm.js";
import { Money } from "../core/money.js";
import { requireClaimed } from "../core/report.js";
import { benefit } from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import type { Benefit, Statement } from "../core/statement.js";
import type { LuozhuangPolicy } from "./policy.js";
import { rule } from "./programme.js";

// 三(二) Accident -------------------------------------------------------------------------------------------------------

const accidentReadings = [
  "disabilityWithoutScale",
  "deathAfterDisability",
  "sameCosts",
  "accidentMedicalTerms",
] as const;
type AccidentContext = Context<LuozhuangPolicy, (typeof accidentReadings)[number]>;

export const accidentFields = {
  /** Whether the insured died of the accident. */
  death: optional(flag("是否因意外身故", "Whether the insured died of the accident")),
  /** Grade of disability, 1 (heaviest) to 10, by 中保协发〔2013〕88号. */
  disabilityGrade,
  /** What the medical care of the accident cost (yuan). */
  medicalExpenses: optional(money("意外伤害医疗费用", "Cost of accident care")),
  /** What this cover paid for medical care before; it uses up the limit (yuan). */
  medicalPaidBefore: orZero(money("此前已赔付的意外伤害医疗", "Accident care paid before")),
  /** What this cover paid for disability from other accidents; it uses up the sum insured (yuan). */
  disabilityPaidBefore: orZero(money("此前其他事故已赔付的伤残", "Disability paid for other accidents")),
  /** What this cover paid for the disability from this accident; it comes off (yuan). */
  disabilityPaidToDate: orZero(money("本次事故已赔付的伤残", "Disability paid for this accident")),
  /** What of a stay's costs is left to the patient once the medical supplement has paid; for costs that both lines cover (yuan). */
  stayCostsLeft: optional(
    money("该次住院经医疗商业补充保险后个人合计负担", "Left to the patient of the stay after the medical supplement"),
  ),
  /** What other sources paid of these costs, beyond those of the stay's statement; it comes off before the limit (yuan). */
  otherPaid: orZero(money("其他来源已补偿的意外医疗费用", "Accident care paid by other sources")),
  /** The contract's deductible for accident care; for `accidentMedicalTerms: byContract` (yuan). */
  medicalDeductible: optional(money("合同约定的意外医疗免赔额", "The contract's deductible for accident care")),
  /** The contract's share of accident care; for `accidentMedicalTerms: byContract` (0 to 1). */
  medicalShare: optional(rateUpToOne("合同约定的意外医疗报销比例", "The contract's share of accident care")),
};

/** 意外伤害保险的输入。What an accident did to the insured. */
export interface AccidentInput extends InputOf<typeof accidentFields> {}

type Accident = OutputOf<typeof accidentFields>;

const labels = frozen({
  stayCostsLeft: { zh: "个人仍负担的住院费用", en: "What is left of the stay to the patient" },
  otherPaid: { zh: "扣除其他来源已补偿的费用后", en: "Less what other sources paid" },
  deductible: { zh: "扣除合同免赔额后", en: "Less the contract's deductible" },
  share: { zh: "按合同报销比例", en: "By the contract's share" },
});

/** 三(二)第1段: what a disability gives before what was paid for it. */
function disabilityOf(sheet: Statement, grade: number, { terms, reading }: AccidentContext): Money {
  const { disability, disabilityScale } = terms.accident;
  return reading("disabilityWithoutScale") === "byScale"
    ? sheet.disability(disability, grade, disabilityScale)
    : sheet.pay(disability);
}

/** 三(二)第1段: the costs of the accident that this cover pays, before its limit. A cost is paid once. */
function costsOf(sheet: Statement, expenses: Money, given: Accident, { reading }: AccidentContext): Money {
  const { stayCostsLeft, otherPaid, medicalDeductible, medicalShare } = given;
  const step = (label: keyof typeof labels) => [sheet.own(labels[label])] as const;
  let costs = expenses;
  if (stayCostsLeft !== undefined && reading("sameCosts") === "medicalFirst") {
    costs = sheet.write({
      operation: "cap",
      operands: [costs, stayCostsLeft, Money.zero],
      from: step("stayCostsLeft"),
    });
  }
  if (!otherPaid.isZero()) {
    costs = sheet.write({ operation: "deduct", operands: [costs, otherPaid], from: step("otherPaid") });
  }
  if (reading("accidentMedicalTerms") === "byContract" && medicalDeductible && medicalShare) {
    costs = sheet.write({ operation: "deduct", operands: [costs, medicalDeductible], from: step("deductible") });
    costs = sheet.write({ operation: "share", operands: [costs, medicalShare], from: step("share") });
  }
  return costs;
}

/**
 * 意外伤害保险的给付：身故、按伤残等级、意外医疗。
 * What an accident gives (三(二)第1段), in yuan, at the least the plan allows for a premium of 10: 30 000 on death; 30 000 by the degree
 * of disability; medical care up to 5 000. A contract's higher sums are put in with `amend`. What is left out is not claimed.
 *
 * @param input - `disabilityGrade` from 1 to 10, by the ten-grade scale; `…PaidBefore` uses up a sum, `disabilityPaidToDate` comes off.
 * @returns A Benefit; the readings that were used are those that matter to what is claimed.
 * @throws PolicyInputError for a bad amount or grade, nothing claimed, no grade beside a death and what was paid for the disability, or
 * without the contract's deductible and share where a reading asks for them.
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
  readings: accidentReadings,
  input: accidentFields,
  check(given, report, { terms, reading }) {
    const { disabilityGrade: grade, medicalExpenses } = given;
    requireClaimed(given, ["death", "disabilityGrade", "medicalExpenses"], report);
    checkGrade(grade, terms.accident.disabilityScale, report);
    checkPaidDisability(given, grade !== undefined, report);
    if (medicalExpenses === undefined || reading("accidentMedicalTerms") === "inFull") return;
    for (const name of ["medicalDeductible", "medicalShare"] as const) {
      if (given[name] === undefined) {
        report([name], "MISSING", "按合同给付意外医疗的，须填写", "needed where the contract's terms are applied");
      }
    }
  },
  evaluate(given, context) {
    const { death, disabilityGrade: grade, disabilityPaidBefore, disabilityPaidToDate, medicalExpenses } = given;
    const { accident } = context.terms;
    const sheet = context.statement();
    const { due, parts } = harm(
      sheet,
      {
        disability: grade === undefined ? null : disabilityOf(sheet, grade, context),
        death: death ? sheet.pay(accident.death) : null,
        limit: accident.disability,
        paidBefore: disabilityPaidBefore,
        paidToDate: disabilityPaidToDate,
      },
      () => context.reading("deathAfterDisability"),
    );
    if (medicalExpenses === undefined) return sheet.benefit(due, parts);
    const costs = costsOf(sheet, medicalExpenses, given, context);
    const medical = sheet.cap(costs, accident.medicalLimit, given.medicalPaidBefore);
    return sheet.benefit([...due, medical], { ...parts, medical });
  },
});
