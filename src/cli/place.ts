import { pathText, type Issue, type Path } from "../core/errors.js";
import type { Locale } from "../index.js";

/** A place of a table as its file has it: the column's number, from 1, and its header. */
export interface ColumnPlace {
  readonly column: number;
  readonly header?: string;
}

/** A problem, in a table with its column. */
export type PlacedIssue = Issue & Partial<ColumnPlace>;

/** Where something stands. */
interface Somewhere {
  readonly path: Path;
  readonly column?: number | undefined;
  readonly header?: string | undefined;
}

/** Where a problem stands, in words: the column of a table, or the path; empty for the record itself. */
export function placeText({ path, column, header }: Somewhere, locale: Locale): string {
  if (column !== undefined) {
    const [open, close] = locale === "zh" ? ["“", "”"] : [' "', '"'];
    const name = header === undefined ? "" : `${open}${header}${close}`;
    return locale === "zh" ? `第 ${column} 列${name}` : `column ${column}${name} `;
  }
  if (path.length === 0) return "";
  return locale === "zh" ? `“${pathText(path)}”` : `"${pathText(path)}" `;
}
