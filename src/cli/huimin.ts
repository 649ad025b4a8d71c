#!/usr/bin/env node
import type { Buffer } from "node:buffer";
import { fstatSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";
import { output } from "./command.js";
import { serve } from "./jobs.js";
import { statuses, UsageError } from "./usage.js";
import { workingOn, type Work } from "./work.js";

// A stream of small records leaves garbage, which V8 would let pile up to as much again as the command needs.
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--heap-growing-percent=20");

/** Node takes a directory for an empty input. */
async function* standardInput(): AsyncGenerator<Buffer> {
  if (fstatSync(0).isDirectory()) throw new UsageError("标准输入是目录 / standard input is a directory");
  yield* process.stdin as AsyncIterable<Buffer>;
}

let ended = false;

/** Whether an error is one of the system's: a file that is not there, a disk that is full. */
const isOfSystem = (error: unknown): boolean => error instanceof Error && "syscall" in error;

/** Ends with a message and a status that tells what it was; quietly where the reader of the output has gone. */
function fail(error: unknown): void {
  if (ended) return;
  ended = true;
  if ((error as NodeJS.ErrnoException).code === "EPIPE") {
    process.exitCode = statuses.closed;
    return;
  }
  if (error instanceof UsageError || isOfSystem(error)) {
    process.exitCode = statuses.usage;
    process.stderr.write(
      `huimin: ${(error as Error).message}${error instanceof UsageError ? "\nhuimin --help" : ""}\n`,
    );
    return;
  }
  process.exitCode = statuses.fault;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`huimin: 程序有误，请报告 / a fault of this program, please report it\n${what}\n`);
}

async function main(): Promise<void> {
  // Node would end with 1 then, which is that of failed lines.
  process.on("uncaughtException", (error) => {
    fail(error);
    process.exit();
  });
  // A write may still fail once the pipeline has handed everything over.
  process.stdout.on("error", fail);
  try {
    await pipeline(output(process.argv.slice(2), standardInput()), process.stdout, { end: false });
  } catch (error) {
    fail(error);
  }
  // Where it stopped early, there is more to come.
  process.stdin.destroy();
}

if (isMainThread) await main();
else serve((work: Work) => workingOn(work).answer);
