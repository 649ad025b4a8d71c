import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law } from "../law.js";
import { fen, percent, PolicyInputError, rate, slices, tiers, yuan } from "huimin-rules/core";
import { tier } from "../../src/core/tiers.js";

const schedule = tiers([
  { upTo: yuan(100), rate: percent(10) },
  { upTo: yuan(300), rate: percent(20) },
  { rate: percent(30) },
]);

const cut = (amount: string) => slices(yuan(amount), schedule).map((slice) => slice.map(String));

describe("tiers", () => {
  it("cut an amount at their limits, each limit belonging to the lower tier", () => {
    expect(cut("0")).toEqual([]);
    expect(cut("99.99")).toEqual([["99.99", "0.1"]]);
    expect(cut("100")).toEqual([["100.00", "0.1"]]);
    expect(cut("100.01")).toEqual([
      ["100.00", "0.1"],
      ["0.01", "0.2"],
    ]);
    expect(cut("350")).toEqual([
      ["100.00", "0.1"],
      ["200.00", "0.2"],
      ["50.00", "0.3"],
    ]);
  });

  it("are read one by one, each called a tier", () => {
    expect(tier.label).toEqual({ zh: "一档", en: "Tier" });
  });

  it("leave what lies above a closed last tier to none", () => {
    expect(
      slices(yuan(150), tiers([{ upTo: yuan(100), rate: percent(10) }])).map(([amount]) => String(amount)),
    ).toEqual(["100.00"]);
  });

  law("the slices add up to the amount", [fc.integer({ min: 0, max: 1_000_000 })], (amount) => {
    expect(slices(fen(amount), schedule).reduce((sum, [slice]) => sum + slice.fen, 0)).toBe(amount);
  });

  it.each([
    ["none", []],
    ["an open tier before the last", [{ rate: rate("0.1") }, { rate: rate("0.2") }]],
    [
      "equal limits",
      [
        { upTo: yuan(1), rate: rate("0.1") },
        { upTo: yuan(1), rate: rate("0.2") },
      ],
    ],
    [
      "falling limits",
      [
        { upTo: yuan(2), rate: rate("0.1") },
        { upTo: yuan(1), rate: rate("0.2") },
      ],
    ],
    ["a limit of zero", [{ upTo: yuan(0), rate: rate("0.1") }]],
    ["a rate above 100 %", [{ rate: rate("1.01") }]],
  ])("%s: refused", (_, list) => {
    expect(() => tiers(list)).toThrow(PolicyInputError);
  });
});

describe("a refused list of tiers", () => {
  it("says which tier is wrong, and where", () => {
    const problems = (...list: Parameters<typeof tiers>[0][number][]) => {
      try {
        tiers(list);
      } catch (error) {
        if (!(error instanceof PolicyInputError)) throw error;
        expect(error.code).toBe("INVALID_INPUT");
        return error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
      }
      return [];
    };
    const half = rate("0.5");
    expect(problems()).toEqual([" MISSING"]);
    expect(problems({ rate: half }, { rate: half })).toEqual(["0.upTo MISSING"]);
    expect(problems({ upTo: yuan(1), rate: half }, { rate: rate("1.01") })).toEqual(["1.rate OUT_OF_RANGE"]);
    expect(problems({ upTo: yuan(1), rate: half }, { upTo: yuan(1), rate: half })).toEqual(["1.upTo CONFLICT"]);
    expect(problems({ upTo: fen(1), rate: rate(1) }, { upTo: fen(2), rate: rate(0) })).toEqual([]);
  });
});
