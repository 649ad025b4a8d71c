import { Buffer, isUtf8 } from "node:buffer";
import { createReadStream, createWriteStream, existsSync, truncateSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, createGzip } from "node:zlib";
import { newline } from "./lines.js";
import { UsageError } from "./usage.js";

const isGzip = (file: string) => /\.gz$/i.test(file);

/** The form that a file's name tells, if any. */
export function formatOf(file: string | undefined): string | undefined {
  return file === undefined ? undefined : /\.(csv|ndjson)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase();
}

/** What a compressed file holds; one that was cut is an error at its end, unless it may be. */
function unzipped(file: string, mayBeCut: boolean): AsyncIterable<Buffer> {
  const unzip = createGunzip(mayBeCut ? { finishFlush: constants.Z_SYNC_FLUSH } : {});
  createReadStream(file)
    .on("error", (error) => unzip.destroy(error))
    .pipe(unzip);
  return unzip as AsyncIterable<Buffer>;
}

/**
 * What a file holds; of a name that ends in .gz, unpacked. Of one that was cut, all that can be unpacked comes first.
 *
 * @throws UsageError then, and for one that is damaged.
 */
async function* contentsOf(file: string): AsyncGenerator<Buffer> {
  if (!isGzip(file)) {
    yield* createReadStream(file) as AsyncIterable<Buffer>;
    return;
  }
  let seen = 0;
  try {
    for await (const chunk of unzipped(file, false)) {
      seen += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith("Z_") !== true) throw error;
    // Node drops what it unpacked last when it fails.
    let at = 0;
    try {
      for await (const chunk of unzipped(file, true)) {
        const rest = chunk.subarray(Math.max(seen - at, 0));
        at += chunk.length;
        if (rest.length > 0) yield rest;
      }
    } catch {
      // The same fault, at the same place.
    }
    const message = (error as Error).message;
    throw new UsageError(
      `${file} 的 gzip 不完整或已损坏，以上是能读出的部分（${message}） / the gzip of ${file} is cut or damaged: the above is what could be read (${message})`,
      { cause: error },
    );
  }
}

/** The input: a file, or standard input. */
export const opened = (file: string | undefined, standardInput: AsyncIterable<Buffer>): AsyncIterable<Buffer> =>
  file === undefined ? standardInput : contentsOf(file);

/** Writes the output to a file, packed where its name ends in .gz; nothing of it goes elsewhere. */
export async function* writtenTo(file: string, pieces: AsyncIterable<string | Buffer>): AsyncGenerator<never> {
  const out = createWriteStream(file);
  if (isGzip(file)) await pipeline(pieces, createGzip(), out);
  else await pipeline(pieces, out);
  yield* [];
}

// Continuing an output that was cut -------------------------------------------------------------------------------------

/** What an output that was cut holds: whole answers, and where they end. */
export interface Kept {
  readonly records: number;
  readonly failed: number;
  readonly end: number;
  /** The bytes of the last of them. */
  readonly last: Buffer;
}

const failedAnswer = Buffer.from('"ok":false,"error":{');
const quote = 0x22;

/** Whether an answer tells of a failure: a table does so in its last column, which is empty otherwise. */
const isFailed = (bytes: Buffer, isTable: boolean): boolean =>
  isTable ? bytes.at(-2) !== 0x2c : bytes.includes(failedAnswer);

/**
 * The whole answers that an output holds.
 *
 * @param header - The bytes above them, in a table.
 * @throws UsageError for a file that does not begin with the header.
 */
export async function keptIn(file: string, header: Buffer, isTable: boolean): Promise<Kept> {
  if (isGzip(file)) throw new UsageError("--resume 不能续写 .gz / --resume cannot continue a .gz file");
  const none: Kept = { records: 0, failed: 0, end: 0, last: Buffer.alloc(0) };
  if (!existsSync(file)) return none;
  let [records, failed, end, at, isQuoted] = [0, 0, 0, 0, false];
  let last = none.last;
  let held: Buffer[] = [];
  let isBelowHeader = header.length === 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index];
      if (isTable && byte === quote) isQuoted = !isQuoted;
      if (byte !== newline || isQuoted) continue;
      const answer = Buffer.concat([...held, chunk.subarray(start, index + 1)]);
      held = [];
      start = index + 1;
      end = at + start;
      if (isBelowHeader) {
        last = answer;
        records += 1;
        if (isFailed(answer, isTable)) failed += 1;
      } else if (!answer.equals(header)) throw notAnOutput(file);
      isBelowHeader = true;
    }
    held.push(Buffer.from(chunk.subarray(start)));
    at += chunk.length;
  }
  return { records, failed, end, last };
}

/** The error of a file that a call cannot continue. */
export const notAnOutput = (file: string): UsageError =>
  new UsageError(`${file} 不是这条命令对这份输入的输出 / ${file} is no output of this call for this input`);

/** Goes on with an output behind the whole answers that it holds, once there is something to go on with. */
export async function* continued(
  file: string,
  { end }: Kept,
  pieces: AsyncIterable<string | Buffer>,
): AsyncGenerator<never> {
  const rest = pieces[Symbol.asyncIterator]();
  // What it holds is checked before the first piece comes.
  const first = await rest.next();
  if (existsSync(file)) truncateSync(file, end);
  async function* all() {
    if (!first.done) yield first.value;
    yield* { [Symbol.asyncIterator]: () => rest };
  }
  await pipeline(all(), createWriteStream(file, { flags: "a" }));
  yield* [];
}

// A file that is not what was said --------------------------------------------------------------------------------------

/** How other files begin, and what they are. */
const signatures: readonly (readonly [start: string, zh: string, en: string])[] = [
  ["\x1F\x8B", "gzip 压缩文件（文件名以 .gz 结尾即自动解开）", "a gzip file (one whose name ends in .gz is unpacked)"],
  ["PK\x03\x04", "Excel 工作簿或压缩包，请另存为 CSV", "an Excel workbook or zip file: save it as CSV"],
  ["\xD0\xCF\x11\xE0", "旧版 Excel 工作簿，请另存为 CSV", "an old Excel workbook: save it as CSV"],
  ["%PDF-", "PDF 文件", "a PDF file"],
];

const not = (zh: string, en: string) =>
  new UsageError(`输入不是所说的文件：${zh} / the input is not what was said: ${en}`);

/** So many lines, all of them unreadable, are no accident. */
const noAccident = 10;

/** Whether the lines that hold more than ASCII are many, and none of them is UTF-8. */
function isInOtherEncoding(lines: readonly Buffer[]): boolean {
  const wide = lines.filter((line) => line.some((byte) => byte > 0x7f));
  return wide.length >= noAccident && wide.every((line) => !isUtf8(line));
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

const opening = (line: Buffer | undefined): string =>
  line
    ?.toString("latin1")
    .replace(/^\xEF\xBB\xBF/, "")
    .trim() ?? "";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What the first bytes of the input show it to be that it should not be. */
function refuseOther(first: Buffer, format: string, encoding: string): void {
  const start = first.toString("latin1", 0, 8);
  for (const [signature, zh, en] of signatures) if (start.startsWith(signature)) throw not(zh, en);
  if (encoding !== "utf-16" && (start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF"))) {
    throw not("是 UTF-16，请加 --encoding utf-16", "it is UTF-16: add --encoding utf-16");
  }
  if (encoding !== "utf-8") return;
  const lines = linesOf(first);
  if (isInOtherEncoding(lines)) {
    throw not("不是 UTF-8，如是 GBK 请加 --encoding gbk", "it is not UTF-8: if it is GBK, add --encoding gbk");
  }
  const [line, second] = lines;
  const [one, other] = [opening(line), opening(second)];
  if (format === "csv" && one.startsWith("{")) {
    throw not("像是每行一条 JSON，请去掉 --from csv", "it looks like JSON lines: leave out --from csv");
  }
  if (format !== "ndjson" || second === undefined) return;
  if (one === "[" || one === "{" || (one.startsWith("[") && !isJson(one))) {
    throw not("是一份 JSON 文档，不是每行一条记录", "it is one JSON document, not a record a line");
  }
  if (
    /^[^{["\d\\]/.test(one) &&
    /[,;\t]/.test(one) &&
    /[,;\t]/.test(other) &&
    !lines.some((each) => opening(each).startsWith("{"))
  ) {
    throw not("像是一张表格，请加 --from csv", "it looks like a table: add --from csv");
  }
}

/**
 * The input, looked at before it is read.
 *
 * @throws UsageError for one that is not what was said: once, and not for each line.
 */
export async function* asSaid(chunks: AsyncIterable<Buffer>, format: string, encoding: string): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) refuseOther(chunk, format, encoding);
    isFirst = false;
    yield chunk;
  }
}
