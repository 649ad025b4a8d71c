import { day, flag, money } from "../core/fields.js";
import type { Day } from "../core/day.js";
import type { Money } from "../core/money.js";
import { deadlineOf, type Deadlines, type Running } from "../core/period.js";
import type { Provision } from "../core/policy.js";
import { rulesOf, type Context } from "../core/rule.js";
import { policy, type ZhumadianPolicy } from "./policy.js";

const { rule } = rulesOf(policy);

type DeadlineContext = Context<ZhumadianPolicy, "exactlyTenThousand" | "nextDay">;

const documentsCompleteOn = day("手续资料齐全之日", "The day the documents were complete");

/** The day from which the periods of a claim run. */
export const dateFields = {
  /** The day on which all documents of the claim were complete. */
  documentsCompleteOn,
};

/** 一(二): the working days for an amount. */
function payTerm(amount: Money, { terms: { deadlines }, reading }: DeadlineContext): Provision<number> {
  if (amount.compare(deadlines.largeFrom.value) >= 0) return deadlines.large;
  const side = amount.compare(deadlines.step.value);
  const small = side === 0 ? reading("exactlyTenThousand") === "threeDays" : side < 0;
  return small ? deadlines.small : deadlines.middle;
}

/** 一(二): the periods that run once the documents are complete. */
export function claimPeriods(amount: Money, from: Day, hardship: boolean, context: DeadlineContext): Running[] {
  if (!hardship) return [{ action: "pay", from, term: payTerm(amount, context), unit: "working-day" }];
  const { hardshipFile, hardshipPay } = context.terms.deadlines;
  const unit = context.reading("nextDay") === "workingDay" ? "working-day" : "calendar-day";
  return [
    { action: "file", from, term: hardshipFile, unit: "calendar-day", fixed: true },
    { action: "pay", from, term: hardshipPay, unit, fixed: true },
  ];
}

/**
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
export const claimDeadlines = rule({
  id: "claimDeadlines",
  title: { zh: "赔付时限", en: "Claim deadlines" },
  clause: "一(二)",
  readings: ["exactlyTenThousand", "nextDay"],
  input: {
    /** The amount to be paid (yuan). */
    amount: money("赔付金额", "Amount to be paid"),
    /** The day on which all documents of the claim were complete. */
    documentsCompleteOn,
    /** Whether it is a medical claim of someone in hardship (三(七)); left out, it is not. */
    hardshipIllness: flag("是否特殊困难群体医疗救助", "Whether a medical claim of someone in hardship").optional(),
  },
  evaluate({ amount, documentsCompleteOn: from, hardshipIllness = false }, context): Deadlines {
    const deadlines = claimPeriods(amount, from, hardshipIllness, context).map((period) =>
      deadlineOf(period, context.calendar),
    );
    return { deadlines, readings: context.used() };
  },
});
