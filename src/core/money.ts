import { Decimal } from "decimal.js";
import { PolicyInputError, type Issue } from "./errors.js";

/** decimal.js with its own settings, so that a host's settings never reach our sums. Products of 16 by 24 digits stay exact. */
const Exact = Decimal.clone({ precision: 64, rounding: Decimal.ROUND_HALF_UP });

const moneyBrand = Symbol.for("huimin-rules.Money");
const rateBrand = Symbol.for("huimin-rules.Rate");

/** Largest amount that is accepted as input: 15 digits of fen. */
const largestInput = 999_999_999_999_999;
/** Most decimals a rate may have as input; more is the noise of binary fractions. */
const rateDecimals = 15;
const ratioDecimals = 6;

/** Half up (away from zero) of `numerator / denominator`, both whole; exact, unlike a rounded quotient. */
function divideHalfUp(numerator: number, denominator: number): number {
  const rest = Math.abs(numerator % denominator);
  const whole = Math.trunc((numerator - (numerator % denominator)) / denominator);
  return rest * 2 >= denominator ? whole + Math.sign(numerator) : whole;
}

/** What is accepted where an amount of money is asked for: yuan as a plain decimal, or a Money. */
export type MoneyInput = Money | string | number;

/** What is accepted where a rate is asked for: a plain decimal such as `"0.25"`, or a Rate. */
export type RateInput = Rate | string | number;

function invalid(message: Issue["message"], code: Issue["code"]): PolicyInputError {
  return new PolicyInputError("INVALID_INPUT", [{ path: [], code, message }]);
}

/**
 * An exact rate or factor (0.25 is 25 %), held as a whole number over a power of ten and, where that leaves the safe integers,
 * as a decimal. Immutable; `toString()` and `toJSON()` give the plain decimal.
 */
export class Rate {
  /** 0 %. */
  static readonly zero: Rate = Object.freeze(new Rate("0"));
  /** 100 %. */
  static readonly one: Rate = Object.freeze(new Rate("1"));

  /** @internal The digits without their point, or NaN where they leave the safe integers. */
  readonly units: number;
  /** @internal The power of ten under `units`. */
  readonly denominator: number;
  /** @internal The plain decimal. */
  readonly text: string;

  static {
    Object.defineProperty(this.prototype, rateBrand, { value: true });
  }

  /** @internal Use `rate()`, `percent()` or `ratio()`. */
  constructor(plain: string) {
    const [whole = "", fraction = ""] = plain.split(".");
    const units = Number(whole + fraction);
    this.text = plain;
    this.units = Number.isSafeInteger(units) ? units : Number.NaN;
    this.denominator = 10 ** fraction.length;
  }

  /** Whether a value is a Rate, of this copy of the library or another (a program may load it both as ESM and CJS). */
  static is(value: unknown): value is Rate {
    return typeof value === "object" && value !== null && rateBrand in value;
  }

  /** −1, 0 or 1: how this rate compares with another. */
  compare(other: Rate): -1 | 0 | 1 {
    return this.toDecimal().comparedTo(other.toDecimal()) as -1 | 0 | 1;
  }

  /** Whether both are the same number, however many decimals they show. */
  equals(other: Rate): boolean {
    return this.compare(other) === 0;
  }

  /** As a decimal.js number (of a private copy of decimal.js). */
  toDecimal(): Decimal {
    return new Exact(this.text);
  }

  /** As a binary number, for charts; never compute money with it. */
  toNumber(): number {
    return Number(this.text);
  }

  /** As a percentage: `"25%"`. */
  toPercent(): string {
    return `${this.toDecimal().times(100).toFixed()}%`;
  }

  /** As a plain decimal: `"0.25"`. A ratio keeps six places: `"0.850000"`. */
  toString(): string {
    return this.text;
  }

  /** Same as `toString()`. */
  toJSON(): string {
    return this.text;
  }
}

const plainDecimal = /^(\d+)(?:\.(\d+))?$/;

/** The plain decimal that a string or number is, split at its point; `null` for anything else. */
function digitsOf(value: unknown): { text: string; whole: string; fraction: string } | null {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string") return null;
  const match = plainDecimal.exec(text);
  return match === null ? null : { text, whole: match[1] as string, fraction: match[2] ?? "" };
}

/** A rate from outside, or the problem in words. */
export function parseRate(value: unknown): Rate | Issue["message"] {
  if (value instanceof Rate) return value;
  const digits = digitsOf(Rate.is(value) ? String(value) : value);
  if (digits === null) {
    return {
      zh: "应为不带符号的普通小数，如 0.25（即 25%）",
      en: "expected a plain decimal without sign, such as 0.25 for 25 %",
    };
  }
  if (digits.fraction.length > rateDecimals || digits.whole.length > rateDecimals) {
    return {
      zh: `整数或小数部分超过 ${rateDecimals} 位`,
      en: `more than ${rateDecimals} digits before or after the point`,
    };
  }
  return new Rate(new Exact(digits.text).toFixed());
}

/**
 * A rate as a plain decimal: `rate("0.25")` is 25 %.
 *
 * @throws PolicyInputError for anything but a plain decimal.
 * @example
 * ```ts
 * rate("0.25").toPercent(); // "25%"
 * ```
 */
export function rate(value: RateInput): Rate {
  const parsed = parseRate(value);
  if (parsed instanceof Rate) return parsed;
  throw invalid(parsed, "INVALID_RATE");
}

/**
 * A rate as a percentage: `percent("25")` is 0.25.
 *
 * @throws PolicyInputError for anything but a plain decimal.
 * @example
 * ```ts
 * percent("7.5").toString(); // "0.075"
 * ```
 */
export function percent(value: string | number): Rate {
  return new Rate(rate(value).toDecimal().dividedBy(100).toFixed());
}

const tooLarge = { zh: "金额过大（超过 15 位，以分计）", en: "too large (more than 15 digits of fen)" };

/** An amount from outside, or the problem in words. */
export function parseMoney(value: unknown): Money | Issue["message"] {
  if (Money.is(value)) {
    if (value.fen < 0) return { zh: "金额不能为负", en: "an amount must not be negative" };
    if (!Number.isSafeInteger(value.fen)) return { zh: "不是整数分", en: "not a whole number of fen" };
    if (value.fen > largestInput) return tooLarge;
    return (value as object) instanceof Money ? value : Money.ofFen(value.fen);
  }
  const digits = digitsOf(value);
  if (digits === null) {
    return {
      zh: "应为以元计的普通数字，如 58000.25，不带符号、空格、千分位和指数",
      en: "expected yuan as a plain number such as 58000.25, without sign, blank, separator or exponent",
    };
  }
  const { whole, fraction } = digits;
  if (fraction.length > 2)
    return { zh: "小数超过两位（精确到分）", en: "more than two decimals (amounts are exact to the fen)" };
  const amount = Number(whole) * 100 + (fraction.length === 1 ? Number(fraction) * 10 : Number(fraction));
  if (amount > largestInput) return tooLarge;
  return Money.ofFen(amount);
}

/**
 * An amount of money in yuan, exact to the fen: a whole number of fen. Immutable.
 *
 * Inputs are never negative; results can be (an insurer's loss). `toString()` and `toJSON()` give yuan with two decimals:
 * `"58000.25"`.
 */
export class Money {
  /** 0.00 yuan. */
  static readonly zero: Money = Object.freeze(new Money(0));

  private constructor(
    /** The amount as a whole number of fen. */
    readonly fen: number,
  ) {}

  static {
    Object.defineProperty(this.prototype, moneyBrand, { value: true });
  }

  /** Whether a value is a Money, of this copy of the library or another (a program may load it both as ESM and CJS). */
  static is(value: unknown): value is Money {
    return typeof value === "object" && value !== null && moneyBrand in value;
  }

  /** @internal Use `fen()`. */
  static ofFen(amount: number): Money {
    if (!Number.isSafeInteger(amount)) {
      throw invalid(
        { zh: "金额须为整数分，且不超出可精确表示的范围", en: "not a whole number of fen, or out of the exact range" },
        "OUT_OF_RANGE",
      );
    }
    return new Money(amount + 0);
  }

  /** @internal Rounds a decimal number of yuan half up to the fen. */
  static round(amount: Decimal): Money {
    return Money.ofFen(amount.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
  }

  /** This and another amount together. */
  plus(other: Money): Money {
    return Money.ofFen(this.fen + other.fen);
  }

  /** This amount less another; may be negative. */
  minus(other: Money): Money {
    return Money.ofFen(this.fen - other.fen);
  }

  /** A share of this amount, exact and then half up to the fen. */
  times(factor: Rate): Money {
    return weightedSum([[this, factor]]);
  }

  /** The smaller of both. */
  min(other: Money): Money {
    return this.fen <= other.fen ? this : other;
  }

  /** The larger of both. */
  max(other: Money): Money {
    return this.fen >= other.fen ? this : other;
  }

  /** This amount, or zero where it is negative. */
  atLeastZero(): Money {
    return this.max(Money.zero);
  }

  /** This amount, or the limit where it is above. */
  atMost(limit: Money): Money {
    return this.min(limit);
  }

  /** −1, 0 or 1: how this amount compares with another. */
  compare(other: Money): -1 | 0 | 1 {
    return Math.sign(this.fen - other.fen) as -1 | 0 | 1;
  }

  /** Whether both are the same to the fen. */
  equals(other: Money): boolean {
    return this.fen === other.fen;
  }

  /** Whether this is 0.00. */
  isZero(): boolean {
    return this.fen === 0;
  }

  /**
   * Splits this amount in the given ratios without losing a fen: each part is rounded down, then the fen left over go one
   * each to the parts that lost most, the earlier part first.
   *
   * @throws PolicyInputError for no ratios, a negative amount, or ratios that are all zero.
   * @example
   * ```ts
   * yuan("0.05").allocate([7, 3]).map(String); // ["0.04", "0.01"]
   * ```
   */
  allocate(ratios: readonly RateInput[]): Money[] {
    const weights = ratios.map((ratio) => rate(ratio).toDecimal());
    const total = Exact.sum(0, ...weights);
    if (this.fen < 0 || total.isZero()) {
      throw invalid(
        { zh: "分摊须有非负金额和不全为零的比例", en: "a split needs an amount not below zero and a ratio above zero" },
        "OUT_OF_RANGE",
      );
    }
    const shares = weights.map((weight, index) => {
      const exact = weight.times(this.fen);
      const whole = exact.dividedToIntegerBy(total);
      return { index, fen: whole.toNumber(), lost: exact.minus(whole.times(total)) };
    });
    const spare = this.fen - shares.reduce((sum, share) => sum + share.fen, 0);
    const favoured = new Set(
      [...shares]
        .sort((a, b) => b.lost.comparedTo(a.lost) || a.index - b.index)
        .slice(0, spare)
        .map(({ index }) => index),
    );
    return shares.map(({ index, fen: whole }) => Money.ofFen(favoured.has(index) ? whole + 1 : whole));
  }

  /** In yuan as a binary number, for charts; never compute money with it. */
  toNumber(): number {
    return this.fen / 100;
  }

  /** In yuan as a decimal.js number (of a private copy of decimal.js). */
  toDecimal(): Decimal {
    return new Exact(this.fen).dividedBy(100);
  }

  /** In yuan with two decimals: `"58000.25"`. */
  toString(): string {
    const digits = String(Math.abs(this.fen)).padStart(3, "0");
    return `${this.fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }

  /** Same as `toString()`. */
  toJSON(): string {
    return this.toString();
  }
}

/**
 * An amount in yuan: a plain decimal string, or a number.
 *
 * @throws PolicyInputError for a sign, exponent, blank or separator, more than two decimals, NaN, Infinity, or more than 15
 * digits of fen.
 * @example
 * ```ts
 * yuan("58000.25").plus(yuan(0.05)).toString(); // "58000.30"
 * ```
 */
export function yuan(amount: MoneyInput): Money {
  const parsed = parseMoney(amount);
  if (parsed instanceof Money) return parsed;
  throw invalid(parsed, "INVALID_AMOUNT");
}

/**
 * An amount in whole fen; may be negative, as a result can be.
 *
 * @throws PolicyInputError when it is not a whole number in the exact range.
 * @example
 * ```ts
 * fen(5800025).toString(); // "58000.25"
 * ```
 */
export function fen(amount: number): Money {
  return Money.ofFen(amount);
}

/** The exact sum of amounts times rates, rounded half up to the fen once. */
export function weightedSum(parts: readonly (readonly [Money, Rate])[]): Money {
  let denominator = 1;
  for (const [, factor] of parts) denominator = Math.max(denominator, factor.denominator);
  let total = 0;
  let exact = Number.isSafeInteger(denominator);
  for (const [amount, factor] of parts) {
    total += amount.fen * (factor.units * (denominator / factor.denominator));
    exact &&= Number.isSafeInteger(total);
  }
  if (exact) return Money.ofFen(divideHalfUp(total, denominator));
  return Money.round(
    parts.reduce((sum, [amount, factor]) => sum.plus(amount.toDecimal().times(factor.toDecimal())), new Exact(0)),
  );
}

/** The sum of amounts. */
export function sumOf(amounts: readonly Money[]): Money {
  return amounts.reduce((sum, amount) => sum.plus(amount), Money.zero);
}

/** How much of `whole` a `part` is, to six places, half up; `null` when `whole` is zero. For display, never for decisions. */
export function ratio(part: Money, whole: Money): Rate | null {
  return whole.isZero() ? null : new Rate(new Exact(part.fen).dividedBy(whole.fen).toFixed(ratioDecimals));
}
