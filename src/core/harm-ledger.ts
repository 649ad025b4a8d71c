import type { Facts } from "./eligibility.js";
import type { DeathAfterDisability } from "./harm.js";
import type { Replayed, RunningAccount } from "./ledger.js";
import { Money } from "./money.js";
import type { Parts } from "./statement.js";

/** What one accident did and gave so far in a person's year (yuan). */
export interface HarmSoFar {
  /** What it gave for disability: so much of the limit is used. */
  readonly disability: Money;
  /** What it gave for death, and for death and disability together. */
  readonly death: Money;
  readonly together: Money;
  /** The heaviest disability so far, as it was stated. */
  readonly extent: Facts<"disabilityGrade" | "disabilityRate">;
}

const noHarm: HarmSoFar = Object.freeze({
  disability: Money.zero,
  death: Money.zero,
  together: Money.zero,
  extent: Object.freeze({}),
});

type Stated = Facts<"death" | "disabilityGrade" | "disabilityRate">;

const isDeath = ({ death }: Stated): boolean => death === true;
const extentOf = ({ disabilityGrade, disabilityRate }: Stated): HarmSoFar["extent"] => ({
  ...(disabilityGrade !== undefined && { disabilityGrade }),
  ...(disabilityRate !== undefined && { disabilityRate }),
});
const isDisability = (stated: Stated): boolean => Object.keys(extentOf(stated)).length > 0;

/** Whether a claim states death or disability. */
const isHarm = (stated: Stated): boolean => isDeath(stated) || isDisability(stated);

/**
 * A claim's death or disability beside what the same accident did before: what a benefit rule takes. Where the two do not simply add up,
 * the rule is given both, and all that they gave comes off.
 */
function harmAt(stated: Stated, before: HarmSoFar, reading: () => DeathAfterDisability) {
  const [dead, disabled] = [isDeath(stated), isDisability(stated)];
  const meets = (dead && !before.together.isZero()) || (disabled && !before.death.isZero());
  if (!meets || reading() === "both") {
    return disabled && !before.disability.isZero() ? { disabilityPaidToDate: before.disability } : {};
  }
  const extent = disabled ? {} : before.extent;
  const known = disabled || isDisability(extent);
  return { death: true, ...extent, ...(known && { disabilityPaidToDate: before.together }) };
}

/** The same accident after a claim that is covered; what it gives together rises by what the claim adds. */
function harmAfter(stated: Stated, before: HarmSoFar, given: Parts, reading: () => DeathAfterDisability): HarmSoFar {
  const { death = Money.zero, disability = Money.zero } = given;
  const heavier = disability.compare(before.disability) > 0 || !isDisability(before.extent);
  const extent = isDisability(stated) && heavier ? extentOf(stated) : before.extent;
  // A death or a lighter disability that is stated again gives nothing more.
  const after = { death: death.max(before.death), disability: disability.max(before.disability), extent };
  const several = isDisability(extent) && (isDeath(stated) || !before.death.isZero());
  const together =
    !several || reading() === "both" ? after.disability.plus(after.death) : before.together.max(disability).max(death);
  return { ...after, together };
}

/** What of an accident's claims adds up, and where. */
interface AccidentYear {
  /** What each accident gave so far. */
  readonly accidents: Map<string, HarmSoFar>;
  /** The accident of this claim, and its accounts. */
  readonly which: string;
  readonly disability: RunningAccount;
  readonly medical: RunningAccount;
}

/**
 * A claim for an accident at its place in the year: what its benefit rule takes besides the claim's own loss.
 *
 * @param care - What of the loss is for medical care.
 */
export function replayAccident(
  stated: Stated,
  care: unknown,
  { accidents, which, disability, medical }: AccidentYear,
  reading: () => DeathAfterDisability,
): Omit<Replayed, "facts"> {
  const before = accidents.get(which) ?? noHarm;
  const harmed = isHarm(stated);
  const cared = care !== undefined;
  return {
    loss: {
      ...stated,
      ...harmAt(stated, before, reading),
      ...(harmed && { disabilityPaidBefore: disability.used.minus(before.disability) }),
      medicalPaidBefore: medical.used,
    },
    // A claim whose loss is not known yet may draw on both.
    draws: [...(harmed || !cared ? [disability] : []), ...(cared || !harmed ? [medical] : [])],
    enter(_, { benefit }) {
      const { parts = {} } = benefit ?? {};
      const after = harmed ? harmAfter(stated, before, parts, reading) : before;
      const paid = parts.medical ?? Money.zero;
      accidents.set(which, after);
      disability.used = disability.used.plus(after.disability).minus(before.disability);
      medical.used = medical.used.plus(paid);
      return after.together.minus(before.together).plus(paid);
    },
  };
}

/** The accident of a row: that of its name, or of its day. */
export const accidentOf = (on: string, called: unknown): string =>
  JSON.stringify(called === undefined ? { on } : { called });
