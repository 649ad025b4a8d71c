import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { programmes as listed } from "../src/catalogue.js";
import { table } from "../src/spreadsheet/table.js";
import {
  catalogue,
  chongqing,
  isRule,
  lishui,
  luozhuang,
  zhumadian,
  policiesOn,
  type AnyPolicy,
  type Norm,
  type Text,
} from "huimin-rules";

interface Programme {
  policy: AnyPolicy;
  norms: readonly Norm[];
  unspecified: object;
}

const programmes: Record<string, Programme> = { chongqing, lishui, luozhuang, zhumadian };

/** What the programme exports besides functions and rules. */
const dataOf = (programme: object) => Object.entries(programme).filter(([, value]) => typeof value !== "function");

/** Every object within a value, with its path. */
function objectsIn(value: unknown, path: string): [path: string, value: object][] {
  if (typeof value !== "object" || value === null) return [];
  return [[path, value], ...Object.entries(value).flatMap(([name, part]) => objectsIn(part, `${path}.${name}`))];
}

describe.each(Object.entries(programmes))("%s", (id, programme) => {
  const { policy, norms, unspecified } = programme;
  it("the page says when the document was last held against its text", () => {
    const page = readFileSync(new URL(`../docs/${id}.md`, import.meta.url), "utf8");
    const { checkedOn } = policy.document;
    expect(page).toContain(
      `最近一次逐条对照原文：${checkedOn}。Last held against its text, clause by clause: ${checkedOn}.`,
    );
  });

  const named = <S extends string>(status: S, names: (entry: Norm & { status: S }) => unknown) =>
    norms.flatMap((entry) => (entry.status === status ? names(entry as typeof entry & { status: S }) : []));

  it("its policy, and all other data that it exports, are frozen through and through", () => {
    const objects = dataOf(programme).flatMap(([name, value]) => objectsIn(value, name));
    expect(objects.filter(([, value]) => !Object.isFrozen(value)).map(([path]) => path)).toEqual([]);
  });

  it("every text speaks both languages", () => {
    const texts = dataOf(programme)
      .flatMap(([name, value]) => objectsIn(value, name))
      .filter((entry): entry is [string, Text] => "zh" in entry[1]);
    expect(texts.length).toBeGreaterThan(100);
    const wrong = texts.filter(([, { zh, en }]) => !/\p{Script=Han}/u.test(zh) || !/[a-z]/i.test(en));
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it("every clause is of its document, and what became of it names what is there", () => {
    expect(policy.id).toBe(id);
    expect(new Set(norms.map(({ document }) => document))).toEqual(new Set([policy.document.number]));
    const at = (place: string) =>
      place
        .split(".")
        .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], programme);
    const places = named("data", ({ where }) => where) as string[];
    expect(places.filter((place) => at(place) === undefined)).toEqual([]);
  });

  it("its clauses name only rules that exist, and every rule of the module", () => {
    const rules = Object.entries(programme).flatMap(([name, value]) => (isRule(value) ? [name] : []));
    expect(new Set(named("computed", (entry) => entry.rules))).toEqual(new Set(rules));
    for (const name of rules) expect(catalogue[`${id}.${name}`]?.id).toBe(`${id}.${name}`);
  });

  it("its clauses name only open matters that are declared, and every one of them", () => {
    expect(new Set(named("unspecified", ({ names }) => names))).toEqual(new Set(Object.keys(unspecified)));
  });

  it("every reading has its default among two or more choices", () => {
    for (const { default: usual, choices } of Object.values(policy.readings)) {
      expect(Object.keys(choices)).toContain(usual);
      expect(Object.keys(choices).length).toBeGreaterThan(1);
    }
  });
});

describe("policiesOn", () => {
  const on = (day: string, division?: string) =>
    policiesOn(day, division === undefined ? {} : { division }).map(({ id }) => id);

  it.each([
    ["2017-06-14", []],
    ["2017-06-15", ["lishui"]],
    ["2019-05-28", ["lishui"]],
    ["2019-05-29", ["lishui", "zhumadian"]],
    ["2019-12-31", ["lishui", "zhumadian"]],
    ["2020-01-01", ["lishui", "zhumadian", "luozhuang"]],
    ["2020-06-30", ["lishui", "zhumadian", "luozhuang"]],
    ["2020-07-01", ["lishui", "luozhuang"]],
    ["2020-10-31", ["lishui", "luozhuang"]],
    ["2020-11-01", ["chongqing", "lishui", "luozhuang"]],
    ["2020-12-31", ["chongqing", "lishui", "luozhuang"]],
    ["2021-01-01", ["chongqing", "lishui"]],
    ["2021-12-31", ["chongqing", "lishui"]],
    ["2022-01-01", ["lishui"]],
  ])("on %s: %j, and never the nearest in a gap", (day, ids) => {
    expect(on(day)).toEqual(ids);
  });

  it.each([
    ["2020-05-01", "411721", ["zhumadian"]],
    ["2020-05-01", "411729", []],
    ["2020-05-01", "371311", ["luozhuang"]],
    ["2020-05-01", "371312", []],
    ["2020-05-01", "331102", ["lishui"]],
    ["2020-05-01", "500106", []],
    ["2021-05-01", "500106", ["chongqing"]],
  ])("on %s in %s: %j", (day, division, ids) => {
    expect(on(day, division)).toEqual(ids);
  });

  it("refuses what is no day", () => {
    expect(() => policiesOn("2020/5/1")).toThrow(/2020-05-01/);
  });
});

describe("the list of programmes stands once, in the catalogue", () => {
  const names = Object.keys(listed).sort();
  const src = new URL("../src/", import.meta.url);

  it.each([
    ["the folders with norms", readdirSync(src).filter((name) => existsSync(new URL(`${name}/norms.ts`, src)))],
    [
      "the subpaths of the package",
      Object.keys(manifest.exports)
        .flatMap((path) => /^\.\/(\w+)$/.exec(path)?.[1] ?? [])
        .filter((name) => !["core", "decide"].includes(name)),
    ],
    [
      "the pages of the interface",
      manifest.typedocOptions.entryPoints
        .flatMap((path) => /^src\/(\w+)\/index\.ts$/.exec(path)?.[1] ?? [])
        .filter((name) => !["core", "decide"].includes(name)),
    ],
    ["the sheets", Object.keys(table)],
    ["this test", Object.keys(programmes)],
  ])("%s are those", (_, found) => {
    expect([...found].sort()).toEqual(names);
  });
});
