import { Buffer, isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { issueOf } from "../core/errors.js";
import { meantName } from "../core/meant.js";
import { quotedNames } from "../core/text.js";
import {
  agreementFrom,
  explain,
  PolicyInputError,
  type Agreement,
  type AnyRule,
  type Issue,
  type Locale,
} from "../index.js";
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

/**
 * The agreement that a record runs under: the one it names, or its programme's only one. What is wrong is added to the issues.
 *
 * @param option - The option that the agreements were read by.
 */
export function agreementFor(
  rule: AnyRule,
  name: unknown,
  agreements: readonly Agreement[],
  issues: Issue[],
  option = "--agreement",
): Agreement | undefined {
  if (agreements.length === 0 && name == null) return undefined;
  const report = (code: Issue["code"], zh: string, en: string, meant?: string) =>
    issues.push(issueOf(["agreement"], code, zh, en, name, meant));
  const own = agreements.filter(({ policy }) => policy.id === rule.policy.id);
  const ids = quotedNames(own.map(({ id }) => id));
  if (name == null) {
    if (own.length < 2) return own[0];
    const [zh, en] = [
      `该项目有多份合同，请写明：${ids.zh}`,
      `the programme has several agreements; name one: ${ids.en}`,
    ];
    report("MISSING", zh, en);
    return undefined;
  }
  const found = own.find(({ id }) => id === name);
  if (found !== undefined) return found;
  const other = agreements.find(({ id }) => id === name)?.policy.title;
  if (other !== undefined) {
    const { zh, en } = rule.policy.title;
    report("CONFLICT", `该合同属于${other.zh}，不属于${zh}`, `the agreement is of ${other.en}, not of ${en}`);
  } else if (own.length === 0) {
    const [zh, en] = [`没有读入该项目的合同（${option}）`, `no agreement of the programme was read (${option})`];
    report("UNKNOWN_CHOICE", zh, en);
  } else {
    const titles = Object.fromEntries(own.map(({ id, title }) => [id, title]));
    const [zh, en] = [`没有这份合同，有：${ids.zh}`, `no such agreement; there are: ${ids.en}`];
    report("UNKNOWN_CHOICE", zh, en, meantName(name, titles));
  }
  return undefined;
}
