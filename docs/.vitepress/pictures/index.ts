import type { AnyRule, Locale } from "huimin-rules";
import type { Programme } from "../source/library.js";
import { says } from "../source/page.js";
import { calendars } from "./calendars.js";
import { curves } from "./curves.js";
import { ledgers } from "./ledgers.js";
import { payers } from "./payers.js";
import { settlements } from "./settlements.js";

const all = { ...curves, ...settlements, ...payers, ...calendars, ...ledgers };

/** The pictures of a rule, each beside its table; none where there is nothing to see. */
export function picturesOf(rule: AnyRule, locale: Locale): string {
  return all[rule.id]?.(rule, locale) ?? "";
}

/** The pictures of a programme that an officer looks for first: who settles the year, and what the covers pay. */
export function picturesOfProgramme({ rules }: Programme, locale: Locale): string {
  const first = rules.filter(({ id }) => id in settlements || id in payers || /majorIllness|hardshipIllness/.test(id));
  const shown = first.map((rule) => picturesOf(rule, locale)).join("");
  return shown === "" ? "" : `## ${says(locale)("图", "Pictures")}\n\n${shown}`;
}
