import { addDays, type Day } from "../../core/day.js";
import { chinaWorkCalendar, daysOf, isWorkingDay } from "../../core/work-calendar.js";
import { serialOf } from "../cells.js";
import type { Formula } from "./sheet.js";

/** The name of the sheet of working days. */
export const workdaysSheet = "工作日";
/** The first row that holds a day. */
export const firstWorkdayRow = 4;

/** Every working day of the calendar, as date serials. */
export function workdaySerials(): number[] {
  const { from, to } = daysOf(chinaWorkCalendar);
  const serials: number[] = [];
  for (let day: Day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) serials.push(serialOf(day));
  return serials;
}

const outside = `"超出日历"`;

/** Formulas over the sheet of working days. */
export function workdaysOf(count = workdaySerials().length) {
  const range = `'${workdaysSheet}'!$A$${firstWorkdayRow}:$A$${firstWorkdayRow + count - 1}`;
  const at = (place: string) => `IFERROR(INDEX(${range},${place}),${outside})`;
  return {
    /** A number of working days after a day. */
    after: (day: Formula, days: Formula) => at(`MATCH(${day},${range},1)+${days}`),
    /** A number of days after a day; where that is a rest day, the next working day. */
    onOrAfter: (day: Formula, days: Formula) => at(`MATCH(${day}+${days}-1,${range},1)+1`),
  };
}
