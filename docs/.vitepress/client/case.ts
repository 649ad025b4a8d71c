import { isPlainObject } from "./plain.js";

/*
 * A case as it stands in a link: in the fragment, which no browser sends.
 */

/** What was filled in and chosen. */
export interface Case {
  /** The rule, where the page has several. */
  readonly rule?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly readings?: Readonly<Record<string, string>>;
  /** The contract, as JSON. */
  readonly agreement?: unknown;
}

const mark = "case=";

export const fragmentOf = (given: Case): string => `#${mark}${encodeURIComponent(JSON.stringify(given))}`;

/** The case of a fragment; `undefined` where there is none, or none that can be read. */
export function caseIn(fragment: string): Case | undefined {
  const text = fragment.replace(/^#/, "");
  if (!text.startsWith(mark)) return undefined;
  try {
    const given: unknown = JSON.parse(decodeURIComponent(text.slice(mark.length)));
    if (!isPlainObject(given) || !isPlainObject(given["input"])) return undefined;
    const { rule, input, readings, agreement } = given;
    return {
      input: input,
      ...(typeof rule === "string" && { rule }),
      ...(isPlainObject(readings) && { readings: readings as Record<string, string> }),
      ...(agreement !== undefined && { agreement }),
    };
  } catch {
    return undefined;
  }
}
