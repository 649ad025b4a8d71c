/*
 * Styles that stand in attributes, which a strict policy refuses: those of highlighted code, aligned cells and charts. Each becomes a class.
 */

/** Styles that stood in attributes, each a class. */
const styles = new Map<string, string>();

/** The rules of the classes so far. */
export const styleSheet = () => [...styles].map(([style, name]) => `.${name}{${style}}\n`).join("");

/** A tag without its style, which becomes a class. */
function unstyled(tag: string): string {
  const style = /\sstyle="([^"]*)"/.exec(tag);
  if (style === null) return tag;
  const without = tag.replace(style[0], "");
  const rules = (style[1] ?? "").replace(/&quot;/g, "'").trim();
  if (rules === "") return without;
  const name = styles.get(rules) ?? `s${styles.size}`;
  styles.set(rules, name);
  return without.includes(' class="')
    ? without.replace(/ class="/, ` class="${name} `)
    : without.replace(/^<([\w-]+)/, `<$1 class="${name}"`);
}

/** A page without styles in attributes. */
export const withoutStyles = (html: string) => html.replace(/<[a-zA-Z][^>]*>/g, unstyled);
