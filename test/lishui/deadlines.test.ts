import { describe, expect, it } from "vitest";
import { amend, explain, lishui } from "huimin-rules";

const { claimDeadlines, verificationDue, policy } = lishui;

describe("六(一) verification", () => {
  it.each([
    ["2017-06-15", "2018-06-15"],
    ["2017-06-16", "2018-06-16"], // a Saturday: a yearly round does not roll
    ["2019-10-01", "2020-10-01"], // National Day
    ["2020-02-29", "2021-02-28"],
    ["2019-02-28", "2020-02-28"],
    ["2035-01-01", "2036-01-01"], // beyond the work calendar, which it does not need
  ])("verified on %s, again by %s", (lastVerifiedOn, dueOn) => {
    expect(verificationDue({ lastVerifiedOn }).dueOn).toBe(dueOn);
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
        zh: "扶持对象一年一核实：自 2017-06-15 起满 1 年（逢休息日不顺延）",
        en: "Households are verified once a year: 1 year after 2017-06-15, rest day or not",
      },
    });
  });

  it("a rule of every second year reads right, and says that it is amended", () => {
    const second = amend(policy, { terms: { verification: { years: 2 } } });
    const due = verificationDue({ lastVerifiedOn: "2020-02-29" }, { policy: second });
    expect(due).toMatchObject({ dueOn: "2022-02-28", length: 2, unit: "year", amended: true });
    expect(due.text).toEqual({
      zh: "扶持对象每 2 年核实一次：自 2020-02-29 起满 2 年（逢休息日不顺延）",
      en: "Households are verified every 2 years: 2 years after 2020-02-29, rest day or not",
    });
    expect(explain(due)).toContain("扶持对象每 2 年核实一次：自 2020-02-29 起满 2 年（逢休息日不顺延）［合同条款］");
    expect(explain(due, { locale: "en" })).toContain("2 years after 2020-02-29, rest day or not [amended]");
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
