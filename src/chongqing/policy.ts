import { tenGradeScale } from "../core/disability.js";
import type { Vocabulary } from "../core/input.js";
import { deathAfterDisability } from "../core/harm.js";
import { insuranceLawTerms } from "../core/insurance-law.js";
import { percent, yuan } from "../core/money.js";
import { frozen } from "../core/frozen.js";
import { citing, definePolicy, type Policy } from "../core/policy.js";
import { tiers } from "../core/tiers.js";

/** The number of the notice that this module follows. */
export const documentNumber = "渝民〔2020〕238号";

const { clause, provision, reading } = citing(documentNumber);

const document = {
  number: clause("二").document,
  title: {
    zh: "关于实施“民政惠民济困保”项目的通知",
    en: "Notice on carrying out the civil-affairs insurance for people in hardship",
  },
  issuers: ["重庆市民政局", "重庆市财政局", "重庆市退役军人事务局", "重庆银保监局"],
  issuedOn: "2020-12-21",
  checkedOn: "2026-11-25",
  // 二: 参保时间; the notice, though issued later, holds from the first day of the first period.
  inForce: { from: "2020-11-01", to: "2021-12-31" },
  area: { codes: ["50"] },
};

// 二 Who is insured ---------------------------------------------------------------------------------------------------

/**
 * 二：五类参保对象，及以上皆非。
 * 二: the five categories of insured persons, and none of them.
 */
export const categories = frozen({
  minimumLivingGuarantee: { zh: "低保对象", en: "minimum living guarantee" },
  extremePoverty: { zh: "特困人员", en: "extreme poverty" },
  orphan: { zh: "孤儿", en: "orphan" },
  deFactoUnattendedChild: { zh: "事实无人抚养儿童", en: "de facto unattended child" },
  preferentialTreatment: { zh: "优抚对象", en: "entitled to preferential treatment" },
  none: { zh: "以上皆非", en: "none of these" },
} satisfies Vocabulary);

/**
 * 二：两个保障期间。
 * 二: the two periods of protection.
 */
export const periods = frozen({
  first: { zh: "第一保障期间", en: "first period" },
  second: { zh: "第二保障期间", en: "second period" },
} satisfies Vocabulary);

/** 二: 120元/人·年（即每人每月10元）: a year has 12 months, which the second period's are held against. */
export const monthsOfYear = 12;

/** 三(一): what the 30 000 for disability are called where other accidents use them up. */
export const accidentDisabilityLimit = frozen({ zh: "意外伤残限额", en: "Accident disability limit" });

// 三 What is covered --------------------------------------------------------------------------------------------------

/** 三: the five covers. */
const covers = {
  accident: { clause: clause("三(一)"), title: { zh: "小额意外", en: "Accident" } },
  majorIllness: { clause: clause("三(二)"), title: { zh: "大病补充", en: "Major-illness supplement" } },
  illnessDeath: { clause: clause("三(三)"), title: { zh: "疾病身故", en: "Death by illness" } },
  studentCriticalIllness: { clause: clause("三(四)"), title: { zh: "学生重大疾病", en: "Student critical illness" } },
  educationGrant: { clause: clause("三(五)"), title: { zh: "困难人群升学补助金", en: "Education grant" } },
};

/**
 * 三(四)：二十种重大疾病（封闭清单），及其他疾病。
 * 三(四): the twenty diseases, a closed list, and any other.
 */
export const diseases = frozen({
  malignantTumor: { zh: "恶性肿瘤", en: "malignant tumour" },
  organOrStemCellTransplant: {
    zh: "重大器官移植术或造血干细胞移植术",
    en: "major organ or haematopoietic stem-cell transplant",
  },
  acuteOrEndStageRenalFailure: {
    zh: "急性肾功能衰竭或终末期肾病（或称慢性肾功能衰竭尿毒症期）",
    en: "acute renal failure or end-stage renal disease (also called the uraemic stage of chronic renal failure)",
  },
  severeHepatitis: { zh: "急性或亚急性重症肝炎", en: "acute or subacute severe hepatitis" },
  benignBrainTumor: { zh: "良性脑肿瘤", en: "benign brain tumour" },
  encephalitisOrMeningitisSequelae: { zh: "脑炎后遗症或脑膜炎后遗症", en: "sequelae of encephalitis or meningitis" },
  severeAplasticAnemia: { zh: "重型再生障碍性贫血", en: "severe aplastic anaemia" },
  poliomyelitis: { zh: "脊髓灰质炎症", en: "poliomyelitis" },
  severeJuvenileRheumatoidArthritis: { zh: "严重幼年型类风湿性关节炎", en: "severe juvenile rheumatoid arthritis" },
  severeKawasakiDisease: { zh: "严重川崎氏病", en: "severe Kawasaki disease" },
  myastheniaGravis: { zh: "重症肌无力", en: "myasthenia gravis" },
  insulinDependentDiabetes: { zh: "胰岛素依赖型糖尿病", en: "insulin-dependent diabetes" },
  bilateralBlindness: { zh: "双目失明", en: "blindness of both eyes" },
  paralysis: { zh: "瘫痪", en: "paralysis" },
  severeMyocarditisWithHeartFailure: {
    zh: "重症心肌炎伴充血性心力衰竭",
    en: "severe myocarditis with congestive heart failure",
  },
  decompensatedChronicLiverFailure: { zh: "慢性肝功能衰竭失代偿期", en: "decompensated chronic liver failure" },
  heartValveSurgery: { zh: "心脏瓣膜手术", en: "heart valve surgery" },
  aorticSurgery: { zh: "主动脉手术", en: "aortic surgery" },
  severeBrainInjury: { zh: "严重脑损伤", en: "severe brain injury" },
  severeThirdDegreeBurns: { zh: "严重III度烧伤", en: "severe third-degree burns" },
  other: { zh: "其他疾病", en: "another disease" },
} satisfies Vocabulary);

/**
 * 三(五)：录取的途径：考试、推荐，及其他。
 * 三(五): the ways of admission: the examinations, recommendation, and any other.
 */
export const exams = frozen({
  collegeEntrance: { zh: "高考", en: "college entrance examination" },
  vocationalCollege: { zh: "高职分类考试", en: "vocational college entrance examination" },
  postgraduateEntrance: { zh: "研究生考试", en: "postgraduate entrance examination" },
  recommended: { zh: "推荐免试（保送、推免）", en: "recommended without examination" },
  other: { zh: "其他考试", en: "another examination" },
} satisfies Vocabulary);

/**
 * 三(五)：录取层次。
 * 三(五): the levels to which a student is admitted.
 */
export const levels = frozen({
  juniorCollege: { zh: "大专", en: "junior college" },
  bachelor: { zh: "本科", en: "bachelor" },
  postgraduate: { zh: "研究生", en: "postgraduate" },
} satisfies Vocabulary);

/**
 * 三(五)：此前领取升学补助金的情况。
 * 三(五): an earlier grant, and for what it was.
 */
export const earlierGrants = frozen({
  none: { zh: "未领取过", en: "none" },
  forThisAdmission: { zh: "已就本次升学领取", en: "for this admission" },
  forAnotherAdmission: { zh: "曾就另一次升学领取", en: "for another admission" },
} satisfies Vocabulary);

/** 三(五): the levels to which each way of admission leads. */
export const levelsByExam: Readonly<Record<keyof typeof exams, readonly (keyof typeof levels)[]>> = frozen({
  collegeEntrance: ["juniorCollege", "bachelor"],
  vocationalCollege: ["juniorCollege", "bachelor"],
  postgraduateEntrance: ["postgraduate"],
  recommended: ["bachelor", "postgraduate"],
  other: ["juniorCollege", "bachelor", "postgraduate"],
});

// Boundary words (民法总则 205, 民法典 1259): 以上 and 以内 include the number, 超过 and 不足 exclude it; （含） says so again.
const terms = {
  enrolment: {
    categories: provision(
      "二",
      ["minimumLivingGuarantee", "extremePoverty", "orphan", "deFactoUnattendedChild", "preferentialTreatment"],
      { zh: "属于参保对象", en: "In a category that is enrolled" },
      categories,
    ),
    receivesStateAllowance: provision("二", true, {
      zh: "优抚对象享受国家定期抚恤补助",
      en: "Entitled to preferential treatment: receives the regular state allowance",
    }),
    notDisabledPoliceOrOfficial: provision("二", true, {
      zh: "优抚对象不是伤残人民警察或伤残国家机关工作人员",
      en: "Entitled to preferential treatment: not a disabled police officer or state official",
    }),
    once: provision("二", true, { zh: "未按其他类别重复参保", en: "Not enrolled under another category already" }),
    notInPovertyCover: provision("二", true, {
      zh: "未参保“精准脱贫保”",
      en: "Not insured by the poverty-alleviation cover",
    }),
    withinProgramme: provision("二", true, { zh: "在参保时间内", en: "Within the programme" }),
    enrolledBefore: provision("二", true, { zh: "事件发生时参保有效", en: "Enrolled when it happened" }),
    /** 120 yuan a person-year, which the notice itself gives as 10 a month. */
    monthlyPremium: provision("二", yuan(10), {
      zh: "每人保费（每月标准乘以月数）",
      en: "Premium per person, by the month",
    }),
  },
  // 2020-11 to 2021-10 and 2021-11 to 2021-12; whole months, so both days are included.
  first: {
    from: provision("二", "2020-11-01", { zh: "第一保障期间起", en: "First period begins" }),
    to: provision("二", "2021-10-31", { zh: "第一保障期间止", en: "First period ends" }),
  },
  second: {
    from: provision("二", "2021-11-01", { zh: "第二保障期间起", en: "Second period begins" }),
    to: provision("二", "2021-12-31", { zh: "第二保障期间止", en: "Second period ends" }),
  },
  accident: {
    accidental: provision("三(一)", true, { zh: "因意外伤害", en: "Caused by an accident" }),
    consequenceWithin: provision("三(一)", true, {
      zh: "身故、伤残或诊疗也在参保时间内",
      en: "Death, disability or care within the programme too",
    }),
    death: provision("三(一)", yuan(2000), { zh: "意外身故补偿金", en: "Accidental death" }),
    disability: provision("三(一)", yuan(30000), { zh: "意外伤残补偿金", en: "Accidental disability" }),
    /** 按比例 names no scale (reading `disabilityScale`). */
    disabilityScale: tenGradeScale,
    medicalShare: provision("三(一)", percent(100), {
      zh: "意外医疗自付部分的补偿",
      en: "Accident care: of the patient's in-catalogue share",
    }),
    medicalLimit: provision("三(一)", yuan(5000), { zh: "意外医疗限额", en: "Accident medical limit" }),
  },
  majorIllness: {
    inpatient: provision("三(二)", true, { zh: "住院治疗", en: "Inpatient care" }),
    causedByIllness: provision("三(二)", true, { zh: "因疾病", en: "Caused by illness" }),
    settledOneStop: provision("三(二)", true, { zh: "已经“一站式”结算", en: "Settled in the one-stop system" }),
    // 达到3000元以上 includes 3 000, where the amount is zero either way: threshold and deductible are one number.
    deductible: provision("三(二)", yuan(3000), { zh: "起付标准", en: "Deductible" }),
    // Counted after the deductible. The limits belong to the lower tier （含）, which moves no fen: tiers are marginal.
    tiers: provision(
      "三(二)1-3",
      tiers([
        { upTo: yuan(10000), rate: percent(25) },
        { upTo: yuan(50000), rate: percent(30) },
        { rate: percent(35) },
      ]),
      { zh: "分段补偿", en: "Reimbursement by tiers" },
    ),
    annualLimit: provision("三(二)3", yuan(150000), { zh: "年度限额", en: "Annual limit" }),
  },
  illnessDeath: {
    diedOfIllness: provision("三(三)", true, { zh: "因疾病身故", en: "Died of illness" }),
    death: provision("三(三)", yuan(2000), { zh: "疾病身故补偿金", en: "Death by illness" }),
  },
  studentCriticalIllness: {
    // 3－22周岁（含）: both ages are included.
    minimumAge: provision("三(四)", 3, { zh: "年龄", en: "Age" }),
    maximumAge: provision("三(四)", 22, { zh: "年龄", en: "Age" }),
    student: provision("三(四)", true, { zh: "是在校学生", en: "A student in school" }),
    firstDiagnosis: provision("三(四)", true, { zh: "首次确诊该疾病", en: "First diagnosis of this disease" }),
    firstOfListed: provision("三(四)", true, {
      zh: "此前未确诊过所列重大疾病",
      en: "No listed disease diagnosed before",
    }),
    diseases: provision(
      "三(四)",
      Object.keys(diseases).filter((disease) => disease !== "other"),
      { zh: "属于所列重大疾病", en: "One of the listed diseases" },
      diseases,
    ),
    once: provision("三(四)", true, { zh: "此前未领取过本项补偿", en: "Not compensated by this cover before" }),
    amount: provision("三(四)", yuan(10000), { zh: "重大疾病一次性补偿", en: "Critical illness, once" }),
  },
  educationGrant: {
    exams: provision(
      "三(五)",
      ["collegeEntrance", "postgraduateEntrance"],
      { zh: "录取途径属于补助范围", en: "A way of admission that the grant covers" },
      exams,
    ),
    fullTime: provision("三(五)", true, { zh: "被全日制高等院校录取", en: "Admitted to full-time higher education" }),
    enteredInAdmissionYear: provision("三(五)", true, { zh: "录取当年入学", en: "Entered in the year of admission" }),
    once: provision("三(五)", true, { zh: "未重复领取一次性补助金", en: "The one-off grant not paid before" }),
    juniorCollege: provision("三(五)", yuan(2000), { zh: "大专升学补助金", en: "Grant for junior college" }),
    bachelor: provision("三(五)", yuan(3000), { zh: "本科升学补助金", en: "Grant for a bachelor's course" }),
    postgraduate: provision("三(五)", yuan(5000), { zh: "研究生升学补助金", en: "Grant for a postgraduate course" }),
  },
  settlement: {
    // 不足85% excludes 85 %, where what is deducted is zero either way.
    refundBelow: provision("五", percent(85), { zh: "扣除线", en: "Loss ratio below which premium is deducted" }),
    // Between 85 % and 90 % the notice provides nothing: neither deducts nor shares.
    sharedFrom: provision("五", percent(90), { zh: "共担起点赔付率", en: "Loss ratio from which claims are shared" }),
    sharedTo: provision("五", percent(100), { zh: "共担终点赔付率", en: "Loss ratio up to which claims are shared" }),
    policyholderShare: provision("五", percent(50), { zh: "投保人承担部分", en: "Policyholder's share" }),
  },
  /** The notice sets no claim deadlines (四(二) leaves them to the agreement): the statutory ones. */
  deadlines: insuranceLawTerms,
};

const readings = {
  carriedEnrolment: reading<"renewed" | "carried">("二", {
    question: {
      zh: "前一保障期间的参保，在后一期间是否仍有效",
      en: "Whether an enrolment of the first period still holds in the second",
    },
    default: "renewed",
    choices: {
      renewed: { zh: "须在事件所属保障期间重新参保", en: "no: each period needs an enrolment of its own" },
      carried: { zh: "仍有效", en: "yes: it holds to the end of the programme" },
    },
  }),
  shortPeriodLimits: reading<"full" | "proRata">("二", {
    question: {
      zh: "第二保障期间不足一年，限额和起付标准是否按月折算",
      en: "Whether limits and deductible shrink in the second period, which is shorter than a year",
    },
    default: "full",
    choices: {
      full: { zh: "不折算", en: "they stand in full" },
      proRata: { zh: "按月数占一年的比例折算", en: "they shrink by the months of a year" },
    },
  }),
  accidentLimits: reading<"perPeriod" | "perAccident">("三(一)", {
    question: {
      zh: "意外伤残、意外医疗的最高金额按什么累计",
      en: "Over which period the limits for disability and accident care are counted",
    },
    default: "perPeriod",
    choices: {
      perPeriod: { zh: "每人每个保障期间", en: "a person's period of protection" },
      perAccident: { zh: "每次意外", en: "each accident" },
    },
  }),
  disabilityScale: reading<"tenGrades" | "contractRate">("三(一)", {
    question: {
      zh: "“按比例给付”伤残补偿金，比例采用哪一标准",
      en: 'Which scale sets the proportion ("按比例") for a disability',
    },
    default: "tenGrades",
    choices: {
      tenGrades: { zh: "行业标准的十级比例", en: "the ten grades of the trade's standard" },
      contractRate: { zh: "只按合同约定的比例", en: "only the share that the contract sets" },
    },
  }),
  deathAfterDisability: reading("三(一)", deathAfterDisability({ zh: "身故补偿金", en: "death benefit" })),
  lateConsequences: reading<"dayOfAccident" | "consequenceToo">("三(一)", {
    question: {
      zh: "意外在参保时间内，身故、伤残或诊疗在其后的，是否给付",
      en: "Whether an accident within the programme counts when death, disability or care comes after it",
    },
    default: "dayOfAccident",
    choices: {
      dayOfAccident: { zh: "给付，以意外发生之日为准", en: "yes: the day of the accident decides" },
      consequenceToo: { zh: "不给付，后果也须在参保时间内", en: "no: they must lie within it too" },
    },
  }),
  settlement: reading<"oneStopOnly" | "orManual">("三(二)", {
    question: {
      zh: "大病补充是否限于“一站式”结算的费用",
      en: "Whether only costs settled in the one-stop system count",
    },
    default: "oneStopOnly",
    choices: {
      oneStopOnly: { zh: "仅限“一站式”结算", en: "one-stop settlement only" },
      orManual: { zh: "手工报销亦可", en: "manual claims as well" },
    },
  }),
  yearOfAccumulation: reading<"period" | "calendarYear">("三(二)", {
    question: {
      zh: "“全年累计”和每年最高补偿的“年”从何时到何时",
      en: 'Which year ("全年累计", "每年") the major-illness supplement counts over',
    },
    default: "period",
    choices: {
      period: { zh: "保障期间", en: "the period of protection" },
      calendarYear: { zh: "自然年度", en: "the calendar year" },
    },
  }),
  dayOfStay: reading<"admission" | "discharge">("三(二)", {
    question: {
      zh: "住院跨越参保或保障期间起止的，以哪一日为准",
      en: "Which day of a stay counts when it crosses the bounds of an enrolment or a period",
    },
    default: "admission",
    choices: {
      admission: { zh: "入院之日", en: "the day of admission" },
      discharge: { zh: "出院结算之日", en: "the day of discharge, on which it is settled" },
    },
  }),
  firstOf: reading<"thisDisease" | "anyListed">("三(四)", {
    question: {
      zh: "“首次确诊患重大疾病”指首次确诊什么",
      en: 'Which diagnosis must be the first ("首次确诊患重大疾病")',
    },
    default: "thisDisease",
    choices: {
      thisDisease: { zh: "本次确诊的疾病", en: "the disease diagnosed now" },
      anyListed: { zh: "所列重大疾病中的任何一种", en: "any of the listed diseases" },
    },
  }),
  ageJudgedOn: reading<"diagnosis" | "enrolment">("三(四)", {
    question: { zh: "以哪一日的年龄为准", en: "On which day the age is judged" },
    default: "diagnosis",
    choices: {
      diagnosis: { zh: "确诊之日", en: "the day of the diagnosis" },
      enrolment: { zh: "参保生效之日", en: "the first day of the enrolment" },
    },
  }),
  ageReachedOn: reading<"birthday" | "dayAfter">("三(四)", {
    question: { zh: "周岁自哪日起满", en: "From which day an age is reached" },
    default: "birthday",
    choices: {
      birthday: { zh: "自生日当日起满", en: "from the birthday" },
      dayAfter: { zh: "自生日次日起满", en: "from the day after the birthday" },
    },
  }),
  collegeExam: reading<"included" | "nationalOnly">("三(五)", {
    question: {
      zh: "“高考”是否包括高职分类考试",
      en: 'Whether the college entrance examination ("高考") includes the vocational one',
    },
    default: "included",
    choices: {
      included: { zh: "包括", en: "it does" },
      nationalOnly: { zh: "仅指全国统一高考", en: "the national one alone" },
    },
  }),
  recommendedPostgraduate: reading<"examOnly" | "included">("三(五)", {
    question: {
      zh: "未参加考试、经推荐免试录取的，是否给予升学补助金",
      en: "Whether the grant is paid to someone admitted by recommendation, without an examination",
    },
    default: "examOnly",
    choices: {
      examOnly: { zh: "不给予，须参加考试", en: "no: an examination must be taken" },
      included: { zh: "给予", en: "yes" },
    },
  }),
  deferredEntry: reading<"refused" | "granted">("三(五)", {
    question: {
      zh: "录取次年或以后入学的，是否给予升学补助金",
      en: "Whether the grant is paid to someone who enters in a later year than that of admission",
    },
    default: "refused",
    choices: {
      refused: { zh: "不给予，须录取当年入学", en: "no: entry must be in the year of admission" },
      granted: {
        zh: "给予，“当年”只指补助金在入学当年发放",
        en: 'yes: "当年" only says that the grant is paid in the year of entry',
      },
    },
  }),
  dayOfEntry: reading<"entry" | "admission">("三(五)", {
    question: {
      zh: "升学补助金以哪一日判断是否已参保",
      en: "On which day one must be enrolled for the education grant",
    },
    default: "entry",
    choices: {
      entry: { zh: "入学之日", en: "the day of entry" },
      admission: { zh: "录取之日", en: "the day of admission" },
    },
  }),
  grantOnce: reading<"perAdmission" | "perPerson">("三(五)", {
    question: {
      zh: "“一次性补助金”指每次升学一次还是每人一次",
      en: 'Whether the one-off grant ("一次性补助金") is paid once per admission or once per person',
    },
    default: "perAdmission",
    choices: {
      perAdmission: { zh: "每次升学一次", en: "once per admission" },
      perPerson: { zh: "每人一次", en: "once per person" },
    },
  }),
  leaver: reading<"toPeriodEnd" | "monthEnd">("四(三)", {
    question: {
      zh: "离开名册的人，保障到何时为止",
      en: "Until when someone who leaves the roster is covered",
    },
    default: "toPeriodEnd",
    choices: {
      toPeriodEnd: { zh: "至本保障期间届满", en: "to the end of the period of protection" },
      monthEnd: { zh: "至离开当月月末", en: "to the end of the month of leaving" },
    },
  }),
};

/**
 * 渝民〔2020〕238号，作为冻结的数据：各项规定和解读。
 * The policy 渝民〔2020〕238号 as frozen data: its terms and readings.
 */
export interface ChongqingPolicy extends Policy<typeof terms, typeof readings> {}

/**
 * 渝民〔2020〕238号，作为数据。
 * 渝民〔2020〕238号 as data.
 */
export const policy: ChongqingPolicy = definePolicy({
  id: "chongqing",
  title: { zh: "重庆“民政惠民济困保”", en: "Chongqing civil-affairs insurance for people in hardship" },
  document,
  covers,
  terms,
  readings,
  check({ first, second, studentCriticalIllness, settlement }, report) {
    const days = [first.from, first.to, second.from, second.to].map(({ value }) => value);
    if (days.some((each, index) => index > 0 && each < (days[index - 1] ?? each))) {
      report(["first"], "两个保障期间的起止日期应依次相接", "the days of the two periods must follow each other");
    }
    if (studentCriticalIllness.minimumAge.value > studentCriticalIllness.maximumAge.value) {
      report(["studentCriticalIllness", "minimumAge"], "年龄下限大于上限", "the least age lies above the greatest");
    }
    const { refundBelow, sharedFrom, sharedTo } = settlement;
    if (refundBelow.value.compare(sharedFrom.value) > 0 || sharedFrom.value.compare(sharedTo.value) > 0) {
      report(["settlement"], "赔付率线应依次不减", "the loss ratios must not descend");
    }
  },
});
