import { assessClaim } from "../../zhumadian/claim.js";
import { policy } from "../../zhumadian/policy.js";
import type { Money } from "../../core/money.js";
import type { Provision } from "../../core/policy.js";
import { byPlan } from "./deadlines.js";
import type { LedgerBook, ProgrammeBook } from "./book.js";
import {
  ageOn,
  amount,
  elsewhere,
  joined,
  label,
  type Ask,
  type Conflict,
  type CoverBook,
  type Due,
  type Lines,
  type SettlementBook,
} from "./sheet.js";

const { terms } = policy;

/** 一(一): registered in the city, without the counties that are left out. */
function registered({ parameters, cell, holds }: Ask): void {
  const { cityCode, excludedDivisions } = terms.insured;
  const place = cell("registeredDivision");
  holds({
    names: ["registeredDivision"],
    term: cityCode,
    condition: `AND(${place}<>${label(elsewhere)},NOT(${parameters.lists(excludedDivisions, place)}))`,
    label: label(`${cityCode.label.zh}（不含参数中所列的县）`),
    others: [excludedDivisions],
  });
}

/** 二(一)1: a day within the year of the contract, its first day included. */
function inForce({ parameters, cell, holds }: Ask, day: string): void {
  const { contractYears, contractStartsOn } = terms.insured;
  const [on, from, years] = [cell(day), cell("contractStartsOn"), parameters.value(contractYears)];
  const end = `EDATE(${from},12*${years})`;
  holds({
    names: [day, "contractStartsOn"],
    term: contractYears,
    condition: `AND(${from}<=${on},${on}<=${end},OR(${on}<${end},DAY(${end})<>DAY(${from})))`,
    label: joined(label("在"), years, label("年保险期限内")),
    others: [contractStartsOn],
  });
}

/** The limits of a cover that pays death or disability, and medical care. */
interface Limits {
  readonly casualtyLimit: Provision<Money>;
  readonly medicalLimit: Provision<Money>;
}

/** 三: death or disability up to its limit, medical care up to its own. */
function casualty(sheet: Lines, { casualtyLimit, medicalLimit }: Limits): Required<Omit<Due, "paid" | "conflicts">> {
  const { parameters, cell, fen, given, isYes } = sheet;
  const [died, graded] = [isYes("death"), given("disabilityGrade")];
  const { clause } = casualtyLimit;
  const sum = parameters.fen(casualtyLimit);
  const disabled = `AND(NOT(${died}),${graded})`;
  const harmed = `OR(${died},${graded})`;
  const death = sheet.write({
    operation: "pay",
    operands: [sum],
    ground: { label: label("死亡赔付"), clause },
    from: [casualtyLimit],
    when: died,
  });
  const scale = terms.disabilityScale;
  const disability = sheet.write({
    operation: "share",
    operands: [sum, `IF(${graded},${parameters.rateAt(scale, cell("disabilityGrade"))},0)`],
    ground: {
      label: joined(label("残疾赔付（"), cell("disabilityGrade"), label(` 级，${scale.clause.document}）`)),
      clause,
    },
    from: [casualtyLimit, scale],
    when: disabled,
  });
  const capped = sheet.cap(`${death}+${disability}`, casualtyLimit, fen("casualtyPaidBefore"), harmed);
  const paid = fen("casualtyPaidToDate");
  const unpaid = sheet.write({
    operation: "deduct",
    operands: [capped, paid],
    ground: sheet.own("扣除本次事件已赔付的死亡（残疾）"),
    when: harmed,
  });
  const care = given("medicalExpenses");
  const medical = sheet.cap(fen("medicalExpenses"), medicalLimit, fen("medicalPaidBefore"), care);
  return {
    due: [unpaid, medical],
    overpaid: [`IF(${harmed},MAX(0,${paid}-${capped}),0)`],
    counted: { casualty: unpaid, medical },
  };
}

const claimable = ["death", "disabilityGrade", "medicalExpenses"];
/** What an agreement says for every claim. */
const filled = { contractStartsOn: terms.insured.contractStartsOn };
/** Facts of other readings. */
const others = ["livesInCity", "group"];

const goodSamaritan: CoverBook = {
  cover: "goodSamaritan",
  without: [...others, "recognisedInCity", "awardPaidBefore"],
  filled,
  checks(ask) {
    registered(ask);
    inForce(ask, "occurredOn");
    ask.is("occurredInCity", terms.goodSamaritan.occurredInCity);
    ask.is("recognisedByCounty", terms.goodSamaritan.recognisedByCounty);
  },
  claimed: ["unhurt", ...claimable],
  conflicts: ({ isYes, given, fen }) => [
    {
      when: `AND(${isYes("unhurt")},OR(${isYes("death")},${given("disabilityGrade")},${fen("medicalExpenses")}>0,${fen("casualtyPaidToDate")}>0))`,
      says: "填写了伤亡或医疗费用，与本人未伤亡矛盾",
    },
  ],
  statement(sheet) {
    const award = sheet.pay(terms.goodSamaritan.award);
    const paid = sheet.fen("awardPaidToDate");
    const unpaid = sheet.write({
      operation: "deduct",
      operands: [award, paid],
      ground: sheet.own("扣除本次行为已赔付的见义勇为"),
    });
    const { due, overpaid } = casualty(sheet, terms.goodSamaritan);
    return { due: [unpaid, ...due], overpaid: [`MAX(0,${paid}-${award})`, ...overpaid] };
  },
};

const massAccident: CoverBook = {
  cover: "massAccident",
  without: others,
  filled,
  checks(ask) {
    registered(ask);
    inForce(ask, "occurredOn");
    ask.is("occurredInCity", terms.massAccident.occurredInCity);
    ask.is("suddenMassAccident", terms.massAccident.suddenMassAccident);
  },
  claimed: claimable,
  statement: (sheet) => casualty(sheet, terms.massAccident),
};

const bornBefore = ({ cell, given }: Lines): Conflict => ({
  when: `AND(${given("birthDate")},${given("occurredOn")},${cell("occurredOn")}<${cell("birthDate")})`,
  says: "出险日期早于出生日期",
});

const minorDrowning: CoverBook = {
  cover: "minorDrowning",
  without: ["livesInCity"],
  filled,
  checks(ask) {
    const { occurredInCity, ageBelow, recognisedByGovernment } = terms.minorDrowning;
    registered(ask);
    inForce(ask, "occurredOn");
    ask.is("occurredInCity", occurredInCity);
    const limit = ask.parameters.value(ageBelow);
    ask.holds({
      names: ["birthDate", "occurredOn"],
      term: ageBelow,
      condition: `${ageOn(ask.cell("birthDate"), ask.cell("occurredOn"))}<${limit}`,
      label: joined(label("不满"), limit, label("周岁")),
    });
    ask.is("recognisedByGovernment", recognisedByGovernment);
  },
  claimed: [],
  conflicts: (lines) => [bornBefore(lines)],
  statement: (sheet) => ({ due: [sheet.pay(terms.minorDrowning.amount)] }),
};

const naturalDisaster: CoverBook = {
  cover: "naturalDisaster",
  without: [...others, "householdCasualty"],
  filled,
  checks(ask) {
    registered(ask);
    inForce(ask, "occurredOn");
    ask.isOneOf("peril", terms.naturalDisaster.perils);
  },
  claimed: [...claimable, "propertyLoss"],
  statement(sheet) {
    const { due, overpaid, counted } = casualty(sheet, terms.naturalDisaster);
    const property = sheet.cap(
      sheet.fen("propertyLoss"),
      terms.naturalDisaster.propertyLimit,
      sheet.fen("householdPaidBefore"),
      sheet.given("propertyLoss"),
    );
    return { due: [...due, property], overpaid, counted: { ...counted, property } };
  },
};

const trafficAccident: CoverBook = {
  cover: "trafficAccident",
  without: [...others, "paidByAssistanceFund"],
  filled,
  checks(ask) {
    const { occurredInCity, injuries, unrecoverable, handledByAssistanceFund } = terms.trafficAccident;
    registered(ask);
    inForce(ask, "occurredOn");
    ask.is("occurredInCity", occurredInCity);
    ask.isOneOf("injury", injuries);
    // One of the two is enough: what holds settles it, else what is not known is asked, otherwise both are reported as unmet.
    const [one, other] = ["liablePartyCannotPay", "hitAndRun"].map(ask.cell);
    const yes = (cell: string | undefined) => `${cell}="是"`;
    ask.is("liablePartyCannotPay", unrecoverable, `OR(${yes(one)},AND(NOT(${yes(other)}),OR(${one}="",${other}<>"")))`);
    ask.is("hitAndRun", unrecoverable, `AND(NOT(${yes(one)}),OR(${yes(other)},${other}="",${one}<>""))`);
    ask.is("handledByAssistanceFund", handledByAssistanceFund);
  },
  claimed: claimable,
  conflicts({ cell, given, isWord, isYes }) {
    const dead = isWord("injury", "death");
    return [
      {
        when: `AND(${dead},${cell("death")}="",OR(${given("disabilityGrade")},${given("medicalExpenses")}))`,
        says: "伤亡程度为死亡，须填写是否死亡",
      },
      {
        when: `AND(${given("injury")},${given("death")},OR(AND(${isYes("death")},NOT(${dead})),AND(NOT(${isYes("death")}),${dead})))`,
        says: "是否死亡与所填伤亡程度不符",
      },
    ];
  },
  statement: (sheet) => casualty(sheet, terms.trafficAccident),
};

const rescuer: CoverBook = {
  cover: "rescuer",
  without: others,
  filled,
  checks(ask) {
    registered(ask);
    inForce(ask, "occurredOn");
    ask.is("rescuingOnScene", terms.rescuer.rescuingOnScene);
  },
  claimed: claimable,
  statement: (sheet) => casualty(sheet, terms.rescuer),
};

const hardshipIllness: CoverBook = {
  cover: "hardshipIllness",
  without: ["livesInCity", "dischargedOn", "eligibleExpensesBefore", "paidToDate"],
  filled,
  checks(ask) {
    const { groups, inpatient, listedDisease, insuranceSettled } = terms.hardshipIllness;
    registered(ask);
    inForce(ask, "admittedOn");
    ask.isOneOf("group", groups);
    ask.is("inpatient", inpatient);
    ask.is("listedDisease", listedDisease);
    ask.is("insuranceSettled", insuranceSettled);
  },
  claimed: [],
  required: ["eligibleExpenses"],
  statement(sheet) {
    const { step, shareBelow, limitAbove } = terms.hardshipIllness;
    const { parameters } = sheet;
    const costs = sheet.fen("eligibleExpenses");
    const above = `${costs}>=${parameters.fen(step)}`;
    const line = parameters.value(step);
    const half = sheet.write({
      operation: "share",
      operands: [costs, parameters.rate(shareBelow)],
      ground: { label: joined(label(`${shareBelow.label.zh}（`), line, label("元以内）")), clause: shareBelow.clause },
      from: [shareBelow, step],
      when: `NOT(${above})`,
    });
    const standard = sheet.write({
      operation: "pay",
      operands: [parameters.fen(limitAbove)],
      ground: { label: joined(label("按上限标准赔偿（"), line, label("元以上）")), clause: limitAbove.clause },
      from: [limitAbove, step],
      when: above,
    });
    return { due: [half, standard] };
  },
};

const otherRecognised: CoverBook = {
  cover: "otherRecognised",
  without: ["livesInCity"],
  filled: { ...filled, contractAmount: terms.otherRecognised.amount },
  checks(ask) {
    registered(ask);
    inForce(ask, "occurredOn");
    ask.is("recognisedByGovernment", terms.otherRecognised.recognisedByGovernment);
  },
  claimed: [],
  contract: ({ given }) => [`NOT(${given("contractAmount")})`],
  statement: (sheet) => ({
    due: [
      sheet.write({ operation: "pay", operands: [sheet.fen("contractAmount")], ground: sheet.own("按合同约定赔付") }),
    ],
  }),
};

/** 五: one county's year. */
const settlement: SettlementBook = {
  title: "年度清算（一个县区）",
  clause: terms.settlement.breakEven.clause,
  fields: [
    amount("premium", "当年保险资金（保费）"),
    amount("claims", "理赔支出"),
    amount("insurerFaultClaims", "因保险机构自身原因多赔超赔的支出"),
  ],
  valuesOf: (input) => input,
  conflicts: ({ given, fen }) => [
    { when: `OR(NOT(${given("premium")}),NOT(${given("claims")}))`, says: "须填写保费和理赔支出" },
    { when: `${fen("insurerFaultClaims")}>${fen("claims")}`, says: "自身原因的支出不能超过理赔支出" },
  ],
  statement(sheet) {
    const { breakEven, insurerShare } = terms.settlement;
    const { parameters, fen } = sheet;
    const [premium, claims, fault] = [fen("premium"), fen("claims"), fen("insurerFaultClaims")];
    const { clause } = breakEven;
    const [line, share] = [parameters.rate(breakEven), parameters.rate(insurerShare)];
    const countedClaims = sheet.write({
      operation: "deduct",
      operands: [claims, fault],
      ground: { label: label("计入赔付率的理赔支出（不含自身原因）"), clause },
    });
    const above = sheet.write({
      operation: "excess",
      operands: [countedClaims, premium, line, null, "10000"],
      ground: { label: label("超过盈亏平衡点的部分"), clause },
      from: [breakEven],
    });
    const refund = sheet.write({
      operation: "shortfall",
      operands: [premium, line, countedClaims],
      ground: { label: label("退回金额"), clause },
      from: [breakEven],
    });
    const supplement = sheet.write({
      operation: "excess",
      operands: [countedClaims, premium, `(${line}+${share})`, null, "10000"],
      ground: { label: label("县区财政补充"), clause: insurerShare.clause },
      from: [insurerShare, breakEven],
    });
    const insurerResult = sheet.write({
      operation: "result",
      operands: [premium, claims, refund, supplement],
      ground: { label: label("承保机构盈亏（含自身原因的支出）"), clause },
    });
    const insurerBears = `MAX(0,${above}-(${supplement}))+${fault}`;
    return { countedClaims, refund, supplement, insurerBears, insurerResult };
  },
};

const ledger: LedgerBook = {
  cover: "naturalDisaster",
  day: "occurredOn",
  toDate: [],
  before: { casualtyPaidBefore: "casualty", medicalPaidBefore: "medical", householdPaidBefore: "property" },
  without: ["death", "casualtyPaidToDate"],
  always: [],
  window: () => "1",
  beyond:
    "本表只记一个保险年度内同一人自然灾害的各次事件；一次事件适用几个险种、同一事件分次理赔的，由程序的个人年度台账核算。",
};

export const zhumadian: ProgrammeBook = {
  policy,
  names: new Map<Provision<unknown>, string>([
    [terms.deadlines.small, "分界线以下完成赔付（工作日）"],
    [terms.deadlines.middle, "分界线以上完成赔付（工作日）"],
    [terms.targets.paidThreeDays, "三日内按时赔付率"],
    [terms.targets.paidSevenDays, "七日内按时赔付率"],
    [terms.targets.paidTenDays, "十日内按时赔付率"],
    [terms.targets.paidNextDay, "次日按时赔付率"],
  ]),
  assessClaim,
  covers: [
    goodSamaritan,
    massAccident,
    minorDrowning,
    naturalDisaster,
    trafficAccident,
    rescuer,
    hardshipIllness,
    otherRecognised,
  ],
  deadlines: byPlan(terms.deadlines),
  settlement,
  ledger,
};
