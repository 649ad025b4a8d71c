import { group, integer, list, name } from "../core/fields.js";
import type { Money } from "../core/money.js";
import { rulesOf } from "../core/rule.js";
import type { Benefit } from "../core/statement.js";
import { checkCounties, divisionName } from "./division.js";
import { policy } from "./policy.js";

const { rule } = rulesOf(policy);

const registeredPopulation = integer("户籍人口数", "Registered population", 0, Number.MAX_SAFE_INTEGER);

/**
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
export const premium = rule({
  id: "premium",
  title: { zh: "保费", en: "Premium" },
  clause: "二(一)2",
  input: {
    /** Registered people. */
    registeredPopulation,
  },
  evaluate({ registeredPopulation: people }, { terms, statement }): Benefit {
    const sheet = statement();
    return sheet.benefit([sheet.multiply(terms.insured.premium, people)]);
  },
});

/** What each county pays. */
export interface PremiumByCounty extends Benefit {
  /** The counties in the order given. */
  readonly counties: readonly { readonly division: string; readonly amount: Money }[];
}

/**
 * The premium of a year by county (二(一)2), in yuan: each county's finance pays 1 for each person registered in it.
 *
 * @param input - The counties with their registered population. A development zone that pays by itself takes the 4117 code it uses.
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
export const premiumByCounty = rule({
  id: "premiumByCounty",
  title: { zh: "分县区保费", en: "Premium by county" },
  clause: "二(一)2",
  input: {
    /** The counties, each once. */
    counties: list(
      group(
        {
          /** The county's GB/T 2260 code. */
          division: name("县区（行政区划代码）", "County (GB/T 2260 code)"),
          /** People registered in it. */
          registeredPopulation,
        },
        "县区",
        "County",
      ),
      "各县区",
      "The counties",
      1,
    ),
  },
  check: ({ counties }, report, { terms }) => checkCounties(counties, report, terms),
  evaluate({ counties }, { terms: { insured }, statement }): PremiumByCounty {
    const sheet = statement();
    const paid = counties.map(({ division, registeredPopulation: people }) => {
      const { zh, en } = divisionName(division);
      const label = { zh: `${zh}${insured.premium.label.zh}`, en: `${en}: ${insured.premium.label.en}` };
      return { division, amount: sheet.multiply({ ...insured.premium, label }, people) };
    });
    return { ...sheet.benefit(paid.map(({ amount }) => amount)), counties: paid };
  },
});
