import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue, explain, Money, recompute, revive, type AnyRule, type Line, type Outcome } from "huimin-rules";
import manifest from "../package.json" with { type: "json" };

interface Vector {
  rule: string;
  name: string;
  input: unknown;
  readings?: Record<string, string>;
  expect?: Record<string, unknown>;
  throws?: true;
}

interface Result extends Record<string, unknown> {
  deadlines?: { action: string; dueOn: string }[];
}

const folder = new URL("vectors/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

function apply({ rule, input, readings }: Vector): Outcome<unknown> {
  const found = catalogue[rule];
  if (found === undefined) throw new Error(`no rule ${rule}`);
  return found.safe(input, readings && { readings });
}

function dueDays({ deadlines = [] }: Result): Record<string, string> {
  return Object.fromEntries(deadlines.map(({ action, dueOn }) => [action, dueOn]));
}

/** Whether a value holds what is expected of it: a text somewhere within it, or an element of it that has what is asked. */
function holds(value: unknown, expected: unknown): boolean {
  if (typeof expected === "string") return JSON.stringify(value ?? null).includes(expected);
  return Array.isArray(value) && value.some((each) => complies(each, expected));
}

function complies(value: unknown, expected: unknown): boolean {
  try {
    compare(value as Result, expected as Record<string, unknown>);
    return true;
  } catch {
    return false;
  }
}

/** Loss ratios are told to six places, on the side of the nearest threshold. */
const sixPlaces = 1e-6;

function compareValue(key: string, value: unknown, expected: unknown): void {
  if (key === "missing") expect(new Set(value as string[])).toEqual(new Set(expected as string[]));
  else if (key === "lossRatio") expect(Math.abs(Number(value) - Number(expected))).toBeLessThanOrEqual(sixPlaces);
  else if (Array.isArray(expected)) {
    expect(value, key).toHaveLength(expected.length);
    expected.forEach((each, index) => compareValue(key, (value as unknown[])[index], each));
  } else if (typeof expected === "object" && expected !== null) {
    compare(value as Result, expected as Record<string, unknown>);
  } else expect(value, key).toEqual(expected);
}

/** The keys of a vector's `expect` are explained in vectors/README.md. */
function compare(result: Result, expected: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(expected)) {
    if (key === "due" && typeof value === "object" && value !== null) expect(dueDays(result)).toMatchObject(value);
    else if (key === "due~") expect([result["dueOn"], ...Object.values(dueDays(result))]).toContain(value);
    else if (key === "json~") expect(JSON.stringify(result)).toContain(value);
    else if (key.endsWith("~")) {
      const found = result[key.slice(0, -1)];
      for (const each of [value].flat()) if (!holds(found, each)) expect(found, key).toEqual(each);
    } else compareValue(key, result[key], value);
  }
}

describe.each(files)("worked cases of %s", (file) => {
  const vectors = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Vector[];

  it("has cases", () => {
    expect(vectors.length).toBeGreaterThan(2);
  });

  it.each(vectors.map((vector) => [vector.rule, vector.name, vector] as const))("%s: %s", (_rule, _name, vector) => {
    const outcome = apply(vector);
    if (vector.throws) {
      expect(outcome).toMatchObject({ ok: false, error: { name: "PolicyInputError" } });
      return;
    }
    if (!outcome.ok) throw outcome.error;
    if (vector.expect === undefined) throw new Error("a case expects something");
    compare(JSON.parse(JSON.stringify(outcome.value)) as Result, vector.expect);
  });
});

/** Every line within a result, wherever it stands. */
function linesIn(value: unknown): Line[] {
  if (typeof value !== "object" || value === null || Money.is(value)) return [];
  if (Array.isArray(value)) return value.flatMap(linesIn);
  const own = "operation" in value && "operands" in value ? [value as Line] : [];
  return [...own, ...Object.values(value).flatMap(linesIn)];
}

describe.each(files)("what the results of %s know of themselves", (file) => {
  const vectors = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Vector[];
  const results = vectors.flatMap((vector) => {
    const outcome = apply(vector);
    return outcome.ok
      ? [{ rule: catalogue[vector.rule] as AnyRule, name: vector.name, value: outcome.value as object }]
      : [];
  });

  it("every line gives its amount again", () => {
    for (const { name, value } of results) {
      for (const line of linesIn(value)) expect([name, String(recompute(line))]).toEqual([name, String(line.amount)]);
    }
  });

  it("each names the rule, the document and the library that made it", () => {
    for (const { rule, value } of results) {
      expect(value).toMatchObject({
        basis: { rule: rule.id, document: rule.clause.document, library: manifest.version },
      });
    }
  });

  it("each comes back from JSON as it was, and says the same from JSON and from a clone, in both languages", () => {
    for (const { rule, value } of results) {
      const json = JSON.parse(JSON.stringify(value)) as never;
      expect(revive(rule, json)).toEqual(value);
      for (const locale of ["zh", "en"] as const) {
        const said = explain(value, { locale });
        expect(explain(json, { locale })).toBe(said);
        expect(explain(structuredClone(value), { locale })).toBe(said);
      }
    }
  });
});
