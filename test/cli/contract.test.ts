import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  agreementFrom,
  catalogue,
  chongqing,
  receiptOf,
  verify,
  type Agreement,
  type AnyRule,
  type Receipt,
} from "huimin-rules";
import { output } from "../../src/cli/command.js";
import { decide } from "../../src/cli/decide.js";
import { answerLine } from "../../src/cli/print.js";
import { UsageError } from "../../src/cli/usage.js";
import { verdictOn } from "../../src/cli/verdict.js";
import { law } from "../law.js";
import { buildHuimin, type Huimin } from "./huimin.js";

const illness = "chongqing.majorIllnessBenefit";
const bettered = {
  id: "2021-a",
  title: { zh: "示例合同", en: "Example agreement" },
  programme: "chongqing",
  document: "渝民〔2020〕238号",
  terms: { majorIllness: { deductible: "2000", annualLimit: "200000" } },
  readings: { deathAfterDisability: "higher" },
  validFrom: "2020-12-01",
  validTo: "2021-12-31",
} as const;
const better = { ...bettered, id: "2021-b", terms: { majorIllness: { annualLimit: "300000" } } };
const lishui = {
  id: "2018-a",
  title: { zh: "丽水示例", en: "Lishui example" },
  programme: "lishui",
  document: "丽政办发〔2017〕51号",
};
const read = (json: unknown): Agreement<never> => agreementFrom(json);

let huimin: Huimin;
let folder: string;
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(
    path,
    Buffer.isBuffer(content) ? content : typeof content === "string" ? content : JSON.stringify(content),
  );
  return path;
};
const under = (...files: readonly string[]) => files.flatMap((each) => ["--agreement", each]);
beforeAll(async () => {
  huimin = await buildHuimin();
  folder = join(huimin.folder, "agreements");
  mkdirSync(folder);
});
afterAll(() => huimin.remove());

interface Answer {
  id?: string;
  ok: boolean;
  value?: { amount?: string; eligibility?: unknown };
  receipt?: Receipt;
  error?: { issues: { path: unknown[]; code: string; meant?: string; message: { zh: string; en: string } }[] };
}
const parsed = <T>(out: string) =>
  out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as T);
const bill = (more: object = {}, total = "1000000") =>
  JSON.stringify({ rule: illness, input: { outOfCatalogueToDate: total }, ...more });
const answerUnder = (line: string, agreements: readonly Agreement[], only?: AnyRule) =>
  JSON.parse(answerLine(decide(line, { agreements, only }), 1)) as Answer;

describe("--agreement", () => {
  it("betters what run and explain say of its programme, and of no other", () => {
    const records = [bill({ id: "A" }), '{"id":"B","rule":"lishui.premium","input":{"people":10}}'].join("\n");
    const args = under(file("a.json", bettered));
    const [plain, run] = [huimin.call(["run"], records), huimin.call(["run", ...args], records)];
    const [before, after] = [parsed<Answer>(plain.out), parsed<Answer>(run.out)];
    expect([before[0]?.value?.amount, after[0]?.value?.amount]).toEqual(["150000.00", "200000.00"]);
    expect(after[1]).toEqual(before[1]);
    const told = huimin.call(["explain", ...args, "--locale", "en"], records).out;
    expect(told).toContain("Within the annual limit [Example agreement]");
    expect(told.slice(told.indexOf("Line 2"))).not.toContain("Example agreement");
  });

  it("may be read with a byte-order mark", () => {
    const args = under(file("mark.json", `\uFEFF${JSON.stringify(bettered)}`));
    expect(
      parsed<Answer>(huimin.call(["run", ...args, illness], '{"outOfCatalogueToDate":"1000000"}').out),
    ).toMatchObject([{ value: { amount: "200000.00" } }]);
  });

  it("where a programme has several, each record names its own", () => {
    const agreements = [read(bettered), read(better), read(lishui)];
    const amounts = [bill({ agreement: "2021-a" }), bill({ agreement: "2021-b" })].map(
      (line) => answerUnder(line, agreements).value?.amount,
    );
    expect(amounts).toEqual(["200000.00", "300000.00"]);
    const refused = [bill(), '{"outOfCatalogueToDate":"1"}'].map((line, index) =>
      answerUnder(line, agreements, index === 1 ? catalogue[illness] : undefined),
    );
    expect(answerUnder(bill({ agreement: null }), agreements).error?.issues).toMatchObject([{ code: "MISSING" }]);
    for (const { ok, error } of refused) {
      expect([ok, error?.issues]).toMatchObject([
        false,
        [
          {
            path: ["agreement"],
            code: "MISSING",
            message: {
              zh: "该项目有多份合同，请写明：“2021-a”、“2021-b”",
              en: 'the programme has several agreements; name one: "2021-a", "2021-b"',
            },
          },
        ],
      ]);
    }
  });

  it.each([
    ["an unknown id", "2021-c", "UNKNOWN_CHOICE", 'no such agreement; there are: "2021-a"'],
    [
      "one of another programme",
      "2018-a",
      "CONFLICT",
      "the agreement is of Lishui “Supplementary accident and medical insurance for people in difficulty”",
    ],
    ["a number", 2021, "UNKNOWN_CHOICE", "no such agreement"],
    ["__proto__", "__proto__", "UNKNOWN_CHOICE", "no such agreement"],
  ])("%s is refused by name, beside all else that is wrong with the record", (_, agreement, code, message) => {
    const { error } = answerUnder(bill({ agreement, inputs: 1 }), [read(bettered), read(lishui)]);
    expect(error?.issues.map((each) => [each.path, each.code])).toEqual([
      [["inputs"], "UNKNOWN_FIELD"],
      [["agreement"], code],
    ]);
    expect(error?.issues[1]?.message.en).toContain(message.split(" “")[0]);
    expect(error?.issues[1]?.message.en).toContain(String(agreement));
  });

  it("a record that names one where none was read is told of --agreement", () => {
    const { error } = answerUnder(bill({ agreement: "2021-a" }), [read(lishui)]);
    expect(error?.issues).toMatchObject([{ path: ["agreement"], code: "UNKNOWN_CHOICE" }]);
    expect(error?.issues[0]?.message.zh).toContain("没有读入该项目的合同（--agreement）");
  });

  it.each([
    ["2020-11-30", 'the agreement "2021-a" begins on 2020-12-01'],
    ["2022-01-01", 'the agreement "2021-a" ends on 2021-12-31'],
  ])("a claim of %s lies outside its days: an answer that names it", (occurredOn, message) => {
    const claim = { cover: "illnessDeath", facts: { enrolledFrom: "2020-11-01", occurredOn, diedOfIllness: true } };
    const { error } = answerUnder(JSON.stringify({ rule: "chongqing.assessClaim", input: claim }), [read(bettered)]);
    expect(error?.issues.map(({ path }) => path)).toContainEqual(["facts", "occurredOn"]);
    expect(error?.issues.map(({ message: { en } }) => en).join()).toContain(message);
  });

  it("readings of the record come before its own", () => {
    const record = { rule: "chongqing.accidentBenefit", input: { death: true, disabilityGrade: 10 } };
    const amounts = [record, { ...record, readings: { deathAfterDisability: "both" } }].map(
      (each) => answerUnder(JSON.stringify(each), [read(bettered)]).value?.amount,
    );
    expect(amounts).toEqual(["3000.00", "5000.00"]);
  });

  it("bad files are told by name, all at once, with status 2 and no output", () => {
    const bad = [
      file("half.json", "{"),
      file("wrong.json", { ...bettered, programme: "chongqin", title: { zh: "示例" } }),
      file("bytes.json", Buffer.from([0x22, 0xff, 0x22])),
      join(folder, "none.json"),
      folder,
    ];
    const { out, err, status } = huimin.call(["run", ...under(file("good.json", bettered), ...bad)], bill());
    expect([out, status]).toEqual(["", 2]);
    expect(bad.filter((each) => !err.includes(`${each}: `))).toEqual([]);
    expect(err).not.toContain("good.json");
    for (const told of [
      "不是有效的 JSON",
      "“title.en”：缺少这一项",
      "是否指“chongqing”？",
      "不是有效的 UTF-8",
      "ENOENT",
      "EISDIR",
    ])
      expect(err).toContain(told);
    expect(huimin.call(["verify", ...under(bad[0] as string)]).status).toBe(2);
  });

  it("what a file brings along to control the terminal never reaches it", () => {
    const { err } = huimin.call(["run", ...under(file("red.json", "\u001b[31m"))]);
    expect(err).toContain("\uFFFD");
    expect(err).not.toContain("\u001b");
  });

  it("two of one programme with the same id are refused by run, and told apart by verify", () => {
    const twins = under(file("one.json", bettered), file("two.json", { ...better, id: bettered.id }));
    const { status, err } = huimin.call(["run", ...twins], bill());
    expect([status, err]).toEqual([2, expect.stringContaining('two agreements of chongqing have the id "2021-a"')]);
    const kept = receiptOf(chongqing.majorIllnessBenefit, { outOfCatalogueToDate: "1" }, { agreement: read(bettered) });
    const { out, status: well } = huimin.call(["verify", ...twins], JSON.stringify(kept));
    expect([out, well]).toEqual([expect.stringContaining('"verdict":"same"'), 0]);
  });

  it.each([
    [["rules", "--agreement", "x"], "rules takes no --agreement"],
    [["schema", illness, "--agreement", "x"], "schema takes no --agreement"],
    [["explain", "--receipts"], "explain takes no --receipts"],
    [["verify", "--receipts"], "verify takes no --receipts"],
    [["verify", illness], "too many arguments"],
  ])("%j is a wrong call", (args, message) => {
    const call = () => output(args, Readable.from([]));
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
  });
});

const record = (index: number) => bill({ id: String(index) }, String(index * 997));
const agreement = read(bettered);

describe("--receipts", () => {
  it("adds its receipt to each answer and changes nothing else of it; a failed answer has none", () => {
    const lines = [bill({ id: "A" }), bill({}, "x"), "oops"].join("\n");
    const args = ["run", ...under(file("r.json", bettered))];
    const [plain, kept] = [huimin.call(args, lines), huimin.call([...args, "--receipts"], lines)];
    const answers = parsed<Answer>(kept.out);
    expect(answers.map(({ receipt: _, ...rest }) => `${JSON.stringify(rest)}\n`).join("")).toBe(plain.out);
    expect(answers.map(({ receipt }) => receipt !== undefined)).toEqual([true, false, false]);
    expect(answers[0]?.receipt?.result).toEqual(answers[0]?.value);
    expect(kept.status).toBe(1);
  });

  it("a receipt of the command is the one of TypeScript, and each verifies the other's", () => {
    for (const options of [{}, { agreement }]) {
      const ours = receiptOf(chongqing.majorIllnessBenefit, { outOfCatalogueToDate: "1000000" }, options);
      const agreements = "agreement" in options ? [agreement] : [];
      const args = agreements.length > 0 ? under(file("t.json", bettered)) : [];
      const [{ receipt } = {}] = parsed<Answer>(huimin.call(["run", "--receipts", ...args], bill()).out);
      expect(receipt).toEqual(ours);
      expect(verify(receipt, { agreements }).verdict).toBe("same");
      expect(huimin.call(["verify", ...args], JSON.stringify(ours))).toMatchObject({ status: 0, err: "" });
    }
  });
});

/** The same value with the keys of each of its objects in the opposite order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, turned(part)] as const)
      .reverse(),
  );
};

describe("the channel and the order of keys", () => {
  law(
    "never change a result, its receipt or its verdict",
    [fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom(bettered, better, undefined)],
    (fen, contract) => {
      const input = { outOfCatalogueToDate: (fen / 100).toFixed(2), paidToDate: "0" };
      const sets = [contract, turned(contract)].map((each) => (each === undefined ? [] : [read(each)]));
      const [own = [], other = []] = sets;
      const ours = receiptOf(chongqing.majorIllnessBenefit, input, own[0] ? { agreement: own[0] } : {});
      for (const agreements of sets) {
        for (const line of [{ rule: illness, input }, turned({ rule: illness, input })]) {
          const { outcome, receipt } = decide(JSON.stringify(line), { agreements, receipts: true });
          expect([outcome.ok, receipt]).toEqual([true, ours]);
        }
      }
      expect(verdictOn(JSON.stringify(turned(ours)), other).verdict).toBe("same");
    },
  );
});

describe("huimin verify", () => {
  const kept = (): string =>
    huimin.call(["run", "--receipts", ...under(file("v.json", bettered))], record(7)).out.trimEnd();

  it("gives a verdict a line, in order, with the ids of answers, and 1 unless all are the same", () => {
    const args = under(file("v.json", bettered));
    const run = huimin.call(
      ["run", "--receipts", ...args],
      Array.from({ length: 300 }, (_, index) => record(index)).join("\n"),
    );
    const well = huimin.call(["verify", ...args], run.out);
    const expected = Array.from({ length: 300 }, (_, index) => ({
      id: String(index),
      verdict: "same",
      of: [],
      text: { zh: "相符：同样的规则得出同样的结果", en: "the same: the same rules give the same result" },
    }));
    expect([parsed(well.out), well.status, well.err]).toEqual([expected, 0, ""]);
    const without = huimin.call(["verify"], run.out);
    expect(without.status).toBe(1);
    expect(parsed(without.out)).toEqual(
      expected.map(({ id }) => expect.objectContaining({ id, verdict: "unknownRules", of: ["agreement"] }) as unknown),
    );
  });

  it("any other character in a receipt makes it altered", () => {
    const { receipt } = JSON.parse(kept()) as Answer;
    const line = JSON.stringify(receipt);
    const seen = new Map<string, number>();
    for (let at = 0; at < line.length; at += 1) {
      const other = line[at] === "7" ? "8" : "7";
      const { verdict } = verdictOn(line.slice(0, at) + other + line.slice(at + 1), [agreement]);
      seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
    }
    expect([...seen]).toEqual([["altered", line.length]]);
  });

  it("an answer whose value is not that of its receipt is altered", () => {
    const answer = JSON.parse(kept()) as Answer;
    const changed = { ...answer, value: { ...answer.value, amount: "9.00" } };
    expect(verdictOn(JSON.stringify(changed), [agreement])).toEqual({
      id: "7",
      verdict: "altered",
      of: ["result"],
      text: { zh: "结果与凭据不符", en: "the value is not that of its receipt" },
    });
    const { value: _, ...bare } = answer;
    expect(verdictOn(JSON.stringify(bare), [agreement]).verdict).toBe("same");
  });

  it("hostile lines have a verdict each and change nothing else", () => {
    const good = kept();
    const { receipt } = JSON.parse(good) as Answer;
    const text = JSON.stringify(receipt);
    const nested = `${"[".repeat(4e5)}${"]".repeat(4e5)}`;
    const bad: (string | Buffer)[] = [
      "",
      "oops",
      "null",
      "7",
      "[]",
      "{}",
      `[${good}]`,
      '{"ok":false,"id":[],"error":{}}',
      '{"ok":true,"receipt":null}',
      `{"ok":true,"receipt":${nested}}`,
      nested,
      text.replace("{", `{"__proto__":{},`),
      text.replace("{", `{"input":${nested},`),
      text.replace('"input":{', `"input":{"a":${'{"a":'.repeat(1e4)}1${"}".repeat(1e4)},`),
      text.replace("{", '{"\\ud800":1,'),
      Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
      Buffer.alloc(3e6, "["),
      '{"rule":"constructor","digest":"x"}',
    ];
    const input = Buffer.concat(bad.flatMap((line) => [Buffer.from(line), Buffer.from(`\n${good}\n`)]));
    const { out, err, status } = huimin.call(["verify", ...under(file("v.json", bettered))], input);
    const verdicts = parsed<{ verdict: string }>(out).map(({ verdict }) => verdict);
    // Of a key written twice the last counts: that receipt reads as it was.
    const twice = bad.findIndex((line) => typeof line === "string" && line.startsWith('{"input":['));
    expect(verdicts).toEqual(bad.flatMap((_, index) => [index === twice ? "same" : "altered", "same"]));
    expect([err, status]).toEqual(["", 1]);
  });

  it("a failed answer has no receipt", () => {
    expect(verdictOn('{"id":"A","ok":false,"error":{}}', [])).toEqual({
      id: "A",
      verdict: "altered",
      of: [],
      text: { zh: "没有可核对的凭据：结果未附凭据", en: "no receipt that can be verified: the answer carries none" },
    });
  });
});
