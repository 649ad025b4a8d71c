// Writes claims.xlsx from claims.csv: one page with lists to choose from, dates as dates, amounts as numbers, control totals,
// and notes that say what to enter. Usage: npx tsx examples/spreadsheet/make-sheet.ts
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ExcelJS, { type Cell, type PaperSize } from "exceljs";
import { unzipSync, zipSync } from "fflate";

const here = new URL("./", import.meta.url);

/** The rows of claims.csv, its heading first. */
export const claims: readonly (readonly string[])[] = readFileSync(new URL("claims.csv", here), "utf8")
  .replace("\uFEFF", "")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(","));

/** The row of the headings, and those of the claims. */
export const headingRow = 4;
const first = headingRow + 1;
const last = headingRow + claims.length - 1;
const column = (letter: string) => `${letter}${first}:${letter}${last}`;
const facts = ["B", "C", "D", "E", "F"].map(column).join(", ");
const amounts = ["G", "H"].map(column).join(", ");

/** The formulas that give the last three columns: where to enter them, and what a clerk writes in Excel and WPS. */
export const formulas = [
  [`J${first}`, `=HUIMIN.CQ_ASSESS_MAJOR_ILLNESS(${facts}, , , ${amounts})`],
  [`K${first}`, `=HUIMIN.CQ_REASON_MAJOR_ILLNESS(${facts}, , , ${amounts})`],
  [`L${first}`, `=HUIMIN.CQ_DUE_ASSESS(${column("I")})`],
] as const;

const dayInMilliseconds = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);
const money = "#,##0.00";

function fillIn(cell: Cell, text: string): void {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  const isAmount = "GHJ".includes(cell.address.charAt(0));
  if (day?.toISOString().startsWith(text)) {
    cell.value = (day.getTime() - epoch) / dayInMilliseconds;
    cell.numFmt = "yyyy-mm-dd";
  } else if (isAmount && /^\d+(\.\d+)?$/.test(text)) cell.value = Number(text);
  else cell.value = text === "" ? null : text;
  if (isAmount) cell.numFmt = money;
}

const shade = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;
const [heading, toFillIn, result] = ["FFE3EDF7", "FFFFF8E1", "FFF1F8E9"];
const thin = { style: "thin", color: { argb: "FFBDBDBD" } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };

/** What is said below the claims: what to enter, and what the rows show. */
const notes = [
  "怎样用：先清空 J、K、L 三列，再在下列单元格输入公式（Google 表格去掉 HUIMIN.，其余相同），结果自动填满各行，应与原来的一致。",
  ...formulas.map(([place, formula]) => `${place}   ${formula}`),
  "S2 已赔付过一部分；S4 出险在参保之前；S5 有一项事实没有填；S6 的日期和金额有误；空行不出结果；S8 不是一站式结算。",
  "黄色可以填写，绿色由公式给出。应赔付只有理赔资格为“符合”且金额已知时才有数；错误的代号见 README。",
];

/** The same claims make the same file. */
const everyTime = new Date(2020, 0, 1);

/** The types declare an enumeration that the package does not have at run time. */
const a4 = 9 as unknown as PaperSize;

/** The file: one page. */
export async function claimsSheet(): Promise<Buffer> {
  const [titles = [], ...rows] = claims;
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: "huimin-rules", created: everyTime, modified: everyTime });
  const sheet = workbook.addWorksheet("理赔", {
    views: [{ state: "frozen", ySplit: headingRow, xSplit: 1 }],
    pageSetup: { paperSize: a4, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
  });
  sheet.columns = [8, 12, 13, 9, 9, 10, 14, 12, 13, 13, 30, 12].map((width) => ({ width }));
  const wide = (row: number) => sheet.mergeCells(row, 1, row, titles.length);

  sheet.getCell("A1").value = "重庆大病补充理赔（样表）";
  sheet.getCell("A1").font = { bold: true, size: 16 };
  sheet.getCell("A2").value = "用 HUIMIN 函数逐笔计算应赔付、资格和核定期限；人名、编号均为虚构。";
  [1, 2].forEach(wide);

  titles.forEach((title, at) => {
    const cell = sheet.getCell(headingRow, at + 1);
    cell.value = title;
    cell.style = {
      font: { bold: true },
      fill: shade(heading),
      border,
      alignment: { wrapText: true, vertical: "middle", horizontal: "center" },
    };
  });
  sheet.getRow(headingRow).height = 46;

  rows.forEach((row, index) => {
    const isResult = (at: number) => at >= row.length - 3;
    row.forEach((text, at) => {
      const cell = sheet.getCell(first + index, at + 1);
      cell.style = {
        fill: shade(isResult(at) ? result : toFillIn),
        border,
        alignment: { wrapText: true, vertical: "middle" },
      };
      fillIn(cell, text);
    });
    for (const letter of "DEF") {
      sheet.getCell(`${letter}${first + index}`).dataValidation = {
        type: "list",
        formulae: ['"是,否"'],
        allowBlank: true,
        // The functions also take what people write instead (有, √, TRUE).
        showErrorMessage: true,
        errorStyle: "warning",
        errorTitle: "是或否",
        error: "请选 是 或 否；不清楚的留空",
      };
    }
  });

  const counted = (word: string) => `COUNTIF(${column("K")},"${word}*")`;
  const controls: readonly (readonly [string, string, string, string?])[] = [
    ["A", "合计", `COUNTA(${column("A")})&" 件"`],
    ["I", "应赔付合计", `SUM(${column("J")})`, money],
    ["I", "其中符合的", `SUMIF(${column("K")},"符合*",${column("J")})`, money],
    [
      "I",
      "核对",
      `IF(AND(J${last + 1}=J${last + 2},${counted("错误")}=0),"一致",${counted("错误")}&" 件有误，合计不全")`,
    ],
  ];
  let control = last;
  controls.forEach(([letter, label, formula, format]) => {
    if (letter === "I") control += 1;
    const row = letter === "A" ? last + 1 : control;
    const next = letter === "A" ? "B" : "J";
    Object.assign(sheet.getCell(`${letter}${row}`), { value: label, font: { bold: true } });
    Object.assign(sheet.getCell(`${next}${row}`), {
      value: { formula },
      font: { bold: true },
      ...(format && { numFmt: format }),
    });
  });
  Object.assign(sheet.getCell(`K${last + 1}`), {
    value: {
      formula: `${counted("符合")}&" 件符合，"&${counted("不符合")}&" 件不符合，"&${counted("待查明")}&" 件待查明，"&${counted("错误")}&" 件有误"`,
    },
    alignment: { wrapText: true, vertical: "middle" },
  });
  sheet.mergeCells(`K${last + 1}:L${last + 1}`);
  sheet.getRow(last + 1).height = 32;

  notes.forEach((note, index) => {
    const row = last + 5 + index;
    sheet.getCell(row, 1).value = note;
    sheet.getCell(row, 1).alignment = { wrapText: true, vertical: "middle" };
    wide(row);
    sheet.getRow(row).height = 20;
  });

  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return Buffer.from(zipSync(parts, { mtime: everyTime }));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL("claims.xlsx", here), await claimsSheet());
