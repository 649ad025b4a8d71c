import { Buffer, isUtf8 } from "node:buffer";
import type { Text } from "../index.js";

/** The longest line that is read, in bytes. */
export const longestLine = 1_048_576;

export const newline = 0x0a;
const byteOrderMark = "\uFEFF";

export const tooLong: Text = { zh: `一行超过 ${longestLine} 字节`, en: `the line is longer than ${longestLine} bytes` };
const notUtf8: Text = { zh: "不是有效的 UTF-8", en: "not valid UTF-8" };

/** A line's text, or in words why it cannot be read. */
export type Line = string | { readonly unreadable: Text };

/** Something that stands at a line of the input, counted from 1. */
export interface Placed<Given> {
  readonly line: number;
  readonly given: Given;
}

/** Whole lines of the input. */
export interface Block {
  /** The place of its first line, counted from 1. */
  readonly line: number;
  /** Its lines; of one line that is too long, nothing. */
  readonly bytes: Buffer | undefined;
}

function textOf(bytes: Buffer): Line {
  if (bytes.length > longestLine) return { unreadable: tooLong };
  if (!isUtf8(bytes)) return { unreadable: notUtf8 };
  const text = bytes.toString();
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}

/** The lines of a block. */
export function* linesIn({ line, bytes }: Block): Generator<Placed<Line>> {
  if (bytes === undefined) {
    yield { line, given: { unreadable: tooLong } };
    return;
  }
  let place = line;
  let start = 0;
  if (bytes.length <= longestLine && isUtf8(bytes)) {
    // Most blocks are well: their lines are taken from one text.
    const text = bytes.toString();
    while (start < text.length) {
      const found = text.indexOf("\n", start);
      const end = found === -1 ? text.length : found;
      const given = text.slice(text.startsWith(byteOrderMark, start) ? start + 1 : start, end);
      yield { line: place, given };
      start = end + 1;
      place += 1;
    }
    return;
  }
  while (start < bytes.length) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    yield { line: place, given: textOf(bytes.subarray(start, end)) };
    start = end + 1;
    place += 1;
  }
}

/** How many line ends there are. */
export function linesEndingIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}

/** How far a start of the input goes by itself: to the end of a line, here of the last one. */
export type Cut = (bytes: Buffer) => number;

const atLastLine: Cut = (bytes) => bytes.lastIndexOf(newline) + 1;

/**
 * The lines of a stream of bytes, as many at a time as a chunk completes. Holds at most one chunk and one line, or what else belongs
 * together by the cut: of a line that is too long, the rest is dropped as it comes.
 */
export async function* blocksOf(chunks: AsyncIterable<Buffer>, cut = atLastLine): AsyncGenerator<Block> {
  let held: Buffer[] = [];
  let length = 0;
  let line = 1;
  /** A line that is too long has begun, and its end did not come yet. */
  let dropping = false;
  for await (const chunk of chunks) {
    let rest = chunk;
    if (dropping) {
      const end = chunk.indexOf(newline);
      if (end === -1) continue;
      yield { line, bytes: undefined };
      line += 1;
      dropping = false;
      rest = chunk.subarray(end + 1);
    }
    if (length > 0) {
      // Without an end in it, a chunk is only kept: lines that come in many are not looked at again and again.
      const ends = rest.includes(newline);
      held.push(rest);
      length += rest.length;
      if (!ends && length <= longestLine) continue;
      rest = Buffer.concat(held, length);
      [held, length] = [[], 0];
    }
    const end = cut(rest);
    if (end > 0) {
      const bytes = rest.subarray(0, end);
      yield { line, bytes };
      line += linesEndingIn(bytes);
    }
    // A copy, since a chunk is as long as many lines.
    const left = rest.subarray(end);
    if (left.length > longestLine && !left.includes(newline)) dropping = true;
    else if (left.length > 0) [held, length] = [[Buffer.from(left)], left.length];
  }
  if (dropping) yield { line, bytes: undefined };
  else if (length > 0) yield { line, bytes: Buffer.concat(held, length) };
}

/** The lines of a stream of bytes, as many at a time as a chunk completes. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  for await (const block of blocksOf(chunks)) yield Array.from(linesIn(block), ({ given }) => given);
}
