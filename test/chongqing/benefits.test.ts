import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, chongqing, compareReadings, fen, yuan } from "huimin-rules";
import { law } from "../law.js";

const {
  accidentBenefit,
  educationGrant,
  illnessDeathBenefit,
  majorIllnessBenefit,
  policy,
  studentCriticalIllnessBenefit,
} = chongqing;

const anyFen = fc.integer({ min: 0, max: 100_000_000 });
const majorIllness = (total: number, paid = 0) =>
  majorIllnessBenefit({ outOfCatalogueToDate: fen(total), paidToDate: fen(paid) }).amount.fen;

describe("三(二) major illness", () => {
  it.each([
    ["2999.99", "0.00"],
    ["3000", "0.00"],
    ["3000.01", "0.00"], // a quarter of a fen
    ["3000.02", "0.01"],
    ["12999.99", "2500.00"], // 2499.9975
    ["13000", "2500.00"],
    ["13000.01", "2500.00"],
    ["13000.02", "2500.01"],
    ["52999.98", "14499.99"],
    ["52999.99", "14500.00"],
    ["53000", "14500.00"],
    ["53000.01", "14500.00"],
    ["53000.02", "14500.01"],
    ["232000", "77150.00"],
    ["440142.84", "149999.99"],
    ["440142.85", "150000.00"],
    ["440142.86", "150000.00"],
    ["9999999999999.99", "150000.00"],
  ])("a total of %s gives %s", (total, amount) => {
    expect(majorIllnessBenefit({ outOfCatalogueToDate: total }).amount.toString()).toBe(amount);
  });

  it("shows four lines, each with its clause and what it was made from", () => {
    const { lines } = majorIllnessBenefit({ outOfCatalogueToDate: "58000", paidToDate: "16000" });
    expect(
      lines.map(({ operation, amount, clause, operands }) => [
        operation,
        String(amount),
        clause.path,
        JSON.parse(JSON.stringify(operands)) as unknown,
      ]),
    ).toEqual([
      ["deduct", "55000.00", "三(二)", ["58000.00", "3000.00"]],
      [
        "tiers",
        "16250.00",
        "三(二)1-3",
        [
          ["10000.00", "0.25"],
          ["40000.00", "0.3"],
          ["5000.00", "0.35"],
        ],
      ],
      ["cap", "16250.00", "三(二)3", ["16250.00", "150000.00", "0.00"]],
      ["benefit", "250.00", "三(二)", [["16250.00"], "16000.00"]],
    ]);
  });

  it("more paid than due gives nothing, not a debt", () => {
    expect(majorIllness(1_300_000, 999_999)).toBe(0);
    expect(majorIllness(1_300_000, 250_000)).toBe(0);
    expect(majorIllness(1_300_000, 249_999)).toBe(1);
  });

  law("三(二) never below zero, never above the limit or 35 % of the total", [anyFen], (total) => {
    const amount = majorIllness(total);
    expect(amount).toBeGreaterThanOrEqual(0);
    expect(amount).toBeLessThanOrEqual(Math.min(15_000_000, Math.ceil(total * 0.35)));
  });

  law("三(二) a larger total never gives less, nor more than the difference", [anyFen, anyFen], (one, more) => {
    const gain = majorIllness(one + more) - majorIllness(one);
    expect(gain).toBeGreaterThanOrEqual(0);
    expect(gain).toBeLessThanOrEqual(more);
  });

  law(
    "三(二) one claim or many, the same yearly total",
    [fc.array(fc.integer({ min: 0, max: 20_000_000 }), { minLength: 1, maxLength: 12 })],
    (bills) => {
      let [total, paid] = [0, 0];
      for (const bill of bills) {
        total += bill;
        paid += majorIllness(total, paid);
      }
      expect(paid).toBe(majorIllness(total));
    },
  );
});

describe("三(一) accident", () => {
  it.each([
    [{}, "0.00"],
    [{ death: false }, "0.00"],
    [{ death: true }, "2000.00"],
    [{ disabilityGrade: 1 }, "30000.00"],
    [{ disabilityGrade: 10 }, "3000.00"],
    [{ disabilityRate: "1" }, "30000.00"],
    [{ disabilityRate: "0.075" }, "2250.00"],
    [{ disabilityRate: 0 }, "0.00"],
    [{ medicalSelfPaid: "4999.99" }, "4999.99"],
    [{ medicalSelfPaid: "5000" }, "5000.00"],
    [{ medicalSelfPaid: "5000.01" }, "5000.00"],
    [{ medicalSelfPaid: "5000", medicalPaidBefore: "0.01" }, "4999.99"],
    [{ medicalSelfPaid: "5000", medicalPaidBefore: "4999.99" }, "0.01"],
    [{ medicalSelfPaid: "5000", medicalPaidBefore: "5000" }, "0.00"],
    [{ medicalSelfPaid: "5000", medicalPaidBefore: "6000" }, "0.00"],
    [{ death: true, medicalSelfPaid: "100" }, "2100.00"],
    [{ disabilityGrade: 7, medicalSelfPaid: "6200.50" }, "17000.00"],
    [{ death: true, disabilityGrade: 1, medicalSelfPaid: "9999" }, "37000.00"],
  ])("%j gives %s", (input, amount) => {
    expect(accidentBenefit(input).amount.toString()).toBe(amount);
  });

  it("the reading of death after disability is used only where both are claimed", () => {
    expect(accidentBenefit({ death: true }).readings).toEqual({});
    expect(accidentBenefit({ disabilityGrade: 1 }).readings).toEqual({});
    expect(accidentBenefit({ death: true, disabilityGrade: 1 }).readings).toEqual({ deathAfterDisability: "both" });
  });

  it.each([
    [10, ["5000.00", "3000.00", "2000.00"]],
    [1, ["32000.00", "30000.00", "2000.00"]],
  ])("readings of death after grade %i", (disabilityGrade, amounts) => {
    const compared = compareReadings(accidentBenefit, { death: true, disabilityGrade });
    expect(compared.map(({ readings }) => readings["deathAfterDisability"])).toEqual(["both", "higher", "deathOnly"]);
    expect(compared.map(({ outcome }) => outcome.ok && outcome.value.amount.toString())).toEqual(amounts);
  });

  it.each([
    ["both", "9000.00", "2000.00"],
    ["higher", "9000.00", "0.00"],
    ["deathOnly", "9000.00", "0.00"],
  ] as const)("death after a disability that was paid, %s: %s, then %s", (deathAfterDisability, first, second) => {
    const options = { readings: { deathAfterDisability } };
    const paid = accidentBenefit({ disabilityGrade: 8 }, options).amount;
    const later = { death: true, disabilityGrade: 8, disabilityPaidBefore: paid };
    expect([paid, accidentBenefit(later, options).amount].map(String)).toEqual([first, second]);
  });

  it("what was paid for the disability never comes off the death, where both are paid; it stands beside the disability", () => {
    const later = { death: true, disabilityGrade: 10, disabilityPaidBefore: "9000" };
    expect(accidentBenefit(later).lines.map(({ operation, amount }) => [operation, String(amount)])).toEqual([
      ["share", "3000.00"],
      ["pay", "2000.00"],
      ["deduct", "0.00"],
      ["benefit", "2000.00"],
    ]);
    expect(String(accidentBenefit({ death: true, disabilityRate: "0.1", disabilityPaidBefore: "1" }).amount)).toBe(
      "4999.00",
    );
    expect(accidentBenefit.safe({ death: true, disabilityPaidBefore: "0.01" })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["disabilityGrade"], code: "MISSING" }] },
    });
  });

  it("the higher of death and disability can be death", () => {
    const input = { death: true, disabilityRate: "0.05" };
    expect(accidentBenefit(input, { readings: { deathAfterDisability: "higher" } }).amount.toString()).toBe("2000.00");
  });

  it.each([
    [{ disabilityGrade: 0 }, "disabilityGrade"],
    [{ disabilityGrade: 11 }, "disabilityGrade"],
    [{ disabilityGrade: 1.5 }, "disabilityGrade"],
    [{ disabilityRate: "1.01" }, "disabilityRate"],
    [{ disabilityGrade: 1, disabilityRate: "1" }, "disabilityRate"],
    [{ death: "yes" }, "death"],
    [{ medicalSelfPaid: null }, "medicalSelfPaid"],
    [{ medicalSelfpaid: "1" }, "medicalSelfpaid"],
  ])("%j is refused", (input, field) => {
    expect(accidentBenefit.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path: [field] }] } });
  });

  it("a grade and a rate at once contradict each other", () => {
    expect(accidentBenefit.safe({ disabilityGrade: 1, disabilityRate: "1" })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["disabilityRate"], code: "CONFLICT" }] },
    });
  });

  it("a contract's shorter scale has no further grades", () => {
    const short = { policy: amend(policy, { terms: { accident: { disabilityScale: ["1", "0.5"] } } }) };
    expect(String(accidentBenefit({ disabilityGrade: 2 }, short).amount)).toBe("15000.00");
    expect(accidentBenefit.safe({ disabilityGrade: 3 }, short)).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["disabilityGrade"], code: "OUT_OF_RANGE" }] },
    });
  });

  it("stands in its parts, medical care beside the harm", () => {
    const parts = (input: Parameters<typeof accidentBenefit>[0]) =>
      JSON.parse(JSON.stringify(accidentBenefit(input).parts)) as unknown;
    expect(parts({ death: true, disabilityGrade: 10, medicalSelfPaid: "100" })).toEqual({
      death: "2000.00",
      disability: "3000.00",
      medical: "100.00",
    });
    expect(parts({ disabilityGrade: 10 })).toEqual({ disability: "3000.00" });
    expect(parts({ medicalSelfPaid: "100" })).toEqual({ medical: "100.00" });
  });

  law(
    "三(一) one bill or many, the same total",
    [fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 8 })],
    (bills) => {
      const pay = (bill: number, before: number) =>
        accidentBenefit({ medicalSelfPaid: fen(bill), medicalPaidBefore: fen(before) }).amount.fen;
      const paid = bills.reduce((before, bill) => before + pay(bill, before), 0);
      expect(paid).toBe(
        pay(
          bills.reduce((sum, bill) => sum + bill, 0),
          0,
        ),
      );
    },
  );

  law(
    "三(一) never above 37 000, whatever happened",
    [fc.boolean(), fc.integer({ min: 1, max: 10 }), anyFen, anyFen],
    (death, disabilityGrade, bill, before) => {
      const input = { death, disabilityGrade, medicalSelfPaid: fen(bill), medicalPaidBefore: fen(before) };
      expect(accidentBenefit(input).amount.compare(yuan(37000))).toBeLessThanOrEqual(0);
    },
  );
});

describe("fixed amounts", () => {
  it("三(三) death by illness gives 2 000", () => {
    expect(illnessDeathBenefit({}).amount.toString()).toBe("2000.00");
  });

  it("三(四) a student's first diagnosis gives 10 000", () => {
    expect(studentCriticalIllnessBenefit({}).amount.toString()).toBe("10000.00");
  });

  it.each([
    ["juniorCollege", "2000.00"],
    ["bachelor", "3000.00"],
    ["postgraduate", "5000.00"],
  ] as const)("三(五) %s gives %s", (level, amount) => {
    expect(educationGrant({ level }).amount.toString()).toBe(amount);
  });

  it("三(五) there is no other level, and none by default", () => {
    expect(educationGrant.safe({ level: "doctor" }).ok).toBe(false);
    expect(educationGrant.safe({}).ok).toBe(false);
  });
});
