import { monthOf } from "../core/day.js";
import { eligibilityOf, Inquiry, type Eligibility } from "../core/eligibility.js";
import { fact, flag, group, list, month, name, oneOf, type InputOf, type OutputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import type { Field } from "../core/input.js";
import { agreeing, type Report } from "../core/report.js";
import {
  benefit,
  eligibility as eligibilityShape,
  extended,
  listOf,
  persons,
  plainText,
  shapeOf,
  wordOf,
} from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import type { Benefit } from "../core/statement.js";
import type { Text } from "../core/text.js";
import { stringShape } from "../core/wire.js";
import { periodAt, withinProgramme, type Period } from "./periods.js";
import { categories, type ChongqingPolicy } from "./policy.js";
import { firstDayOf, premiumFrom } from "./premium.js";
import { rule } from "./programme.js";

// 二 Enrolment ---------------------------------------------------------------------------------------------------------

const enrolmentFacts = {
  /** The categories the person is in; `["none"]` when in none. One that qualifies is enough. */
  categories: fact(list(oneOf(categories, "对象类别", "Category"), "对象类别", "Categories", 1)),
  /** For preferential treatment: whether the person receives the regular state allowance (国家定期抚恤补助). */
  receivesStateAllowance: fact(flag("是否享受国家定期抚恤补助", "Whether the regular state allowance is received")),
  /** For preferential treatment: whether the person is a disabled police officer or state official. */
  disabledPoliceOrOfficial: fact(
    flag("是否为伤残人民警察或伤残国家机关工作人员", "Whether a disabled police officer or state official"),
  ),
  /** Whether the person is already insured by the poverty-alleviation cover (精准脱贫保). */
  insuredByPovertyCover: fact(flag("是否已参保精准脱贫保", "Whether insured by the poverty-alleviation cover")),
  /** Whether the person is already enrolled under another category. */
  enrolledUnderAnotherCategory: fact(flag("是否已按其他类别参保", "Whether already enrolled under another category")),
  /** The month of enrolment, `YYYY-MM`. */
  month: fact(month("参保月份", "Month of enrolment")),
};

const { month: inMonth, ...ofPerson } = enrolmentFacts;
/** The facts of one person's enrolment, whatever the month. */
const personFacts = ofPerson;

/** The facts of an enrolment. */
type EnrolmentFacts = OutputOf<typeof enrolmentFacts>;

/** Reports categories that contradict each other. */
function checkCategories(facts: Partial<OutputOf<typeof personFacts>>, report: Report): void {
  if (facts.categories?.includes("none") && facts.categories.some((category) => category !== "none")) {
    report(["categories"], "CONFLICT", "“none”不能与其他类别并列", '"none" cannot stand beside another category');
  }
}

/** 二: whether a person is to be enrolled in a month. */
function decideEnrolment(facts: EnrolmentFacts, { terms, used }: Context<ChongqingPolicy>): Eligibility {
  const { enrolment, first, second } = terms;
  const ask = new Inquiry(facts, enrolmentFacts);
  const qualifying = facts.categories?.filter((category) => enrolment.categories.value.includes(category)) ?? [];
  const onlyPreferential =
    qualifying.length > 0 && qualifying.every((category) => category === "preferentialTreatment");
  const [from, to] = [monthOf(first.from.value), monthOf(second.to.value)];
  return eligibilityOf(
    [
      ask.holds("categories", ["categories"], enrolment.categories, () => qualifying.length > 0),
      onlyPreferential ? ask.is("receivesStateAllowance", enrolment.receivesStateAllowance) : null,
      onlyPreferential ? ask.isNot("disabledPoliceOrOfficial", enrolment.notDisabledPoliceOrOfficial) : null,
      ask.isNot("insuredByPovertyCover", enrolment.notInPovertyCover),
      ask.isNot("enrolledUnderAnotherCategory", enrolment.once),
      ask.holds("month", ["month"], withinProgramme(terms, "month"), (on: string) => from <= on && on <= to),
    ],
    used(),
  );
}

/** 参保资格的事实。The facts of an enrolment, as they are given. */
export interface EnrolmentInput extends InputOf<typeof enrolmentFacts> {}

/**
 * 某人在某月是否应当参保（二）。
 * Whether a person is to be enrolled in a month (二): in one of the five categories, not in the poverty-alleviation cover, not enrolled
 * twice. Category is judged here, at enrolment, and not again at a claim.
 *
 * @param input - Facts; absent or `null` is not known.
 * @returns An Eligibility; the codes of its checks are the facts' names.
 * @throws PolicyInputError for an unknown field or word, or `none` beside another category.
 * @example
 * ```ts
 * checkEnrolment({
 *   categories: ["orphan"], insuredByPovertyCover: false, enrolledUnderAnotherCategory: false, month: "2021-03",
 * }).outcome; // "eligible"
 * ```
 * @function
 */
export const checkEnrolment: Rule<EnrolmentInput, Eligibility, ChongqingPolicy> = rule({
  id: "checkEnrolment",
  title: { zh: "参保资格", en: "Eligibility for enrolment" },
  clause: "二",
  input: enrolmentFacts,
  result: eligibilityShape,
  check: checkCategories,
  evaluate: decideEnrolment,
});

/**
 * 名册上不新增的人及原因。
 * Someone on the roster who is not to be added, and why.
 */
export interface NotAdded {
  readonly id: string;
  /** Added by another row, enrolled already, not eligible, or eligibility not known yet. */
  readonly reason: "duplicate" | "alreadyEnrolled" | "ineligible" | "undetermined";
  readonly eligibility: Eligibility;
}

/**
 * 一个月应新增的人及其保费。
 * Whom to enrol in a month, and the premium for them.
 */
export interface EnrolmentPlan extends Benefit {
  /** The ids to add, in the roster's order. */
  readonly toAdd: readonly string[];
  /** The others on the roster. */
  readonly notAdded: readonly NotAdded[];
}

const reasons = frozen({
  duplicate: { zh: "已由同一编号的另一行新增", en: "added by another row of the same id" },
  alreadyEnrolled: { zh: "已参保", en: "enrolled already" },
  ineligible: { zh: "不符合", en: "not eligible" },
  undetermined: { zh: "待查明", en: "not determined yet" },
} satisfies Record<NotAdded["reason"], Text>);

const notAdded = shapeOf<NotAdded>(
  {
    id: plainText("编号", "Id"),
    reason: wordOf(reasons, "原因", "Reason"),
    eligibility: eligibilityShape,
  },
  "不新增人员",
  "Not to be enrolled",
);

const planShape = extended<EnrolmentPlan>(
  benefit,
  {
    toAdd: listOf(stringShape(), "新增参保", "To be enrolled", persons),
    notAdded: listOf(notAdded, "不新增", "Not to be enrolled", persons),
  },
  "月度参保计划",
  "A month's enrolment",
);

const person = {
  /** The person's id in the roster. */
  id: name("编号", "Id"),
  ...personFacts,
};

/** 名册上的一人。Someone on a month's roster, with their facts. */
export interface RosterPersonInput extends InputOf<typeof person> {}

const rosterPerson: Field<OutputOf<typeof person>, RosterPersonInput> = group(person, "名单人员", "Person");

/** The facts that are the same on each row of a person. */
const personal = ["receivesStateAllowance", "disabledPoliceOrOfficial", "insuredByPovertyCover"] as const;

const planFields = {
  /** The month of enrolment. */
  month: month("参保月份", "Month of enrolment"),
  /** Everyone on the month's roster. */
  roster: list(rosterPerson, "在册名单", "Roster"),
  /** The ids enrolled in earlier months of this period. */
  enrolled: list(name("编号", "Id"), "本期间已参保人员", "Enrolled earlier in this period"),
};

/** 月度参保计划的输入。A month, its roster, and who is enrolled already. */
export interface PlanEnrolmentInput extends InputOf<typeof planFields> {}

/**
 * 一个月的参保计划（二、四(三)）：新增谁、不新增谁及原因、新增人员的保费。
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
export const planEnrolment: Rule<PlanEnrolmentInput, EnrolmentPlan, ChongqingPolicy> = rule({
  id: "planEnrolment",
  title: { zh: "月度参保计划", en: "A month's enrolment" },
  clause: "四(三)",
  result: planShape,
  input: planFields,
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
    const agree = agreeing("与名单中同一编号的另一行不一致", "differs from another row of the same id");
    parsed.roster?.forEach((each: Partial<(typeof parsed.roster)[number]>, index) => {
      const at = report.at("roster", index);
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
    const others: NotAdded[] = [];
    for (const { id, eligibility } of rows) {
      const { outcome } = eligibility;
      if (before.has(id)) others.push({ id, reason: "alreadyEnrolled", eligibility });
      else if (outcome === "eligible" && !toAdd.has(id)) toAdd.add(id);
      else if (outcome === "eligible" || eligible.has(id)) others.push({ id, reason: "duplicate", eligibility });
      else others.push({ id, reason: outcome, eligibility });
    }
    const sheet = statement();
    const each = premiumFrom(current, period.period, terms, sheet);
    const total = sheet.write({
      operation: "multiply",
      operands: [each, toAdd.size],
      from: [terms.enrolment.monthlyPremium, terms[period.period].to],
      label: { zh: "本月新增人员保费", en: "Premium for those added" },
    });
    return { ...sheet.premium([total]), toAdd: [...toAdd], notAdded: others };
  },
});
