import type { Day } from "../core/day.js";
import {
  calendarYear,
  day,
  fact,
  flag,
  group,
  list,
  money,
  name,
  oneOf,
  optional,
  orZero,
  without,
  type InputOf,
  type OutputOf,
} from "../core/fields.js";
import type { claimDateFields } from "../core/insurance-law.js";
import { accidentOf, replayAccident, type HarmSoFar } from "../core/harm-ledger.js";
import { opened, type AnyContext, type Book, type Ledger, type RowOf, type RunningAccount } from "../core/ledger.js";
import { Money } from "../core/money.js";
import type { Rule } from "../core/rule.js";
import { accidentFields, educationGrantFields, inPeriod } from "./benefits.js";
import { assessClaim, type ChongqingAssessment } from "./claim.js";
import { covers } from "./eligibility.js";
import { periodAt, type Period } from "./periods.js";
import { accidentDisabilityLimit, levels, type ChongqingPolicy } from "./policy.js";
import { ledgers } from "./programme.js";

const { coverLedger, ledgerRule } = ledgers();

type Case = AnyContext<ChongqingPolicy>;

// The person ------------------------------------------------------------------------------------------------------------

const enrolmentFields = {
  /** The first day of the enrolment. */
  from: day("参保生效日", "First day of the enrolment"),
  /** The last day, included; absent while nothing ended it. */
  to: optional(day("参保终止日", "Last day of the enrolment")),
};

const grantFields = {
  /** The level of the grant. */
  level: oneOf(levels, "录取层次", "Level of admission"),
  /** The year of entry. */
  year: calendarYear("入学年份", "Year of entry"),
};

/** What of the year happened before the claims that are given. */
const openingFields = {
  /** 三(二): out-of-catalogue costs that count, and what they gave (yuan). */
  majorIllness: optional(
    group(
      {
        outOfCatalogue: orZero(money("医保目录外自费费用", "Out-of-catalogue costs")),
        entitled: orZero(money("应得补偿", "What they gave")),
      },
      "大病补充",
      "Major-illness supplement",
    ),
  ),
  /** 三(一): what accidents used of the two limits (yuan). */
  accident: optional(
    group(
      {
        disability: orZero(money("意外伤残", "Accidental disability")),
        medical: orZero(money("意外医疗", "Accident care")),
      },
      "小额意外",
      "Accident",
    ),
  ),
  /** 三(五): the grants so far. */
  grants: optional(list(group(grantFields, "升学补助金", "Education grant"), "已领取的升学补助金", "Grants so far")),
  /** 三(四): whether the student cover paid. */
  compensated: optional(flag("是否领取过学生重大疾病补偿", "Whether the student cover paid before")),
};

const personFields = {
  /** The person's enrolments; each period has its own. */
  enrolments: list(group(enrolmentFields, "参保", "Enrolment"), "历次参保", "Enrolments"),
  /** The day of birth. */
  birthDate: optional(day("出生日期", "Day of birth")),
  /** What happened before the claims that are given, in the year of the first of them. */
  opening: optional(group(openingFields, "此前情况", "What happened before")),
};

type Person = OutputOf<typeof personFields>;

/** The enrolment that covers a day, as the facts of a claim; the latest, where several do. */
function insuredOn(enrolments: Person["enrolments"], on: Day | undefined) {
  if (on === undefined) return enrolments.length === 0 ? { enrolled: false } : {};
  const [latest] = enrolments
    .filter(({ from, to }) => from <= on && (to === undefined || on <= to))
    .map(({ from }) => from)
    .sort()
    .reverse();
  return latest === undefined ? { enrolled: false } : { enrolledFrom: latest };
}

// The year --------------------------------------------------------------------------------------------------------------

/** A person's year so far. */
interface Year {
  readonly person: Person;
  readonly book: Book;
  /** The costs of each year of 三(二) that count. */
  readonly costs: Map<RunningAccount, Money>;
  readonly accidents: Map<string, HarmSoFar>;
  readonly grants: { readonly level: unknown; readonly year: string }[];
  /** Whether the student cover paid, and the listed diseases that were diagnosed. */
  compensated: boolean;
  readonly diagnosed: Set<unknown>;
}

const yearIn = (on: Day): string => on.slice(0, "YYYY".length);

/** 二: the period of a day, by what the programme's terms say. */
const periodIn = (on: Day | undefined, { terms }: Case): Period | undefined =>
  on === undefined ? undefined : periodAt(on, terms);

/** 三(二): the year of a day, over which costs add up and the limit holds; a calendar year ends with the programme. */
function yearAround(on: Day, period: Period, { terms, reading }: Case): Pick<Period, "from" | "to"> {
  if (reading("yearOfAccumulation") === "period") return period;
  const [start, end] = [`${yearIn(on)}-01-01`, `${yearIn(on)}-12-31`];
  const [first, last] = [terms.first.from.value, terms.second.to.value];
  return { from: start < first ? first : start, to: end > last ? last : end };
}

/** 三(二)3: the account of the annual limit around a day within the programme. */
function annualLimit(on: Day | undefined, book: Book, context: Case): RunningAccount | undefined {
  const period = periodIn(on, context);
  if (on === undefined || period === undefined) return undefined;
  const limit = inPeriod(context.terms.majorIllness.annualLimit, period.period, context, context.statement());
  return book.account({ cover: "majorIllness", term: "annualLimit", limit, ...yearAround(on, period, context) });
}

/** 三(一): the accounts of the two limits for an accident within the programme. */
function accidentLimits(on: Day | undefined, name: string | undefined, book: Book, context: Case) {
  const period = periodIn(on, context);
  if (on === undefined || period === undefined) return undefined;
  const { accident } = context.terms;
  const window =
    context.reading("accidentLimits") === "perPeriod"
      ? { from: period.from, to: period.to }
      : { from: on, to: on, name };
  const insured = inPeriod(accident.disability, period.period, context, context.statement());
  const medical = inPeriod(accident.medicalLimit, period.period, context, context.statement());
  const limit = { ...insured, label: accidentDisabilityLimit };
  return {
    disability: book.account({ cover: "accident", term: "disability", limit, ...window }),
    medical: book.account({ cover: "accident", term: "medicalLimit", limit: medical, ...window }),
  };
}

// The covers ------------------------------------------------------------------------------------------------------------

/** The account of the year's grants, or of one admission, that is paid once. */
const onceOf = (level: unknown, year: string, { reading }: Case): string =>
  reading("grantOnce") === "perPerson" ? "grant" : JSON.stringify(["grant", year, level]);

const byCover = {
  accident: coverLedger({
    facts: {
      ...without(covers.accident.facts, "enrolledFrom", "enrolled"),
      /** The accident's name: rows of the same name are one accident, rows without a name are the accident of their day. */
      accident: fact(name("事故名称", "Name of the accident")),
    },
    loss: without(accidentFields, "medicalPaidBefore", "disabilityPaidBefore", "disabilityPaidToDate", "period"),
    statesDeath: ({ loss }) => loss.death === true,
    replay({ on, facts: { accident, ...facts }, loss }, { person, book, accidents }: Year, context) {
      const known = { ...facts, ...insuredOn(person.enrolments, on) };
      const limits = accidentLimits(on, accident, book, context);
      if (on === undefined || limits === undefined) return { facts: known, loss };
      const year = { accidents, which: accidentOf(on, accident), ...limits };
      return {
        facts: known,
        ...replayAccident(loss, loss.medicalSelfPaid, year, () => context.reading("deathAfterDisability")),
      };
    },
  }),

  majorIllness: coverLedger({
    facts: without(covers.majorIllness.facts, "enrolledFrom", "enrolled"),
    loss: {
      /** 医保目录外自费费用: of this bill alone (yuan). */
      outOfCatalogue: money("本次医保目录外自费费用", "This bill's out-of-catalogue costs"),
    },
    replay({ on, facts, loss: { outOfCatalogue } }, { person, book, costs }: Year, context) {
      const known = { ...facts, ...insuredOn(person.enrolments, on) };
      const limit = annualLimit(on, book, context);
      if (outOfCatalogue === undefined) return { facts: known, loss: {}, draws: limit === undefined ? [] : [limit] };
      if (limit === undefined) return { facts: known, loss: { outOfCatalogueToDate: outOfCatalogue } };
      const toDate = (costs.get(limit) ?? Money.zero).plus(outOfCatalogue);
      return {
        facts: known,
        loss: { outOfCatalogueToDate: toDate, paidToDate: limit.used },
        draws: [limit],
        enter(payable) {
          costs.set(limit, toDate);
          limit.used = limit.used.plus(payable);
          return payable;
        },
      };
    },
  }),

  illnessDeath: coverLedger({
    facts: without(covers.illnessDeath.facts, "enrolledFrom", "enrolled"),
    loss: {},
    statesDeath: () => true,
    replay: ({ on, facts, loss }, { person }: Year) => ({
      facts: { ...facts, ...insuredOn(person.enrolments, on) },
      loss,
    }),
  }),

  studentCriticalIllness: coverLedger({
    facts: without(
      covers.studentCriticalIllness.facts,
      "enrolledFrom",
      "enrolled",
      "birthDate",
      "compensatedBefore",
      "listedDiseaseBefore",
    ),
    loss: {},
    replay({ on, facts, loss }, year: Year, { terms }) {
      const { person, compensated, diagnosed } = year;
      const { disease } = facts;
      const listed = disease !== undefined && terms.studentCriticalIllness.diseases.value.includes(disease);
      const others = [...diagnosed].filter((each) => each !== disease);
      return {
        facts: {
          ...facts,
          ...insuredOn(person.enrolments, on),
          birthDate: person.birthDate,
          compensatedBefore: compensated,
          listedDiseaseBefore: others.length > 0,
        },
        loss,
        shares: ["studentCriticalIllness"],
        enter(payable) {
          year.compensated = true;
          return payable;
        },
        settle() {
          if (listed) diagnosed.add(disease);
        },
      };
    },
  }),

  educationGrant: coverLedger({
    facts: without(covers.educationGrant.facts, "enrolledFrom", "enrolled", "earlierGrant"),
    loss: educationGrantFields,
    replay({ on, facts, loss }, { person, grants }: Year, context) {
      const known = { ...facts, ...insuredOn(person.enrolments, on) };
      const { level } = loss;
      const year = facts.occurredOn === undefined ? undefined : yearIn(facts.occurredOn);
      if (year === undefined) return { facts: known, loss };
      const same = grants.some((grant) => grant.level === level && grant.year === year);
      const earlierGrant = same ? "forThisAdmission" : grants.length > 0 ? "forAnotherAdmission" : "none";
      return {
        facts: { ...known, earlierGrant },
        loss,
        shares: (level === undefined ? Object.keys(levels) : [level]).map((each) => onceOf(each, year, context)),
        enter(payable) {
          grants.push({ level, year });
          return payable;
        },
      };
    },
  }),
};

type Dates = typeof claimDateFields;

/** 台账中小额意外的一笔。A row under the accident cover. */
export interface AccidentRow extends RowOf<typeof byCover.accident, "accident", Dates> {}
/** 台账中大病补充的一笔。A row under the major-illness supplement. */
export interface MajorIllnessRow extends RowOf<typeof byCover.majorIllness, "majorIllness", Dates> {}
/** 台账中疾病身故的一笔。A row under the cover for death by illness. */
export interface IllnessDeathRow extends RowOf<typeof byCover.illnessDeath, "illnessDeath", Dates> {}
/** 台账中学生重大疾病的一笔。A row under the student critical-illness cover. */
export interface StudentCriticalIllnessRow extends RowOf<
  typeof byCover.studentCriticalIllness,
  "studentCriticalIllness",
  Dates
> {}
/** 台账中困难人群升学补助金的一笔。A row under the education grant. */
export interface EducationGrantRow extends RowOf<typeof byCover.educationGrant, "educationGrant", Dates> {}

/** 台账中的一笔理赔。A claim of a person's year. */
export type ChongqingRow =
  AccidentRow | MajorIllnessRow | IllnessDeathRow | StudentCriticalIllnessRow | EducationGrantRow;

/** 个人年度台账的输入。A person, their enrolments, and the claims of the year. */
export interface PersonInput extends InputOf<typeof personFields> {
  /** The person's id. */
  person: string;
  /** The claims of the year, in any order. */
  claims: readonly ChongqingRow[];
}

/** 个人年度台账。A person's year. */
export type ChongqingLedger = Ledger<ChongqingAssessment>;

/**
 * 个人年度台账（三）：一人的全部理赔按事件先后逐笔核定，累计、限额和此前已得由台账推算。
 * A person's year (三): every claim assessed in the order of its event; what adds up over the year, the limits, and what came before are
 * derived. A late bill, a correction or a withdrawal is just another replay.
 *
 * @param input - The person with their enrolments and, for the student cover, day of birth; the claims, each with this bill's own amounts
 * and what was really paid for it; `opening` for what happened before them, counted in the year of the first claim.
 * @returns A Ledger: each claim's assessment with what it adds (`entitled`), what is `due` and what was `overpaid`; each limit with what
 * is left (readings `accidentLimits`, `yearOfAccumulation`). Nothing is set off silently.
 * @throws PolicyInputError listing every problem with its path, such as an id twice, or what the ledger derives.
 * @example
 * ```ts
 * const bill = { inpatient: true, causedByIllness: true, settledOneStop: true };
 * const { entries, accounts, due } = assessPerson({
 *   person: "P1",
 *   enrolments: [{ from: "2020-11-01" }],
 *   claims: [
 *     { id: "b1", cover: "majorIllness", facts: { ...bill, occurredOn: "2021-03-02" }, loss: { outOfCatalogue: "58000" }, paid: "16250" },
 *     { id: "b2", cover: "majorIllness", facts: { ...bill, occurredOn: "2021-02-01" }, loss: { outOfCatalogue: "20000" } },
 *   ],
 * });
 * entries.map(({ id, entitled, due: open }) => [id, String(entitled), String(open)]);
 * // [["b2", "4600.00", "4600.00"], ["b1", "18650.00", "2400.00"]]
 * due.toString(); // "7000.00"
 * accounts.map(({ term, left }) => [term, String(left)]); // [["annualLimit", "126750.00"]]
 * ```
 * @function
 */
export const assessPerson: Rule<PersonInput, ChongqingLedger, ChongqingPolicy> = ledgerRule<
  Person,
  Year,
  PersonInput,
  ChongqingAssessment
>({
  clause: "三",
  covers,
  assess: assessClaim,
  person: personFields,
  byCover,
  happenings: ({ on, facts }, cover) =>
    cover === "accident" && on !== undefined ? [accidentOf(on, facts["accident"])] : [],
  stands: { enrolledFrom: "enrolments", enrolled: "enrolments", birthDate: "birthDate" },
  check({ enrolments = [] }, report) {
    enrolments.forEach(({ from, to }, index) => {
      if (to !== undefined && to < from) {
        report(
          ["enrolments", index, "to"],
          "CONFLICT",
          `早于参保生效日（${from}）`,
          `lies before the first day (${from})`,
        );
      }
    });
  },
  begin(person, book, first, context) {
    const { opening = {} } = person;
    const { majorIllness, accident, grants = [], compensated = false } = opening;
    const on = first ?? person.enrolments.map(({ from }) => from).sort()[0];
    const costs = new Map<RunningAccount, Money>();
    const limit = majorIllness && annualLimit(on, book, context);
    if (majorIllness !== undefined && limit !== undefined) {
      costs.set(limit, majorIllness.outOfCatalogue);
      opened(limit, majorIllness.entitled);
    }
    // What other accidents used is of this limit only where the limit is the period's.
    if (accident !== undefined && context.reading("accidentLimits") === "perPeriod") {
      const limits = accidentLimits(on, undefined, book, context);
      if (limits !== undefined) {
        opened(limits.disability, accident.disability);
        opened(limits.medical, accident.medical);
      }
    }
    return {
      person,
      book,
      costs,
      accidents: new Map(),
      grants: grants.map(({ level, year }) => ({ level, year: String(year) })),
      compensated,
      diagnosed: new Set(),
    };
  },
});
