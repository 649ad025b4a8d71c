import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, lishui } from "huimin-rules";
import { law } from "../law.js";

const { premiumSubsidy } = lishui;

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
