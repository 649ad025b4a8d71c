import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain, fen, lishui, yuan } from "huimin-rules";
import { law } from "../law.js";

const { settle } = lishui;

const settled = (premium: string, claims: string, profitLimit = "0.05", lossLimit = "0.05") => {
  const s = settle({ premium, claims, corridor: { profitLimit, lossLimit } });
  return [s.refund, s.supplement, s.insurerBears, s.insurerResult].map(String);
};

describe("六(二) settlement by the tender's corridor", () => {
  it.each([
    // premium, claims, refund, supplement, insurer bears, insurer's result; a corridor of 5 % on both sides
    ["100.00", "0.00", "95.00", "0.00", "0.00", "5.00"],
    ["100.00", "94.99", "0.01", "0.00", "0.00", "5.00"],
    ["100.00", "95.00", "0.00", "0.00", "0.00", "5.00"],
    ["100.00", "95.01", "0.00", "0.00", "0.01", "4.99"],
    ["100.00", "100.00", "0.00", "0.00", "5.00", "0.00"],
    ["100.00", "104.99", "0.00", "0.00", "9.99", "-4.99"],
    ["100.00", "105.00", "0.00", "0.00", "10.00", "-5.00"],
    ["100.00", "105.01", "0.00", "0.01", "10.00", "-5.00"],
    ["100.00", "300.00", "0.00", "195.00", "10.00", "-5.00"],
    ["0.00", "7.00", "0.00", "7.00", "0.00", "0.00"],
    ["0.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
  ])("premium %s, claims %s", (premium, claims, ...expected) => {
    expect(settled(premium, claims)).toEqual(expected);
  });

  it.each([
    ["0.03", "0.08", "90.00", ["7.00", "0.00", "0.00", "3.00"]],
    ["0.03", "0.08", "120.00", ["0.00", "12.00", "11.00", "-8.00"]],
    ["0", "0", "80.00", ["20.00", "0.00", "0.00", "0.00"]],
    ["0", "0", "120.00", ["0.00", "20.00", "0.00", "0.00"]],
    ["1", "1", "0.00", ["0.00", "0.00", "0.00", "100.00"]],
    ["1", "1", "200.00", ["0.00", "0.00", "200.00", "-100.00"]],
    ["1", "1", "200.01", ["0.00", "0.01", "200.00", "-100.00"]],
  ])("profit limit %s, loss limit %s, premium 100, claims %s", (profitLimit, lossLimit, claims, expected) => {
    expect(settled("100.00", claims, profitLimit, lossLimit)).toEqual(expected);
  });

  it("the lines of the corridor are never rounded: 95 % of 33.33 is 31.6635, 105 % is 34.9965", () => {
    expect(settled("33.33", "31.66")).toEqual(["0.00", "0.00", "0.00", "1.67"]);
    expect(settled("33.33", "31.65")).toEqual(["0.01", "0.00", "0.00", "1.67"]);
    expect(settled("33.33", "35.00").slice(0, 2)).toEqual(["0.00", "0.00"]);
    expect(settled("33.33", "35.01").slice(0, 2)).toEqual(["0.00", "0.01"]);
  });

  it("shows its working under the tender's names", () => {
    const s = settle({ premium: "1000000", claims: "1300000", corridor: { profitLimit: "0.05", lossLimit: "0.04" } });
    expect(s).toMatchObject({ conditions: [], readings: {} });
    expect(String(s.lossRatio)).toBe("1.300000");
    expect(
      s.lines.map(({ label, clause, operation, amount, operands }) => [
        label.zh,
        clause.path,
        operation,
        String(amount),
        JSON.parse(JSON.stringify(operands)) as unknown,
      ]),
    ).toEqual([
      [
        "盈利超过控制幅度的部分，应退出（意见未指定退给谁）",
        "六(二)",
        "shortfall",
        "0.00",
        ["1000000.00", "0.95", "1300000.00"],
      ],
      [
        "亏损超过控制幅度的部分，应补足（意见未指定由谁补足）",
        "六(二)",
        "excess",
        "260000.00",
        ["1300000.00", "1000000.00", "1.04", null, "1"],
      ],
      ["承保机构盈亏", "六(二)", "result", "-40000.00", ["1000000.00", "1300000.00", "0.00", "260000.00"]],
    ]);
  });

  it("names nobody who receives or pays what is beyond the limits, in either language", () => {
    const corridor = { profitLimit: "0.05", lossLimit: "0.05" };
    const said = explain(settle({ premium: "1000000", claims: "800000", corridor }));
    expect(said).toMatch(/盈利超过控制幅度的部分，应退出（意见未指定退给谁） +150000\.00/);
    expect(said).toMatch(/亏损超过控制幅度的部分，应补足（意见未指定由谁补足） +0\.00/);
    expect(said).not.toMatch(/付费方|政府/);
    const english = explain(settle({ premium: "1000000", claims: "800000", corridor }), { locale: "en" });
    expect(english).toMatch(/Profit beyond the limit, given back \(the opinion does not say to whom\) +150000\.00/);
    expect(english).toMatch(/Loss beyond the limit, made up \(the opinion does not say by whom\) +0\.00/);
    expect(english).not.toMatch(/the payer|government/i);
    expect(lishui.unspecified.balancing.text.zh).toContain("超出幅度的部分是否百分之百调节");
  });

  it("without premium there is no loss ratio", () => {
    const corridor = { profitLimit: "0.05", lossLimit: "0.05" };
    expect(settle({ premium: 0, claims: 1, corridor }).lossRatio).toBeNull();
  });

  it.each([
    [{ premium: "1", claims: "1" }, [["corridor"]]],
    [
      { premium: null, claims: "x", corridor: { profitLimit: "5", lossLimit: "1.000001", share: 1 }, year: 1 },
      [
        ["premium"],
        ["claims"],
        ["corridor", "profitLimit"],
        ["corridor", "lossLimit"],
        ["corridor", "share"],
        ["year"],
      ],
    ],
    [{ premium: "1", claims: "1", corridor: { profitLimit: "0.05" } }, [["corridor", "lossLimit"]]],
    [
      { premium: "1", claims: "1", corridor: { profitLimit: "-0.05", lossLimit: null } },
      [
        ["corridor", "profitLimit"],
        ["corridor", "lossLimit"],
      ],
    ],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = settle.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(new Set(outcome.error.issues.map(({ path }) => path))).toEqual(new Set(paths));
  });

  const sums = fc.integer({ min: 0, max: 10_000_000_000 });
  const percents = fc.integer({ min: 0, max: 100 });

  law(
    "六(二) the insurer's result is always inside the corridor, to half a fen, and not a fen is lost",
    [sums, sums, percents, percents],
    (premium, claims, profit, loss) => {
      const corridor = { profitLimit: (profit / 100).toFixed(2), lossLimit: (loss / 100).toFixed(2) };
      const s = settle({ premium: fen(premium), claims: fen(claims), corridor });
      const result = s.insurerResult.fen;
      // In hundredths of a fen, so that every side is whole.
      expect(result * 100).toBeLessThanOrEqual(premium * profit + 50);
      expect(result * 100).toBeGreaterThanOrEqual(-premium * loss - 50);
      expect(result).toBe(premium - claims - s.refund.fen + s.supplement.fen);
      expect(Math.min(s.refund.fen, s.supplement.fen, s.insurerBears.fen)).toBeGreaterThanOrEqual(0);
      expect(s.refund.fen === 0 || s.supplement.fen === 0).toBe(true);
    },
  );

  law("六(二) inside the corridor nothing moves", [sums, fc.integer({ min: 95, max: 105 })], (premium, share) => {
    const whole = fen(premium - (premium % 100));
    const claims = fen((whole.fen / 100) * share);
    expect(settled(String(whole), String(claims)).slice(0, 2)).toEqual(["0.00", "0.00"]);
  });

  it("takes the largest amounts", () => {
    const most = yuan("9999999999999.99");
    const corridor = { profitLimit: "0", lossLimit: "0" };
    expect(settle({ premium: most, claims: 0, corridor }).refund.equals(most)).toBe(true);
    expect(settle({ premium: 0, claims: most, corridor }).supplement.equals(most)).toBe(true);
  });
});
