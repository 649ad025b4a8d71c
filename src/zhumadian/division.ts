import type { Report } from "../core/rule.js";
import type { Text } from "../core/text.js";
import { divisions, policy, type ZhumadianPolicy } from "./policy.js";

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

/** Whether a code can tell: that of the whole city or province does not say whether 新蔡 is meant. */
function isPrecise(code: string): boolean {
  const part = code.replace(whole, "");
  return divisionCode.test(code) && (part === code || !policy.terms.insured.cityCode.value.startsWith(part));
}

/** Reports what is no code of a county or district, or too wide a one. */
export function checkDivision(code: string | null | undefined, at: string, report: Report): void {
  if (code == null || isPrecise(code)) return;
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
    const at: Report = (path, code, zh, en) => report(["counties", index, ...path], code, zh, en);
    if (!isPrecise(division)) checkDivision(division, "division", at);
    else if (!isInsured(division, insured)) {
      at(
        ["division"],
        "OUT_OF_RANGE",
        "不属于本项目的县区（不含新蔡）",
        "not a county of the project (Xincai is left out)",
      );
    } else if (seen.has(division)) {
      at(["division"], "CONFLICT", "同一县区只能列一次", "a county may stand here once");
    }
    seen.add(division);
  });
}
