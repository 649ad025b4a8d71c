import { frozen } from "../core/frozen.js";
import { citing } from "../core/policy.js";
import type { Text } from "../core/text.js";
import { contractMatters, documentNumber, type LishuiPolicy } from "./policy.js";

const { norm, open } = citing(documentNumber);

/**
 * 文件未规定的事项。
 * What the opinion leaves open.
 */
export const unspecified = frozen({
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
});

const aim = { zh: "目标与原则，没有可计算的条件或数额", en: "An aim or principle without a condition or an amount" };
const duty = {
  zh: "工作要求，不决定任何人的资格、金额或期限",
  en: "A duty of administration that decides nobody's eligibility, amount or deadline",
};
const computed = (...rules: string[]) => ({ status: "computed" as const, rules });
const leftOpen = (...names: (keyof typeof unspecified)[]) => ({ status: "unspecified" as const, names });
const isAim = { status: "not-computable" as const, reason: aim };
const isDuty = { status: "not-computable" as const, reason: duty };

/**
 * 文件的每一项规定是如何处理的。
 * Every norm of the opinion and what became of it.
 */
export const norms = frozen([
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
]);

/**
 * 各项解读的默认选择的理由。
 * Why the default of each reading is the default.
 */
export const reasons = frozen({
  declining: {
    zh: "“分档、递减、限额”修饰的是“赔付”，按文义递减的是赔付；合同比例逐档升高时，应当由人确认而不是默默照算。也有人理解为个人负担递减（大病类保险常见，赔付比例反而升高），故可另选。",
    en: "The words qualify the payout, so taken literally it is the payout that declines; a contract whose rates rise is for a person to confirm, not to be computed in silence. Others read it as the patient's share that declines, as is common for serious illness, where rates rise; hence the choice.",
  },
} satisfies Record<keyof LishuiPolicy["readings"], Text>);
