/*
 * What stands in a page of ours, as far as the build has to know it.
 */

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  ZeroWidthSpace: "",
};

/** A text without references to characters. */
export const unescaped = (text: string) =>
  text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return named[name] ?? whole;
    return String.fromCodePoint(name.startsWith("#x") ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

/** The text of HTML; elements that stand apart are told apart. */
export const textOf = (html: string) =>
  unescaped(
    html
      .replace(/<\/?(?:p|div|li|tr|td|th|h\d|pre|br|summary|details|table|dt|dd|section)\b[^>]*>/g, " ")
      .replace(/<[^>]*>/g, ""),
  )
    .replace(/\s+/g, " ")
    .trim();

/** The main part of a page. */
export const mainOf = (html: string) => /<main\b[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? "";

/** The values of an attribute. */
export const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<[a-zA-Z][^>]*\\s${name}="([^"]*)"`, "g"))].map(([, value = ""]) => unescaped(value));
