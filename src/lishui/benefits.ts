import { fact, flag, money, oneOf, optional, orZero, type InputOf, type OutputOf } from "../core/fields.js";
import type { Money } from "../core/money.js";
import { benefit, extended } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import { contractual, type Provision } from "../core/policy.js";
import { requireContractual } from "../core/report.js";
import type { Benefit, Ground, Statement } from "../core/statement.js";
import type { Text } from "../core/text.js";
import type { Tier } from "../core/tiers.js";
import { moneyShape } from "../core/wire.js";
import { agreed, checkBenefitTerms, deductible, limit, schedule } from "./contract.js";
import { contractMatters, settings, type LishuiPolicy } from "./policy.js";
import { rule } from "./programme.js";

/** What care it was, as the facts of a claim say it. */
export const setting = fact(oneOf(settings, "就医类型", "Care"));
/** Whether a third party is liable for it, as the facts of a claim say it. */
export const thirdPartyLiable = fact(flag("是否有第三方责任", "Whether a third party is liable"));

export const supplementaryMedicalFields = {
  /** 自理: the patient's own share of the costs, the running total of the reading `limitSpan`, this claim included (yuan). */
  selfPaidToDate: money(
    "医疗费用自理部分累计（含本次）",
    "The patient's own costs (“自理”) so far, this claim included",
  ),
  /** The contract's tiers, unless an agreement has set them. */
  schedule: optional(schedule),
  /** The contract's deductible, if it has one and no agreement has set it (yuan). */
  deductible,
  /** The contract's limit, if it is lower than the opinion's 100 000 (yuan). */
  limit,
  /** What this cover has already paid of it (yuan). */
  paidToDate: orZero(money("其中本险种已赔付", "What this cover already paid of it")),
  /** What third parties paid of these costs (yuan). */
  thirdPartyPaid: optional(money("其中第三方已赔付", "What third parties paid of it")),
  /** The care of this claim. */
  setting,
  /** Whether a third party is liable for it: unless none is, `restAfterThirdParty` asks what it paid of a stay in hospital, 0 included. */
  thirdPartyLiable,
};

/** 补充医疗保险的输入。A patient's costs and the contract's terms. */
export interface SupplementaryMedicalInput extends InputOf<typeof supplementaryMedicalFields> {}

/**
 * 补充医疗保险对医疗费用自理部分的赔付（四(二)，元），按合同分档计算，最高十万元。
 * What the supplementary medical insurance pays of the patient's costs (四(二)), in yuan, by the contract's tiers: the costs less what
 * third parties paid and less the deductible are cut into the tiers, at most the limit is paid, less what was paid already. The tiers
 * count what is left after the deductible; above a last tier that has an end nothing is paid.
 *
 * The caller adds up `selfPaidToDate`, `thirdPartyPaid` and `paidToDate` over one span, by the reading `limitSpan`: the contract's
 * period (the calendar year where its first and last day are not known), or the calendar year.
 *
 * @param input - The running totals, this claim included, and the contract's terms (see `contractTerms`): tiers ascend, only the last
 * may be open, rates decline as the reading `declining` says; the limit is at most, and by default, 100 000.
 * @returns A Benefit: what is due now.
 * @throws PolicyInputError for a bad amount, a schedule or limit outside the opinion's bounds, and under the reading `thirdParty` =
 * `restAfterThirdParty` for a stay in hospital without what a liable third party paid.
 * @example
 * ```ts
 * const schedule = [{ upTo: "10000", rate: "0.6" }, { upTo: "50000", rate: "0.5" }, { rate: "0.4" }];
 * supplementaryMedicalBenefit({ selfPaidToDate: "60000", schedule }).amount.toString(); // "30000.00"
 * supplementaryMedicalBenefit({ selfPaidToDate: "60000", thirdPartyPaid: "10000", schedule }).amount.toString(); // "26000.00"
 * ```
 * @function
 */
export const supplementaryMedicalBenefit: Rule<SupplementaryMedicalInput, Benefit, LishuiPolicy> = rule({
  id: "supplementaryMedicalBenefit",
  title: { zh: "补充医疗保险", en: "Supplementary medical" },
  clause: "四(二)",
  result: benefit,
  readings: ["declining", "thirdParty"],
  input: supplementaryMedicalFields,
  check(input, report, context) {
    const { schedule: tiers, deductible: taken } = context.terms.supplementaryMedical;
    requireContractual(input, { schedule: tiers, deductible: taken }, ["schedule"], report);
    checkBenefitTerms({ ...input, schedule: input.schedule ?? tiers.value ?? [] }, report, context);
    if (paidIsUnknown(input) && context.reading("thirdParty") === "restAfterThirdParty") {
      report(
        ["thirdPartyPaid"],
        "MISSING",
        "住院有或可能有第三方责任的，须填第三方已赔付的金额（没有赔付的填 0）",
        "a third party is or may be liable for the stay: what it paid is needed (0 where it paid nothing)",
      );
    }
  },
  evaluate(input, { terms, statement, reading }) {
    const sheet = statement();
    const { limit: highest, ...blanks } = terms.supplementaryMedical;
    // The check let pass only what has tiers.
    const tiers = contractual(blanks.schedule, input.schedule) as Provision<readonly Tier[]>;
    const taken = contractual(blanks.deductible, input.deductible);
    // The check let the input pass by these readings.
    if (tiers.value.length > 1) reading("declining");
    if (paidIsUnknown(input)) reading("thirdParty");
    const { selfPaidToDate, thirdPartyPaid, paidToDate } = input;
    const rest =
      thirdPartyPaid === undefined
        ? selfPaidToDate
        : less(sheet, selfPaidToDate, thirdPartyPaid, sheet.own(byThirdParty));
    const base = taken === null ? rest : less(sheet, rest, taken.value, { ...taken, label: byContract });
    const entitled = sheet.tiers(base, { ...tiers, label: byTiers });
    const capped = sheet.cap(
      entitled,
      input.limit === undefined ? highest : agreed(contractMatters.limit, input.limit),
    );
    return sheet.benefit([capped], { medical: capped }, paidToDate);
  },
});

const byThirdParty: Text = { zh: "扣除第三方已赔付的部分后", en: "After what third parties paid" };
const byContract: Text = { zh: "扣除合同约定的起付标准后", en: "After the contract's deductible" };
const byTiers: Text = { zh: "按合同约定的分档赔付", en: "By the contract's tiers" };

/** What is left of an amount. */
const less = (sheet: Statement, amount: Money, taken: Money, ground: Ground): Money =>
  sheet.write({ operation: "deduct", operands: [amount, taken], from: [ground] });

/** A third party is or may be liable for the stay in hospital, and nobody says what it paid. */
const paidIsUnknown = ({
  setting: care,
  thirdPartyLiable: liable,
  thirdPartyPaid,
}: Partial<
  Pick<OutputOf<typeof supplementaryMedicalFields>, "setting" | "thirdPartyLiable" | "thirdPartyPaid">
>): boolean => care === "inpatient" && liable !== false && thirdPartyPaid === undefined;

/**
 * 贷款损失的分摊。
 * How the loss on a loan is shared.
 */
export interface LoanLossShares extends Benefit {
  /** The insurer's share, the same as `amount` (yuan). */
  readonly insurer: Money;
  /** The bank's share: the remainder (yuan). */
  readonly bank: Money;
}

/** The statement shows both shares; here they stand without a name. */
const sharesShape = extended<LoanLossShares>(
  benefit,
  { insurer: moneyShape(), bank: moneyShape() },
  "贷款损失分摊（元）",
  "Sharing of a loan loss (yuan)",
);

export const loanLossFields = {
  /** Principal that is lost (yuan). */
  principalLoss: money("本金损失", "Lost principal"),
  /** Interest that is lost (yuan). */
  interestLoss: money("利息损失", "Lost interest"),
};

/** 贷款损失分摊的输入。The loss on a loan. */
export interface LoanLossSharesInput extends InputOf<typeof loanLossFields> {}

/**
 * 保险机构与银行对扶贫贷款本息损失的分摊（四(三)，元）：原则上 7:3，银行承担其余部分。
 * How insurer and bank share the lost principal and interest of a poverty loan (四(三)), in yuan: 7 : 3. The insurer's share is rounded
 * half up to the fen and the bank bears the remainder, so that both add up to the loss. 7 : 3 holds in principle (原则上): another share
 * that was agreed is put in its place with `amend`.
 *
 * @param input - The principal and interest that are lost.
 * @returns A Benefit whose `amount` is the insurer's share, with `insurer` and `bank`.
 * @throws PolicyInputError for a bad amount.
 * @example
 * ```ts
 * const { insurer, bank } = loanLossShares({ principalLoss: "70000", interestLoss: "1234.56" });
 * insurer.toString(); // "49864.19"
 * bank.toString(); // "21370.37"
 * ```
 * @function
 */
export const loanLossShares: Rule<LoanLossSharesInput, LoanLossShares, LishuiPolicy> = rule({
  id: "loanLossShares",
  title: { zh: "贷款损失分摊", en: "Sharing of a loan loss" },
  clause: "四(三)",
  result: sharesShape,
  input: loanLossFields,
  evaluate({ principalLoss, interestLoss }, { terms: { loanGuarantee }, statement }): LoanLossShares {
    const sheet = statement();
    const loss = sheet.sum(
      [principalLoss, interestLoss],
      sheet.own({ zh: "贷款本息损失", en: "Lost principal and interest" }),
    );
    const insurer = sheet.share(loss, loanGuarantee.insurerShare);
    const bank = sheet.write({
      operation: "rest",
      operands: [loss, insurer],
      from: [loanGuarantee.insurerShare],
      label: { zh: "银行分担（其余部分）", en: "The bank's share (the remainder)" },
    });
    return { ...sheet.benefit([insurer], { loan: insurer }), insurer, bank };
  },
});
