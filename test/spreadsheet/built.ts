import { bundled } from "../../src/spreadsheet/build.js";

let script: Promise<string> | undefined;

/** The plain script, built once for the tests of a process. */
export const plainScript = (): Promise<string> => (script ??= bundled("page"));
