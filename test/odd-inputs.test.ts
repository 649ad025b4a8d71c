import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amend,
  chinaWorkCalendar,
  isDay,
  isMonth,
  PolicyInputError,
  type AnyPolicy,
  type AnyRule,
  type Issue,
} from "huimin-rules/core";
import * as chongqing from "huimin-rules/chongqing";
import * as lishui from "huimin-rules/lishui";
import * as luozhuang from "huimin-rules/luozhuang";
import * as zhumadian from "huimin-rules/zhumadian";
import { meantDay, meantMonth } from "../src/core/day.js";
import { day, fact, flag, integer, list, money, month, name, oneOf, rateUpToOne } from "../src/core/fields.js";
import type { Field } from "../src/core/input.js";
import { meantFlag, meantInteger, meantName } from "../src/core/meant.js";
import { meantAmount, meantRate, rate, yuan } from "../src/core/money.js";
import { law } from "./law.js";

/*
 * Odd inputs as people make them in an office, in a spreadsheet, or from a Java backend. Nothing is coerced: each is refused, says what it
 * received, and, where something fits, what was probably meant. And what was meant, put in the place of what was given, is accepted.
 */

type Plain = Readonly<Record<string, unknown>>;
type Step = string | number;

/** A door by which something odd comes in. */
type Call =
  | { readonly rule: AnyRule; readonly input: unknown }
  | { readonly rule: AnyRule; readonly input: unknown; readonly options: Plain }
  | { readonly policy: AnyPolicy; readonly terms: Plain };

/** The whole call; where the problem stands in it; its code; what is received, and what was meant, if anything fits. */
type Row = readonly [call: Call, path: string, code: Issue["code"], received: string, meant?: string];

// The doors -------------------------------------------------------------------------------------------------------------

const enrolled = { enrolledFrom: "2020-11-01" };
const inHospital = { ...enrolled, occurredOn: "2021-03-02", inpatient: true, causedByIllness: true };

const call = (rule: AnyRule, input: unknown): Call => ({ rule, input });
/** Chongqing: a claim for the bills of a stay in hospital. */
const stay = (facts: Plain = {}, more: Plain = {}) =>
  call(chongqing.assessClaim, {
    cover: "majorIllness",
    facts: { ...inHospital, settledOneStop: true, ...facts },
    loss: { outOfCatalogueToDate: "58000" },
    ...more,
  });
const bills = (outOfCatalogueToDate: unknown) => call(chongqing.majorIllnessBenefit, { outOfCatalogueToDate });
const eligible = (input: Plain) => call(chongqing.checkEligibility, input);
const student = (disease: unknown) => eligible({ cover: "studentCriticalIllness", ...enrolled, disease });
const enrolment = (facts: Plain) => call(chongqing.checkEnrolment, facts);
const first = (firstMonth: unknown) => call(chongqing.premium, { period: "first", firstMonth });
const hurt = (harm: Plain) => call(chongqing.accidentBenefit, harm);
const corridor = (profitLimit: unknown) =>
  call(lishui.settle, { premium: "1000000", claims: "800000", corridor: { profitLimit, lossLimit: "0.05" } });
const household = (facts: Plain) => call(lishui.checkEligibility, { cover: "supplementaryMedical", ...facts });
const patient = (facts: Plain) => call(luozhuang.assessClaim, { cover: "medicalSupplement", facts });
const victim = (facts: Plain) => call(zhumadian.checkEligibility, { cover: "naturalDisaster", ...facts });
const under = (options: Plain): Call => ({
  rule: chongqing.majorIllnessBenefit,
  input: { outOfCatalogueToDate: 1 },
  options,
});
const better = (terms: Plain): Call => ({ policy: chongqing.policy, terms });

const utcMidnight = new Date("2021-03-02T00:00:00Z");
const beijingMidnight = new Date("2021-03-02T00:00:00+08:00");

// The table -------------------------------------------------------------------------------------------------------------

const tables: Readonly<Record<string, readonly Row[]>> = {
  "a cover": [
    [stay({}, { cover: "大病补充" }), "cover", "UNKNOWN_CHOICE", "大病补充", "majorIllness"],
    [stay({}, { cover: "大病" }), "cover", "UNKNOWN_CHOICE", "大病", "majorIllness"],
    [stay({}, { cover: "majorillness" }), "cover", "UNKNOWN_CHOICE", "majorillness", "majorIllness"],
    [stay({}, { cover: "major_illness" }), "cover", "UNKNOWN_CHOICE", "major_illness", "majorIllness"],
    [stay({}, { cover: "MAJOR-ILLNESS" }), "cover", "UNKNOWN_CHOICE", "MAJOR-ILLNESS", "majorIllness"],
    [stay({}, { cover: "majorIlness" }), "cover", "UNKNOWN_CHOICE", "majorIlness", "majorIllness"],
    [eligible({ cover: "疾病身故 " }), "cover", "UNKNOWN_CHOICE", "疾病身故 ", "illnessDeath"],
    [eligible({ cover: "Death by illness" }), "cover", "UNKNOWN_CHOICE", "Death by illness", "illnessDeath"],
    [eligible({ cover: "意外" }), "cover", "UNKNOWN_CHOICE", "意外", "accident"],
    [eligible({ cover: "小额意外险" }), "cover", "UNKNOWN_CHOICE", "小额意外险", "accident"],
    [eligible({ cover: "升学补助" }), "cover", "UNKNOWN_CHOICE", "升学补助", "educationGrant"],
    [
      call(lishui.premiumSubsidy, { cover: "农房保险", householdPremium: 1 }),
      "cover",
      "UNKNOWN_CHOICE",
      "农房保险",
      "farmhouse",
    ],
    [call(lishui.checkSubsidy, { cover: "补充医疗" }), "cover", "UNKNOWN_CHOICE", "补充医疗", "supplementaryMedical"],
    [call(luozhuang.assessClaim, { cover: "意外伤害" }), "cover", "UNKNOWN_CHOICE", "意外伤害", "accident"],
    [call(zhumadian.assessClaim, { cover: "自然灾害" }), "cover", "UNKNOWN_CHOICE", "自然灾害", "naturalDisaster"],
    [call(zhumadian.checkEligibility, { cover: "溺水" }), "cover", "UNKNOWN_CHOICE", "溺水", "minorDrowning"],
    // Two covers are of an illness; none is of a car; a number is no name.
    [eligible({ cover: "疾病" }), "cover", "UNKNOWN_CHOICE", "疾病"],
    [eligible({ cover: "车险" }), "cover", "UNKNOWN_CHOICE", "车险"],
    [eligible({ cover: 2 }), "cover", "UNKNOWN_CHOICE", "2"],
    [eligible({ cover: ["accident"] }), "cover", "UNKNOWN_CHOICE", "[…]"],
    [eligible({ cover: null }), "cover", "UNKNOWN_CHOICE", "null"],
    [eligible({}), "cover", "MISSING", ""],
  ],

  "the name of a field": [
    [stay({ occuredOn: "2021-03-02" }), "facts.occuredOn", "UNKNOWN_FIELD", "2021-03-02", "occurredOn"],
    [stay({ OccurredOn: "2021-03-02" }), "facts.OccurredOn", "UNKNOWN_FIELD", "2021-03-02", "occurredOn"],
    [stay({ occurred_on: "2021-03-02" }), "facts.occurred_on", "UNKNOWN_FIELD", "2021-03-02", "occurredOn"],
    [stay({ "occurredOn ": "2021-03-02" }), "facts.occurredOn ", "UNKNOWN_FIELD", "2021-03-02", "occurredOn"],
    [stay({ 入院日期: "2021-03-02" }), "facts.入院日期", "UNKNOWN_FIELD", "2021-03-02", "occurredOn"],
    [stay({ 住院: true }), "facts.住院", "UNKNOWN_FIELD", "true", "inpatient"],
    [stay({ 一站式结算: true }), "facts.一站式结算", "UNKNOWN_FIELD", "true", "settledOneStop"],
    [stay({ 参保生效日: "2020-11-01" }), "facts.参保生效日", "UNKNOWN_FIELD", "2020-11-01", "enrolledFrom"],
    [stay({ "Day of admission": "2021-03-02" }), "facts.Day of admission", "UNKNOWN_FIELD", "2021-03-02", "occurredOn"],
    [stay({}, { fact: {} }), "fact", "UNKNOWN_FIELD", "{…}", "facts"],
    [stay({}, { Loss: { outOfCatalogueToDate: 1 } }), "Loss", "UNKNOWN_FIELD", "{…}", "loss"],
    [
      call(chongqing.majorIllnessBenefit, { outOfCatalogueToDate: 1, 其中已赔付: "500" }),
      "其中已赔付",
      "UNKNOWN_FIELD",
      "500",
      "paidToDate",
    ],
    [
      call(chongqing.majorIllnessBenefit, { outOfCatalogue: "58000" }),
      "outOfCatalogue",
      "UNKNOWN_FIELD",
      "58000",
      "outOfCatalogueToDate",
    ],
    [hurt({ 伤残等级: 7 }), "伤残等级", "UNKNOWN_FIELD", "7", "disabilityGrade"],
    [
      call(chongqing.settle, { insurers: [{ premium: 1, claim: "2" }] }),
      "insurers.0.claim",
      "UNKNOWN_FIELD",
      "2",
      "claims",
    ],
    [household({ 投保时的农户类别: "none" }), "投保时的农户类别", "UNKNOWN_FIELD", "none", "category"],
    [patient({ 就医地点: "city" }), "facts.就医地点", "UNKNOWN_FIELD", "city", "place"],
    [victim({ 灾害种类: "flood" }), "灾害种类", "UNKNOWN_FIELD", "flood", "peril"],
    [call(chongqing.periodOf, { 日期: "2021-03-02" }), "日期", "UNKNOWN_FIELD", "2021-03-02", "day"],
    // Nothing is near; a word that stands in the middle of a long label is not a name for it.
    [stay({ remark: "…" }), "facts.remark", "UNKNOWN_FIELD", "…"],
    [stay({ cover: "majorIllness" }), "facts.cover", "UNKNOWN_FIELD", "majorIllness"],
    [stay({ 不住院: true }), "facts.不住院", "UNKNOWN_FIELD", "true"],
    [stay({ "": 1 }), "facts.", "UNKNOWN_FIELD", "1"],
  ],

  "the place of a field": [
    [stay({}, { occurredOn: "2021-03-02" }), "occurredOn", "UNKNOWN_FIELD", "2021-03-02", "facts.occurredOn"],
    [
      stay({}, { outOfCatalogueToDate: "1" }),
      "outOfCatalogueToDate",
      "UNKNOWN_FIELD",
      "1",
      "loss.outOfCatalogueToDate",
    ],
    [
      stay({}, { claimReceivedOn: "2021-04-01" }),
      "claimReceivedOn",
      "UNKNOWN_FIELD",
      "2021-04-01",
      "dates.claimReceivedOn",
    ],
    [stay({ paidToDate: "500" }), "facts.paidToDate", "UNKNOWN_FIELD", "500", "loss.paidToDate"],
    [
      stay({}, { loss: { outOfCatalogueToDate: "1", inpatient: true } }),
      "loss.inpatient",
      "UNKNOWN_FIELD",
      "true",
      "facts.inpatient",
    ],
    [patient({ totalExpenses: "100000" }), "facts.totalExpenses", "UNKNOWN_FIELD", "100000", "loss.totalExpenses"],
    // A fact of another cover.
    [stay({ diedOfIllness: true }), "facts.diedOfIllness", "UNKNOWN_FIELD", "true", "illnessDeath"],
    [stay({ exam: "other" }), "facts.exam", "UNKNOWN_FIELD", "other", "educationGrant"],
    [eligible({ cover: "illnessDeath", accidental: true }), "accidental", "UNKNOWN_FIELD", "true", "accident"],
    [stay({}, { loss: { level: "bachelor" } }), "loss.level", "UNKNOWN_FIELD", "bachelor", "educationGrant"],
    [household({ collapsed: true }), "collapsed", "UNKNOWN_FIELD", "true", "farmhouse"],
    [patient({ accidental: true }), "facts.accidental", "UNKNOWN_FIELD", "true", "accident"],
    [victim({ hitAndRun: true }), "hitAndRun", "UNKNOWN_FIELD", "true", "trafficAccident"],
  ],

  "a word": [
    [student("恶性肿瘤"), "disease", "UNKNOWN_CHOICE", "恶性肿瘤", "malignantTumor"],
    [student("malignantTumour"), "disease", "UNKNOWN_CHOICE", "malignantTumour", "malignantTumor"],
    [student("MALIGNANT_TUMOR"), "disease", "UNKNOWN_CHOICE", "MALIGNANT_TUMOR", "malignantTumor"],
    [student("严重川崎病"), "disease", "UNKNOWN_CHOICE", "严重川崎病", "severeKawasakiDisease"],
    [student("严重Ⅲ度烧伤"), "disease", "UNKNOWN_CHOICE", "严重Ⅲ度烧伤", "severeThirdDegreeBurns"],
    [student("其它疾病"), "disease", "UNKNOWN_CHOICE", "其它疾病", "other"],
    [enrolment({ categories: ["orphans"] }), "categories.0", "UNKNOWN_CHOICE", "orphans", "orphan"],
    [enrolment({ categories: ["none", "低保"] }), "categories.1", "UNKNOWN_CHOICE", "低保", "minimumLivingGuarantee"],
    [enrolment({ categories: ["特困人员"] }), "categories.0", "UNKNOWN_CHOICE", "特困人员", "extremePoverty"],
    [call(chongqing.educationGrant, { level: "本科" }), "level", "UNKNOWN_CHOICE", "本科", "bachelor"],
    [call(chongqing.educationGrant, { level: "本科生" }), "level", "UNKNOWN_CHOICE", "本科生", "bachelor"],
    [call(chongqing.educationGrant, { level: "Bachelor" }), "level", "UNKNOWN_CHOICE", "Bachelor", "bachelor"],
    [call(chongqing.premium, { period: "第一", firstMonth: "2021-03" }), "period", "UNKNOWN_CHOICE", "第一", "first"],
    [household({ category: "低保边缘对象" }), "category", "UNKNOWN_CHOICE", "低保边缘对象"],
    [
      household({ category: "最低生活保障对象" }),
      "category",
      "UNKNOWN_CHOICE",
      "最低生活保障对象",
      "minimumLivingGuarantee",
    ],
    [household({ setting: "特殊门诊 " }), "setting", "UNKNOWN_CHOICE", "特殊门诊 ", "specialOutpatient"],
    [patient({ place: "市外" }), "facts.place", "UNKNOWN_CHOICE", "市外", "outsideCity"],
    [patient({ setting: "住院" }), "facts.setting", "UNKNOWN_CHOICE", "住院", "inpatient"],
    [patient({ status: "即时帮扶" }), "facts.status", "UNKNOWN_CHOICE", "即时帮扶", "instantAssistance"],
    [victim({ peril: "雹灾" }), "peril", "UNKNOWN_CHOICE", "雹灾", "hail"],
    [victim({ peril: "Floods" }), "peril", "UNKNOWN_CHOICE", "Floods", "flood"],
    // Another thing, the opposite, or no text: 专科 is one character from 本科 and not near it.
    [call(chongqing.educationGrant, { level: "专科" }), "level", "UNKNOWN_CHOICE", "专科"],
    [enrolment({ categories: ["非低保对象"] }), "categories.0", "UNKNOWN_CHOICE", "非低保对象"],
    [student("感冒"), "disease", "UNKNOWN_CHOICE", "感冒"],
    [student(""), "disease", "UNKNOWN_CHOICE", ""],
    [student(3), "disease", "UNKNOWN_CHOICE", "3"],
    [student("constructor"), "disease", "UNKNOWN_CHOICE", "constructor"],
  ],

  "a day": [
    [stay({ occurredOn: "2021/3/2" }), "facts.occurredOn", "INVALID_DAY", "2021/3/2", "2021-03-02"],
    [stay({ occurredOn: "2021.3.2" }), "facts.occurredOn", "INVALID_DAY", "2021.3.2", "2021-03-02"],
    [stay({ occurredOn: "2021-3-2" }), "facts.occurredOn", "INVALID_DAY", "2021-3-2", "2021-03-02"],
    [stay({ occurredOn: "2021—03—02" }), "facts.occurredOn", "INVALID_DAY", "2021—03—02", "2021-03-02"],
    [stay({ occurredOn: " 2021-03-02" }), "facts.occurredOn", "INVALID_DAY", " 2021-03-02", "2021-03-02"],
    [
      stay({ occurredOn: "２０２１－０３－０２" }),
      "facts.occurredOn",
      "INVALID_DAY",
      "２０２１－０３－０２",
      "2021-03-02",
    ],
    [stay({ occurredOn: "20210302" }), "facts.occurredOn", "INVALID_DAY", "20210302", "2021-03-02"],
    [stay({ occurredOn: 20210302 }), "facts.occurredOn", "INVALID_DAY", "20210302", "2021-03-02"],
    [stay({ occurredOn: "2021年3月2日" }), "facts.occurredOn", "INVALID_DAY", "2021年3月2日", "2021-03-02"],
    [stay({ occurredOn: "2021年3月2号" }), "facts.occurredOn", "INVALID_DAY", "2021年3月2号", "2021-03-02"],
    [stay({ occurredOn: "二〇二一年三月二日" }), "facts.occurredOn", "INVALID_DAY", "二〇二一年三月二日", "2021-03-02"],
    [
      stay({ occurredOn: "二○二一年十二月三十一日" }),
      "facts.occurredOn",
      "INVALID_DAY",
      "二○二一年十二月三十一日",
      "2021-12-31",
    ],
    [
      stay({ occurredOn: "2021-03-02 08:30:00" }),
      "facts.occurredOn",
      "INVALID_DAY",
      "2021-03-02 08:30:00",
      "2021-03-02",
    ],
    [
      stay({ occurredOn: "2021-03-02T00:00:00" }),
      "facts.occurredOn",
      "INVALID_DAY",
      "2021-03-02T00:00:00",
      "2021-03-02",
    ],
    [
      stay({ occurredOn: "2021-03-02T00:00:00Z" }),
      "facts.occurredOn",
      "INVALID_DAY",
      "2021-03-02T00:00:00Z",
      "2021-03-02",
    ],
    // Midnight in Beijing, as JSON.stringify and Java write it.
    [
      stay({ occurredOn: "2021-03-01T16:00:00.000Z" }),
      "facts.occurredOn",
      "INVALID_DAY",
      "2021-03-01T16:00:00.000Z",
      "2021-03-02",
    ],
    [
      stay({ occurredOn: "2021-03-01T16:00:00.000+0000" }),
      "facts.occurredOn",
      "INVALID_DAY",
      "2021-03-01T16:00:00.000+0000",
      "2021-03-02",
    ],
    [
      stay({ occurredOn: "2021-03-02T00:00+08:00[Asia/Shanghai]" }),
      "facts.occurredOn",
      "INVALID_DAY",
      "2021-03-02T00:00+08:00[Asia/Shanghai]",
      "2021-03-02",
    ],
    [stay({ occurredOn: utcMidnight }), "facts.occurredOn", "INVALID_DAY", "2021-03-02T00:00:00.000Z", "2021-03-02"],
    [
      stay({ occurredOn: beijingMidnight }),
      "facts.occurredOn",
      "INVALID_DAY",
      "2021-03-01T16:00:00.000Z",
      "2021-03-02",
    ],
    [stay({ occurredOn: +beijingMidnight }), "facts.occurredOn", "INVALID_DAY", "1614614400000", "2021-03-02"],
    [stay({ occurredOn: [2021, 3, 2] }), "facts.occurredOn", "INVALID_DAY", "[…]", "2021-03-02"],
    // A spreadsheet's serial, as a number, with its time, and as text in a CSV.
    [stay({ occurredOn: 44257 }), "facts.occurredOn", "INVALID_DAY", "44257", "2021-03-02"],
    [stay({ occurredOn: 44257.354 }), "facts.occurredOn", "INVALID_DAY", "44257.354", "2021-03-02"],
    [stay({ occurredOn: "44257" }), "facts.occurredOn", "INVALID_DAY", "44257", "2021-03-02"],
    [household({ occurredOn: "2018/1/1" }), "occurredOn", "INVALID_DAY", "2018/1/1", "2018-01-01"],
    [patient({ occurredOn: "2020.5.1" }), "facts.occurredOn", "INVALID_DAY", "2020.5.1", "2020-05-01"],
    [victim({ occurredOn: "20191201" }), "occurredOn", "INVALID_DAY", "20191201", "2019-12-01"],
    [
      stay({}, { dates: { claimReceivedOn: "2021/4/1" } }),
      "dates.claimReceivedOn",
      "INVALID_DAY",
      "2021/4/1",
      "2021-04-01",
    ],
    // No such day, or not to be told.
    [stay({ occurredOn: "2021-02-30" }), "facts.occurredOn", "INVALID_DAY", "2021-02-30"],
    [stay({ occurredOn: "20210230" }), "facts.occurredOn", "INVALID_DAY", "20210230"],
    [stay({ occurredOn: "2021年2月29日" }), "facts.occurredOn", "INVALID_DAY", "2021年2月29日"],
    [stay({ occurredOn: "03/02/2021" }), "facts.occurredOn", "INVALID_DAY", "03/02/2021"],
    [stay({ occurredOn: "21-3-2" }), "facts.occurredOn", "INVALID_DAY", "21-3-2"],
    [stay({ occurredOn: "2021-03" }), "facts.occurredOn", "INVALID_DAY", "2021-03"],
    [stay({ occurredOn: "2021" }), "facts.occurredOn", "INVALID_DAY", "2021"],
    [stay({ occurredOn: 2021 }), "facts.occurredOn", "INVALID_DAY", "2021"],
    [stay({ occurredOn: "去年" }), "facts.occurredOn", "INVALID_DAY", "去年"],
    [stay({ occurredOn: "abc" }), "facts.occurredOn", "INVALID_DAY", "abc"],
    [stay({ occurredOn: "" }), "facts.occurredOn", "INVALID_DAY", ""],
    [stay({ occurredOn: new Date(Number.NaN) }), "facts.occurredOn", "INVALID_DAY", "{…}"],
    [stay({ occurredOn: {} }), "facts.occurredOn", "INVALID_DAY", "{…}"],
    [stay({ occurredOn: true }), "facts.occurredOn", "INVALID_DAY", "true"],
  ],

  "a month": [
    [first("2021/3"), "firstMonth", "INVALID_MONTH", "2021/3", "2021-03"],
    [first("2021-3"), "firstMonth", "INVALID_MONTH", "2021-3", "2021-03"],
    [first("2021.03"), "firstMonth", "INVALID_MONTH", "2021.03", "2021-03"],
    [first("202103"), "firstMonth", "INVALID_MONTH", "202103", "2021-03"],
    [first(202103), "firstMonth", "INVALID_MONTH", "202103", "2021-03"],
    [first("2021年3月"), "firstMonth", "INVALID_MONTH", "2021年3月", "2021-03"],
    [first("2021年3月份"), "firstMonth", "INVALID_MONTH", "2021年3月份", "2021-03"],
    [first("2021-03-02"), "firstMonth", "INVALID_MONTH", "2021-03-02", "2021-03"],
    [first("2021/3/2"), "firstMonth", "INVALID_MONTH", "2021/3/2", "2021-03"],
    [first(beijingMidnight), "firstMonth", "INVALID_MONTH", "2021-03-01T16:00:00.000Z", "2021-03"],
    [first(44257), "firstMonth", "INVALID_MONTH", "44257", "2021-03"],
    [enrolment({ month: "2021/03" }), "month", "INVALID_MONTH", "2021/03", "2021-03"],
    // March has no number 13; 2021.1 may have been October; which year?
    [first("2021-13"), "firstMonth", "INVALID_MONTH", "2021-13"],
    [first(2021.1), "firstMonth", "INVALID_MONTH", "2021.1"],
    [first("3月"), "firstMonth", "INVALID_MONTH", "3月"],
    [first(3), "firstMonth", "INVALID_MONTH", "3"],
    [first({}), "firstMonth", "INVALID_MONTH", "{…}"],
  ],

  "an amount": [
    [bills("1,000"), "outOfCatalogueToDate", "INVALID_AMOUNT", "1,000", "1000"],
    [bills("1，234，567.89"), "outOfCatalogueToDate", "INVALID_AMOUNT", "1，234，567.89", "1234567.89"],
    [bills("58 000"), "outOfCatalogueToDate", "INVALID_AMOUNT", "58 000", "58000"],
    [bills("￥58000"), "outOfCatalogueToDate", "INVALID_AMOUNT", "￥58000", "58000"],
    [bills("¥58,000.50"), "outOfCatalogueToDate", "INVALID_AMOUNT", "¥58,000.50", "58000.5"],
    [bills("人民币58000元整"), "outOfCatalogueToDate", "INVALID_AMOUNT", "人民币58000元整", "58000"],
    [bills("58000元"), "outOfCatalogueToDate", "INVALID_AMOUNT", "58000元", "58000"],
    [bills(" 58000 "), "outOfCatalogueToDate", "INVALID_AMOUNT", " 58000 ", "58000"],
    [bills("５８０００．５"), "outOfCatalogueToDate", "INVALID_AMOUNT", "５８０００．５", "58000.5"],
    [bills("5.8万"), "outOfCatalogueToDate", "INVALID_AMOUNT", "5.8万", "58000"],
    [bills("5.8万元"), "outOfCatalogueToDate", "INVALID_AMOUNT", "5.8万元", "58000"],
    [bills("+58000"), "outOfCatalogueToDate", "INVALID_AMOUNT", "+58000", "58000"],
    [bills("58000."), "outOfCatalogueToDate", "INVALID_AMOUNT", "58000.", "58000"],
    [bills(".5"), "outOfCatalogueToDate", "INVALID_AMOUNT", ".5", "0.5"],
    // A database's four decimals, Java's BigDecimal, a long, and the noise of binary sums.
    [bills("58000.5000"), "outOfCatalogueToDate", "INVALID_AMOUNT", "58000.5000", "58000.5"],
    [bills("5.8E+4"), "outOfCatalogueToDate", "INVALID_AMOUNT", "5.8E+4", "58000"],
    [bills(58000n), "outOfCatalogueToDate", "INVALID_AMOUNT", "58000", "58000"],
    [bills(0.1 + 0.2), "outOfCatalogueToDate", "INVALID_AMOUNT", "0.30000000000000004", "0.3"],
    [bills("58000.299999999996"), "outOfCatalogueToDate", "INVALID_AMOUNT", "58000.299999999996", "58000.3"],
    [
      stay({}, { loss: { outOfCatalogueToDate: "58,000元" } }),
      "loss.outOfCatalogueToDate",
      "INVALID_AMOUNT",
      "58,000元",
      "58000",
    ],
    [
      call(chongqing.settle, { insurers: [{ premium: "1.2亿元", claims: 1 }] }),
      "insurers.0.premium",
      "INVALID_AMOUNT",
      "1.2亿元",
      "120000000",
    ],
    [
      call(lishui.loanLossShares, { principalLoss: "7万", interestLoss: 0 }),
      "principalLoss",
      "INVALID_AMOUNT",
      "7万",
      "70000",
    ],
    [
      call(luozhuang.premiumDue, { standard: "500,000", carriedForward: 0 }),
      "standard",
      "INVALID_AMOUNT",
      "500,000",
      "500000",
    ],
    [call(zhumadian.rescuerBenefit, { medicalExpenses: "800元" }), "medicalExpenses", "INVALID_AMOUNT", "800元", "800"],
    // No amount, half a fen, a sign, a mark in the wrong place, and more than anyone has.
    [bills("-5"), "outOfCatalogueToDate", "INVALID_AMOUNT", "-5"],
    [bills(-5), "outOfCatalogueToDate", "INVALID_AMOUNT", "-5"],
    [bills("(5)"), "outOfCatalogueToDate", "INVALID_AMOUNT", "(5)"],
    [bills("abc"), "outOfCatalogueToDate", "INVALID_AMOUNT", "abc"],
    [bills("五万八千"), "outOfCatalogueToDate", "INVALID_AMOUNT", "五万八千"],
    [bills("$58000"), "outOfCatalogueToDate", "INVALID_AMOUNT", "$58000"],
    [bills("1,00"), "outOfCatalogueToDate", "INVALID_AMOUNT", "1,00"],
    [bills("1.000,50"), "outOfCatalogueToDate", "INVALID_AMOUNT", "1.000,50"],
    [bills("58000.005"), "outOfCatalogueToDate", "INVALID_AMOUNT", "58000.005"],
    [bills(58000.005), "outOfCatalogueToDate", "INVALID_AMOUNT", "58000.005"],
    [bills("58000-60000"), "outOfCatalogueToDate", "INVALID_AMOUNT", "58000-60000"],
    [bills("99999999999999万"), "outOfCatalogueToDate", "INVALID_AMOUNT", "99999999999999万"],
    [bills(1e21), "outOfCatalogueToDate", "INVALID_AMOUNT", "1e+21"],
    [bills("0x1F"), "outOfCatalogueToDate", "INVALID_AMOUNT", "0x1F"],
    [bills("#N/A"), "outOfCatalogueToDate", "INVALID_AMOUNT", "#N/A"],
    [bills(Number.NaN), "outOfCatalogueToDate", "INVALID_AMOUNT", "NaN"],
    [bills(Number.POSITIVE_INFINITY), "outOfCatalogueToDate", "INVALID_AMOUNT", "Infinity"],
    [bills(true), "outOfCatalogueToDate", "INVALID_AMOUNT", "true"],
    [bills(null), "outOfCatalogueToDate", "INVALID_AMOUNT", "null"],
    [bills({}), "outOfCatalogueToDate", "INVALID_AMOUNT", "{…}"],
    [bills([58000]), "outOfCatalogueToDate", "INVALID_AMOUNT", "[…]"],
    [bills(""), "outOfCatalogueToDate", "INVALID_AMOUNT", ""],
  ],

  "a rate": [
    [corridor("5%"), "corridor.profitLimit", "INVALID_RATE", "5%", "0.05"],
    [corridor("25％"), "corridor.profitLimit", "INVALID_RATE", "25％", "0.25"],
    [corridor(25), "corridor.profitLimit", "INVALID_RATE", "25", "0.25"],
    [corridor("25"), "corridor.profitLimit", "INVALID_RATE", "25", "0.25"],
    [corridor("12.5 %"), "corridor.profitLimit", "INVALID_RATE", "12.5 %", "0.125"],
    [corridor("百分之25"), "corridor.profitLimit", "INVALID_RATE", "百分之25", "0.25"],
    [corridor("5‰"), "corridor.profitLimit", "INVALID_RATE", "5‰", "0.005"],
    [corridor("7成"), "corridor.profitLimit", "INVALID_RATE", "7成", "0.7"],
    [corridor(" 0.25"), "corridor.profitLimit", "INVALID_RATE", " 0.25", "0.25"],
    [corridor("2.5E-1"), "corridor.profitLimit", "INVALID_RATE", "2.5E-1", "0.25"],
    [corridor(0.1 + 0.2), "corridor.profitLimit", "INVALID_RATE", "0.30000000000000004", "0.3"],
    [hurt({ disabilityRate: "100%" }), "disabilityRate", "INVALID_RATE", "100%", "1"],
    // Above all of it, below nothing, or 1.5 % as well as 150 %.
    [corridor("150%"), "corridor.profitLimit", "INVALID_RATE", "150%"],
    [corridor(1.5), "corridor.profitLimit", "INVALID_RATE", "1.5"],
    [corridor("-5%"), "corridor.profitLimit", "INVALID_RATE", "-5%"],
    [corridor("25元"), "corridor.profitLimit", "INVALID_RATE", "25元"],
    [corridor("7:3"), "corridor.profitLimit", "INVALID_RATE", "7:3"],
    [corridor("1/4"), "corridor.profitLimit", "INVALID_RATE", "1/4"],
    [corridor("%"), "corridor.profitLimit", "INVALID_RATE", "%"],
    [corridor(Number.NaN), "corridor.profitLimit", "INVALID_RATE", "NaN"],
    [corridor({}), "corridor.profitLimit", "INVALID_RATE", "{…}"],
  ],

  "yes or no": [
    [stay({ inpatient: "是" }), "facts.inpatient", "WRONG_TYPE", "是", "true"],
    [stay({ inpatient: "否" }), "facts.inpatient", "WRONG_TYPE", "否", "false"],
    [stay({ inpatient: "yes" }), "facts.inpatient", "WRONG_TYPE", "yes", "true"],
    [stay({ inpatient: "N" }), "facts.inpatient", "WRONG_TYPE", "N", "false"],
    [stay({ inpatient: 1 }), "facts.inpatient", "WRONG_TYPE", "1", "true"],
    [stay({ inpatient: 0 }), "facts.inpatient", "WRONG_TYPE", "0", "false"],
    [stay({ inpatient: "0" }), "facts.inpatient", "WRONG_TYPE", "0", "false"],
    [stay({ inpatient: "true" }), "facts.inpatient", "WRONG_TYPE", "true", "true"],
    [stay({ inpatient: "FALSE" }), "facts.inpatient", "WRONG_TYPE", "FALSE", "false"],
    [stay({ inpatient: "√" }), "facts.inpatient", "WRONG_TYPE", "√", "true"],
    [stay({ inpatient: "×" }), "facts.inpatient", "WRONG_TYPE", "×", "false"],
    // Not known is an answer to a fact.
    [stay({ inpatient: "不清楚" }), "facts.inpatient", "WRONG_TYPE", "不清楚", "null"],
    [stay({ inpatient: "待查明" }), "facts.inpatient", "WRONG_TYPE", "待查明", "null"],
    [household({ thirdPartyLiable: "无" }), "thirdPartyLiable", "WRONG_TYPE", "无", "false"],
    [patient({ designatedInstitution: "是。" }), "facts.designatedInstitution", "WRONG_TYPE", "是。", "true"],
    [hurt({ death: "no" }), "death", "WRONG_TYPE", "no", "false"],
    [stay({ inpatient: "是/否" }), "facts.inpatient", "WRONG_TYPE", "是/否"],
    [stay({ inpatient: "maybe" }), "facts.inpatient", "WRONG_TYPE", "maybe"],
    [stay({ inpatient: -1 }), "facts.inpatient", "WRONG_TYPE", "-1"],
    [stay({ inpatient: 2 }), "facts.inpatient", "WRONG_TYPE", "2"],
    [stay({ inpatient: "" }), "facts.inpatient", "WRONG_TYPE", ""],
    [stay({ inpatient: {} }), "facts.inpatient", "WRONG_TYPE", "{…}"],
  ],

  "a whole number": [
    [hurt({ disabilityGrade: "7" }), "disabilityGrade", "WRONG_TYPE", "7", "7"],
    [hurt({ disabilityGrade: "7级" }), "disabilityGrade", "WRONG_TYPE", "7级", "7"],
    [hurt({ disabilityGrade: "七级" }), "disabilityGrade", "WRONG_TYPE", "七级", "7"],
    [hurt({ disabilityGrade: "十级伤残" }), "disabilityGrade", "WRONG_TYPE", "十级伤残", "10"],
    [hurt({ disabilityGrade: "Grade 7" }), "disabilityGrade", "WRONG_TYPE", "Grade 7", "7"],
    [hurt({ disabilityGrade: " ７ " }), "disabilityGrade", "WRONG_TYPE", " ７ ", "7"],
    [hurt({ disabilityGrade: "7.0" }), "disabilityGrade", "WRONG_TYPE", "7.0", "7"],
    [hurt({ disabilityGrade: 7n }), "disabilityGrade", "WRONG_TYPE", "7", "7"],
    [
      call(luozhuang.premium, { line: "accident", persons: "12,345人", standard: 10 }),
      "persons",
      "WRONG_TYPE",
      "12,345人",
      "12345",
    ],
    [hurt({ disabilityGrade: 7.5 }), "disabilityGrade", "WRONG_TYPE", "7.5"],
    [hurt({ disabilityGrade: "7.5" }), "disabilityGrade", "WRONG_TYPE", "7.5"],
    [hurt({ disabilityGrade: "重度" }), "disabilityGrade", "WRONG_TYPE", "重度"],
    [hurt({ disabilityGrade: 0 }), "disabilityGrade", "OUT_OF_RANGE", "0"],
    [hurt({ disabilityGrade: 11 }), "disabilityGrade", "OUT_OF_RANGE", "11"],
    [hurt({ disabilityGrade: true }), "disabilityGrade", "WRONG_TYPE", "true"],
  ],

  "a text or a list": [
    [victim({ registeredDivision: 411721 }), "registeredDivision", "WRONG_TYPE", "411721", '"411721"'],
    [call(chongqing.insurerFor, { area: 500106 }), "area", "WRONG_TYPE", "500106", '"500106"'],
    [
      call(chongqing.planEnrolment, { month: "2021-03", roster: [], enrolled: [101] }),
      "enrolled.0",
      "WRONG_TYPE",
      "101",
      '"101"',
    ],
    [enrolment({ categories: "orphan" }), "categories", "WRONG_TYPE", "orphan", '["orphan"]'],
    [
      call(chongqing.planEnrolment, { month: "2021-03", roster: [], enrolled: "A1" }),
      "enrolled",
      "WRONG_TYPE",
      "A1",
      '["A1"]',
    ],
    [
      call(chongqing.settle, { insurers: { premium: "1", claims: "2" } }),
      "insurers",
      "WRONG_TYPE",
      "{…}",
      '[{"premium":"1","claims":"2"}]',
    ],
    [enrolment({ categories: "孤儿、低保" }), "categories", "WRONG_TYPE", "孤儿、低保"],
    [enrolment({ categories: [] }), "categories", "MISSING", "[]"],
    [call(chongqing.insurerFor, { area: true }), "area", "WRONG_TYPE", "true"],
    [call(chongqing.insurerFor, { area: "" }), "area", "MISSING", ""],
    [call(chongqing.assessClaim, "majorIllness"), "", "WRONG_TYPE", "majorIllness"],
    [call(chongqing.assessClaim, [{ cover: "majorIllness" }]), "", "WRONG_TYPE", "[…]"],
    [call(chongqing.assessClaim, undefined), "", "WRONG_TYPE", ""],
    [stay({}, { facts: "住院" }), "facts", "WRONG_TYPE", "住院"],
  ],

  "an option": [
    [under({ reading: {} }), "reading", "UNKNOWN_FIELD", "{…}", "readings"],
    [under({ Policy: chongqing.policy }), "Policy", "UNKNOWN_FIELD", "{…}", "policy"],
    [under({ calender: chinaWorkCalendar }), "calender", "UNKNOWN_FIELD", "{…}", "calendar"],
    [under({ readings: { settlment: "orManual" } }), "readings.settlment", "UNKNOWN_READING", "orManual", "settlement"],
    [
      under({ readings: { age_reached_on: "dayAfter" } }),
      "readings.age_reached_on",
      "UNKNOWN_READING",
      "dayAfter",
      "ageReachedOn",
    ],
    [under({ readings: { settlement: "ormanual" } }), "readings.settlement", "UNKNOWN_READING", "ormanual", "orManual"],
    [
      under({ readings: { settlement: "手工报销亦可" } }),
      "readings.settlement",
      "UNKNOWN_READING",
      "手工报销亦可",
      "orManual",
    ],
    [
      under({ readings: { deathAfterDisability: "较高的一项" } }),
      "readings.deathAfterDisability",
      "UNKNOWN_READING",
      "较高的一项",
      "higher",
    ],
    [
      { rule: zhumadian.settle, input: {}, options: { readings: { personscope: "registered" } } },
      "readings.personscope",
      "UNKNOWN_READING",
      "registered",
      "personScope",
    ],
    [
      { rule: lishui.checkSubsidy, input: {}, options: { readings: { declining: "payout_rate" } } },
      "readings.declining",
      "UNKNOWN_READING",
      "payout_rate",
      "payoutRate",
    ],
    [under({ locale: "zh" }), "locale", "UNKNOWN_FIELD", "zh"],
    [under({ readings: { settlement: true } }), "readings.settlement", "UNKNOWN_READING", "true"],
    [under({ readings: { multipleCovers: "highest" } }), "readings.multipleCovers", "UNKNOWN_READING", "highest"],
    [under({ policy: lishui.policy }), "policy", "WRONG_TYPE", "{…}"],
    [under({ readings: "favourable" }), "readings", "WRONG_TYPE", "favourable"],
  ],

  "an amendment": [
    [better({ majorillness: { annualLimit: 1 } }), "terms.majorillness", "UNKNOWN_FIELD", "{…}", "majorIllness"],
    [
      better({ majorIllness: { annualLimits: "200000" } }),
      "terms.majorIllness.annualLimits",
      "UNKNOWN_FIELD",
      "200000",
      "annualLimit",
    ],
    [
      better({ majorIllness: { 年度限额: "200000" } }),
      "terms.majorIllness.年度限额",
      "UNKNOWN_FIELD",
      "200000",
      "annualLimit",
    ],
    [
      better({ majorIllness: { annualLimit: "20万" } }),
      "terms.majorIllness.annualLimit",
      "INVALID_AMOUNT",
      "20万",
      "200000",
    ],
    [
      better({ settlement: { policyholderShare: "60%" } }),
      "terms.settlement.policyholderShare",
      "INVALID_RATE",
      "60%",
      "0.6",
    ],
    [better({ first: { from: "2020/11/1" } }), "terms.first.from", "INVALID_DAY", "2020/11/1", "2020-11-01"],
    [
      better({ studentCriticalIllness: { maximumAge: "25岁" } }),
      "terms.studentCriticalIllness.maximumAge",
      "WRONG_TYPE",
      "25岁",
      "25",
    ],
    [better({ accident: { accidental: "否" } }), "terms.accident.accidental", "WRONG_TYPE", "否", "false"],
    [
      better({ enrolment: { categories: ["孤儿"] } }),
      "terms.enrolment.categories.0",
      "UNKNOWN_CHOICE",
      "孤儿",
      "orphan",
    ],
    [
      better({ enrolment: { categories: "orphan" } }),
      "terms.enrolment.categories",
      "WRONG_TYPE",
      "orphan",
      '["orphan"]',
    ],
    [
      { policy: lishui.policy, terms: { supplementaryMedical: { limits: 1 } } },
      "terms.supplementaryMedical.limits",
      "UNKNOWN_FIELD",
      "1",
      "limit",
    ],
    [better({ majorIllness: { colour: 1 } }), "terms.majorIllness.colour", "UNKNOWN_FIELD", "1"],
    [better({ majorIllness: "20万" }), "terms.majorIllness", "WRONG_TYPE", "20万"],
    [better({ majorIllness: { annualLimit: null } }), "terms.majorIllness.annualLimit", "INVALID_AMOUNT", "null"],
  ],
};

// How a row is tried ----------------------------------------------------------------------------------------------------

/** The problems of a call; none when it is accepted. */
function issuesOf(odd: Call): readonly Issue[] {
  try {
    if ("policy" in odd) amend(odd.policy, { terms: odd.terms });
    else {
      const outcome = odd.rule.safe(odd.input, "options" in odd ? odd.options : undefined);
      if (!outcome.ok) throw outcome.error;
    }
    return [];
  } catch (error) {
    if (error instanceof PolicyInputError) return error.issues;
    throw error;
  }
}

const textOf = (path: readonly Step[]) => path.join(".");

/** A copy of plain data with the value at a path replaced, or taken out. */
function put(data: unknown, path: readonly Step[], value: unknown, into: "here" | "out" = "here"): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const copy = (Array.isArray(data) ? data.slice() : { ...(data as object) }) as Record<Step, unknown>;
  if (rest.length > 0) copy[step] = put(copy[step], rest, value, into);
  else if (into === "out") Reflect.deleteProperty(copy, step);
  else copy[step] = value;
  return copy;
}

const at = (data: unknown, path: readonly Step[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<Step, unknown>)[step], data);

/** The same call with what it was given changed. */
function changed(odd: Call, change: (data: unknown) => unknown): Call {
  if ("policy" in odd) return { ...odd, terms: (change({ terms: odd.terms }) as { terms: Plain }).terms };
  if ("options" in odd) return { ...odd, options: change(odd.options) as Plain };
  return { ...odd, input: change(odd.input) };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The calls that a suggestion may ask for: a value put in place, as text or as what the text says, or a name in place of another. */
function mended(odd: Call, { path, code, meant = "" }: Issue): { call: Call; at: readonly Step[] }[] {
  const parent = path.slice(0, -1);
  const isName = code === "UNKNOWN_FIELD" || (code === "UNKNOWN_READING" && !knownReading(odd, path.at(-1)));
  if (!isName)
    return [meant, asJson(meant)].map((value) => ({ call: changed(odd, (data) => put(data, path, value)), at: path }));
  const isCover = "rule" in odd && "covers" in odd.rule.fields && Object.hasOwn(odd.rule.fields.covers, meant);
  if (isCover) return [{ call: changed(odd, (data) => put(data, ["cover"], meant)), at: path }];
  const target = meant.includes(".") ? meant.split(".") : [...parent, meant];
  const call = changed(odd, (data) => put(put(data, path, undefined, "out"), target, at(data, path)));
  return [{ call, at: target }];
}

const knownReading = (odd: Call, step: Step | undefined) =>
  "rule" in odd && Object.hasOwn(odd.rule.policy.readings, step ?? "");

const isWithin = (path: readonly Step[], place: readonly Step[]) => place.every((step, index) => path[index] === step);

describe("an odd input is refused, told and, where something fits, answered with a suggestion", () => {
  for (const [about, rows] of Object.entries(tables)) {
    describe(about, () => {
      for (const [odd, path, code, received, meant] of rows) {
        it(`${path} ${received} → ${meant ?? "–"}`, () => {
          const issue = issuesOf(odd).find((each) => textOf(each.path) === path);
          expect(issue).toMatchObject({ code, received });
          expect(issue?.meant).toBe(meant);
          const { zh = "", en = "" } = issue?.message ?? {};
          for (const shown of [received, meant ?? ""]) {
            expect(zh).toContain(shown);
            expect(en).toContain(shown);
          }
        });
      }
    });
  }

  const all = Object.values(tables).flat();

  it("in at least 67 ways", () => {
    expect(all.length).toBeGreaterThanOrEqual(67);
  });

  it("and every suggestion, put in the place of what was given, is accepted there", () => {
    for (const [odd, path, , , meant] of all) {
      if (meant === undefined) continue;
      const issue = issuesOf(odd).find((each) => textOf(each.path) === path) as Issue;
      const accepted = mended(odd, issue).some(({ call: better, at: place }) =>
        issuesOf(better).every((each) => !isWithin(each.path, place)),
      );
      expect(accepted, `${path}: ${meant}`).toBe(true);
    }
  });

  it("and nothing is coerced: whatever was meant, the input is refused as it stands, and is not changed", () => {
    for (const [odd, path] of all) {
      const before = "rule" in odd ? odd.input : odd.terms;
      const copy = structuredClone(before);
      expect(issuesOf(odd).map((issue) => textOf(issue.path))).toContain(path);
      expect(before).toEqual(copy);
    }
  });
});

// Laws ------------------------------------------------------------------------------------------------------------------

const digits = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789.,-/ %年月日号元万亿T:Z+E"')),
  maxLength: 24,
});
const anything = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true }),
  fc.string({ unit: "binary", maxLength: 80 }),
  digits,
  fc.double(),
  fc.integer({ min: -1e9, max: 3e9 }).map((number) => number / 100),
  fc.integer({ min: 0, max: 99_991_231 }),
  fc.date({ noInvalidDate: false }),
);

/** What a field says of a value, with the suggestion as it would be put in. */
function said(field: Field, value: unknown): { refused: boolean; meant: string | undefined } {
  const issues: Issue[] = [];
  field.read(value, issues);
  return { refused: issues.length > 0, meant: issues.find(({ path }) => path.length === 0)?.meant };
}

const reads = (field: Field, value: unknown): boolean => {
  const issues: Issue[] = [];
  if (value === null && field.presence === "fact") return true;
  field.read(value, issues);
  return issues.length === 0;
};

describe("whatever is given", () => {
  const fields: Readonly<Record<string, Field>> = {
    amount: money("", ""),
    rate: rateUpToOne("", ""),
    day: day("", ""),
    month: month("", ""),
    fact: fact(flag("", "")),
    number: integer("", "", 0, Number.MAX_SAFE_INTEGER),
    text: name("", ""),
    word: oneOf(chongqing.diseases, "", ""),
    list: list(oneOf(chongqing.categories, "", ""), "", ""),
  };
  for (const [kind, field] of Object.entries(fields)) {
    law(`what was meant by a ${kind} is itself accepted`, [anything], (value) => {
      const { refused, meant } = said(field, value);
      if (meant === undefined) return;
      expect(refused).toBe(true);
      expect(reads(field, meant) || reads(field, asJson(meant)), meant).toBe(true);
    });
  }

  law("an amount that was meant is the same number", [fc.integer({ min: 0, max: 1e11 })], (fen) => {
    const plain = yuan((fen / 100).toFixed(2));
    const [whole = "", cents = ""] = plain.toString().split(".");
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
    const written = [`￥${whole}.${cents}`, `${whole}.${cents}元`, ` ${whole}.${cents}`, `${whole}.${cents}00`];
    if (grouped !== whole) written.push(`${grouped}.${cents}`);
    for (const each of written) expect(yuan(meantAmount(each) ?? "0").equals(plain), each).toBe(true);
  });

  law("a rate that was meant is the same number", [fc.integer({ min: 0, max: 10_000 })], (basis) => {
    const written = `${basis / 100}%`;
    expect(rate(meantRate(written) ?? "0").equals(rate((basis / 10_000).toFixed(4))), written).toBe(true);
  });

  const days = fc.date({ min: new Date("1955-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  law("a day that was meant is the same day", [days], (date) => {
    const text = date.toISOString().slice(0, 10);
    const [year = "", month = "", ofMonth = ""] = text.split("-");
    const [m, d] = [Number(month), Number(ofMonth)];
    const serial = Math.round(Date.parse(text) / 86_400_000) + 25_569;
    const written = [`${year}/${m}/${d}`, `${year}.${m}.${d}`, `${year}年${m}月${d}日`, `${year}${month}${ofMonth}`];
    const values = [...written, Number(`${year}${month}${ofMonth}`), serial, `${text}T00:00:00+08:00`, `${text} 23:59`];
    for (const each of [...values, new Date(`${text}T00:00:00+08:00`), new Date(text)]) {
      expect(meantDay(each), String(each)).toBe(text);
      // A number such as 20213 may be a month without its zero.
      if (each !== serial || serial > 21_000) expect(meantMonth(each), String(each)).toBe(text.slice(0, 7));
    }
  });

  law(
    "what is meant is a day, a month, an answer, a whole number or a name there is, or nothing",
    [anything],
    (value) => {
      const [day, month, answer, number] = [meantDay(value), meantMonth(value), meantFlag(value), meantInteger(value)];
      expect(day === undefined || isDay(day)).toBe(true);
      expect(month === undefined || isMonth(month)).toBe(true);
      expect([undefined, "true", "false", "null"]).toContain(answer);
      expect(number === undefined || Number.isSafeInteger(Number(number))).toBe(true);
      const named = meantName(value, chongqing.diseases);
      expect(named === undefined || Object.hasOwn(chongqing.diseases, named)).toBe(true);
    },
  );
});

describe("what a hostile input costs", () => {
  const timeOf = (work: () => void) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const million = 1_000_000;
  const hostile = ["1", " ", "9,", "十", "是", "a", "ﷺ", "́", "-", "[", "0.", "年"].map((unit) => unit.repeat(million));

  it("does not grow with the length of a text: a million characters are refused at once", () => {
    const taken = timeOf(() => {
      for (const text of hostile) {
        for (const odd of [stay({ [text]: text, inpatient: text, occurredOn: text }), bills(text), first(text)]) {
          expect(issuesOf(odd).length).toBeGreaterThan(0);
        }
        for (const odd of [student(text), corridor(text), hurt({ disabilityGrade: text }), eligible({ cover: text })]) {
          expect(issuesOf(odd).every(({ meant }) => meant === undefined)).toBe(true);
        }
      }
    });
    expect(taken).toBeLessThan(5000);
  });

  it("grows with the number of unknown fields alone: 200 000 are refused, each with its issue, in seconds", () => {
    const unknown = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`occuredOn${index}`, index]));
    let issues: readonly Issue[] = [];
    const taken = timeOf(() => (issues = issuesOf(stay(unknown))));
    expect(issues.length).toBe(200_000);
    expect(taken).toBeLessThan(20_000);
  });
});
