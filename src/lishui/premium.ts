import { money, oneOf } from "../core/fields.js";
import { rulesOf } from "../core/rule.js";
import { coverNames, policy } from "./policy.js";

/**
 * What government pays of the premium that falls to a household (四), in yuan: all of it, and half of it under the loan-project and
 * agricultural covers. Whether the household is entitled to it is `checkSubsidy`.
 *
 * @param input - The cover, and the premium that the household itself would bear.
 * @returns A Benefit: the subsidy.
 * @throws PolicyInputError for an unknown cover or a bad amount.
 * @example
 * ```ts
 * premiumSubsidy({ cover: "agriculture", householdPremium: "33.33" }).amount.toString(); // "16.67"
 * ```
 * @function
 */
export const premiumSubsidy = rulesOf(policy).rule({
  id: "premiumSubsidy",
  title: { zh: "保费补助", en: "Premium subsidy" },
  clause: "四",
  input: {
    /** The cover. */
    cover: oneOf(coverNames, "险种", "Cover"),
    /** 自行承担的保费: the premium that falls to the household, other subsidies taken off (yuan). */
    householdPremium: money("农户自行承担的保费", "Premium that falls to the household"),
  },
  evaluate({ cover, householdPremium }, { terms, statement }) {
    const sheet = statement();
    return sheet.benefit([sheet.share(householdPremium, terms[cover].subsidy)]);
  },
});
