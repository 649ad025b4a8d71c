import { issueOf, PolicyInputError, type Issue } from "./errors.js";
import { group, money, optional, rateUpToOne } from "./fields.js";
import { Money, Rate, type MoneyInput, type RateInput } from "./money.js";

/**
 * 一段（分段计算）：其比例适用于上一段以上、本段上限以内的部分。
 * One marginal tier (分段): its rate holds for the part of an amount above the tier before it.
 */
export interface Tier {
  /** Where the tier ends, the number included; the last tier may leave it out and is then open. */
  readonly upTo?: Money | undefined;
  /** The rate paid within the tier. */
  readonly rate: Rate;
}

/**
 * 合同中的一段。
 * A tier as a contract writes it.
 */
export interface TierInput {
  /** Where the tier ends, the number included (yuan); the last tier may leave it out and is then open. */
  readonly upTo?: MoneyInput | undefined;
  /** The rate paid within the tier, 0 to 1. */
  readonly rate: RateInput;
}

/** The field of a tier. */
export const tier = group(
  {
    upTo: optional(money("本档上限", "End of the tier")),
    rate: rateUpToOne("本档赔付比例", "Rate paid within the tier"),
  },
  "一档",
  "Tier",
);

/**
 * 落在一段内的金额和该段的比例。
 * What of an amount falls into a tier, and the tier's rate.
 */
export type Slice = readonly [amount: Money, rate: Rate];

/** What is wrong with a list of tiers. */
export function tierIssues(tiers: readonly Tier[]): Issue[] {
  const issues: Issue[] = [];
  if (tiers.length === 0) {
    issues.push(issueOf([], "MISSING", "至少需要一段", "at least one tier is needed"));
  }
  tiers.forEach(({ upTo, rate }, index) => {
    const floor = tiers[index - 1]?.upTo ?? Money.zero;
    if (upTo === undefined && index < tiers.length - 1) {
      issues.push(issueOf([index, "upTo"], "MISSING", "只有最后一段可以不封顶", "only the last tier may be open"));
    }
    if (rate.compare(Rate.one) > 0) {
      issues.push(
        issueOf([index, "rate"], "OUT_OF_RANGE", "比例不能超过 1（100%）", "a rate must not exceed 1 (100 %)", rate),
      );
    }
    if (upTo !== undefined && upTo.compare(floor) <= 0) {
      issues.push(issueOf([index, "upTo"], "CONFLICT", "各段上限应逐段递增", "tiers must ascend", upTo));
    }
  });
  return issues;
}

/**
 * 检查并冻结分段。
 * Checks and freezes a list of marginal tiers.
 *
 * @throws PolicyInputError when tiers do not ascend, one before the last is open, or a rate exceeds 100 %.
 * @example
 * ```ts
 * tiers([{ upTo: yuan(10000), rate: percent(25) }, { rate: percent(30) }]);
 * ```
 */
export function tiers(list: readonly Tier[]): readonly Tier[] {
  const issues = tierIssues(list);
  if (issues.length > 0) throw new PolicyInputError("INVALID_INPUT", issues);
  return Object.freeze(list.map((tier) => Object.freeze({ ...tier })));
}

/**
 * 把金额按分段切开。
 * Cuts an amount into what falls into each tier; what lies above the last limit falls into none. Tiers that it does not reach
 * are left out.
 *
 * @example
 * ```ts
 * slices(yuan(12000), tiers([{ upTo: yuan(10000), rate: percent(25) }, { rate: percent(30) }]));
 * // [["10000.00", "0.25"], ["2000.00", "0.3"]]
 * ```
 */
export function slices(amount: Money, list: readonly Tier[]): Slice[] {
  const cut: Slice[] = [];
  let floor = Money.zero;
  for (const { upTo, rate } of list) {
    const top = upTo === undefined ? amount : amount.min(upTo);
    if (top.fen <= floor.fen) break;
    cut.push([top.minus(floor), rate]);
    floor = top;
  }
  return cut;
}
