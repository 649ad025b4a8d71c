import { insuranceLawDeadlines } from "./core/insurance-law.js";
import type { AnyPolicy } from "./core/policy.js";
import { isRule, type AnyRule } from "./core/rule.js";
import * as chongqing from "./chongqing/index.js";
import * as lishui from "./lishui/index.js";
import * as luozhuang from "./luozhuang/index.js";
import * as zhumadian from "./zhumadian/index.js";

const programmes = [chongqing, lishui, zhumadian, luozhuang];

/** Every programme's policy. */
export const policies: readonly AnyPolicy[] = programmes.map(({ policy }) => policy);

const exported: readonly unknown[] = [
  insuranceLawDeadlines,
  ...programmes.flatMap((programme) => Object.values<unknown>(programme)),
];
const rules = exported.filter(isRule);

/**
 * Every rule by id, with its title, clause and input schema: what the command line, the spreadsheet wrapper and the docs walk
 * through. Read off the modules, so a rule that is exported is listed.
 *
 * @example
 * ```ts
 * catalogue["chongqing.premium"]?.safe({ period: "first", firstMonth: "2020-11" });
 * ```
 */
export const catalogue: Readonly<Record<string, AnyRule>> = Object.freeze(
  Object.assign(
    Object.create(null) as Record<string, AnyRule>,
    Object.fromEntries(rules.map((rule) => [rule.id, rule])),
  ),
);
