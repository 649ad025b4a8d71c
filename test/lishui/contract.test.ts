import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain, fen, lishui, revive, type Json } from "huimin-rules";
import { law } from "../law.js";

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
  it("are frozen part by part, and come back from JSON the same", () => {
    const contract = contractTerms(example);
    expect([contract.benefit, contract.settlement].every(frozenThrough)).toBe(true);
    expect(Object.isFrozen(contract)).toBe(false);
    const text = JSON.stringify(contract);
    expect(JSON.parse(text)).toEqual({
      basis: contract.basis,
      benefit: {
        schedule: [{ upTo: "10000.00", rate: "0.6" }, { upTo: "50000.00", rate: "0.5" }, { rate: "0.4" }],
        deductible: "2000.00",
        limit: "80000.00",
      },
      settlement: { corridor: { profitLimit: "0.05", lossLimit: "0.03" } },
      notes: [],
    });
    const again = revive(contractTerms, JSON.parse(text) as Json<typeof contract>);
    expect(again).toEqual(contract);
    const { benefit, settlement } = JSON.parse(text) as typeof example;
    expect(JSON.stringify(contractTerms({ benefit, settlement }))).toBe(text);
  });

  it("rest on one reading, which its forms show", () => {
    expect(Object.keys(contractTerms.readings)).toEqual(["declining"]);
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
      facts: { category: "otherHardship", insured: true, occurredOn: "2018-01-01", setting: "specialOutpatient" },
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

  it("are printed for an officer, tier by tier, in both languages", () => {
    expect(explain(contractTerms(example)).split("\n").slice(1)).toEqual([
      "补充医疗保险的赔付条款",
      "  起付标准   2000.00",
      "  赔付限额  80000.00",
      "赔付分档（每档上限，元；赔付比例）",
      "  10000.00  60%",
      "  50000.00  50%",
      "  40%",
      "招标确定的盈亏控制幅度",
      "  盈利控制幅度（占保费比例）  5%",
      "  亏损控制幅度（占保费比例）  3%",
    ]);
    const english = explain(contractTerms(example), { locale: "en" });
    expect(english).toContain("Tiers (end, yuan; rate)");
    expect(english.split("\n").slice(1).join("")).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ["a single rate", [{ rate: "0.5" }], 1],
    ["a single rate that ends", [{ upTo: "100000", rate: "0.5" }], 1],
    ["one rate in two tiers", [{ upTo: "10000", rate: "0.5" }, { rate: "0.50" }], 1],
    ["one rate behind a deductible", [{ upTo: "3000", rate: "0" }, { rate: "0.5" }], 1],
    ["nothing is paid at all", [{ rate: "0" }], 1],
    ["two rates", [{ upTo: "10000", rate: "0.5" }, { rate: "0.499999" }], 0],
    ["two rates behind a deductible", [{ upTo: "3000", rate: "0" }, { upTo: "9000", rate: "0.6" }, { rate: "0.5" }], 0],
  ])("四(二) %s: told to be no 分档, or not", (_, schedule, told) => {
    const { notes } = contractTerms({ ...example, benefit: { schedule } });
    expect(notes).toHaveLength(told);
    for (const { zh } of notes) expect(zh).toBe("合同各档的赔付比例相同，不成“分档”：四(二) 要求“分档、递减、限额”");
  });

  it("a note is printed, and comes back from JSON", () => {
    const contract = contractTerms({ ...example, benefit: { schedule: [{ rate: "0.5" }] } });
    expect(frozenThrough(contract.notes)).toBe(true);
    expect(explain(contract)).toMatch(/说明\n {2}合同各档的赔付比例相同/);
    expect(explain(contract, { locale: "en" })).toMatch(/Notes\n {2}Every tier of the contract pays one rate/);
    expect(revive(contractTerms, JSON.parse(JSON.stringify(contract)) as Json<typeof contract>)).toEqual(contract);
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

  const percents = fc.integer({ min: 0, max: 100 });

  law(
    "四(二), 六(二) terms whose rates fall are taken, give the same as terms written out, and come back from JSON",
    [
      fc.uniqueArray(percents, { minLength: 1, maxLength: 5 }),
      percents,
      percents,
      fc.integer({ min: 0, max: 10_000_000 }),
    ],
    (rates, profit, loss, limit) => {
      const falling = [...rates].sort((a, b) => b - a).map((each) => (each / 100).toFixed(2));
      const schedule = falling.map((rate, index) =>
        index === falling.length - 1 ? { rate } : { upTo: fen((index + 1) * 1_000_000), rate },
      );
      const given = {
        benefit: { schedule, limit: fen(limit) },
        settlement: { corridor: { profitLimit: (profit / 100).toFixed(2), lossLimit: (loss / 100).toFixed(2) } },
      };
      const contract = contractTerms(given);
      expect(contract.notes).toHaveLength(rates.length === 1 ? 1 : 0);
      const costs = { selfPaidToDate: "123456.78" };
      expect(supplementaryMedicalBenefit({ ...costs, ...contract.benefit })).toEqual(
        supplementaryMedicalBenefit({ ...costs, ...given.benefit }),
      );
      expect(revive(contractTerms, JSON.parse(JSON.stringify(contract)) as Json<typeof contract>)).toEqual(contract);
    },
  );

  it.each([undefined, null, "{}", [], 7])("%j is no contract", (input) => {
    expect(contractTerms.safe(input).ok).toBe(false);
  });

  it("四(二) a limit of 100 000 may be agreed, and not a fen more", () => {
    const agreed = (limit: string) =>
      contractTerms.safe({ ...example, benefit: { schedule: example.benefit.schedule, limit } });
    expect(agreed("100000").ok).toBe(true);
    expect(agreed("100000.01")).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["benefit", "limit"], code: "OUT_OF_RANGE" }] },
    });
  });
});
