import { call } from "../call.js";
import { errorText } from "../errors.js";
import { sheetFunctions } from "../functions.js";
import { namespace } from "../metadata.js";
import { language, own } from "../own.js";

declare const wps: {
  AddCustomFunction?: (namespace: string, name: string, run: (...given: unknown[]) => unknown) => void;
};

/** What WPS hands over for an argument that was left out. */
const notGiven = -2_147_352_572;

/** A range comes as rows of cells or as a Range that has them. */
function cellsFrom(argument: unknown): unknown {
  if (argument === notGiven) return undefined;
  return typeof argument === "object" && argument !== null && "Value2" in argument ? argument.Value2 : argument;
}

for (const each of sheetFunctions) {
  // Versions before 12.1.0.20540 have no custom functions.
  wps.AddCustomFunction?.(namespace, each.id, (...given) => {
    const cells = call(each, given.map(cellsFrom), (message) => errorText(message, language), own);
    return cells.length > 1 || (cells[0]?.length ?? 0) > 1 ? cells : cells[0]?.[0];
  });
}
