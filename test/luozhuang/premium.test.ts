import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, fen, luozhuang, yuan } from "huimin-rules";
import { law } from "../law.js";

const { policy, premium, premiumDue } = luozhuang;

describe("三 premium", () => {
  it.each([
    [{ line: "accident", persons: 12345, standard: "10" }, "123450.00", "三(二)第1段"],
    [{ line: "accident", persons: 3, standard: "10.01" }, "30.03", "三(二)第1段"],
    [{ line: "accident", persons: 0, standard: "10" }, "0.00", "三(二)第1段"],
    [{ line: "medicalSupplement", persons: 12345, standard: "9.99" }, "123326.55", "三(一)第1段"],
  ] as const)("%j is %s", (input, amount, clause) => {
    const result = premium(input);
    expect(result.amount.toString()).toBe(amount);
    expect(JSON.parse(JSON.stringify(result.parts))).toEqual({ premium: amount });
    expect(result.lines.map(({ operation, clause: { path } }) => [operation, path])).toEqual([
      ["multiply", clause],
      ["benefit", "三"],
    ]);
  });

  it("三(二)第1段 the accident standard is at least 10, and more where the contract says so", () => {
    const tenth = { line: "accident", persons: 1, standard: "9.99" } as const;
    const outcome = premium.safe(tenth);
    expect(outcome).toMatchObject({ ok: false, error: { issues: [{ path: ["standard"], code: "BELOW_FLOOR" }] } });
    expect(outcome.ok || outcome.error.message).toContain("三(二)第1段");
    const dearer = { policy: amend(policy, { terms: { accident: { minimumPremium: yuan(12) } } }) };
    expect(premium.safe({ ...tenth, standard: "11.99" }, dearer).ok).toBe(false);
    expect(premium.safe({ ...tenth, standard: "12" }, dearer).ok).toBe(true);
  });

  it.each([
    [{ line: "accident", persons: -1, standard: "10" }, "persons"],
    [{ line: "accident", persons: 1.5, standard: "10" }, "persons"],
    [{ line: "life", persons: 1, standard: "10" }, "line"],
    [{ line: "medicalSupplement", persons: 1 }, "standard"],
  ])("refuses %j", (input, field) => {
    expect(premium.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path: [field] }] } });
  });

  it("a premium beyond the exact range is refused", () => {
    expect(premium.safe({ line: "accident", persons: Number.MAX_SAFE_INTEGER, standard: "10" }).ok).toBe(false);
  });
});

describe("四 premium due", () => {
  it.each([
    ["500000", "80000", "420000.00", "0.00"],
    ["500000", "0", "500000.00", "0.00"],
    ["500000", "499999.99", "0.01", "0.00"],
    ["500000", "500000", "0.00", "0.00"],
    ["500000", "500000.01", "0.00", "0.01"],
    ["0", "1", "0.00", "1.00"],
  ])("a standard of %s with %s carried forward: %s due, %s carries on", (standard, surplus, amount, left) => {
    const due = premiumDue({ standard, carriedForward: surplus });
    expect([due.amount, due.carriedForward].map(String)).toEqual([amount, left]);
    expect(due.lines.map(({ operation, clause }) => [operation, clause.path])).toEqual([
      ["deduct", "四"],
      ["deduct", "四"],
      ["benefit", "四"],
    ]);
  });

  it.each([
    [{ standard: "1" }, "carriedForward"],
    [{ standard: "1", carriedForward: "-1" }, "carriedForward"],
    [{ carriedForward: "1" }, "standard"],
  ])("refuses %j", (input, field) => {
    expect(premiumDue.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path: [field] }] } });
  });

  const sums = fc.integer({ min: 0, max: 100_000_000_000 });
  law("四 not a fen is lost", [sums, sums], (standard, surplus) => {
    const due = premiumDue({ standard: fen(standard), carriedForward: fen(surplus) });
    expect(due.amount.fen - due.carriedForward.fen).toBe(standard - surplus);
    expect(due.parts.premium?.equals(due.amount)).toBe(true);
    expect(Math.min(due.amount.fen, due.carriedForward.fen)).toBe(0);
  });
});
