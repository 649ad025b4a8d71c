import type { Text } from "./text.js";

/** What is wrong with one place of an input. */
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
  | "CALENDAR_OUT_OF_RANGE";

/** One problem, with the place where it stands. */
export interface Issue {
  /** The way to the field from the input's root, as in `["insurers", 0, "premium"]`; empty for the input itself. */
  readonly path: readonly (string | number)[];
  /** What kind of problem it is. */
  readonly code: IssueCode;
  /** The problem in words. */
  readonly message: Text;
}

/**
 * Which door the problem came in by: the rule's input, its options (policy, readings, calendar), an amendment of a policy's
 * terms, or a day that the work calendar does not cover.
 */
export type ErrorCode = "INVALID_INPUT" | "INVALID_OPTIONS" | "INVALID_AMENDMENT" | "CALENDAR_OUT_OF_RANGE";

const shownIssues = 20;
/** Longest part of a hostile field name that is shown. */
const shownStep = 60;
const plainStep = /^[\w$\u4E00-\u9FFF-]{1,60}$/;

/** Renders a path as people write it: `insurers[0].premium`. */
export function pathText(path: Issue["path"]): string {
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
