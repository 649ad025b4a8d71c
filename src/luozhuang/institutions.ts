import { PolicyInputError } from "../core/errors.js";
import { cityName, designatedInstitutions } from "./policy.js";

const known: ReadonlySet<string> = new Set(
  [...designatedInstitutions.district, ...designatedInstitutions.city].flatMap((name) =>
    name.startsWith("市") ? [name, cityName + name] : [name],
  ),
);

/**
 * Whether an institution is on the plan's list of designated institutions (三(一)第9段). An institution is known by the name the plan
 * gives it, and the city's own also with 临沂 in front; any other spelling is not on the list, so let people choose from
 * `designatedInstitutions`.
 *
 * @param name - The institution's Chinese name.
 * @returns Whether it is on the list.
 * @throws PolicyInputError for anything but a text.
 * @example
 * ```ts
 * isDesignated("罗庄中心医院"); // true
 * isDesignated("临沂市人民医院"); // true
 * isDesignated("某私立医院"); // false
 * ```
 */
export function isDesignated(name: string): boolean {
  if (typeof name === "string") return known.has(name);
  throw new PolicyInputError("INVALID_INPUT", [
    { path: [], code: "WRONG_TYPE", message: { zh: "应为医疗机构名称", en: "expected an institution's name" } },
  ]);
}
