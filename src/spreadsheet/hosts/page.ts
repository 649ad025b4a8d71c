import { call as callFunction } from "../call.js";
import { errorText } from "../errors.js";
import { sheetFunctions, type Cell } from "../functions.js";
import { language, own } from "../own.js";

const byId = new Map(sheetFunctions.map((each) => [each.id, each]));

/** The functions: id, Chinese name, description and parameters of each. */
export const functions = sheetFunctions.map(({ evaluate: _, ...description }) => description);

/**
 * Calls a function with cells or ranges (rows of cells): one case gives its value, a range or a statement gives rows of cells. An
 * error in one case is thrown; in a range it stands as text in its own cell.
 */
export function call(id: string, given: ArrayLike<unknown>): Cell | Cell[][] {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`没有这个函数 / no such function: ${id}`);
  let message = "";
  const cells = callFunction(found, Array.from(given), (why) => errorText((message = why), language), own);
  if (cells.length > 1 || (cells[0]?.length ?? 0) > 1) return cells;
  if (message !== "") throw new Error(message);
  return cells[0]?.[0] ?? "";
}
