import type { Money } from "./money.js";
import type { Parts, Statement } from "./statement.js";
import type { Text } from "./text.js";

/** How a benefit for death goes together with one for an earlier disability from the same accident. */
export type DeathAfterDisability = "both" | "higher" | "deathOnly";

const higherLabel: Text = Object.freeze({ zh: "伤残与身故取高", en: "Disability or death" });
const unpaidLabel: Text = Object.freeze({ zh: "扣除此前已赔付的伤残", en: "Less disability paid before" });

/** The amounts that are due, and what they were for. */
export interface Harm {
  readonly due: Money[];
  readonly parts: Parts;
}

/**
 * What is due when one accident brought disability and death, by the reading of how the two go together, less what was paid for the
 * disability before.
 */
export function harm(
  sheet: Statement,
  disability: Money | null,
  death: Money | null,
  disabilityPaidBefore: Money,
  reading: () => DeathAfterDisability,
): Harm {
  const unpaid = (amount: Money) => sheet.unpaid(amount, disabilityPaidBefore, unpaidLabel);
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
