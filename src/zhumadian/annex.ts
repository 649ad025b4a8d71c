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
