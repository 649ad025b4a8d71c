import { describe, expect, it } from "vitest";
import { amend, chongqing, percent, type Amendment, type PolicyInputError } from "huimin-rules";

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

describe("amended terms together", () => {
  type Terms = Amendment<typeof policy.terms>;

  const refused = (terms: Terms) => {
    try {
      amend(policy, { terms });
      return [];
    } catch (error) {
      return (error as PolicyInputError).issues.map(({ path, code }) => [code, path.join(".")]);
    }
  };

  it.each<[Terms, string]>([
    [{ first: { to: "2020-10-31" } }, "first"], // before its own first day
    [{ second: { from: "2021-10-30" } }, "first"], // before the first period's last day
    [{ second: { to: "2021-10-31" } }, "first"], // before its own first day
    [{ studentCriticalIllness: { minimumAge: 23 } }, "studentCriticalIllness.minimumAge"],
    [{ settlement: { refundBelow: percent("90.01") } }, "settlement"],
    [{ settlement: { sharedTo: percent("89.99") } }, "settlement"],
  ])("one step over is refused: %j", (terms, path) => {
    expect(refused(terms)).toEqual([["CONFLICT", `terms.${path}`]]);
  });

  it.each<[Terms]>([
    [{ first: { to: "2020-11-01" } }],
    [{ second: { from: "2021-10-31" } }],
    [{ second: { to: "2021-11-01" } }],
    [{ studentCriticalIllness: { minimumAge: 22 } }],
    [{ settlement: { refundBelow: percent(90) } }],
    [{ settlement: { sharedTo: percent(90) } }],
  ])("what is equal goes together: %j", (terms) => {
    expect(refused(terms)).toEqual([]);
  });
});
