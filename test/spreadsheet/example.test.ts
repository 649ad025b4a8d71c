import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import type { RawCellContent } from "hyperformula";
import { describe, expect, it } from "vitest";
import { claims, claimsSheet, formulas, headingRow } from "../../examples/spreadsheet/make-sheet.js";
import { shown } from "./sheet.js";

const folder = new URL("../../examples/spreadsheet/", import.meta.url);
const serial = (day: string) => Date.parse(day) / 86_400_000 + 25_569;

/** The checksums of a zip's entries by name, from its central directory. */
function entriesOf(zip: Buffer): Map<string, number> {
  const entries = new Map<string, number>();
  for (let at = zip.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 4, "latin1")) {
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString("utf8");
    if (name.startsWith("xl/")) entries.set(name, zip.readUInt32LE(at + 16));
  }
  return entries;
}

describe("the sample sheet", () => {
  it("shows beside its formulas, in a real engine, the results that stand in it", () => {
    const expected = claims.slice(1).map((row) => row.slice(-3));
    // Text stays text, so that the engine does not read dates by its own settings; amounts are numbers, as a sheet has them.
    const cells = claims.map((row) =>
      row.slice(0, -3).map((text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text === "" ? null : `'${text}`)),
    );
    const above = Array.from({ length: headingRow - 1 }, () => []);
    const results = formulas.map(([, formula]) =>
      shown([...above, ...cells.map((row, index) => (index === 1 ? [...row, formula] : row))])
        .slice(headingRow)
        .map((row) => row[9]),
    );
    expected.forEach(([amount, eligibility, due], row) => {
      const [got, outcome, day] = results.map((column) => column[row]);
      const failed = { error: expect.stringMatching(/^E\d\d /) as string };
      expect(got).toEqual(amount === "错误" ? failed : amount === "" ? "" : Number(amount));
      if (eligibility === "错误") expect(outcome).toEqual(failed);
      else expect(String(outcome).split("；")[0]).toBe(eligibility);
      expect(day).toBe(due === "" ? "" : serial(due as string));
    });
  });

  it("claims.xlsx has what claims.csv has", async () => {
    const entries = entriesOf(await claimsSheet());
    expect(entries.size).toBeGreaterThan(4);
    expect(entriesOf(readFileSync(new URL("claims.xlsx", folder)))).toEqual(entries);
  });

  it("is one page, offers 是 and 否 where they are wanted, and says what to enter", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(fileURLToPath(new URL("claims.xlsx", folder)));
    expect(workbook.worksheets).toHaveLength(1);
    const [sheet] = workbook.worksheets as [ExcelJS.Worksheet];
    expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 1 });
    const [titles = [], ...rows] = claims;
    rows.forEach((row, index) =>
      row.forEach((_, at) => {
        const wanted = titles[at]?.startsWith("是否") ? ['"是,否"'] : undefined;
        const { dataValidation } = sheet.getCell(headingRow + 1 + index, at + 1) as {
          dataValidation?: { formulae: string[] };
        };
        expect(dataValidation?.formulae).toEqual(wanted);
      }),
    );
    const said = sheet.getColumn(1).values.map(String);
    for (const [place, formula] of formulas) expect(said).toContain(`${place}   ${formula}`);
  });

  it("its totals count and add up what stands above them, and say that an error is not in them", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(fileURLToPath(new URL("claims.xlsx", folder)));
    const rows: RawCellContent[][] = [];
    workbook.worksheets[0]?.eachRow({ includeEmpty: true }, (row) =>
      rows.push(
        Array.from({ length: 12 }, (_, at) => {
          const { value } = row.getCell(at + 1);
          const formula = typeof value === "object" && value !== null && "formula" in value ? value.formula : undefined;
          return formula === undefined ? (value as RawCellContent) : `=${formula}`;
        }),
      ),
    );
    const total = headingRow + claims.length - 1;
    const paid = claims.map((row) => Number(row[9])).filter((amount) => amount > 0);
    const sum = paid.reduce((one, other) => one + other, 0);
    const [counts, covered, check] = shown(rows).slice(total) as [unknown[], unknown[], unknown[]];
    expect([counts[1], counts[9], covered[9]]).toEqual(["7 件", sum, sum]);
    expect(counts[10]).toBe("3 件符合，2 件不符合，1 件待查明，1 件有误");
    expect(check[9]).toBe("1 件有误，合计不全");
    const mended = rows.map((row) => row.map((value) => (value === "错误" ? null : value)));
    expect(shown(mended)[total + 2]?.[9]).toBe("一致");
  });
});
