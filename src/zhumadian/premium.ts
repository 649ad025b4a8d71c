import { group, integer, list, type InputOf, type OutputOf } from "../core/fields.js";
import type { Field } from "../core/input.js";
import { type Money } from "../core/money.js";
import { benefit, extended, shapeOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Benefit } from "../core/statement.js";
import { listShape, moneyShape, stringShape } from "../core/wire.js";
import { checkCounties, division, divisionName } from "./division.js";
import type { ZhumadianPolicy } from "./policy.js";
import { rule } from "./programme.js";

const registeredPopulation = integer("户籍人口数", "Registered population", 0, Number.MAX_SAFE_INTEGER);

const premiumFields = {
  /** Registered people. */
  registeredPopulation,
};

/** 保费的输入。What the premium of a year is computed from. */
export interface PremiumInput extends InputOf<typeof premiumFields> {}

/**
 * 全年保费（元）：每名户籍人口 1 元。
 * The premium of a year (二(一)2), in yuan: 1 for each registered person.
 *
 * @param input - The registered population.
 * @returns A Benefit: the premium due.
 * @throws PolicyInputError for a number that is not whole or is negative.
 * @example
 * ```ts
 * premium({ registeredPopulation: 8017100 }).amount.toString(); // "8017100.00"
 * ```
 * @function
 */
export const premium: Rule<PremiumInput, Benefit, ZhumadianPolicy> = rule({
  id: "premium",
  title: { zh: "保费", en: "Premium" },
  clause: "二(一)2",
  result: benefit,
  input: premiumFields,
  evaluate({ registeredPopulation: people }, { terms, statement }): Benefit {
    const sheet = statement();
    const due = sheet.multiply(terms.insured.premium, people);
    return sheet.premium([due]);
  },
});

/**
 * 一个县区及其应缴的保费。
 * A county and what it pays.
 */
export interface CountyPremium {
  /** The county's GB/T 2260 code, or the name of a zone, as it was given. */
  readonly division: string;
  /** Its premium (yuan). */
  readonly amount: Money;
}

/**
 * 各县区应缴的保费。
 * What each county pays.
 */
export interface PremiumByCounty extends Benefit {
  /** The counties in the order given. */
  readonly counties: readonly CountyPremium[];
}

/** The statement shows each county by name with what it pays; here it stands without one. */
const premiumShape = extended<PremiumByCounty>(
  benefit,
  { counties: listShape(shapeOf<CountyPremium>({ division: stringShape(), amount: moneyShape() }, "县区", "County")) },
  "分县区保费（元）",
  "Premium by county (yuan)",
);

const countyFields = {
  /** The county's GB/T 2260 code, or the name of a zone. */
  division: division("县区（行政区划代码）或开发区", "County (GB/T 2260 code) or zone"),
  /** People registered in it. */
  registeredPopulation,
};

/** 一个县区及其户籍人口。A county and the people registered in it. */
export interface CountyPremiumInput extends InputOf<typeof countyFields> {}

const county: Field<OutputOf<typeof countyFields>, CountyPremiumInput> = group(countyFields, "县区", "County");

const premiumByCountyFields = {
  /** The counties, each once. */
  counties: list(county, "各县区", "The counties", 1),
};

/** 分县区保费的输入。The counties whose premium is computed. */
export interface PremiumByCountyInput extends InputOf<typeof premiumByCountyFields> {}

/**
 * 各县区全年保费（元）：由各县区财政按其户籍人口缴纳。
 * The premium of a year by county (二(一)2), in yuan: each county's finance pays 1 for each person registered in it.
 *
 * @param input - The counties with their registered population. A zone that pays by itself stands by
 * its name (经济开发区, 城乡一体化示范区, 高新技术产业开发区), the first also by its code of statistics, 411771.
 * @returns A Benefit (the sum) with `counties`.
 * @throws PolicyInputError for a code outside the project (新蔡 is left out), a county given twice, or a bad number, with its index.
 * @example
 * ```ts
 * const { amount, counties } = premiumByCounty({
 *   counties: [{ division: "411721", registeredPopulation: 870000 }, { division: "411702", registeredPopulation: 650001 }],
 * });
 * amount.toString(); // "1520001.00"
 * counties[1]; // { division: "411702", amount: "650001.00" }
 * ```
 * @function
 */
export const premiumByCounty: Rule<PremiumByCountyInput, PremiumByCounty, ZhumadianPolicy> = rule({
  id: "premiumByCounty",
  title: { zh: "分县区保费", en: "Premium by county" },
  clause: "二(一)2",
  result: premiumShape,
  input: premiumByCountyFields,
  check: ({ counties }, report, { terms }) => checkCounties(counties, report, terms),
  evaluate({ counties }, { terms: { insured }, statement }): PremiumByCounty {
    const sheet = statement();
    const paid = counties.map(({ division: place, registeredPopulation: people }) => {
      const { zh, en } = divisionName(place);
      const label = { zh: `${zh}${insured.premium.label.zh}`, en: `${en}: ${insured.premium.label.en}` };
      return { division: place, amount: sheet.multiply({ ...insured.premium, label }, people) };
    });
    const amounts = paid.map(({ amount }) => amount);
    return { ...sheet.premium(amounts), counties: paid };
  },
});
