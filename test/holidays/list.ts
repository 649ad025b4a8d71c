import type { HolidayNotice } from "huimin-rules/core";

/** The notices as a list, to be read beside the published ones. */
export const noticeList = (notices: readonly HolidayNotice[]): string =>
  notices
    .flatMap(({ year, number, publishedOn, url, amendments, holidays, makeUpWorkdays }) => [
      `== ${year} ${number} ${publishedOn} ${url}`,
      ...amendments.map(
        (each) => `${each.number} ${each.publishedOn} ${each.url} | ${each.effect.zh} | ${each.effect.en}`,
      ),
      ...holidays.map(({ name, from, to }) => `${name} ${from} ${to}`),
      `调休 ${makeUpWorkdays.join(" ")}`,
      "",
    ])
    .join("\n");
