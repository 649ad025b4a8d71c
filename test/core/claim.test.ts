import { describe, expect, it } from "vitest";
import { claimsOf } from "../../src/core/claim.js";
import { fact, flag, money } from "../../src/core/fields.js";
import { citing, definePolicy } from "../../src/core/policy.js";
import { rulesOf } from "../../src/core/rule.js";

const { provision, clause } = citing("试〔2020〕1号");

/** A made-up policy: care elsewhere pays the bill only with a referral, so the amount needs that fact there, and only there. */
const policy = definePolicy({
  id: "test",
  title: { zh: "试", en: "Test" },
  document: { number: "试〔2020〕1号", title: { zh: "试", en: "Test" }, issuers: ["试"], issuedOn: "2020-01-01" },
  covers: { care: { clause: clause("一"), title: { zh: "医疗", en: "Care" } } },
  terms: { referred: provision("一", true, { zh: "已转诊", en: "Referred" }) },
  readings: {},
  unspecified: {},
  clauses: [],
});

const referred = flag("是否转诊", "Whether referred");
const benefit = rulesOf(policy).rule({
  id: "benefit",
  title: { zh: "医疗", en: "Care" },
  clause: "一",
  input: {
    elsewhere: flag("是否外地", "Whether elsewhere"),
    referred: referred.optional(),
    bill: money("费用", "Bill"),
    paid: money("已付", "Paid"),
  },
  check({ elsewhere, referred, bill, paid }, report) {
    if (elsewhere === true && referred === undefined) report(["referred"], "MISSING", "须填写", "needed elsewhere");
    if (bill && paid && paid.compare(bill) > 0) report(["paid"], "CONFLICT", "超过费用", "above the bill");
  },
  evaluate({ bill, paid }, { statement }) {
    return statement().benefit([bill], paid);
  },
});

const { cover, assessmentRule } = claimsOf(policy);
const assess = assessmentRule({
  clause: "一",
  covers: {
    care: cover({
      facts: { elsewhere: fact(flag("是否外地", "Whether elsewhere")), referred: fact(referred) },
      benefit,
      requires: (ask, { terms }) => [
        ask.known("elsewhere") === false ? null : ask.holds("elsewhere", ["elsewhere"], terms.referred, () => true),
        ask.known("elsewhere") === true ? ask.is("referred", terms.referred) : null,
      ],
    }),
  },
  dates: {},
  checkDates: () => undefined,
  periods: () => [],
});

const loss = { bill: "100", paid: "40" };

describe("an assessment whose amount needs a fact only in some cases", () => {
  it("asks the fact only where it is needed", () => {
    const result = assess({ cover: "care", facts: { elsewhere: false }, loss });
    expect([result.eligibility.outcome, String(result.payable)]).toEqual(["eligible", "60.00"]);
  });

  it.each([undefined, null])("leaves the amount open while it is %s", (referred) => {
    const result = assess({ cover: "care", facts: { elsewhere: true, referred }, loss });
    expect(result).toMatchObject({ benefit: null, payable: null, pending: "facts" });
    expect(result.eligibility.missing).toEqual(["referred"]);
  });

  it("asks nothing that hangs on a fact not known, and names that fact", () => {
    expect(assess({ cover: "care", facts: {}, loss }).eligibility.missing).toEqual(["elsewhere"]);
  });

  it("has the amount once it is known, whatever it is", () => {
    const amounts = [true, false].map((referred) => {
      const { benefit: due, payable } = assess({ cover: "care", facts: { elsewhere: true, referred }, loss });
      return [String(due?.amount), String(payable)];
    });
    expect(amounts).toEqual([
      ["60.00", "60.00"],
      ["60.00", "0.00"],
    ]);
  });

  it("still refuses what contradicts itself, with the place where it was given", () => {
    const outcome = assess.safe({ cover: "care", facts: { elsewhere: true }, loss: { bill: "100", paid: "100.01" } });
    expect(outcome).toMatchObject({ ok: false, error: { issues: [{ path: ["loss", "paid"], code: "CONFLICT" }] } });
    expect(outcome.ok || outcome.error.issues).toHaveLength(1);
  });

  it("asked by itself, the benefit rule refuses to do without it", () => {
    expect(benefit.safe({ elsewhere: true, ...loss })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["referred"], code: "MISSING" }] },
    });
  });
});
