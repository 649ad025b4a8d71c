import { describe, expect, it } from "vitest";
import { amend, compareReadings, yuan, type Benefit } from "huimin-rules/core";
import { flag, money } from "../../src/core/fields.js";
import { benefit } from "../../src/core/results.js";
import { rulesOf } from "../../src/core/rule.js";
import { patient, person } from "./toy-cases.js";
import * as toy from "./toy.js";

const { accidentBenefit, assessClaim, careBenefit, checkEligibility, policy, settle } = toy;
const both = { death: true, disabilityGrade: 10 } as const;

describe("compareReadings", () => {
  it("varies only what the default result used", () => {
    expect(compareReadings(careBenefit, { place: "county", cost: "58000" })).toHaveLength(1);
    expect(compareReadings(settle, { premium: 1, claims: 1 })).toHaveLength(1);
    expect(compareReadings(accidentBenefit, { death: true })).toHaveLength(1);
    expect(compareReadings(accidentBenefit, both)).toHaveLength(3);
  });

  it("gives each outcome as the rule itself gives it under that reading, the default first", () => {
    const compared = compareReadings(accidentBenefit, both);
    expect(compared.map(({ readings }) => readings["deathAfterDisability"])).toEqual(["both", "higher", "deathOnly"]);
    expect(compared.map(({ outcome }) => outcome.ok && outcome.value.amount.toString())).toEqual([
      "25000.00",
      "20000.00",
      "20000.00",
    ]);
    for (const { readings, outcome } of compared) {
      expect(outcome).toEqual(accidentBenefit.safe(both, { readings }));
    }
  });

  it("crosses the readings of an assessment, those of its benefit included", () => {
    const facts = { ...person, accidental: true };
    const accident = compareReadings(assessClaim, { cover: "accident", facts, loss: both });
    expect(accident.map(({ readings }) => readings)).toEqual(
      ["both", "higher", "deathOnly"].map((deathAfterDisability) => ({ deathAfterDisability })),
    );
    const care = compareReadings(assessClaim, {
      cover: "care",
      facts: { ...patient, inpatient: false },
      loss: { cost: "3100" },
    });
    expect(care.map(({ outcome }) => outcome.ok && String(outcome.value.payable))).toEqual(["0.00", "1700.00"]);
  });

  it("begins with the readings that were given, and keeps the other options", () => {
    const readings = { deathAfterDisability: "deathOnly", outpatient: "granted" } as const;
    const compared = compareReadings(accidentBenefit, both, {
      readings,
      policy: amend(policy, { terms: { accident: { death: "30000" } } }),
    });
    expect(compared.map(({ readings: used }) => used)).toEqual(
      ["deathOnly", "both", "higher"].map((deathAfterDisability) => ({ deathAfterDisability })),
    );
    expect(compared.map(({ outcome }) => outcome.ok && outcome.value.amount.toString())).toEqual([
      "30000.00",
      "35000.00",
      "30000.00",
    ]);
    const kept = compareReadings(checkEligibility, { cover: "care", ...patient, inpatient: false }, { readings });
    expect(kept.map(({ readings: used }) => used["outpatient"])).toEqual(["granted", "refused"]);
  });

  const twofold = rulesOf(policy).rule({
    id: "twofold",
    title: { zh: "两处解读", en: "Twofold" },
    clause: "三",
    readings: ["outpatient", "deathAfterDisability"],
    input: { refused: flag("是否拒收", "Whether refused") },
    result: benefit,
    check({ refused }, report, { reading }) {
      if (refused && reading("outpatient") === "refused") report(["refused"], "CONFLICT", "不给付", "not paid");
    },
    evaluate(_, { reading, statement }) {
      const sheet = statement();
      const tens = { both: 30, higher: 20, deathOnly: 10 }[reading("deathAfterDisability")];
      const due = sheet.sum(
        [yuan(tens), yuan(reading("outpatient") === "granted" ? 1 : 2)],
        sheet.own({ zh: "合计", en: "Sum" }),
      );
      return sheet.benefit([due], { medical: due });
    },
  });
  const told = (compared: ReturnType<typeof compareReadings>) =>
    compared.map(({ readings, outcome }) => [
      ...Object.values(readings),
      outcome.ok ? String((outcome.value as object as Benefit).amount) : "refused",
    ]);

  it("crosses every choice of one reading with every choice of another", () => {
    expect(told(compareReadings(twofold, { refused: false }))).toEqual([
      ["both", "refused", "32.00"],
      ["both", "granted", "31.00"],
      ["higher", "refused", "22.00"],
      ["higher", "granted", "21.00"],
      ["deathOnly", "refused", "12.00"],
      ["deathOnly", "granted", "11.00"],
    ]);
  });

  it("keeps the readings that were given where the input is refused and another choice takes it", () => {
    const options = { readings: { deathAfterDisability: "deathOnly" } } as const;
    expect(told(compareReadings(twofold, { refused: true }, options))).toEqual([["refused"], ["granted", "11.00"]]);
  });

  it("tells bad options as the only outcome", () => {
    for (const options of [{ readings: null }, { readings: { deathAfterDisability: "most" } }, { policy: 7 }, 7]) {
      expect(compareReadings(accidentBenefit, both, options as object)).toMatchObject([
        { readings: {}, outcome: { ok: false } },
      ]);
    }
  });

  it("tells an error as the only outcome where every reading refuses", () => {
    const compared = compareReadings(accidentBenefit, { disabilityGrade: 11 });
    expect(compared).toMatchObject([{ readings: {}, outcome: { ok: false } }]);
  });

  it("where the default refuses the input, each single choice that takes it follows", () => {
    const bounded = rulesOf(policy).rule({
      id: "bounded",
      title: { zh: "有界", en: "Bounded" },
      clause: "三",
      readings: ["outpatient", "deathAfterDisability"],
      input: { cost: money("费用", "Costs") },
      result: benefit,
      check({ cost }, report, { reading }) {
        if (reading("outpatient") === "refused" || cost?.isZero()) report(["cost"], "CONFLICT", "不给付", "not paid");
      },
      evaluate: ({ cost }, { statement }) => statement().benefit([cost], { medical: cost }),
    });
    const compared = compareReadings(bounded, { cost: "7" });
    expect(compared.map(({ readings, outcome }) => [readings, outcome.ok && String(outcome.value.amount)])).toEqual([
      [{}, false],
      [{ outpatient: "granted" }, "7.00"],
    ]);
    expect(compareReadings(bounded, { cost: 0 })).toHaveLength(1);
    const taken = compareReadings(bounded, { cost: "7" }, { readings: { outpatient: "granted" } });
    expect(taken.map(({ readings, outcome }) => [readings["outpatient"], outcome.ok])).toEqual([
      ["granted", true],
      ["refused", false],
    ]);
  });
});
