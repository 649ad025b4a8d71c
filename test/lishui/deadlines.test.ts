import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, explain, lishui, revive, type Json } from "huimin-rules";
import { law } from "../law.js";

const { claimDeadlines, verificationDue, policy } = lishui;

describe("六(一) verification", () => {
  it.each([
    ["2017-06-15", "2018-06-15"],
    ["2017-06-16", "2018-06-16"], // a Saturday: a yearly round does not roll
    ["2019-10-01", "2020-10-01"], // National Day
    ["2020-02-29", "2021-02-28"],
    ["2019-02-28", "2020-02-28"],
    ["2017-12-30", "2018-12-30"],
    ["2017-12-31", "2018-12-31"],
    ["2018-01-01", "2019-01-01"],
    ["2035-01-01", "2036-01-01"], // beyond the work calendar, which it does not need
  ])("verified on %s, again by %s", (lastVerifiedOn, dueOn) => {
    expect(verificationDue({ lastVerifiedOn }).dueOn).toBe(dueOn);
  });

  it.each([
    ["2017-06-15", "2018-12-31"],
    ["2017-12-30", "2018-12-31"],
    ["2017-12-31", "2018-12-31"],
    ["2018-01-01", "2019-12-31"],
    ["2020-02-29", "2021-12-31"],
  ])("once in a calendar year: verified on %s, again by %s", (lastVerifiedOn, dueOn) => {
    expect(verificationDue({ lastVerifiedOn }, { readings: { verification: "calendarYear" } }).dueOn).toBe(dueOn);
  });

  it("the reading is echoed but on the last day of a year, when both give the same day", () => {
    const readings = { verification: "calendarYear" } as const;
    expect(verificationDue({ lastVerifiedOn: "2017-12-30" }).readings).toEqual({ verification: "anniversary" });
    expect(verificationDue({ lastVerifiedOn: "2017-12-30" }, { readings }).readings).toEqual(readings);
    expect(verificationDue({ lastVerifiedOn: "2017-12-31" }).readings).toEqual({});
    expect(verificationDue({ lastVerifiedOn: "2017-12-31" }, { readings }).readings).toEqual({});
  });

  it("explain says by which reading, also of what comes back from JSON", () => {
    const due = verificationDue({ lastVerifiedOn: "2017-06-15" });
    for (const each of [due, JSON.parse(JSON.stringify(due)) as object, structuredClone(due)]) {
      expect(explain(each)).toMatch(/再次核实[^]*条文解读\n.*自上次核实起满一年的同日/);
    }
    expect(revive(verificationDue, JSON.parse(JSON.stringify(due)) as Json<typeof due>)).toEqual(due);
  });

  it("says what is due, by which clause and how long", () => {
    const { basis, ...due } = verificationDue({ lastVerifiedOn: "2017-06-15" });
    expect(basis.rule).toBe("lishui.verificationDue");
    expect(due).toEqual({
      action: "verify",
      dueOn: "2018-06-15",
      clause: { document: "丽政办发〔2017〕51号", path: "六(一)" },
      length: 1,
      unit: "year",
      text: {
        zh: "扶持对象一年一核实：应于2018-06-15前（含当日）再次核实（上次核实2017-06-15，逢休息日不顺延）",
        en: "Households are verified once a year: again by 2018-06-15, that day included (last verified on 2017-06-15; rest days are not skipped)",
      },
      readings: { verification: "anniversary" },
    });
  });

  it("a rule of every second year reads right, and says that it is amended", () => {
    const second = amend(policy, { terms: { verification: { years: 2 } } });
    const due = verificationDue({ lastVerifiedOn: "2020-02-29" }, { policy: second });
    expect(due).toMatchObject({ dueOn: "2022-02-28", length: 2, unit: "year", amended: true });
    expect(due.text).toEqual({
      zh: "扶持对象每2年核实一次：应于2022-02-28前（含当日）再次核实（上次核实2020-02-29，逢休息日不顺延）",
      en: "Households are verified every 2 years: again by 2022-02-28, that day included (last verified on 2020-02-29; rest days are not skipped)",
    });
    expect(explain(due)).toContain("逢休息日不顺延）［已调整］");
    expect(explain(due, { locale: "en" })).toContain("rest days are not skipped) [amended]");
    const readings = { verification: "calendarYear" } as const;
    expect(verificationDue({ lastVerifiedOn: "2020-02-29" }, { policy: second, readings }).dueOn).toBe("2022-12-31");
  });

  it.each([[{}], [{ lastVerifiedOn: null }], [{ lastVerifiedOn: "2017-02-29" }], [{ lastVerifiedOn: "2017" }]])(
    "refuses %j",
    (input) => {
      expect(verificationDue.safe(input)).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["lastVerifiedOn"] }] },
      });
    },
  );
});

law(
  "六(一) a household is verified again after the last time, within a year by default, within the next year by the other reading",
  [fc.date({ min: new Date("2017-06-15T00:00:00Z"), max: new Date("2040-12-31T00:00:00Z"), noInvalidDate: true })],
  (date) => {
    const lastVerifiedOn = date.toISOString().slice(0, 10);
    const by = (verification: "anniversary" | "calendarYear") =>
      verificationDue({ lastVerifiedOn }, { readings: { verification } }).dueOn;
    const [anniversary, year] = [by("anniversary"), by("calendarYear")];
    expect(anniversary > lastVerifiedOn && anniversary <= year).toBe(true);
    expect([anniversary, year].map((dueOn) => Number(dueOn.slice(0, 4)) - Number(lastVerifiedOn.slice(0, 4)))).toEqual([
      1, 1,
    ]);
    expect(anniversary.slice(5) === lastVerifiedOn.slice(5) || lastVerifiedOn.endsWith("02-29")).toBe(true);
  },
);

describe("六(四) claim deadlines, statutory", () => {
  it("counts calendar days, rolls over rest days, and leaves out the time for supplements", () => {
    const { deadlines } = claimDeadlines({
      claimReceivedOn: "2018-01-02",
      supplementRequestedOn: "2018-01-08",
      supplementReceivedOn: "2018-01-15",
      assessedOn: "2018-02-08",
      agreedOn: "2018-02-08",
    });
    expect(deadlines.map(({ action, dueOn, clause }) => [action, dueOn, clause.document, clause.path])).toEqual([
      ["assess", "2018-02-08", "《保险法》（2015年修正）", "第二十三条"], // 30 + 7 days
      ["pay", "2018-02-22", "《保险法》（2015年修正）", "第二十三条"], // the 18th is in the Spring Festival
      ["refuse", "2018-02-11", "《保险法》（2015年修正）", "第二十四条"], // a Sunday that is worked
      ["payUndisputed", "2018-03-05", "《保险法》（2015年修正）", "第二十五条"], // the 3rd is a Saturday
    ]);
  });

  it("a contract's shorter period is put in its place", () => {
    const better = amend(policy, { terms: { deadlines: { assess: 10 } } });
    const dates = { claimReceivedOn: "2018-01-02" };
    expect(claimDeadlines(dates).deadlines[0]?.dueOn).toBe("2018-02-01");
    const { deadlines } = claimDeadlines(dates, { policy: better });
    expect(deadlines[0]?.dueOn).toBe("2018-01-12");
    expect(deadlines.map(({ amended = false }) => amended)).toEqual([true, false]);
  });

  it.each([
    [{}, ["claimReceivedOn"]],
    [{ claimReceivedOn: "2018-01-02", agreedOn: "2018-01-01" }, ["agreedOn"]],
  ])("refuses %j", (input, path) => {
    expect(claimDeadlines.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path }] } });
  });
});
