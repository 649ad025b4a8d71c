import { describe, expect, it } from "vitest";
import { amount, benefit, due, eligibility, settlement, statement, statutory, type Row } from "../../src/core/sheet.js";

/** A row as a person would list it: id, Chinese name, what of the result it gives, and what that is called. */
const listed = ({ id, zh, part }: Row): string => {
  const { of, action, text } = part as { of?: string; action?: string; text?: { zh: string; en: string } };
  return [id, zh, part.kind, of ?? action, text && `${text.zh} / ${text.en}`].filter(Boolean).join("  ");
};

describe("the rows of a sheet", () => {
  it("a benefit shows its amount and its statement", () => {
    expect(benefit("CARE", "医疗").map(listed)).toEqual([
      "CARE  医疗  amount  amount",
      "CARE_SHEET  医疗核算单  sheet",
    ]);
  });

  it("a settlement shows ratio, refund, supplement, and what the insurer bears and is left with", () => {
    expect(settlement().map(listed)).toEqual([
      "SETTLE_RATIO  清算赔付率  ratio  lossRatio  赔付率 / loss ratio",
      "SETTLE_REFUND  清算退回  amount  refund  清算退回 / refund",
      "SETTLE_SUPPLEMENT  清算补充  amount  supplement  清算补充 / supplement",
      "SETTLE_BEARS  清算承保机构承担  amount  insurerBears  清算承保机构承担 / borne by the insurer",
      "SETTLE_RESULT  清算承保机构盈亏  amount  insurerResult  清算承保机构盈亏 / the insurer's result",
      "SETTLE_SHEET  清算核算单  sheet",
    ]);
    expect(settlement("AREA", "分县").map(({ id, zh }) => [id, zh])).toContainEqual(["AREA_REFUND", "分县退回"]);
  });

  it("the statutory periods of 保险法 22-25 have a row each", () => {
    expect(statutory.map(listed)).toEqual([
      "DUE_ASSESS  核定期限  due  assess  核定期限 / deadline to assess",
      "DUE_PAY  支付期限  due  pay  支付期限 / deadline to pay",
      "DUE_REFUSE  拒赔通知期限  due  refuse  拒赔通知期限 / deadline to give notice of a refusal",
      "DUE_UNDISPUTED  先予支付期限  due  payUndisputed  先予支付期限 / deadline to pay what is undisputed",
    ]);
  });

  it("others are what they are called", () => {
    const rows = [
      amount("LEFT", "剩余", "rest.left", "what is left"),
      due("FILE", "file", "立案期限", "deadline to file"),
      statement("CARE", "医疗"),
      ...eligibility("ELIGIBLE", "理赔资格"),
    ];
    expect(rows.map(listed)).toEqual([
      "LEFT  剩余  amount  rest.left  剩余 / what is left",
      "DUE_FILE  立案期限  due  file  立案期限 / deadline to file",
      "CARE_SHEET  医疗核算单  sheet",
      "ELIGIBLE  理赔资格  eligibility",
    ]);
  });
});
