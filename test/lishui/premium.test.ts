import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, explain, fen, lishui, revive, type Json } from "huimin-rules";
import { law } from "../law.js";

const { premiumSubsidy, subsidyBudget } = lishui;

const covers = [
  "ruralMicro",
  "supplementaryMedical",
  "loanGuarantee",
  "loanProject",
  "farmhouse",
  "agriculture",
] as const;

describe("四 premium subsidy", () => {
  it.each([
    ["ruralMicro", "四(一)", "33.33"],
    ["supplementaryMedical", "四(二)", "33.33"],
    ["loanGuarantee", "四(三)", "33.33"],
    ["loanProject", "四(四)", "16.67"], // 16.665, half up
    ["farmhouse", "四(五)1", "33.33"],
    ["agriculture", "四(五)2", "16.67"],
  ] as const)("%s (%s): of 33.33 government pays %s", (cover, path, amount) => {
    const subsidy = premiumSubsidy({ cover, householdPremium: "33.33" });
    expect(subsidy.amount.toString()).toBe(amount);
    expect(subsidy.lines[0]?.clause.path).toBe(path);
    expect([String(subsidy.parts.premium), subsidy.overpaid.isZero()]).toEqual([amount, true]);
  });

  it.each([
    ["0", "0.00"],
    ["0.01", "0.01"],
    ["0.02", "0.01"],
    ["0.03", "0.02"],
    ["9999999999999.98", "4999999999999.99"],
  ])("half of %s is %s", (householdPremium, amount) => {
    expect(premiumSubsidy({ cover: "agriculture", householdPremium }).amount.toString()).toBe(amount);
  });

  it.each([
    [{ cover: "flood", householdPremium: "1" }, [["cover"]]],
    [{ cover: "agriculture" }, [["householdPremium"]]],
    [{ cover: null, householdPremium: null, persons: 2 }, [["cover"], ["householdPremium"], ["persons"]]],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = premiumSubsidy.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(new Set(outcome.error.issues.map(({ path }) => path))).toEqual(new Set(paths));
  });

  law(
    "四 the subsidy is never above the premium, and never less than half of it",
    [fc.constantFrom(...covers), fc.integer({ min: 0, max: 1_000_000_000 })],
    (cover, premium) => {
      const { amount } = premiumSubsidy({ cover, householdPremium: fen(premium) });
      expect(amount.fen).toBeLessThanOrEqual(premium);
      expect(amount.fen * 2).toBeGreaterThanOrEqual(premium);
    },
  );
});

describe("四, 五 the subsidy's budget", () => {
  const rows = [
    { cover: "agriculture", persons: 3, price: "33.33" },
    { cover: "ruralMicro", persons: 1000, price: "30" },
    { cover: "supplementaryMedical", persons: 900, price: "120" },
    { cover: "ruralMicro", persons: 500, price: "25" },
    { cover: "farmhouse", persons: 300, price: "10" },
    { cover: "loanProject", persons: 2, price: "0.01" },
    { cover: "loanGuarantee", persons: 40, price: "500" },
  ] as const;

  it("adds up what each person gets, by cover and by department in the opinion's order", () => {
    const budget = subsidyBudget({ rows });
    // 16.67 × 3; 30 × 1000 + 25 × 500; 120 × 900; 10 × 300; 0.01 × 2; 500 × 40
    expect(budget.byCover.map(({ cover, persons, amount }) => [cover, persons, String(amount)])).toEqual([
      ["ruralMicro", 1500, "42500.00"],
      ["supplementaryMedical", 900, "108000.00"],
      ["loanGuarantee", 40, "20000.00"],
      ["loanProject", 2, "0.02"],
      ["farmhouse", 300, "3000.00"],
      ["agriculture", 3, "50.01"],
    ]);
    expect(budget.byBody.map(({ body, amount }) => [body.zh, String(amount)])).toEqual([
      ["民政局", "42500.00"],
      ["人力社保局", "108000.00"],
      ["农办（扶贫办）", "20000.02"],
      ["发改部门（农险办）", "3050.01"],
    ]);
    expect([budget.amount, budget.overpaid, budget.parts.premium].map(String)).toEqual([
      "173550.03",
      "0.00",
      "173550.03",
    ]);
  });

  it("shows two lines a row, for each and for all, by the cover's clause", () => {
    const { lines } = subsidyBudget({ rows: rows.slice(0, 1) });
    expect(
      lines.map(({ label, clause, operation, amount, operands }) => [
        label.zh,
        clause.path,
        operation,
        String(amount),
        JSON.parse(JSON.stringify(operands)) as unknown,
      ]),
    ).toEqual([
      ["每人（户）保费补助", "四(五)2", "share", "16.67", ["33.33", "0.5"]],
      ["政策性农业保险", "四(五)2", "multiply", "50.01", ["16.67", 3]],
      ["政府补助保费", "四", "benefit", "50.01", [["50.01"], "0.00"]],
    ]);
  });

  it("prints both tables, in both languages", () => {
    const budget = subsidyBudget({ rows: rows.slice(0, 2) });
    expect(explain(budget)).toMatch(
      /分险种（人（户）数，元）\n +农村小额保险 +1000 +30000\.00\n +政策性农业保险 +3 +50\.01\n分组织实施部门（元）\n +民政局 +30000\.00/,
    );
    expect(explain(budget, { locale: "en" })).toMatch(/By department \(yuan\)\n +civil affairs bureau +30000\.00/);
    expect(revive(subsidyBudget, JSON.parse(JSON.stringify(budget)) as Json<typeof budget>)).toEqual(budget);
  });

  it("nobody insured, or nothing to pay, is a row all the same", () => {
    const budget = subsidyBudget({ rows: [{ cover: "farmhouse", persons: 0, price: "10" }] });
    expect(budget.byCover).toHaveLength(1);
    expect(String(budget.amount)).toBe("0.00");
  });

  it("an amended rate is used, and marks its lines", () => {
    const half = amend(lishui.policy, { terms: { farmhouse: { subsidy: "0.5" } } });
    const { amount, lines } = subsidyBudget(
      { rows: [{ cover: "farmhouse", persons: 2, price: "0.01" }] },
      { policy: half },
    );
    expect(String(amount)).toBe("0.02"); // a fen each
    expect(lines.map(({ amended = false }) => amended)).toEqual([true, true, false]);
  });

  it.each([
    [{}, [["rows"]]],
    [{ rows: [] }, [["rows"]]],
    [
      { rows: [{ cover: "flood", persons: -1, price: "x" }, { persons: 1.5 }], year: 2018 },
      [
        ["rows", 0, "cover"],
        ["rows", 0, "persons"],
        ["rows", 0, "price"],
        ["rows", 1, "cover"],
        ["rows", 1, "persons"],
        ["rows", 1, "price"],
        ["year"],
      ],
    ],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = subsidyBudget.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(new Set(outcome.error.issues.map(({ path }) => path))).toEqual(new Set(paths));
  });

  const anyRow = fc.record({
    cover: fc.constantFrom(...covers),
    persons: fc.integer({ min: 0, max: 20 }),
    price: fc.integer({ min: 0, max: 100_000 }).map(fen),
  });

  law(
    "四 the budget is the sum of each person's subsidy, whatever the order of its rows, and both tables add up to it",
    [fc.array(anyRow, { minLength: 1, maxLength: 8 })],
    (given) => {
      const { amount, byCover, byBody } = subsidyBudget({ rows: given });
      const each = given.map(
        ({ cover, persons, price }) => premiumSubsidy({ cover, householdPremium: price }).amount.fen * persons,
      );
      const total = each.reduce((sum, part) => sum + part, 0);
      expect(amount.fen).toBe(total);
      for (const table of [byCover, byBody]) {
        expect(table.reduce((sum, part) => sum + part.amount.fen, 0)).toBe(total);
      }
      const turned = subsidyBudget({ rows: [...given].reverse() });
      expect(JSON.stringify([turned.byCover, turned.byBody])).toBe(JSON.stringify([byCover, byBody]));
    },
  );
});
