import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agreementFrom,
  amend,
  chinaHolidayNotices,
  createWorkCalendar,
  receiptOf,
  verify as verifyWith,
  type Agreement,
  type AnyRule,
  type Rule,
} from "huimin-rules/core";
import { canonicalJson, digestOf } from "../../src/core/digest.js";
import { money } from "../../src/core/fields.js";
import { benefit } from "../../src/core/results.js";
import { rulesOf } from "../../src/core/rule.js";
import { law } from "../law.js";
import { applications, patient } from "./toy-cases.js";
import * as toy from "./toy.js";

const { assessClaim, careBenefit, policy } = toy;
type AnyReceipt = Readonly<Record<string, unknown>> & { readonly digest: string };
const verify = (receipt: unknown, agreements: readonly Agreement[] = [], rules: object = toy) =>
  verifyWith(receipt, { rules, agreements });

/** A receipt whose digest is made anew: not what the library gave, but nothing in it tells. */
const sealed = ({ digest: _, ...rest }: AnyReceipt, change: object): AnyReceipt => {
  const changed = { ...rest, ...change };
  return { ...changed, digest: digestOf(changed) };
};

const bettered = agreementFrom(
  {
    id: "2020-a",
    title: { zh: "试点县合同", en: "The county's contract" },
    programme: "toy",
    document: "试办〔2020〕1号",
    terms: { care: { limit: "900" } },
    readings: { outpatient: "granted" },
  },
  [policy],
);
const bill = { place: "county", cost: "8100" } as const;
const claim = { cover: "care", facts: { ...patient, inpatient: false }, loss: { cost: "8100" } } as const;

describe("a receipt", () => {
  it("holds what decided, the input and the result, as JSON carries them", () => {
    const receipt = receiptOf(careBenefit, bill, { agreement: bettered });
    expect(receipt).toEqual({
      rule: "toy.careBenefit",
      document: "试办〔2020〕1号",
      library: careBenefit(bill).basis.library,
      digests: {
        policy: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        agreement: bettered.digest,
        calendar: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
      agreement: "2020-a",
      input: bill,
      readings: { outpatient: "granted" },
      result: JSON.parse(JSON.stringify(careBenefit(bill, { agreement: bettered }))) as object,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
    expect(Object.keys(receiptOf(careBenefit, bill))).not.toContain("agreement");
  });

  it("refuses what the rule refuses", () => {
    expect(() => receiptOf(careBenefit, { place: "county", cost: "x" })).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT" }) as Error,
    );
  });

  it.each(applications.filter(({ options = {} }) => !("policy" in options)))("of $what is the same again", (each) => {
    const receipt = receiptOf(each.rule as unknown as Rule<unknown, object, toy.ToyPolicy>, each.input, each.options);
    expect(verify(receipt)).toMatchObject({ verdict: "same", of: [] });
    expect(verify(JSON.parse(JSON.stringify(receipt)))).toMatchObject({ verdict: "same" });
  });

  it("under an agreement is the same again with that agreement, and with no other", () => {
    const receipt = receiptOf(assessClaim, claim, { agreement: bettered });
    expect(verify(receipt, [bettered])).toMatchObject({ verdict: "same", of: [] });
    const { id, title } = bettered;
    const other = agreementFrom({ id, title, programme: "toy", document: "试办〔2020〕1号" }, [policy]);
    expect(verify(receipt, [other])).toMatchObject({ verdict: "unknownRules", of: ["agreement"] });
    expect(verify(receipt)).toMatchObject({ verdict: "unknownRules", of: ["agreement"] });
  });

  it("is the same again, whatever version of the library gave it", () => {
    const receipt = receiptOf(careBenefit, bill);
    const basis = { ...receipt.result.basis, library: "0.0.1" };
    const older = sealed(receipt as never, { library: "0.0.1", result: { ...receipt.result, basis } });
    expect(verify(older)).toMatchObject({ verdict: "same" });
  });
});

describe("a verdict", () => {
  const trap = {
    get input(): never {
      throw new TypeError("a trap");
    },
  };
  const nest: unknown = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);

  it.each([
    ["whose field throws", trap],
    ["nested beyond the stack", { input: nest }],
  ])("on what cannot be read is that it was altered, and no error: a receipt %s", (_, odd) => {
    const receipt = receiptOf(careBenefit, bill);
    const given = Object.defineProperties({ ...receipt }, Object.getOwnPropertyDescriptors(odd));
    expect(verify(given)).toMatchObject({ verdict: "altered", of: [] });
  });

  it("in words, in both languages", () => {
    const receipt = receiptOf(careBenefit, bill) as unknown as AnyReceipt;
    expect(verify(receipt).text).toEqual({
      zh: "相符：同样的规则得出同样的结果",
      en: "the same: the same rules give the same result",
    });
    expect(verify({ ...receipt, library: "x" }).text).toEqual({ zh: "凭据已被改动", en: "the receipt was altered" });
    expect(verify(receipt, [], {}).text).toEqual({
      zh: "所用规则不在本程序或所给合同之中（规则）",
      en: "its rules are not among those at hand (rule)",
    });
    expect(verify(sealed(receipt, { result: {} })).text).toEqual({
      zh: "规则相同而结果不同：本程序有误（结果）",
      en: "the same rules, another result: a fault of the library (result)",
    });
  });

  it.each([7, null, "x", [], {}, { digest: 7 }, { digest: digestOf({}) }, { digest: "" }])(
    "%j was altered",
    (receipt) => {
      expect(verify(receipt).verdict).toBe("altered");
    },
  );

  it("a receipt that says nothing of its rules was altered", () => {
    const receipt = receiptOf(careBenefit, bill) as unknown as AnyReceipt;
    expect(verify(sealed(receipt, { digests: 7 })).verdict).toBe("altered");
    expect(verify(sealed(receipt, { readings: null })).verdict).toBe("altered");
    expect(verify(sealed(receipt, { result: undefined })).verdict).toBe("altered");
  });

  it("names the policy, the calendar, the readings or the rule that is not known", () => {
    const amended = receiptOf(careBenefit, bill, { policy: amend(policy, { terms: { care: { limit: "1" } } }) });
    expect(verify(amended)).toMatchObject({ verdict: "unknownRules", of: ["policy"] });
    const shorter = createWorkCalendar(chinaHolidayNotices.slice(1));
    const dated = receiptOf(toy.claimDeadlines, { filedOn: "2020-04-29" }, { calendar: shorter });
    expect(verify(dated)).toMatchObject({ verdict: "unknownRules", of: ["calendar"] });
    const receipt = receiptOf(careBenefit, bill) as unknown as AnyReceipt;
    expect(verify(sealed(receipt, { readings: { outpatient: "never" } }))).toMatchObject({ of: ["readings"] });
    expect(verify(sealed(receipt, { rule: "toy.other" }))).toMatchObject({ verdict: "unknownRules", of: ["rule"] });
  });

  it("the same rules with another result, or that refuse the input, are a fault of the library, named", () => {
    const receipt = receiptOf(careBenefit, bill) as unknown as AnyReceipt & {
      readonly result: { readonly amount: string };
    };
    const result = { ...receipt.result, amount: "5000.01" };
    expect(verify(sealed(receipt, { result }))).toMatchObject({ verdict: "diverging", of: ["result"] });
    expect(verify(sealed(receipt, { input: {} }))).toMatchObject({ verdict: "diverging", of: ["result"] });
    expect(verify(sealed(receipt, { result: 7 }))).toMatchObject({ verdict: "diverging", of: ["result"] });
  });

  it("agreements that are no list are refused", () => {
    expect(() => verify(receiptOf(careBenefit, bill), 7 as never)).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT" }) as Error,
    );
  });
});

describe("whatever is done to a receipt", () => {
  const text = JSON.stringify(receiptOf(assessClaim, claim, { agreement: bettered }));
  const characters = fc.constantFrom(...Array.from('0123456789abcdefghijklmnopqrstuvwxyz"{}[]:,. 元'));

  law(
    "any single changed character makes it altered, or no JSON",
    [fc.nat(text.length - 1), characters],
    (at, character) => {
      fc.pre(text[at] !== character);
      const changed = text.slice(0, at) + character + text.slice(at + 1);
      let receipt: unknown;
      try {
        receipt = JSON.parse(changed);
      } catch {
        return;
      }
      expect(verify(receipt, [bettered]).verdict).toBe("altered");
    },
  );

  it("the order of its keys is nothing", () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, part]) => [name, shuffled(part)]),
      );
    };
    expect(verify(shuffled(JSON.parse(text)), [bettered]).verdict).toBe("same");
  });
});

describe("canonical JSON (RFC 8785)", () => {
  it("sorts keys by code units, writes numbers as ECMAScript does, and leaves out what is undefined", () => {
    expect(canonicalJson({ b: 1, a: [true, null, "é€"], "€": 1e21, "1": undefined })).toBe(
      '{"a":[true,null,"é€"],"b":1,"€":1e+21}',
    );
    expect(canonicalJson({ "\u20ac": 1, "\r": 2, "\ud83d\ude00": 3, "\ufb33": 4 })).toBe(
      '{"\\r":2,"\u20ac":1,"\ud83d\ude00":3,"\ufb33":4}',
    );
  });

  it("SHA-256 of it is what everyone else computes", () => {
    // printf '{}' | sha256sum
    expect(digestOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    // printf '"abc"' | sha256sum
    expect(digestOf("abc")).toBe("6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25");
  });
});

describe("a mutated number of the policy", () => {
  const { rule } = rulesOf(policy);
  it("makes the receipts that used it diverging or of unknown rules, never the same", () => {
    const half = (share: string): AnyRule =>
      rule({
        id: "half",
        title: { zh: "半", en: "Half" },
        clause: "三",
        input: { cost: money("费用", "Costs") },
        result: benefit,
        evaluate: ({ cost }, { statement }) => {
          const sheet = statement();
          const part = sheet.share(cost, {
            ...policy.terms.settlement.share,
            value: policy.terms.settlement[share as "share"].value,
          });
          return sheet.benefit([part], { medical: part });
        },
      });
    const receipt = receiptOf(half("share") as unknown as Rule<unknown, object, toy.ToyPolicy>, { cost: "100" });
    expect(verify(receipt, [], [half("share")]).verdict).toBe("same");
    expect(verify(receipt, [], [half("shareAbove")])).toMatchObject({ verdict: "diverging" });
  });
});
