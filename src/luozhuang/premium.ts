import { integer, money, oneOf, type InputOf } from "../core/fields.js";
import type { Money } from "../core/money.js";
import { benefit, extended } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Benefit } from "../core/statement.js";
import { moneyShape } from "../core/wire.js";
import { insuranceLines, medicalPremium, type LuozhuangPolicy } from "./policy.js";
import { rule } from "./programme.js";

const premiumFields = {
  /** The line of insurance. */
  line: oneOf(insuranceLines, "险种", "Line of insurance"),
  /** How many persons it insures. */
  persons: integer("参保人数", "Persons insured", 0, Number.MAX_SAFE_INTEGER),
  /** The premium a person (yuan). */
  standard: money("投保标准（元/人）", "Premium a person"),
};

/** 保费的输入。What a line's premium is computed from. */
export interface PremiumInput extends InputOf<typeof premiumFields> {}

/**
 * 一个险种的保费：参保人数×投保标准。
 * The premium of a line (三, 六(二)2), in yuan: persons × standard. This year's standard of the medical supplement is not in the plan;
 * that of the accident line is at least 10.
 *
 * @param input - The line, how many persons it insures, and the standard a person.
 * @returns A Benefit: the premium.
 * @throws PolicyInputError for an accident standard below 10, or a premium beyond the exact range.
 * @example
 * ```ts
 * premium({ line: "accident", persons: 12345, standard: "10" }).amount.toString(); // "123450.00"
 * ```
 * @function
 */
export const premium: Rule<PremiumInput, Benefit, LuozhuangPolicy> = rule({
  id: "premium",
  title: { zh: "保费", en: "Premium" },
  clause: "三",
  result: benefit,
  input: premiumFields,
  check({ line, standard }, report, { terms }) {
    const { value, clause } = terms.accident.minimumPremium;
    if (line === "accident" && standard !== undefined && standard.compare(value) < 0) {
      report(
        ["standard"],
        "BELOW_FLOOR",
        `不得低于 ${value}（${clause.path}）`,
        `must not be below ${value} (${clause.path})`,
      );
    }
  },
  evaluate({ line, persons, standard }, { terms, statement }): Benefit {
    const sheet = statement();
    const ground = { medicalSupplement: medicalPremium, accident: terms.accident.minimumPremium }[line];
    const total = sheet.write({
      operation: "multiply",
      operands: [standard, persons],
      from: [ground],
      label: insuranceLines[line],
    });
    return sheet.premium([total]);
  },
});

/**
 * 扣除结转结余后的下期保费。
 * The next premium after what was carried forward.
 */
export interface PremiumDue extends Benefit {
  /** What of the surplus is left and carries on (yuan). */
  readonly carriedForward: Money;
}

/** What carries on is a line of the statement, so that it stands here without a name. */
const premiumDueShape = extended<PremiumDue>(benefit, { carriedForward: moneyShape() }, "应缴保费", "Premium due");

const premiumDueFields = {
  /** The next period's premium by the standard, for all insured (yuan). */
  standard: money("按标准计算的保费", "Premium by the standard"),
  /** The surplus carried forward (yuan). */
  carriedForward: money("结转的结余", "Surplus carried forward"),
};

/** 应缴保费的输入。The next premium, and the surplus that comes off it. */
export interface PremiumDueInput extends InputOf<typeof premiumDueFields> {}

/**
 * 下一保障周期应缴保费：按标准计算的保费扣除结转的结余。
 * What is due of the next period's premium once the surplus carried forward is deducted (四), in yuan; never below zero, and what the
 * deduction does not use up carries on.
 *
 * @param input - The premium by the standard, for all insured, and the surplus carried forward (as `settle` gives it).
 * @returns A Benefit, the premium due, with `carriedForward`.
 * @throws PolicyInputError for a bad amount.
 * @example
 * ```ts
 * const { amount, carriedForward } = premiumDue({ standard: "500000", carriedForward: "80000" });
 * amount.toString(); // "420000.00"
 * carriedForward.toString(); // "0.00"
 * ```
 * @function
 */
export const premiumDue: Rule<PremiumDueInput, PremiumDue, LuozhuangPolicy> = rule({
  id: "premiumDue",
  title: { zh: "应缴保费", en: "Premium due" },
  clause: "四",
  result: premiumDueShape,
  input: premiumDueFields,
  evaluate({ standard, carriedForward }, { statement }): PremiumDue {
    const sheet = statement();
    const due = sheet.write({
      operation: "deduct",
      operands: [standard, carriedForward],
      from: [sheet.own({ zh: "按标准计算的保费扣除结余", en: "Premium by the standard less the surplus" })],
    });
    const left = sheet.write({
      operation: "deduct",
      operands: [carriedForward, standard],
      from: [sheet.own({ zh: "继续结转的结余", en: "Surplus that carries on" })],
    });
    return { ...sheet.premium([due]), carriedForward: left };
  },
});
