import { issueOf, within } from "../core/errors.js";
import { isPlain, readObject } from "../core/input.js";
import { meantName } from "../core/meant.js";
import { labelFields } from "../core/summary.js";
import {
  catalogue,
  PolicyInputError,
  receiptOf,
  type Agreement,
  type AnyPolicy,
  type AnyRule,
  type Issue,
  type IssueCode,
  type Labels,
  type Outcome,
  type Receipt,
} from "../index.js";
import { agreementFor } from "./agreement.js";
import { meantRule } from "./meant.js";

/** What became of a record: which it was, the rule that it names, and the rule's outcome. */
export interface Decision {
  readonly id?: string | number | undefined;
  /** What the record was labelled with, as it came. */
  readonly labels?: Labels | undefined;
  readonly rule?: AnyRule | undefined;
  readonly outcome: Outcome<object>;
  /** Where receipts are asked for: that of the result. */
  readonly receipt?: Receipt | undefined;
}

/** How records are decided. */
export interface Deciding {
  /** The rule of every record. */
  readonly only?: AnyRule | undefined;
  /** The agreements that records may run under. */
  readonly agreements?: readonly Agreement[];
  /** The option that the agreements came by: that of the command, or of a call. */
  readonly option?: string;
  /** Whether each result comes with its receipt. */
  readonly receipts?: boolean | undefined;
  /** The readings of a policy that hold for all records, before those of agreements; a record's own come before them. */
  readonly readings?: ((policy: AnyPolicy) => Choices | undefined) | undefined;
  /** The options to go by instead of a record's own. */
  readonly instead?: (rule: AnyRule, own: GivenOptions) => GivenOptions;
}

/** Readings by name. */
export type Choices = Readonly<Record<string, string>>;

/** The options of an application as a record gives them: its readings were not looked at yet. */
export interface GivenOptions {
  readonly readings?: unknown;
  readonly agreement?: Agreement;
}

/** What a record may hold besides a rule's bare input. For all but `rule` and `input`, null is the same as nothing. */
export interface Given {
  readonly rule?: unknown;
  readonly input?: unknown;
  readonly readings?: unknown;
  readonly agreement?: unknown;
  readonly id?: unknown;
  readonly labels?: unknown;
}

const recordFields = {
  rule: undefined,
  input: undefined,
  readings: undefined,
  agreement: undefined,
  id: undefined,
  labels: undefined,
} satisfies Record<keyof Given, undefined>;

export const refuse = (code: PolicyInputError["code"], issues: readonly Issue[]): Outcome<never> => ({
  ok: false,
  error: new PolicyInputError(code, issues),
});

/** What cannot be read as a record at all. */
export const unreadable = (zh: string, en: string): Decision => ({
  outcome: refuse("INVALID_INPUT", [issueOf([], "UNREADABLE", zh, en)]),
});

/** NUL and halves of surrogate pairs: JSON can spell them, but UTF-8 and databases cannot hold them. */
const unfit = /\0|\p{Surrogate}/u;
const unfitEscape = /\\u(?:0000|[dD][89a-fA-F])/;

/** Whether a JSON text spells what UTF-8 cannot hold. */
export function holdsUnfitText(json: string): boolean {
  // Most records have no escape at all.
  if (!json.includes("\\u") || !unfitEscape.test(json)) return false;
  let found = false;
  JSON.parse(json, (key, value: unknown) => {
    found ||= unfit.test(key) || (typeof value === "string" && unfit.test(value));
    return value;
  });
  return found;
}

/** A number beyond these would come back as another one. */
export const isId = (value: unknown): value is string | number =>
  typeof value === "string" || Number.isSafeInteger(value);

/** As `receiptOf`, for a rule of the catalogue: its types say less of it. */
const receiptOfAny = receiptOf as unknown as (rule: AnyRule, input: unknown, options?: object) => Receipt;

/** The options of an application: none where there is nothing to be said. */
function optionsOf(
  rule: AnyRule,
  readings: unknown,
  agreement: Agreement | undefined,
  { instead, readings: readingsOf }: Deciding,
): object | undefined {
  const shared = readingsOf?.(rule.policy);
  const chosen = shared === undefined || !isPlain(readings ?? {}) ? readings : { ...shared, ...(readings as Choices) };
  const own =
    chosen == null && agreement === undefined
      ? undefined
      : { ...(chosen != null && { readings: chosen }), ...(agreement && { agreement }) };
  return instead === undefined ? own : instead(rule, own ?? {});
}

/** The receipt of a result, where one is wanted. */
const receiptFor = (
  rule: AnyRule,
  input: unknown,
  options: object | undefined,
  { ok }: Outcome<object>,
  how: Deciding,
) => (how.receipts && ok ? receiptOfAny(rule, input, options) : undefined);

/** The labels of a record; what is wrong with them is added to the issues. */
export function readLabels(labels: unknown, issues: Issue[]): Labels | undefined {
  if (labels == null) return undefined;
  const before = issues.length;
  readObject({ fields: labelFields }, labels, issues);
  within(issues, before, "labels");
  return issues.length > before ? undefined : labels;
}

/** Decides one record. */
export function decideRecord(record: Given, how: Deciding): Decision {
  const { only, agreements = [], option } = how;
  const issues: Issue[] = [];
  const report = (field: string, code: IssueCode, zh: string, en: string, meant?: string) =>
    issues.push(issueOf([field], code, zh, en, (record as Readonly<Record<string, unknown>>)[field], meant));
  const { id, rule: name, input, readings, agreement: contract } = record;
  const rule = only ?? (typeof name === "string" ? catalogue[name] : undefined);

  for (const field in record) {
    if (!Object.hasOwn(recordFields, field)) {
      report(
        field,
        "UNKNOWN_FIELD",
        "记录没有这一项（rule、input、readings、agreement、id、labels）",
        "not a field of a record (rule, input, readings, agreement, id, labels)",
        meantName(field, recordFields),
      );
    }
  }
  if (name === undefined && only === undefined) report("rule", "MISSING", "缺少规则编号", "the rule's id is required");
  else if (rule === undefined)
    report("rule", "UNKNOWN_CHOICE", "没有这条规则", "there is no such rule", meantRule(name));
  else if (name !== undefined && name !== rule.id)
    report("rule", "CONFLICT", `与指定的规则 ${rule.id} 不符`, `the rule that was asked for is ${rule.id}`);
  if (input === undefined) report("input", "MISSING", "缺少规则的输入", "the rule's input is required");
  if (id != null && !isId(id)) {
    report("id", "WRONG_TYPE", "应为文字或小于 2^53 的整数", "expected a text or a whole number below 2^53");
  }
  const labels = readLabels(record.labels, issues);
  const agreement = rule && agreementFor(rule, contract, agreements, issues, option);
  const known = isId(id) ? id : undefined;
  if (rule === undefined || issues.length > 0) {
    return { id: known, labels, rule, outcome: refuse("INVALID_OPTIONS", issues) };
  }
  const options = optionsOf(rule, readings, agreement, how);
  const outcome = rule.safe(input, options);
  return { id: known, labels, rule, outcome, receipt: receiptFor(rule, input, options, outcome, how) };
}

const holdsUnfit = () => unreadable("含有 NUL 或不成对的代理字符", "holds NUL or half of a surrogate pair");

function decided(value: unknown, how: Deciding): Decision {
  const { only, agreements = [], option } = how;
  if (isPlain(value) && (only === undefined || Object.hasOwn(value, "input"))) return decideRecord(value, how);
  if (only === undefined) return unreadable("应为一条记录 { rule, input }", "expected a record { rule, input }");
  const issues: Issue[] = [];
  const agreement = agreementFor(only, undefined, agreements, issues, option);
  if (issues.length > 0) return { rule: only, outcome: refuse("INVALID_OPTIONS", issues) };
  const options = optionsOf(only, undefined, agreement, how);
  const outcome = only.safe(value, options);
  return { rule: only, outcome, receipt: receiptFor(only, value, options, outcome, how) };
}

const unprocessed = (error: unknown) =>
  unreadable(`无法处理：${String(error)}`, `cannot be processed: ${String(error)}`);

/**
 * Decides a record `{ rule, input, readings?, agreement?, id?, labels? }`, or, where one rule holds for all of them, also that rule's
 * bare input. Whatever it holds, it is answered and nothing is thrown.
 */
export function decisionOn(record: unknown, how: Deciding = {}): Decision {
  try {
    const json = JSON.stringify(record) as string | undefined;
    return json !== undefined && holdsUnfitText(json) ? holdsUnfit() : decided(record, how);
  } catch (error) {
    return unprocessed(error);
  }
}

/** Decides a record that is a JSON text, as {@link decisionOn} does. */
export function decisionOnJson(json: string, how: Deciding = {}): Decision {
  try {
    const value: unknown = JSON.parse(json);
    return holdsUnfitText(json) ? holdsUnfit() : decided(value, how);
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable("不是有效的 JSON", "not valid JSON");
    return unprocessed(error);
  }
}
