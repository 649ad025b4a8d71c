/*
 * 由 JSON Schema 写出各项目的 Java 类型。Writes the Java types of the programmes, from the JSON Schemas of the package:
 *
 * npm run build && npx tsx examples/java/generate.ts
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A JSON Schema, as far as the package's own go. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly const?: string | boolean;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
}

/** A Java type, and how a JSON value that was read becomes one. */
interface Type {
  readonly name: string;
  readonly read: (value: string) => string;
}

/** Where a type stands that has no name of its own. */
interface Place {
  readonly rule: string;
  readonly side: "Input" | "Result";
  /** The cover of the claim that it is of. */
  readonly cover: string;
  /** The field that holds it, or what it is. */
  readonly field: string;
  /** Whether it is all that a rule takes or gives: that is always named after the rule. */
  readonly isRoot?: boolean;
}

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const singular = (name: string) => name.replace(/ies$/, "y").replace(/(?<=[^s])s$/, "");
const constant = (word: string) =>
  word
    .replace(/(?<=[a-z0-9])[A-Z]/g, "_$&")
    .replace(/\W/g, "_")
    .replace(/^\d/, "_$&")
    .toUpperCase();
const documented = (text: string | undefined) => (text === undefined ? "" : `/** ${text.replaceAll("*/", "*")} */\n`);
const indented = (text: string) => text.replace(/^(?=.)/gm, "    ");

/** What a schema means, whatever it is called. */
const meaning = (schema: Schema): string =>
  JSON.stringify(schema, (key, value: unknown) =>
    ["title", "description", "default"].includes(key) && typeof value === "string" ? undefined : value,
  );

const scalar = (name: string, reader: string): Type => ({ name, read: (value) => `Json.${reader}(${value})` });
const scalars = {
  amount: scalar("BigDecimal", "amount"),
  day: scalar("LocalDate", "day"),
  month: scalar("YearMonth", "month"),
  text: scalar("String", "text"),
  whole: scalar("Integer", "whole"),
  flag: scalar("Boolean", "flag"),
};
const anything: Type = { name: "Object", read: (value) => value };

const wordsOf = ({
  enum: plain,
  oneOf = [],
}: Schema): readonly (readonly [word: string, title: string | undefined])[] =>
  plain?.map((word) => [word, undefined] as const) ?? oneOf.map((each) => [String(each.const), each.title] as const);
const isWord = (schema: Schema) =>
  schema.enum !== undefined || (schema.oneOf?.every((each) => each.const !== undefined) ?? false);
const isObject = (schema: Schema) => schema.properties !== undefined;

/** What the alternatives of a result have in common: their fields, and of the operands only that they are a list. */
function common(alternatives: readonly Schema[]): Schema {
  const [first = {}, ...others] = alternatives.map(({ properties = {} }) => properties);
  const fields = Object.entries(first).flatMap(([name, schema]): [string, Schema][] => {
    const all = [schema, ...others.flatMap((each) => each[name] ?? [])];
    if (all.length < alternatives.length) return [];
    if (new Set(all.map(meaning)).size === 1) return [[name, schema]];
    return [[name, all.every(({ type }) => type === "string") ? { type: "string" } : { type: "array" }]];
  });
  return { properties: Object.fromEntries(fields) };
}

/** The types of one Java class. */
class Types {
  /** The text of each type by its name. */
  private readonly texts = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly covers = new Map<string, Set<string>>();
  private readonly interfaces = new Map<string, Set<string>>();

  constructor(
    private readonly definitions: Readonly<Record<string, Schema>>,
    private readonly elsewhere: ReadonlySet<string>,
  ) {}

  /** Takes note of all that has no name, so that what covers share is named after none of them. */
  survey(schema: Schema, place: Place): void {
    const own = schema.properties?.["cover"]?.const;
    const cover = typeof own === "string" ? own : place.cover;
    if (isObject(schema) || isWord(schema)) {
      const key = meaning(schema);
      this.covers.set(key, (this.covers.get(key) ?? new Set()).add(cover));
    }
    for (const [field, each] of Object.entries(schema.properties ?? {})) this.survey(each, { ...place, cover, field });
    const inner = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    for (const each of inner) if (each) this.survey(each, place);
  }

  /** The name of a type: that of its field, with its cover where it is of one alone, with its rule where others are called so. */
  private named(schema: Schema, place: Place): { readonly name: string; readonly isNew: boolean } {
    const { rule, side, cover, field, isRoot } = place;
    const key = isRoot ? `${rule} ${side}` : meaning(schema);
    const known = this.names.get(key);
    if (known !== undefined) return { name: known, isNew: false };
    const own = pascal(field);
    const ofCover = pascal(cover) + own;
    const isShared = (this.covers.get(key)?.size ?? 0) > 1;
    const names = [isShared ? own : ofCover, ofCover, pascal(rule) + ofCover, pascal(rule) + side + ofCover];
    const name = names.find((each) => !this.texts.has(each) && !this.elsewhere.has(each));
    if (name === undefined) throw new Error(`no name for ${JSON.stringify(place)}`);
    this.names.set(key, name);
    this.texts.set(name, "");
    return { name, isNew: true };
  }

  typeOf(schema: Schema, place: Place): Type {
    const { $ref, anyOf, oneOf, type, pattern, format, items, additionalProperties } = schema;
    if ($ref !== undefined) return this.defined($ref.replace("#/$defs/", ""), place);
    if (anyOf !== undefined) {
      const [first, ...more] = anyOf.filter((each) => each.type !== "null");
      // An amount or a rate may be written as a number too.
      const one = more.length === 0 || (first?.pattern !== undefined && more.every((each) => each.type === "number"));
      return one && first !== undefined ? this.typeOf(first, place) : anything;
    }
    if (isWord(schema)) return this.word(schema, place);
    if (oneOf !== undefined) {
      return place.side === "Input" ? this.sealed(schema, place) : this.record(common(oneOf), place);
    }
    if (isObject(schema)) return this.record(schema, place);
    if (typeof additionalProperties === "object") {
      const { name, read } = this.typeOf(additionalProperties, place);
      return { name: `Map<String, ${name}>`, read: (value) => `Json.map(${value}, each -> ${read("each")})` };
    }
    if (type === "array") {
      const { name, read } = items ? this.typeOf(items, { ...place, field: singular(place.field) }) : anything;
      return { name: `List<${name}>`, read: (value) => `Json.list(${value}, each -> ${read("each")})` };
    }
    if (pattern?.includes("{4}-") || format === "date") return format === "date" ? scalars.day : scalars.month;
    if (pattern !== undefined) return scalars.amount;
    if (type === "string") return scalars.text;
    if (type === "integer") return scalars.whole;
    if (type === "boolean") return scalars.flag;
    throw new Error(`no Java type for ${JSON.stringify(schema)}`);
  }

  /** What has a name in the schemas has it in Java, in the class of all programmes where several have it. */
  private defined(name: string, place: Place): Type {
    const schema = this.definitions[name];
    if (schema === undefined) throw new Error(`no definition of ${name}`);
    if (!isObject(schema) && schema.oneOf === undefined) return this.typeOf(schema, place);
    const isElsewhere = this.elsewhere.has(name);
    if (!isElsewhere && !this.texts.has(name)) {
      this.texts.set(name, "");
      this.write(name, schema.oneOf ? { ...common(schema.oneOf), ...titled(schema) } : schema, {
        ...place,
        cover: "",
        field: name,
      });
    }
    return {
      name: isElsewhere ? `Shared.${name}` : name,
      read: (value) => `${isElsewhere ? "Shared." : ""}${name}.of(${value})`,
    };
  }

  private word(schema: Schema, place: Place): Type {
    const { name, isNew } = this.named(schema, place);
    if (isNew) {
      const words = wordsOf(schema)
        .map(([word, title]) => `${documented(title)}${constant(word)}("${word}")`)
        .join(",\n");
      this.texts.set(
        name,
        `${documented(schema.description ?? schema.title)}public enum ${name} implements Json.Word {\n${indented(`${words};\n\nprivate final String word;\n\n${name}(String word) {\n    this.word = word;\n}\n\n@Override\npublic String word() {\n    return word;\n}`)}\n}\n`,
      );
    }
    return { name, read: (value) => `Json.word(${value}, ${name}.values())` };
  }

  /** A claim of one cover or another. */
  private sealed(schema: Schema, place: Place): Type {
    const { name, isNew } = this.named(schema, place);
    if (isNew) {
      const claims = (schema.oneOf ?? []).map((each) => {
        const cover = String(each.properties?.["cover"]?.const);
        const { rule, side } = place;
        const field = !place.isRoot ? place.field : rule === "assessClaim" ? "claim" : rule;
        return this.record(each, { rule, side, cover, field }).name;
      });
      for (const claim of claims) this.interfaces.set(claim, (this.interfaces.get(claim) ?? new Set()).add(name));
      this.texts.set(
        name,
        `${documented(schema.description ?? schema.title)}public sealed interface ${name} extends Json.Fields permits ${claims.join(", ")} {}\n`,
      );
    }
    return { name, read: () => "null" };
  }

  private record(schema: Schema, place: Place): Type {
    const { name, isNew } = this.named(schema, place);
    if (isNew) this.write(name, schema, place);
    return { name, read: (value) => `${name}.of(${value})` };
  }

  private write(name: string, schema: Schema, place: Place): void {
    const all = Object.entries(schema.properties ?? {});
    const isInput = place.side === "Input";
    const { isRoot: _, ...inner } = place;
    const given = all.filter(([, each]) => !isInput || each.const === undefined);
    const fields = given.map(([field, each]) => ({
      field,
      type: this.typeOf(each, { ...inner, field }),
      label: each.description ?? each.title,
    }));
    const components = fields.map(({ field, type }) => `${type.name} ${field}`).join(", ");
    const parameters = fields.flatMap(({ field, label }) =>
      label === undefined ? [] : [` * @param ${field} ${label}\n`],
    );
    const about = schema.description ?? schema.title ?? (isInput ? schema.properties?.["cover"]?.title : undefined);
    const javadoc =
      parameters.length === 0
        ? documented(about)
        : `/**\n${about === undefined ? "" : ` * ${about}\n *\n`}${parameters.join("")} */\n`;
    const body = isInput ? inputBody(name, all, fields) : resultBody(name, fields);
    this.texts.set(
      name,
      `${javadoc}public record ${name}(${components})${isInput ? " implements Json.Fields" : ""} {\n${indented(body)}}\n`,
    );
  }

  /** All types, as they stand in a class. */
  text(): string {
    return [...this.texts]
      .map(([name, text]) => {
        const own = [...(this.interfaces.get(name) ?? [])];
        return own.length === 0 ? text : text.replace(" implements Json.Fields {", ` implements ${own.join(", ")} {`);
      })
      .join("\n");
  }
}

const titled = ({ title, description }: Schema) => ({ ...(title && { title }), ...(description && { description }) });

interface Field {
  readonly field: string;
  readonly type: Type;
}

/** An input begins with nothing and is given field after field; what is not given is not written. */
function inputBody(name: string, all: readonly (readonly [string, Schema])[], fields: readonly Field[]): string {
  const written = all.map(([field, each]) =>
    each.const === undefined
      ? `field.accept("${field}", ${field});`
      : `field.accept("${field}", "${String(each.const)}");`,
  );
  const copies = fields.map(
    ({ field, type }) =>
      `public ${name} ${field}(${type.name} ${field}) { return new ${name}(${fields.map((each) => each.field).join(", ")}); }`,
  );
  const none = `public static ${name} none() { return new ${name}(${fields.map(() => "null").join(", ")}); }`;
  const writes = `@Override\npublic void fields(BiConsumer<String, Object> field) {\n${indented(written.join("\n"))}\n}\n`;
  return `${[none, ...copies].join("\n")}\n\n${writes}`;
}

function resultBody(name: string, fields: readonly Field[]): string {
  const read = fields.map(({ field, type }) => type.read(`json.get("${field}")`)).join(",\n        ");
  return `static ${name} of(Object value) {\n    if (value == null) return null;\n    var json = Json.object(value);\n    return new ${name}(\n        ${read});\n}\n`;
}

const head = `// Generated by generate.ts from the JSON Schemas of huimin-rules. 由 generate.ts 生成，勿手改。
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

`;

/** Imports without those that a file does not need. */
const trimmed = (text: string) =>
  text.replace(/^import .*\.(\w+);\n/gm, (line, name: string) =>
    text.split(new RegExp(`\\b${name}\\b`)).length > 2 ? line : "",
  );

/**
 * The Java types of each programme.
 *
 * @param schemas - Every schema of the package, by file name.
 * @returns The text of each Java file by its name.
 */
export function javaTypes(schemas: Readonly<Record<string, Schema>>): Readonly<Record<string, string>> {
  const rules = Object.keys(schemas)
    .sort()
    .flatMap((file) => /^(?!core\.)(\w+)\.(\w+)\.input\.json$/.exec(file)?.slice(1, 3) ?? []);
  const pairs = rules.flatMap((name, index) => (index % 2 === 0 ? [[name, rules[index + 1] ?? ""] as const] : []));
  const programmes = [...new Set(pairs.map(([programme]) => programme))].sort();
  const schemaOf = (programme: string, rule: string, side: Place["side"]) =>
    schemas[`${programme}.${rule}.${side.toLowerCase()}.json`] ?? {};
  const definitionsOf = (programme: string) =>
    Object.assign(
      {},
      ...pairs.flatMap(([its, rule]) => (its === programme ? [schemaOf(its, rule, "Result").$defs ?? {}] : [])),
    ) as Record<string, Schema>;
  const definitions = Object.assign({}, ...programmes.map(definitionsOf)) as Record<string, Schema>;
  const isShared = (name: string) => programmes.filter((each) => name in definitionsOf(each)).length > 1;
  const shared = new Set(Object.keys(definitions).filter(isShared));

  const common = new Types(definitions, new Set());
  for (const name of [...shared].sort()) {
    common.typeOf({ $ref: `#/$defs/${name}` }, { rule: "", side: "Result", cover: "", field: name });
  }
  const files: Record<string, string> = {
    "Shared.java": trimmed(
      `${head}/** 各项目共有的结果。What the results of several programmes have in common. */\npublic final class Shared {\n    private Shared() {}\n\n${indented(common.text())}}\n`,
    ),
  };
  for (const programme of programmes) {
    const types = new Types(definitions, shared);
    const own = pairs.filter(([each]) => each === programme).map(([, rule]) => rule);
    const sides = own.flatMap((rule) =>
      (["Input", "Result"] as const).map((side) => {
        const place: Place = { rule, side, cover: "", field: `${rule}${side}`, isRoot: true };
        return { rule, side, place, schema: schemaOf(programme, rule, side) };
      }),
    );
    for (const { schema, place } of sides) types.survey(schema, place);
    const typed = sides.map(({ schema, place }) => types.typeOf(schema, place));
    const methods = own.map((rule, index) => {
      const [input, result] = [typed[2 * index], typed[2 * index + 1]];
      const { title = "", description = "" } = schemaOf(programme, rule, "Input");
      return `${documented(`${title}. ${description}`)}public static RuleRecord<${result?.name ?? ""}> ${rule}(${input?.name ?? ""} input) {\n    return new RuleRecord<>("${programme}.${rule}", input, value -> ${result?.read("value") ?? ""});\n}\n`;
    });
    files[`${pascal(programme)}.java`] = trimmed(
      `${head}/** ${programme} 的规则、输入和结果。The rules of ${programme}, what they take and what they give. */\npublic final class ${pascal(programme)} {\n    private ${pascal(programme)}() {}\n\n${indented([...methods, types.text()].join("\n"))}}\n`,
    );
  }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL("../../dist/schemas/", import.meta.url);
  const schemas = Object.fromEntries(
    readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Schema]),
  );
  for (const [file, text] of Object.entries(javaTypes(schemas))) writeFileSync(new URL(file, import.meta.url), text);
}
