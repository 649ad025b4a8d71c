import type { Assessment, AssessmentRule, ClaimOf } from "../core/claim.js";
import {
  checkClaimDates,
  checkReceivedAfter,
  claimDateFields,
  claimPeriods,
  type ClaimAction,
} from "../core/insurance-law.js";
import type { Benefit } from "../core/statement.js";
import type { LoanLossShares } from "./benefits.js";
import { covers } from "./eligibility.js";
import type { CoverName, LishuiPolicy } from "./policy.js";
import { assessmentRule } from "./programme.js";

type Dates = typeof claimDateFields;

/**
 * 农村小额保险的理赔。
 * A claim under the rural micro-insurance.
 */
export interface RuralMicroClaim extends ClaimOf<typeof covers.ruralMicro, "ruralMicro", Dates> {}
/**
 * 补充医疗保险的理赔。
 * A claim under the supplementary medical insurance.
 */
export interface SupplementaryMedicalClaim extends ClaimOf<
  typeof covers.supplementaryMedical,
  "supplementaryMedical",
  Dates
> {}
/**
 * 扶贫贷款保证保险的理赔。
 * A claim under the poverty-loan guarantee.
 */
export interface LoanGuaranteeClaim extends ClaimOf<typeof covers.loanGuarantee, "loanGuarantee", Dates> {}
/**
 * 扶贫贷款项目补充保险的理赔。
 * A claim under the loan-project cover.
 */
export interface LoanProjectClaim extends ClaimOf<typeof covers.loanProject, "loanProject", Dates> {}
/**
 * 政策性农房保险的理赔。
 * A claim under the farmhouse cover.
 */
export interface FarmhouseClaim extends ClaimOf<typeof covers.farmhouse, "farmhouse", Dates> {}
/**
 * 政策性农业保险的理赔。
 * A claim under the agricultural cover.
 */
export interface AgricultureClaim extends ClaimOf<typeof covers.agriculture, "agriculture", Dates> {}

/**
 * 一项理赔。
 * A claim under one of the covers.
 */
export type LishuiClaim =
  | RuralMicroClaim
  | SupplementaryMedicalClaim
  | LoanGuaranteeClaim
  | LoanProjectClaim
  | FarmhouseClaim
  | AgricultureClaim;

/**
 * 一项理赔的核定。
 * A claim, assessed; under the loan guarantee its benefit also tells the bank's share.
 */
export type LishuiAssessment =
  | Assessment<Exclude<CoverName, "loanGuarantee">, Benefit, ClaimAction>
  | Assessment<"loanGuarantee", LoanLossShares, ClaimAction>;

/**
 * 一项理赔的核定（四）：是否属于保险责任、应付多少、保险机构最迟何时办理。
 * The assessment of one claim (四): whether it is covered, how much is payable, and by when the insurer must act. The amounts of the
 * rural micro, loan-project, farmhouse and agricultural covers are the contract's: they take `contractAmount`, and are `pending` as
 * `contract` without it, as a medical claim is without the contract's `schedule`.
 *
 * @param input - `cover`; its `facts` as in `checkEligibility`; its `loss` as in the benefit rule; `dates` as in `claimDeadlines`.
 * @returns An Assessment. `payable` is the benefit when eligible, zero when not, and `null` while `pending` says what is missing.
 * @throws PolicyInputError listing every problem with its path.
 * @example
 * ```ts
 * const { payable } = assessClaim({
 *   cover: "supplementaryMedical",
 *   facts: {
 *     category: "marginalMinimumLiving",
 *     insured: true,
 *     occurredOn: "2018-01-01",
 *     setting: "inpatient",
 *     thirdPartyLiable: false,
 *   },
 *   loss: {
 *     selfPaidToDate: "60000",
 *     schedule: [{ upTo: "10000", rate: "0.6" }, { upTo: "50000", rate: "0.5" }, { rate: "0.4" }],
 *   },
 * });
 * payable?.toString(); // "30000.00"
 * ```
 * @function
 */
export const assessClaim: AssessmentRule<LishuiClaim, LishuiAssessment, LishuiPolicy> = assessmentRule<
  LishuiClaim,
  LishuiAssessment,
  Dates
>({
  clause: "四",
  covers,
  dates: claimDateFields,
  checkDates: checkClaimDates,
  periods: ({ dates, outcome }, { terms, calendar }) => claimPeriods(dates, terms.deadlines, calendar, outcome),
  checkClaim: (_cover, facts, _loss, report, dates) => checkReceivedAfter(facts["occurredOn"], dates, report),
});
