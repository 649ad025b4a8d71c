import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { claims, claimsSheet, formulas } from "../../examples/spreadsheet/make-sheet.js";
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
    const results = formulas.map(([, formula]) =>
      shown(cells.map((row, index) => (index === 1 ? [...row, formula] : row)))
        .slice(1)
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
});
