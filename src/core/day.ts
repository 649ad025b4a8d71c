import { utc } from "@date-fns/utc";
import { addDays as addDaysTo } from "date-fns/addDays";
import { addMonths as addMonthsTo } from "date-fns/addMonths";
import { addYears as addYearsTo } from "date-fns/addYears";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { differenceInCalendarMonths } from "date-fns/differenceInCalendarMonths";
import { formatISO } from "date-fns/formatISO";
import { getDay } from "date-fns/getDay";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import * as z from "zod";
import { PolicyInputError } from "./errors.js";

/** A civil day in China, `YYYY-MM-DD`. Days in this form sort as text. */
export type Day = string;

/** A calendar month, `YYYY-MM`. Months in this form sort as text. */
export type Month = string;

const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const inUtc = { in: utc };

/** Whether a value is a real day written `YYYY-MM-DD`; 2020-02-30 is not. */
export function isDay(value: unknown): value is Day {
  return typeof value === "string" && z.regexes.date.test(value) && value >= "0001";
}

/** Whether a value is a month written `YYYY-MM`. */
export function isMonth(value: unknown): value is Month {
  return typeof value === "string" && monthPattern.test(value);
}

function parse(day: Day): Date {
  if (!isDay(day)) {
    throw new PolicyInputError("INVALID_INPUT", [
      {
        path: [],
        code: "INVALID_DAY",
        message: { zh: "不是真实的日期（应为 YYYY-MM-DD）", en: "not a real day (expected YYYY-MM-DD)" },
      },
    ]);
  }
  return parseISO(day, inUtc);
}

function format(date: Date): Day {
  const day = isValid(date) ? formatISO(date, { representation: "date" }) : "";
  if (isDay(day)) return day;
  throw new PolicyInputError("CALENDAR_OUT_OF_RANGE", [
    {
      path: [],
      code: "CALENDAR_OUT_OF_RANGE",
      message: { zh: "日期超出公元 1 至 9999 年", en: "the day leaves the years 1 to 9999" },
    },
  ]);
}

/** A number of days, months or years to add: whole. */
function whole(count: number): number {
  if (Number.isSafeInteger(count)) return count;
  throw new PolicyInputError("INVALID_INPUT", [
    { path: [], code: "WRONG_TYPE", message: { zh: "应为整数", en: "expected a whole number" } },
  ]);
}

/** The day a number of calendar days later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return format(addDaysTo(parse(day), whole(days), inUtc));
}

/** The same day of the month a number of months later; where that month has no such day, its last day (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  return format(addMonthsTo(parse(day), whole(months), inUtc));
}

/** The same day a number of years later; 29 February becomes 28 February where there is none (民法典 202). */
export function addYears(day: Day, years: number): Day {
  return format(addYearsTo(parse(day), whole(years), inUtc));
}

/** Calendar days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(parse(to), parse(from), inUtc);
}

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return getDay(parse(day), inUtc);
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  parse(day);
  return day.slice(0, "YYYY-MM".length);
}

/**
 * Completed years of age (周岁) on a day: reached on the birthday, or, with `dayAfter`, the day after it. Someone born on
 * 29 February has the birthday on the 28th in other years (民法典 202).
 *
 * @throws PolicyInputError when the day lies before the birth.
 * @example
 * ```ts
 * ageOn("1998-06-15", "2021-06-15"); // 23
 * ageOn("1998-06-15", "2021-06-15", "dayAfter"); // 22
 * ```
 */
export function ageOn(birthDate: Day, day: Day, reachedOn: "birthday" | "dayAfter" = "birthday"): number {
  if (daysBetween(birthDate, day) < 0) {
    throw new PolicyInputError("INVALID_INPUT", [
      { path: [], code: "CONFLICT", message: { zh: "日期早于出生日期", en: "the day lies before the birth" } },
    ]);
  }
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const birthday = addYears(birthDate, years);
  const reached = reachedOn === "dayAfter" ? birthday < day : birthday <= day;
  return reached ? years : Math.max(years - 1, 0);
}

/** Calendar months from one month to another; negative when the second comes first. */
export function monthsBetween(from: Month, to: Month): number {
  return differenceInCalendarMonths(parse(`${to}-01`), parse(`${from}-01`), inUtc);
}
