import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, compareReadings, luozhuang } from "huimin-rules";
import { law } from "../law.js";

const { checkEligibility, designatedInstitutions, isDesignated, policy } = luozhuang;

const person = { status: "liftedFromPovertyWithBenefits", occurredOn: "2020-05-01" } as const;
const inpatient = {
  cover: "medicalSupplement",
  ...person,
  setting: "inpatient",
  place: "district",
  designatedInstitution: true,
} as const;
const outpatient = { ...inpatient, setting: "specialOutpatient", specialDisease: "uremiaDialysis" } as const;
const inCity = { ...inpatient, place: "city", referral: "approved" } as const;
const outside = {
  cover: "medicalSupplement",
  ...person,
  setting: "inpatient",
  place: "outsideCity",
  referral: "approved",
} as const;
const assisted = { ...inpatient, status: "instantAssistance", assistedFrom: "2020-05-01" } as const;
const accident = { cover: "accident", ...person, accidental: true } as const;
const assistedAccident = { ...accident, status: "instantAssistance", assistedFrom: "2020-05-01" } as const;
const unnamed = { ...outpatient, specialDisease: "other", recognisedByBasicInsurance: true } as const;

/** Complete, eligible claims in which every fact is asked. */
const complete = { inpatient, outpatient, unnamed, inCity, outside, assisted, accident, assistedAccident };

const outcomeOf = (input: unknown, readings?: object) => {
  const outcome = checkEligibility.safe(input, readings && { readings });
  if (!outcome.ok) throw outcome.error;
  return outcome.value.outcome;
};

describe("二、三 eligibility", () => {
  it.each(Object.entries(complete))("%s: all met", (_, claim) => {
    const { outcome, unmet, missing, checks } = checkEligibility(claim);
    expect([outcome, unmet, missing]).toEqual(["eligible", [], []]);
    expect(checks.every(({ outcome: each }) => each === "met")).toBe(true);
  });

  it.each([
    [{ ...inpatient, status: "none" }, ["status"]],
    [{ ...accident, status: "none" }, ["status"]],
    [{ ...accident, accidental: false }, ["accidental"]],
    [{ ...inpatient, setting: "ordinaryOutpatient" }, ["setting"]],
    [{ ...unnamed, recognisedByBasicInsurance: false }, ["specialDisease"]],
    [{ ...inpatient, designatedInstitution: false }, ["designatedInstitution"]],
    [{ ...inCity, designatedInstitution: false }, ["designatedInstitution"]],
    [{ ...inCity, referral: "none" }, ["referral"]],
    [{ ...outside, referral: "none" }, ["referral"]],
    [
      {
        ...inCity,
        status: "none",
        occurredOn: "2021-01-01",
        setting: "specialOutpatient",
        specialDisease: "other",
        recognisedByBasicInsurance: false,
        designatedInstitution: false,
        referral: "none",
      },
      ["status", "occurredOn", "specialDisease", "designatedInstitution", "referral"],
    ],
  ] as const)("every unmet requirement is told: %j", (claim, unmet) => {
    expect(checkEligibility(claim)).toMatchObject({ outcome: "ineligible", unmet, missing: [] });
  });

  it.each([
    ["inpatient", ["status", "occurredOn", "setting", "place", "designatedInstitution"]],
    ["outpatient", ["specialDisease"]],
    ["unnamed", ["specialDisease", "recognisedByBasicInsurance"]],
    ["inCity", ["place", "designatedInstitution", "referral"]],
    ["outside", ["place", "referral"]],
    ["assisted", ["status", "assistedFrom", "occurredOn"]],
    ["accident", ["status", "occurredOn", "accidental"]],
    ["assistedAccident", ["assistedFrom"]],
  ] as const)("%s: a fact that is left out or null is missing, and nothing that hangs on it", (name, facts) => {
    const claim: Record<string, unknown> = complete[name];
    for (const fact of facts) {
      const { [fact]: dropped, ...rest } = claim;
      expect(dropped).toBeDefined();
      for (const input of [rest, { ...claim, [fact]: null }]) {
        expect(checkEligibility.safe(input)).toMatchObject({
          ok: true,
          value: { outcome: "undetermined", missing: [fact], unmet: [] },
        });
      }
    }
  });

  it("nothing known: what only some cases need is not asked yet", () => {
    expect(checkEligibility({ cover: "medicalSupplement" })).toMatchObject({
      outcome: "undetermined",
      missing: ["status", "occurredOn", "setting", "place"],
    });
    expect(checkEligibility({ cover: "accident" }).missing).toEqual(["status", "occurredOn", "accidental"]);
  });

  it.each([
    [{ ...inpatient, referral: "none" }],
    [{ ...inpatient, assistedFrom: "2020-12-01" }],
    [{ ...inpatient, specialDisease: "other", recognisedByBasicInsurance: false }],
    [{ ...outside, designatedInstitution: false }],
    [{ ...outpatient, recognisedByBasicInsurance: false }],
  ] as const)("a fact that the case does not ask for decides nothing: %j", (claim) => {
    expect(outcomeOf(claim)).toBe("eligible");
  });

  it.each([
    ["2019-12-31", "ineligible"],
    ["2020-01-01", "eligible"],
    ["2020-12-31", "eligible"],
    ["2021-01-01", "ineligible"],
  ])("三 the period of protection: %s is %s", (occurredOn, outcome) => {
    expect(outcomeOf({ ...inpatient, occurredOn })).toBe(outcome);
    expect(outcomeOf({ ...accident, occurredOn })).toBe(outcome);
  });

  it.each([
    ["2020-04-30", "eligible"],
    ["2020-05-01", "eligible"],
    ["2020-05-02", "ineligible"],
    ["2019-06-01", "eligible"],
  ])("三(二)第2段 instant assistance from %s, happened on 2020-05-01: %s", (assistedFrom, outcome) => {
    expect(outcomeOf({ ...assisted, assistedFrom })).toBe(outcome);
    expect(outcomeOf({ ...assistedAccident, assistedFrom })).toBe(outcome);
  });

  it("三(一)第7段 nine diseases are named, and the list is open", () => {
    const named = [
      "malignantTumorChemoradiotherapy",
      "uremiaDialysis",
      "antiRejectionAfterTransplant",
      "hemophilia",
      "severeMentalIllnessMedication",
      "multidrugResistantTuberculosis",
      "childCerebralPalsy",
      "childIntellectualDisability",
      "childAutism",
    ] as const;
    expect(Object.keys(luozhuang.specialDiseases)).toEqual([...named, "other"]);
    expect(policy.terms.medicalSupplement.specialDiseases.value).toEqual(named);
    for (const specialDisease of named) expect(outcomeOf({ ...outpatient, specialDisease })).toBe("eligible");
    expect(checkEligibility({ ...outpatient, specialDisease: "other" })).toMatchObject({
      outcome: "undetermined",
      missing: ["recognisedByBasicInsurance"],
    });
  });

  it("三(一)第8段 an emergency that was filed counts as a referral", () => {
    expect(outcomeOf({ ...inCity, referral: "emergencyFiled" })).toBe("eligible");
    expect(outcomeOf({ ...outside, referral: "emergencyFiled" })).toBe("eligible");
  });

  it("三(一)第8段 whether care in the city needs a referral is a reading", () => {
    const compared = compareReadings(checkEligibility, { ...inCity, referral: "none" });
    expect(compared.map(({ readings, outcome }) => [readings, outcome.ok && outcome.value.outcome])).toEqual([
      [{ referralWithinCity: "required" }, "ineligible"],
      [{ referralWithinCity: "notRequired" }, "eligible"],
    ]);
    const notRequired = { referralWithinCity: "notRequired" };
    expect(outcomeOf({ ...inCity, referral: null }, notRequired)).toBe("eligible");
    expect(outcomeOf({ ...outside, referral: "none" }, notRequired)).toBe("ineligible");
    expect(checkEligibility(inpatient).readings).toEqual({});
    expect(checkEligibility(outside).readings).toEqual({});
    expect(checkEligibility(inCity).readings).toEqual({}); // referred: it does not matter
  });

  it("三(一)第6段 whether special outpatient care outside the city is covered is a reading", () => {
    const elsewhere = { ...outpatient, place: "outsideCity", referral: "approved" } as const;
    const compared = compareReadings(checkEligibility, elsewhere);
    expect(compared.map(({ readings, outcome }) => [readings, outcome.ok && outcome.value.unmet])).toEqual([
      [{ outpatientOutsideCity: "covered" }, []],
      [{ outpatientOutsideCity: "notCovered" }, ["place"]],
    ]);
    const notCovered = { outpatientOutsideCity: "notCovered" };
    expect(outcomeOf(outside, notCovered)).toBe("eligible");
    expect(outcomeOf({ ...elsewhere, place: "city" }, notCovered)).toBe("eligible");
    const { checks } = checkEligibility(elsewhere, { readings: { outpatientOutsideCity: "notCovered" } });
    expect(checks.find(({ code }) => code === "place")).toMatchObject({
      clause: { path: "三(一)第6段" },
      text: { zh: "特殊病种门诊在市域内就医：不符合（就医地点：临沂市外）" },
    });
  });

  it("what a check says follows the words that a contract has put in", () => {
    const wider = amend(policy, {
      terms: {
        persons: { statuses: ["none"] },
        medicalSupplement: { settings: ["inpatient", "ordinaryOutpatient"], referral: ["approved"] },
      },
    });
    const said = (input: Parameters<typeof checkEligibility>[0], options?: { policy: typeof policy }) =>
      checkEligibility(input, options).checks.map(({ text }) => text.zh.split("：")[0]);
    expect(said(inCity)).toEqual([
      "属于脱贫享受政策人口或即时帮扶人口",
      "就医或出险在保障周期内（2020-01-01 至 2020-12-31）",
      "就医方式为住院或特殊病种门诊",
      "在健康扶贫定点医疗机构就医",
      "区外就医已办理转诊审批或急危重症等已及时转诊备案",
    ]);
    expect(said({ ...inCity, status: "none" }, { policy: wider })).toEqual([
      "属于其他人员",
      "就医或出险在保障周期内（2020-01-01 至 2020-12-31）",
      "就医方式为住院或普通门诊",
      "在健康扶贫定点医疗机构就医",
      "区外就医已办理转诊审批",
    ]);
  });

  it("a requirement that is waived stays, settled and marked", () => {
    const waived = amend(policy, {
      terms: { persons: { inPeriod: false, assistedBefore: false }, medicalSupplement: { designated: false } },
    });
    const claim = { ...assisted, occurredOn: "2021-05-01", assistedFrom: "2021-06-01", designatedInstitution: false };
    const { outcome, checks } = checkEligibility(claim, { policy: waived });
    expect([outcome, checks.map((check) => [check.code, check.outcome, check.amended])]).toEqual([
      "eligible",
      [
        ["status", "met", undefined],
        ["assistedFrom", "waived", true],
        ["occurredOn", "waived", true],
        ["setting", "met", undefined],
        ["designatedInstitution", "waived", true],
      ],
    ]);
    const { missing, checks: open } = checkEligibility({ ...inpatient, place: null }, { policy: waived });
    expect([missing, open.map((check) => [check.code, check.outcome])]).toEqual([
      ["place"],
      [
        ["status", "met"],
        ["occurredOn", "waived"],
        ["setting", "met"],
        ["designatedInstitution", "waived"],
        ["referral", "unknown"],
      ],
    ]);
  });

  it("三 the period's days are the contract's where it has its own, and the check says so", () => {
    const shorter = amend(policy, { terms: { period: { to: "2020-04-30" } } });
    const check = checkEligibility(inpatient, { policy: shorter }).checks[1];
    expect([check?.outcome, check?.amended]).toEqual(["unmet", true]);
    expect(check?.text.zh).toContain("（2020-01-01 至 2020-04-30）");
  });

  it("each check says its clause and its outcome in both languages", () => {
    const { checks } = checkEligibility({
      ...inCity,
      status: "instantAssistance",
      assistedFrom: "2020-05-02",
      setting: "specialOutpatient",
      specialDisease: "other",
    });
    expect(checks.map(({ code, outcome, clause }) => [code, outcome, clause.path])).toEqual([
      ["status", "met", "二"],
      ["assistedFrom", "unmet", "三(二)第2段"],
      ["occurredOn", "met", "三"],
      ["setting", "met", "三(一)第1、7段"],
      ["specialDisease", "unknown", "三(一)第7段"],
      ["designatedInstitution", "met", "三(一)第9段"],
      ["referral", "met", "三(一)第8段"],
    ]);
    expect(checks[1]?.text).toEqual({
      zh: "就医或出险不早于纳入即时帮扶之日：不符合（纳入即时帮扶之日：2020-05-02；就医或出险日期：2020-05-01）",
      en: "Care or accident not before the day instant assistance began: not met (The day instant assistance began: 2020-05-02; Day of the care or the accident: 2020-05-01)",
    });
    expect(checks[2]?.text.zh).toContain("（2020-01-01 至 2020-12-31）");
    expect(checks[4]?.text.zh).toBe("属于基本医保确定的特殊病种：待查明（尚缺：是否属基本医保确定的特殊病种）");
  });

  it.each([
    [{ ...inpatient, status: "poor" }, ["status"]],
    [{ ...inpatient, occurredOn: "2020-02-30" }, ["occurredOn"]],
    [{ ...inpatient, setting: "other" }, ["setting"]],
    [{ ...inpatient, place: "beijing" }, ["place"]],
    [{ ...inpatient, designatedInstitution: "yes" }, ["designatedInstitution"]],
    [{ ...inpatient, accidental: true }, ["accidental"]],
    [{ ...outpatient, specialDisease: "flu" }, ["specialDisease"]],
    [{ ...accident, setting: "inpatient" }, ["setting"]],
    [{ ...accident, cover: "flood" }, ["cover"]],
    [person, ["cover"]],
  ])("refuses %j", (input, path) => {
    expect(checkEligibility.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path }] } });
  });

  const any = fc.record({
    status: fc.constantFrom("liftedFromPovertyWithBenefits", "instantAssistance", "none"),
    assistedFrom: fc.constantFrom("2019-01-01", "2020-05-01", "2020-05-02"),
    occurredOn: fc.constantFrom("2019-12-31", "2020-05-01"),
    setting: fc.constantFrom("inpatient", "specialOutpatient"),
    specialDisease: fc.constantFrom("hemophilia", "other"),
    recognisedByBasicInsurance: fc.boolean(),
    place: fc.constantFrom("district", "city", "outsideCity"),
    designatedInstitution: fc.boolean(),
    referral: fc.constantFrom("approved", "none"),
  });

  law(
    "二、三 more facts never flip a settled outcome, and what is missing is what can settle it",
    [any, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), fc.constantFrom("required", "notRequired")],
    (facts, hidden, referralWithinCity) => {
      const known = Object.fromEntries(Object.entries(facts).filter((_, index) => hidden[index]));
      const check = (each: object) => {
        const outcome = checkEligibility.safe(
          { cover: "medicalSupplement", ...each },
          { readings: { referralWithinCity } },
        );
        if (!outcome.ok) throw outcome.error;
        return outcome.value;
      };
      const [all, some] = [check(facts), check(known)];
      expect(all.missing).toEqual([]);
      expect(all.outcome).not.toBe("undetermined");
      if (some.outcome !== "undetermined") expect(all.outcome).toBe(some.outcome);
      expect(some.missing.every((name) => !(name in known))).toBe(true);
      for (const code of some.unmet) expect(all.unmet).toContain(code);
    },
  );
});

describe("三(一)第9段 designated institutions", () => {
  // Copied from the plan.
  const district =
    "罗庄区人民医院、罗庄区人民医院南医疗区、罗庄中心医院、罗庄办事处卫生院、付庄中心卫生院、盛庄办事处卫生院、册山中心卫生院、高都办事处卫生院、沂堂镇卫生院、褚墩中心卫生院、黄山镇卫生院、双月湖卫生院、汤庄卫生院";
  const city =
    "市人民医院、市中心医院、市中医医院、市妇女儿童医院、市肿瘤医院、市精神卫生中心、鲁南眼科医院、市荣军医院";

  it("thirteen of the district, eight of the city", () => {
    expect(designatedInstitutions).toEqual({ district: district.split("、"), city: city.split("、") });
    expect([designatedInstitutions.district.length, designatedInstitutions.city.length]).toEqual([13, 8]);
  });

  it("each is known by its name, the city's own also with 临沂 in front", () => {
    for (const name of [...district.split("、"), ...city.split("、")]) expect(isDesignated(name)).toBe(true);
    const ofCity = city.split("、").filter((name) => name.startsWith("市"));
    expect(ofCity).toHaveLength(7);
    for (const name of ofCity) expect(isDesignated(`临沂${name}`)).toBe(true);
  });

  it.each(["", "人民医院", "临沂鲁南眼科医院", "罗庄区人民医院 ", "市", "__proto__"])("%j is not", (name) => {
    expect(isDesignated(name)).toBe(false);
  });

  it.each([undefined, null, 1, {}])("%j is no name", (name) => {
    expect(() => isDesignated(name as never)).toThrow(
      expect.objectContaining({
        code: "INVALID_INPUT",
        issues: [expect.objectContaining({ code: "WRONG_TYPE" })],
      }) as Error,
    );
  });
});
