import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locale } from "../index.js";
import { refuseSeveral, type Contract } from "./agreements.js";

/** The host files of the package. */
const prebuilt = fileURLToPath(new URL("../spreadsheet/", import.meta.url));

/** The scripts among them, which read the contracts that stand above them. */
const scripts = ["excel/functions.js", "wps/register.js", "google/Code.gs", "huimin.js"];

/** A script with contracts above it, as it reads them: JSON, in which nothing ends a script of a page. */
export function scriptWith(contracts: readonly unknown[], script: string): string {
  const json = JSON.stringify(contracts, null, 2).replaceAll("<", "\\u003c");
  // The scripts are strict, which they can only say on their first line.
  return `"use strict";\nvar HUIMIN_AGREEMENTS = ${json};\n${script}`;
}

/**
 * Writes the host files of the sheets with contracts built in, and says which.
 *
 * @throws UsageError for two contracts of one programme; nothing is written then.
 */
export function* writeSheets(
  contracts: readonly Contract[],
  out: string,
  locale: Locale,
  from = prebuilt,
): Generator<string> {
  refuseSeveral(contracts.map(({ agreement }) => agreement));
  cpSync(from, out, { recursive: true });
  const given = contracts.map(({ json }) => json);
  for (const name of scripts) {
    const path = join(out, name);
    const script = readFileSync(path, "utf8");
    writeFileSync(path, scriptWith(given, script));
    yield `${path}\n`;
  }
  for (const { agreement } of contracts) {
    const { id, title, policy, digest } = agreement;
    yield `${policy.title[locale]}  ${id}  ${title[locale]}  ${digest}\n`;
  }
}
