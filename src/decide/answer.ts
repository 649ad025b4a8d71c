import type { ErrorCode, Issue, Labels, PolicyInputError, Receipt } from "../index.js";
import type { Decision } from "./decision.js";

/**
 * 一条记录的答复：有结果，或有错误。写成 JSON 就是 huimin run 的一行。
 * The answer to a record: a value or an error. As JSON it is a line of `huimin run`, the line's number aside.
 */
export type Answer = GoodAnswer | FailedAnswer;

/**
 * 有结果的答复。
 * The answer to a record that was decided.
 */
export interface GoodAnswer {
  /** The record's id, as it came. */
  readonly id?: string | number;
  /** The record's labels, as they came. */
  readonly labels?: Labels;
  readonly ok: true;
  /** The rule's result; its amounts and rates are texts in JSON. */
  readonly value: object;
  /** Where receipts are asked for: that of the result. */
  readonly receipt?: Receipt;
}

/**
 * 有误的记录的答复。
 * The answer to a record that cannot be decided.
 */
export interface FailedAnswer {
  /** The record's id, as it came. */
  readonly id?: string | number;
  /** The record's labels, as they came. */
  readonly labels?: Labels;
  readonly ok: false;
  readonly error: Failure;
}

/**
 * 记录的全部问题，最多列 100 个。
 * All that is wrong with a record, up to 100 problems.
 */
export interface Failure {
  /** The line of the record, where it stood in a stream of lines. */
  readonly line?: number;
  readonly name: "PolicyInputError";
  readonly code: ErrorCode;
  readonly issues: readonly Issue[];
  /** How many problems are not listed. */
  readonly omitted?: number;
}

/** A record with a hundred thousand bad fields shall not give an answer many times its length. */
const listedIssues = 100;

/** The problems that are listed, and how many are not. */
export function listed({ issues }: PolicyInputError): { issues: readonly Issue[]; omitted: number } {
  return { issues: issues.slice(0, listedIssues), omitted: Math.max(issues.length - listedIssues, 0) };
}

/** A decision as an answer, with its line where it has one. */
export function answerOf({ id, labels, outcome, receipt }: Decision, line?: number): Answer {
  const known = { ...(id !== undefined && { id }), ...(labels && { labels }) };
  if (outcome.ok) return { ...known, ok: true, value: outcome.value, ...(receipt && { receipt }) };
  const { issues, omitted } = listed(outcome.error);
  const error: Failure = {
    ...(line !== undefined && { line }),
    name: "PolicyInputError",
    code: outcome.error.code,
    issues,
    ...(omitted > 0 && { omitted }),
  };
  return { ...known, ok: false, error };
}
