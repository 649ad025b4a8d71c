import { addYears } from "../core/day.js";
import { day } from "../core/fields.js";
import { statutoryDeadlines } from "../core/insurance-law.js";
import type { Deadline } from "../core/period.js";
import { rulesOf } from "../core/rule.js";
import { policy } from "./policy.js";

const { rule } = rulesOf(policy);

/**
 * By when a household must be verified again (六(一)): once a year, so on the same day a year after the last time. It is a yearly round
 * and not a counted period, so it does not roll over a rest day. After 29 February it is 28 February.
 *
 * @param input - The day of the last verification, `YYYY-MM-DD`.
 * @returns A Deadline.
 * @throws PolicyInputError for a day that is not real.
 * @example
 * ```ts
 * verificationDue({ lastVerifiedOn: "2017-06-15" }).dueOn; // "2018-06-15"
 * ```
 * @function
 */
export const verificationDue = rule({
  id: "verificationDue",
  title: { zh: "扶持对象核实期限", en: "Next verification of a household" },
  clause: "六(一)",
  input: {
    /** The day of the last verification. */
    lastVerifiedOn: day("上次核实日期", "Day of the last verification"),
  },
  evaluate({ lastVerifiedOn }, { terms: { verification } }): Deadline {
    const { clause, label, value: length } = verification.years;
    return {
      action: "verify",
      dueOn: addYears(lastVerifiedOn, length),
      clause,
      length,
      unit: "year",
      text: {
        zh: `${label.zh}：自 ${lastVerifiedOn} 起满 ${length} 年（逢休息日不顺延）`,
        en: `${label.en}: ${length} year after ${lastVerifiedOn}, rest day or not`,
      },
    };
  },
});

/**
 * By when the insurer must act on a claim: the statutory periods (保险法 22-25), since the opinion only asks for payment in time
 * (六(四)). A contract's own can be put in their place with `amend`.
 *
 * @param input - The days of the claim, `YYYY-MM-DD`.
 * @returns `assess`, `pay`, `refuse` and `payUndisputed`, each only when its period runs.
 * @throws PolicyInputError for days out of order, and (`CALENDAR_OUT_OF_RANGE`) for a deadline outside the calendar's years.
 * @example
 * ```ts
 * claimDeadlines({ claimReceivedOn: "2018-01-02" }).deadlines.map(({ action, dueOn }) => [action, dueOn]);
 * // [["assess", "2018-02-01"], ["payUndisputed", "2018-03-05"]]
 * ```
 * @function
 */
export const claimDeadlines = rule({ ...statutoryDeadlines, clause: "六(四)" });
