import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chongqing } from "../../src/spreadsheet/workbook/chongqing.js";
import { casesOf, ruled, shownIn } from "./books.js";

const books = [chongqing];

/** Facts of cases that are covered, by which most of the random cases go. */
const favourable = {
  enrolledFrom: "2020-11-01",
  enrolled: true,
  occurredOn: "2021-03-02",
  diagnosedOn: "2021-03-02",
  birthDate: "2008-02-29",
  compensatedBefore: false,
  disease: "paralysis",
  exam: "collegeEntrance",
  earlierGrant: "none",
};

describe.each(books)("the workbook of $policy.id", (book) => {
  it.each(book.covers)("$cover: every case comes out in cells as in the library", (cover) => {
    const cases = fc.sample(casesOf(book, cover, favourable), 400);
    const shown = shownIn(book, cover, cases);
    const tally: Record<string, number> = {};
    cases.forEach((given, index) => {
      const { problems, lines, ...own } = shown[index] as (typeof shown)[number];
      const expected = ruled(book, cover, given);
      const missing =
        expected.missing === null ? null : String(own.missing).split("；").filter(Boolean).sort();
      tally[`${own.outcome} ${own.payable === "" ? "" : "paid"}`] = (tally[`${own.outcome} ${own.payable === "" ? "" : "paid"}`] ?? 0) + 1;
      expect({ ...own, missing }, JSON.stringify({ given, problems, lines })).toEqual(expected);
    });
    console.log(cover.cover, tally);
  });
});
