import { describe, expect, it } from "vitest";
import { PolicyInputError, rate, yuan } from "huimin-rules/core";
import { badArgument, issueOf, pathText, receivedText, within, type Issue } from "../../src/core/errors.js";

describe("what was received, as text", () => {
  it.each<[unknown, string]>([
    ["1,000", "1,000"],
    ["", ""],
    [undefined, ""],
    [null, "null"],
    [0, "0"],
    [-0, "0"],
    [Number.NaN, "NaN"],
    [10n, "10"],
    [true, "true"],
    [Symbol("x"), "Symbol(x)"],
    [() => 1, "function"],
    [[], "[]"],
    [["secret"], "[…]"],
    [{ secret: 1 }, "{…}"],
    [new Error("secret"), "{…}"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [yuan("3.5"), "3.50"],
    [rate("0.25"), "0.25"],
    [{ toJSON: () => 7 }, "{…}"],
    [{ toJSON: "x" }, "{…}"],
    ["x".repeat(40), "x".repeat(40)],
    ["x".repeat(41), `${"x".repeat(39)}…`],
    ["𠮷".repeat(41), `${"𠮷".repeat(39)}…`],
    ["𠮷".repeat(40), "𠮷".repeat(40)],
    [`a${" ".repeat(80)}bc`, "a b"], // only the first 82 characters are looked at
  ])("%s is %j", (value, text) => {
    expect(receivedText(value)).toBe(text);
  });

  it("is at most 40 characters of whatever, and soon", () => {
    for (const value of ["x".repeat(10_000_000), { toJSON: () => "x".repeat(10_000_000) }, 10n ** 100n]) {
      expect(Array.from(receivedText(value)).length).toBeLessThanOrEqual(40);
    }
  });
});

describe("an issue", () => {
  it("has what was received and meant, also in its message, in both languages", () => {
    expect(issueOf(["a", 0], "INVALID_DAY", "不对", "wrong", "2021/3/2", "2021-03-02")).toEqual({
      path: ["a", 0],
      code: "INVALID_DAY",
      message: {
        zh: "不对（收到“2021/3/2”，是否指“2021-03-02”？）",
        en: 'wrong (received "2021/3/2"; did you mean "2021-03-02"?)',
      },
      received: "2021/3/2",
      meant: "2021-03-02",
    });
  });

  it("says only what there is to say", () => {
    expect(issueOf([], "MISSING", "缺少", "missing")).toEqual({
      path: [],
      code: "MISSING",
      message: { zh: "缺少", en: "missing" },
      received: "",
    });
    expect(issueOf([], "CONFLICT", "不对", "wrong", 7).message).toEqual({
      zh: "不对（收到“7”）",
      en: 'wrong (received "7")',
    });
    expect(issueOf([], "CONFLICT", "不对", "wrong", undefined, "x").message).toEqual({
      zh: "不对（是否指“x”？）",
      en: 'wrong (did you mean "x"?)',
    });
  });

  it("found within a step stands behind it, and those before stay", () => {
    const issues: Issue[] = ["a", "b"].map((name) => issueOf([name], "MISSING", "", ""));
    within(issues, 1, 3);
    within(issues, 1, "list");
    expect(issues.map(({ path }) => path)).toEqual([["a"], ["list", 3, "b"]]);
  });
});

describe("a path as people write it", () => {
  it.each<[(string | number)[], string]>([
    [[], ""],
    [["insurers", 0, "premium"], "insurers[0].premium"],
    [[0, 1], "[0][1]"],
    [["险种"], "险种"],
    [["a b"], '"a b"'],
    [["a", "x\ny"], 'a."x\\ny"'],
    [["", "a"], '"".a'],
    [["x".repeat(100)], JSON.stringify("x".repeat(60))],
  ])("%j is %s", (path, text) => {
    expect(pathText(path)).toBe(text);
  });
});

describe("PolicyInputError", () => {
  const issues = Array.from({ length: 25 }, (_, index) => issueOf(["x", index], "MISSING", "缺少", "missing"));
  const error = new PolicyInputError("INVALID_INPUT", issues);

  it("keeps every issue, and shows twenty", () => {
    expect(error.issues).toBe(issues);
    const lines = error.message.split("\n");
    expect(lines).toHaveLength(21);
    expect([lines[0], lines[20]]).toEqual(["x[0]: 缺少 / missing", "另有 5 处 / and 5 more"]);
    expect(new PolicyInputError("INVALID_INPUT", issues.slice(0, 20)).message.split("\n")).toHaveLength(20);
    expect(new PolicyInputError("INVALID_INPUT", issues.slice(0, 21)).message).toMatch(/\n另有 1 处 \/ and 1 more$/);
    expect(new PolicyInputError("INVALID_OPTIONS", [issueOf([], "MISSING", "缺少", "missing")]).message).toBe(
      "缺少 / missing",
    );
  });

  it("is an Error, and in JSON its name, code and issues", () => {
    expect(error).toBeInstanceOf(Error);
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name: "PolicyInputError", code: "INVALID_INPUT", issues });
  });

  it("an argument comes in by the input, a day outside the calendar by its own door", () => {
    expect(badArgument("OUT_OF_RANGE", "不对", "wrong", 7, "6")).toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: [], code: "OUT_OF_RANGE", received: "7", meant: "6" }],
    });
    expect(badArgument("CALENDAR_OUT_OF_RANGE", "超出", "outside").code).toBe("CALENDAR_OUT_OF_RANGE");
  });
});
