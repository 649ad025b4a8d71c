import { bundled, spreadsheetFiles } from "../../src/spreadsheet/build.js";

let script: Promise<string> | undefined;

/** The plain script, built once for the tests of a process. */
export const plainScript = (): Promise<string> => (script ??= bundled("page"));

let files: Promise<Readonly<Record<string, string>>> | undefined;

/** The files of every host, built once for the tests of a process. */
export const hostFiles = () => (files ??= spreadsheetFiles());
