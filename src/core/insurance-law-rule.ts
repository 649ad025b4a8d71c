import {
  checkClaimDates,
  claimDateFields,
  insuranceLawNumber,
  insuranceLawTerms,
  statutory,
  type ClaimAction,
  type ClaimDeadlinesInput,
} from "./insurance-law.js";
import type { Deadlines } from "./period.js";
import { definePolicy, type Policy } from "./policy.js";
import { deadlines as deadlinesShape } from "./results.js";
import { rulesOf, type Rule } from "./rule.js";
import type { Shape } from "./wire.js";

/** 《保险法》理赔时限，作为数据。The periods of the law as data. */
export interface InsuranceLaw extends Policy<typeof insuranceLawTerms> {}

const insuranceLaw: InsuranceLaw = definePolicy({
  id: "core",
  title: { zh: "保险法理赔时限", en: "Statutory claim deadlines" },
  document: {
    number: insuranceLawNumber,
    title: { zh: "中华人民共和国保险法", en: "Insurance Law of the People's Republic of China" },
    issuers: ["全国人民代表大会常务委员会"],
    issuedOn: "2015-04-24",
    checkedOn: "2026-11-25",
    inForce: { from: "2015-04-24" },
  },
  covers: {},
  terms: insuranceLawTerms,
  readings: {},
  check: () => undefined,
});

/**
 * 按《保险法》22-25 条计算的理赔时限。
 * By when an insurer must act on a claim under the Insurance Law (保险法 22-25), where no document or contract says otherwise.
 * Calendar days; the first day does not count; a last day that is a rest day rolls to the next working day.
 *
 * @param input - The days of the claim, `YYYY-MM-DD`.
 * @returns `assess`, `pay`, `refuse` and `payUndisputed`, each only when its period runs.
 * @throws PolicyInputError for days out of order, and (`CALENDAR_OUT_OF_RANGE`) for a deadline outside the calendar's years.
 * @example
 * ```ts
 * insuranceLawDeadlines({ claimReceivedOn: "2021-04-01" }).deadlines.map(({ action, dueOn }) => [action, dueOn]);
 * // [["assess", "2021-05-06"], ["payUndisputed", "2021-05-31"]]
 * ```
 * @function
 */
export const insuranceLawDeadlines: Rule<ClaimDeadlinesInput, Deadlines<ClaimAction>, InsuranceLaw> = rulesOf(
  insuranceLaw,
).rule({
  id: "insuranceLawDeadlines",
  title: { zh: "保险法理赔时限", en: "Statutory claim deadlines" },
  clause: "第二十三条",
  input: claimDateFields,
  result: deadlinesShape as Shape<Deadlines<ClaimAction>>,
  check: checkClaimDates,
  evaluate: (dates, context) => statutory(dates, context.terms, context),
});
