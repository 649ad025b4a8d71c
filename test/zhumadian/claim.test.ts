import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementFrom, amend, compareReadings, fen, yuan, zhumadian } from "huimin-rules";
import { law } from "../law.js";

const { assessClaim, assessEvent, policy } = zhumadian;

const registered = { registeredDivision: "411721", livesInCity: true, contractStartsOn: "2019-06-15" } as const;
const person = { ...registered, occurredOn: "2019-12-01" } as const;
const ill = {
  ...registered,
  admittedOn: "2019-12-01",
  dischargedOn: "2019-12-20",
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
      loss: { eligibleExpenses: "1840.50", eligibleExpensesBefore: "0", paidToDate: "0" },
      dates: { documentsCompleteOn: "2019-12-31" },
    });
    expect(assessment).toMatchObject({
      programme: "zhumadian",
      cover: "hardshipIllness",
      pending: null,
      outOfCalendar: [],
      readings: { nextDay: "calendarDay" },
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
    ["eligible with an empty loss", ill, {}, null, "loss", false],
  ])("%s", (_, facts, loss, payable, pending, computed) => {
    const result = assessClaim({ cover: "hardshipIllness", facts, ...(loss && { loss }), dates });
    expect([result.payable && String(result.payable), result.pending, result.benefit !== null]).toEqual([
      payable,
      pending,
      computed,
    ]);
    expect(result.deadlines.map(({ action }) => action)).toEqual(payable === "300.00" ? ["file", "pay"] : ["file"]);
  });

  it("二(二) the amount of another recognised case is the contract's", () => {
    const claim = (recognisedByGovernment: boolean | null, loss = {}) => {
      const facts = { ...person, recognisedByGovernment };
      const { payable, pending, benefit, deadlines } = assessClaim({ cover: "otherRecognised", facts, loss, dates });
      return [payable && String(payable), pending, benefit && String(benefit.amount), deadlines[0]?.dueOn];
    };
    expect(claim(true)).toEqual([null, "contract", null, undefined]);
    expect(claim(false)).toEqual(["0.00", null, null, undefined]);
    expect(claim(null)).toEqual([null, "facts", null, undefined]);
    expect(claim(true, { contractAmount: "1234.56" })).toEqual(["1234.56", null, "1234.56", "2020-01-21"]);
    expect(claim(true, { contractAmount: "0" })).toEqual(["0.00", null, "0.00", undefined]);
    expect(claim(false, { contractAmount: "1234.56" })).toEqual(["0.00", null, "1234.56", undefined]);
  });

  it("a fixed amount needs no loss; a casualty needs one, even that nobody was hurt", () => {
    const drowned = { ...person, occurredInCity: true, birthDate: "2010-03-01", recognisedByGovernment: true };
    expect(String(assessClaim({ cover: "minorDrowning", facts: drowned }).payable)).toBe("50000.00");
    const brave = { ...person, occurredInCity: true, recognisedByCounty: true };
    expect(assessClaim({ cover: "goodSamaritan", facts: brave }).pending).toBe("loss");
    for (const loss of [{}, { unhurt: false }, { death: false }]) {
      expect(assessClaim({ cover: "goodSamaritan", facts: brave, loss })).toMatchObject({
        payable: null,
        pending: "loss",
      });
    }
    const unhurt = assessClaim({ cover: "goodSamaritan", facts: brave, loss: { unhurt: true } });
    expect(String(unhurt.payable)).toBe("30000.00");
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
    const loss = { unhurt: true };
    const { deadlines } = assessClaim({ cover: "goodSamaritan", facts, loss, dates }, { policy: contract });
    expect(deadlines.map((each) => each.dueOn)).toEqual([dueOn]);
  });

  it("一(二) nothing is to be paid by a day while nothing is payable; a hardship claim is filed all the same", () => {
    const due = (claim: Parameters<typeof assessClaim>[0]) =>
      assessClaim(claim).deadlines.map(({ action, dueOn }) => [action, dueOn]);
    const filed = ["file", "2020-01-17"];
    const claim = { cover: "hardshipIllness", facts: ill, dates } as const;
    expect(due({ ...claim, loss: { eligibleExpenses: "0" } })).toEqual([filed]);
    expect(due({ ...claim, loss: { eligibleExpenses: "1" } })).toEqual([filed, ["pay", "2020-01-18"]]);
    expect(due({ ...claim, facts: { ...ill, inpatient: false } })).toEqual([filed]);
    expect(due({ ...claim, facts: {} })).toEqual([filed]);
    expect(due({ ...claim, dates: {} })).toEqual([]);
    const rescuer = { cover: "rescuer", facts: { ...person, rescuingOnScene: true }, dates } as const;
    expect(due({ ...rescuer, loss: { medicalExpenses: "0" } })).toEqual([]);
  });

  it("一(二) deciding and refusing follow the law, on which the plan is silent, and the words say so", () => {
    const assess = (rescuingOnScene: boolean | null) =>
      assessClaim({
        cover: "rescuer",
        facts: { ...person, rescuingOnScene },
        loss: { medicalExpenses: "800" },
        dates: { documentsCompleteOn: "2020-01-17", claimReceivedOn: "2020-01-10", assessedOn: "2020-01-16" },
      }).deadlines.map(({ action, dueOn, clause }) => [action, dueOn, clause.document]);
    const decide = ["assess", "2020-02-10", "《保险法》（2015年修正）"]; // 9 February is a Sunday
    const refuse = ["refuse", "2020-01-19", "《保险法》（2015年修正）"]; // a Sunday that is worked
    expect(assess(true)).toEqual([decide, ["pay", "2020-01-21", "驻政办〔2019〕66号"]]);
    expect(assess(false)).toEqual([decide, refuse]);
    expect(assess(null)).toEqual([decide]);
    const { refuse: term, assess: promptly } = policy.terms.deadlines;
    expect([term, promptly].map(({ label }) => label.zh.endsWith("（方案未规定，依保险法）"))).toEqual([true, true]);
  });

  it.each([
    ["claimReceivedOn", "2019-11-30", false], // the day before the event
    ["claimReceivedOn", "2019-12-01", true],
    ["assessedOn", "2019-11-30", false],
    ["documentsCompleteOn", "2019-11-30", false],
  ])("a claim is not dealt with before its event: %s %s", (name, day, ok) => {
    const outcome = assessClaim.safe({
      cover: "rescuer",
      facts: { ...person, rescuingOnScene: true },
      dates: { [name]: day },
    });
    expect(outcome.ok).toBe(ok);
    if (!outcome.ok) expect(outcome.error.issues).toMatchObject([{ path: ["dates", name], code: "CONFLICT" }]);
  });

  it("a claim is not decided on before it was received", () => {
    const decided = (assessedOn: string) =>
      assessClaim.safe({ cover: "rescuer", facts: {}, dates: { claimReceivedOn: "2020-01-10", assessedOn } });
    expect(decided("2020-01-10").ok).toBe(true);
    expect(decided("2020-01-09")).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["dates", "assessedOn"], code: "CONFLICT" }] },
    });
  });

  const inGroup = (
    group: string | null,
    loss: object,
    cover = "rescuer",
    extra: object = { rescuingOnScene: true },
  ) => {
    const claim = { cover, facts: { ...person, ...extra, group }, loss, dates: { documentsCompleteOn: "2019-12-31" } };
    return compareReadings(assessClaim, claim as never)
      .filter(({ readings }) => readings["disabilityWithoutScale"] !== "fullLimit")
      .map(({ readings, outcome }) => [
        readings["sameDay"],
        outcome.ok && outcome.value.deadlines.map(({ action, dueOn }) => `${action} ${dueOn}`).join(),
      ]);
  };

  it("一(二) a medical claim of someone in hardship under another cover: as anyone's, or the next day", () => {
    const [working, next] = ["pay 2020-01-06", "file 2019-12-31,pay 2020-01-01"];
    const both = [
      ["hardshipIllnessOnly", working],
      ["allMedicalOfHardshipGroups", next],
    ];
    expect(inGroup("severelyDisabled", { medicalExpenses: "800" })).toEqual(expect.arrayContaining(both));
    expect(inGroup("none", { medicalExpenses: "800" })).toEqual([[undefined, working]]);
    expect(inGroup(null, { medicalExpenses: "800" })).toEqual([[undefined, working]]);
    expect(inGroup("orphan", { medicalExpenses: "800" })).toEqual([[undefined, working]]);
    // Not for medical costs alone.
    expect(inGroup("severelyDisabled", { disabilityGrade: 10 })[0]?.[0]).toBeUndefined();
    expect(inGroup("severelyDisabled", { medicalExpenses: "1", disabilityGrade: 10 })[0]?.[0]).toBeUndefined();
    const flood = { peril: "flood", householdCasualty: true };
    expect(inGroup("severelyDisabled", { medicalExpenses: "1", propertyLoss: "1" }, "naturalDisaster", flood)).toEqual([
      [undefined, working],
    ]);
    expect(inGroup("severelyDisabled", { medicalExpenses: "1", propertyLoss: "0" }, "naturalDisaster", flood)).toEqual(
      expect.arrayContaining(both),
    );
  });

  it("一(二) an orphan is in hardship where the groups are those of material 001", () => {
    const readings = { sameDay: "allMedicalOfHardshipGroups", hardshipGroups: "asImplemented" } as const;
    const { deadlines } = assessClaim(
      {
        cover: "rescuer",
        facts: { ...person, rescuingOnScene: true, group: "orphan" },
        loss: { medicalExpenses: "800" },
        dates: { documentsCompleteOn: "2019-12-31" },
      },
      { readings },
    );
    expect(deadlines.map(({ action, dueOn }) => [action, dueOn])).toEqual([
      ["file", "2019-12-31"],
      ["pay", "2020-01-01"],
    ]);
  });

  it("三(四) property alone waits for whether anyone of the household was hurt, where that decides", () => {
    const claim = {
      cover: "naturalDisaster",
      facts: { ...person, peril: "hail" },
      loss: { propertyLoss: "1500" },
    } as const;
    const only = { readings: { propertyAlone: "onlyWithCasualty" } } as const;
    const open = assessClaim(claim, only);
    expect([open.payable, open.pending, open.between && Object.values(open.between).map(String)]).toEqual([
      null,
      "facts",
      ["0.00", "1500.00"],
    ]);
    const known = (householdCasualty: boolean) =>
      String(assessClaim({ ...claim, facts: { ...claim.facts, householdCasualty } }, only).payable);
    expect([known(true), known(false), String(assessClaim(claim).payable)]).toEqual(["1500.00", "0.00", "1500.00"]);
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
    expect(assessClaim({ ...claim, loss: {} })).toMatchObject({ payable: null, pending: "loss" });
    expect(assessClaim.safe({ ...claim, loss: { disabilityGrade: 1 } })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["loss", "death"], code: "MISSING" }] },
    });
    expect(String(assessClaim({ ...claim, loss: { death: true } }).payable)).toBe("50000.00");
  });

  it("二(三) a stay lies within the agreement by the day that the reading asks for", () => {
    const agreement = agreementFrom({
      id: "驻马店市2019",
      title: { zh: "合作协议", en: "Agreement" },
      programme: "zhumadian",
      document: policy.document.number,
      validFrom: "2019-12-10",
    });
    const claim = { cover: "hardshipIllness", facts: ill } as const; // admitted on 1 December, discharged on the 20th
    expect(assessClaim.safe(claim, { agreement })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["facts", "admittedOn"], code: "OUT_OF_RANGE" }] },
    });
    expect(assessClaim.safe(claim, { agreement, readings: { stayDay: "discharge" } }).ok).toBe(true);
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
      expect(deadlines.length).toBe(payable === null || payable.isZero() ? 1 : 2);
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

  it("every cover that fits is paid, costs once, or all of it, or only the highest", () => {
    const compared = compareReadings(assessEvent, { claims: [rescuer, disaster] });
    expect(compared.map(({ readings, outcome }) => [readings, outcome.ok && String(outcome.value.payable)])).toEqual([
      [{ multipleCovers: "costsOnce" }, "2800.00"],
      [{ multipleCovers: "cumulative" }, "3600.00"],
      [{ multipleCovers: "highest" }, "2800.00"],
    ]);
  });

  it.each([
    // costs: each cover up to its own limit of 5 000, in the order given, together at most the costs
    ["4999.99", "4999.99", null],
    ["5000", "5000.00", null],
    ["5000.01", "5000.01", "自然灾害：扣除前列各类已赔付的医疗费用 0.01"],
    ["9999.99", "9999.99", "自然灾害：扣除前列各类已赔付的医疗费用 4999.99"],
    ["10000", "10000.00", undefined],
    ["10000.01", "10000.00", undefined],
  ])("costs of %s under two covers: %s", (medicalExpenses, payable, line) => {
    const claims = [
      { ...rescuer, loss: { medicalExpenses } },
      { ...disaster, loss: { medicalExpenses } },
    ];
    const event = assessEvent({ claims });
    expect(String(event.payable)).toBe(payable);
    const shown = event.lines.map(({ label, amount }) => `${label.zh} ${String(amount)}`);
    if (typeof line === "string") expect(shown).toContain(line);
    const cut = shown.filter((each) => each.includes("扣除前列各类"));
    expect(cut.length).toBe(line === undefined ? 0 : 1);
    expect(event.assessments.map((each) => String(each.payable))).toEqual(
      claims.map((claim) => String(assessClaim(claim).payable)),
    );
  });

  it("costs once: what is not for costs is paid by every cover, and a contract's amount and an illness are outside", () => {
    const hurt = { medicalExpenses: "800", disabilityGrade: 7 } as const;
    const contract = { ...other, loss: { contractAmount: "1234.56" } } as const;
    const claims = [
      { ...rescuer, loss: hurt },
      { ...disaster, loss: { ...hurt, propertyLoss: "3000" } },
      contract,
      { ...hospital, facts: { ...ill, admittedOn: "2019-12-09", dischargedOn: "2019-12-19" } },
    ] as const;
    // 20 000 twice, 800 once, 2 000 of property, 1 234.56, half of 100
    expect(String(assessEvent({ claims }).payable)).toBe("44084.56");
  });

  it("costs once: a cover that does not pay takes nothing of the costs", () => {
    const unpaid = { ...disaster, facts: { ...person, peril: "other" } } as const;
    const spent = { ...rescuer, loss: { medicalExpenses: "800", medicalPaidBefore: "4900" } } as const;
    const mass = {
      cover: "massAccident",
      facts: { ...person, occurredInCity: true, suddenMassAccident: true },
      loss: { medicalExpenses: "800" },
    } as const;
    expect(String(assessEvent({ claims: [unpaid, rescuer] }).payable)).toBe("800.00");
    expect(assessEvent({ claims: [spent, mass] }).lines.map(({ amount }) => String(amount))).toEqual([
      "100.00",
      "800.00",
      "700.00",
      "800.00",
    ]);
  });

  it("the claims of one event state the same medical costs, or none", () => {
    const stating = (medicalExpenses: string | undefined) => {
      const loss = { propertyLoss: "3000", ...(medicalExpenses !== undefined && { medicalExpenses }) };
      return assessEvent.safe({ claims: [rescuer, { ...disaster, loss }] });
    };
    expect([stating(undefined).ok, stating("800.00").ok]).toEqual([true, true]);
    for (const other of ["800.01", "799.99", "0"]) {
      expect(stating(other)).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["claims", 1, "loss", "medicalExpenses"], code: "CONFLICT" }] },
      });
    }
  });

  it("a cover is claimed once: its limits hold for all its bills together", () => {
    const again = { ...rescuer, loss: { medicalExpenses: "800" } } as const;
    expect(assessEvent.safe({ claims: [rescuer, disaster, again] })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["claims", 2, "cover"], code: "CONFLICT" }] },
    });
  });

  const ill = {
    ...registered,
    admittedOn: "2019-12-01",
    dischargedOn: "2019-12-01",
    group: "extremePoverty",
    inpatient: true,
    listedDisease: true,
    insuranceSettled: true,
  } as const;
  const first = { eligibleExpensesBefore: "0", paidToDate: "0" };
  const hospital = { cover: "hardshipIllness", facts: ill, loss: { eligibleExpenses: "100", ...first } } as const;
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
    const stays = ["900", "900"].map((eligibleExpenses) => ({ ...hospital, loss: { eligibleExpenses, ...first } }));
    const compared = compareReadings(assessEvent, { claims: [rescuer, ...stays] });
    expect(compared.map(({ outcome }) => outcome.ok && String(outcome.value.payable))).toEqual([
      "1700.00",
      "1700.00",
      "900.00",
    ]);
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
    const loss = { medicalExpenses: "1" };
    const many = assessEvent.safe({ claims: Array.from({ length: 20_000 }, () => ({ ...claim, loss })) });
    expect(many.ok ? 0 : many.error.issues.filter(({ code }) => code === "MISSING").length).toBe(20_000);
  });

  it("what one claim leaves unknown contradicts nothing, and an illness has a day of its own", () => {
    const later = { ...hospital, facts: { ...ill, admittedOn: "2019-12-09", dischargedOn: "2019-12-19" } } as const;
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
    const lines = (multipleCovers: "costsOnce" | "cumulative" | "highest") =>
      assessEvent({ claims: [rescuer, disaster] }, { readings: { multipleCovers } }).lines.map(
        ({ operation, amount, clause }) => [operation, String(amount), clause.path],
      );
    const each = [
      ["pay", "800.00", "三(六)"],
      ["pay", "2800.00", "三(四)"],
    ];
    const once = ["deduct", "2000.00", "三(四)"];
    expect(lines("costsOnce")).toEqual([...each, once, ["sum", "2800.00", "三"]]);
    expect(lines("cumulative")).toEqual([...each, ["sum", "3600.00", "三"]]);
    expect(lines("highest")).toEqual([...each, ["higher", "2800.00", "三"]]);
  });

  it("echoes the readings of every claim", () => {
    const facts = { ...disaster.facts, householdCasualty: false } as const;
    const property = { ...disaster, facts, loss: { propertyLoss: "500" } } as const;
    expect(assessEvent({ claims: [rescuer, property] }).readings).toEqual({
      propertyAlone: "paid",
      multipleCovers: "costsOnce",
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

  law(
    "三 what an event pays for costs never exceeds the costs, and no cover pays beyond its limit",
    [
      fc.integer({ min: 0, max: 8_000_000 }),
      fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
      fc.shuffledSubarray(["goodSamaritan", "massAccident", "naturalDisaster", "rescuer", "trafficAccident"] as const, {
        minLength: 1,
      }),
      fc.array(fc.integer({ min: 0, max: 6_000_000 }), { minLength: 5, maxLength: 5 }),
    ],
    (bill, disabilityGrade, covers, usedBefore) => {
      const facts = {
        goodSamaritan: { ...person, occurredInCity: true, recognisedByCounty: true },
        massAccident: { ...person, occurredInCity: true, suddenMassAccident: true },
        naturalDisaster: { ...person, peril: "flood" },
        rescuer: { ...person, rescuingOnScene: true },
        trafficAccident: { ...traffic, injury: "serious" },
      } as const;
      const claims = covers.map((cover, index) => ({
        cover,
        facts: facts[cover],
        loss: {
          medicalExpenses: fen(bill),
          medicalPaidBefore: fen(usedBefore[index] ?? 0),
          ...(disabilityGrade !== undefined && { disabilityGrade }),
        },
      })) as Parameters<typeof assessEvent>[0]["claims"];
      const { payable, assessments } = assessEvent({ claims });
      const [medical, others] = [0, 0].map((_, part) =>
        assessments.reduce((sum, { benefit }) => {
          const forCosts = benefit?.parts.medical?.fen ?? 0;
          return sum + (part === 0 ? forCosts : (benefit?.amount.fen ?? 0) - forCosts);
        }, 0),
      );
      expect((payable?.fen ?? -1) - (others ?? 0)).toBe(Math.min(medical ?? -1, bill));
    },
  );

  law("三 the highest is never above the sum, nor below any cover", [costs, costs], (bill, loss) => {
    const claims = [
      { ...rescuer, loss: { medicalExpenses: fen(bill) } },
      { ...disaster, loss: { medicalExpenses: fen(bill), propertyLoss: fen(loss) } },
    ];
    const paid = (multipleCovers: "costsOnce" | "cumulative" | "highest") =>
      assessEvent({ claims }, { readings: { multipleCovers } }).payable?.fen ?? -1;
    const each = claims.map((claim) => assessClaim(claim).payable?.fen ?? -1);
    expect(paid("cumulative")).toBe(each.reduce((sum, amount) => sum + amount, 0));
    expect(paid("highest")).toBe(Math.max(...each));
    expect(paid("costsOnce")).toBeLessThanOrEqual(paid("cumulative"));
  });
});
