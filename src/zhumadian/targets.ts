import { quartersTouched } from "../core/day.js";
import { withNumbers } from "../core/eligibility.js";
import { fact, group, integer, list, rateUpToOne, type InputOf, type OutputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import { Money, plainYuan, Rate, ratio } from "../core/money.js";
import type { Amended, Clause, Provision } from "../core/policy.js";
import { amended, clause, listOf, shapeOf, text, wordOf } from "../core/results.js";
import type { Field } from "../core/input.js";
import type { Rule } from "../core/rule.js";
import { midSentence, type Text } from "../core/text.js";
import { eitherShape, integerShape, labelled, nullableShape, rateShape, stringShape } from "../core/wire.js";
import type { ZhumadianPolicy } from "./policy.js";
import { rule } from "./programme.js";

/**
 * 一项公布的目标及是否达到。
 * A published target and whether it is met.
 */
export interface Target {
  /** Its name, as in `policy.terms.targets`. */
  readonly target: string;
  /** What the plan asks for at least. */
  readonly required: Rate | number;
  /** What was reached (a ratio to six places); `null` while that is not known, or where there was no case. */
  readonly actual: Rate | number | null;
  /** Met, unmet, not known yet, or, where there was no case, not applicable. */
  readonly outcome: "met" | "unmet" | "unknown" | "notApplicable";
  /** The clause that sets it. */
  readonly clause: Clause;
  /** The target in words. */
  readonly text: Text;
  /** It is not the plan's but was changed by `amend`. */
  readonly amended?: Amended;
}

/**
 * 各项目标的达成情况。
 * The published targets, and which are met.
 */
export interface Targets {
  /** Each target of the plan. */
  readonly targets: readonly Target[];
}

const outcomes = frozen({
  met: { zh: "已达到", en: "met" },
  unmet: { zh: "未达到", en: "not met" },
  unknown: { zh: "待查明", en: "not known yet" },
  notApplicable: { zh: "不适用（没有案件）", en: "not applicable (no case)" },
} satisfies Record<Target["outcome"], Text>);

const figure = () => eitherShape<Rate | number>(integerShape(), rateShape());

/** A row of the targets; its own words name it. */
const targetShape = shapeOf<Target>(
  {
    text,
    target: stringShape(),
    required: labelled(figure(), "要求", "Required"),
    actual: labelled(nullableShape(figure()), "实际", "Reached"),
    outcome: wordOf(outcomes, "结论", "Outcome"),
    clause,
    amended: labelled(amended, "已调整", "Amended"),
  },
  "目标",
  "Target",
);

const targetsShape = shapeOf<Targets>(
  {
    targets: listOf(
      targetShape,
      "总体目标（目标、要求、实际、结论）",
      "Published targets (required, reached, outcome)",
    ),
  },
  "总体目标",
  "Published targets",
);

const count = (zh: string, en: string) => fact(integer(zh, en, 0, Number.MAX_SAFE_INTEGER));

function target(
  name: string,
  { value: required, clause, label, amended: changed }: Provision<Rate | number>,
  actual: Rate | number | null,
  met: boolean | null = actual === null ? null : reaches(actual, required),
): Target {
  const outcome = met === null ? "unknown" : met ? "met" : "unmet";
  return { target: name, required, actual, outcome, clause, text: label, ...(changed && { amended: changed }) };
}

function reaches(actual: Rate | number, required: Rate | number): boolean {
  const [reached, least] = [actual, required].map((each) => (each instanceof Rate ? each.toDecimal() : each));
  return Rate.one
    .toDecimal()
    .times(reached ?? 0)
    .greaterThanOrEqualTo(least ?? 0);
}

/** Part of some cases; decided on the counts, shown to six places. Where there was no case, there is nothing to reach. */
function share(
  name: string,
  term: Provision<Rate>,
  part: number | null | undefined,
  whole: number | null | undefined,
): Target {
  if (whole === 0) return { ...target(name, term, null), outcome: "notApplicable" };
  if (part == null || whole == null) return target(name, term, null);
  const met = term.value.toDecimal().times(whole).lessThanOrEqualTo(part);
  return target(name, term, ratio(Money.ofFen(part), Money.ofFen(whole)), met);
}

/** How many quarters the trainings' time touches. */
const quartersOf = ({ from, until }: ZhumadianPolicy["terms"]["tasks"]["training"]): number =>
  quartersTouched(from.value, until.value);

/** The fewest of any quarter: below the target settles it, a quarter not known leaves it open. */
function fewest(
  name: string,
  term: Provision<number>,
  given: readonly (number | null | undefined)[],
  wanted: number,
): Target {
  const known = given.filter((each) => each != null);
  const least = known.length === 0 ? null : Math.min(...known);
  const unmet = least !== null && !reaches(least, term.value);
  return target(name, term, unmet || known.length >= wanted ? least : null);
}

const paymentCounts = {
  /** Claims with complete documents that were due. */
  due: count("应赔付件数", "Claims due"),
  /** Of them, those paid within the deadline. */
  inTime: count("按时赔付件数", "Claims paid in time"),
};

/** Claims that were due within one of the deadlines, and those of them that were paid within it. */
const payment = (zh: string, en: string) => fact(group(paymentCounts, zh, en));

const paymentFields = {
  /** Claims up to 10 000 yuan. */
  threeDays: payment("分界线以下的赔案", "Claims up to the step"),
  /** Claims from 10 000 yuan. */
  sevenDays: payment("分界线以上的赔案", "Claims from the step"),
  /** Claims from 100 000 yuan. */
  tenDays: payment("大额赔案", "Large claims"),
  /** Medical claims of people in hardship. */
  nextDay: payment("特殊困难群体医疗救助赔付案", "Medical claims of people in hardship"),
};

type Payments = OutputOf<typeof paymentFields>;

/** The targets of payment, each named with the deadline that it asks for. */
function paymentTargets(payments: Partial<Payments>, { targets, deadlines }: ZhumadianPolicy["terms"]): Target[] {
  const { step, largeFrom, small, middle, large, hardshipPay } = deadlines;
  const [line, largeLine] = [plainYuan(step.value), plainYuan(largeFrom.value)];
  const named = (term: Provision<Rate>, zh: string, en: string, ...others: Provision<unknown>[]) =>
    withNumbers(term, `（${zh}）`, ` (${en})`, ...others);
  const working = (zh: string, en: string, { value }: Provision<number>): [zh: string, en: string] => [
    `${zh}，${value}个工作日内`,
    `${en}, within ${value} working ${value === 1 ? "day" : "days"}`,
  ];
  const { paidThreeDays, paidSevenDays, paidTenDays, paidNextDay } = targets;
  const small3 = working(`${line}元以下`, `up to ${line} yuan`, small);
  const middle7 = working(`${line}元以上`, `${line} yuan or more`, middle);
  const large10 = working(`${largeLine}元以上`, `${largeLine} yuan or more`, large);
  const { value: days } = hardshipPay;
  const next = [
    `特殊困难群体医疗救助，${days}日内`,
    `people in hardship, within ${days} ${days === 1 ? "day" : "days"}`,
  ] as const;
  const of = (name: keyof Payments, target: string, term: Provision<Rate>) =>
    share(target, term, payments[name]?.inTime, payments[name]?.due);
  return [
    of("threeDays", "paidThreeDays", named(paidThreeDays, ...small3, step, small)),
    of("sevenDays", "paidSevenDays", named(paidSevenDays, ...middle7, step, middle)),
    of("tenDays", "paidTenDays", named(paidTenDays, ...large10, largeFrom, large)),
    of("nextDay", "paidNextDay", named(paidNextDay, ...next, hardshipPay)),
  ];
}

const targetFields = {
  /** Share of the public that knows the policy, 0 to 1. */
  awarenessRate: fact(rateUpToOne("政策群众知晓率", "Public awareness")),
  /** Cases reported. */
  casesReported: count("报案件数", "Cases reported"),
  /** Of them, cases filed (立案). */
  casesFiled: count("立案件数", "Cases filed"),
  /** Of them, cases closed (结案). */
  casesClosed: count("结案件数", "Cases closed"),
  /** Conferences, interviews and training meetings held. */
  meetings: count("发布会、访谈会、培训会等场次", "Meetings held"),
  /** Relief stations in townships and sub-districts. */
  stations: count("乡镇（街道）救助保障站（点）数", "Relief stations"),
  /** Coordinating bodies of city and counties. */
  coordinatingBodies: count("联合协调机构数", "Coordinating bodies"),
  /** Registered people insured. */
  insuredPopulation: count("参保户籍人口数", "Registered people insured"),
  /** Claims due within each of the deadlines, and those paid within it. */
  payments: fact(group(paymentFields, "各时限的赔付件数", "Payments by deadline")),
  /** Trainings held in each quarter from the second of 2019 to the second of 2020; what is left out, or `null`, is not known. */
  trainingsByQuarter: fact(list(count("培训次数", "Trainings"), "各季度业务培训次数", "Trainings by quarter", 1)),
};

/** 总体目标的实际情况。What was reached of the published targets. */
export interface TargetsInput extends InputOf<typeof targetFields> {}

/**
 * 公布的各项目标是否达到。
 * Whether the published targets are reached (一(二), 六(三)2): 8 017 100 people insured, 173 stations, 11 coordinating bodies, 30 meetings,
 * public awareness of 70 %, every reported case filed and closed, every claim paid within its deadline, a training in each quarter.
 * Every target's number is included in what meets it.
 *
 * @param input - What was reached; absent or `null` is not known.
 * @returns `targets`, each with what is required, what was reached, and met, unmet, unknown, or not applicable where there was no case.
 * @throws PolicyInputError for a bad number, more cases filed than reported, closed than filed or paid than due, or more quarters than
 * the five that the trainings' time touches.
 * @example
 * ```ts
 * const { targets } = checkTargets({ awarenessRate: "0.7", casesReported: 200, casesFiled: 199 });
 * targets.filter(({ outcome }) => outcome === "met").map(({ target }) => target); // ["awarenessRate"]
 * targets.filter(({ outcome }) => outcome === "unmet").map(({ target, actual }) => [target, actual]); // [["filingRate", "0.995000"]]
 * ```
 * @function
 */
export const checkTargets: Rule<TargetsInput, Targets, ZhumadianPolicy> = rule({
  id: "checkTargets",
  title: { zh: "总体目标", en: "Published targets" },
  clause: "一(二)",
  result: targetsShape,
  input: targetFields,
  check({ casesReported, casesFiled, casesClosed, payments = {}, trainingsByQuarter = [] }, report, { terms }) {
    const atMost = (path: string[], part: number | undefined, { label }: Field, whole: number | undefined) => {
      if (part === undefined || whole === undefined || part <= whole) return;
      const [zh, en] = [`不能大于${label.zh}（${whole}）`, `must not exceed the ${midSentence(label.en)} (${whole})`];
      report(path, "CONFLICT", zh, en);
    };
    atMost(["casesFiled"], casesFiled, targetFields.casesReported, casesReported);
    atMost(["casesClosed"], casesClosed, targetFields.casesFiled, casesFiled);
    if (casesFiled === undefined) atMost(["casesClosed"], casesClosed, targetFields.casesReported, casesReported);
    for (const [name, paid] of Object.entries(payments)) {
      atMost(["payments", name, "inTime"], paid?.inTime, paymentCounts.due, paid?.due);
    }
    const quarters = quartersOf(terms.tasks.training);
    if (trainingsByQuarter.length > quarters) {
      const [zh, en] = [`最多${quarters}个季度`, `there are ${quarters} quarters`];
      report(["trainingsByQuarter"], "OUT_OF_RANGE", zh, en);
    }
  },
  evaluate(reached, { terms }): Targets {
    const { casesReported, casesFiled, casesClosed, trainingsByQuarter = [], payments = {} } = reached;
    const { targets } = terms;
    return {
      targets: [
        target("insuredPopulation", targets.insuredPopulation, reached.insuredPopulation ?? null),
        target("stations", targets.stations, reached.stations ?? null),
        target("coordinatingBodies", targets.coordinatingBodies, reached.coordinatingBodies ?? null),
        target("meetings", targets.meetings, reached.meetings ?? null),
        target("awarenessRate", targets.awarenessRate, reached.awarenessRate ?? null),
        share("filingRate", targets.filingRate, casesFiled, casesReported),
        share("closingRate", targets.closingRate, casesClosed, casesReported),
        ...paymentTargets(payments, terms),
        fewest("trainingsByQuarter", targets.trainingsByQuarter, trainingsByQuarter, quartersOf(terms.tasks.training)),
      ],
    };
  },
});
