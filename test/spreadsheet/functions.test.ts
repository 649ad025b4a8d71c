import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue, chongqing, explain, lishui, type AnyRule, type Locale } from "huimin-rules";
import { programmes } from "../../src/catalogue.js";
import { call } from "../../src/spreadsheet/call.js";
import { errorText, faults } from "../../src/spreadsheet/errors.js";
import { sheetFunctions, type SheetFunction } from "../../src/spreadsheet/functions.js";
import { choicesOf, readingsFrom } from "../../src/spreadsheet/readings.js";
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
    expect(cell("CQ_ELIGIBLE_ILLNESS_DEATH", ...given, "法文")).toEqual(failing(/^E03 语言：没有这个选项，收到法文$/));
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
      failing(/^E11 条文解读：没有这种解读，收到deathAfte…$/),
    );
    expect(cell("CQ_ACCIDENT", true, 10, "", "", "", "", "", "", "", "高者=是")).toEqual(
      failing(/^E11 条文解读：没有这种解读，收到高者=是$/),
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

describe("readings in a cell", () => {
  it("are chosen by their short Chinese names as by their identifiers", () => {
    const exactly = (reading: string) => cell("ZMD_HARDSHIP_ILLNESS", 1000, "", "", reading);
    expect([exactly(""), exactly("恰好一千元=按比例"), exactly("恰好一千元＝八百；重病累计=每次住院")]).toEqual([
      800, 500, 800,
    ]);
    expect(exactly("exactlyOneThousand=half")).toBe(500);
    expect(exactly("恰好一千元=half")).toBe(500);
    expect(exactly("exactlyOneThousand=按比例")).toBe(500);
    expect(exactly("恰好一千元=九百")).toEqual(failing(/^E11 条文解读：没有这种解读，收到/));
  });

  it("have names of their own within a programme, and so have the choices of each", () => {
    for (const { id, readings, policy } of Object.values(catalogue)) {
      if (Object.keys(readings).length === 0 || policy.id === "insurance-law") continue;
      const names = choicesOf(catalogue[id] as AnyRule).zh.split("；");
      expect(new Set(names.map((each) => each.split("=")[0])).size).toBe(names.length);
      for (const name of names) {
        const choices = name.split("=")[1]?.split("|") ?? [];
        expect(new Set(choices).size).toBe(choices.length);
        expect(name).toMatch(/^[\p{Script=Han}]{2,7}=[\p{Script=Han}|]+$/u);
      }
    }
  });

  it("the names of every reading lead to the reading", () => {
    for (const rule of Object.values(catalogue)) {
      const names = choicesOf(rule).zh.split("；").filter(Boolean);
      Object.entries(rule.readings).forEach(([name, { choices }], at) => {
        const [zh, words = ""] = names[at]?.split("=") ?? [];
        const chosen = words.split("|").map((word) => readingsFrom(`${zh}=${word}`, rule));
        expect(chosen).toEqual(Object.keys(choices).map((choice) => ({ [name]: choice })));
      });
    }
  });
});

describe("an error names the argument and the reason in a few words, in one language", () => {
  it.each([
    ["CQ_MAJOR_ILLNESS", ["", 5], "E01 医保目录外自费费用全年累计：没有填"],
    ["CQ_MAJOR_ILLNESS", [-1], "E04 医保目录外自费费用全年累计：不是金额，收到-1.00"],
    ["CQ_MAJOR_ILLNESS", [{ code: "#N/A" }], "E04 医保目录外自费费用全年累计：不是金额，收到{…}"],
    ["CQ_MAJOR_ILLNESS", ["x", "y"], "E04 医保目录外自费费用全年累计：不是金额，收到x（另有1处）"],
    ["CQ_EDUCATION_GRANT", ["小学"], "E03 录取层次：没有这个选项，收到小学"],
    ["CQ_ACCIDENT", ["不详"], "E02 是否因意外身故：填的内容种类不对，是否指空着？"],
    ["CQ_MAJOR_ILLNESS", ["5.8万"], "E04 医保目录外自费费用全年累计：不是金额，收到5.8万"],
    ["CQ_ACCIDENT", ["", 11], "E08 伤残等级：超出范围，收到11"],
    ["CQ_DUE_PAY", [60], "E06 首次收到索赔请求及材料之日：不是日期，收到60"],
    ["ZMD_DUE_PAY", [5000, "2031-05-05"], "E12 超出工作日历"],
    ["CQ_SETTLE_RATIO", ["第一保障期间", [[100], [200]], [[80], [""]]], "E01 赔款第2项：没有填"],
    [
      "LZ_SETTLE_BALANCE",
      [
        [["意外伤害保险"], ["accident"]],
        [[1], [1]],
        [[1], [1]],
      ],
      "E09 险种第2项：与另一项矛盾，收到accident",
    ],
    ["CQ_ENROLMENT", ["低保对像"], "E03 对象类别：没有这个选项，是否指低保对象？"],
  ])("%s(%j)", (id, given, error) => {
    expect(cell(id, ...given)).toEqual({ error });
  });

  it("in English where the script speaks English, or the cell asks for it", () => {
    const found = byId.get("CQ_MAJOR_ILLNESS") as SheetFunction;
    const inEnglish = call(found, ["58k"], (error) => error, { language: "en" });
    expect(inEnglish).toEqual([["E04 The year's out-of-catalo…: not an amount, got 58k"]]);
    expect(
      call(
        found,
        [
          [[1], [2]],
          [[1], [2], [3]],
        ],
        (error) => error,
        { language: "en" },
      ),
    ).toEqual([["E16 ranges of unlike size"]]);
    const facts = ["", "2021-02-30", "", "", "", "", "", "", "en"];
    expect(cell("CQ_ELIGIBLE_MAJOR_ILLNESS", ...facts)).toEqual(
      failing(/^E06 Day of [ -~…]+: not a day, got 2021-02-30$/),
    );
  });

  it("whatever the cells hold: a code that both halves of the guide explain, the chosen language alone, at most 60 characters", () => {
    const guide = readFileSync(new URL("../../examples/spreadsheet/README.md", import.meta.url), "utf8");
    const halves = guide.split("## English");
    const codes = Object.values(faults).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const half of halves) expect(codes.filter((code) => !half.includes(`\`${code}\``))).toEqual([]);

    let errors = 0;
    const bad = fc.constantFrom<unknown>(
      "五万八千元人民币整这么多",
      "x".repeat(99),
      -3,
      1.005,
      99,
      { code: "#REF!" },
      "2031-02-30",
      "低保对像",
      "",
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...sheetFunctions),
        fc.array(bad, { minLength: 20, maxLength: 20 }),
        fc.constantFrom<Locale>("zh", "en"),
        (each, cells, language) => {
          const [[shown] = []] = call(each, cells, (message) => errorText(message, language), { language });
          if (typeof shown !== "string" || !/^(错误：|Error: )/.test(shown)) return;
          errors += 1;
          expect(Array.from(shown).length).toBeLessThanOrEqual(60);
          expect(shown).toMatch(language === "zh" ? /^错误：E\d\d [^/]*$/ : /^Error: E\d\d [^：，；]+$/);
        },
      ),
    );
    expect(errors).toBeGreaterThan(50);
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
    expect(cell("CQ_MAJOR_ILLNESS_SHEET", [[58000], [1]])).toEqual(failing(/^E17 核算单一次只算一笔$/));
    expect(cell("CQ_MAJOR_ILLNESS_SHEET", "x")).toEqual(failing(/^E04 医保目录外自费费用全年累计/));
  });
});
