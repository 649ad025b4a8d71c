import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementFrom, fen, luozhuang, yuan, type Options } from "huimin-rules";
import { law } from "../law.js";
import { ledgerLaws, rowsOf } from "../ledger-laws.js";

const { assessPerson, policy } = luozhuang;

type Row = luozhuang.LuozhuangRow;
type Person = luozhuang.PersonInput;
type Choices = NonNullable<Options<typeof policy>["readings"]>;

const inDistrict = { setting: "inpatient", place: "district", designatedInstitution: true } as const;

const bill = (
  id: string,
  occurredOn: string,
  [inScopeExpenses, basicPaid]: readonly [string, string],
  more: Partial<luozhuang.MedicalSupplementRow> & { stay?: string } = {},
): Row => {
  const { stay, facts, loss, ...rest } = more;
  return {
    id,
    cover: "medicalSupplement",
    facts: { ...inDistrict, occurredOn, ...(stay !== undefined && { stay }), ...facts },
    loss: { totalExpenses: inScopeExpenses, inScopeExpenses, basicPaid, ...loss },
    ...rest,
  };
};
const accident = (
  id: string,
  occurredOn: string,
  loss: luozhuang.AccidentRow["loss"],
  facts: Partial<luozhuang.AccidentRow["facts"]> = {},
): Row => ({ id, cover: "accident", facts: { accidental: true, occurredOn, ...facts }, loss });

const year = (claims: readonly Row[], person: Partial<Person> = {}): Person => ({
  person: "P1",
  status: "liftedFromPovertyWithBenefits",
  ...person,
  claims,
});
/** What each row adds, as `id entitled`, and what is left of each limit, as `term left`. */
const told = (claims: readonly Row[], readings: Choices = {}, person: Partial<Person> = {}) => {
  const { entries, accounts } = assessPerson(year(claims, person), { readings });
  return {
    entries: entries.map(({ id, entitled }) => `${id} ${String(entitled)}`),
    left: accounts.map(({ term, left }) => `${term} ${String(left)}`),
  };
};
const issues = (person: object) => {
  const outcome = assessPerson.safe({ person: "P1", status: "liftedFromPovertyWithBenefits", ...person });
  return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
};
/** 20 000 in scope, of which basic insurance pays 8 000: 70 % of 12 000 is 8 400, a tenth of 3 600 is 360, 18 000 less 16 760 is 1 240. */
const usual = ["20000", "8000"] as const;

describe("三(一)第3段 medical assistance over the year", () => {
  it("runs out, and the supplement takes what it leaves", () => {
    // 8 400; then 1 600, of 10 400 left a tenth is 1 040, 18 000 − 10 640; then 0, a tenth of 12 000, 18 000 − 9 200.
    expect(
      told([bill("a", "2020-02-01", usual), bill("b", "2020-03-01", usual), bill("c", "2020-04-01", usual)]),
    ).toEqual({
      entries: ["a 1240.00", "b 7360.00", "c 8800.00"],
      left: ["medicalAssistance 0.00", "medicalSupplement 432600.00"],
    });
  });

  it("counts for a bill that is not covered too, and its account is told", () => {
    const elsewhere = bill("a", "2020-02-01", usual, {
      facts: { ...inDistrict, occurredOn: "2020-02-01", designatedInstitution: false },
    });
    expect(told([elsewhere])).toEqual({ entries: ["a 0.00"], left: ["medicalAssistance 1600.00"] });
    expect(told([elsewhere, bill("b", "2020-03-01", usual)]).entries).toEqual(["a 0.00", "b 7360.00"]);
  });

  it.each([
    ["2019-12-31", ["a 0.00", "b 1240.00"]],
    ["2020-01-01", ["a 1240.00", "b 7360.00"]],
  ])("a bill of %s: the limits are the period's", (on, entries) => {
    expect(told([bill("a", on, usual), bill("b", "2020-12-31", usual)]).entries).toEqual(entries);
  });

  it("what was really settled counts in place of what is computed", () => {
    // A tenth of 11 900 is waived: 18 000 less 9 290.
    const settled = bill("a", "2020-02-01", usual, { loss: { medicalAssistancePaid: "100" } });
    expect(told([settled]).left).toEqual(["medicalAssistance 9900.00", "medicalSupplement 441290.00"]);
  });

  it("what happened before counts, and cannot exceed a limit", () => {
    const opening = { medicalAssistance: "10000", medicalSupplement: "441000" };
    expect(told([bill("a", "2020-02-01", usual), bill("b", "2020-03-01", usual)], {}, { opening })).toEqual({
      entries: ["a 8800.00", "b 200.00"],
      left: ["medicalAssistance 0.00", "medicalSupplement 0.00"],
    });
    expect(issues({ claims: [], opening: { medicalAssistance: "10000.01" } })).toEqual(["opening OUT_OF_RANGE"]);
    expect(issues({ claims: [], opening: { medicalSupplement: "450000.01" } })).toEqual(["opening OUT_OF_RANGE"]);
    expect(issues({ claims: [], opening: { medicalAssistance: "10000", medicalSupplement: "450000" } })).toEqual([]);
    expect(issues({ claims: [], opening: { inScope: "1", selfPaidInScope: "1.01" } })).toEqual([
      "opening.selfPaidInScope CONFLICT",
    ]);
  });
});

describe("三(一)第1段 90 % over the year", () => {
  const settled = (id: string, on: string, basicPaid: string, more: object = {}) =>
    bill(id, on, ["10000", basicPaid], { loss: { medicalAssistancePaid: "0", institutionReduced: "0", ...more } });

  it("a bill that lies above it makes up for one below, by reading", () => {
    const claims = [settled("a", "2020-02-01", "9500"), settled("b", "2020-03-01", "8000")];
    expect(told(claims).entries).toEqual(["a 0.00", "b 1000.00"]);
    // Of 20 000 in scope 18 000 are wanted: 17 500 are there.
    expect(told(claims, { ninetyPercentSpan: "perYear" }).entries).toEqual(["a 0.00", "b 500.00"]);
  });

  it("only bills that are covered count for it", () => {
    const facts = { ...inDistrict, occurredOn: "2020-02-01", designatedInstitution: false };
    const other = { ...settled("a", "2020-02-01", "9500"), facts } as Row;
    expect(told([other, settled("b", "2020-03-01", "8000")], { ninetyPercentSpan: "perYear" }).entries).toEqual([
      "a 0.00",
      "b 1000.00",
    ]);
  });

  it("what happened before counts for it", () => {
    const opening = { inScope: "10000", selfPaidInScope: "500" };
    expect(told([settled("b", "2020-03-01", "8000")], { ninetyPercentSpan: "perYear" }, { opening }).entries).toEqual([
      "b 500.00",
    ]);
    expect(told([settled("b", "2020-03-01", "8000")], {}, { opening }).entries).toEqual(["b 1000.00"]);
  });
});

describe("三(二)第1段 accidents", () => {
  it("use up the limits of the period, or each has its own", () => {
    const claims = [
      accident("a", "2020-02-10", { disabilityGrade: 5, medicalExpenses: "4000" }),
      accident("b", "2020-03-10", { disabilityGrade: 5, medicalExpenses: "1200" }, { accident: "fall" }),
    ];
    expect(told(claims)).toEqual({ entries: ["a 22000.00", "b 13000.00"], left: ["disability 0.00", "medical 0.00"] });
    expect(told(claims, { accidentLimits: "perAccident" })).toEqual({
      entries: ["a 22000.00", "b 19200.00"],
      left: ["disability 12000.00", "medical 1000.00", "disability 12000.00", "medical 3800.00"],
    });
  });

  it.each<[Choices, string[]]>([
    [{}, ["a 18000.00", "b 30000.00", "c 6000.00"]],
    [{ deathAfterDisability: "higher" }, ["a 18000.00", "b 12000.00", "c 0.00"]],
    [{ deathAfterDisability: "deathOnly" }, ["a 18000.00", "b 12000.00", "c 0.00"]],
  ])("one accident brings a disability, death, and a heavier grade (%o)", (readings, entries) => {
    const named = { accident: "crash" };
    expect(
      told(
        [
          accident("a", "2020-02-10", { disabilityGrade: 5 }, named),
          accident("b", "2020-02-10", { death: true }, named),
          accident("c", "2020-02-10", { disabilityGrade: 3 }, named),
        ],
        readings,
      ).entries,
    ).toEqual(entries);
  });

  it("nothing happens after a death", () => {
    const claims = [
      accident("a", "2020-05-01", { death: true }),
      bill("b", "2020-05-01", usual),
      bill("c", "2020-05-02", usual),
    ];
    expect(told(claims).entries).toEqual(["a 30000.00", "b 1240.00", "c 0.00"]);
    expect(told([{ ...claims[0], diedOn: "2020-05-02" } as Row, ...claims.slice(1)]).entries).toEqual([
      "a 30000.00",
      "b 1240.00",
      "c 7360.00",
    ]);
  });
});

describe("三(一), 三(二) one stay under both lines", () => {
  // 20 000 less 10 000, 7 000, 300 and 700: 2 000 are left to the patient.
  const stay = "2020-05";
  const medical = (id: string, facts: Partial<luozhuang.MedicalSupplementRow["facts"]> = {}) =>
    bill(id, "2020-05-01", ["20000", "10000"], {
      stay,
      facts: { ...inDistrict, occurredOn: "2020-05-01", stay, ...facts },
    });
  const care = (id: string, medicalExpenses: string) => accident(id, "2020-05-01", { medicalExpenses }, { stay });

  it.each(["a", "z"])("the medical line comes first, whatever the ids: accident care under %s", (id) => {
    expect(told([medical("m"), care(id, "20000")]).entries).toContain(`${id} 2000.00`);
  });

  it("two claims for care share what is left", () => {
    expect(told([medical("a"), care("b", "1500"), care("c", "1500")]).entries).toEqual([
      "a 700.00",
      "b 1500.00",
      "c 500.00",
    ]);
  });

  it("both pay, by reading", () => {
    expect(told([medical("a"), care("b", "20000")], { sameCosts: "both" }).entries).toEqual(["a 700.00", "b 5000.00"]);
  });

  it("what is not covered of the stay is left to the patient", () => {
    // Before instant assistance began the supplement pays nothing: 700 more are left.
    const person = { status: "instantAssistance" as const, assistedFrom: "2020-05-02" };
    const { entries } = assessPerson(year([medical("a")], person));
    expect(String(entries[0]?.entitled)).toBe("0.00");
    expect(told([medical("a", { designatedInstitution: false }), care("b", "2999")]).entries).toEqual([
      "a 0.00",
      "b 2999.00",
    ]);
    expect(told([medical("a", { designatedInstitution: false }), care("b", "3001")]).entries).toEqual([
      "a 0.00",
      "b 3000.00",
    ]);
  });

  it("another stay, or none, is another cost", () => {
    expect(told([medical("a"), accident("b", "2020-05-01", { medicalExpenses: "3000" })]).entries).toEqual([
      "a 700.00",
      "b 3000.00",
    ]);
  });

  it("while its bill is open, what accident care gives is provisional", () => {
    const { entries } = assessPerson(year([medical("a", { designatedInstitution: null }), care("b", "3000")]));
    expect(entries.map(({ id, provisional }) => [id, provisional])).toEqual([
      ["a", undefined],
      ["b", true],
    ]);
  });

  it("rows of a stay lie on one day", () => {
    expect(issues({ claims: [medical("a"), accident("b", "2020-05-02", { medicalExpenses: "1" }, { stay })] })).toEqual(
      ["claims.1.facts CONFLICT"],
    );
  });
});

describe("what is derived, or the person's, is no field of a row", () => {
  it.each([
    [
      "medicalSupplement",
      "loss",
      ["assistancePaidBefore", "supplementPaidBefore", "inScopeBefore", "selfPaidInScopeBefore"],
    ],
    ["medicalSupplement", "facts", ["status", "assistedFrom"]],
    ["accident", "loss", ["medicalPaidBefore", "disabilityPaidBefore", "disabilityPaidToDate", "stayCostsLeft"]],
    ["accident", "facts", ["status", "assistedFrom"]],
  ])("%s: %s", (cover, part, fields) => {
    for (const field of fields) {
      const row = { id: "a", cover, facts: {}, [part]: { [field]: "0" } };
      expect(issues({ claims: [row] })).toContain(`claims.0.${part}.${field} UNKNOWN_FIELD`);
    }
  });
});

it("an agreement's limit is the account's, and the account says so", () => {
  const agreement = agreementFrom({
    id: "2020-example",
    title: { zh: "示例合同", en: "An example" },
    programme: "luozhuang",
    document: "罗扶办发〔2020〕6号",
    terms: { accident: { medicalLimit: "8000" } },
  });
  const { accounts } = assessPerson(year([accident("a", "2020-02-10", { medicalExpenses: "9000" })]), { agreement });
  expect(accounts).toMatchObject([{ limit: yuan(8000), used: yuan(8000), amended: agreement.title }]);
});

// Laws ------------------------------------------------------------------------------------------------------------------

const dayIn = fc.constantFrom("2019-12-31", "2020-01-01", "2020-05-08", "2020-12-31");
const cents = fc.integer({ min: 0, max: 9_000_000 });
const perhaps = fc.constantFrom(true, true, true, false, null);

const anyRow: fc.Arbitrary<Omit<Row, "id">> = fc.oneof(
  fc
    .record({
      on: dayIn,
      designated: perhaps,
      inScope: cents,
      share: fc.integer({ min: 0, max: 100 }),
      named: fc.boolean(),
    })
    .map(({ on, designated, inScope, share, named }) => ({
      cover: "medicalSupplement" as const,
      facts: {
        ...inDistrict,
        designatedInstitution: designated,
        occurredOn: on,
        ...(named && { stay: `stay of ${on}` }),
      },
      loss: {
        totalExpenses: fen(inScope),
        inScopeExpenses: fen(inScope),
        basicPaid: fen(Math.floor((inScope * share) / 100)),
      },
    })),
  fc
    .record({
      on: dayIn,
      accidental: perhaps,
      grade: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
      care: fc.option(cents, { nil: undefined }),
      death: fc.constantFrom(undefined, undefined, true),
      named: fc.boolean(),
      stayed: fc.boolean(),
    })
    .map(({ on, accidental, grade, care, death, named, stayed }) => ({
      cover: "accident" as const,
      facts: {
        occurredOn: on,
        accidental,
        ...(named && { accident: `crash of ${on}` }),
        ...(stayed && { stay: `stay of ${on}` }),
      },
      loss: { disabilityGrade: grade, medicalExpenses: care && fen(care), death },
    })),
);
const choicesOf = (name: keyof typeof policy.readings) =>
  fc.constantFrom(...Object.keys(policy.readings[name].choices));
const anyReadings = fc.record(
  {
    accidentLimits: choicesOf("accidentLimits"),
    deathAfterDisability: choicesOf("deathAfterDisability"),
    ninetyPercentSpan: choicesOf("ninetyPercentSpan"),
    sameCosts: choicesOf("sameCosts"),
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

  law(
    "entitled and no limit reached: the patient bears at most a tenth",
    [fc.array(fc.tuple(cents, fc.integer({ min: 0, max: 100 })), { maxLength: 5 })],
    (bills) => {
      const rows = bills.map(([inScope, share], index) =>
        bill(`b${index}`, "2020-05-01", [fen(inScope).toString(), fen(Math.floor((inScope * share) / 100)).toString()]),
      );
      const { entries, accounts } = assessPerson(year(rows));
      const supplement = accounts.find(({ term }) => term === "medicalSupplement");
      if (supplement?.left.isZero()) return;
      for (const { assessment } of entries) {
        const { waterfall } = assessment.benefit as luozhuang.MedicalSupplementBenefit;
        const { selfPaidInScope } = waterfall;
        const inScope = Object.entries(waterfall)
          .filter(([name]) =>
            ["basic", "criticalIllness", "medicalAssistance", "institutionReduction", "other", "supplement"].includes(
              name,
            ),
          )
          .reduce((total, [, each]) => total + (each as { fen: number }).fen, selfPaidInScope.fen);
        expect(selfPaidInScope.fen * 10).toBeLessThanOrEqual(inScope);
      }
    },
  );

  law(
    "medical assistance of the year is at most its limit, whatever is covered",
    [fc.array(fc.tuple(cents, perhaps), { maxLength: 6 })],
    (bills) => {
      const rows = bills.map(([inScope, designated], index) => ({
        ...bill(`b${index}`, "2020-05-01", [fen(inScope).toString(), "0"]),
        facts: { ...inDistrict, occurredOn: "2020-05-01", designatedInstitution: designated !== false },
      })) as Row[];
      const { accounts } = assessPerson(year(rows));
      // 70 % of all costs, each bill half up to the fen.
      const whole = bills.reduce((total, [inScope]) => total + Math.floor((inScope * 70 + 50) / 100), 0);
      const used = accounts.find(({ term }) => term === "medicalAssistance")?.used.fen ?? 0;
      expect(used).toBe(Math.min(whole, 1_000_000));
    },
  );

  it("六(四) what happened before is told to be bad at its place, whichever of it is bad", () => {
    for (const name of ["medicalAssistance", "medicalSupplement", "inScope", "selfPaidInScope"]) {
      const opening = { inScope: "1", selfPaidInScope: "1", [name]: "601." };
      const refused = assessPerson.safe({ ...year([]), opening });
      expect(refused.ok || refused.error.issues.map(({ path }) => path.join("."))).toEqual([`opening.${name}`]);
    }
  });
});
