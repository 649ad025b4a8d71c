import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { call } from "../../src/spreadsheet/call.js";
import { sheetFunctions, type SheetFunction } from "../../src/spreadsheet/functions.js";
import { table, type Part } from "../../src/spreadsheet/table.js";

type Json = Record<string, unknown>;
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
  const prefix = table[programme]?.prefix ?? "";
  return (table[programme]?.rules[name] ?? []).flatMap(({ id, part }) => {
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
    Object.values(input).find((value): value is Json[] => Array.isArray(value) && value.every(isGroup)) ?? [];
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
  const value = part.of.split(".").reduce<unknown>((inner, step) => (inner as Json | undefined)?.[step], expected);
  return value === undefined ? undefined : Number(value);
}

let compared = 0;

describe("the worked cases through the sheets", () => {
  const cases = vectors.filter((vector) => functionsFor(vector).length > 0);

  it.each(cases.map((vector) => [vector.rule, vector.name, vector] as const))("%s: %s", (_rule, name, vector) => {
    for (const { each, part } of functionsFor(vector)) {
      const cells = call(each, argumentsFor(each, vector), (message) => ({ message }));
      if (vector.throws) {
        // An argument that no function has cannot be given in a sheet.
        if (name !== "unknown key") expect(cells).toEqual([[{ message: expect.stringMatching(/.+ \/ .+/) as string }]]);
        continue;
      }
      const expected = expectedCell(part, vector.expect ?? {});
      if (expected !== undefined) {
        expect(cells, each.id).toEqual([[expected]]);
        compared += 1;
      }
      const amount = vector.expect?.["amount"];
      if (part.kind === "sheet" && amount !== undefined) {
        expect(cells.filter(([, value]) => typeof value === "number").at(-1)?.[1]).toBe(Number(amount));
        compared += 1;
      }
    }
  });

  it("were compared in more than one cell each", () => {
    expect(cases.length).toBeGreaterThan(120);
    expect(compared).toBeGreaterThan(cases.length);
  });
});
