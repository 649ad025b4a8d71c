import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, lishui, type Eligibility, type Outcome } from "huimin-rules";
import { law } from "../law.js";

const { checkEligibility, checkSubsidy, policy } = lishui;

const household = { category: "marginalMinimumLiving" } as const;
const event = { ...household, occurredOn: "2018-01-01", insured: true } as const;

/** A complete, eligible application for each cover's subsidy. */
const applications = {
  ruralMicro: { cover: "ruralMicro", ...household },
  supplementaryMedical: { cover: "supplementaryMedical", ...household },
  loanGuarantee: { cover: "loanGuarantee", ...household, willing: true, capable: true, feasibleProject: true },
  loanProject: { cover: "loanProject", ...household, usesPovertyLoan: true, activity: "breeding" },
  farmhouse: { cover: "farmhouse", ...household },
  agriculture: { cover: "agriculture", ...household, existingProduct: true, requested: true },
} as const;

/** A complete, eligible claim under each cover. */
const claims = {
  ruralMicro: { cover: "ruralMicro", ...event, accidental: true, harm: "outpatient" },
  supplementaryMedical: { cover: "supplementaryMedical", ...event, setting: "inpatient", thirdPartyLiable: false },
  loanGuarantee: { cover: "loanGuarantee", ...event, lossOnInsuredLoan: true },
  loanProject: {
    cover: "loanProject",
    ...event,
    activity: "trade",
    boughtWithLoan: true,
    inProduction: true,
    propertyDamaged: true,
    peril: "accident",
  },
  farmhouse: { cover: "farmhouse", ...event, collapsed: true, peril: "naturalDisaster" },
  agriculture: { cover: "agriculture", ...event, inProduction: true, propertyDamaged: true, peril: "naturalDisaster" },
} as const;

interface Case {
  readonly cover: string;
  readonly [fact: string]: unknown;
}

interface Deciding {
  safe(this: void, input: unknown): Outcome<Eligibility>;
}

type Deciders = readonly (readonly [
  name: string,
  rule: Deciding,
  complete: Readonly<Record<string, Case>>,
  readings: Readonly<Record<string, string>>,
])[];

/** A claim rests on the kind of household at enrolment, since nothing is known of it at the loss. */
const rules: Deciders = [
  ["checkSubsidy", checkSubsidy, applications, {}],
  ["checkEligibility", checkEligibility, claims, { categoryJudgedOn: "enrolment" }],
];

const decide = (rule: Deciding, input: unknown) => {
  const outcome = rule.safe(input);
  if (!outcome.ok) throw outcome.error;
  return outcome.value;
};

describe.each(rules)("三, 四 %s", (_name, rule, complete, echoed) => {
  it.each(Object.values(complete))("$cover: all met", (input) => {
    const { outcome, unmet, missing, checks, readings } = decide(rule, input);
    expect([outcome, unmet, missing, readings]).toEqual(["eligible", [], [], echoed]);
    expect(checks.map(({ code }) => code)).toEqual(Object.keys(input).filter((name) => name !== "cover"));
    expect(checks.every((check) => check.outcome === "met")).toBe(true);
  });

  it.each(Object.entries(complete))("%s: a fact that is left out or null is missing, not false", (_cover, input) => {
    for (const name of Object.keys(input).filter((key) => key !== "cover" && key !== "setting")) {
      const rest = Object.fromEntries(Object.entries(input).filter(([key]) => key !== name));
      for (const partial of [rest, { ...input, [name]: null }]) {
        expect(decide(rule, partial)).toMatchObject({ outcome: "undetermined", unmet: [], missing: [name] });
      }
    }
  });

  it.each(["consolidated4600", "minimumLivingGuarantee", "marginalMinimumLiving", "otherHardship"])(
    "三 %s is a low-income rural household under every cover",
    (category) => {
      for (const input of Object.values(complete)) {
        expect(decide(rule, { ...input, category }).outcome).toBe("eligible");
      }
    },
  );

  it("三 other households are not, whatever else is missing", () => {
    for (const { cover } of Object.values(complete)) {
      expect(decide(rule, { cover, category: "none" })).toMatchObject({ outcome: "ineligible", unmet: ["category"] });
    }
  });

  it.each([
    [{}, ["cover"]],
    [{ cover: "flood" }, ["cover"]],
    [{ cover: "farmhouse", category: "poor" }, ["category"]],
    [{ cover: "farmhouse", category: 4600 }, ["category"]],
    [{ cover: "farmhouse", lossOnInsuredLoan: true }, ["lossOnInsuredLoan"]],
    [{ cover: "farmhouse", willing: true }, ["willing"]],
  ])("refuses %j", (input, path) => {
    expect(rule.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path }] } });
  });
});

describe("四 does government pay the premium", () => {
  const { loanGuarantee, loanProject, agriculture } = applications;

  it.each([
    [{ ...loanGuarantee, willing: false }, "四(三)", ["willing"]],
    [{ ...loanGuarantee, capable: false }, "四(三)", ["capable"]],
    [{ ...loanGuarantee, feasibleProject: false }, "四(三)", ["feasibleProject"]],
    [{ ...loanProject, usesPovertyLoan: false }, "四(四)", ["usesPovertyLoan"]],
    [{ ...loanProject, activity: "other" }, "四(四)", ["activity"]],
    [{ ...agriculture, existingProduct: false }, "四(五)2", ["existingProduct"]],
    [{ ...agriculture, requested: false }, "四(五)2", ["requested"]],
    [{ ...agriculture, existingProduct: null, requested: false }, "四(五)2", ["requested"]],
    [{ ...loanGuarantee, willing: false, capable: false }, "四(三)", ["willing", "capable"]],
  ] as const)("%j is not: %s", (input, path, unmet) => {
    const { outcome, unmet: found, checks } = checkSubsidy(input);
    expect([outcome, found]).toEqual(["ineligible", unmet]);
    expect(checks.find(({ code }) => code === unmet[0])?.clause).toEqual({ document: "丽政办发〔2017〕51号", path });
  });

  it.each(["planting", "breeding", "manufacturing", "trade", "storageLogistics"] as const)(
    "四(四) a loan used for %s counts",
    (activity) => {
      expect(checkSubsidy({ ...loanProject, activity }).outcome).toBe("eligible");
    },
  );

  it("says its requirements in both languages", () => {
    const { checks } = checkSubsidy({ ...loanProject, activity: "other" });
    expect(checks.map(({ text }) => text)).toEqual([
      {
        zh: "属于低收入农户：符合（农户类别：最低生活保障边缘对象）",
        en: "A low-income rural household: met (Kind of household: on the margin of the minimum living guarantee)",
      },
      {
        zh: "使用扶贫贷款：符合（是否使用扶贫贷款：是）",
        en: "Uses a poverty loan: met (Whether a poverty loan is used: yes)",
      },
      {
        zh: "投入种养殖业或个体工商业（加工制造、商业服务、仓储物流）：不符合（贷款用途：其他用途）",
        en: "For planting, breeding or individual business (manufacturing, trade, storage and logistics): not met (Use of the loan: another use)",
      },
    ]);
  });
});

describe("四 is this loss covered", () => {
  it.each([
    ["2017-06-14", "ineligible"],
    ["2017-06-15", "eligible"],
    ["2017-06-16", "eligible"],
    ["2026-12-31", "eligible"],
  ])("八 an event on %s: %s under every cover", (occurredOn, outcome) => {
    for (const claim of Object.values(claims)) expect(checkEligibility({ ...claim, occurredOn }).outcome).toBe(outcome);
  });

  it.each([
    [{ ...claims.ruralMicro, insured: false }, "四(一)", ["insured"]],
    [{ ...claims.ruralMicro, accidental: false }, "四(一)", ["accidental"]],
    [{ ...claims.supplementaryMedical, insured: false }, "四(二)", ["insured"]],
    [{ ...claims.supplementaryMedical, setting: "other" }, "四(二)", ["setting"]],
    [{ ...claims.supplementaryMedical, thirdPartyLiable: true }, "四(二)", ["thirdPartyLiable"]],
    [{ ...claims.loanGuarantee, insured: false }, "四(三)", ["insured"]],
    [{ ...claims.loanGuarantee, lossOnInsuredLoan: false }, "四(三)", ["lossOnInsuredLoan"]],
    [{ ...claims.loanProject, insured: false }, "四(四)", ["insured"]],
    [{ ...claims.loanProject, activity: "other" }, "四(四)", ["activity"]],
    [{ ...claims.loanProject, boughtWithLoan: false }, "四(四)", ["boughtWithLoan"]],
    [{ ...claims.loanProject, inProduction: false }, "四(四)", ["inProduction"]],
    [{ ...claims.loanProject, propertyDamaged: false }, "四(四)", ["propertyDamaged"]],
    [{ ...claims.loanProject, peril: "disease" }, "四(四)", ["diseaseActivity"]],
    [{ ...claims.loanProject, activity: "other", peril: "disease" }, "四(四)", ["activity", "diseaseActivity"]],
    [{ ...claims.agriculture, insured: false }, "四(五)2", ["insured"]],
    [{ ...claims.agriculture, inProduction: false }, "四(五)2", ["inProduction"]],
    [{ ...claims.agriculture, propertyDamaged: false }, "四(五)2", ["propertyDamaged"]],
    [{ ...claims.farmhouse, insured: false }, "四(五)1", ["insured"]],
    [{ ...claims.farmhouse, collapsed: false }, "四(五)1", ["collapsed"]],
    [{ ...claims.farmhouse, peril: "earthquake" }, "四(五)1", ["peril"]],
    [{ ...claims.farmhouse, peril: "other" }, "四(五)1", ["peril"]],
    [{ ...claims.farmhouse, collapsed: null, peril: "earthquake" }, "四(五)1", ["peril"]],
  ] as const)("%j is not: %s", (input, path, unmet) => {
    const { outcome, unmet: found, checks } = checkEligibility(input);
    expect([outcome, found]).toEqual(["ineligible", unmet]);
    expect(checks.find(({ code }) => code === unmet[0])?.clause).toEqual({ document: "丽政办发〔2017〕51号", path });
  });

  it.each([
    ["loanProject", "naturalDisaster"],
    ["loanProject", "accident"],
    ["farmhouse", "naturalDisaster"],
    ["farmhouse", "accident"],
    ["agriculture", "naturalDisaster"],
    ["agriculture", "disease"],
  ] as const)("%s covers %s", (cover, peril) => {
    expect(decide(checkEligibility, { ...claims[cover], peril }).outcome).toBe("eligible");
  });

  it.each([
    ["planting", "eligible"],
    ["breeding", "eligible"],
    ["manufacturing", "ineligible"],
    ["trade", "ineligible"],
    ["storageLogistics", "ineligible"],
  ] as const)("四(四) a disease of crops or livestock and a loan for %s: %s", (activity, outcome) => {
    const claim = { ...claims.loanProject, peril: "disease", activity } as const;
    expect(checkEligibility(claim).outcome).toBe(outcome);
    expect(checkEligibility({ ...claim, peril: "accident" }).outcome).toBe("eligible");
    expect(checkEligibility({ ...claim, activity: null })).toMatchObject({
      outcome: "undetermined",
      missing: ["activity"],
    });
  });

  it.each(["death", "disability", "outpatient"] as const)("四(一) an accident that did %s is covered", (harm) => {
    expect(checkEligibility({ ...claims.ruralMicro, harm }).outcome).toBe("eligible");
  });

  it("四(一) the list of harms is open, so another one is not known to be covered, nor not to", () => {
    const { outcome, missing, unmet, checks } = checkEligibility({ ...claims.ruralMicro, harm: "other" });
    expect([outcome, missing, unmet]).toEqual(["undetermined", ["harm"], []]);
    expect(checks[4]?.text.zh).toBe(
      "造成死亡、伤残、意外伤害门诊等情况：待查明（伤害情况：其他情况；所列情形以“等”收尾，是否包括须由合同明确）",
    );
  });

  it.each(["loanProject", "agriculture"] as const)(
    "%s: the list of causes is open, so another one is not known to be covered, nor not to",
    (cover) => {
      const { outcome, missing, unmet } = checkEligibility({ ...claims[cover], peril: "other" });
      expect([outcome, missing, unmet]).toEqual(["undetermined", ["peril"], []]);
    },
  );

  it("四(五)2 a contract that names another cause settles it", () => {
    const wider = amend(policy, { terms: { agriculture: { perils: ["naturalDisaster", "disease", "other"] } } });
    expect(checkEligibility({ ...claims.agriculture, peril: "other" }, { policy: wider }).outcome).toBe("eligible");
  });

  it("四(五)1 the earthquake's exclusion is told in both languages", () => {
    const { checks } = checkEligibility({ ...claims.farmhouse, peril: "earthquake" });
    expect(checks[4]?.text).toEqual({
      zh: "因自然灾害（地震灾害除外）或意外事故：不符合（损失原因：地震）",
      en: "A natural disaster (earthquakes are excluded) or an accident: not met (Cause of the loss: earthquake)",
    });
    expect(checks.slice(1, 3).map(({ text }) => text)).toEqual([
      {
        zh: "出险日在2017-06-15以后（含当日）：符合（出险日期：2018-01-01）",
        en: "The day of the event is 2017-06-15 or later: met (Day of the event: 2018-01-01)",
      },
      {
        zh: "出险日已投保：符合（出险日是否已投保本险种：是）",
        en: "Insured on the day of the event: met (Whether insured under this cover on the day of the event: yes)",
      },
    ]);
  });

  it("四(二) a third party is asked for only once the care is known to be in hospital", () => {
    const asked = (facts: object) => {
      const { outcome, missing, checks } = decide(checkEligibility, {
        cover: "supplementaryMedical",
        ...event,
        ...facts,
      });
      return [outcome, missing, checks.some(({ code }) => code === "thirdPartyLiable")];
    };
    expect(asked({})).toEqual(["undetermined", ["setting"], false]);
    expect(asked({ thirdPartyLiable: true })).toEqual(["undetermined", ["setting"], false]);
    expect(asked({ setting: "inpatient" })).toEqual(["undetermined", ["thirdPartyLiable"], true]);
    expect(asked({ setting: "specialOutpatient" })).toEqual(["eligible", [], false]);
    expect(asked({ setting: "specialOutpatient", thirdPartyLiable: true })).toEqual(["eligible", [], false]);
    expect(asked({ setting: "other" })).toEqual(["ineligible", [], false]);
  });

  it("四(二) a contract that also pays where a third party is liable waives the requirement, and says so", () => {
    const waiving = amend(policy, { terms: { supplementaryMedical: { noThirdParty: false } } });
    const { outcome, checks } = checkEligibility(
      { ...claims.supplementaryMedical, thirdPartyLiable: true },
      { policy: waiving },
    );
    expect(outcome).toBe("eligible");
    expect(checks.map((check) => check.outcome)).toEqual(["met", "met", "met", "met", "waived"]);
    expect(checks[4]).toMatchObject({ code: "thirdPartyLiable", amended: true, missing: [] });
    expect(checks[4]?.text).toEqual({
      zh: "住院无第三方责任：不作要求",
      en: "No third party is liable for the stay in hospital: waived",
    });
  });

  it("八 an amended day is told, and marks the check", () => {
    const earlier = amend(policy, { terms: { inForce: { from: "2017-01-01" } } });
    const { checks } = checkEligibility({ ...claims.farmhouse, occurredOn: "2017-01-01" }, { policy: earlier });
    expect(checks[1]).toMatchObject({ outcome: "met", amended: true });
    expect(checks[1]?.text.zh).toBe("出险日在2017-01-01以后（含当日）：符合（出险日期：2017-01-01）");
    expect(checks[1]?.text.en).toMatch(/^The day of the event is 2017-01-01 or later: met/);
  });

  it.each([
    [{ ...claims.farmhouse, peril: "disease" }, ["peril"]],
    [{ ...claims.agriculture, peril: "earthquake" }, ["peril"]],
    [{ ...claims.ruralMicro, occurredOn: "2018-02-29" }, ["occurredOn"]],
    [{ ...claims.ruralMicro, accidental: "yes" }, ["accidental"]],
  ])("refuses %j", (input, path) => {
    expect(checkEligibility.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path }] } });
  });
});

describe("三 the reading categoryJudgedOn", () => {
  const at = (category: string | null, categoryAtLoss: string | null, choice?: "enrolment" | "loss") => {
    const { outcome, unmet, missing, readings } = checkEligibility(
      { ...claims.farmhouse, category, categoryAtLoss } as Parameters<typeof checkEligibility>[0],
      choice && { readings: { categoryJudgedOn: choice } },
    );
    return [outcome, ...unmet, ...missing, readings];
  };
  const [enrolment, loss] = [{ categoryJudgedOn: "enrolment" }, { categoryJudgedOn: "loss" }];

  it("taken off the list since: covered by default, not by the kind at the loss", () => {
    expect(at("otherHardship", "none")).toEqual(["eligible", enrolment]);
    expect(at("otherHardship", "none", "loss")).toEqual(["ineligible", "categoryAtLoss", loss]);
  });

  it("put on the list since: the other way round", () => {
    expect(at("none", "otherHardship")).toEqual(["ineligible", "category", enrolment]);
    expect(at("none", "otherHardship", "loss")).toEqual(["eligible", loss]);
  });

  it("on the list throughout, or never: nothing is echoed, since nothing turns on it", () => {
    expect(at("otherHardship", "minimumLivingGuarantee")).toEqual(["eligible", {}]);
    expect(at("otherHardship", "minimumLivingGuarantee", "loss")).toEqual(["eligible", {}]);
    expect(at("none", "none", "loss").slice(0, 1)).toEqual(["ineligible"]);
  });

  it("what is not known of the day that counts is missing, and only that", () => {
    expect(at(null, "otherHardship")).toEqual(["undetermined", "category", enrolment]);
    expect(at("otherHardship", null)).toEqual(["eligible", enrolment]);
    expect(at("otherHardship", null, "loss")).toEqual(["undetermined", "categoryAtLoss", loss]);
  });

  it("where the claim is not covered anyhow, nothing is echoed", () => {
    expect(checkEligibility({ ...claims.farmhouse, insured: false }).readings).toEqual({});
  });

  it("the check says of which day it speaks", () => {
    const { checks } = checkEligibility(
      { ...claims.farmhouse, categoryAtLoss: "none" },
      { readings: { categoryJudgedOn: "loss" } },
    );
    expect(checks[0]?.text).toEqual({
      zh: "属于低收入农户：不符合（出险时的农户类别：不属于低收入农户）",
      en: "A low-income rural household: not met (Kind of household at the loss: none of these)",
    });
  });
});

describe("四(二) the reading thirdParty", () => {
  const stay = claims.supplementaryMedical;
  const by = (facts: object, choice?: "excluded" | "restAfterThirdParty") => {
    const { outcome, unmet, missing, readings } = checkEligibility(
      { ...stay, categoryAtLoss: stay.category, ...facts },
      choice && { readings: { thirdParty: choice } },
    );
    return [outcome, ...unmet, ...missing, readings];
  };
  const rest = "restAfterThirdParty";

  it("a liable third party takes the stay out by default, and leaves the rest by the other reading", () => {
    expect(by({ thirdPartyLiable: true })).toEqual(["ineligible", "thirdPartyLiable", { thirdParty: "excluded" }]);
    expect(by({ thirdPartyLiable: true }, rest)).toEqual(["eligible", { thirdParty: rest }]);
  });

  it("where none is liable, or the care is no stay in hospital, nothing is echoed", () => {
    expect(by({ thirdPartyLiable: false })).toEqual(["eligible", {}]);
    expect(by({ thirdPartyLiable: false }, rest)).toEqual(["eligible", {}]);
    for (const choice of ["excluded", rest] as const) {
      expect(by({ setting: "specialOutpatient", thirdPartyLiable: true }, choice)).toEqual(["eligible", {}]);
    }
  });

  it("whether one is liable must be known under both, so nothing is echoed", () => {
    for (const choice of ["excluded", rest] as const) {
      expect(by({ thirdPartyLiable: null }, choice)).toEqual(["undetermined", "thirdPartyLiable", {}]);
    }
  });

  it("says in words what is asked", () => {
    const { checks } = checkEligibility({ ...stay, thirdPartyLiable: true }, { readings: { thirdParty: rest } });
    expect(checks[4]?.text).toEqual({
      zh: "已查明住院有无第三方责任：符合（是否有第三方责任：是）",
      en: "It is known whether a third party is liable for the stay in hospital: met (Whether a third party is liable: yes)",
    });
  });
});

/** Cases with any mix of facts met, not met, in an open list's rest, and hidden. */
const cases = fc
  .constantFrom(...rules)
  .chain(([, rule, complete]) => fc.tuple(fc.constant(rule), fc.constantFrom(...Object.values(complete))))
  .chain(([rule, input]) => {
    const facts = Object.entries(input).filter(([name]) => name !== "cover");
    const others: Record<string, string> = { category: "none", occurredOn: "2017-06-14" };
    const mixed = facts.map(([name, value]) =>
      fc.constantFrom<[string, unknown]>(
        [name, value],
        [name, typeof value === "boolean" ? !value : (others[name] ?? "other")],
      ),
    );
    const hidden = fc.array(fc.boolean(), { minLength: facts.length, maxLength: facts.length });
    return fc.tuple(fc.constant(rule), fc.constant(input.cover), fc.tuple(...mixed), hidden);
  });

law("四 more facts never flip a settled outcome", [cases], ([rule, cover, facts, hidden]) => {
  const given = (list: readonly (readonly [string, unknown])[]) => ({ cover, ...Object.fromEntries(list) });
  const all = decide(rule, given(facts));
  const some = decide(rule, given(facts.filter((_, index) => !hidden[index])));
  if (some.outcome !== "undetermined") expect(all.outcome).toBe(some.outcome);
  expect(some.outcome === "eligible").toBe(some.missing.length === 0 && some.unmet.length === 0);
  expect(all.missing.every((name) => name === "peril" || name === "harm")).toBe(true);
});
