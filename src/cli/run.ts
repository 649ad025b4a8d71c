import { Buffer } from "node:buffer";
import { writeFileSync } from "node:fs";
import type { Locale } from "../index.js";
import { atLastRow, firstRow, type Row } from "./csv.js";
import { asUtf8, byteOrderMark, encoded } from "./encoding.js";
import { asSaid, continued, keptIn, notAnOutput, opened, writtenTo, type Kept } from "./files.js";
import { answeredBy, type Written } from "./jobs.js";
import { blocksOf, type Block } from "./lines.js";
import { reporting, type Ending } from "./report.js";
import { statuses, UsageError } from "./usage.js";
import { headerOf, workingOn, type Work } from "./work.js";

/** How many records may fail before a run stops: so many, or, once enough were decided, a share of them. */
export type Limit = { readonly most: number } | { readonly share: number };

/** Of so many records a share says something. */
const enough = 1000;

/**
 * The limit that a call names: `10`, or `1%`.
 *
 * @throws UsageError for anything else.
 */
export function limitIn(text: string | undefined): Limit | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d{1,9})$|^(\d{1,2}(?:\.\d{1,6})?)%$/.exec(text);
  if (match === null) {
    throw new UsageError(
      `--limit-errors 应为条数或比例，如 10 或 1%，收到 ${text} / --limit-errors is a number or a share, such as 10 or 1%; received ${text}`,
    );
  }
  const [, most, percent] = match;
  return most === undefined ? { share: Number(percent) / 100 } : { most: Number(most) };
}

const exceeds = (limit: Limit, records: number, failed: number): boolean =>
  "most" in limit ? failed > limit.most : records >= enough && failed > limit.share * records;

/** How a run goes on, and what is told of it. */
export interface Running {
  readonly work: Omit<Work, "header">;
  readonly in: string | undefined;
  readonly out: string | undefined;
  /** The output that is continued. */
  readonly resume: string | undefined;
  readonly jobs: number;
  readonly limit: Limit | undefined;
  readonly locale: Locale;
  /** The file that the report is written to, as JSON. */
  readonly report: string | undefined;
  /** Shows how far it is. */
  readonly show: (lines: number, failed: number, done: boolean) => void;
}

/** At which record of some answers a limit is exceeded, counted from 1. */
function stopIn(failedAt: readonly number[], limit: Limit, records: number, failed: number): number | undefined {
  const found = failedAt.findIndex((at, index) => exceeds(limit, records + at + 1, failed + index + 1));
  return found === -1 ? undefined : (failedAt[found] as number) + 1;
}

/** The header of a table, and the blocks below it. */
async function headed(blocks: AsyncGenerator<Block>): Promise<{ header: Row; below: AsyncIterable<Block> }> {
  const first = await blocks.next();
  if (first.done) throw new UsageError("输入是空的，没有表头 / the input is empty: it has no header");
  const block = first.value;
  const marked = block.bytes?.subarray(0, mark.length).equals(mark) ?? false;
  const { row: header, rest } = firstRow(marked ? { ...block, bytes: block.bytes?.subarray(mark.length) } : block);
  async function* below() {
    if (rest.bytes !== undefined && rest.bytes.length > 0) yield rest;
    yield* blocks;
  }
  return { header, below: below() };
}

const mark = Buffer.from(byteOrderMark);

/** Passes over the records that an output holds already: the last of them must be the answer of this call. */
async function* behind(
  blocks: AsyncIterable<Block>,
  file: string,
  { records, last }: Kept,
  { answer, count }: ReturnType<typeof workingOn>,
): AsyncGenerator<Written> {
  let passed = 0;
  for await (const block of blocks) {
    const here = count(block);
    const left = records - passed;
    passed += here;
    if (here < left) continue;
    if (left > 0) {
      const { bytes } = answer(block, { from: left - 1, most: 1 });
      if (!Buffer.from(bytes as Buffer).equals(last)) throw notAnOutput(file);
    }
    yield { block, from: left, ...answer(block, { from: left, most: Number.POSITIVE_INFINITY }) };
    return;
  }
  if (passed < records) throw notAnOutput(file);
}

/** Answers what comes; at the end tells what all came to, also where reading failed on the way. */
async function* answered(
  standardInput: AsyncIterable<Buffer>,
  how: Running,
  kept: Kept | undefined,
): AsyncGenerator<string | Buffer> {
  const { jobs, limit, locale, show } = how;
  const { from, encoding } = how.work;
  const start = performance.now();
  const said = asSaid(opened(how.in, standardInput), from, encoding);
  const blocks = blocksOf(asUtf8(said, encoding), from === "csv" ? atLastRow : undefined);
  const table = from === "csv" ? await headed(blocks) : undefined;
  const work: Work = { ...how.work, header: table?.header ?? [] };
  // What is wrong with the header is told before any worker starts.
  const own = workingOn(work);
  const top = headerOf(work);
  const source: AsyncIterable<Block> = table?.below ?? blocks;
  const report = reporting();

  async function* written(): AsyncGenerator<Written> {
    const iterator = source[Symbol.asyncIterator]();
    const rest = { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
    try {
      if (kept !== undefined && kept.records > 0) yield* behind(rest, how.resume as string, kept, own);
      if (jobs > 1) yield* answeredBy(jobs, work, rest);
      else for await (const block of rest) yield { block, from: 0, ...own.answer(block) };
    } finally {
      // Not waited for: it may be reading what never comes.
      iterator.return?.().catch(() => undefined);
    }
  }

  const before = { records: kept?.records ?? 0, failed: kept?.failed ?? 0 };
  const tell = (stopped: boolean) => {
    const bad = report.failed() + before.failed;
    show(report.records(), report.failed(), true);
    const ending: Ending = {
      ...(before.records > 0 && { kept: before }),
      stopped,
      seconds: Math.round(performance.now() - start) / 1000,
    };
    process.stderr.write(report.text(ending, locale));
    if (how.report !== undefined) writeFileSync(how.report, `${JSON.stringify(report.json(ending), null, 2)}\n`);
    if (bad > 0) process.exitCode = stopped ? statuses.stopped : statuses.lines;
  };
  try {
    if (top !== "" && (kept?.end ?? 0) === 0) yield encoded(top, encoding);
    for await (const each of written()) {
      const [records, failed] = [before.records + report.records(), before.failed + report.failed()];
      const most = limit && stopIn(each.failedAt, limit, records, failed);
      const { bytes, tally } = most === undefined ? each : own.answer(each.block, { from: each.from, most });
      report.add(tally);
      if (bytes.length > 0) yield bytes;
      show(report.records(), report.failed(), false);
      if (most !== undefined) {
        tell(true);
        return;
      }
    }
  } catch (error) {
    tell(false);
    throw error;
  }
  tell(false);
}

/** Answers the input, to a file or to what follows. */
export async function* run(standardInput: AsyncIterable<Buffer>, how: Running): AsyncGenerator<string | Buffer> {
  const { out, resume, work } = how;
  if (resume !== undefined) {
    const header = encoded(headerOf({ ...work, header: [] }), work.encoding);
    const kept = await keptIn(resume, header, work.to === "csv");
    yield* continued(resume, kept, answered(standardInput, how, kept));
  } else if (out !== undefined) yield* writtenTo(out, answered(standardInput, how, undefined));
  else yield* answered(standardInput, how, undefined);
}
