import { money, oneOf, type InputOf } from "../core/fields.js";
import { benefit } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import { closings, type Benefit } from "../core/statement.js";
import { coverNames, type LishuiPolicy } from "./policy.js";
import { rule } from "./programme.js";

const premiumSubsidyFields = {
  /** The cover. */
  cover: oneOf(coverNames, "险种", "Cover"),
  /** 自行承担的保费: the premium that falls to the household, other subsidies taken off (yuan). */
  householdPremium: money("农户自行承担的保费", "Premium that falls to the household"),
};

/** 保费补助的输入。A cover and the household's own premium. */
export interface PremiumSubsidyInput extends InputOf<typeof premiumSubsidyFields> {}

/**
 * 政府对农户自行承担保费的补助（四，元）：全额，扶贫贷款项目和农业险种为一半；是否享受见 `checkSubsidy`。
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
export const premiumSubsidy: Rule<PremiumSubsidyInput, Benefit, LishuiPolicy> = rule({
  id: "premiumSubsidy",
  title: { zh: "保费补助", en: "Premium subsidy" },
  clause: "四",
  result: benefit,
  input: premiumSubsidyFields,
  evaluate({ cover, householdPremium }, { terms, statement }) {
    const sheet = statement();
    const premium = sheet.share(householdPremium, terms[cover].subsidy);
    return sheet.premium([premium], closings.subsidy);
  },
});
