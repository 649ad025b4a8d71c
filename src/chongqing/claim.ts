import type { Assessment, AssessmentRule, ClaimOf } from "../core/claim.js";
import {
  checkClaimDates,
  checkReceivedAfter,
  claimDateFields,
  claimPeriods,
  type ClaimAction,
} from "../core/insurance-law.js";
import type { Benefit } from "../core/statement.js";
import { covers } from "./eligibility.js";
import { levels, levelsByExam, type ChongqingPolicy, type exams } from "./policy.js";
import { assessmentRule } from "./programme.js";

type Dates = typeof claimDateFields;

/** 小额意外的一项理赔。A claim under the accident cover. */
export interface AccidentClaim extends ClaimOf<typeof covers.accident, "accident", Dates> {}
/** 大病补充的一项理赔。A claim under the major-illness supplement. */
export interface MajorIllnessClaim extends ClaimOf<typeof covers.majorIllness, "majorIllness", Dates> {}
/** 疾病身故的一项理赔。A claim under the cover for death by illness. */
export interface IllnessDeathClaim extends ClaimOf<typeof covers.illnessDeath, "illnessDeath", Dates> {}
/** 学生重大疾病的一项理赔。A claim under the student critical-illness cover. */
export interface StudentCriticalIllnessClaim extends ClaimOf<
  typeof covers.studentCriticalIllness,
  "studentCriticalIllness",
  Dates
> {}
/** 困难人群升学补助金的一项理赔。A claim under the education grant. */
export interface EducationGrantClaim extends ClaimOf<typeof covers.educationGrant, "educationGrant", Dates> {}

/** 一项理赔。A claim under one of the covers. */
export type ChongqingClaim =
  AccidentClaim | MajorIllnessClaim | IllnessDeathClaim | StudentCriticalIllnessClaim | EducationGrantClaim;

/** 一项理赔的核定。A claim, assessed. */
export type ChongqingAssessment = Assessment<keyof typeof covers, Benefit, ClaimAction>;

/**
 * 一项理赔的核定（三、四）：保不保、赔多少、何时赔。
 * The assessment of one claim (三, 四): whether it is covered, how much is payable, and by when the insurer must act.
 *
 * @param input - `cover`; its `facts` as in `checkEligibility`; its `loss` as in the benefit rule; `dates` as in `claimDeadlines`.
 * @returns An Assessment. `payable` is the benefit when eligible, zero when not, and `null` while `pending` says what is missing.
 * @throws PolicyInputError listing every problem with its path, such as a `level` to which the `exam` does not lead. A grant may be
 * claimed before entry; any other claim must not lie before its event.
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
export const assessClaim: AssessmentRule<ChongqingClaim, ChongqingAssessment, ChongqingPolicy> = assessmentRule<
  ChongqingClaim,
  ChongqingAssessment,
  Dates
>({
  clause: "三",
  covers,
  dates: claimDateFields,
  checkDates: checkClaimDates,
  periods: ({ dates, outcome }, { terms, calendar }) => claimPeriods(dates, terms.deadlines, calendar, outcome),
  checkClaim(cover, facts, loss, report, dates) {
    // A grant may be claimed before entry.
    if (cover !== "educationGrant") checkReceivedAfter(facts["occurredOn"] ?? facts["diagnosedOn"], dates, report);
    const [exam, level] = [facts["exam"], loss?.["level"]];
    if (exam == null || level === undefined) return;
    const possible = levelsByExam[exam as keyof typeof exams];
    if (!possible.some((each) => each === level)) {
      const terms = possible.map((each) => levels[each]);
      report(
        ["loss", "level"],
        "CONFLICT",
        `与“录取途径”不符，应为：${terms.map(({ zh }) => zh).join("、")}`,
        `does not follow from the way of admission, which leads to: ${terms.map(({ en }) => en).join(", ")}`,
      );
    }
  },
});
