import {
  assessment,
  amount,
  benefit,
  eligibility,
  settlement,
  statutory,
  type ProgrammeSheet,
  type Row,
} from "../core/sheet.js";
import type * as rules from "./rules.js";

/** 五 deducts (扣除) and does not refund. */
const settled: readonly Row[] = settlement().map((row) =>
  row.id === "SETTLE_REFUND" ? amount(row.id, "清算应扣除", "refund", "premium to be deducted") : row,
);

/** The functions of this programme in sheets. */
export const sheet: ProgrammeSheet<typeof rules> = {
  prefix: "CQ",
  zh: "重庆",
  rules: {
    accidentBenefit: benefit("ACCIDENT", "小额意外"),
    majorIllnessBenefit: benefit("MAJOR_ILLNESS", "大病补充"),
    illnessDeathBenefit: benefit("ILLNESS_DEATH", "疾病身故"),
    studentCriticalIllnessBenefit: benefit("STUDENT_ILLNESS", "学生重疾"),
    educationGrant: benefit("EDUCATION_GRANT", "升学补助"),
    premium: benefit("PREMIUM", "保费"),
    settle: [
      ...settled,
      amount("SETTLE_BETWEEN", "清算不扣不担", "betweenLines", "claims neither deducted nor shared"),
      amount("SETTLE_DEDUCTED", "清算扣抵", "deducted", "deducted from the second period's premium"),
      amount("SETTLE_UNDEDUCTED", "清算未扣抵", "undeducted", "left over"),
    ],
    claimDeadlines: statutory,
    assessClaim: assessment,
    checkEligibility: eligibility("ELIGIBLE", "理赔资格"),
    checkEnrolment: eligibility("ENROLMENT", "参保资格"),
  },
};
