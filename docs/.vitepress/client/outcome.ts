import { Money, type Locale, type Text } from "huimin-rules";

/*
 * What a result comes to in one line: the amount, or why there is none.
 */

const texts = {
  payable: { zh: "应付", en: "Payable" },
  facts: { zh: "尚缺事实，不能核定", en: "Facts are missing" },
  loss: { zh: "尚缺损失金额", en: "The loss is missing" },
  contract: { zh: "金额由合同约定", en: "The contract sets the amount" },
  eligible: { zh: "符合", en: "Eligible" },
  ineligible: { zh: "不符合", en: "Not eligible" },
  undetermined: { zh: "尚不能确定", en: "Not determined yet" },
} satisfies Record<string, Text>;

/** The names under which results tell the amount that matters most. */
const amounts = ["payable", "due", "amount"] as const;

export interface Headline {
  readonly text: Text;
  /** The amount, where there is one. */
  readonly amount?: Money;
  readonly kind: "amount" | "open" | "yes" | "no" | "other";
}

/** Yuan with separators. */
export const withSeparators = (amount: Money | string): string =>
  String(amount).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

export const inYuan = (amount: Money | string, locale: Locale) =>
  locale === "zh" ? `${withSeparators(amount)} 元` : `${withSeparators(amount)} yuan`;

/** The first line of a result; `undefined` where it is no amount and no yes or no. */
export function headlineOf(result: object): Headline | undefined {
  const fields = result as Readonly<Record<string, unknown>>;
  const eligibility = fields["eligibility"] as { readonly outcome?: unknown } | undefined;
  const outcome = eligibility?.outcome ?? fields["outcome"];
  const pending = fields["pending"];
  if (typeof pending === "string" && pending in texts) return { text: texts[pending as "facts"], kind: "open" };
  const amount = amounts.map((name) => fields[name]).find((each) => Money.is(each));
  if (amount !== undefined) {
    const no = outcome === "ineligible" ? texts.ineligible : undefined;
    return { text: no ?? texts.payable, amount, kind: no ? "no" : "amount" };
  }
  if (outcome === "eligible") return { text: texts.eligible, kind: "yes" };
  if (outcome === "ineligible") return { text: texts.ineligible, kind: "no" };
  return outcome === "undetermined" ? { text: texts.undetermined, kind: "open" } : undefined;
}

/** The same in words. */
export function headlineText(result: object, locale: Locale): string {
  const headline = headlineOf(result);
  if (headline === undefined) return "";
  const { text, amount, kind } = headline;
  if (amount === undefined) return text[locale];
  const yuan = inYuan(amount, locale);
  return kind === "no" ? `${text[locale]}${locale === "zh" ? "，" : ", "}${yuan}` : yuan;
}
