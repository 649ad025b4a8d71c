import { readdirSync, readFileSync } from "node:fs";
import { mainOf, textOf } from "./html.js";

/*
 * What the search finds: the pages of a language, section by section.
 */

export interface Section {
  /** Where it stands below the language's root. */
  readonly url: string;
  /** The page. */
  readonly page: string;
  /** The section, where it is not the whole page. */
  readonly heading: string;
  readonly text: string;
}

/** Of a type or function, its first sentences are looked through. */
const apiText = 200;

/** The HTML files of a language, by their paths below its root. */
export function filesOf(folder: string, locale: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".html") && name !== "404.html" && (locale !== "zh" || !name.startsWith("en/")))
    .sort();
}

function sectionsOf(html: string, path: string): Section[] {
  const main = mainOf(html)
    .replace(/<(nav|ol) class="(?:table-of-contents|norms)".*?<\/\1>/gs, " ")
    .replace(/<section class="clauses".*?<\/section>/gs, " ");
  const page = textOf(/<h1\b.*?<\/h1>/s.exec(main)?.[0] ?? "");
  const parts = main.replace(/<h1\b.*?<\/h1>/s, "").split(/(?=<h[23]\b[^>]*\sid=")/);
  return parts.map((part) => {
    const [whole = "", id, heading = ""] = /^<h[23]\b[^>]*\sid="([^"]*)"[^>]*>(.*?)<\/h[23]>/s.exec(part) ?? [];
    return {
      url: path + (id === undefined ? "" : `#${id}`),
      page,
      heading: textOf(heading),
      text: textOf(part.slice(whole.length)),
    };
  });
}

/** What can be found in a language. */
export function searchable(folder: string, locale: string): Section[] {
  return filesOf(folder, locale)
    .filter((path) => path !== "search.html")
    .flatMap((path) => sectionsOf(readFileSync(folder + path, "utf8"), path))
    .map((section) => (section.url.startsWith("api/") ? { ...section, text: section.text.slice(0, apiText) } : section))
    .filter(({ text, heading }) => text !== "" || heading !== "");
}
