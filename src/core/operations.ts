import { Money, Rate, sumOf, weightedSum } from "./money.js";
import type { Locale } from "./text.js";
import type { Slice } from "./tiers.js";
import { integerShape, listShape, moneyShape, nullableShape, rateShape, tupleShape, type Shape } from "./wire.js";

/**
 * 一种运算：如何计算、如何表述、操作数是什么。
 * One way to make an amount: how it computes, how it reads, and what its operands are.
 */
export interface Operation<Operands> {
  /** The amount that comes of the operands. */
  readonly compute: (operands: Operands) => Money;
  /** The formula in words; an amount that is zero rather than negative is noted beside it. */
  readonly formula: (operands: Operands, locale: Locale) => string;
  /** The operands as they stand in a result. */
  readonly operands: Shape<Operands>;
  /** Whether the amount is zero where it would be negative. */
  readonly floored?: true;
}

function operation<Operands>(
  operands: Shape<Operands>,
  compute: (operands: Operands) => Money,
  formula: (operands: Operands, locale: Locale) => string,
  floored?: true,
): Operation<Operands> {
  return { compute, formula, operands, ...(floored && { floored }) };
}

const amount = moneyShape();
const rate = rateShape();
const count = integerShape();
const amounts = listShape(amount);
const rateOrNone = nullableShape(rate);
const amountOrNone = nullableShape(amount);

const percentage = (factor: Rate): string => factor.toPercent();
const atMost = (limit: Money, used: Money, locale: Locale): string => {
  const rest = used.isZero() ? String(limit) : `${limit} − ${used}`;
  return locale === "zh" ? `，以 ${rest} 为限` : `, at most ${rest}`;
};
const left = (limit: Money, used: Money) => limit.minus(used).atLeastZero();
const negative = (whole: Money) => Money.zero.minus(whole);

/** What claims exceed a rate of the premium, up to another rate of it, times a share; only the end is rounded. */
function excessOf(claims: Money, premium: Money, from: Rate, to: Rate | null, share: Rate): Money {
  const [lower, whole] = [from.toDecimal(), premium.toDecimal()];
  const excess = claims.toDecimal().minus(whole.times(lower));
  const width = to === null ? excess : whole.times(to.toDecimal().minus(lower));
  const shared = excess.lessThan(width) ? excess : width;
  return Money.round(shared.times(share.toDecimal())).atLeastZero();
}

/**
 * What a line can do, each operation once: its operands, the amount that comes of them, and the formula in words.
 *
 * | operation | operands | amount |
 * | --- | --- | --- |
 * | `pay` | amount | the amount |
 * | `multiply` | amount, count | amount × count |
 * | `sum` | amounts | their sum |
 * | `deduct` | amount, deductible | amount − deductible, at least 0 |
 * | `share` | amount, rate | amount × rate |
 * | `tiers` | [amount, rate] a tier | the sum of amount × rate |
 * | `cap` | amount, limit, used before | amount, at most limit − used before |
 * | `higher` | two amounts | the larger |
 * | `rest` | amount, taken | amount − taken; may be negative |
 * | `restShare` | amount, taken, rate, limit or null, used before | (amount − taken) × rate, at most limit − used before |
 * | `restAbove` | amount, taken, rate | amount − taken − amount × rate, at least 0 |
 * | `topUp` | amount, rate, taken, limit, used before | amount × rate − taken, at least 0, at most limit − used before |
 * | `reach` | amount, rate, taken, limit, used before | amount × rate up to the next fen − taken, at least 0, at most limit − used before |
 * | `part` | amount, part, whole | amount × part ÷ whole |
 * | `shortfall` | premium, rate, claims | premium × rate − claims, at least 0 |
 * | `excess` | claims, premium, from, to or null, rate | what claims exceed from × premium (up to to × premium), × rate, at least 0 |
 * | `result` | premium, claims, refund, supplement | premium − claims − refund + supplement |
 * | `benefit` | the amounts that are due, paid before | their sum − paid before, at least 0 |
 */
export const operations = {
  pay: operation(
    tupleShape(amount),
    ([paid]) => paid,
    () => "",
  ),
  multiply: operation(
    tupleShape(amount, count),
    ([each, number]) => each.times(new Rate(String(number))),
    ([each, number]) => `${each} × ${number}`,
  ),
  sum: operation(
    amounts,
    (all) => sumOf(all),
    (all) => all.join(" + "),
  ),
  deduct: operation(
    tupleShape(amount, amount),
    ([whole, deductible]) => whole.minus(deductible).atLeastZero(),
    ([whole, deductible]) => `${whole} − ${deductible}`,
    true,
  ),
  share: operation(
    tupleShape(amount, rate),
    ([whole, share]) => whole.times(share),
    ([whole, share]) => `${whole} × ${percentage(share)}`,
  ),
  tiers: operation<readonly Slice[]>(
    listShape(tupleShape(amount, rate)),
    (slices) => weightedSum(slices),
    (slices) => slices.map(([part, share]) => `${part} × ${percentage(share)}`).join(" + "),
  ),
  cap: operation(
    tupleShape(amount, amount, amount),
    ([whole, limit, used]) => whole.atMost(left(limit, used)),
    ([whole, limit, used], locale) => `${whole}${atMost(limit, used, locale)}`,
    true,
  ),
  higher: operation(
    tupleShape(amount, amount),
    ([first, second]) => first.max(second),
    ([first, second], locale) =>
      locale === "zh" ? `${first} 与 ${second} 取高` : `the higher of ${first} and ${second}`,
  ),
  rest: operation(
    tupleShape(amount, amount),
    ([whole, taken]) => whole.minus(taken),
    ([whole, taken]) => `${whole} − ${taken}`,
  ),
  restShare: operation(
    tupleShape(amount, amount, rate, amountOrNone, amount),
    ([whole, taken, share, limit, used]) => {
      const due = whole.minus(taken).times(share);
      return limit === null ? due : due.atMost(left(limit, used));
    },
    ([whole, taken, share, limit, used], locale) => {
      const due = `(${whole} − ${taken}) × ${percentage(share)}`;
      return limit === null ? due : `${due}${atMost(limit, used, locale)}`;
    },
  ),
  restAbove: operation(
    tupleShape(amount, amount, rate),
    ([whole, taken, share]) =>
      weightedSum([
        [whole.minus(taken), Rate.one],
        [negative(whole), share],
      ]).atLeastZero(),
    ([whole, taken, share]) => `${whole} − ${taken} − ${whole} × ${percentage(share)}`,
    true,
  ),
  topUp: operation(
    tupleShape(amount, rate, amount, amount, amount),
    ([whole, share, taken, limit, used]) =>
      weightedSum([
        [whole, share],
        [negative(taken), Rate.one],
      ])
        .atLeastZero()
        .atMost(left(limit, used)),
    ([whole, share, taken, limit, used], locale) =>
      `${whole} × ${percentage(share)} − ${taken}${atMost(limit, used, locale)}`,
    true,
  ),
  reach: operation(
    tupleShape(amount, rate, amount, amount, amount),
    ([whole, share, taken, limit, used]) => whole.timesUp(share).minus(taken).atLeastZero().atMost(left(limit, used)),
    ([whole, share, taken, limit, used], locale) => {
      const exact = whole.timesUp(share).toDecimal().equals(whole.toDecimal().times(share.toDecimal()));
      const up = exact ? { zh: "", en: "" } : { zh: "（不足一分的进为一分）", en: " (up to the next fen)" };
      return `${whole} × ${percentage(share)}${up[locale]} − ${taken}${atMost(limit, used, locale)}`;
    },
    true,
  ),
  part: operation(
    tupleShape(amount, count, count),
    ([each, part, whole]) => Money.round(each.toDecimal().times(part).dividedBy(whole)),
    ([each, part, whole]) => `${each} × ${part} ÷ ${whole}`,
  ),
  shortfall: operation(
    tupleShape(amount, rate, amount),
    ([premium, share, claims]) =>
      weightedSum([
        [premium, share],
        [negative(claims), Rate.one],
      ]).atLeastZero(),
    ([premium, share, claims]) => `${premium} × ${percentage(share)} − ${claims}`,
    true,
  ),
  excess: operation(
    tupleShape(amount, amount, rate, rateOrNone, rate),
    ([claims, premium, from, to, share]) => excessOf(claims, premium, from, to, share),
    ([claims, premium, from, to, share], locale) => {
      const [lower, upper] = [percentage(from), to === null ? null : percentage(to)];
      if (locale === "zh") {
        const top = upper === null ? "" : `、不超过 ${upper}`;
        return `赔款 ${claims} 超过保费 ${premium} 的 ${lower}${top} 的部分 × ${percentage(share)}`;
      }
      const top = upper === null ? "" : ` up to ${upper}`;
      return `what claims ${claims} exceed ${lower} of premium ${premium}${top}, × ${percentage(share)}`;
    },
  ),
  result: operation(
    tupleShape(amount, amount, amount, amount),
    ([premium, claims, refund, supplement]) => premium.minus(claims).minus(refund).plus(supplement),
    ([premium, claims, refund, supplement]) => `${premium} − ${claims} − ${refund} + ${supplement}`,
  ),
  benefit: operation<readonly [readonly Money[], Money]>(
    tupleShape(amounts, amount),
    ([due, paid]) => sumOf(due).minus(paid).atLeastZero(),
    ([due, paid]) => due.join(" + ") + (paid.isZero() ? "" : ` − ${paid}`),
    true,
  ),
};

/**
 * 运算的名称。
 * The name of an operation.
 */
export type OperationName = keyof typeof operations;

/**
 * 某种运算的操作数。
 * The operands of an operation.
 */
export type OperandsOf<O extends OperationName> =
  (typeof operations)[O] extends Operation<infer Operands> ? Operands : never;

/**
 * 一行所做的运算及其操作数。
 * What a line did, and with what.
 */
export type Step = {
  readonly [O in OperationName]: {
    /** 所做的运算。What was done. */
    readonly operation: O;
    /** 运算的操作数。With what. */
    readonly operands: OperandsOf<O>;
  };
}[OperationName];

/** The amount of a step, made of its operands. */
export function computeStep<O extends OperationName>(operation: O, operands: OperandsOf<O>): Money {
  // Which operation it is is known to the caller alone; here name and operands belong together by their types.
  return (operations[operation] as unknown as Operation<OperandsOf<O>>).compute(operands);
}

/**
 * 按记载的运算和操作数重新算出一行的金额。
 * The amount of a line again, from its operation and operands: what `line.amount` must be.
 *
 * @param line - A line of a result; one that came back from JSON is revived first.
 * @example
 * ```ts
 * const { lines } = chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "58000" });
 * lines.every((line) => recompute(line).equals(line.amount)); // true
 * ```
 */
export function recompute({ operation, operands }: Step): Money {
  return computeStep(operation, operands as never);
}
