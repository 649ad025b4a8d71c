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

const { medicalSupplementBenefit, policy } = luozhuang;

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
      other: "0.00",
      supplement: "6100.00", // 90 % of 92 000 is 82 800, less 76 700
      selfPaidInScope: "9200.00",
      outOfScopeReduction: "2000.00", // 8 000 less 6 % of 100 000
      selfPaidOutOfScope: "6000.00",
      selfPaidTotal: "15200.00",
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
      ["基本医疗保险支付", "三(一)第1段", "55000.00", "pay", ["55000.00"]],
      ["大病保险支付", "三(一)第1段", "10000.00", "pay", ["10000.00"]],
      ["医疗救助支付", "三(一)第3段", "10000.00", "restShare", ["92000.00", "65000.00", "0.7", "10000.00", "0.00"]],
      [
        "医疗机构减免（政策范围内）",
        "三(一)第4段",
        "1700.00",
        "restShare",
        ["92000.00", "75000.00", "0.1", null, "0.00"],
      ],
      [
        "医疗商业补充保险支付",
        "三(一)第1段",
        "6100.00",
        "reach",
        ["92000.00", "0.9", "76700.00", "450000.00", "5000.00"],
      ],
      ["个人自付（政策范围内）", "三(一)第1段", "9200.00", "rest", ["92000.00", "82800.00"]],
      ["医疗机构减免（政策范围外）", "三(一)第4段", "2000.00", "restAbove", ["100000.00", "92000.00", "0.06"]],
      ["个人自费（政策范围外）", "三(一)第4段", "6000.00", "rest", ["100000.00", "94000.00"]],
      ["个人合计负担", "三(一)", "15200.00", "sum", ["9200.00", "6000.00"]],
      ["承保机构应赔付", "三(一)", "6100.00", "benefit", [["6100.00"], "0.00"]],
    ]);
  });

  it("prints as a waterfall in both languages", () => {
    const result = medicalSupplementBenefit({ ...inDistrict, ...bill, supplementPaidBefore: "5000" });
    expect(explain(result)).toBe(`罗庄区扶贫特惠保险 罗扶办发〔2020〕6号
核算单（元）
   1  基本医疗保险支付            55000.00  三(一)第1段
   2  大病保险支付                10000.00  三(一)第1段
   3  医疗救助支付                10000.00  三(一)第3段  (92000.00 − 65000.00) × 70%，以 10000.00 为限
   4  医疗机构减免（政策范围内）   1700.00  三(一)第4段  (92000.00 − 75000.00) × 10%
   5  医疗商业补充保险支付         6100.00  三(一)第1段  92000.00 × 90% − 76700.00，以 450000.00 − 5000.00 为限
   6  个人自付（政策范围内）       9200.00  三(一)第1段  92000.00 − 82800.00
   7  医疗机构减免（政策范围外）   2000.00  三(一)第4段  100000.00 − 92000.00 − 100000.00 × 6%
   8  个人自费（政策范围外）       6000.00  三(一)第4段  100000.00 − 94000.00
   9  个人合计负担                15200.00  三(一)       9200.00 + 6000.00
  10  承保机构应赔付               6100.00  三(一)       6100.00`);
    expect(explain(result, { locale: "en" })).toContain(
      "5  Medical supplement pays            6100.00  三(一)第1段  92000.00 × 90% − 76700.00, at most 450000.00 − 5000.00",
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
    // Each payer's share half up; of the tenth what is less than a fen is not the patient's.
    ["0.05", "10000", ["0.00", "0.01", "0.04", "0.00"]], // 0.005; 0.045 up, less 0.01
    ["0.04", "10000", ["0.00", "0.00", "0.04", "0.00"]], // 0.004; 0.036 up
    ["0.05", "0", ["0.04", "0.00", "0.01", "0.00"]], // 0.035; 0.001; 0.045 up, less 0.04
    ["100.05", "10000", ["0.00", "10.01", "80.04", "10.00"]], // 10.005; 90.045 up, less 10.01
    ["100.00", "10000", ["0.00", "10.00", "80.00", "10.00"]],
    ["100.01", "10000", ["0.00", "10.00", "80.01", "10.00"]], // 10.001; 90.009 up, less 10.00
    ["100.09", "10000", ["0.00", "10.01", "80.08", "10.00"]], // 10.009; 90.081 up, less 10.01
    ["100.10", "10000", ["0.00", "10.01", "80.08", "10.01"]], // 10.01; 90.09
    ["0", "0", ["0.00", "0.00", "0.00", "0.00"]],
  ])("rounding: %s with %s of assistance used", (amount, assistancePaidBefore, expected) => {
    expect(parts({ ...allInScope(amount, "0"), assistancePaidBefore }).slice(0, 4)).toEqual(expected);
  });

  it.each([
    ["assistancePaidBefore", 2, "9999.99", "10000", "医疗救助支付（医疗救助年度封顶线已用完）"],
    ["supplementPaidBefore", 4, "449999.99", "450000", "医疗商业补充保险支付（医疗商业补充保险年度封顶线已用完）"],
  ])("三(一)第3段 once nothing is left of a yearly limit the line says so: %s", (name, line, below, at, label) => {
    const labelOf = (used: string) =>
      medicalSupplementBenefit({ ...inDistrict, ...bill, [name]: used }).lines[line]?.label;
    expect(labelOf(below)?.zh).toBe(label.split("（")[0]);
    expect([labelOf(at)?.zh, labelOf(at)?.en]).toEqual([
      label,
      line === 2
        ? "Medical assistance pays (Annual limit of medical assistance used up)"
        : "Medical supplement pays (Annual limit of the medical supplement used up)",
    ]);
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

describe("三(一)第1段 the patient's tenth, rounded down", () => {
  /** Nothing but the supplement pays. */
  const alone = (amount: MoneyInput, basicPaid: MoneyInput = "0") => ({
    ...allInScope(amount, basicPaid),
    ...noAssistanceLeft,
    institutionReduced: "0",
  });

  it.each([
    ["100.09", "0", "90.09", "10.00"], // 90.081
    ["100.10", "0", "90.09", "10.01"], // 90.09
    ["100.11", "0", "90.10", "10.01"], // 90.099
    ["1000", "899.99", "0.01", "100.00"],
    ["1000", "900", "0.00", "100.00"],
    ["1000", "900.01", "0.00", "99.99"],
    ["0.09", "0", "0.09", "0.00"],
    ["0.10", "0", "0.09", "0.01"],
  ])("of %s, %s paid before: the supplement %s, the patient %s", (amount, basicPaid, ...expected) => {
    expect(parts(alone(amount, basicPaid)).slice(2, 4)).toEqual(expected);
  });

  it("the line says that it went up to the next fen, and only then", () => {
    expect(explain(medicalSupplementBenefit(alone("100.09")))).toContain(
      "100.09 × 90%（不足一分的进为一分） − 0.00，以 450000.00 为限",
    );
    expect(explain(medicalSupplementBenefit(alone("100.10")))).toContain("100.10 × 90% − 0.00，以 450000.00 为限");
  });
});

describe("三(一)第1段 等补偿: other sources", () => {
  it("come after the reduction and before the supplement, in a line of their own", () => {
    const other = { ...inDistrict, ...bill, otherPaid: "500" };
    expect(parts(other).slice(0, 4)).toEqual(["10000.00", "1700.00", "5600.00", "9200.00"]);
    const { lines, waterfall } = medicalSupplementBenefit(other);
    expect([lines[4]?.label.zh, lines[4]?.clause.path, String(waterfall.other)]).toEqual([
      ...["其他补偿支付", "三(一)第1段", "500.00"],
    ]);
    const without = medicalSupplementBenefit({ ...inDistrict, ...bill, otherPaid: "0" });
    expect([without.lines.length, String(without.waterfall.other)]).toEqual([10, "0.00"]);
  });

  it.each([
    ["6099.99", "0.01", "9200.00"],
    ["6100", "0.00", "9200.00"],
    ["6100.01", "0.00", "9199.99"],
    ["15300", "0.00", "0.00"],
  ])("%s leaves %s to the supplement and %s to the patient", (otherPaid, ...expected) => {
    expect(parts({ ...inDistrict, ...bill, otherPaid }).slice(2, 4)).toEqual(expected);
  });
});

describe("三(一)第8、9段 entitlement", () => {
  const elsewhere = ["10000.00", "0.00", "7800.00", "9200.00"]; // 82 800 less 75 000
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
    [{ place: "city", designatedInstitution: true, referral: "none" }, not, uncontrolled],
    [{ place: "city", designatedInstitution: false, referral: "approved" }, not, uncontrolled],
    [{ place: "outsideCity", referral: "approved" }, elsewhere, uncontrolled],
    [{ place: "outsideCity", referral: "emergencyFiled" }, elsewhere, uncontrolled],
    [{ place: "outsideCity", referral: "none", medicalAssistancePaid: "10000" }, not, uncontrolled],
    [
      { place: "outsideCity", referral: "none", medicalAssistancePaid: "10000", designatedInstitution: true },
      not,
      uncontrolled,
    ],
    [{ place: "outsideCity", referral: "approved", designatedInstitution: false }, elsewhere, uncontrolled],
  ] as const)("%j", (where, inScope, outOfScope) => {
    expect(parts({ setting: "inpatient", ...where, ...bill })).toEqual([...inScope, ...outOfScope]);
  });

  it("a stage that is not due says why, all reasons at once, with the clause", () => {
    const where = { place: "city", designatedInstitution: false, referral: "none" } as const;
    const { lines } = medicalSupplementBenefit({ setting: "inpatient", ...where, ...bill });
    const told = lines.filter(({ amount }) => amount.isZero()).map(({ label, clause }) => [label.zh, clause.path]);
    expect(told).toEqual([
      ["医疗机构减免（政策范围内）（不适用：非定点医疗机构；未办理转诊）", "三(一)第9段"],
      ["医疗商业补充保险支付（不适用：非定点医疗机构；未办理转诊）", "三(一)第9段"],
      ["医疗机构减免（政策范围外）（不适用：限市域内定点医疗机构住院）", "三(一)第4段"],
      ["承保机构应赔付", "三(一)"],
    ]);
    expect(lines.find(({ amount }) => amount.isZero())?.label.en).toBe(
      "Institution waives, in scope (none: not a designated institution; no referral)",
    );
    const unreferred = medicalSupplementBenefit({ ...inDistrict, place: "city", referral: "none", ...bill }).lines;
    expect([3, 6].map((line) => [unreferred[line]?.label.en, unreferred[line]?.clause.path])).toEqual([
      ["Institution waives, in scope (none: no referral)", "三(一)第8段"],
      ["Institution waives, out of scope (none: no referral)", "三(一)第8段"],
    ]);
  });

  it("三(一)第1、7段 other outpatient care has neither; its assistance is what was settled", () => {
    const ordinary = { ...inDistrict, setting: "ordinaryOutpatient", ...bill, medicalAssistancePaid: "0" } as const;
    expect(parts(ordinary)).toEqual(["0.00", "0.00", "0.00", "27000.00", "0.00", "8000.00"]);
    const { lines, readings } = medicalSupplementBenefit(ordinary);
    expect(readings).toEqual({});
    expect(lines[4]?.label).toEqual({
      zh: "医疗商业补充保险支付（不适用：非住院、非特殊病种门诊）",
      en: "Medical supplement pays (none: neither a stay nor special outpatient care)",
    });
    const wider = amend(policy, { terms: { medicalSupplement: { settings: ["inpatient", "ordinaryOutpatient"] } } });
    expect(parts(ordinary, { policy: wider })[2]).toBe("15100.00"); // 82 800 less 65 000 and 10 % of 27 000
    const marked = medicalSupplementBenefit(ordinary, { policy: wider }).lines;
    expect(marked.flatMap(({ amended }, index) => (amended ? [index] : []))).toEqual([3, 4]);
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
      ["医疗救助支付（实际结算）", "Medical assistance pays (as settled)", "pay", "三(一)第3段"],
      ["医疗机构减免（政策范围内）（实际结算）", "Institution waives, in scope (as settled)", "pay", "三(一)第4段"],
    ]);
  });

  it("a reading that it makes idle is not used", () => {
    const elsewhere = { setting: "inpatient", place: "outsideCity", referral: "approved", ...bill } as const;
    expect(medicalSupplementBenefit({ ...elsewhere, institutionReduced: "0" }).readings).toEqual({});
  });
});

describe("三(一) readings", () => {
  /** Each combination of the readings that matter: the reduction, the supplement, the patient in scope; or why it is refused. */
  const compared = (input: Input) =>
    compareReadings(medicalSupplementBenefit, input).map(({ readings, outcome }) => {
      if (!outcome.ok) return [readings, ...outcome.error.issues.map(({ path, code }) => `${code} ${path.join(".")}`)];
      const { institutionReduction, supplement, selfPaidInScope } = outcome.value.waterfall;
      return [readings, ...[institutionReduction, supplement, selfPaidInScope].map(String)];
    });
  const outpatientOf = (amount: MoneyInput, basicPaid: MoneyInput) =>
    ({ ...allInScope(amount, basicPaid), setting: "specialOutpatient" }) as const;
  const under = (readings: NonNullable<Options>["readings"]) => ({ readings }) as Options;

  it("三(一)第8段 whether care in the city needs a referral", () => {
    const input = { ...inDistrict, place: "city", referral: "none", ...bill } as const;
    const required = { referralWithinCity: "required", outOfScopeWithoutReferral: "notWaived" };
    expect(compared(input)).toEqual([
      [required, "0.00", "0.00", "17000.00"],
      [{ ...required, outOfScopeWithoutReferral: "waived" }, "0.00", "0.00", "17000.00"],
      [{ ...required, referralWithinCity: "notRequired" }, "1700.00", "6100.00", "9200.00"],
      [{ referralWithinCity: "notRequired", outOfScopeWithoutReferral: "waived" }, "1700.00", "6100.00", "9200.00"],
    ]);
    const { referral, ...notAsked } = input;
    expect(referral).toBe("none");
    expect(medicalSupplementBenefit.safe(notAsked).ok).toBe(false);
    expect(parts(notAsked, under({ referralWithinCity: "notRequired" }))[2]).toBe("6100.00");
    const elsewhere = { setting: "inpatient", place: "outsideCity", referral: "none", ...bill } as const;
    const settled = { ...elsewhere, medicalAssistancePaid: "0" };
    expect(parts(settled, under({ referralWithinCity: "notRequired" }))[2]).toBe("0.00");
  });

  it.each([
    // 10 000 in all; 6 % are 600
    ["9400", "0.00", "600.00", "0.00", "600.00"],
    ["9399.99", "0.00", "600.01", "0.01", "600.00"],
    ["9000", "0.00", "1000.00", "400.00", "600.00"],
  ])("三(一)第8段 out-of-scope costs without a referral, %s in scope", (inScopeExpenses, ...expected) => {
    const costs = { totalExpenses: "10000", inScopeExpenses, basicPaid: "0" };
    const input = { ...inDistrict, place: "city", referral: "none", ...costs } as const;
    const waived = under({ outOfScopeWithoutReferral: "waived" });
    expect([...parts(input).slice(4), ...parts(input, waived).slice(4)]).toEqual(expected);
    const echoed = Object.hasOwn(medicalSupplementBenefit(input).readings, "outOfScopeWithoutReferral");
    expect(echoed).toBe(expected[0] !== expected[2]);
    const referred = { ...input, referral: "approved" } as const;
    expect(parts(referred).slice(4)).toEqual(expected.slice(2));
    expect(medicalSupplementBenefit(referred).readings).toEqual({});
  });

  it("三(一)第7段 whether outpatients have the reduction: the supplement or the patient gains", () => {
    const same = under({ institutionReductionForOutpatient: "sameAsInpatient" });
    expect(parts(outpatientOf("20000", "9000")).slice(1, 4)).toEqual(["0.00", "1300.00", "2000.00"]);
    expect(parts(outpatientOf("20000", "9000"), same).slice(1, 4)).toEqual(["330.00", "970.00", "2000.00"]);
    expect(parts(outpatientOf("10000", "7000")).slice(1, 4)).toEqual(["0.00", "0.00", "900.00"]);
    expect(parts(outpatientOf("10000", "7000"), same).slice(1, 4)).toEqual(["90.00", "0.00", "810.00"]);
    expect(Object.keys(medicalSupplementBenefit(outpatientOf("10000", "7000")).readings)).toContain(
      "institutionReductionForOutpatient",
    );
    // Where nothing is left there is nothing to reduce.
    expect(Object.keys(medicalSupplementBenefit(outpatientOf("10000", "10000")).readings)).not.toContain(
      "institutionReductionForOutpatient",
    );
  });

  it.each([
    // 20 000 in scope, 9 000 and 7 700 of assistance paid
    ["0.835", "0.00", "3300.00"], // 16 700
    ["0.8350005", "0.01", "3299.99"], // 16 700.01
    ["0.85", "300.00", "3000.00"],
    ["0.9", "1300.00", "2000.00"],
    ["1", "3300.00", "0.00"],
    ["0.8", "0.00", "3300.00"], // never below zero
    ["0.83500025", "0.01", "3299.99"], // 16 700.005, half up
    ["0.83500024", "0.00", "3300.00"], // 16 700.0048
  ])("三(一)第7段 同级 special outpatient care at an inpatient rate of %s", (inpatientRate, ...expected) => {
    const input = { ...outpatientOf("20000", "9000"), inpatientRate };
    const sameLevel = under({ specialOutpatientRate: "sameLevelInpatient" });
    expect(parts(input, sameLevel).slice(2, 4)).toEqual(expected);
    expect(parts(input).slice(2, 4)).toEqual(["1300.00", "2000.00"]);
    const line = medicalSupplementBenefit(input, sameLevel).lines[4];
    expect([line?.label.zh, line?.clause.path, line?.operation]).toEqual([
      ...["医疗商业补充保险支付", "三(一)第7段", "topUp"],
    ]);
    const capped = { ...input, supplementPaidBefore: "449999.99" };
    expect(parts(capped, sameLevel)[2]).toBe(expected[0] === "0.00" ? "0.00" : "0.01");
  });

  it("三(一)第7段 同级 the rate is needed where it is applied, and nowhere else", () => {
    const sameLevel = under({ specialOutpatientRate: "sameLevelInpatient" });
    const missing = (input: Input) => {
      const outcome = medicalSupplementBenefit.safe(input, sameLevel);
      return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [path.join("."), code]);
    };
    const outpatient = outpatientOf("20000", "9000");
    expect(missing(outpatient)).toEqual([["inpatientRate", "MISSING"]]);
    expect(missing(allInScope("20000", "9000"))).toEqual([]);
    expect(missing({ ...outpatient, designatedInstitution: false })).toEqual([]);
    expect(medicalSupplementBenefit(outpatient).readings).toMatchObject({ specialOutpatientRate: "ninetyPercent" });
    expect(Object.keys(medicalSupplementBenefit({ ...outpatient, designatedInstitution: false }).readings)).toEqual([
      "specialOutpatientAssistance",
    ]);
  });

  it("三(一)第7段 what medical assistance pays for outpatients: as for a stay, or as it was settled", () => {
    const outpatient = outpatientOf("20000", "9000");
    const asSettled = under({ specialOutpatientAssistance: "asSettled" });
    expect(parts(outpatient)[0]).toBe("7700.00"); // 70 % of 11 000
    expect(medicalSupplementBenefit(outpatient).lines[2]?.label).toEqual({
      zh: "医疗救助支付（比照住院）",
      en: "Medical assistance pays (as for a stay)",
    });
    expect(medicalSupplementBenefit.safe(outpatient, asSettled)).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["medicalAssistancePaid"], code: "MISSING" }] },
    });
    const settled = { ...outpatient, medicalAssistancePaid: "5000" };
    expect(parts(settled, asSettled).slice(0, 4)).toEqual(["5000.00", "0.00", "4000.00", "2000.00"]);
    expect(parts(settled)).toEqual(parts(settled, asSettled));
    expect(Object.keys(medicalSupplementBenefit(settled).readings)).not.toContain("specialOutpatientAssistance");
    expect(parts(allInScope("20000", "9000"), asSettled)[0]).toBe("7700.00");
    expect(medicalSupplementBenefit(allInScope("20000", "9000")).lines[2]?.label.zh).toBe("医疗救助支付");
  });

  it("三(一)第6段 whether special outpatient care outside the city is covered", () => {
    const outside = { place: "outsideCity", referral: "approved" } as const;
    const outpatient = { ...outpatientOf("20000", "9000"), ...outside };
    const notCovered = under({ outpatientOutsideCity: "notCovered" });
    expect(parts(outpatient).slice(1, 4)).toEqual(["0.00", "1300.00", "2000.00"]);
    expect(parts(outpatient, notCovered).slice(1, 4)).toEqual(["0.00", "0.00", "3300.00"]);
    expect(medicalSupplementBenefit(outpatient, notCovered).lines[4]).toMatchObject({
      label: { zh: "医疗商业补充保险支付（不适用：市域外的特殊病种门诊）" },
      clause: { path: "三(一)第6段" },
    });
    expect(medicalSupplementBenefit(outpatient).readings).toMatchObject({ outpatientOutsideCity: "covered" });
    const inCity = { ...outpatient, place: "city" } as const;
    expect(parts(inCity, notCovered)).toEqual(parts(inCity));
    const stay = { ...outpatient, setting: "inpatient" } as const;
    expect(parts(stay, notCovered)).toEqual(parts(stay));
    const waived = amend(policy, { terms: { medicalSupplement: { outpatientInCity: false } } });
    expect(parts(outpatient, { policy: waived, ...notCovered })).toEqual(parts(outpatient));
  });

  it("三(一)第6段 whether the reduction is counted outside the city", () => {
    const outside = { setting: "inpatient", place: "outsideCity", referral: "approved" } as const;
    const costs = { totalExpenses: "50000", inScopeExpenses: "46000", basicPaid: "20000" };
    expect(compared({ ...outside, ...costs })).toEqual([
      [{ institutionReductionOutsideCity: "none" }, "0.00", "11400.00", "4600.00"],
      [{ institutionReductionOutsideCity: "applied" }, "1600.00", "9800.00", "4600.00"],
    ]);
    expect(medicalSupplementBenefit({ ...outside, ...costs }).lines[3]).toMatchObject({
      label: { zh: "医疗机构减免（政策范围内）（不适用：市域外就医）" },
      clause: { path: "三(一)第6段" },
    });
    const outpatient = { ...outside, setting: "specialOutpatient", ...costs } as const;
    const [same, applied] = [
      { institutionReductionForOutpatient: "sameAsInpatient" },
      { institutionReductionOutsideCity: "applied" },
    ] as const;
    const reduction = (readings: NonNullable<Options>["readings"]) => parts(outpatient, under(readings))[1];
    expect([{}, same, applied, { ...same, ...applied }].map(reduction)).toEqual([
      ...["0.00", "0.00", "0.00", "1600.00"],
    ]);
  });

  describe("三(一)第1段 90 % of each bill, or of the year", () => {
    const perYear = under({ ninetyPercentSpan: "perYear" });
    const after = (inScopeBefore: MoneyInput, selfPaidInScopeBefore: MoneyInput) => ({
      ...{ ...inDistrict, totalExpenses: "100000", inScopeExpenses: "95000", basicPaid: "50000" },
      ...{ criticalIllnessPaid: "10000", inScopeBefore, selfPaidInScopeBefore },
    });

    it.each([
      // 72 500 paid of 95 000; 94 500 are to be reached with 10 000 before
      ["0", "13000.00", "9500.00"],
      ["810", "12810.00", "9690.00"], // 94 500 less 9 190 less 72 500
      ["999.99", "12999.99", "9500.01"],
      ["1000", "13000.00", "9500.00"],
      ["1000.01", "13000.01", "9499.99"],
      ["1500", "13500.00", "9000.00"],
      ["10000", "22000.00", "500.00"],
    ])("10 000 before, of which the patient bore %s: %s, %s", (selfPaid, ...expected) => {
      const input = after(selfPaid === "0" ? "0" : "10000", selfPaid);
      expect(parts(input, perYear).slice(2, 4)).toEqual(expected);
      expect(parts(input).slice(2, 4)).toEqual(["13000.00", "9500.00"]);
      const echoed = Object.hasOwn(medicalSupplementBenefit(input).readings, "ninetyPercentSpan");
      expect(echoed).toBe(expected[0] !== "13000.00");
    });

    it.each([
      // 72 500 of 95 000 are paid, so 22 500 are left; wanting are 13 000 and what was borne above the tenth of 9 500
      ["95000", "18999.99", "22499.99", "0.01"],
      ["95000", "19000", "22500.00", "0.00"],
      ["95000", "19000.01", "22500.00", "0.00"],
      ["95000", "95000", "22500.00", "0.00"],
    ])("never more than is left of this bill: %s before, %s borne", (before, selfPaid, ...expected) => {
      expect(parts(after(before, selfPaid), perYear).slice(2, 4)).toEqual(expected);
    });

    it("never more than is left of the yearly limit, and never below zero", () => {
      const nearly = { ...after("10000", "1500"), supplementPaidBefore: "449999.99" };
      expect(parts(nearly, perYear).slice(2, 4)).toEqual(["0.01", "22499.99"]);
      expect(parts(after("1000000", "0"), perYear).slice(2, 4)).toEqual(["0.00", "22500.00"]);
    });

    it("the tenth of the year is rounded down once, however many bills", () => {
      let [inScopeBefore, selfPaidInScopeBefore] = [yuan(0), yuan(0)];
      const supplements: string[] = [];
      for (let index = 0; index < 6; index += 1) {
        const bill = { ...allInScope("100.05", "50"), medicalAssistancePaid: "0", institutionReduced: "0" };
        const { waterfall } = medicalSupplementBenefit({ ...bill, inScopeBefore, selfPaidInScopeBefore }, perYear);
        supplements.push(String(waterfall.supplement));
        inScopeBefore = inScopeBefore.plus(yuan("100.05"));
        selfPaidInScopeBefore = selfPaidInScopeBefore.plus(waterfall.selfPaidInScope);
      }
      expect(supplements).toEqual(["40.05", "40.04", "40.05", "40.04", "40.05", "40.04"]);
      expect(String(selfPaidInScopeBefore)).toBe("60.03"); // of 600.30
    });

    it("each step has its line", () => {
      const { lines } = medicalSupplementBenefit(after("10000", "1500"), perYear);
      expect(lines.slice(4, 9).map(({ label, amount, operation }) => [label.zh, String(amount), operation])).toEqual([
        ["本年度政策范围内费用（含本次）", "105000.00", "sum"],
        ["本年度此前各方已支付", "8500.00", "rest"],
        ["本年度各方已支付（含本次）", "81000.00", "sum"],
        ["按年度应补足", "13500.00", "reach"],
        ["医疗商业补充保险支付", "13500.00", "cap"],
      ]);
    });

    it.each([
      [{ inScopeBefore: "1" }, [["selfPaidInScopeBefore", "MISSING"]]],
      [{ selfPaidInScopeBefore: "1" }, [["inScopeBefore", "MISSING"]]],
      [{ inScopeBefore: "1", selfPaidInScopeBefore: "1" }, []],
      [{ inScopeBefore: "1", selfPaidInScopeBefore: "1.01" }, [["selfPaidInScopeBefore", "CONFLICT"]]],
    ])("%j", (before, issues) => {
      const outcome = medicalSupplementBenefit.safe({ ...allInScope("10", "1"), ...before });
      expect(outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [path.join("."), code])).toEqual(issues);
    });
  });

  it("are used only where they matter", () => {
    const used = (input: Input) => Object.keys(medicalSupplementBenefit(input).readings);
    expect(used({ ...inDistrict, ...bill })).toEqual([]);
    expect(used({ ...inDistrict, place: "city", referral: "approved", ...bill })).toEqual([]);
    expect(used({ ...inDistrict, place: "city", referral: "none", ...bill })).toEqual([
      "referralWithinCity",
      "outOfScopeWithoutReferral",
    ]);
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
      ...[false, false, false, false, true, false, false, false, false, false],
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
    const approvedOnly = { medicalSupplement: { referral: ["approved"] } } as const;
    expect(marked({ ...inDistrict, ...bill }, { medicalSupplement: { designated: false } })).toEqual([3, 4]);
    // Line 6, the waiver of out-of-scope costs, hangs on the referral too.
    expect(marked({ ...city, referral: "approved" }, approvedOnly)).toEqual([3, 4, 6]);
    expect(marked({ ...city, referral: "emergencyFiled" }, approvedOnly)).toEqual([3, 4, 6]);
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
    [{ place: "outsideCity", referral: "none" }, [["medicalAssistancePaid", "MISSING"]]],
    [{ setting: "ordinaryOutpatient" }, [["medicalAssistancePaid", "MISSING"]]],
    [{ otherPaid: "2.71" }, [["otherPaid", "CONFLICT"]]],
    [{ institutionReduced: "1", otherPaid: "2.01" }, [["otherPaid", "CONFLICT"]]],
    [{ inpatientRate: "1.01" }, [["inpatientRate", "INVALID_RATE"]]],
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
    expect(paths({ ...ok, otherPaid: "2.70" })).toEqual([]); // 100 less 90, 7 and 0.30
    expect(paths({ ...ok, designatedInstitution: false, otherPaid: "3" })).toEqual([]);
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
      zh: "“其中政策范围内费用”（100.01）大于“医疗总费用”（100.00）（收到“100.01”）",
      en: '"In-scope costs" (100.01) is above "The whole bill" (100.00) (received "100.01")',
    });
    expect(issues[3]?.message).toEqual({
      zh: "“基本医疗保险报销”、“大病保险报销”合计 110.00，超过“其中政策范围内费用”（100.01）（收到“20”）",
      en: '"Paid by basic insurance" + "Paid by critical-illness insurance" is 110.00, above "In-scope costs" (100.01) (received "20")',
    });
  });

  it("a settled reduction is compared with the assistance that was computed before it", () => {
    const outcome = medicalSupplementBenefit.safe({ ...ok, institutionReduced: "3.01" });
    expect(outcome.ok || outcome.error.issues[0]?.message.en).toBe(
      '"Paid by basic insurance" + "Medical assistance pays" + "In-scope reduction as settled" is 100.01, above "In-scope costs" (100.00) (received "3.01")',
    );
  });
});

describe("三(一) laws", () => {
  const share = fc.integer({ min: 0, max: 1000 });
  const bills = fc
    .record({
      total: fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 300_000_000 })),
      shares: fc.tuple(share, share, share, share),
      assistancePaidBefore: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_100_000 })),
      supplementPaidBefore: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 46_000_000 })),
      setting: fc.constantFrom("inpatient" as const, "specialOutpatient" as const),
      place: fc.constantFrom("district" as const, "city" as const, "outsideCity" as const),
      designatedInstitution: fc.boolean(),
      referral: fc.constantFrom("approved" as const, "emergencyFiled" as const, "none" as const),
    })
    .map(({ total, shares: [inScope, basic, critical, settled], ...rest }) => {
      const scope = Math.round((total * (1000 - inScope * inScope * 0.001)) / 1000);
      const basicPaid = Math.floor((scope * basic) / 1000);
      const criticalIllnessPaid = Math.floor(((scope - basicPaid) * critical) / 1000);
      // Outside the city without a referral the plan does not say what assistance pays.
      const left = scope - basicPaid - criticalIllnessPaid;
      const medicalAssistancePaid =
        rest.place === "outsideCity" && rest.referral === "none" ? Math.floor((left * settled) / 1000) : undefined;
      return { total, scope, basicPaid, criticalIllnessPaid, medicalAssistancePaid, otherPaid: 0, ...rest };
    });
  type Bill = typeof bills extends fc.Arbitrary<infer B> ? B : never;

  /** A choice for every reading that a bill can ask without more being stated. */
  const readings = fc.record({
    referralWithinCity: fc.constantFrom("required" as const, "notRequired" as const),
    institutionReductionForOutpatient: fc.constantFrom("none" as const, "sameAsInpatient" as const),
    institutionReductionOutsideCity: fc.constantFrom("applied" as const, "none" as const),
    outOfScopeWithoutReferral: fc.constantFrom("notWaived" as const, "waived" as const),
    outpatientOutsideCity: fc.constantFrom("covered" as const, "notCovered" as const),
  });
  type Readings = NonNullable<Options>["readings"];

  const inputOf = ({ total, scope, ...rest }: Bill) => ({
    setting: rest.setting,
    place: rest.place,
    designatedInstitution: rest.designatedInstitution,
    referral: rest.referral,
    totalExpenses: fen(total),
    inScopeExpenses: fen(scope),
    basicPaid: fen(rest.basicPaid),
    criticalIllnessPaid: fen(rest.criticalIllnessPaid),
    otherPaid: fen(rest.otherPaid),
    assistancePaidBefore: fen(rest.assistancePaidBefore),
    supplementPaidBefore: fen(rest.supplementPaidBefore),
    ...(rest.medicalAssistancePaid !== undefined && { medicalAssistancePaid: fen(rest.medicalAssistancePaid) }),
  });

  const waterfallOf = (each: Bill, chosen: Readings = {}, more: Partial<Input> = {}) => {
    const { waterfall, amount, parts, lines } = medicalSupplementBenefit(
      { ...inputOf(each), ...more },
      { readings: chosen },
    );
    expect(amount.equals(waterfall.supplement)).toBe(true);
    expect(parts.medical?.equals(amount)).toBe(true);
    for (const line of lines) expect(recompute(line).equals(line.amount)).toBe(true);
    const { reimbursedShare, ...amounts } = waterfall;
    expect(reimbursedShare === null).toBe(each.scope === 0);
    return Object.fromEntries(Object.entries(amounts).map(([name, part]) => [name, part.fen])) as Record<
      keyof typeof amounts,
      number
    >;
  };

  /** The same bill with something paid by other sources, as much as there is room for. */
  const withOther = (each: Bill, chosen: Readings, part: number): Bill => {
    const room = waterfallOf(each, chosen);
    return { ...each, otherPaid: Math.floor(((room.supplement + room.selfPaidInScope) * part) / 1000) };
  };

  law(
    "三(一) everything that the payers and the patient bear adds up to the bill to the fen, and nothing is negative",
    [bills, readings, share],
    (bill, chosen, part) => {
      const each = withOther(bill, chosen, part);
      const w = waterfallOf(each, chosen);
      const reimbursed =
        w.basic + w.criticalIllness + w.medicalAssistance + w.institutionReduction + w.other + w.supplement;
      expect(reimbursed + w.selfPaidInScope).toBe(each.scope);
      expect(reimbursed + w.selfPaidInScope + w.outOfScopeReduction + w.selfPaidOutOfScope).toBe(each.total);
      expect(w.selfPaidInScope + w.selfPaidOutOfScope).toBe(w.selfPaidTotal);
      expect(w.other).toBe(each.otherPaid);
      expect(Math.min(...Object.values(w))).toBeGreaterThanOrEqual(0);
    },
  );

  const entitled = (each: Bill): Bill => ({
    ...each,
    designatedInstitution: true,
    referral: "approved",
    medicalAssistancePaid: undefined,
  });

  law(
    "三(一)第1段 应达到90%: who is entitled is reimbursed 90 % or more, always, unless the yearly limit was reached",
    [bills, readings, share],
    (bill, chosen, part) => {
      // Special outpatient care outside the city is entitled where it is covered.
      const covered = { ...chosen, outpatientOutsideCity: "covered" as const };
      const each = withOther(entitled(bill), covered, part);
      const w = waterfallOf(each, covered);
      const limitReached = each.supplementPaidBefore + w.supplement >= 45_000_000;
      const reimbursed = each.scope - w.selfPaidInScope;
      expect(limitReached || reimbursed * 10 >= each.scope * 9).toBe(true);
      // Where the supplement pays at all, the patient keeps the whole fen of the tenth, and no fen more is paid.
      if (w.supplement > 0 && !limitReached) expect(w.selfPaidInScope).toBe(Math.floor(each.scope / 10));
    },
  );

  law(
    "三(一)第1段 应达到90% over the year: the bills of a year together, unless the yearly limit was reached",
    [fc.array(bills, { minLength: 1, maxLength: 6 }), readings],
    (year, chosen) => {
      const perYear = { ...chosen, outpatientOutsideCity: "covered" as const, ninetyPercentSpan: "perYear" as const };
      let [assistancePaidBefore, supplementPaidBefore, before, selfPaid] = [0, 0, 0, 0];
      for (const bill of year) {
        const each = { ...entitled(bill), assistancePaidBefore, supplementPaidBefore };
        const w = waterfallOf(each, perYear, { inScopeBefore: fen(before), selfPaidInScopeBefore: fen(selfPaid) });
        assistancePaidBefore += w.medicalAssistance;
        supplementPaidBefore += w.supplement;
        before += each.scope;
        selfPaid += w.selfPaidInScope;
        expect(w.supplement + w.selfPaidInScope).toBeLessThanOrEqual(each.scope);
        expect(supplementPaidBefore >= 45_000_000 || (before - selfPaid) * 10 >= before * 9).toBe(true);
      }
    },
  );

  law("三(一)第1段 a first bill of the year is settled alike under both spans", [bills], (bill) => {
    const each = entitled(bill);
    const first = { inScopeBefore: fen(0), selfPaidInScopeBefore: fen(0) };
    expect(waterfallOf(each, { ninetyPercentSpan: "perYear" }, first)).toEqual(waterfallOf(each));
  });

  law(
    "三(一)第7段 同级 at an inpatient rate the supplement fills up to that rate and no further, within half a fen",
    [bills, fc.integer({ min: 0, max: 1000 })],
    (bill, points) => {
      const each: Bill = { ...entitled(bill), setting: "specialOutpatient", supplementPaidBefore: 0 };
      const inpatientRate = (points / 1000).toFixed(3);
      const w = waterfallOf(each, { specialOutpatientRate: "sameLevelInpatient" }, { inpatientRate });
      const wanted = (each.scope * points) / 1000;
      const paid = each.scope - w.selfPaidInScope;
      if (w.supplement < 45_000_000) expect(paid).toBeGreaterThanOrEqual(wanted - 0.5);
      if (w.supplement > 0) expect(paid).toBeLessThanOrEqual(wanted + 0.5);
    },
  );

  law(
    "三(一) more from basic insurance never raises the patient's share",
    [bills, readings, fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 10_000_000 }))],
    (each, chosen, more) => {
      const room = each.scope - each.criticalIllnessPaid - each.basicPaid - (each.medicalAssistancePaid ?? 0);
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
        // What was settled by other rules is not held by this plan's limit.
        if (each.medicalAssistancePaid === undefined) assistancePaidBefore += w.medicalAssistance;
        supplementPaidBefore += w.supplement;
      }
      expect(assistancePaidBefore).toBeLessThanOrEqual(1_000_000);
      expect(supplementPaidBefore).toBeLessThanOrEqual(45_000_000);
    },
  );

  law("三(一)第8、9段 without entitlement no reduction and no supplement, and assistance stands", [bills], (each) => {
    const barred = { ...each, place: "city" as const, designatedInstitution: false, medicalAssistancePaid: undefined };
    const w = waterfallOf(barred);
    expect([w.institutionReduction, w.supplement, w.outOfScopeReduction]).toEqual([0, 0, 0]);
    expect(w.medicalAssistance).toBe(waterfallOf(entitled(barred)).medicalAssistance);
  });

  law(
    "三(一)第8段 no choice of the readings lets anyone but the institution bear a waiver",
    [bills, readings],
    (each, chosen) => {
      const [usual, other] = [waterfallOf(each), waterfallOf(each, chosen)];
      expect(other.basic + other.criticalIllness).toBe(usual.basic + usual.criticalIllness);
      expect(other.medicalAssistance).toBe(usual.medicalAssistance);
    },
  );

  law(
    "三(一) a reading is echoed exactly when another choice of it changes who bears what",
    [bills, readings],
    (each, chosen) => {
      const input = inputOf(each);
      const { readings: echoed, waterfall } = medicalSupplementBenefit(input, { readings: chosen });
      for (const [name, reading] of Object.entries(medicalSupplementBenefit.readings)) {
        const choice = (chosen as Record<string, string>)[name] ?? reading.default;
        const others = Object.keys(reading.choices).filter((other) => other !== choice);
        const matters = others.some((other) => {
          const outcome = medicalSupplementBenefit.safe(input, { readings: { ...chosen, [name]: other } });
          return !outcome.ok || JSON.stringify(outcome.value.waterfall) !== JSON.stringify(waterfall);
        });
        expect([name, echoed[name]]).toEqual([name, matters ? choice : undefined]);
      }
    },
  );

  law("三(一) settling a stage as computed changes nothing", [bills], (bill) => {
    const each = { ...entitled(bill), place: "district" as const };
    const w = waterfallOf(each);
    const settled = {
      medicalAssistancePaid: fen(w.medicalAssistance),
      institutionReduced: fen(w.institutionReduction),
    };
    expect(waterfallOf(each, {}, settled)).toEqual(w);
  });
});
