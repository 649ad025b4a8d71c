import * as huimin from "huimin-rules";
import type { AnyRule, Norm, Text, Unspecified } from "huimin-rules";
import { readFileSync } from "node:fs";
import { root } from "../paths.js";

/*
 * What the pages say, read off the library and the worked cases.
 */

/** A programme as its module tells it. */
export interface Programme {
  readonly id: string;
  readonly policy: huimin.AnyPolicy;
  readonly norms: readonly Norm[];
  readonly reasons: Readonly<Record<string, Text>>;
  readonly unspecified: Readonly<Record<string, Unspecified>>;
  readonly rules: readonly AnyRule[];
}

/** Every rule, by id. */
export const rules: readonly AnyRule[] = Object.values(huimin.catalogue);

const ids = [...new Set(rules.map(({ id }) => programmeOf(id)))];

/** The part of a rule's id that names its programme. */
export function programmeOf(id: string): string {
  return id.slice(0, id.indexOf("."));
}

/** The programmes, in the order in which they are listed. */
export const programmes: readonly Programme[] = ids
  .filter((id) => id !== "core")
  .map(
    (id) =>
      ({
        ...(huimin as unknown as Readonly<Record<string, Omit<Programme, "id" | "rules">>>)[id],
        id,
        rules: rules.filter((rule) => programmeOf(rule.id) === id),
      }) as Programme,
  );

/** The norms of the Insurance Law, which hold for every programme. */
export const lawNorms: readonly Norm[] = huimin.insuranceLawNorms;

/** A worked case. */
export interface Case {
  readonly rule: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly readings?: Readonly<Record<string, string>>;
  readonly expect?: unknown;
  readonly throws?: true;
}

/** The worked cases of all rules. */
export const cases: readonly Case[] = ids.flatMap((id) =>
  [id, `${id}-ledger`].flatMap((name) => {
    try {
      return JSON.parse(readFileSync(`${root}test/vectors/${name}.json`, "utf8")) as Case[];
    } catch {
      return [];
    }
  }),
);
