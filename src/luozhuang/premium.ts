import { monthOf, monthsBetween } from "../core/day.js";
import { integer, money, oneOf, optional, type InputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import { plainYuan, type Money } from "../core/money.js";
import type { Provision } from "../core/policy.js";
import { benefit, extended } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Benefit } from "../core/statement.js";
import type { Text } from "../core/text.js";
import { moneyShape } from "../core/wire.js";
import { insuranceLines, medicalPremium, type LuozhuangPolicy } from "./policy.js";
import { rule } from "./programme.js";

const premiumFields = {
  /** The line of insurance. */
  line: oneOf(insuranceLines, "险种", "Line of insurance"),
  /** How many persons it insures. */
  persons: integer("参保人数", "Persons insured", 0, Number.MAX_SAFE_INTEGER),
  /** The premium a person, or a unit where a person has several (yuan). */
  standard: money("投保标准（元/人；分份的为元/份）", "Premium a person, or a unit"),
  /** Units a person (每人几份) of the accident line; one when it is left out. */
  shares: optional(integer("每人份数", "Units a person", 1, Number.MAX_SAFE_INTEGER)),
  /** For persons added during the year: how many months they are insured; for `addedDuringYear: byMonth`. */
  monthsInsured: optional(
    integer("年中新增人员的参保月数", "Months insured, of persons added", 1, Number.MAX_SAFE_INTEGER),
  ),
};

/** 保费的输入。What a line's premium is computed from. */
export interface PremiumInput extends InputOf<typeof premiumFields> {}

const labels = frozen({
  unit: { zh: "每人保费", en: "Premium a person" },
  months: { zh: "按参保月数折算", en: "By the months insured" },
});

/**
 * 三(二)第1段: what the premium is called. It says so where it is below the least that holds in principle (原则上), and where that least
 * is not the plan's, which way.
 */
function premiumLabel({ value, principle = value }: Provision<Money>, standard: Money): Text {
  const { zh, en } = insuranceLines.accident;
  if (standard.compare(value) < 0) {
    const least = plainYuan(value);
    return {
      zh: `${zh}（低于原则上每人每份${least}元）`,
      en: `${en} (below the ${least} a person and unit that hold in principle)`,
    };
  }
  const way = value.compare(principle);
  if (way === 0) return insuranceLines.accident;
  const least = plainYuan(principle);
  return way < 0
    ? {
        zh: `${zh}（标准低于原则上每人每份${least}元）`,
        en: `${en} (standard below the ${least} that hold in principle)`,
      }
    : {
        zh: `${zh}（标准高于原则上每人每份${least}元）`,
        en: `${en} (standard above the ${least} that hold in principle)`,
      };
}

/** 三: how many calendar months the period of protection has. */
const monthsOf = ({ from, to }: LuozhuangPolicy["terms"]["period"]): number =>
  monthsBetween(monthOf(from.value), monthOf(to.value)) + 1;

/**
 * 一个险种的保费：参保人数×投保标准。
 * The premium of a line (三, 六(二)2), in yuan: persons × standard. This year's standard of the medical supplement is not in the plan;
 * that of the accident line is in principle (原则上) at least 10 a person and unit: one below it is computed, and its line says so.
 *
 * @param input - The line, how many persons it insures, and the standard a person (or unit). Persons added during the year are given by
 * themselves, with `monthsInsured`.
 * @returns A Benefit: the premium. The reading `addedDuringYear` is used for `monthsInsured`.
 * @throws PolicyInputError for units of a line that has none, more months than the period has, or a premium beyond the exact range.
 * @example
 * ```ts
 * premium({ line: "accident", persons: 12345, standard: "10" }).amount.toString(); // "123450.00"
 * const added = { line: "accident", persons: 3, standard: "10", monthsInsured: 8 } as const;
 * premium(added).amount.toString(); // "30.00"
 * premium(added, { readings: { addedDuringYear: "byMonth" } }).amount.toString(); // "20.00"
 * ```
 * @function
 */
export const premium: Rule<PremiumInput, Benefit, LuozhuangPolicy> = rule({
  id: "premium",
  title: { zh: "保费", en: "Premium" },
  clause: "三",
  result: benefit,
  readings: ["addedDuringYear"],
  input: premiumFields,
  check({ line, shares, monthsInsured }, report, { terms }) {
    if (line === "medicalSupplement" && shares !== undefined) {
      const { zh, en } = insuranceLines.medicalSupplement;
      report(["shares"], "CONFLICT", `${zh}不分份`, `${en} has no units`);
    }
    const months = monthsOf(terms.period);
    if (monthsInsured !== undefined && monthsInsured > months) {
      report(["monthsInsured"], "OUT_OF_RANGE", `不能大于 ${months}`, `must not exceed ${months}`);
    }
  },
  evaluate({ line, persons, standard, shares = 1, monthsInsured }, { terms, policy, reading, statement }): Benefit {
    const sheet = statement();
    const { minimumPremium } = terms.accident;
    const ground =
      line === "accident" ? { ...minimumPremium, label: premiumLabel(minimumPremium, standard) } : medicalPremium;
    const each =
      shares === 1
        ? standard
        : sheet.write({ operation: "multiply", operands: [standard, shares], from: [ground], label: labels.unit });
    const year = sheet.write({ operation: "multiply", operands: [each, persons], from: [ground] });
    const months = monthsOf(terms.period);
    const partly = monthsInsured !== undefined && monthsInsured < months && reading("addedDuringYear") === "byMonth";
    const { clause } = policy.readings.addedDuringYear;
    const total = partly
      ? sheet.write({
          operation: "part",
          operands: [year, monthsInsured, months],
          from: [{ clause, label: labels.months }, terms.period.from, terms.period.to],
        })
      : year;
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
 * deduction does not use up carries on. The plan says 差额动态化管理 (managed by the difference) and gives no equation: that the
 * difference is the standard less the surplus is an interpretation.
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
