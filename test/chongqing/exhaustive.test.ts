import { describe } from "vitest";
import { chongqing } from "huimin-rules";
import { everyCase } from "../exhaustive.js";

const { assessClaim: assess } = chongqing;

/** Days of enrolment: before the programme, in the first period, on the first day of the second. */
const enrolledFrom = ["2020-10-31", "2020-11-01", "2021-11-01"];
/** Days of an event: before the programme, the last of the first period, the first of the second, the last, after. */
const event = ["2020-10-31", "2021-10-31", "2021-11-01", "2021-12-31", "2022-01-01"];
const flag = [true, false];

describe("every case of 小额意外", () => {
  const loss = { disabilityGrade: 10, medicalSelfPaid: "900" };
  everyCase({
    assess,
    cover: "accident",
    facts: { enrolledFrom, occurredOn: event, accidental: flag, consequenceOn: ["2021-12-31", "2022-01-01"] },
    loss,
    readings: ["carriedEnrolment", "lateConsequences", "shortPeriodLimits", "yearOfAccumulation", "disabilityScale"],
  });
  everyCase({
    assess,
    cover: "accident",
    facts: { enrolled: flag, enrolledFrom, occurredOn: event, accidental: flag },
    loss: { death: true, disabilityRate: "0.5" },
    dates: { claimReceivedOn: "2022-03-01" },
    readings: [
      "lateConsequences",
      "shortPeriodLimits",
      "yearOfAccumulation",
      "deathAfterDisability",
      "carriedEnrolment",
    ],
    neverAlone: ["consequenceOn"], // not given here; the table before decides by it
  });
});

describe("every case of 大病补充", () => {
  everyCase({
    assess,
    cover: "majorIllness",
    facts: { enrolledFrom, occurredOn: event, dischargedOn: ["2021-11-01", "2022-01-01"], settledOneStop: flag },
    given: { inpatient: true, causedByIllness: true },
    neverAlone: ["causedByIllness", "inpatient"], // given; the next table decides by them
    loss: { outOfCatalogueToDate: "3000" },
    readings: ["carriedEnrolment", "dayOfStay", "settlement", "shortPeriodLimits", "yearOfAccumulation"],
  });
  everyCase({
    assess,
    cover: "majorIllness",
    facts: {
      enrolled: flag,
      enrolledFrom: ["2021-11-01"],
      occurredOn: event,
      inpatient: flag,
      causedByIllness: flag,
      settledOneStop: flag,
    },
    given: { dischargedOn: "2022-01-01" },
    loss: { outOfCatalogueToDate: "500" }, // nothing is due under any reading
    readings: ["settlement", "dayOfStay"],
  });
});

describe("every case of 疾病身故", () => {
  everyCase({
    assess,
    cover: "illnessDeath",
    facts: { enrolled: flag, enrolledFrom, occurredOn: event, diedOfIllness: flag },
    dates: { claimReceivedOn: "2022-03-01" },
    readings: ["carriedEnrolment"],
  });
});

describe("every case of 学生重大疾病", () => {
  everyCase({
    assess,
    cover: "studentCriticalIllness",
    facts: {
      enrolledFrom: ["2020-11-01", "2021-06-15"],
      // 23 on the day of the diagnosis; 22; 3 on the day of the diagnosis, 2 on that of the enrolment.
      birthDate: ["1998-06-15", "2000-01-01", "2018-06-15"],
      diagnosedOn: ["2021-06-15", "2022-01-01"],
      firstDiagnosis: flag,
      listedDiseaseBefore: flag,
    },
    given: { student: true, disease: "paralysis", compensatedBefore: false },
    readings: ["ageJudgedOn", "ageReachedOn", "firstOf"],
    neverAlone: ["compensatedBefore", "disease", "enrolledFrom", "student"], // given, or the next table's
  });
  everyCase({
    assess,
    cover: "studentCriticalIllness",
    facts: {
      enrolled: flag,
      enrolledFrom,
      diagnosedOn: event,
      student: flag,
      disease: ["paralysis", "other"],
      compensatedBefore: flag,
    },
    given: { birthDate: "2010-01-01", firstDiagnosis: true, listedDiseaseBefore: false },
    readings: ["carriedEnrolment"],
    neverAlone: ["age", "firstDiagnosis", "listedDiseaseBefore"], // given; the table before decides by them
  });
});

describe("every case of 困难人群升学补助金", () => {
  everyCase({
    assess,
    cover: "educationGrant",
    facts: {
      enrolledFrom: ["2020-11-01", "2021-04-01", "2021-11-01"],
      occurredOn: ["2021-04-01", "2021-10-31", "2021-11-01", "2022-01-01"],
      admittedOn: ["2020-10-31", "2021-03-31", "2021-04-01", "2021-10-31"],
    },
    given: { exam: "collegeEntrance", fullTime: true, earlierGrant: "none" },
    loss: { level: "bachelor" },
    readings: ["carriedEnrolment", "dayOfEntry", "deferredEntry"],
    neverAlone: ["earlierGrant", "enteredInAdmissionYear", "exam", "fullTime"], // the next table's
  });
  everyCase({
    assess,
    cover: "educationGrant",
    facts: {
      enrolled: flag,
      enrolledFrom: ["2020-11-01"],
      exam: ["collegeEntrance", "vocationalCollege", "recommended", "other"],
      fullTime: flag,
      enteredInAdmissionYear: flag,
      earlierGrant: ["none", "forThisAdmission", "forAnotherAdmission"],
    },
    given: { occurredOn: "2021-09-01" },
    loss: { level: "bachelor" },
    readings: ["collegeExam", "recommendedPostgraduate", "deferredEntry", "grantOnce", "dayOfEntry"],
    neverAlone: ["admittedOn", "enrolledFrom", "occurredOn"], // the table before decides by them
  });
});
