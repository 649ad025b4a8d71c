import { serialOf } from "../cells.js";
import { Money, Rate } from "../../core/money.js";
import type { Field } from "../../core/input.js";
import type { AnyPolicy, Provision, Terms } from "../../core/policy.js";
import type { Tier } from "../../core/tiers.js";
import type { Fen, TenThousandths } from "./operations.js";

/*
 * The sheet 参数: every provision with its value, its clause, and the value of the document beside it. What is changed there is an
 * amendment, and the rows that use it say so.
 */

/** What a cell holds. */
export type Value = string | number | null;

/** How a value is shown and may be changed. */
type ValueKind = "money" | "rate" | "day" | "number" | "flag" | "text";

/** A row of the sheet 参数. */
export interface ParameterRow {
  readonly label: string;
  readonly value: Value;
  readonly kind: ValueKind;
  readonly clause: string;
  /** Whether the text allows only more (不低于) or only less (最高) than its own value. */
  readonly bound?: "floor" | "ceiling";
}

/** The name of the sheet. */
export const parametersSheet = "参数";
/** The first row that holds a value. */
export const firstParameterRow = 4;
/** Where a row's name, value, the document's own value and the mark of a change stand. */
export const parameterColumns = { label: "A", value: "B", issued: "C", mark: "D", clause: "E" } as const;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** A text within a formula. */
export const textOf = quoted;

/** 是 and 否, as cells hold them. */
export const yes = "是";
export const no = "否";

const at = (column: string, row: number) => `'${parametersSheet}'!$${column}$${row}`;

const isProvision = (value: object): value is Provision<unknown> => "clause" in value && "value" in value;

/** Every provision of a policy, in the document's order. */
function provisionsOf(terms: Terms): Provision<unknown>[] {
  return Object.values(terms).flatMap((each) => (isProvision(each) ? [each] : provisionsOf(each)));
}

const isTiers = (value: readonly unknown[]): value is readonly Tier[] =>
  value.every((each) => typeof each === "object" && each !== null && "rate" in each);

/** How many tiers a contract can write where the document leaves them open. */
const tiersByContract = 5;

/** How a value that the contract sets is written. */
const kindOfBlank = (blank: Field | undefined): ValueKind =>
  blank?.kind === "money" || blank?.kind === "rate" || blank?.kind === "day" ? blank.kind : "text";

/** The rows of a provision: one for a value, one a word of a list, two a tier. */
function rowsOf({ clause, label, value, words, floor, ceiling, blank }: Provision<unknown>): ParameterRow[] {
  const cited = `${clause.document} ${clause.path}`;
  const bound = floor !== undefined ? ("floor" as const) : ceiling !== undefined ? ("ceiling" as const) : undefined;
  const row = (name: string, held: Value, kind: ValueKind): ParameterRow => ({
    label: name,
    value: held,
    kind,
    clause: cited,
    ...(bound && { bound }),
  });
  const { zh } = label;
  const tierRows = (index: number, upTo: Value, rate: Value) => [
    row(`${zh}第 ${index + 1} 档上限`, upTo, "money"),
    row(`${zh}第 ${index + 1} 档比例`, rate, "rate"),
  ];
  if (value === null) {
    if (blank?.kind !== "list") return [row(zh, null, kindOfBlank(blank))];
    return Array.from({ length: tiersByContract }, (_, index) => tierRows(index, null, null)).flat();
  }
  if (Money.is(value)) return [row(zh, value.toNumber(), "money")];
  if (Rate.is(value)) return [row(zh, value.toNumber(), "rate")];
  if (typeof value === "boolean") return [row(zh, value ? yes : no, "flag")];
  if (typeof value === "number") return [row(zh, value, "number")];
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (isTiers(list)) {
      return list.flatMap(({ upTo, rate }, index) =>
        tierRows(index, upTo === undefined ? null : upTo.toNumber(), rate.toNumber()),
      );
    }
    if (list.every((each) => Rate.is(each)))
      return list.map((rate, index) => row(`${zh}（${index + 1} 级）`, rate.toNumber(), "rate"));
    if (words !== undefined) {
      return Object.entries(words).map(([word, term]) =>
        row(`${zh}：${term.zh}`, list.includes(word) ? yes : no, "flag"),
      );
    }
    return [row(zh, list.map(String).join("、"), "text")];
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? [row(zh, serialOf(text), "day")] : [row(zh, text, "text")];
}

/** Where the provisions of a policy stand, and what formulas can ask of them. */
export interface Parameters {
  readonly rows: readonly ParameterRow[];
  /** The cell of a single value. */
  readonly value: (term: Provision<unknown>) => string;
  readonly fen: (term: Provision<Money>) => Fen;
  readonly rate: (term: Provision<Rate>) => TenThousandths;
  /** An amount, cut into the tiers of a term: what falls into each, and its rate. */
  readonly slices: (amount: Fen, term: Provision<readonly Tier[] | null>) => (readonly [Fen, TenThousandths])[];
  /** The rate of a grade. */
  readonly rateAt: (term: Provision<readonly Rate[]>, grade: string) => TenThousandths;
  /** Whether a word, in Chinese, is on the list of a term. */
  readonly lists: (term: Provision<readonly string[]>, word: string) => string;
  /** Whether any of these terms was changed. */
  readonly changed: (terms: readonly Provision<unknown>[]) => string;
  /** All cells of a term. */
  readonly cells: (term: Provision<unknown>) => readonly string[];
}

/** Above every amount: where an open tier ends. */
const beyond = "9000000000000000";

/** A policy, and what provisions are called that share a name. */
export interface Named {
  readonly policy: AnyPolicy;
  readonly names?: ReadonlyMap<Provision<unknown>, string>;
}

/** Lays the provisions of a policy out. */
export function parametersOf({ policy, names }: Named): Parameters {
  const rows: ParameterRow[] = [];
  const places = new Map<Provision<unknown>, readonly [number, number]>();
  for (const term of provisionsOf(policy.terms as Terms)) {
    if (places.has(term)) continue;
    const name = names?.get(term);
    const own = rowsOf(name === undefined ? term : { ...term, label: { zh: name, en: term.label.en } });
    const from = firstParameterRow + rows.length;
    places.set(term, [from, from + own.length - 1]);
    rows.push(...own);
  }
  const { value: held, mark } = parameterColumns;
  const placeOf = (term: Provision<unknown>) => {
    const place = places.get(term);
    if (place === undefined) throw new Error(`${term.label.en}: no provision of ${policy.id}`);
    return place;
  };
  const first = (term: Provision<unknown>) => at(held, placeOf(term)[0]);
  const inTenThousandths = (cell: string) => `ROUND(${cell}*10000,0)`;
  const inFen = (cell: string) => `ROUND(${cell}*100,0)`;
  return {
    rows,
    value: first,
    fen: (term) => inFen(first(term)),
    rate: (term) => inTenThousandths(first(term)),
    slices(amount, term) {
      const [from, to] = placeOf(term);
      let floor = "0";
      return Array.from({ length: (to - from + 1) / 2 }, (_, index) => {
        const [end, rate] = [at(held, from + 2 * index), at(held, from + 2 * index + 1)];
        const part = `IF(${rate}="",0,MAX(0,IF(${end}="",${amount},MIN(${amount},${inFen(end)}))-${floor}))`;
        floor = `IF(${end}="",${beyond},${inFen(end)})`;
        return [part, inTenThousandths(rate)] as const;
      });
    },
    rateAt(term, grade) {
      const [from, to] = placeOf(term);
      return inTenThousandths(`INDEX(${at(held, from)}:$${held}$${to},${grade})`);
    },
    lists(term, word) {
      const [from] = placeOf(term);
      const listed = Object.values(term.words ?? {}).map(
        ({ zh }, index) => `AND(${word}=${quoted(zh)},${at(held, from + index)}=${quoted(yes)})`,
      );
      return `OR(${listed.join(",")})`;
    },
    changed(terms) {
      const cells = terms.flatMap((term) => {
        const [from, to] = placeOf(term);
        return Array.from({ length: to - from + 1 }, (_, index) => `${at(mark, from + index)}<>""`);
      });
      return cells.length === 0 ? "FALSE()" : `OR(${cells.join(",")})`;
    },
    cells(term) {
      const [from, to] = placeOf(term);
      return Array.from({ length: to - from + 1 }, (_, index) => at(held, from + index));
    },
  };
}
