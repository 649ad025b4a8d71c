/*
 * What grows old by itself: the calendar, whose next year the State Council announces each autumn, and the last reading of each document.
 * CI tells it; the library never looks at a clock.
 *
 *   npm run freshness
 */
import { argv, env } from "node:process";
import { pathToFileURL } from "node:url";
import { addYears, chinaWorkCalendar, insuranceLawDeadlines, type Day, type PolicyDocument } from "huimin-rules/core";
import { chongqing, lishui, luozhuang, zhumadian } from "huimin-rules";

/** What should be looked after on this day. */
export function stale(today: Day, calendarEnds: Day, documents: readonly PolicyDocument[]): string[] {
  const [year, last] = [today, calendarEnds].map((day) => Number(day.slice(0, 4))) as [number, number];
  const calendar =
    last > year
      ? []
      : [
          `工作日历只到 ${last} 年，请加入 ${last + 1} 年的放假通知（npm run holidays -- 文件） The work calendar ends with ${last}: add the notice for ${last + 1} (npm run holidays -- FILE)`,
        ];
  const read = documents
    .filter(({ checkedOn }) => addYears(checkedOn, 1) <= today)
    .map(
      ({ number, checkedOn }) =>
        `${number} 自 ${checkedOn} 起未再对照原文 was last held against its text on ${checkedOn}`,
    );
  return [...calendar, ...read];
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  const documents = [chongqing, lishui, luozhuang, zhumadian].map(({ policy }) => policy.document);
  const today = new Date().toISOString().slice(0, 10);
  for (const line of stale(today, chinaWorkCalendar.to, [...documents, insuranceLawDeadlines.policy.document])) {
    console.log(env["GITHUB_ACTIONS"] === undefined ? `注意 warning: ${line}` : `::warning::${line}`);
  }
}
