import type { Money, Rate } from "../../core/money.js";
import type { OperandsOf, OperationName } from "../../core/operations.js";

/*
 * Each operation of a statement as a formula of cells: one more face of what `core/operations.ts` computes, says and replays. A cell's
 * formula counts whole fen and ten-thousandths of a rate, both whole numbers below 2^53, and rounds once, so that a half fen is a half.
 */

/** A formula that gives whole fen. */
export type Fen = string;
/** A formula that gives ten-thousandths: a rate to four places. */
export type TenThousandths = string;
/** A formula that gives a whole number. */
type Count = string;

/** Operands of an operation, each as a formula. */
export type FormulasOf<T> = T extends Money
  ? Fen
  : T extends Rate
    ? TenThousandths
    : T extends number
      ? Count
      : T extends null
        ? null
        : { readonly [Index in keyof T]: FormulasOf<T[Index]> };

const whole = 10_000;
const rounded = (formula: string) => `ROUND((${formula})/${whole},0)`;
const atLeastZero = (formula: string) => `MAX(0,${formula})`;
const within = (formula: string, limit: Fen, used: Fen) => `MIN(${formula},${atLeastZero(`${limit}-(${used})`)})`;

/** A product of fen, a rate and another rate, rounded once: cut in two, since all three together go beyond whole numbers. */
function twice(product: string, share: TenThousandths): Fen {
  const square = whole * whole;
  return `INT((${product})/${square})*${share}+ROUND(MOD(${product},${square})*${share}/${square},0)`;
}

/** The formula of each operation, in fen. */
export const faces: { readonly [O in OperationName]: (operands: FormulasOf<OperandsOf<O>>) => Fen } = {
  pay: ([amount]) => amount,
  multiply: ([amount, count]) => `${amount}*${count}`,
  sum: (amounts) => amounts.map((each) => `(${each})`).join("+"),
  deduct: ([amount, deductible]) => atLeastZero(`${amount}-(${deductible})`),
  share: ([amount, rate]) => rounded(`${amount}*${rate}`),
  tiers: (slices) => rounded(slices.map(([part, rate]) => `${part}*${rate}`).join("+")),
  cap: ([amount, limit, used]) => within(amount, limit, used),
  higher: ([one, other]) => `MAX(${one},${other})`,
  rest: ([amount, taken]) => `${amount}-(${taken})`,
  restShare: ([amount, taken, rate, limit, used]) => {
    const due = rounded(`(${amount}-(${taken}))*${rate}`);
    return limit === null ? due : within(due, limit, used);
  },
  restAbove: ([amount, taken, rate]) => atLeastZero(rounded(`(${amount}-(${taken}))*${whole}-(${amount})*${rate}`)),
  topUp: ([amount, rate, taken, limit, used]) =>
    within(atLeastZero(rounded(`(${amount})*${rate}-(${taken})*${whole}`)), limit, used),
  reach: ([amount, rate, taken, limit, used]) =>
    within(atLeastZero(`ROUNDUP((${amount})*${rate}/${whole},0)-(${taken})`), limit, used),
  part: ([amount, part, of]) => `ROUND((${amount})*${part}/${of},0)`,
  shortfall: ([premium, rate, claims]) => atLeastZero(rounded(`(${premium})*${rate}-(${claims})*${whole}`)),
  excess: ([claims, premium, from, to, share]) => {
    const excess = `(${claims})*${whole}-(${premium})*${from}`;
    const part = to === null ? excess : `MIN(${excess},(${premium})*(${to}-${from}))`;
    return twice(atLeastZero(part), share);
  },
  result: ([premium, claims, refund, supplement]) => `(${premium})-(${claims})-(${refund})+(${supplement})`,
  benefit: ([due, paid]) => atLeastZero(`${due.map((each) => `(${each})`).join("+") || "0"}-(${paid})`),
};
