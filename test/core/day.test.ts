import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law } from "../law.js";
import { addDays, addMonths, addYears, ageOn, daysBetween, isDay, isMonth, PolicyInputError } from "huimin-rules/core";
import { monthOf, monthsBetween, quartersTouched, weekdayOf } from "../../src/core/day.js";

/** Days as text from plain calendar arithmetic on the ECMAScript UTC calendar, apart from date-fns. */
const days = fc
  .integer({ min: 0, max: 60_000 })
  .map((offset) => new Date(Date.UTC(1930, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10));

describe("days", () => {
  it.each(["2020-02-29", "2000-02-29", "2021-12-31", "0001-01-01", "2011-12-30"])("%s is a day", (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    "2020-02-30",
    "2021-02-29",
    "1900-02-29",
    "2021-13-01",
    "2021-00-10",
    "2021-04-31",
    "2021-1-1",
    "20210101",
    "2021-01-01T00:00:00Z",
    " 2021-01-01",
    "2021-01-01\n",
    "2026",
    "",
    20210101,
    null,
    new Date(0),
  ])("%s is none", (value) => {
    expect(isDay(value)).toBe(false);
  });

  it("months", () => {
    expect(["2021-01", "2021-12", "2021-00", "2021-13", "2021-1", "2021-01-01", 202101].map(isMonth)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([monthOf("2021-03-31"), monthsBetween("2020-11", "2021-10"), monthsBetween("2021-10", "2020-11")]).toEqual([
      "2021-03",
      11,
      -11,
    ]);
  });

  it.each([
    ["2019-06", "2019-06", 1],
    ["2019-06", "2019-07", 2],
    ["2019-04", "2019-06", 1],
    ["2019-01", "2019-12", 4],
    ["2019-12", "2020-01", 2],
    ["2019-06", "2020-06", 5],
    ["2019-07", "2020-06", 4],
  ])("%s to %s touches %i quarters", (from, until, quarters) => {
    expect(quartersTouched(from, until)).toBe(quarters);
  });

  it("a month or year ends on the matching day, or the month's last (民法典 202)", () => {
    expect(addMonths("2021-01-31", 1)).toBe("2021-02-28");
    expect(addMonths("2020-01-31", 1)).toBe("2020-02-29");
    expect(addMonths("2021-03-31", -1)).toBe("2021-02-28");
    expect(addYears("2020-02-29", 1)).toBe("2021-02-28");
    expect(addYears("2017-06-15", 1)).toBe("2018-06-15");
  });

  it("the day Samoa left out is a day here", () => {
    expect(addDays("2011-12-29", 1)).toBe("2011-12-30");
    expect(weekdayOf("2011-12-30")).toBe(5);
  });

  it("bad days are refused, and so is leaving the years 1 to 9999", () => {
    expect(() => addDays("2021-02-30", 1)).toThrow(PolicyInputError);
    expect(() => addDays("9999-12-31", 1)).toThrow(PolicyInputError);
    for (const count of [Number.NaN, 1.5, "1" as unknown as number]) {
      expect(() => addDays("2021-01-01", count)).toThrow(PolicyInputError);
      expect(() => addMonths("2021-01-01", count)).toThrow(PolicyInputError);
      expect(() => addYears("2021-01-01", count)).toThrow(PolicyInputError);
    }
    expect(isDay("0000-01-01")).toBe(false);
  });

  law("adding days and counting them agree", [days, fc.integer({ min: -40_000, max: 40_000 })], (day, count) => {
    const expected = new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
    expect(addDays(day, count)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(count);
  });
});

describe("age", () => {
  it.each([
    ["2018-06-15", "2021-06-14", 2, 2],
    ["2018-06-15", "2021-06-15", 3, 2],
    ["2018-06-15", "2021-06-16", 3, 3],
    ["2021-06-15", "2021-06-15", 0, 0],
    ["2000-02-29", "2018-02-27", 17, 17],
    ["2000-02-29", "2018-02-28", 18, 17],
    ["2000-02-29", "2018-03-01", 18, 18],
    ["2000-02-29", "2020-02-28", 19, 19],
    ["2000-02-29", "2020-02-29", 20, 19],
  ])("born %s, on %s: %i by the birthday, %i by the day after", (born, on, birthday, dayAfter) => {
    expect(ageOn(born, on)).toBe(birthday);
    expect(ageOn(born, on, "dayAfter")).toBe(dayAfter);
  });

  it("a day before birth is refused", () => {
    expect(() => ageOn("2021-06-15", "2021-06-14")).toThrow(PolicyInputError);
    expect(() => ageOn("2000-01-01", "2021-99-99")).toThrow(PolicyInputError);
    expect(() => ageOn(null as unknown as string, "2021-01-01")).toThrow(PolicyInputError);
  });

  law("age never falls as time passes", [days, days], (one, other) => {
    const [born, on] = one < other ? [one, other] : [other, one];
    expect(ageOn(born, addDays(on, 1))).toBeGreaterThanOrEqual(ageOn(born, on));
    expect(ageOn(born, addDays(on, 1), "dayAfter")).toBe(ageOn(born, on));
  });
});

describe("at the edges of the calendar", () => {
  it.each([
    ["1600-02-29", true], // a leap year by 400
    ["1400-02-29", false],
    ["2000-02-29", true],
    ["2100-02-29", false],
    ["2020-02-28", true],
    ["2021-01-31", true],
    ["2021-04-30", true],
    ["2021-04-31", false],
    ["2021-06-31", false],
    ["2021-09-31", false],
    ["2021-11-31", false],
    ["2021-12-32", false],
  ])("%s: %s", (text, day) => {
    expect(isDay(text)).toBe(day);
  });

  it("each refusal has its code", () => {
    const refused = (code: string) =>
      expect.objectContaining({ issues: [expect.objectContaining({ code })] }) as unknown;
    expect(() => addDays("2021-02-30", 1)).toThrow(refused("INVALID_DAY"));
    expect(() => addDays("2021-02-28", 0.5)).toThrow(refused("WRONG_TYPE"));
    expect(() => addDays("9999-12-31", 1)).toThrow(refused("CALENDAR_OUT_OF_RANGE"));
    expect(() => addDays("0001-01-01", -1)).toThrow(refused("CALENDAR_OUT_OF_RANGE"));
    expect(() => ageOn("2021-06-15", "2021-06-14")).toThrow(refused("CONFLICT"));
  });
});
