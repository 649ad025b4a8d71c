import { describe, expect, it } from "vitest";
import {
  amend,
  fen,
  Money,
  percent,
  PolicyInputError,
  rate,
  yuan,
  type Amendment,
  type AnyRule,
  type Issue,
} from "huimin-rules/core";
import { citing, definePolicy } from "../../src/core/policy.js";
import { patient, person } from "./toy-cases.js";
import * as toy from "./toy.js";

const { policy, careBenefit, accidentBenefit, checkEligibility, premium } = toy;

type Changes = Amendment<toy.ToyPolicy["terms"]>;

/** The issues of an amendment that must be refused. */
function issuesOf(changes: unknown, of: Parameters<typeof amend>[0] = policy): readonly Issue[] {
  try {
    amend(of, changes as { terms: object });
  } catch (error) {
    if (error instanceof PolicyInputError && error.code === "INVALID_AMENDMENT") return error.issues;
    throw error;
  }
  throw new Error("was not refused");
}

describe("amend", () => {
  it("puts other terms in place in a copy, and leaves the policy alone", () => {
    const better = amend(policy, { terms: { care: { limit: yuan(30000) } } });
    expect(better.terms.care.limit).toEqual({
      ...policy.terms.care.limit,
      value: yuan(30000),
      issued: yuan(20000),
      amended: true,
    });
    expect(policy.terms.care.limit.value.toString()).toBe("20000.00");
    expect(Object.isFrozen(better.terms.care.limit)).toBe(true);
    const million = { place: "county", cost: "1000000" } as const;
    expect(careBenefit(million, { policy: better }).amount.toString()).toBe("30000.00");
    expect(careBenefit(million).amount.toString()).toBe("20000.00");
  });

  it("takes what JSON can carry, and nothing else becomes of it", () => {
    const json = JSON.parse(
      '{"terms":{"care":{"limit":"30000","unreferred":0.5,"tiers":[{"upTo":1000,"rate":"0.4"},{"rate":"0.6"}]}}}',
    ) as { terms: Changes };
    const { limit, unreferred, tiers } = amend(policy, json).terms.care;
    expect([limit.value.toString(), unreferred.value.toString()]).toEqual(["30000.00", "0.5"]);
    expect(tiers.value.map(({ upTo, rate: share }) => [upTo?.toString(), share.toString()])).toEqual([
      ["1000.00", "0.4"],
      [undefined, "0.6"],
    ]);
  });

  it("marks the lines that used an amended term, and only those", () => {
    const better = amend(policy, { terms: { care: { deductible: yuan(50) } } });
    const marks = (options?: object) =>
      careBenefit({ place: "county", cost: "58000" }, options).lines.map(({ amended = false }) => amended);
    expect(marks({ policy: better })).toEqual([true, false, false, false]);
    expect(marks()).toEqual([false, false, false, false]);
  });

  it("can be amended again", () => {
    const once = amend(policy, { terms: { care: { deductible: yuan(50) } } });
    const twice = amend(once, { terms: { care: { limit: yuan(1000) } } });
    expect(twice.terms.care.deductible.value.toString()).toBe("50.00");
    expect(twice.terms.care.limit.value.toString()).toBe("1000.00");
  });

  it("takes tiers, numbers, days, scales and waived requirements", () => {
    const other = amend(policy, {
      terms: {
        care: { tiers: [{ upTo: yuan(100), rate: percent(50) }, { rate: percent(10) }], inpatient: false },
        insured: { waitingDays: 30, to: "2021-06-30" },
        accident: { scale: [percent(100), percent(75)] },
      },
    });
    const options = { policy: other };
    expect(careBenefit({ place: "county", cost: "300" }, options).amount.toString()).toBe("60.00");
    expect(accidentBenefit({ disabilityGrade: 2 }, options).amount.toString()).toBe("37500.00");
    expect(accidentBenefit({ disabilityGrade: 2 }, options).lines[0]?.amended).toBe(true);
    expect(accidentBenefit.safe({ disabilityGrade: 3 }, options).ok).toBe(false);
    const claim = { cover: "care", insuredFrom: "2021-05-01", occurredOn: "2021-05-31", place: "county" } as const;
    expect(checkEligibility(claim, options)).toMatchObject({ outcome: "eligible", missing: [] });
    expect(checkEligibility({ ...claim, occurredOn: "2021-05-30" }, options).unmet).toEqual(["waited"]);
    expect(checkEligibility(claim)).toMatchObject({ unmet: ["occurredOn"], missing: ["inpatient"] });
  });

  it("refuses what is not there or of another kind, all at once with paths", () => {
    const issues = issuesOf({
      terms: {
        care: {
          deductible: "1,000",
          limt: yuan(1),
          tiers: [
            { upTo: yuan(2), rate: "0.25" },
            { upTo: yuan(1), rate: rate("0.3") },
          ],
          inpatient: "no",
          places: [],
        },
        insured: { waitingDays: 2.5, to: "2022-02-30" },
        settlement: { refundBelow: "85%" },
        flood: { death: yuan(1) },
        accident: 7,
      },
      readings: {},
    });
    expect(issues.map(({ path, code, meant }) => [path.join("."), code, meant])).toEqual([
      ["readings", "UNKNOWN_FIELD", undefined],
      ["terms.care.deductible", "INVALID_AMOUNT", "1000"],
      ["terms.care.limt", "UNKNOWN_FIELD", "limit"],
      ["terms.care.tiers.1.upTo", "CONFLICT", undefined],
      ["terms.care.inpatient", "WRONG_TYPE", "false"],
      ["terms.care.places", "MISSING", undefined],
      ["terms.insured.waitingDays", "WRONG_TYPE", undefined],
      ["terms.insured.to", "INVALID_DAY", undefined],
      ["terms.settlement.refundBelow", "INVALID_RATE", "0.85"],
      ["terms.flood", "UNKNOWN_FIELD", undefined],
      ["terms.accident", "WRONG_TYPE", undefined],
    ]);
  });

  it.each([
    [[{ rate: percent(10), from: 1 }], "terms.care.tiers.0.from"],
    [[{ upTo: yuan(1) }], "terms.care.tiers.0.rate"],
    [[7], "terms.care.tiers.0"],
    [[{ rate: percent(10) }, { rate: percent(20) }], "terms.care.tiers.0.upTo"],
    [[], "terms.care.tiers"],
  ])("refuses tiers %j", (tiers, path) => {
    expect(issuesOf({ terms: { care: { tiers } } }).map((issue) => issue.path.join("."))).toContain(path);
  });

  it.each([
    [[7], [["", "WRONG_TYPE", "应为“{ terms: … }”（收到“[…]”）", 'expected "{ terms: ... }" (received "[…]")']]],
    [
      { readings: 7, terms: { care: 8 } },
      [
        ["readings", "UNKNOWN_FIELD", "只能修订“terms”（收到“7”）", 'only "terms" can be amended (received "7")'],
        ["terms.care", "WRONG_TYPE", "应为一组条款（收到“8”）", 'expected a group of terms (received "8")'],
      ],
    ],
  ])("says of %j what was expected", (changes, expected) => {
    const issues = issuesOf(changes);
    expect(issues.map(({ path, code, message: { zh, en } }) => [path.join("."), code, zh, en])).toEqual(expected);
  });

  it("a group may have a term called clause or value", () => {
    const { provision } = citing("试〔2020〕1号");
    const term = provision("一", 3, { zh: "日数", en: "Days" });
    const named = definePolicy({
      ...policy,
      terms: { limits: { value: term }, sources: { clause: term } },
      check: () => undefined,
    });
    const { limits, sources } = amend(named, { terms: { limits: { value: 4 }, sources: { clause: 5 } } }).terms;
    expect([limits.value.value, sources.clause.value]).toEqual([4, 5]);
  });

  it("a list of one or two is read in the kind of its first, a tier by its rate", () => {
    const short = amend(policy, { terms: { accident: { scale: ["0.99"] } } });
    const scales = amend(short, { terms: { accident: { scale: ["0.5", "0.25"] } } }).terms.accident.scale;
    expect(scales.value.map(String)).toEqual(["0.5", "0.25"]);
    expect(issuesOf({ terms: { care: { tiers: [{ upTo: "0", rate: "0.5" }] } } })).toMatchObject([
      { path: ["terms", "care", "tiers", 0, "upTo"], code: "CONFLICT" },
    ]);
  });

  it.each([[undefined], [null], [7], [{}], [{ terms: null }]])("refuses %j", (changes) => {
    expect(() => amend(policy, changes as never as { terms: object })).toThrow(PolicyInputError);
  });

  it.each([
    [{ accident: { scale: ["100"] } }, "terms.accident.scale.0", "INVALID_RATE"],
    [{ care: { unreferred: "60" } }, "terms.care.unreferred", "INVALID_RATE"],
    [{ care: { tiers: [{ rate: "1.01" }] } }, "terms.care.tiers.0.rate", "INVALID_RATE"],
    [{ care: { places: ["moon"] } }, "terms.care.places.0", "UNKNOWN_CHOICE"],
    [{ insured: { to: "2019-12-31" } }, "terms.insured.to", "CONFLICT"],
    [{ insured: { from: "2021-01-01" } }, "terms.insured.to", "CONFLICT"],
    [{ settlement: { refundBelow: "1", sharedFrom: "0.99" } }, "terms.settlement", "CONFLICT"],
    [{ settlement: { sharedTo: "0.99" } }, "terms.settlement", "CONFLICT"],
    [{ deadlines: { pay: -1 } }, "terms.deadlines.pay", "OUT_OF_RANGE"],
  ])("terms that make no sense are refused: %j", (terms, path, code) => {
    expect(issuesOf({ terms }).map((issue) => [issue.path.join("."), issue.code])).toEqual([[path, code]]);
  });

  it("what is left out, or undefined, stays", () => {
    const same = amend(policy, { terms: { care: { limit: undefined } as never, insured: {} } });
    expect(same.terms).toEqual(policy.terms);
    expect(same.terms.care.limit.amended).toBeUndefined();
  });

  it("takes a policy of another copy of the library", () => {
    const foreign = <T extends object>(value: T) =>
      Object.defineProperties({ ...value }, Object.getOwnPropertyDescriptors(Object.getPrototypeOf(value)));
    const limit = { ...policy.terms.care.limit, value: foreign(yuan(20000)) };
    const copy = definePolicy({
      ...policy,
      terms: { ...policy.terms, care: { ...policy.terms.care, limit } },
    });
    expect(limit.value).not.toBeInstanceOf(Money);
    const better = amend(copy as typeof policy, { terms: { care: { limit: yuan(9000) } } });
    expect(careBenefit({ place: "county", cost: "58000" }, { policy: better }).amount.toString()).toBe("9000.00");
    expect(() => amend(copy as typeof policy, { terms: { care: { limit: "abc" } } })).toThrow(PolicyInputError);
  });

  it("does not touch prototypes", () => {
    const changes = JSON.parse('{"terms":{"__proto__":{"polluted":true},"constructor":{"x":1}}}') as { terms: object };
    expect(() => amend(policy, changes)).toThrow(PolicyInputError);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("a floor may be raised and kept, not lowered; the error names the clause and the floor", () => {
    const { floor } = citing("测试〔2020〕1号");
    const floored = definePolicy({
      ...policy,
      terms: {
        limit: floor("三(一)", yuan(5000), { zh: "限额", en: "limit" }),
        days: floor("三(二)", 10, { zh: "天数", en: "days" }),
        share: floor("三(三)", percent(50), { zh: "比例", en: "share" }),
      },
      check: () => undefined,
    });
    expect(amend(floored, { terms: { limit: yuan("5000.01"), days: 11 } }).terms.limit.value.fen).toBe(500001);
    expect(amend(floored, { terms: { limit: yuan(5000), days: 10 } }).terms.days.value).toBe(10);
    expect(() => amend(floored, { terms: { limit: fen(499999) } })).toThrow(
      /不得低于 5000.00（测试〔2020〕1号 三\(一\)）/,
    );
    expect(issuesOf({ terms: { days: 9, share: "0.49" } }, floored)).toMatchObject([
      { path: ["terms", "days"], code: "BELOW_FLOOR", received: "9", meant: "10" },
      { path: ["terms", "share"], code: "BELOW_FLOOR", received: "0.49", meant: "0.5" },
    ]);
    expect(issuesOf({ terms: { days: 9 } }, floored)[0]?.message.en).toBe(
      'must not be below 10 (测试〔2020〕1号 三(二)) (received "9"; did you mean "10"?)',
    );
    const raised = amend(floored, { terms: { limit: yuan(9000) } });
    expect(amend(raised, { terms: { limit: yuan(5000) } }).terms.limit.value.fen).toBe(500000);
    expect(() => amend(raised, { terms: { limit: fen(499999) } })).toThrow(PolicyInputError);
    expect(issuesOf({ terms: { accident: { death: "19999.99" } } })).toMatchObject([{ code: "BELOW_FLOOR" }]);
  });

  it("a ceiling binds downwards: it is met a fen above, at it and a fen below", () => {
    const limit = (value: string) => issuesOf({ terms: { accident: { limit: value } } });
    expect(limit("60000.01")).toMatchObject([
      { path: ["terms", "accident", "limit"], code: "ABOVE_CEILING", received: "60000.01", meant: "60000.00" },
    ]);
    expect(limit("60000.01")[0]?.message).toEqual({
      zh: "不得高于 60000.00（试办〔2020〕1号 三(二)1）（收到“60000.01”，是否指“60000.00”？）",
      en: 'must not be above 60000.00 (试办〔2020〕1号 三(二)1) (received "60000.01"; did you mean "60000.00"?)',
    });
    for (const value of ["60000", "59999.99"]) {
      expect(String(amend(policy, { terms: { accident: { limit: value } } }).terms.accident.limit.value)).toBe(
        yuan(value).toString(),
      );
    }
  });

  it("what holds in principle may be amended either way, and its name says which", () => {
    const { principle } = citing("〔2021〕1号");
    const usual = definePolicy({
      ...policy,
      terms: { premium: principle("二", yuan(10), { zh: "每份保费", en: "Premium a share" }) },
      check: () => undefined,
    });
    const labelOf = (value: string) => amend(usual, { terms: { premium: value } }).terms.premium.label;
    expect(labelOf("9.99")).toEqual({
      zh: "每份保费（低于原则上的 10.00）",
      en: "Premium a share (below the 10.00 that holds in principle)",
    });
    expect(labelOf("10.01")).toEqual({
      zh: "每份保费（高于原则上的 10.00）",
      en: "Premium a share (above the 10.00 that holds in principle)",
    });
    expect([labelOf("10"), usual.terms.premium.label]).toEqual([
      { zh: "每份保费", en: "Premium a share" },
      { zh: "每份保费", en: "Premium a share" },
    ]);
    expect(amend(amend(usual, { terms: { premium: "9" } }), { terms: { premium: "8" } }).terms.premium.label.zh).toBe(
      "每份保费（低于原则上的 10.00）",
    );
  });
});

// Every term, and what uses it ------------------------------------------------------------------------------------------

interface Marked {
  readonly amended?: true;
}

/** Everything of a result that can be marked as amended, with what it says. */
function markable(result: object): (Marked & Record<string, unknown>)[] {
  const { lines = [], checks = [], deadlines = [] } = result as Record<string, (Marked & Record<string, unknown>)[]>;
  return [...lines, ...checks, ...deadlines];
}

const abroad = { ...patient, place: "abroad" };
const outpatient = { ...patient, inpatient: false };
const elsewhere = { ...patient, place: "province", referred: null };
const care = (cost: string, place: keyof typeof toy.places = "county") => ({ place, referred: false, cost });
const filed = { filedOn: "2020-03-02", decidedOn: "2020-03-03" };

/** Each term: another value, an application that it decides, and the places of what is marked. */
const uses: readonly (readonly [path: string, value: unknown, rule: AnyRule, input: unknown, marked: number[]])[] = [
  ["insured.from", "2020-04-01", checkEligibility, { cover: "care", ...patient }, [0]],
  ["insured.to", "2020-02-29", checkEligibility, { cover: "care", ...patient }, [0]],
  ["insured.to", "2021-02-28", premium, { firstMonth: "2020-12" }, [0]],
  ["insured.within", false, checkEligibility, { cover: "care", ...patient, occurredOn: "2022-01-01" }, [0]],
  ["insured.waitingDays", 61, checkEligibility, { cover: "accident", ...person, accidental: true }, [1]],
  ["insured.monthlyPremium", "5.01", premium, { firstMonth: "2020-12" }, [0]],
  ["care.inpatient", false, checkEligibility, { cover: "care", ...outpatient }, [2]],
  ["care.places", ["abroad"], checkEligibility, { cover: "care", ...abroad }, [3]],
  ["care.referral", false, checkEligibility, { cover: "care", ...elsewhere }, [4]],
  ["care.deductible", "100.01", careBenefit, care("5000"), [0]],
  ["care.tiers", [{ rate: "0.5" }], careBenefit, care("5000"), [1]],
  ["care.unreferred", "0.61", careBenefit, care("5000", "province"), [2]],
  ["care.limit", "1000", careBenefit, care("5000"), [2]],
  ["accident.accidental", false, checkEligibility, { cover: "accident", ...person, accidental: false }, [2]],
  ["accident.death", "20000.01", accidentBenefit, { death: true }, [0]],
  ["accident.disability", "50000.01", accidentBenefit, { disabilityGrade: 1 }, [0]],
  ["accident.limit", "59999.99", accidentBenefit, { disabilityGrade: 1, disabilityPaidBefore: "20000" }, [1]],
  ["accident.scale", ["0.99"], accidentBenefit, { disabilityGrade: 1 }, [0]],
  ["relief.approved", false, checkEligibility, { cover: "relief", ...person, approved: false }, [2]],
  ["deadlines.decide", 6, toy.claimDeadlines, filed, [0]],
  ["deadlines.pay", 20, toy.claimDeadlines, filed, [1]],
  ["settlement.refundBelow", "0.81", toy.settle, { premium: "100", claims: "50" }, [0]],
  ["settlement.sharedFrom", "0.95", toy.settle, { premium: "100", claims: "110" }, [1]],
  ["settlement.sharedTo", "1.05", toy.settle, { premium: "100", claims: "130" }, [1, 2]],
  ["settlement.share", "0.51", toy.settle, { premium: "100", claims: "130" }, [1]],
  ["settlement.shareAbove", "0.31", toy.settle, { premium: "100", claims: "130" }, [2]],
];

const amended = (path: string, value: unknown) => {
  const [group = "", name = ""] = path.split(".");
  return amend(policy, { terms: { [group]: { [name]: value } } });
};

describe("what an amended term decides", () => {
  it("is asked here for every term of the policy", () => {
    const paths = Object.entries(policy.terms).flatMap(([group, terms]) =>
      Object.keys(terms).map((name) => `${group}.${name}`),
    );
    expect([...new Set(uses.map(([path]) => path))]).toEqual(paths);
  });

  it.each(uses)("%s as %j: the rule reads it from the policy it was called with, and its use is marked", (...use) => {
    const [path, value, rule, input, marked] = use;
    const [before, after] = [{}, { policy: amended(path, value) }].map((options) => {
      const outcome = rule.safe(input, options);
      if (!outcome.ok) throw outcome.error;
      return markable(outcome.value);
    }) as [ReturnType<typeof markable>, ReturnType<typeof markable>];
    expect(before.some((each) => "amended" in each)).toBe(false);
    expect(after.flatMap((each, place) => (each.amended === true ? [place] : []))).toEqual(marked);
    // What is said first that differs is what used the term, and says so.
    const first = after.findIndex((each, place) => {
      const { amended: _, ...said } = each;
      return JSON.stringify(said) !== JSON.stringify(before[place]);
    });
    expect(first).toBe(marked[0]);
  });

  it.each([
    ["insured.from", "2020-02-01", "（2020-02-01 至 2020-12-31）", "(2020-02-01 to 2020-12-31)"],
    ["insured.to", "2020-11-30", "（2020-01-01 至 2020-11-30）", "(2020-01-01 to 2020-11-30)"],
    ["insured.waitingDays", 31, "参保满 31 日", "Insured for 31 days"],
  ])("a check that mentions %s follows it", (path, value, zh, en) => {
    const { checks } = checkEligibility({ cover: "care", ...patient }, { policy: amended(path, value) });
    const [text] = checks.filter((check) => check.amended).map((check) => check.text);
    expect(text?.zh).toContain(zh);
    expect(text?.en).toContain(en);
  });

  it("a label that mentions a value follows it, however often it is amended; one that does not stays", () => {
    const once = amend(policy, { terms: { care: { unreferred: "0.5" } } });
    const twice = amend(once, { terms: { care: { unreferred: "0.455" }, insured: { waitingDays: 7 } } });
    const labels = [policy, once, twice].map(({ terms }) => terms.care.unreferred.label);
    expect(labels.map(({ zh }) => zh)).toEqual(["60", "50", "45.5"].map((points) => `未转诊的按 ${points}% 支付`));
    expect(labels.map(({ en }) => en)).toEqual(
      ["60", "50", "45.5"].map((points) => `Without referral ${points}% is paid`),
    );
    const line = careBenefit(care("5000", "province"), { policy: twice }).lines[2];
    expect(line?.label).toEqual(twice.terms.care.unreferred.label);
    expect(amend(policy, { terms: { care: { limit: 1 } } }).terms.care.limit.label).toEqual(
      policy.terms.care.limit.label,
    );
  });

  it("a rule's own checks read the policy it was called with too", () => {
    const longer = { policy: amended("insured.to", "2021-02-28") };
    expect(premium.safe({ firstMonth: "2021-02" }).ok).toBe(false);
    expect(String(premium({ firstMonth: "2021-02" }, longer).amount)).toBe("5.00");
    const refused = premium.safe({ firstMonth: "2021-03" }, longer);
    expect(refused.ok || refused.error.issues[0]?.message.zh).toBe("不在 2020-01 至 2021-02 之间（收到“2021-03”）");
  });
});
