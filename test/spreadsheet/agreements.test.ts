import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getQuickJS } from "quickjs-emscripten";
import { beforeAll, describe, expect, it } from "vitest";
import { agreementFrom, catalogue, type Agreement, type AnyRule } from "huimin-rules";
import { scriptWith } from "../../src/cli/sheets.js";
import { plainScript } from "./built.js";
import { isBlankCall, worked } from "./worked.js";

const examples = fileURLToPath(new URL("../../examples/agreements/", import.meta.url));
const names = readdirSync(examples);
const contracts = names.map((name) => JSON.parse(readFileSync(join(examples, name), "utf8")) as { title: object });
const agreements = new Map(
  contracts.map((json): Agreement => agreementFrom(json)).map((each) => [each.policy.id, each] as const),
);

/** Every worked case that cells can express. */
const all = worked.flat();

/** The results of the plain script in QuickJS, which has the language alone; a refusal is `{ message }`. */
async function inQuickJs(script: string): Promise<unknown[]> {
  const engine = (await getQuickJS()).newContext();
  const run = (code: string): unknown => {
    const handle = engine.unwrapResult(engine.evalCode(code, "huimin.js"));
    const value: unknown = engine.dump(handle);
    handle.dispose();
    return value;
  };
  run(`${script}; globalThis.HUIMIN = HUIMIN; 0`);
  const calls = all.map(({ each, given }) => [each.id, given]);
  const results = run(`JSON.stringify(${JSON.stringify(calls)}.map(([id, given]) => {
    try {
      return HUIMIN.call(id, given);
    } catch (error) {
      return { message: error.message };
    }
  }))`) as string;
  engine.dispose();
  return JSON.parse(results) as unknown[];
}

let plain: readonly unknown[];
let agreed: readonly unknown[];
beforeAll(async () => {
  const script = await plainScript();
  [plain, agreed] = await Promise.all([inQuickJs(script), inQuickJs(scriptWith(contracts, script))]);
}, 120_000);

describe("the plain script with the example agreements above it, in QuickJS", () => {
  it("gives every amount and ratio that the rule gives under options.agreement, and refuses what it refuses", () => {
    let amounts = 0;
    let refused = 0;
    all.forEach(({ vector: { rule: id, input, readings, name }, part, each, given }, index) => {
      const rule = catalogue[id] as AnyRule;
      const agreement = agreements.get(rule.policy.id);
      const outcome = rule.safe(input, { ...(readings && { readings }), ...(agreement && { agreement }) });
      if (!outcome.ok) {
        // An argument that no function has cannot be given in a sheet.
        if (outcome.error.issues.some(({ code }) => code === "UNKNOWN_FIELD")) return;
        if (isBlankCall({ each, given })) {
          expect(agreed[index], name).toBe("");
          return;
        }
        if (name === "bad amount '1,000'") return;
        refused += 1;
        expect(agreed[index], name).toEqual({ message: expect.stringMatching(/^E\d\d ./) as string });
        return;
      }
      if (part.kind !== "amount" && part.kind !== "ratio") return;
      const json = JSON.parse(JSON.stringify(outcome.value)) as Record<string, unknown>;
      const value = part.of.split(".").reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], json);
      expect([id, input, agreed[index]]).toEqual([id, input, value == null ? "" : Number(value)]);
      amounts += 1;
    });
    expect(amounts).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(10);
  });

  it("changes results of each programme, and none without an agreement", () => {
    const changed = all.flatMap(({ vector }, index) =>
      JSON.stringify(plain[index]) === JSON.stringify(agreed[index]) ? [] : [vector.rule.replace(/\..*/, "")],
    );
    expect(new Set(changed)).toEqual(new Set(agreements.keys()));
  });

  it("its title shows in every statement, in the statement's language; without an agreement there is none", () => {
    const statements = all.flatMap(({ each, vector }, index) =>
      each.spills && Array.isArray(agreed[index])
        ? [[vector.rule.replace(/\..*/, ""), agreed[index] as unknown[][], plain[index]] as const]
        : [],
    );
    expect(new Set(statements.map(([programme]) => programme))).toEqual(new Set(agreements.keys()));
    for (const [programme, rows, without] of statements) {
      const { id, title } = agreements.get(programme) ?? {};
      expect(rows.at(-1)).toEqual(["合同", "", id, title?.zh]);
      expect(JSON.stringify(without)).not.toContain("示例合同");
    }
  });
});
