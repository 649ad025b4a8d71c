import type { Day } from "./day.js";
import type { Path } from "./errors.js";
import { frozen } from "./frozen.js";
import { Money, Rate } from "./money.js";
import type { Field, Vocabulary } from "./input.js";
import { wordsFor, type Text, type Wording } from "./text.js";

/**
 * 条款的位置：文号和条款号。
 * A place in a document: its number and the path of the clause as the document numbers it.
 */
export interface Clause {
  /** The document's number, as in `渝民〔2020〕238号`. */
  readonly document: string;
  /** The clause's path, as in `三(二)`. */
  readonly path: string;
}

/**
 * 政策中的数额、日期、清单或要求，连同其条款。
 * A number, day, list or requirement of a policy together with the clause that states it.
 */
export interface Provision<Value> {
  /** Where it stands. */
  readonly clause: Clause;
  /** What is provided. For a requirement, `true` asks for it and `false` waives it. */
  readonly value: Value;
  /** What it is called; where the name mentions the value, it follows the value. */
  readonly label: Text;
  /** How the name follows the value, where it does. */
  readonly wording?: (value: never) => Text;
  /** The least value the text allows (不低于): it may only be amended upwards from there. */
  readonly floor?: Value;
  /** The greatest value the text allows (最高): it may only be amended downwards from there. */
  readonly ceiling?: Value;
  /** The value in principle (原则上): it may be amended either way, and says which. */
  readonly principle?: Value;
  /** The document leaves it to the contract: what a contract may put there. */
  readonly blank?: Field;
  /** The words it may hold with their terms, where it is a word or a list of words. */
  readonly words?: Vocabulary;
  /** The value is not the document's but was put in its place by `amend`, or by the agreement of this title. */
  readonly amended?: Amended;
  /** The document's own value, where it was amended. */
  readonly issued?: Value;
}

/**
 * 条款已调整；按合同调整的，为合同名称。
 * That a term was amended; under an agreement, its title.
 */
export type Amended = true | Text;

/**
 * 政策的各项规定，分组命名。
 * A policy's terms: provisions in named groups.
 */
export interface Terms {
  readonly [name: string]: Provision<unknown> | Terms;
}

/**
 * 条文可有不同读法、且影响金额或日期之处。
 * A place where competent officers could read the text differently and money or a date changes.
 */
export interface Reading<Choice extends string = string> {
  /** The words in question. */
  readonly clause: Clause;
  /** What has to be decided. */
  readonly question: Text;
  /** The reading that is used unless the caller names another. */
  readonly default: Choice;
  /** Every possible reading in words, the default included. */
  readonly choices: Readonly<Record<Choice, Text>>;
}

/**
 * 按名称列出的解读。
 * The readings of a policy by name.
 */
export type Readings = Readonly<Record<string, Reading>>;

/**
 * 文件中的一项规定是如何处理的。
 * What became of one norm of the document.
 */
export type ClauseStatus =
  | { readonly status: "computed"; /** The rules that apply it. */ readonly rules: readonly string[] }
  | {
      readonly status: "data";
      /** Where the data stand, by their path from the programme's module. */ readonly where: readonly string[];
    }
  | { readonly status: "unspecified"; /** Names in `policy.unspecified`. */ readonly names: readonly string[] }
  | { readonly status: "not-computable"; /** Why it cannot be computed. */ readonly reason: Text };

/**
 * 文件中的一项规定（概述）。
 * One norm of the document, in summary. A clause with several norms has several entries.
 */
export type Norm = Clause & {
  /** The norm in our own words. */
  readonly summary: Text;
} & ClauseStatus;

/**
 * 所依据的文件。
 * The document a policy module follows.
 */
export interface PolicyDocument {
  /** Its number. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** Who issued it. */
  readonly issuers: readonly string[];
  /** The day on it. */
  readonly issuedOn: Day;
  /** When its rules here were last held against its text, clause by clause. It decides nothing. */
  readonly checkedOn: Day;
  /** The first and, where the document gives one, the last day on which it holds; both are included. */
  readonly inForce: { readonly from: Day; readonly to?: Day };
  /** Where it holds: how the GB/T 2260 codes of its area begin, and codes within them that it leaves out; none where it holds everywhere. */
  readonly area?: { readonly codes: readonly string[]; readonly without?: readonly string[] };
}

/**
 * 文件未规定的事项。
 * What the document leaves open: it is never invented, the caller's contract supplies it.
 */
export interface Unspecified {
  readonly clause: Clause;
  readonly text: Text;
}

/**
 * 一份政策文件，作为冻结的数据。
 * A policy document as frozen data.
 */
export interface Policy<T = Terms, R = Readings> {
  /** The module's name, as in `chongqing`. */
  readonly id: string;
  /** The programme's name. */
  readonly title: Text;
  /** The document it follows. */
  readonly document: PolicyDocument;
  /** What is insured, in the document's order. */
  readonly covers: Readonly<Record<string, { readonly clause: Clause; readonly title: Text }>>;
  /** Every number, day and requirement with its clause. */
  readonly terms: T;
  /** Where the text can be read in more than one way. */
  readonly readings: R;
  /** What amended terms must fulfil together; reports what contradicts. */
  check(this: void, terms: T, report: (path: Path, zh: string, en: string) => void): void;
}

/**
 * 任一项目的政策。
 * A policy of any programme.
 */
export type AnyPolicy = Policy<object>;

/**
 * 调用方可选的解读及其选择。
 * The names of the readings a caller may choose, each with its choices.
 */
export type Choices<R> = { readonly [Name in keyof R]?: R[Name] extends Reading<infer Choice> ? Choice : never };

/** A provision whose name is written out for its value. */
export function worded<Value>({
  wording,
  ...provision
}: Omit<Provision<Value>, "label" | "wording"> & { readonly wording: Wording<Value> }): Provision<Value> {
  const label = wordsFor(wording, provision.value);
  return { ...provision, label, ...(typeof wording === "function" && { wording }) };
}

/** What a contract sets: by the input, or by the agreement that filled the blank; `null` while neither does. */
export function contractual<Value>(term: Provision<Value | null>, given: Value | undefined): Provision<Value> | null {
  const { clause, label, amended } = term;
  const value = given ?? term.value;
  return value === null ? null : { clause, label, value, ...(amended && { amended }) };
}

/** How a value compares with another of its kind: below, at or above it; at it where there is none. */
export function compareValues(value: unknown, other: unknown): number {
  if (Money.is(value) && Money.is(other)) return value.compare(other);
  if (Rate.is(value) && Rate.is(other)) return value.compare(other);
  return typeof value === "number" && typeof other === "number" ? value - other : 0;
}

/** A name that says where its value departs from what holds in principle (原则上), and which way. */
function inPrinciple<Value>({ zh, en }: Text, value: Value, principle: Value): Text {
  const way = compareValues(value, principle);
  const usual = Rate.is(principle) ? principle.toPercent() : String(principle);
  if (way < 0)
    return { zh: `${zh}（低于原则上的 ${usual}）`, en: `${en} (below the ${usual} that holds in principle)` };
  if (way > 0)
    return { zh: `${zh}（高于原则上的 ${usual}）`, en: `${en} (above the ${usual} that holds in principle)` };
  return { zh, en };
}

const clauses = new Map<string, Clause>();

/** The clause at a path of a document: one frozen object a place. */
export function clauseAt(document: string, path: string): Clause {
  const key = `${document} ${path}`;
  const known = clauses.get(key) ?? Object.freeze({ document, path });
  clauses.set(key, known);
  return known;
}

/**
 * The makers of clauses, provisions and readings of one document, so that its number is written once.
 *
 * @example
 * ```ts
 * const { provision } = citing("渝民〔2020〕238号");
 * provision("三(二)", yuan(3000), { zh: "起付标准", en: "Deductible" }).clause.path; // "三(二)"
 * ```
 */
export function citing(document: string) {
  const clause = (path: string) => clauseAt(document, path);
  return {
    /** A clause of the document. */
    clause,
    /** A value with its clause and name, which may follow the value; for a list of words, the vocabulary they come from. */
    provision: <Value>(
      path: string,
      value: Value,
      wording: Wording<NoInfer<Value>>,
      words?: Vocabulary,
    ): Provision<Value> => worded({ clause: clause(path), value, wording, ...(words && { words }) }),
    /** A least value, which may only be amended upwards. */
    floor: <Value>(path: string, value: Value, wording: Wording<NoInfer<Value>>): Provision<Value> =>
      worded({ clause: clause(path), value, wording, floor: value }),
    /** A greatest value, which may only be amended downwards. */
    ceiling: <Value>(path: string, value: Value, wording: Wording<NoInfer<Value>>): Provision<Value> =>
      worded({ clause: clause(path), value, wording, ceiling: value }),
    /** A value in principle, which may be amended either way. */
    principle: <Value>(path: string, value: Value, wording: Wording<NoInfer<Value>>): Provision<Value> =>
      worded({
        clause: clause(path),
        value,
        wording: (given: Value) => inPrinciple(wordsFor(wording, given), given, value),
        principle: value,
      }),
    /** What the document leaves to the contract, which may fill it with a value of this field's kind. */
    blank: <Value>(path: string, field: Field<Value, unknown>): Provision<Value | null> => ({
      clause: clause(path),
      value: null,
      label: field.label,
      blank: field,
    }),
    /** A place that can be read in more than one way. */
    reading: <Choice extends string>(path: string, reading: Omit<Reading<Choice>, "clause">): Reading<Choice> => ({
      clause: clause(path),
      ...reading,
    }),
    /** A norm of the document and what became of it. */
    norm: (path: string, zh: string, en: string, status: ClauseStatus): Norm => ({
      ...clause(path),
      summary: { zh, en },
      ...status,
    }),
    /** A matter the document leaves open. */
    open: (path: string, zh: string, en: string): Unspecified => ({ clause: clause(path), text: { zh, en } }),
  };
}

const policyBrand = Symbol.for("huimin-rules.Policy");

/** Marks a policy as one of ours and freezes it and all that is in it; a copy by hand loses the mark. */
export function definePolicy<P extends AnyPolicy>(policy: P): P {
  return frozen(Object.defineProperty(policy, policyBrand, { value: true }));
}

/** Whether a value is a policy made by `definePolicy` or `amend`, of this copy of the library or another. */
export function isPolicy(value: unknown): value is AnyPolicy {
  return typeof value === "object" && value !== null && policyBrand in value && Object.isFrozen(value);
}
