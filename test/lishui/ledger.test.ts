import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementFrom, fen, lishui, yuan, type Options } from "huimin-rules";
import { law } from "../law.js";
import { ledgerLaws, rowsOf } from "../ledger-laws.js";

const { assessPerson, policy } = lishui;

type Row = lishui.LishuiRow;
type Person = lishui.PersonInput;
type Choices = NonNullable<Options<typeof policy>["readings"]>;

const schedule = [{ upTo: "10000", rate: "0.6" }, { upTo: "50000", rate: "0.5" }, { rate: "0.4" }];
const everyCover = Object.keys(policy.covers) as lishui.CoverName[];

const bill = (
  id: string,
  occurredOn: string,
  selfPaid: string,
  more: Partial<lishui.SupplementaryMedicalRow> & { thirdPartyLiable?: boolean | null; thirdPartyPaid?: string } = {},
): Row => {
  const { thirdPartyLiable = false, thirdPartyPaid, ...rest } = more;
  return {
    id,
    cover: "supplementaryMedical",
    facts: { occurredOn, setting: "inpatient", thirdPartyLiable },
    loss: { selfPaid, ...(thirdPartyPaid !== undefined && { thirdPartyPaid }) },
    ...rest,
  };
};
const micro = (
  id: string,
  occurredOn: string,
  harm: "death" | "disability" | "outpatient",
  contractAmount: string,
  more: Partial<lishui.RuralMicroRow> = {},
): Row => ({
  id,
  cover: "ruralMicro",
  facts: { occurredOn, accidental: true, harm },
  loss: { contractAmount },
  ...more,
});

const year = (claims: readonly Row[], person: Partial<Person> = {}): Person => ({
  person: "P1",
  category: "marginalMinimumLiving",
  insured: everyCover.map((cover) => ({ cover, from: "2017-06-15" })),
  contract: { schedule },
  ...person,
  claims,
});
const told = (claims: readonly Row[], options: Options<typeof policy> = {}, person: Partial<Person> = {}) => {
  const { entries, accounts } = assessPerson(year(claims, person), options);
  return {
    entries: entries.map(({ id, entitled }) => `${id} ${String(entitled)}`),
    left: accounts.map(({ from, to, left }) => `${from} ${to} ${String(left)}`),
  };
};
const issues = (person: object, options: Options<typeof policy> = {}) => {
  const outcome = assessPerson.safe({ ...year([]), ...person }, options);
  return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
};
const agreement = agreementFrom({
  id: "2018-example",
  title: { zh: "示例合同", en: "An example" },
  programme: "lishui",
  document: "丽政办发〔2017〕51号",
  terms: { supplementaryMedical: { schedule, limit: "90000" } },
  validFrom: "2018-07-01",
  validTo: "2019-06-30",
});

describe("四(二) bills of a span", () => {
  it("go through the tiers together, up to the limit", () => {
    // 60 % of 6 000; 60 % of 4 000 and half of 2 000; half of 38 000 and 40 % of 12 000.
    expect(
      told([bill("a", "2018-01-10", "6000"), bill("b", "2018-02-10", "6000"), bill("c", "2018-03-10", "50000")]),
    ).toEqual({
      entries: ["a 3600.00", "b 3400.00", "c 23800.00"],
      left: ["2018-01-01 2018-12-31 69200.00"],
    });
  });

  it("the contract's deductible comes off once, and its limit is the account's", () => {
    const contract = { schedule, deductible: "2000", limit: "5000" };
    expect(
      told(
        [bill("a", "2018-01-10", "1999.99"), bill("b", "2018-02-10", "0.02"), bill("c", "2018-03-10", "20000")],
        {},
        { contract },
      ),
    ).toEqual({
      entries: ["a 0.00", "b 0.01", "c 4999.99"],
      left: ["2018-01-01 2018-12-31 0.00"],
    });
  });

  it.each([
    ["2018-12-31", ["a 6000.00", "b 500.00"], ["2018-01-01 2018-12-31 93500.00"]],
    ["2019-01-01", ["a 6000.00", "b 600.00"], ["2018-01-01 2018-12-31 94000.00", "2019-01-01 2019-12-31 99400.00"]],
  ])("without an agreement's days the span is the calendar year: a bill of %s", (on, entries, left) => {
    expect(told([bill("a", "2018-01-01", "10000"), bill("b", on, "1000")])).toEqual({ entries, left });
  });

  it("a calendar year begins with the opinion", () => {
    expect(told([bill("a", "2017-06-14", "1000"), bill("b", "2017-06-15", "1000")])).toEqual({
      entries: ["a 0.00", "b 600.00"],
      left: ["2017-06-15 2017-12-31 99400.00"],
    });
  });

  it("under an agreement with days the span is its own, or the calendar year by reading", () => {
    const claims = [bill("a", "2018-12-31", "10000"), bill("b", "2019-01-01", "1000")];
    const person = { contract: undefined };
    expect(told(claims, { agreement }, person)).toEqual({
      entries: ["a 6000.00", "b 500.00"],
      left: ["2018-07-01 2019-06-30 83500.00"],
    });
    expect(told(claims, { agreement, readings: { limitSpan: "calendarYear" } }, person).left).toEqual([
      "2018-01-01 2018-12-31 84000.00",
      "2019-01-01 2019-12-31 89400.00",
    ]);
    expect(assessPerson(year(claims, person), { agreement }).accounts).toMatchObject([
      { limit: yuan(90000), amended: agreement.title },
    ]);
  });

  it("an agreement's terms are not stated again, and its days bind", () => {
    expect(issues({ claims: [bill("a", "2018-12-31", "1")] }, { agreement })).toEqual(["contract CONFLICT"]);
    expect(issues({ contract: undefined, claims: [bill("a", "2018-06-30", "1")] }, { agreement })).toEqual([
      "claims.0.facts.occurredOn OUT_OF_RANGE",
    ]);
  });

  it("without tiers a bill waits for the contract", () => {
    const { entries, pending } = assessPerson(year([bill("a", "2018-01-01", "1")], { contract: undefined }));
    expect([entries[0]?.assessment.pending, pending]).toEqual(["contract", ["a"]]);
  });

  it("what happened before counts in the span of the first claim", () => {
    const opening = { supplementaryMedical: { selfPaid: "10000", entitled: "6000" } };
    expect(told([bill("a", "2018-03-01", "1000"), bill("b", "2019-03-01", "1000")], {}, { opening })).toEqual({
      entries: ["a 500.00", "b 600.00"],
      left: ["2018-01-01 2018-12-31 93500.00", "2019-01-01 2019-12-31 99400.00"],
    });
    expect(told([], {}, { opening }).left).toEqual(["2017-06-15 2017-12-31 94000.00"]);
    expect(issues({ opening: { supplementaryMedical: { selfPaid: "1", thirdPartyPaid: "1.01" } } })).toEqual([
      "opening.supplementaryMedical.thirdPartyPaid CONFLICT",
    ]);
    expect(issues({ opening: { supplementaryMedical: { entitled: "100000.01" } } })).toEqual(["opening OUT_OF_RANGE"]);
  });
});

describe("四(二) third parties", () => {
  const options = { readings: { thirdParty: "restAfterThirdParty" } } as const;

  it("what they paid comes off over the span, of each bill at most what it comes to", () => {
    const claims = [
      bill("a", "2018-01-01", "5000", { thirdPartyLiable: true, thirdPartyPaid: "9000" }),
      bill("b", "2018-02-01", "6000", { thirdPartyLiable: true, thirdPartyPaid: "1000" }),
      bill("c", "2018-03-01", "1000"),
    ];
    expect(told(claims, options).entries).toEqual(["a 0.00", "b 3000.00", "c 600.00"]);
    expect(told(claims).entries).toEqual(["a 0.00", "b 0.00", "c 600.00"]);
  });

  it("what was paid of this bill must be said, whatever is known of others", () => {
    const claims = [
      bill("a", "2018-01-01", "5000", { thirdPartyLiable: true, thirdPartyPaid: "1000" }),
      bill("b", "2018-02-01", "5000", { thirdPartyLiable: true }),
    ];
    const { entries } = assessPerson(year(claims), options);
    expect(entries.map(({ id, assessment }) => [id, assessment.pending])).toEqual([
      ["a", null],
      ["b", "loss"],
    ]);
  });

  it("what they paid before counts", () => {
    const opening = { supplementaryMedical: { selfPaid: "1000", thirdPartyPaid: "1000" } };
    expect(told([bill("a", "2018-03-01", "1000")], {}, { opening }).entries).toEqual(["a 600.00"]);
  });
});

describe("三, 四 who is insured", () => {
  it.each<[string, Person["insured"], string, string]>([
    ["the day before", [{ cover: "supplementaryMedical", from: "2018-06-01" }], "2018-05-31", "0.00"],
    ["the first day", [{ cover: "supplementaryMedical", from: "2018-06-01" }], "2018-06-01", "600.00"],
    ["the last day", [{ cover: "supplementaryMedical", from: "2018-01-01", to: "2018-06-01" }], "2018-06-01", "600.00"],
    ["the day after", [{ cover: "supplementaryMedical", from: "2018-01-01", to: "2018-06-01" }], "2018-06-02", "0.00"],
    ["another cover", [{ cover: "ruralMicro", from: "2018-01-01" }], "2018-06-01", "0.00"],
    ["none", [], "2018-06-01", "0.00"],
  ])("%s", (_, insured, on, entitled) => {
    expect(told([bill("a", on, "1000")], {}, { insured }).entries).toEqual([`a ${entitled}`]);
  });

  it.each(everyCover)("%s asks for its own insurance", (cover) => {
    const row = { id: "a", cover, facts: { occurredOn: "2018-01-01" } } as Row;
    const unmet = (insured: Person["insured"]) =>
      assessPerson(year([row], { insured })).entries[0]?.assessment.eligibility.unmet;
    expect(unmet([{ cover, from: "2018-01-02" }])).toEqual(["insured"]);
    expect(unmet([{ cover, from: "2018-01-01" }])).toEqual([]);
    expect(
      unmet(everyCover.filter((each) => each !== cover).map((each) => ({ cover: each, from: "2018-01-01" }))),
    ).toEqual(["insured"]);
  });

  it("an insurance that ends before it begins is refused", () => {
    expect(issues({ insured: [{ cover: "farmhouse", from: "2018-01-02", to: "2018-01-01" }] })).toEqual([
      "insured.0.to CONFLICT",
    ]);
  });

  it("the kind of household is the person's", () => {
    expect(told([bill("a", "2018-01-01", "1000")], {}, { category: "none" }).entries).toEqual(["a 0.00"]);
  });
});

describe("四(一) deaths", () => {
  it("nothing happens after one; a disability stops nothing", () => {
    const claims = [
      micro("d", "2018-05-01", "death", "20000"),
      bill("a", "2018-05-01", "1000"),
      bill("b", "2018-05-02", "1000"),
    ];
    expect(told(claims).entries).toEqual(["a 600.00", "d 20000.00", "b 0.00"]);
    expect(told([micro("d", "2018-05-01", "disability", "20000"), ...claims.slice(1)]).entries).toEqual([
      "a 600.00",
      "d 20000.00",
      "b 600.00",
    ]);
  });

  it("without the contract's amount a death is open, and what follows provisional", () => {
    const open = micro("d", "2018-05-01", "death", "1", { loss: {} });
    const { entries } = assessPerson(year([open, bill("b", "2018-05-02", "1000")]));
    expect(entries.map(({ id, entitled, provisional }) => [id, entitled && String(entitled), provisional])).toEqual([
      ["d", null, undefined],
      ["b", "600.00", true],
    ]);
  });
});

describe("四(三), 四(四), 四(五) the other covers", () => {
  it("the insurer's share of a loan loss, and what the contract gives", () => {
    const at = { occurredOn: "2018-05-01" };
    const claims: Row[] = [
      {
        id: "l",
        cover: "loanGuarantee",
        facts: { ...at, lossOnInsuredLoan: true },
        loss: { principalLoss: "1000", interestLoss: "0.01" },
      },
      {
        id: "f",
        cover: "farmhouse",
        facts: { ...at, collapsed: true, peril: "naturalDisaster" },
        loss: { contractAmount: "300" },
      },
      {
        id: "p",
        cover: "loanProject",
        facts: {
          ...at,
          peril: "naturalDisaster",
          activity: "planting",
          boughtWithLoan: true,
          inProduction: true,
          propertyDamaged: true,
        },
        loss: { contractAmount: "200" },
      },
      {
        id: "g",
        cover: "agriculture",
        facts: { ...at, peril: "naturalDisaster", inProduction: true, propertyDamaged: true },
        loss: { contractAmount: "100" },
      },
    ];
    expect(told(claims)).toEqual({ entries: ["f 300.00", "g 100.00", "l 700.01", "p 200.00"], left: [] });
  });
});

describe("what is derived, or the person's, is no field of a row", () => {
  it.each([
    ["supplementaryMedical", "loss", ["selfPaidToDate", "paidToDate", "schedule", "deductible", "limit"]],
    ["supplementaryMedical", "facts", ["category", "insured"]],
    ["ruralMicro", "facts", ["category", "insured"]],
    ["loanGuarantee", "facts", ["category", "insured"]],
    ["loanProject", "facts", ["category", "insured"]],
    ["farmhouse", "facts", ["category", "insured"]],
    ["agriculture", "facts", ["category", "insured"]],
  ])("%s: %s", (cover, part, fields) => {
    for (const field of fields) {
      const row = { id: "a", cover, facts: {}, [part]: { [field]: "0" } };
      expect(issues({ claims: [row] })).toContain(`claims.0.${part}.${field} UNKNOWN_FIELD`);
    }
  });
});

// Laws ------------------------------------------------------------------------------------------------------------------

const dayIn = fc.constantFrom("2017-06-14", "2017-06-15", "2018-05-08", "2018-12-31", "2019-01-01");
const cents = fc.integer({ min: 0, max: 9_000_000 });
const perhaps = fc.constantFrom(true, false, false, false, null);

const anyRow: fc.Arbitrary<Omit<Row, "id">> = fc.oneof(
  fc
    .record({ on: dayIn, liable: perhaps, selfPaid: cents, paid: fc.option(cents, { nil: undefined }) })
    .map(({ on, liable, selfPaid, paid }) => ({
      cover: "supplementaryMedical" as const,
      facts: { occurredOn: on, setting: "inpatient" as const, thirdPartyLiable: liable },
      loss: { selfPaid: fen(selfPaid), ...(paid !== undefined && { thirdPartyPaid: fen(paid) }) },
    })),
  fc
    .record({
      on: dayIn,
      accidental: perhaps,
      harm: fc.constantFrom("death" as const, "outpatient" as const),
      amount: fc.option(cents, { nil: undefined }),
    })
    .map(({ on, accidental, harm, amount }) => ({
      cover: "ruralMicro" as const,
      facts: { occurredOn: on, accidental: accidental === null ? null : !accidental, harm },
      loss: { ...(amount !== undefined && { contractAmount: fen(amount) }) },
    })),
);
const anyReadings = fc.record(
  {
    thirdParty: fc.constantFrom("excluded", "restAfterThirdParty"),
    limitSpan: fc.constantFrom("contractPeriod", "calendarYear"),
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

  law(
    "what a span's bills give is what the tiers give of their sum",
    [fc.array(cents, { maxLength: 6 })],
    (amounts) => {
      const { entitled } = assessPerson(
        year(amounts.map((each, index) => bill(`b${index}`, "2018-05-01", fen(each).toString()))),
      );
      const total = amounts.reduce((sum, each) => sum + each, 0);
      const parts = [
        Math.min(total, 1_000_000) * 60,
        Math.min(Math.max(total - 1_000_000, 0), 4_000_000) * 50,
        Math.max(total - 5_000_000, 0) * 40,
      ];
      const given = Math.floor((parts.reduce((sum, each) => sum + each, 0) + 50) / 100);
      expect(entitled.fen).toBe(Math.min(given, 10_000_000));
    },
  );
});
