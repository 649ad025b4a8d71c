import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lishui } from "../../src/spreadsheet/workbook/lishui.js";
import { luozhuang } from "../../src/spreadsheet/workbook/luozhuang.js";
import { zhumadian } from "../../src/spreadsheet/workbook/zhumadian.js";
import { chongqing } from "../../src/spreadsheet/workbook/chongqing.js";
import { catalogue } from "huimin-rules";
import type { AnyRule, Money } from "huimin-rules/core";
import type { ProgrammeBook } from "../../src/spreadsheet/workbook/book.js";
import { parametersOf } from "../../src/spreadsheet/workbook/parameters.js";
import { casesOf, ruled, settledIn, shownIn, type Given } from "./books.js";

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
    status: "registeredPoorHousehold",
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
  const at = (label: string) => rows.findIndex((row) => row.label.startsWith(label));
  return new Map([
    [at("盈利控制幅度"), 0.05],
    [at("亏损控制幅度"), 0.075],
  ]);
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
});
