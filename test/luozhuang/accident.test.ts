import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, compareReadings, explain, fen, luozhuang, percent, recompute, yuan } from "huimin-rules";
import { law } from "../law.js";

const { accidentBenefit, policy } = luozhuang;

type Input = Parameters<typeof accidentBenefit>[0];
type Readings = NonNullable<NonNullable<Parameters<typeof accidentBenefit>[1]>["readings"]>;
const paid = (input: Input, readings: Readings = {}) => String(accidentBenefit(input, { readings }).amount);

describe("三(二)第1段 accident", () => {
  it.each([
    [{ medicalExpenses: "0" }, "0.00"],
    [{ death: false, medicalExpenses: "1" }, "1.00"],
    [{ death: true }, "30000.00"],
    [{ disabilityGrade: 1 }, "30000.00"],
    [{ disabilityGrade: 7 }, "12000.00"],
    [{ disabilityGrade: 10 }, "3000.00"],
    [{ medicalExpenses: "4999.99" }, "4999.99"],
    [{ medicalExpenses: "5000" }, "5000.00"],
    [{ medicalExpenses: "5000.01" }, "5000.00"],
    [{ medicalExpenses: "5000", medicalPaidBefore: "0.01" }, "4999.99"],
    [{ medicalExpenses: "5000", medicalPaidBefore: "5000" }, "0.00"],
    [{ medicalExpenses: "5000", medicalPaidBefore: "6000" }, "0.00"],
    [{ death: true, medicalExpenses: "100" }, "30100.00"],
    [{ death: true, disabilityGrade: 1, medicalExpenses: "9999" }, "65000.00"],
  ])("%j gives %s", (input, amount) => {
    expect(accidentBenefit(input).amount.toString()).toBe(amount);
  });

  it.each([
    [10, ["33000.00", "30000.00", "30000.00"]],
    [1, ["60000.00", "30000.00", "30000.00"]],
  ])("readings of death after grade %i", (disabilityGrade, amounts) => {
    const compared = compareReadings(accidentBenefit, { death: true, disabilityGrade }).filter(
      ({ readings }) => readings["disabilityWithoutScale"] !== "fullLimit",
    );
    expect(compared.map(({ readings }) => readings["deathAfterDisability"])).toEqual(["both", "higher", "deathOnly"]);
    expect(compared.map(({ outcome }) => outcome.ok && outcome.value.amount.toString())).toEqual(amounts);
  });

  it.each([
    ["both", "18000.00", "30000.00"],
    ["higher", "18000.00", "12000.00"],
    ["deathOnly", "18000.00", "12000.00"],
  ] as const)("death after a disability that was paid, %s: %s, then %s", (deathAfterDisability, first, second) => {
    const options = { readings: { deathAfterDisability } };
    const { amount } = accidentBenefit({ disabilityGrade: 5 }, options);
    const later = { death: true, disabilityGrade: 5, disabilityPaidToDate: amount };
    expect([amount, accidentBenefit(later, options).amount].map(String)).toEqual([first, second]);
    expect(accidentBenefit.safe({ death: true, disabilityPaidToDate: amount }, options)).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["disabilityGrade"], code: "MISSING" }] },
    });
  });

  it("what was paid for the disability never comes off the death, where both are paid", () => {
    // Grade 10 gives 3 000, all of it paid.
    expect(paid({ death: true, disabilityGrade: 10, disabilityPaidToDate: "18000" })).toBe("30000.00");
    expect(paid({ disabilityPaidToDate: "18000", medicalExpenses: "1" })).toBe("1.00");
  });

  it.each([
    // this accident's own disability comes off; 30 000 less the share
    [{ disabilityGrade: 4, disabilityPaidToDate: "18000" }, "3000.00", "0.00"],
    [{ disabilityGrade: 5, disabilityPaidToDate: "12000" }, "6000.00", "0.00"], // regraded from 7
    [{ disabilityGrade: 5, disabilityPaidToDate: "17999.99" }, "0.01", "0.00"],
    [{ disabilityGrade: 5, disabilityPaidToDate: "18000" }, "0.00", "0.00"],
    [{ disabilityGrade: 5, disabilityPaidToDate: "18000.01" }, "0.00", "0.01"],
    // other accidents use up the sum insured
    [{ disabilityGrade: 5, disabilityPaidBefore: "12000" }, "18000.00", "0.00"],
    [{ disabilityGrade: 5, disabilityPaidBefore: "12000.01" }, "17999.99", "0.00"],
    [{ disabilityGrade: 5, disabilityPaidBefore: "29999.99" }, "0.01", "0.00"],
    [{ disabilityGrade: 5, disabilityPaidBefore: "30000" }, "0.00", "0.00"],
    // both: what is left of the sum, less what was paid for this accident
    [{ disabilityGrade: 5, disabilityPaidBefore: "20000", disabilityPaidToDate: "6000" }, "4000.00", "0.00"],
    // the sum for death is another one
    [{ death: true, disabilityPaidBefore: "30000" }, "30000.00", "0.00"],
  ])("%j gives %s, overpaid %s", (input, amount, overpaid) => {
    const result = accidentBenefit(input);
    expect([result.amount, result.overpaid].map(String)).toEqual([amount, overpaid]);
  });

  it("a contract with a higher sum for disability tells higher from deathOnly", () => {
    const better = { policy: amend(policy, { terms: { accident: { disability: yuan(80000) } } }) };
    const amountBy = (deathAfterDisability: "higher" | "deathOnly") =>
      accidentBenefit({ death: true, disabilityGrade: 5 }, { ...better, readings: { deathAfterDisability } }).amount;
    expect([amountBy("higher"), amountBy("deathOnly")].map(String)).toEqual(["48000.00", "30000.00"]);
  });

  it.each([
    [{ death: true, medicalExpenses: "100" }, { death: "30000.00", medical: "100.00" }, "0.00"],
    [{ disabilityGrade: 7, disabilityPaidToDate: "18000" }, { disability: "12000.00" }, "6000.00"],
    [
      { death: true, disabilityGrade: 7, disabilityPaidToDate: "18000", medicalExpenses: "6000" },
      { death: "30000.00", disability: "12000.00", medical: "5000.00" },
      "6000.00",
    ],
  ])("what of %j was for what, and what was overpaid", (input, parts, overpaid) => {
    const result = accidentBenefit(input);
    expect([JSON.parse(JSON.stringify(result.parts)), String(result.overpaid)]).toEqual([parts, overpaid]);
    if (overpaid !== "0.00") expect(explain(result)).toContain(`多付金额：${overpaid}`);
  });

  it("readings are used only where they matter", () => {
    const used = (input: Input) => accidentBenefit(input).readings;
    expect(used({ death: true })).toEqual({});
    expect(used({ disabilityGrade: 1 })).toEqual({});
    expect(used({ disabilityGrade: 2 })).toEqual({ disabilityWithoutScale: "byScale" });
    expect(used({ death: false, disabilityGrade: 1 })).toEqual({});
    expect(used({ death: true, disabilityGrade: 1 })).toEqual({ deathAfterDisability: "both" });
    // Without the contract's terms the other choice refuses.
    expect(used({ medicalExpenses: "1" })).toEqual({ accidentMedicalTerms: "inFull" });
    const onTerms = { medicalDeductible: "0", medicalShare: "1" };
    expect(used({ medicalExpenses: "1", ...onTerms })).toEqual({});
    expect(used({ medicalExpenses: "10000", medicalDeductible: "0", medicalShare: "0.5" })).toEqual({});
    expect(used({ medicalExpenses: "10000", medicalDeductible: "0.02", medicalShare: "0.5" })).toEqual({
      accidentMedicalTerms: "inFull",
    });
    expect(used({ medicalExpenses: "2", stayCostsLeft: "2", ...onTerms })).toEqual({});
    expect(used({ medicalExpenses: "2", stayCostsLeft: "1.99", ...onTerms })).toEqual({ sameCosts: "medicalFirst" });
    expect(used({ medicalExpenses: "6000", stayCostsLeft: "5000", ...onTerms })).toEqual({});
  });

  it.each([
    [1, "30000.00", "30000.00"],
    [2, "27000.00", "30000.00"],
    [5, "18000.00", "30000.00"],
    [10, "3000.00", "30000.00"],
  ])("disability of grade %i where no scale is named: %s by the scale, %s in full", (disabilityGrade, ...amounts) => {
    const choices = ["byScale", "fullLimit"] as const;
    expect(choices.map((choice) => paid({ disabilityGrade }, { disabilityWithoutScale: choice }))).toEqual(amounts);
  });

  it.each([
    // 4 000 of accident care; what the medical supplement left of the stay; first what is left, then both lines by themselves
    ["2000", "2000.00", "4000.00"],
    ["0", "0.00", "4000.00"],
    ["3999.99", "3999.99", "4000.00"],
    ["4000", "4000.00", "4000.00"],
    ["4000.01", "4000.00", "4000.00"],
  ])("一(四) costs of a stay of which %s are left: %s, or %s", (stayCostsLeft, ...amounts) => {
    const input = { medicalExpenses: "4000", stayCostsLeft };
    const choices = ["medicalFirst", "both"] as const;
    expect(choices.map((sameCosts) => paid(input, { sameCosts }))).toEqual(amounts);
  });

  it("一(四) one stay under both lines: nobody is paid a cost twice", () => {
    const stay = luozhuang.medicalSupplementBenefit({
      ...({ setting: "inpatient", place: "district", designatedInstitution: true } as const),
      ...{ totalExpenses: "20000", inScopeExpenses: "20000", basicPaid: "10000" },
    });
    const { selfPaidTotal } = stay.waterfall;
    expect([stay.amount, selfPaidTotal].map(String)).toEqual(["700.00", "2000.00"]);
    expect(paid({ medicalExpenses: "20000", stayCostsLeft: selfPaidTotal })).toBe("2000.00");
  });

  it.each([
    ["4999.99", "0", "4999.99"],
    ["6000", "1000", "5000.00"], // what others paid comes off before the limit
    ["6000", "1000.01", "4999.99"],
    ["6000", "6000", "0.00"],
    ["6000", "6000.01", "0.00"],
  ])("accident care of %s, %s of it from other sources: %s", (medicalExpenses, otherPaid, amount) => {
    expect(paid({ medicalExpenses, otherPaid })).toBe(amount);
  });

  it.each([
    [{ medicalDeductible: "100", medicalShare: "0.8" }, "3120.00", "4000.00"], // 3 900 × 80 %
    [{ medicalDeductible: "4000", medicalShare: "1" }, "0.00", "4000.00"],
    [{ medicalDeductible: "3999.99", medicalShare: "0.5" }, "0.01", "4000.00"], // 0.005, half up
    [{ medicalDeductible: "0", medicalShare: "1", otherPaid: "500" }, "3500.00", "3500.00"],
    [{ medicalDeductible: "100", medicalShare: "0.8", otherPaid: "500" }, "2720.00", "3500.00"], // 3 400 × 80 %
  ])("4 000 of accident care on a contract's terms %j: %s, and in full %s", (terms, ...amounts) => {
    const input = { medicalExpenses: "4000", ...terms };
    const choices = ["byContract", "inFull"] as const;
    expect(choices.map((choice) => paid(input, { accidentMedicalTerms: choice }))).toEqual(amounts);
  });

  it("the contract's terms are needed where they are applied, each by itself", () => {
    const missing = (input: Input) => {
      const outcome = accidentBenefit.safe(input, { readings: { accidentMedicalTerms: "byContract" } });
      return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [path.join("."), code]);
    };
    const [deductible, share] = [
      ["medicalDeductible", "MISSING"],
      ["medicalShare", "MISSING"],
    ];
    expect(missing({ medicalExpenses: "1" })).toEqual([deductible, share]);
    expect(missing({ medicalExpenses: "1", medicalShare: "1" })).toEqual([deductible]);
    expect(missing({ medicalExpenses: "1", medicalDeductible: "0" })).toEqual([share]);
    expect(missing({ death: true })).toEqual([]);
  });

  it("each step of accident care has its line, in both languages", () => {
    const input = {
      ...{ medicalExpenses: "9000", stayCostsLeft: "8000", otherPaid: "500" },
      ...{ medicalDeductible: "100", medicalShare: "0.8", medicalPaidBefore: "5000" },
    };
    const result = accidentBenefit(input, { readings: { accidentMedicalTerms: "byContract" } });
    expect(explain(result)).toContain(`核算单（元）
  1  个人仍负担的住院费用        8000.00  三(二)第1段  9000.00，以 8000.00 为限
  2  扣除其他来源已补偿的费用后  7500.00  三(二)第1段  8000.00 − 500.00
  3  扣除合同免赔额后            7400.00  三(二)第1段  7500.00 − 100.00
  4  按合同报销比例              5920.00  三(二)第1段  7400.00 × 80%
  5  意外伤害医疗限额已用完         0.00  三(二)第1段  5920.00，以 5000.00 − 5000.00 为限（最低为 0）
  6  承保机构应赔付                 0.00  三(二)第1段  0.00`);
    expect(result.lines.map(({ label }) => label.en)).toEqual([
      "What is left of the stay to the patient",
      "Less what other sources paid",
      "Less the contract's deductible",
      "By the contract's share",
      "Accident medical limit used up",
      "Payable by the insurer",
    ]);
  });

  it("a scale with fewer grades is respected", () => {
    const short = amend(policy, { terms: { accident: { disabilityScale: [percent(100), percent(50)] } } });
    const result = accidentBenefit({ disabilityGrade: 2 }, { policy: short });
    expect([result.amount.toString(), result.lines[0]?.amended]).toEqual(["15000.00", true]);
    expect(accidentBenefit.safe({ disabilityGrade: 3 }, { policy: short })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["disabilityGrade"], code: "OUT_OF_RANGE" }] },
    });
  });

  it.each([
    [{ disabilityGrade: 0 }, "disabilityGrade"],
    [{ disabilityGrade: 11 }, "disabilityGrade"],
    [{ disabilityGrade: 1.5 }, "disabilityGrade"],
    [{ disabilityRate: "1" }, "disabilityRate"],
    [{ death: "yes" }, "death"],
    [{ medicalExpenses: null }, "medicalExpenses"],
    [{ death: true, medicalShare: "1.1" }, "medicalShare"],
    [{}, undefined],
    [{ death: false }, undefined],
    [{ disabilityPaidToDate: "1", medicalPaidBefore: "1" }, undefined],
  ])("%j is refused", (input, field) => {
    const outcome = accidentBenefit.safe(input);
    expect(outcome.ok ? [] : outcome.error.issues.map(({ path }) => path[0])).toContain(field);
  });

  const yuanUpTo = (most: number) => fc.integer({ min: 0, max: most });
  law(
    "三(二)第1段 accident care and what others paid never exceed what is left of the cost, under every choice",
    [
      fc.tuple(yuanUpTo(800_000), yuanUpTo(800_000), yuanUpTo(300_000), yuanUpTo(100_000), yuanUpTo(1000)),
      fc.constantFrom("inFull" as const, "byContract" as const),
    ],
    ([expenses, left, other, deductible, points], accidentMedicalTerms) => {
      const input = {
        ...{ medicalExpenses: fen(expenses), stayCostsLeft: fen(left), otherPaid: fen(other) },
        ...{ medicalDeductible: fen(deductible), medicalShare: (points / 1000).toFixed(3) },
      };
      const { amount, lines } = accidentBenefit(input, { readings: { accidentMedicalTerms } });
      expect(amount.fen).toBeLessThanOrEqual(Math.max(Math.min(expenses, left) - other, 0));
      expect(amount.fen).toBeLessThanOrEqual(500_000);
      for (const line of lines) expect(recompute(line).equals(line.amount)).toBe(true);
    },
  );

  law(
    "三(二)第1段 however the grades of the period's accidents follow, disability stays within its sum",
    [fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 6 })],
    (grades) => {
      const total = grades.reduce(
        (before, disabilityGrade) =>
          before + accidentBenefit({ disabilityGrade, disabilityPaidBefore: fen(before) }).amount.fen,
        0,
      );
      const wanted = grades.reduce((sum, grade) => sum + (11 - grade) * 300_000, 0);
      expect(total).toBe(Math.min(wanted, 3_000_000));
    },
  );

  law(
    "三(二)第1段 one bill or many, the same total",
    [fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 8 })],
    (all) => {
      const pay = (one: number, before: number) =>
        accidentBenefit({ medicalExpenses: fen(one), medicalPaidBefore: fen(before) }).amount.fen;
      const sum = all.reduce((total, one) => total + one, 0);
      expect(all.reduce((before, one) => before + pay(one, before), 0)).toBe(pay(sum, 0));
    },
  );
});
