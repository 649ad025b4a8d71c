import type { Day } from "../core/day.js";
import { withNumbers, type Eligibility } from "../core/eligibility.js";
import { day, flag, money, optional, type InputOf, type OutputOf } from "../core/fields.js";
import { claimDateFields } from "../core/insurance-law.js";
import { type Money, plainYuan } from "../core/money.js";
import { deadlineOf, type Deadlines, type Running } from "../core/period.js";
import type { Provision } from "../core/policy.js";
import { deadlines as deadlinesShape } from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import type { Shape } from "../core/wire.js";
import type { ZhumadianPolicy } from "./policy.js";
import { rule } from "./programme.js";

/**
 * 承保机构须在期限内完成的事项：立案、赔付；按保险法：核定、通知拒赔。
 * What the insurer must do by a day: file and pay by the plan, decide and refuse by the Insurance Law.
 */
export type ZhumadianAction = "file" | "pay" | "assess" | "refuse";

type DeadlineContext = Context<ZhumadianPolicy, "exactlyTenThousand" | "nextDay">;

const documentsCompleteOn = day("手续资料齐全之日", "The day the documents were complete");

/** The days from which the periods of a claim run; each is left out until it is known. */
export const dateFields = {
  /** The day on which all documents of the claim were complete: the plan's periods run from it. */
  documentsCompleteOn: optional(documentsCompleteOn),
  /** The day the claim with its documents was first received: the law's period to decide on it runs from it. */
  claimReceivedOn: optional(claimDateFields.claimReceivedOn),
  /** The day it was decided whether the claim is covered: the law's period to refuse runs from it. */
  assessedOn: claimDateFields.assessedOn,
};

/** 一(二): the working days for an amount. */
function payTerm(amount: Money, { terms: { deadlines }, reading }: DeadlineContext): Provision<number> {
  const { step, largeFrom, small, middle, large } = deadlines;
  const [line, largeLine] = [plainYuan(step.value), plainYuan(largeFrom.value)];
  if (amount.compare(largeFrom.value) >= 0) {
    return withNumbers(large, `（${largeLine}元以上）`, ` (${largeLine} yuan or more)`, largeFrom);
  }
  const side = amount.compare(step.value);
  return (side === 0 ? reading("exactlyTenThousand") === "threeDays" : side < 0)
    ? withNumbers(small, `（${line}元以下）`, ` (up to ${line} yuan)`, step)
    : withNumbers(middle, `（${line}元以上）`, ` (${line} yuan or more)`, step, largeFrom);
}

/** 一(二) 当日立案: the claim of someone in hardship is filed on the day itself, whatever comes of it. */
export const filing = (
  from: Day,
  { terms: { deadlines } }: Pick<DeadlineContext, "terms">,
): Running<ZhumadianAction> => ({
  action: "file",
  from,
  term: deadlines.hardshipFile,
  unit: "calendar-day",
  fixed: true,
});

/** 一(二): the period to pay an amount; 次日赔付 for the claim of someone in hardship. */
export function paying(
  amount: Money,
  from: Day,
  hardship: boolean,
  context: DeadlineContext,
): Running<ZhumadianAction> {
  if (!hardship) return { action: "pay", from, term: payTerm(amount, context), unit: "working-day" };
  const unit = context.reading("nextDay") === "workingDay" ? "working-day" : "calendar-day";
  return { action: "pay", from, term: context.terms.deadlines.hardshipPay, unit, fixed: true };
}

/** 保险法 23, 24: the periods to decide on a claim and to refuse one that is not covered, on which the plan is silent. */
export function byLaw(
  { claimReceivedOn, assessedOn }: Pick<OutputOf<typeof dateFields>, "claimReceivedOn" | "assessedOn">,
  outcome: Eligibility["outcome"],
  { terms: { deadlines } }: Pick<DeadlineContext, "terms">,
): Running<ZhumadianAction>[] {
  const running = (action: "assess" | "refuse", from: Day | undefined): Running<ZhumadianAction>[] =>
    from === undefined ? [] : [{ action, from, term: deadlines[action], unit: "calendar-day" }];
  return [
    ...running("assess", claimReceivedOn),
    ...running("refuse", outcome === "ineligible" ? assessedOn : undefined),
  ];
}

const deadlineFields = {
  /** The amount to be paid (yuan). */
  amount: money("赔付金额", "Amount to be paid"),
  /** The day on which all documents of the claim were complete. */
  documentsCompleteOn,
  /** Whether it is a medical claim of someone in hardship (三(七)); left out, it is not. */
  hardshipIllness: optional(flag("是否特殊困难群体医疗救助", "Whether a medical claim of someone in hardship")),
};

/** 赔付时限的输入。What the deadlines of a claim are counted from. */
export interface ClaimDeadlinesInput extends InputOf<typeof deadlineFields> {}

/**
 * 手续资料齐全的案件须在哪一日前赔付；特困群众重病医疗当日立案、次日赔付。
 * By when a claim with complete documents must be paid (一(二)): within 3 working days up to 10 000 yuan, 7 above, 10 from 100 000; a
 * hardship-illness claim is filed the same day and paid the next, rest days or not. The day the documents are complete does not count.
 *
 * @param input - The amount (yuan) and the day, `YYYY-MM-DD`.
 * @returns `pay`, and `file` for hardship illness; the reading `exactlyTenThousand` is used at exactly 10 000, `nextDay` for hardship.
 * @throws PolicyInputError for a bad amount or day, and (`CALENDAR_OUT_OF_RANGE`) for working days outside the calendar's years.
 * @example
 * ```ts
 * claimDeadlines({ amount: "50000", documentsCompleteOn: "2020-01-17" }).deadlines[0].dueOn; // "2020-02-04"
 * claimDeadlines({ amount: "5000", documentsCompleteOn: "2031-05-05" }); // throws CALENDAR_OUT_OF_RANGE
 * ```
 * @function
 */
export const claimDeadlines: Rule<ClaimDeadlinesInput, Deadlines<ZhumadianAction>, ZhumadianPolicy> = rule({
  id: "claimDeadlines",
  title: { zh: "赔付时限", en: "Claim deadlines" },
  clause: "一(二)",
  // The shared shape calls an action any text; here it is one of two.
  result: deadlinesShape as Shape<Deadlines<ZhumadianAction>>,
  readings: ["exactlyTenThousand", "nextDay"],
  input: deadlineFields,
  evaluate({ amount, documentsCompleteOn: from, hardshipIllness = false }, context): Deadlines<ZhumadianAction> {
    const periods = [
      ...(hardshipIllness ? [filing(from, context)] : []),
      paying(amount, from, hardshipIllness, context),
    ];
    const deadlines = periods.map((period) => deadlineOf(period, context.calendar));
    return { deadlines, readings: context.used() };
  },
});
