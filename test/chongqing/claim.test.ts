import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, chongqing, createWorkCalendar, chinaHolidayNotices, yuan } from "huimin-rules";
import { law } from "../law.js";

const { assessClaim, claimDeadlines, policy } = chongqing;

const event = { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02" };
const illness = { ...event, inpatient: true, causedByIllness: true, settledOneStop: true };
const admitted = { ...event, fullTime: true, enteredInAdmissionYear: true, earlierGrant: "none" } as const;

describe("三 assessment of a claim", () => {
  it("the real case of November 2017 to March 2018 under the 2020 terms", () => {
    const hospital = assessClaim({ cover: "majorIllness", facts: illness, loss: { outOfCatalogueToDate: "232000" } });
    const death = assessClaim({ cover: "illnessDeath", facts: { ...event, diedOfIllness: true } });
    expect([hospital.payable, death.payable].map(String)).toEqual(["77150.00", "2000.00"]);
  });

  it("says who, how much, by when and why in one result", () => {
    const assessment = assessClaim({
      cover: "majorIllness",
      facts: illness,
      loss: { outOfCatalogueToDate: "58000" },
      dates: { claimReceivedOn: "2021-04-01", agreedOn: "2021-05-06" },
    });
    expect(assessment).toMatchObject({
      programme: "chongqing",
      cover: "majorIllness",
      pending: null,
      outOfCalendar: [],
    });
    expect(assessment.eligibility.outcome).toBe("eligible");
    expect(assessment.benefit?.lines).toHaveLength(4);
    expect(String(assessment.payable)).toBe("16250.00");
    expect(assessment.deadlines.map(({ action, dueOn }) => [action, dueOn])).toEqual([
      ["assess", "2021-05-06"],
      ["pay", "2021-05-17"],
      ["payUndisputed", "2021-05-31"],
    ]);
    // The day of discharge is not known: whether the stay crosses a period is not told.
    expect(assessment.readings).toEqual({ dayOfStay: "admission" });
  });

  it.each([
    ["eligible with a loss", illness, { outOfCatalogueToDate: "58000" }, "16250.00", null, true],
    ["eligible without a loss", illness, undefined, null, "loss", false],
    ["a fact missing", { ...illness, inpatient: null }, { outOfCatalogueToDate: "58000" }, null, "facts", true],
    ["fact and loss missing", { ...illness, inpatient: null }, undefined, null, "facts", false],
    ["ineligible with a loss", { ...illness, inpatient: false }, { outOfCatalogueToDate: "58000" }, "0.00", null, true],
    ["ineligible without a loss", { ...illness, inpatient: false }, undefined, "0.00", null, false],
    ["ineligible, whatever is missing", { inpatient: false }, undefined, "0.00", null, false],
  ])("%s", (_, facts, loss, payable, pending, computed) => {
    const result = assessClaim({ cover: "majorIllness", facts, ...(loss && { loss }) });
    expect([result.payable && String(result.payable), result.pending, result.benefit !== null]).toEqual([
      payable,
      pending,
      computed,
    ]);
  });

  it("a fixed amount needs no loss, an accident needs one", () => {
    expect(assessClaim({ cover: "illnessDeath", facts: { ...event, diedOfIllness: true } }).pending).toBeNull();
    const accident = { cover: "accident", facts: { ...event, accidental: true } } as const;
    expect(assessClaim(accident).pending).toBe("loss");
    for (const loss of [{}, { death: false }, { otherPaid: "100" }, { disabilityPaidToDate: "1", death: true }]) {
      expect(assessClaim({ ...accident, loss })).toMatchObject({ payable: null, pending: "loss", benefit: null });
    }
    expect(String(assessClaim({ ...accident, loss: { medicalSelfPaid: 0 } }).payable)).toBe("0.00");
  });

  it.each([
    ["collegeEntrance", "juniorCollege", "2000.00"],
    ["collegeEntrance", "bachelor", "3000.00"],
    ["vocationalCollege", "juniorCollege", "2000.00"],
    ["vocationalCollege", "bachelor", "3000.00"],
    ["postgraduateEntrance", "postgraduate", "5000.00"],
    ["recommended", "bachelor", "3000.00"],
    ["recommended", "postgraduate", "5000.00"],
  ] as const)("三(五) %s leads to %s", (exam, level, payable) => {
    const claim = { cover: "educationGrant", facts: { ...admitted, exam }, loss: { level } } as const;
    expect(String(assessClaim(claim, { readings: { recommendedPostgraduate: "included" } }).payable)).toBe(payable);
  });

  it.each([
    ["collegeEntrance", "postgraduate"],
    ["postgraduateEntrance", "bachelor"],
    ["postgraduateEntrance", "juniorCollege"],
    ["vocationalCollege", "postgraduate"],
    ["recommended", "juniorCollege"],
  ] as const)("三(五) %s does not lead to %s", (exam, level) => {
    expect(assessClaim.safe({ cover: "educationGrant", facts: { exam }, loss: { level } })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["loss", "level"], code: "CONFLICT" }] },
    });
  });

  it("三(五) another examination contradicts no level; it is just not covered", () => {
    const facts = { ...admitted, exam: "other" } as const;
    for (const level of ["juniorCollege", "bachelor", "postgraduate"] as const) {
      expect(String(assessClaim({ cover: "educationGrant", facts, loss: { level } }).payable)).toBe("0.00");
    }
  });

  it("lists every problem with its path, at once", () => {
    const outcome = assessClaim.safe({
      cover: "accident",
      facts: { occurredOn: "2021-02-30", inpatient: true },
      loss: { disabilityGrade: 3, disabilityRate: "0.8", medicalSelfPaid: "1,000" },
      dates: { claimReceivedOn: "2021-04-02", agreedOn: "2021-04-01", paidOn: "2021-04-03" },
      note: "",
    });
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) {
      expect(new Set(outcome.error.issues.map(({ path }) => path.join(".")))).toEqual(
        new Set([
          "facts.occurredOn",
          "facts.inpatient",
          "loss.medicalSelfPaid",
          "loss.disabilityRate",
          "dates.agreedOn",
          "dates.paidOn",
          "note",
        ]),
      );
    }
  });

  it("a claim received before the event is refused", () => {
    const claim = { cover: "illnessDeath", facts: { ...event, diedOfIllness: true } } as const;
    expect(assessClaim.safe({ ...claim, dates: { claimReceivedOn: "2021-03-02" } }).ok).toBe(true);
    expect(assessClaim.safe({ ...claim, dates: { claimReceivedOn: "2021-03-01" } })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["dates", "claimReceivedOn"], code: "CONFLICT" }] },
    });
  });

  it("三(五) a grant may be claimed before entry", () => {
    const facts = { ...admitted, exam: "collegeEntrance", occurredOn: "2021-09-01" } as const;
    const claim = { cover: "educationGrant", facts, loss: { level: "bachelor" } } as const;
    const { payable, deadlines } = assessClaim({ ...claim, dates: { claimReceivedOn: "2021-08-10" } });
    expect(String(payable)).toBe("3000.00");
    expect(deadlines.map(({ action, dueOn }) => [action, dueOn])).toEqual([
      ["assess", "2021-09-09"],
      ["payUndisputed", "2021-10-09"],
    ]);
  });

  describe("二 the period of the event", () => {
    const second = { ...illness, enrolledFrom: "2021-11-01", occurredOn: "2021-11-01", dischargedOn: "2021-11-09" };
    const loss = { outOfCatalogueToDate: "3000" };
    const proRata = { readings: { shortPeriodLimits: "proRata" } } as const;
    const claim = (facts: object) => ({ cover: "majorIllness", facts, loss }) as Parameters<typeof assessClaim>[0];

    it("follows from its day: nobody states it", () => {
      expect(String(assessClaim(claim(second)).payable)).toBe("0.00");
      expect(String(assessClaim(claim(second), proRata).payable)).toBe("625.00"); // 25 % of 3 000 less 500
      const first = { ...second, enrolledFrom: "2020-11-01", occurredOn: "2021-10-31", dischargedOn: "2021-10-31" };
      expect(String(assessClaim(claim(first), proRata).payable)).toBe("0.00");
      expect(assessClaim.safe({ ...claim(second), loss: { ...loss, period: "second" } })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["loss", "period"], code: "UNKNOWN_FIELD" }] },
      });
    });

    it("follows from the day of discharge where that decides", () => {
      const crossing = { ...second, enrolledFrom: "2020-11-01", occurredOn: "2021-10-31", dischargedOn: "2021-11-01" };
      const readings = { ...proRata.readings, carriedEnrolment: "carried" } as const;
      const payable = (dayOfStay: "admission" | "discharge") =>
        String(assessClaim(claim(crossing), { readings: { ...readings, dayOfStay } }).payable);
      expect([payable("admission"), payable("discharge")]).toEqual(["0.00", "625.00"]);
    });

    it("is either while its day is not known, and the amount between those of both", () => {
      const unknown = assessClaim(claim({ ...second, occurredOn: null }), proRata);
      expect(unknown).toMatchObject({ payable: null, pending: "facts" });
      expect([unknown.between?.least, unknown.between?.most].map(String)).toEqual(["0.00", "625.00"]);
    });

    it("cannot shrink limits that a calendar year has: told at the facts", () => {
      const readings = { ...proRata.readings, yearOfAccumulation: "calendarYear" } as const;
      expect(assessClaim.safe(claim(second), { readings })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["facts"], code: "CONFLICT" }] },
      });
    });
  });

  it("三(四) the event of a student's illness is its diagnosis", () => {
    const facts = { enrolledFrom: "2020-11-01", diagnosedOn: "2021-03-02" };
    const claim = { cover: "studentCriticalIllness", facts } as const;
    expect(assessClaim.safe({ ...claim, dates: { claimReceivedOn: "2021-03-02" } }).ok).toBe(true);
    expect(assessClaim.safe({ ...claim, dates: { claimReceivedOn: "2021-03-01" } })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["dates", "claimReceivedOn"], code: "CONFLICT" }] },
    });
  });

  it("a claim at the end of all days has no deadline, and is no error", () => {
    const facts = { ...event, diedOfIllness: true };
    const { outOfCalendar } = assessClaim({ cover: "illnessDeath", facts, dates: { claimReceivedOn: "9999-12-20" } });
    expect(outOfCalendar).toEqual(["assess", "payUndisputed"]);
  });

  it("a deadline outside the calendar is named, and the rest stands", () => {
    const calendar = createWorkCalendar(chinaHolidayNotices.filter(({ year }) => year <= 2021));
    const claim = {
      cover: "illnessDeath",
      facts: { ...event, diedOfIllness: true },
      dates: { claimReceivedOn: "2021-11-20" },
    } as const;
    const { deadlines, outOfCalendar } = assessClaim(claim, { calendar });
    expect(deadlines.map(({ action, dueOn }) => [action, dueOn])).toEqual([["assess", "2021-12-20"]]);
    expect(outOfCalendar).toEqual(["payUndisputed"]);
    expect(claimDeadlines.safe(claim.dates, { calendar })).toMatchObject({
      ok: false,
      error: { code: "CALENDAR_OUT_OF_RANGE" },
    });
  });

  it("a contract's better terms and periods apply throughout, and the lines say so", () => {
    const better = amend(policy, {
      terms: { majorIllness: { annualLimit: yuan(50000), settledOneStop: false }, deadlines: { assess: 10 } },
    });
    const result = assessClaim(
      {
        cover: "majorIllness",
        facts: { ...illness, settledOneStop: false },
        loss: { outOfCatalogueToDate: "232000" },
        dates: { claimReceivedOn: "2021-04-01" },
      },
      { policy: better },
    );
    expect(String(result.payable)).toBe("50000.00");
    expect(result.benefit?.lines.map(({ amended = false }) => amended)).toEqual([false, false, true, false]);
    expect(result.deadlines[0]?.dueOn).toBe("2021-04-12");
  });

  law(
    "三 payable is the benefit, zero or open, as the eligibility says",
    [
      fc.constantFrom(true, false, null),
      fc.constantFrom(true, false, null),
      fc.option(fc.integer({ min: 0, max: 50_000_000 }), { nil: undefined }),
    ],
    (inpatient, causedByIllness, total) => {
      const { eligibility, benefit, payable, pending } = assessClaim({
        cover: "majorIllness",
        facts: { ...illness, inpatient, causedByIllness },
        ...(total !== undefined && { loss: { outOfCatalogueToDate: total / 100 } }),
      });
      expect(benefit === null).toBe(total === undefined);
      expect(pending === null).toBe(payable !== null);
      if (eligibility.outcome === "ineligible") expect(String(payable)).toBe("0.00");
      if (eligibility.outcome === "eligible") expect(payable).toBe(benefit?.amount ?? null);
      if (eligibility.outcome === "undetermined") expect(pending).toBe("facts");
    },
  );
});
