import type { Account, AnyRule, Locale } from "huimin-rules";
import { inYuan } from "../client/outcome.js";
import { cases } from "../source/library.js";
import { says } from "../source/page.js";
import { figure } from "./chart.js";
import type { Pictures } from "./curves.js";

/*
 * A person's year as bars that fill: what each limit holds, and what the claims took of it.
 */

const yuan = (amount: Account["used"]) => Number(String(amount));

interface Year {
  readonly accounts: readonly Account[];
  readonly entries: readonly object[];
}

/** The worked case of a ledger that shows most: several claims, and a limit that is used in part. */
function yearOf(rule: AnyRule): { readonly year: Year; readonly input: Readonly<Record<string, unknown>> } {
  const all = cases
    .filter(({ rule: id, throws, readings }) => id === rule.id && throws !== true && readings === undefined)
    .flatMap(({ input }) => {
      const outcome = rule.safe(input);
      return outcome.ok ? [{ year: outcome.value as Year, input }] : [];
    });
  const worth = ({ year }: { year: Year }) =>
    year.accounts.filter(({ used, left }) => !used.isZero() && !left.isZero()).length * 10 + year.entries.length;
  const [best] = all.sort((a, b) => worth(b) - worth(a));
  if (best === undefined) throw new Error(`${rule.id} has no worked case`);
  return best;
}

function picture(rule: AnyRule, locale: Locale): string {
  const t = says(locale);
  const { year, input } = yearOf(rule);
  const titleOf = ({ cover, label }: Account) =>
    `${rule.policy.covers[cover]?.title[locale] ?? cover}${t("：", ": ")}${label[locale]}`;
  const named = year.accounts.map((account) => `${titleOf(account)}\n${account.from} – ${account.to}`);
  const part = (of: "used" | "left") =>
    year.accounts.map((account) => (100 * yuan(account[of])) / (yuan(account.limit) || 1));
  const chart = figure(
    {
      caption: t(`${rule.title.zh}：各项限额用去多少`, `${rule.title.en}: what is used of each limit`),
      option: {
        legend: { top: 0 },
        grid: { left: 230, right: 60, top: 40, bottom: 40 },
        xAxis: { type: "value", max: 100, axisLabel: { formatter: "{value}%" } },
        yAxis: { type: "category", data: named, inverse: true, axisLabel: { width: 215, overflow: "break" } },
        series: [
          { name: t("已用", "used"), type: "bar", stack: "limit", barMaxWidth: 30, data: part("used") },
          {
            name: t("未用", "left"),
            type: "bar",
            stack: "limit",
            data: part("left"),
            itemStyle: { color: "#dfe6ee", borderColor: "#78859a" },
          },
        ],
      },
      head: [t("限额", "Limit"), t("期间", "Span"), t("限额金额", "Amount"), t("已用", "Used"), t("未用", "Left")],
      rows: year.accounts.map((account) => [
        titleOf(account),
        `${account.from} – ${account.to}`,
        ...[account.limit, account.used, account.left].map((amount) => inYuan(amount, locale)),
      ]),
      height: 90 + 56 * year.accounts.length,
    },
    locale,
  );
  const count = (input["claims"] as readonly object[]).length;
  return `<p>${t(`例：一年 ${count} 笔理赔，见下面的算例。`, `An example: a year of ${count} claims, among the worked cases below.`)}</p>\n\n${chart}`;
}

export const ledgers: Pictures = {
  "chongqing.assessPerson": picture,
  "lishui.assessPerson": picture,
  "luozhuang.assessPerson": picture,
  "zhumadian.assessPerson": picture,
};
