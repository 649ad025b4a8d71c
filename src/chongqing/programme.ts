import { claimsOf } from "../core/claim.js";
import { ledgersOf } from "../core/ledger.js";
import { rulesOf } from "../core/rule.js";
import { policy } from "./policy.js";

/** The makers of this programme's rules and covers, made once from its policy. */
export const { rule } = rulesOf(policy);
export const { cover, eligibilityRule, assessmentRule } = claimsOf(policy);
/** The makers of its ledger, by themselves: whoever assesses single claims needs none of it. */
export const ledgers = () => ledgersOf(policy);
