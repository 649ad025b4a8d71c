import type { Assessment, AssessmentRule, ClaimOf } from "../core/claim.js";
import { optional } from "../core/fields.js";
import {
  checkClaimDates,
  checkReceivedAfter,
  claimDateFields,
  claimPeriods,
  type ClaimAction,
} from "../core/insurance-law.js";
import type { Benefit } from "../core/statement.js";
import { advancedOn, reimbursement } from "./deadlines.js";
import { covers } from "./eligibility.js";
import type { MedicalSupplementBenefit } from "./medical.js";
import type { LuozhuangPolicy } from "./policy.js";
import { assessmentRule } from "./programme.js";

const dateFields = {
  ...claimDateFields,
  /** The day on which a designated institution advanced the supplement; of the medical supplement alone. */
  advancedOn: optional(advancedOn),
};
export type Dates = typeof dateFields;
type Action = ClaimAction | "reimburse";

/**
 * 一项医疗商业补充保险理赔。
 * A claim under the medical supplement.
 */
export interface MedicalSupplementClaim extends ClaimOf<typeof covers.medicalSupplement, "medicalSupplement", Dates> {}

/**
 * 一项意外伤害保险理赔。
 * A claim under the accident cover.
 */
export interface AccidentClaim extends ClaimOf<typeof covers.accident, "accident", Dates> {}

/**
 * 一项理赔。
 * A claim under one of the covers.
 */
export type LuozhuangClaim = MedicalSupplementClaim | AccidentClaim;

/**
 * 一项理赔的核定。
 * A claim, assessed; the medical supplement's benefit has its `waterfall`.
 */
export type LuozhuangAssessment =
  Assessment<"medicalSupplement", MedicalSupplementBenefit, Action> | Assessment<"accident", Benefit, ClaimAction>;

/**
 * 一项理赔的核定：是否在保障范围内、应付多少、何时办理。
 * The assessment of one claim (三): whether it is covered, how much is payable, and by when the insurer must act.
 *
 * @param input - `cover`; its `facts` as in `checkEligibility`; its `loss` as in the benefit rule, but for what is a fact already
 * (`setting`, `place`, `designatedInstitution`, `referral`); `dates` as in `claimDeadlines`, and `advancedOn` where a designated
 * institution advanced the supplement.
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
export const assessClaim: AssessmentRule<LuozhuangClaim, LuozhuangAssessment, LuozhuangPolicy> = assessmentRule<
  LuozhuangClaim,
  LuozhuangAssessment,
  Dates
>({
  clause: "三",
  covers,
  dates: dateFields,
  checkDates: checkClaimDates,
  periods: ({ dates: { advancedOn: advanced, ...dates }, outcome, payable }, { terms, calendar }) => [
    ...claimPeriods(dates, terms.deadlines, calendar, outcome),
    ...(advanced !== undefined && !payable?.isZero() ? [reimbursement(advanced, terms)] : []),
  ],
  checkClaim(cover, { occurredOn }, _loss, report, dates) {
    checkReceivedAfter(occurredOn, dates, report);
    const { advancedOn: advanced } = dates;
    if (advanced === undefined) return;
    if (cover !== "medicalSupplement") {
      const [zh, en] = ["定点医疗机构垫付的只有医疗商业补充保险", "institutions advance the medical supplement alone"];
      report(["dates", "advancedOn"], "CONFLICT", zh, en);
    } else if (typeof occurredOn === "string" && advanced < occurredOn) {
      const [zh, en] = [`早于就医之日（${occurredOn}）`, `lies before the care (${occurredOn})`];
      report(["dates", "advancedOn"], "CONFLICT", zh, en);
    }
  },
});
