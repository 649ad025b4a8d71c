import * as z from "zod";
import type { AnyRule, Operation } from "../index.js";

/*
 * The results of the rules as they stand in JSON. A shape has a name where it is a type of the library's too; a rule's own extras are
 * written at the rule. Nothing here computes: tests hold every rule's results against it.
 */

/** The names of shapes and what they are, for JSON Schema. */
export const shapes = z.registry<{ id: string; description: string }>();

function shape<S extends z.ZodType>(id: string, description: string, schema: S): S {
  shapes.add(schema, { id, description });
  return schema;
}

const money = shape("Money", "金额，元，两位小数 / Yuan, two decimals", z.string().regex(/^-?[0-9]+\.[0-9]{2}$/));
const rate = shape("Rate", "比例，0.25 即 25% / A rate, 0.25 is 25 %", z.string().regex(/^[0-9]+(?:\.[0-9]+)?$/));
const day = shape("Day", "日期 / A day, YYYY-MM-DD", z.iso.date());
const text = shape("Text", "中文与英文 / Chinese and English", z.strictObject({ zh: z.string(), en: z.string() }));
const clause = shape(
  "Clause",
  "文号与条款 / Document number and path",
  z.strictObject({ document: z.string(), path: z.string() }),
);
const readings = shape("Readings", "所用的条文解读 / The readings that were used", z.record(z.string(), z.string()));
const words = z.array(z.string());
const count = z.int();

const operands = {
  pay: z.tuple([money]),
  multiply: z.tuple([money, count]),
  sum: z.array(money),
  deduct: z.tuple([money, money]),
  share: z.tuple([money, rate]),
  tiers: z.array(z.tuple([money, rate])),
  cap: z.tuple([money, money, money]),
  higher: z.tuple([money, money]),
  rest: z.tuple([money, money]),
  restShare: z.tuple([money, money, rate, money.nullable(), money]),
  restAbove: z.tuple([money, money, rate]),
  topUp: z.tuple([money, rate, money, money, money]),
  shortfall: z.tuple([money, rate, money]),
  excess: z.tuple([money, money, rate, rate.nullable(), rate]),
  result: z.tuple([money, money, money, money]),
  benefit: z.tuple([z.array(money), money]),
} satisfies Record<Operation["operation"], z.ZodType>;

const steps = Object.entries(operands).map(([operation, of]) =>
  z.strictObject({
    label: text,
    clause,
    amount: money,
    operation: z.literal(operation),
    operands: of,
    amended: z.literal(true).optional(),
  }),
);
const lines = z.array(
  shape("Line", "核算单的一行 / One working step", z.discriminatedUnion("operation", steps as [(typeof steps)[0]])),
);

const benefit = shape(
  "Benefit",
  "应付金额与核算单 / What is due, and how it came about",
  z.strictObject({ amount: money, lines, readings }),
);

const check = shape(
  "Check",
  "一项要求 / One requirement",
  z.strictObject({ code: z.string(), outcome: z.enum(["met", "unmet", "unknown"]), clause, missing: words, text }),
);

const eligibility = shape(
  "Eligibility",
  "资格 / Whether someone is covered, and why",
  z.strictObject({
    outcome: z.enum(["eligible", "ineligible", "undetermined"]),
    checks: z.array(check),
    unmet: words,
    missing: words,
    readings,
  }),
);

const deadline = shape(
  "Deadline",
  "时限 / Something that must be done by a day",
  z.strictObject({
    action: z.string(),
    dueOn: day,
    clause,
    length: count,
    unit: z.enum(["working-day", "calendar-day", "month", "year"]),
    text,
  }),
);

const deadlines = shape(
  "Deadlines",
  "各项时限 / What is due by when",
  z.strictObject({ deadlines: z.array(deadline), readings }),
);

const settlement = shape(
  "Settlement",
  "清算 / How a period's profit or loss is shared",
  z.strictObject({
    premium: money,
    claims: money,
    lossRatio: rate.nullable(),
    refund: money,
    supplement: money,
    insurerBears: money,
    insurerResult: money,
    conditions: z.array(text),
    lines,
    readings,
  }),
);

const pending = z.enum(["facts", "loss", "contract"]).nullable();

const assessment = shape(
  "Assessment",
  "理赔核定 / One claim, assessed",
  z.strictObject({
    programme: z.string(),
    cover: z.string(),
    eligibility,
    benefit: benefit.nullable(),
    payable: money.nullable(),
    pending,
    deadlines: z.array(deadline),
    outOfCalendar: words,
    readings,
  }),
);

const countySettlement = settlement.extend({ countedClaims: money });
const insuranceLine = z.enum(["medicalSupplement", "accident"]);

const medicalSupplementBenefit = benefit.extend({
  waterfall: z.strictObject({
    basic: money,
    criticalIllness: money,
    medicalAssistance: money,
    institutionReduction: money,
    supplement: money,
    selfPaidInScope: money,
    outOfScopeReduction: money,
    selfPaidOutOfScope: money,
    reimbursedShare: rate.nullable(),
  }),
});

/** By a rule's name in every programme, or by its id; a rule that is not listed gives a Benefit. */
const results: Readonly<Record<string, z.ZodType>> = {
  checkEligibility: eligibility,
  checkEnrolment: eligibility,
  checkSubsidy: eligibility,
  assessClaim: assessment,
  claimDeadlines: deadlines,
  insuranceLawDeadlines: deadlines,
  settle: settlement,

  "chongqing.insurerFor": z.strictObject({
    insurer: z.string(),
    area: z.string(),
    overlappingZones: z.array(z.strictObject({ area: z.string(), insurer: z.string() })),
  }),
  "chongqing.periodOf": z.strictObject({ period: z.enum(["first", "second"]), from: day, to: day }),
  "chongqing.planEnrolment": benefit.extend({
    toAdd: words,
    notAdded: z.array(
      z.strictObject({
        id: z.string(),
        reason: z.enum(["duplicate", "alreadyEnrolled", "ineligible", "undetermined"]),
        eligibility,
      }),
    ),
  }),
  "chongqing.settle": settlement.extend({ deducted: money.optional(), undeducted: money.optional() }),

  "lishui.administratorFor": z.strictObject({ bodies: z.array(text) }),
  "lishui.contractTerms": z.strictObject({
    benefit: z.strictObject({
      schedule: z.array(z.strictObject({ upTo: money.optional(), rate })),
      deductible: money.optional(),
      limit: money.optional(),
    }),
    settlement: z.strictObject({ corridor: z.strictObject({ profitLimit: rate, lossLimit: rate }) }),
  }),
  "lishui.loanLossShares": benefit.extend({ insurer: money, bank: money }),
  "lishui.underwriterFor": z.strictObject({ underwriter: text.nullable() }),
  "lishui.verificationDue": deadline,

  "luozhuang.institutionReimbursementDeadline": deadline,
  "luozhuang.assessClaim": assessment.extend({ benefit: z.union([benefit, medicalSupplementBenefit]).nullable() }),
  "luozhuang.medicalSupplementBenefit": medicalSupplementBenefit,
  "luozhuang.premiumDue": benefit.extend({ carriedForward: money }),
  "luozhuang.settle": z.strictObject({
    byLine: z.array(
      z.strictObject({
        line: insuranceLine,
        premium: money,
        claims: money,
        surplus: money,
        lossRatio: rate.nullable(),
      }),
    ),
    transfers: z.array(
      z.strictObject({ from: z.enum([...insuranceLine.options, "broughtForward"]), to: insuranceLine, amount: money }),
    ),
    pooledBalance: money,
    carriedForward: money,
    uncovered: money,
    lines,
    readings,
  }),

  "zhumadian.assessEvent": z.strictObject({
    assessments: z.array(assessment),
    payable: money.nullable(),
    pending,
    lines,
    readings,
  }),
  "zhumadian.checkTargets": z.strictObject({
    targets: z.array(
      z.strictObject({
        target: z.string(),
        required: z.union([rate, count]),
        actual: z.union([rate, count]).nullable(),
        outcome: check.shape.outcome,
        clause,
        text,
      }),
    ),
  }),
  "zhumadian.premiumByCounty": benefit.extend({
    counties: z.array(z.strictObject({ division: z.string(), amount: money })),
  }),
  "zhumadian.settle": countySettlement,
  "zhumadian.settleCounties": countySettlement.extend({
    counties: z.array(countySettlement.extend({ division: z.string() })),
  }),
};

/** The shape of a rule's results. */
export function resultOf({ id }: AnyRule): z.ZodType {
  const [, name = ""] = id.split(".");
  return results[id] ?? results[name] ?? benefit;
}
