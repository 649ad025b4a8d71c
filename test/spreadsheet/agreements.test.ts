import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { getQuickJS } from "quickjs-emscripten";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreementFrom, catalogue, type Agreement, type AnyRule } from "huimin-rules";
import { output } from "../../src/cli/command.js";
import { UsageError } from "../../src/cli/usage.js";
import { contractsIn } from "../../src/cli/agreements.js";
import { scriptWith, writeSheets } from "../../src/cli/sheets.js";
import { hostFiles, plainScript } from "./built.js";
import { isBlankCall, worked } from "./worked.js";

const examples = fileURLToPath(new URL("../../examples/agreements/", import.meta.url));
const names = readdirSync(examples);
const contracts = names.map((name) => JSON.parse(readFileSync(join(examples, name), "utf8")) as { title: object });
const agreements = new Map(
  contracts.map((json): Agreement => agreementFrom(json)).map((each) => [each.policy.id, each] as const),
);

/** Every worked case that cells can express. */
const all = worked.flat();

/** The results of the plain script in QuickJS, which has the language alone; a refusal is `{ message }`. */
async function inQuickJs(script: string): Promise<unknown[]> {
  const engine = (await getQuickJS()).newContext();
  const run = (code: string): unknown => {
    const handle = engine.unwrapResult(engine.evalCode(code, "huimin.js"));
    const value: unknown = engine.dump(handle);
    handle.dispose();
    return value;
  };
  run(`${script}; globalThis.HUIMIN = HUIMIN; 0`);
  const calls = all.map(({ each, given }) => [each.id, given]);
  const results = run(`JSON.stringify(${JSON.stringify(calls)}.map(([id, given]) => {
    try {
      return HUIMIN.call(id, given);
    } catch (error) {
      return { message: error.message };
    }
  }))`) as string;
  engine.dispose();
  return JSON.parse(results) as unknown[];
}

let plain: readonly unknown[];
let agreed: readonly unknown[];
beforeAll(async () => {
  const script = await plainScript();
  [plain, agreed] = await Promise.all([inQuickJs(script), inQuickJs(scriptWith(contracts, script))]);
}, 120_000);

describe("the plain script with the example agreements above it, in QuickJS", () => {
  it("gives every amount and ratio that the rule gives under options.agreement, and refuses what it refuses", () => {
    let amounts = 0;
    let refused = 0;
    all.forEach(({ vector: { rule: id, input, readings, name }, part, each, given }, index) => {
      const rule = catalogue[id] as AnyRule;
      const agreement = agreements.get(rule.policy.id);
      const outcome = rule.safe(input, { ...(readings && { readings }), ...(agreement && { agreement }) });
      if (!outcome.ok) {
        // An argument that no function has cannot be given in a sheet.
        if (outcome.error.issues.some(({ code }) => code === "UNKNOWN_FIELD")) return;
        if (isBlankCall({ each, given })) {
          expect(agreed[index], name).toBe("");
          return;
        }
        if (name === "bad amount '1,000'") return;
        refused += 1;
        expect(agreed[index], name).toEqual({ message: expect.stringMatching(/^E\d\d ./) as string });
        return;
      }
      if (part.kind !== "amount" && part.kind !== "ratio") return;
      const json = JSON.parse(JSON.stringify(outcome.value)) as Record<string, unknown>;
      const value = part.of.split(".").reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], json);
      expect([id, input, agreed[index]]).toEqual([id, input, value == null ? "" : Number(value)]);
      amounts += 1;
    });
    expect(amounts).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(10);
  });

  it("changes results of each programme, and none without an agreement", () => {
    const changed = all.flatMap(({ vector }, index) =>
      JSON.stringify(plain[index]) === JSON.stringify(agreed[index]) ? [] : [vector.rule.replace(/\..*/, "")],
    );
    expect(new Set(changed)).toEqual(new Set(agreements.keys()));
  });

  it("its title shows in every statement, in the statement's language; without an agreement there is none", () => {
    const statements = all.flatMap(({ each, vector }, index) =>
      each.spills && Array.isArray(agreed[index])
        ? [[vector.rule.replace(/\..*/, ""), agreed[index] as unknown[][], plain[index]] as const]
        : [],
    );
    expect(new Set(statements.map(([programme]) => programme))).toEqual(new Set(agreements.keys()));
    for (const [programme, rows, without] of statements) {
      const { id, title } = agreements.get(programme) ?? {};
      expect(rows.at(-1)).toEqual(["合同", "", id, title?.zh]);
      expect(JSON.stringify(without)).not.toContain("示例合同");
    }
  });
});

describe("huimin sheets", () => {
  const folder = mkdtempSync(join(tmpdir(), "huimin-agreed-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const [from, out] = [join(folder, "spreadsheet"), join(folder, "out")];
  const place = (name: string) => join(examples, name);
  let files: Readonly<Record<string, string>>;
  let said: readonly string[];
  beforeAll(async () => {
    files = await hostFiles();
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(from, path)), { recursive: true });
      writeFileSync(join(from, path), content);
    }
    said = [...writeSheets(contractsIn(names.map(place), "zh"), out, "zh", from)];
  }, 120_000);
  const written = (path: string) => readFileSync(join(out, path), "utf8");

  it("writes every file of every host: the scripts with the agreements above them, all else as it is", () => {
    const scripts = ["excel/functions.js", "wps/register.js", "google/Code.gs", "huimin.js"];
    for (const [path, content] of Object.entries(files)) {
      expect(written(path)).toBe(scripts.includes(path) ? scriptWith(contracts, content) : content);
    }
    const [chongqing] = said.filter((line) => line.includes("2021-example"));
    const digest = agreements.get("chongqing")?.digest ?? "";
    expect(said.slice(0, scripts.length)).toEqual(scripts.map((path) => `${join(out, path)}\n`));
    expect(chongqing).toBe(`重庆“民政惠民济困保”  2021-example  示例合同（重庆，2021年）  ${digest}\n`);
  });

  it("Excel, WPS, Google and a page give the agreement's fen", () => {
    const registered = new Map<string, (...given: unknown[]) => unknown>();
    const hosts = {
      CustomFunctions: { associate: (id: string, run: () => unknown) => registered.set(`excel ${id}`, run) },
      wps: { AddCustomFunction: (_: string, id: string, run: () => unknown) => registered.set(`wps ${id}`, run) },
    };
    const load = (path: string) => {
      const context = createContext({ ...hosts }, { codeGeneration: { strings: false, wasm: false } });
      runInContext(written(path), context);
      return (code: string): unknown => JSON.parse(JSON.stringify(runInContext(code, context)));
    };
    load("excel/functions.js");
    load("wps/register.js");
    const [google, page] = [load("google/Code.gs"), load("huimin.js")];
    // 2500 + 12000 + 35 % of 6000, after the agreement's deductible of 2000; the document's 3000 leaves 16250.
    expect([
      registered.get("excel CQ_MAJOR_ILLNESS")?.([[58000]]),
      registered.get("wps CQ_MAJOR_ILLNESS")?.(58000),
      google("CQ_MAJOR_ILLNESS(58000)"),
      page("HUIMIN.call('CQ_MAJOR_ILLNESS', [58000])"),
    ]).toEqual([[[16600]], 16600, 16600, 16600]);
  });

  it("what ends a script of a page is written otherwise", () => {
    const script = scriptWith([{ title: "</script>" }], "HUIMIN_AGREEMENTS[0].title");
    expect(script).not.toContain("</script>");
    expect(runInContext(script, createContext())).toBe("</script>");
  });

  it.each<[string, string | readonly string[], RegExp]>([
    ["a file that is not there", "none.json", /none\.json: ENOENT/],
    ["no JSON", "bad.json", /bad\.json: .*JSON/],
    [
      "no agreement: all that is wrong with it",
      "wrong.json",
      /wrong\.json: 输入有误\n[^]*validFrom[^]*terms\.majorIllnes.*majorIllness/,
    ],
    ["two that are bad: both are told", ["none.json", "bad.json"], /none\.json: ENOENT[^]*\n.*bad\.json: .*JSON/],
    ["two of one programme", ["good.json", "good.json"], /chongqing 有两份合同 \/ two agreements of chongqing/],
  ])("%s is refused, and nothing is written", (_, given, message) => {
    const good = readFileSync(place("chongqing.json"), "utf8");
    const wrong = { ...(JSON.parse(good) as object), terms: { majorIllnes: {} }, validFrom: "2021" };
    writeFileSync(join(folder, "good.json"), `\uFEFF${good}`);
    writeFileSync(join(folder, "bad.json"), "{");
    writeFileSync(join(folder, "wrong.json"), JSON.stringify(wrong));
    const paths = [given].flat().map((name) => join(folder, name));
    const args = ["sheets", ...paths.flatMap((path) => ["--agreement", path]), "--out", join(folder, "none")];
    expect(() => [...(output(args, Readable.from([])) as Iterable<string>)]).toThrow(message);
    expect(readdirSync(folder)).not.toContain("none");
  });

  it("needs an agreement and a folder", () => {
    for (const args of [["sheets"], ["sheets", "--out", "x"], ["sheets", "--agreement", place("chongqing.json")]]) {
      expect(() => output(args, Readable.from([]))).toThrow(UsageError);
    }
  });
});
