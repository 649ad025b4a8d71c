import {
  assessment,
  amount,
  benefit,
  due,
  eligibility,
  settlement,
  statement,
  statutory,
  type ProgrammeSheet,
} from "../core/sheet.js";
import type * as rules from "./rules.js";

/** The functions of this programme in sheets. */
export const sheet: ProgrammeSheet<typeof rules> = {
  prefix: "LS",
  zh: "丽水",
  rules: {
    supplementaryMedicalBenefit: benefit("MEDICAL", "补充医疗"),
    loanLossShares: [
      amount("LOAN_INSURER", "贷款损失保险分担", "insurer", "the insurer's share"),
      amount("LOAN_BANK", "贷款损失银行分担", "bank", "the bank's share"),
      statement("LOAN", "贷款损失分摊"),
    ],
    premiumSubsidy: benefit("SUBSIDY", "保费补助"),
    subsidyBudget: benefit("SUBSIDY_BUDGET", "补助预算"),
    settle: settlement(),
    claimDeadlines: statutory,
    verificationDue: [due("VERIFY", "verify", "对象核实期限", "deadline to verify the household")],
    assessClaim: assessment,
    checkEligibility: eligibility("ELIGIBLE", "理赔资格"),
    checkSubsidy: eligibility("SUBSIDISED", "补助资格"),
  },
};
