import { describe, expect, expectTypeOf, it } from "vitest";
import { Money, yuan, type Between } from "huimin-rules/core";
import { claimsOf } from "../../src/core/claim.js";
import { day, fact, flag, integer, money, optional, orZero } from "../../src/core/fields.js";
import { citing, definePolicy } from "../../src/core/policy.js";
import { benefit as benefitShape } from "../../src/core/results.js";
import { rulesOf } from "../../src/core/rule.js";
import { patient, person } from "./toy-cases.js";
import * as toy from "./toy.js";

const { provision, clause } = citing("试〔2020〕1号");

/** A made-up policy: care elsewhere pays the bill only with a referral, so the amount needs that fact there, and only there. */
const policy = definePolicy({
  id: "test",
  title: { zh: "试", en: "Test" },
  document: {
    number: "试〔2020〕1号",
    title: { zh: "试", en: "Test" },
    issuers: ["试"],
    issuedOn: "2020-01-01",
    checkedOn: "2020-01-01",
    inForce: { from: "2020-01-01" },
  },
  covers: { care: { clause: clause("一"), title: { zh: "医疗", en: "Care" } } },
  terms: { referred: provision("一", true, { zh: "已转诊", en: "Referred" }) },
  readings: {},
  check: () => undefined,
});

const referred = flag("是否转诊", "Whether referred");
const benefit = rulesOf(policy).rule({
  id: "benefit",
  title: { zh: "医疗", en: "Care" },
  clause: "一",
  result: benefitShape,
  input: {
    elsewhere: flag("是否外地", "Whether elsewhere"),
    referred: optional(referred),
    bill: money("费用", "Bill"),
    paid: money("已付", "Paid"),
  },
  check({ elsewhere, referred, bill, paid }, report) {
    if (elsewhere === true && referred === undefined) report(["referred"], "MISSING", "须填写", "needed elsewhere");
    if (bill && paid && paid.compare(bill) > 0) report(["paid"], "CONFLICT", "超过费用", "above the bill");
  },
  evaluate({ bill, paid }, { statement }) {
    return statement().benefit([bill], { medical: bill }, paid);
  },
});

const { cover, assessmentRule } = claimsOf(policy);
const assess = assessmentRule({
  clause: "一",
  covers: {
    care: cover({
      facts: { elsewhere: fact(flag("是否外地", "Whether elsewhere")), referred: fact(referred) },
      benefit,
      requires: (ask, { terms }) => [
        ask.known("elsewhere") === false ? null : ask.holds("elsewhere", ["elsewhere"], terms.referred, () => true),
        ask.known("elsewhere") === true ? ask.is("referred", terms.referred) : null,
      ],
    }),
  },
  dates: {},
  periods: () => [],
});

const loss = { bill: "100", paid: "40" };

describe("an assessment whose amount needs a fact only in some cases", () => {
  it("asks the fact only where it is needed", () => {
    const result = assess({ cover: "care", facts: { elsewhere: false }, loss });
    expect([result.eligibility.outcome, String(result.payable)]).toEqual(["eligible", "60.00"]);
  });

  it.each([undefined, null])("leaves the amount open while it is %s", (referred) => {
    const result = assess({ cover: "care", facts: { elsewhere: true, referred }, loss });
    expect(result).toMatchObject({ benefit: null, payable: null, pending: "facts" });
    expect(result.eligibility.missing).toEqual(["referred"]);
  });

  it("asks nothing that hangs on a fact not known, and names that fact", () => {
    expect(assess({ cover: "care", facts: {}, loss }).eligibility.missing).toEqual(["elsewhere"]);
  });

  it("has the amount once it is known, whatever it is", () => {
    const amounts = [true, false].map((referred) => {
      const { benefit: due, payable } = assess({ cover: "care", facts: { elsewhere: true, referred }, loss });
      return [String(due?.amount), String(payable)];
    });
    expect(amounts).toEqual([
      ["60.00", "60.00"],
      ["60.00", "0.00"],
    ]);
  });

  it("still refuses what contradicts itself, with the place where it was given", () => {
    const outcome = assess.safe({ cover: "care", facts: { elsewhere: true }, loss: { bill: "100", paid: "100.01" } });
    expect(outcome).toMatchObject({ ok: false, error: { issues: [{ path: ["loss", "paid"], code: "CONFLICT" }] } });
    expect(outcome.ok || outcome.error.issues).toHaveLength(1);
  });

  it("asked by itself, the benefit rule refuses to do without it", () => {
    expect(benefit.safe({ elsewhere: true, ...loss })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["referred"], code: "MISSING" }] },
    });
  });
});

// The toy: what is payable, and what it can come to ------------------------------------------------------------------------

const { assessClaim, careBenefit, checkEligibility } = toy;
type Facts = Readonly<Record<string, unknown>>;

/** Every value that matters of each fact of care: one that meets what is asked, and each kind that does not. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  insuredFrom: ["2020-01-01", "2020-02-29"],
  occurredOn: ["2020-03-01", "2021-03-01"],
  inpatient: [true, false],
  place: ["county", "province", "abroad"],
  referred: [true, false],
};

/** Every case with, for each fact, one of its values or none. */
const casesOf = (open: boolean): Facts[] =>
  Object.entries(values).reduce<Facts[]>(
    (cases, [name, each]) =>
      cases.flatMap((known) => [...(open ? [null] : []), ...each].map((value) => ({ ...known, [name]: value }))),
    [{}],
  );
const whole = casesOf(false);
const open = casesOf(true).filter((facts) => Object.values(facts).includes(null));

const completes = (facts: Facts, known: Facts) =>
  Object.entries(known).every(([name, value]) => value === null || facts[name] === value);

const assessed = (facts: Facts, cost = "8100") => assessClaim({ cover: "care", facts, loss: { cost } });

describe("what an open claim can come to", () => {
  const payable = new Map(whole.map((facts) => [facts, assessed(facts).payable as Money]));

  it("every case that is known is decided", () => {
    expect(whole).toHaveLength(48);
    expect(
      [...payable.values()]
        .map(String)
        .filter((each) => each !== "0.00")
        .sort(),
    ).toEqual(
      ["3000.00", "5000.00", "5000.00", "5000.00"], // 5000 in the county or with referral, 60 % without
    );
  });

  it("least and most hold for every completion of the missing facts, and where the days are known some completion comes to each", () => {
    expect(open).toHaveLength(276);
    let pending = 0;
    for (const facts of open) {
      const result = assessed(facts);
      const amounts = whole.filter((each) => completes(each, facts)).map((each) => payable.get(each) as Money);
      const [least, most] = [amounts.reduce((a, b) => a.min(b)), amounts.reduce((a, b) => a.max(b))];
      if (result.pending === null) {
        expect([least.fen, most.fen], JSON.stringify(facts)).toEqual([result.payable.fen, result.payable.fen]);
      } else {
        pending += 1;
        expect(result.pending).toBe("facts");
        const bounds = result.between as Between;
        expect(bounds.least.compare(least), JSON.stringify(facts)).toBeLessThanOrEqual(0);
        expect(bounds.most.compare(most), JSON.stringify(facts)).toBeGreaterThanOrEqual(0);
        // Days have more values than are tried here; of the rest every one is, so that some case comes to each bound.
        if (facts["insuredFrom"] !== null && facts["occurredOn"] !== null) {
          expect([bounds.least, bounds.most].map(String), JSON.stringify(facts)).toEqual([least, most].map(String));
        }
      }
    }
    expect(pending).toBeGreaterThan(20);
  });

  it.each([
    ["the place", { place: null, referred: null }, "0.00", "5000.00"],
    ["the referral", { place: "province", referred: null }, "3000.00", "5000.00"],
    ["whether in hospital", { inpatient: null }, "0.00", "5000.00"],
    ["the day", { occurredOn: null }, "0.00", "5000.00"],
  ])("while %s is not known", (_, facts, least, most) => {
    const { between, payable: none, pending } = assessed({ ...patient, ...facts });
    expect([none, pending, String(between?.least), String(between?.most)]).toEqual([null, "facts", least, most]);
  });

  it("learning a fact never widens it", () => {
    const widths = open.map((facts) => [facts, assessed(facts).between] as const);
    for (const [facts, between] of widths) {
      if (between === null) continue;
      for (const [more, narrower] of widths) {
        if (narrower === null || !completes(more, facts)) continue;
        expect(narrower.least.compare(between.least)).toBeGreaterThanOrEqual(0);
        expect(narrower.most.compare(between.most)).toBeLessThanOrEqual(0);
      }
    }
  });

  it("is not told while the loss is not known, where the contract sets the amount, or when nothing is open", () => {
    expect(assessClaim({ cover: "care", facts: { ...patient, inpatient: null } })).toMatchObject({
      pending: "facts",
      between: null,
    });
    expect(assessClaim({ cover: "relief", facts: { ...person, approved: null } })).toMatchObject({
      pending: "facts",
      between: null,
    });
    expect(assessed(patient)).toMatchObject({ pending: null, between: null });
  });

  it("reads the readings that were given", () => {
    const facts = { ...patient, inpatient: null, place: null };
    const granted = assessClaim(
      { cover: "care", facts, loss: { cost: "8100" } },
      { readings: { outpatient: "granted" } },
    );
    expect(granted.eligibility.missing).toEqual(["place"]);
    expect(String(granted.between?.most)).toBe("5000.00");
  });

  it("is never too narrow where a missing fact is a number, whose values cannot all be tried", () => {
    const grades = rulesOf(toy.policy).rule({
      id: "grades",
      title: { zh: "等级", en: "Grades" },
      clause: "三(二)",
      result: benefitShape,
      input: { grade: optional(integer("等级", "Grade", 1, 10)), bill: money("费用", "Bill") },
      evaluate: ({ grade = 0, bill }, { statement }) => statement().benefit(grade > 5 ? [bill] : [], {}),
    });
    const claims = claimsOf(toy.policy);
    const assess = claims.assessmentRule({
      clause: "三",
      dates: {},
      periods: () => [],
      covers: {
        accident: claims.cover({
          facts: { grade: fact(integer("等级", "Grade", 1, 10)) },
          benefit: grades,
          requires: (ask, { terms }) => [ask.holds("grade", ["grade"], terms.accident.accidental, () => true)],
        }),
      },
    });
    const bounds = (facts: object) => assess({ cover: "accident", facts, loss: { bill: "100" } });
    expect(String(bounds({ grade: 10 }).payable)).toBe("100.00");
    const { between } = bounds({}) as { between: Between | null };
    if (between !== null) expect(between.most.fen).toBeGreaterThanOrEqual(yuan(100).fen);
  });
});

// Covers of other kinds -------------------------------------------------------------------------------------------------

const claims = claimsOf(toy.policy);
const { rule } = rulesOf(toy.policy);
const made = { title: { zh: "另一险种", en: "Another cover" }, clause: "三", result: benefitShape };
const grave = flag("是否重症", "Whether grave");
const none = { clause: "三", dates: {}, periods: () => [] } as const;

describe("what an open claim waits for", () => {
  /** Pays 100 for a grave case, else 40, of what the contract agrees to beside the bill; every case is covered. */
  const agreed = rule({
    ...made,
    id: "agreed",
    input: { grave, bill: money("费用", "Bill"), agreed: money("约定", "Agreed") },
    evaluate: ({ grave: is }, { statement }) => statement().benefit([yuan(is ? 100 : 40)], {}),
  });
  const assess = claims.assessmentRule({
    ...none,
    covers: {
      care: claims.cover({
        facts: { grave: fact(grave) },
        benefit: agreed,
        fromContract: ["agreed"],
        requires: () => [],
      }),
    },
  });
  const [bill, sum] = [{ bill: 1 }, { agreed: 1 }];
  const waits = (facts: object, loss: object) => {
    const { eligibility, pending, between } = assess({ cover: "care", facts, loss });
    expect(eligibility.outcome).toBe("eligible");
    return [pending, between === null ? null : `${between.least} to ${between.most}`];
  };

  it.each<[object, object, string | null, string | null]>([
    [{}, {}, "facts", null],
    [{}, bill, "facts", null],
    [{}, { ...bill, ...sum }, "facts", "40.00 to 100.00"],
    [{ grave: true }, {}, "loss", null],
    [{ grave: true }, sum, "loss", null],
    [{ grave: true }, bill, "contract", null],
    [{ grave: true }, { ...bill, ...sum }, null, null],
  ])("with %j known and %j of the loss: %s, and %s", (facts, loss, pending, between) => {
    expect(waits(facts, loss)).toEqual([pending, between]);
  });
});

describe("what an open claim can come to, where a fact decides on cover and amount", () => {
  const byGravity = rule({
    ...made,
    id: "byGravity",
    input: { grave, paid: orZero(money("已付", "Paid")) },
    evaluate: ({ grave: is, paid }, { statement }) => statement().benefit([yuan(is ? 100 : 40)], {}, paid),
  });
  const assess = claims.assessmentRule({
    ...none,
    covers: {
      care: claims.cover({
        facts: { grave: fact(grave) },
        benefit: byGravity,
        requires: (ask, { terms }) => [ask.isNot("grave", terms.care.inpatient)],
      }),
    },
  });

  it("an amount counts only where it would be paid: 100 is not covered, 40 is", () => {
    expect(assess({ cover: "care", facts: {} }).between).toEqual({ least: yuan(0), most: yuan(40) });
  });

  it("what has a default in the loss is no loss to wait for", () => {
    expect(String(assess({ cover: "care", facts: { grave: false } }).payable)).toBe("40.00");
    expect(String(assess({ cover: "care", facts: { grave: false }, loss: { paid: 15 } }).payable)).toBe("25.00");
  });
});

describe("facts, loss and days that contradict each other", () => {
  const checked = rule({
    ...made,
    id: "checked",
    input: { grave, bill: money("费用", "Bill") },
    check({ grave: is, bill }, report) {
      if (is && bill?.isZero()) report(["grave"], "CONFLICT", "重症须有费用", "a grave case has a bill");
    },
    evaluate: ({ bill }, { statement }) => statement().benefit([bill], {}),
  });
  const assess = claims.assessmentRule({
    clause: "三",
    dates: { from: day("首日", "First day"), to: optional(day("末日", "Last day")) },
    periods: () => [],
    covers: {
      care: claims.cover({
        facts: { grave: fact(grave), on: fact(day("日期", "Day")) },
        benefit: checked,
        requires: () => [],
        check({ on }, report) {
          if (on === "2020-01-01") report(["on"], "CONFLICT", "假日", "a holiday");
        },
      }),
    },
    checkDates({ from, to }, report) {
      if (from && to && to < from) report(["to"], "CONFLICT", "早于首日", "before the first day");
    },
    checkClaim(cover, { on }, loss, report, { from }) {
      if (cover === "care" && loss && typeof on === "string" && from && from < on) {
        report(["dates", "from"], "CONFLICT", "早于发生日", "before the event");
      }
    },
  });
  const problems = (facts: object, loss?: object, dates?: { from: string; to?: string }) => {
    const outcome = assess.safe({ cover: "care", facts, loss, dates });
    return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
  };

  it("are told where they were given", () => {
    const dates = { from: "2020-01-02", to: "2020-01-01" };
    expect(problems({ grave: true, on: "2020-01-01" }, { bill: 0 }, dates)).toEqual([
      "facts.on CONFLICT",
      "facts.grave CONFLICT",
      "dates.to CONFLICT",
    ]);
    expect(problems({ on: "2020-01-03" }, { bill: 0 }, { from: "2020-01-02" })).toEqual(["dates.from CONFLICT"]);
  });

  it("do so only as far as they are known", () => {
    expect(problems({ on: "2020-01-03" }, undefined, { from: "2020-01-02" })).toEqual([]);
    expect(problems({ grave: true, on: null }, {}, { from: "2020-01-02", to: "2020-01-02" })).toEqual([]);
  });

  it("of a cover that is none nothing is asked", () => {
    const outcome = assess.safe({ cover: "flood", facts: { on: "2020-01-01" } });
    expect(outcome.ok || outcome.error.issues.map(({ path, code }) => [path, code])).toEqual([
      [["cover"], "UNKNOWN_CHOICE"],
    ]);
  });
});

/** The names of the fields of a cover's loss. */
function lossOf(cover: string): string[] {
  const { fields } = assessClaim;
  const shape = "covers" in fields ? fields.covers[cover]?.["loss"]?.shape : undefined;
  return shape !== undefined && "fields" in shape ? Object.keys(shape.fields) : [];
}

describe("an assessment", () => {
  it("agrees with the rules that it is made of", () => {
    for (const facts of whole) {
      const result = assessed(facts);
      const { basis, ...eligibility } = checkEligibility({ cover: "care", ...facts });
      expect(basis.rule).toBe("toy.checkEligibility");
      expect(result.eligibility).toEqual(eligibility);
      const { place, referred } = facts as { place: "county"; referred: boolean };
      const { basis: _, ...benefit } = careBenefit({ place, referred, cost: "8100" });
      expect(result.benefit).toEqual(benefit);
      expect(result.payable?.fen).toBe(eligibility.outcome === "eligible" ? benefit.amount.fen : 0);
    }
  });

  it("waits for the loss, or says that the contract sets the amount", () => {
    const waiting = assessClaim({ cover: "care", facts: patient });
    expect(waiting).toMatchObject({ benefit: null, payable: null, pending: "loss", between: null });
    const relief = assessClaim({ cover: "relief", facts: { ...person, approved: true } });
    expect(relief).toMatchObject({ benefit: null, payable: null, pending: "contract", between: null });
    const refused = assessClaim({ cover: "relief", facts: { ...person, approved: false } });
    expect([String(refused.payable), refused.pending]).toEqual(["0.00", null]);
  });

  it("waits for the loss as long as nothing is claimed; an explicit 0 is claimed", () => {
    for (const loss of [undefined, {}, { paid: "3" }]) {
      expect(assessClaim({ cover: "care", facts: patient, loss })).toMatchObject({ benefit: null, pending: "loss" });
    }
    const facts = { ...person, accidental: true };
    for (const loss of [undefined, {}, { death: false }, { disabilityPaidToDate: "3" }]) {
      expect(assessClaim({ cover: "accident", facts, loss })).toMatchObject({ benefit: null, pending: "loss" });
    }
    expect(String(assessClaim({ cover: "care", facts: patient, loss: { cost: 0 } }).payable)).toBe("0.00");
  });

  it("pays what the contract sets, on one line that cites the clause which leaves it to the contract", () => {
    const claim = (approved: boolean | null) =>
      assessClaim({ cover: "relief", facts: { ...person, approved }, loss: { contractAmount: "1234.56" } });
    const { payable, benefit } = claim(true);
    expect([String(payable), String(benefit?.amount), String(benefit?.parts.contract)]).toEqual([
      "1234.56",
      "1234.56",
      "1234.56",
    ]);
    expect(
      benefit?.lines.map(({ label, clause, amount }) => [label.zh, label.en, clause.path, String(amount)]),
    ).toEqual([["按合同约定赔付", "As the contract gives", "三(三)", "1234.56"]]);
    const { least, most } = claim(null).between as Between;
    expect([String(least), String(most), String(claim(false).payable)]).toEqual(["0.00", "1234.56", "0.00"]);
  });

  it("hands what becomes of the claim to its periods", () => {
    const given: unknown[] = [];
    const claims = claimsOf(toy.policy);
    const told = claims.assessmentRule({
      clause: "三",
      dates: {},
      covers: { relief: toy.covers.relief },
      periods: ({ outcome, payable }) => {
        given.push([outcome, payable === null ? null : String(payable)]);
        return [];
      },
    });
    const loss = { contractAmount: "7" };
    for (const approved of [true, false, null])
      told({ cover: "relief", facts: { ...person, approved }, loss, dates: {} });
    expect(given).toEqual([
      ["eligible", "7.00"],
      ["ineligible", "0.00"],
      ["undetermined", null],
    ]);
  });

  it("says what stands in the wrong place: of the facts, the loss, or another cover", () => {
    const outcome = assessClaim.safe({
      cover: "care",
      place: "county",
      facts: { ...patient, cost: "1", accidental: true },
      loss: { cost: "1", place: "county", death: true },
    });
    expect(outcome.ok || outcome.error.issues.map(({ path, meant }) => [path.join("."), meant])).toEqual([
      ["facts.cost", "loss.cost"],
      ["facts.accidental", "accident"],
      ["loss.place", "facts.place"],
      ["loss.death", "accident"],
      ["place", "facts.place"],
    ]);
  });

  it("the fields of the loss are those of the benefit rule that are no facts", () => {
    expect(lossOf("care")).toEqual(["cost", "paid"]);
    expect(lossOf("relief")).toEqual(["contractAmount"]);
    expect(assessClaim.safe({ cover: "relief", facts: {}, loss: { any: 1 } }).ok).toBe(false);
  });

  it("counts each period that runs, and names those that end outside the calendar", () => {
    const counted = (dates: { filedOn: string; decidedOn?: string }) => {
      const result = assessClaim({ cover: "care", facts: {}, dates });
      return [result.deadlines.map(({ action, dueOn }) => `${action} ${dueOn}`), result.outOfCalendar];
    };
    expect(counted({ filedOn: "2020-04-29" })).toEqual([["decide 2020-05-09"], []]);
    expect(counted({ filedOn: "2026-12-01", decidedOn: "2026-12-25" })).toEqual([["decide 2026-12-08"], ["pay"]]);
    expect(assessClaim({ cover: "care", facts: {} }).deadlines).toEqual([]);
  });

  it("notes the readings of eligibility and benefit together", () => {
    const facts = { ...person, accidental: true };
    const both = assessClaim({ cover: "accident", facts, loss: { death: true, disabilityGrade: 1 } });
    expect(both.readings).toEqual({ deathAfterDisability: "both" });
    expect(both.benefit?.readings).toEqual({ deathAfterDisability: "both" });
    expect(assessed(patient).readings).toEqual({});
    const outside = { ...patient, inpatient: false };
    expect(assessed(outside).readings).toEqual({ outpatient: "refused" });
    expect(assessed(outside).eligibility.readings).toEqual({ outpatient: "refused" });
    expect(assessed(outside).benefit?.readings).toEqual({});
    expect(assessed({ ...outside, place: "abroad" }).readings).toEqual({});
  });

  it("narrows by what it waits for (checked by the compiler)", () => {
    const result = assessed(patient);
    if (result.pending === null) {
      expectTypeOf(result.payable).toEqualTypeOf<Money>();
      expectTypeOf(result.between).toEqualTypeOf<null>();
      expect(result.payable.plus(yuan(1)).toString()).toBe("5001.00");
    } else {
      expectTypeOf(result.payable).toEqualTypeOf<null>();
      if (result.pending === "facts") expectTypeOf(result.between).toEqualTypeOf<Between | null>();
      else expectTypeOf(result.pending).toEqualTypeOf<"loss" | "contract">();
    }
    if (result.payable !== null) expectTypeOf(result.pending).toEqualTypeOf<null>();
    expectTypeOf(result.cover).toEqualTypeOf<"care" | "accident" | "relief">();
    expectTypeOf(result.deadlines[0]?.action).toEqualTypeOf<"decide" | "pay" | undefined>();
    // @ts-expect-error a loss of one cover is none of another
    expect(assessClaim.safe({ cover: "care", facts: {}, loss: { death: true } } satisfies toy.ToyClaim).ok).toBe(false);
    // @ts-expect-error there is no such cover
    expect(() => assessClaim({ cover: "flood", facts: {} })).toThrow();
    // @ts-expect-error payable may be null
    expect(() => assessed({}).payable.plus(yuan(1))).toThrow(TypeError);
  });
});
