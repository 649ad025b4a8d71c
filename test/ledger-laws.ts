import fc, { type Arbitrary } from "fast-check";
import { expect } from "vitest";
import { explain, recompute, revive, type Json, type Ledger } from "huimin-rules";
import { law } from "./law.js";

interface AnyRow {
  readonly id: string;
  readonly paid?: unknown;
  readonly withdrawn?: boolean | undefined;
}

const inFen = (value: { readonly fen: number } | null | undefined) => value?.fen ?? 0;
const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

/** The rows of a year, each with its id, what was paid for it, and whether it was withdrawn. */
export const rowsOf = <R extends object>(row: Arbitrary<R>, most = 8) =>
  fc
    .array(
      fc.record({
        row,
        paid: fc.integer({ min: 0, max: 2_000_000 }).map((each) => (each / 100).toFixed(2)),
        withdrawn: fc.constantFrom(false, false, false, true),
      }),
      { maxLength: most },
    )
    .map((rows) => rows.map(({ row: each, ...rest }, index) => ({ ...each, ...rest, id: `r${index}` })));

/** What holds for every programme's ledger, whatever its rules. */
export function ledgerLaws<R extends AnyRow, L extends Ledger, Readings>(
  rule: Parameters<typeof revive<L>>[0],
  assess: (rows: readonly R[], readings: Readings) => L,
  anyRows: Arbitrary<R[]>,
  anyReadings: Arbitrary<Readings>,
): void {
  law("the order of rows never matters", [anyRows, anyReadings, fc.integer()], (rows, readings, seed) => {
    const [shuffled = rows] = fc.sample(fc.shuffledSubarray(rows, { minLength: rows.length }), { numRuns: 1, seed });
    expect(JSON.stringify(assess(shuffled, readings))).toBe(JSON.stringify(assess(rows, readings)));
  });

  law(
    "used and left make the limit; what is due or overpaid is the difference; sums are over settled rows",
    [anyRows, anyReadings],
    (rows, readings) => {
      const result = assess(rows, readings);
      for (const { used, left, limit } of result.accounts) {
        expect(used.plus(left).fen).toBe(limit.fen);
        expect(used.fen).toBeGreaterThanOrEqual(0);
      }
      for (const { entitled, paid, due, overpaid, withdrawn } of result.entries) {
        if (entitled === null) expect([due, overpaid]).toEqual([null, null]);
        else {
          const short = entitled.fen - paid.fen;
          expect([inFen(due), inFen(overpaid)]).toEqual([Math.max(short, 0), Math.max(-short, 0)]);
          expect(entitled.fen).toBeGreaterThanOrEqual(0);
        }
        if (withdrawn) expect([inFen(entitled), inFen(overpaid)]).toEqual([0, paid.fen]);
      }
      const settled = result.entries.filter(({ entitled }) => entitled !== null);
      for (const part of ["entitled", "due", "overpaid"] as const) {
        expect(result[part].fen).toBe(sum(settled.map((entry) => inFen(entry[part]))));
      }
      expect(result.paid.fen).toBe(sum(result.entries.map(({ paid }) => paid.fen)));
      expect(result.pending).toEqual(result.entries.filter(({ entitled }) => entitled === null).map(({ id }) => id));
    },
  );

  law("paying what is due and replaying leaves nothing due", [anyRows, anyReadings], (rows, readings) => {
    const { entries } = assess(rows, readings);
    const paid = rows.map((row) => ({ ...row, paid: entries.find(({ id }) => id === row.id)?.entitled ?? "0" }));
    const again = assess(paid, readings);
    expect([again.due.fen, again.overpaid.fen]).toEqual([0, 0]);
    expect(again.entries.map(({ entitled }) => inFen(entitled))).toEqual(
      entries.map(({ entitled }) => inFen(entitled)),
    );
  });

  law("a withdrawn row counts for nothing", [anyRows, anyReadings], (rows, readings) => {
    const [first, ...others] = rows;
    if (first === undefined) return;
    const withdrawn = assess([{ ...first, withdrawn: true }, ...others], readings);
    const without = assess(others, readings);
    expect(JSON.stringify(withdrawn.accounts)).toBe(JSON.stringify(without.accounts));
    expect(JSON.stringify(withdrawn.entries.filter(({ id }) => id !== first.id))).toBe(JSON.stringify(without.entries));
  });

  law(
    "a year comes back from JSON as it was, every line replays, and it can be read",
    [anyRows, anyReadings],
    (rows, readings) => {
      const result = assess(rows, readings);
      expect(revive(rule, JSON.parse(JSON.stringify(result)) as Json<L>)).toEqual(result);
      for (const { assessment } of result.entries) {
        for (const line of assessment.benefit?.lines ?? []) expect(recompute(line).fen).toBe(line.amount.fen);
      }
      for (const locale of ["zh", "en"] as const) expect(explain(result, { locale })).not.toMatch(/undefined|null/);
    },
  );
}
