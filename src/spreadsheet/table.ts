import type { programmes } from "../catalogue.js";
import { sheet as chongqing } from "../chongqing/sheet.js";
import type { ProgrammeSheet } from "../core/sheet.js";
import { sheet as lishui } from "../lishui/sheet.js";
import { sheet as luozhuang } from "../luozhuang/sheet.js";
import { sheet as zhumadian } from "../zhumadian/sheet.js";

/** The functions of the sheets: of each programme its own. */
export const table: Readonly<Record<keyof typeof programmes, ProgrammeSheet>> = {
  chongqing,
  zhumadian,
  luozhuang,
  lishui,
};
