import type { ProgrammeBook } from "./book.js";
import { chongqing } from "./chongqing.js";
import { lishui } from "./lishui.js";
import { luozhuang } from "./luozhuang.js";
import { zhumadian } from "./zhumadian.js";

/** The workbooks, one a programme. */
export const books: readonly ProgrammeBook[] = [zhumadian, luozhuang, lishui, chongqing];
