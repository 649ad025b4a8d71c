import { agreementFields } from "./agreement.js";
import { fieldFor } from "./amend.js";
import { both, fieldSchema, type JsonSchema } from "./describe.js";
import type { Fields } from "./input.js";
import { Money, Rate } from "./money.js";
import type { AnyPolicy, Clause, Provision, Readings } from "./policy.js";
import type { Text } from "./text.js";
import { toJson } from "./wire.js";
import { noticeList } from "./work-calendar.js";

const isTerm = (term: object): term is Provision<unknown> => "clause" in term && "value" in term;

const cited = ({ document, path }: Clause) => `${document} ${path}`;

/** A value as a person reads it. */
function shown(value: unknown): string {
  const json = toJson(value);
  return typeof json === "string" ? json : JSON.stringify(json);
}

/** What a term is today, and what the document allows instead. */
function rangeOf({ value, floor, ceiling, principle, blank }: Provision<unknown>): Text {
  if (blank !== undefined) return { zh: "文件留给合同填写", en: "left to the contract" };
  const [now, least, most, usual] = [value, floor, ceiling, principle].map(shown);
  const bounds = [
    ...(floor === undefined ? [] : [{ zh: `不得低于 ${least}`, en: `not below ${least}` }]),
    ...(ceiling === undefined ? [] : [{ zh: `不得高于 ${most}`, en: `not above ${most}` }]),
    ...(principle === undefined ? [] : [{ zh: `原则上 ${usual}，可高可低`, en: `${usual} in principle, either way` }]),
  ];
  return {
    zh: [`现为 ${now}`, ...bounds.map(({ zh }) => zh)].join("，"),
    en: [`now ${now}`, ...bounds.map(({ en }) => en)].join(", "),
  };
}

/** A bound as a number; only what is written as a number can be held against it, a text cannot. */
const bound = (value: unknown) => (Money.is(value) || Rate.is(value) ? Number(value.toString()) : value);

/** The schema of a term's own field, with the bounds that the document sets. */
function bounded(schema: JsonSchema, { floor, ceiling }: Provision<unknown>): JsonSchema {
  const bounds = {
    ...(floor !== undefined && { minimum: bound(floor) }),
    ...(ceiling !== undefined && { maximum: bound(ceiling) }),
  };
  const { anyOf } = schema as { readonly anyOf?: readonly JsonSchema[] };
  if (anyOf === undefined) return { ...schema, ...bounds };
  return { ...schema, anyOf: anyOf.map((each) => (each["type"] === "number" ? { ...each, ...bounds } : each)) };
}

function termSchema(term: Provision<unknown>): JsonSchema {
  const { value, clause, label, blank } = term;
  return {
    title: both(label),
    ...bounded(fieldSchema(fieldFor(term)), term),
    description: `${cited(clause)}：${both(rangeOf(term))}`,
    ...(blank === undefined && { default: toJson(value) }),
  };
}

const objectOf = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: "object",
  properties,
  additionalProperties: false,
});

const each = <Value>(values: Readonly<Record<string, Value>>, schema: (value: Value) => JsonSchema) =>
  objectOf(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, schema(value)])));

const termsSchema = (terms: object): JsonSchema =>
  each(terms as Readonly<Record<string, object>>, (term) => (isTerm(term) ? termSchema(term) : termsSchema(term)));

const readingsSchema = (readings: Readings): JsonSchema =>
  each(readings, ({ clause, question, default: usual, choices }) => ({
    title: both(question),
    description: `${cited(clause)}：${both({ zh: `默认 ${usual}`, en: `${usual} by default` })}`,
    type: "string",
    oneOf: Object.entries<Text>(choices).map(([choice, text]) => ({ const: choice, title: both(text) })),
    default: usual,
  }));

/**
 * 一个项目的合同的 JSON Schema：每项条款注明条款号、名称、现值和允许的范围，供编辑器补全和核对。
 * JSON Schema of a programme's agreement: every term with its clause, name, present value and allowed range, every reading with its
 * choices in words, so that an editor completes a contract and marks what is wrong. What it refuses, `agreementFrom` refuses as
 * well; floors, ceilings and tiers of values written as text, terms that contradict each other and days that are none only
 * `agreementFrom` sees.
 *
 * @param policy - The programme's policy.
 */
export function agreementSchema(policy: AnyPolicy): JsonSchema {
  const fields: Fields = agreementFields([policy]);
  const own: Readonly<Record<string, JsonSchema>> = {
    document: { type: "string", const: policy.document.number, description: both(policy.document.title) },
    terms: {
      ...termsSchema(policy.terms),
      description: "与文件不同的、或文件留给合同的条款 / Terms that differ from the document's, or that it leaves open",
    },
    readings: { ...readingsSchema(policy.readings), description: "约定的条文解读 / Readings agreed on" },
    holidays: {
      ...fieldSchema(noticeList),
      description: "本版尚无的年度放假通知 / Holiday notices of years that the library does not know",
    },
  };
  const properties = Object.entries(fields).map(([name, field]) => [name, own[name] ?? fieldSchema(field)] as const);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: both({ zh: `${policy.title.zh}：合同`, en: `${policy.title.en}: agreement` }),
    description: policy.document.number,
    ...objectOf(Object.fromEntries(properties)),
    required: Object.entries(fields).flatMap(([name, { presence }]) => (presence === "required" ? [name] : [])),
  };
}
