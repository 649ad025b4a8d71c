import {
  claimSums,
  dimensions,
  impactSums,
  isOfImpacts,
  readSummary,
  tallyOf,
  type Dimension,
  type Summed,
} from "../summary.js";
import type { Text } from "../text.js";
import { toJson, type Shape } from "../wire.js";
import { heading, outside, quoted, type Voice } from "./lines.js";
import { table } from "./tables.js";
import { words } from "./words.js";

type Sums = Readonly<Record<string, unknown>>;

/** Sums that are shown where there is anything of them. */
const seldom: ReadonlySet<string> = new Set(["withdrawn", "provisional", "overpaid"]);

/** A group's label: a cover by its title, a text from outside as it is. */
function labelText(dimension: Dimension, label: unknown, voice: Voice): string {
  if (typeof label !== "string") return words.notStated[voice.locale];
  if (dimension !== "cover") return outside(label, voice);
  return voice.policy?.covers[label]?.title[voice.locale] ?? quoted(label, voice);
}

/** What is in no sum, or may still change: whoever reads the sums must know. */
const notes: Readonly<Record<string, (count: number) => Text>> = {
  open: (count) => ({
    zh: `待定的 ${count} 件金额未定，未计入应得、应补付`,
    en: `The amount of what is open (${count}) is not known: it is in neither entitled nor due`,
  }),
  provisional: (count) => ({
    zh: `暂定的 ${count} 件与待定的共用限额，金额可能变动`,
    en: `What is provisional (${count}) shares a limit with what is open, and may change`,
  }),
  undecided: (count) => ({
    zh: `未定的 ${count} 条差额不明，未计入差额`,
    en: `The difference of what is undecided (${count}) is not known: it is in no sum`,
  }),
};

/** A summary as a table: a row a group, the total, and below it what of the total falls to each category of persons. */
export function summaryText(summary: Summed<Sums>, voice: Voice): string[] | null {
  const ofImpacts = isOfImpacts(summary);
  const shapes: Readonly<Record<string, Shape>> = ofImpacts ? impactSums : claimSums;
  const read = readSummary<Sums>(shapes, summary, []);
  if (read === null) return null;
  const { locale } = voice;
  const { by, rows, total } = summary;
  const names = Object.keys(shapes).filter((name) => !seldom.has(name) || Number(total[name]) !== 0);
  const cells = (sums: Sums) => names.map((name) => String(sums[name]));
  const blank = by.slice(1).map(() => "");
  const first = by.length === 0 ? [""] : by.map((dimension) => dimensions[dimension][locale]);

  // What of all groups together falls to each category, unless the rows say so by themselves.
  const at = by.indexOf("category");
  const byCategory = tallyOf<Sums, "category">(shapes, ["category"]);
  if (at >= 0 && by.length > 1) {
    for (const { labels, ...addend } of read.addends) byCategory.add({ ...addend, labels: [labels[at] ?? null] });
  }
  const ofWhich = (toJson(byCategory.summary().rows) as readonly Sums[]).map((row) => {
    const label = labelText("category", row["category"], voice);
    return [heading(words.ofWhich, voice, label), ...blank, ...cells(row)];
  });
  const lines = table(
    [
      [...first, ...names.map((name) => shapes[name]?.label?.[locale] ?? "")],
      ...(by.length === 0 ? [] : rows).map((row) => [
        ...by.map((dimension) => labelText(dimension, row[dimension], voice)),
        ...cells(row),
      ]),
      [words.total[locale], ...blank, ...cells(total)],
      ...ofWhich,
    ],
    new Set(names.map((_, index) => first.length + index)),
  );
  const told = Object.entries(notes).flatMap(([name, note]) => {
    const count = Number(total[name] ?? 0);
    return count > 0 ? [`  ${note(count)[locale]}`] : [];
  });
  return [words[ofImpacts ? "impacts" : "summary"][locale], ...lines, ...told];
}
