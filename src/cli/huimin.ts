#!/usr/bin/env node
import type { Buffer } from "node:buffer";
import { pipeline } from "node:stream/promises";
import { output, UsageError } from "./command.js";

let ended = false;

/** Ends with a message and status 2; quietly where the reader of the output has gone. */
function fail(error: unknown): void {
  if (ended || (error as NodeJS.ErrnoException).code === "EPIPE") return;
  ended = true;
  process.exitCode = 2;
  const hint = error instanceof UsageError ? "\nhuimin --help" : "";
  process.stderr.write(`huimin: ${(error as Error).message}${hint}\n`);
}

// A write may still fail once the pipeline has handed everything over.
process.stdout.on("error", fail);
try {
  await pipeline(output(process.argv.slice(2), process.stdin as AsyncIterable<Buffer>), process.stdout, { end: false });
} catch (error) {
  fail(error);
}
