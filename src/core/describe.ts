import { badArgument } from "./errors.js";
import { coverName, type Field, type Fields, type Kind, type Shape, type Vocabulary } from "./input.js";
import { meantName } from "./meant.js";
import { oneOfThese, type Text } from "./text.js";

/**
 * 一个输入项，供任何表单使用。
 * A field as data, for any form.
 */
export interface FormField {
  /** Its name in the input. */
  readonly name: string;
  /** What it holds; a `list` of groups is repeated. */
  readonly kind: Kind;
  /** What it is called. */
  readonly label: Text;
  /** The words it takes, with their terms. */
  readonly words?: Vocabulary;
  /** What it is measured in, or how it is written. */
  readonly unit: Text;
  /** Whether the rule refuses the input without it. */
  readonly required: boolean;
  /** Whether “not known” is an answer (a fact): the rule then says what is missing instead of refusing. */
  readonly asks: boolean;
  /** Its least and greatest value; of a text or list, its length. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** The fields within it: of a group, or of each item of a list of groups. */
  readonly group?: readonly FormField[];
}

/** What each kind of field is measured in, or how it is written. */
export const units: Readonly<Record<Kind, Text>> = {
  money: { zh: "元", en: "yuan" },
  rate: { zh: "比例，如 0.25 或 25%", en: "a rate, such as 0.25 or 25%" },
  integer: { zh: "整数", en: "whole number" },
  day: { zh: "日期", en: "date" },
  month: { zh: "月份，如 2020-11", en: "month, such as 2020-11" },
  flag: { zh: "是/否", en: "TRUE/FALSE" },
  name: { zh: "文字", en: "text" },
  word: { zh: "选一", en: "one of" },
  list: { zh: "可选多项，用顿号分隔", en: "any of, separated by commas" },
  group: { zh: "一组", en: "a group" },
};

function formFields(fields: Fields): FormField[] {
  return Object.entries(fields).map(([name, field]) => formField(name, field));
}

function formField(name: string, { kind, label, words, presence, item, shape, minimum, maximum }: Field): FormField {
  const inner = shape ?? item?.shape;
  const group = inner !== undefined && "fields" in inner ? formFields(inner.fields) : undefined;
  return {
    name,
    kind,
    label,
    ...(words && { words }),
    unit: units[kind],
    required: presence === "required",
    asks: presence === "fact",
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(group && { group }),
  };
}

/**
 * 规则的输入项，供任何表单生成器使用：名称、种类、中英文标签、可选词、单位、是否必填。
 * The fields of a rule's input as data, for any form library: names, kinds, labels in both languages, words, units and whether they
 * must be filled in. Of a rule whose fields depend on the cover, without `cover` it is the choice of cover alone.
 *
 * @param rule - The rule.
 * @param options - `cover`: the cover that is claimed.
 * @throws PolicyInputError for a cover that the rule does not have.
 * @example
 * ```ts
 * describe(chongqing.premium).map(({ name, label }) => [name, label.zh]);
 * // [["period", "保障期间"], ["firstMonth", "首个参保月份"]]
 * ```
 */
export function describe(rule: { readonly fields: Shape }, options: { readonly cover?: string } = {}): FormField[] {
  const { fields: shape } = rule;
  if ("fields" in shape) return formFields(shape.fields);
  const { covers, words } = shape;
  const { cover } = options;
  const choice = formField(coverName, coverField(words));
  if (cover === undefined) return [choice];
  const fields = Object.hasOwn(covers, cover) ? covers[cover] : undefined;
  if (fields !== undefined) return [choice, ...formFields(fields)];
  const { zh, en } = oneOfThese(Object.keys(covers));
  throw badArgument("UNKNOWN_CHOICE", zh, en, cover, meantName(cover, words));
}

const coverField = (words: Vocabulary): Field => ({
  kind: "word",
  label: { zh: "险种", en: "Cover" },
  presence: "required",
  words,
  read: () => undefined,
});

// JSON Schema ----------------------------------------------------------------------------------------------------------

type JsonSchema = Readonly<Record<string, unknown>>;

const both = ({ zh, en }: Text) => `${zh} / ${en}`;

const wordSchema = (words: Vocabulary): JsonSchema => ({
  type: "string",
  oneOf: Object.entries(words).map(([word, term]) => ({ const: word, title: both(term) })),
});

const kinds: Readonly<Record<Kind, (field: Field) => JsonSchema>> = {
  money: () => ({
    anyOf: [
      { type: "string", pattern: "^0*[0-9]{1,13}(\\.[0-9]{1,2})?$" },
      { type: "number", minimum: 0, maximum: 9_999_999_999_999.99 },
    ],
  }),
  rate: () => ({
    anyOf: [
      { type: "string", pattern: "^(0{1,15}(\\.[0-9]{1,15})?|0{0,14}1(\\.0{1,15})?)$" },
      { type: "number", minimum: 0, maximum: 1 },
    ],
  }),
  day: () => ({ type: "string", format: "date" }),
  month: () => ({ type: "string", pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$" }),
  flag: () => ({ type: "boolean" }),
  integer: ({ minimum, maximum }) => ({ type: "integer", minimum, maximum }),
  name: ({ minimum, maximum }) => ({ type: "string", minLength: minimum, maxLength: maximum }),
  word: ({ words = {} }) => wordSchema(words),
  list: ({ item, minimum = 0 }) => ({
    type: "array",
    items: fieldSchema(item as Field),
    ...(minimum > 0 && { minItems: minimum }),
  }),
  group: ({ shape }) => jsonSchemaOf(shape as Shape),
};

/** The schema of a field. */
function fieldSchema(field: Field): JsonSchema {
  const own = kinds[field.kind](field);
  const known = field.presence === "fact" ? { anyOf: [own, { type: "null" }] } : own;
  const absent = field.presence === "default" ? { default: String(field.absent) } : {};
  return { ...known, ...absent, description: both(field.label) };
}

function objectSchema(fields: Fields, first: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  const entries = Object.entries(fields);
  const properties = { ...first, ...Object.fromEntries(entries.map(([name, field]) => [name, fieldSchema(field)])) };
  const required = [
    ...Object.keys(first),
    ...entries.filter(([, { presence }]) => presence === "required").map(([name]) => name),
  ];
  return {
    type: "object",
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** JSON Schema of what a plain object may hold. */
export function jsonSchemaOf(shape: Shape): JsonSchema {
  if ("fields" in shape) return objectSchema(shape.fields);
  return {
    oneOf: Object.entries(shape.covers).map(([cover, fields]) => {
      const title = shape.words[cover];
      const choice = {
        type: "string",
        const: cover,
        ...(title && { title: both(title) }),
        description: "险种 / Cover",
      };
      return objectSchema(fields, { [coverName]: choice });
    }),
  };
}
