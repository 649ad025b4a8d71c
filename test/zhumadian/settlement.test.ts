import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, compareReadings, fen, percent, zhumadian } from "huimin-rules";
import { law } from "../law.js";

const { policy, settle, settleCounties } = zhumadian;

const readings = ["percentOfPremium", "percentOfBreakEven", "percentOfExcess"] as const;
type Settled = Pick<ReturnType<typeof settle>, "refund" | "supplement" | "insurerBears" | "insurerResult">;
const shown = ({ refund, supplement, insurerBears, insurerResult }: Settled) =>
  [refund, supplement, insurerBears, insurerResult].map(String);

describe("五 settlement of a county", () => {
  it.each([
    // premium, claims, refund, supplement, insurer bears, insurer's result
    ["100.00", "0.00", "85.00", "0.00", "0.00", "15.00"],
    ["100.00", "84.99", "0.01", "0.00", "0.00", "15.00"],
    ["100.00", "85.00", "0.00", "0.00", "0.00", "15.00"],
    ["100.00", "85.01", "0.00", "0.00", "0.01", "14.99"],
    ["100.00", "99.99", "0.00", "0.00", "14.99", "0.01"],
    ["100.00", "100.00", "0.00", "0.00", "15.00", "0.00"],
    ["100.00", "100.01", "0.00", "0.01", "15.00", "0.00"],
    ["100.00", "300.00", "0.00", "200.00", "15.00", "0.00"],
    ["0.01", "0.00", "0.01", "0.00", "0.00", "0.00"], // 85 % of a fen is 0.85 fen
    ["0.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
    ["0.00", "7.00", "0.00", "7.00", "0.00", "0.00"],
    ["33.33", "28.33", "0.00", "0.00", "0.00", "5.00"], // the line is 28.3305: never rounded
    ["33.33", "28.34", "0.00", "0.00", "0.01", "4.99"],
    ["33.33", "28.32", "0.01", "0.00", "0.00", "5.00"],
    ["8017100", "7977100", "0.00", "0.00", "1162565.00", "40000.00"],
  ])("premium %s, claims %s", (premium, claims, ...expected) => {
    expect(shown(settle({ premium, claims }))).toEqual(expected);
  });

  it.each([
    // claims of 100: supplement and what the insurer bears under each reading
    ["85", [["0.00", "0.00"]]],
    [
      "85.01",
      [
        ["0.00", "0.01"],
        ["0.00", "0.01"],
        ["0.01", "0.00"],
      ],
    ], // 0.0085, up
    [
      "97.75",
      [
        ["0.00", "12.75"],
        ["0.00", "12.75"],
        ["10.84", "1.91"],
      ],
    ], // 12.75 × 85 % = 10.8375
    [
      "97.76",
      [
        ["0.00", "12.76"],
        ["0.01", "12.75"],
        ["10.85", "1.91"],
      ],
    ], // 10.846
    [
      "100",
      [
        ["0.00", "15.00"],
        ["2.25", "12.75"],
        ["12.75", "2.25"],
      ],
    ],
    [
      "100.01",
      [
        ["0.01", "15.00"],
        ["2.26", "12.75"],
        ["12.76", "2.25"],
      ],
    ], // 12.7585
  ])("claims of %s on 100 under each reading of the 15 %%", (claims, expected) => {
    const compared = compareReadings(settle, { premium: "100", claims });
    expect(
      compared.map(({ outcome }) => outcome.ok && [outcome.value.supplement, outcome.value.insurerBears].map(String)),
    ).toEqual(expected);
    expect(compared.map((each) => each.readings["insurerShareOfExcess"])).toEqual(
      expected.length === 1 ? [undefined] : readings,
    );
  });

  it.each([
    // claims on 100, refund up to the line, refund of all that is left
    ["0", "85.00", "100.00"],
    ["84.99", "0.01", "15.01"],
    ["85", "0.00", null],
    ["85.01", "0.00", null],
  ])("claims of %s: %s goes back, or the whole balance of %s", (claims, below, all) => {
    const compared = compareReadings(settle, { premium: "100", claims }).filter(
      ({ readings: chosen }) => (chosen["insurerShareOfExcess"] ?? "percentOfPremium") === "percentOfPremium",
    );
    expect(
      compared.map(({ readings: chosen, outcome }) => [
        chosen["refundOfSurplus"],
        outcome.ok && String(outcome.value.refund),
      ]),
    ).toEqual(
      all === null
        ? [[undefined, below]]
        : [
            ["belowBreakEven", below],
            ["wholeSurplus", all],
          ],
    );
  });

  it("the whole balance leaves the insurer nothing, and its own fault stays with it", () => {
    const options = { readings: { refundOfSurplus: "wholeSurplus" } } as const;
    const year = settle({ premium: "100", claims: "70", insurerFaultClaims: "10" }, options);
    expect(shown(year)).toEqual(["40.00", "0.00", "10.00", "-10.00"]);
    expect(year.lines.map(({ label, amount, clause }) => [label.zh, String(amount), clause.path])).toEqual([
      ["计入赔付率的理赔支出（不含自身原因）", "60.00", "五"],
      ["退回金额", "40.00", "五"],
      ["承保机构盈亏", "0.00", "五"],
      ["承保机构盈亏（含自身原因的支出）", "-10.00", "五"],
    ]);
  });

  it.each([
    // premium, claims, of which fault: the insurer's profit beside 15 %
    ["100", "80", "0", "0.150000", true],
    ["100", "85", "0", "0.150000", true],
    ["100", "85.01", "0", "0.149900", true],
    ["100", "100", "0", "0.000000", true],
    ["100", "90", "10", "0.050000", true],
    ["1000000", "1100000", "50000", null, true], // a loss
    ["0", "0", "0", null, true],
    ["0.10", "0", "0", "0.100000", true], // 8.5 fen go back as 9
    ["33.33", "28.32", "0", "0.150015", true], // 4.9995 to the fen
  ])(
    "五 premium %s, claims %s, fault %s: a profit of %s, within the limit: %s",
    (premium, claims, insurerFaultClaims, rate, within) => {
      const { profitCheck } = settle({ premium, claims, insurerFaultClaims });
      expect(JSON.parse(JSON.stringify(profitCheck))).toEqual({ rate, limit: "0.15", within });
    },
  );

  it.each([
    ["85.01", "0.149900", true],
    ["85", "0.150000", true],
    ["84.99", "0.150100", false], // kept in full, since the line is 80
    ["80", "0.200000", false],
    ["0", "0.200000", false],
  ])(
    "五 a line amended to 80 %% can leave more than the limit: claims of %s, a profit of %s",
    (claims, rate, within) => {
      const options = { policy: amend(policy, { terms: { settlement: { breakEven: percent(80) } } }) };
      const { profitCheck } = settle({ premium: "100", claims }, options);
      expect([String(profitCheck.rate), profitCheck.within]).toEqual([rate, within]);
    },
  );

  it("五 the counties together have a profit check of their own", () => {
    const counties = [
      { division: "411721", premium: "100", claims: "80" },
      { division: "411722", premium: "100", claims: "95" },
    ];
    const { profitCheck, counties: each } = settleCounties({ counties });
    expect([profitCheck, ...each.map((county) => county.profitCheck)].map(({ rate }) => String(rate))).toEqual([
      "0.100000",
      "0.150000",
      "0.050000",
    ]);
  });

  it("the loss ratio is never shown on the wrong side of a line", () => {
    const ratio = (claims: string) => String(settle({ premium: "8017100", claims }).lossRatio);
    expect(["6814534.99", "6814535", "6814535.01", "8017099.99", "8017100"].map(ratio)).toEqual([
      "0.849999",
      "0.850000",
      "0.850001",
      "0.999999",
      "1.000000",
    ]);
  });

  it("exactly 85 %: nothing is refunded, and the review begins; approval only for what is added", () => {
    const steps = (claims: string) => settle({ premium: "100", claims }).conditions.length;
    expect([steps("84.99"), steps("85"), steps("100"), steps("100.01")]).toEqual([0, 2, 2, 3]);
    expect(settle({ premium: "100", claims: "101" }).conditions.map(({ zh }) => zh)).toEqual([
      "保险机构向所在县区民政部门提交审计报告",
      "县区民政部门会同同级财政部门审核评估",
      "补充部分经县政府批准",
    ]);
  });

  it("what the insurer's own fault cost does not count and stays with it", () => {
    const year = settle({ premium: "1000000", claims: "1100000", insurerFaultClaims: "50000" });
    expect(shown(year)).toEqual(["0.00", "50000.00", "200000.00", "-50000.00"]);
    expect([year.claims, year.countedClaims, year.lossRatio].map(String)).toEqual([
      "1100000.00",
      "1050000.00",
      "1.050000",
    ]);
    const refunded = settle({ premium: "100", claims: "90", insurerFaultClaims: "10" });
    expect(shown(refunded)).toEqual(["5.00", "0.00", "10.00", "5.00"]);
    expect(refunded.conditions).toEqual([]);
    expect(shown(settle({ premium: "100", claims: "90", insurerFaultClaims: "5" }))).toEqual([
      "0.00",
      "0.00",
      "5.00",
      "10.00",
    ]);
  });

  it("shows the lines, and with fault what counts and the result in full", () => {
    const lines = (input: Parameters<typeof settle>[0]) =>
      settle(input).lines.map(({ operation, amount, clause }) => [operation, String(amount), clause.path]);
    expect(lines({ premium: "100", claims: "80" })).toEqual([
      ["shortfall", "5.00", "五"],
      ["result", "15.00", "五"],
    ]);
    expect(lines({ premium: "100", claims: "110", insurerFaultClaims: "5" })).toEqual([
      ["deduct", "105.00", "五"],
      ["excess", "20.00", "五"],
      ["shortfall", "0.00", "五"],
      ["excess", "5.00", "五"],
      ["result", "0.00", "五"],
      ["result", "-5.00", "五"],
    ]);
  });

  it("without premium there is no loss ratio", () => {
    expect(settle({ premium: 0, claims: 1 }).lossRatio).toBeNull();
  });

  it.each([
    [{ premium: "1" }, [["claims"]]],
    [{ premium: "1", claims: null }, [["claims"]]],
    [{ premium: "1", claims: "1", insurerFaultClaims: "1.01" }, [["insurerFaultClaims"]]],
    [
      { premium: -1, claims: "1", insurerFaultClaims: "2", county: "411721" },
      [["premium"], ["county"], ["insurerFaultClaims"]],
    ],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = settle.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.error.issues.map(({ path }) => path)).toEqual(paths);
  });

  it("a fen more of fault than of claims contradicts them", () => {
    expect(settle.safe({ premium: "1", claims: "1", insurerFaultClaims: "1.01" })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["insurerFaultClaims"], code: "CONFLICT" }] },
    });
  });

  it("all of the claims can be the insurer's fault", () => {
    expect(shown(settle({ premium: "100", claims: "7", insurerFaultClaims: "7" }))).toEqual([
      "85.00",
      "0.00",
      "7.00",
      "8.00",
    ]);
  });

  it.each([
    ["percentOfPremium", "10.00", "15.00"], // finance from 105 %
    ["percentOfBreakEven", "11.50", "13.50"], // from 103.5 %
    ["percentOfExcess", "21.25", "3.75"], // 85 % of the 25 above 90 %
  ] as const)("a break-even line amended to 90 %% moves the band: %s", (insurerShareOfExcess, ...expected) => {
    const amended = amend(policy, { terms: { settlement: { breakEven: percent(90) } } });
    const options = { policy: amended, readings: { insurerShareOfExcess } };
    const { supplement, insurerBears, lines } = settle({ premium: "100", claims: "115" }, options);
    expect([supplement, insurerBears].map(String)).toEqual(expected);
    expect(lines.find(({ label }) => label.zh === "县区财政补充")?.amended).toBe(true);
  });

  it.each(readings)("an amended share of the insurer marks what finance adds: %s", (insurerShareOfExcess) => {
    const amended = amend(policy, { terms: { settlement: { insurerShare: percent(10) } } });
    const options = { policy: amended, readings: { insurerShareOfExcess } };
    const marked = settle({ premium: "100", claims: "115" }, options).lines.flatMap(({ label, amended: mark }) =>
      mark ? [label.zh] : [],
    );
    expect(marked).toEqual(["县区财政补充"]);
  });

  const sums = fc.integer({ min: 0, max: 100_000_000_000 });
  const fault = fc.integer({ min: 0, max: 100 });
  const reading = fc.constantFrom(...readings);
  const surplus = fc.constantFrom("belowBreakEven" as const, "wholeSurplus" as const);

  law(
    "五 not a fen is lost, and refund and supplement are never both due",
    [sums, sums, fault, reading, surplus],
    (premium, claims, points, insurerShareOfExcess, refundOfSurplus) => {
      const insurerFaultClaims = fen(Math.floor((claims * points) / 100));
      const year = { premium: fen(premium), claims: fen(claims), insurerFaultClaims };
      const s = settle(year, { readings: { insurerShareOfExcess, refundOfSurplus } });
      expect(s.insurerResult.fen).toBe(premium - claims - s.refund.fen + s.supplement.fen);
      expect(s.refund.fen === 0 || s.supplement.fen === 0).toBe(true);
      expect(Math.min(s.refund.fen, s.supplement.fen)).toBeGreaterThanOrEqual(0);
      expect(s.insurerBears.fen).toBeGreaterThanOrEqual(insurerFaultClaims.fen);
      expect(s.countedClaims.fen + insurerFaultClaims.fen).toBe(claims);
      const above = (s.countedClaims.fen * 100 - premium * 85) / 100;
      if (above >= 0) {
        expect(Math.abs(s.insurerBears.fen - insurerFaultClaims.fen + s.supplement.fen - above)).toBeLessThan(1);
      } else expect(s.insurerBears.fen).toBe(insurerFaultClaims.fen);
    },
  );

  law(
    "五 under the default the insurer never loses, but for its own fault, nor keeps more than 15 %",
    [sums, sums],
    (premium, claims) => {
      const { insurerResult } = settle({ premium: fen(premium), claims: fen(claims) });
      expect(insurerResult.fen).toBeGreaterThanOrEqual(0);
      expect(insurerResult.fen).toBeLessThanOrEqual(Math.ceil(premium * 0.15));
    },
  );

  law(
    "五 under every reading the profit stays within its limit, and the whole balance leaves none below the line",
    [sums, sums, reading, surplus],
    (premium, claims, insurerShareOfExcess, refundOfSurplus) => {
      const options = { readings: { insurerShareOfExcess, refundOfSurplus } };
      const { profitCheck, insurerResult } = settle({ premium: fen(premium), claims: fen(claims) }, options);
      expect(profitCheck.within).toBe(true);
      if (refundOfSurplus === "wholeSurplus" && claims * 100 < premium * 85) expect(insurerResult.fen).toBe(0);
    },
  );
});

describe("五 settlement over all counties", () => {
  const counties = [
    { division: "411721", premium: "900000", claims: "600000" },
    { division: "411722", premium: "1100000", claims: "1200000", insurerFaultClaims: "50000" },
  ];

  it("each county by itself, and the sums", () => {
    const all = settleCounties({ counties });
    expect(all.counties.map((each) => [each.division, ...shown(each)])).toEqual([
      ["411721", "165000.00", "0.00", "0.00", "135000.00"],
      ["411722", "0.00", "50000.00", "215000.00", "-50000.00"],
    ]);
    expect(shown(all)).toEqual(["165000.00", "50000.00", "215000.00", "85000.00"]);
    expect([all.premium, all.claims, all.countedClaims, all.lossRatio].map(String)).toEqual([
      "2000000.00",
      "1800000.00",
      "1750000.00",
      "0.875000",
    ]);
    expect(all.conditions).toHaveLength(3);
    expect(all.readings).toEqual({ refundOfSurplus: "belowBreakEven", insurerShareOfExcess: "percentOfPremium" });
    expect(all.lines.map(({ operation, amount }) => [operation, String(amount)])).toEqual([
      ["sum", "2000000.00"],
      ["sum", "1800000.00"],
      ["sum", "1750000.00"],
      ["sum", "165000.00"],
      ["sum", "50000.00"],
      ["sum", "215000.00"],
      ["sum", "85000.00"],
    ]);
  });

  it("the whole city is not one county: a refund to one does not pay for another", () => {
    const whole = settle({ premium: "2000000", claims: "1800000", insurerFaultClaims: "50000" });
    expect([whole.refund, whole.supplement].map(String)).toEqual(["0.00", "0.00"]);
  });

  it("each reading is carried to every county", () => {
    const compared = compareReadings(settleCounties, { counties });
    expect(
      compared.map(({ readings: chosen, outcome }) => [
        ...Object.values(chosen),
        outcome.ok && [outcome.value.refund, outcome.value.supplement].map(String),
      ]),
    ).toEqual([
      ["belowBreakEven", "percentOfPremium", ["165000.00", "50000.00"]],
      ["belowBreakEven", "percentOfBreakEven", ["165000.00", "74750.00"]], // 1 150 000 − 1 075 250
      ["belowBreakEven", "percentOfExcess", ["165000.00", "182750.00"]], // 215 000 × 85 %
      ["wholeSurplus", "percentOfPremium", ["300000.00", "50000.00"]],
      ["wholeSurplus", "percentOfBreakEven", ["300000.00", "74750.00"]],
      ["wholeSurplus", "percentOfExcess", ["300000.00", "182750.00"]],
    ]);
    expect(settleCounties({ counties: counties.slice(0, 1) }).readings).toEqual({ refundOfSurplus: "belowBreakEven" });
    expect(settleCounties({ counties: counties.slice(0, 1) }).conditions).toEqual([]);
  });

  it.each([
    [{ counties: [] }, [["counties"]]],
    [{ counties: [{ ...counties[0], division: "411729" }] }, [["counties", 0, "division"]]],
    [{ counties: [{ ...counties[0], division: "41172" }] }, [["counties", 0, "division"]]],
    [{ counties: [...counties, counties[1]] }, [["counties", 2, "division"]]],
    [
      {
        counties: [
          { ...counties[0], claims: "x" },
          { ...counties[1], insurerFaultClaims: "1200000.01" },
        ],
      },
      [
        ["counties", 0, "claims"],
        ["counties", 1, "insurerFaultClaims"],
      ],
    ],
    [{ counties: [Object.create(counties[0] as object)] }, [["counties", 0]]],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = settleCounties.safe(input);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.error.issues.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
  });

  const sums = fc.integer({ min: 0, max: 10_000_000_000 });

  law(
    "五 the sums are those of the counties, and no fen is lost between them",
    [fc.array(fc.record({ premium: sums, claims: sums }), { minLength: 1, maxLength: 9 })],
    (years) => {
      const codes = ["411702", "411721", "411722", "411723", "411724", "411725", "411726", "411727", "411728"];
      const all = settleCounties({
        counties: years.map(({ premium, claims }, index) => ({
          division: codes[index] ?? "",
          premium: fen(premium),
          claims: fen(claims),
        })),
      });
      const total = (part: "refund" | "supplement" | "insurerBears" | "insurerResult") =>
        all.counties.reduce((sum, each) => sum + each[part].fen, 0);
      for (const part of ["refund", "supplement", "insurerBears", "insurerResult"] as const) {
        expect(all[part].fen).toBe(total(part));
      }
      expect(all.insurerResult.fen).toBe(all.premium.fen - all.claims.fen - all.refund.fen + all.supplement.fen);
      expect(all.counties.some((each) => each.refund.fen > 0 && each.supplement.fen > 0)).toBe(false);
    },
  );
});
