import { describe, expect, it } from "vitest";
import { Money, percent, recompute, yuan } from "huimin-rules/core";
import { tenGradeScale } from "../../src/core/disability.js";
import { citing, type Provision } from "../../src/core/policy.js";
import { Statement, closings } from "../../src/core/statement.js";
import { tiers } from "../../src/core/tiers.js";

const { clause, provision } = citing("试〔2020〕1号");
const label = (zh: string) => ({ zh, en: zh });
const sheetOf = (used: Record<string, string> = {}) => new Statement(clause("一"), () => used);
const amended = <Value>(term: Provision<Value>): Provision<Value> => ({ ...term, amended: true });

const sum = provision("二", yuan(1000), label("保额"));
const share = provision("三", percent(50), label("比例"));
const schedule = provision("四", tiers([{ upTo: yuan(100), rate: percent(10) }, { rate: percent(20) }]), label("分段"));
const until = provision("五", "2020-12-31", label("止"));

describe("a statement", () => {
  it("has a verb for each step; its line has the term's clause and name, and the amount is what the operands give", () => {
    const sheet = sheetOf();
    const amounts = [
      sheet.pay(sum),
      sheet.multiply(sum, 3, until),
      sheet.sum([yuan(1), yuan(2)], sum),
      sheet.deduct(yuan(1500), sum),
      sheet.share(yuan(7), share),
      sheet.scale(sum, percent(30)),
      sheet.tiers(yuan(300), schedule),
      sheet.cap(yuan(3000), sum, yuan(400)),
      sheet.higher(label("取高"), yuan(1), yuan(2)),
    ];
    expect(amounts.map(String)).toEqual([
      "1000.00",
      "3000.00",
      "3.00",
      "500.00",
      "3.50",
      "300.00",
      "50.00",
      "600.00",
      "2.00",
    ]);
    expect(sheet.lines.map((line) => [line.operation, line.clause.path, line.label.zh, String(line.amount)])).toEqual([
      ["pay", "二", "保额", "1000.00"],
      ["multiply", "二", "保额", "3000.00"],
      ["sum", "二", "保额", "3.00"],
      ["deduct", "二", "扣除1000元后", "500.00"],
      ["share", "三", "比例", "3.50"],
      ["share", "二", "保额", "300.00"],
      ["tiers", "四", "分段", "50.00"],
      ["cap", "二", "按保额核定", "600.00"],
      ["higher", "一", "取高", "2.00"],
    ]);
    for (const line of sheet.lines) expect(recompute(line).fen).toBe(line.amount.fen);
    expect(sheet.lines.some((line) => "amended" in line)).toBe(false);
    expect(sheet.lines[0]?.label).toBe(sum.label);
    expect(sheet.lines[0]?.clause).toBe(sum.clause);
  });

  it("a disability names its grade and scale", () => {
    const sheet = sheetOf();
    expect(String(sheet.disability(sum, 3, tenGradeScale))).toBe("800.00");
    expect(sheet.lines[0]?.label).toEqual({
      zh: "保额（3 级，中保协发〔2013〕88号）",
      en: "保额 (grade 3, 中保协发〔2013〕88号)",
    });
  });

  it("a line is marked when any of the terms it used is amended, whichever of them, and unmarked when none is", () => {
    const [first, second, third] = [sum, share, until];
    const marks = [0, 1, 2, 3].map((which) => {
      const sheet = sheetOf();
      const terms = [first, second, third].map((term, place) =>
        place === which ? amended(term as Provision<unknown>) : term,
      );
      const from = [terms[0], null, terms[1], undefined, terms[2]] as unknown as [typeof sum];
      sheet.write({ operation: "pay", operands: [yuan(1)], from });
      return sheet.lines[0];
    });
    expect(marks.map((line) => line?.amended)).toEqual([true, true, true, undefined]);
    expect(marks.map((line) => "amended" in (line as object))).toEqual([true, true, true, false]);
  });

  it.each<[string, (sheet: Statement) => unknown]>([
    ["pay", (sheet) => sheet.pay(amended(sum))],
    ["multiply by the amount", (sheet) => sheet.multiply(amended(sum), 2, until)],
    ["multiply by the count", (sheet) => sheet.multiply(sum, 2, amended(until))],
    ["sum", (sheet) => sheet.sum([yuan(1)], amended(sum), label("另名"))],
    ["deduct", (sheet) => sheet.deduct(yuan(1), amended(sum))],
    ["share", (sheet) => sheet.share(yuan(1), amended(share))],
    ["scale", (sheet) => sheet.scale(amended(sum), percent(1))],
    ["disability by the sum", (sheet) => sheet.disability(amended(sum), 1, tenGradeScale)],
    ["disability by the scale", (sheet) => sheet.disability(sum, 1, amended(tenGradeScale))],
    ["tiers", (sheet) => sheet.tiers(yuan(1), amended(schedule))],
    ["cap", (sheet) => sheet.cap(yuan(1), amended(sum))],
  ])("%s marks its line when its term is amended", (_, write) => {
    const sheet = sheetOf();
    write(sheet);
    expect(sheet.lines.map((line) => line.amended)).toEqual([true]);
  });

  it.each([
    ["0", "按年度限额核定", "Within the annual limit"],
    ["999.99", "按年度限额核定", "Within the annual limit"],
    ["1000", "年度限额已用完", "Annual limit used up"],
    ["1000.01", "年度限额已用完", "Annual limit used up"],
  ])("a limit of 1000 of which %s is used: %s", (used, zh, en) => {
    const sheet = sheetOf();
    sheet.cap(yuan(7), { ...sum, label: { zh: "年度限额", en: "Annual limit" } }, yuan(used));
    expect(sheet.lines[0]?.label).toEqual({ zh, en });
  });

  it("a deductible's line says what was taken off, whatever the contract made of it", () => {
    const sheet = sheetOf();
    sheet.deduct(yuan(7000), { ...sum, value: yuan("3000.50") });
    expect(sheet.lines[0]?.label).toEqual({ zh: "扣除3000.50元后", en: "After the deductible of 3000.50 yuan" });
  });

  it("another name may be given to a line", () => {
    const sheet = sheetOf();
    sheet.sum([yuan(1)], sum, label("合计"));
    expect(sheet.lines[0]?.label.zh).toBe("合计");
  });
});

describe("its end", () => {
  it("adds up what is due, takes off what was paid, and cites the rule's own clause", () => {
    const benefit = sheetOf({ how: "so" }).benefit([yuan(5), yuan(6)], { death: yuan(5), medical: yuan(6) }, yuan(4));
    expect(String(benefit.amount)).toBe("7.00");
    expect(benefit.parts).toEqual({ death: yuan(5), medical: yuan(6) });
    expect(benefit.readings).toEqual({ how: "so" });
    expect(benefit.lines).toHaveLength(1);
    expect(benefit.lines[0]).toMatchObject({
      clause: clause("一"),
      label: { zh: "承保机构应赔付", en: "Payable by the insurer" },
    });
  });

  it("of a premium says who pays it", () => {
    const premium = sheetOf().premium([yuan(5), yuan(6)]);
    expect([String(premium.amount), String(premium.parts.premium), premium.lines[0]?.label.zh]).toEqual([
      "11.00",
      "11.00",
      "应缴保费",
    ]);
    expect(sheetOf().premium([yuan(5)], closings.subsidy).lines[0]?.label).toEqual({
      zh: "政府补助保费",
      en: "Premium subsidy by government",
    });
  });

  it.each([
    ["4.99", "0.01", "0.00"],
    ["5", "0.00", "0.00"],
    ["5.01", "0.00", "0.01"],
  ])("5.00 due and %s paid: %s is due, %s overpaid, never silently", (paid, due, overpaid) => {
    const benefit = sheetOf().benefit([yuan(5)], { death: yuan(5) }, yuan(paid));
    expect([benefit.amount, benefit.overpaid].map(String)).toEqual([due, overpaid]);
  });

  it.each([
    ["0", "10.00", "0.00", 0],
    ["9.99", "0.01", "0.00", 1],
    ["10", "0.00", "0.00", 1],
    ["10.01", "0.00", "0.01", 1],
  ])("of a part, %s paid before leaves %s due and %s overpaid", (paid, due, overpaid, lines) => {
    const sheet = sheetOf();
    const left = sheet.unpaid(yuan(10), yuan(paid), label("扣除"));
    expect([String(left), sheet.lines.length]).toEqual([due, lines]);
    expect(String(sheet.benefit([left], {}).overpaid)).toBe(overpaid);
  });

  it("what was overpaid on a part and on the whole is told together", () => {
    const sheet = sheetOf();
    const left = sheet.unpaid(yuan(10), yuan(12), label("扣除"));
    expect(String(sheet.benefit([left, yuan(1)], {}, yuan(4)).overpaid)).toBe("5.00");
    expect(String(sheet.benefit([], {}, Money.zero).overpaid)).toBe("2.00");
  });
});
