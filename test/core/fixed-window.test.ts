import { describe, expect, it } from "vitest";
import { chinaWorkCalendar } from "huimin-rules/core";
import { deadlineOf } from "../../src/core/period.js";
import { citing } from "../../src/core/policy.js";

const { provision } = citing("〔2021〕1号");
const pay = (length: number) => provision("一", length, { zh: "支付", en: "Pay" });
const window = (from: string, length: number, fixed?: true) =>
  deadlineOf(
    { action: "pay", from, term: pay(length), unit: "calendar-day", ...(fixed && { fixed }) },
    chinaWorkCalendar,
  );

describe("a window that a document fixes by days (当日, 次日)", () => {
  it.each([
    ["2019-12-31", 0, "2019-12-31", "2019-12-31"],
    ["2019-12-31", 1, "2020-01-01", "2020-01-02"],
    ["2021-04-30", 1, "2021-05-01", "2021-05-06"],
    ["2021-05-01", 0, "2021-05-01", "2021-05-06"],
  ])("from %s for %i: it ends on %s, where a period would end on %s", (from, length, fixed, period) => {
    expect([window(from, length, true).dueOn, window(from, length).dueOn]).toEqual([fixed, period]);
  });

  it("needs no calendar", () => {
    expect(window("2031-12-31", 1, true).dueOn).toBe("2032-01-01");
    expect(() => window("2031-12-31", 1)).toThrow("2017-2026");
  });

  it("says so in both languages", () => {
    expect(window("2019-12-31", 0, true).text).toEqual({
      zh: "支付：应于2019-12-31当日",
      en: "Pay: on 2019-12-31 itself",
    });
    expect(window("2019-12-31", 1, true).text).toEqual({
      zh: "支付：应于2020-01-01前（含当日）；自2019-12-31起1日内，休息日不顺延",
      en: "Pay: by 2020-01-01 (that day included); within 1 day after 2019-12-31, rest days included",
    });
  });
});
