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
  territory: open(
    "二(二)",
    "“驻马店境内”是否包括新蔡，由填写的“是否发生在驻马店境内”决定",
    "Whether the territory of Zhumadian includes Xincai: the fact “happened in the territory of Zhumadian” decides",
  ),
  recognisingBody: open(
    "二(二)1",
    "认定见义勇为的，二(二)1称“县级以上管辖部门”，三(一)称“县级以上政府部门”，是哪一部门由填写的事实决定",
    "Who recognises a good Samaritan: 二(二)1 says the competent department (管辖部门), 三(一) a department of government (政府部门), of county level or above; the fact decides",
  ),
  fixedSums: open(
    "三",
    "合同可以在“赔付金额区间设定范围”和“限额”之内另定数额；有约定的，作为修订的条款写入",
    "A contract may set other sums within the ranges and limits; where it does, they are put in as amended terms",
  ),
  medicalCosts: open(
    "三(一)",
    "三(一)(二)(四)(五)(六)的“医疗费用”“医疗救助”是否须先经医疗保险报销、是否限于目录内，由填写的医疗费用决定",
    "Whether medical costs under 三(一)(二)(四)(五)(六) are net of medical insurance or limited to its catalogue: the costs that are entered decide",
  ),
  eligibleCosts: open(
    "三(七)",
    "“剩余的符合医疗报销费用”限于政策范围内，还是包括一(一)所说“政策报销范围之外无力解决的合理费用”，或如材料001所说“个人自负医疗费用”，由填写的剩余费用决定",
    "Whether the costs left over are those in scope, or also the reasonable ones out of it that a family cannot meet (无力解决的合理费用, 一(一)), or what the patient bears (个人自负, material 001): the costs that are entered decide",
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
    "其他经认定应当救助的情况，赔偿金额由合同约定，填写合同的赔付金额",
    "Amounts for other recognised cases are the contract's, and are entered",
  ),
  deposit: open("二(三)", "承保方缴纳的项目保证金数额", "The amount of the insurer's deposit"),
  refusal: open(
    "一(二)",
    "方案只定立案与赔付的时限；填写收到索赔请求和作出核定的日期，即按保险法计算核定与拒赔的时限",
    "The plan sets days to file and pay alone; with the days on which a claim was received and decided on, those of the Insurance Law to decide and refuse are counted",
  ),
  preparationDay: open(
    "六(一)",
    "“6月中下旬前”是哪一日",
    "Which day “before the middle and last ten days of June” (中下旬前) means",
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
  norm("一(一)", "“常住”是否另作要求（解读）", "Whether 常住 asks for more than registration (a reading)", {
    status: "computed",
    rules: ["checkEligibility"],
  }),
  norm(
    "一(一)",
    "五类扶贫困难对象重大疾病住院，“无力解决的合理费用”再次报销救助",
    "Reasonable costs of a serious illness that families in hardship cannot meet are reimbursed again",
    { status: "unspecified", names: ["eligibleCosts"] },
  ),
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
  norm("一(二)", "在县、乡设立专门理赔救助岗（点）", "Posts for claims in counties and townships", {
    status: "not-computable",
    reason: duty,
  }),
  norm("一(二)", "核定与拒赔时限未规定", "The days for deciding and refusing are not stated", {
    status: "unspecified",
    names: ["refusal"],
  }),
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
  norm(
    "二(二)1",
    "“管辖部门”与三(一)的“政府部门”是否同一",
    "Whether 管辖部门 and the 政府部门 of 三(一) are the same",
    {
      status: "unspecified",
      names: ["recognisingBody"],
    },
  ),
  norm("二(二)", "“境内”是否包括新蔡未规定", "Whether 境内 includes Xincai is not stated", {
    status: "unspecified",
    names: ["territory"],
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
  norm(
    "二(三)",
    "公开招标，择优选定一家具备法定资质、有足够保障能力和本地经验、服务网点健全、信誉良好的保险机构",
    "One insurer is chosen by open tender: licensed, able, with local experience, branches and good repute",
    { status: "not-computable", reason: duty },
  ),
  norm(
    "二(三)",
    "承诺严格按范围、标准、对象兑现，制定承保方案",
    "It promises to keep to scope, standards and persons",
    {
      status: "not-computable",
      reason: duty,
    },
  ),
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
    rules: ["assessEvent", "assessPerson"],
  }),
  norm("三", "每人、每户限额的期间（解读）", "The span of the limits a person and a household (a reading)", {
    status: "computed",
    rules: [
      "goodSamaritanBenefit",
      "massAccidentBenefit",
      "naturalDisasterBenefit",
      "trafficAccidentBenefit",
      "rescuerBenefit",
    ],
  }),
  norm("三", "“区间”“限额”之内的合同数额", "A contract's sums within the ranges and limits", {
    status: "unspecified",
    names: ["fixedSums"],
  }),
  norm(
    "三(一)",
    "见义勇为3万元/次；死亡残疾按标准，最高20万元/人；医疗最高5万元/人",
    "Award of 30 000 an act; casualty by scale up to 200 000; care up to 50 000",
    { status: "computed", rules: ["goodSamaritanBenefit"] },
  ),
  norm("三(一)", "“医疗费用”的范围未规定", "Which medical costs count is not stated", {
    status: "unspecified",
    names: ["medicalCosts"],
  }),
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
  norm(
    "三(五)",
    "救助基金处理后赔付，是否扣除其支付（解读）",
    "After the assistance fund, whose payment may come off (a reading)",
    {
      status: "computed",
      rules: ["checkEligibility", "trafficAccidentBenefit"],
    },
  ),
  norm("三(六)", "救助人员：死亡残疾5万元/人，医疗0.5万元/人", "Rescuers: 50 000 and 5 000", {
    status: "computed",
    rules: ["rescuerBenefit"],
  }),
  norm("三(七)", "剩余费用1000元以内50%，1000元以上按800元", "Half up to 1 000, above it 800", {
    status: "computed",
    rules: ["hardshipIllnessBenefit"],
  }),
  norm("三(七)", "按次还是按年度（解读）", "For a stay or a year (a reading)", {
    status: "computed",
    rules: ["hardshipIllnessBenefit"],
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
  norm(
    "四(三)",
    "联合办公、理赔专线电话、受理站（点）、一次性告知、一站式办结",
    "Joint offices, a telephone line, one-stop service",
    {
      status: "not-computable",
      reason: duty,
    },
  ),
  norm("五", "收支平衡、保本微利", "Balance and a small margin", { status: "not-computable", reason: aim }),
  norm("五", "年度盈利率暂按15%（含运营成本）控制", "Profit is held to 15 % a year, costs included", {
    status: "computed",
    rules: ["settle", "settleCounties"],
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
  norm("六", "为期一年，分三个阶段，4个方面17项重点工作", "One year in three phases, 17 items in 4 areas", {
    status: "data",
    where: calendar,
  }),
  norm("六(一)", "2019年6月中下旬前完成6项准备工作", "Six items of preparation by the later part of June 2019", {
    status: "data",
    where: calendar,
  }),
  norm("六(一)", "“中下旬前”是哪一日未规定", "Which day 中下旬前 means is not stated", {
    status: "unspecified",
    names: ["preparationDay"],
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
  norm(
    "六(三)1",
    "站（点）、通讯名录、工作台账，及时上报备案",
    "Stations, lists of staff and records, reported to the city",
    { status: "not-computable", reason: duty },
  ),
  norm("六(三)2", "业务培训每季度不少于一次", "Training at least once a quarter", {
    status: "computed",
    rules: ["checkTargets"],
  }),
  norm("六(三)3", "业务交流", "Exchange of experience", { status: "not-computable", reason: duty }),
  norm("六(四)", "2019年7月至2020年6月底的4项绩效评价", "Four items of evaluation, July 2019 to June 2020", {
    status: "data",
    where: calendar,
  }),
  norm("六(四)1", "制定评价办法，按百分制量化分值", "A method of evaluation with scores up to a hundred", {
    status: "not-computable",
    reason: duty,
  }),
  norm("六(四)2", "半年考核验收，县区先期自评", "A half-year review, after each county's review of itself", {
    status: "not-computable",
    reason: duty,
  }),
  norm("六(四)3-4", "考核排序，工作总结", "Ranking and summary", { status: "not-computable", reason: duty }),
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
export const reasons: Readonly<Record<keyof ZhumadianPolicy["readings"], Text>> = frozen({
  hardshipAboveThousand: {
    zh: "条文把两段并列：以内“按照50%的比例”，以上“按800元上限标准”，后段未提比例；文义两可的，从有利于被保险人的解释（参照保险法 30）。1000.01元时两者相差299.99元，1600元起相同。",
    en: "The text sets two steps side by side, by share below and by a standard of 800 above, and names no share for the second; where the words bear both, the reading that favours the insured holds (by analogy with Insurance Law 30). They differ by 299.99 at 1 000.01 and meet at 1 600.",
  },
  exactlyOneThousand: {
    zh: "“1000元以内”“1000元以上”均包括本数（民法总则 205），两段都含1000元，文义不能区分；从有利于被保险人的解释（参照保险法 30）：800元而非500元。先列哪一段不是理由，见决定记录0010。",
    en: "Both words include the number (民法总则 205), so both steps include 1 000 and the words do not decide; the reading that favours the insured holds (by analogy with Insurance Law 30): 800 instead of 500. The order of the steps is no ground; see decision record 0010.",
  },
  hardshipSpan: {
    zh: "三(七)说“因特大疾病……住院……剩余的符合医疗报销费用”，以一次住院为单位，未说年度或累计。",
    en: "三(七) speaks of what is left over when someone “is in hospital for a serious disease”, a stay, and has no word for a year or a total.",
  },
  stayDay: {
    zh: "“因重大疾病住院治疗的”，入院即为出险；出院日取决于疗程。",
    en: "The case is to “be in hospital for a serious disease”: it arises with the admission, while the discharge depends on the treatment.",
  },
  hardshipGroups: {
    zh: "方案四次列举均为五类且未用“等”字，二(二)7另说“着力解决‘老、弱、病、残、幼’对象，特别是”这五类；材料001称为6类并列孤儿。未见修改方案的文件，以发布的方案为准，见决定记录0004。",
    en: "The plan names the same five four times over, as a closed list, though 二(二)7 sets the old, weak, sick, disabled and young (幼) before them; material 001 speaks of six with orphans. No document that amends the plan is known, so the plan as issued holds; see decision record 0004.",
  },
  goodSamaritanAward: {
    zh: "三(一)将3万元定为“无条件”、按次给付，20万元是按人的死亡残疾限额，两者并列；材料001“最高20万”是概述。文义两可的，从有利于被保险人的解释（参照保险法 30）。",
    en: "三(一) gives the 30 000 without condition and for each act, the 200 000 as a limit a person for death or disability, side by side; “up to 200 000” in material 001 is a summary. Where the words bear both, the reading that favours the insured holds (by analogy with Insurance Law 30).",
  },
  unhurtHero: {
    zh: "三(一)标题说“导致人身伤亡的”，但条文说“凡……认定为见义勇为行为的，无条件按3万元/次”，伤亡、医疗另行规定；条文是特别规定。",
    en: "The heading of 三(一) speaks of casualties, but its text gives 30 000 for each recognised act “without condition” (无条件) and treats death, disability and care apart; the text is the special provision.",
  },
  disabilityWithoutScale: {
    zh: "“限额”是最高数，残疾有轻重；同一章的三(一)已采用伤残评定标准，同词同解。主张全额的一方可引二(二)2、6的“一次性”救助金和保险法 30，故列为可选。",
    en: "A limit is the most that can be paid, disability has degrees, and the same chapter already uses the scale in 三(一). 一次性 (in one sum) in 二(二)2 and 6 and Insurance Law 30 can be argued for the full sum, so it is a choice.",
  },
  propertyAlone: {
    zh: "三(四)标题只说人身伤亡，但二(二)4并列“人身伤亡和财产损失”，三(四)对财产另设每户限额；文义两可的，从有利于被保险人的解释（参照保险法 30）。",
    en: "The heading of 三(四) speaks of casualties, but 二(二)4 names casualties and property side by side and 三(四) sets a limit per household; where the words bear both, the reading that favours the insured holds (by analogy with Insurance Law 30).",
  },
  fundPayments: {
    zh: "三(五)“按……管理办法处理后”只定先后，未说扣除；三(七)要扣除的写明“报销后，剩余的”。",
    en: "三(五) says “after it was handled” by the fund, which is an order of time and no deduction; 三(七), which means what is left, says so (剩余的).",
  },
  limitSpan: {
    zh: "三(一)的3万元是“/次”，各限额是“/人”“/户”，合同期限一年；与“次”并列的“人”“户”是一年之内的人和户。",
    en: "三(一) sets 30 000 “for each act” (/次) and the limits “a person” (/人) and “a household” (/户), in a contract of one year: beside 次, a person's limit is the year's.",
  },
  multipleCovers: {
    zh: "三首句“凡符合约定赔付条件的均可享受”，各类定额均可享受；但医疗费用属补偿，健康保险管理办法（2006年第四条、2019年第五条）：给付“不得超过被保险人实际发生的医疗费用”，见决定记录0011。",
    en: "The preamble of 三 lets everyone enjoy whatever cover fits, so every sum is paid; but medical costs are reimbursed, and what reimburses them must not exceed them (健康保险管理办法, 2006 article 4, 2019 article 5); see decision record 0011.",
  },
  residence: {
    zh: "一(二)说“户籍人口全覆盖”，二(一)2按“辖区内户籍人口数”缴纳保费：已缴保费的户籍人口均受保障。",
    en: "一(二) covers the registered population (户籍人口全覆盖) and 二(一)2 counts the premium by it: whoever the premium is paid for is insured.",
  },
  personScope: {
    zh: "一(一)、一(二)以户籍人口为全覆盖对象，保费也按户籍人口缴纳；二(二)1、2、3、5的“在驻马店境内”只限定地点，未必扩大对象。",
    en: "一(一) and 一(二) insure the registered population and the premium is paid for it; “in the territory” in 二(二)1, 2, 3 and 5 limits the place and need not widen the circle of persons.",
  },
  placeOfDeed: {
    zh: "二(二)2、3、5的“在驻马店境内”都指事发地，同词同解。",
    en: "“In the territory” (在驻马店境内) is where it happened in 二(二)2, 3 and 5; the same words mean the same.",
  },
  contractEnds: {
    zh: "“保险期限一年”，起保当日即受保障；含当日的一年到对应日的前一日为止。以对应日为末日（民法总则 202）的前提是起算当日不计入（201）。",
    en: "The contract is for one year and its first day is insured; a year with that day ends on the day before the anniversary. That a year ends on the matching day (民法总则 202) supposes that the first one does not count (201).",
  },
  exactlyTenThousand: {
    zh: "“以下”“以上”均包括本数（民法总则 205），文义不能区分；从有利于被保险人的解释（参照保险法 30）：较早的一日。",
    en: "Both words include the number (民法总则 205), so they do not decide; the reading that favours the insured holds (by analogy with Insurance Law 30): the earlier day.",
  },
  nextDay: {
    zh: "同一句中其他时限写明“工作日”，此处只写“次日”；特别规定优先，也更有利于被保险人。",
    en: "The same sentence says “working days” for the other deadlines and only “the next day” here; the special rule goes first and favours the insured.",
  },
  sameDay: {
    zh: "一(二)说“医疗救助赔付案”；各类中只有三(七)的标题称“医疗救助”（“特困群众重病医疗救助”）。",
    en: "一(二) speaks of claims for 医疗救助; of all covers 三(七) alone bears that name in its heading.",
  },
  refundOfSurplus: {
    zh: "五准许承保机构“15%（含运营成本）”的盈利，又以85%为平衡点，两者合为100%；退回全部结余则不留运营成本。",
    en: "五 lets the insurer keep “15 %, costs of running the business included”, and draws the line at 85 %, which make 100 %; to give back all that is left would leave nothing for those costs.",
  },
  insurerShareOfExcess: {
    zh: "本条各百分数均以当年保险资金（保费）为基数：盈利率15%、平衡点85%，两者合为100%；按此承保机构恰以其盈利空间承担超出部分。",
    en: "The other percentages of 五 rest on the year's premium: a profit of 15 % and a line of 85 %, which make 100 %; so the insurer bears the excess with just its own margin.",
  },
  ageReachedOn: {
    zh: "日常与户籍实务以生日当日为满周岁；“次日”是刑事司法解释的算法。此处次日对被保险人有利一天，争议时可另选。",
    en: "Daily use and household registration count from the birthday; the day after comes from criminal-law interpretation. Here the latter favours the insured by a day and can be chosen in a dispute.",
  },
});
