/*
 * 重庆: assesses the claims of claims.ndjson under 渝民〔2020〕238号 and settles a period. A bad line is reported with its number and
 * the rest goes on.
 */
import { readFileSync } from "node:fs";
import {
  chongqing,
  compareReadings,
  displayWidth,
  explain,
  Money,
  type Assessment,
  type Locale,
  type Readings,
  type Text,
} from "huimin-rules";

interface Claim {
  id: string;
  note?: Text;
  [field: string]: unknown;
}

interface Decision {
  line: number;
  id: string;
  note?: Text;
  input?: unknown;
  assessment?: Assessment;
  error?: string;
}

type Assessed = Decision & { assessment: Assessment };

const words = {
  title: { zh: "理赔核定结果", en: "Decisions" },
  columns: {
    zh: ["行", "编号", "险种", "资格", "应付（元）", "说明"],
    en: ["line", "id", "cover", "eligibility", "payable", "note"],
  },
  eligible: { zh: "符合", en: "eligible" },
  ineligible: { zh: "不符合", en: "not eligible" },
  undetermined: { zh: "待查明", en: "undetermined" },
  pending: {
    zh: { facts: "待补事实", loss: "待补损失", contract: "按合同" },
    en: { facts: "facts", loss: "loss", contract: "contract" },
  },
  bad: { zh: "记录有误，未核定", en: "Bad records, not assessed" },
  line: { zh: (line: number) => `第 ${line} 行`, en: (line: number) => `line ${line}` },
  notJson: { zh: "不是完整的 JSON 对象", en: "not a complete JSON object" },
  statement: { zh: "核算单示例", en: "One full statement" },
  readings: { zh: "条文解读对照", en: "Readings compared" },
  settlement: { zh: "第一保障期间清算（金额为示例）", en: "Settlement of the first period (example amounts)" },
  total: { zh: "合计应付", en: "Payable in all" },
} as const;

/** A parsed line, if it is an object at all. */
function claimFrom(parsed: unknown): Claim {
  if (typeof parsed !== "object" || parsed === null) throw new TypeError("not an object");
  return parsed as Claim;
}

/** One claim a line; what cannot be read or assessed becomes an error of that line. */
function decide(text: string, locale: Locale): Decision[] {
  return text
    .split("\n")
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== "")
    .map(({ content, line }): Decision => {
      let claim: Claim;
      try {
        claim = claimFrom(JSON.parse(content));
      } catch {
        return { line, id: "?", error: `  ${words.notJson[locale]}` };
      }
      const { id, note, ...input } = claim;
      const named = { line, id, input, ...(note !== undefined && { note }) };
      const outcome = chongqing.assessClaim.safe(input);
      return outcome.ok
        ? { ...named, assessment: outcome.value }
        : { ...named, error: explain(outcome.error, { locale }).split("\n").slice(1).join("\n") };
    });
}

const pad = (text: string, width: number) => text + " ".repeat(Math.max(width - displayWidth(text), 0));

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** What is payable, or what that waits for. */
const amountOf = ({ payable, pending }: Assessment, locale: Locale): string =>
  pending === null ? payable.toString().padStart(10) : words.pending[locale][pending];

function row({ line, id, assessment }: Assessed, locale: Locale): string[] {
  const { cover, eligibility } = assessment;
  const title = chongqing.policy.covers[cover]?.title[locale] ?? cover;
  const amount = amountOf(assessment, locale);
  const why = eligibility.checks.filter(({ outcome }) => outcome !== "met").map(({ text }) => text[locale]);
  return [String(line), id, title, words[eligibility.outcome][locale], amount, why.join("; ")];
}

const readingsByName: Readings = chongqing.policy.readings;

/** What a claim pays under each reading that matters to it. */
function comparison({ id, input }: Assessed, locale: Locale): string[][] {
  return compareReadings(chongqing.assessClaim, input as Parameters<typeof chongqing.assessClaim>[0]).map(
    ({ readings, outcome }) => {
      const named = Object.entries(readings).map(([name, choice]) => readingsByName[name]?.choices[choice]?.[locale]);
      const paid = outcome.ok ? amountOf(outcome.value, locale) : outcome.error.message;
      return [id, paid, named.join(locale === "zh" ? "；" : "; ")];
    },
  );
}

const heading = (text: string) => `\n== ${text} ==`;

/** Made up, for want of published figures. */
const premium = 24_000_000;
const claims = [21_400_000, 23_150_000.5, 20_980_000, 24_600_000, 22_010_000];

/** The whole example as text. */
export function chongqingExample(locale: Locale): string {
  const decisions = decide(readFileSync(new URL("claims.ndjson", import.meta.url), "utf8"), locale);
  const assessed = decisions.filter((each): each is Assessed => each.assessment !== undefined);
  const total = assessed.reduce((sum, { assessment }) => sum.plus(assessment.payable ?? Money.zero), Money.zero);
  const parts = [
    heading(`${words.title[locale]} · ${chongqing.policy.title[locale]} ${chongqing.policy.document.number}`),
    table([[...words.columns[locale]], ...assessed.map((each) => row(each, locale))]),
    `${words.total[locale]}: ${total}`,
    heading(words.bad[locale]),
    ...decisions.flatMap(({ line, id, error }) =>
      error === undefined ? [] : [`${words.line[locale](line)} (${id})`, error],
    ),
  ];
  const real = assessed.filter(({ id }) => id.startsWith("real"));
  parts.push(heading(words.statement[locale]));
  for (const { note, assessment } of real) parts.push(note?.[locale] ?? "", explain(assessment, { locale }), "");
  parts.push(
    heading(words.readings[locale]),
    table(assessed.filter(({ id }) => id === "CQ-004").flatMap((each) => comparison(each, locale))),
    heading(words.settlement[locale]),
    explain(
      chongqing.settle({
        period: "first",
        insurers: chongqing.insurers.map(({ name }, index) => ({ name, premium, claims: claims[index] ?? 0 })),
      }),
      { locale },
    ),
  );
  return parts.join("\n");
}
