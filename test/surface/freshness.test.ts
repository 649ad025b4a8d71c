import { expect, it } from "vitest";
import { chongqing } from "huimin-rules";
import { stale } from "./freshness.js";

const { document } = chongqing.policy;
const readOn = (checkedOn: string) => [{ ...document, checkedOn }];

it.each([
  ["2025-12-31", 0],
  ["2026-01-01", 1],
  ["2027-03-01", 1],
])("%s: a calendar to the end of 2026 is warned of from its last year on", (today, warnings) => {
  expect(stale(today, "2026-12-31", [])).toHaveLength(warnings);
});

it.each([
  ["2026-11-24", 0],
  ["2026-11-25", 1],
])("%s: a document held against its text on 2025-11-25 is warned of after a year", (today, warnings) => {
  const found = stale(today, "2030-12-31", readOn("2025-11-25"));
  expect(found).toHaveLength(warnings);
  expect(found.every((line) => line.includes(document.number))).toBe(true);
});
