import { describe, type FormField } from "../../core/describe.js";
import type { AnyPolicy, Clause } from "../../core/policy.js";
import type { AnyRule } from "../../core/rule.js";
import { parametersOf, type Parameters } from "./parameters.js";
import { caseCells, type CaseCells, type CoverBook, type Placing } from "./sheet.js";

/** A programme in cells. */
export interface ProgrammeBook {
  readonly policy: AnyPolicy;
  readonly assessClaim: AnyRule;
  readonly covers: readonly CoverBook[];
}

/** What a claim's input holds of a cover: its facts, then its loss. */
export function claimFields({ assessClaim }: ProgrammeBook, cover: string): FormField[] {
  const parts = describe(assessClaim, { cover });
  return ["facts", "loss"].flatMap((part) => [...(parts.find(({ name }) => name === part)?.group ?? [])]);
}

/** The clause of a cover. */
export function clauseOf({ policy }: ProgrammeBook, cover: string): Clause {
  const found = policy.covers[cover];
  if (found === undefined) throw new Error(`${policy.id} has no cover ${cover}`);
  return found.clause;
}

/** A case of a cover in cells, wherever they stand. */
export function layOut(
  book: ProgrammeBook,
  cover: CoverBook,
  placing: Placing,
  parameters = parametersOf(book.policy),
): CaseCells {
  return caseCells(cover, claimFields(book, cover.cover), clauseOf(book, cover.cover), parameters, placing);
}

export type { Parameters };
