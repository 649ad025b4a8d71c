import vm from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import {
  chinaHolidayNotices,
  chinaWorkCalendar,
  isRule,
  type Issue,
  Money,
  PolicyInputError,
  Rate,
  tenGradeScale,
  type Text,
  yuan,
} from "huimin-rules/core";
import { group, list, money, optional, rateUpToOne } from "../../src/core/fields.js";
import { benefit } from "../../src/core/results.js";
import { rulesOf } from "../../src/core/rule.js";
import { law } from "../law.js";
import { patient } from "./toy-cases.js";
import * as toy from "./toy.js";

const { accidentBenefit, assessClaim, careBenefit, checkEligibility, settle, policy } = toy;
const { rule, ruleByCover } = rulesOf(policy);

/** Amounts and rates further in, which the toy has none of. */
const pool = rule({
  id: "pool",
  title: { zh: "合计", en: "Sum" },
  clause: "五",
  result: benefit,
  input: {
    parts: list(
      group({ premium: money("保费", "Premium"), claims: money("赔款", "Claims") }, "一份", "Part"),
      "各份",
      "Parts",
    ),
    share: optional(rateUpToOne("比例", "Share")),
  },
  evaluate({ parts, share = Rate.one }, { terms, statement }) {
    const sheet = statement();
    const sum = sheet.sum(
      parts.map(({ premium }) => premium),
      sheet.own({ zh: "合计", en: "Sum" }),
    );
    return sheet.benefit([sheet.scale({ ...terms.care.limit, value: sum }, share)], {});
  },
});

const issuesOf = (outcome: ReturnType<typeof careBenefit.safe>): readonly Issue[] => {
  if (outcome.ok) throw new Error("was not refused");
  return outcome.error.issues;
};

const cost = (value: unknown) => ({ place: "county", cost: value });
const county = (value: string | number | Money) => ({ place: "county", cost: value }) as const;

describe("a rule", () => {
  it("is called, safely or bare, with the same result, always a fresh one", () => {
    const input = county("3100");
    const value = careBenefit(input);
    expect(value.amount.toString()).toBe("1700.00");
    expect(careBenefit.safe(input)).toEqual({ ok: true, value });
    expect(careBenefit.evaluate(z.parse(careBenefit.input, input))).toEqual(value);
    expect(value).not.toBe(careBenefit(input));
    expect(value.lines).not.toBe(careBenefit(input).lines);
  });

  it("describes itself", () => {
    const { id, title, clause, readings } = careBenefit;
    expect({ id, title, clause, readings }).toEqual({
      id: "toy.careBenefit",
      title: { zh: "医疗", en: "Care" },
      clause: { document: "试办〔2020〕1号", path: "三(一)" },
      readings: {},
    });
    expect(careBenefit.policy).toBe(policy);
    expect(Object.keys(accidentBenefit.readings)).toEqual(["deathAfterDisability"]);
    expect(accidentBenefit.readings["deathAfterDisability"]).toBe(policy.readings.deathAfterDisability);
    expect(Object.keys(checkEligibility.readings)).toEqual(["deathAfterDisability", "outpatient"]);
  });

  it("tells its one reading only where another choice would give something else", () => {
    const once = rule({
      id: "once",
      title: { zh: "一处解读", en: "One reading" },
      clause: "五",
      readings: ["outpatient"],
      result: benefit,
      input: { cost: money("费用", "Costs") },
      evaluate({ cost }, { reading, statement }) {
        const due = reading("outpatient") === "granted" ? cost : Money.zero;
        return statement().benefit([due], { medical: due });
      },
    });
    expect([once({ cost: 1 }).readings, once({ cost: 0 }).readings]).toEqual([{ outpatient: "refused" }, {}]);
  });

  it("makes its schema and the shape of its result once", () => {
    expect(careBenefit.input).toBe(careBenefit.input);
    expect(careBenefit.result).toBe(careBenefit.result);
  });

  it("is known for one", () => {
    expect([careBenefit, assessClaim, checkEligibility, pool].every(isRule)).toBe(true);
    expect([null, undefined, () => 1, {}, policy, careBenefit.safe].some(isRule)).toBe(false);
  });

  it("takes Money, text and numbers alike, and rounds half up once", () => {
    const amounts = (inputs: (Money | string | number)[]) =>
      new Set(inputs.map((each) => careBenefit(county(each)).amount.toString()));
    expect(amounts([yuan("8100.5"), "8100.5", "8100.50", 8100.5])).toEqual(new Set(["5000.35"]));
    expect(amounts([yuan("8100.05"), "8100.05", 8100.05])).toEqual(new Set(["5000.04"])); // 2900 + 3000.05 × 70 % = 5000.035
  });

  it("serialises completely, money and rates as plain decimals", () => {
    expect(JSON.parse(JSON.stringify(careBenefit(county("100.01"))))).toEqual({
      amount: "0.01",
      parts: { medical: "0.01" },
      overpaid: "0.00",
      lines: [
        expect.objectContaining({ operation: "deduct", amount: "0.01", operands: ["100.01", "100.00"] }),
        expect.objectContaining({ operation: "tiers", amount: "0.01", operands: [["0.01", "0.5"]] }),
        expect.objectContaining({ operation: "cap", amount: "0.01", operands: ["0.01", "20000.00", "0.00"] }),
        expect.objectContaining({ operation: "benefit", amount: "0.01", operands: [["0.01"], "0.00"] }),
      ],
      readings: {},
      basis: careBenefit(county("1")).basis,
    });
  });

  it("refuses money and rates that were forged", () => {
    const forged = (fen: number) => ({ fen, [Symbol.for("huimin-rules.Money")]: true });
    const outcome = pool.safe({ parts: [{ premium: forged(0.5), claims: "x" }] });
    expect(outcome.ok || outcome.error.issues.map(({ path }) => path.join("."))).toEqual([
      "parts.0.premium",
      "parts.0.claims",
    ]);
    expect(careBenefit.safe(cost(forged(1_000_000_000_000_000))).ok).toBe(false);
    expect(careBenefit.safe(cost(forged(-1))).ok).toBe(false);
    const rate = (text: string) =>
      ({ toString: () => text, [Symbol.for("huimin-rules.Rate")]: true }) as unknown as Rate;
    const parts = [{ premium: "30000", claims: "0" }];
    expect(pool.safe({ parts, share: rate("-0.5") }).ok).toBe(false);
    expect(pool({ parts, share: rate("0.5") }).amount.toString()).toBe("15000.00");
  });

  it("takes money from another copy of the library", () => {
    const foreign = Object.create(Object.getPrototypeOf(yuan(1)) as object, { fen: { value: 310000 } }) as Money;
    expect(careBenefit(county(foreign)).amount.toString()).toBe("1700.00");
    const branded = { fen: 310000, [Symbol.for("huimin-rules.Money")]: true } as unknown as Money;
    expect(careBenefit(county(branded)).amount.toString()).toBe("1700.00");
  });

  it("a faulty rule's own error is not taken for bad input", () => {
    const faulty = rule({
      id: "faulty",
      title: { zh: "误", en: "Faulty" },
      clause: "五",
      result: benefit,
      input: {},
      evaluate: (): never => {
        throw new RangeError("ours");
      },
    });
    expect(() => faulty.safe({})).toThrow(RangeError);
  });

  it("whose fields depend on the cover reads those of the cover", () => {
    const byCover = ruleByCover({
      id: "byCover",
      title: { zh: "险种", en: "By cover" },
      clause: "五",
      result: benefit,
      input: { care: { cost: money("费用", "Costs") }, other: {} },
      evaluate: (parsed, { statement }) => statement().benefit(parsed.cover === "care" ? [parsed.cost] : [], {}),
    });
    expect(String(byCover({ cover: "care", cost: "7" }).amount)).toBe("7.00");
    expect(String(byCover({ cover: "other" }).amount)).toBe("0.00");
    expect(byCover.safe({ cover: "other", cost: "7" })).toMatchObject({
      error: { issues: [{ path: ["cost"], code: "UNKNOWN_FIELD", meant: "care" }] },
    });
    expect(byCover.safe({})).toMatchObject({ error: { issues: [{ path: ["cover"], code: "MISSING" }] } });
    expect("words" in byCover.fields && byCover.fields.words).toEqual({
      care: { zh: "医疗", en: "Care" },
      other: { zh: "other", en: "other" }, // the policy has no such cover
    });
  });
});

describe("bad input", () => {
  it("is one error that lists every problem with its path, in both languages", () => {
    const outcome = assessClaim.safe({
      cover: "care",
      facts: { insuredFrom: "2020-11-31", occuredOn: "2020-03-02", inpatient: "yes" },
      loss: { cost: 0.1 + 0.2, paid: "-1" },
    });
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.error).toBeInstanceOf(PolicyInputError);
    expect(outcome.error.issues.map(({ path, code }) => [path.join("."), code])).toEqual([
      ["facts.insuredFrom", "INVALID_DAY"],
      ["facts.inpatient", "WRONG_TYPE"],
      ["facts.occuredOn", "UNKNOWN_FIELD"],
      ["loss.cost", "INVALID_AMOUNT"],
      ["loss.paid", "INVALID_AMOUNT"],
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
      expect(issuesOf(careBenefit.safe(input)).length).toBeGreaterThan(0);
    },
  );

  it("a missing field is missing, null is no amount", () => {
    expect(issuesOf(careBenefit.safe({ place: "county" }))).toMatchObject([{ path: ["cost"], code: "MISSING" }]);
    expect(issuesOf(careBenefit.safe(cost(undefined)))).toMatchObject([{ path: ["cost"], code: "MISSING" }]);
    expect(issuesOf(careBenefit.safe(cost(null)))).toMatchObject([{ code: "INVALID_AMOUNT" }]);
    expect(issuesOf(careBenefit.safe({ ...cost(1), paid: null }))).toMatchObject([
      { path: ["paid"], code: "INVALID_AMOUNT" },
    ]);
  });

  it("what is bad is not missing besides, and what is missing between fields is", () => {
    const away = { place: "province", cost: 1 };
    expect(issuesOf(careBenefit.safe(away))).toMatchObject([{ path: ["referred"], code: "MISSING" }]);
    expect(issuesOf(careBenefit.safe({ ...away, referred: "yes" }))).toMatchObject([
      { path: ["referred"], code: "WRONG_TYPE", meant: "true" },
    ]);
  });

  it("hides what is missing only where something bad was given, and never a contradiction", () => {
    const nested = rule({
      id: "nested",
      title: { zh: "分组", en: "Nested" },
      clause: "五",
      result: benefit,
      input: {
        bill: group({ cost: optional(money("费用", "Cost")) }, "账单", "Bill"),
        paid: optional(money("已付", "Paid")),
        limit: optional(money("限额", "Limit")),
      },
      check(_, report) {
        report(["bill", "cost"], "MISSING", "须填写", "needed");
        report(["paid"], "MISSING", "须填写", "needed");
        report(["paid"], "CONFLICT", "不符", "does not fit");
      },
      evaluate: (_, { statement }) => statement().benefit([], {}),
    });
    const problems = (input: object) =>
      issuesOf(nested.safe(input)).map(({ path, code }) => `${path.join(".")} ${code}`);
    expect(problems({ bill: {} })).toEqual(["bill.cost MISSING", "paid MISSING", "paid CONFLICT"]);
    expect(problems({ bill: {}, limit: "x" })).toEqual([
      "limit INVALID_AMOUNT",
      "bill.cost MISSING",
      "paid MISSING",
      "paid CONFLICT",
    ]);
    expect(problems({ bill: 7, paid: "x" })).toEqual(["bill WRONG_TYPE", "paid INVALID_AMOUNT", "paid CONFLICT"]);
    expect(problems({ bill: { cost: "x" } })).toEqual(["bill.cost INVALID_AMOUNT", "paid MISSING", "paid CONFLICT"]);
  });

  it("keys like __proto__ and constructor are unknown fields and pollute nothing", () => {
    const hostile = JSON.parse(
      '{"place":"county","cost":"1","__proto__":{"x":1},"constructor":1,"toString":2}',
    ) as object;
    expect(issuesOf(careBenefit.safe(hostile)).map(({ path }) => path)).toEqual([
      ["__proto__"],
      ["constructor"],
      ["toString"],
    ]);
    const nested = JSON.parse('{"cover":"relief","facts":{"__proto__":{"approved":true}}}') as object;
    expect(assessClaim.safe(nested)).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["facts", "__proto__"] }] },
    });
    expect(checkEligibility.safe({ cover: "__proto__" }).ok).toBe(false);
    expect(checkEligibility.safe({ cover: "constructor" }).ok).toBe(false);
    expect(careBenefit.safe({ place: "constructor", cost: 1 }).ok).toBe(false);
  });

  it("inherited fields are not read", () => {
    expect(careBenefit.safe(Object.create(cost("58000"))).ok).toBe(false);
    const facts = Object.create({ approved: true }) as object;
    expect(assessClaim.safe({ cover: "relief", facts })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["facts"], code: "WRONG_TYPE" }] },
    });
    expect(pool.safe({ parts: [Object.create({ premium: 1, claims: 1 })] })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["parts", 0], code: "WRONG_TYPE" }] },
    });
  });

  it("plain objects without a prototype, or of another realm, are read", () => {
    const bare = Object.assign(Object.create(null) as object, cost("58000"));
    expect(careBenefit.safe(bare).ok).toBe(true);
    expect(careBenefit.safe(vm.runInNewContext('({ place: "county", cost: "58000" })')).ok).toBe(true);
  });

  it("a getter or proxy that throws is unreadable, not a crash", () => {
    const getter = {
      place: "county",
      get cost(): string {
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
    expect(issuesOf(careBenefit.safe(getter))).toMatchObject([{ code: "UNREADABLE" }]);
    expect(issuesOf(careBenefit.safe(proxy)).length).toBeGreaterThan(0);
  });

  it("cyclic and huge inputs are refused, shortly", () => {
    const cyclic: Record<string, unknown> = cost("1");
    cyclic["self"] = cyclic;
    expect(issuesOf(careBenefit.safe(cyclic))).toMatchObject([{ path: ["self"], code: "UNKNOWN_FIELD" }]);
    expect(careBenefit.safe(cost(cyclic)).ok).toBe(false);
    expect(careBenefit.safe(cost("9".repeat(1_000_000))).ok).toBe(false);
    const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`x${index}`, 1]));
    const outcome = careBenefit.safe(wide);
    expect(issuesOf(outcome)).toHaveLength(200_002);
    if (!outcome.ok) expect(outcome.error.message).toMatch(/另有 199982 处 \/ and 199982 more$/);
  });

  law(
    "whatever the input, a rule returns or throws a PolicyInputError",
    [
      fc.constantFrom(...Object.values<unknown>(toy).filter(isRule), pool),
      fc.anything({ withNullPrototype: true, withDate: true, withMap: true }),
    ],
    (each, input) => {
      const outcome = each.safe(input);
      expect(outcome.ok || outcome.error instanceof PolicyInputError).toBe(true);
    },
  );

  law(
    "a claim with anything in the place of one of its fields is decided or refused",
    [
      fc.constantFrom("cover", "facts.insuredFrom", "facts.place", "loss", "loss.cost", "dates.filedOn", "facts.new"),
      fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true, withMap: true }),
    ],
    (path, value) => {
      const claim: Record<string, unknown> = {
        cover: "care",
        facts: { ...patient },
        loss: { cost: "1000" },
        dates: { filedOn: "2020-03-02" },
      };
      const [part = "", field] = path.split(".");
      if (field === undefined) claim[part] = value;
      else (claim[part] as Record<string, unknown>)[field] = value;
      const outcome = assessClaim.safe(claim);
      expect(outcome.ok || outcome.error instanceof PolicyInputError).toBe(true);
      if (!outcome.ok)
        for (const issue of outcome.error.issues)
          expect(issue.path.join(".")).toMatch(path === "cover" ? /^cover/ : path);
    },
  );
});

describe("what is shared is frozen", () => {
  it("a result's labels, a rule's title, fields and readings, the constants, the notices", () => {
    const { lines } = accidentBenefit({ death: true, disabilityGrade: 1 });
    const { lines: settled } = settle({ premium: 1, claims: 1 });
    const shared = [...lines, ...settled].flatMap(({ label, clause }) => [label, clause]);
    const fresh = lines.filter(({ operation }) => operation === "share").map(({ label }) => label);
    expect(shared.filter((part) => !Object.isFrozen(part) && !fresh.includes(part as Text))).toEqual([]);
    const { title, readings, fields, clause } = accidentBenefit;
    const constants = [Money.zero, Rate.zero, Rate.one, tenGradeScale, title, readings, fields, clause];
    expect([...constants, chinaHolidayNotices, chinaHolidayNotices[0], chinaWorkCalendar].every(Object.isFrozen)).toBe(
      true,
    );
  });
});
