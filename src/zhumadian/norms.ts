import { frozen } from "../core/frozen.js";
import { citing } from "../core/policy.js";
import type { Text } from "../core/text.js";
import { documentNumber, type ZhumadianPolicy } from "./policy.js";

const { norm, open } = citing(documentNumber);

/**
 * 文件未规定的事项。
 * What the plan leaves open.
 */
export const unspecified = frozen({
  contractStart: open(
    "二(三)",
    "协议签订后生效，一年以启动签订协议时间为准（六），具体日期见协议",
    "In force once the agreement is signed, for a year from then (六); the plan does not give the day",
  ),
  residence: open(
    "一(一)",
    "“常住户籍人口”是否要求户籍人口在本地常住（默认只看户籍）",
    "Whether the registered population must also live there (常住); registration alone is asked",
  ),
  territory: open(
    "二(二)",
    "“驻马店境内”是否包括新蔡（由填写的 occurredInCity 决定）",
    "Whether the territory of Zhumadian takes in Xincai (the caller's occurredInCity decides)",
  ),
  placeOfDeed: open(
    "二(二)1",
    "“在驻马店境内经……认定”限定行为地还是认定地（默认行为地）",
    "Whether 境内 asks for the place of the deed (assumed) or of its recognition",
  ),
  fixedSums: open(
    "三",
    "“赔付金额区间设定范围”和“限额”是否按合同另定较低数额（默认死亡按限额全额）",
    "Whether a contract may set less within the ranges and limits (a death is paid the whole limit)",
  ),
  awardUnhurt: open(
    "三(一)",
    "见义勇为而本人未伤亡的，是否给付3万元（标题说“导致人身伤亡”，条文说“无条件”，默认给付）",
    "Whether the award is paid to someone unhurt: the heading speaks of casualties, the text of no condition (assumed: it is)",
  ),
  assistanceFund: open(
    "三(五)",
    "社会救助基金已给付的是否扣除（默认不扣除）",
    "Whether what the assistance fund paid comes off (assumed: it does not)",
  ),
  eligibleCosts: open(
    "三(七)",
    "“剩余的符合医疗报销费用”限于政策范围内，还是包括一(一)所说范围之外的合理费用（由填写的 eligibleExpenses 决定）",
    "Whether the costs left over are those in scope, or also the reasonable ones out of it that 一(一) names (the caller's eligibleExpenses decides)",
  ),
  sameDay: open(
    "一(二)",
    "“当日立案、次日赔付”是否也适用于其他险种的医疗救助（默认只适用于三(七)）",
    "Whether filing the same day and paying the next also holds for medical care under other covers (assumed: 三(七) only)",
  ),
  premiumPayment: open("二(一)2", "保费按承保合同约定拨付，方案未定时间", "When the premium is paid: by contract"),
  massAccident: open("二(二)2", "“群体性”意外事故的人数等标准", "How many people make an accident a mass accident"),
  seriousInjury: open("二(二)5", "“重伤”的认定标准", "By which standard an injury is serious"),
  listedDiseases: open(
    "二(二)7",
    "33个病种的名单在豫人社医疗〔2016〕15号，方案未列",
    "The 33 diseases stand in 豫人社医疗〔2016〕15号, not in the plan",
  ),
  otherRecognisedAmounts: open(
    "二(二)",
    "其他经认定应当救助的情况，赔偿金额由合同约定",
    "Amounts for other recognised cases: by contract",
  ),
  deposit: open("二(三)", "承保方缴纳的项目保证金数额", "The amount of the insurer's deposit"),
  limitSpan: open(
    "三",
    "每人、每户限额按每次事故还是按保险年度计算",
    "Whether limits a person and a household hold for an event or for the contract year",
  ),
  medicalCosts: open(
    "三(一)",
    "三(一)(二)(四)(五)(六)的“医疗费用”是否须先经医疗保险报销、是否限于目录内",
    "Whether medical costs under 三(一)(二)(四)(五)(六) are net of medical insurance or limited to its catalogue",
  ),
  hardshipSpan: open(
    "三(七)",
    "1000元、800元按每次住院还是按年度计算，一年可赔几次",
    "Whether 1 000 and 800 hold for a stay in hospital or a year, and how often they are paid",
  ),
  refusal: open(
    "一(二)",
    "核定与拒赔的时限（方案只定立案与赔付），由合同或保险法规定",
    "By when a claim is decided on or refused: the contract's or the Insurance Law's matter",
  ),
  profitAdjustment: open(
    "五",
    "盈利率、平衡点均为“暂定”，如何调整未规定",
    "How the provisional profit limit and line are adjusted",
  ),
});

const aim = { zh: "目标与原则，没有可计算的条件或数额", en: "An aim or principle without a condition or an amount" };
const duty = {
  zh: "工作要求，不决定任何人的资格、金额或期限",
  en: "A duty of administration that decides nobody's eligibility, amount or deadline",
};
const calendar = ["policy.terms.tasks"];

/**
 * 文件的每一项规定是如何处理的。
 * Every norm of the plan and what became of it.
 */
export const norms = frozen([
  norm("一(一)", "全市（不含新蔡）常住户籍人口全覆盖", "Everyone registered in the city, without Xincai, is insured", {
    status: "computed",
    rules: ["checkEligibility", "premiumByCounty", "settleCounties"],
  }),
  norm("一(一)", "“常住”的含义未规定", "What 常住 asks for is not stated", {
    status: "unspecified",
    names: ["residence"],
  }),
  norm("一(一)", "指导思想与工作思路", "Guiding ideas", { status: "not-computable", reason: aim }),
  norm(
    "一(二)",
    "801.71万人、173个站点、11个协调机构、30场次、知晓率70%、立案结案率100%",
    "Published targets of coverage, stations, bodies, meetings, awareness, filing and closing",
    { status: "computed", rules: ["checkTargets"] },
  ),
  norm("一(二)", "免费发放宣传册", "Leaflets are handed out free", { status: "not-computable", reason: duty }),
  norm(
    "一(二)",
    "手续齐全的，1万元以下3个、1万元以上7个、10万元以上10个工作日内赔付",
    "Complete claims are paid within 3, 7 or 10 working days by amount",
    { status: "computed", rules: ["claimDeadlines", "assessClaim"] },
  ),
  norm("一(二)", "特殊困难群体医疗救助当日立案、次日赔付", "Hardship: filed the same day, paid the next", {
    status: "computed",
    rules: ["claimDeadlines", "assessClaim"],
  }),
  norm(
    "一(二)",
    "核定与拒赔时限、当日次日的适用范围未规定",
    "Deciding, refusing and the reach of same-day filing are not stated",
    {
      status: "unspecified",
      names: ["refusal", "sameDay"],
    },
  ),
  norm("二(一)1", "市民政局投保，保险期限一年", "The civil-affairs bureau insures for one year", {
    status: "computed",
    rules: ["checkEligibility"],
  }),
  norm("二(一)2", "各县区按户籍人口每人每年1元", "1 yuan a registered person and year, by county", {
    status: "computed",
    rules: ["premium", "premiumByCounty"],
  }),
  norm("二(一)2", "按承保合同约定拨付", "Paid as the contract says", {
    status: "unspecified",
    names: ["premiumPayment"],
  }),
  norm("二(二)1", "境内见义勇为，经县级以上部门认定", "Good Samaritans in the territory, recognised", {
    status: "computed",
    rules: ["checkEligibility"],
  }),
  norm("二(二)2", "境内突发的群体性意外事故", "Sudden mass accidents in the territory", {
    status: "computed",
    rules: ["checkEligibility"],
  }),
  norm("二(二)", "“境内”是否包括新蔡、限定何地未规定", "What 境内 takes in and limits is not stated", {
    status: "unspecified",
    names: ["territory", "placeOfDeed"],
  }),
  norm("二(二)2", "“群体性”的标准未规定", "What makes an accident a mass accident is not stated", {
    status: "unspecified",
    names: ["massAccident"],
  }),
  norm("二(二)3", "境内未成年人溺水死亡，经认定", "Recognised drownings of minors in the territory", {
    status: "computed",
    rules: ["checkEligibility"],
  }),
  norm("二(二)4", "八种自然灾害致人身伤亡和财产损失", "Eight perils: casualties and property", {
    status: "computed",
    rules: ["checkEligibility"],
  }),
  norm(
    "二(二)5",
    "境内交通事故重伤或死亡，责任人无力赔偿或逃逸，救助基金处理后",
    "Death or serious injury in traffic without recovery, after the assistance fund",
    { status: "computed", rules: ["checkEligibility", "assessClaim"] },
  ),
  norm("二(二)5", "“重伤”的标准未规定", "What makes an injury serious is not stated", {
    status: "unspecified",
    names: ["seriousInjury"],
  }),
  norm("二(二)6", "现场参与灾害事故救助的人员", "Rescuers on the scene", {
    status: "computed",
    rules: ["checkEligibility"],
  }),
  norm(
    "二(二)7",
    "五类特困群众因33个病种住院，经医疗保险报销后",
    "Five hardship groups in hospital with a listed disease, after medical insurance",
    { status: "computed", rules: ["checkEligibility"] },
  ),
  norm("二(二)7", "33个病种见省人社厅文件", "The 33 diseases stand in another document", {
    status: "unspecified",
    names: ["listedDiseases"],
  }),
  norm("二(二)", "其他经认定应当救助的情况", "Other recognised cases", {
    status: "computed",
    rules: ["checkEligibility", "assessClaim"],
  }),
  norm("二(二)", "其他情况按合同约定赔偿", "Their amounts are the contract's", {
    status: "unspecified",
    names: ["otherRecognisedAmounts"],
  }),
  norm("二(三)", "公开招标择优选定一家保险机构", "One insurer is chosen by open tender", {
    status: "not-computable",
    reason: duty,
  }),
  norm("二(三)", "合作协议签订后生效，日期未定", "In force once the agreement is signed; its day is not stated", {
    status: "unspecified",
    names: ["contractStart"],
  }),
  norm("二(三)", "承保方缴纳一定数量的保证金", "The insurer pays a deposit", {
    status: "unspecified",
    names: ["deposit"],
  }),
  norm("三", "七类标准凡符合的均可享受", "Whatever cover fits may be enjoyed", {
    status: "computed",
    rules: ["assessEvent"],
  }),
  norm(
    "三",
    "限额的期间、合同可否另定较低数额未规定",
    "The span of the limits, and whether a contract may set less, are not stated",
    {
      status: "unspecified",
      names: ["limitSpan", "fixedSums"],
    },
  ),
  norm(
    "三(一)",
    "见义勇为3万元/次；死亡残疾按标准，最高20万元/人；医疗最高5万元/人",
    "Award of 30 000 an act; casualty by scale up to 200 000; care up to 50 000",
    { status: "computed", rules: ["goodSamaritanBenefit"] },
  ),
  norm(
    "三(一)",
    "“医疗费用”的范围、未伤亡的是否给付未规定",
    "Which medical costs count, and the award of someone unhurt, are not stated",
    {
      status: "unspecified",
      names: ["medicalCosts", "awardUnhurt"],
    },
  ),
  norm("三(二)", "群体性意外：死亡残疾5万元/人，医疗0.5万元/人", "Mass accident: 50 000 and 5 000", {
    status: "computed",
    rules: ["massAccidentBenefit"],
  }),
  norm("三(三)", "未成年人溺水死亡5万元/人", "Drowning of a minor: 50 000", {
    status: "computed",
    rules: ["minorDrowningBenefit"],
  }),
  norm(
    "三(四)",
    "自然灾害：死亡残疾5万元/人，医疗0.5万元/人，财产0.2万元/户",
    "Natural disaster: 50 000, 5 000, and 2 000 a household",
    { status: "computed", rules: ["naturalDisasterBenefit"] },
  ),
  norm("三(五)", "交通事故：死亡残疾5万元/人，医疗0.5万元/人", "Traffic accident: 50 000 and 5 000", {
    status: "computed",
    rules: ["trafficAccidentBenefit"],
  }),
  norm("三(五)", "救助基金的给付是否扣除未规定", "Whether the fund's payment comes off is not stated", {
    status: "unspecified",
    names: ["assistanceFund"],
  }),
  norm("三(六)", "救助人员：死亡残疾5万元/人，医疗0.5万元/人", "Rescuers: 50 000 and 5 000", {
    status: "computed",
    rules: ["rescuerBenefit"],
  }),
  norm("三(七)", "剩余费用1000元以内50%，1000元以上按800元", "Half up to 1 000, above it 800", {
    status: "computed",
    rules: ["hardshipIllnessBenefit"],
  }),
  norm("三(七)", "按次还是按年度未规定", "Whether for a stay or a year is not stated", {
    status: "unspecified",
    names: ["hardshipSpan"],
  }),
  norm("三(七)", "哪些剩余费用计入未规定", "Which costs left over count is not stated", {
    status: "unspecified",
    names: ["eligibleCosts"],
  }),
  norm("四(一)", "部门间衔接，明确职责与理赔流程", "The authorities agree on duties and procedure", {
    status: "not-computable",
    reason: duty,
  }),
  norm("四(二)", "与保险机构对接救助对象信息", "Data on people in hardship are shared with the insurer", {
    status: "not-computable",
    reason: duty,
  }),
  norm("四(三)", "联合办公、一次性告知、一站式办结", "Joint offices and one-stop service", {
    status: "not-computable",
    reason: duty,
  }),
  norm("五", "收支平衡、保本微利", "Balance and a small margin", { status: "not-computable", reason: aim }),
  norm("五", "年度盈利率暂按15%（含运营成本）控制", "Profit is held to 15 % a year, costs included", {
    status: "data",
    where: ["policy.terms.settlement.profitLimit"],
  }),
  norm("五", "盈利率与平衡点可再调整", "Profit limit and line may be adjusted", {
    status: "unspecified",
    names: ["profitAdjustment"],
  }),
  norm("五", "理赔支出低于85%，结余退回各县区财政", "Below 85 % the balance returns to county finance", {
    status: "computed",
    rules: ["settle", "settleCounties"],
  }),
  norm(
    "五",
    "达到或超过85%，审计审核后15%（含）内由保险机构承担，其余经批准由财政补充",
    "From 85 % the insurer bears 15 points, county finance the rest, after audit, review and approval",
    { status: "computed", rules: ["settle", "settleCounties"] },
  ),
  norm("五", "保险机构自身原因的多赔超赔由其承担", "What the insurer's own fault cost stays with it", {
    status: "computed",
    rules: ["settle", "settleCounties"],
  }),
  norm("六", "为期一年，4个方面17项重点工作", "One year, 17 items in 4 areas", { status: "data", where: calendar }),
  norm("六(一)", "2019年6月中下旬前完成6项准备工作", "Six items of preparation by the later part of June 2019", {
    status: "data",
    where: calendar,
  }),
  norm("六(一)1-6", "会议、招标、机构、方案等准备工作内容", "What the preparation consists of", {
    status: "not-computable",
    reason: duty,
  }),
  norm("六(二)", "2019年6月至2020年6月底的4项宣传", "Four items of publicity, June 2019 to June 2020", {
    status: "data",
    where: calendar,
  }),
  norm("六(二)1-4", "宣传工作内容", "What the publicity consists of", { status: "not-computable", reason: duty }),
  norm("六(三)", "2019年6月至2020年6月底的3项培训", "Three items of training, June 2019 to June 2020", {
    status: "data",
    where: calendar,
  }),
  norm("六(三)1", "站（点）台账与备案", "Records of the stations", { status: "not-computable", reason: duty }),
  norm("六(三)2", "业务培训每季度不少于一次", "Training at least once a quarter", {
    status: "computed",
    rules: ["checkTargets"],
  }),
  norm("六(三)3", "业务交流", "Exchange of experience", { status: "not-computable", reason: duty }),
  norm("六(四)", "2019年7月至2020年6月底的4项绩效评价", "Four items of evaluation, July 2019 to June 2020", {
    status: "data",
    where: calendar,
  }),
  norm("六(四)1-4", "评价办法、半年考核、排序与总结", "Method, half-year review, ranking and summary", {
    status: "not-computable",
    reason: duty,
  }),
  norm("七(一)", "加强领导，落实责任", "Leadership and responsibility", { status: "not-computable", reason: duty }),
  norm("七(二)", "量化目标，建立清单与台账", "Lists of targets, duties and risks", {
    status: "not-computable",
    reason: duty,
  }),
  norm("七(三)", "齐抓共管", "Joint action", { status: "not-computable", reason: duty }),
  norm("七(四)", "广泛宣传", "Publicity", { status: "not-computable", reason: duty }),
  norm("七(五)", "强化督查，严肃纪律", "Supervision and discipline", { status: "not-computable", reason: duty }),
]);

/**
 * 各项解读的默认选择的理由。
 * Why the default of each reading is the default.
 */
export const reasons = frozen({
  hardshipAboveThousand: {
    zh: "条文把两段并列：以内“按50%的比例”，以上“按800元上限标准”，后段未提比例；两种读法均可成立时从有利于被保险人的解释（保险法 30）。1000.01元时两者相差299.99元，1600元起相同。",
    en: "The text sets two steps side by side, by share below and by a standard of 800 above, and names no share for the second; of two readings the one that favours the insured holds (Insurance Law 30). They differ by 299.99 at 1 000.01 and meet at 1 600.",
  },
  exactlyOneThousand: {
    zh: "“以内”“以上”均包括本数（民法总则 205），两段都含1000元；从先列的一段。",
    en: "Both words include the number (民法总则 205), so both steps hold 1 000; the step named first is taken.",
  },
  hardshipGroups: {
    zh: "方案四次列举均为五类且未用“等”字，二(二)7另说“着力解决‘老、弱、病、残、幼’对象，特别是”这五类；2020年报告称实际为六类。未见修改方案的文件，以发布的方案为准，见决定记录0004。",
    en: "The plan names the same five four times over, as a closed list, though 二(二)7 sets the old, weak, sick, disabled and young (幼) before them; the report of 2020 speaks of six in practice. No document that amends the plan is known, so the plan as issued holds; see decision record 0004.",
  },
  goodSamaritanAward: {
    zh: "三(一)将3万元定为“无条件”、按次给付，20万元是按人的死亡残疾限额，两者并列；2020年报告“最高20万”是概述。有两种解释的从有利于被保险人的解释。",
    en: "三(一) gives the 30 000 without condition and for each act, the 200 000 as a limit a person for death or disability, side by side; the report's “up to 200 000” is a summary. Of two readings the one that favours the insured holds.",
  },
  disabilityWithoutScale: {
    zh: "“限额”是最高数，残疾有轻重；同一章的三(一)已采用伤残评定标准，同词同解。主张全额的一方可引二(二)2、6的“一次性”救助金和保险法 30，故列为可选。",
    en: "A limit is the most that can be paid, disability has degrees, and the same chapter already uses the scale in 三(一). 一次性 (in one sum) in 二(二)2 and 6 and Insurance Law 30 can be argued for the full sum, so it is a choice.",
  },
  propertyAlone: {
    zh: "三(四)标题只说人身伤亡，但二(二)4并列“人身伤亡和财产损失”，三(四)对财产另设每户限额；从有利于被保险人的解释。",
    en: "The heading of 三(四) speaks of casualties, but 二(二)4 names casualties and property side by side and 三(四) sets a limit a household; the reading that favours the insured is taken.",
  },
  multipleCovers: {
    zh: "三首句规定“凡符合约定赔付条件的均可享受”，未规定相互抵扣。",
    en: "The preamble of 三 lets everyone enjoy whatever cover fits and knows no set-off.",
  },
  personScope: {
    zh: "一(一)、一(二)以户籍人口为全覆盖对象，保费也按户籍人口缴纳；二(二)1、2、3、5的“在驻马店境内”只限定地点，未必扩大对象。",
    en: "一(一) and 一(二) insure the registered population and the premium is paid for it; “in the territory” in 二(二)1, 2, 3 and 5 limits the place and need not widen the circle of persons.",
  },
  exactlyTenThousand: {
    zh: "“以下”“以上”均包括本数（民法总则 205）；从先列的一段，也更有利于被保险人。",
    en: "Both words include the number (民法总则 205); the step named first is taken, which favours the insured as well.",
  },
  nextDay: {
    zh: "同一句中其他时限写明“工作日”，此处只写“次日”；特别规定优先，也更有利于被保险人。",
    en: "The same sentence says “working days” for the other deadlines and only “the next day” here; the special rule goes first and favours the insured.",
  },
  insurerShareOfExcess: {
    zh: "本条各百分数均以当年保险资金（保费）为基数：盈利率15%、平衡点85%，两者合为100%；按此承保机构恰以其盈利空间承担超出部分。",
    en: "The other percentages of 五 rest on the year's premium: a profit of 15 % and a line of 85 %, which make 100 %; so the insurer bears the excess with just its own margin.",
  },
  ageReachedOn: {
    zh: "日常与户籍实务以生日当日为满周岁；“次日”是刑事司法解释的算法。此处次日对被保险人有利一天，争议时可另选。",
    en: "Daily use and household registration count from the birthday; the day after comes from criminal-law interpretation. Here the latter favours the insured by a day and can be chosen in a dispute.",
  },
} satisfies Record<keyof ZhumadianPolicy["readings"], Text>);
