import { describe, expect, it } from "vitest";
import { lishui } from "huimin-rules";

const { assessClaim, contractTerms, settle, supplementaryMedicalBenefit } = lishui;

/** An example, not the opinion's. */
const example = {
  benefit: {
    schedule: [{ upTo: "10000", rate: "0.6" }, { upTo: "50000", rate: "0.5" }, { rate: "0.4" }],
    deductible: "2000",
    limit: "80000",
  },
  settlement: { corridor: { profitLimit: "0.05", lossLimit: "0.03" } },
};

const frozenThrough = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every((part) => frozenThrough(part)));

describe("四(二), 六(二) a contract's terms", () => {
  it("are frozen, and come back from JSON the same", () => {
    const contract = contractTerms(example);
    expect(frozenThrough(contract)).toBe(true);
    const text = JSON.stringify(contract);
    expect(JSON.parse(text)).toEqual({
      benefit: {
        schedule: [{ upTo: "10000.00", rate: "0.6" }, { upTo: "50000.00", rate: "0.5" }, { rate: "0.4" }],
        deductible: "2000.00",
        limit: "80000.00",
      },
      settlement: { corridor: { profitLimit: "0.05", lossLimit: "0.03" } },
    });
    const again = contractTerms(JSON.parse(text) as typeof example);
    expect(again).toEqual(contract);
    expect(JSON.stringify(again)).toBe(text);
  });

  it("leave the caller's own object as it was", () => {
    const given = structuredClone(example);
    contractTerms(given);
    expect(given).toEqual(example);
    expect(Object.isFrozen(given.benefit.schedule)).toBe(false);
  });

  it("are taken by the rules as they are", () => {
    const contract = contractTerms(example);
    // 12000 − 2000 = 10000, × 60 %
    expect(supplementaryMedicalBenefit({ selfPaidToDate: "12000", ...contract.benefit }).amount.toString()).toBe(
      "6000.00",
    );
    const { payable } = assessClaim({
      cover: "supplementaryMedical",
      facts: { category: "otherHardship", occurredOn: "2018-01-01", setting: "specialOutpatient" },
      loss: { selfPaidToDate: "900000", ...contract.benefit },
    });
    expect(String(payable)).toBe("80000.00");
    const { refund, supplement } = settle({ premium: "100", claims: "110", ...contract.settlement });
    expect([refund, supplement].map(String)).toEqual(["0.00", "7.00"]);
  });

  it("give the same as terms written out", () => {
    const contract = contractTerms(example);
    const input = { selfPaidToDate: "123456.78", paidToDate: "100" };
    expect(supplementaryMedicalBenefit({ ...input, ...contract.benefit })).toEqual(
      supplementaryMedicalBenefit({ ...input, ...example.benefit }),
    );
  });

  it("what the contract does not have stays away: nothing is invented", () => {
    const { benefit } = contractTerms({ ...example, benefit: { schedule: [{ rate: "1" }] } });
    expect(Object.keys(benefit)).toEqual(["schedule"]);
  });

  it("rates that rise need the other reading, in the rules as well", () => {
    const rising = { ...example, benefit: { schedule: [{ upTo: "10000", rate: "0.5" }, { rate: "0.6" }] } };
    expect(contractTerms.safe(rising)).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["benefit", "schedule", 1, "rate"], code: "CONFLICT" }] },
    });
    const readings = { declining: "unchecked" } as const;
    const { benefit } = contractTerms(rising, { readings });
    const input = { selfPaidToDate: "20000", ...benefit };
    expect(supplementaryMedicalBenefit.safe(input).ok).toBe(false);
    expect(supplementaryMedicalBenefit(input, { readings }).amount.toString()).toBe("11000.00");
  });

  it.each([
    [{}, [["benefit"], ["settlement"]]],
    [
      { benefit: {}, settlement: {} },
      [
        ["benefit", "schedule"],
        ["settlement", "corridor"],
      ],
    ],
    [
      {
        benefit: {
          schedule: [{ upTo: "5", rate: "0.5" }, { upTo: "4", rate: "0.6" }, { rate: "0.7" }],
          limit: "100001",
        },
        settlement: { corridor: { profitLimit: "5", lossLimit: "0.05" } },
        insurer: "甲",
      },
      [
        ["settlement", "corridor", "profitLimit"],
        ["insurer"],
        ["benefit", "schedule", 1, "upTo"],
        ["benefit", "schedule", 1, "rate"],
        ["benefit", "schedule", 2, "rate"],
        ["benefit", "limit"],
      ],
    ],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = contractTerms.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(new Set(outcome.error.issues.map(({ path }) => path))).toEqual(new Set(paths));
  });

  it.each([undefined, null, "{}", [], 7])("%j is no contract", (input) => {
    expect(contractTerms.safe(input).ok).toBe(false);
  });
});
