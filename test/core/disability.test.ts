import { describe, expect, it } from "vitest";
import {
  combinedDisabilityGrade,
  disabilityRate,
  percent,
  PolicyInputError,
  yuan,
  type Money,
} from "huimin-rules/core";
import { checkGrade, checkPaidDisability, tenGradeScale } from "../../src/core/disability.js";
import type { Issue } from "../../src/core/errors.js";
import { reportTo } from "../../src/core/report.js";

describe("中保协发〔2013〕88号 disability", () => {
  it.each([
    [1, "100%"],
    [2, "90%"],
    [3, "80%"],
    [4, "70%"],
    [5, "60%"],
    [6, "50%"],
    [7, "40%"],
    [8, "30%"],
    [9, "20%"],
    [10, "10%"],
  ])("grade %i gives %s", (grade, share) => {
    expect(disabilityRate(grade).toPercent()).toBe(share);
  });

  it.each([0, 11, 1.5, -1, Number.NaN])("there is no grade %f", (grade) => {
    expect(() => disabilityRate(grade)).toThrow(PolicyInputError);
    expect(() => combinedDisabilityGrade([grade])).toThrow(PolicyInputError);
  });

  it("a contract may name another table", () => {
    expect(disabilityRate(2, [percent(100), percent(75)]).toPercent()).toBe("75%");
    expect(() => disabilityRate(3, [percent(100), percent(75)])).toThrow(/1 至 2/);
  });

  it.each([
    [[7], 7],
    [[7, 9], 7],
    [[9, 7, 7], 6],
    [[8, 8, 8], 7],
    [[1, 1], 1],
    [[10, 10], 9],
  ])("grades %j together are grade %i", (grades, combined) => {
    expect(combinedDisabilityGrade(grades)).toBe(combined);
  });

  it("no grade is no grade", () => {
    expect(() => combinedDisabilityGrade([])).toThrow(PolicyInputError);
  });
});

describe("a refused grade", () => {
  it("is OUT_OF_RANGE, and so is one that a contract's shorter scale does not have", () => {
    const outOfRange = expect.objectContaining({
      issues: [expect.objectContaining({ code: "OUT_OF_RANGE" })],
    }) as Error;
    expect(() => disabilityRate(11)).toThrow(outOfRange);
    expect(() => combinedDisabilityGrade([1, 0])).toThrow(outOfRange);
    const scale = { ...tenGradeScale, value: tenGradeScale.value.slice(0, 7) };
    const reported = (grade: number | undefined) => {
      const issues: Issue[] = [];
      checkGrade(grade, scale, reportTo(issues, { disabilityGrade: grade }));
      return issues.map(({ path, code }) => [path, code]);
    };
    expect([undefined, 1, 7, 8].map(reported)).toEqual([[], [], [], [[["disabilityGrade"], "OUT_OF_RANGE"]]]);
    const paid = (death: boolean | undefined, disabilityPaidToDate: Money | undefined, given: boolean) => {
      const issues: Issue[] = [];
      checkPaidDisability(
        { death, ...(disabilityPaidToDate && { disabilityPaidToDate }) },
        given,
        reportTo(issues, {}),
      );
      return issues;
    };
    expect(paid(true, yuan("0.01"), false)).toMatchObject([
      {
        path: ["disabilityGrade"],
        code: "MISSING",
        message: { zh: "填了此前已赔付的伤残，就须填写", en: "needed beside what was paid for it" },
      },
    ]);
    expect([
      paid(true, yuan("0.01"), true),
      paid(true, yuan(0), false),
      paid(true, undefined, false),
      paid(false, yuan("0.01"), false),
    ]).toEqual([[], [], [], []]);
    const words: Issue[] = [];
    checkGrade(8, scale, reportTo(words, { disabilityGrade: 8 }));
    expect(words[0]?.message).toEqual({ zh: "不能大于 7（收到“8”）", en: 'must not exceed 7 (received "8")' });
  });
});
