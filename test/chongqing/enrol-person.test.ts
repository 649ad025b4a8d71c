import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chongqing, explain, fen } from "huimin-rules";
import { law } from "../law.js";

const { enrolPerson, planEnrolment } = chongqing;

const orphan = {
  month: "2021-03",
  id: "A1",
  categories: ["orphan"],
  insuredByPovertyCover: false,
  enrolledUnderAnotherCategory: false,
  enrolled: false,
} as const;
const issues = (change: object) => {
  const outcome = enrolPerson.safe({ ...orphan, ...change });
  return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
};

describe("四(三) one person of a month's roster", () => {
  it.each<[string, object, string, string]>([
    ["to be enrolled, eight months of the period", {}, "add", "80.00"],
    ["to be enrolled for the period's last month", { month: "2021-10" }, "add", "10.00"],
    ["to be enrolled for the second period", { month: "2021-11" }, "add", "20.00"],
    ["enrolled already", { enrolled: true }, "alreadyEnrolled", "0.00"],
    [
      "enrolled already, and not eligible any more",
      { enrolled: true, categories: ["none"] },
      "alreadyEnrolled",
      "0.00",
    ],
    ["not eligible", { insuredByPovertyCover: true }, "ineligible", "0.00"],
    ["not known yet", { insuredByPovertyCover: null }, "undetermined", "0.00"],
  ])("%s", (_, change, decision, amount) => {
    const result = enrolPerson({ ...orphan, ...change });
    expect([result.decision, String(result.amount), result.id]).toEqual([decision, amount, "A1"]);
  });

  it("names area and insurer, whatever the area is called by", () => {
    for (const area of ["渝北区", "500112", "500112000000"]) {
      expect(enrolPerson({ ...orphan, area })).toMatchObject({
        area: "渝北区",
        insurer: "安诚财产保险股份有限公司重庆分公司",
      });
    }
    expect(enrolPerson(orphan)).not.toHaveProperty("insurer");
  });

  it("says until when who leaves is covered, by reading", () => {
    const leaver = { ...orphan, enrolled: true, leaving: true };
    expect(enrolPerson(leaver).coveredTo).toBe("2021-10-31");
    expect(enrolPerson(leaver, { readings: { leaver: "monthEnd" } }).coveredTo).toBe("2021-03-31");
    expect(enrolPerson({ ...orphan, enrolled: true })).not.toHaveProperty("coveredTo");
  });

  it.each<[string, object, string[]]>([
    ["a month before the programme", { month: "2020-10" }, ["month OUT_OF_RANGE"]],
    ["a month after it", { month: "2022-01" }, ["month OUT_OF_RANGE"]],
    ["none beside a category", { categories: ["none", "orphan"] }, ["categories CONFLICT"]],
    ["a leaver who is not enrolled", { leaving: true }, ["leaving CONFLICT"]],
    ["an area that there is not", { area: "渝东区" }, ["area UNKNOWN_CHOICE"]],
    ["without saying whether enrolled", { enrolled: undefined }, ["enrolled MISSING"]],
  ])("%s is refused", (_, change, expected) => {
    expect(issues(change)).toEqual(expected);
  });

  it("in words", () => {
    const text = explain(enrolPerson({ ...orphan, area: "渝北区" }));
    expect(text).toContain("参保决定  新增参保");
    expect(text).toContain("安诚财产保险股份有限公司重庆分公司");
    expect(explain(enrolPerson({ ...orphan, enrolled: true }), { locale: "en" })).toContain("enrolled already");
  });
});

const perhaps = fc.constantFrom(true, false, false, null);
const anyone = fc.record({
  categories: fc.constantFrom(["orphan"], ["none"], ["preferentialTreatment"], null) as fc.Arbitrary<["orphan"] | null>,
  insuredByPovertyCover: perhaps,
  enrolledUnderAnotherCategory: perhaps,
  receivesStateAllowance: perhaps,
  disabledPoliceOrOfficial: perhaps,
  area: fc.constantFrom("渝北区", "500112", "渝中区", undefined),
  enrolled: fc.boolean(),
});

law(
  "四(三) a roster streamed person by person comes to what its plan comes to, to the fen and in each area",
  [fc.array(anyone, { maxLength: 12 }), fc.constantFrom("2020-11", "2021-03", "2021-12")],
  (people, month) => {
    const rows = people.map((each, index) => ({ ...each, id: `P${index}` }));
    const one = rows.map((each) => enrolPerson({ ...each, month }));
    const plan = planEnrolment({
      month,
      roster: rows.map(({ enrolled: _, ...each }) => each),
      enrolled: rows.filter(({ enrolled }) => enrolled).map(({ id }) => id),
    });
    expect(plan.toAdd).toEqual(one.filter(({ decision }) => decision === "add").map(({ id }) => id));
    expect(plan.notAdded.map(({ id, reason }) => [id, reason])).toEqual(
      one.filter(({ decision }) => decision !== "add").map(({ id, decision }) => [id, decision]),
    );
    expect(plan.amount.fen).toBe(one.reduce((sum, { amount }) => sum + amount.fen, 0));
    for (const { area, insurer, amount } of plan.byInsurer) {
      const own = one.filter((each) => each.area === area && each.decision === "add");
      expect(own.every((each) => each.insurer === insurer)).toBe(true);
      expect(amount.equals(fen(own.reduce((sum, each) => sum + each.amount.fen, 0)))).toBe(true);
    }
  },
);
