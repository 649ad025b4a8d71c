import { Buffer, isUtf8 } from "node:buffer";
import type { Text } from "../index.js";

/** The longest line that is read, in bytes. */
export const longestLine = 1_048_576;

const newline = 0x0a;
const byteOrderMark = "\uFEFF";

const tooLong: Text = { zh: `一行超过 ${longestLine} 字节`, en: `the line is longer than ${longestLine} bytes` };
const notUtf8: Text = { zh: "不是有效的 UTF-8", en: "not valid UTF-8" };

/** A line's text, or in words why it cannot be read. */
export type Line = string | { readonly unreadable: Text };

function textOf(bytes: Buffer): Line {
  if (bytes.length > longestLine) return { unreadable: tooLong };
  if (!isUtf8(bytes)) return { unreadable: notUtf8 };
  const text = bytes.toString();
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}

/**
 * The lines of a stream of bytes, as many at a time as a chunk completes. Holds at most one line and one chunk: of a line that is too
 * long, the rest is dropped as it comes.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  const held = Buffer.allocUnsafe(longestLine);
  let length = 0;
  const hold = (bytes: Buffer) => {
    if (length + bytes.length <= longestLine) bytes.copy(held, length);
    length += bytes.length;
  };
  const release = (): Line => {
    const line = length > longestLine ? { unreadable: tooLong } : textOf(held.subarray(0, length));
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      const bytes = chunk.subarray(start, end);
      if (length === 0) lines.push(textOf(bytes));
      else {
        hold(bytes);
        lines.push(release());
      }
      start = end + 1;
    }
    hold(chunk.subarray(start));
    yield lines;
  }
  if (length > 0) yield [release()];
}
