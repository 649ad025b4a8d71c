import { describe, expect, it } from "vitest";
import { chongqing } from "huimin-rules";

const { insurerFor, insurers } = chongqing;

/** The annex, copied from the notice. */
const annex: Record<string, string> = {
  中国人民财产保险股份有限公司重庆市分公司:
    "渝中区、北碚区、万州区、开州区、合川区、酉阳县、石柱县、南川区、城口县、永川区、重庆市儿童福利院、重庆市儿童爱心庄园、重庆市第一社会福利院、重庆市第二社会福利院、重庆市第三社会福利院、重庆市革命伤残军人康复医院",
  安诚财产保险股份有限公司重庆分公司: "渝北区、两江新区、江北区、云阳县、江津区、奉节县、潼南区、丰都县、秀山县",
  中国人寿保险股份有限公司重庆市分公司: "大渡口区、黔江区、涪陵区、铜梁区、綦江区、万盛经开区、忠县",
  中国大地财产保险股份有限公司重庆分公司: "南岸区、九龙坡区、大足区、长寿区、巫溪县、彭水县、武隆区、重庆高新区",
  中华联合财产保险股份有限公司重庆分公司: "沙坪坝区、巴南区、梁平区、垫江县、荣昌区、璧山区、巫山县",
};

/** GB/T 2260 codes of April 2019, by the annex' names. */
const codes =
  "渝中区500103 北碚区500109 万州区500101 开州区500154 合川区500117 酉阳县500242 石柱县500240 南川区500119 城口县500229 永川区500118 渝北区500112 江北区500105 云阳县500235 江津区500116 奉节县500236 潼南区500152 丰都县500230 秀山县500241 大渡口区500104 黔江区500114 涪陵区500102 铜梁区500151 綦江区500110 忠县500233 南岸区500108 九龙坡区500107 大足区500111 长寿区500115 巫溪县500238 彭水县500243 武隆区500156 沙坪坝区500106 巴南区500113 梁平区500155 垫江县500231 荣昌区500153 璧山区500120 巫山县500237".split(
    " ",
  );

describe("附件 insurers and service areas", () => {
  it("five insurers, 41 areas, 6 institutions", () => {
    expect(insurers).toHaveLength(5);
    expect(insurers.flatMap(({ areas }) => areas)).toHaveLength(41);
    expect(insurers.flatMap(({ institutions }) => institutions)).toHaveLength(6);
  });

  it.each(Object.entries(annex))("%s serves its areas", (insurer, names) => {
    for (const area of names.split("、")) {
      const { basis, ...found } = insurerFor({ area });
      expect(found).toEqual({ insurer, area, overlappingZones: [] });
      expect(basis.rule).toBe("chongqing.insurerFor");
    }
  });

  it.each(codes.map((each) => [each.slice(0, -6), each.slice(-6)] as const))("%s is %s", (area, code) => {
    expect(insurerFor({ area: code })).toMatchObject({ area, insurer: insurerFor({ area }).insurer });
  });

  it("full names are known", () => {
    const full = ["酉阳土家族苗族自治县", "石柱土家族自治县", "秀山土家族苗族自治县", "彭水苗族土家族自治县"];
    expect(full.map((area) => insurerFor({ area }).area)).toEqual(["酉阳县", "石柱县", "秀山县", "彭水县"]);
  });

  it.each([
    ["500105", ["两江新区"]],
    ["500112", ["两江新区"]],
    ["500109", ["两江新区"]],
    ["500107", ["重庆高新区"]],
    ["500106", ["重庆高新区"]],
    ["500110", ["万盛经开区"]],
    ["500103", []],
  ])("code %s may be %j instead", (area, zones) => {
    const { overlappingZones } = insurerFor({ area });
    expect(overlappingZones.map(({ area: zone }) => zone)).toEqual(zones);
    for (const { area: zone, insurer } of overlappingZones) expect(insurerFor({ area: zone }).insurer).toBe(insurer);
  });

  it.each(["成都市", "500000", "", "渝中", "__proto__"])("%s is refused", (area) => {
    expect(insurerFor.safe({ area })).toMatchObject({ ok: false, error: { issues: [{ path: ["area"] }] } });
  });

  it("an area that is none of the annex is an unknown choice", () => {
    expect(insurerFor.safe({ area: "成都市" })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["area"], code: "UNKNOWN_CHOICE" }] },
    });
  });
});
