/*
 * Reads a yearly notice of the State Council's General Office as it is published, and holds it against itself: every 共N天 and every 周X must agree
 * with the days that are read.
 */
import { addDays, createWorkCalendar, daysBetween, isDay, type Day, type HolidayNotice } from "huimin-rules/core";

const weekdays = "日一二三四五六";
const padded = (number: string | number) => String(number).padStart(2, "0");

/** What a notice says of one holiday: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。 */
const paragraph = /[一二三四五六七八九十]+、([^：\n]+)：([^\n]+)/g;
const dayInText = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^）]*)）)?/g;

/** The days in a passage, in order: what leaves out year or month has the one before it. */
function daysIn(passage: string, year: number, problems: string[]): Day[] {
  let [inYear, inMonth] = [String(year), ""];
  return [...passage.matchAll(dayInText)].map(([text, ownYear, ownMonth, day = "", note = ""]) => {
    inYear = ownYear ?? inYear;
    inMonth = ownMonth ?? inMonth;
    const found = `${inYear}-${padded(inMonth)}-${padded(day)}`;
    const [, weekday] = /[周星期]([日一二三四五六])/.exec(note) ?? [];
    if (!isDay(found)) problems.push(`${text}：没有这一天 is no day`);
    else if (weekday !== undefined && weekdays[new Date(`${found}T00:00:00Z`).getUTCDay()] !== weekday) {
      problems.push(`${text}：${found} 不是周${weekday} is another weekday`);
    }
    return found;
  });
}

/** One paragraph: the days off, and the weekend days worked for them. */
function read(name: string, text: string, year: number, problems: string[]) {
  const sentences = text.split("。");
  const off = sentences.find((sentence) => sentence.includes("放假")) ?? "";
  const days = daysIn(off, year, problems);
  const [from = "", to = from] = days;
  if (from === "" || days.length > 2) problems.push(`${name}：看不出放假的起止日期 no first and last day: ${text}`);
  const [, stated] = /共(\d+)天/.exec(off) ?? [];
  if (stated !== undefined && isDay(from) && isDay(to) && daysBetween(from, to) + 1 !== Number(stated)) {
    problems.push(`${name}：${from} 至 ${to} 不是${stated}天 is not ${stated} days`);
  }
  const worked = sentences.filter((sentence) => sentence.includes("上班"));
  return { holiday: { name, from, to }, worked: worked.flatMap((sentence) => daysIn(sentence, year, problems)) };
}

/**
 * The notice in a text.
 *
 * @param url - Where it was published.
 * @throws Error listing everything that does not agree.
 */
export function noticeFrom(text: string, url: string): HolidayNotice {
  const problems: string[] = [];
  const [, year = ""] = /关于(\d{4})年/.exec(text) ?? [];
  const [number = ""] = /国办发明电〔\d{4}〕\d+号/.exec(text) ?? [];
  const published = [...text.matchAll(/^\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*$/gm)].at(-1);
  if (year === "") problems.push("看不出年份 no year: 国务院办公厅关于2027年……");
  if (number === "") problems.push("看不出文号 no number: 国办发明电〔2026〕1号");
  if (published === undefined)
    problems.push("看不出发布日期 no day of publication on a line of its own: 2026年11月1日");
  if (!url.startsWith("https://www.gov.cn/")) problems.push(`网址应在 www.gov.cn the address must be there: ${url}`);
  const paragraphs = [...text.matchAll(paragraph)].map(([, name = "", said = ""]) =>
    read(name.trim(), said, Number(year), problems),
  );
  if (paragraphs.length === 0) problems.push("没有节日 no holidays");
  const notice: HolidayNotice = {
    year: Number(year),
    number,
    publishedOn:
      published === undefined ? "" : `${published[1]}-${padded(published[2] ?? "")}-${padded(published[3] ?? "")}`,
    url,
    amendments: [],
    holidays: paragraphs.map(({ holiday }) => holiday),
    makeUpWorkdays: paragraphs.flatMap(({ worked }) => worked).sort(),
  };
  if (problems.length > 0) throw new Error(problems.join("\n"));
  createWorkCalendar([notice]);
  return notice;
}

/** How many of the year's days are worked, for the reviewer to compare. */
export function workingDaysIn(notice: HolidayNotice): number {
  const { year, holidays, makeUpWorkdays } = notice;
  const off = (day: Day) => holidays.some(({ from, to }) => from <= day && day <= to);
  let count = 0;
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const weekend = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
    if (weekend ? makeUpWorkdays.includes(day) : !off(day)) count += 1;
  }
  return count;
}
