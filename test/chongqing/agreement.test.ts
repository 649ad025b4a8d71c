import { describe, expect, it } from "vitest";
import { agreementFrom, chongqing } from "huimin-rules";

const { assessClaim } = chongqing;
const agreement = agreementFrom({
  id: "2021-a",
  title: { zh: "示例合同", en: "An example" },
  programme: "chongqing",
  document: "渝民〔2020〕238号",
  validFrom: "2021-03-01",
  validTo: "2021-03-31",
});

/** Each cover, the fact that is its event's day, and the readings that make it so. */
const days = [
  ["accident", "occurredOn", {}],
  ["majorIllness", "occurredOn", {}],
  ["majorIllness", "dischargedOn", { dayOfStay: "discharge" }],
  ["illnessDeath", "occurredOn", {}],
  ["studentCriticalIllness", "diagnosedOn", {}],
  ["educationGrant", "occurredOn", {}],
  ["educationGrant", "admittedOn", { dayOfEntry: "admission" }],
] as const;

describe("三 the day of the event decides whether a claim lies within its agreement", () => {
  it.each(days)("%s: %s (%j)", (cover, day, readings) => {
    const on = (value: string) => assessClaim.safe({ cover, facts: { [day]: value } }, { agreement, readings });
    expect(["2021-03-01", "2021-03-31"].map((value) => on(value).ok)).toEqual([true, true]);
    for (const value of ["2021-02-28", "2021-04-01"]) {
      const outcome = on(value);
      expect(outcome.ok || outcome.error.issues).toMatchObject([{ path: ["facts", day], code: "OUT_OF_RANGE" }]);
    }
  });
});
