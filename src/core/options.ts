import { issueOf, PolicyInputError, type Issue, type IssueCode, type Path } from "./errors.js";
import { isPlain, unreadableIssue } from "./input.js";
import { meantName } from "./meant.js";
import { oneOfThese, quotedNames } from "./text.js";
import { isPolicy, type AnyPolicy, type Choices, type Reading, type Readings } from "./policy.js";
import { chinaWorkCalendar, daysOf, type WorkCalendar } from "./work-calendar.js";

/**
 * 规则的选项，均可省略。
 * How a rule is to be applied; all of it optional.
 */
export interface Options<P extends AnyPolicy = AnyPolicy> {
  /** The policy, or a copy of it made by `amend`. */
  readonly policy?: P;
  /** Readings by name. One set may be passed to every rule of a programme; a name the programme does not have is an error. */
  readonly readings?: Choices<P["readings"]>;
  /** Working days, where the rule counts any; by default China's. */
  readonly calendar?: WorkCalendar;
}

/** The options of one application, checked: what is not given is the programme's own. */
export interface Settings<P extends AnyPolicy = AnyPolicy> {
  readonly policy: P;
  readonly choices: Readonly<Record<string, string>>;
  readonly calendar: WorkCalendar;
  /** These choices are only tried, to see whether they matter. */
  readonly supposed?: true;
}

type Problem = (path: Path, code: IssueCode, zh: string, en: string, value: unknown, meant?: string) => void;

const optionNames = { policy: undefined, readings: undefined, calendar: undefined } satisfies Record<
  keyof Options,
  undefined
>;

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

function readOptions<P extends AnyPolicy>(own: P, options: unknown, problem: Problem): Settings<P> {
  if (options === undefined) return { policy: own, choices: {}, calendar: chinaWorkCalendar };
  if (!isPlain(options)) {
    problem([], "WRONG_TYPE", "选项应为普通对象 { … }", "options must be a plain object { ... }", options);
    return { policy: own, choices: {}, calendar: chinaWorkCalendar };
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
  const { policy = own, calendar = chinaWorkCalendar, readings = {} } = options as Options<P>;
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
  return { policy, choices: readChoices(own.readings, readings, problem), calendar };
}

function readChoices(known: Readings, given: unknown, problem: Problem): Record<string, string> {
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
