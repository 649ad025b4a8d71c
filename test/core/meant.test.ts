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
