/*
 * Makes the next release out of the changesets: the version, the section of the changelog, and what `npm run surface:check` goes by from then on.
 *
 *   npm run release            then look at the difference, commit it, and tag it v<version>
 */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changelogSection, levelOf, nextVersion, readChangesets } from "./changesets.js";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const run = (...args: string[]) => execFileSync(npm, args, { stdio: "inherit", shell: npm.endsWith(".cmd") });

const { changesets, problems } = readChangesets();
const level = levelOf(changesets);
if (problems.length > 0) throw new Error(problems.join("\n"));
if (level === undefined) throw new Error("没有变动 there is nothing to release");

const { version: before } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const version = nextVersion(before, level);
run("version", version, "--no-git-tag-version");
writeFileSync(
  "src/core/version.ts",
  readFileSync("src/core/version.ts", "utf8").replace(`"${before}"`, `"${version}"`),
);

const changelog = readFileSync("CHANGELOG.md", "utf8");
const at = changelog.indexOf("\n## ") + 1;
const section = changelogSection(version, changesets);
writeFileSync("CHANGELOG.md", `${changelog.slice(0, at)}${section}\n${changelog.slice(at)}`);
for (const { file } of changesets) rmSync(join(".changeset", file));

run("run", "build");
run("run", "surface", "--", "--released");
run("run", "format");
