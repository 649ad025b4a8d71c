/**
 * 中英文各一的一句话或一个名称。
 * A sentence or term for people, in Chinese and in English.
 */
export interface Text {
  /** Chinese. */
  readonly zh: string;
  /** English. */
  readonly en: string;
}

/**
 * 可用的语言。
 * The languages in which the library can speak.
 */
export type Locale = keyof Text;

/** Words that may depend on a value: written out where the value is known. */
export type Wording<Value> = Text | ((value: Value) => Text);

/** The words for a value. */
export function wordsFor<Value>(wording: Wording<Value>, value: Value): Text {
  return typeof wording === "function" ? wording(value) : wording;
}

const shownNames = 24;

/** Names that a program uses, quoted in both languages, cut where there are many. */
export function quotedNames(names: readonly string[]): Text {
  const shown = names.slice(0, shownNames);
  const [zh, en] = [shown.map((name) => `“${name}”`).join("、"), shown.map((name) => `"${name}"`).join(", ")];
  return names.length > shownNames ? { zh: `${zh}、……`, en: `${en}, ...` } : { zh, en };
}

/** What is said where none of the names there are was given. */
export function oneOfThese(names: readonly string[]): Text {
  const { zh, en } = quotedNames(names);
  return { zh: `应为以下之一：${zh}`, en: `expected one of: ${en}` };
}

/** An English name in the middle of a sentence. */
export const midSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
