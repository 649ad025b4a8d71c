import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Locale, Text } from "huimin-rules";
import { guides, root } from "../paths.js";
import { linkTo, type Page } from "./page.js";

/*
 * The guides of `docs/`, which are bilingual: each stands once, in both languages, and tests run its examples. On the site each language
 * gets the guide with its own paragraphs; what is neither (code, tables, mixed lists) both get. A section in which one language says
 * something and the other nothing is untranslated, and fails the build.
 */

const languageOf = (block: string): Locale | "both" => {
  if (/^(?:\s*[-*|#>]|\s*\d+\. |```|<)/.test(block)) return "both";
  const prose = block.replace(/`[^`]*`|\]\([^)]*\)|“[^”]*”|（[^）]*）|\([^)]*\)/g, "");
  const han = (prose.match(/\p{Script=Han}/gu) ?? []).length;
  const words = (prose.match(/[A-Za-z]{2,}/g) ?? []).length;
  if (han + words === 0) return "both";
  if (words > 3 * han) return "en";
  return han > 2 * words ? "zh" : "both";
};

/** The paragraphs and blocks of Markdown; a code block is one. */
function blocksOf(markdown: string): string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let fenced = false;
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    if (line === "" && !fenced) {
      if (block.length > 0) blocks.push(block.join("\n"));
      block = [];
    } else block.push(line);
  }
  return block.length > 0 ? [...blocks, block.join("\n")] : blocks;
}

/** The part of a guide below a heading of the second order, and the language that it is in alone, where its heading says so. */
interface Part {
  readonly heading: string;
  readonly blocks: readonly string[];
  readonly only?: Locale;
}

const named: Readonly<Record<string, Locale>> = { "## 中文": "zh", "## English": "en" };

function partsOf(markdown: string): Part[] {
  const parts: { heading: string; blocks: string[]; only?: Locale }[] = [];
  for (const block of blocksOf(markdown)) {
    if (/^##? /.test(block) || parts.length === 0) {
      const only = named[block];
      parts.push({ heading: block, blocks: [], ...(only && { only }) });
    } else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

/** The languages in which a block says something. */
function spokenIn(block: string): readonly Locale[] {
  if (/^\s*(?:[-*] |\d+\. )/.test(block)) {
    const english = /(?:[A-Za-z]{2,}[ ,]+){4}/.test(block.replace(/`[^`]*`/g, ""));
    return [...(/\p{Script=Han}{4}/u.test(block) ? (["zh"] as const) : []), ...(english ? (["en"] as const) : [])];
  }
  const language = languageOf(block);
  if (language !== "both") return [language];
  return /^[`<|#]/.test(block) ? [] : ["zh", "en"];
}

/**
 * Headings of sections whose text is there in one language alone. A section called 中文 (or English) is in that language by itself, and
 * speaks for all that is in the other one alone.
 */
export function untranslatedSections(markdown: string): string[] {
  const parts = partsOf(markdown);
  const apart = new Set(parts.flatMap(({ only, blocks }) => (only !== undefined && blocks.length > 0 ? [only] : [])));
  const spoken = parts.map(({ heading, blocks }) => ({ heading, languages: new Set(blocks.flatMap(spokenIn)) }));
  return spoken.flatMap(({ heading, languages }, index) => {
    const [alone] = languages.size === 1 ? languages : [];
    if (alone === undefined) return [];
    const other = alone === "zh" ? "en" : "zh";
    const inOther = parts[index]?.only === alone ? spoken.some((each) => each.languages.has(other)) : apart.has(other);
    return inOther ? [] : [heading];
  });
}

/** A title, which is in both languages. */
function titleOf(markdown: string): Text {
  const heading = /^# (.*)$/m.exec(markdown)?.[1] ?? "";
  const [first = heading, second = first] = heading.split(" · ");
  const [, en = first, zh = second] = /^([\x20-\x7e]+) (\p{Script=Han}.*)$/u.exec(heading) ?? [];
  if (heading.includes(" · ")) return { zh: first, en: second };
  return /^[\x20-\x7e]+ \p{Script=Han}/u.test(heading)
    ? { zh, en }
    : { zh: heading, en: /[A-Za-z].*$/.exec(heading)?.[0] ?? heading };
}

const filesIn = (folder: string) =>
  readdirSync(`${guides}${folder}`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${folder}${name}`);

/** Every guide, and every decision. */
const files = ["", "decisions/"].flatMap(filesIn);

/** Links of a guide as they are on the site; what stands in the repository alone is named and not linked. */
function relinked(markdown: string, from: string): string {
  return markdown.replace(
    /\[([^\]]*)\]\((?!https?:|#)([^)#\s]+)(#[^)\s]*)?\)/g,
    (_, text: string, target: string, rest = "") => {
      const path = posix.normalize(posix.join(posix.dirname(from), target));
      if (files.includes(path)) return `[${text}](/GUIDES/${path.slice("docs/".length)}${rest})`;
      return path === "README.md" ? `[${text}](/START)` : `${text}（\`${path}\`）`;
    },
  );
}

export interface Guide extends Page {
  readonly file: string;
  readonly markdown: string;
}

function guideOf(file: string): Guide {
  const markdown = readFileSync(root + file, "utf8");
  const linked = relinked(markdown, file);
  return {
    file,
    markdown,
    path: `guides/${file.replace(/^docs\//, "").replace(/\.md$/, "")}`,
    title: titleOf(markdown),
    body: (locale) => {
      const base = locale === "zh" ? "/" : "/en/";
      const parts = partsOf(linked);
      const apart = parts.some(({ only }) => only === locale);
      const shown = parts.flatMap(({ heading, blocks, only }) => {
        if (only !== undefined) return only === locale ? blocks : [];
        // What a section of its own says in this language is not said again by what is in the other one.
        const spoken = blocks.flatMap(spokenIn);
        if (apart && spoken.length > 0 && !spoken.includes(locale)) return [];
        const own = blocks.filter((block) => ["both", locale].includes(languageOf(block)));
        return heading.startsWith("# ") ? own : own.length > 0 ? [heading, ...own] : [];
      });
      const text = shown.join("\n\n").replaceAll("/GUIDES/", `${base}guides/`).replaceAll("/START", `${base}start.md`);
      return `[[toc]]\n\n${text.replace(/\{\{/g, "&#123;&#123;")}`;
    },
  };
}

/** The guides, and what leads to them. */
export const guidePages: readonly Guide[] = files.map(guideOf);

export const guideOverview: Page = {
  path: "guides/index",
  title: { zh: "指南", en: "Guides" },
  body: (locale) =>
    guidePages.map(({ path, title }) => `- ${linkTo(`${path}.html`, title[locale], locale)}`).join("\n"),
};
