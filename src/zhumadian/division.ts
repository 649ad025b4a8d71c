import { withNumbers } from "../core/eligibility.js";
import { name } from "../core/fields.js";
import type { Field, Vocabulary } from "../core/input.js";
import type { Provision } from "../core/policy.js";
import type { Report } from "../core/report.js";
import type { Text } from "../core/text.js";
import { divisions, formerDivisions, listedCodes, zoneCodes, zones } from "./annex.js";
import type { ZhumadianPolicy } from "./policy.js";

type Insured = ZhumadianPolicy["terms"]["insured"];

const divisionCode = /^\d{6}$/;
/** A code of GB/T 2260 ends so where it stands for a whole city or province. */
const whole = /(?:00)+$/;

const within = <Value>(known: Readonly<Record<string, Value>>, code: string): Value | undefined =>
  Object.hasOwn(known, code) ? known[code] : undefined;

/** Every district, county and zone of the city by what stands for it, with its name. */
export const places: Vocabulary = {
  ...divisions,
  ...Object.fromEntries(Object.entries(zoneCodes).map(([code, zone]) => [code, zones[zone]])),
  ...zones,
};

/** A district, county or zone; where it is one of the city's, people see its name. */
export const division = (zh: string, en: string): Field<string> => ({ ...name(zh, en), words: places });

/** What a place is called: its name where it is one of the city's. */
export const divisionName = (code: string): Text => within(places, code) ?? { zh: code, en: code };

const isZone = (code: string): boolean => within(zones, code) !== undefined;

/** 一(一): the place is one of the city's, and not 新蔡. */
export function isInsured(code: string, { cityCode, excludedDivisions }: Insured): boolean {
  return isZone(code) || (code.startsWith(cityCode.value) && !excludedDivisions.value.includes(code));
}

/** 一(一): the requirement that someone is registered in the city, with the counties that are left out. */
export function registeredInCity({ cityCode, excludedDivisions }: Insured): Provision<string> {
  const { zh, en } = leftOut(excludedDivisions);
  return withNumbers(cityCode, `（${zh}）`, ` (${en})`, excludedDivisions);
}

/** The counties that are left out, in words. */
function leftOut({ value }: Insured["excludedDivisions"]): Text {
  const names = value.map(divisionName);
  return {
    zh: `不含${names.map(({ zh }) => zh).join("、")}`,
    en: `without ${names.map(({ en }) => en).join(", ")}`,
  };
}

/** Whether a code can tell: that of the whole city or province does not say whether 新蔡 is meant. */
function isPrecise(code: string, { cityCode, excludedDivisions }: Insured): boolean {
  const part = code.replace(whole, "");
  const wide = [cityCode.value, ...excludedDivisions.value].some((each) => each.startsWith(part));
  return divisionCode.test(code) && (part === code || !wide);
}

/** What is wrong with a place; `null` where nothing is. */
function problemOf(code: string, insured: Insured): Text | null {
  if (within(places, code) !== undefined) return null;
  const present = within(formerDivisions, code);
  if (present !== undefined) {
    const { zh, en } = divisionName(present);
    return { zh: `是旧代码，${zh}现为 ${present}`, en: `a former code: ${en} is ${present} now` };
  }
  const unlisted = listedCodes.some((start) => code.startsWith(start));
  if (isPrecise(code, insured) && !unlisted) return null;
  const [first = ""] = Object.keys(divisions);
  return {
    zh: `应为六位县级行政区划代码（GB/T 2260），如 ${first}，或开发区、示范区的名称（${Object.keys(zones).join("、")}）`,
    en: `expected the six-digit code of a county or district (GB/T 2260), such as ${first}, or the name of a zone (${Object.keys(zones).join(", ")})`,
  };
}

/** Reports what is no place, or too wide a one; whether it is a place of the city. */
export function checkDivision(code: string | null | undefined, at: string, report: Report, insured: Insured): boolean {
  const problem = code == null ? null : problemOf(code, insured);
  if (problem !== null) report([at], "UNKNOWN_CHOICE", problem.zh, problem.en);
  return problem === null;
}

/** Reports counties that do not take part, and counties that stand in a list twice. */
export function checkCounties(
  counties: readonly { readonly division?: string }[] | undefined,
  report: Report,
  { insured }: ZhumadianPolicy["terms"],
): void {
  const seen = new Set<string>();
  counties?.forEach(({ division: code }, index) => {
    if (code === undefined) return;
    const at = report.at("counties", index);
    const own = within<string>(zoneCodes, code) ?? code;
    if (!checkDivision(code, "division", at, insured)) return;
    if (!isInsured(code, insured)) {
      const { zh, en } = leftOut(insured.excludedDivisions);
      at(["division"], "OUT_OF_RANGE", `不属于本项目的县区（${zh}）`, `not a county of the project (${en})`);
    } else if (seen.has(own)) {
      at(["division"], "CONFLICT", "同一县区只能列一次", "a county may stand here once");
    }
    seen.add(own);
  });
}
