import { telling } from "./echo.js";
import { issueOf, PolicyInputError, within, type Issue, type Path } from "./errors.js";
import { isPlain } from "./input.js";
import { Money, Rate } from "./money.js";
import type { Options } from "./options.js";
import type { AnyPolicy } from "./policy.js";
import type { Based } from "./results.js";
import type { Outcome, Rule } from "./rule.js";
import {
  impactSums,
  labelsOf,
  readBy,
  sumUp,
  type Addend,
  type Dimension,
  type ImpactSummary,
  type Labels,
} from "./summary.js";
import { moneyShape, nullableShape, readShape, toJson } from "./wire.js";

/**
 * 结果中的一处变化。
 * One thing that is decided otherwise: an amount, an outcome, a day.
 */
export interface Change {
  /**
   * Where in the result; an item of a list stands under its own name (an entry's id, a deadline's action) where it has one. `["error"]`
   * where one side refuses the input.
   */
  readonly path: Path;
  /** What it was; `null` where there was nothing. */
  readonly before: unknown;
  /** What it is; `null` where there is nothing. */
  readonly after: unknown;
}

/**
 * 同一输入在两种规则下的结果，及其差别。
 * One input decided in two ways, and what differs. Working steps, checks and words differ with what is decided and are not told apart.
 */
export interface Impact<Result = object> {
  /** The programme. */
  readonly programme: string;
  /** The cover that is claimed; `null` for a rule without one, such as a person's ledger. */
  readonly cover: string | null;
  /** Whether anything is decided otherwise. A refusal on one side alone is; one on both sides is not. */
  readonly changed: boolean;
  /** The result before, or its refusal. */
  readonly before: Outcome<Result>;
  /** The result after, or its refusal. */
  readonly after: Outcome<Result>;
  /** Everything that is decided otherwise. */
  readonly changes: readonly Change[];
  /** What is payable (`amount` of a benefit, `entitled` of a ledger) after less before (yuan); `null` where either is not known. */
  readonly difference: Money | null;
}

type Step = Path[number];

/** What names an item of a list, so that it is held against its own like, wherever that stands. */
function nameOf(item: unknown): string | undefined {
  if (!isPlain(item)) return undefined;
  const own = item["id"] ?? item["action"];
  const parts = own === undefined ? [item["cover"], item["term"], item["name"], item["from"]] : [own];
  const texts = parts.filter((part) => typeof part === "string");
  return texts.length === 0 ? undefined : texts.join(" ");
}

/** Whether each item of a list has a name of its own. */
function hasNames(items: readonly unknown[]): boolean {
  const names = new Set(items.map(nameOf));
  return names.size === items.length && !names.has(undefined);
}

/** What a value is made of: the items of a list by name or by place, the fields of a record but for those that only tell. */
function partsOf(value: unknown, named: boolean): Map<Step, unknown> {
  if (Array.isArray(value)) {
    return new Map(value.map((item: unknown, index) => [named ? (nameOf(item) ?? index) : index, item]));
  }
  return new Map(isPlain(value) ? Object.entries(value).filter(([name]) => !telling.has(name)) : []);
}

const isGroup = (value: unknown): boolean => Array.isArray(value) || isPlain(value);
const isZero = (value: unknown): boolean => Money.is(value) && value.isZero();

/** Whether two values that are not made of parts are the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  // A part that is left out is a part of nothing.
  if (one === undefined || other === undefined) return isZero(one ?? other) || (one ?? other) == null;
  if (Money.is(one)) return Money.is(other) && one.equals(other);
  return Rate.is(one) && Rate.is(other) && one.compare(other) === 0;
}

/** Whether a value is the assessment of a claim that is not covered. */
const isRefused = (value: unknown): boolean =>
  isPlain(value) && isPlain(value["eligibility"]) && value["eligibility"]["outcome"] === "ineligible";

/** Collects what two values decide otherwise, down to the single amounts, words and days. */
function collect(path: Path, one: unknown, other: unknown, changes: Change[]): void {
  const whole = () => changes.push({ path, before: one ?? null, after: other ?? null });
  const bothMade = [one, other].every((each) => isGroup(each) || each == null);
  if (!bothMade || (one == null && other == null)) {
    if (!isSame(one, other)) whole();
    return;
  }
  const named = [one, other].every((each) => !Array.isArray(each) || hasNames(each));
  const [before, after] = [partsOf(one, named), partsOf(other, named)];
  const found = changes.length;
  // What a claim would have come to decides nothing where it is covered on neither side.
  if (isRefused(one) && isRefused(other)) for (const parts of [before, after]) parts.delete("benefit");
  for (const step of new Set([...before.keys(), ...after.keys()])) {
    collect([...path, step], before.get(step), after.get(step), changes);
  }
  // Something made of nothing that counts has come or gone.
  if ((one == null) !== (other == null) && changes.length === found) whole();
}

/** What a result comes to, and what of it is open. */
function amountOf(outcome: Outcome<object>): { readonly amount: Money | null; readonly open: unknown } {
  const result: Readonly<Record<string, unknown>> = outcome.ok ? { ...outcome.value } : {};
  const { payable, entitled, amount, pending } = result;
  const whole = payable === undefined ? (entitled ?? amount) : payable;
  return { amount: Money.is(whole) ? whole : null, open: JSON.stringify(pending) };
}

/** The cover of a result, where it has one. */
function coverOf(outcome: Outcome<object>): string | null {
  return outcome.ok && "cover" in outcome.value && typeof outcome.value.cover === "string" ? outcome.value.cover : null;
}

/** What two outcomes of a rule for one input differ in. */
export function impactOf<Result extends object>(
  policy: AnyPolicy,
  before: Outcome<Result>,
  after: Outcome<Result>,
): Impact<Result> {
  const changes: Change[] = [];
  if (before.ok && after.ok) collect([], before.value, after.value, changes);
  else if (before.ok !== after.ok) {
    const [one, other] = [before, after].map((side) => (side.ok ? null : side.error));
    changes.push({ path: ["error"], before: one, after: other });
  }
  const [one, other] = [amountOf(before), amountOf(after)];
  // Sums over other rows are not compared: what became open is not lost.
  const comparable = one.amount !== null && other.amount !== null && one.open === other.open;
  return {
    programme: policy.id,
    cover: coverOf(after) ?? coverOf(before),
    changed: changes.length > 0,
    before,
    after,
    changes,
    difference: comparable ? other.amount.minus(one.amount) : null,
  };
}

/** A rule, as far as its decisions are compared. */
type Compared<Input, Result, P extends AnyPolicy> = Pick<Rule<Input, Result, P>, "safe"> & { readonly policy: P };

/**
 * 同一案件按两份合同、两种读法或两个政策各算一次，看什么变了、差多少。
 * Decides one case in two ways (two agreements, two sets of readings, two policies): what changes, and by how much. `summariseImpacts`
 * adds up who gains and who loses.
 *
 * @param rule - The rule.
 * @param input - Its input.
 * @param before - The options that it is decided under now; `{}` for the document as it stands.
 * @param after - Those that it is held against.
 * @returns The two results, what is decided otherwise, and the difference in yuan. A refusal on one side, such as of an event outside an
 * agreement's days, is a change.
 * @throws PolicyInputError (`INVALID_OPTIONS`) for options that are none.
 * @example
 * ```ts
 * const lower = amend(chongqing.policy, { terms: { majorIllness: { deductible: "2000" } } });
 * const impact = compareDecisions(chongqing.majorIllnessBenefit, { outOfCatalogueToDate: "58000" }, {}, { policy: lower });
 * impact.difference?.toString(); // "350.00"
 * impact.changes.map(({ path, before, after }) => [path.join("."), String(before), String(after)]);
 * // [["amount", "16250.00", "16600.00"], ["parts.medical", "16250.00", "16600.00"]]
 * ```
 */
export function compareDecisions<Input, Result extends object, P extends AnyPolicy>(
  rule: Compared<Input, Result, P> & ((input: Input, options?: Options<P>) => Based<Result>),
  input: Input,
  before: Options<P>,
  after: Options<P>,
): Impact<Based<Result>> {
  const [one, other] = [rule.safe(input, before), rule.safe(input, after)];
  const issues: Issue[] = [];
  for (const [side, outcome] of [["before", one] as const, ["after", other] as const]) {
    if (outcome.ok || outcome.error.code !== "INVALID_OPTIONS") continue;
    const from = issues.length;
    issues.push(...outcome.error.issues);
    within(issues, from, side);
  }
  if (issues.length > 0) throw new PolicyInputError("INVALID_OPTIONS", issues);
  return impactOf(rule.policy, one, other);
}

/**
 * 一项影响，连同标签；也可以是 JSON 中的样子。
 * An impact with its labels; also as it comes back from JSON.
 */
export interface ImpactItem extends Labels, Pick<Impact, "programme" | "cover" | "changed"> {
  readonly difference: Money | string | null;
}

const noImpact = {
  zh: "应为一项影响（“compareDecisions”的结果）",
  en: 'expected an impact (a result of "compareDecisions")',
};

const yuanOrNone = nullableShape(moneyShape());

/** What an impact adds; `null` where something is wrong with it. */
export function impactAddend(item: unknown, by: readonly Dimension[], issues: Issue[]): Addend | null {
  const before = issues.length;
  const given: Readonly<Record<string, unknown>> = isPlain(item) ? item : {};
  const { programme, changed } = given;
  if (typeof programme !== "string" || typeof changed !== "boolean" || given["difference"] === undefined) {
    issues.push(issueOf([], "WRONG_TYPE", noImpact.zh, noImpact.en, item));
    return null;
  }
  const labels = labelsOf(by, (dimension) => given[dimension], issues);
  const difference = readShape(yuanOrNone, toJson(given["difference"]), ["difference"], issues);
  const fen = Money.is(difference) ? difference.fen : 0;
  const counts = [true, changed, fen > 0, fen < 0, difference === null].map(Number);
  const sums = [...counts, Math.max(fen, 0), Math.max(-fen, 0), fen];
  return issues.length > before ? null : { programme, labels, sums };
}

/**
 * 汇总一批影响：多少增加、多少减少，一共多花（或少花）多少。
 * Sums up impacts: who gains, who loses, and what it costs to the fen. As `summarise` in all else; `merge` merges these too.
 *
 * @param impacts - What `compareDecisions` gives, with labels; also as it comes back from JSON.
 * @param options - `by`: the dimensions, in the order of the columns; none gives the total alone.
 * @throws PolicyInputError for what is no impact, a label that is no text, impacts of two programmes, and an unknown dimension.
 * @example
 * ```ts
 * const lower = amend(chongqing.policy, { terms: { majorIllness: { deductible: "2000" } } });
 * const bills = ["1000", "2500", "58000"].map((outOfCatalogueToDate) => ({ outOfCatalogueToDate }));
 * const impacts = bills.map((bill) => compareDecisions(chongqing.majorIllnessBenefit, bill, {}, { policy: lower }));
 * const { records, winners, losers, difference } = summariseImpacts(impacts).total;
 * [records, winners, losers, difference.toString()]; // [3, 2, 0, "475.00"]
 * ```
 */
export function summariseImpacts<const D extends Dimension = never>(
  impacts: Iterable<ImpactItem>,
  options: { readonly by?: readonly D[] } = {},
): ImpactSummary<D> {
  return sumUp(impactSums, impacts, readBy(options), impactAddend);
}
