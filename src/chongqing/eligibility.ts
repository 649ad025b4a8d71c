import type { EligibilityRule, FactsOf } from "../core/claim.js";
import { ageOn, type Day } from "../core/day.js";
import { withNumbers, type Check, type Inquiry } from "../core/eligibility.js";
import { day, fact, flag, oneOf } from "../core/fields.js";
import type { Report } from "../core/report.js";
import type { Context } from "../core/rule.js";
import {
  accidentBenefit,
  educationGrant,
  illnessDeathBenefit,
  majorIllnessBenefit,
  studentCriticalIllnessBenefit,
} from "./benefits.js";
import { enrolledBefore, periodAt, withinProgramme } from "./periods.js";
import { diseases, earlierGrants, exams, type ChongqingPolicy } from "./policy.js";
import { cover, eligibilityRule } from "./programme.js";

// 二 Insured on the day of the event -----------------------------------------------------------------------------------

/** First day of the enrolment that covers the event. */
const enrolledFrom = fact(day("本次参保生效日", "First day of the enrolment that covers the event"));
/** `false` for someone who is not enrolled; needless beside `enrolledFrom`. */
const enrolled = fact(flag("是否参保", "Whether enrolled"));

type EventDay = "occurredOn" | "diagnosedOn" | "dischargedOn" | "admittedOn";
type Reading = keyof ChongqingPolicy["readings"];
type Case = Context<ChongqingPolicy, Reading>;

/** 二: the event lies within the programme and is covered by an enrolment. */
function insuredOn<Name extends string>(
  ask: Inquiry<Name | "enrolledFrom" | "enrolled" | EventDay>,
  { terms, reading }: Case,
  eventDay: EventDay,
): Check[] {
  const holds = (enrolled: Day, on: Day) => {
    if (enrolled > on || enrolled < terms.first.from.value) return false;
    const period = periodAt(on, terms);
    return period === undefined || period.from <= enrolled || reading("carriedEnrolment") === "carried";
  };
  return [
    ask.holds(eventDay, [eventDay], withinProgramme(terms, "day"), (on: Day) => periodAt(on, terms) !== undefined),
    ask.known("enrolled") === false
      ? ask.is("enrolled", enrolledBefore(terms))
      : ask.holds("enrolledFrom", ["enrolledFrom", eventDay], enrolledBefore(terms), holds),
  ];
}

/** Reports an enrolment of someone who is not enrolled. */
function checkEnrolled(
  facts: { readonly enrolledFrom?: Day | undefined; readonly enrolled?: boolean | undefined },
  report: Report,
): void {
  if (facts.enrolled === false && facts.enrolledFrom !== undefined) {
    report(["enrolled"], "CONFLICT", "填了本次参保生效日，就不是未参保", "contradicts the first day of the enrolment");
  }
}

/** Reports a day that lies before another. */
function checkOrder(
  earlier: Day | undefined,
  later: Day | undefined,
  name: string,
  report: Report,
  zh: string,
  en: string,
) {
  if (earlier !== undefined && later !== undefined && later < earlier) {
    report([name], "CONFLICT", `早于${zh}（${earlier}）`, `lies before ${en} (${earlier})`);
  }
}

const yearOf = (on: Day) => on.slice(0, "YYYY".length);

/** A requirement that a reading may drop, which is asked only while the requirement is not met. */
const unless = (check: Check, dropped: () => boolean): Check | null =>
  (check.outcome === "unmet" || check.outcome === "unknown") && dropped() ? null : check;

// 三 Claims ------------------------------------------------------------------------------------------------------------

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
      /** The last day of what came of it (death, disability or care); asked under the reading `lateConsequences: consequenceToo`. */
      consequenceOn: fact(day("身故、伤残或诊疗日期", "Day of the death, disability or care")),
      /** `false` for someone who is not enrolled; needless beside `enrolledFrom`. */
      enrolled,
    },
    benefit: accidentBenefit,
    derived: { period: ({ occurredOn }, context) => periodOfEvent(occurredOn, context) },
    check(facts, report) {
      checkEnrolled(facts, report);
      checkOrder(facts.occurredOn, facts.consequenceOn, "consequenceOn", report, "事故发生日期", "the accident");
    },
    requires(ask, context) {
      const { accidental, consequenceWithin } = context.terms.accident;
      const within = ask.holds(
        "consequenceOn",
        ["consequenceOn"],
        consequenceWithin,
        (on: Day) => periodAt(on, context.terms) !== undefined,
      );
      return [
        ...insuredOn(ask, context, "occurredOn"),
        ask.is("accidental", accidental),
        unless(within, () => context.reading("lateConsequences") === "dayOfAccident"),
      ];
    },
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
      /** The day of discharge; asked under the reading `dayOfStay: discharge`. */
      dischargedOn: fact(day("出院日期", "Day of discharge")),
      /** `false` for someone who is not enrolled; needless beside `enrolledFrom`. */
      enrolled,
    },
    benefit: majorIllnessBenefit,
    derived: { period: (facts, context) => periodOfEvent(facts[dayOfStay(context)], context) },
    eventDay: (context) => dayOfStay(context),
    check(facts, report) {
      checkEnrolled(facts, report);
      checkOrder(facts.occurredOn, facts.dischargedOn, "dischargedOn", report, "入院日期", "the admission");
    },
    requires(ask, context) {
      const { inpatient, causedByIllness, settledOneStop } = context.terms.majorIllness;
      return [
        ...insuredOn(ask, context, dayOfStay(context)),
        ask.is("inpatient", inpatient),
        ask.is("causedByIllness", causedByIllness),
        unless(ask.is("settledOneStop", settledOneStop), () => context.reading("settlement") === "orManual"),
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
      /** `false` for someone who is not enrolled; needless beside `enrolledFrom`. */
      enrolled,
    },
    benefit: illnessDeathBenefit,
    check: checkEnrolled,
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
      /** Whether a student in school; whether a child in kindergarten is one is open (`unspecified.kindergarten`). */
      student: fact(flag("是否在校学生", "Whether a student in school")),
      /** Whether this is the first diagnosis of the disease. */
      firstDiagnosis: fact(flag("是否首次确诊该疾病", "Whether the first diagnosis of this disease")),
      /** The disease; `other` when it is not on the list. */
      disease: fact(oneOf(diseases, "所患疾病", "Disease")),
      /** Whether this cover paid already. */
      compensatedBefore: fact(flag("此前是否领取过本项补偿", "Whether this cover paid before")),
      /** Whether another listed disease was diagnosed before; asked under the reading `firstOf: anyListed`. */
      listedDiseaseBefore: fact(
        flag("此前是否确诊过所列其他重大疾病", "Whether another listed disease was diagnosed before"),
      ),
      /** `false` for someone who is not enrolled; needless beside `enrolledFrom`. */
      enrolled,
    },
    benefit: studentCriticalIllnessBenefit,
    eventDay: () => "diagnosedOn",
    check(facts, report) {
      checkEnrolled(facts, report);
      checkOrder(facts.birthDate, facts.diagnosedOn, "diagnosedOn", report, "出生日期", "the birth");
      checkOrder(facts.birthDate, facts.enrolledFrom, "enrolledFrom", report, "出生日期", "the birth");
    },
    requires(ask, context) {
      const { student, firstDiagnosis, firstOfListed, diseases: listed, once } = context.terms.studentCriticalIllness;
      return [
        ...insuredOn(ask, context, "diagnosedOn"),
        ofAge(ask, context),
        ask.is("student", student),
        ask.is("firstDiagnosis", firstDiagnosis),
        unless(ask.isNot("listedDiseaseBefore", firstOfListed), () => context.reading("firstOf") === "thisDisease"),
        ask.isOneOf("disease", listed),
        ask.isNot("compensatedBefore", once),
      ];
    },
  }),

  educationGrant: cover({
    facts: {
      /** First day of the enrolment that covers the event. */
      enrolledFrom,
      /** The day of entry into college; a grant may be claimed before it. */
      occurredOn: fact(day("入学日期", "Day of entry")),
      /** The examination taken, or the other way of admission. */
      exam: fact(oneOf(exams, "录取途径", "Way of admission")),
      /** Whether the course is full-time. */
      fullTime: fact(flag("是否被全日制高等院校录取", "Whether admitted to full-time higher education")),
      /** Whether the student entered in the year of admission. */
      enteredInAdmissionYear: fact(flag("是否录取当年入学", "Whether entered in the year of admission")),
      /** Whether the grant was paid before, and for what. */
      earlierGrant: fact(oneOf(earlierGrants, "此前领取升学补助金的情况", "Earlier grant")),
      /** The day of admission; asked under the reading `dayOfEntry: admission`. */
      admittedOn: fact(day("录取日期", "Day of admission")),
      /** `false` for someone who is not enrolled; needless beside `enrolledFrom`. */
      enrolled,
    },
    benefit: educationGrant,
    eventDay: (context) => dayOfGrant(context),
    check(facts, report) {
      checkEnrolled(facts, report);
      const { admittedOn, occurredOn, enteredInAdmissionYear } = facts;
      checkOrder(admittedOn, occurredOn, "occurredOn", report, "录取日期", "the admission");
      if (admittedOn === undefined || occurredOn === undefined || enteredInAdmissionYear === undefined) return;
      if (enteredInAdmissionYear !== (yearOf(admittedOn) === yearOf(occurredOn))) {
        report(
          ["enteredInAdmissionYear"],
          "CONFLICT",
          "与录取日期、入学日期不符",
          "contradicts the days of admission and entry",
        );
      }
    },
    requires(ask, context) {
      const { terms, reading } = context;
      const { exams: entrance, fullTime, enteredInAdmissionYear, once } = terms.educationGrant;
      const admitted = (exam: string) =>
        entrance.value.includes(exam) ||
        (exam === "vocationalCollege" &&
          entrance.value.includes("collegeEntrance") &&
          reading("collegeExam") === "included") ||
        (exam === "recommended" && reading("recommendedPostgraduate") === "included");
      const notBefore = (grant: string) =>
        grant === "none" || (grant === "forAnotherAdmission" && reading("grantOnce") === "perAdmission");
      return [
        ...insuredOn(ask, context, dayOfGrant(context)),
        ask.holds("exam", ["exam"], entrance, admitted),
        ask.is("fullTime", fullTime),
        unless(ask.is("enteredInAdmissionYear", enteredInAdmissionYear), () => reading("deferredEntry") === "granted"),
        ask.holds("earlierGrant", ["earlierGrant"], once, notBefore),
      ];
    },
  }),
};

/** 三(二): the day of a stay that decides on enrolment and period. */
const dayOfStay = ({ reading }: Case) => (reading("dayOfStay") === "admission" ? "occurredOn" : "dischargedOn");

/** 三(五): the day of a grant that decides on enrolment. */
const dayOfGrant = ({ reading }: Case) => (reading("dayOfEntry") === "entry" ? "occurredOn" : "admittedOn");

/** 二: the period of an event; none while its day is not known. */
const periodOfEvent = (on: Day | undefined, { terms }: Case) =>
  on === undefined ? undefined : periodAt(on, terms)?.period;

/** 三(四): the age on the day that counts is between the bounds, both included. */
function ofAge(ask: Inquiry<"birthDate" | "diagnosedOn" | "enrolledFrom">, { terms, reading }: Case): Check {
  const { minimumAge, maximumAge } = terms.studentCriticalIllness;
  const [youngest, oldest] = [minimumAge.value, maximumAge.value];
  const [judgedOn, zh, en] =
    reading("ageJudgedOn") === "diagnosis"
      ? (["diagnosedOn", "确诊", "at the diagnosis"] as const)
      : (["enrolledFrom", "参保", "at enrolment"] as const);
  const [birth, on] = [ask.known("birthDate"), ask.known(judgedOn)] as (Day | undefined)[];
  const age = birth === undefined || on === undefined ? undefined : ageOn(birth, on, reading("ageReachedOn"));
  const label = withNumbers(
    minimumAge,
    ` ${youngest} 至 ${oldest} 周岁（含）${age === undefined ? "" : `，${zh}时 ${age} 周岁`}`,
    ` ${youngest} to ${oldest}, both included${age === undefined ? "" : `; ${age} ${en}`}`,
    maximumAge,
  );
  return ask.holds("age", ["birthDate", judgedOn], label, () => age !== undefined && youngest <= age && age <= oldest);
}

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
 * @throws PolicyInputError for a fact that the cover does not have, an impossible day, days out of order, or `enrolled: false` beside
 * `enrolledFrom`.
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
