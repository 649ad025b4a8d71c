import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, chinaHolidayNotices, createWorkCalendar, lishui, yuan } from "huimin-rules";
import { law } from "../law.js";

const { assessClaim, claimDeadlines, policy } = lishui;

const event = { category: "marginalMinimumLiving", insured: true, occurredOn: "2018-01-01" } as const;
const care = { ...event, setting: "inpatient", thirdPartyLiable: false } as const;
/** An example, not the opinion's. */
const schedule = [{ upTo: "10000", rate: "0.6" }, { upTo: "50000", rate: "0.5" }, { rate: "0.4" }];
const loss = { selfPaidToDate: "60000", schedule };

describe("四 assessment of a claim", () => {
  it("says who, how much, by when and why in one result", () => {
    const assessment = assessClaim({
      cover: "supplementaryMedical",
      facts: care,
      loss,
      dates: { claimReceivedOn: "2018-01-02", agreedOn: "2018-02-01" },
    });
    expect(assessment).toMatchObject({ programme: "lishui", cover: "supplementaryMedical", pending: null });
    expect(assessment.eligibility.outcome).toBe("eligible");
    expect(assessment.benefit?.lines).toHaveLength(3);
    expect(String(assessment.payable)).toBe("30000.00");
    expect(assessment.deadlines.map(({ action, dueOn }) => [action, dueOn])).toEqual([
      ["assess", "2018-02-01"],
      ["pay", "2018-02-11"], // a Sunday that is worked
      ["payUndisputed", "2018-03-05"],
    ]);
    expect(assessment.readings).toEqual({ categoryJudgedOn: "enrolment", declining: "payoutRate" });
  });

  it("a claim received before the event is refused", () => {
    const claim = { cover: "supplementaryMedical", facts: care, loss } as const;
    expect(assessClaim.safe({ ...claim, dates: { claimReceivedOn: "2018-01-01" } }).ok).toBe(true);
    expect(assessClaim.safe({ ...claim, dates: { claimReceivedOn: "2017-12-31" } })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["dates", "claimReceivedOn"], code: "CONFLICT" }] },
    });
  });

  it.each([
    ["eligible with a loss", care, loss, "30000.00", null, true],
    ["eligible without a loss", care, undefined, null, "loss", false],
    ["eligible, and nothing is claimed", care, {}, null, "loss", false],
    ["eligible, and only the contract's part is given", care, { schedule }, null, "loss", false],
    ["eligible, and only the contract's part is missing", care, { selfPaidToDate: "60000" }, null, "contract", false],
    ["eligible, and nothing was spent", care, { selfPaidToDate: "0", schedule }, "0.00", null, true],
    ["not insured", { ...care, insured: false }, loss, "0.00", null, true],
    ["insured is not known", { ...care, insured: null }, loss, null, "facts", true],
    ["a fact missing", { ...care, thirdPartyLiable: null }, loss, null, "facts", true],
    ["fact and loss missing", { ...care, setting: null }, undefined, null, "facts", false],
    ["ineligible with a loss", { ...care, thirdPartyLiable: true }, loss, "0.00", null, true],
    ["ineligible without a loss", { ...care, category: "none" }, undefined, "0.00", null, false],
    ["ineligible, whatever is missing", { category: "none" }, undefined, "0.00", null, false],
  ] as const)("%s", (_, facts, given, payable, pending, computed) => {
    const result = assessClaim({ cover: "supplementaryMedical", facts, ...(given && { loss: given }) });
    expect([result.payable && String(result.payable), result.pending, result.benefit !== null]).toEqual([
      payable,
      pending,
      computed,
    ]);
  });

  it("四(三) of a loan's loss the insurer pays its share", () => {
    const facts = { ...event, lossOnInsuredLoan: true };
    const claim = { cover: "loanGuarantee", facts, loss: { principalLoss: "70000", interestLoss: "1234.56" } } as const;
    const { payable, benefit } = assessClaim(claim);
    expect(String(payable)).toBe("49864.19");
    expect(benefit).toMatchObject({ bank: expect.objectContaining({ fen: 2137037 }) as unknown });
    expect(assessClaim({ cover: "loanGuarantee", facts }).pending).toBe("loss");
  });

  it.each([
    { cover: "ruralMicro", facts: { ...event, accidental: true, harm: "death" } },
    {
      cover: "loanProject",
      facts: {
        ...event,
        activity: "planting",
        boughtWithLoan: true,
        inProduction: true,
        propertyDamaged: true,
        peril: "disease",
      },
    },
    { cover: "farmhouse", facts: { ...event, collapsed: true, peril: "naturalDisaster" } },
    { cover: "agriculture", facts: { ...event, inProduction: true, propertyDamaged: true, peril: "disease" } },
  ] as const)("$cover: the amount is the contract's", (claim) => {
    for (const loss of [undefined, {}]) {
      expect(assessClaim.safe({ ...claim, loss })).toMatchObject({
        value: { payable: null, pending: "contract", benefit: null },
      });
    }
    const loss = { contractAmount: "8000.50" };
    const { payable, benefit } = assessClaim({ ...claim, loss });
    expect([String(payable), String(benefit?.amount)]).toEqual(["8000.50", "8000.50"]);
    expect(benefit?.lines.map(({ clause, label }) => [clause.path, label.zh])).toEqual([
      [policy.covers[claim.cover]?.clause.path, "按合同约定赔付"],
    ]);
    expect(assessClaim.safe({ ...claim, loss, facts: { ...claim.facts, category: "none" } })).toMatchObject({
      value: { payable: { fen: 0 }, pending: null },
    });
    expect(assessClaim.safe({ ...claim, loss, facts: { ...claim.facts, category: null } })).toMatchObject({
      value: { payable: null, pending: "facts", between: { least: { fen: 0 }, most: { fen: 800050 } } },
    });
    expect(assessClaim.safe({ ...claim, loss: { contractAmount: "0" } })).toMatchObject({
      value: { payable: { fen: 0 }, pending: null },
    });
    expect(assessClaim.safe({ ...claim, loss: { amount: "1" } })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["loss", "amount"], code: "UNKNOWN_FIELD" }] },
    });
  });

  it("四(五)2 another cause of an open list waits for facts, not for the contract", () => {
    expect(
      assessClaim({
        cover: "agriculture",
        facts: { ...event, inProduction: true, propertyDamaged: true, peril: "other" },
      }),
    ).toMatchObject({
      payable: null,
      pending: "facts",
    });
  });

  it("lists every problem with its path, at once", () => {
    const outcome = assessClaim.safe({
      cover: "supplementaryMedical",
      facts: { occurredOn: "2018-02-30", accidental: true },
      loss: {
        selfPaidToDate: null,
        schedule: [{ upTo: "10000", rate: "0.5" }, { rate: "0.6" }],
        limit: "100000.01",
      },
      dates: { claimReceivedOn: "2018-04-02", agreedOn: "2018-04-01" },
      note: "",
    });
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) {
      expect(new Set(outcome.error.issues.map(({ path }) => path.join(".")))).toEqual(
        new Set([
          "facts.occurredOn",
          "facts.accidental",
          "loss.selfPaidToDate",
          "loss.schedule.1.rate",
          "loss.limit",
          "dates.agreedOn",
          "note",
        ]),
      );
    }
  });

  it.each(["selfPaidShare", "unchecked"] as const)(
    "四(二) a rising schedule is assessed under the reading %s, and the result says so",
    (declining) => {
      const claim = {
        cover: "supplementaryMedical",
        facts: { ...care, categoryAtLoss: care.category },
        loss: { selfPaidToDate: "20000", schedule: [{ upTo: "10000", rate: "0.5" }, { rate: "0.6" }] },
      } as const;
      expect(assessClaim.safe(claim)).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["loss", "schedule", 1, "rate"], code: "CONFLICT" }] },
      });
      const { payable, readings } = assessClaim(claim, { readings: { declining } });
      expect([String(payable), readings]).toEqual(["11000.00", { declining }]);
    },
  );

  describe("四(二) a third party is liable for the stay", () => {
    const facts = { ...care, categoryAtLoss: care.category, thirdPartyLiable: true } as const;
    const flat = [{ rate: "0.5" }];
    const by = (thirdParty: "excluded" | "restAfterThirdParty", given: object, known: object = facts) => {
      const { payable, pending, readings } = assessClaim(
        { cover: "supplementaryMedical", facts: known, loss: given },
        { readings: { thirdParty } },
      );
      return [payable && String(payable), pending, readings];
    };
    const spent = { selfPaidToDate: "60000", schedule: flat };

    it.each([
      ["0", "30000.00"],
      ["9999.99", "25000.01"], // 50000.01 × 50 % = 25000.005
      ["10000", "25000.00"],
      ["10000.01", "25000.00"], // 24999.995
      ["60000", "0.00"],
      ["60000.01", "0.00"],
    ])("it paid %s: nothing by default, %s by the other reading", (thirdPartyPaid, payable) => {
      const given = { ...spent, thirdPartyPaid };
      const matters = payable !== "0.00";
      expect(by("excluded", given)).toEqual(["0.00", null, { thirdParty: "excluded" }]);
      expect(by("restAfterThirdParty", given).slice(0, 2)).toEqual([payable, null]);
      if (matters) expect(by("restAfterThirdParty", given)[2]).toEqual({ thirdParty: "restAfterThirdParty" });
    });

    it("what it paid is not known: nothing by default; by the other reading the amount waits for it", () => {
      expect(by("excluded", spent)).toEqual(["0.00", null, { thirdParty: "excluded" }]);
      expect(by("restAfterThirdParty", spent)).toEqual([null, "loss", { thirdParty: "restAfterThirdParty" }]);
    });

    it("whether it is liable is not known: both readings wait for that", () => {
      const unknown = { ...facts, thirdPartyLiable: null };
      for (const thirdParty of ["excluded", "restAfterThirdParty"] as const) {
        expect(by(thirdParty, { ...spent, thirdPartyPaid: "0" }, unknown).slice(0, 2)).toEqual([null, "facts"]);
      }
    });

    it.each([
      // what it paid; least and most by the default and by the other reading
      [undefined, ["0.00", "30000.00"], null],
      ["0", ["0.00", "30000.00"], ["30000.00", "30000.00"]],
      ["10000", ["0.00", "25000.00"], ["25000.00", "25000.00"]],
    ])(
      "not known whether it is liable, it paid %s: between %j by default, %j by the other reading",
      (paid, ...bounds) => {
        const claim = {
          cover: "supplementaryMedical",
          facts: { ...facts, thirdPartyLiable: null },
          loss: { ...spent, ...(paid !== undefined && { thirdPartyPaid: paid }) },
        } as const;
        const found = (["excluded", "restAfterThirdParty"] as const).map((thirdParty) => {
          const { between } = assessClaim(claim, { readings: { thirdParty } });
          return between && [between.least, between.most].map(String);
        });
        expect(found).toEqual(bounds);
      },
    );
  });

  it("a deadline outside the calendar is named, and the rest stands", () => {
    const calendar = createWorkCalendar(chinaHolidayNotices.filter(({ year }) => year <= 2018));
    const dates = { claimReceivedOn: "2018-11-20" };
    const { deadlines, outOfCalendar } = assessClaim(
      { cover: "ruralMicro", facts: { ...event, accidental: true, harm: "death" }, dates },
      { calendar },
    );
    expect(deadlines.map(({ action, dueOn }) => [action, dueOn])).toEqual([["assess", "2018-12-20"]]);
    expect(outOfCalendar).toEqual(["payUndisputed"]);
    expect(claimDeadlines.safe(dates, { calendar })).toMatchObject({
      ok: false,
      error: { code: "CALENDAR_OUT_OF_RANGE" },
    });
  });

  it("a contract's other terms apply throughout, and the lines say so", () => {
    const other = amend(policy, {
      terms: {
        supplementaryMedical: { limit: yuan(80000), noThirdParty: false },
        inForce: { from: "2017-01-01" },
        deadlines: { assess: 10 },
      },
    });
    const result = assessClaim(
      {
        cover: "supplementaryMedical",
        facts: { ...care, occurredOn: "2017-06-14", thirdPartyLiable: true },
        loss: { selfPaidToDate: "900000", schedule },
        dates: { claimReceivedOn: "2018-01-02" },
      },
      { policy: other },
    );
    expect(String(result.payable)).toBe("80000.00");
    expect(result.benefit?.lines.map(({ amended = false }) => amended)).toEqual([false, true, false]);
    expect(result.deadlines[0]?.dueOn).toBe("2018-01-12");
  });

  law(
    "四 payable is the benefit, zero or open, as the eligibility says",
    [
      fc.constantFrom("inpatient" as const, "specialOutpatient" as const, "other" as const, null),
      fc.constantFrom(true, false, null),
      fc.option(fc.integer({ min: 0, max: 50_000_000 }), { nil: undefined }),
    ],
    (setting, thirdPartyLiable, total) => {
      const { eligibility, benefit, payable, pending } = assessClaim({
        cover: "supplementaryMedical",
        facts: { ...event, setting, thirdPartyLiable },
        ...(total !== undefined && { loss: { selfPaidToDate: total / 100, schedule } }),
      });
      expect(benefit === null).toBe(total === undefined);
      expect(pending === null).toBe(payable !== null);
      if (eligibility.outcome === "ineligible") expect(String(payable)).toBe("0.00");
      if (eligibility.outcome === "eligible") expect(payable).toBe(benefit?.amount ?? null);
      if (eligibility.outcome === "undetermined") expect(pending).toBe("facts");
    },
  );
});
