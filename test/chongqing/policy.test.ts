import { describe, expect, it } from "vitest";
import { chongqing } from "huimin-rules";

const { norms, policy } = chongqing;

describe("渝民〔2020〕238号", () => {
  it("accounts for every numbered clause of the notice", () => {
    const numbered = ["一", "二", "三", "三(一)", "三(二)", "三(三)", "三(四)", "三(五)"];
    numbered.push("四(一)", "四(二)", "四(三)", "四(四)", "五", "六(一)", "六(二)", "六(三)", "附件");
    const listed = new Set(norms.map(({ path }) => path));
    expect(numbered.filter((path) => !listed.has(path))).toEqual([]);
  });

  it("carries the document's own data", () => {
    expect(policy.document).toEqual({
      number: "渝民〔2020〕238号",
      title: { zh: "关于实施“民政惠民济困保”项目的通知", en: expect.any(String) as string },
      issuers: ["重庆市民政局", "重庆市财政局", "重庆市退役军人事务局", "重庆银保监局"],
      issuedOn: "2020-12-21",
      inForce: { from: "2020-11-01", to: "2021-12-31" },
      area: { codes: ["50"] },
    });
  });
});
