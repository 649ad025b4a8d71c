import { describe, expect, it } from "vitest";
import { changelogSection, levelOf, nextVersion, parseChangeset, type Changeset } from "./changesets.js";
import { surfaceOf } from "./items.js";
import { unnamed, type Released } from "./named.js";
import { schemaText } from "./schemas.js";
import { schemaSnapshots } from "./snapshots.js";

const report = (...blocks: string[]) =>
  `## API Report\n\n\`\`\`ts\n\nimport { x } from 'y';\n\n${blocks.join("\n\n")}\n\n\`\`\`\n`;

const snapshots = {
  "core.api.md": report(
    "// @public\nexport function add(a: Money_2, b: Money_2): Money_2;",
    "// @public\nexport function add(a: string): Money_2;",
    '// @public\nexport type Code = "INVALID_DAY" | "MISSING";',
  ),
  "huimin-rules.api.md": report(
    '// @public\nexport type Code = "INVALID_DAY" | "MISSING";',
    "// @public\nexport function explain(): string;",
    "declare namespace chongqing {\n    export {\n        premium\n    }\n}",
    "// @public\nconst premium: Rule;",
  ),
  "schemas/chongqing.txt": "chongqing.premium.input: {\n  firstMonth: string\n}\n\nchongqing.premium.result: Benefit\n",
  "readings.txt": "chongqing.readings.leaver: toPeriodEnd of toPeriodEnd, monthEnd (四(三))\n",
  "help.txt": "huimin VERSION\n\n  huimin run [RULE] < in    what it does\n  --table                   a table\n",
};
const before: Released = { version: "0.5.0", ...surfaceOf(snapshots) };
const changed = (file: keyof typeof snapshots, from: string, to: string) =>
  surfaceOf({ ...snapshots, [file]: snapshots[file].replaceAll(from, to) });

const everywhere = (from: string, to: string) =>
  surfaceOf(Object.fromEntries(Object.entries(snapshots).map(([file, text]) => [file, text.replaceAll(from, to)])));

const changesets = (level: Changeset["level"], ...texts: string[]): Changeset[] => {
  const { changeset, problems } = parseChangeset(
    "x.md",
    `---\n"huimin-rules": ${level}\n---\n\n${texts.map((text) => `- ${text}\n`).join("")}`,
  );
  expect(problems).toEqual([]);
  return [changeset];
};

describe("the surface", () => {
  it("is every export once, every schema, reading, command and option", () => {
    expect(Object.keys(before.items)).toEqual([
      "--table",
      "chongqing.premium.input",
      "chongqing.premium.result",
      "chongqing.readings.leaver",
      "core.Code",
      "core.add",
      "huimin run",
      "huimin-rules.chongqing",
      "huimin-rules.explain",
    ]);
  });

  it("holds the names of fields, choices and codes", () => {
    expect(before.words).toEqual(expect.arrayContaining(["firstMonth", "INVALID_DAY", "monthEnd"]));
  });

  it("does not change with the numbers and comments of the report, nor with what the help says of a command", () => {
    expect(changed("core.api.md", "Money_2", "Money_3")).toEqual(surfaceOf(snapshots));
    expect(changed("core.api.md", "// @public", "// @public (undocumented)")).toEqual(surfaceOf(snapshots));
    expect(changed("help.txt", "what it does", "what it is for")).toEqual(surfaceOf(snapshots));
  });

  it("changes with the second form of a function", () => {
    expect(changed("core.api.md", "a: string", "a: number").items["core.add"]).not.toBe(before.items["core.add"]);
  });
});

describe("what changed since the last release", () => {
  it("is named by nobody: nothing changed, nothing is wrong", () => {
    expect(unnamed(before, surfaceOf(snapshots), [])).toEqual([]);
  });

  it.each([
    ["an export that is gone", changed("core.api.md", "export function add", "function plus"), "`core.add`"],
    [
      "a namespace that is gone",
      changed("huimin-rules.api.md", "declare namespace chongqing", "const c"),
      "`huimin-rules.chongqing`",
    ],
    ["a field with another name", changed("schemas/chongqing.txt", "firstMonth", "month"), "`firstMonth`"],
    [
      "a field that is new",
      changed("schemas/chongqing.txt", "{\n", "{\n  added: string\n"),
      "`chongqing.premium.input`",
    ],
    ["another error code", everywhere("INVALID_DAY", "BAD_DAY"), "`INVALID_DAY`"],
    [
      "another default reading",
      changed("readings.txt", ": toPeriodEnd of", ": monthEnd of"),
      "`chongqing.readings.leaver`",
    ],
    ["an option that is gone", changed("help.txt", "--table ", "--tables"), "`--table`"],
    ["another form of a command", changed("help.txt", "run [RULE]", "run RULE"), "`huimin run`"],
  ])("%s must be named", (_, now, name) => {
    const problems = unnamed(before, now, []);
    expect(problems.some((problem) => problem.startsWith(name))).toBe(true);
    const kind = name.includes("readings") ? "_policy_ Chongqing 四(三):" : "_technical_";
    const line = `${kind} ${[...new Set(problems.map((problem) => /^`[^`]+`/.exec(problem)?.[0] ?? ""))].join(", ")}: changed.`;
    expect(unnamed(before, now, changesets("minor", line))).toEqual([]);
  });

  it("is named with its rule, or with `*`", () => {
    const now = changed("schemas/chongqing.txt", "{\n", "{\n  added: string\n");
    expect(unnamed(before, now, changesets("patch", "_technical_ `chongqing.premium` takes `added`."))).toEqual([]);
    expect(unnamed(before, now, changesets("patch", "_technical_ `*.premium.input` takes it."))).toEqual([]);
    expect(unnamed(before, now, changesets("patch", "_technical_ `chongqing` takes it."))).toHaveLength(1);
    expect(unnamed(before, now, changesets("patch", "_technical_ chongqing.premium takes it."))).toHaveLength(1);
  });

  it("moves the version far enough: minor before 1.0, major from then on", () => {
    const now = changed("readings.txt", ": toPeriodEnd of", ": monthEnd of");
    const line = "_policy_ Chongqing 四(三): `chongqing.readings.leaver`, 120.00 before, 60.00 now.";
    expect(unnamed(before, now, changesets("patch", line))).toHaveLength(1);
    expect(unnamed(before, now, changesets("minor", line))).toEqual([]);
    const stable = { ...before, version: "1.2.0" };
    expect(unnamed(stable, now, changesets("minor", line))).toHaveLength(1);
    expect(unnamed(stable, now, changesets("major", line))).toEqual([]);
  });

  it("a changed default reading is no technical matter", () => {
    const now = changed("readings.txt", ": toPeriodEnd of", ": monthEnd of");
    expect(unnamed(before, now, changesets("minor", "_technical_ `chongqing.readings.leaver`."))).toHaveLength(1);
  });
});

describe("a changeset", () => {
  const problemsOf = (text: string) => parseChangeset("x.md", text).problems;
  const front = '---\n"huimin-rules": patch\n---\n';

  it.each([
    ["no level", "- _technical_ A line.\n"],
    ["another package", '---\n"huimin": patch\n---\n- _technical_ A line.\n'],
    ["a level that there is none of", '---\n"huimin-rules": small\n---\n- _technical_ A line.\n'],
    ["nothing to say", front],
    ["a line without its kind", `${front}- A line.\n`],
    ["a paragraph without its kind", `${front}A paragraph.\n`],
    ["a _policy_ line without a programme", `${front}- _policy_ 三(一): 600.00, before 700.00.\n`],
    ["a _policy_ line without a clause", `${front}- _policy_ Luozhuang: 600.00, before 700.00.\n`],
  ])("is refused with %s", (_, text) => {
    expect(problemsOf(text)).toHaveLength(1);
  });

  it("becomes a section of the changelog under its headings, lines that go on included", () => {
    const one = parseChangeset(
      "a.md",
      `${front}\n- _technical_ One,\n  which goes on.\n\n### Cells\n\n- _technical_ Two.\n`,
    );
    const two = parseChangeset("b.md", `${front}\n### Cells\n\n- _policy_ Lishui 一: three.\n`);
    expect([...one.problems, ...two.problems]).toEqual([]);
    expect(changelogSection("0.6.0", [one.changeset, two.changeset])).toBe(
      "## 0.6.0\n\n- _technical_ One,\n  which goes on.\n\n### Cells\n\n- _technical_ Two.\n- _policy_ Lishui 一: three.\n",
    );
  });

  it.each([
    ["patch", "0.5.1", "1.2.4"],
    ["minor", "0.6.0", "1.3.0"],
    ["major", "1.0.0", "2.0.0"],
  ] as const)("%s: the next version", (level, afterNought, afterOne) => {
    expect(nextVersion("0.5.0", level)).toBe(afterNought);
    expect(nextVersion("1.2.3", level)).toBe(afterOne);
  });

  it("the greatest level of all counts", () => {
    const levels = (["patch", "major", "minor"] as const).flatMap((level) => changesets(level, "_technical_ A line."));
    expect(levelOf(levels)).toBe("major");
    expect(levelOf([])).toBeUndefined();
  });
});

describe("a schema as text", () => {
  it("shows fields, what must be there, words, limits and what stands for nothing", () => {
    expect(
      schemaText({
        type: "object",
        properties: {
          month: { type: "string", pattern: "^x$", description: "a label" },
          rows: { type: "array", items: { $ref: "#/$defs/Line" }, minItems: 1 },
          paid: { anyOf: [{ type: "integer", minimum: 0 }, { type: "null" }], default: 0 },
          word: { oneOf: [{ const: "a", title: "A" }, { const: "b" }] },
        },
        required: ["month"],
        additionalProperties: false,
      }),
    ).toBe(
      [
        "{",
        "  month: string /^x$/",
        "  rows?: Line[] 1..",
        "  paid?: integer 0.. | null = 0",
        '  word?: "a" | "b"',
        "}",
      ].join("\n"),
    );
  });

  it("refuses what it would not show", () => {
    expect(() => schemaText({ type: "string", contentEncoding: "base64" })).toThrow("contentEncoding");
    expect(() => schemaText({ type: "file" })).toThrow("file");
  });

  it("shared definitions stand once, and mean one thing", () => {
    const of = (amount: object) => ({ $ref: "#/$defs/Money", $defs: { Money: amount } });
    const text = { type: "string" };
    expect(schemaSnapshots({ "chongqing.a.result": of(text), "lishui.b.result": of(text) })).toEqual({
      "schemas/chongqing.txt": "chongqing.a.result: Money\n",
      "schemas/lishui.txt": "lishui.b.result: Money\n",
      "schemas/shared.txt": "shared.Money: string\n",
    });
    expect(() => schemaSnapshots({ "chongqing.a": of(text), "chongqing.b": of({ type: "number" }) })).toThrow("Money");
  });
});
