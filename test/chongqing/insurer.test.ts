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

const ancheng = "安诚财产保险股份有限公司重庆分公司";
const dadi = "中国大地财产保险股份有限公司重庆分公司";
/** The zones of the annex without a code, by the districts that they lie in. */
const zonesOf: Record<string, { area: string; insurer: string }[]> = {
  江北区: [{ area: "两江新区", insurer: ancheng }],
  渝北区: [{ area: "两江新区", insurer: ancheng }],
  北碚区: [{ area: "两江新区", insurer: ancheng }],
  九龙坡区: [{ area: "重庆高新区", insurer: dadi }],
  沙坪坝区: [{ area: "重庆高新区", insurer: dadi }],
  綦江区: [{ area: "万盛经开区", insurer: "中国人寿保险股份有限公司重庆市分公司" }],
};

describe("附件 insurers and service areas", () => {
  it("five insurers, 41 areas, 6 institutions", () => {
    expect(insurers).toHaveLength(5);
    expect(insurers.flatMap(({ areas }) => areas)).toHaveLength(41);
    expect(insurers.flatMap(({ institutions }) => institutions)).toHaveLength(6);
  });

  it.each(Object.entries(annex))("%s serves its areas", (insurer, names) => {
    for (const area of names.split("、")) {
      const { basis, ...found } = insurerFor({ area });
      expect(found).toEqual({ insurer, area, overlappingZones: zonesOf[area] ?? [] });
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

  it.each(Object.entries(zonesOf))("%s, by name or code, may be a zone instead", (area, zones) => {
    const code = codes.find((each) => each.startsWith(area))?.slice(-6) ?? "";
    for (const wanted of [area, code, `${code}000000`, `重庆市${area}`]) {
      expect(insurerFor({ area: wanted }).overlappingZones).toEqual(zones);
    }
    for (const { area: zone, insurer } of zones) expect(insurerFor({ area: zone }).insurer).toBe(insurer);
  });

  it("the other districts hold no zone, and neither does a zone", () => {
    for (const each of codes) {
      const [area, code] = [each.slice(0, -6), each.slice(-6)];
      if (!(area in zonesOf)) expect(insurerFor({ area: code }).overlappingZones).toEqual([]);
    }
    for (const area of ["两江新区", "万盛经开区", "重庆高新区"])
      expect(insurerFor({ area }).overlappingZones).toEqual([]);
  });

  it.each([
    ["重庆市渝北区", "渝北区"],
    ["重庆渝北区", "渝北区"],
    ["渝北", "渝北区"],
    ["酉阳", "酉阳县"],
    ["酉阳自治县", "酉阳县"],
    ["重庆市酉阳土家族苗族自治县", "酉阳县"],
    ["忠县", "忠县"],
    ["重庆市忠县", "忠县"],
    ["500112000000", "渝北区"],
    ["500112001001", "渝北区"],
    ["高新区", "重庆高新区"],
    ["重庆高新技术产业开发区", "重庆高新区"],
    ["万盛经济技术开发区", "万盛经开区"],
    ["重庆两江新区", "两江新区"],
    ["儿童福利院", "重庆市儿童福利院"],
    ["市民政局相关直属单位", "市民政局相关直属单位"],
    ["重庆市民政局相关直属单位", "市民政局相关直属单位"],
    ["市退役军人事务局直属单位", "市退役军人事务局直属单位"],
  ])("%s is %s of the annex", (wanted, area) => {
    expect(insurerFor({ area: wanted }).area).toBe(area);
  });

  it.each(["市民政局相关直属单位", "市退役军人事务局直属单位"])("%s is the first insurer's", (area) => {
    expect(insurerFor({ area }).insurer).toBe("中国人民财产保险股份有限公司重庆市分公司");
  });

  it.each(["成都市", "500000", "", "忠", "渝北自治县", "510112", "5001120", "50011200", "__proto__"])(
    "%s is refused",
    (area) => {
      expect(insurerFor.safe({ area })).toMatchObject({ ok: false, error: { issues: [{ path: ["area"] }] } });
    },
  );

  it.each([
    ["渝北县", "渝北区"],
    ["渝此区", undefined], // as near to 渝中区 as to 渝北区
    ["綦江县", "綦江区"],
    ["垫讧县", "垫江县"],
    ["酉阳土家族县", "酉阳县"],
    ["万盛", "万盛经开区"],
    ["儿童福利", "重庆市儿童福利院"],
    ["成都市", undefined],
    ["510112", undefined],
  ])("%s is refused, and %s suggested", (area, meant) => {
    const outcome = insurerFor.safe({ area });
    if (outcome.ok) throw new Error("was not refused");
    const [issue] = outcome.error.issues;
    expect([issue?.path, issue?.code, issue?.meant]).toEqual([["area"], "UNKNOWN_CHOICE", meant]);
  });

  it("a name that is no text is refused as such", () => {
    expect(insurerFor.safe({ area: 500112 })).toMatchObject({
      ok: false,
      error: { issues: [{ path: ["area"], code: "WRONG_TYPE" }] },
    });
  });
});
