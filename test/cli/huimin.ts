import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";

const source = fileURLToPath(new URL("../../src/cli/huimin.ts", import.meta.url));

/** The command built into one file of a temporary folder, without help from `dist`. */
export interface Huimin {
  readonly folder: string;
  readonly file: string;
  /** Runs to the end. */
  call(args: readonly string[], input?: string | Buffer): { out: string; err: string; status: number | null };
  /** Runs on its own. */
  start(args: readonly string[]): ChildProcess;
  remove(): void;
}

export async function buildHuimin(): Promise<Huimin> {
  const folder = mkdtempSync(join(tmpdir(), "huimin-cli-"));
  await build({
    config: false,
    entry: [source],
    outDir: folder,
    format: "esm",
    outExtension: () => ({ js: ".mjs" }),
    target: "node20",
    noExternal: [/.*/],
    // What is CommonJS requires parts of Node.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; globalThis.require = requireFrom(import.meta.url);',
    },
    silent: true,
  });
  const file = join(folder, "huimin.mjs");
  return {
    folder,
    file,
    call(args, input = "") {
      const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...args], {
        input,
        encoding: "utf8",
        maxBuffer: 2 ** 28,
      });
      return { out: stdout, err: stderr, status };
    },
    start: (args) => spawn(process.execPath, [file, ...args]),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** What was told on standard error besides the closing reports of `huimin run`, of which there must be one. */
export function besidesReport(err: string): string {
  const rest = err.replaceAll(/^(?:记录 \d+ 条：|\d+ records: ).*\n(?: {2}.*\n)*/gm, "");
  if (rest === err) throw new Error(`no closing report: ${err}`);
  return rest;
}
