import type { Issue, IssueCode } from "../core/errors.js";
import type { Locale, Text } from "../core/text.js";

/** What a cell can be told to be wrong: what a rule finds, and what the cells themselves show. */
type Fault = IssueCode | "RANGES" | "ONE_CASE";

/** The faults in a few words, each with the code by which the guide explains it. */
export const faults: Readonly<Record<Fault, Text & { readonly code: string }>> = {
  MISSING: { code: "E01", zh: "没有填", en: "not given" },
  WRONG_TYPE: { code: "E02", zh: "填的内容种类不对", en: "wrong kind" },
  UNKNOWN_CHOICE: { code: "E03", zh: "没有这个选项", en: "no such choice" },
  INVALID_AMOUNT: { code: "E04", zh: "不是金额", en: "not an amount" },
  INVALID_RATE: { code: "E05", zh: "不是比例", en: "not a rate" },
  INVALID_DAY: { code: "E06", zh: "不是日期", en: "not a day" },
  INVALID_MONTH: { code: "E07", zh: "不是月份", en: "not a month" },
  OUT_OF_RANGE: { code: "E08", zh: "超出范围", en: "out of range" },
  CONFLICT: { code: "E09", zh: "与另一项矛盾", en: "contradicts another" },
  UNKNOWN_FIELD: { code: "E10", zh: "没有这一项", en: "no such argument" },
  UNKNOWN_READING: { code: "E11", zh: "没有这种解读", en: "no such reading" },
  CALENDAR_OUT_OF_RANGE: { code: "E12", zh: "超出工作日历", en: "beyond the calendar" },
  BELOW_FLOOR: { code: "E13", zh: "低于下限", en: "below the floor" },
  ABOVE_CEILING: { code: "E14", zh: "高于上限", en: "above the ceiling" },
  UNREADABLE: { code: "E15", zh: "无法读取", en: "cannot be read" },
  RANGES: { code: "E16", zh: "各区域的行数、列数不同", en: "ranges of unlike size" },
  ONE_CASE: { code: "E17", zh: "核算单一次只算一笔", en: "one case at a time" },
};

/** What stands before an error where a cell can only hold a text. */
const marks: Text = { zh: "错误：", en: "Error: " };

/** An error as a text among good results. */
export const errorText = (message: string, language: Locale): string => marks[language] + message;

/** Longest error that a cell shows, with the longer of the marks. */
const longest = 60 - marks.en.length;
const longestValue = 10;

function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}

/** An error of the sheets: one line in one language, with a code. */
export const shortError = (fault: Fault, language: Locale): Error =>
  new Error(`${faults[fault].code} ${faults[fault][language]}`);

/** A problem of a case, as far as a cell tells it. */
export interface Problem extends Pick<Issue, "code" | "received"> {
  /** The argument, and which row of a list; empty for the case as a whole. */
  readonly place: string;
  /** The term that was probably meant. */
  readonly meant?: string | undefined;
}

const words = {
  zh: {
    colon: "：",
    meant: (term: string) => `，是否指${term}？`,
    received: (value: string) => `，收到${value}`,
    more: (count: number) => `（另有${count}处）`,
  },
  en: {
    colon: ": ",
    meant: (term: string) => `; ${term}?`,
    received: (value: string) => `, got ${value}`,
    more: (count: number) => ` (+${count})`,
  },
};

/** The first problem, its place cut so that the whole is no longer than a cell shows, and how many there are besides. */
export function errorOf(problems: readonly [Problem, ...Problem[]], language: Locale): Error {
  const [{ code, place, received, meant }] = problems;
  const { colon, ...say } = words[language];
  const fault = faults[code];
  const note =
    meant !== undefined
      ? say.meant(cut(meant, longestValue))
      : received === ""
        ? ""
        : say.received(cut(received, longestValue));
  const rest = fault[language] + note + (problems.length > 1 ? say.more(problems.length - 1) : "");
  const left = longest - Array.from(`${fault.code} ${colon}${rest}`).length;
  return new Error(`${fault.code} ${place === "" ? "" : cut(place, left) + colon}${rest}`);
}
