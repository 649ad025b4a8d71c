import { group, list, money, name } from "../core/fields.js";
import { Money, sumOf } from "../core/money.js";
import { rulesOf } from "../core/rule.js";
import { settleByCorridor, type Settlement } from "../core/settlement.js";
import { policy } from "./policy.js";

const { rule } = rulesOf(policy);

/** The settlement of all insurers together. */
export interface ChongqingSettlement extends Settlement {
  /** What of the refund is deducted from the second period's premium; only when that premium was given (yuan). */
  readonly deducted?: Money;
  /** What of the refund exceeds it; the notice does not say what becomes of it (yuan). */
  readonly undeducted?: Money;
}

/**
 * The settlement by the actual loss ratio, all insurers together (五), in yuan. Below 85 % the shortfall to 85 % is refunded by
 * deduction from the second period's premium; from 85 to 90 % the insurers bear the claims; from 90 to 100 % the policyholder adds
 * half; above 100 % the insurers bear the rest.
 *
 * @param input - Premium and claims of each insurer; the second period's premium, if the deduction is to be worked out.
 * @returns A Settlement, with `deducted` and `undeducted` when that premium was given.
 * @throws PolicyInputError for a bad amount or no insurer.
 * @example
 * ```ts
 * const { supplement, insurerResult } = settle({ insurers: [{ premium: "100000000", claims: "96000000" }] });
 * supplement.toString(); // "3000000.00"
 * insurerResult.toString(); // "7000000.00"
 * ```
 * @function
 */
export const settle = rule({
  id: "settle",
  title: { zh: "赔付率清算", en: "Settlement by loss ratio" },
  clause: "五",
  input: {
    /** Every insurer of the programme. */
    insurers: list(
      group(
        {
          /** The insurer's name. */
          name: name("承保保险公司", "Insurer").optional(),
          /** Its premium of the period (yuan). */
          premium: money("保费", "Premium"),
          /** Its claims of the period (yuan). */
          claims: money("赔款", "Claims"),
        },
        "承保保险公司",
        "Insurer",
      ),
      "各承保保险公司",
      "The insurers",
      1,
    ),
    /** What is due for the second period: the premium left of the first enrolment and that of later ones (yuan). */
    secondPeriodPremiumDue: money("第二保障期间应付保费", "Premium due for the second period").optional(),
  },
  evaluate({ insurers, secondPeriodPremiumDue }, { terms: { settlement }, statement, used }): ChongqingSettlement {
    const sheet = statement();
    const { refundBelow, sharedFrom, sharedTo, policyholderShare } = settlement;
    const total = (part: "premium" | "claims", zh: string, en: string) => {
      const amounts = insurers.map((insurer) => insurer[part]);
      return sheet.write({ zh, en }, refundBelow.clause, sumOf(amounts), { operation: "sum", operands: amounts });
    };
    const premium = total("premium", "保费合计", "Premium of all insurers");
    const claims = total("claims", "赔款合计", "Claims of all insurers");
    const settled = settleByCorridor(sheet, premium, claims, {
      refundBelow,
      bands: [{ from: sharedFrom, to: sharedTo, share: policyholderShare }],
    });
    const due = secondPeriodPremiumDue;
    const deduction = due && {
      deducted: sheet.write(
        { zh: "从第二保障期间保费中扣除", en: "Deducted from the second period's premium" },
        refundBelow.clause,
        settled.refund.atMost(due),
        { operation: "cap", operands: [settled.refund, due, Money.zero] },
      ),
      undeducted: sheet.write(
        { zh: "未能扣除的退费（通知未作规定）", en: "Refund left over (the notice is silent)" },
        refundBelow.clause,
        settled.refund.minus(due).atLeastZero(),
        { operation: "deduct", operands: [settled.refund, due] },
      ),
    };
    const conditions = settled.refund.isZero()
      ? []
      : [
          {
            zh: "退回金额在清算第二保障期间首批参保人员保险费剩余部分和批增保费时扣除",
            en: "The refund is deducted when the second period's remaining and added premiums are settled",
          },
        ];
    return { ...settled, ...deduction, conditions, lines: sheet.lines, readings: used() };
  },
});
