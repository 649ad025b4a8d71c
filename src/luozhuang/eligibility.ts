import type { EligibilityRule, FactsOf } from "../core/claim.js";
import type { Day } from "../core/day.js";
import { withNumbers, type Check, type Inquiry } from "../core/eligibility.js";
import { day, fact, flag, oneOf } from "../core/fields.js";
import { accidentBenefit } from "./benefits.js";
import { careChecks, designatedInstitution, place, referral, setting } from "./care.js";
import { medicalSupplementBenefit } from "./medical.js";
import { specialDiseases, statuses, type LuozhuangPolicy } from "./policy.js";
import { cover, eligibilityRule } from "./programme.js";

type Terms = LuozhuangPolicy["terms"];

const status = fact(oneOf(statuses, "人员类别", "Status"));
const assistedFrom = fact(day("纳入即时帮扶之日", "The day instant assistance began"));
const occurredOn = fact(day("就医或出险日期", "Day of the care or the accident"));

/** 二, 三, 三(二)第2段: the person is insured on the day. */
function insured(ask: Inquiry<"status" | "assistedFrom" | "occurredOn">, { persons, period }: Terms): (Check | null)[] {
  const [from, to] = [period.from.value, period.to.value];
  return [
    ask.isOneOf("status", persons.statuses),
    ask.known("status") === "instantAssistance"
      ? ask.holds(
          "assistedFrom",
          ["assistedFrom", "occurredOn"],
          persons.assistedBefore,
          (assisted: Day, on: Day) => assisted <= on,
        )
      : null,
    ask.holds(
      "occurredOn",
      ["occurredOn"],
      withNumbers(persons.inPeriod, `（${from} 至 ${to}）`, ` (${from} to ${to})`, period.from, period.to),
      (on: Day) => from <= on && on <= to,
    ),
  ];
}

/** 三(一)第7段: the disease is one of those named, or one that the basic insurance recognises: the list is open. */
function specialDisease(
  ask: Inquiry<"specialDisease" | "recognisedByBasicInsurance">,
  { specialDiseases: listed }: Terms["medicalSupplement"],
): Check {
  const disease = ask.known("specialDisease") as string | undefined;
  if (disease === undefined || listed.value.includes(disease)) return ask.isOneOf("specialDisease", listed);
  return ask.holds(
    "specialDisease",
    ["specialDisease", "recognisedByBasicInsurance"],
    listed,
    (_: string, recognised: boolean) => recognised,
  );
}

/** 三: each cover's facts, requirements and benefit. */
export const covers = {
  medicalSupplement: cover({
    facts: {
      /** The group the person belongs to. */
      status,
      /** For instant assistance: the day it began; the cover starts that day. */
      assistedFrom,
      /** The day of admission to hospital, or of the outpatient care. */
      occurredOn,
      /** Inpatient care, outpatient care of a special disease, or other outpatient care, which is not covered. */
      setting: fact(setting),
      /** For special outpatient care: the disease; `other` when it is not named. */
      specialDisease: fact(oneOf(specialDiseases, "特殊病种", "Special disease")),
      /** For a disease that is not named: whether the basic insurance recognises it as a special disease. */
      recognisedByBasicInsurance: fact(
        flag("是否属基本医保确定的特殊病种", "Whether the basic insurance recognises it as a special disease"),
      ),
      /** Where the care was given. */
      place: fact(place),
      /** Inside the city: whether the institution is a designated one (see `isDesignated`). */
      designatedInstitution: fact(designatedInstitution),
      /** Outside the district: what was done about a referral. */
      referral: fact(referral),
    },
    benefit: medicalSupplementBenefit,
    requires(ask, context) {
      const { medicalSupplement } = context.terms;
      return [
        ...insured(ask, context.terms),
        ask.isOneOf("setting", medicalSupplement.settings),
        ask.known("setting") === "specialOutpatient" ? specialDisease(ask, medicalSupplement) : null,
        ...careChecks(ask, context),
      ];
    },
  }),

  accident: cover({
    facts: {
      /** The group the person belongs to. */
      status,
      /** For instant assistance: the day it began; the cover starts that day. */
      assistedFrom,
      /** The day of the accident. */
      occurredOn,
      /** Whether it was an accident (意外伤害). */
      accidental: fact(flag("是否因意外伤害", "Whether caused by an accident")),
    },
    benefit: accidentBenefit,
    requires: (ask, { terms }) => [...insured(ask, terms), ask.is("accidental", terms.accident.accidental)],
  }),
};

/**
 * 医疗商业补充保险一案的事实。
 * The facts of a case under the medical supplement.
 */
export interface MedicalSupplementFacts extends FactsOf<typeof covers.medicalSupplement, "medicalSupplement"> {}

/**
 * 意外伤害保险一案的事实。
 * The facts of a case under the accident cover.
 */
export interface AccidentFacts extends FactsOf<typeof covers.accident, "accident"> {}

/**
 * 一个险种及其事实。
 * A cover and the facts of a case.
 */
export type LuozhuangFacts = MedicalSupplementFacts | AccidentFacts;

/**
 * 一案是否在保障范围内，及逐项理由。
 * Whether a claim is covered (二, 三), and why: every requirement of the cover with its clause, all that are not met at once. What
 * only some cases need (`assistedFrom`, `specialDisease`, `designatedInstitution`, `referral`) is asked once the case is known to be
 * one of them.
 *
 * @param input - The cover and its facts; absent or `null` is not known.
 * @returns An Eligibility; the codes of its checks are the facts' names. While the place is not known, `designatedInstitution` and
 * `referral` wait for it. The reading `referralWithinCity` is used for care in the city outside the district, `outpatientOutsideCity`
 * for special outpatient care outside the city.
 * @throws PolicyInputError for a fact that the cover does not have, an unknown word or an impossible day.
 * @example
 * ```ts
 * const { outcome, unmet } = checkEligibility({
 *   cover: "medicalSupplement", status: "instantAssistance", assistedFrom: "2020-05-02", occurredOn: "2020-05-01",
 *   setting: "inpatient", place: "city", designatedInstitution: true, referral: "none",
 * });
 * outcome; // "ineligible"
 * unmet; // ["assistedFrom", "referral"]
 * ```
 * @function
 */
export const checkEligibility: EligibilityRule<LuozhuangFacts, LuozhuangPolicy> = eligibilityRule<LuozhuangFacts>(
  covers,
  "三",
);
