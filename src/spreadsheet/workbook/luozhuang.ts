import { assessClaim } from "../../luozhuang/claim.js";
import { deficits, insuranceLines, payers, policy, surpluses } from "../../luozhuang/policy.js";
import { clauseAt, type Provision } from "../../core/policy.js";
import { statutory } from "./deadlines.js";
import type { LedgerBook, ProgrammeBook } from "./book.js";
import { yes } from "./parameters.js";
import { amount, joined, label, named, type Ask, type CoverBook, type Lines, type SettlementBook } from "./sheet.js";

const { terms } = policy;

/** 二, 三, 三(二)第2段: the person is insured on the day. */
function insured(ask: Ask): void {
  const { statuses, assistedBefore, inPeriod } = terms.persons;
  const { from, to } = terms.period;
  const { parameters, cell } = ask;
  ask.isOneOf("status", statuses);
  ask.holds({
    names: ["assistedFrom", "occurredOn"],
    term: assistedBefore,
    condition: `${cell("assistedFrom")}<=${cell("occurredOn")}`,
    when: ask.isWord("status", "instantAssistance"),
  });
  const on = cell("occurredOn");
  ask.holds({
    names: ["occurredOn"],
    term: inPeriod,
    condition: `AND(${parameters.value(from)}<=${on},${on}<=${parameters.value(to)})`,
    others: [from, to],
  });
}

/** Where the care was given, as far as it matters. */
function care({ cell, isWord }: Pick<Lines, "cell" | "isWord">) {
  const outside = isWord("place", "outsideCity");
  return {
    unknown: `${cell("place")}=""`,
    inCity: `OR(${isWord("place", "district")},${isWord("place", "city")})`,
    outside,
    /** 三(一)第8段: outside the district a referral is asked for. */
    asksReferral: `OR(${isWord("place", "city")},${outside})`,
  };
}

/** 三(一)第8段: what was done about the referral that is asked for does not do. */
const notReferred = (lines: Lines) =>
  `AND(${care(lines).asksReferral},NOT(${lines.parameters.lists(terms.medicalSupplement.referral, lines.cell("referral"))}))`;

const medicalSupplement: CoverBook = {
  cover: "medicalSupplement",
  without: ["inpatientRate", "inScopeBefore", "selfPaidInScopeBefore"],
  checks(ask) {
    const { settings, specialDiseases, designated, referral } = terms.medicalSupplement;
    const { parameters, cell, isWord } = ask;
    insured(ask);
    ask.isOneOf("setting", settings);
    // 三(一)第7段: the list is open to what the basic insurance recognises.
    const special = isWord("setting", "specialOutpatient");
    const listed = parameters.lists(specialDiseases, cell("specialDisease"));
    const named = `OR(${cell("specialDisease")}="",${listed})`;
    ask.isOneOf("specialDisease", specialDiseases, `AND(${special},${named})`);
    ask.holds({
      names: ["specialDisease", "recognisedByBasicInsurance"],
      term: specialDiseases,
      condition: `${cell("recognisedByBasicInsurance")}="${yes}"`,
      when: `AND(${special},NOT(${named}))`,
    });
    const at = care(ask);
    ask.holds({ names: ["place"], term: designated, condition: "FALSE()", when: at.unknown });
    ask.holds({ names: ["place"], term: referral, condition: "FALSE()", when: at.unknown });
    ask.is("designatedInstitution", designated, at.inCity);
    ask.isOneOf("referral", referral, at.asksReferral);
  },
  claimed: [],
  required: ["totalExpenses", "inScopeExpenses", "basicPaid"],
  wanting(lines) {
    const { given, isWord } = lines;
    const elsewhere = `OR(${isWord("setting", "ordinaryOutpatient")},AND(${care(lines).outside},${given("referral")},${notReferred(lines)}))`;
    return [`AND(${elsewhere},NOT(${given("medicalAssistancePaid")}))`];
  },
  conflicts: ({ fen, given }) => [
    {
      when: `AND(${given("totalExpenses")},${fen("inScopeExpenses")}>${fen("totalExpenses")})`,
      says: "政策范围内费用大于医疗总费用",
    },
  ],
  statement(sheet) {
    const { fen, given, parameters, isWord, isYes } = sheet;
    const { reimbursedShare, annualLimit } = terms.medicalSupplement;
    const { reduction, outOfScopeControl } = terms.institution;
    const assistance = terms.medicalAssistance;
    const [scope, total] = [fen("inScopeExpenses"), fen("totalExpenses")];
    const { clause } = reimbursedShare;
    const lack = lacking(sheet);
    const paidBy = (name: string, payer: keyof typeof payers) =>
      sheet.write({ operation: "pay", operands: [fen(name)], ground: { label: label(payers[payer].zh), clause } });
    /** What a payer really settled, in place of the computed stage. */
    const settled = (name: string, term: Provision<unknown>) =>
      sheet.write({
        operation: "pay",
        operands: [fen(name)],
        ground: { label: label(`${term.label.zh}（实际结算）`), clause: term.clause },
        when: given(name),
      });

    const insurances = [paidBy("basicPaid", "basic"), paidBy("criticalIllnessPaid", "criticalIllness")];
    const assisted = [
      settled("medicalAssistancePaid", assistance.share),
      sheet.write({
        operation: "restShare",
        operands: [
          scope,
          insurances.join("+"),
          parameters.rate(assistance.share),
          parameters.fen(assistance.annualLimit),
          fen("assistancePaidBefore"),
        ],
        ground: { label: named(assistance.share), clause: assistance.share.clause },
        from: [assistance.share, assistance.annualLimit],
        when: `NOT(${given("medicalAssistancePaid")})`,
      }),
    ];
    // 三(一)第6、7段: no reduction for special outpatient care, nor outside the city.
    const without = `OR(${lack},${isWord("setting", "specialOutpatient")},${care(sheet).outside})`;
    const reduced = [
      settled("institutionReduced", reduction),
      sheet.write({
        operation: "restShare",
        operands: [scope, [...insurances, ...assisted].join("+"), parameters.rate(reduction), null, "0"],
        ground: { label: named(reduction), clause: reduction.clause },
        from: [reduction],
        when: `AND(NOT(${given("institutionReduced")}),NOT(${without}))`,
      }),
    ];
    const other = paidBy("otherPaid", "other");
    const paid = [...insurances, ...assisted, ...reduced, other].join("+");
    const used = fen("supplementPaidBefore");
    const supplement = sheet.write({
      operation: "reach",
      operands: [scope, parameters.rate(reimbursedShare), paid, parameters.fen(annualLimit), used],
      ground: {
        label: `IF(${used}<${parameters.fen(annualLimit)},${named(reimbursedShare)},${label(`${reimbursedShare.label.zh}（${annualLimit.label.zh}已用完）`)})`,
        clause,
      },
      from: [reimbursedShare, annualLimit],
      when: `NOT(${lack})`,
    });
    const selfPaid = sheet.write({
      operation: "rest",
      operands: [scope, `${paid}+${supplement}`],
      ground: { label: label(payers.selfPaidInScope.zh), clause },
    });
    const controlled = [isWord("setting", "inpatient"), care(sheet).inCity, isYes("designatedInstitution")];
    const waived = sheet.write({
      operation: "restAbove",
      operands: [total, scope, parameters.rate(outOfScopeControl)],
      ground: { label: label(payers.outOfScopeReduction.zh), clause: outOfScopeControl.clause },
      from: [outOfScopeControl],
      when: `AND(${controlled.join(",")},NOT(${notReferred(sheet)}))`,
    });
    const selfPaidOut = sheet.write({
      operation: "rest",
      operands: [total, `${scope}+${waived}`],
      ground: { label: label(payers.selfPaidOutOfScope.zh), clause: outOfScopeControl.clause },
    });
    sheet.write({ operation: "sum", operands: [selfPaid, selfPaidOut], ground: sheet.own(payers.selfPaidTotal.zh) });

    const stated = ["basicPaid", "criticalIllnessPaid", "medicalAssistancePaid", "institutionReduced", "otherPaid"];
    const whole = ["setting", "place", "totalExpenses", "inScopeExpenses", "basicPaid"].map(given);
    const turns = [insurances, assisted, reduced, [other]].map((_, index, all) => all.slice(0, index + 1).flat());
    const beyond = (turn: readonly string[]) => `${turn.join("+")}>${scope}`;
    return {
      due: [supplement],
      counted: { assistance: assisted.join("+"), supplement },
      conflicts: [
        {
          when: `AND(${given("inScopeExpenses")},IF(AND(${whole.join(",")}),OR(${turns.map(beyond).join(",")}),${beyond(stated.map(fen))}))`,
          says: "各方支付合计超过政策范围内费用",
        },
      ],
    };
  },
};

/** 三(一)第1、6至9段: a requirement of the place is not met: no reduction and no supplement. */
function lacking(lines: Lines): string {
  const { settings, designated } = terms.medicalSupplement;
  const { parameters, cell, isYes } = lines;
  const undesignated = `AND(${care(lines).inCity},${parameters.value(designated)}="${yes}",NOT(${isYes("designatedInstitution")}))`;
  return `OR(NOT(${parameters.lists(settings, cell("setting"))}),${undesignated},${notReferred(lines)})`;
}

const accident: CoverBook = {
  cover: "accident",
  without: ["medicalDeductible", "medicalShare"],
  checks(ask) {
    insured(ask);
    ask.is("accidental", terms.accident.accidental);
  },
  claimed: ["death", "disabilityGrade", "medicalExpenses"],
  wanting: ({ isYes, fen, given }) => [
    `AND(${isYes("death")},${fen("disabilityPaidToDate")}>0,NOT(${given("disabilityGrade")}))`,
  ],
  statement(sheet) {
    const { disability, disabilityScale, death, medicalLimit } = terms.accident;
    const { parameters, cell, fen, given, isYes } = sheet;
    const graded = given("disabilityGrade");
    const ofGrade = sheet.write({
      operation: "share",
      operands: [
        parameters.fen(disability),
        `IF(${graded},${parameters.rateAt(disabilityScale, cell("disabilityGrade"))},0)`,
      ],
      ground: {
        label: joined(
          label(`${disability.label.zh}（`),
          cell("disabilityGrade"),
          label(` 级，${disabilityScale.clause.document}）`),
        ),
        clause: disability.clause,
      },
      from: [disability, disabilityScale],
      when: graded,
    });
    const capped = sheet.cap(ofGrade, disability, fen("disabilityPaidBefore"), graded);
    const paid = fen("disabilityPaidToDate");
    const unpaid = sheet.write({
      operation: "deduct",
      operands: [capped, paid],
      ground: sheet.own("扣除此前已赔付的伤残"),
      when: graded,
    });
    const died = sheet.pay(death, isYes("death"));
    const care = given("medicalExpenses");
    const left = sheet.write({
      operation: "cap",
      operands: [fen("medicalExpenses"), `IF(${given("stayCostsLeft")},${fen("stayCostsLeft")},9000000000000000)`, "0"],
      ground: sheet.own("个人仍负担的住院费用"),
      when: care,
    });
    const borne = sheet.write({
      operation: "deduct",
      operands: [left, fen("otherPaid")],
      ground: sheet.own("扣除其他来源已补偿的费用后"),
      when: care,
    });
    const medical = sheet.cap(borne, medicalLimit, fen("medicalPaidBefore"), care);
    return { due: [unpaid, died, medical], overpaid: [`IF(${graded},MAX(0,${paid}-${capped}),0)`] };
  },
};

const lines = Object.entries(insuranceLines);

/** 四: what each line of insurance leaves, and which surplus covers which deficit, each in its order. */
const settlement: SettlementBook = {
  title: "各险种结余调剂",
  clause: clauseAt(policy.document.number, "四"),
  fields: [
    ...lines.flatMap(([line, { zh }]) => [
      amount(`premium.${line}`, `${zh} 保费收入`),
      amount(`claims.${line}`, `${zh} 赔付金额`),
    ]),
    amount("broughtForward", "以前年度结余"),
    amount("deficitBroughtForward", "以前年度未弥补亏损"),
  ],
  valuesOf({ insuranceLines: given, transfers, ...years }) {
    const rows = given as readonly Readonly<Record<string, unknown>>[];
    // The sheet keeps the lines in the document's order, by which surpluses are taken.
    const order = rows.map(({ line }) => lines.findIndex(([name]) => name === line));
    if (transfers === "none" || order.some((place, index) => place < (order[index - 1] ?? 0))) return null;
    const values = rows.flatMap(({ line, premium, claims }) => [
      [`premium.${String(line)}`, premium],
      [`claims.${String(line)}`, claims],
    ]);
    return { ...years, ...(Object.fromEntries(values) as object) };
  },
  conflicts: ({ cell }) =>
    lines.map(([line, { zh }]) => ({
      when: `(${cell(`premium.${line}`)}="")<>(${cell(`claims.${line}`)}="")`,
      says: `${zh}的保费和赔款须一并填写`,
    })),
  statement(sheet) {
    const { fen } = sheet;
    const surplus = lines.map(([line, { zh }]) => ({
      name: zh,
      balance: sheet.write({
        operation: "rest",
        operands: [fen(`premium.${line}`), fen(`claims.${line}`)],
        ground: sheet.own(`${zh}结余`),
      }),
    }));
    const [earlier, owed] = [fen("broughtForward"), fen("deficitBroughtForward")];
    const left = [
      ...surplus.map(({ name, balance }) => ({ name, amount: `MAX(0,${balance})` })),
      { name: surpluses.broughtForward.zh, amount: earlier },
    ];
    const wanting = [
      ...surplus.map(({ name, balance }) => ({ name, amount: `MAX(0,-(${balance}))` })),
      { name: deficits.deficitBroughtForward.zh, amount: owed },
    ];
    for (const to of wanting) {
      for (const from of left) {
        if (to.name === from.name) continue;
        const moved = sheet.write({
          operation: "cap",
          operands: [to.amount, from.amount, "0"],
          ground: sheet.own(`${from.name}弥补${to.name}亏损`),
        });
        from.amount = `${from.amount}-${moved}`;
        to.amount = `${to.amount}-${moved}`;
      }
    }
    const total = (all: readonly { amount: string }[], says: string) =>
      sheet.write({ operation: "sum", operands: all.map((each) => each.amount), ground: sheet.own(says) });
    const pooledBalance = sheet.write({
      operation: "sum",
      operands: [...surplus.map(({ balance }) => balance), earlier, `-${owed}`],
      ground: sheet.own("各险种及以前年度合计（结余减亏损）"),
    });
    return { pooledBalance, carriedForward: total(left, "结转下年"), uncovered: total(wanting, "未弥补亏损") };
  },
};

const ledger: LedgerBook = {
  cover: "medicalSupplement",
  day: "occurredOn",
  toDate: [],
  before: { assistancePaidBefore: "assistance", supplementPaidBefore: "supplement" },
  without: [],
  always: ["assistance"],
  window: (day, { value }) => `IF(${day}<${value(terms.period.from)},0,IF(${day}<=${value(terms.period.to)},1,2))`,
  beyond: "意外伤害保险，以及同一次住院两个险种都保障的费用，由程序的个人年度台账核算。",
};

export const luozhuang: ProgrammeBook = {
  policy,
  assessClaim,
  covers: [medicalSupplement, accident],
  deadlines: statutory(terms.deadlines),
  settlement,
  ledger,
};
