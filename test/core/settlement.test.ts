import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, Money, percent, Rate, rate, recompute, yuan } from "huimin-rules/core";
import { ratio } from "../../src/core/money.js";
import { citing } from "../../src/core/policy.js";
import { settleByCorridor, type Corridor } from "../../src/core/settlement.js";
import { Statement } from "../../src/core/statement.js";
import { law } from "../law.js";
import { settle } from "./toy.js";

const shown = (premium: string, claims: string) => {
  const { refund, supplement, insurerBears, insurerResult } = settle({ premium, claims });
  return [refund, supplement, insurerBears, insurerResult].map(String);
};

describe("a corridor: refund below 80 %, half shared from 100 to 120 %, 30 % above", () => {
  it.each([
    // premium 1000: the thresholds lie at 800, 1000 and 1200.
    ["0", "800.00", "0.00", "0.00", "200.00"],
    ["799.99", "0.01", "0.00", "0.00", "200.00"],
    ["800", "0.00", "0.00", "0.00", "200.00"],
    ["800.01", "0.00", "0.00", "0.01", "199.99"],
    ["999.99", "0.00", "0.00", "199.99", "0.01"],
    ["1000", "0.00", "0.00", "200.00", "0.00"],
    ["1000.01", "0.00", "0.01", "200.00", "0.00"], // half a fen rounds up
    ["1000.02", "0.00", "0.01", "200.01", "-0.01"],
    ["1199.99", "0.00", "100.00", "299.99", "-99.99"], // 99.995
    ["1200", "0.00", "100.00", "300.00", "-100.00"],
    ["1200.01", "0.00", "100.00", "300.01", "-100.01"], // 0.003 of the fen above
    ["1200.02", "0.00", "100.01", "300.01", "-100.01"], // 0.006
    ["2000", "0.00", "340.00", "860.00", "-660.00"],
  ])("claims of %s: refund %s, supplement %s, the insurer bears %s, its result %s", (claims, ...expected) => {
    expect(shown("1000", claims)).toEqual(expected);
  });

  it("the ratio is for display, to six places, and is none without premium", () => {
    expect(settle({ premium: "3", claims: "2" }).lossRatio?.toString()).toBe("0.666666");
    expect(settle({ premium: "1000", claims: "800" }).lossRatio?.toString()).toBe("0.800000");
    expect(settle({ premium: 0, claims: 5 }).lossRatio).toBeNull();
    expect(shown("0", "5")).toEqual(["0.00", "1.50", "3.50", "-3.50"]);
  });

  it.each([
    // premium 9 000 000 000: a fen is 0.0000000001 of a percent.
    ["7199999999.99", "0.799999"],
    ["7200000000", "0.800000"],
    ["7200000000.01", "0.800001"],
    ["8999999999.99", "0.999999"],
    ["9000000000.01", "1.000001"],
    ["10799999999.99", "1.199999"],
    ["10800000000.01", "1.200001"],
  ])("of claims of %s it is %s: never on the wrong side of a threshold", (claims, shownRatio) => {
    expect(settle({ premium: "9000000000", claims }).lossRatio?.toString()).toBe(shownRatio);
  });

  it("is rounded away from the nearest threshold, and down between two that are equally near", () => {
    expect(settle({ premium: "7", claims: "6" }).lossRatio?.toString()).toBe("0.857143"); // nearest 0.8: up
    expect(settle({ premium: "7", claims: "6.5" }).lossRatio?.toString()).toBe("0.928571"); // nearest 1: down
    expect(settle({ premium: "20000000", claims: "18000000" }).lossRatio?.toString()).toBe("0.900000");
    const near = (part: string) => String(ratio(yuan(part), yuan(9), [rate("0.5"), rate("0.5"), rate("0.388888")]));
    expect(near("4")).toBe("0.444444"); // just nearer to 0.5
    const tied = ratio(yuan("1"), yuan("3"), [rate("0"), rate("0.5")]);
    expect(String(tied)).toBe("0.333333");
    expect(String(ratio(yuan("0.01"), yuan("64000"), [rate("0"), rate("0.0000003125")]))).toBe("0.000000");
    expect(String(ratio(yuan("0.01"), yuan("64000"), [rate("0"), rate("0.0000003126")]))).toBe("0.000001");
  });
});

const { provision } = citing("试〔2020〕1号");
const term = (share: Rate) => provision("五", share, { zh: "率", en: "rate" });
const amounts = fc.integer({ min: 0, max: 100_000_000_000 }).map(fen);
const points = fc.integer({ min: 0, max: 2000 }).map((each) => rate((each / 1000).toFixed(3)));
const shares = fc.integer({ min: 0, max: 1000 }).map((each) => rate((each / 1000).toFixed(3)));

/** Any corridor whose ratios do not descend: bands one after another, the last open or not. */
const corridors = fc
  .tuple(
    fc.array(points, { minLength: 1, maxLength: 4 }),
    fc.array(shares, { minLength: 4, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([ratios, parts, open]): Corridor => {
    const [first, ...others] = [...ratios].sort((one, other) => one.compare(other)).map(term);
    const bands = others.map((from, index) => ({
      from,
      to: others[index + 1] ?? (open ? null : term(rate("3"))),
      share: term(parts[index] as Rate),
    }));
    return { refundBelow: first as Corridor["refundBelow"], bands };
  });

function settled(premium: Money, claims: Money, corridor: Corridor) {
  const sheet = new Statement(term(Rate.one).clause, () => ({}));
  return { ...settleByCorridor(sheet, premium, claims, corridor), lines: sheet.lines };
}

describe("a refund up to another line than the one below which it begins", () => {
  it.each([
    ["84.99", "15.01"],
    ["85", "0.00"],
    ["85.01", "0.00"],
    ["100", "0.00"],
  ])("claims of %s on 100: %s", (claims, refund) => {
    const [refundBelow, refundTo] = [term(rate("0.85")), term(Rate.one)];
    const all = settled(yuan(100), yuan(claims), { refundBelow, refundTo, bands: [] });
    expect(String(all.refund)).toBe(refund);
    expect(all.insurerResult.fen).toBe(10_000 - yuan(claims).fen - all.refund.fen);
  });

  it("marks the line when either was amended", () => {
    const [line, amended] = [term(rate("0.85")), { ...term(Rate.one), amended: true as const }];
    const marked = (corridor: Corridor) => settled(yuan(100), yuan(50), corridor).lines[0]?.amended;
    expect(marked({ refundBelow: line, bands: [] })).toBeUndefined();
    expect(marked({ refundBelow: line, refundTo: amended, bands: [] })).toBe(true);
  });
});

describe("whatever the corridor", () => {
  law(
    "premium − claims − refund + supplement = result, to the fen",
    [amounts, amounts, corridors],
    (premium, claims, corridor) => {
      const { refund, supplement, insurerResult, lines } = settled(premium, claims, corridor);
      expect(insurerResult.fen).toBe(premium.fen - claims.fen - refund.fen + supplement.fen);
      expect(lines).toHaveLength(corridor.bands.length + 2);
      for (const line of lines) expect(recompute(line).fen).toBe(line.amount.fen);
    },
  );

  law(
    "refund, supplement and what the insurer bears are never negative, and refund and supplement never meet",
    [amounts, amounts, corridors],
    (premium, claims, corridor) => {
      const { refund, supplement, insurerBears } = settled(premium, claims, corridor);
      expect(Math.min(refund.fen, supplement.fen, insurerBears.fen)).toBeGreaterThanOrEqual(0);
      expect(refund.isZero() || supplement.isZero()).toBe(true);
    },
  );

  law(
    "more claims: no more refund, no less supplement, and no better a result but for the fen that each band rounds",
    [amounts, amounts, amounts, corridors],
    (premium, claims, more, corridor) => {
      const before = settled(premium, claims, corridor);
      const after = settled(premium, claims.plus(more), corridor);
      expect(after.refund.compare(before.refund)).toBeLessThanOrEqual(0);
      expect(after.supplement.compare(before.supplement)).toBeGreaterThanOrEqual(0);
      expect(after.insurerResult.fen - before.insurerResult.fen).toBeLessThanOrEqual(corridor.bands.length + 1);
    },
  );

  law(
    "the insurer bears what is above the refund line and not shared",
    [amounts, amounts, corridors],
    (premium, claims, corridor) => {
      const { supplement, insurerBears, refund } = settled(premium, claims, corridor);
      const line = premium.times(corridor.refundBelow.value);
      const above = claims.minus(line).atLeastZero();
      expect(Math.abs(insurerBears.fen - above.minus(supplement).atLeastZero().fen)).toBeLessThanOrEqual(1);
      expect(refund.fen === 0 || insurerBears.fen === 0).toBe(true);
    },
  );
});

describe("an amended ratio", () => {
  it("marks the lines that rest on it, be it where a band begins, ends, or what is shared", () => {
    const marked = (which: "from" | "to" | "share" | "refundBelow") => {
      const of = (name: string, share: Rate) =>
        name === which ? { ...term(share), amended: true as const } : term(share);
      const corridor: Corridor = {
        refundBelow: of("refundBelow", percent(80)),
        bands: [{ from: of("from", percent(90)), to: of("to", percent(100)), share: of("share", percent(50)) }],
      };
      return settled(yuan(100), yuan(95), corridor).lines.map(({ amended = false }) => amended);
    };
    expect(marked("refundBelow")).toEqual([true, false, false]);
    for (const which of ["from", "to", "share"] as const) expect(marked(which)).toEqual([false, true, false]);
  });
});
