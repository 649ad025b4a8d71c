import { oneOf } from "../core/fields.js";
import { rulesOf } from "../core/rule.js";
import type { Text } from "../core/text.js";
import { activities, administrators, coverNames, policy, underwriters } from "./policy.js";

const { rule, ruleByCover } = rulesOf(policy);

/**
 * The bodies that carry a cover out (五), in the city and in each county.
 *
 * @param input - The cover.
 * @returns `bodies`, each in both languages.
 * @throws PolicyInputError for an unknown cover.
 * @example
 * ```ts
 * administratorFor({ cover: "ruralMicro" }).bodies.map(({ zh }) => zh); // ["市民政局", "县（市、区）民政局"]
 * ```
 * @function
 */
export const administratorFor = rule({
  id: "administratorFor",
  title: { zh: "组织实施单位", en: "Responsible bodies" },
  clause: "五",
  input: {
    /** The cover. */
    cover: oneOf(coverNames, "险种", "Cover"),
  },
  evaluate: ({ cover }): { readonly bodies: readonly Text[] } => ({ bodies: [...administrators[cover]] }),
});

/**
 * Who underwrites a cover, or by whom the underwriter is chosen (五).
 *
 * @param input - The cover, and for the loan-project cover the `activity` for which the loan is used.
 * @returns `underwriter` in both languages; `null` where the opinion names nobody.
 * @throws PolicyInputError for an unknown cover or activity, or an `activity` beside another cover.
 * @example
 * ```ts
 * underwriterFor({ cover: "loanProject", activity: "breeding" }).underwriter?.zh; // "市政策性农业保险共保体（市农险共保体）"
 * underwriterFor({ cover: "loanProject", activity: "other" }).underwriter; // null
 * ```
 * @function
 */
export const underwriterFor = ruleByCover({
  id: "underwriterFor",
  title: { zh: "承保机构", en: "Underwriter" },
  clause: "五",
  input: {
    ruralMicro: {},
    supplementaryMedical: {},
    loanGuarantee: {},
    loanProject: {
      /** What the loan is used for. */
      activity: oneOf(activities, "贷款用途", "Use of the loan"),
    },
    farmhouse: {},
    agriculture: {},
  },
  evaluate: (input): { readonly underwriter: Text | null } => ({
    underwriter: input.cover === "loanProject" ? underwriters.loanProject[input.activity] : underwriters[input.cover],
  }),
});
