import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 as Ajv, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { catalogue, PolicyInputError, type AnyRule, type Issue } from "huimin-rules";
import { agreementFrom } from "huimin-rules/core";
import { policies } from "../../src/catalogue.js";
import { agreementSchema } from "../../src/core/agreement-schema.js";
import { money } from "../../src/core/fields.js";
import { citing, definePolicy, type AnyPolicy, type Provision } from "../../src/core/policy.js";
import { schemaFiles } from "../../src/cli/schemas.js";
import { policy as toy } from "../core/toy.js";

type Json = Readonly<Record<string, unknown>>;

const all = [...policies, toy];
const policyOf = (id: string) => all.find((policy) => policy.id === id) as AnyPolicy;

const schemas = new Map(all.map((policy) => [policy.id, agreementSchema(policy)]));
const schemaOf = (policy: AnyPolicy) => schemas.get(policy.id) as Json;
const validators = new Map<string, ValidateFunction>();
function compiled(schema: Json): ValidateFunction {
  const ajv = new Ajv({ strict: true, strictTypes: false, inlineRefs: false, code: { optimize: false } });
  addFormats(ajv);
  return ajv.compile(schema);
}
function validatorOf(policy: AnyPolicy): ValidateFunction {
  const made = validators.get(policy.id) ?? compiled(schemaOf(policy));
  validators.set(policy.id, made);
  return made;
}

const bare = (policy: AnyPolicy) => ({
  id: "a",
  title: { zh: "示例", en: "Example" },
  programme: policy.id,
  document: policy.document.number,
});

/** What is wrong with a contract, for `agreementFrom`. */
function issuesOf(json: unknown): readonly Issue[] {
  try {
    agreementFrom(json, all);
    return [];
  } catch (error) {
    if (error instanceof PolicyInputError) return error.issues;
    throw error;
  }
}

/** Whether the schema takes a contract of the programme, and whether `agreementFrom` does. */
const taken = (policy: AnyPolicy, more: Json) => {
  const json = { ...bare(policy), ...more };
  return [validatorOf(policy)(json), issuesOf(json).length === 0];
};

const isTerm = (term: object): term is Provision<unknown> => "clause" in term && "value" in term;

/** Every term with its path. */
const termsOf = (terms: object, path: readonly string[] = []): [path: readonly string[], term: Provision<unknown>][] =>
  Object.entries(terms as Record<string, object>).flatMap(([name, term]) =>
    isTerm(term) ? [[[...path, name], term] as const] : termsOf(term, [...path, name]),
  );

const at = (path: readonly string[], value: unknown): Json => ({
  terms: path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value),
});

/** The schema at a term. */
const schemaAt = (policy: AnyPolicy, path: readonly string[]): Json =>
  path.reduce<Json>(
    (schema, name) => (schema["properties"] as Record<string, Json>)[name] as Json,
    (schemaOf(policy)["properties"] as Record<string, Json>)["terms"] as Json,
  );

const files = schemaFiles() as Readonly<Record<string, Json>>;
const folder = new URL("../../examples/agreements/", import.meta.url);
const examples = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Json] as const,
);

describe("the JSON Schema of an agreement", () => {
  it("the build writes one for each programme", () => {
    const written = Object.keys(files).filter((name) => name.endsWith(".agreement.json"));
    expect(written).toEqual(policies.map(({ id }) => `${id}.agreement.json`));
    for (const policy of policies) expect(files[`${policy.id}.agreement.json`]).toEqual(schemaOf(policy));
  });

  it("a term has its name, its clause, its present value and what the document allows", () => {
    const { title, description, default: now } = schemaAt(toy, ["accident", "death"]);
    expect([title, description, now]).toEqual([
      "意外身故金 / Accidental death",
      "试办〔2020〕1号 三(二)：现为 20000.00，不得低于 20000.00 / now 20000.00, not below 20000.00",
      "20000.00",
    ]);
    expect(schemaAt(toy, ["accident", "limit"])["description"]).toBe(
      "试办〔2020〕1号 三(二)1：现为 60000.00，不得高于 60000.00 / now 60000.00, not above 60000.00",
    );
    expect(schemaAt(toy, ["care", "tiers"])["default"]).toEqual([
      { upTo: "1000.00", rate: "0.5" },
      { upTo: "5000.00", rate: "0.6" },
      { rate: "0.7" },
    ]);
    expect(schemaAt(toy, ["insured", "waitingDays"])).toMatchObject({ title: "参保满 10 日 / Insured for 10 days" });
  });

  it.each(all)(
    "$id: every term says where it stands; every value of today may be written again and changes nothing",
    (policy) => {
      const plain = agreementFrom(bare(policy), all).digest;
      const terms = termsOf(policy.terms);
      expect(terms.length).toBeGreaterThan(10);
      for (const [path, { clause, label, blank }] of terms) {
        const schema = schemaAt(policy, path);
        expect(schema["title"]).toBe(`${label.zh} / ${label.en}`);
        expect(schema["description"]).toMatch(/^\S.* \S+：.+ \/ .+$/);
        expect(schema["description"]).toContain(`${clause.document} ${clause.path}：`);
        expect("default" in schema).toBe(blank === undefined);
        if (blank !== undefined) continue;
        const more = at(path, schema["default"]);
        expect([path, ...taken(policy, more)]).toEqual([path, true, true]);
        expect(agreementFrom({ ...bare(policy), ...more }, all).digest).toBe(plain);
      }
    },
  );

  it.each(all)(
    "$id: what it refuses at a term, agreementFrom refuses there too, and the reverse for the kind of a value",
    (policy) => {
      const wrong = [
        null,
        "x",
        "",
        -1,
        "-1",
        1.5,
        "1,000",
        true,
        [],
        ["x"],
        {},
        "2021-02-30",
        [{ rate: "2" }],
        [{ x: 1 }],
      ];
      let refused = 0;
      for (const [path] of termsOf(policy.terms)) {
        for (const value of wrong) {
          const [bySchema, byUs] = taken(policy, at(path, value));
          if (!bySchema) refused += 1;
          const issues = issuesOf({ ...bare(policy), ...at(path, value) });
          // What no schema of one term can say: terms against each other, and a floor or ceiling of a value written as text.
          const ofKind = issues.some(({ code }) => !["CONFLICT", "BELOW_FLOOR", "ABOVE_CEILING"].includes(code));
          expect([path, value, !bySchema && byUs, bySchema && ofKind]).toEqual([path, value, false, false]);
          if (!bySchema) expect(issues[0]?.path.slice(0, path.length + 1)).toEqual(["terms", ...path]);
        }
      }
      expect(refused).toBeGreaterThan(termsOf(policy.terms).length * 9);
    },
  );

  it.each<[string, Json, boolean, boolean]>([
    ["an amount as text at its floor", at(["accident", "death"], "20000"), true, true],
    ["an amount as a number below its floor", at(["accident", "death"], 19999.99), false, false],
    ["the same as text, which only agreementFrom sees", at(["accident", "death"], "19999.99"), true, false],
    ["a number above the ceiling", at(["accident", "limit"], 60000.01), false, false],
    ["a number at the ceiling", at(["accident", "limit"], 60000), true, true],
    ["a rate above 1 where the document has none", at(["settlement", "share"], "1.2"), false, false],
    ["a rate above 1 where the document has one", at(["settlement", "sharedTo"], "1.5"), true, true],
    ["the same as a number", at(["settlement", "sharedTo"], 1.5), true, true],
    ["a word of the list", at(["care", "places"], ["county"]), true, true],
    ["a word that is none of the list", at(["care", "places"], ["moon"]), false, false],
    ["a term that there is not", at(["care", "limits"], "1"), false, false],
    ["a group that there is not", at(["cares"], {}), false, false],
    ["a requirement waived", at(["care", "inpatient"], false), true, true],
    [
      "tiers that do not ascend, which only agreementFrom sees",
      at(
        ["care", "tiers"],
        [
          { upTo: 2, rate: 0 },
          { upTo: 1, rate: 0 },
        ],
      ),
      true,
      false,
    ],
    [
      "terms that contradict each other, which only agreementFrom sees",
      at(["insured", "to"], "2019-01-01"),
      true,
      false,
    ],
    ["a reading", { readings: { outpatient: "granted" } }, true, true],
    ["a choice that there is not", { readings: { outpatient: "x" } }, false, false],
    ["a reading that there is not", { readings: { x: "y" } }, false, false],
    ["readings that are null", { readings: null }, false, false],
    ["terms that are null", { terms: null }, false, false],
    ["holidays that are null", { holidays: null }, false, false],
    ["no new holidays", { holidays: [] }, true, true],
    ["a notice without its days", { holidays: [{ year: 2027 }] }, false, false],
    [
      "the address of the schema",
      { $schema: "./node_modules/huimin-rules/dist/schemas/toy.agreement.json" },
      true,
      true,
    ],
    ["an empty id", { id: "" }, false, false],
    ["a title in one language", { title: { zh: "示例" } }, false, false],
    ["a title as text", { title: "示例" }, false, false],
    ["another programme's document", { document: "试办〔2020〕2号" }, false, false],
    ["another programme", { programme: "chongqing" }, false, false],
    ["a day that is none", { validFrom: "2020-02-30" }, false, false],
    ["a field that there is not", { validUntil: "2020-12-31" }, false, false],
    [
      "a last day before the first, which only agreementFrom sees",
      { validFrom: "2020-02-02", validTo: "2020-02-01" },
      true,
      false,
    ],
  ])("%s", (_, more, bySchema, byUs) => {
    expect(taken(toy, more)).toEqual([bySchema, byUs]);
  });

  it.each(["id", "title", "programme", "document"])("without %s neither takes it", (name) => {
    const { [name as "id"]: _, ...rest } = bare(toy);
    expect([validatorOf(toy)(rest), issuesOf(rest).map(({ path, code }) => [path.join("."), code])]).toEqual([
      false,
      [[name, "MISSING"]],
    ]);
  });

  it("what the document leaves to the contract has no present value; it is filled with a value of its kind", () => {
    const { blank } = citing(toy.document.number);
    const terms = { ...toy.terms, open: { amount: blank("六", money("合同约定的数额", "Amount agreed on")) } };
    const policy = definePolicy({ ...toy, check: () => undefined, terms });
    const schema = agreementSchema(policy);
    const own = (schema["properties"] as Record<string, Json>)["terms"] as Json;
    const { amount } = ((own["properties"] as Record<string, Json>)["open"] as Json)["properties"] as Record<
      string,
      Json
    >;
    expect([amount?.["title"], amount?.["description"], "default" in (amount ?? {})]).toEqual([
      "合同约定的数额 / Amount agreed on",
      "试办〔2020〕1号 六：文件留给合同填写 / left to the contract",
      false,
    ]);
    const validate = compiled(schema);
    const filled = (value: unknown) => ({ ...bare(toy), ...at(["open", "amount"], value) });
    expect([filled("5000"), filled(null), filled("x")].map((json) => validate(json))).toEqual([true, false, false]);
    const agreement = agreementFrom(filled("5000"), [policy]);
    expect(agreement.policy.terms.open.amount.value?.toString()).toBe("5000.00");
    for (const value of [null, "x"]) expect(() => agreementFrom(filled(value), [policy])).toThrow(PolicyInputError);
  });

  it("a reading's choices stand there in words", () => {
    const readings = (schemaOf(toy)["properties"] as Record<string, Json>)["readings"] as Json;
    expect((readings["properties"] as Json)["outpatient"]).toMatchObject({
      title: expect.stringMatching(/.+ \/ .+/) as string,
      description: expect.stringMatching(/^试办〔2020〕1号 \S+：默认 \w+ \/ \w+ by default$/) as string,
      oneOf: Object.entries(toy.readings.outpatient.choices).map(([choice, { zh, en }]) => ({
        const: choice,
        title: `${zh} / ${en}`,
      })),
    });
  });
});

describe("examples/agreements", () => {
  it("there is one for each programme, marked as an example in both languages, naming its schema", () => {
    expect(examples.map(([name]) => name).sort()).toEqual(policies.map(({ id }) => `${id}.json`).sort());
    for (const [name, example] of examples) {
      expect(example).toMatchObject({
        $schema: `../../dist/schemas/${name.replace(".json", ".agreement.json")}`,
        title: { zh: expect.stringContaining("示例") as string, en: expect.stringContaining("xample") as string },
      });
    }
  });

  it.each(examples)("%s: the schema and agreementFrom take it, and it changes what decides", (_, example) => {
    const policy = policyOf(example["programme"] as string);
    const validate = validatorOf(policy);
    expect([validate(example), validate.errors]).toEqual([true, null]);
    expect(agreementFrom(example, policies).digest).not.toBe(agreementFrom(bare(policy), policies).digest);
  });

  it.each<[string, object, object]>([
    ["chongqing.majorIllnessBenefit", { outOfCatalogueToDate: "58000" }, { amount: "16600.00" }],
    ["chongqing.majorIllnessBenefit", { outOfCatalogueToDate: "1000000" }, { amount: "200000.00" }],
    ["luozhuang.accidentBenefit", { death: true }, { amount: "40000.00" }],
    ["lishui.supplementaryMedicalBenefit", { selfPaidToDate: "60000" }, { amount: "29800.00" }],
    ["lishui.supplementaryMedicalBenefit", { selfPaidToDate: "300000" }, { amount: "80000.00" }],
    ["lishui.settle", { premium: "1000000", claims: "800000" }, { refund: "150000.00" }],
    ["zhumadian.goodSamaritanBenefit", { death: true }, { amount: "250000.00" }],
    [
      "zhumadian.claimDeadlines",
      { amount: "5000", documentsCompleteOn: "2026-12-31" },
      { deadlines: [{ action: "pay", dueOn: "2027-01-05" }] },
    ],
  ])("%s under it: %o gives %o", (id, input, result) => {
    const rule = catalogue[id] as AnyRule;
    const example = examples.find(([, json]) => json["programme"] === rule.policy.id)?.[1];
    const outcome = rule.safe(input, { agreement: agreementFrom(example, policies) });
    expect(JSON.parse(JSON.stringify(outcome))).toMatchObject({ ok: true, value: result });
  });
});
