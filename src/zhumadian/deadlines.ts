import type { Day } from "../core/day.js";
import { withNumbers } from "../core/eligibility.js";
import { day, flag, money, optional, type InputOf } from "../core/fields.js";
import type { Money } from "../core/money.js";
import { deadlineOf, type Deadlines, type Running } from "../core/period.js";
import type { Provision } from "../core/policy.js";
import { deadlines as deadlinesShape } from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import type { Shape } from "../core/wire.js";
import { plain } from "./amounts.js";
import type { ZhumadianPolicy } from "./policy.js";
import { rule } from "./programme.js";

/**
 * 承保机构须在期限内完成的事项：立案、赔付。
 * What the insurer must do by a day.
 */
export type ZhumadianAction = "file" | "pay";

type DeadlineContext = Context<ZhumadianPolicy, "exactlyTenThousand" | "nextDay">;

const documentsCompleteOn = day("手续资料齐全之日", "The day the documents were complete");

/** The day from which the periods of a claim run. */
export const dateFields = {
  /** The day on which all documents of the claim were complete. */
  documentsCompleteOn,
};

/** 一(二): the working days for an amount. */
function payTerm(amount: Money, { terms: { deadlines }, reading }: DeadlineContext): Provision<number> {
  const { step, largeFrom, small, middle, large } = deadlines;
  const [line, largeLine] = [plain(step.value), plain(largeFrom.value)];
  if (amount.compare(largeFrom.value) >= 0) {
    return withNumbers(large, `（${largeLine} 元以上）`, ` (${largeLine} yuan or more)`, largeFrom);
  }
  const side = amount.compare(step.value);
  return (side === 0 ? reading("exactlyTenThousand") === "threeDays" : side < 0)
    ? withNumbers(small, `（${line} 元以下）`, ` (up to ${line} yuan)`, step)
    : withNumbers(middle, `（${line} 元以上）`, ` (${line} yuan or more)`, step, largeFrom);
}

/** 一(二): the periods that run once the documents are complete. */
export function claimPeriods(
  amount: Money,
  from: Day,
  hardship: boolean,
  context: DeadlineContext,
): Running<ZhumadianAction>[] {
  if (!hardship) return [{ action: "pay", from, term: payTerm(amount, context), unit: "working-day" }];
  const { hardshipFile, hardshipPay } = context.terms.deadlines;
  const unit = context.reading("nextDay") === "workingDay" ? "working-day" : "calendar-day";
  return [
    { action: "file", from, term: hardshipFile, unit: "calendar-day", fixed: true },
    { action: "pay", from, term: hardshipPay, unit, fixed: true },
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
    const deadlines = claimPeriods(amount, from, hardshipIllness, context).map((period) =>
      deadlineOf(period, context.calendar),
    );
    return { deadlines, readings: context.used() };
  },
});
