import { withNumbers } from "../core/eligibility.js";
import type { Provision } from "../core/policy.js";
import type { Report } from "../core/report.js";
import type { Text } from "../core/text.js";
import { divisions } from "./annex.js";
import type { ZhumadianPolicy } from "./policy.js";

type Insured = ZhumadianPolicy["terms"]["insured"];

const divisionCode = /^\d{6}$/;
/** A code of GB/T 2260 ends so where it stands for a whole city or province. */
const whole = /(?:00)+$/;

/** A county's name where the code is known, else the code. */
export function divisionName(code: string): Text {
  return (divisions as Readonly<Record<string, Text>>)[code] ?? { zh: code, en: code };
}

/** 一(一): the division is one of the city's, and not 新蔡. */
export function isInsured(code: string, { cityCode, excludedDivisions }: Insured): boolean {
  return code.startsWith(cityCode.value) && !excludedDivisions.value.includes(code);
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

/** Reports what is no code of a county or district, or too wide a one. */
export function checkDivision(code: string | null | undefined, at: string, report: Report, insured: Insured): void {
  if (code == null || isPrecise(code, insured)) return;
  report(
    [at],
    "UNKNOWN_CHOICE",
    "应为六位县级行政区划代码（GB/T 2260），如 411721",
    "expected the six-digit code of a county or district (GB/T 2260), such as 411721",
  );
}

/** Reports counties that do not take part, and counties that stand in a list twice. */
export function checkCounties(
  counties: readonly { readonly division?: string }[] | undefined,
  report: Report,
  { insured }: ZhumadianPolicy["terms"],
): void {
  const seen = new Set<string>();
  counties?.forEach(({ division }, index) => {
    if (division === undefined) return;
    const at = report.at("counties", index);
    if (!isPrecise(division, insured)) checkDivision(division, "division", at, insured);
    else if (!isInsured(division, insured)) {
      const { zh, en } = leftOut(insured.excludedDivisions);
      at(["division"], "OUT_OF_RANGE", `不属于本项目的县区（${zh}）`, `not a county of the project (${en})`);
    } else if (seen.has(division)) {
      at(["division"], "CONFLICT", "同一县区只能列一次", "a county may stand here once");
    }
    seen.add(division);
  });
}
