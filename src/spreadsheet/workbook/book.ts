import { describe, type FormField } from "../../core/describe.js";
import type { Clause } from "../../core/policy.js";
import type { AnyRule } from "../../core/rule.js";
import type { DeadlineBook } from "./deadlines.js";
import { no, parametersOf, textOf, type Named, type Parameters } from "./parameters.js";
import {
  caseCells,
  outcome,
  type CaseCells,
  type Computed,
  type Conflict,
  type CoverBook,
  type Formula,
  type Lines,
  type Placing,
  type SettlementBook,
} from "./sheet.js";

/** A programme in cells. */
export interface ProgrammeBook extends Named {
  readonly assessClaim: AnyRule;
  readonly covers: readonly CoverBook[];
  readonly deadlines: DeadlineBook;
  readonly settlement: SettlementBook;
  readonly ledger: LedgerBook;
}

/**
 * A person's year in cells: a row a bill of one cover, in the order of their days. What earlier rows count towards stands in fields of
 * the case, and has no cell of its own.
 */
export interface LedgerBook {
  readonly cover: string;
  /** The field of the day. */
  readonly day: string;
  /** Fields that are this row's own amount with those before it. */
  readonly toDate: readonly string[];
  /** Fields that are what rows before it count, by the name under which they do. */
  readonly before: Readonly<Record<string, string>>;
  /** Fields of a single case that a year does not need. */
  readonly without: readonly string[];
  /** What rows count of themselves whether they are covered or not. */
  readonly always: readonly string[];
  /** Which window a day belongs to; rows of another one do not count. */
  readonly window: (day: string, parameters: Parameters) => string;
  /** What this sheet cannot hold, in words. */
  readonly beyond: string;
}

/** What a claim's input holds of a cover: its facts, then its loss. */
export function claimFields({ assessClaim }: ProgrammeBook, cover: string): FormField[] {
  const parts = describe(assessClaim, { cover });
  return ["facts", "loss"].flatMap((part) => [...(parts.find(({ name }) => name === part)?.group ?? [])]);
}

/** The clause of a cover. */
export function clauseOf({ policy }: ProgrammeBook, cover: string): Clause {
  const found = policy.covers[cover];
  if (found === undefined) throw new Error(`${policy.id} has no cover ${cover}`);
  return found.clause;
}

/** A case of a cover in cells, wherever they stand. */
export function layOut(book: ProgrammeBook, cover: CoverBook, placing: Placing, parameters: Parameters): CaseCells {
  return caseCells(cover, claimFields(book, cover.cover), clauseOf(book, cover.cover), parameters, placing);
}

/** The fields that a row of the ledger is filled in with, its day first. */
export function ledgerFields(book: ProgrammeBook): FormField[] {
  const { ledger, covers } = book;
  const without = covers.find(({ cover }) => cover === ledger.cover)?.without ?? [];
  return byDay(claimFields(book, ledger.cover), ledger.day).filter(
    ({ name }) => ![...without, ...ledger.without].includes(name) && !(name in ledger.before),
  );
}

/** A row of a ledger. */
export interface LedgerRow extends CaseCells {
  /** Cells that are computed for the case: what is counted up to it, and what it counts towards later ones. */
  readonly helpers: readonly Computed[];
}

/** A person's year: a row a bill, each from what stands above it. */
export function ledgerRows(book: ProgrammeBook, rows: number, placingOf: (row: number) => LedgerPlacing): LedgerRow[] {
  const { ledger } = book;
  const parameters = parametersOf(book);
  const cover = book.covers.find((each) => each.cover === ledger.cover);
  if (cover === undefined) throw new Error(`${book.policy.id} has no cover ${ledger.cover}`);
  interface Above {
    readonly day: string;
    readonly window: string;
    readonly outcome: string;
    readonly amounts: Readonly<Record<string, string>>;
    readonly counts: Readonly<Record<string, string>>;
  }
  const above: Above[] = [];
  return Array.from({ length: rows }, (_, row) => {
    const { input, next, helper } = placingOf(row);
    const helpers: Computed[] = [];
    const keep = (formula: Formula) => {
      const cell = helper();
      helpers.push({ cell, formula });
      return cell;
    };
    const [first, last] = [above[0], above.at(-1)];
    /** The sum of what rows above count in the window of this one. */
    const sum = (of: (each: Above) => string | undefined, covered: boolean): Formula => {
      if (first === undefined || last === undefined) return "0";
      const range = (cell: (each: Above) => string | undefined) => `${cell(first) ?? ""}:${cell(last) ?? ""}`;
      const met = covered ? `,${range((each) => each.outcome)},${textOf(outcome.met)}` : "";
      return `SUMIFS(${range(of)},${range((each) => each.window)},${window}${met})`;
    };
    let window = "";
    let day = "";
    const amounts: Record<string, string> = {};
    const shown: { field: FormField; cell: string }[] = [];
    const place = (field: FormField): string => {
      const counted = ledger.before[field.name];
      if (counted !== undefined) return keep(sum(({ counts }) => counts[counted], false));
      if (ledger.without.includes(field.name)) return field.kind === "flag" ? textOf(no) : "0";
      const cell = input(field);
      shown.push({ field, cell });
      if (field.name === ledger.day) {
        day = cell;
        window = keep(ledger.window(cell, parameters));
      }
      if (!ledger.toDate.includes(field.name)) return cell;
      amounts[field.name] = cell;
      return keep(`IF(${cell}="","",${cell}+${sum((each) => each.amounts[field.name], true)})`);
    };
    const disorder = ({ cell, given }: Lines): Conflict[] =>
      first === undefined || last === undefined
        ? []
        : [
            {
              when: `AND(${given(ledger.day)},MAX(${first.day}:${last.day})>${cell(ledger.day)})`,
              says: "账单须按日期从早到晚排列",
            },
          ];
    const laid = caseCells(
      cover,
      // The day comes first: what is counted before it depends on it.
      byDay(claimFields(book, ledger.cover), ledger.day),
      clauseOf(book, ledger.cover),
      parameters,
      { input: place, next },
      disorder,
    );
    const counted: Record<string, Formula> = {
      ...laid.counted,
      due: `IF(${laid.payable.cell}="",0,${laid.payable.cell})*100`,
    };
    const counts = Object.fromEntries(
      [...new Set(Object.values(ledger.before))].map((name) => {
        const fen = counted[name] ?? "0";
        const counting = ledger.always.includes(name)
          ? `${laid.problems.cell}=""`
          : `IF(${laid.payable.cell}="",FALSE(),TRUE())`;
        return [name, keep(`IF(${counting},(${fen})/100,0)`)];
      }),
    );
    above.push({ day, window, outcome: laid.outcome.cell, amounts, counts });
    return { ...laid, inputs: shown, helpers };
  });
}

const byDay = (fields: readonly FormField[], day: string): FormField[] => [
  ...fields.filter(({ name }) => name === day),
  ...fields.filter(({ name }) => name !== day),
];

/** Where the cells of a row come to stand. */
export interface LedgerPlacing extends Placing {
  /** The next cell that is computed and not shown. */
  readonly helper: () => string;
}
