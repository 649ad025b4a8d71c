const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{20000}-\u{3FFFD}]/u;

/**
 * 文字在等宽字体中所占的列数：汉字占两列。
 * Columns a text takes in a terminal or a fixed-width font: Chinese characters take two.
 *
 * @example
 * ```ts
 * displayWidth("三(二)"); // 6
 * ```
 */
export function displayWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}

/** Rows whose columns line up; the columns named are set right. */
export function table(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const blank = " ".repeat((widths[column] ?? 0) - displayWidth(cell));
      return right.has(column) ? blank + cell : cell + blank;
    });
    return `  ${cells.join("  ")}`.trimEnd();
  });
}

/** A text from outside on one line: it shall not pass for a line of its own. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");
