import { addDays, daysBetween, type Day } from "../core/day.js";
import type { Kind as FieldKind, Vocabulary } from "../core/input.js";
import { percent } from "../core/money.js";
import { answers, synonyms } from "./synonyms.js";

/** What a cell holds that a rule can be given: a group is laid flat, and a list of words stands in one cell. */
export type Kind = Exclude<FieldKind, "group">;

/** Whether a cell is empty: not given. */
export function isBlank(given: unknown): boolean {
  const cell = undressed(given);
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

const writtenDate =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const eightDigits = /^(\d{4})(\d{2})(\d{2})$/;
const wholeNumber = /^\d+$/;
const percentage = /^\d+(\.\d+)?%$/;
const separators = /[、，,；;\s]+/;

/** Full-width digits, letters and signs as plain ones, without blanks around them. */
const plainText = (text: string): string => text.normalize("NFKC").trim();

const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** An amount as people write it, with its sign, unit, thousands separators or zeros behind the fen, as the rules want it. */
function writtenAmount(text: string): string {
  const plain = plainText(text)
    .replace(/^(?:¥|CNY|RMB)\s*/i, "")
    .replace(/\s*元$/, "");
  const digits = thousands.test(plain) ? plain.replaceAll(",", "") : plain;
  return digits.replace(/^(\d+\.\d{2})0+$/, "$1");
}

const grades = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** `7级` and `七级` as 7. */
function writtenInteger(text: string): string {
  const plain = plainText(text);
  const grade = plain.endsWith("级") ? plain.slice(0, -1).trim() : undefined;
  if (grade === undefined) return plain;
  const at = grades.indexOf(grade);
  return at < 0 ? grade : String(at + 1);
}

/** `2021/3/2`, `2021年3月2日`, `20210302` and `2021/3/2 0:00:00` as `2021-03-02`, `2021年3月` as `2021-03`; other text as it is. */
function isoOf(text: string): string {
  if (/^\d{5}$/.test(text)) return dayOfSerial(Number(text));
  return text
    .replace(eightDigits, "$1-$2-$3")
    .replace(writtenDate, (_, year: string, month: string, day: string | undefined) =>
      [year, month.padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])].join("-"),
    );
}

const isoMonth = 7;

/** The words of a field by what may stand in a cell: the word itself, or its term in either language. */
export type Words = ReadonlyMap<string, string>;

const converters: Readonly<Record<Kind, (cell: unknown, words: Words) => unknown>> = {
  money: (cell) => (typeof cell === "number" ? amountOf(cell) : typeof cell === "string" ? writtenAmount(cell) : cell),
  rate: (cell) => {
    if (typeof cell === "number") return withoutNoise(cell);
    if (typeof cell !== "string") return cell;
    const text = plainText(cell).replace(/\s+%$/, "%");
    return percentage.test(text) ? percent(text.slice(0, -1)) : text;
  },
  integer: (cell) => {
    if (typeof cell === "number") return withoutNoise(cell);
    if (typeof cell !== "string") return cell;
    const text = writtenInteger(cell);
    return wholeNumber.test(text) ? Number(text) : cell;
  },
  day: (cell) => {
    if (typeof cell === "number") return isoOf(dayOfSerial(cell));
    return typeof cell === "string" ? isoOf(plainText(cell)) : cell;
  },
  month: (cell) => {
    const day = converters.day(cell, new Map());
    return typeof day === "string" && day.length > isoMonth ? day.slice(0, isoMonth) : day;
  },
  flag(cell) {
    if (typeof cell !== "string" && typeof cell !== "number") return cell;
    const answer = plainText(String(cell)).toUpperCase();
    return Object.hasOwn(answers, answer) ? answers[answer] : cell;
  },
  name: (cell, words) => {
    const text = typeof cell === "number" ? String(cell) : cell;
    return typeof text === "string" ? (words.get(text) ?? words.get(key(text)) ?? text) : text;
  },
  word: (cell, words) => (typeof cell === "string" ? (words.get(cell) ?? words.get(key(cell)) ?? cell) : cell),
  list: (cell, words) =>
    typeof cell === "string"
      ? cell.split(separators).map((word) => words.get(word) ?? words.get(key(word)) ?? word)
      : cell,
};

/** How a term is looked up where it does not stand in the list as it is. */
const key = (text: string): string => plainText(text).toLowerCase();

/** The words of a list by what people write for them: the word, its terms in both languages, and what clerks write instead. */
export function wordsOf(vocabulary: Vocabulary = {}): Words {
  const words = new Map<string, string>();
  const named = Object.entries(vocabulary);
  for (const [word, { zh, en }] of named) {
    for (const term of [word, zh, en]) words.set(term, word);
  }
  for (const [word, { zh, en }] of named) {
    for (const term of [word, zh, en, ...(synonyms[word] ?? [])]) {
      if (!words.has(key(term))) words.set(key(term), word);
    }
  }
  return words;
}

/** A value that a host dresses up (a formatted number, an entity) without its dress. */
const undressed = (cell: unknown): unknown =>
  typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell;

/** A cell as the rule wants it; what cannot be converted stays as it is, and the rule says what is wrong with it. */
export function convert(kind: Kind, given: unknown, words: Words): unknown {
  const cell = undressed(given);
  return converters[kind](typeof cell === "string" ? cell.trim() : cell, words);
}
