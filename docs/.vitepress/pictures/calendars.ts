import {
  addDays,
  daysBetween,
  isWorkingDay,
  type AnyRule,
  type Day,
  type Deadline,
  type Locale,
  type Text,
} from "huimin-rules";
import { says } from "../source/page.js";
import { figure } from "./chart.js";
import type { Pictures } from "./curves.js";

/*
 * Deadlines in a small calendar, with rest days and make-up days.
 */

const kinds = {
  work: { text: { zh: "工作日", en: "working day" }, colour: "#eef1f5" },
  rest: { text: { zh: "休息日、法定节假日", en: "rest day, holiday" }, colour: "#f4c9b0" },
  madeUp: { text: { zh: "调休上班", en: "made-up working day" }, colour: "#b9d3ee" },
  start: { text: { zh: "起算日", en: "first day" }, colour: "#1b6e3c" },
  due: { text: { zh: "最迟日期", en: "last day" }, colour: "#14549c" },
} satisfies Record<string, { readonly text: Text; readonly colour: string }>;
const names = Object.keys(kinds) as (keyof typeof kinds)[];

/** A day of a reference week: 2021-01-04 was a Monday. */
const monday = "2021-01-04";
const week = 7;
const workingWeek = 5;
const weekday = (day: Day) => ((daysBetween(monday, day) % week) + week) % week;

function kindOf(day: Day, start: Day, due: ReadonlySet<Day>): keyof typeof kinds {
  if (day === start) return "start";
  if (due.has(day)) return "due";
  if (!isWorkingDay(day)) return "rest";
  return weekday(day) < workingWeek ? "work" : "madeUp";
}

const calendarOf =
  (start: Day, input: object) =>
  (rule: AnyRule, locale: Locale): string => {
    const t = says(locale);
    const outcome = rule.safe(input);
    if (!outcome.ok) throw new Error(`${rule.id}: ${outcome.error.message}`);
    const value = outcome.value as { readonly deadlines?: readonly Deadline[] } & Partial<Deadline>;
    const deadlines = value.deadlines ?? [value as Deadline];
    const due = new Set(deadlines.map(({ dueOn }) => dueOn));
    const last = [...due].sort().at(-1) ?? start;
    const from = `${start.slice(0, 8)}01`;
    const to = addDays(last, 3);
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
    return figure(
      {
        caption: t(`${rule.title.zh}：${start} 起算的例子`, `${rule.title.en}: an example from ${start}`),
        option: {
          visualMap: {
            type: "piecewise",
            orient: "horizontal",
            left: "center",
            top: 0,
            pieces: names.map((name, index) => ({
              value: index,
              label: kinds[name].text[locale],
              color: kinds[name].colour,
            })),
          },
          calendar: {
            range: [from, to],
            orient: "vertical",
            cellSize: [46, 28],
            left: 130,
            top: 70,
            yearLabel: { show: false },
            splitLine: { lineStyle: { color: "#5a6575" } },
            itemStyle: { borderColor: "#fff" },
            dayLabel: { firstDay: 1, nameMap: locale === "zh" ? ["日", "一", "二", "三", "四", "五", "六"] : "EN" },
            monthLabel: { nameMap: locale === "zh" ? "ZH" : "EN" },
          },
          series: [
            {
              type: "heatmap",
              coordinateSystem: "calendar",
              data: days.map((day) => [day, names.indexOf(kindOf(day, start, due))]),
              label: {
                show: true,
                formatter: ({ value: [day] }: { value: [string, number] }) => String(Number(day.slice(8))),
              },
            },
          ],
        },
        head: [t("最迟", "By"), t("事项", "What"), t("条款", "Clause")],
        rows: deadlines.map(({ dueOn, text, clause }) => [dueOn, text[locale], clause.path]),
        width: 520,
        height: 110 + 28 * (Math.ceil(days.length / week) + 1),
      },
      locale,
    );
  };

const statutory = calendarOf("2021-04-01", { claimReceivedOn: "2021-04-01" });

export const calendars: Pictures = {
  "core.insuranceLawDeadlines": statutory,
  "chongqing.claimDeadlines": statutory,
  "luozhuang.claimDeadlines": calendarOf("2020-04-01", { claimReceivedOn: "2020-04-01" }),
  "lishui.claimDeadlines": calendarOf("2018-04-02", { claimReceivedOn: "2018-04-02" }),
  "zhumadian.claimDeadlines": calendarOf("2019-09-25", { documentsCompleteOn: "2019-09-25", amount: "20000" }),
  "luozhuang.institutionReimbursementDeadline": calendarOf("2020-09-15", { advancedOn: "2020-09-15" }),
};
