import { isDay, type Day, type Month } from "./day.js";
import type { Eligibility } from "./eligibility.js";
import { issueOf, PolicyInputError, within, type Issue, type IssueCode, type Path } from "./errors.js";
import { fact, list, month, name, oneOf, optional } from "./fields.js";
import { frozen } from "./frozen.js";
import { isPlain, readObject, type Field, type Vocabulary } from "./input.js";
import { Money } from "./money.js";
import { amount, count, type ShapesOf } from "./results.js";
import type { Text } from "./text.js";
import {
  listShape,
  moneyShape,
  nullableShape,
  optionalShape,
  readShape,
  recordShape,
  stringShape,
  toJson,
  type Json,
  type Shape,
} from "./wire.js";

/**
 * 汇总的维度：险种、地区、承保机构、月份、人员类别。
 * What claims can be summed by: cover, area, insurer, month, category of persons (特困 and the like).
 */
export type Dimension = "cover" | "area" | "insurer" | "month" | "category";

export const dimensions = frozen({
  cover: { zh: "险种", en: "Cover" },
  area: { zh: "地区", en: "Area" },
  insurer: { zh: "承保机构", en: "Insurer" },
  month: { zh: "月份", en: "Month" },
  category: { zh: "人员类别", en: "Category" },
} satisfies Vocabulary<Dimension>);

/** What a caller may label a record with. */
export const labelFields = {
  area: fact(name("地区", "Area")),
  insurer: fact(name("承保机构", "Insurer")),
  month: fact(month("月份", "Month")),
  category: fact(name("人员类别", "Category")),
};

const fieldOf: Readonly<Record<Dimension, Field>> = { cover: name("险种", "Cover"), ...labelFields };

/**
 * 调用方给一项理赔加的标签；没有的不写。
 * What a caller labels an item with; a label that there is none of is left out.
 */
export interface Labels {
  /** Where: a name or code, as the caller writes it. */
  readonly area?: string | null | undefined;
  /** Who insures. */
  readonly insurer?: string | null | undefined;
  /** `YYYY-MM`; the month of a ledger's entry is that of its event, where it has a day. */
  readonly month?: Month | null | undefined;
  /** The category of persons, such as 特困. */
  readonly category?: string | null | undefined;
}

/** An amount, also as JSON carries it. */
type Amount = Money | string;

/** What of an assessment is summed. */
interface Assessed {
  readonly programme: string;
  readonly cover: string;
  readonly eligibility: { readonly outcome: Eligibility["outcome"] };
  readonly payable: Amount | null;
  readonly benefit?: { readonly overpaid: Amount } | null | undefined;
}

/** What of a ledger's entry is summed. */
interface Entered {
  readonly on?: Day | null | undefined;
  readonly assessment: Assessed;
  readonly entitled: Amount | null;
  readonly paid: Amount;
  readonly due: Amount | null;
  readonly overpaid: Amount | null;
  readonly provisional?: true | undefined;
  readonly withdrawn?: true | undefined;
}

/**
 * 汇总的一项：台账的一行，或一项理赔的核定，连同标签；也可以是 JSON 中的样子。
 * What is summed: an entry of a ledger, or the assessment of a single claim, with its labels; also as it comes back from JSON.
 */
export type SummaryItem = Labels & (Entered | Assessed);

/**
 * 一组理赔的件数和金额。
 * The claims of a group: how many, by outcome, and what they come to (yuan). Every claim is one of `eligible`, `ineligible`, `open`,
 * `withdrawn`.
 */
export interface Sums {
  /** All of them. */
  readonly claims: number;
  /** Covered, with an amount. */
  readonly eligible: number;
  /** Not covered. */
  readonly ineligible: number;
  /** Without an amount yet: facts, the loss or the contract's amount are missing. In no sum but `paid`. */
  readonly open: number;
  /** Withdrawn: entitled to nothing. */
  readonly withdrawn: number;
  /** What of them may still change, since an open claim shares an account with it. */
  readonly provisional: number;
  /** What they are entitled to; of a single assessment, what is payable. */
  readonly entitled: Money;
  /** What was really paid; of a single assessment nothing is known. */
  readonly paid: Money;
  /** What is still to be paid. */
  readonly due: Money;
  /** What was paid beyond what was due. */
  readonly overpaid: Money;
}

/** The shapes of sums: they hold what there is to add up, in its order, and what people call it. */
export const claimSums: ShapesOf<Sums> = frozen({
  claims: count("件数", "Claims"),
  eligible: count("符合", "Eligible"),
  ineligible: count("不符合", "Not eligible"),
  open: count("待定", "Open"),
  withdrawn: count("撤回", "Withdrawn"),
  provisional: count("暂定", "Provisional"),
  entitled: amount("应得", "Entitled"),
  paid: amount("已赔付", "Paid"),
  due: amount("应补付", "Due"),
  overpaid: amount("多付", "Overpaid"),
});

/**
 * 一批影响的合计：多少增加、多少减少、差额多少。
 * Impacts added up: who gains, who loses, and what it costs (yuan). Of the records that are neither `winners`, `losers` nor `undecided` the
 * amount stays what it was.
 */
export interface ImpactSums {
  /** All of them. */
  readonly records: number;
  /** Decided otherwise in anything: an amount, an outcome, a day. */
  readonly changed: number;
  /** Those whose amount is greater after. */
  readonly winners: number;
  /** Those whose amount is smaller after. */
  readonly losers: number;
  /** Those whose difference is not known: open, or refused on a side. */
  readonly undecided: number;
  /** What the winners gain. */
  readonly gained: Money;
  /** What the losers lose. */
  readonly lost: Money;
  /** What it costs: gained less lost; negative where it saves. */
  readonly difference: Money;
}

export const impactSums: ShapesOf<ImpactSums> = frozen({
  records: count("记录", "Records"),
  changed: count("有变化", "Changed"),
  winners: count("增加", "Winners"),
  losers: count("减少", "Losers"),
  undecided: count("未定", "Undecided"),
  gained: amount("增加金额", "Gained"),
  lost: amount("减少金额", "Lost"),
  difference: amount("差额", "Difference"),
});

/** A row of a summary: its labels, `null` for what is not stated, and its sums. */
type SummedRow<S, D extends Dimension> = S &
  Readonly<Partial<Record<Dimension, string | null>>> &
  Readonly<Record<D, string | null>>;

/** What adds up: whatever of a programme, by some dimensions. */
export interface Summed<S, D extends Dimension = never> {
  /** The programme; `null` where there is nothing. */
  readonly programme: string | null;
  /** What it is summed by. */
  readonly by: readonly Dimension[];
  /** A row for each group that there is, in the order of their labels; what is not stated is a group of its own, the last. */
  readonly rows: readonly SummedRow<S, D>[];
  /** All rows together. */
  readonly total: S;
}

/**
 * 一批理赔的汇总：每组一行，另有合计。
 * A summary of claims: a row a group, and the total. Plain data.
 */
export interface Summary<D extends Dimension = never> extends Summed<Sums, D> {}

/**
 * 一批影响的汇总。
 * A summary of impacts: a row a group, and the total. Plain data.
 */
export interface ImpactSummary<D extends Dimension = never> extends Summed<ImpactSums, D> {}

/** The shape of a summary. */
function summedShape<S>(sums: ShapesOf<S>): Shape<Summed<S>> {
  const labels = Object.keys(dimensions).map((each) => [each, optionalShape(nullableShape(stringShape()))] as const);
  const own: Readonly<Record<string, Shape>> = sums;
  return recordShape<Summed<S>>({
    programme: nullableShape(stringShape()),
    by: listShape({ kind: "word", words: dimensions }),
    rows: listShape(recordShape({ ...(Object.fromEntries(labels) as Readonly<Record<string, Shape>>), ...own })),
    total: recordShape(own),
  });
}

export const summaryShape = summedShape(claimSums);
export const impactSummaryShape = summedShape(impactSums);

// Adding up ------------------------------------------------------------------------------------------------------------

/** What one item adds: to which group, and how much to each sum, amounts in fen. */
export interface Addend {
  readonly programme: string;
  readonly labels: readonly (string | null)[];
  readonly sums: readonly number[];
}

/** Labels as text; what is not stated comes after all that is. */
function compareLabels(one: readonly (string | null)[], other: readonly (string | null)[]): number {
  for (const [index, label] of one.entries()) {
    const against = other[index] as string | null;
    if (label === against) continue;
    if (label === null || against === null) return label === null ? 1 : -1;
    return label < against ? -1 : 1;
  }
  return 0;
}

function addTo(sums: number[], addends: readonly number[]): void {
  for (const [index, each] of addends.entries()) sums[index] = (sums[index] ?? 0) + each;
}

/** Adds up as it goes: it holds the groups that there are, however many items come. */
export function tallyOf<S, D extends Dimension>(shapes: ShapesOf<S>, by: readonly D[]) {
  const parts = Object.entries<Shape>(shapes);
  const groups = new Map<string, Pick<Addend, "labels"> & { readonly sums: number[] }>();
  let programme: string | null = null;
  const sumsOf = (sums: readonly number[]) =>
    Object.fromEntries(
      parts.map(([each, { kind }], index) => {
        const sum = sums[index] ?? 0;
        return [each, kind === "money" ? Money.ofFen(sum) : sum];
      }),
    ) as S;
  return {
    by,
    /** Whether it takes what is of a programme: all of one summary is of the same. */
    takes: (its: string): boolean => programme === null || programme === its,
    add({ programme: its, labels, sums }: Addend): void {
      programme = its;
      const key = JSON.stringify(labels);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { labels, sums: [...sums] });
      else addTo(group.sums, sums);
    },
    summary(): Summed<S, D> {
      const sorted = [...groups.values()].sort((one, other) => compareLabels(one.labels, other.labels));
      const total = parts.map(() => 0);
      for (const { sums } of sorted) addTo(total, sums);
      const rows = sorted.map(({ labels, sums }) => ({
        ...(Object.fromEntries(by.map((each, index) => [each, labels[index]])) as Readonly<Record<D, string | null>>),
        ...sumsOf(sums),
      }));
      return frozen({ programme, by: [...by], rows, total: sumsOf(total) });
    },
  };
}

/** The labels of a group, and what is wrong with them. */
export function labelsOf(
  by: readonly Dimension[],
  labelled: (dimension: Dimension) => unknown,
  issues: Issue[],
): (string | null)[] {
  return by.map((dimension) => {
    const label = labelled(dimension) ?? null;
    if (label === null) return null;
    const before = issues.length;
    const read = fieldOf[dimension].read(label, issues);
    within(issues, before, dimension);
    return typeof read === "string" ? read : null;
  });
}

const noItem = {
  zh: "应为台账的一行，或一项理赔的核定（“assessClaim”的结果）",
  en: 'expected an entry of a ledger, or an assessment of a claim (a result of "assessClaim")',
};

const outcomes: readonly unknown[] = ["eligible", "ineligible", "undetermined"] satisfies Eligibility["outcome"][];

/** Whether a value is an assessment, or was one before it went through JSON. */
function isAssessed(value: unknown): value is Assessed {
  if (!isPlain(value)) return false;
  const { programme, cover, eligibility, payable } = value;
  const known = typeof programme === "string" && typeof cover === "string" && payable !== undefined;
  return known && isPlain(eligibility) && outcomes.includes(eligibility["outcome"]);
}

const yuanShape = moneyShape();

/** An amount in fen; of what is open there is none yet. */
function fenAt(part: string, value: unknown, isOpen: boolean, issues: Issue[]): number {
  if (value === null && isOpen) return 0;
  const read = Money.is(value) ? value : readShape(yuanShape, toJson(value), [part], issues);
  return Money.is(read) ? read.fen : 0;
}

/** What an item adds; `null` where something is wrong with it. */
export function claimAddend(item: unknown, by: readonly Dimension[], issues: Issue[]): Addend | null {
  const before = issues.length;
  const given: Readonly<Record<string, unknown>> = isPlain(item) ? item : {};
  const isEntry = "assessment" in given;
  const assessment = isEntry ? given["assessment"] : given;
  if (!isAssessed(assessment)) {
    issues.push(issueOf([], "WRONG_TYPE", noItem.zh, noItem.en, item));
    return null;
  }
  const { programme, cover, eligibility, payable, benefit } = assessment;
  const isEligible = eligibility.outcome === "eligible";
  const amounts: Readonly<Record<string, unknown>> = isEntry
    ? given
    : {
        entitled: payable,
        paid: Money.zero,
        due: payable,
        overpaid: isEligible && benefit != null ? benefit.overpaid : Money.zero,
      };
  const { on = null, provisional, withdrawn } = given;
  const isOpen = amounts["entitled"] === null;
  const isWithdrawn = withdrawn === true;
  const isSettled = !isOpen && !isWithdrawn;
  const labels = labelsOf(
    by,
    (dimension) => {
      if (dimension === "cover") return cover;
      if (dimension !== "month" || on === null) return given[dimension];
      return isDay(on) ? on.slice(0, "YYYY-MM".length) : on;
    },
    issues,
  );
  const sums = [
    1,
    Number(isSettled && isEligible),
    Number(isSettled && !isEligible),
    Number(isOpen && !isWithdrawn),
    Number(isWithdrawn),
    Number(isSettled && provisional === true),
    fenAt("entitled", amounts["entitled"], isOpen, issues),
    fenAt("paid", amounts["paid"], false, issues),
    fenAt("due", amounts["due"], isOpen, issues),
    fenAt("overpaid", amounts["overpaid"], isOpen, issues),
  ];
  return issues.length > before ? null : { programme, labels, sums };
}

/** So many problems are told of a stream of items that may be endless. */
const mostIssues = 100;

const byField = optional(list(oneOf(dimensions, "汇总维度", "What to sum by"), "汇总维度", "What to sum by"));

/** The dimensions of the options: each is known, and there once. */
export function readBy<D extends Dimension>(options: { readonly by?: readonly D[] }): readonly D[] {
  const issues: Issue[] = [];
  readObject({ fields: { by: byField } }, options, issues);
  const by = issues.length === 0 ? (options.by ?? []) : [];
  for (const [index, each] of by.entries()) {
    if (by.indexOf(each) < index) {
      issues.push(issueOf(["by", index], "CONFLICT", "该维度写了两次", "this dimension is there twice", each));
    }
  }
  if (issues.length > 0) throw new PolicyInputError("INVALID_OPTIONS", issues);
  return by;
}

/** Adds up items one after the other, whatever is wrong with them told at once. */
export function sumUp<S, D extends Dimension>(
  shapes: ShapesOf<S>,
  items: Iterable<unknown>,
  by: readonly D[],
  addendOf: (item: unknown, by: readonly Dimension[], issues: Issue[]) => Addend | null,
): Summed<S, D> {
  const tally = tallyOf(shapes, by);
  const issues: Issue[] = [];
  let index = 0;
  for (const item of items) {
    const before = issues.length;
    const addend = addendOf(item, by, issues);
    if (addend !== null && !tally.takes(addend.programme)) issues.push(otherProgramme([], addend.programme));
    else if (addend !== null) tally.add(addend);
    within(issues, before, index);
    if (issues.length >= mostIssues) break;
    index += 1;
  }
  if (issues.length > 0) throw new PolicyInputError("INVALID_INPUT", issues);
  return tally.summary();
}

const otherProgramme = (path: Path, programme: string): Issue =>
  issueOf(
    path,
    "CONFLICT",
    "一份汇总只含一个项目，这里是另一个项目",
    "a summary is of one programme, and this is of another",
    programme,
  );

/**
 * 汇总一批理赔：件数（符合、不符合、待定）和金额，按所要的维度分组。
 * Sums up claims, by outcome and in yuan, in groups of the dimensions that are asked for. One pass over the items, which may be a generator
 * of millions; it holds the groups alone. Claims of one programme: covers of two may share a name.
 *
 * @param items - Entries of ledgers, or assessments of single claims, with their labels; also as they come back from JSON. Of an
 * assessment `payable` counts as entitled and due.
 * @param options - `by`: the dimensions, in the order of the columns; none gives the total alone. What an item does not state is a group
 * of its own (`null`).
 * @returns A summary; `summary.total.entitled` and the sums of its rows are amounts that `settle` takes.
 * @throws PolicyInputError for what is no item, a label that is no text, items of two programmes, and an unknown dimension.
 * @example
 * ```ts
 * const claims = [
 *   { cover: "illnessDeath", facts: { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", diedOfIllness: true } },
 *   { cover: "illnessDeath", facts: { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", diedOfIllness: false } },
 *   { cover: "illnessDeath", facts: { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02" } },
 * ];
 * const summary = summarise(claims.map((claim) => ({ ...chongqing.assessClaim(claim), area: "万州区" })), { by: ["area"] });
 * const { claims: all, eligible, ineligible, open, entitled } = summary.rows[0];
 * [all, eligible, ineligible, open, entitled.toString()]; // [3, 1, 1, 1, "2000.00"]
 * ```
 */
export function summarise<const D extends Dimension = never>(
  items: Iterable<SummaryItem>,
  options: { readonly by?: readonly D[] } = {},
): Summary<D> {
  return sumUp(claimSums, items, readBy(options), claimAddend);
}

// Merging --------------------------------------------------------------------------------------------------------------

/** What a summary adds, read again; `null` where it is none, or its rows are not as its own dimensions and total say. */
export function readSummary<S>(
  shapes: ShapesOf<S>,
  json: unknown,
  issues: Issue[],
): { readonly by: readonly Dimension[]; readonly addends: readonly Addend[] } | null {
  const before = issues.length;
  const read = readShape(summedShape(shapes), toJson(json), [], issues);
  if (issues.length > before) return null;
  const { programme, by, rows, total } = read as Summed<Readonly<Record<string, number | Money>>>;
  const names = Object.keys(shapes);
  const report = (path: Path, code: IssueCode, { zh, en }: Text) => issues.push(issueOf(path, code, zh, en));
  const numbers = (sums: Readonly<Record<string, unknown>>) =>
    names.map((each) => {
      const sum = sums[each];
      return Money.is(sum) ? sum.fen : Number(sum);
    });
  const summed = names.map(() => 0);
  const addends = rows.map((row, index): Addend => {
    const given: Readonly<Record<string, unknown>> = row;
    for (const each of Object.keys(dimensions)) {
      if (each in given === by.some((dimension) => dimension === each)) continue;
      report(["rows", index, each], each in given ? "UNKNOWN_FIELD" : "MISSING", notItsDimensions);
    }
    const from = issues.length;
    const labels = labelsOf(by, (dimension) => given[dimension], issues);
    within(issues, from, index);
    within(issues, from, "rows");
    const sums = numbers(given);
    addTo(summed, sums);
    return { programme: programme ?? "", labels, sums };
  });
  if (numbers(total).some((sum, index) => sum !== summed[index])) report(["total"], "CONFLICT", notTheSum);
  if ((programme === null) !== (rows.length === 0)) report(["programme"], "CONFLICT", ofNoProgramme);
  return issues.length > before ? null : { by, addends };
}

const notItsDimensions = { zh: "与汇总的维度不符", en: "not as the dimensions of the summary say" };
const notTheSum = { zh: "合计与各行之和不符", en: "the total is not the sum of the rows" };
const ofNoProgramme = { zh: "有内容的汇总须写明项目", en: "a summary of something names its programme" };

/** Dimensions as one text: two summaries are by the same where these are. */
const textOf = (by: readonly Dimension[]) => by.join(",");

/** The problem of a summary by other dimensions than those that are wanted. */
export function otherDimensions(by: readonly Dimension[], wanted: readonly Dimension[]): Issue {
  const [zh, en] = [`维度不同，应为“${textOf(wanted)}”`, `summed by other dimensions; expected "${textOf(wanted)}"`];
  return issueOf(["by"], "CONFLICT", zh, en, textOf(by));
}

function merged<S>(shapes: ShapesOf<S>, summaries: readonly unknown[]): Summed<S> {
  const issues: Issue[] = [];
  if (summaries.length === 0) issues.push(issueOf([], "MISSING", "至少一份汇总", "at least one summary"));
  let tally: ReturnType<typeof tallyOf<S, Dimension>> | undefined;
  for (const [index, summary] of summaries.entries()) {
    const before = issues.length;
    const read = readSummary(shapes, summary, issues);
    if (read !== null) {
      const { by, addends } = read;
      tally ??= tallyOf(shapes, by);
      const [own] = addends;
      if (textOf(by) !== textOf(tally.by)) issues.push(otherDimensions(by, tally.by));
      else if (own !== undefined && !tally.takes(own.programme)) {
        issues.push(otherProgramme(["programme"], own.programme));
      } else for (const addend of addends) tally.add(addend);
    }
    within(issues, before, index);
  }
  if (tally === undefined || issues.length > 0) throw new PolicyInputError("INVALID_INPUT", issues);
  return tally.summary();
}

/** A value, also as it comes back from JSON. */
type OrJson<S> = S | Json<S>;

/** Whether a summary, also as it comes back from JSON, is one of impacts. */
export const isOfImpacts = (summary: unknown): boolean =>
  isPlain(summary) && isPlain(summary["total"]) && "winners" in summary["total"];

/**
 * 合并汇总：先后、分组、次数都不影响结果，一字不差。
 * Merges summaries: whatever their order and however they were split, the result is the same byte for byte, so that each node sums up
 * its own and one merges. The summary of nothing changes nothing.
 *
 * @param summaries - Summaries of claims, or summaries of impacts; also as they come back from JSON.
 * @throws PolicyInputError for summaries by different dimensions, of different programmes, and for what is no summary or contradicts
 * itself.
 * @example
 * ```ts
 * const death = { cover: "illnessDeath", facts: { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", diedOfIllness: true } };
 * const ofOneNode = summarise([chongqing.assessClaim(death)], { by: ["cover"] });
 * const ofAnother = JSON.parse(JSON.stringify(ofOneNode));
 * merge(ofOneNode, ofAnother).total.entitled.toString(); // "4000.00"
 * ```
 */
export function merge<D extends Dimension = never>(...summaries: readonly OrJson<Summary<D>>[]): Summary<D>;
export function merge<D extends Dimension = never>(...summaries: readonly OrJson<ImpactSummary<D>>[]): ImpactSummary<D>;
export function merge(...summaries: readonly unknown[]): Summed<Sums> | Summed<ImpactSums> {
  return isOfImpacts(summaries[0]) ? merged(impactSums, summaries) : merged(claimSums, summaries);
}
