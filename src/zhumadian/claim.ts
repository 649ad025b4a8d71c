import type { Assessment, AssessmentRule, ClaimOf } from "../core/claim.js";
import type { Context } from "../core/rule.js";
import type { Benefit } from "../core/statement.js";
import { byLaw, dateFields, filing, paying, type ZhumadianAction } from "./deadlines.js";
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
 * @param input - `cover`; its `facts` as in `checkEligibility`; its `loss` as in the benefit rule (none for a fixed amount); `dates`, as far
 * as they are known.
 * @returns An Assessment. `payable` is the benefit when eligible, zero when not, and `null` while `pending` says what is missing.
 * Deadlines: `pay` when `payable` is above zero; `file` for a hardship claim once its documents are complete, whatever comes of it;
 * `assess`, and `refuse` for a claim that is not covered, by the Insurance Law.
 * @throws PolicyInputError listing every problem with its path, such as a `death` that the traffic accident's `injury` contradicts.
 * @example
 * ```ts
 * const { payable, deadlines } = assessClaim({
 *   cover: "hardshipIllness",
 *   facts: {
 *     registeredDivision: "411721", contractStartsOn: "2019-06-15", admittedOn: "2019-12-01", dischargedOn: "2019-12-20",
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
  checkDates({ claimReceivedOn: received, assessedOn: assessed }, report) {
    if (received === undefined || assessed === undefined || received <= assessed) return;
    const [zh, en] = [`早于首次收到索赔请求之日（${received}）`, `lies before the claim was received (${received})`];
    report(["assessedOn"], "CONFLICT", zh, en);
  },
  periods({ cover, facts, benefit, outcome, dates, payable }, context) {
    const { documentsCompleteOn: complete, ...lawful } = dates;
    const periods = byLaw(lawful, outcome, context);
    if (complete === undefined) return periods;
    const hardship =
      cover === "hardshipIllness" ||
      (isMedicalOnly(benefit) &&
        isInHardship(facts["group"], context) &&
        context.reading("sameDay") === "allMedicalOfHardshipGroups");
    if (hardship) periods.push(filing(complete, context));
    if (payable !== null && !payable.isZero()) periods.push(paying(payable, complete, hardship, context));
    return periods;
  },
  checkClaim(cover, { injury, occurredOn, admittedOn }, loss = {}, report, dates) {
    const event = occurredOn ?? admittedOn;
    for (const [name, day] of Object.entries(dates)) {
      if (typeof event !== "string" || day === undefined || event <= day) continue;
      const [zh, en] = [`早于出险或入院日期（${event}）`, `lies before the event or admission (${event})`];
      report(["dates", name], "CONFLICT", zh, en);
    }
    if (cover !== "trafficAccident" || injury == null) return;
    const { death, disabilityGrade, medicalExpenses } = loss;
    const claimed = disabilityGrade ?? medicalExpenses;
    if (death === undefined && claimed !== undefined && injury === "death") {
      report(["loss", "death"], "MISSING", "伤亡程度为死亡，须填写", "needed where the injury is a death");
    } else if (death !== undefined && death !== (injury === "death")) {
      report(["loss", "death"], "CONFLICT", "与所填伤亡程度不符", "contradicts the injury");
    }
  },
});

/** Whether a claim is for medical costs and nothing else. */
function isMedicalOnly(benefit: Benefit | null): boolean {
  if (benefit === null) return false;
  const { medical, ...others } = benefit.parts;
  return medical !== undefined && Object.values(others).every((amount) => amount.isZero());
}

/** Whether someone is in one of the hardship groups. */
function isInHardship(group: unknown, { terms, reading }: Context<ZhumadianPolicy, "hardshipGroups">): boolean {
  const { groups, groupsAsImplemented } = terms.hardshipIllness;
  const isOneOf = ({ value }: { readonly value: readonly string[] }) => value.some((each) => each === group);
  return isOneOf(groups) || (isOneOf(groupsAsImplemented) && reading("hardshipGroups") === "asImplemented");
}
