import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addWorkingDays,
  ageOn,
  amend,
  catalogue,
  chinaHolidayNotices,
  chongqing,
  combinedDisabilityGrade,
  createWorkCalendar,
  describe as fieldsOf,
  disabilityRate,
  explain,
  fen,
  isWorkingDay,
  lishui,
  luozhuang,
  percent,
  periodEnd,
  policiesOn,
  PolicyInputError,
  rate,
  revive,
  tiers,
  workingDaysBetween,
  yuan,
  zhumadian,
  type AnyPolicy,
  type AnyRule,
  type Field,
  type Fields,
} from "huimin-rules";
import { functionList } from "../../src/spreadsheet/metadata.js";
import { noticeList } from "../holidays/list.js";

/*
 * What is said to someone whose input cannot be used, Chinese beside English, each refusal once; and the data that the rules carry
 * from elsewhere. Read from top to bottom as the officer who has to mend it.
 */

/** What a refusal says, a line a problem. */
function refusal(attempt: () => unknown): string[] {
  try {
    const result = attempt();
    return [`accepted: ${JSON.stringify(result)}`];
  } catch (error) {
    if (error instanceof PolicyInputError) {
      return error.issues.map(({ path, code, message }) => `${path.join(".")} ${code} | ${message.zh} | ${message.en}`);
    }
    if (error instanceof TypeError) return [`TypeError ${error.message}`];
    throw error;
  }
}

/** Values that a field of a kind refuses. */
function badValues({ kind, minimum = 0, maximum = 1, presence }: Field): unknown[] {
  const ofKind: Readonly<Record<Field["kind"], unknown[]>> = {
    money: ["x", "-1", "1.234", "1,000", 10_000_000_000_000, true],
    rate: ["x", "2", "25%", "0.1234567890123456", "1234567890123456"],
    day: ["x", "2021-02-30", "2021/3/2", 20210302],
    month: ["x", "2021-13", "2021/3"],
    flag: ["x", "是", 2],
    integer: [1.5, "7", minimum - 1, maximum + 1],
    name: [7, "", "x".repeat(Math.min(maximum, 9999) + 1)],
    word: ["x", 7],
    list: ["x", ...(minimum > 0 ? [[]] : [])],
    group: ["x", [], { unknown: 1 }],
  };
  return [...ofKind[kind], ...(presence === "fact" ? [] : [null])];
}

/** Every refusal of one bad field of a rule, the field's own words left out. */
function fieldRefusals(rule: AnyRule, fields: Fields, cover: string | undefined): string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    badValues(field).flatMap((value) => {
      const outcome = rule.safe({ ...(cover !== undefined && { cover }), [name]: value });
      if (outcome.ok) return [];
      return outcome.error.issues
        .filter(({ path }) => path[0] === name)
        .map(({ code, message }) => `${field.kind} ${code} | ${message.zh} | ${message.en}`);
    }),
  );
}

describe("refusals, word for word", () => {
  it("of a field's value", async () => {
    const said = Object.values(catalogue).flatMap((rule) => {
      const { fields: shape } = rule;
      if ("fields" in shape) return fieldRefusals(rule, shape.fields, undefined);
      return Object.entries(shape.covers).flatMap(([cover, fields]) => fieldRefusals(rule, fields, cover));
    });
    await expect([...new Set(said)].sort().join("\n")).toMatchFileSnapshot("refusals.fields.txt");
  });

  it("of what contradicts itself", async () => {
    const event = { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02" };
    const late = { claimReceivedOn: "2021-04-02", supplementRequestedOn: "2021-04-01" };
    const insured = { registeredDivision: "411721", contractStartsOn: "2019-06-15", occurredOn: "2019-12-01" };
    const bill = { setting: "inpatient", place: "district", designatedInstitution: true };
    const person = { id: "A", categories: ["orphan"] };
    const attempts: readonly (readonly [rule: AnyRule, input: unknown])[] = [
      [chongqing.accidentBenefit, { disabilityGrade: 7, disabilityRate: "0.4" }],
      [chongqing.accidentBenefit, { death: true, disabilityPaidToDate: "1", otherPaid: "1" }],
      [chongqing.accidentBenefit, { disabilityPaidBefore: "1" }],
      [chongqing.checkEnrolment, { categories: ["none", "orphan"] }],
      [
        chongqing.checkEligibility,
        { cover: "studentCriticalIllness", birthDate: "2021-01-02", diagnosedOn: "2021-01-01" },
      ],
      [
        chongqing.checkEligibility,
        { cover: "studentCriticalIllness", birthDate: "2021-01-02", enrolledFrom: "2021-01-01", enrolled: false },
      ],
      [
        chongqing.checkEligibility,
        { cover: "educationGrant", admittedOn: "2021-08-02", occurredOn: "2021-08-01", enteredInAdmissionYear: false },
      ],
      [chongqing.checkEligibility, { cover: "accident", occurredOn: "2021-08-02", consequenceOn: "2021-08-01" }],
      [chongqing.checkEligibility, { cover: "majorIllness", occurredOn: "2021-08-02", dischargedOn: "2021-08-01" }],
      [
        chongqing.settle,
        {
          period: "second",
          allocation: "byClaims",
          insurers: [{ premium: "1", claims: "0" }],
          secondPeriodPremiumDue: "1",
        },
      ],
      [chongqing.insurerFor, { area: "綦江县" }],
      [chongqing.planEnrolment, { month: "2021-03", roster: [], enrolled: ["A"], leaving: ["B"] }],
      [chongqing.periodOf, { day: "2022-01-01" }],
      [chongqing.premium, { period: "second", firstMonth: "2021-03" }],
      [chongqing.insurerFor, { area: "成都市" }],
      [chongqing.planEnrolment, { month: "2022-01", roster: [person], enrolled: [] }],
      [
        chongqing.planEnrolment,
        {
          month: "2021-03",
          roster: [
            { ...person, insuredByPovertyCover: true },
            { ...person, insuredByPovertyCover: false },
          ],
          enrolled: [],
        },
      ],
      [
        chongqing.assessClaim,
        { cover: "educationGrant", facts: { exam: "collegeEntrance" }, loss: { level: "postgraduate" } },
      ],
      [chongqing.assessClaim, { cover: "illnessDeath", facts: event, dates: { claimReceivedOn: "2021-03-01" } }],
      [
        chongqing.claimDeadlines,
        { ...late, supplementReceivedOn: "2021-03-31", agreedOn: "2021-03-01", assessedOn: "2021-03-02" },
      ],
      [chongqing.claimDeadlines, { claimReceivedOn: "2021-04-01", supplementReceivedOn: "2021-04-02" }],
      [chongqing.claimDeadlines, { claimReceivedOn: "2026-12-20" }],
      [zhumadian.checkEligibility, { cover: "rescuer", registeredDivision: "410000" }],
      [zhumadian.checkEligibility, { cover: "minorDrowning", birthDate: "2019-12-02", occurredOn: "2019-12-01" }],
      [zhumadian.settle, { premium: "1", claims: "1", insurerFaultClaims: "2" }],
      [
        zhumadian.settleCounties,
        {
          counties: [
            { division: "411729", premium: "1", claims: "1" },
            { division: "411721", premium: "1", claims: "1" },
            { division: "411721", premium: "1", claims: "1" },
          ],
        },
      ],
      [zhumadian.premiumByCounty, { counties: [{ division: "4117", registeredPopulation: 1 }] }],
      [zhumadian.checkTargets, { casesReported: 1, casesFiled: 2, casesClosed: 3 }],
      [zhumadian.checkTargets, { casesReported: 1, casesClosed: 3 }],
      [
        zhumadian.assessClaim,
        { cover: "trafficAccident", facts: { ...insured, injury: "death" }, loss: { medicalExpenses: "1" } },
      ],
      [
        zhumadian.assessClaim,
        { cover: "trafficAccident", facts: { ...insured, injury: "serious" }, loss: { death: true } },
      ],
      [
        zhumadian.assessClaim,
        { cover: "rescuer", facts: insured, loss: {}, dates: { documentsCompleteOn: "2019-11-30" } },
      ],
      [
        zhumadian.assessClaim,
        { cover: "rescuer", facts: {}, dates: { claimReceivedOn: "2020-01-10", assessedOn: "2020-01-09" } },
      ],
      [
        zhumadian.checkEligibility,
        {
          cover: "hardshipIllness",
          admittedOn: "2019-12-02",
          dischargedOn: "2019-12-01",
          registeredDivision: "412825",
        },
      ],
      [zhumadian.goodSamaritanBenefit, { unhurt: true, death: true }],
      [zhumadian.rescuerBenefit, { death: false }],
      [zhumadian.naturalDisasterBenefit, { death: true, householdCasualty: false }],
      [
        zhumadian.checkTargets,
        { payments: { nextDay: { due: 1, inTime: 2 } }, trainingsByQuarter: [1, 1, 1, 1, 1, 1] },
      ],
      [
        zhumadian.assessEvent,
        {
          claims: [
            { cover: "rescuer", facts: {}, loss: { medicalExpenses: "1" } },
            { cover: "massAccident", facts: {}, loss: { medicalExpenses: "2" } },
          ],
        },
      ],
      [
        zhumadian.assessEvent,
        {
          claims: [
            { cover: "rescuer", facts: insured },
            { cover: "rescuer", facts: { ...insured, occurredOn: "2019-12-02" } },
          ],
        },
      ],
      [luozhuang.premium, { line: "medicalSupplement", persons: 1, standard: "9.99", shares: 2, monthsInsured: 13 }],
      [luozhuang.medicalSupplementBenefit, { ...bill, totalExpenses: "1", inScopeExpenses: "2", basicPaid: "3" }],
      [
        luozhuang.medicalSupplementBenefit,
        { setting: "inpatient", place: "city", totalExpenses: "2", inScopeExpenses: "2", basicPaid: "1" },
      ],
      [
        luozhuang.medicalSupplementBenefit,
        { setting: "inpatient", place: "outsideCity", totalExpenses: "2", inScopeExpenses: "2", basicPaid: "1" },
      ],
      [
        luozhuang.medicalSupplementBenefit,
        {
          ...{ setting: "ordinaryOutpatient", place: "outsideCity", referral: "none" },
          ...{ totalExpenses: "2", inScopeExpenses: "2", basicPaid: "1", selfPaidInScopeBefore: "1" },
        },
      ],
      [
        luozhuang.assessClaim,
        {
          ...{ cover: "accident", facts: {}, loss: { death: true } },
          dates: { claimReceivedOn: "2020-06-01", advancedOn: "2020-05-31" },
        },
      ],
      [luozhuang.accidentBenefit, {}],
      [luozhuang.accidentBenefit, { death: true, disabilityPaidToDate: "1" }],
      [
        luozhuang.settle,
        {
          insuranceLines: [
            { line: "accident", premium: "1", claims: "1" },
            { line: "accident", premium: "1", claims: "1" },
          ],
        },
      ],
      [
        lishui.supplementaryMedicalBenefit,
        {
          selfPaidToDate: "1",
          schedule: [
            { upTo: "2", rate: "0.5" },
            { upTo: "1", rate: "0.6" },
          ],
          limit: "100001",
        },
      ],
      [lishui.supplementaryMedicalBenefit, { selfPaidToDate: "1", schedule: [{ rate: "0.5" }, { rate: "0.4" }] }],
      [lishui.subsidyBudget, { rows: [] }],
      [
        lishui.contractTerms,
        {
          benefit: { schedule: [{ rate: "0.5" }], limit: "100001" },
          settlement: { corridor: { profitLimit: "0.05", lossLimit: "0.05" } },
        },
      ],
    ];
    const text = attempts.flatMap(([rule, input]) => {
      const outcome = rule.safe(input);
      const said = outcome.ok ? outcome.value : outcome.error;
      return [`== ${rule.id}`, explain(said), "--", explain(said, { locale: "en" }), ""];
    });
    await expect(text.join("\n")).toMatchFileSnapshot("refusals.conflicts.txt");
  });

  it("of terms that contradict each other, or go below a floor", async () => {
    const attempts: readonly (readonly [policy: AnyPolicy, terms: object])[] = [
      [chongqing.policy, { first: { from: "2021-11-01" } }],
      [chongqing.policy, { studentCriticalIllness: { minimumAge: 23 } }],
      [chongqing.policy, { settlement: { refundBelow: "0.91" } }],
      [chongqing.policy, { settlement: { sharedTo: "0.89" } }],
      [zhumadian.policy, { insured: { cityCode: "4116" } }],
      [zhumadian.policy, { insured: { contractYears: 0 } }],
      [zhumadian.policy, { disabilityScale: ["0.1", "0.2"] }],
      [zhumadian.policy, { hardshipIllness: { limitAbove: "499.99" } }],
      [zhumadian.policy, { deadlines: { step: "100000.01" } }],
      [zhumadian.policy, { deadlines: { hardshipFile: 2 } }],
      [zhumadian.policy, { tasks: { publicity: { until: "2019-05" } } }],
      [zhumadian.policy, { tasks: { items: 18 } }],
      [zhumadian.policy, { targets: { meetings: 29, awarenessRate: "0.69" } }],
      [luozhuang.policy, { period: { to: "2019-12-31" } }],
      [luozhuang.policy, { medicalSupplement: { annualLimit: "449999.99" }, accident: { death: "1" } }],
      [lishui.policy, { households: { categories: ["none"] } }],
      [lishui.policy, { verification: { years: 0 } }],
      [lishui.policy, { supplementaryMedical: { limit: "100000.01" } }],
      [
        chongqing.policy,
        {
          first: { from: "x" },
          accident: { death: "x" },
          x: 1,
          majorIllness: { tiers: [{ upTo: "2", rate: "2" }, { rate: "1" }] },
        },
      ],
    ];
    const text = attempts.flatMap(([policy, terms]) => [
      `== ${policy.id} ${JSON.stringify(terms)}`,
      ...refusal(() => amend(policy, { terms }).id),
      "",
    ]);
    await expect(text.join("\n")).toMatchFileSnapshot("refusals.terms.txt");
  });

  it("of options and of the core's functions", async () => {
    const rule = chongqing.accidentBenefit;
    const notice = chinaHolidayNotices[0];
    const attempts: Readonly<Record<string, () => unknown>> = {
      "options 7": () => rule({ death: true }, 7 as never),
      "options unknown": () => rule({ death: true }, { reading: {}, policy: {}, calendar: {}, readings: 7 } as never),
      "readings unknown": () => rule({ death: true }, { readings: { x: "both", deathAfterDisability: "x" } } as never),
      "input 7": () => rule(7 as never),
      "cover none": () => chongqing.assessClaim({} as never),
      "a getter that throws": () =>
        rule(
          Object.defineProperty({}, "death", {
            enumerable: true,
            get: () => {
              throw new Error("x");
            },
          }),
        ),
      "yuan x": () => yuan("x"),
      "yuan 1.234": () => yuan("1.234"),
      "yuan too large": () => yuan("99999999999999"),
      "yuan + 1": () => (yuan("1") as unknown as number) + 1,
      "rate > rate": () => (rate("0.5") as unknown as number) > (rate("0.4") as unknown as number),
      "fen 0.5": () => fen(0.5),
      "rate x": () => rate("x"),
      "rate too long": () => rate("0.1234567890123456"),
      "percent x": () => percent("x"),
      "allocate nothing": () => yuan("1").allocate([]),
      "tiers none": () => tiers([]),
      "tiers wrong": () => tiers([{ rate: percent("50") }, { upTo: yuan("0"), rate: rate("2") }]),
      "addDays x": () => addDays("x", 1),
      "addDays 0.5": () => addDays("2021-01-01", 0.5),
      "addMonths too far": () => addMonths("9999-12-01", 1),
      "ageOn before birth": () => ageOn("2021-01-02", "2021-01-01"),
      "isWorkingDay 2016": () => isWorkingDay("2016-12-31"),
      "isWorkingDay x": () => isWorkingDay("x"),
      "addWorkingDays -1": () => addWorkingDays("2021-01-01", -1),
      "addWorkingDays too far": () => addWorkingDays("2026-12-31", 1),
      "workingDaysBetween backwards": () => workingDaysBetween("2021-01-02", "2021-01-01"),
      "periodEnd -1": () => periodEnd("2021-01-01", -1, "month"),
      "periodEnd in weeks": () => periodEnd("2021-01-01", 1, "week" as never),
      "policiesOn x": () => policiesOn("x"),
      "disabilityRate 11": () => disabilityRate(11),
      "combinedDisabilityGrade none": () => combinedDisabilityGrade([]),
      "describe another cover": () => fieldsOf(chongqing.assessClaim, { cover: "大病" }),
      "isDesignated 7": () => luozhuang.isDesignated(7 as never),
      "explain 7": () => explain(7 as never),
      "explain fr": () => explain(rule({ death: true }), { locale: "fr" as never }),
      "revive another result": () => revive(rule, { amount: 1, x: 1 } as never),
      "calendar none": () => createWorkCalendar([]),
      "calendar x": () => createWorkCalendar("x" as never),
      "calendar with a gap": () => createWorkCalendar(chinaHolidayNotices.filter(({ year }) => year !== 2019)),
      "calendar out of its year": () =>
        notice && createWorkCalendar([{ ...notice, holidays: [{ name: "x", from: "2018-01-01", to: "2018-01-02" }] }]),
      "calendar with a wrong make-up day": () =>
        notice && createWorkCalendar([{ ...notice, makeUpWorkdays: ["2017-01-04"] }]),
    };
    const text = Object.entries(attempts).flatMap(([name, attempt]) => [`== ${name}`, ...refusal(attempt), ""]);
    await expect(text.join("\n")).toMatchFileSnapshot("refusals.core.txt");
  });
});

describe("what is carried in, and what the sheets are told", () => {
  it("the notices on public holidays", async () => {
    await expect(noticeList(chinaHolidayNotices)).toMatchFileSnapshot("holidays.txt");
  });

  it("the functions of the sheets", async () => {
    await expect(functionList()).toMatchFileSnapshot("sheets.txt");
  });
});
