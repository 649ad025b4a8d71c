import type { Assessment, AssessmentRule, Claim, ClaimOf } from "../core/claim.js";
import { list, shaped, type InputOf } from "../core/fields.js";
import { Money } from "../core/money.js";
import { agreeing } from "../core/report.js";
import { line, listOf, readings, shapeOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Benefit, Line } from "../core/statement.js";
import { moneyShape, nullableShape, oneOfWords } from "../core/wire.js";
import { claimPeriods, dateFields, type ZhumadianAction } from "./deadlines.js";
import { covers } from "./eligibility.js";
import type { ZhumadianPolicy } from "./policy.js";
import { assessmentRule, rule } from "./programme.js";

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

/** What is payable for an event, or what its first open matter waits for: facts before losses, losses before contracts. */
type EventConclusion =
  | {
      /** What is to be paid for the event (yuan). */
      readonly payable: Money;
      /** Nothing is open. */
      readonly pending: null;
    }
  | {
      readonly payable: null;
      /** Facts or a loss are missing, or the contract sets an amount. */
      readonly pending: "facts" | "loss" | "contract";
    };

/**
 * 同一事件的各项核定及合计应付。
 * Several covers of one event.
 */
export type EventAssessment = {
  /** Each claim's assessment, in the order given. */
  readonly assessments: readonly ZhumadianAssessment[];
  /** The working steps. */
  readonly lines: readonly Line[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
} & EventConclusion;

const waits = ["facts", "loss", "contract"] as const;

const eventShape = shapeOf<EventAssessment>(
  {
    assessments: listOf(assessClaim.own, "各项理赔", "The claims"),
    lines: listOf(line, "同一事件合计（元）", "The event (yuan)"),
    payable: nullableShape(moneyShape()),
    pending: nullableShape(oneOfWords(...waits)),
    readings,
  },
  "同一事件多类核定",
  "One event under several covers",
);

const total = { zh: "本次事件应付", en: "Payable for the event" };

/** What is the same in each claim of a person. */
const personal = ["registeredDivision", "contractStartsOn"];

/** Covers that an event may meet more than once, as by several stays in hospital. */
const repeatable: readonly string[] = ["hardshipIllness", "otherRecognised"];

/** Whether the person died, as far as a claim says so, and where it does. */
function deathIn({ cover, facts = {}, loss = {} }: Partial<Claim>): [died: unknown, path: string[]] {
  if (cover === "minorDrowning") return [true, ["cover"]];
  if (facts["injury"] != null) return [facts["injury"] === "death", ["facts", "injury"]];
  return [loss["death"], ["loss", "death"]];
}

const eventFields = {
  /** The claims of the event, each as in `assessClaim`. */
  claims: list(
    shaped<Claim, ZhumadianClaim>(assessClaim.fields, "理赔", "Claim"),
    "同一事件的各项理赔",
    "The claims of the event",
    1,
  ),
};

/** 同一事件的各项理赔。The claims of one event. */
export interface EventInput extends InputOf<typeof eventFields> {}

/**
 * 核定一人同一事件的各类理赔：凡符合条件的均可享受。
 * The assessment of one person's event under several covers (三): whatever cover fits may be enjoyed.
 *
 * @param input - `claims`, each as in `assessClaim`. The bills under one cover are added up into one claim; only stays for
 * `hardshipIllness` and cases of `otherRecognised` are claims of their own.
 * @returns `assessments`, and `payable` over all of them; the reading `multipleCovers` is used when more than one cover pays.
 * @throws PolicyInputError listing every problem with its claim's index, such as a cover claimed twice, or claims that disagree on the
 * person, the day or the injury.
 * @example
 * ```ts
 * const person = { registeredDivision: "411721", contractStartsOn: "2019-06-15", occurredOn: "2019-12-01" };
 * const { payable } = assessEvent({
 *   claims: [
 *     { cover: "rescuer", facts: { ...person, rescuingOnScene: true }, loss: { medicalExpenses: "800" } },
 *     { cover: "naturalDisaster", facts: { ...person, peril: "flood" }, loss: { medicalExpenses: "800", propertyLoss: "3000" } },
 *   ],
 * });
 * payable?.toString(); // "3600.00"
 * ```
 * @function
 */
export const assessEvent: Rule<EventInput, EventAssessment, ZhumadianPolicy> = rule({
  id: "assessEvent",
  title: { zh: "同一事件多类核定", en: "One event under several covers" },
  clause: "三",
  result: eventShape,
  readings: Object.keys(assessClaim.readings) as (keyof ZhumadianPolicy["readings"])[],
  input: eventFields,
  check({ claims }, report, { settings }) {
    const agree = agreeing("与同一事件的另一项理赔不一致", "differs from another claim of the event");
    const claimed = new Set<string>();
    claims?.forEach((claim: Partial<Claim>, index) => {
      const at = report.at("claims", index);
      assessClaim.check?.(claim, at, settings);
      const { cover, facts = {}, loss = {} } = claim;
      if (cover === undefined) return;
      if (claimed.has(cover) && !repeatable.includes(cover)) {
        at(
          ["cover"],
          "CONFLICT",
          "同一险种的各项费用应合并为一项理赔",
          "the bills under one cover belong into one claim",
        );
      }
      claimed.add(cover);
      // The day of an illness is that of the admission, which may follow the event.
      const shared = cover === "hardshipIllness" ? personal : [...personal, "occurredOn", "occurredInCity"];
      for (const fact of shared) agree(fact, facts[fact], ["facts", fact], at);
      agree("death", ...deathIn(claim), at);
      agree("disabilityGrade", loss["disabilityGrade"], ["loss", "disabilityGrade"], at);
    });
  },
  evaluate({ claims }, { policy, settings, reading, used, statement }): EventAssessment {
    const assessments = claims.map((claim) => assessClaim.compute(claim, settings));
    const sheet = statement();
    const byCover = new Map<string, Money>();
    for (const { cover, payable } of assessments) {
      if (payable === null) continue;
      const { clause, title: label } = policy.covers[cover];
      sheet.write({ operation: "pay", operands: [payable], from: [{ clause, label }] });
      byCover.set(cover, (byCover.get(cover) ?? Money.zero).plus(payable));
    }
    const together = (): Money => {
      const amounts = [...byCover.values()];
      const several = amounts.filter((amount) => !amount.isZero()).length > 1;
      return several && reading("multipleCovers") === "highest"
        ? amounts.reduce((first, second) => sheet.higher(total, first, second))
        : sheet.sum(amounts, sheet.own(total));
    };
    const pending = waits.find((wait) => assessments.some((each) => each.pending === wait)) ?? null;
    const conclusion = pending === null ? { payable: together(), pending } : { payable: null, pending };
    const chosen: Record<string, string> = {};
    for (const each of assessments) Object.assign(chosen, each.readings);
    return { assessments, ...conclusion, lines: sheet.lines, readings: { ...chosen, ...used() } };
  },
});
