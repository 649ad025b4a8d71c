import { $constructor, $ZodType, parse, safeParse, type $ZodTypeDef, type $ZodTypeInternals } from "zod/v4/core";
import { issueOf, PolicyInputError, within, type Issue } from "./errors.js";
import { meantName } from "./meant.js";
import { oneOfThese, type Text } from "./text.js";

/**
 * 输入项的种类。
 * What a field holds.
 */
export type Kind = "money" | "rate" | "day" | "month" | "flag" | "integer" | "name" | "word" | "list" | "group";

/**
 * 可选的词及其中英文名称。
 * The words of a choice field with their terms in both languages, as in `{ orphan: { zh: "孤儿", en: "orphan" } }`.
 */
export type Vocabulary<Word extends string = string> = Readonly<Record<Word, Text>>;

/**
 * 输入项是否必填。
 * Whether a field must be there; a fact may be absent or `null`, both of which mean that it is not known.
 */
export type Presence = "required" | "optional" | "default" | "fact";

/**
 * 一个输入项：怎样读取、怎样显示。
 * One field of an input: how it is read, and what a person must know to fill it in. Made by the functions of this file.
 */
export interface Field<Output = unknown, Input = Output> {
  /** What it holds. */
  readonly kind: Kind;
  /** What it is called. */
  readonly label: Text;
  /** Whether it must be there. */
  readonly presence: Presence;
  /** Reads a value that is there; what is wrong with it goes to the issues, and the good parts of a group come back all the same. */
  readonly read: (this: void, value: unknown, issues: Issue[]) => Output | undefined;
  /** The words it takes; of a list, those its items take. */
  readonly words?: Vocabulary;
  /** Its least value; of a list or text, its least length. */
  readonly minimum?: number;
  /** Its greatest value; of a text, its greatest length. */
  readonly maximum?: number;
  /** What a list is of. */
  readonly item?: Field;
  /** What a group holds, by cover where the fields depend on it. */
  readonly shape?: Shape;
  /** What stands in its place when it is left out. */
  readonly absent?: Output;
  /** @internal What a caller writes; for types only. */
  readonly accepts?: Input;
}

/**
 * 各输入项。
 * The fields of an input by name.
 */
export type Fields = Readonly<Record<string, Field>>;

/**
 * 一个对象的各输入项，可随险种不同。
 * The fields of a plain object: one set of them, or one for each cover that it can name.
 */
export type Shape =
  | {
      readonly fields: Fields;
      /** Where a name that is none of the fields belongs, as far as that is known: another cover, or another part of the claim. */
      readonly elsewhere?: (name: string) => string | undefined;
    }
  | {
      /** The fields by cover, besides `cover` itself. */
      readonly covers: Readonly<Record<string, Fields>>;
      /** What the covers are called. */
      readonly words: Vocabulary;
    };

/** Whether a value is an object made by `{ … }`, or by JSON, in this realm or another. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  // The Object.prototype of another realm: at the root, and the owner of `hasOwnProperty`.
  return (
    typeof prototype === "object" &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, "hasOwnProperty")
  );
}

const notPlain: Text = { zh: "应为普通对象 { … }", en: "expected a plain object { ... }" };
const missing: Text = { zh: "缺少这一项", en: "this field is required" };

/** The name of the field that chooses the fields of a claim. */
export const coverName = "cover";

/** Reads a plain object in one pass: its own fields in their order, then what it holds besides. Good parts come back, whatever is bad. */
export function readObject(shape: Shape, value: unknown, issues: Issue[]): object | undefined {
  if (!isPlain(value)) {
    issues.push(issueOf([], "WRONG_TYPE", notPlain.zh, notPlain.en, value));
    return undefined;
  }
  if ("fields" in shape) return readFields(shape.fields, value, issues, {}, false, shape.elsewhere);
  const cover = Object.hasOwn(value, coverName) ? value[coverName] : undefined;
  const fields = typeof cover === "string" && Object.hasOwn(shape.covers, cover) ? shape.covers[cover] : undefined;
  if (fields !== undefined) {
    return readFields(fields, value, issues, { cover }, true, (name) => placeOf(name, fields, shape.covers));
  }
  const [code, { zh, en }] =
    cover === undefined
      ? (["MISSING", missing] as const)
      : (["UNKNOWN_CHOICE", oneOfThese(Object.keys(shape.covers))] as const);
  issues.push(issueOf([coverName], code, zh, en, cover, meantName(cover, shape.words)));
  return {};
}

/** Where a field of a claim belongs that does not stand where it should: within a group of the claim, or to another cover. */
function placeOf(name: string, fields: Fields, covers: Readonly<Record<string, Fields>>): string | undefined {
  const groups = Object.entries(fields).find(
    ([, { shape }]) => shape && "fields" in shape && Object.hasOwn(shape.fields, name),
  );
  if (groups !== undefined) return `${groups[0]}.${name}`;
  const others = Object.keys(covers).filter((cover) => Object.hasOwn(covers[cover] ?? {}, name));
  return others.length === 1 ? others[0] : undefined;
}

function readFields(
  fields: Fields,
  value: Readonly<Record<string, unknown>>,
  issues: Issue[],
  output: Record<string, unknown>,
  byCover: boolean,
  elsewhere: ((name: string) => string | undefined) | undefined,
): object {
  for (const name in fields) {
    const field = fields[name];
    if (field === undefined) continue;
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given === undefined || (given === null && field.presence === "fact")) {
      if (field.presence === "required") issues.push(issueOf([name], "MISSING", missing.zh, missing.en));
      else if (field.presence === "default") output[name] = field.absent;
      continue;
    }
    const before = issues.length;
    const read = field.read(given, issues);
    if (issues.length > before) within(issues, before, name);
    if (read !== undefined) output[name] = read;
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(fields, name) && !(byCover && name === coverName)) {
      issues.push(unknownField(name, value[name], fields, issues.length < suggested ? elsewhere : null));
    }
  }
  return output;
}

/** For so many problems of one object it is told what was meant: a hostile one may have a hundred thousand. */
const suggested = 100;

/** A field that the object does not have: it belongs elsewhere, or has probably another name. */
function unknownField(
  name: string,
  value: unknown,
  fields: Fields,
  elsewhere: ((name: string) => string | undefined) | undefined | null,
): Issue {
  const place = elsewhere?.(name);
  if (place !== undefined) {
    return issueOf(
      [name],
      "UNKNOWN_FIELD",
      `不在此处，属于“${place}”`,
      `does not belong here but to "${place}"`,
      value,
      place,
    );
  }
  const known = Object.fromEntries(Object.entries(fields).map(([each, { label }]) => [each, label]));
  const [zh, en] = ["没有这一项，请核对字段名", "no such field; check its name"];
  return issueOf([name], "UNKNOWN_FIELD", zh, en, value, elsewhere === null ? undefined : meantName(name, known));
}

const unreadable: Text = {
  zh: "无法读取输入（读取字段时出错）",
  en: "the input cannot be read (reading a field failed)",
};

/** The problem of something whose reading failed: a getter or proxy that throws. */
export const unreadableIssue = (): Issue => issueOf([], "UNREADABLE", unreadable.zh, unreadable.en);

/** The error of an input that is not as it should be, with its issues. */
export const badInput = (issues: readonly Issue[]): PolicyInputError => new PolicyInputError("INVALID_INPUT", issues);

/**
 * 规则输入的 zod 结构，可与应用自己的结构组合。
 * The zod schema of a rule's input: an application composes it with its own (`z.array(rule.input)`).
 */
export interface InputSchema<Parsed = unknown, Input = unknown> extends $ZodType<Parsed, Input> {
  /** Reads an input; throws zod's error where it is bad. */
  parse(this: void, value: unknown): Parsed;
  /** Reads an input; returns zod's error where it is bad. */
  safeParse(this: void, value: unknown): ReturnType<typeof safeParse<$ZodType<Parsed, Input>>>;
}

interface Definition extends $ZodTypeDef {
  readonly type: "custom";
  readonly read: (value: unknown, issues: Issue[]) => unknown;
  readonly jsonSchema: () => object;
}

interface Internals extends $ZodTypeInternals {
  def: Definition;
}

/** A zod type that reads in the library's own one pass, and tells JSON Schema what it takes. */
const InputType = $constructor<{ _zod: Internals } & InputSchema, Definition>("HuiminInput", (schema, definition) => {
  $ZodType.init(schema, definition);
  schema._zod.parse = (payload) => {
    const issues: Issue[] = [];
    const value: unknown = payload.value;
    payload.value = definition.read(value, issues);
    for (const { path, ...params } of issues) {
      const message = `${params.message.zh} / ${params.message.en}`;
      payload.issues.push({ code: "custom", input: value, path: [...path], message, params });
    }
    return payload;
  };
  schema._zod.toJSONSchema = definition.jsonSchema;
  schema.parse = (value) => parse(schema, value);
  schema.safeParse = (value) => safeParse(schema, value);
});

/** The zod schema over a reader. */
export function schemaOf<Parsed, Input>(
  read: Definition["read"],
  jsonSchema: Definition["jsonSchema"],
): InputSchema<Parsed, Input> {
  return new InputType({ type: "custom", read, jsonSchema }) as unknown as InputSchema<Parsed, Input>;
}
