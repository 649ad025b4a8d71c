import type { Claim } from "../core/claim.js";
import { list, shaped, type InputOf } from "../core/fields.js";
import { Money } from "../core/money.js";
import type { AnyPolicy } from "../core/policy.js";
import { agreeing } from "../core/report.js";
import { line, listOf, readings, shapeOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Line, Statement } from "../core/statement.js";
import { moneyShape, nullableShape, oneOfWords } from "../core/wire.js";
import { assessClaim, type ZhumadianAssessment, type ZhumadianClaim } from "./claim.js";
import type { ZhumadianPolicy } from "./policy.js";
import { rule } from "./programme.js";

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

const total = { zh: "本次事件承保机构应赔付", en: "Payable by the insurer for the event" };

/** What is the same in each claim of a person. */
const personal = ["registeredDivision", "contractStartsOn"];

/** Covers that an event may meet more than once, as by several stays in hospital; their costs are not those of the others. */
export const repeatable: readonly string[] = ["hardshipIllness", "otherRecognised"];

/** Whether the person died, as far as a claim says so, and where it does. */
function deathIn({ cover, facts = {}, loss = {} }: Partial<Claim>): [died: unknown, path: string[]] {
  if (cover === "minorDrowning") return [true, ["cover"]];
  if (facts["injury"] != null) return [facts["injury"] === "death", ["facts", "injury"]];
  return [loss["death"], ["loss", "death"]];
}

/** What a claim takes of the event's medical costs; nothing while it is not covered. */
const ofCosts = ({ cover, payable, benefit }: ZhumadianAssessment): Money =>
  repeatable.includes(cover) || payable?.isZero() !== false ? Money.zero : (benefit?.parts.medical ?? Money.zero);

/** The event's medical costs, which each of its claims states alike or not at all. */
const costsOf = (claims: readonly Claim[]): Money =>
  claims.map(({ loss }) => loss?.["medicalExpenses"]).find((costs) => Money.is(costs)) ?? Money.zero;

/** A claim's amount on the event's statement, less what the covers before it pay of the same medical costs. */
function shown(sheet: Statement, { clause, title: label }: AnyPolicy["covers"][string], payable: Money, again: Money) {
  const amount = sheet.write({ operation: "pay", operands: [payable], from: [{ clause, label }] });
  if (again.isZero()) return amount;
  const less = {
    zh: `${label.zh}：扣除前列各类已赔付的医疗费用`,
    en: `${label.en}: less medical costs that the covers above pay`,
  };
  return sheet.write({ operation: "deduct", operands: [amount, again], from: [{ clause, label: less }] });
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
 * @returns `assessments`, each with its own `payable`, and `payable` over all of them. The reading `multipleCovers` is used when more than
 * one cover pays: by default every sum is paid, but medical costs together at most once, in the order of the claims.
 * @throws PolicyInputError listing every problem with its claim's index, such as a cover claimed twice, or claims that disagree on the
 * person, the day, the injury or the medical costs.
 * @example
 * ```ts
 * const person = { registeredDivision: "411721", contractStartsOn: "2019-06-15", occurredOn: "2019-12-01" };
 * const { payable } = assessEvent({
 *   claims: [
 *     { cover: "rescuer", facts: { ...person, rescuingOnScene: true }, loss: { medicalExpenses: "800" } },
 *     { cover: "naturalDisaster", facts: { ...person, peril: "flood" }, loss: { medicalExpenses: "800", propertyLoss: "3000" } },
 *   ],
 * });
 * payable?.toString(); // "2800.00"
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
      const costs = loss["medicalExpenses"];
      if (Money.is(costs)) agree("medicalExpenses", costs.fen, ["loss", "medicalExpenses"], at);
    });
  },
  evaluate({ claims }, { policy, settings, reading, used, statement }): EventAssessment {
    const assessments = claims.map((claim) => assessClaim.compute(claim, settings));
    const pending = waits.find((wait) => assessments.some((each) => each.pending === wait)) ?? null;
    const paying = new Set(assessments.flatMap(({ cover, payable }) => (payable?.isZero() === false ? [cover] : [])));
    const several = pending === null && paying.size > 1 ? reading("multipleCovers") : null;

    const sheet = statement();
    const byCover = new Map<string, Money>();
    let costsLeft = costsOf(claims);
    for (const each of assessments) {
      if (each.payable === null) continue;
      const ofThis = ofCosts(each);
      const again = several === "costsOnce" ? ofThis.minus(costsLeft).atLeastZero() : Money.zero;
      costsLeft = costsLeft.minus(ofThis).atLeastZero();
      const amount = shown(sheet, policy.covers[each.cover], each.payable, again);
      byCover.set(each.cover, (byCover.get(each.cover) ?? Money.zero).plus(amount));
    }
    const together = (amounts: readonly Money[]): Money =>
      several === "highest"
        ? amounts.reduce((first, second) => sheet.higher(total, first, second))
        : sheet.sum(amounts, sheet.own(total));
    const conclusion =
      pending === null ? { payable: together([...byCover.values()]), pending } : { payable: null, pending };
    const chosen: Record<string, string> = {};
    for (const each of assessments) Object.assign(chosen, each.readings);
    return { assessments, ...conclusion, lines: sheet.lines, readings: { ...chosen, ...used() } };
  },
});
