import { group, list, money, oneOf, orZero, withDefault, type InputOf, type OutputOf } from "../core/fields.js";
import type { Field } from "../core/input.js";
import { Money, ratio, sumOf, type Rate } from "../core/money.js";
import { amount, factorOrNone, lines as linesShape, listOf, readings, shapeOf, wordOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Line, Statement } from "../core/statement.js";
import { listShape, moneyShape } from "../core/wire.js";
import { deficits, insuranceLines, surpluses, transferChoices, type LuozhuangPolicy } from "./policy.js";
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
  /** What is left of the surplus once it has covered other deficits. */
  readonly carriedForward: Money;
  /** What is left of the deficit once other surpluses have covered it. */
  readonly uncovered: Money;
}

/**
 * 弥补亏损的一笔调剂。
 * Money that covers a deficit.
 */
export interface Transfer {
  /** Where it comes from: another line's surplus, or what earlier years left. */
  readonly from: keyof typeof surpluses;
  /** Whose deficit it covers: a line's, or that of earlier years. */
  readonly to: keyof typeof deficits;
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
  /** All surpluses and deficits, those of earlier years included; negative when the surpluses do not cover the deficits. */
  readonly pooledBalance: Money;
  /** What is left of the surpluses, for the next year. */
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
    carriedForward: amount("结转下年", "Carried forward"),
    uncovered: amount("未弥补亏损", "Uncovered deficit"),
  },
  "一个险种",
  "A line of insurance",
);

const transferShape = shapeOf<Transfer>(
  {
    from: wordOf(surpluses, "来源", "From"),
    to: wordOf(deficits, "弥补谁的亏损", "To"),
    amount: moneyShape(),
  },
  "一笔调剂",
  "A transfer",
);

/** The statement shows surpluses, transfers and the balance; here they stand without a name. */
const settlement = shapeOf<LuozhuangSettlement>(
  {
    byLine: listOf(
      lineResult,
      "各险种赔付率、结转下年、未弥补亏损",
      "Each line: loss ratio, carried forward, uncovered",
    ),
    transfers: listShape(transferShape),
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
  /** The surplus that earlier years left (yuan). */
  broughtForward: orZero(money("以前年度结余", "Surplus of earlier years")),
  /** The deficit that earlier years left uncovered (yuan). */
  deficitBroughtForward: orZero(money("以前年度未弥补亏损", "Deficit of earlier years")),
  /** Whether surpluses cover deficits of other lines and years: they may (可), and do unless it says `none`. */
  transfers: withDefault(oneOf(transferChoices, "是否调剂", "Transfers"), "made"),
};

/** 各险种结余调剂的输入。What the settlement of a year is computed from. */
export interface SettleInput extends InputOf<typeof settleFields> {}

/** 四: surpluses cover deficits, each in its order; both shrink by what moves. */
function transfer(
  sheet: Statement,
  left: Map<Transfer["from"], Money>,
  wanting: Map<Transfer["to"], Money>,
): Transfer[] {
  const moved: Transfer[] = [];
  for (const [to, deficit] of wanting) {
    let open = deficit;
    for (const [from, surplus] of left) {
      if (open.isZero() || surplus.isZero()) continue;
      const label = {
        zh: `${surpluses[from].zh}弥补${deficits[to].zh}亏损`,
        en: `${surpluses[from].en} covers the deficit of ${deficits[to].en}`,
      };
      const amount = sheet.write({
        operation: "cap",
        operands: [open, surplus, Money.zero],
        from: [sheet.own(label)],
      });
      moved.push({ from, to, amount });
      left.set(from, surplus.minus(amount));
      open = open.minus(amount);
    }
    wanting.set(to, open);
  }
  return moved;
}

/**
 * 各险种的结余（保费收入扣除赔付金额）及其在各险种和各年度间的调剂。
 * The settlement of a year by line (四), in yuan: a line's surplus is its premium less its claims. Surpluses may (可) be used in other
 * lines and years: those of other lines, then what earlier years left, cover the deficits of this year's lines, then that of earlier
 * years, and the rest is carried forward. With `transfers: "none"` each line is left its own. The profit-and-loss mechanism with the
 * insurer is not stated, so nothing is refunded or supplemented here.
 *
 * @param input - Premium and claims of each line, a line once; what earlier years left, surplus or deficit.
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
        const { zh, en } = insuranceLines[line];
        report(["insuranceLines", index, "line"], "CONFLICT", `“${zh}”重复`, `"${en}" is given twice`);
      }
    });
  },
  evaluate(input, { statement, used }): LuozhuangSettlement {
    const { insuranceLines: given, broughtForward, deficitBroughtForward, transfers } = input;
    const sheet = statement();
    const own = given.map(({ line, premium, claims }) => {
      const { zh, en } = insuranceLines[line];
      const label = { zh: `${zh}结余`, en: `${en}: surplus` };
      const surplus = sheet.write({ operation: "rest", operands: [premium, claims], from: [sheet.own(label)] });
      return { line, premium, claims, surplus, lossRatio: ratio(claims, premium) };
    });

    const left = new Map<Transfer["from"], Money>();
    const wanting = new Map<Transfer["to"], Money>();
    for (const { line, surplus } of own) {
      left.set(line, surplus.atLeastZero());
      wanting.set(line, Money.zero.minus(surplus).atLeastZero());
    }
    left.set("broughtForward", broughtForward);
    wanting.set("deficitBroughtForward", deficitBroughtForward);
    const moved = transfers === "none" ? [] : transfer(sheet, left, wanting);

    const earlier = deficitBroughtForward.isZero() ? [] : [Money.zero.minus(deficitBroughtForward)];
    const pooledBalance = sheet.sum(
      [...own.map(({ surplus }) => surplus), broughtForward, ...earlier],
      sheet.own({ zh: "各险种及以前年度合计（结余减亏损）", en: "All lines and years, surpluses less deficits" }),
    );
    return {
      byLine: own.map((each): LineResult => ({
        ...each,
        carriedForward: left.get(each.line) ?? Money.zero,
        uncovered: wanting.get(each.line) ?? Money.zero,
      })),
      transfers: moved,
      pooledBalance,
      carriedForward: sumOf([...left.values()]),
      uncovered: sumOf([...wanting.values()]),
      lines: sheet.lines,
      readings: used(),
    };
  },
});
