/**
 * 一条记录进，一个答复出：命令、数据库函数和 HTTP 服务用的是同一个约定。
 * A record in, an answer out: the one contract of the command, of functions in databases and of HTTP services.
 *
 * @packageDocumentation
 */
import { issueOf } from "../core/errors.js";
import { isPlain } from "../core/input.js";
import { meantName } from "../core/meant.js";
import { isAgreement } from "../core/options.js";
import { isRule } from "../core/rule.js";
import { quotedNames } from "../core/text.js";
import type { Agreement, AnyRule, Issue } from "../index.js";
import { answerOf, type Answer } from "./answer.js";
import { decisionOn, decisionOnJson, refuse, type Decision, type Deciding } from "./decision.js";

export type { Answer, FailedAnswer, Failure, GoodAnswer } from "./answer.js";

/**
 * 怎样核定记录。
 * How records are decided.
 */
export interface DecideOptions {
  /** The rule of every record, out of `catalogue`: a record need not name it, and may be the rule's bare input. */
  readonly rule?: AnyRule | undefined;
  /** The contracts that records may run under: where a programme has several, a record names its own. */
  readonly agreements?: readonly Agreement[] | undefined;
  /** Whether each result comes with its receipt. */
  readonly receipts?: boolean | undefined;
}

const names = { rule: undefined, agreements: undefined, receipts: undefined } satisfies Record<
  keyof DecideOptions,
  undefined
>;

/** What is wrong with the options of a call. */
function problemsOf(options: unknown): readonly Issue[] {
  if (!isPlain(options)) {
    const [zh, en] = ["选项应为普通对象 { … }", "options must be a plain object { ... }"];
    return [issueOf([], "WRONG_TYPE", zh, en, options)];
  }
  const issues: Issue[] = [];
  const known = quotedNames(Object.keys(names));
  for (const [name, value] of Object.entries(options)) {
    if (Object.hasOwn(names, name)) continue;
    const [zh, en] = [`没有这个选项，可用：${known.zh}`, `no such option; there are: ${known.en}`];
    issues.push(issueOf([name], "UNKNOWN_FIELD", zh, en, value, meantName(name, names)));
  }
  const { rule, agreements = [], receipts } = options;
  if (rule !== undefined && !isRule(rule)) {
    const [zh, en] = ["应为“catalogue”中的规则", 'expected a rule of "catalogue"'];
    issues.push(issueOf(["rule"], "WRONG_TYPE", zh, en, rule));
  }
  if (!Array.isArray(agreements)) {
    const [zh, en] = ["应为列表", "expected a list"];
    issues.push(issueOf(["agreements"], "WRONG_TYPE", zh, en, agreements));
  } else {
    for (const [index, agreement] of (agreements as unknown[]).entries()) {
      if (isAgreement(agreement)) continue;
      const [zh, en] = ["应为“agreementFrom”得到的合同", 'expected an agreement made by "agreementFrom"'];
      issues.push(issueOf(["agreements", index], "WRONG_TYPE", zh, en, agreement));
    }
  }
  if (receipts !== undefined && typeof receipts !== "boolean") {
    issues.push(issueOf(["receipts"], "WRONG_TYPE", "应为 true 或 false", "expected true or false", receipts));
  }
  return issues;
}

function answerBy(options: DecideOptions, decision: (how: Deciding) => Decision): Answer {
  const issues = problemsOf(options);
  if (issues.length > 0) return answerOf({ outcome: refuse("INVALID_OPTIONS", issues) });
  const { rule, agreements = [], receipts } = options;
  return answerOf(decision({ only: rule, agreements, receipts }));
}

/**
 * 核定一条记录 `{ rule, input, readings?, agreement?, id?, labels? }`：有误的也有答复，绝不抛出。
 * Decides a record; with `rule` among the options also that rule's bare input. Whatever the record holds, it is answered and nothing is
 * thrown: an answer that is not `ok` lists every problem with its path, what was received and what was probably meant.
 *
 * @param record - A plain object, as JSON carries it: amounts as texts, days as `YYYY-MM-DD`. NUL and halves of surrogate pairs are refused.
 * @param options - The rule of every record, the contracts that they may run under, and whether results come with receipts.
 * @example
 * ```ts
 * const record = { id: "A-1", rule: "chongqing.majorIllnessBenefit", input: { outOfCatalogueToDate: "58000" } };
 * const answer = decide(record);
 * answer.ok && JSON.parse(JSON.stringify(answer.value)).amount; // "16250.00"
 * decide({ rule: "chongqing.majorIlnessBenefit", input: {} }).ok; // false
 * ```
 */
export function decide(record: unknown, options: DecideOptions = {}): Answer {
  return answerBy(options, (how) => decisionOn(record, how));
}

/**
 * 同 `decide`，记录是一段 JSON 文字：数据库函数和 HTTP 服务收到的就是它。
 * As {@link decide}, of a record that is a JSON text: what a function of a database or an HTTP service is given. `JSON.stringify` of the
 * answer is the line that `huimin run` writes, but for `error.line`.
 *
 * @param json - The record as JSON; a text that is no JSON is answered like any other bad record.
 * @param options - As of {@link decide}.
 * @example
 * ```ts
 * const answer = decideJson('{"rule":"chongqing.illnessDeathBenefit","input":{},"id":7}');
 * [answer.id, answer.ok]; // [7, true]
 * decideJson("oops").ok; // false
 * ```
 */
export function decideJson(json: string, options: DecideOptions = {}): Answer {
  return answerBy(options, (how) => decisionOnJson(json, how));
}
