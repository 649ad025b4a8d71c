import { contractFields } from "../core/claim.js";
import type { Day } from "../core/day.js";
import {
  day,
  group,
  list,
  money,
  oneOf,
  optional,
  orZero,
  without,
  type InputOf,
  type OutputOf,
} from "../core/fields.js";
import type { claimDateFields } from "../core/insurance-law.js";
import { opened, type AnyContext, type Book, type Ledger, type RowOf, type RunningAccount } from "../core/ledger.js";
import { Money } from "../core/money.js";
import type { Rule } from "../core/rule.js";
import { loanLossFields, supplementaryMedicalFields } from "./benefits.js";
import { assessClaim, type LishuiAssessment } from "./claim.js";
import { agreed, termsOfBenefit } from "./contract.js";
import { covers } from "./eligibility.js";
import { contractMatters, coverNames, type CoverName, type LishuiPolicy } from "./policy.js";
import { ledgers } from "./programme.js";

const { coverLedger, ledgerRule } = ledgers();

type Case = AnyContext<LishuiPolicy>;

// The person ------------------------------------------------------------------------------------------------------------

const insuranceFields = {
  /** The cover. */
  cover: oneOf(coverNames, "险种", "Cover"),
  /** The first day on which the household is insured. */
  from: day("投保生效日", "First day insured"),
  /** The last day, included; absent while nothing ended it. */
  to: optional(day("投保终止日", "Last day insured")),
};

/** What of the span of the limit happened before the claims that are given. */
const openingFields = {
  /** 四(二): costs that count, what third parties paid of them, and what they gave (yuan). */
  supplementaryMedical: optional(
    group(
      {
        selfPaid: orZero(money("医疗费用自理部分", "The patient's own costs")),
        thirdPartyPaid: optional(money("其中第三方已赔付", "What third parties paid of it")),
        entitled: orZero(money("应得赔付", "What they gave")),
      },
      "补充医疗保险",
      "Supplementary medical",
    ),
  ),
};

const personFields = {
  /** The kind of household at enrolment (三). */
  category: covers.supplementaryMedical.facts.category,
  /** The covers that the household is insured under. */
  insured: list(group(insuranceFields, "投保", "Insurance"), "投保情况", "Insurances"),
  /** 四(二): the contract's tiers, deductible and limit, unless an agreement has set them. */
  contract: optional(termsOfBenefit),
  /** What happened before the claims that are given, in the span of the first of them. */
  opening: optional(group(openingFields, "此前情况", "What happened before")),
};

type Person = OutputOf<typeof personFields>;

// The year --------------------------------------------------------------------------------------------------------------

/** What adds up over the span of the limit. */
interface Costs {
  readonly selfPaid: Money;
  /** Nothing while no claim says what third parties paid. */
  readonly thirdPartyPaid: Money | undefined;
}

/** A person's year so far. */
interface Year {
  readonly person: Person;
  readonly book: Book;
  readonly costs: Map<RunningAccount, Costs>;
}

/** What holds for the person, as the facts of a claim under a cover. */
const ofPerson = ({ person }: Year, cover: CoverName, on: Day | undefined) => ({
  category: person.category,
  ...(on !== undefined && {
    insured: person.insured.some(
      (each) => each.cover === cover && each.from <= on && (each.to === undefined || on <= each.to),
    ),
  }),
});

/** 四(二): the span around a day, over which costs add up and the limit holds; a calendar year begins with the opinion. */
function spanAround(on: Day, { settings, terms, reading }: Case): { readonly from: Day; readonly to: Day } {
  const { validFrom, validTo } = settings.agreement ?? {};
  if (validFrom !== undefined && validTo !== undefined && reading("limitSpan") === "contractPeriod") {
    return { from: validFrom, to: validTo };
  }
  const year = on.slice(0, "YYYY".length);
  const [start, first] = [`${year}-01-01`, terms.inForce.from.value];
  return { from: start < first ? first : start, to: `${year}-12-31` };
}

/** 四(二): the account of the limit around a day on which the opinion is in force. */
function limitAround(on: Day | undefined, { contract }: Person, book: Book, context: Case): RunningAccount | undefined {
  const { inForce, supplementaryMedical } = context.terms;
  if (on === undefined || on < inForce.from.value) return undefined;
  const lower = contract?.limit;
  const limit = lower === undefined ? supplementaryMedical.limit : agreed(contractMatters.limit, lower);
  return book.account({ cover: "supplementaryMedical", term: "limit", limit, ...spanAround(on, context) });
}

const noCosts: Costs = { selfPaid: Money.zero, thirdPartyPaid: undefined };

// The covers ------------------------------------------------------------------------------------------------------------

const byContract = contractFields;

const byCover = {
  ruralMicro: coverLedger({
    facts: without(covers.ruralMicro.facts, "category", "insured"),
    loss: byContract,
    statesDeath: ({ facts }) => facts.harm === "death",
    replay: ({ on, facts, loss }, year: Year) => ({ facts: { ...facts, ...ofPerson(year, "ruralMicro", on) }, loss }),
  }),

  supplementaryMedical: coverLedger({
    facts: without(covers.supplementaryMedical.facts, "category", "insured"),
    loss: {
      /** 自理: the patient's own share of this bill (yuan). */
      selfPaid: money("本次医疗费用自理部分", "The patient's own costs of this bill"),
      /** What third parties paid of it (yuan). */
      thirdPartyPaid: supplementaryMedicalFields.thirdPartyPaid,
    },
    replay({ on, facts, loss: { selfPaid, thirdPartyPaid } }, year: Year, context) {
      const known = { ...facts, ...ofPerson(year, "supplementaryMedical", on) };
      const limit = limitAround(on, year.person, year.book, context);
      const { contract } = year.person;
      const draws = limit === undefined ? [] : [limit];
      if (selfPaid === undefined) return { facts: known, loss: { ...contract }, draws };
      const before = (limit && year.costs.get(limit)) ?? noCosts;
      // Of one bill, third parties pay no more than it comes to.
      const ofThis = thirdPartyPaid?.min(selfPaid);
      const toDate = {
        selfPaid: before.selfPaid.plus(selfPaid),
        thirdPartyPaid:
          ofThis === undefined ? before.thirdPartyPaid : (before.thirdPartyPaid ?? Money.zero).plus(ofThis),
      };
      // Where a third party may be liable, what it paid of this bill has to be said, whatever is known of others.
      const told = ofThis !== undefined || facts.thirdPartyLiable === false || facts.setting !== "inpatient";
      return {
        facts: known,
        loss: {
          ...contract,
          selfPaidToDate: toDate.selfPaid,
          ...(told && toDate.thirdPartyPaid !== undefined && { thirdPartyPaid: toDate.thirdPartyPaid }),
          ...(limit && { paidToDate: limit.used }),
        },
        draws,
        enter(payable) {
          if (limit !== undefined) {
            year.costs.set(limit, toDate);
            limit.used = limit.used.plus(payable);
          }
          return payable;
        },
      };
    },
  }),

  loanGuarantee: coverLedger({
    facts: without(covers.loanGuarantee.facts, "category", "insured"),
    loss: loanLossFields,
    replay: ({ on, facts, loss }, year: Year) => ({
      facts: { ...facts, ...ofPerson(year, "loanGuarantee", on) },
      loss,
    }),
  }),

  loanProject: coverLedger({
    facts: without(covers.loanProject.facts, "category", "insured"),
    loss: byContract,
    replay: ({ on, facts, loss }, year: Year) => ({ facts: { ...facts, ...ofPerson(year, "loanProject", on) }, loss }),
  }),

  farmhouse: coverLedger({
    facts: without(covers.farmhouse.facts, "category", "insured"),
    loss: byContract,
    replay: ({ on, facts, loss }, year: Year) => ({ facts: { ...facts, ...ofPerson(year, "farmhouse", on) }, loss }),
  }),

  agriculture: coverLedger({
    facts: without(covers.agriculture.facts, "category", "insured"),
    loss: byContract,
    replay: ({ on, facts, loss }, year: Year) => ({ facts: { ...facts, ...ofPerson(year, "agriculture", on) }, loss }),
  }),
};

type Dates = typeof claimDateFields;

/** 台账中农村小额保险的一笔。A row under the rural micro-insurance. */
export interface RuralMicroRow extends RowOf<typeof byCover.ruralMicro, "ruralMicro", Dates> {}
/** 台账中补充医疗保险的一笔。A row under the supplementary medical insurance. */
export interface SupplementaryMedicalRow extends RowOf<
  typeof byCover.supplementaryMedical,
  "supplementaryMedical",
  Dates
> {}
/** 台账中扶贫贷款保证保险的一笔。A row under the poverty-loan guarantee. */
export interface LoanGuaranteeRow extends RowOf<typeof byCover.loanGuarantee, "loanGuarantee", Dates> {}
/** 台账中扶贫贷款项目补充保险的一笔。A row under the loan-project cover. */
export interface LoanProjectRow extends RowOf<typeof byCover.loanProject, "loanProject", Dates> {}
/** 台账中政策性农房保险的一笔。A row under the farmhouse cover. */
export interface FarmhouseRow extends RowOf<typeof byCover.farmhouse, "farmhouse", Dates> {}
/** 台账中政策性农业保险的一笔。A row under the agricultural cover. */
export interface AgricultureRow extends RowOf<typeof byCover.agriculture, "agriculture", Dates> {}

/** 台账中的一笔理赔。A claim of a person's year. */
export type LishuiRow =
  RuralMicroRow | SupplementaryMedicalRow | LoanGuaranteeRow | LoanProjectRow | FarmhouseRow | AgricultureRow;

/** 个人年度台账的输入。A person, what they are insured under, and the claims. */
export interface PersonInput extends InputOf<typeof personFields> {
  /** The person's id. */
  person: string;
  /** The claims, in any order. */
  claims: readonly LishuiRow[];
}

/** 个人年度台账。A person's year. */
export type LishuiLedger = Ledger<LishuiAssessment>;

/**
 * 个人年度台账（四）：一人的全部理赔按先后逐笔核定，补充医疗保险的累计费用和最高赔付额度由台账推算。
 * A person's year (四): every claim assessed in the order of its event; what adds up under the supplementary medical insurance, and its
 * limit, are derived. A late bill, a correction or a withdrawal is just another replay.
 *
 * @param input - The household's category at enrolment and the covers it is insured under (`to` is included); the claims, each with this
 * bill's own amounts and what was really paid for it; the contract's terms in `contract`, unless an agreement has set them; `opening` for
 * what happened before the claims, counted in the span of the first.
 * @returns A Ledger: each claim's assessment with what it adds (`entitled`), what is `due` and what was `overpaid`; the limit with what is
 * left (reading `limitSpan`: the agreement's period, without one the calendar year).
 * @throws PolicyInputError listing every problem with its path, such as an id twice, or what the ledger derives.
 * @example
 * ```ts
 * const facts = { setting: "inpatient", thirdPartyLiable: false } as const;
 * const { entries, accounts } = assessPerson({
 *   person: "P1",
 *   category: "marginalMinimumLiving",
 *   insured: [{ cover: "supplementaryMedical", from: "2017-06-15" }],
 *   contract: { schedule: [{ upTo: "10000", rate: "0.6" }, { upTo: "50000", rate: "0.5" }, { rate: "0.4" }] },
 *   claims: [
 *     { id: "b1", cover: "supplementaryMedical", facts: { ...facts, occurredOn: "2018-01-10" }, loss: { selfPaid: "6000" } },
 *     { id: "b2", cover: "supplementaryMedical", facts: { ...facts, occurredOn: "2018-02-10" }, loss: { selfPaid: "6000" } },
 *   ],
 * });
 * entries.map(({ id, entitled }) => [id, String(entitled)]); // [["b1", "3600.00"], ["b2", "3400.00"]]
 * accounts.map(({ from, to, left }) => [from, to, String(left)]); // [["2018-01-01", "2018-12-31", "93000.00"]]
 * ```
 * @function
 */
export const assessPerson: Rule<PersonInput, LishuiLedger, LishuiPolicy> = ledgerRule<
  Person,
  Year,
  PersonInput,
  LishuiAssessment
>({
  clause: "四",
  covers,
  assess: assessClaim,
  person: personFields,
  byCover,
  stands: { category: "category", insured: "insured", schedule: "contract", deductible: "contract", limit: "contract" },
  check({ insured = [], opening }, report) {
    insured.forEach(({ from, to }, index) => {
      if (to !== undefined && to < from) {
        report(
          ["insured", index, "to"],
          "CONFLICT",
          `早于投保生效日（${from}）`,
          `lies before the first day (${from})`,
        );
      }
    });
    const { selfPaid, thirdPartyPaid } = opening?.supplementaryMedical ?? {};
    if (selfPaid !== undefined && thirdPartyPaid !== undefined && thirdPartyPaid.compare(selfPaid) > 0) {
      report(
        ["opening", "supplementaryMedical", "thirdPartyPaid"],
        "CONFLICT",
        `大于医疗费用自理部分（${selfPaid}）`,
        `above the patient's own costs (${selfPaid})`,
      );
    }
  },
  begin(person, book, first, context) {
    const costs = new Map<RunningAccount, Costs>();
    const before = person.opening?.supplementaryMedical;
    const on = first ?? person.insured.map(({ from }) => from).sort()[0];
    const limit = before && limitAround(on, person, book, context);
    if (before !== undefined && limit !== undefined) {
      costs.set(limit, { selfPaid: before.selfPaid, thirdPartyPaid: before.thirdPartyPaid });
      opened(limit, before.entitled);
    }
    return { person, book, costs };
  },
});
