import { group, list, money, oneOf } from "../core/fields.js";
import { Money, ratio, sumOf, type Rate } from "../core/money.js";
import { rulesOf } from "../core/rule.js";
import type { Line } from "../core/statement.js";
import { insuranceLines, policy } from "./policy.js";

const { rule } = rulesOf(policy);

type InsuranceLine = keyof typeof insuranceLines;

/** One line's year. All amounts in yuan. */
export interface LineResult {
  readonly line: InsuranceLine;
  readonly premium: Money;
  readonly claims: Money;
  /** Premium less claims; negative when it is a deficit. */
  readonly surplus: Money;
  /** Claims over premium, to six places for display; `null` without premium. */
  readonly lossRatio: Rate | null;
}

/** Money that covers a line's deficit. */
export interface Transfer {
  /** Where it comes from: another line's surplus, or what earlier years left. */
  readonly from: InsuranceLine | "broughtForward";
  /** The line whose deficit it covers. */
  readonly to: InsuranceLine;
  /** How much (yuan). */
  readonly amount: Money;
}

/** The settlement of a year, all lines together. All amounts in yuan. */
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

const broughtForwardLabel = { zh: "以前年度结余", en: "Brought forward" };

/**
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
export const settle = rule({
  id: "settle",
  title: { zh: "各险种结余调剂", en: "Settlement by line" },
  clause: "四",
  input: {
    /** Every line of the year, each once. */
    insuranceLines: list(
      group(
        {
          /** The line of insurance. */
          line: oneOf(insuranceLines, "险种", "Line of insurance"),
          /** Its premium of the year (yuan). */
          premium: money("保费收入", "Premium"),
          /** Its claims of the year (yuan). */
          claims: money("赔付金额", "Claims"),
        },
        "险种",
        "Line of insurance",
      ),
      "各险种",
      "The lines of insurance",
      1,
    ),
    /** What earlier years left (yuan). */
    broughtForward: money("以前年度结余", "Brought forward from earlier years").default(Money.zero),
  },
  check(given, report) {
    const lines: readonly { line?: InsuranceLine }[] = given.insuranceLines ?? [];
    lines.forEach(({ line }, index) => {
      if (line !== undefined && lines.findIndex((other) => other.line === line) < index) {
        report(["insuranceLines", index, "line"], "CONFLICT", `险种 ${line} 重复`, `${line} is given twice`);
      }
    });
  },
  evaluate(given, { statement, used }): LuozhuangSettlement {
    const sheet = statement();
    const { clause } = settle;

    const byLine = given.insuranceLines.map(({ line, premium, claims }): LineResult => {
      const { zh, en } = insuranceLines[line];
      const label = { zh: `${zh}结余`, en: `${en}: surplus` };
      const operands = [premium, claims] as const;
      const surplus = sheet.write(label, clause, premium.minus(claims), { operation: "rest", operands });
      return { line, premium, claims, surplus, lossRatio: ratio(claims, premium) };
    });

    const sources = [
      ...byLine.map(({ line, surplus }) => ({ from: line, label: insuranceLines[line], left: surplus.atLeastZero() })),
      { from: "broughtForward" as const, label: broughtForwardLabel, left: given.broughtForward },
    ];
    const transfers: Transfer[] = [];
    for (const { line: to, surplus } of byLine) {
      let deficit = Money.zero.minus(surplus).atLeastZero();
      for (const source of sources) {
        const covered = deficit.atMost(source.left);
        if (covered.isZero()) continue;
        const label = {
          zh: `${source.label.zh}弥补${insuranceLines[to].zh}亏损`,
          en: `${source.label.en} covers ${insuranceLines[to].en}`,
        };
        const operands = [deficit, source.left, Money.zero] as const;
        transfers.push({
          from: source.from,
          to,
          amount: sheet.write(label, clause, covered, { operation: "cap", operands }),
        });
        source.left = source.left.minus(covered);
        deficit = deficit.minus(covered);
      }
    }

    const parts = [...byLine.map(({ surplus }) => surplus), given.broughtForward];
    const pooledBalance = sheet.write(
      { zh: "各险种及以前年度合计（负数为未弥补亏损）", en: "All lines and years (negative: uncovered)" },
      clause,
      sumOf(parts),
      { operation: "sum", operands: parts },
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
