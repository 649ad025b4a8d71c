import { isDay } from "./day.js";
import { issueOf, PolicyInputError, type Issue, type IssueCode, type Path } from "./errors.js";
import { anyRate, day, flag, integer, list, money, name, oneOf, rateUpToOne } from "./fields.js";
import { isPlain, type Field } from "./input.js";
import { meantName } from "./meant.js";
import { Money, Rate, type MoneyInput, type RateInput } from "./money.js";
import { compareValues, definePolicy, worded, type Amended, type AnyPolicy, type Provision } from "./policy.js";
import { toJson } from "./wire.js";
import type { Wording } from "./text.js";
import { tier, tierIssues, type Tier, type TierInput } from "./tiers.js";

/**
 * 新值可以怎样写。
 * A new value as it may be written: what JSON can carry, or a Money or Rate.
 */
export type ValueInput<Value> = Value extends Money
  ? MoneyInput
  : Value extends Rate
    ? RateInput
    : Value extends readonly Tier[]
      ? readonly TierInput[]
      : Value extends readonly Rate[]
        ? readonly RateInput[]
        : Value;

/**
 * 对政策各项规定的修订；未列出的不变。
 * New values for a policy's terms, in the same groups; what is left out stays.
 */
export type Amendment<T> = {
  readonly [Name in keyof T]?: T[Name] extends Provision<infer Value> ? ValueInput<Value> : Amendment<T[Name]>;
};

/** Whether a term is one, or a group of them, in which one may be called `clause` or `value` too. */
const isProvision = (term: object): term is Provision<unknown> => "clause" in term && "value" in term;

/** The field that reads a new value in the kind of the old one. */
export function fieldFor({ value, blank, words, label: { zh, en } }: Provision<unknown>): Field {
  if (blank !== undefined) return blank;
  const ofKind = (old: unknown): unknown => {
    if (Money.is(old)) return money(zh, en);
    // Only what is a ratio above 1 already can be another one.
    if (Rate.is(old)) return old.compare(Rate.one) > 0 ? anyRate(zh, en) : rateUpToOne(zh, en);
    if (typeof old === "number") return integer(zh, en, 0, Number.MAX_SAFE_INTEGER);
    if (typeof old === "boolean") return flag(zh, en);
    if (isDay(old)) return day(zh, en);
    if (words !== undefined) return oneOf(words, zh, en);
    return typeof old === "string" ? name(zh, en) : tier;
  };
  return (Array.isArray(value) ? list(ofKind(value[0]) as Field, zh, en, 1) : ofKind(value)) as Field;
}

const isTiers = (value: unknown): value is readonly Tier[] =>
  Array.isArray(value) && typeof value[0] === "object" && value[0] !== null && "rate" in value[0];

/** A provision with a new value, or what is wrong with it. */
function replaced(old: Provision<unknown>, change: unknown, mark: Amended): Provision<unknown> | Issue[] {
  const issues: Issue[] = [];
  const value = fieldFor(old).read(change, issues);
  if (issues.length === 0 && isTiers(value)) issues.push(...tierIssues(value));
  const cited = `${old.clause.document} ${old.clause.path}`;
  if (issues.length === 0 && compareValues(value, old.floor) < 0) {
    const floor = String(old.floor);
    const [zh, en] = [`不得低于 ${floor}（${cited}）`, `must not be below ${floor} (${cited})`];
    issues.push(issueOf([], "BELOW_FLOOR", zh, en, change, floor));
  }
  if (issues.length === 0 && compareValues(value, old.ceiling) > 0) {
    const ceiling = String(old.ceiling);
    const [zh, en] = [`不得高于 ${ceiling}（${cited}）`, `must not be above ${ceiling} (${cited})`];
    issues.push(issueOf([], "ABOVE_CEILING", zh, en, change, ceiling));
  }
  if (issues.length > 0) return issues;
  const { amended, issued = old.value, ...term } = old;
  const wording = (term.wording as Wording<unknown> | undefined) ?? term.label;
  const renewed = worded<unknown>({ ...term, wording, value });
  // What is put back is the document's own again.
  return asText(value) === asText(issued) ? renewed : { ...renewed, issued, amended: mark };
}

const asText = (value: unknown) => JSON.stringify(toJson(value));

type Terms = Readonly<Record<string, object>>;

function amendTerms(terms: Terms, changes: unknown, path: Path, issues: Issue[], mark: Amended): Terms {
  const report = (at: Path, code: IssueCode, zh: string, en: string, value: unknown, meant?: string) =>
    issues.push(issueOf(at, code, zh, en, value, meant));
  if (!isPlain(changes)) {
    report(path, "WRONG_TYPE", "应为一组条款", "expected a group of terms", changes);
    return terms;
  }
  const amended: Record<string, object> = { ...terms };
  for (const [name, change] of Object.entries(changes)) {
    const at = [...path, name];
    const old = Object.hasOwn(terms, name) ? terms[name] : undefined;
    if (change === undefined) continue;
    if (old === undefined) {
      const meant = meantName(name, namesOf(terms));
      report(at, "UNKNOWN_FIELD", "政策中没有这一条款", "the policy has no such term", change, meant);
    } else if (!isProvision(old)) amended[name] = amendTerms(old as Terms, change, at, issues, mark);
    else {
      const found = replaced(old, change, mark);
      if (Array.isArray(found)) {
        for (const issue of found) issues.push({ ...issue, path: [...at, ...issue.path] });
      } else amended[name] = found;
    }
  }
  return amended;
}

/** The names of terms with what they are called, for a suggestion. */
const namesOf = (terms: Terms) =>
  Object.fromEntries(Object.entries(terms).map(([name, term]) => [name, isProvision(term) ? term.label : undefined]));

/**
 * 换上其他条款的政策副本：合同更优的条款，或假设测算；用到的行和核查项都会注明。
 * A copy of a policy with other terms: a contract's better ones, or a what-if. The copy is checked like the original; lines, checks
 * and deadlines that used an amended term say so.
 *
 * @param changes - New values in the places of the old ones, as JSON can carry them: yuan and rates as plain decimals.
 * @throws PolicyInputError (`INVALID_AMENDMENT`) listing every unknown term, value of another kind, and value below a floor
 * (不低于) or above a ceiling (最高) that the document sets, and terms that contradict each other.
 * @example
 * ```ts
 * const better = amend(chongqing.policy, { terms: { majorIllness: { annualLimit: "200000" } } });
 * chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "1000000" }, { policy: better }).amount.toString(); // "200000.00"
 * ```
 */
export function amend<P extends AnyPolicy>(policy: P, changes: { readonly terms: Amendment<P["terms"]> }): P {
  const issues: Issue[] = [];
  if (!isPlain(changes)) {
    throw new PolicyInputError("INVALID_AMENDMENT", [
      issueOf([], "WRONG_TYPE", "应为“{ terms: … }”", 'expected "{ terms: ... }"', changes),
    ]);
  }
  for (const [name, change] of Object.entries(changes)) {
    if (name !== "terms") {
      issues.push(issueOf([name], "UNKNOWN_FIELD", "只能修订“terms”", 'only "terms" can be amended', change));
    }
  }
  const amended = withTerms(policy, changes.terms, issues, true);
  if (issues.length > 0) throw new PolicyInputError("INVALID_AMENDMENT", issues);
  return amended;
}

/** A copy of a policy with other terms, marked; what is wrong with them goes to the issues, under `terms`. */
export function withTerms<P extends AnyPolicy>(policy: P, changes: unknown, issues: Issue[], mark: Amended): P {
  const found: Issue[] = [];
  const terms = amendTerms(policy.terms as Terms, changes, ["terms"], found, mark);
  if (found.length === 0) {
    policy.check(terms, (path, zh, en) => {
      found.push(issueOf(["terms", ...path], "CONFLICT", zh, en));
    });
  }
  issues.push(...found);
  return found.length > 0 ? policy : definePolicy({ ...policy, terms });
}
