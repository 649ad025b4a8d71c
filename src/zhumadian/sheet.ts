import { assessment, benefit, due, eligibility, settlement, type ProgrammeSheet } from "../core/sheet.js";
import type * as rules from "./rules.js";

/** The functions of this programme in sheets. */
export const sheet: ProgrammeSheet<typeof rules> = {
  prefix: "ZMD",
  zh: "驻马店",
  rules: {
    goodSamaritanBenefit: benefit("GOOD_SAMARITAN", "见义勇为"),
    massAccidentBenefit: benefit("MASS_ACCIDENT", "群体意外"),
    minorDrowningBenefit: benefit("MINOR_DROWNING", "未成年人溺水"),
    naturalDisasterBenefit: benefit("NATURAL_DISASTER", "自然灾害"),
    trafficAccidentBenefit: benefit("TRAFFIC_ACCIDENT", "交通事故"),
    rescuerBenefit: benefit("RESCUER", "救助人员意外"),
    hardshipIllnessBenefit: benefit("HARDSHIP_ILLNESS", "特困重病"),
    premium: benefit("PREMIUM", "保费"),
    premiumByCounty: benefit("PREMIUM_COUNTIES", "分县区保费"),
    settle: settlement(),
    settleCounties: settlement("SETTLE_COUNTIES", "分县区清算"),
    claimDeadlines: [
      due("FILE", "file", "立案期限", "deadline to file"),
      due("PAY", "pay", "赔付期限", "deadline to pay"),
    ],
    assessClaim: assessment,
    checkEligibility: eligibility("ELIGIBLE", "理赔资格"),
  },
};
