import { disabilityRate, type DisabilityScale } from "./disability.js";
import { frozen } from "./frozen.js";
import { Money, plainYuan, sumOf, type Rate } from "./money.js";
import { onceFor } from "./once.js";
import { computeStep, type OperandsOf, type OperationName, type Step } from "./operations.js";
import type { Amended, Clause, Provision } from "./policy.js";
import { midSentence, type Text } from "./text.js";
import { slices, type Tier } from "./tiers.js";

/**
 * 核算单的一行。
 * One working step of a statement (核算单): what it is, the clause it rests on, and what came of it.
 */
export type Line = {
  /** What the step is called. */
  readonly label: Text;
  /** The clause it rests on. */
  readonly clause: Clause;
  /** What came of it (yuan). */
  readonly amount: Money;
  /** It used a term that was amended. */
  readonly amended?: Amended;
} & Step;

/** What a line rests on: a term of the policy, or a clause by itself with a name. */
export type Ground = Pick<Provision<unknown>, "clause" | "label" | "amended">;

/** A step to be written. */
interface Writing<O extends OperationName> {
  readonly operation: O;
  readonly operands: OperandsOf<O>;
  /** The terms that it used: the first gives clause and name, and an amended one marks the line. */
  readonly from: readonly [Ground, ...(Ground | null | undefined)[]];
  /** Another name than the first term's. */
  readonly label?: Text;
}

/**
 * 待遇的组成部分。
 * What of a benefit was for what.
 */
export type Part =
  "death" | "disability" | "medical" | "property" | "award" | "grant" | "illness" | "premium" | "loan" | "contract";

/**
 * 待遇各组成部分的金额（元）。
 * What of a benefit was for what (yuan); together the amount before anything paid came off.
 */
export type Parts = Readonly<Partial<Record<Part, Money>>>;

/**
 * 应付金额及其由来。
 * What is due, and how it came about. The lines are working steps, not addends; the last one's amount is `amount`.
 */
export interface Benefit {
  /** What is due now (yuan). */
  readonly amount: Money;
  /** What of it was for what, before anything paid came off (yuan). */
  readonly parts: Parts;
  /** What was paid beyond what was due: never set off silently (yuan). */
  readonly overpaid: Money;
  /** The working steps. */
  readonly lines: readonly Line[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
}

/** What the last line of a statement is called, by who pays. */
export const closings = frozen({
  benefit: { zh: "承保机构应赔付", en: "Payable by the insurer" },
  premium: { zh: "应缴保费", en: "Premium due" },
  subsidy: { zh: "政府补助保费", en: "Premium subsidy by government" },
} satisfies Record<string, Text>);

/** What an amount is called that the contract sets. */
export const byContract: Text = Object.freeze({ zh: "按合同约定赔付", en: "As the contract gives" });

/** A line's name that follows a term. */
const nameFrom = (words: (term: Provision<Money>) => Text) => onceFor((term: Provision<Money>) => frozen(words(term)));

const afterDeductible = nameFrom(({ value }) => {
  const taken = plainYuan(value);
  return { zh: `扣除${taken}元后`, en: `After the deductible of ${taken} yuan` };
});
const withinLimit = nameFrom(({ label: { zh, en } }) => ({ zh: `按${zh}核定`, en: `Within the ${midSentence(en)}` }));
const limitUsedUp = nameFrom(({ label: { zh, en } }) => ({ zh: `${zh}已用完`, en: `${en} used up` }));

/**
 * A statement in the making. Each verb writes its line from an operation and its operands, and the amount is what comes of them, so
 * no line can say anything but what was done.
 */
export class Statement {
  /** @internal The lines so far. */
  readonly lines: Line[] = [];
  #overpaid = Money.zero;

  constructor(
    private readonly clause: Clause,
    private readonly readings: () => Record<string, string>,
  ) {}

  /** What a line rests on that no term states: the rule's own clause, with a name. */
  own(label: Text): Ground {
    return { clause: this.clause, label };
  }

  /** Writes a line; its amount is computed from the operands. */
  write<O extends OperationName>({ operation, operands, from, label = from[0].label }: Writing<O>): Money {
    const amount = computeStep(operation, operands);
    const { clause } = from[0];
    let amended: Ground["amended"];
    for (const each of from) amended ??= each?.amended;
    const line = (
      amended === undefined
        ? { label, clause, amount, operation, operands }
        : { label, clause, amount, operation, operands, amended }
    ) as Line;
    this.lines.push(line);
    return amount;
  }

  /** A fixed amount. */
  pay(term: Provision<Money>): Money {
    return this.write({ operation: "pay", operands: [term.value], from: [term] });
  }

  /** An amount a number of times (a premium for months or persons); the count may rest on a term too. */
  multiply(term: Provision<Money>, count: number, counted?: Ground): Money {
    return this.write({ operation: "multiply", operands: [term.value, count], from: [term, counted] });
  }

  /** The sum of amounts. */
  sum(amounts: readonly Money[], ground: Ground, label = ground.label): Money {
    return this.write({ operation: "sum", operands: amounts, from: [ground], label });
  }

  /** What an amount exceeds a deductible. */
  deduct(amount: Money, deductible: Provision<Money>): Money {
    const label = afterDeductible(deductible);
    return this.write({ operation: "deduct", operands: [amount, deductible.value], from: [deductible], label });
  }

  /** A rate of an amount. */
  share(amount: Money, term: Provision<Rate>): Money {
    return this.write({ operation: "share", operands: [amount, term.value], from: [term] });
  }

  /** A sum insured by a rate that the case brings, such as a contract's own degree of disability. */
  scale(term: Provision<Money>, rate: Rate): Money {
    return this.write({ operation: "share", operands: [term.value, rate], from: [term] });
  }

  /** A sum insured by the degree of disability; the line names grade and scale. */
  disability(term: Provision<Money>, grade: number, scale: Provision<DisabilityScale>): Money {
    const { label, value } = term;
    return this.write({
      operation: "share",
      operands: [value, disabilityRate(grade, scale.value)],
      from: [term, scale],
      label: {
        zh: `${label.zh}（${grade} 级，${scale.clause.document}）`,
        en: `${label.en} (grade ${grade}, ${scale.clause.document})`,
      },
    });
  }

  /** An amount by marginal tiers, rounded once. */
  tiers(amount: Money, term: Provision<readonly Tier[]>): Money {
    return this.write({ operation: "tiers", operands: slices(amount, term.value), from: [term] });
  }

  /** An amount, at most what is left of a limit; the limit's label is its name, as in 年度限额. */
  cap(amount: Money, limit: Provision<Money>, usedBefore: Money = Money.zero): Money {
    const label = usedBefore.compare(limit.value) < 0 ? withinLimit(limit) : limitUsedUp(limit);
    return this.write({ operation: "cap", operands: [amount, limit.value, usedBefore], from: [limit], label });
  }

  /** The larger of two amounts. */
  higher(label: Text, first: Money, second: Money): Money {
    return this.write({ operation: "higher", operands: [first, second], from: [this.own(label)] });
  }

  /** An amount less what was paid of it before; what was paid beyond it is reported as overpaid. */
  unpaid(amount: Money, paidBefore: Money, label: Text): Money {
    if (paidBefore.isZero()) return amount;
    this.#overpaid = this.#overpaid.plus(paidBefore.minus(amount).atLeastZero());
    return this.write({ operation: "deduct", operands: [amount, paidBefore], from: [this.own(label)] });
  }

  /**
   * Closes the statement: what is due, less what was paid of it before.
   *
   * @param due - The amounts that are due, in the order of the lines.
   * @param parts - What of it was for what, before anything paid came off.
   */
  benefit(due: readonly Money[], parts: Parts, paid: Money = Money.zero): Benefit {
    return this.#close(due, parts, paid, closings.benefit);
  }

  /** Closes the statement of a premium, or of a subsidy for one. */
  premium(due: readonly Money[], closing: Text = closings.premium): Benefit {
    return this.#close(due, { premium: sumOf(due) }, Money.zero, closing);
  }

  /** The statement of an amount that the contract sets: one line. */
  byContract({ value: amount, amended }: Pick<Provision<Money>, "value" | "amended">): Benefit {
    const ground = { ...this.own(byContract), ...(amended && { amended }) };
    this.write({ operation: "pay", operands: [amount], from: [ground] });
    return { amount, parts: { contract: amount }, overpaid: Money.zero, lines: this.lines, readings: this.readings() };
  }

  #close(due: readonly Money[], parts: Parts, paid: Money, closing: Text): Benefit {
    const amount = this.write({ operation: "benefit", operands: [due, paid], from: [this.own(closing)] });
    const overpaid = paid.isZero() ? this.#overpaid : this.#overpaid.plus(paid.minus(sumOf(due)).atLeastZero());
    return { amount, parts, overpaid, lines: this.lines, readings: this.readings() };
  }
}
