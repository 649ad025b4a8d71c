import type { Text } from "./text.js";

/*
 * Which rules the sheets show, and what of a rule's result a cell gives. What a function's arguments are and what they mean comes from
 * the rule itself; a programme says its own rows in its `sheet.ts`.
 */

/** What of a rule's result a function gives. */
export type Part =
  /** An amount (yuan), or a ratio, by its name in the result, groups joined by a point. */
  | { readonly kind: "amount" | "ratio"; readonly of: string; readonly text?: Text }
  /** The last day on which an action is in time, as a date serial. */
  | { readonly kind: "due"; readonly action: string; readonly text: Text }
  /** Whether, and why, as text. */
  | { readonly kind: "eligibility" }
  /** Of an assessment: what is to be paid, empty unless the case is covered; or why, as text. */
  | { readonly kind: "assessed" | "reason"; readonly text: Text }
  /** The statement (核算单), a range of rows. */
  | { readonly kind: "sheet" };

/** One function, or one a cover where the rule's fields depend on the cover: its id and Chinese name begin with these. */
export interface Row {
  readonly id: string;
  readonly zh: string;
  readonly part: Part;
}

/** The functions of a programme by the name of their rule: only rules that it has can be named. */
export interface ProgrammeSheet<Rules = Readonly<Record<string, unknown>>> {
  /** How its ids begin. */
  readonly prefix: string;
  /** How its Chinese names begin. */
  readonly zh: string;
  readonly rules: Readonly<Partial<Record<keyof Rules & string, readonly Row[]>>>;
}

/** The statement. */
export const statement = (id: string, zh: string): Row => ({
  id: `${id}_SHEET`,
  zh: `${zh}核算单`,
  part: { kind: "sheet" },
});

/** An amount by its name in the result. */
export const amount = (id: string, zh: string, of: string, en: string): Row => ({
  id,
  zh,
  part: { kind: "amount", of, text: { zh, en } },
});

/** A Benefit: its amount, and its statement. */
export const benefit = (id: string, zh: string): readonly Row[] => [
  { id, zh, part: { kind: "amount", of: "amount" } },
  statement(id, zh),
];

/** A Settlement, part by part, and its statement. */
export const settlement = (id = "SETTLE", zh = "清算"): readonly Row[] => [
  {
    id: `${id}_RATIO`,
    zh: `${zh}赔付率`,
    part: { kind: "ratio", of: "lossRatio", text: { zh: "赔付率", en: "loss ratio" } },
  },
  amount(`${id}_REFUND`, `${zh}退回`, "refund", "refund"),
  amount(`${id}_SUPPLEMENT`, `${zh}补充`, "supplement", "supplement"),
  amount(`${id}_BEARS`, `${zh}承保机构承担`, "insurerBears", "borne by the insurer"),
  amount(`${id}_RESULT`, `${zh}承保机构盈亏`, "insurerResult", "the insurer's result"),
  statement(id, zh),
];

/** The last day for an action. */
export const due = (id: string, action: string, zh: string, en: string): Row => ({
  id: `DUE_${id}`,
  zh,
  part: { kind: "due", action, text: { zh, en } },
});

/** The statutory periods of a claim. */
export const statutory: readonly Row[] = [
  due("ASSESS", "assess", "核定期限", "deadline to assess"),
  due("PAY", "pay", "支付期限", "deadline to pay"),
  due("REFUSE", "refuse", "拒赔通知期限", "deadline to give notice of a refusal"),
  due("UNDISPUTED", "payUndisputed", "先予支付期限", "deadline to pay what is undisputed"),
];

/** An Eligibility. */
export const eligibility = (id: string, zh: string): readonly Row[] => [{ id, zh, part: { kind: "eligibility" } }];

/** An Assessment: what is to be paid, and in a cell of its own why, or why nothing is. */
export const assessment: readonly Row[] = [
  {
    id: "ASSESS",
    zh: "应赔付",
    part: {
      kind: "assessed",
      text: { zh: "应赔付金额，不符合、待查明时为空", en: "what is to be paid, empty unless covered" },
    },
  },
  { id: "REASON", zh: "赔付理由", part: { kind: "reason", text: { zh: "结论和理由", en: "the outcome and why" } } },
];
