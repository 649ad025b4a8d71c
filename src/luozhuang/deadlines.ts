import type { Day } from "../core/day.js";
import { day, type InputOf } from "../core/fields.js";
import { statutoryDeadlines, type ClaimAction, type ClaimDeadlinesInput } from "../core/insurance-law.js";
import { deadlineOf, type Deadline, type Deadlines, type Running } from "../core/period.js";
import { deadline } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { LuozhuangPolicy } from "./policy.js";
import { rule } from "./programme.js";

/**
 * 承保机构的理赔时限：方案只要求及时，适用保险法的期限。
 * By when the insurer must act on a claim: the statutory periods (保险法 22-25), since the plan only asks for timely work (五(三)); a
 * contract's own can be put in their place with `amend`.
 *
 * @param input - The days of the claim, `YYYY-MM-DD`.
 * @returns `assess`, `pay`, `refuse` and `payUndisputed`, each only when its period runs.
 * @throws PolicyInputError for days out of order, and (`CALENDAR_OUT_OF_RANGE`) for a deadline outside the calendar's years.
 * @example
 * ```ts
 * claimDeadlines({ claimReceivedOn: "2020-06-01", agreedOn: "2020-06-15" }).deadlines.map(({ action, dueOn }) => [action, dueOn]);
 * // [["assess", "2020-07-01"], ["pay", "2020-06-28"], ["payUndisputed", "2020-07-31"]]
 * ```
 * @function
 */
export const claimDeadlines: Rule<ClaimDeadlinesInput, Deadlines<ClaimAction>, LuozhuangPolicy> = rule({
  ...statutoryDeadlines,
  clause: "五(三)",
});

/** The day on which the institution advanced the supplement. */
export const advancedOn = day("定点医疗机构垫付之日", "The day the institution advanced the supplement");

const reimbursementFields = {
  /** The day on which the institution advanced the supplement. */
  advancedOn,
};

/** 垫付费用兑付时限的输入。When an institution advanced the supplement. */
export interface InstitutionReimbursementInput extends InputOf<typeof reimbursementFields> {}

/** 五(三), 次月内: a window of the document, which ends with the month, be its last day a rest day. */
export const reimbursement = (advanced: Day, { institution }: LuozhuangPolicy["terms"]): Running<"reimburse"> => ({
  action: "reimburse",
  from: advanced,
  term: institution.reimbursementMonths,
  unit: "month",
  fixed: true,
});

/**
 * 定点医疗机构垫付的医疗商业补充保险费用，承保机构于次月内兑付。
 * By when the insurer must reimburse a designated institution for the supplement it advanced (五(三)): within the next calendar month.
 * The window is fixed by the month, so its last day does not roll when it is a rest day.
 *
 * @param input - The day of the advance, `YYYY-MM-DD`.
 * @returns A Deadline, `reimburse`.
 * @throws PolicyInputError for an impossible day.
 * @example
 * ```ts
 * institutionReimbursementDeadline({ advancedOn: "2020-01-31" }).dueOn; // "2020-02-29"
 * ```
 * @function
 */
export const institutionReimbursementDeadline: Rule<InstitutionReimbursementInput, Deadline, LuozhuangPolicy> = rule({
  id: "institutionReimbursementDeadline",
  title: { zh: "定点医疗机构垫付费用兑付时限", en: "Reimbursement of an institution" },
  clause: "五(三)",
  result: deadline,
  input: reimbursementFields,
  evaluate: ({ advancedOn: advanced }, { terms, calendar }): Deadline =>
    deadlineOf(reimbursement(advanced, terms), calendar),
});
