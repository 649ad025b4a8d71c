import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amend,
  compareReadings,
  explain,
  fen,
  luozhuang,
  percent,
  recompute,
  revive,
  yuan,
  type Json,
  type MoneyInput,
} from "huimin-rules";
import { law } from "../law.js";

const { accidentBenefit, medicalSupplementBenefit, policy } = luozhuang;

type Input = Parameters<typeof medicalSupplementBenefit>[0];
type Options = Parameters<typeof medicalSupplementBenefit>[1];

const inDistrict = { setting: "inpatient", place: "district", designatedInstitution: true } as const;
const noAssistanceLeft = { assistancePaidBefore: "10000" };

/** Assistance, reduction, supplement, patient in scope, out-of-scope reduction, patient out of scope. */
function parts(input: Input, options?: Options): string[] {
  const { waterfall: w } = medicalSupplementBenefit(input, options);
  return [
    w.medicalAssistance,
    w.institutionReduction,
    w.supplement,
    w.selfPaidInScope,
    w.outOfScopeReduction,
    w.selfPaidOutOfScope,
  ].map(String);
}

/** A bill that is in scope as a whole. */
const allInScope = (amount: MoneyInput, basicPaid: MoneyInput) =>
  ({ ...inDistrict, totalExpenses: amount, inScopeExpenses: amount, basicPaid }) as const;

/** 27 000 are left by the insurances; 8 000 are out of scope. */
const bill = {
  totalExpenses: "100000",
  inScopeExpenses: "92000",
  basicPaid: "55000",
  criticalIllnessPaid: "10000",
} as const;

describe("三(一) the order of payment", () => {
  it("one bill of 100 000, every payer and the patient", () => {
    const { amount, waterfall, readings } = medicalSupplementBenefit({ ...inDistrict, ...bill });
    expect(JSON.parse(JSON.stringify(waterfall))).toEqual({
      basic: "55000.00",
      criticalIllness: "10000.00",
      medicalAssistance: "10000.00", // 70 % of 27 000 is 18 900, at most 10 000
      institutionReduction: "1700.00", // 10 % of 17 000
      supplement: "6100.00", // 90 % of 92 000 is 82 800, less 76 700
      selfPaidInScope: "9200.00",
      outOfScopeReduction: "2000.00", // 8 000 less 6 % of 100 000
      selfPaidOutOfScope: "6000.00",
      reimbursedShare: "0.900000",
    });
    expect(String(amount)).toBe("6100.00");
    expect(readings).toEqual({});
  });

  it("each payer is a line with its clause and what it was made from", () => {
    const { lines } = medicalSupplementBenefit({ ...inDistrict, ...bill, supplementPaidBefore: "5000" });
    expect(
      lines.map(({ label, clause, amount, operation, operands }) => [
        label.zh,
        clause.path,
        String(amount),
        operation,
        JSON.parse(JSON.stringify(operands)) as unknown,
      ]),
    ).toEqual([
      ["基本医疗保险", "三(一)第1段", "55000.00", "pay", ["55000.00"]],
      ["大病保险", "三(一)第1段", "10000.00", "pay", ["10000.00"]],
      ["医疗救助", "三(一)第3段", "10000.00", "restShare", ["92000.00", "65000.00", "0.7", "10000.00", "0.00"]],
      ["医疗机构减免", "三(一)第4段", "1700.00", "restShare", ["92000.00", "75000.00", "0.1", null, "0.00"]],
      ["医疗商业补充保险", "三(一)第1段", "6100.00", "topUp", ["92000.00", "0.9", "76700.00", "450000.00", "5000.00"]],
      ["个人自付（政策范围内）", "三(一)第1段", "9200.00", "rest", ["92000.00", "82800.00"]],
      ["政策范围外费用减免", "三(一)第4段", "2000.00", "restAbove", ["100000.00", "92000.00", "0.06"]],
      ["个人自费（政策范围外）", "三(一)第4段", "6000.00", "rest", ["100000.00", "94000.00"]],
      ["应付金额", "三(一)", "6100.00", "benefit", [["6100.00"], "0.00"]],
    ]);
  });

  it("prints as a waterfall in both languages", () => {
    const result = medicalSupplementBenefit({ ...inDistrict, ...bill, supplementPaidBefore: "5000" });
    expect(explain(result)).toBe(`罗庄区扶贫特惠保险 罗扶办发〔2020〕6号
核算单（元）
  1  基本医疗保险            55000.00  三(一)第1段
  2  大病保险                10000.00  三(一)第1段
  3  医疗救助                10000.00  三(一)第3段  (92000.00 − 65000.00) × 70%，以 10000.00 为限
  4  医疗机构减免             1700.00  三(一)第4段  (92000.00 − 75000.00) × 10%
  5  医疗商业补充保险         6100.00  三(一)第1段  92000.00 × 90% − 76700.00，以 450000.00 − 5000.00 为限
  6  个人自付（政策范围内）   9200.00  三(一)第1段  92000.00 − 82800.00
  7  政策范围外费用减免       2000.00  三(一)第4段  100000.00 − 92000.00 − 100000.00 × 6%
  8  个人自费（政策范围外）   6000.00  三(一)第4段  100000.00 − 94000.00
  9  应付金额                 6100.00  三(一)       6100.00`);
    expect(explain(result, { locale: "en" })).toContain(
      "5  Medical supplement           6100.00  三(一)第1段  92000.00 × 90% − 76700.00, at most 450000.00 − 5000.00",
    );
    expect(explain(medicalSupplementBenefit(allInScope("1000", "900")))).toContain(
      "1000.00 × 90% − 973.00，以 450000.00 为限（最低为 0）",
    );
  });

  it("三(一) the supplement is for medical care, and prints the same from JSON and from a clone", () => {
    const result = medicalSupplementBenefit({ ...inDistrict, ...bill });
    expect(JSON.parse(JSON.stringify(result.parts))).toEqual({ medical: "6100.00" });
    expect([String(result.overpaid), result.basis.rule]).toEqual(["0.00", "luozhuang.medicalSupplementBenefit"]);
    const json = JSON.parse(JSON.stringify(result)) as Json<typeof result>;
    for (const locale of ["zh", "en"] as const) {
      expect(explain(json, { locale })).toBe(explain(result, { locale }));
      expect(explain(structuredClone(result), { locale })).toBe(explain(result, { locale }));
    }
    expect(JSON.parse(JSON.stringify(revive(medicalSupplementBenefit, json)))).toEqual(json);
    expect(revive(medicalSupplementBenefit, json).waterfall.supplement.plus(yuan(1)).toString()).toBe("6101.00");
  });

  it("三(一)第3段 assistance pays 70 % of what the insurances leave", () => {
    expect(parts(allInScope("1000", "900"))).toEqual(["70.00", "3.00", "0.00", "27.00", "0.00", "0.00"]);
    const both = { ...allInScope("1000", "800"), criticalIllnessPaid: "100" };
    expect(parts(both)).toEqual(["70.00", "3.00", "0.00", "27.00", "0.00", "0.00"]);
  });

  it.each([
    // 20 000 less basic insurance; 70 % of it
    ["5714.30", ["9999.99", "428.57", "1857.14", "2000.00"]], // 14 285.70: 9 999.990
    ["5714.29", ["10000.00", "428.57", "1857.14", "2000.00"]], // 14 285.71: 9 999.997
    ["5714.28", ["10000.00", "428.57", "1857.15", "2000.00"]], // 14 285.72: 10 000.004
    ["5714.27", ["10000.00", "428.57", "1857.16", "2000.00"]], // 14 285.73: 10 000.011
  ])("三(一)第3段 assistance at its limit of 10 000: basic %s", (basicPaid, expected) => {
    expect(parts(allInScope("20000", basicPaid)).slice(0, 4)).toEqual(expected);
  });

  it.each([
    ["0.01", ["9999.99", "428.57", "1857.15", "2000.00"]],
    ["9999.99", ["0.01", "1428.57", "10857.13", "2000.00"]],
    ["10000", ["0.00", "1428.57", "10857.14", "2000.00"]],
    ["12000", ["0.00", "1428.57", "10857.14", "2000.00"]],
  ])("三(一)第3段 with %s of assistance used in the year", (assistancePaidBefore, expected) => {
    expect(parts({ ...allInScope("20000", "5714.29"), assistancePaidBefore }).slice(0, 4)).toEqual(expected);
  });

  it.each([
    ["888.88", ["0.00", "11.11", "0.01", "100.00"]], // 899.99 of 1 000 reimbursed before it
    ["888.89", ["0.00", "11.11", "0.00", "100.00"]], // 900.00
    ["888.90", ["0.00", "11.11", "0.00", "99.99"]], // 900.01
  ])("三(一)第2段 no supplement once 90 %% are reached: basic %s", (basicPaid, expected) => {
    expect(parts({ ...allInScope("1000", basicPaid), ...noAssistanceLeft }).slice(0, 4)).toEqual(expected);
  });

  it.each([
    // 90 % of 100 000 less the institution's 10 000
    ["0", "80000.00", "10000.00"],
    ["369999.99", "80000.00", "10000.00"],
    ["370000", "80000.00", "10000.00"],
    ["370000.01", "79999.99", "10000.01"],
    ["449999.99", "0.01", "89999.99"],
    ["450000", "0.00", "90000.00"],
    ["460000", "0.00", "90000.00"],
  ])("三(一)第3段 with %s of the supplement's 450 000 used in the year", (supplementPaidBefore, ...expected) => {
    const result = parts({ ...allInScope("100000", "0"), ...noAssistanceLeft, supplementPaidBefore });
    expect(result.slice(2, 4)).toEqual(expected);
  });

  it.each([
    // Each payer's share half up, the patient bears the rest; 90 % of the costs is never rounded first.
    ["0.05", "10000", ["0.00", "0.01", "0.04", "0.00"]], // 0.005; 0.045 less 0.01
    ["0.04", "10000", ["0.00", "0.00", "0.04", "0.00"]], // 0.004; 0.036
    ["0.05", "0", ["0.04", "0.00", "0.01", "0.00"]], // 0.035; 0.001; 0.045 less 0.04
    ["100.05", "10000", ["0.00", "10.01", "80.04", "10.00"]], // 10.005; 90.045 less 10.01
    ["0", "0", ["0.00", "0.00", "0.00", "0.00"]],
  ])("rounding: %s with %s of assistance used", (amount, assistancePaidBefore, expected) => {
    expect(parts({ ...allInScope(amount, "0"), assistancePaidBefore }).slice(0, 4)).toEqual(expected);
  });

  it("without in-scope costs there is no reimbursed share", () => {
    const { amount, waterfall } = medicalSupplementBenefit({ ...allInScope("0", "0"), totalExpenses: "100" });
    expect([String(amount), waterfall.reimbursedShare]).toEqual(["0.00", null]);
    expect([waterfall.outOfScopeReduction, waterfall.selfPaidOutOfScope].map(String)).toEqual(["94.00", "6.00"]);
  });

  it.each([
    ["10000", "9400.01", "0.00", "599.99"],
    ["10000", "9400", "0.00", "600.00"],
    ["10000", "9399.99", "0.01", "600.00"],
    ["33.33", "31.33", "0.00", "2.00"], // 6 % is 1.9998
    ["33.33", "31.32", "0.01", "2.00"],
    ["0.25", "0.24", "0.00", "0.01"], // 6 % is 0.015, not 0.02
    ["0.25", "0.23", "0.01", "0.01"], // 0.005, up
  ])("三(一)第4段 out of scope above 6 %%: %s in all, %s in scope", (totalExpenses, inScopeExpenses, ...expected) => {
    expect(parts({ ...inDistrict, totalExpenses, inScopeExpenses, basicPaid: "0" }).slice(4)).toEqual(expected);
  });
});

describe("三(一)第8、9段 entitlement", () => {
  const entitled = ["10000.00", "1700.00", "6100.00", "9200.00"];
  const not = ["10000.00", "0.00", "0.00", "17000.00"];
  const controlled = ["2000.00", "6000.00"];
  const uncontrolled = ["0.00", "8000.00"];

  it.each([
    [{ place: "district", designatedInstitution: true }, entitled, controlled],
    [{ place: "district", designatedInstitution: true, referral: "none" }, entitled, controlled],
    [{ place: "district", designatedInstitution: false }, not, uncontrolled],
    [{ place: "city", designatedInstitution: true, referral: "approved" }, entitled, controlled],
    [{ place: "city", designatedInstitution: true, referral: "emergencyFiled" }, entitled, controlled],
    [{ place: "city", designatedInstitution: true, referral: "none" }, not, controlled],
    [{ place: "city", designatedInstitution: false, referral: "approved" }, not, uncontrolled],
    [{ place: "outsideCity", referral: "approved" }, entitled, uncontrolled],
    [{ place: "outsideCity", referral: "emergencyFiled" }, entitled, uncontrolled],
    [{ place: "outsideCity", referral: "none" }, not, uncontrolled],
    [{ place: "outsideCity", referral: "none", designatedInstitution: true }, not, uncontrolled],
    [{ place: "outsideCity", referral: "approved", designatedInstitution: false }, entitled, uncontrolled],
  ] as const)("%j", (where, inScope, outOfScope) => {
    expect(parts({ setting: "inpatient", ...where, ...bill })).toEqual([...inScope, ...outOfScope]);
  });

  it("a stage that is not due says why, all reasons at once, with the clause", () => {
    const where = { place: "city", designatedInstitution: false, referral: "none" } as const;
    const { lines } = medicalSupplementBenefit({ setting: "inpatient", ...where, ...bill });
    const told = lines.filter(({ amount }) => amount.isZero()).map(({ label, clause }) => [label.zh, clause.path]);
    expect(told).toEqual([
      ["医疗机构减免（不适用：非定点医疗机构；未办理转诊）", "三(一)第9段"],
      ["医疗商业补充保险（不适用：非定点医疗机构；未办理转诊）", "三(一)第9段"],
      ["政策范围外费用减免（不适用：限市域内定点医疗机构住院）", "三(一)第4段"],
      ["应付金额", "三(一)"],
    ]);
    expect(lines.find(({ amount }) => amount.isZero())?.label.en).toBe(
      "Institution's reduction (none: not a designated institution; no referral)",
    );
    const unreferred = medicalSupplementBenefit({ ...inDistrict, place: "city", referral: "none", ...bill }).lines[3];
    expect([unreferred?.label.en, unreferred?.clause.path]).toEqual([
      "Institution's reduction (none: no referral)",
      "三(一)第8段",
    ]);
  });

  it("三(一)第7段 special outpatient care has no reduction and no control of out-of-scope costs", () => {
    const outpatient = { ...inDistrict, setting: "specialOutpatient", ...bill } as const;
    // 82 800 less 75 000
    expect(parts(outpatient)).toEqual(["10000.00", "0.00", "7800.00", "9200.00", "0.00", "8000.00"]);
    expect(parts({ ...outpatient, designatedInstitution: false }).slice(0, 4)).toEqual(not);
  });
});

describe("三(一) what was really settled replaces a computed stage", () => {
  const base = allInScope("50000", "30000");

  it.each([
    [{}, ["10000.00", "1000.00", "4000.00", "5000.00"]],
    [{ medicalAssistancePaid: "9000" }, ["9000.00", "1100.00", "4900.00", "5000.00"]],
    [{ medicalAssistancePaid: "0" }, ["0.00", "2000.00", "13000.00", "5000.00"]],
    [{ medicalAssistancePaid: "15000", ...noAssistanceLeft }, ["15000.00", "500.00", "0.00", "4500.00"]],
    [{ medicalAssistancePaid: "20000" }, ["20000.00", "0.00", "0.00", "0.00"]],
    [{ institutionReduced: "0" }, ["10000.00", "0.00", "5000.00", "5000.00"]],
    [{ institutionReduced: "10000" }, ["10000.00", "10000.00", "0.00", "0.00"]],
    [{ institutionReduced: "500", designatedInstitution: false }, ["10000.00", "500.00", "0.00", "9500.00"]],
    [{ institutionReduced: "500", setting: "specialOutpatient" }, ["10000.00", "500.00", "4500.00", "5000.00"]],
  ] as const)("%j", (settled, expected) => {
    expect(parts({ ...base, ...settled }).slice(0, 4)).toEqual(expected);
  });

  it("the line says so", () => {
    const { lines } = medicalSupplementBenefit({ ...base, medicalAssistancePaid: "9000", institutionReduced: "1000" });
    expect(
      lines.slice(2, 4).map(({ label, operation, clause }) => [label.zh, label.en, operation, clause.path]),
    ).toEqual([
      ["医疗救助（实际结算）", "Medical assistance (as settled)", "pay", "三(一)第3段"],
      ["医疗机构减免（实际结算）", "Institution's reduction (as settled)", "pay", "三(一)第4段"],
    ]);
  });

  it("a reading that it makes idle is not used", () => {
    const elsewhere = { setting: "inpatient", place: "outsideCity", referral: "approved", ...bill } as const;
    expect(medicalSupplementBenefit({ ...elsewhere, institutionReduced: "0" }).readings).toEqual({});
  });
});

describe("三(一) readings", () => {
  const compared = (input: Input) =>
    compareReadings(medicalSupplementBenefit, input).map(({ readings, outcome }) => [
      readings,
      outcome.ok && outcome.value.waterfall.institutionReduction.toString(),
      outcome.ok && outcome.value.waterfall.supplement.toString(),
      outcome.ok && outcome.value.waterfall.selfPaidInScope.toString(),
    ]);

  it("三(一)第8段 whether care in the city needs a referral", () => {
    const input = { ...inDistrict, place: "city", referral: "none", ...bill } as const;
    expect(compared(input)).toEqual([
      [{ referralWithinCity: "required" }, "0.00", "0.00", "17000.00"],
      [{ referralWithinCity: "notRequired" }, "1700.00", "6100.00", "9200.00"],
    ]);
    const { referral, ...notAsked } = input;
    expect(referral).toBe("none");
    expect(medicalSupplementBenefit.safe(notAsked).ok).toBe(false);
    expect(parts(notAsked, { readings: { referralWithinCity: "notRequired" } })[2]).toBe("6100.00");
    const elsewhere = { setting: "inpatient", place: "outsideCity", referral: "none", ...bill } as const;
    expect(parts(elsewhere, { readings: { referralWithinCity: "notRequired" } })[2]).toBe("0.00");
  });

  it("三(一)第7段 whether outpatients have the reduction: the supplement or the patient gains", () => {
    expect(compared({ ...allInScope("20000", "9000"), setting: "specialOutpatient" })).toEqual([
      [{ institutionReductionForOutpatient: "none" }, "0.00", "1300.00", "2000.00"],
      [{ institutionReductionForOutpatient: "sameAsInpatient" }, "330.00", "970.00", "2000.00"],
    ]);
    expect(compared({ ...allInScope("10000", "7000"), setting: "specialOutpatient" })).toEqual([
      [{ institutionReductionForOutpatient: "none" }, "0.00", "0.00", "900.00"],
      [{ institutionReductionForOutpatient: "sameAsInpatient" }, "90.00", "0.00", "810.00"],
    ]);
  });

  it("三(一)第6段 whether the reduction is counted outside the city", () => {
    const outside = { setting: "inpatient", place: "outsideCity", referral: "approved" } as const;
    const costs = { totalExpenses: "50000", inScopeExpenses: "46000", basicPaid: "20000" };
    expect(compared({ ...outside, ...costs })).toEqual([
      [{ institutionReductionOutsideCity: "applied" }, "1600.00", "9800.00", "4600.00"],
      [{ institutionReductionOutsideCity: "none" }, "0.00", "11400.00", "4600.00"],
    ]);
    const outpatient = { ...outside, setting: "specialOutpatient", ...costs } as const;
    const same = { institutionReductionForOutpatient: "sameAsInpatient" } as const;
    expect(parts(outpatient)[1]).toBe("0.00");
    expect(parts(outpatient, { readings: same })[1]).toBe("1600.00");
    expect(parts(outpatient, { readings: { ...same, institutionReductionOutsideCity: "none" } })[1]).toBe("0.00");
  });

  it("are used only where they can matter", () => {
    const used = (input: Input) => Object.keys(medicalSupplementBenefit(input).readings);
    expect(used({ ...inDistrict, ...bill })).toEqual([]);
    expect(used({ ...inDistrict, place: "city", referral: "approved", ...bill })).toEqual(["referralWithinCity"]);
    expect(used({ ...inDistrict, designatedInstitution: false, setting: "specialOutpatient", ...bill })).toEqual([]);
  });
});

describe("三(一) amended terms", () => {
  const withTerms = (terms: Parameters<typeof amend<typeof policy>>[1]["terms"]) => ({
    policy: amend(policy, { terms }),
  });
  const used = { ...allInScope("100000", "0"), ...noAssistanceLeft, supplementPaidBefore: "450000" };

  it("三(一)第3段 a contract may raise the yearly limit, and the line says so", () => {
    const better = withTerms({ medicalSupplement: { annualLimit: yuan(500000) } });
    const { amount, lines } = medicalSupplementBenefit(used, better);
    expect(String(amount)).toBe("50000.00");
    expect(lines.map(({ amended = false }) => amended)).toEqual([
      ...[false, false, false, false, true, false, false, false, false],
    ]);
    expect(medicalSupplementBenefit(used).lines.some(({ amended }) => amended)).toBe(false);
  });

  it("each rate and limit reaches its own line", () => {
    const cases = [
      [{ medicalAssistance: { share: percent(50) } }, 2, "50.00"],
      [{ medicalAssistance: { annualLimit: yuan(30) } }, 2, "30.00"],
      [{ institution: { reduction: percent(20) } }, 3, "6.00"],
      [{ medicalSupplement: { reimbursedShare: percent(98) } }, 4, "7.00"],
      [{ institution: { outOfScopeControl: percent(5) } }, 6, "60.00"],
    ] as const;
    for (const [terms, line, amount] of cases) {
      const input = { ...allInScope("1000", "900"), totalExpenses: "1115.79" }; // 115.79 less 55.7895
      const changed = medicalSupplementBenefit(input, withTerms(terms)).lines[line];
      expect([changed?.amount.toString(), changed?.amended]).toEqual([amount, true]);
    }
  });

  it("三(一)第9段 a waived requirement no longer bars anything", () => {
    const input = { ...inDistrict, designatedInstitution: false, ...bill };
    expect(parts(input, withTerms({ medicalSupplement: { designated: false } }))[2]).toBe("6100.00");
    const referred = { ...inDistrict, place: "city", referral: "none", ...bill } as const;
    expect(parts(referred, withTerms({ medicalSupplement: { referral: ["approved", "none"] } }))[2]).toBe("6100.00");
  });

  it("三(一)第8、9段 a changed requirement marks what hangs on it, granted or not, where it is asked", () => {
    const marked = (input: Input, terms: Parameters<typeof withTerms>[0]) =>
      medicalSupplementBenefit(input, withTerms(terms)).lines.flatMap(({ amended }, index) => (amended ? [index] : []));
    const city = { ...inDistrict, place: "city", ...bill } as const;
    const approvedOnly = { medicalSupplement: { referral: ["approved"] } };
    expect(marked({ ...inDistrict, ...bill }, { medicalSupplement: { designated: false } })).toEqual([3, 4]);
    expect(marked({ ...city, referral: "approved" }, approvedOnly)).toEqual([3, 4]);
    expect(marked({ ...city, referral: "emergencyFiled" }, approvedOnly)).toEqual([3, 4]);
    expect(marked({ ...inDistrict, ...bill }, approvedOnly)).toEqual([]);
    expect(
      marked({ ...city, place: "outsideCity", referral: "approved" }, { medicalSupplement: { designated: false } }),
    ).toEqual([]);
  });
});

describe("三(一) bad input", () => {
  const paths = (input: unknown, options?: Options) => {
    const outcome = medicalSupplementBenefit.safe(input, options);
    return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [path.join("."), code]);
  };
  const ok = { ...allInScope("100", "90") };

  it.each([
    [{ inScopeExpenses: "100.01" }, [["inScopeExpenses", "CONFLICT"]]],
    [{ basicPaid: "100.01" }, [["basicPaid", "CONFLICT"]]],
    [{ criticalIllnessPaid: "10.01" }, [["criticalIllnessPaid", "CONFLICT"]]],
    [{ medicalAssistancePaid: "10.01" }, [["medicalAssistancePaid", "CONFLICT"]]],
    [{ medicalAssistancePaid: "4", institutionReduced: "6.01" }, [["institutionReduced", "CONFLICT"]]],
    [{ institutionReduced: "3.01" }, [["institutionReduced", "CONFLICT"]]],
    [{ designatedInstitution: undefined }, [["designatedInstitution", "MISSING"]]],
    [{ place: "city" }, [["referral", "MISSING"]]],
    [{ place: "outsideCity" }, [["referral", "MISSING"]]],
    [
      { place: "city", designatedInstitution: undefined },
      [
        ["designatedInstitution", "MISSING"],
        ["referral", "MISSING"],
      ],
    ],
    [{ totalExpenses: undefined }, [["totalExpenses", "MISSING"]]],
    [{ inScopeExpenses: undefined }, [["inScopeExpenses", "MISSING"]]],
    [{ basicPaid: null }, [["basicPaid", "INVALID_AMOUNT"]]],
    [{ criticalIllnessPaid: null }, [["criticalIllnessPaid", "INVALID_AMOUNT"]]],
    [{ basicPaid: "-1" }, [["basicPaid", "INVALID_AMOUNT"]]],
    [{ basicPaid: undefined, institutionReduced: "40" }, [["basicPaid", "MISSING"]]],
    [{ medicalAssistancePaid: 0.1 + 0.2 }, [["medicalAssistancePaid", "INVALID_AMOUNT"]]],
    [{ setting: "outpatient" }, [["setting", "UNKNOWN_CHOICE"]]],
    [{ place: "home" }, [["place", "UNKNOWN_CHOICE"]]],
    [{ referral: "lost" }, [["referral", "UNKNOWN_CHOICE"]]],
    [{ designatedInstitution: "yes" }, [["designatedInstitution", "WRONG_TYPE"]]],
    [{ place: "city", referral: "lost" }, [["referral", "UNKNOWN_CHOICE"]]],
    [{ selfPaid: "1" }, [["selfPaid", "UNKNOWN_FIELD"]]],
  ])("%j is refused with its path", (change, expected) => {
    expect(paths({ ...ok, ...change })).toEqual(expected);
  });

  it("what is exactly all that is left is no conflict", () => {
    expect(paths({ ...ok, criticalIllnessPaid: "10" })).toEqual([]);
    expect(paths({ ...ok, medicalAssistancePaid: "10" })).toEqual([]);
    expect(paths({ ...ok, institutionReduced: "3" })).toEqual([]);
  });

  it("names both fields of a contradiction, in both languages, and tells all at once", () => {
    const outcome = medicalSupplementBenefit.safe({
      ...ok,
      place: "city",
      designatedInstitution: undefined,
      inScopeExpenses: "100.01",
      criticalIllnessPaid: "20",
    });
    if (outcome.ok) throw new Error("was not refused");
    const { issues } = outcome.error;
    expect(issues.map(({ path }) => path[0])).toEqual([
      "designatedInstitution",
      "referral",
      "inScopeExpenses",
      "criticalIllnessPaid",
    ]);
    expect(issues[2]?.message).toEqual({
      zh: "inScopeExpenses（100.01）大于 totalExpenses（100.00）（收到“100.01”）",
      en: 'inScopeExpenses (100.01) is above totalExpenses (100.00) (received "100.01")',
    });
    expect(issues[3]?.message).toEqual({
      zh: "basicPaid + criticalIllnessPaid 合计 110.00，超过 inScopeExpenses（100.01）（收到“20”）",
      en: 'basicPaid + criticalIllnessPaid is 110.00, above inScopeExpenses (100.01) (received "20")',
    });
  });

  it("a settled reduction is compared with the assistance that was computed before it", () => {
    const outcome = medicalSupplementBenefit.safe({ ...ok, institutionReduced: "3.01" });
    expect(outcome.ok || outcome.error.issues[0]?.message.en).toBe(
      'basicPaid + medicalAssistance + institutionReduced is 100.01, above inScopeExpenses (100.00) (received "3.01")',
    );
  });
});

describe("三(一) laws", () => {
  const share = fc.integer({ min: 0, max: 1000 });
  const bills = fc
    .record({
      total: fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 300_000_000 })),
      shares: fc.tuple(share, share, share),
      assistancePaidBefore: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_100_000 })),
      supplementPaidBefore: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 46_000_000 })),
      setting: fc.constantFrom("inpatient" as const, "specialOutpatient" as const),
      place: fc.constantFrom("district" as const, "city" as const, "outsideCity" as const),
      designatedInstitution: fc.boolean(),
      referral: fc.constantFrom("approved" as const, "emergencyFiled" as const, "none" as const),
    })
    .map(({ total, shares: [inScope, basic, critical], ...rest }) => {
      const scope = Math.round((total * (1000 - inScope * inScope * 0.001)) / 1000);
      const basicPaid = Math.floor((scope * basic) / 1000);
      const criticalIllnessPaid = Math.floor(((scope - basicPaid) * critical) / 1000);
      return { total, scope, basicPaid, criticalIllnessPaid, ...rest };
    });
  type Bill = typeof bills extends fc.Arbitrary<infer B> ? B : never;
  const readings = fc.record({
    referralWithinCity: fc.constantFrom("required" as const, "notRequired" as const),
    institutionReductionForOutpatient: fc.constantFrom("none" as const, "sameAsInpatient" as const),
    institutionReductionOutsideCity: fc.constantFrom("applied" as const, "none" as const),
  });
  type Readings = typeof readings extends fc.Arbitrary<infer R> ? R : never;

  const waterfallOf = ({ total, scope, ...rest }: Bill, chosen?: Readings) => {
    const { waterfall, amount, parts, lines } = medicalSupplementBenefit(
      {
        setting: rest.setting,
        place: rest.place,
        designatedInstitution: rest.designatedInstitution,
        referral: rest.referral,
        totalExpenses: fen(total),
        inScopeExpenses: fen(scope),
        basicPaid: fen(rest.basicPaid),
        criticalIllnessPaid: fen(rest.criticalIllnessPaid),
        assistancePaidBefore: fen(rest.assistancePaidBefore),
        supplementPaidBefore: fen(rest.supplementPaidBefore),
      },
      { readings: chosen ?? {} },
    );
    expect(amount.equals(waterfall.supplement)).toBe(true);
    expect(parts.medical?.equals(amount)).toBe(true);
    for (const line of lines) expect(recompute(line).equals(line.amount)).toBe(true);
    const { reimbursedShare, ...amounts } = waterfall;
    expect(reimbursedShare === null).toBe(scope === 0);
    return Object.fromEntries(Object.entries(amounts).map(([name, part]) => [name, part.fen])) as Record<
      keyof typeof amounts,
      number
    >;
  };

  law("三(一) the parts add up to the bill to the fen, and none is negative", [bills, readings], (each, chosen) => {
    const w = waterfallOf(each, chosen);
    const inScope =
      w.basic + w.criticalIllness + w.medicalAssistance + w.institutionReduction + w.supplement + w.selfPaidInScope;
    expect(inScope).toBe(each.scope);
    expect(inScope + w.outOfScopeReduction + w.selfPaidOutOfScope).toBe(each.total);
    expect(Math.min(...Object.values(w))).toBeGreaterThanOrEqual(0);
  });

  law(
    "三(一)第1段 an entitled patient is reimbursed 90 % less half a fen, unless the yearly limit was reached",
    [bills, readings],
    (each, chosen) => {
      const entitled = { ...each, designatedInstitution: true, referral: "approved" as const };
      const w = waterfallOf(entitled, chosen);
      const limitReached = each.supplementPaidBefore + w.supplement >= 45_000_000;
      expect(limitReached || w.selfPaidInScope * 10 <= each.scope + 5).toBe(true);
      // And where the supplement pays at all, not more than 90 % and half a fen.
      if (w.supplement > 0) expect(w.selfPaidInScope * 10).toBeGreaterThanOrEqual(each.scope - 5);
    },
  );

  law(
    "三(一) more from basic insurance never raises the patient's share",
    [bills, readings, fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 10_000_000 }))],
    (each, chosen, more) => {
      const room = each.scope - each.criticalIllnessPaid - each.basicPaid;
      const better = { ...each, basicPaid: each.basicPaid + Math.min(more, room) };
      expect(waterfallOf(better, chosen).selfPaidInScope).toBeLessThanOrEqual(
        waterfallOf(each, chosen).selfPaidInScope,
      );
    },
  );

  law(
    "三(一)第3段 however a year's bills are split, assistance and supplement stay within their yearly limits",
    [fc.array(bills, { minLength: 1, maxLength: 8 })],
    (year) => {
      let [assistancePaidBefore, supplementPaidBefore] = [0, 0];
      for (const each of year) {
        const w = waterfallOf({ ...each, assistancePaidBefore, supplementPaidBefore });
        assistancePaidBefore += w.medicalAssistance;
        supplementPaidBefore += w.supplement;
      }
      expect(assistancePaidBefore).toBeLessThanOrEqual(1_000_000);
      expect(supplementPaidBefore).toBeLessThanOrEqual(45_000_000);
    },
  );

  law("三(一)第8、9段 without entitlement no reduction and no supplement, and assistance stands", [bills], (each) => {
    const barred = { ...each, place: "city" as const, designatedInstitution: false };
    const w = waterfallOf(barred);
    expect([w.institutionReduction, w.supplement, w.outOfScopeReduction]).toEqual([0, 0, 0]);
    const entitled = waterfallOf({ ...barred, designatedInstitution: true, referral: "approved" });
    expect(w.medicalAssistance).toBe(entitled.medicalAssistance);
  });

  law("三(一) settling a stage as computed changes nothing", [bills], (each) => {
    const entitled = { ...each, place: "district" as const, designatedInstitution: true };
    const w = waterfallOf(entitled);
    const again = medicalSupplementBenefit({
      setting: entitled.setting,
      place: "district",
      designatedInstitution: true,
      totalExpenses: fen(each.total),
      inScopeExpenses: fen(each.scope),
      basicPaid: fen(each.basicPaid),
      criticalIllnessPaid: fen(each.criticalIllnessPaid),
      supplementPaidBefore: fen(each.supplementPaidBefore),
      medicalAssistancePaid: fen(w.medicalAssistance),
      institutionReduced: fen(w.institutionReduction),
    }).waterfall;
    expect([again.supplement.fen, again.selfPaidInScope.fen]).toEqual([w.supplement, w.selfPaidInScope]);
  });
});

describe("三(二)第1段 accident", () => {
  it.each([
    [{}, "0.00"],
    [{ death: false }, "0.00"],
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
    const compared = compareReadings(accidentBenefit, { death: true, disabilityGrade });
    expect(compared.map(({ readings }) => readings["deathAfterDisability"])).toEqual(["both", "higher", "deathOnly"]);
    expect(compared.map(({ outcome }) => outcome.ok && outcome.value.amount.toString())).toEqual(amounts);
  });

  it.each([
    ["both", "18000.00", "30000.00"],
    ["higher", "18000.00", "12000.00"],
    ["deathOnly", "18000.00", "12000.00"],
  ] as const)("death after a disability that was paid, %s: %s, then %s", (deathAfterDisability, first, second) => {
    const options = { readings: { deathAfterDisability } };
    const paid = accidentBenefit({ disabilityGrade: 5 }, options).amount;
    const later = { death: true, disabilityGrade: 5, disabilityPaidBefore: paid };
    expect([paid, accidentBenefit(later, options).amount].map(String)).toEqual([first, second]);
    expect(accidentBenefit.safe({ death: true, disabilityPaidBefore: paid }, options)).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["disabilityGrade"], code: "MISSING" }] },
    });
  });

  it("what was paid for the disability never comes off the death, where both are paid", () => {
    const later = { death: true, disabilityGrade: 10, disabilityPaidBefore: "18000" };
    expect(String(accidentBenefit(later).amount)).toBe("30000.00"); // grade 10 gives 3 000, all of it paid
    expect(String(accidentBenefit({ disabilityGrade: 4, disabilityPaidBefore: "18000" }).amount)).toBe("3000.00");
    expect(String(accidentBenefit({ disabilityPaidBefore: "18000", medicalExpenses: "1" }).amount)).toBe("1.00");
  });

  it("a contract with a higher sum for disability tells higher from deathOnly", () => {
    const better = { policy: amend(policy, { terms: { accident: { disability: yuan(80000) } } }) };
    const amountBy = (deathAfterDisability: "higher" | "deathOnly") =>
      accidentBenefit({ death: true, disabilityGrade: 5 }, { ...better, readings: { deathAfterDisability } }).amount;
    expect([amountBy("higher"), amountBy("deathOnly")].map(String)).toEqual(["48000.00", "30000.00"]);
  });

  it.each([
    [{}, {}, "0.00"],
    [{ death: true, medicalExpenses: "100" }, { death: "30000.00", medical: "100.00" }, "0.00"],
    [{ disabilityGrade: 7, disabilityPaidBefore: "18000" }, { disability: "12000.00" }, "6000.00"],
    [
      { death: true, disabilityGrade: 7, disabilityPaidBefore: "18000", medicalExpenses: "6000" },
      { death: "30000.00", disability: "12000.00", medical: "5000.00" },
      "6000.00",
    ],
  ])("what of %j was for what, and what was overpaid", (input, parts, overpaid) => {
    const result = accidentBenefit(input);
    expect([JSON.parse(JSON.stringify(result.parts)), String(result.overpaid)]).toEqual([parts, overpaid]);
    if (overpaid !== "0.00") expect(explain(result)).toContain(`多付金额：${overpaid}`);
  });

  it("the reading is used only where both are claimed", () => {
    expect(accidentBenefit({ death: true }).readings).toEqual({});
    expect(accidentBenefit({ disabilityGrade: 1 }).readings).toEqual({});
    expect(accidentBenefit({ death: false, disabilityGrade: 1 }).readings).toEqual({});
    expect(accidentBenefit({ death: true, disabilityGrade: 1 }).readings).toEqual({ deathAfterDisability: "both" });
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
  ])("%j is refused", (input, field) => {
    const outcome = accidentBenefit.safe(input);
    expect(outcome.ok ? [] : outcome.error.issues.map(({ path }) => path[0])).toContain(field);
  });

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
