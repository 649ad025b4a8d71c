import { call as callFunction, functions } from "./page.js";

declare const SpreadsheetApp: { getActiveSpreadsheet(): { getSpreadsheetTimeZone(): string } };
declare const Utilities: { formatDate(date: unknown, zone: string, format: string): string };

export { functions };

let zone: string | undefined;

/** Google Sheets hands a date over as a moment, which is a day only in the spreadsheet's time zone. */
function dayFrom(cell: unknown): unknown {
  if (Array.isArray(cell)) return cell.map(dayFrom);
  if (Object.prototype.toString.call(cell) !== "[object Date]") return cell;
  zone ??= SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return Utilities.formatDate(cell, zone, "yyyy-MM-dd");
}

/** Calls a function with cells as Google Sheets gives them. */
export const call = (id: string, given: ArrayLike<unknown>) => callFunction(id, Array.from(given, dayFrom));
