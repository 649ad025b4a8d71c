import type { Check } from "../eligibility.js";
import type { Ledger } from "../ledger.js";
import { midSentence, type Text } from "../text.js";
import type { Json } from "../wire.js";
import { amendedNote, checksText, cite, heading, quoted, type Voice } from "./lines.js";
import { oneLine, table } from "./tables.js";
import { outcomes, pendings, words } from "./words.js";

type Year = Json<Ledger>;
type Row = Year["entries"][number];

const ledgerWords = {
  title: { zh: "个人年度台账", en: "The year of" },
  claims: { zh: "各笔理赔（元）", en: "Claims (yuan)" },
  id: { zh: "编号", en: "Id" },
  on: { zh: "日期", en: "Day" },
  outcome: { zh: "资格", en: "Eligibility" },
  entitled: { zh: "应得", en: "Entitled" },
  paid: { zh: "已赔付", en: "Paid" },
  due: { zh: "应补付", en: "Due" },
  overpaid: { zh: "多付", en: "Overpaid" },
  total: { zh: "合计", en: "Total" },
  unknownDay: { zh: "待查明", en: "not known yet" },
  open: { zh: "待定", en: "open" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  notes: { zh: "逐笔说明", en: "Claim by claim" },
  provisional: {
    zh: "暂定：此前有待定的理赔，其结果可能改变本笔",
    en: "provisional: a claim before it is open and may change it",
  },
  limits: { zh: "限额（元）", en: "Limits (yuan)" },
  limit: { zh: "限额", en: "Limit" },
  from: { zh: "起", en: "From" },
  to: { zh: "止", en: "To" },
  amount: { zh: "最高", en: "At most" },
  used: { zh: "已用", en: "Used" },
  left: { zh: "剩余", en: "Left" },
  settled: {
    zh: "（合计不含待定的理赔，其已赔付计入）",
    en: " (totals leave out open claims, but not what was paid for them)",
  },
  addsNothing: { zh: "不增加应得金额", en: "adds nothing to what is due" },
} satisfies Record<string, Text>;

/** What a cover is called. */
function coverText(cover: string, voice: Voice): string {
  return voice.policy?.covers[cover]?.title[voice.locale] ?? quoted(cover, voice);
}

/** What one claim used of a limit, in a sentence. */
function useText({ label, amount, left }: Row["uses"][number], { locale }: Voice): string {
  return locale === "zh"
    ? `用去${label.zh} ${amount}，剩余 ${left}`
    : `used ${amount} of the ${midSentence(label.en)}, ${left} left`;
}

/** What led to an amount that is none, or none yet. */
function decidingChecks({ withdrawn, assessment: { eligibility } }: Row): readonly Check[] {
  const deciding = { eligible: null, ineligible: "unmet", undetermined: "unknown" }[eligibility.outcome];
  return withdrawn ? [] : eligibility.checks.filter(({ outcome }) => outcome === deciding);
}

const isForNothing = ({ entitled, assessment }: Row): boolean =>
  entitled === "0.00" && assessment.eligibility.outcome === "eligible";

/** Where a claim that is covered came to nothing: the first step that leaves nothing. */
function nothingText({ assessment }: Row, { locale }: Voice): string {
  const step = assessment.benefit?.lines.slice(0, -1).find(({ amount }) => amount === "0.00");
  const nothing = ledgerWords.addsNothing[locale];
  if (step === undefined) return nothing;
  return locale === "zh" ? `${nothing}（${step.label.zh} 0.00）` : `${nothing} (${midSentence(step.label.en)}: 0.00)`;
}

function noteText(entry: Row, voice: Voice): string[] {
  const { locale } = voice;
  const { assessment, uses, provisional } = entry;
  const checks = checksText(decidingChecks(entry), voice);
  const said = [
    ...(assessment.pending === null || checks.length > 0 ? [] : [pendings[assessment.pending][locale]]),
    ...uses.map((use) => useText(use, voice)),
    ...(isForNothing(entry) ? [nothingText(entry, voice)] : []),
    ...(provisional ? [ledgerWords.provisional[locale]] : []),
  ];
  if (said.length + checks.length === 0) return [];
  return [`  ${heading(named(entry.id, voice), voice, said.join(locale === "zh" ? "；" : "; "))}`, ...checks];
}

const named = (id: string, voice: Voice): Text => {
  const shown = quoted(oneLine(id), voice);
  return { zh: shown, en: shown };
};

function claimsText({ entries, entitled, paid, due, overpaid, pending }: Year, voice: Voice): string[] {
  const { locale } = voice;
  const say = (name: keyof typeof ledgerWords) => ledgerWords[name][locale];
  const amounts = ["entitled", "paid", "due", "overpaid"] as const;
  const rows = entries.map((entry) => [
    quoted(oneLine(entry.id), voice),
    entry.on ?? say("unknownDay"),
    coverText(entry.assessment.cover, voice),
    entry.withdrawn ? say("withdrawn") : outcomes[entry.assessment.eligibility.outcome][locale],
    ...amounts.map((name) => entry[name] ?? say("open")),
  ]);
  const head = [say("id"), say("on"), words.cover[locale], say("outcome"), ...amounts.map(say)];
  const total = [say("total"), "", "", "", entitled, paid, due, overpaid];
  const title = heading(ledgerWords.claims, voice) + (pending.length > 0 ? say("settled") : "");
  return [title, ...table([head, ...rows, total], new Set([4, 5, 6, 7]))];
}

/** What is still to be paid and what was paid too much: neither is set off against the other. */
function conclusionText({ due, overpaid, pending }: Year, voice: Voice): string {
  const said =
    voice.locale === "zh"
      ? [
          `承保机构应补付 ${due} 元`,
          ...(overpaid === "0.00" ? [] : [`多付 ${overpaid} 元，不相抵`]),
          ...(pending.length === 0 ? [] : [`${pending.length} 笔待定`]),
        ].join("；")
      : [
          `due from the insurer ${due} yuan`,
          ...(overpaid === "0.00" ? [] : [`overpaid ${overpaid} yuan, not set off`]),
          ...(pending.length === 0 ? [] : [`open claims: ${pending.length}`]),
        ].join("; ");
  return heading(words.result, voice, said);
}

function limitsText(accounts: Year["accounts"], voice: Voice): string[] {
  if (accounts.length === 0) return [];
  const { locale } = voice;
  const say = (name: keyof typeof ledgerWords) => ledgerWords[name][locale];
  const head = [words.cover[locale], say("limit"), say("from"), say("to"), say("amount"), say("used"), say("left"), ""];
  const rows = accounts.map(({ cover, label, name, clause, from, to, limit, used, left, amended }) => [
    coverText(cover, voice),
    label[locale] + (name === undefined ? "" : ` ${quoted(oneLine(name), voice)}`) + amendedNote(amended, locale),
    from,
    to,
    limit,
    used,
    left,
    cite(clause, voice),
  ]);
  return [heading(ledgerWords.limits, voice), ...table([head, ...rows], new Set([4, 5, 6]))];
}

/** A person's year as a sheet that the family can read: each claim, what it used of which limit, what is left, and what is due. */
export function ledgerText(year: Year, voice: Voice): string[] {
  const notes = year.entries.flatMap((entry) => noteText(entry, voice));
  return [
    heading(ledgerWords.title, voice, quoted(oneLine(year.person), voice)),
    ...claimsText(year, voice),
    conclusionText(year, voice),
    ...(notes.length === 0 ? [] : [heading(ledgerWords.notes, voice), ...notes]),
    ...limitsText(year.accounts, voice),
  ];
}
