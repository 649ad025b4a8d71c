import { group, list, money, oneOf, orZero, type InputOf, type OutputOf } from "../core/fields.js";
import type { Field } from "../core/input.js";
import { Money, ratio, type Rate } from "../core/money.js";
import { amount, factorOrNone, lines as linesShape, listOf, readings, shapeOf, wordOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Line } from "../core/statement.js";
import { listShape, moneyShape } from "../core/wire.js";
import { insuranceLines, surpluses, type LuozhuangPolicy } from "./policy.js";
import { rule } from "./programme.js";

type InsuranceLine = keyof typeof insuranceLines;

/**
 * 一个险种一年的收支。
 * One line's year. All amounts in yuan.
 */
export interface LineResult {
  readonly line: InsuranceLine;
  readonly premium: Money;
  readonly claims: Money;
  /** Premium less claims; negative when it is a deficit. */
  readonly surplus: Money;
  /** Claims over premium, to six places for display; `null` without premium. */
  readonly lossRatio: Rate | null;
}

/**
 * 弥补一个险种亏损的一笔调剂。
 * Money that covers a line's deficit.
 */
export interface Transfer {
  /** Where it comes from: another line's surplus, or what earlier years left. */
  readonly from: keyof typeof surpluses;
  /** The line whose deficit it covers. */
  readonly to: InsuranceLine;
  /** How much (yuan). */
  readonly amount: Money;
}

/**
 * 全年各险种的结余与调剂。
 * The settlement of a year, all lines together. All amounts in yuan.
 */
export interface LuozhuangSettlement {
  /** Each line by itself, in the order given. */
  readonly byLine: readonly LineResult[];
  /** What moves between lines and years to cover deficits. */
  readonly transfers: readonly Transfer[];
  /** All surpluses and deficits and what was brought forward; negative when that does not cover the deficits. */
  readonly pooledBalance: Money;
  /** What is left for the next year. */
  readonly carriedForward: Money;
  /** What is left of the deficits; who bears it is not stated (`unspecified.profitAndLoss`). */
  readonly uncovered: Money;
  /** The working steps; the last is the pooled balance. */
  readonly lines: readonly Line[];
  /** The readings that were used: none. */
  readonly readings: Readonly<Record<string, string>>;
}

const lineResult = shapeOf<LineResult>(
  {
    line: wordOf(insuranceLines, "险种", "Line of insurance"),
    premium: moneyShape(),
    claims: moneyShape(),
    surplus: moneyShape(),
    lossRatio: factorOrNone("赔付率", "Loss ratio"),
  },
  "一个险种",
  "A line of insurance",
);

const transfer = shapeOf<Transfer>(
  {
    from: wordOf(surpluses, "来源", "From"),
    to: wordOf(insuranceLines, "弥补的险种", "To"),
    amount: moneyShape(),
  },
  "一笔调剂",
  "A transfer",
);

/** The statement shows surpluses, transfers and the balance; here they stand without a name. */
const settlement = shapeOf<LuozhuangSettlement>(
  {
    byLine: listOf(lineResult, "各险种赔付率", "Loss ratio of each line"),
    transfers: listShape(transfer),
    pooledBalance: moneyShape(),
    carriedForward: amount("结转下年", "Carried forward"),
    uncovered: amount("未弥补亏损", "Uncovered deficit"),
    lines: linesShape,
    readings,
  },
  "各险种结余调剂（元）",
  "Settlement by line (yuan)",
);

const lineFields = {
  /** The line of insurance. */
  line: oneOf(insuranceLines, "险种", "Line of insurance"),
  /** Its premium of the year (yuan). */
  premium: money("保费收入", "Premium"),
  /** Its claims of the year (yuan). */
  claims: money("赔付金额", "Claims"),
};

/** 一个险种的保费和赔款。One line's premium and claims of the year. */
export interface InsuranceLineInput extends InputOf<typeof lineFields> {}

const insuranceLine: Field<OutputOf<typeof lineFields>, InsuranceLineInput> = group(
  lineFields,
  "险种",
  "Line of insurance",
);

const settleFields = {
  /** Every line of the year, each once. */
  insuranceLines: list(insuranceLine, "各险种", "The lines of insurance", 1),
  /** What earlier years left (yuan). */
  broughtForward: orZero(money("以前年度结余", "Brought forward from earlier years")),
};

/** 各险种结余调剂的输入。What the settlement of a year is computed from. */
export interface SettleInput extends InputOf<typeof settleFields> {}

/**
 * 各险种的结余（保费收入扣除赔付金额）及其在各险种和各年度间的调剂。
 * The settlement of a year by line (四), in yuan: a line's surplus is its premium less its claims; surpluses, then what earlier years
 * left, cover other lines' deficits, and the rest is carried forward. The profit-and-loss mechanism with the insurer is not stated, so
 * nothing is refunded or supplemented here.
 *
 * @param input - Premium and claims of each line, a line once; what earlier years left.
 * @returns `byLine`, `transfers`, `pooledBalance`, `carriedForward`, `uncovered`, and the working steps in `lines`.
 * @throws PolicyInputError for a bad amount, no line, or a line given twice.
 * @example
 * ```ts
 * const { pooledBalance, transfers } = settle({
 *   insuranceLines: [
 *     { line: "medicalSupplement", premium: "1000000", claims: "1100000" },
 *     { line: "accident", premium: "300000", claims: "120000" },
 *   ],
 * });
 * pooledBalance.toString(); // "80000.00"
 * transfers; // [{ from: "accident", to: "medicalSupplement", amount: "100000.00" }]
 * ```
 * @function
 */
export const settle: Rule<SettleInput, LuozhuangSettlement, LuozhuangPolicy> = rule({
  id: "settle",
  title: { zh: "各险种结余调剂", en: "Settlement by line" },
  clause: "四",
  result: settlement,
  input: settleFields,
  check(given, report) {
    // An item may be bad as a whole, or its line.
    const lines: readonly ({ line?: InsuranceLine } | undefined)[] = given.insuranceLines ?? [];
    lines.forEach((each, index) => {
      const line = each?.line;
      if (line !== undefined && lines.findIndex((other) => other?.line === line) < index) {
        report(["insuranceLines", index, "line"], "CONFLICT", `险种 ${line} 重复`, `${line} is given twice`);
      }
    });
  },
  evaluate(given, { statement, used }): LuozhuangSettlement {
    const sheet = statement();

    const byLine = given.insuranceLines.map(({ line, premium, claims }): LineResult => {
      const { zh, en } = insuranceLines[line];
      const label = { zh: `${zh}结余`, en: `${en}: surplus` };
      const surplus = sheet.write({ operation: "rest", operands: [premium, claims], from: [sheet.own(label)] });
      return { line, premium, claims, surplus, lossRatio: ratio(claims, premium) };
    });

    const sources = [
      ...byLine.map(({ line, surplus }) => ({ from: line, left: surplus.atLeastZero() })),
      { from: "broughtForward" as const, left: given.broughtForward },
    ];
    const transfers: Transfer[] = [];
    for (const { line: to, surplus } of byLine) {
      let deficit = Money.zero.minus(surplus).atLeastZero();
      for (const source of sources) {
        if (deficit.isZero() || source.left.isZero()) continue;
        const label = {
          zh: `${surpluses[source.from].zh}弥补${insuranceLines[to].zh}亏损`,
          en: `${surpluses[source.from].en} covers ${insuranceLines[to].en}`,
        };
        const covered = sheet.write({
          operation: "cap",
          operands: [deficit, source.left, Money.zero],
          from: [sheet.own(label)],
        });
        transfers.push({ from: source.from, to, amount: covered });
        source.left = source.left.minus(covered);
        deficit = deficit.minus(covered);
      }
    }

    const pooledBalance = sheet.sum(
      [...byLine.map(({ surplus }) => surplus), given.broughtForward],
      sheet.own({ zh: "各险种及以前年度合计（负数为未弥补亏损）", en: "All lines and years (negative: uncovered)" }),
    );
    return {
      byLine,
      transfers,
      pooledBalance,
      carriedForward: pooledBalance.atLeastZero(),
      uncovered: Money.zero.minus(pooledBalance).atLeastZero(),
      lines: sheet.lines,
      readings: used(),
    };
  },
});
