import type { EligibilityRule, FactsOf } from "../core/claim.js";
import { addYears, ageOn, type Day } from "../core/day.js";
import { type Check, type Inquiry, type Requirement } from "../core/eligibility.js";
import { day, fact, flag, oneOf } from "../core/fields.js";
import type { Report } from "../core/report.js";
import type { Context } from "../core/rule.js";
import {
  goodSamaritanBenefit,
  hardshipIllnessBenefit,
  householdCasualty,
  massAccidentBenefit,
  minorDrowningBenefit,
  naturalDisasterBenefit,
  rescuerBenefit,
  trafficAccidentBenefit,
} from "./benefits.js";
import { checkDivision, division, isInsured, registeredInCity } from "./division.js";
import { groups, injuries, perils, type ZhumadianPolicy } from "./policy.js";
import { cover, coverByContract, eligibilityRule } from "./programme.js";

type Terms = ZhumadianPolicy["terms"];

const registeredDivision = fact(
  division("户籍所在县区（行政区划代码）或开发区", "County (GB/T 2260 code) or zone of registration"),
);
const livesInCity = fact(flag("是否在本地常住", "Whether the person lives in the city"));
const contractStartsOn = fact(day("保险合同起保日期", "First day of the contract year"));
const occurredOn = fact(day("出险日期", "Day of the event"));
const occurredInCity = fact(flag("是否发生在驻马店境内", "Whether it happened in the territory of Zhumadian"));
const group = fact(oneOf(groups, "特困群众类别", "Hardship group"));

type PersonFact = "registeredDivision" | "livesInCity";
type EventFact = "contractStartsOn" | "occurredOn";
type CaseContext = Context<ZhumadianPolicy, "residence" | "contractEnds">;

/** 一(一): registered in the city, 新蔡 left out. */
function registered<Name extends string>(ask: Inquiry<Name | PersonFact>, { insured }: Terms): Check {
  return ask.holds("registeredDivision", ["registeredDivision"], registeredInCity(insured), (code: string) =>
    isInsured(code, insured),
  );
}

/** 一(一) 常住: asked only where the reading does. */
function resident<Name extends string>(
  ask: Inquiry<Name | PersonFact>,
  { terms, reading }: Context<ZhumadianPolicy, "residence">,
): Check | null {
  const lives = ask.is("livesInCity", terms.insured.residence);
  return lives.outcome === "met" || reading("residence") === "registered" ? null : lives;
}

/** The matching day of a contract year's end, or, where there is none, the month's last, which is within it (民法总则 202). */
function isWithin(on: Day, startsOn: Day, years: number, endsOnIt: () => boolean): boolean {
  const end = addYears(startsOn, years);
  if (on < startsOn || on > end) return false;
  const matches = end.endsWith(startsOn.slice("YYYY".length));
  return on < end || !matches || endsOnIt();
}

/** 二(一)1: a day within the year of the contract, its first day included. */
function inForce<Name extends string>(
  ask: Inquiry<Name | "contractStartsOn">,
  on: Name,
  { terms: { insured }, reading }: Context<ZhumadianPolicy, "contractEnds">,
): Check {
  const endsOnIt = () => reading("contractEnds") === "sameDay";
  return ask.holds(on, [on, "contractStartsOn"], insured.contractYears, (day: Day, startsOn: Day) =>
    isWithin(day, startsOn, insured.contractYears.value, endsOnIt),
  );
}

/** A person of the registered population. */
function insuredPerson<Name extends string>(ask: Inquiry<Name | PersonFact>, context: CaseContext) {
  return [registered(ask, context.terms), resident(ask, context)];
}

/** A person of the registered population in the contract year. */
function insured<Name extends string>(ask: Inquiry<Name | PersonFact | EventFact>, context: CaseContext) {
  return [...insuredPerson(ask, context), inForce(ask, "occurredOn", context)];
}

/** 二(二)1, 2, 3, 5: in the contract year, and of the registered population, unless the reading protects whoever is in the territory. */
function insuredOrThere<Name extends string>(
  ask: Inquiry<Name | PersonFact | EventFact>,
  context: Context<ZhumadianPolicy, "residence" | "contractEnds" | "personScope">,
) {
  const person = insuredPerson(ask, context);
  const isPerson = person.every((check) => check === null || check.outcome === "met");
  const anyone = !isPerson && context.reading("personScope") === "orInTerritory";
  return [...(anyone ? [] : person), inForce(ask, "occurredOn", context)];
}

/** 二(二)2, 3, 5: the same, in the territory. */
function insuredInTerritory<Name extends string>(
  ask: Inquiry<Name | PersonFact | EventFact | "occurredInCity">,
  context: Context<ZhumadianPolicy, "residence" | "contractEnds" | "personScope">,
  place: Requirement,
) {
  return [...insuredOrThere(ask, context), ask.is("occurredInCity", place)];
}

/** 二(一)1: an agreement says when its contract starts, for every claim. */
const contractsStart = ({ insured: { contractStartsOn: startsOn } }: Terms) => ({ contractStartsOn: startsOn });

/** One of two facts is enough: what holds, or is waived, settles it; else what is not known is asked; otherwise both are reported as unmet. */
function either(...both: readonly [Check, Check]): readonly Check[] {
  const settled = both.find(({ outcome }) => outcome === "met" || outcome === "waived");
  if (settled !== undefined) return [settled];
  const unknown = both.filter(({ outcome }) => outcome === "unknown");
  return unknown.length > 0 ? unknown : both;
}

interface Case {
  readonly registeredDivision?: string | null | undefined;
}

function checkCase(facts: Case, report: Report, { terms }: { readonly terms: Terms }): void {
  checkDivision(facts.registeredDivision, "registeredDivision", report, terms.insured);
}

/** 二(二), 三: each cover's facts, requirements and benefit. */
export const covers = {
  goodSamaritan: cover({
    facts: {
      /** County or district where the person is registered: GB/T 2260 code, or a zone by name. */
      registeredDivision,
      /** First day of the contract year. */
      contractStartsOn,
      /** The day of the act. */
      occurredOn,
      /** Whether it happened in the territory of Zhumadian (在驻马店境内). */
      occurredInCity,
      /** Whether an authority of county level or above recognised the act (见义勇为). */
      recognisedByCounty: fact(
        flag("是否经县级以上政府部门认定为见义勇为", "Whether recognised at county level or above"),
      ),
      /** Whether it was recognised in the territory of Zhumadian; asked under the reading `placeOfDeed: "recognition"` alone. */
      recognisedInCity: fact(flag("是否在驻马店境内经认定", "Whether recognised in the territory of Zhumadian")),
      /** The hardship group, for the deadlines under the reading `sameDay` alone. */
      group,
      /** Whether the person lives in the city (常住); asked under the reading `alsoResident` alone. */
      livesInCity,
    },
    benefit: goodSamaritanBenefit,
    check: checkCase,
    fromAgreement: contractsStart,
    requires(ask, context) {
      const { occurredInCity: place, recognisedInCity, recognisedByCounty } = context.terms.goodSamaritan;
      const [deed, recognition] = [ask.is("occurredInCity", place), ask.is("recognisedInCity", recognisedInCity)];
      const same = deed.outcome === recognition.outcome && deed.outcome !== "unknown";
      return [
        ...insuredOrThere(ask, context),
        same || context.reading("placeOfDeed") === "deed" ? deed : recognition,
        ask.is("recognisedByCounty", recognisedByCounty),
      ];
    },
  }),

  massAccident: cover({
    facts: {
      /** County or district where the person is registered: GB/T 2260 code, or a zone by name. */
      registeredDivision,
      /** First day of the contract year. */
      contractStartsOn,
      /** The day of the accident. */
      occurredOn,
      /** Whether it happened in the territory of Zhumadian (在驻马店境内). */
      occurredInCity,
      /** Whether it was a sudden mass accident (突发的群体性意外事故); the plan does not say how many make a mass. */
      suddenMassAccident: fact(flag("是否突发的群体性意外事故", "Whether a sudden mass accident")),
      /** The hardship group, for the deadlines under the reading `sameDay` alone. */
      group,
      /** Whether the person lives in the city (常住); asked under the reading `alsoResident` alone. */
      livesInCity,
    },
    benefit: massAccidentBenefit,
    check: checkCase,
    fromAgreement: contractsStart,
    requires: (ask, context) => [
      ...insuredInTerritory(ask, context, context.terms.massAccident.occurredInCity),
      ask.is("suddenMassAccident", context.terms.massAccident.suddenMassAccident),
    ],
  }),

  minorDrowning: cover({
    facts: {
      /** County or district where the child was registered: GB/T 2260 code, or a zone by name. */
      registeredDivision,
      /** First day of the contract year. */
      contractStartsOn,
      /** The day of the drowning. */
      occurredOn,
      /** Whether it happened in the territory of Zhumadian (在驻马店境内). */
      occurredInCity,
      /** The child's day of birth. */
      birthDate: fact(day("出生日期", "Day of birth")),
      /** Whether the government and the authorities recognised it. */
      recognisedByGovernment: fact(
        flag("是否经政府及相关部门认定", "Whether recognised by the government and the authorities"),
      ),
      /** Whether the person lives in the city (常住); asked under the reading `alsoResident` alone. */
      livesInCity,
    },
    benefit: minorDrowningBenefit,
    fromAgreement: contractsStart,
    check(facts, report, context) {
      checkCase(facts, report, context);
      const { birthDate, occurredOn: on } = facts;
      if (birthDate && on && on < birthDate) {
        report(
          ["occurredOn"],
          "CONFLICT",
          `早于出生日期（${birthDate}）`,
          `lies before the day of birth (${birthDate})`,
        );
      }
    },
    requires(ask, context) {
      const { occurredInCity: place, ageBelow, recognisedByGovernment: recognised } = context.terms.minorDrowning;
      return [
        ...insuredInTerritory(ask, context, place),
        ask.holds("age", ["birthDate", "occurredOn"], ageBelow, (birthDate: Day, on: Day) => {
          const isBelow = (reachedOn: "birthday" | "dayAfter") => ageOn(birthDate, on, reachedOn) < ageBelow.value;
          return isBelow("birthday") || (isBelow("dayAfter") && context.reading("ageReachedOn") === "dayAfter");
        }),
        ask.is("recognisedByGovernment", recognised),
      ];
    },
  }),

  naturalDisaster: cover({
    facts: {
      /** County or district where the person is registered: GB/T 2260 code, or a zone by name. */
      registeredDivision,
      /** First day of the contract year. */
      contractStartsOn,
      /** The day of the disaster. */
      occurredOn,
      /** The peril; `other` when it is none of the eight. */
      peril: fact(oneOf(perils, "灾害种类", "Peril")),
      /** Whether anyone of the household was hurt or killed; for property alone under the reading `onlyWithCasualty`. */
      householdCasualty,
      /** The hardship group, for the deadlines under the reading `sameDay` alone. */
      group,
      /** Whether the person lives in the city (常住); asked under the reading `alsoResident` alone. */
      livesInCity,
    },
    benefit: naturalDisasterBenefit,
    check: checkCase,
    fromAgreement: contractsStart,
    requires: (ask, context) => [...insured(ask, context), ask.isOneOf("peril", context.terms.naturalDisaster.perils)],
  }),

  trafficAccident: cover({
    facts: {
      /** County or district where the person is registered: GB/T 2260 code, or a zone by name. */
      registeredDivision,
      /** First day of the contract year. */
      contractStartsOn,
      /** The day of the accident. */
      occurredOn,
      /** Whether it happened in the territory of Zhumadian (在驻马店境内). */
      occurredInCity,
      /** How badly the person was hurt. */
      injury: fact(oneOf(injuries, "伤亡程度", "Injury")),
      /** Whether the liable party is unable to pay; this or `hitAndRun` is enough. */
      liablePartyCannotPay: fact(flag("责任人是否无能力赔偿", "Whether the liable party cannot pay")),
      /** Whether the vehicle fled; this or `liablePartyCannotPay` is enough. */
      hitAndRun: fact(flag("肇事车辆是否逃逸", "Whether hit and run")),
      /** Whether the road-accident assistance fund (道路交通事故社会救助基金) has handled the case. */
      handledByAssistanceFund: fact(
        flag("是否已按社会救助基金管理办法处理", "Whether the assistance fund has handled it"),
      ),
      /** The hardship group, for the deadlines under the reading `sameDay` alone. */
      group,
      /** Whether the person lives in the city (常住); asked under the reading `alsoResident` alone. */
      livesInCity,
    },
    benefit: trafficAccidentBenefit,
    check: checkCase,
    fromAgreement: contractsStart,
    requires(ask, context) {
      const {
        occurredInCity: place,
        injuries: grave,
        unrecoverable,
        handledByAssistanceFund,
      } = context.terms.trafficAccident;
      return [
        ...insuredInTerritory(ask, context, place),
        ask.isOneOf("injury", grave),
        ...either(ask.is("liablePartyCannotPay", unrecoverable), ask.is("hitAndRun", unrecoverable)),
        ask.is("handledByAssistanceFund", handledByAssistanceFund),
      ];
    },
  }),

  rescuer: cover({
    facts: {
      /** County or district where the rescuer is registered: GB/T 2260 code, or a zone by name. */
      registeredDivision,
      /** First day of the contract year. */
      contractStartsOn,
      /** The day of the accident. */
      occurredOn,
      /** Whether hurt while taking part in the rescue on the scene. */
      rescuingOnScene: fact(flag("是否因现场参与灾害事故救助", "Whether hurt in a rescue on the scene")),
      /** The hardship group, for the deadlines under the reading `sameDay` alone. */
      group,
      /** Whether the person lives in the city (常住); asked under the reading `alsoResident` alone. */
      livesInCity,
    },
    benefit: rescuerBenefit,
    check: checkCase,
    fromAgreement: contractsStart,
    requires: (ask, context) => [
      ...insured(ask, context),
      ask.is("rescuingOnScene", context.terms.rescuer.rescuingOnScene),
    ],
  }),

  hardshipIllness: cover({
    facts: {
      /** County or district where the patient is registered: GB/T 2260 code, or a zone by name. */
      registeredDivision,
      /** First day of the contract year. */
      contractStartsOn,
      /** The day of admission to hospital. */
      admittedOn: fact(day("入院日期", "Day of admission")),
      /** The hardship group; `none` when in none. */
      group,
      /** Whether the care was in hospital. */
      inpatient: fact(flag("是否住院", "Whether inpatient care")),
      /** Whether the disease is one of Henan's 33 (豫人社医疗〔2016〕15号); the plan does not list them. */
      listedDisease: fact(flag("是否属于所列的重特大疾病病种", "Whether one of the listed diseases")),
      /** Whether the patient's medical insurance has settled its part. */
      insuranceSettled: fact(flag("是否已经医疗保险报销", "Whether settled by the medical insurance")),
      /** The day of discharge; it decides under the reading `stayDay: "discharge"`. */
      dischargedOn: fact(day("出院日期", "Day of discharge")),
      /** Whether the person lives in the city (常住); asked under the reading `alsoResident` alone. */
      livesInCity,
    },
    benefit: hardshipIllnessBenefit,
    eventDay: ({ reading }) => (reading("stayDay") === "admission" ? "admittedOn" : "dischargedOn"),
    fromAgreement: contractsStart,
    check(facts, report, context) {
      checkCase(facts, report, context);
      const { admittedOn, dischargedOn } = facts;
      if (admittedOn && dischargedOn && dischargedOn < admittedOn) {
        const [zh, en] = [`早于入院日期（${admittedOn}）`, `lies before the admission (${admittedOn})`];
        report(["dischargedOn"], "CONFLICT", zh, en);
      }
    },
    requires(ask, context) {
      const { terms, reading } = context;
      const { groups: named, groupsAsImplemented, inpatient, listedDisease, insuranceSettled } = terms.hardshipIllness;
      const added = ask.isOneOf("group", groupsAsImplemented);
      const asImplemented = added.outcome === "met" && reading("hardshipGroups") === "asImplemented";
      const [admitted, discharged] = [inForce(ask, "admittedOn", context), inForce(ask, "dischargedOn", context)];
      const same = admitted.outcome === discharged.outcome && admitted.outcome !== "unknown";
      return [
        ...insuredPerson(ask, context),
        same || reading("stayDay") === "admission" ? admitted : discharged,
        asImplemented ? added : ask.isOneOf("group", named),
        ask.is("inpatient", inpatient),
        ask.is("listedDisease", listedDisease),
        ask.is("insuranceSettled", insuranceSettled),
      ];
    },
  }),

  otherRecognised: coverByContract({
    clause: "二(二)",
    amount: ({ otherRecognised }) => otherRecognised.amount,
    facts: {
      /** County or district where the person is registered: GB/T 2260 code, or a zone by name. */
      registeredDivision,
      /** First day of the contract year. */
      contractStartsOn,
      /** The day of the event. */
      occurredOn,
      /** Whether the government or an authority recognised that relief is due. */
      recognisedByGovernment: fact(
        flag("是否经政府或相关部门认定", "Whether recognised by the government or an authority"),
      ),
      /** Whether the person lives in the city (常住); asked under the reading `alsoResident` alone. */
      livesInCity,
    },
    check: checkCase,
    fromAgreement: contractsStart,
    requires: (ask, context) => [
      ...insured(ask, context),
      ask.is("recognisedByGovernment", context.terms.otherRecognised.recognisedByGovernment),
    ],
  }),
};

/**
 * 见义勇为的事实。
 * The facts of a good Samaritan.
 */
export interface GoodSamaritanFacts extends FactsOf<typeof covers.goodSamaritan, "goodSamaritan"> {}
/**
 * 群体性意外事故的事实。
 * The facts of a mass accident.
 */
export interface MassAccidentFacts extends FactsOf<typeof covers.massAccident, "massAccident"> {}
/**
 * 未成年人溺水死亡的事实。
 * The facts of the drowning of a minor.
 */
export interface MinorDrowningFacts extends FactsOf<typeof covers.minorDrowning, "minorDrowning"> {}
/**
 * 自然灾害的事实。
 * The facts of a natural disaster.
 */
export interface NaturalDisasterFacts extends FactsOf<typeof covers.naturalDisaster, "naturalDisaster"> {}
/**
 * 交通事故的事实。
 * The facts of a traffic accident.
 */
export interface TrafficAccidentFacts extends FactsOf<typeof covers.trafficAccident, "trafficAccident"> {}
/**
 * 救助人员意外事故的事实。
 * The facts of a rescuer's accident.
 */
export interface RescuerFacts extends FactsOf<typeof covers.rescuer, "rescuer"> {}
/**
 * 特困群众重病医疗的事实。
 * The facts of a serious illness in hardship.
 */
export interface HardshipIllnessFacts extends FactsOf<typeof covers.hardshipIllness, "hardshipIllness"> {}
/**
 * 其他经认定的情况的事实。
 * The facts of another recognised case.
 */
export interface OtherRecognisedFacts extends FactsOf<typeof covers.otherRecognised, "otherRecognised"> {}

/**
 * 一个险种及其事实。
 * A cover and the facts of a case.
 */
export type ZhumadianFacts =
  | GoodSamaritanFacts
  | MassAccidentFacts
  | MinorDrowningFacts
  | NaturalDisasterFacts
  | TrafficAccidentFacts
  | RescuerFacts
  | HardshipIllnessFacts
  | OtherRecognisedFacts;

/**
 * 一项理赔是否符合条件，以及每项要求的条款和结论。
 * Whether a claim is covered (二(二), 三), and why: every requirement of the cover with its clause.
 *
 * @param input - The cover and its facts; absent or `null` is not known.
 * @returns An Eligibility. The codes of its checks are the facts' names, and `age`, which `birthDate` and `occurredOn` decide; of
 * `liablePartyCannotPay` and `hitAndRun` the one that holds, else those not known, else both.
 * @throws PolicyInputError for a fact that the cover does not have, an impossible day, a code that is no county's, or an event before
 * birth, or a discharge before the admission.
 * @example
 * ```ts
 * const { outcome, missing } = checkEligibility({
 *   cover: "naturalDisaster", registeredDivision: "411721", contractStartsOn: "2019-06-15", occurredOn: "2020-06-14",
 * });
 * outcome; // "undetermined"
 * missing; // ["peril"]
 * ```
 * @function
 */
export const checkEligibility: EligibilityRule<ZhumadianFacts, ZhumadianPolicy> = eligibilityRule<ZhumadianFacts>(
  covers,
  "二(二)",
);
