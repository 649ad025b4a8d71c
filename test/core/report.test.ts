import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/core/errors.js";
import { agreeing, reportBy, reportTo, requireClaimed } from "../../src/core/report.js";

describe("a report", () => {
  it("adds to its list, with what stands at the place in the input", () => {
    const issues: Issue[] = [];
    const report = reportTo(issues, { a: [{ b: "x" }], own: 1, none: null });
    report(["a", 0, "b"], "CONFLICT", "不对", "wrong");
    report.at("a", 0)(["b"], "CONFLICT", "不对", "wrong");
    report.at("a").at(0)(["c"], "MISSING", "缺少", "missing");
    report(["toString"], "CONFLICT", "不对", "wrong");
    report(["own", "deep"], "CONFLICT", "不对", "wrong");
    report(["none", "deep"], "CONFLICT", "不对", "wrong");
    report(["absent", "deep", "deeper"], "MISSING", "缺少", "missing");
    expect(issues.map(({ path, code, received }) => [path.join("."), code, received])).toEqual([
      ["a.0.b", "CONFLICT", "x"],
      ["a.0.b", "CONFLICT", "x"],
      ["a.0.c", "MISSING", ""],
      ["toString", "CONFLICT", ""],
      ["own.deep", "CONFLICT", ""],
      ["none.deep", "CONFLICT", ""],
      ["absent.deep.deeper", "MISSING", ""],
    ]);
  });

  it("may be taken by any function", () => {
    const taken: unknown[] = [];
    reportBy((...each) => taken.push(each)).at("a", 1)(["b"], "MISSING", "缺少", "missing");
    expect(taken).toEqual([[["a", 1, "b"], "MISSING", "缺少", "missing"]]);
  });
});

describe("an input in which nothing is claimed", () => {
  const reported = (input: Readonly<Record<string, unknown>>) => {
    const issues: Issue[] = [];
    requireClaimed(input, ["death", "grade"], reportTo(issues, input));
    return issues.map(({ path, code, message: { zh, en } }) => [path, code, zh, en]);
  };

  it("is told what it could claim; a flag that is not set claims nothing, and zero is claimed", () => {
    const told = [
      [],
      "MISSING",
      "未填写任何损失，至少填写一项：“death”、“grade”（收到“{…}”）",
      'nothing is claimed; give at least one of "death", "grade" (received "{…}")',
    ];
    expect([{}, { death: false }, { paid: 7 }].map(reported)).toEqual([[told], [told], [told]]);
    expect([{ death: true }, { death: false, grade: 0 }].map(reported)).toEqual([[], []]);
  });
});

describe("agreeing", () => {
  it("reports what differs from the first, at each other place; what is not known never does", () => {
    const issues: Issue[] = [];
    const agree = agreeing("不一致", "differs");
    const report = reportTo(issues, {});
    const given = [undefined, null, "x", null, "x", "y", "z", undefined];
    given.forEach((value, index) => agree("person", value, [index], report));
    agree("another", "y", ["other"], report);
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      [[5], "CONFLICT"],
      [[6], "CONFLICT"],
    ]);
  });

  it("knows false and zero from what is not known", () => {
    const issues: Issue[] = [];
    const agree = agreeing("不一致", "differs");
    [false, true].forEach((value, index) => agree("flag", value, [index], reportTo(issues, {})));
    [0, 1].forEach((value, index) => agree("number", value, [index], reportTo(issues, {})));
    expect(issues).toHaveLength(2);
  });
});
