import { describe } from "vitest";
import { zhumadian } from "huimin-rules";
import { everyCase } from "../exhaustive.js";

const { assessClaim: assess } = zhumadian;

const yesOrNo = [true, false];
/** One within the contract's year, and the day on which it ends by one reading. */
const contract = { contractStartsOn: "2019-06-15" };
/** Before, first, last, the matching day, after. */
const days = ["2019-06-14", "2019-06-15", "2020-06-14", "2020-06-15", "2020-06-16"];
/** In a county, in a zone, in 新蔡 that takes no part, elsewhere. */
const registeredDivision = ["411721", "经济开发区", "411729", "410102"];
const person = { registeredDivision: ["411721", "411729"], livesInCity: yesOrNo };
const complete = { registeredDivision: "411721", livesInCity: true, ...contract };
const event = { occurredOn: ["2019-12-01", "2020-06-16"] };

describe("三(一) every case of a good Samaritan", () => {
  const cover = "goodSamaritan";
  everyCase({
    assess,
    cover,
    given: contract,
    facts: { ...person, ...event, occurredInCity: yesOrNo, recognisedInCity: yesOrNo, recognisedByCounty: yesOrNo },
    loss: { disabilityGrade: 10 },
    readings: ["residence", "personScope", "placeOfDeed"],
  });
  everyCase({
    assess,
    cover,
    given: { ...complete, occurredOn: "2019-12-01", occurredInCity: true, recognisedInCity: true },
    facts: { recognisedByCounty: yesOrNo, group: ["severelyDisabled", "orphan", "none"] },
    loss: { death: true, medicalExpenses: "100", casualtyPaidBefore: "180000.01" },
    dates: { documentsCompleteOn: "2019-12-31" },
    readings: ["goodSamaritanAward"],
    neverAlone: ["occurredInCity", "occurredOn", "registeredDivision"],
  });
  everyCase({
    assess,
    cover,
    given: { ...complete, occurredInCity: true, recognisedInCity: true },
    facts: { ...event, recognisedByCounty: yesOrNo },
    loss: { unhurt: true, casualtyPaidBefore: "180000.01" },
    readings: ["unhurtHero", "goodSamaritanAward"],
    neverAlone: ["occurredInCity", "registeredDivision"],
  });
});

describe("三(二) every case of a mass accident", () => {
  const cover = "massAccident";
  everyCase({
    assess,
    cover,
    given: contract,
    facts: { ...person, registeredDivision, ...event, occurredInCity: yesOrNo, suddenMassAccident: yesOrNo },
    loss: { disabilityGrade: 7 },
    readings: ["residence", "personScope", "disabilityWithoutScale"],
  });
});

describe("三(三) every case of a drowning", () => {
  const cover = "minorDrowning";
  everyCase({
    assess,
    cover,
    given: contract,
    facts: {
      ...person,
      ...event,
      occurredInCity: yesOrNo,
      birthDate: ["2001-12-02", "2001-12-01", "2001-11-30"],
      recognisedByGovernment: yesOrNo,
    },
    readings: ["residence", "personScope", "ageReachedOn"],
  });
});

describe("三(四) every case of a natural disaster", () => {
  const cover = "naturalDisaster";
  const given = { ...complete, occurredOn: "2019-12-01" };
  everyCase({
    assess,
    cover,
    given: contract,
    facts: { ...person, registeredDivision, ...event, peril: ["flood", "other"], householdCasualty: yesOrNo },
    loss: { propertyLoss: "1500" },
    readings: ["residence", "propertyAlone"],
  });
  everyCase({
    assess,
    cover,
    given,
    facts: { peril: ["flood", "other"], group: ["severelyDisabled", "orphan", "none"], householdCasualty: yesOrNo },
    loss: { medicalExpenses: "800" },
    dates: { documentsCompleteOn: "2019-12-30" },
    readings: ["sameDay", "hardshipGroups"],
    neverAlone: ["occurredOn", "registeredDivision"],
  });
});

describe("三(五) every case of a traffic accident", () => {
  const cover = "trafficAccident";
  const flags = { liablePartyCannotPay: yesOrNo, hitAndRun: yesOrNo, handledByAssistanceFund: yesOrNo };
  everyCase({
    assess,
    cover,
    given: { ...contract, occurredOn: "2019-12-01" },
    facts: { ...person, occurredInCity: yesOrNo, injury: ["serious", "minor"], ...flags },
    readings: ["residence", "personScope"],
    // Either of the two is enough, so that only both together are unmet.
    neverAlone: ["hitAndRun", "liablePartyCannotPay", "occurredOn"],
  });
  everyCase({
    assess,
    cover,
    given: { ...complete, occurredOn: "2019-12-01", occurredInCity: true, hitAndRun: true },
    facts: { injury: ["serious", "minor", "death"], handledByAssistanceFund: yesOrNo },
    loss: { disabilityGrade: 7, medicalExpenses: "8000", paidByAssistanceFund: "9000" },
    readings: ["disabilityWithoutScale", "fundPayments"],
    neverAlone: ["hitAndRun", "occurredInCity", "occurredOn", "registeredDivision"],
  });
});

describe("三(六) every case of a rescuer", () => {
  const cover = "rescuer";
  everyCase({
    assess,
    cover,
    facts: {
      ...person,
      contractStartsOn: ["2019-06-15", "2020-02-29"],
      occurredOn: [...days, "2021-02-28", "2021-03-01"],
      rescuingOnScene: yesOrNo,
    },
    loss: { medicalExpenses: "800" },
    readings: ["residence", "contractEnds"],
  });
  everyCase({
    assess,
    cover,
    given: { ...complete, occurredOn: "2019-12-01" },
    facts: { rescuingOnScene: yesOrNo, group: ["severelyDisabled", "none"] },
    loss: { medicalExpenses: "10000" },
    dates: { documentsCompleteOn: "2019-12-30", claimReceivedOn: "2019-12-20", assessedOn: "2019-12-30" },
    readings: ["sameDay"],
    neverAlone: ["occurredOn", "registeredDivision"],
  });
});

describe("三(七) every case of a serious illness in hardship", () => {
  const cover = "hardshipIllness";
  const dates = { documentsCompleteOn: "2020-06-30" };
  const flags = { inpatient: yesOrNo, listedDisease: yesOrNo, insuranceSettled: yesOrNo };
  const group = ["severelyDisabled", "orphan", "none"];
  const first = { eligibleExpensesBefore: "0", paidToDate: "0" };
  everyCase({
    assess,
    cover,
    given: { ...contract, admittedOn: "2019-12-01", dischargedOn: "2019-12-20" },
    facts: { ...person, group, ...flags },
    loss: { eligibleExpenses: "600", ...first },
    readings: ["residence", "hardshipGroups"],
    neverAlone: ["admittedOn"],
  });
  everyCase({
    assess,
    cover,
    given: { ...complete, group: "severelyDisabled", inpatient: true, insuranceSettled: true },
    facts: { admittedOn: days, dischargedOn: days, listedDisease: yesOrNo },
    loss: { eligibleExpenses: "600", ...first },
    readings: ["stayDay", "contractEnds"],
    neverAlone: ["group", "inpatient", "insuranceSettled", "registeredDivision"],
  });
  const given = { ...complete, admittedOn: "2019-12-01", dischargedOn: "2019-12-20", inpatient: true };
  everyCase({
    assess,
    cover,
    given: { ...given, insuranceSettled: true },
    facts: { group, listedDisease: yesOrNo },
    loss: { eligibleExpenses: "1000" },
    dates,
    readings: ["hardshipGroups", "hardshipSpan", "hardshipAboveThousand", "exactlyOneThousand"],
    neverAlone: ["admittedOn", "inpatient", "insuranceSettled", "registeredDivision"],
  });
  everyCase({
    assess,
    cover,
    given: { ...given, listedDisease: true },
    facts: { group, insuranceSettled: yesOrNo },
    loss: { eligibleExpenses: "600", eligibleExpensesBefore: "900", paidToDate: "450" },
    dates: { documentsCompleteOn: "2019-12-31" },
    readings: ["hardshipGroups", "hardshipSpan", "hardshipAboveThousand", "nextDay"],
    neverAlone: ["admittedOn", "inpatient", "listedDisease", "registeredDivision"],
  });
});

describe("二(二) every other recognised case", () => {
  const cover = "otherRecognised";
  everyCase({
    assess,
    cover,
    given: contract,
    facts: { ...person, registeredDivision, ...event, recognisedByGovernment: yesOrNo },
    loss: { contractAmount: "10000" },
    dates: { documentsCompleteOn: "2020-06-30" },
    readings: ["residence", "exactlyTenThousand"],
  });
});
