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
    "The amounts for death, disability and outpatient care; what else “等” covers",
  ),
  medicalCosts: open(
    "四(二)",
    "哪些费用属于自理部分，哪些门诊属于特殊门诊",
    "Which costs are the patient's own (“自理”), and which outpatient care is special",
  ),
  limitHolder: open(
    "四(二)",
    "最高赔付额度与累计费用按人还是按户计算（由填写的累计金额决定）",
    "Whether the highest benefit and the running total hold for a person or a household (the caller's totals decide)",
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
    "What else “等原因” covers under the loan-project and agricultural covers",
  ),
  farmUnderwriter: open(
    "五(四)",
    "农房、农业保险分别由相关保险机构还是农险共保体承保",
    "Which of the insurers and the pool underwrites farmhouses and which agriculture",
  ),
  funding: open(
    "六(三)",
    "政府补助的保费在市与县（市、区）之间如何分担",
    "How city and counties share the premium that government pays",
  ),
  balancing: open(
    "六(二)",
    "盈利率、亏损率如何计算（合同的幅度应折算成占保费的比例填写）；超出幅度的部分是否百分之百调节（这里全部列出）、由谁收付",
    "How profit and loss are measured (a contract's limits are given as rates of the premium); whether all that is beyond the limits moves (here all of it is shown), and who receives or pays it",
  ),
  dayOfEvent: open(
    "八",
    "住院、贷款损失以哪一日为出险日（由填写的出险日期决定）",
    "Which day of a hospital stay or a loan's loss is the day of the event (the caller's day decides)",
  ),
  claimProcedure: open(
    "六(四)",
    "理赔流程；合同另行约定的核定期限（保险法第二十三条允许另有约定）",
    "The claim procedure; a contract's own period to decide on a claim, which Insurance Law 23 allows",
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
    "农村小额保险：政府全额出资，保障意外事故造成的死亡、伤残、意外伤害门诊等情况",
    "Rural micro-insurance: paid by government, for death, disability, outpatient care and the like by accidents",
    computed("checkSubsidy", "premiumSubsidy", "checkEligibility", "assessClaim"),
  ),
  norm(
    "四(一)",
    "各项给付金额、“等情况”的范围未规定",
    "The amounts, and what “等” covers, are not stated",
    leftOpen("microBenefits"),
  ),
  norm(
    "四(二)",
    "补充医疗保险：政府全额出资，保障住院（无第三方责任）及特殊门诊自理费用",
    "Supplementary medical: paid by government, for the patient's own costs (“自理”) in hospital, with no liable third party, or of special outpatient care",
    computed("checkSubsidy", "premiumSubsidy", "checkEligibility", "assessClaim"),
  ),
  norm(
    "四(二)",
    "赔付分档、递减、限额，最高10万元",
    "Paid by tiers, declining, at most 100 000",
    computed("contractTerms", "supplementaryMedicalBenefit", "assessPerson"),
  ),
  norm(
    "四(二)",
    "档次、比例、起付、费用范围与限额按人或按户未规定",
    "Tiers, rates, deductible, costs and whose limit it is are not stated",
    leftOpen("schedule", "deductible", "limit", "medicalCosts", "limitHolder"),
  ),
  norm(
    "四(三)",
    "扶贫贷款保证保险：面向有意愿、有能力、有项目的农户，保费全额补贴",
    "Loan guarantee for the willing and able with a project, premium in full",
    computed("checkSubsidy", "premiumSubsidy", "checkEligibility"),
  ),
  norm(
    "四(三)",
    "保险机构与银行原则上按7:3分摊贷款本息损失",
    "Insurer and bank share the loss on a loan 7 : 3 in principle",
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
    "扶贫贷款项目补充保险：使用扶贫贷款投入种养殖业、个体工商业的财产，补助自担保费50%",
    "Loan project: property bought with a poverty loan for farming or individual business, half of the premium",
    computed("checkSubsidy", "premiumSubsidy", "checkEligibility", "assessClaim"),
  ),
  norm(
    "四(四)",
    "生产经营过程中因自然灾害、种养殖业疾病、意外事故等造成的财产损失属于保险责任",
    "Covered is property damaged in production or business by a natural disaster, a disease of crops or livestock, an accident or the like",
    computed("checkEligibility", "assessClaim"),
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
    computed("checkSubsidy", "premiumSubsidy"),
  ),
  norm(
    "四(五)2",
    "发展种养殖业过程中因自然灾害、种养殖业疾病等造成的财产损失属于保险责任",
    "Covered is property damaged in planting or breeding by a natural disaster, a disease of crops or livestock or the like",
    computed("checkEligibility", "assessClaim"),
  ),
  norm(
    "四",
    "财产类险种的金额与“等原因”的范围未规定",
    "Amounts of the property covers and what “等原因” covers are not stated",
    leftOpen("propertyAmounts", "otherPerils"),
  ),
  norm(
    "五(一)",
    "民政局组织实施，全市统一招标选定承保机构，各县签订保险协议",
    "Civil affairs; one insurer for the city by tender; each county signs",
    computed("administratorFor", "underwriterFor"),
  ),
  norm(
    "五(二)",
    "人力社保局组织实施，招标选定承保机构，签订保险协议，归集支付保险费用",
    "Human resources and social security; an insurer by tender; it signs, and collects and pays the premium",
    computed("administratorFor", "underwriterFor"),
  ),
  norm(
    "五(二)",
    "一站式结算，协调承保机构、各县人力社保局与医疗机构",
    "One-stop settlement; the insurer, the counties and the hospitals are brought together",
    isDuty,
  ),
  norm(
    "五(三)",
    "农办（扶贫办）组织实施、签订保险协议、审核确认保险费用；小贷险运管中心、农险共保体或各县选定的机构承保",
    "Agriculture offices, which sign and check; the loan-guarantee centre, the pool or insurers chosen by the counties",
    computed("administratorFor", "underwriterFor"),
  ),
  norm("五(三)", "明确贷款对象与规模、监管贷款用途、制订方案", "Control of loans; county schemes", isDuty),
  norm(
    "五(四)",
    "发改部门（农险办）组织实施、签订保险协议、审核确认费用；相关保险机构及农险共保体承保",
    "Development and reform, which signs and checks; insurers and the pool",
    computed("administratorFor", "underwriterFor"),
  ),
  norm("五(四)", "两险种各由谁承保未规定", "Who underwrites which is not stated", leftOpen("farmUnderwriter")),
  norm("五(四)", "各县制订组织实施方案", "County schemes", isDuty),
  norm("五", "各市级部门统计汇总", "Each municipal department puts the figures together", computed("administratorFor")),
  norm(
    "五",
    "各部门组织实施险种的政府补助保费",
    "The premium that government pays for the covers of each department",
    computed("subsidyBudget"),
  ),
  norm(
    "六(一)",
    "及时认定新产生的、及时核销摆脱贫困的低收入农户",
    "Households are added, and taken off once they are out of poverty",
    computed("checkEligibility", "assessClaim"),
  ),
  norm("六(一)", "扶持对象一年一核实、一年一更新", "Verified and updated once a year", computed("verificationDue")),
  norm("六(一)", "建档立卡与数据库管理", "Files and a database of households", isDuty),
  norm(
    "六(二)",
    "补充医疗保险单独建账，风险调节平衡机制控制承保机构的盈利率和亏损率",
    "Books of its own, and a balancing mechanism that limits the insurer's profit and loss on the medical cover",
    computed("settle", "contractTerms"),
  ),
  norm(
    "六(二)",
    "控制幅度由招标确定，计算口径、是否全部调节与收付方未规定",
    "The limits are the tender's; measure, extent and payers are not stated",
    leftOpen("profitLimit", "lossLimit", "balancing"),
  ),
  norm("六(三)", "履约、资金用途、医疗行为与经费的监督管理", "Supervision of insurers, loans, care and funds", isDuty),
  norm(
    "六(三)",
    "财政部门筹措保险经费，各级分担未规定",
    "Finance raises the funds; the levels' shares are not stated",
    leftOpen("funding"),
  ),
  norm("六(四)", "信息系统与一站式结算，健全风险防范", "Data exchange and one-stop settlement", isDuty),
  norm(
    "六(四)",
    "依规及时理赔，适用保险法时限",
    "Claims are paid in time: the statutory deadlines",
    computed("claimDeadlines"),
  ),
  norm("六(四)", "向医疗机构支付医疗费用", "Insurers pay hospitals for the care", isDuty),
  norm("六(四)", "理赔流程未规定", "The procedure is not stated", leftOpen("claimProcedure")),
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
  categoryJudgedOn: {
    zh: "四“由政府出资为所有低收入农户提供”说的是投保：投保时是低收入农户，保费由政府出资，保险期间内即受保障。六(一)“及时核销”的是扶持名册，没有说保险随之终止；有疑义时参照《保险法》第三十条，从有利于被保险人的理解。也有人以名册为准，出险时已核销的不再赔付，故可另选。",
    en: "“由政府出资为所有低收入农户提供” (四) speaks of insuring: whoever is a low-income household then has the premium paid and is protected for the contract's period. What 六(一) takes off in time (“及时核销”) is the list of those supported; it does not say that the insurance ends with it. In doubt, what favours the insured, by analogy with Insurance Law 30. Others go by the list on the day of the loss; hence the choice.",
  },
  thirdParty: {
    zh: "“住院（无第三方责任）”的括号限定了所保的住院，按文义有第三方责任的住院不在其内。也有合同只扣除第三方已赔付的部分，其余仍是农户的“自理部分”，合于“降低低收入农户医疗自理费用负担”的目的，故可另选。",
    en: "The parenthesis in “住院（无第三方责任）” limits the stays that are covered: by the plain words a stay for which a third party is liable is none of them. Some contracts only take off what the third party paid, since the rest still falls to the patient (“自理部分”) and the aim is to lower it; hence the choice.",
  },
  declining: {
    zh: "“赔付按‘分档、递减、限额’的方式进行”，主语是“赔付”，按文义递减的是赔付比例；比例逐档升高的合同应当由人确认，而不是默默照算。大病类保险常见的是个人负担递减、赔付比例升高，故可另选；首档比例为零的，就是起付标准，不在其列。",
    en: "“赔付按‘分档、递减、限额’的方式进行”: the subject is the payout (“赔付”), so by the plain words it is the payout rate that declines; a contract whose rates rise is for a person to confirm, not to be computed in silence. As is common for serious illness, it may be the patient's share that declines, and the rates rise; hence the choice. A first tier of zero is a deductible and does not count.",
  },
  limitSpan: {
    zh: "“最高赔付额度为10万元”没有写“每年”，是保险责任的限额，随“保险协议”的期间计算；不知道协议起止日期时，按“一年一核实、一年一更新”的自然年度计算。也有人把限额一律看作年度限额，故可另选。",
    en: "“最高赔付额度为10万元” does not say a year: it is the limit of what the insurer answers for, and goes by the period of the agreement (“保险协议”); where its first and last day are not known, by the calendar year, as households are verified and updated once a year (“一年一核实、一年一更新”). Others take it for a limit of the calendar year in any case; hence the choice.",
  },
  verification: {
    zh: "“一年一核实”按文义是两次核实之间为一年，自上次核实起满一年。也有人理解为每个自然年度核实一次，最迟到下一年度末，故可另选。",
    en: "By the plain words “一年一核实” leaves a year between two verifications, counted from the last one. Others read it as once in each calendar year, by the end of the next at the latest; hence the choice.",
  },
} satisfies Record<keyof LishuiPolicy["readings"], Text>);
