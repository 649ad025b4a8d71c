import { describe, expect, it } from "vitest";
import { table } from "../../src/spreadsheet/table.js";

/** The rows that show one part of a result of several: which part, by its place in the result. */
const shown: readonly (readonly [id: string, part: string])[] = [
  ["CQ_SETTLE_DEDUCTED", "deducted"],
  ["CQ_SETTLE_UNDEDUCTED", "undeducted"],
  ["LS_LOAN_INSURER", "insurer"],
  ["LS_LOAN_BANK", "bank"],
  ["LS_DUE_VERIFY", "verify"],
  ["LZ_MEDICAL_ASSISTANCE", "waterfall.medicalAssistance"],
  ["LZ_MEDICAL_REDUCTION", "waterfall.institutionReduction"],
  ["LZ_MEDICAL_SELF_PAID", "waterfall.selfPaidInScope"],
  ["LZ_MEDICAL_CONTROL", "waterfall.outOfScopeReduction"],
  ["LZ_MEDICAL_OUTSIDE", "waterfall.selfPaidOutOfScope"],
  ["LZ_SETTLE_BALANCE", "pooledBalance"],
  ["LZ_SETTLE_CARRIED", "carriedForward"],
  ["LZ_SETTLE_UNCOVERED", "uncovered"],
  ["LZ_DUE_REIMBURSE", "reimburse"],
  ["ZMD_DUE_FILE", "file"],
  ["ZMD_DUE_PAY", "pay"],
];

const parts = new Map(
  Object.values(table).flatMap(({ prefix, rules }) =>
    Object.values(rules)
      .flatMap((rows) => rows ?? [])
      .map(({ id, part }) => [`${prefix}_${id}`, "of" in part ? part.of : "action" in part ? part.action : part.kind]),
  ),
);

describe("a function that gives one part of a result", () => {
  it.each(shown)("%s gives %s", (id, part) => {
    expect(parts.get(id)).toBe(part);
  });
});
