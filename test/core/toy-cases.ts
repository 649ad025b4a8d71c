import { amend, type AnyRule } from "huimin-rules/core";
import * as toy from "./toy.js";

/** One application of a rule of the toy. */
export interface Application {
  readonly what: string;
  readonly rule: AnyRule;
  readonly input: unknown;
  readonly options?: object;
}

export const person = { insuredFrom: "2020-01-01", occurredOn: "2020-03-01" } as const;
export const patient = { ...person, inpatient: true, place: "county" } as const;

/** The toy's policy with every kind of term amended. */
const contract = amend(toy.policy, {
  terms: {
    insured: { waitingDays: 0, to: "2021-06-30", monthlyPremium: "6" },
    care: { inpatient: false, deductible: "50", tiers: [{ rate: "0.5" }], unreferred: "0.75", limit: "9000.50" },
    accident: { disability: "60000", scale: ["1", "0.75"] },
    deadlines: { decide: 3, pay: 30 },
    settlement: { refundBelow: "0.7", share: "0.25" },
  },
});

const { accidentBenefit, assessClaim, careBenefit, checkEligibility, claimDeadlines, premium, settle } = toy;

const given: readonly (readonly [what: string, rule: AnyRule, input: unknown])[] = [
  ["nothing above the deductible", careBenefit, { place: "county", cost: "99.99" }],
  ["all tiers", careBenefit, { place: "county", cost: "9000" }],
  ["without referral", careBenefit, { place: "province", referred: false, cost: "3100" }],
  ["the limit, and overpaid", careBenefit, { place: "county", cost: "99999999.99", paid: "20000.01" }],
  ["death alone", accidentBenefit, { death: true }],
  ["disability alone", accidentBenefit, { disabilityGrade: 2 }],
  ["disability within the limit", accidentBenefit, { disabilityGrade: 2, disabilityPaidBefore: "40000" }],
  ["death after disability", accidentBenefit, { death: true, disabilityGrade: 2, disabilityPaidToDate: "100000" }],
  ["a year's premium", premium, { firstMonth: "2020-01" }],
  ["a year with profit", settle, { premium: "1000", claims: "600" }],
  ["a year with loss", settle, { premium: "1000.01", claims: "1333.33" }],
  ["a year of nothing", settle, { premium: 0, claims: 0 }],
  ["deadlines", claimDeadlines, { filedOn: "2020-04-29", decidedOn: "2020-04-30" }],
  ["nothing known", checkEligibility, { cover: "care" }],
  ["eligible", checkEligibility, { cover: "care", ...patient }],
  ["ineligible", checkEligibility, { cover: "care", ...patient, occurredOn: "2022-01-01", inpatient: false }],
  ["a payable claim", assessClaim, { cover: "care", facts: patient, loss: { cost: "3000" } }],
  ["a refused claim", assessClaim, { cover: "care", facts: { ...patient, place: "abroad" }, loss: { cost: "3000" } }],
  ["an open claim", assessClaim, { cover: "care", facts: { ...patient, place: null }, loss: { cost: "3000" } }],
  ["a claim without loss", assessClaim, { cover: "care", facts: patient }],
  ["a claim without harm", assessClaim, { cover: "accident", facts: { ...person, accidental: true }, loss: {} }],
  ["a claim by contract", assessClaim, { cover: "relief", facts: { ...person, approved: true } }],
  [
    "a claim with the contract's amount",
    assessClaim,
    { cover: "relief", facts: { ...person, approved: true }, loss: { contractAmount: "1234.56" } },
  ],
  [
    "a claim with everything",
    assessClaim,
    {
      cover: "accident",
      facts: { ...person, accidental: true },
      loss: { death: true, disabilityGrade: 1 },
      dates: { filedOn: "2020-04-29", decidedOn: "2020-12-31" },
    },
  ],
  [
    "deadlines outside the calendar",
    assessClaim,
    { cover: "relief", facts: {}, dates: { filedOn: "2026-12-30", decidedOn: "2026-12-30" } },
  ],
];

const policies: readonly (readonly [string, object])[] = [
  ["", {}],
  [" by contract", { policy: contract }],
  [" by other readings", { readings: { deathAfterDisability: "higher", outpatient: "granted" } }],
];

/** Every kind of result of every rule of the toy: as the document has it, by a contract, and by other readings. */
export const applications: readonly Application[] = policies.flatMap(([how, options]) =>
  given.map(([what, rule, input]) => ({ what: `${rule.id}: ${what}${how}`, rule, input, options })),
);

/** What an application gives. */
export function resultOf({ rule, input, options }: Application): object {
  const outcome = rule.safe(input, options);
  if (outcome.ok) return outcome.value;
  throw outcome.error;
}
