import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import {
  amend,
  compareReadings,
  describe as describeRule,
  explain,
  isRule,
  recompute,
  revive,
  type AnyRule,
  type Line,
} from "huimin-rules/core";
import { shapeSchema } from "../src/cli/shapes.js";
import { applications, resultOf } from "./core/toy-cases.js";
import * as toy from "./core/toy.js";

/*
 * What a fifth programme costs. test/core/toy.ts is one: a made-up document with three covers, a premium, a settlement and deadlines,
 * written as a programme is, a part for each file. All that it takes is what is counted here:
 *
 *   file             lines   what it holds
 *   policy.ts           92   the document, its vocabulary, 25 terms each with its clause and name, 2 readings, what terms fulfil together
 *   programme.ts         2   the makers
 *   benefits.ts         56   2 rules
 *   premium.ts          18   1 rule
 *   settlement.ts       17   1 rule
 *   deadlines.ts        19   1 rule, and the periods that run
 *   eligibility.ts      49   3 covers: facts, requirements, benefit; 1 rule
 *   claim.ts            13   1 rule
 *
 * 266 lines in 8 files, a third of them the document's own numbers, names and words: 7 rules, so that one costs about 25 lines beside
 * its terms (imports, blank lines and TSDoc not counted). Beside it a programme has norms.ts (an entry a clause), sheet.ts (a row a
 * cell), rules.ts and index.ts (exports), a line in src/catalogue.ts, and its vectors and tests. In core it costs nothing.
 */

const source = readFileSync(fileURLToPath(new URL("core/toy.ts", import.meta.url)), "utf8");

/** The toy by the files that it would be: how many lines each has, but for blank ones. */
const lines = Object.fromEntries(
  source
    .split(/^\/\/ (?=[\w.]+ -+$)/m)
    .slice(1)
    .map((part) => {
      const [title = "", ...rest] = part.split("\n");
      return [title.replace(/ -+$/, ""), rest.filter((line) => line.trim() !== "").length] as const;
    }),
);

const rules = Object.values<unknown>(toy).filter(isRule);
const each = applications.map((application) => [application.what, application] as const);
const json = (value: unknown): never => JSON.parse(JSON.stringify(value)) as never;

describe("a fifth programme costs", () => {
  it("eight files", () => {
    expect(Object.keys(lines)).toEqual([
      "imports",
      "policy.ts",
      "programme.ts",
      "benefits.ts",
      "premium.ts",
      "settlement.ts",
      "deadlines.ts",
      "eligibility.ts",
      "claim.ts",
    ]);
  });

  it.each([
    ["policy.ts", 92],
    ["programme.ts", 2],
    ["benefits.ts", 56],
    ["premium.ts", 18],
    ["settlement.ts", 17],
    ["deadlines.ts", 19],
    ["eligibility.ts", 49],
    ["claim.ts", 13],
  ])("%s: %i lines", (file, count) => {
    expect(lines[file]).toBe(count);
  });

  it("266 lines in all, for seven rules, three covers, two readings and 25 terms", () => {
    const { imports, ...files } = lines;
    expect(imports).toBeLessThanOrEqual(20);
    const total = Object.values(files).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(266);
    const { terms, readings } = toy.policy;
    const counted = Object.values(terms).flatMap((group) => Object.keys(group)).length;
    expect([rules.length, Object.keys(toy.covers).length, Object.keys(readings).length, counted]).toEqual([
      7, 3, 2, 25,
    ]);
  });

  it("nothing in core, and nothing of zod, dates or decimals: it imports core alone", () => {
    const from = [...source.matchAll(/from "([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(from.every((path) => path.startsWith("../../src/core/"))).toBe(true);
    expect(source).not.toMatch(/explain|revive|JSON|z\.|Decimal|new Date/);
  });
});

describe("and for that it has, by its rules alone", () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats(ajv);

  it.each(each)("%s: words in both languages", (_, application) => {
    for (const locale of ["zh", "en"] as const) {
      const text = explain(resultOf(application), { rules: toy, locale });
      expect(text).toContain(`${toy.policy.title[locale]} 试办〔2020〕1号\n`);
    }
  });

  it.each(each)("%s: a result that verifies itself, and comes back from JSON", (_, application) => {
    const result = resultOf(application);
    expect(revive(application.rule as never, json(result))).toEqual(result);
    const { lines: own = [], benefit } = result as { lines?: readonly Line[]; benefit?: { lines: readonly Line[] } };
    for (const line of [...own, ...(benefit?.lines ?? [])]) expect(recompute(line).fen).toBe(line.amount.fen);
    expect(ajv.validate(shapeSchema(application.rule.result), json(result)), ajv.errorsText()).toBe(true);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s: fields for a form, and JSON Schema",
    (_, rule: AnyRule) => {
      for (const cover of "covers" in rule.fields ? Object.keys(rule.fields.covers) : [undefined]) {
        expect(describeRule(rule, cover === undefined ? {} : { cover }).length).toBeGreaterThan(0);
      }
      const check = ajv.compile(z.toJSONSchema(rule.input, { io: "input" }));
      for (const { input } of applications.filter((given) => given.rule === rule)) expect(check(input)).toBe(true);
    },
  );

  it("readings compared, contracts, and suggestions in errors", () => {
    const compared = compareReadings(toy.accidentBenefit, { death: true, disabilityGrade: 1 });
    expect(compared.map(({ outcome }) => outcome.ok && String(outcome.value.amount))).toEqual([
      "70000.00",
      "50000.00",
      "20000.00",
    ]);
    const contract = amend(toy.policy, { terms: { accident: { death: "30000" } } });
    expect(toy.accidentBenefit({ death: true }, { policy: contract }).lines[0]?.amended).toBe(true);
    const wrong = toy.assessClaim.safe({ cover: "医疗", facts: {} });
    expect(wrong.ok || wrong.error.issues[0]?.meant).toBe("care");
  });
});

describe("the programmes that there are", () => {
  it("are listed once: the catalogue has every rule that they export, by its id", async () => {
    const { catalogue, ...root } = await import("huimin-rules");
    const listed = Object.values(catalogue);
    expect(Object.keys(catalogue)).toEqual(listed.map(({ id }) => id));
    expect(catalogue["core.insuranceLawDeadlines"]).toBe(root.insuranceLawDeadlines);
    expect(catalogue["chongqing.majorIllnessBenefit"]).toBe(root.chongqing.majorIllnessBenefit);
    expect("toString" in catalogue).toBe(false);
    const modules = Object.values(root).filter((part) => typeof part === "object" && "policy" in part);
    expect(modules).toHaveLength(4);
    const exported = modules.flatMap((part) => Object.values(part as Record<string, unknown>).filter(isRule));
    expect(listed).toHaveLength(exported.length + 1);
    expect(listed).toEqual(expect.arrayContaining(exported));
    expect(Object.values<unknown>(root.chongqing).filter(isRule).length).toBeGreaterThanOrEqual(14);
  });

  it("have a title, a clause, and a schema whose fields are all named, for each rule", async () => {
    const { catalogue } = await import("huimin-rules");
    const unnamed: string[] = [];
    const walk = (node: z.core.JSONSchema.BaseSchema, path: string) => {
      for (const [name, field] of Object.entries(node.properties ?? {})) {
        if (typeof field === "boolean") continue;
        if (field.description === undefined) unnamed.push(`${path}.${name}`);
        walk(field, `${path}.${name}`);
      }
      for (const part of [...(node.oneOf ?? []), ...(node.anyOf ?? [])])
        if (typeof part !== "boolean") walk(part, path);
      if (typeof node.items === "object" && !Array.isArray(node.items)) walk(node.items, `${path}[]`);
    };
    for (const rule of Object.values(catalogue)) {
      expect(rule.title.zh).toMatch(/\p{Script=Han}/u);
      expect(rule.title.en).toMatch(/[a-z]/);
      expect(rule.clause.document).not.toBe("");
      walk(z.toJSONSchema(rule.input, { io: "input" }), rule.id);
    }
    expect(unnamed).toEqual([]);
  });

  it("return or throw a PolicyInputError, whatever the input", async () => {
    const [{ catalogue, PolicyInputError }, { default: fc }] = await Promise.all([
      import("huimin-rules"),
      import("fast-check"),
    ]);
    const inputs = fc.anything({ withNullPrototype: true, withDate: true, withMap: true });
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(catalogue)), inputs, (rule, input) => {
        const outcome = rule.safe(input);
        expect(outcome.ok || outcome.error instanceof PolicyInputError).toBe(true);
      }),
    );
  });
});
