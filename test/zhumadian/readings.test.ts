import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { zhumadian } from "huimin-rules";

/*
 * What each reading moves, in yuan or days: computed here, and shown by the two tables of docs/zhumadian.md.
 */

const { assessClaim, assessEvent, claimDeadlines, policy, settle } = zhumadian;

type Readings = NonNullable<NonNullable<Parameters<typeof assessClaim>[1]>["readings"]>;

const registered = { registeredDivision: "411721", livesInCity: true, contractStartsOn: "2019-06-15" } as const;
const person = { ...registered, occurredOn: "2019-12-01" } as const;
const ill = { ...registered, inpatient: true, listedDisease: true, insuranceSettled: true } as const;
const stay = { admittedOn: "2019-12-01", dischargedOn: "2019-12-20" } as const;
const rescuer = {
  cover: "rescuer",
  facts: { ...person, rescuingOnScene: true },
  loss: { medicalExpenses: "800" },
} as const;
const brave = { ...person, occurredInCity: true, recognisedInCity: true, recognisedByCounty: true } as const;

/** What is payable for a claim. */
const pays = (claim: Parameters<typeof assessClaim>[0]) => (readings: Readings) =>
  String(assessClaim(claim, { readings }).payable);
const illness = (facts: object, loss: object) =>
  pays({ cover: "hardshipIllness", facts: { ...ill, ...facts }, loss } as never);
const inHardship = { ...stay, group: "severelyDisabled" };

/** By when an amount must be paid. */
const dueOn = (input: Parameters<typeof claimDeadlines>[0]) => (readings: Readings) =>
  claimDeadlines(input, { readings }).deadlines.at(-1)?.dueOn;

const moves: Readonly<Record<keyof typeof policy.readings, (readings: Readings) => string | undefined>> = {
  hardshipAboveThousand: illness(inHardship, { eligibleExpenses: "1000.01" }),
  exactlyOneThousand: illness(inHardship, { eligibleExpenses: "1000" }),
  hardshipSpan: illness(inHardship, { eligibleExpenses: "600", eligibleExpensesBefore: "600", paidToDate: "300" }),
  stayDay: illness(
    { group: "severelyDisabled", admittedOn: "2019-06-14", dischargedOn: "2019-06-20" },
    { eligibleExpenses: "1840.50" },
  ),
  hardshipGroups: illness({ ...stay, group: "orphan" }, { eligibleExpenses: "1840.50" }),
  goodSamaritanAward: pays({ cover: "goodSamaritan", facts: brave, loss: { death: true } }),
  unhurtHero: pays({ cover: "goodSamaritan", facts: brave, loss: { unhurt: true } }),
  disabilityWithoutScale: pays({ ...rescuer, loss: { disabilityGrade: 7 } }),
  propertyAlone: pays({
    cover: "naturalDisaster",
    facts: { ...person, peril: "hail", householdCasualty: false },
    loss: { propertyLoss: "1500" },
  }),
  fundPayments: pays({
    cover: "trafficAccident",
    facts: { ...person, occurredInCity: true, injury: "death", hitAndRun: true, handledByAssistanceFund: true },
    loss: { death: true, paidByAssistanceFund: "20000" },
  }),
  // Which events used up the limit is for a ledger to say: of an earlier event's 4 000 those of the same span.
  limitSpan: (readings) =>
    pays({
      ...rescuer,
      loss: { medicalExpenses: "4000", medicalPaidBefore: readings.limitSpan === "perYear" ? "4000" : "0" },
    })(readings),
  multipleCovers: (readings) => {
    const facts = { ...person, peril: "flood" } as const;
    const flood = { cover: "naturalDisaster", facts, loss: { medicalExpenses: "800", propertyLoss: "3000" } } as const;
    return String(assessEvent({ claims: [rescuer, flood] }, { readings }).payable);
  },
  residence: pays({ ...rescuer, facts: { ...rescuer.facts, livesInCity: false } }),
  personScope: pays({
    cover: "massAccident",
    facts: { ...person, registeredDivision: "410102", occurredInCity: true, suddenMassAccident: true },
    loss: { death: true },
  }),
  placeOfDeed: pays({ cover: "goodSamaritan", facts: { ...brave, occurredInCity: false }, loss: { unhurt: true } }),
  contractEnds: pays({ ...rescuer, facts: { ...rescuer.facts, occurredOn: "2020-06-15" } }),
  exactlyTenThousand: dueOn({ amount: "10000", documentsCompleteOn: "2019-09-29" }),
  nextDay: dueOn({ amount: "800", documentsCompleteOn: "2019-09-30", hardshipIllness: true }),
  sameDay: (readings) =>
    assessClaim(
      {
        ...rescuer,
        facts: { ...rescuer.facts, group: "severelyDisabled" },
        dates: { documentsCompleteOn: "2019-12-31" },
      },
      { readings },
    ).deadlines.at(-1)?.dueOn,
  refundOfSurplus: (readings) => String(settle({ premium: "100", claims: "70" }, { readings }).refund),
  insurerShareOfExcess: (readings) => String(settle({ premium: "100", claims: "115" }, { readings }).supplement),
  ageReachedOn: pays({
    cover: "minorDrowning",
    facts: { ...person, occurredInCity: true, birthDate: "2001-12-01", recognisedByGovernment: true },
  }),
};

/** The five columns of a table of readings, and what stands outside it on either side. */
const columns = 7;

/** What stands in the tables of the page: for each reading its choices with what comes of them. */
const page = readFileSync(new URL("../../docs/zhumadian.md", import.meta.url), "utf8");
const rows = page
  .split("\n")
  .filter((row) => /^\| `\w+` +\|/.test(row))
  .map((row) => row.split("|").map((cell) => cell.trim().replaceAll("*", "")))
  .filter(({ length }) => length === columns);
const shown = (name: string) => rows.filter(([, first]) => first === `\`${name}\``).map((cells) => cells.at(-2));

describe("what each reading moves", () => {
  it.each(Object.entries(moves))("%s: as the page shows in both languages", (name, outcome) => {
    const reading = policy.readings[name as keyof typeof policy.readings];
    const choices = [reading.default, ...Object.keys(reading.choices).filter((choice) => choice !== reading.default)];
    const came = choices.map((choice) => outcome({ [name]: choice }));
    expect(new Set(came).size).toBeGreaterThan(1);
    const cell = choices.map((choice, index) => `\`${choice}\` ${came[index] ?? ""}`).join("; ");
    expect(shown(name)).toEqual([cell, cell]);
  });

  it("the page explains every reading, and no other", () => {
    const names = Object.keys(policy.readings);
    expect(rows.map(([, first]) => first)).toEqual([...names, ...names].map((name) => `\`${name}\``));
  });
});
