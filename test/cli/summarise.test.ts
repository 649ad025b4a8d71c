import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { output } from "../../src/cli/command.js";
import { UsageError } from "../../src/cli/usage.js";

const folder = mkdtempSync(join(tmpdir(), "huimin-summary-"));
afterAll(() => rmSync(folder, { recursive: true }));

let told: string[];
let stderr: MockInstance;
beforeEach(() => {
  told = [];
  stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => told.push(String(text)) > 0);
});
afterEach(() => {
  stderr.mockRestore();
  process.exitCode = undefined;
});

/** What a call prints, its status, and what it tells on standard error. */
async function call(args: readonly string[], lines: readonly (object | string)[]) {
  process.exitCode = undefined;
  told.length = 0;
  const text = lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
  let out = "";
  for await (const piece of output(args, Readable.from([Buffer.from(text)]))) out += String(piece);
  return { out, status: String(process.exitCode) === "1" ? 1 : 0, told: told.join("") };
}
const linesOf = (out: string) =>
  out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, never>);

const stay = { inpatient: true, causedByIllness: true, settledOneStop: true };
const bill = (id: string, occurredOn: string, outOfCatalogue: string, more: object = {}) => ({
  id,
  cover: "majorIllness",
  facts: { ...stay, occurredOn },
  loss: { outOfCatalogue },
  ...more,
});
const person = (id: string, labels: object, claims: object[]) => ({
  id,
  rule: "chongqing.assessPerson",
  labels,
  input: { person: id, enrolments: [{ from: "2020-11-01" }], claims },
});
const records = [
  person("P1", { area: "渝北区", category: "特困" }, [bill("b1", "2021-03-02", "58000", { paid: "16250" })]),
  person("P2", { area: "渝中区" }, [bill("b1", "2021-03-02", "2500"), bill("b2", "2021-04-02", "100", { facts: {} })]),
];
const agreement = (id: string, deductible: string) => {
  const file = join(folder, `${id}.json`);
  writeFileSync(
    file,
    JSON.stringify({
      id,
      title: { zh: id, en: id },
      programme: "chongqing",
      document: "渝民〔2020〕238号",
      terms: { majorIllness: { deductible } },
    }),
  );
  return file;
};

describe("labels of a record", () => {
  it("come back with its answer as they were", async () => {
    const { out } = await call(["run"], records);
    expect(linesOf(out).map(({ id, labels }) => [id, labels])).toEqual([
      ["P1", { area: "渝北区", category: "特困" }],
      ["P2", { area: "渝中区" }],
    ]);
  });

  it("are texts of known names, and a month", async () => {
    const bad = { ...records[0], labels: { area: 1, region: "x", month: "2021" } };
    const [answer] = linesOf((await call(["run"], [bad])).out);
    expect(answer?.["error"]).toMatchObject({
      code: "INVALID_OPTIONS",
      issues: [
        { path: ["labels", "area"], code: "WRONG_TYPE" },
        { path: ["labels", "month"], code: "INVALID_MONTH" },
        { path: ["labels", "region"], code: "UNKNOWN_FIELD" },
      ],
    });
  });
});

describe("huimin summarise", () => {
  it("folds the answers of run by what is asked, with the month of each event", async () => {
    const { out } = await call(["run"], records);
    const {
      out: summed,
      status,
      told: text,
    } = await call(["summarise", "--by", "area,month"], out.split("\n").slice(0, -1));
    expect([status, text]).toEqual([0, ""]);
    expect(linesOf(summed)).toMatchObject([
      {
        programme: "chongqing",
        by: ["area", "month"],
        rows: [
          { area: "渝中区", month: "2021-03", claims: 1, eligible: 1, entitled: "0.00" },
          { area: "渝中区", month: null, claims: 1, open: 1 },
          { area: "渝北区", month: "2021-03", claims: 1, entitled: "16250.00", paid: "16250.00", due: "0.00" },
        ],
        total: { claims: 3, eligible: 2, open: 1, entitled: "16250.00" },
      },
    ]);
  });

  it("of parts is of the whole, byte for byte", async () => {
    const answers = (await call(["run"], records)).out.split("\n").slice(0, -1);
    const whole = (await call(["summarise", "--by", "area"], answers)).out;
    const parts = await Promise.all(
      answers.map(async (answer) => (await call(["summarise", "--by", "area"], [answer])).out.trim()),
    );
    expect((await call(["summarise", "--by", "area"], parts)).out).toBe(whole);
  });

  it("says what is not in it, and fails", async () => {
    const other = { id: 1, rule: "chongqing.premium", input: { period: "first", firstMonth: "2020-11" } };
    const failed = { rule: "chongqing.assessPerson", input: {} };
    const { out } = await call(["run"], [records[0] ?? "", other, failed]);
    const { status, told: text } = await call(
      ["summarise", "--locale", "en"],
      [...out.split("\n").slice(0, -1), "no JSON", "[]", { rows: [] }],
    );
    expect(status).toBe(1);
    expect(text).toBe(
      "not in the summary: 1 answers of other rules, the first in line 2; 1 failed answers, the first in line 3; 3 neither answers nor summaries, the first in line 4 (not valid JSON)\n",
    );
  });

  it("labels name a group and nothing else: an answer with any other cannot put amounts in place of its own", async () => {
    const answers = linesOf((await call(["run"], records)).out);
    const forged = { ...answers[0], labels: { area: "渝北区", entitled: "999.00", withdrawn: true } };
    const {
      out,
      status,
      told: text,
    } = await call(["summarise", "--by", "area", "--locale", "en"], [forged, answers[1] ?? ""]);
    expect([status, text]).toEqual([
      1,
      expect.stringContaining("1 neither answers nor summaries, the first in line 1"),
    ]);
    expect(linesOf(out)).toMatchObject([{ total: { claims: 2, withdrawn: 0, entitled: "0.00" } }]);
  });

  it("a line that is nested too deeply costs itself alone", async () => {
    const answers = (await call(["run"], records)).out.split("\n").slice(0, -1);
    const whole = (await call(["summarise"], answers)).out;
    const deep = (open: string, close: string) =>
      `{"ok":true,"value":${open.repeat(100_000)}1${close.repeat(100_000)}}`;
    const summary = `{"rows":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)},"total":{},"by":[],"programme":null}`;
    const { out, status } = await call(["summarise"], [deep("[", "]"), deep('{"value":', "}"), summary, ...answers]);
    expect([out, status]).toEqual([whole, 1]);
  });

  it("impacts of several rules are added up rule by rule, also from the ends of several comparisons", async () => {
    const benefit = { rule: "chongqing.majorIllnessBenefit", input: { outOfCatalogueToDate: "58000" } };
    const args = ["compare", "--agreement", agreement("better", "2000")];
    const ends = async (lines: object[]) =>
      (await call(args, lines)).out.split("\n").filter((line) => line.includes('"summary"'));
    const both = await ends([...records, benefit]);
    expect(both.map((line) => JSON.parse(line) as object)).toMatchObject([
      { rule: "chongqing.assessPerson", summary: { total: { records: 2, difference: "475.00" } } },
      { rule: "chongqing.majorIllnessBenefit", summary: { total: { records: 1, difference: "350.00" } } },
    ]);
    const { out, status } = await call(["summarise"], [...(await ends(records)), ...(await ends([benefit])), ...both]);
    expect(status).toBe(0);
    expect(linesOf(out)).toMatchObject([
      { rule: "chongqing.assessPerson", summary: { total: { records: 4, difference: "950.00" } } },
      { rule: "chongqing.majorIllnessBenefit", summary: { total: { records: 2, difference: "700.00" } } },
    ]);
    const table = (await call(["summarise", "--table"], both)).out;
    expect(table.split("\n").filter((line) => ["个人年度台账", "大病补充"].includes(line))).toHaveLength(2);
  });

  it("a summary by other dimensions is not folded", async () => {
    const { out } = await call(["run"], records);
    const byCover = (await call(["summarise", "--by", "cover"], out.split("\n").slice(0, -1))).out.trim();
    const { status, told: text } = await call(["summarise", "--by", "area", "--locale", "en"], [byCover]);
    expect([status, text]).toEqual([1, expect.stringContaining('expected "area"')]);
  });

  it("as a table for people", async () => {
    const { out } = await call(["run"], records);
    const table = (await call(["summarise", "--by", "cover,category", "--table"], out.split("\n").slice(0, -1))).out;
    expect(table).toMatchInlineSnapshot(`
      "重庆“民政惠民济困保” 渝民〔2020〕238号
      汇总（元）
        险种              人员类别    件数  符合  不符合  待定      应得    已赔付  应补付
        大病补充          特困           1     1       0     0  16250.00  16250.00    0.00
        大病补充          （未填明）     2     1       0     1      0.00      0.00    0.00
        合计                             3     2       0     1  16250.00  16250.00    0.00
        其中：特困                       1     1       0     0  16250.00  16250.00    0.00
        其中：（未填明）                 2     1       0     1      0.00      0.00    0.00
        待定的 1 件金额未定，未计入应得、应补付
      "
    `);
  });

  it("of two programmes gives a line each", async () => {
    const death = { rule: "luozhuang.assessClaim", input: { cover: "accident", facts: {} } };
    const { out } = await call(["run"], [...records, death]);
    expect(
      linesOf((await call(["summarise"], out.split("\n").slice(0, -1))).out).map(({ programme }) => programme),
    ).toEqual(["chongqing", "luozhuang"]);
  });

  it.each([
    [["summarise", "--by", "地区"], "area"],
    [["summarise", "--by", "area,area"], "area twice"],
    [["summarise", "--agreement", "x"], "takes no --agreement"],
    [["run", "--by", "area"], "takes no --by"],
  ])("%j is a wrong call", async (args, text) => {
    await expect(call(args, [])).rejects.toThrow(UsageError);
    await expect(call(args, [])).rejects.toThrow(text);
  });
});

describe("huimin compare", () => {
  it("gives a line for each record that changes, and at the end who gains and loses", async () => {
    const {
      out,
      status,
      told: text,
    } = await call(["compare", "--agreement", agreement("better", "2000"), "--by", "area"], records);
    const lines = linesOf(out);
    expect(status).toBe(0);
    expect(lines.map(({ id, line, difference }) => [id, line, difference])).toEqual([
      ["P1", 1, "350.00"],
      ["P2", 2, "125.00"],
      [undefined, undefined, undefined],
    ]);
    expect(lines.at(-1)).toMatchObject({
      summary: {
        by: ["area"],
        rows: [
          { area: "渝中区", undecided: 0, difference: "125.00" },
          { area: "渝北区", difference: "350.00" },
        ],
        total: { records: 2, winners: 2, losers: 0, gained: "475.00", difference: "475.00" },
      },
    });
    expect(text).toContain("差额");
  });

  it("between two contracts, and by readings", async () => {
    const [base, better] = [agreement("base", "1000"), agreement("better", "2000")];
    // 16 950 to 16 600, and 375 to 125.
    const { out } = await call(["compare", "--base", base, "--agreement", better, "chongqing.assessPerson"], records);
    expect(linesOf(out).at(-1)).toMatchObject({ summary: { total: { losers: 2, difference: "-600.00" } } });
    const accident = person("P3", {}, [
      {
        id: "a",
        cover: "accident",
        facts: { occurredOn: "2021-03-02", accidental: true },
        loss: { medicalSelfPaid: "4000" },
      },
      {
        id: "b",
        cover: "accident",
        facts: { occurredOn: "2021-03-03", accidental: true },
        loss: { medicalSelfPaid: "4000" },
      },
    ]);
    const luozhuang = { rule: "luozhuang.assessClaim", input: { cover: "accident", facts: {} } };
    const byReading = await call(
      ["compare", "--readings", "grantOnce=perPerson,accidentLimits=perAccident"],
      [accident, luozhuang],
    );
    expect(linesOf(byReading.out).slice(-2)).toMatchObject([
      { summary: { programme: "chongqing", total: { winners: 1, difference: "3000.00" } } },
      { summary: { programme: "luozhuang", total: { records: 1, changed: 0 } } },
    ]);
  });

  it("a record that is refused on both sides fails, and is not counted", async () => {
    const {
      out,
      status,
      told: text,
    } = await call(
      ["compare", "--agreement", agreement("better", "2000"), "--locale", "en"],
      [{ rule: "chongqing.assessPerson", input: {} }, ""],
    );
    expect(status).toBe(1);
    expect(linesOf(out).map(({ ok }) => ok)).toEqual([false, false, undefined]);
    expect(text).toContain("not in the summary: 2 failed lines");
  });

  it.each([
    [["compare"], "--agreement FILE"],
    [["compare", "--readings", "accidentLimit=perAccident"], "accidentLimits"],
    [["compare", "--readings", "accidentLimits=perYear"], "perPeriod"],
    [["compare", "--readings", "accidentLimits"], "name=choice"],
    [["compare", "--readings", "grantOnce=perPerson,grantOnce=perPerson"], "twice"],
  ])("%j is a wrong call", async (args, text) => {
    await expect(call(args, [])).rejects.toThrow(UsageError);
    await expect(call(args, [])).rejects.toThrow(text);
  });

  it("two contracts of one programme leave no doubt which is meant: they are refused", async () => {
    const args = ["compare", "--agreement", agreement("one", "1"), "--agreement", agreement("two", "2")];
    await expect(call(args, [])).rejects.toThrow("two agreements of chongqing");
  });
});
