import { monthOf, type Day, type Month } from "../core/day.js";
import { eligibilityOf, Inquiry, type Eligibility } from "../core/eligibility.js";
import {
  fact,
  flag,
  group,
  list,
  month,
  name,
  oneOf,
  optional,
  withDefault,
  type InputOf,
  type OutputOf,
} from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import type { Field, Vocabulary } from "../core/input.js";
import { Rate, type Money } from "../core/money.js";
import type { Options } from "../core/options.js";
import { endOfMonth } from "../core/period.js";
import { agreeing, type Report } from "../core/report.js";
import {
  amount,
  benefit,
  count,
  dayOf,
  eligibility as eligibilityShape,
  extended,
  listOf,
  persons,
  plainText,
  shapeOf,
  tableOf,
  wordOf,
  type Based,
} from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import type { Benefit } from "../core/statement.js";
import type { Text } from "../core/text.js";
import { eitherShape, labelled, optionalShape, stringShape } from "../core/wire.js";
import { areasInOrder, insurerAt, areaField, type InsurerFound } from "./insurer.js";
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

/** Those of them that are answered by yes or no. */
const { categories: inCategories, ...answers } = personFacts;
const answered = Object.keys(answers) as readonly (keyof typeof answers)[];

/** The facts of an enrolment. */
type EnrolmentFacts = OutputOf<typeof enrolmentFacts>;

/** Whether someone in none of the categories is said to be in another. */
const contradict = (found: readonly string[] = []): boolean =>
  found.includes("none") && found.some((category) => category !== "none");

/** Reports categories that contradict each other. */
function checkCategories(facts: Partial<OutputOf<typeof personFacts>>, report: Report): void {
  if (contradict(facts.categories)) {
    report(
      ["categories"],
      "CONFLICT",
      "“以上皆非”不能与其他类别并列",
      '"none of these" cannot stand beside another category',
    );
  }
}

/** 二: whether a person is to be enrolled in a month. */
function decideEnrolment(facts: EnrolmentFacts, { terms }: Pick<Context<ChongqingPolicy>, "terms">): Eligibility {
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
    {},
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

/** Why someone on the roster is not to be added. */
type Reason = "duplicate" | "alreadyEnrolled" | "ineligible" | "undetermined";

/**
 * 名册上不新增的人及原因。
 * Someone on the roster who is not to be added, and why.
 */
export interface NotAdded {
  readonly id: string;
  /** Added by another row, enrolled already, not eligible, or eligibility not known yet. */
  readonly reason: Reason;
  readonly eligibility: Eligibility;
}

/**
 * 名册上不新增的行数，按原因。
 * How many rows of the roster are not added, by reason.
 */
export type NotAddedCounts = Readonly<Record<Reason, number>>;

/**
 * 离开名册的人及其保障的最后一日。
 * Someone who left the roster, and the last day on which they are covered.
 */
export interface Leaver {
  readonly id: string;
  readonly coveredTo: Day;
}

/**
 * 某服务地点的新增参保。
 * Who is added in a service area, and for whose insurer.
 */
export interface AddedByInsurer {
  readonly insurer: string;
  /** As the annex names it. */
  readonly area: string;
  readonly persons: number;
  /** Their premium (yuan). */
  readonly amount: Money;
}

/**
 * 一个月应新增的人及其保费。
 * Whom to enrol in a month, and the premium for them.
 */
export interface EnrolmentPlan extends Benefit {
  /** The ids to add, in the roster's order. */
  readonly toAdd: readonly string[];
  /** The others on the roster: each with the reason, or, with `explainAll: false`, how many by reason. */
  readonly notAdded: readonly NotAdded[] | NotAddedCounts;
  /** Those who left the roster. */
  readonly leaving: readonly Leaver[];
  /** Whom of those to add each insurer takes on, in the order of the annex; rows without an area are in none. */
  readonly byInsurer: readonly AddedByInsurer[];
}

/**
 * 逐人说明的参保计划。
 * A plan that explains every row.
 */
export interface ExplainedPlan extends EnrolmentPlan {
  readonly notAdded: readonly NotAdded[];
}

/**
 * 只计数的参保计划。
 * A plan that only counts who is not added.
 */
export interface CountedPlan extends EnrolmentPlan {
  readonly notAdded: NotAddedCounts;
}

const reasons = frozen({
  duplicate: { zh: "已由同一编号的另一行新增", en: "added by another row of the same id" },
  alreadyEnrolled: { zh: "已参保", en: "enrolled already" },
  ineligible: { zh: "不符合", en: "not eligible" },
  undetermined: { zh: "待查明", en: "not determined yet" },
} satisfies Record<Reason, Text>);

const notAdded = shapeOf<NotAdded>(
  {
    id: plainText("编号", "Id"),
    reason: wordOf(reasons, "原因", "Reason"),
    eligibility: eligibilityShape,
  },
  "不新增人员",
  "Not to be enrolled",
);

const notAddedCounts = shapeOf<NotAddedCounts>(
  {
    duplicate: count(reasons.duplicate.zh, reasons.duplicate.en),
    alreadyEnrolled: count(reasons.alreadyEnrolled.zh, reasons.alreadyEnrolled.en),
    ineligible: count(reasons.ineligible.zh, reasons.ineligible.en),
    undetermined: count(reasons.undetermined.zh, reasons.undetermined.en),
  },
  "不新增（人次）",
  "Not to be enrolled (rows)",
);

const leaver = shapeOf<Leaver>(
  { id: plainText("编号", "Id"), coveredTo: dayOf("保障至", "Covered to") },
  "离开名册人员",
  "Left the roster",
);

const addedByInsurer = shapeOf<AddedByInsurer>(
  {
    insurer: plainText("承保保险公司", "Insurer"),
    area: plainText("服务地点", "Service area"),
    persons: count("人数", "Persons"),
    amount: amount("保费", "Premium"),
  },
  "各服务地点新增",
  "Added in a service area",
);

const planShape = extended<EnrolmentPlan>(
  benefit,
  {
    toAdd: listOf(stringShape(), "新增参保", "To be enrolled", persons),
    notAdded: labelled(
      eitherShape<EnrolmentPlan["notAdded"]>(listOf(notAdded, "不新增", "Not to be enrolled", persons), notAddedCounts),
      "不新增",
      "Not to be enrolled",
    ),
    leaving: tableOf(leaver, "离开名册", "Left the roster"),
    byInsurer: tableOf(addedByInsurer, "各承保公司新增", "Added by insurer"),
  },
  "月度参保计划",
  "A month's enrolment",
);

const person = {
  /** The person's id in the roster. */
  id: name("编号", "Id"),
  ...personFacts,
  /** The service area, as in `insurerFor`, so that the plan can be told by insurer. */
  area: optional(areaField),
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
  /** The ids enrolled in this period so far, the month itself included: a second run adds nobody. */
  enrolled: list(name("编号", "Id"), "本期间已参保人员", "Enrolled in this period so far"),
  /** The ids, of those enrolled, that left the roster in this month. */
  leaving: optional(list(name("编号", "Id"), "本月离开名册人员", "Who leaves the roster in this month")),
  /** `false` for a roster so large that each row need not be explained: `notAdded` is then counts by reason. */
  explainAll: withDefault(flag("是否逐人说明", "Whether to explain every row"), true),
};

/** 月度参保计划的输入。A month, its roster, and who is enrolled already. */
export interface PlanEnrolmentInput extends InputOf<typeof planFields> {}

/**
 * 规则 planEnrolment：是否逐人说明，由输入决定。
 * The rule `planEnrolment`: whether it explains every row follows from its input.
 */
export interface PlanEnrolment extends Rule<PlanEnrolmentInput, EnrolmentPlan, ChongqingPolicy> {
  (
    input: PlanEnrolmentInput & { readonly explainAll?: true },
    options?: Options<ChongqingPolicy>,
  ): Based<ExplainedPlan>;
  (input: PlanEnrolmentInput & { readonly explainAll: false }, options?: Options<ChongqingPolicy>): Based<CountedPlan>;
}

type RosterRow = OutputOf<typeof person>;
type Plan = OutputOf<typeof planFields>;

/** Decides on rows of one month. Many on a roster have the same facts: these are decided once, and share their eligibility. */
function decidingIn(month: Month, context: Pick<Context<ChongqingPolicy>, "terms">): (row: RosterRow) => Eligibility {
  const decided = new Map<string, Eligibility>();
  return (row) => {
    let key = String(row.categories);
    for (const name of answered) key += ` ${String(row[name])}`;
    let alike = decided.get(key);
    if (alike === undefined) decided.set(key, (alike = frozen(decideEnrolment({ ...row, month }, context))));
    return alike;
  };
}

/** What stands against adding someone, whoever else is on the roster. */
function reasonAgainst({ outcome }: Eligibility, enrolled: boolean): Exclude<Reason, "duplicate"> | null {
  if (enrolled) return "alreadyEnrolled";
  return outcome === "eligible" ? null : outcome;
}

/** Whom of the rows to add, and why not the others: a person is added by the first row that nothing stands against. */
function sortOut(roster: readonly RosterRow[], enrolled: ReadonlySet<string>, decide: (row: RosterRow) => Eligibility) {
  const added = new Map<string, RosterRow>();
  const others: { id: string; reason: Reason; eligibility: Eligibility }[] = [];
  for (const row of roster) {
    const { id } = row;
    const eligibility = decide(row);
    const against = reasonAgainst(eligibility, enrolled.has(id));
    if (against === null && !added.has(id)) added.set(id, row);
    else others.push({ id, reason: against ?? "duplicate", eligibility });
  }
  for (const each of others) if (each.reason !== "alreadyEnrolled" && added.has(each.id)) each.reason = "duplicate";
  return { added, others };
}

function countsOf(others: readonly NotAdded[]): NotAddedCounts {
  const counts = { duplicate: 0, alreadyEnrolled: 0, ineligible: 0, undetermined: 0 };
  for (const { reason } of others) counts[reason] += 1;
  return counts;
}

/** Those added, by area, in the order of the annex. Few areas are named many times: each name is looked up once. */
function byInsurerOf(added: Iterable<RosterRow>, each: Money): AddedByInsurer[] {
  const named = new Map<string, number>();
  for (const { area } of added) if (area !== undefined) named.set(area, (named.get(area) ?? 0) + 1);
  const persons = new Map<string, number>();
  for (const [name, number] of named) {
    const { area } = insurerAt(name) as InsurerFound;
    persons.set(area, (persons.get(area) ?? 0) + number);
  }
  return areasInOrder.flatMap(({ area, insurer }) => {
    const number = persons.get(area);
    return number === undefined
      ? []
      : [{ insurer, area, persons: number, amount: each.times(new Rate(String(number))) }];
  });
}

/** The plan that another reading is tried on: it changes the last day of those who leave, and nothing else. */
const triedOn = ({ settings: { supposed } }: Context<ChongqingPolicy, "leaver">): EnrolmentPlan | undefined =>
  supposed !== undefined && "toAdd" in supposed ? (supposed as EnrolmentPlan) : undefined;

/** 四(三): the last day of cover of someone who leaves the roster in a month. */
function coveredTo(month: Month, period: Period, { reading }: Context<ChongqingPolicy, "leaver">): Day {
  return reading("leaver") === "toPeriodEnd" ? period.to : endOfMonth(firstDayOf(month), 0);
}

/** The ids that stand on more than one row. */
function repeatedIn(roster: readonly Partial<RosterRow>[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { id } of roster) {
    if (id === undefined) continue;
    const { size } = seen;
    if (seen.add(id).size === size) repeated.add(id);
  }
  return repeated;
}

/** Reports rows of one person that differ, and categories that contradict each other. */
function checkRoster(roster: readonly Partial<RosterRow>[], report: Report): void {
  const repeated = repeatedIn(roster);
  const agree = agreeing("与名单中同一编号的另一行不一致", "differs from another row of the same id");
  roster.forEach((each, index) => {
    const { id, area } = each;
    const compared = id !== undefined && repeated.has(id);
    if (!compared && !contradict(each.categories)) return;
    const at = report.at("roster", index);
    checkCategories(each, at);
    if (!compared) return;
    for (const fact of personal) agree(`${fact} ${id}`, each[fact], [fact], at);
    if (area !== undefined) agree(`area ${id}`, insurerAt(area)?.area, ["area"], at);
  });
}

/** Reports a month outside the programme. */
function checkMonth(given: Month | undefined, report: Report, terms: ChongqingPolicy["terms"]): void {
  if (given === undefined || periodAt(firstDayOf(given), terms) !== undefined) return;
  const [from, to] = [monthOf(terms.first.from.value), monthOf(terms.second.to.value)];
  report(["month"], "OUT_OF_RANGE", `不在参保时间内（${from} 至 ${to}）`, `outside the programme (${from} to ${to})`);
}

/** Reports who leaves without being enrolled, or twice. */
function checkLeaving({ leaving = [], enrolled }: Partial<Pick<Plan, "leaving" | "enrolled">>, report: Report): void {
  if (enrolled === undefined || leaving.length === 0) return;
  const left = new Set(enrolled);
  leaving.forEach((id, index) => {
    if (!left.delete(id)) {
      report(
        ["leaving", index],
        "CONFLICT",
        "不在本期间已参保人员中，或重复",
        "not among those enrolled, or named twice",
      );
    }
  });
}

/**
 * 一个月的参保计划（二、四(三)）：新增谁、不新增谁及原因、新增人员的保费。
 * The plan of one month's enrolment (二, 四(三)): whom to add, whom not and why, and the premium for those added (yuan). The first month
 * of a period enrols the whole roster, whoever was enrolled in the period before; later months add who is not enrolled yet. A person who
 * stands on the roster twice, under two categories, is enrolled once.
 *
 * @param input - The month, `YYYY-MM`; everyone on that month's roster with their facts, and with `area` where the plan shall be told by
 * insurer; the ids enrolled in this period so far, so that a second run adds nobody; the ids of those who leave. Any number of rows.
 * @returns A Benefit (the premium) with `toAdd`, `notAdded` (with `explainAll: false` counts by reason), `leaving` with the last day of
 * cover (reading `leaver`), and `byInsurer`.
 * @throws PolicyInputError for a month outside the programme, any bad entry of the roster, with its index, and a leaver who is not
 * enrolled.
 * @example
 * ```ts
 * const { toAdd, leaving, byInsurer, amount } = planEnrolment({
 *   month: "2021-03",
 *   roster: [
 *     { id: "A1", categories: ["orphan"], insuredByPovertyCover: false, enrolledUnderAnotherCategory: false, area: "渝北区" },
 *   ],
 *   enrolled: ["B2"],
 *   leaving: ["B2"],
 * });
 * toAdd; // ["A1"]
 * amount.toString(); // "80.00"
 * leaving; // [{ id: "B2", coveredTo: "2021-10-31" }]
 * byInsurer.map(({ area, persons, amount: each }) => [area, persons, String(each)]); // [["渝北区", 1, "80.00"]]
 * ```
 * @function
 */
export const planEnrolment: PlanEnrolment = rule({
  id: "planEnrolment",
  title: { zh: "月度参保计划", en: "A month's enrolment" },
  clause: "四(三)",
  result: planShape,
  readings: ["leaver"],
  input: planFields,
  check(parsed, report, context) {
    const { terms } = context;
    if (triedOn(context) !== undefined) return;
    checkMonth(parsed.month, report, terms);
    checkRoster(parsed.roster ?? [], report);
    checkLeaving(parsed, report);
  },
  evaluate({ month: current, roster, enrolled, leaving = [], explainAll }, context): EnrolmentPlan {
    const { terms, statement } = context;
    const period = periodAt(firstDayOf(current), terms) as Period;
    const last = leaving.length === 0 ? null : coveredTo(current, period, context);
    const left = last === null ? [] : leaving.map((id) => ({ id, coveredTo: last }));
    const tried = triedOn(context);
    if (tried !== undefined) return { ...tried, leaving: left };
    const { added, others } = sortOut(roster, new Set(enrolled), decidingIn(current, context));
    const sheet = statement();
    const each = premiumFrom(current, period.period, terms, sheet);
    const total = sheet.write({
      operation: "multiply",
      operands: [each, added.size],
      from: [terms.enrolment.monthlyPremium, terms[period.period].to],
      label: { zh: "本月新增人员保费", en: "Premium for those added" },
    });
    return {
      ...sheet.premium([total]),
      toAdd: [...added.keys()],
      notAdded: explainAll ? others : countsOf(others),
      leaving: left,
      byInsurer: byInsurerOf(added.values(), each),
    };
  },
}) as PlanEnrolment;

// One person of a roster -----------------------------------------------------------------------------------------------

const decisions = frozen({
  add: { zh: "新增参保", en: "to be enrolled" },
  alreadyEnrolled: reasons.alreadyEnrolled,
  ineligible: reasons.ineligible,
  undetermined: reasons.undetermined,
} satisfies Vocabulary);

/**
 * 名册上一人的参保决定及其保费。
 * Whether one person of a month's roster is to be enrolled, and the premium for them.
 */
export interface PersonEnrolment extends Benefit {
  readonly id: string;
  /** To be added, enrolled already, not eligible, or eligibility not known yet. */
  readonly decision: keyof typeof decisions;
  readonly eligibility: Eligibility;
  /** The service area, as the annex names it, and its insurer, where the area was given. */
  readonly area?: string;
  readonly insurer?: string;
  /** For someone who leaves the roster: the last day on which they are covered. */
  readonly coveredTo?: Day;
}

const personEnrolment = extended<PersonEnrolment>(
  benefit,
  {
    id: plainText("编号", "Id"),
    decision: wordOf(decisions, "参保决定", "Enrolment"),
    eligibility: eligibilityShape,
    area: optionalShape(plainText("服务地点", "Service area")),
    insurer: optionalShape(plainText("承保保险公司", "Insurer")),
    coveredTo: optionalShape(dayOf("保障至", "Covered to")),
  },
  "一人的参保",
  "One person's enrolment",
);

const enrolPersonFields = {
  /** The month of enrolment. */
  month: month("参保月份", "Month of enrolment"),
  ...person,
  /** Whether the person is enrolled in this period already. */
  enrolled: flag("本期间是否已参保", "Whether enrolled in this period already"),
  /** Whether the person, who is enrolled, leaves the roster in this month. */
  leaving: withDefault(flag("本月是否离开名册", "Whether leaving the roster in this month"), false),
};

/** 名册上一人的输入。One person of a month's roster. */
export interface EnrolPersonInput extends InputOf<typeof enrolPersonFields> {}

/**
 * 名册上一人的参保决定（二、四(三)）：逐人一条记录，适合任意大的名册。
 * Whether one person of a month's roster is to be enrolled (二, 四(三)), and the premium for them (yuan): a record a person, so that a
 * roster of any size streams through the command. The sums over a roster are those of `planEnrolment`; only that one sees all rows, so
 * here each id must stand once.
 *
 * @param input - The month, `YYYY-MM`; the person's facts; whether they are enrolled in this period already; `leaving` for someone
 * enrolled who leaves.
 * @returns A Benefit (the premium; zero for who is not added) with the `decision`, the eligibility, the insurer of the `area`, and the last
 * day of cover of someone who leaves (reading `leaver`).
 * @throws PolicyInputError for a month outside the programme, an unknown area, and a leaver who is not enrolled.
 * @example
 * ```ts
 * const { decision, amount, insurer } = enrolPerson({
 *   month: "2021-03", id: "A1", categories: ["orphan"], insuredByPovertyCover: false, enrolledUnderAnotherCategory: false,
 *   area: "渝北区", enrolled: false,
 * });
 * [decision, amount.toString(), insurer]; // ["add", "80.00", "安诚财产保险股份有限公司重庆分公司"]
 * ```
 * @function
 */
export const enrolPerson: Rule<EnrolPersonInput, PersonEnrolment, ChongqingPolicy> = rule({
  id: "enrolPerson",
  title: { zh: "一人的参保", en: "One person's enrolment" },
  clause: "四(三)",
  result: personEnrolment,
  readings: ["leaver"],
  input: enrolPersonFields,
  check(parsed, report, { terms }) {
    checkMonth(parsed.month, report, terms);
    checkCategories(parsed, report);
    if (parsed.leaving === true && parsed.enrolled === false) {
      report(["leaving"], "CONFLICT", "不在本期间已参保人员中", "not among those enrolled");
    }
  },
  evaluate({ id, area, enrolled, leaving, ...facts }, context): PersonEnrolment {
    const { terms, statement } = context;
    const period = periodAt(firstDayOf(facts.month), terms) as Period;
    const eligibility = decideEnrolment(facts, context);
    const decision = reasonAgainst(eligibility, enrolled) ?? "add";
    const sheet = statement();
    const due = decision === "add" ? [premiumFrom(facts.month, period.period, terms, sheet)] : [];
    const found = area === undefined ? undefined : insurerAt(area);
    return {
      ...sheet.premium(due),
      id,
      decision,
      eligibility,
      ...(found && { area: found.area, insurer: found.insurer }),
      ...(leaving && { coveredTo: coveredTo(facts.month, period, context) }),
    };
  },
});
