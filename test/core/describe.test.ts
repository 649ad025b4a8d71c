import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { describe as describeRule, isRule, PolicyInputError, type AnyRule, type FormField } from "huimin-rules/core";
import { shapeSchema } from "../../src/cli/shapes.js";
import { jsonSchemaOf, units } from "../../src/core/describe.js";
import {
  day,
  fact,
  flag,
  group,
  integer,
  list,
  money,
  month,
  name,
  oneOf,
  optional,
  orZero,
  rateUpToOne,
} from "../../src/core/fields.js";
import type { Fields } from "../../src/core/input.js";
import { law } from "../law.js";
import { applications, patient } from "./toy-cases.js";
import * as toy from "./toy.js";

const label = ["项", "Item"] as const;
/** A field of every kind and presence. */
const every = {
  amount: money(...label),
  share: rateUpToOne(...label),
  on: day(...label),
  in: month(...label),
  flag: flag(...label),
  grade: integer(...label, 1, 10),
  id: name(...label, 12),
  place: oneOf(toy.places, ...label),
  places: list(oneOf(toy.places, ...label), ...label, 1),
  rows: list(group({ id: name(...label), told: fact(flag(...label)) }, ...label), ...label),
  told: fact(integer(...label, 0, 9)),
  may: optional(day(...label)),
  zero: orZero(money(...label)),
} satisfies Fields;

const whole = {
  amount: "58000.25",
  share: "0.25",
  on: "2020-02-29",
  in: "2020-02",
  flag: false,
  grade: 10,
  id: "A1",
  place: "county",
  places: ["county", "abroad"],
  rows: [{ id: "A" }, { id: "B", told: null }, { id: "C", told: true }],
};

describe("describe", () => {
  it("says of each kind of field what it is measured in, or how it is written", () => {
    expect(units).toEqual({
      money: { zh: "元", en: "yuan" },
      rate: { zh: "比例，如 0.25 或 25%", en: "a rate, such as 0.25 or 25%" },
      integer: { zh: "整数", en: "whole number" },
      day: { zh: "日期", en: "date" },
      month: { zh: "月份，如 2020-11", en: "month, such as 2020-11" },
      flag: { zh: "是/否", en: "TRUE/FALSE" },
      name: { zh: "文字", en: "text" },
      word: { zh: "选一", en: "one of" },
      list: { zh: "可选多项，用顿号分隔", en: "any of, separated by commas" },
      group: { zh: "一组", en: "a group" },
    });
  });

  it("tells each field of a rule, for a form", () => {
    expect(describeRule(toy.careBenefit)).toEqual([
      {
        name: "place",
        kind: "word",
        label: { zh: "就医地", en: "Place of care" },
        words: toy.places,
        unit: { zh: "选一", en: "one of" },
        required: true,
        asks: false,
      },
      {
        name: "referred",
        kind: "flag",
        label: { zh: "是否转诊", en: "Whether referred" },
        unit: { zh: "是/否", en: "TRUE/FALSE" },
        required: false,
        asks: false,
      },
      {
        name: "cost",
        kind: "money",
        label: { zh: "自付费用", en: "Costs borne" },
        unit: { zh: "元", en: "yuan" },
        required: true,
        asks: false,
      },
      {
        name: "paid",
        kind: "money",
        label: { zh: "已支付", en: "Paid before" },
        unit: { zh: "元", en: "yuan" },
        required: false,
        asks: false,
      },
    ]);
  });

  it("of a rule by cover: the choice of cover, then its fields", () => {
    const [choice, ...none] = describeRule(toy.checkEligibility);
    expect([choice?.name, Object.keys(choice?.words ?? {}), none]).toEqual([
      "cover",
      ["care", "accident", "relief"],
      [],
    ]);
    expect(choice?.words?.["care"]).toEqual({ zh: "医疗", en: "Care" });
    const care = describeRule(toy.checkEligibility, { cover: "care" });
    expect(care.map((field) => [field.name, field.required, field.asks])).toEqual([
      ["cover", true, false],
      ["insuredFrom", false, true],
      ["occurredOn", false, true],
      ["inpatient", false, true],
      ["place", false, true],
      ["referred", false, true],
    ]);
  });

  it("goes into groups and lists", () => {
    const claim = describeRule(toy.assessClaim, { cover: "care" });
    const parts = claim.map(({ name: own, group: inner }) => [own, inner?.map((field) => field.name)]);
    expect(parts).toEqual([
      ["cover", undefined],
      ["facts", ["insuredFrom", "occurredOn", "inpatient", "place", "referred"]],
      ["loss", ["cost", "paid"]],
      ["dates", ["filedOn", "decidedOn"]],
    ]);
    const rows = describeRule({ fields: { fields: every } }).find(({ name: own }) => own === "rows");
    expect(rows).toMatchObject({ kind: "list", minimum: 0, group: [{ name: "id" }, { name: "told", asks: true }] });
  });

  it("names every field in both languages, and its unit; a choice has its words", () => {
    const walk = (fields: readonly FormField[]): FormField[] =>
      fields.flatMap((field) => [field, ...walk(field.group ?? [])]);
    const covers = [undefined, "care", "accident", "relief"];
    const all = Object.values<unknown>(toy)
      .filter(isRule)
      .flatMap((rule) => covers.flatMap((cover) => walk(describeRule(rule, cover === undefined ? {} : { cover }))));
    expect(all.length).toBeGreaterThan(60);
    for (const field of all) {
      expect(field.label.zh).toMatch(/\p{Script=Han}/u);
      expect(field.label.en).toMatch(/[a-z]/i);
      expect(field.label.en).not.toMatch(/\p{Script=Han}/u);
      expect(field.unit).toBe(units[field.kind]);
      if (field.kind === "word") expect(Object.keys(field.words ?? {}).length).toBeGreaterThan(1);
    }
  });

  it.each(["医疗", "caer", "toString", ""])("there is no cover %j", (cover) => {
    expect(() => describeRule(toy.checkEligibility, { cover })).toThrow(PolicyInputError);
  });
});

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats(ajv);
const schemaFor = (rule: AnyRule) => z.toJSONSchema(rule.input, { io: "input" });

describe("JSON Schema of an input", () => {
  const validate = ajv.compile(jsonSchemaOf({ fields: every }));
  const { fields } = { fields: { fields: every } };
  const reads = (value: unknown) => {
    const issues: never[] = [];
    group(fields.fields, ...label).read(value, issues);
    return issues.length === 0;
  };

  it("a word is a oneOf of const and title, in both languages; a field has its description", () => {
    const { properties } = jsonSchemaOf({ fields: every }) as unknown as {
      properties: Record<string, Record<string, unknown>>;
    };
    expect(properties["place"]).toEqual({
      type: "string",
      oneOf: [
        { const: "county", title: "县内 / in the county" },
        { const: "province", title: "省内县外 / elsewhere in the province" },
        { const: "abroad", title: "省外 / outside the province" },
      ],
      description: "项 / Item",
    });
    expect(properties["zero"]).toMatchObject({ default: "0.00" });
    for (const each of Object.values(properties)) expect(each["description"]).toBe("项 / Item");
  });

  it("takes what the fields take", () => {
    expect(validate(whole), JSON.stringify(validate.errors)).toBe(true);
    expect(reads(whole)).toBe(true);
    for (const more of [{ told: null }, { told: 9 }, { may: "2020-01-01" }, { zero: 0 }, { amount: 0 }, { share: 1 }]) {
      expect([validate({ ...whole, ...more }), reads({ ...whole, ...more })]).toEqual([true, true]);
    }
  });

  it.each([
    { amount: "1,000" },
    { amount: "-1" },
    { amount: "1.234" },
    { amount: 10 ** 13 },
    { share: "1.01" },
    { share: 1.01 },
    { on: "2020-02-30" },
    { on: "2020/2/3" },
    { in: "2020-13" },
    { flag: "yes" },
    { grade: 11 },
    { grade: 1.5 },
    { id: "" },
    { id: "x".repeat(13) },
    { place: "县内" },
    { places: [] },
    { places: "county" },
    { rows: [{ told: true }] },
    { rows: [{ id: "A", more: 1 }] },
    { told: "null" },
    { may: null },
    { zero: null },
    { amount: undefined },
    { more: 1 },
  ])("refuses what they refuse: %j", (change) => {
    const value = JSON.parse(JSON.stringify({ ...whole, ...change })) as unknown;
    expect([validate(value), reads(value)]).toEqual([false, false]);
  });

  const texts = fc.oneof(
    fc.stringMatching(/^[0-9]{0,16}(\.[0-9]{0,3})?$/),
    fc.stringMatching(/^[01](\.[0-9]{0,16})?$/),
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  law(
    "takes an amount, rate, day or text just when the field does",
    [fc.constantFrom("amount", "share", "on", "in", "id", "told"), texts],
    (field, value) => {
      const input = { ...whole, [field]: value };
      expect(validate(input)).toBe(reads(input));
    },
  );

  it.each(
    Object.values<unknown>(toy)
      .filter(isRule)
      .map((rule) => [rule.id, rule] as const),
  )("%s: its schema is sound, names every field, and takes every input that the rule takes", (_, rule) => {
    const schema = schemaFor(rule);
    const check = ajv.compile(schema);
    for (const { input } of applications.filter((each) => each.rule === rule)) {
      expect(check(input), JSON.stringify({ input, errors: check.errors })).toBe(true);
    }
    const unnamed: string[] = [];
    const walk = (node: z.core.JSONSchema.BaseSchema, path: string) => {
      for (const [own, field] of Object.entries(node.properties ?? {})) {
        if (typeof field === "boolean") continue;
        if (!/\p{Script=Han}.* \/ .*[a-z]/u.test(field.description ?? "")) unnamed.push(`${path}.${own}`);
        walk(field, `${path}.${own}`);
      }
      for (const part of [...(node.oneOf ?? []), ...(node.anyOf ?? [])])
        if (typeof part !== "boolean") walk(part, path);
      if (typeof node.items === "object" && !Array.isArray(node.items)) walk(node.items, `${path}[]`);
    };
    walk(schema, rule.id);
    expect(unnamed).toEqual([]);
  });

  it("by cover: one object a cover, whose title is the cover's", () => {
    const schema = schemaFor(toy.assessClaim);
    const covers = (schema.oneOf as { properties: { cover: unknown } }[]).map(({ properties }) => properties.cover);
    expect(covers[0]).toEqual({ type: "string", const: "care", title: "医疗 / Care", description: "险种 / Cover" });
    expect(covers).toHaveLength(3);
    const check = ajv.compile(schema);
    expect(check({ cover: "care", facts: patient, loss: { cost: "1" } })).toBe(true);
    expect(check({ cover: "accident", facts: patient })).toBe(false);
    expect(check({ cover: "flood", facts: {} })).toBe(false);
  });
});

describe("JSON Schema of a result", () => {
  it.each(applications.map((each) => [each.what, each] as const))("%s: holds for it as JSON carries it", (_, each) => {
    const schema = shapeSchema(each.rule.result);
    const check = ajv.compile(schema);
    const outcome = each.rule.safe(each.input, each.options);
    if (!outcome.ok) throw outcome.error;
    const json: unknown = JSON.parse(JSON.stringify(outcome.value));
    expect(check(json), JSON.stringify(check.errors)).toBe(true);
    expect(check({ ...(json as object), more: 1 })).toBe(false);
    expect(check({})).toBe(false);
  });
});

describe("a schema says no more than there is to say", () => {
  const schemaOf = (fields: Fields) =>
    jsonSchemaOf({ fields }) as { required?: string[]; properties: Record<string, Record<string, unknown>> };

  it("a list that may be empty has no least length, another has it", () => {
    const { properties } = schemaOf(every);
    expect("minItems" in (properties["rows"] as object)).toBe(false);
    expect(properties["places"]).toMatchObject({ minItems: 1 });
  });

  it("an object of which nothing is required requires nothing", () => {
    expect("required" in schemaOf({ may: optional(day(...label)) })).toBe(false);
    expect(schemaOf({ may: optional(day(...label)), must: day(...label) }).required).toEqual(["must"]);
  });

  it("of a rule by cover the cover is required, before the rest", () => {
    expect((schemaFor(toy.assessClaim).oneOf as { required: string[] }[])[0]?.required).toEqual(["cover", "facts"]);
  });

  it("a rate may be a number from 0 to 1", () => {
    const validate = ajv.compile(jsonSchemaOf({ fields: { share: every.share } }));
    const taken = [0, 0.25, 1, -0.01, 1.01].map((share) => validate({ share }));
    expect(taken).toEqual([true, true, true, false, false]);
  });

  it("a cover that is none is an UNKNOWN_CHOICE", () => {
    expect(() => describeRule(toy.checkEligibility, { cover: "医疗" })).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: "UNKNOWN_CHOICE", meant: "care" })],
      }) as Error,
    );
  });
});
