import { isUtf8, type Buffer } from "node:buffer";
import type { Text } from "../index.js";
import { linesEndingIn, longestLine, newline, tooLong, type Block, type Cut, type Placed } from "./lines.js";

/*
 * Tables as RFC 4180 has them: cells between commas, rows to the end of a line, quotation marks around a cell that holds either. The
 * readers that there are lose the rest of a file, or their place in it, where a quotation mark is not closed; here that costs its own line.
 * The tests hold what is read against csv-parse.
 */

// Reading --------------------------------------------------------------------------------------------------------------

/** Why a row cannot be read, and at which cell, counted from 1. */
export interface BadRow {
  readonly unreadable: Text;
  readonly column?: number;
}

/** The cells of a row, or why it cannot be read. */
export type Row = readonly string[] | BadRow;

export const isBadRow = (row: Row): row is BadRow => "unreadable" in row;

const [comma, quote, carriageReturn] = [0x2c, 0x22, 0x0d];

const badQuotes: Text = {
  zh: "引号不成对，或内容中间的引号没有写成两个",
  en: "the quotation marks do not match, or one within a cell is not doubled",
};
const notText: Text = {
  zh: "含有无法识别的字节或字符（已损坏，或编码不对：如是 GBK，加 --encoding gbk）",
  en: "holds bytes or characters that cannot be read (damaged, or another encoding: if it is GBK, add --encoding gbk)",
};
const holdsNul: Text = { zh: "含有 NUL", en: "holds NUL" };
const loneReturn: Text = {
  zh: "含有单独的回车符（行尾应为 LF 或 CRLF）",
  en: "holds a carriage return by itself (lines end in LF or CRLF)",
};

/** Where a row ends: behind its line end; or at which cell it cannot go on, and whether more bytes could change that. */
type End = { readonly end: number } | { readonly cell: number; readonly unfinished: boolean };

/**
 * Walks over the cells of a row.
 *
 * @param whole - Whether nothing follows the bytes.
 * @param each - Is told of each cell: from where, to where, and whether in quotation marks.
 */
function walk(
  bytes: Buffer,
  start: number,
  whole: boolean,
  each?: (from: number, to: number, quoted: boolean) => void,
): End {
  const { length } = bytes;
  let at = start;
  for (let cell = 1; ; cell += 1) {
    let next: number;
    if (bytes[at] === quote) {
      let close = bytes.indexOf(quote, at + 1);
      while (close !== -1 && bytes[close + 1] === quote) close = bytes.indexOf(quote, close + 2);
      if (close === -1) return { cell, unfinished: true };
      next = close + 1;
      if (!whole && next + 1 >= length) return { cell, unfinished: true };
      each?.(at + 1, close, true);
      if (bytes[next] === carriageReturn && (bytes[next + 1] === newline || next + 1 === length)) next += 1;
    } else {
      next = at;
      while (next < length && bytes[next] !== comma && bytes[next] !== newline) {
        if (bytes[next] === quote) return { cell, unfinished: false };
        next += 1;
      }
      if (!whole && next >= length) return { cell, unfinished: true };
      const ends = bytes[next] !== comma && next > at && bytes[next - 1] === carriageReturn;
      each?.(at, ends ? next - 1 : next, false);
    }
    if (next >= length) return { end: length };
    if (bytes[next] === newline) return { end: next + 1 };
    if (bytes[next] !== comma) return { cell, unfinished: false };
    at = next + 1;
  }
}

/** What is wrong with the text of some cells. */
function unfitIn(cells: readonly string[]): BadRow | undefined {
  for (const [index, cell] of cells.entries()) {
    if (cell.includes("\0")) return { unreadable: holdsNul, column: index + 1 };
    if (cell.includes("\uFFFD")) return { unreadable: notText, column: index + 1 };
    if (/\r(?!\n)/.test(cell)) return { unreadable: loneReturn, column: index + 1 };
  }
  return undefined;
}

const unfit = /[\0\r\uFFFD]/;

function plainRow(bytes: Buffer, valid: boolean): Row {
  if (bytes.length > longestLine) return { unreadable: tooLong };
  const end = bytes[bytes.length - 1] === carriageReturn ? bytes.length - 1 : bytes.length;
  // What is not UTF-8 becomes U+FFFD, and is found by that.
  const text = bytes.toString("utf8", 0, end);
  const cells = text.split(",");
  return !valid || unfit.test(text) ? (unfitIn(cells) ?? cells) : cells;
}

/**
 * The row at a place of a block that begins there, with the place behind it; of a row that is bad, the next line. What is said of a bad
 * row is seen from its first line alone, however far the block goes.
 */
function rowAt(bytes: Buffer, start: number, lineEnd: number, valid: boolean): { row: Row; end: number } {
  const next = Math.min(lineEnd + 1, bytes.length);
  if (lineEnd - start > longestLine) return { row: { unreadable: tooLong }, end: next };
  const cells: string[] = [];
  let onFirstLine = 0;
  const found = walk(bytes, start, true, (from, to, quoted) => {
    const text = bytes.toString("utf8", from, to);
    cells.push(quoted ? text.replaceAll('""', '"') : text);
    if (to < lineEnd) onFirstLine += 1;
  });
  if (!("end" in found) || found.end - start > longestLine) {
    const cell = "end" in found ? cells.length : found.cell;
    return { row: { unreadable: badQuotes, column: Math.min(cell, onFirstLine + 1) }, end: next };
  }
  const isUnfit = !valid || cells.some((cell) => unfit.test(cell));
  return { row: (isUnfit ? unfitIn(cells) : undefined) ?? cells, end: found.end };
}

/** The rows of a block. */
export function* rowsIn({ line, bytes }: Block): Generator<Placed<Row>> {
  if (bytes === undefined) {
    yield { line, given: { unreadable: tooLong } };
    return;
  }
  const valid = isUtf8(bytes);
  const { length } = bytes;
  let place = line;
  let start = 0;
  let quoted = bytes.indexOf(quote);
  while (start < length) {
    const found = bytes.indexOf(newline, start);
    const lineEnd = found === -1 ? length : found;
    if (quoted !== -1 && quoted < start) quoted = bytes.indexOf(quote, start);
    if (quoted === -1 || quoted > lineEnd) {
      yield { line: place, given: plainRow(bytes.subarray(start, lineEnd), valid) };
      start = lineEnd + 1;
      place += 1;
    } else {
      const { row, end } = rowAt(bytes, start, lineEnd, valid);
      yield { line: place, given: row };
      place += linesEndingIn(bytes.subarray(start, end));
      start = end;
    }
  }
}

/** The first row of a block, and what follows it. */
export function firstRow({ line, bytes }: Block): { readonly row: Row; readonly rest: Block } {
  if (bytes === undefined) return { row: { unreadable: tooLong }, rest: { line: line + 1, bytes } };
  const found = bytes.indexOf(newline);
  const { row, end } = rowAt(bytes, 0, found === -1 ? bytes.length : found, isUtf8(bytes));
  return { row, rest: { line: line + linesEndingIn(bytes.subarray(0, end)), bytes: bytes.subarray(end) } };
}

/** How far the whole rows of a start of a table go. */
export const atLastRow: Cut = (bytes) => {
  const lastLine = bytes.lastIndexOf(newline) + 1;
  let start = 0;
  let quoted = bytes.indexOf(quote);
  while (quoted !== -1 && quoted < lastLine) {
    // Lines without quotation marks are rows.
    start = Math.max(start, bytes.lastIndexOf(newline, quoted) + 1);
    const found = walk(bytes, start, false);
    const lineEnd = bytes.indexOf(newline, start) + 1;
    if ("end" in found) start = found.end - start > longestLine ? lineEnd : found.end;
    else if (found.unfinished && bytes.length - start <= longestLine) return start;
    else start = lineEnd;
    quoted = bytes.indexOf(quote, start);
  }
  return lastLine;
};

// Writing --------------------------------------------------------------------------------------------------------------

/** What a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;
const special = /[",\r\n]/;

/** A cell as it stands in a table; what a spreadsheet would take for a formula is made a text. */
function csvCell(text: string): string {
  const inert = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return special.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** A row of a table, with its line end. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\n`;
