import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Application } from "typedoc";
import { build as buildSite } from "vitepress";
import { bundled } from "./bundle.js";
import { problemsOf } from "./gates.js";
import { root, site, staged } from "./paths.js";
import { filesOf, searchable } from "./search-index.js";
import { programmes } from "./source/library.js";
import { locales, markdownOf } from "./source/page.js";
import { navigationOf } from "./source/navigation.js";
import { guidePages } from "./source/guides.js";
import { pages } from "./source/pages.js";
import { styleSheet, withoutStyles } from "./styles.js";

/*
 * Builds the site: npm run site. It writes the Markdown of every page, lets VitePress make the pages, bundles what runs in them, and refuses
 * what is not as promised (`gates.ts`).
 */

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const folderOf = (locale: string) => (locale === "zh" ? "" : "en/");

rmSync(staged, { recursive: true, force: true });
rmSync(site, { recursive: true, force: true });

// The API, as `npm run docs` writes it; its comments are in both languages.
const api = await Application.bootstrapWithPlugins({
  out: `${staged}api`,
  logLevel: "Error",
});
const project = await api.convert();
if (project === undefined) throw new Error("typedoc found problems");
await api.generateOutputs(project);
const apiPages = readdirSync(`${staged}api`, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replaceAll("\\", "/"))
  .sort();
for (const name of apiPages) {
  const text = readFileSync(`${staged}api/${name}`, "utf8");
  for (const locale of locales) write(`${staged}${folderOf(locale)}api/${name}`, text);
}
const titleOf = (name: string) => /^# (.*)$/m.exec(readFileSync(`${staged}api/${name}`, "utf8"))?.[1] ?? name;
const apiEntries = apiPages.map((name) => ({ path: `api/${name.replace(/\.md$/, ".html")}`, title: titleOf(name) }));

for (const locale of locales) {
  for (const page of pages) write(`${staged}${folderOf(locale)}${page.path}.md`, markdownOf(page, locale));
  write(`${staged}navigation.${locale}.json`, JSON.stringify(navigationOf(pages, apiEntries, locale)));
}

await buildSite(join(root, "docs"), {});
for (const name of ["hashmap.json", "package.json", "vp-icons.css", "404.html"]) rmSync(site + name, { force: true });

for (const name of locales.flatMap((locale) =>
  filesOf(site + folderOf(locale), locale).map((file) => folderOf(locale) + file),
)) {
  write(site + name, withoutStyles(readFileSync(site + name, "utf8")));
}

// What runs in the pages, as classic scripts: they work from disk, where modules do not.
mkdirSync(`${site}assets`, { recursive: true });
const bundles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["site", "search", "receipt"].map((name) => [
      name,
      readFileSync(join(root, `docs/.vitepress/client/${name}.ts`), "utf8"),
    ]),
  ),
  "calculator-core": `import { insuranceLawDeadlines } from "huimin-rules/core"; import { start } from "./page.js"; start([insuranceLawDeadlines]);`,
  "calculator-all": `import { catalogue } from "../../../src/catalogue.js"; import { start } from "./page.js"; start(Object.values(catalogue));`,
  ...Object.fromEntries(
    programmes.map(({ id }) => [
      `calculator-${id}`,
      `import * as rules from "../../../src/${id}/rules.js"; import { isRule } from "huimin-rules/core"; import { start } from "./page.js"; start(Object.values(rules).filter(isRule));`,
    ]),
  ),
};
for (const [name, contents] of Object.entries(bundles)) {
  write(`${site}assets/${name}.js`, await bundled(contents));
}
for (const locale of locales) {
  const documents = searchable(`${site}${folderOf(locale)}`, locale);
  write(`${site}assets/search-${locale}.js`, `globalThis.huiminPages=${JSON.stringify(documents)};`);
}
write(`${site}assets/site.css`, readFileSync(join(root, "docs/.vitepress/theme/site.css"), "utf8") + styleSheet());

const problems = problemsOf(site, pages, guidePages);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
