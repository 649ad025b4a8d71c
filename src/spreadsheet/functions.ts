import { catalogue } from "../catalogue.js";
import { units } from "../core/describe.js";
import type { Assessment } from "../core/claim.js";
import type { Eligibility } from "../core/eligibility.js";
import type { Issue } from "../core/errors.js";
import { amendedNote, formulaOf } from "../core/explain/lines.js";
import { outcomes } from "../core/explain/words.js";
import { unknownWord } from "../core/fields.js";
import type { Fields, Shape, Vocabulary } from "../core/input.js";
import type { Money, Rate } from "../core/money.js";
import type { Agreement } from "../core/options.js";
import type { Deadline } from "../core/period.js";
import type { Based } from "../core/results.js";
import type { AnyRule } from "../core/rule.js";
import type { Part, ProgrammeSheet, Row } from "../core/sheet.js";
import type { Benefit } from "../core/statement.js";
import type { Locale, Text } from "../core/text.js";
import { convert, isBlank, serialOf, wordsOf, type Kind, type Words } from "./cells.js";
import { errorOf, type Problem } from "./errors.js";
import { choicesOf, readingsFrom } from "./readings.js";
import { table } from "./table.js";

/** What a cell can show. */
export type Cell = string | number;

/** An argument of a function. */
export interface Parameter {
  /** Its identifier. */
  readonly name: string;
  /** What it is called. */
  readonly text: Text;
  /** What a cell for it holds. */
  readonly kind: Kind;
  /** What it is measured in, or how it is written. */
  readonly unit: Text;
  /** Whether it may be left out, or its cell be empty. */
  readonly optional: boolean;
  /** Whether a range for it is one list (every insurer, every tier) rather than one case a row. */
  readonly list: boolean;
  /** The words it takes, with their terms. */
  readonly vocabulary?: Vocabulary;
}

/** The contracts that rules run under, by programme. */
type Agreements = ReadonlyMap<string, Agreement>;

/** What a script was given besides the cells. */
export interface Given {
  readonly agreements?: Agreements;
  /** The language of errors and of texts, unless a cell chooses one; Chinese by default. */
  readonly language?: Locale;
}

/** A flat function of the sheets. */
export interface SheetFunction {
  /** ASCII, unique. */
  readonly id: string;
  /** The Chinese name. */
  readonly zh: string;
  /** What it gives. */
  readonly description: Text;
  readonly parameters: readonly Parameter[];
  /** Whether one call gives several cells (a statement). */
  readonly spills: boolean;
  /**
   * One case: a cell a parameter, and all the cells of the range for a list, under the programme's agreement where there is one.
   * Throws an Error whose message says in few words which argument is wrong and why.
   */
  readonly evaluate: (cells: readonly unknown[], given?: Given) => Cell | Cell[][];
}

/** An argument, and where it stands in the rule's input. */
interface Argument extends Parameter {
  /** Where it stands; of a list, where its items stand and the way on within each. */
  readonly path: readonly string[];
  readonly words: Words;
}

function unitOf(kind: Kind, vocabulary: Vocabulary | undefined): Text {
  const { zh, en } = units[kind];
  if (vocabulary === undefined) return { zh, en };
  const terms = Object.values(vocabulary);
  return {
    zh: `${zh}：${terms.map((term) => term.zh).join("、")}`,
    en: `${en}: ${terms.map((term) => term.en).join(", ")}`,
  };
}

const fieldsWithin = (shape: Shape): Fields => ("fields" in shape ? shape.fields : {});

/** The arguments for a set of fields: groups are laid flat, and a list of groups becomes a list of each of their fields. */
function argumentsOf(fields: Fields, path: readonly string[] = [], list = false): Argument[] {
  return Object.entries(fields).flatMap(([name, field]): Argument[] => {
    const { kind, label, presence, words, item, shape } = field;
    const at = [...path, name];
    if (item?.shape !== undefined) return argumentsOf(fieldsWithin(item.shape), at, true);
    if (kind === "group") return argumentsOf(fieldsWithin(shape as Shape), at, list);
    return [
      {
        name,
        text: label,
        kind,
        unit: unitOf(kind, words),
        optional: presence !== "required",
        list,
        ...(words && { vocabulary: words }),
        path: at,
        words: wordsOf(words),
      },
    ];
  });
}

const languages: Vocabulary<Locale> = { zh: { zh: "中文", en: "Chinese" }, en: { zh: "英文", en: "English" } };
const language: Argument = {
  name: "language",
  text: { zh: "语言", en: "Language" },
  kind: "word",
  unit: unitOf("word", languages),
  optional: true,
  list: false,
  vocabulary: languages,
  path: ["language"],
  words: wordsOf(languages),
};

/** The argument for the readings of a rule, if it has any. */
function readingsField(rule: AnyRule): Argument[] {
  if (Object.keys(rule.readings).length === 0) return [];
  return [
    {
      name: "readings",
      text: { zh: "条文解读", en: "Readings" },
      kind: "name",
      unit: choicesOf(rule),
      optional: true,
      list: false,
      path: ["readings"],
      words: new Map(),
    },
  ];
}

type Input = Record<string, unknown>;

function put(input: Input, path: readonly string[], value: unknown): void {
  const [step = "", ...rest] = path;
  if (rest.length === 0) input[step] = value;
  else put((input[step] ??= {}) as Input, rest, value);
}

/** Puts the columns of a list together, an item a row; rows without anything are left out. A rule has one list at most. */
function putList(input: Input, fields: readonly Argument[], columns: readonly unknown[]): void {
  const cells = columns.map((column) => (Array.isArray(column) ? (column as unknown[]) : [column]));
  const rows = Math.max(...cells.map((column) => column.length));
  const list: Input[] = [];
  for (let row = 0; row < rows; row += 1) {
    const item: Input = {};
    fields.forEach(({ name, kind, words }, index) => {
      const cell = cells[index]?.[row];
      if (!isBlank(cell)) item[name] = convert(kind, cell, words);
    });
    if (Object.keys(item).length > 0) list.push(item);
  }
  if (list.length > 0) put(input, fields[0]?.path.slice(0, -1) ?? [], list);
}

const separators = { zh: "；", en: "; " };

/** What a cell holds for an answer. */
const answers: Readonly<Record<string, Text>> = {
  true: { zh: "是", en: "TRUE" },
  false: { zh: "否", en: "FALSE" },
  null: { zh: "空着", en: "left empty" },
};

/** An issue in the words of the sheet: the argument instead of the path, and terms instead of identifiers. */
function problemOf(
  { path, code, received, meant = "" }: Issue,
  fields: readonly Argument[],
  language: Locale,
): Problem {
  const names = path.filter((step) => typeof step === "string");
  const field =
    fields.find((each) => each.path.join() === names.join()) ?? fields.find((each) => each.path[0] === names[0]);
  if (field === undefined) return { code, received, place: "" };
  if (field.name === "readings")
    return { code, received: `${names[1] ?? ""}=${received}`, place: field.text[language] };
  const row = path.find((step) => typeof step === "number");
  const which = row === undefined || !field.list ? "" : language === "zh" ? `第${row + 1}项` : ` ${row + 1}`;
  const term = field.kind === "flag" ? answers[meant] : field.vocabulary?.[meant];
  return { code, received, place: field.text[language] + which, meant: term?.[language] };
}

function errorFrom(issues: readonly Issue[], fields: readonly Argument[], language: Locale): Error {
  const [first, ...rest] = issues.map((issue) => problemOf(issue, fields, language));
  return errorOf([first as Problem, ...rest], language);
}

/** The outcome, and the checks that led to it unless all are met. */
function eligibilityText({ outcome, checks }: Eligibility, locale: Locale): string {
  const deciding = { eligible: null, ineligible: "unmet", undetermined: "unknown" }[outcome];
  const reasons = checks
    .filter((check) => check.outcome === deciding)
    .map(({ text, amended }) => text[locale] + amendedNote(amended, locale));
  return [outcomes[outcome][locale], reasons.join(separators[locale])].filter(Boolean).join(separators[locale]);
}

/** What is to be paid: an amount for a case that is covered and whose loss is known, and for no other. */
function amountDue({ eligibility, payable }: Assessment): number | null {
  return eligibility.outcome === "eligible" ? (payable?.toNumber() ?? null) : null;
}

/** What an amount waits for. */
const waits: Readonly<Record<"facts" | "loss" | "contract", Text>> = {
  facts: { zh: "待查明事实", en: "waits for facts" },
  loss: { zh: "待填损失金额", en: "waits for the loss" },
  contract: { zh: "待合同确定金额", en: "waits for the contract" },
};

function reasonText({ eligibility, pending }: Assessment, locale: Locale): string {
  const why = eligibilityText(eligibility, locale);
  return eligibility.outcome !== "eligible" || pending === null
    ? why
    : `${why}${separators[locale]}${waits[pending][locale]}`;
}

const headings = {
  zh: ["项目", "金额（元）", "依据", "算式"],
  en: ["Item", "Amount (yuan)", "Clause", "Formula"],
} satisfies Record<Locale, string[]>;

const contract: Text = { zh: "合同", en: "Agreement" };

function statementRows(
  { lines, readings: used, basis: { agreement } }: Pick<Based<Benefit>, "lines" | "readings" | "basis">,
  rule: AnyRule,
  locale: Locale,
) {
  const cite = ({ document, path }: AnyRule["clause"]) => `${document} ${path}`;
  const chosen = Object.entries(used).flatMap(([name, choice]) => {
    const reading = rule.readings[name];
    if (reading === undefined) return [];
    return [[reading.question[locale], "", cite(reading.clause), reading.choices[choice]?.[locale] ?? choice]];
  });
  return [
    headings[locale],
    ...lines.map((line) => [
      line.label[locale] + amendedNote(line.amended, locale),
      line.amount.toNumber(),
      cite(line.clause),
      formulaOf(line, locale),
    ]),
    ...chosen,
    ...(agreement === undefined ? [] : [[contract[locale], "", agreement.id, agreement.title[locale]]]),
  ];
}

/** A part of a result as a cell. What a result does not have (a period that does not run, a ratio without premium) stays empty. */
function partOf(part: Part, result: unknown, rule: AnyRule, locale: Locale): Cell | Cell[][] {
  switch (part.kind) {
    case "amount":
    case "ratio": {
      const value = part.of.split(".").reduce<unknown>((inner, name) => (inner as Input)[name], result);
      return (value as Money | Rate | null | undefined)?.toNumber() ?? "";
    }
    case "due": {
      const { deadlines = [result as Deadline] } = result as { readonly deadlines?: readonly Deadline[] };
      const deadline = deadlines.find(({ action }) => action === part.action);
      return deadline === undefined ? "" : serialOf(deadline.dueOn);
    }
    case "eligibility":
      return eligibilityText(result as Eligibility, locale);
    case "assessed":
      return amountDue(result as Assessment) ?? "";
    case "reason":
      return reasonText(result as Assessment, locale);
    case "sheet":
      return statementRows(result as Based<Benefit>, rule, locale);
  }
}

const partTexts: Readonly<Record<Part["kind"], Text>> = {
  amount: { zh: "金额", en: "amount" },
  ratio: { zh: "比例", en: "ratio" },
  due: { zh: "期限", en: "deadline" },
  eligibility: { zh: "结论和理由", en: "the outcome and why" },
  assessed: { zh: "应赔付", en: "what is to be paid" },
  reason: { zh: "结论和理由", en: "the outcome and why" },
  sheet: { zh: "核算单，占多行多列", en: "statement, over several rows and columns" },
};

const partUnits: Readonly<Partial<Record<Part["kind"], Text>>> = {
  amount: { zh: "元", en: "yuan" },
  assessed: { zh: "元", en: "yuan" },
  due: { zh: "日期序列号", en: "a date serial" },
};

function describe(rule: AnyRule, part: Part, cover: Text | undefined): Text {
  const text = "text" in part ? part.text : partTexts[part.kind];
  const unit = partUnits[part.kind];
  const { document, path } = rule.clause;
  return {
    zh: `${rule.title.zh}${cover ? `（${cover.zh}）` : ""}：${text.zh}${unit ? `（${unit.zh}）` : ""}。依据：${document} ${path}`,
    en: `${rule.title.en}${cover ? ` (${cover.en})` : ""}: ${text.en}${unit ? ` (${unit.en})` : ""}`,
  };
}

interface Naming {
  readonly id: string;
  readonly zh: string;
  readonly cover?: { readonly name: string; readonly title: Text };
}

/** The language that a cell chooses, or that the script speaks. */
function languageFrom(cell: unknown, spoken: Locale): Locale {
  if (isBlank(cell)) return spoken;
  const word = convert("word", cell, language.words);
  if (word === "zh" || word === "en") return word;
  throw errorFrom([{ ...unknownWord(cell, languages), path: language.path }], [language], spoken);
}

function functionOf(rule: AnyRule, part: Part, { id, zh, cover }: Naming, inputFields: Fields): SheetFunction {
  const own = argumentsOf(inputFields);
  const fields = [
    // Hosts want the optional arguments last.
    ...own.filter(({ optional }) => !optional),
    ...own.filter(({ optional }) => optional),
    ...readingsField(rule),
    ...(["eligibility", "reason", "sheet"].includes(part.kind) ? [language] : []),
  ];
  const placed = fields.map((field, at) => ({ field, at })).filter(({ field }) => own.includes(field));
  const single = placed.filter(({ field }) => !field.list);
  const listed = placed.filter(({ field }) => field.list);
  const readingsAt = fields.findIndex(({ name }) => name === "readings");
  const languageAt = fields.indexOf(language);
  return {
    id,
    zh,
    description: describe(rule, part, cover?.title),
    parameters: fields.map(({ path: _path, words: _words, ...parameter }) => parameter),
    spills: part.kind === "sheet",
    evaluate(cells, { agreements, language: spoken = "zh" } = {}) {
      const locale = languageFrom(cells[languageAt], spoken);
      const input: Input = cover === undefined ? {} : { cover: cover.name };
      // A group of facts is there even while none is known.
      for (const [name, { kind, presence }] of Object.entries(inputFields)) {
        if (kind === "group" && presence === "required") input[name] = {};
      }
      for (const { field, at } of single) {
        const cell = cells[at];
        if (!isBlank(cell)) put(input, field.path, convert(field.kind, cell, field.words));
      }
      if (listed.length > 0) {
        putList(
          input,
          listed.map(({ field }) => field),
          listed.map(({ at }) => cells[at]),
        );
      }
      const chosen = cells[readingsAt];
      const agreement = agreements?.get(rule.policy.id);
      const outcome = rule.safe(input, {
        ...(!isBlank(chosen) && { readings: readingsFrom(chosen, rule) }),
        ...(agreement && { agreement }),
      });
      if (!outcome.ok) throw errorFrom(outcome.error.issues, fields, locale);
      return partOf(part, outcome.value, rule, locale);
    },
  };
}

/** `studentCriticalIllness` as `STUDENT_CRITICAL_ILLNESS`. */
const upperSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

function functionsOf(rule: AnyRule, row: Row, { prefix, zh }: ProgrammeSheet): SheetFunction[] {
  const [id, name] = [`${prefix}_${row.id}`, `${zh}${row.zh}`];
  const { fields } = rule;
  if ("fields" in fields) return [functionOf(rule, row.part, { id, zh: name }, fields.fields)];
  return Object.entries(fields.covers).map(([cover, ofCover]) => {
    const title = fields.words[cover] ?? { zh: cover, en: cover };
    // A name takes letters, digits, points and underscores only.
    const naming = { id: `${id}_${upperSnake(cover)}`, zh: `${name}_${title.zh.replace(/[^\p{L}\p{N}]/gu, "")}` };
    // The days of a claim decide on no amount.
    const { dates: _, ...withoutDates } = ofCover;
    const own = row.part.kind === "assessed" || row.part.kind === "reason" ? withoutDates : ofCover;
    return functionOf(rule, row.part, { ...naming, cover: { name: cover, title } }, own);
  });
}

/** Every function of the sheets, in the order of the table. */
export const sheetFunctions: readonly SheetFunction[] = Object.entries(table).flatMap(([programme, sheet]) =>
  Object.entries(sheet.rules).flatMap(([name, rows = []]) => {
    const rule = catalogue[`${programme}.${name}`];
    return rule === undefined ? [] : rows.flatMap((row) => functionsOf(rule, row, sheet));
  }),
);
