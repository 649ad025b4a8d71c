import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, compareReadings, fen, yuan, zhumadian } from "huimin-rules";
import { law } from "../law.js";

const { assessClaim, assessEvent, policy } = zhumadian;

const person = { registeredDivision: "411721", contractStartsOn: "2019-06-15", occurredOn: "2019-12-01" } as const;
const ill = {
  ...person,
  group: "severelyDisabled",
  inpatient: true,
  listedDisease: true,
  insuranceSettled: true,
} as const;
const traffic = { ...person, occurredInCity: true, hitAndRun: true, handledByAssistanceFund: true } as const;
const dates = { documentsCompleteOn: "2020-01-17" };

describe("三 assessment of a claim", () => {
  it("says who, how much, by when and why in one result", () => {
    const assessment = assessClaim({
      cover: "hardshipIllness",
      facts: ill,
      loss: { eligibleExpenses: "1840.50" },
      dates: { documentsCompleteOn: "2019-12-31" },
    });
    expect(assessment).toMatchObject({
      programme: "zhumadian",
      cover: "hardshipIllness",
      pending: null,
      outOfCalendar: [],
      readings: { hardshipAboveThousand: "flat800", nextDay: "calendarDay" },
    });
    expect(assessment.eligibility.outcome).toBe("eligible");
    expect(String(assessment.payable)).toBe("800.00");
    expect(assessment.deadlines.map(({ action, dueOn }) => [action, dueOn])).toEqual([
      ["file", "2019-12-31"],
      ["pay", "2020-01-01"],
    ]);
  });

  it.each([
    ["eligible with a loss", ill, { eligibleExpenses: "600" }, "300.00", null, true],
    ["eligible without a loss", ill, undefined, null, "loss", false],
    ["a fact missing", { ...ill, inpatient: null }, { eligibleExpenses: "600" }, null, "facts", true],
    ["fact and loss missing", { ...ill, inpatient: null }, undefined, null, "facts", false],
    ["ineligible with a loss", { ...ill, inpatient: false }, { eligibleExpenses: "600" }, "0.00", null, true],
    ["ineligible without a loss", { ...ill, inpatient: false }, undefined, "0.00", null, false],
    ["ineligible, whatever is missing", { inpatient: false }, undefined, "0.00", null, false],
  ])("%s", (_, facts, loss, payable, pending, computed) => {
    const result = assessClaim({ cover: "hardshipIllness", facts, ...(loss && { loss }), dates });
    expect([result.payable && String(result.payable), result.pending, result.benefit !== null]).toEqual([
      payable,
      pending,
      computed,
    ]);
    expect(result.deadlines.length > 0).toBe(payable === "300.00");
  });

  it("二(二) the amount of another recognised case is the contract's", () => {
    const claim = (recognisedByGovernment: boolean | null) => {
      const facts = { ...person, recognisedByGovernment };
      const { payable, pending, benefit } = assessClaim({ cover: "otherRecognised", facts, dates });
      return [payable && String(payable), pending, benefit];
    };
    expect(claim(true)).toEqual([null, "contract", null]);
    expect(claim(false)).toEqual(["0.00", null, null]);
    expect(claim(null)).toEqual([null, "facts", null]);
  });

  it("a fixed amount needs no loss; a casualty needs one, even that nothing happened", () => {
    const drowned = { ...person, occurredInCity: true, birthDate: "2010-03-01", recognisedByGovernment: true };
    expect(String(assessClaim({ cover: "minorDrowning", facts: drowned }).payable)).toBe("50000.00");
    const brave = { ...person, occurredInCity: true, recognisedByCounty: true };
    expect(assessClaim({ cover: "goodSamaritan", facts: brave }).pending).toBe("loss");
    expect(String(assessClaim({ cover: "goodSamaritan", facts: brave, loss: {} }).payable)).toBe("30000.00");
    const crushed = { ...person, occurredInCity: true, suddenMassAccident: true };
    expect(String(assessClaim({ cover: "massAccident", facts: crushed, loss: { death: true } }).payable)).toBe(
      "50000.00",
    );
  });

  it.each([
    ["10000", "2020-01-21"],
    ["100000", "2020-02-07"],
    ["100000.01", "2020-02-07"],
    ["99999.99", "2020-02-04"],
  ])("一(二) the deadline follows the payable amount: a contract's award of %s is due on %s", (award, dueOn) => {
    const contract = amend(policy, { terms: { goodSamaritan: { award: yuan(award) } } });
    const facts = { ...person, occurredInCity: true, recognisedByCounty: true };
    const { deadlines } = assessClaim({ cover: "goodSamaritan", facts, loss: {}, dates }, { policy: contract });
    expect(deadlines.map((each) => each.dueOn)).toEqual([dueOn]);
  });

  it("一(二) no deadline while nothing is payable", () => {
    const claim = { cover: "hardshipIllness", facts: ill, loss: { eligibleExpenses: "0" }, dates } as const;
    expect(assessClaim(claim)).toMatchObject({ deadlines: [], pending: null });
    expect(assessClaim({ ...claim, loss: { eligibleExpenses: "1" } }).deadlines).toHaveLength(2);
  });

  it("一(二) a deadline outside the calendar is named, and the rest stands", () => {
    const claim = {
      cover: "rescuer",
      facts: { ...person, rescuingOnScene: true },
      loss: { medicalExpenses: "800" },
      dates: { documentsCompleteOn: "2031-05-05" },
    } as const;
    const { payable, deadlines, outOfCalendar } = assessClaim(claim);
    expect([String(payable), deadlines, outOfCalendar]).toEqual(["800.00", [], ["pay"]]);
  });

  it.each([
    ["death", true, null],
    ["death", false, "CONFLICT"],
    ["death", undefined, "MISSING"],
    ["serious", undefined, null],
    ["serious", false, null],
    ["serious", true, "CONFLICT"],
    ["minor", true, "CONFLICT"],
    [null, true, null],
    [null, undefined, null],
  ] as const)("三(五) injury %s beside death %s: %s", (injury, death, code) => {
    const outcome = assessClaim.safe({
      cover: "trafficAccident",
      facts: { ...traffic, injury },
      loss: { ...(death !== undefined && { death }), medicalExpenses: "100" },
    });
    expect(outcome.ok).toBe(code === null);
    if (!outcome.ok) expect(outcome.error.issues).toMatchObject([{ path: ["loss", "death"], code }]);
  });

  it.each([
    ["2019-11-30", "2019-12-01", true], // the day after
    ["2019-12-01", "2019-12-01", true], // the same day
    ["2019-12-02", "2019-12-01", false],
    [null, "2019-12-01", true],
    ["2019-12-02", undefined, true],
  ])("happened on %s, documents complete on %s: %s", (occurredOn, documentsCompleteOn, ok) => {
    const outcome = assessClaim.safe({
      cover: "rescuer",
      facts: { ...person, occurredOn, rescuingOnScene: true },
      ...(documentsCompleteOn !== undefined && { dates: { documentsCompleteOn } }),
    });
    expect(outcome.ok).toBe(ok);
    if (!outcome.ok) {
      expect(outcome.error.issues).toMatchObject([{ path: ["dates", "documentsCompleteOn"], code: "CONFLICT" }]);
    }
  });

  it("三(五) a death known as a fact waits for its loss", () => {
    const claim = { cover: "trafficAccident", facts: { ...traffic, injury: "death" } } as const;
    expect(assessClaim(claim)).toMatchObject({ payable: null, pending: "loss" });
    expect(String(assessClaim({ ...claim, loss: { death: true } }).payable)).toBe("50000.00");
  });

  it("lists every problem with its path, at once", () => {
    const outcome = assessClaim.safe({
      cover: "trafficAccident",
      facts: { ...traffic, registeredDivision: "4117", occurredOn: "2019-02-29", injury: "serious", peril: "flood" },
      loss: { death: true, disabilityGrade: 11, medicalExpenses: null },
      dates: { documentsCompleteOn: "soon", hardshipIllness: true },
      amount: "1",
    });
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) {
      expect(new Set(outcome.error.issues.map(({ path }) => path.join(".")))).toEqual(
        new Set([
          "facts.registeredDivision",
          "facts.occurredOn",
          "facts.peril",
          "loss.death",
          "loss.disabilityGrade",
          "loss.medicalExpenses",
          "dates.documentsCompleteOn",
          "dates.hardshipIllness",
          "amount",
        ]),
      );
    }
  });

  law(
    "三 payable is the benefit, zero or open, as the eligibility says, and only what is payable has a deadline",
    [
      fc.constantFrom("severelyDisabled" as const, "orphan" as const, "none" as const, null),
      fc.constantFrom(true, false, null),
      fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: undefined }),
    ],
    (group, inpatient, costs) => {
      const { eligibility, benefit, payable, pending, deadlines } = assessClaim({
        cover: "hardshipIllness",
        facts: { ...ill, group, inpatient },
        ...(costs !== undefined && { loss: { eligibleExpenses: fen(costs) } }),
        dates,
      });
      expect(benefit === null).toBe(costs === undefined);
      expect(pending === null).toBe(payable !== null);
      if (eligibility.outcome === "ineligible") expect(String(payable)).toBe("0.00");
      if (eligibility.outcome === "eligible") expect(payable).toBe(benefit?.amount ?? null);
      if (eligibility.outcome === "undetermined") expect(pending).toBe("facts");
      expect(deadlines.length).toBe(payable === null || payable.isZero() ? 0 : 2);
    },
  );
});

describe("三 one event under several covers", () => {
  const rescuer = {
    cover: "rescuer",
    facts: { ...person, rescuingOnScene: true },
    loss: { medicalExpenses: "800" },
  } as const;
  const disaster = {
    cover: "naturalDisaster",
    facts: { ...person, peril: "flood" },
    loss: { medicalExpenses: "800", propertyLoss: "3000" },
  } as const;
  const other = { cover: "otherRecognised", facts: { ...person, recognisedByGovernment: true } } as const;

  it("every cover that fits is paid, or only the highest", () => {
    const compared = compareReadings(assessEvent, { claims: [rescuer, disaster] });
    expect(compared.map(({ readings, outcome }) => [readings, outcome.ok && String(outcome.value.payable)])).toEqual([
      [{ multipleCovers: "cumulative" }, "3600.00"],
      [{ multipleCovers: "highest" }, "2800.00"],
    ]);
  });

  it("a cover is claimed once: its limits hold for all its bills together", () => {
    const again = { ...rescuer, loss: { medicalExpenses: "2500" } } as const;
    expect(assessEvent.safe({ claims: [rescuer, disaster, again] })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["claims", 2, "cover"], code: "CONFLICT" }] },
    });
  });

  const ill = {
    ...person,
    group: "extremePoverty",
    inpatient: true,
    listedDisease: true,
    insuranceSettled: true,
  } as const;
  const hospital = { cover: "hardshipIllness", facts: ill, loss: { eligibleExpenses: "100" } } as const;
  it.each([
    [{ facts: { ...disaster.facts, registeredDivision: "411702" } }, ["facts", "registeredDivision"]],
    [{ facts: { ...disaster.facts, contractStartsOn: "2019-06-16" } }, ["facts", "contractStartsOn"]],
    [{ facts: { ...disaster.facts, occurredOn: "2019-12-02" } }, ["facts", "occurredOn"]],
    [{ loss: { death: false } }, ["loss", "death"]],
    [{ loss: { disabilityGrade: 4 } }, ["loss", "disabilityGrade"]],
  ])("the claims of one person's event agree: %j", (change, path) => {
    const hurt = { ...rescuer, loss: { death: true, disabilityGrade: 5 } } as const;
    expect(assessEvent.safe({ claims: [hurt, { ...disaster, ...change }] })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["claims", 1, ...path], code: "CONFLICT" }] },
    });
  });

  it("the claims agree on a death, wherever they tell of it", () => {
    const hurt = { ...disaster, loss: { death: false, disabilityGrade: 7 } } as const;
    const drowned = {
      cover: "minorDrowning",
      facts: { ...person, occurredInCity: true, birthDate: "2010-01-01", recognisedByGovernment: true },
    } as const;
    const inTraffic = {
      cover: "trafficAccident",
      facts: { ...traffic, injury: "death" },
      loss: { death: true },
    } as const;
    const pathOf = (claims: unknown) => {
      const outcome = assessEvent.safe({ claims });
      return outcome.ok ? null : outcome.error.issues.map(({ path, code }) => [code, ...path]);
    };
    expect(pathOf([hurt, drowned])).toEqual([["CONFLICT", "claims", 1, "cover"]]);
    expect(pathOf([hurt, inTraffic])).toEqual([["CONFLICT", "claims", 1, "facts", "injury"]]);
    expect(pathOf([drowned, hurt])).toEqual([["CONFLICT", "claims", 1, "loss", "death"]]);
    expect(pathOf([drowned, inTraffic])).toBeNull();
  });

  it("each stay in hospital is a claim of its own, and both are one cover", () => {
    const stays = ["900", "900"].map((eligibleExpenses) => ({ ...hospital, loss: { eligibleExpenses } }));
    const compared = compareReadings(assessEvent, { claims: [rescuer, ...stays] });
    expect(compared.map(({ outcome }) => outcome.ok && String(outcome.value.payable))).toEqual(["1700.00", "900.00"]);
  });

  it("each recognised case is a claim of its own", () => {
    expect(assessEvent.safe({ claims: [other, other] }).ok).toBe(true);
  });

  it("claims without a readable cover are refused for that alone", () => {
    const bad = (peril: string) => ({ ...disaster, cover: "flood", facts: { ...disaster.facts, peril } });
    const outcome = assessEvent.safe({
      claims: [bad("flood"), { ...bad("other"), facts: { occurredOn: "2020-01-01" } }],
    });
    expect(outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [code, ...path])).toEqual([
      ["UNKNOWN_CHOICE", "claims", 0, "cover"],
      ["UNKNOWN_CHOICE", "claims", 1, "cover"],
    ]);
  });

  it("the claims agree on whether it happened in the city", () => {
    const brave = (occurredInCity: boolean | null) => ({
      cover: "goodSamaritan",
      facts: { ...person, occurredInCity, recognisedByCounty: true },
      loss: {},
    });
    const mass = {
      cover: "massAccident",
      facts: { ...person, occurredInCity: true, suddenMassAccident: true },
      loss: {},
    };
    expect(assessEvent.safe({ claims: [mass, brave(true)] }).ok).toBe(true);
    expect(assessEvent.safe({ claims: [mass, brave(null)] }).ok).toBe(true);
    expect(assessEvent.safe({ claims: [mass, brave(false)] })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["claims", 1, "facts", "occurredInCity"], code: "CONFLICT" }] },
    });
  });

  it("what is bad is not missing as well, and twenty thousand claims are refused at once", () => {
    const claim = { cover: "trafficAccident", facts: { injury: "death" } } as const;
    const outcome = assessEvent.safe({ claims: [{ ...claim, loss: "x" }] });
    expect(outcome).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["claims", 0, "loss"], code: "WRONG_TYPE" }] },
    });
    const many = assessEvent.safe({ claims: Array.from({ length: 20_000 }, () => ({ ...claim, loss: {} })) });
    expect(many.ok ? 0 : many.error.issues.filter(({ code }) => code === "MISSING").length).toBe(20_000);
  });

  it("what one claim leaves unknown contradicts nothing, and an illness has a day of its own", () => {
    const later = { ...hospital, facts: { ...ill, occurredOn: "2019-12-09" } } as const;
    const unknown = { ...disaster, facts: { ...disaster.facts, registeredDivision: null } } as const;
    expect(String(assessEvent({ claims: [rescuer, later] }).payable)).toBe("850.00");
    expect(assessEvent({ claims: [rescuer, unknown, later] })).toMatchObject({ payable: null, pending: "facts" });
  });

  it("the reading is asked only where more than one cover pays", () => {
    const unpaid = { ...disaster, facts: { ...person, peril: "other" } } as const;
    const { payable, readings } = assessEvent(
      { claims: [rescuer, unpaid] },
      { readings: { multipleCovers: "highest" } },
    );
    expect([String(payable), readings]).toEqual(["800.00", {}]);
  });

  it.each([
    ["facts", [other, { ...rescuer, facts: person }, { cover: "hardshipIllness", facts: {} }]],
    ["loss", [other, { cover: "rescuer", facts: rescuer.facts }, disaster]],
    ["contract", [rescuer, other]],
  ] as const)("nothing is payable while any claim is open: %s", (pending, claims) => {
    const event = assessEvent({ claims });
    expect([event.payable, event.pending, event.assessments.length]).toEqual([null, pending, claims.length]);
    expect(event.readings).toEqual({});
  });

  it("shows each cover's amount with its clause, then the event's", () => {
    const lines = (multipleCovers: "cumulative" | "highest") =>
      assessEvent({ claims: [rescuer, disaster] }, { readings: { multipleCovers } }).lines.map(
        ({ operation, amount, clause }) => [operation, String(amount), clause.path],
      );
    const each = [
      ["pay", "800.00", "三(六)"],
      ["pay", "2800.00", "三(四)"],
    ];
    expect(lines("cumulative")).toEqual([...each, ["sum", "3600.00", "三"]]);
    expect(lines("highest")).toEqual([...each, ["higher", "2800.00", "三"]]);
  });

  it("echoes the readings of every claim", () => {
    const property = { ...disaster, loss: { propertyLoss: "500" } } as const;
    expect(assessEvent({ claims: [rescuer, property] }).readings).toEqual({
      propertyAlone: "paid",
      multipleCovers: "cumulative",
    });
    const alone = assessEvent({ claims: [rescuer, property] }, { readings: { propertyAlone: "onlyWithCasualty" } });
    expect([String(alone.payable), alone.readings]).toEqual(["800.00", { propertyAlone: "onlyWithCasualty" }]);
  });

  it.each([
    [{ claims: [] }, [["claims"]]],
    [{ claims: [{ ...rescuer, cover: "flood" }] }, [["claims", 0, "cover"]]],
    [
      {
        claims: [
          { ...rescuer, facts: { ...rescuer.facts, registeredDivision: "1" } },
          { cover: "trafficAccident", facts: { ...traffic, injury: "serious" }, loss: { death: true } },
        ],
      },
      [
        ["claims", 0, "facts", "registeredDivision"],
        ["claims", 1, "loss", "death"],
        ["claims", 1, "facts", "registeredDivision"],
      ],
    ],
    [{ claims: [rescuer], event: 1 }, [["event"]]],
    [{ claims: [{ ...rescuer, facts: Object.create(rescuer.facts) as object }] }, [["claims", 0, "facts"]]],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = assessEvent.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.error.issues.map(({ path }) => path)).toEqual(paths);
  });

  const costs = fc.integer({ min: 0, max: 1_000_000 });

  law("三 the highest is never above the sum, nor below any cover", [costs, costs, costs], (one, two, loss) => {
    const claims = [
      { ...rescuer, loss: { medicalExpenses: fen(one) } },
      { ...disaster, loss: { medicalExpenses: fen(two), propertyLoss: fen(loss) } },
    ];
    const paid = (multipleCovers: "cumulative" | "highest") =>
      assessEvent({ claims }, { readings: { multipleCovers } }).payable?.fen ?? -1;
    const each = claims.map((claim) => assessClaim(claim).payable?.fen ?? -1);
    expect(paid("cumulative")).toBe(each.reduce((sum, amount) => sum + amount, 0));
    expect(paid("highest")).toBe(Math.max(...each));
  });
});
