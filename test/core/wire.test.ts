import { describe, expect, it } from "vitest";
import { rate, yuan } from "huimin-rules/core";
import type { Issue } from "../../src/core/errors.js";
import * as make from "../../src/core/wire.js";

const { moneyShape, rateShape, dayShape, stringShape, integerShape, trueShape, flagShape, oneOfWords, optionalShape } =
  make;
const { listShape, mapShape, recordShape, tupleShape, eitherShape, nullableShape } = make;

function read(shape: make.Shape, json: unknown) {
  const issues: Issue[] = [];
  const value = make.readShape(shape, json, ["result"], issues);
  return {
    value,
    issues: issues.map(({ path, code, message }) => [
      path.join("."),
      code,
      message.en.replace(/ \(received .*\)$/, ""),
    ]),
  };
}

const money = moneyShape();
const step: make.Shape = {
  kind: "step",
  fields: { pay: recordShape({ amount: money }) },
  item: recordShape({ result: money }),
};

describe("a shape", () => {
  it.each<[string, make.Shape, unknown, unknown]>([
    ["money", money, "-45.00", yuan("45").minus(yuan("90"))],
    ["rate", rateShape(), "0.25", rate("0.25")],
    ["day", dayShape(), "2020-02-29", "2020-02-29"],
    ["text", stringShape(), "", ""],
    ["integer", integerShape(), -1, -1],
    ["true", trueShape(), true, true],
    ["yes", flagShape(), true, true],
    ["no", flagShape(), false, false],
    ["word", oneOfWords("a", "b"), "b", "b"],
    ["nothing", nullableShape(money), null, null],
    ["list", listShape(money), ["1.00"], [yuan(1)]],
    ["tuple", tupleShape(money, rateShape()), ["1.00", "1"], [yuan(1), rate(1)]],
    ["map", mapShape(money), { any: "1.00" }, { any: yuan(1) }],
    ["record", recordShape({ a: money, b: optionalShape(money) }), { a: "1.00" }, { a: yuan(1) }],
    ["either", eitherShape<unknown>(money, dayShape()), "2020-02-29", "2020-02-29"],
    [
      "step",
      step,
      { operation: "pay", operands: { amount: "1.00" }, result: "1.00" },
      { operation: "pay", operands: { amount: yuan(1) }, result: yuan(1) },
    ],
  ])("%s reads what JSON carries", (_, shape, json, value) => {
    expect(read(shape, json)).toEqual({ value, issues: [] });
  });

  it.each<[string, make.Shape, unknown[]]>([
    ["yuan with two decimals", money, [1.25, "1", "1.5", "1.000", "1.00x", "+1.00", ["1.00"], null]],
    ["a plain decimal", rateShape(), [0.25, "-1", "1.", ".5", "25%", ["0.25"]]],
    ["a day", dayShape(), ["2020-02-30", ["2020-02-29"]]],
    ["a text", stringShape(), [1, null]],
    ["a whole number", integerShape(), [1.5, "1", 2 ** 53]],
    ["a known word", oneOfWords("a", "b"), ["c", "toString", ["a"], null]],
    ["true", trueShape(), [false, "true", 1]],
    ["true or false", flagShape(), ["true", 1, 0, ["false"]]],
    ["an object", recordShape({}), ["x", [], null]],
    ["an object", mapShape(money), [["1.00"], "1.00"]],
    ["a list", listShape(money), [{ 0: "1.00", length: 1 }, "1.00"]],
    ["a list of that length", tupleShape(money, money), [["1.00"], ["1.00", "1.00", "1.00"], {}]],
    ["one of its shapes", eitherShape<unknown>(money, dayShape()), ["x", 1]],
    [
      "a line of a statement",
      step,
      [{ operation: "give" }, { operation: "toString" }, { operation: ["pay"] }, {}, "pay", []],
    ],
  ])("says that it expected %s", (expected, shape, all) => {
    for (const json of all) {
      expect([json, read(shape, json).issues]).toEqual([
        json,
        [["result", "WRONG_TYPE", `not a result of the rule: expected ${expected}`]],
      ]);
    }
  });

  it("says where in it something is wrong", () => {
    const shape = recordShape({
      list: listShape(money),
      pair: tupleShape(money, money),
      map: mapShape(money),
      part: recordShape({ a: money, b: money }),
    });
    const json = { list: ["1.00", "x"], pair: ["x", "1.00"], map: { k: "x" }, part: { a: "x", c: 1 } };
    expect(read(shape, json).issues.map((issue) => issue.slice(0, 2))).toEqual([
      ["result.list.1", "WRONG_TYPE"],
      ["result.pair.0", "WRONG_TYPE"],
      ["result.map.k", "WRONG_TYPE"],
      ["result.part.a", "WRONG_TYPE"],
      ["result.part.b", "MISSING"],
      ["result.part.c", "UNKNOWN_FIELD"],
    ]);
  });
});

describe("toJson", () => {
  it.each([
    { units: 1, text: "1" },
    { denominator: 1, text: "1" },
    { units: 1, denominator: 1 },
    { fen: 1, more: 1 },
    { fen: "1" },
  ])("%j is no Money or Rate, however near it is", (value) => {
    expect(make.toJson(value)).toEqual(value);
  });

  it("a Money and a Rate are texts, with or without their prototype", () => {
    expect(
      [yuan("1.5"), rate("0.25"), structuredClone(yuan("1.5")), structuredClone(rate("0.25"))].map(make.toJson),
    ).toEqual(["1.50", "0.25", "1.50", "0.25"]);
  });
});
