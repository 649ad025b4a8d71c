import { isBlank } from "./cells.js";
import { shortError } from "./errors.js";
import type { Cell, Given, SheetFunction } from "./functions.js";

/** How a host shows an error in a cell. */
export type ErrorCell<E> = (message: string) => E;

type Matrix = readonly (readonly unknown[])[];

const asMatrix = (argument: unknown): Matrix => {
  if (!Array.isArray(argument)) return [[argument]];
  const rows = argument as readonly unknown[];
  return rows.length > 0 && rows.every(Array.isArray) ? (rows as Matrix) : [rows];
};

/** Arguments that say how to answer, and nothing of a case. */
const optionNames: ReadonlySet<string> = new Set(["readings", "language"]);

/**
 * Calls a function with arguments as a host gives them: a cell's value, or a range as rows of cells. Ranges give a range, a case a
 * cell; a case that cannot be computed gives an error in its own cell and the others go on. A case whose cells are all
 * empty stays empty. A range of one row or column goes with the rows or columns of the others.
 *
 * @param errorCell - How the host shows an error.
 * @param own - What the script was given.
 * @returns Rows of cells; one row of one cell for one case.
 */
export function call<E>(
  { parameters, evaluate, spills }: SheetFunction,
  given: readonly unknown[],
  errorCell: ErrorCell<E>,
  own: Given = {},
): (Cell | E)[][] {
  const ranges = parameters.map(({ list }, index) => (list ? undefined : asMatrix(given[index])));
  const lists = parameters.map(({ list }, index) => (list ? asMatrix(given[index]).flat() : undefined));
  const size = (of: (range: Matrix) => number) => Math.max(1, ...ranges.map((range) => (range ? of(range) : 1)));
  const [rows, columns] = [size((range) => range.length), size((range) => range[0]?.length ?? 0)];
  const failed = (fault: "RANGES" | "ONE_CASE") => [[errorCell(shortError(fault, own.language ?? "zh").message)]];
  const fits = (range: Matrix | undefined) =>
    range === undefined ||
    ([1, rows].includes(range.length) && range.every((row) => [1, columns].includes(row.length)));
  if (!ranges.every(fits)) return failed("RANGES");
  if (spills && rows * columns > 1) return failed("ONE_CASE");

  const at = (range: Matrix, row: number, column: number): unknown => {
    const cells = range[range.length === 1 ? 0 : row] ?? [];
    return cells[cells.length === 1 ? 0 : column];
  };
  const many = ranges.map((range) => range !== undefined && (range.length > 1 || (range[0]?.length ?? 0) > 1));
  const isOfCase = parameters.map(({ name }) => !optionNames.has(name));
  const one = (row: number, column: number): Cell | E | Cell[][] => {
    const cells = ranges.map((range, index) => (range === undefined ? lists[index] : at(range, row, column)));
    const isEmpty = (cell: unknown) => (Array.isArray(cell) ? cell.every(isBlank) : isBlank(cell));
    const deciding = cells.filter((_, index) => (rows * columns > 1 ? many[index] : isOfCase[index]));
    if (given.length > 0 && deciding.length > 0 && deciding.every(isEmpty)) return "";
    try {
      return evaluate(cells, own);
    } catch (error) {
      return errorCell((error as Error).message);
    }
  };
  if (spills) {
    const result = one(0, 0);
    return Array.isArray(result) ? result : [[result]];
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => one(row, column) as Cell | E),
  );
}
