import { impactAddend, impactOf } from "../core/impact.js";
import { onceFor } from "../core/once.js";
import { meantName } from "../core/meant.js";
import type { Dimension } from "../core/summary.js";
import type { Choices, Decision, GivenOptions } from "../decide/decision.js";
import { type Agreement, type AnyPolicy, type AnyRule, type Issue, type Locale } from "../index.js";
import { decide } from "./decide.js";
import type { Line } from "./lines.js";
import { answerLine } from "./print.js";
import { printable } from "./printable.js";
import { summariesText, talliesBy } from "./summarise.js";
import { unknown, UsageError } from "./usage.js";

/**
 * The readings that a call names: `accidentLimits=perAccident,deathAfterDisability=higher`.
 *
 * @param among - The policies, one of which must know each.
 * @throws UsageError for a reading or a choice that there is not, or a reading that stands there twice.
 */
export function readingsIn(text: string | undefined, among: readonly AnyPolicy[]): Choices {
  const readings: Record<string, string> = {};
  for (const pair of text === undefined ? [] : text.split(",")) {
    const [name = "", choice = "", ...more] = pair.split("=");
    if (choice === "" || more.length > 0) {
      throw new UsageError(
        `--readings 应为 name=choice,…，收到 ${pair} / --readings is name=choice,…; received ${pair}`,
      );
    }
    const known = among.flatMap((policy) => Object.entries(policy.readings));
    const own = known.filter(([each]) => each === name).map(([, reading]) => reading);
    if (own.length === 0) {
      const questions = Object.fromEntries(known.map(([each, { question }]) => [each, question]));
      throw unknown(`没有解读 ${name}`, `no reading ${name}`, meantName(name, questions));
    }
    const choices = Object.fromEntries(own.flatMap((reading) => Object.entries(reading.choices)));
    if (!Object.hasOwn(choices, choice)) {
      const there = Object.keys(choices);
      throw unknown(
        `${name} 没有选择 ${choice}，有 ${there.join("、")}`,
        `${name} has no choice ${choice}; there are ${there.join(", ")}`,
        meantName(choice, choices),
      );
    }
    if (Object.hasOwn(readings, name)) {
      throw new UsageError(`--readings 写了两次 ${name} / --readings has ${name} twice`);
    }
    readings[name] = choice;
  }
  return readings;
}

/** Of readings that a call names, those that a policy knows; nothing where there are none. */
export const readingsFor = (readings: Choices) =>
  onceFor((policy: AnyPolicy): Choices | undefined => {
    const known = Object.entries(readings).filter(([name]) => Object.hasOwn(policy.readings, name));
    return known.length === 0 ? undefined : Object.fromEntries(known);
  });

/** What is compared. */
export interface Comparing {
  readonly only: AnyRule | undefined;
  /** The agreements that records are decided under now. */
  readonly base: readonly Agreement[];
  /** Those that come in their place, one a programme. */
  readonly agreements: readonly Agreement[];
  /** The readings that come before all others. */
  readonly readings: Choices;
  readonly by: readonly Dimension[];
}

/** What a record's own options become. */
const other = ({ agreements, readings }: Comparing) => {
  const chosenOf = readingsFor(readings);
  return (rule: AnyRule, own: GivenOptions): GivenOptions => {
    const agreement = agreements.find(({ policy }) => policy.id === rule.policy.id);
    const chosen = chosenOf(rule.policy);
    const given = chosen && { readings: { ...(own.readings as Choices), ...chosen } };
    return { ...own, ...given, ...(agreement && { agreement }) };
  };
};

/** The decision that has no answer to compare: bad options on a side, or a refusal on both. */
function failed(before: Decision, after: Decision): Decision | undefined {
  if (!before.outcome.ok && !after.outcome.ok) return before;
  return [before, after].find(({ outcome }) => !outcome.ok && outcome.error.code === "INVALID_OPTIONS");
}

/** Decides records in two ways, and adds up what changes. */
export function comparing(how: Comparing) {
  const tallies = talliesBy(how.by);
  const [now, then] = [
    { only: how.only, agreements: how.base, option: "--base" },
    { only: how.only, agreements: how.base, option: "--base", instead: other(how) },
  ];
  let left = 0;
  return {
    /** Takes a line: what is printed of it, which is nothing where nothing changes. */
    take(this: void, line: Line, place: number): { readonly well: boolean; readonly text: string } {
      const [before, after] = [decide(line, now), decide(line, then)];
      const bad = failed(before, after);
      const { id, labels, rule } = before;
      if (bad !== undefined || rule === undefined) {
        left += 1;
        return { well: false, text: answerLine(bad ?? before, place) };
      }
      const impact = impactOf(rule.policy, before.outcome, after.outcome);
      const issues: Issue[] = [];
      const addend = impactAddend({ ...impact, ...labels }, how.by, issues);
      if (addend !== null) tallies.add("impacts", addend, rule.id);
      const { changed, changes, difference } = impact;
      return {
        well: true,
        text: changed ? `${JSON.stringify({ id, line: place, labels, changes, difference })}\n` : "",
      };
    },
    /** The last lines: a summary a rule. */
    summaries: () =>
      tallies
        .summaries("impacts")
        .map((each) => `${JSON.stringify(each)}\n`)
        .join(""),
    /** The summaries in words, and how many records are not in them. */
    told(locale: Locale): string {
      const text = summariesText(tallies.summaries("impacts"), locale);
      if (left === 0) return text;
      return printable(
        `${text}${locale === "zh" ? `未计入：${left} 行有误` : `not in the summary: ${left} failed lines`}\n`,
      );
    },
  };
}
