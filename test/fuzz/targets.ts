/*
 * The doors by which something odd comes in. A target takes a value, whatever it is, and says in a word what came of it; it throws where the
 * library did anything but decide or refuse.
 */
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import {
  agreementFrom,
  type Agreement,
  catalogue,
  explain,
  PolicyInputError,
  receiptOf,
  recompute,
  revive,
  verify,
  type AnyRule,
  type Explainable,
  type Line,
} from "huimin-rules";
import { digestOf } from "../../src/core/digest.js";
import { decide } from "../../src/cli/decide.js";
import { linesOf } from "../../src/cli/lines.js";
import { answerLine } from "../../src/cli/print.js";
import { verdictOn } from "../../src/cli/verdict.js";

/** A value of JSON, or, at run time, anything. */
export type Odd = unknown;

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null;

/** Reads a field of what may be a trap; a trap has none. */
function fieldOf(value: unknown, name: string): unknown {
  try {
    return isPlain(value) ? value[name] : undefined;
  } catch {
    return undefined;
  }
}

/** What a refusal says, without what was received: its codes and where they stand. */
function refused(error: unknown): string {
  if (!(error instanceof PolicyInputError)) throw error;
  assert.ok(error.issues.length > 0, "a refusal without an issue");
  for (const { message, received, path } of error.issues) {
    assert.ok(message.zh !== "" && message.en !== "", "an issue without words");
    assert.ok(Array.from(received).length <= 41, `what was received is cut: ${received}`);
    assert.ok(Array.isArray(path));
  }
  const codes = error.issues.map(({ code, path }) =>
    code === "UNKNOWN_FIELD" ? code : `${code}@${path.filter((step) => typeof step === "string").at(-1) ?? ""}`,
  );
  return `${error.code}: ${[...new Set(codes)].sort().slice(0, 4).join()}`;
}

const rules: Readonly<Record<string, AnyRule>> = catalogue;
const ids = Object.keys(rules);

/** What is the same of two results in kind: which fields are there, which decisions, which steps. */
function kindOf(value: unknown): string {
  const operations = JSON.stringify(value).match(/"(?:operation|outcome|pending)":"?\w+/g) ?? [];
  return [...new Set(operations)].sort().join();
}

function rule(value: Odd): string {
  const id = fieldOf(value, "rule");
  const called =
    typeof id === "string" && Object.hasOwn(rules, id) ? (rules[id] as AnyRule) : (rules[ids[0] ?? ""] as AnyRule);
  const given = fieldOf(value, "readings");
  const options = given === undefined ? undefined : { readings: given };
  const outcome = called.safe(fieldOf(value, "input"), options as object | undefined);
  if (!outcome.ok) return `${called.id} ${refused(outcome.error)}`;
  const result = outcome.value as Explainable & { readonly lines?: readonly Line[] };
  assert.notEqual(explain(result), "");
  for (const line of result.lines ?? [])
    assert.ok(recompute(line).equals(line.amount), "a line that is not its operation");
  const json = JSON.parse(JSON.stringify(result)) as never;
  assert.deepEqual(JSON.parse(JSON.stringify(revive(called as never, json))), json, "a result that JSON changes");
  return `${called.id} ${kindOf(json)}`;
}

function agreement(value: Odd): string {
  try {
    const { policy, readings } = agreementFrom(value) as Agreement;
    return `agreement of ${policy.id}: ${Object.keys(readings).join()}`;
  } catch (error) {
    return refused(error);
  }
}

/** A receipt whose digest is made anew, so that what is odd in it comes further in than its digest. */
function sealed(value: Odd): unknown {
  try {
    const { digest: _, ...rest } = value as Plain;
    return { ...rest, digest: digestOf(rest) };
  } catch {
    return value;
  }
}

function receipt(value: Odd): string {
  const verdicts = [value, sealed(value)].map((each) => verify(each));
  return verdicts.map(({ verdict, of }) => `${verdict} ${of.join()}`).join();
}

/** A result as JSON carries it back, of a rule. */
function result(value: Odd): string {
  const id = fieldOf(value, "rule");
  const called = rules[typeof id === "string" && Object.hasOwn(rules, id) ? id : (ids[0] ?? "")] as AnyRule;
  try {
    const revived: unknown = revive(called as never, fieldOf(value, "result") as never);
    assert.notEqual(explain(revived as Explainable), "");
    return `revived ${called.id}`;
  } catch (error) {
    return refused(error);
  }
}

/** Lines of the command, as bytes; what is no text becomes one. */
async function lines(value: Odd): Promise<string> {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const bytes = Buffer.from(text, text.includes("\u00ff") ? "latin1" : "utf8");
  async function* chunks() {
    yield bytes.subarray(0, bytes.length >> 1);
    await Promise.resolve();
    yield bytes.subarray(bytes.length >> 1);
  }
  const said: string[] = [];
  for await (const some of linesOf(chunks())) {
    for (const line of some) {
      const decision = decide(line, { receipts: true });
      const answer = answerLine(decision, 1);
      assert.equal(answer.indexOf("\n"), answer.length - 1, "an answer is a line");
      JSON.parse(answer);
      const verdict = verdictOn(answer.trim(), []);
      if (decision.outcome.ok) assert.equal(verdict.verdict, "same", answer);
      else {
        said.push(refused(decision.outcome.error));
        // Nesting beyond the stack costs the line alone; nothing else may be beyond the program.
        assert.ok(!/cannot be processed: (?!RangeError)/.test(decision.outcome.error.message), answer);
      }
      const other = verdictOn(line, []);
      assert.ok(!/cannot be processed \((?!RangeError)/.test(other.text.en), other.text.en);
      said.push(other.verdict);
    }
  }
  return [...new Set(said)].sort().join();
}

/** Receipts of a rule's input, which are verified: the same, whatever the input was. */
function kept(value: Odd): string {
  const id = fieldOf(value, "rule");
  if (typeof id !== "string" || !Object.hasOwn(rules, id)) return "no rule";
  const called = rules[id] as AnyRule;
  try {
    const made: unknown = (receiptOf as unknown as (rule: AnyRule, input: unknown) => unknown)(
      called,
      fieldOf(value, "input"),
    );
    assert.equal(verify(JSON.parse(JSON.stringify(made))).verdict, "same");
    return `kept ${id}`;
  } catch (error) {
    return refused(error);
  }
}

const targets = { rule, agreement, receipt, result, lines, kept } as const;
export type TargetName = keyof typeof targets;
export const targetNames = Object.keys(targets) as TargetName[];

const prototypes = [Object, Array, Function, String, Number, Map, Set, Promise].map(
  ({ prototype }) => prototype as object,
);
const known = prototypes.map((prototype) => Reflect.ownKeys(prototype).length);

/** Applies a target; afterwards every prototype is as it was. */
export async function apply(target: TargetName, value: Odd): Promise<string> {
  const said = await targets[target](value);
  prototypes.forEach((prototype, index) => {
    assert.equal(Reflect.ownKeys(prototype).length, known[index], "a prototype was changed");
  });
  return `${target} ${said}`;
}
