/**
 * 惠民规则: four Chinese relief-insurance policies as exact, explainable functions, a module a programme.
 *
 * @packageDocumentation
 */
import { policies } from "./catalogue.js";
import { explain as explainWith, type Explainable, type ExplainOptions } from "./core/explain.js";

export * from "./core/index.js";
export { catalogue } from "./catalogue.js";
export * as chongqing from "./chongqing/index.js";
export * as lishui from "./lishui/index.js";
export * as luozhuang from "./luozhuang/index.js";
export * as zhumadian from "./zhumadian/index.js";

/**
 * A result in words, in Chinese (default) or English, as {@link explainWith} of the core, with programmes, covers and readings called by
 * name.
 *
 * @example
 * ```ts
 * explain(chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "58000" }), { locale: "en" });
 * ```
 */
export function explain(result: Explainable, options: ExplainOptions = {}): string {
  return explainWith(result, { policies, ...options });
}
