import type { Decision } from "../decide/decision.js";
import type { Block, Placed } from "./lines.js";
import { tallying, type Tally } from "./report.js";

/** How blocks of the input are answered. */
export interface Answering<Given> {
  /** What stands in a block: a record each, however bad. */
  readonly rowsIn: (this: void, block: Block) => Iterable<Placed<Given>>;
  readonly decide: (this: void, given: Given) => Decision;
  /** What is written for a record. */
  readonly print: (this: void, decision: Decision, line: number) => string;
}

/** The answers to a block. */
export interface Answers {
  readonly text: string;
  readonly tally: Tally;
  /** Which of its records failed, counted from 0. */
  readonly failedAt: readonly number[];
}

/** The records of a block that are answered: from the first one on, and how many at most. */
export interface Part {
  readonly from: number;
  readonly most: number;
}

const all: Part = { from: 0, most: Number.POSITIVE_INFINITY };

/** Answers the records of a block, or a part of them. */
export function answersTo<Given>(block: Block, answering: Answering<Given>, { from, most }: Part = all): Answers {
  const sums = tallying();
  const failedAt: number[] = [];
  let text = "";
  let index = -from;
  for (const { line, given } of answering.rowsIn(block)) {
    if (index >= most) break;
    if (index >= 0) {
      const decision = answering.decide(given);
      sums.take(decision, line);
      if (!decision.outcome.ok) failedAt.push(index);
      text += answering.print(decision, line);
    }
    index += 1;
  }
  return { text, tally: sums.tally(), failedAt };
}
