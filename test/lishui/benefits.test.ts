import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, compareReadings, explain, fen, lishui, percent, revive, type Json } from "huimin-rules";
import { law } from "../law.js";

const { loanLossShares, supplementaryMedicalBenefit, policy } = lishui;

/** An example, not the opinion's: it leaves the tiers to the contract. */
const schedule = [{ upTo: "10000", rate: "0.6" }, { upTo: "50000", rate: "0.5" }, { rate: "0.4" }];
const rising = [{ upTo: "10000", rate: "0.5" }, { rate: "0.6" }];

const anyFen = fc.integer({ min: 0, max: 100_000_000 });

/** Tiers that ascend with rates that do not rise, in whole yuan and percent. */
const anySchedule = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 500_000 }), { minLength: 0, maxLength: 4 }),
    fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([ends, percents, open]) => {
    const rates = percents.sort((a, b) => b - a).map((each) => (each / 100).toFixed(2));
    const closed = ends.sort((a, b) => a - b).map((upTo, index) => ({ upTo, rate: rates[index] ?? "0" }));
    return open || closed.length === 0 ? [...closed, { rate: rates[4] ?? "0" }] : closed;
  });

describe("四(二) supplementary medical", () => {
  it.each([
    ["0", "0.00"],
    ["0.01", "0.01"], // six tenths of a fen
    ["9999.99", "5999.99"], // 5999.994
    ["10000", "6000.00"],
    ["10000.01", "6000.01"], // 6000.005, half up
    ["49999.98", "25999.99"],
    ["49999.99", "26000.00"], // 25999.995
    ["50000", "26000.00"],
    ["50000.01", "26000.00"], // 26000.004
    ["50000.02", "26000.01"],
    ["60000", "30000.00"],
    ["234999.98", "99999.99"], // 26000 + 184999.98 × 40 % = 99999.992
    ["235000", "100000.00"],
    ["235000.03", "100000.00"], // 100000.012
    ["9999999999999.99", "100000.00"],
  ])("the patient's costs of %s give %s on the example's tiers", (selfPaidToDate, amount) => {
    expect(supplementaryMedicalBenefit({ selfPaidToDate, schedule }).amount.toString()).toBe(amount);
  });

  it.each([
    ["1999.99", "0.00"],
    ["2000", "0.00"],
    ["2000.01", "0.01"],
    ["12000", "6000.00"],
    ["12000.01", "6000.01"],
  ])("with a deductible of 2000 the tiers count what is left: %s gives %s", (selfPaidToDate, amount) => {
    expect(supplementaryMedicalBenefit({ selfPaidToDate, schedule, deductible: "2000" }).amount.toString()).toBe(
      amount,
    );
  });

  it.each([
    ["84999.98", "39999.99"], // 26000 + 34999.98 × 40 % = 39999.992
    ["85000", "40000.00"],
    ["85000.03", "40000.00"],
  ])("a contract's own limit of 40000: %s gives %s", (selfPaidToDate, amount) => {
    expect(supplementaryMedicalBenefit({ selfPaidToDate, schedule, limit: "40000" }).amount.toString()).toBe(amount);
  });

  it("nothing is paid above a last tier that ends", () => {
    const closed = [{ upTo: "10000", rate: "0.6" }];
    expect(supplementaryMedicalBenefit({ selfPaidToDate: "99999", schedule: closed }).amount.toString()).toBe(
      "6000.00",
    );
  });

  it("shows its working, the contract's terms under their names and the opinion's limit under its own", () => {
    const input = { selfPaidToDate: "90000", schedule, deductible: "2000", paidToDate: "1000" };
    const rows = ({ lines }: ReturnType<typeof supplementaryMedicalBenefit>) =>
      lines.map(({ label, clause, operation, amount, operands }) => [
        label.zh,
        clause.path,
        operation,
        String(amount),
        JSON.parse(JSON.stringify(operands)) as unknown,
      ]);
    const cut = [
      ["10000.00", "0.6"],
      ["40000.00", "0.5"],
      ["38000.00", "0.4"],
    ];
    // 6000 + 20000 + 15200
    expect(rows(supplementaryMedicalBenefit(input))).toEqual([
      ["扣除合同约定的起付标准后", "四(二)", "deduct", "88000.00", ["90000.00", "2000.00"]],
      ["按合同约定的分档赔付", "四(二)", "tiers", "41200.00", cut],
      ["按最高赔付额度核定", "四(二)", "cap", "41200.00", ["41200.00", "100000.00", "0.00"]],
      ["承保机构应赔付", "四(二)", "benefit", "40200.00", [["41200.00"], "1000.00"]],
    ]);
    expect(rows(supplementaryMedicalBenefit({ ...input, limit: "40000" })).slice(2)).toEqual([
      ["按赔付限额（合同约定）核定", "四(二)", "cap", "40000.00", ["41200.00", "40000.00", "0.00"]],
      ["承保机构应赔付", "四(二)", "benefit", "39000.00", [["40000.00"], "1000.00"]],
    ]);
  });

  it("without a deductible there is no line for one", () => {
    const { lines } = supplementaryMedicalBenefit({ selfPaidToDate: "1", schedule });
    expect(lines.map(({ operation }) => operation)).toEqual(["tiers", "cap", "benefit"]);
  });

  it.each([
    ["5999.99", "0.01"],
    ["6000", "0.00"],
    ["6000.01", "0.00"],
  ])("due 6000, paid %s before: %s is left, never a debt", (paidToDate, amount) => {
    expect(supplementaryMedicalBenefit({ selfPaidToDate: "10000", schedule, paidToDate }).amount.toString()).toBe(
      amount,
    );
  });

  it.each([
    ["5999.99", "0.00"],
    ["6000", "0.00"],
    ["6000.01", "0.01"],
  ])("due 6000, paid %s before: %s is overpaid, and the parts are what was due", (paidToDate, overpaid) => {
    const benefit = supplementaryMedicalBenefit({ selfPaidToDate: "10000", schedule, paidToDate });
    expect(benefit.overpaid.toString()).toBe(overpaid);
    expect(JSON.parse(JSON.stringify(benefit.parts))).toEqual({ medical: "6000.00" });
  });

  it.each([
    ["99999.99", true],
    ["100000", true],
    ["100000.01", false],
  ])("a contract's limit of %s is within the opinion's: %j", (limit, ok) => {
    expect(supplementaryMedicalBenefit.safe({ selfPaidToDate: "1", schedule, limit }).ok).toBe(ok);
  });

  it.each([
    ["59999.97", "10000", "25999.99"], // 49999.97 is left: 25999.985
    ["60000", "10000", "26000.00"],
    ["60000.02", "10000", "26000.01"], // 26000.008
    ["60000", "0", "30000.00"],
    ["60000", "60000", "0.00"],
    ["60000", "60000.01", "0.00"],
  ])("of %s third parties paid %s: the rest gives %s", (selfPaidToDate, thirdPartyPaid, amount) => {
    const benefit = supplementaryMedicalBenefit({ selfPaidToDate, thirdPartyPaid, schedule });
    expect([benefit.amount.toString(), benefit.overpaid.toString()]).toEqual([amount, "0.00"]);
  });

  it("what third parties paid comes off before the deductible, on a line of its own", () => {
    const { lines } = supplementaryMedicalBenefit({
      selfPaidToDate: "60000",
      thirdPartyPaid: "10000",
      deductible: "2000",
      schedule,
    });
    // 48000: 6000 + 19000
    expect(lines.map(({ operation, amount, clause }) => [operation, String(amount), clause.path])).toEqual([
      ["deduct", "50000.00", "四(二)"],
      ["deduct", "48000.00", "四(二)"],
      ["tiers", "25000.00", "四(二)"],
      ["cap", "25000.00", "四(二)"],
      ["benefit", "25000.00", "四(二)"],
    ]);
    expect(lines[0]?.label).toEqual({ zh: "扣除第三方已赔付的部分后", en: "After what third parties paid" });
  });

  describe("the reading thirdParty", () => {
    const stay = { selfPaidToDate: "60000", schedule, setting: "inpatient", thirdPartyLiable: true } as const;
    const readings = { thirdParty: "restAfterThirdParty" } as const;

    it("a stay with a liable third party needs what it paid, 0 included, once the rest is covered", () => {
      expect(supplementaryMedicalBenefit.safe(stay, { readings })).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["thirdPartyPaid"], code: "MISSING" }] },
      });
      const paid = (thirdPartyPaid: string) =>
        supplementaryMedicalBenefit({ ...stay, thirdPartyPaid }, { readings }).amount.toString();
      expect([paid("0"), paid("10000")]).toEqual(["30000.00", "26000.00"]);
    });

    it("nor may it be left out while it is not known whether one is liable", () => {
      expect(supplementaryMedicalBenefit.safe({ ...stay, thirdPartyLiable: null }, { readings }).ok).toBe(false);
    });

    it("it is not needed by the default, nor for other care, nor where none is liable", () => {
      expect(supplementaryMedicalBenefit(stay).amount.toString()).toBe("30000.00");
      for (const facts of [{ setting: "specialOutpatient" }, { setting: null }, { thirdPartyLiable: false }] as const) {
        expect(supplementaryMedicalBenefit({ ...stay, ...facts }, { readings }).amount.toString()).toBe("30000.00");
      }
    });

    it("a hot loop's evaluate gives what the call gives, the readings included", () => {
      for (const input of [stay, { ...stay, thirdPartyLiable: false }, { ...stay, schedule: [{ rate: "0.5" }] }]) {
        const parsed = supplementaryMedicalBenefit.input.parse(input);
        expect(supplementaryMedicalBenefit.evaluate(parsed)).toEqual(supplementaryMedicalBenefit(input));
      }
    });

    it("is echoed where it decides whether the amount is known, and not otherwise", () => {
      expect(supplementaryMedicalBenefit(stay).readings).toMatchObject({ thirdParty: "excluded" });
      expect(supplementaryMedicalBenefit({ ...stay, thirdPartyPaid: "0" }).readings).not.toHaveProperty("thirdParty");
    });
  });

  it.each([
    ["2999.99", "0.00"],
    ["3000", "0.00"],
    ["3000.01", "0.01"],
    ["8000", "3000.00"],
    ["10000", "4200.00"],
    ["10000.02", "4200.01"],
  ])("a first tier of zero is a deductible, under every reading: %s gives %s", (selfPaidToDate, amount) => {
    const tiers = [{ upTo: "3000", rate: "0" }, { upTo: "10000", rate: "0.6" }, { rate: "0.5" }];
    expect(supplementaryMedicalBenefit({ selfPaidToDate, schedule: tiers }).amount.toString()).toBe(amount);
  });

  it("two first tiers of zero are one deductible; a zero behind a rate is a rate that must not rise again", () => {
    const zeros = [{ upTo: "1000", rate: "0" }, { upTo: "2000", rate: "0" }, { rate: "0.5" }];
    expect(supplementaryMedicalBenefit({ selfPaidToDate: "3000", schedule: zeros }).amount.toString()).toBe("500.00");
    const gap = [{ upTo: "1000", rate: "0.5" }, { upTo: "2000", rate: "0" }, { rate: "0.4" }];
    expect(supplementaryMedicalBenefit.safe({ selfPaidToDate: "1", schedule: gap })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["schedule", 2, "rate"], code: "CONFLICT" }] },
    });
    const nothing = [{ upTo: "1000", rate: "0" }, { rate: "0" }];
    expect(supplementaryMedicalBenefit({ selfPaidToDate: "3000", schedule: nothing }).amount.toString()).toBe("0.00");
  });

  it("rates may stay level, and must not rise by a hair", () => {
    const level = [{ upTo: "10000", rate: "0.5" }, { rate: "0.50" }];
    expect(supplementaryMedicalBenefit({ selfPaidToDate: "20000", schedule: level }).amount.toString()).toBe(
      "10000.00",
    );
    const hair = [{ upTo: "10000", rate: "0.5" }, { rate: "0.500000000000001" }];
    expect(supplementaryMedicalBenefit.safe({ selfPaidToDate: "20000", schedule: hair })).toMatchObject({
      ok: false,
      error: { code: "INVALID_INPUT", issues: [{ path: ["schedule", 1, "rate"], code: "CONFLICT" }] },
    });
  });

  it.each([
    // rates, then payoutRate, selfPaidShare and unchecked on costs of 20000
    ["0.5, 0.4", "9000.00", null, "9000.00"],
    ["0.5, 0.499999", "9999.99", null, "9999.99"],
    ["0.5, 0.5", "10000.00", "10000.00", "10000.00"],
    ["0.5, 0.500001", null, "10000.01", "10000.01"],
    ["0.5, 0.6", null, "11000.00", "11000.00"],
  ])("the reading declining: rates of %s give %s, %s, %s", (rates, ...amounts) => {
    const [first = "", second = ""] = rates.split(", ");
    const input = { selfPaidToDate: "20000", schedule: [{ upTo: "10000", rate: first }, { rate: second }] };
    const given = (["payoutRate", "selfPaidShare", "unchecked"] as const).map((declining) => {
      const outcome = supplementaryMedicalBenefit.safe(input, { readings: { declining } });
      if (outcome.ok) return outcome.value.amount.toString();
      expect(outcome.error.issues.map(({ path, code }) => [path, code])).toEqual([
        [["schedule", 1, "rate"], "CONFLICT"],
      ]);
      return null;
    });
    expect(given).toEqual(amounts);
  });

  it("says of each tier that breaks the reading where it stands, in words", () => {
    const refusedBy = (declining: "payoutRate" | "selfPaidShare", given: object) => {
      const outcome = supplementaryMedicalBenefit.safe(
        { selfPaidToDate: "1", schedule: given },
        { readings: { declining } },
      );
      return outcome.ok ? [] : outcome.error.issues.map(({ message }) => message);
    };
    expect(refusedBy("payoutRate", rising)).toEqual([
      {
        zh: "高于上一档（50%）：四(二) 要求“递减”；合同中递减的是个人负担比例的，改用解读“declining”的“selfPaidShare”（收到“0.6”）",
        en: `above the tier before (50%): 四(二) says “递减” (declining); if it is the patient's share that declines, use “selfPaidShare” of the reading “declining” (received "0.6")`,
      },
    ]);
    expect(refusedBy("selfPaidShare", schedule)).toEqual([
      {
        zh: "低于上一档（60%）：按所选解读，个人负担比例递减，赔付比例不得降低（收到“0.5”）",
        en: `below the tier before (60%): by the reading chosen the patient's share declines, so the rate paid must not fall (received "0.5")`,
      },
      {
        zh: "低于上一档（50%）：按所选解读，个人负担比例递减，赔付比例不得降低（收到“0.4”）",
        en: `below the tier before (50%): by the reading chosen the patient's share declines, so the rate paid must not fall (received "0.4")`,
      },
    ]);
  });

  it("echoes the reading where another choice refuses the schedule, and not for a single rate", () => {
    const echoed = (given: { upTo?: string; rate: string }[], declining?: "selfPaidShare" | "unchecked") =>
      supplementaryMedicalBenefit(
        { selfPaidToDate: "20000", schedule: given },
        declining === undefined ? {} : { readings: { declining } },
      ).readings;
    expect(echoed(schedule)).toEqual({ declining: "payoutRate" });
    expect(echoed(schedule, "unchecked")).toEqual({ declining: "unchecked" });
    expect(echoed(rising, "selfPaidShare")).toEqual({ declining: "selfPaidShare" });
    expect(echoed([{ upTo: "10000", rate: "0.5" }, { rate: "0.5" }], "selfPaidShare")).toEqual({});
    expect(echoed([{ upTo: "3000", rate: "0" }, { rate: "0.5" }])).toEqual({});
    expect(echoed([{ rate: "0.5" }])).toEqual({});
  });

  it("compareReadings shows what the default refuses, and the readings under which it is computed", () => {
    const compared = compareReadings(supplementaryMedicalBenefit, { selfPaidToDate: "20000", schedule: rising });
    const shown = compared.map(({ outcome }) => (outcome.ok ? String(outcome.value.amount) : "refused"));
    expect(new Set(shown)).toEqual(new Set(["refused", "11000.00"]));
  });

  it.each([
    [{ schedule }, [["selfPaidToDate"]]],
    [{ selfPaidToDate: "1" }, [["schedule"]]],
    [{ selfPaidToDate: null, schedule: null }, [["selfPaidToDate"], ["schedule"]]],
    [{ selfPaidToDate: "1", schedule: [] }, [["schedule"]]],
    [{ selfPaidToDate: "1", schedule: [{ upTo: "1" }] }, [["schedule", 0, "rate"]]],
    [{ selfPaidToDate: "1", schedule: [{ rate: "1.01" }] }, [["schedule", 0, "rate"]]],
    [{ selfPaidToDate: "1", schedule: [{ upTo: "0", rate: "0.5" }] }, [["schedule", 0, "upTo"]]],
    [{ selfPaidToDate: "1", schedule: [{ rate: "0.5" }, { rate: "0.4" }] }, [["schedule", 0, "upTo"]]],
    [
      {
        selfPaidToDate: "1",
        schedule: [
          { upTo: "10", rate: "0.5" },
          { upTo: "10", rate: "0.4" },
        ],
      },
      [["schedule", 1, "upTo"]],
    ],
    [
      {
        selfPaidToDate: "1,000",
        schedule: [{ upTo: "10000", rate: "0.4" }, { upTo: "9999.99", rate: "0.5" }, { rate: "0.6" }],
        deductible: -1,
        limit: "100000.01",
        paidToDate: null,
        cap: 1,
      },
      [
        ["selfPaidToDate"],
        ["deductible"],
        ["paidToDate"],
        ["cap"],
        ["schedule", 1, "upTo"],
        ["schedule", 1, "rate"],
        ["schedule", 2, "rate"],
        ["limit"],
      ],
    ],
    [
      { selfPaidToDate: "1", schedule: [{ upTo: "9", rate: "x" }, { upTo: "8", rate: "0.5" }, { rate: "0.6" }] },
      [
        ["schedule", 0, "rate"],
        ["schedule", 1, "upTo"],
        ["schedule", 2, "rate"],
      ],
    ],
    [
      { selfPaidToDate: "1", schedule: ["x", null, {}] },
      [
        ["schedule", 0],
        ["schedule", 1],
        ["schedule", 2, "rate"],
      ],
    ],
    [{ selfPaidToDate: "1", schedule: [{ rate: "0.5", from: "0" }] }, [["schedule", 0, "from"]]],
    [{ selfPaidToDate: "1", schedule: [Object.create({ rate: "0.5" })] }, [["schedule", 0]]],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = supplementaryMedicalBenefit.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(new Set(outcome.error.issues.map(({ path }) => path))).toEqual(new Set(paths));
  });

  law(
    "四(二) more costs never give less, nor more than the difference, and never above the limit",
    [anySchedule, anyFen, anyFen, anyFen, fc.integer({ min: 0, max: 10_000_000 })],
    (tiers, costs, more, deductible, limit) => {
      const pay = (total: number) =>
        supplementaryMedicalBenefit({
          selfPaidToDate: fen(total),
          schedule: tiers,
          deductible: fen(deductible),
          limit: fen(limit),
        }).amount.fen;
      const [before, after] = [pay(costs), pay(costs + more)];
      expect(before).toBeGreaterThanOrEqual(0);
      expect(after).toBeGreaterThanOrEqual(before);
      expect(after - before).toBeLessThanOrEqual(more);
      expect(after).toBeLessThanOrEqual(limit);
      expect(before).toBeLessThanOrEqual(Math.max(costs - deductible, 0));
    },
  );

  law(
    "四(二) what third parties paid is taken off the costs, and so never adds anything",
    [anySchedule, anyFen, anyFen],
    (tiers, costs, paid) => {
      const pay = (more: object, total = costs) =>
        supplementaryMedicalBenefit({ selfPaidToDate: fen(total), schedule: tiers, ...more }).amount.fen;
      const after = pay({ thirdPartyPaid: fen(paid) });
      expect(after).toBe(pay({}, Math.max(costs - paid, 0)));
      expect(after).toBeLessThanOrEqual(pay({}));
    },
  );

  law(
    "四(二) a schedule whose rates fall pays the same under payoutRate and unchecked, turned round under selfPaidShare and unchecked",
    [anySchedule, anyFen],
    (tiers, costs) => {
      const pay = (
        given: readonly { upTo?: number; rate: string }[],
        declining: "payoutRate" | "selfPaidShare" | "unchecked",
      ) =>
        String(
          supplementaryMedicalBenefit({ selfPaidToDate: fen(costs), schedule: given }, { readings: { declining } })
            .amount,
        );
      const rates = tiers.map(({ rate }) => rate).reverse();
      const turned = tiers.map((tier, index) => ({ ...tier, rate: rates[index] ?? "0" }));
      expect(pay(tiers, "payoutRate")).toBe(pay(tiers, "unchecked"));
      expect(pay(turned, "selfPaidShare")).toBe(pay(turned, "unchecked"));
    },
  );

  law(
    "四(二) one claim or many, the same total",
    [anySchedule, fc.array(fc.integer({ min: 0, max: 20_000_000 }), { minLength: 1, maxLength: 10 })],
    (tiers, bills) => {
      const pay = (total: number, paid: number) =>
        supplementaryMedicalBenefit({ selfPaidToDate: fen(total), schedule: tiers, paidToDate: fen(paid) }).amount.fen;
      let [total, paid] = [0, 0];
      for (const bill of bills) {
        total += bill;
        paid += pay(total, paid);
      }
      expect(paid).toBe(pay(total, 0));
    },
  );
});

describe("四(三) a loan's loss", () => {
  it.each([
    ["70000", "1234.56", "49864.19", "21370.37"], // 49864.192 and 21370.368
    ["0.03", "0.02", "0.04", "0.01"], // 3.5 fen, half up; the bank takes the rest
    ["0.01", "0", "0.01", "0.00"],
    ["0", "0.02", "0.01", "0.01"], // 1.4 fen
    ["10", "0", "7.00", "3.00"],
    ["0", "0", "0.00", "0.00"],
    ["9999999999999.99", "0", "6999999999999.99", "3000000000000.00"], // ….993 and ….997
  ])("principal %s and interest %s: insurer %s, bank %s", (principalLoss, interestLoss, ...shares) => {
    const { amount, insurer, bank } = loanLossShares({ principalLoss, interestLoss });
    expect([insurer, bank].map(String)).toEqual(shares);
    expect(String(amount)).toBe(shares[0]);
  });

  it("shows the sum, both shares and what the insurer pays", () => {
    const { lines } = loanLossShares({ principalLoss: "70000", interestLoss: "1234.56" });
    expect(
      lines.map(({ operation, amount, clause, operands }) => [
        operation,
        String(amount),
        clause.path,
        JSON.parse(JSON.stringify(operands)) as unknown,
      ]),
    ).toEqual([
      ["sum", "71234.56", "四(三)", ["70000.00", "1234.56"]],
      ["share", "49864.19", "四(三)", ["71234.56", "0.7"]],
      ["rest", "21370.37", "四(三)", ["71234.56", "49864.19"]],
      ["benefit", "49864.19", "四(三)", [["49864.19"], "0.00"]],
    ]);
  });

  it("7 : 3 holds in principle: an agreement's 8 : 2 is put in its place, and the lines say so", () => {
    const agreed = amend(policy, { terms: { loanGuarantee: { insurerShare: percent(80) } } });
    const { insurer, bank, lines } = loanLossShares({ principalLoss: "100", interestLoss: "0" }, { policy: agreed });
    expect([insurer, bank].map(String)).toEqual(["80.00", "20.00"]);
    expect(lines.map(({ amended = false }) => amended)).toEqual([false, true, true, false]);
  });

  it("says that it was for a loan, and prints both shares", () => {
    const shares = loanLossShares({ principalLoss: "70000", interestLoss: "1234.56" });
    expect(JSON.parse(JSON.stringify(shares.parts))).toEqual({ loan: "49864.19" });
    expect(shares.overpaid.isZero()).toBe(true);
    for (const each of [shares, JSON.parse(JSON.stringify(shares)) as object, structuredClone(shares)]) {
      expect(explain(each)).toMatch(
        /保险机构分担 +49864\.19[^]*银行分担（其余部分） +21370\.37[^]*承保机构应赔付 +49864\.19/,
      );
    }
    expect(revive(loanLossShares, JSON.parse(JSON.stringify(shares)) as Json<typeof shares>)).toEqual(shares);
  });

  it.each([
    [{ principalLoss: "1" }, [["interestLoss"]]],
    [{ principalLoss: null, interestLoss: "-1", loss: 1 }, [["principalLoss"], ["interestLoss"], ["loss"]]],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = loanLossShares.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(new Set(outcome.error.issues.map(({ path }) => path))).toEqual(new Set(paths));
  });

  law("四(三) insurer and bank add up, and the insurer bears seven tenths to half a fen", [anyFen, anyFen], (p, i) => {
    const { insurer, bank } = loanLossShares({ principalLoss: fen(p), interestLoss: fen(i) });
    expect(insurer.fen + bank.fen).toBe(p + i);
    expect(Math.abs(10 * insurer.fen - 7 * (p + i))).toBeLessThanOrEqual(5);
    expect(bank.fen).toBeGreaterThanOrEqual(0);
  });
});
