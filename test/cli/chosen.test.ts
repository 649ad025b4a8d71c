import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { output } from "../../src/cli/command.js";
import { csvRow } from "../../src/cli/csv.js";
import { UsageError } from "../../src/cli/usage.js";

beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function run(args: readonly string[], lines: readonly (object | string)[]): Promise<string> {
  const text = lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
  let out = "";
  for await (const piece of output(["run", ...args], Readable.from([Buffer.from(text)]))) out += piece.toString();
  return out;
}
const parsed = (out: string) =>
  out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

interface Whole {
  id?: unknown;
  labels?: { area: string };
  value: {
    payable: string | null;
    eligibility: { outcome: string };
    pending: string | null;
    benefit: { parts: object } | null;
    basis: { document: string };
    deadlines: unknown[];
  };
}

const facts = { enrolledFrom: "2020-11-01", inpatient: true, causedByIllness: true, settledOneStop: true };
const claim = (id: unknown, occurredOn: string | undefined, more: object = {}) => ({
  id,
  rule: "chongqing.assessClaim",
  input: { cover: "majorIllness", facts: { ...facts, occurredOn }, loss: { outOfCatalogueToDate: "58000" } },
  ...more,
});
const premium = { rule: "chongqing.premium", input: { period: "first", firstMonth: "2021-03" } };

describe("run --fields", () => {
  it("prints the chosen parts alone, in the order of the call, as they stand in the whole answer", async () => {
    const records = [
      claim("A", "2021-03-02", { labels: { area: "渝北区" } }),
      claim(2, undefined),
      claim(undefined, "2020-03-02"),
    ];
    const names = "payable,id,eligibility.outcome,pending,benefit.parts,labels.area,line,rule,basis.document,deadlines";
    const whole = parsed(await run([], records));
    const few = parsed(await run(["--fields", names], records));
    expect(few.map((each) => Object.keys(each).join())).toEqual([names, names, names]);
    const expected = (whole as unknown as Whole[]).map(({ id = null, value, labels }, index) => {
      const { payable, eligibility, pending, benefit, basis, deadlines } = value;
      const parts = benefit?.parts ?? null;
      const first = [payable, id, eligibility.outcome, pending, parts, labels?.area ?? null];
      return [...first, index + 1, "chongqing.assessClaim", basis.document, deadlines];
    });
    expect(few.map((each) => Object.values(each))).toEqual(expected);
    expect(few.map((each) => each["payable"])).toEqual(["16250.00", null, "0.00"]);
    expect(few[0]?.["benefit.parts"]).toEqual({ medical: "16250.00" });
  });

  it("tells what failed as a whole answer does", async () => {
    const records = ["oops", { id: 1, rule: "chongqing.premium", input: {} }];
    expect(await run(["--fields", "id"], records)).toBe(await run([], records));
  });

  it("of records of several rules, a part that a rule's result has not is null", async () => {
    const out = parsed(
      await run(["--fields", "amount,payable,readings.accidentLimits"], [premium, claim(1, "2021-03-02")]),
    );
    expect(out).toEqual([
      { amount: "80.00", payable: null, "readings.accidentLimits": null },
      { amount: null, payable: "16250.00", "readings.accidentLimits": null },
    ]);
  });

  it("value.id is the result's own id, beside that of the record", async () => {
    const enrolment = { month: "2020-11", id: "P1", categories: ["orphan"], enrolled: false };
    const record = { id: 7, rule: "chongqing.enrolPerson", input: enrolment };
    expect(parsed(await run(["--fields", "id,value.id"], [record]))).toEqual([{ id: 7, "value.id": "P1" }]);
  });

  it.each([
    [["chongqing.assessClaim", "--fields", "payble"], "did you mean payable?"],
    [["chongqing.assessClaim", "--fields", "eligibility.outcom"], "did you mean eligibility.outcome?"],
    [["chongqing.assessClaim", "--fields", "lable.area"], "no lable.area in a result"],
    [["chongqing.assessClaim", "--fields", "amount"], "no amount in a result"],
    [["--fields", "nothing"], "no nothing in a result"],
    [["--fields", "payable.fen"], "no payable.fen in a result"],
    [["--fields", "__proto__"], "no __proto__ in a result"],
    [["--fields", ""], "no  in a result"],
    [["chongqing.assessClaim", "--fields", "benefit.lines.amount"], "is within a list"],
    [["--fields", "id,payable,id"], "--fields has id twice"],
    [["--fields", "id", "--receipts"], "exclude each other"],
    [["--fields", "id", "--to", "NDJSON"], "did you mean ndjson?"],
    [["--to", "csv"], "--to csv needs --fields"],
  ])("%j is refused", (args, message) => {
    expect(() => output(["run", ...args], Readable.from([]))).toThrow(UsageError);
    expect(() => output(["run", ...args], Readable.from([]))).toThrow(message);
  });
});

describe("run --to csv", () => {
  it("writes a table with a header, and in its last column what is wrong with a row", async () => {
    const records = [claim("A,1", "2021-03-02"), "oops", { id: 'say "B"', rule: "chongqing.premium", input: {} }];
    const out = await run(["--to", "csv", "--fields", "id,payable,benefit.parts"], records);
    expect(out).toBe(`\uFEFFid,payable,benefit.parts,error
"A,1",16250.00,"{""medical"":""16250.00""}",
,,,第 2 行：不是有效的 JSON
"say ""B""",,,第 3 行：“period”缺少这一项；“firstMonth”缺少这一项
`);
    const english = await run(["--to", "csv", "--fields", "id", "--locale", "en"], ["oops"]);
    expect(english).toBe("\uFEFFid,error\n,line 1: not valid JSON\n");
  });

  it("writes a formula back as a text, and a negative amount as it is", () => {
    const formulas = ["=cmd|' /C calc'!A0", "@SUM(A1)", "+1+2", "-1+2", "\t=1", "＝1"];
    expect(csvRow(formulas)).toBe("'=cmd|' /C calc'!A0,'@SUM(A1),'+1+2,'-1+2,'\t=1,'＝1\n");
    expect(csvRow(["-350.00", "+1", "1.5", "a=b"])).toBe("-350.00,+1,1.5,a=b\n");
    expect(csvRow(["\r=1", "\n=1"])).toBe(`"'\r=1","'\n=1"\n`);
  });

  it("writes what a reader of tables reads back: any text in any cell", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "'", "\n", "\r", " ", "=", "济"), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        const [row] = parse(csvRow(cells), { record_delimiter: "\n" });
        const inert = cells.map((each) => (/^[=\n\r]/.test(each) ? `'${each}` : each));
        expect(row).toEqual(inert);
      }),
    );
  });
});
