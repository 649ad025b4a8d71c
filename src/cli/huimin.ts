#!/usr/bin/env node
import type { Buffer } from "node:buffer";
import { fstatSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { setFlagsFromString } from "node:v8";
import { output } from "./command.js";
import { UsageError } from "./usage.js";

// A stream of small records leaves garbage, which V8 would let pile up to as much again as the command needs.
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--heap-growing-percent=20");

/** Node takes a directory for an empty input. */
async function* standardInput(): AsyncGenerator<Buffer> {
  if (fstatSync(0).isDirectory()) throw new UsageError("标准输入是目录 / standard input is a directory");
  yield* process.stdin as AsyncIterable<Buffer>;
}

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
  await pipeline(output(process.argv.slice(2), standardInput()), process.stdout, { end: false });
} catch (error) {
  fail(error);
}
