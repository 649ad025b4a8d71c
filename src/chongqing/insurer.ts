import { issueOf } from "../core/errors.js";
import { frozen } from "../core/frozen.js";
import { name, type InputOf } from "../core/fields.js";
import type { Field, Vocabulary } from "../core/input.js";
import { meantName } from "../core/meant.js";
import { listOf, plainText, shapeOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import type { Text } from "../core/text.js";
import { insurers, type Area } from "./annex.js";
import type { ChongqingPolicy } from "./policy.js";
import { rule } from "./programme.js";

/**
 * 某地的承保保险公司。
 * Who insures an area or institution.
 */
export interface InsurerFound {
  /** The insurer's full name. */
  readonly insurer: string;
  /** The area or institution as the annex names it. */
  readonly area: string;
  /** Zones without a code that lie (partly) in the district and have an insurer of their own in the annex. */
  readonly overlappingZones: readonly { readonly area: string; readonly insurer: string }[];
}

const insurerShape = shapeOf<InsurerFound>(
  {
    insurer: plainText("承保保险公司", "Insurer"),
    area: plainText("服务地点", "Service area"),
    overlappingZones: listOf(
      shapeOf<InsurerFound["overlappingZones"][number]>(
        { area: plainText("服务地点", "Service area"), insurer: plainText("承保保险公司", "Insurer") },
        "功能区",
        "Zone",
      ),
      "区内另有承保公司的功能区",
      "Zones within it that have an insurer of their own",
    ),
  },
  "承保保险公司",
  "Insurer",
);

const allAreas = insurers.flatMap((insurer) => insurer.areas.map((area) => ({ ...area, insurer: insurer.name })));

/** Every area with its insurer, in the order of the annex, and then what the annex names besides. */
export const areasInOrder = insurers.flatMap(({ name: insurer, areas, institutions, groups = [] }) =>
  [...areas.map(({ name: area }) => area), ...institutions, ...groups].map((area) => ({ area, insurer })),
);

/** A name without the city's: 重庆市渝北区 and 渝北区 are one, and so are 重庆高新区 and 高新区. */
const withinCity = (name: string) => name.replace(/^(?:重庆)?市?/, "");

/** A district or county without what it is: 渝北, 酉阳. 忠县 is never shortened. */
const shortened = (name: string) => name.replace(/(?<=..)(?:区|县)$/, "");

/** Zones of the annex that lie within a district. */
const zonesIn = (code: string | undefined): InsurerFound["overlappingZones"] =>
  allAreas
    .filter(({ within = [] }) => code !== undefined && within.includes(code))
    .map(({ name: area, insurer }) => ({ area, insurer }));

/** The ways to name an area: short, in full, by code. */
function waysOf({ name: area, fullName = area, code }: Area): string[] {
  const short = shortened(withinCity(area));
  const own = fullName.endsWith("自治县") ? [`${short}自治县`] : [];
  return [area, withinCity(area), short, withinCity(fullName), ...own, ...(code === undefined ? [] : [code])];
}

/** Every way to name what the annex names. */
const known: ReadonlyMap<string, InsurerFound> = new Map(
  insurers.flatMap(({ name: insurer, areas, institutions, groups = [] }) => [
    ...areas.flatMap((each) => {
      const found = frozen({ insurer, area: each.name, overlappingZones: zonesIn(each.code) });
      return waysOf(each).map((way) => [way, found] as const);
    }),
    ...[...institutions, ...groups].map((area) => [withinCity(area), { insurer, area, overlappingZones: [] }] as const),
  ]),
);

/** What the annex names under a name, a GB/T 2260 code, or a code of twelve digits that begins with it. */
export function insurerAt(wanted: string): InsurerFound | undefined {
  return known.get(wanted) ?? known.get(/^(\d{6})\d{6}$/.exec(wanted)?.[1] ?? withinCity(wanted));
}

/** The areas by name, with their short names: a suggestion looks for either. */
const areaWords: Vocabulary = Object.fromEntries(
  [...known.values()].map(({ area }) => [area, { zh: shortened(withinCity(area)), en: area }]),
);

const isDistrict = /\p{Script=Han}.[区县]$/u;

/** Whether two names of one length differ in one character. */
const oneApart = (one: string, other: string): boolean =>
  one.length === other.length && Array.from(one).filter((character, index) => character !== other[index]).length === 1;

/** The area that was probably meant: by a part of its name, or by all but one character of it. */
function meantArea(wanted: string): string | undefined {
  const named = meantName(wanted, areaWords);
  if (named !== undefined) return named;
  const name = withinCity(wanted);
  const near = [...known].filter(([way]) => isDistrict.test(way) && oneApart(way, name)).map(([, { area }]) => area);
  return new Set(near).size === 1 ? near[0] : undefined;
}

const unknownArea: Text = {
  zh: "附件中没有这个服务地点（用中文名称或行政区划代码）",
  en: "not in the annex (use the Chinese name or the GB/T 2260 code)",
};

const areaName = name("服务地点（名称或行政区划代码）", "Service area (name or GB/T 2260 code)");

/** A district, county, zone or institution of Chongqing: Chinese name or GB/T 2260 code. */
export const areaField: Field<string> = {
  ...areaName,
  read(value, issues) {
    const read = areaName.read(value, issues);
    if (read === undefined || insurerAt(read) !== undefined) return read;
    issues.push(issueOf([], "UNKNOWN_CHOICE", unknownArea.zh, unknownArea.en, value, meantArea(read)));
    return undefined;
  },
};

const insurerFields = {
  /** A district, county, zone or institution of Chongqing: Chinese name or GB/T 2260 code. */
  area: areaField,
};

/** 承保保险公司的查询。Where an insurer is asked for. */
export interface InsurerInput extends InputOf<typeof insurerFields> {}

/**
 * 某地或某直属单位的承保保险公司（附件）。
 * The insurer that serves an area or a municipal institution (附件).
 *
 * @param input - The area's Chinese name, short or in full (渝北, 重庆市渝北区, 酉阳土家族苗族自治县), its GB/T 2260 code or one of twelve
 * digits that begins with it, or the institution's name.
 * @returns The insurer, the area as the annex names it, and zones of the annex within it that may apply instead.
 * @throws PolicyInputError for an area that the annex does not name, with the one that was probably meant.
 * @example
 * ```ts
 * const { insurer, overlappingZones } = insurerFor({ area: "500106" });
 * insurer; // "中华联合财产保险股份有限公司重庆分公司"
 * overlappingZones; // [{ area: "重庆高新区", insurer: "中国大地财产保险股份有限公司重庆分公司" }]
 * ```
 * @function
 */
export const insurerFor: Rule<InsurerInput, InsurerFound, ChongqingPolicy> = rule({
  id: "insurerFor",
  title: { zh: "承保保险公司", en: "Insurer of an area" },
  clause: "附件",
  result: insurerShape,
  input: insurerFields,
  evaluate: ({ area }) => ({ ...(insurerAt(area) as InsurerFound) }),
});
