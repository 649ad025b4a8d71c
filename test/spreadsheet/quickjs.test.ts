import { getQuickJS, type QuickJSContext } from "quickjs-emscripten";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sheetFunctions } from "../../src/spreadsheet/functions.js";
import { plainScript } from "./built.js";
import { compareCells, worked } from "./worked.js";

/*
 * QuickJS is an engine that has the language alone: no Intl, no console, no timers, no URL, no TextEncoder. It stands for the
 * embedded ones of databases and of office software other than those that are tested by name.
 */

let engine: QuickJSContext;
beforeAll(async () => {
  const [quickJs, script] = await Promise.all([getQuickJS(), plainScript()]);
  engine = quickJs.newContext();
  run("globalThis.eval = globalThis.Function = () => { throw new EvalError(); }; 0");
  run(`${script}; globalThis.HUIMIN = HUIMIN; 0`);
});
afterAll(() => engine.dispose());

/** The value of a script, as JSON carries it. */
function run(code: string): unknown {
  const handle = engine.unwrapResult(engine.evalCode(code, "huimin.js"));
  const value: unknown = engine.dump(handle);
  handle.dispose();
  return value;
}

const called = (calls: readonly (readonly [id: string, given: readonly unknown[]])[]): unknown[] =>
  JSON.parse(
    run(`JSON.stringify(${JSON.stringify(calls)}.map(([id, given]) => {
      try {
        return HUIMIN.call(id, given);
      } catch (error) {
        return { message: error.message };
      }
    }))`) as string,
  ) as unknown[];

describe("the plain script in an engine that has the language alone (QuickJS)", () => {
  it("has no Intl, no timers and none of what hosts add", () => {
    const names = [
      "Intl",
      "console",
      "setTimeout",
      "URL",
      "TextEncoder",
      "structuredClone",
      "crypto",
      "process",
      "window",
    ];
    expect(names.filter((name) => run(`typeof ${name}`) !== "undefined")).toEqual([]);
  });

  it("has every function", () => {
    expect(run("HUIMIN.functions.map(({ id }) => id)")).toEqual(sheetFunctions.map(({ id }) => id));
  });

  it("decides every worked case that cells can express as it is expected", () => {
    const all = worked.flat();
    const results = called(all.map(({ each, given }) => [each.id, given]));
    let compared = 0;
    all.forEach((one, index) => {
      const result = results[index];
      compared += compareCells(one, Array.isArray(result) ? (result as unknown[][]) : [[result]]);
    });
    expect(compared).toBeGreaterThan(worked.length);
  });

  it("a range keeps its rows; an error among them is text", () => {
    expect(called([["CQ_MAJOR_ILLNESS", [[[58000], ["x"], [""], [440142.86]]]]])).toEqual([
      [[16250], [expect.stringMatching(/^错误：E04 医保目录外/)], [""], [150000]],
    ]);
  });
});
