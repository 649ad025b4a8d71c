import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { chinaHolidayNotices } from "huimin-rules/core";
import { noticeFrom, workingDaysIn } from "./notice.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = readFileSync(new URL("2026.txt", import.meta.url), "utf8");
const address = "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm";

describe("a notice as it is published", () => {
  it("is read as what the library carries for 2026", () => {
    expect(noticeFrom(text, address)).toEqual(chinaHolidayNotices.find(({ year }) => year === 2026));
    expect(workingDaysIn(noticeFrom(text, address))).toBe(248);
  });

  it("may begin in the December before, and a holiday may be one day", () => {
    const said = text
      .replace("1月1日（周四）至3日（周六）放假调休，共3天", "2025年12月31日至2026年1月2日放假调休，共3天")
      .replace("6月19日（周五）至21日（周日）放假，共3天", "6月19日（周五）放假，与周末连休");
    const { holidays } = noticeFrom(said, address);
    expect(holidays[0]).toEqual({ name: "元旦", from: "2025-12-31", to: "2026-01-02" });
    expect(holidays[4]).toEqual({ name: "端午节", from: "2026-06-19", to: "2026-06-19" });
  });

  it.each([
    ["共9天", "共8天", "不是8天"],
    ["5月9日（周六）上班", "5月9日（周日）上班", "2026-05-09 不是周日"],
    ["2月28日（周六）", "2月30日（周六）", "没有这一天"],
    ["国办发明电〔2025〕7号", "", "看不出文号"],
    ["关于2026年", "关于", "看不出年份"],
    ["2025年11月4日", "", "看不出发布日期"],
    ["5月9日（周六）上班", "5月11日（周一）上班", "makeUpWorkdays[3]"],
    ["4月4日（周六）至6日（周一）放假", "照常放假", "清明节"],
  ])("does not pass with %s as %s", (from, to, says) => {
    expect(() => noticeFrom(text.replace(from, to), address)).toThrow(says);
  });

  it("must stand on the government's own site", () => {
    expect(() => noticeFrom(text, "https://example.com/2026")).toThrow("www.gov.cn");
  });
});

describe("npm run holidays", () => {
  const project = mkdtempSync(join(tmpdir(), "huimin-holidays-"));
  afterAll(() => rmSync(project, { recursive: true }));

  it("adds a year: the calendar of a copy then knows 2027, and nothing before it is another", () => {
    const last = chinaHolidayNotices.at(-1)?.year ?? 0;
    const [year, before] = [String(last + 1), String(last)];
    mkdirSync(join(project, "test/words"), { recursive: true });
    for (const name of [
      "src/core",
      "test/holidays",
      "test/words/holidays.txt",
      "README.md",
      "package.json",
      "tsconfig.json",
    ]) {
      cpSync(join(root, name), join(project, name), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "junction");
    const invented = `国务院办公厅关于${year}年部分节假日安排的通知\n国办发明电〔${before}〕9号\n\n一、元旦：1月1日至3日放假，共3天。\n\n${before}年11月4日\n`;
    writeFileSync(join(project, "notice.txt"), invented);
    const tsx = (...args: string[]) =>
      execFileSync(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), ...args], {
        cwd: project,
        encoding: "utf8",
      });
    tsx("test/holidays/add.ts", "notice.txt", address);
    writeFileSync(
      join(project, "ask.ts"),
      `import { chinaHolidayNotices, chinaWorkCalendar, isWorkingDay } from "huimin-rules/core";
console.log(JSON.stringify([chinaWorkCalendar.to, chinaHolidayNotices.length, isWorkingDay("${year}-01-01"), isWorkingDay("${year}-03-01")]));`,
    );
    expect(JSON.parse(tsx("ask.ts"))).toEqual([`${year}-12-31`, chinaHolidayNotices.length + 1, false, true]);
    const written = (name: string) => readFileSync(join(project, name), "utf8");
    const kept = (name: string) => readFileSync(join(root, name), "utf8");
    const ofSource = kept("src/core/holidays.ts").replace(/\]\);\s*$/, "");
    expect(written("src/core/holidays.ts").startsWith(ofSource)).toBe(true);
    expect(written("test/words/holidays.txt").startsWith(kept("test/words/holidays.txt"))).toBe(true);
    expect(written("README.md")).toContain(`2017 to ${year}`);
  });
});
