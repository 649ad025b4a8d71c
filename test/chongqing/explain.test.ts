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
    dischargedOn: "2021-03-09",
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
  [+]  二      事件发生时参保有效：符合（本次参保生效日：2020-11-01；入院日期：2021-03-02）
  [+]  三(二)  住院治疗：符合（是否住院：是）
  [+]  三(二)  因疾病：符合（是否因疾病：是）
  [+]  三(二)  已经“一站式”结算：符合（是否经“一站式”结算：是）
核算单（元）
  1  扣除3000元后    55000.00  三(二)     58000.00 − 3000.00
  2  分段补偿        16250.00  三(二)1-3  10000.00 × 25% + 40000.00 × 30% + 5000.00 × 35%
  3  按年度限额核定  16250.00  三(二)3    16250.00，以 150000.00 为限
  4  承保机构应赔付  16250.00  三(二)     16250.00
结论：承保机构应赔付：16250.00元
时限
  2021-05-06  《保险法》（2015年修正） 第二十三条  应及时核定；情形复杂的，至迟核定：应于2021-05-06前（含当日）；自2021-04-01起30日内，末日休息的顺延
  2021-05-31  《保险法》（2015年修正） 第二十五条  数额不能确定的，先行支付可以确定的数额：应于2021-05-31前（含当日）；自2021-04-01起60日内，末日休息的顺延`;

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
    expect(text).toContain("  3  Within the annual limit            16250.00  三(二)3    16250.00, at most 150000.00");
    expect(text).toContain("Result: Payable by the insurer: 16250.00 yuan");
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
    expect(pending({ inpatient: null })).toMatch(
      /资格：待查明[^]*住院治疗：待查明（尚缺：是否住院）[^]*结论：待补充事实/,
    );
    expect(pending({})).toContain("结论：待补充损失金额");
    expect(pending({ inpatient: false }, claim.loss)).toMatch(
      /资格：不符合[^]*\[-\] {2}三\(二\) {2}住院治疗：不符合[^]*结论：不属于保障范围，承保机构不赔付/,
    );
  });

  it("names what lies outside the calendar", () => {
    const late = assessClaim({ ...claim, dates: { claimReceivedOn: "2026-11-20" } });
    expect(explain(late)).toContain("  数额不能确定的，先行支付可以确定的数额：超出工作日历，未计算");
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
      "  4  意外医疗自付部分的补偿                          900.00  三(一)  900.00 × 100%",
      "  5  按意外医疗限额核定                              500.00  三(一)  900.00，以 5000.00 − 4500.00 为限",
      "  6  承保机构应赔付                                 3500.00  三(一)  3000.00 + 500.00",
      "条文解读",
      "  三(一)  “按比例给付”伤残补偿金，比例采用哪一标准：行业标准的十级比例（默认）",
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
    expect(explain(benefit)).toContain("按年度限额核定［已调整］");
    expect(explain(benefit, { locale: "en" })).toContain("Within the annual limit [amended]");
  });

  it("prints a settlement with its sums, conditions and lines", () => {
    const first = { period: "first" } as const;
    const below = explain(
      settle({ ...first, insurers: [{ premium: "1000", claims: "600" }], secondPeriodPremiumDue: "200" }),
    );
    expect(below).toMatch(/赔付率 +60%/);
    expect(below).toMatch(/应扣除的保费 +250\.00/);
    expect(below).not.toMatch(/退还|退回/);
    expect(below).toContain("1000.00 × 85% − 600.00");
    expect(below).toContain("从第二保障期间保费中扣除");
    expect(below).toContain("条件\n  应扣除的保费，在清算第二保障期间");
    const above = explain(settle({ ...first, insurers: [{ premium: "1000", claims: "960" }] }), { locale: "en" });
    expect(above).toContain("what claims 960.00 exceed 90% of premium 1000.00 up to 100%, × 50%");
    expect(explain(settle({ ...first, insurers: [{ premium: 0, claims: 0 }] }))).toMatch(/赔付率 +无/);
  });

  it("shows each insurer with its part, under the names of the columns", () => {
    const insurers = [
      { name: "甲", premium: "1000", claims: "960" },
      { premium: "500", claims: "600" },
    ];
    const rows = (allocation?: "byPremium") => {
      const all = explain(settle({ period: "first", insurers, ...(allocation && { allocation }) })).split("\n");
      return all.slice(all.indexOf("各承保保险公司") + 1, all.indexOf("核算单（元）"));
    };
    expect(rows("byPremium")).toEqual([
      "  承保保险公司  保费     赔款    赔付率  应扣除的保费  投保人承担",
      "  甲            1000.00  960.00  96%     0.00          50.00",
      "                500.00   600.00  120%    0.00          25.00",
    ]);
    expect(rows()).toEqual([
      "  承保保险公司  保费     赔款    赔付率",
      "  甲            1000.00  960.00  96%",
      "                500.00   600.00  120%",
    ]);
  });

  it("prints eligibility, deadlines, and the error of a bad input", () => {
    expect(explain(checkEligibility({ cover: "illnessDeath" }))).toMatch(/^重庆[^]*资格：待查明\n {2}\[\?\]/);
    const outcome = majorIllnessBenefit.safe({ outOfCatalogueToDate: "x", y: 1 });
    expect(outcome.ok || explain(outcome.error, { locale: "en" })).toMatch(
      /^Bad input\n {2}"outOfCatalogueToDate": expected yuan[^]*\n {2}"y": no such field/,
    );
  });

  it("without policies it calls things by their identifiers and cites documents in full", () => {
    const stayed = { ...claim.facts, settledOneStop: false };
    const text = explainBare(assessClaim({ ...claim, facts: stayed }));
    expect(text).toMatch(/^险种：“majorIllness”\n/);
    expect(text).toContain("渝民〔2020〕238号 三(二)");
    expect(text).toContain("“settlement”：“oneStopOnly”");
  });

  it("prints an error that went through JSON, and refuses what it cannot explain", () => {
    const outcome = majorIllnessBenefit.safe({ outOfCatalogueToDate: "x", "a\nb": 1 });
    if (outcome.ok) throw new Error("was not refused");
    expect(explain(JSON.parse(JSON.stringify(outcome.error)) as Explainable)).toBe(explain(outcome.error));
    expect(explain(outcome.error)).toContain('\n  “"a\\nb"”：没有这一项');
    for (const other of [null, undefined, {}, 7]) {
      expect(() => explain(other as Explainable)).toThrow(PolicyInputError);
    }
  });

  it("says beside a statement that it is not due", () => {
    const text = explain(assessClaim({ ...claim, facts: { ...claim.facts, inpatient: false } }));
    expect(text).toMatch(/\n核算单（元，如符合资格）\n[^]+\n结论：不属于保障范围，承保机构不赔付\n/);
    expect(text).not.toContain("应付");
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
      "  “A”",
      "不新增：4 人",
      "  “B”  已参保",
      "  “C”  待查明",
      "    [?]  二  未按其他类别重复参保：待查明（尚缺：是否已按其他类别参保）",
      "  “D”  不符合",
      "    [-]  二  属于参保对象：不符合（对象类别：以上皆非）",
      "  “A”  已由同一编号的另一行新增",
      "    [-]  二  属于参保对象：不符合（对象类别：以上皆非）",
    ]);
    expect(explain(plan, { locale: "en" })).toMatch(
      /\nTo be enrolled: 1\n {2}A\nNot to be enrolled: 4\n {2}B {2}enrolled already\n/,
    );
  });

  it("a plan shows who leaves, whom each insurer takes on, and the counts of a roster that is not explained", () => {
    const facts = {
      categories: ["orphan" as const],
      insuredByPovertyCover: false,
      enrolledUnderAnotherCategory: false,
    };
    const plan = chongqing.planEnrolment({
      month: "2021-03",
      roster: [
        { id: "A", ...facts, area: "渝北" },
        { id: "B", ...facts },
      ],
      enrolled: ["B", "C"],
      leaving: ["C"],
      explainAll: false,
    });
    const rows = explain(plan).split("\n");
    expect(rows.slice(1, rows.indexOf("核算单（元）"))).toEqual([
      "新增参保：1 人",
      "  “A”",
      "不新增",
      "  已由同一编号的另一行新增  0",
      "  已参保                    1",
      "  不符合                    0",
      "  待查明                    0",
      "离开名册",
      "  编号  保障至",
      "  “C”   2021-10-31",
      "各承保公司新增",
      "  承保保险公司                        服务地点  人数  保费",
      "  安诚财产保险股份有限公司重庆分公司  渝北区    1     80.00",
    ]);
    expect(rows.slice(-2)).toEqual(["条文解读", "  四(三)  离开名册的人，保障到何时为止：至本保障期间届满（默认）"]);
  });

  it("an id cannot pass for a line of the statement", () => {
    const roster = [{ id: "A1\n结论：应付 99999.00 元", categories: ["none" as const] }];
    const plan = chongqing.planEnrolment({ month: "2021-03", roster, enrolled: [] });
    expect(explain(plan)).not.toMatch(/^结论/m);
    expect(explain(plan)).toContain("  “A1 结论：应付 99999.00 元”  不符合");
  });

  it("calls the words of a list by their terms", () => {
    const text = explain(chongqing.checkEnrolment({ categories: ["orphan", "preferentialTreatment"] }));
    expect(text).toContain("对象类别：孤儿、优抚对象");
  });

  it("has no ratio of its own to show beside the loss ratio", () => {
    const settled = chongqing.settle({ period: "first", insurers: [{ premium: "1", claims: "1" }] });
    expect(explain(settled)).not.toContain("计入赔付率");
  });
});
