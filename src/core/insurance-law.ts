import { daysBetween } from "./day.js";
import { day, type OutputOf } from "./fields.js";
import { deadlineOf, type Deadlines, type Running } from "./period.js";
import { citing, definePolicy, type AnyPolicy, type Provision } from "./policy.js";
import { rulesOf, type Context, type Report } from "./rule.js";

const { provision, norm, clause } = citing("《保险法》（2015年修正）");

/**
 * The insurer's statutory periods for a claim (保险法 23-25), in calendar days. A programme whose document sets none takes them into
 * its own terms, where a contract's better ones can amend them.
 */
export const insuranceLawTerms = {
  /** Decide whether the claim is covered, when the contract sets no other period. */
  assess: provision("第二十三条", 30, { zh: "作出核定", en: "Decide on the claim" }),
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

/** The days of a claim from which periods run. */
export const claimDateFields = {
  /** The day the claim with its documents was first received. */
  claimReceivedOn: day("首次收到索赔请求及材料之日", "The day the claim with its documents was first received"),
  /** The day the claimant got the request for further documents (only one, all at once: 保险法 22). */
  supplementRequestedOn: day("通知补充材料之日", "The day further documents were requested").optional(),
  /** The day those documents were received. */
  supplementReceivedOn: day("收到补充材料之日", "The day further documents were received").optional(),
  /** The day the amount was agreed with the insured. */
  agreedOn: day("就金额达成协议之日", "The day the amount was agreed").optional(),
  /** The day it was decided whether the claim is covered. */
  assessedOn: day("作出核定之日", "The day the claim was decided on").optional(),
};

/** The days of a claim, validated. */
export type ClaimDates = OutputOf<typeof claimDateFields>;

/** Reports days of a claim that contradict each other. */
export function checkClaimDates(dates: Partial<ClaimDates>, report: Report): void {
  const inOrder = (earlier: keyof ClaimDates, later: keyof ClaimDates) => {
    const [first, second] = [dates[earlier], dates[later]];
    if (first !== undefined && second !== undefined && second < first) {
      report([later], "CONFLICT", `早于 ${earlier}（${first}）`, `lies before ${earlier} (${first})`);
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
      "needed beside supplementReceivedOn",
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

/**
 * The periods that run. While supplements are outstanding `assess` does not run; once they are in, the time between
 * request and receipt is left out of `assess` alone (法释〔2013〕14号 第十五条).
 */
export function claimPeriods(dates: ClaimDates, terms: ClaimPeriods): Running[] {
  const {
    claimReceivedOn,
    supplementRequestedOn: requested,
    supplementReceivedOn: received,
    agreedOn,
    assessedOn,
  } = dates;
  const running = (action: keyof ClaimPeriods, from: string, pause = 0): Running => ({
    action,
    from,
    term: terms[action],
    unit: "calendar-day",
    pause,
  });
  const periods: Running[] = [];
  if (requested === undefined) periods.push(running("assess", claimReceivedOn));
  else if (received !== undefined) periods.push(running("assess", claimReceivedOn, daysBetween(requested, received)));
  if (agreedOn !== undefined) periods.push(running("pay", agreedOn));
  if (assessedOn !== undefined) periods.push(running("refuse", assessedOn));
  periods.push(running("payUndisputed", claimReceivedOn));
  return periods;
}

/** What the periods need besides the days of the claim. */
type DeadlineContext = Pick<Context<AnyPolicy>, "calendar" | "used">;

const statutory = (dates: ClaimDates, terms: ClaimPeriods, { calendar, used }: DeadlineContext): Deadlines => ({
  deadlines: claimPeriods(dates, terms).map((period) => deadlineOf(period, calendar)),
  readings: used(),
});

/** `claimDeadlines` of a programme that has taken the statutory periods into `terms.deadlines`; its clause is the programme's. */
export const statutoryDeadlines = {
  id: "claimDeadlines",
  title: { zh: "理赔时限", en: "Claim deadlines" },
  input: claimDateFields,
  check: checkClaimDates,
  evaluate: (dates: ClaimDates, context: DeadlineContext & { readonly terms: { readonly deadlines: ClaimPeriods } }) =>
    statutory(dates, context.terms.deadlines, context),
};

const insuranceLaw = definePolicy({
  id: "core",
  title: { zh: "保险法理赔时限", en: "Statutory claim deadlines" },
  document: {
    number: clause("第二十三条").document,
    title: { zh: "中华人民共和国保险法", en: "Insurance Law of the People's Republic of China" },
    issuers: ["全国人民代表大会常务委员会"],
    issuedOn: "2015-04-24",
  },
  covers: {},
  terms: insuranceLawTerms,
  readings: {},
  unspecified: {},
  clauses: [
    norm("第二十二条", "材料不完整的，应及时一次性通知补充", "Further documents are to be asked for once and at once", {
      status: "data",
      where: ["supplementRequestedOn"],
    }),
    norm(
      "第二十三条",
      "及时核定，情形复杂的三十日内；达成协议后十日内支付",
      "Decide promptly, within 30 days if complex; pay within 10 days of agreement",
      {
        status: "computed",
        rules: ["insuranceLawDeadlines"],
      },
    ),
    norm(
      "第二十四条",
      "拒赔自核定之日起三日内发出通知并说明理由",
      "A refusal is sent with reasons within 3 days of the decision",
      {
        status: "computed",
        rules: ["insuranceLawDeadlines"],
      },
    ),
    norm(
      "第二十五条",
      "六十日内数额不能确定的，先予支付可以确定的数额",
      "After 60 days without a final amount, what is certain is paid first",
      {
        status: "computed",
        rules: ["insuranceLawDeadlines"],
      },
    ),
  ],
});

/**
 * By when an insurer must act on a claim under the Insurance Law (保险法 22-25), where no document or contract says otherwise.
 * Calendar days; the first day does not count; a last day that is a rest day rolls to the next working day.
 *
 * @param input - The days of the claim, `YYYY-MM-DD`.
 * @returns `assess`, `pay`, `refuse` and `payUndisputed`, each only when its period runs.
 * @throws PolicyInputError for days out of order, and (`CALENDAR_OUT_OF_RANGE`) for a deadline outside the calendar's years.
 * @example
 * ```ts
 * insuranceLawDeadlines({ claimReceivedOn: "2021-04-01" }).deadlines.map(({ action, dueOn }) => [action, dueOn]);
 * // [["assess", "2021-05-06"], ["payUndisputed", "2021-05-31"]]
 * ```
 * @function
 */
export const insuranceLawDeadlines = rulesOf(insuranceLaw).rule({
  id: "insuranceLawDeadlines",
  title: { zh: "保险法理赔时限", en: "Statutory claim deadlines" },
  clause: "第二十三条",
  input: claimDateFields,
  check: checkClaimDates,
  evaluate: (dates, context) => statutory(dates, context.terms, context),
});
