import { describe, expect, it } from "vitest";
import { traps } from "./odd.js";
import { keptOf } from "./seeds.js";
import { apply, targetNames } from "./targets.js";

/*
 * What `npm run fuzz` once found to be a way of its own through the library: it is decided, or refused with a PolicyInputError, and nothing
 * else happens. Each target throws where that does not hold.
 */

describe.each(targetNames)("%s", (target) => {
  it("decides or refuses everything of the corpus", async () => {
    const kept = keptOf(target);
    const said = await Promise.all(kept.map((value) => apply(target, value)));
    expect(said).toHaveLength(kept.length);
  });

  it("decides or refuses what JSON cannot say", async () => {
    const inProcess = target !== "lines";
    const odd = traps.map((trap) => trap());
    const calls = inProcess ? odd.flatMap((value) => [value, { rule: "core.x", input: value, result: value }]) : [];
    const said = await Promise.all(calls.map((value) => apply(target, value)));
    expect(said).toHaveLength(inProcess ? 2 * traps.length : 0);
  });
});
