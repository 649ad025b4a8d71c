import fc from "fast-check";
import { HyperFormula, type RawCellContent } from "hyperformula";
import type { Assessment, FormField } from "huimin-rules/core";
import { claimFields, layOut, ledgerRows, type ProgrammeBook } from "../../src/spreadsheet/workbook/book.js";
import {
  firstParameterRow,
  parameterColumns,
  parametersOf,
  parametersSheet,
  type Value,
} from "../../src/spreadsheet/workbook/parameters.js";
export { books } from "../../src/spreadsheet/workbook/books.js";
import { cellOf } from "../../src/spreadsheet/workbook/cases.js";
import { settlementCells, type CaseCells, type CoverBook } from "../../src/spreadsheet/workbook/sheet.js";
import { firstWorkdayRow, workdaySerials, workdaysSheet } from "../../src/spreadsheet/workbook/workdays.js";
import { serialOf } from "../../src/spreadsheet/cells.js";

/** A1-style name of a column, the first being 0. */
function column(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : column(Math.floor(index / 26) - 1) + last;
}

/** The sheet 参数 as rows, with some values changed. */
export function parameterRows(
  book: ProgrammeBook,
  changed: ReadonlyMap<number, Value> = new Map(),
): RawCellContent[][] {
  const { issued, value } = parameterColumns;
  const rows = parametersOf(book).rows.map((row, index): RawCellContent[] => {
    const at = firstParameterRow + index;
    const mark = `=IF(${value}${at}=${issued}${at},"","changed")`;
    return [row.label, changed.has(at) ? (changed.get(at) ?? null) : row.value, row.value, mark, row.clause];
  });
  return [...Array.from({ length: firstParameterRow - 1 }, () => [null]), ...rows];
}

/** What one case of cells shows. */
export interface Shown {
  readonly outcome: unknown;
  readonly payable: unknown;
  readonly overpaid: unknown;
  readonly missing: unknown;
  readonly problems: unknown;
  readonly lines: readonly unknown[];
}

export type Given = Readonly<Record<string, unknown>>;

/** Facts of cases that are covered, by which most of the random cases go. */
export const favourable: Record<string, Given> = {
  chongqing: {
    enrolledFrom: "2020-11-01",
    enrolled: true,
    occurredOn: "2021-03-02",
    diagnosedOn: "2021-03-02",
    birthDate: "2008-02-29",
    compensatedBefore: false,
    disease: "paralysis",
    exam: "collegeEntrance",
    earlierGrant: "none",
  },
  zhumadian: {
    registeredDivision: "411721",
    contractStartsOn: "2019-06-15",
    occurredOn: "2020-06-14",
    admittedOn: "2020-02-29",
    birthDate: "2004-02-29",
    peril: "hail",
    injury: "serious",
    group: "minimumLivingGuarantee",
  },
  luozhuang: {
    status: "liftedFromPovertyWithBenefits",
    assistedFrom: "2020-05-01",
    occurredOn: "2020-05-02",
    setting: "inpatient",
    place: "city",
    referral: "approved",
    specialDisease: "hemophilia",
  },
  lishui: {
    category: "otherHardship",
    occurredOn: "2018-01-01",
    harm: "death",
    setting: "inpatient",
    thirdPartyLiable: false,
    activity: "planting",
    peril: "fire",
  },
};

/** What makes most cases of a cover free of contradictions; one in four stays as it came. */
export const tidied: Readonly<Record<string, (given: Given) => Given>> = {
  "chongqing.accident": ({ disabilityRate, ...given }) =>
    given["disabilityGrade"] === undefined ? { ...given, disabilityRate } : given,
  "luozhuang.medicalSupplement": (given) => {
    const scope = Math.round(Number(given["inScopeExpenses"] ?? 0) * 100);
    const tidy: Record<string, unknown> = { ...given };
    const fenOf = (name: string) => Number(given[name]) * 100;
    if (given["totalExpenses"] !== undefined) {
      tidy["totalExpenses"] = ((scope + (fenOf("totalExpenses") % 5_000_000)) / 100).toFixed(2);
    }
    const paid = ["basicPaid", "criticalIllnessPaid", "medicalAssistancePaid", "institutionReduced", "otherPaid"];
    paid.forEach((name, index) => {
      if (given[name] === undefined) return;
      tidy[name] = (Math.floor(fenOf(name) % (scope / 2 ** (index + 1) + 1)) / 100).toFixed(2);
    });
    return tidy;
  },
};

/** Cases as rows of cells, and where each result stands. */
export function rowsOf(
  book: ProgrammeBook,
  cover: CoverBook,
  cases: readonly Given[],
): { rows: Value[][]; cells: CaseCells[] } {
  const parameters = parametersOf(book);
  const cells: CaseCells[] = [];
  const rows = cases.map((given, index) => {
    const row: Value[] = [];
    const next = () => `${column(row.push(null) - 1)}${index + 1}`;
    const laid = layOut(
      book,
      cover,
      {
        input(field) {
          const at = next();
          row[row.length - 1] = cellOf(field, given[field.name]);
          return at;
        },
        next,
      },
      parameters,
    );
    cells.push(laid);
    const { checks, lines, problems, outcome, missing, payable, overpaid, note } = laid;
    const place = (cell: string) => columnOf(cell);
    for (const { cell, formula } of [...checks, ...lines, problems, outcome, missing, payable, overpaid, note]) {
      row[place(cell)] = `=${formula}`;
    }
    return row;
  });
  return { rows, cells };
}

function columnOf(cell: string): number {
  const letters = /^[A-Z]+/.exec(cell)?.[0] ?? "";
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What a real engine shows for cases. */
export function shownIn(
  book: ProgrammeBook,
  cover: CoverBook,
  cases: readonly Given[],
  changed?: ReadonlyMap<number, Value>,
): Shown[] {
  const { rows, cells } = rowsOf(book, cover, cases);
  const values = valuesIn(book, rows, changed);
  return shownOf(cells, (cell) => values[Number(/\d+$/.exec(cell)?.[0]) - 1]?.[columnOf(cell)]);
}

/** What the cells of cases show, by what stands in a cell. */
export function shownOf(cells: readonly CaseCells[], value: (cell: string) => unknown): Shown[] {
  return cells.map(({ outcome, payable, overpaid, missing, problems, lines }) => ({
    outcome: value(outcome.cell),
    payable: value(payable.cell),
    overpaid: value(overpaid.cell),
    missing: value(missing.cell),
    problems: value(problems.cell),
    lines: lines.map(({ cell }) => value(cell)),
  }));
}

/** What the library says of a case, as cells would show it. */
export function ruled(
  book: ProgrammeBook,
  cover: CoverBook,
  given: Given,
  options: object = {},
): Omit<Shown, "problems" | "lines"> {
  const fields = claimFields(book, cover.cover);
  const { facts, loss } = partsOf(book, cover, given);
  const decided = book.assessClaim.safe({ cover: cover.cover, facts, loss }, options);
  if (!decided.ok) return { outcome: "输入有误", payable: "", overpaid: "", missing: null };
  const { eligibility, payable, benefit, pending } = decided.value as Assessment;
  const paid = eligibility.outcome === "eligible" && pending === null;
  const labels = new Map(fields.map(({ name, label }) => [name, label.zh]));
  return {
    outcome: { eligible: "符合", ineligible: "不符合", undetermined: "待查明" }[eligibility.outcome],
    payable: paid ? payable.toNumber() : "",
    overpaid: paid ? (benefit?.overpaid.toNumber() ?? "") : "",
    missing: eligibility.missing.map((name) => labels.get(name) ?? name).sort(),
  };
}

/** A case's facts and its loss. */
function partsOf(book: ProgrammeBook, cover: CoverBook, given: Given) {
  const factNames = new Set(factFields(book, cover).map(({ name }) => name));
  const parts: { facts: Record<string, unknown>; loss: Record<string, unknown> } = { facts: {}, loss: {} };
  for (const { name } of claimFields(book, cover.cover)) {
    if (given[name] === undefined || given[name] === null) continue;
    parts[factNames.has(name) ? "facts" : "loss"][name] = given[name];
  }
  return parts;
}

function factFields(book: ProgrammeBook, cover: CoverBook): readonly FormField[] {
  const loss = new Set(lossFields(book, cover).map(({ name }) => name));
  return claimFields(book, cover.cover).filter(({ name }) => !loss.has(name));
}

function lossFields(book: ProgrammeBook, cover: CoverBook): readonly FormField[] {
  return claimFields(book, cover.cover).filter(({ asks }) => !asks);
}

/** Values of a policy's terms by kind, which are what cases turn on. */
function thresholds(book: ProgrammeBook): { amounts: number[]; days: number[] } {
  const rows = parametersOf(book).rows;
  const of = (kind: string) => [
    ...new Set(rows.flatMap((row) => (row.kind === kind && row.value !== null ? [Number(row.value)] : []))),
  ];
  return { amounts: of("money"), days: of("day") };
}

const dayOf = (serial: number) => new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

const serialsIn = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? [serialOf(value)] : [];

/** Cases of a cover: mostly whole, around the thresholds, with gaps and contradictions. */
export function casesOf(book: ProgrammeBook, cover: CoverBook, favourable: Given = {}): fc.Arbitrary<Given> {
  const { amounts, days: own } = thresholds(book);
  const days = own.length > 0 ? own : Object.values(favourable).flatMap(serialsIn);
  const fen = (value: number) => Math.max(0, Math.round(value * 100));
  const near = fc
    .tuple(fc.constantFrom(...amounts, 0), fc.integer({ min: -2, max: 2 }))
    .map(([at, by]) => fen(at) + by);
  const money = fc
    .oneof(near, near, fc.integer({ min: 0, max: 60_000_000 }), fc.integer({ min: 0, max: 500_000 }))
    .map((value) => (Math.max(0, value) / 100).toFixed(2));
  const day = fc
    .oneof(
      fc.tuple(fc.constantFrom(...days), fc.integer({ min: -2, max: 2 })).map(([at, by]) => at + by),
      fc.integer({ min: Math.min(...days) - 400, max: Math.max(...days) + 400 }),
    )
    .map(dayOf);
  const valueOf = (field: FormField): fc.Arbitrary<unknown> => {
    switch (field.kind) {
      case "money":
        return money;
      case "rate":
        return fc.integer({ min: 0, max: 10_000 }).map((each) => (each / 10_000).toFixed(4));
      case "integer":
        return fc.integer({ min: field.minimum ?? 0, max: field.maximum ?? 100 });
      case "day":
        return field.name === "birthDate" ? fc.oneof(day, fc.integer({ min: 34_000, max: 44_000 }).map(dayOf)) : day;
      case "flag":
        return fc.boolean();
      case "name":
        return fc.constantFrom(...Object.keys(field.words ?? {}), "110101");
      default:
        return fc.constantFrom(...Object.keys(field.words ?? {}));
    }
  };
  const fields = claimFields(book, cover.cover).filter(({ name }) => !cover.without.includes(name));
  const chance = fc.noBias(fc.integer({ min: 0, max: 99 })).map((each) => each / 100);
  return fc
    .record({
      leave: fc.constantFrom(0, 0, 0.05, 0.3),
      lucky: chance,
      values: fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]))),
      gaps: fc.record(Object.fromEntries(fields.map(({ name }) => [name, chance]))),
    })
    .map(({ leave, lucky, values, gaps }) => {
      const given: Record<string, unknown> = {};
      for (const { name, kind, asks, words } of fields) {
        if ((gaps[name] ?? 1) < (asks ? leave : leave + 0.15)) continue;
        // Most facts are favourable in most cases, so that amounts come out.
        const known = favourable[name];
        const possible = kind !== "word" || words?.[String(known)] !== undefined;
        const good = asks && possible && (gaps[name] ?? 0) < 0.6 + lucky * 0.4;
        given[name] = good ? (known ?? (kind === "flag" ? true : values[name])) : values[name];
      }
      return given;
    });
}

/** What a real engine shows for settlements. */
export function settledIn(book: ProgrammeBook, cases: readonly Given[], changed?: ReadonlyMap<number, Value>) {
  const parameters = parametersOf(book);
  const { settlement } = book;
  const laid: { results: Record<string, number>; problems: number }[] = [];
  const rows = cases.map((given, index) => {
    const row: Value[] = [];
    const next = () => `${column(row.push(null) - 1)}${index + 1}`;
    const cells = settlementCells(settlement, parameters, {
      input(field) {
        const at = next();
        row[row.length - 1] = cellOf(field, given[field.name]);
        return at;
      },
      next,
    });
    for (const { cell, formula } of [...cells.lines, cells.problems]) row[columnOf(cell)] = `=${formula}`;
    const results: Record<string, number> = {};
    for (const [name, fen] of Object.entries(cells.results)) results[name] = row.push(`=(${fen})/100`) - 1;
    laid.push({ results, problems: columnOf(cells.problems.cell) });
    return row;
  });
  const values = valuesIn(book, rows, changed);
  return laid.map(({ results, problems }, index) => ({
    problems: values[index]?.[problems],
    ...Object.fromEntries(Object.entries(results).map(([name, at]) => [name, values[index]?.[at]])),
  }));
}

/** What a real engine shows for the rows of a person's year. */
export function yearIn(book: ProgrammeBook, bills: readonly Given[], changed?: ReadonlyMap<number, Value>) {
  const rows: Value[][] = [];
  const laid = ledgerRows(book, bills.length, (index) => {
    const row: Value[] = (rows[index] = []);
    const next = () => `${column(row.push(null) - 1)}${index + 1}`;
    return {
      next,
      helper: next,
      input(field) {
        const at = next();
        row[row.length - 1] = cellOf(field, bills[index]?.[field.name]);
        return at;
      },
    };
  });
  laid.forEach(({ checks, lines, problems, outcome, missing, payable, overpaid, note, helpers }, index) => {
    for (const { cell, formula } of [
      ...checks,
      ...lines,
      ...helpers,
      problems,
      outcome,
      missing,
      payable,
      overpaid,
      note,
    ]) {
      (rows[index] as Value[])[columnOf(cell)] = `=${formula}`;
    }
  });
  const values = valuesIn(book, rows, changed);
  return laid.map(({ outcome, payable, problems }, index) => ({
    outcome: values[index]?.[columnOf(outcome.cell)],
    payable: values[index]?.[columnOf(payable.cell)],
    problems: values[index]?.[columnOf(problems.cell)],
  }));
}

/** The sheet of working days. */
export const workdayRows = (): RawCellContent[][] => [
  ...Array.from({ length: firstWorkdayRow - 1 }, () => [null]),
  ...workdaySerials().map((each) => [each]),
];

function valuesIn(book: ProgrammeBook, rows: Value[][], changed?: ReadonlyMap<number, Value>): unknown[][] {
  const engine = HyperFormula.buildFromSheets(
    {
      [parametersSheet]: parameterRows(book, changed),
      [workdaysSheet]: workdayRows(),
      cases: rows,
    },
    { licenseKey: "gpl-v3", useStats: false },
  );
  try {
    return engine.getSheetValues(engine.getSheetId("cases") ?? 0);
  } finally {
    engine.destroy();
  }
}

/** What a real engine shows of the days by which the insurer must act, by action. */
export function dueIn(book: ProgrammeBook, cover: CoverBook, cases: readonly (readonly [Given, Given])[]) {
  const parameters = parametersOf(book);
  const { rows, cells } = rowsOf(
    book,
    cover,
    cases.map(([given]) => given),
  );
  const places = cases.map(([, dates], index) => {
    const row = rows[index] as Value[];
    const place = (value: Value) => `${column(row.push(value) - 1)}${index + 1}`;
    const days = new Map(book.deadlines.fields.map((field) => [field.name, place(cellOf(field, dates[field.name]))]));
    const { outcome, payable } = cells[index] as CaseCells;
    const due = book.deadlines.deadlines({
      cover: cover.cover,
      parameters,
      cell: (name) => days.get(name) ?? "",
      outcome: outcome.cell,
      payable: payable.cell,
    });
    return due.map(({ action, formula }) => [action, columnOf(place(`=${formula}`))] as const);
  });
  const values = valuesIn(book, rows);
  return places.map((due, index) =>
    Object.fromEntries(
      due.flatMap(([action, at]) => (values[index]?.[at] === "" ? [] : [[action, values[index]?.[at]]])),
    ),
  );
}

/** The same as the library has it, as date serials; nothing where it refuses. */
export function dueBy(
  book: ProgrammeBook,
  cover: CoverBook,
  given: Given,
  dates: Given,
): Record<string, number> | null {
  const { facts, loss } = partsOf(book, cover, given);
  const stated = Object.entries(dates).filter(([, day]) => day !== undefined);
  const decided = book.assessClaim.safe({
    cover: cover.cover,
    facts,
    loss,
    ...(stated.length > 0 && { dates: Object.fromEntries(stated) }),
  });
  if (!decided.ok) return null;
  const { deadlines } = decided.value as Assessment;
  return Object.fromEntries(deadlines.map(({ action, dueOn }) => [action, serialOf(dueOn)]));
}
