import { meantName } from "../core/meant.js";
import { labelFields } from "../core/summary.js";
import { catalogue, Money, Rate, type AnyRule, type Locale, type PolicyInputError, type Text } from "../index.js";
import type { Shape } from "../core/wire.js";
import { csvRow } from "./csv.js";
import type { Decision } from "../decide/decision.js";
import { placeText } from "./place.js";
import { answerLine } from "./print.js";
import { unknown, UsageError } from "./usage.js";

/** A part of an answer that is chosen. */
interface Chosen {
  readonly name: string;
  readonly of: (decision: Decision, line: number) => unknown;
}

/** What an answer has besides its value, whose own part of the same name is `value.…`. */
const own: Readonly<Record<string, Chosen["of"]>> = {
  id: ({ id }) => id,
  line: (_, line) => line,
  rule: ({ rule }) => rule?.id,
  ...Object.fromEntries(
    Object.keys(labelFields).map((name): [string, Chosen["of"]] => [
      `labels.${name}`,
      ({ labels }) => labels?.[name as keyof typeof labelFields],
    ]),
  ),
};

/** Why a result has no such part: the step that fails, what there is instead, or that it is a list. */
type Missing = { readonly step: string; readonly known: Readonly<Record<string, Text | undefined>> } | "list";

/** Follows a path through a shape; nothing where it leads to a part. */
function missingIn(shape: Shape, steps: readonly string[]): Missing | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return undefined;
  const { kind, fields, item, items = [] } = shape;
  if (kind === "map" && item !== undefined) return missingIn(item, rest);
  if (kind === "list" || kind === "tuple") return "list";
  if (kind === "either") {
    const each = items.map((one) => missingIn(one, steps));
    return each.includes(undefined) ? undefined : each[0];
  }
  const parts = kind === "record" ? (fields ?? {}) : {};
  const part = Object.hasOwn(parts, step) ? parts[step] : undefined;
  if (part !== undefined) return missingIn(part, rest);
  return { step, known: Object.fromEntries(Object.entries(parts).map(([name, { label }]) => [name, label])) };
}

function valueAt(steps: readonly string[]): Chosen["of"] {
  return ({ outcome }) => {
    let value: unknown = outcome.ok ? outcome.value : undefined;
    for (const step of steps) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
      value = (value as Readonly<Record<string, unknown>>)[step];
    }
    return value;
  };
}

function chosen(name: string, rules: readonly AnyRule[]): Chosen {
  const of = Object.hasOwn(own, name) ? own[name] : undefined;
  if (of !== undefined) return { name, of };
  const steps = name.replace(/^value\./, "").split(".");
  const missing = rules.map((rule) => missingIn(rule.result, steps));
  if (missing.includes(undefined)) return { name, of: valueAt(steps) };
  if (missing.includes("list")) {
    throw new UsageError(
      `--fields：${name} 在列表里，列表只能整个取出 / --fields: ${name} is within a list, which is taken as a whole`,
    );
  }
  // Of several rules, what the one knows that follows the path furthest is not told: any of them may be meant.
  const [only] = rules.length === 1 ? missing : [];
  const { step = name, known = {} } = typeof only === "object" ? only : {};
  const all: Readonly<Record<string, Text | undefined>> =
    step === steps[0] ? { ...known, ...Object.fromEntries(Object.keys(own).map((each) => [each, undefined])) } : known;
  const meant = meantName(step, all);
  const before = steps.slice(0, steps.indexOf(step));
  throw unknown(
    `--fields：结果没有 ${name}`,
    `--fields: no ${name} in a result`,
    meant === undefined ? undefined : [...before, meant].join("."),
  );
}

/**
 * The parts of an answer that a call chooses: `id,eligibility.outcome,payable`.
 *
 * @param rule - The rule of all lines; without it, each must be a part of some rule's result.
 * @throws UsageError for a part that there is not, or stands there twice.
 */
export function chosenIn(text: string, rule: AnyRule | undefined): readonly Chosen[] {
  const names = text.split(",");
  const rules = rule === undefined ? Object.values(catalogue) : [rule];
  return names.map((name, index) => {
    if (names.indexOf(name) < index) {
      throw new UsageError(`--fields 写了两次 ${name} / --fields has ${name} twice`);
    }
    return chosen(name, rules);
  });
}

/** As `JSON.stringify`, quickly for what most parts are; what there is not is null. */
function jsonOf(value: unknown): string {
  if (value == null) return "null";
  if (typeof value === "number") return String(value);
  if (Money.is(value)) return `"${value.toString()}"`;
  return JSON.stringify(value);
}

/** Answers that hold the chosen parts alone, as a line of JSON; what failed is told as in a whole answer. */
export function chosenLine(parts: readonly Chosen[]): (decision: Decision, line: number) => string {
  const keys = parts.map(({ name }, index) => `${index === 0 ? "{" : ","}${JSON.stringify(name)}:`);
  return (decision, line) => {
    if (!decision.outcome.ok) return answerLine(decision, line);
    let text = "";
    for (let index = 0; index < parts.length; index += 1) {
      text += (keys[index] as string) + jsonOf((parts[index] as Chosen).of(decision, line));
    }
    return `${text}}\n`;
  };
}

function cellOf(value: unknown): string {
  if (value == null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Money.is(value) || Rate.is(value) ? value.toString() : JSON.stringify(value);
}

/** The name of the last column: what is wrong with the row. */
const errorColumn = "error";

/** So many problems of a row are told in a cell. */
const toldIssues = 20;

/** What is wrong with a row, on one line. */
function errorCell({ issues }: PolicyInputError, line: number, locale: Locale): string {
  const told = issues.slice(0, toldIssues).map((issue) => placeText(issue, locale) + issue.message[locale]);
  const more = issues.length - told.length;
  if (more > 0) told.push(locale === "zh" ? `另有 ${more} 个问题` : `and ${more} more`);
  return locale === "zh" ? `第 ${line} 行：${told.join("；")}` : `line ${line}: ${told.join("; ")}`;
}

/** The first row of a table of chosen parts. */
export const chosenHeader = (parts: readonly Chosen[]): string =>
  csvRow([...parts.map(({ name }) => name), errorColumn]);

/** Answers as rows of a table: the chosen parts, and in the last column what is wrong. */
export function chosenRow(parts: readonly Chosen[], locale: Locale): (decision: Decision, line: number) => string {
  return (decision, line) => {
    const { outcome } = decision;
    const cells = parts.map(({ of }) => cellOf(of(decision, line)));
    return csvRow([...cells, outcome.ok ? "" : errorCell(outcome.error, line, locale)]);
  };
}
