import { Money, Rate } from "./money.js";
import type { Settings } from "./options.js";
import type { AnyPolicy } from "./policy.js";

/** What of a result is not what was decided but how it came about, or says it in words. */
export const telling: ReadonlySet<string> = new Set([
  "readings",
  "lines",
  "checks",
  "unmet",
  "missing",
  "conditions",
  "text",
  "label",
  "unit",
  "length",
  "basis",
  "amended",
]);

/** Whether two results decide the same: every amount, outcome and day in them. */
function decidesTheSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  // A part that is left out is a part of nothing.
  if (one === undefined || other === undefined) return [one, other].some((each) => Money.is(each) && each.isZero());
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Money.is(one)) return Money.is(other) && one.equals(other);
  if (Rate.is(one)) return Rate.is(other) && one.compare(other) === 0;
  const [first, second] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const differs = (name: string) => !telling.has(name) && !decidesTheSame(first[name], second[name]);
  return !Object.keys(first).some(differs) && !Object.keys(second).some((name) => !(name in first) && differs(name));
}

/** What a part of a result turns on, the result does: an assessment's eligibility, and the claims of a year. */
function decidedBy(result: object): Readonly<Record<string, string>> {
  const { eligibility, entries = [] } = result as {
    readonly eligibility?: { readonly readings: Readonly<Record<string, string>> };
    readonly entries?: readonly { readonly assessment: { readonly readings: Readonly<Record<string, string>> } }[];
  };
  const decided: Record<string, string> = { ...eligibility?.readings };
  for (const { assessment } of entries) Object.assign(decided, assessment.readings);
  return decided;
}

/**
 * Of the readings that a result asked for, those that it depends on: another choice gives another amount, outcome or day, or refuses
 * the input. What is left makes an echo mean something.
 *
 * @param under - The same result under other settings, or `null` where they refuse the input.
 */
export function echoOf<P extends AnyPolicy>(
  result: object,
  used: Readonly<Record<string, string>>,
  settings: Settings<P>,
  under: (settings: Settings<P>) => object | null,
): Record<string, string> {
  const echo: Record<string, string> = {};
  const decided = decidedBy(result);
  for (const [name, choice] of Object.entries(used)) {
    const others = Object.keys(settings.policy.readings[name]?.choices ?? {}).filter((other) => other !== choice);
    const matters =
      name in decided ||
      others.some((other) => {
        const supposed = under({ ...settings, choices: { ...settings.choices, [name]: other }, supposed: result });
        return supposed === null || !decidesTheSame(result, supposed);
      });
    if (matters) echo[name] = choice;
  }
  return echo;
}
