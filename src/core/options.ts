import type { Day } from "./day.js";
import type { Check } from "./eligibility.js";
import { issueOf, PolicyInputError, type Issue, type IssueCode, type Path } from "./errors.js";
import { isPlain, unreadableIssue } from "./input.js";
import { meantName } from "./meant.js";
import { oneOfThese, quotedNames, type Text } from "./text.js";
import { isPolicy, type AnyPolicy, type Choices, type Reading, type Readings } from "./policy.js";
import { chinaWorkCalendar, daysOf, type WorkCalendar } from "./work-calendar.js";

/**
 * 一份已核对的合同：适用后的政策、解读、工作日历和摘要值。
 * A contract, checked: the policy under its terms, its readings, its work calendar, and a digest of all that decides.
 */
export interface Agreement<P extends AnyPolicy = AnyPolicy> {
  readonly id: string;
  readonly title: Text;
  /** The policy under the contract's terms. */
  readonly policy: P;
  /** The readings agreed on. */
  readonly readings: Choices<P["readings"]>;
  /** Working days, the contract's holiday notices included. */
  readonly calendar: WorkCalendar;
  readonly validFrom?: Day;
  readonly validTo?: Day;
  /** SHA-256 of what decides: the policy under its terms, readings, days and span, whatever the contract is called. */
  readonly digest: string;
}

/** What marks an agreement as one of ours, of this copy of the library or another. */
export const agreementBrand = Symbol.for("huimin-rules.Agreement");

export const isAgreement = (value: unknown): value is Agreement =>
  typeof value === "object" && value !== null && agreementBrand in value && Object.isFrozen(value);

/**
 * 规则的选项，均可省略。
 * How a rule is to be applied; all of it optional.
 */
export interface Options<P extends AnyPolicy = AnyPolicy> {
  /** The policy, or a copy of it made by `amend`. */
  readonly policy?: P;
  /** Readings by name. One set may be passed to every rule of a programme; a name the programme does not have is an error. */
  readonly readings?: Choices<P["readings"]>;
  /** Working days, where the rule counts any; by default the agreement's, or China's. */
  readonly calendar?: WorkCalendar;
  /** The contract that it runs under, made by `agreementFrom`: its terms, readings and calendar; `readings` still come before its own. */
  readonly agreement?: Agreement<P>;
}

/** The options of one application, checked: what is not given is the programme's own. */
export interface Settings<P extends AnyPolicy = AnyPolicy> {
  readonly policy: P;
  readonly choices: Readonly<Record<string, string>>;
  readonly calendar: WorkCalendar;
  /** The contract that it runs under. */
  readonly agreement?: Agreement<P> | undefined;
  /** These choices are only tried, to see whether they matter: the result that they are held against. */
  readonly supposed?: object | undefined;
  /** Requirements besides those of the cover, which a claim at this place of a year does not meet. */
  readonly also?: readonly Check[] | undefined;
  /** Where a rule that applies others notes the readings that they ask for, also where they refuse or are only tried for a range. */
  readonly asked?: Record<string, string> | undefined;
}

/** Settings that all have the same fields in the same order, since an engine copies these fifty times as fast as others. */
const settingsOf = <P extends AnyPolicy>(
  policy: P,
  choices: Settings["choices"],
  calendar: WorkCalendar,
  agreement?: Agreement<P>,
): Settings<P> => ({ policy, choices, calendar, agreement, supposed: undefined, also: undefined, asked: undefined });

/** The settings of a call without options. */
export const usualSettings = <P extends AnyPolicy>(own: P): Settings<P> => settingsOf(own, {}, chinaWorkCalendar);

type Problem = (path: Path, code: IssueCode, zh: string, en: string, value: unknown, meant?: string) => void;

const optionNames = {
  policy: undefined,
  readings: undefined,
  calendar: undefined,
  agreement: undefined,
} satisfies Record<keyof Options, undefined>;

/** Checks the options of a call. */
export function settingsFrom<P extends AnyPolicy>(own: P, options: Options<P> | undefined): Settings<P> {
  const issues: Issue[] = [];
  try {
    const problem: Problem = (path, code, zh, en, value, meant) =>
      issues.push(issueOf(path, code, zh, en, value, meant));
    const settings = readOptions(own, options, problem);
    if (issues.length === 0) return settings;
  } catch {
    issues.push(unreadableIssue());
  }
  throw new PolicyInputError("INVALID_OPTIONS", issues);
}

/** The agreement of options that hold nothing else. */
export function agreementAlone<P extends AnyPolicy>(options: Options<P>): Agreement<P> | undefined {
  try {
    const { agreement } = options;
    return isPlain(options) && Object.keys(options).length === 1 ? agreement : undefined;
  } catch {
    // What cannot be read is told by `settingsFrom`.
    return undefined;
  }
}

function readOptions<P extends AnyPolicy>(own: P, options: unknown, problem: Problem): Settings<P> {
  if (options === undefined) return usualSettings(own);
  if (!isPlain(options)) {
    problem([], "WRONG_TYPE", "选项应为普通对象 { … }", "options must be a plain object { ... }", options);
    return usualSettings(own);
  }
  const known = quotedNames(Object.keys(optionNames));
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(optionNames, name)) continue;
    const meant = meantName(name, optionNames);
    problem(
      [name],
      "UNKNOWN_FIELD",
      `没有这个选项，可用：${known.zh}`,
      `no such option; there are: ${known.en}`,
      options[name],
      meant,
    );
  }
  const { readings = {} } = options as Options<P>;
  const agreement = agreementIn(own, options as Options<P>, problem);
  const { policy = agreement?.policy ?? own, calendar = agreement?.calendar ?? chinaWorkCalendar } =
    options as Options<P>;
  if (!isPolicy(policy) || policy.id !== own.id) {
    const [zh, en] = [
      `应为“${own.id}.policy”或由“amend”得到的副本`,
      `expected "${own.id}.policy" or a copy made by "amend"`,
    ];
    problem(["policy"], "WRONG_TYPE", zh, en, policy);
  }
  try {
    daysOf(calendar);
  } catch {
    const [zh, en] = ["应为“createWorkCalendar”得到的日历", 'expected a calendar made by "createWorkCalendar"'];
    problem(["calendar"], "WRONG_TYPE", zh, en, calendar);
  }
  const choices = readChoices(own.readings, readings, problem);
  const chosen = agreement === undefined ? choices : { ...agreement.readings, ...choices };
  return settingsOf(policy, chosen, calendar, agreement);
}

/** The agreement of the options: it must be one, of this programme, and brings the policy with it. */
function agreementIn<P extends AnyPolicy>(own: P, options: Options<P>, problem: Problem): Agreement<P> | undefined {
  const { agreement, policy } = options;
  if (agreement === undefined) return undefined;
  if (!isAgreement(agreement)) {
    const [zh, en] = ["应为“agreementFrom”得到的合同", 'expected an agreement made by "agreementFrom"'];
    problem(["agreement"], "WRONG_TYPE", zh, en, agreement);
    return undefined;
  }
  const { id, policy: its } = agreement;
  if (its.id !== own.id) {
    const zh = `合同“${id}”属于${its.title.zh}，不属于${own.title.zh}`;
    problem(["agreement"], "CONFLICT", zh, `the agreement "${id}" is of ${its.title.en}, not of ${own.title.en}`, id);
    return undefined;
  }
  if (policy !== undefined) {
    problem(["policy"], "CONFLICT", "合同已带有政策，不能再填", "the agreement brings its policy with it", policy);
  }
  return agreement;
}

export function readChoices(known: Readings, given: unknown, problem: Problem): Record<string, string> {
  const choices: Record<string, string> = {};
  if (!isPlain(given)) {
    problem(["readings"], "WRONG_TYPE", "应为“{ 解读: 选择 }”", 'expected "{ reading: choice }"', given);
    return choices;
  }
  for (const [name, choice] of Object.entries(given)) {
    const reading: Reading | undefined = Object.hasOwn(known, name) ? known[name] : undefined;
    if (reading === undefined) {
      const [names, meant] = [quotedNames(Object.keys(known)), meantName(name, questions(known))];
      problem(
        ["readings", name],
        "UNKNOWN_READING",
        `没有这个解读，可用：${names.zh}`,
        `no such reading; there are: ${names.en}`,
        choice,
        meant,
      );
    } else if (choice === undefined) continue;
    else if (typeof choice !== "string" || !Object.hasOwn(reading.choices, choice)) {
      const { zh, en } = oneOfThese(Object.keys(reading.choices));
      problem(["readings", name], "UNKNOWN_READING", zh, en, choice, meantName(choice, reading.choices));
    } else choices[name] = choice;
  }
  return choices;
}

const questions = (known: Readings) =>
  Object.fromEntries(Object.entries(known).map(([name, { question }]) => [name, question]));
