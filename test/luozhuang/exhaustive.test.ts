import { describe } from "vitest";
import { luozhuang } from "huimin-rules";
import { everyCase } from "../exhaustive.js";

const { assessClaim: assess } = luozhuang;

const person = { status: "liftedFromPovertyWithBenefits", occurredOn: "2020-05-01" };
/** Who is insured on which day; the days before, on and after each bound, and instant assistance that began around them. */
const insured = {
  status: ["liftedFromPovertyWithBenefits", "instantAssistance", "none"],
  assistedFrom: ["2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01"],
  occurredOn: ["2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01"],
};
const disease = {
  setting: ["inpatient", "specialOutpatient", "ordinaryOutpatient"],
  specialDisease: ["hemophilia", "other"],
  recognisedByBasicInsurance: [true, false],
};
const care = {
  setting: ["inpatient", "specialOutpatient", "ordinaryOutpatient"],
  place: ["district", "city", "outsideCity"],
  designatedInstitution: [true, false],
  referral: ["approved", "emergencyFiled", "none"],
};
const dates = { claimReceivedOn: "2021-06-01", assessedOn: "2021-06-10", agreedOn: "2021-06-11" };

describe("every case of the medical supplement", () => {
  everyCase({
    assess,
    cover: "medicalSupplement",
    facts: insured,
    given: { setting: "inpatient", place: "district", designatedInstitution: true },
    loss: { totalExpenses: "100", inScopeExpenses: "100", basicPaid: "10" },
    dates: { ...dates, advancedOn: "2021-05-31" },
    neverAlone: ["setting", "designatedInstitution"], // met in all of these
  });

  everyCase({
    assess,
    cover: "medicalSupplement",
    facts: { ...disease, designatedInstitution: [true, false] },
    given: { ...person, place: "district" },
    loss: { totalExpenses: "100", inScopeExpenses: "100", basicPaid: "10", medicalAssistancePaid: "3" },
    readings: ["specialOutpatientRate", "institutionReductionForOutpatient"],
    neverAlone: ["status", "occurredOn"], // met in all of these
  });

  everyCase({
    assess,
    cover: "medicalSupplement",
    facts: care,
    given: { ...person, specialDisease: "hemophilia" },
    // A tenth of 100.09 is less than a fen above 10.00; 20 are out of scope. At an inpatient rate of 90.009 % the same fen is paid.
    loss: {
      ...{ totalExpenses: "120.09", inScopeExpenses: "100.09", basicPaid: "10", medicalAssistancePaid: "3" },
      inpatientRate: "0.90009",
    },
    readings: [
      "referralWithinCity",
      "outpatientOutsideCity",
      "institutionReductionForOutpatient",
      "institutionReductionOutsideCity",
      "outOfScopeWithoutReferral",
    ],
    neverAlone: ["status", "occurredOn", "specialDisease"], // met in all of these
  });

  everyCase({
    assess,
    cover: "medicalSupplement",
    facts: { ...care, referral: ["approved", "none"] },
    given: { ...person, specialDisease: "hemophilia" },
    // Nothing is out of scope and the institution waived nothing, so that only what is left to these readings can matter.
    loss: {
      ...{ totalExpenses: "100", inScopeExpenses: "100", basicPaid: "10", institutionReduced: "0" },
      ...{ inpatientRate: "0.85", inScopeBefore: "100", selfPaidInScopeBefore: "7" },
    },
    readings: [
      "referralWithinCity",
      "outpatientOutsideCity",
      "specialOutpatientRate",
      "specialOutpatientAssistance",
      "ninetyPercentSpan",
    ],
    neverAlone: ["status", "occurredOn", "specialDisease"], // met in all of these
  });
});

describe("every case of the accident cover", () => {
  everyCase({
    assess,
    cover: "accident",
    facts: { ...insured, accidental: [true, false] },
    loss: {
      ...{ death: true, disabilityGrade: 10, medicalExpenses: "4000" },
      ...{ stayCostsLeft: "3000", medicalDeductible: "100", medicalShare: "0.8" },
    },
    dates,
    readings: ["disabilityWithoutScale", "deathAfterDisability", "sameCosts", "accidentMedicalTerms"],
  });
});
