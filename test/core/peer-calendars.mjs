// Prints, for each day of 2017-2026, what two independent packages say of it: worked or not. Both read the machine's
// zone, so this runs in a process of its own with TZ=Asia/Shanghai.
import chineseDays from "chinese-days";
import lunar from "lunar-javascript";

const days = {};
for (let time = Date.UTC(2017, 0, 1); time < Date.UTC(2027, 0, 1); time += 86_400_000) {
  const day = new Date(time).toISOString().slice(0, 10);
  const [year, month, date] = day.split("-").map(Number);
  const holiday = lunar.HolidayUtil.getHoliday(day);
  const weekday = lunar.Solar.fromYmd(year, month, date).getWeek();
  days[day] = [chineseDays.isWorkday(day), holiday ? holiday.isWork() : weekday !== 0 && weekday !== 6];
}
console.log(JSON.stringify(days));
