import { ageOn, type Day } from "../core/day.js";
import { claimsOf, type EligibilityRule } from "../core/claim.js";
import { day, fact, flag, list, month, oneOf, type OutputOf } from "../core/fields.js";
import { eligibilityOf, Inquiry, type Eligibility, worded } from "../core/eligibility.js";
import { rulesOf, type Context, type Report } from "../core/rule.js";
import {
  accidentBenefit,
  educationGrant,
  illnessDeathBenefit,
  majorIllnessBenefit,
  studentCriticalIllnessBenefit,
} from "./benefits.js";
import { categories, diseases, exams, policy, type ChongqingPolicy } from "./policy.js";

const { rule } = rulesOf(policy);
const { cover, eligibilityRule } = claimsOf(policy);

type Terms = ChongqingPolicy["terms"];

// 二 Enrolment ---------------------------------------------------------------------------------------------------------

const enrolmentFacts = {
  /** The categories the person is in; `["none"]` when in none. One that qualifies is enough. */
  categories: fact(list(oneOf(categories, "对象类别", "Category"), "对象类别", "Categories", 1)),
  /** For preferential treatment: whether the person receives the regular state allowance (国家定期抚恤补助). */
  receivesStateAllowance: fact(flag("是否享受国家定期抚恤补助", "Whether the regular state allowance is received")),
  /** For preferential treatment: whether the person is a disabled police officer or state official. */
  disabledPoliceOrOfficial: fact(
    flag("是否为伤残人民警察或伤残国家机关工作人员", "Whether a disabled police officer or state official"),
  ),
  /** Whether the person is already insured by the poverty-alleviation cover (精准脱贫保). */
  insuredByPovertyCover: fact(flag("是否已参保精准脱贫保", "Whether insured by the poverty-alleviation cover")),
  /** Whether the person is already enrolled under another category. */
  enrolledUnderAnotherCategory: fact(flag("是否已按其他类别参保", "Whether already enrolled under another category")),
  /** The month of enrolment, `YYYY-MM`. */
  month: fact(month("参保月份", "Month of enrolment")),
};

const { month: inMonth, ...ofPerson } = enrolmentFacts;
/** The facts of one person's enrolment, whatever the month. */
export const personFacts = ofPerson;

/** The facts of an enrolment. */
export type EnrolmentFacts = OutputOf<typeof enrolmentFacts>;

/** Reports categories that contradict each other. */
export function checkCategories(facts: Partial<OutputOf<typeof personFacts>>, report: Report): void {
  if (facts.categories?.includes("none") && facts.categories.some((category) => category !== "none")) {
    report(["categories"], "CONFLICT", "“none”不能与其他类别并列", '"none" cannot stand beside another category');
  }
}

/** 二: whether a person is to be enrolled in a month. */
export function decideEnrolment(facts: EnrolmentFacts, { terms, used }: Context<ChongqingPolicy>): Eligibility {
  const { enrolment, first, second } = terms;
  const ask = new Inquiry(facts, enrolmentFacts);
  const qualifying = facts.categories?.filter((category) => enrolment.categories.value.includes(category)) ?? [];
  const onlyPreferential =
    qualifying.length > 0 && qualifying.every((category) => category === "preferentialTreatment");
  const months = { from: first.from.value.slice(0, -"-DD".length), to: second.to.value.slice(0, -"-DD".length) };
  return eligibilityOf(
    [
      ask.holds("categories", ["categories"], enrolment.categories, () => qualifying.length > 0),
      onlyPreferential ? ask.is("receivesStateAllowance", enrolment.receivesStateAllowance) : null,
      onlyPreferential ? ask.isNot("disabledPoliceOrOfficial", enrolment.notDisabledPoliceOrOfficial) : null,
      ask.isNot("insuredByPovertyCover", enrolment.notInPovertyCover),
      ask.isNot("enrolledUnderAnotherCategory", enrolment.once),
      ask.holds(
        "month",
        ["month"],
        worded(enrolment.withinProgramme, `（${months.from} 至 ${months.to}）`, ` (${months.from} to ${months.to})`),
        (on: string) => months.from <= on && on <= months.to,
      ),
    ],
    used(),
  );
}

/**
 * Whether a person is to be enrolled in a month (二): in one of the five categories, not in the poverty-alleviation cover, not enrolled
 * twice. Category is judged here, at enrolment, and not again at a claim.
 *
 * @param input - Facts; absent or `null` is not known.
 * @returns An Eligibility; the codes of its checks are the facts' names.
 * @throws PolicyInputError for an unknown field or word, or `none` beside another category.
 * @example
 * ```ts
 * checkEnrolment({
 *   categories: ["orphan"], insuredByPovertyCover: false, enrolledUnderAnotherCategory: false, month: "2021-03",
 * }).outcome; // "eligible"
 * ```
 * @function
 */
export const checkEnrolment = rule({
  id: "checkEnrolment",
  title: { zh: "参保资格", en: "Eligibility for enrolment" },
  clause: "二",
  input: enrolmentFacts,
  check: checkCategories,
  evaluate: decideEnrolment,
});

/**
 * The period of protection a day lies in (二).
 *
 * @param input - A day, `YYYY-MM-DD`.
 * @returns The period's name, first and last day.
 * @throws PolicyInputError for a day outside the programme.
 * @example
 * ```ts
 * periodOf({ day: "2021-10-31" }); // { period: "first", from: "2020-11-01", to: "2021-10-31" }
 * ```
 * @function
 */
export const periodOf = rule({
  id: "periodOf",
  title: { zh: "所属保障期间", en: "Period of protection" },
  clause: "二",
  input: {
    /** The day. */
    day: day("日期", "Day"),
  },
  check(parsed, report, { terms }) {
    if (parsed.day !== undefined && periodAt(parsed.day, terms) === undefined) {
      const [from, to] = [terms.first.from.value, terms.second.to.value];
      report(["day"], "OUT_OF_RANGE", `不在参保时间内（${from} 至 ${to}）`, `outside the programme (${from} to ${to})`);
    }
  },
  evaluate: (parsed, { terms }) => periodAt(parsed.day, terms) as Period,
});

/** A period of protection. */
export interface Period {
  readonly period: "first" | "second";
  readonly from: Day;
  readonly to: Day;
}

/** The period a day lies in, if any. */
export function periodAt(on: Day, terms: Terms): Period | undefined {
  return (["first", "second"] as const)
    .map((period) => ({ period, from: terms[period].from.value, to: terms[period].to.value }))
    .find(({ from, to }) => from <= on && on <= to);
}

// 三 Claims ------------------------------------------------------------------------------------------------------------

const enrolledFrom = fact(day("本次参保生效日", "First day of the enrolment that covers the event"));

type EventDay = "occurredOn" | "diagnosedOn";

/** 二: the event lies within the programme and after enrolment. */
function insuredOn<Name extends string>(
  ask: Inquiry<Name | "enrolledFrom" | EventDay>,
  { terms, reading }: Pick<Context<ChongqingPolicy, "carriedEnrolment">, "terms" | "reading">,
  eventDay: EventDay,
) {
  const [from, to] = [terms.first.from.value, terms.second.to.value];
  const holds = (enrolled: Day, on: Day) => {
    const period = periodAt(on, terms);
    return period === undefined || period.from <= enrolled || reading("carriedEnrolment") === "carried";
  };
  return [
    ask.holds(
      eventDay,
      [eventDay],
      worded(terms.enrolment.withinProgramme, `（${from} 至 ${to}）`, ` (${from} to ${to})`),
      (on: Day) => periodAt(on, terms) !== undefined,
    ),
    ask.holds(
      "enrolledFrom",
      ["enrolledFrom", eventDay],
      terms.enrolment.enrolledBefore,
      (enrolled: Day, on: Day) => enrolled <= on && holds(enrolled, on),
    ),
  ];
}

/** 三: each cover's facts, requirements and benefit. */
export const covers = {
  accident: cover({
    facts: {
      /** First day of the enrolment that covers the event. */
      enrolledFrom,
      /** The day of the accident. */
      occurredOn: fact(day("事故发生日期", "Day of the accident")),
      /** Whether it was an accident (意外伤害). */
      accidental: fact(flag("是否因意外伤害", "Whether caused by an accident")),
    },
    benefit: accidentBenefit,
    requires: (ask, context) => [
      ...insuredOn(ask, context, "occurredOn"),
      ask.is("accidental", context.terms.accident.accidental),
    ],
  }),

  majorIllness: cover({
    facts: {
      /** First day of the enrolment that covers the event. */
      enrolledFrom,
      /** The day of admission to hospital. */
      occurredOn: fact(day("入院日期", "Day of admission")),
      /** Whether the care was in hospital. */
      inpatient: fact(flag("是否住院", "Whether inpatient care")),
      /** Whether an illness was the cause. */
      causedByIllness: fact(flag("是否因疾病", "Whether caused by illness")),
      /** Whether the bill was settled in the one-stop system (一站式). */
      settledOneStop: fact(flag("是否经“一站式”结算", "Whether settled in the one-stop system")),
    },
    benefit: majorIllnessBenefit,
    requires(ask, context) {
      const { inpatient, causedByIllness, settledOneStop } = context.terms.majorIllness;
      return [
        ...insuredOn(ask, context, "occurredOn"),
        ask.is("inpatient", inpatient),
        ask.is("causedByIllness", causedByIllness),
        context.reading("settlement") === "oneStopOnly" ? ask.is("settledOneStop", settledOneStop) : null,
      ];
    },
  }),

  illnessDeath: cover({
    facts: {
      /** First day of the enrolment that covers the event. */
      enrolledFrom,
      /** The day of death. */
      occurredOn: fact(day("身故日期", "Day of death")),
      /** Whether the insured died of an illness. */
      diedOfIllness: fact(flag("是否因疾病身故", "Whether died of illness")),
    },
    benefit: illnessDeathBenefit,
    requires: (ask, context) => [
      ...insuredOn(ask, context, "occurredOn"),
      ask.is("diedOfIllness", context.terms.illnessDeath.diedOfIllness),
    ],
  }),

  studentCriticalIllness: cover({
    facts: {
      /** First day of the enrolment that covers the event. */
      enrolledFrom,
      /** The day of birth. */
      birthDate: fact(day("出生日期", "Day of birth")),
      /** The day of the diagnosis: the event of this cover. */
      diagnosedOn: fact(day("确诊日期", "Day of diagnosis")),
      /** Whether a student in school. */
      student: fact(flag("是否在校学生", "Whether a student in school")),
      /** Whether this is the first diagnosis. */
      firstDiagnosis: fact(flag("是否首次确诊", "Whether the first diagnosis")),
      /** The disease; `other` when it is not on the list. */
      disease: fact(oneOf(diseases, "所患疾病", "Disease")),
    },
    benefit: studentCriticalIllnessBenefit,
    check({ birthDate, diagnosedOn }, report) {
      if (birthDate && diagnosedOn && diagnosedOn < birthDate) {
        report(["diagnosedOn"], "CONFLICT", `早于出生日期（${birthDate}）`, `lies before birthDate (${birthDate})`);
      }
    },
    requires(ask, context) {
      const {
        minimumAge,
        maximumAge,
        student,
        firstDiagnosis,
        diseases: listed,
      } = context.terms.studentCriticalIllness;
      const [youngest, oldest] = [minimumAge.value, maximumAge.value];
      const reachedOn = context.reading("ageReachedOn");
      return [
        ...insuredOn(ask, context, "diagnosedOn"),
        ask.holds(
          "age",
          ["birthDate", "diagnosedOn"],
          worded(minimumAge, ` ${youngest} 至 ${oldest} 周岁（含）`, ` ${youngest} to ${oldest}, both included`),
          (birthDate: Day, diagnosedOn: Day) => {
            const age = ageOn(birthDate, diagnosedOn, reachedOn);
            return youngest <= age && age <= oldest;
          },
        ),
        ask.is("student", student),
        ask.is("firstDiagnosis", firstDiagnosis),
        ask.isOneOf("disease", listed),
      ];
    },
  }),

  educationGrant: cover({
    facts: {
      /** First day of the enrolment that covers the event. */
      enrolledFrom,
      /** The day of entry into college. */
      occurredOn: fact(day("入学日期", "Day of entry")),
      /** The examination taken. */
      exam: fact(oneOf(exams, "所参加的考试", "Examination")),
      /** Whether the course is full-time. */
      fullTime: fact(flag("是否被全日制高等院校录取", "Whether admitted to full-time higher education")),
      /** Whether the student entered in the year of admission. */
      enteredInAdmissionYear: fact(flag("是否录取当年入学", "Whether entered in the year of admission")),
      /** Whether the grant was paid before. */
      grantedBefore: fact(flag("此前是否领取过升学补助金", "Whether granted before")),
    },
    benefit: educationGrant,
    requires(ask, context) {
      const { exams: entrance, fullTime, enteredInAdmissionYear, once } = context.terms.educationGrant;
      const inTime = ask.is("enteredInAdmissionYear", enteredInAdmissionYear);
      const open = inTime !== null && inTime.outcome !== "met";
      return [
        ...insuredOn(ask, context, "occurredOn"),
        ask.isOneOf("exam", entrance),
        ask.is("fullTime", fullTime),
        open && context.reading("deferredEntry") === "granted" ? null : inTime,
        ask.isNot("grantedBefore", once),
      ];
    },
  }),
};

/**
 * Whether a claim is covered (三), and why: every requirement of the cover with its clause.
 *
 * @param input - The cover and its facts; absent or `null` is not known.
 * @returns An Eligibility. The codes of its checks are the facts' names, and `age`, which `birthDate` and `diagnosedOn` decide.
 * @throws PolicyInputError for a fact that the cover does not have, an impossible day, or a diagnosis before birth.
 * @example
 * ```ts
 * const { outcome, missing } = checkEligibility({
 *   cover: "illnessDeath", enrolledFrom: "2020-11-01", occurredOn: "2021-03-02",
 * });
 * outcome; // "undetermined"
 * missing; // ["diedOfIllness"]
 * ```
 * @function
 */
export const checkEligibility: EligibilityRule<typeof covers, ChongqingPolicy> = eligibilityRule(covers, "三");
