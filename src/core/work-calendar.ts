import * as z from "zod";
import { PolicyInputError, type Issue } from "./errors.js";
import { addDays, daysBetween, isDay, weekdayOf, type Day } from "./day.js";
import { day, group, integer, issuesFrom, list, name } from "./fields.js";
import { frozen } from "./frozen.js";
import { chinaHolidayNotices } from "./holidays.js";
import type { Text } from "./text.js";

/** One yearly notice of the State Council's General Office on public holidays, as amended. */
export interface HolidayNotice {
  /** The year it arranges. */
  readonly year: number;
  /** Its document number. */
  readonly number: string;
  /** The day it was published. */
  readonly publishedOn: Day;
  /** Where it was published. */
  readonly url: string;
  /** Later notices that changed it; their effect is already in the days below. */
  readonly amendments: readonly {
    readonly number: string;
    readonly publishedOn: Day;
    readonly url: string;
    readonly effect: Text;
  }[];
  /** Days off, first and last day included. */
  readonly holidays: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
  /** Weekend days that are worked (调休上班). */
  readonly makeUpWorkdays: readonly Day[];
}

/** Which days are worked in China, over a run of whole years. Made by {@link createWorkCalendar}. */
export interface WorkCalendar {
  /** First covered day. */
  readonly from: Day;
  /** Last covered day. */
  readonly to: Day;
  /** The notices it rests on, by year. */
  readonly notices: readonly HolidayNotice[];
}

/** A calendar's span, and the days that differ from the plain week: worked (`true`) or off (`false`). */
interface Days {
  readonly from: Day;
  readonly to: Day;
  readonly exceptions: ReadonlyMap<Day, boolean>;
}

const daysByCalendar = new WeakMap<WorkCalendar, Days>();

const saturday = 6;
const isWeekend = (day: Day) => weekdayOf(day) % saturday === 0;

const lastYear = 9999;
const address = z.string();
const noticeSchema = z.array(
  z.strictObject({
    year: integer("年份", "Year", 1, lastYear),
    number: name("文号", "Document number"),
    publishedOn: day("发布日期", "Day of publication"),
    url: address,
    amendments: list(
      group(
        {
          number: name("文号", "Document number"),
          publishedOn: day("发布日期", "Day of publication"),
          url: address,
          effect: group({ zh: name("中文", "Chinese"), en: name("英文", "English") }, "变动", "Effect"),
        },
        "修改通知",
        "Amendment",
      ),
      "修改通知",
      "Amendments",
    ),
    holidays: list(
      group(
        { name: name("节日", "Holiday"), from: day("首日", "First day"), to: day("末日", "Last day") },
        "放假",
        "Holiday",
      ),
      "放假",
      "Holidays",
    ),
    makeUpWorkdays: list(day("调休上班日", "Make-up workday"), "调休上班日", "Make-up workdays"),
  }),
);

/**
 * A work calendar from yearly notices, to add a year that this version does not know:
 * `createWorkCalendar([...chinaHolidayNotices, notice2027])`.
 *
 * @throws PolicyInputError (`INVALID_OPTIONS`) when a notice is malformed, the years have a gap or repeat, a holiday lies outside its
 * notice's year and the December before, or a make-up day is no weekend day or lies within a holiday.
 */
export function createWorkCalendar(notices: readonly HolidayNotice[]): WorkCalendar {
  const parsed = noticeSchema.safeParse(notices);
  if (!parsed.success) {
    throw new PolicyInputError(
      "INVALID_OPTIONS",
      parsed.error.issues.flatMap((issue) => issuesFrom(issue, notices)),
    );
  }
  const issues: Issue[] = [];
  const report = (path: Issue["path"], zh: string, en: string) =>
    issues.push({ path, code: "CONFLICT", message: { zh, en } });
  const sorted = parsed.data.map((notice, index) => ({ ...notice, index })).sort((one, other) => one.year - other.year);
  const exceptions = new Map<Day, boolean>();

  sorted.forEach(({ year, holidays, index }, position) => {
    const previous = sorted[position - 1];
    if (previous !== undefined && year !== previous.year + 1) {
      report([index, "year"], "年份应连续且不重复", "years must follow each other without gap or repetition");
    }
    const [first, last] = [`${padded(year - 1)}-12-01`, `${padded(year)}-12-31`];
    holidays.forEach(({ from, to }, at) => {
      if (to < from || from < first || to > last) {
        report(
          [index, "holidays", at],
          `应为 ${first} 至 ${last} 之间的起止日期`,
          `expected a span of days within ${first} to ${last}`,
        );
        return;
      }
      for (let each = from; each <= to; each = addDays(each, 1)) exceptions.set(each, false);
    });
  });
  for (const { makeUpWorkdays, index } of sorted) {
    makeUpWorkdays.forEach((each, at) => {
      if (!isWeekend(each) || exceptions.get(each) === false) {
        report(
          [index, "makeUpWorkdays", at],
          "调休上班日应为不放假的周末",
          "a make-up workday must be a weekend day that is not a holiday",
        );
      } else exceptions.set(each, true);
    });
  }
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (first === undefined || last === undefined) report([], "至少需要一个年度的通知", "at least one notice is needed");
  if (issues.length > 0 || first === undefined || last === undefined) {
    throw new PolicyInputError("INVALID_OPTIONS", issues);
  }
  const span = { from: `${padded(first.year)}-01-01`, to: `${padded(last.year)}-12-31` };
  const calendar = frozen({ ...span, notices: sorted.map(({ index: _, ...notice }) => notice) });
  daysByCalendar.set(calendar, { ...span, exceptions });
  return calendar;
}

const padded = (year: number) => String(year).padStart("YYYY".length, "0");

/**
 * The days of a calendar; one that another copy of the library made (a program may load it both as ESM and CJS) is made again from its
 * notices.
 *
 * @throws PolicyInputError for anything that is no calendar.
 */
export function daysOf(calendar: WorkCalendar): Days {
  const known = daysByCalendar.get(calendar);
  if (known !== undefined) return known;
  const days = daysByCalendar.get(createWorkCalendar(calendar.notices)) as Days;
  daysByCalendar.set(calendar, days);
  return days;
}

/** China's work calendar for the years whose notices this version carries, amendments of 2019 and 2020 included. */
export const chinaWorkCalendar: WorkCalendar = createWorkCalendar(chinaHolidayNotices);

/**
 * Whether a day is worked: Monday to Friday but for public holidays, and weekend days made up.
 *
 * @throws PolicyInputError (`CALENDAR_OUT_OF_RANGE`) outside the covered years: nobody knows those days yet.
 * @example
 * ```ts
 * isWorkingDay("2020-01-31"); // false
 * ```
 */
export function isWorkingDay(day: Day, calendar: WorkCalendar = chinaWorkCalendar): boolean {
  const { from, to, exceptions } = daysOf(calendar);
  if (isDay(day) && (day < from || day > to)) {
    const years = `${from.slice(0, "YYYY".length)}-${to.slice(0, "YYYY".length)}`;
    throw new PolicyInputError("CALENDAR_OUT_OF_RANGE", [
      {
        path: [],
        code: "CALENDAR_OUT_OF_RANGE",
        message: {
          zh: `${day} 超出工作日历所覆盖的年份（${years}）`,
          en: `${day} lies outside the years the work calendar covers (${years})`,
        },
      },
    ]);
  }
  return exceptions.get(day) ?? !isWeekend(day);
}

/** The first working day after a day. */
export function nextWorkingDay(day: Day, calendar: WorkCalendar = chinaWorkCalendar): Day {
  return onOrNextWorkingDay(addDays(day, 1), calendar);
}

/** The day itself when it is worked, else the first working day after it. */
export function onOrNextWorkingDay(day: Day, calendar: WorkCalendar = chinaWorkCalendar): Day {
  let candidate = day;
  while (!isWorkingDay(candidate, calendar)) candidate = addDays(candidate, 1);
  return candidate;
}

/**
 * The last of a number of working days counted from the day after `day`; the day itself does not count.
 *
 * @throws PolicyInputError for a number that is not whole or is negative, or a day outside the calendar.
 * @example
 * ```ts
 * addWorkingDays("2020-01-17", 7); // "2020-02-04"
 * ```
 */
export function addWorkingDays(day: Day, days: number, calendar: WorkCalendar = chinaWorkCalendar): Day {
  if (!Number.isInteger(days) || days < 0) {
    throw new PolicyInputError("INVALID_INPUT", [
      {
        path: [],
        code: "OUT_OF_RANGE",
        message: { zh: "工作日数应为不小于零的整数", en: "a number of working days must be whole and not below zero" },
      },
    ]);
  }
  isWorkingDay(day, calendar);
  let end = day;
  for (let left = days; left > 0; left -= 1) end = nextWorkingDay(end, calendar);
  return end;
}

/**
 * How many working days lie after `from`, up to and with `to`: the reverse of {@link addWorkingDays}.
 *
 * @throws PolicyInputError when `to` comes first, or for a day outside the calendar.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar = chinaWorkCalendar): number {
  if (daysBetween(from, to) < 0) {
    throw new PolicyInputError("INVALID_INPUT", [
      { path: [], code: "CONFLICT", message: { zh: "结束日早于开始日", en: "the last day lies before the first" } },
    ]);
  }
  isWorkingDay(from, calendar);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}
