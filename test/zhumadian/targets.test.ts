import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, zhumadian } from "huimin-rules";
import { law } from "../law.js";

const { checkTargets, policy } = zhumadian;

type Reached = Parameters<typeof checkTargets>[0];

const one = (reached: Reached, target: string) => {
  const found = checkTargets(reached).targets.find((each) => each.target === target);
  return JSON.parse(JSON.stringify(found)) as { required: unknown; actual: unknown; outcome: string };
};

describe("一(二), 六(三)2 published targets", () => {
  it("nothing known: every target is unknown, with what is required and its clause", () => {
    const { targets } = checkTargets({});
    expect(
      targets.map(({ target, required, actual, outcome, clause }) => [
        target,
        String(required),
        actual,
        outcome,
        clause.path,
      ]),
    ).toEqual([
      ["insuredPopulation", "8017100", null, "unknown", "一(二)"],
      ["stations", "173", null, "unknown", "一(二)"],
      ["coordinatingBodies", "11", null, "unknown", "一(二)"],
      ["meetings", "30", null, "unknown", "一(二)"],
      ["awarenessRate", "0.7", null, "unknown", "一(二)"],
      ["filingRate", "1", null, "unknown", "一(二)"],
      ["closingRate", "1", null, "unknown", "一(二)"],
      ["paidThreeDays", "1", null, "unknown", "一(二)"],
      ["paidSevenDays", "1", null, "unknown", "一(二)"],
      ["paidTenDays", "1", null, "unknown", "一(二)"],
      ["paidNextDay", "1", null, "unknown", "一(二)"],
      ["trainingsByQuarter", "1", null, "unknown", "六(三)2"],
    ]);
  });

  it.each<[string, unknown, unknown, unknown]>([
    // below, at and above the target
    ["insuredPopulation", 8_017_099, 8_017_100, 8_017_101],
    ["stations", 172, 173, 174],
    ["coordinatingBodies", 10, 11, 12],
    ["meetings", 29, 30, 31],
    ["awarenessRate", "0.699999999999999", "0.7", "0.700000000000001"],
    ["trainingsByQuarter", [1, 0, 5, 1, 1], [1, 1, 5, 1, 1], [2, 2, 2, 2, 2]],
  ])("%s: the number itself meets it", (target, below, at, above) => {
    const outcomes = [below, at, above, null].map((value) => one({ [target]: value }, target).outcome);
    expect(outcomes).toEqual(["unmet", "met", "met", "unknown"]);
  });

  it.each([
    [1000, 1000, 1000, ["met", "1.000000"], ["met", "1.000000"]],
    [1000, 1000, 999, ["met", "1.000000"], ["unmet", "0.999000"]],
    [1000, 999, 999, ["unmet", "0.999000"], ["unmet", "0.999000"]],
    [10_000_000, 9_999_999, 0, ["unmet", "1.000000"], ["unmet", "0.000000"]], // shown rounded, decided on the counts
    [0, 0, 0, ["notApplicable", null], ["notApplicable", null]], // nothing reported, nothing to reach
    [0, null, null, ["notApplicable", null], ["notApplicable", null]],
    [1000, null, 1000, ["unknown", null], ["met", "1.000000"]],
    [1000, 1000, null, ["met", "1.000000"], ["unknown", null]],
    [null, 7, 7, ["unknown", null], ["unknown", null]],
  ])("%s reported, %s filed, %s closed", (casesReported, casesFiled, casesClosed, filing, closing) => {
    const reached = { casesReported, casesFiled, casesClosed };
    const shown = (target: string) => {
      const { outcome, actual } = one(reached, target);
      return [outcome, actual];
    };
    expect(shown("filingRate")).toEqual(filing);
    expect(shown("closingRate")).toEqual(closing);
  });

  it.each([
    [[1, null, 1, 1, 1], "unknown", null],
    [[null], "unknown", null],
    [[0, null], "unmet", 0],
    [[3, 2, 4], "unknown", null], // of five quarters, 2019 Q2 to 2020 Q2
    [[3, 2, 4, 9], "unknown", null],
    [[3, 2, 4, 9, 9], "met", 2],
  ])("六(三)2 trainings %j of five quarters: %s", (trainingsByQuarter, outcome, actual) => {
    expect(one({ trainingsByQuarter }, "trainingsByQuarter")).toMatchObject({ outcome, actual });
  });

  it.each(["threeDays", "sevenDays", "tenDays", "nextDay"] as const)(
    "一(二) every claim is paid within its deadline: %s",
    (name) => {
      const target = {
        threeDays: "paidThreeDays",
        sevenDays: "paidSevenDays",
        tenDays: "paidTenDays",
        nextDay: "paidNextDay",
      }[name];
      const of = (due: number | null, inTime: number | null) => {
        const { outcome, actual } = one({ payments: { [name]: { due, inTime } } }, target);
        return [outcome, actual];
      };
      expect(of(200, 199)).toEqual(["unmet", "0.995000"]);
      expect(of(200, 200)).toEqual(["met", "1.000000"]);
      expect(of(0, 0)).toEqual(["notApplicable", null]);
      expect(of(0, null)).toEqual(["notApplicable", null]);
      expect(of(200, null)).toEqual(["unknown", null]);
      expect(of(null, 200)).toEqual(["unknown", null]);
      expect(one({ payments: {} }, target).outcome).toBe("unknown");
      expect(checkTargets.safe({ payments: { [name]: { due: 5, inTime: 6 } } })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["payments", name, "inTime"], code: "CONFLICT" }] },
      });
    },
  );

  it("一(二) the targets of payment are named with their deadlines, also amended ones", () => {
    const names = (options: Parameters<typeof checkTargets>[1] = {}) =>
      checkTargets({}, options).targets.flatMap(({ target, text, amended }) =>
        target.startsWith("paid") ? [[text.zh, text.en, amended]] : [],
      );
    expect(names()).toEqual([
      [
        "按时赔付率（10000元以下，3个工作日内）",
        "Claims paid in time (up to 10000 yuan, within 3 working days)",
        undefined,
      ],
      [
        "按时赔付率（10000元以上，7个工作日内）",
        "Claims paid in time (10000 yuan or more, within 7 working days)",
        undefined,
      ],
      [
        "按时赔付率（100000元以上，10个工作日内）",
        "Claims paid in time (100000 yuan or more, within 10 working days)",
        undefined,
      ],
      [
        "按时赔付率（特殊困难群体医疗救助，1日内）",
        "Claims paid in time (people in hardship, within 1 day)",
        undefined,
      ],
    ]);
    const amended = { policy: amend(policy, { terms: { deadlines: { step: 20000, small: 1, hardshipPay: 2 } } }) };
    expect(names(amended)).toEqual([
      ["按时赔付率（20000元以下，1个工作日内）", "Claims paid in time (up to 20000 yuan, within 1 working day)", true],
      [
        "按时赔付率（20000元以上，7个工作日内）",
        "Claims paid in time (20000 yuan or more, within 7 working days)",
        true,
      ],
      [
        "按时赔付率（100000元以上，10个工作日内）",
        "Claims paid in time (100000 yuan or more, within 10 working days)",
        undefined,
      ],
      ["按时赔付率（特殊困难群体医疗救助，2日内）", "Claims paid in time (people in hardship, within 2 days)", true],
    ]);
  });

  it("六(三)2 the quarters are those of the trainings' time", () => {
    const longer = { policy: amend(policy, { terms: { tasks: { training: { until: "2020-07" } } } }) };
    const six = { trainingsByQuarter: [1, 1, 1, 1, 1, 1] };
    expect(checkTargets.safe(six, longer).ok).toBe(true);
    expect(checkTargets.safe(six)).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["trainingsByQuarter"], code: "OUT_OF_RANGE" }] },
    });
  });

  it.each([
    [{ casesReported: 5, casesFiled: 6 }, [["casesFiled"]]],
    [{ casesFiled: 5, casesClosed: 6 }, [["casesClosed"]]],
    [{ casesReported: 5, casesClosed: 6 }, [["casesClosed"]]],
    [{ awarenessRate: "70" }, [["awarenessRate"]]],
    [{ trainingsByQuarter: [] }, [["trainingsByQuarter"]]],
    [{ meetings: -1, stations: 1.5, leaflets: 7 }, [["meetings"], ["stations"], ["leaflets"]]],
    [{ trainingsByQuarter: [1, "2"] }, [["trainingsByQuarter", 1]]],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = checkTargets.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.error.issues.map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    [{ casesReported: 5, casesFiled: 6 }, "casesFiled"],
    [{ casesFiled: 5, casesClosed: 6 }, "casesClosed"],
    [{ casesReported: 5, casesClosed: 6 }, "casesClosed"],
  ])("%j contradict each other", (input, field) => {
    expect(checkTargets.safe(input)).toMatchObject({
      ok: false,
      error: { issues: [{ path: [field], code: "CONFLICT" }] },
    });
  });

  it("as many filed as reported, and closed as filed, go together; what is not known contradicts nothing", () => {
    expect(checkTargets.safe({ casesReported: 5, casesFiled: 5, casesClosed: 5 }).ok).toBe(true);
    expect(checkTargets.safe({ casesReported: null, casesFiled: 5, casesClosed: null }).ok).toBe(true);
    expect(checkTargets.safe({ casesFiled: 5 }).ok).toBe(true);
    expect(checkTargets.safe({ casesClosed: 5 }).ok).toBe(true);
  });

  it("a target that a contract raised says so, and no other does", () => {
    const raised = { policy: amend(policy, { terms: { targets: { meetings: 31 } } }) };
    const { targets } = checkTargets({ meetings: 30 }, raised);
    expect(targets.filter((each) => "amended" in each)).toMatchObject([
      { target: "meetings", required: 31, actual: 30, outcome: "unmet", amended: true },
    ]);
    expect(checkTargets({ meetings: 30 }).targets.some((each) => "amended" in each)).toBe(false);
  });

  const count = fc.option(fc.integer({ min: 0, max: 9_000_000 }));
  const targets = ["insuredPopulation", "stations", "coordinatingBodies", "meetings"] as const;

  law("一(二) more never turns met into unmet", [fc.constantFrom(...targets), count, count], (target, some, more) => {
    const before = one({ [target]: some }, target).outcome;
    const after = one({ [target]: some === null ? null : some + (more ?? 0) }, target).outcome;
    expect(before === "unknown").toBe(some === null);
    if (before === "met") expect(after).toBe("met");
  });
});
