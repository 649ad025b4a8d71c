import { describe } from "vitest";
import { everyCase } from "../exhaustive.js";
import { assessClaim } from "./toy.js";

const day = {
  insuredFrom: ["2019-12-31", "2020-01-01", "2020-12-21", "2020-12-22"],
  occurredOn: ["2019-12-31", "2020-01-11", "2020-12-31", "2021-01-01"],
};

describe("every case of the toy", () => {
  everyCase({
    assess: assessClaim,
    cover: "care",
    facts: { ...day, inpatient: [true, false], place: ["county", "province", "abroad"], referred: [true, false] },
    loss: { cost: "8100" },
    readings: ["outpatient"],
    neverAlone: ["referred"], // whatever the answer: it is only to be known
  });

  everyCase({
    assess: assessClaim,
    cover: "accident",
    facts: { ...day, accidental: [true, false] },
    loss: { death: true, disabilityGrade: 10 },
    readings: ["deathAfterDisability"],
  });

  everyCase({
    assess: assessClaim,
    cover: "relief",
    facts: { ...day, approved: [true, false] },
    loss: { contractAmount: "7.77" },
    dates: { filedOn: "2020-04-29" },
  });
});
