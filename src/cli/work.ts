import type { Buffer } from "node:buffer";
import { agreementFrom, catalogue, type Locale } from "../index.js";
import { answersTo, type Answering, type Part } from "./answering.js";
import { chosenHeader, chosenIn, chosenLine, chosenRow } from "./chosen.js";
import { columnsIn, decideRow, type Mapping } from "./columns.js";
import { readingsFor } from "./compare.js";
import { rowsIn, type Row } from "./csv.js";
import type { Choices, Decision } from "../decide/decision.js";
import { decide } from "./decide.js";
import { byteOrderMark, encoded } from "./encoding.js";
import type { Written } from "./jobs.js";
import { linesIn, type Block, type Line } from "./lines.js";
import { answerLine } from "./print.js";

/** What a run does with each record: plain data, which goes to a worker as it is. */
export interface Work {
  /** The rule of all records. */
  readonly rule: string | undefined;
  /** The contracts, as JSON. */
  readonly contracts: readonly unknown[];
  readonly readings: Choices;
  readonly receipts: boolean;
  /** The parts of an answer that are chosen. */
  readonly fields: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly encoding: string;
  readonly locale: Locale;
  /** Of a table: its header, and what goes by another name. */
  readonly header: Row;
  readonly mapping: Mapping;
}

type Given = Line | Row;

function printing({ fields, rule, to, locale }: Work): Answering<Given>["print"] {
  if (fields === undefined) return answerLine;
  const parts = chosenIn(fields, rule === undefined ? undefined : catalogue[rule]);
  return to === "csv" ? chosenRow(parts, locale) : chosenLine(parts);
}

/** What stands above the answers. */
export function headerOf({ fields, rule, to, encoding }: Work): string {
  if (to !== "csv" || fields === undefined) return "";
  const header = chosenHeader(chosenIn(fields, rule === undefined ? undefined : catalogue[rule]));
  // Spreadsheets know UTF by its mark alone.
  return encoding.startsWith("utf") ? byteOrderMark + header : header;
}

const notDecoded = {
  unreadable: {
    zh: "含有无法识别的字节（编码不对，或已损坏）",
    en: "holds bytes that cannot be read (another encoding, or damaged)",
  },
};

/** How records are answered. */
function answeringOf(work: Work): Answering<Given> {
  const only = work.rule === undefined ? undefined : catalogue[work.rule];
  const deciding = {
    only,
    agreements: work.contracts.map((json) => agreementFrom(json)),
    receipts: work.receipts,
    readings: readingsFor(work.readings),
  };
  const print = printing(work);
  if (work.from === "csv" && only !== undefined) {
    const columns = columnsIn(work.header, only, work.mapping);
    return { rowsIn, decide: (row) => decideRow(row as Row, columns, only, deciding), print };
  }
  const mark = work.encoding === "utf-8" ? undefined : "\uFFFD";
  const decideLine = (line: Line): Decision =>
    decide(mark !== undefined && typeof line === "string" && line.includes(mark) ? notDecoded : line, deciding);
  return { rowsIn: linesIn, decide: (line) => decideLine(line as Line), print };
}

/** Answers blocks, or parts of them. */
export function workingOn(work: Work) {
  const answering = answeringOf(work);
  const asWritten = (text: string): string | Buffer =>
    work.encoding === "utf-8" ? text : encoded(text, work.encoding);
  return {
    answer(this: void, block: Block, part?: Part): Omit<Written, "block" | "from"> {
      const { text, ...told } = answersTo(block, answering, part);
      return { ...told, bytes: asWritten(text) };
    },
    /** How many records stand in a block. */
    count(this: void, block: Block): number {
      let count = 0;
      const rows = answering.rowsIn(block)[Symbol.iterator]();
      while (rows.next().done !== true) count += 1;
      return count;
    },
  };
}
