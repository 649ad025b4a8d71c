import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts"))
  .sort();
const programmes = [...new Set(files.map((name) => dirname(name)))].filter(
  (folder) => folder !== "core" && existsSync(join(src, folder, "policy.ts")),
);

/** One import or re-export of a module: from where, and which names as the other module calls them; `*` for all of it. */
interface Import {
  readonly file: string;
  readonly from: string;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
}

/** What a module imports from within src, types included, and wherever: statements, `import(…)` and `import("…").T`. */
function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, names: readonly string[], typeOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteral(specifier) || !specifier.text.startsWith(".")) return;
    const from = normalize(join(dirname(file), specifier.text))
      .replaceAll("\\", "/")
      .replace(/\.js$/, ".ts");
    found.push({ file, from, names, typeOnly });
  };
  const nameOf = (element: ts.ImportSpecifier | ts.ExportSpecifier) => (element.propertyName ?? element.name).text;
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const { importClause: clause } = node;
      const bindings = clause?.namedBindings;
      const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : undefined;
      const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      if (named === undefined) add(node.moduleSpecifier, ["*"], typeOnly);
      else {
        const values = named.filter((element) => !typeOnly && !element.isTypeOnly).map(nameOf);
        add(node.moduleSpecifier, values.length > 0 ? values : named.map(nameOf), values.length === 0);
      }
    } else if (ts.isExportDeclaration(node)) {
      const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : undefined;
      add(node.moduleSpecifier, named?.filter((each) => !each.isTypeOnly).map(nameOf) ?? ["*"], node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], ["*"], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, ["*"], true);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

const imports = files.flatMap((file) => importsOf(file, readFileSync(join(src, file), "utf8")));

/** The circles among imports, each once, as the modules in it. */
function circlesOf(edges: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { file, from } of edges) next.set(file, [...(next.get(file) ?? []), from]);
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]) => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    state.set(file, "open");
    for (const each of next.get(file) ?? []) walk(each, [...path, file]);
    state.set(file, "done");
  };
  for (const file of next.keys()) walk(file, []);
  return circles;
}

const shown = (found: readonly Import[]) => found.map(({ file, from, names }) => `${file}: ${names.join()} of ${from}`);
const isIn = (folder: string) => (file: string) => file.startsWith(`${folder}/`);

describe("the walk over imports", () => {
  it("sees every form of them, and whether it is a type", () => {
    const text = `
      import { a, type B, c as d } from "./one.js";
      import type { E } from "../up.js";
      import { type F } from "./types.js";
      import * as g from "./all.js";
      import "./effect.js";
      import z from "zod";
      export { h } from "./re.js";
      export * from "./star.js";
      export type { I } from "./retype.js";
      type J = import("./within.js").J;
      const later = () => import("./later.js");`;
    expect(importsOf("x/y.ts", text).map(({ from, names, typeOnly }) => [from, names.join(), typeOnly])).toEqual(
      [
        ["x/one.ts", "a,c", false],
        ["up.ts", "E", true],
        ["x/types.ts", "F", true],
        ["x/all.ts", "*", false],
        ["x/effect.ts", "*", false],
        ["x/re.ts", "h", false],
        ["x/star.ts", "*", false],
        ["x/retype.ts", "I", true],
        ["x/within.ts", "J", true],
        ["x/later.ts", "*", false],
      ].map(([from, names, typeOnly]) => [from, from === "x/within.ts" ? "*" : names, typeOnly]),
    );
  });

  it("finds circles, and knows a diamond for none", () => {
    const edge = (file: string, from: string): Import => ({ file, from, names: ["*"], typeOnly: false });
    expect(circlesOf([edge("a", "b"), edge("a", "c"), edge("b", "d"), edge("c", "d")])).toEqual([]);
    expect(circlesOf([edge("a", "b"), edge("b", "c"), edge("c", "b")])).toEqual(["b → c → b"]);
    expect(circlesOf([edge("a", "a")])).toEqual(["a → a"]);
  });

  it("reads all of src, and what is imported is there", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(300);
    expect(programmes).toEqual(["chongqing", "lishui", "luozhuang", "zhumadian"]);
    const missing = imports.filter(({ from }) => !from.endsWith(".json") && !files.includes(from));
    expect(shown(missing)).toEqual([]);
  });
});

describe("src", () => {
  it("has no circle of imports", () => {
    expect(circlesOf(imports.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });

  it("has no circle of imports, types included", () => {
    expect(circlesOf(imports)).toEqual([]);
  });

  it("core imports nothing but core: no programme, no list of them, no host", () => {
    const out = imports.filter(({ file, from }) => isIn("core")(file) && !isIn("core")(from));
    expect(shown(out)).toEqual([]);
  });

  it.each(programmes)("%s imports core and itself alone", (programme) => {
    const out = imports.filter(
      ({ file, from }) => isIn(programme)(file) && !isIn(programme)(from) && !isIn("core")(from),
    );
    expect(shown(out)).toEqual([]);
  });

  it("a rule reads the policy that it was called with: only programme.ts, rules.ts, index.ts, the catalogue and the workbooks, which are of the document, import a policy's value", () => {
    const allowed = /^(?:[a-z]+\/(?:programme|rules|index)|catalogue|spreadsheet\/workbook\/[a-z]+)\.ts$/;
    const values = imports.filter(
      ({ file, from, names, typeOnly }) =>
        !typeOnly &&
        from.endsWith("/policy.ts") &&
        !isIn("core")(from) &&
        (names.includes("policy") || names.includes("*")) &&
        !allowed.test(file),
    );
    expect(shown(values)).toEqual([]);
    const through = imports.filter(
      ({ file, from, names }) =>
        names.includes("policy") && /^[a-z]+\/(?:programme|rules|index)\.ts$/.test(from) && !allowed.test(file),
    );
    expect(shown(through)).toEqual([]);
  });

  it("every module of core has its test, or is tested where it is said to be", () => {
    const elsewhere: Readonly<Record<string, string>> = {
      "core/index.ts": "only exports",
      "core/agreement-schema.ts": "test/cli/agreements.test.ts",
      "core/digest.ts": "agreement.test.ts, receipt.test.ts",
      "core/frozen.ts": "policy.test.ts",
      "core/sheet.ts": "the tests of the sheets",
      "core/harm-ledger.ts": "the tests of the programmes' ledgers",
      "core/holidays.ts": "work-calendar.test.ts",
      "core/version.ts": "results.test.ts",
      "core/wire.ts": "results.test.ts",
      "core/insurance-law-norms.ts": "insurance-law.test.ts",
      "core/insurance-law-rule.ts": "insurance-law.test.ts",
      "core/explain/index.ts": "explain.test.ts",
      "core/once.ts": "echo.test.ts, agreement.test.ts",
      "core/impact.ts": "test/impact.test.ts",
      "core/summary.ts": "test/summary.test.ts",
      "core/explain/summary.ts": "test/summary.test.ts, test/impact.test.ts",
      "core/explain/ledger.ts": "ledger.test.ts, test/words",
      "core/explain/lines.ts": "explain.test.ts, operations.test.ts",
      "core/explain/tables.ts": "explain.test.ts",
      "core/explain/words.ts": "explain.test.ts",
    };
    const tests = readdirSync(fileURLToPath(new URL(".", import.meta.url)));
    const untested = files.filter(
      (file) =>
        isIn("core")(file) && !(file in elsewhere) && !tests.includes(file.replace(/^core\/(.*)\.ts$/, "$1.test.ts")),
    );
    expect(untested).toEqual([]);
    expect(Object.keys(elsewhere).filter((file) => !files.includes(file))).toEqual([]);
  });

  it("no test of core imports a programme", () => {
    const folder = fileURLToPath(new URL(".", import.meta.url));
    const importing = readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .filter((name) =>
        new RegExp(
          `from "(?:huimin-rules"|huimin-rules/(?:${programmes.join("|")})|\\.\\./\\.\\./src/(?:${programmes.join("|")}|index|catalogue))`,
        ).test(readFileSync(join(folder, name), "utf8")),
      );
    expect(importing).toEqual([]);
  });
});
