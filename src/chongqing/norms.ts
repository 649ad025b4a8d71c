import { frozen } from "../core/frozen.js";
import { citing } from "../core/policy.js";
import type { Text } from "../core/text.js";
import { documentNumber, type ChongqingPolicy } from "./policy.js";

const { norm, open } = citing(documentNumber);

/**
 * 通知未规定的事项。
 * What the notice leaves open.
 */
export const unspecified = frozen({
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
});

const aim = { zh: "目标与原则，没有可计算的条件或数额", en: "An aim or principle without a condition or an amount" };
const duty = {
  zh: "工作要求，不决定任何人的资格、金额或期限",
  en: "A duty of administration that decides nobody's eligibility, amount or deadline",
};

/**
 * 通知的每一项规定是如何处理的。
 * Every norm of the notice and what became of it.
 */
export const norms = frozen([
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
]);

/**
 * 各项解读的默认选择的理由。
 * Why the default of each reading is the default.
 */
export const reasons = frozen({
  carriedEnrolment: {
    zh: "项目是“继续实施”的，二规定的参保时间是连续的十四个月，没有规定期间届满即退保。但二分两个保障期间、按月计费，四(三)两个保险年度各以首月在册对象为基数、各自缴费，也可理解为逐期参保。有两种以上解释的，从有利于被保险人的解释（保险法 30）。",
    en: "The programme continues an earlier one (继续实施), and 二 sets one time of fourteen months and no exit in between. But 二 divides it into two periods and prices it by the month, and 四(三) takes the roster, and so the premium, anew in each, which may mean that each enrols by itself. Of several readings the one that favours the insured holds (Insurance Law 30).",
  },
  deferredEntry: {
    zh: "“录取入学当年”把录取与入学连写，文义上要求同一年；保留入学资格的属例外，通知未提及，补助金是政府的专项补助而不是对损失的赔偿，故不因有利解释（保险法 30）而扩大。",
    en: "录取入学当年 runs admission and entry together and so asks for one year; a place that was kept open is an exception that the notice does not mention. The grant is a set sum of government and makes good no loss, so that Insurance Law 30 is not taken to widen it.",
  },
  ageReachedOn: {
    zh: "日常与户籍实务以生日当日为满周岁；“次日”是刑事司法解释的算法。两种读法各有利弊：下限三岁时前者有利，上限二十二岁时后者有利。",
    en: "Daily use and household registration count from the birthday; the day after comes from criminal-law interpretation. At 3 the former favours the insured, at the end of 22 the latter.",
  },
  settlement: {
    zh: "三(二)专就大病补充写明“一站式”结算后；四(三)关于手工报销理赔是对各项保障的一般规定，特别规定优先。",
    en: "三(二) asks for one-stop settlement for this very cover; 四(三) speaks of manual claims in general, and the special provision goes first.",
  },
  deathAfterDisability: {
    zh: "三(一)并列规定各项给付且各有限额，未规定相互抵扣；有两种以上解释的，从有利于被保险人的解释（保险法 30）。",
    en: "三(一) lists the benefits side by side, each with its own limit, and no set-off; of several readings the one that favours the insured holds (Insurance Law 30).",
  },
} satisfies Record<keyof ChongqingPolicy["readings"], Text>);
