import { tenGradeScale } from "../core/disability.js";
import type { Vocabulary } from "../core/input.js";
import { deathAfterDisability } from "../core/harm.js";
import { insuranceLawTerms } from "../core/insurance-law.js";
import { percent, yuan } from "../core/money.js";
import { frozen } from "../core/frozen.js";
import { citing, definePolicy, type Policy } from "../core/policy.js";
import type { Ground } from "../core/statement.js";
import type { Text } from "../core/text.js";

/** The number of the plan that this module follows. */
export const documentNumber = "罗扶办发〔2020〕6号";

/*
 * The plan numbers no paragraph below 三(一), 五 and the like, so a paragraph is cited by its place: 三(一)第2段 is the second
 * paragraph of 三(一), the one that opens with the clause's number being the first. The paragraph on instant assistance that
 * closes 三 is 三(二)第2段, though it concerns both covers.
 */
const { clause, provision, floor, principle, reading } = citing(documentNumber);

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
  checkedOn: "2026-11-25",
  // 三: 保障周期; the plan, though issued later, holds from the period's first day.
  inForce: { from: "2020-01-01", to: "2020-12-31" },
  area: { codes: ["371311"] },
};

// 二 Who is insured ---------------------------------------------------------------------------------------------------

/** 二: the two groups of insured persons, and neither. */
export const statuses = frozen({
  liftedFromPovertyWithBenefits: { zh: "脱贫享受政策人口", en: "lifted from poverty with benefits" },
  instantAssistance: { zh: "即时帮扶人口", en: "in instant assistance" },
  none: { zh: "其他人员", en: "another person" },
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

/** 三(一)第1、7段: the care that is covered, and care that is not. */
export const settings = frozen({
  inpatient: { zh: "住院", en: "inpatient" },
  specialOutpatient: { zh: "特殊病种门诊", en: "outpatient care of a special disease" },
  ordinaryOutpatient: { zh: "普通门诊", en: "other outpatient care" },
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
  emergencyFiled: { zh: "急危重症等已及时转诊备案", en: "filed in time as an emergency" },
  none: { zh: "未办理转诊手续", en: "no referral" },
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
  basic: { zh: "基本医疗保险支付", en: "Basic insurance pays" },
  criticalIllness: { zh: "大病保险支付", en: "Critical-illness insurance pays" },
  medicalAssistance: { zh: "医疗救助支付", en: "Medical assistance pays" },
  institutionReduction: { zh: "医疗机构减免（政策范围内）", en: "Institution waives, in scope" },
  other: { zh: "其他补偿支付", en: "Other sources pay" },
  supplement: { zh: "医疗商业补充保险支付", en: "Medical supplement pays" },
  selfPaidInScope: { zh: "个人自付（政策范围内）", en: "Patient pays, in scope" },
  outOfScopeReduction: { zh: "医疗机构减免（政策范围外）", en: "Institution waives, out of scope" },
  selfPaidOutOfScope: { zh: "个人自费（政策范围外）", en: "Patient pays, out of scope" },
  selfPaidTotal: { zh: "个人合计负担", en: "Patient pays in all" },
} satisfies Vocabulary);

// 四 Settlement -------------------------------------------------------------------------------------------------------

/** 四: what covers a deficit: another line's surplus, or what earlier years left. */
export const surpluses = frozen({
  ...insuranceLines,
  broughtForward: { zh: "以前年度结余", en: "Surplus of earlier years" },
} satisfies Vocabulary);

/** 四: whose deficit is covered: a line's of this year, or the one that earlier years left. */
export const deficits = frozen({
  ...insuranceLines,
  deficitBroughtForward: { zh: "以前年度", en: "Earlier years" },
} satisfies Vocabulary);

/** 四: surpluses may (可) be used in other lines and years, or not. */
export const transferChoices = frozen({
  made: { zh: "在各险种和各年度间调剂", en: "surpluses are used in other lines and years" },
  none: { zh: "不调剂，各险种自行结转", en: "none: each line carries its own forward" },
} satisfies Vocabulary);

/** 三(一)第1段: where this year's premium standard of the medical supplement would stand; the plan leaves it open. */
export const medicalPremium = frozen({
  clause: clause("三(一)第1段"),
  label: insuranceLines.medicalSupplement,
} satisfies Ground);

/** Words one after the other, as alternatives. */
const either = <Word extends string>(words: Vocabulary<Word>, chosen: readonly string[], locale: keyof Text): string =>
  chosen.map((word) => words[word as Word][locale]).join({ zh: "或", en: ", or " }[locale]);

// Boundary words (民法总则 205): 以内 includes the number, 超出 and 低于 exclude it, 不低于 includes it.
const terms = {
  persons: {
    statuses: provision(
      "二",
      ["liftedFromPovertyWithBenefits", "instantAssistance"] as readonly string[],
      (chosen) => ({
        zh: `属于${either(statuses, chosen, "zh")}`,
        en: `The person is: ${either(statuses, chosen, "en")}`,
      }),
      statuses,
    ),
    // 自纳入之日起: the day itself is covered.
    assistedBefore: provision("三(二)第2段", true, {
      zh: "就医或出险不早于纳入即时帮扶之日",
      en: "Care or accident not before the day instant assistance began",
    }),
    inPeriod: provision("三", true, {
      zh: "就医或出险在保障周期内",
      en: "Care or accident within the period of protection",
    }),
  },
  // 2020年1月1日至12月31日, both days included; 三(二)第2段 ends instant assistance on the same day.
  period: {
    from: provision("三", "2020-01-01", { zh: "保障周期起", en: "Period of protection begins" }),
    to: provision("三", "2020-12-31", { zh: "保障周期止", en: "Period of protection ends" }),
  },
  medicalSupplement: {
    settings: provision(
      "三(一)第1、7段",
      ["inpatient", "specialOutpatient"] as readonly string[],
      (chosen) => ({
        zh: `就医方式为${either(settings, chosen, "zh")}`,
        en: `The care is: ${either(settings, chosen, "en")}`,
      }),
      settings,
    ),
    specialDiseases: provision(
      "三(一)第7段",
      Object.keys(specialDiseases).filter((disease) => disease !== "other"),
      { zh: "属于基本医保确定的特殊病种", en: "A special disease of the basic insurance" },
      specialDiseases,
    ),
    /** Asked of special outpatient care under `outpatientOutsideCity: notCovered` alone. */
    outpatientInCity: provision("三(一)第6段", true, {
      zh: "特殊病种门诊在市域内就医",
      en: "Special outpatient care inside the city",
    }),
    designated: provision("三(一)第9段", true, {
      zh: "在健康扶贫定点医疗机构就医",
      en: "Treated in a designated institution",
    }),
    referral: provision(
      "三(一)第8段",
      ["approved", "emergencyFiled"] as readonly string[],
      (chosen) => ({
        zh: `区外就医${either(referrals, chosen, "zh")}`,
        en: `Care outside the district: ${either(referrals, chosen, "en")}`,
      }),
      referrals,
    ),
    /** The other tenth stays with the patient: 三(一)第2段 says the same of what is below 10 %. */
    reimbursedShare: provision("三(一)第1段", percent(90), payers.supplement),
    annualLimit: floor("三(一)第3段", yuan(450000), {
      zh: "医疗商业补充保险年度封顶线",
      en: "Annual limit of the medical supplement",
    }),
  },
  medicalAssistance: {
    share: provision("三(一)第3段", percent(70), payers.medicalAssistance),
    annualLimit: provision("三(一)第3段", yuan(10000), {
      zh: "医疗救助年度封顶线",
      en: "Annual limit of medical assistance",
    }),
  },
  institution: {
    reduction: provision("三(一)第4段", percent(10), payers.institutionReduction),
    // 6%以内 includes 6 %, where the reduction is zero either way.
    outOfScopeControl: provision("三(一)第4段", percent(6), payers.outOfScopeReduction),
    // 次月内: one calendar month after the month of the advance, to its last day.
    reimbursementMonths: provision("五(三)", 1, {
      zh: "承保机构向定点医疗机构兑付垫付费用",
      en: "The insurer reimburses the institution for what it advanced",
    }),
  },
  accident: {
    accidental: provision("三(二)第1段", true, { zh: "因遭受意外伤害", en: "Caused by an accident" }),
    minimumPremium: principle("三(二)第1段", yuan(10), {
      zh: "意外伤害保险每人每份最低保费",
      en: "Accident: minimum premium per person and unit",
    }),
    death: floor("三(二)第1段", yuan(30000), { zh: "意外身故保险金", en: "Accidental death" }),
    disability: floor("三(二)第1段", yuan(30000), { zh: "意外伤残保险金", en: "Accidental disability" }),
    /** The plan names no scale (reading `disabilityWithoutScale`); a contract's own is put in with `amend`. */
    disabilityScale: tenGradeScale,
    medicalLimit: floor("三(二)第1段", yuan(5000), { zh: "意外伤害医疗限额", en: "Accident medical limit" }),
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
    default: "none",
    choices: {
      none: { zh: "不计算减免", en: "it is not" },
      applied: { zh: "计算减免", en: "it is counted" },
    },
  }),
  outOfScopeWithoutReferral: reading<"notWaived" | "waived">("三(一)第8段", {
    question: {
      zh: "未办理转诊的，市域内定点医疗机构是否减免超出控制比例的政策范围外住院费用",
      en: "Whether out-of-scope inpatient costs above the control are waived in the city without a referral",
    },
    default: "notWaived",
    choices: {
      notWaived: { zh: "不减免", en: "they are not" },
      waived: { zh: "减免", en: "they are" },
    },
  }),
  specialOutpatientRate: reading<"ninetyPercent" | "sameLevelInpatient">("三(一)第7段", {
    question: {
      zh: "特殊病种门诊“按照同级医疗机构的住院报销比例予以报销”，补充保险按什么比例",
      en: "By which rate the supplement pays special outpatient care (“同级医疗机构的住院报销比例”)",
    },
    default: "ninetyPercent",
    choices: {
      ninetyPercent: { zh: "与住院同样补足至应达到的比例", en: "up to the share that is to be reached, as for a stay" },
      sameLevelInpatient: {
        zh: "按同级医疗机构的住院报销比例，扣除其他各方已付",
        en: "the inpatient rate of an institution of that level, less what the others paid",
      },
    },
  }),
  specialOutpatientAssistance: reading<"sameAsInpatient" | "asSettled">("三(一)第7段", {
    question: {
      zh: "特殊病种门诊的医疗救助未写比例和封顶，如何确定",
      en: "What medical assistance pays for special outpatient care, for which no rate and limit are stated",
    },
    default: "sameAsInpatient",
    choices: {
      sameAsInpatient: { zh: "比照住院的比例和封顶线", en: "the rate and the limit for stays" },
      asSettled: { zh: "以实际结算的数额为准", en: "what was really settled, and nothing else" },
    },
  }),
  outpatientOutsideCity: reading<"covered" | "notCovered">("三(一)第6段", {
    question: {
      zh: "市域外的特殊病种门诊是否纳入（该段只写“市域外住院就医费用”）",
      en: "Whether special outpatient care outside the city is covered (the paragraph speaks of stays)",
    },
    default: "covered",
    choices: {
      covered: { zh: "比照住院纳入", en: "it is, as a stay" },
      notCovered: { zh: "不纳入", en: "it is not" },
    },
  }),
  ninetyPercentSpan: reading<"perStay" | "perYear">("三(一)第1段", {
    question: {
      zh: "“应达到”的报销比例按每次结算还是按年度计算",
      en: "Whether the share that is to be reached holds for each bill or for the year",
    },
    default: "perStay",
    choices: {
      perStay: { zh: "每次结算分别计算", en: "each bill" },
      perYear: { zh: "本年度各次合并计算", en: "the bills of the year together" },
    },
  }),
  disabilityWithoutScale: reading<"byScale" | "fullLimit">("三(二)第1段", {
    question: {
      zh: "未指明伤残评定标准，意外伤残如何给付",
      en: "What is paid for a disability where no scale is named",
    },
    default: "byScale",
    choices: {
      byScale: { zh: "按伤残等级的比例", en: "the share by the grade of disability" },
      fullLimit: { zh: "不分等级，全额给付", en: "the whole sum, whatever the grade" },
    },
  }),
  accidentLimits: reading<"perPeriod" | "perAccident">("三(二)第1段", {
    question: {
      zh: "意外伤残、意外医疗的限额按保障周期还是按每次事故计算",
      en: "Whether the limits of disability and of accident care hold for the period or for each accident",
    },
    default: "perPeriod",
    choices: {
      perPeriod: { zh: "一个保障周期内各次事故合并计算", en: "for the accidents of the period together" },
      perAccident: { zh: "每次事故分别计算", en: "for each accident" },
    },
  }),
  accidentMedicalTerms: reading<"inFull" | "byContract">("三(二)第1段", {
    question: {
      zh: "意外伤害医疗的免赔额和报销比例未写，如何给付",
      en: "How accident care is paid, for which no deductible and share are stated",
    },
    default: "inFull",
    choices: {
      inFull: { zh: "限额内全额给付", en: "in full up to the limit" },
      byContract: { zh: "按合同的免赔额和报销比例", en: "by the contract's deductible and share" },
    },
  }),
  sameCosts: reading<"medicalFirst" | "both">("三(二)第1段", {
    question: {
      zh: "同一次意外住院的费用同属两个险种的，如何给付",
      en: "What is paid for the costs of one stay that both lines cover",
    },
    default: "medicalFirst",
    choices: {
      medicalFirst: {
        zh: "先由医疗商业补充保险给付，意外医疗给付个人仍负担的部分",
        en: "the medical supplement first, accident care what is left to the patient",
      },
      both: { zh: "两个险种分别给付", en: "each line by itself" },
    },
  }),
  addedDuringYear: reading<"full" | "byMonth">("三(二)第2段", {
    question: {
      zh: "年中纳入即时帮扶的人员，保费按全年还是按月计算",
      en: "Whether the premium of persons added during the year is that of the year or of their months",
    },
    default: "full",
    choices: {
      full: { zh: "按全年投保标准", en: "the whole year's" },
      byMonth: { zh: "按参保月数折算", en: "that of the months insured" },
    },
  }),
  deathAfterDisability: reading("三(二)第1段", deathAfterDisability({ zh: "身故保险金", en: "death benefit" })),
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
