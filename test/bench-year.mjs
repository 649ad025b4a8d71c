// The year of examples/year.ts, from roster to settlement, at one, two and four times its size: time, memory, and how they grow.
// Usage: npm run bench
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const [most, mostSeconds, mostMegabytes, mostGrowth] = [200_000, 15, 600, 1.25];

const folder = mkdtempSync(join(tmpdir(), "huimin-year-"));
try {
  const file = join(folder, "year.mjs");
  await build({
    entryPoints: ["examples/year.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: file,
    logLevel: "error",
  });
  const run = join(folder, "run.mjs");
  writeFileSync(
    run,
    `import { yearOfChongqing } from "./year.mjs";
const start = performance.now();
const { claims } = yearOfChongqing(Number(process.argv[2]));
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ claims: claims.total.claims, seconds, megabytes: process.resourceUsage().maxRSS / 1000 }));`,
  );
  const measured = [most / 4, most / 2, most].map((persons) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [run, String(persons)], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    const { claims, seconds, megabytes } = JSON.parse(stdout);
    console.log(
      `a year of ${persons.toLocaleString("en")} persons, ${claims.toLocaleString("en")} claims: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
    );
    return { claims, seconds, megabytes };
  });
  const [first] = measured;
  const last = measured.at(-1);
  const growth = last.seconds / last.claims / (first.seconds / first.claims);
  const missed = last.seconds > mostSeconds || last.megabytes > mostMegabytes || growth > mostGrowth;
  console.log(
    `the time of a claim grew ${growth.toFixed(2)} x  aims: ${mostSeconds} s, ${mostMegabytes} MB, ${mostGrowth} x${missed ? ": MISSED" : ""}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
