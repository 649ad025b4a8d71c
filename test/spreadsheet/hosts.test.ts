import { createContext, runInContext, type Context } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { chongqing, lishui, luozhuang, zhumadian } from "huimin-rules";
import { sheetFunctions } from "../../src/spreadsheet/functions.js";
import { hostFiles } from "./built.js";

type Run = (...given: unknown[]) => unknown;

let files: Readonly<Record<string, string>>;
beforeAll(async () => {
  files = await hostFiles();
}, 120_000);

const file = (path: string): string => {
  const content = files[path];
  if (content === undefined) throw new Error(`no file ${path}`);
  return content;
};
const json = (path: string) => JSON.parse(file(path)) as { functions: Record<string, unknown>[] };

/** A bare context: the language alone, without code from strings; whoever asks for it is written down. */
function bare(globals: object = {}): { context: Context; evaluated: unknown[] } {
  const evaluated: unknown[] = [];
  const context = createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } });
  context["evaluated"] = evaluated;
  runInContext(
    "globalThis.Function = function (...code) { evaluated.push(code); throw new EvalError(); };" +
      "globalThis.eval = globalThis.Function;",
    context,
  );
  return { context, evaluated };
}

/** As the test's own realm has it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const amounts = [58000, 440142.86, 0.1 + 13000, 3000.02];
const expected = amounts.map((amount) => [
  chongqing.majorIllnessBenefit({ outOfCatalogueToDate: amount.toFixed(2) }).amount.toNumber(),
]);
const column = amounts.map((amount) => [amount]);

/** Loads a built file once for the tests of a host. */
function once<T>(load: () => T): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= load());
}

describe("Excel", () => {
  /** What the built file registers with a recorded CustomFunctions object. */
  const registered = once(() => {
    const functions = new Map<string, Run>();
    class CellError {
      constructor(
        readonly code: string,
        readonly message: string,
      ) {}
    }
    const CustomFunctions = {
      associate: (id: string, run: Run) => functions.set(id, run),
      Error: CellError,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    };
    const { context, evaluated } = bare({ CustomFunctions });
    runInContext(file("excel/functions.js"), context);
    return { functions, evaluated, CellError };
  });

  it("registers every function of functions.json and no other, without code from strings", () => {
    const { functions, evaluated } = registered();
    const ids = json("excel/functions.json").functions.map(({ id }) => id);
    expect(new Set(functions.keys())).toEqual(new Set(ids));
    expect(functions.size).toBe(ids.length);
    expect(evaluated).toEqual([]);
  });

  it("calls as Excel does: every argument a range, what is left out null, its own argument last", () => {
    const { functions, CellError } = registered();
    const run = functions.get("CQ_MAJOR_ILLNESS") as Run;
    const invocation = { address: "Sheet1!C2" };
    expect(plain(run([[58000]], null, null, null, invocation))).toEqual([[16250]]);
    expect(plain(run(column, null, null, null, invocation))).toEqual(expected);
    const [bad, good] = run([["x"], [58000]], [[""], [""]], null, null, invocation) as unknown[][];
    expect(bad?.[0]).toBeInstanceOf(CellError);
    expect(bad?.[0]).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(/^E04 医保目录外/) as string });
    expect(good).toEqual([16250]);
  });

  it("knows each function by its id and by its Chinese name", () => {
    const { functions } = registered();
    const chinese = json("excel/functions.json").functions.find(({ name }) => name === "重庆大病补充");
    expect(chinese).toMatchObject({ id: "CQ_MAJOR_ILLNESS_ZH" });
    expect(plain(functions.get("CQ_MAJOR_ILLNESS_ZH")?.([[58000]], null, null, null, {}))).toEqual([[16250]]);
    const names = json("excel/functions.json").functions.map(({ name }) => name as string);
    expect(new Set(names)).toEqual(new Set(sheetFunctions.flatMap(({ id, zh }) => [id, zh])));
    for (const name of names) expect(name.length).toBeGreaterThanOrEqual(3);
  });

  it("functions.json declares ranges in, ranges out, errors as values, and which arguments may be left out", () => {
    const metadata = json("excel/functions.json");
    expect(metadata).toMatchObject({ allowErrorForDataTypeAny: true });
    const majorIllness = metadata.functions.find(({ id }) => id === "CQ_MAJOR_ILLNESS");
    expect(majorIllness).toMatchObject({
      description: expect.stringMatching(/^大病补充：金额（元）。.*\/ Major-illness supplement: amount/) as string,
      parameters: [
        { name: "outOfCatalogueToDate", type: "any", dimensionality: "matrix" },
        { name: "paidToDate", type: "any", dimensionality: "matrix", optional: true },
        { name: "period", type: "any", dimensionality: "matrix", optional: true },
        { name: "readings", type: "any", dimensionality: "matrix", optional: true },
      ],
      result: { dimensionality: "matrix" },
    });
    for (const { id, parameters } of metadata.functions) {
      const declared = sheetFunctions.find((each) => [each.id, `${each.id}_ZH`].includes(id as string));
      expect((parameters as object[]).length).toBe(declared?.parameters.length);
    }
  });
});

describe("WPS", () => {
  function registered(wps: object = {}) {
    const functions = new Map<string, Run>();
    const AddCustomFunction = (namespace: string, name: string, run: Run) => functions.set(`${namespace}.${name}`, run);
    const { context, evaluated } = bare({ wps: { AddCustomFunction, ...wps } });
    runInContext(file("wps/register.js"), context);
    return { functions, evaluated };
  }

  it("registers every function of its functions.json under its namespace, with names it accepts", () => {
    const { functions, evaluated } = registered();
    const names = json("wps/functions.json").functions.map(({ name }) => name as string);
    expect([...functions.keys()]).toEqual(names.map((name) => `HUIMIN.${name}`));
    for (const name of names) expect(name).toMatch(/^[a-zA-Z_][a-zA-Z0-9_]*$/);
    expect(evaluated).toEqual([]);
  });

  it("calls as WPS does: a value, rows of cells or a Range, and its own number for what is left out", () => {
    const run = registered().functions.get("HUIMIN.CQ_MAJOR_ILLNESS") as Run;
    const leftOut = -2147352572;
    expect(run(58000, leftOut)).toBe(16250);
    expect(run(58000)).toBe(16250);
    expect(plain(run(column, leftOut))).toEqual(expected);
    expect(plain(run({ Value2: column }, 0))).toEqual(expected);
    expect(run("x", leftOut)).toBe("错误：E04 医保目录外自费费用全年累计：不是金额，收到x");
    expect(plain(run([["x"], [58000]], leftOut))).toEqual([[expect.stringMatching(/^错误：/)], [16250]]);
  });

  it("a version without custom functions is left alone", () => {
    expect(registered({ AddCustomFunction: undefined }).functions.size).toBe(0);
  });

  it("its macro has the same functions at the top of one file, without the namespace, for cells as macros get them", () => {
    const { context, evaluated } = bare();
    runInContext(file("wps/macro.js"), context);
    const run = (code: string): unknown => runInContext(code, context);
    const functions = [...file("wps/macro.js").matchAll(/\nfunction ((?:CQ|ZMD|LZ|LS)_\w+)\(/g)].map(([, id]) => id);
    expect(functions).toEqual(sheetFunctions.map(({ id }) => id));
    context["range"] = { Value2: column };
    expect(run("CQ_MAJOR_ILLNESS(58000, -2147352572)")).toBe(16250);
    expect(plain(run("CQ_MAJOR_ILLNESS(range)"))).toEqual(expected);
    expect(() => run("CQ_MAJOR_ILLNESS('x')")).toThrow(/^E04 医保目录外/);
    expect(evaluated).toEqual([]);
  });

  it("its functions.json says which arguments may be left out", () => {
    const found = json("wps/functions.json").functions.find(({ name }) => name === "CQ_MAJOR_ILLNESS");
    expect(found?.["parameters"]).toMatchObject([
      { type: "any" },
      { type: "any?" },
      { type: "any?" },
      { type: "any?" },
    ]);
    expect(found?.["description"]).toMatch(/^重庆大病补充。/);
  });
});

describe("Google Sheets", () => {
  function loaded() {
    const zones: unknown[] = [];
    let asked = 0;
    const getSpreadsheetTimeZone = () => ((asked += 1), "Asia/Shanghai");
    const { context, evaluated } = bare({
      SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSpreadsheetTimeZone }) },
      Utilities: {
        formatDate: (date: Date, zone: string, format: string) => {
          zones.push([zone, format]);
          return date.toLocaleDateString("sv-SE", { timeZone: zone });
        },
      },
    });
    runInContext(file("google/Code.gs"), context);
    return { context, evaluated, zones, zonesAsked: () => asked };
  }

  it("has every function at the top of one file without modules, each marked @customfunction", () => {
    const code = file("google/Code.gs");
    expect(code).not.toMatch(/^(import|export) /m);
    const functions = [...code.matchAll(/ \* @customfunction\n \*\/\nfunction (\w+)\(/g)].map((match) => match[1]);
    expect(functions).toEqual(sheetFunctions.map(({ id }) => id));
  });

  it("calls as Google does: values, rows of cells, empty text for empty cells; one error is thrown, in a range it is text", () => {
    const { context, evaluated } = loaded();
    const run = (code: string): unknown => runInContext(code, context);
    expect(run("CQ_MAJOR_ILLNESS(58000, '')")).toBe(16250);
    expect(plain(run(`CQ_MAJOR_ILLNESS(${JSON.stringify(column)})`))).toEqual(expected);
    expect(() => run("CQ_MAJOR_ILLNESS('x')")).toThrow(/^E04 医保目录外自费费用全年累计：/);
    expect(plain(run("CQ_MAJOR_ILLNESS([['x'], [58000], ['']])"))).toEqual([
      [expect.stringMatching(/^错误：E04 医保/)],
      [16250],
      [""],
    ]);
    expect(plain(run("CQ_MAJOR_ILLNESS_SHEET(58000)"))).toHaveLength(5);
    expect(evaluated).toEqual([]);
  });

  it("a date cell is the day that the spreadsheet's time zone shows", () => {
    const { context, zones, zonesAsked } = loaded();
    context["midnight"] = new Date("2021-03-31T16:00:00Z");
    expect(runInContext("CQ_DUE_ASSESS(midnight)", context)).toBe(44322);
    expect(plain(runInContext("CQ_DUE_ASSESS([[midnight], ['2021-04-01']])", context))).toEqual([[44322], [44322]]);
    expect(zones).toEqual(Array.from({ length: 2 }, () => ["Asia/Shanghai", "yyyy-MM-dd"]));
    expect(zonesAsked()).toBe(1);
  });
});

describe("the plain script", () => {
  it("serves any page or host: calls by id, and describes its functions", () => {
    const { context, evaluated } = bare();
    runInContext(file("huimin.js"), context);
    const run = (code: string): unknown => runInContext(code, context);
    expect(run("HUIMIN.call('CQ_MAJOR_ILLNESS', [58000])")).toBe(16250);
    expect(plain(run(`HUIMIN.call("CQ_MAJOR_ILLNESS", [${JSON.stringify(column)}])`))).toEqual(expected);
    expect(() => run("HUIMIN.call('CQ_NOTHING', [])")).toThrow(/no such function: CQ_NOTHING/);
    expect(plain(run("HUIMIN.functions.map(({ id }) => id)"))).toEqual(sheetFunctions.map(({ id }) => id));
    expect(evaluated).toEqual([]);
  });

  it("leaves out what cells never use: the lists of clauses, and code that is made from strings", () => {
    const norms = [chongqing, lishui, luozhuang, zhumadian].flatMap((programme) => programme.norms);
    const summaries = norms.flatMap(({ summary }) => [summary.zh, summary.en]).filter((text) => text.length > 12);
    expect(summaries.length).toBeGreaterThan(200);
    const script = file("huimin.js");
    expect(summaries.filter((text) => script.includes(text))).toEqual([]);
    expect(script).not.toMatch(/\bFunction\b(?!\.prototype)|\beval\b/);
  });
});
