import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, chongqing, compareReadings } from "huimin-rules";
import { law } from "../law.js";

const { checkEligibility, checkEnrolment, periodOf, policy } = chongqing;

const event = { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02" };
const student = {
  cover: "studentCriticalIllness",
  enrolledFrom: "2020-11-01",
  birthDate: "2010-06-15",
  diagnosedOn: "2021-06-15",
  student: true,
  firstDiagnosis: true,
  disease: "malignantTumor",
  compensatedBefore: false,
} as const;
const grant = {
  cover: "educationGrant",
  ...event,
  exam: "collegeEntrance",
  fullTime: true,
  enteredInAdmissionYear: true,
  earlierGrant: "none",
} as const;

/** A complete, eligible claim under each cover. */
const complete = {
  accident: { cover: "accident", ...event, accidental: true },
  majorIllness: { cover: "majorIllness", ...event, inpatient: true, causedByIllness: true, settledOneStop: true },
  illnessDeath: { cover: "illnessDeath", ...event, diedOfIllness: true },
  studentCriticalIllness: student,
  educationGrant: grant,
} as const;

const outcomeOf = (input: unknown, readings?: object) => {
  const outcome = checkEligibility.safe(input, readings && { readings });
  if (!outcome.ok) throw outcome.error;
  return outcome.value.outcome;
};

/** The outcome under each choice that matters. */
const compared = (claim: object) =>
  compareReadings(checkEligibility, claim as Parameters<typeof checkEligibility>[0]).map(({ readings, outcome }) => [
    readings,
    outcome.ok && outcome.value.outcome,
  ]);

describe("三 eligibility for a claim", () => {
  it.each(Object.values(complete))("$cover: all met", (claim) => {
    const { outcome, unmet, missing, checks } = checkEligibility(claim);
    expect([outcome, unmet, missing]).toEqual(["eligible", [], []]);
    expect(checks.every(({ outcome: each }) => each === "met")).toBe(true);
  });

  it.each([
    [{ ...complete.accident, accidental: false }, ["accidental"]],
    [{ ...complete.majorIllness, inpatient: false }, ["inpatient"]],
    [{ ...complete.majorIllness, causedByIllness: false }, ["causedByIllness"]],
    [{ ...complete.majorIllness, settledOneStop: false }, ["settledOneStop"]],
    [{ ...complete.illnessDeath, diedOfIllness: false }, ["diedOfIllness"]],
    [{ ...student, student: false }, ["student"]],
    [{ ...student, firstDiagnosis: false }, ["firstDiagnosis"]],
    [{ ...student, disease: "other" }, ["disease"]],
    [{ ...student, compensatedBefore: true }, ["compensatedBefore"]],
    [{ ...grant, exam: "other" }, ["exam"]],
    [{ ...grant, fullTime: false }, ["fullTime"]],
    [{ ...grant, enteredInAdmissionYear: false }, ["enteredInAdmissionYear"]],
    [{ ...grant, earlierGrant: "forThisAdmission" }, ["earlierGrant"]],
    [{ ...complete.majorIllness, inpatient: false, causedByIllness: false }, ["inpatient", "causedByIllness"]],
  ] as const)("every unmet requirement is told: %j", (claim, unmet) => {
    expect(checkEligibility(claim)).toMatchObject({ outcome: "ineligible", unmet, missing: [] });
  });

  it.each(Object.entries(complete))("%s: a fact that is left out or null is missing, not false", (_, claim) => {
    for (const name of Object.keys(claim).filter((key) => key !== "cover")) {
      const { [name]: dropped, ...rest } = claim as Record<string, unknown>;
      expect(dropped).toBeDefined();
      for (const input of [rest, { ...claim, [name]: null }]) {
        expect(checkEligibility(input as typeof claim)).toMatchObject({ outcome: "undetermined", missing: [name] });
      }
    }
  });

  it.each([
    ["2020-10-31", "2020-10-31", "ineligible"],
    ["2020-11-01", "2020-11-01", "eligible"],
    ["2021-12-31", "2021-12-31", "eligible"],
    ["2022-01-01", "2022-01-01", "ineligible"],
    ["2021-03-03", "2021-03-02", "ineligible"],
    ["2021-03-02", "2021-03-02", "eligible"],
    ["2021-03-01", "2021-03-02", "eligible"],
  ])("二 enrolled from %s, happened on %s: %s", (enrolledFrom, occurredOn, outcome) => {
    expect(outcomeOf({ ...complete.illnessDeath, enrolledFrom, occurredOn })).toBe(outcome);
  });

  it.each([
    ["2018-06-16", "ineligible", "ineligible"], // 2
    ["2018-06-15", "eligible", "ineligible"], // 3 today
    ["2018-06-14", "eligible", "eligible"],
    ["1998-06-16", "eligible", "eligible"], // 23 tomorrow
    ["1998-06-15", "ineligible", "eligible"], // 23 today
    ["1998-06-14", "ineligible", "ineligible"],
  ])("三(四) born %s, diagnosed 2021-06-15: %s from the birthday, %s from the day after", (birthDate, ...outcomes) => {
    const claim = { ...student, birthDate };
    expect([outcomeOf(claim), outcomeOf(claim, { ageReachedOn: "dayAfter" })]).toEqual(outcomes);
  });

  it("三(四) knows twenty diseases", () => {
    const listed = Object.keys(chongqing.diseases).filter((disease) => disease !== "other");
    expect(listed).toHaveLength(20);
    for (const disease of listed) expect(outcomeOf({ ...student, disease })).toBe("eligible");
  });

  it.each([
    ["collegeEntrance", [[{}, "eligible"]]],
    ["postgraduateEntrance", [[{}, "eligible"]]],
    ["other", [[{}, "ineligible"]]],
    [
      "vocationalCollege",
      [
        [{ collegeExam: "included" }, "eligible"],
        [{ collegeExam: "nationalOnly" }, "ineligible"],
      ],
    ],
    [
      "recommended",
      [
        [{ recommendedPostgraduate: "examOnly" }, "ineligible"],
        [{ recommendedPostgraduate: "included" }, "eligible"],
      ],
    ],
  ] as const)("三(五) admitted by %s", (exam, expected) => {
    expect(compared({ ...grant, admittedOn: "2021-03-01", exam })).toEqual(expected);
  });

  it("三(五) an examination that a contract takes off the list takes the vocational one with it", () => {
    const options = (exams: ("postgraduateEntrance" | "recommended")[]) => ({
      policy: amend(policy, { terms: { educationGrant: { exams } } }),
    });
    const outcome = (exam: "vocationalCollege" | "recommended", exams: Parameters<typeof options>[0]) =>
      checkEligibility({ ...grant, exam }, options(exams)).outcome;
    expect(outcome("vocationalCollege", ["postgraduateEntrance"])).toBe("ineligible");
    expect(outcome("recommended", ["postgraduateEntrance"])).toBe("ineligible");
    expect(outcome("recommended", ["recommended"])).toBe("eligible");
  });

  it("三(二) with manual claims read in, one-stop settlement is not asked", () => {
    const claim = { ...complete.majorIllness, dischargedOn: "2021-03-09" };
    expect(compared({ ...claim, settledOneStop: false })).toEqual([
      [{ settlement: "oneStopOnly" }, "ineligible"],
      [{ settlement: "orManual" }, "eligible"],
    ]);
    expect(compared({ ...claim, settledOneStop: null })).toEqual([
      [{ settlement: "oneStopOnly" }, "undetermined"],
      [{ settlement: "orManual" }, "eligible"],
    ]);
    expect(compared(claim)).toEqual([[{}, "eligible"]]);
  });

  it.each([
    // enrolled from, admitted, discharged, by admission, by discharge
    ["2021-04-01", "2021-03-31", "2021-04-01", "ineligible", "eligible"],
    ["2021-04-01", "2021-03-30", "2021-03-31", "ineligible", "ineligible"],
    ["2021-04-01", "2021-04-01", "2021-04-02", "eligible", "eligible"],
    ["2020-11-01", "2021-10-31", "2021-10-31", "eligible", "eligible"],
    ["2020-11-01", "2021-10-31", "2021-11-01", "eligible", "ineligible"], // the second period needs an enrolment
    ["2021-11-01", "2021-12-31", "2021-12-31", "eligible", "eligible"],
    ["2021-11-01", "2021-12-31", "2022-01-01", "eligible", "ineligible"],
    ["2021-11-01", "2021-12-31", null, "eligible", "undetermined"],
  ])(
    "三(二) enrolled from %s, in hospital from %s to %s: %s by admission, %s by discharge",
    (enrolledFrom, occurredOn, dischargedOn, ...outcomes) => {
      const claim = { ...complete.majorIllness, enrolledFrom, occurredOn, dischargedOn };
      const ofStay = (dayOfStay: string) => outcomeOf(claim, { dayOfStay });
      expect([ofStay("admission"), ofStay("discharge")]).toEqual(outcomes);
      const [byAdmission, byDischarge] = outcomes;
      expect(checkEligibility(claim as never).readings["dayOfStay"]).toBe(
        byAdmission === byDischarge ? undefined : "admission",
      );
    },
  );

  it.each([
    ["2021-12-30", "eligible", "eligible"],
    ["2021-12-31", "eligible", "eligible"],
    ["2022-01-01", "eligible", "ineligible"],
    [null, "eligible", "undetermined"],
  ])(
    "三(一) an accident of 2021-12-30, its consequence on %s: %s, and %s if that counts too",
    (consequenceOn, ...outcomes) => {
      const days = { enrolledFrom: "2021-11-01", occurredOn: "2021-12-30", consequenceOn };
      const claim = { ...complete.accident, ...days };
      const late = (lateConsequences: string) => outcomeOf(claim, { lateConsequences });
      expect([late("dayOfAccident"), late("consequenceToo")]).toEqual(outcomes);
    },
  );

  it.each([
    // admitted, entered, by entry, by admission
    ["2021-03-31", "2021-04-01", "eligible", "ineligible"],
    ["2021-04-01", "2021-04-02", "eligible", "eligible"],
    [null, "2021-04-01", "eligible", "undetermined"],
  ])(
    "三(五) enrolled from 2021-04-01, admitted %s, entered %s: %s by entry, %s by admission",
    (admittedOn, occurredOn, ...outcomes) => {
      const claim = { ...grant, enrolledFrom: "2021-04-01", occurredOn, admittedOn };
      const ofDay = (dayOfEntry: string) => outcomeOf(claim, { dayOfEntry });
      expect([ofDay("entry"), ofDay("admission")]).toEqual(outcomes);
    },
  );

  it("三(五) admitted in time, entered after the programme: the reading decides", () => {
    const claim = { ...grant, enrolledFrom: "2021-11-01", admittedOn: "2021-12-31", occurredOn: "2022-01-01" };
    expect(compared({ ...claim, enteredInAdmissionYear: null })).toEqual([
      [{ dayOfEntry: "entry" }, "ineligible"],
      [{ dayOfEntry: "admission" }, "undetermined"],
    ]);
  });

  it.each([
    ["none", "eligible", "eligible"],
    ["forAnotherAdmission", "eligible", "ineligible"],
    ["forThisAdmission", "ineligible", "ineligible"],
    [null, "undetermined", "undetermined"],
  ])("三(五) an earlier grant %s: %s, and %s if once a person", (earlierGrant, ...outcomes) => {
    const claim = { ...grant, earlierGrant };
    const once = (grantOnce: string) => outcomeOf(claim, { grantOnce });
    expect([once("perAdmission"), once("perPerson")]).toEqual(outcomes);
    const [perAdmission, perPerson] = outcomes;
    expect(checkEligibility(claim as never).readings["grantOnce"]).toBe(
      perAdmission === perPerson ? undefined : "perAdmission",
    );
  });

  it.each([
    [false, "eligible", "eligible"],
    [true, "eligible", "ineligible"],
    [null, "eligible", "undetermined"],
  ])("三(四) a listed disease before %s: %s, and %s if the first of any counts", (listedDiseaseBefore, ...outcomes) => {
    const claim = { ...student, listedDiseaseBefore };
    const first = (firstOf: string) => outcomeOf(claim, { firstOf });
    expect([first("thisDisease"), first("anyListed")]).toEqual(outcomes);
    const [ofThis, ofAny] = outcomes;
    expect(checkEligibility(claim).readings["firstOf"]).toBe(ofThis === ofAny ? undefined : "thisDisease");
  });

  it.each([
    // born, on the day of the diagnosis (2021-06-15), on that of the enrolment (2020-11-01)
    ["1997-10-31", "ineligible", "ineligible"], // 23 at both
    ["1997-11-01", "ineligible", "ineligible"], // 23 on the day of enrolment
    ["1997-11-02", "ineligible", "eligible"], // 22, 23 the day after enrolment
    ["1998-06-15", "ineligible", "eligible"],
    ["1998-06-16", "eligible", "eligible"],
    ["2017-11-01", "eligible", "eligible"], // 3 on the day of enrolment
    ["2017-11-02", "eligible", "ineligible"], // 2
    ["2018-06-15", "eligible", "ineligible"],
    ["2018-06-16", "ineligible", "ineligible"],
  ])("三(四) born %s: %s by the diagnosis, %s by the enrolment", (birthDate, ...outcomes) => {
    const claim = { ...student, birthDate };
    const judged = (ageJudgedOn: string) => outcomeOf(claim, { ageJudgedOn });
    expect([judged("diagnosis"), judged("enrolment")]).toEqual(outcomes);
  });

  it("三(四) far from every line nothing is echoed; on a birthday at the limit the readings of age are", () => {
    const known = { ...student, listedDiseaseBefore: false };
    expect(checkEligibility(known).readings).toEqual({});
    expect(checkEligibility({ ...known, birthDate: "1998-06-15" }).readings).toEqual({
      ageJudgedOn: "diagnosis",
      ageReachedOn: "birthday",
    });
  });

  it("二 who is not enrolled is not insured, whatever else is missing; a day of enrolment contradicts that", () => {
    for (const claim of Object.values(complete)) {
      const { enrolledFrom, ...rest } = claim;
      const { outcome, unmet, missing } = checkEligibility({ ...rest, enrolled: false });
      expect([outcome, unmet, missing]).toEqual(["ineligible", ["enrolled"], []]);
      expect(checkEligibility.safe({ ...rest, enrolledFrom, enrolled: false })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["enrolled"], code: "CONFLICT" }] },
      });
      expect(outcomeOf({ ...rest, enrolledFrom, enrolled: true })).toBe("eligible");
      expect(checkEligibility({ ...rest, enrolled: true }).missing).toEqual(["enrolledFrom"]);
    }
    expect(outcomeOf({ cover: "accident", enrolled: false })).toBe("ineligible");
  });

  it("二 a check that rests on a period's amended first day says so", () => {
    const marks = (terms: Parameters<typeof amend<typeof policy>>[1]["terms"]) =>
      checkEligibility(complete.illnessDeath, { policy: amend(policy, { terms }) }).checks.map(
        ({ code, amended = false }) => [code, amended],
      );
    expect(marks({ first: { from: "2020-10-01" } })).toEqual([
      ["occurredOn", true],
      ["enrolledFrom", true],
      ["diedOfIllness", false],
    ]);
    expect(marks({ second: { from: "2021-11-02" } })).toEqual([
      ["occurredOn", false],
      ["enrolledFrom", true],
      ["diedOfIllness", false],
    ]);
  });

  it("二 an enrolment that is waived by amendment is not asked, enrolled or not", () => {
    const waived = { policy: amend(policy, { terms: { enrolment: { enrolledBefore: false } } }) };
    const { enrolledFrom: _, ...rest } = complete.illnessDeath;
    expect(checkEligibility({ ...rest, enrolled: false }, waived).outcome).toBe("eligible");
    expect(checkEligibility(rest, waived).outcome).toBe("eligible");
  });

  it.each([
    ["2021-10-31", "2021-11-01", "ineligible", "eligible"],
    ["2020-11-01", "2021-11-01", "ineligible", "eligible"],
    ["2021-11-01", "2021-11-01", "eligible", "eligible"],
    ["2021-11-01", "2021-12-31", "eligible", "eligible"],
    ["2020-10-31", "2020-11-01", "ineligible", "ineligible"], // before the programme, whatever the reading
    ["2020-10-31", "2021-11-01", "ineligible", "ineligible"],
    ["2020-11-01", "2020-11-01", "eligible", "eligible"],
    ["2020-11-01", "2021-10-31", "eligible", "eligible"],
  ])(
    "二 enrolled from %s, happened on %s: %s as each period needs an enrolment, %s if one carries over",
    (from, on, renewed, carried) => {
      const claim = { ...complete.illnessDeath, enrolledFrom: from, occurredOn: on };
      expect(compared(claim)).toEqual(
        renewed === carried
          ? [[{}, renewed]]
          : [
              [{ carriedEnrolment: "renewed" }, renewed],
              [{ carriedEnrolment: "carried" }, carried],
            ],
      );
    },
  );

  it("二 how an enrolment carries over is not asked where the event or its order decides", () => {
    const claim = { ...complete.accident, enrolledFrom: "2021-10-31" };
    expect(checkEligibility({ ...claim, occurredOn: "2022-01-01" }).readings).toEqual({});
    expect(checkEligibility({ ...claim, occurredOn: "2021-10-30" }).readings).toEqual({});
  });

  it("三(五) entry in a later year is a matter of reading; entry in the same year is not", () => {
    const admitted = { ...grant, admittedOn: "2020-12-31" };
    expect(compared({ ...admitted, enteredInAdmissionYear: false })).toEqual([
      [{ deferredEntry: "refused" }, "ineligible"],
      [{ deferredEntry: "granted" }, "eligible"],
    ]);
    expect(checkEligibility({ ...grant, admittedOn: "2021-03-01" }).readings).toEqual({});
    expect(outcomeOf({ ...grant, enteredInAdmissionYear: null }, { deferredEntry: "granted" })).toBe("eligible");
    const waived = amend(policy, { terms: { educationGrant: { enteredInAdmissionYear: false } } });
    expect(checkEligibility({ ...admitted, enteredInAdmissionYear: false }, { policy: waived }).readings).toEqual({});
  });

  it("each check says its clause and its outcome in both languages", () => {
    const { checks } = checkEligibility({ ...student, birthDate: "1998-06-15", disease: null });
    expect(checks.map(({ code, outcome, clause }) => [code, outcome, clause.path])).toEqual([
      ["diagnosedOn", "met", "二"],
      ["enrolledFrom", "met", "二"],
      ["age", "unmet", "三(四)"],
      ["student", "met", "三(四)"],
      ["firstDiagnosis", "met", "三(四)"],
      ["disease", "unknown", "三(四)"],
      ["compensatedBefore", "met", "三(四)"],
    ]);
    expect(checks[2]?.text).toEqual({
      zh: "年龄 3 至 22 周岁（含），确诊时 23 周岁：不符合（出生日期：1998-06-15；确诊日期：2021-06-15）",
      en: "Age 3 to 22, both included; 23 at the diagnosis: not met (Day of birth: 1998-06-15; Day of diagnosis: 2021-06-15)",
    });
    const atEnrolment = checkEligibility(student, { readings: { ageJudgedOn: "enrolment" } }).checks[2]?.text;
    expect(atEnrolment).toEqual({
      zh: "年龄 3 至 22 周岁（含），参保时 10 周岁：符合（出生日期：2010-06-15；本次参保生效日：2020-11-01）",
      en: "Age 3 to 22, both included; 10 at enrolment: met (Day of birth: 2010-06-15; First day of the enrolment that covers the event: 2020-11-01)",
    });
    expect(checkEligibility({ ...student, birthDate: null }).checks[2]?.text).toEqual({
      zh: "年龄 3 至 22 周岁（含）：待查明（尚缺：出生日期）",
      en: "Age 3 to 22, both included: not known yet (missing: Day of birth)",
    });
    expect(checks[5]?.text.zh).toBe("属于所列重大疾病：待查明（尚缺：所患疾病）");
  });

  it.each([
    [{ ...student, birthDate: "2021-06-16", enrolledFrom: null }, ["diagnosedOn"]],
    [{ ...student, birthDate: "2020-11-02" }, ["enrolledFrom"]], // enrolled before birth
    [{ ...complete.accident, consequenceOn: "2021-03-01" }, ["consequenceOn"]],
    [{ ...complete.majorIllness, dischargedOn: "2021-03-01" }, ["dischargedOn"]],
    [{ ...grant, admittedOn: "2021-03-03" }, ["occurredOn"]],
    [{ ...grant, admittedOn: "2020-12-31" }, ["enteredInAdmissionYear"]],
    [{ ...grant, admittedOn: "2021-01-01", enteredInAdmissionYear: false }, ["enteredInAdmissionYear"]],
    [{ ...grant, grantedBefore: false }, ["grantedBefore"]],
    [{ ...student, occurredOn: "2021-06-15" }, ["occurredOn"]],
    [{ ...student, disease: "flu" }, ["disease"]],
    [{ ...complete.illnessDeath, inpatient: true }, ["inpatient"]],
    [{ ...complete.illnessDeath, occurredOn: "2021-02-30" }, ["occurredOn"]],
    [{ ...complete.illnessDeath, diedOfIllness: 1 }, ["diedOfIllness"]],
    [{ ...complete.illnessDeath, cover: "flood" }, ["cover"]],
    [event, ["cover"]],
  ])("refuses %j", (input, path) => {
    expect(checkEligibility.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path }] } });
  });

  const claims = fc.constantFrom(...Object.values(complete)).chain((claim) => {
    const facts = Object.entries(claim).filter(([name]) => name !== "cover");
    const altered = facts.map(([name, value]) => {
      if (typeof value === "boolean") return fc.constant([name, !value] as const);
      if (name === "disease" || name === "exam") return fc.constant([name, "other"] as const);
      if (name === "earlierGrant") return fc.constant([name, "forThisAdmission"] as const);
      return fc.constant([name, name === "birthDate" ? "1990-01-01" : "2021-12-31"] as const);
    });
    const known = facts.map((fact, index) => fc.oneof(fc.constant(fact), altered[index] ?? fc.constant(fact)));
    return fc.tuple(
      fc.constant(claim.cover),
      fc.tuple(...known),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    );
  });

  law("三 more facts never flip a settled outcome, and never add a missing one", [claims], ([cover, facts, hidden]) => {
    const all = checkEligibility.safe({ cover, ...Object.fromEntries(facts) });
    const some = checkEligibility.safe({ cover, ...Object.fromEntries(facts.filter((_, index) => hidden[index])) });
    if (!all.ok || !some.ok) throw new Error("these inputs are well formed");
    if (some.value.outcome !== "undetermined") expect(all.value.outcome).toBe(some.value.outcome);
    expect(all.value.missing).toEqual([]);
    expect(some.value.outcome === "eligible").toBe(some.value.missing.length === 0 && some.value.unmet.length === 0);
  });
});

describe("二 enrolment", () => {
  const person = {
    categories: ["orphan"],
    insuredByPovertyCover: false,
    enrolledUnderAnotherCategory: false,
    month: "2021-03",
  } as const;
  const veteran = { ...person, categories: ["preferentialTreatment"] } as const;

  it.each(["minimumLivingGuarantee", "extremePoverty", "orphan", "deFactoUnattendedChild"] as const)(
    "%s qualifies by itself",
    (category) => {
      expect(checkEnrolment({ ...person, categories: [category] })).toMatchObject({ outcome: "eligible", missing: [] });
    },
  );

  it("preferential treatment needs the state allowance and excludes disabled police and officials", () => {
    const cases = [
      [{ receivesStateAllowance: true, disabledPoliceOrOfficial: false }, "eligible", []],
      [{ receivesStateAllowance: false, disabledPoliceOrOfficial: false }, "ineligible", ["receivesStateAllowance"]],
      [{ receivesStateAllowance: true, disabledPoliceOrOfficial: true }, "ineligible", ["disabledPoliceOrOfficial"]],
    ] as const;
    for (const [facts, outcome, unmet] of cases) {
      expect(checkEnrolment({ ...veteran, ...facts })).toMatchObject({ outcome, unmet });
    }
    expect(checkEnrolment(veteran)).toMatchObject({
      outcome: "undetermined",
      missing: ["receivesStateAllowance", "disabledPoliceOrOfficial"],
    });
  });

  it("another category that qualifies is enough, whatever the allowance", () => {
    const both = { ...veteran, categories: ["preferentialTreatment", "minimumLivingGuarantee"] } as const;
    expect(checkEnrolment({ ...both, disabledPoliceOrOfficial: true }).outcome).toBe("eligible");
    expect(checkEnrolment(both).checks.map(({ code }) => code)).not.toContain("receivesStateAllowance");
  });

  it.each([
    [{ categories: ["none"] }, ["categories"]],
    [{ insuredByPovertyCover: true }, ["insuredByPovertyCover"]],
    [{ enrolledUnderAnotherCategory: true }, ["enrolledUnderAnotherCategory"]],
    [{ month: "2020-10" }, ["month"]],
    [{ month: "2022-01" }, ["month"]],
  ] as const)("%j is not enrolled", (facts, unmet) => {
    expect(checkEnrolment({ ...person, ...(facts as object) })).toMatchObject({ outcome: "ineligible", unmet });
  });

  it.each(["2020-11", "2021-12"])("%s lies within the programme", (month) => {
    expect(checkEnrolment({ ...person, month }).outcome).toBe("eligible");
  });

  it("nothing known: everything is missing but what is not yet asked", () => {
    expect(checkEnrolment({})).toMatchObject({
      outcome: "undetermined",
      missing: ["categories", "insuredByPovertyCover", "enrolledUnderAnotherCategory", "month"],
    });
  });

  it.each([
    [{ ...person, categories: [] }, ["categories"]],
    [{ ...person, categories: ["prince"] }, ["categories", 0]],
    [{ ...person, month: "2021-3" }, ["month"]],
    [{ ...person, income: 1 }, ["income"]],
  ])("refuses %j", (input, path) => {
    expect(checkEnrolment.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path }] } });
  });
});

describe("二, 三(四) what contradicts itself", () => {
  it("none stands alone", () => {
    const { safe } = checkEnrolment;
    expect(safe({ categories: ["none"] }).ok).toBe(true);
    expect(safe({ categories: ["none", "orphan"] })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["categories"], code: "CONFLICT" }] },
    });
  });

  it.each([
    ["2021-06-14", true],
    ["2021-06-15", true], // on the day of the diagnosis
    ["2021-06-16", false],
    [null, true],
  ])("born %s, diagnosed 2021-06-15: %s", (birthDate, ok) => {
    const outcome = checkEligibility.safe({ ...student, birthDate, enrolledFrom: null });
    expect(outcome.ok).toBe(ok);
    if (!outcome.ok) expect(outcome.error.issues).toMatchObject([{ path: ["diagnosedOn"], code: "CONFLICT" }]);
  });

  it("a day of birth alone contradicts nothing", () => {
    expect(outcomeOf({ cover: "studentCriticalIllness", birthDate: "2010-06-15" })).toBe("undetermined");
  });
});

describe("二 periods", () => {
  it.each([
    ["2020-11-01", { period: "first", from: "2020-11-01", to: "2021-10-31" }],
    ["2021-10-31", { period: "first", from: "2020-11-01", to: "2021-10-31" }],
    ["2021-11-01", { period: "second", from: "2021-11-01", to: "2021-12-31" }],
    ["2021-12-31", { period: "second", from: "2021-11-01", to: "2021-12-31" }],
  ])("%s", (day, period) => {
    const { basis, ...found } = periodOf({ day });
    expect(found).toEqual(period);
    expect(basis.rule).toBe("chongqing.periodOf");
  });

  it.each(["2020-10-31", "2022-01-01"])("%s lies in none", (day) => {
    const outcome = periodOf.safe({ day });
    expect(outcome).toMatchObject({ ok: false, error: { issues: [{ path: ["day"], code: "OUT_OF_RANGE" }] } });
    expect(outcome.ok || outcome.error.issues[0]?.message.zh).toContain("（2020-11-01 至 2021-12-31）");
  });
});
