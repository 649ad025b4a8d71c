import { describe, expect, it } from "vitest";
import { amend, explain, luozhuang, PolicyInputError, yuan } from "huimin-rules";

const { norms, policy } = luozhuang;

describe("罗扶办发〔2020〕6号", () => {
  it("accounts for every clause and paragraph of the plan", () => {
    const numbered = ["一(一)", "一(二)", "一(三)", "一(四)", "一(五)", "一(六)", "二", "三"];
    for (let paragraph = 1; paragraph <= 9; paragraph++) numbered.push(`三(一)第${paragraph}段`);
    numbered.push("三(二)第1段", "三(二)第2段", "四", "五(一)第1段", "五(一)第2段", "五(二)", "五(三)");
    numbered.push("五(四)第1段", "五(四)第2段", "六(一)", "六(二)1", "六(二)2", "六(二)3", "六(二)4", "六(二)5");
    numbered.push("六(三)", "六(四)", "六(五)", "六(六)");
    const listed = new Set(norms.map(({ path }) => path));
    expect([...listed].sort()).toEqual(numbered.sort());
  });

  it("assumes nothing silently: what is left open moves no result, and every default is a reading with a reason", () => {
    const open = Object.values(luozhuang.unspecified).map(({ text }) => text);
    for (const { zh, en } of open) {
      expect(zh).not.toMatch(/默认|[A-Za-z]/);
      expect(en).not.toMatch(/assumed|default/);
    }
    expect(Object.keys(luozhuang.reasons).sort()).toEqual(Object.keys(policy.readings).sort());
    // A reason quotes the words at stake, in both languages.
    for (const { zh, en } of Object.values(luozhuang.reasons)) {
      expect(zh).toMatch(/“[^”]+”/);
      expect(zh).not.toMatch(/[A-Za-z]{2}/);
      expect(en).toMatch(/\p{Script=Han}{2}/u);
    }
  });

  it("says of every clause what became of it", () => {
    const statuses = new Set(norms.map(({ status }) => status));
    expect(statuses).toEqual(new Set(["computed", "data", "unspecified", "not-computable"]));
    const where = norms.flatMap((entry) => (entry.status === "data" ? entry.where : []));
    expect(new Set(where)).toEqual(
      new Set([
        "policy.covers",
        "policy.terms",
        "insuranceLines",
        "specialDiseases",
        "designatedInstitutions",
        "isDesignated",
      ]),
    );
  });

  it("what is read by default", () => {
    expect(Object.fromEntries(Object.entries(policy.readings).map(([name, each]) => [name, each.default]))).toEqual({
      referralWithinCity: "required",
      institutionReductionForOutpatient: "none",
      institutionReductionOutsideCity: "none",
      outOfScopeWithoutReferral: "notWaived",
      specialOutpatientRate: "ninetyPercent",
      specialOutpatientAssistance: "sameAsInpatient",
      outpatientOutsideCity: "covered",
      ninetyPercentSpan: "perStay",
      disabilityWithoutScale: "byScale",
      accidentLimits: "perPeriod",
      accidentMedicalTerms: "inFull",
      sameCosts: "medicalFirst",
      addedDuringYear: "full",
      deathAfterDisability: "both",
    });
  });

  it("carries the document's own data", () => {
    expect(policy.document).toEqual({
      number: "罗扶办发〔2020〕6号",
      title: { zh: "罗庄区2020年度扶贫特惠保险实施方案", en: expect.any(String) as string },
      issuers: [
        "罗庄区扶贫开发领导小组办公室",
        "罗庄区民政局",
        "罗庄区财政局",
        "罗庄区卫生健康局",
        "罗庄区医疗保障局",
        "罗庄区地方金融监督管理局",
      ],
      issuedOn: "2020-03-03",
      checkedOn: "2026-11-25",
      inForce: { from: "2020-01-01", to: "2020-12-31" },
      area: { codes: ["371311"] },
    });
    expect(Object.entries(policy.covers).map(([name, { clause }]) => [name, clause.path])).toEqual([
      ["medicalSupplement", "三(一)"],
      ["accident", "三(二)"],
    ]);
  });
});

describe("amended terms together", () => {
  it("三 the period does not end before it begins, and may last one day", () => {
    expect(() => amend(policy, { terms: { period: { to: "2019-12-31" } } })).toThrow(
      expect.objectContaining({
        code: "INVALID_AMENDMENT",
        issues: [expect.objectContaining({ path: ["terms", "period", "to"], code: "CONFLICT" })],
      }) as Error,
    );
    expect(amend(policy, { terms: { period: { to: "2020-01-01" } } }).terms.period.to.value).toBe("2020-01-01");
  });

  it("no words of a reading hold a number that a contract could change", () => {
    const words = Object.values(policy.readings).flatMap(({ question, choices }) => [
      question,
      ...Object.values(choices),
    ]);
    for (const { zh, en } of words) expect(zh + en).not.toMatch(/\d/);
  });

  it("三(一)第1段 what a premium cites is the paragraph that leaves its standard open", () => {
    const [line] = luozhuang.premium({ line: "medicalSupplement", persons: 1, standard: "1" }).lines;
    expect(line?.clause).toEqual(luozhuang.unspecified.medicalPremiumStandard.clause);
  });

  it("三(二)第1段 a premium that rests on another minimum says so", () => {
    const dearer = { policy: amend(policy, { terms: { accident: { minimumPremium: "12" } } }) };
    const result = luozhuang.premium({ line: "accident", persons: 3, standard: "12" }, dearer);
    expect(explain(result)).toContain(
      "1  意外伤害保险（标准高于原则上每人每份10元）［已调整］  36.00  三(二)第1段  12.00 × 3",
    );
  });
});

describe("不低于: what the plan sets as a floor", () => {
  const floors = [
    ["medicalSupplement", "annualLimit", "450000.00", "449999.99", "450000.01", "三(一)第3段"],
    ["accident", "death", "30000.00", "29999.99", "30000.01", "三(二)第1段"],
    ["accident", "disability", "30000.00", "29999.99", "30000.01", "三(二)第1段"],
    ["accident", "medicalLimit", "5000.00", "4999.99", "5000.01", "三(二)第1段"],
  ] as const;

  it.each(floors)("%s.%s of %s is not lowered to %s, but raised to %s", (group, name, floor, below, above, path) => {
    const change = (value: string) => () => amend(policy, { terms: { [group]: { [name]: yuan(value) } } });
    expect(change(below)).toThrow(PolicyInputError);
    expect(change(below)).toThrow(`不得低于 ${floor}（罗扶办发〔2020〕6号 ${path}）`);
    expect(change(below)).toThrow(
      expect.objectContaining({
        code: "INVALID_AMENDMENT",
        issues: [expect.objectContaining({ path: ["terms", group, name], code: "BELOW_FLOOR" })],
      }) as Error,
    );
    for (const value of [floor, above]) {
      const terms = change(value)().terms as unknown as Record<
        string,
        Record<string, { value: unknown; clause: unknown }>
      >;
      expect(String(terms[group]?.[name]?.value)).toBe(value);
      expect(terms[group]?.[name]?.clause).toEqual({ document: "罗扶办发〔2020〕6号", path });
    }
  });

  it.each(["9.99", "10.01"])("原则上 the least premium may be amended either way, to %s", (value) => {
    const { minimumPremium } = amend(policy, { terms: { accident: { minimumPremium: value } } }).terms.accident;
    expect([String(minimumPremium.value), minimumPremium.label.zh]).toEqual([
      value,
      `意外伤害保险每人每份最低保费（${value === "9.99" ? "低" : "高"}于原则上的 10.00）`,
    ]);
  });

  it("a raised floor cannot be lowered below the plan's either, and what is no floor may be lowered", () => {
    const raised = amend(policy, { terms: { accident: { death: yuan(50000) } } });
    expect(() => amend(raised, { terms: { accident: { death: yuan("29999.99") } } })).toThrow(PolicyInputError);
    expect(amend(raised, { terms: { accident: { death: yuan(30000) } } }).terms.accident.death.value.toString()).toBe(
      "30000.00",
    );
    const lower = amend(policy, { terms: { medicalAssistance: { annualLimit: yuan(1) } } });
    expect(lower.terms.medicalAssistance.annualLimit.value.toString()).toBe("1.00");
  });
});
