import { echoOf } from "./echo.js";
import { eligibilityOf, Inquiry, type Check, type Eligibility, type Facts } from "./eligibility.js";
import { group, money, optional, shaped, type Flat, type InputOf, type OutputOf } from "./fields.js";
import type { Field, Fields, Shape as InputShape, Vocabulary } from "./input.js";
import { Money } from "./money.js";
import { onceFor } from "./once.js";
import type { Options, Settings } from "./options.js";
import { deadlineOf, inCalendar, type Deadline, type Running } from "./period.js";
import { contractual, type AnyPolicy, type Provision } from "./policy.js";
import { reportBy, requireContractual, type Report } from "./report.js";
import {
  assessmentOf,
  benefit as benefitShape,
  eligibility as eligibilityShape,
  type Based,
  type Between,
} from "./results.js";
import { rulesOf, type Context, type Rule } from "./rule.js";
import { byContract, type Benefit } from "./statement.js";
import type { Shape } from "./wire.js";

/**
 * 应付金额，或其所等待的事项。
 * What is payable, or what that waits for.
 */
export type Conclusion =
  | {
      /** What is to be paid: the benefit when eligible, zero when not (yuan). */
      readonly payable: Money;
      /** Nothing is open. */
      readonly pending: null;
      readonly between: null;
    }
  | {
      readonly payable: null;
      /** Facts are missing. */
      readonly pending: "facts";
      /**
       * What it can come to once they are known; `null` while the loss is not known either, a contract sets the amount, or the amount
       * turns on a missing number or day (yuan).
       */
      readonly between: Between | null;
    }
  | {
      readonly payable: null;
      /** The loss is missing, or the contract sets the amount. */
      readonly pending: "loss" | "contract";
      readonly between: null;
    };

/**
 * 一项理赔的核定：保不保、赔多少、何时赔、为什么。
 * One claim: whether it is covered, how much is due, by when, and why.
 */
export type Assessment<Cover extends string = string, B extends Benefit = Benefit, Action extends string = string> = {
  /** The programme. */
  readonly programme: string;
  /** The cover that was claimed. */
  readonly cover: Cover;
  /** Whether the claim is covered. */
  readonly eligibility: Eligibility;
  /** The amount by the rules, whether covered or not; `null` while its inputs are not known or a contract sets it. */
  readonly benefit: B | null;
  /** By when the insurer must act. */
  readonly deadlines: readonly Deadline<Action>[];
  /** Deadlines that run but end outside the work calendar's years. */
  readonly outOfCalendar: readonly Action[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
} & Conclusion;

type ReadingNames<P extends AnyPolicy> = keyof P["readings"] & string;

/** A benefit rule, as far as a cover needs its types. */
interface CoverBenefit<Input, B extends Benefit, P extends AnyPolicy> {
  (input: Input, options?: Options<P>): Based<B>;
  readonly fields: InputShape;
  /** @internal */
  readonly own: Shape<B>;
  /** @internal */
  attempt(this: void, parsed: object, settings: Settings<P>, report: Report): B | null;
  /** @internal */
  check?(this: void, parsed: object, report: Report, settings: Settings<P>): void;
}

/**
 * 事实及其须满足的要求。
 * Facts, and the requirements that they must fulfil.
 */
export interface Requirements<F extends Fields, P extends AnyPolicy> {
  /** The facts that decide. */
  readonly facts: F;
  /** The requirements. */
  requires(this: void, ask: Inquiry<keyof F & string>, context: Context<P, ReadingNames<P>>): readonly (Check | null)[];
  /** Facts that contradict each other. */
  check?(this: void, facts: Partial<OutputOf<F>>, report: Report, context: Context<P, ReadingNames<P>>): void;
  /** The fact that is the day of the event, where it is not `occurredOn`. */
  eventDay?(this: void, context: Context<P, ReadingNames<P>>): keyof F & string;
  /** Facts that the contract sets: an agreement that fills these terms states them for every case. */
  fromAgreement?(this: void, terms: P["terms"]): Readonly<Partial<Record<keyof F & string, Provision<unknown>>>>;
}

/**
 * 一个险种：事实、要求和待遇。
 * A cover is its facts, its requirements and its benefit.
 */
export interface Cover<
  F extends Fields,
  Input,
  B extends Benefit,
  P extends AnyPolicy,
  Name extends string = never,
> extends Requirements<F, P> {
  /** The rule for its amount. */
  readonly benefit: CoverBenefit<Input, B, P>;
  /** What of that rule's input follows from the facts, so that no claim states it; `undefined` while the facts do not tell. */
  readonly derived?: Readonly<
    Record<Name, (facts: Partial<OutputOf<F>>, context: Context<P, ReadingNames<P>>) => unknown>
  >;
  /** What of the loss the contract states: while that alone is missing, the amount waits for the contract. */
  readonly fromContract?: readonly string[];
}

/** Requirements of any facts. */
export interface AnyRequirements<P extends AnyPolicy> {
  readonly facts: Fields;
  requires(this: void, ask: Inquiry<string>, context: Context<P, ReadingNames<P>>): readonly (Check | null)[];
  check?(this: void, facts: Facts<string>, report: Report, context: Context<P, ReadingNames<P>>): void;
  eventDay?(this: void, context: Context<P, ReadingNames<P>>): string;
  fromAgreement?(this: void, terms: P["terms"]): Readonly<Record<string, Provision<unknown> | undefined>>;
}

/** Any cover of a programme. */
export interface AnyCover<P extends AnyPolicy> extends AnyRequirements<P> {
  readonly benefit: CoverBenefit<never, Benefit, P>;
  readonly derived?: Readonly<Record<string, (facts: Facts<string>, context: Context<P, ReadingNames<P>>) => unknown>>;
  readonly fromContract?: readonly string[];
}

type Covers<P extends AnyPolicy> = Readonly<Record<string, AnyCover<P>>>;

/**
 * 一个险种的事实。
 * What a caller writes to ask whether a cover's case is covered.
 */
export type FactsOf<C extends { readonly facts: Fields }, Name extends string> = Flat<
  {
    /** The cover that is claimed. */
    cover: Name;
  } & InputOf<C["facts"]>
>;

/** The input of a benefit rule, but for what is a fact already. All of it may still be missing. */
type LossOf<C> = C extends { readonly facts: infer F; readonly benefit: (input: infer Input) => unknown }
  ? Flat<Partial<Omit<Input, keyof F | DerivedOf<C>>>>
  : never;

type DerivedOf<C> = C extends { readonly derived?: infer Derived } ? keyof NonNullable<Derived> : never;

/**
 * 一个险种的一项理赔。
 * What a caller writes for one claim under a cover.
 */
export interface ClaimOf<C extends { readonly facts: Fields }, Name extends string, D extends Fields> {
  /** The cover that is claimed. */
  cover: Name;
  /** What is known about the case. */
  facts: InputOf<C["facts"]>;
  /** The input of the benefit rule, but for what is a fact already; while something that it requires is missing, so is the amount. */
  loss?: LossOf<C> | undefined;
  /** The days from which the insurer's periods run. */
  dates?: InputOf<D> | undefined;
}

/**
 * 校验后的一项理赔。
 * A claim, validated.
 */
export interface Claim {
  readonly cover: string;
  readonly facts: Facts<string>;
  readonly loss?: Facts<string>;
  readonly dates?: object;
}

/**
 * 校验后的事实。
 * The facts of a case, validated.
 */
export type Case = { readonly cover: string } & Facts<string>;

/**
 * 项目的资格规则。
 * `checkEligibility` of a programme.
 */
export type EligibilityRule<Input, P extends AnyPolicy> = Rule<Input, Eligibility, P>;

/**
 * 项目的理赔核定规则。
 * `assessClaim` of a programme.
 */
export type AssessmentRule<Input, Result extends Assessment, P extends AnyPolicy> = Rule<Input, Result, P>;

/** The parts of an assessment that differ from programme to programme. */
export interface Claims<P extends AnyPolicy, D extends Fields> {
  readonly clause: string;
  readonly covers: Covers<P>;
  /** The fields of `dates`. */
  readonly dates: D;
  /** Days that contradict each other. */
  readonly checkDates?: (dates: Partial<OutputOf<D>>, report: Report) => void;
  /** The periods that run. */
  readonly periods: (
    claim: {
      readonly cover: string;
      readonly facts: Facts<string>;
      readonly dates: OutputOf<D>;
      readonly outcome: Eligibility["outcome"];
      readonly benefit: Benefit | null;
      readonly payable: Money | null;
    },
    context: Context<P, ReadingNames<P>>,
  ) => readonly Running[];
  /** Facts, loss (if it was given) and dates that contradict each other. */
  readonly checkClaim?: (
    cover: string,
    facts: Facts<string>,
    loss: Facts<string> | undefined,
    report: Report,
    dates: Partial<OutputOf<D>>,
    context: Context<P, ReadingNames<P>>,
  ) => void;
}

const fieldsOf = ({ fields }: { readonly fields: InputShape }): Fields => ("fields" in fields ? fields.fields : {});

/** The fields of the loss: those of the benefit rule that are no facts and do not follow from them. Whatever is missing only leaves the amount open. */
const lossFields = <P extends AnyPolicy>({ facts, benefit, derived = {} }: AnyCover<P>): Fields =>
  Object.fromEntries(
    Object.entries(fieldsOf(benefit))
      .filter(([name]) => !Object.hasOwn(facts, name) && !Object.hasOwn(derived, name))
      .map(([name, field]) => [name, field.presence === "required" ? optional(field) : field]),
  );

/** The entries of fields, which never change: every claim walks through them. */
const entriesOf = onceFor((fields: Fields) => Object.entries(fields));

/** What the facts tell of a field of the benefit rule: they state it, or it follows from them. */
const factFor = <P extends AnyPolicy>(
  name: string,
  { derived }: AnyCover<P>,
  facts: Facts<string>,
  context: Context<P, ReadingNames<P>>,
): unknown => facts[name] ?? derived?.[name]?.(facts, context);

/** What is known of the benefit rule's input: its own fields from the loss, the others from the facts. */
function knownInput<P extends AnyPolicy>(
  cover: AnyCover<P>,
  facts: Facts<string>,
  loss: Facts<string>,
  context: Context<P, ReadingNames<P>>,
): Facts<string> {
  const input: Record<string, unknown> = {};
  for (const [name, { presence, absent }] of entriesOf(fieldsOf(cover.benefit))) {
    const value = factFor(name, cover, facts, context) ?? loss[name] ?? (presence === "default" ? absent : undefined);
    if (value !== undefined) input[name] = value;
  }
  return input;
}

/** A benefit rule's problem stands where its field was given, among the facts or in the loss; what is missing is no mistake. */
function benefitReport<P extends AnyPolicy>(report: Report, { facts, derived = {} }: AnyCover<P>): Report {
  return reportBy((path, code, zh, en) => {
    if (code === "MISSING") return;
    const name = String(path[0]);
    if (Object.hasOwn(derived, name)) report(["facts"], code, zh, en);
    else report([Object.hasOwn(facts, name) ? "facts" : "loss", ...path], code, zh, en);
  });
}

/** The amount of a case, or what it waits for; neither where the case, which is only supposed then, contradicts itself. */
interface Amount {
  readonly due: Benefit | null;
  readonly waits: Conclusion["pending"];
}

function amountOf<P extends AnyPolicy>(
  { benefit, facts: fields, fromContract = [], derived = {} }: AnyCover<P>,
  input: Facts<string>,
  settings: Settings<P>,
): Amount {
  const missing: unknown[] = [];
  for (const [name, { presence }] of entriesOf(fieldsOf(benefit))) {
    if (presence === "required" && !(name in input)) missing.push(name);
  }
  if (missing.length === 0) {
    let contradicts = false as boolean;
    const noting = reportBy(([name], code) => {
      missing.push(name);
      contradicts ||= code !== "MISSING";
    });
    const due = benefit.attempt(input, settings, noting);
    if (due !== null || contradicts) return { due, waits: null };
  }
  const waits = missing.some((name) => Object.hasOwn(fields, String(name)) || Object.hasOwn(derived, String(name)))
    ? "facts"
    : missing.some((name) => !fromContract.includes(String(name)))
      ? "loss"
      : "contract";
  return { due: null, waits };
}

/** Every value that a fact can have, for facts whose values can be told. */
function valuesOf(field: Field | undefined): readonly unknown[] | null {
  if (field?.kind === "flag") return [true, false];
  return field?.kind === "word" ? Object.keys(field.words as Vocabulary) : null;
}

const contractAmountName = "contractAmount";

/** The loss under a cover whose amount the contract sets. */
export const contractFields = {
  /** What the contract gives (yuan). */
  contractAmount: optional(money("合同约定的赔付金额", "The amount that the contract gives")),
};

/** No term holds the amount: each claim states it. */
const noAmount = Object.freeze({ value: null }) as unknown as Provision<null>;

type FieldsByCover = Readonly<Record<string, Fields>>;

/** Where a name belongs that is none of a cover's facts (or of its loss): to its loss (or facts), or to the one other cover that has it. */
function elsewhere(cover: string, otherPart: string, inOtherPart: FieldsByCover, inThisPart: FieldsByCover) {
  const holds = (fields: Fields | undefined, name: string) => fields !== undefined && Object.hasOwn(fields, name);
  return (name: string): string | undefined => {
    if (holds(inOtherPart[cover], name)) return `${otherPart}.${name}`;
    const others = Object.keys(inThisPart).filter((other) => holds(inThisPart[other], name));
    return others.length === 1 ? others[0] : undefined;
  };
}

/**
 * The makers of a programme's claim rules. One table of covers feeds both.
 */
export function claimsOf<P extends AnyPolicy>(policy: P) {
  const { rule, ruleByCover } = rulesOf(policy);
  const readings = Object.keys(policy.readings) as ReadingNames<P>[];
  type AnyContext = Context<P, ReadingNames<P>>;

  /** The facts of a case, with those that the agreement states. */
  function withAgreement(
    asked: AnyRequirements<P>,
    given: Facts<string>,
    { policy: under }: AnyContext,
  ): Facts<string> {
    if (asked.fromAgreement === undefined || under === policy) return given;
    const facts: Record<string, unknown> = { ...given };
    for (const [name, term] of Object.entries(asked.fromAgreement(under.terms))) facts[name] ??= term?.value;
    return facts;
  }

  /** Reports facts that contradict what the agreement states. */
  function checkStated(asked: AnyRequirements<P>, facts: Facts<string>, report: Report, context: AnyContext): void {
    if (asked.fromAgreement === undefined) return;
    for (const [name, term] of Object.entries(asked.fromAgreement(context.terms))) {
      const stated = term?.value ?? facts[name];
      if (facts[name] !== stated) {
        report([name], "CONFLICT", `合同约定为 ${String(stated)}`, `the agreement says ${String(stated)}`);
      }
    }
  }

  /** Reports facts that contradict each other or the agreement, and an event outside the days of the contract. */
  function checkFacts(asked: AnyRequirements<P>, given: Facts<string>, report: Report, context: AnyContext): void {
    const facts = withAgreement(asked, given, context);
    asked.check?.(facts, report, context);
    checkStated(asked, facts, report, context);
    const { agreement } = context.settings;
    if (agreement === undefined) return;
    const { id, validFrom, validTo } = agreement;
    const name = asked.eventDay?.(context) ?? "occurredOn";
    const on = facts[name];
    if (typeof on !== "string") return;
    if (validFrom !== undefined && on < validFrom) {
      report([name], "OUT_OF_RANGE", `合同“${id}”自${validFrom}起`, `the agreement "${id}" begins on ${validFrom}`);
    }
    if (validTo !== undefined && on > validTo) {
      report([name], "OUT_OF_RANGE", `合同“${id}”至${validTo}止`, `the agreement "${id}" ends on ${validTo}`);
    }
  }

  function decide(
    cover: AnyRequirements<P>,
    facts: Facts<string>,
    context: AnyContext,
    inWords = context.settings.supposed === undefined,
  ): Eligibility {
    const inquiry = new Inquiry<string>(facts, cover.facts, inWords);
    const asked = cover.requires(inquiry, context);
    const { also } = context.settings;
    return eligibilityOf(also === undefined ? asked : [...asked, ...also], context.used());
  }

  /** The readings that a case's eligibility by itself depends on. */
  function echoed(
    decided: Eligibility,
    cover: AnyRequirements<P>,
    facts: Facts<string>,
    context: AnyContext,
  ): Eligibility {
    const { settings, under } = context;
    if (settings.supposed) return decided;
    const supposed = (other: Settings<P>) => decide(cover, facts, under(other));
    return { ...decided, readings: echoOf(decided, decided.readings, settings, supposed) };
  }

  /** What an open claim can come to: over everything that its missing facts can be; `null` while the amount of one of these cases is open. */
  function betweenOf(cover: AnyCover<P>, { facts, loss = {} }: Claim, context: AnyContext): Between | null {
    const { settings, under } = context;
    const fields = fieldsOf(cover.benefit);
    const losses = lossFields(cover);
    const known = knownInput(cover, facts, loss, under(settings));
    /** What is not known, by case. */
    let cases: Facts<string>[] = [{}];
    for (const name of Object.keys(fields)) {
      if (Object.hasOwn(losses, name) || factFor(name, cover, facts, under(settings)) != null) continue;
      const values = valuesOf(fields[name]);
      // What a number or a day could be cannot all be tried, and bounds that left some of it out would not hold.
      if (values === null) return null;
      cases = cases.flatMap((each) => values.map((value) => ({ ...each, [name]: value })));
    }
    const amounts = cases.flatMap((completed) => {
      const { due, waits } = amountOf(cover, { ...known, ...completed }, settings);
      if (due === null && waits === null) return [];
      const { outcome } = decide(cover, { ...facts, ...completed }, under(settings), false);
      if (outcome === "ineligible") return [Money.zero];
      if (due === null) return [null];
      return outcome === "eligible" ? [due.amount] : [Money.zero, due.amount];
    });
    const told = amounts.filter((amount) => amount !== null);
    const [first, ...others] = told;
    if (first === undefined || told.length < amounts.length) return null;
    return others.reduce<Between>(({ least, most }, each) => ({ least: least.min(each), most: most.max(each) }), {
      least: first,
      most: first,
    });
  }

  /** What is payable, or what that waits for. */
  function conclude(
    cover: AnyCover<P>,
    claim: Claim,
    outcome: Eligibility["outcome"],
    { due, waits }: Amount,
    context: AnyContext,
  ): Conclusion {
    if (outcome === "ineligible") return { payable: Money.zero, pending: null, between: null };
    if (outcome === "undetermined" || waits === "facts") {
      return { payable: null, pending: "facts", between: betweenOf(cover, claim, context) };
    }
    if (due !== null) return { payable: due.amount, pending: null, between: null };
    return { payable: null, pending: waits ?? "facts", between: null };
  }

  return {
    /** Types requirements by themselves. */
    requirements: <F extends Fields>(asked: Requirements<F, P>) => asked,

    /** Types a cover. */
    cover: <F extends Fields, Input, B extends Benefit, Name extends string = never>(
      cover: Cover<F, Input, B, P, Name>,
    ) => cover,

    /** A cover whose amount the contract sets: its loss is that amount, on one line with the clause that leaves it to the contract. */
    coverByContract: <F extends Fields>({
      clause,
      amount = () => noAmount,
      ...asked
    }: Requirements<F, P> & {
      readonly clause: string;
      /** The blank that an agreement may fill with the amount. */
      readonly amount?: (terms: P["terms"]) => Provision<Money | null>;
    }) => ({
      ...asked,
      benefit: rule({
        id: contractAmountName,
        title: byContract,
        clause,
        result: benefitShape,
        input: contractFields,
        check: (input, report, { terms }) => {
          requireContractual(input, { contractAmount: amount(terms) }, [contractAmountName], report);
        },
        evaluate: ({ contractAmount }, { terms, statement }) =>
          // The check let pass only what has an amount.
          statement().byContract(contractual(amount(terms), contractAmount) as Provision<Money>),
      }),
      fromContract: [contractAmountName],
    }),

    /** The rule `checkEligibility` over a table of covers. */
    eligibilityRule: <Input>(
      covers: Readonly<Record<string, AnyRequirements<P>>>,
      clause: string,
    ): EligibilityRule<Input, P> =>
      ruleByCover({
        id: "checkEligibility",
        title: { zh: "理赔资格", en: "Eligibility for a claim" },
        clause,
        readings,
        result: eligibilityShape,
        input: Object.fromEntries(Object.entries(covers).map(([name, { facts }]) => [name, facts])),
        check: ({ cover, ...facts }, report, context) => {
          const asked = cover === undefined ? undefined : covers[cover];
          if (asked !== undefined) checkFacts(asked, facts, report, context);
        },
        evaluate({ cover, ...facts }, context) {
          const asked = covers[cover] as AnyRequirements<P>;
          return decide(asked, withAgreement(asked, facts, context), context);
        },
      }) as unknown as EligibilityRule<Input, P>,

    /** The rule `assessClaim` over a table of covers. */
    assessmentRule: <Input, Result extends Assessment, D extends Fields>({
      clause,
      covers,
      dates: dateFields,
      checkDates,
      periods,
      checkClaim,
    }: Claims<P, D>): AssessmentRule<Input, Result, P> => {
      const dates = optional(group(dateFields, "理赔经过日期", "The days of the claim"));
      const lossesByCover = Object.fromEntries(
        Object.entries(covers).map(([name, cover]) => [name, lossFields(cover)]),
      );
      const factsByCover = Object.fromEntries(Object.entries(covers).map(([name, { facts }]) => [name, facts]));
      const input = Object.entries(covers).map(([name, cover]): [string, Fields] => [
        name,
        {
          facts: shaped<object, object>(
            { fields: cover.facts, elsewhere: elsewhere(name, "loss", lossesByCover, factsByCover) },
            "已知事实",
            "What is known about the case",
          ),
          loss: optional(
            shaped<object, object>(
              { fields: lossFields(cover), elsewhere: elsewhere(name, "facts", factsByCover, lossesByCover) },
              "损失",
              "The loss",
            ),
          ),
          dates,
        },
      ]);
      const benefits = Object.values(covers).map(({ benefit }) => benefit.own);
      return ruleByCover({
        id: "assessClaim",
        title: { zh: "理赔核定", en: "Assessment of a claim" },
        clause,
        readings,
        result: assessmentOf<Assessment>(benefits),
        input: Object.fromEntries(input),
        check(parsed, report, context) {
          const { cover: name, facts: given = {}, loss, dates: days } = parsed as Partial<Claim>;
          if (name === undefined) return;
          const cover = covers[name] as AnyCover<P>;
          checkFacts(cover, given, report.at("facts"), context);
          const facts = withAgreement(cover, given, context);
          const { benefit } = cover;
          benefit.check?.(
            knownInput(cover, facts, loss ?? {}, context),
            benefitReport(report, cover),
            context.settings,
          );
          if (days !== undefined) checkDates?.(days, report.at("dates"));
          checkClaim?.(name, facts, loss, report, days ?? {}, context);
        },
        evaluate(parsed, context): Assessment {
          const { cover: name, facts: given, loss = {}, dates: days } = parsed as unknown as Claim;
          const cover = covers[name] as AnyCover<P>;
          const facts = withAgreement(cover, given, context);
          // Of the choices that are tried for an assessment, those that change its eligibility are known by then.
          const { supposed } = context.settings;
          const eligibility =
            supposed !== undefined && "eligibility" in supposed
              ? (supposed as Assessment).eligibility
              : echoed(decide(cover, facts, context), cover, facts, context);
          const { outcome } = eligibility;
          const asked: Record<string, string> = {};
          const settings = { ...context.settings, asked };
          const amount = amountOf(cover, knownInput(cover, facts, loss, context), settings);
          const conclusion = conclude(cover, { cover: name, facts, loss }, outcome, amount, context.under(settings));

          const running =
            days === undefined
              ? []
              : periods(
                  {
                    cover: name,
                    facts,
                    dates: days as OutputOf<D>,
                    outcome,
                    benefit: amount.due,
                    payable: conclusion.payable,
                  },
                  context,
                );
          const deadlines: Deadline[] = [];
          const outOfCalendar: string[] = [];
          for (const period of running) {
            const counted = inCalendar(() => deadlineOf(period, context.calendar));
            if (counted === null) outOfCalendar.push(period.action);
            else deadlines.push(counted);
          }
          return {
            programme: policy.id,
            cover: name,
            eligibility,
            benefit: amount.due,
            ...conclusion,
            deadlines,
            outOfCalendar,
            // Those that its eligibility asked for come with the rule's own.
            readings: asked,
          };
        },
      }) as unknown as AssessmentRule<Input, Result, P>;
    },
  };
}
