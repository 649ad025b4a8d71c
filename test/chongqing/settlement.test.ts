import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, chongqing, fen, sumOf } from "huimin-rules";
import { law } from "../law.js";

const { policy, settle } = chongqing;

const first = { period: "first" } as const;
const settled = (premium: string, claims: string) => {
  const { refund, betweenLines, supplement, insurerBears, insurerResult } = settle({
    ...first,
    insurers: [{ premium, claims }],
  });
  return [refund, betweenLines, supplement, insurerBears, insurerResult].map(String);
};

describe("五 settlement", () => {
  it.each([
    // premium, claims; deducted, between the lines, supplement, insurers bear, insurers' result
    ["100.00", "0.00", "85.00", "0.00", "0.00", "0.00", "15.00"],
    ["100.00", "84.99", "0.01", "0.00", "0.00", "0.00", "15.00"],
    ["100.00", "85.00", "0.00", "0.00", "0.00", "0.00", "15.00"],
    ["100.00", "85.01", "0.00", "0.01", "0.00", "0.00", "14.99"],
    ["100.00", "89.99", "0.00", "4.99", "0.00", "0.00", "10.01"],
    ["100.00", "90.00", "0.00", "5.00", "0.00", "0.00", "10.00"],
    ["100.00", "90.01", "0.00", "5.00", "0.01", "0.00", "10.00"], // half a fen, up
    ["100.00", "90.02", "0.00", "5.00", "0.01", "0.01", "9.99"],
    ["100.00", "99.99", "0.00", "5.00", "5.00", "4.99", "5.01"], // 4.995, up
    ["100.00", "100.00", "0.00", "5.00", "5.00", "5.00", "5.00"],
    ["100.00", "100.01", "0.00", "5.00", "5.00", "5.01", "4.99"],
    ["100.00", "300.00", "0.00", "5.00", "5.00", "205.00", "-195.00"],
    ["0.01", "0.00", "0.01", "0.00", "0.00", "0.00", "0.00"], // 85 % of a fen is 0.85 fen
    ["0.00", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
    ["0.00", "7.00", "0.00", "0.00", "0.00", "7.00", "-7.00"],
  ])("premium %s, claims %s", (premium, claims, ...expected) => {
    expect(settled(premium, claims)).toEqual(expected);
  });

  it("thresholds are never rounded: 85 % of 33.33 is 28.3305", () => {
    expect(settled("33.33", "28.33")).toEqual(["0.00", "0.00", "0.00", "0.00", "5.00"]);
    expect(settled("33.33", "28.32")).toEqual(["0.01", "0.00", "0.00", "0.00", "5.00"]);
  });

  it("五 all insurers are counted together", () => {
    const { premium, claims, lossRatio, refund, byInsurer } = settle({
      ...first,
      insurers: [
        { name: "甲", premium: "600", claims: "600" },
        { name: "乙", premium: "400", claims: "100" },
      ],
    });
    expect([premium, claims, lossRatio, refund].map(String)).toEqual(["1000.00", "700.00", "0.700000", "150.00"]);
    // Each insurer's own ratio decides nothing, and nothing is divided unless the contract says how.
    expect(JSON.parse(JSON.stringify(byInsurer))).toEqual([
      { name: "甲", premium: "600.00", claims: "600.00", lossRatio: "1.000000" },
      { name: "乙", premium: "400.00", claims: "100.00", lossRatio: "0.250000" },
    ]);
  });

  it.each([
    ["84999999.99", "0.849999", "84.9999%"],
    ["85000000", "0.850000", "85%"],
    ["85000000.01", "0.850001", "85.0001%"],
    ["89999999.99", "0.899999", "89.9999%"],
    ["90000000.01", "0.900001", "90.0001%"],
    ["99999999.99", "0.999999", "99.9999%"],
    ["100000000.01", "1.000001", "100.0001%"],
  ])("the ratio of %s is told as %s, on its side of the line", (claims, told, percent) => {
    const { lossRatio } = settle({ ...first, insurers: [{ premium: "100000000", claims }] });
    expect([String(lossRatio), lossRatio?.toPercent()]).toEqual([told, percent]);
  });

  it("五 shows the total, what lies between the lines, each side's half, and what lies beyond", () => {
    const { lines } = settle({ ...first, insurers: [{ premium: "100", claims: "112" }] });
    expect(lines.map(({ label, amount }) => [label.zh, String(amount)])).toEqual([
      ["保费合计", "100.00"],
      ["赔款合计", "112.00"],
      ["应扣除的保费", "0.00"],
      ["赔付率85%至90%之间的赔款", "5.00"],
      ["赔付率90%至100%之间的赔款", "10.00"],
      ["投保人承担", "5.00"],
      ["其余由承保保险公司承担", "5.00"],
      ["赔付率超过100%的赔款，由承保保险公司自行承担", "12.00"],
      ["承保保险公司盈亏", "-7.00"],
    ]);
  });

  it("五 the labels follow the terms, and a line that used an amended one says so", () => {
    const amended = amend(policy, { terms: { settlement: { sharedFrom: "0.92", policyholderShare: "0.4" } } });
    const { lines, supplement } = settle(
      { ...first, insurers: [{ premium: "100", claims: "112" }] },
      { policy: amended },
    );
    expect(lines.map(({ label, amended: marked = false }) => [label.en, marked])).toEqual([
      ["Premium of all insurers", false],
      ["Claims of all insurers", false],
      ["Premium to be deducted", false],
      ["Claims from 85% to 92% of premium", true],
      ["Claims from 92% to 100% of premium", true],
      ["Added by the policyholder", true],
      ["The rest, borne by the insurers", true],
      ["Claims above 100% of premium, borne by the insurers", false],
      ["Insurers' result", false],
    ]);
    expect(String(supplement)).toBe("3.20");
  });

  it.each([
    ["refundBelow", "0.86", [2, 3]],
    ["sharedFrom", "0.92", [3, 4, 5, 6]],
    ["sharedTo", "0.95", [4, 5, 6, 7]],
    ["policyholderShare", "0.4", [5, 6]],
  ])("五 %s, amended to %s, marks the lines that rest on it", (name, value, marked) => {
    const options = { policy: amend(policy, { terms: { settlement: { [name]: value } } }) };
    const { lines } = settle({ ...first, insurers: [{ premium: "100", claims: "112" }] }, options);
    expect(lines.flatMap(({ amended }, index) => (amended ? [index] : []))).toEqual(marked);
  });

  const divided = (allocation: "byPremium" | "byClaims", insurers: { premium: string; claims: string }[]) =>
    settle({ ...first, allocation, insurers }).byInsurer.map(({ refund, supplement }) =>
      [refund, supplement].map(String),
    );

  it("五 what is deducted or added is divided as the contract says, to the fen", () => {
    const low = [
      { premium: "100", claims: "10" },
      { premium: "100", claims: "20" },
      { premium: "100", claims: "40" },
    ];
    // 255 less 70: 185, a third each; or 1, 2 and 4 sevenths: 26.428…, 52.857…, 105.714…
    expect(divided("byPremium", low)).toEqual([
      ["61.67", "0.00"],
      ["61.67", "0.00"],
      ["61.66", "0.00"],
    ]);
    expect(divided("byClaims", low)).toEqual([
      ["26.43", "0.00"],
      ["52.86", "0.00"],
      ["105.71", "0.00"],
    ]);
    const high = [
      { premium: "100", claims: "96" },
      { premium: "50", claims: "48" },
    ];
    expect(divided("byPremium", high)).toEqual([
      ["0.00", "3.00"],
      ["0.00", "1.50"],
    ]);
  });

  it("五 without claims nothing can be divided by claims; without premium nothing is to be divided", () => {
    const input = { ...first, insurers: [{ premium: "100", claims: "0" }] };
    expect(settle.safe({ ...input, allocation: "byClaims" })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["allocation"], code: "CONFLICT" }] },
    });
    expect(divided("byPremium", [{ premium: "100", claims: "0" }])).toEqual([["85.00", "0.00"]]);
    expect(divided("byPremium", [{ premium: "0", claims: "7" }])).toEqual([["0.00", "0.00"]]);
    expect(divided("byClaims", [{ premium: "0", claims: "7" }])).toEqual([["0.00", "0.00"]]);
  });

  it("五 the refund is deducted from the second period's premium, as far as that goes", () => {
    const input = { ...first, insurers: [{ premium: "1000", claims: "600" }] };
    const parts = (secondPeriodPremiumDue: string) => {
      const { refund, deducted, undeducted } = settle({ ...input, secondPeriodPremiumDue });
      return [refund, deducted, undeducted].map(String);
    };
    expect(parts("249.99")).toEqual(["250.00", "249.99", "0.01"]);
    expect(parts("250")).toEqual(["250.00", "250.00", "0.00"]);
    expect(parts("250.01")).toEqual(["250.00", "250.00", "0.00"]);
    expect(parts("0")).toEqual(["250.00", "0.00", "250.00"]);
    expect(settle(input)).not.toHaveProperty("deducted");
    expect(settle(input).conditions.map(({ zh }) => zh)).toEqual([
      "应扣除的保费，在清算第二保障期间首批参保人员保险费剩余部分和批增保费时扣除",
    ]);
    expect(settle({ ...first, insurers: [{ premium: "1000", claims: "900" }] }).conditions).toEqual([]);
  });

  it("五 after the second period no premium is left to deduct from, and the result says so", () => {
    const second = { period: "second", insurers: [{ premium: "1000", claims: "600" }] } as const;
    const { refund, conditions, ...rest } = settle(second);
    expect(String(refund)).toBe("250.00");
    expect(rest).not.toHaveProperty("deducted");
    expect(conditions.map(({ zh }) => zh)).toEqual(["第二保障期间之后没有可供扣除的保费，如何处理通知未作规定"]);
    expect(settle.safe({ ...second, secondPeriodPremiumDue: "0" })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["secondPeriodPremiumDue"], code: "CONFLICT" }] },
    });
  });

  it("without premium there is no loss ratio", () => {
    const { lossRatio, byInsurer } = settle({ ...first, insurers: [{ premium: 0, claims: 1 }] });
    expect([lossRatio, byInsurer[0]?.lossRatio]).toEqual([null, null]);
  });

  it.each([
    [{ ...first, insurers: [] }, [["insurers"]]],
    [{ insurers: [{ premium: "1", claims: "1" }] }, [["period"]]],
    [{ ...first, insurers: [{ premium: "1" }] }, [["insurers", 0, "claims"]]],
    [
      {
        period: "third",
        allocation: "evenly",
        insurers: [
          { premium: "1", claims: -1 },
          { premium: "x", claims: 1 },
        ],
        secondPeriodPremiumDue: "1e3",
        year: 1,
      },
      [
        ["period"],
        ["allocation"],
        ["insurers", 0, "claims"],
        ["insurers", 1, "premium"],
        ["secondPeriodPremiumDue"],
        ["year"],
      ],
    ],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = settle.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(new Set(outcome.error.issues.map(({ path }) => path))).toEqual(new Set(paths));
  });

  it("what is no insurer is refused, and nothing is divided by it", () => {
    const { ok } = settle.safe({ period: "first", allocation: "byClaims", insurers: ["甲", "乙"] as never });
    expect(ok).toBe(false);
  });

  it("sums beyond the exact range are refused", () => {
    const huge = Array.from({ length: 10 }, () => ({ premium: "9999999999999.99", claims: "0" }));
    expect(settle.safe({ ...first, insurers: huge }).ok).toBe(false);
  });

  const sums = fc.integer({ min: 0, max: 100_000_000_000 });

  law("五 not a fen is lost, and refund and supplement are never both due", [sums, sums], (premium, claims) => {
    const s = settle({ ...first, insurers: [{ premium: fen(premium), claims: fen(claims) }] });
    expect(s.insurerResult.fen).toBe(premium - claims - s.refund.fen + s.supplement.fen);
    expect(s.refund.fen === 0 || s.supplement.fen === 0).toBe(true);
    expect(Math.min(s.refund.fen, s.supplement.fen, s.insurerBears.fen)).toBeGreaterThanOrEqual(0);
    expect(s.supplement.fen).toBeLessThanOrEqual(Math.ceil(premium * 0.05));
    if (claims * 100 >= premium * 90) {
      expect(Math.abs(s.insurerBears.fen + s.supplement.fen - (claims - premium * 0.9))).toBeLessThan(1);
      expect(Math.abs(s.betweenLines.fen - premium * 0.05)).toBeLessThan(1);
    } else {
      expect([s.insurerBears.fen, s.supplement.fen]).toEqual([0, 0]);
    }
  });

  law(
    "五 more claims never raise the insurer's result by more than a rounded fen",
    [sums, sums, sums],
    (premium, claims, more) => {
      const result = (each: number) =>
        settle({ ...first, insurers: [{ premium: fen(premium), claims: fen(each) }] }).insurerResult.fen;
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
        const { refund, supplement, insurerResult } = settle({ ...first, insurers });
        return [refund, supplement, insurerResult].map(String);
      };
      expect(pick(shares.map(({ premium, claims }) => ({ premium: fen(premium), claims: fen(claims) })))).toEqual(
        pick([whole]),
      );
    },
  );

  law(
    "五 the insurers' parts add up, however they divide",
    [
      fc.array(fc.record({ premium: fc.integer({ min: 1, max: 1e11 }), claims: fc.integer({ min: 1, max: 1e11 }) }), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.constantFrom("byPremium" as const, "byClaims" as const),
      fc.constantFrom("first" as const, "second" as const),
    ],
    (shares, allocation, period) => {
      const insurers = shares.map(({ premium, claims }) => ({ premium: fen(premium), claims: fen(claims) }));
      const { refund, supplement, byInsurer } = settle({ period, allocation, insurers });
      const parts = (part: "refund" | "supplement") =>
        sumOf(byInsurer.flatMap(({ [part]: own }) => (own === undefined ? [] : [own]))).fen;
      expect([parts("refund"), parts("supplement")]).toEqual([refund.fen, supplement.fen]);
    },
  );

  it("五 an insurer whose claims are bad or missing is told so, also where the claims are to divide by", () => {
    for (const claims of [undefined, "1."]) {
      const refused = settle.safe({ period: "first", allocation: "byClaims", insurers: [{ premium: "1", claims }] });
      expect(refused.ok || refused.error.issues.map(({ path }) => path.join("."))).toEqual(["insurers.0.claims"]);
    }
  });
});
