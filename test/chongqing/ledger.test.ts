import fc, { type Command } from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementFrom, amend, chongqing, explain, fen, yuan, type Options } from "huimin-rules";
import { law } from "../law.js";
import { ledgerLaws, rowsOf } from "../ledger-laws.js";

const { assessPerson, policy } = chongqing;

type Row = chongqing.ChongqingRow;
type Person = chongqing.PersonInput;
type Choices = NonNullable<Options<typeof policy>["readings"]>;

const stay = { inpatient: true, causedByIllness: true, settledOneStop: true };
const both = [{ from: "2020-11-01" }, { from: "2021-11-01" }];

const bill = (
  id: string,
  occurredOn: string,
  outOfCatalogue: string,
  more: Partial<chongqing.MajorIllnessRow> = {},
): Row => ({
  id,
  cover: "majorIllness",
  facts: { ...stay, occurredOn },
  loss: { outOfCatalogue },
  ...more,
});
const accident = (
  id: string,
  occurredOn: string,
  loss: chongqing.AccidentRow["loss"],
  more: Partial<chongqing.AccidentRow> & { called?: string } = {},
): Row => {
  const { called, ...rest } = more;
  return {
    id,
    cover: "accident",
    facts: { occurredOn, accidental: true, ...(called !== undefined && { accident: called }) },
    loss,
    ...rest,
  };
};
const illnessDeath = (id: string, occurredOn: string, more: Partial<chongqing.IllnessDeathRow> = {}): Row => ({
  id,
  cover: "illnessDeath",
  facts: { occurredOn, diedOfIllness: true },
  ...more,
});
const grant = (id: string, occurredOn: string, level: "juniorCollege" | "bachelor" | "postgraduate"): Row => ({
  id,
  cover: "educationGrant",
  facts: {
    occurredOn,
    exam: level === "postgraduate" ? "postgraduateEntrance" : "collegeEntrance",
    fullTime: true,
    enteredInAdmissionYear: true,
  },
  loss: { level },
});
const diagnosis = (id: string, diagnosedOn: string, disease: "malignantTumor" | "paralysis" | "other"): Row => ({
  id,
  cover: "studentCriticalIllness",
  facts: { diagnosedOn, student: true, firstDiagnosis: true, disease },
});

const year = (claims: readonly Row[], person: Partial<Person> = {}): Person => ({
  person: "P1",
  enrolments: both,
  birthDate: "2005-01-01",
  ...person,
  claims,
});
/** What each row adds, as `id entitled`, and what is left of each limit, as `term from left`. */
const told = (claims: readonly Row[], readings: Choices = {}, person: Partial<Person> = {}) => {
  const { entries, accounts } = assessPerson(year(claims, person), { readings });
  return {
    entries: entries.map(({ id, entitled }) => `${id} ${String(entitled)}`),
    left: accounts.map(({ term, from, left }) => `${term} ${from} ${String(left)}`),
  };
};

describe("三(二) the year's bills", () => {
  it("eight bills, a late one and an overpayment, by hand", () => {
    // To date: 2 000, 3 000, 3 000.04 → 0.01; 13 000 → 2 500; 53 000 → 14 500; 63 000 → 18 000; 463 000 → 150 000 of 158 000; none.
    const claims = [
      bill("b1", "2021-01-05", "2000"),
      bill("b2", "2021-01-20", "1000"),
      bill("b3", "2021-02-02", "0.04"),
      bill("b4", "2021-03-01", "9999.96", { paid: "2600" }),
      bill("b5", "2021-04-01", "40000", { paid: "12000" }),
      bill("b7", "2021-06-01", "400000"),
      bill("b8", "2021-07-01", "100"),
      bill("b6", "2021-05-01", "10000"),
    ];
    const { entries, due, overpaid, entitled, paid, accounts } = assessPerson(year(claims));
    expect(entries.map((each) => [each.id, each.entitled, each.due, each.overpaid].map(String))).toEqual([
      ["b1", "0.00", "0.00", "0.00"],
      ["b2", "0.00", "0.00", "0.00"],
      ["b3", "0.01", "0.01", "0.00"],
      ["b4", "2499.99", "0.00", "100.01"],
      ["b5", "12000.00", "0.00", "0.00"],
      ["b6", "3500.00", "3500.00", "0.00"],
      ["b7", "132000.00", "132000.00", "0.00"],
      ["b8", "0.00", "0.00", "0.00"],
    ]);
    expect([entitled, paid, due, overpaid].map(String)).toEqual(["150000.00", "14600.00", "135500.01", "100.01"]);
    expect(accounts.map(({ used, left }) => [used, left].map(String))).toEqual([["150000.00", "0.00"]]);
  });

  it.each([
    ["2999.99", "0.00"],
    ["3000.00", "0.00"],
    ["3000.02", "0.01"],
    ["13000.00", "2500.00"],
  ])("the deductible comes off the window once: 0.00 and %s give %s", (amount, entitled) => {
    expect(told([bill("a", "2021-01-01", "0"), bill("b", "2021-02-01", amount)]).entries).toEqual([
      "a 0.00",
      `b ${entitled}`,
    ]);
  });

  it.each<[string, Choices, string[], string[]]>([
    ["2021-10-31", {}, ["a 2500.00", "b 300.00"], ["annualLimit 2020-11-01 147200.00"]],
    [
      "2021-11-01",
      {},
      ["a 2500.00", "b 0.00"],
      ["annualLimit 2020-11-01 147500.00", "annualLimit 2021-11-01 150000.00"],
    ],
    [
      "2021-12-31",
      { yearOfAccumulation: "calendarYear" },
      ["a 2500.00", "b 300.00"],
      ["annualLimit 2021-01-01 147200.00"],
    ],
  ])("a year ends with its window: a bill of %s (%o)", (on, readings, entries, left) => {
    expect(told([bill("a", "2021-01-01", "13000"), bill("b", on, "1000")], readings)).toEqual({ entries, left });
  });

  it("a calendar year is clipped to the programme", () => {
    const { accounts } = assessPerson(year([bill("a", "2020-12-31", "4000"), bill("b", "2021-12-31", "4000")]), {
      readings: { yearOfAccumulation: "calendarYear" },
    });
    expect(accounts.map(({ from, to }) => [from, to])).toEqual([
      ["2020-11-01", "2020-12-31"],
      ["2021-01-01", "2021-12-31"],
    ]);
  });

  it("the day of discharge decides on order and window, where it is to", () => {
    const crossing = bill("a", "2021-10-30", "13000");
    const claims = [
      { ...crossing, facts: { ...crossing.facts, dischargedOn: "2021-11-02" } } as Row,
      bill("b", "2021-10-31", "1"),
    ];
    expect(assessPerson(year(claims)).entries.map(({ id, on }) => [id, on])).toEqual([
      ["a", "2021-10-30"],
      ["b", "2021-10-31"],
    ]);
    const { entries } = assessPerson(year(claims), { readings: { dayOfStay: "discharge" } });
    // The other bill does not tell its day of discharge: it comes last and stays open.
    expect(entries.map(({ id, on, entitled }) => [id, on, entitled && String(entitled)])).toEqual([
      ["a", "2021-11-02", "2500.00"],
      ["b", null, null],
    ]);
  });

  it("limits shrink in the second period by reading, in the account too", () => {
    const { accounts } = assessPerson(
      year([
        bill("a", "2021-11-05", "600"),
        accident("b", "2021-11-06", { disabilityGrade: 10, medicalSelfPaid: "900" }),
      ]),
      { readings: { shortPeriodLimits: "proRata" } },
    );
    expect(accounts.map(({ term, limit, used }) => [term, String(limit), String(used)])).toEqual([
      ["disability", "5000.00", "500.00"],
      ["medicalLimit", "833.33", "833.33"],
      ["annualLimit", "25000.00", "25.00"],
    ]);
  });
});

describe("二 enrolments", () => {
  const enrolled = (enrolments: Person["enrolments"], on: string, readings: Choices = {}) =>
    told([bill("a", on, "13000")], readings, { enrolments }).entries;

  it.each<[string, Person["enrolments"], string, Choices, string]>([
    ["the day before the enrolment", [{ from: "2021-02-01" }], "2021-01-31", {}, "0.00"],
    ["the day of the enrolment", [{ from: "2021-02-01" }], "2021-02-01", {}, "2500.00"],
    ["the last day of the enrolment", [{ from: "2020-11-01", to: "2021-02-01" }], "2021-02-01", {}, "2500.00"],
    ["the day after the last", [{ from: "2020-11-01", to: "2021-02-01" }], "2021-02-02", {}, "0.00"],
    [
      "between two enrolments",
      [{ from: "2020-11-01", to: "2021-02-01" }, { from: "2021-04-01" }],
      "2021-03-01",
      {},
      "0.00",
    ],
    ["no enrolment at all", [], "2021-03-01", {}, "0.00"],
    ["the second period under the first's enrolment", [{ from: "2020-11-01" }], "2021-11-01", {}, "0.00"],
    ["the same, carried over", [{ from: "2020-11-01" }], "2021-11-01", { carriedEnrolment: "carried" }, "2500.00"],
  ])("%s", (_, enrolments, on, readings, entitled) => {
    expect(enrolled(enrolments, on, readings)).toEqual([`a ${entitled}`]);
  });

  it("someone without an enrolment is not enrolled, even while the day is not known", () => {
    const undated: Row = { id: "a", cover: "majorIllness", facts: stay, loss: { outOfCatalogue: "1" } };
    expect(assessPerson(year([undated], { enrolments: [] })).entries[0]?.assessment.eligibility.unmet).toEqual([
      "enrolled",
    ]);
    expect(assessPerson(year([undated])).pending).toEqual(["a"]);
  });
});

describe("三(一) accidents", () => {
  it("one accident regraded adds what the new grade gives more; a lighter grade adds nothing", () => {
    const crash = { called: "crash" };
    const claims = (grades: number[]) =>
      grades.map((disabilityGrade, index) => accident(`a${index}`, "2021-02-10", { disabilityGrade }, crash));
    expect(told(claims([7, 5, 9])).entries).toEqual(["a0 12000.00", "a1 6000.00", "a2 0.00"]);
    expect(told(claims([5, 9, 4])).entries).toEqual(["a0 18000.00", "a1 0.00", "a2 3000.00"]);
  });

  it.each<[string, Choices, string[]]>([
    ["both", {}, ["a 12000.00", "b 2000.00"]],
    ["higher", { deathAfterDisability: "higher" }, ["a 12000.00", "b 0.00"]],
    ["deathOnly", { deathAfterDisability: "deathOnly" }, ["a 12000.00", "b 0.00"]],
  ])("a death after the disability: %s", (_, readings, entries) => {
    expect(
      told(
        [accident("a", "2021-02-10", { disabilityGrade: 7 }), accident("b", "2021-02-10", { death: true })],
        readings,
      ).entries,
    ).toEqual(entries);
  });

  it.each<[string, Choices, string[], string]>([
    ["both", {}, ["a 2000.00", "b 12000.00"], "18000.00"],
    ["higher", { deathAfterDisability: "higher" }, ["a 2000.00", "b 10000.00"], "18000.00"],
    ["deathOnly", { deathAfterDisability: "deathOnly" }, ["a 2000.00", "b 0.00"], "30000.00"],
  ])("the death first, then the disability of the same accident: %s", (_, readings, entries, left) => {
    const result = told(
      [accident("a", "2021-02-10", { death: true }), accident("b", "2021-02-10", { disabilityGrade: 7 })],
      readings,
    );
    expect(result).toEqual({ entries, left: [`disability 2020-11-01 ${left}`] });
  });

  it("a death that is stated twice is paid once", () => {
    expect(
      told([
        accident("a", "2021-02-10", { death: true }),
        accident("b", "2021-02-10", { death: true, medicalSelfPaid: "100" }),
        illnessDeath("c", "2021-02-10"),
      ]).entries,
    ).toEqual(["a 2000.00", "b 100.00", "c 0.00"]);
  });

  it("limits of a period, or of each accident", () => {
    const claims = [
      accident("a", "2021-02-10", { medicalSelfPaid: "4000", disabilityGrade: 3 }),
      accident("b", "2021-03-10", { medicalSelfPaid: "4000", disabilityGrade: 3 }, { called: "fall" }),
    ];
    expect(told(claims)).toEqual({
      entries: ["a 28000.00", "b 7000.00"],
      left: ["disability 2020-11-01 0.00", "medicalLimit 2020-11-01 0.00"],
    });
    expect(told(claims, { accidentLimits: "perAccident" })).toEqual({
      entries: ["a 28000.00", "b 28000.00"],
      left: [
        "disability 2021-02-10 6000.00",
        "medicalLimit 2021-02-10 1000.00",
        "disability 2021-03-10 6000.00",
        "medicalLimit 2021-03-10 1000.00",
      ],
    });
    const { accounts } = assessPerson(year(claims), { readings: { accidentLimits: "perAccident" } });
    expect(accounts.map(({ name, from, to }) => [name, from, to])).toEqual([
      [undefined, "2021-02-10", "2021-02-10"],
      [undefined, "2021-02-10", "2021-02-10"],
      ["fall", "2021-03-10", "2021-03-10"],
      ["fall", "2021-03-10", "2021-03-10"],
    ]);
  });

  it("a row without a name is no part of a named accident", () => {
    const claims = [
      accident("a", "2021-02-10", { disabilityGrade: 7 }),
      accident("b", "2021-02-10", { disabilityGrade: 5 }, { called: "fall" }),
      accident("c", "2021-02-10", { disabilityGrade: 5 }),
    ];
    expect(told(claims).entries).toEqual(["a 12000.00", "b 18000.00", "c 0.00"]);
    expect(told(claims, { accidentLimits: "perAccident" }).entries).toEqual(["a 12000.00", "b 18000.00", "c 6000.00"]);
  });
});

describe("三(三) nothing happens after a death", () => {
  const after = (on: string, more: Partial<chongqing.IllnessDeathRow> = {}) =>
    assessPerson(year([illnessDeath("d", "2021-03-10", more), bill("x", on, "13000")])).entries.find(
      ({ id }) => id === "x",
    );

  it.each([
    ["2021-03-09", "2500.00"],
    ["2021-03-10", "2500.00"],
    ["2021-03-11", "0.00"],
  ])("a bill of %s", (on, entitled) => {
    expect(String(after(on)?.entitled)).toBe(entitled);
  });

  it("the check says which row states the death, and that another day of death would change it", () => {
    const { checks = [], unmet } = after("2021-03-11")?.assessment.eligibility ?? {};
    expect(unmet).toEqual(["alive"]);
    expect(checks.at(-1)).toEqual({
      code: "alive",
      outcome: "unmet",
      clause: { document: "渝民〔2020〕238号", path: "三" },
      missing: ["diedOn"],
      text: {
        zh: "事件发生时在世：不符合（理赔“d”：2021-03-10身故；另有身故日期的，请在该笔填写）",
        en: 'Alive when it happened: not met (claim "d": died on 2021-03-10; if on another day, state it there)',
      },
    });
  });

  it("a later day of death covers what lies before it, and is asked no more", () => {
    expect(String(after("2021-03-12", { diedOn: "2021-03-12" })?.entitled)).toBe("2500.00");
    const late = after("2021-03-13", { diedOn: "2021-03-12" });
    expect([String(late?.entitled), late?.assessment.eligibility.checks.at(-1)?.missing]).toEqual(["0.00", []]);
  });

  it("of two deaths the earlier stands, by day of death, then by id", () => {
    const claims = [
      accident("a", "2021-03-01", { death: true, medicalSelfPaid: "900" }, { diedOn: "2021-03-20" }),
      illnessDeath("b", "2021-03-15"),
      illnessDeath("c", "2021-03-15"),
    ];
    expect(told(claims).entries).toEqual(["a 0.00", "b 2000.00", "c 0.00"]);
  });

  it("a death that was not covered, or was withdrawn, stops nothing", () => {
    const facts = { occurredOn: "2021-03-10", diedOfIllness: false };
    const claims = [illnessDeath("d", "2021-03-10", { facts }), illnessDeath("w", "2021-03-10", { withdrawn: true })];
    expect(told([...claims, bill("x", "2021-03-11", "13000")]).entries).toEqual(["d 0.00", "w 0.00", "x 2500.00"]);
  });

  it("while a death is open, what lies after it is provisional", () => {
    const open = illnessDeath("d", "2021-03-10", { facts: { occurredOn: "2021-03-10" } });
    const { entries, pending } = assessPerson(
      year([open, bill("x", "2021-03-10", "13000"), bill("y", "2021-03-11", "1000")]),
    );
    expect(entries.map(({ id, provisional }) => [id, provisional])).toEqual([
      ["d", undefined],
      ["x", undefined],
      ["y", true],
    ]);
    expect(pending).toEqual(["d"]);
  });
});

describe("三(四) and 三(五) once", () => {
  it("the student cover pays once", () => {
    const claims = [diagnosis("a", "2021-02-01", "malignantTumor"), diagnosis("b", "2021-03-01", "paralysis")];
    expect(told(claims).entries).toEqual(["a 10000.00", "b 0.00"]);
    expect(told([...claims].slice(1), {}, { opening: { compensated: true } }).entries).toEqual(["b 0.00"]);
  });

  it("a listed disease that was diagnosed before counts where any of them is the first", () => {
    // Refused, for no student is meant: it was diagnosed all the same.
    const first = diagnosis("a", "2021-02-01", "malignantTumor");
    const refused = { ...first, facts: { ...first.facts, student: false } } as Row;
    const claims = (disease: "malignantTumor" | "other") => [
      { ...refused, facts: { ...refused.facts, disease } } as Row,
      diagnosis("b", "2021-03-01", "paralysis"),
    ];
    expect(told(claims("malignantTumor")).entries).toEqual(["a 0.00", "b 10000.00"]);
    expect(told(claims("malignantTumor"), { firstOf: "anyListed" }).entries).toEqual(["a 0.00", "b 0.00"]);
    expect(told(claims("other"), { firstOf: "anyListed" }).entries).toEqual(["a 0.00", "b 10000.00"]);
  });

  it.each<[string, Row, Choices, string]>([
    ["the same year and level", grant("b", "2021-09-05", "bachelor"), {}, "0.00"],
    ["another level", grant("b", "2021-09-05", "juniorCollege"), {}, "2000.00"],
    ["another level, one for a person", grant("b", "2021-09-05", "juniorCollege"), { grantOnce: "perPerson" }, "0.00"],
  ])("a grant after one of 2021 for a bachelor's course: %s", (_, second, readings, entitled) => {
    expect(told([grant("a", "2021-09-01", "bachelor"), second], readings).entries).toEqual([
      "a 3000.00",
      `b ${entitled}`,
    ]);
  });

  it("a grant of the opening is an earlier grant", () => {
    const opening = { grants: [{ level: "bachelor" as const, year: 2021 }] };
    expect(told([grant("a", "2021-09-01", "bachelor")], {}, { opening }).entries).toEqual(["a 0.00"]);
    expect(told([grant("a", "2020-11-05", "bachelor")], {}, { opening }).entries).toEqual(["a 3000.00"]);
  });

  it.each<[string, Choices, true | undefined]>([
    ["bachelor", {}, true],
    ["juniorCollege", {}, undefined],
    ["juniorCollege", { grantOnce: "perPerson" }, true],
  ])(
    "while a grant for a bachelor's course is open, one for %s (%o) is provisional: %s",
    (level, readings, provisional) => {
      const first = grant("a", "2021-09-01", "bachelor");
      const open = { ...first, facts: { ...first.facts, fullTime: null } } as Row;
      const { entries } = assessPerson(year([open, grant("b", "2021-09-02", level as "bachelor")]), { readings });
      expect(entries.map((each) => each.provisional)).toEqual([undefined, provisional]);
    },
  );
});

describe("what happened before", () => {
  const opening = {
    majorIllness: { outOfCatalogue: "13000", entitled: "2500" },
    accident: { disability: "29000", medical: "4500" },
  };

  it("counts in the year of the first claim", () => {
    expect(told([bill("a", "2021-03-01", "1000"), bill("b", "2021-11-01", "4000")], {}, { opening })).toEqual({
      entries: ["a 300.00", "b 250.00"],
      left: [
        "disability 2020-11-01 1000.00",
        "medicalLimit 2020-11-01 500.00",
        "annualLimit 2020-11-01 147200.00",
        "annualLimit 2021-11-01 149750.00",
      ],
    });
  });

  it("of other accidents counts only for a limit of the period", () => {
    const care = [accident("a", "2021-03-01", { medicalSelfPaid: "900", disabilityGrade: 10 })];
    expect(told(care, {}, { opening }).entries).toEqual(["a 1500.00"]);
    expect(told(care, { accidentLimits: "perAccident" }, { opening }).entries).toEqual(["a 3900.00"]);
  });

  it("stands alone, where there is no claim: in the period of the first enrolment", () => {
    expect(told([], {}, { opening, enrolments: [{ from: "2021-11-01" }, { from: "2021-12-01" }] }).left).toEqual([
      "disability 2021-11-01 1000.00",
      "medicalLimit 2021-11-01 500.00",
      "annualLimit 2021-11-01 147500.00",
    ]);
  });

  it("is not what the person is entitled to by these claims", () => {
    expect(String(assessPerson(year([], { opening })).entitled)).toBe("0.00");
  });
});

describe("the four mistakes that a caller made who added up", () => {
  const issue = (claims: readonly unknown[]) => {
    const outcome = assessPerson.safe({ person: "P1", enrolments: both, claims });
    return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
  };
  const facts = { ...stay, occurredOn: "2021-03-02" };

  it.each([
    ["what was paid to date, left out or wrong", { paidToDate: "0" }, "paidToDate"],
    ["each bill for itself, or a total that is not one", { outOfCatalogueToDate: "58000" }, "outOfCatalogueToDate"],
  ])("%s: no field takes it", (_, loss, field) => {
    expect(issue([{ id: "a", cover: "majorIllness", facts, loss }])).toEqual([`claims.0.loss.${field} UNKNOWN_FIELD`]);
  });

  it("costs that are not covered do not count, wherever they stand", () => {
    const ineligible = bill("a", "2021-01-01", "100000", {
      facts: { ...stay, inpatient: false, occurredOn: "2021-01-01" },
    });
    expect(told([ineligible, bill("b", "2021-02-01", "4000")]).entries).toEqual(["a 0.00", "b 250.00"]);
  });

  it("a bill taken alone: the deductible comes off once, and the tiers run on", () => {
    const alone = [bill("a", "2021-01-01", "13000"), bill("b", "2021-02-01", "13000")];
    expect(told(alone).entries).toEqual(["a 2500.00", "b 3900.00"]);
  });

  it.each(["medicalPaidBefore", "disabilityPaidBefore", "disabilityPaidToDate", "period"])("%s is derived", (field) => {
    const loss = { medicalSelfPaid: "1", [field]: field === "period" ? "first" : "0" };
    const row = { id: "a", cover: "accident", facts: { occurredOn: "2021-03-02", accidental: true }, loss };
    expect(issue([row])).toEqual([`claims.0.loss.${field} UNKNOWN_FIELD`]);
  });

  it.each([
    ["majorIllness", "enrolledFrom", "2020-11-01"],
    ["studentCriticalIllness", "birthDate", "2005-01-01"],
    ["studentCriticalIllness", "compensatedBefore", false],
    ["studentCriticalIllness", "listedDiseaseBefore", false],
    ["educationGrant", "earlierGrant", "none"],
    ["illnessDeath", "enrolled", true],
  ])("%s: %s is the person's, or derived", (cover, field, value) => {
    expect(issue([{ id: "a", cover, facts: { [field]: value } }])).toEqual([`claims.0.facts.${field} UNKNOWN_FIELD`]);
  });
});

describe("what is refused", () => {
  const issues = (person: object) => {
    const outcome = assessPerson.safe({ person: "P1", enrolments: both, ...person });
    return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
  };

  it.each<[string, object, string[]]>([
    [
      "one id twice",
      { claims: [bill("a", "2021-01-01", "1"), bill("a", "2021-01-02", "1")] },
      ["claims.1.id CONFLICT"],
    ],
    [
      "one accident on two days",
      {
        claims: [
          accident("a", "2021-01-01", { death: true }, { called: "x" }),
          accident("b", "2021-01-02", { death: true }, { called: "x" }),
        ],
      },
      ["claims.1.facts CONFLICT"],
    ],
    [
      "a day of death without a death",
      { claims: [bill("a", "2021-01-01", "1", { diedOn: "2021-01-01" })] },
      ["claims.0.diedOn CONFLICT"],
    ],
    [
      "a death before the event",
      { claims: [illnessDeath("a", "2021-01-02", { diedOn: "2021-01-01" })] },
      ["claims.0.diedOn CONFLICT"],
    ],
    [
      "paid, but negative",
      { claims: [bill("a", "2021-01-01", "1", { paid: "-1" })] },
      ["claims.0.paid INVALID_AMOUNT"],
    ],
    [
      "an enrolment that ends before it begins",
      { enrolments: [{ from: "2021-01-02", to: "2021-01-01" }], claims: [] },
      ["enrolments.0.to CONFLICT"],
    ],
    [
      "a birth after the diagnosis",
      { birthDate: "2021-06-02", claims: [diagnosis("a", "2021-06-01", "paralysis")] },
      ["claims.0.facts.diagnosedOn CONFLICT", "enrolments CONFLICT"],
    ],
    [
      "a level that the exam does not lead to",
      { claims: [{ ...grant("a", "2021-09-01", "bachelor"), loss: { level: "postgraduate" } }] },
      ["claims.0.loss.level CONFLICT"],
    ],
    ["no claims field", {}, ["claims MISSING"]],
    ["no such cover", { claims: [{ id: "a", cover: "大病补充", facts: {} }] }, ["claims.0.cover UNKNOWN_CHOICE"]],
  ])("%s", (_, person, expected) => {
    expect(issues(person)).toEqual(expected);
  });

  it("an accident that was withdrawn may lie on any day", () => {
    expect(
      issues({
        claims: [
          accident("a", "2021-01-01", { death: true }, { called: "x" }),
          accident("b", "2021-01-02", { death: true }, { called: "x", withdrawn: true }),
        ],
      }),
    ).toEqual([]);
  });

  it("every problem is told at once, whatever else is bad", () => {
    expect(issues({ enrolments: undefined, claims: [bill("a", "2021-13-01", "x"), {}], persn: 1 })).toEqual([
      "enrolments MISSING",
      "claims.0.facts.occurredOn INVALID_DAY",
      "claims.0.loss.outOfCatalogue INVALID_AMOUNT",
      "claims.1.cover MISSING",
      "persn UNKNOWN_FIELD",
    ]);
  });
});

describe("an agreement", () => {
  const agreement = agreementFrom({
    id: "2021-example",
    title: { zh: "示例合同", en: "An example" },
    programme: "chongqing",
    document: "渝民〔2020〕238号",
    terms: { majorIllness: { annualLimit: "200000" } },
  });

  it("its limit is the account's, and the account says so", () => {
    const result = assessPerson(year([bill("a", "2021-01-01", "700000")]), { agreement });
    expect(result.accounts).toMatchObject([{ term: "annualLimit", limit: yuan("200000"), amended: agreement.title }]);
    expect(explain(result)).toContain("年度限额［示例合同］");
    expect(String(result.entitled)).toBe("200000.00");
  });

  it("as an amendment does", () => {
    const amended = amend(policy, { terms: { accident: { medicalLimit: "1" } } });
    const { accounts } = assessPerson(year([accident("a", "2021-01-01", { medicalSelfPaid: "2" })]), {
      policy: amended,
    });
    expect(accounts).toMatchObject([{ limit: yuan(1), used: yuan(1), left: yuan(0), amended: true }]);
  });
});

// Laws ------------------------------------------------------------------------------------------------------------------

const dayIn = fc.constantFrom(
  "2020-11-01",
  "2020-12-31",
  "2021-01-01",
  "2021-05-08",
  "2021-10-31",
  "2021-11-01",
  "2021-12-31",
);
const cents = fc.integer({ min: 0, max: 9_000_000 });
const amount = cents.map((each) => fen(each).toString());
const perhaps = fc.constantFrom(true, true, true, false, null);

const anyRow: fc.Arbitrary<Omit<Row, "id">> = fc.oneof(
  fc.record({ on: dayIn, inpatient: perhaps, outOfCatalogue: amount }).map(({ on, inpatient, outOfCatalogue }) => ({
    cover: "majorIllness" as const,
    facts: { ...stay, inpatient, occurredOn: on },
    loss: { outOfCatalogue },
  })),
  fc
    .record({
      on: dayIn,
      accidental: perhaps,
      disabilityGrade: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
      medicalSelfPaid: fc.option(amount, { nil: undefined }),
      death: fc.constantFrom(undefined, undefined, true),
      named: fc.boolean(),
    })
    .map(({ on, accidental, named, ...loss }) => ({
      cover: "accident" as const,
      // One name a day: rows of a name share the day.
      facts: { occurredOn: on, accidental, ...(named && { accident: `crash of ${on}` }) },
      loss,
    })),
  fc.record({ on: dayIn, diedOfIllness: perhaps }).map(({ on, diedOfIllness }) => ({
    cover: "illnessDeath" as const,
    facts: { occurredOn: on, diedOfIllness },
  })),
  fc
    .record({ on: dayIn, disease: fc.constantFrom("malignantTumor" as const, "paralysis" as const, "other" as const) })
    .map(({ on, disease }) => ({
      cover: "studentCriticalIllness" as const,
      facts: { diagnosedOn: on, student: true, firstDiagnosis: true, disease },
    })),
  fc
    .record({ on: dayIn, level: fc.constantFrom("juniorCollege" as const, "bachelor" as const) })
    .map(({ on, level }) => ({
      cover: "educationGrant" as const,
      facts: { occurredOn: on, exam: "collegeEntrance" as const, fullTime: true, enteredInAdmissionYear: true },
      loss: { level },
    })),
);
const anyRows = rowsOf(anyRow) as fc.Arbitrary<Row[]>;

const choicesOf = (name: keyof typeof policy.readings) =>
  fc.constantFrom(...Object.keys(policy.readings[name].choices));
const anyReadings = fc.record(
  {
    accidentLimits: choicesOf("accidentLimits"),
    deathAfterDisability: choicesOf("deathAfterDisability"),
    yearOfAccumulation: choicesOf("yearOfAccumulation"),
    carriedEnrolment: choicesOf("carriedEnrolment"),
    grantOnce: choicesOf("grantOnce"),
    firstOf: choicesOf("firstOf"),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Choices>;
const anyEnrolments = fc.constantFrom(
  both,
  [{ from: "2020-11-01" }],
  [{ from: "2021-02-01", to: "2021-10-31" }, { from: "2021-11-01" }],
);

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

describe("laws of a year", () => {
  const anyYear = fc.record({ readings: anyReadings, enrolments: anyEnrolments });
  ledgerLaws(
    assessPerson,
    (rows, { readings, enrolments }) => assessPerson(year(rows, { enrolments }), { readings }),
    anyRows,
    anyYear,
  );

  law("splitting a bill never changes the total", [cents, cents, cents], (before, one, other) => {
    const bills = (amounts: readonly number[]) =>
      amounts.map((each, index) => bill(`b${index}`, "2021-03-01", fen(each).toString()));
    const [split, whole] = [bills([before, one, other]), bills([before, one + other])].map((each) =>
      assessPerson(year(each)),
    );
    expect(split?.entitled.fen).toBe(whole?.entitled.fen);
  });
});

/** 三(二) on a year's total, in fen and by hand: tenths of a percent, half up. */
function supplement(total: number): number {
  const base = Math.max(total - 300_000, 0);
  const parts = [
    Math.min(base, 1_000_000) * 25,
    Math.min(Math.max(base - 1_000_000, 0), 4_000_000) * 30,
    Math.max(base - 5_000_000, 0) * 35,
  ];
  return Math.min(Math.floor((sum(parts) + 50) / 100), 15_000_000);
}
const isSecond = (on: string) => on >= "2021-11-01";

interface Filed {
  readonly on: string;
  readonly costs: number;
  readonly kind: "illness" | "care";
  readonly paid: number;
  readonly withdrawn: boolean;
}

/** A host's files: rows in whatever order they came. */
interface Desk {
  rows: Row[];
}
type Model = Map<string, Filed>;

const rowOf = (id: string, { kind, on, costs, paid, withdrawn }: Filed): Row => {
  const more = { paid: fen(paid), withdrawn };
  return kind === "illness"
    ? bill(id, on, fen(costs).toString(), more)
    : accident(id, on, { medicalSelfPaid: fen(costs) }, more);
};

/** What the year comes to by plain sums over the files. */
function expectYear(model: Model, { rows }: Desk): void {
  const { entries, entitled, paid, due, overpaid } = assessPerson(year(rows));
  const total = (kind: Filed["kind"], second: boolean) =>
    sum(
      [...model.values()]
        .filter((each) => each.kind === kind && !each.withdrawn && isSecond(each.on) === second)
        .map(({ costs }) => costs),
    );
  const expected = [false, true].flatMap((second) => [
    supplement(total("illness", second)),
    Math.min(total("care", second), 500_000),
  ]);
  expect(entitled.fen).toBe(sum(expected));
  expect(paid.fen).toBe(sum([...model.values()].map((each) => each.paid)));
  expect(due.fen - overpaid.fen).toBe(entitled.fen - paid.fen);
  expect(entries.map(({ id }) => id)).toEqual(
    [...model]
      .map(([id, { on }]) => `${on} ${id}`)
      .sort()
      .map((each) => each.slice("2021-01-01 ".length)),
  );
}

/** What a desk does to its files; the year is told anew after each. */
const command = (name: string, change: (model: Model, desk: Desk) => void): Command<Model, Desk> => ({
  check: () => true,
  run(model, desk) {
    change(model, desk);
    expectYear(model, desk);
  },
  toString: () => name,
});
const replace = (id: string, desk: Desk, filed: Filed) => {
  desk.rows = desk.rows.map((row) => (row.id === id ? rowOf(id, filed) : row));
};
const changed = (id: string, model: Model, desk: Desk, change: Partial<Filed>) => {
  const known = model.get(id);
  if (known === undefined) return;
  const filed = { ...known, ...change };
  model.set(id, filed);
  replace(id, desk, filed);
};

describe("a desk that files, pays, withdraws, corrects and reorders", () => {
  const id = fc.constantFrom("b1", "b2", "B10", "收据3", "a");
  const filed = fc.record({ on: dayIn, costs: cents, kind: fc.constantFrom("illness" as const, "care" as const) });
  const anyCommand = [
    fc.tuple(id, filed).map(([each, what]) =>
      command(`file ${each} ${JSON.stringify(what)}`, (model, desk) => {
        if (model.has(each)) return;
        const whole = { ...what, paid: 0, withdrawn: false };
        model.set(each, whole);
        desk.rows = [...desk.rows, rowOf(each, whole)];
      }),
    ),
    fc
      .tuple(id, cents)
      .map(([each, paid]) => command(`pay ${each} ${paid}`, (model, desk) => changed(each, model, desk, { paid }))),
    id.map((each) => command(`withdraw ${each}`, (model, desk) => changed(each, model, desk, { withdrawn: true }))),
    fc
      .tuple(id, filed)
      .map(([each, what]) =>
        command(`correct ${each} ${JSON.stringify(what)}`, (model, desk) => changed(each, model, desk, what)),
      ),
    fc.constant(
      command("reorder", (_, desk) => {
        desk.rows = [...desk.rows].reverse();
      }),
    ),
  ];

  it("finds no other state than the sums over its files", () => {
    fc.assert(
      fc.property(fc.commands(anyCommand, { maxCommands: 20 }), (commands) => {
        fc.modelRun(() => ({ model: new Map<string, Filed>(), real: { rows: [] } }), commands);
      }),
    );
  });
});
