import { describe, expect, it } from "vitest";
import { chinaWorkCalendar, rate, yuan } from "huimin-rules/core";
import { echoOf } from "../../src/core/echo.js";
import { rateOf } from "../../src/core/wire.js";
import { policy } from "./toy.js";

const settings = { policy, choices: { deathAfterDisability: "higher" }, calendar: chinaWorkCalendar } as const;

/** Whether a reading is echoed that gives one result, and another one under its other choice. */
const matters = (one: object, other: object | null) =>
  "outpatient" in echoOf(one, { outpatient: "refused" }, settings, () => other);

describe("a reading is echoed", () => {
  it.each<[string, object, object | null]>([
    ["another amount", { amount: yuan(1) }, { amount: yuan(2) }],
    ["another amount further in", { parts: { death: yuan(1) } }, { parts: { death: yuan(2) } }],
    ["another ratio", { ratio: rate("0.5") }, { ratio: rate("0.6") }],
    ["another day", { deadlines: [{ dueOn: "2020-01-01" }] }, { deadlines: [{ dueOn: "2020-01-02" }] }],
    ["another outcome", { outcome: "eligible" }, { outcome: "ineligible" }],
    ["one part more", { a: 1 }, { a: 1, b: 2 }],
    ["one part less", { a: 1, b: 2 }, { a: 1 }],
    ["no amount", { amount: yuan(1) }, { amount: null }],
    ["an amount where there was none", { amount: null }, { amount: yuan(1) }],
    ["no ratio", { ratio: rate(0) }, { ratio: null }],
    ["something else than an amount", { amount: yuan(1) }, { amount: "1.00" }],
    ["an empty part for nothing", { a: null }, { a: {} }],
    ["nothing for an empty part", { a: {} }, { a: null }],
    ["an empty part for a number", { a: 1 }, { a: {} }],
    ["a number for an empty part", { a: {} }, { a: 1 }],
    ["a refusal of the input", { amount: yuan(1) }, null],
  ])("that can give %s", (_, one, other) => {
    expect(matters(one, other)).toBe(true);
  });

  it.each<[string, object, object]>([
    ["the same amount", { amount: yuan(1) }, { amount: yuan("1.00") }],
    ["the same ratio to more places", { ratio: rate("0.85") }, { ratio: rateOf("0.850000") }],
    ["the same parts", { parts: [{ a: "x", b: null }] }, { parts: [{ a: "x", b: null }] }],
    ...["readings", "lines", "checks", "unmet", "missing", "conditions", "text", "label", "basis"].map(
      (name): [string, object, object] => [`other ${name}`, { a: 1, [name]: ["x"] }, { a: 1, [name]: ["y"] }],
    ),
  ])("and not where it gives %s", (_, one, other) => {
    expect(matters(one, other)).toBe(false);
  });

  it("where any other choice gives something else, each tried beside the choices that were given", () => {
    const tried: object[] = [];
    const used = { outpatient: "granted", deathAfterDisability: "higher" };
    const echo = echoOf({ a: 1 }, used, settings, ({ choices, supposed }) => {
      tried.push({ ...choices, supposed });
      return { a: (choices as Record<string, string>)["deathAfterDisability"] === "deathOnly" ? 2 : 1 };
    });
    expect(echo).toEqual({ deathAfterDisability: "higher" });
    expect(tried).toEqual([
      { deathAfterDisability: "higher", outpatient: "refused", supposed: true },
      { deathAfterDisability: "both", supposed: true },
      { deathAfterDisability: "deathOnly", supposed: true },
    ]);
  });
});
