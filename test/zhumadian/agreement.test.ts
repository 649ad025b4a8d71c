import { describe, expect, it } from "vitest";
import { agreementFrom, zhumadian } from "huimin-rules";

const { assessClaim, checkEligibility } = zhumadian;
const agreement = agreementFrom({
  id: "2019-a",
  title: { zh: "示例合同", en: "An example" },
  programme: "zhumadian",
  document: "驻政办〔2019〕66号",
  terms: { insured: { contractStartsOn: "2019-06-15" }, otherRecognised: { amount: "3000" } },
});
const person = { registeredDivision: "411721", recognisedByGovernment: true, livesInCity: true } as const;

describe("二(一)1 the first day of an agreement's contract", () => {
  it.each([
    ["2019-06-14", "ineligible"],
    ["2019-06-15", "eligible"],
    ["2020-06-14", "eligible"],
    ["2020-06-15", "ineligible"],
  ])("an event of %s is %s, without a fact that says when the contract starts", (occurredOn, outcome) => {
    const facts = { ...person, occurredOn };
    expect(checkEligibility({ cover: "otherRecognised", ...facts }, { agreement }).outcome).toBe(outcome);
    expect(assessClaim({ cover: "otherRecognised", facts }, { agreement }).eligibility.outcome).toBe(outcome);
    expect(checkEligibility({ cover: "otherRecognised", ...facts }).missing).toContain("contractStartsOn");
  });

  it("the same day may be stated, another one contradicts it", () => {
    const stated = (contractStartsOn: string) =>
      checkEligibility.safe(
        { cover: "otherRecognised", ...person, occurredOn: "2019-12-01", contractStartsOn },
        { agreement },
      );
    expect(stated("2019-06-15").ok).toBe(true);
    const outcome = stated("2019-06-16");
    expect(outcome.ok || outcome.error.issues).toMatchObject([
      {
        path: ["contractStartsOn"],
        code: "CONFLICT",
        received: "2019-06-16",
        message: { zh: expect.stringContaining("合同约定为 2019-06-15") as string },
      },
    ]);
  });
});

describe("二(二) 按照合同约定 the amount of an agreement", () => {
  const facts = { ...person, occurredOn: "2019-12-01" };
  it("is paid without being claimed again, on a line that carries its title", () => {
    const { payable, benefit } = assessClaim({ cover: "otherRecognised", facts }, { agreement });
    expect(payable?.toString()).toBe("3000.00");
    expect(benefit?.lines.map(({ label, clause, amended }) => [label.zh, clause.path, amended])).toEqual([
      ["按合同约定赔付", "二(二)", agreement.title],
    ]);
  });

  it("and a claimed one beside it contradicts it", () => {
    const claim = { cover: "otherRecognised", facts, loss: { contractAmount: "1" } } as const;
    const outcome = assessClaim.safe(claim, { agreement });
    expect(outcome.ok || outcome.error.issues).toMatchObject([{ path: ["loss", "contractAmount"], code: "CONFLICT" }]);
  });
});
