import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chongqing, fen } from "huimin-rules";
import { law } from "../law.js";

const { settle } = chongqing;

const settled = (premium: string, claims: string) => {
  const { refund, supplement, insurerBears, insurerResult } = settle({ insurers: [{ premium, claims }] });
  return [refund, supplement, insurerBears, insurerResult].map(String);
};

describe("五 settlement", () => {
  it.each([
    // premium, claims, refund, supplement, insurer bears, insurer's result
    ["100.00", "0.00", "85.00", "0.00", "0.00", "15.00"],
    ["100.00", "84.99", "0.01", "0.00", "0.00", "15.00"],
    ["100.00", "85.00", "0.00", "0.00", "0.00", "15.00"],
    ["100.00", "85.01", "0.00", "0.00", "0.01", "14.99"],
    ["100.00", "90.00", "0.00", "0.00", "5.00", "10.00"],
    ["100.00", "90.01", "0.00", "0.01", "5.00", "10.00"], // half a fen, up
    ["100.00", "90.02", "0.00", "0.01", "5.01", "9.99"],
    ["100.00", "99.99", "0.00", "5.00", "9.99", "5.01"], // 4.995, up
    ["100.00", "100.00", "0.00", "5.00", "10.00", "5.00"],
    ["100.00", "100.01", "0.00", "5.00", "10.01", "4.99"],
    ["100.00", "300.00", "0.00", "5.00", "210.00", "-195.00"],
    ["0.01", "0.00", "0.01", "0.00", "0.00", "0.00"], // 85 % of a fen is 0.85 fen
    ["0.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
    ["0.00", "7.00", "0.00", "0.00", "7.00", "-7.00"],
  ])("premium %s, claims %s", (premium, claims, ...expected) => {
    expect(settled(premium, claims)).toEqual(expected);
  });

  it("thresholds are never rounded: 85 % of 33.33 is 28.3305", () => {
    expect(settled("33.33", "28.33")).toEqual(["0.00", "0.00", "0.00", "5.00"]);
    expect(settled("33.33", "28.32")).toEqual(["0.01", "0.00", "0.00", "5.00"]);
  });

  it("五 all insurers are counted together", () => {
    const { premium, claims, lossRatio, refund } = settle({
      insurers: [
        { name: "甲", premium: "600", claims: "600" },
        { name: "乙", premium: "400", claims: "100" },
      ],
    });
    expect([premium, claims, lossRatio, refund].map(String)).toEqual(["1000.00", "700.00", "0.700000", "150.00"]);
  });

  it("五 the refund is deducted from the second period's premium, as far as that goes", () => {
    const input = { insurers: [{ premium: "1000", claims: "600" }] };
    const parts = (secondPeriodPremiumDue: string) => {
      const { refund, deducted, undeducted } = settle({ ...input, secondPeriodPremiumDue });
      return [refund, deducted, undeducted].map(String);
    };
    expect(parts("249.99")).toEqual(["250.00", "249.99", "0.01"]);
    expect(parts("250")).toEqual(["250.00", "250.00", "0.00"]);
    expect(parts("250.01")).toEqual(["250.00", "250.00", "0.00"]);
    expect(parts("0")).toEqual(["250.00", "0.00", "250.00"]);
    expect(settle(input)).not.toHaveProperty("deducted");
    expect(settle(input).conditions).toHaveLength(1);
    expect(settle({ insurers: [{ premium: "1000", claims: "900" }] }).conditions).toEqual([]);
  });

  it("without premium there is no loss ratio", () => {
    expect(settle({ insurers: [{ premium: 0, claims: 1 }] }).lossRatio).toBeNull();
  });

  it.each([
    [{ insurers: [] }, [["insurers"]]],
    [{ insurers: [{ premium: "1" }] }, [["insurers", 0, "claims"]]],
    [
      {
        insurers: [
          { premium: "1", claims: -1 },
          { premium: "x", claims: 1 },
        ],
        secondPeriodPremiumDue: "1e3",
        year: 1,
      },
      [["insurers", 0, "claims"], ["insurers", 1, "premium"], ["secondPeriodPremiumDue"], ["year"]],
    ],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = settle.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(new Set(outcome.error.issues.map(({ path }) => path))).toEqual(new Set(paths));
  });

  it("sums beyond the exact range are refused", () => {
    const huge = Array.from({ length: 10 }, () => ({ premium: "9999999999999.99", claims: "0" }));
    expect(settle.safe({ insurers: huge }).ok).toBe(false);
  });

  const sums = fc.integer({ min: 0, max: 100_000_000_000 });

  law("五 not a fen is lost, and refund and supplement are never both due", [sums, sums], (premium, claims) => {
    const s = settle({ insurers: [{ premium: fen(premium), claims: fen(claims) }] });
    expect(s.insurerResult.fen).toBe(premium - claims - s.refund.fen + s.supplement.fen);
    expect(s.refund.fen === 0 || s.supplement.fen === 0).toBe(true);
    expect(Math.min(s.refund.fen, s.supplement.fen, s.insurerBears.fen)).toBeGreaterThanOrEqual(0);
    expect(s.supplement.fen).toBeLessThanOrEqual(Math.ceil(premium * 0.05));
    if (claims * 100 >= premium * 85) {
      expect(Math.abs(s.insurerBears.fen + s.supplement.fen - (claims - premium * 0.85))).toBeLessThan(1);
    }
  });

  law(
    "五 more claims never raise the insurer's result by more than a rounded fen",
    [sums, sums, sums],
    (premium, claims, more) => {
      const result = (each: number) =>
        settle({ insurers: [{ premium: fen(premium), claims: fen(each) }] }).insurerResult.fen;
      expect(result(claims + more)).toBeLessThanOrEqual(result(claims) + 1);
    },
  );

  law(
    "五 how the insurers share the business does not matter",
    [fc.array(fc.record({ premium: sums, claims: sums }), { minLength: 1, maxLength: 5 })],
    (shares) => {
      const whole = {
        premium: fen(shares.reduce((sum, { premium }) => sum + premium, 0)),
        claims: fen(shares.reduce((sum, { claims }) => sum + claims, 0)),
      };
      const pick = (insurers: (typeof whole)[]) => {
        const { refund, supplement, insurerResult } = settle({ insurers });
        return [refund, supplement, insurerResult].map(String);
      };
      expect(pick(shares.map(({ premium, claims }) => ({ premium: fen(premium), claims: fen(claims) })))).toEqual(
        pick([whole]),
      );
    },
  );
});
