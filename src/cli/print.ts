import { answerOf, listed } from "../decide/answer.js";
import type { Decision } from "../decide/decision.js";
import { catalogue, displayWidth, explain, PolicyInputError, type AnyRule, type Locale } from "../index.js";
import { printable } from "./printable.js";
import { inputSchema, resultSchema } from "./schemas.js";

/** A decision as a line of JSON. */
export const answerLine = (decision: Decision, line: number): string => `${JSON.stringify(answerOf(decision, line))}\n`;

function errorText(error: PolicyInputError, locale: Locale): string {
  const { issues, omitted } = listed(error);
  const text = explain(new PolicyInputError(error.code, issues), { locale });
  if (omitted === 0) return text;
  return `${text}\n  ${locale === "zh" ? `另有 ${omitted} 个问题` : `and ${omitted} more`}`;
}

/** A decision in words. Characters that a record brings along to control the terminal, or the direction of text, never reach it. */
export function decisionText({ id, rule, outcome }: Decision, line: number, locale: Locale): string {
  const place = locale === "zh" ? `第 ${line} 行` : `Line ${line}`;
  const name = typeof id === "string" ? id.replaceAll("\n", " ") : id;
  const heading = [place, name, rule?.title[locale]].filter((part) => part !== undefined).join("  ");
  const body = outcome.ok ? explain(outcome.value, { locale }) : errorText(outcome.error, locale);
  return printable(`${heading}\n${body}\n\n`);
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
