import { Buffer } from "node:buffer";
import iconv from "iconv-lite";
import type { Text } from "../index.js";
import { UsageError } from "./usage.js";

/** How text is written as bytes. */
export const encodings: Readonly<Record<string, Text>> = {
  "utf-8": { zh: "utf8", en: "utf8" },
  gbk: { zh: "国标扩展", en: "cp936" },
  gb18030: { zh: "国标", en: "gb18030-2022" },
  "utf-16": { zh: "utf16", en: "unicode" },
};

export const byteOrderMark = "\uFEFF";

/** Text in an encoding as UTF-8. What cannot be read becomes U+FFFD, which is found where it stands. */
export async function* asUtf8(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") {
    yield* chunks;
    return;
  }
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.write(chunk);
    if (text !== "") yield Buffer.from(text);
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== "") yield Buffer.from(rest);
}

const outsideAscii = /[^\0-\x7F]/;

/**
 * Text as bytes of an encoding.
 *
 * @throws UsageError for a character that the encoding does not have.
 */
export function encoded(text: string, encoding: string): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  const bytes = iconv.encode(text, encoding === "utf-16" ? "utf-16le" : encoding);
  if (encoding !== "gbk" || !outsideAscii.test(text)) return bytes;
  const back = iconv.decode(bytes, encoding);
  if (back === text) return bytes;
  const lost = Array.from(text).find(
    (character) => iconv.decode(iconv.encode(character, encoding), encoding) !== character,
  );
  throw new UsageError(
    `GBK 写不出“${lost ?? ""}”，请用 --encoding gb18030 / GBK has no "${lost ?? ""}": use --encoding gb18030`,
  );
}
