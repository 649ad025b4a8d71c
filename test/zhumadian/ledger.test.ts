import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementFrom, fen, yuan, zhumadian, type Options } from "huimin-rules";
import { law } from "../law.js";
import { ledgerLaws, rowsOf } from "../ledger-laws.js";

const { assessPerson, policy } = zhumadian;

type Row = zhumadian.ZhumadianRow;
type Person = zhumadian.PersonInput;
type Choices = NonNullable<Options<typeof policy>["readings"]>;
type Cover = Row["cover"];

/** What each cover asks of a case that is covered. */
const covered = {
  goodSamaritan: { occurredInCity: true, recognisedByCounty: true },
  massAccident: { occurredInCity: true, suddenMassAccident: true },
  minorDrowning: { occurredInCity: true, recognisedByGovernment: true },
  naturalDisaster: { peril: "flood" },
  trafficAccident: { occurredInCity: true, injury: "death", hitAndRun: true, handledByAssistanceFund: true },
  rescuer: { rescuingOnScene: true },
  hardshipIllness: { inpatient: true, listedDisease: true, insuranceSettled: true },
  otherRecognised: { recognisedByGovernment: true },
} as const satisfies Record<Cover, object>;

const row = (id: string, cover: Cover, on: string, loss: object, facts: object = {}, more: object = {}): Row =>
  ({
    id,
    cover,
    facts: {
      ...covered[cover],
      ...(cover === "hardshipIllness" ? { admittedOn: on, dischargedOn: on } : { occurredOn: on }),
      ...facts,
    },
    loss,
    ...more,
  }) as Row;
const day = "2019-12-01";
const fire = { event: "fire" };

const year = (claims: readonly Row[], person: Partial<Person> = {}): Person => ({
  person: "P1",
  registeredDivision: "411721",
  contractStartsOn: "2019-06-15",
  birthDate: "2010-01-01",
  group: "severelyDisabled",
  ...person,
  claims,
});
const told = (claims: readonly Row[], readings: Choices = {}, person: Partial<Person> = {}) => {
  const { entries, accounts } = assessPerson(year(claims, person), { readings });
  return {
    entries: entries.map(({ id, entitled }) => `${id} ${String(entitled)}`),
    left: accounts.map(({ cover, term, left }) => `${cover} ${term} ${String(left)}`),
  };
};
const issues = (claims: readonly object[], person: object = {}) => {
  const outcome = assessPerson.safe({ ...year([]), ...person, claims });
  return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
};
const perEvent: Choices = { limitSpan: "perEvent" };

describe("三 one event of one cover", () => {
  it("regraded, it adds what the new grade gives more; death takes in the disability", () => {
    const claims = [
      row("a", "rescuer", day, { disabilityGrade: 7 }, fire),
      row("b", "rescuer", day, { disabilityGrade: 5 }, fire),
      row("c", "rescuer", day, { disabilityGrade: 9 }, fire),
      row("d", "rescuer", day, { death: true }, fire),
    ];
    expect(told(claims)).toEqual({
      entries: ["a 20000.00", "b 10000.00", "c 0.00", "d 20000.00"],
      left: ["rescuer casualtyLimit 0.00"],
    });
  });

  it.each([
    ["4999.98", "b 0.01"],
    ["4999.99", "b 0.01"],
    ["5000.00", "b 0.00"],
  ])("its bills add up to the limit: %s and a fen", (first, second) => {
    const claims = [
      row("a", "rescuer", day, { medicalExpenses: first }, fire),
      row("b", "rescuer", day, { medicalExpenses: "0.01" }, fire),
    ];
    expect(told(claims).entries[1]).toBe(second);
  });

  it("limits hold for the contract year, or for each event; a row without a name is an event by itself", () => {
    const claims = [
      row("a", "rescuer", day, { disabilityGrade: 4, medicalExpenses: "4000" }),
      row("b", "rescuer", day, { disabilityGrade: 4, medicalExpenses: "4000" }),
      row("c", "rescuer", "2020-02-01", { disabilityGrade: 4 }, fire),
    ];
    expect(told(claims)).toEqual({
      entries: ["a 39000.00", "b 16000.00", "c 0.00"],
      left: ["rescuer casualtyLimit 0.00", "rescuer medicalLimit 0.00"],
    });
    expect(told(claims, perEvent)).toEqual({
      entries: ["a 39000.00", "b 39000.00", "c 35000.00"],
      left: [
        "rescuer casualtyLimit 15000.00",
        "rescuer medicalLimit 1000.00",
        "rescuer casualtyLimit 15000.00",
        "rescuer medicalLimit 1000.00",
        "rescuer casualtyLimit 15000.00",
      ],
    });
    const { accounts } = assessPerson(year(claims), { readings: perEvent });
    expect(accounts.map(({ name, from, to }) => [name, from, to]).at(-1)).toEqual(["fire", "2020-02-01", "2020-02-01"]);
  });

  it.each<[string, Choices, string, string]>([
    ["2020-06-14", {}, "a 100.00", "2020-06-14"],
    ["2020-06-15", {}, "a 0.00", "2020-06-14"],
    ["2020-06-15", { contractEnds: "sameDay" }, "a 100.00", "2020-06-15"],
  ])("the year's window ends as the contract does: %s (%o)", (on, readings, entitled, to) => {
    const claims = [
      row("a", "rescuer", on, { medicalExpenses: "100" }),
      row("b", "rescuer", day, { medicalExpenses: "1" }),
    ];
    const { entries, accounts } = assessPerson(year(claims), { readings });
    expect(entries.map(({ id, entitled: each }) => `${id} ${String(each)}`)).toContain(entitled);
    expect(accounts.map(({ from, to: last }) => [from, last])).toEqual([["2019-06-15", to]]);
  });
});

describe("三 one event under several covers", () => {
  const both = (first: object, second: object) => [
    row("a", "naturalDisaster", day, first, fire),
    row("b", "rescuer", day, second, fire),
  ];

  it.each<[Choices["multipleCovers"] & string, string[]]>([
    ["costsOnce", ["a 2800.00", "b 0.00"]],
    ["cumulative", ["a 2800.00", "b 800.00"]],
    ["highest", ["a 2800.00", "b 0.00"]],
  ])("%s", (multipleCovers, entries) => {
    expect(
      told(both({ medicalExpenses: "800", propertyLoss: "3000" }, { medicalExpenses: "800" }), { multipleCovers })
        .entries,
    ).toEqual(entries);
  });

  it("costs above one cover's limit go to the next; all covers together pay them once", () => {
    expect(told(both({ medicalExpenses: "8000" }, { medicalExpenses: "8000" }))).toEqual({
      entries: ["a 5000.00", "b 3000.00"],
      left: ["naturalDisaster medicalLimit 0.00", "rescuer medicalLimit 2000.00"],
    });
  });

  it("the event's cost is the largest total of any cover", () => {
    const claims = [
      row("a1", "naturalDisaster", day, { medicalExpenses: "500" }, fire),
      row("b", "rescuer", day, { medicalExpenses: "800" }, fire),
      row("a2", "naturalDisaster", day, { medicalExpenses: "400" }, fire),
    ];
    // 500; then 300 of the cost of 800 are left; and of 900 another 100.
    expect(told(claims).entries).toEqual(["a1 500.00", "a2 400.00", "b 0.00"]);
    expect(told([claims[0], claims[1], { ...claims[2], id: "c" }] as Row[]).entries).toEqual([
      "a1 500.00",
      "b 300.00",
      "c 100.00",
    ]);
  });

  it("fixed sums are paid under each; one event is one death under all its covers", () => {
    const claims = both({ death: true }, { death: true });
    expect(told(claims).entries).toEqual(["a 50000.00", "b 50000.00"]);
    // Without the name there are two deaths, of which the first id stands.
    expect(
      told([row("a", "naturalDisaster", day, { death: true }), row("b", "rescuer", day, { death: true })]).entries,
    ).toEqual(["a 50000.00", "b 0.00"]);
  });

  it("under highest a row adds what it raises the highest by, and what is not paid uses up nothing", () => {
    const claims = [
      row("a", "naturalDisaster", day, { medicalExpenses: "800", propertyLoss: "100" }, fire),
      row("b", "rescuer", day, { medicalExpenses: "1000" }, fire),
    ];
    expect(told(claims, { multipleCovers: "highest" })).toEqual({
      entries: ["a 900.00", "b 100.00"],
      left: [
        "naturalDisaster medicalLimit 5000.00",
        "naturalDisaster propertyLimit 2000.00",
        "rescuer medicalLimit 4000.00",
      ],
    });
  });

  it("a cover that does not hold cuts nothing", () => {
    const claims = [
      row("a", "naturalDisaster", day, { medicalExpenses: "800" }, { ...fire, peril: "other" }),
      row("b", "rescuer", day, { medicalExpenses: "800" }, fire),
    ];
    expect(told(claims).entries).toEqual(["a 0.00", "b 800.00"]);
  });

  it("a stay in hardship and what the contract gives stand outside of costs paid once", () => {
    const claims = [
      row("a", "rescuer", day, { medicalExpenses: "800" }, fire),
      row("b", "hardshipIllness", day, { eligibleExpenses: "800" }, fire),
      row("c", "otherRecognised", day, { contractAmount: "70" }, fire),
    ];
    expect(told(claims).entries).toEqual(["a 800.00", "b 400.00", "c 70.00"]);
    expect(told(claims, { multipleCovers: "highest" }).entries).toEqual(["a 800.00", "b 0.00", "c 0.00"]);
  });

  it("while one claim of an event is open, those after it are provisional", () => {
    const claims = [
      row("a", "naturalDisaster", day, { medicalExpenses: "1" }, { ...fire, peril: null }),
      row("b", "rescuer", day, { medicalExpenses: "1" }, fire),
      row("c", "rescuer", day, { medicalExpenses: "1" }),
    ];
    const { entries } = assessPerson(year(claims), { readings: perEvent });
    expect(entries.map(({ provisional }) => provisional)).toEqual([undefined, true, undefined]);
  });

  it("rows of one name lie on one day", () => {
    expect(
      issues([
        row("a", "rescuer", day, { death: true }, fire),
        row("b", "massAccident", "2019-12-02", { death: true }, fire),
      ]),
    ).toEqual(["claims.1.facts CONFLICT"]);
  });
});

describe("三(一) good Samaritans", () => {
  const act = (id: string, loss: object, event = "river") => row(id, "goodSamaritan", day, loss, { event });

  it("an act is awarded once, its casualty beside it", () => {
    expect(
      told([
        act("a", { medicalExpenses: "1000" }),
        act("b", { disabilityGrade: 7 }),
        act("c", { disabilityGrade: 6, medicalExpenses: "49500" }),
      ]),
    ).toEqual({
      entries: ["a 31000.00", "b 80000.00", "c 69000.00"],
      left: ["goodSamaritan casualtyLimit 100000.00", "goodSamaritan medicalLimit 0.00"],
    });
  });

  it("within the limit, awards and casualties of all acts together reach it, or of each act", () => {
    const claims = [act("a", { disabilityGrade: 2 }), act("b", { disabilityGrade: 9 }, "lake")];
    const within: Choices = { goodSamaritanAward: "withinLimit" };
    // 30 000 and 180 000: 200 000; of the second act nothing is left.
    expect(told(claims, within)).toEqual({
      entries: ["a 200000.00", "b 0.00"],
      left: ["goodSamaritan casualtyLimit 0.00"],
    });
    expect(told(claims, { ...within, ...perEvent }).entries).toEqual(["a 200000.00", "b 70000.00"]);
    expect(told(claims).entries).toEqual(["a 210000.00", "b 50000.00"]);
  });

  it.each<[Choices, string]>([
    [{}, "a 30000.00"],
    [{ unhurtHero: "casualtyOnly" }, "a 0.00"],
  ])("someone who was not hurt (%o)", (readings, entitled) => {
    expect(told([act("a", { unhurt: true })], readings).entries).toEqual([entitled]);
  });

  it("an act that was awarded gives an unhurt claim nothing more", () => {
    expect(told([act("a", { disabilityGrade: 7 }), act("b", { unhurt: true })]).entries).toEqual([
      "a 110000.00",
      "b 0.00",
    ]);
  });
});

describe("三(三) drowning of a minor", () => {
  it.each([
    ["2001-12-02", "a 50000.00"],
    ["2001-12-01", "a 0.00"],
  ])("born on %s", (birthDate, entitled) => {
    expect(told([row("a", "minorDrowning", day, {})], {}, { birthDate }).entries).toEqual([entitled]);
  });

  it("is a death: nothing happens after it", () => {
    expect(
      told([row("a", "minorDrowning", day, {}), row("b", "rescuer", "2019-12-02", { medicalExpenses: "1" })])
        .entries[1],
    ).toBe("b 0.00");
  });
});

describe("三(四) a household's property", () => {
  const loss = row("a", "naturalDisaster", day, { propertyLoss: "1500" });

  it.each<[string, Choices, string]>([
    ["1200", {}, "a 800.00"],
    ["500", {}, "a 1500.00"],
    ["500.01", {}, "a 1499.99"],
    ["1200", perEvent, "a 1500.00"],
  ])("others of the household were paid %s in the year (%o)", (property, readings, entitled) => {
    expect(told([loss], readings, { opening: { household: { property } } }).entries).toEqual([entitled]);
  });

  it("what was paid before cannot exceed the limit", () => {
    expect(issues([], { opening: { household: { property: "2000.01" } } })).toEqual(["opening OUT_OF_RANGE"]);
    expect(issues([], { opening: { household: { property: "2000" } } })).toEqual([]);
    expect(issues([], { opening: { household: { property: {} } } })).toEqual([
      "opening.household.property INVALID_AMOUNT",
    ]);
  });

  it("alone it is paid only beside a casualty, by reading: of this event, in whichever row", () => {
    const only: Choices = { propertyAlone: "onlyWithCasualty" };
    const alone = row("b", "naturalDisaster", day, { propertyLoss: "1500" }, { ...fire, householdCasualty: false });
    expect(told([alone], only).entries).toEqual(["b 0.00"]);
    const hurt = row("a", "naturalDisaster", day, { disabilityGrade: 10 }, fire);
    const unasked = row("b", "naturalDisaster", day, { propertyLoss: "1500" }, fire);
    expect(told([hurt, unasked], only).entries).toEqual(["a 5000.00", "b 1500.00"]);
  });
});

describe("三(五) traffic", () => {
  it("what the assistance fund paid comes off, by reading", () => {
    const claims = [
      row("a", "trafficAccident", day, { death: true, medicalExpenses: "3000", paidByAssistanceFund: "4000" }),
    ];
    const whole = told(claims).entries[0];
    const less = told(claims, { fundPayments: "deducted" }).entries[0];
    // 3 000 of it off the medical costs, the rest off the sum for the death.
    expect([whole, less]).toEqual(["a 53000.00", "a 49000.00"]);
  });
});

describe("三(七) stays of the year", () => {
  const stay = (id: string, on: string, eligibleExpenses: string, facts: object = {}) =>
    row(id, "hardshipIllness", on, { eligibleExpenses }, facts);
  const perYear: Choices = { hardshipSpan: "perYear" };

  it.each([
    ["399.99", "b 200.00"],
    ["400.00", "b 500.00"],
    ["400.01", "b 500.00"],
  ])("600 and %s: step and standard hold for both together", (second, entitled) => {
    expect(told([stay("a", day, "600"), stay("b", "2020-01-01", second)], perYear).entries).toEqual([
      "a 300.00",
      entitled,
    ]);
  });

  it("each by itself, by default", () => {
    expect(told([stay("a", day, "600"), stay("b", "2020-01-01", "1000")]).entries).toEqual(["a 300.00", "b 800.00"]);
  });

  it("what happened before counts for the year's stays alone", () => {
    const opening = { hardshipIllness: { eligibleExpenses: "600", entitled: "300" } };
    expect(told([stay("a", day, "600")], perYear, { opening }).entries).toEqual(["a 500.00"]);
    expect(told([stay("a", day, "600")], {}, { opening }).entries).toEqual(["a 300.00"]);
  });

  it("while a stay of the year is open, later ones are provisional", () => {
    const claims = [stay("a", day, "1", { inpatient: null }), stay("b", "2020-01-01", "1")];
    const provisional = (readings: Choices) => assessPerson(year(claims), { readings }).entries[1]?.provisional;
    expect([provisional(perYear), provisional({})]).toEqual([true, undefined]);
  });
});

describe("what is derived, or the person's, is no field of a row", () => {
  const casualty = ["casualtyPaidBefore", "casualtyPaidToDate", "medicalPaidBefore"];
  it.each<[Cover, "loss" | "facts", string[]]>([
    ["goodSamaritan", "loss", [...casualty, "awardPaidBefore", "awardPaidToDate"]],
    ["massAccident", "loss", casualty],
    ["naturalDisaster", "loss", [...casualty, "householdPaidBefore"]],
    ["trafficAccident", "loss", casualty],
    ["rescuer", "loss", casualty],
    ["hardshipIllness", "loss", ["eligibleExpensesBefore", "paidToDate"]],
    ["minorDrowning", "facts", ["registeredDivision", "contractStartsOn", "birthDate"]],
    ["rescuer", "facts", ["registeredDivision", "contractStartsOn", "group"]],
    ["otherRecognised", "facts", ["registeredDivision", "contractStartsOn"]],
  ])("%s: %s", (cover, part, fields) => {
    for (const field of fields) {
      expect(issues([{ id: "a", cover, facts: {}, [part]: { [field]: "0" } }])).toContain(
        `claims.0.${part}.${field} UNKNOWN_FIELD`,
      );
    }
  });

  it("a problem of the person is told at the person", () => {
    expect(issues([row("a", "rescuer", day, { death: true })], { registeredDivision: "412801" })).toEqual([
      "registeredDivision UNKNOWN_CHOICE",
    ]);
  });
});

it("an agreement sets the contract year and the limits, and the accounts say so", () => {
  const agreement = agreementFrom({
    id: "2019-example",
    title: { zh: "示例合同", en: "An example" },
    programme: "zhumadian",
    document: "驻政办〔2019〕66号",
    terms: { insured: { contractStartsOn: "2019-07-01" }, rescuer: { medicalLimit: "6000" } },
  });
  const { accounts } = assessPerson(
    year([row("a", "rescuer", day, { medicalExpenses: "7000" })], { contractStartsOn: undefined }),
    { agreement },
  );
  expect(accounts).toMatchObject([
    { from: "2019-07-01", to: "2020-06-30", limit: yuan(6000), used: yuan(6000), amended: agreement.title },
  ]);
});

// Laws ------------------------------------------------------------------------------------------------------------------

const dayIn = fc.constantFrom("2019-06-14", "2019-06-15", "2019-12-01", "2020-06-14");
const cents = fc.integer({ min: 0, max: 900_000 });
const yuanText = cents.map((each) => fen(each).toString());
const harm = fc.record({
  death: fc.constantFrom(undefined, undefined, undefined, true),
  disabilityGrade: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
  medicalExpenses: fc.option(yuanText, { nil: undefined }),
});
const named = (on: string, isNamed: boolean) => (isNamed ? { event: `event of ${on}` } : {});
const known = fc.constantFrom({}, {}, {}, { rescuingOnScene: null, peril: null, recognisedByCounty: false });

const anyRow: fc.Arbitrary<Omit<Row, "id">> = fc
  .oneof(
    fc
      .record({
        cover: fc.constantFrom(
          "massAccident" as const,
          "rescuer" as const,
          "goodSamaritan" as const,
          "naturalDisaster" as const,
        ),
        on: dayIn,
        loss: harm,
        isNamed: fc.boolean(),
        facts: known,
      })
      .map(({ cover, on, loss, isNamed, facts }) => {
        const own = Object.fromEntries(Object.entries(facts).filter(([name]) => name in covered[cover]));
        return row("", cover, on, loss, { ...own, ...named(on, isNamed) });
      }),
    fc
      .record({ on: dayIn, eligibleExpenses: yuanText })
      .map(({ on, eligibleExpenses }) => row("", "hardshipIllness", on, { eligibleExpenses })),
    fc
      .record({ on: dayIn, contractAmount: yuanText, isNamed: fc.boolean() })
      .map(({ on, contractAmount, isNamed }) => row("", "otherRecognised", on, { contractAmount }, named(on, isNamed))),
    fc
      .record({ on: dayIn, propertyLoss: yuanText, isNamed: fc.boolean() })
      .map(({ on, propertyLoss, isNamed }) => row("", "naturalDisaster", on, { propertyLoss }, named(on, isNamed))),
  )
  .map(({ id: _, ...each }) => each);
const choicesOf = (name: keyof typeof policy.readings) =>
  fc.constantFrom(...Object.keys(policy.readings[name].choices));
const anyReadings = fc.record(
  {
    limitSpan: choicesOf("limitSpan"),
    multipleCovers: choicesOf("multipleCovers"),
    goodSamaritanAward: choicesOf("goodSamaritanAward"),
    hardshipSpan: choicesOf("hardshipSpan"),
    disabilityWithoutScale: choicesOf("disabilityWithoutScale"),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Choices>;

describe("laws of a year", () => {
  ledgerLaws(
    assessPerson,
    (rows, readings) => assessPerson(year(rows), { readings }),
    rowsOf(anyRow) as fc.Arbitrary<Row[]>,
    anyReadings,
  );

  const bills = fc.array(
    fc.record({
      cover: fc.constantFrom("rescuer" as const, "naturalDisaster" as const, "massAccident" as const),
      costs: cents,
    }),
    { maxLength: 6 },
  );
  const rowsFrom = (each: readonly { cover: Cover; costs: number }[]) =>
    each.map(({ cover, costs }, index) =>
      row(`r${index}`, cover, day, { medicalExpenses: fen(costs).toString() }, fire),
    );
  const totals = (each: readonly { cover: Cover; costs: number }[]) => {
    const byCover = new Map<string, number>();
    for (const { cover, costs } of each) byCover.set(cover, (byCover.get(cover) ?? 0) + costs);
    return [...byCover.values()];
  };

  law(
    "medical costs of an event are paid once: at most the largest total, and each cover up to its limit",
    [bills],
    (each) => {
      const own = totals(each);
      const paid = assessPerson(year(rowsFrom(each))).entitled.fen;
      const limits = own.map((total) => Math.min(total, 500_000)).reduce((sum, most) => sum + most, 0);
      expect(paid).toBe(Math.min(Math.max(0, ...own), limits));
    },
  );

  law("under highest an event gives what its largest cover gives; cumulative, what all give", [bills], (each) => {
    const own = totals(each).map((total) => Math.min(total, 500_000));
    const paid = (multipleCovers: "highest" | "cumulative") =>
      assessPerson(year(rowsFrom(each)), { readings: { multipleCovers } }).entitled.fen;
    expect([paid("highest"), paid("cumulative")]).toEqual([
      Math.max(0, ...own),
      own.reduce((sum, most) => sum + most, 0),
    ]);
  });
});
