import { luozhuang, type AnyRule, type Locale, type Text } from "huimin-rules";
import { inYuan } from "../client/outcome.js";
import { says } from "../source/page.js";
import { figure } from "./chart.js";
import type { Pictures } from "./curves.js";

/*
 * Luozhuang: who bears what of a bill, in the order of the payers, as stacked bars.
 */

/** Bills of inpatients in the district: of the costs 92 % in scope; basic insurance pays 60 % of those, critical-illness insurance a tenth. */
const bills = [20_000, 50_000, 100_000, 200_000];
const shares = { inScope: 0.92, basic: 0.6, criticalIllness: 0.1 };

function picture(rule: AnyRule, locale: Locale): string {
  const t = says(locale);
  const columns = bills.map((total) => {
    const inScope = total * shares.inScope;
    const { lines } = luozhuang.medicalSupplementBenefit({
      setting: "inpatient",
      place: "district",
      designatedInstitution: true,
      totalExpenses: total,
      inScopeExpenses: inScope,
      basicPaid: inScope * shares.basic,
      criticalIllnessPaid: inScope * shares.criticalIllness,
    });
    return { total, lines };
  });
  // The lines before the sum of what the patient bears are the payers, in their order.
  const names = (columns[0]?.lines ?? [])
    .filter(({ operation }) => operation !== "sum" && operation !== "benefit")
    .map(({ label }) => label);
  const amount = (column: (typeof columns)[number], name: Text) =>
    column.lines.find(({ label }) => label.zh === name.zh)?.amount;
  const labelled = columns.map(({ total }) => inYuan(String(total), locale));
  return figure(
    {
      caption: t(
        `${rule.title.zh}：各方依次承担多少（政策范围内占92%，其中基本医保报60%、大病保险报10%）`,
        `${rule.title.en}: who bears what, in order (92% in scope, of which basic insurance pays 60% and critical-illness insurance 10%)`,
      ),
      option: {
        legend: { top: 0, textStyle: { fontSize: 12 } },
        grid: { left: 110, right: 40, top: 85, bottom: 45 },
        xAxis: { type: "value", max: 100, axisLabel: { formatter: "{value}%" } },
        yAxis: { type: "category", data: labelled, inverse: true },
        series: names.map((name) => ({
          name: name[locale],
          type: "bar",
          stack: "bill",
          barMaxWidth: 38,
          itemStyle: { borderColor: "#fff", borderWidth: 1 },
          data: columns.map((column) => (100 * Number(String(amount(column, name) ?? 0))) / column.total),
        })),
      },
      head: [t("各方", "Payer"), ...labelled],
      rows: names.map((name) => [
        name[locale],
        ...columns.map((column) => inYuan(amount(column, name) ?? "0.00", locale)),
      ]),
      height: 360,
    },
    locale,
  );
}

export const payers: Pictures = { "luozhuang.medicalSupplementBenefit": picture };
