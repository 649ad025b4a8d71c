import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import { canonicalize } from "json-canonicalize";
import type { HolidayNotice } from "./holidays.js";
import type { AnyPolicy, Provision } from "./policy.js";
import { toJson } from "./wire.js";
import type { WorkCalendar } from "./work-calendar.js";

/** A value in canonical JSON (RFC 8785): the same bytes whatever the order of its keys; amounts and rates as in every result. */
export const canonicalJson = (value: unknown): string => canonicalize(JSON.parse(JSON.stringify(toJson(value))));

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export const digestOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

type Group = Readonly<Record<string, unknown>>;

const isTerm = (value: unknown): value is Provision<unknown> =>
  typeof value === "object" && value !== null && "clause" in value && "value" in value;

/** What of a policy's terms decides: each value with its clause. */
function decidingTerms(terms: Group): Group {
  return Object.fromEntries(
    Object.entries(terms).map(([name, term]) => [
      name,
      isTerm(term) ? [term.clause.document, term.clause.path, term.value] : decidingTerms(term as Group),
    ]),
  );
}

const digestByPolicy = new WeakMap<AnyPolicy, string>();

/** What decides of a policy: its document, every term with its clause, and its readings with their defaults. */
export function policyDigest(policy: AnyPolicy): string {
  const known = digestByPolicy.get(policy);
  if (known !== undefined) return known;
  const readings = Object.entries(policy.readings).map(([name, reading]) => [
    name,
    [reading.default, Object.keys(reading.choices).sort()],
  ]);
  const digest = digestOf({
    document: policy.document.number,
    terms: decidingTerms(policy.terms as Group),
    readings: Object.fromEntries(readings) as Group,
  });
  digestByPolicy.set(policy, digest);
  return digest;
}

const digestByCalendar = new WeakMap<readonly HolidayNotice[], string>();

/** What decides of a work calendar: its days off and on by year. */
export function calendarDigest({ notices }: WorkCalendar): string {
  const known = digestByCalendar.get(notices);
  if (known !== undefined) return known;
  const days = notices.map(({ year, holidays, makeUpWorkdays }) => [
    year,
    holidays.map(({ from, to }) => [from, to]),
    makeUpWorkdays,
  ]);
  const digest = digestOf(days);
  digestByCalendar.set(notices, digest);
  return digest;
}
