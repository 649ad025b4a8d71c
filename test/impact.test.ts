import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agreementFrom,
  amend,
  chongqing,
  compareDecisions,
  explain,
  fen,
  merge,
  PolicyInputError,
  summariseImpacts,
  type Change,
  type ImpactItem,
  type ImpactSummary,
  type Json,
} from "huimin-rules";
import { law } from "./law.js";

const { assessClaim, assessPerson, claimDeadlines, majorIllnessBenefit, policy } = chongqing;

const lower = amend(policy, { terms: { majorIllness: { deductible: "2000" } } });
const stay = {
  enrolledFrom: "2020-11-01",
  occurredOn: "2021-03-02",
  inpatient: true,
  causedByIllness: true,
  settledOneStop: true,
};
const claim = (outOfCatalogueToDate: string, facts: object = {}) => ({
  cover: "majorIllness" as const,
  facts: { ...stay, ...facts },
  loss: { outOfCatalogueToDate },
});
/** Changes as JSON carries them: where, before, after. */
const told = (changes: readonly Change[]) =>
  (JSON.parse(JSON.stringify(changes)) as Json<readonly Change[]>).map(({ path, before, after }) => [
    path.join("."),
    before,
    after,
  ]);
const issues = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof PolicyInputError)
      return [error.code, ...error.issues.map(({ path, code }) => `${path.join(".")} ${code}`)];
    throw error;
  }
  return [];
};

describe("one case decided in two ways", () => {
  it.each([
    // A quarter of one fen rounds down to nothing, of two up to one.
    ["2000.01", "0.00"],
    ["2000.02", "0.01"],
    ["3000.00", "250.00"],
    ["13000.00", "300.00"],
  ])("a deductible of 2 000 instead of 3 000: %s costs %s more", (costs, difference) => {
    expect(String(compareDecisions(assessClaim, claim(costs), {}, { policy: lower }).difference)).toBe(difference);
  });

  it("tells every amount that changes, and none that does not", () => {
    const impact = compareDecisions(assessClaim, claim("58000"), {}, { policy: lower });
    expect(impact).toMatchObject({ programme: "chongqing", cover: "majorIllness", changed: true });
    expect(told(impact.changes)).toEqual([
      ["benefit.amount", "16250.00", "16600.00"],
      ["benefit.parts.medical", "16250.00", "16600.00"],
      ["payable", "16250.00", "16600.00"],
    ]);
    expect(String(impact.difference)).toBe("350.00");
  });

  it("what is the same is no change, however it is worded", () => {
    const impact = compareDecisions(assessClaim, claim("1000"), {}, { policy: lower });
    expect([impact.changed, impact.changes, String(impact.difference)]).toEqual([false, [], "0.00"]);
  });

  it("an outcome and a day are changes too", () => {
    const input = claim("58000", { settledOneStop: false });
    const { changes, difference } = compareDecisions(assessClaim, input, {}, { readings: { settlement: "orManual" } });
    expect(told(changes)).toContainEqual(["eligibility.outcome", "ineligible", "eligible"]);
    expect(String(difference)).toBe("16250.00");
    const shorter = amend(policy, { terms: { deadlines: { pay: 5 } } });
    const days = compareDecisions(
      claimDeadlines,
      { claimReceivedOn: "2021-05-06", agreedOn: "2021-05-06" },
      {},
      { policy: shorter },
    );
    expect(told(days.changes)).toEqual([["deadlines.pay.dueOn", "2021-05-17", "2021-05-11"]]);
    expect(days.difference).toBeNull();
  });

  it("what a claim would have come to is no change where it is covered on neither side", () => {
    const lower = amend(chongqing.policy, { terms: { majorIllness: { deductible: "2000" } } });
    const facts = { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", inpatient: false };
    const claim = { cover: "majorIllness", facts, loss: { outOfCatalogueToDate: "58000" } } as const;
    const impact = compareDecisions(chongqing.assessClaim, claim, {}, { policy: lower });
    expect([impact.changed, impact.changes, String(impact.difference)]).toEqual([false, [], "0.00"]);
  });

  it("a claim that opens or closes has no difference", () => {
    const open = claim("58000", { settledOneStop: null });
    const { changed, difference } = compareDecisions(assessClaim, open, {}, { readings: { settlement: "orManual" } });
    expect([changed, difference]).toEqual([true, null]);
  });

  it("a refusal on one side is a change, on both sides none", () => {
    const agreement = agreementFrom({
      id: "later",
      title: { zh: "后来的合同", en: "A later one" },
      programme: "chongqing",
      document: "渝民〔2020〕238号",
      validFrom: "2021-04-01",
    });
    const impact = compareDecisions(assessClaim, claim("58000"), {}, { agreement });
    expect([
      impact.changed,
      impact.difference,
      impact.before.ok,
      impact.after.ok,
      impact.changes.map(({ path }) => path),
    ]).toEqual([true, null, true, false, [["error"]]]);
    const bad = compareDecisions(majorIllnessBenefit, { outOfCatalogueToDate: "x" }, {}, { policy: lower });
    expect([bad.changed, bad.cover, bad.difference]).toEqual([false, null, null]);
  });

  it("a person's year is held entry by entry, account by account", () => {
    const { enrolledFrom: _, ...facts } = stay;
    const rows = ["2021-02-01", "2021-03-02"].map((occurredOn, index) => ({
      id: `b${index}`,
      cover: "majorIllness" as const,
      facts: { ...facts, occurredOn },
      loss: { outOfCatalogue: "2500" },
    }));
    const person = { person: "P1", enrolments: [{ from: "2020-11-01" }], claims: rows };
    const impact = compareDecisions(assessPerson, person, {}, { policy: lower });
    expect(String(impact.difference)).toBe("250.00");
    expect(told(impact.changes)).toContainEqual(["entries.b0.entitled", "0.00", "125.00"]);
    expect(told(impact.changes)).toContainEqual([
      "accounts.majorIllness annualLimit 2020-11-01.used",
      "500.00",
      "750.00",
    ]);
  });

  it("options that are none are refused, by side", () => {
    const options = { readings: { nothing: "x" } } as object;
    expect(issues(() => compareDecisions(assessClaim, claim("1"), options, options))).toEqual([
      "INVALID_OPTIONS",
      "before.readings.nothing UNKNOWN_READING",
      "after.readings.nothing UNKNOWN_READING",
    ]);
  });
});

const cents = fc.integer({ min: 0, max: 90_000_000 });
const anyPolicy = fc
  .record({ deductible: fc.integer({ min: 0, max: 1_000_000 }), annualLimit: fc.integer({ min: 0, max: 20_000_000 }) })
  .map(({ deductible, annualLimit }) =>
    amend(policy, {
      terms: { majorIllness: { deductible: fen(deductible).toString(), annualLimit: fen(annualLimit).toString() } },
    }),
  );

describe("laws", () => {
  law("against itself nothing changes", [cents, anyPolicy], (costs, under) => {
    const impact = compareDecisions(assessClaim, claim(fen(costs).toString()), { policy: under }, { policy: under });
    expect([impact.changed, impact.difference?.fen]).toEqual([false, 0]);
  });

  law(
    "the other way round the difference is the opposite, and the changes are the same places",
    [cents, anyPolicy, anyPolicy],
    (costs, one, other) => {
      const input = claim(fen(costs).toString());
      const there = compareDecisions(assessClaim, input, { policy: one }, { policy: other });
      const back = compareDecisions(assessClaim, input, { policy: other }, { policy: one });
      expect((there.difference?.fen ?? 0) + (back.difference?.fen ?? 0)).toBe(0);
      expect(told(back.changes)).toEqual(told(there.changes).map(([path, before, after]) => [path, after, before]));
    },
  );

  law(
    "gained less lost is the difference, over any partition",
    [fc.array(fc.array(cents, { maxLength: 4 }), { minLength: 1, maxLength: 4 }), anyPolicy, anyPolicy],
    (parts, one, other) => {
      const impacts = parts.map((part) =>
        part.map((costs) =>
          compareDecisions(
            majorIllnessBenefit,
            { outOfCatalogueToDate: fen(costs) },
            { policy: one },
            { policy: other },
          ),
        ),
      );
      const whole = summariseImpacts(impacts.flat());
      const { gained, lost, difference, winners, losers, records } = whole.total;
      expect(gained.fen - lost.fen).toBe(difference.fen);
      expect(winners + losers).toBeLessThanOrEqual(records);
      const [first, ...others] = impacts.map(
        (part) => JSON.parse(JSON.stringify(summariseImpacts(part))) as ImpactSummary,
      );
      if (first !== undefined) expect(JSON.stringify(merge(first, ...others))).toBe(JSON.stringify(whole));
    },
  );
});

describe("impacts added up", () => {
  const bills = ["1000", "2500", "58000"].map((outOfCatalogueToDate) =>
    compareDecisions(majorIllnessBenefit, { outOfCatalogueToDate }, {}, { policy: lower }),
  );
  const open = compareDecisions(assessClaim, claim("1", { inpatient: null }), {}, { policy: lower });

  it("say who gains, who loses, who is not decided, and what it costs", () => {
    const back = compareDecisions(majorIllnessBenefit, { outOfCatalogueToDate: "2500" }, { policy: lower }, {});
    const { total } = summariseImpacts([...bills, back, open]);
    expect(JSON.parse(JSON.stringify(total))).toEqual({
      records: 5,
      changed: 3,
      winners: 2,
      losers: 1,
      undecided: 1,
      gained: "475.00",
      lost: "125.00",
      difference: "350.00",
    });
  });

  it("by labels, and in words", () => {
    const items = bills.map((each, index) => ({ ...each, area: index === 0 ? "渝北区" : "渝中区" }));
    const summary = summariseImpacts([...items, open], { by: ["area"] });
    expect(explain(summary)).toMatchInlineSnapshot(`
      "重庆“民政惠民济困保” 渝民〔2020〕238号
      影响汇总（元）
        地区        记录  有变化  增加  减少  未定  增加金额  减少金额    差额
        渝中区         2       2     2     0     0    475.00      0.00  475.00
        渝北区         1       0     0     0     0      0.00      0.00    0.00
        （未填明）     1       0     0     0     1      0.00      0.00    0.00
        合计           4       2     2     0     1    475.00      0.00  475.00
        未定的 1 条差额不明，未计入差额"
    `);
    expect(explain(bills[2] ?? {})).toMatchInlineSnapshot(`
      "重庆“民政惠民济困保” 渝民〔2020〕238号
      前后对照
        原  结论：16250.00元
        新  结论：16600.00元
        “amount”         16250.00  →  16600.00
        “parts.medical”  16250.00  →  16600.00
      差额：350.00元"
    `);
    expect(explain(bills[2] ?? {}, { locale: "en" })).toMatchInlineSnapshot(`
      "Chongqing civil-affairs insurance for people in hardship 渝民〔2020〕238号
      Before and after
        before  Result: 16250.00 yuan
        after   Result: 16600.00 yuan
        "amount"         16250.00  →  16600.00
        "parts.medical"  16250.00  →  16600.00
      Difference: 350.00 yuan"
    `);
  });

  it("in words, where nothing changes, where the outcome does, where the difference is not known, where one side refuses", () => {
    const en = { locale: "en" } as const;
    const orManual = { readings: { settlement: "orManual" } } as const;
    const same = compareDecisions(majorIllnessBenefit, { outOfCatalogueToDate: "58000" }, {}, {});
    expect(explain(same, en)).toMatch(/\n {2}nothing changes\nDifference: 0\.00 yuan$/);
    const opened = compareDecisions(assessClaim, claim("58000", { settledOneStop: false }), {}, orManual);
    expect(explain(opened, en)).toMatch(/\n {2}"?eligibility\.outcome"? +not eligible +→ +eligible/);
    const open = compareDecisions(assessClaim, claim("58000", { settledOneStop: null }), {}, orManual);
    expect(explain(open)).toMatch(/差额：不明$/);
    const refused = compareDecisions(majorIllnessBenefit, { outOfCatalogueToDate: "x" }, {}, { policy: lower });
    expect(explain(refused)).toContain("outOfCatalogueToDate");
  });

  it("what is no impact is refused", () => {
    expect(issues(() => summariseImpacts([7 as never]))).toEqual(["INVALID_INPUT", "0 WRONG_TYPE"]);
    expect(issues(() => summariseImpacts([{ programme: "chongqing" } as ImpactItem]))).toEqual([
      "INVALID_INPUT",
      "0 WRONG_TYPE",
    ]);
    expect(issues(() => summariseImpacts([{ programme: "a", cover: null, changed: true, difference: "x" }]))).toEqual([
      "INVALID_INPUT",
      "0.difference WRONG_TYPE",
    ]);
  });
});
