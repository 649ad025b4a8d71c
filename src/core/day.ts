import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addDays as addDaysTo } from "date-fns/addDays";
import { addMonths as addMonthsTo } from "date-fns/addMonths";
import { addYears as addYearsTo } from "date-fns/addYears";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { differenceInCalendarMonths } from "date-fns/differenceInCalendarMonths";
import { getDay } from "date-fns/getDay";
import { isValid } from "date-fns/isValid";
import { badArgument } from "./errors.js";

/**
 * 中国日历日，`YYYY-MM-DD`。
 * A civil day in China, `YYYY-MM-DD`. Days in this form sort as text.
 */
export type Day = string;

/**
 * 月份，`YYYY-MM`。
 * A calendar month, `YYYY-MM`. Months in this form sort as text.
 */
export type Month = string;

const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const dayPattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Where date-fns computes: without the machine's zone. (The full class of the package would need `Intl`.) */
const inUtc = { in: (value: number | string | { valueOf(): number }) => new UTCDateMini(+value) };

const lastSafeDay = "28";

/** The number of days in the month of a day. */
function daysInMonth(day: Day): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * 是否为真实的日期 `YYYY-MM-DD`。
 * Whether a value is a real day written `YYYY-MM-DD`; 2020-02-30 is not.
 */
export function isDay(value: unknown): value is Day {
  if (typeof value !== "string" || !dayPattern.test(value) || value < "0001") return false;
  const ofMonth = value.slice(-2);
  return ofMonth <= lastSafeDay || Number(ofMonth) <= daysInMonth(value);
}

/**
 * 是否为月份 `YYYY-MM`。
 * Whether a value is a month written `YYYY-MM`.
 */
export function isMonth(value: unknown): value is Month {
  return typeof value === "string" && monthPattern.test(value);
}

function parse(day: Day): Date {
  if (isDay(day)) return new UTCDateMini(day);
  throw badArgument("INVALID_DAY", notADay.zh, notADay.en, day, meantDay(day));
}

/** Why a value is no day. */
export const notADay = { zh: "不是真实的日期（应为“YYYY-MM-DD”）", en: "not a real day (expected YYYY-MM-DD)" };

/** The day of a moment in Universal Time, given as milliseconds since the beginning of 1970; `undefined` where it is none. */
function dayAt(milliseconds: number): Day | undefined {
  const date = new UTCDateMini(milliseconds);
  const day = isValid(date) ? date.toISOString().slice(0, "YYYY-MM-DD".length) : undefined;
  return isDay(day) ? day : undefined;
}

function format(date: Date): Day {
  const day = dayAt(+date);
  if (day !== undefined) return day;
  throw badArgument("CALENDAR_OUT_OF_RANGE", "日期超出公元 1 至 9999 年", "the day leaves the years 1 to 9999");
}

/** A number of days, months or years to add: whole. */
function whole(count: number): number {
  if (Number.isSafeInteger(count)) return count;
  throw badArgument("WRONG_TYPE", "应为整数", "expected a whole number", count);
}

/**
 * 若干日之后（负数为之前）的日期。
 * The day a number of calendar days later (or earlier, when negative).
 */
export function addDays(day: Day, days: number): Day {
  return format(addDaysTo(parse(day), whole(days), inUtc));
}

/**
 * 若干月之后的对应日；没有对应日的，为月末（民法典 202）。
 * The same day of the month a number of months later; where that month has no such day, its last day (民法典 202).
 */
export function addMonths(day: Day, months: number): Day {
  return format(addMonthsTo(parse(day), whole(months), inUtc));
}

/**
 * 若干年之后的对应日；2 月 29 日没有对应日的，为 2 月 28 日（民法典 202）。
 * The same day a number of years later; 29 February becomes 28 February where there is none (民法典 202).
 */
export function addYears(day: Day, years: number): Day {
  return format(addYearsTo(parse(day), whole(years), inUtc));
}

/**
 * 两个日期相差的天数。
 * Calendar days from one day to another; negative when the second comes first.
 */
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
 * 某日的周岁。
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
    throw badArgument("CONFLICT", "日期早于出生日期", "the day lies before the birth", day);
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

const monthsInQuarter = 3;

/**
 * How many calendar quarters are touched by two months and those between them.
 *
 * @example
 * ```ts
 * quartersTouched("2019-06", "2020-06"); // 5
 * ```
 */
export function quartersTouched(from: Month, until: Month): number {
  const beforeFrom = (Number(from.slice("YYYY-".length)) - 1) % monthsInQuarter;
  return Math.ceil((beforeFrom + monthsBetween(from, until) + 1) / monthsInQuarter);
}

// What was probably meant: suggestions in an error's words, never computed with.

/** Longest text that is looked at for what it was meant to be: a hostile one may be long. */
const longestText = 60;

const isDate = (value: unknown): value is { getTime(): number } =>
  Object.prototype.toString.call(value) === "[object Date]";

const millisecondsOfHour = 3_600_000;
const millisecondsOfDay = 24 * millisecondsOfHour;
const hoursOfChina = 8;
/** The serial number that spreadsheets give to the day from which programs count, and the serials that are taken for days. */
const serialOfEpoch = 25_569;
const [firstSerial, lastSerial] = [20_000, 80_000];
/** The milliseconds since the beginning of 1970 that are taken for moments, as Java writes them: from 1973 on, to 2100. */
const [firstMoment, lastMoment] = [100_000_000_000, 4_102_444_800_000];

const numerals = "〇一二三四五六七八九";
const numeral = /[〇一二三四五六七八九]/g;
const tens = /([一二三四五六七八九])?十([一二三四五六七八九])?/g;

/** A text with numbers below a hundred, and rows of digits, in Arabic numerals: 二〇二一年十二月 is 2021年12月. */
export function withArabicNumerals(text: string): string {
  const digit = (each: string) => String(numerals.indexOf(each));
  return text
    .replace(/[零○]/g, "〇")
    .replace(tens, (_, ten: string | undefined, one: string | undefined) => digit(ten ?? "一") + digit(one ?? "〇"))
    .replace(numeral, digit);
}

/** The day of a year, a month and a day of the month, as they were written. */
function dayFrom(parts: readonly string[]): string | undefined {
  const text = parts.map((part, place) => part.padStart(place === 0 ? 4 : 2, "0")).join("-");
  return isDay(text) ? text : undefined;
}

/** The day in China of a moment. */
const dayInChina = (milliseconds: number) => dayAt(milliseconds + hoursOfChina * millisecondsOfHour);

/** The day that a number was probably meant to be: 20210302, a spreadsheet's serial, or a moment in milliseconds. */
function dayOfNumber(number: number): string | undefined {
  if (number >= firstSerial && number < lastSerial + 1) {
    return dayAt(Math.floor(number - serialOfEpoch) * millisecondsOfDay);
  }
  if (!Number.isInteger(number)) return undefined;
  if (number >= firstMoment && number <= lastMoment) return dayInChina(number);
  const run = /^(\d{4})(\d\d)(\d\d)$/.exec(String(number));
  return run === null ? undefined : dayFrom(run.slice(1));
}

const momentText = /^(\d{4}-\d\d-\d\d)[T\s](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|([-+]\d\d)(?::?(\d\d))?)(?:\[.*\])?$/;
const writtenDay = /^(\d{4})\s*[-‐-―−/.、年]\s*(\d{1,2})\s*[-‐-―−/.、月]\s*(\d{1,2})\s*[日号]?(?:[T\s].*)?$/;

/** The day that a text, a date, a list of year, month and day, a spreadsheet's serial or a moment was probably meant to be. */
export function meantDay(value: unknown): string | undefined {
  if (isDate(value)) return dayInChina(value.getTime());
  if (typeof value === "number") return dayOfNumber(value);
  if (Array.isArray(value)) {
    const whole = value.length === 3 && value.every((part) => Number.isSafeInteger(part));
    return whole ? dayFrom(value.map(String)) : undefined;
  }
  if (typeof value !== "string" || value.length > longestText) return undefined;
  const text = withArabicNumerals(value.normalize("NFKC").trim());
  const moment = momentText.exec(text);
  if (moment) {
    const [, day, time = "", hours = "+00", minutes = "00"] = moment;
    return isDay(day) ? dayInChina(+new UTCDateMini(`${day}T${time}${hours}:${minutes}`)) : undefined;
  }
  const written = writtenDay.exec(text);
  if (written) return dayFrom(written.slice(1));
  return /^\d{5,13}(?:\.\d+)?$/.test(text) ? dayOfNumber(Number(text)) : undefined;
}

const writtenMonth = /^(\d{4})(?:\s*[-‐-―−/.、年]\s*(\d{1,2})|(\d\d))\s*(?:月份?)?$/;

/** The month that a text, or what can be meant to be a day, was probably meant to be. */
export function meantMonth(value: unknown): string | undefined {
  // 2021.1 may have been 2021.10, and 20211 is no serial number here.
  const unclear = typeof value === "number" ? /^\d{4}\.|^(?:19|20)\d{3}$/ : /^(?:19|20)\d{3}$/;
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text === "string" && (text.length > longestText || unclear.test(text))) return undefined;
  const day = meantDay(value);
  if (day !== undefined) return day.slice(0, "YYYY-MM".length);
  if (typeof text !== "string") return undefined;
  const written = writtenMonth.exec(withArabicNumerals(text.normalize("NFKC").trim()));
  if (written === null) return undefined;
  const [, year = "", marked, run = ""] = written;
  const month = `${year}-${(marked ?? run).padStart(2, "0")}`;
  return isMonth(month) ? month : undefined;
}
