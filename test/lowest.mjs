// Tries the package with the lowest version of each dependency that its ranges allow: an application that
// uses our schemas in its own zod, the types, the worked cases and the tests of the core. Usage: npm run lowest (after npm run build)
import { execFileSync } from "node:child_process";
import {
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
import { dirname, join, resolve } from "node:path";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const { name, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const lowest = Object.fromEntries(
  Object.entries(dependencies).map(([name, range]) => [name, range.replace(/^\^/, "")]),
);

/** What an application does with the schemas of our rules. */
const application = `
import assert from "node:assert/strict";
import * as z from "zod";
import { catalogue } from "${name}";
for (const { id, input } of Object.values(catalogue)) {
  assert.ok(Object.keys(z.toJSONSchema(z.array(input), { io: "input" }).items).length > 0, id);
}
const { input } = catalogue["chongqing.majorIllnessBenefit"];
const [parsed] = z.array(input).parse([{ outOfCatalogueToDate: "58000" }]);
assert.equal(String(parsed.outOfCatalogueToDate), "58000.00");
assert.equal(z.array(input).safeParse([{ outOfCatalogueToDate: "1,000" }]).error.issues[0].path.join("."), "0.outOfCatalogueToDate");
`;

const project = mkdtempSync(join(tmpdir(), "huimin-lowest-"));
const run = (command, args, options) =>
  execFileSync(command, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], ...options });

try {
  const [packed] = JSON.parse(
    run(npm, ["pack", "--json", "--ignore-scripts", "--pack-destination", project], { cwd: "." }),
  );
  const app = { private: true, type: "module", dependencies: { ...lowest, [name]: `file:${packed.filename}` } };
  writeFileSync(join(project, "package.json"), JSON.stringify(app));
  run(npm, ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"]);
  for (const [name, version] of Object.entries(lowest)) {
    const installed = JSON.parse(readFileSync(join(project, "node_modules", name, "package.json"), "utf8")).version;
    if (installed !== version) throw new Error(`${name}: expected ${version}, got ${installed}`);
    console.log(`${name} ${installed}`);
  }
  if (existsSync(join(project, "node_modules", name, "node_modules"))) throw new Error("a dependency is there twice");

  writeFileSync(join(project, "application.mjs"), application);
  run(process.execPath, ["application.mjs"]);
  console.log("an application's own zod takes the schemas of every rule");

  // The sources and tests beside these versions; every other package is ours.
  const installed = (folder) =>
    readdirSync(folder).flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(folder, name)).map((part) => join(name, part)) : [name],
    );
  for (const name of installed("node_modules")) {
    const link = join(project, "node_modules", name);
    if (name.startsWith(".") || existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve("node_modules", name), link, "junction");
  }
  for (const part of ["src", "test", "package.json", "tsconfig.json", "vitest.config.ts"]) {
    cpSync(part, join(project, part), { recursive: true });
  }
  run(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "-p", "src"], { stdio: "inherit" });
  console.log("the sources compile");
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  run(process.execPath, [vitest, "run", "--project", "Asia/Shanghai", "test/vectors", "test/core"], {
    stdio: "inherit",
  });
} finally {
  rmSync(project, { recursive: true });
}
