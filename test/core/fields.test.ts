import { describe, expect, expectTypeOf, it } from "vitest";
import { Money, Rate, rate, yuan, type MoneyInput } from "huimin-rules/core";
import type { Issue } from "../../src/core/errors.js";
import * as make from "../../src/core/fields.js";
import type { Field } from "../../src/core/input.js";
import { places } from "./toy.js";

function read<Output, Input>(field: Field<Output, Input>, value: unknown) {
  const issues: Issue[] = [];
  const output = field.read(value, issues);
  return {
    output,
    issues: issues.map(({ path, code, meant }) => [path.join("."), code, ...(meant === undefined ? [] : [meant])]),
  };
}

const label = ["项", "Item"] as const;
const { money, rateUpToOne, day, month, flag, integer, name, oneOf, list, group, optional, fact, withDefault, orZero } =
  make;

describe("a field", () => {
  it.each<[string, Field, unknown, unknown]>([
    ["money", money(...label), "58000.25", yuan("58000.25")],
    ["rate", rateUpToOne(...label), "1", Rate.one],
    ["rate", rateUpToOne(...label), 0, Rate.zero],
    ["day", day(...label), "2020-02-29", "2020-02-29"],
    ["month", month(...label), "2020-12", "2020-12"],
    ["flag", flag(...label), false, false],
    ["integer", integer(...label, 1, 10), 10, 10],
    ["integer", integer(...label, 0, 10), -0, 0],
    ["name", name(...label), "张三", "张三"],
    ["name", name(...label, 3), "abc", "abc"],
    ["word", oneOf(places, ...label), "county", "county"],
    ["list", list(integer(...label, 0, 9), ...label), [], []],
    ["list", list(money(...label), ...label), ["1", yuan(2)], [yuan(1), yuan(2)]],
    ["list", list(fact(flag(...label)), ...label), [true, null, undefined], [true, undefined, undefined]],
    ["group", group({ a: money(...label), b: optional(day(...label)) }, ...label), { a: 1 }, { a: yuan(1) }],
    ["group", group({ a: orZero(money(...label)), b: fact(day(...label)) }, ...label), { b: null }, { a: Money.zero }],
  ])("%s reads what is right", (kind, field, value, output) => {
    expect(read(field, value)).toEqual({ output, issues: [] });
    expect([field.kind, field.label]).toEqual([kind, { zh: "项", en: "Item" }]);
    expect(Object.is(read(field, value).output, -0)).toBe(false);
  });

  it.each<[Field, unknown, string[][]]>([
    [money(...label), "1,000", [["", "INVALID_AMOUNT", "1000"]]],
    [money(...label), null, [["", "INVALID_AMOUNT"]]],
    [rateUpToOne(...label), "1.01", [["", "INVALID_RATE"]]],
    [rateUpToOne(...label), "25%", [["", "INVALID_RATE", "0.25"]]],
    [rateUpToOne(...label), 25, [["", "INVALID_RATE", "0.25"]]],
    [day(...label), "2020-02-30", [["", "INVALID_DAY"]]],
    [day(...label), "2021/3/2", [["", "INVALID_DAY", "2021-03-02"]]],
    [month(...label), "2020-13", [["", "INVALID_MONTH"]]],
    [month(...label), "2020年3月", [["", "INVALID_MONTH", "2020-03"]]],
    [flag(...label), "是", [["", "WRONG_TYPE", "true"]]],
    [flag(...label), 0, [["", "WRONG_TYPE", "false"]]],
    [integer(...label, 1, 10), 0, [["", "OUT_OF_RANGE"]]],
    [integer(...label, 1, 10), 11, [["", "OUT_OF_RANGE"]]],
    [integer(...label, 1, 10), "7级", [["", "WRONG_TYPE", "7"]]],
    [integer(...label, 1, 10), 1.5, [["", "WRONG_TYPE"]]],
    [integer(...label, 1, 10), 2 ** 53, [["", "WRONG_TYPE"]]],
    [integer(...label, 1, 10), Number.NaN, [["", "WRONG_TYPE"]]],
    [name(...label), "", [["", "MISSING"]]],
    [name(...label, 3), "abcd", [["", "OUT_OF_RANGE"]]],
    [name(...label), 7, [["", "WRONG_TYPE", '"7"']]],
    [name(...label), null, [["", "WRONG_TYPE"]]],
    [oneOf(places, ...label), "县内", [["", "UNKNOWN_CHOICE", "county"]]],
    [oneOf(places, ...label), "toString", [["", "UNKNOWN_CHOICE"]]],
    [oneOf(places, ...label), ["county"], [["", "UNKNOWN_CHOICE"]]],
    [list(oneOf(places, ...label), ...label), "county", [["", "WRONG_TYPE", '["county"]']]],
    [list(money(...label), ...label), { 0: "1", length: 1 }, [["", "WRONG_TYPE"]]],
    [list(money(...label), ...label, 1), [], [["", "MISSING"]]],
    [
      list(money(...label), ...label),
      ["1", "x", null],
      [
        ["1", "INVALID_AMOUNT"],
        ["2", "INVALID_AMOUNT"],
      ],
    ],
    // A list with a hole: what is not there is not there.
    [list(money(...label), ...label), new Array(1), [["0", "INVALID_AMOUNT"]]],
    [
      group({ a: money(...label) }, ...label),
      { a: "x", b: 1 },
      [
        ["a", "INVALID_AMOUNT"],
        ["b", "UNKNOWN_FIELD"],
      ],
    ],
    [
      group({ first: money(...label) }, ...label),
      { frst: 1 },
      [
        ["first", "MISSING"],
        ["frst", "UNKNOWN_FIELD", "first"],
      ],
    ],
    [group({ a: money(...label) }, ...label), [], [["", "WRONG_TYPE"]]],
  ])("%#: reads what is wrong, with its place and what was probably meant", (field, value, issues) => {
    expect(read(field, value).issues).toEqual(issues);
  });

  it("every problem is said in both languages", () => {
    const wrong: Issue[] = [];
    for (const field of [money, day, month, flag, rateUpToOne, name]) field(...label).read(Symbol("x"), wrong);
    integer(...label, 0, 1).read({}, wrong);
    oneOf(places, ...label).read({}, wrong);
    list(day(...label), ...label).read({}, wrong);
    expect(wrong).toHaveLength(9);
    for (const { message } of wrong) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/[a-z]{3}/);
      expect(message.en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe("the good parts of a bad input", () => {
  it("come back: of a group what is right, of a list of groups every place", () => {
    const part = group({ a: money(...label), b: day(...label) }, ...label);
    expect(read(part, { a: 1, b: "x" }).output).toEqual({ a: yuan(1) });
    expect(read(list(part, ...label), [{ a: 1 }, 7, { a: 2, b: "2020-01-01" }]).output).toEqual([
      { a: yuan(1) },
      {},
      { a: yuan(2), b: "2020-01-01" },
    ]);
  });

  it("of a list of values nothing does, for its places would tell nothing", () => {
    expect(read(list(money(...label), ...label), ["1", "x"]).output).toBeUndefined();
  });
});

describe("presence", () => {
  it("is a matter of the field, and says what absence means", () => {
    const amount = money(...label);
    expect([amount, optional(amount), fact(amount), orZero(amount)].map(({ presence }) => presence)).toEqual([
      "required",
      "optional",
      "fact",
      "default",
    ]);
    expect(amount.presence).toBe("required");
    expect(withDefault(flag(...label), true).absent).toBe(true);
  });

  it.each<[unknown, string[]]>([
    [undefined, ["need"]],
    [null, ["need", "may", "zero"]],
  ])("%s is absent for a fact; otherwise null is a value", (value, wrong) => {
    const amount = money(...label);
    const all = group({ need: amount, may: optional(amount), zero: orZero(amount), told: fact(amount) }, ...label);
    expect(read(all, { need: value, may: value, zero: value, told: value }).issues.map(([path]) => path)).toEqual(
      wrong,
    );
    expect(read(all, { need: 1 }).output).toEqual({ need: yuan(1), zero: Money.zero });
  });

  it("has the types that it says (checked by the compiler)", () => {
    const fields = {
      need: money(...label),
      may: optional(rateUpToOne(...label)),
      zero: orZero(money(...label)),
      told: fact(oneOf(places, ...label)),
      all: list(flag(...label), ...label),
    };
    type Place = keyof typeof places;
    expectTypeOf<make.InputOf<typeof fields>>().toEqualTypeOf<{
      need: MoneyInput;
      may?: Rate | string | number | undefined;
      zero?: MoneyInput | undefined;
      told?: Place | null | undefined;
      all: readonly boolean[];
    }>();
    expectTypeOf<make.OutputOf<typeof fields>>().toEqualTypeOf<{
      need: Money;
      may?: Rate | undefined;
      zero: Money;
      told?: Place | undefined;
      all: boolean[];
    }>();
    expect(read(group(fields, ...label), { need: 1, all: [], may: "0.5" }).output).toEqual({
      need: yuan(1),
      may: rate("0.5"),
      zero: Money.zero,
      all: [],
    });
  });
});

describe("what a bad value is told", () => {
  const told = (field: Field, value: unknown) => {
    const issues: Issue[] = [];
    field.read(value, issues);
    return issues.map(({ message }) => message.en);
  };

  it("a rate above one is too large, another bad one is no rate", () => {
    expect(told(rateUpToOne(...label), "1.01")).toEqual([expect.stringContaining("must not exceed 1")]);
    expect(told(rateUpToOne(...label), "25%")).toEqual([expect.stringContaining("expected a plain decimal")]);
  });

  it("a rate without an upper end takes more than one, and refuses what is none", () => {
    const field = make.anyRate(...label);
    expect([field.kind, field.label]).toEqual(["rate", { zh: "项", en: "Item" }]);
    expect(read(field, "1.2")).toEqual({ output: rate("1.2"), issues: [] });
    expect(read(field, "25%")).toEqual({ output: undefined, issues: [["", "INVALID_RATE", "0.25"]] });
  });

  it("a word that is none is told which there are", () => {
    expect(told(oneOf(places, ...label), "moon")).toEqual([
      expect.stringContaining('expected one of: "county", "province", "abroad"'),
    ]);
  });

  it("one thing in place of a list is that thing in a list, as it was meant; several are not guessed", () => {
    const days = list(day(...label), ...label);
    const numbers = list(integer(...label, 0, 9), ...label);
    const words = list(oneOf(places, ...label), ...label);
    expect(read(days, "2021/3/2").issues).toEqual([["", "WRONG_TYPE", '["2021-03-02"]']]);
    expect(read(numbers, 7).issues).toEqual([["", "WRONG_TYPE", "[7]"]]);
    expect(read(words, "县内").issues).toEqual([["", "WRONG_TYPE", '["county"]']]);
    expect(read(words, "县内、省外").issues).toEqual([["", "WRONG_TYPE"]]);
    expect(read(words, "moon").issues).toEqual([["", "WRONG_TYPE"]]);
  });
});
