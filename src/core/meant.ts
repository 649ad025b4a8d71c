import { distance } from "fastest-levenshtein";
import { withArabicNumerals } from "./day.js";
import type { Text } from "./text.js";

/*
 * What a bad value was probably meant to be. These are suggestions in an error's words: nothing here is ever computed with.
 */

/** Longest text that is compared: a hostile one may be long. */
const longestText = 60;

/** A name without case, blanks, punctuation and the width of its characters. */
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/其它/g, "其他");

/** The spellings of terms that were compared before: an input may have very many unknown fields. */
const spellingsOfTerms = new WeakMap<Text, readonly string[]>();

function spellingsOf(name: string, term: Text | undefined): readonly string[] {
  if (term === undefined) return [plain(name)];
  let spellings = spellingsOfTerms.get(term);
  if (spellings === undefined) spellingsOfTerms.set(term, (spellings = [plain(term.zh), plain(term.en)]));
  return [plain(name), ...spellings];
}

/** The name, of those known, that another one was probably meant to be: by its term in either language, else by its spelling. */
export function meantName(given: unknown, known: Readonly<Record<string, Text | undefined>>): string | undefined {
  if (typeof given !== "string" || given === "" || given.length > longestText) return undefined;
  const wanted = plain(given);
  // Some characters are written out as many.
  if (wanted === "" || wanted.length > longestText) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  let tied = false;
  for (const name of Object.keys(known)) {
    for (const spelling of spellingsOf(name, known[name])) {
      const apart = spelling === wanted ? 0 : apartness(spelling, wanted);
      if (apart < least) [best, least, tied] = [name, apart, false];
      else if (apart === least && best !== name) tied = true;
    }
  }
  return tied ? undefined : best;
}

/** How many edits are allowed at most; a part of a term counts as one more. */
const mostEdits = 15;

/** How far two spellings are apart: in edits, or one being a part of the other; infinitely far when they are not near. */
function apartness(spelling: string, wanted: string): number {
  if (isNegated(spelling) !== isNegated(wanted)) return Number.POSITIVE_INFINITY;
  const shorter = Math.min(spelling.length, wanted.length);
  // A Chinese character is a word of its own: 本科 is not near 专科.
  const allowed = Math.max(isChinese(spelling) || shorter < 3 ? 0 : 1, Math.floor(shorter / 4));
  const apart = Math.abs(spelling.length - wanted.length) <= allowed ? distance(spelling, wanted) : allowed + 1;
  if (apart <= allowed) return apart;
  return isPart(spelling, wanted) || isPart(wanted, spelling) ? mostEdits + 1 : Number.POSITIVE_INFINITY;
}

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);

/** Whether a text says no: 非低保对象 is not 低保对象, and 未转诊 not 已转诊. */
const isNegated = (text: string) => /[非不无没]|未(?!成年)|^(?:no|not|non|un)(?=[a-z]{4})/.test(text);

/** Whether a text is a part of another, as 大病 of 大病补充, and not too small a one. */
const isPart = (whole: string, part: string) =>
  part.length > 1 && part.length * 4 >= whole.length && whole.includes(part);

const answers: readonly (readonly [answer: string, words: readonly string[]])[] = [
  ["true", ["true", "t", "yes", "y", "1", "是", "是的", "有", "对", "属于", "已", "真", "√", "✓", "✔", "☑"]],
  [
    "false",
    ["false", "f", "no", "n", "0", "否", "不", "不是", "没有", "无", "错", "不属于", "未", "假", "×", "✗", "✘"],
  ],
  ["null", ["null", "unknown", "不清楚", "不知道", "不详", "不确定", "未知", "待查", "待查明"]],
];

/** The answer that a text or number was probably meant to be. */
export function meantFlag(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const given = String(value)
    .slice(0, longestText)
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[。.!！]$/, "");
  return answers.find(([, words]) => words.includes(given))?.[0];
}

const written =
  /^(?:第|grade|伤残|残疾)?\s*(\d{1,15})(?:\.0+)?\s*(?:级|人|个|名|户|次|件|场|场次|岁|周岁|年|日|天)?(?:伤残|残疾)?$/i;

/** The whole number, within limits, that a text was probably meant to be. */
export function meantInteger(value: unknown, minimum = 0, maximum = Number.MAX_SAFE_INTEGER): string | undefined {
  const text = typeof value === "bigint" ? String(value) : value;
  if (typeof text !== "string" || text.length > longestText) return undefined;
  const bare = text.normalize("NFKC").trim();
  const match = written.exec(withArabicNumerals(/^\d{1,3}(?:,\d{3})+/.test(bare) ? bare.replace(/,/g, "") : bare));
  if (match === null) return undefined;
  const number = Number(match[1]);
  return minimum <= number && number <= maximum ? String(number) : undefined;
}
