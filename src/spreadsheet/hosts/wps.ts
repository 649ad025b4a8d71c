import { call } from "../call.js";
import { errorText } from "../errors.js";
import { sheetFunctions } from "../functions.js";
import { namespace } from "../namespace.js";
import { language, own } from "../own.js";
import { cellsFrom } from "./wps-cells.js";

declare const wps: {
  AddCustomFunction?: (namespace: string, name: string, run: (...given: unknown[]) => unknown) => void;
};

for (const each of sheetFunctions) {
  // Versions before 12.1.0.20540 have no custom functions.
  wps.AddCustomFunction?.(namespace, each.id, (...given) => {
    const cells = call(each, given.map(cellsFrom), (message) => errorText(message, language), own);
    return cells.length > 1 || (cells[0]?.length ?? 0) > 1 ? cells : cells[0]?.[0];
  });
}
