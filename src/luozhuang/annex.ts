import { badArgument } from "../core/errors.js";
import { frozen } from "../core/frozen.js";

// 三(一)第9段 Designated institutions -----------------------------------------------------------------------------------

/** 三(一)第9段: the designated institutions, as the plan names them; 市 in a name is 临沂市. */
export const designatedInstitutions = frozen({
  /** Named by the district. */
  district: [
    "罗庄区人民医院",
    "罗庄区人民医院南医疗区",
    "罗庄中心医院",
    "罗庄办事处卫生院",
    "付庄中心卫生院",
    "盛庄办事处卫生院",
    "册山中心卫生院",
    "高都办事处卫生院",
    "沂堂镇卫生院",
    "褚墩中心卫生院",
    "黄山镇卫生院",
    "双月湖卫生院",
    "汤庄卫生院",
  ],
  /** Named by the city. */
  city: [
    "市人民医院",
    "市中心医院",
    "市中医医院",
    "市妇女儿童医院",
    "市肿瘤医院",
    "市精神卫生中心",
    "鲁南眼科医院",
    "市荣军医院",
  ],
});

/** The city that 市 stands for in those names. */
const cityName = "临沂";

const known: ReadonlySet<string> = new Set(
  [...designatedInstitutions.district, ...designatedInstitutions.city].flatMap((name) =>
    name.startsWith("市") ? [name, cityName + name] : [name],
  ),
);

/**
 * 医疗机构是否列入本方案的健康扶贫定点医疗机构名单。
 * Whether an institution is on the plan's list of designated institutions (三(一)第9段). An institution is known by the name the plan
 * gives it, and the city's own also with 临沂 in front; any other spelling is not on the list, so let people choose from
 * `designatedInstitutions`.
 *
 * @param name - The institution's Chinese name.
 * @returns Whether it is on the list.
 * @throws PolicyInputError for anything but a text.
 * @example
 * ```ts
 * isDesignated("罗庄中心医院"); // true
 * isDesignated("临沂市人民医院"); // true
 * isDesignated("某私立医院"); // false
 * ```
 */
export function isDesignated(name: string): boolean {
  if (typeof name === "string") return known.has(name);
  throw badArgument("WRONG_TYPE", "应为医疗机构名称", "expected an institution's name", name);
}
