import { frozen } from "../core/frozen.js";
import { citing } from "../core/policy.js";
import type { Text } from "../core/text.js";
import { documentNumber, type ChongqingPolicy } from "./policy.js";

const { norm, open } = citing(documentNumber);

/**
 * 通知未规定、须由使用者提供的事项；其中没有任何一项是本库代为选定的。
 * What the notice leaves open and the caller supplies; in none of it does the library choose.
 */
export const unspecified = frozen({
  preferentialSelection: open(
    "二",
    "“部分”优抚对象除须享受定期抚恤补助、不含伤残警察和伤残机关工作人员外，是否另有筛选",
    "Whether the 部分 (some) of those entitled to preferential treatment are selected by more than the conditions stated",
  ),
  coverStart: open(
    "四(三)",
    "参保当月自哪一日起受保障（由填写的本次参保生效日决定）；离开名册的人，所余月份的保费如何处理",
    "From which day of its month an enrolment holds (the first day of the enrolment, as stated), and what becomes of the premium for the months that are left of someone who leaves",
  ),
  overlooked: open(
    "四(三)",
    "以前月份漏报的人是否列入“每月新增”的名单（由名单决定：列入而未参保的即新增）",
    "Whether someone overlooked in an earlier month stands on the roster of 每月新增 (the roster decides: who is on it and not enrolled is added)",
  ),
  kindergarten: open(
    "三(四)",
    "幼儿园在园幼儿是否属于“在校学生”（由填写的是否在校学生决定）",
    "Whether a child in kindergarten is a student in school (在校学生); the answer given decides",
  ),
  lossRatioBasis: open(
    "五",
    "“实际赔付率”按已付还是已发生赔款、已收还是已赚保费计算（由填写的金额决定）",
    "Whether the actual loss ratio counts claims paid or incurred, premium written or earned (the amounts given decide)",
  ),
  betweenInsurers: open(
    "五",
    "扣除与共担的金额在各承保公司之间如何分摊（由填写的分摊方式决定，不填则不分摊）",
    "How what is deducted and shared is divided among the insurers (as stated; not divided unless it is)",
  ),
  undeductedRefund: open(
    "五",
    "应扣除的保费超过第二保障期间保费的部分如何处理",
    "What becomes of what is to be deducted beyond the second period's premium",
  ),
  secondPeriodResult: open(
    "五",
    "第二保障期间自身应扣除的保费，其后没有可供扣除的保费，如何处理",
    "What becomes of what the second period's own result would deduct, since no premium follows it",
  ),
  claimProcedure: open(
    "四(二)",
    "理赔流程与时限由框架协议约定；协议没有约定的，保险法的时限依法适用",
    "Claim procedure and deadlines are the agreement's; where it sets none, the statutory deadlines hold by law",
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
    "引言",
    "根据中办发〔2020〕18号，经市政府批准，继续实施本项目",
    "The programme is continued with the city's approval",
    {
      status: "not-computable",
      reason: aim,
    },
  ),
  norm(
    "一",
    "政府主导、市场运作，为重点救助对象和部分优抚对象购买综合性商业保险",
    "Government buys commercial insurance for people in hardship",
    { status: "not-computable", reason: aim },
  ),
  norm("一", "全市统筹、区县实施、规范运作", "Run for the whole city, carried out by the counties", {
    status: "not-computable",
    reason: duty,
  }),
  norm(
    "二",
    "五类参保对象；优抚对象须享受国家定期抚恤补助，不含伤残警察和伤残机关工作人员",
    "Five categories of insured; conditions for preferential treatment",
    { status: "computed", rules: ["checkEnrolment", "planEnrolment"] },
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
    rules: [
      "checkEligibility",
      "checkEnrolment",
      "planEnrolment",
      "premium",
      "periodOf",
      "accidentBenefit",
      "majorIllnessBenefit",
    ],
  }),
  norm("二", "参保标准每人每年120元，即每月10元", "120 yuan a person-year, 10 a month", {
    status: "computed",
    rules: ["premium", "planEnrolment"],
  }),
  norm("二", "由市民政局统一购买", "The municipal civil-affairs bureau buys for all", {
    status: "not-computable",
    reason: duty,
  }),
  norm("二", "“部分”优抚对象的筛选未作规定", "How 部分 is selected is not stated", {
    status: "unspecified",
    names: ["preferentialSelection"],
  }),
  norm("三", "保障范围五大类", "Five covers", {
    status: "computed",
    rules: ["checkEligibility", "assessClaim", "assessPerson"],
  }),
  norm(
    "三(一)",
    "意外身故2000元；伤残按比例，最高30000元；实际支出的医疗自付部分100%，最高5000元",
    "Accident: death, disability by degree, in-catalogue care actually borne",
    { status: "computed", rules: ["checkEligibility", "accidentBenefit"] },
  ),
  norm(
    "三(二)",
    "疾病住院，“一站式”结算后目录外自费全年累计满3000元，扣除3000元后补偿",
    "Major illness: the year's out-of-catalogue cost above the deductible",
    { status: "computed", rules: ["checkEligibility", "majorIllnessBenefit"] },
  ),
  norm("三(二)1", "0至10000元（含）按25%", "Up to 10 000: 25 %", {
    status: "computed",
    rules: ["majorIllnessBenefit"],
  }),
  norm("三(二)2", "10000至50000元（含）按30%", "From 10 000 to 50 000: 30 %", {
    status: "computed",
    rules: ["majorIllnessBenefit"],
  }),
  norm("三(二)3", "50000元以上按35%，每人每年最高15万元", "Above 50 000: 35 %, at most 150 000 a person and year", {
    status: "computed",
    rules: ["majorIllnessBenefit"],
  }),
  norm("三(三)", "因疾病身故2000元", "Death by illness: 2 000", {
    status: "computed",
    rules: ["checkEligibility", "illnessDeathBenefit"],
  }),
  norm(
    "三(四)",
    "3至22周岁在校学生首次确诊患重大疾病，一次性10000元",
    "A student of 3 to 22 first diagnosed with a serious disease: 10 000 once",
    { status: "computed", rules: ["checkEligibility", "studentCriticalIllnessBenefit"] },
  ),
  norm("三(四)", "重大疾病为所列二十种", "The serious diseases are the twenty listed", {
    status: "computed",
    rules: ["checkEligibility"],
  }),
  norm("三(四)", "幼儿园在园幼儿是否属于在校学生未规定", "Whether a child in kindergarten is a student is not stated", {
    status: "unspecified",
    names: ["kindergarten"],
  }),
  norm(
    "三(五)",
    "参加高考或研究生考试，被全日制高等院校录取入学当年给予一次性补助金",
    "A grant once, in the year of admission and entry, after the college or postgraduate examination",
    { status: "computed", rules: ["checkEligibility"] },
  ),
  norm(
    "三(五)",
    "大专2000元、本科3000元、研究生5000元，入学后给予",
    "2 000, 3 000 or 5 000 by level, given after entry",
    { status: "computed", rules: ["educationGrant", "assessClaim"] },
  ),
  norm("四(一)", "公开招标确定5家承保保险公司，服务地点见附件", "Five insurers, their service areas in the annex", {
    status: "computed",
    rules: ["insurerFor"],
  }),
  norm("四(一)", "承保公司的服务、信息系统对接与理赔公开义务", "The insurers' duties of service, data and openness", {
    status: "not-computable",
    reason: duty,
  }),
  norm(
    "四(二)",
    "框架协议约定理赔流程、盈亏与风险控制等",
    "The framework agreement settles procedure and risk control",
    { status: "unspecified", names: ["claimProcedure"] },
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
    "每个保障期间首月以在册对象为基数，以后每月以新增对象为准；名单由区县民政局或直属单位审核提供",
    "The first month of a period enrols the whole roster, later months who is new; counties and institutions hand over the rosters",
    { status: "computed", rules: ["planEnrolment", "enrolPerson"] },
  ),
  norm(
    "四(三)",
    "保障自参保当月哪日起、退出名册者的保费和漏报的人未规定",
    "The first day of cover, the premium of someone who leaves and people overlooked are not stated",
    { status: "unspecified", names: ["coverStart", "overlooked"] },
  ),
  norm(
    "四(三)",
    "优抚对象名单先由退役军人事务局审核，报民政局统一参保",
    "Rosters of preferential treatment are first checked by the veterans' bureaus",
    { status: "not-computable", reason: duty },
  ),
  norm(
    "四(三)",
    "集中理赔、非集中手工报销理赔和主动对接理赔；手工报销是否适用于大病补充，见解读“大病补充是否限于一站式结算的费用”",
    "Collective, manual and proactive claims; whether manual ones count for major illness is a reading of its own",
    { status: "computed", rules: ["checkEligibility"] },
  ),
  norm("四(四)", "四部门监督管理", "Four authorities supervise", { status: "not-computable", reason: duty }),
  norm("四(四)", "可以聘请第三方机构", "A third party may be engaged", { status: "not-computable", reason: duty }),
  norm(
    "四(四)",
    "评估不符合要求的承保公司，可减少其服务地点或要求退出",
    "Areas may be taken from an insurer, or the insurer excluded",
    { status: "not-computable", reason: duty },
  ),
  norm("五", "保费由市民政局编制预算、按框架协议支付", "Premiums are budgeted and paid by the municipal bureau", {
    status: "not-computable",
    reason: duty,
  }),
  norm(
    "五",
    "收支平衡、保本微利、持续发展，按实际赔付率调节保费",
    "Balance, small margin; premium follows the loss ratio",
    {
      status: "not-computable",
      reason: aim,
    },
  ),
  norm(
    "五",
    "实际赔付率不足85%的，不足部分在清算第二保障期间保费时扣除",
    "Below 85 % the shortfall is deducted from the second period's premium",
    { status: "computed", rules: ["settle"] },
  ),
  norm(
    "五",
    "85%至90%之间没有规定扣除或共担，两者皆无",
    "From 85 to 90 % nothing is provided, so that nothing is deducted or shared",
    { status: "computed", rules: ["settle"] },
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
    "赔付率的口径、各公司间的分摊、扣除不足的部分、第二保障期间应扣除的保费未规定",
    "How the ratio is counted, the insurers' parts, what cannot be deducted and what the second period would deduct are not stated",
    {
      status: "unspecified",
      names: ["lossRatioBasis", "betweenInsurers", "undeductedRefund", "secondPeriodResult"],
    },
  ),
  norm("六(一)", "统一思想，明确责任人和经办人员", "One purpose, and someone answerable", {
    status: "not-computable",
    reason: duty,
  }),
  norm("六(一)", "联席会议制度，定期通报", "Joint meetings of the authorities", {
    status: "not-computable",
    reason: duty,
  }),
  norm("六(二)", "各有关部门各负其责、协调配合", "Each authority answers for its part", {
    status: "not-computable",
    reason: duty,
  }),
  norm("六(二)", "民政部门统筹、预算申报、招标、投保、协调、评估", "Civil affairs: coordination, budget, tender", {
    status: "not-computable",
    reason: duty,
  }),
  norm(
    "六(二)",
    "财政部门负责保费预算、拨付、管理、结算和监督检查",
    "Finance: budget, payment and inspection of premium",
    {
      status: "not-computable",
      reason: duty,
    },
  ),
  norm("六(二)", "银保监部门监管承保、理赔、服务", "The regulator: supervision of the insurers", {
    status: "not-computable",
    reason: duty,
  }),
  norm("六(二)", "退役军人事务部门审核管理优抚参保对象", "Veterans' affairs: checks on preferential treatment", {
    status: "not-computable",
    reason: duty,
  }),
  norm("六(二)", "承保公司做好投保、理赔、数据、宣传培训", "The insurers: enrolment, claims, data, training", {
    status: "not-computable",
    reason: duty,
  }),
  norm(
    "六(二)",
    "区县、镇街、村（社区）配合清理、审核、投保、宣传、理赔和评估",
    "Counties, townships and villages assist",
    {
      status: "not-computable",
      reason: duty,
    },
  ),
  norm("六(三)", "宣传政策和理赔流程", "Publicity", { status: "not-computable", reason: duty }),
  norm("六(三)", "讲师的选拔、管理和培训评估", "Training", { status: "not-computable", reason: duty }),
  norm("六(三)", "跟踪舆情，提升影响力", "Public opinion", { status: "not-computable", reason: duty }),
  norm("附件", "承保保险公司及服务地点", "Insurers and service areas", {
    status: "computed",
    rules: ["insurerFor", "planEnrolment"],
  }),
]);

/**
 * 各项解读的默认选择的理由。
 * Why the default of each reading is the default.
 */
export const reasons: Readonly<Record<keyof ChongqingPolicy["readings"], Text>> = frozen({
  carriedEnrolment: {
    zh: "四(三)“两个保险年度首次参保人员以参保当月5类人员在册对象为基数”：每个期间都重新以名册为基数参保；二又按月对每个期间分别计费。这是关于参保的专门规定，优先于参保时间共十四个月的一般表述。",
    en: "四(三) has each period begin with the roster of its own first month (两个保险年度首次参保人员以参保当月…在册对象为基数), and 二 prices each by its months. That is the special provision on enrolment; it goes before the general words on one time of fourteen months.",
  },
  shortPeriodLimits: {
    zh: "三规定“最高5000元”“最高30000元”“扣除3000元”“最高补偿15万元”，均未按期间长短区分；“每人每月10元”只是保费的折算。按条文通常含义，金额不折算。",
    en: "三 states 5 000, 30 000, 3 000 and 150 000 without regard to a period's length; 每人每月10元 divides the premium alone. The plain words leave the amounts whole.",
  },
  accidentLimits: {
    zh: "三(一)只说“最高30000元”“最高5000元”，未说每次；二的参保标准是“120元/人·年”，保费对应的是一人一个期间的保障。",
    en: "三(一) says only 最高 and not for each accident; the premium of 二 is by person and year (元/人·年), and what it buys is a person's cover for a period.",
  },
  disabilityScale: {
    zh: "三(一)“按比例给付”未指明标准；意外险通行的伤残标准是中保协发〔2013〕88号的十级比例。合同另有比例的，可填写伤残给付比例或换上合同的比例表。",
    en: "三(一) says 按比例给付 and names no scale; the one in common use for accident insurance is the ten grades of 中保协发〔2013〕88号. A contract's own share can be given, or its table put in place.",
  },
  deathAfterDisability: {
    zh: "三(一)以分号并列“给付身故补偿金”“按比例给付伤残补偿金”，各有金额，未规定相互抵扣。",
    en: "三(一) lists 身故补偿金 and 伤残补偿金 side by side, each with its own amount, and says nothing of deducting one from the other.",
  },
  lateConsequences: {
    zh: "三(一)“因意外伤害造成死亡的”“因意外伤害诊疗的”：保险事故是意外伤害，后果只须由它造成；文义未要求后果也在参保时间内，且此解释对被保险人有利（参照保险法第三十条）。",
    en: "三(一) insures the accident (因意外伤害造成…): what comes of it need only be caused by it. The words ask for no more, and this favours the insured (by analogy with Insurance Law 30).",
  },
  settlement: {
    zh: "三(二)专就大病补充写明“在医保系统‘一站式’结算后”；四(三)关于手工报销理赔是对各项保障的一般规定，特别规定优先。",
    en: "三(二) asks for one-stop settlement (在医保系统“一站式”结算后) for this very cover; 四(三) speaks of manual claims in general, and the special provision goes first.",
  },
  yearOfAccumulation: {
    zh: "四(三)称“两个保险年度”，五称“2021年度（2021年11月1日-2021年12月31日）”：通知自己把每个保障期间叫作年度。",
    en: "四(三) speaks of 两个保险年度 and 五 of 2021年度（2021年11月1日-2021年12月31日）: the notice itself calls each period a year.",
  },
  dayOfStay: {
    zh: "三(二)“因疾病住院发生的医疗费用”：保险事故是因疾病住院，自入院之日发生。",
    en: "三(二) insures the costs of a stay in hospital for an illness (因疾病住院发生的医疗费用): the stay begins on the day of admission.",
  },
  firstOf: {
    zh: "三(四)“首次确诊患重大疾病的”，逐种列举疾病；通常理解，首次确诊是就所患的该种疾病而言，且对被保险人有利（参照保险法第三十条）。一次性另由“一次性补偿”保证。",
    en: "三(四) says 首次确诊患重大疾病 and lists the diseases one by one; a first diagnosis is commonly that of the disease in question, which also favours the insured (by analogy with Insurance Law 30). That it is paid once is seen to by 一次性补偿.",
  },
  ageJudgedOn: {
    zh: "三(四)“年龄在3－22周岁（含）的在校学生首次确诊”：年龄与在校修饰的是确诊时的学生。",
    en: "三(四) speaks of a student aged 3 to 22 who is first diagnosed (…的在校学生首次确诊): age and school belong to the time of the diagnosis.",
  },
  ageReachedOn: {
    zh: "“周岁”日常与户籍实务以生日当日为满；“次日”是刑事司法解释的算法。两种读法各有利弊：下限三岁时前者有利，上限二十二岁时后者有利。",
    en: "Daily use and household registration count 周岁 from the birthday; the day after comes from criminal-law interpretation. At 3 the former favours the insured, at the end of 22 the latter.",
  },
  collegeExam: {
    zh: "三(五)“参加高考”，补助标准列有“考取大专”；高职分类考试是高校考试招生的组成部分，也是考取大专的主要途径，且此解释对被保险人有利（参照保险法第三十条）。",
    en: "三(五) says 高考 and gives a grant for junior college (考取大专); the vocational examination is a part of college admission and the main way to it, and this favours the insured (by analogy with Insurance Law 30).",
  },
  recommendedPostgraduate: {
    zh: "三(五)“参加高考或研究生考试”：文义要求参加考试，推荐免试没有参加。",
    en: "三(五) says 参加高考或研究生考试: an examination must be taken, and someone recommended takes none.",
  },
  deferredEntry: {
    zh: "三(五)“录取入学当年给予”：录取、入学、当年连写，文义是同一年；三“承保保险公司承担以下责任”包括(五)，但文义已明，不必再作有利解释。",
    en: "三(五) says 录取入学当年: admission, entry and one year run together. 三 makes (五), too, a liability of the insurers (承保保险公司承担以下责任), but words that are plain leave nothing for a favourable reading.",
  },
  dayOfEntry: {
    zh: "三(五)“考取…入学后给予补助金”：给付以入学为条件，入学即事件。",
    en: "三(五) gives the grant after entry (入学后给予): entry is the event.",
  },
  grantOnce: {
    zh: "三(五)“被…录取入学当年给予一次性补助金”：“一次性”修饰该次录取入学的补助金，即不分期、不重复；未说每人一次，且此解释对被保险人有利（参照保险法第三十条）。",
    en: "三(五) gives a one-off grant in the year of an admission and entry (录取入学当年给予一次性补助金): 一次性 belongs to the grant for that admission, and does not say once in a life; this also favours the insured (by analogy with Insurance Law 30).",
  },
  leaver: {
    zh: "四(三)只规定每月新增，没有规定中途退保；保费已按至期末的月数支付（“每人每月10元”）。",
    en: "四(三) provides for additions by the month and for no exit; the premium is paid for the months to the period's end (每人每月10元).",
  },
});
