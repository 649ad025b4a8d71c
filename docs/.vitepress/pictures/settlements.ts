import { agreementFrom, type AnyRule, type Locale, type Text } from "huimin-rules";
import agreementJson from "../../../examples/agreements/lishui.json" with { type: "json" };
import { says } from "../source/page.js";
import { figure } from "./chart.js";
import type { Pictures } from "./curves.js";

/*
 * Who bears what of a year, over the loss ratio: for a premium of one million.
 */

const premium = 1_000_000;
const lowest = 60;
const highest = 140;
const step = 2.5;
const ratios = Array.from({ length: (highest - lowest) / step + 1 }, (_, index) => lowest + index * step);
const inTable = ratios.filter((ratio) => ratio % 5 === 0);

const names: Readonly<Record<"refund" | "supplement" | "insurerResult", Text>> = {
  refund: { zh: "退回（扣减）", en: "Refunded (deducted)" },
  supplement: { zh: "补充（共担）", en: "Supplemented (shared)" },
  insurerResult: { zh: "承保机构盈亏", en: "The insurer's result" },
};
const keys = Object.keys(names) as (keyof typeof names)[];

type Settle = (claims: string) => readonly [input: object, options?: object];

const settlementOf =
  (settle: Settle) =>
  (rule: AnyRule, locale: Locale): string => {
    const t = says(locale);
    const at = (ratio: number): Readonly<Record<keyof typeof names, number>> => {
      const [input, options] = settle(((premium * ratio) / 100).toFixed(2));
      const outcome = rule.safe(input, options);
      if (!outcome.ok) throw new Error(`${rule.id}: ${outcome.error.message}`);
      const value = outcome.value as Readonly<Record<string, unknown>>;
      return Object.fromEntries(keys.map((key) => [key, Number(String(value[key]))])) as Record<
        keyof typeof names,
        number
      >;
    };
    const results = new Map(ratios.map((ratio) => [ratio, at(ratio)]));
    const wan = (yuan: number) => String(Math.round(yuan / 100) / 100);
    return figure(
      {
        caption: t(
          `${rule.title.zh}：保费100万元时，各方承担随赔付率的变化`,
          `${rule.title.en}: who bears what of a premium of one million, over the loss ratio`,
        ),
        option: {
          legend: { top: 0 },
          grid: { left: 80, right: 40, top: 50, bottom: 55 },
          xAxis: {
            type: "value",
            min: lowest,
            max: highest,
            name: t("赔付率（%）", "loss ratio (%)"),
            nameLocation: "middle",
            nameGap: 32,
          },
          yAxis: {
            type: "value",
            name: t("万元", "10 000 yuan"),
            axisLabel: { formatter: (value: number) => wan(value) },
          },
          series: keys.map((key, index) => ({
            name: names[key][locale],
            type: "line",
            showSymbol: false,
            lineStyle: { width: 3, type: (["solid", "dashed", "dotted"] as const)[index] },
            data: ratios.map((ratio) => [ratio, results.get(ratio)?.[key] ?? 0]),
          })),
        },
        head: [
          t("赔付率", "Loss ratio"),
          ...keys.map((key) => `${names[key][locale]}${t("（万元）", " (10 000 yuan)")}`),
        ],
        rows: inTable.map((ratio) => [`${ratio}%`, ...keys.map((key) => wan(results.get(ratio)?.[key] ?? 0))]),
      },
      locale,
    );
  };

/** Example figures of a contract: the opinion leaves the corridor to the tender. */
const agreement = agreementFrom(agreementJson);

export const settlements: Pictures = {
  "chongqing.settle": settlementOf((claims) => [
    { period: "first", insurers: [{ name: "—", premium: String(premium), claims }] },
  ]),
  "lishui.settle": settlementOf((claims) => [{ premium: String(premium), claims }, { agreement }]),
  "zhumadian.settle": settlementOf((claims) => [{ premium: String(premium), claims, insurerFaultClaims: "0" }]),
};
