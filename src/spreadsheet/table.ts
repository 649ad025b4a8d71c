import type { Text } from "../core/text.js";

/** What of a rule's result a function gives. */
export type Part =
  /** An amount (yuan), or a ratio, by its name in the result, groups joined by a point. */
  | { readonly kind: "amount" | "ratio"; readonly of: string; readonly text?: Text }
  /** The last day on which an action is in time, as a date serial. */
  | { readonly kind: "due"; readonly action: string; readonly text: Text }
  /** Whether, and why, as text. */
  | { readonly kind: "eligibility" }
  /** The statement (核算单), a range of rows. */
  | { readonly kind: "sheet" };

/** One function, or one a cover where the rule's fields depend on the cover: its id and Chinese name begin with these. */
export interface Row {
  readonly id: string;
  readonly zh: string;
  readonly part: Part;
}

/** The functions of a programme by the name of their rule. */
export interface ProgrammeTable {
  /** How its ids begin. */
  readonly prefix: string;
  /** How its Chinese names begin. */
  readonly zh: string;
  readonly rules: Readonly<Record<string, readonly Row[]>>;
}

const sheet = (id: string, zh: string): Row => ({ id: `${id}_SHEET`, zh: `${zh}核算单`, part: { kind: "sheet" } });
const amount = (id: string, zh: string, of: string, en: string): Row => ({
  id,
  zh,
  part: { kind: "amount", of, text: { zh, en } },
});

/** A Benefit: its amount, and its statement. */
const benefit = (id: string, zh: string): Row[] => [{ id, zh, part: { kind: "amount", of: "amount" } }, sheet(id, zh)];

const ratio: Row = {
  id: "SETTLE_RATIO",
  zh: "清算赔付率",
  part: { kind: "ratio", of: "lossRatio", text: { zh: "赔付率", en: "loss ratio" } },
};
const settlement: Row[] = [
  ratio,
  amount("SETTLE_REFUND", "清算退回", "refund", "refund"),
  amount("SETTLE_SUPPLEMENT", "清算补充", "supplement", "supplement"),
  amount("SETTLE_BEARS", "清算承保机构承担", "insurerBears", "borne by the insurer"),
  amount("SETTLE_RESULT", "清算承保机构盈亏", "insurerResult", "the insurer's result"),
  sheet("SETTLE", "清算"),
];

const due = (id: string, action: string, zh: string, en: string): Row => ({
  id: `DUE_${id}`,
  zh,
  part: { kind: "due", action, text: { zh, en } },
});
const statutory: Row[] = [
  due("ASSESS", "assess", "核定期限", "deadline to assess"),
  due("PAY", "pay", "支付期限", "deadline to pay"),
  due("REFUSE", "refuse", "拒赔通知期限", "deadline to give notice of a refusal"),
  due("UNDISPUTED", "payUndisputed", "先予支付期限", "deadline to pay what is undisputed"),
];
const eligibility = (id: string, zh: string): Row[] => [{ id, zh, part: { kind: "eligibility" } }];

/**
 * The functions of the sheets: which rule, which part of its result, id and Chinese name. Parameters and descriptions come from the
 * rule itself.
 */
export const table: Readonly<Record<string, ProgrammeTable>> = {
  chongqing: {
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
        ...settlement,
        amount("SETTLE_DEDUCTED", "清算扣抵", "deducted", "deducted from the second period's premium"),
        amount("SETTLE_UNDEDUCTED", "清算未扣抵", "undeducted", "refund left over"),
      ],
      claimDeadlines: statutory,
      checkEligibility: eligibility("ELIGIBLE", "理赔资格"),
      checkEnrolment: eligibility("ENROLMENT", "参保资格"),
    },
  },
  zhumadian: {
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
      settle: settlement,
      settleCounties: settlement.map(({ id, zh, part }) => ({
        id: id.replace("SETTLE", "SETTLE_COUNTIES"),
        zh: `分县区${zh}`,
        part,
      })),
      claimDeadlines: [
        due("FILE", "file", "立案期限", "deadline to file"),
        due("PAY", "pay", "赔付期限", "deadline to pay"),
      ],
      checkEligibility: eligibility("ELIGIBLE", "理赔资格"),
    },
  },
  luozhuang: {
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
      ],
      accidentBenefit: benefit("ACCIDENT", "意外伤害"),
      premium: benefit("PREMIUM", "保费"),
      premiumDue: benefit("PREMIUM_DUE", "应缴保费"),
      settle: [
        amount("SETTLE_BALANCE", "清算结余", "pooledBalance", "pooled balance"),
        amount("SETTLE_CARRIED", "清算结转", "carriedForward", "carried forward"),
        amount("SETTLE_UNCOVERED", "清算未弥补", "uncovered", "deficit left"),
        sheet("SETTLE", "清算"),
      ],
      claimDeadlines: statutory,
      institutionReimbursementDeadline: [
        due("REIMBURSE", "reimburse", "垫付兑付期限", "deadline to reimburse the institution"),
      ],
      checkEligibility: eligibility("ELIGIBLE", "理赔资格"),
    },
  },
  lishui: {
    prefix: "LS",
    zh: "丽水",
    rules: {
      supplementaryMedicalBenefit: benefit("MEDICAL", "补充医疗"),
      loanLossShares: [
        amount("LOAN_INSURER", "贷款损失保险分担", "insurer", "the insurer's share"),
        amount("LOAN_BANK", "贷款损失银行分担", "bank", "the bank's share"),
        sheet("LOAN", "贷款损失分摊"),
      ],
      premiumSubsidy: benefit("SUBSIDY", "保费补助"),
      settle: settlement,
      claimDeadlines: statutory,
      verificationDue: [due("VERIFY", "verify", "对象核实期限", "deadline to verify the household")],
      checkEligibility: eligibility("ELIGIBLE", "理赔资格"),
      checkSubsidy: eligibility("SUBSIDISED", "补助资格"),
    },
  },
};
