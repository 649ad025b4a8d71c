import { once } from "node:events";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { besidesReport, buildHuimin, type Huimin } from "./huimin.js";

let huimin: Huimin;
beforeAll(async () => {
  huimin = await buildHuimin();
});
afterAll(() => huimin.remove());

const illness = "chongqing.majorIllnessBenefit";
/** Records of which each seventh is bad. */
const records = (count: number) =>
  Array.from({ length: count }, (_, id) =>
    id % 7 === 3 ? "oops\n" : `${JSON.stringify({ id, rule: illness, input: { outOfCatalogueToDate: `${id}` } })}\n`,
  ).join("");
const table = (count: number) =>
  `id,outOfCatalogueToDate\n${Array.from({ length: count }, (_, id) => (id % 7 === 3 ? `"济\n${id}",x\n` : `"济\n${id}",${id}\n`)).join("")}`;

/** The report without its times. */
const timeless = (err: string) => err.replace(/用时 .* 条\n/, "\n");

describe("--jobs", () => {
  it("in several threads gives the bytes and the report of one, in order", () => {
    const input = records(9000);
    const one = huimin.call(["run"], input);
    const three = huimin.call(["run", "--jobs", "3"], input);
    expect(three.out === one.out).toBe(true);
    expect([three.status, timeless(three.err)]).toEqual([1, timeless(one.err)]);
    expect(one.out.split("\n")).toHaveLength(9001);
  });

  it("so with tables, chosen parts and a limit", () => {
    const args = ["run", illness, "--from", "csv", "--to", "csv", "--fields", "id,amount", "--encoding", "gbk"];
    const input = Buffer.from(table(9000).replace(/济/g, ""));
    for (const more of [[], ["--limit-errors", "500"]]) {
      const one = huimin.call([...args, ...more], input);
      const two = huimin.call([...args, ...more, "--jobs", "2"], input);
      expect(two.out === one.out).toBe(true);
      expect([two.status, timeless(two.err)]).toEqual([more.length === 0 ? 1 : 3, timeless(one.err)]);
    }
  });

  it("answers a record at once, also while no other comes", async () => {
    const child = huimin.start(["run", "--jobs", "2"]);
    for (let sent = 0; sent < 3; sent += 1) {
      child.stdin?.write(records(1));
      const [answer] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
      expect(answer.toString()).toContain('"id":0,"ok":true');
    }
    child.stdin?.end();
    expect(await once(child, "close")).toEqual([0, null]);
  });

  it("what GBK cannot write ends it in any thread, with the status of a wrong call", () => {
    const input = Buffer.from('{"id":"\\ud842\\udfb7","rule":"chongqing.illnessDeathBenefit","input":{}}\n');
    for (const jobs of ["1", "2"]) {
      const { status, err } = huimin.call(["run", "--encoding", "gbk", "--jobs", jobs], input);
      expect([status, besidesReport(err)]).toEqual([2, expect.stringContaining('GBK has no "𠮷"')]);
    }
  });

  it("is a whole number from 1 on", () => {
    for (const jobs of ["0", "-1", "1.5", "x", "1000"]) {
      expect(huimin.call(["run", `--jobs=${jobs}`]).status).toBe(2);
    }
  });
});

describe("--resume", () => {
  const input = (name: string, text: string) => {
    const file = join(huimin.folder, name);
    writeFileSync(file, text);
    return file;
  };
  const cases: readonly (readonly [name: string, args: readonly string[]])[] = [
    ["lines", []],
    ["chosen", ["--fields", "id,amount"]],
    ["table", ["--to", "csv", "--fields", "id,amount"]],
    ["gbk", ["--to", "csv", "--fields", "id,amount", "--encoding", "gb18030"]],
    ["jobs", ["--jobs", "2"]],
  ];
  const argsOf = (name: string, args: readonly string[]) => {
    const isTable = name === "table" || name === "gbk";
    const text = isTable ? table(1500) : records(1500);
    const file = input(`${name}.${isTable ? "csv" : "ndjson"}`, name === "gbk" ? text.replaceAll("济", "") : text);
    return [...(isTable ? ["run", illness] : ["run"]), "--in", file, ...args];
  };

  it.each(cases)("%s: however far an output came, it goes on to the bytes of an unbroken run", (name, args) => {
    const call = argsOf(name, args);
    const out = join(huimin.folder, `${name}.out`);
    expect(huimin.call([...call, "--out", out]).status).toBe(1);
    const whole = readFileSync(out);
    const header = whole.indexOf("\n") + 1;
    const places =
      name === "lines"
        ? [0, 1, whole.length >> 1, whole.length]
        : [header - 1, (whole.length * 2) / 3, whole.length - 1];
    for (const place of places) {
      writeFileSync(out, whole.subarray(0, place));
      const { status, out: printed } = huimin.call([...call, "--resume", out]);
      expect([place, printed, status, readFileSync(out).equals(whole)]).toEqual([place, "", 1, true]);
    }
    rmSync(out);
    huimin.call([...call, "--resume", out]);
    expect(readFileSync(out).equals(whole)).toBe(true);
  });

  it("kill -9 while it writes, again and again", async () => {
    const call = ["run", "--in", input("killed.ndjson", records(40_000))];
    const out = join(huimin.folder, "killed.out");
    huimin.call([...call, "--out", out]);
    const whole = readFileSync(out);
    rmSync(out);
    let killed = 0;
    for (const share of [0.2, 0.6]) {
      const child = huimin.start([...call, "--resume", out]);
      const closed = once(child, "close");
      while ((!existsSync(out) || statSync(out).size < whole.length * share) && child.exitCode === null) await wait(2);
      child.kill("SIGKILL");
      const [, signal] = (await closed) as [number | null, string | null];
      if (signal === "SIGKILL") killed += 1;
    }
    expect(killed).toBeGreaterThan(0);
    const { status, err } = huimin.call([...call, "--resume", out]);
    expect([status, readFileSync(out).equals(whole)]).toEqual([1, true]);
    expect(err).toMatch(/此前已写出 \d+ 条（其中有误 \d+）/);
  });

  it("refuses what is no output of the call, and leaves it as it is", () => {
    const call = ["run", "--in", input("few.ndjson", records(10))];
    const out = join(huimin.folder, "few.out");
    huimin.call([...call, "--out", out]);
    const whole = readFileSync(out);
    const others = [
      [...call, "--fields", "id"],
      ["run", "--in", input("fewer.ndjson", records(5))],
      ["run", "--in", input("other.ndjson", records(10).replace('"id":9', '"id":8'))],
      [...call, "--fields", "id", "--to", "csv"],
    ];
    for (const other of others) {
      const { status, err } = huimin.call([...other, "--resume", out]);
      expect([status, err]).toEqual([2, expect.stringContaining("is no output of this call for this input")]);
      expect(readFileSync(out).equals(whole)).toBe(true);
    }
    for (const wrong of [
      ["--resume", "x.gz"],
      ["--resume", out, "--out", out],
      ["--resume", out, "--encoding", "utf-16"],
    ]) {
      expect(huimin.call([...call, ...wrong]).status).toBe(2);
    }
  });

  it("counts what the output holds already against the limit, and for the status", () => {
    const call = ["run", "--in", input("limit.ndjson", records(100))];
    const out = join(huimin.folder, "limit.out");
    huimin.call([...call, "--out", out, "--limit-errors", "5"]);
    const stopped = readFileSync(out, "utf8").split("\n").length - 1;
    expect(stopped).toBe(3 + 5 * 7 + 1);
    const again = huimin.call([...call, "--resume", out, "--limit-errors", "6"]);
    expect([again.status, readFileSync(out, "utf8").split("\n").length - 1]).toEqual([3, 3 + 6 * 7 + 1]);
    expect(huimin.call([...call, "--resume", out]).status).toBe(1);
    expect(huimin.call([...call, "--resume", out]).status).toBe(1);
  });
});
