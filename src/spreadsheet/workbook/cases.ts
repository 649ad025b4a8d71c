import type { FormField } from "../../core/describe.js";
import { serialOf } from "../cells.js";
import { claimFields, type ProgrammeBook } from "./book.js";
import { no, yes, type Value } from "./parameters.js";
import { elsewhere, outcome, type CoverBook } from "./sheet.js";

/** A worked case. */
export interface Vector {
  readonly rule: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly readings?: Readonly<Record<string, string>>;
  readonly expect?: Readonly<Record<string, unknown>>;
  readonly throws?: true;
}

/** What a worked case must come to in cells. */
type Expected =
  | { readonly kind: "amount" | "payable"; readonly value: number | "" }
  | { readonly kind: "outcome"; readonly value: string }
  | { readonly kind: "settlement"; readonly value: Readonly<Record<string, number>> };

/** A worked case that fits the cells of a cover, or of the settlement. */
export interface CellCase {
  readonly cover: CoverBook | null;
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expected: Expected;
}

/** What a cell holds for a value of a case. */
export function cellOf({ kind, words, label }: FormField, value: unknown): Value {
  if (value === undefined || value === null) return null;
  switch (kind) {
    case "flag":
      return value === true ? yes : no;
    case "day":
      return serialOf(value as string);
    case "word":
    case "name": {
      const term = words?.[value as string];
      if (term === undefined && kind === "word") throw new Error(`${label.en}: no such word`);
      return term?.zh ?? elsewhere;
    }
    default:
      return Number(value);
  }
}

const outcomes: Readonly<Record<string, string>> = {
  eligible: outcome.met,
  ineligible: outcome.unmet,
  undetermined: outcome.unknown,
};

const isScalar = (value: unknown) => value === null || typeof value !== "object";

/** The cover that a benefit rule is the amount of. */
function coverOf({ covers }: ProgrammeBook, rule: string): CoverBook | undefined {
  const name = rule === "loanLossShares" ? "loanGuarantee" : rule.replace(/Benefit$/, "");
  return covers.find(({ cover }) => cover === name);
}

function expectedOf(rule: string, { expect = {}, throws }: Vector): Expected | null {
  if (throws) return null;
  if (rule === "checkEligibility") {
    const value = outcomes[String(expect["outcome"])];
    return value === undefined ? null : { kind: "outcome", value };
  }
  if (rule === "settle") {
    const amounts = Object.entries(expect).filter(
      ([, value]) => typeof value === "string" && /^-?\d+\.\d\d$/.test(value),
    );
    return { kind: "settlement", value: Object.fromEntries(amounts.map(([name, value]) => [name, Number(value)])) };
  }
  if (rule === "assessClaim") {
    const { payable, pending, eligibility } = expect;
    const told = eligibility as { readonly outcome?: string } | undefined;
    if (typeof payable === "string" && pending == null && told?.outcome !== "ineligible" && Number(payable) > 0) {
      return { kind: "payable", value: Number(payable) };
    }
    return typeof pending === "string" ? { kind: "payable", value: "" } : null;
  }
  return typeof expect["amount"] === "string" ? { kind: "amount", value: Number(expect["amount"]) } : null;
}

/** The worked cases of a programme that fit its cells: those of the default readings, without lists and other contracts' terms. */
export function casesFor(book: ProgrammeBook, vectors: readonly Vector[]): CellCase[] {
  return vectors.flatMap((vector): CellCase[] => {
    const [programme, rule = ""] = vector.rule.split(".");
    const expected = expectedOf(rule, vector);
    if (programme !== book.policy.id || vector.readings !== undefined || expected === null) return [];
    if (rule === "settle") {
      const given = book.settlement.valuesOf(vector.input);
      const names = book.settlement.fields.map(({ name }) => name);
      const fits = given !== null && Object.keys(given).every((name) => names.includes(name));
      return fits ? [{ cover: null, name: vector.name, given, expected }] : [];
    }
    const { cover: named, facts, loss, ...rest } = vector.input;
    const cover = named === undefined ? coverOf(book, rule) : book.covers.find((each) => each.cover === named);
    if (cover === undefined) return [];
    const parts = rule === "assessClaim" ? { ...(facts as object), ...(loss as object) } : rest;
    const cells = claimFields(book, cover.cover)
      .map(({ name }) => name)
      .filter((name) => !cover.without.includes(name));
    const fits = Object.entries(parts).every(([name, value]) => cells.includes(name) && isScalar(value));
    return fits ? [{ cover, name: vector.name, given: parts, expected }] : [];
  });
}
