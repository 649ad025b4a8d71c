import { describe, expect, it } from "vitest";
import { explain as explainWith, type Explainable, type ExplainOptions } from "huimin-rules/core";
import * as zhumadian from "huimin-rules/zhumadian";

/** In words, with the programme's names. */
const explain = (result: Explainable, options: ExplainOptions = {}) =>
  explainWith(result, { rules: zhumadian, ...options });

describe("驻政办〔2019〕66号 in words", () => {
  it("an event shows each of its claims, and what it still waits for", () => {
    const person = {
      registeredDivision: "411721",
      livesInCity: true,
      contractStartsOn: "2019-06-15",
      occurredOn: "2019-12-01",
    };
    const rescuer = { cover: "rescuer", facts: person, loss: { medicalExpenses: "800" } } as const;
    const flood = {
      cover: "naturalDisaster",
      facts: { ...person, peril: "flood" },
      loss: { propertyLoss: "1" },
    } as const;
    const text = explain(zhumadian.assessEvent({ claims: [rescuer, flood] }));
    expect(text).toMatch(
      /^驻马店.+\n险种：救助人员.+\n资格：待查明\n[^]+核算单（元，如符合资格）\n[^]+\n结论：待补充事实（承保机构应赔付：0\.00至800\.00元）\n\n险种：自然灾害/,
    );
    expect(text).toMatch(
      /\n结论：承保机构应赔付：1\.00元\n\n同一事件合计（元）\n {2}1 {2}自然灾害 {2}1\.00 {2}三\(四\)\n结论：待补充事实\n条文解读\n {2}三\(四\) /,
    );
    const settled = zhumadian.assessEvent({
      claims: [{ ...rescuer, facts: { ...person, rescuingOnScene: true } }, flood],
    });
    expect(explain(settled, { locale: "en" })).toMatch(
      /\nThe event \(yuan\)\n[^]+ 801\.00 [^]+\nResult: Payable by the insurer: 801\.00 yuan\n/,
    );
  });

  it("an event in which nothing is settled yet is called by name too", () => {
    const text = explain(zhumadian.assessEvent({ claims: [{ cover: "otherRecognised", facts: {} }] }));
    expect(text).toMatch(/^驻马店.+\n险种：其他经认定的情况 二\(二\)\n/);
  });

  it("a settlement by county shows each of them, then all", () => {
    const counties = [
      { division: "411702", premium: "100", claims: "50" },
      { division: "411721", premium: "100", claims: "150" },
    ];
    const headings = explain(zhumadian.settleCounties({ counties }))
      .split("\n")
      .filter((line) => /^(清算|各县区|条文)|退还付费方/.test(line));
    expect(headings.map((line) => line.trim().replace(/ +/, " "))).toEqual([
      "清算（元） 驿城区",
      "退还付费方 35.00",
      "清算（元） 西平县",
      "退还付费方 0.00",
      "各县区合计（元）",
      "退还付费方 35.00",
      "条文解读",
    ]);
  });

  it("shows the claims that a ratio counts where they are not all", () => {
    const year = zhumadian.settle({ premium: "1000000", claims: "1100000", insurerFaultClaims: "50000" });
    expect(explain(year)).toMatch(/\n {2}赔款 +1100000\.00\n {2}计入赔付率的赔款 +1050000\.00\n {2}赔付率 +105%\n/);
  });
});
