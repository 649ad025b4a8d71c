import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law } from "../law.js";
import {
  addDays,
  addWorkingDays,
  chinaHolidayNotices,
  chinaWorkCalendar,
  createWorkCalendar,
  isWorkingDay,
  nextWorkingDay,
  PolicyInputError,
  workingDaysBetween,
  type HolidayNotice,
} from "huimin-rules/core";
import { jsonSchemaOf } from "../../src/core/describe.js";
import { daysOf, noticeList } from "../../src/core/work-calendar.js";

const covered = fc.integer({ min: 0, max: 3600 }).map((offset) => addDays("2017-01-01", offset));

describe("China's work calendar", () => {
  it("agrees day by day with two independent packages, 2017 to 2026", () => {
    const script = fileURLToPath(new URL("peer-calendars.mjs", import.meta.url));
    const output = execFileSync(process.execPath, [script], {
      encoding: "utf8",
      env: { ...process.env, TZ: "Asia/Shanghai" },
    });
    const peers = Object.entries(JSON.parse(output) as Record<string, [boolean, boolean]>);
    expect(peers).toHaveLength(3652);
    const different = peers.filter(([day, said]) => said.some((worked) => worked !== isWorkingDay(day)));
    expect(different).toEqual([]);
  });

  it.each([
    [2017, 249],
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])("%i has %i working days", (year, days) => {
    const before = year === 2017 ? "2017-01-01" : `${year - 1}-12-31`; // 2017-01-01 was a holiday itself
    expect(workingDaysBetween(before, `${year}-12-31`)).toBe(days);
  });

  it("holds the changes of 2019 and 2020", () => {
    expect(["2019-04-28", "2019-05-02", "2019-05-03", "2019-05-05"].map((day) => isWorkingDay(day))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(["2020-01-31", "2020-02-01", "2020-02-03"].map((day) => isWorkingDay(day))).toEqual([false, false, true]);
    expect(chinaHolidayNotices.flatMap(({ amendments }) => amendments.map(({ number }) => number))).toEqual([
      "国办发明电〔2019〕3号",
      "国办发明电〔2020〕1号",
    ]);
  });

  it("names a notice for every year", () => {
    expect(chinaHolidayNotices.map(({ year }) => year)).toEqual([
      2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    for (const { number, url } of chinaHolidayNotices) {
      expect(number).toMatch(/^国办发明电〔20\d\d〕\d+号$/);
      expect(url).toMatch(/^https?:\/\/www\.gov\.cn\//);
    }
  });

  it.each(["2016-12-31", "2027-01-01"])("%s is refused, with the covered years", (day) => {
    const error = (() => {
      try {
        return isWorkingDay(day);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ code: "CALENDAR_OUT_OF_RANGE" });
    expect((error as Error).message).toContain("2017-2026");
  });

  it("the covered years begin and end where they say", () => {
    expect(isWorkingDay("2017-01-01")).toBe(false);
    expect(isWorkingDay("2026-12-31")).toBe(true);
    expect(() => addWorkingDays("2026-12-31", 1)).toThrow(PolicyInputError);
    expect(() => addWorkingDays("2016-12-31", 0)).toThrow(PolicyInputError);
    expect(() => isWorkingDay("2020-02-30")).toThrow(/不是真实的日期/);
  });
});

describe("counting working days", () => {
  it("leaves the first day out and make-up days in", () => {
    expect(addWorkingDays("2020-01-17", 7)).toBe("2020-02-04");
    expect(addWorkingDays("2020-01-17", 1)).toBe("2020-01-19");
    expect(addWorkingDays("2020-01-17", 0)).toBe("2020-01-17");
    expect(nextWorkingDay("2020-01-23")).toBe("2020-02-03");
    expect(nextWorkingDay("2020-02-03")).toBe("2020-02-04");
  });

  it.each([-1, 1.5, Number.NaN])("%f working days are refused", (days) => {
    expect(() => addWorkingDays("2020-01-17", days)).toThrow(PolicyInputError);
  });

  it("counting backwards is refused", () => {
    expect(() => workingDaysBetween("2020-01-18", "2020-01-17")).toThrow(PolicyInputError);
  });

  law(
    "adding working days and counting them agree, and a later start never ends earlier",
    [covered, fc.integer({ min: 1, max: 30 })],
    (day, count) => {
      const end = addWorkingDays(day, count);
      expect(isWorkingDay(end)).toBe(true);
      expect(workingDaysBetween(day, end)).toBe(count);
      expect(addWorkingDays(addDays(day, 1), count) >= end).toBe(true);
    },
  );
});

describe("createWorkCalendar", () => {
  const notice2027: HolidayNotice = {
    year: 2027,
    number: "test",
    publishedOn: "2026-11-01",
    url: "https://example.org",
    amendments: [],
    holidays: [{ name: "元旦", from: "2026-12-31", to: "2027-01-02" }],
    makeUpWorkdays: ["2027-01-03"],
  };

  it("adds a year, whose notice may reach into the December before", () => {
    const calendar = createWorkCalendar([...chinaHolidayNotices, notice2027]);
    expect([calendar.from, calendar.to]).toEqual(["2017-01-01", "2027-12-31"]);
    expect(isWorkingDay("2026-12-31", calendar)).toBe(false);
    expect(isWorkingDay("2026-12-31", chinaWorkCalendar)).toBe(true);
    expect(isWorkingDay("2027-01-03", calendar)).toBe(true);
    expect(addWorkingDays("2026-12-30", 1, calendar)).toBe("2027-01-03");
  });

  it.each([
    ["no notice", []],
    ["a gap", [notice2027, { ...notice2027, year: 2029 }]],
    ["a year twice", [notice2027, notice2027]],
    ["half a year", [{ ...notice2027, year: 2027.5 }]],
    [
      "a holiday that ends before it begins",
      [{ ...notice2027, holidays: [{ name: "x", from: "2027-01-02", to: "2027-01-01" }] }],
    ],
    ["a holiday on no day", [{ ...notice2027, holidays: [{ name: "x", from: "2027-02-30", to: "2027-03-01" }] }]],
    ["a make-up day in the week", [{ ...notice2027, makeUpWorkdays: ["2027-01-04"] }]],
    ["a make-up day on a holiday", [{ ...notice2027, makeUpWorkdays: ["2027-01-02"] }]],
    ["a holiday of another year", [{ ...notice2027, holidays: [{ name: "x", from: "2021-04-06", to: "2021-04-09" }] }]],
    ["a notice without days", [{ year: 2027 } as HolidayNotice]],
    ["nothing", null as unknown as HolidayNotice[]],
    ["an empty entry", [null as unknown as HolidayNotice]],
    ["a make-up day that is no day", [{ ...notice2027, makeUpWorkdays: ["2027-13-01"] }]],
  ])("%s is refused", (_, notices) => {
    expect(() => createWorkCalendar(notices)).toThrow(PolicyInputError);
  });
});

describe("at the edges of a calendar", () => {
  const notice = (year: number, more: Partial<HolidayNotice> = {}): HolidayNotice => ({
    year,
    number: "test",
    publishedOn: "2026-11-01",
    url: "https://example.org",
    amendments: [],
    holidays: [],
    makeUpWorkdays: [],
    ...more,
  });
  const holiday = (from: string, to: string) => ({ holidays: [{ name: "x", from, to }] });
  const refused = (code: string) => expect.objectContaining({ issues: [expect.objectContaining({ code })] }) as unknown;
  /** What is wrong with notices: the place, code and English words of each problem. */
  const problems = (...notices: HolidayNotice[]) => {
    try {
      createWorkCalendar(notices);
    } catch (error) {
      if (!(error instanceof PolicyInputError)) throw error;
      expect(error.code).toBe("INVALID_OPTIONS");
      return error.issues.map(({ path, code, message }) => [path.join("."), code, message.en]);
    }
    return [];
  };
  const places = (...notices: HolidayNotice[]) => problems(...notices).map(([path, code]) => `${path} ${code}`);

  it("the years 1 to 9999 have one, to their last day", () => {
    const [first, last] = [createWorkCalendar([notice(1)]), createWorkCalendar([notice(9999)])];
    expect([first.from, first.to, last.from, last.to]).toEqual([
      "0001-01-01",
      "0001-12-31",
      "9999-01-01",
      "9999-12-31",
    ]);
    expect(isWorkingDay("9999-12-31", last)).toBe(true); // a Friday
    expect([places(notice(0)), places(notice(10_000))]).toEqual([["0.year OUT_OF_RANGE"], ["0.year OUT_OF_RANGE"]]);
  });

  it("an address has at most 2000 characters", () => {
    expect(places(notice(2027, { url: "x".repeat(2000) }))).toEqual([]);
    expect(places(notice(2027, { url: "x".repeat(2001) }))).toEqual(["0.url OUT_OF_RANGE"]);
  });

  it("notices come in any order, and a problem names the place where its notice was given", () => {
    const calendar = createWorkCalendar([notice(2028), notice(2029), notice(2027)]);
    expect([calendar.from, calendar.to]).toEqual(["2027-01-01", "2029-12-31"]);
    expect(calendar.notices.map(({ year }) => year)).toEqual([2027, 2028, 2029]);
    expect(places(notice(2029), notice(2027))).toEqual(["0.year CONFLICT"]);
    expect(places()).toEqual([" CONFLICT"]);
  });

  it.each([
    ["2026-12-01", "2026-12-01", true], // the December before
    ["2026-11-30", "2026-12-01", false],
    ["2027-12-31", "2027-12-31", true],
    ["2027-12-31", "2028-01-01", false],
    ["2027-05-01", "2027-05-01", true],
    ["2027-05-02", "2027-05-01", false],
  ])("a holiday of 2027 from %s to %s: %s", (from, to, fits) => {
    expect(problems(notice(2026), notice(2027, holiday(from, to)))).toEqual(
      fits ? [] : [["1.holidays.0", "CONFLICT", expect.stringMatching(/ 2026-12-01 to 2027-12-31$/)]],
    );
  });

  it("a make-up day that is none is named by its place", () => {
    // 2 January 2027 is a Saturday, 4 January a Monday.
    expect(places(notice(2026), notice(2027, { makeUpWorkdays: ["2027-01-02", "2027-01-04"] }))).toEqual([
      "1.makeUpWorkdays.1 CONFLICT",
    ]);
  });

  it("no days lie between a day and itself", () => {
    expect(workingDaysBetween("2020-01-17", "2020-01-17")).toBe(0);
    expect(workingDaysBetween("2020-01-16", "2020-01-17")).toBe(1);
    expect(() => workingDaysBetween("2020-01-18", "2020-01-17")).toThrow(refused("CONFLICT"));
  });

  it("each refusal has its code; behind the calendar lies the first day that nobody knows", () => {
    expect(() => isWorkingDay("2020-02-30")).toThrow(refused("INVALID_DAY"));
    expect(() => addWorkingDays("2020-01-17", -1)).toThrow(refused("OUT_OF_RANGE"));
    expect(() => addWorkingDays("2026-12-31", 1)).toThrow(/^.*2027-01-01 .*2017-2026/);
  });

  it("a calendar of another copy of the library counts the same, and is made again only once", () => {
    const copy = structuredClone(chinaWorkCalendar);
    expect(addWorkingDays("2020-01-17", 7, copy)).toBe("2020-02-04");
    expect(daysOf(copy)).toBe(daysOf(copy));
  });
});

describe("a notice as data", () => {
  interface Schema {
    readonly description?: string;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly items?: Schema;
  }
  /** Each field by its place, `[]` being the items of a list, with what it is called. */
  const named = ({ description, properties = {}, items }: Schema, path: string): string[] => [
    `${path}: ${description}`,
    ...Object.entries(properties).flatMap(([name, each]) => named(each, `${path}.${name}`)),
    ...(items === undefined ? [] : named(items, `${path}[]`)),
  ];

  it("each of its fields has a name in both languages", () => {
    const { properties = {} } = jsonSchemaOf({ fields: { notices: noticeList } }) as Schema;
    expect(Object.entries(properties).flatMap(([name, each]) => named(each, name))).toEqual([
      "notices: 放假通知 / Notices",
      "notices[]: 放假通知 / Notice",
      "notices[].year: 年份 / Year",
      "notices[].number: 文号 / Document number",
      "notices[].publishedOn: 发布日期 / Day of publication",
      "notices[].url: 网址 / Address",
      "notices[].amendments: 修改通知 / Amendments",
      "notices[].amendments[]: 修改通知 / Amendment",
      "notices[].amendments[].number: 文号 / Document number",
      "notices[].amendments[].publishedOn: 发布日期 / Day of publication",
      "notices[].amendments[].url: 网址 / Address",
      "notices[].amendments[].effect: 变动 / Effect",
      "notices[].amendments[].effect.zh: 中文 / Chinese",
      "notices[].amendments[].effect.en: 英文 / English",
      "notices[].holidays: 放假 / Holidays",
      "notices[].holidays[]: 放假 / Holiday",
      "notices[].holidays[].name: 节日 / Holiday",
      "notices[].holidays[].from: 首日 / First day",
      "notices[].holidays[].to: 末日 / Last day",
      "notices[].makeUpWorkdays: 调休上班日 / Make-up workdays",
      "notices[].makeUpWorkdays[]: 调休上班日 / Make-up workday",
    ]);
  });
});
