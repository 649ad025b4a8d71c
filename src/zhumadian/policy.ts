import { tenGradeScale } from "../core/disability.js";
import type { Vocabulary } from "../core/fields.js";
import { percent, yuan } from "../core/money.js";
import { frozen } from "../core/frozen.js";
import { citing, definePolicy, type Policy } from "../core/policy.js";

const { clause, provision, floor, reading, norm, open } = citing("驻政办〔2019〕66号");
/** The city's own account of the first half-year; it has no document number. */
const report = citing("驻马店市“一元民生”扶贫救助保险项目报告（2020年）");
/** The law in force in 2019 on who is a minor. */
const civilLaw = citing("《民法总则》（2017年）");

const document = {
  number: clause("一").document,
  title: {
    zh: "驻马店市“一元民生”救助保险项目实施方案",
    en: "Plan for the relief insurance “one yuan for people's livelihood” of Zhumadian",
  },
  issuers: ["驻马店市人民政府办公室"],
  issuedOn: "2019-05-29",
};

// 一(一), 二(一) Who is insured, for how long and for how much ---------------------------------------------------------

/** 一(一): the city's districts and counties by GB/T 2260 code, 新蔡 among them, which the project leaves out. */
export const divisions = frozen({
  "411702": { zh: "驿城区", en: "Yicheng" },
  "411721": { zh: "西平县", en: "Xiping" },
  "411722": { zh: "上蔡县", en: "Shangcai" },
  "411723": { zh: "平舆县", en: "Pingyu" },
  "411724": { zh: "正阳县", en: "Zhengyang" },
  "411725": { zh: "确山县", en: "Queshan" },
  "411726": { zh: "泌阳县", en: "Biyang" },
  "411727": { zh: "汝南县", en: "Runan" },
  "411728": { zh: "遂平县", en: "Suiping" },
  "411729": { zh: "新蔡县", en: "Xincai" },
} satisfies Vocabulary);

// 二(二), 三 What is covered -------------------------------------------------------------------------------------------

/** 三(一)-(七): the seven covers; 二(二): the catch-all. */
const covers = {
  goodSamaritan: { clause: clause("三(一)"), title: { zh: "见义勇为", en: "Good Samaritan" } },
  massAccident: { clause: clause("三(二)"), title: { zh: "群体性意外事故", en: "Mass accident" } },
  minorDrowning: { clause: clause("三(三)"), title: { zh: "未成年人溺水死亡", en: "Drowning of a minor" } },
  naturalDisaster: { clause: clause("三(四)"), title: { zh: "自然灾害", en: "Natural disaster" } },
  trafficAccident: { clause: clause("三(五)"), title: { zh: "交通事故", en: "Traffic accident" } },
  rescuer: { clause: clause("三(六)"), title: { zh: "救助人员意外事故", en: "Accident of a rescuer" } },
  hardshipIllness: { clause: clause("三(七)"), title: { zh: "特困群众重病医疗", en: "Serious illness in hardship" } },
  otherRecognised: { clause: clause("二(二)"), title: { zh: "其他经认定的情况", en: "Another recognised case" } },
};

/** 二(二)4, 三(四): the eight perils, a closed list, and any other. */
export const perils = frozen({
  windstorm: { zh: "风灾", en: "windstorm" },
  flood: { zh: "水灾", en: "flood" },
  snowstorm: { zh: "雪灾", en: "snowstorm" },
  hail: { zh: "雹灾", en: "hail" },
  lightning: { zh: "雷击", en: "lightning" },
  groundCollapse: { zh: "地面塌陷", en: "ground collapse" },
  landslide: { zh: "突发性滑坡", en: "sudden landslide" },
  forestFire: { zh: "森林火灾", en: "forest fire" },
  other: { zh: "其他原因", en: "another cause" },
} satisfies Vocabulary);

/** 二(二)5: how badly someone was hurt in traffic. */
export const injuries = frozen({
  death: { zh: "死亡", en: "death" },
  serious: { zh: "重伤", en: "serious injury" },
  minor: { zh: "轻伤", en: "minor injury" },
} satisfies Vocabulary);

/** 二(二)7: the five hardship groups of the plan, the sixth of the report (orphans), and none of them. */
export const groups = frozen({
  registeredPoorHousehold: { zh: "农村建档立卡贫困户", en: "registered poor rural household" },
  minimumLivingGuarantee: { zh: "低保户", en: "minimum living guarantee" },
  extremePoverty: { zh: "特困供养人员", en: "supported in extreme poverty" },
  severelyDisabled: { zh: "重度残疾人", en: "severely disabled" },
  registeredHardshipWorker: { zh: "城镇建档立卡困难职工", en: "registered urban worker in hardship" },
  orphan: { zh: "孤儿", en: "orphan" },
  none: { zh: "以上皆非", en: "none of these" },
} satisfies Vocabulary);

const inCity = { zh: "发生在驻马店境内", en: "Happened in the territory of Zhumadian" };
const casualtyLimit = { zh: "死亡（残疾）赔付限额", en: "Death or disability: limit a person" };
const medicalLimit = { zh: "医疗救助赔付限额", en: "Medical care: limit a person" };

// Boundary words (民法总则 205): 以上, 以下, 以内 and 达到 include the number; 超过, 低于 and 不满 exclude it; （含） includes it.
const terms = {
  insured: {
    /** How the city's GB/T 2260 codes begin. */
    cityCode: provision("一(一)", "4117", {
      zh: "驻马店市户籍人口（不含新蔡）",
      en: "Registered in Zhumadian (without Xincai)",
    }),
    /** 不含新蔡，下同. */
    excludedDivisions: provision("一(一)", ["411729"], { zh: "不含的县", en: "Counties left out" }, divisions),
    /** 保险期限一年: the first day counts, so 2019-06-15 runs up to and with 2020-06-14. */
    contractYears: provision("二(一)1", 1, { zh: "在一年保险期限内", en: "Within the contract's one year" }),
    premium: provision("二(一)2", yuan(1), { zh: "保费（元/人·年）", en: "Premium a person and year" }),
  },

  /** 三(一) names this scale; the other covers name none (reading `disabilityWithoutScale`). */
  disabilityScale: tenGradeScale,

  goodSamaritan: {
    occurredInCity: provision("二(二)1", true, inCity),
    recognisedByCounty: provision("三(一)", true, {
      zh: "经县级以上政府部门认定为见义勇为（含县级）",
      en: "Recognised as a good Samaritan by an authority of county level or above",
    }),
    award: provision("三(一)", yuan(30000), { zh: "见义勇为赔付（每次）", en: "Award for the act" }),
    casualtyLimit: provision("三(一)", yuan(200000), casualtyLimit),
    medicalLimit: provision("三(一)", yuan(50000), {
      zh: "医疗费用最高赔付限额",
      en: "Medical costs: limit a person",
    }),
  },
  massAccident: {
    occurredInCity: provision("二(二)2", true, inCity),
    suddenMassAccident: provision("二(二)2", true, { zh: "突发的群体性意外事故", en: "A sudden mass accident" }),
    casualtyLimit: provision("三(二)", yuan(50000), casualtyLimit),
    medicalLimit: provision("三(二)", yuan(5000), medicalLimit),
  },
  minorDrowning: {
    occurredInCity: provision("二(二)3", true, inCity),
    recognisedByGovernment: provision("三(三)", true, {
      zh: "经政府及相关部门认定",
      en: "Recognised by the government and the authorities",
    }),
    /** 不满十八周岁 excludes 18: on the eighteenth birthday nobody is a minor. */
    ageBelow: civilLaw.provision("第十七条", 18, { zh: "未成年人", en: "A minor" }),
    amount: provision("三(三)", yuan(50000), { zh: "溺水死亡救助", en: "Death by drowning" }),
  },
  naturalDisaster: {
    perils: provision(
      "三(四)",
      Object.keys(perils).filter((peril) => peril !== "other"),
      { zh: "属于所列八种灾害", en: "One of the eight perils" },
      perils,
    ),
    casualtyLimit: provision("三(四)", yuan(50000), casualtyLimit),
    medicalLimit: provision("三(四)", yuan(5000), medicalLimit),
    propertyLimit: provision("三(四)", yuan(2000), {
      zh: "财产损失赔付限额（每户）",
      en: "Property: limit a household",
    }),
  },
  trafficAccident: {
    occurredInCity: provision("二(二)5", true, inCity),
    injuries: provision(
      "三(五)",
      ["death", "serious"],
      { zh: "致人重伤或死亡", en: "Death or serious injury" },
      injuries,
    ),
    unrecoverable: provision("三(五)", true, {
      zh: "责任人无能力赔偿或者肇事车辆逃逸",
      en: "The liable party cannot pay, or hit and run",
    }),
    handledByAssistanceFund: provision("三(五)", true, {
      zh: "道路交通事故社会救助基金已处理",
      en: "Handled by the road-accident assistance fund",
    }),
    casualtyLimit: provision("三(五)", yuan(50000), casualtyLimit),
    medicalLimit: provision("三(五)", yuan(5000), medicalLimit),
  },
  rescuer: {
    rescuingOnScene: provision("三(六)", true, {
      zh: "现场参与灾害事故救助",
      en: "Took part in the rescue on the scene",
    }),
    casualtyLimit: provision("三(六)", yuan(50000), casualtyLimit),
    medicalLimit: provision("三(六)", yuan(5000), medicalLimit),
  },
  hardshipIllness: {
    groups: provision(
      "二(二)7",
      [
        "registeredPoorHousehold",
        "minimumLivingGuarantee",
        "extremePoverty",
        "severelyDisabled",
        "registeredHardshipWorker",
      ],
      { zh: "属于五类特困群众之一", en: "In one of the five hardship groups" },
      groups,
    ),
    /** What the report adds to the five (reading `hardshipGroups`). */
    groupsAsImplemented: report.provision(
      "二",
      ["orphan"],
      {
        zh: "属于报告所列第六类（孤儿）",
        en: "In the sixth group that the report names (orphans)",
      },
      groups,
    ),
    inpatient: provision("三(七)", true, { zh: "住院", en: "Inpatient care" }),
    listedDisease: provision("三(七)", true, { zh: "属于33类疾病之一", en: "One of the 33 listed diseases" }),
    insuranceSettled: provision("三(七)", true, {
      zh: "已经对应的医疗保险报销",
      en: "Settled by the medical insurance first",
    }),
    /** 1000元以内 and 1000元以上 both include 1 000: reading `exactlyOneThousand`. */
    step: provision("三(七)", yuan(1000), { zh: "分界线", en: "Step" }),
    shareBelow: provision("三(七)", percent(50), { zh: "1000元以内按比例", en: "Share up to the step" }),
    limitAbove: provision("三(七)", yuan(800), { zh: "1000元以上按上限标准", en: "Standard above the step" }),
  },
  otherRecognised: {
    recognisedByGovernment: provision("二(二)", true, {
      zh: "经政府或相关部门认定",
      en: "Recognised by the government or an authority",
    }),
  },

  deadlines: {
    /** 1万元以下 and 1万元以上 both include 10 000: reading `exactlyTenThousand`. */
    step: provision("一(二)", yuan(10000), { zh: "赔付时限分界线", en: "Step of the deadlines" }),
    /** 10万元以上 includes 100 000, and the special rule for large claims goes before 1万元以上. */
    largeFrom: provision("一(二)", yuan(100000), { zh: "大额赔案起点", en: "Large claims from" }),
    small: provision("一(二)", 3, { zh: "1万元以下完成赔付", en: "Pay, up to 10 000" }),
    middle: provision("一(二)", 7, { zh: "1万元以上完成赔付", en: "Pay, from 10 000" }),
    large: provision("一(二)", 10, { zh: "10万元以上大额赔案完成赔付", en: "Pay, from 100 000" }),
    /** 当日: the day on which the documents are complete. */
    hardshipFile: provision("一(二)", 0, {
      zh: "特殊困难群体医疗救助立案",
      en: "File the claim of someone in hardship",
    }),
    /** 次日: the day after, a fixed window (reading `nextDay`). */
    hardshipPay: provision("一(二)", 1, {
      zh: "特殊困难群体医疗救助赔付",
      en: "Pay the claim of someone in hardship",
    }),
  },

  settlement: {
    /** 低于85% excludes 85 % and 达到或者超过85% includes it: at exactly 85 % nothing is refunded and the review begins. */
    breakEven: provision("五", percent(85), { zh: "盈亏平衡点", en: "Break-even line" }),
    /** 15%（含）: exactly 15 points are still the insurer's. Points of what: reading `insurerShareOfExcess`. */
    insurerShare: provision("五", percent(15), { zh: "承保机构承担的超出部分", en: "Excess that the insurer bears" }),
    /** Costs of running the business included; nothing in the settlement depends on it. */
    profitLimit: provision("五", percent(15), { zh: "年度盈利率（含运营成本）", en: "Profit a year, costs included" }),
  },

  targets: {
    insuredPopulation: provision("一(二)", 8017100, { zh: "户籍人口全覆盖（人）", en: "Registered people insured" }),
    stations: provision("一(二)", 173, { zh: "乡镇（街道）救助保障站（点）", en: "Relief stations" }),
    coordinatingBodies: provision("一(二)", 11, { zh: "市、县联合协调机构", en: "Coordinating bodies" }),
    // 不少于 and 不低于 include the number.
    meetings: floor("一(二)", 30, { zh: "发布会、培训会等场次", en: "Conferences and training meetings" }),
    awarenessRate: floor("一(二)", percent(70), { zh: "群众知晓率", en: "Public awareness" }),
    filingRate: provision("一(二)", percent(100), { zh: "报案立案率", en: "Reported cases filed" }),
    closingRate: provision("一(二)", percent(100), { zh: "报案结案率", en: "Reported cases closed" }),
    trainingsByQuarter: floor("六(三)2", 1, { zh: "每季度业务培训次数", en: "Trainings in each quarter" }),
  },

  /** 六: the task calendar, months as the plan gives them; data, no rule asks it. */
  tasks: {
    areas: provision("六", 4, { zh: "重点工作方面", en: "Areas of work" }),
    items: provision("六", 17, { zh: "重点工作项数", en: "Items of work" }),
    preparation: {
      items: provision("六(一)", 6, { zh: "启动准备项数", en: "Preparation: items" }),
      until: provision("六(一)", "2019-06", {
        zh: "启动准备完成月份（中下旬前）",
        en: "Preparation: done before the later part of",
      }),
    },
    publicity: {
      items: provision("六(二)", 4, { zh: "宣传项数", en: "Publicity: items" }),
      from: provision("六(二)", "2019-06", { zh: "宣传起始月份", en: "Publicity: from" }),
      until: provision("六(二)", "2020-06", { zh: "宣传截止月份", en: "Publicity: until" }),
    },
    training: {
      items: provision("六(三)", 3, { zh: "培训项数", en: "Training: items" }),
      from: provision("六(三)", "2019-06", { zh: "培训起始月份", en: "Training: from" }),
      until: provision("六(三)", "2020-06", { zh: "培训截止月份", en: "Training: until" }),
    },
    evaluation: {
      items: provision("六(四)", 4, { zh: "绩效评价项数", en: "Evaluation: items" }),
      from: provision("六(四)", "2019-07", { zh: "绩效评价起始月份", en: "Evaluation: from" }),
      until: provision("六(四)", "2020-06", { zh: "绩效评价截止月份", en: "Evaluation: until" }),
    },
  },
};

const readings = {
  hardshipAboveThousand: reading<"flat800" | "halfUpTo800">("三(七)", {
    question: {
      zh: "剩余费用超过1000元的，“按800元上限标准”如何赔偿",
      en: "What “by the 800 yuan limit standard” pays above 1 000 yuan",
    },
    default: "flat800",
    choices: {
      flat800: { zh: "一律赔偿800元", en: "800 yuan, whatever the cost" },
      halfUpTo800: { zh: "仍按50%，最高800元", en: "50 % as below, at most 800 yuan" },
    },
    reason: {
      zh: "条文把两段并列：以内“按50%的比例”，以上“按800元上限标准”，后段未提比例；两种读法均可成立时从有利于被保险人的解释（保险法 30）。1000.01元时两者相差299.99元，1600元起相同。",
      en: "The text sets two steps side by side, by share below and by a standard of 800 above, and names no share for the second; of two readings the one that favours the insured holds (Insurance Law 30). They differ by 299.99 at 1 000.01 and meet at 1 600.",
    },
  }),
  exactlyOneThousand: reading<"half" | "flat800">("三(七)", {
    question: {
      zh: "剩余费用恰为1000元，适用哪一段（“以内”“以上”均含本数）",
      en: "Which step holds at exactly 1 000 yuan, which both include",
    },
    default: "half",
    choices: {
      half: { zh: "适用1000元以内一段，按50%", en: "the step up to 1 000: 50 %" },
      flat800: { zh: "适用1000元以上一段", en: "the step above" },
    },
    reason: {
      zh: "“以内”“以上”均包括本数（民法总则 205），两段都含1000元；从先列的一段。",
      en: "Both words include the number (民法总则 205), so both steps hold 1 000; the step named first is taken.",
    },
  }),
  hardshipGroups: reading<"document" | "asImplemented">("二(二)7", {
    question: { zh: "特困群众是否包括孤儿", en: "Whether orphans are a hardship group" },
    default: "document",
    choices: {
      document: { zh: "方案所列五类，不含孤儿", en: "the plan's five groups, without orphans" },
      asImplemented: { zh: "2020年报告所列六类，含孤儿", en: "the 2020 report's six groups, with orphans" },
    },
    reason: {
      zh: "方案四次列举均为五类且未用“等”字，二(二)7另说“着力解决‘老、弱、病、残、幼’对象，特别是”这五类；2020年报告称实际为六类。未见修改方案的文件，以发布的方案为准，见决定记录0004。",
      en: "The plan names the same five four times over, as a closed list, though 二(二)7 sets the old, weak, sick, disabled and young (幼) before them; the report of 2020 speaks of six in practice. No document that amends the plan is known, so the plan as issued holds; see decision record 0004.",
    },
  }),
  goodSamaritanAward: reading<"cumulative" | "withinLimit">("三(一)", {
    question: {
      zh: "见义勇为3万元/次是否计入20万元限额",
      en: "Whether the award of 30 000 counts within the limit of 200 000",
    },
    default: "cumulative",
    choices: {
      cumulative: { zh: "不计入，另行给付", en: "it is paid on top" },
      withinLimit: { zh: "计入，合计最高20万元", en: "award and casualty together reach at most 200 000" },
    },
    reason: {
      zh: "三(一)将3万元定为“无条件”、按次给付，20万元是按人的死亡残疾限额，两者并列；2020年报告“最高20万”是概述。有两种解释的从有利于被保险人的解释。",
      en: "三(一) gives the 30 000 without condition and for each act, the 200 000 as a limit a person for death or disability, side by side; the report's “up to 200 000” is a summary. Of two readings the one that favours the insured holds.",
    },
  }),
  disabilityWithoutScale: reading<"byScale" | "fullLimit">("三(二)", {
    question: {
      zh: "三(二)(四)(五)(六)未指明伤残标准，残疾如何赔付",
      en: "What a disability gives under 三(二)(四)(五)(六), which name no scale",
    },
    default: "byScale",
    choices: {
      byScale: { zh: "按三(一)所引十级标准的比例", en: "the share by the ten-grade scale that 三(一) names" },
      fullLimit: { zh: "不分等级，按限额全额", en: "the whole limit, whatever the grade" },
    },
    reason: {
      zh: "“限额”是最高数，残疾有轻重；同一章的三(一)已采用伤残评定标准，同词同解。主张全额的一方可引二(二)2、6的“一次性”救助金和保险法 30，故列为可选。",
      en: "A limit is the most that can be paid, disability has degrees, and the same chapter already uses the scale in 三(一). 一次性 (in one sum) in 二(二)2 and 6 and Insurance Law 30 can be argued for the full sum, so it is a choice.",
    },
  }),
  propertyAlone: reading<"paid" | "onlyWithCasualty">("三(四)", {
    question: {
      zh: "自然灾害仅有财产损失、无人伤亡的，是否赔付",
      en: "Whether property lost to a disaster is paid when nobody was hurt",
    },
    default: "paid",
    choices: {
      paid: { zh: "赔付", en: "it is paid" },
      onlyWithCasualty: { zh: "仅在有人员伤亡时赔付", en: "only beside a casualty" },
    },
    reason: {
      zh: "三(四)标题只说人身伤亡，但二(二)4并列“人身伤亡和财产损失”，三(四)对财产另设每户限额；从有利于被保险人的解释。",
      en: "The heading of 三(四) speaks of casualties, but 二(二)4 names casualties and property side by side and 三(四) sets a limit a household; the reading that favours the insured is taken.",
    },
  }),
  multipleCovers: reading<"cumulative" | "highest">("三", {
    question: {
      zh: "同一事件符合多类赔付条件的，如何赔付",
      en: "What is paid when one event fits several covers",
    },
    default: "cumulative",
    choices: {
      cumulative: { zh: "各类均可享受，分别赔付", en: "every cover that fits is paid" },
      highest: { zh: "只赔付最高的一类", en: "only the cover that pays most" },
    },
    reason: {
      zh: "三首句规定“凡符合约定赔付条件的均可享受”，未规定相互抵扣。",
      en: "The preamble of 三 lets everyone enjoy whatever cover fits and knows no set-off.",
    },
  }),
  personScope: reading<"registered" | "orInTerritory">("一(一)", {
    question: {
      zh: "“在驻马店境内”的各类是否也保障非本市户籍的人",
      en: "Whether covers for events in the territory also protect people registered elsewhere",
    },
    default: "registered",
    choices: {
      registered: { zh: "只保障本市（不含新蔡）户籍人口", en: "only people registered in the city (without Xincai)" },
      orInTerritory: { zh: "事发在驻马店境内的人均保障", en: "everyone to whom it happens in the territory" },
    },
    reason: {
      zh: "一(一)、一(二)以户籍人口为全覆盖对象，保费也按户籍人口缴纳；二(二)1、2、3、5的“在驻马店境内”只限定地点，未必扩大对象。",
      en: "一(一) and 一(二) insure the registered population and the premium is paid for it; “in the territory” in 二(二)1, 2, 3 and 5 limits the place and need not widen the circle of persons.",
    },
  }),
  exactlyTenThousand: reading<"threeDays" | "sevenDays">("一(二)", {
    question: {
      zh: "赔款恰为1万元，适用哪一时限（“以下”“以上”均含本数）",
      en: "Which deadline holds at exactly 10 000 yuan, which both include",
    },
    default: "threeDays",
    choices: {
      threeDays: { zh: "适用1万元以下，3个工作日", en: "that for up to 10 000: 3 working days" },
      sevenDays: { zh: "适用1万元以上，7个工作日", en: "that for 10 000 and more: 7 working days" },
    },
    reason: {
      zh: "“以下”“以上”均包括本数（民法总则 205）；从先列的一段，也更有利于被保险人。",
      en: "Both words include the number (民法总则 205); the step named first is taken, which favours the insured as well.",
    },
  }),
  nextDay: reading<"calendarDay" | "workingDay">("一(二)", {
    question: { zh: "“次日赔付”的次日是自然日还是工作日", en: "Whether “the next day” is a calendar or a working day" },
    default: "calendarDay",
    choices: {
      calendarDay: { zh: "自然日，遇休息日不顺延", en: "the next calendar day, be it a rest day" },
      workingDay: { zh: "下一个工作日", en: "the next working day" },
    },
    reason: {
      zh: "同一句中其他时限写明“工作日”，此处只写“次日”；特别规定优先，也更有利于被保险人。",
      en: "The same sentence says “working days” for the other deadlines and only “the next day” here; the special rule goes first and favours the insured.",
    },
  }),
  insurerShareOfExcess: reading<"percentOfPremium" | "percentOfBreakEven" | "percentOfExcess">("五", {
    question: {
      zh: "“超出部分15%（含）范围内由承保机构承担”的15%以什么为基数",
      en: "Of what the 15 % are that the insurer bears above the line",
    },
    default: "percentOfPremium",
    choices: {
      percentOfPremium: { zh: "保费的15个百分点，即85%至100%", en: "15 points of premium: from 85 to 100 %" },
      percentOfBreakEven: {
        zh: "盈亏平衡点金额的15%，即85%至97.75%",
        en: "15 % of the amount at the break-even line: from 85 to 97.75 %",
      },
      percentOfExcess: { zh: "超出金额的15%", en: "15 % of the excess itself" },
    },
    reason: {
      zh: "本条各百分数均以当年保险资金（保费）为基数：盈利率15%、平衡点85%，两者合为100%；按此承保机构恰以其盈利空间承担超出部分。",
      en: "The other percentages of 五 rest on the year's premium: a profit of 15 % and a line of 85 %, which make 100 %; so the insurer bears the excess with just its own margin.",
    },
  }),
  ageReachedOn: reading<"birthday" | "dayAfter">("二(二)3", {
    question: { zh: "周岁自哪日起满", en: "From which day an age is reached" },
    default: "birthday",
    choices: {
      birthday: { zh: "自生日当日起满", en: "from the birthday" },
      dayAfter: { zh: "自生日次日起满", en: "from the day after the birthday" },
    },
    reason: {
      zh: "日常与户籍实务以生日当日为满周岁；“次日”是刑事司法解释的算法。此处次日对被保险人有利一天，争议时可另选。",
      en: "Daily use and household registration count from the birthday; the day after comes from criminal-law interpretation. Here the latter favours the insured by a day and can be chosen in a dispute.",
    },
  }),
};

const unspecified = {
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
};

const aim = { zh: "目标与原则，没有可计算的条件或数额", en: "An aim or principle without a condition or an amount" };
const duty = {
  zh: "工作要求，不决定任何人的资格、金额或期限",
  en: "A duty of administration that decides nobody's eligibility, amount or deadline",
};
const calendar = ["policy.terms.tasks"];

const clauses = [
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
];

/** The policy 驻政办〔2019〕66号 as frozen data: its terms, readings, open matters and clauses. */
export interface ZhumadianPolicy extends Policy<typeof terms, typeof readings> {}

/** 驻政办〔2019〕66号 as data. */
export const policy: ZhumadianPolicy = definePolicy({
  id: "zhumadian",
  title: { zh: "驻马店“一元民生”救助保险", en: "Zhumadian relief insurance “one yuan for people's livelihood”" },
  document,
  covers,
  terms,
  readings,
  unspecified,
  clauses,
});
