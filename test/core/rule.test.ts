import vm from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  catalogue,
  chinaHolidayNotices,
  chinaWorkCalendar,
  chongqing,
  compareReadings,
  isRule,
  type Issue,
  Money,
  PolicyInputError,
  Rate,
  tenGradeScale,
  type Text,
  yuan,
} from "huimin-rules";
import { law } from "../law.js";

const { accidentBenefit, assessClaim, checkEligibility, majorIllnessBenefit, settle, policy } = chongqing;

const issuesOf = (outcome: ReturnType<typeof majorIllnessBenefit.safe>): readonly Issue[] => {
  if (outcome.ok) throw new Error("was not refused");
  return outcome.error.issues;
};

describe("a rule", () => {
  it("is called, safely or bare, with the same result", () => {
    const input = { outOfCatalogueToDate: "58000" };
    const value = majorIllnessBenefit(input);
    expect(majorIllnessBenefit.safe(input)).toEqual({ ok: true, value });
    expect(majorIllnessBenefit.evaluate(majorIllnessBenefit.input.parse(input))).toEqual(value);
    expect(value).not.toBe(majorIllnessBenefit(input));
  });

  it("describes itself", () => {
    const { id, title, clause, readings } = majorIllnessBenefit;
    expect({ id, title, clause, readings }).toEqual({
      id: "chongqing.majorIllnessBenefit",
      title: { zh: "大病补充", en: "Major-illness supplement" },
      clause: { document: "渝民〔2020〕238号", path: "三(二)" },
      readings: {},
    });
    expect(Object.keys(accidentBenefit.readings)).toEqual(["deathAfterDisability"]);
  });

  it("takes Money, text and numbers alike", () => {
    const amounts = [yuan("58000.5"), "58000.5", "58000.50", 58000.5].map((outOfCatalogueToDate) =>
      majorIllnessBenefit({ outOfCatalogueToDate }).amount.toString(),
    );
    expect(new Set(amounts)).toEqual(new Set(["16250.18"])); // 14500 + 5000.5 × 35 % = 16250.175
  });

  it("serialises completely, money and rates as plain decimals", () => {
    expect(JSON.parse(JSON.stringify(majorIllnessBenefit({ outOfCatalogueToDate: "3000.02" })))).toEqual({
      amount: "0.01",
      lines: [
        expect.objectContaining({ operation: "deduct", amount: "0.02", operands: ["3000.02", "3000.00"] }),
        expect.objectContaining({ operation: "tiers", amount: "0.01", operands: [["0.02", "0.25"]] }),
        expect.objectContaining({ operation: "cap", amount: "0.01", operands: ["0.01", "150000.00", "0.00"] }),
        expect.objectContaining({ operation: "benefit", amount: "0.01", operands: [["0.01"], "0.00"] }),
      ],
      readings: {},
    });
  });

  it("refuses money and rates that were forged", () => {
    const money = (fen: number) => ({ fen, [Symbol.for("huimin-rules.Money")]: true });
    const outcome = settle.safe({ insurers: [{ premium: money(0.5), claims: "x" }] });
    expect(outcome.ok || outcome.error.issues.map(({ path }) => path.join("."))).toEqual([
      "insurers.0.premium",
      "insurers.0.claims",
    ]);
    expect(majorIllnessBenefit.safe({ outOfCatalogueToDate: money(1_000_000_000_000_000) }).ok).toBe(false);
    const rate = (text: string) => ({ toString: () => text, [Symbol.for("huimin-rules.Rate")]: true });
    expect(accidentBenefit.safe({ disabilityRate: rate("-0.5") }).ok).toBe(false);
    expect(accidentBenefit({ disabilityRate: rate("0.5") as unknown as Rate }).amount.toString()).toBe("15000.00");
  });

  it("takes money from another copy of the library", () => {
    const foreign = Object.create(Object.getPrototypeOf(yuan(1)) as object, { fen: { value: 5800000 } }) as Money;
    expect(majorIllnessBenefit({ outOfCatalogueToDate: foreign }).amount.toString()).toBe("16250.00");
    const branded = { fen: 5800000, [Symbol.for("huimin-rules.Money")]: true } as unknown as Money;
    expect(majorIllnessBenefit({ outOfCatalogueToDate: branded }).amount.toString()).toBe("16250.00");
  });
});

describe("bad input", () => {
  it("is one error that lists every problem with its path, in both languages", () => {
    const outcome = assessClaim.safe({
      cover: "majorIllness",
      facts: { enrolledFrom: "2020-11-31", occuredOn: "2021-03-02", inpatient: "yes" },
      loss: { outOfCatalogueToDate: 0.1 + 0.2, paidToDate: "-1" },
    });
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.error).toBeInstanceOf(PolicyInputError);
    expect(outcome.error.issues.map(({ path, code }) => [path.join("."), code])).toEqual([
      ["facts.enrolledFrom", "INVALID_DAY"],
      ["facts.inpatient", "WRONG_TYPE"],
      ["facts.occuredOn", "UNKNOWN_FIELD"],
      ["loss.outOfCatalogueToDate", "INVALID_AMOUNT"],
      ["loss.paidToDate", "INVALID_AMOUNT"],
    ]);
    for (const { path, message } of outcome.error.issues) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/[a-z]{3}/);
      expect(outcome.error.message).toContain(`${path.join(".")}: ${message.zh} / ${message.en}`);
    }
    expect(JSON.parse(JSON.stringify(outcome.error))).toEqual({
      name: "PolicyInputError",
      code: "INVALID_INPUT",
      issues: outcome.error.issues,
    });
  });

  it.each([[undefined], [null], [7], ["58000"], [[]], [() => 1], [new Map()], [new Date(0)]])(
    "%j is no input",
    (input) => {
      expect(issuesOf(majorIllnessBenefit.safe(input)).length).toBeGreaterThan(0);
    },
  );

  it("a missing field is missing, null is no amount", () => {
    expect(issuesOf(majorIllnessBenefit.safe({}))).toMatchObject([{ path: ["outOfCatalogueToDate"], code: "MISSING" }]);
    expect(issuesOf(majorIllnessBenefit.safe({ outOfCatalogueToDate: null }))).toMatchObject([
      { code: "INVALID_AMOUNT" },
    ]);
    expect(issuesOf(majorIllnessBenefit.safe({ outOfCatalogueToDate: 1, paidToDate: null }))).toMatchObject([
      { path: ["paidToDate"], code: "INVALID_AMOUNT" },
    ]);
  });

  it("keys like __proto__ and constructor are unknown fields and pollute nothing", () => {
    const hostile = JSON.parse(
      '{"outOfCatalogueToDate":"1","__proto__":{"x":1},"constructor":1,"toString":2}',
    ) as object;
    expect(issuesOf(majorIllnessBenefit.safe(hostile)).map(({ path }) => path)).toEqual([
      ["__proto__"],
      ["constructor"],
      ["toString"],
    ]);
    const nested = JSON.parse('{"cover":"illnessDeath","facts":{"__proto__":{"diedOfIllness":true}}}') as object;
    expect(assessClaim.safe(nested)).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["facts", "__proto__"] }] },
    });
    expect(checkEligibility.safe({ cover: "__proto__" }).ok).toBe(false);
    expect(checkEligibility.safe({ cover: "constructor" }).ok).toBe(false);
  });

  it("inherited fields are not read", () => {
    expect(majorIllnessBenefit.safe(Object.create({ outOfCatalogueToDate: "58000" })).ok).toBe(false);
    const facts = Object.create({ diedOfIllness: true }) as object;
    expect(assessClaim.safe({ cover: "illnessDeath", facts })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["facts"], code: "WRONG_TYPE" }] },
    });
    expect(settle.safe({ insurers: [Object.create({ premium: 1, claims: 1 })] })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["insurers", 0], code: "WRONG_TYPE" }] },
    });
  });

  it("plain objects without a prototype, or of another realm, are read", () => {
    const bare = Object.assign(Object.create(null) as object, { outOfCatalogueToDate: "58000" });
    expect(majorIllnessBenefit.safe(bare).ok).toBe(true);
    expect(majorIllnessBenefit.safe(vm.runInNewContext('({ outOfCatalogueToDate: "58000" })')).ok).toBe(true);
  });

  it("a getter or proxy that throws is unreadable, not a crash", () => {
    const getter = {
      get outOfCatalogueToDate(): string {
        throw new TypeError("boom");
      },
    };
    const proxy = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new TypeError("boom");
        },
      },
    );
    expect(issuesOf(majorIllnessBenefit.safe(getter))).toMatchObject([{ code: "UNREADABLE" }]);
    expect(majorIllnessBenefit.safe(proxy).ok).toBe(false);
  });

  it("cyclic and huge inputs are refused, shortly", () => {
    const cyclic: Record<string, unknown> = { outOfCatalogueToDate: "1" };
    cyclic["self"] = cyclic;
    expect(issuesOf(majorIllnessBenefit.safe(cyclic))).toMatchObject([{ path: ["self"], code: "UNKNOWN_FIELD" }]);
    expect(majorIllnessBenefit.safe({ outOfCatalogueToDate: cyclic }).ok).toBe(false);
    expect(majorIllnessBenefit.safe({ outOfCatalogueToDate: "9".repeat(1_000_000) }).ok).toBe(false);
    const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`x${index}`, 1]));
    const outcome = majorIllnessBenefit.safe(wide);
    expect(issuesOf(outcome)).toHaveLength(200_001);
    if (!outcome.ok) expect(outcome.error.message).toMatch(/另有 199981 处 \/ and 199981 more$/);
  });

  law(
    "whatever the input, a rule returns or throws a PolicyInputError",
    [
      fc.constantFrom(...Object.values(catalogue)),
      fc.anything({ withNullPrototype: true, withDate: true, withMap: true }),
    ],
    (rule, input) => {
      const outcome = rule.safe(input);
      expect(outcome.ok || outcome.error instanceof PolicyInputError).toBe(true);
    },
  );
});

describe("options", () => {
  const input = { outOfCatalogueToDate: "58000" };
  const optionsIssue = (options: unknown) => {
    const outcome = majorIllnessBenefit.safe(input, options as object);
    if (outcome.ok) throw new Error("was not refused");
    expect(outcome.error.code).toBe("INVALID_OPTIONS");
    return outcome.error.issues.map(({ path }) => path.join("."));
  };

  it("a set of readings may be passed to every rule of the programme", () => {
    const readings = { settlement: "orManual", deathAfterDisability: "higher", ageReachedOn: "dayAfter" } as const;
    expect(majorIllnessBenefit(input, { readings }).readings).toEqual({});
    expect(accidentBenefit({ death: true, disabilityGrade: 1 }, { readings }).readings).toEqual({
      deathAfterDisability: "higher",
    });
  });

  it.each([
    [{ readings: { deathAfterDisabilty: "both" } }, ["readings.deathAfterDisabilty"]],
    [{ readings: { deathAfterDisability: "most" } }, ["readings.deathAfterDisability"]],
    [
      { readings: { deathAfterDisability: "toString", constructor: "x" } },
      ["readings.deathAfterDisability", "readings.constructor"],
    ],
    [{ readings: "both" }, ["readings"]],
    [{ reading: {} }, ["reading"]],
    [{ policy: {} }, ["policy"]],
    [{ policy: { ...policy } }, ["policy"]],
    [{ policy: null, calendar: {} }, ["policy", "calendar"]],
    [{ policy: Object.freeze({ id: "chongqing", terms: {} }) }, ["policy"]],
    [{ calendar: { from: "2050-01-01", to: "2050-12-31", notices: [] } }, ["calendar"]],
    [7, [""]],
    [null, [""]],
    [[], [""]],
    [Object.create({ readings: { settlement: "orManual" } }) as object, [""]],
    [{ readings: Object.create({ settlement: "orManual" }) as object }, ["readings"]],
  ])("refuses %j", (options, paths) => {
    expect(optionsIssue(options)).toEqual(paths);
  });

  it("options that cannot be read are refused, not a crash", () => {
    const throws = {
      get: (): never => {
        throw new TypeError("boom");
      },
    };
    expect(optionsIssue(Object.defineProperty({}, "policy", { enumerable: true, ...throws }))).toEqual([""]);
    expect(optionsIssue({ readings: new Proxy({}, { ownKeys: throws.get }) })).toEqual([""]);
  });
});

describe("what is shared is frozen", () => {
  it("a result's labels, a rule's title and readings, the constants, the notices", () => {
    const { lines } = accidentBenefit({ death: true, disabilityGrade: 1 });
    const { lines: settled } = settle({ insurers: [{ premium: 1, claims: 1 }] });
    const shared = [...lines, ...settled].flatMap(({ label, clause }) => [label, clause]);
    const fresh = lines.filter(({ operation }) => operation === "share").map(({ label }) => label);
    const open = shared.filter((part) => !Object.isFrozen(part) && !fresh.includes(part as Text));
    expect(open.map((part) => ("zh" in part ? part.zh : part.path))).toEqual(["保费合计", "赔款合计"]);
    const constants = [Money.zero, Rate.zero, Rate.one, tenGradeScale, accidentBenefit.title, accidentBenefit.readings];
    expect([...constants, chinaHolidayNotices, chinaHolidayNotices[0], chinaWorkCalendar].every(Object.isFrozen)).toBe(
      true,
    );
  });
});

describe("compareReadings", () => {
  it("varies only what the default result used", () => {
    expect(compareReadings(majorIllnessBenefit, { outOfCatalogueToDate: "58000" })).toHaveLength(1);
    expect(compareReadings(accidentBenefit, { death: true })).toHaveLength(1);
    expect(compareReadings(accidentBenefit, { death: true, disabilityGrade: 10 })).toHaveLength(3);
  });

  it("begins with the readings that were given", () => {
    const options = { readings: { deathAfterDisability: "deathOnly" } } as const;
    const compared = compareReadings(accidentBenefit, { death: true, disabilityGrade: 10 }, options);
    expect(compared.map(({ readings }) => readings["deathAfterDisability"])).toEqual(["deathOnly", "both", "higher"]);
  });

  it("tells bad options as the only outcome", () => {
    const input = { death: true, disabilityGrade: 10 };
    for (const options of [{ readings: null }, { readings: { deathAfterDisability: "most" } }]) {
      expect(compareReadings(accidentBenefit, input, options as object)).toMatchObject([{ outcome: { ok: false } }]);
    }
  });

  it("tells an error as the only outcome", () => {
    const compared = compareReadings(accidentBenefit, { disabilityGrade: 11 });
    expect(compared).toMatchObject([{ readings: {}, outcome: { ok: false } }]);
  });
});

describe("the catalogue", () => {
  const rules = Object.values(catalogue);

  it("lists every exported rule by its id", () => {
    expect(Object.keys(catalogue)).toEqual(rules.map(({ id }) => id));
    expect(catalogue["chongqing.majorIllnessBenefit"]).toBe(majorIllnessBenefit);
    expect(catalogue["core.insuranceLawDeadlines"]).toBeDefined();
    const exported = Object.values(chongqing).filter(isRule);
    expect(exported).toHaveLength(14);
    expect(rules).toEqual(expect.arrayContaining(exported));
    expect("toString" in catalogue).toBe(false);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s has title, clause, and a schema whose fields are named",
    (_, rule) => {
      expect(rule.title.zh).toMatch(/\p{Script=Han}/u);
      expect(rule.title.en).toMatch(/[a-z]/);
      expect(rule.clause.document).not.toBe("");
      const schema = z.toJSONSchema(rule.input, { io: "input" });
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
      walk(schema, rule.id);
      expect(unnamed).toEqual([]);
    },
  );
});
