import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, type Check } from "huimin-rules/core";
import { eligibilityOf, Inquiry, withNumbers } from "../../src/core/eligibility.js";
import { day, fact, flag, list, oneOf } from "../../src/core/fields.js";
import { citing, type Provision } from "../../src/core/policy.js";
import { law } from "../law.js";
import { patient, person } from "./toy-cases.js";
import * as toy from "./toy.js";

const { provision } = citing("试〔2020〕1号");
const needed = provision("一", true, { zh: "要求", en: "Needed" });
const waived = { ...needed, value: false, amended: true } as const;
const listed = provision("二", ["county", "province"], { zh: "在列", en: "Listed" }, toy.places);
const fields = {
  yes: fact(flag("是否", "Whether")),
  on: fact(day("日期", "Day")),
  place: fact(oneOf(toy.places, "地点", "Place")),
  all: fact(list(oneOf(toy.places, "地点", "Place"), "各地", "Places")),
};
const ask = (facts: Readonly<Partial<Record<keyof typeof fields, unknown>>>) =>
  new Inquiry<keyof typeof fields>(facts, fields);

describe("a question", () => {
  it.each<[string, Check, Check["outcome"], string, string]>([
    ["is", ask({ yes: true }).is("yes", needed), "met", "要求：符合（是否：是）", "Needed: met (Whether: yes)"],
    ["is", ask({ yes: false }).is("yes", needed), "unmet", "要求：不符合（是否：否）", "Needed: not met (Whether: no)"],
    [
      "is",
      ask({}).is("yes", needed),
      "unknown",
      "要求：待查明（尚缺：是否）",
      "Needed: not known yet (missing: Whether)",
    ],
    [
      "is",
      ask({ yes: null }).is("yes", needed),
      "unknown",
      "要求：待查明（尚缺：是否）",
      "Needed: not known yet (missing: Whether)",
    ],
    ["isNot", ask({ yes: false }).isNot("yes", needed), "met", "要求：符合（是否：否）", "Needed: met (Whether: no)"],
    [
      "isNot",
      ask({ yes: true }).isNot("yes", needed),
      "unmet",
      "要求：不符合（是否：是）",
      "Needed: not met (Whether: yes)",
    ],
    [
      "isOneOf",
      ask({ place: "county" }).isOneOf("place", listed),
      "met",
      "在列：符合（地点：县内）",
      "Listed: met (Place: in the county)",
    ],
    [
      "isOneOf",
      ask({ place: "abroad" }).isOneOf("place", listed),
      "unmet",
      "在列：不符合（地点：省外）",
      "Listed: not met (Place: outside the province)",
    ],
    [
      "isOneOfOpen",
      ask({ place: "county" }).isOneOfOpen("place", listed),
      "met",
      "在列：符合（地点：县内）",
      "Listed: met (Place: in the county)",
    ],
    [
      "isOneOfOpen",
      ask({ place: "abroad" }).isOneOfOpen("place", listed),
      "unknown",
      "在列：待查明（地点：省外；所列情形以“等”收尾，是否包括须由合同明确）",
      "Listed: not known yet (Place: outside the province; the list is open, so the contract has to say whether it is covered)",
    ],
    [
      "isOneOfOpen",
      ask({}).isOneOfOpen("place", listed),
      "unknown",
      "在列：待查明（尚缺：地点）",
      "Listed: not known yet (missing: Place)",
    ],
    [
      "holds of several",
      ask({ on: "2020-01-01", all: ["county", "abroad"] }).holds(
        "code",
        ["on", "all"],
        needed,
        (_: string, all: string[]) => all.length === 2,
      ),
      "met",
      "要求：符合（日期：2020-01-01；各地：县内、省外）",
      "Needed: met (Day: 2020-01-01; Places: in the county, outside the province)",
    ],
    [
      "holds while one is missing",
      ask({ on: "2020-01-01" }).holds("code", ["on", "all", "yes"], needed, () => false),
      "unknown",
      "要求：待查明（尚缺：各地；是否）",
      "Needed: not known yet (missing: Places; Whether)",
    ],
    ["a waived one", ask({ yes: false }).is("yes", waived), "waived", "要求：不作要求", "Needed: waived"],
    [
      "a waived one of several",
      ask({}).holds("code", ["on"], waived, () => false),
      "waived",
      "要求：不作要求",
      "Needed: waived",
    ],
  ])("%s: %j", (_, check, outcome, zh, en) => {
    expect([check.outcome, check.text]).toEqual([outcome, { zh, en }]);
    expect(check.missing.length > 0).toBe(outcome === "unknown");
    expect(check.amended).toBe(outcome === "waived" ? true : undefined);
  });

  it("a condition is asked only when all of its facts are known and it is not waived", () => {
    const asked: unknown[][] = [];
    const condition = (...values: unknown[]) => asked.push(values) > 0;
    ask({ on: "2020-01-01" }).holds("code", ["on", "yes"], needed, condition);
    ask({ on: "2020-01-01", yes: true }).holds("code", ["on", "yes"], waived, condition);
    ask({ on: "2020-01-01", yes: false }).holds("code", ["on", "yes"], needed, condition);
    expect(asked).toEqual([["2020-01-01", false]]);
    expect([ask({ yes: false }).known("yes"), ask({ yes: null }).known("yes"), ask({}).known("yes")]).toEqual([
      false,
      undefined,
      undefined,
    ]);
  });
});

describe("a check of one answer or word", () => {
  const isListed = (place: string) => ask({ place }).isOneOf("place", listed);

  it("is the same each time, and frozen: it is made once for its term", () => {
    expect(ask({ yes: true }).is("yes", needed)).toBe(ask({ yes: true }).is("yes", needed));
    expect(isListed("county")).toBe(isListed("county"));
    expect(isListed("abroad")).toBe(isListed("abroad"));
    expect([ask({ yes: true }).is("yes", needed), isListed("county")].every(Object.isFrozen)).toBe(true);
  });

  it("is another for another answer, outcome, code or term", () => {
    const checks = [
      isListed("county"),
      isListed("province"),
      ask({ yes: true }).is("yes", needed),
      ask({ yes: false }).isNot("yes", needed),
      ask({ yes: true }).isNot("yes", needed),
      ask({ yes: true }).holds("code", ["yes"], needed, () => true),
      ask({ yes: true }).is("yes", withNumbers(needed, "一", " one")),
    ];
    expect(checks.map(({ code, outcome, text }) => `${code} ${outcome} ${text.en}`)).toEqual([
      "place met Listed: met (Place: in the county)",
      "place met Listed: met (Place: elsewhere in the province)",
      "yes met Needed: met (Whether: yes)",
      "yes met Needed: met (Whether: no)",
      "yes unmet Needed: not met (Whether: yes)",
      "code met Needed: met (Whether: yes)",
      "yes met Needed one: met (Whether: yes)",
    ]);
    expect(new Set(checks).size).toBe(checks.length);
  });

  it("is not kept of a day or a list, of which there is no end", () => {
    const holds = (name: "on" | "all", value: unknown) =>
      ask({ [name]: value }).holds(name, [name], needed, () => true);
    const all = ["county"];
    expect(holds("on", "2020-01-01")).not.toBe(holds("on", "2020-01-01"));
    expect(holds("all", all)).not.toBe(holds("all", all));
    expect(holds("on", "2020-01-01")).toEqual(holds("on", "2020-01-01"));
  });

  it("tells a word that its vocabulary does not have as it stands", () => {
    expect(isListed("moon").text).toEqual({ zh: "在列：不符合（地点：moon）", en: "Listed: not met (Place: moon)" });
  });
});

describe("an outcome", () => {
  const of = (...outcomes: Check["outcome"][]) =>
    eligibilityOf(
      outcomes.map((outcome, index) => ({
        code: `c${index}`,
        outcome,
        clause: needed.clause,
        missing: outcome === "unknown" ? ["yes"] : [],
        text: needed.label,
      })),
      {},
    );

  it("an unmet check decides, then an unknown one; waived ones and none at all do not stand against it", () => {
    expect(of("met", "unknown", "unmet")).toMatchObject({ outcome: "ineligible", unmet: ["c2"], missing: ["yes"] });
    expect(of("met", "unknown", "waived", "unknown")).toMatchObject({ outcome: "undetermined", missing: ["yes"] });
    expect(of("met", "waived").outcome).toBe("eligible");
    expect(of("waived")).toMatchObject({ outcome: "eligible", unmet: [], missing: [] });
    expect(of().outcome).toBe("eligible");
    expect(eligibilityOf([null, null], { a: "b" })).toEqual({
      outcome: "eligible",
      checks: [],
      unmet: [],
      missing: [],
      readings: { a: "b" },
    });
  });

  const outcomes = fc.constantFrom<Check["outcome"][]>("met", "unmet", "unknown", "waived");
  law("the order of the checks does not matter to it", [fc.array(outcomes, { maxLength: 6 })], (each) => {
    expect(of(...each).outcome).toBe(of(...[...each].reverse()).outcome);
  });
});

describe("a waived requirement", () => {
  const without = amend(toy.policy, { terms: { care: { inpatient: false }, insured: { within: false } } });

  it.each([{}, { inpatient: null }, { inpatient: true }, { inpatient: false, occurredOn: "2022-01-01" }])(
    "stays as a check, is marked, and asks nothing: %j",
    (facts) => {
      const result = toy.checkEligibility({ cover: "care", ...person, place: "county", ...facts }, { policy: without });
      expect(result).toMatchObject({ outcome: "eligible", missing: [], unmet: [] });
      expect(result.checks.map(({ code, outcome, amended }) => [code, outcome, amended])).toEqual([
        ["occurredOn", "waived", true],
        ["waited", "met", undefined],
        ["inpatient", "waived", true],
        ["place", "met", undefined],
      ]);
    },
  );
});

describe("withNumbers", () => {
  const numbers = [provision("二", 3, needed.label), provision("三", 22, needed.label)] as const;
  const labelled = (term: Provision<boolean>, ...others: Provision<unknown>[]) =>
    withNumbers(term, "（3 至 22）", " (3 to 22)", ...others);

  it("adds them to the label, and nothing else changes", () => {
    const term = labelled(needed, ...numbers);
    expect(term).toEqual({ ...needed, label: { zh: "要求（3 至 22）", en: "Needed (3 to 22)" } });
    expect("amended" in term).toBe(false);
  });

  it.each([0, 1, 2])("is marked when the term or a number is amended, whichever: %i", (which) => {
    const [term, ...others] = [needed, ...numbers].map((each, place) =>
      place === which ? { ...each, amended: true as const } : each,
    ) as [Provision<boolean>, ...Provision<unknown>[]];
    expect(labelled(term, ...others).amended).toBe(true);
    expect(ask({ yes: true }).is("yes", labelled(term, ...others)).amended).toBe(true);
  });
});

// The toy ----------------------------------------------------------------------------------------------------------------

const known = {
  care: {
    insuredFrom: ["2020-01-01", "2020-02-29"],
    occurredOn: ["2020-03-01", "2021-03-01"],
    inpatient: [true, false],
    place: ["county", "province", "abroad"],
    referred: [true, false],
  },
  accident: { insuredFrom: ["2020-01-01"], occurredOn: ["2020-03-01", "2021-03-01"], accidental: [true, false] },
  relief: { insuredFrom: ["2020-02-29"], occurredOn: ["2020-03-01"], approved: [true, false] },
} as const;

describe("learning a fact", () => {
  it.each(Object.entries(known))(
    "never turns a settled outcome, and never leaves it missing: %s, exhaustively",
    (cover, values) => {
      const cases = Object.entries(values).reduce<Record<string, unknown>[]>(
        (all, [name, each]) =>
          all.flatMap((facts) => [null, ...(each as readonly unknown[])].map((value) => ({ ...facts, [name]: value }))),
        [{}],
      );
      let turned = 0;
      for (const facts of cases) {
        const before = toy.checkEligibility({ cover, ...facts } as never);
        for (const [name, each] of Object.entries(values)) {
          if (facts[name] !== null) continue;
          for (const value of each as readonly unknown[]) {
            const after = toy.checkEligibility({ cover, ...facts, [name]: value } as never);
            expect(after.missing).not.toContain(name);
            if (before.outcome === "undetermined") turned += after.outcome === "undetermined" ? 0 : 1;
            else expect(after.outcome, JSON.stringify({ facts, name, value })).toBe(before.outcome);
            // A check that was met or unmet stays so.
            for (const check of before.checks) {
              const now = after.checks.find(({ code }) => code === check.code);
              if (check.outcome !== "unknown") expect(now?.outcome).toBe(check.outcome);
            }
          }
        }
      }
      expect(turned).toBeGreaterThan(0);
    },
  );

  it("absent and null are the same", () => {
    const { place: _, ...rest } = patient;
    expect(toy.checkEligibility({ cover: "care", ...rest })).toEqual(
      toy.checkEligibility({ cover: "care", ...rest, place: null, referred: null }),
    );
  });
});
