import { issueOf, type Path } from "../core/errors.js";
import { coverName, type Field, type Fields, type Vocabulary } from "../core/input.js";
import { meantName } from "../core/meant.js";
import { dimensions, labelFields } from "../core/summary.js";
import { PolicyInputError, type AnyRule, type Locale, type Text } from "../index.js";
import { csvRow, isBadRow, type Row } from "./csv.js";
import { decideRecord, type Deciding, type Decision } from "../decide/decision.js";
import type { ColumnPlace, PlacedIssue } from "./place.js";
import { printable } from "./printable.js";
import { unknown, UsageError } from "./usage.js";

/** Where the cells of a column go: to a place of the record. */
interface Target {
  readonly path: readonly string[];
  /** What its header may say besides the path. */
  readonly labels: readonly Text[];
  /** What stands in its place in the record; in the end text, where the rule says what is wrong with it. */
  readonly convert: (cell: string) => unknown;
  readonly required: boolean;
}

const pathOf = ({ path }: Target) => path.join(".");

/** Where the columns of a rule, or of one of its covers, go: those of the input first, then those of the record. */
interface Targets {
  /** The cover, as a word; empty for a rule that does not depend on it. */
  readonly cover: string;
  readonly input: readonly Target[];
  /** Groups of the input that must be there, also where all of their cells are blank. */
  readonly groups: readonly string[];
}

const asIs = (cell: string): string => cell;

const flags = new Map([
  ...["是", "true", "TRUE"].map((text) => [text, true] as const),
  ...["否", "false", "FALSE"].map((text) => [text, false] as const),
]);

/** The words of a vocabulary by themselves and by their terms; a term that several share is none. */
function wordsBy(words: Vocabulary): ReadonlyMap<string, string> {
  const terms = Object.entries(words).flatMap(([word, { zh, en }]) => [zh, en].map((term) => [term, word] as const));
  const own = terms.filter(([term, word]) => terms.every(([other, its]) => other !== term || its === word));
  return new Map([...own, ...Object.keys(words).map((word) => [word, word] as const)]);
}

const between = /[、；;]/;

/** How a cell is read: strictly, by the kind of its field. What it cannot be stays as it is. */
function converterOf({ kind, words = {}, item }: Field): Target["convert"] {
  switch (kind) {
    case "flag":
      return (cell) => flags.get(cell) ?? cell;
    case "integer":
      return (cell) => (/^-?\d{1,15}$/.test(cell) ? Number(cell) : cell);
    case "word": {
      const known = wordsBy(words);
      return (cell) => known.get(cell) ?? cell;
    }
    case "list": {
      const each = item === undefined ? asIs : converterOf(item);
      return (cell) => cell.split(between).map(each);
    }
    default:
      return asIs;
  }
}

const isOfGroups = ({ kind, item }: Field) => kind === "list" && item?.kind === "group";

/** The columns of some fields; a list of groups has none. */
function targetsOf(fields: Fields, before: readonly string[] = [], within = true): Target[] {
  return Object.entries(fields).flatMap(([name, field]): Target[] => {
    const path = [...before, name];
    const required = within && field.presence === "required";
    if (field.shape !== undefined && "fields" in field.shape) return targetsOf(field.shape.fields, path, required);
    if (field.kind === "group" || isOfGroups(field)) return [];
    return [{ path, labels: [field.label], convert: converterOf(field), required }];
  });
}

/** Fields that must be there and have no column. */
const withoutColumn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.presence !== "required" ? [] : isOfGroups(field) ? [name] : [],
  );

const cover = (words: Vocabulary): Target => ({
  path: [coverName],
  labels: [{ zh: "险种", en: "Cover" }],
  convert: converterOf({
    kind: "word",
    words,
    label: { zh: "", en: "" },
    presence: "required",
    read: (value) => value,
  }),
  required: true,
});

function targetsByCover({ fields: shape }: AnyRule): readonly Targets[] {
  const groupsIn = (fields: Fields) =>
    Object.entries(fields).flatMap(([name, { kind, presence }]) =>
      kind === "group" && presence === "required" ? [name] : [],
    );
  if ("fields" in shape) {
    return [{ cover: "", input: targetsOf(shape.fields), groups: groupsIn(shape.fields) }];
  }
  return Object.entries(shape.covers).map(([name, fields]) => ({
    cover: name,
    input: [cover(shape.words), ...targetsOf(fields)],
    groups: groupsIn(fields),
  }));
}

/** What a record holds besides its input. */
function recordTargets({ policy }: AnyRule): readonly Target[] {
  const labels = Object.keys(labelFields).map((name) => ({
    path: ["labels", name],
    labels: [dimensions[name as keyof typeof labelFields]],
    convert: asIs,
    required: false,
  }));
  const readings = Object.entries(policy.readings).map(([name, { question, choices }]) => {
    const known = wordsBy(choices);
    return {
      path: ["readings", name],
      labels: [question],
      convert: (cell: string) => known.get(cell) ?? cell,
      required: false,
    };
  });
  return [
    { path: ["id"], labels: [{ zh: "编号", en: "Id" }], convert: asIs, required: false },
    { path: ["agreement"], labels: [{ zh: "合同", en: "Agreement" }], convert: asIs, required: false },
    ...labels,
    ...readings,
  ];
}

const named = (name: string) => (target: Target) =>
  pathOf(target) === name || target.labels.some(({ zh, en }) => zh === name || en === name);

/** The targets that a header names: by the path alone where one has it, else by a label. */
function targetsNamed(name: string, targets: readonly Target[]): readonly Target[] {
  const found = targets.filter(named(name));
  const exact = found.filter((target) => pathOf(target) === name);
  return exact.length > 0 ? exact : found;
}

/** Headers that go by another name, or nowhere: `{ "自费": "loss.outOfCatalogueToDate", "备注": null }`. */
export type Mapping = Readonly<Record<string, string | null>>;

/** So many columns a table may have. */
const widest = 1000;

/** So many problems of a header are told. */
const toldProblems = 20;

/** A column that a cover fills: its place in a row, and where it goes. */
interface Filled {
  readonly at: number;
  readonly target: Target;
  readonly ofRecord: boolean;
}

interface ByCover extends Targets {
  readonly filled: readonly Filled[];
  /** Columns of other covers, which must be blank. */
  readonly foreign: readonly number[];
}

/**
 * What the columns of a table are, by its header.
 *
 * @throws UsageError for a header with which no row could be read, with all that is wrong with it.
 */
export function columnsIn(header: Row, rule: AnyRule, mapping: Mapping = {}) {
  if (isBadRow(header)) {
    const at = header.column === undefined ? "" : `（第 ${header.column} 列 / column ${header.column}）`;
    throw new UsageError(
      `表头无法读取${at}：${header.unreadable.zh} / the header cannot be read: ${header.unreadable.en}`,
    );
  }
  if (header.length > widest) {
    throw new UsageError(
      `表头有 ${header.length} 列，最多 ${widest} 列 / the header has ${header.length} columns; at most ${widest} are read`,
    );
  }
  const byCover = targetsByCover(rule);
  const record = recordTargets(rule);
  // A problem of several covers is one.
  const problems = new Set<string>();
  const bad = (zh: string, en: string) => problems.add(`${zh} / ${en}`);

  const everything = [...byCover.flatMap(({ input }) => input), ...record];
  const names = Object.fromEntries(everything.map((target) => [pathOf(target), target.labels[0]]));
  for (const [index, name] of header.entries()) {
    const first = header.indexOf(name);
    if (first < index && name !== "") {
      bad(
        `第 ${first + 1} 列和第 ${index + 1} 列的表头都是“${name}”`,
        `columns ${first + 1} and ${index + 1} are both headed "${name}"`,
      );
    }
  }
  for (const name of Object.keys(mapping)) {
    if (!header.includes(name)) {
      const meant = meantName(name, Object.fromEntries(header.map((each) => [each, undefined])));
      bad(
        `--columns 里的“${name}”不在表头中${meant === undefined ? "" : `，是否指“${meant}”？`}`,
        `"${name}" of --columns is no header${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
      );
    }
  }

  const known = new Set<number>();
  const ignored = new Set<number>();
  const columns = byCover.map((targets): Omit<ByCover, "foreign"> => {
    const filled: Filled[] = [];
    for (const [at, name] of header.entries()) {
      const goes = Object.hasOwn(mapping, name) ? mapping[name] : name;
      if (goes === null || goes === undefined) {
        ignored.add(at);
        continue;
      }
      const inInput = targetsNamed(goes, targets.input);
      const found = inInput.length > 0 ? inInput : targetsNamed(goes, record);
      const [target] = found;
      if (target === undefined) continue;
      const isNew = !known.has(at);
      known.add(at);
      const paths = found.map(pathOf).join("、");
      if (found.length > 1 && isNew) {
        bad(
          `第 ${at + 1} 列“${goes}”可以是 ${paths}，请写明`,
          `column ${at + 1} "${goes}" may be ${paths}: write which`,
        );
      }
      const twin = filled.find(({ target: other }) => other === target);
      if (twin !== undefined && header.indexOf(name) === at) {
        bad(
          `第 ${twin.at + 1} 列和第 ${at + 1} 列都是 ${pathOf(target)}`,
          `columns ${twin.at + 1} and ${at + 1} are both ${pathOf(target)}`,
        );
      }
      filled.push({ at, target, ofRecord: inInput.length === 0 });
    }
    return { ...targets, filled };
  });
  for (const [at, name] of header.entries()) {
    if (known.has(at) || ignored.has(at)) continue;
    // A hostile header may be very long.
    const meant = problems.size > toldProblems ? undefined : meantName(name, names);
    bad(
      `第 ${at + 1} 列“${name.slice(0, 60)}”不是该规则的项${meant === undefined ? "" : `，是否指 ${meant}？`}`,
      `column ${at + 1} "${name.slice(0, 60)}" is no field of the rule${meant === undefined ? "" : `; did you mean ${meant}?`}`,
    );
  }
  // What every row would lack is told once.
  const lacked = columns.map(({ input, filled }) =>
    input.filter((target) => target.required && !filled.some((each) => each.target === target)).map(pathOf),
  );
  for (const path of new Set(lacked[0])) {
    if (!lacked.every((paths) => paths.includes(path))) continue;
    const { zh = path, en = path } = names[path] ?? {};
    bad(`缺少必填的列 ${path}（${zh}）`, `the column ${path} (${en}) is required`);
  }
  if (problems.size > 0) {
    const more = problems.size - toldProblems;
    const told = [...[...problems].slice(0, toldProblems), ...(more > 0 ? [`另有 ${more} 处 / and ${more} more`] : [])];
    throw new UsageError(printable(`表头有误 / the header is wrong\n${told.map((each) => `  ${each}`).join("\n")}`));
  }

  const places: readonly ColumnPlace[] = header.map((name, index) => ({ column: index + 1, header: name }));
  const complete = columns.map((each): ByCover => {
    const own = new Set(each.filled.map(({ at }) => at));
    return { ...each, foreign: [...known].filter((at) => !own.has(at)) };
  });
  const coverAt = complete[0]?.filled.find(({ target, ofRecord }) => !ofRecord && pathOf(target) === coverName);
  const find = (cells: readonly string[]): ByCover | undefined => {
    if (coverAt === undefined || complete[0]?.cover === "") return complete[0];
    const word = coverAt.target.convert(cells[coverAt.at] ?? "");
    return complete.find((each) => each.cover === word);
  };
  return { places, width: header.length, coverAt, find, first: complete[0] as ByCover };
}

/** What the columns of a table are. */
export type Columns = ReturnType<typeof columnsIn>;

const refused = (issues: readonly PlacedIssue[], rule: AnyRule): Decision => ({
  rule,
  outcome: { ok: false, error: new PolicyInputError("INVALID_INPUT", issues) },
});

/** Puts a value where its path leads; the groups on the way are made. */
function put(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = record;
  const last = path.length - 1;
  for (let index = 0; index < last; index += 1) {
    at = (at[path[index] as string] ??= {}) as Record<string, unknown>;
  }
  at[path[last] as string] = value;
}

const beginsWith = (path: Path, start: readonly string[]) => start.every((step, index) => path[index] === step);

/** Decides a row. What is wrong with a cell is told with its column. */
export function decideRow(row: Row, columns: Columns, rule: AnyRule, how: Deciding): Decision {
  const { places, width, coverAt, find } = columns;
  if (isBadRow(row)) {
    const { unreadable, column } = row;
    const issue = issueOf([], "UNREADABLE", unreadable.zh, unreadable.en);
    return refused([{ ...issue, ...(column !== undefined && (places[column - 1] ?? { column })) }], rule);
  }
  if (row.length !== width) {
    const [zh, en] =
      row.length === 1 && row[0] === ""
        ? ["空行", "an empty line"]
        : [`这一行有 ${row.length} 列，表头有 ${width} 列`, `the row has ${row.length} cells, the header ${width}`];
    return refused([issueOf([], "UNREADABLE", zh, en)], rule);
  }
  const own = find(row);
  const input: Record<string, unknown> = {};
  const record: Record<string, unknown> = { input };
  for (const { at, target, ofRecord } of (own ?? columns.first).filled) {
    const cell = row[at] as string;
    if (cell !== "" && ofRecord) put(record, target.path, target.convert(cell));
  }
  if (own === undefined) {
    const cell = coverAt === undefined ? "" : (row[coverAt.at] ?? "");
    if (cell !== "") input[coverName] = cell;
  } else {
    for (const group of own.groups) input[group] = {};
    for (const { at, target, ofRecord } of own.filled) {
      const cell = row[at] as string;
      if (cell !== "" && !ofRecord) put(input, target.path, target.convert(cell));
    }
    const foreign = own.foreign.filter((at) => row[at] !== "");
    if (foreign.length > 0) {
      const issues = foreign.map((at) => ({
        ...issueOf(
          [],
          "UNKNOWN_FIELD",
          "该险种没有这一项，应为空白",
          "not a field of this cover: leave it blank",
          row[at],
        ),
        ...places[at],
      }));
      return { ...refused(issues, rule), ...(typeof record["id"] === "string" && { id: record["id"] }) };
    }
  }
  const decision = decideRecord(record, { option: "--agreement", ...how });
  const { outcome } = decision;
  if (outcome.ok) return decision;
  const { code, issues } = outcome.error;
  const ofOptions = code === "INVALID_OPTIONS";
  const placed = issues.map((issue): PlacedIssue => {
    const { path } = issue;
    const found =
      own === undefined
        ? path[0] === coverName
          ? coverAt
          : undefined
        : own.filled.find(({ target, ofRecord }) => ofRecord === ofOptions && beginsWith(path, target.path));
    return found === undefined ? issue : { ...issue, ...places[found.at] };
  });
  return { ...decision, outcome: { ok: false, error: new PolicyInputError(code, placed) } };
}

/**
 * A table of a rule's input with no rows: its header, by the labels of the fields, of one cover or of all.
 *
 * @throws UsageError for a cover that the rule has not, and for a rule that takes lists of groups, which have no place in a row.
 */
export function templateText(rule: AnyRule, only: string | undefined, locale: Locale): string {
  refuseNested(rule);
  const all = targetsByCover(rule);
  const byCover = only === undefined ? all : all.filter((each) => each.cover !== "" && each.cover === only);
  if (byCover.length === 0) {
    const words = "words" in rule.fields ? rule.fields.words : {};
    throw unknown(`${rule.id} 没有险种 ${only ?? ""}`, `${rule.id} has no cover ${only ?? ""}`, meantName(only, words));
  }
  const input = byCover.flatMap((each) => each.input);
  const record = recordTargets(rule).filter(({ path }) => path[0] === "id" || path[0] === "labels");
  const header: string[] = [];
  const add = (target: Target, among: readonly (readonly Target[])[]) => {
    const label = target.labels[0]?.[locale] ?? pathOf(target);
    const own = among.every((targets) => targetsNamed(label, targets).length <= 1);
    const name = own ? label : pathOf(target);
    if (!header.includes(name)) header.push(name);
  };
  for (const target of input) {
    add(
      target,
      byCover.map((each) => each.input),
    );
  }
  // What the input calls so is the input's.
  const free = record.filter((target) =>
    byCover.every(({ input: own }) =>
      [pathOf(target), target.labels[0]?.[locale] ?? ""].every((name) => targetsNamed(name, own).length === 0),
    ),
  );
  const first = free.filter(({ path }) => path[0] === "id").map(({ labels }) => labels[0]?.[locale] ?? "");
  const last = free.filter(({ path }) => path[0] !== "id").map(({ labels }) => labels[0]?.[locale] ?? "");
  return csvRow([...first, ...header, ...last]);
}

/**
 * Refuses a rule of whose input a row can hold only a part.
 *
 * @throws UsageError naming what has no column.
 */
export function refuseNested({ id, fields: shape }: AnyRule): void {
  const lists = ("fields" in shape ? [shape.fields] : Object.values(shape.covers)).flatMap(withoutColumn);
  const [list] = lists;
  if (list !== undefined) {
    throw new UsageError(
      `${id} 的 ${list} 是列表，一行表格放不下，请用 JSON（--from ndjson） / ${list} of ${id} is a list, which no row of a table holds: use JSON (--from ndjson)`,
    );
  }
}
