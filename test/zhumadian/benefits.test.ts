import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, compareReadings, fen, percent, yuan, zhumadian, type Amendment } from "huimin-rules";
import { law } from "../law.js";

const {
  goodSamaritanBenefit,
  hardshipIllnessBenefit,
  massAccidentBenefit,
  minorDrowningBenefit,
  naturalDisasterBenefit,
  policy,
  rescuerBenefit,
  trafficAccidentBenefit,
} = zhumadian;

const anyFen = fc.integer({ min: 0, max: 100_000_000 });
const grade = fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined });

/** The covers with one limit of 50 000 and one of 5 000. */
const ordinary = [
  ["三(二)", massAccidentBenefit],
  ["三(四)", naturalDisasterBenefit],
  ["三(五)", trafficAccidentBenefit],
  ["三(六)", rescuerBenefit],
] as const;

describe.each(ordinary)("%s casualty", (clause, benefit) => {
  it.each([
    [{ medicalExpenses: "0" }, "0.00"], // an explicit 0 is claimed
    [{ death: false, medicalExpenses: "1" }, "1.00"],
    [{ death: true }, "50000.00"],
    [{ disabilityGrade: 1 }, "50000.00"],
    [{ disabilityGrade: 7 }, "20000.00"],
    [{ disabilityGrade: 10 }, "5000.00"],
    [{ death: true, disabilityGrade: 10 }, "50000.00"],
    [{ death: true, casualtyPaidBefore: "20000" }, "30000.00"],
    [{ death: true, casualtyPaidBefore: "49999.99" }, "0.01"],
    [{ death: true, casualtyPaidBefore: "50000" }, "0.00"],
    [{ death: true, casualtyPaidBefore: "50000.01" }, "0.00"],
    [{ disabilityGrade: 7, casualtyPaidBefore: "30000.01" }, "19999.99"],
    [{ medicalExpenses: "4999.99" }, "4999.99"],
    [{ medicalExpenses: "5000" }, "5000.00"],
    [{ medicalExpenses: "5000.01" }, "5000.00"],
    [{ medicalExpenses: "600", medicalPaidBefore: "4500" }, "500.00"],
    [{ medicalExpenses: "600", medicalPaidBefore: "5000" }, "0.00"],
    [{ death: true, medicalExpenses: "5000" }, "55000.00"],
    [{ death: true, casualtyPaidBefore: "50000", medicalExpenses: "12.34" }, "12.34"],
    // What was paid for this very event comes off; what other events took uses up the limit.
    [{ disabilityGrade: 5, casualtyPaidToDate: "20000" }, "10000.00"],
    [{ disabilityGrade: 5, casualtyPaidToDate: "29999.99" }, "0.01"],
    [{ disabilityGrade: 5, casualtyPaidToDate: "30000" }, "0.00"],
    [{ disabilityGrade: 5, casualtyPaidBefore: "20000" }, "30000.00"],
    [{ disabilityGrade: 5, casualtyPaidBefore: "20000.01" }, "29999.99"],
    [{ death: true, casualtyPaidBefore: "10000", casualtyPaidToDate: "20000" }, "20000.00"],
    [{ medicalExpenses: "12.34", casualtyPaidToDate: "20000" }, "12.34"], // nothing of it is claimed again
  ])("%j gives %s", (input, amount) => {
    expect(benefit(input).amount.toString()).toBe(amount);
  });

  it.each([
    [{ disabilityGrade: 9, casualtyPaidToDate: "20000" }, "0.00", "10000.00"], // regraded from 7 to 9
    [{ disabilityGrade: 5, casualtyPaidToDate: "30000.01", medicalExpenses: "7" }, "7.00", "0.01"],
    [{ disabilityGrade: 5, casualtyPaidToDate: "30000" }, "0.00", "0.00"],
  ])("%j: %s is due, %s was paid too much, and neither is set off", (input, amount, overpaid) => {
    const result = benefit(input);
    expect([result.amount, result.overpaid].map(String)).toEqual([amount, overpaid]);
  });

  it.each([{}, { death: false }, { casualtyPaidBefore: "1", medicalPaidBefore: "1", casualtyPaidToDate: "1" }])(
    "nothing is claimed by %j, which is no zero",
    (input) => {
      expect(benefit.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path: [], code: "MISSING" }] } });
    },
  );

  it.each(["perYear", "perEvent"] as const)(
    "what other events took is given by the caller: %s changes nothing",
    (limitSpan) => {
      const input = {
        disabilityGrade: 5,
        casualtyPaidBefore: "20000.01",
        medicalExpenses: "5000",
        medicalPaidBefore: "1",
      };
      const { amount, readings } = benefit(input, { readings: { limitSpan } });
      expect([String(amount), readings]).toEqual(["34998.99", {}]);
    },
  );

  it("shows the amount, the limit and what was paid before, each with its clause", () => {
    const { lines } = benefit({ disabilityGrade: 7, casualtyPaidBefore: "40000", medicalExpenses: "6000" });
    expect(lines.map(({ operation, amount, clause: { path } }) => [operation, String(amount), path])).toEqual([
      ["share", "20000.00", clause],
      ["cap", "10000.00", clause],
      ["cap", "5000.00", clause],
      ["benefit", "15000.00", clause],
    ]);
  });

  it("the plan names no scale: by the ten grades, or the whole limit", () => {
    const compared = compareReadings(benefit, { disabilityGrade: 9 });
    expect(compared.map(({ readings, outcome }) => [readings, outcome.ok && String(outcome.value.amount)])).toEqual([
      [{ disabilityWithoutScale: "byScale" }, "10000.00"],
      [{ disabilityWithoutScale: "fullLimit" }, "50000.00"],
    ]);
    expect(benefit({ death: true, disabilityGrade: 9, medicalExpenses: "1" }).readings).toEqual({});
    const before = { disabilityGrade: 9, casualtyPaidBefore: "10000" };
    expect(String(benefit(before, { readings: { disabilityWithoutScale: "fullLimit" } }).amount)).toBe("40000.00");
  });

  it.each([
    [{ disabilityGrade: 0 }, "disabilityGrade"],
    [{ disabilityGrade: 11 }, "disabilityGrade"],
    [{ disabilityGrade: 2.5 }, "disabilityGrade"],
    [{ death: "yes" }, "death"],
    [{ death: null }, "death"],
    [{ medicalExpenses: "-1" }, "medicalExpenses"],
    [{ casualtyPaidBefore: "1,000" }, "casualtyPaidBefore"],
    [{ medicalExpences: "1" }, "medicalExpences"],
  ])("%j is refused", (input, field) => {
    expect(benefit.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path: [field] }] } });
  });

  it("a contract's scale with fewer grades has no heavier one", () => {
    const better = amend(policy, { terms: { disabilityScale: [percent(100), percent(40)] } });
    expect(String(benefit({ disabilityGrade: 2 }, { policy: better }).amount)).toBe("20000.00");
    expect(benefit({ disabilityGrade: 2 }, { policy: better }).lines[0]?.amended).toBe(true);
    expect(benefit.safe({ disabilityGrade: 3 }, { policy: better })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["disabilityGrade"], code: "OUT_OF_RANGE" }] },
    });
  });

  law(
    `${clause} never above what is left of each limit, under either reading`,
    [fc.boolean(), grade, anyFen, anyFen, anyFen, fc.constantFrom("byScale" as const, "fullLimit" as const)],
    (death, disabilityGrade, casualtyBefore, costs, medicalBefore, disabilityWithoutScale) => {
      const input = {
        death,
        ...(disabilityGrade !== undefined && { disabilityGrade }),
        casualtyPaidBefore: fen(casualtyBefore),
        medicalExpenses: fen(costs),
        medicalPaidBefore: fen(medicalBefore),
      };
      const amount = benefit(input, { readings: { disabilityWithoutScale } }).amount.fen;
      const left = Math.max(5_000_000 - casualtyBefore, 0) + Math.max(500_000 - medicalBefore, 0);
      expect(amount).toBeGreaterThanOrEqual(0);
      expect(amount).toBeLessThanOrEqual(left);
    },
  );

  law(
    `${clause} one bill or many, the same total`,
    [fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 1, maxLength: 8 })],
    (bills) => {
      const pay = (bill: number, before: number) =>
        benefit({ medicalExpenses: fen(bill), medicalPaidBefore: fen(before) }).amount.fen;
      const total = bills.reduce((sum, bill) => sum + bill, 0);
      expect(bills.reduce((before, bill) => before + pay(bill, before), 0)).toBe(pay(total, 0));
    },
  );

  law(
    `${clause} regrading adds up to the last grade, or what is too much is told`,
    [fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 6_000_000 })],
    (one, other, before) => {
      const casualtyPaidBefore = fen(before);
      const first = benefit({ disabilityGrade: one, casualtyPaidBefore }).amount;
      const second = benefit({ disabilityGrade: other, casualtyPaidBefore, casualtyPaidToDate: first });
      const whole = benefit({ disabilityGrade: other, casualtyPaidBefore }).amount;
      expect(first.plus(second.amount).minus(second.overpaid).fen).toBe(whole.fen);
      expect(Math.min(second.amount.fen, second.overpaid.fen)).toBe(0);
    },
  );

  law(
    `${clause} death after disability comes to the death amount, in one claim or two`,
    [fc.integer({ min: 1, max: 10 })],
    (disabilityGrade) => {
      const first = benefit({ disabilityGrade }).amount;
      const second = benefit({ death: true, casualtyPaidToDate: first }).amount;
      expect(first.plus(second).fen).toBe(benefit({ death: true, disabilityGrade }).amount.fen);
    },
  );
});

describe("三(一) good Samaritan", () => {
  it.each([
    [{ unhurt: true }, "30000.00"],
    [{ unhurt: true, death: false, medicalExpenses: "0" }, "30000.00"],
    [{ unhurt: false, medicalExpenses: "0.01" }, "30000.01"],
    [{ death: true }, "230000.00"],
    [{ disabilityGrade: 1 }, "230000.00"],
    [{ disabilityGrade: 7 }, "110000.00"],
    [{ disabilityGrade: 10 }, "50000.00"],
    [{ death: true, disabilityGrade: 10 }, "230000.00"],
    [{ death: true, casualtyPaidBefore: "199999.99" }, "30000.01"],
    [{ death: true, casualtyPaidBefore: "200000" }, "30000.00"],
    [{ death: true, casualtyPaidBefore: "999999" }, "30000.00"],
    [{ medicalExpenses: "49999.99" }, "79999.99"],
    [{ medicalExpenses: "50000" }, "80000.00"],
    [{ medicalExpenses: "50000.01" }, "80000.00"],
    [{ medicalExpenses: "200", medicalPaidBefore: "49900" }, "30100.00"],
    [{ death: true, medicalExpenses: "60000" }, "280000.00"],
  ])("%j gives %s", (input, amount) => {
    expect(goodSamaritanBenefit(input).amount.toString()).toBe(amount);
  });

  it.each([
    [{ disabilityGrade: 2, casualtyPaidBefore: "0" }, "210000.00", "200000.00"], // 30 000 + 180 000
    [{ disabilityGrade: 3 }, "190000.00", null], // 30 000 + 160 000: within the limit either way
    [{ disabilityGrade: 3, casualtyPaidBefore: "10000" }, "190000.00", null], // to the fen
    [{ disabilityGrade: 3, casualtyPaidBefore: "10000.01" }, "190000.00", "189999.99"],
    [{ medicalExpenses: "1", casualtyPaidBefore: "170000" }, "30001.00", null],
    [{ medicalExpenses: "1", casualtyPaidBefore: "170000.01" }, "30001.00", "30000.99"],
    [{ medicalExpenses: "1", casualtyPaidBefore: "200000" }, "30001.00", "1.00"],
    [{ medicalExpenses: "1", awardPaidBefore: "170000.01" }, "30001.00", "30000.99"], // awards of other acts
    [{ death: true, awardPaidBefore: "30000", casualtyPaidBefore: "100000" }, "130000.00", "70000.00"],
    [{ death: true, medicalExpenses: "100" }, "230100.00", "200100.00"],
  ])("%j: %s on top, %s within 200 000", (input, onTop, within) => {
    const compared = compareReadings(goodSamaritanBenefit, input);
    expect(compared.map(({ readings, outcome }) => [readings, outcome.ok && String(outcome.value.amount)])).toEqual(
      within === null
        ? [[{}, onTop]]
        : [
            [{ goodSamaritanAward: "cumulative" }, onTop],
            [{ goodSamaritanAward: "withinLimit" }, within],
          ],
    );
  });

  it("names its scale: the reading of the other covers does not touch it", () => {
    const options = { readings: { disabilityWithoutScale: "fullLimit" } } as const;
    expect(String(goodSamaritanBenefit({ disabilityGrade: 7 }, options).amount)).toBe("110000.00");
  });

  it.each([
    [{ unhurt: true, awardPaidToDate: "30000" }, "0.00", "0.00"],
    [{ unhurt: true, awardPaidToDate: "29999.99" }, "0.01", "0.01"],
    [{ awardPaidToDate: "30000", medicalExpenses: "5000", medicalPaidBefore: "10000" }, "5000.00", "5000.00"],
    [{ awardPaidToDate: "30000", death: true, casualtyPaidToDate: "40000" }, "160000.00", "130000.00"],
    [{ awardPaidToDate: "30000", death: true }, "200000.00", "170000.00"],
    // A casualty of the act that is not claimed again still takes of the limit.
    [{ medicalExpenses: "5", casualtyPaidToDate: "170000" }, "30005.00", "30005.00"],
    [{ medicalExpenses: "5", casualtyPaidToDate: "170000.01" }, "30005.00", "30004.99"],
    [{ medicalExpenses: "5", casualtyPaidToDate: "200000" }, "30005.00", "5.00"],
  ])("a later bill of the same act, %j: %s on top, %s within the limit", (input, onTop, within) => {
    const amounts = (["cumulative", "withinLimit"] as const).map((goodSamaritanAward) =>
      String(goodSamaritanBenefit(input, { readings: { goodSamaritanAward } }).amount),
    );
    expect(amounts).toEqual([onTop, within]);
  });

  law(
    "三(一) one bill or many, the same total, under either reading",
    [
      fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom("cumulative" as const, "withinLimit" as const),
    ],
    (bills, goodSamaritanAward) => {
      const options = { readings: { goodSamaritanAward } };
      const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
      const pay = (bill: number, before: readonly number[]) =>
        goodSamaritanBenefit(
          {
            medicalExpenses: fen(bill),
            medicalPaidBefore: fen(Math.min(sum(before), 5_000_000)),
            awardPaidToDate: fen(before.length === 0 ? 0 : 3_000_000),
          },
          options,
        ).amount.fen;
      const paid = bills.map((bill, index) => pay(bill, bills.slice(0, index)));
      expect(sum(paid)).toBe(pay(sum(bills), []));
    },
  );

  it.each([
    [
      { unhurt: true },
      [
        ["awarded", "30000.00"],
        ["casualtyOnly", "0.00"],
      ],
    ],
    [
      { medicalExpenses: "0" },
      [
        ["awarded", "30000.00"],
        ["casualtyOnly", "0.00"],
      ],
    ],
    [{ medicalExpenses: "0.01" }, [[undefined, "30000.01"]]],
    [{ disabilityGrade: 10 }, [[undefined, "50000.00"]]],
    [{ death: true }, [[undefined, "230000.00"]]],
  ])("someone unhurt is awarded, or only who was hurt: %j", (input, expected) => {
    const compared = compareReadings(goodSamaritanBenefit, input).filter(
      ({ readings }) => readings["goodSamaritanAward"] !== "withinLimit",
    );
    expect(
      compared.map(({ readings, outcome }) => [readings["unhurtHero"], outcome.ok && String(outcome.value.amount)]),
    ).toEqual(expected);
  });

  it("shows the award that is not paid to someone unhurt, and why", () => {
    const { lines, parts } = goodSamaritanBenefit({ unhurt: true }, { readings: { unhurtHero: "casualtyOnly" } });
    expect(lines.map(({ label, operation, amount }) => [label.zh, operation, String(amount)])).toEqual([
      ["本人未伤亡，不赔付见义勇为", "share", "0.00"],
      ["承保机构应赔付", "benefit", "0.00"],
    ]);
    expect(String(parts.award)).toBe("0.00");
  });

  it.each([
    [{ unhurt: true, death: true }, "CONFLICT", ["unhurt"]],
    [{ unhurt: true, disabilityGrade: 10 }, "CONFLICT", ["unhurt"]],
    [{ unhurt: true, medicalExpenses: "0.01" }, "CONFLICT", ["unhurt"]],
    [{ unhurt: true, casualtyPaidToDate: "0.01" }, "CONFLICT", ["unhurt"]],
    [{}, "MISSING", []],
    [{ unhurt: false }, "MISSING", []],
    [{ unhurt: false, death: false, awardPaidBefore: "30000" }, "MISSING", []],
  ])("%j is refused: %s", (input, code, path) => {
    expect(goodSamaritanBenefit.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path, code }] } });
  });

  it("within the limit, the lines show award and casualty together", () => {
    const { lines } = goodSamaritanBenefit({ death: true }, { readings: { goodSamaritanAward: "withinLimit" } });
    expect(lines.map(({ operation, amount }) => [operation, String(amount)])).toEqual([
      ["pay", "30000.00"],
      ["pay", "200000.00"],
      ["sum", "230000.00"],
      ["cap", "200000.00"],
      ["benefit", "200000.00"],
    ]);
  });

  it.each([
    [{ disabilityGrade: 11 }, "disabilityGrade"],
    [{ death: 1 }, "death"],
    [{ recognisedByCounty: true }, "recognisedByCounty"],
  ])("%j is refused", (input, field) => {
    expect(goodSamaritanBenefit.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path: [field] }] } });
  });

  law(
    "三(一) at most 280 000, at most 250 000 within the limit, and the award is never lost on top",
    [fc.boolean(), grade, anyFen, anyFen],
    (death, disabilityGrade, paid, costs) => {
      const input = {
        death,
        ...(disabilityGrade !== undefined && { disabilityGrade }),
        casualtyPaidBefore: fen(paid),
        medicalExpenses: fen(costs),
      };
      const onTop = goodSamaritanBenefit(input).amount.fen;
      const within = goodSamaritanBenefit(input, { readings: { goodSamaritanAward: "withinLimit" } }).amount.fen;
      expect(onTop).toBeLessThanOrEqual(28_000_000);
      expect(onTop).toBeGreaterThanOrEqual(3_000_000);
      expect(within).toBeLessThanOrEqual(Math.max(20_000_000 - paid, 0) + 5_000_000);
      expect(within).toBeLessThanOrEqual(onTop);
    },
  );
});

describe("三(三) drowning of a minor", () => {
  it("gives 50 000", () => {
    expect(minorDrowningBenefit({}).amount.toString()).toBe("50000.00");
    expect(minorDrowningBenefit.safe({ death: true }).ok).toBe(false);
  });
});

describe("三(四) property lost to a disaster", () => {
  it.each([
    [{ propertyLoss: "1999.99" }, "1999.99"],
    [{ propertyLoss: "2000" }, "2000.00"],
    [{ propertyLoss: "2000.01" }, "2000.00"],
    [{ propertyLoss: "1500", householdPaidBefore: "600" }, "1400.00"],
    [{ propertyLoss: "1500", householdPaidBefore: "2000" }, "0.00"],
    [{ propertyLoss: "3000", medicalExpenses: "800" }, "2800.00"],
    [{ propertyLoss: "3000", death: true }, "52000.00"],
  ])("%j gives %s", (input, amount) => {
    expect(naturalDisasterBenefit(input).amount.toString()).toBe(amount);
  });

  it.each([
    [{ propertyLoss: "1500", householdCasualty: false }, ["1500.00", "0.00"]],
    [{ propertyLoss: "1500" }, ["1500.00", false]], // whether anyone was hurt must be known
    [{ propertyLoss: "1500", householdCasualty: null }, ["1500.00", false]],
    [{ propertyLoss: "1500", householdCasualty: true }, ["1500.00"]],
    [{ propertyLoss: "0.01", death: false, medicalExpenses: "0", householdCasualty: false }, ["0.01", "0.00"]],
    [{ propertyLoss: "1500", medicalExpenses: "0.01" }, ["1500.01"]],
    [{ propertyLoss: "1500", disabilityGrade: 1 }, ["51500.00"]], // the scale, at grade 1 the same
    [{ propertyLoss: "1500", death: true }, ["51500.00"]],
    [{ propertyLoss: "0" }, ["0.00"]],
  ])("%j alone, or only beside a casualty: %j", (input, amounts) => {
    const compared = compareReadings(naturalDisasterBenefit, input);
    expect(compared.map(({ outcome }) => outcome.ok && String(outcome.value.amount))).toEqual(amounts);
  });

  it.each([
    [{ propertyLoss: "x" }, "propertyLoss"],
    [{ householdPaidBefore: -1 }, "householdPaidBefore"],
  ])("%j is refused", (input, field) => {
    expect(naturalDisasterBenefit.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path: [field] }] } });
  });

  it.each([
    [{ casualtyPaidToDate: "0.01" }, "1500.00"],
    [{ householdCasualty: false, casualtyPaidBefore: "0.01" }, "0.00"], // of another event
    [{ householdCasualty: false, medicalPaidBefore: "0.01" }, "0.00"],
    [{ householdCasualty: false, householdPaidBefore: "0.01" }, "0.00"],
    [{ householdCasualty: true, householdPaidBefore: "500.01" }, "1499.99"],
  ])("三(四) a casualty that was paid in this event stands beside the property: %j", (before, amount) => {
    const options = { readings: { propertyAlone: "onlyWithCasualty" } } as const;
    expect(String(naturalDisasterBenefit({ propertyLoss: "1500", ...before }, options).amount)).toBe(amount);
  });

  it("三(四) shows the property that is not paid, and why", () => {
    const input = { propertyLoss: "1500", householdCasualty: false };
    const { lines } = naturalDisasterBenefit(input, { readings: { propertyAlone: "onlyWithCasualty" } });
    expect(lines.map(({ label, operands, amount }) => [label.zh, String(operands[0]), String(amount)])).toEqual([
      ["该户无人伤亡，不赔付财产损失", "1500.00", "0.00"],
      ["承保机构应赔付", "0.00", "0.00"],
    ]);
  });

  it.each([{ death: true }, { disabilityGrade: 3 }, { medicalExpenses: "0.01" }, { casualtyPaidToDate: "0.01" }])(
    "三(四) a household without a casualty contradicts %j",
    (harm) => {
      expect(naturalDisasterBenefit.safe({ ...harm, propertyLoss: "1", householdCasualty: false })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["householdCasualty"], code: "CONFLICT" }] },
      });
    },
  );

  law("三(四) property never above what is left of 2 000", [anyFen, anyFen], (loss, before) => {
    const { amount } = naturalDisasterBenefit({ propertyLoss: fen(loss), householdPaidBefore: fen(before) });
    expect(amount.fen).toBe(Math.min(loss, Math.max(200_000 - before, 0)));
  });
});

describe("三(五) what the assistance fund paid", () => {
  const amounts = (input: Parameters<typeof trafficAccidentBenefit>[0]) =>
    compareReadings(trafficAccidentBenefit, input)
      .filter(({ readings }) => readings["disabilityWithoutScale"] !== "fullLimit")
      .map(({ readings, outcome }) => [readings["fundPayments"], outcome.ok && String(outcome.value.amount)]);

  it.each([
    [{ death: true }, "0", "50000.00", null],
    [{ death: true }, "0.01", "50000.00", "49999.99"],
    [{ death: true }, "20000", "50000.00", "30000.00"],
    [{ death: true }, "49999.99", "50000.00", "0.01"],
    [{ death: true }, "50000", "50000.00", "0.00"],
    [{ death: true }, "50000.01", "50000.00", "0.00"],
    // Off the costs before their limit, what is left off the sum for the casualty.
    [{ medicalExpenses: "8000" }, "3000", "5000.00", null], // 5 000 of costs are left either way
    [{ medicalExpenses: "8000" }, "3000.01", "5000.00", "4999.99"],
    [{ medicalExpenses: "8000" }, "9000", "5000.00", "0.00"],
    [{ death: true, medicalExpenses: "8000" }, "8000", "55000.00", "50000.00"],
    [{ death: true, medicalExpenses: "8000" }, "8000.01", "55000.00", "49999.99"],
    [{ disabilityGrade: 7, medicalExpenses: "1000" }, "6000", "21000.00", "15000.00"],
    [{ death: true, casualtyPaidBefore: "20000" }, "20000", "30000.00", null], // 30 000 is left either way
    [{ death: true, casualtyPaidToDate: "20000" }, "20000", "30000.00", "10000.00"],
  ])("%j, of which it paid %s: %s, or %s once that comes off", (loss, paidByAssistanceFund, whole, less) => {
    expect(amounts({ ...loss, paidByAssistanceFund })).toEqual(
      less === null
        ? [[undefined, whole]]
        : [
            ["notDeducted", whole],
            ["deducted", less],
          ],
    );
  });

  it("shows what came off, and of what", () => {
    const { lines } = trafficAccidentBenefit(
      { death: true, medicalExpenses: "1000", paidByAssistanceFund: "6000" },
      { readings: { fundPayments: "deducted" } },
    );
    expect(lines.map(({ label, operation, amount }) => [label.zh, operation, String(amount)])).toEqual([
      ["医疗费用扣除社会救助基金已支付的金额", "deduct", "0.00"],
      ["死亡赔付", "pay", "50000.00"],
      ["死亡（残疾）扣除社会救助基金其余已支付的金额", "deduct", "45000.00"],
      ["按死亡（残疾）赔付限额核定", "cap", "45000.00"],
      ["按医疗救助赔付限额核定", "cap", "0.00"],
      ["承保机构应赔付", "benefit", "45000.00"],
    ]);
  });

  law(
    "三(五) the more the fund paid the less is due, and never more than without it",
    [anyFen, anyFen, anyFen],
    (a, b, costs) => {
      const due = (paid: number) =>
        trafficAccidentBenefit(
          { death: true, medicalExpenses: fen(costs), paidByAssistanceFund: fen(paid) },
          { readings: { fundPayments: "deducted" } },
        ).amount.fen;
      expect(due(Math.max(a, b))).toBeLessThanOrEqual(due(Math.min(a, b)));
      expect(due(a)).toBe(Math.min(Math.max(costs - a, 0), 500_000) + Math.max(5_000_000 - Math.max(a - costs, 0), 0));
    },
  );
});

describe("三(七) serious illness in hardship", () => {
  it.each([
    ["0", "0.00"],
    ["0.01", "0.01"], // half a fen, up
    ["0.02", "0.01"],
    ["999.98", "499.99"],
    ["999.99", "500.00"], // 499.995, up
    ["1000", "800.00"],
    ["1000.01", "800.00"],
    ["1600", "800.00"],
    ["9999999999999.99", "800.00"],
  ])("%s left over gives %s", (eligibleExpenses, amount) => {
    expect(hardshipIllnessBenefit({ eligibleExpenses }).amount.toString()).toBe(amount);
  });

  it.each([
    ["1000.01", "500.01"], // 500.005, up
    ["1599.98", "799.99"],
    ["1599.99", "800.00"], // 799.995, up
    ["1600", "800.00"],
    ["1600.01", "800.00"],
  ])("%s read as half, at most 800, gives %s", (eligibleExpenses, amount) => {
    const halved = hardshipIllnessBenefit({ eligibleExpenses }, { readings: { hardshipAboveThousand: "halfUpTo800" } });
    expect(halved.amount.toString()).toBe(amount);
  });

  const alone = { eligibleExpensesBefore: "0", paidToDate: "0" };
  const compared = (eligibleExpenses: string) =>
    compareReadings(hardshipIllnessBenefit, { eligibleExpenses, ...alone }).map(({ readings, outcome }) => [
      readings,
      outcome.ok && String(outcome.value.amount),
    ]);

  it("each reading is asked only where it matters", () => {
    expect(compared("999.99")).toEqual([[{}, "500.00"]]);
    expect(compared("1000")).toEqual([
      [{ exactlyOneThousand: "flat800", hardshipAboveThousand: "flat800" }, "800.00"],
      [{ exactlyOneThousand: "flat800", hardshipAboveThousand: "halfUpTo800" }, "500.00"],
      [{ exactlyOneThousand: "half", hardshipAboveThousand: "flat800" }, "500.00"],
      [{ exactlyOneThousand: "half", hardshipAboveThousand: "halfUpTo800" }, "500.00"],
    ]);
    expect(compared("1000.01")).toEqual([
      [{ hardshipAboveThousand: "flat800" }, "800.00"],
      [{ hardshipAboveThousand: "halfUpTo800" }, "500.01"],
    ]);
  });

  it("exactly 1 000 counted to the step above follows the reading of that step", () => {
    const both = { exactlyOneThousand: "flat800", hardshipAboveThousand: "halfUpTo800" } as const;
    const { amount, readings } = hardshipIllnessBenefit({ eligibleExpenses: "1000", ...alone }, { readings: both });
    expect(String(amount)).toBe("500.00");
    expect(readings).toEqual({ hardshipAboveThousand: "halfUpTo800" });
  });

  const yearly = { readings: { hardshipSpan: "perYear" } } as const;

  it.each([
    // this stay, the year's earlier ones, paid for them: a stay by itself, the year's together, paid too much
    ["0.01", "999.98", "499.99", "0.01", "0.01", "0.00"], // 999.99 → 500.00
    ["0.01", "999.99", "500.00", "0.01", "300.00", "0.00"], // 1 000 → 800
    ["0.02", "999.99", "500.00", "0.01", "300.00", "0.00"],
    ["600", "600", "300.00", "300.00", "500.00", "0.00"],
    ["5000", "1000", "800.00", "800.00", "0.00", "0.00"],
    ["100", "300", "150.01", "50.00", "49.99", "0.00"],
    ["100", "300", "200.01", "50.00", "0.00", "0.01"],
    ["600", "0", "0", "300.00", "300.00", "0.00"],
  ])(
    "%s after %s, %s paid: %s for the stay, %s in the year",
    (eligibleExpenses, eligibleExpensesBefore, paidToDate, stay, year, overpaid) => {
      const input = { eligibleExpenses, eligibleExpensesBefore, paidToDate };
      const inYear = hardshipIllnessBenefit(input, yearly);
      expect([hardshipIllnessBenefit(input).amount, inYear.amount, inYear.overpaid].map(String)).toEqual([
        stay,
        year,
        overpaid,
      ]);
      const alone = eligibleExpensesBefore === "0";
      expect("hardshipSpan" in hardshipIllnessBenefit(input).readings).toBe(!alone);
    },
  );

  it.each([
    [{}, [["eligibleExpensesBefore"], ["paidToDate"]]],
    [{ paidToDate: "0" }, [["eligibleExpensesBefore"]]],
    [{ eligibleExpensesBefore: "0" }, [["paidToDate"]]],
  ])("the year's stays together need those before: with %j alone they are missing", (before, paths) => {
    const outcome = hardshipIllnessBenefit.safe({ eligibleExpenses: "600", ...before }, yearly);
    expect(outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [code, path])).toEqual(
      paths.map((path) => ["MISSING", path]),
    );
    expect(hardshipIllnessBenefit({ eligibleExpenses: "600", ...before }).readings).toEqual({
      hardshipSpan: "perStay",
    });
  });

  it("the year's stays together stand on a line of their own", () => {
    const input = { eligibleExpenses: "600", eligibleExpensesBefore: "600", paidToDate: "300" };
    expect(hardshipIllnessBenefit(input, yearly).lines.map(({ label, amount }) => [label.zh, String(amount)])).toEqual([
      ["保险年度内累计的剩余费用", "1200.00"],
      ["按上限标准赔偿（1000元以上）", "800.00"],
      ["承保机构应赔付", "500.00"],
    ]);
  });

  it("shows the lines of each step", () => {
    const lines = (eligibleExpenses: string, readings = {}) =>
      hardshipIllnessBenefit({ eligibleExpenses }, { readings }).lines.map(({ operation, operands }) => [
        operation,
        JSON.parse(JSON.stringify(operands)) as unknown,
      ]);
    expect(lines("600.50")).toEqual([
      ["share", ["600.50", "0.5"]],
      ["benefit", [["300.25"], "0.00"]],
    ]);
    expect(lines("1840.50")).toEqual([
      ["pay", ["800.00"]],
      ["benefit", [["800.00"], "0.00"]],
    ]);
    expect(lines("1840.50", { hardshipAboveThousand: "halfUpTo800" })).toEqual([
      ["share", ["1840.50", "0.5"]],
      ["cap", ["920.25", "800.00", "0.00"]],
      ["benefit", [["800.00"], "0.00"]],
    ]);
  });

  it.each([
    [{}, "eligibleExpenses"],
    [{ eligibleExpenses: null }, "eligibleExpenses"],
    [{ eligibleExpenses: 0.1 + 0.2 }, "eligibleExpenses"],
    [{ eligibleExpenses: "1e3" }, "eligibleExpenses"],
  ])("%j is refused", (input, field) => {
    expect(hardshipIllnessBenefit.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path: [field] }] } });
  });

  law(
    "三(七) one bill or many, the same total in a year; nothing is paid twice",
    [
      fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom("flat800" as const, "halfUpTo800" as const),
    ],
    (stays, hardshipAboveThousand) => {
      const options = { readings: { hardshipSpan: "perYear", hardshipAboveThousand } } as const;
      let [before, paid] = [0, 0];
      for (const stay of stays) {
        const input = { eligibleExpenses: fen(stay), eligibleExpensesBefore: fen(before), paidToDate: fen(paid) };
        const { amount, overpaid } = hardshipIllnessBenefit(input, options);
        expect(overpaid.isZero()).toBe(true);
        [before, paid] = [before + stay, paid + amount.fen];
      }
      const once = { eligibleExpenses: fen(before), eligibleExpensesBefore: "0", paidToDate: "0" };
      expect(paid).toBe(hardshipIllnessBenefit(once, options).amount.fen);
    },
  );

  const readings = fc.record({
    hardshipAboveThousand: fc.constantFrom("flat800" as const, "halfUpTo800" as const),
    exactlyOneThousand: fc.constantFrom("half" as const, "flat800" as const),
  });

  law(
    "三(七) never above 800 nor above the costs, and more costs never give less",
    [fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 0, max: 300_000 }), readings],
    (costs, more, chosen) => {
      const pay = (each: number) =>
        hardshipIllnessBenefit({ eligibleExpenses: fen(each) }, { readings: chosen }).amount.fen;
      expect(pay(costs)).toBeLessThanOrEqual(Math.min(costs, 80_000));
      expect(pay(costs + more)).toBeGreaterThanOrEqual(pay(costs));
    },
  );

  it("the step stands in the names of the lines, also an amended one", () => {
    const step = amend(policy, { terms: { hardshipIllness: { step: "1200.5" } } });
    const named = (eligibleExpenses: string, options: Parameters<typeof hardshipIllnessBenefit>[1] = {}) =>
      hardshipIllnessBenefit({ eligibleExpenses }, options).lines.map(({ label, amended }) => [label.zh, amended]);
    const [payable, halved] = [["承保机构应赔付", undefined], { hardshipAboveThousand: "halfUpTo800" } as const];
    expect(named("600")).toEqual([["按比例赔偿（1000元以内）", undefined], payable]);
    expect(named("1100", { policy: step })).toEqual([["按比例赔偿（1200.50元以内）", true], payable]);
    expect(named("2000", { policy: step })).toEqual([["按上限标准赔偿（1200.50元以上）", true], payable]);
    expect(named("2000", { policy: step, readings: halved })).toEqual([
      ["按比例赔偿", true],
      ["按上限标准核定", undefined],
      payable,
    ]);
  });

  it("a contract's better terms apply, and the line says so", () => {
    const better = amend(policy, { terms: { hardshipIllness: { limitAbove: yuan(1000) } } });
    const { amount, lines } = hardshipIllnessBenefit({ eligibleExpenses: "2000" }, { policy: better });
    expect(String(amount)).toBe("1000.00");
    expect(lines[0]?.amended).toBe(true);
  });
});

describe("三(一) what the award and the casualty together rest on", () => {
  const sum = (input: Parameters<typeof goodSamaritanBenefit>[0], terms: Amendment<typeof policy.terms>) =>
    goodSamaritanBenefit(input, {
      policy: amend(policy, { terms }),
      readings: { goodSamaritanAward: "withinLimit" },
    }).lines.find(({ operation }) => operation === "sum");
  const scale = { disabilityScale: ["0.99", "0.9"] };

  it.each<[Parameters<typeof goodSamaritanBenefit>[0], Amendment<typeof policy.terms>, string, boolean]>([
    [{ death: true }, {}, "230000.00", false],
    [{ death: true }, { goodSamaritan: { casualtyLimit: yuan(150000) } }, "180000.00", true],
    [{ death: true }, { goodSamaritan: { award: yuan(40000) } }, "240000.00", true],
    [{ death: true }, { goodSamaritan: { medicalLimit: yuan(1) } }, "230000.00", false],
    [{ death: true }, scale, "230000.00", false], // a death has no grade
    [{ disabilityGrade: 1 }, scale, "228000.00", true],
    [{ disabilityGrade: 1 }, { goodSamaritan: { casualtyLimit: yuan(150000) } }, "180000.00", true],
  ])("%j with %j: %s, marked: %s", (input, terms, amount, marked) => {
    const line = sum(input, terms);
    expect([String(line?.amount), line?.amended ?? false]).toEqual([amount, marked]);
  });
});

describe("what a benefit was for", () => {
  const parts = (benefit: { parts: object }) => JSON.parse(JSON.stringify(benefit.parts)) as unknown;
  const within = { readings: { goodSamaritanAward: "withinLimit" } } as const;

  it("stands in its parts", () => {
    expect(parts(massAccidentBenefit({ death: true, disabilityGrade: 3, medicalExpenses: "9000" }))).toEqual({
      death: "50000.00",
      medical: "5000.00",
    });
    expect(parts(rescuerBenefit({ disabilityGrade: 7 }))).toEqual({ disability: "20000.00" });
    expect(parts(naturalDisasterBenefit({ propertyLoss: "1", medicalExpenses: "2" }))).toEqual({
      medical: "2.00",
      property: "1.00",
    });
    expect(parts(minorDrowningBenefit({}))).toEqual({ death: "50000.00" });
    expect(parts(hardshipIllnessBenefit({ eligibleExpenses: "600" }))).toEqual({ medical: "300.00" });
    expect(parts(goodSamaritanBenefit({ death: true }))).toEqual({ award: "30000.00", death: "200000.00" });
    expect(parts(goodSamaritanBenefit({ death: true, medicalExpenses: "7" }, within))).toEqual({
      award: "30000.00",
      death: "170000.00",
      medical: "7.00",
    });
    const spent = { disabilityGrade: 1, casualtyPaidBefore: "190000" };
    expect(parts(goodSamaritanBenefit(spent, within))).toEqual({ award: "10000.00", disability: "0.00" });
  });

  law(
    "三(一) the parts add up to the amount, under either reading",
    [fc.boolean(), grade, anyFen, anyFen, fc.constantFrom(0, 1_000_000, 3_000_000), fc.boolean()],
    (death, disabilityGrade, paid, costs, award, onTop) => {
      const input = {
        death,
        ...(disabilityGrade !== undefined && { disabilityGrade }),
        casualtyPaidBefore: fen(paid),
        medicalExpenses: fen(costs),
        awardPaidBefore: fen(award),
      };
      const { amount, parts: of, overpaid } = goodSamaritanBenefit(input, onTop ? {} : within);
      expect(Object.values(of).reduce((sum, each) => sum + each.fen, 0)).toBe(amount.fen);
      expect(overpaid.isZero()).toBe(true);
    },
  );

  it("within the limit, an amended award marks the line of award and casualty", () => {
    const better = amend(policy, { terms: { goodSamaritan: { award: yuan(40000) } } });
    const { lines } = goodSamaritanBenefit({ death: true }, { ...within, policy: better });
    expect(lines.map(({ operation, amended }) => [operation, amended])).toEqual([
      ["pay", true],
      ["pay", undefined],
      ["sum", true],
      ["cap", undefined],
      ["benefit", undefined],
    ]);
  });
});
