import { group, list, money, name, optional, type InputOf, type OutputOf } from "../core/fields.js";
import type { Field } from "../core/input.js";
import { Money } from "../core/money.js";
import { extended } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import { settleByCorridor, settlementShape, type Settlement } from "../core/settlement.js";
import { moneyShape, optionalShape } from "../core/wire.js";
import type { ChongqingPolicy } from "./policy.js";
import { rule } from "./programme.js";

/**
 * 各承保公司合计的清算。
 * The settlement of all insurers together.
 */
export interface ChongqingSettlement extends Settlement {
  /** What of the refund is deducted from the second period's premium; only when that premium was given (yuan). */
  readonly deducted?: Money;
  /** What of the refund exceeds it; the notice does not say what becomes of it (yuan). */
  readonly undeducted?: Money;
}

/** The statement shows what is deducted; here it stands without a name. */
const settlementOfAll = extended<ChongqingSettlement>(
  settlementShape,
  { deducted: optionalShape(moneyShape()), undeducted: optionalShape(moneyShape()) },
  "清算（元）",
  "Settlement (yuan)",
);

const insurerFields = {
  /** The insurer's name. */
  name: optional(name("承保保险公司", "Insurer")),
  /** Its premium of the period (yuan). */
  premium: money("保费", "Premium"),
  /** Its claims of the period (yuan). */
  claims: money("赔款", "Claims"),
};

/** 一家承保保险公司的保费和赔款。One insurer's premium and claims of the period. */
export interface SettledInsurerInput extends InputOf<typeof insurerFields> {}

const insurer: Field<OutputOf<typeof insurerFields>, SettledInsurerInput> = group(
  insurerFields,
  "承保保险公司",
  "Insurer",
);

const settleFields = {
  /** Every insurer of the programme. */
  insurers: list(insurer, "各承保保险公司", "The insurers", 1),
  /** What is due for the second period: the premium left of the first enrolment and that of later ones (yuan). */
  secondPeriodPremiumDue: optional(money("第二保障期间应付保费", "Premium due for the second period")),
};

/** 赔付率清算的输入。What all insurers' settlement is computed from. */
export interface SettleInput extends InputOf<typeof settleFields> {}

/**
 * 按实际赔付率清算，各承保公司合计（五），元。
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
export const settle: Rule<SettleInput, ChongqingSettlement, ChongqingPolicy> = rule({
  id: "settle",
  title: { zh: "赔付率清算", en: "Settlement by loss ratio" },
  clause: "五",
  input: settleFields,
  result: settlementOfAll,
  evaluate({ insurers, secondPeriodPremiumDue: due }, { terms: { settlement }, statement, used }): ChongqingSettlement {
    const sheet = statement();
    const { refundBelow, sharedFrom, sharedTo, policyholderShare } = settlement;
    const { clause } = refundBelow;
    const total = (part: "premium" | "claims", zh: string, en: string) =>
      sheet.sum(
        insurers.map((insurer) => insurer[part]),
        { clause, label: { zh, en } },
      );
    const premium = total("premium", "保费合计", "Premium of all insurers");
    const claims = total("claims", "赔款合计", "Claims of all insurers");
    const settled = settleByCorridor(sheet, premium, claims, {
      refundBelow,
      bands: [{ from: sharedFrom, to: sharedTo, share: policyholderShare }],
    });
    const deduction = due && {
      deducted: sheet.write({
        operation: "cap",
        operands: [settled.refund, due, Money.zero],
        from: [{ clause, label: { zh: "从第二保障期间保费中扣除", en: "Deducted from the second period's premium" } }],
      }),
      undeducted: sheet.write({
        operation: "deduct",
        operands: [settled.refund, due],
        from: [
          { clause, label: { zh: "未能扣除的退费（通知未作规定）", en: "Refund left over (the notice is silent)" } },
        ],
      }),
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
