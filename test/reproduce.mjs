// Packs two fresh clones of the last commit, in folders, time zones and languages of their own, and compares the packages byte for byte. Usage: npm run reproduce
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const root = mkdtempSync(join(tmpdir(), "huimin-reproduce-"));
const places = [
  { folder: "one", env: { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8" } },
  { folder: "another/further/down", env: { TZ: "America/New_York", LANG: "C" } },
];

const digest = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

function packed({ folder, env }) {
  const clone = join(root, folder);
  const options = { cwd: clone, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] };
  mkdirSync(clone, { recursive: true });
  execFileSync("git", ["clone", "--quiet", resolve("."), clone], { stdio: "inherit" });
  execFileSync(npm, ["ci", "--prefer-offline", "--no-audit", "--no-fund", "--silent"], options);
  execFileSync(npm, ["pack", "--silent"], options);
  const [tarball] = readdirSync(clone).filter((name) => name.endsWith(".tgz"));
  return { clone, tarball: join(clone, tarball) };
}

/** The files of a clone that were made by building it, with their digests. */
const made = (clone) =>
  new Map(
    readdirSync(join(clone, "dist"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(clone, path), digest(path)]),
  );

try {
  const [one, other] = places.map(packed);
  const [a, b] = [one, other].map(({ tarball }) => digest(tarball));
  console.log(`${a}\n${b}`);
  if (a !== b) {
    const [ofOne, ofOther] = [made(one.clone), made(other.clone)];
    const differing = [...new Set([...ofOne.keys(), ...ofOther.keys()])].filter(
      (path) => ofOne.get(path) !== ofOther.get(path),
    );
    console.error(`the packages differ: ${differing.join(", ")}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(root, { recursive: true });
}
