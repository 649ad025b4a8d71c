import { describe, expect, it } from "vitest";
import { shown } from "./sheet.js";

describe("in a real engine (HyperFormula)", () => {
  it("a column of claims gets the fen of the rules, whatever kind of cell the amounts are", () => {
    const rows = shown([
      [58000, null, "=HUIMIN.CQ_MAJOR_ILLNESS(A1, B1)"],
      ["'58000", 16000, "=HUIMIN.CQ_MAJOR_ILLNESS(A2, B2)"],
      ["=13000+0.1+0.2-0.28", null, "=HUIMIN.CQ_MAJOR_ILLNESS(A3)"],
      ["=C1*2", null, "=HUIMIN.CQ_MAJOR_ILLNESS(A4)"],
    ]);
    expect(rows.map((row) => row[2])).toEqual([16250, 250, 2500.01, 8350]);
  });

  it("a range gives a range: a bad row has its error, an empty row stays empty, the others go on", () => {
    const rows = shown([
      [58000, null, "=HUIMIN.CQ_MAJOR_ILLNESS(A1:A5, B1:B5)"],
      ["五万八", null],
      [null, null],
      [3000.125, null],
      [440142.86, 100],
    ]);
    expect(rows.map((row) => row[2])).toEqual([
      16250,
      {
        error: expect.stringMatching(/^E04 医保目录外自费费用全年累计：不是金额，收到五万八$/) as string,
      },
      "",
      { error: expect.stringMatching(/^E04 医保目录外自费费用全年累计：不是金额，收到/) as string },
      149900,
    ]);
  });

  it("one cell goes with every row of a range, and arguments may be left out", () => {
    const rows = shown([
      [7, "否", "=HUIMIN.CQ_ACCIDENT(B1, A1:A3)"],
      ["10", null],
      [1, null],
    ]);
    expect(rows.map((row) => row[2])).toEqual([12000, 3000, 30000]);
  });

  it("ranges of different sizes are an error that says so", () => {
    expect(shown([["=HUIMIN.CQ_MAJOR_ILLNESS(B1:B3, C1:C2)", 58000, 0]])[0]?.[0]).toEqual({
      error: expect.stringContaining("E16 各区域的行数、列数不同") as string,
    });
  });

  it("a deadline is a date serial that the sheet can count with", () => {
    const [row] = shown([
      [
        "=DATE(2021,4,1)",
        "=HUIMIN.CQ_DUE_ASSESS(A1)",
        '=TEXT(B1,"YYYY-MM-DD")',
        "=B1-A1",
        '=HUIMIN.CQ_DUE_PAY("2021/4/1")',
      ],
    ]);
    expect(row?.slice(1)).toEqual([44322, "2021-05-06", 35, ""]);
  });

  it("a list is a column: every insurer of the settlement, every tier of the contract", () => {
    const rows = shown([
      [
        60000000,
        58000000,
        '=HUIMIN.CQ_SETTLE_SUPPLEMENT("第一保障期间", A1:A3, B1:B3)',
        '=HUIMIN.CQ_SETTLE_RATIO("第一保障期间", A1:A3, B1:B3)',
      ],
      [40000000, 38000000, "=HUIMIN.LS_MEDICAL(60000, B4:B6, A4:A6)"],
      [null, null],
      [10000, 0.6],
      [50000, 0.5],
      [null, 0.4],
    ]);
    expect([rows[0]?.slice(2), rows[1]?.[2]]).toEqual([[3000000, 0.96], 30000]);
  });

  it("eligibility is text: the outcome, and why unless all is met", () => {
    const rows = shown([
      ["2020-11-01", "=DATE(2021,3,2)", "是", "=HUIMIN.CQ_ELIGIBLE_ILLNESS_DEATH(A1:A3, B1:B3, C1:C3)"],
      ["2020-11-01", "2021-03-02", "=FALSE()"],
      ["2020-11-01", "2021-03-02", null],
    ]);
    expect(rows.map((row) => row[3])).toEqual([
      "符合",
      expect.stringMatching(/^不符合；.*是否因疾病身故：否/),
      expect.stringMatching(/^待查明；.*尚缺：是否因疾病身故/),
    ]);
  });

  it("a statement spills over rows and columns, its last amount the result", () => {
    const rows = shown([["=HUIMIN.CQ_MAJOR_ILLNESS_SHEET(58000)"]]);
    expect(rows[0]).toEqual(["项目", "金额（元）", "依据", "算式"]);
    expect(rows[2]).toEqual([
      "分段补偿",
      16250,
      "渝民〔2020〕238号 三(二)1-3",
      "10000.00 × 25% + 40000.00 × 30% + 5000.00 × 35%",
    ]);
    expect(rows[4]?.slice(0, 2)).toEqual(["承保机构应赔付", 16250]);
  });
});
