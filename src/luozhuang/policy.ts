import { tenGradeScale } from "../core/disability.js";
import type { Vocabulary } from "../core/input.js";
import { insuranceLawTerms } from "../core/insurance-law.js";
import { percent, yuan } from "../core/money.js";
import { frozen } from "../core/frozen.js";
import { citing, definePolicy, type Policy } from "../core/policy.js";
import type { Ground } from "../core/statement.js";

/** The number of the plan that this module follows. */
export const documentNumber = "罗扶办发〔2020〕6号";

/*
 * The plan numbers no paragraph below 三(一), 五 and the like, so a paragraph is cited by its place: 三(一)第2段 is the second
 * paragraph of 三(一), the one that opens with the clause's number being the first. The paragraph on instant assistance that
 * closes 三 is 三(二)第2段, though it concerns both covers.
 */
const { clause, provision, floor, reading } = citing(documentNumber);

const document = {
  number: documentNumber,
  title: {
    zh: "罗庄区2020年度扶贫特惠保险实施方案",
    en: "Luozhuang District: plan for the special-benefit poverty insurance of 2020",
  },
  issuers: [
    "罗庄区扶贫开发领导小组办公室",
    "罗庄区民政局",
    "罗庄区财政局",
    "罗庄区卫生健康局",
    "罗庄区医疗保障局",
    "罗庄区地方金融监督管理局",
  ],
  issuedOn: "2020-03-03",
  // 三: 保障周期; the plan, though issued later, holds from the period's first day.
  inForce: { from: "2020-01-01", to: "2020-12-31" },
  area: { codes: ["371311"] },
};

// 二 Who is insured ---------------------------------------------------------------------------------------------------

/** 二: the two groups of insured persons, and neither. */
export const statuses = frozen({
  liftedFromPovertyWithBenefits: { zh: "脱贫享受政策人口", en: "lifted from poverty, still with benefits" },
  instantAssistance: { zh: "即时帮扶人口", en: "in instant assistance" },
  none: { zh: "以上皆非", en: "neither" },
} satisfies Vocabulary);

// 三 What is covered --------------------------------------------------------------------------------------------------

/** 三: the two lines of insurance. */
export const insuranceLines = frozen({
  medicalSupplement: { zh: "医疗商业补充保险", en: "Medical supplement" },
  accident: { zh: "意外伤害保险", en: "Accident" },
} satisfies Vocabulary);

/** 三: the two covers, a line of insurance each. */
const covers = {
  medicalSupplement: { clause: clause("三(一)"), title: insuranceLines.medicalSupplement },
  accident: { clause: clause("三(二)"), title: insuranceLines.accident },
};

/** 三(一)第1、7段: the care that is covered. */
export const settings = frozen({
  inpatient: { zh: "住院", en: "inpatient" },
  specialOutpatient: { zh: "特殊病种门诊", en: "outpatient care of a special disease" },
} satisfies Vocabulary);

/** 三(一)第6、8段: where the care was given. */
export const places = frozen({
  district: { zh: "罗庄区内", en: "in the district" },
  city: { zh: "区外、临沂市内", en: "outside the district, in the city" },
  outsideCity: { zh: "临沂市外", en: "outside the city" },
} satisfies Vocabulary);

/** 三(一)第8段: what was done about a referral. */
export const referrals = frozen({
  approved: { zh: "已办理转诊审批", en: "referral approved" },
  emergencyFiled: { zh: "急危重症等已补办转诊备案", en: "emergency, filed in time" },
  none: { zh: "未办理", en: "none" },
} satisfies Vocabulary);

/** 三(一)第7段: the special diseases named, and any other; the list closes with 等 and is open. */
export const specialDiseases = frozen({
  malignantTumorChemoradiotherapy: {
    zh: "恶性肿瘤门诊化放疗",
    en: "chemo- or radiotherapy of a malignant tumour",
  },
  uremiaDialysis: { zh: "尿毒症透析", en: "dialysis for uraemia" },
  antiRejectionAfterTransplant: { zh: "器官移植术后抗排异治疗", en: "anti-rejection treatment after a transplant" },
  hemophilia: { zh: "血友病", en: "haemophilia" },
  severeMentalIllnessMedication: { zh: "重性精神病人药物维持治疗", en: "medication of severe mental illness" },
  multidrugResistantTuberculosis: { zh: "耐多药肺结核", en: "multidrug-resistant tuberculosis" },
  childCerebralPalsy: { zh: "儿童脑瘫", en: "cerebral palsy of a child" },
  childIntellectualDisability: { zh: "儿童智障", en: "intellectual disability of a child" },
  childAutism: { zh: "儿童孤独症", en: "autism of a child" },
  other: { zh: "其他病种", en: "another disease" },
} satisfies Vocabulary);

/** 三(一)第1至4段: who bears what of a bill, in the order of payment. */
export const payers = frozen({
  basic: { zh: "基本医疗保险", en: "Basic insurance" },
  criticalIllness: { zh: "大病保险", en: "Critical-illness insurance" },
  medicalAssistance: { zh: "医疗救助", en: "Medical assistance" },
  institutionReduction: { zh: "医疗机构减免", en: "Institution's reduction" },
  supplement: insuranceLines.medicalSupplement,
  selfPaidInScope: { zh: "个人自付（政策范围内）", en: "Patient, in scope" },
  outOfScopeReduction: { zh: "政策范围外费用减免", en: "Out-of-scope costs waived" },
  selfPaidOutOfScope: { zh: "个人自费（政策范围外）", en: "Patient, out of scope" },
} satisfies Vocabulary);

// 四 Settlement -------------------------------------------------------------------------------------------------------

/** 四: what covers a line's deficit: another line's surplus, or what earlier years left. */
export const surpluses = frozen({
  ...insuranceLines,
  broughtForward: { zh: "以前年度结余", en: "Brought forward" },
} satisfies Vocabulary);

/** 三(一)第1段: where this year's premium standard of the medical supplement would stand; the plan leaves it open. */
export const medicalPremium = frozen({
  clause: clause("三(一)第1段"),
  label: insuranceLines.medicalSupplement,
} satisfies Ground);

// Boundary words (民法总则 205): 以内 includes the number, 超出 and 低于 exclude it, 不低于 includes it.
const terms = {
  persons: {
    statuses: provision(
      "二",
      ["liftedFromPovertyWithBenefits", "instantAssistance"],
      {
        zh: "属于脱贫享受政策人口或即时帮扶人口",
        en: "Lifted from poverty with benefits, or in instant assistance",
      },
      statuses,
    ),
    // 自纳入之日起: the day itself is covered.
    assistedBefore: provision("三(二)第2段", true, {
      zh: "自纳入即时帮扶之日起享受",
      en: "Covered from the day instant assistance began",
    }),
    inPeriod: provision("三", true, { zh: "在保障周期内", en: "Within the period of protection" }),
  },
  // 2020年1月1日至12月31日, both days included; 三(二)第2段 ends instant assistance on the same day.
  period: {
    from: provision("三", "2020-01-01", { zh: "保障周期起", en: "Period of protection begins" }),
    to: provision("三", "2020-12-31", { zh: "保障周期止", en: "Period of protection ends" }),
  },
  medicalSupplement: {
    settings: provision(
      "三(一)第1、7段",
      ["inpatient", "specialOutpatient"],
      {
        zh: "住院或特殊病种门诊",
        en: "Inpatient care, or outpatient care of a special disease",
      },
      settings,
    ),
    specialDiseases: provision(
      "三(一)第7段",
      Object.keys(specialDiseases).filter((disease) => disease !== "other"),
      { zh: "基本医保确定的特殊病种", en: "A special disease of the basic insurance" },
      specialDiseases,
    ),
    designated: provision("三(一)第9段", true, {
      zh: "在健康扶贫定点医疗机构就医",
      en: "Treated in a designated institution",
    }),
    referral: provision(
      "三(一)第8段",
      ["approved", "emergencyFiled"],
      {
        zh: "县域外就医已办理转诊审批或备案",
        en: "Outside the district: referred, or filed as an emergency",
      },
      referrals,
    ),
    /** The other tenth stays with the patient: 三(一)第2段 says the same of what is below 10 %. */
    reimbursedShare: provision("三(一)第1段", percent(90), payers.supplement),
    annualLimit: floor("三(一)第3段", yuan(450000), {
      zh: "医疗商业补充保险年度封顶线",
      en: "Medical supplement: annual limit",
    }),
  },
  medicalAssistance: {
    share: provision("三(一)第3段", percent(70), payers.medicalAssistance),
    annualLimit: provision("三(一)第3段", yuan(10000), {
      zh: "医疗救助年度封顶线",
      en: "Medical assistance: annual limit",
    }),
  },
  institution: {
    reduction: provision("三(一)第4段", percent(10), payers.institutionReduction),
    // 6%以内 includes 6 %, where the reduction is zero either way.
    outOfScopeControl: provision("三(一)第4段", percent(6), payers.outOfScopeReduction),
    // 次月内: one calendar month after the month of the advance, to its last day.
    reimbursementMonths: provision("五(三)", 1, {
      zh: "承保机构兑付定点医疗机构垫付费用",
      en: "Reimburse what the institution advanced",
    }),
  },
  accident: {
    accidental: provision("三(二)第1段", true, { zh: "因意外伤害", en: "Caused by an accident" }),
    minimumPremium: floor("三(二)第1段", yuan(10), {
      zh: "意外伤害保险最低投保标准（元/人）",
      en: "Accident: least premium a person",
    }),
    death: floor("三(二)第1段", yuan(30000), { zh: "意外身故保险金", en: "Accidental death" }),
    disability: floor("三(二)第1段", yuan(30000), { zh: "意外伤残保险金", en: "Accidental disability" }),
    /** The plan names no scale: the ten grades are assumed (see `unspecified.disabilityScale`). */
    disabilityScale: tenGradeScale,
    medicalLimit: floor("三(二)第1段", yuan(5000), { zh: "意外伤害医疗限额", en: "Accident care: limit" }),
  },
  /** The plan asks for timely claims work without a number (五(三)): the statutory periods. */
  deadlines: insuranceLawTerms,
};

const readings = {
  referralWithinCity: reading<"required" | "notRequired">("三(一)第8段", {
    question: {
      zh: "区外、市内的定点医疗机构就医是否须办理转诊",
      en: "Whether care outside the district but in the city needs a referral",
    },
    default: "required",
    choices: {
      required: { zh: "须办理转诊", en: "a referral is needed" },
      notRequired: { zh: "不须办理转诊", en: "no referral is needed" },
    },
  }),
  institutionReductionForOutpatient: reading<"none" | "sameAsInpatient">("三(一)第7段", {
    question: {
      zh: "特殊病种门诊是否享受医疗机构减免",
      en: "Whether the institution's reduction applies to special outpatient care",
    },
    default: "none",
    choices: {
      none: { zh: "不适用", en: "it does not" },
      sameAsInpatient: { zh: "与住院相同", en: "as for inpatients" },
    },
  }),
  institutionReductionOutsideCity: reading<"applied" | "none">("三(一)第6段", {
    question: {
      zh: "经转诊的市域外就医是否计算医疗机构减免",
      en: "Whether the institution's reduction is counted for referred care outside the city",
    },
    default: "applied",
    choices: {
      applied: { zh: "计算减免", en: "it is counted" },
      none: { zh: "不计算减免", en: "it is not" },
    },
  }),
  deathAfterDisability: reading<"both" | "higher" | "deathOnly">("三(二)第1段", {
    question: {
      zh: "同一意外先致残后身故，如何给付",
      en: "What is paid when death follows disability from one accident",
    },
    default: "both",
    choices: {
      both: { zh: "伤残与身故分别给付", en: "disability and death are both paid" },
      higher: { zh: "给付较高的一项", en: "the higher of the two is paid" },
      deathOnly: { zh: "只给付身故保险金", en: "only the death benefit is paid" },
    },
  }),
};

/**
 * 罗扶办发〔2020〕6号的政策数据：条款与解读，不可更改。
 * The policy 罗扶办发〔2020〕6号 as frozen data: its terms and readings.
 */
export interface LuozhuangPolicy extends Policy<typeof terms, typeof readings> {}

/**
 * 罗扶办发〔2020〕6号的政策数据。
 * 罗扶办发〔2020〕6号 as data.
 */
export const policy: LuozhuangPolicy = definePolicy({
  id: "luozhuang",
  title: { zh: "罗庄区扶贫特惠保险", en: "Luozhuang special-benefit poverty insurance" },
  document,
  covers,
  terms,
  readings,
  check({ period: { from, to } }, report) {
    if (to.value < from.value) {
      const [zh, en] = [`早于保障周期起（${from.value}）`, `lies before the period's first day (${from.value})`];
      report(["period", "to"], zh, en);
    }
  },
});
