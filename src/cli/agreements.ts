import { Buffer, isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { agreementFrom, explain, PolicyInputError, type Agreement, type Locale } from "../index.js";
import { printable } from "./printable.js";
import { UsageError } from "./usage.js";

function textIn(file: string): string {
  const bytes: Buffer = readFileSync(file);
  if (!isUtf8(bytes)) throw new Error("不是有效的 UTF-8 / not valid UTF-8");
  return bytes.toString().replace(/^\uFEFF/, "");
}

/** The JSON of a file. */
export function jsonIn(file: string): unknown {
  const text = textIn(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`不是有效的 JSON / not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** A contract: its JSON as it was written, and the agreement that it is. */
export interface Contract {
  readonly json: unknown;
  readonly agreement: Agreement;
}

/**
 * The contracts of some files, whatever is wrong with any of them told at once.
 *
 * @throws UsageError naming each file that holds no agreement, with all that is wrong in it.
 */
export function contractsIn(files: readonly string[], locale: Locale): readonly Contract[] {
  const problems: string[] = [];
  const contracts = files.flatMap((file): Contract[] => {
    try {
      const json = jsonIn(file);
      return [{ json, agreement: agreementFrom(json) }];
    } catch (error) {
      const told = error instanceof PolicyInputError ? explain(error, { locale }) : (error as Error).message;
      problems.push(`${file}: ${told}`);
      return [];
    }
  });
  if (problems.length > 0) throw new UsageError(printable(problems.join("\n")));
  return contracts;
}

/**
 * Refuses two agreements of one programme that a record could not tell from each other.
 *
 * @throws UsageError naming the id.
 */
export function refuseTwins(agreements: readonly Agreement[]): void {
  const seen = new Set<string>();
  for (const { id, policy } of agreements) {
    const key = JSON.stringify([policy.id, id]);
    if (seen.has(key)) {
      throw new UsageError(
        printable(`两份合同同为 ${policy.id} 的“${id}” / two agreements of ${policy.id} have the id "${id}"`),
      );
    }
    seen.add(key);
  }
}

/**
 * Refuses two agreements of one programme where only one can hold.
 *
 * @throws UsageError naming the programme.
 */
export function refuseSeveral(agreements: readonly Agreement[]): void {
  const programmes = agreements.map(({ policy }) => policy.id);
  const twice = programmes.find((id, index) => programmes.indexOf(id) !== index);
  if (twice !== undefined) throw new UsageError(`${twice} 有两份合同 / two agreements of ${twice}`);
}
