import { describe, expect, it } from "vitest";
import { money, optional } from "../../src/core/fields.js";
import { benefit } from "../../src/core/results.js";
import { rulesOf } from "../../src/core/rule.js";
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
