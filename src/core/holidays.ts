import type { Day } from "./day.js";
import { frozen } from "./frozen.js";
import type { Text } from "./text.js";

/**
 * 国务院办公厅的一份年度放假通知（含后来的修改）。
 * One yearly notice of the State Council's General Office on public holidays, as amended.
 */
export interface HolidayNotice {
  /** The year it arranges. */
  readonly year: number;
  /** Its document number. */
  readonly number: string;
  /** The day it was published. */
  readonly publishedOn: Day;
  /** Where it was published. */
  readonly url: string;
  /** Later notices that changed it; their effect is already in the days below. */
  readonly amendments: readonly {
    readonly number: string;
    readonly publishedOn: Day;
    readonly url: string;
    readonly effect: Text;
  }[];
  /** Days off, first and last day included. */
  readonly holidays: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
  /** Weekend days that are worked (调休上班). */
  readonly makeUpWorkdays: readonly Day[];
}

/**
 * 国务院办公厅历年放假通知。
 * The State Council's yearly notices on public holidays, one entry a notice, with the two that were changed later. A notice may
 * reach into the December before its year (2019, 2023).
 */
export const chinaHolidayNotices: readonly HolidayNotice[] = frozen([
  {
    year: 2017,
    number: "国办发明电〔2016〕17号",
    publishedOn: "2016-12-01",
    url: "http://www.gov.cn/zhengce/zhengceku/2016-12/01/content_5141603.htm",
    amendments: [],
    holidays: [
      { name: "元旦", from: "2017-01-01", to: "2017-01-02" },
      { name: "春节", from: "2017-01-27", to: "2017-02-02" },
      { name: "清明节", from: "2017-04-02", to: "2017-04-04" },
      { name: "劳动节", from: "2017-05-01", to: "2017-05-01" },
      { name: "端午节", from: "2017-05-28", to: "2017-05-30" },
      { name: "中秋节、国庆节", from: "2017-10-01", to: "2017-10-08" },
    ],
    makeUpWorkdays: ["2017-01-22", "2017-02-04", "2017-04-01", "2017-05-27", "2017-09-30"],
  },
  {
    year: 2018,
    number: "国办发明电〔2017〕12号",
    publishedOn: "2017-11-30",
    url: "http://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm",
    amendments: [],
    holidays: [
      { name: "元旦", from: "2018-01-01", to: "2018-01-01" },
      { name: "春节", from: "2018-02-15", to: "2018-02-21" },
      { name: "清明节", from: "2018-04-05", to: "2018-04-07" },
      { name: "劳动节", from: "2018-04-29", to: "2018-05-01" },
      { name: "端午节", from: "2018-06-18", to: "2018-06-18" },
      { name: "中秋节", from: "2018-09-24", to: "2018-09-24" },
      { name: "国庆节", from: "2018-10-01", to: "2018-10-07" },
    ],
    makeUpWorkdays: ["2018-02-11", "2018-02-24", "2018-04-08", "2018-04-28", "2018-09-29", "2018-09-30"],
  },
  {
    year: 2019,
    number: "国办发明电〔2018〕15号",
    publishedOn: "2018-12-04",
    url: "http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm",
    amendments: [
      {
        number: "国办发明电〔2019〕3号",
        publishedOn: "2019-03-22",
        url: "http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm",
        effect: {
          zh: "劳动节由5月1日改为5月1日至4日，4月28日、5月5日（星期日）上班",
          en: "Labour Day becomes 1 to 4 May; Sundays 28 April and 5 May are worked",
        },
      },
    ],
    holidays: [
      { name: "元旦", from: "2018-12-30", to: "2019-01-01" },
      { name: "春节", from: "2019-02-04", to: "2019-02-10" },
      { name: "清明节", from: "2019-04-05", to: "2019-04-05" },
      { name: "劳动节", from: "2019-05-01", to: "2019-05-04" },
      { name: "端午节", from: "2019-06-07", to: "2019-06-07" },
      { name: "中秋节", from: "2019-09-13", to: "2019-09-13" },
      { name: "国庆节", from: "2019-10-01", to: "2019-10-07" },
    ],
    makeUpWorkdays: ["2018-12-29", "2019-02-02", "2019-02-03", "2019-04-28", "2019-05-05", "2019-09-29", "2019-10-12"],
  },
  {
    year: 2020,
    number: "国办发明电〔2019〕16号",
    publishedOn: "2019-11-21",
    url: "http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm",
    amendments: [
      {
        number: "国办发明电〔2020〕1号",
        publishedOn: "2020-01-26",
        url: "http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm",
        effect: {
          zh: "春节假期延长至2月2日，2月3日（星期一）起上班，原定2月1日（星期六）上班取消",
          en: "Spring Festival is extended to 2 February; the make-up day Saturday 1 February is dropped",
        },
      },
    ],
    holidays: [
      { name: "元旦", from: "2020-01-01", to: "2020-01-01" },
      { name: "春节", from: "2020-01-24", to: "2020-02-02" },
      { name: "清明节", from: "2020-04-04", to: "2020-04-06" },
      { name: "劳动节", from: "2020-05-01", to: "2020-05-05" },
      { name: "端午节", from: "2020-06-25", to: "2020-06-27" },
      { name: "国庆节、中秋节", from: "2020-10-01", to: "2020-10-08" },
    ],
    makeUpWorkdays: ["2020-01-19", "2020-04-26", "2020-05-09", "2020-06-28", "2020-09-27", "2020-10-10"],
  },
  {
    year: 2021,
    number: "国办发明电〔2020〕27号",
    publishedOn: "2020-11-25",
    url: "http://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm",
    amendments: [],
    holidays: [
      { name: "元旦", from: "2021-01-01", to: "2021-01-03" },
      { name: "春节", from: "2021-02-11", to: "2021-02-17" },
      { name: "清明节", from: "2021-04-03", to: "2021-04-05" },
      { name: "劳动节", from: "2021-05-01", to: "2021-05-05" },
      { name: "端午节", from: "2021-06-12", to: "2021-06-14" },
      { name: "中秋节", from: "2021-09-19", to: "2021-09-21" },
      { name: "国庆节", from: "2021-10-01", to: "2021-10-07" },
    ],
    makeUpWorkdays: ["2021-02-07", "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-18", "2021-09-26", "2021-10-09"],
  },
  {
    year: 2022,
    number: "国办发明电〔2021〕11号",
    publishedOn: "2021-10-25",
    url: "http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm",
    amendments: [],
    holidays: [
      { name: "元旦", from: "2022-01-01", to: "2022-01-03" },
      { name: "春节", from: "2022-01-31", to: "2022-02-06" },
      { name: "清明节", from: "2022-04-03", to: "2022-04-05" },
      { name: "劳动节", from: "2022-04-30", to: "2022-05-04" },
      { name: "端午节", from: "2022-06-03", to: "2022-06-05" },
      { name: "中秋节", from: "2022-09-10", to: "2022-09-12" },
      { name: "国庆节", from: "2022-10-01", to: "2022-10-07" },
    ],
    makeUpWorkdays: ["2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09"],
  },
  {
    year: 2023,
    number: "国办发明电〔2022〕16号",
    publishedOn: "2022-12-08",
    url: "http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm",
    amendments: [],
    holidays: [
      { name: "元旦", from: "2022-12-31", to: "2023-01-02" },
      { name: "春节", from: "2023-01-21", to: "2023-01-27" },
      { name: "清明节", from: "2023-04-05", to: "2023-04-05" },
      { name: "劳动节", from: "2023-04-29", to: "2023-05-03" },
      { name: "端午节", from: "2023-06-22", to: "2023-06-24" },
      { name: "中秋节、国庆节", from: "2023-09-29", to: "2023-10-06" },
    ],
    makeUpWorkdays: ["2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08"],
  },
  {
    year: 2024,
    number: "国办发明电〔2023〕7号",
    publishedOn: "2023-10-25",
    url: "https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm",
    amendments: [],
    holidays: [
      { name: "元旦", from: "2024-01-01", to: "2024-01-01" },
      { name: "春节", from: "2024-02-10", to: "2024-02-17" },
      { name: "清明节", from: "2024-04-04", to: "2024-04-06" },
      { name: "劳动节", from: "2024-05-01", to: "2024-05-05" },
      { name: "端午节", from: "2024-06-10", to: "2024-06-10" },
      { name: "中秋节", from: "2024-09-15", to: "2024-09-17" },
      { name: "国庆节", from: "2024-10-01", to: "2024-10-07" },
    ],
    makeUpWorkdays: [
      "2024-02-04",
      "2024-02-18",
      "2024-04-07",
      "2024-04-28",
      "2024-05-11",
      "2024-09-14",
      "2024-09-29",
      "2024-10-12",
    ],
  },
  {
    year: 2025,
    number: "国办发明电〔2024〕12号",
    publishedOn: "2024-11-12",
    url: "https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm",
    amendments: [],
    holidays: [
      { name: "元旦", from: "2025-01-01", to: "2025-01-01" },
      { name: "春节", from: "2025-01-28", to: "2025-02-04" },
      { name: "清明节", from: "2025-04-04", to: "2025-04-06" },
      { name: "劳动节", from: "2025-05-01", to: "2025-05-05" },
      { name: "端午节", from: "2025-05-31", to: "2025-06-02" },
      { name: "国庆节、中秋节", from: "2025-10-01", to: "2025-10-08" },
    ],
    makeUpWorkdays: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  },
  {
    year: 2026,
    number: "国办发明电〔2025〕7号",
    publishedOn: "2025-11-04",
    url: "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm",
    amendments: [],
    holidays: [
      { name: "元旦", from: "2026-01-01", to: "2026-01-03" },
      { name: "春节", from: "2026-02-15", to: "2026-02-23" },
      { name: "清明节", from: "2026-04-04", to: "2026-04-06" },
      { name: "劳动节", from: "2026-05-01", to: "2026-05-05" },
      { name: "端午节", from: "2026-06-19", to: "2026-06-21" },
      { name: "中秋节", from: "2026-09-25", to: "2026-09-27" },
      { name: "国庆节", from: "2026-10-01", to: "2026-10-07" },
    ],
    makeUpWorkdays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
]);
