import { withTerms, type Amendment } from "./amend.js";
import type { Day } from "./day.js";
import { calendarDigest, digestOf, policyDigest } from "./digest.js";
import { issueOf, PolicyInputError, type Issue } from "./errors.js";
import { anything, day, group, name, oneOf, optional } from "./fields.js";
import { frozen } from "./frozen.js";
import { chinaHolidayNotices, type HolidayNotice } from "./holidays.js";
import { readObject, unreadableIssue, type Vocabulary } from "./input.js";
import { agreementBrand, readChoices, type Agreement } from "./options.js";
import type { AnyPolicy, Choices } from "./policy.js";
import type { Text } from "./text.js";
import { chinaWorkCalendar, createWorkCalendar, type WorkCalendar } from "./work-calendar.js";

/**
 * 一份合同，作为数据（JSON）：所依据的文件，及其更优的条款、填补的空白、选定的解读、后来的放假通知和起止日期。
 * A contract as data, as JSON carries it: the document it rests on, its better terms and what it fills of what the document leaves open,
 * the readings agreed on, later holiday notices, and its first and last day (both included).
 */
export interface AgreementInput<P extends AnyPolicy = AnyPolicy> {
  /** Where an editor finds the JSON Schema of the programme's agreement; nothing else reads it. */
  readonly $schema?: string;
  /** What the contract is called by a system, as in `"2021-yubei"`. */
  readonly id: string;
  /** Its title, in both languages: lines, checks and deadlines that used its terms carry it. */
  readonly title: Text;
  /** The programme's module, as in `"chongqing"`. */
  readonly programme: string;
  /** The number of the document it rests on. */
  readonly document: string;
  /** New values of the policy's terms, as `amend` takes them. */
  readonly terms?: Amendment<P["terms"]>;
  /** Readings by name. */
  readonly readings?: Choices<P["readings"]>;
  /** Holiday notices of years that the library does not know, or in place of those it knows. */
  readonly holidays?: readonly HolidayNotice[];
  /** Its first day; claims of events before it are refused. */
  readonly validFrom?: Day;
  /** Its last day; claims of events after it are refused. */
  readonly validTo?: Day;
}

const longestAddress = 2000;

const fields = (programmes: Vocabulary) => ({
  $schema: optional(name("JSON Schema", "JSON Schema", longestAddress)),
  id: name("合同编号", "Id of the agreement"),
  title: group({ zh: name("中文", "Chinese"), en: name("英文", "English") }, "合同名称", "Title"),
  programme: oneOf(programmes, "项目", "Programme"),
  document: name("依据文件", "Document"),
  terms: optional(anything("条款", "Terms")),
  readings: optional(anything("解读", "Readings")),
  holidays: optional(anything("放假通知", "Holiday notices")),
  validFrom: optional(day("合同首日", "First day")),
  validTo: optional(day("合同末日", "Last day")),
});

/** The fields of an agreement with one of these programmes. */
export const agreementFields = (policies: readonly AnyPolicy[]) =>
  fields(Object.fromEntries(policies.map(({ id, title }) => [id, title])));

/** The calendar with a contract's notices in place of those of their years. */
function calendarWith(holidays: unknown, issues: Issue[]): WorkCalendar {
  if (holidays === undefined) return chinaWorkCalendar;
  const own = Array.isArray(holidays) ? (holidays as readonly HolidayNotice[]) : [];
  const years = new Set<unknown>(own.map((notice: Partial<HolidayNotice> | null) => notice?.year));
  const known = chinaHolidayNotices.filter(({ year }) => !years.has(year));
  try {
    return createWorkCalendar(Array.isArray(holidays) ? [...own, ...known] : (holidays as HolidayNotice[]));
  } catch (error) {
    if (!(error instanceof PolicyInputError)) throw error;
    for (const issue of error.issues) issues.push({ ...issue, path: ["holidays", ...issue.path] });
    return chinaWorkCalendar;
  }
}

/**
 * 读入并核对一份合同（JSON），一次列出全部问题。
 * Reads a contract and checks all of it at once: its programme and document, its terms with their kinds, floors (不低于), ceilings
 * (最高) and what they must fulfil together, its readings, holiday notices and days.
 *
 * @param json - The contract as JSON carries it; see {@link AgreementInput}.
 * @param policies - The policies it may rest on.
 * @param expected - `digest`: the digest it must have.
 * @returns The contract, frozen, for `options.agreement`.
 * @throws PolicyInputError (`INVALID_AGREEMENT`) listing every problem with its path.
 */
export function agreementFrom<P extends AnyPolicy>(
  json: unknown,
  policies: readonly P[],
  expected: { readonly digest?: string } = {},
): Agreement<P> {
  const issues: Issue[] = [];
  let made: Agreement<P> | undefined;
  try {
    made = readAgreement(json, policies, issues);
  } catch {
    issues.push(unreadableIssue());
  }
  if (made !== undefined && issues.length === 0 && expected.digest !== undefined && made.digest !== expected.digest) {
    issues.push(
      issueOf(
        ["digest"],
        "CONFLICT",
        `合同“${made.id}”与预期的不是同一内容`,
        `the agreement "${made.id}" is not what was expected`,
        made.digest,
        expected.digest,
      ),
    );
  }
  if (made === undefined || issues.length > 0) throw new PolicyInputError("INVALID_AGREEMENT", issues);
  return made;
}

function readAgreement<P extends AnyPolicy>(
  json: unknown,
  policies: readonly P[],
  issues: Issue[],
): Agreement<P> | undefined {
  const parsed = readObject({ fields: agreementFields(policies) }, json, issues) as Partial<AgreementInput> | undefined;
  if (parsed === undefined) return undefined;
  const { id, title, document, readings = {}, validFrom, validTo } = parsed;
  const issued = policies.find((policy) => policy.id === parsed.programme);
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
    issues.push(
      issueOf(
        ["validTo"],
        "CONFLICT",
        `早于合同首日（${validFrom}）`,
        `lies before the first day (${validFrom})`,
        validTo,
      ),
    );
  }
  const calendar = calendarWith(parsed.holidays, issues);
  if (issued === undefined) return undefined;
  if (document !== undefined && document !== issued.document.number) {
    const [zh, en] = ["不是该项目的文件", "not the document of that programme"];
    issues.push(issueOf(["document"], "CONFLICT", zh, en, document, issued.document.number));
  }
  const mark = title === undefined ? true : frozen({ ...title });
  const policy = parsed.terms === undefined ? issued : withTerms(issued, parsed.terms, issues, mark);
  const choices = readChoices(issued.readings, readings, (path, code, zh, en, value, meant) =>
    issues.push(issueOf(path, code, zh, en, value, meant)),
  );
  if (id === undefined || title === undefined || issues.length > 0) return undefined;
  const span = { ...(validFrom && { validFrom }), ...(validTo && { validTo }) };
  const deciding = { policy: policyDigest(policy), readings: choices, calendar: calendarDigest(calendar), ...span };
  const made = {
    id,
    title: mark,
    policy,
    readings: Object.freeze(choices),
    calendar,
    ...span,
    digest: digestOf(deciding),
  };
  return Object.freeze(Object.defineProperty(made, agreementBrand, { value: true })) as Agreement<P>;
}
