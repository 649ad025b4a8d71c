import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, amend, chinaHolidayNotices, compareReadings, createWorkCalendar, fen, zhumadian } from "huimin-rules";
import { law } from "../law.js";

const { claimDeadlines } = zhumadian;

const due = (input: Parameters<typeof claimDeadlines>[0], readings = {}) =>
  claimDeadlines(input, { readings }).deadlines.map(({ action, dueOn }) => [action, dueOn]);
const pay = (amount: string, documentsCompleteOn: string, readings = {}) =>
  due({ amount, documentsCompleteOn }, readings)[0]?.[1];

describe("一(二) working days", () => {
  it.each([
    // Friday 17 January 2020; Sunday 19 is worked, 24 January to 2 February off as extended.
    ["0", "2020-01-17", "2020-01-21"],
    ["0.01", "2020-01-17", "2020-01-21"],
    ["9999.99", "2020-01-17", "2020-01-21"],
    ["10000", "2020-01-17", "2020-01-21"],
    ["10000.01", "2020-01-17", "2020-02-04"],
    ["99999.99", "2020-01-17", "2020-02-04"],
    ["100000", "2020-01-17", "2020-02-07"],
    ["100000.01", "2020-01-17", "2020-02-07"],
    // Over National Day 2019: 30 September, then 8 October; Saturday 12 is worked.
    ["5000", "2019-09-29", "2019-10-09"],
    ["50000", "2019-09-29", "2019-10-14"],
    ["200000", "2019-09-29", "2019-10-17"],
    // Complete on a rest day: the next working day is the first.
    ["5000", "2019-12-07", "2019-12-11"],
    // Over the year's end: 1 January is off.
    ["5000", "2019-12-30", "2020-01-03"],
  ])("%s complete on %s is due on %s", (amount, documentsCompleteOn, dueOn) => {
    expect(due({ amount, documentsCompleteOn })).toEqual([["pay", dueOn]]);
  });

  it("the extension of Spring Festival 2020 moved the day", () => {
    const asFirstPublished = createWorkCalendar(
      chinaHolidayNotices.map((notice) =>
        notice.year === 2020
          ? {
              ...notice,
              holidays: notice.holidays.map((each) => (each.name === "春节" ? { ...each, to: "2020-01-30" } : each)),
              makeUpWorkdays: [...notice.makeUpWorkdays, "2020-02-01"],
            }
          : notice,
      ),
    );
    const claim = { amount: "50000", documentsCompleteOn: "2020-01-17" };
    expect(claimDeadlines(claim, { calendar: asFirstPublished }).deadlines[0]?.dueOn).toBe("2020-02-01");
    expect(claimDeadlines(claim).deadlines[0]?.dueOn).toBe("2020-02-04");
  });

  it("exactly 10 000 lies in both steps: only there the reading is asked", () => {
    const compared = (amount: string) =>
      compareReadings(claimDeadlines, { amount, documentsCompleteOn: "2019-09-29" }).map(({ readings, outcome }) => [
        readings,
        outcome.ok && outcome.value.deadlines[0]?.dueOn,
      ]);
    expect(compared("9999.99")).toEqual([[{}, "2019-10-09"]]);
    expect(compared("10000")).toEqual([
      [{ exactlyTenThousand: "threeDays" }, "2019-10-09"],
      [{ exactlyTenThousand: "sevenDays" }, "2019-10-14"],
    ]);
    expect(compared("10000.01")).toEqual([[{}, "2019-10-14"]]);
    expect(compared("100000")).toEqual([[{}, "2019-10-17"]]);
  });

  it("says the clause, the length and the unit", () => {
    expect(claimDeadlines({ amount: "100000", documentsCompleteOn: "2020-01-17" }).deadlines[0]).toMatchObject({
      clause: { document: "驻政办〔2019〕66号", path: "一(二)" },
      length: 10,
      unit: "working-day",
      text: {
        zh: expect.stringMatching(
          /^大额赔案完成赔付（100000元以上）：应于2020-02-07前（含当日）；自2020-01-17起10个工作日内/,
        ) as string,
      },
    });
  });
});

describe("一(二) amended lines", () => {
  const { policy } = zhumadian;
  const claim = (amount: string, terms: object) =>
    claimDeadlines(
      { amount, documentsCompleteOn: "2020-01-17" },
      { policy: amend(policy, { terms: { deadlines: terms } }) },
    ).deadlines.map(({ length, text, amended }) => [length, text.zh.split("：")[0], amended]);

  it.each([
    ["20000", { step: 20000 }, 3, "完成赔付（20000元以下）"],
    ["20000.01", { step: "20000" }, 7, "完成赔付（20000元以上）"],
    ["15000", { step: "20000.50" }, 3, "完成赔付（20000.50元以下）"],
    ["150000", { largeFrom: 200000 }, 7, "完成赔付（10000元以上）"],
    ["200000", { largeFrom: 200000 }, 10, "大额赔案完成赔付（200000元以上）"],
    ["5000", { small: 2 }, 2, "完成赔付（10000元以下）"],
  ])("%s with %j: %i working days, and the label names the line", (amount, terms, length, label) => {
    expect(claim(amount, terms)).toEqual([[length, label, true]]);
  });

  it("what an amendment does not touch is not marked", () => {
    expect(claim("5000", { largeFrom: 200000 })).toEqual([[3, "完成赔付（10000元以下）", undefined]]);
  });
});

describe("一(二) hardship: filed the same day, paid the next", () => {
  const hardship = (documentsCompleteOn: string, readings = {}) =>
    due({ amount: "800", documentsCompleteOn, hardshipIllness: true }, readings);

  it.each([
    ["2019-12-31", "2019-12-31", "2020-01-01", "2020-01-02"],
    ["2019-09-30", "2019-09-30", "2019-10-01", "2019-10-08"],
    ["2019-12-06", "2019-12-06", "2019-12-07", "2019-12-09"],
    ["2019-12-07", "2019-12-07", "2019-12-08", "2019-12-09"], // complete on a Saturday
    ["2020-01-18", "2020-01-18", "2020-01-19", "2020-01-19"], // a Sunday that is worked
    ["2020-01-23", "2020-01-23", "2020-01-24", "2020-02-03"],
    ["2020-02-28", "2020-02-28", "2020-02-29", "2020-03-02"],
  ])("complete %s: filed %s, paid %s; on working days %s", (complete, file, next, working) => {
    expect(hardship(complete)).toEqual([
      ["file", file],
      ["pay", next],
    ]);
    expect(hardship(complete, { nextDay: "workingDay" })).toEqual([
      ["file", file],
      ["pay", working],
    ]);
  });

  it("whatever the amount", () => {
    const claim = { amount: "100000", documentsCompleteOn: "2019-12-31", hardshipIllness: true };
    expect(due(claim)[1]).toEqual(["pay", "2020-01-01"]);
    expect(claimDeadlines(claim).readings).toEqual({ nextDay: "calendarDay" });
    expect(due({ ...claim, hardshipIllness: false })).toEqual([["pay", "2020-01-15"]]);
  });

  it("says that a rest day does not move it", () => {
    const { deadlines } = claimDeadlines({ amount: "800", documentsCompleteOn: "2019-12-31", hardshipIllness: true });
    expect(deadlines.map(({ length, unit, text }) => [length, unit, text.zh])).toEqual([
      [0, "calendar-day", "特殊困难群体医疗救助立案：应于2019-12-31当日"],
      [1, "calendar-day", "特殊困难群体医疗救助赔付：应于2020-01-01前（含当日）；自2019-12-31起1日内，休息日不顺延"],
    ]);
  });
});

describe("一(二) what is refused", () => {
  it.each([
    ["2031-05-05", undefined],
    ["2016-12-30", undefined],
    ["2026-12-30", undefined], // ends in 2027
    ["2026-12-31", { nextDay: "workingDay" as const }],
  ])("working days from %s leave the calendar, and the message names its years", (documentsCompleteOn, readings) => {
    const input = { amount: "5000", documentsCompleteOn, hardshipIllness: readings !== undefined };
    const outcome = claimDeadlines.safe(input, { ...(readings && { readings }) });
    expect(outcome).toMatchObject({ ok: false, error: { code: "CALENDAR_OUT_OF_RANGE" } });
    expect(!outcome.ok && outcome.error.message).toContain("2017-2026");
  });

  it("the next calendar day needs no calendar", () => {
    expect(due({ amount: "800", documentsCompleteOn: "2026-12-31", hardshipIllness: true })[1]).toEqual([
      "pay",
      "2027-01-01",
    ]);
  });

  it.each([
    [{ documentsCompleteOn: "2019-12-31" }, ["amount"]],
    [{ amount: "1" }, ["documentsCompleteOn"]],
    [{ amount: "1", documentsCompleteOn: "2019-02-29" }, ["documentsCompleteOn"]],
    [{ amount: "1", documentsCompleteOn: "2019-12-31T00:00:00Z" }, ["documentsCompleteOn"]],
    [{ amount: -1, documentsCompleteOn: "2019-12-31" }, ["amount"]],
    [{ amount: "1", documentsCompleteOn: "2019-12-31", hardshipIllness: null }, ["hardshipIllness"]],
    [{ amount: "1", documentsCompleteOn: "2019-12-31", cover: "rescuer" }, ["cover"]],
  ])("%j", (input, path) => {
    expect(claimDeadlines.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path }] } });
  });
});

describe("一(二) laws", () => {
  const days = fc.integer({ min: 0, max: 3500 }).map((offset) => addDays("2017-01-01", offset));
  const amounts = fc.oneof(
    fc.integer({ min: 0, max: 20_000_000 }),
    fc.constantFrom(999_999, 1_000_000, 1_000_001, 9_999_999, 10_000_000),
  );
  const readings = fc.record({
    exactlyTenThousand: fc.constantFrom("threeDays" as const, "sevenDays" as const),
    nextDay: fc.constantFrom("calendarDay" as const, "workingDay" as const),
  });
  const paidBy = (amount: number, documentsCompleteOn: string, hardshipIllness: boolean, chosen: object) =>
    claimDeadlines({ amount: fen(amount), documentsCompleteOn, hardshipIllness }, { readings: chosen }).deadlines.find(
      ({ action }) => action === "pay",
    )?.dueOn ?? "";

  law(
    "一(二) a later complete date is never due earlier",
    [amounts, days, fc.integer({ min: 0, max: 40 }), fc.boolean(), readings],
    (amount, day, later, hardship, chosen) => {
      const [first, second] = [day, addDays(day, later)].map((each) => paidBy(amount, each, hardship, chosen));
      expect(first).toMatch(/^\d{4}-/);
      expect((second ?? "") >= (first ?? "")).toBe(true);
    },
  );

  law(
    "一(二) a larger amount is never due earlier",
    [amounts, amounts, days, fc.boolean(), readings],
    (one, other, day, hardship, chosen) => {
      const small = paidBy(Math.min(one, other), day, hardship, chosen);
      const large = paidBy(Math.max(one, other), day, hardship, chosen);
      expect(large >= small).toBe(true);
      expect(small > day).toBe(true);
    },
  );

  it("every payment deadline but the next day falls on a working day", () => {
    expect(pay("5000", "2020-01-22")).toBe("2020-02-04");
    expect(pay("5000", "2020-04-23")).toBe("2020-04-27"); // Sunday 26 April is worked
  });
});
