import { addDays, daysBetween, type Day } from "./day.js";
import type { Eligibility } from "./eligibility.js";
import { day, optional, type InputOf, type OutputOf } from "./fields.js";
import { deadlineOf, inCalendar, periodEnd, type Deadlines, type Running } from "./period.js";
import { citing, type AnyPolicy, type Provision } from "./policy.js";
import type { Report } from "./report.js";
import { deadlines as deadlinesShape } from "./results.js";
import type { Context } from "./rule.js";
import { midSentence } from "./text.js";
import type { Shape } from "./wire.js";
import type { WorkCalendar } from "./work-calendar.js";

/** The law that is cited, as amended in 2015. */
export const insuranceLawNumber = "《保险法》（2015年修正）";

const { provision } = citing(insuranceLawNumber);

/**
 * 《保险法》23-25 条的理赔期限。
 * The insurer's statutory periods for a claim (保险法 23-25), in calendar days. A programme whose document sets none takes them into
 * its own terms, where a contract's better ones can amend them.
 */
export const insuranceLawTerms = {
  /** Decide whether the claim is covered, when the contract sets no other period. */
  assess: provision("第二十三条", 30, {
    zh: "应及时核定；情形复杂的，至迟核定",
    en: "Decide promptly; where the case is complex, at the latest",
  }),
  /** Pay after agreement with the insured on the amount. */
  pay: provision("第二十三条", 10, { zh: "达成协议后支付", en: "Pay after agreement" }),
  /** Send the refusal with its reasons. */
  refuse: provision("第二十四条", 3, {
    zh: "不属于保险责任的，发出拒赔通知并说明理由",
    en: "Send a refusal with its reasons",
  }),
  /** Pay what is already certain, when the amount cannot be settled yet. */
  payUndisputed: provision("第二十五条", 60, {
    zh: "数额不能确定的，先行支付可以确定的数额",
    en: "Pay what is already certain",
  }),
};

/** The statutory periods, or a contract's in their place. */
export type ClaimPeriods = { readonly [Name in keyof typeof insuranceLawTerms]: Provision<number> };

/**
 * 保险人须按期完成的事项。
 * What an insurer must do by a day.
 */
export type ClaimAction = keyof typeof insuranceLawTerms;

/** The days of a claim from which periods run. */
export const claimDateFields = {
  /** The day the claim with its documents was first received. */
  claimReceivedOn: day("首次收到索赔请求及材料之日", "The day the claim with its documents was first received"),
  /** The day the request for further documents reached the claimant (only one, all at once: 保险法 22; 法释〔2013〕14号 15). */
  supplementRequestedOn: optional(
    day("补充材料通知到达索赔人之日", "The day the request for further documents reached the claimant"),
  ),
  /** The day those documents were received. */
  supplementReceivedOn: optional(day("收到补充材料之日", "The day further documents were received")),
  /** The day the amount was agreed with the insured. */
  agreedOn: optional(day("就金额达成协议之日", "The day the amount was agreed")),
  /** The day it was decided whether the claim is covered. */
  assessedOn: optional(day("作出核定之日", "The day the claim was decided on")),
};

/** 理赔时限的输入。The days of a claim, as they are given. */
export interface ClaimDeadlinesInput extends InputOf<typeof claimDateFields> {}

/**
 * 理赔经过的各日期。
 * The days of a claim, validated.
 */
export type ClaimDates = OutputOf<typeof claimDateFields>;

/** Reports days of a claim that contradict each other. */
export function checkClaimDates(dates: Partial<ClaimDates>, report: Report): void {
  const inOrder = (earlier: keyof ClaimDates, later: keyof ClaimDates) => {
    const [first, second] = [dates[earlier], dates[later]];
    if (first !== undefined && second !== undefined && second < first) {
      const { zh, en } = claimDateFields[earlier].label;
      report([later], "CONFLICT", `早于${zh}（${first}）`, `lies before ${midSentence(en)} (${first})`);
    }
  };
  inOrder("claimReceivedOn", "supplementRequestedOn");
  inOrder("supplementRequestedOn", "supplementReceivedOn");
  inOrder("supplementRequestedOn", "assessedOn");
  inOrder("supplementRequestedOn", "agreedOn");
  inOrder("claimReceivedOn", "assessedOn");
  inOrder("claimReceivedOn", "agreedOn");
  inOrder("assessedOn", "agreedOn");
  if (dates.supplementReceivedOn !== undefined && dates.supplementRequestedOn === undefined) {
    report(
      ["supplementRequestedOn"],
      "MISSING",
      "填了收到补充材料之日，就须填通知之日",
      "needed beside the day those documents were received",
    );
  }
}

/** Reports a claim that was received before the event it is about. */
export function checkReceivedAfter(event: unknown, dates: Partial<ClaimDates>, report: Report): void {
  const { claimReceivedOn } = dates;
  if (typeof event === "string" && claimReceivedOn !== undefined && claimReceivedOn < event) {
    report(
      ["dates", "claimReceivedOn"],
      "CONFLICT",
      `早于事件发生之日（${event}）`,
      `lies before the event (${event})`,
    );
  }
}

/** How `assess` runs: not while documents are outstanding, and on by what was left of it once they are in. */
function assessing(
  { claimReceivedOn: from, supplementRequestedOn: requested, supplementReceivedOn: received }: ClaimDates,
  term: Provision<number>,
  calendar: WorkCalendar,
): Running<"assess">[] {
  const running = { action: "assess", from, term, unit: "calendar-day" } as const;
  if (requested === undefined) return [running];
  const end = inCalendar(() => periodEnd(from, term.value, "calendar-day", calendar));
  // What is asked for after the period lapsed changes nothing.
  if (end !== null && requested > end) return [running];
  if (received === undefined) return [];
  const nominal = addDays(from, term.value);
  const rolled = end !== null && requested > nominal ? daysBetween(nominal, end) : 0;
  return [{ ...running, pause: daysBetween(requested, received), rolled }];
}

/**
 * The periods that run. While supplements are outstanding `assess` does not run; once they are in, the time between
 * request and receipt is left out of `assess` alone (法释〔2013〕14号 第十五条). A refusal belongs to a claim that is not covered, a
 * payment to one that is or may be; where the outcome is not known all are told.
 */
export function claimPeriods(
  dates: ClaimDates,
  terms: ClaimPeriods,
  calendar: WorkCalendar,
  outcome?: Eligibility["outcome"],
): Running<ClaimAction>[] {
  const { claimReceivedOn, agreedOn, assessedOn } = dates;
  const running = (action: ClaimAction, from: Day): Running<ClaimAction> => ({
    action,
    from,
    term: terms[action],
    unit: "calendar-day",
  });
  const covered = outcome !== "ineligible";
  const refusable = outcome === undefined || !covered;
  return [
    ...assessing(dates, terms.assess, calendar),
    ...(covered && agreedOn !== undefined ? [running("pay", agreedOn)] : []),
    ...(refusable && assessedOn !== undefined ? [running("refuse", assessedOn)] : []),
    ...(covered ? [running("payUndisputed", claimReceivedOn)] : []),
  ];
}

/** What the periods need besides the days of the claim. */
type DeadlineContext = Pick<Context<AnyPolicy>, "calendar" | "used">;

/** The statutory deadlines of a claim. */
export const statutory = (
  dates: ClaimDates,
  terms: ClaimPeriods,
  { calendar, used }: DeadlineContext,
): Deadlines<ClaimAction> => ({
  deadlines: claimPeriods(dates, terms, calendar).map((period) => deadlineOf(period, calendar)),
  readings: used(),
});

/** `claimDeadlines` of a programme that has taken the statutory periods into `terms.deadlines`; its clause is the programme's. */
export const statutoryDeadlines = {
  id: "claimDeadlines",
  title: { zh: "理赔时限", en: "Claim deadlines" },
  input: claimDateFields,
  result: deadlinesShape as Shape<Deadlines<ClaimAction>>,
  check: checkClaimDates,
  evaluate: (dates: ClaimDates, context: DeadlineContext & { readonly terms: { readonly deadlines: ClaimPeriods } }) =>
    statutory(dates, context.terms.deadlines, context),
};
