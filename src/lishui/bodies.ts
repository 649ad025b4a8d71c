import { oneOf, type InputOf } from "../core/fields.js";
import type { Clause } from "../core/policy.js";
import { clause, listOf, shapeOf, text } from "../core/results.js";
import type { CoverInput, Rule } from "../core/rule.js";
import type { Text } from "../core/text.js";
import { labelled, nullableShape } from "../core/wire.js";
import { administrators, loanProjectUnderwriters, underwriters, type Administration } from "./annex.js";
import { activities, coverNames, type LishuiPolicy } from "./policy.js";
import { rule, ruleByCover } from "./programme.js";

/** Whom the opinion names; `null` where it names nobody. */
const named = (zh: string, en: string) => labelled(nullableShape(text), zh, en);

/**
 * 一个险种的组织实施单位及分工。
 * The bodies that carry a cover out, and who of them does what; `null` where the opinion names nobody.
 */
export interface AdministratorFound extends Omit<Administration, "department"> {}

const administratorFields = {
  /** The cover. */
  cover: oneOf(coverNames, "险种", "Cover"),
};

/** 组织实施单位的查询。The cover whose bodies are asked for. */
export interface AdministratorInput extends InputOf<typeof administratorFields> {}

/**
 * 某险种的组织实施单位（五）：市级和县级，以及由谁签订协议、归集费用、审核费用、统计汇总。
 * The bodies that carry a cover out (五), in the city and in each county, and who of them signs the agreement, collects the premium, checks
 * it and puts the figures together.
 *
 * @param input - The cover.
 * @returns `bodies`, and `signs`, `collects`, `checks`, `reports`, each in both languages, with their `clause`; `null` where the opinion
 * names nobody.
 * @throws PolicyInputError for an unknown cover.
 * @example
 * ```ts
 * const { bodies, signs, collects, clause } = administratorFor({ cover: "ruralMicro" });
 * bodies.map(({ zh }) => zh); // ["市民政局", "县（市、区）民政局"]
 * signs?.zh; // "各县（市、区），由市民政局督促指导"
 * collects; // null
 * clause.path; // "五(一)"
 * ```
 * @function
 */
export const administratorFor: Rule<AdministratorInput, AdministratorFound, LishuiPolicy> = rule({
  id: "administratorFor",
  title: { zh: "组织实施单位", en: "Responsible bodies" },
  clause: "五",
  result: shapeOf<AdministratorFound>(
    {
      bodies: listOf(text, "组织实施单位", "Responsible bodies"),
      clause,
      signs: named("签订保险协议", "Signs the agreement"),
      collects: named("归集支付保险费用", "Collects and pays the premium"),
      checks: named("审核确认保险费用", "Checks the premium"),
      reports: named("统计汇总全市情况", "Puts the city's figures together"),
    },
    "意见指定的分工（“无”即未指定）",
    "Who does what by the opinion (none: nobody is named)",
  ),
  input: administratorFields,
  evaluate({ cover }): AdministratorFound {
    const { department: _, bodies, ...named } = administrators[cover];
    return { ...named, bodies: [...bodies] };
  },
});

/**
 * 一个险种的承保机构。
 * Who underwrites a cover.
 */
export interface UnderwriterFound {
  /** The clause that says so. */
  readonly clause: Clause;
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
 * @returns `underwriter` in both languages, with its `clause`; `null` where the opinion names nobody.
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
    { clause, underwriter: named("意见指定", "Named by the opinion") },
    "承保机构",
    "Underwriter",
  ),
  input: underwriterFields,
  evaluate(input): UnderwriterFound {
    return { ...(input.cover === "loanProject" ? loanProjectUnderwriters[input.activity] : underwriters[input.cover]) };
  },
});
