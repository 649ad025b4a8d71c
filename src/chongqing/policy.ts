import { tenGradeScale } from "../core/disability.js";
import type { Vocabulary } from "../core/fields.js";
import { insuranceLawTerms } from "../core/insurance-law.js";
import { percent, yuan } from "../core/money.js";
import { frozen } from "../core/frozen.js";
import { citing, definePolicy, type Policy } from "../core/policy.js";
import { tiers } from "../core/tiers.js";

const { clause, provision, reading, norm, open } = citing("渝民〔2020〕238号");

const document = {
  number: clause("二").document,
  title: {
    zh: "关于实施“民政惠民济困保”项目的通知",
    en: "Notice on carrying out the civil-affairs insurance for people in hardship",
  },
  issuers: ["重庆市民政局", "重庆市财政局", "重庆市退役军人事务局", "重庆银保监局"],
  issuedOn: "2020-12-21",
};

// 二 Who is insured ---------------------------------------------------------------------------------------------------

/** 二: the five categories of insured persons, and none of them. */
export const categories = frozen({
  minimumLivingGuarantee: { zh: "低保对象", en: "minimum living guarantee" },
  extremePoverty: { zh: "特困人员", en: "extreme poverty" },
  orphan: { zh: "孤儿", en: "orphan" },
  deFactoUnattendedChild: { zh: "事实无人抚养儿童", en: "de facto unattended child" },
  preferentialTreatment: { zh: "优抚对象", en: "entitled to preferential treatment" },
  none: { zh: "以上皆非", en: "none of these" },
} satisfies Vocabulary);

/** 二: the two periods of protection. */
export const periods = frozen({
  first: { zh: "第一保障期间", en: "first period" },
  second: { zh: "第二保障期间", en: "second period" },
} satisfies Vocabulary);

// 三 What is covered --------------------------------------------------------------------------------------------------

/** 三: the five covers. */
const covers = {
  accident: { clause: clause("三(一)"), title: { zh: "小额意外", en: "Accident" } },
  majorIllness: { clause: clause("三(二)"), title: { zh: "大病补充", en: "Major-illness supplement" } },
  illnessDeath: { clause: clause("三(三)"), title: { zh: "疾病身故", en: "Death by illness" } },
  studentCriticalIllness: { clause: clause("三(四)"), title: { zh: "学生重大疾病", en: "Student critical illness" } },
  educationGrant: { clause: clause("三(五)"), title: { zh: "困难人群升学补助金", en: "Education grant" } },
};

/** 三(四): the twenty diseases, a closed list, and any other. */
export const diseases = frozen({
  malignantTumor: { zh: "恶性肿瘤", en: "malignant tumour" },
  organOrStemCellTransplant: {
    zh: "重大器官移植术或造血干细胞移植术",
    en: "major organ or haematopoietic stem-cell transplant",
  },
  acuteOrEndStageRenalFailure: {
    zh: "急性肾功能衰竭或终末期肾病",
    en: "acute renal failure or end-stage renal disease",
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

/** 三(五): the entrance examinations, and any other. */
export const exams = frozen({
  collegeEntrance: { zh: "高考", en: "college entrance examination" },
  postgraduateEntrance: { zh: "研究生考试", en: "postgraduate entrance examination" },
  other: { zh: "其他考试", en: "another examination" },
} satisfies Vocabulary);

/** 三(五): the levels to which a student is admitted. */
export const levels = frozen({
  juniorCollege: { zh: "大专", en: "junior college" },
  bachelor: { zh: "本科", en: "bachelor" },
  postgraduate: { zh: "研究生", en: "postgraduate" },
} satisfies Vocabulary);

/** 三(五): the levels to which each examination leads. */
export const levelsByExam: Readonly<Record<keyof typeof exams, readonly (keyof typeof levels)[]>> = frozen({
  collegeEntrance: ["juniorCollege", "bachelor"],
  postgraduateEntrance: ["postgraduate"],
  other: ["juniorCollege", "bachelor", "postgraduate"],
});

// Boundary words (民法总则 205, 民法典 1259): 以上 and 以内 include the number, 超过 and 不足 exclude it; （含） says so again.
const terms = {
  enrolment: {
    categories: provision(
      "二",
      ["minimumLivingGuarantee", "extremePoverty", "orphan", "deFactoUnattendedChild", "preferentialTreatment"],
      { zh: "属于五类参保对象之一", en: "In one of the five categories" },
      categories,
    ),
    receivesStateAllowance: provision("二", true, {
      zh: "优抚对象须享受国家定期抚恤补助",
      en: "With preferential treatment: receives the regular state allowance",
    }),
    notDisabledPoliceOrOfficial: provision("二", true, {
      zh: "优抚对象不含伤残人民警察、伤残国家机关工作人员",
      en: "With preferential treatment: no disabled police officer or state official",
    }),
    once: provision("二", true, { zh: "对象交叉重叠的不重复参保", en: "Enrolled once, however many categories apply" }),
    notInPovertyCover: provision("二", true, {
      zh: "已参保“精准脱贫保”的不再参保",
      en: "Not insured by the poverty-alleviation cover",
    }),
    withinProgramme: provision("二", true, { zh: "在参保时间内", en: "Within the programme" }),
    enrolledBefore: provision("二", true, { zh: "事件发生时已参保", en: "Enrolled when it happened" }),
    /** 120 yuan a person-year, which the notice itself gives as 10 a month. */
    monthlyPremium: provision("二", yuan(10), {
      zh: "每人保费（每月标准×月数）",
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
    death: provision("三(一)", yuan(2000), { zh: "意外身故补偿金", en: "Accidental death" }),
    disability: provision("三(一)", yuan(30000), { zh: "意外伤残补偿金", en: "Accidental disability" }),
    /** 按比例 names no scale: the ten grades are assumed (see `unspecified.disabilityScale`). */
    disabilityScale: tenGradeScale,
    medicalShare: provision("三(一)", percent(100), {
      zh: "意外医疗自付部分补偿",
      en: "Accident care: the patient's in-catalogue share",
    }),
    medicalLimit: provision("三(一)", yuan(5000), { zh: "意外医疗限额", en: "Accident care: limit" }),
  },
  majorIllness: {
    inpatient: provision("三(二)", true, { zh: "住院", en: "Inpatient care" }),
    causedByIllness: provision("三(二)", true, { zh: "因疾病", en: "Caused by illness" }),
    settledOneStop: provision("三(二)", true, { zh: "经医保系统“一站式”结算", en: "Settled in the one-stop system" }),
    // 达到3000元以上 includes 3 000, where the amount is zero either way: threshold and deductible are one number.
    deductible: provision("三(二)", yuan(3000), { zh: "扣除起付标准", en: "Deductible" }),
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
    annualLimit: provision("三(二)3", yuan(150000), { zh: "每人每年最高补偿", en: "Annual limit per person" }),
  },
  illnessDeath: {
    diedOfIllness: provision("三(三)", true, { zh: "因疾病身故", en: "Died of illness" }),
    death: provision("三(三)", yuan(2000), { zh: "疾病身故补偿金", en: "Death by illness" }),
  },
  studentCriticalIllness: {
    // 3－22周岁（含）: both ages are included.
    minimumAge: provision("三(四)", 3, { zh: "年龄", en: "Age" }),
    maximumAge: provision("三(四)", 22, { zh: "年龄", en: "Age" }),
    student: provision("三(四)", true, { zh: "在校学生", en: "A student in school" }),
    firstDiagnosis: provision("三(四)", true, { zh: "首次确诊", en: "First diagnosis" }),
    diseases: provision(
      "三(四)",
      Object.keys(diseases).filter((disease) => disease !== "other"),
      { zh: "属于所列重大疾病", en: "One of the listed diseases" },
      diseases,
    ),
    amount: provision("三(四)", yuan(10000), { zh: "重大疾病一次性补偿", en: "Critical illness, once" }),
  },
  educationGrant: {
    exams: provision(
      "三(五)",
      ["collegeEntrance", "postgraduateEntrance"],
      { zh: "参加高考或研究生考试", en: "College or postgraduate entrance examination" },
      exams,
    ),
    fullTime: provision("三(五)", true, { zh: "被全日制高等院校录取", en: "Admitted to full-time higher education" }),
    enteredInAdmissionYear: provision("三(五)", true, { zh: "录取当年入学", en: "Entered in the year of admission" }),
    once: provision("三(五)", true, { zh: "一次性补助，此前未领取", en: "Granted once, not before" }),
    juniorCollege: provision("三(五)", yuan(2000), { zh: "大专升学补助金", en: "Grant for junior college" }),
    bachelor: provision("三(五)", yuan(3000), { zh: "本科升学补助金", en: "Grant for a bachelor's course" }),
    postgraduate: provision("三(五)", yuan(5000), { zh: "研究生升学补助金", en: "Grant for a postgraduate course" }),
  },
  settlement: {
    // 不足85% excludes 85 %, where the refund is zero either way.
    refundBelow: provision("五", percent(85), { zh: "退费赔付率线", en: "Loss ratio below which premium is refunded" }),
    // Between 85 % and 90 % the notice provides nothing: the insurers bear it.
    sharedFrom: provision("五", percent(90), { zh: "共担起点赔付率", en: "Loss ratio from which claims are shared" }),
    sharedTo: provision("五", percent(100), { zh: "共担终点赔付率", en: "Loss ratio up to which claims are shared" }),
    policyholderShare: provision("五", percent(50), { zh: "投保人承担部分", en: "Policyholder's share" }),
  },
  /** The notice sets no claim deadlines (四(二) leaves them to the agreement): the statutory ones. */
  deadlines: insuranceLawTerms,
};

const readings = {
  carriedEnrolment: reading<"carried" | "renewed">("二", {
    question: {
      zh: "早于事件所在保障期间的参保是否仍有效",
      en: "Whether an enrolment from before the period of the event still holds",
    },
    default: "carried",
    choices: {
      carried: { zh: "仍有效", en: "it does" },
      renewed: { zh: "须在该保障期间参保", en: "each period needs an enrolment of its own" },
    },
    reason: {
      zh: "项目是“继续实施”的，二规定的参保时间是连续的十四个月，没有规定期间届满即退保。但二分两个保障期间、按月计费，四(三)两个保险年度各以首月在册对象为基数、各自缴费，也可理解为逐期参保。有两种以上解释的，从有利于被保险人的解释（保险法 30）。",
      en: "The programme continues an earlier one (继续实施), and 二 sets one time of fourteen months and no exit in between. But 二 divides it into two periods and prices it by the month, and 四(三) takes the roster, and so the premium, anew in each, which may mean that each enrols by itself. Of several readings the one that favours the insured holds (Insurance Law 30).",
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
        en: "yes: 当年 only says that the grant is paid in the year of entry",
      },
    },
    reason: {
      zh: "“录取入学当年”把录取与入学连写，文义上要求同一年；保留入学资格的属例外，通知未提及，补助金是政府的专项补助而不是对损失的赔偿，故不因有利解释（保险法 30）而扩大。",
      en: "录取入学当年 runs admission and entry together and so asks for one year; a place that was kept open is an exception that the notice does not mention. The grant is a set sum of government and makes good no loss, so that Insurance Law 30 is not taken to widen it.",
    },
  }),
  ageReachedOn: reading<"birthday" | "dayAfter">("三(四)", {
    question: { zh: "周岁自哪日起满", en: "From which day an age is reached" },
    default: "birthday",
    choices: {
      birthday: { zh: "自生日当日起满", en: "from the birthday" },
      dayAfter: { zh: "自生日次日起满", en: "from the day after the birthday" },
    },
    reason: {
      zh: "日常与户籍实务以生日当日为满周岁；“次日”是刑事司法解释的算法。两种读法各有利弊：下限三岁时前者有利，上限二十二岁时后者有利。",
      en: "Daily use and household registration count from the birthday; the day after comes from criminal-law interpretation. At 3 the former favours the insured, at the end of 22 the latter.",
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
    reason: {
      zh: "三(二)专就大病补充写明“一站式”结算后；四(三)关于手工报销理赔是对各项保障的一般规定，特别规定优先。",
      en: "三(二) asks for one-stop settlement for this very cover; 四(三) speaks of manual claims in general, and the special provision goes first.",
    },
  }),
  deathAfterDisability: reading<"both" | "higher" | "deathOnly">("三(一)", {
    question: {
      zh: "同一意外先致残后身故，如何给付",
      en: "What is paid when death follows disability from one accident",
    },
    default: "both",
    choices: {
      both: { zh: "伤残与身故分别给付", en: "disability and death are both paid" },
      higher: { zh: "给付较高的一项", en: "the higher of the two is paid" },
      deathOnly: { zh: "只给付身故补偿金", en: "only the death benefit is paid" },
    },
    reason: {
      zh: "三(一)并列规定各项给付且各有限额，未规定相互抵扣；有两种以上解释的，从有利于被保险人的解释（保险法 30）。",
      en: "三(一) lists the benefits side by side, each with its own limit, and no set-off; of several readings the one that favours the insured holds (Insurance Law 30).",
    },
  }),
};

const unspecified = {
  preferentialSelection: open(
    "二",
    "“部分”优抚对象除须享受定期抚恤补助、不含伤残警察和伤残机关工作人员外，是否另有筛选",
    "Whether the 部分 (some) of those entitled to preferential treatment are selected by more than the conditions stated",
  ),
  coverStart: open(
    "四(三)",
    "参保当月自哪一日起受保障；离开名册的人，其保障与保费如何处理",
    "From which day of its month an enrolment holds, and what becomes of the cover and premium of someone who leaves the roster",
  ),
  overlooked: open(
    "四(三)",
    "“每月新增”是否包括以前月份漏报的人（planEnrolment 包括）",
    "Whether 每月新增 takes in someone overlooked in an earlier month (planEnrolment does)",
  ),
  lateConsequences: open(
    "三(一)",
    "参保时间内发生意外，身故、伤残或治疗在其后的，是否给付（默认以意外之日为准）",
    "Whether death, disability or care after the programme counts for an accident within it (the day of the accident is assumed)",
  ),
  otherPayers: open(
    "三(一)",
    "“实际支出的自付部分”是否先扣除其他来源的补偿",
    "Whether what others pay is taken off the costs actually borne first",
  ),
  diagnosedBefore: open(
    "三(四)",
    "“首次确诊”指首次确诊该种疾病，还是首次确诊所列任何一种（由填写的 firstDiagnosis 决定）",
    "Whether the first diagnosis is of this disease or of any listed one (the caller's firstDiagnosis decides)",
  ),
  dayOfEntry: open(
    "三(五)",
    "以录取、入学还是申请之日判断是否已参保（默认入学之日）",
    "Whether one must be enrolled on the day of admission, entry (assumed) or application",
  ),
  onceOnly: open(
    "三(五)",
    "“一次性”指每人一次还是每次升学一次（默认每人一次）",
    "Whether 一次性 is once for a person (assumed) or once for each course",
  ),
  lossRatioBasis: open(
    "五",
    "“实际赔付率”按已付还是已发生赔款、已收还是已赚保费计算（由填写的金额决定）",
    "Whether the actual loss ratio counts claims paid or incurred, premium written or earned (the caller's amounts decide)",
  ),
  corridorBetween: open(
    "五",
    "赔付率85%至90%之间如何处理（默认既不退费也不共担）",
    "What holds from 85 to 90 % (assumed: nothing is refunded or shared)",
  ),
  betweenInsurers: open(
    "五",
    "退费与共担金额在各承保公司之间如何分摊",
    "How refund and supplement are divided among the insurers",
  ),
  dayOfStay: open(
    "三(二)",
    "住院跨越参保或期间起止的，以入院、出院还是结算之日为准（默认入院之日）",
    "Which day of a stay counts when it crosses enrolment or a period: admission (assumed), discharge or settlement",
  ),
  annualWindow: open(
    "三(二)",
    "“全年累计”按自然年度还是保障期间计算",
    "Whether the running total of a year follows the calendar year or the period of protection",
  ),
  accidentLimits: open(
    "三(一)",
    "意外伤残、意外医疗限额按每次事故、每人还是每个保障期间计算",
    "Whether the accident limits hold for an accident, a person or a period",
  ),
  shortPeriodLimits: open(
    "二",
    "第二保障期间仅两个月，各项限额与起付标准是否按比例缩减",
    "Whether limits and deductible shrink in the second period of two months",
  ),
  disabilityScale: open(
    "三(一)",
    "伤残给付比例采用哪一标准（默认中保协发〔2013〕88号十级标准）",
    "Which scale sets the disability share (the ten grades of 中保协发〔2013〕88号 are assumed)",
  ),
  undeductedRefund: open(
    "五",
    "退费超过第二保障期间保费的部分如何处理",
    "What becomes of a refund that exceeds the second period's premium",
  ),
  secondPeriodResult: open(
    "五",
    "第二保障期间自身的盈亏如何清算",
    "How the second period's own profit or loss is settled",
  ),
  claimProcedure: open(
    "四(二)",
    "理赔流程与时限由框架协议约定（默认保险法时限）",
    "Claim procedure and deadlines are the agreement's (the statutory deadlines are assumed)",
  ),
};

const aim = { zh: "目标与原则，没有可计算的条件或数额", en: "An aim or principle without a condition or an amount" };
const duty = {
  zh: "工作要求，不决定任何人的资格、金额或期限",
  en: "A duty of administration that decides nobody's eligibility, amount or deadline",
};

const clauses = [
  norm(
    "一",
    "政府主导、市场运作，为重点救助对象和部分优抚对象购买综合性商业保险",
    "Government buys commercial insurance for people in hardship",
    {
      status: "not-computable",
      reason: aim,
    },
  ),
  norm("一", "全市统筹、区县实施、规范运作", "Run for the whole city, carried out by the counties", {
    status: "not-computable",
    reason: duty,
  }),
  norm(
    "二",
    "五类参保对象；优抚对象须享受国家定期抚恤补助，不含伤残警察和伤残机关工作人员",
    "Five categories of insured; conditions for preferential treatment",
    {
      status: "computed",
      rules: ["checkEnrolment", "planEnrolment"],
    },
  ),
  norm("二", "交叉重叠的不重复参保", "Overlapping categories are enrolled once", {
    status: "computed",
    rules: ["checkEnrolment", "planEnrolment"],
  }),
  norm("二", "已参保精准脱贫保的不再参保", "People in the poverty-alleviation cover are not enrolled", {
    status: "computed",
    rules: ["checkEnrolment", "planEnrolment"],
  }),
  norm("二", "参保时间共十四个月，分两个保障期间", "Fourteen months in two periods", {
    status: "computed",
    rules: ["checkEligibility", "checkEnrolment", "planEnrolment", "premium", "periodOf"],
  }),
  norm("二", "参保标准每人每年120元，即每月10元", "120 yuan a person-year, 10 a month", {
    status: "computed",
    rules: ["premium", "planEnrolment"],
  }),
  norm("二", "由市民政局统一购买", "The municipal civil-affairs bureau buys for all", {
    status: "not-computable",
    reason: duty,
  }),
  norm(
    "二",
    "“部分”优抚对象的筛选、第二保障期间的限额未作规定",
    "How 部分 is selected, and limits in the second period, are not stated",
    { status: "unspecified", names: ["preferentialSelection", "shortPeriodLimits"] },
  ),
  norm("三", "保障范围五大类", "Five covers", { status: "computed", rules: ["checkEligibility", "assessClaim"] }),
  norm(
    "三(一)",
    "意外身故2000元；伤残按比例，最高30000元；医疗自付部分100%，最高5000元",
    "Accident: death, disability by degree, in-catalogue care",
    {
      status: "computed",
      rules: ["checkEligibility", "accidentBenefit"],
    },
  ),
  norm(
    "三(一)",
    "伤残比例标准、限额周期、事后的后果和其他来源的补偿未规定",
    "The disability scale, the span of the limits, later consequences and other payers are not stated",
    { status: "unspecified", names: ["disabilityScale", "accidentLimits", "lateConsequences", "otherPayers"] },
  ),
  norm(
    "三(二)",
    "疾病住院，“一站式”结算后目录外自费全年累计满3000元，扣除3000元后补偿",
    "Major illness: the year's out-of-catalogue cost above the deductible",
    {
      status: "computed",
      rules: ["checkEligibility", "majorIllnessBenefit"],
    },
  ),
  norm(
    "三(二)",
    "“全年累计”的起止、跨期住院的归属未规定",
    "The span of the year, and the day of a stay that counts, are not stated",
    { status: "unspecified", names: ["annualWindow", "dayOfStay"] },
  ),
  norm("三(二)1-3", "分三段按25%、30%、35%补偿", "Three tiers of 25, 30 and 35 %", {
    status: "computed",
    rules: ["majorIllnessBenefit"],
  }),
  norm("三(二)3", "每人每年最高15万元", "At most 150 000 a person and year", {
    status: "computed",
    rules: ["majorIllnessBenefit"],
  }),
  norm("三(三)", "因疾病身故2000元", "Death by illness: 2 000", {
    status: "computed",
    rules: ["checkEligibility", "illnessDeathBenefit"],
  }),
  norm(
    "三(四)",
    "3至22周岁在校学生首次确诊所列二十种重大疾病，一次性10000元",
    "A student of 3 to 22 first diagnosed with one of twenty diseases: 10 000 once",
    {
      status: "computed",
      rules: ["checkEligibility", "studentCriticalIllnessBenefit"],
    },
  ),
  norm("三(四)", "“首次确诊”所指未规定", "What a first diagnosis is of is not stated", {
    status: "unspecified",
    names: ["diagnosedBefore"],
  }),
  norm(
    "三(五)",
    "高考或研究生考试，全日制录取入学当年一次性补助2000、3000、5000元",
    "Education grant of 2 000, 3 000 or 5 000 once in the year of admission and entry",
    {
      status: "computed",
      rules: ["checkEligibility", "educationGrant", "assessClaim"],
    },
  ),
  norm("三(五)", "参保的判断日、“一次性”的范围未规定", "The day that counts, and what once means, are not stated", {
    status: "unspecified",
    names: ["dayOfEntry", "onceOnly"],
  }),
  norm("四(一)", "公开招标确定5家承保保险公司，服务地点见附件", "Five insurers, their service areas in the annex", {
    status: "computed",
    rules: ["insurerFor"],
  }),
  norm("四(一)", "承保公司的服务与信息系统义务", "The insurers' duties of service and data", {
    status: "not-computable",
    reason: duty,
  }),
  norm(
    "四(二)",
    "框架协议约定理赔流程、盈亏与风险控制等",
    "The framework agreement settles procedure and risk control",
    {
      status: "unspecified",
      names: ["claimProcedure"],
    },
  ),
  norm(
    "四(二)",
    "区县民政局、直属单位与承保支公司共同制定实施细则",
    "Counties and insurers' branches work out the details together",
    { status: "unspecified", names: ["claimProcedure"] },
  ),
  norm("四(二)", "理赔时限未规定，适用保险法", "No claim deadlines: the statutory ones", {
    status: "computed",
    rules: ["claimDeadlines"],
  }),
  norm(
    "四(三)",
    "每个保障期间首月以在册对象为基数，以后每月以新增对象为准",
    "The first month of a period enrols the whole roster, later months who is new",
    {
      status: "computed",
      rules: ["planEnrolment"],
    },
  ),
  norm(
    "四(三)",
    "保障自参保当月哪日起、退出名册、漏报的人未规定",
    "The first day of cover, leaving the roster and people overlooked are not stated",
    { status: "unspecified", names: ["coverStart", "overlooked"] },
  ),
  norm(
    "四(三)",
    "名单由区县民政局或直属单位审核提供，优抚对象先由退役军人事务局审核",
    "Who checks and hands over the rosters",
    { status: "not-computable", reason: duty },
  ),
  norm(
    "四(三)",
    "集中理赔、非集中手工报销理赔和主动对接理赔；手工报销是否适用于大病补充见解读 settlement",
    "Collective, manual and proactive claims; whether manual ones count for major illness is the reading settlement",
    { status: "computed", rules: ["checkEligibility"] },
  ),
  norm(
    "四(四)",
    "监督管理与第三方服务；考核不合格的可减少服务地点或退出",
    "Supervision; areas may be taken from an insurer",
    { status: "not-computable", reason: duty },
  ),
  norm("五", "保费由市民政局编制预算、按框架协议支付", "Premiums are budgeted and paid by the municipal bureau", {
    status: "not-computable",
    reason: duty,
  }),
  norm("五", "收支平衡、保本微利、持续发展", "Balance, small margin, continuity", {
    status: "not-computable",
    reason: aim,
  }),
  norm(
    "五",
    "实际赔付率不足85%的，不足部分在清算第二保障期间保费时扣除",
    "Below 85 % the shortfall is deducted from the second period's premium",
    {
      status: "computed",
      rules: ["settle"],
    },
  ),
  norm("五", "90%至100%之间由投保人和承保公司各承担50%", "From 90 to 100 % each side bears half", {
    status: "computed",
    rules: ["settle"],
  }),
  norm("五", "超过100%的部分由承保公司自行承担", "Above 100 % the insurers bear it", {
    status: "computed",
    rules: ["settle"],
  }),
  norm("五", "以所有承保公司数据合计计算", "All insurers are counted together", {
    status: "computed",
    rules: ["settle"],
  }),
  norm(
    "五",
    "赔付率的口径、85%至90%之间、各公司间的分摊、扣除不足的部分、第二保障期间的盈亏未规定",
    "How the ratio is counted, 85 to 90 %, the insurers' parts, what cannot be deducted and the second period's own result are not stated",
    {
      status: "unspecified",
      names: ["lossRatioBasis", "corridorBetween", "betweenInsurers", "undeductedRefund", "secondPeriodResult"],
    },
  ),
  norm("六(一)", "统一思想、联席会议", "Joint meetings of the authorities", { status: "not-computable", reason: duty }),
  norm("六(二)", "各部门职责分工", "Duties of each authority", { status: "not-computable", reason: duty }),
  norm("六(三)", "宣传与培训", "Publicity and training", { status: "not-computable", reason: duty }),
  norm("附件", "承保保险公司及服务地点", "Insurers and service areas", { status: "computed", rules: ["insurerFor"] }),
];

/** The policy 渝民〔2020〕238号 as frozen data: its terms, readings, open matters and clauses. */
export interface ChongqingPolicy extends Policy<typeof terms, typeof readings> {}

/** 渝民〔2020〕238号 as data. */
export const policy: ChongqingPolicy = definePolicy({
  id: "chongqing",
  title: { zh: "重庆“民政惠民济困保”", en: "Chongqing civil-affairs insurance for people in hardship" },
  document,
  covers,
  terms,
  readings,
  unspecified,
  clauses,
  check({ first, second, studentCriticalIllness, settlement }, report) {
    const days = [first.from, first.to, second.from, second.to].map(({ value }) => value);
    if (days.some((each, index) => index > 0 && each < (days[index - 1] ?? each))) {
      report(["first"], "两个保障期间的起止日期应依次相接", "the days of the two periods must follow each other");
    }
    if (studentCriticalIllness.minimumAge.value > studentCriticalIllness.maximumAge.value) {
      report(["studentCriticalIllness", "minimumAge"], "大于 maximumAge", "above maximumAge");
    }
    const { refundBelow, sharedFrom, sharedTo } = settlement;
    if (refundBelow.value.compare(sharedFrom.value) > 0 || sharedFrom.value.compare(sharedTo.value) > 0) {
      report(["settlement"], "赔付率线应依次不减", "refundBelow, sharedFrom and sharedTo must not descend");
    }
  },
});

// 附件 Insurers and their service areas -------------------------------------------------------------------------------

/** A service area: its name in the annex, and its GB/T 2260 code and full name where it has them. */
export interface Area {
  readonly name: string;
  readonly code?: string;
  /** The full name, where the annex shortens it. */
  readonly fullName?: string;
  /** For a zone without a code: the codes of the districts it lies in. */
  readonly within?: readonly string[];
}

/** An insurer and whom it serves. */
export interface Insurer {
  readonly name: string;
  readonly areas: readonly Area[];
  /** Municipal institutions that it serves. */
  readonly institutions: readonly string[];
}

const area = (name: string, code: string, fullName?: string): Area => ({
  name,
  code,
  ...(fullName !== undefined && { fullName }),
});

/** 附件: the five insurers. Codes are those of GB/T 2260 (April 2019). */
export const insurers: readonly Insurer[] = frozen([
  {
    name: "中国人民财产保险股份有限公司重庆市分公司",
    areas: [
      area("渝中区", "500103"),
      area("北碚区", "500109"),
      area("万州区", "500101"),
      area("开州区", "500154"),
      area("合川区", "500117"),
      area("酉阳县", "500242", "酉阳土家族苗族自治县"),
      area("石柱县", "500240", "石柱土家族自治县"),
      area("南川区", "500119"),
      area("城口县", "500229"),
      area("永川区", "500118"),
    ],
    institutions: [
      "重庆市儿童福利院",
      "重庆市儿童爱心庄园",
      "重庆市第一社会福利院",
      "重庆市第二社会福利院",
      "重庆市第三社会福利院",
      "重庆市革命伤残军人康复医院",
    ],
  },
  {
    name: "安诚财产保险股份有限公司重庆分公司",
    areas: [
      area("渝北区", "500112"),
      { name: "两江新区", within: ["500105", "500112", "500109"] },
      area("江北区", "500105"),
      area("云阳县", "500235"),
      area("江津区", "500116"),
      area("奉节县", "500236"),
      area("潼南区", "500152"),
      area("丰都县", "500230"),
      area("秀山县", "500241", "秀山土家族苗族自治县"),
    ],
    institutions: [],
  },
  {
    name: "中国人寿保险股份有限公司重庆市分公司",
    areas: [
      area("大渡口区", "500104"),
      area("黔江区", "500114"),
      area("涪陵区", "500102"),
      area("铜梁区", "500151"),
      area("綦江区", "500110"),
      { name: "万盛经开区", within: ["500110"] },
      area("忠县", "500233"),
    ],
    institutions: [],
  },
  {
    name: "中国大地财产保险股份有限公司重庆分公司",
    areas: [
      area("南岸区", "500108"),
      area("九龙坡区", "500107"),
      area("大足区", "500111"),
      area("长寿区", "500115"),
      area("巫溪县", "500238"),
      area("彭水县", "500243", "彭水苗族土家族自治县"),
      area("武隆区", "500156"),
      { name: "重庆高新区", within: ["500107", "500106"] },
    ],
    institutions: [],
  },
  {
    name: "中华联合财产保险股份有限公司重庆分公司",
    areas: [
      area("沙坪坝区", "500106"),
      area("巴南区", "500113"),
      area("梁平区", "500155"),
      area("垫江县", "500231"),
      area("荣昌区", "500153"),
      area("璧山区", "500120"),
      area("巫山县", "500237"),
    ],
    institutions: [],
  },
]);
