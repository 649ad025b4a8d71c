/*
 * The words that the search finds: of Chinese, which does not part its words, every pair of characters; of the rest, what stands between
 * spaces and marks, names in programs also in their parts.
 */

const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

/** The pairs of characters of a run of Chinese; the last character also by itself, so that each begins some token. */
const pairs = (run: string): string[] =>
  Array.from(run, (character) => character).map((character, index, all) => character + (all[index + 1] ?? ""));

/** What a text can be found by. */
export function tokensOf(text: string): string[] {
  return [...text.matchAll(runs)].flatMap(([run]) => {
    if (/\p{Script=Han}/u.test(run)) return pairs(run);
    const parts = run.split(/(?<=[a-z])(?=[A-Z])/);
    return parts.length > 1 ? [run, ...parts] : [run];
  });
}

/** What is looked for: of a run of Chinese the pairs, without its last character alone. */
export function tokensOfQuery(text: string): string[] {
  return [...text.matchAll(runs)].flatMap(([run]) => {
    if (!/\p{Script=Han}/u.test(run)) return [run];
    const all = pairs(run);
    return all.length > 1 ? all.slice(0, -1) : all;
  });
}
