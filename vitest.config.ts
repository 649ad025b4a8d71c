import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

const programmes = ["chongqing", "lishui", "luozhuang", "zhumadian"];
const tests = (names: readonly string[]) => names.map((name) => `test/${name}.test.ts`);
const ofEach = (...names: string[]) => programmes.flatMap((programme) => names.map((name) => `${programme}/${name}`));

/** What starts processes, loads a compiler or an engine, or speaks of words alone. */
const apart = tests([
  ...[
    "cli/*",
    "decide",
    "doc-tables",
    "docs",
    "site/*",
    "examples",
    "fifth-programme",
    "hover",
    "house-rules",
    "http",
    "odd-inputs",
    "words/*",
  ],
  ...["fuzz/*", "holidays/*", "surface/*"],
  ...["core/describe", "core/layout", "core/rule", "core/wire", "core/exhaustive", ...ofEach("exhaustive")],
  ...[
    "spreadsheet/hosts",
    "spreadsheet/agreements",
    "spreadsheet/hyperformula",
    "spreadsheet/quickjs",
    "spreadsheet/books",
    "spreadsheet/install",
  ],
  "zhumadian/readings",
]);

/** Days must not depend on where the machine stands: what counts them runs in other zones too. */
const dated = tests([
  ...["day", "period", "work-calendar", "fixed-window", "insurance-law", "claim", "eligibility", "agreement"].map(
    (name) => `core/${name}`,
  ),
  ...["zone", "vectors", "policies", "spreadsheet/cells", "spreadsheet/vectors"],
  ...ofEach("agreement", "claim", "deadlines", "eligibility", "premium"),
]);

const projects = [
  { name: "once", include: apart },
  { name: "Asia/Shanghai", include: ["test/**/*.test.ts"], exclude: apart, env: { TZ: "Asia/Shanghai" } },
  ...["America/New_York", "Pacific/Apia"].map((zone) => ({ name: zone, include: dated, env: { TZ: zone } })),
];

/** Project after project, the slow one first: a process that has loaded the library for a project serves all of its files. */
class ByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => projects.findIndex(({ name }) => name === project.name);
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^huimin-rules$/, replacement: source("index.ts") },
      { find: /^huimin-rules\/(\w+)$/, replacement: source("$1/index.ts") },
    ],
  },
  test: {
    // The library keeps nothing between calls, so files may share a process; a process each takes three times as long.
    isolate: false,
    maxWorkers: "100%",
    sequence: { sequencer: ByProject },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Measured by `npm run coverage`, of the library. The command, the sheets and the workbooks are tested in processes and engines of their own,
    // into which it does not see.
    coverage: {
      provider: "v8",
      include: ["src/*.ts", `src/{core,${programmes.join()}}/**/*.ts`],
      reporter: ["text-summary", "json", ["text", { skipFull: true, file: "uncovered.txt" }]],
      reportOnFailure: true,
      thresholds: { lines: 98, branches: 98 },
    },
    projects: projects.map((test) => ({ extends: true as const, test })),
  },
});
