import { issueOf, type Issue, type IssueCode, type Path } from "./errors.js";
import { isDay } from "./day.js";
import { isPlain } from "./input.js";
import { Money, Rate, rate, signedYuan } from "./money.js";
import type { Text } from "./text.js";

/**
 * 结果在 JSON 中的样子：金额和比例是普通小数。
 * A value as it stands in JSON: money and rates are plain decimals.
 */
export type Json<T> = T extends Money | Rate
  ? string
  : T extends readonly unknown[]
    ? { readonly [Index in keyof T]: Json<T[Index]> }
    : T extends object
      ? { readonly [Name in keyof T]: Json<T[Name]> }
      : T;

/** What a part of a result is. */
type Kind =
  | "money"
  | "rate"
  | "day"
  | "string"
  | "integer"
  | "word"
  | "true"
  | "flag"
  | "record"
  | "map"
  | "list"
  | "tuple"
  | "either"
  | "step";

/**
 * 结果（或其一部分）的形状，作为数据：是什么、叫什么、由什么组成。
 * The shape of a result, or of a part of it, as data: what it is, what it is called, and what it is made of.
 */
export interface ResultShape<T = unknown> {
  readonly kind: Kind;
  /** What people call it; a part without a label is not shown to them. */
  readonly label?: Text;
  /** Its name in JSON Schema, where several rules share it. */
  readonly name?: string;
  /** Whether it may be left out. */
  readonly optional?: true;
  /** Whether it may be null. */
  readonly nullable?: true;
  /** The words that it can be, with their terms where people see them. */
  readonly words?: Readonly<Record<string, Text | undefined>>;
  /** The parts of a record, or the operands of a step by its operation. */
  readonly fields?: Readonly<Record<string, Shape>>;
  /** What a list or map holds. */
  readonly item?: Shape;
  /** What a tuple holds, or the shapes that it can have. */
  readonly items?: readonly Shape[];
  /** What the items of a list are counted in. */
  readonly counted?: Text;
  /** A list that is shown as a table, its columns under their names. */
  readonly headed?: true;
  /** @internal What it is a shape of; for types only. */
  readonly holds?: T;
}

export const moneyShape = (): Shape<Money> => ({ kind: "money" });
export const rateShape = (): Shape<Rate> => ({ kind: "rate" });
export const dayShape = (): Shape<string> => ({ kind: "day" });
export const stringShape = (): Shape<string> => ({ kind: "string" });
export const integerShape = (): Shape<number> => ({ kind: "integer" });
export const trueShape = (): Shape<true> => ({ kind: "true" });
export const flagShape = (): Shape<boolean> => ({ kind: "flag" });
/** One of some words that people do not see. */
export const oneOfWords = <Word extends string>(...words: readonly Word[]): Shape<Word> => ({
  kind: "word",
  words: Object.fromEntries(words.map((word) => [word, undefined])),
});
export const optionalShape = <T>(shape: Shape<T>): Shape<T | undefined> => ({ ...shape, optional: true });
export const nullableShape = <T>(shape: Shape<T>): Shape<T | null> => ({ ...shape, nullable: true });
export const listShape = <T>(item: Shape<T>): Shape<readonly T[]> => ({ kind: "list", item });
export const mapShape = <T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> => ({ kind: "map", item });
export const recordShape = <T>(fields: Readonly<Record<string, Shape>>): Shape<T> => ({ kind: "record", fields });
export const tupleShape = <T extends readonly unknown[]>(
  ...items: { readonly [Index in keyof T]: Shape<T[Index]> }
): Shape<T> => ({ kind: "tuple", items });
/** The first of some shapes that a value fits. */
export const eitherShape = <T>(...items: readonly Shape<T>[]): Shape<T> => ({ kind: "either", items });

/** Names a part of a result. */
export const labelled = <T>(shape: Shape<T>, zh: string, en: string): Labelled<T> => ({ ...shape, label: { zh, en } });

/** A shape with its name. */
export type Labelled<T = unknown> = Shape<T> & { readonly label: Text };

/** The same, by the short name that the makers of shapes use. */
export type Shape<T = unknown> = ResultShape<T>;

/** A rate from its text. A ratio keeps its six places, which `rate` would drop. */
export function rateOf(text: string): Rate {
  const checked = rate(text);
  return checked.text.length === text.length ? checked : new Rate(text);
}

const moneyText = /^-?[0-9]+\.[0-9]{2}$/;
const rateText = /^[0-9]+(?:\.[0-9]+)?$/;

const expected: Readonly<Record<Kind, string>> = {
  money: "yuan with two decimals",
  rate: "a plain decimal",
  day: "a day",
  string: "a text",
  integer: "a whole number",
  word: "a known word",
  true: "true",
  flag: "true or false",
  record: "an object",
  map: "an object",
  list: "a list",
  tuple: "a list of that length",
  either: "one of its shapes",
  step: "a line of a statement",
};

/** Reads what came back from JSON, with its amounts and rates again. What is wrong with it goes to the issues. */
export function readShape(shape: Shape, json: unknown, path: Path, issues: Issue[]): unknown {
  const { kind, item, items = [], fields = {}, words = {} } = shape;
  const wrong = (at = path, code: IssueCode = "WRONG_TYPE", value = json): unknown => {
    issues.push(issueOf(at, code, "不是该规则的结果", `not a result of the rule: expected ${expected[kind]}`, value));
    return undefined;
  };
  if (json === null && shape.nullable) return null;
  switch (kind) {
    case "money":
      return typeof json === "string" && moneyText.test(json) ? signedYuan(json) : wrong();
    case "rate":
      return typeof json === "string" && rateText.test(json) ? rateOf(json) : wrong();
    case "day":
      return isDay(json) ? json : wrong();
    case "string":
      return typeof json === "string" ? json : wrong();
    case "integer":
      return Number.isSafeInteger(json) ? json : wrong();
    case "word":
      return typeof json === "string" && Object.hasOwn(words, json) ? json : wrong();
    case "true":
      return json === true ? json : wrong();
    case "flag":
      return typeof json === "boolean" ? json : wrong();
    case "list":
      if (!Array.isArray(json)) return wrong();
      return json.map((each: unknown, index) => readShape(item as Shape, each, [...path, index], issues));
    case "tuple":
      if (!Array.isArray(json) || json.length !== items.length) return wrong();
      return items.map((each, index) => readShape(each, json[index], [...path, index], issues));
    case "map":
      if (!isPlain(json)) return wrong();
      return Object.fromEntries(
        Object.entries(json).map(([name, each]) => [name, readShape(item as Shape, each, [...path, name], issues)]),
      );
    case "either": {
      for (const each of items) {
        const found: Issue[] = [];
        const read = readShape(each, json, path, found);
        if (found.length === 0) return read;
      }
      return wrong();
    }
    case "step": {
      const operation = isPlain(json) ? json["operation"] : undefined;
      const operands =
        typeof operation === "string" && Object.hasOwn(fields, operation) ? fields[operation] : undefined;
      const step = operands && recordShape({ ...item?.fields, operation: stringShape(), operands });
      return step === undefined ? wrong() : readShape(step, json, path, issues);
    }
    case "record": {
      if (!isPlain(json)) return wrong();
      const read: Record<string, unknown> = {};
      for (const [name, part] of Object.entries(fields)) {
        const value = Object.hasOwn(json, name) ? json[name] : undefined;
        if (value !== undefined) read[name] = readShape(part, value, [...path, name], issues);
        else if (!part.optional) wrong([...path, name], "MISSING", undefined);
      }
      for (const name of Object.keys(json)) {
        if (!Object.hasOwn(fields, name)) wrong([...path, name], "UNKNOWN_FIELD", json[name]);
      }
      return read;
    }
  }
}

/**
 * A result as JSON carries it, whether it comes from a rule, from JSON, or from `structuredClone`, which keeps the fields of a Money or
 * Rate and drops what they are.
 */
export function toJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Money.is(value) || Rate.is(value)) return value.toString();
  if (Array.isArray(value)) return value.map(toJson);
  const entries = Object.entries(value);
  const { fen } = value as { readonly fen?: unknown };
  if (entries.length === 1 && typeof fen === "number") return Money.ofFen(fen).toString();
  if ("units" in value && "denominator" in value && "text" in value) return value.text;
  return Object.fromEntries(entries.map(([name, part]) => [name, toJson(part)]));
}
