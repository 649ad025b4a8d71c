import type { Money } from "./money.js";
import type { Provision, Reading } from "./policy.js";
import type { Parts, Statement } from "./statement.js";
import type { Text } from "./text.js";

/** How a benefit for death goes together with one for an earlier disability from the same accident. */
export type DeathAfterDisability = "both" | "higher" | "deathOnly";

/** The reading of how they go together, by what the document calls the benefit for death. */
export const deathAfterDisability = (benefit: Text): Omit<Reading<DeathAfterDisability>, "clause"> => ({
  question: {
    zh: "同一意外先致残后身故，如何给付",
    en: "What is paid when death follows disability from one accident",
  },
  default: "both",
  choices: {
    both: { zh: "伤残与身故分别给付", en: "disability and death are both paid" },
    higher: { zh: "给付较高的一项", en: "the higher of the two is paid" },
    deathOnly: { zh: `只给付${benefit.zh}`, en: `only the ${benefit.en} is paid` },
  },
});

const higherLabel: Text = Object.freeze({ zh: "伤残与身故取高", en: "Disability or death" });
const unpaidLabel: Text = Object.freeze({ zh: "扣除此前已赔付的伤残", en: "Less disability paid before" });

/** The amounts that are due, and what they were for. */
export interface Harm {
  readonly due: Money[];
  readonly parts: Parts;
}

/** What an accident did, and what was paid for disability. */
interface Accident {
  /** What the disability gives by itself; `null` when it is not claimed. */
  readonly disability: Money | null;
  /** What the death gives; `null` when it is not claimed. */
  readonly death: Money | null;
  /** What disabilities give together at most. */
  readonly limit: Provision<Money>;
  /** What was paid for disability from other accidents: it uses up the limit. */
  readonly paidBefore: Money;
  /** What was paid for the disability from this accident: it comes off. */
  readonly paidToDate: Money;
}

/**
 * What is due when one accident brought disability and death, by the reading of how the two go together.
 */
export function harm(
  sheet: Statement,
  { disability: whole, death, limit, paidBefore, paidToDate }: Accident,
  reading: () => DeathAfterDisability,
): Harm {
  const unpaid = (amount: Money) => sheet.unpaid(amount, paidToDate, unpaidLabel);
  const disability = whole === null || paidBefore.isZero() ? whole : sheet.cap(whole, limit, paidBefore);
  if (disability === null) return death === null ? { due: [], parts: {} } : { due: [death], parts: { death } };
  if (death === null) return { due: [unpaid(disability)], parts: { disability } };
  switch (reading()) {
    case "both":
      return { due: [unpaid(disability), death], parts: { disability, death } };
    case "higher": {
      const higher = sheet.higher(higherLabel, disability, death);
      const parts = disability.compare(death) > 0 ? { disability } : { death };
      return { due: [unpaid(higher)], parts };
    }
    case "deathOnly":
      return { due: [unpaid(death)], parts: { death } };
  }
}
