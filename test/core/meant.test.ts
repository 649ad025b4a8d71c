import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDay, isMonth, rate, yuan } from "huimin-rules/core";
import { meantDay, meantMonth } from "../../src/core/day.js";
import { meantFlag, meantInteger, meantName } from "../../src/core/meant.js";
import { meantAmount, meantRate } from "../../src/core/money.js";
import { law } from "../law.js";

const covers = {
  majorIllness: { zh: "大病补充", en: "Major-illness supplement" },
  accident: { zh: "小额意外", en: "Accident" },
  illnessDeath: { zh: "疾病身故", en: "Death by illness" },
};

describe("the name that was probably meant", () => {
  it.each([
    ["大病补充", "majorIllness"],
    ["大病", "majorIllness"],
    ["Major illness supplement", "majorIllness"],
    ["majorillness", "majorIllness"],
    ["major_illness", "majorIllness"],
    ["majorIlness", "majorIllness"],
    ["ＭＡＪＯＲＩＬＬＮＥＳＳ", "majorIllness"],
    ["acident", "accident"],
    ["意外", "accident"],
    ["疾病身亡", "illnessDeath"],
    ["illness", undefined], // two terms hold it
    ["flood", undefined],
    ["", undefined],
    ["——", undefined],
    ["x".repeat(61), undefined],
    [7, undefined],
    [null, undefined],
  ])("%s: %s", (given, meant) => {
    expect(meantName(given, covers)).toBe(meant);
  });

  it("by the names alone where there are no terms, and none where two are as near", () => {
    const known = { occurredOn: undefined, insuredFrom: undefined, insuredForm: undefined };
    expect(meantName("occuredOn", known)).toBe("occurredOn");
    expect(meantName("occurred_on", known)).toBe("occurredOn");
    expect(meantName("insuredFrrm", known)).toBeUndefined();
    expect(meantName("insuredForm", known)).toBe("insuredForm");
    expect(meantName("x", {})).toBeUndefined();
  });
});

describe.each<[string, (value: unknown) => string | undefined, [unknown, string | undefined][]]>([
  [
    "day",
    meantDay,
    [
      ["2021/3/2", "2021-03-02"],
      ["2021.03.02", "2021-03-02"],
      ["2021年3月2日", "2021-03-02"],
      ["２０２１－０３－０２", "2021-03-02"],
      ["20210302", "2021-03-02"],
      [20210302, "2021-03-02"],
      ["2021-03-01T16:00:00Z", "2021-03-02"],
      [" 2021-3-2 ", "2021-03-02"],
      [44257, "2021-03-02"], // a spreadsheet's serial number
      [new Date("2021-03-01T16:00:00Z"), "2021-03-02"], // midnight in China
      [new Date("2021-03-01T15:59:59Z"), "2021-03-01"],
      [new Date(Number.NaN), undefined],
      ["2021/2/30", undefined],
      ["2/3/2021", undefined],
      [19_999, undefined],
      ["x".repeat(100), undefined],
      [null, undefined],
    ],
  ],
  [
    "month",
    meantMonth,
    [
      ["2021/3", "2021-03"],
      ["2021年3月", "2021-03"],
      [202103, "2021-03"],
      ["202103", "2021-03"],
      ["2021-03-02", "2021-03"],
      ["2021/13", undefined],
      ["3/2021", undefined],
      [null, undefined],
    ],
  ],
  [
    "flag",
    meantFlag,
    [
      ["yes", "true"],
      ["是", "true"],
      ["TRUE", "true"],
      [1, "true"],
      ["否", "false"],
      [0, "false"],
      ["没有", "false"],
      ["不详", "null"],
      ["unknown", "null"],
      [2, undefined],
      ["maybe", undefined],
      ["constructor", undefined],
      [{}, undefined],
    ],
  ],
  [
    "whole number",
    meantInteger,
    [
      ["7", "7"],
      ["7级", "7"],
      ["第7级", "7"],
      ["grade 7", "7"],
      ["７", "7"],
      ["7.0", "7"],
      ["1,000", "1000"],
      ["7.5", undefined],
      ["seven", undefined],
      [7, undefined],
      ["7".repeat(100), undefined],
    ],
  ],
  [
    "amount",
    meantAmount,
    [
      ["1,000", "1000"],
      ["1,234,567.89", "1234567.89"],
      ["￥1000.55", "1000.55"],
      ["1000元", "1000"],
      ["RMB 1000", "1000"],
      ["１０００", "1000"],
      ["+1000", "1000"],
      [" 1000 ", "1000"],
      ["3万", "30000"],
      ["1.5万", "15000"],
      ["1.2345万", "12345"],
      ["-1000", undefined],
      ["1.234", undefined],
      ["one", undefined],
    ],
  ],
  [
    "rate",
    meantRate,
    [
      ["25%", "0.25"],
      ["7.5%", "0.075"],
      ["100%", "1"],
      ["25", "0.25"],
      [25, "0.25"],
      ["25％", "0.25"],
      ["0.5%", "0.005"],
      ["0%", "0"],
      ["150%", undefined],
      ["0.25", undefined],
      ["a quarter", undefined],
    ],
  ],
])("the %s that was probably meant", (_, meant, cases) => {
  it.each(cases)("%s: %s", (given, expected) => {
    expect(meant(given)).toBe(expected);
  });
});

describe("a suggestion", () => {
  const written = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[0-9年月日元万%,./ -]{0,16}$/),
    fc.integer(),
    fc.double(),
    fc.anything({ withDate: true }),
  );

  law("would itself be taken, whatever was written", [written], (value) => {
    const [on, month, amount, share] = [meantDay(value), meantMonth(value), meantAmount(value), meantRate(value)];
    if (on !== undefined) expect(isDay(on)).toBe(true);
    if (month !== undefined) expect(isMonth(month)).toBe(true);
    if (amount !== undefined) expect(() => yuan(amount)).not.toThrow();
    if (share !== undefined) expect(() => rate(share)).not.toThrow();
    const [whole, answer] = [meantInteger(value), meantFlag(value)];
    if (whole !== undefined) expect(Number.isSafeInteger(Number(whole))).toBe(true);
    if (answer !== undefined) expect(["true", "false", "null"]).toContain(answer);
  });

  law(
    "is found for any amount with separators, and is the same amount",
    [fc.integer({ min: 100_000, max: 10 ** 12 })],
    (fen) => {
      const plain = `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
      const shown = plain.replace(/\B(?=(\d{3})+\.)/g, ",");
      for (const written of [shown, `${shown}元`, `￥${shown}`]) {
        expect(Number(meantAmount(written))).toBe(fen / 100);
      }
    },
  );

  law("is found for any percentage, and is the same rate", [fc.integer({ min: 0, max: 10_000 })], (hundredths) => {
    const points = (hundredths / 100).toFixed(2);
    const meant = meantRate(`${points}%`) as string;
    expect(rate(meant).toDecimal().times(10_000).toNumber()).toBe(hundredths);
  });
});

describe("the bounds of what is guessed", () => {
  const known = (...names: string[]) => Object.fromEntries(names.map((name) => [name, undefined]));
  const other = { other: { zh: "其他病", en: "Other" }, dx: { zh: "诊断", en: "Diagnosis" } };

  it("a name of up to 60 characters is looked at, also when its characters are written out as many", () => {
    const [sixty, more] = ["x".repeat(60), "x".repeat(61)];
    expect([meantName(sixty, known(sixty)), meantName(more, known(more))]).toEqual([sixty, undefined]);
    const [four, five] = ["ﷺ".repeat(4), "ﷺ".repeat(5)]; // each is 15 letters
    expect([meantName(four, known(four)), meantName(five, known(five))]).toEqual([four, undefined]);
  });

  it("what has no letter is none, even beside a name without letters; a single letter is one", () => {
    expect([meantName("——", known("—")), meantName("", known("—")), meantName("x", known("x"))]).toEqual([
      undefined,
      undefined,
      "x",
    ]);
  });

  it("a term is known by its English, and 其它 is 其他", () => {
    expect([meantName("diagnosis", other), meantName("其它病", other)]).toEqual(["dx", "other"]);
  });

  it.each([
    ["grade1", known("grade1", "grade2"), "grade1"], // the same beats what is one edit away
    ["fan", known("fen"), "fen"], // three letters: one edit
    ["fxy", known("fen"), undefined], // not two
    ["ix", known("id"), undefined], // two letters: none
    ["axciden", known("accident"), undefined], // seven letters: one edit, though the longer has eight
    ["axcident", known("accident"), "accident"], // eight letters: two
    ["axxident", known("accident"), "accident"],
    ["a", known("abc"), undefined], // one letter is no part
    ["ab", known("abcdefgh"), "abcdefgh"], // a fourth of it is
    ["ab", known("abcdefghi"), undefined], // less is not
    // Fifteen edits are nearer than being a part.
    ["a".repeat(60), known("a".repeat(30), "a".repeat(45) + "b".repeat(15)), "a".repeat(45) + "b".repeat(15)],
  ])("%s", (given, names, meant) => {
    expect(meantName(given, names)).toBe(meant);
  });

  it.each([
    ["true", "true t yes y 1 是 是的 有 对 属于 已 真 √ ✓ ✔ ☑"],
    ["false", "false f no n 0 否 不 不是 没有 无 错 不属于 未 假 × ✗ ✘"],
    ["null", "null unknown 不清楚 不知道 不详 不确定 未知 待查 待查明"],
  ])("%s is meant by: %s", (answer, words) => {
    for (const word of words.split(" ")) {
      expect([word, meantFlag(word), meantFlag(` ${word}。`)]).toEqual([word, answer, answer]);
    }
  });

  it("only a text or number answers yes or no", () => {
    expect([true, false, null, ["是"], [1]].map(meantFlag)).toEqual(Array(5).fill(undefined));
  });

  it("a whole number lies within its limits, both included", () => {
    expect(["0", "1", "10", "11"].map((text) => meantInteger(text, 1, 10))).toEqual([undefined, "1", "10", undefined]);
    expect(meantInteger("0")).toBe("0");
  });

  it("texts of up to 60 characters are looked at", () => {
    const at = (length: number, text: string) => text.padEnd(length);
    for (const [meant, text, value] of [
      [meantInteger, "7级", "7"],
      [meantDay, "2021/3/2", "2021-03-02"],
      [meantMonth, "2021年3月", "2021-03"],
      [meantAmount, "1000元", "1000"],
      [meantRate, "25%", "0.25"],
    ] as const) {
      expect([meant(at(60, text)), meant(at(61, text))]).toEqual([value, undefined]);
    }
  });
});

describe("the day that a number or list was probably meant to be", () => {
  it.each([
    [19_999.9, undefined],
    [20_000, "1954-10-03"], // the first serial that is taken
    [80_000.5, "2119-01-11"], // noon of the last
    [80_001, undefined],
    [99_999_999_999, undefined],
    [100_000_000_000, "1973-03-03"], // the first moment
    [100_000_000_000.5, undefined],
    [4_102_444_800_000, "2100-01-01"], // the last
    [4_102_444_800_001, undefined],
    [[2021, 3, 2], "2021-03-02"],
    [[999, 1, 1], "0999-01-01"],
    [[2021, "3", 2], undefined],
    [[2021, 3], undefined],
    [[2021, 3, 2, 1], undefined],
  ])("%j: %s", (given, meant) => {
    expect(meantDay(given)).toBe(meant);
  });
});

describe("the amount or rate that was probably meant", () => {
  it.each([
    ["1000", undefined], // it is one
    ["3w", "30000"],
    ["3W", "30000"],
    ["1.5亿", "150000000"],
    ["9999999999999.99元", "9999999999999.99"],
    ["10000000000000元", undefined], // too large to be one
    ["0.1000000000001", "0.1"], // noise
    ["0.10000000000015", undefined], // more than noise
    [0.1 + 0.2, "0.3"],
    ["x".repeat(61), undefined],
    [null, undefined],
  ])("amount %s: %s", (given, meant) => {
    expect(meantAmount(given)).toBe(meant);
  });

  it.each([
    [1, "1"],
    ["1.0", "1"],
    ["1.5", undefined], // 1.5 % or 150 %
    ["1.99", undefined],
    [2, "0.02"],
    ["2.5", "0.025"],
    [100, "1"],
    [101, undefined],
    [".25", "0.25"],
    ["1e-10", "0.0000000001"],
    ["1e-11", undefined],
    ["8成", "0.8"],
    ["5‰", "0.005"],
    ["百分之70", "0.7"],
    [null, undefined],
  ])("rate %s: %s", (given, meant) => {
    expect(meantRate(given)).toBe(meant);
  });
});
