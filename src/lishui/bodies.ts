import { oneOf, type InputOf } from "../core/fields.js";
import { listOf, shapeOf, text } from "../core/results.js";
import type { CoverInput, Rule } from "../core/rule.js";
import type { Text } from "../core/text.js";
import { labelled, nullableShape } from "../core/wire.js";
import { administrators, loanProjectUnderwriters, underwriters } from "./annex.js";
import { activities, coverNames, type LishuiPolicy } from "./policy.js";
import { rule, ruleByCover } from "./programme.js";

/**
 * 一个险种的组织实施单位。
 * The bodies that carry a cover out.
 */
export interface AdministratorFound {
  /** The bodies, in the city and in each county. */
  readonly bodies: readonly Text[];
}

const administratorFields = {
  /** The cover. */
  cover: oneOf(coverNames, "险种", "Cover"),
};

/** 组织实施单位的查询。The cover whose bodies are asked for. */
export interface AdministratorInput extends InputOf<typeof administratorFields> {}

/**
 * 某险种的组织实施单位（五）：市级和县级。
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
export const administratorFor: Rule<AdministratorInput, AdministratorFound, LishuiPolicy> = rule({
  id: "administratorFor",
  title: { zh: "组织实施单位", en: "Responsible bodies" },
  clause: "五",
  result: shapeOf<AdministratorFound>(
    { bodies: listOf(text, "组织实施单位", "Responsible bodies") },
    "组织实施单位",
    "Responsible bodies",
  ),
  input: administratorFields,
  evaluate: ({ cover }): AdministratorFound => ({ bodies: [...administrators[cover].bodies] }),
});

/**
 * 一个险种的承保机构。
 * Who underwrites a cover.
 */
export interface UnderwriterFound {
  /** The underwriter, or by whom it is chosen; `null` where the opinion names nobody. */
  readonly underwriter: Text | null;
}

const underwriterFields = {
  ruralMicro: {},
  supplementaryMedical: {},
  loanGuarantee: {},
  loanProject: {
    /** What the loan is used for. */
    activity: oneOf(activities, "贷款用途", "Use of the loan"),
  },
  farmhouse: {},
  agriculture: {},
};

/** 承保机构的查询。The cover whose underwriter is asked for. */
export type UnderwriterInput = CoverInput<typeof underwriterFields>;

/**
 * 某险种由谁承保，或承保机构由谁选定（五）。
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
export const underwriterFor: Rule<UnderwriterInput, UnderwriterFound, LishuiPolicy> = ruleByCover({
  id: "underwriterFor",
  title: { zh: "承保机构", en: "Underwriter" },
  clause: "五",
  result: shapeOf<UnderwriterFound>(
    { underwriter: labelled(nullableShape(text), "意见指定", "Named by the opinion") },
    "承保机构",
    "Underwriter",
  ),
  input: underwriterFields,
  evaluate(input): UnderwriterFound {
    const { underwriter } =
      input.cover === "loanProject" ? loanProjectUnderwriters[input.activity] : underwriters[input.cover];
    return { underwriter };
  },
});
