import type { FormField } from "../../core/describe.js";
import type { ClaimPeriods } from "../../core/insurance-law.js";
import type { Provision } from "../../core/policy.js";
import { outcome, named, day as dayField, type Formula } from "./sheet.js";
import { textOf, type Parameters } from "./parameters.js";
import { workdaysOf } from "./workdays.js";

/** A day by which something is to be done; nothing where no period runs. */
export interface DeadlineCell {
  /** As the rule calls it. */
  readonly action: string;
  readonly label: Formula;
  readonly clause: Provision<unknown>["clause"];
  readonly formula: Formula;
  readonly terms: readonly Provision<unknown>[];
}

/** What the periods of a claim are counted from. */
export interface ClaimCells {
  readonly cover: string;
  readonly parameters: Parameters;
  /** The cell of a day. */
  readonly cell: (name: string) => string;
  /** The cell of the outcome. */
  readonly outcome: string;
  /** The cell of what is payable; empty where nothing is. */
  readonly payable: string;
}

/** The deadlines of a programme's claims. */
export interface DeadlineBook {
  readonly fields: readonly FormField[];
  readonly deadlines: (claim: ClaimCells) => readonly DeadlineCell[];
}

const workdays = workdaysOf();

const running = (
  action: string,
  from: string,
  term: Provision<number>,
  { parameters }: ClaimCells,
  when: Formula = "TRUE()",
): DeadlineCell => ({
  action,
  label: named(term),
  clause: term.clause,
  formula: `IF(AND(${from}<>"",${when}),${workdays.onOrAfter(from, parameters.value(term))},"")`,
  terms: [term],
});

const is = (claim: ClaimCells, word: string) => `${claim.outcome}=${textOf(word)}`;
/** A case that is or may be covered. */
const maybe = (claim: ClaimCells) => `OR(${is(claim, outcome.met)},${is(claim, outcome.unknown)})`;

const received = dayField("claimReceivedOn", "首次收到索赔请求及材料之日");
const agreed = dayField("agreedOn", "就金额达成协议之日");
const assessed = dayField("assessedOn", "作出核定之日");

/** 保险法 23-25, without a pause for further documents. */
export const statutory = (terms: ClaimPeriods): DeadlineBook => ({
  fields: [received, assessed, agreed],
  deadlines: (claim) => [
    running("assess", claim.cell("claimReceivedOn"), terms.assess, claim, `${claim.outcome}<>${textOf(outcome.wrong)}`),
    running("pay", claim.cell("agreedOn"), terms.pay, claim, maybe(claim)),
    running("refuse", claim.cell("assessedOn"), terms.refuse, claim, is(claim, outcome.unmet)),
    running("payUndisputed", claim.cell("claimReceivedOn"), terms.payUndisputed, claim, maybe(claim)),
  ],
});

/** 一(二) of Zhumadian's plan: working days by the amount, for someone in hardship days that are fixed. */
export interface PlanPeriods extends Pick<ClaimPeriods, "assess" | "refuse"> {
  readonly step: Provision<unknown>;
  readonly largeFrom: Provision<unknown>;
  readonly small: Provision<number>;
  readonly middle: Provision<number>;
  readonly large: Provision<number>;
  readonly hardshipFile: Provision<number>;
  readonly hardshipPay: Provision<number>;
}

export const byPlan = (terms: PlanPeriods): DeadlineBook => ({
  fields: [dayField("documentsCompleteOn", "手续资料齐全之日"), received, assessed],
  deadlines(claim) {
    const { cover, parameters, payable } = claim;
    const { value } = parameters;
    const complete = claim.cell("documentsCompleteOn");
    const due = `AND(${complete}<>"",IF(${payable}="",FALSE(),${payable}>0))`;
    const { step, largeFrom, small, middle, large, hardshipFile, hardshipPay } = terms;
    const byLaw = [
      running(
        "assess",
        claim.cell("claimReceivedOn"),
        terms.assess,
        claim,
        `${claim.outcome}<>${textOf(outcome.wrong)}`,
      ),
      running("refuse", claim.cell("assessedOn"), terms.refuse, claim, is(claim, outcome.unmet)),
    ];
    if (cover === "hardshipIllness") {
      const fixed = (action: string, term: Provision<number>, when: Formula): DeadlineCell => ({
        action,
        label: named(term),
        clause: term.clause,
        formula: `IF(${when},${complete}+${value(term)},"")`,
        terms: [term],
      });
      const filed = `AND(${complete}<>"",${claim.outcome}<>${textOf(outcome.wrong)})`;
      return [fixed("file", hardshipFile, filed), fixed("pay", hardshipPay, due), ...byLaw];
    }
    const days = `IF(${payable}>=${value(largeFrom)},${value(large)},IF(${payable}<=${value(step)},${value(small)},${value(middle)}))`;
    const pay: DeadlineCell = {
      action: "pay",
      label: textOf("完成赔付"),
      clause: small.clause,
      formula: `IF(${due},${workdays.after(complete, days)},"")`,
      terms: [step, largeFrom, small, middle, large],
    };
    return [pay, ...byLaw];
  },
});
