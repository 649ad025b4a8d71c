/**
 * 惠民规则：四份惠民救助保险文件写成的精确、可解释的函数，每个项目一个模块。
 * 惠民规则: four Chinese relief-insurance policies as exact, explainable functions, a module a programme.
 *
 * @packageDocumentation
 */
import { catalogue, policies } from "./catalogue.js";
import { agreementFrom as agreementWith } from "./core/agreement.js";
import { explain as explainWith, type Explainable, type ExplainOptions } from "./core/explain/index.js";
import type { Agreement } from "./core/options.js";
import { verify as verifyWith, type Verdict } from "./core/receipt.js";

export * from "./core/index.js";
export { catalogue, policiesOn } from "./catalogue.js";
export * as chongqing from "./chongqing/index.js";
export * as lishui from "./lishui/index.js";
export * as luozhuang from "./luozhuang/index.js";
export * as zhumadian from "./zhumadian/index.js";

/**
 * 把结果写成文字：项目、险种、解读都用名称。
 * A result in words, in Chinese (default) or English, as {@link explainWith} of the core, with programmes, covers and readings called by
 * name.
 *
 * @example
 * ```ts
 * explain(chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "58000" }), { locale: "en" });
 * ```
 */
export function explain(result: Explainable, options: ExplainOptions = {}): string {
  return explainWith(result, { rules: catalogue, ...options });
}

/**
 * 读入并核对任一项目的合同（JSON），一次列出全部问题。
 * Reads a contract of any programme and checks all of it at once; see {@link agreementWith} of the core.
 *
 * @param json - The contract as JSON carries it.
 * @param expected - `digest`: the digest it must have.
 * @throws PolicyInputError (`INVALID_AGREEMENT`) listing every problem with its path.
 * @example
 * ```ts
 * const agreement = agreementFrom({
 *   id: "2021-example",
 *   title: { zh: "示例合同", en: "An example" },
 *   programme: "chongqing",
 *   document: "渝民〔2020〕238号",
 *   terms: { majorIllness: { annualLimit: "200000" } },
 * });
 * chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "1000000" }, { agreement }).amount.toString(); // "200000.00"
 * ```
 */
export function agreementFrom(json: unknown, expected: { readonly digest?: string } = {}): Agreement<never> {
  return agreementWith(json, policies, expected) as Agreement<never>;
}

/**
 * 核对任一规则的凭据。
 * Verifies a receipt of any rule; see {@link verifyWith} of the core.
 *
 * @param receipt - The receipt as JSON carries it.
 * @param known - `agreements`: those that may have decided.
 * @example
 * ```ts
 * verify(receiptOf(chongqing.majorIllnessBenefit, { outOfCatalogueToDate: "58000" })).verdict; // "same"
 * ```
 */
export function verify(receipt: unknown, known: { readonly agreements?: readonly Agreement[] } = {}): Verdict {
  return verifyWith(receipt, { rules: catalogue, ...known });
}
