import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amend, yuan, zhumadian } from "huimin-rules";
import { law } from "../law.js";

const { divisions, policy, premium, premiumByCounty } = zhumadian;

describe("二(一)2 premium", () => {
  it.each([
    [0, "0.00"],
    [1, "1.00"],
    [8_017_100, "8017100.00"],
  ])("%i registered people pay %s", (registeredPopulation, amount) => {
    expect(premium({ registeredPopulation }).amount.toString()).toBe(amount);
  });

  it.each([
    [{}, "registeredPopulation"],
    [{ registeredPopulation: -1 }, "registeredPopulation"],
    [{ registeredPopulation: 0.5 }, "registeredPopulation"],
    [{ registeredPopulation: "8017100" }, "registeredPopulation"],
  ])("%j is refused", (input, field) => {
    expect(premium.safe(input)).toMatchObject({ ok: false, error: { issues: [{ path: [field] }] } });
  });

  it("a sum beyond the exact range is refused", () => {
    expect(premium.safe({ registeredPopulation: Number.MAX_SAFE_INTEGER })).toMatchObject({
      ok: false,
      error: { name: "PolicyInputError" },
    });
  });
});

describe("二(一)2 premium by county", () => {
  it("each county pays for its own", () => {
    const { amount, counties, lines } = premiumByCounty({
      counties: [
        { division: "411721", registeredPopulation: 870000 },
        { division: "411702", registeredPopulation: 650001 },
        { division: "411771", registeredPopulation: 7 }, // a zone with a code of its own
      ],
    });
    expect(String(amount)).toBe("1520008.00");
    expect(counties.map(({ division, amount: each }) => [division, String(each)])).toEqual([
      ["411721", "870000.00"],
      ["411702", "650001.00"],
      ["411771", "7.00"],
    ]);
    expect(lines.map(({ label, operation }) => [label.zh, operation])).toEqual([
      ["西平县保费（元/人·年）", "multiply"],
      ["驿城区保费（元/人·年）", "multiply"],
      ["经济开发区保费（元/人·年）", "multiply"],
      ["应缴保费", "benefit"],
    ]);
  });

  it("takes all nine districts and counties, and not Xincai", () => {
    const codes = Object.keys(divisions).filter((division) => division !== "411729");
    expect(codes).toHaveLength(9);
    const counties = codes.map((division) => ({ division, registeredPopulation: 1 }));
    expect(String(premiumByCounty({ counties }).amount)).toBe("9.00");
  });

  it("takes the zones by name, the first also by its code of statistics, and each once", () => {
    const named = (...codes: string[]) =>
      premiumByCounty.safe({ counties: codes.map((division) => ({ division, registeredPopulation: 2 })) });
    const zones = named("经济开发区", "城乡一体化示范区", "高新技术产业开发区");
    expect(zones.ok && String(zones.value.amount)).toBe("6.00");
    for (const codes of [
      ["411771", "经济开发区"],
      ["城乡一体化示范区", "城乡一体化示范区"],
    ]) {
      expect(named(...codes)).toMatchObject({
        ok: false,
        error: { issues: [{ path: ["counties", 1, "division"], code: "CONFLICT" }] },
      });
    }
  });

  it.each([
    ["412801", "411702", "驿城区"],
    ["412821", "411725", "确山县"],
    ["412822", "411726", "泌阳县"],
    ["412823", "411728", "遂平县"],
    ["412824", "411721", "西平县"],
    ["412825", "411722", "上蔡县"],
    ["412826", "411727", "汝南县"],
    ["412827", "411723", "平舆县"],
    ["412828", "411729", "新蔡县"],
    ["412829", "411724", "正阳县"],
  ])("the former code %s is refused with the present one, %s %s", (division, present, name) => {
    const outcome = premiumByCounty.safe({ counties: [{ division, registeredPopulation: 1 }] });
    expect(outcome.ok ? "" : outcome.error.issues[0]?.message.zh).toContain(`是旧代码，${name}现为 ${present}`);
  });

  it.each(["411701", "411730", "411772", "412802", "411703"])("%s is on no list of the city", (division) => {
    expect(premiumByCounty.safe({ counties: [{ division, registeredPopulation: 1 }] })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["counties", 0, "division"], code: "UNKNOWN_CHOICE" }] },
    });
  });

  it.each([
    [[], [["counties"]]],
    [[{ division: "411729", registeredPopulation: 1 }], [["counties", 0, "division"]]],
    [[{ division: "411700", registeredPopulation: 1 }], [["counties", 0, "division"]]],
    [[{ division: "410000", registeredPopulation: 1 }], [["counties", 0, "division"]]],
    [[{ division: "410102", registeredPopulation: 1 }], [["counties", 0, "division"]]],
    [[{ division: "西平县", registeredPopulation: 1 }], [["counties", 0, "division"]]],
    [
      [
        { division: "411721", registeredPopulation: 1 },
        { division: "411721", registeredPopulation: -1 },
      ],
      [
        ["counties", 1, "registeredPopulation"],
        ["counties", 1, "division"],
      ],
    ],
    [
      [{ registeredPopulation: 1 }, { division: "411722" }, null],
      [
        ["counties", 0, "division"],
        ["counties", 1, "registeredPopulation"],
        ["counties", 2],
      ],
    ],
  ])("%j is refused with every path", (counties, paths) => {
    const outcome = premiumByCounty.safe({ counties });
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(outcome.error.issues.map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    [["411700"], 0, "UNKNOWN_CHOICE"], // the whole city
    [["41172"], 0, "UNKNOWN_CHOICE"],
    [["411729"], 0, "OUT_OF_RANGE"],
    [["410102"], 0, "OUT_OF_RANGE"],
    [["411721", "411722", "411721"], 2, "CONFLICT"],
  ])("%j: number %i is refused as %s", (codes, index, code) => {
    const counties = codes.map((division) => ({ division, registeredPopulation: 1 }));
    expect(premiumByCounty.safe({ counties })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["counties", index, "division"], code }] },
    });
  });

  it("what is no county of the project is told which ones are left out, each by name", () => {
    const fewer = { policy: amend(policy, { terms: { insured: { excludedDivisions: ["411729", "411728"] } } }) };
    const outcome = premiumByCounty.safe({ counties: [{ division: "411728", registeredPopulation: 1 }] }, fewer);
    const { zh, en } = outcome.ok ? {} : (outcome.error.issues[0]?.message ?? {});
    expect([zh, en]).toEqual([
      expect.stringContaining("不属于本项目的县区（不含新蔡县、遂平县）"),
      expect.stringContaining("not a county of the project (without Xincai, Suiping)"),
    ]);
  });

  it("a contract's premium applies, and the line says so", () => {
    const dearer = amend(policy, { terms: { insured: { premium: yuan(2) } } });
    const counties = [{ division: "411721", registeredPopulation: 3 }];
    const { amount, lines } = premiumByCounty({ counties }, { policy: dearer });
    expect([String(amount), lines[0]?.amended]).toEqual(["6.00", true]);
  });

  const population = fc.integer({ min: 0, max: 2_000_000 });

  law("二(一)2 the counties add up to the city", [population, population, population], (a, b, c) => {
    const counties = [a, b, c].map((registeredPopulation, index) => ({
      division: ["411702", "411721", "411722"][index] ?? "",
      registeredPopulation,
    }));
    const whole = premium({ registeredPopulation: a + b + c }).amount.fen;
    expect(premiumByCounty({ counties }).amount.fen).toBe(whole);
  });
});
