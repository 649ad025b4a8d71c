import { claimsOf, type Assessment, type AssessmentRule } from "../core/claim.js";
import type { Facts } from "../core/eligibility.js";
import { list } from "../core/fields.js";
import { Money, sumOf } from "../core/money.js";
import { agreement, rulesOf, type Report } from "../core/rule.js";
import type { Line } from "../core/statement.js";
import { claimPeriods, dateFields } from "./deadlines.js";
import { covers } from "./eligibility.js";
import { policy, type ZhumadianPolicy } from "./policy.js";

const { rule } = rulesOf(policy);

/**
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
export const assessClaim: AssessmentRule<typeof covers, typeof dateFields, ZhumadianPolicy> = claimsOf(
  policy,
).assessmentRule({
  clause: "三",
  covers,
  dates: dateFields,
  checkDates: () => undefined,
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

/** Several covers of one event. */
export interface EventAssessment {
  /** Each claim's assessment, in the order given. */
  readonly assessments: readonly Assessment[];
  /** What is to be paid for the event; `null` while any claim is open (yuan). */
  readonly payable: Money | null;
  /** What the first open matter waits for: facts before losses, losses before contracts. */
  readonly pending: Assessment["pending"];
  /** The working steps. */
  readonly lines: readonly Line[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
}

const waits = ["facts", "loss", "contract"] as const;

/** What is the same in each claim of a person. */
const personal = ["registeredDivision", "contractStartsOn"];

/** Covers that an event may meet more than once, as by several stays in hospital. */
const repeatable: readonly string[] = ["hardshipIllness", "otherRecognised"];

/** Whether the person died, as far as a claim says so, and where it does. */
function deathIn({ cover, facts = {}, loss = {} }: Claim): [died: unknown, path: string[]] {
  if (cover === "minorDrowning") return [true, ["cover"]];
  if (facts["injury"] != null) return [facts["injury"] === "death", ["facts", "injury"]];
  return [loss["death"], ["loss", "death"]];
}

interface Claim {
  readonly cover?: string;
  readonly facts?: Facts<string>;
  readonly loss?: Facts<string>;
}

/**
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
export const assessEvent = rule({
  id: "assessEvent",
  title: { zh: "同一事件多类核定", en: "One event under several covers" },
  clause: "三",
  readings: Object.keys(policy.readings) as (keyof typeof policy.readings)[],
  input: {
    /** The claims of the event, each as in `assessClaim`. */
    claims: list(assessClaim.input, "同一事件的各项理赔", "The claims of the event", 1),
  },
  check({ claims }, report, { options }) {
    const agree = agreement("与同一事件的另一项理赔不一致", "differs from another claim of the event");
    const claimed = new Set<string>();
    claims?.forEach((claim: Partial<(typeof claims)[number]>, index) => {
      const at: Report = (path, code, zh, en) => report(["claims", index, ...path], code, zh, en);
      assessClaim.check(claim, at, options);
      const { cover, facts = {}, loss = {} } = claim as Claim;
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
      agree("death", ...deathIn(claim as Claim), at);
      agree("disabilityGrade", loss["disabilityGrade"], ["loss", "disabilityGrade"], at);
    });
  },
  evaluate({ claims }, { options, reading, used, statement }): EventAssessment {
    const assessments = claims.map((claim) => assessClaim.evaluate(claim, options));
    const sheet = statement();
    const byCover = new Map<string, Money>();
    for (const { cover, payable } of assessments) {
      if (payable === null) continue;
      const { clause, title } = policy.covers[cover] as (typeof policy.covers)[string];
      sheet.write(title, clause, payable, { operation: "pay", operands: [payable] });
      byCover.set(cover, (byCover.get(cover) ?? Money.zero).plus(payable));
    }
    const pending = waits.find((wait) => assessments.some((each) => each.pending === wait)) ?? null;
    const amounts = [...byCover.values()];
    const several = amounts.filter((amount) => !amount.isZero()).length > 1;
    const payable = (() => {
      if (pending !== null) return null;
      const label = { zh: "本次事件应付", en: "Payable for the event" };
      if (several && reading("multipleCovers") === "highest") {
        return amounts.reduce((first, second) => sheet.higher(label, first, second));
      }
      return sheet.write(label, policy.readings.multipleCovers.clause, sumOf(amounts), {
        operation: "sum",
        operands: amounts,
      });
    })();
    const readings: Record<string, string> = {};
    for (const each of assessments) Object.assign(readings, each.readings);
    return { assessments, payable, pending, lines: sheet.lines, readings: { ...readings, ...used() } };
  },
});
