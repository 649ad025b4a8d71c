import fc, { type Command } from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, explain, fen, Money, yuan } from "huimin-rules/core";
import { claimsOf } from "../../src/core/claim.js";
import { day, fact, flag, money, name, optional, orZero } from "../../src/core/fields.js";
import { ledgersOf, opened, type Book, type Ledger, type RunningAccount } from "../../src/core/ledger.js";
import { citing, definePolicy } from "../../src/core/policy.js";
import { benefit as benefitShape } from "../../src/core/results.js";
import { rulesOf, type Rule } from "../../src/core/rule.js";

const { provision, clause, reading } = citing("试〔2020〕1号");

/** A made-up policy: care is paid in full up to 100 a year, death pays 50, and a gift comes once. */
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
  covers: {
    death: { clause: clause("一"), title: { zh: "身故", en: "Death" } },
    care: { clause: clause("二"), title: { zh: "医疗", en: "Care" } },
    gift: { clause: clause("三"), title: { zh: "礼金", en: "Gift" } },
  },
  terms: {
    covered: provision("一", true, { zh: "属于保障范围", en: "Covered" }),
    member: provision("一", true, { zh: "是成员", en: "A member" }),
    first: provision("三", true, { zh: "未领取过", en: "None before" }),
    death: provision("一", yuan(50), { zh: "身故金", en: "Death" }),
    gift: provision("三", yuan(5), { zh: "礼金", en: "Gift" }),
    limit: provision("二", yuan(100), { zh: "年度限额", en: "Annual limit" }),
    dailyLimit: provision("二", yuan(30), { zh: "每日限额", en: "Daily limit" }),
  },
  readings: {
    span: reading<"year" | "day">("二", {
      question: { zh: "限额按什么累计", en: "Over what the limit holds" },
      default: "year",
      choices: { year: { zh: "年", en: "a year" }, day: { zh: "日", en: "a day" } },
    }),
  },
  check: () => undefined,
});

const { rule } = rulesOf(policy);
const { cover, assessmentRule } = claimsOf(policy);
const { coverLedger, ledgerRule } = ledgersOf(policy);

const common = {
  occurredOn: fact(day("日期", "Day")),
  covered: fact(flag("是否属于", "Whether covered")),
  member: fact(flag("是否成员", "Whether a member")),
};
const careFields = { costs: money("费用", "Costs"), usedBefore: orZero(money("已用", "Used")) };
const benefits = {
  death: rule({
    id: "death",
    title: { zh: "身故", en: "Death" },
    clause: "一",
    result: benefitShape,
    input: {},
    evaluate(_, { terms, statement }) {
      const sheet = statement();
      const death = sheet.pay(terms.death);
      return sheet.benefit([death], { death });
    },
  }),
  care: rule({
    id: "care",
    title: { zh: "医疗", en: "Care" },
    clause: "二",
    result: benefitShape,
    readings: ["span"],
    input: careFields,
    check({ costs }, report) {
      if (costs?.equals(yuan("999"))) report(["costs"], "CONFLICT", "费用有误", "bad costs");
    },
    evaluate({ costs, usedBefore }, { terms, statement, reading: choose }) {
      const sheet = statement();
      const limit = choose("span") === "year" ? terms.limit : terms.dailyLimit;
      const medical = sheet.cap(costs, limit, usedBefore);
      return sheet.benefit([medical], { medical });
    },
  }),
  gift: rule({
    id: "gift",
    title: { zh: "礼金", en: "Gift" },
    clause: "三",
    result: benefitShape,
    input: {},
    evaluate(_, { terms, statement }) {
      const sheet = statement();
      const grant = sheet.pay(terms.gift);
      return sheet.benefit([grant], { grant });
    },
  }),
};
const covers = {
  death: cover({
    facts: common,
    benefit: benefits.death,
    requires: (ask, { terms }) => [ask.is("covered", terms.covered), ask.is("member", terms.member)],
  }),
  care: cover({
    facts: common,
    benefit: benefits.care,
    check({ covered, member }, report) {
      if (covered === true && member === false) report(["member"], "CONFLICT", "不是成员", "no member");
    },
    requires: (ask, { terms }) => [ask.is("covered", terms.covered), ask.is("member", terms.member)],
  }),
  gift: cover({
    facts: { ...common, given: fact(flag("是否领取过", "Whether given before")) },
    benefit: benefits.gift,
    requires: (ask, { terms }) => [ask.is("covered", terms.covered), ask.isNot("given", terms.first)],
  }),
};
const assess = assessmentRule({ clause: "一", covers, dates: {}, periods: () => [] });

interface Person {
  readonly member: boolean;
  readonly usedBefore?: Money | undefined;
}
interface Year {
  readonly person: Person;
  readonly book: Book;
  given: boolean;
}
const rowFacts = { occurredOn: common.occurredOn, covered: common.covered, called: fact(name("名称", "Name")) };
const account = (
  on: string,
  book: Book,
  context: { reading: (name: "span") => string; terms: typeof policy.terms },
): RunningAccount =>
  context.reading("span") === "year"
    ? book.account({ cover: "care", term: "limit", limit: context.terms.limit, from: "2020-01-01", to: "2020-12-31" })
    : book.account({
        cover: "care",
        term: "limit",
        limit: context.terms.dailyLimit,
        from: on,
        to: on,
        name: `day ${on}`,
      });

interface Row {
  id: string;
  cover: keyof typeof covers;
  facts: { occurredOn?: string; covered?: boolean | null; called?: string };
  loss?: { costs?: string };
  paid?: string;
  withdrawn?: boolean;
  diedOn?: string;
}

const assessPerson = ledgerRule<Person, Year, object, ReturnType<typeof assess>>({
  clause: "四",
  covers,
  assess,
  person: { member: flag("是否成员", "Whether a member"), usedBefore: optional(money("此前已用", "Used before")) },
  stands: { member: "member" },
  happenings: ({ facts: { called } }) => (typeof called === "string" ? [called] : []),
  byCover: {
    death: coverLedger({
      facts: rowFacts,
      loss: {},
      statesDeath: () => true,
      replay: ({ facts: { called, ...facts }, loss }, { person }: Year) => ({
        facts: { ...facts, member: person.member },
        loss,
      }),
    }),
    care: coverLedger({
      facts: rowFacts,
      loss: { costs: careFields.costs },
      replay({ on, facts: { called, ...facts }, loss }, { person, book }: Year, context) {
        const known = { ...facts, member: person.member };
        if (on === undefined) return { facts: known, loss };
        const limit = account(on, book, context);
        return {
          facts: known,
          loss: { ...loss, usedBefore: limit.used },
          draws: [limit],
          enter(payable) {
            limit.used = limit.used.plus(payable);
            return payable;
          },
        };
      },
    }),
    gift: coverLedger({
      facts: rowFacts,
      loss: {},
      replay: ({ facts: { called, ...facts }, loss }, year: Year) => ({
        facts: { ...facts, given: year.given },
        loss,
        shares: ["gift"],
        enter(payable) {
          year.given = true;
          return payable;
        },
      }),
    }),
  },
  begin(person, book, first, context) {
    if (person.usedBefore !== undefined && first !== undefined)
      opened(account(first, book, context), person.usedBefore);
    return { person, book, given: false };
  },
}) as Rule<object, Ledger, typeof policy>;

const row = (cover: Row["cover"], id: string, occurredOn: string | undefined, more: Partial<Row> = {}): Row => ({
  id,
  cover,
  ...more,
  facts: { ...(occurredOn !== undefined && { occurredOn }), covered: true, ...more.facts },
});
const care = (id: string, on: string | undefined, costs: string, more: Partial<Row> = {}) =>
  row("care", id, on, { ...more, loss: { costs } });
const input = (claims: readonly Row[], person: object = {}) => ({ person: "P1", member: true, ...person, claims });
const year = (claims: readonly Row[], options = {}, person: object = {}) =>
  assessPerson(input(claims, person), options);
const told = (claims: readonly Row[], options = {}, person: object = {}) =>
  year(claims, options, person).entries.map(
    ({ id, entitled, provisional }) => `${id} ${String(entitled)}${provisional ? " ?" : ""}`,
  );
const issues = (given: object) => {
  const outcome = assessPerson.safe(given);
  return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
};

describe("the order of a year", () => {
  it("is by day, then by id in plain code-unit order; without a day a row comes last", () => {
    const claims = [
      care("a", undefined, "1"),
      care("b1", "2020-02-01", "1"),
      care("B2", "2020-02-01", "1"),
      care("B10", "2020-02-01", "1"),
      care("乙", "2020-01-31", "1"),
    ];
    const { entries } = year(claims);
    expect(entries.map(({ id, on }) => [id, on])).toEqual([
      ["乙", "2020-01-31"],
      ["B10", "2020-02-01"],
      ["B2", "2020-02-01"],
      ["b1", "2020-02-01"],
      ["a", null],
    ]);
  });

  it("decides what each row finds left", () => {
    expect(
      told([care("c", "2020-03-01", "60"), care("a", "2020-01-01", "60"), care("b", "2020-02-01", "0.01")]),
    ).toEqual(["a 60.00", "b 0.01", "c 39.99"]);
  });
});

describe("what is due", () => {
  it.each([
    ["59.99", "0.01", "0.00"],
    ["60.00", "0.00", "0.00"],
    ["60.01", "0.00", "0.01"],
  ])("paid %s of 60.00: due %s, overpaid %s", (paid, due, overpaid) => {
    const result = year([care("a", "2020-01-01", "60", { paid })]);
    expect([result.paid, result.due, result.overpaid].map(String)).toEqual([paid, due, overpaid]);
  });

  it("is never set off, and open rows only add to what was paid", () => {
    const claims = [
      care("a", "2020-01-01", "10", { paid: "4" }),
      care("b", "2020-01-02", "10", { paid: "13" }),
      care("c", "2020-01-03", "10", { paid: "2", facts: { covered: null } }),
    ];
    const { entitled, paid, due, overpaid, pending, entries } = year(claims);
    expect([entitled, paid, due, overpaid].map(String)).toEqual(["20.00", "19.00", "6.00", "3.00"]);
    expect(pending).toEqual(["c"]);
    expect(entries[2]).toMatchObject({ entitled: null, due: null, overpaid: null, uses: [] });
  });

  it("of a withdrawn row everything paid is overpaid, and its check says so", () => {
    const { entries, accounts } = year([
      care("a", "2020-01-01", "60", { paid: "7", withdrawn: true }),
      care("b", "2020-01-02", "100"),
    ]);
    expect(entries[0]).toMatchObject({ entitled: Money.zero, due: Money.zero, overpaid: yuan(7), withdrawn: true });
    expect(entries[0]?.assessment.eligibility.checks.at(-1)).toEqual({
      code: "withdrawn",
      outcome: "unmet",
      clause: { document: "试〔2020〕1号", path: "四" },
      missing: [],
      text: { zh: "未撤回：不符合", en: "Not withdrawn: not met" },
    });
    expect(accounts).toMatchObject([{ used: yuan(100), left: Money.zero }]);
  });
});

describe("accounts", () => {
  it("name limit, clause, window and what is left; each row says what it used", () => {
    const { accounts, entries } = year([care("a", "2020-01-01", "60.50")]);
    expect(accounts).toEqual([
      {
        cover: "care",
        term: "limit",
        label: { zh: "年度限额", en: "Annual limit" },
        clause: { document: "试〔2020〕1号", path: "二" },
        from: "2020-01-01",
        to: "2020-12-31",
        limit: yuan(100),
        used: yuan("60.50"),
        left: yuan("39.50"),
      },
    ]);
    expect(entries[0]?.uses).toEqual([
      { label: { zh: "年度限额", en: "Annual limit" }, amount: yuan("60.50"), left: yuan("39.50") },
    ]);
  });

  it("stand by window and name; a row that is not covered opens none", () => {
    const claims = [
      care("b", "2020-02-01", "40"),
      care("a", "2020-01-01", "1"),
      care("c", "2020-03-01", "1", { facts: { covered: false } }),
      care("d", "2020-01-01", "30"),
    ];
    const { accounts } = year(claims, { readings: { span: "day" } });
    expect(accounts.map(({ name: called, used, left }) => [called, String(used), String(left)])).toEqual([
      ["day 2020-01-01", "30.00", "0.00"],
      ["day 2020-02-01", "30.00", "0.00"],
    ]);
    expect(year([care("c", "2020-03-01", "1", { facts: { covered: false } })]).accounts).toEqual([]);
  });

  it("say where their limit was amended", () => {
    const amended = amend(policy, { terms: { limit: "50" } });
    expect(year([care("a", "2020-01-01", "60")], { policy: amended }).accounts).toMatchObject([
      { limit: yuan(50), amended: true },
    ]);
  });

  it("hold what happened before, in the window of the first row that counts, and no more than their limit", () => {
    const before = { usedBefore: "99.99" };
    expect(told([care("a", "2020-01-01", "1")], {}, before)).toEqual(["a 0.01"]);
    const withdrawn = care("w", "2020-01-01", "1", { withdrawn: true });
    const daily = { readings: { span: "day" } };
    expect(told([withdrawn, care("a", "2020-01-02", "30")], daily, { usedBefore: "29" })).toEqual(["w 0.00", "a 1.00"]);
    expect(issues(input([care("a", "2020-01-01", "1")], { usedBefore: "100" }))).toEqual([]);
    expect(issues(input([care("a", "2020-01-01", "1")], { usedBefore: "100.01" }))).toEqual(["opening OUT_OF_RANGE"]);
  });
});

describe("open rows", () => {
  const open = { facts: { covered: null } };

  it("make rows after them that share a limit provisional, and no others", () => {
    const claims = [
      care("a", "2020-01-01", "1"),
      care("b", "2020-01-02", "1", open),
      care("c", "2020-01-03", "1"),
      row("gift", "d", "2020-01-04"),
    ];
    expect(told(claims)).toEqual(["a 1.00", "b null", "c 1.00 ?", "d 5.00"]);
    expect(told(claims, { readings: { span: "day" } })).toEqual(["a 1.00", "b null", "c 1.00", "d 5.00"]);
  });

  it("make rows after them that share what is paid once provisional; what is not covered stays so", () => {
    expect(
      told([row("gift", "a", "2020-01-01", open), row("gift", "b", "2020-01-02"), row("gift", "c", "2020-01-03")]),
    ).toEqual(["a null", "b 5.00 ?", "c 0.00"]);
  });

  it("without a day touch nothing", () => {
    expect(told([care("a", undefined, "1", open), care("b", "2020-01-01", "1")])).toEqual(["b 1.00", "a null"]);
  });
});

describe("a death", () => {
  it.each([
    ["2020-05-01", "1.00"],
    ["2020-05-02", "0.00"],
  ])("on 2020-05-01 leaves a row of %s %s", (on, entitled) => {
    expect(told([row("death", "d", "2020-05-01"), care("x", on, "1")])).toContain(`x ${entitled}`);
  });

  it("of two the earlier stands; on one day the first id; of one happening both say the same", () => {
    expect(told([row("death", "a", "2020-05-02"), row("death", "b", "2020-05-01")])).toEqual(["b 50.00", "a 0.00"]);
    expect(told([row("death", "b", "2020-05-01"), row("death", "a", "2020-05-01")])).toEqual(["a 50.00", "b 0.00"]);
    const facts = { called: "fire" };
    expect(told([row("death", "b", "2020-05-01", { facts }), row("death", "a", "2020-05-01", { facts })])).toEqual([
      "a 50.00",
      "b 50.00",
    ]);
  });

  it("later than its event moves what it stops", () => {
    const claims = [
      row("death", "a", "2020-05-01", { diedOn: "2020-05-03" }),
      care("b", "2020-05-03", "1"),
      care("c", "2020-05-04", "1"),
      row("death", "e", "2020-05-02"),
    ];
    // The other death is the earlier one.
    expect(told(claims)).toEqual(["a 0.00", "e 50.00", "b 0.00", "c 0.00"]);
    expect(told(claims.slice(0, 3))).toEqual(["a 50.00", "b 1.00", "c 0.00"]);
  });

  it("that is not covered, withdrawn or open stops nothing; after an open one all is provisional", () => {
    const after = [care("x", "2020-05-01", "1"), care("y", "2020-05-02", "1")];
    expect(told([row("death", "d", "2020-05-01", { facts: { covered: false } }), ...after])).toEqual([
      "d 0.00",
      "x 1.00",
      "y 1.00",
    ]);
    expect(told([row("death", "d", "2020-05-01", { withdrawn: true }), ...after])).toEqual([
      "d 0.00",
      "x 1.00",
      "y 1.00",
    ]);
    expect(told([row("death", "d", "2020-05-01", { facts: { covered: null } }), ...after])).toEqual([
      "d null",
      "x 1.00",
      "y 1.00 ?",
    ]);
  });

  it("says whose claim states it and what would change it", () => {
    const check = (more: Partial<Row>) =>
      year([
        row("death", "d", "2020-05-01", more),
        care("x", "2020-05-09", "1"),
      ]).entries[1]?.assessment.eligibility.checks.at(-1);
    expect(check({})).toMatchObject({
      code: "alive",
      missing: ["diedOn"],
      text: {
        zh: "事件发生时在世：不符合（理赔“d”：2020-05-01身故；另有身故日期的，请在该笔填写）",
        en: 'Alive when it happened: not met (claim "d": died on 2020-05-01; if on another day, state it there)',
      },
    });
    expect(check({ diedOn: "2020-05-02" })).toMatchObject({
      code: "alive",
      missing: [],
      text: {
        zh: "事件发生时在世：不符合（理赔“d”：2020-05-02身故）",
        en: 'Alive when it happened: not met (claim "d": died on 2020-05-02)',
      },
    });
  });
});

describe("readings", () => {
  it("are those that the year turns on", () => {
    expect(year([]).readings).toEqual({});
    expect(year([row("gift", "a", "2020-01-01")]).readings).toEqual({});
    expect(year([care("a", "2020-01-01", "1")]).readings).toEqual({ span: "year" });
  });
});

describe("what is refused", () => {
  it.each<[string, object, string[]]>([
    ["an id twice", input([care("a", "2020-01-01", "1"), care("a", "2020-01-02", "1")]), ["claims.1.id CONFLICT"]],
    [
      "rows of one name on two days",
      input([
        care("a", "2020-01-01", "1", { facts: { called: "x" } }),
        care("b", "2020-01-02", "1", { facts: { called: "x" } }),
      ]),
      ["claims.1.facts CONFLICT"],
    ],
    [
      "a day of death where none is stated",
      input([care("a", "2020-01-01", "1", { diedOn: "2020-01-01" })]),
      ["claims.0.diedOn CONFLICT"],
    ],
    [
      "a death before its event",
      input([row("death", "a", "2020-01-02", { diedOn: "2020-01-01" })]),
      ["claims.0.diedOn CONFLICT"],
    ],
    ["a problem of the row's own loss", input([care("a", "2020-01-01", "999")]), ["claims.0.loss.costs CONFLICT"]],
    [
      "a problem of what holds for the person",
      input([care("a", "2020-01-01", "1")], { member: false }),
      ["member CONFLICT"],
    ],
    [
      "what the ledger derives",
      input([care("a", "2020-01-01", "1"), { ...care("b", "2020-01-01", "1"), loss: { usedBefore: "1" } } as Row]),
      ["claims.1.loss.usedBefore UNKNOWN_FIELD"],
    ],
    ["no person, no claims", {}, ["person MISSING", "member MISSING", "claims MISSING"]],
  ])("%s", (_, given, expected) => {
    expect(issues(given)).toEqual(expected);
  });

  it("a withdrawn row may lie on another day", () => {
    const facts = { called: "x" };
    expect(
      issues(
        input([care("a", "2020-01-01", "1", { facts }), care("b", "2020-01-02", "1", { facts, withdrawn: true })]),
      ),
    ).toEqual([]);
  });
});

it("a year in words: claims, notes, limits, what is due", () => {
  const result = year([
    care("a", "2020-01-01", "60", { paid: "70" }),
    care("b", "2020-01-02", "1", { facts: { covered: null } }),
    care("c", "2020-01-03", "60"),
    care("d", "2020-01-04", "1"),
    care("e", "2020-01-05", "1", { withdrawn: true }),
    row("death", "f", "2020-02-01"),
    row("gift", "g", "2020-02-02"),
  ]);
  expect(explain(result, { rules: [assessPerson] })).toMatchInlineSnapshot(`
    "试 试〔2020〕1号
    个人年度台账：“P1”
    各笔理赔（元）（合计不含待定的理赔，其已赔付计入）
      编号  日期        险种  资格      应得  已赔付  应补付   多付
      “a”   2020-01-01  医疗  符合     60.00   70.00    0.00  10.00
      “b”   2020-01-02  医疗  待查明    待定    0.00    待定   待定
      “c”   2020-01-03  医疗  符合     40.00    0.00   40.00   0.00
      “d”   2020-01-04  医疗  符合      0.00    0.00    0.00   0.00
      “e”   2020-01-05  医疗  已撤回    0.00    0.00    0.00   0.00
      “f”   2020-02-01  身故  符合     50.00    0.00   50.00   0.00
      “g”   2020-02-02  礼金  不符合    0.00    0.00    0.00   0.00
      合计                            150.00   70.00   90.00  10.00
    结论：承保机构应补付 90.00 元；多付 10.00 元，不相抵；1 笔待定
    逐笔说明
      “a”：用去年度限额 60.00，剩余 40.00
      “b”
      [?]  一  属于保障范围：待查明（尚缺：是否属于）
      “c”：用去年度限额 40.00，剩余 0.00；暂定：此前有待定的理赔，其结果可能改变本笔
      “d”：不增加应得金额（年度限额已用完 0.00）；暂定：此前有待定的理赔，其结果可能改变本笔
      “g”
      [-]  四  事件发生时在世：不符合（理赔“f”：2020-02-01身故；另有身故日期的，请在该笔填写）
    限额（元）
      险种  限额      起          止            最高    已用  剩余
      医疗  年度限额  2020-01-01  2020-12-31  100.00  100.00  0.00  二
    条文解读
      二  限额按什么累计：年（默认）"
  `);
  expect(explain(result, { rules: [assessPerson], locale: "en" })).toMatchInlineSnapshot(`
    "Test 试〔2020〕1号
    The year of: "P1"
    Claims (yuan) (totals leave out open claims, but not what was paid for them)
      Id     Day         Cover  Eligibility         Entitled   Paid    Due  Overpaid
      "a"    2020-01-01  Care   eligible               60.00  70.00   0.00     10.00
      "b"    2020-01-02  Care   not determined yet      open   0.00   open      open
      "c"    2020-01-03  Care   eligible               40.00   0.00  40.00      0.00
      "d"    2020-01-04  Care   eligible                0.00   0.00   0.00      0.00
      "e"    2020-01-05  Care   withdrawn               0.00   0.00   0.00      0.00
      "f"    2020-02-01  Death  eligible               50.00   0.00  50.00      0.00
      "g"    2020-02-02  Gift   not eligible            0.00   0.00   0.00      0.00
      Total                                           150.00  70.00  90.00     10.00
    Result: due from the insurer 90.00 yuan; overpaid 10.00 yuan, not set off; open claims: 1
    Claim by claim
      "a": used 60.00 of the annual limit, 40.00 left
      "b"
      [?]  一  Covered: not known yet (missing: Whether covered)
      "c": used 40.00 of the annual limit, 0.00 left; provisional: a claim before it is open and may change it
      "d": adds nothing to what is due (annual limit used up: 0.00); provisional: a claim before it is open and may change it
      "g"
      [-]  四  Alive when it happened: not met (claim "f": died on 2020-02-01; if on another day, state it there)
    Limits (yuan)
      Cover  Limit         From        To          At most    Used  Left
      Care   Annual limit  2020-01-01  2020-12-31   100.00  100.00  0.00  二
    Readings
      二  Over what the limit holds: a year (default)"
  `);
});

// A model of commands ---------------------------------------------------------------------------------------------------

interface Filed {
  readonly on: string;
  readonly costs: number;
  readonly paid: number;
  readonly withdrawn: boolean;
}
type Model = Map<string, Filed>;
interface Desk {
  rows: Row[];
}
const rowOf = (id: string, { on, costs, paid, withdrawn }: Filed): Row =>
  care(id, on, fen(costs).toString(), { paid: fen(paid).toString(), withdrawn });

/** The fold by hand: each file takes what is left, in the order of days and ids. */
function expectYear(model: Model, { rows }: Desk): void {
  let left = 10_000;
  const order = [...model].sort(([one, { on: first }], [other, { on: second }]) =>
    `${first} ${one}` < `${second} ${other}` ? -1 : 1,
  );
  const expected = order.map(([id, { costs, paid, withdrawn }]) => {
    const entitled = withdrawn ? 0 : Math.min(costs, left);
    left -= entitled;
    return [id, entitled, Math.max(entitled - paid, 0), Math.max(paid - entitled, 0)];
  });
  const { entries } = year(rows);
  expect(entries.map(({ id, entitled, due, overpaid }) => [id, entitled?.fen, due?.fen, overpaid?.fen])).toEqual(
    expected,
  );
}

const command = (title: string, change: (model: Model, desk: Desk) => void): Command<Model, Desk> => ({
  check: () => true,
  run(model, desk) {
    change(model, desk);
    expectYear(model, desk);
  },
  toString: () => title,
});
const changed = (id: string, change: Partial<Filed>) => (model: Model, desk: Desk) => {
  const known = model.get(id);
  if (known === undefined) return;
  const next = { ...known, ...change };
  model.set(id, next);
  desk.rows = desk.rows.map((each) => (each.id === id ? rowOf(id, next) : each));
};

it("a desk that files, pays, withdraws, corrects and reorders finds no other state than the fold by hand", () => {
  const id = fc.constantFrom("a", "b1", "B2", "B10", "乙");
  const filed = fc.record({
    on: fc.constantFrom("2020-01-01", "2020-01-02", "2020-12-31"),
    costs: fc.integer({ min: 0, max: 12_000 }),
  });
  const commands = [
    fc.tuple(id, filed).map(([each, what]) =>
      command(`file ${each}`, (model, desk) => {
        if (model.has(each)) return;
        const whole = { ...what, paid: 0, withdrawn: false };
        model.set(each, whole);
        desk.rows = [...desk.rows, rowOf(each, whole)];
      }),
    ),
    fc
      .tuple(id, fc.integer({ min: 0, max: 12_000 }))
      .map(([each, paid]) => command(`pay ${each}`, changed(each, { paid }))),
    id.map((each) => command(`withdraw ${each}`, changed(each, { withdrawn: true }))),
    fc.tuple(id, filed).map(([each, what]) => command(`correct ${each}`, changed(each, what))),
    fc.constant(
      command("reorder", (_, desk) => {
        desk.rows = [...desk.rows].reverse();
      }),
    ),
  ];
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 20 }), (run) => {
      fc.modelRun(() => ({ model: new Map<string, Filed>(), real: { rows: [] } }), run);
    }),
  );
});
