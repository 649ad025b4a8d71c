import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, chongqing, yuan } from "huimin-rules";
import { law } from "../law.js";

const { planEnrolment, policy, premium } = chongqing;

describe("二 premium", () => {
  it.each([
    ["first", "2020-11", "120.00"],
    ["first", "2020-12", "110.00"],
    ["first", "2021-03", "80.00"],
    ["first", "2021-10", "10.00"],
    ["second", "2021-11", "20.00"],
    ["second", "2021-12", "10.00"],
  ] as const)("%s period from %s: %s", (period, firstMonth, amount) => {
    expect(premium({ period, firstMonth }).amount.toString()).toBe(amount);
  });

  it.each([
    ["first", "2020-10", "2020-11 至 2021-10"],
    ["first", "2021-11", "2020-11 至 2021-10"],
    ["second", "2021-10", "2021-11 至 2021-12"],
    ["second", "2022-01", "2021-11 至 2021-12"],
  ] as const)("%s does not hold %s, but %s", (period, firstMonth, months) => {
    const outcome = premium.safe({ period, firstMonth });
    expect(outcome).toMatchObject({ ok: false, error: { issues: [{ path: ["firstMonth"], code: "OUT_OF_RANGE" }] } });
    expect(outcome.ok || outcome.error.issues[0]?.message.zh).toContain(`（${months}）`);
  });

  it("a period that ends on the first of a month holds that month", () => {
    const shorter = { policy: amend(policy, { terms: { second: { to: "2021-12-01" } } }) };
    expect(String(premium({ period: "second", firstMonth: "2021-12" }, shorter).amount)).toBe("10.00");
  });
});

describe("四(三) a month's enrolment", () => {
  const facts = { insuredByPovertyCover: false, enrolledUnderAnotherCategory: false };
  const orphan = (id: string) => ({ id, categories: ["orphan" as const], ...facts });

  it("adds who is new and eligible, once, and says why not the others", () => {
    const plan = planEnrolment({
      month: "2021-03",
      roster: [
        orphan("A"),
        orphan("B"),
        { ...orphan("C"), insuredByPovertyCover: true },
        { id: "D", categories: ["preferentialTreatment"], ...facts },
        { ...orphan("A"), categories: ["minimumLivingGuarantee"] },
        orphan("E"),
      ],
      enrolled: ["B"],
    });
    expect(plan.toAdd).toEqual(["A", "E"]);
    expect(plan.notAdded.map(({ id, reason, eligibility }) => [id, reason, eligibility.outcome])).toEqual([
      ["B", "alreadyEnrolled", "eligible"],
      ["C", "ineligible", "ineligible"],
      ["D", "undetermined", "undetermined"],
      ["A", "duplicate", "eligible"],
    ]);
    expect(plan.notAdded[1]?.eligibility.unmet).toEqual(["insuredByPovertyCover"]);
    expect(plan.amount.toString()).toBe("160.00");
    expect(plan.lines.map(({ operation, amount }) => [operation, String(amount)])).toEqual([
      ["multiply", "80.00"],
      ["multiply", "160.00"],
      ["benefit", "160.00"],
    ]);
  });

  it.each([
    ["2020-11", "120.00"],
    ["2021-11", "20.00"],
  ])("the first month of a period enrols the whole roster, and a second run nobody: %s", (month, amount) => {
    const plan = planEnrolment({ month, roster: [orphan("A")], enrolled: [] });
    expect([plan.toAdd, plan.amount.toString()]).toEqual([["A"], amount]);
    const again = planEnrolment({ month, roster: [orphan("A")], enrolled: plan.toAdd });
    expect([again.toAdd, again.amount.toString()]).toEqual([[], "0.00"]);
    expect(again.notAdded.map(({ reason }) => reason)).toEqual(["alreadyEnrolled"]);
  });

  it.each([
    ["2020-11", "2021-10-31", "2020-11-30"],
    ["2021-02", "2021-10-31", "2021-02-28"],
    ["2021-10", "2021-10-31", "2021-10-31"], // the period's last month: nothing to choose
    ["2021-11", "2021-12-31", "2021-11-30"],
    ["2021-12", "2021-12-31", "2021-12-31"],
  ])("四(三) who leaves in %s is covered to %s, or to %s by the month", (month, toPeriodEnd, monthEnd) => {
    const input = { month, roster: [], enrolled: ["A", "B"], leaving: ["B", "A"] };
    const plan = planEnrolment(input);
    expect(plan.leaving).toEqual([
      { id: "B", coveredTo: toPeriodEnd },
      { id: "A", coveredTo: toPeriodEnd },
    ]);
    expect(plan.readings).toEqual(toPeriodEnd === monthEnd ? {} : { leaver: "toPeriodEnd" });
    const byMonth = planEnrolment(input, { readings: { leaver: "monthEnd" } });
    expect(byMonth.leaving.map(({ coveredTo }) => coveredTo)).toEqual([monthEnd, monthEnd]);
    expect(planEnrolment({ ...input, leaving: [] }).readings).toEqual({});
  });

  it("四(三) only who is enrolled can leave, and once", () => {
    const input = { month: "2021-03", roster: [], enrolled: ["A"], leaving: ["A", "B", "A"] };
    const outcome = planEnrolment.safe(input);
    expect(outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [code, ...path])).toEqual([
      ["CONFLICT", "leaving", 1],
      ["CONFLICT", "leaving", 2],
    ]);
  });

  it("附件 those added come back by insurer and area, in the order of the annex; a row without an area is in none", () => {
    const { byInsurer, amount } = planEnrolment({
      month: "2021-03",
      roster: [
        { ...orphan("A"), area: "巫山" },
        { ...orphan("B"), area: "重庆市渝北区" },
        { ...orphan("C"), area: "500112" },
        { ...orphan("D"), area: "重庆市儿童福利院" },
        { ...orphan("G"), area: "市民政局相关直属单位" },
        { ...orphan("E"), area: "渝中区", categories: ["none"] },
        orphan("F"),
      ],
      enrolled: [],
    });
    expect(byInsurer.map(({ insurer, area, persons, amount: each }) => [insurer, area, persons, String(each)])).toEqual(
      [
        ["中国人民财产保险股份有限公司重庆市分公司", "重庆市儿童福利院", 1, "80.00"],
        ["中国人民财产保险股份有限公司重庆市分公司", "市民政局相关直属单位", 1, "80.00"],
        ["安诚财产保险股份有限公司重庆分公司", "渝北区", 2, "160.00"],
        ["中华联合财产保险股份有限公司重庆分公司", "巫山县", 1, "80.00"],
      ],
    );
    expect(String(amount)).toBe("480.00");
  });

  it("附件 an area that the annex does not name is refused with the one that was meant, and rows of one person agree on it", () => {
    const roster = [
      { ...orphan("A"), area: "綦江县" },
      { ...orphan("B"), area: "渝北" },
      { ...orphan("B"), area: "重庆市渝北区" },
      { ...orphan("B"), area: "江北区" },
    ];
    const outcome = planEnrolment.safe({ month: "2021-03", roster, enrolled: [] });
    expect(
      outcome.ok ? [] : outcome.error.issues.map(({ path, code, meant }) => [code, path.join("."), meant]),
    ).toEqual([
      ["UNKNOWN_CHOICE", "roster.0.area", "綦江区"],
      ["CONFLICT", "roster.3.area", undefined],
    ]);
  });

  it("a roster too large to explain is counted by reason, and nothing else changes", () => {
    const roster = [
      orphan("A"),
      orphan("B"),
      orphan("A"),
      { ...orphan("C"), insuredByPovertyCover: true },
      { id: "D" },
    ];
    const input = { month: "2021-03", roster, enrolled: ["B"] };
    const { notAdded, ...counted } = planEnrolment({ ...input, explainAll: false });
    const { notAdded: explained, ...rest } = planEnrolment(input);
    expect(notAdded).toEqual({ duplicate: 1, alreadyEnrolled: 1, ineligible: 1, undetermined: 1 });
    expect(explained.map(({ reason }) => reason)).toEqual([
      "alreadyEnrolled",
      "duplicate",
      "ineligible",
      "undetermined",
    ]);
    expect(counted).toEqual(rest);
  });

  it("a very large roster is planned at once", () => {
    const rows = 200_000;
    const roster = Array.from({ length: rows }, (_, index) => orphan(String(index)));
    const { toAdd, notAdded, amount } = planEnrolment({
      month: "2021-10",
      roster,
      enrolled: roster.slice(0, rows / 2).map(({ id }) => id),
      explainAll: false,
    });
    expect([toAdd.length, notAdded.alreadyEnrolled, String(amount)]).toEqual([100_000, 100_000, "1000000.00"]);
  });

  it.each([
    [{ enrolment: { monthlyPremium: yuan(11) } }, "88.00", true],
    [{ first: { to: "2021-09-30" } }, "70.00", true],
    [{ second: { to: "2022-01-31" } }, "80.00", false],
  ])(
    "the premium rests on the monthly one and on the period's end, and its line says so: %j",
    (terms, amount, rests) => {
      const options = { policy: amend(policy, { terms }) };
      const plan = planEnrolment({ month: "2021-03", roster: [orphan("A")], enrolled: [] }, options);
      expect(plan.amount.toString()).toBe(amount);
      expect(plan.lines.slice(0, 2).map(({ amended = false }) => amended)).toEqual([rests, rests]);
    },
  );

  it("rows without an id are nobody's: they are refused for that alone", () => {
    const { id: _, ...nobody } = orphan("A");
    const roster = [nobody, { ...nobody, insuredByPovertyCover: true }];
    const outcome = planEnrolment.safe({ month: "2021-03", roster, enrolled: [] });
    expect(outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [code, ...path])).toEqual([
      ["MISSING", "roster", 0, "id"],
      ["MISSING", "roster", 1, "id"],
    ]);
  });

  it.each(["2020-10", "2022-01"])("%s lies outside the programme, whose months are named", (month) => {
    const outcome = planEnrolment.safe({ month, roster: [], enrolled: [] });
    expect(outcome).toMatchObject({ ok: false, error: { issues: [{ path: ["month"], code: "OUT_OF_RANGE" }] } });
    expect(outcome.ok || outcome.error.issues[0]?.message.zh).toContain("（2020-11 至 2021-12）");
  });

  it("a later month does not", () => {
    const plan = planEnrolment({ month: "2021-12", roster: [orphan("A")], enrolled: ["A"] });
    expect([plan.toAdd, plan.amount.toString()]).toEqual([[], "0.00"]);
  });

  it.each(["insuredByPovertyCover", "receivesStateAllowance", "disabledPoliceOrOfficial"])(
    "rows of one person that disagree on %s are refused",
    (name) => {
      const roster = [
        { ...orphan("A"), [name]: false },
        { ...orphan("A"), [name]: true },
        { ...orphan("B"), [name]: true },
      ];
      for (const rows of [roster, [...roster.slice(0, 2)].reverse()]) {
        expect(planEnrolment.safe({ month: "2021-03", roster: rows, enrolled: [] })).toMatchObject({
          ok: false,
          error: { issues: [{ path: ["roster", 1, name], code: "CONFLICT" }] },
        });
      }
      expect(planEnrolment.safe({ month: "2021-03", roster: roster.slice(1), enrolled: [] }).ok).toBe(true);
    },
  );

  it("one row of a person that qualifies is enough, wherever it stands; the others are duplicates", () => {
    const rows = [{ ...orphan("A"), categories: ["none" as const] }, orphan("A"), { ...orphan("A"), categories: null }];
    for (const roster of [rows, [...rows].reverse()]) {
      const { toAdd, notAdded } = planEnrolment({ month: "2021-03", roster, enrolled: [] });
      expect([toAdd, notAdded.map(({ reason }) => reason)]).toEqual([["A"], ["duplicate", "duplicate"]]);
    }
  });

  it.each([
    [{ month: "2020-10", roster: [], enrolled: [] }, [["month"]]],
    [{ month: "2022-01", roster: [], enrolled: [] }, [["month"]]],
    [
      { month: "2021-03", roster: [orphan("A"), { ...orphan("B"), categories: ["none", "orphan"] }], enrolled: [] },
      [["roster", 1, "categories"]],
    ],
    [
      { month: "2021-03", roster: [{ ...orphan(""), x: 1 }], enrolled: [7] },
      [
        ["roster", 0, "id"],
        ["roster", 0, "x"],
        ["enrolled", 0],
      ],
    ],
    [{ month: "2021-03", roster: [Object.create(orphan("A"))], enrolled: [] }, [["roster", 0]]],
    [
      {
        month: "2020-10",
        roster: [
          { ...orphan("A"), insuredByPovertyCover: "no" },
          { ...orphan("B"), categories: ["none", "orphan"] },
        ],
        enrolled: [],
      },
      [["month"], ["roster", 0, "insuredByPovertyCover"], ["roster", 1, "categories"]],
    ],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = planEnrolment.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.error.issues.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
  });

  const ids = fc.constantFrom("A", "B", "C", "D", "E");
  const rows = fc.record({
    id: ids,
    categories: fc.constantFrom<("orphan" | "none")[] | null>(["orphan"], ["none"], null),
    insuredByPovertyCover: fc.constantFrom(false, null),
    enrolledUnderAnotherCategory: fc.constantFrom(false, true, null),
  });

  law(
    "四(三) every row is added or not, nobody twice, and each one added pays the same",
    [fc.array(rows, { maxLength: 20 }), fc.array(ids), fc.constantFrom("2020-11", "2021-02", "2021-10", "2021-12")],
    (roster, enrolled, month) => {
      const { toAdd, notAdded, amount } = planEnrolment({ month, roster, enrolled });
      const again = planEnrolment({ month, roster, enrolled: [...enrolled, ...toAdd] });
      expect([again.toAdd, String(again.amount)]).toEqual([[], "0.00"]);
      expect(toAdd.length + notAdded.length).toBe(roster.length);
      expect(new Set(toAdd).size).toBe(toAdd.length);
      const each = premium({ period: month < "2021-11" ? "first" : "second", firstMonth: month }).amount;
      expect(amount.fen).toBe(each.fen * toAdd.length);
    },
  );
});
