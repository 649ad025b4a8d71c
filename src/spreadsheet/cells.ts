import { addDays, daysBetween, type Day } from "../core/day.js";
import type { Kind as FieldKind } from "../core/input.js";
import { percent } from "../core/money.js";

/** What a cell holds that a rule can be given: a group is laid flat, and a list of words stands in one cell. */
export type Kind = Exclude<FieldKind, "group">;

/** Whether a cell is empty: not given. */
export function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Excel's 1900 system counts a 29 February 1900 that never was, as day 60. */
const falseLeapDay = 60;
const [epochBefore, epochAfter] = ["1899-12-31", "1899-12-30"];
const lastSerial = 2_958_465;

/** The day of a date serial (its time of day left off); a serial that is no day stays a number in words. */
function dayOfSerial(serial: number): string {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= lastSerial) || whole === falseLeapDay) return String(serial);
  return addDays(whole < falseLeapDay ? epochBefore : epochAfter, whole);
}

/** The date serial of a day, in every host the same from March 1900 on. */
export function serialOf(day: Day): number {
  return daysBetween(epochAfter, day);
}

const significantDigits = 15;
/** Float noise is far below a hundredth of a fen; more than that is a real part of a fen, which the rules refuse. */
const noise = 1e-4;

const withoutNoise = (value: number): number => Number(value.toPrecision(significantDigits));

/** An amount as people see it in the cell: 15 significant digits, then the fen that it is but for noise. */
function amountOf(value: number): string {
  const plain = withoutNoise(value);
  const fen = plain.toFixed(2);
  if (Math.abs(Number(fen) - plain) > noise) return String(plain);
  return Number(fen) === 0 ? "0" : fen;
}

const writtenDate = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?$/;
const wholeNumber = /^\d+$/;
const percentage = /^\d+(\.\d+)?%$/;
const separators = /[、，,；;\s]+/;

/** `2021/3/2` and `2021年3月2日` as `2021-03-02`, `2021年3月` as `2021-03`; other text as it is. */
function isoOf(text: string): string {
  if (/^\d{5}$/.test(text)) return dayOfSerial(Number(text));
  return text.replace(writtenDate, (_, year: string, month: string, day: string | undefined) =>
    [year, month.padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])].join("-"),
  );
}

const isoMonth = 7;
const yesAndNo: Readonly<Record<string, boolean>> = { TRUE: true, FALSE: false, 是: true, 否: false };

/** The words of a field by what may stand in a cell: the word itself, or its term in either language. */
export type Words = ReadonlyMap<string, string>;

const converters: Readonly<Record<Kind, (cell: unknown, words: Words) => unknown>> = {
  money: (cell) => (typeof cell === "number" ? amountOf(cell) : cell),
  rate: (cell) => {
    if (typeof cell === "number") return withoutNoise(cell);
    return typeof cell === "string" && percentage.test(cell) ? percent(cell.slice(0, -1)) : cell;
  },
  integer: (cell) => {
    if (typeof cell === "number") return withoutNoise(cell);
    return typeof cell === "string" && wholeNumber.test(cell) ? Number(cell) : cell;
  },
  day: (cell) => {
    if (typeof cell === "number") return dayOfSerial(cell);
    return typeof cell === "string" ? isoOf(cell) : cell;
  },
  month: (cell) => {
    const day = converters.day(cell, new Map());
    return typeof day === "string" && day.length > isoMonth ? day.slice(0, isoMonth) : day;
  },
  flag: (cell) => (typeof cell === "string" ? (yesAndNo[cell.toUpperCase()] ?? cell) : cell),
  name: (cell, words) => {
    const text = typeof cell === "number" ? String(cell) : cell;
    return typeof text === "string" ? (words.get(text) ?? text) : text;
  },
  word: (cell, words) => (typeof cell === "string" ? (words.get(cell) ?? cell) : cell),
  list: (cell, words) =>
    typeof cell === "string" ? cell.split(separators).map((word) => words.get(word) ?? word) : cell,
};

/** A cell as the rule wants it; what cannot be converted stays as it is, and the rule says what is wrong with it. */
export function convert(kind: Kind, cell: unknown, words: Words): unknown {
  return converters[kind](typeof cell === "string" ? cell.trim() : cell, words);
}
