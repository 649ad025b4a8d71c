import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/**
 * Days must not depend on where the machine stands, so every test runs in three zones, but for these, which start processes,
 * load a compiler or an engine, or count no days, and take most of the time: once. The functions they call are tested in every
 * zone by the rest.
 */
const once = [
  ...[
    "cli/*",
    "core/describe",
    "core/layout",
    "core/rule",
    "core/wire",
    "core/exhaustive",
    "doc-tables",
    "docs",
    "examples",
    "fifth-programme",
    "hover",
    "house-rules",
    "odd-inputs",
    "words/*",
    "zhumadian/readings",
  ],
  ...["chongqing", "lishui", "luozhuang", "zhumadian"].map((programme) => `${programme}/exhaustive`),
  ...["spreadsheet/hosts", "spreadsheet/agreements", "spreadsheet/hyperformula", "spreadsheet/quickjs"],
].map((name) => `test/${name}.test.ts`);
const zones = ["Asia/Shanghai", "America/New_York", "Pacific/Apia"];

const projects = [
  { name: "once", include: once },
  ...zones.map((zone) => ({ name: zone, include: ["test/**/*.test.ts"], exclude: once, env: { TZ: zone } })),
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
    projects: projects.map((test) => ({ extends: true as const, test })),
  },
});
