import fc, { type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, formulaOf, Money, percent, Rate, rate, recompute, sumOf, yuan, type Step } from "huimin-rules/core";
import { computeStep, operations, type OperandsOf, type OperationName } from "../../src/core/operations.js";
import type { Issue } from "../../src/core/errors.js";
import { readShape } from "../../src/core/wire.js";
import { law } from "../law.js";
import { applications, resultOf } from "./toy-cases.js";

type Worked = {
  [O in OperationName]: readonly [O, OperandsOf<O>, amount: string, zh: string, en: string];
}[OperationName];

const [p50, p60, p80, p90] = [percent(50), percent(60), percent(80), percent(90)];

/** Each operation by hand: below, at and above what it turns on. The zero of what would be negative is told beside the formula. */
const worked: readonly Worked[] = [
  ["pay", [yuan("20000")], "20000.00", "", ""],
  ["multiply", [yuan("10.05"), 12], "120.60", "10.05 × 12", "10.05 × 12"],
  ["multiply", [yuan("10"), 0], "0.00", "10.00 × 0", "10.00 × 0"],
  ["sum", [yuan("1.10"), yuan("2.20"), yuan("3.30")], "6.60", "1.10 + 2.20 + 3.30", "1.10 + 2.20 + 3.30"],
  ["sum", [], "0.00", "", ""],
  ["deduct", [yuan("100.01"), yuan("100")], "0.01", "100.01 − 100.00", "100.01 − 100.00"],
  ["deduct", [yuan("100"), yuan("100")], "0.00", "100.00 − 100.00（最低为 0）", "100.00 − 100.00 (at least 0)"],
  ["deduct", [yuan("99.99"), yuan("100")], "0.00", "99.99 − 100.00（最低为 0）", "99.99 − 100.00 (at least 0)"],
  ["share", [yuan("0.01"), p50], "0.01", "0.01 × 50%", "0.01 × 50%"],
  ["share", [yuan("33.33"), rate("0.075")], "2.50", "33.33 × 7.5%", "33.33 × 7.5%"],
  [
    "tiers",
    [
      [yuan("0.01"), p50],
      [yuan("0.01"), p50],
    ],
    "0.01", // rounded once: 0.005 + 0.005
    "0.01 × 50% + 0.01 × 50%",
    "0.01 × 50% + 0.01 × 50%",
  ],
  ["tiers", [], "0.00", "", ""],
  ["cap", [yuan("9"), yuan("10"), yuan("0")], "9.00", "9.00，以 10.00 为限", "9.00, at most 10.00"],
  ["cap", [yuan("10.01"), yuan("10"), yuan("0")], "10.00", "10.01，以 10.00 为限", "10.01, at most 10.00"],
  ["cap", [yuan("9"), yuan("10"), yuan("4")], "6.00", "9.00，以 10.00 − 4.00 为限", "9.00, at most 10.00 − 4.00"],
  [
    "cap",
    [yuan("9"), yuan("10"), yuan("11")],
    "0.00",
    "9.00，以 10.00 − 11.00 为限（最低为 0）",
    "9.00, at most 10.00 − 11.00 (at least 0)",
  ],
  ["higher", [yuan("2"), yuan("3")], "3.00", "2.00 与 3.00 取高", "the higher of 2.00 and 3.00"],
  ["higher", [yuan("3"), yuan("2")], "3.00", "3.00 与 2.00 取高", "the higher of 3.00 and 2.00"],
  ["rest", [yuan("2"), yuan("3")], "-1.00", "2.00 − 3.00", "2.00 − 3.00"],
  ["rest", [yuan("3"), yuan("2")], "1.00", "3.00 − 2.00", "3.00 − 2.00"],
  ["restShare", [yuan("10"), yuan("4"), p50, null, yuan("0")], "3.00", "(10.00 − 4.00) × 50%", "(10.00 − 4.00) × 50%"],
  [
    "restShare",
    [yuan("10"), yuan("4"), p50, yuan("5"), yuan("3")],
    "2.00",
    "(10.00 − 4.00) × 50%，以 5.00 − 3.00 为限",
    "(10.00 − 4.00) × 50%, at most 5.00 − 3.00",
  ],
  [
    "restAbove",
    [yuan("100"), yuan("10"), p80],
    "10.00",
    "100.00 − 10.00 − 100.00 × 80%",
    "100.00 − 10.00 − 100.00 × 80%",
  ],
  [
    "restAbove",
    [yuan("100"), yuan("20.01"), p80],
    "0.00",
    "100.00 − 20.01 − 100.00 × 80%（最低为 0）",
    "100.00 − 20.01 − 100.00 × 80% (at least 0)",
  ],
  [
    "topUp",
    [yuan("100"), p90, yuan("60"), yuan("40"), yuan("0")],
    "30.00",
    "100.00 × 90% − 60.00，以 40.00 为限",
    "100.00 × 90% − 60.00, at most 40.00",
  ],
  [
    "topUp",
    [yuan("100"), p90, yuan("60"), yuan("40"), yuan("20")],
    "20.00",
    "100.00 × 90% − 60.00，以 40.00 − 20.00 为限",
    "100.00 × 90% − 60.00, at most 40.00 − 20.00",
  ],
  [
    "topUp",
    [yuan("100"), p90, yuan("90.01"), yuan("40"), yuan("0")],
    "0.00",
    "100.00 × 90% − 90.01，以 40.00 为限（最低为 0）",
    "100.00 × 90% − 90.01, at most 40.00 (at least 0)",
  ],
  [
    "reach",
    [yuan("100"), p90, yuan("60"), yuan("40"), yuan("0")],
    "30.00",
    "100.00 × 90% − 60.00，以 40.00 为限",
    "100.00 × 90% − 60.00, at most 40.00",
  ],
  [
    "reach",
    [yuan("0.11"), p90, yuan("0.09"), yuan("1"), yuan("0")],
    "0.01",
    "0.11 × 90%（不足一分的进为一分） − 0.09，以 1.00 为限",
    "0.11 × 90% (up to the next fen) − 0.09, at most 1.00",
  ],
  [
    "reach",
    [yuan("0.11"), p90, yuan("0.10"), yuan("1"), yuan("0")],
    "0.00",
    "0.11 × 90%（不足一分的进为一分） − 0.10，以 1.00 为限（最低为 0）",
    "0.11 × 90% (up to the next fen) − 0.10, at most 1.00 (at least 0)",
  ],
  [
    "reach",
    [yuan("100"), p90, yuan("60"), yuan("40"), yuan("20")],
    "20.00",
    "100.00 × 90% − 60.00，以 40.00 − 20.00 为限",
    "100.00 × 90% − 60.00, at most 40.00 − 20.00",
  ],
  [
    "reach",
    [yuan("100"), p90, yuan("60"), yuan("40"), yuan("41")],
    "0.00",
    "100.00 × 90% − 60.00，以 40.00 − 41.00 为限（最低为 0）",
    "100.00 × 90% − 60.00, at most 40.00 − 41.00 (at least 0)",
  ],
  ["part", [yuan("10"), 7, 12], "5.83", "10.00 × 7 ÷ 12", "10.00 × 7 ÷ 12"], // 5.8333…
  ["part", [yuan("0.06"), 1, 12], "0.01", "0.06 × 1 ÷ 12", "0.06 × 1 ÷ 12"], // 0.005
  ["part", [yuan("10"), 12, 12], "10.00", "10.00 × 12 ÷ 12", "10.00 × 12 ÷ 12"],
  ["shortfall", [yuan("1000"), p80, yuan("799.99")], "0.01", "1000.00 × 80% − 799.99", "1000.00 × 80% − 799.99"],
  [
    "shortfall",
    [yuan("1000"), p80, yuan("800")],
    "0.00",
    "1000.00 × 80% − 800.00（最低为 0）",
    "1000.00 × 80% − 800.00 (at least 0)",
  ],
  [
    "excess",
    [yuan("1100"), yuan("1000"), p90, Rate.one, p60],
    "60.00", // 10 % of 1000, × 60 %
    "赔款 1100.00 超过保费 1000.00 的 90%、不超过 100% 的部分 × 60%",
    "what claims 1100.00 exceed 90% of premium 1000.00 up to 100%, × 60%",
  ],
  [
    "excess",
    [yuan("1100"), yuan("1000"), p90, null, p60],
    "120.00",
    "赔款 1100.00 超过保费 1000.00 的 90% 的部分 × 60%",
    "what claims 1100.00 exceed 90% of premium 1000.00, × 60%",
  ],
  [
    "excess",
    [yuan("900"), yuan("1000"), p90, null, p60],
    "0.00",
    "赔款 900.00 超过保费 1000.00 的 90% 的部分 × 60%",
    "what claims 900.00 exceed 90% of premium 1000.00, × 60%",
  ],
  [
    "result",
    [yuan("1000"), yuan("1200"), yuan("10"), yuan("50")],
    "-160.00",
    "1000.00 − 1200.00 − 10.00 + 50.00",
    "1000.00 − 1200.00 − 10.00 + 50.00",
  ],
  ["benefit", [[yuan("5"), yuan("6")], yuan("0")], "11.00", "5.00 + 6.00", "5.00 + 6.00"],
  ["benefit", [[yuan("5"), yuan("6")], yuan("4")], "7.00", "5.00 + 6.00 − 4.00", "5.00 + 6.00 − 4.00"],
  ["benefit", [[yuan("5")], yuan("5.01")], "0.00", "5.00 − 5.01（最低为 0）", "5.00 − 5.01 (at least 0)"],
  ["benefit", [[], yuan("0")], "0.00", "", ""],
];

/** Operands as they come back from JSON, by the operation's own shape; nothing where they are none. */
function readBack(operation: OperationName, json: unknown): unknown {
  const issues: Issue[] = [];
  const back = readShape(operations[operation].operands, json, [], issues);
  return issues.length === 0 ? back : undefined;
}

const stepOf = (operation: OperationName, operands: unknown) => ({ operation, operands }) as Step;

describe("operations", () => {
  it("are all worked by hand here, and all told in the table of their documentation", () => {
    expect([...new Set(worked.map(([operation]) => operation))].sort()).toEqual(Object.keys(operations).sort());
  });

  it.each(worked)("%s of %j is %s, and reads so", (operation, operands, amount, zh, en) => {
    const step = stepOf(operation, operands);
    expect(recompute(step).toString()).toBe(amount);
    expect(computeStep(operation, operands as never).toString()).toBe(amount);
    const line = { ...step, amount: recompute(step) } as Parameters<typeof formulaOf>[0];
    expect([formulaOf(line, "zh"), formulaOf(line, "en")]).toEqual([zh, en]);
    // The same after JSON, and as structuredClone leaves it.
    const text = (other: unknown) => formulaOf(other as typeof line, "zh");
    expect(text(JSON.parse(JSON.stringify(line)))).toBe(zh);
    expect(text(structuredClone(line))).toBe(zh);
  });

  it.each(worked)("the operands of %s %j pass JSON by their schema, and nothing else does", (operation, operands) => {
    const back = readBack(operation, JSON.parse(JSON.stringify(operands)));
    expect(recompute(stepOf(operation, back)).fen).toBe(computeStep(operation, operands as never).fen);
    expect(JSON.stringify(back)).toBe(JSON.stringify(operands));
    for (const other of [null, {}, [7], "1.00", [["x"]]]) {
      expect(readBack(operation, other)).toBeUndefined();
    }
  });

  it("an unknown operation, or operands that are none, has no formula rather than a wrong one", () => {
    for (const line of [
      { operation: "toString", operands: [], amount: "0.00" },
      { operation: "deduct", operands: ["1.00"], amount: "0.00" },
      { operation: "deduct", operands: null, amount: "0.00" },
    ]) {
      expect(formulaOf(line as never, "zh")).toBe("");
    }
  });
});

// Laws ------------------------------------------------------------------------------------------------------------------

const amount = fc.integer({ min: 0, max: 10_000_000_000 }).map(fen);
const share = fc.integer({ min: 0, max: 10_000 }).map((points) => rate((points / 10_000).toFixed(4)));
const slices = fc.array(fc.tuple(amount, share), { maxLength: 5 });
const amounts = fc.array(amount, { maxLength: 5 });

const operandsOf: { readonly [O in OperationName]: Arbitrary<OperandsOf<O>> } = {
  pay: fc.tuple(amount),
  multiply: fc.tuple(amount, fc.integer({ min: 0, max: 1000 })),
  sum: amounts,
  deduct: fc.tuple(amount, amount),
  share: fc.tuple(amount, share),
  tiers: slices,
  cap: fc.tuple(amount, amount, amount),
  higher: fc.tuple(amount, amount),
  rest: fc.tuple(amount, amount),
  restShare: fc.tuple(amount, amount, share, fc.option(amount), amount),
  restAbove: fc.tuple(amount, amount, share),
  topUp: fc.tuple(amount, share, amount, amount, amount),
  reach: fc.tuple(amount, share, amount, amount, amount),
  part: fc.tuple(amount, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 })),
  shortfall: fc.tuple(amount, share, amount),
  excess: fc.tuple(amount, amount, share, fc.option(share), share),
  result: fc.tuple(amount, amount, amount, amount),
  benefit: fc.tuple(amounts, amount),
};
const names = Object.keys(operations) as OperationName[];
const steps = fc.oneof(
  ...names.map((name) => (operandsOf[name] as Arbitrary<unknown>).map((each) => stepOf(name, each))),
);

/** Those whose documentation says that they are at least 0, given operands that are. */
const mayBeNegative = new Set<OperationName>(["rest", "result"]);

describe("whatever the operands", () => {
  law(
    "an operation gives whole fen, the same each time, and the same from its operands as JSON has them",
    [steps],
    (step) => {
      const computed = recompute(step);
      expect(Number.isSafeInteger(computed.fen)).toBe(true);
      const back = readBack(step.operation, JSON.parse(JSON.stringify(step.operands)));
      expect(recompute(stepOf(step.operation, back)).fen).toBe(computed.fen);
    },
  );

  law("nothing is below zero, but for what may be", [steps], (step) => {
    // What is left of an amount that was overdrawn is no benefit: `restShare` is asked of what was not.
    fc.pre(step.operation !== "restShare" || step.operands[0].compare(step.operands[1]) >= 0);
    if (!mayBeNegative.has(step.operation)) expect(recompute(step).fen).toBeGreaterThanOrEqual(0);
  });

  law("an operation that is said to be floored, or not to be, is as it says", [steps], (step) => {
    const { floored } = operations[step.operation] as { floored?: true };
    const formula = formulaOf({ ...step, amount: Money.zero }, "zh");
    expect(formula.endsWith("（最低为 0）")).toBe(floored === true && formula.includes("−"));
  });

  law("the formula is never empty where something is computed, and has the operands in it", [steps], (step) => {
    // Without a limit it does not matter what of it was used.
    fc.pre(step.operation !== "pay" && (step.operation !== "restShare" || step.operands[3] !== null));
    const shown = (step.operands as readonly unknown[]).flat(2).filter((each) => Money.is(each));
    fc.pre(shown.length > 0);
    for (const locale of ["zh", "en"] as const) {
      const formula = formulaOf({ ...step, amount: recompute(step) }, locale);
      expect(formula).not.toBe("");
      for (const each of shown) if (!each.isZero()) expect(formula).toContain(String(each));
      expect(locale === "en" && /\p{Script=Han}/u.test(formula)).toBe(false);
    }
  });

  law(
    "deduct and what it deducts never lose a fen: the amount is what is left and what was taken",
    [amount, amount],
    (whole, taken) => {
      const left = computeStep("deduct", [whole, taken]);
      expect(left.plus(whole.min(taken)).fen).toBe(whole.fen);
    },
  );

  law("a limit is used up once, however the amounts come", [amounts, amount], (bills, limit) => {
    let used = Money.zero;
    for (const bill of bills) used = used.plus(computeStep("cap", [bill, limit, used]));
    expect(used.fen).toBe(sumOf(bills).min(limit).fen);
  });

  law(
    "excess in two bands is excess in one, to the fen where no share is rounded",
    [amount, amount, share, share],
    (claims, premium, one, other) => {
      const [from, to] = one.compare(other) <= 0 ? [one, other] : [other, one];
      const inBand = computeStep("excess", [claims, premium, from, to, Rate.one]);
      const above = computeStep("excess", [claims, premium, to, null, Rate.one]);
      const whole = computeStep("excess", [claims, premium, from, null, Rate.one]);
      expect(Math.abs(inBand.plus(above).fen - whole.fen)).toBeLessThanOrEqual(1);
    },
  );
});

describe("every line of every result of the toy", () => {
  it.each(applications.map((each) => [each.what, each] as const))(
    "%s: its amount is what its operands give",
    (_, each) => {
      const result = resultOf(each) as {
        lines?: readonly (Step & { amount: Money })[];
        benefit?: { lines: readonly (Step & { amount: Money })[] };
      };
      for (const line of [...(result.lines ?? []), ...(result.benefit?.lines ?? [])]) {
        expect(recompute(line).fen).toBe(line.amount.fen);
      }
    },
  );
});
