import { describe, expect, expectTypeOf, it } from "vitest";
import { fen, isRule, Money, PolicyInputError, Rate, rate, revive, yuan, type Json } from "huimin-rules/core";
import manifest from "../../package.json" with { type: "json" };
import { version } from "../../src/core/version.js";
import { ratio } from "../../src/core/money.js";
import { assessmentOf, benefit, extended, shapeOf, withBasis } from "../../src/core/results.js";
import { moneyShape, rateOf, recordShape, stringShape, toJson } from "../../src/core/wire.js";
import { applications, patient, resultOf } from "./toy-cases.js";
import * as toy from "./toy.js";

const each = applications.map((application) => [application.what, application] as const);
const throughJson = (value: unknown): never => JSON.parse(JSON.stringify(value)) as never;

/** The amounts and rates in a value, with their places. */
function numbersOf(value: unknown, path = ""): string[] {
  if (Money.is(value)) return [`${path} money ${value}`];
  if (Rate.is(value)) return [`${path} rate ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => numbersOf(part, `${path}.${name}`));
}

describe("revive", () => {
  it.each(each)("%s: gives the result again, after JSON", (_, application) => {
    const result = resultOf(application);
    const back = revive(application.rule as never, throughJson(result)) as object;
    expect(back).toEqual(result);
    expect(throughJson(back)).toEqual(throughJson(result));
    expect(numbersOf(back).sort()).toEqual(numbersOf(result).sort());
    // And once more: nothing is lost on the way.
    expect(revive(application.rule as never, throughJson(back))).toEqual(result);
  });

  it("an insurer's loss is negative again, a ratio keeps its places, none stays none", () => {
    const loss = revive(toy.settle, throughJson(toy.settle({ premium: "3", claims: "6000" })));
    expect([loss.insurerResult.toString(), loss.insurerResult.plus(yuan(1)).fen < 0]).toEqual(["-4197.78", true]);
    expect(loss.lossRatio?.toString()).toBe("2000.000000");
    expect(loss.lossRatio).toBeInstanceOf(Rate);
    expect(revive(toy.settle, throughJson(toy.settle({ premium: 0, claims: 0 }))).lossRatio).toBeNull();
  });

  it("an assessment narrows as it did", () => {
    const claim = revive(
      toy.assessClaim,
      throughJson(toy.assessClaim({ cover: "care", facts: patient, loss: { cost: "3100" } })),
    );
    if (claim.pending !== null) throw new Error("is open");
    expect(claim.payable.plus(yuan(1)).toString()).toBe("1701.00");
    expectTypeOf(claim.payable).toEqualTypeOf<Money>();
  });

  it.each<[string, (json: Record<string, unknown>) => void]>([
    ["a field too many", (json) => (json["more"] = 1)],
    ["a field too few", (json) => delete json["amount"]],
    ["an amount that is a number", (json) => (json["amount"] = 1)],
    ["an amount without fen", (json) => (json["amount"] = "1")],
    ["an amount with more", (json) => (json["amount"] = "1.000")],
    [
      "another operation",
      (json) => (((json["lines"] as { operation: string }[])[0] as { operation: string }).operation = "pay"),
    ],
    ["a line without operands", (json) => delete (json["lines"] as Record<string, unknown>[])[0]?.["operands"]],
    ["no basis", (json) => delete json["basis"]],
    [
      "amended: false",
      (json) => (((json["lines"] as Record<string, unknown>[])[0] as Record<string, unknown>)["amended"] = false),
    ],
    ["a reading that is no text", (json) => (json["readings"] = { x: 1 })],
    ["a part of no name", (json) => (json["parts"] = { flood: "1.00" })],
  ])("refuses what is no result of the rule: %s", (_, spoil) => {
    const json = throughJson(toy.careBenefit({ place: "county", cost: "3100" })) as Record<string, unknown>;
    spoil(json);
    expect(() => revive(toy.careBenefit, json as never)).toThrow(PolicyInputError);
    expect(() => revive(toy.careBenefit, json as never)).toThrow(/不是该规则的结果/);
  });

  it.each([undefined, null, 7, "x", [], {}])("refuses %j", (json) => {
    for (const rule of Object.values<unknown>(toy).filter(isRule)) {
      expect(() => revive(rule as never, json as never)).toThrow(PolicyInputError);
    }
  });

  it("a field that cannot be read is refused as a PolicyInputError, and not by what it throws", () => {
    const json = throughJson(toy.careBenefit({ place: "county", cost: "3100" })) as Record<string, unknown>;
    Object.defineProperty(json, "lines", {
      enumerable: true,
      get: () => {
        throw new TypeError("a trap");
      },
    });
    expect(() => revive(toy.careBenefit, json as never)).toThrow(PolicyInputError);
    expect(() => revive(toy.careBenefit, json as never)).toThrow(/无法读取/);
  });

  it("an amount beyond the exact range is refused as a PolicyInputError too", () => {
    const json = throughJson(toy.careBenefit({ place: "county", cost: "3100" })) as Record<string, unknown>;
    json["amount"] = "99999999999999999999.00";
    expect(() => revive(toy.careBenefit, json as never)).toThrow(PolicyInputError);
  });
});

describe("a result on the wire", () => {
  it("Json<T> is its type (checked by the compiler)", () => {
    interface Result {
      readonly amount: Money;
      readonly share: Rate | null;
      readonly list: readonly Money[];
      readonly pair: readonly [Money, number];
      readonly deep: { readonly on?: string; readonly at: "a" | "b" };
    }
    expectTypeOf<Json<Result>>().toEqualTypeOf<{
      readonly amount: string;
      readonly share: string | null;
      readonly list: readonly string[];
      readonly pair: readonly [string, number];
      readonly deep: { readonly on?: string; readonly at: "a" | "b" };
    }>();
    const json: Json<ReturnType<typeof toy.careBenefit>> = throughJson(toy.careBenefit({ place: "county", cost: 1 }));
    expectTypeOf(json.amount).toEqualTypeOf<string>();
    expect(json.amount).toBe("0.00");
  });

  it.each(each)("%s: toJson is JSON, of the result, of its structuredClone and of JSON itself", (_, application) => {
    const result = resultOf(application);
    const json: unknown = throughJson(result);
    expect(toJson(result)).toEqual(json);
    expect(toJson(structuredClone(result))).toEqual(json);
    expect(toJson(json)).toEqual(json);
  });

  it("toJson knows a Money and a Rate by what structuredClone leaves of them, and nothing else", () => {
    const of = (value: unknown) => toJson(structuredClone(value));
    expect(of(fen(-4500))).toBe("-45.00");
    expect(of(rate("0.25"))).toBe("0.25");
    expect(of(ratio(yuan(2), yuan(3)))).toBe("0.666667");
    expect(of({ fen: 1, more: 2 })).toEqual({ fen: 1, more: 2 });
    expect(of({ fen: "1" })).toEqual({ fen: "1" });
    expect(of([null, undefined, 7, "x", true])).toEqual([null, undefined, 7, "x", true]);
  });

  it("a rate from its text keeps its places, and nothing but a rate is one", () => {
    expect(["0.850000", "0.25", "1", "0"].map((text) => rateOf(text).toString())).toEqual([
      "0.850000",
      "0.25",
      "1",
      "0",
    ]);
    expect(rateOf("0.850000").equals(rate("0.85"))).toBe(true);
    expect(() => rateOf("-1")).toThrow(PolicyInputError);
  });
});

describe("the basis of a result", () => {
  it.each(each)("%s: names the rule, the document and this library; is frozen and shared", (_, application) => {
    const [first, second] = [resultOf(application), resultOf(application)] as { basis: unknown }[];
    expect(first?.basis).toEqual({ rule: application.rule.id, document: "试办〔2020〕1号", library: version });
    expect(Object.isFrozen(first?.basis)).toBe(true);
    expect(first?.basis).toBe(second?.basis);
  });

  it("is the same whichever way a rule is called", () => {
    const input = { place: "county", cost: "1" } as const;
    const called = toy.careBenefit(input);
    const safe = toy.careBenefit.safe(input);
    expect(safe.ok && safe.value.basis).toBe(called.basis);
    expect(toy.careBenefit.evaluate(toy.careBenefit.input.parse(input)).basis).toBe(called.basis);
    expectTypeOf(called.basis.rule).toEqualTypeOf<string>();
  });

  it("stands once, at the result: not again in what a rule took from another", () => {
    const claim = toy.assessClaim({ cover: "care", facts: patient, loss: { cost: "3100" } });
    expect(claim.basis.rule).toBe("toy.assessClaim");
    expect("basis" in claim.eligibility || "basis" in (claim.benefit as object)).toBe(false);
    expect(JSON.stringify(claim).match(/"library"/g)).toHaveLength(1);
  });
});

describe("version", () => {
  it("is that of package.json", () => {
    expect(version).toBe(manifest.version);
  });
});

describe("the shapes of results", () => {
  it("an extended shape has its own fields first, and in place of the base's", () => {
    const base = recordShape({ a: moneyShape(), b: moneyShape() });
    const { fields = {}, label } = extended(base, { c: stringShape(), b: stringShape() }, "项", "Item");
    expect(Object.entries(fields).map(([name, { kind }]) => [name, kind])).toEqual([
      ["c", "string"],
      ["b", "string"],
      ["a", "money"],
    ]);
    expect(label).toEqual({ zh: "项", en: "Item" });
  });

  it("a result without a name of its own is called a result", () => {
    expect(withBasis(recordShape({ a: moneyShape() })).label).toEqual({ zh: "结果", en: "Result" });
    expect(withBasis(benefit).label).toEqual(benefit.label);
  });

  it("an assessment has its name in JSON Schema where its benefit is the common one alone", () => {
    const own = shapeOf<object>({}, "项", "Item");
    const names = [[], [benefit], [benefit, benefit], [own], [benefit, own], [own, benefit]].map(
      (benefits) => assessmentOf(benefits).name,
    );
    expect(names).toEqual(["Assessment", "Assessment", "Assessment", undefined, undefined, undefined]);
  });

  it("what is no result is refused as an input", () => {
    expect(() => revive(toy.settle, {} as never)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }) as Error);
  });
});
