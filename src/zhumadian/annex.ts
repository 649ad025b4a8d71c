import { frozen } from "../core/frozen.js";
import type { Vocabulary } from "../core/input.js";

/** 一(一): the city's districts and counties by GB/T 2260 code, 新蔡 among them, which the project leaves out. */
export const divisions = frozen({
  "411702": { zh: "驿城区", en: "Yicheng" },
  "411721": { zh: "西平县", en: "Xiping" },
  "411722": { zh: "上蔡县", en: "Shangcai" },
  "411723": { zh: "平舆县", en: "Pingyu" },
  "411724": { zh: "正阳县", en: "Zhengyang" },
  "411725": { zh: "确山县", en: "Queshan" },
  "411726": { zh: "泌阳县", en: "Biyang" },
  "411727": { zh: "汝南县", en: "Runan" },
  "411728": { zh: "遂平县", en: "Suiping" },
  "411729": { zh: "新蔡县", en: "Xincai" },
} satisfies Vocabulary);

/**
 * The zones that the plan is addressed to beside the counties. GB/T 2260 has no code for them, so they stand by name; statistics know
 * the first one by a code of its own.
 */
export const zones = frozen({
  经济开发区: { zh: "经济开发区", en: "Economic Development Zone" },
  城乡一体化示范区: { zh: "城乡一体化示范区", en: "Urban-Rural Integration Demonstration Zone" },
  高新技术产业开发区: { zh: "高新技术产业开发区", en: "High-tech Industrial Development Zone" },
} satisfies Vocabulary);

/** The code of statistics for a zone. */
export const zoneCodes = frozen({ "411771": "经济开发区" } satisfies Record<string, keyof typeof zones>);

/** The codes of the prefecture 驻马店地区, which the city replaced in 2000, with the present ones; old identity papers still show them. */
export const formerDivisions = frozen({
  "412801": "411702",
  "412821": "411725",
  "412822": "411726",
  "412823": "411728",
  "412824": "411721",
  "412825": "411722",
  "412826": "411727",
  "412827": "411723",
  "412828": "411729",
  "412829": "411724",
} satisfies Record<string, keyof typeof divisions>);

/** How the codes begin that all stand above, so that any other one is a mistake. */
export const listedCodes = frozen(["4117", "4128"]);
