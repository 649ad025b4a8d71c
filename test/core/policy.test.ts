import { describe, expect, it } from "vitest";
import { amend, chongqing, fen, Money, percent, PolicyInputError, rate, yuan, type Issue } from "huimin-rules";
import { citing, definePolicy } from "../../src/core/policy.js";

const { policy, majorIllnessBenefit, accidentBenefit, checkEligibility } = chongqing;

/** The issues of an amendment that must be refused. */
function issuesOf(changes: unknown): readonly Issue[] {
  try {
    amend(policy, changes as { terms: object });
  } catch (error) {
    if (error instanceof PolicyInputError && error.code === "INVALID_AMENDMENT") return error.issues;
    throw error;
  }
  throw new Error("was not refused");
}

describe("amend", () => {
  it("puts other terms in place in a copy, and leaves the policy alone", () => {
    const better = amend(policy, { terms: { majorIllness: { annualLimit: yuan(200000) } } });
    expect(better.terms.majorIllness.annualLimit).toEqual({
      ...policy.terms.majorIllness.annualLimit,
      value: yuan(200000),
      amended: true,
    });
    expect(policy.terms.majorIllness.annualLimit.value.toString()).toBe("150000.00");
    expect(Object.isFrozen(better.terms.majorIllness.annualLimit)).toBe(true);
    const million = { outOfCatalogueToDate: "1000000" };
    expect(majorIllnessBenefit(million, { policy: better }).amount.toString()).toBe("200000.00");
    expect(majorIllnessBenefit(million).amount.toString()).toBe("150000.00");
  });

  it("marks the lines that used an amended term, and only those", () => {
    const better = amend(policy, { terms: { majorIllness: { deductible: yuan(2000) } } });
    const marks = (options?: object) =>
      majorIllnessBenefit({ outOfCatalogueToDate: "58000" }, options).lines.map(({ amended = false }) => amended);
    expect(marks({ policy: better })).toEqual([true, false, false, false]);
    expect(marks()).toEqual([false, false, false, false]);
  });

  it("can be amended again", () => {
    const once = amend(policy, { terms: { majorIllness: { deductible: yuan(2000) } } });
    const twice = amend(once, { terms: { majorIllness: { annualLimit: yuan(1000) } } });
    expect(twice.terms.majorIllness.deductible.value.toString()).toBe("2000.00");
    expect(twice.terms.majorIllness.annualLimit.value.toString()).toBe("1000.00");
  });

  it("takes tiers, ages, days, scales and waived requirements", () => {
    const other = amend(policy, {
      terms: {
        majorIllness: { tiers: [{ upTo: yuan(100), rate: percent(50) }, { rate: percent(10) }] },
        studentCriticalIllness: { maximumAge: 23, student: false },
        second: { to: "2022-06-30" },
        accident: { disabilityScale: [percent(100), percent(75)] },
      },
    });
    const options = { policy: other };
    expect(majorIllnessBenefit({ outOfCatalogueToDate: "3200" }, options).amount.toString()).toBe("60.00");
    expect(accidentBenefit({ disabilityGrade: 2 }, options).amount.toString()).toBe("22500.00");
    expect(accidentBenefit({ disabilityGrade: 2 }, options).lines[0]?.amended).toBe(true);
    expect(accidentBenefit.safe({ disabilityGrade: 3 }, options).ok).toBe(false);
    const claim = {
      cover: "studentCriticalIllness",
      enrolledFrom: "2021-11-01",
      birthDate: "1998-06-15",
      diagnosedOn: "2022-06-01",
      firstDiagnosis: true,
      disease: "paralysis",
    } as const;
    expect(checkEligibility(claim, options)).toMatchObject({ outcome: "eligible", missing: [] });
    expect(checkEligibility(claim).unmet).toEqual(["diagnosedOn", "age"]);
  });

  it("refuses what is not there or of another kind, all at once with paths", () => {
    const issues = issuesOf({
      terms: {
        majorIllness: {
          deductible: "1,000",
          anualLimit: yuan(1),
          tiers: [
            { upTo: yuan(2), rate: "0.25" },
            { upTo: yuan(1), rate: rate("0.3") },
          ],
        },
        studentCriticalIllness: { minimumAge: 2.5, student: "no", diseases: [] },
        second: { to: "2022-02-30" },
        settlement: { refundBelow: "85%" },
        flood: { death: yuan(1) },
        accident: 7,
      },
      readings: {},
    });
    expect(issues.map(({ path, code }) => [path.join("."), code])).toEqual([
      ["readings", "UNKNOWN_FIELD"],
      ["terms.majorIllness.deductible", "INVALID_AMOUNT"],
      ["terms.majorIllness.anualLimit", "UNKNOWN_FIELD"],
      ["terms.majorIllness.tiers.1.upTo", "CONFLICT"],
      ["terms.studentCriticalIllness.minimumAge", "WRONG_TYPE"],
      ["terms.studentCriticalIllness.student", "WRONG_TYPE"],
      ["terms.studentCriticalIllness.diseases", "WRONG_TYPE"],
      ["terms.second.to", "INVALID_DAY"],
      ["terms.settlement.refundBelow", "INVALID_RATE"],
      ["terms.flood", "UNKNOWN_FIELD"],
      ["terms.accident", "WRONG_TYPE"],
    ]);
  });

  it.each([
    [[{ rate: percent(10), from: 1 }], "terms.majorIllness.tiers.0.from"],
    [[{ upTo: yuan(1) }], "terms.majorIllness.tiers.0.rate"],
    [[7], "terms.majorIllness.tiers.0"],
    [[{ rate: percent(10) }, { rate: percent(20) }], "terms.majorIllness.tiers.0.upTo"],
  ])("refuses tiers %j", (tiers, path) => {
    expect(issuesOf({ terms: { majorIllness: { tiers } } }).map((issue) => issue.path.join("."))).toContain(path);
  });

  it.each([[undefined], [null], [7], [{}], [{ terms: null }]])("refuses %j", (changes) => {
    expect(() => amend(policy, changes as never as { terms: object })).toThrow(PolicyInputError);
  });

  it.each([
    [{ accident: { disabilityScale: ["100"] } }, "terms.accident.disabilityScale.0", "OUT_OF_RANGE"],
    [{ accident: { medicalShare: "100" } }, "terms.accident.medicalShare", "OUT_OF_RANGE"],
    [{ majorIllness: { tiers: [{ rate: "1.01" }] } }, "terms.majorIllness.tiers.0.rate", "OUT_OF_RANGE"],
    [{ enrolment: { categories: ["orphans"] } }, "terms.enrolment.categories.0", "UNKNOWN_CHOICE"],
    [{ studentCriticalIllness: { diseases: ["flu"] } }, "terms.studentCriticalIllness.diseases.0", "UNKNOWN_CHOICE"],
    [{ first: { from: "2021-11-01" } }, "terms.first", "CONFLICT"],
    [{ second: { from: "2021-10-30" } }, "terms.first", "CONFLICT"],
    [{ studentCriticalIllness: { minimumAge: 23 } }, "terms.studentCriticalIllness.minimumAge", "CONFLICT"],
    [{ settlement: { refundBelow: "0.91" } }, "terms.settlement", "CONFLICT"],
    [{ settlement: { sharedTo: "0.89" } }, "terms.settlement", "CONFLICT"],
  ])("terms that make no sense are refused: %j", (terms, path, code) => {
    expect(issuesOf({ terms }).map((issue) => [issue.path.join("."), issue.code])).toEqual([[path, code]]);
  });

  it("takes a policy of another copy of the library", () => {
    const foreign = <T extends object>(value: T) =>
      Object.defineProperties({ ...value }, Object.getOwnPropertyDescriptors(Object.getPrototypeOf(value)));
    const limit = { ...policy.terms.majorIllness.annualLimit, value: foreign(yuan(150000)) };
    const copy = definePolicy({
      ...policy,
      terms: { ...policy.terms, majorIllness: { ...policy.terms.majorIllness, annualLimit: limit } },
    });
    expect(limit.value).not.toBeInstanceOf(Money);
    const better = amend(copy as typeof policy, { terms: { majorIllness: { annualLimit: yuan(9000) } } });
    expect(majorIllnessBenefit({ outOfCatalogueToDate: "58000" }, { policy: better }).amount.toString()).toBe(
      "9000.00",
    );
    expect(() => amend(copy as typeof policy, { terms: { majorIllness: { annualLimit: "abc" as never } } })).toThrow(
      PolicyInputError,
    );
  });

  it("a premium to an amended day says so, a contract's own rate uses no scale", () => {
    const longer = amend(policy, { terms: { second: { to: "2022-10-31" } } });
    const premium = chongqing.premium({ period: "second", firstMonth: "2021-11" }, { policy: longer });
    expect([premium.amount.toString(), premium.lines[0]?.amended]).toEqual(["120.00", true]);
    const scaled = amend(policy, { terms: { accident: { disabilityScale: [rate("0.9")] } } });
    expect(accidentBenefit({ disabilityRate: "0.5" }, { policy: scaled }).lines[0]?.amended).toBeUndefined();
    expect(accidentBenefit({ disabilityGrade: 1 }, { policy: scaled }).lines[0]?.amended).toBe(true);
  });

  it("does not touch prototypes", () => {
    const changes = JSON.parse('{"terms":{"__proto__":{"polluted":true},"constructor":{"x":1}}}') as { terms: object };
    expect(() => amend(policy, changes)).toThrow(PolicyInputError);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("a floor may be raised and kept, not lowered; the error names the clause", () => {
    const { floor, clause } = citing("测试〔2020〕1号");
    const { check, ...unchecked } = policy;
    expect(check).toBeDefined();
    const floored = definePolicy({
      ...unchecked,
      terms: {
        limit: floor("三(一)", yuan(5000), { zh: "限额", en: "limit" }),
        days: floor("三(二)", 10, { zh: "天数", en: "days" }),
      },
    });
    expect(clause("三(一)")).toBe(clause("三(一)"));
    expect(amend(floored, { terms: { limit: yuan("5000.01"), days: 11 } }).terms.limit.value.fen).toBe(500001);
    expect(amend(floored, { terms: { limit: yuan(5000), days: 10 } }).terms.days.value).toBe(10);
    expect(() => amend(floored, { terms: { limit: fen(499999) } })).toThrow(
      /不得低于 5000.00（测试〔2020〕1号 三\(一\)）/,
    );
    expect(() => amend(floored, { terms: { days: 9 } })).toThrow(PolicyInputError);
    const raised = amend(floored, { terms: { limit: yuan(9000) } });
    expect(amend(raised, { terms: { limit: yuan(5000) } }).terms.limit.value.fen).toBe(500000);
    expect(() => amend(raised, { terms: { limit: fen(499999) } })).toThrow(PolicyInputError);
  });
});
