/*
 * What others build on, held still: the snapshots in `etc/`, and what the changesets say of every difference from the last release.
 *
 *   npm run surface            writes the snapshots of what was built
 *   npm run surface:check      fails where they differ from it, or where a change is not named in a changeset
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { readChangesets } from "./changesets.js";
import { surfaceOf } from "./items.js";
import { unnamed, type Released } from "./named.js";
import { snapshots } from "./snapshots.js";

const folder = "etc";
const releasedFile = "released.json";

const kept = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(?:md|txt)$/.test(name));

/** The first line in which two texts differ. */
function firstDifference(before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const at = now.findIndex((line, index) => line !== old[index]);
  const line = at < 0 ? now.length : at;
  return `line ${line + 1}\n    - ${old[line] ?? ""}\n    + ${now[line] ?? ""}`;
}

const made = await snapshots();

if (argv.includes("--check")) {
  const problems: string[] = [];
  for (const file of new Set([...kept(), ...Object.keys(made)])) {
    const path = join(folder, file);
    const before = existsSync(path) ? readFileSync(path, "utf8") : "";
    const after = made[file] ?? "";
    if (before !== after)
      problems.push(
        `${path} 与构建结果不符，请运行 npm run surface is not what was built; npm run surface writes it: ${firstDifference(before, after)}`,
      );
  }
  const { changesets, problems: illWritten } = readChangesets();
  const released = JSON.parse(readFileSync(join(folder, releasedFile), "utf8")) as Released;
  problems.push(...illWritten, ...unnamed(released, surfaceOf(made), changesets));
  if (problems.length > 0) {
    console.error(`${problems.join("\n")}\n\n怎样写明变动，见 How to name a change: .changeset/README.md`);
    process.exitCode = 1;
  }
} else {
  for (const file of kept()) rmSync(join(folder, file));
  for (const [file, text] of Object.entries(made)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  if (argv.includes("--released")) {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    const { items, words } = surfaceOf(made);
    const pages = { version, items, words };
    writeFileSync(join(folder, releasedFile), `${JSON.stringify(pages, null, 2)}\n`);
  }
}
