import { describe, expect, it } from "vitest";
import {
  addDays,
  amend,
  compareReadings,
  displayWidth,
  explain as explainBare,
  insuranceLawDeadlines,
  isRule,
  PolicyInputError,
  type Explainable,
  type ExplainOptions,
} from "huimin-rules/core";
import type { Assessment } from "../../src/core/claim.js";
import type { Eligibility } from "../../src/core/eligibility.js";
import { day, list, money, name, withDefault } from "../../src/core/fields.js";
import { deadlineOf, type Deadline, type Deadlines } from "../../src/core/period.js";
import {
  amount,
  benefit as benefitShape,
  count,
  deadline,
  deadlines,
  eligibility,
  extended,
  listOf,
  persons,
  plainText,
  shapeOf,
} from "../../src/core/results.js";
import { rulesOf } from "../../src/core/rule.js";
import { settlementShape, type Settlement } from "../../src/core/settlement.js";
import { stringShape } from "../../src/core/wire.js";
import { applications, patient, person, resultOf } from "./toy-cases.js";
import * as toy from "./toy.js";

const { accidentBenefit, assessClaim, careBenefit, checkEligibility, policy, settle } = toy;

/** In words, with the toy's names. */
const explain = (result: Explainable, options: ExplainOptions = {}) => explainBare(result, { rules: toy, ...options });

const claim = {
  cover: "care",
  facts: { ...patient, place: "province", referred: false },
  loss: { cost: "8100" },
  dates: { filedOn: "2020-04-28", decidedOn: "2020-04-30" },
} as const;

const statement = `试点县救助保险 试办〔2020〕1号
险种：医疗 三(一)
资格：符合
  [+]  二      在试办期间内（2020-01-01 至 2020-12-31）：符合（发生之日：2020-03-01）
  [+]  二      参保满 10 日：符合（参保之日：2020-01-01；发生之日：2020-03-01）
  [+]  三(一)  住院治疗：符合（是否住院：是）
  [+]  三(一)  在本省就医：符合（就医地：省内县外）
  [+]  三(一)  查明是否转诊：符合（是否转诊：否）
核算单（元）
  1  扣除100元后          8000.00  三(一)1  8100.00 − 100.00
  2  分段支付             5000.00  三(一)2  1000.00 × 50% + 4000.00 × 60% + 3000.00 × 70%
  3  未转诊的按 60% 支付  3000.00  三(一)3  5000.00 × 60%
  4  按每人限额核定       3000.00  三(一)4  3000.00，以 20000.00 为限
  5  承保机构应赔付       3000.00  三(一)   3000.00
结论：承保机构应赔付：3000.00元
时限
  2020-05-08  四  作出决定：应于2020-05-08前（含当日）；自2020-04-28起5个工作日内
  2020-05-11  四  支付：应于2020-05-11前（含当日）；自2020-04-30起10日内，末日休息的顺延`;

describe("explain", () => {
  it("prints an assessment that could be handed to a family", () => {
    expect(explain(assessClaim(claim))).toBe(statement);
  });

  it("prints the same from a result that went through JSON", () => {
    expect(explain(JSON.parse(JSON.stringify(assessClaim(claim))) as Explainable)).toBe(explain(assessClaim(claim)));
  });

  it("prints English", () => {
    const text = explain(assessClaim(claim), { locale: "en" });
    expect(text).toContain("Cover: Care 三(一)");
    expect(text).toMatch(
      /\n {2}4 {2}Within the limit a person +3000\.00 {2}三\(一\)4 {2}3000\.00, at most 20000\.00\n/,
    );
    expect(text).toContain("Result: Payable by the insurer: 3000.00 yuan");
  });

  it("lines amounts up, though Chinese characters take two columns", () => {
    const rows = explain(assessClaim(claim))
      .split("\n")
      .filter((row) => /^ {2}\d /.test(row));
    const ends = rows.map((row) => displayWidth(row.slice(0, row.search(/\.\d\d {2}三/) + 3)));
    expect(rows).toHaveLength(5);
    expect(new Set(ends).size).toBe(1);
  });

  it("says what is pending, unmet or missing, and what it can come to", () => {
    const pending = (facts: object, loss?: { cost: string }) =>
      explain(assessClaim({ cover: "care", facts: { ...patient, ...facts }, ...(loss && { loss }) }));
    expect(pending({ inpatient: null })).toMatch(
      /资格：待查明[^]*住院治疗：待查明（尚缺：是否住院）[^]*结论：待补充事实$|结论：待补充事实\n/m,
    );
    expect(pending({ inpatient: null }, claim.loss)).toContain("结论：待补充事实（承保机构应赔付：0.00至5000.00元）");
    expect(pending({})).toContain("结论：待补充损失金额");
    expect(explain(assessClaim({ cover: "care", facts: patient }), { locale: "en" })).toMatch(
      /\nResult: pending: the loss is missing$/,
    );
    expect(pending({ inpatient: false }, claim.loss)).toMatch(
      /资格：不符合[^]*\[-\] {2}三\(一\) {2}住院治疗：不符合[^]*结论：不属于保障范围，承保机构不赔付\n/,
    );
    expect(pending({ inpatient: false }, claim.loss)).not.toMatch(/应付|应赔付/);
    expect(explain(assessClaim({ cover: "relief", facts: { ...person, approved: true } }))).toContain(
      "结论：金额由合同约定",
    );
  });

  it("shows a requirement that was waived, and by what", () => {
    const waived = amend(policy, { terms: { care: { inpatient: false } } });
    const text = (locale: "zh" | "en") =>
      explain(checkEligibility({ cover: "care", ...patient }, { policy: waived }), { locale });
    expect(text("zh")).toContain("  [ ]  三(一)  住院治疗：不作要求［已调整］");
    expect(text("en")).toContain("  [ ]  三(一)  Care in hospital: waived [amended]\n");
  });

  it("names what lies outside the calendar", () => {
    const late = assessClaim({ ...claim, dates: { filedOn: "2026-12-30", decidedOn: "2026-12-30" } });
    expect(explain(late)).toMatch(/\n时限\n {2}作出决定：超出工作日历，未计算\n {2}支付：超出工作日历，未计算$/);
    expect(explain(late, { locale: "en" })).toMatch(/\n {2}Pay: outside the work calendar, not counted$/);
    const half = assessClaim({ ...claim, dates: { filedOn: "2026-12-01", decidedOn: "2026-12-25" } });
    expect(explain(half)).toMatch(/\n时限\n {2}2026-12-08 {2}四 {2}作出决定：[^\n]+\n {2}支付：超出工作日历，未计算$/);
  });

  it("prints benefits with every formula", () => {
    const text = explain(
      accidentBenefit(
        { death: true, disabilityGrade: 10, disabilityPaidToDate: "4500" },
        { readings: { deathAfterDisability: "higher" } },
      ),
    );
    expect(text.split("\n").map((row) => row.replace(/(?<=\S) {2,}/g, "  "))).toEqual([
      "试点县救助保险 试办〔2020〕1号",
      "核算单（元）",
      "  1  意外伤残金（10 级，中保协发〔2013〕88号）  5000.00  三(二)  50000.00 × 10%",
      "  2  意外身故金  20000.00  三(二)",
      "  3  伤残与身故取高  20000.00  三(二)  5000.00 与 20000.00 取高",
      "  4  扣除此前已赔付的伤残  15500.00  三(二)  20000.00 − 4500.00",
      "  5  承保机构应赔付  15500.00  三(二)  15500.00",
      "条文解读",
      "  三(二)  先致残后身故如何给付：给付较高的一项（另选）",
    ]);
  });

  it("says where zero stands for what would be negative, and what was overpaid", () => {
    expect(explain(careBenefit({ place: "county", cost: "99.99" }))).toContain("99.99 − 100.00（最低为 0）");
    const over = careBenefit({ place: "county", cost: "1100", paid: "500.01" });
    expect(explain(over)).toContain("500.00 − 500.01（最低为 0）");
    expect(explain(over)).toContain("多付金额：0.01");
    expect(explain(over, { locale: "en" })).toContain("Overpaid: 0.01");
    expect(explain(careBenefit({ place: "county", cost: "1100", paid: "500" }))).not.toContain("多付");
  });

  it("marks lines that used an amended term, and names that follow one", () => {
    const better = amend(policy, { terms: { care: { limit: "2000", unreferred: "0.75" } } });
    const benefit = careBenefit({ place: "province", referred: false, cost: "8100" }, { policy: better });
    expect(explain(benefit)).toContain("按每人限额核定［已调整］");
    expect(explain(benefit)).toContain("未转诊的按 75% 支付［已调整］");
    expect(explain(benefit, { locale: "en" })).toContain("Within the limit a person [amended]");
    expect(explain(benefit, { locale: "en" })).toContain("Without referral 75% is paid [amended]");
  });

  it("prints a settlement with its sums and lines", () => {
    const below = explain(settle({ premium: "1000", claims: "600" }));
    expect(below).toMatch(/赔付率 +60%/);
    expect(below).toContain("1000.00 × 80% − 600.00");
    const above = explain(settle({ premium: "1000", claims: "1300" }), { locale: "en" });
    expect(above).toContain("what claims 1300.00 exceed 100% of premium 1000.00 up to 120%, × 50%");
    expect(above).toMatch(/Insurer's result +-170\.00\n/);
    expect(explain(settle({ premium: 0, claims: 0 }))).toMatch(/赔付率 +无/);
  });

  it("prints eligibility, deadlines, and the error of a bad input", () => {
    expect(explain(checkEligibility({ cover: "relief" }))).toMatch(/^试点县[^]*资格：待查明\n {2}\[\?\]/);
    expect(explain(insuranceLawDeadlines({ claimReceivedOn: "2021-04-01" }), { locale: "en" })).toMatch(
      /^Deadlines\n {2}2021-05-06/,
    );
    const outcome = careBenefit.safe({ place: "county", cost: "x", y: 1 });
    expect(outcome.ok || explain(outcome.error, { locale: "en" })).toMatch(
      /^Bad input\n {2}"cost": expected yuan[^]*\n {2}"y": no such field/,
    );
  });

  it("without rules it calls things by their identifiers and cites documents in full", () => {
    const text = explainBare(assessClaim({ ...claim, facts: { ...claim.facts, inpatient: false } }));
    expect(text).toMatch(/^险种：“care”\n/);
    expect(text).toContain("试办〔2020〕1号 三(一)");
    expect(text).toContain("“outpatient”：“refused”");
  });

  it("rules may be a module, a list, or a table by id", () => {
    const rules = Object.values<unknown>(toy).filter(isRule);
    const byId = Object.fromEntries(rules.map((rule) => [rule.id, rule]));
    for (const known of [rules, byId]) {
      expect(explainBare(assessClaim(claim), { rules: known })).toBe(explain(assessClaim(claim)));
    }
  });

  it("prints an error that went through JSON, and refuses what it cannot explain", () => {
    const outcome = careBenefit.safe({ place: "county", cost: "x", "a\nb": 1 });
    if (outcome.ok) throw new Error("was not refused");
    expect(explain(JSON.parse(JSON.stringify(outcome.error)) as Explainable)).toBe(explain(outcome.error));
    expect(explain(outcome.error)).toContain('\n  “"a\\nb"”：没有这一项');
    for (const other of [null, undefined, {}, 7, "x", [], [{}], { amount: "1.00" }]) {
      expect(() => explain(other as Explainable)).toThrow(PolicyInputError);
    }
  });

  it("compares readings: what each comes to, by name", () => {
    const compared = compareReadings(accidentBenefit, { death: true, disabilityGrade: 10 });
    expect(explain(compared).split("\n")).toEqual([
      "试点县救助保险 试办〔2020〕1号",
      "对照读法",
      "  1  结论：25000.00元  先致残后身故如何给付：分别给付",
      "  2  结论：20000.00元  先致残后身故如何给付：给付较高的一项",
      "  3  结论：20000.00元  先致残后身故如何给付：只给付身故金",
    ]);
    const refused = compareReadings(accidentBenefit, { disabilityGrade: 11 });
    expect(explain(refused, { locale: "en" })).toMatch(
      /^Readings compared\n {2}1 {2}Bad input "disabilityGrade": must not/,
    );
  });

  it.each(["fr", "constructor", null])("there is no locale %s", (locale) => {
    expect(() => explain(assessClaim(claim), { locale: locale as "zh" })).toThrow(PolicyInputError);
  });
});

// Shapes that the toy has not, made of its rules -----------------------------------------------------------------------

const { rule } = rulesOf(policy);
const made = {
  title: { zh: "另一规则", en: "Another rule" },
  clause: "六",
};

interface Event {
  readonly assessments: readonly Assessment[];
  readonly payable: Settlement["premium"] | null;
  readonly pending: Assessment["pending"];
}
const event = rule({
  ...made,
  id: "event",
  input: { approved: withDefault(name("同意", "Approved"), "yes") },
  result: shapeOf<Event>(
    {
      assessments: listOf(assessClaim.own, "各项", "Claims"),
      payable: assessClaim.own.fields?.["payable"] as never,
      pending: stringShape(),
    },
    "同一事件",
    "The event",
  ),
  evaluate(_, { settings }): Event {
    const facts = { ...person, accidental: true };
    const care = assessClaim.compute(
      { cover: "care", facts: { ...patient, inpatient: undefined }, loss: {} },
      settings,
    );
    const accident = assessClaim.compute({ cover: "accident", facts, loss: { death: true } }, settings);
    return { assessments: [care, accident], payable: null, pending: "facts" };
  },
});

interface Plan {
  readonly added: readonly string[];
  readonly others: readonly { readonly id: string; readonly eligibility: Eligibility }[];
  readonly rows: number;
}
const plan = rule({
  ...made,
  id: "plan",
  input: { ids: list(name("编号", "Id"), "名单", "Roster") },
  result: shapeOf<Plan>(
    {
      rows: count("行数", "Rows"),
      added: listOf(stringShape(), "新增", "Added", persons),
      others: listOf(
        shapeOf({ id: plainText("编号", "Id"), eligibility }, "一人", "One"),
        "未增",
        "Not added",
        persons,
      ),
    },
    "计划",
    "Plan",
  ),
  evaluate({ ids }, { settings }): Plan {
    const decided = checkEligibility.compute({ cover: "relief", ...person, approved: false }, settings);
    return {
      rows: ids.length,
      added: ids.slice(0, 1),
      others: ids.slice(1).map((id) => ({ id, eligibility: decided })),
    };
  },
});

interface Counties {
  readonly counties: readonly (Settlement & { readonly county: string })[];
  readonly total: Settlement["premium"];
  readonly readings: Readonly<Record<string, string>>;
}
const counties = rule({
  ...made,
  id: "counties",
  input: { premiums: list(money("保费", "Premium"), "各县保费", "Premiums") },
  result: shapeOf<Counties>(
    {
      counties: listOf(
        extended(settlementShape, { county: plainText("县", "County") }, "清算（元）", "Settlement (yuan)"),
        "各县",
        "County",
      ),
      total: amount("保费合计", "Premiums together"),
      readings: settlementShape.fields?.["readings"] as never,
    },
    "各县清算",
    "By county",
  ),
  evaluate({ premiums }, { settings, used }): Counties {
    const settled = premiums.map((premium, index) => ({
      county: `C${index}`,
      ...settle.compute({ premium, claims: premium }, settings),
    }));
    return { counties: settled, total: premiums.reduce((sum, each) => sum.plus(each)), readings: used() };
  },
});

const window = rule({
  ...made,
  id: "window",
  input: { on: day("日", "Day") },
  result: deadline,
  evaluate: ({ on }, { terms, calendar }): Deadline =>
    deadlineOf({ action: "pay", from: on, term: terms.deadlines.pay, unit: "calendar-day" }, calendar),
});

const more = { event, plan, counties, window };

describe("explain goes by the shape of a result", () => {
  const text = (result: object, locale: "zh" | "en" = "zh") => explain(result, { locale, rules: more });

  it("a list of assessments shows each of them, then what the whole waits for", () => {
    const shown = text(event({}));
    expect(shown).toMatch(
      /^试点县.+\n险种：医疗 三\(一\)\n资格：待查明\n[^]+\n结论：待补充事实[^]*\n\n险种：意外 三\(二\)\n资格：符合\n/,
    );
    expect(shown).toMatch(/\n结论：承保机构应赔付：20000\.00元\n\n[^]*结论：待补充事实$/);
  });

  it("a list of persons names them, and why not", () => {
    expect(
      text(plan({ ids: ["A", "B"] }))
        .split("\n")
        .slice(1),
    ).toEqual([
      "计划",
      "  行数  2",
      "新增：1 人",
      "  “A”",
      "未增：1 人",
      "  “B”",
      "    [-]  三(三)  经县民政局同意：不符合（是否经同意：否）",
    ]);
    expect(text(plan({ ids: ["A"] }), "en")).toMatch(/\nAdded: 1\n {2}A\nNot added: 0$/);
  });

  it("an id cannot pass for a line of the statement", () => {
    const shown = text(plan({ ids: ["A\n结论：应付 99999.00 元", "B\r\u2028结论：应付 1.00 元", "C\t  x"] }));
    expect(shown).not.toMatch(/^结论|\r|\u2028|\t/m);
    expect(shown).toContain("  “A 结论：应付 99999.00 元”");
  });

  it("a list of settlements shows whose each is, then all", () => {
    const shown = text(counties({ premiums: ["100", "200"] }));
    expect(shown.split("\n").filter((row) => /^\S/.test(row))).toEqual([
      "试点县救助保险 试办〔2020〕1号",
      "各县 “C0”",
      "核算单（元）",
      "各县 “C1”",
      "核算单（元）",
      "各县清算",
    ]);
    expect(shown).toMatch(/\n {2}保费合计 +300\.00$/);
  });

  it("a single deadline", () => {
    expect(text(window({ on: "2020-04-30" }))).toBe(
      "试点县救助保险 试办〔2020〕1号\n时限\n  2020-05-11  四  支付：应于2020-05-11前（含当日）；自2020-04-30起10日内，末日休息的顺延",
    );
  });
});

// Readings compared, and results whose rule is not known ----------------------------------------------------------------

interface Reminder extends Deadlines {
  readonly persons: number;
  readonly note: string;
}
/** Whoever is paid for outpatient care is reminded a week later. */
const reminder = rule({
  ...made,
  id: "reminder",
  input: { on: day("日", "Day") },
  readings: ["outpatient"],
  result: extended<Reminder>(
    deadlines,
    { persons: count("人数", "Persons"), note: plainText("备注", "Note") },
    "提醒",
    "Reminder",
  ),
  evaluate({ on }, { terms: { deadlines: due }, calendar, reading, used }): Reminder {
    const from = reading("outpatient") === "granted" ? addDays(on, 7) : on;
    const running = [
      { action: "decide", from, term: due.decide, unit: "working-day" },
      { action: "pay", from, term: due.pay, unit: "calendar-day" },
    ] as const;
    return {
      persons: 2,
      note: "甲",
      deadlines: running.map((period) => deadlineOf(period, calendar)),
      readings: used(),
    };
  },
});

describe("readings compared", () => {
  const rules = { ...toy, reminder };
  const shown = (locale: "zh" | "en") =>
    explain(compareReadings(reminder, { on: "2020-03-02" }), { locale, rules })
      .split("\n")
      .slice(1);

  it("say of a rule about days and numbers what each comes to", () => {
    expect(shown("zh")).toEqual([
      "对照读法",
      "  1  2020-03-09；2020-03-12；人数：2；备注：甲  门诊治疗是否给付：不给付",
      "  2  2020-03-16；2020-03-19；人数：2；备注：甲  门诊治疗是否给付：给付",
    ]);
    expect(shown("en").slice(1)).toEqual([
      '  1  2020-03-09; 2020-03-12; Persons: 2; Note: "甲"  Whether outpatient care is paid: it is not',
      '  2  2020-03-16; 2020-03-19; Persons: 2; Note: "甲"  Whether outpatient care is paid: it is',
    ]);
  });

  it("say of an assessment what is payable, and of several readings each", () => {
    const [first] = compareReadings(assessClaim, { cover: "care", facts: patient, loss: { cost: "8100" } });
    const readings = { outpatient: "granted", deathAfterDisability: "higher" };
    const text = (locale: "zh" | "en") => explain([{ ...first, readings }], { locale }).split("\n")[2];
    expect(text("zh")).toBe(
      "  1  结论：承保机构应赔付：5000.00元  门诊治疗是否给付：给付；先致残后身故如何给付：给付较高的一项",
    );
    expect(text("en")).toBe(
      "  1  Result: Payable by the insurer: 5000.00 yuan  Whether outpatient care is paid: it is; What is paid when death follows disability: the higher is paid",
    );
  });

  it("of a single deadline say its day", () => {
    const value = window({ on: "2020-04-30" });
    expect(explain([{ readings: {}, outcome: { ok: true, value } }], { rules: { window } })).toMatch(
      /^试点县救助保险 试办〔2020〕1号\n对照读法\n {2}1 {2}2020-05-11/,
    );
  });

  it("are numbered so that the numbers line up", () => {
    const value = window({ on: "2020-04-30" });
    const ten = explain(Array.from({ length: 10 }, () => ({ readings: {}, outcome: { ok: true, value } }))).split("\n");
    expect([ten[1], ten[10]]).toEqual(["   1  2020-05-11", "  10  2020-05-11"]);
  });

  it.each([
    [[{ readings: {} }]],
    [[{ outcome: {} }]],
    [[{ readings: {}, outcome: { ok: true, value: window({ on: "2020-04-30" }) } }, {}]],
    [[7]],
    [{ issues: 7 }],
  ])("are nothing else: %#", (other) => {
    expect(() => explain(other)).toThrow(expect.objectContaining({ code: "INVALID_OPTIONS" }) as Error);
  });
});

describe("a result whose rule is not known", () => {
  it("is explained as what it looks like: a settlement, a deadline", () => {
    expect(explainBare(settle({ premium: "1000", claims: "600" }))).toMatch(
      /^清算（元）\n {2}保费 +1000\.00\n {2}赔款 +600\.00\n {2}赔付率 +60%\n/,
    );
    expect(explainBare(window({ on: "2020-04-30" }))).toMatch(/^时限\n {2}2020-05-11 {2}试办〔2020〕1号 四 {2}支付：/);
  });

  it("shows readings by their names in programs, and so a choice that the policy does not have", () => {
    const result = checkEligibility({ cover: "care", ...patient, inpatient: false });
    expect(explainBare(result).split("\n").slice(-2)).toEqual(["条文解读", "  “outpatient”：“refused”"]);
    const other = { ...result, readings: { outpatient: "other" } };
    expect(explain(other)).toMatch(/\n {2}三\(一\) {2}门诊治疗是否给付：“other”（另选）$/);
  });
});

describe("what stands in a row", () => {
  it("ten lines are numbered so that the numbers line up", () => {
    const ten = rule({
      ...made,
      id: "ten",
      input: { cost: money("费用", "Costs") },
      result: benefitShape,
      evaluate({ cost }, { statement }) {
        const sheet = statement();
        for (let line = 1; line < 10; line += 1) sheet.sum([cost], sheet.own({ zh: "合计", en: "Sum" }));
        return sheet.benefit([cost], { medical: cost });
      },
    });
    const rows = explain(ten({ cost: "7" })).split("\n");
    expect(rows[1]).toMatch(/^ {3}1 {2}合计 /);
    expect(rows[10]).toMatch(/^ {2}10 {2}承保机构应赔付 /);
  });

  it("numbers stand right, and what is not all numbers left", () => {
    const values = (note: string) =>
      explain({ ...reminder({ on: "2020-03-02" }), note }, { rules: { reminder } })
        .split("\n")
        .filter((row) => /^ {2}(人数|备注)/.test(row));
    expect(values("甲甲")).toEqual(["  人数  2", "  备注  甲甲"]);
    expect(values("100")).toEqual(["  人数    2", "  备注  100"]);
  });
});

// Whatever the toy gives -----------------------------------------------------------------------------------------------

/** Every name that a program uses for something of the toy. */
const identifiers = (() => {
  const found = new Set<string>();
  const walk = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (Number.isNaN(Number(key)) && key !== "zh" && key !== "en") found.add(key);
      walk(part);
    }
  };
  const { covers, readings, terms } = policy;
  walk({ covers: Object.fromEntries(Object.keys(covers).map((each) => [each, 0])), terms, readings });
  for (const each of Object.values<unknown>(toy).filter(isRule)) {
    found.add(each.id);
    walk(each.fields);
  }
  return [...found];
})();

const compared = applications
  .filter(({ rule: { readings } }) => Object.keys(readings).length > 0)
  .map((each) => ({
    what: `${each.what}, readings compared`,
    result: compareReadings(each.rule as never, each.input as never, each.options as never),
  }));

const extra = {
  event: event({}),
  plan: plan({ ids: ["A1"] }),
  counties: counties({ premiums: ["1"] }),
  window: window({ on: "2020-04-30" }),
};

const results: readonly (readonly [what: string, result: object])[] = [
  ...applications.map((each) => [each.what, resultOf(each)] as const),
  ...compared.map(({ what, result }) => [what, result] as const),
  ...Object.entries(extra),
];

/** Where a document, or a clause of it, is cited. */
const citation =
  /《[^》]+》(?:（\d{4}年修正）)?|\p{Script=Han}+〔\d{4}〕\d+号|(?<= )[一二三四五六](?:\([一二三四五六]\)\d*)?(?= |$)|第[一二三四五六七八九十]+条/gmu;

describe("whatever the toy gives", () => {
  const known = { ...toy, ...more };
  it.each(results)("%s: is explained in both languages, the same after JSON and structuredClone", (_, result) => {
    for (const locale of ["zh", "en"] as const) {
      for (const rules of [known, {}]) {
        const hasShape = rules === known || !Object.values<unknown>(extra).includes(result);
        if (!hasShape) continue;
        const text = explainBare(result, { rules, locale });
        expect(text).not.toMatch(/undefined|\[object|NaN|null/);
        expect(text.endsWith("\n")).toBe(false);
        expect(text).not.toMatch(/[ \t]+$/m);
        for (const other of [JSON.parse(JSON.stringify(result)), structuredClone(plain(result))] as object[]) {
          expect(explainBare(other, { rules, locale })).toBe(text);
        }
      }
    }
  });

  it.each(results)("%s: no Chinese output holds an identifier, nor a Latin letter", (_, result) => {
    const text = explainBare(result, { rules: known }).replace(/“[^”]*”/g, "");
    const words = text.split(/[^\w.]+/).filter((word) => identifiers.includes(word));
    expect(words).toEqual([]);
    expect(text).not.toMatch(/[a-z]/i);
  });

  it.each(results)("%s: no English output holds a Chinese character outside its citations", (_, result) => {
    const text = explainBare(result, { rules: known, locale: "en" });
    expect(text.replace(citation, "")).not.toMatch(/\p{Script=Han}/u);
    expect(text.replace(citation, "")).not.toMatch(/[（）：；、，“”]/);
  });

  it("the identifiers are many, and Chinese names are looked for in earnest", () => {
    expect(identifiers).toEqual(
      expect.arrayContaining(["care", "waitingDays", "deathAfterDisability", "higher", "insuredFrom", "toy.settle"]),
    );
    expect(explainBare(assessClaim(claim))).toMatch(/“care”/);
  });
});

/** An error cannot be cloned with its issues: what a host would send of it is its JSON. */
const plain = (value: object): object =>
  Array.isArray(value)
    ? value.map((each: { outcome: { ok: boolean; error?: PolicyInputError } }) =>
        each.outcome.ok ? each : { ...each, outcome: { ok: false, error: each.outcome.error?.toJSON() } },
      )
    : value;

describe("displayWidth", () => {
  it.each([
    ["abc", 3],
    ["三(二)", 6],
    ["（元）", 6],
    ["〔2020〕", 8],
    ["𠮷野家", 6],
    ["", 0],
  ])("%s takes %i columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
