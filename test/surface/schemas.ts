/*
 * A JSON Schema in a few lines, so that a person sees in a difference what changed: fields, words, limits and what must be there. Titles and
 * descriptions are left out: test/words holds every label.
 */

export type Schema = boolean | Keywords;

type Keywords = Readonly<Record<string, unknown>>;

const ofWords = new Set(["title", "description", "$schema", "$defs"]);

const parts = (value: unknown) => value as readonly Schema[];
const json = (value: unknown) => JSON.stringify(value);
const shown = (value: unknown) =>
  value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
const union = (texts: readonly string[]) => [...new Set(texts)].join(" | ");

function range(least: unknown, most: unknown): string {
  return least === undefined && most === undefined ? "" : ` ${shown(least)}..${shown(most)}`;
}

function objectText(keywords: Keywords, indent: string): string {
  const { properties = {}, required = [], additionalProperties = true, propertyNames } = keywords;
  const inner = `${indent}  `;
  const fields = Object.entries(properties as Record<string, Schema>).map(
    ([name, schema]) =>
      `${inner}${name}${(required as string[]).includes(name) ? "" : "?"}: ${schemaText(schema, inner)}\n`,
  );
  const others =
    additionalProperties === false
      ? ""
      : `${inner}[${propertyNames === undefined ? "string" : schemaText(propertyNames as Schema, inner)}]: ${schemaText(additionalProperties as Schema, inner)}\n`;
  return fields.length === 0 && others === "" ? "{}" : `{\n${fields.join("")}${others}${indent}}`;
}

/** What a schema says without its kind, and what of it was read. */
function plain(keywords: Keywords, indent: string): readonly [string, readonly string[]] {
  const { type, anyOf, oneOf, $ref, format, pattern, items, prefixItems } = keywords;
  if ($ref !== undefined) return [shown($ref).replace("#/$defs/", ""), ["$ref"]];
  if ("const" in keywords) return [json(keywords["const"]), ["const", "type"]];
  if (keywords["enum"] !== undefined) return [union((keywords["enum"] as unknown[]).map(json)), ["enum", "type"]];
  if (Array.isArray(type)) {
    const texts = type.map((each: unknown) => plain({ ...keywords, type: each }, indent));
    return [union(texts.map(([text]) => text)), texts.flatMap(([, read]) => read)];
  }
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) {
    return [union(parts(choices).map((each) => schemaText(each, indent))), ["anyOf", "oneOf", "type"]];
  }
  switch (type) {
    case "object":
      return [
        objectText(keywords, indent),
        ["type", "properties", "required", "additionalProperties", "propertyNames"],
      ];
    case "array": {
      const fixed = prefixItems === undefined ? [] : parts(prefixItems).map((each) => schemaText(each, indent));
      const rest = items === undefined ? "any" : schemaText(items as Schema, indent);
      const each = /^\w+$/.test(rest) ? rest : `(${rest})`;
      const list = prefixItems === undefined ? `${each}[]` : `[${[...fixed, `...${rest}`].join(", ")}]`;
      return [
        `${list}${range(keywords["minItems"], keywords["maxItems"])}`,
        ["type", "items", "prefixItems", "minItems", "maxItems"],
      ];
    }
    case "string":
      return [
        [
          `string${range(keywords["minLength"], keywords["maxLength"])}`,
          ...(format === undefined ? [] : [shown(format)]),
          ...(pattern === undefined ? [] : [`/${shown(pattern)}/`]),
        ].join(" "),
        ["type", "minLength", "maxLength", "format", "pattern"],
      ];
    case "number":
    case "integer":
      return [`${type}${range(keywords["minimum"], keywords["maximum"])}`, ["type", "minimum", "maximum"]];
    case "boolean":
    case "null":
      return [type, ["type"]];
    case undefined:
      return ["any", []];
    default:
      throw new Error(`a type that the snapshot does not know: ${json(type)}`);
  }
}

/**
 * A schema as text.
 *
 * @throws Error where it holds a keyword that the text would not show: nothing changes unseen.
 */
export function schemaText(schema: Schema, indent = ""): string {
  if (typeof schema === "boolean") return schema ? "any" : "never";
  const [text, read] = plain(schema, indent);
  const unread = Object.keys(schema).filter(
    (keyword) => !ofWords.has(keyword) && !read.includes(keyword) && keyword !== "default",
  );
  if (unread.length > 0) throw new Error(`a keyword that the snapshot does not show: ${unread.join(", ")}`);
  return "default" in schema ? `${text} = ${json(schema["default"])}` : text;
}
