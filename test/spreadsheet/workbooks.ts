// Recalculates the workbooks in LibreOffice and in HyperFormula: every worked case, and random cases of each programme, must come to
// what the library says. Usage: npm run workbooks [-- cases a programme]
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { parametersSheet, type Value } from "../../src/spreadsheet/workbook/parameters.js";
import { workdaysSheet } from "../../src/spreadsheet/workbook/workdays.js";
import { workbookOf } from "../../src/spreadsheet/workbook/build.js";
import type { Vector } from "../../src/spreadsheet/workbook/cases.js";
import {
  books,
  casesOf,
  favourable,
  parameterRows,
  rowsOf,
  ruled,
  shownIn,
  shownOf,
  tidied,
  workdayRows,
  type Given,
} from "./books.js";

const perProgramme = Number(process.argv[2] ?? 5000);
const folder = mkdtempSync(join(tmpdir(), "huimin-books-"));
const pictures = "test/spreadsheet/pictures";
const version = "0.0.0";
let differing = 0;

/** How many pages a PDF has; what does not fit its cell is reported. */
function pagesOf(name: string, pdf: string): number {
  if (execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).includes("###"))
    report(name, "### on a printed page");
  return Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [pdf], { encoding: "utf8" }))?.[1]);
}

/** What LibreOffice makes of a workbook. */
async function recalculated(name: string, bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, bytes);
  convert(file, "xlsx");
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, "out", `${name}.xlsx`));
  return workbook;
}

/** A workbook as it prints. */
function printed(name: string, bytes: Uint8Array): string {
  const file = join(folder, `${name}-print.xlsx`);
  writeFileSync(file, bytes);
  convert(file, "pdf");
  return join(folder, "out", `${name}-print.pdf`);
}

function convert(file: string, to: "pdf" | "xlsx"): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", join(folder, "out"), file], {
    stdio: "ignore",
  });
}

const valueOf = (cell: ExcelJS.Cell): unknown =>
  (cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value) ?? "";

function report(where: string, problem: string): void {
  differing += 1;
  if (differing <= 20) console.error(`${where}: ${problem}`);
}

try {
  const sample = printed("sample", readFileSync("examples/spreadsheet/claims.xlsx"));
  const samplePages = pagesOf("sample", sample);
  if (samplePages !== 1) report("sample", `${samplePages} printed pages`);
  mkdirSync(pictures, { recursive: true });
  execFileSync("pdftoppm", ["-r", "70", "-png", sample, join(pictures, "sample")]);

  for (const book of books) {
    const { id } = book.policy;
    const vectors = readdirSync("test/vectors")
      .filter((name) => name === `${id}.json`)
      .flatMap((name) => JSON.parse(readFileSync(join("test/vectors", name), "utf8")) as Vector[]);

    // The workbook itself: its own cases, one beside the other, and no error anywhere.
    const own = await recalculated(id, await workbookOf(book, vectors, version, false));
    let same = 0;
    own.getWorksheet("自检")?.eachRow((row, number) => {
      const said = valueOf(row.getCell(4));
      if (said === "一致") same += 1;
      else if (said === "不一致") report(`${id} 自检 ${number}`, String(valueOf(row.getCell(1))));
    });
    for (const sheet of own.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const value = valueOf(cell);
          if (typeof value === "object" && value !== null && "error" in value)
            report(`${id} ${sheet.name} ${cell.address}`, JSON.stringify(value));
        }),
      );
    }

    // As it prints: nothing that does not fit its cell, few pages, and pictures of it for whoever looks.
    const pdf = printed(id, await workbookOf(book, vectors, version));
    const pages = pagesOf(id, pdf);
    if (pages > book.covers.length + 20) report(id, `${pages} printed pages`);
    execFileSync("pdftoppm", ["-r", "70", "-l", "8", "-png", pdf, join(pictures, id)]);

    // Random cases, a row each, a sheet a cover.
    const each = Math.ceil(perProgramme / book.covers.length);
    const workbook = new ExcelJS.Workbook();
    const add = (name: string, content: readonly (readonly unknown[])[]) => {
      const sheet = workbook.addWorksheet(name);
      content.forEach((row, at) =>
        row.forEach((value, column) => {
          if (value === null || value === undefined) return;
          const formula = typeof value === "string" && value.startsWith("=") ? value.slice(1) : undefined;
          sheet.getCell(at + 1, column + 1).value = (formula === undefined ? value : { formula }) as Value;
        }),
      );
    };
    add(parametersSheet, parameterRows(book));
    add(workdaysSheet, workdayRows());
    const sampled = book.covers.map((cover) => {
      const tidy = tidied[`${id}.${cover.cover}`] ?? ((given: Given) => given);
      const given = fc
        .sample(casesOf(book, cover, favourable[id]), each)
        .map((one, index) => (index % 4 === 0 ? one : tidy(one)));
      const { rows, cells } = rowsOf(book, cover, given);
      add(cover.cover, rows);
      return { cover, given, cells };
    });
    const calculated = await recalculated(`${id}-random`, new Uint8Array(await workbook.xlsx.writeBuffer()));
    let cases = 0;
    for (const { cover, given, cells } of sampled) {
      const sheet = calculated.getWorksheet(cover.cover);
      const engines = {
        LibreOffice: shownOf(cells, (cell) => (sheet === undefined ? undefined : valueOf(sheet.getCell(cell)))),
        HyperFormula: shownIn(book, cover, given),
      };
      given.forEach((one, index) => {
        const { missing: lacking, ...expected } = ruled(book, cover, one);
        for (const [engine, shown] of Object.entries(engines)) {
          const { outcome, payable, overpaid, missing } = shown[index] as (typeof shown)[number];
          const names = lacking === null ? null : String(missing).split("；").filter(Boolean).sort();
          const is = JSON.stringify({ outcome, payable, overpaid, missing: names });
          const be = JSON.stringify({ ...expected, missing: lacking });
          if (is !== be) report(`${engine} ${id}.${cover.cover}`, `${is}, not ${be}, of ${JSON.stringify(one)}`);
        }
      });
      cases += given.length;
    }
    console.log(`${id}: ${same} worked cases, ${cases} random cases in two engines`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${differing} differences`);
if (differing > 0) process.exitCode = 1;
