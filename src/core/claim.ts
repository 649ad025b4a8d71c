import { eligibilityOf, Inquiry, type Check, type Eligibility, type Facts } from "./eligibility.js";
import { PolicyInputError } from "./errors.js";
import { group, optional, shaped, type Flat, type InputOf, type OutputOf } from "./fields.js";
import { type Field, type Fields, type Shape as InputShape } from "./input.js";
import { Money } from "./money.js";
import type { Options, Settings } from "./options.js";
import { deadlineOf, type Deadline, type Running } from "./period.js";
import type { AnyPolicy } from "./policy.js";
import { reportBy, type Report } from "./report.js";
import {
  assessmentOf,
  benefit as benefitShape,
  eligibility as eligibilityShape,
  type Based,
  type Between,
} from "./results.js";
import { rulesOf, type Context, type Rule } from "./rule.js";
import type { Benefit } from "./statement.js";
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
  compute(this: void, parsed: object, settings: Settings<P>): B;
  /** @internal */
  check?(this: void, parsed: object, report: Report, settings: Settings<P>): void;
}

/**
 * 一个险种：事实、要求和待遇。
 * A cover is its facts, its requirements and its benefit.
 */
export interface Cover<F extends Fields, Input, B extends Benefit, P extends AnyPolicy> {
  /** The facts that decide on it. */
  readonly facts: F;
  /** The rule for its amount; `null` when the contract sets it. */
  readonly benefit: CoverBenefit<Input, B, P> | null;
  /** The requirements. */
  requires(this: void, ask: Inquiry<keyof F & string>, context: Context<P, ReadingNames<P>>): readonly (Check | null)[];
  /** Facts that contradict each other. */
  check?(this: void, facts: Partial<OutputOf<F>>, report: Report, context: Context<P, ReadingNames<P>>): void;
}

/** Any cover of a programme. */
export interface AnyCover<P extends AnyPolicy> {
  readonly facts: Fields;
  readonly benefit: CoverBenefit<never, Benefit, P> | null;
  requires(this: void, ask: Inquiry<string>, context: Context<P, ReadingNames<P>>): readonly (Check | null)[];
  check?(this: void, facts: Facts<string>, report: Report, context: Context<P, ReadingNames<P>>): void;
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

/** The input of a benefit rule, but for what is a fact already; nothing where the contract sets the amount. */
type LossOf<C> = C extends { readonly facts: infer F; readonly benefit: ((input: infer Input) => unknown) | null }
  ? [Input] extends [never]
    ? Record<string, never>
    : Flat<Omit<Input, keyof F>>
  : never;

/**
 * 一个险种的一项理赔。
 * What a caller writes for one claim under a cover.
 */
export interface ClaimOf<C extends { readonly facts: Fields }, Name extends string, D extends Fields> {
  /** The cover that is claimed. */
  cover: Name;
  /** What is known about the case. */
  facts: InputOf<C["facts"]>;
  /** The input of the benefit rule, but for what is a fact already. */
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

const lossFields = ({ facts, benefit }: AnyCover<never>): Fields =>
  Object.fromEntries(
    Object.entries(benefit === null ? {} : fieldsOf(benefit)).filter(([name]) => !Object.hasOwn(facts, name)),
  );

/** What is known of the benefit rule's input, complete or not. */
const knownInput = (fields: Fields, facts: Facts<string>, loss: Facts<string>): Facts<string> =>
  Object.fromEntries(
    Object.keys(fields)
      .map((name) => [name, facts[name] ?? loss[name]] as const)
      .filter(([, value]) => value !== undefined),
  );

/**
 * What is known of the benefit rule's input: its own fields from the loss, the others from the facts. All of it was read by these very
 * fields, so only what is absent is left to see to; `null` while something that this rule requires is not known.
 */
function benefitInput(fields: Fields, facts: Facts<string>, loss: Facts<string>): Facts<string> | null {
  const input: Record<string, unknown> = {};
  let complete = true;
  for (const name in fields) {
    const { presence, absent } = fields[name] ?? {};
    const value = facts[name] ?? loss[name] ?? (presence === "default" ? absent : undefined);
    if (value !== undefined) input[name] = value;
    else if (presence === "required") complete = false;
  }
  return complete ? input : null;
}

/**
 * A benefit rule's problem stands where its field was given, among the facts or in the loss. What is only a fact not known yet, such as
 * a referral outside the district, is no mistake but leaves the amount open.
 */
function benefitReport(report: Report, facts: Fields): Report {
  return reportBy((path, code, zh, en) => {
    const isFact = Object.hasOwn(facts, String(path[0]));
    if (isFact && code === "MISSING") return;
    report([isFact ? "facts" : "loss", ...path], code, zh, en);
  });
}

/** The benefit of a case; `null` while facts that this case needs are not known. */
function benefitOf<P extends AnyPolicy>(
  rule: CoverBenefit<never, Benefit, P>,
  facts: Facts<string>,
  loss: Facts<string>,
  settings: Settings<P>,
): Benefit | null {
  const input = benefitInput(fieldsOf(rule), facts, loss);
  if (input === null) return null;
  let open = false as boolean;
  rule.check?.(
    input,
    reportBy(() => (open = true)),
    settings,
  );
  return open ? null : rule.compute(input, settings);
}

/** Every value that a fact can have, for facts whose values can be told. */
function valuesOf(field: Field | undefined): readonly unknown[] | null {
  if (field?.kind === "flag") return [true, false];
  return field?.kind === "word" ? Object.keys(field.words ?? {}) : null;
}

/** What the facts can be, once those of the names that are not known are. */
function completions(facts: Facts<string>, fields: Fields, names: readonly string[]): Facts<string>[] {
  return names.reduce<Facts<string>[]>(
    (cases, name) => {
      const values = valuesOf(fields[name]) ?? [];
      return cases.flatMap((each) => values.map((value) => ({ ...each, [name]: value })));
    },
    [facts],
  );
}

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

/** A deadline, or `null` when it ends outside the calendar. */
function count(period: Running, { calendar }: Pick<Context<AnyPolicy>, "calendar">): Deadline | null {
  try {
    return deadlineOf(period, calendar);
  } catch (error) {
    if (error instanceof PolicyInputError && error.code === "CALENDAR_OUT_OF_RANGE") return null;
    throw error;
  }
}

/**
 * The makers of a programme's claim rules. One table of covers feeds both.
 */
export function claimsOf<P extends AnyPolicy>(policy: P) {
  const { ruleByCover } = rulesOf(policy);
  const readings = Object.keys(policy.readings) as ReadingNames<P>[];
  type AnyContext = Context<P, ReadingNames<P>>;

  function decide(cover: AnyCover<P>, facts: Facts<string>, context: AnyContext): Eligibility {
    const inquiry = new Inquiry<string>(facts, cover.facts);
    return eligibilityOf(cover.requires(inquiry, context), context.used());
  }

  /** What an open claim can come to: over everything that its missing facts can be. */
  function betweenOf(cover: AnyCover<P>, { facts, loss = {} }: Claim, context: AnyContext): Between | null {
    const rule = cover.benefit;
    if (rule === null) return null;
    const open = Object.keys(fieldsOf(rule)).filter((name) => Object.hasOwn(cover.facts, name) && facts[name] == null);
    // What a number or a day could be cannot all be tried, and bounds that left some of it out would not hold.
    if (open.some((name) => valuesOf(cover.facts[name]) === null)) return null;
    const amounts = completions(facts, cover.facts, open).flatMap((completed) => {
      const { outcome } = decide(cover, completed, context);
      const due = benefitOf(rule, completed, loss, context.settings)?.amount;
      if (due === undefined) return [];
      if (outcome === "eligible") return [due];
      return outcome === "ineligible" ? [Money.zero] : [Money.zero, due];
    });
    const [first, ...others] = amounts;
    if (first === undefined) return null;
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
    due: Benefit | null,
    lossGiven: boolean,
    context: AnyContext,
  ): Conclusion {
    if (outcome === "ineligible") return { payable: Money.zero, pending: null, between: null };
    if (outcome === "eligible" && due !== null) return { payable: due.amount, pending: null, between: null };
    const known = cover.benefit !== null && lossGiven;
    if (outcome === "undetermined" || known) {
      return { payable: null, pending: "facts", between: known ? betweenOf(cover, claim, context.aside()) : null };
    }
    return { payable: null, pending: cover.benefit === null ? "contract" : "loss", between: null };
  }

  return {
    /** Types a cover. */
    cover: <F extends Fields, Input = never, B extends Benefit = Benefit>(cover: Cover<F, Input, B, P>) => cover,

    /** The rule `checkEligibility` over a table of covers. */
    eligibilityRule: <Input>(covers: Covers<P>, clause: string): EligibilityRule<Input, P> =>
      ruleByCover({
        id: "checkEligibility",
        title: { zh: "理赔资格", en: "Eligibility for a claim" },
        clause,
        readings,
        result: eligibilityShape,
        input: Object.fromEntries(Object.entries(covers).map(([name, { facts }]) => [name, facts])),
        check: ({ cover, ...facts }, report, context) => {
          if (cover !== undefined) covers[cover]?.check?.(facts, report, context);
        },
        evaluate: ({ cover, ...facts }, context) => decide(covers[cover] as AnyCover<P>, facts, context),
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
              { fields: lossesByCover[name] ?? {}, elsewhere: elsewhere(name, "facts", factsByCover, lossesByCover) },
              "损失",
              "The loss",
            ),
          ),
          dates,
        },
      ]);
      /** Covers whose amount asks nothing of the loss. */
      const withoutLoss = new Set(
        Object.entries(lossesByCover).flatMap(([name, fields]) => (Object.keys(fields).length === 0 ? [name] : [])),
      );
      const benefits = Object.values(covers).flatMap(({ benefit }) => (benefit === null ? [] : [benefit.own]));
      return ruleByCover({
        id: "assessClaim",
        title: { zh: "理赔核定", en: "Assessment of a claim" },
        clause,
        readings,
        result: assessmentOf<Assessment>(benefits.length === 0 ? [benefitShape] : benefits),
        input: Object.fromEntries(input),
        check(parsed, report, context) {
          const { cover: name, facts = {}, loss, dates: days } = parsed as Partial<Claim>;
          const cover = name === undefined ? undefined : covers[name];
          if (name === undefined || cover === undefined) return;
          cover.check?.(facts, report.at("facts"), context);
          const rule = cover.benefit;
          rule?.check?.(
            knownInput(fieldsOf(rule), facts, loss ?? {}),
            benefitReport(report, cover.facts),
            context.settings,
          );
          if (days !== undefined) checkDates?.(days, report.at("dates"));
          checkClaim?.(name, facts, loss, report, days ?? {}, context);
        },
        evaluate(parsed, context): Assessment {
          const claim = parsed as unknown as Claim;
          const { cover: name, facts, loss, dates: days } = claim;
          const cover = covers[name] as AnyCover<P>;
          const eligibility = decide(cover, facts, context);
          const rule = cover.benefit;
          const lossGiven = loss !== undefined || withoutLoss.has(name);
          const settings = context.settings;
          const benefit = rule !== null && lossGiven ? benefitOf(rule, facts, loss ?? {}, settings) : null;
          const used = { ...context.used(), ...benefit?.readings };
          const conclusion = conclude(cover, claim, eligibility.outcome, benefit, lossGiven, context);

          const running =
            days === undefined
              ? []
              : periods(
                  {
                    cover: name,
                    facts,
                    dates: days as OutputOf<D>,
                    outcome: eligibility.outcome,
                    benefit,
                    payable: conclusion.payable,
                  },
                  context,
                );
          const deadlines: Deadline[] = [];
          const outOfCalendar: string[] = [];
          for (const period of running) {
            const counted = count(period, context);
            if (counted === null) outOfCalendar.push(period.action);
            else deadlines.push(counted);
          }
          Object.assign(used, context.used());
          return {
            programme: policy.id,
            cover: name,
            eligibility,
            benefit,
            ...conclusion,
            deadlines,
            outOfCalendar,
            readings: used,
          };
        },
      }) as unknown as AssessmentRule<Input, Result, P>;
    },
  };
}
