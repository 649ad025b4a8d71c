import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law } from "../law.js";
import {
  addDays,
  chinaWorkCalendar,
  isWorkingDay,
  periodEnd,
  PolicyInputError,
  type PeriodUnit,
} from "huimin-rules/core";
import { badArgument } from "../../src/core/errors.js";
import { deadlineOf, endOfMonth, inCalendar, type Running } from "../../src/core/period.js";
import { policy } from "./toy.js";

describe("民法典 200-204 legal periods", () => {
  it.each<[string, number, PeriodUnit, string, string]>([
    ["2021-04-01", 30, "calendar-day", "2021-05-06", "1 May opens a holiday of five days"],
    ["2021-03-31", 30, "calendar-day", "2021-04-30", "the day before the holiday"],
    ["2021-05-06", 10, "calendar-day", "2021-05-17", "a Sunday rolls to Monday"],
    ["2021-04-15", 10, "calendar-day", "2021-04-25", "a Sunday that is worked does not roll"],
    ["2020-01-17", 7, "working-day", "2020-02-04", "Spring Festival 2020 as extended"],
    ["2021-01-31", 1, "month", "2021-03-01", "28 February is a Sunday"],
    ["2021-03-31", 1, "month", "2021-04-30", "April has no 31st"],
    ["2017-06-15", 1, "year", "2018-06-15", "a working Friday"],
    ["2020-10-01", 1, "year", "2021-10-08", "1 October rolls over the holiday"],
  ])("%s and %i %s end on %s: %s", (from, length, unit, end) => {
    expect(periodEnd(from, length, unit)).toBe(end);
  });

  it.each([
    [1.5, "month"],
    [-1, "calendar-day"],
    [5, "week"],
  ])("%f %s is no period", (length, unit) => {
    expect(() => periodEnd("2021-04-01", length, unit as PeriodUnit)).toThrow(PolicyInputError);
  });

  it("an end outside the calendar is refused", () => {
    expect(() => periodEnd("2026-12-31", 1, "calendar-day")).toThrow(/2017-2026/);
  });

  law(
    "the end is a working day, and a later start or longer period never ends earlier",
    [
      fc.integer({ min: 0, max: 3500 }).map((offset) => addDays("2017-01-01", offset)),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom<PeriodUnit>("calendar-day", "working-day"),
    ],
    (from, length, unit) => {
      const end = periodEnd(from, length, unit);
      expect(isWorkingDay(end) || (unit === "working-day" && length === 0)).toBe(true);
      expect(end >= from).toBe(true);
      expect(periodEnd(addDays(from, 1), length, unit) >= end).toBe(true);
      expect(periodEnd(from, length + 1, unit) >= end).toBe(true);
    },
  );
});

describe("a window fixed by the month (次月内)", () => {
  it.each([
    ["2020-01-01", 1, "2020-02-29"],
    ["2020-01-31", 1, "2020-02-29"],
    ["2021-01-31", 1, "2021-02-28"],
    ["2020-04-30", 1, "2020-05-31"], // a Sunday: it does not roll
    ["2020-12-31", 1, "2021-01-31"],
    ["2020-12-31", 0, "2020-12-31"],
    ["2020-12-01", 2, "2021-02-28"],
    ["1999-06-15", 1, "1999-07-31"], // no calendar is needed
  ])("%s and %i months ahead ends on %s", (day, monthsLater, end) => {
    expect(endOfMonth(day, monthsLater)).toBe(end);
  });

  it("an impossible day is refused", () => {
    expect(() => endOfMonth("2020-02-30", 1)).toThrow(/真实的日期/);
  });
});

describe("a deadline in words", () => {
  const term = policy.terms.deadlines.pay; // 10
  const told = (more: Partial<Running>) => {
    const due = deadlineOf(
      { action: "pay", from: "2020-03-02", term, unit: "calendar-day", ...more },
      chinaWorkCalendar,
    );
    return [due.dueOn, due.text.zh, due.text.en];
  };

  it("says from when it runs, how long it is, and what is left out of it", () => {
    expect(told({})).toEqual([
      "2020-03-12",
      "支付：应于2020-03-12前（含当日）；自2020-03-02起10日内，末日休息的顺延",
      "Pay: by 2020-03-12 (that day included); within 10 days from 2020-03-02, rolled over rest days",
    ]);
    expect(told({ pause: 0 })).toEqual(told({}));
    expect(told({ pause: 1 })).toEqual([
      "2020-03-13",
      "支付：应于2020-03-13前（含当日）；自2020-03-02起10日内，补充材料的1日不计，末日休息的顺延",
      "Pay: by 2020-03-13 (that day included); within 10 days from 2020-03-02, not counting 1 day of supplementing, rolled over rest days",
    ]);
    expect(told({ unit: "working-day" })).toEqual([
      "2020-03-16",
      "支付：应于2020-03-16前（含当日）；自2020-03-02起10个工作日内",
      "Pay: by 2020-03-16 (that day included); within 10 working days from 2020-03-02",
    ]);
    expect(told({ unit: "month" })).toEqual([
      "2021-01-04", // 2 January is a Saturday
      "支付：应于2021-01-04前（含当日）；自2020-03-02起10个月内，末日休息的顺延",
      "Pay: by 2021-01-04 (that day included); within 10 months from 2020-03-02, rolled over rest days",
    ]);
    expect(told({ unit: "year", from: "2015-03-02" })).toEqual([
      "2025-03-03", // 2 March is a Sunday
      "支付：应于2025-03-03前（含当日）；自2015-03-02起10年内，末日休息的顺延",
      "Pay: by 2025-03-03 (that day included); within 10 years from 2015-03-02, rolled over rest days",
    ]);
  });

  it("agrees in number, and adds the days by which the period had been rolled over when it paused", () => {
    expect(told({ term: { ...term, value: 1 }, unit: "working-day" })[2]).toContain("within 1 working day from");
    expect(told({ pause: 2 })[2]).toContain("not counting 2 days of supplementing");
    expect(told({ pause: 2, rolled: 3 })[0]).toBe("2020-03-17");
    expect(told({ pause: 2, rolled: 3 })[1]).toContain("补充材料的2日不计");
  });

  it("a bad length is OUT_OF_RANGE", () => {
    expect(() => periodEnd("2021-04-01", -1, "month")).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "OUT_OF_RANGE" })] }) as Error,
    );
  });
});

describe("what ends outside the calendar", () => {
  const failing = (error: Error) => () =>
    inCalendar(() => {
      throw error;
    });

  it("is null, and any other fault stays one", () => {
    expect(inCalendar(() => 7)).toBe(7);
    expect(failing(badArgument("CALENDAR_OUT_OF_RANGE", "超出", "outside"))()).toBeNull();
    expect(failing(badArgument("OUT_OF_RANGE", "不对", "wrong"))).toThrow("不对");
    expect(failing(new RangeError("ours"))).toThrow(RangeError);
  });
});
