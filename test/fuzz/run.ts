/*
 * Odd inputs for a while: each must be decided or refused with a PolicyInputError; no crash, no call that does not return, no changed prototype.
 *
 *   npm run fuzz                         ten minutes
 *   npm run fuzz -- --minutes 1          one
 *   --seed 7                             the same inputs again (the number is printed)
 *   --keep                               adds what found a new way through the library to test/fuzz/corpus/
 *
 * What is done differently from all before (another refusal, another kind of result) is kept and made odd in its turn: that leads further in than chance
 * alone. A watch ends the run where one call takes longer than it may.
 */
import { appendFileSync } from "node:fs";
import { argv } from "node:process";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { chanceFrom, oddOf, trapped } from "./mutate.js";
import { traps } from "./odd.js";
import { corpusFile, keptOf, seeds } from "./seeds.js";
import { apply, targetNames, type TargetName } from "./targets.js";

const longest = 20_000;
/** Of each target, at most so many of a run are added to the corpus, none longer than this. */
const keptAtMost = 80;
const keptLength = 2_500;

interface Plan {
  readonly seed: number;
  readonly until: number;
  readonly keep: boolean;
  readonly turns: SharedArrayBuffer;
}

function shown(value: unknown): string {
  try {
    return fc.stringify(value);
  } catch {
    return "(a trap)";
  }
}

async function fuzz({ seed, until, keep, turns }: Plan): Promise<boolean> {
  const chance = chanceFrom(seed);
  const pool = seeds();
  const turn = new Int32Array(turns);
  const ways = new Map<TargetName, Set<string>>(targetNames.map((target) => [target, new Set()]));
  const found: Record<string, unknown[]> = {};
  const anything = fc.sample(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    {
      seed,
      numRuns: 500,
    },
  );

  const attempt = async (target: TargetName, value: unknown): Promise<boolean | undefined> => {
    Atomics.add(turn, 0, 1);
    try {
      const way = await apply(target, value);
      const known = ways.get(target);
      if (known?.has(way) === true) return false;
      known?.add(way);
      return true;
    } catch (error) {
      console.error(
        `${target}, seed ${seed}, call ${turn[0]}: ${error instanceof Error ? error.stack : String(error)}`,
      );
      console.error(shown(value).slice(0, 4000));
      return undefined;
    }
  };

  for (const target of targetNames) {
    for (const value of pool[target]) if ((await attempt(target, value)) === undefined) return false;
  }
  while (Date.now() < until) {
    const target = chance.of(targetNames);
    const from = pool[target];
    const made = oddOf(chance.of(from), chance.of(from), chance);
    // Lines are bytes, in which there can be no trap.
    const odd = target === "lines" ? 2 : chance.below(8);
    const value =
      odd === 0
        ? trapped(made, chance.of(traps)(), chance)
        : odd === 1
          ? trapped(made, chance.of(anything), chance)
          : made;
    const isNew = await attempt(target, value);
    if (isNew === undefined) return false;
    if (isNew && odd > 1) {
      from.push(made);
      if (JSON.stringify(made).length <= keptLength) (found[target] ??= []).push(made);
    }
  }
  for (const target of targetNames) {
    const more = found[target] ?? [];
    console.log(`${target}: ${ways.get(target)?.size} ways, ${more.length} of them new in this run`);
    const room = Math.max(0, keptAtMost - keptOf(target).length);
    if (keep && room > 0 && more.length > 0)
      appendFileSync(
        corpusFile(target),
        more
          .slice(0, room)
          .map((value) => `${JSON.stringify(value)}\n`)
          .join(""),
      );
  }
  console.log(`seed ${seed}: ${turn[0]} calls`);
  return true;
}

/** Ends the process, by a thread of its own, where the count of calls stands still: nothing else runs while a call does not return. */
const watch = `
const { writeSync } = require("node:fs");
const { turns, seed, longest } = require("node:worker_threads").workerData;
let before = 0;
setInterval(() => {
  const [now] = new Int32Array(turns);
  if (now === before && now > 0) {
    writeSync(2, \`seed \${seed}: call \${now} takes longer than \${longest / 1000} seconds\\n\`);
    process.kill(process.pid, "SIGKILL");
  }
  before = now;
}, longest);
`;

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    keep: { type: "boolean", default: false },
  },
});
const turns = new SharedArrayBuffer(4);
const seed = Number(values.seed);
const watching = new Worker(watch, { eval: true, execArgv: [], workerData: { turns, seed, longest } });
const well = await fuzz({ seed, until: Date.now() + Number(values.minutes) * 60_000, keep: values.keep, turns });
await watching.terminate();
if (!well) process.exitCode = 1;
