import { addYears } from "../core/day.js";
import { day, type InputOf } from "../core/fields.js";
import { statutoryDeadlines, type ClaimAction, type ClaimDeadlinesInput } from "../core/insurance-law.js";
import { deadlineOn, type Deadline, type Deadlines } from "../core/period.js";
import { deadline, extended, readings } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { LishuiPolicy } from "./policy.js";
import { rule } from "./programme.js";

const verificationFields = {
  /** The day of the last verification. */
  lastVerifiedOn: day("上次核实日期", "Day of the last verification"),
};

/** 扶持对象核实期限的输入。When a household was verified last. */
export interface VerificationDueInput extends InputOf<typeof verificationFields> {}

/**
 * 扶持对象下一次核实的期限。
 * By when a household must be verified again.
 */
export interface VerificationDue extends Deadline<"verify"> {
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
}

const verificationShape = extended<VerificationDue>(deadline, { readings }, "时限", "Deadline");

/**
 * 扶持对象下一次核实的期限（六(一)）：一年一核实，即上次核实满一年的同日，逢休息日不顺延。
 * By when a household must be verified again (六(一)): once a year, so on the same day a year after the last time, or by the reading
 * `verification` = `calendarYear` on the last day of the next calendar year. It is a yearly round and not a counted period, so it does not
 * roll over a rest day. After 29 February it is 28 February.
 *
 * @param input - The day of the last verification, `YYYY-MM-DD`.
 * @returns A Deadline, with the reading that it rests on.
 * @throws PolicyInputError for a day that is not real.
 * @example
 * ```ts
 * verificationDue({ lastVerifiedOn: "2017-06-15" }).dueOn; // "2018-06-15"
 * verificationDue({ lastVerifiedOn: "2017-06-15" }, { readings: { verification: "calendarYear" } }).dueOn; // "2018-12-31"
 * ```
 * @function
 */
export const verificationDue: Rule<VerificationDueInput, VerificationDue, LishuiPolicy> = rule({
  id: "verificationDue",
  title: { zh: "扶持对象核实期限", en: "Next verification of a household" },
  clause: "六(一)",
  result: verificationShape,
  readings: ["verification"],
  input: verificationFields,
  evaluate({ lastVerifiedOn }, { terms: { verification }, reading, used }): VerificationDue {
    const term = verification.years;
    const anniversary = addYears(lastVerifiedOn, term.value);
    const [year] = anniversary.split("-");
    const dueOn = reading("verification") === "calendarYear" ? `${year}-12-31` : anniversary;
    const { label } = term;
    const due = deadlineOn({ action: "verify", term, unit: "year" }, dueOn, {
      zh: `${label.zh}：应于${dueOn}前（含当日）再次核实（上次核实${lastVerifiedOn}，逢休息日不顺延）`,
      en: `${label.en}: again by ${dueOn}, that day included (last verified on ${lastVerifiedOn}; rest days are not skipped)`,
    });
    return { ...due, readings: used() };
  },
});

/**
 * 保险机构办理一项理赔的时限：意见只要求及时（六(四)），适用保险法 22-25 的法定时限。
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
export const claimDeadlines: Rule<ClaimDeadlinesInput, Deadlines<ClaimAction>, LishuiPolicy> = rule({
  ...statutoryDeadlines,
  clause: "六(四)",
});
