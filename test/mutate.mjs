// Changes the library's source in one place at a time, thousands of times, and runs the tests that reach the place: each change must
// make one fail, or be listed in mutate-accepted.json with the reason why none can.
//
//   npm run mutate                           all of src/core and the programmes
//   npm run mutate -- chongqing              a programme
//   npm run mutate -- src/core/money.ts …    files or folders
//   npm run mutate -- --changed [ref]        the lines that differ from a git ref (HEAD)
//   --every N                                a sample: each Nth change only
//   --report FILE                            also writes every change and what became of it, as JSON
//
// Every file is compiled once, with all its changes behind switches (mutate-schemata.mjs). A first pass notes which tests reach which
// switch; then two processes (mutate-worker.mjs) run, for each change, those of them that are quick and likely to fail. What is left is
// run with all others, many changes at a time.
//
// mutate-accepted.json lists what may survive: [{ "file", "at": the line, "original", "replacement", "reason" }], as --report writes them.
import { execFileSync, fork } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, posix } from "node:path";
import { setTimeout, clearTimeout } from "node:timers";
import { fileURLToPath, URL } from "node:url";
import { parseArgs } from "node:util";
import ts from "typescript";
import { schemata } from "./mutate-schemata.mjs";

const workers = 2;
/** Times the usual duration, and milliseconds on top, after which a change, tried twice, counts as killed. */
const patience = 5;
const grace = 2000;
/** After so many changes a test is run on the unchanged library, which must not have kept anything. */
const checkEvery = 100;
/** Tests that cost more milliseconds wait for the second round, which runs many changes at a time: at most so many. */
const slow = 200;
/** What the tests of a single change may cost in the first round. */
const budget = 150;
const largestGroup = 40;

/** Test files that say nothing about a change, and why. */
const leftOut = [
  [
    /^test\/(cli\/(run|callers|contract)|examples)\.test/,
    "they run the command or the examples in processes of their own",
  ],
  [/^test\/spreadsheet\/(hosts|quickjs|agreements)\.test/, "they bundle the source as it stands"],
  [/^test\/(hover|core\/layout)\.test/, "they read the source from disk"],
  [
    /^test\/\w+\/exhaustive\.test/,
    "they try case after case, too many for each change; what they hold is tested at its boundaries too",
  ],
  [/^test\/doc-tables\.test/, "they format pages"],
  [/^test\/house-rules\.test/, "it lints the source as it stands"],
  [/^test\/(fuzz|holidays|surface)\//, "they are about the package and its making"],
];

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

// What to change ------------------------------------------------------------------------------------------------------

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { changed: { type: "boolean" }, report: { type: "string" }, every: { type: "string", default: "1" } },
});

const every = Number(options.every);

const listed = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort();
const sources = listed("src").filter((path) => path.endsWith(".ts"));
const programmes = readdirSync("src").filter((name) => existsSync(`src/${name}/policy.ts`) && name !== "core");
const computing = sources.filter((path) => ["core", ...programmes].includes(path.split("/")[1]));

/** The lines that differ from a git ref, by file; of a file that git does not know yet, all. */
function differing(ref) {
  const git = (...args) => execFileSync("git", args, { encoding: "utf8", maxBuffer: 2 ** 28 }).split("\n");
  const lines = new Map(git("ls-files", "--others", "--exclude-standard", "src").map((path) => [path, undefined]));
  let file;
  for (const line of git("diff", "--unified=0", "--no-prefix", "--relative", ref, "--", "src")) {
    const [, path] = /^\+\+\+ (.+)$/.exec(line) ?? [];
    const [, first, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (path !== undefined) lines.set((file = path), new Set());
    for (let at = 0; first !== undefined && at < Number(count); at += 1) lines.get(file).add(Number(first) + at);
  }
  return lines;
}
const touched = options.changed ? differing(positionals[0] ?? "HEAD") : undefined;
const isTouched = ({ file, line }) => touched?.get(file)?.has(line) ?? true;

function wanted() {
  if (touched !== undefined) return computing.filter((path) => touched.has(path));
  if (positionals.length === 0) return computing;
  return [
    ...new Set(
      positionals.flatMap((given) => {
        const path = (existsSync(given) ? given : `src/${given}`).replace(/^\.\/|\/$/g, "");
        if (!existsSync(path)) throw new Error(`there is no ${given}`);
        if (!statSync(path).isDirectory()) return [path];
        return sources.filter((each) => each.startsWith(`${path}/`));
      }),
    ),
  ];
}
const files = wanted();

// Compiling -----------------------------------------------------------------------------------------------------------

const mutants = [undefined];
const modules = {};
const aliases = [
  [/^huimin-rules$/, () => "src/index.ts"],
  [/^huimin-rules\/(\w+)$/, (match) => `src/${match[1]}/index.ts`],
];

function resolve(from, specifier) {
  for (const [pattern, to] of aliases) {
    const match = pattern.exec(specifier);
    if (match !== null) return to(match);
  }
  if (!specifier.startsWith(".")) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  return [path, path.replace(/\.js$/, ".ts"), `${path}.ts`, `${path}/index.ts`].find(
    (each) => existsSync(each) && statSync(each).isFile(),
  );
}

function compile(path) {
  if (modules[path] !== undefined || path.endsWith(".json")) return;
  let text = readFileSync(path, "utf8");
  if (files.includes(path)) {
    const made = schemata(path, text, mutants.length);
    mutants.push(...made.mutants);
    text = made.code;
  }
  text = text
    .replaceAll("import.meta.url", "__url")
    .replaceAll("import.meta.dirname", JSON.stringify(join(root, dirname(path))))
    .replaceAll("import.meta.filename", JSON.stringify(join(root, path)));
  const { outputText } = ts.transpileModule(text, {
    fileName: path,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
      removeComments: true,
    },
  });
  const required = [...outputText.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]);
  const resolved = {};
  for (const specifier of required) {
    const found = resolve(path, specifier);
    if (found !== undefined) resolved[specifier] = found;
  }
  const packages = required.filter((specifier) => resolved[specifier] === undefined);
  modules[path] = { code: outputText, resolved, packages };
  Object.values(resolved).forEach(compile);
}

/** The modules that a module reaches by its imports. */
function within(path, found = new Set()) {
  if (found.has(path) || modules[path] === undefined) return found;
  found.add(path);
  for (const next of Object.values(modules[path].resolved)) within(next, found);
  return found;
}

const tests = listed("test").filter(
  (path) => path.endsWith(".test.ts") && !leftOut.some(([pattern]) => pattern.test(path)),
);
[...files, ...computing, "src/index.ts", ...tests].forEach(compile);
const reached = Object.fromEntries(Object.keys(modules).map((path) => [path, within(path)]));
for (const path of tests) {
  modules[path].packages = [...new Set([...reached[path]].flatMap((each) => modules[each].packages))];
}
/** What must be evaluated anew when a file changes. */
const dependents = Object.fromEntries(
  files.map((file) => [file, Object.keys(modules).filter((path) => reached[path].has(file))]),
);

const folder = mkdtempSync(join(tmpdir(), "huimin-mutants-"));
const bundle = join(folder, "modules.json");
writeFileSync(bundle, JSON.stringify({ root, modules, largestId: mutants.length - 1 }));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

// Running -------------------------------------------------------------------------------------------------------------

class Worker {
  #child;
  /** The changes in the modules at hand, and their files. */
  #key = "";
  #files = new Set();

  async start() {
    const script = fileURLToPath(new URL("mutate-worker.mjs", import.meta.url));
    this.#child = fork(script, [bundle], {
      serialization: "advanced",
      execArgv: ["--max-old-space-size=1500", "--no-warnings"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#key = "";
    this.#files = new Set();
    await new Promise((done, fail) => {
      this.#child.once("message", done);
      this.#child.once("exit", () => fail(new Error("a worker did not start")));
    });
    this.#child.removeAllListeners("exit");
  }
  async stop() {
    const ended = new Promise((done) => this.#child.once("exit", done));
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill("SIGKILL");
    await ended;
  }
  async restart() {
    await this.stop();
    await this.start();
  }

  /** Runs a test file, and within it `only` some tests, with some changes (usually one, or none). */
  async run(mutants, path, only, limit, isTracing = false) {
    const answer = await this.#run(mutants, path, only, limit, isTracing);
    // Perhaps the machine was busy.
    return answer.by === "time" ? this.#run(mutants, path, only, 2 * limit, isTracing) : answer;
  }
  async #run(mutants, path, only, limit, isTracing) {
    const evict = new Set();
    const key = mutants.map(({ id }) => id).join();
    if (this.#key !== key) {
      const touched = new Set([...this.#files, ...mutants.map(({ file }) => file)]);
      for (const file of touched) for (const each of dependents[file]) evict.add(each);
    }
    this.#key = key;
    this.#files = new Set(mutants.map(({ file }) => file));
    const answer = await new Promise((done) => {
      const child = this.#child;
      const end = (result) => {
        clearTimeout(timer);
        child.removeAllListeners("message");
        child.removeAllListeners("exit");
        done(result);
      };
      const timer = setTimeout(() => end({ failed: true, by: "time" }), limit);
      child.once("message", end);
      child.once("exit", () => end({ failed: true, by: "exit" }));
      child.send({ ids: mutants.map(({ id }) => id), evict: [...evict], path, only, isTracing });
    });
    if (answer.by !== undefined) await this.restart();
    return answer;
  }
}

/** Gives each worker the next piece of work until none is left. */
async function share(queue, work) {
  await Promise.all(
    pool.map(async (worker) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(worker, next);
    }),
  );
}

const pool = Array.from({ length: workers }, () => new Worker());
await Promise.all(pool.map((worker) => worker.start()));
const began = performance.now();

/** Test file -> what its tests cost, and by change the tests that reach it: a set, or `null` for all of them. */
const traces = new Map();
await share([...tests], async (worker, path) => {
  if (![...reached[path]].some((each) => files.includes(each))) return;
  const answer = await worker.run([], path, null, 600_000, true);
  if (answer.failed) {
    console.error(`${path} fails before anything is changed: ${answer.by ?? answer.error}`);
    process.exitCode = 2;
    return;
  }
  const reach = new Map();
  answer.reach.forEach((ids, index) => {
    for (const id of ids) {
      if (!reach.has(id)) reach.set(id, []);
      reach.get(id).push(index);
    }
  });
  for (const id of answer.always) reach.set(id, null);
  const { costs, collecting, duration } = answer;
  traces.set(path, { reach, costs, collecting, duration, all: costs.reduce((sum, each) => sum + each, collecting) });
});
const traced = performance.now();
if (process.exitCode) {
  await Promise.all(pool.map((worker) => worker.stop()));
  process.exit();
}

/** The tests of another programme are no proof of a programme's rules. */
function concerns(path, file) {
  const own = file.split("/")[1];
  const [, of] = path.split("/");
  return !programmes.includes(own) || own === of || !programmes.includes(of);
}

/** By kind of change and test file, how often it was run and how often it failed: what fails often, fast, goes first. */
const history = new Map();
function record({ file, words }, path, failed) {
  const key = `${file} ${words} ${path}`;
  const past = history.get(key) ?? { runs: 0, kills: 0 };
  history.set(key, { runs: past.runs + 1, kills: past.kills + (failed ? 1 : 0) });
}
const folderOf = (file) => dirname(file).replace(/^src/, "test");
function guess({ file, words }, path) {
  if (words && path.startsWith("test/words")) return 0.9;
  if (path === file.replace(/^src\/(.*)\.ts$/, "test/$1.test.ts")) return 0.5;
  return dirname(path) === folderOf(file) ? 0.3 : 0.1;
}
function likelihood({ file, words }, path) {
  const { runs, kills } = history.get(`${file} ${words} ${path}`) ?? { runs: 0, kills: 0 };
  return (kills + 2 * guess({ file, words }, path)) / (runs + 2);
}

/**
 * What to run for a change: `near`, one after the other, the likeliest of the quick tests, as many as the budget allows; `far`, only if
 * none of these fails, all others that reach it. Each is `{ path, only, duration }`.
 */
function plan(mutant) {
  const near = [];
  const far = [];
  for (const [path, { reach, costs, collecting, duration }] of traces) {
    if (!reach.has(mutant.id) || !concerns(path, mutant.file)) continue;
    const all = reach.get(mutant.id) ?? costs.map((_, index) => index);
    const isQuick = (index) => collecting < slow && costs[index] < slow;
    for (const [steps, only] of [
      [near, all.filter(isQuick)],
      [far, all.filter((index) => !isQuick(index))],
    ]) {
      const cost = only.reduce((sum, index) => sum + costs[index], collecting);
      if (only.length > 0) steps.push({ path, only, duration, cost, rank: (cost + 5) / likelihood(mutant, path) });
    }
  }
  near.sort((a, b) => a.rank - b.rank);
  let spent = 0;
  const within = near.findIndex(({ cost }) => (spent += cost) > budget);
  return within === -1 ? { near, far } : { near: near.slice(0, within + 1), far: [...near.slice(within + 1), ...far] };
}

const limitOf = (duration) => patience * duration + grace;

/** Change -> `killed`, `time`, `exit`, `survived` or `unreached`, and by which test file. */
const fates = new Map();
let shown = performance.now();
function progress(text) {
  if (performance.now() - shown < 10_000) return;
  shown = performance.now();
  console.error(`${((shown - traced) / 1000).toFixed(0)} s: ${text()}`);
}

/** Works through a queue, and tests now and then that no change left anything behind in the worker. */
async function work(queue, kill) {
  await Promise.all(
    pool.map(async (worker) => {
      let unchecked = [];
      for (;;) {
        const task = queue.shift();
        const killer = task && (await kill(worker, task));
        if (killer !== undefined) unchecked.push([task, killer]);
        if (unchecked.length >= checkEvery || (task === undefined && unchecked.length > 0)) {
          let clean = true;
          for (const path of new Set(unchecked.map(([, by]) => by))) {
            clean &&= !(await worker.run([], path, null, 600_000)).failed;
          }
          if (!clean) {
            console.error(`something was left behind: ${unchecked.length} changes again`);
            queue.push(...unchecked.map(([each]) => each));
            await worker.restart();
          }
          unchecked = [];
        } else if (task === undefined) return;
      }
    }),
  );
}

// First each change by itself, with the tests near it.
const candidates = mutants.slice(1).filter((mutant) => (mutant.id - 1) % every === 0 && isTouched(mutant));
const left = [];
let done = 0;
await work([...candidates], async (worker, mutant) => {
  const { near, far } = plan(mutant);
  done += 1;
  progress(
    () => `${done} of ${candidates.length}, ${((done / (performance.now() - traced)) * 1000).toFixed(1)} a second`,
  );
  for (const { path, only, duration } of near) {
    const { failed, by } = await worker.run([mutant], path, only, limitOf(duration));
    record(mutant, path, failed);
    if (!failed) continue;
    fates.set(mutant.id, { is: by ?? "killed", by: path });
    return by === undefined ? path : undefined;
  }
  fates.set(mutant.id, { is: near.length + far.length === 0 ? "unreached" : "survived" });
  left.push({ mutant, far });
  return undefined;
});
const nearly = performance.now();

// Then those that are left, many at a time, with all other tests: if these pass with a whole group, they pass with each of it.
const apart = (one, other) =>
  one.file !== other.file || one.extent[1] <= other.extent[0] || other.extent[1] <= one.extent[0];
const survives = ({ id }) => fates.get(id).is === "survived";
left.sort((a, b) => a.mutant.id - b.mutant.id);
for (const [path] of [...traces].sort(([, a], [, b]) => a.all - b.all)) {
  const groups = [];
  for (const { mutant, far } of left) {
    const steps = far.filter((each) => each.path === path);
    if (steps.length === 0 || !survives(mutant)) continue;
    const step = { only: steps.flatMap(({ only }) => only) };
    const group = groups.find((each) => each.length < largestGroup && each.every((one) => apart(one.mutant, mutant)));
    if (group) group.push({ mutant, step });
    else groups.push([{ mutant, step }]);
  }
  await work(groups, async (worker, group) => {
    const only = [...new Set(group.flatMap(({ step }) => step.only))];
    const those = group.map(({ mutant }) => mutant);
    progress(() => `${left.filter(({ mutant }) => survives(mutant)).length} of ${left.length} left, ${path}`);
    const { failed, by } = await worker.run(those, path, only, limitOf(traces.get(path).duration));
    if (!failed) {
      for (const { id } of those) fates.set(id, { is: "survived" });
      return undefined;
    }
    if (group.length === 1) {
      fates.set(those[0].id, { is: by ?? "killed", by: path });
      return by === undefined ? path : undefined;
    }
    const half = Math.ceil(group.length / 2);
    groups.unshift(group.slice(0, half), group.slice(half));
    return undefined;
  });
}
await Promise.all(pool.map((worker) => worker.stop()));
const ended = performance.now();

// Reporting -----------------------------------------------------------------------------------------------------------

const acceptedFile = "test/mutate-accepted.json";
const accepted = existsSync(acceptedFile) ? JSON.parse(readFileSync(acceptedFile, "utf8")) : [];
const keyOf = ({ file, at, original, replacement }) => JSON.stringify([file, at, original, replacement]);
const reasons = new Map(accepted.map((entry) => [keyOf(entry), entry.reason]));
const short = (text) => {
  const line = text.replace(/\s+/g, " ").trim();
  return line === "" ? "(nothing)" : line.length > 100 ? `${line.slice(0, 99)}…` : line;
};
const goalOf = (file) =>
  /^(policy|annex|norms)\.ts$/.test(basename(file)) && !file.startsWith("src/core/") ? 1 : 0.95;

let good = true;
const used = new Set();
const table = [];
for (const file of files) {
  const all = candidates.filter((mutant) => mutant.file === file);
  if (all.length === 0) continue;
  const survivors = all.filter(({ id }) => ["survived", "unreached"].includes(fates.get(id).is));
  const listedOnes = survivors.filter((mutant) => reasons.get(keyOf(mutant))?.trim());
  for (const mutant of survivors) used.add(keyOf(mutant));
  const left = survivors.filter((mutant) => !listedOnes.includes(mutant));
  for (const { id, line, original, replacement } of left) {
    const note = fates.get(id).is === "unreached" ? " (no test reaches it)" : "";
    console.log(`${file}:${line}: ${short(original)} -> ${short(replacement)}${note}`);
  }
  // What the documents say must be held without exception, but for what cannot be; elsewhere the accepted ones count as survivors.
  const goal = goalOf(file);
  const total = goal === 1 ? all.length - listedOnes.length : all.length;
  const killed = all.length - survivors.length;
  const score = total === 0 ? 1 : killed / total;
  if (score < goal || left.length > 0) good = false;
  table.push({ file, all: all.length, killed, accepted: listedOnes.length, score, below: score < goal });
}
for (const entry of every === 1 && touched === undefined ? accepted : []) {
  if (!files.includes(entry.file) && existsSync(entry.file)) continue;
  const why = !entry.reason?.trim() ? "has no reason" : used.has(keyOf(entry)) ? undefined : "survives no longer";
  if (why === undefined) continue;
  good = false;
  console.log(`${acceptedFile}: ${entry.file}: ${short(entry.original)} -> ${short(entry.replacement)} ${why}`);
}

console.log("");
const width = Math.max(...files.map((file) => file.length), 4);
for (const { file, all, killed, accepted: some, score, below } of table) {
  const percent = (Math.floor(score * 1000) / 10).toFixed(1);
  const notes = `${some > 0 ? `, ${some} accepted` : ""}${below ? `, below ${goalOf(file) * 100} %` : ""}`;
  console.log(
    `${file.padEnd(width)}  ${String(killed).padStart(4)} / ${String(all).padStart(4)}  ${percent.padStart(5)} %${notes}`,
  );
}
const count = (is) => [...fates.values()].filter((fate) => fate.is === is).length;
const seconds = (from, to) => ((to - from) / 1000).toFixed(0);
console.log(
  `${fates.size} changes: ${count("killed")} killed, ${count("time")} by time, ${count("exit")} by the end of the process, ` +
    `${count("survived")} survived, ${count("unreached")} unreached; ` +
    `${seconds(began, traced)} s to trace, ${seconds(traced, nearly)} s to run near tests, ${seconds(nearly, ended)} s all others, ` +
    `${((fates.size / (ended - traced)) * 1000).toFixed(1)} a second`,
);
if (options.report !== undefined) {
  const all = candidates.map((mutant) => ({ ...mutant, ...fates.get(mutant.id) }));
  writeFileSync(options.report, JSON.stringify(all, null, 1));
}
process.exitCode = good ? 0 : 1;
