// What docs/engines.md says, run: the same claims in each database, with the same sums to the fen. Usage: npm run engines (after npm run build)
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, URL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));

// The package beside the databases, as it would be installed.
const installed = join(here, "node_modules", "huimin-rules");
if (!existsSync(installed)) symlinkSync(root, installed, "dir");
const { agreementFrom, chongqing, summarise, sumOf } = await import("huimin-rules");

const page = readFileSync(join(root, "docs", "engines.md"), "utf8");
const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, code]) => ({ language, code }));

/** The one block of a language that holds some words. */
function block(language, words) {
  const found = blocks.filter((each) => each.language === language && each.code.includes(words));
  assert.equal(found.length, 1, `${words}: ${found.length} blocks`);
  return found[0].code;
}
const steps = [
  "表 the table",
  "逐件核定 each claim",
  "汇总 the summary",
  "更优的合同 the better contract",
  "个人台账 the ledgers",
];
const sqlOf = (engine) => steps.map((step) => block("sql", `-- ${engine}: ${step}`));

const contract = {
  id: "2021-a",
  title: { zh: "示例合同", en: "Example agreement" },
  programme: "chongqing",
  document: "渝民〔2020〕238号",
  terms: { majorIllness: { deductible: "2000", annualLimit: "200000" } },
};

// A hundred thousand claims of forty thousand persons, always the same: a tenth not known yet, a tenth not settled in the one-stop system.
const count = 100_000;
const persons = 40_000;
const areas = ["万州区", "渝中区", "渝北区", '"引号"区', "反斜杠\\区"];
const claims = Array.from({ length: count }, (_, index) => {
  const fen = 100_000 + ((index * 7_919) % 30_000_000);
  const person = (index * 31) % persons;
  return {
    id: `C${index}`,
    person: `P${person}`,
    area: areas[person % areas.length],
    enrolledFrom: "2020-11-01",
    occurredOn: `2021-${String(1 + (index % 10)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
    oneStop: index % 10 === 0 ? null : index % 10 !== 1,
    amount: `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`,
  };
});

const fen = (money) => BigInt(String(money).replace(".", ""));
/** An amount as a database prints it, in fen: the zeros at its end may be missing. */
const fenIn = (text) => {
  const [, yuan, cents = ""] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  return BigInt(yuan) * 100n + BigInt(cents.padEnd(2, "0"));
};

/** What the library says of the claims, called by itself. */
function byTheLibrary() {
  const shared = { inpatient: true, causedByIllness: true };
  const better = { agreement: agreementFrom(contract) };
  const claimOf = ({ enrolledFrom, occurredOn, oneStop, amount }) => ({
    cover: "majorIllness",
    facts: { enrolledFrom, occurredOn, ...shared, settledOneStop: oneStop },
    loss: { outOfCatalogueToDate: amount },
  });
  const assessed = claims.map((claim) => ({ ...chongqing.assessClaim(claimOf(claim)), area: claim.area }));
  const after = claims.map((claim) => chongqing.assessClaim(claimOf(claim), better).payable).filter(Boolean);
  const ofPersons = new Map();
  for (const claim of claims) ofPersons.set(claim.person, [...(ofPersons.get(claim.person) ?? []), claim]);
  const ledgers = [...ofPersons].map(([person, own]) =>
    chongqing.assessPerson({
      person,
      enrolments: [{ from: own[0].enrolledFrom }],
      claims: own.map(({ id, occurredOn, oneStop, amount }) => ({
        id,
        cover: "majorIllness",
        facts: { occurredOn, ...shared, settledOneStop: oneStop },
        loss: { outOfCatalogue: amount },
      })),
    }),
  );
  const { rows } = summarise(assessed, { by: ["area"] });
  return {
    areas: areas
      .map((area) => {
        const own = assessed.filter((each) => each.area === area);
        const payable = sumOf(own.map((each) => each.payable).filter(Boolean));
        const row = rows.find((each) => each.area === area);
        assert.equal(row.entitled.toString(), payable.toString());
        return [area, own.length, own.filter(({ pending }) => pending !== null).length, fen(payable)];
      })
      .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
    before: fen(sumOf(assessed.map(({ payable }) => payable).filter(Boolean))),
    after: fen(sumOf(after)),
    ledgers: [
      ledgers.length,
      ledgers.filter(({ pending }) => pending.length > 0).length,
      fen(sumOf(ledgers.map(({ entitled }) => entitled))),
    ],
  };
}

const told = [];
/** Times a step. */
async function timed(engine, step, rows, work) {
  const begun = performance.now();
  const result = await work();
  const seconds = (performance.now() - begun) / 1000;
  told.push(`${engine.padEnd(12)}${step.padEnd(24)}${String(Math.round(rows / seconds)).padStart(10)} rows/s`);
  return result;
}

/** Runs the steps of the page in an engine; `run` runs statements, `query` gives the rows of one as lists of texts. */
async function holds(engine, { load, run, query, adapted = (sql) => sql, unit = fenIn }) {
  const [table, each, summary, better, ledgers] = sqlOf(engine).map(adapted);
  await run(table);
  await load();
  await timed(engine, "each claim", count, () => run(each));
  const failed = await query("SELECT count(*) FROM decided WHERE error IS NOT NULL");
  assert.equal(String(failed[0][0]), "0");
  const rows = await query(summary);
  const areasFound = rows.map(([area, all, pending, payable]) => [area, Number(all), Number(pending), unit(payable)]);
  assert.deepEqual(areasFound, expected.areas);
  const statements = better.split(/;\n\n(?=SELECT)/);
  const compared = async () => {
    for (const statement of statements.slice(0, -1)) await run(statement);
    return query(statements.at(-1));
  };
  const [[first, second]] = await timed(engine, "a better contract", count, compared);
  assert.deepEqual([unit(first), unit(second)], [expected.before, expected.after]);
  const parts = ledgers.split(/;\n\n(?=SELECT)/);
  const made = async () => {
    for (const statement of parts.slice(0, -1)) await run(statement);
    return query(parts.at(-1));
  };
  const [[all, pending, entitled]] = await timed(engine, "ledgers of persons", persons, made);
  assert.deepEqual([Number(all), Number(pending), unit(entitled)], expected.ledgers);
}

let expected;
let folder;
let csv;
const within = (...parts) => join(folder, ...parts);

/** Writes a module of the page where it finds its packages. */
async function moduleOf(name, words) {
  const file = join(here, "node_modules", `${name}.mjs`);
  writeFileSync(file, block("js", words));
  try {
    return await import(file);
  } finally {
    rmSync(file);
  }
}

before(() => {
  expected = byTheLibrary();
  // Written down once: the library itself may not change them unnoticed.
  assert.deepEqual(
    [expected.before, expected.after, expected.ledgers],
    [388546517913n, 391250379934n, [40_000, 4_000, 376623739620n]],
  );
  folder = mkdtempSync(join(tmpdir(), "huimin-engines-"));
  chmodSync(folder, 0o755);
  csv = within("claims.csv");
  const cell = (value) => (String(value).includes('"') ? `"${value.replaceAll('"', '""')}"` : (value ?? "\\N"));
  const lines = claims.map((claim) => Object.values(claim).map(cell).join());
  writeFileSync(csv, `${lines.join("\n")}\n`);
  writeFileSync(within("contract.json"), JSON.stringify(contract));
  // The command as npm installs it on a host, for every user of it.
  const library = within("lib", "node_modules");
  mkdirSync(library, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    cpSync(join(root, "node_modules", name), join(library, name), { recursive: true, dereference: true });
  }
  cpSync(join(root, "dist"), join(library, "huimin-rules", "dist"), { recursive: true });
  cpSync(join(root, "package.json"), join(library, "huimin-rules", "package.json"));
  mkdirSync(within("bin"));
  const script = (name, text) => writeFileSync(within("bin", name), text, { mode: 0o755 });
  script(
    "huimin",
    `#!/bin/sh\nexec "${process.execPath}" "${join(library, "huimin-rules/dist/cli/huimin.js")}" "$@"\n`,
  );
  script("huimin-filter", block("sh", "huimin-filter:"));
  process.env.PATH = `${within("bin")}:${process.env.PATH}`;
});
after(() => {
  rmSync(folder, { recursive: true });
  console.log(told.join("\n"));
});

const placed = (text) => text.replaceAll("/etc/huimin", folder).replaceAll("/var/lib/huimin", within("postgresql"));

test("ClickHouse: the claims, their sums, a better contract and the ledgers are those of the library", async () => {
  const { Session } = await import("chdb");
  writeFileSync(within("huimin_function.xml"), placed(block("xml", "executable_pool")));
  const settings = {
    user_scripts_path: within("bin"),
    user_defined_executable_functions_config: within("*_function.xml"),
  };
  const elements = Object.entries(settings).map(([name, value]) => `<${name}>${value}</${name}>`);
  writeFileSync(within("config.xml"), `<clickhouse>${elements.join("")}</clickhouse>`);
  const session = new Session(within("clickhouse"), { connectionArgs: [`--config-file=${within("config.xml")}`] });
  try {
    const run = (sql) => session.query(sql.replace(/;\s*$/, ""));
    const query = (sql) =>
      session
        .query(sql.replace(/;\s*$/, ""), "JSONCompactStringsEachRow")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    const load = () =>
      run(
        `INSERT INTO claims SELECT * FROM file('${csv}', CSV, 'id String, person String, area String, enrolled_from Date, occurred_on Date, one_stop Nullable(Bool), amount Decimal(18, 2)')`,
      );
    await holds("ClickHouse", { load, run, query, adapted: placed });
  } finally {
    session.close();
  }
});

test("DuckDB: the claims, their sums, a better contract and the ledgers are those of the library", async () => {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const { register } = await moduleOf("duckdb", "DuckDBScalarFunction");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    new Function("register", "connection", "agreementFrom", "contract", block("js", "agreementFrom(contract)"))(
      register,
      connection,
      agreementFrom,
      contract,
    );
    const run = (sql) => connection.run(sql);
    const query = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();
    await holds("DuckDB", { load: () => run(`COPY claims FROM '${csv}' (HEADER false, NULLSTR '\\N')`), run, query });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});

test("SQLite: the claims, their sums, a better contract and the ledgers are those of the library", async () => {
  const { default: Database } = await import("better-sqlite3");
  const { register } = await moduleOf("sqlite", "database.function");
  const database = new Database(":memory:");
  try {
    register(database, "huimin");
    register(database, "huimin_2021a", { agreements: [agreementFrom(contract)] });
    const load = () => {
      const insert = database.prepare("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)");
      const bound = (value) => (typeof value === "boolean" ? Number(value) : value);
      database.transaction(() => claims.forEach((claim) => insert.run(...Object.values(claim).map(bound))))();
    };
    const query = (sql) => database.prepare(sql).safeIntegers().raw().all();
    await holds("SQLite", { load, run: (sql) => database.exec(sql), query, unit: BigInt });
  } finally {
    database.close();
  }
});

test("PostgreSQL: the claims, their sums, a better contract and the ledgers are those of the library", async () => {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql").map(Number) : [];
  const bin = join("/usr/lib/postgresql", String(Math.max(...versions)), "bin");
  const home = within("postgresql");
  mkdirSync(home);
  execFileSync("chown", ["postgres", home]);
  // The server refuses to run as root.
  const as = (program, args, options) =>
    execFileSync("runuser", ["-u", "postgres", "--", program, ...args], { encoding: "utf8", cwd: home, ...options });
  const data = join(home, "data");
  as(join(bin, "initdb"), ["-D", data, "--encoding", "UTF8", "--locale", "C.UTF-8", "--auth", "trust"]);
  const ctl = (...args) => as(join(bin, "pg_ctl"), ["-D", data, "-w", ...args], { stdio: "ignore" });
  ctl("-o", `-c listen_addresses='' -k ${home}`, "-l", join(home, "log"), "start");
  try {
    const psql = (sql) =>
      as(
        join(bin, "psql"),
        ["-h", home, "-d", "postgres", "-X", "-q", "-A", "-t", "-F", "\x02", "-v", "ON_ERROR_STOP=1"],
        {
          input: sql,
          maxBuffer: 2 ** 28,
        },
      );
    const query = (sql) =>
      psql(sql)
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\x02"));
    const load = () => psql(`COPY claims FROM '${csv}' WITH (FORMAT csv, NULL '\\N');`);
    await holds("PostgreSQL", { load, run: psql, query, adapted: placed });
  } finally {
    ctl("-m", "fast", "stop");
  }
});

test("huimin-filter takes a failed line for no failure, and a wrong call for one", () => {
  const filter = (...args) => spawnSync("huimin-filter", args, { input: "oops\n", encoding: "utf8" });
  const { stdout, status } = filter("chongqing.assessClaim");
  assert.match(stdout, /^\{"ok":false/);
  assert.equal(status, 0);
  assert.equal(filter("chongqing.nothing").status, 1);
});
