import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen, Money, sumOf, yuan } from "huimin-rules/core";
import { harm, type DeathAfterDisability } from "../../src/core/harm.js";
import { citing, clauseAt } from "../../src/core/policy.js";
import { Statement } from "../../src/core/statement.js";
import { law } from "../law.js";

const { provision } = citing("试〔2020〕1号");
const readings: readonly DeathAfterDisability[] = ["both", "higher", "deathOnly"];

const limit = provision("一", yuan(60), { zh: "伤残限额", en: "Limit for disabilities" });

function harmOf(
  disability: Money | null,
  death: Money | null,
  paidToDate: Money,
  reading: DeathAfterDisability,
  paidBefore = Money.zero,
) {
  const asked: string[] = [];
  const sheet = new Statement(clauseAt("试〔2020〕1号", "一"), () => ({}));
  const { due, parts } = harm(sheet, { disability, death, limit, paidBefore, paidToDate }, () => {
    asked.push(reading);
    return reading;
  });
  const { amount, overpaid, lines } = sheet.benefit(due, parts);
  return { amount, overpaid, parts, asked: asked.length, lines: lines.map(({ label }) => label.zh) };
}

const shown = (...given: Parameters<typeof harmOf>) => {
  const { amount, overpaid, parts, asked } = harmOf(...given);
  return [String(amount), String(overpaid), JSON.stringify(parts), asked];
};

const [none, small, large] = [Money.zero, yuan(20), yuan(50)];

describe("death and disability from one accident", () => {
  it("neither, or one of them, asks no reading", () => {
    expect(shown(null, null, none, "both")).toEqual(["0.00", "0.00", "{}", 0]);
    expect(shown(null, small, none, "higher")).toEqual(["20.00", "0.00", '{"death":"20.00"}', 0]);
    expect(shown(large, null, none, "deathOnly")).toEqual(["50.00", "0.00", '{"disability":"50.00"}', 0]);
  });

  it.each<[DeathAfterDisability, Money, Money, Money, string, string, string]>([
    ["both", large, small, none, "70.00", "0.00", '{"disability":"50.00","death":"20.00"}'],
    ["both", large, small, yuan(50), "20.00", "0.00", '{"disability":"50.00","death":"20.00"}'],
    ["both", large, small, yuan("50.01"), "20.00", "0.01", '{"disability":"50.00","death":"20.00"}'],
    ["higher", large, small, none, "50.00", "0.00", '{"disability":"50.00"}'],
    ["higher", small, large, none, "50.00", "0.00", '{"death":"50.00"}'],
    ["higher", large, large, none, "50.00", "0.00", '{"death":"50.00"}'],
    ["higher", large, small, yuan(50), "0.00", "0.00", '{"disability":"50.00"}'],
    ["higher", small, large, small, "30.00", "0.00", '{"death":"50.00"}'],
    ["deathOnly", large, small, none, "20.00", "0.00", '{"death":"20.00"}'],
    ["deathOnly", large, small, yuan(50), "0.00", "30.00", '{"death":"20.00"}'],
  ])(
    "%s: disability %s, death %s, paid %s: %s due, %s overpaid",
    (reading, disability, death, paid, due, over, parts) => {
      expect(shown(disability, death, paid, reading)).toEqual([due, over, parts, 1]);
    },
  );

  it("disability alone, less what was paid of it", () => {
    expect(shown(large, null, yuan(60), "both")).toEqual(["0.00", "10.00", '{"disability":"50.00"}', 0]);
    expect(harmOf(large, null, yuan(60), "both").lines).toEqual(["扣除此前已赔付的伤残", "承保机构应赔付"]);
    expect(harmOf(large, small, none, "higher").lines).toEqual(["伤残与身故取高", "承保机构应赔付"]);
  });

  it("disabilities from other accidents use up the limit, one fen below, at and above what is left", () => {
    expect(shown(large, null, none, "both", yuan("9.99"))).toEqual(["50.00", "0.00", '{"disability":"50.00"}', 0]);
    expect(shown(large, null, none, "both", yuan("10"))).toEqual(["50.00", "0.00", '{"disability":"50.00"}', 0]);
    expect(shown(large, null, none, "both", yuan("10.01"))).toEqual(["49.99", "0.00", '{"disability":"49.99"}', 0]);
    expect(shown(large, small, none, "higher", yuan(55))).toEqual(["20.00", "0.00", '{"death":"20.00"}', 1]);
    expect(shown(large, null, yuan(7), "both", yuan(55))).toEqual(["0.00", "2.00", '{"disability":"5.00"}', 0]);
    expect(harmOf(large, null, none, "both", yuan(5)).lines).toEqual(["按伤残限额核定", "承保机构应赔付"]);
    expect(harmOf(large, null, none, "both", yuan(60)).lines).toEqual(["伤残限额已用完", "承保机构应赔付"]);
  });

  const amounts = fc.integer({ min: 0, max: 10_000_000 }).map(fen);
  law(
    "parts add up to what is due before what was paid, due − overpaid = parts − paid, and no reading gives more than both",
    [fc.option(amounts), fc.option(amounts), amounts, fc.constantFrom(...readings)],
    (disability, death, paid, reading) => {
      fc.pre(disability !== null || paid.isZero());
      const { amount, overpaid, parts } = harmOf(disability, death, paid, reading);
      const before = sumOf(Object.values(parts));
      expect(amount.fen).toBeGreaterThanOrEqual(0);
      expect(amount.minus(overpaid).fen).toBe(before.minus(paid).fen);
      const both = harmOf(disability, death, Money.zero, "both").amount;
      expect(before.compare(both)).toBeLessThanOrEqual(0);
    },
  );
});
