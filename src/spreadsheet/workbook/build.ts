// Writes the workbooks: one a programme, with formulas alone, no macro and no add-in. Called by the build of the spreadsheet files.
import ExcelJS, { type Cell, type DataValidation, type PaperSize, type Worksheet } from "exceljs";
import { unzipSync, zipSync } from "fflate";
import { HyperFormula, type RawCellContent } from "hyperformula";
import type { FormField } from "../../core/describe.js";
import { claimFields, clauseOf, layOut, ledgerFields, ledgerRows, type ProgrammeBook } from "./book.js";
import { casesFor, cellOf, type Vector } from "./cases.js";
import {
  firstParameterRow,
  no,
  parameterColumns,
  parametersOf,
  parametersSheet,
  textOf,
  yes,
  type ParameterRow,
  type Parameters,
  type Value,
} from "./parameters.js";
import { amount, choices, outcome, settlementCells, type CheckCell, type CoverBook, type LineCell } from "./sheet.js";
import { firstWorkdayRow, workdaySerials, workdaysSheet } from "./workdays.js";

const colours = {
  input: "FFFFF8E1",
  heading: "FFE3EDF7",
  title: "FF1F4E79",
  changed: "FFFFEB3B",
  good: "FFC8E6C9",
  bad: "FFFFCDD2",
  open: "FFFFE0B2",
  grey: "FF9E9E9E",
  border: "FFBDBDBD",
} as const;

const fill = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;
const background = (argb: string) => ({ type: "pattern", pattern: "solid", bgColor: { argb } }) as const;
const thin = { style: "thin", color: { argb: colours.border } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };

const formats = { money: "#,##0.00", rate: "0.00%", day: "yyyy-mm-dd", number: "0", flag: "@", text: "@" } as const;
const formatOf = (kind: FormField["kind"]): string =>
  kind === "money" ? formats.money : kind === "rate" ? formats.rate : kind === "day" ? formats.day : "General";

/** How a field is filled in, in words. */
function hint({ kind, minimum, maximum }: FormField): string {
  switch (kind) {
    case "money":
      return "元，最多两位小数";
    case "rate":
      return "0 至 1，或百分数";
    case "integer":
      return `${minimum ?? 0} 至 ${maximum ?? ""} 的整数`;
    case "day":
      return "日期，如 2021-04-01";
    case "flag":
      return "选 是 或 否；不清楚的留空";
    default:
      return "从列表中选择；不清楚的留空";
  }
}

/** Lists of words that are too long to stand in a validation of their own, each in a column of a hidden sheet. */
class WordLists {
  readonly #columns: string[][] = [];
  constructor(private readonly sheet: Worksheet) {}

  /** The source of a validation by a list of words. */
  source(words: readonly string[]): string {
    const inline = `"${words.join(",")}"`;
    if (inline.length < 200 && words.every((word) => !word.includes(","))) return inline;
    const known = this.#columns.findIndex((column) => column.join() === words.join());
    const at = known >= 0 ? known : this.#columns.push([...words]) - 1;
    const letter = this.sheet.getColumn(at + 1).letter;
    words.forEach((word, index) => (this.sheet.getCell(index + 1, at + 1).value = word));
    return `'${this.sheet.name}'!$${letter}$1:$${letter}$${words.length}`;
  }
}

const validation = (
  type: DataValidation["type"],
  formulae: readonly (string | number)[],
  operator: "between" | "greaterThanOrEqual" | undefined,
  prompt: string,
): DataValidation => ({
  type,
  formulae: [...formulae],
  ...(operator && { operator }),
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: "stop",
  errorTitle: "填写有误",
  error: prompt,
});

/** What may be filled in. */
function validationOf(field: FormField, lists: WordLists): DataValidation {
  const { kind, words, minimum = 0, maximum = 0 } = field;
  const says = hint(field);
  switch (kind) {
    case "money":
      return validation("decimal", [0, 9_000_000_000], "between", says);
    case "rate":
      return validation("decimal", [0, 1], "between", says);
    case "integer":
      return validation("whole", [minimum, maximum], "between", says);
    case "day":
      return validation("date", [firstDay, lastDay], "between", says);
    case "flag":
      return validation("list", [`"${yes},${no}"`], undefined, says);
    default:
      return validation("list", [lists.source(choices(kind, words ?? {}))], undefined, says);
  }
}

/** Serials of 1900-03-01 and 9999-12-31: days of which every host counts alike. */
const [firstDay, lastDay] = [61, 2_958_465];

function put(sheet: Worksheet, at: string, value: Value, style: Partial<Cell["style"]> = {}): Cell {
  const cell = sheet.getCell(at);
  cell.value = value;
  Object.assign(cell, style);
  return cell;
}

const computed = (sheet: Worksheet, at: string, formula: string, style: Partial<Cell["style"]> = {}): Cell => {
  const cell = sheet.getCell(at);
  cell.value = { formula };
  Object.assign(cell, style);
  return cell;
};

function inputCell(sheet: Worksheet, at: string, field: FormField, lists: WordLists): void {
  put(sheet, at, null, {
    fill: fill(colours.input),
    border,
    numFmt: formatOf(field.kind),
    alignment: { horizontal: "right", vertical: "middle", shrinkToFit: true },
    protection: { locked: false },
  });
  sheet.getCell(at).dataValidation = validationOf(field, lists);
}

const wrapped = { wrapText: true, vertical: "middle" } as const;

/** The types declare an enumeration that the package does not have at run time. */
const a4 = 9 as unknown as PaperSize;

/** A page: its title, a line of explanation, widths, and how it prints. */
function page(
  workbook: ExcelJS.Workbook,
  name: string,
  title: string,
  note: string,
  widths: readonly number[],
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: a4,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: "&L&A&R第 &P 页，共 &N 页" },
  });
  sheet.columns = widths.map((width) => ({ width }));
  const last = sheet.getColumn(widths.length).letter;
  sheet.mergeCells(`A1:${last}1`);
  sheet.mergeCells(`A2:${last}2`);
  put(sheet, "A1", title, { font: { bold: true, size: 14, color: { argb: colours.title } }, alignment: wrapped });
  put(sheet, "A2", note, { font: { size: 10, color: { argb: "FF616161" } }, alignment: wrapped });
  sheet.getRow(1).height = 26;
  const perLine = widths.reduce((sum, width) => sum + width, 0) / 2;
  sheet.getRow(2).height = 15 * Math.max(1, Math.ceil(note.length / perLine));
  return sheet;
}

function heading(sheet: Worksheet, row: number, titles: readonly string[]): void {
  titles.forEach((title, index) => {
    const cell = sheet.getCell(row, index + 1);
    cell.value = title;
    Object.assign(cell, { font: { bold: true }, fill: fill(colours.heading), border, alignment: wrapped });
  });
}

function protect(sheet: Worksheet): Promise<void> {
  return sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    sheet: true,
  } as never);
}

/** Colours by what a cell says. */
function coloured(sheet: Worksheet, ref: string, first: string): void {
  const says = (word: string, colour: string, priority: number) => ({
    type: "expression" as const,
    priority,
    formulae: [`${first}=${textOf(word)}`],
    style: { fill: background(colour) },
  });
  sheet.addConditionalFormatting({
    ref,
    rules: [
      says(outcome.met, colours.good, 1),
      says(outcome.unmet, colours.bad, 2),
      says(outcome.unknown, colours.open, 3),
      says(outcome.wrong, colours.bad, 4),
    ],
  });
}

const cited = ({ document, path }: CheckCell["clause"]) => `${document} ${path}`;

const changedMark = (parameters: Parameters, { terms }: Pick<CheckCell, "terms">) =>
  terms.length === 0 ? `""` : `IF(${parameters.changed(terms)},"［已调整］","")`;

/** A row that is high enough for its name. */
function fitHeight(sheet: Worksheet, row: number, label: string): void {
  const perLine = 24;
  sheet.getRow(row).height = 15 * Math.max(1, Math.ceil(label.length / perLine));
}

function writeChecks(sheet: Worksheet, checks: readonly CheckCell[], parameters: Parameters): void {
  for (const check of checks) {
    const { row } = sheet.getCell(check.cell) as unknown as { row: number };
    computed(sheet, `A${row}`, check.label, { alignment: wrapped, border });
    fitHeight(sheet, row, check.label);
    computed(sheet, check.cell, check.formula, { alignment: { horizontal: "center", vertical: "middle" }, border });
    put(sheet, `C${row}`, cited(check.clause), { alignment: wrapped, border });
    computed(sheet, `D${row}`, changedMark(parameters, check), { alignment: wrapped, border });
  }
}

const absentMark = "本案无此项";

function writeLines(sheet: Worksheet, lines: readonly LineCell[], parameters: Parameters): void {
  for (const line of lines) {
    const { row } = sheet.getCell(line.cell) as unknown as { row: number };
    computed(sheet, `A${row}`, line.label, { alignment: wrapped, border });
    computed(sheet, line.cell, line.formula, { numFmt: formats.money, border, alignment: { vertical: "middle" } });
    put(sheet, `C${row}`, cited(line.clause), { alignment: wrapped, border });
    const absent = line.applies === "TRUE()" ? `""` : `IF(${line.applies},"",${textOf(absentMark)})`;
    computed(sheet, `D${row}`, `${absent}&${changedMark(parameters, line)}`, { alignment: wrapped, border });
    if (line.applies === "TRUE()") continue;
    sheet.addConditionalFormatting({
      ref: `A${row}:D${row}`,
      rules: [
        {
          type: "expression",
          priority: 9,
          formulae: [`LEFT($D${row},${absentMark.length})=${textOf(absentMark)}`],
          style: { font: { color: { argb: colours.grey } } },
        },
      ],
    });
  }
}

/** The places of a page that reads from top to bottom: results first, then what was filled in, checks, lines. */
function coverPage(workbook: ExcelJS.Workbook, book: ProgrammeBook, cover: CoverBook, lists: WordLists): void {
  const { policy, deadlines } = book;
  const parameters = parametersOf(book);
  const title = policy.covers[cover.cover]?.title.zh ?? cover.cover;
  const sheet = page(
    workbook,
    title,
    `${policy.title.zh} · ${title}（${cited(clauseOf(book, cover.cover))}）`,
    "浅黄色单元格由您填写，不清楚的留空；其余自动计算。只有结论为“符合”时才有应赔付金额。条文有不同读法的，按“说明”中所列的默认读法。",
    [44, 24, 34, 30],
  );
  const inputs = claimFields(book, cover.cover).filter(({ name }) => !cover.without.includes(name));
  const [facts, loss] = [inputs.filter(({ asks }) => asks), inputs.filter(({ asks }) => !asks)];
  let row = 4;
  const results = { outcome: 4, payable: 5, overpaid: 6, note: 7 } as const;
  const names = { outcome: "结论", payable: "应赔付（元）", overpaid: "已多付（元）", note: "说明" } as const;
  heading(sheet, 3, ["核定结果", "", "", ""]);
  row = 9;
  heading(sheet, row, ["一、已知事实", "填写", "怎样填写", ""]);
  const placeOf = new Map<string, string>();
  for (const field of facts) placeOf.set(field.name, `B${(row += 1)}`);
  if (loss.length > 0) {
    heading(sheet, (row += 2), ["二、损失金额", "填写", "怎样填写", ""]);
    for (const field of loss) placeOf.set(field.name, `B${(row += 1)}`);
  }
  let section = "";
  const sections = {
    check: ["三、资格核对", "结果", "依据", "备注"],
    line: ["四、核算单", "金额（元）", "依据", "备注"],
  };
  const laid = layOut(
    book,
    cover,
    {
      input: ({ name }) => placeOf.get(name) ?? "",
      next(role) {
        if (role === "outcome" || role === "payable" || role === "overpaid" || role === "note")
          return `B${results[role]}`;
        if (role === "problems") return "H4";
        if (role === "missing") return "H5";
        if (section !== role) heading(sheet, (row += 2), sections[(section = role)]);
        return `B${(row += 1)}`;
      },
    },
    parameters,
  );
  for (const { field, cell } of laid.inputs) {
    const at = cell.slice(1);
    put(sheet, `A${at}`, field.label.zh, { alignment: wrapped, border });
    inputCell(sheet, cell, field, lists);
    put(sheet, `C${at}`, hint(field), { font: { color: { argb: colours.grey } }, alignment: wrapped });
  }
  writeChecks(sheet, laid.checks, parameters);
  const lastLine = laid.lines.at(-1);
  const conclusion = laid.outcome.cell;
  const ifCovered = "如符合条件，应赔付";
  writeLines(
    sheet,
    laid.lines.map((line) =>
      line === lastLine
        ? { ...line, label: `IF(${conclusion}=${textOf(outcome.met)},${line.label},${textOf(ifCovered)})` }
        : line,
    ),
    parameters,
  );
  // What is not covered comes to nothing: no amount stands beside it.
  const [firstLine] = laid.lines;
  if (firstLine !== undefined && lastLine !== undefined) {
    const refused = [outcome.unmet, outcome.wrong].map((word) => `$B$${results.outcome}=${textOf(word)}`);
    sheet.addConditionalFormatting({
      ref: `${firstLine.cell}:${lastLine.cell}`,
      rules: [
        {
          type: "expression",
          priority: 5,
          formulae: [`OR(${refused.join(",")})`],
          style: { font: { color: { argb: "FFFFFFFF" } } },
        },
      ],
    });
  }
  for (const role of ["outcome", "payable", "overpaid", "note"] as const) {
    const { cell, formula } = laid[role];
    const at = results[role];
    put(sheet, `A${at}`, names[role], { font: { bold: true }, border });
    computed(sheet, cell, formula, {
      font: { bold: true, size: role === "note" ? 11 : 12 },
      border,
      numFmt: formats.money,
      alignment: { ...wrapped, horizontal: role === "note" ? "left" : "right" },
    });
  }
  sheet.mergeCells(`B${results.note}:D${results.note}`);
  sheet.getRow(results.note).height = 32;
  for (const { cell, formula } of [laid.problems, laid.missing]) computed(sheet, cell, formula);
  sheet.getColumn("H").hidden = true;

  heading(sheet, (row += 2), ["五、办理期限", "填写", "怎样填写", ""]);
  const days = new Map<string, string>();
  for (const field of deadlines.fields) {
    days.set(field.name, `B${(row += 1)}`);
    put(sheet, `A${row}`, field.label.zh, { alignment: wrapped, border });
    inputCell(sheet, `B${row}`, field, lists);
    put(sheet, `C${row}`, hint(field), { font: { color: { argb: colours.grey } }, alignment: wrapped });
  }
  const due = deadlines.deadlines({
    cover: cover.cover,
    parameters,
    cell: (name) => days.get(name) ?? "",
    outcome: laid.outcome.cell,
    payable: laid.payable.cell,
  });
  heading(sheet, (row += 1), ["应办事项", "最后一日（含当日）", "依据", "备注"]);
  for (const { label, clause, formula, terms } of due) {
    row += 1;
    computed(sheet, `A${row}`, label, { alignment: wrapped, border });
    fitHeight(sheet, row, label);
    computed(sheet, `B${row}`, formula, { numFmt: formats.day, border, alignment: { horizontal: "right" } });
    put(sheet, `C${row}`, cited(clause), { alignment: wrapped, border });
    computed(sheet, `D${row}`, changedMark(parameters, { terms }), { alignment: wrapped, border });
  }
  const [firstCheck, lastCheck] = [laid.checks[0]?.cell, laid.checks.at(-1)?.cell];
  if (firstCheck !== undefined && lastCheck !== undefined) coloured(sheet, `${firstCheck}:${lastCheck}`, firstCheck);
  coloured(sheet, laid.outcome.cell, laid.outcome.cell);
  sheet.views = [{ state: "frozen", ySplit: 8, showGridLines: false }];
  sheet.pageSetup.printArea = `A$1:D$${row}`;
  sheet.pageSetup.fitToHeight = 1;
}

function parameterValidation({ kind, bound }: ParameterRow, row: number): DataValidation | undefined {
  const { issued } = parameterColumns;
  const own = `$${issued}$${row}`;
  if (bound === "floor") return validation("decimal", [own], "greaterThanOrEqual", "条文为“不低于”，只能调高");
  if (bound === "ceiling") return validation("decimal", [0, own], "between", "条文为“最高”，只能调低");
  switch (kind) {
    case "money":
      return validation("decimal", [0, 9_000_000_000], "between", "元，不小于零");
    case "rate":
      return validation("decimal", [0, 2], "between", "比例，最多四位小数");
    case "day":
      return validation("date", [firstDay, lastDay], "between", "日期");
    case "number":
      return validation("whole", [0, 100_000_000], "between", "整数");
    case "flag":
      return validation("list", [`"${yes},${no}"`], undefined, "选 是 或 否");
    case "text":
      return undefined;
  }
}

function parametersPage(workbook: ExcelJS.Workbook, book: ProgrammeBook): void {
  const sheet = page(
    workbook,
    parametersSheet,
    `${book.policy.title.zh} · 参数（${book.policy.document.number}）`,
    "各项规定的现值。合同另有约定的在“现值”中改，改动的行变黄，用到它的结果注明［已调整］；“是”为要求（或包括），“否”为不要求（或不包括）。",
    [48, 18, 18, 14, 40],
  );
  heading(sheet, firstParameterRow - 1, ["规定", "现值", "文件规定", "备注", "依据"]);
  const { value, issued, mark } = parameterColumns;
  const rows = parametersOf(book).rows;
  rows.forEach((each, index) => {
    const row = firstParameterRow + index;
    const style = {
      border,
      numFmt: formats[each.kind],
      alignment: { horizontal: "right", vertical: "middle", wrapText: true },
    } as const;
    put(sheet, `A${row}`, each.label, { border, alignment: wrapped });
    sheet.getRow(row).height = 15 * Math.ceil(each.label.length / 26);
    put(sheet, `${value}${row}`, each.value, {
      ...style,
      ...(each.kind !== "text" && { fill: fill(colours.input), protection: { locked: false } }),
    });
    put(sheet, `${issued}${row}`, each.value, style);
    computed(sheet, `${mark}${row}`, `IF(${value}${row}=${issued}${row},"","［已调整］")`, { border });
    put(sheet, `E${row}`, each.clause, { border, alignment: wrapped });
    const valid = parameterValidation(each, row);
    if (valid !== undefined) sheet.getCell(`${value}${row}`).dataValidation = valid;
  });
  const last = firstParameterRow + rows.length - 1;
  sheet.addConditionalFormatting({
    ref: `A${firstParameterRow}:E${last}`,
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: [`$${mark}${firstParameterRow}<>""`],
        style: { fill: background(colours.changed) },
      },
    ],
  });
  sheet.views = [{ state: "frozen", ySplit: firstParameterRow - 1, showGridLines: false }];
  sheet.pageSetup.printTitlesRow = `${firstParameterRow - 1}:${firstParameterRow - 1}`;
}

function workdaysPage(workbook: ExcelJS.Workbook): void {
  const serials = workdaySerials();
  const sheet = page(
    workbook,
    workdaysSheet,
    "工作日",
    "依照国务院办公厅各年放假通知的全部工作日，调休上班的周末在内、放假的工作日不在内。期限由此计算；不要改动。",
    [16, 60],
  );
  heading(sheet, firstWorkdayRow - 1, ["工作日", ""]);
  serials.forEach((serial, index) => put(sheet, `A${firstWorkdayRow + index}`, serial, { numFmt: formats.day }));
  sheet.views = [{ state: "frozen", ySplit: firstWorkdayRow - 1 }];
  sheet.pageSetup.printArea = `A$1:B$${firstWorkdayRow + 40}`;
}

function settlementPage(workbook: ExcelJS.Workbook, book: ProgrammeBook, lists: WordLists): void {
  const { settlement, policy } = book;
  const parameters = parametersOf(book);
  const sheet = page(
    workbook,
    "清算",
    `${policy.title.zh} · ${settlement.title}（${cited(settlement.clause)}）`,
    "浅黄色单元格由您填写；其余自动计算。",
    [48, 24, 34, 24],
  );
  let row = 5;
  heading(sheet, 3, ["核对", "", "", ""]);
  heading(sheet, 5, ["一、收支", "填写", "怎样填写", ""]);
  let written = false;
  const laid = settlementCells(settlement, parameters, {
    input: () => `B${(row += 1)}`,
    next(role) {
      if (role === "problems") return "B4";
      if (!written) heading(sheet, (row += 2), ["二、清算单", "金额（元）", "依据", "备注"]);
      written = true;
      return `B${(row += 1)}`;
    },
  });
  for (const { field, cell } of laid.inputs) {
    put(sheet, `A${cell.slice(1)}`, field.label.zh, { border, alignment: wrapped });
    inputCell(sheet, cell, field, lists);
    put(sheet, `C${cell.slice(1)}`, hint(field), { font: { color: { argb: colours.grey } } });
  }
  const shown = laid.lines.map((line) => ({ ...line, formula: `IF($B$4="可以清算",${line.formula},0)` }));
  writeLines(sheet, shown, parameters);
  put(sheet, "A4", "填写情况", { font: { bold: true }, border });
  computed(sheet, "B4", `IF(${laid.problems.formula}="","可以清算",${laid.problems.formula})`, {
    border,
    alignment: wrapped,
  });
  sheet.mergeCells("B4:D4");
  sheet.getRow(4).height = 32;
  sheet.views = [{ state: "frozen", ySplit: 4, showGridLines: false }];
  sheet.pageSetup.printArea = `A$1:D$${row}`;
  sheet.pageSetup.fitToHeight = 1;
}

/** How many bills a ledger has rows for. */
const ledgerLength = 20;

function ledgerPage(workbook: ExcelJS.Workbook, book: ProgrammeBook, lists: WordLists): void {
  const { ledger, policy } = book;
  const fields = ledgerFields(book);
  const title = policy.covers[ledger.cover]?.title.zh ?? ledger.cover;
  const results = ["结论", "应得（元）", "应补付（元）", "多付（元）", "说明"];
  const widths = [10, ...fields.map(({ kind }) => (kind === "money" ? 12 : 11)), 12, 9, 12, 12, 11, 30];
  const sheet = page(
    workbook,
    "台账",
    `${policy.title.zh} · 个人年度台账（${title}）`,
    `一人一张，一行一笔账单，按日期从早到晚填写；累计、限额已用、此前已赔付由表格逐行推算。${ledger.beyond}`,
    widths,
  );
  const [titlesRow, first] = [4, 5];
  const letter = (column: number) => sheet.getColumn(column).letter;
  const paid = fields.length + 2;
  const helpersFrom = paid + results.length + 1;
  heading(sheet, titlesRow, ["编号", ...fields.map(({ label }) => label.zh), "已实际赔付（元）", ...results]);
  sheet.getRow(titlesRow).height = 48;
  let helpersTo = helpersFrom;
  const rows = ledgerRows(book, ledgerLength, (index) => {
    const row = first + index;
    let at = helpersFrom - 1;
    const next = () => {
      at += 1;
      helpersTo = Math.max(helpersTo, at);
      return `${letter(at)}${row}`;
    };
    return {
      input: ({ name }) => `${letter(fields.findIndex((each) => each.name === name) + 2)}${row}`,
      next,
      helper: next,
    };
  });
  rows.forEach((laid, index) => {
    const row = first + index;
    put(sheet, `A${row}`, index + 1, { border, fill: fill(colours.input), protection: { locked: false } });
    for (const { field, cell } of laid.inputs) inputCell(sheet, cell, field, lists);
    const paidCell = `${letter(paid)}${row}`;
    inputCell(sheet, paidCell, paidField, lists);
    const hidden = [...laid.checks, ...laid.lines, ...laid.helpers];
    const shown = [laid.problems, laid.outcome, laid.missing, laid.payable, laid.overpaid, laid.note];
    for (const { cell, formula } of [...hidden, ...shown]) computed(sheet, cell, formula);
    const filled = `COUNTA(B${row}:${letter(paid)}${row})>0`;
    const result = (offset: number) => `${letter(paid + offset)}${row}`;
    const show = (offset: number, formula: string, numFmt = "General") =>
      computed(sheet, result(offset), `IF(${filled},${formula},"")`, {
        border,
        numFmt,
        alignment: { vertical: "middle", wrapText: true },
      });
    const entitled = `IF(${laid.payable.cell}="",0,${laid.payable.cell})`;
    const settled = `OR(${laid.outcome.cell}=${textOf(outcome.unmet)},${laid.payable.cell}<>"")`;
    show(1, laid.outcome.cell);
    show(2, laid.payable.cell, formats.money);
    show(3, `IF(${laid.payable.cell}="","",MAX(0,ROUND(${entitled}-${paidCell},2)))`, formats.money);
    show(4, `IF(${settled},MAX(0,ROUND(${paidCell}-${entitled},2)),"")`, formats.money);
    show(5, laid.note.cell);
  });
  const last = first + ledgerLength - 1;
  const total = last + 1;
  put(sheet, `A${total}`, "合计", { font: { bold: true }, border });
  for (const column of [paid, paid + 2, paid + 3, paid + 4]) {
    const of = letter(column);
    computed(sheet, `${of}${total}`, `SUM(${of}${first}:${of}${last})`, {
      font: { bold: true },
      border,
      numFmt: formats.money,
    });
  }
  for (let column = helpersFrom; column <= helpersTo; column += 1) sheet.getColumn(column).hidden = true;
  const outcomes = letter(paid + 1);
  coloured(sheet, `${outcomes}${first}:${outcomes}${last}`, `${outcomes}${first}`);
  sheet.views = [{ state: "frozen", ySplit: titlesRow, xSplit: 1, showGridLines: false }];
  sheet.pageSetup.printArea = `A$1:${letter(paid + results.length)}$${total}`;
}

const paidField = amount("paid", "已实际赔付");

function casesPage(workbook: ExcelJS.Workbook, book: ProgrammeBook, vectors: readonly Vector[]): void {
  const parameters = parametersOf(book);
  const cases = casesFor(book, vectors);
  const sheet = page(
    workbook,
    "自检",
    `${book.policy.title.zh} · 自检`,
    "手工核对过的案例：表格算得的，与应有的结果并列。全部一致，本表才可信；改过参数的，不一致是应当的。",
    [44, 26, 26, 14],
  );
  const first = 5;
  heading(sheet, first - 1, ["案例", "算得", "应为", "是否一致"]);
  const letter = (column: number) => sheet.getColumn(column).letter;
  const helpersFrom = 6;
  let helpersTo = helpersFrom;
  let row = first - 1;
  const show = (name: string, formula: string, expected: Value, numFmt: string) => {
    put(sheet, `A${row}`, name, { border, alignment: wrapped });
    const style = { border, numFmt, alignment: { horizontal: "right" } } as const;
    computed(sheet, `B${row}`, formula, style);
    put(sheet, `C${row}`, expected === "" ? "（无）" : expected, style);
    const same = expected === "" ? `B${row}=""` : `B${row}=C${row}`;
    computed(sheet, `D${row}`, `IF(${same},"一致","不一致")`, { border, alignment: { horizontal: "center" } });
  };
  const numbers = new Map<string, number>();
  for (const { cover, given, expected } of cases) {
    const of = cover === null ? "清算" : (book.policy.covers[cover.cover]?.title.zh ?? "");
    const number = (numbers.get(of) ?? 0) + 1;
    numbers.set(of, number);
    const title = `${of} 第 ${number} 例`;
    row += 1;
    let at = helpersFrom - 1;
    const next = () => {
      at += 1;
      helpersTo = Math.max(helpersTo, at);
      return `${letter(at)}${row}`;
    };
    const input = (field: FormField) => {
      const cell = next();
      put(sheet, cell, cellOf(field, given[field.name]));
      return cell;
    };
    if (cover === null) {
      const laid = settlementCells(book.settlement, parameters, { input, next });
      for (const { cell, formula } of [...laid.lines, laid.problems]) computed(sheet, cell, formula);
      if (expected.kind !== "settlement") continue;
      const amounts = Object.entries(expected.value).filter(([part]) => laid.results[part] !== undefined);
      amounts.forEach(([part, value], index) => {
        if (index > 0) row += 1;
        const line = laid.lines.find(({ cell }) => laid.results[part] === `ROUND(${cell}*100,0)`);
        show(`${title}：`, `(${laid.results[part] ?? ""})/100`, value, formats.money);
        computed(sheet, `A${row}`, `${textOf(`${title}：`)}&${line?.label ?? textOf("承保机构承担")}`, {
          border,
          alignment: wrapped,
        });
      });
      continue;
    }
    const laid = layOut(book, cover, { input, next }, parameters);
    const { checks, lines, problems, outcome: concluded, missing, payable, overpaid, note } = laid;
    for (const { cell, formula } of [...checks, ...lines, problems, concluded, missing, payable, overpaid, note]) {
      computed(sheet, cell, formula);
    }
    if (expected.kind === "outcome") show(title, concluded.cell, expected.value, "General");
    else if (expected.kind === "payable") show(title, payable.cell, expected.value, formats.money);
    else if (expected.kind === "amount") show(title, lines.at(-1)?.cell ?? "", expected.value, formats.money);
  }
  for (let column = helpersFrom; column <= helpersTo; column += 1) sheet.getColumn(column).hidden = true;
  const all = `D${first}:D${row}`;
  put(sheet, "A3", "合计", { font: { bold: true }, border });
  computed(sheet, "B3", `COUNTIF(${all},"一致")&" 项一致，"&COUNTIF(${all},"不一致")&" 项不一致"`, {
    font: { bold: true },
    border,
  });
  const colour = (word: string, argb: string, priority: number) => ({
    type: "expression" as const,
    priority,
    formulae: [`D${first}=${textOf(word)}`],
    style: { fill: background(argb) },
  });
  sheet.addConditionalFormatting({
    ref: all,
    rules: [colour("一致", colours.good, 1), colour("不一致", colours.bad, 2)],
  });
  sheet.views = [{ state: "frozen", ySplit: first - 1, showGridLines: false }];
  sheet.pageSetup.printArea = `A$1:D$${row}`;
  sheet.pageSetup.printTitlesRow = `${first - 1}:${first - 1}`;
}

function guidePage(workbook: ExcelJS.Workbook, book: ProgrammeBook, version: string): void {
  const { policy, covers } = book;
  const { document } = policy;
  const sheet = page(
    workbook,
    "说明",
    `${policy.title.zh}：核算工作簿`,
    `依据 ${document.title.zh}（${document.number}）`,
    [26, 96],
  );
  const titles = covers.map(({ cover }) => policy.covers[cover]?.title.zh ?? cover).join("、");
  const rows: [string, string][] = [
    [
      "怎样用",
      "在各险种的表中填写浅黄色单元格（下拉选择、日期、金额），其余单元格自动计算，已加保护（无密码，可用“审阅—撤销工作表保护”解除）。不清楚的事实留空，不要猜：结论会写明尚缺什么。",
    ],
    ["结论", "符合：应赔付金额随即显示。不符合、待查明、输入有误：没有应赔付金额，“说明”和“资格核对”写明原因。"],
    [
      "各表",
      `${titles}：一项理赔一张。台账：一人一年的账单。清算：年度盈亏。参数：各项规定，合同另有约定的在此改。工作日：期限由此计算。自检：手工核对过的案例。`,
    ],
    [
      "没有放进来的",
      `本工作簿按条文的默认读法计算（见下）；改用其他读法，或同一事件适用几个险种、补充材料致期限中止等情形，用程序核算。${book.ledger.beyond}`,
    ],
    ["精度", "金额按分计算，比例最多四位小数，每个金额只在最后四舍五入一次。"],
    [
      "文件",
      `${document.number}，${document.issuedOn} 印发，${document.inForce.from} 起${document.inForce.to === undefined ? "" : `至 ${document.inForce.to} 止`}有效。`,
    ],
    ["版本", `惠民规则 huimin-rules ${version}。本工作簿的公式由该程序的规则生成，不含宏，不联网。`],
    [
      "打不开公式",
      "需要能打开 .xlsx 的软件：Excel 2010 及以上、WPS 表格、LibreOffice。打开后若数字未更新，按 F9 重新计算。",
    ],
  ];
  let row = 3;
  for (const [name, text] of rows) {
    row += 1;
    put(sheet, `A${row}`, name, { font: { bold: true }, alignment: { vertical: "top" }, border });
    put(sheet, `B${row}`, text, { alignment: wrapped, border });
    sheet.getRow(row).height = 16 * Math.max(1, Math.ceil(text.length / 46));
  }
  row += 2;
  heading(sheet, row, ["条文解读（默认）", "问题和所采用的读法"]);
  for (const { clause, question, choices: said, default: own } of Object.values(policy.readings)) {
    row += 1;
    const text = `${question.zh}：${said[own]?.zh ?? own}`;
    put(sheet, `A${row}`, clause.path, { border, alignment: { vertical: "top" } });
    put(sheet, `B${row}`, text, { alignment: wrapped, border });
    sheet.getRow(row).height = 16 * Math.max(1, Math.ceil(text.length / 46));
  }
  sheet.views = [{ state: "frozen", ySplit: 2, showGridLines: false }];
}

/** The formulas of a workbook with what they come to, for programs that show a file without calculating it. */
function calculate(workbook: ExcelJS.Workbook): void {
  const sheets = Object.fromEntries(
    workbook.worksheets.map((sheet) => {
      const rows: RawCellContent[][] = [];
      sheet.eachRow({ includeEmpty: true }, (each, row) => {
        const cells: RawCellContent[] = (rows[row - 1] = []);
        each.eachCell({ includeEmpty: true }, (cell, column) => {
          const own = cell.isMerged && cell.master !== cell ? null : cell.value;
          const formula = cell.formula as string | undefined;
          cells[column - 1] = formula === undefined ? (own as RawCellContent) : `=${formula}`;
        });
      });
      return [
        sheet.name,
        Array.from(rows, (each) => Array.from((each as RawCellContent[] | undefined) ?? [], (cell) => cell ?? null)),
      ];
    }),
  );
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3", useStats: false });
  try {
    for (const sheet of workbook.worksheets) {
      const values = engine.getSheetValues(engine.getSheetId(sheet.name) ?? 0);
      sheet.eachRow((each, row) =>
        each.eachCell((cell, column) => {
          if (cell.type !== ExcelJS.ValueType.Formula) return;
          const result = values[row - 1]?.[column - 1];
          if (typeof result === "object" && result !== null)
            throw new Error(`${sheet.name} ${cell.address}: ${JSON.stringify(result)}`);
          cell.value = { formula: cell.formula, result: result ?? "" };
        }),
      );
    }
  } finally {
    engine.destroy();
  }
}

/** A day that every build has in common: the files of two builds are the same byte for byte. */
const everyBuild = new Date(Date.UTC(2020, 0, 1));

/**
 * The workbook of a programme.
 *
 * @param calculated - Whether formulas come with what they come to; without, whoever opens the file must calculate.
 */
export async function workbookOf(
  book: ProgrammeBook,
  vectors: readonly Vector[],
  version: string,
  calculated = true,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, {
    creator: "huimin-rules",
    created: everyBuild,
    modified: everyBuild,
    lastModifiedBy: "huimin-rules",
  });
  workbook.calcProperties.fullCalcOnLoad = true;
  guidePage(workbook, book, version);
  parametersPage(workbook, book);
  const words = workbook.addWorksheet("词表", { state: "veryHidden" });
  const lists = new WordLists(words);
  for (const cover of book.covers) coverPage(workbook, book, cover, lists);
  ledgerPage(workbook, book, lists);
  settlementPage(workbook, book, lists);
  casesPage(workbook, book, vectors);
  workdaysPage(workbook);
  for (const sheet of workbook.worksheets) await protect(sheet);
  if (calculated) calculate(workbook);
  const written = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const files = Object.entries(written).sort(([one], [other]) => (one < other ? -1 : 1));
  // A zip holds the time of its place: midnight there, wherever that is.
  return zipSync(Object.fromEntries(files), { mtime: new Date(2020, 0, 1), level: 9 });
}
