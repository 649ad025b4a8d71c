import { contractFields } from "../core/claim.js";
import { addDays, addYears } from "../core/day.js";
import {
  day,
  fact,
  group,
  money,
  name,
  optional,
  orZero,
  without,
  type InputOf,
  type OutputOf,
} from "../core/fields.js";
import type { Fields } from "../core/input.js";
import {
  opened,
  type AnyContext,
  type Book,
  type Ledger,
  type Replayed,
  type Row,
  type RowOf,
  type RunningAccount,
} from "../core/ledger.js";
import { Money, sumOf } from "../core/money.js";
import type { Provision } from "../core/policy.js";
import type { Rule } from "../core/rule.js";
import {
  eventOfPerson,
  goodSamaritanFields,
  hardshipIllnessFields,
  naturalDisasterFields,
  trafficAccidentFields,
} from "./benefits.js";
import { assessClaim, type ZhumadianAssessment } from "./claim.js";
import type { dateFields } from "./deadlines.js";
import { covers } from "./eligibility.js";
import { repeatable } from "./event.js";
import type { ZhumadianPolicy } from "./policy.js";
import { ledgers } from "./programme.js";

const { coverLedger, ledgerRule } = ledgers();

type Case = AnyContext<ZhumadianPolicy>;
type CoverName = keyof typeof covers;

// The person ------------------------------------------------------------------------------------------------------------

const { registeredDivision, contractStartsOn, group: hardshipGroup } = covers.hardshipIllness.facts;

/** What of the contract year happened before the claims that are given (yuan). */
const openingFields = {
  /** 三(四): what was paid for the household's property. */
  household: optional(group({ property: orZero(money("已赔付的财产损失", "Property paid")) }, "该户", "The household")),
  /** 三(七): what stays in hospital left over, and what they gave; for `hardshipSpan: perYear`. */
  hardshipIllness: optional(
    group(
      {
        eligibleExpenses: orZero(money("各次住院的剩余费用", "Eligible costs left over")),
        entitled: orZero(money("应得赔付", "What they gave")),
      },
      "特困群众重病医疗",
      "Serious illness in hardship",
    ),
  ),
};

const personFields = {
  /** County or district where the person is registered: GB/T 2260 code, or a zone by name. */
  registeredDivision,
  /** First day of the contract year, unless an agreement has set it. */
  contractStartsOn,
  /** The day of birth. */
  birthDate: fact(day("出生日期", "Day of birth")),
  /** The hardship group; `none` when in none. */
  group: hardshipGroup,
  /** What happened in the contract year before the claims that are given. */
  opening: optional(group(openingFields, "此前情况", "What happened before")),
};

type Person = OutputOf<typeof personFields>;

// The year --------------------------------------------------------------------------------------------------------------

/** What one cover gave for one event so far (yuan). */
interface CoverOfEvent {
  /** For death or disability, and for the act (三(一)). */
  readonly casualty: Money;
  readonly award: Money;
  /** Medical costs that were stated, and what of them it pays by itself, in which account. */
  readonly costs: Money;
  readonly medical: Money;
  readonly medicalAccount?: RunningAccount;
  /** All that it gives by itself. */
  readonly whole: Money;
  /** What it uses of each limit by itself. */
  readonly uses: ReadonlyMap<RunningAccount, Money>;
}

/** What one event gave so far. */
interface Event {
  readonly covers: Map<string, CoverOfEvent>;
  /** What counts of it in each account. */
  counted: ReadonlyMap<RunningAccount, Money>;
}

/** A person's year so far. */
interface Year {
  readonly person: Person;
  readonly book: Book;
  readonly events: Map<string, Event>;
  /** 三(七): what the year's stays left over, and what they gave. */
  eligibleExpenses: Money;
  paidForStays: Money;
}

const noneOfCover: CoverOfEvent = {
  casualty: Money.zero,
  award: Money.zero,
  costs: Money.zero,
  medical: Money.zero,
  whole: Money.zero,
  uses: new Map(),
};

const of = (amounts: ReadonlyMap<RunningAccount, Money>, account: RunningAccount): Money =>
  amounts.get(account) ?? Money.zero;

/** The event of a row: that of its name, or a row without a name by itself. */
function eventOf({ id, facts }: Pick<Row, "id" | "facts">, { events }: Year): Event {
  const key = JSON.stringify(facts["event"] === undefined ? { id } : { event: facts["event"] });
  let event = events.get(key);
  if (event === undefined) events.set(key, (event = { covers: new Map(), counted: new Map() }));
  return event;
}

/** 二(一)1: the contract year of a person. */
function contractYear({ contractStartsOn: stated }: Person, context: Case) {
  const { contractStartsOn: agreed, contractYears } = context.terms.insured;
  const from = stated ?? agreed.value;
  if (from === null) return undefined;
  const end = addYears(from, contractYears.value);
  // Whether its last day counts is asked of an event on it, and not of the window.
  const onIt = context.under(context.settings).reading("contractEnds") === "sameDay";
  const matches = end.endsWith(from.slice("YYYY".length));
  return { from, to: matches && !onIt ? addDays(end, -1) : end };
}

/** 三: the accounts of a cover for an event: the contract year's, or its own. */
function accountsFor(cover: CoverName, row: Row<{ readonly event?: string | undefined }>, year: Year, context: Case) {
  const { on } = row;
  const span = context.reading("limitSpan") === "perYear" ? contractYear(year.person, context) : undefined;
  const perEvent = context.reading("limitSpan") === "perEvent" && on !== undefined;
  const { event } = row.facts;
  const window = perEvent ? { from: on, to: on, ...(event === undefined ? { key: row.id } : { name: event }) } : span;
  return (term: string, limit: Provision<Money>): RunningAccount | undefined =>
    window && year.book.account({ cover, term, limit, ...window });
}

/** What of a cover's loss the ledger knows. */
type Loss = Readonly<
  Partial<Record<"death" | "disabilityGrade" | "medicalExpenses" | "propertyLoss" | "unhurt", unknown>>
>;

interface CoverTerms {
  readonly casualtyLimit: Provision<Money>;
  readonly medicalLimit: Provision<Money>;
  readonly propertyLimit?: Provision<Money>;
}

/** A claim under one of the covers for casualties at its place in the year. */
function replayCasualty(
  cover: CoverName,
  limits: CoverTerms,
  row: Row<{ readonly event?: string | undefined }, Loss>,
  year: Year,
  context: Case,
): Omit<Replayed, "facts"> {
  const { loss } = row;
  const account = accountsFor(cover, row, year, context);
  const [casualty, medical] = [
    account("casualtyLimit", limits.casualtyLimit),
    account("medicalLimit", limits.medicalLimit),
  ];
  const property = limits.propertyLimit && account("propertyLimit", limits.propertyLimit);
  if (casualty === undefined || medical === undefined) return { loss };

  const event = eventOf(row, year);
  const own = event.covers.get(cover) ?? noneOfCover;
  const isAct = cover === "goodSamaritan";
  const awardCounts = isAct && context.reading("goodSamaritanAward") === "withinLimit";
  const harmed = loss.death === true || loss.disabilityGrade !== undefined;
  const nothing = [loss.medicalExpenses, loss.propertyLoss, loss.unhurt].every((each) => each === undefined) && !harmed;
  // What other events used of a limit, and what this cover did for this event.
  const before = (each: RunningAccount) => each.used.minus(of(event.counted, each));
  const elsewhere = before(casualty);
  const unhurt = loss.unhurt === true;

  return {
    loss: {
      ...loss,
      // Beside an act whose hero was not hurt there is no casualty of this act, only of others.
      casualtyPaidBefore: unhurt ? elsewhere.plus(own.casualty) : elsewhere,
      ...(!unhurt && !own.casualty.isZero() && { casualtyPaidToDate: own.casualty }),
      medicalPaidBefore: before(medical).plus(of(own.uses, medical)),
      ...(property && { householdPaidBefore: before(property).plus(of(own.uses, property)) }),
      ...(isAct && { awardPaidToDate: own.award }),
    },
    draws: [
      ...(harmed || awardCounts || nothing ? [casualty] : []),
      ...(loss.medicalExpenses !== undefined || nothing ? [medical] : []),
      ...(property && (loss.propertyLoss !== undefined || nothing) ? [property] : []),
    ],
    enter(payable, { benefit }) {
      const { parts = {} } = benefit ?? {};
      const { death, disability, award = Money.zero, medical: care = Money.zero } = parts;
      const stated = Money.is(loss.medicalExpenses) ? loss.medicalExpenses : Money.zero;
      const costs = own.costs.plus(stated);
      const whole = own.whole.plus(payable);
      const next = {
        costs,
        whole,
        casualty: own.casualty.max(death ?? disability ?? Money.zero),
        award: own.award.max(award),
        medical: own.medical.plus(care),
      };
      const uses = new Map([
        [casualty, awardCounts ? next.casualty.plus(next.award) : next.casualty],
        [medical, next.medical],
      ]);
      if (property !== undefined) uses.set(property, of(own.uses, property).plus(parts.property ?? Money.zero));
      return addTo(event, cover, { ...next, uses, medicalAccount: medical }, context);
    },
  };
}

/** What an event gives under all its covers together, and what of it counts in each account. */
interface Judged {
  readonly total: Money;
  readonly counted: ReadonlyMap<RunningAccount, Money>;
}

/** Every cover is paid by itself. */
const cumulative = (covers: readonly (readonly [string, CoverOfEvent])[]): Judged => ({
  total: sumOf(covers.map(([, { whole }]) => whole)),
  counted: new Map(covers.flatMap(([, { uses }]) => [...uses])),
});

/** Only the cover that pays most is paid; the others use up nothing. */
function highest(covers: readonly (readonly [string, CoverOfEvent])[]): Judged {
  const most = covers.reduce((sum, [, { whole }]) => sum.max(whole), Money.zero);
  return cumulative(covers.filter(([, { whole }]) => whole.equals(most)).slice(0, 1));
}

/** Every cover is paid, but a medical cost once: the covers take it in their order, each up to its own limit. */
function costsOnce(covers: readonly (readonly [string, CoverOfEvent])[]): Judged {
  const sharing = covers.filter(([cover]) => !repeatable.includes(cover));
  let left = sharing.reduce((most, [, { costs }]) => most.max(costs), Money.zero);
  return cumulative(
    covers.map(([cover, each]) => {
      const { medicalAccount: account, medical, whole } = each;
      if (account === undefined) return [cover, each];
      const paid = medical.min(left);
      left = left.minus(paid);
      return [
        cover,
        { ...each, whole: whole.minus(medical).plus(paid), uses: new Map([...each.uses, [account, paid]]) },
      ];
    }),
  );
}

const together = { cumulative, highest, costsOnce };

/** 三: puts what a cover gives for an event so far in place of what it gave before; gives what the event rises by. */
function addTo(event: Event, cover: CoverName, next: CoverOfEvent, { reading }: Case): Money {
  const before = [...event.covers];
  event.covers.set(cover, next);
  const after = [...event.covers];
  // How covers go together is asked once more than one of them pays.
  const several = after.filter(([, { whole }]) => !whole.isZero()).length > 1;
  const judge = together[several ? reading("multipleCovers") : "cumulative"];
  const { total, counted } = judge(after);
  for (const account of new Set([...event.counted.keys(), ...counted.keys()])) {
    account.used = account.used.minus(of(event.counted, account)).plus(of(counted, account));
  }
  event.counted = counted;
  return total.minus(judge(before).total);
}

/** A claim of a cover without limits: what it gives for its event is what it pays. */
function enterPlain(row: Row, cover: CoverName, year: Year, context: Case) {
  return (payable: Money): Money => {
    const event = eventOf(row, year);
    const own = event.covers.get(cover) ?? noneOfCover;
    return addTo(event, cover, { ...own, whole: own.whole.plus(payable) }, context);
  };
}

// The covers ------------------------------------------------------------------------------------------------------------

const event = {
  /** The event's name: rows of the same name are judged together, a row without a name by itself. */
  event: fact(name("事件名称", "Name of the event")),
};

const ofPerson = ({ person: { opening: _, ...facts } }: Year) => facts;

/** The facts of a row: what holds for the person is stated once. */
const ofRow = <F extends Fields>(facts: F) => ({
  ...without(facts, "registeredDivision", "contractStartsOn", "group", "birthDate"),
  ...event,
});

/** What an event may share with rows of other covers: they are judged together. */
const sharesOf = ({ facts }: Pick<Row, "facts">): readonly string[] =>
  facts["event"] === undefined ? [] : [JSON.stringify({ event: facts["event"] })];

const derived = ["casualtyPaidBefore", "casualtyPaidToDate", "medicalPaidBefore"] as const;

const byCover = {
  goodSamaritan: coverLedger({
    facts: ofRow(covers.goodSamaritan.facts),
    loss: without(goodSamaritanFields, ...derived, "awardPaidBefore", "awardPaidToDate"),
    statesDeath: ({ loss }) => loss.death === true,
    replay(row, year: Year, context) {
      const { event: _, ...facts } = row.facts;
      return {
        shares: sharesOf(row),
        ...replayCasualty("goodSamaritan", context.terms.goodSamaritan, row, year, context),
        facts: { ...facts, ...ofPerson(year) },
      };
    },
  }),

  massAccident: coverLedger({
    facts: ofRow(covers.massAccident.facts),
    loss: without(eventOfPerson, ...derived),
    statesDeath: ({ loss }) => loss.death === true,
    replay(row, year: Year, context) {
      const { event: _, ...facts } = row.facts;
      return {
        shares: sharesOf(row),
        ...replayCasualty("massAccident", context.terms.massAccident, row, year, context),
        facts: { ...facts, ...ofPerson(year) },
      };
    },
  }),

  minorDrowning: coverLedger({
    facts: ofRow(covers.minorDrowning.facts),
    loss: {},
    statesDeath: () => true,
    replay(row, year: Year, context) {
      const { event: _, ...facts } = row.facts;
      return {
        shares: sharesOf(row),
        loss: row.loss,
        facts: { ...facts, ...ofPerson(year) },
        enter: enterPlain(row, "minorDrowning", year, context),
      };
    },
  }),

  naturalDisaster: coverLedger({
    facts: ofRow(covers.naturalDisaster.facts),
    loss: without(naturalDisasterFields, ...derived, "householdPaidBefore", "householdCasualty"),
    statesDeath: ({ loss }) => loss.death === true,
    replay(row, year: Year, context) {
      const { event: _, ...facts } = row.facts;
      return {
        shares: sharesOf(row),
        ...replayCasualty("naturalDisaster", context.terms.naturalDisaster, row, year, context),
        facts: { ...facts, ...ofPerson(year) },
      };
    },
  }),

  trafficAccident: coverLedger({
    facts: ofRow(covers.trafficAccident.facts),
    loss: without(trafficAccidentFields, ...derived),
    statesDeath: ({ facts, loss }) => loss.death === true || facts.injury === "death",
    replay(row, year: Year, context) {
      const { event: _, ...facts } = row.facts;
      return {
        shares: sharesOf(row),
        ...replayCasualty("trafficAccident", context.terms.trafficAccident, row, year, context),
        facts: { ...facts, ...ofPerson(year) },
      };
    },
  }),

  rescuer: coverLedger({
    facts: ofRow(covers.rescuer.facts),
    loss: without(eventOfPerson, ...derived),
    statesDeath: ({ loss }) => loss.death === true,
    replay(row, year: Year, context) {
      const { event: _, ...facts } = row.facts;
      return {
        shares: sharesOf(row),
        ...replayCasualty("rescuer", context.terms.rescuer, row, year, context),
        facts: { ...facts, ...ofPerson(year) },
      };
    },
  }),

  hardshipIllness: coverLedger({
    facts: ofRow(covers.hardshipIllness.facts),
    loss: without(hardshipIllnessFields, "eligibleExpensesBefore", "paidToDate"),
    replay(row, year: Year, context) {
      const { event: _, ...facts } = row.facts;
      const { eligibleExpenses } = row.loss;
      const perYear = context.reading("hardshipSpan") === "perYear";
      const enter = enterPlain(row, "hardshipIllness", year, context);
      return {
        shares: [...sharesOf(row), ...(perYear ? ["hardshipIllness"] : [])],
        loss: {
          ...row.loss,
          ...(perYear && { eligibleExpensesBefore: year.eligibleExpenses, paidToDate: year.paidForStays }),
        },
        facts: { ...facts, ...ofPerson(year) },
        enter(payable) {
          year.eligibleExpenses = year.eligibleExpenses.plus(eligibleExpenses ?? Money.zero);
          year.paidForStays = year.paidForStays.plus(payable);
          return enter(payable);
        },
      };
    },
  }),

  otherRecognised: coverLedger({
    facts: ofRow(covers.otherRecognised.facts),
    loss: contractFields,
    replay(row, year: Year, context) {
      const { event: _, ...facts } = row.facts;
      return {
        shares: sharesOf(row),
        loss: row.loss,
        facts: { ...facts, ...ofPerson(year) },
        enter: enterPlain(row, "otherRecognised", year, context),
      };
    },
  }),
};

type Dates = typeof dateFields;

/** 台账中见义勇为的一笔。A row under the cover for good Samaritans. */
export interface GoodSamaritanRow extends RowOf<typeof byCover.goodSamaritan, "goodSamaritan", Dates> {}
/** 台账中群体性意外事故的一笔。A row under the cover for mass accidents. */
export interface MassAccidentRow extends RowOf<typeof byCover.massAccident, "massAccident", Dates> {}
/** 台账中未成年人溺水死亡的一笔。A row under the cover for the drowning of a minor. */
export interface MinorDrowningRow extends RowOf<typeof byCover.minorDrowning, "minorDrowning", Dates> {}
/** 台账中自然灾害的一笔。A row under the cover for natural disasters. */
export interface NaturalDisasterRow extends RowOf<typeof byCover.naturalDisaster, "naturalDisaster", Dates> {}
/** 台账中交通事故的一笔。A row under the cover for traffic accidents. */
export interface TrafficAccidentRow extends RowOf<typeof byCover.trafficAccident, "trafficAccident", Dates> {}
/** 台账中救助人员意外事故的一笔。A row under the cover for rescuers. */
export interface RescuerRow extends RowOf<typeof byCover.rescuer, "rescuer", Dates> {}
/** 台账中特困群众重病医疗的一笔。A row under the cover for serious illness in hardship. */
export interface HardshipIllnessRow extends RowOf<typeof byCover.hardshipIllness, "hardshipIllness", Dates> {}
/** 台账中其他经认定事项的一笔。A row under the cover for other recognised cases. */
export interface OtherRecognisedRow extends RowOf<typeof byCover.otherRecognised, "otherRecognised", Dates> {}

/** 台账中的一笔理赔。A claim of a person's year. */
export type ZhumadianRow =
  | GoodSamaritanRow
  | MassAccidentRow
  | MinorDrowningRow
  | NaturalDisasterRow
  | TrafficAccidentRow
  | RescuerRow
  | HardshipIllnessRow
  | OtherRecognisedRow;

/** 个人年度台账的输入。A person, and the claims of the contract year. */
export interface PersonInput extends InputOf<typeof personFields> {
  /** The person's id. */
  person: string;
  /** The claims of the contract year, in any order. */
  claims: readonly ZhumadianRow[];
}

/** 个人年度台账。A person's year. */
export type ZhumadianLedger = Ledger<ZhumadianAssessment>;

/**
 * 个人年度台账（三）：一人的全部理赔按先后逐笔核定，同一事件的各类一并判断，每人、每户的限额逐笔累计。
 * A person's year (三): every claim assessed in the order of its event; rows that name the same `event` are judged together, and what
 * was paid before, for this event or others, is derived. A late bill, a correction or a withdrawal is just another replay.
 *
 * @param input - The person with division, contract year and, where a cover asks them, day of birth and hardship group; the claims, each
 * with this bill's own amounts and what was really paid for it; `opening` for what happened in the contract year before them.
 * @returns A Ledger: each claim's assessment with what it adds (`entitled`, after the reading `multipleCovers`), what is `due` and what
 * was `overpaid`; each limit with what is left (reading `limitSpan`).
 * @throws PolicyInputError listing every problem with its path, such as an id twice, or what the ledger derives.
 * @example
 * ```ts
 * const { entries, accounts } = assessPerson({
 *   person: "P1",
 *   registeredDivision: "411721",
 *   contractStartsOn: "2019-06-15",
 *   claims: [
 *     {
 *       id: "a1", cover: "naturalDisaster", facts: { occurredOn: "2019-12-01", peril: "flood", event: "洪水" },
 *       loss: { medicalExpenses: "800", propertyLoss: "3000" },
 *     },
 *     {
 *       id: "b1", cover: "rescuer", facts: { occurredOn: "2019-12-01", rescuingOnScene: true, event: "洪水" },
 *       loss: { medicalExpenses: "800" },
 *     },
 *   ],
 * });
 * // The medical costs are paid once.
 * entries.map(({ id, entitled }) => [id, String(entitled)]); // [["a1", "2800.00"], ["b1", "0.00"]]
 * accounts.map(({ cover, term, left }) => [cover, term, String(left)]);
 * // [["naturalDisaster", "medicalLimit", "4200.00"], ["naturalDisaster", "propertyLimit", "0.00"], ["rescuer", "medicalLimit", "5000.00"]]
 * ```
 * @function
 */
export const assessPerson: Rule<PersonInput, ZhumadianLedger, ZhumadianPolicy> = ledgerRule<
  Person,
  Year,
  PersonInput,
  ZhumadianAssessment
>({
  clause: "三",
  covers,
  assess: assessClaim,
  person: personFields,
  byCover,
  happenings: sharesOf,
  stands: {
    registeredDivision: "registeredDivision",
    contractStartsOn: "contractStartsOn",
    birthDate: "birthDate",
    group: "group",
  },
  begin(person, book, _first, context) {
    const { household, hardshipIllness } = person.opening ?? {};
    // What another of the household was paid for another event is of this limit only where the limit is the year's.
    if (household !== undefined && context.reading("limitSpan") === "perYear") {
      const window = contractYear(person, context);
      const limit = context.terms.naturalDisaster.propertyLimit;
      if (window !== undefined) {
        opened(book.account({ cover: "naturalDisaster", term: "propertyLimit", limit, ...window }), household.property);
      }
    }
    return {
      person,
      book,
      events: new Map(),
      eligibleExpenses: hardshipIllness?.eligibleExpenses ?? Money.zero,
      paidForStays: hardshipIllness?.entitled ?? Money.zero,
    };
  },
});
