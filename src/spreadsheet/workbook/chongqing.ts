import { accidentDisabilityLimit, exams, levels, levelsByExam, periods, policy } from "../../chongqing/policy.js";
import { assessClaim } from "../../chongqing/claim.js";
import { statutory } from "./deadlines.js";
import type { LedgerBook, ProgrammeBook } from "./book.js";
import { no } from "./parameters.js";
import {
  ageOn,
  amount,
  joined,
  label,
  named,
  word,
  type Ask,
  type Conflict,
  type CoverBook,
  type Formula,
  type Lines,
  type SettlementBook,
} from "./sheet.js";

const { terms } = policy;

/** 二: the event lies within the programme and is covered by an enrolment of its own period. */
function insuredOn(ask: Ask, eventDay: string): void {
  const { first, second, enrolment } = terms;
  const { parameters, cell } = ask;
  const [on, enrolledFrom] = [cell(eventDay), cell("enrolledFrom")];
  const days = [first.from, first.to, second.from, second.to] as const;
  const [from1, to1, from2, to2] = days.map(parameters.value);
  const [inFirst, inSecond] = [`AND(${from1}<=${on},${on}<=${to1})`, `AND(${from2}<=${on},${on}<=${to2})`];
  ask.holds({
    names: [eventDay],
    term: enrolment.withinProgramme,
    condition: `OR(${inFirst},${inSecond})`,
    others: [first.from, second.to],
  });
  const notEnrolled = `${cell("enrolled")}="${no}"`;
  const inForce = `AND(${enrolledFrom}<=${on},${from1}<=${enrolledFrom},NOT(AND(${inFirst},${enrolledFrom}<${from1})),NOT(AND(${inSecond},${enrolledFrom}<${from2})))`;
  ask.holds({
    names: ["enrolledFrom", eventDay],
    term: enrolment.enrolledBefore,
    condition: inForce,
    when: `NOT(${notEnrolled})`,
    others: [first.from, second.from],
  });
  ask.is("enrolled", enrolment.enrolledBefore, notEnrolled);
}

/** 二: someone who is not enrolled has no day of enrolment. */
const notEnrolled = ({ cell, given }: Lines): Conflict => ({
  when: `AND(${cell("enrolled")}="${no}",${given("enrolledFrom")})`,
  says: "填了本次参保生效日，就不是未参保",
});

const before = ({ cell, given }: Lines, later: string, earlier: string, says: string): Conflict => ({
  when: `AND(${given(later)},${given(earlier)},${cell(later)}<${cell(earlier)})`,
  says,
});

const accident: CoverBook = {
  cover: "accident",
  without: ["consequenceOn"],
  checks(ask) {
    insuredOn(ask, "occurredOn");
    ask.is("accidental", terms.accident.accidental);
  },
  claimed: ["death", "disabilityGrade", "disabilityRate", "medicalSelfPaid"],
  conflicts(lines) {
    const { given } = lines;
    return [
      notEnrolled(lines),
      {
        when: `AND(${given("disabilityGrade")},${given("disabilityRate")})`,
        says: "伤残等级与伤残给付比例只能填一项",
      },
    ];
  },
  wanting: ({ given, isYes, fen }) => [
    `AND(${isYes("death")},${fen("disabilityPaidToDate")}>0,NOT(${given("disabilityGrade")}),NOT(${given("disabilityRate")}))`,
    `AND(${fen("otherPaid")}>0,NOT(${given("medicalSelfPaid")}))`,
  ],
  statement(sheet) {
    const { accident: term } = terms;
    const { parameters, cell, fen, given, isYes } = sheet;
    const [byGrade, byRate] = [given("disabilityGrade"), given("disabilityRate")];
    const sum = parameters.fen(term.disability);
    const graded = sheet.write({
      operation: "share",
      operands: [sum, `IF(${byGrade},${parameters.rateAt(term.disabilityScale, cell("disabilityGrade"))},0)`],
      ground: {
        label: joined(
          named(term.disability),
          label("（"),
          cell("disabilityGrade"),
          label(` 级，${term.disabilityScale.clause.document}）`),
        ),
        clause: term.disability.clause,
      },
      from: [term.disability, term.disabilityScale],
      when: byGrade,
    });
    const rated = sheet.write({
      operation: "share",
      operands: [sum, sheet.rate("disabilityRate")],
      ground: { label: named(term.disability), clause: term.disability.clause },
      from: [term.disability],
      when: byRate,
    });
    const disabled = `OR(${byGrade},${byRate})`;
    const [paidBefore, paidToDate] = [fen("disabilityPaidBefore"), fen("disabilityPaidToDate")];
    const limit = { ...term.disability, label: accidentDisabilityLimit };
    const capped = sheet.write({
      operation: "cap",
      operands: [`${graded}+${rated}`, sum, paidBefore],
      ground: {
        label: `IF(${paidBefore}<${sum},"按${limit.label.zh}核定","${limit.label.zh}已用完")`,
        clause: term.disability.clause,
      },
      from: [term.disability],
      when: disabled,
    });
    const unpaid = sheet.write({
      operation: "deduct",
      operands: [capped, paidToDate],
      ground: sheet.own("扣除此前已赔付的伤残"),
      when: disabled,
    });
    const death = sheet.pay(term.death, isYes("death"));
    const care = given("medicalSelfPaid");
    const borne = sheet.write({
      operation: "deduct",
      operands: [fen("medicalSelfPaid"), fen("otherPaid")],
      ground: sheet.own("扣除其他来源已补偿后"),
      when: care,
    });
    const covered = sheet.share(borne, term.medicalShare, care);
    const medical = sheet.cap(covered, term.medicalLimit, fen("medicalPaidBefore"), care);
    return { due: [unpaid, death, medical], overpaid: [`IF(${disabled},MAX(0,${paidToDate}-${capped}),0)`] };
  },
};

const majorIllness: CoverBook = {
  cover: "majorIllness",
  without: ["dischargedOn"],
  checks(ask) {
    const { inpatient, causedByIllness, settledOneStop } = terms.majorIllness;
    insuredOn(ask, "occurredOn");
    ask.is("inpatient", inpatient);
    ask.is("causedByIllness", causedByIllness);
    ask.is("settledOneStop", settledOneStop);
  },
  claimed: [],
  required: ["outOfCatalogueToDate"],
  conflicts: (lines) => [notEnrolled(lines)],
  statement(sheet) {
    const { deductible, tiers, annualLimit } = terms.majorIllness;
    const base = sheet.deduct(sheet.fen("outOfCatalogueToDate"), deductible);
    const entitled = sheet.write({
      operation: "tiers",
      operands: sheet.parameters.slices(base, tiers),
      ground: { label: named(tiers), clause: tiers.clause },
      from: [tiers],
    });
    return { due: [sheet.cap(entitled, annualLimit)], paid: sheet.fen("paidToDate") };
  },
};

const illnessDeath: CoverBook = {
  cover: "illnessDeath",
  without: [],
  checks(ask) {
    insuredOn(ask, "occurredOn");
    ask.is("diedOfIllness", terms.illnessDeath.diedOfIllness);
  },
  claimed: [],
  conflicts: (lines) => [notEnrolled(lines)],
  statement: (sheet) => ({ due: [sheet.pay(terms.illnessDeath.death)] }),
};

const studentCriticalIllness: CoverBook = {
  cover: "studentCriticalIllness",
  without: ["listedDiseaseBefore"],
  checks(ask) {
    const { minimumAge, maximumAge, student, firstDiagnosis, diseases, once } = terms.studentCriticalIllness;
    const { parameters, cell } = ask;
    insuredOn(ask, "diagnosedOn");
    const [youngest, oldest] = [parameters.value(minimumAge), parameters.value(maximumAge)];
    const age = ageOn(cell("birthDate"), cell("diagnosedOn"));
    ask.holds({
      names: ["birthDate", "diagnosedOn"],
      term: minimumAge,
      condition: `AND(${youngest}<=${age},${age}<=${oldest})`,
      label: joined(label("年龄 "), youngest, label(" 至 "), oldest, label(" 周岁（含）")),
      others: [maximumAge],
    });
    ask.is("student", student);
    ask.is("firstDiagnosis", firstDiagnosis);
    ask.isOneOf("disease", diseases);
    ask.isNot("compensatedBefore", once);
  },
  claimed: [],
  conflicts: (lines) => [
    notEnrolled(lines),
    before(lines, "diagnosedOn", "birthDate", "确诊日期早于出生日期"),
    before(lines, "enrolledFrom", "birthDate", "参保生效日早于出生日期"),
  ],
  statement: (sheet) => ({ due: [sheet.pay(terms.studentCriticalIllness.amount)] }),
};

const educationGrant: CoverBook = {
  cover: "educationGrant",
  without: ["admittedOn"],
  checks(ask) {
    const { exams, fullTime, enteredInAdmissionYear, once } = terms.educationGrant;
    const { parameters, cell, isWord } = ask;
    insuredOn(ask, "occurredOn");
    const collegeEntrance = label(exams.words?.["collegeEntrance"]?.zh ?? "");
    ask.holds({
      names: ["exam"],
      term: exams,
      condition: `OR(${parameters.lists(exams, cell("exam"))},AND(${isWord("exam", "vocationalCollege")},${parameters.lists(exams, collegeEntrance)}))`,
    });
    ask.is("fullTime", fullTime);
    ask.is("enteredInAdmissionYear", enteredInAdmissionYear);
    ask.holds({
      names: ["earlierGrant"],
      term: once,
      condition: `OR(${isWord("earlierGrant", "none")},${isWord("earlierGrant", "forAnotherAdmission")})`,
    });
  },
  claimed: [],
  required: ["level"],
  conflicts(lines) {
    const impossible = (Object.keys(exams) as (keyof typeof exams)[]).flatMap((exam) =>
      (Object.keys(levels) as (keyof typeof levels)[])
        .filter((level) => !levelsByExam[exam].includes(level))
        .map((level) => `AND(${lines.isWord("exam", exam)},${lines.isWord("level", level)})`),
    );
    return [notEnrolled(lines), { when: `OR(${impossible.join(",")})`, says: "录取层次与录取途径不符" }];
  },
  statement: (sheet) => ({
    due: (["juniorCollege", "bachelor", "postgraduate"] as const).map((level) =>
      sheet.pay(terms.educationGrant[level], sheet.isWord("level", level)),
    ),
  }),
};

/** As many insurers as the sheet has rows for. */
const insurers = Array.from({ length: 6 }, (_, index) => index + 1);

/** 五: all insurers together. */
const settlement: SettlementBook = {
  title: "按实际赔付率清算",
  clause: terms.settlement.refundBelow.clause,
  fields: [
    word("period", "保障期间", periods),
    ...insurers.flatMap((number) => [
      amount(`premium${number}`, `承保保险公司${number} 保费`),
      amount(`claims${number}`, `承保保险公司${number} 赔款`),
    ]),
    amount("due", "第二保障期间应付保费（清算第一保障期间时，可不填）"),
  ],
  valuesOf({ period, insurers: given, secondPeriodPremiumDue, allocation }) {
    const rows = given as readonly Readonly<Record<string, unknown>>[];
    if (rows.length > insurers.length || allocation !== undefined) return null;
    const values = rows.flatMap(({ premium, claims }, index) => [
      [`premium${index + 1}`, premium],
      [`claims${index + 1}`, claims],
    ]);
    return { period, due: secondPeriodPremiumDue, ...(Object.fromEntries(values) as object) };
  },
  conflicts: ({ cell, given, isWord }) => [
    { when: `${cell("period")}=""`, says: "须选择保障期间" },
    { when: `AND(${isWord("period", "second")},${given("due")})`, says: "清算第二保障期间时，没有后续保费可供扣除" },
    ...insurers.map((number) => ({
      when: `(${cell(`premium${number}`)}="")<>(${cell(`claims${number}`)}="")`,
      says: `承保保险公司${number} 的保费和赔款须一并填写`,
    })),
  ],
  statement(sheet) {
    const { refundBelow, sharedFrom, sharedTo, policyholderShare } = terms.settlement;
    const { parameters, fen, given } = sheet;
    const { clause } = refundBelow;
    const total = (part: string, says: string) =>
      sheet.write({
        operation: "sum",
        operands: insurers.map((number) => fen(`${part}${number}`)),
        ground: { label: label(says), clause },
      });
    const [premium, claims] = [total("premium", "保费合计"), total("claims", "赔款合计")];
    type Line = typeof refundBelow;
    const excess = (from: Line, to: Line | null, share: Line | null, says: Formula) =>
      sheet.write({
        operation: "excess",
        operands: [
          claims,
          premium,
          parameters.rate(from),
          to && parameters.rate(to),
          share ? parameters.rate(share) : "10000",
        ],
        ground: { label: says, clause: from.clause },
        from: [from, ...(to ? [to] : []), ...(share ? [share] : [])],
      });
    const shown = (term: Line) => `TEXT(${parameters.value(term)},"0.##%")`;
    const within = (from: Line, to: Line) =>
      excess(from, to, null, joined(label("赔付率"), shown(from), label("至"), shown(to), label("之间的赔款")));
    const refund = sheet.write({
      operation: "shortfall",
      operands: [premium, parameters.rate(refundBelow), claims],
      ground: { label: label("应扣除的保费"), clause },
      from: [refundBelow],
    });
    const betweenLines = within(refundBelow, sharedFrom);
    const shared = within(sharedFrom, sharedTo);
    const supplement = excess(sharedFrom, sharedTo, policyholderShare, label("投保人承担"));
    const insurersShare = sheet.write({
      operation: "rest",
      operands: [shared, supplement],
      ground: { label: label("其余由承保保险公司承担"), clause: policyholderShare.clause },
      from: [policyholderShare, sharedFrom, sharedTo],
    });
    const beyond = excess(sharedTo, null, null, label("超过共担终点的赔款，由承保保险公司自行承担"));
    const insurerResult = sheet.write({
      operation: "result",
      operands: [premium, claims, refund, supplement],
      ground: { label: label("承保保险公司盈亏"), clause },
    });
    const when = given("due");
    const deducted = sheet.write({
      operation: "cap",
      operands: [refund, fen("due"), "0"],
      ground: { label: label("从第二保障期间保费中扣除"), clause },
      when,
    });
    const undeducted = sheet.write({
      operation: "deduct",
      operands: [refund, fen("due")],
      ground: { label: label("未能扣除的部分（通知未作规定）"), clause },
      when,
    });
    const insurerBears = `${insurersShare}+${beyond}`;
    return { premium, claims, refund, betweenLines, supplement, insurerBears, insurerResult, deducted, undeducted };
  },
};

const ledger: LedgerBook = {
  cover: "majorIllness",
  day: "occurredOn",
  toDate: ["outOfCatalogueToDate"],
  before: { paidToDate: "due" },
  without: [],
  always: [],
  window: (day, parameters) => `IF(${day}<=${parameters.value(terms.first.to)},1,2)`,
  beyond: "其他险种的台账，以及身故之后的事件，由程序的个人年度台账核算。",
};

export const chongqing: ProgrammeBook = {
  policy,
  names: new Map([
    [terms.studentCriticalIllness.minimumAge, "最低年龄（含）"],
    [terms.studentCriticalIllness.maximumAge, "最高年龄（含）"],
  ]),
  assessClaim,
  covers: [accident, majorIllness, illnessDeath, studentCriticalIllness, educationGrant],
  deadlines: statutory(terms.deadlines),
  settlement,
  ledger,
};
