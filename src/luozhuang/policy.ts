import { tenGradeScale } from "../core/disability.js";
import type { Vocabulary } from "../core/fields.js";
import { insuranceLawTerms } from "../core/insurance-law.js";
import { percent, yuan } from "../core/money.js";
import { frozen } from "../core/frozen.js";
import { citing, definePolicy, type Policy } from "../core/policy.js";

/*
 * The plan numbers no paragraph below 三(一), 五 and the like, so a paragraph is cited by its place: 三(一)第2段 is the second
 * paragraph of 三(一), the one that opens with the clause's number being the first. The paragraph on instant assistance that
 * closes 三 is 三(二)第2段, though it concerns both covers.
 */
const { clause, provision, floor, reading, norm, open } = citing("罗扶办发〔2020〕6号");

const document = {
  number: clause("二").document,
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
    reimbursedShare: provision("三(一)第1段", percent(90), {
      zh: "医疗商业补充保险",
      en: "Medical supplement",
    }),
    annualLimit: floor("三(一)第3段", yuan(450000), {
      zh: "医疗商业补充保险年度封顶线",
      en: "Medical supplement: annual limit",
    }),
  },
  medicalAssistance: {
    share: provision("三(一)第3段", percent(70), { zh: "医疗救助", en: "Medical assistance" }),
    annualLimit: provision("三(一)第3段", yuan(10000), {
      zh: "医疗救助年度封顶线",
      en: "Medical assistance: annual limit",
    }),
  },
  institution: {
    reduction: provision("三(一)第4段", percent(10), { zh: "医疗机构减免", en: "Institution's reduction" }),
    // 6%以内 includes 6 %, where the reduction is zero either way.
    outOfScopeControl: provision("三(一)第4段", percent(6), {
      zh: "政策范围外费用减免",
      en: "Out-of-scope costs waived",
    }),
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
    reason: {
      zh: "三(一)第8段专就“县域外”规定转诊审批，并写明未办理的后果；第9段把市级定点医疗机构与区级并列，第6段只对市域外提到转诊，故有另一读法。特别规定优先。",
      en: "三(一)第8段 speaks of care outside the county and says what follows without a referral; 第9段 names municipal institutions beside those of the district, and 第6段 speaks of referrals only outside the city, hence the other reading. The special provision goes first.",
    },
  }),
  institutionReductionForOutpatient: reading<"none" | "sameAsInpatient">("三(一)第7段", {
    question: {
      zh: "特殊病种门诊是否享受医疗机构减免10%",
      en: "Whether the institution's 10 % reduction applies to special outpatient care",
    },
    default: "none",
    choices: {
      none: { zh: "不适用", en: "it does not" },
      sameAsInpatient: { zh: "与住院相同", en: "as for inpatients" },
    },
    reason: {
      zh: "三(一)第7段对特殊病种门诊只列基本医保补偿、医疗救助，随后即为医疗商业补充保险，未列医疗机构减免；第4段是一般规定，特别规定优先。",
      en: "For special outpatient care 三(一)第7段 lists basic insurance and medical assistance and then the supplement, no reduction; 第4段 is general, and the special provision goes first.",
    },
  }),
  institutionReductionOutsideCity: reading<"applied" | "none">("三(一)第6段", {
    question: {
      zh: "经转诊的市域外就医是否计算医疗机构减免10%",
      en: "Whether the institution's 10 % reduction is counted for referred care outside the city",
    },
    default: "applied",
    choices: {
      applied: { zh: "计算减免", en: "it is counted" },
      none: { zh: "不计算减免", en: "it is not" },
    },
    reason: {
      zh: "三(一)第6段规定市域外按照市域内报销顺序和报销比例报销，第8段仅排除未转诊者享受减免；但市域外医疗机构不受本方案约束，减免未必实际发生，故有另一读法，实际结算数可以 institutionReduced 填入。",
      en: "三(一)第6段 applies the city's order and shares outside it, and 第8段 withholds the reduction only without a referral. But institutions elsewhere are not bound by this plan and may not grant it, hence the other reading; what was really settled can be given as institutionReduced.",
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
    reason: {
      zh: "三(二)第1段规定身故、伤残的保障标准“分别”不低于3万元，未规定相互抵扣；有两种以上解释的，从有利于被保险人的解释（保险法 30）。",
      en: "三(二)第1段 sets 30 000 for death and for disability, each (分别), and no set-off; of several readings the one that favours the insured holds (Insurance Law 30).",
    },
  }),
};

/** What the plan leaves open. */
export const unspecified = {
  medicalPremiumStandard: open(
    "三(一)第1段",
    "医疗商业补充保险今年的投保标准（由区扶贫办会同相关部门测算后确定）",
    "This year's premium standard of the medical supplement (the authorities work it out later)",
  ),
  priorPayments: open(
    "三(一)第1段",
    "基本医疗保险、大病保险的报销数额（由其自身政策确定）",
    "What basic and critical-illness insurance pay (their own rules decide)",
  ),
  fundRules: open(
    "三(一)第1段",
    "罗办字〔2018〕51号《罗庄区贫困人员健康扶贫兜底救助保障资金管理使用办法》的具体规定",
    "The rules of 罗办字〔2018〕51号 on the district's health fund, to which the plan refers",
  ),
  withoutReferralElsewhere: open(
    "三(一)第6段",
    "市域外未办理转诊手续的，基本医保等按哪些“有关规定”执行",
    "Which rules basic insurance and the rest follow outside the city without a referral",
  ),
  stayAcrossYears: open(
    "三",
    "跨保障周期的住院按入院日还是出院日归属（由调用方确定 occurredOn）",
    "Whether a stay across two periods belongs to the day of admission or of discharge (the caller sets occurredOn)",
  ),
  residence: open(
    "一(二)",
    "“全区”人口的认定（以脱贫享受政策、即时帮扶的名单为准，不另问户籍）",
    "Who belongs to the district (the two lists decide; residence is not asked)",
  ),
  citysInstitutions: open(
    "三(一)第9段",
    "市域内其他县区的定点医疗机构名单（第9段只列21家；由填写的 designatedInstitution 决定）",
    "The designated institutions of the city's other districts: 第9段 lists 21 only (the caller's designatedInstitution decides)",
  ),
  referralTarget: open(
    "三(一)第8段",
    "转诊到省市三级综合医院和专科医院以外的机构如何处理（由填写的 referral 决定）",
    "What holds for a referral to other than the tertiary general and specialised hospitals named (the caller's referral decides)",
  ),
  outpatientAssistance: open(
    "三(一)第7段",
    "特殊病种门诊的医疗救助比例与封顶（默认同住院）",
    "Rate and limit of medical assistance for special outpatient care (assumed: as for a stay)",
  ),
  outpatientElsewhere: open(
    "三(一)第6段",
    "市域外的特殊病种门诊是否报销（第6段只说住院，默认同住院）",
    "Whether special outpatient care outside the city is paid: 第6段 speaks of stays only (assumed: as a stay)",
  ),
  ninetyPercentSpan: open(
    "三(一)第1段",
    "90%和个人自付10%按每次结算还是按年度计算（默认每次）",
    "Whether 90 % and the patient's 10 % hold for a bill (assumed) or a year",
  ),
  stayBeforeAssistance: open(
    "三(二)第2段",
    "纳入即时帮扶之日前入院、之后出院的是否享受（由填写的 occurredOn 决定）",
    "Whether a stay that began before instant assistance counts (the caller's occurredOn decides)",
  ),
  accidentContract: open(
    "三(二)第1段",
    "投保标准高于10元时的保额（保单约定，可用 amend 提高）",
    "The sums insured at a premium above 10 (the contract's; amend raises them)",
  ),
  accidentMedicalShare: open(
    "三(二)第1段",
    "意外伤害医疗的免赔额、报销比例和费用范围（未规定，按限额内全额计算）",
    "Deductible, share and scope of accident care (not stated: paid in full up to the limit)",
  ),
  accidentLimits: open(
    "三(二)第1段",
    "意外各项限额按每次事故还是每个保障周期计算",
    "Whether the accident limits hold for an accident or for the period",
  ),
  disabilityScale: open(
    "三(二)第1段",
    "伤残给付比例采用哪一标准（默认中保协发〔2013〕88号十级标准）",
    "Which scale sets the disability share (the ten grades of 中保协发〔2013〕88号 are assumed)",
  ),
  profitAndLoss: open(
    "四",
    "盈亏调节机制与承保机构运营成本（未弥补的亏损由谁承担亦未规定）",
    "The profit-and-loss mechanism and the insurer's costs (nor is it said who bears an uncovered deficit)",
  ),
  claimProcedure: open(
    "五(三)",
    "查勘理赔的期限（仅要求及时，默认保险法时限）",
    "The periods for claims work (only to be timely; the statutory ones are assumed)",
  ),
};

const aim = { zh: "目标与原则，没有可计算的条件或数额", en: "An aim or principle without a condition or an amount" };
const duty = {
  zh: "工作要求，不决定任何人的资格、金额或期限",
  en: "A duty of administration that decides nobody's eligibility, amount or deadline",
};

const computed = (...rules: string[]) => ({ status: "computed", rules }) as const;
const data = (...where: string[]) => ({ status: "data", where }) as const;
const left = (...names: (keyof typeof unspecified)[]) => ({ status: "unspecified", names }) as const;
const none = (reason: typeof aim) => ({ status: "not-computable", reason }) as const;

const clauses = [
  norm("一(一)", "政府主导、市场运作，拓宽保费来源", "Led by government, run by the market", none(aim)),
  norm("一(二)", "以脱贫享受政策和即时帮扶人口为保障对象，应保尽保", "Insure everyone in the two groups", none(aim)),
  norm("一(二)", "“全区”如何认定未规定", "Who belongs to the district is not stated", left("residence")),
  norm(
    "一(三)",
    "区级统筹医疗商业补充保险和意外伤害保险",
    "The district runs two lines, medical supplement and accident",
    data("policy.covers", "insuranceLines"),
  ),
  norm(
    "一(四)",
    "基本医保、大病保险、医疗救助、医疗机构减免、医疗商业补充保险衔接互补",
    "Five payers that complement one another",
    computed("medicalSupplementBenefit"),
  ),
  norm("一(五)", "适度保障、资金监管、及时理赔", "Measured protection, supervised money, timely claims", none(aim)),
  norm("一(六)", "协调商业利益与社会责任，建立盈亏机制", "A profit-and-loss mechanism", left("profitAndLoss")),
  norm(
    "二",
    "对2019年底脱贫享受政策和纳入即时帮扶人口实施两个险种",
    "Both lines insure people lifted from poverty with benefits and people in instant assistance",
    computed("checkEligibility"),
  ),
  norm(
    "三",
    "区级统一确定基本保障内容、最低筹资标准和最低保障水平",
    "The district sets the content and the least standards of both lines",
    data("policy.terms"),
  ),
  norm(
    "三",
    "保障周期为2020年1月1日至12月31日",
    "The period is 2020-01-01 to 2020-12-31",
    computed("checkEligibility", "assessClaim"),
  ),
  norm(
    "三",
    "跨周期、跨即时帮扶起始日的就医如何归属未规定",
    "A stay across two periods, or the first day of assistance, is not dealt with",
    left("stayAcrossYears", "stayBeforeAssistance"),
  ),
  norm(
    "三(一)第1段",
    "测算确定今年医疗商业补充保险投保标准",
    "This year's premium standard is yet to be worked out",
    left("medicalPremiumStandard"),
  ),
  norm(
    "三(一)第1段",
    "市域内定点医疗机构政策范围内住院费用，经基本医保、大病保险、医疗救助、医疗机构减免后由补充保险补偿",
    "In-scope inpatient costs: after basic, critical-illness, assistance and reduction the supplement pays",
    computed("checkEligibility", "medicalSupplementBenefit", "assessClaim"),
  ),
  norm(
    "三(一)第1段",
    "经各项保障后政策范围内报销费用应达到90%",
    "Reimbursement of in-scope costs is to reach 90 %",
    computed("medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第1段",
    "在先各项保险的数额和罗办字〔2018〕51号办法另行规定",
    "What precedes the supplement, and the fund's rules, stand elsewhere",
    left("priorPayments", "fundRules"),
  ),
  norm("三(一)第1段", "90%按每次还是按年度未规定", "The span of the 90 % is not stated", left("ninetyPercentSpan")),
  norm(
    "三(一)第2段",
    "个人自付低于政策范围内费用10%的，补充保险不再报销",
    "No supplement once the patient bears less than 10 % of the in-scope costs",
    computed("medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第2段",
    "政策范围外费用不纳入补充保险",
    "Out-of-scope costs are not the supplement's",
    computed("medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第3段",
    "医疗救助：政策范围内个人自负费用的70%，年度封顶1万元，低保与非低保一致",
    "Medical assistance: 70 % of what is left, at most 10 000 a year, for all alike",
    computed("medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第3段",
    "补充保险年度赔付封顶线不低于45万元",
    "The supplement's annual limit is at least 450 000",
    computed("medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第4段",
    "医疗机构减免报销后剩余费用的10%",
    "The institution waives 10 % of what is left",
    computed("medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第4段",
    "市域内定点医疗机构政策范围外住院费用超出总费用6%的部分由其减免",
    "Out-of-scope inpatient costs above 6 % of the total are the institution's",
    computed("medicalSupplementBenefit"),
  ),
  norm("三(一)第4段", "应选择基本医保目录内的诊疗技术、药品和耗材", "Treat within the catalogue", none(duty)),
  norm("三(一)第5段", "定期督查、通报定点医疗机构费用控制", "Supervision of the institutions' costs", none(duty)),
  norm(
    "三(一)第6段",
    "市域外住院按市域内报销顺序和比例报销，控制转诊备案",
    "Outside the city the same order and shares apply, with a referral",
    computed("checkEligibility", "medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第6段",
    "未办理转诊手续的按有关规定执行；市域外特殊病种门诊未规定",
    "Without a referral other rules apply; special outpatient care elsewhere is not dealt with",
    left("withoutReferralElsewhere", "outpatientElsewhere"),
  ),
  norm(
    "三(一)第7段",
    "特殊病种门诊经基本医保、医疗救助后纳入补充保险，按同级医疗机构住院比例报销",
    "Special outpatient care: after basic insurance and assistance, at the inpatient share",
    computed("checkEligibility", "medicalSupplementBenefit"),
  ),
  norm("三(一)第7段", "医疗救助的比例未规定", "The rate of assistance is not stated", left("outpatientAssistance")),
  norm(
    "三(一)第8段",
    "应转诊到省市三级综合医院和专科医院",
    "Referrals are to tertiary and specialised hospitals",
    left("referralTarget"),
  ),
  norm(
    "三(一)第8段",
    "县域外就医须转诊，未办理的不享受医疗机构减免和补充保险；急危重症及时备案",
    "Outside the district a referral is needed, else no reduction and no supplement; emergencies are filed",
    computed("checkEligibility", "medicalSupplementBenefit"),
  ),
  norm("三(一)第9段", "区级、市级健康扶贫定点医疗机构名单", "The designated institutions", {
    status: "data",
    where: ["designatedInstitutions", "isDesignated"],
  }),
  norm(
    "三(一)第9段",
    "不在定点医疗机构就医的，不享受医疗机构减免和补充保险",
    "Elsewhere no reduction and no supplement",
    computed("checkEligibility", "medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第9段",
    "市内其他县区的定点医疗机构未列",
    "The city's other designated institutions are not listed",
    left("citysInstitutions"),
  ),
  norm("三(一)第9段", "定点医疗机构主动告知", "The institutions tell the insured", none(duty)),
  norm(
    "三(二)第1段",
    "意外伤害保险每人每份保费不低于10元",
    "The accident premium is at least 10 a person",
    computed("premium"),
  ),
  norm(
    "三(二)第1段",
    "意外身故、伤残分别不低于3万元，意外医疗不低于5000元",
    "Death and disability at least 30 000 each, medical care at least 5 000",
    computed("checkEligibility", "accidentBenefit", "assessClaim"),
  ),
  norm(
    "三(二)第1段",
    "更高保费的保额、伤残标准、医疗赔付比例和限额周期未规定",
    "Sums at a higher premium, the scale, the medical share and the span of the limits are not stated",
    left("accidentContract", "disabilityScale", "accidentMedicalShare", "accidentLimits"),
  ),
  norm(
    "三(二)第2段",
    "即时帮扶人口自纳入之日起享受，至2020年12月31日",
    "Instant assistance is covered from its first day to 2020-12-31",
    computed("checkEligibility"),
  ),
  norm("四", "省市区以保费补贴支持，区级统筹资金", "Premiums are subsidised, the district pools the money", none(duty)),
  norm(
    "四",
    "各险种结余（保费收入扣除赔付金额）可在各险种和各年度间调剂使用",
    "A line's surplus (premium less claims) may be used in other lines and years",
    computed("settle"),
  ),
  norm(
    "四",
    "每个保障周期的保费实行差额动态化管理",
    "The next premium is what the surplus leaves",
    computed("premiumDue"),
  ),
  norm(
    "四",
    "控制承保机构运营成本，建立盈亏调节机制",
    "Costs and the profit-and-loss mechanism",
    left("profitAndLoss"),
  ),
  norm("五(一)第1段", "优先选择优质承办机构", "Which insurers are preferred", none(duty)),
  norm("五(一)第2段", "无重大过错的可顺延承保合同", "The contract may be prolonged", none(duty)),
  norm("五(二)", "签订协议应载明的内容和信息保密", "What the agreement must contain; confidentiality", none(duty)),
  norm(
    "五(三)",
    "区扶贫办统一投保、发放投保卡；报案渠道",
    "Enrolment by the district; how to report a case",
    none(duty),
  ),
  norm(
    "五(三)",
    "承保机构及时查勘理赔，期限适用保险法",
    "Timely claims work: the statutory periods",
    computed("claimDeadlines"),
  ),
  norm("五(三)", "查勘理赔期限未规定", "No periods for claims work are stated", left("claimProcedure")),
  norm(
    "五(三)",
    "定点医疗机构垫付的费用，承保机构于次月内兑付",
    "What an institution advanced is reimbursed within the next month",
    computed("institutionReimbursementDeadline"),
  ),
  norm("五(三)", "垫付较多的定点医疗机构派驻保险专员", "An insurance officer where much is advanced", none(duty)),
  norm("五(四)第1段", "服务体系、绿色通道、简化结算手续", "Service points, fast lanes, simple settlement", none(duty)),
  norm("五(四)第2段", "“一站式”即时结算，免交押金、先诊疗后付费", "One-stop settlement, no deposit", none(duty)),
  norm("六(一)", "组织领导与联席会议", "Leadership and joint meetings", none(duty)),
  norm("六(二)1", "金融部门指导监督", "Duties of the finance regulator", none(duty)),
  norm("六(二)2", "财政部门按人数和筹资标准安排资金", "The treasury provides persons × standard", computed("premium")),
  norm("六(二)3", "医疗保障部门协调“一站式”平台", "Duties of the healthcare security bureau", none(duty)),
  norm(
    "六(二)4",
    "卫生健康部门明确定点医疗机构并监督",
    "The health bureau names and supervises institutions",
    none(duty),
  ),
  norm("六(二)5", "区扶贫办牵头协调", "The poverty office coordinates", none(duty)),
  norm("六(三)", "承保机构资源倾斜、差异化考核", "The insurers' internal duties", none(duty)),
  norm("六(四)", "精准台账、统计监测", "Ledgers and statistics", none(duty)),
  norm("六(五)", "宣传培训", "Publicity and training", none(duty)),
  norm("六(六)", "资金专款专用、全程监督", "Supervision of the money", none(duty)),
];

/** The policy 罗扶办发〔2020〕6号 as frozen data: its terms, readings, open matters and clauses. */
export interface LuozhuangPolicy extends Policy<typeof terms, typeof readings> {}

/** 罗扶办发〔2020〕6号 as data. */
export const policy: LuozhuangPolicy = definePolicy({
  id: "luozhuang",
  title: { zh: "罗庄区扶贫特惠保险", en: "Luozhuang special-benefit poverty insurance" },
  document,
  covers,
  terms,
  readings,
  unspecified,
  clauses,
});

// 三(一)第9段 Designated institutions -----------------------------------------------------------------------------------

/** 三(一)第9段: the designated institutions, as the plan names them; 市 in a name is 临沂市. */
export const designatedInstitutions = frozen({
  /** Named by the district. */
  district: [
    "罗庄区人民医院",
    "罗庄区人民医院南医疗区",
    "罗庄中心医院",
    "罗庄办事处卫生院",
    "付庄中心卫生院",
    "盛庄办事处卫生院",
    "册山中心卫生院",
    "高都办事处卫生院",
    "沂堂镇卫生院",
    "褚墩中心卫生院",
    "黄山镇卫生院",
    "双月湖卫生院",
    "汤庄卫生院",
  ],
  /** Named by the city. */
  city: [
    "市人民医院",
    "市中心医院",
    "市中医医院",
    "市妇女儿童医院",
    "市肿瘤医院",
    "市精神卫生中心",
    "鲁南眼科医院",
    "市荣军医院",
  ],
});

/** The city that 市 stands for in those names. */
export const cityName = "临沂";
