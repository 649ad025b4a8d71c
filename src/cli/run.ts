import type { Buffer } from "node:buffer";
import { writeFileSync } from "node:fs";
import type { Locale } from "../index.js";
import { answersTo, type Answering, type Answers } from "./answering.js";
import { blocksOf, type Block } from "./lines.js";
import { reporting, type Ending } from "./report.js";
import { statuses, UsageError } from "./usage.js";

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
export interface Running<Given> {
  /** What stands above the answers. */
  readonly header: string;
  readonly answering: Answering<Given>;
  readonly limit: Limit | undefined;
  readonly locale: Locale;
  /** The file that the report is written to, as JSON. */
  readonly report: string | undefined;
  /** Shows how far it is. */
  readonly show: (lines: number, failed: number, done: boolean) => void;
}

/** At which record of some answers a limit is exceeded, counted from 1. */
function stopIn({ failedAt }: Answers, limit: Limit, records: number, failed: number): number | undefined {
  const found = failedAt.findIndex((at, index) => exceeds(limit, records + at + 1, failed + index + 1));
  return found === -1 ? undefined : (failedAt[found] as number) + 1;
}

/** Answers what comes; at the end tells what all came to, also where reading failed on the way. */
export async function* answered<Given>(input: AsyncIterable<Buffer>, how: Running<Given>): AsyncGenerator<string> {
  const { answering, limit, locale, show } = how;
  const start = performance.now();
  const report = reporting();
  /** The answers to a block, as far as they go, and whether they end there. */
  const answer = (block: Block): Answers & { readonly last: boolean } => {
    const answers = answersTo(block, answering);
    const most = limit && stopIn(answers, limit, report.records(), report.failed());
    if (most === undefined) return { ...answers, last: false };
    return { ...answersTo(block, answering, { from: 0, most }), last: true };
  };
  const tell = (stopped: boolean) => {
    show(report.records(), report.failed(), true);
    const ending: Ending = { stopped, seconds: Math.round(performance.now() - start) / 1000 };
    process.stderr.write(report.text(ending, locale));
    if (how.report !== undefined) writeFileSync(how.report, `${JSON.stringify(report.json(ending), null, 2)}\n`);
    if (report.failed() > 0) process.exitCode = stopped ? statuses.stopped : statuses.lines;
  };
  if (how.header !== "") yield how.header;
  try {
    for await (const block of blocksOf(input)) {
      const { text, tally, last } = answer(block);
      report.add(tally);
      if (text !== "") yield text;
      show(report.records(), report.failed(), false);
      if (last) {
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
