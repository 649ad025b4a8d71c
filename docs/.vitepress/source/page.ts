import type { Locale, Text } from "huimin-rules";

/*
 * A page of the site, which is in both languages.
 */

export interface Page {
  /** Where it stands below the language's own root, without an ending. */
  readonly path: string;
  readonly title: Text;
  /** Its Markdown below the title. */
  readonly body: (locale: Locale) => string;
  /** The scripts of the site that it runs. */
  readonly scripts?: readonly string[];
}

export const locales: readonly Locale[] = ["zh", "en"];

/** The root of a language. */
export const rootOf = (locale: Locale) => (locale === "zh" ? "/" : "/en/");

/** A link from anywhere. */
export const linkTo = (path: string, text: string, locale: Locale, fragment = "") =>
  `<a href="${rootOf(locale)}${path}${safe(fragment)}">${safe(text)}</a>`;

const entities: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('&<>"{}|*_`[]#~\\$', (character) => character).map((character) => [
    character,
    `&#${character.charCodeAt(0)};`,
  ]),
);

/** A text that Markdown, HTML and Vue take as it is. */
export const safe = (text: string) => text.replace(/[&<>"{}|*_`[\]#~\\$]/g, (found) => entities[found] ?? found);

/** A name in a program. */
export const code = (text: string) => `<code>${safe(text)}</code>`;

/** A table; its cells are HTML. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], classes = ""): string {
  const row = (cells: readonly string[], name: string) =>
    `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join("")}</tr>`;
  const headed = `<thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join("")}</tr></thead>`;
  return `<div class="wide ${classes}" tabindex="0" role="group" aria-label="${head.join(" ")}"><table>${headed}<tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table></div>\n`;
}

/** A sentence or heading in the language of the page. */
export const says =
  (locale: Locale) =>
  (zh: string, en: string): string =>
    locale === "zh" ? zh : en;

/** Yuan with separators. */
export const grouped = (amount: string) => amount.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** The file that VitePress takes. */
export function markdownOf({ title, body, scripts = [] }: Page, locale: Locale): string {
  const front = {
    title: title[locale],
    ...(scripts.length > 0 && { scripts: scripts.map((name) => name.replace("LOCALE", locale)) }),
  };
  return `---\n${JSON.stringify(front)}\n---\n\n# ${safe(title[locale])}\n\n${body(locale)}\n`;
}
