import type { Check, Eligibility } from "./eligibility.js";
import { PolicyInputError, type Issue } from "./errors.js";
import { unreadableIssue } from "./input.js";
import type { Money } from "./money.js";
import { operations } from "./operations.js";
import type { Deadline, Deadlines } from "./period.js";
import type { Amended, Clause } from "./policy.js";
import type { Benefit, Line, Part, Parts } from "./statement.js";
import type { Text } from "./text.js";
import {
  dayShape,
  flagShape,
  integerShape,
  labelled,
  listShape,
  mapShape,
  moneyShape,
  nullableShape,
  oneOfWords,
  optionalShape,
  rateShape,
  readShape,
  recordShape,
  stringShape,
  trueShape,
  eitherShape,
  type Json,
  type Labelled,
  type Shape,
} from "./wire.js";

/*
 * What rules give, as it stands in JSON. A shape has a name where several rules share it; a programme extends them with its own fields.
 * A field without a label is not shown to people: another one says it already.
 */

/**
 * 依据：规则、文件和程序版本。
 * What decided: the rule, the document it follows, and the library that applied it.
 */
export interface Basis {
  /** The rule's id. */
  readonly rule: string;
  /** The document's number. */
  readonly document: string;
  /** The version of this library. */
  readonly library: string;
  /** The contract that it was decided under. */
  readonly agreement?: { readonly id: string; readonly title: Text; readonly digest: string };
}

/**
 * 每个结果都带有的依据。
 * What every result of a rule carries.
 */
export interface HasBasis {
  /** 依据：规则、文件和程序版本。What decided: the rule, the document, the library. */
  readonly basis: Basis;
}

/**
 * 带有依据的结果。
 * A result of a rule, with what decided.
 */
export type Based<Result> = Result & HasBasis;

/**
 * 未决理赔可能的金额范围（元）。
 * What an open claim can come to (yuan).
 */
export interface Between {
  /** The least. */
  readonly least: Money;
  /** The most. */
  readonly most: Money;
}

/** The shapes of a result's fields; each of the result's fields must be there. */
export type ShapesOf<Result> = { readonly [Name in keyof Result]-?: Shape };

/** The shape of a result. Its fields' own shapes are held against real results by the tests. */
export const shapeOf = <Result>(fields: ShapesOf<Result>, zh: string, en: string): Labelled<Result> =>
  labelled(recordShape<Result>(fields), zh, en);

/** The same for a shape that several rules share, which has a name in JSON Schema. */
export const namedShape = <Result>(
  name: string,
  fields: ShapesOf<Result>,
  zh: string,
  en: string,
): Labelled<Result> => ({
  ...shapeOf(fields, zh, en),
  name,
});

/** A shape with further fields, which come first, or with others in their place. */
export const extended = <Result>(
  base: Shape,
  fields: Readonly<Record<string, Shape>>,
  zh: string,
  en: string,
): Labelled<Result> => labelled(recordShape<Result>({ ...fields, ...base.fields, ...fields }), zh, en);

// Values ---------------------------------------------------------------------------------------------------------------

/** An amount with its name. */
export const amount = (zh: string, en: string) => labelled(moneyShape(), zh, en);
/** A rate with its name. */
export const factor = (zh: string, en: string) => labelled(rateShape(), zh, en);
/** A rate that need not be, with its name. */
export const factorOrNone = (zh: string, en: string) => labelled(nullableShape(rateShape()), zh, en);
/** A day with its name. */
export const dayOf = (zh: string, en: string) => labelled(dayShape(), zh, en);
/** A text that is the same in both languages, with its name. */
export const plainText = (zh: string, en: string) => labelled(stringShape(), zh, en);
/** Whole numbers with a name. */
export const count = (zh: string, en: string) => labelled(integerShape(), zh, en);
/** Yes or no, with its name. */
export const yesOrNo = (zh: string, en: string) => labelled(flagShape(), zh, en);
/** A list with its name, and what its items are counted in. */
export const listOf = <T>(item: Shape<T>, zh: string, en: string, counted?: Text): Labelled<readonly T[]> => ({
  ...labelled(listShape(item), zh, en),
  ...(counted && { counted }),
});
/** A list that is shown as a table, its columns under their names. */
export const tableOf = <T>(item: Shape<T>, zh: string, en: string): Labelled<readonly T[]> => ({
  ...listOf(item, zh, en),
  headed: true,
});
/** Persons. */
export const persons: Text = { zh: " 人", en: "" };
/** One word of a vocabulary, with its name; people see the word's term. */
export const wordOf = <Word extends string>(
  words: Readonly<Record<Word, Text>>,
  zh: string,
  en: string,
): Labelled<Word> => labelled({ kind: "word", words }, zh, en);

const hiddenMoney = moneyShape();
const words = listShape(stringShape());

/** A text in both languages. */
export const text = namedShape<Text>(
  "Text",
  { zh: stringShape(), en: stringShape() },
  "中文与英文",
  "Chinese and English",
);
/** A place in a document. */
export const clause = namedShape<Clause>(
  "Clause",
  { document: stringShape(), path: stringShape() },
  "文号与条款",
  "Document number and path",
);
/** The readings that were used. */
export const readings: Labelled<Readonly<Record<string, string>>> = {
  ...labelled(mapShape(stringShape()), "条文解读", "Readings"),
  name: "Readings",
};
/** It used what was amended. */
export const amended = optionalShape(eitherShape<Amended>(trueShape(), text));

/** What decided. */
export const basis = namedShape<Basis>(
  "Basis",
  {
    rule: stringShape(),
    document: stringShape(),
    library: stringShape(),
    agreement: optionalShape(recordShape({ id: stringShape(), title: text, digest: stringShape() })),
  },
  "依据",
  "What decided",
);

// Statements -----------------------------------------------------------------------------------------------------------

/** One working step: its operands are those of its operation. */
export const line: Shape<Line> = {
  ...labelled({ kind: "step" }, "核算单的一行", "One working step"),
  name: "Line",
  item: recordShape({ label: text, clause, amount: hiddenMoney, amended }),
  fields: Object.fromEntries(Object.entries(operations).map(([operation, { operands }]) => [operation, operands])),
};
/** The working steps. */
export const lines = listOf(line, "核算单（元）", "Statement (yuan)");

const partNames = [
  "death",
  "disability",
  "medical",
  "property",
  "award",
  "grant",
  "illness",
  "premium",
  "loan",
  "contract",
] as const;
partNames satisfies readonly Part[];
/** What of a benefit was for what. */
export const parts = recordShape<Parts>(
  Object.fromEntries(partNames.map((name) => [name, optionalShape(hiddenMoney)])),
);
/** What was paid beyond what was due: shown where it is. */
export const overpaid = amount("多付金额", "Overpaid");

/** What is due. */
export const benefit = namedShape<Benefit>(
  "Benefit",
  { amount: hiddenMoney, parts, overpaid, lines, readings },
  "待遇",
  "What is due",
);

// Eligibility, deadlines, settlement -----------------------------------------------------------------------------------

/** One requirement. */
export const check = namedShape<Check>(
  "Check",
  {
    code: stringShape(),
    outcome: oneOfWords("met", "unmet", "unknown", "waived"),
    clause,
    missing: words,
    text,
    amended,
  },
  "一项要求",
  "One requirement",
);
/** Whether someone is covered. */
export const outcome = labelled(oneOfWords("eligible", "ineligible", "undetermined"), "资格", "Eligibility");
/** Every requirement that was asked. */
export const checks = listShape(check);

/** Whether someone is covered, and why. */
export const eligibility = namedShape<Eligibility>(
  "Eligibility",
  { outcome, checks, unmet: words, missing: words, readings },
  "资格",
  "Eligibility",
);

/** Something that must be done by a day. */
export const deadline = namedShape<Deadline>(
  "Deadline",
  {
    action: stringShape(),
    dueOn: dayShape(),
    clause,
    length: integerShape(),
    unit: oneOfWords("working-day", "calendar-day", "month", "year"),
    text,
    amended,
  },
  "时限",
  "Deadline",
);
/** Everything that must be done by a day. */
export const deadlineList = listOf(deadline, "时限", "Deadlines");

/** What is due by when. */
export const deadlines = shapeOf<Deadlines>({ deadlines: deadlineList, readings }, "时限", "Deadlines");

/** What has to be done before money moves. */
export const conditions = listOf(text, "条件", "Conditions");

/** What an open claim can come to. */
export const between = recordShape<Between>({ least: hiddenMoney, most: hiddenMoney });

/** The shape of an assessment whose benefit is one of these. */
export function assessmentOf<Result>(benefits: readonly Shape[]): Shape<Result> {
  const kinds = [...new Set(benefits)];
  const [only = benefit] = kinds;
  const fields = {
    programme: stringShape(),
    cover: stringShape(),
    eligibility,
    benefit: nullableShape(kinds.length > 1 ? eitherShape(...kinds) : only),
    payable: nullableShape(hiddenMoney),
    pending: nullableShape(oneOfWords("facts", "loss", "contract")),
    between: nullableShape(between),
    deadlines: deadlineList,
    outOfCalendar: words,
    readings,
  };
  const shape = labelled(recordShape<Result>(fields), "理赔核定", "Assessment of a claim");
  return only === benefit && kinds.length <= 1 ? { ...shape, name: "Assessment" } : shape;
}

// A person's year ------------------------------------------------------------------------------------------------------

/** What one claim used of a limit. */
const use = labelled(
  recordShape({ label: text, amount: hiddenMoney, left: hiddenMoney }),
  "用去的限额",
  "What it used of a limit",
);

/** One limit. */
const account = {
  ...labelled(
    recordShape({
      cover: stringShape(),
      term: stringShape(),
      label: text,
      clause,
      from: dayShape(),
      to: dayShape(),
      name: optionalShape(stringShape()),
      limit: hiddenMoney,
      used: hiddenMoney,
      left: hiddenMoney,
      amended,
    }),
    "限额账户",
    "Account of a limit",
  ),
  name: "Account",
};

/** The shape of a person's year whose claims are assessed like this. */
export function ledgerOf<Result>(assessment: Shape): Shape<Result> {
  const entry = labelled(
    recordShape({
      id: stringShape(),
      on: nullableShape(dayShape()),
      assessment,
      entitled: nullableShape(hiddenMoney),
      paid: hiddenMoney,
      due: nullableShape(hiddenMoney),
      overpaid: nullableShape(hiddenMoney),
      uses: listShape(use),
      provisional: optionalShape(trueShape()),
      withdrawn: optionalShape(trueShape()),
    }),
    "台账的一笔",
    "One claim of the year",
  );
  return labelled(
    recordShape<Result>({
      person: stringShape(),
      entries: listShape(entry),
      accounts: listShape(account),
      entitled: hiddenMoney,
      paid: hiddenMoney,
      due: hiddenMoney,
      overpaid: hiddenMoney,
      pending: words,
      readings,
    }),
    "个人年度台账",
    "A person's year",
  );
}

// What a rule does with its shape --------------------------------------------------------------------------------------

/** A result's shape with what decided. It has no name of its own: others hold it without. */
export const withBasis = <Result>({ fields, label = noLabel }: Shape<Result>): Shape<Based<Result>> =>
  labelled(recordShape<Based<Result>>({ ...fields, basis }), label.zh, label.en);

const noLabel: Text = { zh: "结果", en: "Result" };

/** A result that came back from JSON, with its amounts and rates again. */
export function decodeResult<Result>(shape: Shape<Result>, json: Json<Result>): Result {
  const issues: Issue[] = [];
  let result: unknown;
  try {
    result = readShape(shape, json, [], issues);
  } catch {
    issues.push(unreadableIssue());
  }
  if (issues.length > 0) throw new PolicyInputError("INVALID_INPUT", issues);
  return result as Result;
}
