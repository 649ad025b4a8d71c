import { Decimal } from "decimal.js";
import { badArgument } from "./errors.js";
import type { Text } from "./text.js";

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

/**
 * 金额可以写成：以元计的普通数字，或 Money。
 * What is accepted where an amount of money is asked for: yuan as a plain decimal, or a Money.
 */
export type MoneyInput = Money | string | number;

/**
 * 比例可以写成：普通小数（如 "0.25"），或 Rate。
 * What is accepted where a rate is asked for: a plain decimal such as `"0.25"`, or a Rate.
 */
export type RateInput = Rate | string | number;

const inspect = Symbol.for("nodejs.util.inspect.custom");

function notComparable(what: "Money" | "Rate"): TypeError {
  return new TypeError(
    `${what} 不能用运算符比较或相加，请用 compare、plus / ${what} has no operators: compare with compare(), add with plus()`,
  );
}

/**
 * 精确的比例（0.25 即 25%）。
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
    // As a console shows it; not declared, so that no type of another package is needed.
    Object.defineProperty(this.prototype, inspect, {
      value(this: Rate): string {
        return `Rate(${this.toPercent()})`;
      },
    });
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

  /** Throws: operators would compare rates as texts. Use `compare`. */
  valueOf(): never {
    throw notComparable("Rate");
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
  if (match === null) return null;
  const [, whole = "", fraction = ""] = match;
  return { text, whole, fraction };
}

/** A rate from outside, or the problem in words. */
export function parseRate(value: unknown): Rate | Text {
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
 * 由普通小数得到比例：`rate("0.25")` 即 25%。
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
  throw badArgument("INVALID_RATE", parsed.zh, parsed.en, value, meantRate(value));
}

/**
 * 由百分数得到比例：`percent("25")` 即 0.25。
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
export function parseMoney(value: unknown): Money | Text {
  if (Money.is(value)) {
    if (value.fen < 0) return { zh: "金额不能为负", en: "an amount must not be negative" };
    if (!Number.isSafeInteger(value.fen)) return { zh: "不是整数分", en: "not a whole number of fen" };
    if (value.fen > largestInput) return tooLarge;
    return (value as object) instanceof Money ? value : Money.ofFen(value.fen);
  }
  const text = typeof value === "number" ? String(value) : value;
  const amount = typeof text === "string" ? fenOf(text) : notPlain;
  if (amount >= 0) return amount > largestInput ? tooLarge : Money.ofFen(amount);
  return amount === tooFine ? tooFineText : notPlainText;
}

/** What `fenOf` gives for a text that is no plain decimal, and for one with more than two decimals. */
const [notPlain, tooFine] = [-1, -2];
const notPlainText = {
  zh: "应为以元计的普通数字，如 58000.25，不带符号、空格、千分位和指数",
  en: "expected yuan as a plain number such as 58000.25, without sign, blank, separator or exponent",
};
const tooFineText = {
  zh: "小数超过两位（精确到分）",
  en: "more than two decimals (amounts are exact to the fen)",
};

const [zeroCode, point] = [0x30, 0x2e];

/** A plain decimal of yuan as fen, character by character, since every amount of every claim goes through here. */
function fenOf(text: string): number {
  let amount = 0;
  let decimals = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const digit = code - zeroCode;
    if (code === point && decimals < 0 && index > 0) decimals = 0;
    else if (digit < 0 || digit > 9) return notPlain;
    else {
      // An amount that is far too large stays so, however many digits follow.
      amount = amount > largestInput ? amount : amount * 10 + digit;
      if (decimals >= 0) decimals += 1;
    }
  }
  if (text === "" || decimals === 0) return notPlain;
  if (decimals > 2) return tooFine;
  return decimals === 2 ? amount : decimals === 1 ? amount * 10 : amount * 100;
}

/**
 * 以元计、精确到分的金额。
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
    Object.defineProperty(this.prototype, inspect, {
      value(this: Money): string {
        return `Money(${this.toString()})`;
      },
    });
  }

  /**
   * −1, 0 or 1: how two amounts compare, for sorting.
   *
   * @example
   * ```ts
   * [yuan("10000"), yuan("9000")].sort(Money.compare).map(String); // ["9000.00", "10000.00"]
   * ```
   */
  static compare(this: void, one: Money, other: Money): -1 | 0 | 1 {
    return Math.sign(one.fen - other.fen) as -1 | 0 | 1;
  }

  /** Whether a value is a Money, of this copy of the library or another (a program may load it both as ESM and CJS). */
  static is(value: unknown): value is Money {
    return typeof value === "object" && value !== null && moneyBrand in value;
  }

  /** @internal Use `fen()`. */
  static ofFen(amount: number): Money {
    if (!Number.isSafeInteger(amount)) {
      throw badArgument(
        "OUT_OF_RANGE",
        "金额须为整数分，且不超出可精确表示的范围",
        "not a whole number of fen, or out of the exact range",
        amount,
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

  /** A share of this amount, exact and then up to the next fen. */
  timesUp(factor: Rate): Money {
    return Money.ofFen(factor.toDecimal().times(this.fen).ceil().toNumber());
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
    return Money.compare(this, other);
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
      throw badArgument(
        "OUT_OF_RANGE",
        "分摊须有非负金额和不全为零的比例",
        "a split needs an amount not below zero and a ratio above zero",
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

  /** Throws: operators would compare amounts as texts and join them. Use `compare`, `plus` and `minus`. */
  valueOf(): never {
    throw notComparable("Money");
  }

  /** Same as `toString()`. */
  toJSON(): string {
    return this.toString();
  }
}

/**
 * 由元得到金额：普通小数或数字。
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
  throw badArgument("INVALID_AMOUNT", parsed.zh, parsed.en, amount, meantAmount(amount));
}

/**
 * 结果中的金额（元），可以为负，如承保机构亏损 `"-45.00"`；输入的金额请用 `yuan`。
 * An amount of a result in yuan, which may be negative, such as an insurer's loss of `"-45.00"`. Inputs are read by `yuan`.
 *
 * @throws PolicyInputError for anything that `yuan` refuses, but for the sign.
 * @example
 * ```ts
 * signedYuan("-45.00").plus(yuan("50")).toString(); // "5.00"
 * ```
 */
export function signedYuan(amount: MoneyInput): Money {
  if (Money.is(amount)) return Money.ofFen(amount.fen);
  const text = String(amount);
  return text.startsWith("-") ? Money.zero.minus(yuan(text.slice(1))) : yuan(amount);
}

/**
 * 由整数分得到金额，可以为负。
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

type Weighted = readonly [amount: Money, factor: Rate];

/** The exact sum of amounts times rates, rounded half up to the fen once. */
export function weightedSum(parts: readonly Weighted[]): Money {
  let denominator = 1;
  for (const part of parts) denominator = Math.max(denominator, part[1].denominator);
  let total = 0;
  let exact = Number.isSafeInteger(denominator);
  for (const part of parts) {
    total += part[0].fen * (part[1].units * (denominator / part[1].denominator));
    exact &&= Number.isSafeInteger(total);
  }
  if (exact) return Money.ofFen(divideHalfUp(total, denominator));
  return Money.round(
    parts.reduce((sum, [amount, factor]) => sum.plus(amount.toDecimal().times(factor.toDecimal())), new Exact(0)),
  );
}

/**
 * 金额合计。The sum of amounts, exact to the fen.
 *
 * @throws PolicyInputError for a sum out of the exact range.
 * @example
 * ```ts
 * sumOf([yuan("0.1"), yuan("0.2")]).toString(); // "0.30"
 * ```
 */
export function sumOf(amounts: readonly Money[]): Money {
  let total = 0;
  for (const { fen: each } of amounts) total += each;
  return Money.ofFen(total);
}

/**
 * How much of `whole` a `part` is, to six places; `null` when `whole` is zero. For display, never for decisions. Half up; beside
 * thresholds away from the nearest one (between two equally near ones down), so that it is never shown on the wrong side of one.
 */
export function ratio(part: Money, whole: Money, thresholds: readonly Rate[] = []): Rate | null {
  if (whole.isZero()) return null;
  const exact = new Exact(part.fen).dividedBy(whole.fen);
  const ways = thresholds.map((threshold) => exact.minus(threshold.toDecimal()));
  const [nearest] = ways.sort((one, other) => one.abs().comparedTo(other.abs()) || one.comparedTo(other));
  if (nearest === undefined) return new Rate(exact.toFixed(ratioDecimals));
  return new Rate(exact.toFixed(ratioDecimals, nearest.isPositive() ? Exact.ROUND_UP : Exact.ROUND_DOWN));
}

// What was probably meant: suggestions in an error's words, never computed with.

/** Longest text that is looked at for what it was meant to be: a hostile one may be long. */
const longestText = 60;

/** A text as it would be without the width of its characters and blanks around it; a number as text; nothing for what is too long. */
function bareText(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return typeof value === "string" && value.length <= longestText ? value.normalize("NFKC").trim() : undefined;
}

/** A number as programs write it, with an exponent or not. */
const written = "(\\d+\\.?\\d*(?:e[-+]?\\d{1,2})?|\\.\\d+)";
const writtenAmount = new RegExp(`^${written}\\s*([万w亿])?$`, "i");
const writtenRate = new RegExp(`^(百分之)?\\s*${written}\\s*([%‰成])?$`, "i");
const grouped = /^\d{1,3}(?:[,\s']\d{3})+(?:\.\d+)?$/;

/** The noise of binary fractions, as in 0.1 + 0.2, beside the number that it stands in. */
const noise = new Exact("1e-13");

/** A number with at most so many decimals; `undefined` where what is beyond them is more than noise. */
function toPlaces(number: Decimal, places: number): Decimal | undefined {
  const rounded = number.toDecimalPlaces(places);
  const tolerance = noise.times(Exact.max(rounded.abs(), 1));
  return rounded.minus(number).abs().lessThanOrEqualTo(tolerance) ? rounded : undefined;
}

const tenThousand = 10_000;
const units: Readonly<Record<string, number>> = { 万: tenThousand, 亿: tenThousand ** 2 };

/** The amount that a text or number was probably meant to be: as it is without currency, separators, exponent, 万 and 亿. */
export function meantAmount(value: unknown): string | undefined {
  const bare = bareText(value)
    ?.replace(/^(?:人民币|RMB|CNY|[¥+])\s*/i, "")
    .replace(/\s*(?:元整?|yuan|RMB|CNY)$/i, "");
  if (bare === undefined) return undefined;
  const match = writtenAmount.exec(grouped.test(bare) ? bare.replace(/[,\s']/g, "") : bare);
  if (match === null) return undefined;
  const [, digits = "", unit] = match;
  const amount = toPlaces(new Exact(digits).times(unit === undefined ? 1 : (units[unit] ?? tenThousand)), 2)?.toFixed();
  return amount !== undefined && amount !== value && parseMoney(amount) instanceof Money ? amount : undefined;
}

/** The number that is one, as each sign of a rate counts. */
const wholes: Readonly<Record<string, number>> = { "%": 100, "‰": 1000, 成: 10 };
/** From here on a number without a sign is taken for a percentage; just above one it may be either. */
const leastPercentage = 2;
/** Most decimals of a rate that are not noise. */
const meantDecimals = 10;

/** The rate, at most 1, that a percentage was probably meant to be. */
export function meantRate(value: unknown): string | undefined {
  const match = writtenRate.exec(bareText(value) ?? "");
  if (match === null) return undefined;
  const [, percent, digits = "", sign = percent && "%"] = match;
  const number = new Exact(digits);
  if (sign === undefined && number.greaterThan(1) && number.lessThan(leastPercentage)) return undefined;
  const whole = sign === undefined ? (number.greaterThan(1) ? 100 : 1) : (wholes[sign] as number);
  const rate = toPlaces(number.dividedBy(whole), meantDecimals);
  if (!rate?.lessThanOrEqualTo(1)) return undefined;
  const text = rate.toFixed();
  return text !== value && parseRate(text) instanceof Rate ? text : undefined;
}

const wholeYuan = /\.00$/;

/** An amount as it stands within a name: plain yuan, without decimals where it is whole. */
export const plainYuan = (amount: Money): string => amount.toString().replace(wholeYuan, "");
