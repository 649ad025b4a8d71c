import { monthOf, monthsBetween, type Month } from "../core/day.js";
import type { Eligibility } from "../core/eligibility.js";
import { group, list, month, name, oneOf } from "../core/fields.js";
import { Rate, type Money } from "../core/money.js";
import { agreement, rulesOf, type Report } from "../core/rule.js";
import type { Benefit, Statement } from "../core/statement.js";
import { checkCategories, decideEnrolment, periodAt, personFacts, type Period } from "./eligibility.js";
import { periods, policy, type ChongqingPolicy } from "./policy.js";

const { rule } = rulesOf(policy);

type Terms = ChongqingPolicy["terms"];

const firstDayOf = (each: Month) => `${each}-01`;

/** 二: 10 yuan for each month from the first insured one to the period's end. */
function premiumFrom(firstMonth: Month, period: Period["period"], terms: Terms, sheet: Statement): Money {
  const { monthlyPremium } = terms.enrolment;
  const { to } = terms[period];
  const months = monthsBetween(firstMonth, monthOf(to.value)) + 1;
  return sheet.multiply(monthlyPremium, months, monthlyPremium.amended ?? to.amended);
}

/**
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
export const premium = rule({
  id: "premium",
  title: { zh: "保费", en: "Premium" },
  clause: "二",
  input: {
    /** The period of protection. */
    period: oneOf(periods, "保障期间", "Period"),
    /** The first insured month. */
    firstMonth: month("首个参保月份", "First insured month"),
  },
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
    return sheet.benefit([premiumFrom(firstMonth, period, terms, sheet)]);
  },
});

/** Someone on the roster who is not to be added, and why. */
export interface NotAdded {
  readonly id: string;
  /** Added by another row, enrolled already, not eligible, or eligibility not known yet. */
  readonly reason: "duplicate" | "alreadyEnrolled" | "ineligible" | "undetermined";
  readonly eligibility: Eligibility;
}

/** Whom to enrol in a month, and the premium for them. */
export interface EnrolmentPlan extends Benefit {
  /** The ids to add, in the roster's order. */
  readonly toAdd: readonly string[];
  /** The others on the roster. */
  readonly notAdded: readonly NotAdded[];
}

const person = {
  /** The person's id in the roster. */
  id: name("编号", "Id"),
  ...personFacts,
};

/** The facts that are the same on each row of a person. */
const personal = ["receivesStateAllowance", "disabledPoliceOrOfficial", "insuredByPovertyCover"] as const;

/**
 * The plan of one month's enrolment (二, 四(三)): whom to add, whom not and why, and the premium for those added (yuan). The first month
 * of a period enrols the whole roster, whoever was enrolled in the period before; later months add who is not enrolled yet. A person who
 * stands on the roster twice, under two categories, is enrolled once.
 *
 * @param input - The month, `YYYY-MM`; everyone on that month's roster with their facts; the ids already enrolled in this period in
 * earlier months.
 * @returns A Benefit (the premium) with `toAdd` and `notAdded`.
 * @throws PolicyInputError for a month outside the programme, or any bad entry of the roster, with its index.
 * @example
 * ```ts
 * const { toAdd, amount } = planEnrolment({
 *   month: "2021-03",
 *   roster: [{ id: "A1", categories: ["orphan"], insuredByPovertyCover: false, enrolledUnderAnotherCategory: false }],
 *   enrolled: [],
 * });
 * toAdd; // ["A1"]
 * amount.toString(); // "80.00"
 * ```
 * @function
 */
export const planEnrolment = rule({
  id: "planEnrolment",
  title: { zh: "月度参保计划", en: "A month's enrolment" },
  clause: "四(三)",
  input: {
    /** The month of enrolment. */
    month: month("参保月份", "Month of enrolment"),
    /** Everyone on the month's roster. */
    roster: list(group(person, "名单人员", "Person"), "在册名单", "Roster"),
    /** The ids enrolled in earlier months of this period. */
    enrolled: list(name("编号", "Id"), "本期间已参保人员", "Enrolled earlier in this period"),
  },
  check(parsed, report, { terms }) {
    if (parsed.month !== undefined && periodAt(firstDayOf(parsed.month), terms) === undefined) {
      const [from, to] = [monthOf(terms.first.from.value), monthOf(terms.second.to.value)];
      report(
        ["month"],
        "OUT_OF_RANGE",
        `不在参保时间内（${from} 至 ${to}）`,
        `outside the programme (${from} to ${to})`,
      );
    }
    const agree = agreement("与名单中同一编号的另一行不一致", "differs from another row of the same id");
    parsed.roster?.forEach((each: Partial<(typeof parsed.roster)[number]>, index) => {
      const at: Report = (path, code, zh, en) => report(["roster", index, ...path], code, zh, en);
      checkCategories(each, at);
      const { id } = each;
      if (id === undefined) return;
      for (const fact of personal) agree(`${fact} ${id}`, each[fact], [fact], at);
    });
  },
  evaluate({ month: current, roster, enrolled }, context): EnrolmentPlan {
    const { terms, statement } = context;
    const period = periodAt(firstDayOf(current), terms) as Period;
    const before = new Set(current === monthOf(period.from) ? [] : enrolled);
    const rows = roster.map(({ id, ...facts }) => ({
      id,
      eligibility: decideEnrolment({ ...facts, month: current }, context),
    }));
    const eligible = new Set(rows.flatMap(({ id, eligibility }) => (eligibility.outcome === "eligible" ? [id] : [])));
    const toAdd = new Set<string>();
    const notAdded: NotAdded[] = [];
    for (const { id, eligibility } of rows) {
      const { outcome } = eligibility;
      if (before.has(id)) notAdded.push({ id, reason: "alreadyEnrolled", eligibility });
      else if (outcome === "eligible" && !toAdd.has(id)) toAdd.add(id);
      else if (outcome === "eligible" || eligible.has(id)) notAdded.push({ id, reason: "duplicate", eligibility });
      else notAdded.push({ id, reason: outcome, eligibility });
    }
    const sheet = statement();
    const each = premiumFrom(current, period.period, terms, sheet);
    const { clause, amended } = terms.enrolment.monthlyPremium;
    const total = sheet.write(
      { zh: "本月新增人员保费", en: "Premium for those added" },
      clause,
      each.times(new Rate(String(toAdd.size))),
      { operation: "multiply", operands: [each, toAdd.size] },
      amended,
    );
    return { ...sheet.benefit([total]), toAdd: [...toAdd], notAdded };
  },
});
