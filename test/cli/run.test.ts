import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { catalogue, type AnyRule } from "huimin-rules";
import manifest from "../../package.json" with { type: "json" };
import { output } from "../../src/cli/command.js";
import { decide } from "../../src/cli/decide.js";
import { answerLine, decisionText } from "../../src/cli/print.js";
import { UsageError } from "../../src/cli/usage.js";
import { besidesReport, buildHuimin, type Huimin } from "./huimin.js";

interface Answer {
  id?: string | number;
  ok: boolean;
  value?: Record<string, unknown>;
  error?: { line: number; code: string; issues: { path: unknown[]; code: string }[]; omitted?: number };
}

interface Vector {
  rule: string;
  input: unknown;
  readings?: Record<string, string>;
  throws?: true;
}

let huimin: Huimin;
beforeAll(async () => {
  huimin = await buildHuimin();
});
afterAll(() => huimin.remove());

const answers = (out: string) =>
  out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);

/** The answer to one line, as parsed. */
const answerTo = (line: string, only?: AnyRule) => JSON.parse(answerLine(decide(line, { only }), 1)) as Answer;

/** What a call prints that reads no input. */
const printed = (...args: string[]) => [...(output(args, nothing) as Iterable<string>)].join("");
const nothing = Readable.from([]);

const illness = "chongqing.majorIllnessBenefit";
const good = (id: number) => JSON.stringify({ id, rule: illness, input: { outOfCatalogueToDate: "58000" } });
const many = (count: number) => Array.from({ length: count }, (_, id) => `${good(id)}\n`).join("");

const folder = new URL("../vectors/", import.meta.url);
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Vector[]);

describe("huimin run", () => {
  it("gives for every worked case what the rule itself gives, a line each, in order", () => {
    const records = vectors.map(({ rule, input, readings }, id) => JSON.stringify({ id, rule, input, readings }));
    const { out, err, status } = huimin.call(["run"], records.join("\n"));
    const given = answers(out);
    expect(given.map(({ id, ok }) => [id, ok])).toEqual(vectors.map(({ throws }, id) => [id, throws === undefined]));
    vectors.forEach(({ rule, input, readings }, index) => {
      const outcome = catalogue[rule]?.safe(input, readings && { readings });
      const { id, ok, value, error } = given[index] as Answer;
      const { line, ...rest } = error ?? {};
      expect(id).toBe(index);
      if (ok) expect({ ok, value }).toEqual(JSON.parse(JSON.stringify(outcome)));
      else
        expect({ line, error: rest }).toEqual({
          ...JSON.parse(JSON.stringify(outcome)),
          ok: undefined,
          line: index + 1,
        });
    });
    expect([status, besidesReport(err)]).toEqual([1, ""]);
  });

  it("with a rule named once, a line is its bare input, or a record with id and readings", () => {
    const lines = [
      '{"death":true,"disabilityGrade":10}',
      '{"input":{"death":true,"disabilityGrade":10},"readings":{"deathAfterDisability":"higher"},"id":"A-1"}',
      '{"input":{"medicalSelfPaid":0},"rule":"chongqing.accidentBenefit","id":7}',
      '{"input":{},"rule":"chongqing.premium"}',
      "[]",
    ];
    const given = lines.map((line) => answerTo(line, catalogue["chongqing.accidentBenefit"]));
    expect(given.map(({ id, value }) => [id, value?.["amount"]])).toEqual([
      [undefined, "5000.00"],
      ["A-1", "3000.00"],
      [7, "0.00"],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(given[3]?.error?.issues).toMatchObject([{ path: ["rule"], code: "CONFLICT" }]);
    expect(given[4]?.error?.issues).toMatchObject([{ path: [], code: "WRONG_TYPE" }]);
    const names = Object.values(catalogue).flatMap(({ fields: shape }) =>
      ("fields" in shape ? [shape.fields] : Object.values(shape.covers)).flatMap((each) => Object.keys(each)),
    );
    expect(names).toContain("outOfCatalogueToDate");
    expect(names).not.toContain("input");
  });

  const hostile: Record<string, [line: string | Buffer, code: string, path?: unknown[]]> = {
    "an empty line": ["", "UNREADABLE"],
    "half a record": ['{"rule":"chongqing.premium","input":', "UNREADABLE"],
    "not JSON": ["rule=chongqing.premium", "UNREADABLE"],
    "a number": ["42", "UNREADABLE"],
    null: ["null", "UNREADABLE"],
    "a list": [`[${good(1)}]`, "UNREADABLE"],
    "10 MB": [`{"rule":"${illness}","input":{"outOfCatalogueToDate":"${"9".repeat(1e7)}"}}`, "UNREADABLE"],
    "10 MB without an end in sight": [Buffer.alloc(1e7, "["), "UNREADABLE"],
    "deep nesting": [`{"rule":"${illness}","input":${"[".repeat(4e5)}${"]".repeat(4e5)}}`, "WRONG_TYPE"],
    "deep nesting within a field": [
      `{"rule":"${illness}","input":{"outOfCatalogueToDate":${'{"a":'.repeat(1e5)}1${"}".repeat(1e5)}}}`,
      "INVALID_AMOUNT",
      ["outOfCatalogueToDate"],
    ],
    "deep nesting with an escape": [
      `{"rule":"${illness}","input":${"[".repeat(4e5)}"\\ud800"${"]".repeat(4e5)}}`,
      "UNREADABLE",
    ],
    "__proto__ as rule": ['{"rule":"__proto__","input":{}}', "UNKNOWN_CHOICE", ["rule"]],
    "constructor as rule": ['{"rule":"constructor","input":{}}', "UNKNOWN_CHOICE", ["rule"]],
    "__proto__ in the record": [`{"__proto__":{},"rule":"${illness}","input":{}}`, "UNKNOWN_FIELD", ["__proto__"]],
    "__proto__ in the input": [
      `{"rule":"${illness}","input":{"__proto__":{"outOfCatalogueToDate":"1"},"outOfCatalogueToDate":"1"}}`,
      "UNKNOWN_FIELD",
      ["__proto__"],
    ],
    "__proto__ among the readings": [
      `{"rule":"chongqing.accidentBenefit","input":{},"readings":{"__proto__":"both"}}`,
      "UNKNOWN_READING",
      ["readings", "__proto__"],
    ],
    "readings that are no object": [
      `{"rule":"${illness}","input":{"outOfCatalogueToDate":"1"},"readings":"both"}`,
      "WRONG_TYPE",
      ["readings"],
    ],
    "wrong types": [
      `{"rule":"${illness}","input":{"outOfCatalogueToDate":true}}`,
      "INVALID_AMOUNT",
      ["outOfCatalogueToDate"],
    ],
    "a wrong type of input": [`{"rule":"${illness}","input":"x"}`, "WRONG_TYPE"],
    "a wrong type of rule": ['{"rule":1,"input":{}}', "UNKNOWN_CHOICE", ["rule"]],
    "no input": [`{"rule":"${illness}"}`, "MISSING", ["input"]],
    "no rule": ['{"input":{}}', "MISSING", ["rule"]],
    "readings that are null beside an id that is a fraction": [
      `{"id":1.5,"rule":"${illness}","input":{"outOfCatalogueToDate":"1"},"readings":null}`,
      "WRONG_TYPE",
      ["id"],
    ],
    "an id that is a list": [
      `{"id":[],"rule":"${illness}","input":{"outOfCatalogueToDate":"1"}}`,
      "WRONG_TYPE",
      ["id"],
    ],
    "an id beyond 2^53, which would come back as another": [
      `{"id":9007199254740993,"rule":"${illness}","input":{"outOfCatalogueToDate":"1"}}`,
      "WRONG_TYPE",
      ["id"],
    ],
    "an amount beyond all numbers": [
      `{"rule":"${illness}","input":{"outOfCatalogueToDate":1e400}}`,
      "INVALID_AMOUNT",
      ["outOfCatalogueToDate"],
    ],
    "a lone surrogate, escaped": [
      '{"rule":"chongqing.insurerFor","id":"\\ud83d","input":{"area":"万州区"}}',
      "UNREADABLE",
    ],
    "a lone surrogate in a key": [
      '{"rule":"chongqing.insurerFor","input":{"area":"万州区","\\uDE00":1}}',
      "UNREADABLE",
    ],
    "a lone surrogate as bytes": [Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), "UNREADABLE"],
    "NUL, escaped": ['{"rule":"chongqing.insurerFor","id":"a\\u0000b","input":{"area":"万州区"}}', "UNREADABLE"],
    "NUL as a byte": [good(1).replace("58000", "58\x00000"), "UNREADABLE"],
    "a byte-order mark in another encoding": [Buffer.from("\uFEFF{}", "utf16le"), "UNREADABLE"],
    "a lone carriage return within": [`${good(1)}\r${good(2)}`, "UNREADABLE"],
  };

  it("answers each hostile line with one error at its line, and nothing else changes", () => {
    const bad = Object.values(hostile);
    const input = Buffer.concat(bad.flatMap(([line], index) => [Buffer.from(line), Buffer.from(`\n${good(index)}\n`)]));
    const { out, err, status } = huimin.call(["run"], input);
    const lines = out.split("\n").slice(0, -1);
    expect(lines).toHaveLength(bad.length * 2);
    const clean = bad.map((_, index) => answerLine(decide(good(index)), 1).trimEnd());
    expect(lines.filter((_, index) => index % 2 === 1)).toEqual(clean);
    expect([status, besidesReport(err)]).toEqual([1, ""]);
    const errors = answers(out).filter((_, index) => index % 2 === 0);
    const seen = Object.keys(hostile).map((name, index) => {
      const { ok, error } = errors[index] as Answer;
      return [name, ok, error?.line, error?.issues.map(({ path, code }) => [code, ...path])];
    });
    expect(seen).toEqual(
      Object.entries(hostile).map(([name, [, code, path = []]], index) => [
        name,
        false,
        index * 2 + 1,
        [[code, ...path]],
      ]),
    );
  });

  it("takes null for no id and no readings", () => {
    const record = { rule: illness, input: { outOfCatalogueToDate: "58000" } };
    const answer = answerTo(JSON.stringify({ ...record, id: null, readings: null }));
    expect(answer).toEqual(answerTo(JSON.stringify(record)));
    expect(answer).toMatchObject({ ok: true, value: { amount: "16250.00" } });
  });

  it("accepts what only looks hostile: paired surrogates, an escaped backslash before u", () => {
    const ids = ["\\ud83d\\ude00", "\\\\ud800", "\\\\u0000"];
    const given = ids.map((id) => answerTo(`{"id":"${id}","rule":"chongqing.illnessDeathBenefit","input":{}}`));
    expect(given.map(({ id, ok }) => [id, ok])).toEqual([
      ["😀", true],
      ["\\ud800", true],
      ["\\u0000", true],
    ]);
  });

  it("a record with a hundred thousand bad fields gives a short answer", () => {
    const fields = Array.from({ length: 100_000 }, (_, index) => `"${index}":0`).join();
    const answer = answerTo(`{"outOfCatalogueToDate":"1",${fields}}`, catalogue[illness]);
    expect(answer.error).toMatchObject({ line: 1, omitted: 99_900 });
    expect(JSON.stringify(answer).length).toBeLessThan(30_000);
    const decision = decide(`{"outOfCatalogueToDate":"1",${fields}}`, { only: catalogue[illness] });
    for (const [locale, end] of [
      ["zh", "  另有 99900 个问题"],
      ["en", "  and 99900 more"],
    ] as const) {
      const lines = decisionText(decision, 1, locale).trimEnd().split("\n");
      expect([lines.length, lines.at(-1)]).toEqual([103, end]);
    }
  });

  it("byte-order mark, CRLF and language make no difference: the same bytes come out", () => {
    const plain = huimin.call(["run"], many(2000));
    expect(answers(plain.out)).toHaveLength(2000);
    expect(answers(plain.out).at(-1)).toMatchObject({ id: 1999, ok: true, value: { amount: "16250.00" } });
    const other = huimin.call(["run", "--locale", "en"], `\uFEFF${many(2000).replaceAll("\n", "\r\n")}`);
    expect([other.out, other.status]).toEqual([plain.out, plain.status]);
  });

  it("stops reading while nobody reads its answers, and loses none of them", async () => {
    const child = huimin.start(["run"]);
    const count = 10_000;
    child.stdin?.end(many(count));
    await wait(700);
    const unread = child.stdin?.writableLength ?? 0;
    let lines = 0;
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (lines += text.split("\n").length - 1));
    const [status] = (await once(child, "close")) as [number];
    expect(unread).toBeGreaterThan(0);
    expect([status, lines]).toEqual([0, count]);
  });

  it("ends quietly when its reader goes, with the status of a closed pipe", async () => {
    const child = huimin.start(["run"]);
    let err = "";
    child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.stdin?.on("error", () => undefined);
    child.stdin?.write(many(20_000));
    await once(child.stdout as NodeJS.ReadableStream, "data");
    child.stdout?.destroy();
    const [status] = (await once(child, "close")) as [number];
    expect([status, err]).toEqual([141, ""]);
  });
});

describe("huimin", () => {
  it("rules lists every rule of the catalogue with title and clause", () => {
    const rows = printed("rules").split("\n").slice(0, -1);
    expect(rows.map((row) => row.split(" ")[0])).toEqual(Object.keys(catalogue));
    expect(rows.find((row) => row.startsWith(`${illness} `))).toMatch(/大病补充 +渝民〔2020〕238号 +三\(二\)$/);
    expect(printed("rules", "--locale", "en")).toMatch(/chongqing\.majorIllnessBenefit +Major-illness supplement +/);
  });

  it("schema prints a rule's input or result", () => {
    const side = { required: ["outOfCatalogueToDate"], additionalProperties: false };
    expect(JSON.parse(printed("schema", illness))).toMatchObject(side);
    expect(JSON.parse(printed("schema", illness, "input"))).toMatchObject(side);
    expect(JSON.parse(printed("schema", illness, "result"))).toMatchObject({
      properties: { amount: { $ref: "#/$defs/Money" }, lines: { items: { $ref: "#/$defs/Line" } } },
      required: ["amount", "parts", "overpaid", "lines", "readings", "basis"],
    });
  });

  it("explain prints each result in words, and what is wrong with a line", () => {
    const lines = [
      '{"id":"A-1","rule":"chongqing.majorIllnessBenefit","input":{"outOfCatalogueToDate":"58000"}}',
      '{"id":"\\u001b[31m\\u202ered\\n","rule":"chongqing.premium","input":{"period":"first","firstMonth":"2019-01"}}',
      '{"rule":"chongqing.insurerFor","input":{"area":"500101"}}',
      "oops",
    ];
    const zh = huimin.call(["explain"], lines.join("\n"));
    expect(zh.out).toMatch(/^第 1 行 {2}A-1 {2}大病补充\n重庆“民政惠民济困保” 渝民〔2020〕238号\n核算单（元）\n/);
    expect(zh.out).toMatch(/\n\n第 2 行 {2}�\[31m�red {3}保费\n输入有误\n {2}“firstMonth”：不在该保障期间内/);
    expect(zh.out).toMatch(/\n\n第 3 行 {2}承保保险公司\n重庆“民政惠民济困保” 渝民〔2020〕238号\n.*承保保险公司/);
    expect(zh.out).toMatch(/\n\n第 4 行\n输入有误\n {2}不是有效的 JSON\n\n$/);
    const en = huimin.call(["explain", "--locale", "en"], lines.join("\n"));
    expect(en.out).toMatch(/^Line 1 {2}A-1 {2}Major-illness supplement\n/);
    expect(en.out).toMatch(/\n\nLine 4\nBad input\n {2}not valid JSON\n\n$/);
    expect([zh.status, en.status]).toEqual([1, 1]);
  });

  it("explain has words for the results of every rule with a worked case, in both languages", () => {
    vectors.forEach(({ rule, input, readings }, index) => {
      const decision = decide(JSON.stringify({ rule, input, readings }));
      const [zh, en] = [decisionText(decision, index, "zh"), decisionText(decision, index, "en")];
      expect([zh, en]).toEqual([
        expect.stringMatching(/^第 \d+ 行 {2}.+\n/),
        expect.stringMatching(/^Line \d+ {2}.+\n/),
      ]);
      expect(zh + en).not.toMatch(/undefined|\[object/);
      if (!decision.outcome.ok) return;
      const { document } = (catalogue[rule] as AnyRule).clause;
      const [, body = ""] = zh.split("\n");
      expect([rule, body]).toEqual([rule, expect.stringMatching(new RegExp(` ${document}$`))]);
      expect(zh).not.toContain("{");
    });
  });

  it("refuses a wrong call, exits with 2 and writes one line of reason and no output", () => {
    const wrong = [
      [],
      ["walk"],
      ["__proto__"],
      ["run", "__proto__"],
      ["run", illness, "x"],
      ["rules", "x"],
      ["schema"],
    ];
    const options = [
      ["schema", illness, "both"],
      ["run", "--fast"],
      ["run", "--locale", "fr"],
    ];
    for (const args of [...wrong, ...options]) expect(() => printed(...args), args.join(" ")).toThrow(UsageError);
    const { out, err, status } = huimin.call(["run", "chongqing.nothing"], good(1));
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^huimin: 没有规则 chongqing\.nothing.+\nhuimin --help\n$/);
  });

  it.each([
    [["rum"], "没有命令 rum，是否指 run？ / no command rum; did you mean run?"],
    [["explan"], "没有命令 explan，是否指 explain？ / no command explan; did you mean explain?"],
    [["frobnicate"], "没有命令 frobnicate / no command frobnicate"],
    [["run", "--locale", "chinese"], "--locale 应为 zh 或 en，是否指 zh？ / --locale is zh or en; did you mean zh?"],
    [["run", "--locale", "fr"], "--locale 应为 zh 或 en / --locale is zh or en"],
    [
      ["run", "chongqing.majorIlnessBenefit"],
      /，是否指 chongqing\.majorIllnessBenefit？ \/ .*did you mean chongqing\./,
    ],
    [["run", "majorIllnessBenefit"], /，是否指 chongqing\.majorIllnessBenefit？/],
    [["schema", "大病补充"], /，是否指 chongqing\.majorIllnessBenefit？/],
    // Four programmes have one of each of these: none was meant more than another.
    [
      ["run", "assessClaim"],
      "没有规则 assessClaim，huimin rules 列出全部 / no rule assessClaim; huimin rules lists them",
    ],
    [["run", "理赔核定"], "没有规则 理赔核定，huimin rules 列出全部 / no rule 理赔核定; huimin rules lists them"],
  ])("%j: a wrong word is answered with the one that was probably meant", (args, message) => {
    expect(() => printed(...args)).toThrow(message);
  });

  it("a record that names no rule, or has another field, is told what was probably meant", () => {
    const { error } = answerTo('{"rule":"lishui.assesClaim","inputs":{},"input":{}}');
    expect(error?.issues).toMatchObject([
      { path: ["inputs"], code: "UNKNOWN_FIELD", received: "{…}", meant: "input" },
      { path: ["rule"], code: "UNKNOWN_CHOICE", received: "lishui.assesClaim", meant: "lishui.assessClaim" },
    ]);
  });

  it("refuses a directory, which is no empty input", () => {
    const directory = openSync(huimin.folder, "r");
    const { stdout, stderr, status } = spawnSync(process.execPath, [huimin.file, "run"], {
      stdio: [directory, "pipe", "pipe"],
      encoding: "utf8",
    });
    closeSync(directory);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("标准输入是目录 / standard input is a directory");
  });

  it("a fault of the program has a status of its own, and says where it is", () => {
    const broken = `data:text/javascript,${encodeURIComponent(`
      const { stringify } = JSON;
      JSON.stringify = (value, ...more) => {
        if (value?.ok) throw new TypeError("broken on purpose");
        return stringify(value, ...more);
      };`)}`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", broken, huimin.file, "run"], {
      input: good(1),
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([70, ""]);
    expect(stderr).toMatch(
      /huimin: 程序有误，请报告 \/ a fault of this program.*\nTypeError: broken on purpose\n +at /,
    );
  });

  it("a failed reading or writing has the status of a wrong call", () => {
    const { status, err } = huimin.call(["run", "--report", join(huimin.folder, "no", "where")], good(1));
    expect(status).toBe(2);
    expect(besidesReport(err)).toMatch(/^huimin: ENOENT.*no.where'\n$/);
  });

  it("shows on a terminal how far it is, and nothing where standard error is none", async () => {
    const shown = async (terminal: boolean, locale: string) => {
      process.stderr.isTTY = terminal;
      const now = vi.spyOn(performance, "now").mockReturnValue(0);
      const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
      async function* input() {
        yield Buffer.from(`${good(1)}\noops\n`);
        yield Buffer.from(`${good(2)}\n`);
        now.mockReturnValue(200);
        await wait(0);
        yield Buffer.from(`${good(3)}\n`);
        now.mockReturnValue(399);
      }
      try {
        for await (const text of output(["run", "--locale", locale], input())) expect(text).toMatch(/^\{/);
        return write.mock.calls.slice(0, -1).map(([text]) => text);
      } finally {
        now.mockRestore();
        write.mockRestore();
        process.stderr.isTTY = false;
        process.exitCode = undefined;
      }
    };
    expect(await shown(true, "zh")).toEqual([
      "\r已处理 2 行，1 行有误",
      "\r已处理 4 行，1 行有误",
      "\r已处理 4 行，1 行有误\n",
    ]);
    expect(await shown(true, "en")).toEqual(["\r2 lines, 1 failed", "\r4 lines, 1 failed", "\r4 lines, 1 failed\n"]);
    expect(await shown(false, "zh")).toEqual([]);
  });

  it("--help and --version answer whatever else is said", () => {
    for (const call of [["run", "--help"], ["-h"], ["help"]]) {
      expect(printed(...call)).toContain("huimin run [RULE]");
    }
    expect(printed("--version")).toBe(`${manifest.version}\n`);
  });
});
