import * as z from "zod";
import { PolicyInputError, type Issue, type IssueCode } from "./errors.js";
import { eligibilityOf, Inquiry, type Check, type Eligibility, type Facts } from "./eligibility.js";
import { group, type Fields, type InputOf, type OutputOf } from "./fields.js";
import { Money } from "./money.js";
import { deadlineOf, type Deadline, type Running } from "./period.js";
import type { AnyPolicy } from "./policy.js";
import { rulesOf, type Context, type CoverRule, type Report, type Rule } from "./rule.js";
import type { Benefit } from "./statement.js";

/** One claim: whether it is covered, how much is due, by when, and why. */
export interface Assessment {
  /** The programme. */
  readonly programme: string;
  /** The cover that was claimed. */
  readonly cover: string;
  /** Whether the claim is covered. */
  readonly eligibility: Eligibility;
  /** The amount by the rules, whether covered or not; `null` while its inputs are not known or a contract sets it. */
  readonly benefit: Benefit | null;
  /** What is to be paid: the benefit when eligible, zero when not, `null` while that is open (yuan). */
  readonly payable: Money | null;
  /** What `payable` waits for: facts, the loss, or the contract's amount. */
  readonly pending: "facts" | "loss" | "contract" | null;
  /** By when the insurer must act. */
  readonly deadlines: readonly Deadline[];
  /** Deadlines that run but end outside the work calendar's years. */
  readonly outOfCalendar: readonly string[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
}

/** A benefit rule, whatever its fields. */
type BenefitRule = Rule<Fields, Benefit, AnyPolicy>;

type ReadingNames<P extends AnyPolicy> = keyof P["readings"] & string;

/** A cover is its facts, its requirements and its benefit. */
export interface Cover<F extends Fields, B extends Fields | null, P extends AnyPolicy> {
  /** The facts that decide on it. */
  readonly facts: F;
  /** The rule for its amount; `null` when the contract sets it. */
  readonly benefit: B extends Fields ? Rule<B, Benefit, P> : null;
  /** The requirements. */
  readonly requires: (
    ask: Inquiry<keyof F & string>,
    context: Context<P, ReadingNames<P>>,
  ) => readonly (Check | null)[];
  /** Facts that contradict each other. */
  readonly check?: (facts: Partial<OutputOf<F>>, report: Report) => void;
}

/** Any cover of a programme. */
export interface AnyCover<P extends AnyPolicy> {
  readonly facts: Fields;
  readonly benefit: { readonly fields: Fields } | null;
  readonly requires: (ask: Inquiry<never>, context: Context<P, ReadingNames<P>>) => readonly (Check | null)[];
  readonly check?: (facts: never, report: Report) => void;
}

/** The facts of each cover. */
export type FactsOf<C> = {
  readonly [Name in keyof C]: C[Name] extends { readonly facts: infer F extends Fields } ? F : never;
};

type LossOf<C> = C extends { readonly facts: infer F; readonly benefit: { readonly fields: infer B extends Fields } }
  ? { readonly [Name in keyof B as Name extends keyof F ? never : Name]: B[Name] }
  : never;

type Nothing = Record<string, never>;

type Group<F> = [F] extends [never]
  ? z.ZodType<Nothing, Nothing>
  : F extends Fields
    ? z.ZodType<OutputOf<F>, InputOf<F>>
    : never;

/** The fields of an assessment by cover. */
export type ClaimFields<C, D extends Fields> = {
  readonly [Name in keyof C]: {
    /** What is known about the case. */
    facts: Group<FactsOf<C>[Name]>;
    /** The input of the benefit rule, but for what is a fact already. */
    loss: z.ZodOptional<Group<LossOf<C[Name]>>>;
    /** The days from which the insurer's periods run. */
    dates: z.ZodOptional<Group<D>>;
  };
};

/** `checkEligibility` over a table of covers. */
export type EligibilityRule<C, P extends AnyPolicy> = CoverRule<FactsOf<C>, Eligibility, P>;

/** `assessClaim` over a table of covers, with the fields of `dates`. */
export type AssessmentRule<C, D extends Fields, P extends AnyPolicy> = CoverRule<ClaimFields<C, D>, Assessment, P>;

/** The parts of an assessment that differ from programme to programme. */
interface Claims<P extends AnyPolicy, C, D extends Fields> {
  readonly clause: string;
  readonly covers: C;
  /** The fields of `dates`. */
  readonly dates: D;
  /** Days that contradict each other. */
  readonly checkDates: (dates: Partial<OutputOf<D>>, report: Report) => void;
  /** The periods that run. */
  readonly periods: (
    claim: { readonly cover: keyof C & string; readonly dates: OutputOf<D>; readonly payable: Money | null },
    context: Context<P, ReadingNames<P>>,
  ) => readonly Running[];
  /** Facts, loss (if it was given) and dates that contradict each other. */
  readonly checkClaim?: (
    cover: keyof C & string,
    facts: Facts<string>,
    loss: Facts<string> | undefined,
    report: Report,
    dates: Partial<OutputOf<D>>,
  ) => void;
}

const within =
  (report: Report, step: string): Report =>
  (path, code, zh, en) =>
    report([step, ...path], code, zh, en);

/** A dispatcher of paths: a benefit rule's problem stands where its field was given, among the facts or in the loss. */
const whereGiven =
  (report: Report, facts: Fields): Report =>
  (path, code, zh, en) =>
    report([Object.hasOwn(facts, String(path[0])) ? "facts" : "loss", ...path], code, zh, en);

/**
 * A benefit rule's problem that is only a fact not known yet: needed for the amount in this case, such as a referral outside the
 * district. It is no mistake, but leaves the amount open.
 */
const isOpenFact = (facts: Fields, path: Issue["path"], code: IssueCode): boolean =>
  code === "MISSING" && Object.hasOwn(facts, String(path[0]));

/** What is known of the benefit rule's input: its own fields from the loss, the others from the facts. */
function benefitInput(cover: AnyCover<never>, facts: Facts<string>, loss: Facts<string>): Record<string, unknown> {
  const names = Object.keys(cover.benefit?.fields ?? {});
  const entries = names.map((name) => [
    name,
    Object.hasOwn(cover.facts, name) ? (facts[name] ?? undefined) : loss[name],
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
}

const lossFields = (cover: AnyCover<never>): Fields =>
  Object.fromEntries(Object.entries(cover.benefit?.fields ?? {}).filter(([name]) => !Object.hasOwn(cover.facts, name)));

/**
 * The makers of a programme's claim rules. One table of covers feeds both.
 */
export function claimsOf<P extends AnyPolicy>(policy: P) {
  const { ruleByCover } = rulesOf(policy);
  const readings = Object.keys(policy.readings) as ReadingNames<P>[];

  function decide(cover: AnyCover<P>, facts: Facts<string>, context: Context<P, ReadingNames<P>>): Eligibility {
    const inquiry = new Inquiry(facts, cover.facts) as unknown as Inquiry<never>;
    return eligibilityOf(cover.requires(inquiry, context), context.used());
  }

  return {
    /** Types a cover. */
    cover: <F extends Fields, B extends Fields | null = null>(cover: Cover<F, B, P>) => cover,

    /** The rule `checkEligibility` over a table of covers. */
    eligibilityRule: <C extends Readonly<Record<string, AnyCover<P>>>>(
      covers: C,
      clause: string,
    ): EligibilityRule<C, P> => {
      const table = covers as Readonly<Record<string, AnyCover<P>>>;
      return ruleByCover({
        id: "checkEligibility",
        title: { zh: "理赔资格", en: "Eligibility for a claim" },
        clause,
        readings,
        input: Object.fromEntries(Object.entries(covers).map(([name, { facts }]) => [name, facts])) as FactsOf<C>,
        check: ({ cover, ...facts }, report) => {
          if (cover !== undefined) table[cover]?.check?.(facts as never, report);
        },
        evaluate: ({ cover, ...facts }, context) =>
          decide(table[cover] as AnyCover<P>, facts as Facts<string>, context),
      });
    },

    /** The rule `assessClaim` over a table of covers. */
    assessmentRule: <C extends Readonly<Record<string, AnyCover<P>>>, D extends Fields>({
      clause,
      covers,
      dates: dateFields,
      checkDates,
      periods,
      checkClaim,
    }: Claims<P, C, D>): AssessmentRule<C, D, P> => {
      const table = covers as Readonly<Record<string, AnyCover<P>>>;
      const dates = group(dateFields, "理赔经过日期", "The days of the claim").optional();
      const input = Object.entries(table).map(([name, cover]) => [
        name,
        {
          facts: group(cover.facts, "已知事实", "What is known about the case"),
          loss: group(lossFields(cover), "损失", "The loss").optional(),
          dates,
        },
      ]);
      interface Claim {
        cover: string;
        facts: Facts<string>;
        loss?: Facts<string>;
        dates?: OutputOf<D>;
      }
      return ruleByCover({
        id: "assessClaim",
        title: { zh: "理赔核定", en: "Assessment of a claim" },
        clause,
        readings,
        input: Object.fromEntries(input) as ClaimFields<C, D>,
        check(parsed, report, { options }) {
          const claim = parsed as Partial<Claim>;
          const cover = table[claim.cover ?? ""];
          if (cover === undefined) return;
          const { facts = {}, loss } = claim;
          const benefit = cover.benefit as BenefitRule | null;
          cover.check?.(facts as never, within(report, "facts"));
          const given = whereGiven(report, cover.facts);
          const problem: Report = (path, code, zh, en) => {
            if (!isOpenFact(cover.facts, path, code)) given(path, code, zh, en);
          };
          benefit?.check(benefitInput(cover, facts, loss ?? {}), problem, options);
          if (claim.dates !== undefined) checkDates(claim.dates, within(report, "dates"));
          checkClaim?.(claim.cover as keyof C & string, facts, loss, report, claim.dates ?? {});
        },
        evaluate(parsed, context): Assessment {
          const { cover: name, facts, loss, dates: days } = parsed as unknown as Claim;
          const cover = table[name] as AnyCover<P>;
          const eligibility = decide(cover, facts, context);
          const rule = cover.benefit as BenefitRule | null;
          const lossGiven = loss !== undefined || Object.keys(lossFields(cover)).length === 0;
          const known =
            rule !== null && lossGiven ? rule.input.safeParse(benefitInput(cover, facts, loss ?? {})) : undefined;
          const open: IssueCode[] = [];
          if (known?.success) rule?.check(known.data, (_, code) => open.push(code), context.options);
          const complete = rule !== null && known?.success && open.length === 0;
          const benefit = complete ? rule.evaluate(known.data, context.options) : null;

          const payables = { eligible: benefit?.amount ?? null, ineligible: Money.zero, undetermined: null };
          const payable = payables[eligibility.outcome];
          const waiting = rule === null ? "contract" : lossGiven ? "facts" : "loss";
          const pending = payable !== null ? null : eligibility.outcome === "undetermined" ? "facts" : waiting;

          const running = days === undefined ? [] : periods({ cover: name, dates: days, payable }, context);
          const deadlines: Deadline[] = [];
          const outOfCalendar: string[] = [];
          for (const period of running) {
            const counted = count(period, context);
            if (counted === null) outOfCalendar.push(period.action);
            else deadlines.push(counted);
          }
          const used = { ...context.used(), ...benefit?.readings };
          return {
            programme: policy.id,
            cover: name,
            eligibility,
            benefit,
            payable,
            pending,
            deadlines,
            outOfCalendar,
            readings: used,
          };
        },
      });
    },
  };
}

/** A deadline, or `null` when it ends outside the calendar. */
function count(period: Running, { calendar }: { readonly calendar: Context<AnyPolicy>["calendar"] }): Deadline | null {
  try {
    return deadlineOf(period, calendar);
  } catch (error) {
    if (error instanceof PolicyInputError && error.code === "CALENDAR_OUT_OF_RANGE") return null;
    throw error;
  }
}
