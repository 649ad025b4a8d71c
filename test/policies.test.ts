import { describe, expect, it } from "vitest";
import {
  catalogue,
  chongqing,
  isRule,
  lishui,
  luozhuang,
  zhumadian,
  type AnyPolicy,
  type Readings,
  type Text,
} from "huimin-rules";

const programmes: Record<string, { policy: AnyPolicy }> = { chongqing, lishui, luozhuang, zhumadian };

/** What the programme exports besides functions and rules. */
const dataOf = (programme: object) => Object.entries(programme).filter(([, value]) => typeof value !== "function");

/** Every object within a value, with its path. */
function objectsIn(value: unknown, path: string): [path: string, value: object][] {
  if (typeof value !== "object" || value === null) return [];
  return [[path, value], ...Object.entries(value).flatMap(([name, part]) => objectsIn(part, `${path}.${name}`))];
}

describe.each(Object.entries(programmes))("%s", (id, programme) => {
  const { policy } = programme;
  const named = <S extends string>(
    status: S,
    names: (entry: AnyPolicy["clauses"][number] & { status: S }) => unknown,
  ) => policy.clauses.flatMap((entry) => (entry.status === status ? names(entry as typeof entry & { status: S }) : []));

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
    expect(new Set(policy.clauses.map(({ document }) => document))).toEqual(new Set([policy.document.number]));
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
    expect(new Set(named("unspecified", ({ names }) => names))).toEqual(new Set(Object.keys(policy.unspecified)));
  });

  it("every reading has its default among two or more choices", () => {
    for (const { default: usual, choices } of Object.values(policy.readings as Readings)) {
      expect(Object.keys(choices)).toContain(usual);
      expect(Object.keys(choices).length).toBeGreaterThan(1);
    }
  });
});
