import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as huimin from "huimin-rules";
import * as decide from "huimin-rules/decide";

/*
 * Every TypeScript example in the sources' TSDoc, the README and the docs is run. An expression that is followed by a comment
 * must have that value: a literal (compared as JSON), `throws CODE`, or, for a text of several lines, the text itself.
 */

const root = fileURLToPath(new URL("../", import.meta.url));

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !/^(?:api|\.vitepress)\//.test(name.replaceAll("\\", "/")))
    .map((name) => `${folder}/${name}`);
}

const files = ["README.md", ...filesBelow("docs", ".md"), ...filesBelow("src", ".ts")];

function examplesIn(file: string): string[] {
  const text = readFileSync(root + file, "utf8");
  const plain = file.endsWith(".ts") ? text.replace(/^ *\* ?/gm, "") : text;
  return [...plain.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => match[1] as string);
}

/** The comment behind a statement, on its line or the lines below, without its slashes. */
function commentAfter(code: string, end: number): string | null {
  const match = /^;?[ \t]*(?:\n[ \t]*)?((?:\/\/[^\n]*(?:\n[ \t]*|$))+)/.exec(code.slice(end));
  if (match === null) return null;
  return (match[1] as string)
    .trimEnd()
    .split("\n")
    .map((line) => line.trim().replace(/^\/\/ ?/, ""))
    .join("\n");
}

function check(value: () => unknown, expected: string): void {
  const code = /^throws (\w+)/.exec(expected)?.[1];
  if (code !== undefined) {
    expect(value).toThrow(huimin.PolicyInputError);
    expect(value).toThrow(expect.objectContaining({ code }) as Error);
    return;
  }
  const actual = value();
  let literal: unknown;
  try {
    literal = (compileFunction(`return (${expected})`) as () => unknown)();
  } catch {
    expect(String(actual)).toBe(expected);
    return;
  }
  expect(JSON.parse(JSON.stringify(actual))).toEqual(JSON.parse(JSON.stringify(literal)));
}

/** The example as JavaScript, its commented expressions turned into checks. */
function checked(example: string): string {
  const source = ts.createSourceFile("example.ts", example, ts.ScriptTarget.Latest, true);
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) edits.push({ start: node.getStart(), end: node.end, text: "" });
    if (ts.isExpressionStatement(node)) {
      const expected = commentAfter(example, node.end);
      const text = `check(() => (${node.expression.getText()}), ${JSON.stringify(expected)});`;
      if (expected !== null) edits.push({ start: node.getStart(), end: node.end, text });
    }
    if (ts.isExportAssignment(node) || (ts.canHaveModifiers(node) && ts.getModifiers(node)?.length)) {
      edits.push({ start: node.getStart(), end: node.getStart() + "export".length, text: "" });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const edited = edits
    .sort((a, b) => b.start - a.start)
    .reduce((code, { start, end, text }) => code.slice(0, start) + text + code.slice(end), example);
  return ts.transpileModule(edited, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
}

describe.each(files.map((file) => [file, examplesIn(file)] as const).filter(([, examples]) => examples.length > 0))(
  "%s",
  (file, examples) => {
    const own = basename(dirname(file)) as keyof typeof huimin;
    it.each(examples.map((example, index) => [index + 1, example]))("example %i", async (_, example) => {
      const internal = file.startsWith("src/") ? ((await import(`${root}${file}`)) as object) : {};
      const scope: Record<string, unknown> = {
        ...huimin,
        ...decide,
        ...(huimin[own] as object | undefined),
        ...internal,
        createHash,
        check,
      };
      const code = checked(example);
      if (!code.includes("check(")) return;
      const body = `return (async () => { ${code} })()`;
      const run = compileFunction(body, Object.keys(scope)) as (...values: unknown[]) => Promise<void>;
      await run(...Object.values(scope));
    });
  },
);
