// A long-lived process that runs test files against the library with some change switched on. `test/mutate.mjs` starts two.
//
// Modules come compiled from the parent and are evaluated here, as often as needed, without a vitest process; tests run with vitest's
// own runner and `expect`, as its browser mode does.
import childProcess from "node:child_process";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";

const { root, modules, largestId } = JSON.parse(readFileSync(process.argv[2], "utf8"));

// What vitest's parts look for where no vitest process started them.
const config = {
  root,
  name: "",
  sequence: { hooks: "stack", setupFiles: "list", concurrent: false, shuffle: false },
  setupFiles: [],
  expect: {},
  experimental: { importDurations: { limit: 0 } },
  testTimeout: 60_000,
  hookTimeout: 60_000,
  maxConcurrency: 1,
  retry: 0,
  passWithNoTests: true,
  allowOnly: true,
  tags: [],
  fakeTimers: {},
  chaiConfig: {},
};
const ignore = () => undefined;
const rpc = {
  resolveSnapshotPath: (path) => join(dirname(path), "__snapshots__", `${basename(path)}.snap`),
};
globalThis.__vitest_worker__ = {
  config,
  rpc,
  ctx: { pool: "forks" },
  environment: { name: "node" },
  onCleanup: ignore,
};
const vitest = await import("vitest");
const { startTests } = await import("vitest/internal/browser");
const { VitestSnapshotEnvironment } = await import("vitest/runtime");
config.snapshotOptions = {
  updateSnapshot: "none",
  snapshotEnvironment: new VitestSnapshotEnvironment({}),
  snapshotFormat: { escapeString: false, printBasicPrototype: false },
};

// The same cases for every change.
const { default: fc } = await import("fast-check");
fc.configureGlobal({ seed: 238 });

// What another process says depends on no change: it is asked once.
const asked = new Map();
function execFileSync(...call) {
  const key = JSON.stringify(call);
  if (!asked.has(key)) asked.set(key, childProcess.execFileSync(...call));
  return asked.get(key);
}

const on = new Uint8Array(largestId + 1);
const seen = new Uint8Array(largestId + 1);
const switched = (id) => {
  seen[id] = 1;
  return on[id] === 1;
};

const asModule = (namespace) =>
  Object.assign(Object.create(null), { default: namespace }, namespace, { __esModule: true });
const external = new Map([
  ["vitest", asModule(vitest)],
  ["fast-check", asModule(await import("fast-check"))],
  ["node:child_process", asModule({ ...childProcess, execFileSync })],
]);
/** Milliseconds of this process's own work: unlike the clock, little moved by what else the machine does. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** What evaluating the library took, which the next test file with the same change need not do again. */
let libraryTook = 0;
let isLoadingLibrary = false;
const isSource = (path) => path.startsWith("src/");
const compiled = new Map();
let evaluated = new Map();

function compile(path) {
  let body = compiled.get(path);
  if (body === undefined) {
    // Tests and examples may await at their top.
    const code = isSource(path) ? modules[path].code : `return (async () => {${modules[path].code}\n})();`;
    body = vm.compileFunction(code, ["exports", "require", "__url", "__m"], { filename: `${root}/${path}` });
    compiled.set(path, body);
  }
  return body;
}

function load(path) {
  const known = evaluated.get(path);
  if (known !== undefined) return known.exports;
  const module = { exports: {}, done: undefined };
  evaluated.set(path, module);
  if (path.endsWith(".json")) {
    module.exports = asModule(JSON.parse(readFileSync(`${root}/${path}`, "utf8")));
    return module.exports;
  }
  const { resolved } = modules[path];
  const require = (specifier) => {
    if (resolved[specifier] !== undefined) return load(resolved[specifier]);
    const url = specifier.startsWith("/") ? pathToFileURL(specifier).href : specifier;
    const file = url.startsWith("file:") ? fileURLToPath(url).slice(root.length + 1) : undefined;
    if (file !== undefined && modules[file] !== undefined) return load(file);
    if (external.has(specifier)) return external.get(specifier);
    throw new Error(`${path} imports ${specifier}, which is not loaded`);
  };
  const url = pathToFileURL(`${root}/${path}`).href;
  const outermost = isSource(path) && !isLoadingLibrary;
  const started = outermost ? spent() : 0;
  isLoadingLibrary ||= outermost;
  try {
    module.done = compile(path)(module.exports, require, url, switched);
  } finally {
    if (outermost) {
      isLoadingLibrary = false;
      libraryTook += spent() - started;
    }
  }
  return module.exports;
}

let collectingFrom = 0;
/** Evaluates a test file and all that it imports. */
async function loadTest(path) {
  for (const specifier of modules[path].packages) {
    if (!external.has(specifier)) {
      external.set(
        specifier,
        asModule(
          isBuiltin(specifier)
            ? (process.getBuiltinModule?.(specifier) ?? (await import(specifier)))
            : await import(specifier),
        ),
      );
    }
  }
  collectingFrom = spent();
  load(path);
  await Promise.all([...evaluated.values()].map(({ done }) => done));
}

class Runner extends vitest.TestRunner {
  failed = false;
  costs = [];
  collecting = 0;
  reach = [];
  always = new Set();
  #index = 0;
  #only;
  #started = 0;

  constructor(only, isTracing) {
    super(config);
    this.#only = only;
    this.isTracing = isTracing;
    this.trace = (_, attributes, run) => (run ?? attributes)();
  }
  async importFile(path) {
    await loadTest(path.slice(root.length + 1));
  }
  onTaskUpdate = ignore;
  onCollected([file]) {
    if (file.result?.state === "fail") this.#fail(file.result.errors?.[0]);
  }
  #fail(error) {
    this.failed = true;
    this.error ??= error;
  }
  #drain() {
    const ids = [];
    for (let id = 1; id <= largestId; id += 1) if (seen[id]) ids.push(id);
    seen.fill(0);
    return ids;
  }
  async onBeforeRunTask(test) {
    const index = this.#index;
    this.#index += 1;
    if (this.isTracing) for (const id of this.#drain()) this.always.add(id);
    if (this.failed || (this.#only !== null && !this.#only.has(index))) test.mode = "skip";
    if (this.isTracing && index === 0) this.collecting = spent() - collectingFrom - libraryTook;
    this.#started = spent();
    await super.onBeforeRunTask(test);
    this.current = index;
  }
  async runTask(test) {
    const run = async () => vitest.TestRunner.getTestFn(test)();
    if (this.isTracing) return run();
    const passes = await run().then(
      () => true,
      () => false,
    );
    // vitest would compare and print what differs; nobody reads it.
    if (!passes) throw new Error("failed");
  }
  onAfterRunTask(test) {
    super.onAfterRunTask(test);
    if (test.result?.state === "fail") this.#fail({ ...test.result.errors?.[0], test: test.name });
    if (!this.isTracing) return;
    this.costs[this.current] = spent() - this.#started;
    this.reach[this.current] = this.#drain();
  }
  async onAfterRunSuite(suite) {
    if (suite.result?.state === "fail") this.#fail(suite.result.errors?.[0]);
    this.workerState.current = suite.suite ?? suite.file;
  }
  onAfterRunFiles() {
    super.onAfterRunFiles();
    if (this.isTracing) for (const id of this.#drain()) this.always.add(id);
  }
}

process.on("message", async ({ ids, evict, path, only, isTracing }) => {
  for (const each of evict) evaluated.delete(each);
  for (const each of evaluated.keys()) if (!isSource(each)) evaluated.delete(each);
  if (isTracing) evaluated = new Map();
  seen.fill(0);
  libraryTook = 0;
  on.fill(0);
  for (const id of ids) on[id] = 1;
  const started = performance.now();
  const runner = new Runner(only && new Set(only), isTracing);
  globalThis.__vitest_worker__.filepath = `${root}/${path}`;
  try {
    await startTests([`${root}/${path}`], runner);
  } catch (error) {
    runner.failed = true;
    runner.error ??= { message: String(error) };
  }
  const { failed, error, costs, collecting, reach, always } = runner;
  if (!process.connected) return;
  process.send({
    failed,
    error:
      failed && (isTracing || ids.length === 0)
        ? `${error?.test ?? ""} ${error?.stack ?? error?.message ?? ""}`
        : undefined,
    duration: performance.now() - started,
    ...(isTracing && { costs, collecting, reach, always: [...always] }),
  });
});
process.on("disconnect", () => process.exit());
process.on("unhandledRejection", ignore);
process.send("ready");
