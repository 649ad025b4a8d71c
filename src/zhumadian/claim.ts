import type { Assessment, AssessmentRule, ClaimOf } from "../core/claim.js";
import type { Benefit } from "../core/statement.js";
import { claimPeriods, dateFields, type ZhumadianAction } from "./deadlines.js";
import { covers } from "./eligibility.js";
import type { ZhumadianPolicy } from "./policy.js";
import { assessmentRule } from "./programme.js";

type Dates = typeof dateFields;

/**
 * 见义勇为的理赔。
 * A claim for a good Samaritan.
 */
export interface GoodSamaritanClaim extends ClaimOf<typeof covers.goodSamaritan, "goodSamaritan", Dates> {}
/**
 * 群体性意外事故的理赔。
 * A claim for a mass accident.
 */
export interface MassAccidentClaim extends ClaimOf<typeof covers.massAccident, "massAccident", Dates> {}
/**
 * 未成年人溺水死亡的理赔。
 * A claim for the drowning of a minor.
 */
export interface MinorDrowningClaim extends ClaimOf<typeof covers.minorDrowning, "minorDrowning", Dates> {}
/**
 * 自然灾害的理赔。
 * A claim for a natural disaster.
 */
export interface NaturalDisasterClaim extends ClaimOf<typeof covers.naturalDisaster, "naturalDisaster", Dates> {}
/**
 * 交通事故的理赔。
 * A claim for a traffic accident.
 */
export interface TrafficAccidentClaim extends ClaimOf<typeof covers.trafficAccident, "trafficAccident", Dates> {}
/**
 * 救助人员意外事故的理赔。
 * A claim for a rescuer's accident.
 */
export interface RescuerClaim extends ClaimOf<typeof covers.rescuer, "rescuer", Dates> {}
/**
 * 特困群众重病医疗的理赔。
 * A claim for a serious illness in hardship.
 */
export interface HardshipIllnessClaim extends ClaimOf<typeof covers.hardshipIllness, "hardshipIllness", Dates> {}
/**
 * 其他经认定的情况的理赔。
 * A claim for another recognised case.
 */
export interface OtherRecognisedClaim extends ClaimOf<typeof covers.otherRecognised, "otherRecognised", Dates> {}

/**
 * 一项理赔。
 * A claim under one of the covers.
 */
export type ZhumadianClaim =
  | GoodSamaritanClaim
  | MassAccidentClaim
  | MinorDrowningClaim
  | NaturalDisasterClaim
  | TrafficAccidentClaim
  | RescuerClaim
  | HardshipIllnessClaim
  | OtherRecognisedClaim;

/**
 * 一项理赔的核定。
 * A claim, assessed.
 */
export type ZhumadianAssessment = Assessment<keyof typeof covers, Benefit, ZhumadianAction>;

/**
 * 核定一项理赔：是否符合条件、应付多少、何时赔付。
 * The assessment of one claim (一(二), 二(二), 三): whether it is covered, how much is payable, and by when.
 *
 * @param input - `cover`; its `facts` as in `checkEligibility`; its `loss` as in the benefit rule (`{}` when nothing but a fixed amount
 * is claimed); `dates` with the day the documents were complete.
 * @returns An Assessment. `payable` is the benefit when eligible, zero when not, and `null` while `pending` says what is missing.
 * Deadlines are given when `payable` is above zero.
 * @throws PolicyInputError listing every problem with its path, such as a `death` that the traffic accident's `injury` contradicts.
 * @example
 * ```ts
 * const { payable, deadlines } = assessClaim({
 *   cover: "hardshipIllness",
 *   facts: {
 *     registeredDivision: "411721", contractStartsOn: "2019-06-15", occurredOn: "2019-12-01",
 *     group: "severelyDisabled", inpatient: true, listedDisease: true, insuranceSettled: true,
 *   },
 *   loss: { eligibleExpenses: "1840.50" },
 *   dates: { documentsCompleteOn: "2019-12-31" },
 * });
 * payable?.toString(); // "800.00"
 * deadlines.map(({ action, dueOn }) => [action, dueOn]); // [["file", "2019-12-31"], ["pay", "2020-01-01"]]
 * ```
 * @function
 */
export const assessClaim: AssessmentRule<ZhumadianClaim, ZhumadianAssessment, ZhumadianPolicy> = assessmentRule<
  ZhumadianClaim,
  ZhumadianAssessment,
  Dates
>({
  clause: "三",
  covers,
  dates: dateFields,
  periods({ cover, dates, payable }, context) {
    if (payable === null || payable.isZero()) return [];
    return claimPeriods(payable, dates.documentsCompleteOn, cover === "hardshipIllness", context);
  },
  checkClaim(cover, { injury, occurredOn }, loss, report, { documentsCompleteOn }) {
    if (typeof occurredOn === "string" && documentsCompleteOn !== undefined && documentsCompleteOn < occurredOn) {
      const [zh, en] = [`早于出险日期（${occurredOn}）`, `lies before the event (${occurredOn})`];
      report(["dates", "documentsCompleteOn"], "CONFLICT", zh, en);
    }
    if (cover !== "trafficAccident" || injury == null || loss === undefined) return;
    const { death } = loss;
    if (death === undefined && injury === "death") {
      report(["loss", "death"], "MISSING", "facts.injury 为死亡，须填写", "needed where facts.injury is a death");
    } else if (death !== undefined && death !== (injury === "death")) {
      report(["loss", "death"], "CONFLICT", "与 facts.injury（伤亡程度）不符", "contradicts facts.injury");
    }
  },
});
