import type { Check, Inquiry } from "../core/eligibility.js";
import { flag, oneOf } from "../core/fields.js";
import { frozen } from "../core/frozen.js";
import type { Context } from "../core/rule.js";
import type { Ground } from "../core/statement.js";
import type { Text } from "../core/text.js";
import { places, referrals, settings, type LuozhuangPolicy } from "./policy.js";

// 三(一)第6至9段 Where the care was given, and what is asked there ----------------------------------------------------------

/** Whether it was inpatient or special outpatient care. */
export const setting = oneOf(settings, "就医方式", "Setting");
/** Where the care was given. */
export const place = oneOf(places, "就医地点", "Place");
/** Whether the institution is designated. */
export const designatedInstitution = flag("是否健康扶贫定点医疗机构", "Whether a designated institution");
/** What was done about a referral. */
export const referral = oneOf(referrals, "转诊手续", "Referral");

type Place = keyof typeof places;

/** Where the care was given, and what was done that may be asked there. */
interface Care {
  readonly setting: keyof typeof settings;
  readonly place: Place;
  readonly designatedInstitution?: boolean | undefined;
  readonly referral?: keyof typeof referrals | undefined;
}

type CareReading = "referralWithinCity" | "outpatientOutsideCity";
type CareContext = Pick<Context<LuozhuangPolicy, CareReading>, "terms" | "reading">;

/** 三(一)第9段: the list of designated institutions is the city's, so inside the city it matters whether one was used. */
export const inCity = (place: Place | undefined): boolean => place === "district" || place === "city";

/** 三(一)第8段: whether a place asks for a referral. */
export function asksReferral(place: Place | undefined, { reading }: Pick<CareContext, "reading">): boolean {
  return place === "outsideCity" || (place === "city" && reading("referralWithinCity") === "required");
}

/** 三(一)第6段, which speaks of stays alone: whether special outpatient care outside the city is left out. */
function leftOut(setting: unknown, place: unknown, { reading }: Pick<CareContext, "reading">): boolean {
  const elsewhere = setting === "specialOutpatient" && place === "outsideCity";
  return elsewhere && reading("outpatientOutsideCity") === "notCovered";
}

/** 三(一)第6、8、9段: what a place asks for, as the facts of a case show; while the place is not known, it is what is missing. */
export function careChecks(
  ask: Inquiry<"setting" | "place" | "designatedInstitution" | "referral">,
  { terms, reading }: CareContext,
): (Check | null)[] {
  const { designated, referral: referred, outpatientInCity } = terms.medicalSupplement;
  const at = ask.known("place") as Place | undefined;
  if (at === undefined) {
    return [
      ask.holds("designatedInstitution", ["place"], designated, () => false),
      ask.holds("referral", ["place"], referred, () => false),
    ];
  }
  return [
    leftOut(ask.known("setting"), at, { reading })
      ? ask.holds("place", ["place"], outpatientInCity, () => false)
      : null,
    inCity(at) ? ask.is("designatedInstitution", designated) : null,
    asksReferral(at, { reading }) ? ask.isOneOf("referral", referred) : null,
  ];
}

/** Why something is not due: one reason or more. */
export type Reasons = readonly [Ground, ...Ground[]];

/** The requirements that a bill asks for, and those that are not met. */
export interface Requirements {
  readonly asked: readonly Ground[];
  readonly lacking: Reasons | null;
}

const labels = frozen({
  notCovered: { zh: "非住院、非特殊病种门诊", en: "neither a stay nor special outpatient care" },
  elsewhere: { zh: "市域外的特殊病种门诊", en: "special outpatient care outside the city" },
  notDesignated: { zh: "非定点医疗机构", en: "not a designated institution" },
  notReferred: { zh: "未办理转诊", en: "no referral" },
} satisfies Record<string, Text>);

/** 三(一)第8段: the referral that the place asks for is lacking; the reason, or `null`. */
export function notReferred(care: Pick<Care, "place" | "referral">, { terms, reading }: CareContext): Ground | null {
  const { referral: referred } = terms.medicalSupplement;
  const lacks = asksReferral(care.place, { reading }) && !referred.value.includes(care.referral ?? "none");
  return lacks ? { ...referred, label: labels.notReferred } : null;
}

/** 三(一)第1、6至9段: the same of a bill, whose facts are known: without them no reduction and no supplement. */
export function requirementsOf(care: Care, { terms, reading }: CareContext): Requirements {
  const { settings: covered, designated, referral: referred, outpatientInCity } = terms.medicalSupplement;
  const asked: Ground[] = [covered];
  const unmet: Ground[] = [];
  if (!covered.value.includes(care.setting)) unmet.push({ ...covered, label: labels.notCovered });
  if (outpatientInCity.value && leftOut(care.setting, care.place, { reading })) {
    unmet.push({ ...outpatientInCity, label: labels.elsewhere });
  }
  if (inCity(care.place)) {
    asked.push(designated);
    if (designated.value && care.designatedInstitution !== true) {
      unmet.push({ ...designated, label: labels.notDesignated });
    }
  }
  if (asksReferral(care.place, { reading })) asked.push(referred);
  const unreferred = notReferred(care, { terms, reading });
  if (unreferred !== null) unmet.push(unreferred);
  const [first, ...others] = unmet;
  return { asked, lacking: first === undefined ? null : [first, ...others] };
}
