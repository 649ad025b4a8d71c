import {
  assessment,
  amount,
  benefit,
  due,
  eligibility,
  statement,
  statutory,
  type ProgrammeSheet,
} from "../core/sheet.js";
import type * as rules from "./rules.js";

/** The functions of this programme in sheets. */
export const sheet: ProgrammeSheet<typeof rules> = {
  prefix: "LZ",
  zh: "罗庄",
  rules: {
    medicalSupplementBenefit: [
      ...benefit("MEDICAL", "医疗补充"),
      amount("MEDICAL_ASSISTANCE", "医疗救助", "waterfall.medicalAssistance", "medical assistance"),
      amount("MEDICAL_REDUCTION", "医疗机构减免", "waterfall.institutionReduction", "reduction by the institution"),
      amount("MEDICAL_SELF_PAID", "个人自付", "waterfall.selfPaidInScope", "borne by the patient, in scope"),
      amount("MEDICAL_CONTROL", "范围外减免", "waterfall.outOfScopeReduction", "reduction out of scope"),
      amount("MEDICAL_OUTSIDE", "个人自费", "waterfall.selfPaidOutOfScope", "borne by the patient, out of scope"),
      amount("MEDICAL_SELF_PAID_TOTAL", "个人合计负担", "waterfall.selfPaidTotal", "borne by the patient in all"),
    ],
    accidentBenefit: benefit("ACCIDENT", "意外伤害"),
    premium: benefit("PREMIUM", "保费"),
    premiumDue: benefit("PREMIUM_DUE", "应缴保费"),
    settle: [
      amount("SETTLE_BALANCE", "清算结余", "pooledBalance", "pooled balance"),
      amount("SETTLE_CARRIED", "清算结转", "carriedForward", "carried forward"),
      amount("SETTLE_UNCOVERED", "清算未弥补", "uncovered", "deficit left"),
      statement("SETTLE", "清算"),
    ],
    claimDeadlines: statutory,
    institutionReimbursementDeadline: [
      due("REIMBURSE", "reimburse", "垫付兑付期限", "deadline to reimburse the institution"),
    ],
    assessClaim: assessment,
    checkEligibility: eligibility("ELIGIBLE", "理赔资格"),
  },
};
