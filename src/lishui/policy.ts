import { list, money, rateUpToOne } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import type { Vocabulary } from "../core/input.js";
import { insuranceLawTerms } from "../core/insurance-law.js";
import { percent, yuan } from "../core/money.js";
import { citing, definePolicy, type Policy } from "../core/policy.js";
import type { Text } from "../core/text.js";
import { tier } from "../core/tiers.js";

/*
 * The published text lost some characters. Read here: 八 “本意见615日起施行” as 自（2017年）6月15日起施行; the date “2017515日” as
 * 2017年5月15日 (the page was made on 2017-05-17); 三 “浙农办〔201682号” as 浙农办〔2016〕82号.
 */

/** The number of the opinion that this module follows. */
export const documentNumber = "丽政办发〔2017〕51号";

const { blank, ceiling, clause, open, principle, provision, reading } = citing(documentNumber);

/** 八: 自6月15日起. */
const effectiveFrom = "2017-06-15";

const document = {
  number: documentNumber,
  title: {
    zh: "关于运用商业保险助推扶贫工作的实施意见",
    en: "Opinion on using commercial insurance to help poverty alleviation",
  },
  issuers: ["丽水市人民政府办公室"],
  issuedOn: "2017-05-15",
  checkedOn: "2026-11-25",
  inForce: { from: effectiveFrom },
  area: { codes: ["3311"] },
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

/**
 * 六个险种的名称。
 * The six covers by name.
 */
export type CoverName = keyof typeof covers;

/** 四: what each cover is called. */
export const coverNames = frozen(
  Object.fromEntries(Object.entries(covers).map(([name, { title }]) => [name, title])) as Record<CoverName, Text>,
);

/** 四(一): what an accident may do, closed with 等 and so an open list, and any other case. */
export const harms = frozen({
  death: { zh: "死亡", en: "death" },
  disability: { zh: "伤残", en: "disability" },
  outpatient: { zh: "意外伤害门诊", en: "outpatient care of an injury" },
  other: { zh: "其他情况", en: "another case" },
} satisfies Vocabulary);

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

/** A list of words: the document's own is named in its own words, another one put in its place by the words themselves. */
const listed = (path: string, issued: readonly string[], words: Vocabulary, named: Text) => {
  const joined = (list: readonly string[], locale: keyof Text) =>
    list.map((word) => words[word]?.[locale] ?? word).join(locale === "zh" ? "、" : ", ");
  const same = (list: readonly string[]) =>
    list.length === issued.length && issued.every((word) => list.includes(word));
  return provision(
    path,
    issued,
    (list) => (same(list) ? named : { zh: `属于：${joined(list, "zh")}`, en: `One of: ${joined(list, "en")}` }),
    words,
  );
};

const subsidy: Text = { zh: "保费补助", en: "Premium subsidy" };
const insured: Text = { zh: "出险日已投保", en: "Insured on the day of the event" };
const inProduction: Text = { zh: "在生产经营过程中", en: "In the course of production or business" };
const propertyDamaged: Text = { zh: "造成财产损失", en: "Property was damaged or lost" };

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
    from: provision("八", effectiveFrom, (from) => ({
      zh: `出险日在${from}以后（含当日）`,
      en: `The day of the event is ${from} or later`,
    })),
  },
  ruralMicro: {
    subsidy: provision("四(一)", percent(100), subsidy),
    insured: provision("四(一)", true, insured),
    accidental: provision("四(一)", true, { zh: "因意外事故", en: "Caused by an accident" }),
    /** Closed with 等: an open list. */
    harms: listed("四(一)", ["death", "disability", "outpatient"], harms, {
      zh: "造成死亡、伤残、意外伤害门诊等情况",
      en: "Death, disability, outpatient care of an injury or the like",
    }),
  },
  supplementaryMedical: {
    /** 分档、递减: the contract's tiers. */
    schedule: blank(
      "四(二)",
      list(tier, "赔付的分档与各档比例（合同约定）", "Tiers and their rates (the contract's)", 1),
    ),
    deductible: blank("四(二)", money("起付标准（合同约定）", "Deductible (the contract's)")),
    subsidy: provision("四(二)", percent(100), subsidy),
    insured: provision("四(二)", true, insured),
    settings: listed("四(二)", ["inpatient", "specialOutpatient"], settings, {
      zh: "因疾病或意外住院，或特殊门诊",
      en: "In hospital because of an illness or accident, or special outpatient care",
    }),
    noThirdParty: provision("四(二)", true, {
      zh: "住院无第三方责任",
      en: "No third party is liable for the stay in hospital",
    }),
    /** Asked in the place of the former under the reading `thirdParty` = `restAfterThirdParty`. */
    thirdPartyKnown: provision("四(二)", true, {
      zh: "已查明住院有无第三方责任",
      en: "It is known whether a third party is liable for the stay in hospital",
    }),
    /** 最高: a contract may set less, not more. */
    limit: ceiling("四(二)", yuan(100000), { zh: "最高赔付额度", en: "Highest benefit" }),
  },
  loanGuarantee: {
    subsidy: provision("四(三)", percent(100), subsidy),
    insured: provision("四(三)", true, insured),
    willing: provision("四(三)", true, { zh: "有发展意愿", en: "Wants to develop" }),
    capable: provision("四(三)", true, { zh: "有发展能力", en: "Is able to develop" }),
    feasibleProject: provision("四(三)", true, { zh: "有可行性项目", en: "Has a feasible project" }),
    lossOnInsuredLoan: provision("四(三)", true, {
      zh: "承保的扶贫贷款发生本息损失",
      en: "Principal or interest of an insured poverty loan is lost",
    }),
    /** 7 : 3 in principle (原则上): the bank bears the other three tenths, as the remainder to the fen. */
    insurerShare: principle("四(三)", percent(70), { zh: "保险机构分担", en: "The insurer's share" }),
  },
  loanProject: {
    subsidy: provision("四(四)", percent(50), subsidy),
    insured: provision("四(四)", true, insured),
    usesPovertyLoan: provision("四(四)", true, { zh: "使用扶贫贷款", en: "Uses a poverty loan" }),
    activities: listed("四(四)", ["planting", "breeding", "manufacturing", "trade", "storageLogistics"], activities, {
      zh: "投入种养殖业或个体工商业（加工制造、商业服务、仓储物流）",
      en: "For planting, breeding or individual business (manufacturing, trade, storage and logistics)",
    }),
    boughtWithLoan: provision("四(四)", true, {
      zh: "受损财产使用扶贫贷款投入",
      en: "The damaged property was bought with a poverty loan",
    }),
    inProduction: provision("四(四)", true, inProduction),
    propertyDamaged: provision("四(四)", true, propertyDamaged),
    /** Closed with 等: an open list. */
    perils: listed("四(四)", ["naturalDisaster", "disease", "accident"], perils.loanProject, {
      zh: "因自然灾害、种养殖业疾病、意外事故等原因",
      en: "A natural disaster, a disease of crops or livestock, an accident or the like",
    }),
    /** 种养殖业疾病: no other business has crops or livestock that can fall ill. */
    diseaseActivities: listed("四(四)", ["planting", "breeding"], activities, {
      zh: "因种养殖业疾病受损的，财产投入种养殖业",
      en: "Damaged by a disease of crops or livestock: the property is for planting or breeding",
    }),
  },
  farmhouse: {
    subsidy: provision("四(五)1", percent(100), subsidy),
    insured: provision("四(五)1", true, insured),
    collapsed: provision("四(五)1", true, { zh: "保险房屋倒塌", en: "The insured house collapsed" }),
    /** Without 等: a closed list, from which the text takes earthquakes out. */
    perils: listed("四(五)1", ["naturalDisaster", "accident"], perils.farmhouse, {
      zh: "因自然灾害（地震灾害除外）或意外事故",
      en: "A natural disaster (earthquakes are excluded) or an accident",
    }),
  },
  agriculture: {
    subsidy: provision("四(五)2", percent(50), subsidy),
    insured: provision("四(五)2", true, insured),
    existingProduct: provision("四(五)2", true, {
      zh: "属于本市已实施的政策性农业保险产品",
      en: "A product of agricultural insurance that the city already runs",
    }),
    requested: provision("四(五)2", true, { zh: "农户愿意参保", en: "The household wants to be insured" }),
    inProduction: provision("四(五)2", true, {
      zh: "在发展种养殖业过程中",
      en: "In the course of planting or breeding",
    }),
    propertyDamaged: provision("四(五)2", true, propertyDamaged),
    /** Closed with 等: an open list. */
    perils: listed("四(五)2", ["naturalDisaster", "disease"], perils.agriculture, {
      zh: "因自然灾害、种养殖业疾病等原因",
      en: "A natural disaster, a disease of crops or livestock or the like",
    }),
  },
  /** 六(二): the tender's corridor. */
  settlement: {
    profitLimit: blank("六(二)", rateUpToOne("盈利控制幅度（招标确定）", "Limit of the profit (the tender's)")),
    lossLimit: blank("六(二)", rateUpToOne("亏损控制幅度（招标确定）", "Limit of the loss (the tender's)")),
  },
  verification: {
    /** 一年一核实: a yearly round, not a period that is counted (民法通则 154), so its day does not roll over rest days. */
    years: provision("六(一)", 1, (years) =>
      years === 1
        ? { zh: "扶持对象一年一核实", en: "Households are verified once a year" }
        : { zh: `扶持对象每${years}年核实一次`, en: `Households are verified every ${years} years` },
    ),
  },
  /** The opinion sets no claim deadlines (六(四) only asks for payment in time): the statutory ones. */
  deadlines: insuranceLawTerms,
};

const readings = {
  categoryJudgedOn: reading<"enrolment" | "loss">("三", {
    question: {
      zh: "是否属于低收入农户，按投保时还是按出险时判断",
      en: "Whether a household is a low-income one is judged at enrolment or at the loss",
    },
    default: "enrolment",
    choices: {
      enrolment: { zh: "按投保时的农户类别", en: "by its kind at enrolment" },
      loss: { zh: "按出险时的农户类别", en: "by its kind at the loss" },
    },
  }),
  thirdParty: reading<"excluded" | "restAfterThirdParty">("四(二)", {
    question: {
      zh: "住院有第三方责任的，是全部不属于保险责任，还是仅扣除第三方已赔付的部分",
      en: "Whether a stay in hospital for which a third party is liable is not covered at all, or only less what the third party paid",
    },
    default: "excluded",
    choices: {
      excluded: { zh: "全部不属于保险责任", en: "not covered at all" },
      restAfterThirdParty: {
        zh: "扣除第三方已赔付的部分，其余属于保险责任",
        en: "the rest is covered once what the third party paid is taken off",
      },
    },
  }),
  declining: reading<"payoutRate" | "selfPaidShare" | "unchecked">("四(二)", {
    question: {
      zh: "“分档、递减、限额”中逐档递减的，是赔付比例还是个人负担比例",
      en: "Whether it is the payout rate or the patient's own share that declines from tier to tier (“分档、递减、限额”)",
    },
    default: "payoutRate",
    choices: {
      payoutRate: {
        zh: "赔付比例递减，逐档不得升高",
        en: "the payout rate declines, so it must not rise from tier to tier",
      },
      selfPaidShare: {
        zh: "个人负担比例递减，赔付比例逐档不得降低",
        en: "the patient's share declines, so the payout rate must not fall from tier to tier",
      },
      unchecked: { zh: "不作核对，以合同分档为准", en: "neither is checked, the contract's tiers stand" },
    },
  }),
  limitSpan: reading<"contractPeriod" | "calendarYear">("四(二)", {
    question: {
      zh: "最高赔付额度和累计费用按保险合同期间还是按自然年度计算",
      en: "Whether the highest benefit and the running total hold for the contract's period or for a calendar year",
    },
    default: "contractPeriod",
    choices: {
      contractPeriod: {
        zh: "按保险合同的起止日期；不知道起止日期的，按自然年度",
        en: "for the contract's period; where its first and last day are not known, for a calendar year",
      },
      calendarYear: { zh: "按自然年度", en: "for a calendar year" },
    },
  }),
  verification: reading<"anniversary" | "calendarYear">("六(一)", {
    question: {
      zh: "“一年一核实”是自上次核实起满一年，还是每个自然年度核实一次",
      en: "Whether “一年一核实” runs a year from the last verification, or asks for one in each calendar year",
    },
    default: "anniversary",
    choices: {
      anniversary: { zh: "自上次核实起满一年的同日", en: "on the same day a year after the last one" },
      calendarYear: { zh: "下一个自然年度的最后一日", en: "on the last day of the next calendar year" },
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

/**
 * 丽政办发〔2017〕51号的数据类型。
 * The policy 丽政办发〔2017〕51号 as frozen data: its terms and readings.
 */
export interface LishuiPolicy extends Policy<typeof terms, typeof readings> {}

/**
 * 丽政办发〔2017〕51号的数据：条款与解读。
 * 丽政办发〔2017〕51号 as data.
 */
export const policy: LishuiPolicy = definePolicy({
  id: "lishui",
  title: { zh: "丽水商业保险助推扶贫", en: "Lishui commercial insurance for low-income rural households" },
  document,
  covers,
  terms,
  readings,
  check({ households, verification }, report) {
    if (households.categories.value.includes("none")) {
      const [zh, en] = ["“不属于低收入农户”不能列为低收入农户", "none of the kinds cannot stand among the kinds"];
      report(["households", "categories"], zh, en);
    }
    if (verification.years.value < 1) {
      report(["verification", "years"], "核实周期不能少于一年", "a round is one year at least");
    }
  },
});
