import { operations, type Operation, type OperationName } from "../operations.js";
import type { Issue } from "../errors.js";
import type { Amended, AnyPolicy, Clause } from "../policy.js";
import type { Check } from "../eligibility.js";
import type { Deadline } from "../period.js";
import type { Line } from "../statement.js";
import type { Locale, Text } from "../text.js";
import { readShape, toJson, type Json } from "../wire.js";
import { oneLine, table } from "./tables.js";
import { marks, words } from "./words.js";

/** Who speaks: the language, and the policy whose names are known. */
export interface Voice {
  readonly locale: Locale;
  readonly policy: AnyPolicy | undefined;
}

/** A heading, and what stands behind it. */
export function heading(title: Text, { locale }: Voice, rest = ""): string {
  return rest === "" ? title[locale] : `${title[locale]}${locale === "zh" ? "：" : ": "}${rest}`;
}

/** What is not in the language that is spoken, such as a name in a program: as a quotation. */
export const quoted = (text: string, { locale }: Voice): string => (locale === "zh" ? `“${text}”` : `"${text}"`);

/** A text from outside, quoted where it is in the letters of the other language. */
export function outside(text: string, voice: Voice): string {
  const foreign = voice.locale === "zh" ? /[a-z]/i : /\p{Script=Han}/u;
  return foreign.test(text) ? quoted(oneLine(text), voice) : oneLine(text);
}

/** A clause, with its document only where that is not the statement's own. */
export function cite({ document, path }: Clause, { policy }: Voice): string {
  return document === policy?.document.number ? path : `${document} ${path}`;
}

/**
 * 一行的算式。The formula of a line in words, from its operation and operands; empty where the amount is a fixed one.
 *
 * @param line - A line of a result, also as it comes back from JSON or `structuredClone`.
 * @param locale - Chinese or English.
 * @example
 * ```ts
 * formulaOf(chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "58000" }).lines[0], "zh"); // "58000.00 − 3000.00"
 * ```
 */
export function formulaOf(line: Pick<Line, "operation" | "operands" | "amount">, locale: Locale): string {
  const name = line.operation as string;
  if (!Object.hasOwn(operations, name)) return "";
  const operation = operations[name as OperationName] as unknown as Operation<unknown>;
  const issues: Issue[] = [];
  const operands = readShape(operation.operands, toJson(line.operands), [], issues);
  if (issues.length > 0) return "";
  const formula = operation.formula(operands, locale);
  const isZero = toJson(line.amount) === "0.00";
  return operation.floored && isZero && formula.includes("−") ? formula + words.floored[locale] : formula;
}

/** The mark of what was amended; under an agreement, its title. */
function amendedNote(amended: Amended | undefined, locale: Locale): string {
  if (amended === undefined) return "";
  const name = amended === true ? words.amended[locale] : amended[locale];
  return locale === "zh" ? `［${name}］` : ` [${name}]`;
}

export function linesText(lines: readonly Json<Line>[], voice: Voice): string[] {
  const { locale } = voice;
  const rows = lines.map((line, index) => [
    String(index + 1),
    line.label[locale] + amendedNote(line.amended, locale),
    line.amount,
    cite(line.clause, voice),
    formulaOf(line as unknown as Line, locale),
  ]);
  return table(rows, new Set([0, 2]));
}

export function checksText(checks: readonly Check[], voice: Voice): string[] {
  const { locale } = voice;
  return table(
    checks.map(({ outcome, clause, text, amended }) => [
      marks[outcome],
      cite(clause, voice),
      text[locale] + amendedNote(amended, locale),
    ]),
  );
}

export function deadlinesText(deadlines: readonly Deadline[], voice: Voice): string[] {
  const { locale } = voice;
  return table(
    deadlines.map(({ dueOn, clause, text, amended }) => [
      dueOn,
      cite(clause, voice),
      text[locale] + amendedNote(amended, locale),
    ]),
  );
}

/** A reading and its choice in words. */
export function readingText(name: string, choice: string, voice: Voice): string {
  const { locale, policy } = voice;
  const reading = policy?.readings[name];
  if (reading === undefined) {
    const shown = quoted(name, voice);
    return heading({ zh: shown, en: shown }, voice, quoted(choice, voice));
  }
  return heading(reading.question, voice, reading.choices[choice]?.[locale] ?? quoted(choice, voice));
}

export function readingsText(readings: Readonly<Record<string, string>>, title: Text, voice: Voice): string[] {
  const names = Object.entries(readings);
  if (names.length === 0) return [];
  const { locale, policy } = voice;
  const rows = names.map(([name, choice]) => {
    const text = readingText(name, choice, voice);
    const reading = policy?.readings[name];
    if (reading === undefined) return `  ${text}`;
    const kind = choice === reading.default ? words.usual[locale] : words.chosen[locale];
    return `  ${cite(reading.clause, voice)}  ${text}${locale === "zh" ? `（${kind}）` : ` (${kind})`}`;
  });
  return [title[locale], ...rows];
}
