import { decisionOnJson, unreadable, type Deciding, type Decision } from "../decide/decision.js";
import type { Line } from "./lines.js";

/**
 * Decides one line: a record `{ rule, input, readings?, agreement?, id?, labels? }`, or, where one rule holds for all lines, also that
 * rule's bare input. Whatever the line holds, it is answered and nothing is thrown.
 */
export function decide(line: Line, how: Deciding = {}): Decision {
  if (typeof line !== "string") return unreadable(line.unreadable.zh, line.unreadable.en);
  if (line === "") return unreadable("空行", "an empty line");
  return decisionOnJson(line, { option: "--agreement", ...how });
}
