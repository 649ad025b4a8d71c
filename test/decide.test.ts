import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agreementFrom, catalogue, chongqing, verify, yuan } from "huimin-rules";
import { decide, decideJson, type Answer, type DecideOptions } from "huimin-rules/decide";

const illness = "chongqing.majorIllnessBenefit";
const record = { rule: illness, input: { outOfCatalogueToDate: "58000" } };
const contract = {
  id: "2021-a",
  title: { zh: "示例合同", en: "Example agreement" },
  programme: "chongqing",
  document: "渝民〔2020〕238号",
  terms: { majorIllness: { deductible: "2000", annualLimit: "200000" } },
};
const agreement = agreementFrom(contract);
const other = agreementFrom({ ...contract, id: "2021-b", terms: { majorIllness: { deductible: "1000" } } });

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const amountOf = (answer: Answer) => answer.ok && (json(answer.value) as { amount: string }).amount;
const problemsOf = (answer: Answer) =>
  answer.ok
    ? []
    : answer.error.issues.map(({ path, code, meant }) =>
        [code, path.join("."), meant].filter((part) => part !== undefined),
      );
const anyhow = (options: unknown) => options as DecideOptions;

describe("a record is answered", () => {
  it("with its id, its labels and the result of the rule that it names, and with no field that is not there", () => {
    const labels = { area: "渝中区" };
    const answer = decide({ ...record, id: 7, labels });
    expect(answer).toEqual({ id: 7, labels, ok: true, value: chongqing.majorIllnessBenefit(record.input) });
    expect(Object.keys(decide(record))).toEqual(["ok", "value"]);
    expect(Object.keys(decide({}))).toEqual(["ok", "error"]);
  });

  it("as each worked case has it, from an object and from JSON alike", () => {
    const folder = new URL("vectors/", import.meta.url);
    const vectors = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { rule: string; throws?: true }[])
      .map(
        ({ rule, input, readings, throws }: { rule: string; input?: unknown; readings?: unknown; throws?: true }) => ({
          given: { rule, input, readings },
          throws,
        }),
      );
    expect(vectors.length).toBeGreaterThan(200);
    for (const { given, throws } of vectors) {
      const answer = decide(given);
      expect([given, answer.ok]).toEqual([given, throws !== true]);
      expect(json(decideJson(JSON.stringify(given)))).toEqual(json(answer));
    }
  });

  it("by the rule of all records, which a record need not name and may not gainsay; its bare input will do", () => {
    const rule = catalogue[illness];
    const answers = [record, { input: record.input }, record.input].map((each) => decide(each, { rule }));
    expect(answers.map(amountOf)).toEqual(["16250.00", "16250.00", "16250.00"]);
    expect(problemsOf(decide({ ...record, rule: "chongqing.premium" }, { rule }))).toEqual([["CONFLICT", "rule"]]);
  });

  it("under its programme's only contract, or the one of several that it names", () => {
    expect(amountOf(decide(record, { agreements: [agreement] }))).toBe("16600.00");
    const agreements = [agreement, other];
    expect(amountOf(decide({ ...record, agreement: "2021-b" }, { agreements }))).toBe("16950.00");
    expect(problemsOf(decide(record, { agreements }))).toEqual([["MISSING", "agreement"]]);
    expect(problemsOf(decide({ ...record, agreement: "2021-c" }, { agreements }))).toEqual([
      ["UNKNOWN_CHOICE", "agreement"],
    ]);
    expect(problemsOf(decide({ ...record, agreement: "2021-a" }))).toEqual([["UNKNOWN_CHOICE", "agreement"]]);
    const twins = { agreements: [agreement, agreementFrom({ ...contract, terms: {} })] };
    expect(problemsOf(decide({ ...record, agreement: "2021-a" }, twins))).toEqual([["CONFLICT", "agreement"]]);
  });

  it("with a receipt that can be verified, where receipts are asked for", () => {
    const answer = decide(record, { agreements: [agreement], receipts: true });
    expect(answer.ok && verify(json(answer.receipt), { agreements: [agreement] }).verdict).toBe("same");
    expect(decide({ ...record, input: {} }, { receipts: true })).not.toHaveProperty("receipt");
  });

  it("with every problem of it, and what was probably meant", () => {
    expect(problemsOf(decide({ rule: "chongqing.majorIlnessBenefit", inputs: {}, id: 1.5 }))).toEqual([
      ["UNKNOWN_FIELD", "inputs", "input"],
      ["UNKNOWN_CHOICE", "rule", illness],
      ["MISSING", "input"],
      ["WRONG_TYPE", "id"],
    ]);
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`x${index}`, 0]));
    const answer = decide({ ...record, input: { ...record.input, ...many } });
    expect(!answer.ok && [answer.error.issues.length, answer.error.omitted]).toEqual([100, 50]);
  });
});

describe("nothing that a record can be is thrown", () => {
  const circle: Record<string, unknown> = { rule: illness };
  circle["input"] = circle;
  const nested = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const trap = Object.defineProperty({}, "rule", {
    enumerable: true,
    get: () => {
      throw new Error("no");
    },
  });
  class Row {
    readonly rule = illness;
    readonly input = record.input;
  }
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a list", [record]],
    ["a text", JSON.stringify(record)],
    ["a number", 7],
    ["a function", () => record],
    ["a record in a circle", circle],
    ["a field that cannot be read", trap],
    ["a big integer", { ...record, id: 7n }],
    ["what inherits", Object.create(record) as object],
    ["an object of a class", new Row()],
    ["half of a surrogate pair", { ...record, id: "\uD83D" }],
    ["NUL in a key", { ...record, "\0": 1 }],
  ])("%s is answered with one error that it cannot be read", (_, value) => {
    expect(problemsOf(decide(value))).toEqual([["UNREADABLE", ""]]);
  });

  it.each(["", "oops", "[]", "null", "7", nested, '{"id":"\\ud83d"}', '{"id":"\\u0000"}', "{}{}", "\uFEFF{}"])(
    "no text either: %.20s",
    (text) => {
      expect(problemsOf(decideJson(text))).toEqual([["UNREADABLE", ""]]);
    },
  );

  it("Money of the library is an amount like any other", () => {
    expect(amountOf(decide({ rule: illness, input: { outOfCatalogueToDate: yuan(58_000) } }))).toBe("16250.00");
  });
});

describe("options that are none are refused, and no record is decided by others", () => {
  it.each([
    [{ agreement }, [["UNKNOWN_FIELD", "agreement", "agreements"]]],
    [{ agreements: agreement }, [["WRONG_TYPE", "agreements"]]],
    [{ agreements: [agreement, contract] }, [["WRONG_TYPE", "agreements.1"]]],
    [
      { rule: illness, receipts: "yes" },
      [
        ["WRONG_TYPE", "rule"],
        ["WRONG_TYPE", "receipts"],
      ],
    ],
    [null, [["WRONG_TYPE", ""]]],
  ])("%#", (options, problems) => {
    for (const answer of [decide(record, anyhow(options)), decideJson(JSON.stringify(record), anyhow(options))]) {
      expect(problemsOf(answer)).toEqual(problems);
      expect(!answer.ok && answer.error.code).toBe("INVALID_OPTIONS");
    }
  });
});
