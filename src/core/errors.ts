import type { Text } from "./text.js";

/**
 * 一处问题的种类。
 * What is wrong with one place of an input.
 */
export type IssueCode =
  | "MISSING"
  | "WRONG_TYPE"
  | "UNKNOWN_FIELD"
  | "UNKNOWN_CHOICE"
  | "INVALID_AMOUNT"
  | "INVALID_RATE"
  | "INVALID_DAY"
  | "INVALID_MONTH"
  | "OUT_OF_RANGE"
  | "CONFLICT"
  | "UNREADABLE"
  | "UNKNOWN_READING"
  | "BELOW_FLOOR"
  | "ABOVE_CEILING"
  | "CALENDAR_OUT_OF_RANGE";

/**
 * 从输入的根到该项的路径。
 * The way to a field from the input's root, as in `["insurers", 0, "premium"]`; empty for the input itself.
 */
export type Path = readonly (string | number)[];

/**
 * 一处问题及其位置。
 * One problem, with the place where it stands.
 */
export interface Issue {
  /** The way to the field from the input's root, as in `["insurers", 0, "premium"]`; empty for the input itself. */
  readonly path: Path;
  /** What kind of problem it is. */
  readonly code: IssueCode;
  /** The problem in words; what was received and what was probably meant stand in it too. */
  readonly message: Text;
  /** What was received, as text, cut to 40 characters; empty when nothing was. */
  readonly received: string;
  /** The word, name, value or cover that was probably meant, where one fits. Nothing is ever put in its place. */
  readonly meant?: string;
}

/**
 * 问题出在哪里。
 * Which door the problem came in by: the rule's input, its options (policy, readings, calendar), an amendment of a policy's
 * terms, an agreement, or a day that the work calendar does not cover.
 */
export type ErrorCode =
  "INVALID_INPUT" | "INVALID_OPTIONS" | "INVALID_AMENDMENT" | "INVALID_AGREEMENT" | "CALENDAR_OUT_OF_RANGE";

const shownCharacters = 40;

/** A text cut to 40 characters, on one line: what comes from outside shall not pass for a line of its own. */
function cut(text: string): string {
  // Only a little more than can be shown is taken apart: a hostile text may be long.
  const line = text.slice(0, 2 * shownCharacters + 2).replaceAll(/[\s\p{Control}]+/gu, " ");
  const characters = Array.from(line);
  return characters.length > shownCharacters ? `${characters.slice(0, shownCharacters - 1).join("")}…` : line;
}

/** What was received, as text: a text as it stands, an object or list only as such; nothing is empty. */
export function receivedText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return cut(value);
    case "undefined":
      return "";
    case "object": {
      if (value === null) return "null";
      if (Array.isArray(value)) return value.length === 0 ? "[]" : "[…]";
      const plainText = value instanceof Error ? undefined : ownText(value);
      return plainText === undefined ? "{…}" : cut(plainText);
    }
    case "function":
      return "function";
    default:
      return cut(String(value));
  }
}

/** The text of a value object (a Money, a date), where it has one of its own. */
function ownText(value: object): string | undefined {
  if (!("toJSON" in value) || typeof value.toJSON !== "function") return undefined;
  const text: unknown = (value.toJSON as () => unknown).call(value);
  return typeof text === "string" ? text : undefined;
}

/** What was meant, in quotation marks unless it has its own, as a text or list in JSON has. */
const shownAs = (meant: string, open: string, close: string) => (/^["[{]/.test(meant) ? meant : open + meant + close);

/**
 * A problem in words, with what was received and what was probably meant added to them.
 *
 * @param value - What was received; `undefined` for nothing.
 */
export function issueOf(path: Path, code: IssueCode, zh: string, en: string, value?: unknown, meant?: string): Issue {
  const received = receivedText(value);
  const notes = {
    zh: [
      ...(received === "" ? [] : [`收到“${received}”`]),
      ...(meant === undefined ? [] : [`是否指${shownAs(meant, "“", "”")}？`]),
    ],
    en: [
      ...(received === "" ? [] : [`received "${received}"`]),
      ...(meant === undefined ? [] : [`did you mean ${shownAs(meant, '"', '"')}?`]),
    ],
  };
  const message =
    notes.zh.length === 0
      ? { zh, en }
      : { zh: `${zh}（${notes.zh.join("，")}）`, en: `${en} (${notes.en.join("; ")})` };
  return { path, code, message, received, ...(meant !== undefined && { meant }) };
}

/** Puts a step before the paths of the problems from a place in a list on: they were found within that step. */
export function within(issues: Issue[], from: number, step: string | number): void {
  for (let index = from; index < issues.length; index += 1) {
    const issue = issues[index] as Issue;
    issues[index] = { ...issue, path: [step, ...issue.path] };
  }
}

const shownIssues = 20;
/** Longest part of a hostile field name that is shown. */
const shownStep = 60;
const plainStep = /^[\w$\u4E00-\u9FFF-]{1,60}$/;

/** Renders a path as people write it: `insurers[0].premium`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    const shown = plainStep.test(step) ? step : JSON.stringify(step.slice(0, shownStep));
    return text === "" ? shown : `${text}.${shown}`;
  }, "");
}

function summary(issues: readonly Issue[]): string {
  const lines = issues.slice(0, shownIssues).map(({ path, message }) => {
    const place = path.length === 0 ? "" : `${pathText(path)}: `;
    return `${place}${message.zh} / ${message.en}`;
  });
  const rest = issues.length - lines.length;
  return [...lines, ...(rest > 0 ? [`另有 ${rest} 处 / and ${rest} more`] : [])].join("\n");
}

/**
 * 本库抛出的唯一错误：输入无法适用任何规则；不符合、待查明不是错误，而是结果。
 * The only error this library throws: the caller gave something that no rule can be applied to. What a policy decides
 * (not covered, not yet known) is never an error but a result.
 *
 * `issues` lists every problem found, not only the first; `message` joins them, one a line, in both languages.
 *
 * @example
 * ```ts
 * try {
 *   chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "1,000" });
 * } catch (error) {
 *   if (error instanceof PolicyInputError) error.issues[0].path; // ["outOfCatalogueToDate"]
 * }
 * ```
 */
export class PolicyInputError extends Error {
  override readonly name = "PolicyInputError";
  /** Which door the problem came in by. */
  readonly code: ErrorCode;
  /** Every problem found. */
  readonly issues: readonly Issue[];

  constructor(code: ErrorCode, issues: readonly Issue[]) {
    super(summary(issues));
    this.code = code;
    this.issues = issues;
  }

  /** What a log or another system should keep: name, code and issues. */
  toJSON(): { name: string; code: ErrorCode; issues: readonly Issue[] } {
    return { name: this.name, code: this.code, issues: this.issues };
  }
}

/** The error of one bad argument of a function. */
export function badArgument(
  code: IssueCode,
  zh: string,
  en: string,
  value?: unknown,
  meant?: string,
): PolicyInputError {
  const door = code === "CALENDAR_OUT_OF_RANGE" ? code : "INVALID_INPUT";
  return new PolicyInputError(door, [issueOf([], code, zh, en, value, meant)]);
}
