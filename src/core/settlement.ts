import { frozen } from "./frozen.js";
import { Money, ratio, sumOf, type Rate } from "./money.js";
import type { Provision } from "./policy.js";
import { amount, conditions, factorOrNone, lines, readings, shapeOf, type ShapesOf } from "./results.js";
import type { Line, Statement } from "./statement.js";
import type { Text } from "./text.js";

/**
 * 一个期间盈亏的分担。
 * How a period's profit or loss is shared. All amounts in yuan.
 */
export interface Settlement {
  /** Premium of the period. */
  readonly premium: Money;
  /** Claims paid in the period. */
  readonly claims: Money;
  /** Claims over premium, to six places for display; `null` without premium. No decision is taken on it. */
  readonly lossRatio: Rate | null;
  /** What the insurer gives back. */
  readonly refund: Money;
  /** What the payer of the premium adds. */
  readonly supplement: Money;
  /** What the insurer absorbs of the claims above the line below which it refunds, plus what its own fault caused. */
  readonly insurerBears: Money;
  /** Premium − claims − refund + supplement: the insurer's profit, or loss when negative. */
  readonly insurerResult: Money;
  /** What has to be done before the money moves. */
  readonly conditions: readonly Text[];
  /** The working steps. */
  readonly lines: readonly Line[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
}

/** A band of the loss ratio and the part of it that the payer of the premium takes on. */
export interface Band {
  /** The loss ratio at which the band begins. */
  readonly from: Provision<Rate>;
  /** Where it ends; `null` when it is open. */
  readonly to: Provision<Rate> | null;
  /** The payer's share within it. */
  readonly share: Provision<Rate>;
}

/** A risk corridor: below a loss ratio the insurer refunds, within bands above it the payer shares the claims. */
export interface Corridor {
  /** The loss ratio below which what is missing to it is refunded. */
  readonly refundBelow: Provision<Rate>;
  /** The loss ratio up to which is refunded, where it is another one. */
  readonly refundTo?: Provision<Rate>;
  /** The bands in which the payer adds a share. */
  readonly bands: readonly Band[];
  /** What the refund is called, where a document does not say that it goes back to the payer. */
  readonly refunded?: Text;
}

const texts = frozen({
  refund: { zh: "退回金额", en: "Refund" },
  result: { zh: "承保机构盈亏", en: "Insurer's result" },
} satisfies Record<string, Text>);

/**
 * Settles premium and claims by a corridor and writes the lines. A threshold is premium × rate, exact; only what somebody pays is
 * rounded, half up to the fen.
 */
export function settleByCorridor(sheet: Statement, premium: Money, claims: Money, corridor: Corridor) {
  const { refundBelow, refundTo = refundBelow, bands, refunded = texts.refund } = corridor;
  const line = premium.toDecimal().times(refundBelow.value.toDecimal());
  const above = claims.toDecimal().minus(line);
  const to = above.lessThan(0) ? refundTo : refundBelow;
  const refund = sheet.write({
    operation: "shortfall",
    operands: [premium, to.value, claims],
    from: [refundBelow, to],
    label: refunded,
  });
  const supplement = sumOf(
    bands.map(({ from, to, share }) =>
      sheet.write({
        operation: "excess",
        operands: [claims, premium, from.value, to?.value ?? null, share.value],
        from: [share, from, to],
      }),
    ),
  );
  const insurerBears = Money.round(above).minus(supplement).atLeastZero();
  const insurerResult = sheet.write({
    operation: "result",
    operands: [premium, claims, refund, supplement],
    from: [{ clause: refundBelow.clause, label: texts.result }],
  });
  const ends = bands.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const thresholds = [refundBelow, ...ends].map(({ value }) => value);
  return {
    premium,
    claims,
    lossRatio: ratio(claims, premium, thresholds),
    refund,
    supplement,
    insurerBears,
    insurerResult,
  };
}

/** The fields of a settlement. */
export const settlementFields: ShapesOf<Settlement> = {
  premium: amount("保费", "Premium"),
  claims: amount("赔款", "Claims"),
  lossRatio: factorOrNone("赔付率", "Loss ratio"),
  refund: amount("退还付费方", "Refund to the payer"),
  supplement: amount("付费方补充", "Supplement by the payer"),
  insurerBears: amount("承保机构承担", "Borne by the insurer"),
  insurerResult: amount("承保机构盈亏", "Insurer's result"),
  lines,
  conditions,
  readings,
};

/** How a period's profit or loss is shared. */
export const settlementShape = shapeOf<Settlement>(settlementFields, "清算（元）", "Settlement (yuan)");
