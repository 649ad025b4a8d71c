import { describe, expect, it } from "vitest";
import { agreementFrom, explain, lishui } from "huimin-rules";

const { assessClaim, settle, supplementaryMedicalBenefit } = lishui;
const schedule = [{ upTo: "10000", rate: "0.6" }, { upTo: "50000", rate: "0.5" }, { rate: "0.4" }];
const agree = (terms: object) =>
  agreementFrom({
    id: "2018-a",
    title: { zh: "示例合同", en: "An example" },
    programme: "lishui",
    document: "丽政办发〔2017〕51号",
    terms,
  });
const tiers = agree({ supplementaryMedical: { schedule } });
const issuesOf = (outcome: {
  ok: boolean;
  error?: { issues: readonly { path: readonly unknown[]; code: string }[] };
}) => outcome.error?.issues.map(({ path, code }) => [path.join("."), code]);

describe("四(二) tiers and deductible of an agreement", () => {
  it("stand in the place of the input's: the same fen, and its title on the lines", () => {
    const agreement = agree({ supplementaryMedical: { schedule, deductible: "500" } });
    // 60 000 less 500: 10 000 × 60 % + 40 000 × 50 % + 9 500 × 40 %.
    const under = supplementaryMedicalBenefit({ selfPaidToDate: "60000" }, { agreement });
    expect(under.amount.toString()).toBe("29800.00");
    const stated = supplementaryMedicalBenefit({ selfPaidToDate: "60000", schedule, deductible: "500" });
    expect(under.lines.map(({ label, amount }) => [label, String(amount)])).toEqual(
      stated.lines.map(({ label, amount }) => [label, String(amount)]),
    );
    expect(under.lines.map(({ amended = null }) => amended)).toEqual([agreement.title, agreement.title, null, null]);
    expect(stated.lines.some((line) => "amended" in line)).toBe(false);
    expect(explain(under)).toContain("扣除合同约定的起付标准后［示例合同］");
  });

  it("neither the agreement nor the input: the amount waits for the contract, and the bare rule refuses", () => {
    const facts = { category: "marginalMinimumLiving", occurredOn: "2018-01-01", insured: true } as const;
    const claim = {
      cover: "supplementaryMedical",
      facts: { ...facts, setting: "inpatient", thirdPartyLiable: false },
      loss: { selfPaidToDate: "60000" },
    } as const;
    expect(assessClaim(claim)).toMatchObject({ payable: null, pending: "contract" });
    expect(assessClaim(claim, { agreement: tiers }).payable?.toString()).toBe("30000.00");
    expect(issuesOf(supplementaryMedicalBenefit.safe({ selfPaidToDate: "1" }))).toEqual([["schedule", "MISSING"]]);
  });

  it("one tier is a schedule, none is not", () => {
    const one = agree({ supplementaryMedical: { schedule: [{ rate: "0.5" }] } });
    expect(supplementaryMedicalBenefit({ selfPaidToDate: "1000" }, { agreement: one }).amount.toString()).toBe(
      "500.00",
    );
    expect(() => agree({ supplementaryMedical: { schedule: [] } })).toThrow(
      expect.objectContaining({ code: "INVALID_AGREEMENT" }) as Error,
    );
  });

  it("both of them is refused, name by name", () => {
    const both = agree({ supplementaryMedical: { schedule, deductible: "500" } });
    const input = { selfPaidToDate: "1", schedule, deductible: "1" };
    expect(issuesOf(supplementaryMedicalBenefit.safe(input, { agreement: both }))).toEqual([
      ["schedule", "CONFLICT"],
      ["deductible", "CONFLICT"],
    ]);
    const one = supplementaryMedicalBenefit.safe({ selfPaidToDate: "1", deductible: "1" }, { agreement: tiers });
    expect(one.ok).toBe(true);
  });

  it("the agreement's tiers are held against 递减 by the reading of the call", () => {
    const rising = agree({
      supplementaryMedical: {
        schedule: [...schedule]
          .reverse()
          .map(({ rate }, index) => ({ ...(index < 2 && { upTo: 10_000 * (index + 1) }), rate })),
      },
    });
    expect(issuesOf(supplementaryMedicalBenefit.safe({ selfPaidToDate: "1" }, { agreement: rising }))).toEqual([
      ["schedule.1.rate", "CONFLICT"],
      ["schedule.2.rate", "CONFLICT"],
    ]);
    const readings = { declining: "selfPaidShare" } as const;
    expect(supplementaryMedicalBenefit({ selfPaidToDate: "1" }, { agreement: rising, readings }).amount.fen).toBe(40);
  });
});

describe("六(二) the corridor of an agreement", () => {
  const corridor = agree({ settlement: { profitLimit: "0.05", lossLimit: "0.05" } });
  it("stands in the place of the input's, and its title on the lines", () => {
    const under = settle({ premium: "1000000", claims: "800000" }, { agreement: corridor });
    expect([String(under.refund), String(under.insurerResult)]).toEqual(["150000.00", "50000.00"]);
    expect(under.lines.map(({ amended = null }) => amended)).toEqual([corridor.title, corridor.title, null]);
  });

  it("neither, half of it, or both is refused", () => {
    const year = { premium: "1", claims: "1" };
    const half = agree({ settlement: { profitLimit: "0.05" } });
    const limits = { profitLimit: "0.05", lossLimit: "0.05" };
    expect(issuesOf(settle.safe(year))).toEqual([["corridor", "MISSING"]]);
    expect(issuesOf(settle.safe(year, { agreement: half }))).toEqual([["corridor", "MISSING"]]);
    for (const agreement of [half, corridor]) {
      expect(issuesOf(settle.safe({ ...year, corridor: limits }, { agreement }))).toEqual([["corridor", "CONFLICT"]]);
    }
  });
});
