import * as results from "../core/results.js";
import { recordShape, type Shape } from "../core/wire.js";
import type { Text } from "../index.js";

/** A JSON document. */
export type Json = Readonly<Record<string, unknown>>;

const both = ({ zh, en }: Text) => `${zh} / ${en}`;

const described = (label: Text | undefined) => (label === undefined ? {} : { description: both(label) });

const money = {
  type: "string",
  pattern: "^-?[0-9]+\\.[0-9]{2}$",
  description: "金额，元，两位小数 / Yuan, two decimals",
};
const rate = {
  type: "string",
  pattern: "^[0-9]+(?:\\.[0-9]+)?$",
  description: "比例，0.25 即 25% / A rate, 0.25 is 25 %",
};
const day = { type: "string", format: "date", description: "日期 / A day, YYYY-MM-DD" };

/** What the shapes that several rules share are called: a rule may call one otherwise where it holds it. */
const labels = new Map(
  (Object.values(results) as (Partial<Shape> | undefined)[]).flatMap((each) =>
    each?.name !== undefined && each.label !== undefined ? [[each.name, each.label] as const] : [],
  ),
);

/** JSON Schema of a shape; what has a name goes to the definitions. */
function schemaOf(shape: Shape, definitions: Record<string, Json>): Json {
  const inner = (each: Shape) => schemaOf(each, definitions);
  const named = (name: string, make: () => Json): Json => {
    definitions[name] ??= make();
    return { $ref: `#/$defs/${name}` };
  };
  const own = (): Json => {
    const { kind, fields = {}, item, items = [], words = {} } = shape;
    switch (kind) {
      case "money":
        return named("Money", () => money);
      case "rate":
        return named("Rate", () => rate);
      case "day":
        return named("Day", () => day);
      case "string":
      case "integer":
        return { type: kind };
      case "true":
        return { type: "boolean", const: true };
      case "flag":
        return { type: "boolean" };
      case "word":
        return wordSchema(words);
      case "list":
        return { type: "array", items: inner(item as Shape) };
      case "tuple":
        return { type: "array", prefixItems: items.map(inner), minItems: items.length, items: false };
      case "map":
        return { type: "object", additionalProperties: inner(item as Shape) };
      case "either":
        return { anyOf: items.map(inner) };
      case "step":
        return {
          oneOf: Object.entries(fields).map(([operation, operands]) =>
            inner(
              recordShape({
                ...item?.fields,
                operation: { kind: "word", words: { [operation]: undefined } },
                operands,
              }),
            ),
          ),
        };
      case "record": {
        const parts = Object.entries(fields);
        return {
          type: "object",
          properties: Object.fromEntries(parts.map(([name, part]) => [name, inner(part)])),
          required: parts.flatMap(([name, { optional }]) => (optional ? [] : [name])),
          additionalProperties: false,
        };
      }
    }
  };
  const { name, label, nullable } = shape;
  const shared = name === undefined ? undefined : (labels.get(name) ?? label);
  const schema = {
    ...(name === undefined ? own() : named(name, () => ({ ...own(), ...described(shared) }))),
    ...(label !== shared && described(label)),
  };
  return nullable ? { anyOf: [schema, { type: "null" }] } : schema;
}

/** One of some words, with their terms where people see them. */
function wordSchema(words: NonNullable<Shape["words"]>): Json {
  const [first, ...others] = Object.entries(words);
  if (first !== undefined && others.length === 0) return { type: "string", const: first[0] };
  if (Object.values(words).some((term) => term === undefined)) return { type: "string", enum: Object.keys(words) };
  return {
    type: "string",
    oneOf: Object.entries(words).map(([word, term]) => ({ const: word, ...(term && { title: both(term) }) })),
  };
}

/** JSON Schema of a shape, with the definitions of what has a name. */
export function shapeSchema(shape: Shape): Json {
  const $defs: Record<string, Json> = {};
  return { $schema: "https://json-schema.org/draft/2020-12/schema", ...schemaOf(shape, $defs), $defs };
}
