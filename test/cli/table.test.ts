import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import iconv from "iconv-lite";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catalogue } from "huimin-rules";
import { output } from "../../src/cli/command.js";
import { columnsIn } from "../../src/cli/columns.js";
import { atLastRow, firstRow, rowsIn, type Row } from "../../src/cli/csv.js";
import { blocksOf, longestLine, type Placed } from "../../src/cli/lines.js";
import { UsageError } from "../../src/cli/usage.js";

const folder = mkdtempSync(join(tmpdir(), "huimin-table-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

let told: string[];
beforeEach(() => {
  told = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => told.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** What a call writes, as bytes. */
async function run(args: readonly string[], input: string | Buffer = ""): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of output(["run", ...args], Readable.from([Buffer.from(input)])))
    pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
interface Answer {
  id?: string;
  ok: boolean;
  labels?: object;
  value?: Record<string, unknown>;
  error?: {
    line: number;
    issues: { code: string; path: unknown[]; column?: number; header?: string; meant?: string }[];
  };
}
const answersIn = (out: Buffer | string) =>
  out
    .toString()
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);
const answers = async (args: readonly string[], input: string | Buffer) =>
  answersIn(await run([...args, "--from", "csv"], input));

const header = "编号,险种,本次参保生效日,入院日期,是否住院,是否因疾病,是否经“一站式”结算,医保目录外自费费用全年累计";
const good = (id: string, total = "58000") => `${id},大病补充,2020-11-01,2021-03-02,是,是,是,${total}`;
const assess = "chongqing.assessClaim";

/** The rows of some bytes, which come in chunks cut at some places. */
async function rows(bytes: Buffer, cuts: readonly number[] = []): Promise<Placed<Row>[]> {
  const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
  const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
  const found: Placed<Row>[] = [];
  for await (const block of blocksOf(Readable.from(chunks.filter(({ length }) => length > 0)), atLastRow)) {
    for (const row of rowsIn(block)) found.push(row);
  }
  return found;
}

describe("the rows of a table", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", " ", "济", "😀"), maxLength: 5 });
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  it("are those that csv-parse reads, each at its line, however the bytes come", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom("\n", "\r\n"),
        fc.array(fc.nat(80)),
        async (table, end, cuts) => {
          const text = table.map((row) => row.map(quoted).join(",") + end).join("");
          const read: unknown = parse(text, { record_delimiter: end, relax_column_count: true, info: true });
          const theirs = read as { info: { lines: number }; record: string[] }[];
          const ours = await rows(Buffer.from(text), cuts);
          expect(ours.map(({ given }) => given)).toEqual(theirs.map(({ record }) => record));
          let line = 1;
          const lines = table.map((row) => {
            const at = line;
            line += 1 + row.join("").split("\n").length - 1;
            return at;
          });
          expect(ours.map((each) => each.line)).toEqual(lines);
        },
      ),
    );
  });

  it("however bad they are, are the same however the bytes come", async () => {
    const bad = fc.string({ unit: fc.constantFrom("a", ",", '"', '"', "\n", "\n", "\r", "\0"), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(bad, fc.array(fc.nat(40)), async (text, cuts) => {
        const bytes = Buffer.from(text);
        expect(await rows(bytes, cuts)).toEqual(await rows(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it("a last row needs no line end, and quotation marks may stand around any cell", async () => {
    expect((await rows(Buffer.from('a,"b"\r\n"",c'))).map(({ given }) => given)).toEqual([
      ["a", "b"],
      ["", "c"],
    ]);
    expect(await rows(Buffer.from(""))).toEqual([]);
  });

  it("a quotation mark that is never closed costs its own line, and a cell over more than the longest line too", async () => {
    const long = `x,"${"y\n".repeat(longestLine / 2)}"`;
    const text = `a,b\nc,"d\ne,f\n${long}\ng,h\n`;
    const found = await rows(Buffer.from(text), [5, 100, longestLine / 2, longestLine + 30]);
    const bad = found.filter(({ given }) => "unreadable" in given);
    expect(bad.map(({ line, given }) => [line, "column" in given ? given.column : undefined])).toEqual([
      [2, 2],
      [4, 2],
      [4 + longestLine / 2, 1],
    ]);
    expect(found.find(({ line }) => line === 3)?.given).toEqual(["e", "f"]);
    expect(found.at(-1)?.given).toEqual(["g", "h"]);
  });
});

describe("run --from csv", () => {
  it("reads a table headed by the names of the fields in Chinese, English, or by their paths", async () => {
    const english =
      "Id,Cover,Enrolment takes effect on,facts.occurredOn,facts.inpatient,facts.causedByIllness,facts.settledOneStop,loss.outOfCatalogueToDate,labels.area,承保机构";
    const chinese = await answers([assess], `${header},地区,承保机构\n${good("A-1")},渝北区,甲\n`);
    const names = columnsIn(header.split(","), catalogue[assess] as never).places;
    expect(names).toHaveLength(8);
    const [first] = chinese;
    expect(first).toMatchObject({
      id: "A-1",
      ok: true,
      labels: { area: "渝北区", insurer: "甲" },
      value: { payable: "16250.00" },
    });
    const row = "A-1,majorIllness,2020-11-01,2021-03-02,true,TRUE,是,58000,渝北区,甲";
    const enrolment = catalogue[assess]?.fields;
    const label =
      enrolment && "covers" in enrolment
        ? (enrolment.covers["majorIllness"]?.["facts"]?.shape as { fields: Record<string, { label: { en: string } }> })
            .fields["enrolledFrom"]?.label.en
        : undefined;
    const headed = english.replace("Enrolment takes effect on", label ?? "");
    expect(await answers([assess], `${headed}\n${row}\n`)).toEqual(chinese);
  });

  it("blank is not given, and each kind of cell is read strictly, with what was meant", async () => {
    const [open, bad] = await answers(
      [assess],
      `${header}\nA,大病补充,2020-11-01,,是,,是,13000\nB,大病补充,2020/11/1,2021-03-02,有,是, 是,"13,000"\n`,
    );
    expect(open).toMatchObject({
      ok: true,
      value: { payable: null, pending: "facts", eligibility: { missing: ["occurredOn", "causedByIllness"] } },
    });
    expect(bad?.error?.line).toBe(3);
    expect(
      bad?.error?.issues.map(({ column, header: name, path, meant }) => [column, name, path.join("."), meant]),
    ).toEqual([
      [3, "本次参保生效日", "facts.enrolledFrom", "2020-11-01"],
      [5, "是否住院", "facts.inpatient", "true"],
      [7, "是否经“一站式”结算", "facts.settledOneStop", "true"],
      [8, "医保目录外自费费用全年累计", "loss.outOfCatalogueToDate", "13000"],
    ]);
  });

  it("reads lists, whole numbers, words, readings and agreements by the same names", async () => {
    const roster = "参保月份,编号,对象类别,enrolled\n2020-11,P1,孤儿、特困人员,否\n";
    const [person] = await answers(["chongqing.enrolPerson"], roster);
    const own = catalogue["chongqing.enrolPerson"]?.safe({
      month: "2020-11",
      id: "P1",
      categories: ["orphan", "extremePoverty"],
      enrolled: false,
    });
    expect(person?.ok).toBe(own?.ok);
    expect(person?.value).toEqual(own?.ok ? JSON.parse(JSON.stringify(own.value)) : "refused");
    const accident = "death,disabilityGrade,readings.deathAfterDisability\n是,10,higher\n是,10,\n是,七级,\n";
    const [higher, usual, bad] = await answers(["chongqing.accidentBenefit"], accident);
    expect([higher?.value?.["amount"], usual?.value?.["amount"]]).toEqual(["3000.00", "5000.00"]);
    expect(bad?.error?.issues).toMatchObject([{ path: ["disabilityGrade"], column: 2, meant: "7" }]);
  });

  it("a column of another cover must be blank", async () => {
    const table = `${header},身故日期\n${good("A")},\n${good("B")},2021-03-02\n`;
    const [well, bad] = await answers([assess], table);
    expect(well?.ok).toBe(true);
    expect(bad).toMatchObject({
      id: "B",
      error: { line: 3, issues: [{ code: "UNKNOWN_FIELD", column: 9, header: "身故日期" }] },
    });
  });

  it("--columns maps headers that go by other names, or nowhere", async () => {
    const table = `流水号,备注,${header.split(",").slice(1).join()}\nA-1,随便,${good("").slice(1)}\n`;
    const map = file("map.json", JSON.stringify({ 流水号: "编号", 备注: null }));
    const [answer] = await answers([assess, "--columns", map], table);
    expect(answer).toMatchObject({ id: "A-1", ok: true, value: { payable: "16250.00" } });
    const wrong = file("wrong.json", JSON.stringify({ 流水: "编号", 备注: null }));
    await expect(run([assess, "--from", "csv", "--columns", wrong], table)).rejects.toThrow('did you mean "流水号"?');
    const bad = file("bad.json", '{"备注": 1}');
    expect(() => output(["run", assess, "--from", "csv", "--columns", bad], Readable.from([]))).toThrow(UsageError);
    expect(() => output(["run", assess, "--columns", map], Readable.from([]))).toThrow("--columns is for --from csv");
  });

  it.each([
    ["", "it has no header"],
    [`${header},编号`, 'columns 1 and 9 are both headed "编号"'],
    [`${header},id`, "columns 1 and 9 are both id"],
    [`${header},自费用`, 'column 9 "自费用" is no field of the rule'],
    [header.replace("是否住院", "是否住院治疗"), "did you mean facts.inpatient?"],
    [header.replace("险种,", ""), "the column cover (Cover) is required"],
    [`${header},"x`, "the header cannot be read"],
    [`${header},`, 'column 9 "" is no field of the rule'],
    ['{"id":1}', "it looks like JSON lines"],
  ])("a header with which no row can be read is one error: %j", async (first, message) => {
    const many = `${good("A")}\n`.repeat(1000);
    const table = first === "" ? "" : `${first}\n${many}`;
    await expect(run([assess, "--from", "csv"], table)).rejects.toThrow(UsageError);
    await expect(run([assess, "--from", "csv"], table)).rejects.toThrow(message);
  });

  it("a name that two fields share is no header", async () => {
    await expect(run(["zhumadian.checkTargets", "--from", "csv"], "应赔付件数\n1\n")).rejects.toThrow(
      "may be payments.threeDays.due、payments.sevenDays.due、payments.tenDays.due、payments.nextDay.due: write which",
    );
  });

  it("a rule that takes lists of groups has no table", () => {
    expect(() => output(["run", "chongqing.assessPerson", "--from", "csv"], Readable.from([]))).toThrow("is a list");
    expect(() => output(["run", "--from", "csv"], Readable.from([]))).toThrow("huimin run RULE --from csv");
    expect(() => output(["template", "chongqing.assessPerson"], Readable.from([]))).toThrow("is a list");
  });
});

describe("huimin template", () => {
  const templateOf = (...args: string[]) =>
    [...(output(["template", ...args], Readable.from([])) as Iterable<Buffer>)].join("");
  const flat = Object.values(catalogue).flatMap((rule) => {
    try {
      return [[rule.id, templateOf(rule.id), templateOf(rule.id, "--locale", "en")] as const];
    } catch {
      return [];
    }
  });

  it("of every rule that has one, in both languages, is a header that the rule takes", () => {
    expect(flat.length).toBeGreaterThan(40);
    for (const [id, ...templates] of flat) {
      for (const template of templates) {
        const { row } = firstRow({ line: 1, bytes: Buffer.from(template.slice(1)) });
        expect(() => columnsIn(row, catalogue[id] as never), `${id}: ${template}`).not.toThrow();
      }
    }
  });

  it("of one cover is a table of that cover, by the names of its fields", () => {
    expect(templateOf(assess, "majorIllness")).toBe(
      "\uFEFF编号,险种,本次参保生效日,入院日期,是否住院,是否因疾病,是否经“一站式”结算,出院日期,是否参保,医保目录外自费费用全年累计,其中已赔付,首次收到索赔请求及材料之日,补充材料通知到达索赔人之日,收到补充材料之日,就金额达成协议之日,作出核定之日,地区,承保机构,月份,人员类别\n",
    );
    expect(() => templateOf(assess, "majorIlness")).toThrow("did you mean majorIllness?");
    expect(() => templateOf("chongqing.premium", "x")).toThrow(UsageError);
  });
});

describe("--encoding", () => {
  const table = `${header}\n${good("济-1")}\n${good("济-2", "x")}\n`;
  const written = ["--from", "csv", "--to", "csv", "--fields", "id,payable"];

  it.each(["gbk", "gb18030", "utf-16"])("%s is read and written, to the same answers", async (encoding) => {
    const plain = (await run([assess, ...written], table)).toString();
    expect(plain).toContain("济-1,16250.00,\n");
    const out = await run([assess, ...written, "--encoding", encoding], iconv.encode(table, encoding));
    expect(iconv.decode(out, encoding)).toBe(plain.slice(1));
    const json = await run([assess, "--from", "csv", "--encoding", encoding], iconv.encode(table, encoding));
    expect(iconv.decode(json, encoding)).toBe((await run([assess, "--from", "csv"], table)).toString());
  });

  it("bytes that are not of the encoding spoil their own row, at their column", async () => {
    const bytes = iconv.encode(`${header}\n${good("一")}\n${good("二")}\n${good("三")}\n`, "gbk");
    const at = bytes.indexOf(iconv.encode("二", "gbk"));
    bytes[at] = 0xff;
    const out = answersIn(iconv.decode(await run([assess, "--from", "csv", "--encoding", "gbk"], bytes), "gbk"));
    expect(out.map(({ id, ok }) => [id, ok])).toEqual([
      ["一", true],
      [undefined, false],
      ["三", true],
    ]);
    expect(out[1]?.error).toMatchObject({ line: 3, issues: [{ code: "UNREADABLE", column: 1, header: "编号" }] });
    const lines = Buffer.concat([
      iconv.encode('{"id":"一"}\n{"id":"', "gbk"),
      Buffer.from([0xff]),
      Buffer.from('"}\n'),
    ]);
    const broken = iconv.decode(await run(["--encoding", "gbk"], lines), "gbk");
    expect(broken.split("\n")[1]).toContain("含有无法识别的字节");
  });

  it("what GBK has not is refused and never lost", async () => {
    const rare = `${header}\n${good("𠮷")}\n`;
    const gb18030 = await run([assess, ...written, "--encoding", "gb18030"], iconv.encode(rare, "gb18030"));
    expect(iconv.decode(gb18030, "gb18030")).toContain("𠮷,16250.00,\n");
    const { encoded } = await import("../../src/cli/encoding.js");
    expect(() => encoded("万𠮷", "gbk")).toThrow('GBK has no "𠮷": use --encoding gb18030');
    expect(encoded("万", "gbk")).toEqual(iconv.encode("万", "gbk"));
  });

  it("a table or record in another encoding than was said is one error", async () => {
    const rowsInGbk = iconv.encode(`id,cover\n${"甲,大病补充\n".repeat(20)}`, "gbk");
    await expect(run([assess, "--from", "csv"], rowsInGbk)).rejects.toThrow("if it is GBK, add --encoding gbk");
    await expect(run([assess, "--from", "csv"], iconv.encode(table, "gbk"))).rejects.toThrow("--encoding gbk");
    await expect(run([assess, "--from", "csv"], iconv.encode(table, "utf-16"))).rejects.toThrow("--encoding utf-16");
    expect(() => output(["run", "--encoding", "GBK"], Readable.from([]))).toThrow("did you mean gbk?");
  });
});

describe("a file that is not what was said is one error", () => {
  it.each([
    ["a table", `${header}\n${good("A")}\n${good("B")}\n`, "add --from csv"],
    ["a workbook", "PK\u0003\u0004...", "save it as CSV"],
    ["a gzip file", gzipSync("x"), "a gzip file"],
    ["a JSON document", '[\n{"id":1},\n{"id":2}\n]\n', "one JSON document"],
    ["a JSON list", '[{"id":1},\n{"id":2}]\n', "one JSON document"],
    ["a PDF", "%PDF-1.4\n", "a PDF file"],
  ])("%s for JSON lines", async (_, content, message) => {
    await expect(run([], content)).rejects.toThrow(message);
    await expect(run([], content)).rejects.toThrow(UsageError);
  });

  it("bad lines by themselves are not", async () => {
    for (const bad of ["", "\\N\n\\N\n", "rule,x\n", "[1]\n[2]\n", "42\n43\n", "null\n", `{"a"\n{"b"\n`]) {
      const out = answersIn(await run([], bad));
      expect(out.every(({ ok }) => !ok)).toBe(true);
    }
  });
});

describe("files", () => {
  const table = `${header}\n${Array.from({ length: 2000 }, (_, id) => `${good(String(id))}\n`).join("")}`;

  it("say their form by their names, and .gz is unpacked and packed", async () => {
    const input = file("claims.csv.gz", gzipSync(table));
    const out = join(folder, "answers.csv.gz");
    expect(await run([assess, "--in", input, "--out", out, "--fields", "id,payable"])).toEqual(Buffer.alloc(0));
    const plain = await run([assess, "--from", "csv", "--to", "csv", "--fields", "id,payable"], table);
    expect(gunzipSync(readFileSync(out)).equals(plain)).toBe(true);
    const lines = join(folder, "answers.ndjson");
    await run([assess, "--in", input, "--out", lines]);
    expect(readFileSync(lines).equals(await run([assess, "--from", "csv"], table))).toBe(true);
  });

  it("of one that was cut, what can be read is answered, and then it is one error", async () => {
    const whole = gzipSync(table);
    const input = file("cut.csv.gz", whole.subarray(0, whole.length - 200));
    const out = join(folder, "cut.ndjson");
    await expect(run([assess, "--in", input, "--out", out])).rejects.toThrow("is cut or damaged");
    const all = (await run([assess, "--from", "csv"], table)).toString().split("\n");
    const some = readFileSync(out, "utf8").split("\n").slice(0, -1);
    expect(some.length).toBeGreaterThan(500);
    expect(some).toEqual(all.slice(0, some.length));
    expect(told.join("")).toContain(`记录 ${some.length} 条：成功 ${some.length}，有误 0`);
  });
});

describe("hostile tables", () => {
  it("each bad row is one error at its place, and everything else is answered", async () => {
    const bad: readonly (readonly [row: string | Buffer, code: string, column?: number])[] = [
      ["", "UNREADABLE"],
      [good("x").replace("58000", '"58000'), "UNREADABLE", 8],
      [good('"x'), "UNREADABLE", 1],
      [good('x"y'), "UNREADABLE", 1],
      [good("x").replace("58000", '58000"'), "UNREADABLE", 8],
      [good('"x"y'), "UNREADABLE", 1],
      [good("x\0y"), "UNREADABLE", 1],
      [good("x\ry"), "UNREADABLE", 1],
      [Buffer.from([0xff, 0x2c]), "UNREADABLE", 1],
      [",".repeat(1_000_000), "UNREADABLE"],
      [`${good("x")},y`, "UNREADABLE"],
      [good("x").slice(0, -6), "UNREADABLE"],
      ["x".repeat(2 * longestLine), "UNREADABLE"],
      [good("=cmd|' /C calc'!A0", "=1+1"), "INVALID_AMOUNT", 8],
      [good("x").replace("大病补充", "__proto__"), "UNKNOWN_CHOICE", 2],
      [good("x").replace("2021-03-02", "constructor"), "INVALID_DAY", 4],
    ];
    const ends = ["\n", "\r\n"];
    const table = Buffer.concat([
      Buffer.from(`\uFEFF${header}\r\n`),
      ...bad.flatMap(([row], index) => {
        const end = ends[index % 2] ?? "";
        return [Buffer.from(row), Buffer.from(`${end}${good(`"${index}"`)}${ends[(index + 1) % 2] ?? ""}`)];
      }),
    ]);
    const out = await answers([assess], table);
    expect(out.map(({ id, ok }) => (ok ? id : "bad"))).toEqual(bad.flatMap((_, index) => ["bad", String(index)]));
    const seen = out
      .filter(({ ok }) => !ok)
      .map(({ error }) => [error?.line, ...(error?.issues.map(({ code, column }) => [code, column]) ?? [])]);
    expect(seen).toEqual(bad.map(([, code, column], index) => [2 + 2 * index, [code, column]]));
    expect(out.filter(({ ok }) => ok).every(({ value }) => value?.["payable"] === "16250.00")).toBe(true);
  });

  it("a million columns in the header are one error", async () => {
    await expect(run([assess, "--from", "csv"], `${"a,".repeat(500_000)}\n${good("A")}\n`)).rejects.toThrow(
      "the header has 500001 columns",
    );
    await expect(run([assess, "--from", "csv"], `${"a,".repeat(1_000_000)}\n`)).rejects.toThrow(
      "header cannot be read",
    );
  });
});
