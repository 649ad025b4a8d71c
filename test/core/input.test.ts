import vm from "node:vm";
import { describe, expect, it } from "vitest";
import * as zod from "zod";
import * as z from "zod/mini";
import type { Issue } from "../../src/core/errors.js";
import { flag, group, money, optional } from "../../src/core/fields.js";
import { isPlain, readObject, type Shape } from "../../src/core/input.js";
import * as toy from "./toy.js";

describe("a plain object", () => {
  class Made {
    readonly own = 1;
  }
  it.each<[string, unknown, boolean]>([
    ["{}", {}, true],
    ["of JSON", JSON.parse('{"__proto__":1}'), true],
    ["without a prototype", Object.create(null), true],
    ["of another realm", vm.runInNewContext("({})"), true],
    ["a list", [], false],
    ["null", null, false],
    ["a text", "x", false],
    ["one of a class", new Made(), false],
    ["one that inherits", Object.create({}), false],
    ["a Map", new Map(), false],
    ["a Date of another realm", vm.runInNewContext("new Date(0)"), false],
  ])("%s", (_, value, plain) => {
    expect(isPlain(value)).toBe(plain);
  });
});

const shape: Shape = {
  covers: {
    care: { facts: group({ place: money("地", "Place") }, "事实", "Facts"), paid: optional(money("已付", "Paid")) },
    relief: { approved: flag("同意", "Approved") },
  },
  words: { care: { zh: "医疗", en: "Care" }, relief: { zh: "救助", en: "Relief" } },
};
function read(value: unknown) {
  const issues: Issue[] = [];
  const output = readObject(shape, value, issues);
  return { output, issues: issues.map(({ path, code, meant }) => [path.join("."), code, meant]) };
}

describe("fields by cover", () => {
  it("are those of the cover that is named", () => {
    expect(read({ cover: "relief", approved: true })).toEqual({
      output: { cover: "relief", approved: true },
      issues: [],
    });
  });

  it.each<[unknown, unknown[][]]>([
    [{}, [["cover", "MISSING", undefined]]],
    [{ cover: "医疗" }, [["cover", "UNKNOWN_CHOICE", "care"]]],
    [{ cover: "toString" }, [["cover", "UNKNOWN_CHOICE", undefined]]],
    [{ cover: ["care"] }, [["cover", "UNKNOWN_CHOICE", undefined]]],
    [Object.create({ cover: "relief" }), [["", "WRONG_TYPE", undefined]]],
    [
      { cover: "care", facts: { place: 1 }, place: 1, approved: true, payd: 1 },
      [
        ["place", "UNKNOWN_FIELD", "facts.place"],
        ["approved", "UNKNOWN_FIELD", "relief"],
        ["payd", "UNKNOWN_FIELD", "paid"],
      ],
    ],
  ])("%#: what is wrong is told, and where it belongs", (value, issues) => {
    expect(read(value).issues).toEqual(issues);
  });

  it("fields come in the shape's order, then what there is besides, whatever the input's", () => {
    const paths = (value: object) => read(value).issues.map(([path]) => path);
    expect(paths({ zzz: 1, paid: "x", cover: "care", facts: { b: 1, place: "x" } })).toEqual([
      "facts.place",
      "facts.b",
      "paid",
      "zzz",
    ]);
  });
});

describe("a rule's input as a zod schema", () => {
  const { input } = toy.careBenefit;

  it("reads as the rule does, within schemas of zod and zod/mini", () => {
    const good = { place: "county", cost: "1.50" } as const;
    const bad = { place: "moon", cost: "1,000", more: 1 };
    expect(z.parse(z.array(input), [good])).toEqual([expect.objectContaining({ place: "county" })]);
    const outcome = z.safeParse(z.object({ bills: z.array(input) }), { bills: [good, bad] });
    expect(outcome.success).toBe(false);
    expect(outcome.error?.issues.map(({ path, code }) => [path.join("."), code])).toEqual([
      ["bills.1.place", "custom"],
      ["bills.1.cost", "custom"],
      ["bills.1.more", "custom"],
    ]);
    expect(outcome.error?.issues[1]).toMatchObject({
      params: { code: "INVALID_AMOUNT", received: "1,000", meant: "1000" },
    });
    expect(zod.object({ bill: input }).safeParse({ bill: good }).success).toBe(true);
  });

  it("does not run what the rule checks between fields", () => {
    const away = { place: "province", cost: 1 };
    expect(z.safeParse(input, away).success).toBe(true);
    expect(toy.careBenefit.safe(away).ok).toBe(false);
  });

  it("tells its JSON Schema", () => {
    expect(z.toJSONSchema(input, { io: "input" })).toMatchObject({
      type: "object",
      required: ["place", "cost"],
      additionalProperties: false,
    });
  });
});

describe("hostile objects", () => {
  class Owner {
    readonly own = 1;
    hasOwnProperty() {
      return true;
    }
  }
  it.each<[string, object]>([
    ["one that inherits from a bare object", Object.create(Object.create(null) as object) as object],
    ["one of a class that pretends to be the root", new Owner()],
    [
      "one that inherits from a function that pretends to be it",
      Object.create(
        Object.setPrototypeOf(
          Object.assign(() => 1, { hasOwnProperty: 1 }),
          null,
        ) as object,
      ) as object,
    ],
  ])("%s is not plain", (_, value) => {
    expect(isPlain(value)).toBe(false);
  });

  it("only the first hundred problems are told what was meant", () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`first${index + 1}`, 1]));
    const issues: Issue[] = [];
    readObject({ fields: { first: flag("首", "First") } }, { first: true, ...many }, issues);
    expect(issues).toHaveLength(150);
    expect(issues.map(({ meant }) => meant)).toEqual([...Array<string>(100).fill("first"), ...Array<undefined>(50)]);
  });

  it("a cover that is none is told which there are", () => {
    const issues: Issue[] = [];
    readObject(shape, { cover: "flood" }, issues);
    expect(issues[0]?.message).toEqual({
      zh: "应为以下之一：“care”、“relief”（收到“flood”）",
      en: 'expected one of: "care", "relief" (received "flood")',
    });
  });

  it("a field that stands elsewhere is told where", () => {
    const issues: Issue[] = [];
    readObject(shape, { cover: "care", facts: {}, place: "1" }, issues);
    expect(issues.find(({ code }) => code === "UNKNOWN_FIELD")?.message).toEqual({
      zh: "不在此处，属于“facts.place”（收到“1”，是否指“facts.place”？）",
      en: 'does not belong here but to "facts.place" (received "1"; did you mean "facts.place"?)',
    });
  });
});

describe("the schema of an input by itself", () => {
  const { input } = toy.careBenefit;

  it("parses, and safely; both may be taken off it", () => {
    const { parse, safeParse } = input;
    const good = { place: "county", cost: "1.50" };
    expect(parse(good)).toMatchObject({ place: "county" });
    expect(safeParse(good)).toMatchObject({ success: true, data: { place: "county" } });
    expect(safeParse({}).error?.issues.map(({ path }) => path)).toEqual([["place"], ["cost"]]);
    expect(() => parse({})).toThrow();
  });

  it("tells what is wrong in both languages, as the rule does", () => {
    expect(input.safeParse({ place: "county", cost: "1.234" }).error?.issues[0]?.message).toBe(
      '小数超过两位（精确到分）（收到“1.234”） / more than two decimals (amounts are exact to the fen) (received "1.234")',
    );
  });

  it("is a custom type to zod, with a name of its own", () => {
    expect(input._zod.def.type).toBe("custom");
    expect(input._zod.traits).toContain("HuiminInput");
  });
});
