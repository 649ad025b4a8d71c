import { describe, expect, it } from "vitest";
import { catalogue, describe as describeFields } from "huimin-rules";
import type { FormField, Vocabulary } from "huimin-rules/core";
import { convert, isBlank, serialOf, wordsOf, type Kind } from "../../src/spreadsheet/cells.js";
import { synonyms } from "../../src/spreadsheet/synonyms.js";

const none = new Map<string, string>();

describe("amounts in cells", () => {
  it.each([
    [0.1 + 0.2, "0.30"],
    [1.1 * 3, "3.30"],
    [Array.from({ length: 100 }, () => 0.1).reduce((sum, each) => sum + each, 0), "10.00"],
    [4.35 * 100, "435.00"],
    [58000, "58000.00"],
    [123456789.01, "123456789.01"],
    [999999999999.99, "999999999999.99"],
    [-1e-12, "0"],
    [0, "0"],
  ])("%d loses its float noise: %s", (cell, text) => {
    expect(convert("money", cell, none)).toBe(text);
  });

  it.each([1.234, 0.005, 12.3456, 58000.255])("%d keeps its part of a fen, for the rule to refuse", (cell) => {
    expect(convert("money", cell, none)).toBe(String(cell));
  });

  it("a number stored as text stays as written, but for blanks around it", () => {
    expect(convert("money", " 58000.25 ", none)).toBe("58000.25");
    expect(convert("integer", "7", none)).toBe(7);
    expect(convert("name", 411721, none)).toBe("411721");
  });

  it("a rate is a number or a percentage", () => {
    expect(convert("rate", 0.1 + 0.2, none)).toBe(0.3);
    expect(String(convert("rate", "7.5%", none))).toBe("0.075");
    expect(convert("rate", "0.25", none)).toBe("0.25");
  });
});

describe("dates in cells", () => {
  it.each([
    [44287, "2021-04-01"],
    [44287.75, "2021-04-01"],
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [2958465, "9999-12-31"],
    ["44287", "2021-04-01"],
    ["2021-04-01", "2021-04-01"],
    ["2021/4/1", "2021-04-01"],
    ["2021年4月1日", "2021-04-01"],
    [" 2021.4.1 ", "2021-04-01"],
  ])("%s is the day %s", (cell, day) => {
    expect(convert("day", cell, none)).toBe(day);
  });

  it.each([0, 60, -1, 2958466, "2021", "4/1/2021", "一日", true])(
    "%s is no day, and is left for the rule to refuse",
    (cell) => {
      expect(String(convert("day", cell, none))).not.toMatch(/^\d{4}-\d\d-\d\d$/);
    },
  );

  it.each([
    ["2020-11", "2020-11"],
    ["2020年11月", "2020-11"],
    ["2020/1", "2020-01"],
    [44136, "2020-11"],
    ["2020-11-01", "2020-11"],
  ])("%s is the month %s", (cell, month) => {
    expect(convert("month", cell, none)).toBe(month);
  });

  it.each([
    ["1900-03-01", 61],
    ["2021-05-17", 44333],
  ])("%s goes out as the serial %i", (day, serial) => {
    expect(serialOf(day)).toBe(serial);
  });
});

describe("words in cells", () => {
  const words = new Map([
    ["bachelor", "bachelor"],
    ["本科", "bachelor"],
    ["orphan", "orphan"],
    ["孤儿", "orphan"],
  ]);

  it.each(["是", "TRUE", "true", " True ", true])("%s is yes", (cell) => {
    expect(convert("flag", cell, none)).toBe(true);
  });

  it.each(["否", "FALSE", "false", false])("%s is no", (cell) => {
    expect(convert("flag", cell, none)).toBe(false);
  });

  it.each([2, "10", "有无", "可", "对", ""])("%s is neither, and is left for the rule to refuse", (cell) => {
    expect(convert("flag", cell, none)).toBe(cell);
  });

  it("a term means its word, and several go with commas between them", () => {
    expect(convert("word", " 本科 ", words)).toBe("bachelor");
    expect(convert("word", "bachelor", words)).toBe("bachelor");
    expect(convert("word", "小学", words)).toBe("小学");
    expect(convert("list", "孤儿、本科,orphan", words)).toEqual(["orphan", "bachelor", "orphan"]);
  });

  it.each([undefined, null, "", "  ", "\u3000"])("%j is empty", (cell) => {
    expect(isBlank(cell)).toBe(true);
  });

  it.each([0, false, "0"])("%j is not empty", (cell) => {
    expect(isBlank(cell)).toBe(false);
  });
});

/** What is forgiven, and the strict spelling of the same. */
const forgiven = {
  money: [
    ["58,000", "58000"],
    ["1,234,567.80", "1234567.80"],
    ["￥58000", "58000"],
    ["¥ 58000.5", "58000.5"],
    ["58000元", "58000"],
    ["￥58,000.25元", "58000.25"],
    ["５８０００．２５", "58000.25"],
    ["５８，０００", "58000"],
    ["58000.250", "58000.25"],
    ["58000.000", "58000.00"],
  ],
  rate: [
    ["２５％", "25%"],
    ["25 %", "25%"],
  ],
  integer: [
    ["7级", 7],
    ["七级", 7],
    ["十级", 10],
    [" ７ 级 ", 7],
    ["７", 7],
  ],
  day: [
    ["20210401", "2021-04-01"],
    [20210401, "2021-04-01"],
    ["2021/4/1 0:00:00", "2021-04-01"],
    ["2021-04-01T00:00:00.000", "2021-04-01"],
    ["２０２１年４月１日", "2021-04-01"],
  ],
  flag: [
    ["√", "是"],
    ["✔", "是"],
    ["Y", "是"],
    ["yes", "是"],
    [1, "是"],
    ["１", "是"],
    ["有", "是"],
    ["×", "否"],
    ["✘", "否"],
    ["N", "否"],
    [0, "否"],
    ["无", "否"],
  ],
} as const;

/** What could be two things, or is none: nobody guesses. */
const refused = {
  money: ["1,00", "58,00", "1,2345", "5.8万", "58000.255", "58.000,25", "五万八", "-58,000", "58000元整", "USD 5"],
  rate: ["25", "百分之二十五"],
  integer: ["七", "十一级", "级", "7.5级"],
  day: ["20211301", "2021/13/2", "1/2/2021", "2021年", "3月2日", "2021-02-30"],
  flag: ["对", "不详", "YN"],
} as const;

describe("cells that forgive", () => {
  const cases = <T>(table: Readonly<Record<string, readonly T[]>>) =>
    Object.entries(table).flatMap(([kind, all]) => all.map((each) => [kind as Kind, each] as const));

  it.each(cases<readonly [unknown, unknown]>(forgiven))(
    "%s: %j is the same as its strict spelling",
    (kind, [cell, strict]) => {
      expect(String(convert(kind, cell, none))).toBe(String(convert(kind, strict, none)));
      expect(convert(kind, strict, none)).not.toBe(cell);
    },
  );

  it.each(cases<string>(refused))("%s: %s is left for the rule to refuse", (kind, cell) => {
    const left = String(convert(kind, cell, none));
    expect(
      {
        money: /^\d+(\.\d{1,2})?$/,
        rate: /^0(\.\d+)?$/,
        integer: /^\d+$/,
        day: /^\d{4}-(0[1-9]|1[0-2])-([012]\d|3[01])$/,
        flag: /^(true|false)$/,
      }[kind as "money"].test(left) && left !== "2021-02-30",
    ).toBe(false);
  });

  it("a rich value is the value in it", () => {
    expect(convert("money", { type: "FormattedNumber", basicValue: 58000, numberFormat: "¥#,##0" }, none)).toBe(
      "58000.00",
    );
    expect(isBlank({ type: "Empty", basicValue: "" })).toBe(true);
  });

  it.each(Object.entries(synonyms).flatMap(([word, all]) => all.map((synonym) => [synonym, word])))(
    "%s means %s, wherever a list has it, and nothing else",
    (synonym, word) => {
      const lists = vocabularies.filter((vocabulary) => Object.hasOwn(vocabulary, word));
      expect(lists.length).toBeGreaterThan(0);
      for (const vocabulary of lists) {
        const own = Object.entries(vocabulary).find(([, { zh }]) => zh === synonym)?.[0];
        expect(convert("word", synonym, wordsOf(vocabulary))).toBe(own ?? word);
      }
    },
  );

  it("a term may be written in another case, and a place by its name", () => {
    const levels = vocabularies.find((vocabulary) => Object.hasOwn(vocabulary, "juniorCollege")) ?? {};
    expect(convert("word", "Bachelor", wordsOf(levels))).toBe("bachelor");
    const places = vocabularies.find((vocabulary) => Object.hasOwn(vocabulary, "411721")) ?? {};
    expect(convert("name", "西平县", wordsOf(places))).toBe("411721");
  });
});

/** Every list of words that a rule takes. */
const vocabularies: Vocabulary[] = Object.values(catalogue).flatMap((rule) => {
  const within = (fields: readonly FormField[]): Vocabulary[] =>
    fields.flatMap(({ words, group = [] }) => [...(words ? [words] : []), ...within(group)]);
  const { fields } = rule;
  const covers = "covers" in fields ? Object.keys(fields.covers) : [undefined];
  return covers.flatMap((cover) => within(describeFields(rule, cover === undefined ? {} : { cover })));
});
