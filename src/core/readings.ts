import type { Options } from "./options.js";
import type { AnyPolicy, Choices } from "./policy.js";
import type { Based } from "./results.js";
import type { Outcome, Rule } from "./rule.js";

/**
 * 一种读法及其结果。
 * One way to read the text, and what comes of it.
 */
export interface ComparedReading<Result> {
  /** The choices. */
  readonly readings: Readonly<Record<string, string>>;
  /** The result, or the error. */
  readonly outcome: Outcome<Result>;
}

/** A rule, as far as readings are compared. */
type Compared<Input, Result, P extends AnyPolicy> = Pick<Rule<Input, Result, P>, "safe" | "readings"> & {
  readonly policy: P;
};

/**
 * 对照读法：把默认结果用到的解读逐一换成其他选择，看结果有无不同、差多少。
 * Applies a rule under every combination of the readings that its default result used, the default first: shows whether, and by
 * how much, an unclear text matters to this case. Where the default refuses the input, each single choice that takes it follows.
 *
 * @example
 * ```ts
 * compareReadings(chongqing.accidentBenefit, { death: true, disabilityRate: "0.1" }).map(({ readings, outcome }) =>
 *   [readings.deathAfterDisability, outcome.ok && outcome.value.amount.toString()]);
 * // [["both", "5000.00"], ["higher", "3000.00"], ["deathOnly", "2000.00"]]
 * ```
 */
export function compareReadings<Input, Result, P extends AnyPolicy>(
  rule: Compared<Input, Result, P> & ((input: Input, options?: Options<P>) => Based<Result>),
  input: Input,
  options?: Options<P>,
): ComparedReading<Based<Result>>[] {
  const first = rule.safe(input, options);
  const under = (readings: Readonly<Record<string, string>>): ComparedReading<Based<Result>> => {
    const chosen = { ...options?.readings, ...readings } as Choices<P["readings"]>;
    return { readings, outcome: rule.safe(input, { ...options, readings: chosen }) };
  };
  if (!first.ok) {
    if (first.error.code !== "INVALID_INPUT") return [{ readings: {}, outcome: first }];
    const choices = Object.entries(rule.readings).flatMap(([name, reading]) =>
      Object.keys(reading.choices).map((choice) => under({ [name]: choice })),
    );
    return [{ readings: {}, outcome: first }, ...choices.filter(({ outcome }) => outcome.ok)];
  }
  let combinations: Readonly<Record<string, string>>[] = [{}];
  for (const [name, choice] of Object.entries(readingsOf(first.value))) {
    const others = Object.keys(rule.readings[name]?.choices ?? {}).filter((other) => other !== choice);
    combinations = combinations.flatMap((combination) =>
      [choice, ...others].map((each) => ({ ...combination, [name]: each })),
    );
  }
  return combinations.map((readings, index) => (index === 0 ? { readings, outcome: first } : under(readings)));
}

/** The readings that a result used; some results have none. */
const readingsOf = (result: object): Readonly<Record<string, string>> =>
  "readings" in result ? (result.readings as Readonly<Record<string, string>>) : {};
