import type { Assessment } from "../core/claim.js";
import type { Day } from "../core/day.js";
import { fact, group, money, name, optional, orZero, without, type InputOf, type OutputOf } from "../core/fields.js";
import { accidentOf, replayAccident, type HarmSoFar } from "../core/harm-ledger.js";
import { opened, type AnyContext, type Book, type Ledger, type RowOf } from "../core/ledger.js";
import { Money } from "../core/money.js";
import type { Rule } from "../core/rule.js";
import { accidentFields } from "./benefits.js";
import { assessClaim, type Dates, type LuozhuangAssessment } from "./claim.js";
import { covers } from "./eligibility.js";
import { bill, type Waterfall } from "./medical.js";
import type { LuozhuangPolicy } from "./policy.js";
import { ledgers } from "./programme.js";

const { coverLedger, ledgerRule } = ledgers();

type Case = AnyContext<LuozhuangPolicy>;

// The person ------------------------------------------------------------------------------------------------------------

const { status, assistedFrom } = covers.medicalSupplement.facts;

/** What of the year happened before the claims that are given (yuan). */
const openingFields = {
  /** What medical assistance paid. */
  medicalAssistance: orZero(money("医疗救助", "Medical assistance")),
  /** What the supplement gave. */
  medicalSupplement: orZero(money("医疗商业补充保险应得", "What the supplement gave")),
  /** In-scope costs of bills that were entitled; for `ninetyPercentSpan: perYear`. */
  inScope: orZero(money("符合条件的政策范围内费用", "In-scope costs of entitled bills")),
  /** What the patient bore of those costs. */
  selfPaidInScope: orZero(money("其中个人自付", "What the patient bore of them")),
};

const personFields = {
  /** The group the person belongs to. */
  status,
  /** For instant assistance: the day it began; the cover starts that day. */
  assistedFrom,
  /** What happened in the period before the claims that are given. */
  opening: optional(group(openingFields, "此前情况", "What happened before")),
};

type Person = OutputOf<typeof personFields>;

// The year --------------------------------------------------------------------------------------------------------------

/** A person's year so far. */
interface Year {
  readonly person: Person;
  readonly book: Book;
  readonly accidents: Map<string, HarmSoFar>;
  /** What of each stay's costs is still left to the patient. */
  readonly staysLeft: Map<string, Money>;
  /** In-scope costs of the entitled bills, and what the patient bore of them. */
  inScope: Money;
  selfPaidInScope: Money;
}

const ofPerson = ({ person }: Year) => ({ status: person.status, assistedFrom: person.assistedFrom });

/** 三: the period of protection, if a day lies in it. */
function periodIn(on: Day | undefined, { terms }: Case): { readonly from: Day; readonly to: Day } | undefined {
  const [from, to] = [terms.period.from.value, terms.period.to.value];
  return on !== undefined && from <= on && on <= to ? { from, to } : undefined;
}

/** 三(一)第3段: the accounts of the two yearly limits. */
function medicalLimits(window: { readonly from: Day; readonly to: Day }, book: Book, { terms }: Pick<Case, "terms">) {
  const cover = "medicalSupplement";
  return {
    assistance: book.account({
      cover,
      term: "medicalAssistance",
      limit: terms.medicalAssistance.annualLimit,
      ...window,
    }),
    supplement: book.account({
      cover,
      term: "medicalSupplement",
      limit: terms.medicalSupplement.annualLimit,
      ...window,
    }),
  };
}

/** 三(二)第1段: the accounts of the two limits for an accident within the period. */
function accidentLimits(on: Day, called: string | undefined, book: Book, context: Case) {
  const { accident, period } = context.terms;
  const window =
    context.reading("accidentLimits") === "perPeriod"
      ? { from: period.from.value, to: period.to.value }
      : { from: on, to: on, name: called };
  return {
    disability: book.account({ cover: "accident", term: "disability", limit: accident.disability, ...window }),
    medical: book.account({ cover: "accident", term: "medical", limit: accident.medicalLimit, ...window }),
  };
}

/** Who bears what of a bill, as it was assessed. */
const waterfallOf = ({ benefit }: Assessment): Waterfall | undefined =>
  benefit !== null && "waterfall" in benefit ? (benefit.waterfall as Waterfall) : undefined;

// The covers ------------------------------------------------------------------------------------------------------------

/** The stay's name: rows that name the same stay are one cost. */
const stay = fact(name("住院名称", "Name of the stay"));

const byCover = {
  medicalSupplement: coverLedger({
    facts: { ...without(covers.medicalSupplement.facts, "status", "assistedFrom"), stay },
    loss: without(
      bill,
      "setting",
      "place",
      "designatedInstitution",
      "referral",
      "assistancePaidBefore",
      "supplementPaidBefore",
      "inScopeBefore",
      "selfPaidInScopeBefore",
    ),
    replay({ on, facts: { stay: called, ...facts }, loss }, year: Year, context) {
      const known = { ...facts, ...ofPerson(year) };
      const period = periodIn(on, context);
      if (period === undefined) return { facts: known, loss };
      const { assistance, supplement } = medicalLimits(period, year.book, context);
      const { inScope, selfPaidInScope } = year;
      const overYear = !inScope.isZero() && context.reading("ninetyPercentSpan") === "perYear";
      return {
        facts: known,
        loss: {
          ...loss,
          assistancePaidBefore: assistance.used,
          supplementPaidBefore: supplement.used,
          ...(overYear && { inScopeBefore: inScope, selfPaidInScopeBefore: selfPaidInScope }),
        },
        draws: [assistance, supplement],
        shares: called === undefined ? [] : [called],
        enter(payable, assessment) {
          supplement.used = supplement.used.plus(payable);
          year.inScope = year.inScope.plus(loss.inScopeExpenses ?? Money.zero);
          year.selfPaidInScope = year.selfPaidInScope.plus(waterfallOf(assessment)?.selfPaidInScope ?? Money.zero);
          return payable;
        },
        settle(assessment) {
          const shares = waterfallOf(assessment);
          if (shares === undefined) return;
          const { medicalAssistance, selfPaidTotal } = shares;
          assistance.used = assistance.used.plus(medicalAssistance);
          assistance.touched ||= !medicalAssistance.isZero();
          if (called === undefined) return;
          // What is not covered is left to the patient too.
          const uncovered = assessment.payable?.isZero() === false ? Money.zero : shares.supplement;
          const left = year.staysLeft.get(called) ?? Money.zero;
          year.staysLeft.set(called, left.plus(selfPaidTotal).plus(uncovered));
        },
      };
    },
  }),

  accident: coverLedger({
    facts: {
      ...without(covers.accident.facts, "status", "assistedFrom"),
      /** The accident's name: rows of the same name are one accident, rows without a name are the accident of their day. */
      accident: fact(name("事故名称", "Name of the accident")),
      stay,
    },
    loss: without(accidentFields, "medicalPaidBefore", "disabilityPaidBefore", "disabilityPaidToDate", "stayCostsLeft"),
    statesDeath: ({ loss }) => loss.death === true,
    replay({ on, facts: { accident: called, stay: stayed, ...facts }, loss }, year: Year, context) {
      const known = { ...facts, ...ofPerson(year) };
      if (on === undefined || periodIn(on, context) === undefined) return { facts: known, loss };
      const { book, accidents, staysLeft } = year;
      const limits = accidentLimits(on, called, book, context);
      const left = stayed === undefined ? undefined : staysLeft.get(stayed);
      const stated = { ...loss, ...(left !== undefined && { stayCostsLeft: left }) };
      const replayed = replayAccident(
        stated,
        loss.medicalExpenses,
        { accidents, which: accidentOf(on, called), ...limits },
        () => context.reading("deathAfterDisability"),
      );
      return {
        ...replayed,
        facts: known,
        shares: stayed === undefined || loss.medicalExpenses === undefined ? [] : [stayed],
        enter(payable, assessment) {
          const paid = assessment.benefit?.parts.medical ?? Money.zero;
          if (stayed !== undefined && left !== undefined) staysLeft.set(stayed, left.minus(paid).atLeastZero());
          return replayed.enter?.(payable, assessment) ?? payable;
        },
      };
    },
  }),
};

/** 台账中医疗商业补充保险的一笔。A row under the medical supplement: one bill. */
export interface MedicalSupplementRow extends RowOf<typeof byCover.medicalSupplement, "medicalSupplement", Dates> {}
/** 台账中意外伤害保险的一笔。A row under the accident cover. */
export interface AccidentRow extends RowOf<typeof byCover.accident, "accident", Dates> {}

/** 台账中的一笔理赔。A claim of a person's year. */
export type LuozhuangRow = MedicalSupplementRow | AccidentRow;

/** 个人年度台账的输入。A person, and the claims of the period. */
export interface PersonInput extends InputOf<typeof personFields> {
  /** The person's id. */
  person: string;
  /** The claims of the period, in any order. */
  claims: readonly LuozhuangRow[];
}

/** 个人年度台账。A person's year. */
export type LuozhuangLedger = Ledger<LuozhuangAssessment>;

/**
 * 个人年度台账（三、六(四)）：一人的全部理赔按先后逐笔核定，医疗救助和补充保险的年度封顶线逐笔累计。
 * A person's year (三, 六(四)): every claim assessed in the order of its event; what medical assistance, the supplement and the accident
 * cover gave before is derived. A late bill, a correction or a withdrawal is just another replay.
 *
 * @param input - The person with status; the claims, each bill as in `medicalSupplementBenefit` without its `…Before`, and what was really
 * paid for it; `opening` for what happened in the period before them. Rows that name the same `stay` are one cost (reading `sameCosts`):
 * on a day the medical supplement is replayed first.
 * @returns A Ledger: each claim's assessment with its `waterfall`, what it adds (`entitled`: the supplement, or what the accident gives),
 * what is `due` and what was `overpaid`; each limit with what is left. Medical assistance counts for every bill, entitled or not.
 * @throws PolicyInputError listing every problem with its path, such as an id twice, or what the ledger derives.
 * @example
 * ```ts
 * const facts = { setting: "inpatient", place: "district", designatedInstitution: true } as const;
 * const loss = { totalExpenses: "20000", inScopeExpenses: "20000", basicPaid: "8000" };
 * const { entries, accounts } = assessPerson({
 *   person: "P1",
 *   status: "liftedFromPovertyWithBenefits",
 *   claims: [
 *     { id: "b1", cover: "medicalSupplement", facts: { ...facts, occurredOn: "2020-02-01" }, loss, paid: "1240" },
 *     { id: "b2", cover: "medicalSupplement", facts: { ...facts, occurredOn: "2020-03-01" }, loss },
 *   ],
 * });
 * entries.map(({ id, entitled, due }) => [id, String(entitled), String(due)]);
 * // [["b1", "1240.00", "0.00"], ["b2", "7360.00", "7360.00"]]
 * accounts.map(({ term, left }) => [term, String(left)]);
 * // [["medicalAssistance", "0.00"], ["medicalSupplement", "441400.00"]]
 * ```
 * @function
 */
export const assessPerson: Rule<PersonInput, LuozhuangLedger, LuozhuangPolicy> = ledgerRule<
  Person,
  Year,
  PersonInput,
  LuozhuangAssessment
>({
  clause: "三",
  covers,
  assess: assessClaim,
  person: personFields,
  byCover,
  first: ["medicalSupplement"],
  happenings({ on, facts }, cover) {
    const { accident, stay: stayed } = facts;
    return [
      ...(cover === "accident" && on !== undefined ? [accidentOf(on, accident)] : []),
      ...(stayed === undefined ? [] : [JSON.stringify({ stayed })]),
    ];
  },
  stands: { status: "status", assistedFrom: "assistedFrom" },
  check({ opening }, report) {
    // What is bad of a group is not there.
    const { inScope, selfPaidInScope }: Partial<NonNullable<typeof opening>> = opening ?? {};
    if (inScope === undefined || selfPaidInScope === undefined || selfPaidInScope.compare(inScope) <= 0) return;
    report(
      ["opening", "selfPaidInScope"],
      "CONFLICT",
      `大于符合条件的政策范围内费用（${inScope}）`,
      `above the in-scope costs of entitled bills (${inScope})`,
    );
  },
  begin(person, book, _first, { terms }) {
    const { opening } = person;
    if (opening !== undefined) {
      const window = { from: terms.period.from.value, to: terms.period.to.value };
      const { assistance, supplement } = medicalLimits(window, book, { terms });
      opened(assistance, opening.medicalAssistance);
      opened(supplement, opening.medicalSupplement);
    }
    return {
      person,
      book,
      accidents: new Map(),
      staysLeft: new Map(),
      inScope: opening?.inScope ?? Money.zero,
      selfPaidInScope: opening?.selfPaidInScope ?? Money.zero,
    };
  },
});
