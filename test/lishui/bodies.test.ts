import { describe, expect, it } from "vitest";
import { explain, lishui } from "huimin-rules";

const { administratorFor, administrators, loanProjectUnderwriters, underwriterFor, underwriters } = lishui;

const civilAffairs = [
  { zh: "市民政局", en: "municipal civil affairs bureau" },
  { zh: "县（市、区）民政局", en: "county civil affairs bureau" },
];
const socialSecurity = [
  { zh: "市人力社保局", en: "municipal human resources and social security bureau" },
  { zh: "县（市、区）人力社保局", en: "county human resources and social security bureau" },
];
const agricultureOffices = [
  { zh: "市农办（扶贫办）", en: "municipal agriculture office (poverty-alleviation office)" },
  { zh: "县（市、区）农办（扶贫办）", en: "county agriculture office (poverty-alleviation office)" },
];
const developmentAndReform = [
  { zh: "市发改部门（农险办）", en: "municipal development and reform authority (agricultural-insurance office)" },
  {
    zh: "县（市、区）发改部门（农险办）",
    en: "county development and reform authority (agricultural-insurance office)",
  },
];

describe("五 responsible bodies", () => {
  it.each([
    ["ruralMicro", civilAffairs],
    ["supplementaryMedical", socialSecurity],
    ["loanGuarantee", agricultureOffices],
    ["loanProject", agricultureOffices],
    ["farmhouse", developmentAndReform],
    ["agriculture", developmentAndReform],
  ] as const)("%s", (cover, bodies) => {
    expect(administratorFor({ cover }).bodies).toEqual(bodies);
  });

  it.each([
    ["ruralMicro", "五(一)", "各县（市、区），由市民政局督促指导", null, null, "市民政局"],
    ["supplementaryMedical", "五(二)", "市人力社保局", "市人力社保局", null, "市人力社保局"],
    [
      "loanGuarantee",
      "五(三)",
      "各县（市、区）农办（扶贫办）",
      null,
      "各县（市、区）农办（扶贫办）",
      "市农办（扶贫办）",
    ],
    ["loanProject", "五(三)", "各县（市、区）农办（扶贫办）", null, "各县（市、区）农办（扶贫办）", "市农办（扶贫办）"],
    [
      "farmhouse",
      "五(四)",
      "市、县（市、区）发改部门（农险办）",
      null,
      "市、县（市、区）发改部门（农险办）",
      "市发改委（农险办）",
    ],
    [
      "agriculture",
      "五(四)",
      "市、县（市、区）发改部门（农险办）",
      null,
      "市、县（市、区）发改部门（农险办）",
      "市发改委（农险办）",
    ],
  ] as const)("%s, by %s: signs, collects, checks, reports", (cover, path, ...duties) => {
    const { clause, signs, collects, checks, reports } = administratorFor({ cover });
    expect(clause).toEqual({ document: "丽政办发〔2017〕51号", path });
    expect([signs, collects, checks, reports].map((body) => body?.zh ?? null)).toEqual(duties);
  });

  it.each([
    [{}, ["cover"]],
    [{ cover: "flood" }, ["cover"]],
    [{ cover: "agriculture", activity: "planting" }, ["activity"]],
  ])("refuses %j", (input, path) => {
    expect(administratorFor.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path }] } });
  });
});

describe("五 underwriters", () => {
  const pool = {
    zh: "市政策性农业保险共保体（市农险共保体）",
    en: "the municipal pool for policy agricultural insurance",
  };
  const byCounty = { zh: "各县（市、区）自行选择确定的承保机构", en: "an insurer chosen by the county" };
  const both = {
    zh: "相关保险机构及农险共保体（以保险协议为准）",
    en: "the insurers concerned and the agricultural pool (as their agreement says)",
  };

  it.each([
    [
      { cover: "ruralMicro" },
      {
        zh: "市民政局通过政府招标选定的全市统一承保机构",
        en: "one insurer for the city, chosen by tender of the municipal civil affairs bureau",
      },
    ],
    [
      { cover: "supplementaryMedical" },
      {
        zh: "市人力社保局通过政府招标选定的承保机构",
        en: "an insurer chosen by tender of the municipal human resources and social security bureau",
      },
    ],
    [
      { cover: "loanGuarantee" },
      {
        zh: "市小额贷款保证保险运营管理中心（市小贷险运管中心）",
        en: "the municipal centre for small-loan guarantee insurance",
      },
    ],
    [{ cover: "loanProject", activity: "planting" }, pool],
    [{ cover: "loanProject", activity: "breeding" }, pool],
    [{ cover: "loanProject", activity: "manufacturing" }, byCounty],
    [{ cover: "loanProject", activity: "trade" }, byCounty],
    [{ cover: "loanProject", activity: "storageLogistics" }, byCounty],
    [{ cover: "loanProject", activity: "other" }, null],
    [{ cover: "farmhouse" }, both],
    [{ cover: "agriculture" }, both],
  ] as const)("%j", (input, underwriter) => {
    const found = underwriterFor(input);
    expect(found.underwriter).toEqual(underwriter);
    const paths = { ruralMicro: "五(一)", supplementaryMedical: "五(二)", farmhouse: "五(四)", agriculture: "五(四)" };
    const path = (paths as Readonly<Record<string, string>>)[input.cover] ?? "五(三)";
    expect(found.clause).toEqual({ document: "丽政办发〔2017〕51号", path });
  });

  it.each([
    [{ cover: "loanProject" }, ["activity"]],
    [{ cover: "loanProject", activity: null }, ["activity"]],
    [{ cover: "loanProject", activity: "mining" }, ["activity"]],
    [{ cover: "agriculture", activity: "planting" }, ["activity"]],
    [{ activity: "planting" }, ["cover"]],
  ])("refuses %j", (input, path) => {
    expect(underwriterFor.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path }] } });
  });
});

describe("五 names in words, and their clauses", () => {
  it.each([undefined, (result: object) => JSON.parse(JSON.stringify(result)) as object, structuredClone])(
    "explain prints the names in both languages, whichever way the result came",
    (through = (result: object) => result) => {
      const bodies = through(administratorFor({ cover: "ruralMicro" }));
      expect(explain(bodies).split("\n").slice(1)).toEqual([
        "组织实施单位",
        "  市民政局",
        "  县（市、区）民政局",
        "意见指定的分工（“无”即未指定）",
        "  条款              五(一)",
        "  签订保险协议      各县（市、区），由市民政局督促指导",
        "  归集支付保险费用  无",
        "  审核确认保险费用  无",
        "  统计汇总全市情况  市民政局",
      ]);
      expect(explain(bodies, { locale: "en" }).split("\n").slice(1)).toEqual([
        "Responsible bodies",
        "  municipal civil affairs bureau",
        "  county civil affairs bureau",
        "Who does what by the opinion (none: nobody is named)",
        "  Clause                            五(一)",
        "  Signs the agreement               each county, guided by the municipal civil affairs bureau",
        "  Collects and pays the premium     none",
        "  Checks the premium                none",
        "  Puts the city's figures together  municipal civil affairs bureau",
      ]);
      const underwriter = through(underwriterFor({ cover: "loanProject", activity: "trade" }));
      expect(explain(underwriter)).toContain("各县（市、区）自行选择确定的承保机构");
      expect(explain(underwriter, { locale: "en" })).toContain("an insurer chosen by the county");
    },
  );

  it("explain says where the opinion names nobody", () => {
    const nobody = underwriterFor({ cover: "loanProject", activity: "other" });
    expect(explain(nobody)).toMatch(/承保机构\n +条款 +五\(三\)\n +意见指定 +无$/);
    expect(explain(nobody, { locale: "en" })).toMatch(/Underwriter\n +Clause +五\(三\)\n +Named by the opinion +none$/);
  });

  it("五 the annex says by which clause", () => {
    const paths = (annex: Readonly<Record<string, { readonly clause: { readonly path: string } }>>) =>
      Object.fromEntries(Object.entries(annex).map(([name, { clause }]) => [name, clause.path]));
    const byCover = { ruralMicro: "五(一)", supplementaryMedical: "五(二)", loanGuarantee: "五(三)" };
    const rural = { farmhouse: "五(四)", agriculture: "五(四)" };
    expect(paths(administrators)).toEqual({ ...byCover, loanProject: "五(三)", ...rural });
    expect(paths(underwriters)).toEqual({ ...byCover, ...rural });
    expect(new Set(Object.values(paths(loanProjectUnderwriters)))).toEqual(new Set(["五(三)"]));
  });

  it("a result is the caller's own: to change it changes nothing else", () => {
    const first = administratorFor({ cover: "farmhouse" });
    (first.bodies as unknown[]).pop();
    expect(administratorFor({ cover: "farmhouse" }).bodies).toHaveLength(2);
  });
});
