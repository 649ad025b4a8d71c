import { addDays, addMonths, addYears, type Day } from "./day.js";
import type { Clause, Provision } from "./policy.js";
import type { Text } from "./text.js";
import { addWorkingDays, chinaWorkCalendar, onOrNextWorkingDay, type WorkCalendar } from "./work-calendar.js";

/** What a period is counted in. */
export type PeriodUnit = "working-day" | "calendar-day" | "month" | "year";

/**
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
  switch (unit) {
    case "working-day":
      return addWorkingDays(from, length, calendar);
    case "calendar-day":
      return onOrNextWorkingDay(addDays(from, length), calendar);
    case "month":
      return onOrNextWorkingDay(addMonths(from, length), calendar);
    case "year":
      return onOrNextWorkingDay(addYears(from, length), calendar);
  }
}

/** Something that must be done by a day. */
export interface Deadline {
  /** What must be done. */
  readonly action: string;
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
}

/** What is due by when. */
export interface Deadlines {
  readonly deadlines: readonly Deadline[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
}

/** A period that runs, before it is counted to its end. */
export interface Running {
  readonly action: string;
  /** The day it runs from, which does not count. */
  readonly from: Day;
  readonly term: Provision<number>;
  readonly unit: PeriodUnit;
  /** Days that are left out of the period. */
  readonly pause?: number;
}

const units: Record<PeriodUnit, Text> = {
  "working-day": { zh: "个工作日", en: "working days" },
  "calendar-day": { zh: "日", en: "days" },
  month: { zh: "个月", en: "months" },
  year: { zh: "年", en: "years" },
};

/** Counts a running period to its end. */
export function deadlineOf({ action, from, term, unit, pause = 0 }: Running, calendar: WorkCalendar): Deadline {
  const { clause, label, value: length } = term;
  return {
    action,
    dueOn: periodEnd(from, length + pause, unit, calendar),
    clause,
    length,
    unit,
    text: {
      zh: `${label.zh}：${from} 起 ${length} ${units[unit].zh}内${pause > 0 ? `（另扣除补充材料的 ${pause} 日）` : ""}`,
      en: `${label.en}: within ${length} ${units[unit].en} from ${from}${pause > 0 ? `, ${pause} days of supplementing left out` : ""}`,
    },
  };
}
