/** A sentence or term for people, in Chinese and in English. */
export interface Text {
  /** Chinese. */
  readonly zh: string;
  /** English. */
  readonly en: string;
}

/** The languages in which the library can speak. */
export type Locale = keyof Text;
