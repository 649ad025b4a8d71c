import { units, type FormField } from "../../core/describe.js";
import type { Vocabulary } from "../../core/input.js";
import type { Money, Rate } from "../../core/money.js";
import type { OperandsOf, OperationName } from "../../core/operations.js";
import type { Clause, Provision } from "../../core/policy.js";
import { closings } from "../../core/statement.js";
import { faces, type Fen, type FormulasOf, type TenThousandths } from "./operations.js";
import { no, textOf, yes, type Parameters } from "./parameters.js";

/*
 * One case in cells: its facts and amounts, the checks of its requirements, the lines of its statement. A programme writes it with the
 * same verbs as its rules (`ask.is`, `sheet.share`); what comes out are formulas, wherever their cells stand: down a page, or along a row.
 */

/** A formula without its equals sign. */
export type Formula = string;

/** The words of outcomes in cells. */
export const outcome = {
  met: "符合",
  unmet: "不符合",
  unknown: "待查明",
  waived: "不作要求",
  wrong: "输入有误",
} as const;

/** A cell that is computed. */
export interface Computed {
  readonly cell: string;
  readonly formula: Formula;
}

/** A requirement. */
export interface CheckCell extends Computed {
  readonly label: Formula;
  readonly clause: Clause;
  /** The facts that it asks, by name. */
  readonly asks: readonly string[];
  readonly terms: readonly Provision<unknown>[];
  /** The list is open: what is given may still not be known to be on it. */
  readonly open?: true;
}

/** A line of the statement, in yuan. */
export interface LineCell extends Computed {
  readonly label: Formula;
  readonly clause: Clause;
  /** Whether the case has this line. */
  readonly applies: Formula;
  readonly terms: readonly Provision<unknown>[];
}

/** What a line is called and rests on. */
interface Ground {
  readonly label: Formula;
  readonly clause: Clause;
}

/** What a case comes to. */
export interface Due {
  /** What is due before what was paid comes off, in fen. */
  readonly due: readonly Fen[];
  /** What was paid of it, in fen. */
  readonly paid?: Fen;
  /** What was paid beyond what a line gives, in fen. */
  readonly overpaid?: readonly Fen[];
  /** What of the lines the rule refuses. */
  readonly conflicts?: readonly Conflict[];
  /** What later cases of the same person count, in fen, by name. */
  readonly counted?: Readonly<Record<string, Fen>>;
}

/** What is asked of the facts. */
export interface Ask {
  readonly parameters: Parameters;
  /** The cell of a fact or an amount. */
  readonly cell: (name: string) => string;
  /** Whether a fact is this word (by its Chinese term), or this answer. */
  readonly isWord: (name: string, word: string) => Formula;
  readonly is: (name: string, term: Provision<boolean>, when?: Formula) => void;
  readonly isNot: (name: string, term: Provision<boolean>, when?: Formula) => void;
  readonly isOneOf: (name: string, term: Provision<readonly string[]>, when?: Formula) => void;
  /** The same for a list that ends in 等: another word is not known to be on it. */
  readonly isOneOfOpen: (name: string, term: Provision<readonly string[]>) => void;
  /** All facts named are known and fulfil a condition; `when` says in which cases it is asked. */
  readonly holds: (check: {
    readonly names: readonly string[];
    readonly term: Provision<unknown>;
    readonly condition: Formula;
    readonly when?: Formula;
    readonly label?: Formula;
    /** Other terms that it rests on. */
    readonly others?: readonly Provision<unknown>[];
  }) => void;
}

/** What writes the lines. */
export interface Lines {
  readonly parameters: Parameters;
  readonly cell: (name: string) => string;
  /** An amount of the case in fen; nothing is none. */
  readonly fen: (name: string) => Fen;
  /** A rate of the case. */
  readonly rate: (name: string) => TenThousandths;
  /** Whether a field is filled in. */
  readonly given: (name: string) => Formula;
  readonly isYes: (name: string) => Formula;
  readonly isWord: (name: string, word: string) => Formula;
  /** What a line rests on that no term states: the cover's own clause, with a name. */
  readonly own: (label: string) => Ground;
  /** Writes a line: its amount, in fen, of which others are made; nothing where the case has no such line. */
  readonly write: <O extends OperationName>(line: {
    readonly operation: O;
    readonly operands: FormulasOf<OperandsOf<O>>;
    readonly ground: Ground;
    readonly from?: readonly Provision<unknown>[];
    readonly when?: Formula;
  }) => Fen;
  readonly pay: (term: Provision<Money>, when?: Formula) => Fen;
  readonly share: (amount: Fen, term: Provision<Rate>, when?: Formula) => Fen;
  readonly deduct: (amount: Fen, term: Provision<Money>, when?: Formula) => Fen;
  readonly cap: (amount: Fen, limit: Provision<Money>, used?: Fen, when?: Formula) => Fen;
}

/** A contradiction or a gap that the rule refuses: when, and in words. */
export interface Conflict {
  readonly when: Formula;
  readonly says: string;
}

/** A cover in cells. */
export interface CoverBook {
  readonly cover: string;
  /** Facts and amounts that only another reading than the default asks: they have no cell. */
  readonly without: readonly string[];
  readonly checks: (ask: Ask) => void;
  /** Names of which at least one must be filled in for anything to be claimed. */
  readonly claimed: readonly string[];
  /** Amounts that must be there. */
  readonly required?: readonly string[];
  /** Facts and amounts that the contract may have set, with the blank that it fills. */
  readonly filled?: Readonly<Record<string, Provision<unknown>>>;
  /** When something is wanting that the contract sets. */
  readonly contract?: (lines: Lines) => readonly Formula[];
  readonly conflicts?: (lines: Lines) => readonly Conflict[];
  /** When something else of the loss is wanting, beside what is given. */
  readonly wanting?: (lines: Lines) => readonly Formula[];
  readonly statement: (lines: Lines) => Due;
}

/** Whole years from a day of birth to a day, the birthday included; in a year without it a 29 February is the 28th. */
export const ageOn = (birth: string, on: string): Formula =>
  `(YEAR(${on})-YEAR(${birth})-IF(EDATE(${birth},12*(YEAR(${on})-YEAR(${birth})))>${on},1,0))`;

/** A field of an amount, and one of a word, of a form that is the workbook's own. */
export const amount = (name: string, zh: string): FormField => field(name, "money", zh);
export const word = (name: string, zh: string, words: Vocabulary): FormField => ({ ...field(name, "word", zh), words });
export const day = (name: string, zh: string): FormField => field(name, "day", zh);

const field = (name: string, kind: FormField["kind"], zh: string): FormField => ({
  name,
  kind,
  label: { zh, en: zh },
  unit: units[kind],
  required: false,
  asks: false,
});

/** A label that holds as it is. */
export const label = textOf;
/** The label of a provision. */
export const named = ({ label: { zh } }: Provision<unknown>): Formula => textOf(zh);
/** A label put together of texts and cells. */
export const joined = (...parts: readonly Formula[]): Formula => parts.join("&");

const yuanOf = (fen: Fen) => `(${fen})/100`;
const fenOf = (cell: string) => `ROUND(${cell}*100,0)`;
const either = (conditions: readonly Formula[]) =>
  conditions.length === 0 ? "FALSE()" : `OR(${conditions.join(",")})`;

/** Somewhere else: a place that is none of those named. */
export const elsewhere = "外地";

/** What a cell may hold: the terms of the words, each once; of a place also that it is none of them. */
export const choices = (kind: FormField["kind"], words: Vocabulary): readonly string[] => [
  ...new Set([...Object.values(words).map(({ zh }) => zh), ...(kind === "name" ? [elsewhere] : [])]),
];

/** What is wrong with what a cell holds, whatever the rule. */
function misfit({ kind, words, minimum, maximum }: FormField, cell: string): Formula {
  const wrongNumber = (...bounds: readonly Formula[]) => `IF(ISNUMBER(${cell}),${either(bounds)},${cell}<>"")`;
  switch (kind) {
    case "money":
      return wrongNumber(`${cell}<0`, `ABS(${cell}*100-ROUND(${cell}*100,0))>0.0001`, `${cell}>9000000000`);
    case "rate":
      return wrongNumber(`${cell}<0`, `${cell}>1`, `ABS(${cell}*10000-ROUND(${cell}*10000,0))>0.0001`);
    case "integer":
      return wrongNumber(
        `${cell}<>INT(${cell})`,
        `${cell}<${minimum ?? 0}`,
        ...(maximum === undefined ? [] : [`${cell}>${maximum}`]),
      );
    case "day":
      return wrongNumber(`${cell}<>INT(${cell})`, `${cell}<61`, `${cell}>2958465`);
    case "flag":
      return `AND(${cell}<>"",${cell}<>${textOf(yes)},${cell}<>${textOf(no)})`;
    case "name":
    case "word":
      if (words === undefined) return "FALSE()";
      return `AND(${cell}<>"",${choices(kind, words)
        .map((term) => `${cell}<>${textOf(term)}`)
        .join(",")})`;
    default:
      return "FALSE()";
  }
}

/** What is wrong with the cells of a form, in words. */
function problemsOf(inputs: CaseCells["inputs"], conflicts: readonly Conflict[]): Formula {
  const misfits = inputs.map(({ field, cell }): Conflict => ({
    when: misfit(field, cell),
    says: `${field.label.zh}填写有误`,
  }));
  const problems = [...misfits, ...conflicts].map(({ when, says }) => `IF(${when},${textOf(`${says}；`)},"")`);
  return problems.join("&") || `""`;
}

/** Where cells come to stand. */
export interface Placing {
  /** The cell of a field. */
  readonly input: (field: FormField) => string;
  /** The next cell that is computed, by what it shows. */
  readonly next: (role: Role) => string;
}

/** What a computed cell shows. */
type Role = "check" | "line" | "problems" | "outcome" | "missing" | "payable" | "overpaid" | "note";

/** A case in cells. */
export interface CaseCells {
  readonly inputs: readonly { readonly field: FormField; readonly cell: string }[];
  readonly checks: readonly CheckCell[];
  readonly lines: readonly LineCell[];
  /** What is wrong with the input, in words; nothing where nothing is. */
  readonly problems: Computed;
  /** 符合, 不符合, 待查明, or 输入有误. */
  readonly outcome: Computed;
  /** The labels of the facts that are missing. */
  readonly missing: Computed;
  /** What is payable (yuan): only where it is covered and its loss is known. */
  readonly payable: Computed;
  /** What was paid beyond what is due (yuan). */
  readonly overpaid: Computed;
  /** What the amount waits for, or why there is none. */
  readonly note: Computed;
  /** What later cases of the same person count, in fen, by name. */
  readonly counted: Readonly<Record<string, Fen>>;
}

/** The cells of a form, by name. */
interface Cells extends Pick<Lines, "cell" | "fen" | "given" | "isYes" | "isWord"> {
  readonly inputs: CaseCells["inputs"];
  readonly fieldOf: (name: string) => FormField;
}

/** Places the fields of a form; those that the contract may fill have its value while they are empty. */
function placed(
  fields: readonly FormField[],
  parameters: Parameters,
  input: Placing["input"],
  filled: CoverBook["filled"] = {},
): Cells {
  const inputs = fields.map((field) => ({ field, cell: input(field) }));
  const byName = new Map(inputs.map((each) => [each.field.name, each]));
  const find = (name: string) => {
    const found = byName.get(name);
    if (found === undefined) throw new Error(`there is no cell for ${name}`);
    return found;
  };
  const cell = (name: string) => {
    const own = find(name).cell;
    const term = filled[name];
    if (term === undefined) return own;
    const agreed = parameters.value(term);
    return `IF(${own}<>"",${own},IF(${agreed}<>"",${agreed},""))`;
  };
  const given = (name: string) => `${cell(name)}<>""`;
  return {
    inputs,
    fieldOf: (name) => find(name).field,
    cell,
    given,
    // What is no number is reported as a problem; here it is nothing, so that no cell shows an error.
    fen: (name) => `IF(ISNUMBER(${cell(name)}),${fenOf(cell(name))},0)`,
    isYes: (name) => `${cell(name)}=${textOf(yes)}`,
    isWord(name, word) {
      const term = find(name).field.words?.[word];
      if (term === undefined) throw new Error(`${name} has no word ${word}`);
      return `${cell(name)}=${textOf(term.zh)}`;
    },
  };
}

const withWhen = (when: Formula | undefined) => (when === undefined ? {} : { when });

/** What writes the lines of a statement, and the lines that it wrote. */
function linesOn(
  { cell, fen, given, isYes, isWord }: Cells,
  clause: Clause,
  parameters: Parameters,
  next: Placing["next"],
): { readonly verbs: Lines; readonly lines: readonly LineCell[] } {
  const lines: LineCell[] = [];
  const write: Lines["write"] = ({ operation, operands, ground, from = [], when = "TRUE()" }) => {
    const amount = yuanOf((faces[operation] as (given: unknown) => Fen)(operands));
    const line = {
      cell: next("line"),
      formula: when === "TRUE()" ? amount : `IF(${when},${amount},0)`,
      ...ground,
      applies: when,
      terms: from,
    };
    lines.push(line);
    return fenOf(line.cell);
  };
  const ground = (term: Provision<unknown>, own = named(term)): Ground => ({ label: own, clause: term.clause });
  const verbs: Lines = {
    parameters,
    cell,
    fen,
    rate: (name) => `IF(ISNUMBER(${cell(name)}),ROUND(${cell(name)}*10000,0),0)`,
    given,
    isYes,
    isWord,
    own: (text) => ({ label: textOf(text), clause }),
    write,
    pay: (term, when) =>
      write({
        operation: "pay",
        operands: [parameters.fen(term)],
        ground: ground(term),
        from: [term],
        ...withWhen(when),
      }),
    share: (amount, term, when) =>
      write({
        operation: "share",
        operands: [amount, parameters.rate(term)],
        ground: ground(term),
        from: [term],
        ...withWhen(when),
      }),
    deduct: (amount, term, when) =>
      write({
        operation: "deduct",
        operands: [amount, parameters.fen(term)],
        ground: ground(term, joined(label("扣除"), parameters.value(term), label("元后"))),
        from: [term],
        ...withWhen(when),
      }),
    cap: (amount, limit, used = "0", when) => {
      const [open, closed] = [label(`按${limit.label.zh}核定`), label(`${limit.label.zh}已用完`)];
      return write({
        operation: "cap",
        operands: [amount, parameters.fen(limit), used],
        ground: ground(limit, `IF(${used}<${parameters.fen(limit)},${open},${closed})`),
        from: [limit],
        ...withWhen(when),
      });
    },
  };
  return { verbs, lines };
}

/** Lays a case of a cover out. */
export function caseCells(
  book: CoverBook,
  fields: readonly FormField[],
  clause: Clause,
  parameters: Parameters,
  { input, next }: Placing,
  others: (lines: Lines) => readonly Conflict[] = () => [],
): CaseCells {
  const asked = fields.filter(({ name }) => !book.without.includes(name));
  const cells = placed(asked, parameters, input, book.filled);
  const { inputs, cell, given, isYes, isWord } = cells;

  const checks: CheckCell[] = [];
  const holds: Ask["holds"] = ({ names, term, condition, when, label: own = named(term), others = [] }) => {
    const unknown = either(names.map((name) => `${cell(name)}=""`));
    const asked = `IF(${unknown},${textOf(outcome.unknown)},IFERROR(IF(${condition},${textOf(outcome.met)},${textOf(outcome.unmet)}),${textOf(outcome.wrong)}))`;
    const waivable =
      typeof term.value === "boolean"
        ? `IF(${parameters.value(term)}=${textOf(no)},${textOf(outcome.waived)},${asked})`
        : asked;
    const formula = when === undefined ? waivable : `IF(${when},${waivable},"")`;
    checks.push({
      cell: next("check"),
      formula,
      label: own,
      clause: term.clause,
      asks: names,
      terms: [term, ...others],
    });
  };
  const isOneOf: Ask["isOneOf"] = (name, term, when) =>
    holds({ names: [name], term, condition: parameters.lists(term, cell(name)), ...withWhen(when) });
  book.checks({
    parameters,
    cell,
    isWord,
    holds,
    is: (name, term, when) => holds({ names: [name], term, condition: isYes(name), ...withWhen(when) }),
    isNot: (name, term, when) =>
      holds({ names: [name], term, condition: `${cell(name)}=${textOf(no)}`, ...withWhen(when) }),
    isOneOf,
    isOneOfOpen(name, term) {
      const listed = parameters.lists(term, cell(name));
      const formula = `IF(${listed},${textOf(outcome.met)},${textOf(outcome.unknown)})`;
      checks.push({
        cell: next("check"),
        formula,
        label: named(term),
        clause: term.clause,
        asks: [name],
        terms: [term],
        open: true,
      });
    },
  });

  const { verbs, lines } = linesOn(cells, clause, parameters, next);
  const { due, paid = "0", overpaid = [], conflicts = [], counted = {} } = book.statement(verbs);
  const benefit = verbs.write({
    operation: "benefit",
    operands: [due, paid],
    ground: { label: label(closings.benefit.zh), clause },
  });

  const problems = {
    cell: next("problems"),
    formula: problemsOf(inputs, [...(book.conflicts?.(verbs) ?? []), ...conflicts, ...others(verbs)]),
  };

  const anyCheck = (word: string) => either(checks.map((check) => `${check.cell}=${textOf(word)}`));
  const concluded = {
    cell: next("outcome"),
    formula: `IF(${problems.cell}<>"",${textOf(outcome.wrong)},IF(${anyCheck(outcome.unmet)},${textOf(outcome.unmet)},IF(${anyCheck(outcome.unknown)},${textOf(outcome.unknown)},${textOf(outcome.met)})))`,
  };
  const asking = inputs.flatMap(({ field }) => {
    const by = checks.filter(({ asks }) => asks.includes(field.name));
    if (by.length === 0) return [];
    const unknown = either(by.map((check) => `${check.cell}=${textOf(outcome.unknown)}`));
    const wanting = by.some((check) => check.open) ? unknown : `AND(${cell(field.name)}="",${unknown})`;
    return [`IF(${wanting},${textOf(`${field.label.zh}；`)},"")`];
  });
  const missing = { cell: next("missing"), formula: asking.join("&") || `""` };
  const isClaimed = (name: string) => (cells.fieldOf(name).kind === "flag" ? isYes(name) : given(name));
  const nothing =
    book.claimed.length === 0 ? "FALSE()" : `AND(${book.claimed.map((name) => `NOT(${isClaimed(name)})`).join(",")})`;
  const gaps = (book.required ?? []).map((name) => `NOT(${given(name)})`);
  const lossOpen = either([nothing, ...gaps, ...(book.wanting?.(verbs) ?? [])]);
  const contractOpen = either(book.contract?.(verbs) ?? []);
  const open = `OR(${lossOpen},${contractOpen})`;
  const payable = {
    cell: next("payable"),
    formula: `IF(${concluded.cell}=${textOf(outcome.met)},IF(${open},"",${benefit}/100),"")`,
  };
  const beyond = [...overpaid, `MAX(0,${paid}-(${due.map((each) => `(${each})`).join("+") || "0"}))`];
  const paidBeyond = {
    cell: next("overpaid"),
    formula: `IF(${payable.cell}="","",(${beyond.join("+")})/100)`,
  };
  const note = {
    cell: next("note"),
    formula:
      `IF(${concluded.cell}=${textOf(outcome.wrong)},${problems.cell},IF(${concluded.cell}=${textOf(outcome.unmet)},"不属于保障范围，见下列核对",` +
      `IF(${concluded.cell}=${textOf(outcome.unknown)},"尚缺："&${missing.cell},IF(${lossOpen},"待填损失金额",IF(${contractOpen},"待合同确定金额","")))))`,
  };
  return {
    inputs,
    checks,
    lines,
    problems,
    outcome: concluded,
    missing,
    payable,
    overpaid: paidBeyond,
    note,
    counted,
  };
}

/** A settlement in cells. */
export interface SettlementBook {
  readonly title: string;
  readonly clause: Clause;
  readonly fields: readonly FormField[];
  readonly conflicts?: (lines: Lines) => readonly Conflict[];
  /** What the cells hold for an input of the rule; nothing where the sheet cannot hold it. */
  readonly valuesOf: (input: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> | null;
  /** Writes the lines; gives the amounts, in fen, by their name in the rule's result. */
  readonly statement: (lines: Lines) => Readonly<Record<string, Fen>>;
}

/** A settlement's cells. */
export interface SettlementCells extends Pick<CaseCells, "inputs" | "lines" | "problems"> {
  readonly results: Readonly<Record<string, Fen>>;
}

/** Lays a settlement out. */
export function settlementCells(
  book: SettlementBook,
  parameters: Parameters,
  { input, next }: Placing,
): SettlementCells {
  const cells = placed(book.fields, parameters, input);
  const { verbs, lines } = linesOn(cells, book.clause, parameters, next);
  const results = book.statement(verbs);
  const problems = { cell: next("problems"), formula: problemsOf(cells.inputs, book.conflicts?.(verbs) ?? []) };
  return { inputs: cells.inputs, lines, problems, results };
}
