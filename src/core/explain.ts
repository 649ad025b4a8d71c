import type { Assessment } from "./claim.js";
import type { Check, Eligibility } from "./eligibility.js";
import { PolicyInputError, pathText } from "./errors.js";
import { Rate, type Money } from "./money.js";
import type { Deadline, Deadlines } from "./period.js";
import type { AnyPolicy, Clause, Provision, Readings } from "./policy.js";
import type { Settlement } from "./settlement.js";
import type { Benefit, Line, Operation } from "./statement.js";
import type { Locale, Text } from "./text.js";

/** What can be put into words: a result of any rule that has lines, checks or deadlines, or the error of a bad input. */
export type Explainable =
  Pick<Benefit, "lines" | "readings"> | Eligibility | Deadline | Deadlines | Settlement | Assessment | PolicyInputError;

/** How to put it into words. */
export interface ExplainOptions {
  /** Chinese (the default) or English. */
  readonly locale?: Locale;
  /** The policies whose programme, covers and readings are to be called by name rather than by identifier. */
  readonly policies?: readonly AnyPolicy[];
}

const words = {
  eligibility: { zh: "资格", en: "Eligibility" },
  statement: { zh: "核算单（元）", en: "Statement (yuan)" },
  statementIfEligible: { zh: "核算单（元，以符合资格为前提）", en: "Statement (yuan, if eligible)" },
  event: { zh: "同一事件合计（元）", en: "The event (yuan)" },
  toAdd: { zh: "新增参保", en: "To be enrolled" },
  notAdded: { zh: "不新增", en: "Not to be enrolled" },
  notEligible: { zh: "（不符合资格）", en: " (not eligible)" },
  settlement: { zh: "清算（元）", en: "Settlement (yuan)" },
  counties: { zh: "各县区合计（元）", en: "All counties (yuan)" },
  conditions: { zh: "条件", en: "Conditions" },
  deadlines: { zh: "时限", en: "Deadlines" },
  readings: { zh: "条文解读", en: "Readings" },
  result: { zh: "结论", en: "Result" },
  cover: { zh: "险种", en: "Cover" },
  badInput: { zh: "输入有误", en: "Bad input" },
  outOfCalendar: { zh: "超出工作日历，未计算", en: "outside the work calendar, not counted" },
  amended: { zh: "［合同条款］", en: " [amended]" },
  floored: { zh: "（最低为 0）", en: " (at least 0)" },
  usual: { zh: "默认", en: "default" },
  chosen: { zh: "另选", en: "chosen instead" },
  none: { zh: "无", en: "none" },
} satisfies Record<string, Text>;

const outcomes = {
  eligible: { zh: "符合", en: "eligible" },
  ineligible: { zh: "不符合", en: "not eligible" },
  undetermined: { zh: "待查明", en: "not determined yet" },
} satisfies Record<Eligibility["outcome"], Text>;

const pendings = {
  facts: { zh: "待补充事实", en: "pending: facts are missing" },
  loss: { zh: "待补充损失金额", en: "pending: the loss is missing" },
  contract: { zh: "金额由合同约定", en: "pending: the contract sets the amount" },
} satisfies Record<NonNullable<Assessment["pending"]>, Text>;

const totals = {
  premium: { zh: "保费", en: "Premium" },
  claims: { zh: "赔款", en: "Claims" },
  countedClaims: { zh: "计入赔付率的赔款", en: "Claims that the ratio counts" },
  lossRatio: { zh: "赔付率", en: "Loss ratio" },
  refund: { zh: "退还付费方", en: "Refund to the payer" },
  supplement: { zh: "付费方补充", en: "Supplement by the payer" },
  insurerBears: { zh: "承保机构承担", en: "Borne by the insurer" },
  insurerResult: { zh: "承保机构盈亏", en: "Insurer's result" },
} satisfies Partial<Record<keyof Settlement | "countedClaims", Text>>;

const locales: readonly Locale[] = ["zh", "en"];

const marks: Record<Check["outcome"], string> = { met: "[+]", unmet: "[-]", unknown: "[?]" };

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{20000}-\u{3FFFD}]/u;

/** Columns a text takes in a terminal or a fixed-width font: Chinese characters take two. */
export function displayWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}

function table(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] as string))),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const blank = " ".repeat((widths[column] as number) - displayWidth(cell));
      return right.has(column) ? blank + cell : cell + blank;
    });
    return `  ${cells.join("  ")}`.trimEnd();
  });
}

type Operands<O extends Operation["operation"]> = Extract<Operation, { readonly operation: O }>["operands"];

/** Through JSON, an amount or rate is its text, which reads the same in a template; only rates need a Rate again. */
const formulas: { readonly [O in Operation["operation"]]: (operands: Operands<O>, locale: Locale) => string } = {
  pay: () => "",
  multiply: ([amount, count]) => `${amount} × ${count}`,
  sum: (amounts) => amounts.join(" + "),
  deduct: ([amount, deductible]) => `${amount} − ${deductible}`,
  share: ([amount, rate]) => `${amount} × ${percentage(rate)}`,
  tiers: (slices) => slices.map(([amount, rate]) => `${amount} × ${percentage(rate)}`).join(" + "),
  cap: ([amount, limit, used], locale) => `${amount}${atMost(limit, used, locale)}`,
  higher: ([first, second], locale) =>
    locale === "zh" ? `${first} 与 ${second} 取高` : `the higher of ${first} and ${second}`,
  rest: ([amount, taken]) => `${amount} − ${taken}`,
  restShare: ([amount, taken, rate, limit, used], locale) => {
    const share = `(${amount} − ${taken}) × ${percentage(rate)}`;
    return limit === null ? share : `${share}${atMost(limit, used, locale)}`;
  },
  restAbove: ([amount, taken, rate]) => `${amount} − ${taken} − ${amount} × ${percentage(rate)}`,
  topUp: ([amount, rate, taken, limit, used], locale) =>
    `${amount} × ${percentage(rate)} − ${taken}${atMost(limit, used, locale)}`,
  shortfall: ([premium, rate, claims]) => `${premium} × ${percentage(rate)} − ${claims}`,
  excess: ([claims, premium, from, to, share], locale) => {
    const [lower, upper] = [percentage(from), to === null ? null : percentage(to)];
    if (locale === "zh") {
      const top = upper === null ? "" : `、不超过 ${upper}`;
      return `赔款 ${claims} 超过保费 ${premium} 的 ${lower}${top} 的部分 × ${percentage(share)}`;
    }
    const top = upper === null ? "" : ` up to ${upper}`;
    return `what claims ${claims} exceed ${lower} of premium ${premium}${top}, × ${percentage(share)}`;
  },
  result: ([premium, claims, refund, supplement]) => `${premium} − ${claims} − ${refund} + ${supplement}`,
  benefit: ([due, paid]) => due.join(" + ") + (Number(paid) === 0 ? "" : ` − ${paid}`),
};

/** Operations whose result is zero rather than negative. */
const neverNegative: ReadonlySet<Line["operation"]> = new Set([
  "deduct",
  "cap",
  "restAbove",
  "topUp",
  "shortfall",
  "benefit",
]);

/** What is left of a limit, in words. */
function atMost(limit: Money, used: Money, locale: Locale): string {
  const left = Number(used) === 0 ? `${limit}` : `${limit} − ${used}`;
  return locale === "zh" ? `，以 ${left} 为限` : `, at most ${left}`;
}

function percentage(rate: Rate): string {
  return new Rate(String(rate)).toPercent();
}

/**
 * The formula of a line, rendered from its operation and operands.
 *
 * @example
 * ```ts
 * const { lines } = chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "58000" });
 * formulaOf(lines[1]); // "10000.00 × 25% + 40000.00 × 30% + 5000.00 × 35%"
 * ```
 */
export function formulaOf({ operation, operands, amount }: Line, locale: Locale = "zh"): string {
  const formula = (formulas[operation] as (operands: Operation["operands"], locale: Locale) => string)(
    operands,
    locale,
  );
  const floored = neverNegative.has(operation) && Number(amount) === 0 && formula.includes("−");
  return floored ? formula + words.floored[locale] : formula;
}

interface Voice {
  readonly locale: Locale;
  readonly policies: readonly AnyPolicy[];
}

function heading(title: Text, { locale }: Voice, rest = ""): string {
  return rest === "" ? title[locale] : `${title[locale]}${locale === "zh" ? "：" : ": "}${rest}`;
}

/** A clause, with its document only where that is not the statement's own. */
function cite({ document, path }: Clause, own: string | undefined): string {
  return document === own ? path : `${document} ${path}`;
}

function linesText(lines: readonly Line[], own: string | undefined, voice: Voice): string[] {
  const { locale } = voice;
  const rows = lines.map((line, index) => [
    String(index + 1),
    line.label[locale] + (line.amended ? words.amended[locale] : ""),
    String(line.amount),
    cite(line.clause, own),
    formulaOf(line, locale),
  ]);
  return table(rows, new Set([0, 2]));
}

function checksText({ checks }: Eligibility, own: string | undefined, { locale }: Voice): string[] {
  return table(
    checks.map(({ outcome, clause, text }) => [marks[outcome], cite(clause, own), text[locale]]),
    new Set(),
  );
}

function deadlinesText(deadlines: readonly Deadline[], own: string | undefined, { locale }: Voice): string[] {
  return table(
    deadlines.map(({ dueOn, clause, text }) => [dueOn, cite(clause, own), text[locale]]),
    new Set(),
  );
}

function readingsText(
  readings: Readonly<Record<string, string>>,
  policy: AnyPolicy | undefined,
  voice: Voice,
): string[] {
  const names = Object.entries(readings);
  if (names.length === 0) return [];
  const { locale } = voice;
  const known = policy?.readings as Readings | undefined;
  const rows = names.map(([name, choice]) => {
    const reading = known?.[name];
    if (reading === undefined) return `  ${name} = ${choice}`;
    const kind = choice === reading.default ? words.usual[locale] : words.chosen[locale];
    const text = `${reading.question[locale]}${locale === "zh" ? "：" : ": "}${reading.choices[choice]?.[locale] ?? choice}`;
    return `  ${cite(reading.clause, policy?.document.number)}  ${text}${locale === "zh" ? `（${kind}）` : ` (${kind})`}`;
  });
  return [heading(words.readings, voice), ...rows];
}

/** The policy a result comes from: the one named by the assessment, else the one whose document its clauses cite. */
function policyOf(result: object, policies: readonly AnyPolicy[]): AnyPolicy | undefined {
  if ("assessments" in result) return policyOf((result as EventAssessment).assessments[0] ?? {}, policies);
  if ("programme" in result) return policies.find(({ id }) => id === result.programme);
  const cited = ["lines", "checks", "deadlines"].flatMap(
    (part) => (result as Record<string, readonly { clause: Clause }[]>)[part] ?? [],
  );
  return policies.find(({ document }) => cited.some(({ clause }) => clause.document === document.number));
}

/** A PolicyInputError, of this copy of the library or another, or as it comes out of JSON. */
function isError(result: object): result is PolicyInputError {
  return "issues" in result && Array.isArray(result.issues);
}

type Conclusion = Pick<Assessment, "payable" | "pending">;

function conclusionText({ payable, pending }: Conclusion, voice: Voice, note = ""): string {
  const { locale } = voice;
  const payableText = locale === "zh" ? `应付 ${payable} 元` : `payable ${payable} yuan`;
  return heading(words.result, voice, payable === null ? pendings[pending ?? "facts"][locale] : payableText + note);
}

/** Several covers of one event. */
type EventAssessment = Conclusion &
  Pick<Assessment, "readings"> &
  Pick<Benefit, "lines"> & {
    readonly assessments: readonly Assessment[];
  };

function eventText(event: EventAssessment, policy: AnyPolicy | undefined, voice: Voice): string[] {
  const { assessments, lines, readings } = event;
  return [
    ...assessments.flatMap((each) => [...assessmentText({ ...each, readings: {} }, policy, voice), ""]),
    heading(words.event, voice),
    ...linesText(lines, policy?.document.number, voice),
    conclusionText(event, voice),
    ...readingsText(readings, policy, voice),
  ];
}

function assessmentText(assessment: Assessment, policy: AnyPolicy | undefined, voice: Voice): string[] {
  const { locale } = voice;
  const { cover, eligibility, benefit, deadlines, outOfCalendar, readings } = assessment;
  const own = policy?.document.number;
  const named = policy?.covers[cover];
  const { outcome } = eligibility;
  const statement = outcome === "eligible" ? words.statement : words.statementIfEligible;
  const note = outcome === "ineligible" ? words.notEligible[locale] : "";
  return [
    heading(words.cover, voice, named ? `${named.title[locale]} ${cite(named.clause, own)}` : cover),
    heading(words.eligibility, voice, outcomes[outcome][locale]),
    ...checksText(eligibility, own, voice),
    ...(benefit === null ? [] : [heading(statement, voice), ...linesText(benefit.lines, own, voice)]),
    conclusionText(assessment, voice, note),
    ...(deadlines.length + outOfCalendar.length === 0
      ? []
      : [heading(words.deadlines, voice), ...deadlinesText(deadlines, own, voice)]),
    ...outOfCalendar.map((action) => `  ${actionText(action, policy, locale)}: ${words.outOfCalendar[locale]}`),
    ...readingsText(readings, policy, voice),
  ];
}

/** What a deadline's action is called in the policy's terms. */
function actionText(action: string, policy: AnyPolicy | undefined, locale: Locale): string {
  const terms: { readonly deadlines?: Readonly<Record<string, Provision<unknown>>> } = policy?.terms ?? {};
  return terms.deadlines?.[action]?.label[locale] ?? action;
}

const reasons = {
  duplicate: { zh: "已由同一编号的另一行新增", en: "added by another row of the same id" },
  alreadyEnrolled: { zh: "已参保", en: "enrolled already" },
  ineligible: { zh: "不符合", en: "not eligible" },
  undetermined: { zh: "待查明", en: "not determined yet" },
} satisfies Record<string, Text>;

/** A plan of whom to enrol. */
interface Plan extends Pick<Benefit, "lines" | "readings"> {
  readonly toAdd: readonly string[];
  readonly notAdded: readonly {
    readonly id: string;
    readonly reason: keyof typeof reasons;
    readonly eligibility: Eligibility;
  }[];
}

/** An id from outside shall not pass for a line of the statement. */
const oneLine = (id: string) => id.replaceAll(/\s+/g, " ");

function planText({ toAdd, notAdded, lines, readings }: Plan, policy: AnyPolicy | undefined, voice: Voice): string[] {
  const { locale } = voice;
  const own = policy?.document.number;
  const count = (list: readonly unknown[]) => (locale === "zh" ? `${list.length} 人` : String(list.length));
  return [
    heading(words.toAdd, voice, count(toAdd)),
    ...toAdd.map((id) => `  ${oneLine(id)}`),
    heading(words.notAdded, voice, count(notAdded)),
    ...notAdded.flatMap(({ id, reason, eligibility }) => {
      const deciding = { ineligible: "unmet", undetermined: "unknown", duplicate: null, alreadyEnrolled: null }[reason];
      const checks = eligibility.checks.filter(({ outcome }) => outcome === deciding);
      const rows = checksText({ ...eligibility, checks }, own, voice).map((row) => `  ${row}`);
      return [`  ${oneLine(id)}  ${reasons[reason][locale]}`, ...rows];
    }),
    heading(words.statement, voice),
    ...linesText(lines, own, voice),
    ...readingsText(readings, policy, voice),
  ];
}

/** A settlement; some programmes count only part of the claims, or settle county by county. */
interface AnySettlement extends Settlement {
  readonly countedClaims?: Money;
  readonly division?: string;
  readonly counties?: readonly AnySettlement[];
}

function settlementText(settlement: AnySettlement, policy: AnyPolicy | undefined, voice: Voice): string[] {
  const { locale } = voice;
  const rows = Object.entries(totals).flatMap(([name, label]) => {
    const value = settlement[name as keyof typeof totals];
    if (value === undefined) return [];
    const shown =
      value === null ? words.none[locale] : name === "lossRatio" ? percentage(value as Rate) : String(value);
    return [[label[locale], shown]];
  });
  const { division, counties = [] } = settlement;
  const title = counties.length === 0 ? words.settlement : words.counties;
  return [
    ...counties.flatMap((county) => [...settlementText({ ...county, readings: {} }, policy, voice), ""]),
    division === undefined ? heading(title, voice) : `${title[locale]} ${division}`,
    ...table(rows, new Set([1])),
    heading(words.statement, voice),
    ...linesText(settlement.lines, policy?.document.number, voice),
    ...(settlement.conditions.length === 0 ? [] : [heading(words.conditions, voice)]),
    ...settlement.conditions.map((condition) => `  ${condition[locale]}`),
    ...readingsText(settlement.readings, policy, voice),
  ];
}

const expectations = {
  locale: { zh: "应为 zh 或 en", en: "expected zh or en" },
  result: {
    zh: "应为有核算行、核查项或时限的结果，或 PolicyInputError",
    en: "expected a result with lines, checks or deadlines, or a PolicyInputError",
  },
} satisfies Record<string, Text>;

function unexplainable(what: keyof typeof expectations): PolicyInputError {
  return new PolicyInputError("INVALID_OPTIONS", [{ path: [what], code: "WRONG_TYPE", message: expectations[what] }]);
}

/**
 * A result in words: what a clerk could print and hand to a family. Columns line up in a fixed-width font, where Chinese
 * characters take two columns. Results that went through JSON can be explained as well.
 *
 * @param result - The result of any rule that has lines, checks or deadlines, or a PolicyInputError.
 * @param options - `locale`: `"zh"` (default) or `"en"`; `policies`: where names are looked up.
 * @returns Lines of text joined by line feeds, without one at the end.
 * @example
 * ```ts
 * explain(chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "58000" }), { locale: "en" });
 * // Statement (yuan)
 * //   1  Deductible               55000.00  渝民〔2020〕238号 三(二)     58000.00 − 3000.00
 * //   2  Reimbursement by tiers   16250.00  渝民〔2020〕238号 三(二)1-3  10000.00 × 25% + 40000.00 × 30% + 5000.00 × 35%
 * //   3  Annual limit per person  16250.00  渝民〔2020〕238号 三(二)3    16250.00, at most 150000.00
 * //   4  Payable                  16250.00  渝民〔2020〕238号 三(二)     16250.00
 * ```
 */
export function explain(result: Explainable, options: ExplainOptions = {}): string {
  const { locale = "zh", policies = [] } = options;
  if (!locales.includes(locale)) throw unexplainable("locale");
  if (typeof (result as unknown) !== "object" || (result as unknown) === null) throw unexplainable("result");
  const voice: Voice = { locale, policies };
  if (isError(result)) {
    const rows = result.issues.map(
      ({ path, message }) => `  ${path.length === 0 ? "" : `${pathText(path)}: `}${message[locale]}`,
    );
    return [heading(words.badInput, voice), ...rows].join("\n");
  }
  if ("dueOn" in result) return explain({ deadlines: [result], readings: {} }, options);
  if (!("eligibility" in result) && !("readings" in result)) throw unexplainable("result");
  const policy = policyOf(result, policies);
  const own = policy?.document.number;
  const title = policy === undefined ? [] : [`${policy.title[locale]} ${policy.document.number}`];
  const body = (() => {
    if ("eligibility" in result) return assessmentText(result, policy, voice);
    if ("assessments" in result) return eventText(result as EventAssessment, policy, voice);
    if ("lossRatio" in result) return settlementText(result, policy, voice);
    if ("notAdded" in result) return planText(result as Plan, policy, voice);
    const readings = readingsText(result.readings, policy, voice);
    if ("checks" in result) {
      return [
        heading(words.eligibility, voice, outcomes[result.outcome][locale]),
        ...checksText(result, own, voice),
        ...readings,
      ];
    }
    if ("deadlines" in result)
      return [heading(words.deadlines, voice), ...deadlinesText(result.deadlines, own, voice), ...readings];
    return [heading(words.statement, voice), ...linesText(result.lines, own, voice), ...readings];
  })();
  return [...title, ...body].join("\n");
}
