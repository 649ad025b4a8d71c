import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, explain, fen, luozhuang, yuan } from "huimin-rules";
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

  it.each([
    [
      "9.99",
      "意外伤害保险（低于原则上每人每份10元）",
      "Accident (below the 10 a person and unit that hold in principle)",
    ],
    ["10", "意外伤害保险", "Accident"],
    ["10.01", "意外伤害保险", "Accident"],
  ])("三(二)第1段 原则上 a standard of %s is computed, and its line says %s", (standard, zh, en) => {
    const { lines, amount } = premium({ line: "accident", persons: 2, standard });
    expect([lines[0]?.label, lines[0]?.amended, String(amount)]).toEqual([
      { zh, en },
      undefined,
      String(yuan(standard).plus(yuan(standard))),
    ]);
  });

  it.each([
    [{ minimumPremium: "12" }, "11.99", "意外伤害保险（低于原则上每人每份12元）"],
    [{ minimumPremium: "12" }, "12", "意外伤害保险（标准高于原则上每人每份10元）"],
    [{ minimumPremium: "8" }, "8", "意外伤害保险（标准低于原则上每人每份10元）"],
    [{ minimumPremium: "8" }, "7.99", "意外伤害保险（低于原则上每人每份8元）"],
  ])("三(二)第1段 原则上 a contract with %j and a standard of %s says which way", (accident, standard, zh) => {
    const { lines } = premium(
      { line: "accident", persons: 1, standard },
      { policy: amend(policy, { terms: { accident } }) },
    );
    expect([lines[0]?.label.zh, lines[0]?.amended]).toEqual([zh, true]);
  });

  it.each([
    [1, ["multiply", "benefit"], "30.00"],
    [2, ["multiply", "multiply", "benefit"], "60.00"],
    [3, ["multiply", "multiply", "benefit"], "90.00"],
  ])("三(二)第1段 每人每份: %i units a person", (shares, operations, amount) => {
    const result = premium({ line: "accident", persons: 3, standard: "10", shares });
    expect([result.lines.map(({ operation }) => operation), String(result.amount)]).toEqual([operations, amount]);
    if (shares === 2) expect(explain(result)).toContain("1  每人保费      20.00  三(二)第1段  10.00 × 2");
  });

  it("三(二)第1段 the medical supplement has no units", () => {
    const input = { line: "medicalSupplement", persons: 3, standard: "10" } as const;
    expect(premium.safe({ ...input, shares: 1 })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["shares"], code: "CONFLICT" }] },
    });
    expect(premium.safe(input).ok).toBe(true);
  });

  it.each([
    // persons × 10, and that by the months of 12
    [1, 1, "10.00", "0.83"], // 0.8333…
    [1, 7, "10.00", "5.83"],
    [1, 11, "10.00", "9.17"],
    [1, 12, "10.00", "10.00"],
    [3, 8, "30.00", "20.00"],
    [100, 1, "1000.00", "83.33"], // rounded once, not a person
  ])("三(二)第2段 %i added for %i months: %s, or by month %s", (persons, monthsInsured, ...amounts) => {
    const input = { line: "accident", persons, standard: "10", monthsInsured } as const;
    const choices = ["full", "byMonth"] as const;
    const results = choices.map((addedDuringYear) => premium(input, { readings: { addedDuringYear } }));
    expect(results.map(({ amount }) => String(amount))).toEqual(amounts);
    expect(results[0]?.readings).toEqual(monthsInsured < 12 ? { addedDuringYear: "full" } : {});
    expect(
      premium({ line: "accident", persons, standard: "10" }, { readings: { addedDuringYear: "byMonth" } }).readings,
    ).toEqual({});
  });

  it("三(二)第2段 the months are those of the period", () => {
    const input = { line: "accident", persons: 1, standard: "12", monthsInsured: 6 } as const;
    const byMonth = { readings: { addedDuringYear: "byMonth" } } as const;
    const half = { policy: amend(policy, { terms: { period: { to: "2020-06-30" } } }) };
    expect(String(premium(input, byMonth).amount)).toBe("6.00");
    expect(String(premium(input, { ...byMonth, ...half }).amount)).toBe("12.00");
    const shorter = premium({ ...input, monthsInsured: 3 }, { ...byMonth, ...half });
    expect([String(shorter.amount), shorter.lines[1]?.amended, shorter.lines[1]?.clause.path]).toEqual([
      ...["6.00", true, "三(二)第2段"],
    ]);
    for (const [monthsInsured, options, ok] of [
      [12, {}, true],
      [13, {}, false],
      [7, half, false],
    ] as const) {
      expect(premium.safe({ ...input, monthsInsured }, options).ok).toBe(ok);
    }
  });

  it.each([
    [{ line: "accident", persons: -1, standard: "10" }, "persons"],
    [{ line: "accident", persons: 1.5, standard: "10" }, "persons"],
    [{ line: "life", persons: 1, standard: "10" }, "line"],
    [{ line: "medicalSupplement", persons: 1 }, "standard"],
    [{ line: "accident", persons: 1, standard: "10", shares: 0 }, "shares"],
    [{ line: "accident", persons: 1, standard: "10", monthsInsured: 0 }, "monthsInsured"],
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
