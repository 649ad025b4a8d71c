import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { attributes, mainOf, textOf, unescaped } from "./html.js";
import { filesOf } from "./search-index.js";
import { untranslatedSections, type Guide } from "./source/guides.js";
import { pathOfRule } from "./source/rules.js";
import { rules } from "./source/library.js";
import type { Page } from "./source/page.js";

/*
 * What fails the build: a broken link, an untranslated page, a rule without a page, anything that a strict policy would refuse.
 */

/** Links that lead nowhere. */
export function brokenLinks(site: string, files: readonly string[]): string[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (file: string) => {
    const known = ids.get(file) ?? new Set(attributes(readFileSync(site + file, "utf8"), "id"));
    ids.set(file, known);
    return known;
  };
  return files.flatMap((file) => {
    const html = readFileSync(site + file, "utf8");
    const links = [...attributes(html, "href"), ...attributes(html, "src"), ...attributes(html, "data-to")];
    return links.flatMap((link) => {
      if (/^(?:https?:|mailto:|data:)/.test(link) || link.startsWith("#case=")) return [];
      const [path = "", fragment] = link.split("#");
      const target = path === "" ? file : posix.normalize(posix.join(posix.dirname(file), decodeURI(path)));
      const there = !path.startsWith("/") && existsSync(site + target);
      if (!there) return [`${file}: a link to ${link}, which is not there`];
      const lost =
        fragment !== undefined &&
        fragment !== "" &&
        !fragment.startsWith("case=") &&
        !idsOf(target).has(decodeURIComponent(fragment));
      return lost ? [`${file}: a link to ${link}, which that page does not have`] : [];
    });
  });
}

/** What a strict Content-Security-Policy would refuse. */
export const refused = (site: string, files: readonly string[]): string[] =>
  files.flatMap((file) => {
    const html = readFileSync(site + file, "utf8");
    const bad = [
      /<script(?![^>]* src=)[^>]*>/,
      /<style\b/,
      /<[a-zA-Z][^>]*\sstyle="/,
      /<[a-zA-Z][^>]*\son\w+="/,
    ].filter((each) => each.test(html));
    return bad.map((each) => `${file}: ${String(each.exec(html)?.[0])} would be refused`);
  });

const han = /\p{Script=Han}/gu;

/** Texts of a page that are in the other language. */
export function foreignTexts(html: string, locale: "zh" | "en"): string[] {
  const main = mainOf(html)
    .replace(/<(pre|code|svg)\b.*?<\/\1>/gs, "")
    .replace(/<span lang="zh-CN">.*?<\/span>/gs, "");
  const texts = [...main.matchAll(/>([^<>]+)</g)].map(([, text = ""]) => unescaped(text).trim());
  return texts.filter((text) => {
    const ours = (text.match(han) ?? []).length;
    const words = (text.match(/[A-Za-z]{2,}/g) ?? []).length;
    return locale === "zh" ? words > 5 && ours === 0 : ours > 12 && ours > 3 * words;
  });
}

/** Everything that is not as promised. */
export function problemsOf(site: string, pages: readonly Page[], guides: readonly Guide[]): string[] {
  const [zh, en] = [filesOf(site, "zh"), filesOf(`${site}en/`, "en")];
  const all = [...zh, ...en.map((file) => `en/${file}`)];
  const alone = [
    ...zh.filter((file) => !en.includes(file)).map((file) => `${file}: there is no English page`),
    ...en.filter((file) => !zh.includes(file)).map((file) => `${file}: there is no Chinese page`),
  ];
  const lost = pages.filter(({ path }) => !zh.includes(`${path}.html`)).map(({ path }) => `${path}: was not made`);
  const without = rules.filter(({ id }) => {
    const file = site + pathOfRule(id);
    return !existsSync(file) || !readFileSync(file, "utf8").includes(`data-rule="${id}"`);
  });
  const bilingual = new Set(guides.map(({ path }) => path));
  const generated = pages.filter(({ path }) => !bilingual.has(path) && zh.includes(`${path}.html`));
  const foreign = generated.flatMap(({ path }) =>
    (["zh", "en"] as const).flatMap((locale) => {
      const file = `${locale === "zh" ? "" : "en/"}${path}.html`;
      return foreignTexts(readFileSync(site + file, "utf8"), locale).map(
        (text) => `${file}: not translated: ${text.slice(0, 60)}`,
      );
    }),
  );
  const untitled = all.filter((file) => textOf(mainOf(readFileSync(site + file, "utf8"))) === "");
  return [
    ...alone,
    ...lost,
    ...without.map(({ id }) => `${id}: has no page`),
    ...foreign,
    ...guides.flatMap(({ file, markdown }) =>
      untranslatedSections(markdown).map((heading) => `${file}: in one language alone: ${heading}`),
    ),
    ...untitled.map((file) => `${file}: says nothing`),
    ...refused(site, all),
    ...brokenLinks(site, all),
  ];
}
