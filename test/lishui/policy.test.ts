import { describe, expect, it } from "vitest";
import { amend, lishui, type PolicyInputError } from "huimin-rules";

const { norms, policy } = lishui;

describe("丽政办发〔2017〕51号", () => {
  it("accounts for every numbered clause of the opinion, in its order, and for no other", () => {
    const numbered = ["一", "二(一)", "二(二)", "二(三)", "二(四)", "三", "四(一)", "四(二)", "四(三)", "四(四)"];
    numbered.push("四(五)", "四(五)1", "四(五)2", "五(一)", "五(二)", "五(三)", "五(四)", "六(一)", "六(二)");
    numbered.push("六(三)", "六(四)", "七(一)", "七(二)", "七(三)", "八", "附件");
    // What holds for several numbers of a part stands under the part.
    const listed = norms.map(({ path }) => path).filter((path) => path !== "四" && path !== "五");
    expect([...new Set(listed)]).toEqual(numbered);
  });

  it.each([
    ["三", 2], // 包括四类对象；认定标准和动态管理的文件
    ["四(一)", 2], // 政府出资、保险责任；“等情况”
    ["四(二)", 3], // 政府出资、保险责任；分档、递减、限额；自理部分
    ["四(三)", 4], // 提供、全额补贴；7:3；风险管控；原则上
    ["四(四)", 2], // 补助50%；保险责任
    ["四(五)1", 1],
    ["四(五)2", 2], // 补助50%；保险责任
    ["五(一)", 1],
    ["五(二)", 2], // 招标、签订、归集；一站式结算、协调衔接
    ["五(三)", 2], // 承保、签订、审核；对象、用途、方案
    ["五(四)", 3], // 签订、审核；承保；方案
    ["五", 2], // 统计汇总
    ["六(一)", 3], // 建档；发现与核销；一年一核实
    ["六(二)", 2], // 机制；幅度
    ["六(三)", 2], // 监管；经费
    ["六(四)", 4], // 信息系统；及时理赔；向医疗机构支付
    ["八", 2],
  ])("each sentence of %s has its norm", (path, count) => {
    expect(norms.filter((each) => each.path === path)).toHaveLength(count);
  });

  it("says of every norm what became of it", () => {
    const statuses = new Set(norms.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(["computed", "not-computable", "unspecified"]);
    const of = (status: string) => norms.filter((each) => each.status === status).map(({ path }) => path);
    expect(of("not-computable")).toEqual([
      ...["一", "二(一)", "二(二)", "二(三)", "二(四)", "四(三)", "四(五)", "五(二)", "五(三)", "五(四)", "六(一)"],
      ...["六(三)", "六(四)", "六(四)", "七(一)", "七(二)", "七(三)", "附件"],
    ]);
  });

  it("knows five readings, with their clauses, defaults and choices", () => {
    expect(
      Object.entries(policy.readings).map(([name, { clause, default: usual, choices }]) => [
        name,
        clause.path,
        usual,
        Object.keys(choices),
      ]),
    ).toEqual([
      ["categoryJudgedOn", "三", "enrolment", ["enrolment", "loss"]],
      ["thirdParty", "四(二)", "excluded", ["excluded", "restAfterThirdParty"]],
      ["declining", "四(二)", "payoutRate", ["payoutRate", "selfPaidShare", "unchecked"]],
      ["limitSpan", "四(二)", "contractPeriod", ["contractPeriod", "calendarYear"]],
      ["verification", "六(一)", "anniversary", ["anniversary", "calendarYear"]],
    ]);
  });

  it("leaves nothing open that moves a result by an assumption: those are readings", () => {
    for (const { text } of Object.values(lishui.unspecified)) {
      expect(text.zh).not.toMatch(/默认/);
      expect(text.en).not.toMatch(/assumed|default/);
    }
  });

  it("every reason quotes the words at stake, in both languages", () => {
    for (const { zh, en } of Object.values(lishui.reasons)) {
      expect(zh).toMatch(/“.+”/);
      expect(en).toMatch(/“.+”/);
    }
  });

  it("四(二) 最高: the limit may be amended downwards from 100 000, and not a fen up", () => {
    const limit = (value: string) => refused({ supplementaryMedical: { limit: value } });
    expect(limit("99999.99")).toEqual([]);
    expect(limit("100000")).toEqual([]);
    expect(limit("100000.01")).toEqual([["ABOVE_CEILING", ["terms", "supplementaryMedical", "limit"]]]);
  });

  it("names six covers by their clauses", () => {
    expect(Object.entries(policy.covers).map(([name, { clause, title }]) => [name, clause.path, title.zh])).toEqual([
      ["ruralMicro", "四(一)", "农村小额保险"],
      ["supplementaryMedical", "四(二)", "补充医疗保险"],
      ["loanGuarantee", "四(三)", "扶贫贷款保证保险"],
      ["loanProject", "四(四)", "扶贫贷款项目补充保险"],
      ["farmhouse", "四(五)1", "政策性农房保险"],
      ["agriculture", "四(五)2", "政策性农业保险"],
    ]);
  });

  it("carries the document's own data", () => {
    expect(policy.document).toEqual({
      number: "丽政办发〔2017〕51号",
      title: { zh: "关于运用商业保险助推扶贫工作的实施意见", en: expect.any(String) as string },
      issuers: ["丽水市人民政府办公室"],
      issuedOn: "2017-05-15",
      checkedOn: "2026-11-25",
      inForce: { from: "2017-06-15" },
      area: { codes: ["3311"] },
    });
  });

  it("an amendment must name a term that exists", () => {
    expect(() => amend(policy, { terms: { supplementaryMedical: { tiers: [] } } as never })).toThrow(
      expect.objectContaining({ code: "INVALID_AMENDMENT" }) as Error,
    );
  });

  const refused = (terms: Parameters<typeof amend<typeof policy>>[1]["terms"]) => {
    try {
      amend(policy, { terms });
      return [];
    } catch (error) {
      return (error as PolicyInputError).issues.map(({ path, code }) => [code, path]);
    }
  };

  it("三, 六(一) amended terms must fit together", () => {
    const categories = ["otherHardship", "none"];
    expect(refused({ households: { categories } })).toEqual([["CONFLICT", ["terms", "households", "categories"]]]);
    expect(refused({ households: { categories: ["otherHardship"] } })).toEqual([]);
    expect(refused({ verification: { years: 0 } })).toEqual([["CONFLICT", ["terms", "verification", "years"]]]);
    expect(refused({ verification: { years: 1 } })).toEqual([]);
    expect(refused({ households: { categories: ["none"] }, verification: { years: 0 } })).toHaveLength(2);
  });

  it("a list of the opinion is named in its words; an amended one by what it lists", () => {
    const { terms } = policy;
    expect([terms.supplementaryMedical.settings, terms.loanProject.activities].map(({ label }) => label.zh)).toEqual([
      "因疾病或意外住院，或特殊门诊",
      "投入种养殖业或个体工商业（加工制造、商业服务、仓储物流）",
    ]);
    const perils = ["naturalDisaster", "accident", "earthquake"];
    expect(amend(policy, { terms: { farmhouse: { perils } } }).terms.farmhouse.perils.label).toEqual({
      zh: "属于：自然灾害（地震除外）、意外事故、地震",
      en: "One of: natural disaster other than an earthquake, accident, earthquake",
    });
    expect(
      amend(policy, { terms: { farmhouse: { perils: ["accident", "earthquake"] } } }).terms.farmhouse.perils.label.zh,
    ).toBe("属于：意外事故、地震");
    const turned = amend(policy, { terms: { farmhouse: { perils: ["accident", "naturalDisaster"] } } });
    expect(turned.terms.farmhouse.perils.label).toEqual(terms.farmhouse.perils.label);
  });
});
