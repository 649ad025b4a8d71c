import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue, chongqing, explain, lishui } from "huimin-rules";
import { programmes } from "../../src/catalogue.js";
import { call } from "../../src/spreadsheet/call.js";
import { sheetFunctions } from "../../src/spreadsheet/functions.js";
import { table } from "../../src/spreadsheet/table.js";

const byId = new Map(sheetFunctions.map((each) => [each.id, each]));

/** One case: its value, or the message of its error. */
function cell(id: string, ...given: unknown[]): unknown {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no function ${id}`);
  const cells = call(found, given, (error) => ({ error }));
  return cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : cells;
}

const failing = (text: RegExp) => ({ error: expect.stringMatching(text) as string });

/** Results that are neither an amount, a deadline nor an eligibility, or are for one whole case at a time. */
const withoutFunction = [
  /\.(assessEvent|planEnrolment|enrolPerson|assessPerson|checkTargets|contractTerms)$/,
  /\.(insurerFor|periodOf|administratorFor|underwriterFor)$/,
  /^core\./,
];

describe("the table", () => {
  it("has the programmes of the catalogue", () => {
    expect(new Set(Object.keys(table))).toEqual(new Set(Object.keys(programmes)));
  });

  it("has every rule of the catalogue whose result fits a cell, and no other", () => {
    const inTable = Object.entries(table).flatMap(([programme, { rules }]) =>
      Object.keys(rules).map((rule) => `${programme}.${rule}`),
    );
    const expected = Object.keys(catalogue).filter((id) => !withoutFunction.some((pattern) => pattern.test(id)));
    expect(new Set(inTable)).toEqual(new Set(expected));
  });

  it("names that every host accepts, each once: ASCII ids, and Chinese names as Excel takes them", () => {
    for (const { id, zh } of sheetFunctions) {
      expect(id).toMatch(/^(CQ|ZMD|LZ|LS)_[A-Z0-9_]{3,}$/);
      expect(id.length).toBeLessThanOrEqual(60);
      expect(zh).toMatch(/^\p{L}[\p{L}\p{N}_]{2,63}$/u);
    }
    expect(new Set(sheetFunctions.map(({ id }) => id)).size).toBe(sheetFunctions.length);
    expect(new Set(sheetFunctions.map(({ zh }) => zh)).size).toBe(sheetFunctions.length);
  });

  it("keeps every name and the place of every argument: saved sheets call by both", () => {
    const saved = readFileSync(new URL("signatures.txt", import.meta.url), "utf8")
      .trimEnd()
      .split("\n");
    const signatures = sheetFunctions.map(({ id, zh, parameters }) => {
      const names = parameters.map(({ name, list, optional }) => {
        const each = list ? `${name}...` : name;
        return optional ? `[${each}]` : each;
      });
      return `${id}(${names.join(", ")})  ${zh}`;
    });
    expect(signatures).toEqual(saved);
  });

  it("says in both languages what each function gives and each argument is, the required ones first", () => {
    for (const { description, parameters } of sheetFunctions) {
      for (const text of [description, ...parameters.flatMap(({ text, unit }) => [text, unit])]) {
        expect(text.zh).toMatch(/\S/);
        expect(text.en).toMatch(/\S/);
      }
      expect(description.zh).toMatch(/〕\d+号/);
      const optional = parameters.map((parameter) => parameter.optional);
      expect(optional).toEqual([...optional].sort((a, b) => Number(a) - Number(b)));
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    }
  });

  it("takes names, kinds and terms of arguments from the rule", () => {
    expect(byId.get("CQ_MAJOR_ILLNESS")?.parameters).toMatchObject([
      { name: "outOfCatalogueToDate", text: { zh: "医保目录外自费费用全年累计" }, kind: "money", optional: false },
      { name: "paidToDate", kind: "money", unit: { zh: "元", en: "yuan" }, optional: true },
      { name: "period", kind: "word", unit: { zh: "选一：第一保障期间、第二保障期间" }, optional: true },
      { name: "readings", kind: "name", optional: true },
    ]);
    expect(byId.get("CQ_EDUCATION_GRANT")?.parameters[0]?.unit.zh).toContain("大专、本科、研究生");
    expect(byId.get("LS_SETTLE_REFUND")?.parameters.map(({ name, kind }) => [name, kind])).toEqual([
      ["premium", "money"],
      ["claims", "money"],
      ["profitLimit", "rate"],
      ["lossLimit", "rate"],
    ]);
  });
});

describe("what a cell shows", () => {
  it("eligibility begins with the word that the explanation uses", () => {
    const facts = [
      { capable: true },
      { willing: false },
      { category: "none" },
      { category: "otherHardship", willing: true, capable: true, feasibleProject: true },
    ] as const;
    const seen = facts.map((each) => {
      const heading = explain(lishui.checkSubsidy({ cover: "loanGuarantee", ...each }))
        .split("\n")
        .find((line) => line.startsWith("资格："));
      const { category, willing, capable, feasibleProject } = {
        category: "",
        willing: "",
        capable: "",
        feasibleProject: "",
        ...each,
      };
      const text = cell("LS_SUBSIDISED_LOAN_GUARANTEE", category, willing, capable, feasibleProject) as string;
      expect(`资格：${text.split("；")[0] ?? ""}`).toBe(heading);
      return text.split("；")[0];
    });
    expect(new Set(seen)).toEqual(new Set(["符合", "不符合", "待查明"]));
  });

  it("a reason for every check that decided, in the language asked for", () => {
    const { checks } = chongqing.checkEligibility({
      cover: "illnessDeath",
      enrolledFrom: "2021-04-01",
      occurredOn: "2021-03-02",
      diedOfIllness: false,
    });
    const given = [44287, 44257, "否", "", ""];
    expect(cell("CQ_ELIGIBLE_ILLNESS_DEATH", ...given)).toBe(
      ["不符合", ...checks.filter(({ outcome }) => outcome === "unmet").map(({ text }) => text.zh)].join("；"),
    );
    expect(cell("CQ_ELIGIBLE_ILLNESS_DEATH", ...given, "英文")).toMatch(/^not eligible; [ -~]+$/);
    expect(cell("CQ_ELIGIBLE_ILLNESS_DEATH", ...given, "法文")).toEqual(
      failing(/^语言：应为以下之一：中文、英文（收到“法文”） \/ Language: /),
    );
  });

  it("a statement in English, with the readings it used", () => {
    const rows = cell("CQ_ACCIDENT_SHEET", "是", "", 0.1, "", "", "", "", "", "", "", "en") as unknown[][];
    expect(rows[0]).toEqual(["Item", "Amount (yuan)", "Clause", "Formula"]);
    expect(rows.at(-2)?.slice(0, 2)).toEqual(["Payable by the insurer", 5000]);
    const { question, choices } = chongqing.policy.readings.deathAfterDisability;
    expect(rows.at(-1)).toEqual([question.en, "", "渝民〔2020〕238号 三(一)", choices.both.en]);
  });

  it("a reading may be chosen, and one that is not there is refused", () => {
    expect(cell("CQ_ACCIDENT", true, 10)).toBe(5000);
    expect(cell("CQ_ACCIDENT", true, 10, "", "", "", "", "", "", "", "deathAfterDisability=higher")).toBe(3000);
    const both = "deathAfterDisability＝deathOnly； settlement=orManual";
    expect(cell("CQ_ACCIDENT", true, 10, "", "", "", "", "", "", "", both)).toBe(2000);
    expect(cell("CQ_ACCIDENT", true, 10, "", "", "", "", "", "", "", "deathAfterDisability")).toEqual(
      failing(/^条文解读：应为以下之一：“both”、/),
    );
    expect(cell("CQ_ACCIDENT", true, 10, "", "", "", "", "", "", "", "高者=是")).toEqual(
      failing(/^条文解读：没有这个解读/),
    );
  });

  it("what the result does not have stays empty: a ratio without premium, a refund that is not deducted", () => {
    expect(cell("ZMD_SETTLE_RATIO", 0, 100)).toBe("");
    expect(cell("CQ_SETTLE_DEDUCTED", "第一保障期间", 1200000, 600000)).toBe("");
    expect(cell("CQ_SETTLE_DEDUCTED", "第一保障期间", 1200000, 600000, "", "", 200000)).toBe(200000);
  });
});

describe("functions that assess", () => {
  const facts = ["2020-11-01", "2021-03-02", "√", "有", "Y", "", "", 58000];

  it("give what is to be paid for a case that is covered, and in a cell of its own why", () => {
    expect(cell("CQ_ASSESS_MAJOR_ILLNESS", ...facts)).toBe(16250);
    expect(cell("CQ_REASON_MAJOR_ILLNESS", ...facts)).toBe("符合");
  });

  it.each([
    [
      "a case that is not covered",
      ["2020-11-01", "2021-03-02", "×", "有", "Y", "", "", 58000],
      /^不符合；住院治疗：不符合/,
    ],
    [
      "a case with a fact missing",
      ["2020-11-01", "2021-03-02", "√", "", "Y", "", "", 58000],
      /^待查明；因疾病：待查明/,
    ],
    ["a case without its loss", ["2020-11-01", "2021-03-02", "√", "有", "Y"], /^符合；待填损失金额$/],
  ])("no amount stands beside %s", (_, given, reason) => {
    expect(cell("CQ_ASSESS_MAJOR_ILLNESS", ...given)).toBe("");
    expect(cell("CQ_REASON_MAJOR_ILLNESS", ...given)).toMatch(reason);
  });

  it("take a contract's tiers as a list, and say what waits for the contract", () => {
    const { parameters = [] } = byId.get("LS_ASSESS_SUPPLEMENTARY_MEDICAL") ?? {};
    const values: Readonly<Record<string, unknown>> = {
      category: lishui.categories.otherHardship.zh,
      occurredOn: "2018-01-01",
      setting: "因疾病或意外住院",
      thirdPartyLiable: "否",
      insured: "√",
      selfPaidToDate: 60000,
      rate: [["60%"], [0.5], [0.4]],
      upTo: [[10000], ["50,000元"], [""]],
    };
    const given = parameters.map(({ name }) => values[name] ?? "");
    expect(cell("LS_ASSESS_SUPPLEMENTARY_MEDICAL", ...given)).toBe(30000);
    const open = parameters.map(({ name, list }) => (list ? [[""]] : (values[name] ?? "")));
    expect(cell("LS_ASSESS_SUPPLEMENTARY_MEDICAL", ...open)).toBe("");
    expect(cell("LS_REASON_SUPPLEMENTARY_MEDICAL", ...open)).toBe("符合；待合同确定金额");
  });

  it("a row without anything is blank in every function", () => {
    for (const { id, parameters } of sheetFunctions) {
      const ofCase = parameters.filter(({ name }) => !["readings", "language"].includes(name));
      if (ofCase.length > 0) expect(cell(id, ...ofCase.map(() => "")), id).toBe("");
    }
  });
});

describe("an error names the argument and the reason, in both languages", () => {
  it.each([
    ["CQ_MAJOR_ILLNESS", ["", 5], /^医保目录外自费费用全年累计：缺少这一项 \/ The year's .*: this field is required$/],
    ["CQ_MAJOR_ILLNESS", [-1], /^医保目录外自费费用全年累计：应为/],
    ["CQ_MAJOR_ILLNESS", [{ code: "#N/A" }], /^医保目录外自费费用全年累计：应为/],
    [
      "CQ_MAJOR_ILLNESS",
      ["x", "y"],
      /^医保目录外自费费用全年累计：.+；其中已赔付：.+ \/ The year's.+; What was already paid/,
    ],
    [
      "CQ_EDUCATION_GRANT",
      ["小学"],
      /^录取层次：应为以下之一：大专、本科、研究生（收到“小学”） \/ Level of admission: expected one of: junior college.*\(received "小学"\)$/,
    ],
    [
      "CQ_ACCIDENT",
      ["不详"],
      /^是否因意外身故：应为 是 或 否（收到“不详”，是否指“空单元格”？） \/ .*did you mean "an empty cell"\?\)$/,
    ],
    ["CQ_MAJOR_ILLNESS", ["5.8万"], /^医保目录外自费费用全年累计：.*（收到“5\.8万”/],
    ["CQ_ACCIDENT", ["", 11], /^伤残等级：.*10/],
    ["CQ_DUE_PAY", [60], /^首次收到索赔请求及材料之日：.*YYYY-MM-DD/],
    ["ZMD_DUE_PAY", [5000, "2031-05-05"], /超出工作日历/],
    [
      "CQ_SETTLE_RATIO",
      ["第一保障期间", [[100], [200]], [[80], [""]]],
      /^赔款第 2 项：缺少这一项 \/ Claims \(item 2\): /,
    ],
    [
      "LZ_SETTLE_BALANCE",
      [
        [["意外伤害保险"], ["accident"]],
        [[1], [1]],
        [[1], [1]],
      ],
      /^险种第 2 项：/,
    ],
    [
      "CQ_ENROLMENT",
      ["低保对像"],
      /^对象类别.*：应为以下之一：低保对象、.*（收到“低保对像”，是否指“低保对象”？） \/ .*did you mean "[a-z ]+"\?\)$/,
    ],
  ])("%s(%j)", (id, given, message) => {
    expect(cell(id, ...given)).toEqual(failing(message));
  });
});

describe("ranges", () => {
  it("rows and columns together, one row with one column and single cells with all", () => {
    expect(cell("CQ_ACCIDENT", "", [[7], [10]], "", [[0, 500.5]])).toEqual([
      [12000, 12500.5],
      [3000, 3500.5],
    ]);
  });

  it("an argument that is the same for all does not make an empty row a case", () => {
    expect(cell("ZMD_HARDSHIP_ILLNESS", [[1000.01], [""]], "", "", "hardshipAboveThousand=halfUpTo800")).toEqual([
      [500.01],
      [""],
    ]);
  });

  it("a statement is for one case", () => {
    expect(cell("CQ_MAJOR_ILLNESS_SHEET", [[58000], [1]])).toEqual(failing(/^核算单一次只算一笔/));
    expect(cell("CQ_MAJOR_ILLNESS_SHEET", "x")).toEqual(failing(/^医保目录外自费费用全年累计/));
  });
});
