import { expect, it } from "vitest";

/** Minutes from local time to UTC on 2021-01-01. */
const offsets: Record<string, number> = { "Asia/Shanghai": -480, "America/New_York": 300, "Pacific/Apia": -840 };

it("the process stands in the zone of its project", () => {
  const zone = process.env["TZ"] ?? "";
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  expect(new Date(2021, 0, 1).getTimezoneOffset()).toBe(offsets[zone]);
});
