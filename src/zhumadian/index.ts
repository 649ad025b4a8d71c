/**
 * 驻马店“一元民生”救助保险（驻政办〔2019〕66号）：七类保障和其他经认定的情况、时限、保费、清算与总体目标。
 * Zhumadian relief insurance “one yuan for people's livelihood” (驻政办〔2019〕66号): seven covers and a catch-all, deadlines, premium,
 * settlement and published targets.
 *
 * In force for one contract year from the signature of 2019. Read `policy` beside the plan: every number stands there with its clause;
 * `norms` says what became of each of its sentences, `unspecified` what it leaves open.
 *
 * @packageDocumentation
 */
export * from "./rules.js";
export { groups, injuries, perils, type ZhumadianPolicy } from "./policy.js";
export { norms, reasons, unspecified } from "./norms.js";
export { divisions } from "./annex.js";
export type {
  GoodSamaritanFacts,
  HardshipIllnessFacts,
  MassAccidentFacts,
  MinorDrowningFacts,
  NaturalDisasterFacts,
  OtherRecognisedFacts,
  RescuerFacts,
  TrafficAccidentFacts,
  ZhumadianFacts,
} from "./eligibility.js";
export type { ClaimDeadlinesInput, ZhumadianAction } from "./deadlines.js";
export type {
  CountyPremium,
  CountyPremiumInput,
  PremiumByCounty,
  PremiumByCountyInput,
  PremiumInput,
} from "./premium.js";
export type {
  CountySettlement,
  CountySettlementInput,
  CountySettlements,
  SettleCountiesInput,
  SettleInput,
  ZhumadianSettlement,
  ProfitCheck,
} from "./settlement.js";
export type { Target, Targets, TargetsInput } from "./targets.js";
export type { EventAssessment, EventInput } from "./event.js";
export type {
  GoodSamaritanClaim,
  HardshipIllnessClaim,
  MassAccidentClaim,
  MinorDrowningClaim,
  NaturalDisasterClaim,
  OtherRecognisedClaim,
  RescuerClaim,
  TrafficAccidentClaim,
  ZhumadianAssessment,
  ZhumadianClaim,
} from "./claim.js";
export type {
  GoodSamaritanInput,
  HardshipIllnessInput,
  MassAccidentInput,
  NaturalDisasterInput,
  RescuerInput,
  TrafficAccidentInput,
} from "./benefits.js";
export type {
  GoodSamaritanRow,
  HardshipIllnessRow,
  MassAccidentRow,
  MinorDrowningRow,
  NaturalDisasterRow,
  OtherRecognisedRow,
  PersonInput,
  RescuerRow,
  TrafficAccidentRow,
  ZhumadianLedger,
  ZhumadianRow,
} from "./ledger.js";
