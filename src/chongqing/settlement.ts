import { group, list, money, name, oneOf, optional, type InputOf, type OutputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import type { Field, Vocabulary } from "../core/input.js";
import { Money, Rate, ratio } from "../core/money.js";
import type { Provision } from "../core/policy.js";
import { amount, factorOrNone, plainText, shapeOf, tableOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import { settlementFields, type Settlement } from "../core/settlement.js";
import type { Statement } from "../core/statement.js";
import type { Text } from "../core/text.js";
import { optionalShape } from "../core/wire.js";
import { periods, type ChongqingPolicy } from "./policy.js";
import { rule } from "./programme.js";

/**
 * 一家承保保险公司的数字，及其在扣除或补充中的份额。
 * One insurer's figures, and its part of what is deducted or added.
 */
export interface SettledInsurer {
  /** As it was given. */
  readonly name?: string;
  readonly premium: Money;
  readonly claims: Money;
  /** Its own loss ratio; nothing is decided on it. */
  readonly lossRatio: Rate | null;
  /** Its part of the deduction, when `allocation` says how to divide it (yuan). */
  readonly refund?: Money;
  /** Its part of what the policyholder adds, likewise (yuan). */
  readonly supplement?: Money;
}

/**
 * 各承保公司合计的清算。
 * The settlement of all insurers together. `refund` is what is deducted (扣除); `insurerBears` counts from the line where sharing begins.
 */
export interface ChongqingSettlement extends Settlement {
  /** Claims between the line below which is deducted and that from which is shared: neither happens to them (yuan). */
  readonly betweenLines: Money;
  /** What of the refund is deducted from the second period's premium; only when that premium was given (yuan). */
  readonly deducted?: Money;
  /** What of the refund exceeds it; the notice does not say what becomes of it (yuan). */
  readonly undeducted?: Money;
  /** Each insurer, in the order given. */
  readonly byInsurer: readonly SettledInsurer[];
}

/** The words of this settlement; what no name is given to is shown by the statement. */
const names = frozen({
  refund: { zh: "应扣除的保费", en: "Premium to be deducted" },
  supplement: { zh: "投保人承担", en: "Added by the policyholder" },
  insurerBears: { zh: "承保保险公司承担", en: "Borne by the insurers" },
  result: { zh: "承保保险公司盈亏", en: "Insurers' result" },
} satisfies Record<string, Text>);

const amountOf = (text: Text) => amount(text.zh, text.en);

const insurerRow = shapeOf<SettledInsurer>(
  {
    name: optionalShape(plainText("承保保险公司", "Insurer")),
    premium: amount("保费", "Premium"),
    claims: amount("赔款", "Claims"),
    lossRatio: factorOrNone("赔付率", "Loss ratio"),
    refund: optionalShape(amountOf(names.refund)),
    supplement: optionalShape(amountOf(names.supplement)),
  },
  "承保保险公司",
  "Insurer",
);

const { premium, claims, lossRatio, lines, conditions, readings } = settlementFields;

const settlementOfAll = shapeOf<ChongqingSettlement>(
  {
    premium,
    claims,
    lossRatio,
    refund: amountOf(names.refund),
    betweenLines: amount("既不扣除也不共担的赔款", "Claims neither deducted for nor shared"),
    supplement: amountOf(names.supplement),
    insurerBears: amountOf(names.insurerBears),
    insurerResult: amountOf(names.result),
    deducted: optionalShape(amount("从第二保障期间保费中扣除", "Deducted from the second period's premium")),
    undeducted: optionalShape(amount("未能扣除", "Left over")),
    byInsurer: tableOf(insurerRow, "各承保保险公司", "The insurers"),
    lines,
    conditions,
    readings,
  },
  "清算（元）",
  "Settlement (yuan)",
);

const insurerFields = {
  /** The insurer's name. */
  name: optional(name("承保保险公司", "Insurer")),
  /** Its premium of the period (yuan). */
  premium: money("保费", "Premium"),
  /** Its claims of the period (yuan). */
  claims: money("赔款", "Claims"),
};

/** 一家承保保险公司的保费和赔款。One insurer's premium and claims of the period. */
export interface SettledInsurerInput extends InputOf<typeof insurerFields> {}

const insurer: Field<OutputOf<typeof insurerFields>, SettledInsurerInput> = group(
  insurerFields,
  "承保保险公司",
  "Insurer",
);

/** 五 says nothing of how the insurers divide: the contract does. */
const allocations = frozen({
  byPremium: { zh: "按保费分摊", en: "by premium" },
  byClaims: { zh: "按赔款分摊", en: "by claims" },
} satisfies Vocabulary);

const settleFields = {
  /** The period that is settled. */
  period: oneOf(periods, "保障期间", "Period"),
  /** Every insurer of the programme. */
  insurers: list(insurer, "各承保保险公司", "The insurers", 1),
  /** How the insurers divide what is deducted or added, where their contract says it. */
  allocation: optional(oneOf(allocations, "各公司间的分摊", "How the insurers divide it")),
  /** For the first period: the second's premium due, of the first enrolment and of later ones (yuan). */
  secondPeriodPremiumDue: optional(money("第二保障期间应付保费", "Premium due for the second period")),
};

/** 赔付率清算的输入。What all insurers' settlement is computed from. */
export interface SettleInput extends InputOf<typeof settleFields> {}

type Insurers = readonly OutputOf<typeof insurerFields>[];

/** The part of an amount that each insurer takes, by what the contract goes by. */
const divided = (whole: Money, insurers: Insurers, by: "premium" | "claims"): Money[] =>
  whole.isZero() ? insurers.map(() => whole) : whole.allocate(insurers.map((each) => String(each[by])));

/** Each insurer's own figures, and its part of what is deducted or added. */
function insurerRows(
  insurers: Insurers,
  { refund, supplement }: Pick<Settlement, "refund" | "supplement">,
  allocation: keyof typeof allocations | undefined,
): SettledInsurer[] {
  const own = insurers.map(({ name: called, premium, claims }) => ({
    ...(called !== undefined && { name: called }),
    premium,
    claims,
    lossRatio: ratio(claims, premium),
  }));
  if (allocation === undefined) return own;
  const by = allocation === "byPremium" ? "premium" : "claims";
  const [refunds, supplements] = [divided(refund, insurers, by), divided(supplement, insurers, by)];
  return own.map((row, index) => ({
    ...row,
    refund: refunds[index] as Money,
    supplement: supplements[index] as Money,
  }));
}

/** What of the refund the second period's premium takes, and what is left over. */
function deduction(sheet: Statement, refund: Money, due: Money, { clause }: Provision<Rate>) {
  return {
    deducted: sheet.write({
      operation: "cap",
      operands: [refund, due, Money.zero],
      from: [{ clause, label: { zh: "从第二保障期间保费中扣除", en: "Deducted from the second period's premium" } }],
    }),
    undeducted: sheet.write({
      operation: "deduct",
      operands: [refund, due],
      from: [{ clause, label: { zh: "未能扣除的部分（通知未作规定）", en: "Left over (the notice is silent)" } }],
    }),
  };
}

const whenDeducted: Readonly<Record<keyof typeof periods, Text>> = {
  first: {
    zh: "应扣除的保费，在清算第二保障期间首批参保人员保险费剩余部分和批增保费时扣除",
    en: "It is deducted when the second period's remaining and added premiums are settled",
  },
  second: {
    zh: "第二保障期间之后没有可供扣除的保费，如何处理通知未作规定",
    en: "After the second period there is no premium to deduct it from; the notice is silent on what becomes of it",
  },
};

/** Whether an insurer paid nothing; of one whose claims are bad, that is not known. */
const hasNoClaims = ({ claims }: { readonly claims?: Money }): boolean => claims?.isZero() === true;

/**
 * 按实际赔付率清算，各承保公司合计（五），元。
 * The settlement by the actual loss ratio, all insurers together (五), in yuan. Below 85 % the shortfall to 85 % is deducted from the
 * second period's premium; from 85 to 90 % nothing is deducted or shared; from 90 to 100 % the policyholder bears half; above 100 % the
 * insurers bear the rest.
 *
 * @param input - The period; premium and claims of each insurer; `allocation`, if what is deducted or added is to be divided among them;
 * for the first period the second's premium, if the deduction is to be worked out.
 * @returns A Settlement: `refund` is what is deducted, `insurerBears` counts from 90 %, `betweenLines` is what lies between 85 and 90 %;
 * with `deducted` and `undeducted` when the second period's premium was given, and each insurer in `byInsurer`.
 * @throws PolicyInputError for a bad amount, no insurer, the second period's premium beside the second period, and a division by claims
 * when there are none.
 * @example
 * ```ts
 * const { supplement, insurerBears, betweenLines, insurerResult } = settle({
 *   period: "first",
 *   insurers: [{ premium: "100000000", claims: "96000000" }],
 * });
 * [supplement, insurerBears, betweenLines].map(String); // ["3000000.00", "3000000.00", "5000000.00"]
 * insurerResult.toString(); // "7000000.00"
 * ```
 * @function
 */
export const settle: Rule<SettleInput, ChongqingSettlement, ChongqingPolicy> = rule({
  id: "settle",
  title: { zh: "赔付率清算", en: "Settlement by loss ratio" },
  clause: "五",
  input: settleFields,
  result: settlementOfAll,
  check({ period, insurers, allocation, secondPeriodPremiumDue }, report) {
    if (period === "second" && secondPeriodPremiumDue !== undefined) {
      report(
        ["secondPeriodPremiumDue"],
        "CONFLICT",
        "清算第二保障期间时，没有后续保费可供扣除",
        "no premium follows the second period",
      );
    }
    if (allocation === "byClaims" && insurers?.every(hasNoClaims)) {
      report(["allocation"], "CONFLICT", "赔款合计为零，不能按赔款分摊", "there are no claims to divide by");
    }
  },
  evaluate(input, { terms: { settlement }, statement, used }): ChongqingSettlement {
    const { period, insurers, allocation, secondPeriodPremiumDue: due } = input;
    const { refundBelow, sharedFrom, sharedTo, policyholderShare } = settlement;
    const { clause } = refundBelow;
    const sheet = statement();
    const total = (part: "premium" | "claims", zh: string, en: string) =>
      sheet.sum(
        insurers.map((each) => each[part]),
        { clause, label: { zh, en } },
      );
    const premium = total("premium", "保费合计", "Premium of all insurers");
    const claims = total("claims", "赔款合计", "Claims of all insurers");
    const excess = (from: Provision<Rate>, to: Provision<Rate> | null, label: Text, share?: Provision<Rate>) =>
      sheet.write({
        operation: "excess",
        operands: [claims, premium, from.value, to?.value ?? null, share?.value ?? Rate.one],
        from: [from, to, share],
        label,
      });
    const within = (from: Provision<Rate>, to: Provision<Rate>) => {
      const [least, most] = [from.value.toPercent(), to.value.toPercent()];
      const label = { zh: `赔付率${least}至${most}之间的赔款`, en: `Claims from ${least} to ${most} of premium` };
      return excess(from, to, label);
    };

    const refund = sheet.write({
      operation: "shortfall",
      operands: [premium, refundBelow.value, claims],
      from: [refundBelow],
      label: names.refund,
    });
    const betweenLines = within(refundBelow, sharedFrom);
    const shared = within(sharedFrom, sharedTo);
    const supplement = excess(sharedFrom, sharedTo, names.supplement, policyholderShare);
    const insurersShare = sheet.write({
      operation: "rest",
      operands: [shared, supplement],
      from: [policyholderShare, sharedFrom, sharedTo],
      label: { zh: "其余由承保保险公司承担", en: "The rest, borne by the insurers" },
    });
    const most = sharedTo.value.toPercent();
    const beyond = excess(sharedTo, null, {
      zh: `赔付率超过${most}的赔款，由承保保险公司自行承担`,
      en: `Claims above ${most} of premium, borne by the insurers`,
    });
    const insurerResult = sheet.write({
      operation: "result",
      operands: [premium, claims, refund, supplement],
      from: [{ clause, label: names.result }],
    });
    const deducted = due && deduction(sheet, refund, due, refundBelow);
    return {
      premium,
      claims,
      lossRatio: ratio(
        claims,
        premium,
        [refundBelow, sharedFrom, sharedTo].map(({ value }) => value),
      ),
      refund,
      supplement,
      insurerBears: insurersShare.plus(beyond),
      insurerResult,
      betweenLines,
      ...deducted,
      byInsurer: insurerRows(insurers, { refund, supplement }, allocation),
      conditions: refund.isZero() ? [] : [whenDeducted[period]],
      lines: sheet.lines,
      readings: used(),
    };
  },
});
