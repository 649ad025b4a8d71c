import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law } from "../law.js";
import { fen, Money, percent, PolicyInputError, Rate, rate, yuan } from "huimin-rules";

/** Exact half-up rounding on big integers, independent of the library: amount (fen) × units / 10^scale. */
function halfUp(amount: number, units: bigint, scale: number): bigint {
  const denominator = 10n ** BigInt(scale);
  const product = BigInt(amount) * units * 2n + denominator;
  return product / (denominator * 2n);
}

const amounts = fc.integer({ min: 0, max: 999_999_999_999_999 });

describe("Money", () => {
  it.each([
    ["58000.25", 5800025],
    [58000.25, 5800025],
    ["0", 0],
    [0, 0],
    [-0, 0],
    ["0.1", 10],
    ["0.01", 1],
    ["007", 700],
    ["9999999999999.99", 999_999_999_999_999],
    [9999999999999.99, 999_999_999_999_999],
  ])("yuan(%s) is %s fen", (input, expected) => {
    expect(yuan(input).fen).toBe(expected);
    expect(Object.is(yuan(input).fen, -0)).toBe(false);
  });

  it.each([
    ["-1"],
    ["+1"],
    ["1e3"],
    ["0x10"],
    ["1,000"],
    [" 1"],
    ["1 "],
    ["1\n"],
    ["1."],
    [".5"],
    ["1.234"],
    ["1.000"],
    [""],
    ["١"],
    ["１"],
    ["10000000000000.00"],
    [-0.01],
    [0.1 + 0.2],
    [1e21],
    [1e-7],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [10_000_000_000_000],
    [null],
    [undefined],
    [true],
    [[1]],
    [{ fen: 1 }],
  ])("yuan(%j) is refused", (input) => {
    expect(() => yuan(input as string)).toThrow(PolicyInputError);
  });

  it("a negative Money is refused as an input", () => {
    expect(() => yuan(fen(-1))).toThrow(/不能为负/);
  });

  it("prints yuan with two decimals, negative results too", () => {
    expect([fen(0), fen(1), fen(10), fen(100), fen(-1), fen(-734567890)].map(String)).toEqual([
      "0.00",
      "0.01",
      "0.10",
      "1.00",
      "-0.01",
      "-7345678.90",
    ]);
    expect(JSON.stringify({ amount: yuan("58000.25") })).toBe('{"amount":"58000.25"}');
  });

  it("compares, bounds and converts", () => {
    const [small, large] = [yuan("1.50"), yuan("2")];
    expect([small.compare(large), large.compare(small), small.compare(yuan(1.5))]).toEqual([-1, 1, 0]);
    expect([small.equals(yuan("1.5")), small.equals(large), Money.zero.isZero(), small.isZero()]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([small.min(large), small.max(large), large.atMost(small), small.atMost(large)].map(String)).toEqual([
      "1.50",
      "2.00",
      "1.50",
      "1.50",
    ]);
    expect([small.minus(large), small.minus(large).atLeastZero(), small.plus(large)].map(String)).toEqual([
      "-0.50",
      "0.00",
      "3.50",
    ]);
    expect([large.toNumber(), small.toDecimal().toString()]).toEqual([2, "1.5"]);
  });

  it("leaves the exact range with an error, never a wrong fen", () => {
    const most = fen(Number.MAX_SAFE_INTEGER);
    expect(() => most.plus(fen(1))).toThrow(PolicyInputError);
    expect(() => most.times(rate("1.5"))).toThrow(PolicyInputError);
    expect(() => fen(0.5)).toThrow(PolicyInputError);
    expect(() => fen(Number.NaN)).toThrow(PolicyInputError);
  });

  it.each([
    ["0.02", "0.25", "0.01"],
    ["0.01", "0.25", "0.00"],
    ["0.01", "0.5", "0.01"],
    ["33.33", "0.5", "16.67"],
    ["0.05", "0.1", "0.01"],
    ["0.04", "0.1", "0.00"],
    ["1000.01", "0.5", "500.01"],
  ])("%s yuan × %s is %s, half up", (amount, factor, expected) => {
    expect(yuan(amount).times(rate(factor)).toString()).toBe(expected);
    expect(fen(-yuan(amount).fen).times(rate(factor)).toString()).toBe(expected === "0.00" ? "0.00" : `-${expected}`);
  });

  law(
    "times is exact and half up, on the integer path and beyond it",
    [amounts, fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 6 })],
    (amount, units, scale) => {
      const text = units.toString().padStart(scale + 1, "0");
      const factor = rate(scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`);
      const expected = halfUp(amount, BigInt(units), scale);
      fc.pre(expected <= BigInt(Number.MAX_SAFE_INTEGER));
      expect(BigInt(fen(amount).times(factor).fen)).toBe(expected);
    },
  );

  law("a rate of 15 decimals stays exact", [amounts, fc.bigInt({ min: 0n, max: 10n ** 15n })], (amount, units) => {
    const factor = rate(`${units / 10n ** 15n}.${(units % 10n ** 15n).toString().padStart(15, "0")}`);
    expect(BigInt(fen(amount).times(factor).fen)).toBe(halfUp(amount, units, 15));
  });

  law(
    "allocate never loses a fen, and no part is off by a fen or more",
    [amounts, fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 9 })],
    (amount, ratios) => {
      const total = ratios.reduce((sum, ratio) => sum + ratio, 0);
      fc.pre(total > 0);
      const parts = fen(amount).allocate(ratios);
      expect(parts.reduce((sum, part) => sum + part.fen, 0)).toBe(amount);
      parts.forEach((part, index) => {
        const exact = BigInt(amount) * BigInt(ratios[index] as number);
        const off = BigInt(part.fen) * BigInt(total) - exact;
        expect(off < BigInt(total) && off > -BigInt(total)).toBe(true);
      });
    },
  );

  it("allocate gives the spare fen to whom lost most, the earlier first", () => {
    expect(yuan("0.05").allocate([7, 3]).map(String)).toEqual(["0.04", "0.01"]);
    expect(yuan("0.05").allocate([3, 7]).map(String)).toEqual(["0.02", "0.03"]);
    expect(yuan("1").allocate([1, 1, 1]).map(String)).toEqual(["0.34", "0.33", "0.33"]);
    expect(yuan("1").allocate(["0.3", "0.7"]).map(String)).toEqual(["0.30", "0.70"]);
  });

  it("allocate refuses no ratios, ratios of zero, and a negative amount", () => {
    expect(() => yuan(1).allocate([])).toThrow(PolicyInputError);
    expect(() => yuan(1).allocate([0, 0])).toThrow(PolicyInputError);
    expect(() => fen(-1).allocate([1])).toThrow(PolicyInputError);
  });
});

describe("Rate", () => {
  it("reads plain decimals and percentages", () => {
    expect([rate("0.25"), rate(0.25), rate("0.250"), percent("25"), percent(7.5), percent("100")].map(String)).toEqual([
      "0.25",
      "0.25",
      "0.25",
      "0.25",
      "0.075",
      "1",
    ]);
    expect(rate("0.075").toPercent()).toBe("7.5%");
    expect(JSON.stringify([rate("0.25"), Rate.one, Rate.zero])).toBe('["0.25","1","0"]');
    expect(rate("0.5").toNumber()).toBe(0.5);
  });

  it("compares by value", () => {
    expect(rate("0.2").compare(rate("0.10"))).toBe(1);
    expect(rate("0.1").compare(rate("0.2"))).toBe(-1);
    expect(rate("0.5").equals(percent("50"))).toBe(true);
  });

  it.each([["-0.1"], ["25%"], ["1e-2"], [Number.NaN], [0.1 + 0.2], ["0.1234567890123456"], [null], [""]])(
    "rate(%j) is refused",
    (input) => {
      expect(() => rate(input as string)).toThrow(PolicyInputError);
    },
  );
});
