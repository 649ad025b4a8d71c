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
    [{ death: true }, "2000.00"],
    [{ disabilityGrade: 1 }, "30000.00"],
    [{ disabilityGrade: 10 }, "3000.00"],
    [{ disabilityRate: "1" }, "30000.00"],
    [{ disabilityRate: "0.075" }, "2250.00"],
    [{ disabilityRate: 0 }, "0.00"], // an explicit zero is claimed
    [{ medicalSelfPaid: 0 }, "0.00"],
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

  it.each([{}, { death: false }, { otherPaid: "0" }, { medicalPaidBefore: "100", disabilityPaidToDate: "1" }])(
    "nothing claimed is no zero: %j",
    (input) => {
      expect(accidentBenefit.safe(input)).toMatchObject({
        ok: false,
        error: { issues: [{ path: [], code: "MISSING" }] },
      });
    },
  );

  it("the reading of death after disability is used only where both are claimed", () => {
    const tenGrades = { disabilityScale: "tenGrades" };
    expect(accidentBenefit({ death: true }).readings).toEqual({});
    expect(accidentBenefit({ disabilityGrade: 1 }).readings).toEqual(tenGrades);
    expect(accidentBenefit({ disabilityRate: 1 }).readings).toEqual({});
    expect(accidentBenefit({ death: true, disabilityGrade: 1 }).readings).toEqual({
      ...tenGrades,
      deathAfterDisability: "both",
    });
  });

  it("by the contract's share alone a grade is not enough; the share is the same under both readings", () => {
    const options = { readings: { disabilityScale: "contractRate" } } as const;
    expect(accidentBenefit.safe({ disabilityGrade: 7 }, options)).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["disabilityRate"], code: "MISSING" }] },
    });
    expect(String(accidentBenefit({ disabilityRate: "0.4" }, options).amount)).toBe("12000.00");
    expect(String(accidentBenefit({ disabilityRate: "0.4" }).amount)).toBe("12000.00");
  });

  it.each([
    [10, ["5000.00", "3000.00", "2000.00"]],
    [1, ["32000.00", "30000.00", "2000.00"]],
  ])("readings of death after grade %i", (disabilityGrade, amounts) => {
    const share = disabilityGrade === 1 ? "1" : "0.1";
    const compared = compareReadings(accidentBenefit, { death: true, disabilityRate: share });
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
    const later = { death: true, disabilityGrade: 8, disabilityPaidToDate: paid };
    expect([paid, accidentBenefit(later, options).amount].map(String)).toEqual([first, second]);
  });

  it("what was paid for the disability never comes off the death, where both are paid; it stands beside the disability", () => {
    const later = { death: true, disabilityGrade: 10, disabilityPaidToDate: "9000" };
    expect(accidentBenefit(later).lines.map(({ operation, amount }) => [operation, String(amount)])).toEqual([
      ["share", "3000.00"],
      ["pay", "2000.00"],
      ["deduct", "0.00"],
      ["benefit", "2000.00"],
    ]);
    expect(String(accidentBenefit({ death: true, disabilityRate: "0.1", disabilityPaidToDate: "1" }).amount)).toBe(
      "4999.00",
    );
    expect(accidentBenefit.safe({ death: true, disabilityPaidToDate: "0.01" })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["disabilityGrade"], code: "MISSING" }] },
    });
  });

  it.each([
    ["0", "0", "18000.00", "0.00"],
    ["11999.99", "0", "18000.00", "0.00"],
    ["12000", "0", "18000.00", "0.00"],
    ["12000.01", "0", "17999.99", "0.00"],
    ["29999.99", "0", "0.01", "0.00"],
    ["30000", "0", "0.00", "0.00"],
    ["30000.01", "0", "0.00", "0.00"],
    ["0", "17999.99", "0.01", "0.00"],
    ["0", "18000", "0.00", "0.00"],
    ["0", "18000.01", "0.00", "0.01"],
    ["20000", "9000", "1000.00", "0.00"],
    ["20000", "12000", "0.00", "2000.00"],
  ])(
    "grade 5, %s paid for other accidents and %s for this one: %s due, %s overpaid",
    (disabilityPaidBefore, disabilityPaidToDate, due, over) => {
      const { amount, overpaid } = accidentBenefit({ disabilityGrade: 5, disabilityPaidBefore, disabilityPaidToDate });
      expect([amount, overpaid].map(String)).toEqual([due, over]);
    },
  );

  it.each([
    ["6000", "0", "5000.00"],
    ["6000", "999.99", "5000.00"],
    ["6000", "1000", "5000.00"],
    ["6000", "1000.01", "4999.99"],
    ["6000", "5999.99", "0.01"],
    ["6000", "6000", "0.00"],
    ["6000", "6000.01", "0.00"],
  ])("of %s borne, others paid %s: %s", (medicalSelfPaid, otherPaid, due) => {
    const { amount, overpaid } = accidentBenefit({ medicalSelfPaid, otherPaid });
    expect([amount, overpaid].map(String)).toEqual([due, "0.00"]);
  });

  it("what others paid is of costs that are claimed", () => {
    expect(accidentBenefit.safe({ death: true, otherPaid: "0.01" })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["medicalSelfPaid"], code: "MISSING" }] },
    });
    expect(String(accidentBenefit({ death: true, otherPaid: "0" }).amount)).toBe("2000.00");
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

  law(
    "三(一) care is never paid beyond the cost: with what others paid it is at most what was borne",
    [anyFen, anyFen, anyFen],
    (bill, other, before) => {
      const input = { medicalSelfPaid: fen(bill), otherPaid: fen(other), medicalPaidBefore: fen(before) };
      const due = accidentBenefit(input).amount.fen;
      expect(due).toBeLessThanOrEqual(Math.max(bill - other, 0));
      expect(due + Math.min(before, 500_000)).toBeLessThanOrEqual(500_000);
    },
  );

  law(
    "三(一) a new grade pays the difference: whatever the order of grades, the heaviest is what is paid in all",
    [fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 3_000_000 })],
    (grades, others) => {
      let paid = 0;
      for (const disabilityGrade of grades) {
        const input = { disabilityGrade, disabilityPaidBefore: fen(others), disabilityPaidToDate: fen(paid) };
        paid += accidentBenefit(input).amount.fen;
      }
      const heaviest = accidentBenefit({ disabilityGrade: Math.min(...grades), disabilityPaidBefore: fen(others) });
      expect(paid).toBe(heaviest.amount.fen);
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

describe("二 the second period of two months", () => {
  const proRata = { readings: { shortPeriodLimits: "proRata" } } as const;
  const second = { period: "second" } as const;

  it.each([
    // 3 000 × 2/12 = 500, 150 000 × 2/12 = 25 000
    ["500", "0.00", "0.00"],
    ["500.01", "0.00", "0.00"], // a quarter of a fen
    ["500.02", "0.00", "0.01"],
    ["3000", "0.00", "625.00"],
    ["3000.02", "0.01", "625.01"],
    ["80499.99", "24125.00", "25000.00"],
    ["80500", "24125.00", "25000.00"],
    ["80500.01", "24125.00", "25000.00"],
    ["80499.97", "24124.99", "24999.99"],
  ])("三(二) a total of %s gives %s in full, %s pro rata", (outOfCatalogueToDate, full, shrunk) => {
    const input = { outOfCatalogueToDate, ...second };
    expect(String(majorIllnessBenefit(input).amount)).toBe(full);
    expect(String(majorIllnessBenefit(input, proRata).amount)).toBe(shrunk);
    // The first period is whole under both.
    for (const period of ["first", undefined] as const) {
      const whole = { outOfCatalogueToDate, ...(period && { period }) };
      expect(String(majorIllnessBenefit(whole, proRata).amount)).toBe(full);
      expect(majorIllnessBenefit(whole).readings).toEqual({});
    }
  });

  it("三(二) the reading is echoed where it moves the amount, and the lines say what shrank", () => {
    const { readings, lines } = majorIllnessBenefit({ outOfCatalogueToDate: "58000", ...second }, proRata);
    expect(readings).toEqual({ shortPeriodLimits: "proRata", yearOfAccumulation: "period" });
    expect(lines.map(({ label, amount }) => [label.zh, String(amount)])).toEqual([
      ["起付标准，按一年中的2个月折算", "500.00"],
      ["扣除500元后", "57500.00"],
      ["分段补偿", "17125.00"],
      ["年度限额，按一年中的2个月折算", "25000.00"],
      ["按年度限额核定", "17125.00"],
      ["承保机构应赔付", "17125.00"],
    ]);
    expect(majorIllnessBenefit({ outOfCatalogueToDate: "58000", ...second }).readings).toEqual({
      shortPeriodLimits: "full",
    });
    expect(majorIllnessBenefit({ outOfCatalogueToDate: "500", ...second }).readings).toEqual({});
  });

  it.each([
    [{ medicalSelfPaid: "833.32" }, "833.32", "833.32"],
    [{ medicalSelfPaid: "833.33" }, "833.33", "833.33"], // 5 000 × 2/12 = 833.333…
    [{ medicalSelfPaid: "833.34" }, "833.34", "833.33"],
    [{ disabilityGrade: 1 }, "30000.00", "5000.00"],
    [{ disabilityGrade: 10 }, "3000.00", "500.00"],
    [{ disabilityRate: "0.075" }, "2250.00", "375.00"],
    [{ disabilityGrade: 1, disabilityPaidBefore: "4999.99" }, "25000.01", "0.01"],
    [{ disabilityGrade: 1, disabilityPaidBefore: "5000" }, "25000.00", "0.00"],
    [{ death: true }, "2000.00", "2000.00"], // a fixed sum stays
  ])("三(一) %j gives %s in full, %s pro rata", (input, full, shrunk) => {
    expect(String(accidentBenefit({ ...input, ...second }).amount)).toBe(full);
    expect(String(accidentBenefit({ ...input, ...second }, proRata).amount)).toBe(shrunk);
    expect(String(accidentBenefit({ ...input, period: "first" }, proRata).amount)).toBe(full);
    expect(accidentBenefit({ ...input, ...second }).readings["shortPeriodLimits"]).toBe(
      full === shrunk ? undefined : "full",
    );
  });

  it("三(二) limits of a calendar year do not shrink by the period: the readings contradict each other", () => {
    const calendarYear = { ...proRata.readings, yearOfAccumulation: "calendarYear" } as const;
    const refused = { ok: false, error: { issues: [{ path: ["period"], code: "CONFLICT" }] } };
    const total = { outOfCatalogueToDate: "1", ...second };
    expect(majorIllnessBenefit.safe(total, { readings: calendarYear })).toMatchObject(refused);
    expect(accidentBenefit.safe({ death: true, ...second }, { readings: calendarYear })).toMatchObject(refused);
    expect(majorIllnessBenefit.safe({ ...total, period: "first" }, { readings: calendarYear }).ok).toBe(true);
    expect(majorIllnessBenefit.safe(total, { readings: { yearOfAccumulation: "calendarYear" } }).ok).toBe(true);
  });

  it("what shrinks follows the period's months, and the line says that they were amended", () => {
    const longer = amend(policy, { terms: { second: { to: "2022-01-31" } } });
    const { amount, lines } = accidentBenefit({ disabilityGrade: 1, ...second }, { ...proRata, policy: longer });
    expect(String(amount)).toBe("7500.00"); // three months
    expect(lines.map(({ amended = false }) => amended)).toEqual([true, true, false]);
  });

  law(
    "三(二) pro rata is the full benefit of shifted costs: 2 500 are deducted less, and a sixth of the limit holds",
    [anyFen],
    (total) => {
      const shrunk = majorIllnessBenefit({ outOfCatalogueToDate: fen(total), ...second }, proRata).amount.fen;
      const whole = total < 50_000 ? 0 : majorIllness(total + 250_000);
      expect(shrunk).toBe(Math.min(whole, 2_500_000));
    },
  );
});
