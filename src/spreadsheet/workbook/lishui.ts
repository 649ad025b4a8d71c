import { assessClaim } from "../../lishui/claim.js";
import { policy } from "../../lishui/policy.js";
import { statutory } from "./deadlines.js";
import type { LedgerBook, ProgrammeBook } from "./book.js";
import { amount, label, type Ask, type CoverBook, type SettlementBook } from "./sheet.js";
import type { Provision } from "../../core/policy.js";

const { terms } = policy;

/** 三, 四, 八: a low-income rural household that is insured, after the opinion came into force. */
function protectedBy(ask: Ask, insured: Provision<boolean>): void {
  const { from } = terms.inForce;
  ask.isOneOf("category", terms.households.categories);
  ask.holds({
    names: ["occurredOn"],
    term: from,
    condition: `${ask.parameters.value(from)}<=${ask.cell("occurredOn")}`,
  });
  ask.is("insured", insured);
}

/** A cover whose amount the contract sets. */
const byContract = (cover: string, checks: CoverBook["checks"]): CoverBook => ({
  cover,
  without: ["categoryAtLoss"],
  checks,
  claimed: [],
  contract: ({ given }) => [`NOT(${given("contractAmount")})`],
  statement: (sheet) => ({
    due: [
      sheet.write({ operation: "pay", operands: [sheet.fen("contractAmount")], ground: sheet.own("按合同约定赔付") }),
    ],
  }),
});

const ruralMicro = byContract("ruralMicro", (ask) => {
  protectedBy(ask, terms.ruralMicro.insured);
  ask.is("accidental", terms.ruralMicro.accidental);
  ask.isOneOfOpen("harm", terms.ruralMicro.harms);
});

const supplementaryMedical: CoverBook = {
  cover: "supplementaryMedical",
  without: ["categoryAtLoss", "schedule", "deductible", "limit"],
  checks(ask) {
    const { insured, settings, noThirdParty } = terms.supplementaryMedical;
    protectedBy(ask, insured);
    ask.isOneOf("setting", settings);
    ask.isNot("thirdPartyLiable", noThirdParty, ask.isWord("setting", "inpatient"));
  },
  claimed: [],
  required: ["selfPaidToDate"],
  contract: ({ parameters }) => [`${parameters.cells(terms.supplementaryMedical.schedule)[1]}=""`],
  conflicts: ({ parameters }) => [
    {
      when: misfit(parameters.cells(terms.supplementaryMedical.schedule)),
      says: "参数中合同约定的分档须逐档递增，比例逐档递减",
    },
  ],
  statement(sheet) {
    const { schedule, deductible, limit } = terms.supplementaryMedical;
    const rest = sheet.write({
      operation: "deduct",
      operands: [sheet.fen("selfPaidToDate"), sheet.fen("thirdPartyPaid")],
      ground: sheet.own("扣除第三方已赔付的部分后"),
    });
    const base = sheet.write({
      operation: "deduct",
      operands: [rest, sheet.parameters.fen(deductible as Provision<never>)],
      ground: { label: label("扣除合同约定的起付标准后"), clause: deductible.clause },
      from: [deductible],
    });
    const entitled = sheet.write({
      operation: "tiers",
      operands: sheet.parameters.slices(base, schedule),
      ground: { label: label("按合同约定的分档赔付"), clause: schedule.clause },
      from: [schedule],
    });
    return { due: [sheet.cap(entitled, limit)], paid: sheet.fen("paidToDate") };
  },
};

/** 四(二) 分档、递减: ends that do not ascend, rates that rise behind the first that pays, and a tier behind an open one. */
function misfit(cells: readonly string[]): string {
  const tiers = cells.flatMap((upTo, index) => (index % 2 === 0 ? [[upTo, cells[index + 1] ?? ""] as const] : []));
  const wrong = tiers.flatMap(([upTo, rate], index) => {
    const before = tiers[index - 1];
    const noRate = `AND(${upTo}<>"",${rate}="")`;
    if (before === undefined) return [noRate];
    const [end, share] = before;
    const ascends = `AND(${upTo}<>"",${upTo}<=${end})`;
    return [noRate, `AND(${rate}<>"",OR(${end}="",${share}="",${ascends},AND(${rate}>${share},${share}>0)))`];
  });
  return `OR(${wrong.join(",")})`;
}

const loanGuarantee: CoverBook = {
  cover: "loanGuarantee",
  without: ["categoryAtLoss"],
  checks(ask) {
    protectedBy(ask, terms.loanGuarantee.insured);
    ask.is("lossOnInsuredLoan", terms.loanGuarantee.lossOnInsuredLoan);
  },
  claimed: [],
  required: ["principalLoss", "interestLoss"],
  statement(sheet) {
    const { insurerShare } = terms.loanGuarantee;
    const loss = sheet.write({
      operation: "sum",
      operands: [sheet.fen("principalLoss"), sheet.fen("interestLoss")],
      ground: sheet.own("贷款本息损失"),
    });
    const insurer = sheet.share(loss, insurerShare);
    sheet.write({
      operation: "rest",
      operands: [loss, insurer],
      ground: { label: label("银行分担（其余部分）"), clause: insurerShare.clause },
      from: [insurerShare],
    });
    return { due: [insurer] };
  },
};

const loanProject = byContract("loanProject", (ask) => {
  const { loanProject: term } = terms;
  protectedBy(ask, term.insured);
  ask.isOneOf("activity", term.activities);
  ask.is("boughtWithLoan", term.boughtWithLoan);
  ask.is("inProduction", term.inProduction);
  ask.is("propertyDamaged", term.propertyDamaged);
  ask.isOneOfOpen("peril", term.perils);
  ask.isOneOf("activity", term.diseaseActivities, ask.isWord("peril", "disease"));
});

const farmhouse = byContract("farmhouse", (ask) => {
  protectedBy(ask, terms.farmhouse.insured);
  ask.is("collapsed", terms.farmhouse.collapsed);
  ask.isOneOf("peril", terms.farmhouse.perils);
});

const agriculture = byContract("agriculture", (ask) => {
  protectedBy(ask, terms.agriculture.insured);
  ask.is("inProduction", terms.agriculture.inProduction);
  ask.is("propertyDamaged", terms.agriculture.propertyDamaged);
  ask.isOneOfOpen("peril", terms.agriculture.perils);
});

/** 六(二): the supplementary medical insurance, by the tender's corridor. */
const settlement: SettlementBook = {
  title: "补充医疗保险风险调节平衡",
  clause: terms.settlement.profitLimit.clause,
  fields: [amount("premium", "保费"), amount("claims", "赔款")],
  // The tender's limits stand among the parameters.
  valuesOf: ({ corridor, ...input }) => (corridor === undefined ? input : null),
  conflicts: ({ given, parameters }) => [
    { when: `OR(NOT(${given("premium")}),NOT(${given("claims")}))`, says: "须填写保费和赔款" },
    {
      when: `OR(${Object.values(terms.settlement)
        .map((term) => `${parameters.value(term)}=""`)
        .join(",")})`,
      says: "须在参数中填写招标确定的盈利、亏损控制幅度",
    },
  ],
  statement(sheet) {
    const { profitLimit, lossLimit } = terms.settlement;
    const { parameters, fen } = sheet;
    const [premium, claims] = [fen("premium"), fen("claims")];
    const rate = (term: Provision<unknown>) => `ROUND(${parameters.value(term)}*10000,0)`;
    const refund = sheet.write({
      operation: "shortfall",
      operands: [premium, `(10000-${rate(profitLimit)})`, claims],
      ground: { label: label("盈利超过控制幅度的部分"), clause: profitLimit.clause },
      from: [profitLimit],
    });
    const supplement = sheet.write({
      operation: "excess",
      operands: [claims, premium, `(10000+${rate(lossLimit)})`, null, "10000"],
      ground: { label: label("亏损超过控制幅度的部分"), clause: lossLimit.clause },
      from: [lossLimit],
    });
    const insurerResult = sheet.write({
      operation: "result",
      operands: [premium, claims, refund, supplement],
      ground: { label: label("承保机构盈亏"), clause: profitLimit.clause },
    });
    return { refund, supplement, insurerResult };
  },
};

const ledger: LedgerBook = {
  cover: "supplementaryMedical",
  day: "occurredOn",
  toDate: ["selfPaidToDate"],
  before: { paidToDate: "due" },
  without: ["thirdPartyPaid"],
  always: [],
  window: () => "1",
  beyond: "本表只记一个合同期内的账单；各险种一并核算的，用程序的个人年度台账。",
};

export const lishui: ProgrammeBook = {
  policy,
  assessClaim,
  covers: [ruralMicro, supplementaryMedical, loanGuarantee, loanProject, farmhouse, agriculture],
  deadlines: statutory(terms.deadlines),
  settlement,
  ledger,
};
