import { describe, expect, it } from "vitest";
import { convert, isBlank, serialOf } from "../../src/spreadsheet/cells.js";

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
    expect(convert("money", "58,000.25", none)).toBe("58,000.25");
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

  it.each([1, 0, "1", "有", "Y"])("%s is neither, and is left for the rule to refuse", (cell) => {
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
