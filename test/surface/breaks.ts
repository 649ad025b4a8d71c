/*
 * Shows that no break goes unnoticed: in a copy of the repository each of the edits below is made and built; `npm run surface:check` must fail and
 * name it, and pass once the snapshots are written anew and a changeset names it.
 *
 *   npm run surface:breaks
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

interface Break {
  readonly what: string;
  readonly edits: readonly (readonly [file: string, from: string | RegExp, to: string])[];
  /** What the check must say. */
  readonly says: string;
  /** A line that names it. */
  readonly line: string;
}

const breaks: readonly Break[] = [
  {
    what: "an export is removed",
    edits: [["src/core/index.ts", "  nextWorkingDay,\n", ""]],
    says: "`core.nextWorkingDay` 已删除",
    line: "_technical_ `core.nextWorkingDay` is gone: use `addWorkingDays(day, 0)`.",
  },
  {
    what: "a field is renamed",
    edits: [["src", /\boutOfCatalogueToDate\b/g, "outsideToDate"]],
    says: "`outOfCatalogueToDate` 已删除",
    line: "_technical_ `outOfCatalogueToDate` of `chongqing.majorIllnessBenefit` and `chongqing.assess*` is called `outsideToDate`.",
  },
  {
    what: "an error code is another",
    edits: [["src", /"INVALID_DAY"/g, '"BAD_DAY"']],
    says: "`INVALID_DAY` 已删除",
    line: "_technical_ `INVALID_DAY` is `BAD_DAY`, in `core.IssueCode`, `messages.*` and `shared.*`.",
  },
];

const project = mkdtempSync(join(tmpdir(), "huimin-breaks-"));

const run = (command: string) => {
  const { status, stdout, stderr } = spawnSync(command, { cwd: project, encoding: "utf8", shell: true });
  return { passed: status === 0, output: `${stdout}${stderr}` };
};

function expect(what: string, holds: boolean, output: string): void {
  if (!holds) throw new Error(`${what}; the check says:\n${output}`);
  console.log(what);
}

function edit([file, from, to]: Break["edits"][number]): void {
  const files = file.endsWith(".ts")
    ? [file]
    : readdirSync(join(project, file), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(file, name));
  const changed = files.filter((name) => {
    const path = join(project, name);
    const before = readFileSync(path, "utf8");
    const after = before.replace(from, to);
    writeFileSync(path, after);
    return after !== before;
  });
  if (changed.length === 0) throw new Error(`${file} has no ${String(from)}`);
}

const copied = ["src", "etc", ".changeset", "test/surface", "package.json", "tsconfig.json", "tsup.config.ts"];
const copy = () => {
  for (const name of copied) {
    rmSync(join(project, name), { recursive: true, force: true });
    cpSync(name, join(project, name), { recursive: true });
  }
};

try {
  symlinkSync(resolve("node_modules"), join(project, "node_modules"), "junction");
  for (const { what, edits, says, line } of breaks) {
    copy();
    edits.forEach(edit);
    const built = run("npx tsup && npx tsx src/cli/build.ts");
    if (!built.passed) throw new Error(`${what}: it does not build\n${built.output}`);
    const first = run("npm run --silent surface:check");
    expect(`${what}: the check fails and says ${says}`, !first.passed && first.output.includes(says), first.output);
    writeFileSync(join(project, ".changeset/break.md"), `---\n"huimin-rules": minor\n---\n\n- ${line}\n`);
    run("npm run --silent surface");
    const named = run("npm run --silent surface:check");
    expect(`${what}: it passes once it is named`, named.passed, named.output);
  }
} finally {
  rmSync(project, { recursive: true });
}
