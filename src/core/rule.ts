import * as z from "zod";
import { PolicyInputError, type Issue, type IssueCode } from "./errors.js";
import { frozen } from "./frozen.js";
import { innermost, issuesFrom, type Fields, type InputOf, type OutputOf } from "./fields.js";
import {
  clauseAt,
  isPolicy,
  type AnyPolicy,
  type Choices,
  type Clause,
  type Reading,
  type Readings,
} from "./policy.js";
import { Statement } from "./statement.js";
import type { Text } from "./text.js";
import { chinaWorkCalendar, daysOf, type WorkCalendar } from "./work-calendar.js";

/** How a rule is to be applied; all of it optional. */
export interface Options<P extends AnyPolicy = AnyPolicy> {
  /** The policy, or a copy of it made by `amend`. */
  readonly policy?: P;
  /** Readings by name. One set may be passed to every rule of a programme; a name the programme does not have is an error. */
  readonly readings?: Choices<P["readings"]>;
  /** Working days, where the rule counts any; by default China's. */
  readonly calendar?: WorkCalendar;
}

/** What `.safe` returns: the result, or the error instead of throwing it. */
export type Outcome<Result> =
  { readonly ok: true; readonly value: Result } | { readonly ok: false; readonly error: PolicyInputError };

/** What a rule's computation is given besides its input. */
export interface Context<P extends AnyPolicy, Name extends keyof P["readings"] = never> {
  /** The policy's terms, amended or not. */
  readonly terms: P["terms"];
  /** Working days. */
  readonly calendar: WorkCalendar;
  /** The options as they were given, for a rule that applies another. */
  readonly options: Options<P> | undefined;
  /** The choice for a reading; that it was asked for is noted in the result. */
  readonly reading: <N extends Name>(name: N) => NonNullable<Choices<P["readings"]>[N]>;
  /** The readings asked for so far, with their choices. */
  readonly used: () => Record<string, string>;
  /** A new statement that cites this rule's clause. */
  readonly statement: () => Statement;
}

/** Reports a problem that one field alone cannot show. */
export type Report = (path: Issue["path"], code: IssueCode, zh: string, en: string) => unknown;

/** Reports, at each place but the first, a value that differs from one given before for the same thing; what is not known never does. */
export function agreement(
  zh: string,
  en: string,
): (thing: string, value: unknown, path: Issue["path"], report: Report) => void {
  const given = new Map<string, unknown>();
  return (thing, value, path, report) => {
    if (value == null) return;
    if (!given.has(thing)) given.set(thing, value);
    else if (given.get(thing) !== value) report(path, "CONFLICT", zh, en);
  };
}

/** What every rule has, whatever the form of its input. */
export interface BaseRule<Input, Parsed, Result, P extends AnyPolicy> {
  // Without TSDoc of its own, so that an editor shows the rule's.
  (input: Input, options?: Options<P>): Result;
  /** `programme.name`. */
  readonly id: string;
  /** What the rule is called. */
  readonly title: Text;
  /** The clause it applies. */
  readonly clause: Clause;
  /** The zod schema of the input. */
  readonly input: z.ZodType<Parsed, Input>;
  /** The readings that can change the result. */
  readonly readings: Readings;
  /** Same as calling the rule, but returns the error instead of throwing it. */
  safe(this: void, input: unknown, options?: Options<P>): Outcome<Result>;
  /** Computes from input that was already parsed by `rule.input` and is known to be consistent; for hot loops. */
  evaluate(this: void, parsed: Parsed, options?: Options<P>): Result;
  /** @internal Reports what one field alone cannot show, on what could be parsed. */
  check(this: void, parsed: Partial<Parsed>, report: Report, options?: Options<P>): void;
}

/** A rule whose input is one set of fields. */
export interface Rule<F extends Fields, Result, P extends AnyPolicy> extends BaseRule<
  InputOf<F>,
  OutputOf<F>,
  Result,
  P
> {
  /** The fields of the input, a zod schema each. */
  readonly fields: F;
}

/** Fields by cover. */
export type CoverFields = Readonly<Record<string, Fields>>;

/** The input of a rule whose fields depend on the cover. */
export type CoverInput<C extends CoverFields> = {
  [Cover in keyof C & string]: { /** The cover that is claimed. */ cover: Cover } & InputOf<C[Cover]>;
}[keyof C & string];

/** The same, validated. */
export type CoverOutput<C extends CoverFields> = {
  [Cover in keyof C & string]: { cover: Cover } & OutputOf<C[Cover]>;
}[keyof C & string];

/** A rule whose fields depend on the cover. */
export interface CoverRule<C extends CoverFields, Result, P extends AnyPolicy> extends BaseRule<
  CoverInput<C>,
  CoverOutput<C>,
  Result,
  P
> {
  /** The fields of the input by cover, besides `cover` itself. */
  readonly coverFields: C;
}

/** Any rule, when only its description and `.safe` are needed. */
export interface AnyRule {
  (input: never, options?: never): unknown;
  readonly id: string;
  readonly title: Text;
  readonly clause: Clause;
  readonly input: z.ZodType;
  readonly readings: Readings;
  safe(this: void, input: unknown, options?: Options): Outcome<unknown>;
}

interface Definition<Parsed, Result, P extends AnyPolicy, Name extends keyof P["readings"] & string> {
  /** The rule's name within its programme. */
  readonly id: string;
  readonly title: Text;
  /** The clause's path in the programme's document. */
  readonly clause: string;
  readonly readings?: readonly Name[];
  readonly check?: (parsed: Partial<Parsed>, report: Report, context: Context<P, Name>) => void;
  readonly evaluate: (parsed: Parsed, context: Context<P, Name>) => Result;
}

const unreadable: Issue = {
  path: [],
  code: "UNREADABLE",
  message: { zh: "无法读取输入（读取字段时出错）", en: "the input cannot be read (reading a field failed)" },
};

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return true;
  // The Object.prototype of another realm: at the root, and the owner of `hasOwnProperty`.
  return (
    typeof prototype === "object" &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, "hasOwnProperty")
  );
}

type PlainCheck = (value: unknown, path: Issue["path"], issues: Issue[]) => void;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The variant of a union that a value chooses by its discriminator, if it does. */
function variantOf(union: z.ZodDiscriminatedUnion, value: unknown): z.ZodObject | undefined {
  const { discriminator } = union.def;
  const word = isRecord(value) ? value[discriminator] : undefined;
  const variants = union.options as readonly z.ZodObject[];
  return variants.find(({ shape }) => (shape[discriminator] as z.ZodLiteral<string>).values.has(word as string));
}

/** Finds objects that are not plain where a schema expects an object: zod would read the fields they inherit. */
function plainCheckOf(schema: z.ZodType): PlainCheck | null {
  const inner = innermost(schema);
  if (inner instanceof z.ZodArray) {
    const item = plainCheckOf(inner.element as z.ZodType);
    if (item === null) return null;
    return (value, path, issues) => {
      if (Array.isArray(value)) value.forEach((each, index) => item(each, [...path, index], issues));
    };
  }
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const checks = new Map(inner.options.map((option) => [option, plainCheckOf(option as z.ZodType)]));
    return (value, path, issues) => checks.get(variantOf(inner, value) as z.ZodObject)?.(value, path, issues);
  }
  if (!(inner instanceof z.ZodObject)) return null;
  const nested = Object.entries(inner.shape as Fields).flatMap(([name, field]) => {
    const check = plainCheckOf(field);
    return check === null ? [] : [{ name, check }];
  });
  return (value, path, issues) => {
    if (!isRecord(value)) return;
    if (!isPlain(value)) {
      issues.push({
        path,
        code: "WRONG_TYPE",
        message: { zh: "应为普通对象 { … }", en: "expected a plain object { ... }" },
      });
    }
    for (const { name, check } of nested) check(value[name], [...path, name], issues);
  };
}

/**
 * The parts of a bad input that are good, so that what lies between fields can still be checked. A list keeps its places: what is
 * bad in it becomes an empty object.
 */
function goodParts(schema: z.ZodType, value: unknown): unknown {
  const inner = innermost(schema);
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const variant = variantOf(inner, value);
    return variant === undefined ? {} : goodParts(variant, value);
  }
  if (inner instanceof z.ZodObject) {
    if (!isRecord(value)) return {};
    const parts = Object.entries(inner.shape as Fields).map(([name, field]) => [name, goodPartOf(field, value[name])]);
    return Object.fromEntries(parts.filter(([, part]) => part !== undefined)) as unknown;
  }
  if (inner instanceof z.ZodArray && Array.isArray(value) && plainCheckOf(inner) !== null) {
    return value.map((each) => goodParts(inner.element as z.ZodType, each));
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The same for a field, which may be absent. */
function goodPartOf(field: z.ZodType, value: unknown): unknown {
  return value === undefined || value === null ? field.safeParse(value).data : goodParts(field, value);
}

interface Settings<P> {
  readonly policy: P;
  readonly choices: Readonly<Record<string, string>>;
  readonly calendar: WorkCalendar;
}

function settingsFrom<P extends AnyPolicy>(own: P, options: Options<P>): Settings<P> {
  const issues: Issue[] = [];
  const report: Report = (path, code, zh, en) => issues.push({ path, code, message: { zh, en } });
  try {
    const settings = readSettings(own, options, report);
    if (issues.length === 0) return settings;
  } catch {
    issues.push(unreadable);
  }
  throw new PolicyInputError("INVALID_OPTIONS", issues);
}

function readSettings<P extends AnyPolicy>(own: P, options: Options<P>, report: Report): Settings<P> {
  if (!isRecord(options) || !isPlain(options)) {
    report([], "WRONG_TYPE", "选项应为普通对象 { … }", "options must be a plain object { ... }");
    return { policy: own, choices: {}, calendar: chinaWorkCalendar };
  }
  for (const name of Object.keys(options)) {
    if (name !== "policy" && name !== "readings" && name !== "calendar") {
      report(
        [name],
        "UNKNOWN_FIELD",
        "没有这个选项（可用 policy、readings、calendar）",
        "no such option (policy, readings, calendar)",
      );
    }
  }
  const { policy = own, calendar = chinaWorkCalendar, readings = {} } = options as Options<P>;
  if (!isPolicy(policy) || policy.id !== own.id) {
    report(
      ["policy"],
      "WRONG_TYPE",
      `应为 ${own.id}.policy 或由 amend 得到的副本`,
      `expected ${own.id}.policy or a copy made by amend`,
    );
  }
  try {
    daysOf(calendar);
  } catch {
    report(
      ["calendar"],
      "WRONG_TYPE",
      "应为 createWorkCalendar 得到的日历",
      "expected a calendar made by createWorkCalendar",
    );
  }
  return { policy, choices: readChoices(own.readings as Readings, readings, report), calendar };
}

function readChoices(known: Readings, given: unknown, report: Report): Record<string, string> {
  const choices: Record<string, string> = {};
  if (!isRecord(given) || !isPlain(given)) {
    report(["readings"], "WRONG_TYPE", "应为 { 解读: 选择 }", "expected { reading: choice }");
    return choices;
  }
  for (const [name, choice] of Object.entries(given)) {
    const reading = Object.hasOwn(known, name) ? known[name] : undefined;
    const names = Object.keys(reading?.choices ?? known).join(", ");
    if (reading === undefined) {
      const zh = `没有这个解读，可用：${names}`;
      report(["readings", name], "UNKNOWN_READING", zh, `no such reading; there are: ${names}`);
    } else if (choice === undefined) continue;
    else if (typeof choice !== "string" || !Object.hasOwn(reading.choices, choice)) {
      report(["readings", name], "UNKNOWN_READING", `应为以下之一：${names}`, `expected one of: ${names}`);
    } else choices[name] = choice;
  }
  return choices;
}

function makeRule<Parsed, Result, P extends AnyPolicy, Name extends keyof P["readings"] & string>(
  policy: P,
  schema: z.ZodType,
  { id, title, clause: path, readings: names = [], check, evaluate: compute }: Definition<Parsed, Result, P, Name>,
) {
  const clause = clauseAt(policy.document.number, path);
  const known = policy.readings as Readings;
  const readings = Object.fromEntries(names.map((name) => [name, known[name] as Reading]));
  const plainCheck = plainCheckOf(schema) as PlainCheck;
  const defaults: Settings<P> = { policy, choices: {}, calendar: chinaWorkCalendar };

  /** A rule without readings keeps nothing between calls, so that one context serves all calls without options. */
  const shared = names.length === 0 ? newContext(defaults, undefined) : undefined;

  function contextOf(options: Options<P> | undefined): Context<P, Name> {
    if (options === undefined) return shared ?? newContext(defaults, options);
    return newContext(settingsFrom(policy, options), options);
  }

  function newContext(settings: Settings<P>, options: Options<P> | undefined): Context<P, Name> {
    let used: Record<string, string> | undefined;
    const copyOfUsed = () => ({ ...used });
    return {
      terms: settings.policy.terms,
      calendar: settings.calendar,
      options,
      reading: (name) => {
        const choice = settings.choices[name] ?? (known[name] as Reading).default;
        used = { ...used, [name]: choice };
        return choice as NonNullable<Choices<P["readings"]>[typeof name]>;
      },
      used: copyOfUsed,
      statement: () => new Statement(clause, copyOfUsed),
    };
  }

  function parse(input: unknown, context: Context<P, Name>): Parsed {
    const issues: Issue[] = [];
    let parsed: Partial<Parsed>;
    try {
      plainCheck(input, [], issues);
      const result = schema.safeParse(input);
      if (result.success) parsed = result.data as Parsed;
      else {
        for (const issue of result.error.issues) for (const each of issuesFrom(issue, input)) issues.push(each);
        parsed = goodParts(schema, input) as Partial<Parsed>;
      }
    } catch {
      throw new PolicyInputError("INVALID_INPUT", [unreadable]);
    }
    const bad = new Set(issues.map((issue) => issue.path.join()));
    const report: Report = (path, code, zh, en) => {
      // What was given, but is bad or within something bad, is not missing.
      if (code === "MISSING" && path.some((_, index) => bad.has(path.slice(0, index + 1).join()))) return;
      issues.push({ path, code, message: { zh, en } });
    };
    check?.(parsed, report, context);
    if (issues.length === 0) return parsed as Parsed;
    throw new PolicyInputError("INVALID_INPUT", issues);
  }

  function apply(input: unknown, options?: Options<P>): Result {
    const context = contextOf(options);
    return compute(parse(input, context), context);
  }

  return Object.assign(apply, {
    id: `${policy.id}.${id}`,
    title: frozen(title),
    clause,
    input: schema,
    readings: Object.freeze(readings),
    safe(input: unknown, options?: Options<P>): Outcome<Result> {
      try {
        return { ok: true, value: apply(input, options) };
      } catch (error) {
        if (error instanceof PolicyInputError) return { ok: false, error };
        throw error;
      }
    },
    evaluate: (parsed: Parsed, options?: Options<P>) => compute(parsed, contextOf(options)),
    check: (parsed: Partial<Parsed>, report: Report, options?: Options<P>) =>
      check?.(parsed, report, contextOf(options)),
  });
}

/**
 * The makers of a programme's rules. A rule validates its input strictly, computes, and returns fresh data.
 *
 * @example
 * ```ts
 * const { rule } = rulesOf(policy);
 * export const illnessDeathBenefit = rule({
 *   id: "illnessDeathBenefit",
 *   title: { zh: "疾病身故", en: "Death by illness" },
 *   clause: "三(三)",
 *   input: {},
 *   evaluate(_, { terms, statement }) {
 *     const sheet = statement();
 *     return sheet.benefit([sheet.pay(terms.illnessDeath.death)]);
 *   },
 * });
 * ```
 */
export function rulesOf<P extends AnyPolicy>(policy: P) {
  return {
    /** A rule over one set of fields. */
    rule: <F extends Fields, Result, Name extends keyof P["readings"] & string = never>(
      definition: Definition<OutputOf<F>, Result, P, Name> & { readonly input: F },
    ): Rule<F, Result, P> => {
      const schema = z.strictObject(definition.input);
      const made = makeRule(policy, schema, definition);
      return Object.assign(made, { fields: definition.input }) as unknown as Rule<F, Result, P>;
    },

    /** A rule whose fields depend on its field `cover`. */
    ruleByCover: <C extends CoverFields, Result, Name extends keyof P["readings"] & string = never>(
      definition: Definition<CoverOutput<C>, Result, P, Name> & { readonly input: C },
    ): CoverRule<C, Result, P> => {
      const variants = Object.entries(definition.input).map(([cover, fields]) =>
        z.strictObject({ cover: z.literal(cover).meta({ description: "险种 / Cover" }), ...fields }),
      );
      const schema = z.discriminatedUnion("cover", variants as unknown as [Variant, ...Variant[]]);
      const made = makeRule(policy, schema, definition);
      return Object.assign(made, { coverFields: definition.input }) as unknown as CoverRule<C, Result, P>;
    },
  };
}

type Variant = z.ZodObject<{ cover: z.ZodLiteral<string> }>;

/** Whether a value is a rule. */
export function isRule(value: unknown): value is AnyRule {
  return typeof value === "function" && "safe" in value && "input" in value && "clause" in value;
}

/** One way to read the text, and what comes of it. */
export interface ComparedReading<Result> {
  /** The choices. */
  readonly readings: Readonly<Record<string, string>>;
  /** The result, or the error. */
  readonly outcome: Outcome<Result>;
}

/**
 * Applies a rule under every combination of the readings that its default result used, the default first: shows whether, and by
 * how much, an unclear text matters to this case. Where the default refuses the input, each single choice that takes it follows.
 *
 * @example
 * ```ts
 * compareReadings(chongqing.accidentBenefit, { death: true, disabilityGrade: 10 }).map(({ readings, outcome }) =>
 *   [readings.deathAfterDisability, outcome.ok && outcome.value.amount.toString()]);
 * // [["both", "5000.00"], ["higher", "3000.00"], ["deathOnly", "2000.00"]]
 * ```
 */
export function compareReadings<Input, Parsed, Result, P extends AnyPolicy>(
  rule: BaseRule<Input, Parsed, Result, P>,
  input: Input,
  options?: Options<P>,
): ComparedReading<Result>[] {
  const first = rule.safe(input, options);
  const under = (readings: Readonly<Record<string, string>>): ComparedReading<Result> => {
    const chosen = { ...options?.readings, ...readings } as Choices<P["readings"]>;
    return { readings, outcome: rule.safe(input, { ...options, readings: chosen }) };
  };
  if (!first.ok) {
    if (first.error.code !== "INVALID_INPUT") return [{ readings: {}, outcome: first }];
    const choices = Object.entries(rule.readings).flatMap(([name, reading]) =>
      Object.keys(reading.choices).map((choice) => under({ [name]: choice })),
    );
    return [{ readings: {}, outcome: first }, ...choices.filter(({ outcome }) => outcome.ok)];
  }
  const { value } = first;
  const used = typeof value === "object" && value !== null && "readings" in value ? value.readings : {};
  let combinations: Readonly<Record<string, string>>[] = [{}];
  for (const [name, choice] of Object.entries(used as Record<string, string>)) {
    const others = Object.keys(rule.readings[name]?.choices ?? {}).filter((other) => other !== choice);
    combinations = combinations.flatMap((combination) =>
      [choice, ...others].map((each) => ({ ...combination, [name]: each })),
    );
  }
  return combinations.map((readings, index) => (index === 0 ? { readings, outcome: first } : under(readings)));
}
