import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chongqing,
  explain,
  fen,
  lishui,
  luozhuang,
  merge,
  Money,
  PolicyInputError,
  signedYuan,
  summarise,
  yuan,
  zhumadian,
  type Json,
  type Summary,
  type SummaryItem,
} from "huimin-rules";
import { law } from "./law.js";

const dimensions = ["cover", "area", "insurer", "month", "category"] as const;

interface Given {
  readonly cover?: string;
  readonly outcome?: "eligible" | "ineligible" | "undetermined";
  readonly entitled?: string | null;
  readonly paid?: string;
  readonly labels?: Partial<Record<"area" | "insurer" | "month" | "category", string | null>>;
  readonly on?: string | null;
  readonly withdrawn?: true;
  readonly provisional?: true;
}

/** An entry of a ledger, by hand. */
function entry({
  cover = "care",
  outcome = "eligible",
  entitled = "0.00",
  paid = "0.00",
  labels,
  ...rest
}: Given): SummaryItem {
  const short = entitled === null ? null : signedYuan(entitled).minus(yuan(paid));
  return {
    ...labels,
    ...rest,
    assessment: { programme: "toy", cover, eligibility: { outcome }, payable: entitled },
    entitled,
    paid,
    due: short?.atLeastZero() ?? null,
    overpaid: short && Money.zero.minus(short).atLeastZero(),
  };
}
const issues = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof PolicyInputError) return error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
    throw error;
  }
  return [];
};
const jsonOf = <T>(value: T) => JSON.parse(JSON.stringify(value)) as Json<T>;

describe("what is summed up", () => {
  it("counts by outcome, and sums in yuan; every claim is one of four", () => {
    const { total } = summarise([
      entry({ entitled: "10.01", paid: "4.00" }),
      entry({ entitled: "1.00", paid: "3.00", provisional: true }),
      entry({ entitled: "0.00", outcome: "ineligible" }),
      entry({ entitled: null, outcome: "undetermined", paid: "7.00" }),
      entry({ entitled: "0.00", outcome: "ineligible", paid: "2.00", withdrawn: true }),
    ]);
    expect(jsonOf(total)).toEqual({
      claims: 5,
      eligible: 2,
      ineligible: 1,
      open: 1,
      withdrawn: 1,
      provisional: 1,
      entitled: "11.01",
      paid: "16.00",
      due: "6.01",
      overpaid: "4.00",
    });
  });

  it("of a single assessment what is payable is entitled and due", () => {
    const death = { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", diedOfIllness: true };
    const { total, programme } = summarise([
      chongqing.assessClaim({ cover: "illnessDeath", facts: death }),
      chongqing.assessClaim({ cover: "illnessDeath", facts: { ...death, diedOfIllness: null } }),
      chongqing.assessClaim({ cover: "illnessDeath", facts: { ...death, diedOfIllness: false } }),
    ]);
    expect([programme, total.claims, total.eligible, total.ineligible, total.open]).toEqual(["chongqing", 3, 1, 1, 1]);
    expect([total.entitled, total.paid, total.due, total.overpaid].map(String)).toEqual([
      "2000.00",
      "0.00",
      "2000.00",
      "0.00",
    ]);
  });

  it("what a benefit tells as overpaid counts where the claim is covered", () => {
    const facts = { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", accidental: true };
    const loss = { disabilityGrade: 10, disabilityPaidToDate: "3000.01" };
    expect(String(summarise([chongqing.assessClaim({ cover: "accident", facts, loss })]).total.overpaid)).toBe("0.01");
    const other = chongqing.assessClaim({ cover: "accident", facts: { ...facts, accidental: false }, loss });
    expect(String(summarise([other]).total.overpaid)).toBe("0.00");
  });

  it("is grouped by what is asked, in the order of labels; what is not stated is a group of its own, the last", () => {
    const { rows, by } = summarise(
      [
        entry({ cover: "b", entitled: "1.00", labels: { area: "乙" } }),
        entry({ cover: "a", entitled: "2.00", labels: { area: null } }),
        entry({ cover: "a", entitled: "4.00" }),
        entry({ cover: "a", entitled: "8.00", labels: { area: "甲" } }),
      ],
      { by: ["cover", "area"] },
    );
    expect(by).toEqual(["cover", "area"]);
    expect(rows.map(({ cover, area, claims, entitled }) => [cover, area, claims, String(entitled)])).toEqual([
      ["a", "甲", 1, "8.00"],
      ["a", null, 2, "6.00"],
      ["b", "乙", 1, "1.00"],
    ]);
  });

  it("the month of an entry is that of its event; without a day the caller's", () => {
    const items = [
      entry({ on: "2021-03-31", labels: { month: "2020-01" } }),
      entry({ on: null, labels: { month: "2021-04" } }),
      entry({ on: null }),
    ];
    expect(summarise(items, { by: ["month"] }).rows.map(({ month }) => month)).toEqual(["2021-03", "2021-04", null]);
  });

  it("of nothing there is an empty one", () => {
    expect(jsonOf(summarise([], { by: ["area"] }))).toMatchObject({
      programme: null,
      by: ["area"],
      rows: [],
      total: { claims: 0, entitled: "0.00" },
    });
  });

  it("takes a stream once", () => {
    function* many() {
      for (let index = 0; index < 1000; index += 1) yield entry({ entitled: "0.01" });
    }
    expect(String(summarise(many()).total.entitled)).toBe("10.00");
  });
});

describe("what is refused", () => {
  it.each<[string, unknown, string[]]>([
    ["no item", [1], ["0 WRONG_TYPE"]],
    [
      "a result of another rule",
      [entry({}), chongqing.majorIllnessBenefit({ outOfCatalogueToDate: "1" })],
      ["1 WRONG_TYPE"],
    ],
    ["an amount that is none", [{ ...entry({}), paid: "1.001" }], ["0.paid WRONG_TYPE"]],
    ["two programmes", [entry({}), chongqing.assessClaim({ cover: "illnessDeath", facts: {} })], ["1 CONFLICT"]],
    ["a label that is no text", [entry({ labels: { area: 1 as unknown as string } })], ["0.area WRONG_TYPE"]],
    ["a month that is none", [entry({ labels: { month: "2021" } })], ["0.month INVALID_MONTH"]],
  ])("%s", (_, items, expected) => {
    expect(issues(() => summarise(items as SummaryItem[], { by: ["area", "month"] }))).toEqual(expected);
  });

  it("a dimension that there is not, with the one that was meant", () => {
    expect(issues(() => summarise([], { by: ["地区" as "area"] }))).toEqual(["by.0 UNKNOWN_CHOICE"]);
    expect(issues(() => summarise([], { by: ["area", "area"] }))).toEqual(["by.1 CONFLICT"]);
  });

  it("of a stream that may be endless so many problems and no more", () => {
    function* endless() {
      for (;;) yield 1 as unknown as SummaryItem;
    }
    expect(issues(() => summarise(endless()))).toHaveLength(100);
  });
});

const anyLabel = fc.constantFrom("甲", "乙", "A", null, undefined);
const cents = fc.integer({ min: 0, max: 1_000_000 });
const anyItem = fc
  .record({
    cover: fc.constantFrom("a", "b"),
    outcome: fc.constantFrom("eligible" as const, "ineligible" as const, "undetermined" as const),
    amount: cents,
    paid: cents,
    labels: fc
      .record({ area: anyLabel, insurer: anyLabel, category: anyLabel })
      .map((labels) => JSON.parse(JSON.stringify(labels)) as object),
    on: fc.constantFrom("2021-01-31", "2021-02-01", null),
    withdrawn: fc.boolean(),
    provisional: fc.boolean(),
  })
  .map(({ outcome, amount, paid, withdrawn, provisional, ...rest }) =>
    entry({
      ...rest,
      outcome,
      entitled:
        outcome === "undetermined" ? null : outcome === "eligible" && !withdrawn ? fen(amount).toString() : "0.00",
      paid: fen(paid).toString(),
      ...(withdrawn && { withdrawn }),
      ...(provisional && { provisional }),
    }),
  );
const anyBy = fc.subarray([...dimensions]) as fc.Arbitrary<never[]>;
const inParts = fc.tuple(fc.array(fc.array(anyItem, { maxLength: 5 }), { minLength: 1, maxLength: 5 }), anyBy);

describe("laws", () => {
  law(
    "merging the parts of any partition, in any order, through JSON or not, is summing up at once, byte for byte",
    [inParts],
    ([parts, by]) => {
      const whole = JSON.stringify(summarise(parts.flat(), { by }));
      const [first, ...others] = parts.map((part) => summarise(part, { by }));
      if (first === undefined) return;
      expect(JSON.stringify(merge(first, ...others))).toBe(whole);
      expect(JSON.stringify(merge(...([...others, first] as [Summary])))).toBe(whole);
      expect(
        JSON.stringify(others.reduce<Summary | Json<Summary>>((sum, each) => jsonOf(merge(jsonOf(sum), each)), first)),
      ).toBe(whole);
      expect(JSON.stringify(merge(first, ...others, summarise([], { by })))).toBe(whole);
    },
  );

  law("rows add up to the total, to the fen", [fc.array(anyItem), anyBy], (items, by) => {
    const { rows, total } = jsonOf(summarise(items, { by }));
    const sum = (name: keyof typeof total) => rows.reduce((all, row) => all + Math.round(Number(row[name]) * 100), 0);
    for (const name of ["claims", "open", "entitled", "paid", "due", "overpaid"] as const) {
      expect(sum(name)).toBe(Math.round(Number(total[name]) * 100));
    }
    expect(total.eligible + total.ineligible + total.open + total.withdrawn).toBe(items.length);
  });
});

describe("merging", () => {
  const one = summarise([entry({ entitled: "1.00", labels: { area: "甲" } })], { by: ["area"] });

  it.each<[string, unknown[], string[]]>([
    ["nothing", [], [" MISSING"]],
    ["what is no summary", [one, 1], ["1 WRONG_TYPE"]],
    ["other dimensions", [one, summarise([], { by: ["cover"] })], ["1.by CONFLICT"]],
    ["another programme", [one, { ...jsonOf(one), programme: "other" }], ["1.programme CONFLICT"]],
    [
      "a total that is not the sum",
      [{ ...jsonOf(one), total: { ...jsonOf(one.total), entitled: "1.01" } }],
      ["0.total CONFLICT"],
    ],
    [
      "a row without the dimension that the summary is by, or with another",
      [{ ...jsonOf(one), rows: jsonOf(one).rows.map(({ area: _, ...row }) => ({ ...row, insurer: "x" })) }],
      ["0.rows.0.area MISSING", "0.rows.0.insurer UNKNOWN_FIELD"],
    ],
    ["rows of no programme", [{ ...jsonOf(one), programme: null }], ["0.programme CONFLICT"]],
  ])("%s is refused", (_, summaries, expected) => {
    expect(issues(() => (merge as (...all: unknown[]) => unknown)(...summaries))).toEqual(expected);
  });
});

describe("settle takes a summary's sums", () => {
  const stay = {
    enrolledFrom: "2020-11-01",
    occurredOn: "2021-03-02",
    inpatient: true,
    causedByIllness: true,
    settledOneStop: true,
  };
  const bill = (outOfCatalogueToDate: string) =>
    chongqing.assessClaim({ cover: "majorIllness", facts: stay, loss: { outOfCatalogueToDate } });

  it("chongqing, by insurer", () => {
    const items = [
      { ...bill("58000"), insurer: "甲" },
      { ...bill("13000"), insurer: "乙" },
      { ...bill("232000"), insurer: "甲" },
    ];
    const { rows, total } = summarise(items, { by: ["insurer"] });
    // 16 250 + 77 150 and 2 500: 95 900 of 100 000.
    const insurers = rows.map(({ insurer, entitled }) => ({ name: insurer ?? "", premium: "50000", claims: entitled }));
    const { claims, lossRatio, supplement } = chongqing.settle({ period: "first", insurers });
    expect([total.entitled, claims, lossRatio, supplement].map(String)).toEqual([
      "95900.00",
      "95900.00",
      "0.959000",
      "2950.00",
    ]);
  });

  it("the other programmes", () => {
    const { entitled } = summarise([entry({ entitled: "850.01" })]).total;
    // 85 % of 1 000 is 850: a fen above it is the insurer's.
    const zhumadianYear = zhumadian.settle({ premium: "1000", claims: entitled });
    expect([zhumadianYear.lossRatio, zhumadianYear.supplement].map(String)).toEqual(["0.850010", "0.00"]);
    // 149.99 of profit, 100 of which may be kept.
    const corridor = { profitLimit: "0.1", lossLimit: "0.1" };
    expect(String(lishui.settle({ premium: "1000", claims: entitled, corridor }).refund)).toBe("49.99");
    const insuranceLines = [{ line: "accident" as const, premium: "1000", claims: entitled }];
    expect(JSON.stringify(luozhuang.settle({ insuranceLines }))).toContain('"149.99"');
  });
});

describe("in words", () => {
  const items = [
    {
      ...chongqing.assessClaim({
        cover: "illnessDeath",
        facts: { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", diedOfIllness: true },
      }),
      area: "渝北区",
      category: "特困",
    },
    { ...chongqing.assessClaim({ cover: "illnessDeath", facts: {} }), area: "渝中区" },
  ];

  it("a row a group, the total, and what of it falls to each category", () => {
    const summary = summarise(items, { by: ["cover", "area", "category"] });
    expect(explain(summary)).toMatchInlineSnapshot(`
      "重庆“民政惠民济困保” 渝民〔2020〕238号
      汇总（元）
        险种              地区    人员类别    件数  符合  不符合  待定     应得  已赔付   应补付
        疾病身故          渝中区  （未填明）     1     0       0     1     0.00    0.00     0.00
        疾病身故          渝北区  特困           1     1       0     0  2000.00    0.00  2000.00
        合计                                     2     1       0     1  2000.00    0.00  2000.00
        其中：特困                               1     1       0     0  2000.00    0.00  2000.00
        其中：（未填明）                         1     0       0     1     0.00    0.00     0.00
        待定的 1 件金额未定，未计入应得、应补付"
    `);
    expect(explain(jsonOf(summary), { locale: "en" })).toMatchInlineSnapshot(`
      "Chongqing civil-affairs insurance for people in hardship 渝民〔2020〕238号
      Summary (yuan)
        Cover                   Area      Category      Claims  Eligible  Not eligible  Open  Entitled  Paid      Due
        Death by illness        "渝中区"  (not stated)       1         0             0     1      0.00  0.00     0.00
        Death by illness        "渝北区"  "特困"             1         1             0     0   2000.00  0.00  2000.00
        Total                                                2         1             0     1   2000.00  0.00  2000.00
        of which: "特困"                                     1         1             0     0   2000.00  0.00  2000.00
        of which: (not stated)                               1         0             0     1      0.00  0.00     0.00
        The amount of what is open (1) is not known: it is in neither entitled nor due"
    `);
  });
});
