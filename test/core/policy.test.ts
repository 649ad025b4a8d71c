import { describe, expect, it } from "vitest";
import { percent, yuan } from "huimin-rules/core";
import { frozen } from "../../src/core/frozen.js";
import { citing, clauseAt, compareValues, definePolicy, isPolicy, worded } from "../../src/core/policy.js";
import { policy } from "./toy.js";

const { clause, provision, floor, reading, norm, open } = citing("试〔2020〕9号");

describe("citing", () => {
  it("a place of a document is one frozen object", () => {
    expect(clause("三(一)")).toBe(clause("三(一)"));
    expect(clause("三(一)")).toBe(clauseAt("试〔2020〕9号", "三(一)"));
    expect(clause("三(一)")).not.toBe(clauseAt("试〔2020〕8号", "三(一)"));
    expect(clause("三(一)")).toEqual({ document: "试〔2020〕9号", path: "三(一)" });
    expect(Object.isFrozen(clause("三(一)"))).toBe(true);
  });

  it("makes provisions, floors, readings, norms and open matters of its document", () => {
    const label = { zh: "限额", en: "Limit" };
    expect(provision("一", yuan(1), label)).toEqual({ clause: clause("一"), value: yuan(1), label });
    expect(floor("一", 3, label)).toEqual({ clause: clause("一"), value: 3, label, floor: 3 });
    const words = { a: label };
    expect(provision("一", ["a"], label, words)).toEqual({ clause: clause("一"), value: ["a"], label, words });
    const choices = { a: label, b: label };
    const question = { question: label, default: "a" as const, choices };
    expect(reading("二", question)).toEqual({ clause: clause("二"), ...question });
    expect(norm("二", "中", "en", { status: "computed", rules: ["x"] })).toEqual({
      ...clause("二"),
      summary: { zh: "中", en: "en" },
      status: "computed",
      rules: ["x"],
    });
    expect(open("二", "中", "en")).toEqual({ clause: clause("二"), text: { zh: "中", en: "en" } });
  });

  it("a name that is a function of the value is written out for it", () => {
    const wording = (days: number) => ({ zh: `${days} 日`, en: `${days} days` });
    const term = provision("一", 10, wording);
    expect(term.label).toEqual({ zh: "10 日", en: "10 days" });
    expect(worded({ ...term, wording, value: 11 }).label).toEqual({ zh: "11 日", en: "11 days" });
    expect(floor("一", 3, wording)).toMatchObject({ label: { en: "3 days" }, floor: 3 });
  });
});

describe("compareValues", () => {
  it.each<[unknown, unknown, number]>([
    [yuan(1), yuan(2), -1],
    [yuan(2), yuan(1), 1],
    [percent(50), percent(40), 1],
    [3, 5, -2],
    [3, undefined, 0],
    [undefined, 3, 0],
    [yuan(1), undefined, 0],
    [yuan(1), 100, 0],
  ])("%s beside %s: %i", (value, other, way) => {
    expect(compareValues(value, other)).toBe(way);
  });
});

describe("a policy", () => {
  it("is frozen with all that is in it", () => {
    const open: string[] = [];
    const walk = (value: unknown, path: string) => {
      if (typeof value !== "object" || value === null) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [name, part] of Object.entries(value)) walk(part, `${path}.${name}`);
    };
    walk(policy, "policy");
    expect(open).toEqual([]);
    expect(() => Object.assign(policy.terms.care.limit, { value: yuan(1) })).toThrow(TypeError);
  });

  it("is known for one; a copy by hand, or one of another make, is not", () => {
    expect(isPolicy(policy)).toBe(true);
    expect(isPolicy(definePolicy({ ...policy }))).toBe(true);
    for (const other of [{ ...policy }, Object.freeze({ ...policy }), null, undefined, 7, "toy"]) {
      expect(isPolicy(other)).toBe(false);
    }
  });

  it("its mark does not show", () => {
    expect(Object.keys(policy)).not.toContain("huimin-rules.Policy");
    expect(JSON.stringify(policy)).not.toContain("huimin-rules.Policy");
  });
});

describe("frozen", () => {
  it("freezes data and all that is in it, and gives it back", () => {
    const data = { list: [{ deep: { value: 1 } }], none: null, text: "x" };
    expect(frozen(data)).toBe(data);
    expect([data, data.list, data.list[0], data.list[0]?.deep].every((part) => Object.isFrozen(part))).toBe(true);
    expect([7, "x", null, undefined].map((each) => frozen(each))).toEqual([7, "x", null, undefined]);
  });
});
