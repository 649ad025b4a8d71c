import { money, optional, type InputOf } from "../core/fields.js";
import { Rate } from "../core/money.js";
import { contractual, type Provision } from "../core/policy.js";
import type { Rule } from "../core/rule.js";
import { amount, extended } from "../core/results.js";
import { settleByCorridor, settlementShape, type Settlement } from "../core/settlement.js";
import type { Text } from "../core/text.js";
import { corridor } from "./contract.js";
import type { LishuiPolicy } from "./policy.js";
import { rule } from "./programme.js";

const settleFields = {
  /** Premium of the period (yuan). */
  premium: money("补充医疗保险保费", "Premium of the supplementary medical insurance"),
  /** Claims of the period (yuan). */
  claims: money("补充医疗保险赔款", "Claims of the supplementary medical insurance"),
  /** The tender's limits, unless an agreement has set them. */
  corridor: optional(corridor),
};

/** 风险调节平衡的输入。What the settlement by the corridor is computed from. */
export interface SettleInput extends InputOf<typeof settleFields> {}

/** 六(二) names nobody who receives or pays what lies beyond the limits; so do these names. */
const beyondProfit: Text = {
  zh: "盈利超过控制幅度的部分，应退出（意见未指定退给谁）",
  en: "Profit beyond the limit, given back (the opinion does not say to whom)",
};
const beyondLoss: Text = {
  zh: "亏损超过控制幅度的部分，应补足（意见未指定由谁补足）",
  en: "Loss beyond the limit, made up (the opinion does not say by whom)",
};

const balanceShape = extended<Settlement>(
  settlementShape,
  { refund: amount(beyondProfit.zh, beyondProfit.en), supplement: amount(beyondLoss.zh, beyondLoss.en) },
  "风险调节平衡（元）",
  "Settlement by the corridor (yuan)",
);

/**
 * 单独建账的补充医疗保险按招标幅度清算（六(二)，元）：盈利超过幅度的为 `refund`，亏损超过幅度的为 `supplement`。
 * The settlement of the supplementary medical insurance, whose books are kept apart (六(二)), in yuan: all of the profit above the tender's
 * limit is `refund`, all of the loss beyond its limit is `supplement`. In between nothing moves. The opinion says neither to whom and by
 * whom, nor that all of it moves: see `unspecified.balancing`.
 *
 * @param input - Premium and claims of this cover alone, and the tender's limits as rates of the premium (see `contractTerms`).
 * @returns A Settlement. The insurer's result stays within the corridor, but for the fraction of a fen by which a payment is rounded.
 * @throws PolicyInputError for a bad amount, or a limit that is not a rate from 0 to 1.
 * @example
 * ```ts
 * const { refund, insurerResult } = settle({
 *   premium: "1000000", claims: "800000", corridor: { profitLimit: "0.05", lossLimit: "0.05" },
 * });
 * refund.toString(); // "150000.00"
 * insurerResult.toString(); // "50000.00"
 * ```
 * @function
 */
export const settle: Rule<SettleInput, Settlement, LishuiPolicy> = rule({
  id: "settle",
  title: { zh: "风险调节平衡", en: "Settlement by the corridor" },
  clause: "六(二)",
  result: balanceShape,
  input: settleFields,
  check({ corridor: given }, report, { terms: { settlement } }) {
    const set = Object.values(settlement).filter(({ value }) => value !== null).length;
    const needed = set < Object.keys(settlement).length;
    if (given !== undefined && set > 0) {
      report(["corridor"], "CONFLICT", "合同已经约定，不能再填", "the agreement has set this");
    } else if (given === undefined && needed) {
      report(["corridor"], "MISSING", "须由合同约定，或在此填写", "needed, unless the agreement sets it");
    }
  },
  evaluate({ premium, claims, corridor: given }, { terms, statement, used }): Settlement {
    const sheet = statement();
    // The check let pass only what has both limits.
    const profitLimit = contractual(terms.settlement.profitLimit, given?.profitLimit) as Provision<Rate>;
    const lossLimit = contractual(terms.settlement.lossLimit, given?.lossLimit) as Provision<Rate>;
    const settled = settleByCorridor(sheet, premium, claims, {
      refundBelow: { ...profitLimit, value: lossRatioAt("minus", profitLimit.value) },
      refunded: beyondProfit,
      bands: [
        {
          from: { ...lossLimit, value: lossRatioAt("plus", lossLimit.value) },
          to: null,
          share: { ...lossLimit, value: Rate.one, label: beyondLoss },
        },
      ],
    });
    return { ...settled, conditions: [], lines: sheet.lines, readings: used() };
  },
});

/** The loss ratio at which the insurer's profit (minus) or loss (plus) reaches a limit. */
const lossRatioAt = (sign: "minus" | "plus", limit: Rate) =>
  new Rate(Rate.one.toDecimal()[sign](limit.toDecimal()).toFixed());
