import { policies } from "../catalogue.js";
import { agreementFrom } from "../core/agreement.js";
import type { Agreements } from "./functions.js";

/** What `huimin sheets` writes above a script: contracts as JSON carries them, one a programme. */
declare const HUIMIN_AGREEMENTS: readonly unknown[];

const given = typeof HUIMIN_AGREEMENTS === "undefined" ? [] : HUIMIN_AGREEMENTS;

/** The contracts that this script was given, by programme; one that is not as it should be stops it. */
export const agreed: Agreements = new Map(
  given.map((json) => {
    const agreement = agreementFrom(json, policies);
    return [agreement.policy.id, agreement] as const;
  }),
);
