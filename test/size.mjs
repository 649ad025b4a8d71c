// Bundles what applications import, as they do, and holds it to a budget. Usage: npm run size (after npm run build)
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * At most so many bytes in gzip, in thousands. The aim was 45 for a programme and 85 for all of them, and held before the four texts were
 * read a second time (but for Zhumadian's); what that found, in both languages, is the difference; the ledgers of four programmes, summaries and impacts, with their words, are another 13 of all. Records name any rule, so `decide` holds all programmes, without `explain`. decimal.js alone is 13.
 */
const budgets = { yuan: 20, programme: 53, all: 121, decide: 120 };

/** A document with twice the covers and readings of any other has more to say. */
const ofProgramme = { zhumadian: 56.5 };

const programmes = readdirSync("src").filter((name) => existsSync(`src/${name}/norms.ts`));

/** What an application uses, its budget and its code. */
const uses = [
  ["yuan", budgets.yuan, `import { yuan } from "huimin-rules"; console.log(yuan("1"));`],
  ...programmes.map((name) => [
    `${name}.assessClaim`,
    ofProgramme[name] ?? budgets.programme,
    `import { assessClaim } from "huimin-rules/${name}"; console.log(assessClaim);`,
  ]),
  [
    "every programme, explain",
    budgets.all,
    `import { catalogue, explain } from "huimin-rules"; console.log(catalogue, explain);`,
  ],
  ["decide", budgets.decide, `import { decide } from "huimin-rules/decide"; console.log(decide);`],
];

/** The package as it is published. */
const ours = {
  name: "huimin-rules",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^huimin-rules(\/\w+)?$/ }, ({ path, kind }) =>
      resolve(`./${join("dist", path.slice("huimin-rules".length), "index.js")}`, { kind, resolveDir: process.cwd() }),
    );
  },
};

async function sizeOf(code) {
  const { outputFiles, warnings } = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    plugins: [ours],
  });
  if (warnings.length > 0) process.exitCode = 1;
  const [{ contents }] = outputFiles;
  return [contents.length, gzipSync(contents, { level: 9 }).length].map((bytes) => bytes / 1000);
}

const kB = (size) => size.toFixed(1).padStart(9);
console.log(`${"kB".padEnd(28)}${["minified", "gzip", "budget"].map((title) => title.padStart(9)).join("")}`);
for (const [what, budget, code] of uses) {
  const [minified, gzip] = await sizeOf(code);
  const over = gzip > budget;
  if (over) process.exitCode = 1;
  console.log(`${what.padEnd(28)}${kB(minified)}${kB(gzip)}${kB(budget)}${over ? "  over" : ""}`);
}
