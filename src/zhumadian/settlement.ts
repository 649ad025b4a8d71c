import { withNumbers } from "../core/eligibility.js";
import { group, list, money, orZero, type InputOf, type OutputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import type { Field } from "../core/input.js";
import { Money, ratio, Rate } from "../core/money.js";
import type { Provision } from "../core/policy.js";
import type { Report } from "../core/report.js";
import { amount, factor, factorOrNone, listOf, shapeOf, wordOf, yesOrNo, type ShapesOf } from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import { type Band, type Settlement, settleByCorridor, settlementFields } from "../core/settlement.js";
import { checkCounties, division, places } from "./division.js";
import type { ZhumadianPolicy } from "./policy.js";
import { rule } from "./programme.js";

/**
 * 一个县区的年度清算。
 * The settlement of one county's year.
 */
export interface ZhumadianSettlement extends Settlement {
  /** Claims less what the insurer's own fault cost; the loss ratio rests on them (yuan). */
  readonly countedClaims: Money;
  /** The year's profit beside the limit that 五 sets for it. */
  readonly profitCheck: ProfitCheck;
}

/**
 * 年度盈利率与控制线。
 * The insurer's profit of the year, before what running the business cost, beside its limit.
 */
export interface ProfitCheck {
  /** Its result over the premium, to six places for display; `null` without premium and where it made a loss. */
  readonly rate: Rate | null;
  /** The limit, which takes in what running the business cost. */
  readonly limit: Rate;
  /** Whether the result, to the fen, is within the limit. */
  readonly within: boolean;
}

/**
 * 各县区的年度清算及合计。
 * The settlement of every county's year, and the sums.
 */
export interface CountySettlements extends ZhumadianSettlement {
  /** The counties in the order given. */
  readonly counties: readonly CountySettlement[];
}

/**
 * 一个县区及其清算。
 * A county and its settlement.
 */
export interface CountySettlement extends ZhumadianSettlement {
  /** The county's GB/T 2260 code, or the name of a zone, as it was given. */
  readonly division: string;
}

const { premium: premiumShape, claims: claimsShape, ...ratioAndResult } = settlementFields;

/** The loss ratio rests on the claims that count, so that they stand before it. */
const countyFields: ShapesOf<ZhumadianSettlement> = {
  premium: premiumShape,
  claims: claimsShape,
  countedClaims: amount("计入赔付率的赔款", "Claims that count"),
  ...ratioAndResult,
  profitCheck: shapeOf<ProfitCheck>(
    {
      rate: factorOrNone("盈利率（含运营成本）", "Profit, costs of running the business included"),
      limit: factor("控制线", "Limit"),
      within: yesOrNo("是否在控制线以内", "Within the limit"),
    },
    "年度盈利率",
    "Profit of the year",
  ),
};

const settlementShape = shapeOf<ZhumadianSettlement>(countyFields, "清算（元）", "Settlement (yuan)");

const countiesShape = shapeOf<CountySettlements>(
  {
    counties: listOf(
      shapeOf<CountySettlement>(
        { division: wordOf(places, "县区", "County"), ...countyFields },
        "县区清算（元）",
        "Settlement of a county (yuan)",
      ),
      "清算（元）",
      "Settlement (yuan)",
    ),
    ...countyFields,
  },
  "各县区合计（元）",
  "All counties (yuan)",
);

const premium = money("当年保险资金（保费）", "Premium of the year");
const claims = money("理赔支出", "Claims paid in the year");
const insurerFaultClaims = orZero(
  money("因保险机构自身原因多赔超赔的支出", "Claims caused by the insurer's own fault"),
);

interface Year {
  readonly premium: Money;
  readonly claims: Money;
  readonly insurerFaultClaims: Money;
}

function checkYear({ claims: paid, insurerFaultClaims: fault }: Partial<Year>, report: Report): void {
  if (paid !== undefined && fault !== undefined && fault.compare(paid) > 0) {
    report(["insurerFaultClaims"], "CONFLICT", `不能超过理赔支出（${paid}）`, `must not exceed claims (${paid})`);
  }
}

const labels = frozen({
  counted: { zh: "计入赔付率的理赔支出（不含自身原因）", en: "Claims that count (own fault left out)" },
  above: { zh: "超过盈亏平衡点的部分", en: "Claims above the break-even line" },
  supplement: { zh: "县区财政补充", en: "County finance adds" },
  result: { zh: "承保机构盈亏（含自身原因的支出）", en: "Insurer's result (own fault included)" },
});

/** 五: from where on county finance adds to the claims, and which share, by what the 15 % are counted on. */
function financeBand({ terms, reading }: Context<ZhumadianPolicy, "insurerShareOfExcess">): Band {
  const { breakEven, insurerShare } = terms.settlement;
  const [line, share] = [breakEven.value.toDecimal(), insurerShare.value.toDecimal()];
  // Both terms make the rate, so that either one marks the line when it was amended.
  const term = (value: Rate): Provision<Rate> => {
    const { clause, amended } = withNumbers(insurerShare, "", "", breakEven);
    return { clause, label: labels.supplement, value, ...(amended && { amended }) };
  };
  switch (reading("insurerShareOfExcess")) {
    case "percentOfPremium":
      return { from: term(new Rate(line.plus(share).toFixed())), to: null, share: term(Rate.one) };
    case "percentOfBreakEven":
      return { from: term(new Rate(line.plus(line.times(share)).toFixed())), to: null, share: term(Rate.one) };
    case "percentOfExcess":
      return { from: breakEven, to: null, share: term(new Rate(share.negated().plus(1).toFixed())) };
  }
}

/** 五 结余部分: up to where the balance goes back when claims stay below the line. */
function refundTo(
  isBelow: boolean,
  { terms: { settlement }, reading }: Context<ZhumadianPolicy, "refundOfSurplus">,
): Provision<Rate> {
  const wholeSurplus = isBelow && reading("refundOfSurplus") === "wholeSurplus";
  return wholeSurplus ? { ...settlement.breakEven, value: Rate.one } : settlement.breakEven;
}

/** 五: the insurer's result beside the profit limit; a limit is premium × rate, to the fen. */
function profitOf(premium: Money, result: Money, { profitLimit }: ZhumadianPolicy["terms"]["settlement"]): ProfitCheck {
  const limit = profitLimit.value;
  const within = result.compare(premium.times(limit)) <= 0;
  const rate = result.compare(Money.zero) < 0 ? null : ratio(result, premium, within ? [] : [limit]);
  return { rate, limit, within };
}

const conditions = frozen({
  audit: {
    zh: "保险机构向所在县区民政部门提交审计报告",
    en: "The insurer hands in an audit report to the county's civil-affairs bureau",
  },
  review: {
    zh: "县区民政部门会同同级财政部门审核评估",
    en: "The county's civil-affairs and finance bureaus review it together",
  },
  approval: { zh: "补充部分经县政府批准", en: "The county government approves what is added" },
});

const settleFields = {
  /** Premium of the year (yuan). */
  premium,
  /** All claims paid for the year (yuan). */
  claims,
  /** What of the claims was paid too much, or too often, by the insurer's own fault (yuan). */
  insurerFaultClaims,
};

/** 年度清算的输入。One county's year. */
export interface SettleInput extends InputOf<typeof settleFields> {}

/**
 * 一个县区的年度清算（元）：低于盈亏平衡点的退回财政，超过的先由承保机构承担，其余由财政补充。
 * The settlement of one county's year by the loss ratio (五), in yuan. Below 85 % of premium what is missing to it goes back to county
 * finance (or all that is left, by reading); from 85 % the insurer bears the excess up to 15 points of premium, and county finance adds the rest. What the insurer's own
 * fault cost does not count and stays with it.
 *
 * @param input - Premium and claims of the year, and what of the claims the insurer's own fault caused.
 * @returns A Settlement with `countedClaims`, on which `lossRatio` rests. `conditions`: audit and review from 85 %, the county
 * government's approval for a supplement. `profitCheck` sets the insurer's result beside the profit limit of 15 %. The reading
 * `refundOfSurplus` is used below 85 %, `insurerShareOfExcess` above it.
 * @throws PolicyInputError for a bad amount, or more fault than claims.
 * @example
 * ```ts
 * const { lossRatio, insurerBears, supplement } = settle({ premium: "8017100", claims: "7977100" });
 * lossRatio?.toString(); // "0.995010"
 * insurerBears.toString(); // "1162565.00"
 * supplement.toString(); // "0.00"
 * ```
 * @function
 */
export const settle: Rule<SettleInput, ZhumadianSettlement, ZhumadianPolicy> = rule({
  id: "settle",
  title: { zh: "年度清算", en: "Settlement of the year" },
  clause: "五",
  result: settlementShape,
  readings: ["refundOfSurplus", "insurerShareOfExcess"],
  input: settleFields,
  check: checkYear,
  evaluate(year, context): ZhumadianSettlement {
    const { breakEven } = context.terms.settlement;
    const fault = year.insurerFaultClaims;
    const sheet = context.statement();
    const countedClaims = fault.isZero()
      ? year.claims
      : sheet.write({ operation: "deduct", operands: [year.claims, fault], from: [sheet.own(labels.counted)] });
    const above = countedClaims.toDecimal().minus(year.premium.toDecimal().times(breakEven.value.toDecimal()));
    const exceeds = above.greaterThan(0);
    if (exceeds) {
      sheet.write({
        operation: "excess",
        operands: [countedClaims, year.premium, breakEven.value, null, Rate.one],
        from: [breakEven],
        label: labels.above,
      });
    }
    const bands = exceeds ? [financeBand(context)] : [];
    const corridor = { refundBelow: breakEven, refundTo: refundTo(above.lessThan(0), context), bands };
    const settled = settleByCorridor(sheet, year.premium, countedClaims, corridor);
    const { refund, supplement } = settled;
    const insurerResult = fault.isZero()
      ? settled.insurerResult
      : sheet.write({
          operation: "result",
          operands: [year.premium, year.claims, refund, supplement],
          from: [sheet.own(labels.result)],
        });
    return {
      ...settled,
      claims: year.claims,
      countedClaims,
      insurerBears: settled.insurerBears.plus(fault),
      insurerResult,
      profitCheck: profitOf(year.premium, insurerResult, context.terms.settlement),
      conditions: [
        ...(above.greaterThanOrEqualTo(0) ? [conditions.audit, conditions.review] : []),
        ...(supplement.isZero() ? [] : [conditions.approval]),
      ],
      lines: sheet.lines,
      readings: context.used(),
    };
  },
});

const sums = frozen({
  premium: { zh: "保费合计", en: "Premium of all counties" },
  claims: { zh: "理赔支出合计", en: "Claims of all counties" },
  countedClaims: { zh: "计入赔付率的理赔支出合计", en: "Claims that count, of all counties" },
  refund: { zh: "退回合计", en: "Refund to all counties" },
  supplement: { zh: "县区财政补充合计", en: "Added by all counties" },
  insurerBears: { zh: "承保机构承担合计", en: "Borne by the insurer in all counties" },
  insurerResult: { zh: "承保机构盈亏合计", en: "Insurer's result over all counties" },
});

const countyYearFields = {
  /** The county's GB/T 2260 code, or the name of a zone. */
  division: division("县区（行政区划代码）或开发区", "County (GB/T 2260 code) or zone"),
  /** Premium of the year (yuan). */
  premium,
  /** All claims paid for the year (yuan). */
  claims,
  /** What of the claims was paid too much, or too often, by the insurer's own fault (yuan). */
  insurerFaultClaims,
};

/** 一个县区的年度收支。A county and its year. */
export interface CountySettlementInput extends InputOf<typeof countyYearFields> {}

const countyYear: Field<OutputOf<typeof countyYearFields>, CountySettlementInput> = group(
  countyYearFields,
  "县区",
  "County",
);

const settleCountiesFields = {
  /** The counties, each once. */
  counties: list(countyYear, "各县区", "The counties", 1),
};

/** 分县区年度清算的输入。The counties whose year is settled. */
export interface SettleCountiesInput extends InputOf<typeof settleCountiesFields> {}

/**
 * 分县区的年度清算（元）：各县区财政分别结算，互不抵补。
 * The settlement of the year county by county, and over all counties (五), in yuan. Each county's finance stands by itself: a refund
 * to one does not pay the supplement of another.
 *
 * @param input - Premium and claims of each county, each county once.
 * @returns A Settlement with the sums, and `counties` with each one's own; `lossRatio` is that of the sums and decides nothing.
 * @throws PolicyInputError for a code outside the project (新蔡 is left out), a county given twice, a bad amount, or more fault than
 * claims, with its index.
 * @example
 * ```ts
 * const { refund, supplement } = settleCounties({
 *   counties: [
 *     { division: "411721", premium: "900000", claims: "600000" },
 *     { division: "411722", premium: "1100000", claims: "1200000" },
 *   ],
 * });
 * refund.toString(); // "165000.00"
 * supplement.toString(); // "100000.00"
 * ```
 * @function
 */
export const settleCounties: Rule<SettleCountiesInput, CountySettlements, ZhumadianPolicy> = rule({
  id: "settleCounties",
  title: { zh: "分县区年度清算", en: "Settlement of the year by county" },
  clause: "五",
  result: countiesShape,
  readings: ["refundOfSurplus", "insurerShareOfExcess"],
  input: settleCountiesFields,
  check({ counties }, report, { terms }) {
    checkCounties(counties, report, terms);
    counties?.forEach((year, index) => {
      checkYear(year, report.at("counties", index));
    });
  },
  evaluate({ counties }, { terms, settings, statement }): CountySettlements {
    const settled = counties.map(({ division, ...year }) => ({ division, ...settle.compute(year, settings) }));
    const sheet = statement();
    const sum = (part: keyof typeof sums) =>
      sheet.sum(
        settled.map((county) => county[part]),
        sheet.own(sums[part]),
      );
    const [ofPremium, ofClaims, counted] = [sum("premium"), sum("claims"), sum("countedClaims")];
    const [refund, supplement] = [sum("refund"), sum("supplement")];
    const [insurerBears, insurerResult] = [sum("insurerBears"), sum("insurerResult")];
    const readings: Record<string, string> = {};
    for (const county of settled) Object.assign(readings, county.readings);
    return {
      premium: ofPremium,
      claims: ofClaims,
      countedClaims: counted,
      lossRatio: ratio(counted, ofPremium, [terms.settlement.breakEven.value]),
      refund,
      supplement,
      insurerBears,
      insurerResult,
      profitCheck: profitOf(ofPremium, insurerResult, terms.settlement),
      conditions: [...new Set(settled.flatMap((county) => county.conditions))],
      lines: sheet.lines,
      readings,
      counties: settled,
    };
  },
});
