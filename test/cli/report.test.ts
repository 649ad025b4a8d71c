import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { output } from "../../src/cli/command.js";
import { UsageError } from "../../src/cli/usage.js";

const folder = mkdtempSync(join(tmpdir(), "huimin-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

let told: string[];
let stderr: MockInstance;
beforeEach(() => {
  told = [];
  stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => told.push(String(text)) > 0);
  vi.spyOn(performance, "now").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** What a call prints, its status, and what it tells on standard error. */
async function call(args: readonly string[], lines: readonly (object | string)[]) {
  process.exitCode = undefined;
  stderr.mockClear();
  told.length = 0;
  const text = lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
  let out = "";
  for await (const piece of output(args, Readable.from([Buffer.from(text)]))) out += String(piece);
  return { out, status: process.exitCode as number | undefined, told: told.join("") };
}

const bill = (id: number, outOfCatalogueToDate: string) => ({
  id,
  rule: "chongqing.majorIllnessBenefit",
  input: { outOfCatalogueToDate },
});
const facts = { enrolledFrom: "2020-11-01", inpatient: true, causedByIllness: true, settledOneStop: true };
const claim = (occurredOn: string | undefined, outOfCatalogueToDate: string) => ({
  rule: "chongqing.assessClaim",
  input: { cover: "majorIllness", facts: { ...facts, occurredOn }, loss: { outOfCatalogueToDate } },
});
const person = (id: string, outOfCatalogue: string) => ({
  rule: "chongqing.assessPerson",
  input: {
    person: id,
    enrolments: [{ from: "2020-11-01" }],
    claims: [
      {
        id,
        cover: "majorIllness",
        facts: { occurredOn: "2021-03-02", inpatient: true, causedByIllness: true, settledOneStop: true },
        loss: { outOfCatalogue },
      },
    ],
  },
});

describe("the closing report of run", () => {
  const records = [
    bill(1, "58000"),
    bill(2, "1,000"),
    bill(3, "13000"),
    claim("2021-03-02", "58000"),
    claim("2020-03-02", "58000"),
    claim(undefined, "58000"),
    person("P1", "13000"),
    "oops",
    bill(4, "x"),
  ];

  it("tells records, what failed by code and where first, outcomes, and the sums by cover", async () => {
    const { told: zh, status } = await call(["run"], records);
    expect(zh).toBe(`记录 9 条：成功 6，有误 3；用时 0 秒，每秒 9 条
  有误 INVALID_AMOUNT 2 条，首见于第 2 行：“outOfCatalogueToDate”应为以元计的普通数字，如 58000.25，不带符号、空格、千分位和指数（收到“1,000”，是否指“1000”？）
  有误 UNREADABLE 1 条，首见于第 8 行：不是有效的 JSON
  符合 2，不符合 1，待查明 1
  大病补充 chongqing.majorIllnessBenefit：2 条，合计 18750.00 元
  重庆“民政惠民济困保” 渝民〔2020〕238号
  汇总（元）
    险种      件数  符合  不符合  待定      应得  已赔付    应补付
    大病补充     4     2       1     1  18750.00    0.00  18750.00
    合计         4     2       1     1  18750.00    0.00  18750.00
    待定的 1 件金额未定，未计入应得、应补付
`);
    expect(status).toBe(1);
    const { told: en } = await call(["run", "--locale", "en"], records);
    expect(en).toMatch(
      /^9 records: 6 decided, 3 failed; 0 s, 9 a second\n {2}failed INVALID_AMOUNT 2, the first in line 2: "out/,
    );
    expect(en).toContain("\n  eligible 2, not eligible 1, not determined yet 1\n");
  });

  it("--report writes it as JSON, amounts as text", async () => {
    const file = join(folder, "report.json");
    await call(["run", "--report", file], records);
    const report = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    expect(report).toMatchObject({
      records: 9,
      decided: 6,
      failed: 3,
      failures: [
        { code: "INVALID_AMOUNT", records: 2, line: 2, path: ["outOfCatalogueToDate"] },
        { code: "UNREADABLE", records: 1, line: 8, path: [] },
      ],
      outcomes: { eligible: 2, ineligible: 1, undetermined: 1 },
      claims: [{ programme: "chongqing", rows: [{ cover: "majorIllness", claims: 4, entitled: "18750.00" }] }],
      amounts: [{ rule: "chongqing.majorIllnessBenefit", records: 2, amount: "18750.00" }],
      seconds: 0,
    });
    expect(report).not.toHaveProperty("stopped");
  });

  it("is never silent: where every line failed it says so, and of nothing that it was nothing", async () => {
    const every = await call(["run"], ["oops", "oops"]);
    expect([every.status, every.told]).toEqual([
      1,
      "记录 2 条：成功 0，有误 2；用时 0 秒，每秒 2 条\n  有误 UNREADABLE 2 条，首见于第 1 行：不是有效的 JSON\n",
    ]);
    const none = await call(["run"], []);
    expect([none.status, none.told]).toEqual([undefined, "记录 0 条：成功 0，有误 0；用时 0 秒，每秒 0 条\n"]);
  });

  it("is told of what was answered where reading then fails", async () => {
    async function* broken() {
      yield await Promise.resolve(Buffer.from(`${JSON.stringify(bill(1, "58000"))}\n`));
      throw new Error("the disk is gone");
    }
    const lines = async () => {
      for await (const piece of output(["run"], broken())) expect(piece).toContain("16250.00");
    };
    await expect(lines()).rejects.toThrow("the disk is gone");
    expect(told.join("")).toContain("记录 1 条：成功 1，有误 0");
  });
});

describe("--limit-errors", () => {
  const good = (count: number) => Array.from({ length: count }, (_, id) => bill(id, "58000"));

  it("N: stops behind the record that is one too many, with status 3", async () => {
    const records = [bill(1, "58000"), "oops", "oops", bill(2, "1"), "oops", bill(3, "1")];
    const { out, status, told: text } = await call(["run", "--limit-errors", "2"], records);
    const whole = await call(["run"], records);
    expect(out).toBe(
      whole.out
        .split("\n")
        .slice(0, 5)
        .map((line) => `${line}\n`)
        .join(""),
    );
    expect([status, whole.status]).toEqual([3, 1]);
    expect(text).toContain("记录 5 条：成功 2，有误 3");
    expect(text).toContain("  有误的太多，提前停止\n");
    const few = await call(["run", "--limit-errors", "3"], records);
    expect([few.out, few.status]).toEqual([whole.out, 1]);
  });

  it("N%: is a share of what was decided, once that is a thousand", async () => {
    const early = [...Array.from({ length: 11 }, () => "oops"), ...good(2000)];
    const recovered = await call(["run", "--limit-errors", "1%"], early);
    expect([recovered.status, recovered.out.split("\n").length - 1]).toEqual([1, 2011]);
    const late = [...good(1500), ...Array.from({ length: 100 }, () => "oops")];
    // 16 of 1516 are more than 1 %, 15 of 1515 are not.
    const { out, status } = await call(["run", "--limit-errors", "1%"], late);
    expect([status, out.split("\n").length - 1]).toEqual([3, 1516]);
  });

  it.each(["", "-1", "1.5", "100%", "x", "1e3"])("%j is no limit", (limit) => {
    expect(() => output(["run", `--limit-errors=${limit}`], Readable.from([]))).toThrow(UsageError);
  });
});

describe("run --readings", () => {
  const accident = (more: object = {}) => ({
    rule: "chongqing.accidentBenefit",
    input: { death: true, disabilityGrade: 10 },
    ...more,
  });
  const amounts = async (args: readonly string[], records: readonly object[]) =>
    (await call(["run", ...args], records)).out
      .split("\n")
      .slice(0, -1)
      .map((line) => (JSON.parse(line) as { value?: { amount: string } }).value?.amount);

  it("hold for all records, and a record's own come before them", async () => {
    const records = [accident(), accident({ readings: { deathAfterDisability: "both" } }), accident({ readings: {} })];
    const own = await amounts([], [accident(), accident({ readings: { deathAfterDisability: "higher" } })]);
    expect(own).toEqual(["5000.00", "3000.00"]);
    expect(await amounts(["--readings", "deathAfterDisability=higher"], records)).toEqual([
      "3000.00",
      "5000.00",
      "3000.00",
    ]);
  });

  it("are those of the programmes that know them, also of a rule's bare input", async () => {
    const readings = ["--readings", "deathAfterDisability=higher"];
    const other = { rule: "zhumadian.premium", input: { registeredPopulation: 5 } };
    expect(await amounts(readings, [other])).toEqual(["5.00"]);
    expect(await amounts(["chongqing.accidentBenefit", ...readings], [accident().input])).toEqual(["3000.00"]);
    expect(() => output(["run", "--readings", "deathAfterDisability=highr"], Readable.from([]))).toThrow(
      "did you mean higher?",
    );
  });

  it("readings of a record that are none stay its own problem", async () => {
    const { out } = await call(["run", "--readings", "deathAfterDisability=higher"], [accident({ readings: "both" })]);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["readings"], code: "WRONG_TYPE" }] },
    });
  });
});
