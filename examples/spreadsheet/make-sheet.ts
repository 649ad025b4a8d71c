// Writes claims.xlsx from claims.csv: dates as date cells, amounts as numbers, and a second sheet with the formulas to enter.
// Usage: npx tsx examples/spreadsheet/make-sheet.ts
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import writeExcelFile, { type Cell } from "write-excel-file/node";

const here = new URL("./", import.meta.url);

/** The rows of claims.csv, its heading first. */
export const claims: readonly (readonly string[])[] = readFileSync(new URL("claims.csv", here), "utf8")
  .replace("\uFEFF", "")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(","));

/** The formulas that give the last three columns: where to enter them, and what a clerk writes in Excel and WPS. */
export const formulas = [
  ["J2", "=HUIMIN.CQ_ASSESS_MAJOR_ILLNESS(B2:B9, C2:C9, D2:D9, E2:E9, F2:F9, , , G2:G9, H2:H9)"],
  ["K2", "=HUIMIN.CQ_REASON_MAJOR_ILLNESS(B2:B9, C2:C9, D2:D9, E2:E9, F2:F9, , , G2:G9, H2:H9)"],
  ["L2", "=HUIMIN.CQ_DUE_ASSESS(I2:I9)"],
] as const;

const dayInMilliseconds = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

function cell(text: string, column: number): Cell {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (day?.toISOString().startsWith(text)) {
    return { type: Number, value: (day.getTime() - epoch) / dayInMilliseconds, format: "yyyy-mm-dd" };
  }
  const isAmount = [6, 7, 9].includes(column) && /^\d+(\.\d+)?$/.test(text);
  return isAmount ? { type: Number, value: Number(text), format: "#,##0.00" } : { type: String, value: text };
}

const heading = (texts: readonly string[]): Cell[] => texts.map((value) => ({ value, fontWeight: "bold" }));

const last = claims.length;
const empty = (count: number): Cell[] => Array.from({ length: count }, () => null);
/** Below the claims: how many there are, how many are in error, and what the others come to. */
const controls: Cell[][] = [
  [
    { value: "合计", fontWeight: "bold" },
    ...empty(8),
    { type: "Formula", value: `=SUM(J2:J${last})`, format: "#,##0.00", fontWeight: "bold" },
    { type: "Formula", value: `=COUNTA(A2:A${last})&" 件，"&COUNTIF(J2:J${last},"错误*")&" 件有误"` },
  ],
];

/** The file: the claims with the results to expect, and the formulas. */
export async function claimsSheet(): Promise<Buffer> {
  const [titles = [], ...rows] = claims;
  const file = writeExcelFile([
    {
      sheet: "理赔",
      data: [heading(titles), ...rows.map((row) => row.map(cell)), ...controls],
      columns: titles.map(() => ({ width: 18 })),
    },
    {
      sheet: "公式",
      data: [
        heading(["单元格 Cell", "Excel、WPS", "Google Sheets"]),
        ...formulas.map(([place, formula]) =>
          [place, formula, formula.replace("HUIMIN.", "")].map((value) => ({ type: String, value })),
        ),
      ],
      columns: [{ width: 12 }, { width: 80 }, { width: 80 }],
    },
  ]);
  return file.toBuffer();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL("claims.xlsx", here), await claimsSheet());
