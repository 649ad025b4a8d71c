import type { AnyRequirements, Assessment } from "./claim.js";
import type { Day } from "./day.js";
import type { Check, Facts } from "./eligibility.js";
import {
  day,
  flag,
  group,
  list,
  money,
  name,
  optional,
  orZero,
  shaped,
  withDefault,
  type Flat,
  type InputOf,
  type OutputOf,
} from "./fields.js";
import type { Field, Fields, Shape as InputShape } from "./input.js";
import { Money, sumOf, type MoneyInput } from "./money.js";
import type { Settings } from "./options.js";
import { clauseAt, type Amended, type AnyPolicy, type Clause, type Provision } from "./policy.js";
import { reportBy, type Report } from "./report.js";
import { ledgerOf } from "./results.js";
import { rulesOf, type Context, type Rule } from "./rule.js";
import { midSentence, type Text } from "./text.js";
import type { Shape } from "./wire.js";

/**
 * 一个限额的账户：限额、已用、剩余。
 * The account of one limit over one window: what it is, what the year's claims used of it, and what is left (yuan).
 */
export interface Account {
  /** The cover whose limit it is. */
  readonly cover: string;
  /** The term that sets the limit. */
  readonly term: string;
  /** What the limit is called. */
  readonly label: Text;
  readonly clause: Clause;
  /** The first and the last day of the window, both included; of one event or accident, its day. */
  readonly from: Day;
  readonly to: Day;
  /** The event or accident that it is of, where it has a name. */
  readonly name?: string;
  readonly limit: Money;
  /** What the claims, and what came before them, used of it. */
  readonly used: Money;
  readonly left: Money;
  /** The limit is not the document's but was amended. */
  readonly amended?: Amended;
}

/**
 * 一笔理赔用去的限额。
 * What one claim used of a limit, and what it left (yuan).
 */
export interface Use {
  /** What the limit is called. */
  readonly label: Text;
  readonly amount: Money;
  readonly left: Money;
}

/**
 * 台账的一笔：核定、应得、已付、应补、多付。
 * One claim of a person's year: how it was assessed, what it adds to what the person is entitled to, and what of that was paid (yuan).
 */
export interface Entry<A extends Assessment = Assessment> {
  readonly id: string;
  /** The day of the event; `null` while it is not known. */
  readonly on: Day | null;
  /** The assessment at its place in the year. */
  readonly assessment: A;
  /** What it adds to what the person is entitled to; `null` while it is open. */
  readonly entitled: Money | null;
  /** What was really paid for it. */
  readonly paid: Money;
  /** What is still to be paid: never below zero, and never set off against another claim. */
  readonly due: Money | null;
  /** What was paid beyond what it gives. */
  readonly overpaid: Money | null;
  /** What it used of which limit. */
  readonly uses: readonly Use[];
  /** A claim before it is open and may change it. */
  readonly provisional?: true;
  /** It was withdrawn: it counts for nothing, and what was paid for it is overpaid. */
  readonly withdrawn?: true;
}

/**
 * 个人年度台账。
 * A person's year: every claim in the order of its event, every limit, and what is due (yuan).
 */
export interface Ledger<A extends Assessment = Assessment> {
  readonly person: string;
  /** The claims by day of event, then by id; those without a day come last. */
  readonly entries: readonly Entry<A>[];
  /** The limits that the claims, or what came before them, drew on. */
  readonly accounts: readonly Account[];
  /** The sums over the claims that are settled; `paid` over all of them. */
  readonly entitled: Money;
  readonly paid: Money;
  readonly due: Money;
  readonly overpaid: Money;
  /** The ids of the claims that are open. */
  readonly pending: readonly string[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
}

/** A limit and its window, as a claim draws on it. */
interface Limit {
  readonly cover: string;
  readonly term: string;
  readonly limit: Provision<Money>;
  readonly from: Day;
  readonly to: Day;
  readonly name?: string | undefined;
  /** What tells it from another of the same window, where no name does. */
  readonly key?: string;
}

/** An account while the year is replayed. */
export interface RunningAccount extends Limit {
  used: Money;
  /** An eligible claim, or what came before the claims, drew on it. */
  touched: boolean;
}

/** What a year's claims share, while it is replayed: the limits, by what names them. */
export interface Book {
  /** The account of a limit: the same for the same cover, term, window and name. */
  account(limit: Limit): RunningAccount;
}

/** One claim as it was filed. */
export interface Row<F = Facts<string>, L = Facts<string>> {
  readonly id: string;
  /** The day of its event. */
  readonly on: Day | undefined;
  readonly facts: F;
  readonly loss: L;
}

/** A claim at its place in the year: what `assessClaim` takes of it. */
export interface Replayed {
  readonly facts: Facts<string>;
  readonly loss: Facts<string>;
  /** The limits that it draws on. */
  readonly draws?: readonly RunningAccount[];
  /** What else it shares with other claims, such as a grant that is paid once: while it is open, theirs are provisional. */
  readonly shares?: readonly string[];
  /** It is settled and covered: the year goes on. Gives what it adds to what the person is entitled to. */
  enter?(this: void, payable: Money, assessment: Assessment): Money;
  /** It is settled, covered or not. */
  settle?(this: void, assessment: Assessment): void;
}

type ReadingName<P extends AnyPolicy> = keyof P["readings"] & string;

/** A context in which any reading of the programme can be asked. */
export type AnyContext<P extends AnyPolicy> = Context<P, ReadingName<P>>;

/** How the claims of one cover make a year: the fields of a row that the ledger does not derive, and how the year completes them. */
export interface CoverLedger<F extends Fields, L extends Fields, Year, P extends AnyPolicy> {
  readonly facts: F;
  readonly loss: L;
  /** Whether a row states that the person died. */
  statesDeath?(this: void, row: Row<Partial<OutputOf<F>>, Partial<OutputOf<L>>>): boolean;
  replay(
    this: void,
    row: Row<Partial<OutputOf<F>>, Partial<OutputOf<L>>>,
    year: Year,
    context: AnyContext<P>,
  ): Replayed;
}

/**
 * 台账中的一笔理赔。
 * What a caller writes for one claim of a person's year.
 */
export interface RowOf<
  C extends { readonly facts: Fields; readonly loss: Fields },
  Name extends string,
  D extends Fields,
> {
  /** The claim's id, once in a year. */
  id: string;
  /** The cover that is claimed. */
  cover: Name;
  /** What is known about the case; what holds for the person all year is stated once, beside the claims. */
  facts: InputOf<C["facts"]>;
  /** This claim's own amounts; what came before it in the year is derived. */
  loss?: Flat<Partial<InputOf<C["loss"]>>> | undefined;
  /** The days from which the insurer's periods run. */
  dates?: InputOf<D> | undefined;
  /** What was really paid for it (yuan); nothing when left out. */
  paid?: MoneyInput | undefined;
  /** Whether it was withdrawn: it then counts for nothing, and what was paid for it is overpaid. */
  withdrawn?: boolean | undefined;
  /** The day of death, for a row that states one; absent, the day of the event. */
  diedOn?: Day | undefined;
}

/** The same of any cover: methods, so that a table of them can be walked through. */
interface AnyCoverLedger<Year, P extends AnyPolicy> {
  readonly facts: Fields;
  readonly loss: Fields;
  statesDeath?(row: Row): boolean;
  replay(row: Row, year: Year, context: AnyContext<P>): Replayed;
}

/** The rule for one claim, as far as a year applies it. */
interface Assessing<P extends AnyPolicy> {
  readonly fields: InputShape;
  /** @internal */
  readonly own: Shape<Assessment>;
  /** @internal */
  compute(this: void, parsed: object, settings: Settings<P>): Assessment;
  /** @internal */
  check?(this: void, parsed: object, report: Report, settings: Settings<P>): void;
}

/** What of a person's year differs from programme to programme. */
export interface LedgerDefinition<Person extends object, Year, P extends AnyPolicy> {
  /** The clause that the ledger rests on. */
  readonly clause: string;
  /** The programme's covers, and its rule for one claim. */
  readonly covers: Readonly<Record<string, Pick<AnyRequirements<P>, "eventDay">>>;
  readonly assess: Assessing<P>;
  /** What holds for the person all year, and what happened before the claims. */
  readonly person: Fields;
  /** How the claims of each cover make the year. */
  readonly byCover: Readonly<Record<string, AnyCoverLedger<Year, P>>>;
  /** What several rows are about (an accident, an event, a stay): rows of one have one day, and are about one death. */
  happenings?(this: void, row: Row, cover: string): readonly string[];
  /** Covers whose rows are replayed before those of other covers on the same day. */
  readonly first?: readonly string[];
  /** What a person's input states that `assessClaim` takes as a fact or loss, with the field of the input that states it. */
  readonly stands?: Readonly<Record<string, string>>;
  /** Facts of the person that contradict each other. */
  check?(this: void, person: Partial<Person>, report: Report, context: AnyContext<P>): void;
  /** The year before its first claim, whose day is told where there is one. */
  begin(this: void, person: Person, book: Book, first: Day | undefined, context: AnyContext<P>): Year;
}

/** The row of one claim, as it is read. */
interface Filed {
  readonly id: string;
  readonly cover: string;
  readonly facts: Facts<string>;
  readonly loss?: Facts<string>;
  readonly dates?: object;
  readonly paid: Money;
  readonly withdrawn: boolean;
  readonly diedOn?: Day;
}

/** What a ledger is made from. */
interface Filing<Person, Row = Filed> {
  readonly id: string;
  readonly claims: readonly Row[];
  readonly person: Person;
}

/** A row with the day of its event. */
interface Placed extends Filed {
  readonly on: Day | undefined;
}

/** The death that stands, and the row that states it. */
interface Death {
  readonly on: Day;
  readonly by: Placed;
}

/** No day sorts behind it. */
const afterAllDays = "9999-99-99";
const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byEvent = (one: Placed, other: Placed): number =>
  inOrder(one.on ?? afterAllDays, other.on ?? afterAllDays) || inOrder(one.id, other.id);

/** The limits of a year, each under what tells it from the others. */
function newBook(): Book & { readonly accounts: Iterable<RunningAccount> } {
  const accounts = new Map<string, RunningAccount>();
  return {
    accounts: { [Symbol.iterator]: () => accounts.values() },
    account(limit) {
      // A name may hold anything, so it stands last.
      const { cover, term, from, to, key: own = "", name: called = "" } = limit;
      const key = `${cover} ${term} ${from} ${to} ${own.length} ${own}${called}`;
      let known = accounts.get(key);
      if (known === undefined) accounts.set(key, (known = { ...limit, used: Money.zero, touched: false }));
      return known;
    },
  };
}

const leftOf = ({ limit, used }: RunningAccount): Money => limit.value.minus(used).atLeastZero();

/** What happened before the claims used so much of a limit; of an input that is bad there, it is not known. */
export function opened(account: RunningAccount, used: Money | undefined): void {
  if (used === undefined) return;
  account.used = used;
  account.touched ||= !used.isZero();
}

/** The accounts that were drawn on, by cover as the document orders them, then by window and term. */
function accountsOf(accounts: Iterable<RunningAccount>, covers: readonly string[]): Account[] {
  const order = (one: RunningAccount, other: RunningAccount): number =>
    covers.indexOf(one.cover) - covers.indexOf(other.cover) ||
    inOrder(one.from, other.from) ||
    inOrder(one.to, other.to) ||
    inOrder(one.name ?? "", other.name ?? "") ||
    inOrder(one.key ?? "", other.key ?? "") ||
    inOrder(one.term, other.term);
  return [...accounts]
    .filter(({ touched }) => touched)
    .sort(order)
    .map((each) => {
      const { cover, term, limit, from, to, name: named, used } = each;
      const { label, clause, amended } = limit;
      return {
        cover,
        term,
        label,
        clause,
        from,
        to,
        ...(named !== undefined && { name: named }),
        limit: limit.value,
        used,
        left: leftOf(each),
        ...(amended && { amended }),
      };
    });
}

/** A requirement of the year, not of the cover: it stands among a claim's checks only where it is not met. */
const unmet = (code: string, clause: Clause, missing: readonly string[], zh: string, en: string): Check => ({
  code,
  outcome: "unmet",
  clause,
  missing,
  text: { zh, en },
});

/** The fields of every row, whatever its cover. */
const filed = {
  /** The claim's id, once in a year. */
  id: name("理赔编号", "Id of the claim"),
  /** What was really paid for it (yuan). */
  paid: orZero(money("实际已赔付", "Really paid")),
  /** Whether it was withdrawn: it then counts for nothing. */
  withdrawn: withDefault(flag("是否已撤回", "Whether withdrawn"), false),
  /** The day of death, for a row that states one; absent, the day of the event. */
  diedOn: optional(day("身故日期", "Day of death")),
};

/** The fields of a loss: whatever is missing only leaves the amount open. */
const asLoss = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([each, field]) => [each, field.presence === "required" ? optional(field) : field]),
  );

/**
 * The maker of a programme's ledger: one rule over a person's year. Every claim is assessed by `assessClaim` with what the year so far
 * derives, in the order of events, so no caller adds up what was paid, incurred or granted before.
 */
export function ledgersOf<P extends AnyPolicy>(policy: P) {
  const { rule } = rulesOf(policy);
  const order = Object.keys(policy.covers);

  /** The rule `assessPerson`. */
  function ledgerRule<Person extends object, Year, Input, A extends Assessment>(
    definition: LedgerDefinition<Person, Year, P>,
  ): Rule<Input, Ledger<A>, P> {
    const { covers, assess, byCover, stands = {}, happenings = () => [], first: ahead = [], begin } = definition;
    const clause = clauseAt(policy.document.number, definition.clause);
    const claimed = "covers" in assess.fields ? assess.fields : { covers: {}, words: {} };

    const rows = Object.fromEntries(
      Object.entries(byCover).map(([cover, each]): [string, Fields] => {
        const { dates } = claimed.covers[cover] ?? {};
        return [
          cover,
          {
            ...filed,
            facts: group(each.facts, "已知事实", "What is known about the case"),
            loss: optional(group(asLoss(each.loss), "本笔损失", "The loss of this claim")),
            ...(dates && { dates }),
          },
        ];
      }),
    );
    const row: Field<Filed> = shaped({ covers: rows, words: claimed.words }, "理赔", "Claim");
    const input = {
      /** The person's id. */
      person: name("人员编号", "Id of the person"),
      ...definition.person,
      /** The claims of the year, in any order. */
      claims: list(row, "各笔理赔", "The claims"),
    };

    /** What was read: the person's id, the claims, and what holds for the person. */
    function filing(parsed: Readonly<Record<string, unknown>>): Filing<Person> {
      const { person: id, claims, ...person } = parsed;
      return { id, claims: claims ?? [], person } as Filing<Person>;
    }

    const ledgerFor = (cover: string) => byCover[cover] as AnyCoverLedger<Year, P>;

    function placed(each: Filed, context: AnyContext<P>): Placed {
      const on = each.facts[covers[each.cover]?.eventDay?.(context) ?? "occurredOn"];
      return { ...each, on: typeof on === "string" ? on : undefined };
    }

    /** What could be read of a row, as far as its cover is known. */
    const readable = ({ id = "", cover, facts = {}, ...rest }: Partial<Filed>, context: AnyContext<P>) =>
      cover === undefined
        ? undefined
        : placed({ paid: Money.zero, withdrawn: false, ...rest, id, cover, facts }, context);

    const statesDeath = ({ cover, ...each }: Placed): boolean => ledgerFor(cover).statesDeath?.(rowOf(each)) ?? false;

    /** The row as `assessClaim` takes it at its place in the year. */
    function claimAt(each: Placed, year: Year, context: AnyContext<P>) {
      const replayed = ledgerFor(each.cover).replay(rowOf(each), year, context);
      const { facts, loss } = replayed;
      return { replayed, claim: { cover: each.cover, facts, loss, ...(each.dates && { dates: each.dates }) } };
    }

    /** The first death that is entitled, and the days of those before it that are open. */
    function deathsOf(placed: readonly Placed[], year: () => Year, context: AnyContext<P>) {
      const stated = placed
        .filter((each) => !each.withdrawn && statesDeath(each))
        .map((by) => ({ by, on: by.diedOn ?? by.on ?? afterAllDays }))
        .sort((one, other) => inOrder(one.on, other.on) || inOrder(one.by.id, other.by.id));
      const open: Day[] = [];
      for (const death of stated) {
        const { claim } = claimAt(death.by, year(), context);
        const { eligibility, pending } = assess.compute(claim, { ...context.settings, supposed: {} });
        if (pending !== null) open.push(death.on);
        else if (eligibility.outcome === "eligible") return { death, open };
      }
      return { death: undefined, open };
    }

    /** What of the year a row does not meet, whatever its cover asks. */
    function unmetBy(each: Placed, death: Death | undefined): Check[] {
      const checks: Check[] = [];
      if (each.withdrawn) {
        checks.push(unmet("withdrawn", clause, [], "未撤回：不符合", "Not withdrawn: not met"));
      }
      if (death === undefined || death.by === each) return checks;
      const about = happenings(rowOf(death.by), death.by.cover);
      const same = happenings(rowOf(each), each.cover).some((one) => about.includes(one));
      const another = !same && statesDeath(each);
      if (another || (each.on !== undefined && each.on > death.on)) {
        const asks = death.by.diedOn === undefined;
        const { id } = death.by;
        checks.push(
          unmet(
            "alive",
            clause,
            asks ? ["diedOn"] : [],
            `事件发生时在世：不符合（理赔“${id}”：${death.on}身故${asks ? "；另有身故日期的，请在该笔填写" : ""}）`,
            `Alive when it happened: not met (claim "${id}": died on ${death.on}${asks ? "; if on another day, state it there" : ""})`,
          ),
        );
      }
      return checks;
    }

    return rule({
      id: "assessPerson",
      title: { zh: "个人年度台账", en: "A person's year" },
      clause: definition.clause,
      readings: Object.keys(policy.readings),
      result: ledgerOf<Ledger>(assess.own),
      input,
      check(parsed, report, noted) {
        // A reading that is only tried refuses nothing: what it would refuse differs as well.
        if (noted.settings.supposed !== undefined) return;
        // A context of its own: what is asked here follows the order in which the claims are given.
        const context = noted.under(noted.settings);
        const { claims, person }: Filing<Person, Partial<Filed>> = filing(parsed);
        definition.check?.(person, report, context);
        const whole = Object.entries(definition.person).every(
          ([each, { presence }]) => presence !== "required" || each in person,
        );
        const read = claims.map((each) => readable(each, context));
        const [first] = read.flatMap((each) => (each === undefined || each.withdrawn ? [] : (each.on ?? []))).sort();
        const book = newBook();
        const year = whole ? begin(person, book, first, context) : undefined;
        for (const account of book.accounts) checkOpened(account, report);
        const ids = new Set<string>();
        const days = new Map<string, Day>();
        claims.forEach(({ id }, index) => {
          const at = report.at("claims", index);
          if (id !== undefined && ids.has(id)) {
            at(["id"], "CONFLICT", "理赔编号重复", "there is another claim of this id");
          }
          if (id !== undefined) ids.add(id);
          const each = read[index];
          if (each === undefined) return;
          checkHappenings(each, happenings(rowOf(each), each.cover), days, at);
          checkDied(each, statesDeath(each), at);
          if (year === undefined) return;
          const { claim } = claimAt(each, year, context);
          assess.check?.(claim, reportOnRow(at, report, rows[each.cover] ?? {}, stands), context.settings);
        });
      },
      evaluate(parsed, context): Ledger {
        const { settings } = context;
        const { id, claims, person } = filing(parsed);
        // By id first, so that what is asked is asked in one order.
        const byId = [...claims].sort((one, other) => inOrder(one.id, other.id));
        const sorted = byId.map((each) => placed(each, context)).sort(byEvent);
        const first = sorted.find(({ withdrawn }) => !withdrawn);
        const turn = ({ cover }: Placed) => (ahead.includes(cover) ? 0 : 1);
        const inTurn = (one: Placed, other: Placed) =>
          inOrder(one.on ?? afterAllDays, other.on ?? afterAllDays) || turn(one) - turn(other);
        const from = (book: Book) => begin(person, book, first?.on, context);
        const { death, open: openDeaths } = deathsOf(sorted, () => from(newBook()), context);

        const book = newBook();
        const year = from(book);
        const open = new Set<RunningAccount | string>();
        const readings: Record<string, string> = {};
        const replay = (each: Placed): Entry => {
          const { replayed, claim } = claimAt(each, year, context);
          const { draws = [], shares = [] } = replayed;
          const also = unmetBy(each, death);
          const assessment = assess.compute(claim, also.length === 0 ? settings : { ...settings, also });
          Object.assign(readings, assessment.readings);
          const entry = { id: each.id, on: each.on ?? null, assessment, paid: each.paid };
          const { payable } = assessment;
          if (payable === null) {
            for (const shared of [...draws, ...shares]) open.add(shared);
            return { ...entry, entitled: null, due: null, overpaid: null, uses: [] };
          }
          const before = draws.map(({ used }) => used);
          const covered = assessment.eligibility.outcome === "eligible";
          const entitled = covered ? (replayed.enter?.(payable, assessment) ?? payable) : Money.zero;
          if (covered) for (const account of draws) account.touched = true;
          if (!each.withdrawn) replayed.settle?.(assessment);
          const provisional =
            covered &&
            ([...draws, ...shares].some((shared) => open.has(shared)) ||
              openDeaths.some((on) => each.on === undefined || each.on > on));
          return {
            ...entry,
            entitled,
            due: entitled.minus(each.paid).atLeastZero(),
            overpaid: each.paid.minus(entitled).atLeastZero(),
            uses: draws.flatMap((account, index): Use[] => {
              const amount = account.used.minus(before[index] ?? Money.zero);
              return amount.isZero() ? [] : [{ label: account.limit.label, amount, left: leftOf(account) }];
            }),
            ...(provisional && { provisional }),
            ...(each.withdrawn && { withdrawn: true as const }),
          };
        };
        const byRow = new Map([...sorted].sort(inTurn).map((each) => [each, replay(each)]));
        const entries = sorted.flatMap((each) => byRow.get(each) ?? []);
        const over = (part: "entitled" | "due" | "overpaid") =>
          sumOf(entries.map((entry) => entry[part] ?? Money.zero));
        return {
          person: id,
          entries,
          accounts: accountsOf(book.accounts, order),
          entitled: over("entitled"),
          paid: sumOf(entries.map(({ paid }) => paid)),
          due: over("due"),
          overpaid: over("overpaid"),
          pending: entries.filter(({ entitled }) => entitled === null).map(({ id: each }) => each),
          readings,
        };
      },
    }) as unknown as Rule<Input, Ledger<A>, P>;
  }

  return {
    /** Types how the claims of one cover make a year. */
    coverLedger: <F extends Fields, L extends Fields, Year>(each: CoverLedger<F, L, Year, P>) => each,
    ledgerRule,
  };
}

const rowOf = ({ id, on, facts, loss = {} }: Omit<Placed, "cover">): Row => ({ id, on, facts, loss });

/** Reports rows of one accident, event or stay that lie on different days. */
function checkHappenings(each: Placed, about: readonly string[], days: Map<string, Day>, report: Report): void {
  if (each.on === undefined || each.withdrawn) return;
  for (const one of about) {
    const known = days.get(one);
    if (known === undefined) days.set(one, each.on);
    else if (known !== each.on) {
      report(
        ["facts"],
        "CONFLICT",
        `同一名称的另一笔发生在${known}，应为同一日`,
        `another row of the same name is of ${known}; it must be one day`,
      );
    }
  }
}

/** Reports what happened before, where it exceeds what it can have used. */
function checkOpened({ limit: { value, label }, used }: RunningAccount, report: Report): void {
  if (used.compare(value) <= 0) return;
  report(
    ["opening"],
    "OUT_OF_RANGE",
    `此前已用的 ${used} 超过${label.zh}（${value}）`,
    `${used} used before exceeds the ${midSentence(label.en)} (${value})`,
  );
}

/** Reports a day of death where no death is stated, or before what led to it. */
function checkDied({ diedOn, on }: Placed, stated: boolean, report: Report): void {
  if (diedOn === undefined) return;
  if (!stated) report(["diedOn"], "CONFLICT", "本笔未载明身故", "this row states no death");
  else if (on !== undefined && diedOn < on) {
    report(["diedOn"], "CONFLICT", `早于事件发生之日（${on}）`, `lies before the event (${on})`);
  }
}

/** A problem of a completed claim stands where its value was given: in the row, or in what holds for the person. */
function reportOnRow(at: Report, report: Report, fields: Fields, stands: Readonly<Record<string, string>>): Report {
  return reportBy((path, code, zh, en) => {
    const [part, each] = path.map(String);
    const shape = part === undefined ? undefined : fields[part]?.shape;
    const own = each === undefined || (shape && "fields" in shape && Object.hasOwn(shape.fields, each));
    const place = each === undefined ? undefined : stands[each];
    if (own) at(path, code, zh, en);
    else if (place !== undefined) report([place], code, zh, en);
    else at([], code, zh, en);
  });
}
