// Changes every number, day, flag and list entry of a programme's policy.ts, one at a time, and runs that programme's tests:
// each change must make one fail. Works on a copy of the project. Usage: npm run mutate -- chongqing
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";

const [programme = "chongqing"] = process.argv.slice(2);
const file = `src/${programme}/policy.ts`;
const original = readFileSync(file, "utf8");
const source = ts.createSourceFile(file, original, ts.ScriptTarget.Latest, true);

/** Calls and properties that hold words and citations, not data. */
const words = new Set([
  "clause",
  "norm",
  "open",
  "reading",
  "citing",
  "definePolicy",
  "document",
  "zh",
  "en",
  "title",
  "text",
]);

function changed(node) {
  if (ts.isNumericLiteral(node)) return String(Number(node.text) + 1);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return "false";
  if (!ts.isStringLiteral(node)) return null;
  if (/^\d+(\.\d+)?$/.test(node.text))
    return JSON.stringify(node.text.replace(/\d$/, (digit) => (Number(digit) + 1) % 10));
  if (/^\d{4}-\d\d-\d\d$/.test(node.text))
    return JSON.stringify(node.text.replace(/\d$/, (digit) => (digit === "1" ? 2 : digit - 1)));
  return JSON.stringify(`${node.text}x`);
}

const mutants = [];
function visit(node) {
  const name =
    ts.isCallExpression(node) || ts.isPropertyAssignment(node) ? (node.expression ?? node.name).getText() : "";
  if (words.has(name) || ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
  if (ts.isVariableDeclaration(node) && node.name.getText() === "document") return;
  if (ts.isCallExpression(node) && (name === "provision" || name === "floor")) return visit(node.arguments[1]);
  const text = changed(node);
  if (text !== null) {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    mutants.push({ start: node.getStart(), end: node.end, text, line: line + 1 });
  }
  ts.forEachChild(node, visit);
}
visit(source);

const workers = 2;
const queue = [...mutants];
const survivors = [];

async function work() {
  const copy = mkdtempSync(join(tmpdir(), "huimin-mutants-"));
  for (const part of ["src", "test", "package.json", "tsconfig.json", "vitest.config.ts"]) {
    cpSync(part, join(copy, part), { recursive: true });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
  const passes = () =>
    promisify(execFile)(
      process.execPath,
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--project",
        "Asia/Shanghai",
        `test/${programme}/`,
        "test/policies",
        "--bail",
        "1",
      ],
      { cwd: copy },
    ).then(
      () => true,
      () => false,
    );
  if (!(await passes())) throw new Error("the tests fail before anything is changed");
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
    writeFileSync(join(copy, file), original.slice(0, mutant.start) + mutant.text + original.slice(mutant.end));
    if (await passes()) survivors.push(mutant);
  }
  rmSync(copy, { recursive: true });
}
await Promise.all(Array.from({ length: workers }, work));

for (const { line, start, end, text } of survivors)
  console.log(`${file}:${line}: ${original.slice(start, end)} -> ${text} survives`);
console.log(`${mutants.length} changes, ${survivors.length} survive`);
process.exitCode = survivors.length === 0 ? 0 : 1;
