import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lishui } from "../../src/spreadsheet/workbook/lishui.js";
import { luozhuang } from "../../src/spreadsheet/workbook/luozhuang.js";
import { zhumadian } from "../../src/spreadsheet/workbook/zhumadian.js";
import { chongqing } from "../../src/spreadsheet/workbook/chongqing.js";
import { catalogue } from "huimin-rules";
import type { AnyRule, Assessment, Money } from "huimin-rules/core";
import type { ProgrammeBook } from "../../src/spreadsheet/workbook/book.js";
import { firstParameterRow, parametersOf } from "../../src/spreadsheet/workbook/parameters.js";
import { casesOf, ruled, settledIn, shownIn, yearIn, type Given } from "./books.js";

const books = [chongqing, zhumadian, luozhuang, lishui];

/** Facts of cases that are covered, by which most of the random cases go. */
const favourable: Record<string, Given> = {
  chongqing: {
    enrolledFrom: "2020-11-01",
    enrolled: true,
    occurredOn: "2021-03-02",
    diagnosedOn: "2021-03-02",
    birthDate: "2008-02-29",
    compensatedBefore: false,
    disease: "paralysis",
    exam: "collegeEntrance",
    earlierGrant: "none",
  },
  zhumadian: {
    registeredDivision: "411721",
    contractStartsOn: "2019-06-15",
    occurredOn: "2020-06-14",
    admittedOn: "2020-02-29",
    birthDate: "2004-02-29",
    peril: "hail",
    injury: "serious",
    group: "minimumLivingGuarantee",
  },
  luozhuang: {
    status: "liftedFromPovertyWithBenefits",
    assistedFrom: "2020-05-01",
    occurredOn: "2020-05-02",
    setting: "inpatient",
    place: "city",
    referral: "approved",
    specialDisease: "hemophilia",
  },
  lishui: {
    category: "otherHardship",
    occurredOn: "2018-01-01",
    harm: "death",
    setting: "inpatient",
    thirdPartyLiable: false,
    activity: "planting",
    peril: "fire",
  },
};

/** What makes most cases of a cover free of contradictions; one in four stays as it came. */
const tidied: Readonly<Record<string, (given: Given) => Given>> = {
  "chongqing.accident": ({ disabilityRate, ...given }) =>
    given["disabilityGrade"] === undefined ? { ...given, disabilityRate } : given,
  "luozhuang.medicalSupplement": (given) => {
    const scope = Math.round(Number(given["inScopeExpenses"] ?? 0) * 100);
    const [total, ...paid] = [
      "totalExpenses",
      "basicPaid",
      "criticalIllnessPaid",
      "medicalAssistancePaid",
      "institutionReduced",
      "otherPaid",
    ];
    const tidy: Record<string, unknown> = { ...given };
    if (given[total ?? ""] !== undefined)
      tidy[total ?? ""] = ((scope + ((Number(given[total ?? ""]) * 100) % 5_000_000)) / 100).toFixed(2);
    paid.forEach((name, index) => {
      if (given[name] !== undefined)
        tidy[name] = (Math.floor((Number(given[name]) * 100) % (scope / 2 ** (index + 1) + 1)) / 100).toFixed(2);
    });
    return tidy;
  },
};

const fenAmount = fc.integer({ min: 0, max: 10_000_000_000 }).map((fen) => (fen / 100).toFixed(2));
/** A premium, and claims around the lines of it. */
const year = fc
  .tuple(
    fc.integer({ min: 0, max: 10_000_000_000 }),
    fc.constantFrom(0, 0.8, 0.85, 0.9, 0.925, 0.95, 1, 1.05, 1.075, 1.15, 2),
    fc.integer({ min: -2, max: 2 }),
  )
  .map(([premium, ratio, by]) => ({
    premium: (premium / 100).toFixed(2),
    claims: (Math.max(0, Math.round(premium * ratio) + by) / 100).toFixed(2),
  }));

const settlements: Readonly<Record<string, fc.Arbitrary<Given>>> = {
  chongqing: fc.record(
    {
      period: fc.constantFrom("first", "second"),
      insurers: fc.array(year, { minLength: 1, maxLength: 6 }),
      secondPeriodPremiumDue: fenAmount,
    },
    { requiredKeys: ["period", "insurers"] },
  ),
  zhumadian: fc
    .tuple(year, fc.integer({ min: 0, max: 1_000_000 }))
    .map(([own, fault]) => ({ ...own, insurerFaultClaims: (fault / 100).toFixed(2) })),
  luozhuang: fc.record(
    {
      insuranceLines: fc.tuple(year, year).map(([one, other]) => [
        { line: "medicalSupplement", ...one },
        { line: "accident", ...other },
      ]),
      broughtForward: fenAmount,
      deficitBroughtForward: fenAmount,
    },
    { requiredKeys: ["insuranceLines"] },
  ),
  lishui: year,
};

/** The tender's limits, as cells of 参数. */
const corridor = (book: ProgrammeBook) => {
  if (book !== lishui) return undefined;
  const { rows } = parametersOf(book.policy);
  const at = (label: string) => firstParameterRow + rows.findIndex((row) => row.label.startsWith(label));
  return new Map([
    [at("盈利控制幅度"), 0.05],
    [at("亏损控制幅度"), 0.075],
  ]);
};

const mostly = (value: unknown, other: unknown) => fc.constantFrom(value, value, value, value, other);
const dayIn = (year: number, from: number, days: number) =>
  fc.integer({ min: 0, max: days }).map((by) => new Date(Date.UTC(year, 0, from + by)).toISOString().slice(0, 10));
const costs = fc.integer({ min: 0, max: 20_000_000 }).map((fen) => (fen / 100).toFixed(2));

/** A year of each programme: the person, a bill as the ledger's row has it in cells, and what else those cells hold. */
interface Year {
  readonly person: object;
  readonly bill: fc.Arbitrary<Given>;
  /** Facts that the person's ledger derives, and a row in cells states. */
  readonly stated: (bill: Given) => Given;
  /** Amounts of the bill, by their name in the ledger. */
  readonly loss: Readonly<Record<string, string>>;
}

const schedule = [{ upTo: "10000", rate: "0.6" }, { upTo: "50000", rate: "0.5" }, { rate: "0.4" }];

const yearsOf: Readonly<Record<string, Year>> = {
  chongqing: {
    person: { enrolments: [{ from: "2020-11-01" }, { from: "2021-11-01" }] },
    bill: fc.record({
      occurredOn: dayIn(2021, -64, 430),
      inpatient: mostly(true, false),
      causedByIllness: mostly(true, null),
      settledOneStop: fc.constant(true),
      outOfCatalogueToDate: costs,
    }),
    stated: ({ occurredOn }) => ({ enrolledFrom: String(occurredOn) < "2021-11-01" ? "2020-11-01" : "2021-11-01" }),
    loss: { outOfCatalogueToDate: "outOfCatalogue" },
  },
  zhumadian: {
    person: { registeredDivision: "411721", contractStartsOn: "2019-06-15" },
    bill: fc.record(
      {
        occurredOn: dayIn(2019, 160, 380),
        peril: mostly("hail", "other"),
        disabilityGrade: fc.integer({ min: 1, max: 10 }),
        medicalExpenses: fc.integer({ min: 0, max: 400_000 }).map((fen) => (fen / 100).toFixed(2)),
        propertyLoss: fc.integer({ min: 0, max: 150_000 }).map((fen) => (fen / 100).toFixed(2)),
      },
      { requiredKeys: ["occurredOn", "peril", "medicalExpenses"] },
    ),
    stated: () => ({ registeredDivision: "411721", contractStartsOn: "2019-06-15" }),
    loss: { disabilityGrade: "disabilityGrade", medicalExpenses: "medicalExpenses", propertyLoss: "propertyLoss" },
  },
  luozhuang: {
    person: { status: "liftedFromPovertyWithBenefits" },
    bill: fc
      .record({
        occurredOn: dayIn(2020, -2, 372),
        setting: mostly("inpatient", "specialOutpatient"),
        place: fc.constantFrom("district", "city"),
        designatedInstitution: mostly(true, false),
        total: fc.integer({ min: 0, max: 50_000_000 }),
        part: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
      })
      .map(({ total, part: [inScope, paid], ...facts }) => ({
        ...facts,
        ...(facts.place === "city" && { referral: "approved" }),
        ...(facts.setting === "specialOutpatient" && { specialDisease: "hemophilia" }),
        totalExpenses: (total / 100).toFixed(2),
        inScopeExpenses: (Math.floor((total * inScope) / 100) / 100).toFixed(2),
        basicPaid: (Math.floor((total * inScope * paid) / 10_000) / 100).toFixed(2),
      })),
    stated: () => ({ status: "liftedFromPovertyWithBenefits" }),
    loss: { totalExpenses: "totalExpenses", inScopeExpenses: "inScopeExpenses", basicPaid: "basicPaid" },
  },
  lishui: {
    person: {
      category: "otherHardship",
      insured: [{ cover: "supplementaryMedical", from: "2018-01-01", to: "2018-12-31" }],
      contract: { schedule, deductible: "1000" },
    },
    bill: fc.record({
      occurredOn: dayIn(2018, 1, 364),
      setting: mostly("inpatient", "other"),
      thirdPartyLiable: mostly(false, null),
      selfPaidToDate: costs,
    }),
    stated: () => ({ category: "otherHardship", insured: true }),
    loss: { selfPaidToDate: "selfPaid" },
  },
};

/** Lishui's contract, as cells of 参数. */
const contractTerms = (book: ProgrammeBook): ReadonlyMap<number, number> | undefined => {
  if (book !== lishui) return undefined;
  const { rows } = parametersOf(book.policy);
  const at = (label: string) => firstParameterRow + rows.findIndex((row) => row.label.startsWith(label));
  const tiers = schedule.flatMap(({ upTo, rate }, index): [number, number][] => [
    ...(upTo === undefined ? [] : [[at("赔付的分档") + 2 * index, Number(upTo)] as [number, number]]),
    [at("赔付的分档") + 2 * index + 1, Number(rate)],
  ]);
  return new Map([...tiers, [at("起付标准（合同约定）"), 1000]]);
};

describe.each(books)("the workbook of $policy.id", (book) => {
  it.each(book.covers)("$cover: every case comes out in cells as in the library", (cover) => {
    const tidy = tidied[`${book.policy.id}.${cover.cover}`] ?? ((given: Given) => given);
    const cases = fc
      .sample(casesOf(book, cover, favourable[book.policy.id]), 400)
      .map((given, index) => (index % 4 === 0 ? given : tidy(given)));
    const shown = shownIn(book, cover, cases);
    const tally: Record<string, number> = {};
    cases.forEach((given, index) => {
      const { problems, lines, ...own } = shown[index] as (typeof shown)[number];
      const expected = ruled(book, cover, given);
      const missing = expected.missing === null ? null : String(own.missing).split("；").filter(Boolean).sort();
      tally[`${own.outcome} ${own.payable === "" ? "" : "paid"}`] =
        (tally[`${own.outcome} ${own.payable === "" ? "" : "paid"}`] ?? 0) + 1;
      expect({ ...own, missing }, JSON.stringify({ given, problems, lines })).toEqual(expected);
    });
  });

  it("the settlement comes out in cells as in the library", () => {
    const settle = catalogue[`${book.policy.id}.settle`] as AnyRule;
    const cases = fc.sample(settlements[book.policy.id] as fc.Arbitrary<Given>, 400);
    const fitting = cases.flatMap((input) => {
      const values = book.settlement.valuesOf(input);
      return values === null ? [] : [{ input, values }];
    });
    expect(fitting.length).toBeGreaterThan(100);
    const shown = settledIn(
      book,
      fitting.map(({ values }) => values),
      corridor(book),
    );
    fitting.forEach(({ input }, index) => {
      const given =
        book.policy.id === "lishui" ? { ...input, corridor: { profitLimit: "0.05", lossLimit: "0.075" } } : input;
      const result = settle.safe(given);
      const { problems, ...own } = shown[index] as Record<string, unknown>;
      if (!result.ok) return expect(problems, JSON.stringify(given)).not.toBe("");
      const expected = Object.fromEntries(
        Object.keys(own).map((name) => [
          name,
          ((result.value as Record<string, unknown>)[name] as Money | undefined)?.toNumber() ?? 0,
        ]),
      );
      return expect({ problems, ...own }, JSON.stringify(given)).toEqual({ problems: "", ...expected });
    });
  });

  it("a person's bills come out in cells as in the person's ledger", () => {
    const { person, bill, stated, loss } = yearsOf[book.policy.id] as Year;
    const assessPerson = catalogue[`${book.policy.id}.assessPerson`] as AnyRule;
    const years = fc.sample(
      fc.uniqueArray(bill, { minLength: 1, maxLength: 8, selector: ({ occurredOn }) => occurredOn }),
      60,
    );
    for (const unsorted of years) {
      const bills = [...unsorted].sort((one, other) =>
        String(one["occurredOn"]) < String(other["occurredOn"]) ? -1 : 1,
      );
      const claims = bills.map((each, index) => {
        const entries = Object.entries(each);
        const facts = entries.filter(([name]) => !(name in loss));
        const lost = entries.filter(([name]) => name in loss).map(([name, value]) => [loss[name] ?? name, value]);
        const [ofFacts, ofLoss] = [Object.fromEntries(facts), Object.fromEntries(lost) as object];
        return { id: `b${index}`, cover: book.ledger.cover, facts: ofFacts, loss: ofLoss };
      });
      const decided = assessPerson.safe({ person: "P", ...person, claims });
      if (!decided.ok) throw decided.error;
      const { entries } = decided.value as unknown as { entries: { entitled: Money; assessment: Assessment }[] };
      const shown = yearIn(
        book,
        bills.map((each) => ({ ...each, ...stated(each) })),
        contractTerms(book),
      );
      entries.forEach(({ entitled, assessment: { eligibility, pending } }, index) => {
        const covered = eligibility.outcome === "eligible" && pending === null;
        expect(shown[index], JSON.stringify({ bills, index })).toEqual({
          outcome: { eligible: "符合", ineligible: "不符合", undetermined: "待查明" }[eligibility.outcome],
          payable: covered ? entitled.toNumber() : "",
          problems: "",
        });
      });
    }
  });

  it("a bill out of order is told, and nothing is paid for it", () => {
    const { bill, stated } = yearsOf[book.policy.id] as Year;
    const [one = {}, other = {}] = fc.sample(bill, 2);
    const bills = [
      { ...one, occurredOn: "2018-06-02" },
      { ...other, occurredOn: "2018-06-01" },
    ];
    const [, second] = yearIn(
      book,
      bills.map((each) => ({ ...each, ...stated(each) })),
      contractTerms(book),
    );
    expect(second).toEqual({
      outcome: "输入有误",
      payable: "",
      problems: expect.stringContaining("从早到晚") as string,
    });
  });
});
