import { addDays, addMonths, addYears, monthOf, type Day } from "./day.js";
import { badArgument, PolicyInputError } from "./errors.js";
import type { Amended, Clause, Provision } from "./policy.js";
import type { Text } from "./text.js";
import { addWorkingDays, chinaWorkCalendar, onOrNextWorkingDay, type WorkCalendar } from "./work-calendar.js";

function badPeriod(received: unknown): PolicyInputError {
  return badArgument(
    "OUT_OF_RANGE",
    "期间应为不小于零的整数，单位为工作日、日、月或年",
    "a period is a whole number, not below zero, of working-day, calendar-day, month or year",
    received,
  );
}

/**
 * 期间的单位。
 * What a period is counted in.
 */
export type PeriodUnit = "working-day" | "calendar-day" | "month" | "year";

/**
 * 法定期间的最后一日（民法总则、民法典 200-204）。
 * The last day of a legal period (民法总则 200-204 from 2017-10-01, 民法典 200-204 from 2021-01-01, the same words; before them
 * 民法通则 154): the day it runs from does not count; a month or year ends on the matching day, or the month's last; when the
 * last day is a rest day, the period ends on the next working day.
 *
 * @throws PolicyInputError (`CALENDAR_OUT_OF_RANGE`) when the end lies outside the calendar's years.
 * @example
 * ```ts
 * periodEnd("2021-04-01", 30, "calendar-day"); // "2021-05-06"
 * ```
 */
export function periodEnd(
  from: Day,
  length: number,
  unit: PeriodUnit,
  calendar: WorkCalendar = chinaWorkCalendar,
): Day {
  if (!Number.isSafeInteger(length) || length < 0) throw badPeriod(length);
  switch (unit) {
    case "working-day":
      return addWorkingDays(from, length, calendar);
    case "calendar-day":
      return onOrNextWorkingDay(addDays(from, length), calendar);
    case "month":
      return onOrNextWorkingDay(addMonths(from, length), calendar);
    case "year":
      return onOrNextWorkingDay(addYears(from, length), calendar);
    default:
      throw badPeriod(unit);
  }
}

/** What is counted, or `null` where it ends outside the calendar. */
export function inCalendar<Counted>(counting: () => Counted): Counted | null {
  try {
    return counting();
  } catch (error) {
    if (error instanceof PolicyInputError && error.code === "CALENDAR_OUT_OF_RANGE") return null;
    throw error;
  }
}

/**
 * The last day of the calendar month a number of months after a day's own. It closes a window that a document fixes by the month
 * (次月内 is one month later): such a window ends on that day, be it a rest day.
 *
 * @example
 * ```ts
 * endOfMonth("2020-01-31", 1); // "2020-02-29"
 * ```
 */
export function endOfMonth(day: Day, monthsLater: number): Day {
  return addDays(addMonths(`${monthOf(day)}-01`, monthsLater + 1), -1);
}

/**
 * 须在某日之前完成的事项。
 * Something that must be done by a day.
 */
export interface Deadline<Action extends string = string> {
  /** What must be done. */
  readonly action: Action;
  /** The last day on which it is in time. */
  readonly dueOn: Day;
  /** The clause that sets the period. */
  readonly clause: Clause;
  /** How long the period is. */
  readonly length: number;
  /** What it is counted in. */
  readonly unit: PeriodUnit;
  /** The deadline in words. */
  readonly text: Text;
  /** Its period is not the document's but was put in its place by `amend`. */
  readonly amended?: Amended;
}

/**
 * 各项时限。
 * What is due by when.
 */
export interface Deadlines<Action extends string = string> {
  /** Each period that runs, counted to its end. */
  readonly deadlines: readonly Deadline<Action>[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
}

/** A period that runs, before it is counted to its end. */
export interface Running<Action extends string = string> {
  readonly action: Action;
  /** The day it runs from, which does not count. */
  readonly from: Day;
  /** How long it is; its label says what must be done. */
  readonly term: Provision<number>;
  readonly unit: PeriodUnit;
  /** Days that are left out of the period. */
  readonly pause?: number;
  /** Days by which the period had been rolled over already when it paused. */
  readonly rolled?: number;
  /** A window of days or months fixed by the document (当日, 次日, 次月内): it ends on its last day, be that a rest day. */
  readonly fixed?: true;
}

const units: Record<PeriodUnit, Text> = {
  "working-day": { zh: "个工作日", en: "working day" },
  "calendar-day": { zh: "日", en: "day" },
  month: { zh: "个月", en: "month" },
  year: { zh: "年", en: "year" },
};

/** A length in words: `1 working day`, `7 working days`. */
function lengthText(length: number, unit: PeriodUnit): Text {
  const { zh, en } = units[unit];
  return { zh: `${length}${zh}`, en: `${length} ${en}${length === 1 ? "" : "s"}` };
}

/** What must be done, and the last day on which it is in time. */
const dueText = ({ zh, en }: Text, dueOn: Day, how: Text): Text => ({
  zh: `${zh}：应于${dueOn}前（含当日）；${how.zh}`,
  en: `${en}: by ${dueOn} (that day included); ${how.en}`,
});

/** A deadline on a day that is already known. */
export function deadlineOn<Action extends string>(
  { action, term, unit }: Pick<Running<Action>, "action" | "term" | "unit">,
  dueOn: Day,
  text: Text,
): Deadline<Action> {
  const { clause, value: length, amended } = term;
  return { action, dueOn, clause, length, unit, text, ...(amended && { amended }) };
}

/** Counts a running period to its end. */
export function deadlineOf<Action extends string>(running: Running<Action>, calendar: WorkCalendar): Deadline<Action> {
  const { from, term, unit, pause = 0, rolled = 0 } = running;
  const { label, value: length } = term;
  const long = lengthText(length, unit);
  if (running.fixed && unit === "calendar-day") {
    const dueOn = addDays(from, length);
    if (length === 0)
      return deadlineOn(running, dueOn, { zh: `${label.zh}：应于${from}当日`, en: `${label.en}: on ${from} itself` });
    const how = {
      zh: `自${from}起${long.zh}内，休息日不顺延`,
      en: `within ${long.en} after ${from}, rest days included`,
    };
    return deadlineOn(running, dueOn, dueText(label, dueOn, how));
  }
  if (running.fixed && unit === "month") {
    const dueOn = endOfMonth(from, length);
    const how = {
      zh: `自${from}起，至之后第${length}个月的月末，休息日不顺延`,
      en: `until the end of month ${length} after ${from}, rest days included`,
    };
    return deadlineOn(running, dueOn, dueText(label, dueOn, how));
  }
  const dueOn = periodEnd(from, length + pause + rolled, unit, calendar);
  const paused: Text =
    pause > 0
      ? {
          zh: `，补充材料的${pause}日不计`,
          en: `, not counting ${lengthText(pause, "calendar-day").en} of supplementing`,
        }
      : nothing;
  const over: Text = unit === "working-day" ? nothing : { zh: "，末日休息的顺延", en: ", rolled over rest days" };
  const how = {
    zh: `自${from}起${long.zh}内${paused.zh}${over.zh}`,
    en: `within ${long.en} from ${from}${paused.en}${over.en}`,
  };
  return deadlineOn(running, dueOn, dueText(label, dueOn, how));
}

const nothing: Text = Object.freeze({ zh: "", en: "" });
