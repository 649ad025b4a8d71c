import type { EligibilityRule, FactsOf } from "../core/claim.js";
import { ageOn, type Day } from "../core/day.js";
import { withNumbers, type Inquiry } from "../core/eligibility.js";
import { day, fact, flag, oneOf } from "../core/fields.js";
import type { Context } from "../core/rule.js";
import {
  accidentBenefit,
  educationGrant,
  illnessDeathBenefit,
  majorIllnessBenefit,
  studentCriticalIllnessBenefit,
} from "./benefits.js";
import { periodAt, withinProgramme } from "./periods.js";
import { diseases, exams, type ChongqingPolicy } from "./policy.js";
import { cover, eligibilityRule } from "./programme.js";

// 三 Claims ------------------------------------------------------------------------------------------------------------

const enrolledFrom = fact(day("本次参保生效日", "First day of the enrolment that covers the event"));

type EventDay = "occurredOn" | "diagnosedOn";

/** 二: the event lies within the programme and after enrolment. */
function insuredOn<Name extends string>(
  ask: Inquiry<Name | "enrolledFrom" | EventDay>,
  { terms, reading }: Pick<Context<ChongqingPolicy, "carriedEnrolment">, "terms" | "reading">,
  eventDay: EventDay,
) {
  const holds = (enrolled: Day, on: Day) => {
    const period = periodAt(on, terms);
    return period === undefined || period.from <= enrolled || reading("carriedEnrolment") === "carried";
  };
  return [
    ask.holds(eventDay, [eventDay], withinProgramme(terms, "day"), (on: Day) => periodAt(on, terms) !== undefined),
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
          withNumbers(
            minimumAge,
            ` ${youngest} 至 ${oldest} 周岁（含）`,
            ` ${youngest} to ${oldest}, both included`,
            maximumAge,
          ),
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
      const open = inTime.outcome === "unmet" || inTime.outcome === "unknown";
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

/** 小额意外的事实。What is known about a case under the accident cover. */
export interface AccidentFacts extends FactsOf<typeof covers.accident, "accident"> {}
/** 大病补充的事实。What is known about a case under the major-illness supplement. */
export interface MajorIllnessFacts extends FactsOf<typeof covers.majorIllness, "majorIllness"> {}
/** 疾病身故的事实。What is known about a case under the cover for death by illness. */
export interface IllnessDeathFacts extends FactsOf<typeof covers.illnessDeath, "illnessDeath"> {}
/** 学生重大疾病的事实。What is known about a case under the student critical-illness cover. */
export interface StudentCriticalIllnessFacts extends FactsOf<
  typeof covers.studentCriticalIllness,
  "studentCriticalIllness"
> {}
/** 困难人群升学补助金的事实。What is known about a case under the education grant. */
export interface EducationGrantFacts extends FactsOf<typeof covers.educationGrant, "educationGrant"> {}

/** 一个险种及其事实。A cover and the facts of a case. */
export type ChongqingFacts =
  AccidentFacts | MajorIllnessFacts | IllnessDeathFacts | StudentCriticalIllnessFacts | EducationGrantFacts;

/**
 * 一项理赔是否属于保障范围（三）及原因：逐项列出要求和条款。
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
export const checkEligibility: EligibilityRule<ChongqingFacts, ChongqingPolicy> = eligibilityRule<ChongqingFacts>(
  covers,
  "三",
);
