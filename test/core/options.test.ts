import { describe, expect, it } from "vitest";
import { amend, chinaHolidayNotices, chinaWorkCalendar, createWorkCalendar } from "huimin-rules/core";
import { settingsFrom } from "../../src/core/options.js";
import { definePolicy } from "../../src/core/policy.js";
import { patient } from "./toy-cases.js";
import * as toy from "./toy.js";

const { accidentBenefit, careBenefit, checkEligibility, claimDeadlines, policy } = toy;
const input = { place: "county", cost: "58000" } as const;

const optionsIssues = (options: unknown) => {
  const outcome = careBenefit.safe(input, options as object);
  if (outcome.ok) throw new Error("was not refused");
  expect(outcome.error.code).toBe("INVALID_OPTIONS");
  return outcome.error.issues;
};

describe("options", () => {
  it("all are optional, and what is not given is the programme's own", () => {
    for (const options of [undefined, {}, { policy: undefined, readings: undefined, calendar: undefined }]) {
      expect(settingsFrom(policy, options as object)).toEqual({ policy, choices: {}, calendar: chinaWorkCalendar });
    }
  });

  it("a set of readings may be passed to every rule of the programme", () => {
    const readings = { outpatient: "granted", deathAfterDisability: "higher" } as const;
    expect(careBenefit(input, { readings }).readings).toEqual({});
    expect(accidentBenefit({ death: true, disabilityGrade: 1 }, { readings }).readings).toEqual({
      deathAfterDisability: "higher",
    });
    const outside = { cover: "care", ...patient, inpatient: false } as const;
    expect(checkEligibility(outside, { readings }).readings).toEqual({ outpatient: "granted" });
    expect(checkEligibility({ cover: "care" }, { readings }).readings).toEqual({});
    expect(checkEligibility({ cover: "accident" }, { readings }).readings).toEqual({});
  });

  it("a calendar counts the working days", () => {
    const rest = { ...chinaHolidayNotices[9], year: 2027, holidays: [], makeUpWorkdays: [] };
    const calendar = createWorkCalendar([...chinaHolidayNotices, rest as (typeof chinaHolidayNotices)[0]]);
    const dates = { filedOn: "2026-12-31" };
    expect(claimDeadlines.safe(dates)).toMatchObject({ ok: false, error: { code: "CALENDAR_OUT_OF_RANGE" } });
    expect(claimDeadlines(dates, { calendar }).deadlines[0]?.dueOn).toBe("2027-01-07");
  });

  it.each([
    [{ readings: { deathAfterDisabilty: "both" } }, ["readings.deathAfterDisabilty"]],
    [{ readings: { deathAfterDisability: "most" } }, ["readings.deathAfterDisability"]],
    [
      { readings: { deathAfterDisability: "toString", constructor: "x" } },
      ["readings.deathAfterDisability", "readings.constructor"],
    ],
    [{ readings: "both" }, ["readings"]],
    [{ reading: {} }, ["reading"]],
    [{ policy: {} }, ["policy"]],
    [{ policy: { ...policy } }, ["policy"]],
    [{ policy: null, calendar: {} }, ["policy", "calendar"]],
    [{ policy: Object.freeze({ id: "toy", terms: {} }) }, ["policy"]],
    [{ policy: definePolicy({ ...policy, id: "another" }) }, ["policy"]],
    [{ calendar: { from: "2050-01-01", to: "2050-12-31", notices: [] } }, ["calendar"]],
    [
      { readings: { outpatient: 7 }, policy: 7, calendar: 7, other: 7 },
      ["other", "policy", "calendar", "readings.outpatient"],
    ],
    [7, [""]],
    [null, [""]],
    [[], [""]],
    [Object.create({ readings: { outpatient: "granted" } }) as object, [""]],
    [{ readings: Object.create({ outpatient: "granted" }) as object }, ["readings"]],
  ])("refuses %j", (options, paths) => {
    expect(optionsIssues(options).map(({ path }) => path.join("."))).toEqual(paths);
  });

  it("says what was probably meant", () => {
    expect(
      optionsIssues({ reading: {}, readings: { outpatiant: "granted", deathAfterDisability: "取高" } }).map(
        ({ code, received, meant }) => [code, received, meant],
      ),
    ).toEqual([
      ["UNKNOWN_FIELD", "{…}", "readings"],
      ["UNKNOWN_READING", "granted", "outpatient"],
      ["UNKNOWN_READING", "取高", undefined],
    ]);
    expect(optionsIssues({ readings: { deathAfterDisability: "分别给付" } })).toMatchObject([{ meant: "both" }]);
  });

  it("a reading that is undefined is the default", () => {
    const readings = { deathAfterDisability: undefined } as object;
    expect(accidentBenefit({ death: true, disabilityGrade: 1 }, { readings }).readings).toEqual({
      deathAfterDisability: "both",
    });
  });

  it("options that cannot be read are refused, not a crash", () => {
    const throws = {
      get: (): never => {
        throw new TypeError("boom");
      },
    };
    const paths = (options: object) => optionsIssues(options).map(({ path }) => path.join("."));
    expect(paths(Object.defineProperty({}, "policy", { enumerable: true, ...throws }))).toEqual([""]);
    expect(paths({ readings: new Proxy({}, { ownKeys: throws.get }) })).toEqual([""]);
  });

  it("an amended copy, and one of another copy of the library, is the programme's", () => {
    const better = amend(policy, { terms: { care: { limit: 1 } } });
    expect(careBenefit(input, { policy: better }).amount.toString()).toBe("1.00");
    expect(careBenefit(input, { policy: definePolicy({ ...policy }) }).amount.toString()).toBe("20000.00");
  });
});

describe("a refused option", () => {
  it("has its code, and names what there is", () => {
    const told = (options: unknown) =>
      optionsIssues(options).map(({ path, code, message }) => [path.join("."), code, message.en]);
    const says = (text: string) => expect.stringContaining(text) as unknown;
    expect(told(7)).toEqual([["", "WRONG_TYPE", says("options must be a plain object")]]);
    expect(told({ other: 7, policy: 7, calendar: 7, readings: 7 })).toEqual([
      ["other", "UNKNOWN_FIELD", says('there are: "policy", "readings", "calendar"')],
      ["policy", "WRONG_TYPE", says('expected "toy.policy" or a copy made by "amend"')],
      ["calendar", "WRONG_TYPE", says('expected a calendar made by "createWorkCalendar"')],
      ["readings", "WRONG_TYPE", says('expected "{ reading: choice }"')],
    ]);
    expect(told({ readings: { other: "both", deathAfterDisability: "most" } })).toEqual([
      ["readings.other", "UNKNOWN_READING", says('there are: "deathAfterDisability", "outpatient"')],
      ["readings.deathAfterDisability", "UNKNOWN_READING", says('expected one of: "both", "higher", "deathOnly"')],
    ]);
  });

  it("may have been named by the question of a reading", () => {
    for (const question of ["门诊治疗是否给付", "Whether outpatient care is paid"]) {
      expect(optionsIssues({ readings: { [question]: "granted" } })).toMatchObject([{ meant: "outpatient" }]);
    }
  });
});
