import { isMonth } from "../core/day.js";
import { tenGradeScale } from "../core/disability.js";
import { day, money } from "../core/fields.js";
import type { Vocabulary } from "../core/input.js";
import { insuranceLawTerms } from "../core/insurance-law.js";
import { percent, yuan } from "../core/money.js";
import { frozen } from "../core/frozen.js";
import { citing, definePolicy, type Policy, type Provision } from "../core/policy.js";
import type { Text } from "../core/text.js";
import { divisions } from "./annex.js";

/** The number of the plan that this module follows. */
export const documentNumber = "驻政办〔2019〕66号";

const { blank, clause, provision, floor, reading } = citing(documentNumber);
/** An account of the programme to early 2020, which speaks of 该市 and has neither title nor number; it is kept as 001. */
const report = citing("“材料001：本项目至2020年年初的情况，无标题、文号”");
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
  checkedOn: "2026-11-25",
  // The plan gives no last day: its measures run to the end of June 2020 (六), and so does what it is asked for here. A claim follows
  // the year of its own contract (二(一)1), which may end before.
  inForce: { from: "2019-05-29", to: "2020-06-30" },
  area: { codes: ["4117"], without: ["411729"] },
};

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

/** 二(二)7: the five hardship groups of the plan, the sixth of material 001 (orphans), and none of them. */
export const groups = frozen({
  registeredPoorHousehold: { zh: "农村建档立卡贫困户", en: "registered poor rural household" },
  minimumLivingGuarantee: { zh: "低保户", en: "minimum living guarantee" },
  extremePoverty: { zh: "特困供养人员", en: "supported in extreme poverty" },
  severelyDisabled: { zh: "重度残疾人", en: "severely disabled" },
  registeredHardshipWorker: { zh: "城镇建档立卡困难职工", en: "registered urban worker in hardship" },
  orphan: { zh: "孤儿", en: "orphan" },
  none: { zh: "以上皆非", en: "none of these" },
} satisfies Vocabulary);

/** The terms of words, as in a name. */
const named = (words: readonly string[], terms: Vocabulary): Text => ({
  zh: words.map((word) => terms[word]?.zh ?? word).join("或"),
  en: words.map((word) => terms[word]?.en ?? word).join(" or "),
});

const inCity = { zh: "发生在驻马店境内", en: "Happened in the territory of Zhumadian" };
const casualtyLimit = { zh: "死亡（残疾）赔付限额", en: "Limit a person for death or disability" };
const medicalLimit = { zh: "医疗救助赔付限额", en: "Limit a person for medical care" };

/** A period of the law, said not to be the plan's. */
const byLaw = ({ label: { zh, en }, ...term }: Provision<number>): Provision<number> => ({
  ...term,
  label: { zh: `${zh}（方案未规定，依保险法）`, en: `${en} (by law; the plan sets no day)` },
});

const inTime = { zh: "按时赔付率", en: "Claims paid in time" };

// Boundary words (民法总则 205): 以上, 以下, 以内 and 达到 include the number; 超过, 低于 and 不满 exclude it; （含） includes it.
const terms = {
  insured: {
    /** How the city's GB/T 2260 codes begin. */
    cityCode: provision("一(一)", "4117", { zh: "驻马店市户籍人口", en: "Registered in Zhumadian" }),
    /** 常住户籍人口 (reading `residence`). */
    residence: provision("一(一)", true, { zh: "在本地常住", en: "Lives in the city" }),
    /** 不含新蔡，下同. */
    excludedDivisions: provision("一(一)", ["411729"], { zh: "不含的县", en: "Counties left out" }, divisions),
    /** 二(一)1: the day from which the contract runs. */
    contractStartsOn: blank("二(一)1", day("保险合同起保日期", "First day of the contract year")),
    /** 保险期限一年: the first day counts, so 2019-06-15 runs up to and with 2020-06-14. */
    contractYears: provision<number>("二(一)1", 1, (years) => ({
      zh: `在${years}年保险期限内`,
      en: `Within the contract's term of ${years} ${years === 1 ? "year" : "years"}`,
    })),
    premium: provision("二(一)2", yuan(1), { zh: "保费（元/人·年）", en: "Premium a person and year" }),
  },

  /** 三(一) names this scale; the other covers name none (reading `disabilityWithoutScale`). */
  disabilityScale: tenGradeScale,

  goodSamaritan: {
    occurredInCity: provision("二(二)1", true, inCity),
    /** 在驻马店境内经……认定 (reading `placeOfDeed`). */
    recognisedInCity: provision("二(二)1", true, {
      zh: "在驻马店境内经认定",
      en: "Recognised in the territory of Zhumadian",
    }),
    recognisedByCounty: provision("三(一)", true, {
      zh: "经县级以上政府部门认定为见义勇为（含县级）",
      en: "Recognised as a good Samaritan by an authority of county level or above",
    }),
    award: provision("三(一)", yuan(30000), { zh: "见义勇为赔付（每次）", en: "Award for the act" }),
    casualtyLimit: provision("三(一)", yuan(200000), casualtyLimit),
    medicalLimit: provision("三(一)", yuan(50000), {
      zh: "医疗费用最高赔付限额",
      en: "Limit a person for medical costs",
    }),
  },
  massAccident: {
    occurredInCity: provision("二(二)2", true, inCity),
    suddenMassAccident: provision("二(二)2", true, {
      zh: "属于突发的群体性意外事故",
      en: "Was a sudden mass accident",
    }),
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
    ageBelow: civilLaw.provision<number>("第十七条", 18, (age) => ({
      zh: `未成年人（不满${age}周岁）`,
      en: `A minor, below the age of ${age}`,
    })),
    amount: provision("三(三)", yuan(50000), { zh: "溺水死亡救助", en: "Death by drowning" }),
  },
  naturalDisaster: {
    perils: provision(
      "三(四)",
      Object.keys(perils).filter((peril) => peril !== "other"),
      ({ length }) => ({ zh: `属于所列${length}种灾害之一`, en: `One of the ${length} listed perils` }),
      perils,
    ),
    casualtyLimit: provision("三(四)", yuan(50000), casualtyLimit),
    medicalLimit: provision("三(四)", yuan(5000), medicalLimit),
    propertyLimit: provision("三(四)", yuan(2000), {
      zh: "每户财产损失赔付限额",
      en: "Limit a household for property",
    }),
  },
  trafficAccident: {
    occurredInCity: provision("二(二)5", true, inCity),
    injuries: provision(
      "三(五)",
      ["serious", "death"],
      (words) => {
        const { zh, en } = named(words, injuries);
        return { zh: `致人${zh}`, en: `Suffered ${en}` };
      },
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
      ({ length }) => ({ zh: `属于${length}类特困群众之一`, en: `In one of the ${length} hardship groups` }),
      groups,
    ),
    /** What material 001 adds to the five (reading `hardshipGroups`). */
    groupsAsImplemented: report.provision(
      "二",
      ["orphan"],
      (words) => {
        const { zh, en } = named(words, groups);
        return { zh: `属于材料001另列的特困群众（${zh}）`, en: `In a hardship group that material 001 adds (${en})` };
      },
      groups,
    ),
    inpatient: provision("三(七)", true, { zh: "住院治疗", en: "Treated as an inpatient" }),
    listedDisease: provision("三(七)", true, {
      zh: "属于所列的重特大疾病病种（豫人社医疗〔2016〕15号）",
      en: "One of the listed serious diseases (豫人社医疗〔2016〕15号)",
    }),
    /** How many diseases the list of Henan has (33个病种); the plan does not repeat it, and no rule counts them. */
    listedDiseases: provision("二(二)7", 33, { zh: "所列病种数", en: "Listed diseases" }),
    insuranceSettled: provision("三(七)", true, {
      zh: "已经对应的医疗保险报销",
      en: "The patient's medical insurance has settled its part",
    }),
    /** 1000元以内 and 1000元以上 both include 1 000: reading `exactlyOneThousand`. */
    step: provision("三(七)", yuan(1000), { zh: "分界线", en: "Step" }),
    shareBelow: provision("三(七)", percent(50), { zh: "按比例赔偿", en: "Share of the costs" }),
    limitAbove: provision("三(七)", yuan(800), { zh: "上限标准", en: "Limit standard" }),
  },
  otherRecognised: {
    /** 按照合同约定进行相应赔偿. */
    amount: blank(
      "二(二)",
      money("其他经认定情况的赔付金额（合同约定）", "What is paid in another recognised case (set by the contract)"),
    ),
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
    small: provision("一(二)", 3, { zh: "完成赔付", en: "Pay" }),
    middle: provision("一(二)", 7, { zh: "完成赔付", en: "Pay" }),
    large: provision("一(二)", 10, { zh: "大额赔案完成赔付", en: "Pay a large claim" }),
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
    /** The plan sets no day for deciding on a claim or refusing it; the law's are the law's (保险法 23, 24). */
    assess: byLaw(insuranceLawTerms.assess),
    refuse: byLaw(insuranceLawTerms.refuse),
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
    // Of the claims with complete documents: each is paid within its deadline.
    paidThreeDays: provision("一(二)", percent(100), inTime),
    paidSevenDays: provision("一(二)", percent(100), inTime),
    paidTenDays: provision("一(二)", percent(100), inTime),
    paidNextDay: provision("一(二)", percent(100), inTime),
    trainingsByQuarter: floor("六(三)2", 1, { zh: "每季度业务培训次数", en: "Trainings in each quarter" }),
  },

  /** 六: the task calendar, months as the plan gives them; data, no rule asks it. */
  tasks: {
    phases: provision("六", 3, { zh: "阶段数（启动、实施、总结）", en: "Phases (start, work, summary)" }),
    areas: provision("六", 4, { zh: "重点工作方面", en: "Areas of work" }),
    items: provision("六", 17, { zh: "重点工作项数", en: "Items of work" }),
    preparation: {
      items: provision("六(一)", 6, { zh: "启动准备项数", en: "Preparation: items" }),
      until: provision("六(一)", "2019-06", {
        zh: "启动准备完成月份（中下旬前）",
        en: "Preparation: completed before the later part of",
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
      zh: "剩余费用超过分界线的，“按……上限标准进行赔偿”如何赔偿",
      en: "What is paid “by the limit standard” above the step",
    },
    default: "flat800",
    choices: {
      flat800: { zh: "一律赔偿上限标准", en: "the standard, whatever the cost" },
      halfUpTo800: { zh: "仍按比例，最高为上限标准", en: "the share as below, at most the standard" },
    },
  }),
  exactlyOneThousand: reading<"half" | "flat800">("三(七)", {
    question: {
      zh: "剩余费用恰为分界线，适用哪一段（“以内”“以上”均含本数）",
      en: "Which step holds at exactly the line between them, which both include",
    },
    default: "flat800",
    choices: {
      half: { zh: "适用分界线以内一段，按比例", en: "the step below: the share" },
      flat800: { zh: "适用分界线以上一段", en: "the step above" },
    },
  }),
  hardshipSpan: reading<"perStay" | "perYear">("三(七)", {
    question: {
      zh: "分界线和上限标准按每次住院还是按保险年度累计",
      en: "Whether step and standard hold for each stay in hospital or for all of the contract year's",
    },
    default: "perStay",
    choices: {
      perStay: { zh: "每次住院分别计算", en: "for each stay" },
      perYear: {
        zh: "保险年度内各次住院累计，扣除已赔付的金额",
        en: "for the year's stays together, less what was paid of them",
      },
    },
  }),
  stayDay: reading<"admission" | "discharge">("三(七)", {
    question: {
      zh: "住院是否在保险期限内，看入院日还是出院日",
      en: "Which day of a stay in hospital must lie within the contract's term",
    },
    default: "admission",
    choices: {
      admission: { zh: "入院日", en: "the day of admission" },
      discharge: { zh: "出院日", en: "the day of discharge" },
    },
  }),
  hardshipGroups: reading<"document" | "asImplemented">("二(二)7", {
    question: { zh: "特困群众是否包括孤儿", en: "Whether orphans are a hardship group" },
    default: "document",
    choices: {
      document: { zh: "方案所列各类，不含孤儿", en: "the plan's groups, without orphans" },
      asImplemented: { zh: "材料001所列各类，含孤儿", en: "the groups of material 001, with orphans" },
    },
  }),
  goodSamaritanAward: reading<"cumulative" | "withinLimit">("三(一)", {
    question: {
      zh: "按次赔付的见义勇为金额是否计入死亡（残疾）限额",
      en: "Whether the award for the act counts within the limit for death or disability",
    },
    default: "cumulative",
    choices: {
      cumulative: { zh: "不计入，另行给付", en: "it is paid on top" },
      withinLimit: { zh: "计入，合计以该限额为最高", en: "award and casualty together reach at most the limit" },
    },
  }),
  unhurtHero: reading<"awarded" | "casualtyOnly">("三(一)", {
    question: {
      zh: "见义勇为而本人未伤亡的，是否按次赔付",
      en: "Whether the award for the act is paid to someone who was not hurt",
    },
    default: "awarded",
    choices: {
      awarded: { zh: "赔付", en: "it is paid" },
      casualtyOnly: { zh: "仅在本人伤亡时赔付", en: "only to someone hurt or killed" },
    },
  }),
  disabilityWithoutScale: reading<"byScale" | "fullLimit">("三(二)", {
    question: {
      zh: "三(二)(四)(五)(六)未指明伤残标准，残疾如何赔付",
      en: "What is paid for a disability under 三(二)(四)(五)(六), which name no scale",
    },
    default: "byScale",
    choices: {
      byScale: { zh: "按三(一)所引伤残标准的比例", en: "the share by the scale that 三(一) names" },
      fullLimit: { zh: "不分等级，按限额全额", en: "the whole limit, whatever the grade" },
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
  }),
  fundPayments: reading<"notDeducted" | "deducted">("三(五)", {
    question: {
      zh: "道路交通事故社会救助基金已支付的，是否扣除",
      en: "Whether what the road-accident assistance fund paid comes off",
    },
    default: "notDeducted",
    choices: {
      notDeducted: { zh: "不扣除", en: "it does not" },
      deducted: {
        zh: "先从医疗费用扣除，余额再从死亡（残疾）赔付扣除",
        en: "it comes off the medical costs, and what is left of it off the sum for death or disability",
      },
    },
  }),
  limitSpan: reading<"perYear" | "perEvent">("三", {
    question: {
      zh: "每人、每户的限额按保险年度还是按每次事件计算",
      en: "Whether the limits per person and per household hold for the contract year or for each event",
    },
    default: "perYear",
    choices: {
      perYear: { zh: "按保险年度", en: "for the contract year" },
      perEvent: { zh: "按每次事件", en: "for each event" },
    },
  }),
  multipleCovers: reading<"costsOnce" | "cumulative" | "highest">("三", {
    question: {
      zh: "同一事件符合多类赔付条件的，如何赔付",
      en: "What is paid when one event fits several covers",
    },
    default: "costsOnce",
    choices: {
      costsOnce: {
        zh: "各类均可享受，医疗费用合计不超过实际费用",
        en: "every cover that fits is paid, medical costs together at most once",
      },
      cumulative: { zh: "各类均可享受，分别赔付", en: "every cover that fits is paid" },
      highest: { zh: "只赔付最高的一类", en: "only the cover that pays most" },
    },
  }),
  personScope: reading<"registered" | "orInTerritory">("一(一)", {
    question: {
      zh: "“在驻马店境内”的各类是否也保障非本市户籍的人",
      en: "Whether covers for events in the territory also protect people registered elsewhere",
    },
    default: "registered",
    choices: {
      registered: { zh: "只保障本项目各县区的户籍人口", en: "only people registered in the project's counties" },
      orInTerritory: { zh: "事发在驻马店境内的人均保障", en: "everyone to whom it happens in the territory" },
    },
  }),
  residence: reading<"registered" | "alsoResident">("一(一)", {
    question: {
      zh: "“常住户籍人口”是否还须在本地常住",
      en: "Whether the registered population (“常住户籍人口”) must also live in the city",
    },
    default: "registered",
    choices: {
      registered: { zh: "只看户籍", en: "registration alone counts" },
      alsoResident: { zh: "户籍在本地且在本地常住", en: "they must also live there" },
    },
  }),
  placeOfDeed: reading<"deed" | "recognition">("二(二)1", {
    question: {
      zh: "“在驻马店境内经……认定的见义勇为行为”，“境内”指行为地还是认定地",
      en: "Whether “in the territory” (“在驻马店境内经……认定”) asks for the place of the deed or of its recognition",
    },
    default: "deed",
    choices: {
      deed: { zh: "行为发生地", en: "of the deed" },
      recognition: { zh: "认定地", en: "of its recognition" },
    },
  }),
  contractEnds: reading<"dayBefore" | "sameDay">("二(一)1", {
    question: {
      zh: "一年的保险期限止于次年起保对应日的前一日还是当日",
      en: "Whether the contract's year ends on the day before the anniversary of its first day, or on that day",
    },
    default: "dayBefore",
    choices: {
      dayBefore: { zh: "止于前一日", en: "on the day before" },
      sameDay: { zh: "止于对应日当日", en: "on that day" },
    },
  }),
  exactlyTenThousand: reading<"threeDays" | "sevenDays">("一(二)", {
    question: {
      zh: "赔款恰为分界线，适用哪一时限（“以下”“以上”均含本数）",
      en: "Which deadline holds at exactly the step, which both include",
    },
    default: "threeDays",
    choices: {
      threeDays: { zh: "适用分界线以下的时限", en: "that for claims up to the step" },
      sevenDays: { zh: "适用分界线以上的时限", en: "that for claims from the step" },
    },
  }),
  nextDay: reading<"calendarDay" | "workingDay">("一(二)", {
    question: { zh: "“次日赔付”的次日是自然日还是工作日", en: "Whether “the next day” is a calendar or a working day" },
    default: "calendarDay",
    choices: {
      calendarDay: { zh: "自然日，遇休息日不顺延", en: "the next calendar day, be it a rest day" },
      workingDay: { zh: "下一个工作日", en: "the next working day" },
    },
  }),
  sameDay: reading<"hardshipIllnessOnly" | "allMedicalOfHardshipGroups">("一(二)", {
    question: {
      zh: "特殊困难群体的“当日立案、次日赔付”适用于哪些医疗救助赔付案",
      en: "Which medical claims of people in hardship are filed the same day and paid the next",
    },
    default: "hardshipIllnessOnly",
    choices: {
      hardshipIllnessOnly: { zh: "特困群众重病医疗救助", en: "those for serious illness in hardship" },
      allMedicalOfHardshipGroups: {
        zh: "特困群众只涉及医疗费用的各类理赔",
        en: "every claim of theirs that is for medical costs alone",
      },
    },
  }),
  refundOfSurplus: reading<"belowBreakEven" | "wholeSurplus">("五", {
    question: {
      zh: "理赔支出低于盈亏平衡点时，退回的“结余部分”是多少",
      en: "How much of the balance (“结余部分”) is returned when claims stay below the break-even line",
    },
    default: "belowBreakEven",
    choices: {
      belowBreakEven: { zh: "盈亏平衡点减去理赔支出", en: "the break-even line less the claims" },
      wholeSurplus: { zh: "当年保险资金减去理赔支出", en: "the year's premium less the claims" },
    },
  }),
  insurerShareOfExcess: reading<"percentOfPremium" | "percentOfBreakEven" | "percentOfExcess">("五", {
    question: {
      zh: "超出部分中由承保机构承担的百分比以什么为基数",
      en: "Which amount the insurer's percentage above the line is taken of",
    },
    default: "percentOfPremium",
    choices: {
      percentOfPremium: { zh: "以保费为基数，自盈亏平衡点起算", en: "points of premium, from the break-even line on" },
      percentOfBreakEven: {
        zh: "以盈亏平衡点金额为基数，自盈亏平衡点起算",
        en: "a percentage of the amount at the break-even line, from there on",
      },
      percentOfExcess: { zh: "以超出金额为基数", en: "a percentage of the excess itself" },
    },
  }),
  ageReachedOn: reading<"birthday" | "dayAfter">("二(二)3", {
    question: { zh: "周岁自哪日起满", en: "From which day an age is reached" },
    default: "birthday",
    choices: {
      birthday: { zh: "自生日当日起满", en: "from the birthday" },
      dayAfter: { zh: "自生日次日起满", en: "from the day after the birthday" },
    },
  }),
};

/**
 * 驻政办〔2019〕66号的政策数据。
 * The policy 驻政办〔2019〕66号 as frozen data: its terms and readings.
 */
export interface ZhumadianPolicy extends Policy<typeof terms, typeof readings> {
  /** What is insured, in the plan's order. */
  readonly covers: typeof covers;
}

/**
 * 驻政办〔2019〕66号的政策数据：每个数字都注明条款。
 * 驻政办〔2019〕66号 as data: every number with its clause.
 */
export const policy: ZhumadianPolicy = definePolicy({
  id: "zhumadian",
  title: { zh: "驻马店“一元民生”救助保险", en: "Zhumadian relief insurance “one yuan for people's livelihood”" },
  document,
  covers,
  terms,
  readings,
  check({ insured, disabilityScale, hardshipIllness, deadlines, tasks }, report) {
    if (insured.excludedDivisions.value.some((code) => !code.startsWith(insured.cityCode.value))) {
      report(["insured", "excludedDivisions"], "须在全市的代码之内", "must be codes of the city");
    }
    if (insured.contractYears.value === 0) {
      report(["insured", "contractYears"], "保险期限至少一年", "a contract holds for a year at least");
    }
    const shares = disabilityScale.value;
    if (shares.some((share, index) => index > 0 && share.compare(shares[index - 1] ?? share) > 0)) {
      report(["disabilityScale"], "等级越轻，比例不得越高", "a lighter grade must not give a larger share");
    }
    const { step, shareBelow, limitAbove } = hardshipIllness;
    const below = step.value.times(shareBelow.value);
    if (limitAbove.value.compare(below) < 0) {
      const [zh, en] = [`低于分界线处的赔付（${below}）`, `below what is paid at the step (${below})`];
      report(["hardshipIllness", "limitAbove"], zh, en);
    }
    if (deadlines.step.value.compare(deadlines.largeFrom.value) > 0) {
      report(["deadlines", "step"], "高于大额赔案起点", "above the amount from which claims are large");
    }
    if (deadlines.hardshipFile.value > deadlines.hardshipPay.value) {
      report(["deadlines", "hardshipFile"], "立案不得晚于赔付", "a claim must not be filed later than paid");
    }
    const { preparation, publicity, training, evaluation } = tasks;
    for (const [name, { from, until }] of Object.entries({ publicity, training, evaluation })) {
      if (!isMonth(from.value) || !isMonth(until.value) || from.value > until.value) {
        report(["tasks", name], "起止应为月份，且依次不减", "from and until must be months that do not descend");
      }
    }
    const items = [preparation, publicity, training, evaluation].reduce((sum, area) => sum + area.items.value, 0);
    if (items !== tasks.items.value) {
      report(["tasks", "items"], `各方面合计为${items}项`, `the areas have ${items} items`);
    }
  },
});
