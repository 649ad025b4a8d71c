import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { agreementFrom, explain, PolicyInputError, type Agreement, type Locale } from "../index.js";

/** The host files of the package. */
const prebuilt = fileURLToPath(new URL("../spreadsheet/", import.meta.url));

/** The scripts among them, which read the contracts that stand above them. */
const scripts = ["excel/functions.js", "wps/register.js", "google/Code.gs", "huimin.js"];

interface Contract {
  readonly json: unknown;
  readonly agreement: Agreement;
}

/** A contract from its file. */
function contractIn(file: string, locale: Locale): Contract {
  try {
    const json: unknown = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
    return { json, agreement: agreementFrom(json) };
  } catch (error) {
    const why = error instanceof PolicyInputError ? `\n${explain(error, { locale })}` : ` ${(error as Error).message}`;
    throw new Error(`${file}:${why}`, { cause: error });
  }
}

/** A script with contracts above it, as it reads them: JSON, in which nothing ends a script of a page. */
export function scriptWith(contracts: readonly unknown[], script: string): string {
  const json = JSON.stringify(contracts, null, 2).replaceAll("<", "\\u003c");
  // The scripts are strict, which they can only say on their first line.
  return `"use strict";\nvar HUIMIN_AGREEMENTS = ${json};\n${script}`;
}

/**
 * Writes the host files of the sheets with contracts built in, and says which.
 *
 * @throws Error for a file that cannot be read or is no contract, with all that is wrong with it, and for two of one programme; nothing
 * is written then.
 */
export function* writeSheets(
  files: readonly string[],
  out: string,
  locale: Locale,
  from = prebuilt,
): Generator<string> {
  const contracts = files.map((file) => contractIn(file, locale));
  const programmes = contracts.map(({ agreement }) => agreement.policy.id);
  const twice = programmes.find((id, index) => programmes.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`${twice} 有两份合同 / two agreements of ${twice}`);
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
