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
