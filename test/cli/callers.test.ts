import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreementFrom, chongqing } from "huimin-rules";
import { besidesReport, buildHuimin, type Huimin } from "./huimin.js";

const sources = fileURLToPath(new URL("../../examples/java/", import.meta.url));
const jdk = spawnSync("javac", ["--version"], { encoding: "utf8" });
const version = Number(/\d+/.exec(jdk.error ? "" : jdk.stdout)?.[0] ?? 0);
if (version < 17) console.warn("examples/java: no JDK 17 here, the Java client is not tested");

const python = spawnSync("python3", ["--version"]).status === 0;
if (!python) console.warn("docs/calling.md: no Python here, its example is not tested");

const guide = readFileSync(new URL("../../docs/calling.md", import.meta.url), "utf8");
const exampleIn = (language: string, holding: string) =>
  [...guide.matchAll(/^```(\w+)\n(.*?)^```$/gms)].find(
    ([, tag, code]) => tag === language && code?.includes(holding),
  )?.[2] ?? "";

/** Shows what the Java client makes of a child that is not as it should be. */
const trial = `
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

public final class Trial {
    public static void main(String[] arguments) throws Exception {
        var huimin = new HuiminClient(List.of(arguments).subList(1, arguments.length), 10);
        switch (arguments[0]) {
            case "three" -> {
                var answers = new ArrayList<CompletableFuture<String>>();
                for (int count = 0; count < 3; count++) {
                    answers.add(huimin.send("{}"));
                    answers.get(0).get(10, TimeUnit.SECONDS);
                    Thread.sleep(300);
                }
                for (var answer : answers) print(answer);
            }
            case "unfit" -> {
                for (String record : List.of("\\uD800", "{\\n}", "{}")) {
                    try {
                        print(huimin.send(record));
                    } catch (IllegalArgumentException refused) {
                        System.out.println("refused");
                    }
                }
            }
            default -> {
                huimin.patience = Duration.ofMillis(300);
                String record = " ".repeat(Integer.parseInt(arguments[0]));
                var sender = new Thread(() -> {
                    try {
                        print(huimin.send(record));
                    } catch (Exception error) {
                        System.out.println(error);
                    }
                });
                sender.start();
                while (!Files.exists(Path.of(System.getenv("BEATS")))) Thread.sleep(20);
                huimin.close();
                sender.join();
            }
        }
        huimin.close();
        print(huimin.send("{}"));
    }

    private static void print(CompletableFuture<String> answer) throws Exception {
        try {
            System.out.println(answer.get(10, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            System.out.println(failed.getCause().getMessage());
        }
    }
}
`;

/** So that nothing stays where a test fails. */
const ends = "setTimeout(process.exit, 20_000);";

/** The terms of 三(二) bettered: 2000 yuan borne, up to 200,000 a year. */
const contract = {
  id: "2021-a",
  title: { zh: "示例合同", en: "Example agreement" },
  programme: "chongqing",
  document: "渝民〔2020〕238号",
  terms: { majorIllness: { deductible: "2000", annualLimit: "200000" } },
};
function contractFile(): string {
  const file = join(huimin.folder, "contract.json");
  writeFileSync(file, JSON.stringify(contract));
  return file;
}

let huimin: Huimin;
beforeAll(async () => {
  huimin = await buildHuimin();
});
afterAll(() => huimin.remove());

describe.skipIf(version < 17)("the Java client", () => {
  beforeAll(() => {
    const files = readdirSync(sources).filter((name) => name.endsWith(".java"));
    const trialFile = join(huimin.folder, "Trial.java");
    writeFileSync(trialFile, trial);
    execFileSync("javac", ["--release", "17", "-Xlint:all", "-d", huimin.folder, ...files, trialFile], {
      cwd: sources,
    });
  });

  /** The JVM starts faster so. */
  const classes = () => ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp", huimin.folder];

  const assess = (claims: string, command: readonly string[]) =>
    spawnSync("java", [...classes(), "AssessClaims", claims, ...command], { encoding: "utf8" });

  const run = (what: string, ...command: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync("java", [...classes(), "Trial", what, ...command], {
      encoding: "utf8",
      timeout: 15_000,
      env: { ...process.env, BEATS: join(huimin.folder, `beats-${what}`) },
    });
    expect([stderr, status]).toEqual(["", 0]);
    return stdout.trimEnd().split("\n");
  };
  const node = (script: string) => [process.execPath, "-e", script];

  it("sends the claims of a file and prints what is payable", () => {
    const { stdout, stderr, status } = assess(join(sources, "claims.ndjson"), [process.execPath, huimin.file, "run"]);
    const lines = stdout.trimEnd().split("\n");
    expect([lines[0], lines[1], lines[3]]).toEqual(["CQ-1 16250.00", "CQ-2 pending", "CQ-4 2000.00"]);
    expect(lines[2]).toMatch(/^CQ-3 error .*"path":\["loss","outOfCatalogueToDate"\],"code":"INVALID_AMOUNT"/);
    expect([lines.length, besidesReport(stderr), status]).toEqual([4, "", 0]);
  });

  it("prices a contract that betters the terms, to the same fen as TypeScript", () => {
    const totals = ["2000.01", "58000.25", "999999.99"];
    const facts = {
      enrolledFrom: "2020-11-01",
      occurredOn: "2021-03-02",
      inpatient: true,
      causedByIllness: true,
      settledOneStop: true,
    };
    const claims = totals.map((outOfCatalogueToDate) => ({
      cover: "majorIllness" as const,
      facts,
      loss: { outOfCatalogueToDate },
    }));
    const file = join(huimin.folder, "bettered.ndjson");
    const record = (input: object, id: number) => `${JSON.stringify({ id, rule: "chongqing.assessClaim", input })}\n`;
    writeFileSync(file, claims.map(record).join(""));
    const { stdout, status } = assess(file, [process.execPath, huimin.file, "run", "--agreement", contractFile()]);
    const agreement = agreementFrom(contract);
    const own = claims.map((claim, id) => `${id} ${String(chongqing.assessClaim(claim, { agreement }).payable)}`);
    expect(own).toEqual(["0 0.00", "1 16600.09", "2 200000.00"]);
    expect([stdout.trimEnd().split("\n"), status]).toEqual([own, 0]);
  });

  it("keeps the order over more claims than may be on their way at once", () => {
    const file = join(huimin.folder, "many.ndjson");
    const count = 1500;
    const record = (index: number) =>
      `{"id":"${index}","rule":"chongqing.assessClaim","input":{"cover":"illnessDeath","facts":{"diedOfIllness":${index % 2 === 0 ? "null" : "false"}}}}\n`;
    writeFileSync(file, Array.from({ length: count }, (_, index) => record(index)).join(""));
    const { stdout, status } = assess(file, [process.execPath, huimin.file, "run"]);
    const expected = Array.from({ length: count }, (_, index) => `${index} ${index % 2 === 0 ? "pending" : "0.00"}`);
    expect(stdout.trimEnd().split("\n")).toEqual(expected);
    expect(status).toBe(0);
  });

  it("reports that the child has ended, and does not wait for it", () => {
    const { stderr, status } = assess(join(sources, "claims.ndjson"), [process.execPath, "-e", "0"]);
    expect(stderr).toContain("huimin has ended with status 0");
    expect(status).toBe(1);
  });

  it("prints no amount but what an assessed claim says is payable", () => {
    const file = join(huimin.folder, "unlike.ndjson");
    const claim = {
      cover: "illnessDeath",
      facts: { enrolledFrom: "2020-11-01", occurredOn: "2021-03-15", diedOfIllness: true },
    };
    const facts = { registeredDivision: "411721", occurredOn: "2019-12-01", contractStartsOn: "2019-06-15" };
    const event = {
      claims: [
        { cover: "rescuer", facts: { ...facts, rescuingOnScene: true }, loss: { medicalExpenses: "800" } },
        { cover: "naturalDisaster", facts: { ...facts, peril: "flood" }, loss: { propertyLoss: "3000" } },
      ],
    };
    const records = [
      { id: 7, rule: "chongqing.assessClaim", input: claim },
      { id: '5" tube, \\', rule: "chongqing.assessClaim", input: claim },
      { rule: "chongqing.assessClaim", input: claim },
      { id: "E", rule: "zhumadian.assessEvent", input: event },
      { id: "B", rule: "chongqing.illnessDeathBenefit", input: {} },
      { id: "V", rule: "lishui.verificationDue", input: {} },
    ];
    writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    const { stdout, status } = assess(file, [process.execPath, huimin.file, "run"]);
    expect(stdout.trimEnd().split("\n")).toEqual([
      "7 2000.00",
      String.raw`5\" tube, \\ 2000.00`,
      "? 2000.00",
      expect.stringMatching(/^E error .*"ok":true.*"payable":"/),
      expect.stringMatching(/^B error .*"ok":true/),
      expect.stringMatching(/^V error /),
    ]);
    expect(status).toBe(0);
  });

  it("takes no unfinished line for an answer, and gives the child's status", () => {
    const half = node(
      "process.stdin.once('data', () => { process.stdout.write('one\\ntw'); process.exitCode = 3; process.stdin.destroy(); })",
    );
    const ended = "huimin has ended with status 3";
    expect(run("three", ...half)).toEqual(["one", ended, ended, ended]);
  });

  it("trusts a child no more that answers what it was not sent", () => {
    const surplus = node("process.stdin.once('data', () => process.stdout.write('one\\ntwo\\n')).on('data', () => {})");
    const refused = "huimin has answered more than it was sent";
    expect(run("three", ...surplus)).toEqual(["one", refused, refused, refused]);
  });

  it("sends no record that is not a line of UTF-8", () => {
    const echo = node("process.stdin.pipe(process.stdout)");
    expect(run("unfit", ...echo)).toEqual(["refused", "refused", "{}", "huimin has ended with status 0"]);
  });

  it.each([
    ["answers nothing", "2", "process.stdin.resume()"],
    ["reads nothing", "1000000", ""],
  ])("does not wait on for a child that %s, and leaves none of its children", async (_, size, script) => {
    const beats = join(huimin.folder, `beats-${size}`);
    const idle = `setInterval(() => require("fs").appendFileSync(process.env.BEATS, "."), 20); ${ends} ${script}`;
    const launcher = node(
      `require("child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(idle)}], { stdio: "inherit" })`,
    );
    const stopped = "huimin was stopped before it had answered";
    expect(run(size, ...launcher)).toEqual([stopped, stopped]);
    const beaten = readFileSync(beats, "utf8");
    await setTimeout(200);
    expect(readFileSync(beats, "utf8")).toBe(beaten);
  });
});

describe.skipIf(!python)("the Python example", () => {
  const example = exampleIn("python", "def decide");
  const [decide = ""] = example.split("\nclaims =");
  const tuple = (command: readonly string[]) => `(${command.map((word) => JSON.stringify(word)).join(", ")})`;
  const run = (input: string) => spawnSync("python3", ["-"], { input, encoding: "utf8", timeout: 15_000 });
  const records = `[{"rule": "chongqing.illnessDeathBenefit", "input": {}, "id": n} for n in range(3)]`;

  it("decides records while it still writes them", () => {
    const ours = '("node_modules/.bin/huimin", "run")';
    expect(example).toContain(ours);
    const { stdout, stderr } = run(example.replace(ours, tuple([process.execPath, huimin.file, "run"])));
    expect([stdout, besidesReport(stderr)]).toEqual(["58000 16250.00\n58001 16250.35\n58002 16250.70\n", ""]);
  });

  const half =
    "process.stdin.once('data', () => { process.stdout.write(Buffer.from('1\\n惠').subarray(0, 3)); process.kill(process.pid, 'SIGKILL') })";
  const last = "process.stdin.on('data', () => console.log('1\\n1\\n1')); process.exitCode = 3";
  const less = "process.stdin.once('data', () => console.log(1)).resume()";
  const failing = [
    ["a child that is killed", half, records, "3 sent, 1 answered, status -9"],
    ["a child that answers less", less, records, "3 sent, 1 answered, status 0"],
    ["a child that fails at last", last, records, "3 sent, 3 answered, status 3"],
    ["a child that ends at once", "", `(time.sleep(0.5) or {} for n in range(2))`, "2 sent, 0 answered, status 0"],
    ["a wrong call", "run nothing", records, "status 2"],
    ["a record that is none", "run", `${records} + [{"id": Decimal(1)}]`, "3 sent, 3 answered, status 0"],
    ["records that fail", "run", `(1 // (1 - n) for n in range(3))`, "1 sent, 1 answered, status 1"],
  ] as const;
  it(`raises an error for ${failing.map(([what]) => what).join(", ")}`, () => {
    const calls = failing.map(([, script, given]) => {
      const ours = [process.execPath, huimin.file, ...script.split(" ")];
      const command = script.startsWith("run") ? ours : [process.execPath, "-e", script];
      return `decide(${given}, ${tuple(command)})`;
    });
    // One after the other in one process, so what a failed call leaves behind would show in the next.
    const { stdout, stderr, status } = run(`import time
from decimal import Decimal
${decide}
for call in (${calls.map((call) => `lambda: ${call}`).join(", ")}):
    try:
        for answer in call():
            pass
        print("no error")
    except RuntimeError as error:
        print(error)
`);
    const expected = failing.map(([, , , message]) => expect.stringContaining(message) as string);
    expect(stdout.trimEnd().split("\n")).toEqual(expected);
    expect([besidesReport(stderr).replace(/^huimin: .*\n.*huimin --help\n/s, ""), status]).toEqual(["", 0]);
  });

  it("leaves half a surrogate pair to the command", () => {
    const { stdout, stderr } = run(`${decide}
print([answer["ok"] for answer in decide([{"id": "\\ud800"}, *${records}], ${tuple([process.execPath, huimin.file, "run"])})])
`);
    expect([stdout, besidesReport(stderr)]).toEqual(["[False, True, True, True]\n", ""]);
  });

  it.each([
    ["a child that decides on and on", `itertools.cycle(${records})`, []],
    ["a child that hangs", records, ["-e", `console.log('{"ok":true}'); ${ends}`]],
  ])("ends %s when no more is asked", (_, given, other) => {
    const command = other.length > 0 ? other : [huimin.file, "run"];
    const { stdout, stderr, error } = run(`import itertools
${decide}
answers = decide(${given}, ${tuple([process.execPath, ...command])})
print(next(answers)["ok"])
answers.close()
`);
    expect([stdout, stderr, error]).toEqual(["True\n", "", undefined]);
  });
});

describe.skipIf(!python)("the SQLite example", () => {
  const example = exampleIn("python", "import sqlite3");
  const ours = '("node_modules/.bin/huimin", "run", "--agreement", "contract.json")';
  const run = (script: string) => {
    const command = [process.execPath, huimin.file, "run", "--agreement", contractFile()];
    const input = script.replace(ours, `(${command.map((word) => JSON.stringify(word)).join(", ")})`);
    return spawnSync("python3", ["-"], { input, encoding: "utf8", timeout: 30_000 });
  };

  it("prices a contract that betters the terms, a row at a time within a query", () => {
    expect(example).toContain(ours);
    const { stdout, stderr, status } = run(example);
    expect([stdout, besidesReport(stderr), status]).toEqual(["A 16600.00\nB 200000.00\nC None\n", "", 0]);
  });

  it("to the same fen as TypeScript", () => {
    const fen = Array.from({ length: 500 }, (_, index) => (index * 123_457_891) % 100_000_000);
    const made = example.replace(
      /^claims = .*$/m,
      `claims = [(n, "%d.%02d" % divmod(n, 100)) for n in ${JSON.stringify(fen)}]`,
    );
    expect(made).not.toBe(example);
    const { stdout, stderr } = run(made);
    const agreement = agreementFrom(contract);
    const own = fen.map((total) => {
      const outOfCatalogueToDate = `${Math.floor(total / 100)}.${String(total % 100).padStart(2, "0")}`;
      return `${total} ${chongqing.majorIllnessBenefit({ outOfCatalogueToDate }, { agreement }).amount.toString()}`;
    });
    expect([stdout.trimEnd().split("\n"), besidesReport(stderr)]).toEqual([own, ""]);
  });

  it("a command that ends too soon ends the query", () => {
    const { stderr, status } = run(example.replace(ours, '("false",)'));
    expect([stderr, status]).toEqual([expect.stringContaining("OperationalError"), 1]);
  });
});

describe("the guide", () => {
  it("starts a long-lived child without npx", () => {
    expect(exampleIn("java", "HuiminClient") + exampleIn("python", "def decide")).not.toContain("npx");
  });

  it.each(["chongqing.majorIllnessBenefit", "toJSONString", "to_json"])("glues no column into JSON: %s", (holding) => {
    const sql = exampleIn("sql", holding);
    expect(sql).toContain("SELECT");
    expect(sql).not.toContain("concat");
  });

  it("says where null may stand", () => {
    const claim = (facts: object, rest: object) =>
      JSON.stringify({ rule: "chongqing.assessClaim", input: { cover: "majorIllness", facts, ...rest } });
    const records = [
      claim({ inpatient: null, occurredOn: null }, {}),
      claim({}, { loss: { outOfCatalogueToDate: null } }),
      claim({}, { dates: { claimReceivedOn: null } }),
      claim({}, { paidToDate: null }),
    ];
    const { out } = huimin.call(["run"], records.join("\n"));
    const answers = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { ok: boolean });
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, false]);
  });

  it("says which claims are records", () => {
    const answered = (file: string) => {
      const records = readFileSync(new URL(`../../examples/${file}`, import.meta.url), "utf8");
      return huimin.call(["run"], records).out.match(/"ok":true/g)?.length ?? 0;
    };
    expect([answered("java/claims.ndjson"), answered("claims.ndjson")]).toEqual([3, 0]);
  });
});

describe.skipIf(process.platform === "win32")("huimin-filter", () => {
  it("is no failure when lines fail, but when the call is wrong", () => {
    const write = (name: string, text: string) => {
      writeFileSync(join(huimin.folder, name), text);
      chmodSync(join(huimin.folder, name), 0o755);
    };
    write("huimin", `#!/bin/sh\nexec "${process.execPath}" "${huimin.file}" "$@"\n`);
    write("huimin-filter", exampleIn("sh", "huimin-filter:"));
    const filter = (args: readonly string[], input: string) =>
      spawnSync(join(huimin.folder, "huimin-filter"), args, {
        input,
        encoding: "utf8",
        env: { PATH: `${huimin.folder}:${process.env["PATH"] ?? ""}` },
      });
    const { stdout, status } = filter(["chongqing.illnessDeathBenefit"], "\\N\n{}\n");
    expect(stdout).toMatch(/^\{"ok":false,.*\n\{"ok":true,.*"amount":"2000\.00".*\n$/);
    expect(status).toBe(0);
    expect(filter(["chongqing.nothing"], "").status).toBe(1);
  });
});
