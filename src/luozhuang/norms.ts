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
  otherPayments: open(
    "三(一)第1段",
    "“等补偿”还包括哪些来源（已得到的补偿由填写的数额确定）",
    "Which other sources 等补偿 means (what they paid is stated by the caller)",
  ),
  fundRules: open(
    "三(一)第1段",
    "罗办字〔2018〕51号《罗庄区贫困人员健康扶贫兜底救助保障资金管理使用办法》的具体规定",
    "The rules of 罗办字〔2018〕51号 on the district's health fund, to which the plan refers",
  ),
  medicalLimit: open(
    "三(一)第3段",
    "医疗商业补充保险年度封顶线的确定数额（方案只写“不低于”；合同更高的，换入合同的数额）",
    "The annual limit of the medical supplement: the plan states the least it may be (a contract's higher one replaces it)",
  ),
  ordinaryOutpatient: open(
    "三(一)第3段",
    "普通门诊的医疗救助（该段只规定住院；按实际结算的数额填写）",
    "Medical assistance for ordinary outpatient care: the paragraph speaks of stays (what was settled is stated by the caller)",
  ),
  withoutReferralElsewhere: open(
    "三(一)第6段",
    "市域外未办理转诊手续的，基本医保、医疗救助等按哪些“有关规定”执行（按实际结算的数额填写）",
    "Which rules basic insurance, assistance and the rest follow outside the city without a referral (what was settled is stated by the caller)",
  ),
  stayAcrossYears: open(
    "三",
    "跨保障周期的住院按入院日还是出院日归属（由填写的“就医或出险日期”决定）",
    "Whether a stay across two periods belongs to the day of admission or of discharge (the day that is stated decides)",
  ),
  residence: open(
    "一(二)",
    "“全区”人口的认定（以脱贫享受政策、即时帮扶的名单为准，不另问户籍）",
    "Who belongs to the district (the two lists decide; residence is not asked)",
  ),
  citysInstitutions: open(
    "三(一)第9段",
    "市域内其他县区的定点医疗机构名单（第9段只列21家；由填写的“是否健康扶贫定点医疗机构”决定）",
    "The designated institutions of the city's other districts: 第9段 lists 21 only (what is stated of the institution decides)",
  ),
  otherDiseases: open(
    "三(一)第7段",
    "“等特殊病种”还包括哪些（由基本医保确定，按填写的认定结果）",
    "Which other diseases 等特殊病种 means (the basic insurance decides; its finding is stated by the caller)",
  ),
  inpatientRates: open(
    "三(一)第7段",
    "“同级医疗机构的住院报销比例”的数额（按该比例计算时填写）",
    "The rates of 同级医疗机构的住院报销比例 (stated by the caller where they are applied)",
  ),
  referralTarget: open(
    "三(一)第8段",
    "转诊到省市三级综合医院和专科医院以外的机构如何处理（由填写的“转诊手续”决定）",
    "What holds for a referral to other than the tertiary general and specialised hospitals named (what is stated of the referral decides)",
  ),
  stayBeforeAssistance: open(
    "三(二)第2段",
    "纳入即时帮扶之日前入院、之后出院的是否享受（由填写的“就医或出险日期”决定）",
    "Whether a stay that began before instant assistance counts (the day that is stated decides)",
  ),
  accidentContract: open(
    "三(二)第1段",
    "意外伤害保险的确定保额，包括保费高于10元时（方案只写“不低于”；合同更高的，换入合同的数额）",
    "The accident sums insured, at a premium above 10 too: the plan states the least (a contract's higher ones replace them)",
  ),
  accidentMedicalShare: open(
    "三(二)第1段",
    "合同约定的意外医疗免赔额和报销比例（按合同计算时填写）",
    "The contract's deductible and share of accident care (stated by the caller where they are applied)",
  ),
  disabilityScale: open(
    "三(二)第1段",
    "合同另行约定的伤残评定标准（有约定的，换入合同的标准）",
    "Another disability scale that the contract names (it replaces this one)",
  ),
  profitAndLoss: open(
    "四",
    "盈亏调节机制与承保机构运营成本（未弥补的亏损由谁承担亦未规定）",
    "The profit-and-loss mechanism and the insurer's costs (nor is it said who bears an uncovered deficit)",
  ),
  claimProcedure: open(
    "五(三)",
    "合同约定的查勘理赔期限（方案只要求“及时”；没有约定的，保险法的期限直接适用）",
    "The contract's periods for claims work: the plan says timely (without any, those of the Insurance Law hold by themselves)",
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
    "市域内定点医疗机构政策范围内住院费用，经基本医保、大病保险、医疗救助、医疗机构减免等补偿后由补充保险补偿",
    "In-scope inpatient costs: after basic, critical-illness, assistance, reduction and other sources the supplement pays",
    computed("checkEligibility", "medicalSupplementBenefit", "assessClaim"),
  ),
  norm("三(一)第1段", "“等补偿”的其他来源未列", "The other sources of 等补偿 are not listed", left("otherPayments")),
  norm(
    "三(一)第1段",
    "经各项保障后政策范围内报销费用应达到90%：个人至多负担十分之一，不足一分的舍去",
    "Reimbursement of in-scope costs is to reach 90 %: the patient keeps at most a tenth, rounded down to the fen",
    computed("medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第1段",
    "在先各项保险的数额和罗办字〔2018〕51号办法另行规定",
    "What precedes the supplement, and the fund's rules, stand elsewhere",
    left("priorPayments", "fundRules"),
  ),
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
    "三(一)第3段",
    "封顶线的确定数额、普通门诊的医疗救助未规定",
    "What the annual limit is, and assistance for ordinary outpatient care, are not stated",
    left("medicalLimit", "ordinaryOutpatient"),
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
  norm(
    "三(一)第4段",
    "定点医疗机构严格控制政策范围外费用，一般应在总费用的6%以内",
    "The institutions are to keep out-of-scope costs, as a rule, within 6 % of the total",
    none(duty),
  ),
  norm("三(一)第4段", "应选择基本医保目录内的诊疗技术、药品和耗材", "Treat within the catalogue", none(duty)),
  norm("三(一)第5段", "定期督查并报告定点医疗机构费用控制", "Supervision of the institutions' costs", none(duty)),
  norm("三(一)第5段", "定期召开调度会议，通报并解决问题", "Regular meetings that solve problems", none(duty)),
  norm(
    "三(一)第6段",
    "市域外住院按市域内报销顺序和比例报销，控制转诊备案",
    "Outside the city the same order and shares apply, with a referral",
    computed("checkEligibility", "medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第6段",
    "未办理转诊手续的按有关规定执行",
    "Without a referral other rules apply",
    left("withoutReferralElsewhere"),
  ),
  norm("三(一)第7段", "所列九种特殊病种", "The nine special diseases named", data("specialDiseases")),
  norm(
    "三(一)第7段",
    "特殊病种门诊经基本医保、医疗救助后纳入补充保险，按同级医疗机构住院比例报销",
    "Special outpatient care: after basic insurance and assistance, at the inpatient rate of that level",
    computed("checkEligibility", "medicalSupplementBenefit"),
  ),
  norm(
    "三(一)第7段",
    "“等”的其余病种、同级医疗机构的住院报销比例未列",
    "The other diseases, and the inpatient rates by level, are not listed",
    left("otherDiseases", "inpatientRates"),
  ),
  norm("三(一)第8段", "原则上就医控制在县域内", "Care stays within the district in principle", none(duty)),
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
    "意外伤害保险原则上每人每份保费不低于10元",
    "In principle the accident premium is at least 10 a person and unit",
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
    "确定的保额、伤残标准、医疗免赔额和赔付比例未规定",
    "The sums themselves, the scale, and the deductible and share of accident care are not stated",
    left("accidentContract", "disabilityScale", "accidentMedicalShare"),
  ),
  norm(
    "三(二)第2段",
    "即时帮扶人口自纳入之日起享受，至2020年12月31日",
    "Instant assistance is covered from its first day to 2020-12-31",
    computed("checkEligibility", "premium"),
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
    "每个保障周期的保费实行差额动态化管理（解释为：应缴保费＝按标准计算的保费−结转的结余；原文没有算式）",
    "Premiums are managed by the difference: read as standard less surplus, an interpretation, since no equation is given",
    computed("premiumDue"),
  ),
  norm(
    "四",
    "按省、市文件严格控制承保机构运营成本，建立盈亏调节机制",
    "Costs and the profit-and-loss mechanism",
    left("profitAndLoss"),
  ),
  norm("五(一)第1段", "优先选择优质承办机构", "Which insurers are preferred", none(duty)),
  norm("五(一)第2段", "无重大过错的可顺延承保合同", "The contract may be prolonged", none(duty)),
  norm("五(二)", "签订协议及应载明的内容", "The agreement and what it must contain", none(duty)),
  norm("五(二)", "贫困人口的信息保密，不得另作他用", "Persons' data stay confidential", none(duty)),
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
    computed("institutionReimbursementDeadline", "assessClaim"),
  ),
  norm("五(三)", "垫付较多的定点医疗机构派驻保险专员", "An insurance officer where much is advanced", none(duty)),
  norm("五(四)第1段", "服务体系、绿色通道、简化结算手续", "Service points, fast lanes, simple settlement", none(duty)),
  norm(
    "五(四)第1段",
    "小额案件限时办结、重大案件快速处理，时限未写",
    "Small cases within a time limit, large ones fast: no limit is stated",
    left("claimProcedure"),
  ),
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
  norm(
    "六(四)",
    "建立精准到户到人的台账，详细登记每个贫困人口的投保理赔信息",
    "A ledger of each person's insurance and claims",
    computed("assessPerson"),
  ),
  norm("六(四)", "建名册、统计监测、信息共享", "Rosters, statistics and shared information", none(duty)),
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
    en: "三(一)第8段 speaks of care outside the county (县域外) and says what follows without a referral; 第9段 names municipal institutions beside those of the district, and 第6段 speaks of referrals only outside the city, hence the other reading. The special provision goes first.",
  },
  institutionReductionForOutpatient: {
    zh: "三(一)第7段对特殊病种门诊只写“经基本医保补偿、医疗救助后”，未列医疗机构减免；第4段是一般规定，特别规定优先。",
    en: "For special outpatient care 三(一)第7段 says 经基本医保补偿、医疗救助后 and lists no reduction; 第4段 is general, and the special provision goes first.",
  },
  institutionReductionOutsideCity: {
    zh: "三(一)第4段由“定点医疗机构”减免，第1段把定点医疗机构限定为“市域内”；第6段的“按照市域内报销顺序和报销比例”说的是报销，减免不是报销，市域外医疗机构也不受本方案约束。主张减免的一方可引第8段仅对未转诊者排除减免，故列为可选；实际减免的，按实际结算数填写。",
    en: "三(一)第4段 has the designated institutions (定点医疗机构) waive, and 第1段 defines them as those inside the city (市域内). 第6段 speaks of the order and shares of reimbursement (报销顺序和报销比例), which a waiver is not, and institutions elsewhere are not bound by this plan. 第8段, which withholds the waiver only without a referral, can be argued for the other choice; what was really waived is stated as settled.",
  },
  outOfScopeWithoutReferral: {
    zh: "三(一)第8段写明未办理转诊手续的“不予享受医疗机构减免”，第4段政策范围外超出部分也是“由各定点医疗机构减免”，同词同解，特别规定优先；把第4段看作医疗机构自身控费义务的，可选另一读法。",
    en: "三(一)第8段 says that without a referral 医疗机构减免 is not enjoyed, and 第4段 has the excess 减免 by the institutions: the same word, and the special provision goes first. Who sees in 第4段 the institution's own duty to control costs has the other choice.",
  },
  specialOutpatientRate: {
    zh: "三(一)第7段把特殊病种门诊“纳入医疗商业补充保险保障范围”，“按照同级医疗机构的住院报销比例予以报销”；本方案对住院的报销比例就是第1段“应达到”的比例，也有利于被保险人。把该比例看作基本医保按医院等级的住院比例的，可选另一读法。",
    en: "三(一)第7段 brings special outpatient care into the supplement at 同级医疗机构的住院报销比例; for stays this plan's share is the one that 第1段 says is to be reached (应达到), which also favours the insured. Who takes the words for the rates of basic insurance by level of hospital has the other choice.",
  },
  specialOutpatientAssistance: {
    zh: "三(一)第7段写“经基本医保补偿、医疗救助后”，却不写比例；同一文件只有第3段规定了医疗救助的比例和封顶线，又写“按照同级医疗机构的住院报销比例”，比照住院是通常的理解。救助部门另有规定的，以实际结算为准。",
    en: "三(一)第7段 says 经基本医保补偿、医疗救助后 and states no rate; 第3段 alone states one, and 第7段 itself likens this care to a stay (住院报销比例). Where other rules of assistance hold, what was settled counts.",
  },
  outpatientOutsideCity: {
    zh: "三(一)第7段对特殊病种门诊没有地点的限制，第8段对“县域外就医”只要求转诊；第6段的“市域外住院就医费用”只说住院，不足以把门诊排除，从有利于被保险人的解释（参照保险法 30）。",
    en: "三(一)第7段 limits special outpatient care to no place, and 第8段 asks of care outside the county (县域外就医) a referral alone; that 第6段 speaks of stays (市域外住院就医费用) does not exclude it. What favours the insured is taken, by analogy with Insurance Law 30.",
  },
  ninetyPercentSpan: {
    zh: "三(一)第1段“经过各项保障后”、第2段“个人自付……低于……10%”都就一笔费用的结算说话，五(四)又要求出院时“即时结算”；只有封顶线写明“一个医疗年度内”。",
    en: "三(一)第1段 (经过各项保障后) and 第2段 speak of settling one bill, and 五(四) wants it settled when the patient leaves (即时结算); the year (一个医疗年度内) is named for the limit alone.",
  },
  disabilityWithoutScale: {
    zh: "三(二)第1段的“保障标准”是保额，残疾有轻重，保险业通行《人身保险伤残评定标准》按等级给付；主张全额的一方可引“分别不低于3万元”，故列为可选。",
    en: "The 保障标准 of 三(二)第1段 is a sum insured, disability has degrees, and the trade pays it by the grades of its standard. 分别不低于3万元 (each at least 30 000) can be argued for the whole sum, so it is a choice.",
  },
  accidentLimits: {
    zh: "三写“每个险种保障周期为2020年1月1日至12月31日”，三(二)第1段的保障标准对应“每人每份保费”，一份保费买一个周期的保额；写“遭受意外伤害”未写每次，主张按次的可选另一读法。",
    en: "三 gives each line a period (每个险种保障周期), and 三(二)第1段 sets its sums for a premium a person and unit (每人每份保费), which buys one period. Nothing says for each accident; who argues for it has the other choice.",
  },
  accidentMedicalTerms: {
    zh: "三(二)第1段只写“意外伤害医疗保障标准不低于5000元”，没有免赔额和比例，按字面在限额内全额给付，也有利于被保险人；合同另有约定的，可选另一读法。",
    en: "三(二)第1段 says 意外伤害医疗保障标准不低于5000元 and knows no deductible or share: by its words it pays in full up to the limit, which favours the insured. Where the contract has its own terms, there is the other choice.",
  },
  sameCosts: {
    zh: "一(四)要求“扶贫特惠保险各险种间的衔接”；费用补偿型保险的给付不得超过实际费用（健康保险管理办法），故医疗商业补充保险先付，意外医疗付个人仍负担的部分。",
    en: "一(四) wants the lines to fit together (各险种间的衔接), and insurance that reimburses costs never pays more than the cost (健康保险管理办法): the medical supplement pays first, accident care what is left to the patient.",
  },
  addedDuringYear: {
    zh: "三(二)第2段让新纳入的人员“自纳入之日起享受”，未写保费折算；三(二)第1段的保费按“每人每份”，不按月。",
    en: "三(二)第2段 covers persons added from their first day (自纳入之日起享受) and reduces no premium; 三(二)第1段 sets it a person and unit (每人每份), not a month.",
  },
  deathAfterDisability: {
    zh: "三(二)第1段规定身故、伤残的保障标准“分别”不低于3万元，未规定相互抵扣；有两种以上解释的，从有利于被保险人的解释（参照保险法 30）。",
    en: "三(二)第1段 sets 30 000 for death and for disability, each (分别), and says nothing of deducting one from the other; of several readings the one that favours the insured holds, by analogy with Insurance Law 30.",
  },
} satisfies Record<keyof LuozhuangPolicy["readings"], Text>);
