import { frozen } from "../core/frozen.js";
import { citing } from "../core/policy.js";
import type { Text } from "../core/text.js";
import { documentNumber, type LuozhuangPolicy } from "./policy.js";

const { norm, open } = citing(documentNumber);

/**
 * 文件未规定的事项。
 * What the plan leaves open.
 */
export const unspecified = frozen({
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
});

const aim = { zh: "目标与原则，没有可计算的条件或数额", en: "An aim or principle without a condition or an amount" };
const duty = {
  zh: "工作要求，不决定任何人的资格、金额或期限",
  en: "A duty of administration that decides nobody's eligibility, amount or deadline",
};

const computed = (...rules: string[]) => ({ status: "computed", rules }) as const;
const data = (...where: string[]) => ({ status: "data", where }) as const;
const left = (...names: (keyof typeof unspecified)[]) => ({ status: "unspecified", names }) as const;
const none = (reason: typeof aim) => ({ status: "not-computable", reason }) as const;

/**
 * 文件的每一项规定是如何处理的。
 * Every norm of the plan and what became of it.
 */
export const norms = frozen([
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
]);

/**
 * 各项解读的默认选择的理由。
 * Why the default of each reading is the default.
 */
export const reasons = frozen({
  referralWithinCity: {
    zh: "三(一)第8段专就“县域外”规定转诊审批，并写明未办理的后果；第9段把市级定点医疗机构与区级并列，第6段只对市域外提到转诊，故有另一读法。特别规定优先。",
    en: "三(一)第8段 speaks of care outside the county and says what follows without a referral; 第9段 names municipal institutions beside those of the district, and 第6段 speaks of referrals only outside the city, hence the other reading. The special provision goes first.",
  },
  institutionReductionForOutpatient: {
    zh: "三(一)第7段对特殊病种门诊只列基本医保补偿、医疗救助，随后即为医疗商业补充保险，未列医疗机构减免；第4段是一般规定，特别规定优先。",
    en: "For special outpatient care 三(一)第7段 lists basic insurance and medical assistance and then the supplement, no reduction; 第4段 is general, and the special provision goes first.",
  },
  institutionReductionOutsideCity: {
    zh: "三(一)第6段规定市域外按照市域内报销顺序和报销比例报销，第8段仅排除未转诊者享受减免；但市域外医疗机构不受本方案约束，减免未必实际发生，故有另一读法，实际结算数可以 institutionReduced 填入。",
    en: "三(一)第6段 applies the city's order and shares outside it, and 第8段 withholds the reduction only without a referral. But institutions elsewhere are not bound by this plan and may not grant it, hence the other reading; what was really settled can be given as institutionReduced.",
  },
  deathAfterDisability: {
    zh: "三(二)第1段规定身故、伤残的保障标准“分别”不低于3万元，未规定相互抵扣；有两种以上解释的，从有利于被保险人的解释（保险法 30）。",
    en: "三(二)第1段 sets 30 000 for death and for disability, each (分别), and no set-off; of several readings the one that favours the insured holds (Insurance Law 30).",
  },
} satisfies Record<keyof LuozhuangPolicy["readings"], Text>);
