import { addDays, daysBetween, isDay, meantDay, notADay, weekdayOf, type Day } from "./day.js";
import { badArgument, issueOf, PolicyInputError, type Issue, type Path } from "./errors.js";
import { calendarYear, day, group, list, name } from "./fields.js";
import { frozen } from "./frozen.js";
import { chinaHolidayNotices, type HolidayNotice } from "./holidays.js";

/**
 * 工作日历：连续若干年中哪些是工作日。
 * Which days are worked in China, over a run of whole years. Made by {@link createWorkCalendar}.
 */
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
  /** Counted when it is first needed, and once. */
  index?: Index;
}

/** Every working day in order, and for every day how many of them lie up to and with it. */
interface Index {
  readonly workdays: readonly Day[];
  readonly upTo: ReadonlyMap<Day, number>;
}

const daysByCalendar = new WeakMap<WorkCalendar, Days>();

const saturday = 6;
const isWeekend = (day: Day) => weekdayOf(day) % saturday === 0;

const longestAddress = 2000;
const numberOfNotice = name("文号", "Document number");
const publishedOn = day("发布日期", "Day of publication");
const url = name("网址", "Address", longestAddress);
/** The field of notices. */
export const noticeList = list(
  group(
    {
      year: calendarYear("年份", "Year"),
      number: numberOfNotice,
      publishedOn,
      url,
      amendments: list(
        group(
          {
            number: numberOfNotice,
            publishedOn,
            url,
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
    },
    "放假通知",
    "Notice",
  ),
  "放假通知",
  "Notices",
);

/**
 * 由年度放假通知得到工作日历，用来加入本版尚无的年份。
 * A work calendar from yearly notices, to add a year that this version does not know:
 * `createWorkCalendar([...chinaHolidayNotices, notice2027])`.
 *
 * @throws PolicyInputError (`INVALID_OPTIONS`) when a notice is malformed, the years have a gap or repeat, a holiday lies outside its
 * notice's year and the December before, or a make-up day is no weekend day or lies within a holiday.
 */
export function createWorkCalendar(notices: readonly HolidayNotice[]): WorkCalendar {
  const issues: Issue[] = [];
  const parsed = noticeList.read(notices, issues);
  if (parsed === undefined || issues.length > 0) throw new PolicyInputError("INVALID_OPTIONS", issues);
  const report = (path: Path, zh: string, en: string) => issues.push(issueOf(path, "CONFLICT", zh, en));
  const sorted = parsed.map((notice, index) => ({ ...notice, index })).sort((one, other) => one.year - other.year);
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

/** Every working day of a calendar in order, and how many lie up to and with each day. */
function indexOf(calendar: WorkCalendar): Index {
  const days = daysOf(calendar);
  if (days.index !== undefined) return days.index;
  const workdays: Day[] = [];
  const upTo = new Map<Day, number>();
  for (let each = days.from; each <= days.to; each = addDays(each, 1)) {
    if (days.exceptions.get(each) ?? !isWeekend(each)) workdays.push(each);
    upTo.set(each, workdays.length);
    if (each === days.to) break;
  }
  return (days.index = { workdays, upTo });
}

function outside(day: Day, calendar: WorkCalendar): PolicyInputError {
  if (!isDay(day)) return badArgument("INVALID_DAY", notADay.zh, notADay.en, day, meantDay(day));
  const years = `${calendar.from.slice(0, "YYYY".length)}-${calendar.to.slice(0, "YYYY".length)}`;
  return badArgument(
    "CALENDAR_OUT_OF_RANGE",
    `${day} 超出工作日历所覆盖的年份（${years}）`,
    `${day} lies outside the years the work calendar covers (${years})`,
  );
}

/** How many working days lie up to and with a day. */
function countUpTo(day: Day, { upTo }: Index, calendar: WorkCalendar): number {
  const count = upTo.get(day);
  if (count === undefined) throw outside(day, calendar);
  return count;
}

/** The working day at a place in the calendar; behind its last one lies a year that nobody knows yet. */
function workdayAt(place: number, { workdays }: Index, calendar: WorkCalendar): Day {
  const day = workdays[place];
  if (day === undefined) throw outside(addDays(calendar.to, 1), calendar);
  return day;
}

/**
 * 中国工作日历，覆盖本版所载的年份。
 * China's work calendar for the years whose notices this version carries, amendments of 2019 and 2020 included.
 */
export const chinaWorkCalendar: WorkCalendar = createWorkCalendar(chinaHolidayNotices);

/**
 * 某日是否工作日。
 * Whether a day is worked: Monday to Friday but for public holidays, and weekend days made up.
 *
 * @throws PolicyInputError (`CALENDAR_OUT_OF_RANGE`) outside the covered years: nobody knows those days yet.
 * @example
 * ```ts
 * isWorkingDay("2020-01-31"); // false
 * ```
 */
export function isWorkingDay(day: Day, calendar: WorkCalendar = chinaWorkCalendar): boolean {
  const index = indexOf(calendar);
  return index.workdays[countUpTo(day, index, calendar) - 1] === day;
}

/**
 * 某日之后的第一个工作日。
 * The first working day after a day.
 */
export function nextWorkingDay(day: Day, calendar: WorkCalendar = chinaWorkCalendar): Day {
  return addWorkingDays(day, 1, calendar);
}

/** The day itself when it is worked, else the first working day after it. */
export function onOrNextWorkingDay(day: Day, calendar: WorkCalendar = chinaWorkCalendar): Day {
  return isWorkingDay(day, calendar) ? day : nextWorkingDay(day, calendar);
}

/**
 * 自次日起数若干个工作日，最后一个是哪天。
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
    throw badArgument(
      "OUT_OF_RANGE",
      "工作日数应为不小于零的整数",
      "a number of working days must be whole and not below zero",
      days,
    );
  }
  const index = indexOf(calendar);
  const before = countUpTo(day, index, calendar);
  return days === 0 ? day : workdayAt(before + days - 1, index, calendar);
}

/**
 * 两日之间有几个工作日（不含首日，含末日）。
 * How many working days lie after `from`, up to and with `to`: the reverse of {@link addWorkingDays}.
 *
 * @throws PolicyInputError when `to` comes first, or for a day outside the calendar.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar = chinaWorkCalendar): number {
  if (daysBetween(from, to) < 0) {
    throw badArgument("CONFLICT", "结束日早于开始日", "the last day lies before the first", to);
  }
  const index = indexOf(calendar);
  return countUpTo(to, index, calendar) - countUpTo(from, index, calendar);
}
