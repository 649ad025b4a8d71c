import type { Day } from "./day.js";
import { isDay } from "./day.js";
import { PolicyInputError, type Issue } from "./errors.js";
import { frozen } from "./frozen.js";
import { Money, parseMoney, parseRate, Rate } from "./money.js";
import type { Text } from "./text.js";
import { tierIssues, type Tier } from "./tiers.js";

/** A place in a document: its number and the path of the clause as the document numbers it. */
export interface Clause {
  /** The document's number, as in `渝民〔2020〕238号`. */
  readonly document: string;
  /** The clause's path, as in `三(二)`. */
  readonly path: string;
}

/** A number, day, list or requirement of a policy together with the clause that states it. */
export interface Provision<Value> {
  /** Where it stands. */
  readonly clause: Clause;
  /** What is provided. For a requirement, `true` asks for it and `false` waives it. */
  readonly value: Value;
  /** What it is called. */
  readonly label: Text;
  /** The least value the text allows (不低于): it may only be amended upwards from there. */
  readonly floor?: Value;
  /** The words a list may hold, where it is a list of words. */
  readonly words?: readonly string[];
  /** The value is not the document's but was put in its place by `amend`. */
  readonly amended?: true;
}

/** A policy's terms: provisions in named groups. */
export interface Terms {
  readonly [name: string]: Provision<unknown> | Terms;
}

/** A place where competent officers could read the text differently and money or a date changes. */
export interface Reading<Choice extends string = string> {
  /** The words in question. */
  readonly clause: Clause;
  /** What has to be decided. */
  readonly question: Text;
  /** The reading that is used unless the caller names another. */
  readonly default: Choice;
  /** Every possible reading in words, the default included. */
  readonly choices: Readonly<Record<Choice, Text>>;
  /** Why the default is the default. */
  readonly reason: Text;
}

/** The readings of a policy by name. */
export type Readings = Readonly<Record<string, Reading>>;

/** What became of one norm of the document. */
export type ClauseStatus =
  | { readonly status: "computed"; /** The rules that apply it. */ readonly rules: readonly string[] }
  | {
      readonly status: "data";
      /** Where the data stand, by their path from the programme's module. */ readonly where: readonly string[];
    }
  | { readonly status: "unspecified"; /** Names in `policy.unspecified`. */ readonly names: readonly string[] }
  | { readonly status: "not-computable"; /** Why it cannot be computed. */ readonly reason: Text };

/** One norm of the document, in summary. A clause with several norms has several entries. */
export type ClauseEntry = Clause & { /** The norm in our own words. */ readonly summary: Text } & ClauseStatus;

/** The document a policy module follows. */
export interface PolicyDocument {
  /** Its number. */
  readonly number: string;
  /** Its title. */
  readonly title: Text;
  /** Who issued it. */
  readonly issuers: readonly string[];
  /** The day on it. */
  readonly issuedOn: Day;
}

/** What the document leaves open: it is never invented, the caller's contract supplies it. */
export interface Unspecified {
  readonly clause: Clause;
  readonly text: Text;
}

/** A policy document as frozen data. */
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
  /** What the text leaves to a contract or to another rule. */
  readonly unspecified: Readonly<Record<string, Unspecified>>;
  /** Every norm of the document and what became of it. */
  readonly clauses: readonly ClauseEntry[];
  /** What amended terms must fulfil together; reports what contradicts. */
  check?(this: void, terms: T, report: (path: Issue["path"], zh: string, en: string) => void): void;
}

/** A policy of any programme. */
export type AnyPolicy = Policy<object, object>;

/** The names of the readings a caller may choose, each with its choices. */
export type Choices<R> = { readonly [Name in keyof R]?: R[Name] extends Reading<infer Choice> ? Choice : never };

/** New values for a policy's terms, in the same groups; what is left out stays. */
export type Amendment<T> = {
  readonly [Name in keyof T]?: T[Name] extends Provision<infer Value> ? Value : Amendment<T[Name]>;
};

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
    /** A value with its clause and name; for a list of words, the vocabulary they come from. */
    provision: <Value>(path: string, value: Value, label: Text, vocabulary?: object): Provision<Value> => ({
      clause: clause(path),
      value,
      label,
      ...(vocabulary && { words: Object.keys(vocabulary) }),
    }),
    /** A least value, which may only be amended upwards. */
    floor: <Value>(path: string, value: Value, label: Text): Provision<Value> => ({
      clause: clause(path),
      value,
      label,
      floor: value,
    }),
    /** A place that can be read in more than one way. */
    reading: <Choice extends string>(path: string, reading: Omit<Reading<Choice>, "clause">): Reading<Choice> => ({
      clause: clause(path),
      ...reading,
    }),
    /** A norm of the document and what became of it. */
    norm: (path: string, zh: string, en: string, status: ClauseStatus): ClauseEntry => ({
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

function isProvision(value: unknown): value is Provision<unknown> {
  return typeof value === "object" && value !== null && "clause" in value && "value" in value;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !Money.is(value) && !Rate.is(value);
}

type Replacement = { value: unknown } | { issues: Issue[] };

const refused = (code: Issue["code"], zh: string, en: string): { issues: Issue[] } => ({
  issues: [{ path: [], code, message: { zh, en } }],
});

const below = (step: string | number, issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, path: [step, ...issue.path] }));

/** The new value in the old one's kind, or what is wrong with it. */
function replacement(old: unknown, value: unknown, words?: readonly string[]): Replacement {
  if (Money.is(old)) {
    const amount = parseMoney(value);
    return amount instanceof Money ? { value: amount } : refused("INVALID_AMOUNT", amount.zh, amount.en);
  }
  if (Rate.is(old)) {
    const factor = parseRate(value);
    if (!(factor instanceof Rate)) return refused("INVALID_RATE", factor.zh, factor.en);
    const aboveOne = factor.compare(Rate.one) > 0;
    return aboveOne
      ? refused("OUT_OF_RANGE", "比例不能超过 1（25% 写作 0.25）", "a rate must not exceed 1 (write 25 % as 0.25)")
      : { value: factor };
  }
  if (typeof old === "number") {
    const whole = Number.isSafeInteger(value) && (value as number) >= 0;
    return whole ? { value } : refused("WRONG_TYPE", "应为不小于零的整数", "expected a whole number not below zero");
  }
  if (typeof old === "boolean") {
    return typeof value === "boolean"
      ? { value }
      : refused("WRONG_TYPE", "应为 true 或 false", "expected true or false");
  }
  if (isDay(old)) {
    return isDay(value)
      ? { value }
      : refused("INVALID_DAY", "应为真实日期 YYYY-MM-DD", "expected a real day YYYY-MM-DD");
  }
  if (Array.isArray(old)) return replacementList(old, value, words);
  if (words !== undefined && !words.includes(value as string)) {
    return refused("UNKNOWN_CHOICE", `应为以下之一：${words.join(", ")}`, `expected one of: ${words.join(", ")}`);
  }
  return typeof value === "string" ? { value } : refused("WRONG_TYPE", "应为文字", "expected a text");
}

function replacementList(old: readonly unknown[], value: unknown, words?: readonly string[]): Replacement {
  if (!Array.isArray(value) || value.length === 0)
    return refused("WRONG_TYPE", "应为非空列表", "expected a list that is not empty");
  const areTiers = isGroup(old[0]);
  const parts = value.map((item: unknown) => (areTiers ? replacementTier(item) : replacement(old[0], item, words)));
  const list = parts.map((part) => ("value" in part ? part.value : undefined));
  const issues = parts.flatMap((part, index) => ("issues" in part ? below(index, part.issues) : []));
  if (areTiers && issues.length === 0) issues.push(...tierIssues(list as Tier[]));
  return issues.length > 0 ? { issues } : { value: list };
}

function replacementTier(value: unknown): Replacement {
  if (!isGroup(value)) return refused("WRONG_TYPE", "应为一段 { upTo?, rate }", "expected a tier { upTo?, rate }");
  const rate = replacement(Rate.zero, value["rate"]);
  const upTo = value["upTo"] === undefined ? undefined : replacement(Money.zero, value["upTo"]);
  const issues = [
    ...Object.keys(value)
      .filter((name) => name !== "rate" && name !== "upTo")
      .map((name): Issue => ({
        path: [name],
        code: "UNKNOWN_FIELD",
        message: { zh: "没有这一项", en: "no such field" },
      })),
    ...("issues" in rate ? below("rate", rate.issues) : []),
    ...(upTo !== undefined && "issues" in upTo ? below("upTo", upTo.issues) : []),
  ];
  if (issues.length > 0 || !("value" in rate)) return { issues };
  return { value: { rate: rate.value, ...(upTo !== undefined && "value" in upTo && { upTo: upTo.value }) } };
}

function isBelow(value: unknown, floor: unknown): boolean {
  if (Money.is(value) && Money.is(floor)) return value.compare(floor) < 0;
  if (Rate.is(value) && Rate.is(floor)) return value.compare(floor) < 0;
  return typeof value === "number" && typeof floor === "number" && value < floor;
}

function amendTerms(terms: object, changes: unknown, path: Issue["path"], issues: Issue[]): object {
  const report = (at: Issue["path"], code: Issue["code"], zh: string, en: string) =>
    issues.push({ path: at, code, message: { zh, en } });
  if (!isGroup(changes)) {
    report(path, "WRONG_TYPE", "应为一组条款", "expected a group of terms");
    return terms;
  }
  const amended: Record<string, unknown> = { ...terms };
  for (const [name, change] of Object.entries(changes)) {
    const at = [...path, name];
    const old: unknown = Object.hasOwn(terms, name) ? amended[name] : undefined;
    if (change === undefined) continue;
    if (old === undefined) report(at, "UNKNOWN_FIELD", "政策中没有这一条款", "the policy has no such term");
    else if (!isProvision(old)) amended[name] = amendTerms(old as object, change, at, issues);
    else {
      const found = replacement(old.value, change, old.words);
      if ("issues" in found)
        issues.push(...found.issues.map((issue): Issue => ({ ...issue, path: [...at, ...issue.path] })));
      else if (isBelow(found.value, old.floor)) {
        const floor = `${String(old.floor)}（${old.clause.document} ${old.clause.path}）`;
        report(
          at,
          "BELOW_FLOOR",
          `不得低于 ${floor}`,
          `must not be below ${String(old.floor)} (${old.clause.document} ${old.clause.path})`,
        );
      } else amended[name] = { ...old, value: found.value, amended: true };
    }
  }
  return amended;
}

/**
 * A copy of a policy with other terms: a contract's better ones, or a what-if. The copy is checked like the original; lines
 * that used an amended term say so.
 *
 * @throws PolicyInputError (`INVALID_AMENDMENT`) listing every unknown term, value of another kind, and value below a floor
 * that the document sets (不低于), and terms that contradict each other.
 * @example
 * ```ts
 * const better = amend(chongqing.policy, { terms: { majorIllness: { annualLimit: yuan(200000) } } });
 * chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "1000000" }, { policy: better }).amount.toString(); // "200000.00"
 * ```
 */
export function amend<P extends AnyPolicy>(policy: P, changes: { readonly terms: Amendment<P["terms"]> }): P {
  const issues: Issue[] = [];
  if (!isGroup(changes)) {
    throw new PolicyInputError("INVALID_AMENDMENT", [
      { path: [], code: "WRONG_TYPE", message: { zh: "应为 { terms: … }", en: "expected { terms: ... }" } },
    ]);
  }
  for (const name of Object.keys(changes)) {
    if (name !== "terms")
      issues.push({
        path: [name],
        code: "UNKNOWN_FIELD",
        message: { zh: "只能修订 terms", en: "only terms can be amended" },
      });
  }
  const terms = amendTerms(policy.terms, changes.terms, ["terms"], issues);
  if (issues.length === 0) {
    policy.check?.(terms, (path, zh, en) => {
      issues.push({ path: ["terms", ...path], code: "CONFLICT", message: { zh, en } });
    });
  }
  if (issues.length > 0) throw new PolicyInputError("INVALID_AMENDMENT", issues);
  return definePolicy({ ...policy, terms });
}
