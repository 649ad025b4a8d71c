import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

const src = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !/^cli\/|\/build\.ts$/.test(name),
);

describe("what src, but for the command, may depend on", () => {
  const imported = files.flatMap((file) =>
    [...readFileSync(src + file, "utf8").matchAll(/^(?:import|export)[^"]*from "([^"]+)"|import\("([^"]+)"\)/gm)].map(
      (match) => ({ file, from: (match[1] ?? match[2]) as string }),
    ),
  );

  it("only the declared dependencies, and no Node API", () => {
    const packages = new Set(
      imported.flatMap(({ from }) => (from.startsWith(".") ? [] : [/^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0]])),
    );
    // That of the command: encodings, which only it reads and writes.
    expect(packages).toEqual(new Set(Object.keys(manifest.dependencies).filter((name) => name !== "iconv-lite")));
  });
});

/** The lint rules that hold the house together really fire: a breach of each, in a file of the given place. */
describe("lint refuses", () => {
  const eslint = new ESLint({ overrideConfig: { rules: { "@typescript-eslint/no-unused-vars": "off" } } });

  it.each([
    [
      "core importing a programme",
      "core/money.ts",
      'import { policy } from "../chongqing/policy.js";\nexport { policy };',
    ],
    [
      "a programme importing another",
      "chongqing/benefits.ts",
      'import { x } from "../lishui/policy.js";\nexport { x };',
    ],
    [
      "core importing the catalogue",
      "core/money.ts",
      'import { catalogue } from "../catalogue.js";\nexport { catalogue };',
    ],
    [
      "a programme importing the index",
      "chongqing/benefits.ts",
      'import { lishui } from "../index.js";\nexport { lishui };',
    ],
    ["a dynamic import", "core/money.ts", 'export const later = import("../chongqing/policy.js");'],
    ["a Node API without its prefix", "core/money.ts", 'import { env } from "process";\nexport { env };'],
    ["the machine's zone", "core/day.ts", "export const zone = Intl.DateTimeFormat();"],
    ["a Node API", "core/money.ts", 'import { readFileSync } from "node:fs";\nexport { readFileSync };'],
    ["the clock", "core/day.ts", "export const now = new Date();"],
    ["the environment", "core/day.ts", "export const zone = process.env;"],
    ["chance", "core/money.ts", "export const chance = Math.random();"],
    ["a policy's number outside policy.ts", "chongqing/benefits.ts", "export const limit = 150000;"],
    ["a policy's fraction outside policy.ts", "chongqing/benefits.ts", "export const limit = .5;"],
    ["a policy's day outside policy.ts", "chongqing/benefits.ts", 'export const from = "2021-10-31";'],
    [
      "a policy's rate outside policy.ts",
      "chongqing/benefits.ts",
      'import { Rate } from "../core/money.js";\nexport const share = new Rate("0.25");',
    ],
    [
      "a policy's amount outside policy.ts",
      "chongqing/benefits.ts",
      'import { yuan } from "../core/money.js";\nexport const limit = yuan("150000");',
    ],
  ])(
    "%s",
    async (_, file, code) => {
      const [result] = await eslint.lintText(code, { filePath: src + file });
      const rules = result?.messages.map(({ ruleId }) => ruleId) ?? [];
      const expected = [
        "@typescript-eslint/no-restricted-imports",
        "no-restricted-globals",
        "no-restricted-properties",
        "no-restricted-syntax",
      ];
      expect(rules.some((rule) => rule !== null && expected.includes(rule))).toBe(true);
    },
    60_000,
  );
});
