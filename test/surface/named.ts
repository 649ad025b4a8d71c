import { levelOf, levels, type Changeset, type Level } from "./changesets.js";
import { wordsOf, type Surface } from "./items.js";

/** What the last release showed. */
export interface Released extends Surface {
  readonly version: string;
}

/** The names that a text sets in backticks; `*` stands for any part. */
const namesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);

const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Whether a name speaks of an item: its own, one with `*`, or `programme.rule` for what belongs to the rule. */
function covers(name: string, item: string): boolean {
  const pattern = escaped(name).replaceAll("*", String.raw`[\w$]+`);
  const below = name.includes(".") ? String.raw`(?:\..+)?` : "";
  return new RegExp(`^${pattern}${below}$`).test(item);
}

const isReading = (item: string) => /^\w+\.readings\./.test(item);

/**
 * What differs from the last release and no changeset names: every export, schema, reading, command and option that came, went or
 * changed; every word that went (a field, a choice, a code). And whether the version moves far enough: what callers relied on went,
 * or a default reading is another.
 */
export function unnamed(released: Released, now: Surface, changesets: readonly Changeset[]): string[] {
  const entries = changesets.flatMap((each) => each.entries);
  const names = entries.flatMap(({ text }) => namesIn(text));
  const policyNames = entries.flatMap(({ kind, text }) => (kind === "policy" ? namesIn(text) : []));
  const all = [...new Set([...Object.keys(released.items), ...Object.keys(now.items)])].sort();
  const differing = all.filter((item) => released.items[item] !== now.items[item]);
  const words = new Set(now.words);
  const lost = [
    ...differing.filter((item) => !(item in now.items)),
    ...released.words.filter((word) => !words.has(word) && !(word in released.items)),
  ];
  const problems = differing.flatMap((item) => {
    const by = isReading(item) ? policyNames : names;
    if (by.some((name) => covers(name, item))) return [];
    const [zh, en] = !(item in now.items)
      ? ["已删除", "is gone"]
      : item in released.items
        ? ["已改变", "changed"]
        : ["是新的", "is new"];
    const where = isReading(item)
      ? ["_policy_ 变动没有提到", "no _policy_ line names it"]
      : ["变动没有提到", "no line names it"];
    return [`\`${item}\` ${zh}，${where[0]} ${en}, and ${where[1]}`];
  });
  const namedWords = new Set(names.flatMap(wordsOf));
  for (const word of lost.filter((each) => !differing.includes(each))) {
    if (!namedWords.has(word)) {
      problems.push(`\`${word}\` 已删除，变动没有提到 is gone, and no line names it`);
    }
  }
  const anotherDefault = differing.some((item) => isReading(item) && item in released.items);
  const needed: Level = released.version.startsWith("0.") ? "minor" : "major";
  const level = levelOf(changesets) ?? "patch";
  if ((lost.length > 0 || anotherDefault) && levels.indexOf(level) < levels.indexOf(needed)) {
    problems.push(
      `版本至少应按 ${needed} 变动 the version must move by ${needed} at least: ${[...lost, ...(anotherDefault ? ["a default reading"] : [])].slice(0, 5).join(", ")}`,
    );
  }
  return problems;
}
