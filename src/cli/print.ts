import {
  catalogue,
  displayWidth,
  explain,
  type AnyRule,
  type Deadline,
  type Explainable,
  type Locale,
} from "../index.js";
import type { Decision } from "./decide.js";
import { inputSchema, resultSchema } from "./schemas.js";

/** A line with a hundred thousand bad fields shall not give an answer many times its length. */
const listedIssues = 100;

/** A decision as a line of JSON. */
export function answerLine({ id, outcome }: Decision, line: number): string {
  if (outcome.ok) return `${JSON.stringify({ id, ok: true, value: outcome.value })}\n`;
  const { name, code, issues } = outcome.error;
  const omitted = issues.length > listedIssues ? issues.length - listedIssues : undefined;
  const error = { line, name, code, issues: issues.slice(0, listedIssues), omitted };
  return `${JSON.stringify({ id, ok: false, error })}\n`;
}

function resultText(result: object, locale: Locale): string {
  if ("dueOn" in result) return explain({ deadlines: [result as Deadline], readings: {} }, { locale });
  const explainable = ["eligibility", "checks", "deadlines", "lines"].some((part) => part in result);
  return explainable ? explain(result as Explainable, { locale }) : JSON.stringify(result, null, 2);
}

const controls = /(?!\n)\p{Control}/gu;

/** A decision in words. Control characters that a record brings along never reach the terminal. */
export function decisionText({ id, rule, outcome }: Decision, line: number, locale: Locale): string {
  const place = locale === "zh" ? `第 ${line} 行` : `Line ${line}`;
  const name = typeof id === "string" ? id.replaceAll("\n", " ") : id;
  const heading = [place, name, rule?.title[locale]].filter((part) => part !== undefined).join("  ");
  const body = outcome.ok ? resultText(outcome.value as object, locale) : explain(outcome.error, { locale });
  return `${heading}\n${body}\n\n`.replace(controls, "\uFFFD");
}

/** Every rule, a line each: id, title, clause. */
export function rulesText(locale: Locale): string {
  const rows = Object.values(catalogue).map(({ id, title, clause }) => [
    id,
    title[locale],
    clause.document,
    clause.path,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  const padded = (cell: string, column: number) =>
    cell + " ".repeat(Math.max((widths[column] ?? 0) - displayWidth(cell), 0));
  return rows.map((row) => `${row.map(padded).join("  ")}\n`).join("");
}

/** JSON Schema of one side of a rule. */
export function schemaText(rule: AnyRule, side: "input" | "result"): string {
  return `${JSON.stringify(side === "input" ? inputSchema(rule) : resultSchema(rule), null, 2)}\n`;
}
