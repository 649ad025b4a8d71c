import { monthOf, monthsBetween, type Month } from "../core/day.js";
import { month, oneOf, type InputOf } from "../core/fields.js";
import type { Money } from "../core/money.js";
import { benefit } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Benefit, Statement } from "../core/statement.js";
import { periodAt, type Period } from "./periods.js";
import { periods, type ChongqingPolicy } from "./policy.js";
import { rule } from "./programme.js";

type Terms = ChongqingPolicy["terms"];

/** The first day of a month. */
export const firstDayOf = (each: Month) => `${each}-01`;

/** 二: 10 yuan for each month from the first insured one to the period's end. */
export function premiumFrom(firstMonth: Month, period: Period["period"], terms: Terms, sheet: Statement): Money {
  const { monthlyPremium } = terms.enrolment;
  const { to } = terms[period];
  const months = monthsBetween(firstMonth, monthOf(to.value)) + 1;
  return sheet.multiply(monthlyPremium, months, to);
}

const premiumFields = {
  /** The period of protection. */
  period: oneOf(periods, "保障期间", "Period"),
  /** The first insured month. */
  firstMonth: month("首个参保月份", "First insured month"),
};

/** 保费的输入。What one person's premium is computed from. */
export interface PremiumInput extends InputOf<typeof premiumFields> {}

/**
 * 一人的保费（二），元：按所余月数计算。
 * The premium for one person (二), in yuan: 10 a month for the months left in the period, so 120 for the whole first period and 20 for
 * the second.
 *
 * @param input - The period, and the first insured month within it, `YYYY-MM`.
 * @returns A Benefit: the premium due.
 * @throws PolicyInputError for a month outside the period.
 * @example
 * ```ts
 * premium({ period: "first", firstMonth: "2021-03" }).amount.toString(); // "80.00"
 * ```
 * @function
 */
export const premium: Rule<PremiumInput, Benefit, ChongqingPolicy> = rule({
  id: "premium",
  title: { zh: "保费", en: "Premium" },
  clause: "二",
  result: benefit,
  input: premiumFields,
  check({ period, firstMonth }, report, { terms }) {
    if (period === undefined || firstMonth === undefined) return;
    if (periodAt(firstDayOf(firstMonth), terms)?.period !== period) {
      const [from, to] = [monthOf(terms[period].from.value), monthOf(terms[period].to.value)];
      report(
        ["firstMonth"],
        "OUT_OF_RANGE",
        `不在该保障期间内（${from} 至 ${to}）`,
        `outside that period (${from} to ${to})`,
      );
    }
  },
  evaluate({ period, firstMonth }, { terms, statement }): Benefit {
    const sheet = statement();
    const due = premiumFrom(firstMonth, period, terms, sheet);
    return sheet.premium([due]);
  },
});
