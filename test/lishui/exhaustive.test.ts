import { describe } from "vitest";
import { lishui } from "huimin-rules";
import { everyCase } from "../exhaustive.js";

const assess = lishui.assessClaim;
const either = [true, false];
/** A kind of low-income household stands for all four. */
const kinds = ["otherHardship", "none"];
const household = {
  category: kinds,
  categoryAtLoss: kinds,
  occurredOn: ["2017-06-14", "2017-06-15"],
  insured: either,
};
const contractAmount = { contractAmount: "8000.50" };
const readings = ["categoryJudgedOn"];
/** A list that the text closes with 等: another word leaves the case open and never decides it. */
const open = (fact: string) => ({ neverAlone: [fact] });

describe("四(一) every case", () => {
  everyCase({
    assess,
    cover: "ruralMicro",
    facts: { ...household, accidental: either, harm: ["death", "disability", "outpatient", "other"] },
    loss: contractAmount,
    dates: { claimReceivedOn: "2018-01-02", assessedOn: "2018-01-15" },
    readings,
    ...open("harm"),
  });
});

describe("四(二) every case", () => {
  const medical = {
    assess,
    cover: "supplementaryMedical",
    facts: {
      ...household,
      setting: ["inpatient", "specialOutpatient", "other"],
      thirdPartyLiable: either,
    },
  };
  // One rate: which way rates may go from tier to tier is asked of no case, see benefits.test.ts.
  const schedule = [{ upTo: "50000", rate: "0.5" }];

  describe("it is known what third parties paid", () => {
    everyCase({
      ...medical,
      loss: { selfPaidToDate: "40000", thirdPartyPaid: "10000", schedule, deductible: "2000", paidToDate: "1000" },
      readings: ["categoryJudgedOn", "thirdParty"],
    });
  });

  describe("it is not known what third parties paid", () => {
    everyCase({
      ...medical,
      loss: { selfPaidToDate: "40000", schedule },
      readings: ["categoryJudgedOn", "thirdParty"],
    });
  });
});

describe("四(三) every case", () => {
  everyCase({
    assess,
    cover: "loanGuarantee",
    facts: { ...household, lossOnInsuredLoan: either },
    loss: { principalLoss: "70000", interestLoss: "1234.56" },
    dates: { claimReceivedOn: "2018-01-02", assessedOn: "2018-01-15", agreedOn: "2018-01-20" },
    readings,
  });
});

describe("四(四) every case", () => {
  everyCase({
    assess,
    cover: "loanProject",
    facts: {
      ...household,
      activity: ["planting", "manufacturing", "other"],
      boughtWithLoan: either,
      inProduction: either,
      propertyDamaged: either,
      peril: ["naturalDisaster", "disease", "other"],
    },
    loss: contractAmount,
    readings,
    ...open("peril"),
  });
});

describe("四(五)1 every case", () => {
  everyCase({
    assess,
    cover: "farmhouse",
    facts: { ...household, collapsed: either, peril: ["naturalDisaster", "accident", "earthquake", "other"] },
    loss: contractAmount,
    readings,
  });
});

describe("四(五)2 every case", () => {
  everyCase({
    assess,
    cover: "agriculture",
    facts: {
      ...household,
      inProduction: either,
      propertyDamaged: either,
      peril: ["naturalDisaster", "disease", "other"],
    },
    loss: contractAmount,
    readings,
    ...open("peril"),
  });
});
