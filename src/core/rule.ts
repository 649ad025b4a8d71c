import { PolicyInputError, type Issue } from "./errors.js";
import type { Money, Rate } from "./money.js";
import { echoOf } from "./echo.js";
import type { InputOf, OutputOf } from "./fields.js";
import { frozen } from "./frozen.js";
import {
  badInput,
  readObject,
  schemaOf,
  unreadableIssue,
  type Fields,
  type InputSchema,
  type Shape as InputShape,
  type Vocabulary,
} from "./input.js";

import { jsonSchemaOf } from "./describe.js";
import { agreementAlone, settingsFrom, usualSettings, type Agreement, type Options, type Settings } from "./options.js";
import { clauseAt, type AnyPolicy, type Choices, type Clause, type Reading, type Readings } from "./policy.js";
import { onceFor } from "./once.js";
import { inCalendar } from "./period.js";
import { reportBy, reportTo, type Report } from "./report.js";
import { decodeResult, withBasis, type Based, type Basis } from "./results.js";
import { Statement } from "./statement.js";
import type { Text } from "./text.js";
import { version } from "./version.js";
import type { Json, Shape } from "./wire.js";
import type { WorkCalendar } from "./work-calendar.js";

/**
 * `.safe` 的返回：结果或错误。
 * What `.safe` returns: the result, or the error instead of throwing it.
 */
export type Outcome<Result> =
  { readonly ok: true; readonly value: Result } | { readonly ok: false; readonly error: PolicyInputError };

/** What a rule's computation is given besides its input. */
export interface Context<P extends AnyPolicy, Name extends keyof P["readings"] = never> {
  /** The policy that the rule was called with, amended or not. */
  readonly policy: P;
  /** The policy's terms. */
  readonly terms: P["terms"];
  /** Working days. */
  readonly calendar: WorkCalendar;
  /** The options of this application, for a rule that applies another. */
  readonly settings: Settings<P>;
  /** The choice for a reading; that it was asked for is noted in the result. */
  readonly reading: <N extends Name>(name: N) => NonNullable<Choices<P["readings"]>[N]>;
  /** The readings asked for so far, with their choices. */
  readonly used: () => Record<string, string>;
  /** A new statement that cites this rule's clause. */
  readonly statement: () => Statement;
  /** A context of its own for a case that is only supposed, or settings that are only tried: the readings that it asks for are not noted here. */
  readonly under: (settings: Settings<P>) => Context<P, Name>;
}

/**
 * 已由规则的 `input` 读过的输入。
 * An input that a rule's `input` has read: what `evaluate` takes.
 */
export interface Parsed<Input> {
  /** @internal What it was read from; for types only. */
  readonly readFrom?: Input;
}

/**
 * 一条规则：调用即校验并计算。
 * What every rule has, whatever the form of its input.
 */
export interface Rule<Input, Result, P extends AnyPolicy> {
  // Without TSDoc of its own, so that an editor shows the rule's.
  (input: Input, options?: Options<P>): Based<Result>;
  /** `programme.name`. */
  readonly id: string;
  /** What the rule is called. */
  readonly title: Text;
  /** The clause it applies. */
  readonly clause: Clause;
  /** The policy it belongs to, as issued. */
  readonly policy: P;
  /** The fields of its input: `describe(rule)` tells them for a form. */
  readonly fields: InputShape;
  /** The zod schema of the input. */
  readonly input: InputSchema<Parsed<Input>, Input>;
  /** The shape of the result: `revive(rule, json)` reads what came back from JSON with it, `explain` takes its names from it. */
  readonly result: Shape<Based<Result>>;
  /** The readings that can change the result. */
  readonly readings: Readings;
  /** Same as calling the rule, but returns the error instead of throwing it. */
  safe(this: void, input: unknown, options?: Options<P>): Outcome<Based<Result>>;
  /** Computes from input that was already parsed by `rule.input` and is known to be consistent; for hot loops. */
  evaluate(this: void, parsed: Parsed<Input>, options?: Options<P>): Based<Result>;
  /** @internal The shape of the result by itself, for a result that holds it. */
  readonly own: Shape<Result>;
  /** @internal Computes under settings that were checked already, for a rule that applies this one. */
  compute(this: void, parsed: object, settings: Settings<P>): Result;
  /** @internal The same for what may not be consistent: reports what is not, and gives `null` then. */
  attempt(this: void, parsed: object, settings: Settings<P>, report: Report): Result | null;
  /** @internal Reports what one field alone cannot show, on what could be read. */
  check?(this: void, parsed: object, report: Report, settings: Settings<P>): void;
}

/**
 * 各险种的输入项。
 * Fields by cover.
 */
export type CoverFields = Readonly<Record<string, Fields>>;

/**
 * 随险种而定的输入。
 * The input of a rule whose fields depend on the cover.
 */
export type CoverInput<C extends CoverFields> = {
  [Cover in keyof C & string]: {
    /** The cover that is claimed. */
    cover: Cover;
  } & InputOf<C[Cover]>;
}[keyof C & string];

/**
 * 校验后随险种而定的输入。
 * The same, validated.
 */
export type CoverOutput<C extends CoverFields> = {
  [Cover in keyof C & string]: { cover: Cover } & OutputOf<C[Cover]>;
}[keyof C & string];

/**
 * 任一规则。
 * Any rule, when only its description and `.safe` are needed.
 */
export interface AnyRule {
  (input: never, options?: never): unknown;
  readonly id: string;
  readonly title: Text;
  readonly clause: Clause;
  readonly policy: AnyPolicy;
  readonly fields: InputShape;
  readonly input: InputSchema;
  readonly result: Shape;
  readonly readings: Readings;
  safe(this: void, input: unknown, options?: Options): Outcome<object>;
}

/** What was read of an input that may be bad: the good parts, at every depth. */
type Partly<T> = T extends Money | Rate | string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Partly<Item>[]
    : { [Name in keyof T]?: Partly<T[Name]> };

/** A rule as it is written down. */
export interface Definition<Parsed, Result, P extends AnyPolicy, Name extends keyof P["readings"] & string> {
  /** The rule's name within its programme. */
  readonly id: string;
  readonly title: Text;
  /** The clause's path in the programme's document. */
  readonly clause: string;
  /** The shape of what it gives. */
  readonly result: Shape<Result>;
  readonly readings?: readonly Name[];
  readonly check?: (parsed: Partly<Parsed>, report: Report, context: Context<P, Name>) => void;
  readonly evaluate: (parsed: Parsed, context: Context<P, Name>) => Result;
}

function makeRule<
  Input,
  Checked,
  Result extends object,
  P extends AnyPolicy,
  Name extends keyof P["readings"] & string,
>(policy: P, shape: InputShape, definition: Definition<Checked, Result, P, Name>): Rule<Input, Result, P> {
  const { title, clause: path, result: own, readings: names = [], check, evaluate } = definition;
  const id = `${policy.id}.${definition.id}`;
  const clause = clauseAt(policy.document.number, path);
  const known = policy.readings;
  const basis: Basis = Object.freeze({ rule: id, document: policy.document.number, library: version });
  const usual = usualSettings(policy);

  /** A rule without readings keeps nothing between calls, so that one context serves all calls without options. */
  const shared = names.length === 0 ? newContext(usual) : undefined;
  const contextOf = (settings: Settings<P>) => (settings === usual && shared ? shared : newContext(settings));
  /** An agreement is frozen, so that it is checked once. */
  const settingsUnder = onceFor((agreement: Agreement<P>) => settingsFrom(policy, { agreement }));

  function settingsOf(options: Options<P> | undefined): Settings<P> {
    if (options === undefined) return usual;
    const agreement = agreementAlone(options);
    return agreement === undefined ? settingsFrom(policy, options) : settingsUnder(agreement);
  }

  function newContext(settings: Settings<P>): Context<P, Name> {
    let used: Record<string, string> | undefined;
    const copyOfUsed = () => ({ ...used });
    return {
      policy: settings.policy,
      terms: settings.policy.terms,
      calendar: settings.calendar,
      settings,
      reading: (name) => {
        const choice = settings.choices[name] ?? (known[name] as Reading).default;
        (used ??= {})[name] = choice;
        if (settings.asked !== undefined && !settings.supposed) settings.asked[name] = choice;
        return choice as NonNullable<Choices<P["readings"]>[typeof name]>;
      },
      used: copyOfUsed,
      statement: () => new Statement(clause, copyOfUsed),
      under: newContext,
    };
  }

  function parse(input: unknown, context: Context<P, Name>): Checked {
    const issues: Issue[] = [];
    let parsed: object | undefined;
    try {
      parsed = readObject(shape, input, issues);
    } catch {
      throw badInput([unreadableIssue()]);
    }
    if (check !== undefined) check((parsed ?? {}) as Partly<Checked>, beside(issues, input), context);
    if (issues.length > 0) throw badInput(issues);
    return parsed as Checked;
  }

  /** What decided under an agreement: the same frozen object for every result. */
  const basisUnder = onceFor(({ id: name, title: called, digest }: Agreement): Basis => {
    return Object.freeze({ ...basis, agreement: Object.freeze({ id: name, title: called, digest }) });
  });

  function finish(result: Result, { agreement }: Settings<P>): Based<Result> {
    const based = result as Result & { basis: Basis };
    based.basis = agreement === undefined ? basis : basisUnder(agreement);
    return based;
  }

  /** Evaluates what was read, and keeps of the readings that were asked for those that matter. */
  function conclude(parsed: Checked, context: Context<P, Name>): Result {
    const result = evaluate(parsed, context);
    if (names.length === 0 || context.settings.supposed || !("readings" in result)) return result;
    const [told, used] = [result.readings as Readonly<Record<string, string>>, context.used()];
    if (isEmpty(told) && isEmpty(used)) return result;
    const asked = { ...told, ...used };
    const under = (settings: Settings<P>) => inCalendar(() => attempt(parsed, settings, ignored));
    return Object.assign(result, {
      readings: echoOf(result, asked, context.settings, under),
    });
  }

  function attempt(parsed: Checked, settings: Settings<P>, report: Report): Result | null {
    const context = contextOf(settings);
    if (check === undefined) return conclude(parsed, context);
    let refused = false as boolean;
    const noting = reportBy((...problem) => {
      refused = true;
      report(...problem);
    });
    check(parsed as Partly<Checked>, noting, context);
    return refused ? null : conclude(parsed, context);
  }

  function apply(input: unknown, options?: Options<P>): Based<Result> {
    const context = contextOf(settingsOf(options));
    return finish(conclude(parse(input, context), context), context.settings);
  }

  let schema: InputSchema<Parsed<Input>, Input> | undefined;
  let resultSchema: Shape<Based<Result>> | undefined;
  const made = Object.assign(apply, {
    id,
    title: frozen(title),
    clause,
    policy,
    fields: frozen(shape),
    readings: Object.freeze(Object.fromEntries(names.map((name) => [name, known[name] as Reading]))),
    own,
    safe(input: unknown, options?: Options<P>): Outcome<Based<Result>> {
      try {
        return { ok: true, value: apply(input, options) };
      } catch (error) {
        if (error instanceof PolicyInputError) return { ok: false, error };
        throw error;
      }
    },
    evaluate: (parsed: Parsed<Input>, options?: Options<P>) => {
      const settings = settingsOf(options);
      return finish(conclude(parsed as Checked, contextOf(settings)), settings);
    },
    compute: (parsed: object, settings: Settings<P>) => conclude(parsed as Checked, contextOf(settings)),
    attempt: (parsed: object, settings: Settings<P>, report: Report) => attempt(parsed as Checked, settings, report),
    ...(check && {
      check: (parsed: object, report: Report, settings: Settings<P>) =>
        check(parsed as Partly<Checked>, report, contextOf(settings)),
    }),
  });
  // Made when they are first asked for: an application that only computes needs neither.
  const lazy = {
    input: {
      get: () =>
        (schema ??= schemaOf(
          (value, issues) => readObject(shape, value, issues),
          () => jsonSchemaOf(shape),
        )),
    },
    result: { get: () => (resultSchema ??= withBasis(own)) },
  };
  return Object.defineProperties(made, lazy) as unknown as Rule<Input, Result, P>;
}

/** Whether a table has no entries. */
function isEmpty(table: Readonly<Record<string, unknown>>): boolean {
  for (const _ in table) return false;
  return true;
}

const ignored = reportBy(() => undefined);

/**
 * A report of problems between fields. What was given, but is bad or within something bad, is not missing; nor is the whole input,
 * while something in it is bad.
 */
function beside(issues: Issue[], input: unknown): Report {
  // Looked up when something is reported, which seldom happens: what is bad by itself was found before that.
  let bad: Set<string> | undefined;
  return reportBy((path, code, zh, en) => {
    bad ??= new Set(issues.map((issue) => issue.path.join()));
    const isWhole = path.length === 0;
    const given = isWhole ? bad.size > 0 : path.some((_, index) => bad?.has(path.slice(0, index + 1).join()));
    if (code === "MISSING" && given) return;
    reportTo(issues, input)(path, code, zh, en);
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
 *   result: benefitShape,
 *   evaluate(_, { terms, statement }) {
 *     const sheet = statement();
 *     const death = sheet.pay(terms.illnessDeath.death);
 *     return sheet.benefit([death], { death });
 *   },
 * });
 * ```
 */
export function rulesOf<P extends AnyPolicy>(policy: P) {
  return {
    /** A rule over one set of fields. */
    rule: <F extends Fields, Result extends object, Name extends keyof P["readings"] & string = never>(
      definition: Definition<OutputOf<F>, Result, P, Name> & { readonly input: F },
    ): Rule<InputOf<F>, Result, P> => makeRule(policy, { fields: definition.input }, definition),

    /** A rule whose fields depend on its field `cover`. */
    ruleByCover: <C extends CoverFields, Result extends object, Name extends keyof P["readings"] & string = never>(
      definition: Definition<CoverOutput<C>, Result, P, Name> & { readonly input: C },
    ): Rule<CoverInput<C>, Result, P> =>
      makeRule(policy, { covers: definition.input, words: coverWords(policy, definition.input) }, definition),
  };
}

function coverWords(policy: AnyPolicy, covers: CoverFields): Vocabulary {
  return Object.fromEntries(
    Object.keys(covers).map((cover) => [cover, policy.covers[cover]?.title ?? { zh: cover, en: cover }]),
  );
}

/**
 * 是否为规则。
 * Whether a value is a rule.
 */
export function isRule(value: unknown): value is AnyRule {
  return typeof value === "function" && "safe" in value && "input" in value && "clause" in value;
}

/**
 * 把 JSON 中的结果还原：金额和比例重新成为 Money 和 Rate。
 * A result that came back from JSON, with its amounts and rates as Money and Rate again; negative amounts included.
 *
 * @param rule - The rule that gave it.
 * @param json - The result as JSON carries it.
 * @throws PolicyInputError for anything that is no result of the rule.
 * @example
 * ```ts
 * const json = JSON.parse(JSON.stringify(chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "58000" })));
 * revive(chongqing.majorIllnessBenefit, json).amount.plus(yuan(1)).toString(); // "16251.00"
 * ```
 */
export function revive<Result>(rule: { readonly result: Shape<Result> }, json: Json<Result>): Result {
  return decodeResult(rule.result, json);
}
