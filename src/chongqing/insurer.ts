import { name, type InputOf } from "../core/fields.js";
import { listOf, plainText, shapeOf } from "../core/results.js";
import type { Rule } from "../core/rule.js";
import { insurers } from "./annex.js";
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
  /** Zones without a code that lie (partly) in the district and have an insurer of their own in the annex; given by code only. */
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

function find(wanted: string): InsurerFound | undefined {
  const found = allAreas.find(({ name: short, fullName, code }) => [short, fullName, code].includes(wanted));
  if (found !== undefined) {
    const overlapping = found.code === wanted ? allAreas.filter(({ within }) => within?.includes(wanted)) : [];
    const overlappingZones = overlapping.map(({ name: area, insurer }) => ({ area, insurer }));
    return { insurer: found.insurer, area: found.name, overlappingZones };
  }
  const keeper = insurers.find(({ institutions }) => institutions.includes(wanted));
  return keeper && { insurer: keeper.name, area: wanted, overlappingZones: [] };
}

const insurerFields = {
  /** A district, county, zone or institution of Chongqing: Chinese name or GB/T 2260 code. */
  area: name("服务地点（名称或行政区划代码）", "Service area (name or GB/T 2260 code)"),
};

/** 承保保险公司的查询。Where an insurer is asked for. */
export interface InsurerInput extends InputOf<typeof insurerFields> {}

/**
 * 某地或某直属单位的承保保险公司（附件）。
 * The insurer that serves an area or a municipal institution (附件).
 *
 * @param input - The area's Chinese name, as in the annex or in full, its GB/T 2260 code, or the institution's name.
 * @returns The insurer, the area as the annex names it, and, by code, zones of the annex that may apply instead.
 * @throws PolicyInputError for an area that the annex does not name.
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
  check({ area }, report) {
    if (area !== undefined && find(area) === undefined) {
      report(
        ["area"],
        "UNKNOWN_CHOICE",
        "附件中没有这个服务地点（用中文名称或六位行政区划代码）",
        "not in the annex (use the Chinese name or the GB/T 2260 code)",
      );
    }
  },
  evaluate: ({ area }) => find(area) as InsurerFound,
});
