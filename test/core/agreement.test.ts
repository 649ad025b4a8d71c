import { describe, expect, expectTypeOf, it } from "vitest";
import { agreementFrom as agreementWith, amend, explain, PolicyInputError, type Agreement } from "huimin-rules/core";
import { policyDigest } from "../../src/core/digest.js";
import { citing, definePolicy } from "../../src/core/policy.js";
import { applications, patient } from "./toy-cases.js";
import * as toy from "./toy.js";

const { accidentBenefit, assessClaim, careBenefit, checkEligibility, claimDeadlines, policy } = toy;

const bare = {
  id: "2020-a",
  title: { zh: "试点县合同", en: "The county's contract" },
  programme: "toy",
  document: "试办〔2020〕1号",
} as const;
const agreementFrom = (json: unknown, expected?: { readonly digest?: string }): Agreement<toy.ToyPolicy> =>
  agreementWith(json, [policy], expected);
const agree = (more: object = {}) => agreementFrom({ ...bare, ...more });

function refused(json: unknown, expected?: { readonly digest?: string }) {
  try {
    agreementFrom(json, expected);
  } catch (error) {
    if (error instanceof PolicyInputError && error.code === "INVALID_AGREEMENT") {
      return error.issues.map(({ path, code, meant }) => [
        path.join("."),
        code,
        ...(meant === undefined ? [] : [meant]),
      ]);
    }
  }
  throw new Error("was not refused");
}

const notice = {
  year: 2027,
  number: "试〔2026〕1号",
  publishedOn: "2026-11-01",
  url: "https://example.org/2027",
  amendments: [],
  holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-03" }],
  makeUpWorkdays: [],
};

describe("an agreement", () => {
  it("betters terms, chooses readings and brings holidays, for every rule alike", () => {
    const agreement = agree({
      terms: { care: { deductible: "50", limit: "9000.50" }, deadlines: { decide: 3 } },
      readings: { outpatient: "granted", deathAfterDisability: "higher" },
      holidays: [notice],
    });
    expect(careBenefit({ place: "county", cost: "1050" }, { agreement }).amount.toString()).toBe("500.00");
    expect(accidentBenefit({ death: true, disabilityGrade: 10 }, { agreement }).amount.toString()).toBe("20000.00");
    expect(checkEligibility({ cover: "care", ...patient, inpatient: false }, { agreement }).outcome).toBe("eligible");
    const { deadlines } = claimDeadlines({ filedOn: "2026-12-31" }, { agreement });
    expect(deadlines.map(({ dueOn, length }) => [dueOn, length])).toEqual([["2027-01-06", 3]]);
  });

  it("readings of the call come before its own; its calendar and policy are its own", () => {
    const agreement = agree({ readings: { deathAfterDisability: "higher" } });
    const both = accidentBenefit(
      { death: true, disabilityGrade: 10 },
      { agreement, readings: { deathAfterDisability: "both" } },
    );
    expect(both.amount.toString()).toBe("25000.00");
    for (const options of [
      { agreement, policy },
      { agreement: bare },
      { agreement: null },
      { agreement: { ...agreement } },
    ]) {
      expect(careBenefit.safe({ place: "county", cost: "1" }, options as object)).toMatchObject({
        ok: false,
        error: { code: "INVALID_OPTIONS", issues: [{ path: ["policy" in options ? "policy" : "agreement"] }] },
      });
    }
  });

  it("of another programme is refused by name", () => {
    const other = definePolicy({ ...policy, id: "other", title: { zh: "别的", en: "Another" } });
    const agreement = agreementWith({ ...bare, programme: "other" }, [other]) as Agreement<toy.ToyPolicy>;
    const outcome = careBenefit.safe({ place: "county", cost: "1" }, { agreement });
    expect(outcome.ok || outcome.error.issues[0]?.message).toEqual({
      zh: "合同“2020-a”属于别的，不属于试点县救助保险（收到“2020-a”）",
      en: 'the agreement "2020-a" is of Another, not of Relief insurance of a made-up county (received "2020-a")',
    });
  });

  it("lines, checks and deadlines that used its terms carry its title; the basis names it", () => {
    const agreement = agree({ terms: { care: { limit: "900", inpatient: false }, deadlines: { pay: 20 } } });
    const claim = {
      cover: "care",
      facts: patient,
      loss: { cost: "8100" },
      dates: { filedOn: "2020-04-28", decidedOn: "2020-04-30" },
    } as const;
    const result = assessClaim(claim, { agreement });
    expect(result.benefit?.lines.map(({ amended = null }) => amended)).toEqual([null, null, bare.title, null]);
    expect(result.eligibility.checks.map(({ amended = null }) => amended)).toEqual([null, null, bare.title, null]);
    expect(result.deadlines.map(({ amended = null }) => amended)).toEqual([null, bare.title]);
    expect(result.basis).toEqual({
      rule: "toy.assessClaim",
      document: bare.document,
      library: expect.any(String) as string,
      agreement: { id: "2020-a", title: bare.title, digest: agreement.digest },
    });
    expect(assessClaim(claim, { agreement }).basis).toBe(result.basis);
    expect(explain(result, { rules: toy })).toContain("按每人限额核定［试点县合同］");
    expect(explain(result, { rules: toy, locale: "en" })).toContain(
      "Within the limit a person [The county's contract]",
    );
  });

  it.each([
    ["2020-02-29", false, "OUT_OF_RANGE"],
    ["2020-03-01", true, ""],
    ["2020-03-31", true, ""],
    ["2020-04-01", false, "OUT_OF_RANGE"],
  ])("from 2020-03-01 to 2020-03-31, a claim of %s: %s", (occurredOn, ok, code) => {
    const agreement = agree({ validFrom: "2020-03-01", validTo: "2020-03-31" });
    const claim = assessClaim.safe({ cover: "care", facts: { ...patient, occurredOn } }, { agreement });
    const asked = checkEligibility.safe({ cover: "care", ...patient, occurredOn }, { agreement });
    expect([claim.ok, asked.ok]).toEqual([ok, ok]);
    if (!claim.ok) expect(claim.error.issues).toMatchObject([{ path: ["facts", "occurredOn"], code }]);
    if (!asked.ok) expect(asked.error.issues).toMatchObject([{ path: ["occurredOn"], code }]);
    expect(assessClaim.safe({ cover: "care", facts: { ...patient, occurredOn: null } }, { agreement }).ok).toBe(true);
  });

  it("is frozen, and its copy by hand is none", () => {
    const agreement = agree({ validFrom: "2020-03-01" });
    expect([agreement, agreement.readings, agreement.title].every(Object.isFrozen)).toBe(true);
    expect(agreement).toMatchObject({ id: "2020-a", title: bare.title, validFrom: "2020-03-01" });
    expect("validTo" in agreement).toBe(false);
    expectTypeOf(agreement.policy).toEqualTypeOf<toy.ToyPolicy>();
  });
});

describe("what is refused, all at once", () => {
  it.each<[string, object, readonly (readonly string[])[]]>([
    ["a floor", { terms: { accident: { death: "19999.99" } } }, [["terms.accident.death", "BELOW_FLOOR", "20000.00"]]],
    [
      "a ceiling",
      { terms: { accident: { limit: "60000.01" } } },
      [["terms.accident.limit", "ABOVE_CEILING", "60000.00"]],
    ],
    ["a term that is none", { terms: { care: { limits: "1" } } }, [["terms.care.limits", "UNKNOWN_FIELD", "limit"]]],
    [
      "terms that contradict each other",
      { terms: { insured: { to: "2019-01-01" } } },
      [["terms.insured.to", "CONFLICT"]],
    ],
    [
      "a reading that is none",
      { readings: { outpatient: "grantd" } },
      [["readings.outpatient", "UNKNOWN_READING", "granted"]],
    ],
    ["days in the wrong order", { validFrom: "2020-03-02", validTo: "2020-03-01" }, [["validTo", "CONFLICT"]]],
    ["another document", { document: "试办〔2020〕2号" }, [["document", "CONFLICT", "试办〔2020〕1号"]]],
    ["a programme that is none", { programme: "toys" }, [["programme", "UNKNOWN_CHOICE", "toy"]]],
    ["a field that is none", { term: {} }, [["term", "UNKNOWN_FIELD", "terms"]]],
    ["holidays that are none", { holidays: 7 }, [["holidays", "WRONG_TYPE"]]],
    [
      "a holiday that ends before it begins",
      { holidays: [{ ...notice, holidays: [{ name: "元旦", from: "2027-01-03", to: "2027-01-01" }] }] },
      [["holidays.0.holidays.0", "CONFLICT"]],
    ],
    [
      "a year too far",
      { holidays: [{ ...notice, year: 2028 }] },
      [
        ["holidays.0.year", "CONFLICT"],
        ["holidays.0.holidays.0", "CONFLICT"],
      ],
    ],
    [
      "several at once",
      { id: "", terms: { care: { limit: "-1" }, deadlines: { pay: 1.5 } }, readings: 7 },
      [
        ["id", "MISSING"],
        ["terms.care.limit", "INVALID_AMOUNT"],
        ["terms.deadlines.pay", "WRONG_TYPE"],
        ["readings", "WRONG_TYPE"],
      ],
    ],
  ])("%s", (_, more, issues) => {
    expect(refused({ ...bare, ...more })).toEqual(issues);
  });

  it("anything but an object, and one that throws when it is read", () => {
    expect(refused(7)).toEqual([["", "WRONG_TYPE"]]);
    const hostile = Object.defineProperty({ ...bare }, "terms", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(refused(hostile)).toEqual([["", "UNREADABLE"]]);
  });

  it("another content than expected, by name", () => {
    const { digest } = agree();
    expect(agreementFrom(bare, { digest }).digest).toBe(digest);
    const other = { ...bare, readings: { outpatient: "granted" } };
    expect(refused(other, { digest })).toEqual([["digest", "CONFLICT", digest]]);
  });
});

describe("the digest", () => {
  it("is of what decides, whatever the agreement is called and however its values are written", () => {
    const digest = (more: object) => agree(more).digest;
    expect(digest({})).toMatch(/^[0-9a-f]{64}$/);
    expect(digest({ id: "b", title: { zh: "另一", en: "Another" } })).toBe(digest({}));
    expect(digest({ terms: {}, readings: {}, holidays: [] })).toBe(digest({}));
    expect(digest({ terms: { care: { limit: 9000.5 } } })).toBe(digest({ terms: { care: { limit: "9000.50" } } }));
    expect(digest({ terms: { care: { limit: "9000" }, deadlines: { pay: 9 } } })).toBe(
      digest({ terms: { deadlines: { pay: 9 }, care: { limit: "9000.00" } } }),
    );
    const others = [
      { terms: { care: { limit: "9000.51" } } },
      { readings: { outpatient: "granted" } },
      { holidays: [notice] },
      { validFrom: "2020-01-01" },
      { validTo: "2020-01-01" },
    ].map(digest);
    expect(new Set([digest({}), ...others]).size).toBe(6);
  });

  it("amending with a value and back gives the same policy again, unmarked", () => {
    const there = amend(policy, { terms: { care: { limit: "9000" } } });
    const back = amend(there, { terms: { care: { limit: "20000" } } });
    expect(policyDigest(there)).not.toBe(policyDigest(policy));
    expect(policyDigest(back)).toBe(policyDigest(policy));
    expect(back.terms.care.limit).toEqual(policy.terms.care.limit);
    expect(there.terms.care.limit).toMatchObject({ amended: true });
    expect(String(there.terms.care.limit.issued)).toBe("20000.00");
  });

  it("of a policy changes with any value, clause or default", () => {
    const { provision, reading } = citing("〔2021〕1号");
    const make = (path: string, value: number, usual: "a" | "b") =>
      policyDigest(
        definePolicy({
          ...policy,
          terms: { group: { days: provision(path, value, { zh: "日", en: "days" }) } },
          readings: {
            which: reading<"a" | "b">("一", {
              question: { zh: "哪种", en: "Which" },
              default: usual,
              choices: { a: { zh: "甲", en: "a" }, b: { zh: "乙", en: "b" } },
            }),
          },
          check: () => undefined,
        }),
      );
    const all = [make("一", 1, "a"), make("一", 2, "a"), make("二", 1, "a"), make("一", 1, "b")];
    expect(new Set(all).size).toBe(4);
    expect(make("一", 1, "a")).toBe(all[0]);
  });
});

describe("an agreement without terms and readings", () => {
  it.each(applications.filter(({ options = {} }) => Object.keys(options).length === 0))(
    "changes nothing but the basis: $what",
    ({ rule, input }) => {
      const plain = rule.safe(input);
      const under = rule.safe(input, { agreement: agree() });
      if (!plain.ok || !under.ok) throw new Error("was refused");
      const { basis: before, ...result } = plain.value as { basis: object };
      const { basis, ...same } = under.value as { basis: object };
      expect(JSON.stringify(same)).toBe(JSON.stringify(result));
      const { agreement, ...rest } = basis as { agreement: object };
      expect([rest, agreement]).toEqual([before, { id: "2020-a", title: bare.title, digest: agree().digest }]);
    },
  );
});
