import { describe, expect, it } from "vitest";
import { amend, percent, zhumadian, type Amendment, type PolicyInputError } from "huimin-rules";

const { norms, policy } = zhumadian;

/** The numbered items of a path: `六(一)1-6` stands for six. */
function pathsOf(path: string): string[] {
  const [, area = "", first, last] = /^(.*?)(\d+)-(\d+)$/.exec(path) ?? [];
  if (first === undefined) return [path];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${area}${Number(first) + index}`);
}

describe("驻政办〔2019〕66号", () => {
  it("accounts for every numbered clause of the plan", () => {
    const numbered = ["一(一)", "一(二)", "二(一)1", "二(一)2", "二(二)", "二(三)", "三", "五", "六"];
    for (const item of [1, 2, 3, 4, 5, 6, 7]) numbered.push(`二(二)${item}`);
    for (const item of "一二三四五六七") numbered.push(`三(${item})`);
    for (const item of "一二三") numbered.push(`四(${item})`);
    for (const item of "一二三四") numbered.push(`六(${item})`);
    for (const item of "一二三四五") numbered.push(`七(${item})`);
    const items = { "六(一)": 6, "六(二)": 4, "六(三)": 3, "六(四)": 4 };
    for (const [area, last] of Object.entries(items)) {
      for (let item = 1; item <= last; item += 1) numbered.push(`${area}${item}`);
    }
    const listed = new Set(norms.flatMap(({ path }) => pathsOf(path)));
    expect(numbered.filter((path) => !listed.has(path))).toEqual([]);
    expect([...listed].filter((path) => !numbered.includes(path) && !path.endsWith("(二)"))).toEqual([]);
  });

  it("every sentence of a part that has several is accounted for", () => {
    const sentences = (path: string) => norms.filter((each) => each.path === path).map(({ summary }) => summary.zh);
    const said = (path: string, ...words: readonly string[]) =>
      words.filter((word) => !sentences(path).some((sentence) => sentence.includes(word)));
    expect(said("一(一)", "户籍人口全覆盖", "无力解决的合理费用", "指导思想")).toEqual([]);
    expect(said("一(二)", "801.71万", "173", "11个", "30场次", "70%", "100%", "宣传册")).toEqual([]);
    expect(said("一(二)", "3个", "7个", "10个工作日", "岗（点）", "当日立案、次日赔付")).toEqual([]);
    expect(said("二(三)", "招标", "资质", "承诺", "承保方案", "生效", "保证金")).toEqual([]);
    expect(said("四(三)", "联合办公", "专线电话", "一次性告知", "一站式")).toEqual([]);
    expect(said("五", "保本微利", "15%", "再调整", "低于85%", "达到或超过85%", "自身原因")).toEqual([]);
    expect(said("六", "三个阶段", "4个方面17项")).toEqual([]);
    expect(said("六(一)", "中下旬前")).toEqual([]);
    expect([...said("六(四)1", "百分制"), ...said("六(四)2", "自评"), ...said("六(三)1", "备案")]).toEqual([]);
  });

  it("what is unspecified moves no result: nothing is assumed", () => {
    const { unspecified } = zhumadian;
    expect(Object.values(unspecified).filter(({ text }) => /默认|assumed/.test(text.zh + text.en))).toEqual([]);
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
      exactlyOneThousand: ["flat800", "half"],
      hardshipSpan: ["perStay", "perYear"],
      stayDay: ["admission", "discharge"],
      hardshipGroups: ["document", "asImplemented"],
      goodSamaritanAward: ["cumulative", "withinLimit"],
      unhurtHero: ["awarded", "casualtyOnly"],
      disabilityWithoutScale: ["byScale", "fullLimit"],
      propertyAlone: ["paid", "onlyWithCasualty"],
      fundPayments: ["notDeducted", "deducted"],
      limitSpan: ["perYear", "perEvent"],
      multipleCovers: ["costsOnce", "cumulative", "highest"],
      residence: ["registered", "alsoResident"],
      personScope: ["registered", "orInTerritory"],
      placeOfDeed: ["deed", "recognition"],
      contractEnds: ["dayBefore", "sameDay"],
      exactlyTenThousand: ["threeDays", "sevenDays"],
      nextDay: ["calendarDay", "workingDay"],
      sameDay: ["hardshipIllnessOnly", "allMedicalOfHardshipGroups"],
      refundOfSurplus: ["belowBreakEven", "wholeSurplus"],
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
      checkedOn: "2026-11-25",
      inForce: { from: "2019-05-29", to: "2020-06-30" },
      area: { codes: ["4117"], without: ["411729"] },
    });
  });

  it("五 the profit limit is data: with the break-even line it makes the whole premium", () => {
    const { profitLimit, breakEven } = policy.terms.settlement;
    expect([profitLimit.value, breakEven.value].map(String)).toEqual(["0.15", "0.85"]);
  });

  it("六 the task calendar: 17 items in 4 areas, with their months", () => {
    const { phases, areas, items, ...calendar } = policy.terms.tasks;
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
    expect(phases.value).toBe(3);
    expect(areas.value).toBe(4);
    expect(items.value).toBe(17);
  });

  it("no question and no choice of a reading names a number of a term, which may be amended", () => {
    const words = Object.values(policy.readings).flatMap(({ question, choices }) =>
      [question, ...Object.values(choices)].flatMap(({ zh, en }) => [zh, en]),
    );
    expect(
      words.filter((each) => /\d|[五六八十]类|[万千]元/.test(each.replace("材料001", "").replace("material 001", ""))),
    ).toEqual([]);
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
