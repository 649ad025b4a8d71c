import { monthOf, monthsBetween, type Day } from "../core/day.js";
import { withNumbers } from "../core/eligibility.js";
import { day, type InputOf } from "../core/fields.js";
import { onceFor } from "../core/once.js";
import { dayOf, shapeOf, wordOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import { periods, type ChongqingPolicy } from "./policy.js";
import { rule } from "./programme.js";

type Terms = ChongqingPolicy["terms"];

const periodFields = {
  /** The day. */
  day: day("日期", "Day"),
};

/** 所属保障期间的输入。The day whose period is asked for. */
export interface PeriodInput extends InputOf<typeof periodFields> {}

/**
 * 某日所属的保障期间（二）。
 * The period of protection a day lies in (二).
 *
 * @param input - A day, `YYYY-MM-DD`.
 * @returns The period's name, first and last day.
 * @throws PolicyInputError for a day outside the programme.
 * @example
 * ```ts
 * const { period, from, to } = periodOf({ day: "2021-10-31" });
 * [period, from, to]; // ["first", "2020-11-01", "2021-10-31"]
 * ```
 * @function
 */
export const periodOf: Rule<PeriodInput, Period, ChongqingPolicy> = rule({
  id: "periodOf",
  title: { zh: "所属保障期间", en: "Period of protection" },
  clause: "二",
  result: shapeOf<Period>(
    {
      period: wordOf(periods, "保障期间", "Period"),
      from: dayOf("起", "From"),
      to: dayOf("止", "To"),
    },
    "所属保障期间",
    "Period of protection",
  ),
  input: periodFields,
  check(parsed, report, { terms }) {
    if (parsed.day !== undefined && periodAt(parsed.day, terms) === undefined) {
      const [from, to] = [terms.first.from.value, terms.second.to.value];
      report(["day"], "OUT_OF_RANGE", `不在参保时间内（${from} 至 ${to}）`, `outside the programme (${from} to ${to})`);
    }
  },
  evaluate: (parsed, { terms }) => periodAt(parsed.day, terms) as Period,
});

/**
 * 一个保障期间。
 * A period of protection.
 */
export interface Period {
  readonly period: "first" | "second";
  readonly from: Day;
  readonly to: Day;
}

/** The period a day lies in, if any. */
export function periodAt(on: Day, terms: Terms): Period | undefined {
  for (const period of ["first", "second"] as const) {
    const [from, to] = [terms[period].from.value, terms[period].to.value];
    if (from <= on && on <= to) return { period, from, to };
  }
  return undefined;
}

/** 二: how many months a period has. */
export const monthsIn = ({ from, to }: Terms[Period["period"]]) =>
  monthsBetween(monthOf(from.value), monthOf(to.value)) + 1;

const withinProgrammeBy = onceFor(({ enrolment, first, second }: Terms) => {
  const shown = (from: string, to: string) =>
    withNumbers(enrolment.withinProgramme, `（${from} 至 ${to}）`, ` (${from} to ${to})`, first.from, second.to);
  const [from, to] = [first.from.value, second.to.value];
  return { day: shown(from, to), month: shown(monthOf(from), monthOf(to)) };
});

/** 二: the requirement that something lies within the programme, with its first and last day (or month). */
export const withinProgramme = (terms: Terms, by: "day" | "month") => withinProgrammeBy(terms)[by];

/** 二: the requirement that someone is enrolled before the event, which rests on the days of the periods. */
export const enrolledBefore = onceFor(({ enrolment, first, second }: Terms) =>
  withNumbers(enrolment.enrolledBefore, "", "", first.from, second.from),
);
