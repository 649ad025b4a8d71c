import { readdirSync, readFileSync, existsSync } from "node:fs";
import { catalogue, receiptOf, type AnyRule } from "huimin-rules";
import { targetNames, type TargetName } from "./targets.js";

const read = (url: URL) => JSON.parse(readFileSync(url, "utf8")) as unknown;
const jsonIn = (folder: string) => {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith(".json"))
    .map((name) => read(new URL(name, url)));
};

interface Case {
  readonly rule: string;
  readonly input: unknown;
  readonly readings?: unknown;
}

const rules: Readonly<Record<string, AnyRule>> = catalogue;
const receiptOfAny = receiptOf as unknown as (rule: AnyRule, input: unknown, options?: object) => unknown;

/** What is known to be well: the worked cases, their results and receipts, and the example agreements. */
function wellKnown(): Record<TargetName, readonly unknown[]> {
  const cases = (jsonIn("../vectors/") as Case[][]).flat().map(({ rule, input, readings }) => ({
    rule,
    input,
    ...(readings !== undefined && { readings }),
  }));
  const some = cases.filter((_, index) => index % 4 === 0);
  const receipts = some.flatMap(({ rule, input, readings }) => {
    const called = rules[rule];
    const options = readings === undefined ? undefined : { readings: readings as Record<string, string> };
    if (called?.safe(input, options).ok !== true) return [];
    return [JSON.parse(JSON.stringify(receiptOfAny(called, input, options))) as { rule: string; result: unknown }];
  });
  return {
    rule: cases,
    kept: cases,
    lines: [...cases, ...cases.map((each) => JSON.stringify(each)), ...receipts.slice(0, 40)],
    agreement: jsonIn("../../examples/agreements/"),
    receipt: receipts,
    result: receipts.map(({ rule, result }) => ({ rule, result })),
  };
}

const corpus = new URL("corpus/", import.meta.url);
const corpusOf = (target: TargetName) => new URL(`${target}.ndjson`, corpus);

/** What earlier runs found to be a way of its own through the library. */
export function keptOf(target: TargetName): unknown[] {
  const url = corpusOf(target);
  if (!existsSync(url)) return [];
  return readFileSync(url, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}

export const corpusFile = corpusOf;

/** Where a run begins. */
export function seeds(): Record<TargetName, unknown[]> {
  const known = wellKnown();
  return Object.fromEntries(targetNames.map((target) => [target, [...known[target], ...keptOf(target)]])) as Record<
    TargetName,
    unknown[]
  >;
}
