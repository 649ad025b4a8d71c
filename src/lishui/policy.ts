import type { Vocabulary } from "../core/fields.js";
import { insuranceLawTerms } from "../core/insurance-law.js";
import { percent, yuan } from "../core/money.js";
import { frozen } from "../core/frozen.js";
import { citing, definePolicy, type Policy } from "../core/policy.js";
import type { Text } from "../core/text.js";

/*
 * The published text lost some characters. Read here: 八 “本意见615日起施行” as 自（2017年）6月15日起施行; the date “2017515日” as
 * 2017年5月15日 (the page was made on 2017-05-17); 三 “浙农办〔201682号” as 浙农办〔2016〕82号.
 */
const { clause, provision, reading, norm, open } = citing("丽政办发〔2017〕51号");

const document = {
  number: clause("八").document,
  title: {
    zh: "关于运用商业保险助推扶贫工作的实施意见",
    en: "Opinion on using commercial insurance to help poverty alleviation",
  },
  issuers: ["丽水市人民政府办公室"],
  issuedOn: "2017-05-15",
};

// 三 For whom ---------------------------------------------------------------------------------------------------------

/** 三: the four kinds of low-income rural households (低收入农户), and none of them. */
export const categories = frozen({
  consolidated4600: { zh: "“4600”低收入农户巩固扶持对象", en: "“4600” household under consolidated support" },
  minimumLivingGuarantee: { zh: "最低生活保障对象", en: "minimum living guarantee" },
  marginalMinimumLiving: { zh: "最低生活保障边缘对象", en: "on the margin of the minimum living guarantee" },
  otherHardship: { zh: "其他经济困难农户", en: "other rural household in hardship" },
  none: { zh: "不属于低收入农户", en: "none of these" },
} satisfies Vocabulary);

// 四 What is covered --------------------------------------------------------------------------------------------------

/** 四: the six covers. */
const covers = {
  ruralMicro: { clause: clause("四(一)"), title: { zh: "农村小额保险", en: "Rural micro-insurance" } },
  supplementaryMedical: { clause: clause("四(二)"), title: { zh: "补充医疗保险", en: "Supplementary medical" } },
  loanGuarantee: { clause: clause("四(三)"), title: { zh: "扶贫贷款保证保险", en: "Poverty-loan guarantee" } },
  loanProject: { clause: clause("四(四)"), title: { zh: "扶贫贷款项目补充保险", en: "Poverty-loan project" } },
  farmhouse: { clause: clause("四(五)1"), title: { zh: "政策性农房保险", en: "Farmhouse" } },
  agriculture: { clause: clause("四(五)2"), title: { zh: "政策性农业保险", en: "Agriculture" } },
};

/** The six covers by name. */
export type CoverName = keyof typeof covers;

/** 四: what each cover is called. */
export const coverNames = frozen(
  Object.fromEntries(Object.entries(covers).map(([name, { title }]) => [name, title])) as Record<CoverName, Text>,
);

/** 四(二): the care that is covered, a closed list, and any other. */
export const settings = frozen({
  inpatient: { zh: "因疾病或意外住院", en: "in hospital because of an illness or accident" },
  specialOutpatient: { zh: "特殊门诊", en: "special outpatient care" },
  other: { zh: "其他", en: "other care" },
} satisfies Vocabulary);

/** 四(四): the uses of a poverty loan, a closed list, and any other. */
export const activities = frozen({
  planting: { zh: "种植业", en: "planting" },
  breeding: { zh: "养殖业", en: "breeding" },
  manufacturing: { zh: "个体工商业：加工制造", en: "individual business: processing and manufacturing" },
  trade: { zh: "个体工商业：商业服务", en: "individual business: trade and services" },
  storageLogistics: { zh: "个体工商业：仓储物流", en: "individual business: storage and logistics" },
  other: { zh: "其他用途", en: "another use" },
} satisfies Vocabulary);

const otherPeril = { zh: "其他原因", en: "another cause" };

/** 四(四), 四(五): what may cause a loss under the three property covers, and any other cause. */
export const perils = frozen({
  loanProject: {
    naturalDisaster: { zh: "自然灾害", en: "natural disaster" },
    disease: { zh: "种养殖业疾病", en: "disease of crops or livestock" },
    accident: { zh: "意外事故", en: "accident" },
    other: otherPeril,
  },
  farmhouse: {
    naturalDisaster: { zh: "自然灾害（地震除外）", en: "natural disaster other than an earthquake" },
    accident: { zh: "意外事故", en: "accident" },
    earthquake: { zh: "地震", en: "earthquake" },
    other: otherPeril,
  },
  agriculture: {
    naturalDisaster: { zh: "自然灾害", en: "natural disaster" },
    disease: { zh: "种养殖业疾病", en: "disease of crops or livestock" },
    other: otherPeril,
  },
} satisfies Record<string, Vocabulary>);

const subsidy: Text = { zh: "保费补助", en: "Premium subsidy" };

/*
 * Boundary words: in May 2017 they rested on the General Principles of Civil Law (民法通则 155: 以上, 以下, 以内, 届满 include the
 * number, 不满, 以外 exclude it), before 民法总则 205 (from 2017-10-01) and Civil Code 1259. They matter in two places here: 起 in 八
 * includes the day itself, and 最高 in 四(二) includes the 100 000. No two steps of the opinion meet in a number.
 */
const terms = {
  households: {
    categories: provision(
      "三",
      ["consolidated4600", "minimumLivingGuarantee", "marginalMinimumLiving", "otherHardship"],
      { zh: "属于低收入农户", en: "A low-income rural household" },
      categories,
    ),
  },
  inForce: {
    from: provision("八", "2017-06-15", { zh: "意见施行后发生", en: "Since the opinion came into force" }),
  },
  ruralMicro: {
    subsidy: provision("四(一)", percent(100), subsidy),
    accidental: provision("四(一)", true, { zh: "因意外事故", en: "Caused by an accident" }),
  },
  supplementaryMedical: {
    subsidy: provision("四(二)", percent(100), subsidy),
    settings: provision(
      "四(二)",
      ["inpatient", "specialOutpatient"],
      {
        zh: "因疾病或意外住院，或特殊门诊",
        en: "In hospital because of an illness or accident, or special outpatient care",
      },
      settings,
    ),
    noThirdParty: provision("四(二)", true, { zh: "住院无第三方责任", en: "In hospital: no third party is liable" }),
    /** A contract may set less, not more. */
    limit: provision("四(二)", yuan(100000), { zh: "最高赔付额度", en: "Highest benefit" }),
  },
  loanGuarantee: {
    subsidy: provision("四(三)", percent(100), subsidy),
    willing: provision("四(三)", true, { zh: "有发展意愿", en: "Wants to develop" }),
    capable: provision("四(三)", true, { zh: "有发展能力", en: "Is able to develop" }),
    feasibleProject: provision("四(三)", true, { zh: "有可行性项目", en: "Has a feasible project" }),
    lossOnInsuredLoan: provision("四(三)", true, {
      zh: "承保的扶贫贷款发生本息损失",
      en: "Principal or interest of an insured poverty loan is lost",
    }),
    /** 7 : 3 in principle (原则上): the bank bears the other three tenths, as the remainder to the fen. */
    insurerShare: provision("四(三)", percent(70), { zh: "保险机构分担", en: "The insurer's share" }),
  },
  loanProject: {
    subsidy: provision("四(四)", percent(50), subsidy),
    usesPovertyLoan: provision("四(四)", true, { zh: "使用扶贫贷款", en: "Uses a poverty loan" }),
    activities: provision(
      "四(四)",
      ["planting", "breeding", "manufacturing", "trade", "storageLogistics"],
      {
        zh: "投入种养殖业或个体工商业（加工制造、商业服务、仓储物流）",
        en: "For planting, breeding or individual business (manufacturing, trade, storage and logistics)",
      },
      activities,
    ),
    /** Closed with 等: an open list. */
    perils: provision(
      "四(四)",
      ["naturalDisaster", "disease", "accident"],
      {
        zh: "因自然灾害、种养殖业疾病或意外事故等",
        en: "A natural disaster, a disease of crops or livestock, an accident or the like",
      },
      perils.loanProject,
    ),
  },
  farmhouse: {
    subsidy: provision("四(五)1", percent(100), subsidy),
    collapsed: provision("四(五)1", true, { zh: "保险房屋倒塌", en: "The insured house collapsed" }),
    /** Without 等: a closed list, from which the text takes earthquakes out. */
    perils: provision(
      "四(五)1",
      ["naturalDisaster", "accident"],
      {
        zh: "因自然灾害（地震灾害除外）或意外事故",
        en: "A natural disaster (earthquakes are excluded) or an accident",
      },
      perils.farmhouse,
    ),
  },
  agriculture: {
    subsidy: provision("四(五)2", percent(50), subsidy),
    existingProduct: provision("四(五)2", true, {
      zh: "属于本市已实施的政策性农业保险产品",
      en: "A product of agricultural insurance that the city already runs",
    }),
    requested: provision("四(五)2", true, { zh: "农户愿意参保", en: "The household wants it" }),
    /** Closed with 等: an open list. */
    perils: provision(
      "四(五)2",
      ["naturalDisaster", "disease"],
      {
        zh: "因自然灾害、种养殖业疾病等",
        en: "A natural disaster, a disease of crops or livestock or the like",
      },
      perils.agriculture,
    ),
  },
  verification: {
    /** 一年一核实: a yearly round, not a period that is counted (民法通则 154), so its day does not roll over rest days. */
    years: provision("六(一)", 1, { zh: "扶持对象一年一核实", en: "Households are verified once a year" }),
  },
  /** The opinion sets no claim deadlines (六(四) only asks for payment in time): the statutory ones. */
  deadlines: insuranceLawTerms,
};

const readings = {
  declining: reading<"payoutRate" | "unchecked">("四(二)", {
    question: {
      zh: "“分档、递减、限额”中的“递减”是否要求赔付比例逐档不升高",
      en: "Whether 递减 forbids a payout rate that rises from tier to tier",
    },
    default: "payoutRate",
    choices: {
      payoutRate: { zh: "赔付比例逐档不得升高", en: "the payout rate must not rise from tier to tier" },
      unchecked: { zh: "不作要求，以合同分档为准", en: "not checked; the contract's tiers stand" },
    },
    reason: {
      zh: "“分档、递减、限额”修饰的是“赔付”，按文义递减的是赔付；合同比例逐档升高时，应当由人确认而不是默默照算。也有人理解为个人负担递减（大病类保险常见，赔付比例反而升高），故可另选。",
      en: "The words qualify the payout, so taken literally it is the payout that declines; a contract whose rates rise is for a person to confirm, not to be computed in silence. Others read it as the patient's share that declines, as is common for serious illness, where rates rise; hence the choice.",
    },
  }),
};

/** What a contract settles within the opinion's bounds; lines that use it are called by these names. */
export const contractMatters = frozen({
  schedule: open("四(二)", "赔付的分档与各档比例（合同约定）", "Tiers and their rates (the contract's)"),
  deductible: open("四(二)", "起付标准（合同约定）", "Deductible (the contract's)"),
  limit: open("四(二)", "赔付限额（合同约定）", "Limit (the contract's)"),
  profitLimit: open("六(二)", "盈利控制幅度（招标确定）", "Limit of the profit (the tender's)"),
  lossLimit: open("六(二)", "亏损控制幅度（招标确定）", "Limit of the loss (the tender's)"),
});

const unspecified = {
  ...contractMatters,
  recognition: open(
    "三",
    "低收入农户的认定标准见浙农办〔2016〕82号，本意见未重述",
    "The criteria for low-income rural households stand in 浙农办〔2016〕82号, not here",
  ),
  microBenefits: open(
    "四(一)",
    "死亡、伤残、意外门诊各给付多少；“等情况”还包括什么",
    "The amounts for death, disability and outpatient care; what else 等 takes in",
  ),
  medicalCosts: open(
    "四(二)",
    "哪些费用属于自理部分，哪些门诊属于特殊门诊",
    "Which costs are the patient's (自理), and which outpatient care is special",
  ),
  limitSpan: open(
    "四(二)",
    "最高赔付额度与累计费用按人、按户，按年度还是按合同期计算",
    "Whether the highest benefit and the running total hold for a person or household, a year or a contract",
  ),
  loanSharing: open(
    "四(三)",
    "“原则上”7:3，协议可以另行约定的比例",
    "Other shares that an agreement may set, 7 : 3 holding in principle",
  ),
  insuredInterest: open("四(三)", "分担的利息是否包括罚息、复利", "Whether penal or compound interest is shared"),
  propertyAmounts: open(
    "四",
    "扶贫贷款项目、农房、农业三个险种的保险金额与理赔标准（合同约定）",
    "Sums insured and amounts of the loan-project, farmhouse and agricultural covers (the contract's)",
  ),
  otherPerils: open(
    "四",
    "扶贫贷款项目、农业保险中“等原因”还包括什么",
    "What else 等原因 takes in under the loan-project and agricultural covers",
  ),
  farmUnderwriter: open(
    "五(四)",
    "农房、农业保险分别由相关保险机构还是农险共保体承保",
    "Which of the insurers and the pool underwrites farmhouses and which agriculture",
  ),
  verificationDay: open(
    "六(一)",
    "一年一核实自哪一日起算（按上次核实满一年计）",
    "From which day the yearly verification runs (a year from the last is assumed)",
  ),
  balancing: open(
    "六(二)",
    "盈利、亏损率的计算口径（按保费的比例计），超出幅度的款项由谁收付",
    "How profit and loss are measured (as rates of premium is assumed), and who receives or pays what is beyond the limits",
  ),
  dayOfEvent: open(
    "八",
    "住院、贷款损失以哪一日判断是否在意见施行之后（由填写的出险日期决定）",
    "Which day of a hospital stay or a loan's loss must lie after the opinion took effect (the caller's day decides)",
  ),
  claimProcedure: open(
    "六(四)",
    "理赔流程与时限（默认保险法时限）",
    "Claim procedure and deadlines (the statutory deadlines are assumed)",
  ),
};

const aim = { zh: "目标与原则，没有可计算的条件或数额", en: "An aim or principle without a condition or an amount" };
const duty = {
  zh: "工作要求，不决定任何人的资格、金额或期限",
  en: "A duty of administration that decides nobody's eligibility, amount or deadline",
};
const computed = (...rules: string[]) => ({ status: "computed" as const, rules });
const leftOpen = (...names: (keyof typeof unspecified)[]) => ({ status: "unspecified" as const, names });
const isAim = { status: "not-computable" as const, reason: aim };
const isDuty = { status: "not-computable" as const, reason: duty };

const clauses = [
  norm(
    "一",
    "运用商业保险增强低收入农户抵御风险和自我发展的能力",
    "Insurance against falling back into poverty",
    isAim,
  ),
  norm("二(一)", "自愿基础上的政保合作，政府主导、市场运作", "Voluntary; led by government, run by the market", isAim),
  norm(
    "二(二)",
    "保障性保险面向全体，贷款与生产保险面向有发展条件者",
    "Protection for all, production for some",
    isAim,
  ),
  norm("二(三)", "整合部门信息与扶贫资金", "Information and funds are brought together", isDuty),
  norm("二(四)", "保本微利为底线，提供优质服务", "A small margin at most, and good service", isAim),
  norm(
    "三",
    "低收入农户包括四类对象",
    "Four kinds of low-income rural households",
    computed("checkSubsidy", "checkEligibility"),
  ),
  norm("三", "认定标准由省级文件规定", "The criteria stand in a document of the province", leftOpen("recognition")),
  norm(
    "四(一)",
    "农村小额保险：政府全额出资，保障意外事故",
    "Rural micro-insurance: paid by government, for accidents",
    computed("checkSubsidy", "premiumSubsidy", "checkEligibility", "assessClaim"),
  ),
  norm("四(一)", "各项给付金额未规定", "The amounts are not stated", leftOpen("microBenefits")),
  norm(
    "四(二)",
    "补充医疗保险：政府全额出资，保障住院（无第三方责任）及特殊门诊自理费用",
    "Supplementary medical: paid by government, for the patient's own costs (自理) in hospital, with no liable third party, or of special outpatient care",
    computed("checkSubsidy", "premiumSubsidy", "checkEligibility", "assessClaim"),
  ),
  norm(
    "四(二)",
    "赔付分档、递减、限额，最高10万元",
    "Paid by tiers, declining, at most 100 000",
    computed("contractTerms", "supplementaryMedicalBenefit"),
  ),
  norm(
    "四(二)",
    "档次、比例、起付、费用范围与限额周期未规定",
    "Tiers, rates, deductible, costs and the span of the limit are not stated",
    leftOpen("schedule", "deductible", "limit", "medicalCosts", "limitSpan"),
  ),
  norm(
    "四(三)",
    "扶贫贷款保证保险：面向有意愿、有能力、有项目的农户，保费全额补贴",
    "Loan guarantee for the willing and able with a project, premium in full",
    computed("checkSubsidy", "premiumSubsidy", "checkEligibility"),
  ),
  norm(
    "四(三)",
    "保险机构与银行按7:3分摊贷款本息损失",
    "Insurer and bank share the loss on a loan 7 : 3",
    computed("loanLossShares", "assessClaim"),
  ),
  norm(
    "四(三)",
    "原则上的比例可另行约定，利息范围未规定",
    "Another ratio may be agreed; interest is not defined",
    leftOpen("loanSharing", "insuredInterest"),
  ),
  norm("四(三)", "合力加强风险管控", "Insurers and banks control the risk together", isDuty),
  norm(
    "四(四)",
    "扶贫贷款项目补充保险：投入种养殖业、个体工商业的财产，补助自担保费50%",
    "Loan project: property bought with a poverty loan, half of the premium",
    computed("checkSubsidy", "premiumSubsidy", "checkEligibility", "assessClaim"),
  ),
  norm("四(五)", "提高农房、农业保险的覆盖面和保障水平", "Wider and better farmhouse and agricultural cover", isAim),
  norm(
    "四(五)1",
    "政策性农房保险：自担保费全额补助，保障房屋倒塌，地震除外",
    "Farmhouse: premium in full, for collapse, earthquakes excluded",
    computed("checkSubsidy", "premiumSubsidy", "checkEligibility", "assessClaim"),
  ),
  norm(
    "四(五)2",
    "政策性农业保险：现有产品按意愿应保尽保，补助自担保费50%",
    "Agriculture: existing products on request, half of the premium",
    computed("checkSubsidy", "premiumSubsidy", "checkEligibility", "assessClaim"),
  ),
  norm(
    "四",
    "财产类险种的金额与“等原因”的范围未规定",
    "Amounts of the property covers and what 等原因 takes in are not stated",
    leftOpen("propertyAmounts", "otherPerils"),
  ),
  norm(
    "五(一)",
    "民政局组织实施，全市统一招标选定承保机构",
    "Civil affairs; one insurer for the city by tender",
    computed("administratorFor", "underwriterFor"),
  ),
  norm(
    "五(二)",
    "人力社保局组织实施，招标选定承保机构，一站式结算",
    "Human resources and social security; an insurer by tender; one-stop settlement",
    computed("administratorFor", "underwriterFor"),
  ),
  norm(
    "五(三)",
    "农办（扶贫办）组织实施，小贷险运管中心、农险共保体或各县选定的机构承保",
    "Agriculture offices; the loan-guarantee centre, the pool or insurers chosen by the counties",
    computed("administratorFor", "underwriterFor"),
  ),
  norm("五(三)", "监管贷款用途、审核保险费用、制订方案", "Control of loans and premiums; county schemes", isDuty),
  norm(
    "五(四)",
    "发改部门（农险办）组织实施，相关保险机构及农险共保体承保",
    "Development and reform; insurers and the pool",
    computed("administratorFor", "underwriterFor"),
  ),
  norm("五(四)", "两险种各由谁承保未规定", "Who underwrites which is not stated", leftOpen("farmUnderwriter")),
  norm("五", "督促指导与统计汇总", "Guidance and statistics", isDuty),
  norm("六(一)", "扶持对象一年一核实、一年一更新", "Verified and updated once a year", computed("verificationDue")),
  norm("六(一)", "核实的起算日未规定", "From which day the year runs is not stated", leftOpen("verificationDay")),
  norm("六(一)", "建档立卡与数据库管理", "Files and a database of households", isDuty),
  norm(
    "六(二)",
    "补充医疗保险风险调节平衡机制：控制承保机构的盈利率和亏损率",
    "A balancing mechanism that limits the insurer's profit and loss on the medical cover",
    computed("settle", "contractTerms"),
  ),
  norm(
    "六(二)",
    "控制幅度由招标确定，计算口径与收付方未规定",
    "The limits are the tender's; measure and payers are not stated",
    leftOpen("profitLimit", "lossLimit", "balancing"),
  ),
  norm("六(三)", "履约、资金用途、医疗行为与经费的监督管理", "Supervision of insurers, loans, care and funds", isDuty),
  norm("六(四)", "信息系统与一站式结算，健全风险防范", "Data exchange and one-stop settlement", isDuty),
  norm(
    "六(四)",
    "依规及时理赔，适用保险法时限",
    "Claims are paid in time: the statutory deadlines",
    computed("claimDeadlines"),
  ),
  norm("六(四)", "理赔流程与时限未规定", "Procedure and deadlines are not stated", leftOpen("claimProcedure")),
  norm("七(一)", "市级统筹、县级负责、部门协同", "City, counties and departments work together", isDuty),
  norm(
    "七(二)",
    "列入政府与金融机构考核",
    "Counts in the assessment of governments and financial institutions",
    isDuty,
  ),
  norm("七(三)", "政策宣传", "Publicity", isDuty),
  norm("八", "自2017年6月15日起施行", "In force from 15 June 2017", computed("checkEligibility")),
  norm("八", "以哪一日判断未规定", "Which day of an event counts is not stated", leftOpen("dayOfEvent")),
  norm("附件", "市级有关单位名单（公开文本未附）", "A list of municipal bodies, not in the published text", {
    status: "not-computable",
    reason: { zh: "公开文本中没有附件", en: "The published text does not carry the annex" },
  }),
];

/** The policy 丽政办发〔2017〕51号 as frozen data: its terms, readings, open matters and clauses. */
export interface LishuiPolicy extends Policy<typeof terms, typeof readings> {}

/** 丽政办发〔2017〕51号 as data. */
export const policy: LishuiPolicy = definePolicy({
  id: "lishui",
  title: { zh: "丽水商业保险助推扶贫", en: "Lishui commercial insurance for low-income rural households" },
  document,
  covers,
  terms,
  readings,
  unspecified,
  clauses,
});

// 五 Who carries it out -----------------------------------------------------------------------------------------------

/** A body that exists in the city and in each county, city or district below it. */
const atBothLevels = (zh: string, en: string): readonly Text[] => [
  { zh: `市${zh}`, en: `municipal ${en}` },
  { zh: `县（市、区）${zh}`, en: `county ${en}` },
];

const agricultureOffices = atBothLevels("农办（扶贫办）", "agriculture office (poverty-alleviation office)");
const developmentAndReform = atBothLevels(
  "发改部门（农险办）",
  "development and reform authority (agricultural-insurance office)",
);

/** 五: the bodies responsible for each cover. */
export const administrators: Readonly<Record<CoverName, readonly Text[]>> = frozen({
  ruralMicro: atBothLevels("民政局", "civil affairs bureau"),
  supplementaryMedical: atBothLevels("人力社保局", "human resources and social security bureau"),
  loanGuarantee: agricultureOffices,
  loanProject: agricultureOffices,
  farmhouse: developmentAndReform,
  agriculture: developmentAndReform,
});

const pool: Text = {
  zh: "市政策性农业保险共保体（市农险共保体）",
  en: "the municipal pool for policy agricultural insurance",
};
const chosenByCounty: Text = {
  zh: "各县（市、区）自行选择确定的承保机构",
  en: "an insurer chosen by the county",
};
const insurersAndPool: Text = {
  zh: "相关保险机构及农险共保体（以保险协议为准）",
  en: "the insurers concerned and the agricultural pool (as their agreement says)",
};

/** 五: who underwrites each cover; for the loan-project cover by activity, `null` where the opinion names nobody. */
export const underwriters = frozen({
  ruralMicro: {
    zh: "市民政局通过政府招标选定的全市统一承保机构",
    en: "one insurer for the city, chosen by tender of the municipal civil affairs bureau",
  },
  supplementaryMedical: {
    zh: "市人力社保局通过政府招标选定的承保机构",
    en: "an insurer chosen by tender of the municipal human resources and social security bureau",
  },
  loanGuarantee: {
    zh: "市小额贷款保证保险运营管理中心（市小贷险运管中心）",
    en: "the municipal centre for small-loan guarantee insurance",
  },
  loanProject: {
    planting: pool,
    breeding: pool,
    manufacturing: chosenByCounty,
    trade: chosenByCounty,
    storageLogistics: chosenByCounty,
    other: null,
  },
  farmhouse: insurersAndPool,
  agriculture: insurersAndPool,
});
