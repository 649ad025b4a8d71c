import { describe, expect, it } from "vitest";
import { claimsOf } from "../../src/core/claim.js";
import { day, fact, flag, money, oneOf, optional } from "../../src/core/fields.js";
import { citing, definePolicy } from "../../src/core/policy.js";
import { benefit as benefitShape, tableOf, shapeOf, plainText, amount } from "../../src/core/results.js";
import { rulesOf } from "../../src/core/rule.js";
import { explain, fen, yuan } from "huimin-rules/core";

const { provision, clause, reading } = citing("试〔2020〕1号");
const halves = { first: { zh: "上半年", en: "first half" }, second: { zh: "下半年", en: "second half" } };

/** A made-up policy: the half of the year, which follows from the day, decides how much of a bill is paid; a reading may forbid bills. */
const policy = definePolicy({
  id: "test",
  title: { zh: "试", en: "Test" },
  document: {
    number: "试〔2020〕1号",
    title: { zh: "试", en: "Test" },
    issuers: ["试"],
    issuedOn: "2020-01-01",
    checkedOn: "2020-01-01",
    inForce: { from: "2020-01-01" },
  },
  covers: { care: { clause: clause("一"), title: { zh: "医疗", en: "Care" } } },
  terms: { ill: provision("一", true, { zh: "患病", en: "Ill" }) },
  readings: {
    halves: reading<"same" | "double" | "forbidden">("一", {
      question: { zh: "下半年如何赔付", en: "What the second half gives" },
      default: "same",
      choices: {
        same: { zh: "相同", en: "the same" },
        double: { zh: "加倍", en: "double" },
        forbidden: { zh: "不受理", en: "refused" },
      },
    }),
  },
  check: () => undefined,
});

const { rule } = rulesOf(policy);
const benefit = rule({
  id: "benefit",
  title: { zh: "医疗", en: "Care" },
  clause: "一",
  result: benefitShape,
  readings: ["halves"],
  input: { bill: money("费用", "Bill"), half: optional(oneOf(halves, "半年", "Half")) },
  check({ half }, report, { reading: ask }) {
    if (half === "second" && ask("halves") === "forbidden") report(["half"], "CONFLICT", "不受理", "refused");
  },
  evaluate({ bill, half }, { statement, reading: ask }) {
    const due = half === "second" && ask("halves") === "double" ? bill.plus(bill) : bill;
    return statement().benefit([due], { medical: due });
  },
});

const { cover, assessmentRule } = claimsOf(policy);
const assess = assessmentRule({
  clause: "一",
  covers: {
    care: cover({
      facts: { on: fact(day("日期", "Day")), ill: fact(flag("是否患病", "Whether ill")) },
      benefit,
      derived: { half: ({ on }) => (on === undefined ? undefined : on < "2020-07-01" ? "first" : "second") },
      requires: (ask, { terms }) => [ask.is("ill", terms.ill), ask.holds("on", ["on"], terms.ill, () => true)],
    }),
  },
  dates: {},
  periods: () => [],
});
type Input = Parameters<typeof assess>[0];
const claim = (facts: object, loss: object = { bill: "100" }) => ({ cover: "care", facts, loss }) as Input;
const double = { readings: { halves: "double" } } as const;

describe("what of a benefit rule's input follows from the facts", () => {
  it.each([
    ["2020-06-30", "100.00", {}],
    ["2020-07-01", "200.00", { halves: "double" }],
  ])("on %s: %s", (on, payable, readings) => {
    const result = assess(claim({ on, ill: true }), double);
    expect([String(result.payable), result.readings]).toEqual([payable, readings]);
  });

  it("is no field of the loss, neither in the input nor in a form", () => {
    expect(assess.safe(claim({ on: "2020-07-01", ill: true }, { bill: "100", half: "first" }))).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["loss", "half"], code: "UNKNOWN_FIELD" }] },
    });
  });

  it("is anything it can be while the facts do not tell: the amount lies between", () => {
    const { payable, pending, between } = assess(claim({ ill: true }), double);
    expect([payable, pending, String(between?.least), String(between?.most)]).toEqual([
      null,
      "facts",
      "0.00",
      "200.00",
    ]);
  });

  it("a reading that moves only the range is echoed", () => {
    expect(assess(claim({ ill: true }), double).readings).toEqual({ halves: "double" });
    expect(assess(claim({ ill: true })).readings).toEqual({ halves: "same" });
  });

  it("what contradicts it stands at the facts", () => {
    expect(assess.safe(claim({ on: "2020-07-01", ill: true }), { readings: { halves: "forbidden" } })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["facts"], code: "CONFLICT" }] },
    });
  });
});

describe("a list that is shown as a table", () => {
  interface Row {
    readonly name?: string;
    readonly due: ReturnType<typeof yuan>;
    readonly paid?: ReturnType<typeof yuan>;
  }
  const row = shapeOf<Row>(
    { name: plainText("名称", "Name"), due: amount("应付", "Due"), paid: amount("已付", "Paid") },
    "行",
    "Row",
  );
  const shown = (rows: readonly Row[]) => {
    const list = rule({
      id: "list",
      title: { zh: "表", en: "Table" },
      clause: "一",
      result: shapeOf<{ readonly rows: readonly Row[] }>({ rows: tableOf(row, "各行", "Rows") }, "表", "Table"),
      input: {},
      evaluate: () => ({ rows }),
    });
    return explain(list({}), { rules: { list } }).split("\n").slice(1);
  };

  it("has its columns under their names; what no row has is left out, and what one lacks is blank", () => {
    expect(shown([{ name: "甲", due: fen(100) }, { due: fen(20000) }])).toEqual([
      "各行",
      "  名称  应付",
      "  甲    1.00",
      "        200.00",
    ]);
  });

  it("is not mentioned when it is empty", () => {
    expect(shown([])).toEqual([]);
  });
});
