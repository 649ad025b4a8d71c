import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  amend,
  chinaHolidayNotices,
  createWorkCalendar,
  explain,
  fen,
  luozhuang,
  revive,
  yuan,
  type Json,
} from "huimin-rules";
import { law } from "../law.js";

const { assessClaim, claimDeadlines, institutionReimbursementDeadline, policy } = luozhuang;

const facts = {
  status: "liftedFromPovertyWithBenefits",
  occurredOn: "2020-05-01",
  setting: "inpatient",
  place: "city",
  designatedInstitution: true,
  referral: "approved",
} as const;
const loss = {
  totalExpenses: "100000",
  inScopeExpenses: "92000",
  basicPaid: "55000",
  criticalIllnessPaid: "10000",
} as const;
const injured = { status: facts.status, occurredOn: facts.occurredOn, accidental: true } as const;

describe("三 assessment of a claim", () => {
  it("a claim received before the event is refused", () => {
    const claim = { cover: "medicalSupplement", facts, loss } as const;
    expect(assessClaim.safe({ ...claim, dates: { claimReceivedOn: "2020-05-01" } }).ok).toBe(true);
    expect(assessClaim.safe({ ...claim, dates: { claimReceivedOn: "2020-04-30" } })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["dates", "claimReceivedOn"], code: "CONFLICT" }] },
    });
  });

  it("says who, how much, by when and why in one result", () => {
    const assessment = assessClaim({
      cover: "medicalSupplement",
      facts,
      loss,
      dates: { claimReceivedOn: "2020-06-01", agreedOn: "2020-06-15" },
    });
    expect(assessment).toMatchObject({
      programme: "luozhuang",
      cover: "medicalSupplement",
      pending: null,
      outOfCalendar: [],
    });
    expect(assessment.eligibility.outcome).toBe("eligible");
    expect(String(assessment.payable)).toBe("6100.00");
    expect(assessment.benefit).toHaveProperty("waterfall");
    expect(assessment.deadlines.map(({ action, dueOn }) => [action, dueOn])).toEqual([
      ["assess", "2020-07-01"],
      ["pay", "2020-06-28"], // the 25th is a holiday, the 28th a Sunday that is worked
      ["payUndisputed", "2020-07-31"],
    ]);
    expect(assessment.readings).toEqual({}); // referred: no reading changes anything
  });

  it("every reading that was used is echoed, of the eligibility and of the amount", () => {
    const { readings } = assessClaim({
      cover: "medicalSupplement",
      facts: { ...facts, setting: "specialOutpatient", specialDisease: "hemophilia" },
      loss,
    });
    expect(readings).toEqual({
      institutionReductionForOutpatient: "none",
      specialOutpatientAssistance: "sameAsInpatient",
      specialOutpatientRate: "ninetyPercent",
    });
  });

  it.each([
    ["eligible with a loss", facts, loss, "6100.00", null, true],
    ["eligible without a loss", facts, undefined, null, "loss", false],
    ["a fact missing that the amount does not need", { ...facts, status: null }, loss, null, "facts", true],
    ["a fact missing that the amount needs", { ...facts, setting: null }, loss, null, "facts", false],
    ["the place missing", { ...facts, place: null }, loss, null, "facts", false],
    ["the referral missing", { ...facts, referral: null }, loss, null, "facts", false],
    ["the institution missing", { ...facts, designatedInstitution: null }, loss, null, "facts", false],
    [
      "missing, but not asked outside the city",
      { ...facts, place: "outsideCity", designatedInstitution: null },
      loss,
      "7800.00",
      null,
      true,
    ],
    [
      "missing, but not asked in the district",
      { ...facts, place: "district", referral: null },
      loss,
      "6100.00",
      null,
      true,
    ],
    ["ineligible, the referral missing", { ...facts, status: "none", referral: null }, loss, "0.00", null, false],
    ["not referred", { ...facts, referral: "none" }, loss, "0.00", null, true],
    ["ineligible without a loss", { ...facts, status: "none" }, undefined, "0.00", null, false],
    ["nothing known", {}, undefined, null, "facts", false],
    ["other outpatient care", { ...facts, setting: "ordinaryOutpatient" }, loss, "0.00", null, false],
    ["elsewhere, not referred", { ...facts, place: "outsideCity", referral: "none" }, loss, "0.00", null, false],
    [
      "elsewhere, not referred, what assistance settled is known",
      { ...facts, place: "outsideCity", referral: "none" },
      { ...loss, medicalAssistancePaid: "10000" },
      "0.00",
      null,
      true,
    ],
  ] as const)("%s", (_, known, claimed, payable, pending, computed) => {
    const result = assessClaim({ cover: "medicalSupplement", facts: known, ...(claimed && { loss: claimed }) });
    expect([result.payable && String(result.payable), result.pending, result.benefit !== null]).toEqual([
      payable,
      pending,
      computed,
    ]);
  });

  it("who is covered but for the person is shown the amount, and paid nothing", () => {
    const result = assessClaim({ cover: "medicalSupplement", facts: { ...facts, status: "none" }, loss });
    expect([result.benefit?.amount, result.payable].map(String)).toEqual(["6100.00", "0.00"]);
  });

  it("三(一)第8段 while a referral is open, what the claim can come to is told", () => {
    const open = assessClaim({ cover: "medicalSupplement", facts: { ...facts, referral: null }, loss });
    expect(JSON.parse(JSON.stringify(open.between))).toEqual({ least: "0.00", most: "6100.00" });
  });

  it("三(一) what an open claim can come to counts cases that are not covered as nothing, and is open with an amount that is", () => {
    const claim = {
      cover: "medicalSupplement",
      facts: { ...facts, setting: null, specialDisease: "hemophilia" },
    } as const;
    const open = assessClaim({ ...claim, loss });
    // A stay 6 100, a special outpatient 7 800 without the reduction, other outpatient care nothing.
    expect(JSON.parse(JSON.stringify(open.between))).toEqual({ least: "0.00", most: "7800.00" });
    expect(open.readings).toMatchObject({ specialOutpatientAssistance: "sameAsInpatient" });
    const asSettled = { readings: { specialOutpatientAssistance: "asSettled" } } as const;
    const unknown = assessClaim({ ...claim, loss }, asSettled);
    expect([unknown.pending, unknown.between]).toEqual(["facts", null]);
    expect(unknown.readings).toMatchObject({ specialOutpatientAssistance: "asSettled" });
    expect(assessClaim(claim).between).toBeNull();
  });

  it("三(一)第7段 what a reading asks for and the loss does not state leaves the amount open", () => {
    const outpatient = { ...facts, setting: "specialOutpatient", specialDisease: "hemophilia" } as const;
    const claim = { cover: "medicalSupplement", facts: outpatient, loss } as const;
    const sameLevel = { readings: { specialOutpatientRate: "sameLevelInpatient" } } as const;
    expect(assessClaim(claim, sameLevel)).toMatchObject({ payable: null, pending: "loss", benefit: null });
    const stated = assessClaim({ ...claim, loss: { ...loss, inpatientRate: "0.85" } }, sameLevel);
    expect(String(stated.payable)).toBe("3200.00"); // 78 200 less 75 000
  });

  it("三 who is not insured is shown what it would be, under that heading, and nothing that the insurer would owe", () => {
    const claim = { cover: "medicalSupplement", facts: { ...facts, status: "none" }, loss } as const;
    const said = explain(assessClaim(claim));
    expect(said).toContain("核算单（元，如符合资格）");
    expect(said).not.toContain("应赔付");
    expect(said).toContain("结论：不属于保障范围，承保机构不赔付");
    expect(explain(assessClaim(claim), { locale: "en" })).not.toMatch(/payable/i);
  });

  it("三 the medical supplement's benefit has its waterfall by its type", () => {
    const result = assessClaim({ cover: "medicalSupplement", facts, loss });
    if (result.cover !== "medicalSupplement") throw new Error("another cover");
    expect(result.benefit?.waterfall.selfPaidInScope.toString()).toBe("9200.00");
    const json = JSON.parse(JSON.stringify(result)) as Json<typeof result>;
    expect(explain(json)).toBe(explain(result));
    expect(JSON.parse(JSON.stringify(revive(assessClaim, json)))).toEqual(json);
  });

  it("the accident line needs its loss", () => {
    expect(assessClaim({ cover: "accident", facts: injured }).pending).toBe("loss");
    expect(assessClaim({ cover: "accident", facts: injured, loss: { death: false } }).pending).toBe("loss");
    expect(String(assessClaim({ cover: "accident", facts: injured, loss: { medicalExpenses: "0" } }).payable)).toBe(
      "0.00",
    );
    expect(String(assessClaim({ cover: "accident", facts: injured, loss: { death: true } }).payable)).toBe("30000.00");
  });

  it("a reading is passed on to eligibility and amount alike", () => {
    const claim = { cover: "medicalSupplement", facts: { ...facts, referral: "none" }, loss } as const;
    expect(String(assessClaim(claim).payable)).toBe("0.00");
    const read = assessClaim(claim, { readings: { referralWithinCity: "notRequired" } });
    expect([String(read.payable), read.eligibility.outcome]).toEqual(["6100.00", "eligible"]);
  });

  it("a contract's better terms apply throughout", () => {
    const better = amend(policy, {
      terms: { accident: { death: yuan(50000) }, deadlines: { assess: 10 }, persons: { statuses: ["none"] } },
    });
    const result = assessClaim(
      {
        cover: "accident",
        facts: { ...injured, status: "none" },
        loss: { death: true },
        dates: { claimReceivedOn: "2020-06-01" },
      },
      { policy: better },
    );
    expect([String(result.payable), result.deadlines[0]?.dueOn]).toEqual(["50000.00", "2020-06-11"]);
    expect(result.deadlines.map(({ amended = false }) => amended)).toEqual([true, false]);
  });

  it("lists every problem with its path, at once; facts that are only missing are none", () => {
    const outcome = assessClaim.safe({
      cover: "medicalSupplement",
      facts: { place: "city", occurredOn: "2020-02-30", accidental: true },
      loss: { ...loss, inScopeExpenses: "100000.01", criticalIllnessPaid: "50000", place: "city" },
      dates: { claimReceivedOn: "2020-06-02", agreedOn: "2020-06-01" },
    });
    if (outcome.ok) throw new Error("was not refused");
    expect(new Set(outcome.error.issues.map(({ path }) => path.join(".")))).toEqual(
      new Set([
        "facts.occurredOn",
        "facts.accidental",
        "loss.inScopeExpenses",
        "loss.criticalIllnessPaid",
        "loss.place",
        "dates.agreedOn",
      ]),
    );
  });

  law(
    "三 payable is the benefit, zero or open, as the eligibility says",
    [
      fc.record({
        status: fc.constantFrom("liftedFromPovertyWithBenefits" as const, "none" as const, null),
        occurredOn: fc.constantFrom("2020-05-01", null),
        setting: fc.constantFrom("inpatient" as const, null),
        place: fc.constantFrom("district" as const, "city" as const, "outsideCity" as const, null),
        designatedInstitution: fc.constantFrom(true, false, null),
        referral: fc.constantFrom("approved" as const, "none" as const, null),
      }),
      fc.option(fc.integer({ min: 0, max: 50_000_000 }), { nil: undefined }),
    ],
    (known, amount) => {
      const { eligibility, benefit, payable, pending } = assessClaim({
        cover: "medicalSupplement",
        facts: known,
        ...(amount !== undefined && {
          loss: { totalExpenses: fen(amount), inScopeExpenses: fen(amount), basicPaid: fen(Math.floor(amount / 3)) },
        }),
      });
      expect(pending === null).toBe(payable !== null);
      if (eligibility.outcome === "ineligible") expect(String(payable)).toBe("0.00");
      if (eligibility.outcome === "undetermined") expect([payable, pending]).toEqual([null, "facts"]);
      if (eligibility.outcome === "eligible") {
        expect(payable).toBe(benefit?.amount ?? null);
        expect(pending).toBe(amount === undefined ? "loss" : null);
      }
    },
  );
});

describe("五(三) deadlines", () => {
  it("the statutory ones, which the plan does not set", () => {
    const { deadlines, readings } = claimDeadlines({
      claimReceivedOn: "2020-06-01",
      assessedOn: "2020-06-12",
      agreedOn: "2020-06-15",
    });
    expect(deadlines.map(({ action, dueOn, clause }) => [action, dueOn, clause.path])).toEqual([
      ["assess", "2020-07-01", "第二十三条"],
      ["pay", "2020-06-28", "第二十三条"],
      ["refuse", "2020-06-15", "第二十四条"],
      ["payUndisputed", "2020-07-31", "第二十五条"],
    ]);
    expect(readings).toEqual({});
    expect(claimDeadlines.safe({ claimReceivedOn: "2020-06-02", agreedOn: "2020-06-01" })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["agreedOn"] }] },
    });
  });

  it("a deadline outside the calendar is named, and the rest stands", () => {
    const calendar = createWorkCalendar(chinaHolidayNotices.filter(({ year }) => year <= 2020));
    const claim = {
      cover: "accident",
      facts: injured,
      loss: { death: true },
      dates: { claimReceivedOn: "2020-11-20" },
    } as const;
    const { deadlines, outOfCalendar } = assessClaim(claim, { calendar });
    expect(deadlines.map(({ action, dueOn }) => [action, dueOn])).toEqual([["assess", "2020-12-21"]]);
    expect(outOfCalendar).toEqual(["payUndisputed"]);
  });

  it.each([
    ["2020-01-01", "2020-02-29"],
    ["2020-01-31", "2020-02-29"],
    ["2020-02-29", "2020-03-31"],
    ["2020-04-30", "2020-05-31"], // a Sunday
    ["2020-05-01", "2020-06-30"],
    ["2020-12-31", "2021-01-31"], // a Sunday
  ])("an institution that advanced on %s is reimbursed by %s", (advancedOn, dueOn) => {
    const deadline = institutionReimbursementDeadline({ advancedOn });
    expect(deadline).toMatchObject({ action: "reimburse", dueOn, length: 1, unit: "month" });
    expect(deadline.clause).toEqual({ document: "罗扶办发〔2020〕6号", path: "五(三)" });
  });

  it("says so in words, and a contract may give another month", () => {
    expect(institutionReimbursementDeadline({ advancedOn: "2020-01-31" }).text).toEqual({
      zh: "承保机构向定点医疗机构兑付垫付费用：应于2020-02-29前（含当日）；自2020-01-31起，至之后第1个月的月末，休息日不顺延",
      en: "The insurer reimburses the institution for what it advanced: by 2020-02-29 (that day included); until the end of month 1 after 2020-01-31, rest days included",
    });
    const slower = amend(policy, { terms: { institution: { reimbursementMonths: 2 } } });
    expect(institutionReimbursementDeadline({ advancedOn: "2020-01-31" }, { policy: slower })).toMatchObject({
      dueOn: "2020-03-31",
      length: 2,
      amended: true,
    });
  });

  it("an assessment with the day of the advance gives the same day, where there is something to reimburse", () => {
    const reimburse = (known: object, lossOf: object = loss, advancedOn = "2020-05-31") => {
      const outcome = assessClaim.safe({
        cover: "medicalSupplement",
        facts: { ...facts, ...known },
        loss: lossOf,
        dates: { claimReceivedOn: "2020-06-01", advancedOn },
      });
      if (!outcome.ok) return outcome.error.issues.map(({ path, code }) => `${code} ${path.join(".")}`);
      return outcome.value.deadlines.flatMap(({ action, dueOn }) => (action === "reimburse" ? [dueOn] : []));
    };
    expect(reimburse({})).toEqual(["2020-06-30"]);
    expect(reimburse({ referral: null })).toEqual(["2020-06-30"]); // it may be
    expect(reimburse({ referral: "none" })).toEqual([]);
    expect(reimburse({}, { ...loss, criticalIllnessPaid: "37000" })).toEqual([]); // nothing is left to pay
    expect(reimburse({}, loss, "2020-05-01")).toEqual(["2020-06-30"]); // on the day of the care
    expect(reimburse({}, loss, "2020-04-30")).toEqual(["CONFLICT dates.advancedOn"]);
    expect(reimburse({ occurredOn: null }, loss, "2020-04-30")).toEqual(["2020-05-31"]);
    const accident = { cover: "accident", facts: injured, loss: { death: true } } as const;
    const dates = { claimReceivedOn: "2020-06-01", advancedOn: "2020-05-31" };
    expect(assessClaim.safe({ ...accident, dates })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["dates", "advancedOn"], code: "CONFLICT" }] },
    });
  });

  it.each([{}, { advancedOn: null }, { advancedOn: "2020-02-30" }, { advancedOn: "2020-01" }])(
    "refuses %j",
    (input) => {
      expect(institutionReimbursementDeadline.safe(input)).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["advancedOn"] }] },
      });
    },
  );

  law(
    "五(三) the next month's last day: later than any day of the month, and the same for all of them",
    [fc.integer({ min: 0, max: 5000 }).map((offset) => addDays("2015-01-01", offset))],
    (advancedOn) => {
      const { dueOn } = institutionReimbursementDeadline({ advancedOn });
      expect(addDays(dueOn, 1).endsWith("-01")).toBe(true);
      expect(institutionReimbursementDeadline({ advancedOn: `${advancedOn.slice(0, 7)}-01` }).dueOn).toBe(dueOn);
      expect(addDays(`${dueOn.slice(0, 7)}-01`, -1).slice(0, 7)).toBe(advancedOn.slice(0, 7));
    },
  );
});
