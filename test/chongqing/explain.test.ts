import { describe, expect, it } from "vitest";
import * as chongqing from "huimin-rules/chongqing";
import {
  amend,
  displayWidth,
  explain as explainBare,
  PolicyInputError,
  yuan,
  type Explainable,
  type ExplainOptions,
} from "huimin-rules/core";

const { accidentBenefit, assessClaim, checkEligibility, majorIllnessBenefit, policy, settle } = chongqing;

/** In words, with the programme's names. */
const explain = (result: Explainable, options: ExplainOptions = {}) =>
  explainBare(result, { rules: chongqing, ...options });

const claim = {
  cover: "majorIllness",
  facts: {
    enrolledFrom: "2020-11-01",
    occurredOn: "2021-03-02",
    inpatient: true,
    causedByIllness: true,
    settledOneStop: true,
  },
  loss: { outOfCatalogueToDate: "58000" },
  dates: { claimReceivedOn: "2021-04-01" },
} as const;

const statement = `重庆“民政惠民济困保” 渝民〔2020〕238号
险种：大病补充 三(二)
资格：符合
  [+]  二      在参保时间内（2020-11-01 至 2021-12-31）：符合（入院日期：2021-03-02）
  [+]  二      事件发生时已参保：符合（本次参保生效日：2020-11-01；入院日期：2021-03-02）
  [+]  三(二)  住院：符合（是否住院：是）
  [+]  三(二)  因疾病：符合（是否因疾病：是）
  [+]  三(二)  经医保系统“一站式”结算：符合（是否经“一站式”结算：是）
核算单（元）
  1  扣除起付标准      55000.00  三(二)     58000.00 − 3000.00
  2  分段补偿          16250.00  三(二)1-3  10000.00 × 25% + 40000.00 × 30% + 5000.00 × 35%
  3  每人每年最高补偿  16250.00  三(二)3    16250.00，以 150000.00 为限
  4  应付金额          16250.00  三(二)     16250.00
结论：应付 16250.00 元
时限
  2021-05-06  《保险法》（2015年修正） 第二十三条  作出核定：2021-04-01 起 30 日内，末日休息的顺延
  2021-05-31  《保险法》（2015年修正） 第二十五条  数额不能确定的，先行支付可以确定的数额：2021-04-01 起 60 日内，末日休息的顺延
条文解读
  三(二)  大病补充是否限于“一站式”结算的费用：仅限“一站式”结算（默认）`;

describe("渝民〔2020〕238号 in words", () => {
  it("prints an assessment that could be handed to a family", () => {
    expect(explain(assessClaim(claim))).toBe(statement);
  });

  it("prints the same from a result that went through JSON", () => {
    expect(explain(JSON.parse(JSON.stringify(assessClaim(claim))) as Explainable)).toBe(statement);
  });

  it("prints English", () => {
    const text = explain(assessClaim(claim), { locale: "en" });
    expect(text).toContain("Cover: Major-illness supplement 三(二)");
    expect(text).toContain("  3  Annual limit per person  16250.00  三(二)3    16250.00, at most 150000.00");
    expect(text).toContain("Result: payable 16250.00 yuan");
    expect(text.replace(/[三(二)]|第二十[三五]条|《保险法》（2015年修正）|渝民〔2020〕238号/g, "")).not.toMatch(
      /\p{Script=Han}/u,
    );
  });

  it("lines amounts up, though Chinese characters take two columns", () => {
    const rows = explain(assessClaim(claim))
      .split("\n")
      .filter((row) => /^ {2}\d /.test(row));
    const ends = rows.map((row) => displayWidth(row.slice(0, row.indexOf(".") + 3)));
    expect(rows).toHaveLength(4);
    expect(new Set(ends).size).toBe(1);
  });

  it("says what is pending, unmet or missing", () => {
    const pending = (facts: object, loss?: { outOfCatalogueToDate: string }) =>
      explain(assessClaim({ cover: "majorIllness", facts: { ...claim.facts, ...facts }, ...(loss && { loss }) }));
    expect(pending({ inpatient: null })).toMatch(/资格：待查明[^]*住院：待查明（尚缺：是否住院）[^]*结论：待补充事实/);
    expect(pending({})).toContain("结论：待补充损失金额");
    expect(pending({ inpatient: false }, claim.loss)).toMatch(
      /资格：不符合[^]*\[-\] {2}三\(二\) {2}住院：不符合[^]*结论：应付 0.00 元/,
    );
  });

  it("names what lies outside the calendar", () => {
    const late = assessClaim({ ...claim, dates: { claimReceivedOn: "2026-11-20" } });
    expect(explain(late)).toContain("  数额不能确定的，先行支付可以确定的数额: 超出工作日历，未计算");
  });

  it("prints benefits with every formula", () => {
    const text = explain(
      accidentBenefit(
        { death: true, disabilityGrade: 10, medicalSelfPaid: "900", medicalPaidBefore: "4500" },
        { readings: { deathAfterDisability: "higher" } },
      ),
    );
    expect(text.split("\n")).toEqual([
      "重庆“民政惠民济困保” 渝民〔2020〕238号",
      "核算单（元）",
      "  1  意外伤残补偿金（10 级，中保协发〔2013〕88号）  3000.00  三(一)  30000.00 × 10%",
      "  2  意外身故补偿金                                 2000.00  三(一)",
      "  3  伤残与身故取高                                 3000.00  三(一)  3000.00 与 2000.00 取高",
      "  4  意外医疗自付部分补偿                            900.00  三(一)  900.00 × 100%",
      "  5  意外医疗限额                                    500.00  三(一)  900.00，以 5000.00 − 4500.00 为限",
      "  6  应付金额                                       3500.00  三(一)  3000.00 + 500.00",
      "条文解读",
      "  三(一)  同一意外先致残后身故，如何给付：给付较高的一项（另选）",
    ]);
  });

  it("says where zero stands for what would be negative", () => {
    const text = explain(majorIllnessBenefit({ outOfCatalogueToDate: "2999.99" }));
    expect(text).toContain("2999.99 − 3000.00（最低为 0）");
    expect(explain(majorIllnessBenefit({ outOfCatalogueToDate: "13000", paidToDate: "2600" }))).toContain(
      "2500.00 − 2600.00（最低为 0）",
    );
  });

  it("marks lines that used an amended term", () => {
    const better = amend(policy, { terms: { majorIllness: { annualLimit: yuan(9000) } } });
    const benefit = majorIllnessBenefit({ outOfCatalogueToDate: "58000" }, { policy: better });
    expect(explain(benefit)).toContain("每人每年最高补偿［合同条款］");
    expect(explain(benefit, { locale: "en" })).toContain("Annual limit per person [amended]");
  });

  it("prints a settlement with its sums, conditions and lines", () => {
    const below = explain(settle({ insurers: [{ premium: "1000", claims: "600" }], secondPeriodPremiumDue: "200" }));
    expect(below).toMatch(/赔付率 +60%/);
    expect(below).toContain("1000.00 × 85% − 600.00");
    expect(below).toContain("从第二保障期间保费中扣除");
    expect(below).toContain("条件\n  退回金额在清算第二保障期间");
    const above = explain(settle({ insurers: [{ premium: "1000", claims: "960" }] }), { locale: "en" });
    expect(above).toContain("what claims 960.00 exceed 90% of premium 1000.00 up to 100%, × 50%");
    expect(explain(settle({ insurers: [{ premium: 0, claims: 0 }] }))).toMatch(/赔付率 +无/);
  });

  it("prints eligibility, deadlines, and the error of a bad input", () => {
    expect(explain(checkEligibility({ cover: "illnessDeath" }))).toMatch(/^重庆[^]*资格：待查明\n {2}\[\?\]/);
    const outcome = majorIllnessBenefit.safe({ outOfCatalogueToDate: "x", y: 1 });
    expect(outcome.ok || explain(outcome.error, { locale: "en" })).toMatch(
      /^Bad input\n {2}outOfCatalogueToDate: expected yuan[^]*\n {2}y: no such field/,
    );
  });

  it("without policies it calls things by their identifiers and cites documents in full", () => {
    const text = explainBare(assessClaim(claim));
    expect(text).toMatch(/^险种：majorIllness\n/);
    expect(text).toContain("渝民〔2020〕238号 三(二)");
    expect(text).toContain("settlement = oneStopOnly");
  });

  it("prints an error that went through JSON, and refuses what it cannot explain", () => {
    const outcome = majorIllnessBenefit.safe({ outOfCatalogueToDate: "x", "a\nb": 1 });
    if (outcome.ok) throw new Error("was not refused");
    expect(explain(JSON.parse(JSON.stringify(outcome.error)) as Explainable)).toBe(explain(outcome.error));
    expect(explain(outcome.error)).toContain('\n  "a\\nb": 没有这一项');
    for (const other of [null, undefined, {}, 7]) {
      expect(() => explain(other as Explainable)).toThrow(PolicyInputError);
    }
  });

  it("says beside a statement that it is not due", () => {
    const text = explain(assessClaim({ ...claim, facts: { ...claim.facts, inpatient: false } }));
    expect(text).toMatch(/\n核算单（元，以符合资格为前提）\n[^]+\n结论：应付 0\.00 元（不符合资格）\n/);
  });

  it("a plan names whom to enrol, whom not, and why", () => {
    const facts = { insuredByPovertyCover: false, enrolledUnderAnotherCategory: false };
    const plan = chongqing.planEnrolment({
      month: "2021-03",
      roster: [
        { id: "A", categories: ["orphan"], ...facts },
        { id: "B", categories: ["orphan"], ...facts },
        { id: "C", categories: ["orphan"], insuredByPovertyCover: false },
        { id: "D", categories: ["none"], ...facts },
        { id: "A", categories: ["none"], ...facts },
      ],
      enrolled: ["B"],
    });
    const rows = explain(plan).split("\n");
    expect(rows.slice(1, rows.indexOf("核算单（元）"))).toEqual([
      "新增参保：1 人",
      "  A",
      "不新增：4 人",
      "  B  已参保",
      "  C  待查明",
      "    [?]  二  对象交叉重叠的不重复参保：待查明（尚缺：是否已按其他类别参保）",
      "  D  不符合",
      "    [-]  二  属于五类参保对象之一：不符合（对象类别：以上皆非）",
      "  A  已由同一编号的另一行新增",
      "    [-]  二  属于五类参保对象之一：不符合（对象类别：以上皆非）",
    ]);
    expect(explain(plan, { locale: "en" })).toMatch(
      /\nTo be enrolled: 1\n {2}A\nNot to be enrolled: 4\n {2}B {2}enrolled already\n/,
    );
  });

  it("an id cannot pass for a line of the statement", () => {
    const roster = [{ id: "A1\n结论：应付 99999.00 元", categories: ["none" as const] }];
    const plan = chongqing.planEnrolment({ month: "2021-03", roster, enrolled: [] });
    expect(explain(plan)).not.toMatch(/^结论/m);
    expect(explain(plan)).toContain("  A1 结论：应付 99999.00 元  不符合");
  });

  it("calls the words of a list by their terms", () => {
    const text = explain(chongqing.checkEnrolment({ categories: ["orphan", "preferentialTreatment"] }));
    expect(text).toContain("对象类别：孤儿、优抚对象");
  });

  it("has no ratio of its own to show beside the loss ratio", () => {
    expect(explain(chongqing.settle({ insurers: [{ premium: "1", claims: "1" }] }))).not.toContain("计入赔付率");
  });
});
