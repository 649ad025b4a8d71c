// kill -9 at twenty random moments, resumed: the bytes of an unbroken run. Usage: npm run bench:resume (after npm run build)
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const [times = "20", seed = "1"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "huimin-resume-"));
const [input, whole, out] = ["in.ndjson", "whole.ndjson", "out.ndjson"].map((name) => join(folder, name));
const command = ["dist/cli/huimin.js", "run", "--in", input];

/** Moments that are the same for the same seed (mulberry32). */
let state = Number(seed);
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

try {
  const record = (id) =>
    id % 11 === 5
      ? "oops\n"
      : `{"id":${id},"rule":"chongqing.majorIllnessBenefit","input":{"outOfCatalogueToDate":"${id}.25"}}\n`;
  writeFileSync(input, Array.from({ length: 200_000 }, (_, id) => record(id)).join(""));
  spawnSync(process.execPath, [...command, "--out", whole]);
  const expected = readFileSync(whole);
  let killed = 0;
  for (let time = 0; time < Number(times); time += 1) {
    // Somewhere in what is still to be written, whatever that falls on.
    const held = existsSync(out) ? statSync(out).size : 0;
    const until = held + random() * (expected.length - held) * 0.3;
    const child = spawn(process.execPath, [...command, "--resume", out], { stdio: "ignore" });
    const closed = once(child, "close");
    while ((!existsSync(out) || statSync(out).size < until) && child.exitCode === null) await wait(1);
    child.kill("SIGKILL");
    const [, signal] = await closed;
    if (signal === "SIGKILL") killed += 1;
    console.log(`killed at ${statSync(out).size} of ${expected.length} bytes`);
  }
  spawnSync(process.execPath, [...command, "--resume", out]);
  const same = readFileSync(out).equals(expected);
  console.log(`${killed} kills: ${same ? "the bytes of an unbroken run" : "OTHER bytes"}`);
  if (!same || killed === 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
