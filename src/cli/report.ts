import { outcomes } from "../core/explain/words.js";
import type { Path } from "../core/errors.js";
import { claimAddend, type Addend } from "../core/summary.js";
import { catalogue, Money, type AnyRule, type Issue, type Locale, type Text } from "../index.js";
import type { Decision } from "../decide/decision.js";
import { placeText, type PlacedIssue } from "./place.js";
import { printable } from "./printable.js";
import { summariesText, talliesBy } from "./summarise.js";

/** The records that failed for one reason: the code of their first problem. */
interface Failures {
  readonly code: string;
  records: number;
  /** Where the first of them stands, and what is wrong with which part of it. */
  readonly line: number;
  readonly path: Path;
  readonly column?: number | undefined;
  readonly header?: string | undefined;
  readonly message: Text;
}

/** The results of a rule that are an amount, added up in fen. */
interface Amounts {
  readonly rule: string;
  records: number;
  fen: number;
}

/** What some records came to; plain data, which adds up. */
export interface Tally {
  readonly records: number;
  readonly failures: readonly Failures[];
  readonly outcomes: Readonly<Record<string, number>>;
  readonly claims: readonly Addend[];
  readonly amounts: readonly Amounts[];
}

const byCover = ["cover"] as const;

/** What an outcome stands in: an assessment, the eligibility by itself, or the claims of a person's year. */
interface Told {
  readonly outcome?: unknown;
  readonly eligibility?: { readonly outcome: string };
  readonly entries?: readonly { readonly assessment: Told }[];
  readonly amount?: unknown;
  readonly payable?: unknown;
}

/** Adds up decisions as they come. */
export function tallying() {
  const failures = new Map<string, Failures>();
  const counts: Record<string, number> = {};
  const claims = new Map<string, Addend>();
  const amounts = new Map<string, Amounts>();
  let records = 0;

  const countOutcome = ({ outcome, eligibility }: Told) => {
    const told = eligibility?.outcome ?? outcome;
    if (typeof told === "string") counts[told] = (counts[told] ?? 0) + 1;
  };
  const addClaim = (claim: unknown) => {
    const issues: Issue[] = [];
    const addend = claimAddend(claim, byCover, issues);
    if (addend === null) return;
    const key = `${addend.programme} ${addend.labels.join()}`;
    const known = claims.get(key);
    claims.set(
      key,
      known === undefined
        ? addend
        : { ...known, sums: known.sums.map((sum, index) => sum + (addend.sums[index] ?? 0)) },
    );
  };
  const addAmount = (rule: AnyRule, amount: Money) => {
    const known = amounts.get(rule.id);
    if (known === undefined) amounts.set(rule.id, { rule: rule.id, records: 1, fen: amount.fen });
    else {
      known.records += 1;
      known.fen += amount.fen;
    }
  };

  return {
    take({ rule, outcome }: Decision, line: number): void {
      records += 1;
      if (!outcome.ok) {
        const [first] = outcome.error.issues as readonly PlacedIssue[];
        const code = first?.code ?? outcome.error.code;
        const known = failures.get(code);
        if (known !== undefined) known.records += 1;
        else {
          const { path = [], column, header, message = { zh: code, en: code } } = first ?? {};
          failures.set(code, { code, records: 1, line, path, column, header, message });
        }
        return;
      }
      const value: Told = outcome.value;
      countOutcome(value);
      if (value.eligibility !== undefined && value.payable !== undefined) addClaim(value);
      else if (value.entries !== undefined) {
        for (const entry of value.entries) {
          countOutcome(entry.assessment);
          addClaim(entry);
        }
      } else if (rule !== undefined && Money.is(value.amount)) addAmount(rule, value.amount);
    },
    tally: (): Tally => ({
      records,
      failures: [...failures.values()],
      outcomes: counts,
      claims: [...claims.values()],
      amounts: [...amounts.values()],
    }),
  };
}

const sumOf = (counts: readonly { readonly records: number }[]) =>
  counts.reduce((sum, { records }) => sum + records, 0);

const failed = { zh: "有误", en: "failed" };

/** How a run ended, besides what its records came to. */
export interface Ending {
  /** Records that an output held already, which was continued, and how many of them had failed. */
  readonly kept?: { readonly records: number; readonly failed: number };
  /** Stopped early, since too many lines failed. */
  readonly stopped: boolean;
  readonly seconds: number;
}

/** What all records came to, told at the end in words and as JSON. */
export function reporting() {
  const failures = new Map<string, Failures>();
  const counts: Record<string, number> = {};
  const claims = talliesBy(byCover);
  const amounts = new Map<string, Amounts>();
  let records = 0;
  let claimed = 0;

  const summaries = () => (claimed === 0 ? [] : claims.summaries("claims"));

  return {
    add(tally: Tally): void {
      records += tally.records;
      for (const each of tally.failures) {
        const known = failures.get(each.code);
        if (known === undefined) failures.set(each.code, { ...each });
        else known.records += each.records;
      }
      for (const [outcome, count] of Object.entries(tally.outcomes)) counts[outcome] = (counts[outcome] ?? 0) + count;
      for (const addend of tally.claims) claims.add("claims", addend);
      claimed += tally.claims.length;
      for (const each of tally.amounts) {
        const known = amounts.get(each.rule);
        if (known === undefined) amounts.set(each.rule, { ...each });
        else {
          known.records += each.records;
          known.fen += each.fen;
        }
      }
    },
    records: () => records,
    failed: () => sumOf([...failures.values()]),
    json({ kept, stopped, seconds }: Ending): object {
      const bad = sumOf([...failures.values()]);
      return {
        records,
        decided: records - bad,
        failed: bad,
        ...(kept && { kept }),
        ...(stopped && { stopped }),
        failures: [...failures.values()],
        outcomes: counts,
        claims: summaries().map(({ summary }) => summary),
        amounts: [...amounts.values()].map(({ rule, records: count, fen }) => ({
          rule,
          records: count,
          amount: Money.ofFen(fen),
        })),
        seconds,
        recordsPerSecond: rateOf(records, seconds),
      };
    },
    text({ kept, stopped, seconds }: Ending, locale: Locale): string {
      const bad = sumOf([...failures.values()]);
      const rate = rateOf(records, seconds);
      const lines = [
        locale === "zh"
          ? `记录 ${records} 条：成功 ${records - bad}，有误 ${bad}；用时 ${seconds} 秒，每秒 ${rate} 条`
          : `${records} records: ${records - bad} decided, ${bad} failed; ${seconds} s, ${rate} a second`,
      ];
      if (kept !== undefined) {
        lines.push(
          locale === "zh"
            ? `  此前已写出 ${kept.records} 条（其中有误 ${kept.failed}），未计入上面和下面的数`
            : `  the output held ${kept.records} already (${kept.failed} of them failed), which are in no number here`,
        );
      }
      if (stopped) lines.push(locale === "zh" ? "  有误的太多，提前停止" : "  stopped early: too many failed");
      for (const each of failures.values()) {
        const { code, records: count, line, message } = each;
        const at = placeText(each, locale);
        lines.push(
          locale === "zh"
            ? `  ${failed.zh} ${code} ${count} 条，首见于第 ${line} 行：${at}${message.zh}`
            : `  ${failed.en} ${code} ${count}, the first in line ${line}: ${at}${message.en}`,
        );
      }
      const told = Object.entries(counts).map(([outcome, count]) => `${outcomeText(outcome, locale)} ${count}`);
      if (told.length > 0) lines.push(`  ${told.join(locale === "zh" ? "，" : ", ")}`);
      for (const { rule, records: count, fen } of amounts.values()) {
        const [title, sum] = [catalogue[rule]?.title[locale] ?? rule, Money.ofFen(fen).toString()];
        lines.push(
          locale === "zh"
            ? `  ${title} ${rule}：${count} 条，合计 ${sum} 元`
            : `  ${title} ${rule}: ${count}, ${sum} yuan`,
        );
      }
      const table = summariesText(summaries(), locale)
        .replace(/\n(?=\n)/g, "")
        .replace(/^(?=.)/gm, "  ");
      return printable(`${lines.join("\n")}\n${table}`);
    },
  };
}

const outcomeText = (outcome: string, locale: Locale): string =>
  Object.entries<Text>(outcomes).find(([each]) => each === outcome)?.[1][locale] ?? outcome;

const rateOf = (records: number, seconds: number): number => (seconds > 0 ? Math.round(records / seconds) : records);
