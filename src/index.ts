/**
 * 惠民规则：四份惠民救助保险文件写成的精确、可解释的函数，每个项目一个模块。
 * 惠民规则: four Chinese relief-insurance policies as exact, explainable functions, a module a programme.
 *
 * @packageDocumentation
 */
import { catalogue } from "./catalogue.js";
import { explain as explainWith, type Explainable, type ExplainOptions } from "./core/explain/index.js";

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
