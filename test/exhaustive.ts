import { expect, it } from "vitest";
import type { AnyRule, Assessment, Money } from "huimin-rules/core";

/*
 * Every case of a cover: all combinations of what its facts can be, not known included, under every choice of the readings that it can
 * ask. A day stands for its class (before, first, last, after), a word for those that are treated alike.
 */

/** A cover and what its facts can be. */
export interface Cover {
  /** `assessClaim` of the programme. */
  readonly assess: AnyRule;
  readonly cover: string;
  /** What each fact can be, besides not known. */
  readonly facts: Readonly<Record<string, readonly unknown[]>>;
  /** Facts that are the same in every case. */
  readonly given?: object;
  readonly loss?: object;
  readonly dates?: object;
  /** The readings that the cover can ask; all their choices are tried. */
  readonly readings?: readonly string[];
  /** Requirements that are always met where the others are, and why nobody can decide by them alone. */
  readonly neverAlone?: readonly string[];
}

/** What became of one case. */
interface Decided {
  readonly outcome: "eligible" | "ineligible" | "undetermined";
  readonly unmet: readonly string[];
  readonly codes: readonly string[];
  readonly least: number | null;
  readonly most: number | null;
  /** All that another choice may change: outcome, amounts and days. */
  readonly comesTo: string;
  readonly echo: readonly string[];
}

const fenOf = (amount: Money | null | undefined) => (amount == null ? null : amount.fen);

/** What else a benefit says of the amounts, such as who bears what of a bill. */
const beside = (benefit: object | null) =>
  Object.entries(benefit ?? {}).filter(([name]) => !["lines", "readings"].includes(name));

function decided(result: Assessment): Decided {
  const { eligibility, payable, pending, between, benefit, deadlines, outOfCalendar, readings } = result;
  const { outcome, unmet, checks } = eligibility;
  const [least, most] = [fenOf(payable ?? between?.least), fenOf(payable ?? between?.most)];
  const parts = Object.entries(benefit?.parts ?? {}).flatMap(([part, amount]) =>
    amount.isZero() ? [] : [`${part} ${String(amount)}`],
  );
  const days = deadlines.map(({ action, dueOn }) => `${action} ${dueOn}`);
  const amounts = [pending, least, most, fenOf(benefit?.amount), fenOf(benefit?.overpaid)];
  return {
    outcome,
    unmet,
    codes: checks.map(({ code }) => code),
    least,
    most,
    comesTo: JSON.stringify([outcome, amounts, parts, days, outOfCalendar, beside(benefit)]),
    echo: Object.keys(readings),
  };
}

/** Every combination of choices. */
function assignments(choices: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>>[] {
  return Object.entries(choices).reduce<Readonly<Record<string, string>>[]>(
    (some, [name, each]) => some.flatMap((one) => each.map((choice) => ({ ...one, [name]: choice }))),
    [{}],
  );
}

/** Registers what must hold of every case of a cover. */
export function everyCase({ assess, cover, facts, given, loss, dates, readings = [], neverAlone = [] }: Cover): void {
  const names = Object.keys(facts);
  const values = names.map((name) => [null, ...(facts[name] ?? [])]);
  const steps = values.map((_, place) => values.slice(place + 1).reduce((all, { length }) => all * length, 1));
  const total = values.reduce((all, { length }) => all * length, 1);
  const digit = (index: number, place: number) =>
    Math.floor(index / (steps[place] ?? 1)) % (values[place]?.length ?? 1);
  const factsOf = (index: number) => ({
    ...given,
    ...Object.fromEntries(names.map((name, place) => [name, values[place]?.[digit(index, place)]])),
  });
  const choices = Object.fromEntries(readings.map((name) => [name, Object.keys(assess.readings[name]?.choices ?? {})]));
  const all = assignments(choices);
  const keyOf = (assignment: Readonly<Record<string, string>>) => readings.map((name) => assignment[name]).join();

  /** Every case under one set of choices; `null` where its facts contradict each other. */
  const tables = new Map<string, readonly (Decided | null)[]>();
  const table = (assignment: Readonly<Record<string, string>>) => {
    const key = keyOf(assignment);
    let known = tables.get(key);
    if (known === undefined) {
      known = Array.from({ length: total }, (_, index) => {
        const input = { cover, facts: factsOf(index), ...(loss && { loss }), ...(dates && { dates }) };
        const outcome = assess.safe(input, { readings: assignment });
        return outcome.ok ? decided(outcome.value as Assessment) : null;
      });
      tables.set(key, known);
    }
    return known;
  };
  const under = all.map((assignment) => [JSON.stringify(assignment), assignment] as const);
  const say = (index: number) => JSON.stringify(factsOf(index));
  const wrong = (found: readonly string[]) => found.slice(0, 3);

  it.each(under)(
    `${cover} under %s: learning a fact never turns what is settled, and never widens what it can come to`,
    (_, chosen) => {
      const cases = table(chosen);
      const found: string[] = [];
      let settled = 0;
      cases.forEach((before, index) => {
        if (before === null) return;
        if (before.outcome !== "undetermined") settled += 1;
        values.forEach((each, place) => {
          if (digit(index, place) !== 0) return;
          for (let other = 1; other < each.length; other += 1) {
            const after = cases[index + other * (steps[place] ?? 1)];
            if (after == null) continue;
            const turned = before.outcome !== "undetermined" && after.outcome !== before.outcome;
            const below = before.least !== null && after.least !== null && after.least < before.least;
            const above = before.most !== null && after.most !== null && after.most > before.most;
            if (turned || below || above)
              found.push(`${say(index)} learns ${names[place] ?? ""} ${String(each[other])}`);
          }
        });
      });
      expect(wrong(found)).toEqual([]);
      expect(settled).toBeGreaterThan(0);
    },
  );

  it.each(under)(
    `${cover} under %s: a reading is echoed exactly where another choice changes outcome, amount or day`,
    (_, chosen) => {
      const cases = table(chosen);
      const found: string[] = [];
      cases.forEach((mine, index) => {
        if (mine === null) return;
        for (const name of readings) {
          const others = (choices[name] ?? []).filter((choice) => choice !== chosen[name]);
          const changes = others.some(
            (choice) => table({ ...chosen, [name]: choice })[index]?.comesTo !== mine.comesTo,
          );
          if (changes !== mine.echo.includes(name))
            found.push(`${name} ${changes ? "is missing" : "is idle"}: ${say(index)}`);
        }
        const others = mine.echo.filter((name) => !readings.includes(name));
        if (others.length > 0) found.push(`${others.join()} is not among the readings: ${say(index)}`);
      });
      expect(wrong(found)).toEqual([]);
    },
  );

  it(`${cover}: every requirement decides some case alone`, () => {
    const [codes, alone] = [new Set<string>(), new Set<string>()];
    for (const [, chosen] of under) {
      for (const each of table(chosen)) {
        each?.codes.forEach((code) => codes.add(code));
        const [only, ...more] = each?.unmet ?? [];
        if (only !== undefined && more.length === 0) alone.add(only);
      }
    }
    expect([...codes].filter((code) => !alone.has(code)).sort()).toEqual([...neverAlone].sort());
  });

  if (readings.length > 0) {
    it(`${cover}: every reading changes some case`, () => {
      const echoed = new Set(under.flatMap(([, chosen]) => table(chosen).flatMap((each) => each?.echo ?? [])));
      expect([...echoed].sort()).toEqual([...readings].sort());
    });
  }
}
