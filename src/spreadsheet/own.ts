import { policies } from "../catalogue.js";
import { agreementFrom } from "../core/agreement.js";
import type { Locale } from "../core/text.js";
import type { Given } from "./functions.js";

/** What `huimin sheets` writes above a script: contracts as JSON carries them, one a programme, and the language it speaks. */
declare const HUIMIN_AGREEMENTS: readonly unknown[];
declare const HUIMIN_LANGUAGE: Locale;

const contracts = typeof HUIMIN_AGREEMENTS === "undefined" ? [] : HUIMIN_AGREEMENTS;

/** The language that this script speaks. */
export const language: Locale = typeof HUIMIN_LANGUAGE === "undefined" ? "zh" : HUIMIN_LANGUAGE;

/** What this script was given; a contract that is not as it should be stops it. */
export const own: Given = {
  language,
  agreements: new Map(
    contracts.map((json) => {
      const agreement = agreementFrom(json, policies);
      return [agreement.policy.id, agreement] as const;
    }),
  ),
};
