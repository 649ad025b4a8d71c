import { group, list, money, optional, rateUpToOne, type InputOf, type OutputOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import type { Field } from "../core/input.js";
import { Rate, type Money, type RateInput } from "../core/money.js";
import type { Provision, Unspecified } from "../core/policy.js";
import type { Report } from "../core/report.js";
import { amount, factor, listOf, shapeOf, text } from "../core/results.js";
import type { Context, Rule } from "../core/rule.js";
import type { Text } from "../core/text.js";
import { tier, tierIssues, type Tier, type TierInput } from "../core/tiers.js";
import { optionalShape } from "../core/wire.js";
import type { LishuiPolicy } from "./policy.js";
import { rule } from "./programme.js";

/*
 * The opinion fixes who pays and how losses are shared, and leaves tiers and corridor to the contract (四(二), 六(二)). Nothing is
 * invented for them: here stand the fields for them and the bounds that the opinion sets.
 */

/**
 * 招标确定的盈亏控制幅度。
 * The tender's limits of the insurer's profit and loss.
 */
export interface CorridorTerms<R = Rate> {
  /** The highest profit the insurer may keep, as a rate of the premium, 0 to 1. */
  readonly profitLimit: R;
  /** The highest loss the insurer must bear, as a rate of the premium, 0 to 1. */
  readonly lossLimit: R;
}

/** 四(二): the contract's tiers. */
export const schedule: Field<Tier[], readonly TierInput[]> = list(tier, "合同约定的分档", "The contract's tiers", 1);
/** 四(二): the contract's deductible, if it has one. */
export const deductible = optional(money("合同约定的起付标准", "The contract's deductible"));
/** 四(二): the contract's limit, if it is lower than the opinion's. */
export const limit = optional(money("合同约定的赔付限额", "The contract's limit"));

/** 六(二): the tender's corridor. */
export const corridor: Field<CorridorTerms, CorridorTerms<RateInput>> = group(
  {
    profitLimit: rateUpToOne("盈利控制幅度（占保费比例）", "Limit of the profit, as a rate of the premium"),
    lossLimit: rateUpToOne("亏损控制幅度（占保费比例）", "Limit of the loss, as a rate of the premium"),
  },
  "招标确定的盈亏控制幅度",
  "The tender's limits of profit and loss",
);

const benefitTerms = {
  /** The tiers. */
  schedule,
  /** The deductible, if there is one (yuan). */
  deductible,
  /** The limit, if it is lower than the opinion's (yuan). */
  limit,
};

/** 合同中补充医疗保险的赔付条款。What a contract says of the supplementary medical benefit. */
export interface BenefitTermsInput extends InputOf<typeof benefitTerms> {}

export const termsOfBenefit: Field<OutputOf<typeof benefitTerms>, BenefitTermsInput> = group(
  benefitTerms,
  "补充医疗保险的赔付条款",
  "Terms of the supplementary medical benefit",
);

const settlementTerms = {
  /** The tender's limits of profit and loss. */
  corridor,
};

/** 合同中的风险调节平衡条款。What a tender says of the insurer's profit and loss. */
export interface SettlementTermsInput extends InputOf<typeof settlementTerms> {}

const termsOfSettlement: Field<OutputOf<typeof settlementTerms>, SettlementTermsInput> = group(
  settlementTerms,
  "风险调节平衡条款",
  "Terms of the settlement",
);

/** The contract's terms of the benefit as far as they are readable. */
interface GivenTerms {
  readonly schedule?: readonly (Partial<Tier> | undefined)[];
  readonly limit?: Money | undefined;
}

/** A first tier that pays nothing is a deductible by another name: the tiers that pay begin behind it. */
const firstPaying = (rates: readonly (Rate | undefined)[]): number => {
  const first = rates.findIndex((rate) => !rate?.equals(Rate.zero));
  return first < 0 ? rates.length : first;
};

/** 四(二) 递减: reports rates that rise, or fall, from tier to tier against the reading. */
function checkDeclining(
  rates: readonly (Rate | undefined)[],
  report: Report,
  { reading }: Context<LishuiPolicy, "declining">,
): void {
  for (let index = firstPaying(rates) + 1; index < rates.length; index += 1) {
    const [before, rate] = [rates[index - 1], rates[index]];
    if (before === undefined || rate === undefined) continue;
    const rise = rate.compare(before);
    if (rise > 0 && reading("declining") === "payoutRate") {
      report(
        ["schedule", index, "rate"],
        "CONFLICT",
        `高于上一档（${before.toPercent()}）：四(二) 要求“递减”；合同中递减的是个人负担比例的，改用解读“declining”的“selfPaidShare”`,
        `above the tier before (${before.toPercent()}): 四(二) says “递减” (declining); if it is the patient's share that declines, use “selfPaidShare” of the reading “declining”`,
      );
    }
    if (rise < 0 && reading("declining") === "selfPaidShare") {
      report(
        ["schedule", index, "rate"],
        "CONFLICT",
        `低于上一档（${before.toPercent()}）：按所选解读，个人负担比例递减，赔付比例不得降低`,
        `below the tier before (${before.toPercent()}): by the reading chosen the patient's share declines, so the rate paid must not fall`,
      );
    }
  }
}

/** 四(二): reports tiers or a limit that the opinion does not allow. */
export function checkBenefitTerms(
  { schedule: given = [], limit: agreedLimit }: GivenTerms,
  report: Report,
  context: Context<LishuiPolicy, "declining">,
): void {
  // A rate that is not readable is reported as such; the other tiers are checked all the same.
  const tiers = given.map((each): Tier => ({ rate: Rate.zero, ...each }));
  for (const { path, code, message } of given.length === 0 ? [] : tierIssues(tiers)) {
    report(["schedule", ...path], code, message.zh, message.en);
  }
  checkDeclining(
    given.map((each) => each?.rate),
    report,
    context,
  );
  const highest = context.terms.supplementaryMedical.limit.value;
  if (agreedLimit !== undefined && agreedLimit.compare(highest) > 0) {
    report(["limit"], "OUT_OF_RANGE", `不能大于 ${highest}（四(二)）`, `must not exceed ${highest} (四(二))`);
  }
}

/** 四(二) 分档: what is to be told of tiers that are allowed. */
function notesOn(schedule: readonly Tier[]): Text[] {
  const rates = schedule.map(({ rate }) => rate);
  const paying = rates.slice(firstPaying(rates));
  return paying.every((rate) => rate.equals(paying[0] as Rate)) ? [flat] : [];
}

const flat: Text = frozen({
  zh: "合同各档的赔付比例相同，不成“分档”：四(二) 要求“分档、递减、限额”",
  en: "Every tier of the contract pays one rate, which is no “分档” (tiers): 四(二) asks for “分档、递减、限额” (tiers, declining, a limit)",
});

/** A contract's value in the place that the opinion leaves open: with that clause and that name, or another one. */
export function agreed<Value>({ clause, text }: Unspecified, value: Value, label: Text = text): Provision<Value> {
  return { clause, value, label };
}

/**
 * 一份合同的条款，已按意见的限制核对。
 * A contract's terms, checked against the opinion's bounds.
 */
export interface ContractTerms {
  /** To be spread into `supplementaryMedicalBenefit`, or into the `loss` of `assessClaim`. */
  readonly benefit: {
    readonly schedule: readonly Tier[];
    readonly deductible?: Money | undefined;
    readonly limit?: Money | undefined;
  };
  /** To be spread into `settle`. */
  readonly settlement: {
    readonly corridor: CorridorTerms;
  };
  /** What there is to say of terms that are allowed: a single rate is no tiers. */
  readonly notes: readonly Text[];
}

/** The terms as they stand in the result, in the order in which they are read. */
const termsShape = shapeOf<ContractTerms>(
  {
    benefit: shapeOf<ContractTerms["benefit"]>(
      {
        deductible: optionalShape(amount("起付标准", "Deductible")),
        limit: optionalShape(amount("赔付限额", "Limit")),
        schedule: listOf(
          shapeOf<Tier>(
            { upTo: optionalShape(amount("本档上限", "End of the tier")), rate: factor("本档赔付比例", "Rate") },
            "一档",
            "Tier",
          ),
          "赔付分档（每档上限，元；赔付比例）",
          "Tiers (end, yuan; rate)",
        ),
      },
      "补充医疗保险的赔付条款",
      "Terms of the supplementary medical benefit",
    ),
    settlement: shapeOf<ContractTerms["settlement"]>(
      {
        corridor: shapeOf<CorridorTerms>(
          {
            profitLimit: factor("盈利控制幅度（占保费比例）", "Limit of the profit, as a rate of the premium"),
            lossLimit: factor("亏损控制幅度（占保费比例）", "Limit of the loss, as a rate of the premium"),
          },
          "招标确定的盈亏控制幅度",
          "The tender's limits of profit and loss",
        ),
      },
      "风险调节平衡条款",
      "Terms of the settlement",
    ),
    notes: listOf(text, "说明", "Notes"),
  },
  "合同条款",
  "A contract's terms",
);

const contractFields = {
  /** What the contract says of the supplementary medical benefit. */
  benefit: termsOfBenefit,
  /** What the tender says of the insurer's profit and loss. */
  settlement: termsOfSettlement,
};

/** 合同条款的输入。A contract's terms, as they are given. */
export interface ContractTermsInput extends InputOf<typeof contractFields> {}

/**
 * 意见留给合同的条款（四(二)、六(二)），一次填写、核对，再用于赔付和清算。
 * A contract's terms where the opinion leaves them open (四(二), 六(二)), checked against its bounds once: tiers ascend, only the
 * last is open, rates decline as the reading `declining` says (a first tier of zero is a deductible), the limit is at most 100 000.
 * The parts of the result are frozen, and `revive` reads it from JSON.
 *
 * @param input - `benefit`: tiers, and deductible and limit where the contract has them (yuan); `settlement`: the tender's corridor
 * (rates of premium).
 * @returns The same terms: spread `.benefit` into `supplementaryMedicalBenefit` (or a claim's `loss`) and `.settlement` into `settle`;
 * `notes` tells what is allowed and yet strange. Another reading than the default must be given to the rules that take the terms too.
 * @throws PolicyInputError listing every problem with its path.
 * @example
 * ```ts
 * const contract = contractTerms({
 *   benefit: { schedule: [{ upTo: "10000", rate: "0.6" }, { rate: "0.5" }], limit: "80000" },
 *   settlement: { corridor: { profitLimit: "0.05", lossLimit: "0.05" } },
 * });
 * supplementaryMedicalBenefit({ selfPaidToDate: "30000", ...contract.benefit }).amount.toString(); // "16000.00"
 * settle({ premium: "1000000", claims: "800000", ...contract.settlement }).refund.toString(); // "150000.00"
 * revive(contractTerms, JSON.parse(JSON.stringify(contract))).benefit.limit; // "80000.00"
 * ```
 * @function
 */
export const contractTerms: Rule<ContractTermsInput, ContractTerms, LishuiPolicy> = rule({
  id: "contractTerms",
  title: { zh: "合同条款", en: "A contract's terms" },
  clause: "四(二)",
  result: termsShape,
  readings: ["declining"],
  input: contractFields,
  check({ benefit }, report, context) {
    if (benefit !== undefined) checkBenefitTerms(benefit, report.at("benefit"), context);
  },
  evaluate: ({ benefit, settlement }): ContractTerms => ({
    benefit: frozen(benefit),
    settlement: frozen(settlement),
    notes: frozen(notesOn(benefit.schedule)),
  }),
});
