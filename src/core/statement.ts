import { disabilityRate, type DisabilityScale } from "./disability.js";
import { Money, Rate, sumOf, weightedSum } from "./money.js";
import type { Clause, Provision } from "./policy.js";
import type { Text } from "./text.js";
import { slices, type Slice, type Tier } from "./tiers.js";

/**
 * What a line did, and with what. The words and their operands, so that any host can render the formula:
 *
 * | operation | operands | amount |
 * | --- | --- | --- |
 * | `pay` | amount | the amount |
 * | `multiply` | amount, count | amount × count |
 * | `sum` | amounts | their sum |
 * | `deduct` | amount, deductible | amount − deductible, at least 0 |
 * | `share` | amount, rate | amount × rate |
 * | `tiers` | [amount, rate] a tier | the sum of amount × rate |
 * | `cap` | amount, limit, used before | amount, at most limit − used before |
 * | `higher` | two amounts | the larger |
 * | `rest` | amount, taken | amount − taken; may be negative |
 * | `restShare` | amount, taken, rate, limit or null, used before | (amount − taken) × rate, at most limit − used before |
 * | `restAbove` | amount, taken, rate | amount − taken − amount × rate, at least 0 |
 * | `topUp` | amount, rate, taken, limit, used before | amount × rate − taken, at least 0, at most limit − used before |
 * | `shortfall` | premium, rate, claims | premium × rate − claims, at least 0 |
 * | `excess` | claims, premium, from, to or null, rate | what claims exceed from × premium (up to to × premium), × rate |
 * | `result` | premium, claims, refund, supplement | premium − claims − refund + supplement |
 * | `benefit` | the amounts that are due, paid before | their sum − paid before, at least 0 |
 */
export type Operation =
  | { readonly operation: "pay"; readonly operands: readonly [Money] }
  | { readonly operation: "multiply"; readonly operands: readonly [Money, number] }
  | { readonly operation: "sum"; readonly operands: readonly Money[] }
  | { readonly operation: "deduct"; readonly operands: readonly [Money, Money] }
  | { readonly operation: "share"; readonly operands: readonly [Money, Rate] }
  | { readonly operation: "tiers"; readonly operands: readonly Slice[] }
  | { readonly operation: "cap"; readonly operands: readonly [Money, Money, Money] }
  | { readonly operation: "higher"; readonly operands: readonly [Money, Money] }
  | { readonly operation: "rest"; readonly operands: readonly [Money, Money] }
  | { readonly operation: "restShare"; readonly operands: readonly [Money, Money, Rate, Money | null, Money] }
  | { readonly operation: "restAbove"; readonly operands: readonly [Money, Money, Rate] }
  | { readonly operation: "topUp"; readonly operands: readonly [Money, Rate, Money, Money, Money] }
  | { readonly operation: "shortfall"; readonly operands: readonly [Money, Rate, Money] }
  | { readonly operation: "excess"; readonly operands: readonly [Money, Money, Rate, Rate | null, Rate] }
  | { readonly operation: "result"; readonly operands: readonly [Money, Money, Money, Money] }
  | { readonly operation: "benefit"; readonly operands: readonly [readonly Money[], Money] };

/** One working step of a statement (核算单): what it is, the clause it rests on, and what came of it. */
export type Line = {
  /** What the step is called. */
  readonly label: Text;
  /** The clause it rests on. */
  readonly clause: Clause;
  /** What came of it (yuan). */
  readonly amount: Money;
  /** It used a term that was amended. */
  readonly amended?: true;
} & Operation;

/** What is due, and how it came about. The lines are working steps, not addends; the last one's amount is `amount`. */
export interface Benefit {
  /** What is due now (yuan). */
  readonly amount: Money;
  /** The working steps. */
  readonly lines: readonly Line[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
}

/** How a benefit for death goes together with one for an earlier disability from the same accident. */
export type DeathAfterDisability = "both" | "higher" | "deathOnly";

const higherLabel: Text = Object.freeze({ zh: "伤残与身故取高", en: "Disability or death" });
const unpaidLabel: Text = Object.freeze({ zh: "扣除此前已赔付的伤残", en: "Less disability paid before" });
const payable: Text = Object.freeze({ zh: "应付金额", en: "Payable" });

/**
 * A statement in the making. Each verb computes and writes its line from the same operands, so no line can say anything but
 * what was done.
 */
export class Statement {
  /** @internal The lines so far. */
  readonly lines: Line[] = [];

  constructor(
    private readonly clause: Clause,
    private readonly readings: () => Record<string, string>,
  ) {}

  /** Writes a line that no verb below covers. */
  write(label: Text, clause: Clause, amount: Money, { operation, operands }: Operation, amended?: true): Money {
    const line = { label, clause, amount, operation, operands } as Line;
    this.lines.push(amended ? { ...line, amended } : line);
    return amount;
  }

  /** A fixed amount. */
  pay(term: Provision<Money>): Money {
    const { label, clause, value } = term;
    return this.write(label, clause, value, { operation: "pay", operands: [value] }, term.amended);
  }

  /** An amount a number of times (a premium for months or persons). */
  multiply(term: Provision<Money>, count: number, amended = term.amended): Money {
    const { label, clause, value } = term;
    return this.write(
      label,
      clause,
      value.times(new Rate(String(count))),
      { operation: "multiply", operands: [value, count] },
      amended,
    );
  }

  /** What an amount exceeds a deductible. */
  deduct(amount: Money, deductible: Provision<Money>): Money {
    const { label, clause, value } = deductible;
    return this.write(
      label,
      clause,
      amount.minus(value).atLeastZero(),
      { operation: "deduct", operands: [amount, value] },
      deductible.amended,
    );
  }

  /** A rate of an amount. */
  share(amount: Money, term: Provision<Rate>): Money {
    const { label, clause, value } = term;
    return this.write(
      label,
      clause,
      amount.times(value),
      { operation: "share", operands: [amount, value] },
      term.amended,
    );
  }

  /** A sum insured by a rate that the case brings, such as a contract's own degree of disability. */
  scale(term: Provision<Money>, rate: Rate): Money {
    const { label, clause, value } = term;
    return this.write(label, clause, value.times(rate), { operation: "share", operands: [value, rate] }, term.amended);
  }

  /** A sum insured by the degree of disability; the line names grade and scale. */
  disability(term: Provision<Money>, grade: number, scale: Provision<DisabilityScale>): Money {
    const { clause, value } = term;
    const rate = disabilityRate(grade, scale.value);
    const label = {
      zh: `${term.label.zh}（${grade} 级，${scale.clause.document}）`,
      en: `${term.label.en} (grade ${grade}, ${scale.clause.document})`,
    };
    const amended = term.amended ?? scale.amended;
    return this.write(label, clause, value.times(rate), { operation: "share", operands: [value, rate] }, amended);
  }

  /** An amount by marginal tiers, rounded once. */
  tiers(amount: Money, term: Provision<readonly Tier[]>): Money {
    const cut = slices(amount, term.value);
    return this.write(term.label, term.clause, weightedSum(cut), { operation: "tiers", operands: cut }, term.amended);
  }

  /** An amount, at most what is left of a limit. */
  cap(amount: Money, limit: Provision<Money>, usedBefore: Money = Money.zero): Money {
    const { label, clause, value } = limit;
    const capped = amount.atMost(value.minus(usedBefore).atLeastZero());
    return this.write(
      label,
      clause,
      capped,
      { operation: "cap", operands: [amount, value, usedBefore] },
      limit.amended,
    );
  }

  /** The larger of two amounts. */
  higher(label: Text, first: Money, second: Money): Money {
    return this.write(label, this.clause, first.max(second), { operation: "higher", operands: [first, second] });
  }

  /**
   * What is due when one accident brought disability and death, by the reading of how the two go together, less what was paid for the
   * disability before.
   */
  harm(
    disability: Money | null,
    death: Money | null,
    disabilityPaidBefore: Money,
    reading: () => DeathAfterDisability,
  ): Money[] {
    const unpaid = (amount: Money) => this.#unpaid(amount, disabilityPaidBefore);
    if (disability === null) return death === null ? [] : [death];
    if (death === null) return [unpaid(disability)];
    switch (reading()) {
      case "both":
        return [unpaid(disability), death];
      case "higher":
        return [unpaid(this.higher(higherLabel, disability, death))];
      case "deathOnly":
        return [unpaid(death)];
    }
  }

  #unpaid(amount: Money, paidBefore: Money): Money {
    if (paidBefore.isZero()) return amount;
    const rest = amount.minus(paidBefore).atLeastZero();
    return this.write(unpaidLabel, this.clause, rest, { operation: "deduct", operands: [amount, paidBefore] });
  }

  /** Closes the statement: what is due, less what was paid of it before. */
  benefit(due: readonly Money[], paidBefore: Money = Money.zero): Benefit {
    const amount = this.write(payable, this.clause, sumOf(due).minus(paidBefore).atLeastZero(), {
      operation: "benefit",
      operands: [due, paidBefore],
    });
    return { amount, lines: this.lines, readings: this.readings() };
  }
}
