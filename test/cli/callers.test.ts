import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildHuimin, type Huimin } from "./huimin.js";

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

let huimin: Huimin;
beforeAll(async () => {
  huimin = await buildHuimin();
});
afterAll(() => huimin.remove());

describe.skipIf(version < 17)("the Java client", () => {
  beforeAll(() => {
    const files = readdirSync(sources).filter((name) => name.endsWith(".java"));
    execFileSync("javac", ["--release", "17", "-Xlint:all", "-d", huimin.folder, ...files], { cwd: sources });
  });

  const assess = (claims: string, command: readonly string[]) =>
    spawnSync("java", ["-cp", huimin.folder, "AssessClaims", claims, ...command], { encoding: "utf8" });

  it("sends the claims of a file and prints what is payable", () => {
    const { stdout, stderr, status } = assess(join(sources, "claims.ndjson"), [process.execPath, huimin.file, "run"]);
    const lines = stdout.trimEnd().split("\n");
    expect([lines[0], lines[1], lines[3]]).toEqual(["CQ-1 16250.00", "CQ-2 pending", "CQ-4 2000.00"]);
    expect(lines[2]).toMatch(/^CQ-3 error .*"path":\["loss","outOfCatalogueToDate"\],"code":"INVALID_AMOUNT"/);
    expect([lines.length, stderr, status]).toEqual([4, "", 0]);
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
    expect(stderr).toMatch(/huimin has ended|Broken pipe|Stream closed/);
    expect(status).toBe(1);
  });
});

describe.skipIf(!python)("the Python example", () => {
  it("decides records while it still writes them", () => {
    const command = `(${JSON.stringify(process.execPath)}, ${JSON.stringify(huimin.file)}, "run")`;
    const example = exampleIn("python", "def decide").replace('("npx", "huimin", "run")', command);
    expect(example).toContain(command);
    const { stdout, stderr } = spawnSync("python3", ["-"], { input: example, encoding: "utf8" });
    expect([stdout, stderr]).toEqual(["58000 16250.00\n58001 16250.35\n58002 16250.70\n", ""]);
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
