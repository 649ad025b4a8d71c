import { claimsOf, type AssessmentRule } from "../core/claim.js";
import { checkClaimDates, checkReceivedAfter, claimDateFields, claimPeriods } from "../core/insurance-law.js";
import { covers } from "./eligibility.js";
import { levelsByExam, policy, type ChongqingPolicy, type exams } from "./policy.js";

/**
 * The assessment of one claim (三, 四): whether it is covered, how much is payable, and by when the insurer must act.
 *
 * @param input - `cover`; its `facts` as in `checkEligibility`; its `loss` as in the benefit rule; `dates` as in `claimDeadlines`.
 * @returns An Assessment. `payable` is the benefit when eligible, zero when not, and `null` while `pending` says what is missing.
 * @throws PolicyInputError listing every problem with its path, such as a `level` to which the `exam` does not lead.
 * @example
 * ```ts
 * const { payable } = assessClaim({
 *   cover: "majorIllness",
 *   facts: { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", inpatient: true, causedByIllness: true, settledOneStop: true },
 *   loss: { outOfCatalogueToDate: "232000" },
 * });
 * payable?.toString(); // "77150.00"
 * ```
 * @function
 */
export const assessClaim: AssessmentRule<typeof covers, typeof claimDateFields, ChongqingPolicy> = claimsOf(
  policy,
).assessmentRule({
  clause: "三",
  covers,
  dates: claimDateFields,
  checkDates: checkClaimDates,
  periods: ({ dates }, { terms }) => claimPeriods(dates, terms.deadlines),
  checkClaim(cover, facts, loss, report, dates) {
    checkReceivedAfter(facts["occurredOn"] ?? facts["diagnosedOn"], dates, report);
    const level = loss?.["level"];
    if (cover !== "educationGrant" || facts["exam"] == null || level === undefined) return;
    const possible: readonly unknown[] = levelsByExam[facts["exam"] as keyof typeof exams];
    if (!possible.includes(level)) {
      const words = possible.join(", ");
      report(
        ["loss", "level"],
        "CONFLICT",
        `与 facts.exam 不符，应为：${words}`,
        `does not follow from facts.exam, which leads to: ${words}`,
      );
    }
  },
});
