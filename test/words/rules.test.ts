import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue, describe as fieldsOf, explain, type FormField, type Locale, type ResultShape } from "huimin-rules";

/*
 * What a form asks and what a result says, Chinese beside English, for every rule; and every worked case as it is handed to a family.
 * The amounts of those cases are held by test/vectors.test.ts; here their words are.
 */

interface Case {
  readonly rule: string;
  readonly name: string;
  readonly input: unknown;
  readonly readings?: Readonly<Record<string, string>>;
}

const programmes = ["chongqing", "core", "lishui", "luozhuang", "zhumadian"];
const folder = new URL("../vectors/", import.meta.url);
/** The worked cases of a programme: of single claims, and of persons' years. */
const casesOf = (programme: string) =>
  readdirSync(folder)
    .filter((file) => file === `${programme}.json` || file === `${programme}-ledger.json`)
    .sort((one, other) => one.length - other.length)
    .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Case[]);

function formLines(fields: readonly FormField[], depth = ""): string[] {
  return fields.flatMap(({ name, kind, label, required, asks, words, minimum, maximum, group }) => {
    const presence = required ? "required" : asks ? "fact" : "optional";
    const limits = [minimum, maximum].map((limit) => limit ?? "").join("..");
    return [
      `${depth}${name}: ${kind} ${presence} ${limits} | ${label.zh} | ${label.en}${words ? ` | ${Object.keys(words).join(", ")}` : ""}`,
      ...formLines(group ?? [], `${depth}  `),
    ];
  });
}

function shapeLines(shape: ResultShape, name: string, depth = ""): string[] {
  const { kind, label, name: shared, optional, nullable, words = {}, fields = {}, item, items = [] } = shape;
  const marks = [kind, shared ?? "", optional ? "optional" : "", nullable ? "nullable" : ""].filter(Boolean).join(" ");
  const terms = Object.entries(words).map(([word, term]) => (term ? `${word} ${term.zh} ${term.en}` : word));
  return [
    `${depth}${name}: ${marks} | ${label ? `${label.zh} | ${label.en}` : "-"}${terms.length > 0 ? ` | ${terms.join("; ")}` : ""}`,
    // A shared shape is shown where it is first met: in the rules of the core.
    ...Object.entries(shared === "Line" ? {} : fields).flatMap(([part, each]) => shapeLines(each, part, `${depth}  `)),
    ...(item ? shapeLines(item, "[]", `${depth}  `) : []),
    ...items.flatMap((each, index) => shapeLines(each, `[${index}]`, `${depth}  `)),
  ];
}

describe("what each rule asks and says, word for word", () => {
  it.each(programmes)("%s", async (programme) => {
    const rules = Object.values(catalogue).filter(({ id }) => id.startsWith(`${programme}.`));
    const text = rules.flatMap((rule) => {
      const shape = rule.fields;
      const covers = "covers" in shape ? Object.keys(shape.covers) : [undefined];
      return [
        `== ${rule.id} ${rule.clause.document} ${rule.clause.path} | ${rule.title.zh} | ${rule.title.en}`,
        ...covers.flatMap((cover) => [
          ...(cover === undefined ? [] : [`-- ${cover}`]),
          ...formLines(fieldsOf(rule, cover === undefined ? {} : { cover })),
        ]),
        "-- result",
        ...shapeLines(rule.result, "result"),
        "",
      ];
    });
    await expect(text.join("\n")).toMatchFileSnapshot(`${programme}.rules.txt`);
  });
});

describe("every worked case as it is handed to a family, and every refusal", () => {
  it.each(programmes)("%s", async (programme) => {
    const text = casesOf(programme).flatMap(({ rule: id, name, input, readings }) => {
      const outcome = catalogue[id]?.safe(input, readings && { readings });
      if (outcome === undefined) throw new Error(`no rule ${id}`);
      const said = outcome.ok ? outcome.value : outcome.error;
      const inWords = (locale: Locale) => explain(said, { locale }).split("\n");
      return [`== ${id}: ${name}`, ...inWords("zh"), "--", ...inWords("en"), ""];
    });
    await expect(text.join("\n")).toMatchFileSnapshot(`${programme}.cases.txt`);
  });
});
