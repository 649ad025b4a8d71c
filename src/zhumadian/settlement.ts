import { group, list, money, name } from "../core/fields.js";
import { Money, ratio, Rate, sumOf } from "../core/money.js";
import { frozen } from "../core/frozen.js";
import type { Provision } from "../core/policy.js";
import { rulesOf, type Context, type Report } from "../core/rule.js";
import { settleByCorridor, type Band, type Settlement } from "../core/settlement.js";
import { checkCounties } from "./division.js";
import { policy, type ZhumadianPolicy } from "./policy.js";

const { rule } = rulesOf(policy);

/** The settlement of one county's year. */
export interface ZhumadianSettlement extends Settlement {
  /** Claims less what the insurer's own fault cost; the loss ratio rests on them (yuan). */
  readonly countedClaims: Money;
}

/** The settlement of every county's year, and the sums. */
export interface CountySettlements extends ZhumadianSettlement {
  /** The counties in the order given. */
  readonly counties: readonly CountySettlement[];
}

/** A county and its settlement. */
export interface CountySettlement extends ZhumadianSettlement {
  /** The county's GB/T 2260 code. */
  readonly division: string;
}

const premium = money("当年保险资金（保费）", "Premium of the year");
const claims = money("理赔支出", "Claims paid in the year");
const insurerFaultClaims = money(
  "因保险机构自身原因多赔超赔的支出",
  "Claims caused by the insurer's own fault",
).default(Money.zero);

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

/** 五: from where on county finance adds to the claims, and which share, by what the 15 % are counted on. */
function financeBand({ terms, reading }: Context<ZhumadianPolicy, "insurerShareOfExcess">): Band {
  const { breakEven, insurerShare } = terms.settlement;
  const [line, share] = [breakEven.value.toDecimal(), insurerShare.value.toDecimal()];
  const amended = breakEven.amended ?? insurerShare.amended;
  const term = (value: Rate): Provision<Rate> => ({
    clause: insurerShare.clause,
    label: { zh: "县区财政补充", en: "County finance adds" },
    value,
    ...(amended && { amended }),
  });
  switch (reading("insurerShareOfExcess")) {
    case "percentOfPremium":
      return { from: term(new Rate(line.plus(share).toFixed())), to: null, share: term(Rate.one) };
    case "percentOfBreakEven":
      return { from: term(new Rate(line.plus(line.times(share)).toFixed())), to: null, share: term(Rate.one) };
    case "percentOfExcess":
      return { from: breakEven, to: null, share: term(new Rate(share.negated().plus(1).toFixed())) };
  }
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

/**
 * The settlement of one county's year by the loss ratio (五), in yuan. Below 85 % of premium what is missing to it goes back to county
 * finance; from 85 % the insurer bears the excess up to 15 points of premium, and county finance adds the rest. What the insurer's own
 * fault cost does not count and stays with it.
 *
 * @param input - Premium and claims of the year, and what of the claims the insurer's own fault caused.
 * @returns A Settlement with `countedClaims`, on which `lossRatio` rests. `conditions`: audit and review from 85 %, the county
 * government's approval for a supplement. The reading `insurerShareOfExcess` is used above 85 %.
 * @throws PolicyInputError for a bad amount, or more fault than claims.
 * @example
 * ```ts
 * const { lossRatio, insurerBears, supplement } = settle({ premium: "8017100", claims: "7977100" });
 * lossRatio?.toString(); // "0.995011"
 * insurerBears.toString(); // "1162565.00"
 * supplement.toString(); // "0.00"
 * ```
 * @function
 */
export const settle = rule({
  id: "settle",
  title: { zh: "年度清算", en: "Settlement of the year" },
  clause: "五",
  readings: ["insurerShareOfExcess"],
  input: {
    /** Premium of the year (yuan). */
    premium,
    /** All claims paid for the year (yuan). */
    claims,
    /** What of the claims was paid too much, or too often, by the insurer's own fault (yuan). */
    insurerFaultClaims,
  },
  check: checkYear,
  evaluate(year, context): ZhumadianSettlement {
    const { breakEven } = context.terms.settlement;
    const fault = year.insurerFaultClaims;
    const sheet = context.statement();
    const countedClaims = fault.isZero()
      ? year.claims
      : sheet.write(
          { zh: "计入赔付率的理赔支出（不含自身原因）", en: "Claims that count (own fault left out)" },
          breakEven.clause,
          year.claims.minus(fault),
          { operation: "deduct", operands: [year.claims, fault] },
        );
    const above = countedClaims.toDecimal().minus(year.premium.toDecimal().times(breakEven.value.toDecimal()));
    const exceeds = above.greaterThan(0);
    if (exceeds) {
      sheet.write(
        { zh: "超过盈亏平衡点的部分", en: "Claims above the break-even line" },
        breakEven.clause,
        Money.round(above),
        { operation: "excess", operands: [countedClaims, year.premium, breakEven.value, null, Rate.one] },
        breakEven.amended,
      );
    }
    const bands = exceeds ? [financeBand(context)] : [];
    const settled = settleByCorridor(sheet, year.premium, countedClaims, { refundBelow: breakEven, bands });
    const { refund, supplement } = settled;
    const insurerResult = fault.isZero()
      ? settled.insurerResult
      : sheet.write(
          { zh: "承保机构盈亏（含自身原因的支出）", en: "Insurer's result (own fault included)" },
          breakEven.clause,
          year.premium.minus(year.claims).minus(refund).plus(supplement),
          { operation: "result", operands: [year.premium, year.claims, refund, supplement] },
        );
    return {
      ...settled,
      claims: year.claims,
      countedClaims,
      insurerBears: settled.insurerBears.plus(fault),
      insurerResult,
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

/**
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
export const settleCounties = rule({
  id: "settleCounties",
  title: { zh: "分县区年度清算", en: "Settlement of the year by county" },
  clause: "五",
  readings: ["insurerShareOfExcess"],
  input: {
    /** The counties, each once. */
    counties: list(
      group(
        {
          /** The county's GB/T 2260 code. */
          division: name("县区（行政区划代码）", "County (GB/T 2260 code)"),
          /** Premium of the year (yuan). */
          premium,
          /** All claims paid for the year (yuan). */
          claims,
          /** What of the claims was paid too much, or too often, by the insurer's own fault (yuan). */
          insurerFaultClaims,
        },
        "县区",
        "County",
      ),
      "各县区",
      "The counties",
      1,
    ),
  },
  check({ counties }, report, { terms }) {
    checkCounties(counties, report, terms);
    counties?.forEach((year, index) => {
      const at: Report = (path, code, zh, en) => report(["counties", index, ...path], code, zh, en);
      checkYear(year, at);
    });
  },
  evaluate({ counties }, { terms, options, statement }): CountySettlements {
    const settled = counties.map(({ division, ...year }) => ({ division, ...settle.evaluate(year, options) }));
    const sheet = statement();
    const sum = (part: keyof typeof sums) => {
      const amounts = settled.map((county) => county[part]);
      const { clause } = terms.settlement.breakEven;
      return sheet.write(sums[part], clause, sumOf(amounts), { operation: "sum", operands: amounts });
    };
    const [ofPremium, ofClaims, counted] = [sum("premium"), sum("claims"), sum("countedClaims")];
    return {
      premium: ofPremium,
      claims: ofClaims,
      countedClaims: counted,
      lossRatio: ratio(counted, ofPremium),
      refund: sum("refund"),
      supplement: sum("supplement"),
      insurerBears: sum("insurerBears"),
      insurerResult: sum("insurerResult"),
      conditions: [...new Set(settled.flatMap((county) => county.conditions))],
      lines: sheet.lines,
      readings: Object.assign({}, ...settled.map((county) => county.readings)) as Record<string, string>,
      counties: settled,
    };
  },
});
