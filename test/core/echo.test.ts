import { describe, expect, it } from "vitest";
import { chinaWorkCalendar, rate, yuan } from "huimin-rules/core";
import { echoOf } from "../../src/core/echo.js";
import { money, optional } from "../../src/core/fields.js";
import { benefit } from "../../src/core/results.js";
import { rulesOf } from "../../src/core/rule.js";
import { rateOf } from "../../src/core/wire.js";
import { patient, person } from "./toy-cases.js";
import * as toy from "./toy.js";

const { accidentBenefit, assessClaim, checkEligibility, policy } = toy;
const { rule } = rulesOf(policy);
const outside = { ...patient, inpatient: false };

describe("a reading is echoed where another choice gives another amount, outcome or day, or refuses the input", () => {
  it("another amount; and not where every choice comes to the same", () => {
    // Grade 10 is 5 000, death 20 000: together 25 000, else 20 000.
    expect(accidentBenefit({ death: true, disabilityGrade: 10 }).readings).toEqual({ deathAfterDisability: "both" });
    const spent = { death: true, disabilityGrade: 10, disabilityPaidBefore: "60000" } as const;
    for (const deathAfterDisability of ["both", "higher", "deathOnly"] as const) {
      const { amount, readings } = accidentBenefit(spent, { readings: { deathAfterDisability } });
      expect([String(amount), readings]).toEqual(["20000.00", {}]);
    }
  });

  it("another outcome; and not where the case is decided otherwise", () => {
    expect(checkEligibility({ cover: "care", ...outside }).readings).toEqual({ outpatient: "refused" });
    expect(checkEligibility({ cover: "care", ...outside, place: "abroad" }).readings).toEqual({});
    expect(checkEligibility({ cover: "care", ...patient }).readings).toEqual({});
    expect(checkEligibility({ cover: "care", ...patient, inpatient: null }).readings).toEqual({
      outpatient: "refused",
    });
  });

  it("in an assessment, whatever of it depends on them: of the eligibility by itself, of the amount by itself, of the whole", () => {
    const care = assessClaim({ cover: "care", facts: outside, loss: { cost: "1" } });
    // Nothing is paid below the deductible, but the outcome is another.
    expect([care.readings, care.eligibility.readings]).toEqual([{ outpatient: "refused" }, { outpatient: "refused" }]);
    const facts = { ...person, accidental: false };
    const accident = assessClaim({ cover: "accident", facts, loss: { death: true, disabilityGrade: 10 } });
    expect([accident.readings, accident.eligibility.readings]).toEqual([{ deathAfterDisability: "both" }, {}]);
  });

  it("what another choice refuses depends on the reading", () => {
    const strict = rule({
      id: "strict",
      title: { zh: "严", en: "Strict" },
      clause: "三",
      readings: ["outpatient"],
      input: { cost: money("费用", "Costs"), before: optional(money("此前", "Before")) },
      result: benefit,
      check({ before }, report, { reading }) {
        if (before === undefined && reading("outpatient") === "granted")
          report(["before"], "MISSING", "须填", "needed");
      },
      evaluate: ({ cost }, { statement }) => statement().benefit([cost], { medical: cost }),
    });
    expect(strict({ cost: "1" }).readings).toEqual({ outpatient: "refused" });
    expect(strict({ cost: "1", before: "0" }).readings).toEqual({});
    const parsed = strict.input.parse({ cost: "1", before: "0" });
    expect(strict.evaluate(parsed).readings).toEqual({});
  });
});

// Results compared --------------------------------------------------------------------------------------------------------

const settings = { policy, choices: { deathAfterDisability: "higher" }, calendar: chinaWorkCalendar } as const;

/** Whether a reading is echoed that gives one result, and another one under its other choice. */
const matters = (one: object, other: object | null) =>
  "outpatient" in echoOf(one, { outpatient: "refused" }, settings, () => other);

describe("between two results, a reading is echoed", () => {
  it.each<[string, object, object | null]>([
    ["another amount", { amount: yuan(1) }, { amount: yuan(2) }],
    ["another amount further in", { parts: { death: yuan(1) } }, { parts: { death: yuan(2) } }],
    ["another ratio", { ratio: rate("0.5") }, { ratio: rate("0.6") }],
    ["another day", { deadlines: [{ dueOn: "2020-01-01" }] }, { deadlines: [{ dueOn: "2020-01-02" }] }],
    ["another outcome", { outcome: "eligible" }, { outcome: "ineligible" }],
    ["a fen where there was no part", { parts: {} }, { parts: { death: yuan("0.01") } }],
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
    ["nothing where there was no part", { parts: {} }, { parts: { death: yuan(0) } }],
    ["no part where there was nothing", { parts: { death: yuan(0) } }, { parts: {} }],
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
      { deathAfterDisability: "higher", outpatient: "refused", supposed: { a: 1 } },
      { deathAfterDisability: "both", supposed: { a: 1 } },
      { deathAfterDisability: "deathOnly", supposed: { a: 1 } },
    ]);
  });
});
