import { isDay, meantDay, notADay, type Day } from "./core/day.js";
import { badArgument } from "./core/errors.js";
import { insuranceLawDeadlines } from "./core/insurance-law-rule.js";
import type { AnyPolicy } from "./core/policy.js";
import { isRule, type AnyRule } from "./core/rule.js";
import * as chongqing from "./chongqing/rules.js";
import * as lishui from "./lishui/rules.js";
import * as luozhuang from "./luozhuang/rules.js";
import * as zhumadian from "./zhumadian/rules.js";

/** The programmes: the one list of them. */
export const programmes = { chongqing, lishui, zhumadian, luozhuang };

/** Every programme's policy. */
export const policies: readonly AnyPolicy[] = Object.values(programmes).map(({ policy }) => policy);

const exported: readonly unknown[] = [
  insuranceLawDeadlines,
  ...Object.values(programmes).flatMap((programme) => Object.values<unknown>(programme)),
];
const rules = exported.filter(isRule);

/**
 * 全部规则，按编号排列：标题、条款、输入和结果的结构。
 * Every rule by id, with its title, clause and schemas: what the command line, the spreadsheet wrapper and the docs walk
 * through. Read off the modules, so a rule that is exported is listed.
 *
 * @example
 * ```ts
 * catalogue["chongqing.premium"]?.safe({ period: "first", firstMonth: "2020-11" }).ok; // true
 * ```
 */
export const catalogue: Readonly<Record<string, AnyRule>> = Object.freeze(
  Object.assign(
    Object.create(null) as Record<string, AnyRule>,
    Object.fromEntries(rules.map((rule) => [rule.id, rule])),
  ),
);

/**
 * 某日施行的政策；没有的，返回空列表，绝不取相近的。
 * The policies in force on a day; none in a gap, never the nearest.
 *
 * @param day - The day, `YYYY-MM-DD`.
 * @param options - `division`: the GB/T 2260 code of a county, city or province; only policies that hold there.
 * @throws PolicyInputError for anything but a real day.
 * @example
 * ```ts
 * policiesOn("2020-05-01").map(({ id }) => id); // ["lishui", "zhumadian", "luozhuang"]
 * policiesOn("2021-03-02", { division: "500106" }).map(({ id }) => id); // ["chongqing"]
 * policiesOn("2015-01-01"); // []
 * ```
 */
export function policiesOn(day: Day, options: { readonly division?: string } = {}): readonly AnyPolicy[] {
  if (!isDay(day)) throw badArgument("INVALID_DAY", notADay.zh, notADay.en, day, meantDay(day));
  const { division } = options;
  return policies.filter(({ document: { inForce, area } }) => {
    if (day < inForce.from || (inForce.to !== undefined && inForce.to < day)) return false;
    if (division === undefined || area === undefined) return true;
    const { codes, without = [] } = area;
    return codes.some((code) => division.startsWith(code)) && !without.some((code) => division.startsWith(code));
  });
}
