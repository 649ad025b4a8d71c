import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, compareReadings, zhumadian } from "huimin-rules";
import { law } from "../law.js";

const { checkEligibility, divisions, perils, policy } = zhumadian;

const registered = { registeredDivision: "411721", livesInCity: true, contractStartsOn: "2019-06-15" } as const;
const person = { ...registered, occurredOn: "2019-12-01" } as const;

/** A complete, eligible claim under each cover. */
const complete = {
  goodSamaritan: {
    cover: "goodSamaritan",
    ...person,
    occurredInCity: true,
    recognisedInCity: true,
    recognisedByCounty: true,
  },
  massAccident: { cover: "massAccident", ...person, occurredInCity: true, suddenMassAccident: true },
  minorDrowning: {
    cover: "minorDrowning",
    ...person,
    occurredInCity: true,
    birthDate: "2010-03-01",
    recognisedByGovernment: true,
  },
  naturalDisaster: { cover: "naturalDisaster", ...person, peril: "flood" },
  trafficAccident: {
    cover: "trafficAccident",
    ...person,
    occurredInCity: true,
    injury: "serious",
    hitAndRun: true,
    handledByAssistanceFund: true,
  },
  rescuer: { cover: "rescuer", ...person, rescuingOnScene: true },
  hardshipIllness: {
    cover: "hardshipIllness",
    ...registered,
    admittedOn: "2019-12-01",
    dischargedOn: "2019-12-01",
    group: "severelyDisabled",
    inpatient: true,
    listedDisease: true,
    insuranceSettled: true,
  },
  otherRecognised: { cover: "otherRecognised", ...person, recognisedByGovernment: true },
} as const;

/** The day of a case: for an illness those of admission and discharge. */
const on = (claim: { readonly cover: string }, day: string) =>
  claim.cover === "hardshipIllness" ? { ...claim, admittedOn: day, dischargedOn: day } : { ...claim, occurredOn: day };

const outcomeOf = (input: unknown, readings?: object) => {
  const outcome = checkEligibility.safe(input, readings && { readings });
  if (!outcome.ok) throw outcome.error;
  return outcome.value.outcome;
};

describe("二(二), 三 eligibility for a claim", () => {
  it.each(Object.values(complete))("$cover: all met", (claim) => {
    const { outcome, unmet, missing, checks } = checkEligibility(claim);
    expect([outcome, unmet, missing]).toEqual(["eligible", [], []]);
    expect(checks.every(({ outcome: each }) => each === "met")).toBe(true);
  });

  it.each([
    [{ ...complete.goodSamaritan, occurredInCity: false }, ["occurredInCity"]],
    [{ ...complete.goodSamaritan, recognisedByCounty: false }, ["recognisedByCounty"]],
    [{ ...complete.massAccident, occurredInCity: false }, ["occurredInCity"]],
    [{ ...complete.massAccident, suddenMassAccident: false }, ["suddenMassAccident"]],
    [{ ...complete.minorDrowning, occurredInCity: false }, ["occurredInCity"]],
    [{ ...complete.minorDrowning, recognisedByGovernment: false }, ["recognisedByGovernment"]],
    [{ ...complete.naturalDisaster, peril: "other" }, ["peril"]],
    [{ ...complete.trafficAccident, occurredInCity: false }, ["occurredInCity"]],
    [{ ...complete.trafficAccident, injury: "minor" }, ["injury"]],
    [{ ...complete.trafficAccident, handledByAssistanceFund: false }, ["handledByAssistanceFund"]],
    [{ ...complete.rescuer, rescuingOnScene: false }, ["rescuingOnScene"]],
    [{ ...complete.hardshipIllness, group: "none" }, ["group"]],
    [{ ...complete.hardshipIllness, inpatient: false }, ["inpatient"]],
    [{ ...complete.hardshipIllness, listedDisease: false }, ["listedDisease"]],
    [{ ...complete.hardshipIllness, insuranceSettled: false }, ["insuranceSettled"]],
    [{ ...complete.otherRecognised, recognisedByGovernment: false }, ["recognisedByGovernment"]],
    [
      { ...complete.hardshipIllness, registeredDivision: "411729", inpatient: false },
      ["registeredDivision", "inpatient"],
    ],
  ] as const)("every unmet requirement is told: %j", (claim, unmet) => {
    expect(checkEligibility(claim)).toMatchObject({ outcome: "ineligible", unmet, missing: [] });
  });

  it.each(Object.entries(complete))("%s: a fact that is left out or null is missing, not false", (_, claim) => {
    const notAsked = ["cover", "hitAndRun", "livesInCity", "recognisedInCity", "dischargedOn"];
    for (const name of Object.keys(claim).filter((key) => !notAsked.includes(key))) {
      const { [name]: dropped, ...rest } = claim as Record<string, unknown>;
      expect(dropped).toBeDefined();
      for (const input of [rest, { ...claim, [name]: null }]) {
        expect(checkEligibility(input as typeof claim)).toMatchObject({ outcome: "undetermined", missing: [name] });
      }
    }
  });

  it.each([
    ["2019-06-14", "ineligible"],
    ["2019-06-15", "eligible"],
    ["2020-06-14", "eligible"],
    ["2020-06-15", "ineligible"],
  ])("二(一)1 a contract from 2019-06-15, an event on %s: %s", (occurredOn, outcome) => {
    for (const claim of Object.values(complete)) expect(outcomeOf(on(claim, occurredOn))).toBe(outcome);
  });

  it.each([
    ["2019-06-15", "2020-06-13", "eligible", "eligible"],
    ["2019-06-15", "2020-06-14", "eligible", "eligible"],
    ["2019-06-15", "2020-06-15", "ineligible", "eligible"],
    ["2019-06-15", "2020-06-16", "ineligible", "ineligible"],
    ["2020-02-29", "2021-02-28", "eligible", "eligible"], // no matching day: the month's last in either case
    ["2020-02-29", "2021-03-01", "ineligible", "ineligible"],
  ])(
    "二(一)1 a contract from %s, an event on %s: %s, or %s up to the matching day",
    (contractStartsOn, day, before, same) => {
      for (const claim of Object.values(complete)) {
        const dated = { ...claim, contractStartsOn };
        const facts = on(dated, day) as typeof claim;
        expect([outcomeOf(facts), outcomeOf(facts, { contractEnds: "sameDay" })]).toEqual([before, same]);
        expect("contractEnds" in checkEligibility(facts).readings).toBe(before !== same);
      }
    },
  );

  it.each([
    // admitted, discharged: by admission, by discharge
    ["2019-06-14", "2019-06-14", "ineligible", "ineligible"],
    ["2019-06-14", "2019-06-15", "ineligible", "eligible"],
    ["2019-06-15", "2019-06-15", "eligible", "eligible"],
    ["2020-06-14", "2020-06-14", "eligible", "eligible"],
    ["2020-06-14", "2020-06-15", "eligible", "ineligible"],
    ["2020-06-15", "2020-06-16", "ineligible", "ineligible"],
    ["2019-12-01", null, "eligible", "undetermined"],
    ["2019-06-14", null, "ineligible", "undetermined"],
    [null, "2019-12-01", "undetermined", "eligible"],
    [null, "2020-06-15", "undetermined", "ineligible"],
  ])(
    "三(七) in hospital from %s to %s: %s, or %s by the day of discharge",
    (admittedOn, dischargedOn, admission, discharge) => {
      const claim = { ...complete.hardshipIllness, admittedOn, dischargedOn };
      expect([outcomeOf(claim), outcomeOf(claim, { stayDay: "discharge" })]).toEqual([admission, discharge]);
      expect("stayDay" in checkEligibility(claim).readings).toBe(admission !== discharge);
    },
  );

  it("三(七) nobody leaves hospital before the admission", () => {
    const stay = (dischargedOn: string) =>
      checkEligibility.safe({ ...complete.hardshipIllness, admittedOn: "2019-12-01", dischargedOn });
    expect([stay("2019-12-01").ok, stay("2019-12-02").ok]).toEqual([true, true]);
    expect(stay("2019-11-30")).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["dischargedOn"], code: "CONFLICT" }] },
    });
  });

  it.each([
    [true, "eligible", "eligible"],
    [false, "eligible", "ineligible"],
    [null, "eligible", "undetermined"],
  ])("一(一) registered, living in the city %s: %s, or %s where that is asked", (livesInCity, registration, both) => {
    for (const claim of Object.values(complete)) {
      const facts = { ...claim, livesInCity };
      expect([outcomeOf(facts), outcomeOf(facts, { residence: "alsoResident" })]).toEqual([registration, both]);
      expect("residence" in checkEligibility(facts).readings).toBe(registration !== both);
    }
  });

  it.each([
    [true, true, "eligible", "eligible"],
    [true, false, "eligible", "ineligible"],
    [true, null, "eligible", "undetermined"],
    [false, true, "ineligible", "eligible"],
    [false, false, "ineligible", "ineligible"],
    [null, true, "undetermined", "eligible"],
    [null, null, "undetermined", "undetermined"],
  ])(
    "二(二)1 done in the city %s, recognised there %s: %s, or %s",
    (occurredInCity, recognisedInCity, deed, recognition) => {
      const claim = { ...complete.goodSamaritan, occurredInCity, recognisedInCity };
      expect([outcomeOf(claim), outcomeOf(claim, { placeOfDeed: "recognition" })]).toEqual([deed, recognition]);
      expect("placeOfDeed" in checkEligibility(claim).readings).toBe(deed !== recognition);
    },
  );

  it.each([
    ["2019-03-01", "2020-02-29", "2020-03-01"], // a year with its leap day
    ["2020-02-29", "2021-02-28", "2021-03-01"], // no matching day: the month's last
    ["2019-01-01", "2019-12-31", "2020-01-01"],
  ])("二(一)1 a contract from %s runs up to and with %s", (contractStartsOn, last, after) => {
    const claim = { ...complete.rescuer, contractStartsOn };
    expect([last, after].map((occurredOn) => outcomeOf({ ...claim, occurredOn }))).toEqual(["eligible", "ineligible"]);
  });

  it("一(一) everyone registered in the city's counties is insured, but in Xincai", () => {
    const outcomes = Object.keys(divisions).map((registeredDivision) => [
      registeredDivision,
      outcomeOf({ ...complete.naturalDisaster, registeredDivision }),
    ]);
    expect(Object.fromEntries(outcomes)).toEqual({
      411702: "eligible",
      411721: "eligible",
      411722: "eligible",
      411723: "eligible",
      411724: "eligible",
      411725: "eligible",
      411726: "eligible",
      411727: "eligible",
      411728: "eligible",
      411729: "ineligible",
    });
    for (const registeredDivision of ["410102", "411628", "421721", "110101", "410100"]) {
      expect(outcomeOf({ ...complete.naturalDisaster, registeredDivision })).toBe("ineligible");
    }
  });

  it.each(["经济开发区", "城乡一体化示范区", "高新技术产业开发区", "411771"])(
    "一(一) %s takes part",
    (registeredDivision) => {
      const { outcome, checks } = checkEligibility({ ...complete.rescuer, registeredDivision });
      expect(outcome).toBe("eligible");
      const name = registeredDivision === "411771" ? "经济开发区" : registeredDivision;
      expect(checks[0]?.text.zh).toBe(
        `驻马店市户籍人口（不含新蔡县）：符合（户籍所在县区（行政区划代码）或开发区：${name}）`,
      );
    },
  );

  it("一(一) a county is shown by name, and one outside the city as it was given", () => {
    const shown = (registeredDivision: string) =>
      checkEligibility({ ...complete.rescuer, registeredDivision }).checks[0]?.text.en;
    expect(["411721", "411729", "410102"].map(shown)).toEqual([
      "Registered in Zhumadian (without Xincai): met (County (GB/T 2260 code) or zone of registration: Xiping)",
      "Registered in Zhumadian (without Xincai): not met (County (GB/T 2260 code) or zone of registration: Xincai)",
      "Registered in Zhumadian (without Xincai): not met (County (GB/T 2260 code) or zone of registration: 410102)",
    ]);
  });

  it.each([
    ["412825", "是旧代码，上蔡县现为 411722", "a former code: Shangcai is 411722 now"],
    ["411701", "应为六位县级行政区划代码", "expected the six-digit code"],
    ["412899", "应为六位县级行政区划代码", "expected the six-digit code"],
  ])("一(一) %s is refused: %s", (registeredDivision, zh, en) => {
    const outcome = checkEligibility.safe({ ...complete.rescuer, registeredDivision });
    const message = outcome.ok ? undefined : outcome.error.issues[0]?.message;
    expect([message?.zh, message?.en]).toEqual([expect.stringContaining(zh), expect.stringContaining(en)]);
  });

  it.each([
    ["2001-12-02", "eligible", "eligible"], // 18 tomorrow
    ["2001-12-01", "ineligible", "eligible"], // 18 today
    ["2001-11-30", "ineligible", "ineligible"],
    ["2019-12-01", "eligible", "eligible"], // born today
  ])("二(二)3 born %s, drowned 2019-12-01: %s from the birthday, %s from the day after", (birthDate, ...outcomes) => {
    const claim = { ...complete.minorDrowning, birthDate };
    expect([outcomeOf(claim), outcomeOf(claim, { ageReachedOn: "dayAfter" })]).toEqual(outcomes);
    expect("ageReachedOn" in checkEligibility(claim).readings).toBe(outcomes[0] !== outcomes[1]);
  });

  it.each([
    ["2019-12-02", "2019-12-01", false],
    ["2019-12-01", "2019-12-01", true], // drowned on the day of birth
    ["2019-12-02", null, true],
    [null, "2019-12-01", true],
  ])("二(二)3 born %s, drowned %s: %s", (birthDate, occurredOn, ok) => {
    const outcome = checkEligibility.safe({ ...complete.minorDrowning, birthDate, occurredOn });
    expect(outcome.ok).toBe(ok);
    if (!outcome.ok) expect(outcome.error.issues).toMatchObject([{ path: ["occurredOn"], code: "CONFLICT" }]);
  });

  it("二(二)3 who is a minor stands in the civil law, and the check says so", () => {
    const { checks } = checkEligibility({ ...complete.minorDrowning, birthDate: "2001-12-01" });
    expect(checks.map(({ code, clause }) => [code, clause.path])).toEqual([
      ["registeredDivision", "一(一)"],
      ["occurredOn", "二(一)1"],
      ["occurredInCity", "二(二)3"],
      ["age", "第十七条"],
      ["recognisedByGovernment", "三(三)"],
    ]);
    expect(checks[3]?.clause.document).toBe("《民法总则》（2017年）");
    expect(checks[3]?.text).toEqual({
      zh: "未成年人（不满18周岁）：不符合（出生日期：2001-12-01；出险日期：2019-12-01）",
      en: "A minor, below the age of 18: not met (Day of birth: 2001-12-01; Day of the event: 2019-12-01)",
    });
  });

  it("三(四) knows eight perils", () => {
    const listed = Object.keys(perils).filter((peril) => peril !== "other");
    expect(listed).toHaveLength(8);
    for (const peril of listed) expect(outcomeOf({ ...complete.naturalDisaster, peril })).toBe("eligible");
  });

  it("三(五) death and serious injury count", () => {
    expect(outcomeOf({ ...complete.trafficAccident, injury: "death" })).toBe("eligible");
    expect(outcomeOf({ ...complete.trafficAccident, injury: "serious" })).toBe("eligible");
  });

  it.each([
    [true, undefined, "eligible", [], []],
    [undefined, true, "eligible", [], []],
    [true, false, "eligible", [], []],
    [false, true, "eligible", [], []],
    [true, true, "eligible", [], []],
    [false, null, "undetermined", ["hitAndRun"], []],
    [undefined, false, "undetermined", ["liablePartyCannotPay"], []],
    [null, undefined, "undetermined", ["liablePartyCannotPay", "hitAndRun"], []],
    [false, false, "ineligible", [], ["liablePartyCannotPay", "hitAndRun"]],
  ])("三(五) cannot pay %s, fled %s: %s", (liablePartyCannotPay, hitAndRun, outcome, missing, unmet) => {
    const { hitAndRun: _, ...claim } = complete.trafficAccident;
    const facts = {
      ...claim,
      ...(liablePartyCannotPay !== undefined && { liablePartyCannotPay }),
      ...(hitAndRun !== undefined && { hitAndRun }),
    };
    expect(checkEligibility(facts)).toMatchObject({ outcome, missing, unmet });
  });

  it.each([
    "registeredPoorHousehold",
    "minimumLivingGuarantee",
    "extremePoverty",
    "severelyDisabled",
    "registeredHardshipWorker",
  ] as const)("二(二)7 %s is a hardship group of the plan, under either reading", (group) => {
    const claim = { ...complete.hardshipIllness, group };
    expect(checkEligibility(claim)).toMatchObject({ outcome: "eligible", readings: {} });
    expect(outcomeOf(claim, { hardshipGroups: "asImplemented" })).toBe("eligible");
  });

  it("二(二)7 the plan names five groups, the report adds orphans", () => {
    const compared = compareReadings(checkEligibility, { ...complete.hardshipIllness, group: "orphan" });
    expect(
      compared.map(({ readings, outcome }) => {
        if (!outcome.ok) throw outcome.error;
        const check = outcome.value.checks.find(({ code }) => code === "group");
        return [readings, outcome.value.outcome, check?.clause];
      }),
    ).toEqual([
      [{ hardshipGroups: "document" }, "ineligible", { document: "驻政办〔2019〕66号", path: "二(二)7" }],
      [
        { hardshipGroups: "asImplemented" },
        "eligible",
        { document: "“材料001：本项目至2020年年初的情况，无标题、文号”", path: "二" },
      ],
    ]);
    expect(outcomeOf({ ...complete.hardshipIllness, group: "none" }, { hardshipGroups: "asImplemented" })).toBe(
      "ineligible",
    );
  });

  it("二(二)1, 2, 3, 5 protect visitors only if the territory is read in", () => {
    for (const cover of ["goodSamaritan", "massAccident", "minorDrowning", "trafficAccident"] as const) {
      const visitor = { ...complete[cover], registeredDivision: "410102" };
      const compared = compareReadings(checkEligibility, visitor);
      const seen = compared.map(({ readings, outcome }) => [
        readings["personScope"],
        outcome.ok && outcome.value.outcome,
      ]);
      expect(new Set(seen.map((each) => each.join(" ")))).toEqual(
        new Set(["registered ineligible", "orInTerritory eligible"]),
      );
      expect(checkEligibility(complete[cover]).readings).not.toHaveProperty("personScope");
      const abroad = { ...visitor, occurredInCity: false };
      expect(outcomeOf(abroad, { personScope: "orInTerritory" })).toBe("ineligible");
      const unknown = { ...visitor, registeredDivision: null };
      expect(outcomeOf(unknown, { personScope: "orInTerritory" })).toBe("eligible");
    }
  });

  it("the covers that do not speak of the territory protect the registered alone", () => {
    for (const cover of ["naturalDisaster", "rescuer", "hardshipIllness", "otherRecognised"] as const) {
      const visitor = { ...complete[cover], registeredDivision: "410102" };
      expect(outcomeOf(visitor, { personScope: "orInTerritory" })).toBe("ineligible");
    }
  });

  it("each check says its clause", () => {
    const paths = (claim: Parameters<typeof checkEligibility>[0]) =>
      checkEligibility(claim).checks.map(({ code, clause }) => `${code} ${clause.path}`);
    expect(paths(complete.goodSamaritan).slice(2)).toEqual(["occurredInCity 二(二)1", "recognisedByCounty 三(一)"]);
    expect(paths(complete.massAccident).slice(2)).toEqual(["occurredInCity 二(二)2", "suddenMassAccident 二(二)2"]);
    expect(paths(complete.naturalDisaster).slice(2)).toEqual(["peril 三(四)"]);
    expect(paths(complete.trafficAccident).slice(2)).toEqual([
      "occurredInCity 二(二)5",
      "injury 三(五)",
      "hitAndRun 三(五)",
      "handledByAssistanceFund 三(五)",
    ]);
    expect(paths(complete.rescuer).slice(2)).toEqual(["rescuingOnScene 三(六)"]);
    expect(paths(complete.hardshipIllness).slice(2)).toEqual([
      "group 二(二)7",
      "inpatient 三(七)",
      "listedDisease 三(七)",
      "insuranceSettled 三(七)",
    ]);
    expect(paths(complete.otherRecognised).slice(2)).toEqual(["recognisedByGovernment 二(二)"]);
  });

  it("a contract may waive a requirement or run for longer", () => {
    const longer = amend(policy, {
      terms: { insured: { contractYears: 2 }, trafficAccident: { unrecoverable: false } },
    });
    const { hitAndRun: _, ...claim } = { ...complete.trafficAccident, occurredOn: "2021-06-14" };
    const { checks, ...result } = checkEligibility(claim, { policy: longer });
    expect(result).toMatchObject({ outcome: "eligible", missing: [] });
    expect(checks.map(({ code, outcome, amended }) => [code, outcome, amended])).toEqual([
      ["registeredDivision", "met", undefined],
      ["occurredOn", "met", true],
      ["occurredInCity", "met", undefined],
      ["injury", "met", undefined],
      ["liablePartyCannotPay", "waived", true],
      ["handledByAssistanceFund", "met", undefined],
    ]);
    expect(checks[1]?.text.zh).toMatch(/^在2年保险期限内：/);
    expect(checks[1]?.text.en).toMatch(/^Within the contract's term of 2 years:/);
    expect(checkEligibility(complete.rescuer).checks[1]?.text.zh).toMatch(/^在1年保险期限内：/);
  });

  it("一(一) which counties are left out, and which codes are too wide, follow the policy that is applied", () => {
    const others = amend(policy, { terms: { insured: { excludedDivisions: ["411728", "411727"] } } });
    const at = (registeredDivision: string) =>
      checkEligibility({ ...complete.rescuer, registeredDivision }, { policy: others });
    expect([at("411729").outcome, at("411728").outcome]).toEqual(["eligible", "ineligible"]);
    expect(at("411729").checks[0]).toMatchObject({
      amended: true,
      text: { zh: expect.stringMatching(/^驻马店市户籍人口（不含遂平县、汝南县）：符合/) as string },
    });
    const province = amend(policy, { terms: { insured: { cityCode: "41" } } });
    const code = (registeredDivision: string) => {
      const outcome = checkEligibility.safe({ ...complete.rescuer, registeredDivision }, { policy: province });
      return outcome.ok ? outcome.value.outcome : outcome.error.issues.map(({ path }) => path);
    };
    expect(["410102", "410100", "421721", "411729"].map(code)).toEqual([
      "eligible",
      "eligible",
      "ineligible",
      "ineligible",
    ]);
    expect(["411700", "410000"].map(code)).toEqual([[["registeredDivision"]], [["registeredDivision"]]]);
  });

  it("lists in a label follow the policy that is applied", () => {
    const wider = amend(policy, {
      terms: {
        trafficAccident: { injuries: ["death"] },
        naturalDisaster: { perils: ["flood", "hail"] },
        hardshipIllness: { groups: ["orphan"] },
      },
    });
    const label = (claim: Parameters<typeof checkEligibility>[0], code: string) =>
      checkEligibility(claim, { policy: wider })
        .checks.find((check) => check.code === code)
        ?.text.zh.split("：")[0];
    expect(label(complete.trafficAccident, "injury")).toBe("致人死亡");
    expect(label(complete.naturalDisaster, "peril")).toBe("属于所列2种灾害之一");
    expect(label(complete.hardshipIllness, "group")).toBe("属于1类特困群众之一");
  });

  it.each([
    [{ ...complete.minorDrowning, birthDate: "2019-12-02" }, ["occurredOn"]],
    [{ ...complete.rescuer, registeredDivision: "西平县" }, ["registeredDivision"]],
    [{ ...complete.rescuer, registeredDivision: "41172" }, ["registeredDivision"]],
    [{ ...complete.rescuer, registeredDivision: "4117210" }, ["registeredDivision"]],
    [{ ...complete.rescuer, registeredDivision: "" }, ["registeredDivision"]],
    [{ ...complete.rescuer, registeredDivision: 411721 }, ["registeredDivision"]],
    [{ ...complete.rescuer, registeredDivision: "411700" }, ["registeredDivision"]], // Xincai or not?
    [{ ...complete.minorDrowning, registeredDivision: "410000" }, ["registeredDivision"]],
    [{ ...complete.hardshipIllness, occurredInCity: true }, ["occurredInCity"]],
    [{ ...complete.hardshipIllness, occurredOn: "2019-12-01" }, ["occurredOn"]],
    [{ ...complete.rescuer, admittedOn: "2019-12-01" }, ["admittedOn"]],
    [{ ...complete.hardshipIllness, group: ["orphan"] }, ["group"]],
    [{ ...complete.naturalDisaster, peril: "earthquake" }, ["peril"]],
    [{ ...complete.trafficAccident, injury: "slight" }, ["injury"]],
    [{ ...complete.rescuer, occurredOn: "2020-02-30" }, ["occurredOn"]],
    [{ ...complete.rescuer, rescuingOnScene: "true" }, ["rescuingOnScene"]],
    [{ ...complete.rescuer, cover: "death" }, ["cover"]],
    [person, ["cover"]],
  ])("refuses %j", (input, path) => {
    expect(checkEligibility.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path }] } });
  });

  const other: Readonly<Record<string, unknown>> = {
    registeredDivision: "411729",
    contractStartsOn: "2018-06-15",
    occurredOn: "2020-06-15",
    admittedOn: "2020-06-15",
    dischargedOn: "2020-06-16",
    birthDate: "2001-12-01",
    peril: "other",
    injury: "minor",
    group: "orphan",
  };
  const claims = fc.constantFrom(...Object.values(complete)).chain((claim) => {
    const traffic = claim.cover === "trafficAccident" ? { liablePartyCannotPay: false } : {};
    const facts = Object.entries({ ...claim, ...traffic }).filter(([name]) => name !== "cover");
    const known = facts.map(([name, value]) =>
      fc.constantFrom([name, value] as const, [name, typeof value === "boolean" ? !value : other[name]] as const),
    );
    return fc.tuple(
      fc.constant(claim.cover),
      fc.tuple(...known),
      fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
      fc.record({
        personScope: fc.constantFrom("registered", "orInTerritory"),
        hardshipGroups: fc.constantFrom("document", "asImplemented"),
        ageReachedOn: fc.constantFrom("birthday", "dayAfter"),
        residence: fc.constantFrom("registered", "alsoResident"),
        placeOfDeed: fc.constantFrom("deed", "recognition"),
        contractEnds: fc.constantFrom("dayBefore", "sameDay"),
        stayDay: fc.constantFrom("admission", "discharge"),
      }),
    );
  });

  law("三 more facts never flip a settled outcome", [claims], ([cover, facts, hidden, readings]) => {
    const options = { readings } as Parameters<typeof checkEligibility>[1];
    const all = checkEligibility.safe({ cover, ...Object.fromEntries(facts) }, options);
    const shown = facts.filter((_, index) => hidden[index]);
    const some = checkEligibility.safe({ cover, ...Object.fromEntries(shown) }, options);
    if (!all.ok || !some.ok) {
      // Of two days of a stay one can be changed alone, so that it ends before it begins.
      expect(cover).toBe("hardshipIllness");
      return;
    }
    if (some.value.outcome !== "undetermined") expect(all.value.outcome).toBe(some.value.outcome);
    expect(all.value.missing).toEqual([]);
    expect(some.value.outcome === "eligible").toBe(some.value.missing.length === 0 && some.value.unmet.length === 0);
  });
});
