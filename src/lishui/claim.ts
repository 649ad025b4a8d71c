import { claimsOf, type AssessmentRule } from "../core/claim.js";
import { checkClaimDates, checkReceivedAfter, claimDateFields, claimPeriods } from "../core/insurance-law.js";
import { covers } from "./eligibility.js";
import { policy, type LishuiPolicy } from "./policy.js";

/**
 * The assessment of one claim (四): whether it is covered, how much is payable, and by when the insurer must act. The amounts of the
 * rural micro, loan-project, farmhouse and agricultural covers are the contract's: they are `pending` as `contract`.
 *
 * @param input - `cover`; its `facts` as in `checkEligibility`; its `loss` as in the benefit rule; `dates` as in `claimDeadlines`.
 * @returns An Assessment. `payable` is the benefit when eligible, zero when not, and `null` while `pending` says what is missing.
 * @throws PolicyInputError listing every problem with its path.
 * @example
 * ```ts
 * const { payable } = assessClaim({
 *   cover: "supplementaryMedical",
 *   facts: { category: "marginalMinimumLiving", occurredOn: "2018-01-01", setting: "inpatient", thirdPartyLiable: false },
 *   loss: {
 *     selfPaidToDate: "60000",
 *     schedule: [{ upTo: "10000", rate: "0.6" }, { upTo: "50000", rate: "0.5" }, { rate: "0.4" }],
 *   },
 * });
 * payable?.toString(); // "30000.00"
 * ```
 * @function
 */
export const assessClaim: AssessmentRule<typeof covers, typeof claimDateFields, LishuiPolicy> = claimsOf(
  policy,
).assessmentRule({
  clause: "四",
  covers,
  dates: claimDateFields,
  checkDates: checkClaimDates,
  periods: ({ dates }, { terms }) => claimPeriods(dates, terms.deadlines),
  checkClaim: (_cover, facts, _loss, report, dates) => checkReceivedAfter(facts["occurredOn"], dates, report),
});
