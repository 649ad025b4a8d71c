import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 as Ajv, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { agreementFrom, amend, catalogue, chongqing, receiptOf, yuan, type AnyRule, type Outcome } from "huimin-rules";
import manifest from "../../package.json" with { type: "json" };
import { decide } from "../../src/cli/decide.js";
import { answerLine } from "../../src/cli/print.js";
import { schemaFiles } from "../../src/cli/schemas.js";
import { verdictOn } from "../../src/cli/verdict.js";
import type { Json } from "../../src/cli/shapes.js";

interface Case {
  rule: string;
  input: unknown;
  readings?: Record<string, string>;
}

const folder = new URL("../vectors/", import.meta.url);
const vectorFiles = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Case[]] as const);

/** Where the worked cases leave a rule, or a field of its result, without one. */
const further: readonly Case[] = [
  {
    rule: "lishui.contractTerms",
    input: {
      benefit: { schedule: [{ upTo: "10000", rate: "0.6" }, { rate: "0.5" }], deductible: "1000", limit: "80000" },
      settlement: { corridor: { profitLimit: "0.05", lossLimit: "0.05" } },
    },
  },
  {
    rule: "luozhuang.settle",
    input: { insuranceLines: [{ line: "accident", premium: "0", claims: "10" }], broughtForward: "4" },
  },
  {
    rule: "chongqing.enrolPerson",
    input: {
      month: "2021-03",
      id: "A1",
      categories: ["orphan"],
      insuredByPovertyCover: false,
      enrolledUnderAnotherCategory: false,
      area: "渝北区",
      enrolled: true,
      leaving: true,
    },
  },
  { rule: "zhumadian.checkTargets", input: { trainingsByQuarter: [1, null] } },
];
const cases = [...vectorFiles.flatMap(([, vectors]) => vectors), ...further];

const files = schemaFiles() as Readonly<Record<string, Json>>;
function newAjv(): Ajv {
  // Quick to compile, since a schema is used a few times only.
  const ajv = new Ajv({ strict: true, strictTypes: false, inlineRefs: false, code: { optimize: false } });
  addFormats(ajv);
  return ajv;
}

const moved = (schema: unknown, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll(`"$ref":"${from}`, `"$ref":"${to}`));

/** What has a name is compiled once for all files, which a test below shows to mean the same by it. */
const ajv = newAjv();
const definitionsOf = ({ $defs = {} }: Json) => $defs as Json;
const definitions: Json = Object.fromEntries(
  Object.values(files).flatMap((schema) => Object.entries(definitionsOf(schema))),
);
ajv.addSchema({ $defs: definitions }, "shared.json");
for (const [name, { $defs, ...schema }] of Object.entries(files)) {
  if (name !== "openapi.json") ajv.addSchema(moved(schema, "#/", "shared.json#/") as object, name);
}

const validator = (name: string) => ajv.getSchema(name) as ValidateFunction;
const errorsOf = (validate: ValidateFunction, value: unknown) => (validate(value) ? null : validate.errors);
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const apply = ({ rule, input, readings }: Case): Outcome<unknown> =>
  (catalogue[rule] as AnyRule).safe(input, readings && { readings });
const successes = cases.flatMap((each) => {
  const outcome = apply(each);
  return outcome.ok ? [{ ...each, value: json(outcome.value) }] : [];
});

/** The value with one more field in each of its objects, one at a time; readings are open, since each programme has its own. */
function withForeignField(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    key === "readings"
      ? []
      : withForeignField(part).map((changed) =>
          Array.isArray(value)
            ? value.map((each: unknown, index) => (String(index) === key ? changed : each))
            : { ...value, [key]: changed },
        ),
  );
  return Array.isArray(value) ? inner : [{ ...value, foreign: "x" }, ...inner];
}

describe("the schemas of the rules", () => {
  it.each(Object.keys(catalogue))("%s: what the rule takes and gives is what they say", (rule) => {
    const own = successes.filter((each) => each.rule === rule);
    expect(own.length).toBeGreaterThan(0);
    for (const { input, value } of own) {
      expect([input, errorsOf(validator(`${rule}.input.json`), input)]).toEqual([input, null]);
      expect([input, errorsOf(validator(`${rule}.result.json`), value)]).toEqual([input, null]);
    }
  });

  it.each(Object.keys(catalogue))(
    "%s: a result with a field that they do not know is refused, however deep it stands",
    (rule) => {
      const { value } = successes.find((each) => each.rule === rule) as (typeof successes)[number];
      const validate = validator(`${rule}.result.json`);
      for (const changed of withForeignField(value)) expect([validate(changed), changed]).toEqual([false, changed]);
    },
  );

  it("each file stands alone: a name in it leads to a definition of its own, which is the same in all files", () => {
    for (const [name, schema] of Object.entries(files)) {
      if (name === "openapi.json") continue;
      const own = definitionsOf(schema);
      for (const [each, definition] of Object.entries(own))
        expect([each, definitions[each]]).toEqual([each, definition]);
      const named = [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
      expect(new Set(named)).toEqual(new Set(Object.keys(own).map((each) => `#/$defs/${each}`)));
    }
    const shared = [
      "Text",
      "Clause",
      "Money",
      "Rate",
      "Line",
      "Benefit",
      "Check",
      "Eligibility",
      "Deadline",
      "Assessment",
    ];
    expect(Object.keys(definitions)).toEqual(expect.arrayContaining(shared));
  });

  it("a line that rests on an amended term is known", () => {
    const policy = amend(chongqing.policy, { terms: { majorIllness: { annualLimit: yuan(200_000) } } });
    const value = json(chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "1000000" }, { policy }));
    expect(JSON.stringify(value)).toContain('"amended":true');
    expect(errorsOf(validator("chongqing.majorIllnessBenefit.result.json"), value)).toBeNull();
  });

  it("an input that they refuse, the rule refuses", () => {
    for (const { rule, input } of cases) {
      if (!validator(`${rule}.input.json`)(input))
        expect([rule, input, apply({ rule, input }).ok]).toEqual([rule, input, false]);
    }
    const bad = [
      {},
      { outOfCatalogueToDate: "1,000" },
      { outOfCatalogueToDate: "1", x: 1 },
      { outOfCatalogueToDate: null },
    ];
    for (const input of bad) expect(validator("chongqing.majorIllnessBenefit.input.json")(input)).toBe(false);
  });
});

describe("amounts and rates in the schemas", () => {
  it.each([
    ["9999999999999.99", "1", true],
    ["0009999999999999.9", "01.0", true],
    ["10000000000000", "1", false],
    ["1.001", "1", false],
    ["1.", "1", false],
    ["1", "0.123456789012345", true],
    ["1", "0.1234567890123456", false],
    ["1", "1.000000000000001", false],
    ["1", "2", false],
    [9999999999999.99, 1, true],
    [10000000000000, 1, false],
    [1, 1.01, false],
  ])("an amount of %s with a rate of %s: %s, as the rule has it", (premium, profitLimit, good) => {
    const input = { premium, claims: "0", corridor: { profitLimit, lossLimit: "0" } };
    const both = [apply({ rule: "lishui.settle", input }).ok, validator("lishui.settle.input.json")(input)];
    expect(both).toEqual([good, good]);
  });
});

describe("the worked cases", () => {
  it.each(vectorFiles)("%s is what the schema says", (_, vectors) => {
    expect(errorsOf(validator("vectors.json"), vectors)).toBeNull();
  });

  it("the schema refuses a case that expects nothing, or both, and an unknown rule", () => {
    const known = { rule: "chongqing.premium", name: "x", input: {} };
    const validate = validator("vectors.json");
    expect(validate([{ ...known, throws: true }])).toBe(true);
    for (const bad of [
      known,
      { ...known, throws: true, expect: {} },
      { ...known, rule: "chongqing.x", throws: true },
    ]) {
      expect(validate([bad])).toBe(false);
    }
  });
});

describe("the messages of huimin run", () => {
  it("records and answers are what the schemas say", () => {
    const records = cases.map(({ rule, input, readings }, id) => ({ id, rule, input, ...(readings && { readings }) }));
    for (const record of records) expect([record, errorsOf(validator("record.json"), record)]).toEqual([record, null]);
    const lines = [...records.map((record) => JSON.stringify(record)), "oops", '{"rule":"x","id":"A"}'];
    const answers = lines.map((line, index) => JSON.parse(answerLine(decide(line), index + 1)) as unknown);
    for (const answer of answers) expect([answer, errorsOf(validator("answer.json"), answer)]).toEqual([answer, null]);
  });
});

describe("what runs under an agreement and is kept", () => {
  const agreement = agreementFrom({
    id: "2021-a",
    title: { zh: "示例合同", en: "Example agreement" },
    programme: "chongqing",
    document: "渝民〔2020〕238号",
    terms: { majorIllness: { annualLimit: "200000" } },
  });
  const record = {
    rule: "chongqing.majorIllnessBenefit",
    input: { outOfCatalogueToDate: "1000000" },
    agreement: "2021-a",
  };
  const decided = decide(JSON.stringify(record), { agreements: [agreement], receipts: true });
  const answer = JSON.parse(answerLine(decided, 1)) as { value: unknown; receipt: Json };
  const check = (name: string, value: unknown) => errorsOf(validator(name), value);

  it("records, answers, receipts and verdicts are what the schemas say", () => {
    expect(check("record.json", record)).toBeNull();
    expect(check("record.json", { ...record, agreement: null })).toBeNull();
    expect(check("answer.json", answer)).toBeNull();
    expect(check("receipt.json", answer.receipt)).toBeNull();
    expect(check("chongqing.majorIllnessBenefit.result.json", answer.receipt["result"])).toBeNull();
    for (const line of [answer, answer.receipt, { ok: true, id: 7, receipt: 7 }, "oops"]) {
      expect(check("verdict.json", json(verdictOn(JSON.stringify(line), [agreement])))).toBeNull();
    }
  });

  it("others are told from them", () => {
    const { digest, ...rest } = answer.receipt;
    expect([check("receipt.json", rest), check("receipt.json", { ...rest, digest: "x" })]).not.toContain(null);
    expect(check("record.json", { ...record, agreement: 7 })).not.toBeNull();
    expect(check("answer.json", { ok: true, value: {}, receipt: { digest } })).not.toBeNull();
    expect(check("verdict.json", { verdict: "good", of: [], text: { zh: "", en: "" } })).not.toBeNull();
  });
});

describe("the OpenAPI document", () => {
  const document = files["openapi.json"] as {
    openapi: string;
    info: { version: string };
    paths: Record<string, { post: { operationId: string; requestBody: unknown; responses: Record<string, unknown> } }>;
    components: { schemas: Record<string, unknown> };
  };
  const bodyOf = (message: unknown) =>
    (message as { content: { "application/json": { schema: Json } } }).content["application/json"].schema;
  const inDocument = newAjv();
  inDocument.addVocabulary(["openapi", "info", "tags", "security", "paths", "components"]);
  inDocument.addSchema(document, "openapi.json");
  const compiled = (body: unknown) => inDocument.compile(moved(bodyOf(body), "#/", "openapi.json#/") as object);
  const componentAt = (body: unknown, property: string) => {
    const { properties } = bodyOf(body) as { properties: Record<string, { $ref: string }> };
    return document.components.schemas[
      (properties[property] as { $ref: string }).$ref.replace("#/components/schemas/", "")
    ];
  };

  it("every rule is one operation, with a name of its own", () => {
    expect(document).toMatchObject({ openapi: "3.1.0", info: { version: manifest.version } });
    expect(Object.keys(document.paths)).toEqual(Object.keys(catalogue).map((id) => `/rules/${id}`));
    const names = Object.values(document.paths).map(({ post }) => post.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z]+$/);
  });

  it("its schemas name no dialect within: OpenAPI 3.1 allows that at their root only", () => {
    expect(JSON.stringify(document)).not.toContain('"$schema"');
  });

  it("every reference leads somewhere", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((reference) => !known.includes(reference as string))).toEqual([]);
  });

  it.each(Object.keys(catalogue))("%s: its messages hold the rule's own schemas", (rule) => {
    const { requestBody, responses } = (document.paths[`/rules/${rule}`] as (typeof document.paths)[string]).post;
    for (const [body, property, file] of [
      [requestBody, "input", `${rule}.input.json`],
      [responses["200"], "value", `${rule}.result.json`],
    ] as const) {
      const { $schema, $defs = {}, ...schema } = files[file] as Json;
      expect($schema).toBe("https://json-schema.org/draft/2020-12/schema");
      expect(componentAt(body, property)).toEqual(moved(schema, "#/$defs/", "#/components/schemas/"));
      expect(document.components.schemas).toMatchObject(moved($defs, "#/$defs/", "#/components/schemas/") as object);
    }
  });

  it("requests and responses are told from others", () => {
    const { requestBody, responses } = (
      document.paths["/rules/chongqing.accidentBenefit"] as (typeof document.paths)[string]
    ).post;
    const [request, response, failure] = [requestBody, responses["200"], responses["422"]].map(compiled) as [
      ValidateFunction,
      ValidateFunction,
      ValidateFunction,
    ];
    const input = { death: true, disabilityGrade: 10 };
    const value = json(chongqing.accidentBenefit(input));
    expect(errorsOf(request, { id: 1, input, readings: { deathAfterDisability: "higher" } })).toBeNull();
    expect(errorsOf(response, { id: 1, ok: true, value })).toBeNull();
    const kept = receiptOf(chongqing.accidentBenefit, input);
    expect(errorsOf(request, { input, agreement: "2021-a" })).toBeNull();
    expect(errorsOf(response, { ok: true, value, receipt: json(kept) })).toBeNull();
    expect([request({ input, agreement: 1 }), response({ ok: true, value, receipt: {} })]).toEqual([false, false]);
    expect(request({ input, readings: { deathAfterDisability: "most" } })).toBe(false);
    expect(request({ input: { ...input, foreign: 1 } })).toBe(false);
    expect(response({ ok: true, value: {} })).toBe(false);
    const error = { line: 1, name: "PolicyInputError", code: "INVALID_INPUT", issues: [] };
    expect([failure({ ok: false, error }), failure({ ok: true, value })]).toEqual([true, false]);
  });
});
