import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lishui } from "../../src/spreadsheet/workbook/lishui.js";
import { luozhuang } from "../../src/spreadsheet/workbook/luozhuang.js";
import { zhumadian } from "../../src/spreadsheet/workbook/zhumadian.js";
import { chongqing } from "../../src/spreadsheet/workbook/chongqing.js";
import { casesOf, ruled, shownIn, type Given } from "./books.js";

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
    console.log(cover.cover, tally);
  });
});
