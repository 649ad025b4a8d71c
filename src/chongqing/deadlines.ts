import { statutoryDeadlines, type ClaimAction, type ClaimDeadlinesInput } from "../core/insurance-law.js";
import type { Deadlines } from "../core/period.js";
import type { Rule } from "../core/rule.js";
import type { ChongqingPolicy } from "./policy.js";
import { rule } from "./programme.js";

/**
 * 保险人须何时完成各项理赔事项：通知未定，适用《保险法》22-25 条（四(二)）。
 * By when the insurer must act on a claim: the statutory periods (保险法 22-25), since the notice leaves them to the framework
 * agreement (四(二)), whose own can be put in their place with `amend`.
 *
 * @param input - The days of the claim, `YYYY-MM-DD`.
 * @returns `assess`, `pay`, `refuse` and `payUndisputed`, each only when its period runs.
 * @throws PolicyInputError for days out of order, and (`CALENDAR_OUT_OF_RANGE`) for a deadline outside the calendar's years.
 * @example
 * ```ts
 * claimDeadlines({ claimReceivedOn: "2021-04-01", agreedOn: "2021-05-06" }).deadlines.map(({ action, dueOn }) => [action, dueOn]);
 * // [["assess", "2021-05-06"], ["pay", "2021-05-17"], ["payUndisputed", "2021-05-31"]]
 * ```
 * @function
 */
export const claimDeadlines: Rule<ClaimDeadlinesInput, Deadlines<ClaimAction>, ChongqingPolicy> = rule({
  ...statutoryDeadlines,
  clause: "四(二)",
});
