import { describe, expect, it } from "vitest";
import { amend, percent, zhumadian, type Amendment, type PolicyInputError } from "huimin-rules";

const { norms, policy } = zhumadian;

describe("驻政办〔2019〕66号", () => {
  it("accounts for every numbered clause of the plan", () => {
    const numbered = ["一(一)", "一(二)", "二(一)1", "二(一)2", "二(二)", "二(三)", "三", "五", "六"];
    for (const item of [1, 2, 3, 4, 5, 6, 7]) numbered.push(`二(二)${item}`);
    for (const item of "一二三四五六七") numbered.push(`三(${item})`);
    for (const item of "一二三") numbered.push(`四(${item})`);
    for (const item of "一二三四") numbered.push(`六(${item})`);
    for (const item of "一二三四五") numbered.push(`七(${item})`);
    numbered.push("六(一)1-6", "六(二)1-4", "六(三)1", "六(三)2", "六(三)3", "六(四)1-4");
    const listed = new Set(norms.map(({ path }) => path));
    expect(numbered.filter((path) => !listed.has(path))).toEqual([]);
  });

  it("every reading has its default among its choices, alternatives, and a reason", () => {
    expect(
      Object.fromEntries(
        Object.entries(policy.readings).map(([name, { default: usual, choices }]) => [
          name,
          [usual, ...Object.keys(choices).filter((choice) => choice !== usual)],
        ]),
      ),
    ).toEqual({
      hardshipAboveThousand: ["flat800", "halfUpTo800"],
      exactlyOneThousand: ["half", "flat800"],
      hardshipGroups: ["document", "asImplemented"],
      goodSamaritanAward: ["cumulative", "withinLimit"],
      disabilityWithoutScale: ["byScale", "fullLimit"],
      propertyAlone: ["paid", "onlyWithCasualty"],
      multipleCovers: ["cumulative", "highest"],
      personScope: ["registered", "orInTerritory"],
      exactlyTenThousand: ["threeDays", "sevenDays"],
      nextDay: ["calendarDay", "workingDay"],
      insurerShareOfExcess: ["percentOfPremium", "percentOfBreakEven", "percentOfExcess"],
      ageReachedOn: ["birthday", "dayAfter"],
    });
  });

  it("carries the document's own data", () => {
    expect(policy.document).toEqual({
      number: "驻政办〔2019〕66号",
      title: { zh: "驻马店市“一元民生”救助保险项目实施方案", en: expect.any(String) as string },
      issuers: ["驻马店市人民政府办公室"],
      issuedOn: "2019-05-29",
      inForce: { from: "2019-05-29", to: "2020-06-30" },
      area: { codes: ["4117"], without: ["411729"] },
    });
  });

  it("五 the profit limit is data: with the break-even line it makes the whole premium", () => {
    const { profitLimit, breakEven } = policy.terms.settlement;
    expect([profitLimit.value, breakEven.value].map(String)).toEqual(["0.15", "0.85"]);
  });

  it("六 the task calendar: 17 items in 4 areas, with their months", () => {
    const { areas, items, ...calendar } = policy.terms.tasks;
    const months = Object.values(calendar).map((area) => [
      area.items.value,
      "from" in area ? area.from.value : null,
      area.until.value,
    ]);
    expect(months).toEqual([
      [6, null, "2019-06"],
      [4, "2019-06", "2020-06"],
      [3, "2019-06", "2020-06"],
      [4, "2019-07", "2020-06"],
    ]);
    expect(areas.value).toBe(4);
    expect(items.value).toBe(17);
  });

  it("no question and no choice of a reading names a number of a term, which may be amended", () => {
    const words = Object.values(policy.readings).flatMap(({ question, choices }) =>
      [question, ...Object.values(choices)].flatMap(({ zh, en }) => [zh, en]),
    );
    expect(words.filter((each) => /\d|[五六八十]类|[万千]元/.test(each.replaceAll("2020", "")))).toEqual([]);
  });

  it.each<[Amendment<typeof policy.terms>, string[]]>([
    [{ insured: { cityCode: "4116" } }, ["insured", "excludedDivisions"]],
    [{ insured: { cityCode: "41172", excludedDivisions: ["411729", "411702"] } }, ["insured", "excludedDivisions"]],
    [{ insured: { contractYears: 0 } }, ["insured", "contractYears"]],
    [{ disabilityScale: ["0.5", "0.6"] }, ["disabilityScale"]],
    [{ disabilityScale: ["0.6", "0.5", "0.50000001"] }, ["disabilityScale"]],
    [{ hardshipIllness: { limitAbove: "499.99" } }, ["hardshipIllness", "limitAbove"]],
    [{ hardshipIllness: { step: "1600.02" } }, ["hardshipIllness", "limitAbove"]],
    [{ deadlines: { step: "100000.01" } }, ["deadlines", "step"]],
    [{ deadlines: { hardshipFile: 2 } }, ["deadlines", "hardshipFile"]],
    [{ tasks: { publicity: { until: "2019-05" } } }, ["tasks", "publicity"]],
    [{ tasks: { training: { from: "June" } } }, ["tasks", "training"]],
    [{ tasks: { training: { from: "2019" } } }, ["tasks", "training"]], // sorts before its end, but is no month
    [{ tasks: { evaluation: { until: "soon" } } }, ["tasks", "evaluation"]], // sorts after its beginning, but is no month
    [{ tasks: { items: 18 } }, ["tasks", "items"]],
  ])("terms that contradict each other are refused: %j", (terms, path) => {
    let error: PolicyInputError | undefined;
    try {
      amend(policy, { terms });
    } catch (thrown) {
      error = thrown as PolicyInputError;
    }
    expect(error).toMatchObject({
      code: "INVALID_AMENDMENT",
      issues: [{ path: ["terms", ...path], code: "CONFLICT" }],
    });
  });

  it("terms at the edge of what goes together are taken", () => {
    const terms = {
      insured: { excludedDivisions: ["411729", "411728"], contractYears: 1 },
      disabilityScale: ["0.5", "0.5"],
      hardshipIllness: { limitAbove: 500 },
      deadlines: { step: 100000, hardshipFile: 1 },
      tasks: { publicity: { until: "2019-06" } },
    };
    expect(amend(policy, { terms }).terms.deadlines.step.amended).toBe(true);
  });

  it("不少于: a least number can only be raised", () => {
    expect(() => amend(policy, { terms: { targets: { meetings: 29 } } })).toThrow("30");
    expect(() => amend(policy, { terms: { targets: { trainingsByQuarter: 0 } } })).toThrow("不得低于");
    expect(() => amend(policy, { terms: { targets: { awarenessRate: percent("69.99") } } })).toThrow("不得低于 0.7");
    expect(
      String(amend(policy, { terms: { targets: { awarenessRate: percent(71) } } }).terms.targets.awarenessRate.value),
    ).toBe("0.71");
    expect(amend(policy, { terms: { targets: { meetings: 31 } } }).terms.targets.meetings.value).toBe(31);
  });
});
