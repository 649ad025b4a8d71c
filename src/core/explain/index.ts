import type { Assessment } from "../claim.js";
import type { Eligibility } from "../eligibility.js";
import { badArgument, issueOf, pathText, PolicyInputError, type Issue } from "../errors.js";
import type { Ledger } from "../ledger.js";
import type { Impact } from "../impact.js";
import type { Deadline } from "../period.js";
import type { Clause, Provision } from "../policy.js";
import type { ComparedReading } from "../readings.js";
import * as shapes from "../results.js";
import { isRule, type AnyRule } from "../rule.js";
import { settlementShape } from "../settlement.js";
import { closings, type Line } from "../statement.js";
import type { Locale, Text } from "../text.js";
import { rateOf, toJson, type Json, type Shape } from "../wire.js";
import { ledgerText } from "./ledger.js";
import {
  checksText,
  cite,
  deadlinesText,
  heading,
  linesText,
  outside,
  quoted,
  readingsText,
  readingText,
  type Voice,
} from "./lines.js";
import { table } from "./tables.js";
import { summaryText } from "./summary.js";
import { outcomes, pendings, words } from "./words.js";

/**
 * 可以写成文字的：任何规则的结果、对照读法的结果、汇总、影响或输入错误。
 * What can be put into words: a result of any rule, what `compareReadings` gives, a summary, an impact, or the error of a bad input.
 */
export type Explainable = object;

/**
 * 怎样写成文字。
 * How to put it into words.
 */
export interface ExplainOptions {
  /** Chinese (the default) or English. */
  readonly locale?: Locale;
  /** The rules whose results are to be explained with their names, as in `{ rules: chongqing }`: a module, or a list of rules. */
  readonly rules?: object;
}

type Fields = Readonly<Record<string, unknown>>;

const locales: readonly Locale[] = ["zh", "en"];
const readingsTitle = shapes.readings.label;
const linesTitle = shapes.lines.label;
const deadlinesTitle = shapes.deadlineList.label;
const outcomeTitle = shapes.outcome.label;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// A value of a result ---------------------------------------------------------------------------------------------------

/** Whether a shape is that of a rate, or can be: people read it as a percentage. */
const holdsRate = ({ kind, items = [] }: Shape): boolean => kind === "rate" || items.some(holdsRate);

/** A value in words, or `undefined` where it is made of parts. */
function valueText(value: unknown, shape: Shape, voice: Voice): string | undefined {
  const { locale } = voice;
  if (value === null) return words.none[locale];
  if (typeof value === "boolean") return words[value ? "yes" : "no"][locale];
  if (typeof value === "number") return String(value);
  if (isFields(value)) return isText(value) ? value[locale] : undefined;
  if (typeof value !== "string") return undefined;
  const term = shape.words?.[value];
  if (term !== undefined) return term[locale];
  const isRate = holdsRate(shape) && /^\d+(?:\.\d+)?$/.test(value);
  return isRate ? rateOf(value).toPercent() : outside(value, voice);
}

const isText = (value: Fields): value is Fields & Text =>
  typeof value["zh"] === "string" && typeof value["en"] === "string";

// The parts of a result -------------------------------------------------------------------------------------------------

/** A part of a result that is shown in a way of its own: its shape, and how. */
const printers = new Map<Shape, (value: never, voice: Voice) => string[]>([
  [
    shapes.outcome,
    (value: Eligibility["outcome"], voice) => [heading(outcomeTitle, voice, outcomes[value][voice.locale])],
  ],
  [shapes.checks, (value: Eligibility["checks"], voice) => checksText(value, voice)],
  [
    shapes.deadlineList,
    (value: readonly Deadline[], voice) => [heading(deadlinesTitle, voice), ...deadlinesText(value, voice)],
  ],
  [
    shapes.conditions,
    (value: readonly Text[], voice) =>
      value.length === 0
        ? []
        : [heading(shapes.conditions.label, voice), ...value.map((each) => `  ${each[voice.locale]}`)],
  ],
  [shapes.overpaid, (value: string, voice) => (value === "0.00" ? [] : [heading(shapes.overpaid.label, voice, value)])],
]);

/** A statement under its own heading. */
const linesOf = (title: Text) => (value: readonly Json<Line>[], voice: Voice) => [
  heading(title, voice),
  ...linesText(value, voice),
];

/** Every part of a result that has a name, in the order of its shape; the readings come last, and once. */
function partsText(result: Fields, shape: Shape, voice: Voice, title: Text | null = shape.label ?? null): string[] {
  const text: string[] = [];
  let rows: string[][] = [];
  const flush = () => {
    const numbers = rows.every(([, shown = ""]) => /^-?[\d.]+%?$/.test(shown) || shown === words.none[voice.locale]);
    if (rows.length > 0) {
      text.push(...(title === null ? [] : [heading(title, voice)]), ...table(rows, new Set(numbers ? [1] : [])));
    }
    rows = [];
  };
  for (const [name, part] of Object.entries(fieldsOf(shape))) {
    const value = result[name];
    if (value === undefined || part === shapes.readings) continue;
    const print = part.item === shapes.line ? linesOf(part.label ?? linesTitle) : printers.get(part);
    if (print !== undefined) {
      flush();
      text.push(...print(value as never, voice));
      continue;
    }
    const label = part === shapes.clause ? words.clause : part.label;
    if (label === undefined || name === "basis") continue;
    const shown = part === shapes.clause ? cite(value as Clause, voice) : valueText(value, part, voice);
    if (shown !== undefined) rows.push([label[voice.locale], shown]);
    else {
      flush();
      text.push(...groupText(value, part, label, voice));
    }
  }
  flush();
  return text;
}

/** A part of a result that is itself made of parts. Of an empty list that nobody counts there is nothing to say. */
function groupText(value: unknown, part: Shape, label: Text, voice: Voice): string[] {
  const shape = part.kind === "either" ? ofItsKind(value, part) : part;
  if (Array.isArray(value)) {
    return value.length === 0 && shape.counted === undefined ? [] : listText(value, shape, label, voice);
  }
  if (!isFields(value) || !isRecord(shape)) return [];
  return partsText(value, shape, voice, label);
}

/** Of the shapes that a part can have, that of a list for a list, and the other for anything else. */
const ofItsKind = (value: unknown, { items = [] }: Shape): Shape =>
  items.find(({ kind }) => (kind === "list") === Array.isArray(value)) as Shape;

const fieldsOf = (shape: Shape): Readonly<Record<string, Shape>> => shape.fields ?? {};
const isRecord = (shape: Shape): boolean => shape.kind === "record";
const isAssessment = (shape: Shape): boolean =>
  isRecord(shape) && "eligibility" in fieldsOf(shape) && "payable" in fieldsOf(shape);

function listText(items: readonly unknown[], shape: Shape, label: Text, voice: Voice): string[] {
  const element = shape.item as Shape;
  if (isAssessment(element)) {
    return items.flatMap((item) => [...assessmentText({ ...(item as Fields), readings: {} }, voice), ""]);
  }
  const settled = isRecord(element) && "lines" in fieldsOf(element);
  if (settled) return items.flatMap((item) => [...namedText(item as Fields, element, label, voice), ""]);
  if (shape.headed) return [heading(label, voice), ...headedRows(items as readonly Fields[], element, voice)];
  const counted = shape.counted?.[voice.locale];
  if (items.length === 0 && counted === undefined) return [];
  const title = heading(label, voice, counted === undefined ? "" : `${items.length}${counted}`);
  const rows = items.map((item) => itemText(item, element, voice));
  const bare = rows.every(({ below }) => below.length === 0);
  if (bare) return [title, ...table(rows.map(({ cells }) => cells))];
  return [title, ...rows.flatMap(({ cells, below }) => [`  ${cells.join("  ")}`, ...below.map((row) => `  ${row}`)])];
}

/** A table whose columns stand under their names; a column that no item has is left out. */
function headedRows(items: readonly Fields[], element: Shape, voice: Voice): string[] {
  const columns = Object.entries(fieldsOf(element)).filter(([name]) => items.some((item) => item[name] !== undefined));
  const cell = (value: unknown, part: Shape) => (value === undefined ? "" : (valueText(value, part, voice) ?? ""));
  return table([
    columns.map(([, { label }]) => label?.[voice.locale] ?? ""),
    ...items.map((item) => columns.map(([name, part]) => cell(item[name], part))),
  ]);
}

/** A result within a list: its heading tells whose it is. */
function namedText(item: Fields, shape: Shape, label: Text, voice: Voice): string[] {
  const [[name, part] = ["", shape]] = Object.entries(fieldsOf(shape));
  const { [name]: own, ...rest } = item;
  const whose = valueText(own, part, voice) ?? "";
  return [`${label[voice.locale]} ${whose}`, ...partsText(rest, shape, voice, null)];
}

/** One item of a list on one line, and what decided on it below. */
function itemText(item: unknown, shape: Shape, voice: Voice): { readonly cells: string[]; readonly below: string[] } {
  const single = valueText(item, shape, voice);
  if (single !== undefined) return { cells: [single], below: [] };
  const cells: string[] = [];
  const below: string[] = [];
  for (const [name, part] of Object.entries(fieldsOf(shape))) {
    const value = isFields(item) ? item[name] : undefined;
    if (value === undefined) continue;
    if (part === shapes.eligibility) below.push(...decidingText(value as Eligibility, voice));
    else if (part === shapes.clause) cells.push(cite(value as Clause, voice));
    else if (part.label !== undefined) cells.push(valueText(value, part, voice) ?? "");
  }
  return { cells, below };
}

/** The requirements that led to an outcome. */
function decidingText({ outcome, checks }: Eligibility, voice: Voice): string[] {
  const deciding = { eligible: null, ineligible: "unmet", undetermined: "unknown" }[outcome];
  return checksText(
    checks.filter((check) => check.outcome === deciding),
    voice,
  );
}

// An assessment ---------------------------------------------------------------------------------------------------------

/** What the insurer pays, or what that waits for and what it can come to. */
function conclusionText({ payable, pending, between }: Fields, voice: Voice): string {
  const { locale } = voice;
  const inYuan = (amount: string) => amount + words.yuan[locale];
  if (payable !== null)
    return heading(words.result, voice, heading(closings.benefit, voice, inYuan(payable as string)));
  const waiting = pendings[(pending ?? "facts") as keyof typeof pendings][locale];
  if (!isFields(between)) return heading(words.result, voice, waiting);
  const [least, most] = [String(between["least"]), String(between["most"])];
  const range = heading(
    closings.benefit,
    voice,
    locale === "zh" ? `${least}至${inYuan(most)}` : `${least} to ${inYuan(most)}`,
  );
  return heading(words.result, voice, waiting + (locale === "zh" ? `（${range}）` : ` (${range})`));
}

function assessmentText(result: Fields, voice: Voice): string[] {
  const { locale, policy } = voice;
  const { cover, eligibility, benefit, deadlines, outOfCalendar, readings } = result as unknown as Json<Assessment>;
  const named = policy?.covers[cover];
  const { outcome } = eligibility;
  const title = outcome === "eligible" ? linesTitle : words.statementIfEligible;
  const refused = outcome === "ineligible";
  // What is not covered is not paid: its steps show what it would rest on, not what would be paid.
  const lines = (benefit?.lines ?? []).filter(({ operation }) => !refused || operation !== "benefit");
  const overdue = deadlines.length + outOfCalendar.length === 0 ? [] : [heading(deadlinesTitle, voice)];
  return [
    heading(words.cover, voice, named ? `${named.title[locale]} ${cite(named.clause, voice)}` : quoted(cover, voice)),
    heading(outcomeTitle, voice, outcomes[outcome][locale]),
    ...checksText(eligibility.checks, voice),
    ...(lines.length === 0 ? [] : [heading(title, voice), ...linesText(lines, voice)]),
    refused ? heading(words.result, voice, words.notCovered[locale]) : conclusionText(result, voice),
    ...overdue,
    ...deadlinesText(deadlines, voice),
    ...outOfCalendar.map((action) => `  ${heading(actionText(action, voice), voice, words.outOfCalendar[locale])}`),
    ...readingsText(readings, readingsTitle, voice),
  ];
}

/** What a deadline's action is called in the policy's terms. */
function actionText(action: string, voice: Voice): Text {
  const terms: { readonly deadlines?: Readonly<Record<string, Provision<unknown>>> } = voice.policy?.terms ?? {};
  const shown = quoted(action, voice);
  return terms.deadlines?.[action]?.label ?? { zh: shown, en: shown };
}

// Everything else -------------------------------------------------------------------------------------------------------

/** A PolicyInputError, of this copy of the library or another, or as it comes out of JSON. */
const isError = (result: object): result is PolicyInputError => "issues" in result && Array.isArray(result.issues);

/** The problems of a bad input; `structuredClone` drops them from an error, whose heading is then all there is. */
function errorText({ issues = [] }: { readonly issues?: readonly Issue[] }, voice: Voice): string[] {
  const rows = issues.map(({ path, message }) => {
    const place = quoted(pathText(path), voice);
    return `  ${path.length === 0 ? message[voice.locale] : heading({ zh: place, en: place }, voice, message[voice.locale])}`;
  });
  return [heading(words.badInput, voice), ...rows];
}

/** The shape of a result whose rule is not known: that of the shared ones which it has the fields of. */
function shapeFor(result: Fields): Shape | undefined {
  const known: readonly [field: string, shape: Shape][] = [
    ["entries", shapes.ledgerOf(shapes.assessmentOf([]))],
    ["eligibility", shapes.assessmentOf([])],
    ["lossRatio", settlementShape],
    ["checks", shapes.eligibility],
    ["deadlines", shapes.deadlines],
    ["dueOn", shapes.deadline],
    ["lines", shapes.benefit],
  ];
  return known.find(([field]) => field in result)?.[1];
}

const isLedger = (shape: Shape): boolean => "entries" in fieldsOf(shape) && "accounts" in fieldsOf(shape);

function resultText(result: Fields, shape: Shape, voice: Voice): string[] {
  if (isAssessment(shape)) return assessmentText(result, voice);
  const readings = (result["readings"] ?? {}) as Readonly<Record<string, string>>;
  const said = readingsText(readings, readingsTitle, voice);
  if (isLedger(shape)) return [...ledgerText(result as unknown as Json<Ledger>, voice), ...said];
  if ("dueOn" in result)
    return [heading(deadlinesTitle, voice), ...deadlinesText([result as unknown as Deadline], voice), ...said];
  return [...partsText(result, shape, voice), ...("payable" in result ? [conclusionText(result, voice)] : []), ...said];
}

/** What a result comes to, on one line. */
function summaryOf(result: Fields, shape: Shape | undefined, voice: Voice): string {
  const { locale } = voice;
  if ("payable" in result) return conclusionText(result, voice);
  if (typeof result["amount"] === "string") return heading(words.result, voice, result["amount"] + words.yuan[locale]);
  if (typeof result["outcome"] === "string") return outcomes[result["outcome"] as Eligibility["outcome"]][locale];
  const { deadlines = [], dueOn } = result as { readonly deadlines?: readonly Deadline[]; readonly dueOn?: string };
  const days = dueOn === undefined ? deadlines.map((deadline) => deadline.dueOn) : [dueOn];
  const named = Object.entries(shape?.fields ?? {}).flatMap(([name, part]) => {
    // A result's own sentence says again what its days say.
    const told = part.label !== undefined && part !== shapes.text && result[name] !== undefined;
    const shown = told ? valueText(result[name], part, voice) : undefined;
    return part.label === undefined || shown === undefined ? [] : [heading(part.label, voice, shown)];
  });
  return [...days, ...named].join(locale === "zh" ? "；" : "; ");
}

const isCompared = (result: readonly unknown[]): boolean =>
  result.every((each) => isFields(each) && isFields(each["readings"]) && isFields(each["outcome"]));

function comparedText(compared: readonly ComparedReading<Fields>[], shape: Shape | undefined, voice: Voice): string[] {
  const separator = voice.locale === "zh" ? "；" : "; ";
  const rows = compared.map(({ readings, outcome }, index) => [
    String(index + 1),
    outcome.ok
      ? summaryOf(outcome.value, shape, voice)
      : errorText(outcome.error, voice)
          .map((row) => row.trim())
          .join(" "),
    Object.entries(readings)
      .map(([name, choice]) => readingText(name, choice, voice))
      .join(separator),
  ]);
  return [heading(words.compared, voice), ...table(rows, new Set([0]))];
}

// Summaries and impacts -------------------------------------------------------------------------------------------------

type Summary = Parameters<typeof summaryText>[0];

const isSummary = (result: Fields): result is Fields & Summary => "by" in result && "rows" in result;

const isImpact = ({ before, after, changes }: Fields): boolean =>
  Array.isArray(changes) && [before, after].every((side) => isFields(side) && "ok" in side);

/** A value that was decided otherwise; nothing for what is made of parts. */
function changedText(value: unknown, voice: Voice): string {
  const { locale } = voice;
  const known: Readonly<Record<string, Text>> = { ...outcomes, ...pendings };
  if (typeof value === "string" && Object.hasOwn(known, value)) return known[value]?.[locale] ?? "";
  return valueText(value, anyShape, voice) ?? words.severalParts[locale];
}

const anyShape: Shape = { kind: "string" };

/** The two results, each on one line, what was decided otherwise, and the difference. */
function impactText(impact: Json<Impact>, rule: AnyRule | undefined, voice: Voice): string[] {
  const { locale } = voice;
  const side = (title: Text, outcome: Json<Impact>["before"]) => [
    title[locale],
    outcome.ok
      ? summaryOf({ ...outcome.value }, rule?.result, voice)
      : errorText(outcome.error, voice)
          .map((row) => row.trim())
          .join(" "),
  ];
  const changes = impact.changes
    .filter(({ path }) => path[0] !== "error")
    .map(({ path, before, after }) => [
      quoted(pathText(path), voice),
      changedText(before, voice),
      "→",
      changedText(after, voice),
    ]);
  const { difference } = impact;
  const shown = difference === null ? words.notKnown[locale] : difference + words.yuan[locale];
  return [
    heading(words.impact, voice),
    ...table([side(words.before, impact.before), side(words.after, impact.after)]),
    ...(impact.changed ? table(changes) : [`  ${words.unchanged[locale]}`]),
    heading(words.difference, voice, shown),
  ];
}

const ruleIdOf = (result: unknown): string | undefined => {
  const basis = isFields(result) ? result["basis"] : undefined;
  return isFields(basis) && typeof basis["rule"] === "string" ? basis["rule"] : undefined;
};

const ruleAmong = (rules: object, isWanted: (rule: AnyRule) => boolean): AnyRule | undefined =>
  Object.values(rules).filter(isRule).find(isWanted);

const ruleOf = (result: unknown, rules: object): AnyRule | undefined => {
  const id = ruleIdOf(result);
  return id === undefined ? undefined : ruleAmong(rules, (rule) => rule.id === id);
};

const unexplainable = (value: unknown) =>
  new PolicyInputError("INVALID_OPTIONS", [
    issueOf(
      ["result"],
      "WRONG_TYPE",
      "应为某条规则的结果，或“PolicyInputError”",
      'expected a result of a rule, or a "PolicyInputError"',
      value,
    ),
  ]);

/**
 * 把结果写成文字：可以打印出来交给家庭的核算单。
 * A result in words: what a clerk could print and hand to a family. Columns line up in a fixed-width font, where Chinese
 * characters take two columns.
 *
 * @param result - The result of any rule, what `compareReadings` gives, a summary, an impact, or a PolicyInputError; also as it comes back
 * from JSON or `structuredClone`.
 * @param options - `locale`: `"zh"` (default) or `"en"`; `rules`: where names are looked up.
 * @returns Lines of text joined by line feeds, without one at the end.
 * @throws PolicyInputError for anything that is no result, and for another locale.
 * @example
 * ```ts
 * explain(chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "58000" }), { locale: "en" });
 * // Statement (yuan)
 * //   1  After the deductible of 3000 yuan  55000.00  渝民〔2020〕238号 三(二)     58000.00 − 3000.00
 * //   2  Reimbursement by tiers             16250.00  渝民〔2020〕238号 三(二)1-3  10000.00 × 25% + 40000.00 × 30% + 5000.00 × 35%
 * //   3  Within the annual limit            16250.00  渝民〔2020〕238号 三(二)3    16250.00, at most 150000.00
 * //   4  Payable by the insurer             16250.00  渝民〔2020〕238号 三(二)     16250.00
 * ```
 */
export function explain(result: Explainable, options: ExplainOptions = {}): string {
  const { locale = "zh", rules = {} } = options;
  if (!locales.includes(locale))
    throw badArgument("WRONG_TYPE", "语言应为“zh”或“en”", 'expected the locale "zh" or "en"', locale);
  if (typeof (result as unknown) !== "object" || (result as unknown) === null) throw unexplainable(result);
  if (isError(result)) return errorText(result, { locale, policy: undefined }).join("\n");
  const json = toJson(result);
  if (Array.isArray(json) && json.length > 0 && isCompared(json)) {
    const compared = json as ComparedReading<Fields>[];
    const [known] = compared.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
    const rule = ruleOf(known, rules);
    return [...titleOf(rule, locale), ...comparedText(compared, rule?.result, { locale, policy: rule?.policy })].join(
      "\n",
    );
  }
  const fields = json as Fields;
  if (isFields(json) && isSummary(json)) {
    const ofProgramme = ruleAmong(rules, ({ policy }) => policy.id === json.programme);
    const text = summaryText(json, { locale, policy: ofProgramme?.policy });
    if (text === null) throw unexplainable(result);
    return [...titleOf(ofProgramme, locale), ...text].join("\n");
  }
  if (isFields(json) && isImpact(json)) {
    const impact = json as unknown as Json<Impact>;
    const [known] = [impact.before, impact.after].flatMap((side) => (side.ok ? [side.value] : []));
    const rule = ruleOf(known, rules);
    return [...titleOf(rule, locale), ...impactText(impact, rule, { locale, policy: rule?.policy })].join("\n");
  }
  const rule = isFields(json) ? ruleOf(fields, rules) : undefined;
  const shape = rule?.result ?? (isFields(json) ? shapeFor(fields) : undefined);
  if (shape === undefined) throw unexplainable(result);
  return [...titleOf(rule, locale), ...resultText(fields, shape, { locale, policy: rule?.policy })].join("\n");
}

const titleOf = (rule: AnyRule | undefined, locale: Locale): string[] =>
  rule === undefined ? [] : [`${rule.policy.title[locale]} ${rule.policy.document.number}`];
