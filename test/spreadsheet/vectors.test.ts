import { describe, expect, it } from "vitest";
import { call } from "../../src/spreadsheet/call.js";
import { compareCells, worked } from "./worked.js";

let compared = 0;

describe("the worked cases through the sheets", () => {
  const cases = worked.map((each) => [each[0]?.vector.rule, each[0]?.vector.name, each] as const);

  it.each(cases)("%s: %s", (_rule, _name, functions) => {
    for (const one of functions) {
      compared += compareCells(
        one,
        call(one.each, one.given, (message) => ({ message })),
      );
    }
  });

  it("were compared in more than one cell each", () => {
    expect(cases.length).toBeGreaterThan(120);
    expect(compared).toBeGreaterThan(cases.length);
  });
});
