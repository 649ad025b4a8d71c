import { call as callFunction, functions } from "./page.js";
import { cellsFrom } from "./wps-cells.js";

export { functions };

/** Calls a function with cells as the macros of WPS get them. */
export const call = (id: string, given: ArrayLike<unknown>) => callFunction(id, Array.from(given, cellsFrom));
