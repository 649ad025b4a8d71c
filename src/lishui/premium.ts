import { group, integer, list, money, oneOf, type InputOf, type OutputOf } from "../core/fields.js";
import type { Field } from "../core/input.js";
import { sumOf, type Money } from "../core/money.js";
import { amount, benefit, count, extended, listOf, shapeOf, text, wordOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import { closings, type Benefit } from "../core/statement.js";
import type { Text } from "../core/text.js";
import { labelled } from "../core/wire.js";
import { administrators } from "./annex.js";
import { coverNames, type CoverName, type LishuiPolicy } from "./policy.js";
import { rule } from "./programme.js";

const premiumSubsidyFields = {
  /** The cover. */
  cover: oneOf(coverNames, "险种", "Cover"),
  /** 自行承担的保费: the premium that falls to the household, other subsidies taken off (yuan). */
  householdPremium: money("农户自行承担的保费", "Premium that falls to the household"),
};

/** 保费补助的输入。A cover and the household's own premium. */
export interface PremiumSubsidyInput extends InputOf<typeof premiumSubsidyFields> {}

/**
 * 政府对农户自行承担保费的补助（四，元）：全额，扶贫贷款项目和农业险种为一半；是否享受见 `checkSubsidy`。
 * What government pays of the premium that falls to a household (四), in yuan: all of it, and half of it under the loan-project and
 * agricultural covers. Whether the household is entitled to it is `checkSubsidy`.
 *
 * @param input - The cover, and the premium that the household itself would bear.
 * @returns A Benefit: the subsidy.
 * @throws PolicyInputError for an unknown cover or a bad amount.
 * @example
 * ```ts
 * premiumSubsidy({ cover: "agriculture", householdPremium: "33.33" }).amount.toString(); // "16.67"
 * ```
 * @function
 */
export const premiumSubsidy: Rule<PremiumSubsidyInput, Benefit, LishuiPolicy> = rule({
  id: "premiumSubsidy",
  title: { zh: "保费补助", en: "Premium subsidy" },
  clause: "四",
  result: benefit,
  input: premiumSubsidyFields,
  evaluate({ cover, householdPremium }, { terms, statement }) {
    const sheet = statement();
    const premium = sheet.share(householdPremium, terms[cover].subsidy);
    return sheet.premium([premium], closings.subsidy);
  },
});

/**
 * 一个险种的补助预算。
 * What one cover costs the government.
 */
export interface CoverBudget {
  readonly cover: CoverName;
  /** Persons, or households under the farmhouse cover. */
  readonly persons: number;
  /** The subsidy for them (yuan). */
  readonly amount: Money;
}

/**
 * 一个组织实施部门的补助预算。
 * What the covers of one department cost the government.
 */
export interface BodyBudget {
  /** The department (五). */
  readonly body: Text;
  /** The subsidy for its covers (yuan). */
  readonly amount: Money;
}

/**
 * 保费补助的预算。
 * The budget of the premium subsidy.
 */
export interface SubsidyBudget extends Benefit {
  /** The same by cover, in the opinion's order. */
  readonly byCover: readonly CoverBudget[];
  /** The same by department, in the opinion's order. */
  readonly byBody: readonly BodyBudget[];
}

const budgetShape = extended<SubsidyBudget>(
  benefit,
  {
    byCover: listOf(
      shapeOf<CoverBudget>(
        {
          cover: wordOf(coverNames, "险种", "Cover"),
          persons: count("人（户）数", "Persons or households"),
          amount: amount("政府补助保费", "Premium subsidy"),
        },
        "一个险种的补助",
        "Subsidy of a cover",
      ),
      "分险种（人（户）数，元）",
      "By cover (persons or households, yuan)",
    ),
    byBody: listOf(
      shapeOf<BodyBudget>(
        {
          body: labelled(text, "组织实施部门", "Department"),
          amount: amount("政府补助保费", "Premium subsidy"),
        },
        "一个部门的补助",
        "Subsidy of a department",
      ),
      "分组织实施部门（元）",
      "By department (yuan)",
    ),
  },
  "保费补助预算",
  "Budget of the premium subsidy",
);

const budgetRow = {
  /** The cover. */
  cover: oneOf(coverNames, "险种", "Cover"),
  /** How many persons, or households under the farmhouse cover, pay this price. */
  persons: integer("参保人数（农房为户数）", "Persons insured (households for farmhouses)", 0, Number.MAX_SAFE_INTEGER),
  /** 自行承担的保费: the premium of one of them, other subsidies taken off (yuan). */
  price: money("每人（户）自行承担的保费", "Premium that falls to each"),
};

/** 预算的一行。Persons at one price under one cover. */
export interface SubsidyBudgetRowInput extends InputOf<typeof budgetRow> {}

const row: Field<OutputOf<typeof budgetRow>, SubsidyBudgetRowInput> = group(
  budgetRow,
  "预算的一行",
  "Row of the budget",
);

const budgetFields = {
  /** Each cover and price; a cover may have several prices. */
  rows: list(row, "各险种的人数和保费", "Persons and prices by cover", 1),
};

/** 保费补助预算的输入。What the budget is computed from. */
export interface SubsidyBudgetInput extends InputOf<typeof budgetFields> {}

const forEach: Text = { zh: "每人（户）保费补助", en: "Premium subsidy for each" };

/**
 * 政府补助保费的预算（四、五，元）：逐人（户）补助之和，分险种、分组织实施部门。
 * The budget of the premium subsidy (四, 五), in yuan: the sum of what `premiumSubsidy` gives each person (household), by cover and by the
 * department that carries the cover out. Which level of government pays how much of it the opinion does not say.
 *
 * @param input - `rows`: cover, number of persons, and the premium that falls to each.
 * @returns A Benefit, with `byCover` and `byBody`.
 * @throws PolicyInputError for no rows, an unknown cover, a bad number or amount.
 * @example
 * ```ts
 * const { amount, byBody } = subsidyBudget({
 *   rows: [
 *     { cover: "ruralMicro", persons: 1000, price: "30" },
 *     { cover: "agriculture", persons: 3, price: "33.33" },
 *   ],
 * });
 * amount.toString(); // "30050.01"
 * byBody.map(({ body, amount: part }) => [body.zh, part.toString()]);
 * // [["民政局", "30000.00"], ["发改部门（农险办）", "50.01"]]
 * ```
 * @function
 */
export const subsidyBudget: Rule<SubsidyBudgetInput, SubsidyBudget, LishuiPolicy> = rule({
  id: "subsidyBudget",
  title: { zh: "保费补助预算", en: "Budget of the premium subsidy" },
  clause: "四",
  result: budgetShape,
  input: budgetFields,
  evaluate({ rows }, { terms, statement }): SubsidyBudget {
    const sheet = statement();
    const subsidies = rows.map(({ cover, persons, price }) => {
      const { subsidy } = terms[cover];
      const each = sheet.share(price, { ...subsidy, label: forEach });
      const total = sheet.write({
        operation: "multiply",
        operands: [each, persons],
        from: [subsidy],
        label: coverNames[cover],
      });
      return { cover, persons, amount: total };
    });
    const named = (Object.keys(coverNames) as CoverName[]).flatMap((cover): CoverBudget[] => {
      const own = subsidies.filter((each) => each.cover === cover);
      const persons = own.reduce((sum, each) => sum + each.persons, 0);
      return own.length === 0 ? [] : [{ cover, persons, amount: sumOf(own.map((each) => each.amount)) }];
    });
    const departments = new Map<Text, Money[]>();
    for (const { cover, amount: part } of named) {
      const { department } = administrators[cover];
      departments.set(department, [...(departments.get(department) ?? []), part]);
    }
    const byBody = [...departments].map(([body, parts]): BodyBudget => ({ body, amount: sumOf(parts) }));
    const due = named.map((each) => each.amount);
    return { ...sheet.premium(due, closings.subsidy), byCover: named, byBody };
  },
});
