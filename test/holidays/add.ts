/*
 * Adds a year to the calendar from the State Council's notice, as it is published:
 *
 *   npm run holidays -- FILE ADDRESS     FILE: the notice's text, number and date included; ADDRESS: where it stands on www.gov.cn
 *
 * It writes src/core/holidays.ts, the list beside it for the reviewer (test/words/holidays.txt), and the years that README names.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { format, resolveConfig } from "prettier";
import { chinaHolidayNotices, createWorkCalendar } from "huimin-rules/core";
import { noticeList } from "./list.js";
import { noticeFrom, workingDaysIn } from "./notice.js";

const [file, address] = argv.slice(2);
if (file === undefined || address === undefined) throw new Error("npm run holidays -- FILE ADDRESS");

const notice = noticeFrom(readFileSync(file, "utf8"), address);
const notices = [...chinaHolidayNotices, notice];
createWorkCalendar(notices);

async function change(path: string, by: (text: string) => string): Promise<void> {
  const before = readFileSync(path, "utf8");
  const after = by(before);
  if (after === before) throw new Error(`${path} 没有可改之处 there is nothing to change`);
  writeFileSync(path, await format(after, { ...(await resolveConfig(path)), filepath: path }));
}

await change("src/core/holidays.ts", (text) => text.replace(/\]\);\s*$/, `${JSON.stringify(notice)}]);\n`));
await change("README.md", (text) => text.replace(`2017 to ${notice.year - 1}`, `2017 to ${notice.year}`));
writeFileSync("test/words/holidays.txt", noticeList(notices));
console.log(
  `${notice.number}：${notice.year} 年共 ${workingDaysIn(notice)} 个工作日，请对照通知核对 ${notice.year} has ${workingDaysIn(notice)} working days; hold src/core/holidays.ts against the notice, and add the number to test/core/work-calendar.test.ts`,
);
