import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lishui } from "../../src/spreadsheet/workbook/lishui.js";
import { amend, catalogue, Money, PolicyInputError, Rate } from "huimin-rules";
import type { AnyRule, Assessment, Provision, Terms } from "huimin-rules/core";
import type { ProgrammeBook } from "../../src/spreadsheet/workbook/book.js";
import { firstParameterRow, parametersOf } from "../../src/spreadsheet/workbook/parameters.js";
import {
  books,
  casesOf,
  dueBy,
  dueIn,
  favourable,
  ruled,
  settledIn,
  shownIn,
  tidied,
  yearIn,
  type Given,
} from "./books.js";

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
  const { rows } = parametersOf(book);
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
  const { rows } = parametersOf(book);
  const at = (label: string) => firstParameterRow + rows.findIndex((row) => row.label.startsWith(label));
  const tiers = schedule.flatMap(({ upTo, rate }, index): [number, number][] => [
    ...(upTo === undefined ? [] : [[at("赔付的分档") + 2 * index, Number(upTo)] as [number, number]]),
    [at("赔付的分档") + 2 * index + 1, Number(rate)],
  ]);
  return new Map([...tiers, [at("起付标准（合同约定）"), 1000]]);
};

/** Every provision with the way to it. */
function provisionsOf(
  terms: Terms,
  path: readonly string[] = [],
): { path: readonly string[]; term: Provision<unknown> }[] {
  return Object.entries(terms).flatMap(([name, each]) =>
    "clause" in each
      ? [{ path: [...path, name], term: each as Provision<unknown> }]
      : provisionsOf(each, [...path, name]),
  );
}

/** Another value of a provision: as `amend` takes it, and as its cell holds it. */
function otherValue({ value, ceiling }: Provision<unknown>): { amended: unknown; cell: number | string } | undefined {
  const factor = ceiling === undefined ? 1.25 : 0.75;
  if (Money.is(value)) {
    const other = (Math.round(value.fen * factor) / 100).toFixed(2);
    return { amended: other, cell: Number(other) };
  }
  if (Rate.is(value)) {
    const other = (Math.round(value.toNumber() * 0.8 * 10_000) / 10_000).toFixed(4);
    return { amended: other, cell: Number(other) };
  }
  if (value === true) return { amended: false, cell: "否" };
  if (typeof value === "number") return { amended: value + 1, cell: value + 1 };
  return undefined;
}

describe.each(books)("the workbook of $policy.id", (book) => {
  it.each(book.covers)("$cover: every case comes out in cells as in the library", (cover) => {
    const tidy = tidied[`${book.policy.id}.${cover.cover}`] ?? ((given: Given) => given);
    const cases = fc
      .sample(casesOf(book, cover, favourable[book.policy.id]), 100)
      .map((given, index) => (index % 4 === 0 ? given : tidy(given)));
    const shown = shownIn(book, cover, cases);
    cases.forEach((given, index) => {
      const { problems, lines, ...own } = shown[index] as (typeof shown)[number];
      const expected = ruled(book, cover, given);
      const missing = expected.missing === null ? null : String(own.missing).split("；").filter(Boolean).sort();
      expect({ ...own, missing }, JSON.stringify({ given, problems, lines })).toEqual(expected);
    });
  });

  it("a changed parameter gives what an amended policy gives", () => {
    const { policy } = book;
    const amendable = provisionsOf(policy.terms as Terms).flatMap(({ path, term }) => {
      const value = otherValue(term);
      if (value === undefined) return [];
      const terms = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value.amended);
      try {
        return [{ policy: amend(policy, { terms: terms as never }), term, cell: value.cell }];
      } catch (error) {
        // What the text does not allow is no amendment, in cells neither.
        if (error instanceof PolicyInputError) return [];
        throw error;
      }
    });
    expect(amendable.length).toBeGreaterThan(10);
    for (const { policy: amended, term, cell } of fc.sample(fc.constantFrom(...amendable), 4)) {
      const [row = 0] = parametersOf(book)
        .cells(term)
        .map((each) => Number(each.split("$").at(-1)));
      for (const cover of book.covers) {
        const cases = fc.sample(casesOf(book, cover, favourable[policy.id]), 30);
        const shown = shownIn(book, cover, cases, new Map([[row, cell]]));
        cases.forEach((given, index) => {
          const { missing: _, ...expected } = ruled(book, cover, given, { policy: amended });
          const { outcome, payable, overpaid } = shown[index] as (typeof shown)[number];
          expect({ outcome, payable, overpaid }, JSON.stringify({ given, changed: term.label.zh })).toEqual(expected);
        });
      }
    }
  });

  it("the days by which the insurer must act come out in cells as in the library", () => {
    const days = fc
      .array(fc.option(dayIn(2022, 1, 800), { nil: undefined, freq: 4 }), { minLength: 3, maxLength: 3 })
      .map((each) => {
        const inOrder = [...each].sort();
        return Object.fromEntries(book.deadlines.fields.map(({ name }, index) => [name, inOrder[index]]));
      });
    let due = 0;
    for (const cover of book.covers) {
      const cases = fc.sample(fc.tuple(casesOf(book, cover, favourable[book.policy.id]), days), 40);
      const shown = dueIn(book, cover, cases);
      cases.forEach(([given, dates], index) => {
        const expected = dueBy(book, cover, given, dates);
        if (expected === null) return;
        due += Object.keys(expected).length;
        expect(shown[index], JSON.stringify({ cover: cover.cover, given, dates })).toEqual(expected);
      });
    }
    expect(due).toBeGreaterThan(20);
  });

  it("the settlement comes out in cells as in the library", () => {
    const settle = catalogue[`${book.policy.id}.settle`] as AnyRule;
    const cases = fc.sample(settlements[book.policy.id] as fc.Arbitrary<Given>, 150);
    const fitting = cases.flatMap((input) => {
      const values = book.settlement.valuesOf(input);
      return values === null ? [] : [{ input, values }];
    });
    expect(fitting.length).toBeGreaterThan(50);
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
      if (!result.ok) {
        expect(problems, JSON.stringify(given)).not.toBe("");
        return;
      }
      const expected = Object.fromEntries(
        Object.keys(own).map((name) => [
          name,
          ((result.value as Record<string, unknown>)[name] as Money | undefined)?.toNumber() ?? 0,
        ]),
      );
      expect({ problems, ...own }, JSON.stringify(given)).toEqual({ problems: "", ...expected });
    });
  });

  it("a person's bills come out in cells as in the person's ledger", () => {
    const { person, bill, stated, loss } = yearsOf[book.policy.id] as Year;
    const assessPerson = catalogue[`${book.policy.id}.assessPerson`] as AnyRule;
    const years = fc.sample(
      fc.uniqueArray(bill, { minLength: 1, maxLength: 8, selector: ({ occurredOn }) => occurredOn }),
      20,
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
