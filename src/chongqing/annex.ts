import { frozen } from "../core/frozen.js";

// 附件 Insurers and their service areas -------------------------------------------------------------------------------

/**
 * 一个服务地点。
 * A service area: its name in the annex, and its GB/T 2260 code and full name where it has them.
 */
export interface Area {
  readonly name: string;
  readonly code?: string;
  /** The full name, where the annex shortens it. */
  readonly fullName?: string;
  /** For a zone without a code: the codes of the districts it lies in. */
  readonly within?: readonly string[];
}

/**
 * 一家承保保险公司及其服务对象。
 * An insurer and whom it serves.
 */
export interface Insurer {
  readonly name: string;
  readonly areas: readonly Area[];
  /** Municipal institutions that it serves. */
  readonly institutions: readonly string[];
  /** What the annex calls those institutions together. */
  readonly groups?: readonly string[];
}

const area = (name: string, code: string, fullName?: string): Area => ({
  name,
  code,
  ...(fullName !== undefined && { fullName }),
});

/**
 * 附件：五家承保保险公司及服务地点。
 * 附件: the five insurers. Codes are those of GB/T 2260 (April 2019).
 */
export const insurers: readonly Insurer[] = frozen([
  {
    name: "中国人民财产保险股份有限公司重庆市分公司",
    areas: [
      area("渝中区", "500103"),
      area("北碚区", "500109"),
      area("万州区", "500101"),
      area("开州区", "500154"),
      area("合川区", "500117"),
      area("酉阳县", "500242", "酉阳土家族苗族自治县"),
      area("石柱县", "500240", "石柱土家族自治县"),
      area("南川区", "500119"),
      area("城口县", "500229"),
      area("永川区", "500118"),
    ],
    institutions: [
      "重庆市儿童福利院",
      "重庆市儿童爱心庄园",
      "重庆市第一社会福利院",
      "重庆市第二社会福利院",
      "重庆市第三社会福利院",
      "重庆市革命伤残军人康复医院",
    ],
    groups: ["市民政局相关直属单位", "市退役军人事务局直属单位"],
  },
  {
    name: "安诚财产保险股份有限公司重庆分公司",
    areas: [
      area("渝北区", "500112"),
      { name: "两江新区", within: ["500105", "500112", "500109"] },
      area("江北区", "500105"),
      area("云阳县", "500235"),
      area("江津区", "500116"),
      area("奉节县", "500236"),
      area("潼南区", "500152"),
      area("丰都县", "500230"),
      area("秀山县", "500241", "秀山土家族苗族自治县"),
    ],
    institutions: [],
  },
  {
    name: "中国人寿保险股份有限公司重庆市分公司",
    areas: [
      area("大渡口区", "500104"),
      area("黔江区", "500114"),
      area("涪陵区", "500102"),
      area("铜梁区", "500151"),
      area("綦江区", "500110"),
      { name: "万盛经开区", fullName: "万盛经济技术开发区", within: ["500110"] },
      area("忠县", "500233"),
    ],
    institutions: [],
  },
  {
    name: "中国大地财产保险股份有限公司重庆分公司",
    areas: [
      area("南岸区", "500108"),
      area("九龙坡区", "500107"),
      area("大足区", "500111"),
      area("长寿区", "500115"),
      area("巫溪县", "500238"),
      area("彭水县", "500243", "彭水苗族土家族自治县"),
      area("武隆区", "500156"),
      { name: "重庆高新区", fullName: "重庆高新技术产业开发区", within: ["500107", "500106"] },
    ],
    institutions: [],
  },
  {
    name: "中华联合财产保险股份有限公司重庆分公司",
    areas: [
      area("沙坪坝区", "500106"),
      area("巴南区", "500113"),
      area("梁平区", "500155"),
      area("垫江县", "500231"),
      area("荣昌区", "500153"),
      area("璧山区", "500120"),
      area("巫山县", "500237"),
    ],
    institutions: [],
  },
]);
