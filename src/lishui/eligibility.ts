import type { AnyRequirements, EligibilityRule, FactsOf } from "../core/claim.js";
import type { Day } from "../core/day.js";
import { eligibilityOf, Inquiry, type Requirement } from "../core/eligibility.js";
import { day, fact, flag, oneOf } from "../core/fields.js";
import { eligibility } from "../core/results.js";
import type { Context } from "../core/rule.js";
import { loanLossShares, setting, supplementaryMedicalBenefit, thirdPartyLiable } from "./benefits.js";
import { activities, categories, harms, perils, type LishuiPolicy } from "./policy.js";
import { cover, coverByContract, eligibilityRule, requirements, ruleByCover } from "./programme.js";

type Terms = LishuiPolicy["terms"];

/** 三: a low-income rural household. */
function lowIncome<Name extends string>(ask: Inquiry<Name | "category">, { households }: Terms) {
  return ask.isOneOf("category", households.categories);
}

// 四 Does government pay the premium? ---------------------------------------------------------------------------------

const category = fact(oneOf(categories, "农户类别", "Kind of household"));

/** 四: each cover's facts and requirements for the premium subsidy. */
const subsidies = {
  ruralMicro: requirements({
    facts: {
      /** The kind of household (三). */
      category,
    },
    requires: (ask, { terms }) => [lowIncome(ask, terms)],
  }),

  supplementaryMedical: requirements({
    facts: {
      /** The kind of household (三). */
      category,
    },
    requires: (ask, { terms }) => [lowIncome(ask, terms)],
  }),

  loanGuarantee: requirements({
    facts: {
      /** The kind of household (三). */
      category,
      /** Whether the household wants to develop (有发展意愿). */
      willing: fact(flag("是否有发展意愿", "Whether the household wants to develop")),
      /** Whether the household is able to develop (有发展能力). */
      capable: fact(flag("是否有发展能力", "Whether the household is able to develop")),
      /** Whether the household has a feasible project (有可行性项目). */
      feasibleProject: fact(flag("是否有可行性项目", "Whether there is a feasible project")),
    },
    requires: (ask, { terms }) => [
      lowIncome(ask, terms),
      ask.is("willing", terms.loanGuarantee.willing),
      ask.is("capable", terms.loanGuarantee.capable),
      ask.is("feasibleProject", terms.loanGuarantee.feasibleProject),
    ],
  }),

  loanProject: requirements({
    facts: {
      /** The kind of household (三). */
      category,
      /** Whether the property was bought with a poverty loan (使用扶贫贷款). */
      usesPovertyLoan: fact(flag("是否使用扶贫贷款", "Whether a poverty loan is used")),
      /** What the loan is used for; `other` when it is not on the list. */
      activity: fact(oneOf(activities, "贷款用途", "Use of the loan")),
    },
    requires: (ask, { terms }) => [
      lowIncome(ask, terms),
      ask.is("usesPovertyLoan", terms.loanProject.usesPovertyLoan),
      ask.isOneOf("activity", terms.loanProject.activities),
    ],
  }),

  farmhouse: requirements({
    facts: {
      /** The kind of household (三). */
      category,
    },
    requires: (ask, { terms }) => [lowIncome(ask, terms)],
  }),

  agriculture: requirements({
    facts: {
      /** The kind of household (三). */
      category,
      /** Whether it is a product of agricultural insurance that the city already runs. */
      existingProduct: fact(flag("是否为本市已实施的农险产品", "Whether the city already runs the product")),
      /** Whether the household wants the insurance. */
      requested: fact(flag("农户是否愿意参保", "Whether the household wants it")),
    },
    requires: (ask, { terms }) => [
      lowIncome(ask, terms),
      ask.is("existingProduct", terms.agriculture.existingProduct),
      ask.is("requested", terms.agriculture.requested),
    ],
  }),
};

/**
 * 保障性险种（农村小额、补充医疗、农房）的保费补助：险种与农户类别。
 * The facts of a premium subsidy under the covers that protect every household.
 */
export interface ProtectionSubsidyFacts extends FactsOf<
  typeof subsidies.ruralMicro,
  "ruralMicro" | "supplementaryMedical" | "farmhouse"
> {}
/**
 * 扶贫贷款保证保险的保费补助：已知事实。
 * The facts of a premium subsidy under the poverty-loan guarantee.
 */
export interface LoanGuaranteeSubsidyFacts extends FactsOf<typeof subsidies.loanGuarantee, "loanGuarantee"> {}
/**
 * 扶贫贷款项目补充保险的保费补助：已知事实。
 * The facts of a premium subsidy under the loan-project cover.
 */
export interface LoanProjectSubsidyFacts extends FactsOf<typeof subsidies.loanProject, "loanProject"> {}
/**
 * 政策性农业保险的保费补助：已知事实。
 * The facts of a premium subsidy under the agricultural cover.
 */
export interface AgricultureSubsidyFacts extends FactsOf<typeof subsidies.agriculture, "agriculture"> {}

/**
 * 一个险种及其保费补助的事实。
 * A cover and the facts of its premium subsidy.
 */
export type LishuiSubsidyFacts =
  ProtectionSubsidyFacts | LoanGuaranteeSubsidyFacts | LoanProjectSubsidyFacts | AgricultureSubsidyFacts;

/**
 * 政府是否补助某险种的保费（三、四），全额或部分；补助多少见 `premiumSubsidy`。
 * Whether government pays a household's premium under a cover (三, 四), in full or in part: how much is `premiumSubsidy`.
 *
 * @param input - The cover and its facts; absent or `null` is not known.
 * @returns An Eligibility; the codes of its checks are the facts' names.
 * @throws PolicyInputError for an unknown cover or word, or a fact that the cover does not have.
 * @example
 * ```ts
 * const { outcome, missing } = checkSubsidy({ cover: "agriculture", category: "otherHardship", existingProduct: true });
 * outcome; // "undetermined"
 * missing; // ["requested"]
 * ```
 * @function
 */
export const checkSubsidy: EligibilityRule<LishuiSubsidyFacts, LishuiPolicy> = ruleByCover({
  id: "checkSubsidy",
  title: { zh: "保费补助资格", en: "Eligibility for the premium subsidy" },
  clause: "四",
  result: eligibility,
  input: {
    ruralMicro: subsidies.ruralMicro.facts,
    supplementaryMedical: subsidies.supplementaryMedical.facts,
    loanGuarantee: subsidies.loanGuarantee.facts,
    loanProject: subsidies.loanProject.facts,
    farmhouse: subsidies.farmhouse.facts,
    agriculture: subsidies.agriculture.facts,
  },
  evaluate({ cover: name, ...facts }, context) {
    const { facts: fields, requires }: AnyRequirements<LishuiPolicy> = subsidies[name];
    const ask = new Inquiry<string>(facts, fields);
    return eligibilityOf(requires(ask, context), context.used());
  },
});

// 四 Is this loss covered? --------------------------------------------------------------------------------------------

const categoryAtEnrolment = fact(oneOf(categories, "投保时的农户类别", "Kind of household at enrolment"));
/** What every claim is asked of the insured besides. */
const insured = {
  /** Whether the household was insured under this cover on the day of the event. */
  insured: fact(flag("出险日是否已投保本险种", "Whether insured under this cover on the day of the event")),
  /** The kind of household at the loss; asked under the reading `categoryJudgedOn` = `loss`. */
  categoryAtLoss: fact(oneOf(categories, "出险时的农户类别", "Kind of household at the loss")),
};
const occurredOn = fact(day("出险日期", "Day of the event"));
const inProduction = fact(flag("是否在生产经营过程中", "Whether it happened in the course of production or business"));
const propertyDamaged = fact(flag("是否造成财产损失", "Whether property was damaged or lost"));

/** 三, 四, 八: a low-income rural household that is insured, after the opinion came into force. */
function protectedBy<Name extends string>(
  ask: Inquiry<Name | keyof typeof insured | "category" | "occurredOn">,
  insuredThen: Requirement,
  { terms, reading }: Context<LishuiPolicy, "categoryJudgedOn">,
) {
  const { categories: kinds } = terms.households;
  const { from } = terms.inForce;
  const category = reading("categoryJudgedOn") === "loss" ? "categoryAtLoss" : "category";
  return [
    ask.isOneOf(category, kinds),
    ask.holds("occurredOn", ["occurredOn"], from, (on: Day) => from.value <= on),
    ask.is("insured", insuredThen),
  ];
}

/** 四(二) 住院（无第三方责任）: asked of inpatient care alone. */
function thirdParty<Name extends string>(
  ask: Inquiry<Name | "setting" | "thirdPartyLiable">,
  { terms: { supplementaryMedical }, reading }: Context<LishuiPolicy, "thirdParty">,
) {
  if (ask.known("setting") !== "inpatient") return null;
  const restCovered = ask.known("thirdPartyLiable") !== false && reading("thirdParty") === "restAfterThirdParty";
  return restCovered
    ? ask.holds("thirdPartyLiable", ["thirdPartyLiable"], supplementaryMedical.thirdPartyKnown, () => true)
    : ask.isNot("thirdPartyLiable", supplementaryMedical.noThirdParty);
}

/** 四: each cover's facts, requirements and benefit; the amounts of four covers are the contract's. */
export const covers = {
  ruralMicro: coverByContract({
    clause: "四(一)",
    facts: {
      /** The kind of household at enrolment (三). */
      category: categoryAtEnrolment,
      /** The day of the accident. */
      occurredOn,
      /** Whether an accident (意外事故) was the cause. */
      accidental: fact(flag("是否因意外事故", "Whether caused by an accident")),
      /** What the accident did; `other` is not known to be covered, since the list is open (等). */
      harm: fact(oneOf(harms, "伤害情况", "What the accident did")),
      ...insured,
    },
    requires: (ask, context) => [
      ...protectedBy(ask, context.terms.ruralMicro.insured, context),
      ask.is("accidental", context.terms.ruralMicro.accidental),
      ask.isOneOfOpen("harm", context.terms.ruralMicro.harms),
    ],
  }),

  supplementaryMedical: cover({
    facts: {
      /** The kind of household at enrolment (三). */
      category: categoryAtEnrolment,
      /** The day of the care; in hospital, of admission. */
      occurredOn,
      /** What care it was; `inpatient` says that an illness or accident was the cause. */
      setting,
      /** Whether a third party is liable; asked of inpatient care. */
      thirdPartyLiable,
      ...insured,
    },
    benefit: supplementaryMedicalBenefit,
    fromContract: ["schedule"],
    requires: (ask, context) => [
      ...protectedBy(ask, context.terms.supplementaryMedical.insured, context),
      ask.isOneOf("setting", context.terms.supplementaryMedical.settings),
      thirdParty(ask, context),
    ],
  }),

  loanGuarantee: cover({
    facts: {
      /** The kind of household at enrolment (三). */
      category: categoryAtEnrolment,
      /** The day on which the loss on the loan was established. */
      occurredOn,
      /** Whether principal or interest of a loan under this insurance was lost. */
      lossOnInsuredLoan: fact(
        flag("承保的扶贫贷款是否发生本息损失", "Whether principal or interest of an insured loan was lost"),
      ),
      ...insured,
    },
    benefit: loanLossShares,
    requires: (ask, context) => [
      ...protectedBy(ask, context.terms.loanGuarantee.insured, context),
      ask.is("lossOnInsuredLoan", context.terms.loanGuarantee.lossOnInsuredLoan),
    ],
  }),

  loanProject: coverByContract({
    clause: "四(四)",
    facts: {
      /** The kind of household at enrolment (三). */
      category: categoryAtEnrolment,
      /** The day of the event. */
      occurredOn,
      /** What caused the loss; `other` is not known to be covered, since the list is open (等). */
      peril: fact(oneOf(perils.loanProject, "损失原因", "Cause of the loss")),
      /** What the loan is used for; `other` when it is not on the list. */
      activity: fact(oneOf(activities, "贷款用途", "Use of the loan")),
      /** Whether the damaged property was bought with a poverty loan (使用扶贫贷款投入). */
      boughtWithLoan: fact(
        flag("受损财产是否使用扶贫贷款投入", "Whether the damaged property was bought with a poverty loan"),
      ),
      /** Whether it happened in the course of production or business (在生产经营过程中). */
      inProduction,
      /** Whether property was damaged or lost (财产损失). */
      propertyDamaged,
      ...insured,
    },
    requires(ask, context) {
      const { loanProject } = context.terms;
      return [
        ...protectedBy(ask, loanProject.insured, context),
        ask.isOneOf("activity", loanProject.activities),
        ask.is("boughtWithLoan", loanProject.boughtWithLoan),
        ask.is("inProduction", loanProject.inProduction),
        ask.is("propertyDamaged", loanProject.propertyDamaged),
        ask.isOneOfOpen("peril", loanProject.perils),
        ask.known("peril") === "disease"
          ? ask.holds("diseaseActivity", ["activity"], loanProject.diseaseActivities, (activity: string) =>
              loanProject.diseaseActivities.value.includes(activity),
            )
          : null,
      ];
    },
  }),

  farmhouse: coverByContract({
    clause: "四(五)1",
    facts: {
      /** The kind of household at enrolment (三). */
      category: categoryAtEnrolment,
      /** The day of the event. */
      occurredOn,
      /** Whether the insured house collapsed (倒塌). */
      collapsed: fact(flag("保险房屋是否倒塌", "Whether the insured house collapsed")),
      /** What caused the loss; earthquakes are excluded, and `other` is not covered, since the list is closed. */
      peril: fact(oneOf(perils.farmhouse, "损失原因", "Cause of the loss")),
      ...insured,
    },
    requires: (ask, context) => [
      ...protectedBy(ask, context.terms.farmhouse.insured, context),
      ask.is("collapsed", context.terms.farmhouse.collapsed),
      ask.isOneOf("peril", context.terms.farmhouse.perils),
    ],
  }),

  agriculture: coverByContract({
    clause: "四(五)2",
    facts: {
      /** The kind of household at enrolment (三). */
      category: categoryAtEnrolment,
      /** The day of the event. */
      occurredOn,
      /** What caused the loss; `other` is not known to be covered, since the list is open (等). */
      peril: fact(oneOf(perils.agriculture, "损失原因", "Cause of the loss")),
      /** Whether it happened in the course of planting or breeding (在发展种养殖业过程中). */
      inProduction: fact(flag("是否在发展种养殖业过程中", "Whether it happened in the course of planting or breeding")),
      /** Whether property was damaged or lost (财产损失). */
      propertyDamaged,
      ...insured,
    },
    requires(ask, context) {
      const { agriculture } = context.terms;
      return [
        ...protectedBy(ask, agriculture.insured, context),
        ask.is("inProduction", agriculture.inProduction),
        ask.is("propertyDamaged", agriculture.propertyDamaged),
        ask.isOneOfOpen("peril", agriculture.perils),
      ];
    },
  }),
};

/**
 * 农村小额保险：已知事实。
 * The facts of a case under the rural micro-insurance.
 */
export interface RuralMicroFacts extends FactsOf<typeof covers.ruralMicro, "ruralMicro"> {}
/**
 * 补充医疗保险：已知事实。
 * The facts of a case under the supplementary medical insurance.
 */
export interface SupplementaryMedicalFacts extends FactsOf<
  typeof covers.supplementaryMedical,
  "supplementaryMedical"
> {}
/**
 * 扶贫贷款保证保险：已知事实。
 * The facts of a case under the poverty-loan guarantee.
 */
export interface LoanGuaranteeFacts extends FactsOf<typeof covers.loanGuarantee, "loanGuarantee"> {}
/**
 * 扶贫贷款项目补充保险：已知事实。
 * The facts of a case under the loan-project cover.
 */
export interface LoanProjectFacts extends FactsOf<typeof covers.loanProject, "loanProject"> {}
/**
 * 政策性农房保险：已知事实。
 * The facts of a case under the farmhouse cover.
 */
export interface FarmhouseFacts extends FactsOf<typeof covers.farmhouse, "farmhouse"> {}
/**
 * 政策性农业保险：已知事实。
 * The facts of a case under the agricultural cover.
 */
export interface AgricultureFacts extends FactsOf<typeof covers.agriculture, "agriculture"> {}

/**
 * 一个险种及其事实。
 * A cover and the facts of a case.
 */
export type LishuiFacts =
  | RuralMicroFacts
  | SupplementaryMedicalFacts
  | LoanGuaranteeFacts
  | LoanProjectFacts
  | FarmhouseFacts
  | AgricultureFacts;

/**
 * 一项损失是否属于保险责任（三、四、八）及理由；合同另有的要求以合同为准。
 * Whether a loss is covered (三, 四, 八), and why: a low-income rural household, insured under this cover on the day of the event, and
 * a loss of the kind that the opinion names. What else its contract asks is the contract's.
 *
 * @param input - The cover and its facts; absent or `null` is not known.
 * @returns An Eligibility; the codes of its checks are the facts' names.
 * @throws PolicyInputError for an unknown cover or word, or a fact that the cover does not have.
 * @example
 * ```ts
 * const { outcome, unmet } = checkEligibility({
 *   cover: "farmhouse", category: "otherHardship", occurredOn: "2018-01-01", insured: true, collapsed: true, peril: "earthquake",
 * });
 * outcome; // "ineligible"
 * unmet; // ["peril"]
 * ```
 * @function
 */
export const checkEligibility: EligibilityRule<LishuiFacts, LishuiPolicy> = eligibilityRule<LishuiFacts>(covers, "四");
