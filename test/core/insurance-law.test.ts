import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law } from "../law.js";
import {
  addDays,
  chinaWorkCalendar,
  daysBetween,
  insuranceLawDeadlines,
  insuranceLawNorms,
  insuranceLawTerms,
  isWorkingDay,
} from "huimin-rules/core";
import type { Issue } from "../../src/core/errors.js";
import { checkReceivedAfter, claimPeriods } from "../../src/core/insurance-law.js";
import { reportTo } from "../../src/core/report.js";

const due = (input: Parameters<typeof insuranceLawDeadlines>[0]) =>
  Object.fromEntries(insuranceLawDeadlines(input).deadlines.map(({ action, dueOn }) => [action, dueOn]));

describe("保险法 22-25", () => {
  it("第二十三条 a claim is decided on within 30 days, 第二十五条 what is certain is paid within 60", () => {
    expect(due({ claimReceivedOn: "2021-04-01" })).toEqual({ assess: "2021-05-06", payUndisputed: "2021-05-31" });
  });

  it("第二十三条 paid within 10 days of agreement, 第二十四条 refused within 3 of the decision", () => {
    expect(due({ claimReceivedOn: "2021-06-01", assessedOn: "2021-06-07", agreedOn: "2021-06-08" })).toEqual({
      assess: "2021-07-01",
      pay: "2021-06-18",
      refuse: "2021-06-10",
      payUndisputed: "2021-08-02",
    });
  });

  it("cites the articles, with length and unit", () => {
    const { deadlines } = insuranceLawDeadlines({
      claimReceivedOn: "2021-06-01",
      assessedOn: "2021-06-07",
      agreedOn: "2021-06-08",
    });
    expect(deadlines.map(({ action, clause, length, unit }) => [action, clause.path, length, unit])).toEqual([
      ["assess", "第二十三条", 30, "calendar-day"],
      ["pay", "第二十三条", 10, "calendar-day"],
      ["refuse", "第二十四条", 3, "calendar-day"],
      ["payUndisputed", "第二十五条", 60, "calendar-day"],
    ]);
    expect(deadlines[0]?.text.zh).toBe(
      "应及时核定；情形复杂的，至迟核定：应于2021-07-01前（含当日）；自2021-06-01起30日内，末日休息的顺延",
    );
  });

  it("while supplements are outstanding no decision is due; then their time is left out of it alone", () => {
    const asked = { claimReceivedOn: "2021-04-01", supplementRequestedOn: "2021-04-06" };
    expect(due(asked)).toEqual({ payUndisputed: "2021-05-31" });
    expect(due({ ...asked, supplementReceivedOn: "2021-04-20" })).toEqual({
      assess: "2021-05-17",
      payUndisputed: "2021-05-31",
    });
    expect(due({ ...asked, supplementReceivedOn: "2021-04-06" })).toEqual({
      assess: "2021-05-06",
      payUndisputed: "2021-05-31",
    });
  });

  // Received on 2021-04-01: day 30 is 1 May, a holiday; the period lapses on 6 May.
  const asked = (requested: string, received?: string) =>
    due({
      claimReceivedOn: "2021-04-01",
      supplementRequestedOn: requested,
      ...(received !== undefined && { supplementReceivedOn: received }),
    })["assess"];

  it.each([
    ["2021-04-30", "2021-05-07", "2021-05-08", "with one day left of thirty"],
    ["2021-05-01", "2021-05-07", "2021-05-07", "on day 30: nothing is left but the day itself"],
    ["2021-05-02", "2021-05-07", "2021-05-11", "between day 30 and the rolled day: the four days that remain"],
    ["2021-05-05", "2021-05-07", "2021-05-08", "the day before the rolled day: one day remains"],
    ["2021-05-06", "2021-05-07", "2021-05-07", "on the rolled day: none remains"],
    ["2021-05-07", "2021-06-01", "2021-05-06", "after the period lapsed: nothing changes"],
    ["2021-05-07", undefined, "2021-05-06", "after the period lapsed, documents outstanding: the lapsed day stays"],
    ["2021-05-06", undefined, undefined, "on the last day, documents outstanding: none runs"],
  ])("documents asked for on %s and received on %s: decided by %s (%s)", (...[requested, received, expected]) => {
    expect(asked(requested, received)).toBe(expected);
  });

  it.each([
    [{ claimReceivedOn: "2021-04-02", supplementRequestedOn: "2021-04-01" }, "supplementRequestedOn"],
    [
      { claimReceivedOn: "2021-04-01", supplementRequestedOn: "2021-04-03", supplementReceivedOn: "2021-04-02" },
      "supplementReceivedOn",
    ],
    [{ claimReceivedOn: "2021-04-01", supplementReceivedOn: "2021-04-02" }, "supplementRequestedOn"],
    [
      { claimReceivedOn: "2021-04-01", supplementRequestedOn: "2021-04-31", supplementReceivedOn: "2021-05-02" },
      "supplementRequestedOn",
    ],
    [{ claimReceivedOn: "2021-04-01", supplementRequestedOn: "2021-04-10", assessedOn: "2021-04-09" }, "assessedOn"],
    [{ claimReceivedOn: "2021-04-01", supplementRequestedOn: "2021-04-10", agreedOn: "2021-04-09" }, "agreedOn"],
    [{ claimReceivedOn: "2021-04-02", assessedOn: "2021-04-01" }, "assessedOn"],
    [{ claimReceivedOn: "2021-04-02", agreedOn: "2021-04-01" }, "agreedOn"],
    [{ claimReceivedOn: "2021-04-01", assessedOn: "2021-04-03", agreedOn: "2021-04-02" }, "agreedOn"],
  ])("days out of order are refused: %j", (input, field) => {
    const outcome = insuranceLawDeadlines.safe(input);
    expect(outcome).toMatchObject({ ok: false, error: { code: "INVALID_INPUT", issues: [{ path: [field] }] } });
  });

  it("a deadline outside the calendar is an error when asked for by itself", () => {
    expect(insuranceLawDeadlines.safe({ claimReceivedOn: "2026-12-15" })).toMatchObject({
      ok: false,
      error: { code: "CALENDAR_OUT_OF_RANGE" },
    });
  });

  const claims = fc.record({
    claim: fc.integer({ min: 0, max: 3000 }).map((offset) => addDays("2017-01-01", offset)),
    ask: fc.integer({ min: 0, max: 30 }),
    pause: fc.integer({ min: 0, max: 90 }),
  });

  law("a later claim or a longer pause is never due earlier, and never on a rest day", [claims], (each) => {
    const dates = ({ claim, ask, pause }: typeof each) =>
      due({
        claimReceivedOn: claim,
        supplementRequestedOn: addDays(claim, ask),
        supplementReceivedOn: addDays(claim, ask + pause),
      }) as { assess: string; payUndisputed: string };
    const { assess, payUndisputed } = dates(each);
    expect([assess, payUndisputed].every((day) => isWorkingDay(day))).toBe(true);
    expect(daysBetween(each.claim, assess)).toBeGreaterThanOrEqual(30 + each.pause);
    expect(dates({ ...each, pause: each.pause + 1 }).assess >= assess).toBe(true);
    const later = dates({ ...each, claim: addDays(each.claim, 1) });
    expect(later.assess >= assess && later.payUndisputed >= payUndisputed).toBe(true);
  });
});

describe("the periods that run", () => {
  const dates = { claimReceivedOn: "2021-06-01", assessedOn: "2021-06-07", agreedOn: "2021-06-08" };
  it.each([
    [undefined, ["assess", "pay", "refuse", "payUndisputed"]],
    ["eligible", ["assess", "pay", "payUndisputed"]],
    ["undetermined", ["assess", "pay", "payUndisputed"]],
    ["ineligible", ["assess", "refuse"]],
  ] as const)(
    "of a claim whose outcome is %s are %j: 赔付 belongs to what is covered, 拒赔 to what is not",
    (outcome, run) => {
      const periods = claimPeriods(dates, insuranceLawTerms, chinaWorkCalendar, outcome);
      expect(periods.map(({ action }) => action)).toEqual(run);
    },
  );
});

describe("a claim and its event", () => {
  const problems = (event: unknown, claimReceivedOn?: string) => {
    const issues: Issue[] = [];
    const dates = claimReceivedOn === undefined ? {} : { claimReceivedOn };
    checkReceivedAfter(event, dates, reportTo(issues, { dates }));
    return issues.map(({ path, code, message }) => [path.join("."), code, message.zh, message.en]);
  };

  it("a claim is received on the day of its event or later, as far as both days are known", () => {
    expect(problems("2021-06-02", "2021-06-01")).toEqual([
      [
        "dates.claimReceivedOn",
        "CONFLICT",
        "早于事件发生之日（2021-06-02）（收到“2021-06-01”）",
        'lies before the event (2021-06-02) (received "2021-06-01")',
      ],
    ]);
    expect([problems("2021-06-01", "2021-06-01"), problems("2021-06-01"), problems(undefined, "2021-06-01")]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it("days out of order are a contradiction, and both are told", () => {
    const outcome = insuranceLawDeadlines.safe({ claimReceivedOn: "2021-04-02", assessedOn: "2021-04-01" });
    expect(outcome.ok || outcome.error.issues).toMatchObject([
      {
        path: ["assessedOn"],
        code: "CONFLICT",
        message: {
          zh: "早于首次收到索赔请求及材料之日（2021-04-02）（收到“2021-04-01”）",
          en: 'lies before the day the claim with its documents was first received (2021-04-02) (received "2021-04-01")',
        },
      },
    ]);
  });
});

describe("the law as a policy", () => {
  it("is the Insurance Law as amended in 2015, in force from that day", () => {
    expect(insuranceLawDeadlines.policy.document).toEqual({
      number: "《保险法》（2015年修正）",
      title: { zh: "中华人民共和国保险法", en: "Insurance Law of the People's Republic of China" },
      issuers: ["全国人民代表大会常务委员会"],
      issuedOn: "2015-04-24",
      checkedOn: "2026-11-25",
      inForce: { from: "2015-04-24" },
    });
  });
});

describe("the ledger of the law's norms", () => {
  it("has each article that a period rests on, names the rule or the field that holds it, and is in both languages", () => {
    const paths = new Set(insuranceLawNorms.map(({ path }) => path));
    expect([...paths]).toEqual(["第二十二条", "第二十三条", "第二十四条", "第二十五条"]);
    for (const { clause } of Object.values(insuranceLawTerms)) expect(paths).toContain(clause.path);
    const { fields } = insuranceLawDeadlines.fields as { readonly fields: object };
    for (const norm of insuranceLawNorms) {
      expect(norm.document).toBe(insuranceLawDeadlines.policy.document.number);
      expect(norm.summary.zh).toMatch(/\p{Script=Han}/u);
      expect(norm.summary.en).not.toMatch(/\p{Script=Han}/u);
      if (norm.status === "computed") expect(norm.rules).toEqual(["insuranceLawDeadlines"]);
      else if (norm.status === "data") for (const name of norm.where) expect(Object.keys(fields)).toContain(name);
      else throw new Error(`${norm.path} is ${norm.status}`);
    }
  });
});
