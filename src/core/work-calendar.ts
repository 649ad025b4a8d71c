import { PolicyInputError, type Issue } from "./errors.js";
import { addDays, daysBetween, isDay, weekdayOf, type Day } from "./day.js";
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
  /** The notices it rests on. */
  readonly notices: readonly HolidayNotice[];
  /** Days that differ from the plain week: `true` where a weekend day is worked, `false` where a day is off. */
  readonly exceptions: ReadonlyMap<Day, boolean>;
}

const saturday = 6;
const isWeekend = (day: Day) => weekdayOf(day) % saturday === 0;

/**
 * A work calendar from yearly notices, to add a year that this version does not know:
 * `createWorkCalendar([...chinaHolidayNotices, notice2027])`.
 *
 * @throws PolicyInputError when the years have a gap or repeat, a day is not real, a make-up day is no weekend day or
 * lies within a holiday.
 */
export function createWorkCalendar(notices: readonly HolidayNotice[]): WorkCalendar {
  const issues: Issue[] = [];
  const report = (path: Issue["path"], zh: string, en: string) =>
    issues.push({ path, code: "CONFLICT", message: { zh, en } });
  const sorted = [...notices].sort((a, b) => a.year - b.year);
  const exceptions = new Map<Day, boolean>();

  sorted.forEach(({ year, holidays }, index) => {
    const previous = sorted[index - 1];
    if (!Number.isInteger(year) || (previous !== undefined && year !== previous.year + 1)) {
      report([index, "year"], "年份应为连续且不重复的整数", "years must be whole, without gap or repetition");
    }
    holidays.forEach(({ from, to }, at) => {
      if (!isDay(from) || !isDay(to) || to < from) {
        report([index, "holidays", at], "放假起止日期不正确", "not a span of real days");
        return;
      }
      for (let day = from; day <= to; day = addDays(day, 1)) exceptions.set(day, false);
    });
  });
  sorted.forEach(({ makeUpWorkdays }, index) => {
    makeUpWorkdays.forEach((day, at) => {
      if (!isDay(day) || !isWeekend(day) || exceptions.get(day) === false) {
        report(
          [index, "makeUpWorkdays", at],
          "调休上班日应为不放假的周末",
          "a make-up workday must be a weekend day that is not a holiday",
        );
      } else {
        exceptions.set(day, true);
      }
    });
  });
  const first = sorted.at(0);
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) report([], "至少需要一个年度的通知", "at least one notice is needed");
  if (issues.length > 0 || first === undefined || last === undefined)
    throw new PolicyInputError("INVALID_OPTIONS", issues);
  return Object.freeze({
    from: `${first.year}-01-01`,
    to: `${last.year}-12-31`,
    notices: Object.freeze(sorted),
    exceptions,
  });
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
  if (isDay(day) && (day < calendar.from || day > calendar.to)) {
    const years = `${calendar.from.slice(0, 4)}-${calendar.to.slice(0, 4)}`;
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
  return calendar.exceptions.get(day) ?? !isWeekend(day);
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
