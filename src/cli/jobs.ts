import { Buffer } from "node:buffer";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Block } from "./lines.js";
import type { Tally } from "./report.js";
import { UsageError } from "./usage.js";

/** The answers to a block, as they are written. */
export interface Written {
  readonly block: Block;
  /** The first of its records that is answered, counted from 0. */
  readonly from: number;
  readonly bytes: string | Buffer;
  readonly tally: Tally;
  readonly failedAt: readonly number[];
}

/** What a worker is asked, and what it says. */
interface Question {
  readonly line: number;
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}
type Reply =
  | { readonly bytes: Uint8Array; readonly tally: Tally; readonly failedAt: readonly number[] }
  | { readonly refusal: string };

/** A copy that can be handed over to another thread. */
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** A worker of this same program, which answers block after block. */
function startWorker(work: object) {
  const worker = new Worker(new URL(import.meta.url), { workerData: work });
  const asked: {
    readonly block: Block;
    readonly resolve: (written: Written) => void;
    readonly reject: (error: unknown) => void;
  }[] = [];
  const fail = (error: unknown) => {
    for (const { reject } of asked.splice(0)) reject(error);
  };
  worker.on("message", (reply: Reply) => {
    const question = asked.shift();
    if (question === undefined) return;
    if ("refusal" in reply) question.reject(new UsageError(reply.refusal));
    else question.resolve({ ...reply, bytes: Buffer.from(reply.bytes.buffer), block: question.block, from: 0 });
  });
  worker.on("error", fail);
  worker.on("exit", (code) => {
    fail(new Error(`a worker has ended with ${code}`));
  });
  return {
    answer: (block: Block): Promise<Written> =>
      new Promise((resolve, reject) => {
        asked.push({ block, resolve, reject });
        const bytes = block.bytes && ownBytes(block.bytes);
        const question: Question = { line: block.line, bytes };
        worker.postMessage(question, bytes ? [bytes.buffer] : []);
      }),
    end: () => worker.terminate(),
  };
}

/** Answers questions of the main thread, in a worker. */
export function serve(make: (work: never) => (block: Block) => Omit<Written, "block" | "from">): void {
  const answer = make(workerData as never);
  parentPort?.on("message", ({ line, bytes }: Question) => {
    try {
      const { bytes: text, ...told } = answer({ line, bytes: bytes && Buffer.from(bytes.buffer) });
      const own = ownBytes(Buffer.from(text as Buffer));
      parentPort?.postMessage({ ...told, bytes: own } satisfies Reply, [own.buffer]);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      parentPort?.postMessage({ refusal: error.message } satisfies Reply);
    }
  });
}

/** What was read, unless the answer that is next comes first. */
const firstOf = <Read>(next: Promise<Read>, head: Promise<unknown> | undefined): Promise<Read | undefined> =>
  head === undefined ? next : Promise.race([next, head.then(() => undefined)]);

/** So many blocks a worker are on their way. */
const ahead = 2;

/** Answers blocks in several threads, in the order of the blocks, each as soon as it can be. */
export async function* answeredBy(jobs: number, work: object, blocks: AsyncIterable<Block>): AsyncGenerator<Written> {
  const workers = Array.from({ length: jobs }, () => startWorker(work));
  const source = blocks[Symbol.asyncIterator]();
  const waiting: Promise<Written>[] = [];
  /** The next block, or how reading ended. */
  const coming = () =>
    source.next().then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
  /** Nothing once all was read. */
  let next: ReturnType<typeof coming> | undefined = coming();
  let failure: { readonly error: unknown } | undefined;
  let turn = 0;
  try {
    for (;;) {
      const head = waiting[0];
      if (next === undefined && head === undefined) break;
      const isFull = waiting.length >= jobs * ahead;
      const read = next === undefined || isFull ? undefined : await firstOf(next, head);
      if (read === undefined) {
        yield await (waiting.shift() as Promise<Written>);
      } else if ("error" in read) {
        failure = read;
        next = undefined;
      } else if (read.result.done) next = undefined;
      else {
        const answer = (workers[turn % jobs] as (typeof workers)[number]).answer(read.result.value);
        // It is waited for in its turn.
        answer.catch(() => undefined);
        waiting.push(answer);
        turn += 1;
        next = coming();
      }
    }
  } finally {
    await Promise.all(workers.map(({ end }) => end()));
  }
  if (failure !== undefined) throw failure.error;
}
