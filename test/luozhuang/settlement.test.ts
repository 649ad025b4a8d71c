import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain, fen, luozhuang, recompute, revive, type Json } from "huimin-rules";
import { law } from "../law.js";

const { settle } = luozhuang;

type Transfers = ReturnType<typeof settle>["transfers"];
const lines = (medical: [string, string], accident: [string, string]) => [
  { line: "medicalSupplement" as const, premium: medical[0], claims: medical[1] },
  { line: "accident" as const, premium: accident[0], claims: accident[1] },
];

const settled = (input: Parameters<typeof settle>[0]) => {
  const { transfers, pooledBalance, carriedForward, uncovered } = settle(input);
  return [
    transfers.map(({ from, to, amount }) => `${from} > ${to}: ${amount}`),
    ...[pooledBalance, carriedForward, uncovered].map(String),
  ];
};

const toMedical = (from: string, amount: string) => `${from} > medicalSupplement: ${amount}`;

describe("四 settlement by line", () => {
  it.each([
    // each line's premium and claims, brought forward; transfers, pooled, carried forward, uncovered
    [["1000", "1100"], ["300", "120"], "0", [toMedical("accident", "100.00")], "80.00", "80.00", "0.00"],
    [["1000", "1100"], ["300", "200"], "0", [toMedical("accident", "100.00")], "0.00", "0.00", "0.00"],
    [["1000", "1100"], ["300", "200.01"], "0", [toMedical("accident", "99.99")], "-0.01", "0.00", "0.01"],
    [
      ["1000", "1100"],
      ["300", "280"],
      "50",
      [toMedical("accident", "20.00"), toMedical("broughtForward", "50.00")],
      "-30.00",
      "0.00",
      "30.00",
    ],
    [["1000", "1100"], ["300", "120"], "50", [toMedical("accident", "100.00")], "130.00", "130.00", "0.00"],
    [
      ["1000", "1100"],
      ["300", "400"],
      "150",
      [toMedical("broughtForward", "100.00"), "broughtForward > accident: 50.00"],
      "-50.00",
      "0.00",
      "50.00",
    ],
    [["1000", "900"], ["300", "350"], "0", ["medicalSupplement > accident: 50.00"], "50.00", "50.00", "0.00"],
    [["1000", "900"], ["300", "200"], "7", [], "207.00", "207.00", "0.00"],
    [["0", "0"], ["0", "0"], "0", [], "0.00", "0.00", "0.00"],
  ] as const)("%j, %j, %s brought forward", (medical, accident, broughtForward, ...expected) => {
    expect(settled({ insuranceLines: lines([...medical], [...accident]), broughtForward })).toEqual(expected);
  });

  it("each line by itself, with its loss ratio", () => {
    const { byLine, readings } = settle({ insuranceLines: lines(["1000", "1100"], ["0", "7"]) });
    expect(JSON.parse(JSON.stringify(byLine))).toEqual([
      {
        ...{
          line: "medicalSupplement",
          premium: "1000.00",
          claims: "1100.00",
          surplus: "-100.00",
          lossRatio: "1.100000",
        },
        ...{ carriedForward: "0.00", uncovered: "100.00" },
      },
      {
        ...{ line: "accident", premium: "0.00", claims: "7.00", surplus: "-7.00", lossRatio: null },
        ...{ carriedForward: "0.00", uncovered: "7.00" },
      },
    ]);
    expect(readings).toEqual({});
  });

  it.each([
    // 50 left by the lines; what earlier years left, and the deficit they left: transfers, pooled, carried forward, uncovered
    ["0", "49.99", [["accident", "49.99"]], "0.01", "0.01", "0.00"],
    ["0", "50", [["accident", "50.00"]], "0.00", "0.00", "0.00"],
    ["0", "50.01", [["accident", "50.00"]], "-0.01", "0.00", "0.01"],
    [
      "7",
      "57",
      [
        ["accident", "50.00"],
        ["broughtForward", "7.00"],
      ],
      "0.00",
      "0.00",
      "0.00",
    ],
    [
      "7",
      "60",
      [
        ["accident", "50.00"],
        ["broughtForward", "7.00"],
      ],
      "-3.00",
      "0.00",
      "3.00",
    ],
  ] as const)("四 各年度 %s brought forward, a deficit of %s: %j", (broughtForward, deficit, moved, ...expected) => {
    const input = {
      insuranceLines: lines(["1000", "1100"], ["300", "150"]),
      broughtForward,
      deficitBroughtForward: deficit,
    };
    // This year's deficit of 100 is covered first, so that the accident line has 50 left for the earlier one.
    expect(settled(input)).toEqual([
      [toMedical("accident", "100.00"), ...moved.map(([from, amount]) => `${from} > deficitBroughtForward: ${amount}`)],
      ...expected,
    ]);
  });

  it("四 an earlier deficit is a line, and comes off the whole", () => {
    const result = settle({ insuranceLines: lines(["10", "5"], ["3", "1"]), deficitBroughtForward: "6" });
    expect(explain(result)).toContain(`  3  医疗商业补充保险弥补以前年度亏损    5.00  四  6.00，以 5.00 为限
  4  意外伤害保险弥补以前年度亏损        1.00  四  1.00，以 2.00 为限
  5  各险种及以前年度合计（结余减亏损）  1.00  四  5.00 + 2.00 + 0.00 + -6.00`);
  });

  it("四 可 without transfers each line is left its own", () => {
    const input = {
      insuranceLines: lines(["1000", "1100"], ["300", "120"]),
      broughtForward: "50",
      transfers: "none",
    } as const;
    expect(settled(input)).toEqual([[], "130.00", "230.00", "100.00"]);
    expect(settle(input).byLine.map((each) => [each.carriedForward, each.uncovered].map(String))).toEqual([
      ["0.00", "100.00"],
      ["180.00", "0.00"],
    ]);
    const made = settle({ ...input, transfers: "made" });
    expect(made.byLine.map((each) => [each.carriedForward, each.uncovered].map(String))).toEqual([
      ["0.00", "0.00"],
      ["80.00", "0.00"],
    ]);
    expect(JSON.stringify(made)).toBe(JSON.stringify(settle({ ...input, transfers: undefined })));
    expect(settle.safe({ ...input, transfers: "some" })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["transfers"], code: "UNKNOWN_CHOICE" }] },
    });
  });

  it("one line alone is settled as well", () => {
    const input = {
      insuranceLines: [{ line: "accident" as const, premium: "300", claims: "310" }],
      broughtForward: "4",
    };
    expect(settled(input)).toEqual([["broughtForward > accident: 4.00"], "-6.00", "0.00", "6.00"]);
  });

  it("is shown step by step", () => {
    const result = settle({ insuranceLines: lines(["1000", "1100"], ["300", "280"]), broughtForward: "50" });
    expect(explain(result)).toBe(`罗庄区扶贫特惠保险 罗扶办发〔2020〕6号
各险种赔付率、结转下年、未弥补亏损
  医疗商业补充保险  110%      0.00  30.00
  意外伤害保险      93.3333%  0.00  0.00
各险种结余调剂（元）
  结转下年     0.00
  未弥补亏损  30.00
核算单（元）
  1  医疗商业补充保险结余                  -100.00  四  1000.00 − 1100.00
  2  意外伤害保险结余                        20.00  四  300.00 − 280.00
  3  意外伤害保险弥补医疗商业补充保险亏损    20.00  四  100.00，以 20.00 为限
  4  以前年度结余弥补医疗商业补充保险亏损    50.00  四  80.00，以 50.00 为限
  5  各险种及以前年度合计（结余减亏损）     -30.00  四  -100.00 + 20.00 + 50.00`);
    expect(explain(result, { locale: "en" })).toContain(`Each line: loss ratio, carried forward, uncovered
  Medical supplement  110%      0.00  30.00
  Accident            93.3333%  0.00  0.00
Settlement by line (yuan)
  Carried forward     0.00
  Uncovered deficit  30.00
`);
    const json = JSON.parse(JSON.stringify(result)) as Json<typeof result>;
    expect([explain(json), explain(structuredClone(result))]).toEqual([explain(result), explain(result)]);
    expect(revive(settle, json).pooledBalance.toString()).toBe("-30.00");
  });

  it.each([
    [{ insuranceLines: [] }, [["insuranceLines"]]],
    [{ insuranceLines: lines(["1", "1"], ["1", "-1"]) }, [["insuranceLines", 1, "claims"]]],
    [
      { insuranceLines: [...lines(["1", "1"], ["1", "1"]), ...lines(["1", "1"], ["1", "1"])], broughtForward: null },
      [["broughtForward"], ["insuranceLines", 2, "line"], ["insuranceLines", 3, "line"]],
    ],
    [{ insuranceLines: [{ line: "life", premium: "1", claims: "1" }] }, [["insuranceLines", 0, "line"]]],
    [
      { insuranceLines: [null, { premium: "1", claims: "1" }] },
      [
        ["insuranceLines", 0],
        ["insuranceLines", 1, "line"],
      ],
    ],
    [{ insuranceLines: lines(["1", "1"], ["1", "1"]), year: 2020 }, [["year"]]],
  ])("refuses %j with every path", (input, paths) => {
    const outcome = settle.safe(input);
    expect(outcome.ok ? [] : outcome.error.issues.map(({ path }) => path)).toEqual(paths);
  });

  it("a line given twice contradicts the first", () => {
    const line = { line: "accident", premium: "1", claims: "1" };
    expect(settle.safe({ insuranceLines: [line, line] })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["insuranceLines", 1, "line"], code: "CONFLICT" }] },
    });
  });

  const sums = fc.integer({ min: 0, max: 10_000_000_000 });

  law(
    "四 not a fen is lost: transfers only move it, and without them nothing moves",
    [sums, sums, sums, sums, fc.tuple(sums, fc.oneof(fc.constant(0), sums)), fc.constantFrom("made", "none")],
    (p1, c1, p2, c2, [before, deficit], transfers) => {
      const result = settle({
        insuranceLines: [
          { line: "medicalSupplement", premium: fen(p1), claims: fen(c1) },
          { line: "accident", premium: fen(p2), claims: fen(c2) },
        ],
        broughtForward: fen(before),
        deficitBroughtForward: fen(deficit),
        transfers: transfers,
      });
      expect(result.pooledBalance.fen).toBe(p1 - c1 + p2 - c2 + before - deficit);
      for (const line of result.lines) expect(recompute(line).equals(line.amount)).toBe(true);
      expect(result.carriedForward.fen - result.uncovered.fen).toBe(result.pooledBalance.fen);
      if (transfers === "none") expect(result.transfers).toEqual([]);
      else expect(Math.min(result.carriedForward.fen, result.uncovered.fen)).toBe(0);
      const balances = new Map<Transfers[number]["from" | "to"], number>([
        ["medicalSupplement", p1 - c1],
        ["accident", p2 - c2],
        ["broughtForward", before],
        ["deficitBroughtForward", -deficit],
      ]);
      for (const { from, to, amount } of result.transfers) {
        expect(amount.fen).toBeGreaterThan(0);
        balances.set(from, (balances.get(from) ?? 0) - amount.fen);
        balances.set(to, (balances.get(to) ?? 0) + amount.fen);
        expect(balances.get(from)).toBeGreaterThanOrEqual(0);
        expect(balances.get(to)).toBeLessThanOrEqual(0);
      }
      const after = [...balances.values()];
      expect(after.reduce((sum, each) => sum + Math.max(each, 0), 0)).toBe(result.carriedForward.fen);
      expect(after.reduce((sum, each) => sum + Math.max(-each, 0), 0)).toBe(result.uncovered.fen);
      for (const { line, carriedForward, uncovered } of result.byLine) {
        expect(carriedForward.fen - uncovered.fen).toBe(balances.get(line));
      }
    },
  );

  law("四 the order in which the lines are given moves no money", [sums, sums, sums, sums], (p1, c1, p2, c2) => {
    const both = [
      { line: "medicalSupplement" as const, premium: fen(p1), claims: fen(c1) },
      { line: "accident" as const, premium: fen(p2), claims: fen(c2) },
    ];
    expect(settled({ insuranceLines: both })).toEqual(settled({ insuranceLines: [...both].reverse() }));
  });
});
