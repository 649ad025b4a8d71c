import { isPlain } from "../core/input.js";
import { meantName } from "../core/meant.js";
import {
  claimAddend,
  claimSums,
  dimensions,
  impactSums,
  isOfImpacts,
  otherDimensions,
  readSummary,
  tallyOf,
  type Addend,
  type Dimension,
} from "../core/summary.js";
import { holdsUnfitText, readLabels } from "../decide/decision.js";
import { catalogue, explain, type Issue, type Locale, type Text } from "../index.js";
import type { Line } from "./lines.js";
import { printable } from "./printable.js";
import { unknown, UsageError } from "./usage.js";

const isDimension = (name: string): name is Dimension => Object.hasOwn(dimensions, name);

/**
 * The dimensions that a call names: `cover,area`.
 *
 * @throws UsageError for a name that is none, or stands there twice.
 */
export function dimensionsIn(text: string | undefined): readonly Dimension[] {
  const names = text === undefined ? [] : text.split(",");
  return names.map((name, index) => {
    if (!isDimension(name)) {
      const known = Object.keys(dimensions);
      throw unknown(
        `--by 没有“${name}”，有 ${known.join("、")}`,
        `--by knows no "${name}"; there are ${known.join(", ")}`,
        meantName(name, dimensions),
      );
    }
    if (names.indexOf(name) < index) {
      throw new UsageError(`--by 写了两次 ${name} / --by has ${name} twice`);
    }
    return name;
  });
}

/** What is added up, under the names of its kinds. */
const kinds = { claims: claimSums, impacts: impactSums };
type Kind = keyof typeof kinds;

/** A summary, of impacts with the rule whose decisions were compared. */
interface Told {
  readonly rule: string | undefined;
  readonly summary: object;
}

/** Adds up what comes, each programme by itself and impacts by their rule; it holds the groups that there are. */
export function talliesBy(by: readonly Dimension[]) {
  const tallies = new Map<string, { rule: string | undefined; tally: ReturnType<typeof tallyOf<object, Dimension>> }>();
  return {
    add(kind: Kind, addend: Addend, rule?: string): void {
      const key = `${kind} ${addend.programme} ${rule ?? ""}`;
      const known = tallies.get(key) ?? { rule, tally: tallyOf<object, Dimension>(kinds[kind], by) };
      tallies.set(key, known);
      known.tally.add(addend);
    },
    /** A summary a programme and rule, in the order of their names; that of nothing where nothing came. */
    summaries(kind: Kind): readonly Told[] {
      const sorted = [...tallies].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
      const all =
        sorted.length > 0 ? sorted : [{ rule: undefined, tally: tallyOf<object, Dimension>(kinds[kind], by) }];
      return all.map(({ rule, tally }) => ({ rule, summary: tally.summary() }));
    },
  };
}

/** Summaries as tables for people, or a line of JSON each; those of a rule say so. */
export function summariesText(summaries: readonly Told[], table: Locale | undefined): string {
  if (table === undefined) {
    const line = ({ rule, summary }: Told) => JSON.stringify(rule === undefined ? summary : { rule, summary });
    return summaries.map((each) => `${line(each)}\n`).join("");
  }
  const titled = ({ rule, summary }: Told) => {
    const title = rule === undefined ? undefined : catalogue[rule]?.title[table];
    return `${title === undefined ? "" : `${title}\n`}${explain(summary, { locale: table })}\n`;
  };
  return printable(summaries.map(titled).join("\n"));
}

/** Why a line is in no summary. */
const reasons = {
  failed: { zh: "有误的结果", en: "failed answers" },
  other: { zh: "其他规则的结果", en: "answers of other rules" },
  unfit: { zh: "既不是结果也不是汇总", en: "neither answers nor summaries" },
} satisfies Record<string, Text>;
type Reason = keyof typeof reasons;

/** What a line adds, or why it adds nothing. */
type Read =
  | { readonly kind: Kind; readonly addends: readonly Addend[]; readonly rule?: string | undefined }
  | { readonly reason: Reason; readonly text?: Text | undefined };

/** The claims of an answer: that of an assessment, or the entries of a person's ledger. */
function claimsIn(value: unknown): readonly unknown[] | undefined {
  if (!isPlain(value) || !isPlain(value["basis"])) return undefined;
  const rule = String(value["basis"]["rule"]);
  if (rule.endsWith(".assessClaim")) return [value];
  const entries: unknown = value["entries"];
  return rule.endsWith(".assessPerson") && Array.isArray(entries) ? entries : undefined;
}

const unfit = (issues: readonly Issue[]): Read => ({ reason: "unfit", text: issues[0]?.message });

function readAnswer({ ok, value, labels }: Readonly<Record<string, unknown>>, by: readonly Dimension[]): Read {
  if (ok !== true) return { reason: "failed" };
  const claims = claimsIn(value);
  if (claims === undefined) return { reason: "other" };
  const issues: Issue[] = [];
  const labelled = readLabels(labels, issues);
  const addends = claims.flatMap((claim) => {
    const addend = claimAddend({ ...(claim as object), ...labelled }, by, issues);
    return addend === null ? [] : [addend];
  });
  return issues.length > 0 ? unfit(issues) : { kind: "claims", addends };
}

/** Reads a line, whatever it holds: one that cannot be read, however deep it is nested, costs itself alone. */
function readLine(line: Line, by: readonly Dimension[]): Read {
  if (typeof line !== "string") return { reason: "unfit", text: line.unreadable };
  try {
    return readJson(line, by);
  } catch (error) {
    if (error instanceof SyntaxError) return { reason: "unfit", text: { zh: "不是有效的 JSON", en: "not valid JSON" } };
    return { reason: "unfit", text: { zh: "嵌套过深", en: "nested too deeply" } };
  }
}

function readJson(line: string, by: readonly Dimension[]): Read {
  const value: unknown = JSON.parse(line);
  if (holdsUnfitText(line) || !isPlain(value)) return { reason: "unfit" };
  if (Object.hasOwn(value, "ok")) return readAnswer(value, by);
  // As `huimin compare` ends.
  const { rule, summary = value } = value;
  if (rule !== undefined && (typeof rule !== "string" || !Object.hasOwn(catalogue, rule))) return { reason: "unfit" };
  if (!isPlain(summary) || !Object.hasOwn(summary, "rows")) return { reason: "unfit" };
  const kind = isOfImpacts(summary) ? "impacts" : "claims";
  const issues: Issue[] = [];
  const read = readSummary<object>(kinds[kind], summary, issues);
  if (read === null) return unfit(issues);
  const { by: its, addends } = read;
  return its.join() === by.join() ? { kind, addends, rule } : unfit([otherDimensions(its, by)]);
}

/** Sums up the answers of `huimin run`, and summaries, line by line. */
export function summarising(by: readonly Dimension[]) {
  const tallies = talliesBy(by);
  const left = new Map<Reason, { count: number; readonly first: number; readonly text: Text | undefined }>();
  return {
    /** Takes a line; whether it is in the summary. */
    take(line: Line, place: number): boolean {
      const read = readLine(line, by);
      if ("addends" in read) {
        for (const addend of read.addends) tallies.add(read.kind, addend, read.rule);
        return true;
      }
      const known = left.get(read.reason);
      if (known === undefined) left.set(read.reason, { count: 1, first: place, text: read.text });
      else known.count += 1;
      return false;
    },
    summaries: () => tallies.summaries("claims"),
    /** What is not in the summary, in words; empty where all is. */
    leftOut(locale: Locale): string {
      if (left.size === 0) return "";
      const parts = [...left].map(([reason, { count, first, text }]) => {
        const why = text === undefined ? "" : text[locale];
        return locale === "zh"
          ? `${reasons[reason].zh} ${count} 行，首见于第 ${first} 行${why && `（${why}）`}`
          : `${count} ${reasons[reason].en}, the first in line ${first}${why && ` (${why})`}`;
      });
      const text = locale === "zh" ? `未计入汇总：${parts.join("；")}` : `not in the summary: ${parts.join("; ")}`;
      return printable(`${text}\n`);
    },
  };
}
