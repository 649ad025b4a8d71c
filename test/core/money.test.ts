import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law } from "../law.js";
import { fen, Money, percent, PolicyInputError, Rate, rate, signedYuan, sumOf, yuan } from "huimin-rules/core";
import { parseMoney, parseRate, ratio, weightedSum } from "../../src/core/money.js";

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

describe("operators", () => {
  const [nine, sixteen] = [yuan("9000"), yuan("16250")];
  const [low, high] = [rate("0.2"), rate("0.10")];

  it.each<[string, () => unknown]>([
    ["money > money", () => nine > sixteen],
    ["money < money", () => nine < sixteen],
    ["money >= money", () => nine >= sixteen],
    ["money + 1", () => (nine as unknown as number) + 1],
    ["money + text", () => (nine as unknown as string) + " yuan"],
    ["money + money", () => (nine as unknown as number) + (sixteen as unknown as number)],
    ["money − money", () => (nine as unknown as number) - (sixteen as unknown as number)],
    ["-money", () => -(nine as unknown as number)],
    ["+money", () => +nine],
    ["Number(money)", () => Number(nine)],
    // eslint-disable-next-line eqeqeq -- that it throws is what is tested
    ["money == a text", () => (nine as unknown) == "9000.00"],
    ["Math.max", () => Math.max(nine as unknown as number, 1)],
    ["rate > rate", () => low > high],
    ["rate × 100", () => (low as unknown as number) * 100],
    ["rate + text", () => (low as unknown as string) + " of it"],
  ])("%s throws rather than mislead", (_, operate) => {
    expect(operate).toThrow(TypeError);
    expect(operate).toThrow(/compare\(\).*plus\(\)/);
  });

  it("sorting without compare is by text: that is what Money.compare is for", () => {
    const amounts = [sixteen, nine, fen(-1), Money.zero];
    expect([...amounts].sort(Money.compare).map(String)).toEqual(["-0.01", "0.00", "9000.00", "16250.00"]);
    expect([...amounts].sort((one, other) => Money.compare(other, one)).map(String)).toEqual([
      "16250.00",
      "9000.00",
      "0.00",
      "-0.01",
    ]);
    expect(() => [...amounts].sort((one, other) => (one as unknown as number) - (other as unknown as number))).toThrow(
      TypeError,
    );
  });

  law(
    "Money.compare orders as the fen do, and is 0 just where both are equal",
    [fc.integer(), fc.integer()],
    (one, other) => {
      expect(Money.compare(fen(one), fen(other))).toBe(one < other ? -1 : one > other ? 1 : 0);
      expect(fen(one).compare(fen(other)) === 0).toBe(fen(one).equals(fen(other)));
    },
  );

  it("stays a text in templates and joins", () => {
    expect(`${nine} ${low}`).toBe("9000.00 0.2");
    expect([nine, sixteen].join(" + ")).toBe("9000.00 + 16250.00");
    expect(String(nine)).toBe("9000.00");
  });
});

describe("as a console shows it", () => {
  it("an amount is an amount, a rate a percentage, also within results", () => {
    expect(inspect(yuan("58000.25"))).toBe("Money(58000.25)");
    expect(inspect(fen(-45))).toBe("Money(-0.45)");
    expect(inspect(rate("0.075"))).toBe("Rate(7.5%)");
    expect(inspect({ due: [yuan(1)] })).toBe("{ due: [ Money(1.00) ] }");
  });
});

describe("sums and signed amounts", () => {
  it("sumOf adds to the fen, and leaves the exact range with an error", () => {
    expect(sumOf([]).isZero()).toBe(true);
    expect(sumOf([yuan("0.1"), yuan("0.2")]).toString()).toBe("0.30");
    expect(sumOf([yuan("0.1"), fen(-20)]).toString()).toBe("-0.10");
    expect(() => sumOf([fen(Number.MAX_SAFE_INTEGER), fen(1)])).toThrow(PolicyInputError);
  });

  law("sumOf is plus, one after another", [fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }))], (amounts) => {
    const added = amounts.reduce((sum, each) => sum.plus(fen(each)), Money.zero);
    expect(sumOf(amounts.map(fen)).fen).toBe(added.fen);
    expect(Object.is(sumOf(amounts.map(fen)).fen, -0)).toBe(false);
  });

  it.each([
    ["-45.00", -4500],
    ["45", 4500],
    ["-0.01", -1],
    ["-0.00", 0],
    [-12.5, -1250],
    ["-9999999999999.99", -999_999_999_999_999],
  ])("signedYuan(%s) is %i fen", (text, expected) => {
    expect(signedYuan(text).fen).toBe(expected);
    expect(Object.is(signedYuan(text).fen, -0)).toBe(false);
    expect(signedYuan(signedYuan(text)).fen).toBe(expected);
  });

  law("signedYuan reads what any Money prints", [fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 })], (amount) => {
    expect(signedYuan(fen(amount).toString()).fen).toBe(amount);
    expect(signedYuan(fen(amount)).equals(fen(amount))).toBe(true);
  });

  it.each(["--1", "-", "- 1", "-1,000", "+1", "-1.001", "-1e3", "", null, undefined, [1], {}, Number.NaN, -Infinity])(
    "signedYuan(%j) is refused",
    (value) => {
      expect(() => signedYuan(value as string)).toThrow(PolicyInputError);
    },
  );

  it("yuan still refuses a sign", () => {
    expect(() => yuan("-45.00")).toThrow(PolicyInputError);
  });
});

describe("what is wrong with an amount, in words", () => {
  const branded = (fen: number) => ({ fen, [Symbol.for("huimin-rules.Money")]: true });
  it.each<[string, unknown, string, string]>([
    ["below zero", branded(-1), "金额不能为负", "an amount must not be negative"],
    ["half a fen", branded(0.5), "不是整数分", "not a whole number of fen"],
    ["too large", branded(1e15), "金额过大（超过 15 位，以分计）", "too large (more than 15 digits of fen)"],
    ["too fine", "1.234", "小数超过两位（精确到分）", "more than two decimals (amounts are exact to the fen)"],
    [
      "no number",
      "x",
      "应为以元计的普通数字，如 58000.25，不带符号、空格、千分位和指数",
      "expected yuan as a plain number such as 58000.25, without sign, blank, separator or exponent",
    ],
  ])("%s", (_, value, zh, en) => {
    expect(parseMoney(value)).toEqual({ zh, en });
  });

  it("a list of one text is no rate, though JavaScript would read it as that text", () => {
    expect(parseRate("0.25")).toEqual(rate("0.25"));
    expect(parseRate(["0.25"])).not.toBeInstanceOf(Rate);
  });
});

describe("at the edges", () => {
  const refused = (code: string) => expect.objectContaining({ issues: [expect.objectContaining({ code })] }) as unknown;

  it("each refusal has its code, and operators say what has none", () => {
    expect(() => yuan("x")).toThrow(refused("INVALID_AMOUNT"));
    expect(() => rate("x")).toThrow(refused("INVALID_RATE"));
    expect(() => fen(0.5)).toThrow(refused("OUT_OF_RANGE"));
    expect(() => fen(-1).allocate([1])).toThrow(refused("OUT_OF_RANGE"));
    expect(() => Number(yuan(1))).toThrow(/^Money /);
    expect(() => Number(rate(1))).toThrow(/^Rate /);
  });

  it.each(["1..5", "1..", "1.5.", "1.2.3", "1:", "1/", ":", "/"])("%s is no amount", (text) => {
    expect(() => yuan(text)).toThrow(PolicyInputError);
  });

  it("a rate is a whole number over a power of ten, as far as that is exact", () => {
    const parts = (text: string) => [rate(text).units, rate(text).denominator];
    expect([parts("0.25"), parts("1"), parts("12.5")]).toEqual([
      [25, 100],
      [1, 1],
      [125, 10],
    ]);
    expect(parts("900719925474099.1")).toEqual([9_007_199_254_740_991, 10]);
    expect(parts("900719925474099.2")).toEqual([Number.NaN, 10]);
  });

  it("a rate has at most 15 digits on either side of its point", () => {
    expect(rate("999999999999999").toString()).toBe("999999999999999");
    expect(rate("0.123456789012345").toString()).toBe("0.123456789012345");
    expect(() => rate("1000000000000000")).toThrow(PolicyInputError);
    expect(() => rate("0.1234567890123456")).toThrow(PolicyInputError);
  });

  it("a Rate is taken as it is: a ratio keeps its places", () => {
    const share = ratio(yuan("0.85"), yuan(1)) as Rate;
    expect(rate(share)).toBe(share);
    expect(rate(share).toString()).toBe("0.850000");
  });

  it("zero has no sign", () => {
    expect(Object.is(fen(-0).fen, 0)).toBe(true);
  });

  it("nothing can be split, and the spare fen goes to whom lost most, later or not", () => {
    expect(Money.zero.allocate([1, 2]).map(String)).toEqual(["0.00", "0.00"]);
    expect(yuan("0.01").allocate([1]).map(String)).toEqual(["0.01"]);
    expect(yuan("0.01").allocate([1, 2]).map(String)).toEqual(["0.00", "0.01"]);
  });

  it("signedYuan takes any Money, also one too large for an input", () => {
    expect(signedYuan(fen(Number.MAX_SAFE_INTEGER)).fen).toBe(9_007_199_254_740_991);
    expect(() => yuan(fen(Number.MAX_SAFE_INTEGER))).toThrow(PolicyInputError);
  });

  it("a weighted sum is exact where only its parts leave the exact range", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const parts = [
      [fen(most), rate(15)],
      [fen(1 - most), rate(15)],
    ] as const;
    expect(weightedSum(parts).fen).toBe(15);
  });
});
