import * as z from "zod";
import { isDay, isMonth, type Day, type Month } from "./day.js";
import type { Issue, IssueCode } from "./errors.js";
import { Money, parseMoney, parseRate, Rate, type MoneyInput, type RateInput } from "./money.js";
import type { Text } from "./text.js";

/** The fields of an input: a zod schema each, made by the functions of this file. */
export type Fields = Readonly<Record<string, z.ZodType>>;

/** The words of a choice field with their terms in both languages, as in `{ orphan: { zh: "孤儿", en: "orphan" } }`. */
export type Vocabulary<Word extends string = string> = Readonly<Record<Word, Text>>;

type Optional<F extends Fields, Side extends "input" | "output"> = {
  [Name in keyof F]: undefined extends F[Name]["_zod"][Side] ? Name : never;
}[keyof F];

/** What a caller writes for fields. */
export type InputOf<F extends Fields> = {
  [Name in keyof F as Name extends Optional<F, "input"> ? never : Name]: z.input<F[Name]>;
} & {
  [Name in keyof F as Name extends Optional<F, "input"> ? Name : never]?: z.input<F[Name]>;
};

/** What a rule gets for fields once they are validated. */
export type OutputOf<F extends Fields> = {
  [Name in keyof F as Name extends Optional<F, "output"> ? never : Name]: z.output<F[Name]>;
} & {
  [Name in keyof F as Name extends Optional<F, "output"> ? Name : never]?: z.output<F[Name]>;
};

/** What a field is called and which words it takes; kept beside the schemas, as zod keeps its own metadata. */
interface Description {
  readonly text: Text;
  readonly vocabulary?: Vocabulary;
}
const descriptions = new WeakMap<z.ZodType, Description>();

function described<S extends z.ZodType>(schema: S, description: Description, jsonSchema: object = {}): S {
  const { zh, en } = description.text;
  const field = schema.meta({ ...jsonSchema, description: `${zh} / ${en}` });
  descriptions.set(field, description);
  return field;
}

function descriptionOf(schema: z.ZodType | undefined): Description | undefined {
  if (schema === undefined) return undefined;
  const known = descriptions.get(schema) ?? descriptions.get(innermost(schema));
  if (known !== undefined) descriptions.set(schema, known);
  return known;
}

/** The schema inside `.optional()`, `.nullish()` and `.default()`. */
export function innermost(schema: z.ZodType): z.ZodType {
  let inner: z.ZodType = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}

/** A field's name for people, in both languages. */
export function fieldText(schema: z.ZodType | undefined): Text | undefined {
  return descriptionOf(schema)?.text;
}

/** The words a choice field accepts, with their terms in both languages; `undefined` for other fields. */
export function fieldVocabulary(schema: z.ZodType | undefined): Vocabulary | undefined {
  return descriptionOf(schema)?.vocabulary;
}

/** A field that is parsed from what JSON can carry; what it accepts is told to JSON Schema in `jsonSchema`. */
function parsedField<Output extends Money | Rate | string, Input>(
  parse: (value: unknown) => Output | Text,
  code: IssueCode,
  zh: string,
  en: string,
  jsonSchema: object,
): z.ZodType<Output, Input> {
  const schema = z.unknown().transform((value, context) => {
    const parsed = parse(value);
    if (typeof parsed === "string" || parsed instanceof Money || parsed instanceof Rate) return parsed;
    const missing = value === undefined;
    context.issues.push({
      code: "custom",
      input: value,
      message: missing ? "missing" : parsed.en,
      params: missing ? required : { code, message: parsed },
    });
    return z.NEVER;
  });
  return described(schema as unknown as z.ZodType<Output, Input>, { text: { zh, en } }, jsonSchema);
}

const required: { code: IssueCode; message: Text } = {
  code: "MISSING",
  message: { zh: "缺少这一项", en: "this field is required" },
};

/** An amount in yuan. */
export function money(zh: string, en: string): z.ZodType<Money, MoneyInput> {
  return parsedField(parseMoney, "INVALID_AMOUNT", zh, en, {
    anyOf: [
      { type: "string", pattern: "^0*[0-9]{1,13}(\\.[0-9]{1,2})?$" },
      { type: "number", minimum: 0, maximum: 9_999_999_999_999.99 },
    ],
  });
}

/** A rate from 0 to 1 (0.25 is 25 %). */
export function rateUpToOne(zh: string, en: string): z.ZodType<Rate, RateInput> {
  const parse = (value: unknown): Rate | Text => {
    const parsed = parseRate(value);
    return parsed instanceof Rate && parsed.compare(Rate.one) > 0
      ? { zh: "比例不能超过 1（25% 写作 0.25）", en: "a rate must not exceed 1 (write 25 % as 0.25)" }
      : parsed;
  };
  return parsedField(parse, "INVALID_RATE", zh, en, {
    anyOf: [
      { type: "string", pattern: "^(0{1,15}(\\.[0-9]{1,15})?|0{0,14}1(\\.0{1,15})?)$" },
      { type: "number", minimum: 0, maximum: 1 },
    ],
  });
}

/** A civil day in China, `YYYY-MM-DD`. */
export function day(zh: string, en: string): z.ZodType<Day, Day> {
  const parse = (value: unknown): Day | Text =>
    isDay(value) ? value : { zh: "不是真实的日期（应为 YYYY-MM-DD）", en: "not a real day (expected YYYY-MM-DD)" };
  return parsedField(parse, "INVALID_DAY", zh, en, { type: "string", format: "date" });
}

/** A calendar month, `YYYY-MM`. */
export function month(zh: string, en: string): z.ZodType<Month, Month> {
  const parse = (value: unknown): Month | Text =>
    isMonth(value) ? value : { zh: "不是月份（应为 YYYY-MM）", en: "not a month (expected YYYY-MM)" };
  return parsedField(parse, "INVALID_MONTH", zh, en, { type: "string", pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$" });
}

/** Yes or no. */
export function flag(zh: string, en: string): z.ZodType<boolean, boolean> {
  return described(z.boolean(), { text: { zh, en } });
}

/** A whole number within limits. */
export function integer(zh: string, en: string, minimum: number, maximum: number): z.ZodType<number, number> {
  return described(z.int().min(minimum).max(maximum), { text: { zh, en } });
}

const longestName = 200;

/** A short text, such as a name or an id. */
export function name(zh: string, en: string): z.ZodType<string, string> {
  return described(z.string().min(1).max(longestName), { text: { zh, en } });
}

/** One word of a vocabulary. */
export function oneOf<Word extends string>(
  vocabulary: Vocabulary<Word>,
  zh: string,
  en: string,
): z.ZodType<Word, Word> {
  const words = Object.keys(vocabulary) as [Word, ...Word[]];
  return described(z.enum(words), { text: { zh, en }, vocabulary });
}

/** A list of one kind of thing. */
export function list<Output, Input>(
  item: z.ZodType<Output, Input>,
  zh: string,
  en: string,
  atLeast = 0,
): z.ZodType<Output[], readonly Input[]> {
  const vocabulary = descriptionOf(item)?.vocabulary;
  return described(z.array(item).min(atLeast), { text: { zh, en }, ...(vocabulary && { vocabulary }) });
}

/** A group of fields; an unknown key is an error. */
export function group<F extends Fields>(fields: F, zh: string, en: string): z.ZodType<OutputOf<F>, InputOf<F>> {
  return described(z.strictObject(fields), { text: { zh, en } }) as unknown as z.ZodType<OutputOf<F>, InputOf<F>>;
}

/** A fact: a field that may be absent or `null`, both of which mean that it is not known. */
export type Fact<S extends z.ZodType> = z.ZodOptional<z.ZodNullable<S>>;

/** Makes a field a fact: absent or `null` means that it is not known. */
export function fact<S extends z.ZodType>(field: S): Fact<S> {
  const known = field.nullish();
  const description = descriptionOf(field);
  return description === undefined ? known : described(known, description);
}

const wanted: Record<string, Text> = {
  boolean: { zh: "应为 true 或 false", en: "expected true or false" },
  int: { zh: "应为整数", en: "expected a whole number" },
  number: { zh: "应为数字", en: "expected a number" },
  string: { zh: "应为文字", en: "expected a text" },
  array: { zh: "应为列表", en: "expected a list" },
  object: { zh: "应为普通对象 { … }", en: "expected a plain object { ... }" },
};

const shownChoices = 24;

function choices(values: readonly unknown[]): string {
  const shown = values.slice(0, shownChoices).map(String).join(", ");
  return values.length > shownChoices ? `${shown}, ...` : shown;
}

/** A zod issue as ours; an unknown key becomes an issue of its own. */
export function issuesFrom(issue: z.core.$ZodIssue, input: unknown): Issue[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const at = (code: IssueCode, zh: string, en: string): Issue[] => [{ path, code, message: { zh, en } }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        code: "UNKNOWN_FIELD",
        message: { zh: "没有这一项，请核对字段名", en: "no such field; check its name" },
      }));
    case "custom":
      return [{ path, ...(issue.params as Omit<Issue, "path">) }];
    case "invalid_value":
      if (valueAt(input, path) === undefined) return [{ path, ...required }];
      return at(
        "UNKNOWN_CHOICE",
        `应为以下之一：${choices(issue.values)}`,
        `expected one of: ${choices(issue.values)}`,
      );
    case "invalid_union": {
      const options = "options" in issue ? (issue.options as readonly unknown[]) : [];
      if (valueAt(input, path) === undefined) return [{ path, ...required }];
      return at("UNKNOWN_CHOICE", `应为以下之一：${choices(options)}`, `expected one of: ${choices(options)}`);
    }
    case "invalid_type": {
      if (valueAt(input, path) === undefined && path.length > 0) return [{ path, ...required }];
      const text = wanted[issue.expected] ?? { zh: `应为 ${issue.expected}`, en: `expected ${issue.expected}` };
      return at("WRONG_TYPE", text.zh, text.en);
    }
    case "too_small":
      if (issue.origin === "array" || issue.origin === "string") return at("MISSING", "不能为空", "must not be empty");
      return at("OUT_OF_RANGE", `不能小于 ${issue.minimum}`, `must not be below ${issue.minimum}`);
    case "too_big":
      if (issue.origin === "string")
        return at("OUT_OF_RANGE", `最多 ${issue.maximum} 个字符`, `at most ${issue.maximum} characters`);
      return at("OUT_OF_RANGE", `不能大于 ${issue.maximum}`, `must not exceed ${issue.maximum}`);
    default:
      return at("WRONG_TYPE", "内容不符合要求", issue.message);
  }
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    input,
  );
}
