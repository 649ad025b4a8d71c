import { fact, integer, list, rateUpToOne, type InputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import { Money, ratio, Rate } from "../core/money.js";
import type { Amended, Clause, Provision } from "../core/policy.js";
import { amended, clause, listOf, shapeOf, text, wordOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Text } from "../core/text.js";
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
  /** What was reached (a ratio to six places); `null` while that is not known. */
  readonly actual: Rate | number | null;
  /** Met, unmet, or not known yet. */
  readonly outcome: "met" | "unmet" | "unknown";
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

/** Part of the cases that were reported; decided on the counts, shown to six places. Where nothing was reported, nothing is open. */
function share(name: string, term: Provision<Rate>, part: number | null, whole: number | null): Target {
  if (part === null || whole === null) return target(name, term, null);
  const met = term.value.toDecimal().times(whole).lessThanOrEqualTo(part);
  return target(name, term, ratio(Money.ofFen(part), Money.ofFen(whole)), met);
}

/** The fewest of any quarter: below the target settles it, a quarter not known leaves it open. */
function fewest(
  name: string,
  term: Provision<number>,
  quarters: readonly (number | null | undefined)[] | null,
): Target {
  const known = (quarters ?? []).filter((each) => each != null);
  const least = known.length === 0 ? null : Math.min(...known);
  const unmet = least !== null && !reaches(least, term.value);
  const open = !unmet && known.length < (quarters ?? [null]).length;
  return open ? target(name, term, null) : target(name, term, least);
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
  /** Trainings held in each quarter; `null` for a quarter not known. */
  trainingsByQuarter: fact(list(count("培训次数", "Trainings"), "各季度业务培训次数", "Trainings by quarter", 1)),
};

/** 总体目标的实际情况。What was reached of the published targets. */
export interface TargetsInput extends InputOf<typeof targetFields> {}

/**
 * 公布的各项目标是否达到。
 * Whether the published targets are reached (一(二), 六(三)2): 8 017 100 people insured, 173 stations, 11 coordinating bodies, 30 meetings,
 * public awareness of 70 %, every reported case filed and closed, a training in each quarter. Every target's number is included in
 * what meets it.
 *
 * @param input - What was reached; absent or `null` is not known.
 * @returns `targets`, each with what is required, what was reached, and met, unmet or unknown.
 * @throws PolicyInputError for a bad number, or more cases filed than reported or closed than filed.
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
  check({ casesReported, casesFiled, casesClosed }, report) {
    const atMost = (name: string, part: number | null | undefined, of: string, whole: number | null | undefined) => {
      if (part != null && whole != null && part > whole) {
        report([name], "CONFLICT", `不能大于 ${of}（${whole}）`, `must not exceed ${of} (${whole})`);
      }
    };
    atMost("casesFiled", casesFiled, "casesReported", casesReported);
    atMost("casesClosed", casesClosed, "casesFiled", casesFiled);
    if (casesFiled == null) atMost("casesClosed", casesClosed, "casesReported", casesReported);
  },
  evaluate(reached, { terms: { targets } }): Targets {
    const { casesReported = null, casesFiled = null, casesClosed = null, trainingsByQuarter = null } = reached;
    return {
      targets: [
        target("insuredPopulation", targets.insuredPopulation, reached.insuredPopulation ?? null),
        target("stations", targets.stations, reached.stations ?? null),
        target("coordinatingBodies", targets.coordinatingBodies, reached.coordinatingBodies ?? null),
        target("meetings", targets.meetings, reached.meetings ?? null),
        target("awarenessRate", targets.awarenessRate, reached.awarenessRate ?? null),
        share("filingRate", targets.filingRate, casesFiled, casesReported),
        share("closingRate", targets.closingRate, casesClosed, casesReported),
        fewest("trainingsByQuarter", targets.trainingsByQuarter, trainingsByQuarter),
      ],
    };
  },
});
