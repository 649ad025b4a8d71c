import { claimsOf, type AssessmentRule } from "../core/claim.js";
import { checkClaimDates, checkReceivedAfter, claimDateFields, claimPeriods } from "../core/insurance-law.js";
import { covers } from "./eligibility.js";
import { policy, type LuozhuangPolicy } from "./policy.js";

/**
 * The assessment of one claim (三): whether it is covered, how much is payable, and by when the insurer must act.
 *
 * @param input - `cover`; its `facts` as in `checkEligibility`; its `loss` as in the benefit rule, but for what is a fact already
 * (`setting`, `place`, `designatedInstitution`, `referral`); `dates` as in `claimDeadlines`.
 * @returns An Assessment. `payable` is the benefit when eligible, zero when not, and `null` while `pending` says what is missing. Its
 * `benefit` is that of the rule, the medical supplement's with the `waterfall`.
 * @throws PolicyInputError listing every problem with its path.
 * @example
 * ```ts
 * const { payable } = assessClaim({
 *   cover: "medicalSupplement",
 *   facts: {
 *     status: "liftedFromPovertyWithBenefits", occurredOn: "2020-05-01", setting: "inpatient", place: "district",
 *     designatedInstitution: true,
 *   },
 *   loss: { totalExpenses: "100000", inScopeExpenses: "95000", basicPaid: "50000", criticalIllnessPaid: "10000" },
 * });
 * payable?.toString(); // "13000.00"
 * ```
 * @function
 */
export const assessClaim: AssessmentRule<typeof covers, typeof claimDateFields, LuozhuangPolicy> = claimsOf(
  policy,
).assessmentRule({
  clause: "三",
  covers,
  dates: claimDateFields,
  checkDates: checkClaimDates,
  periods: ({ dates }, { terms }) => claimPeriods(dates, terms.deadlines),
  checkClaim: (_cover, facts, _loss, report, dates) => checkReceivedAfter(facts["occurredOn"], dates, report),
});
