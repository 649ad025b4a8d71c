import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue, compareReadings, explain } from "huimin-rules";

/*
 * What a person is shown is in that person's language: everything that explain prints of the worked cases, their readings compared, and
 * the errors of those that are refused.
 */

const folder = new URL("../vectors/", import.meta.url);

interface Vector {
  readonly rule: string;
  readonly name: string;
  readonly input: never;
  readonly readings?: Readonly<Record<string, string>>;
}

const rules = catalogue;

/** Where a document, or a clause of it, is cited; names of programmes and bodies are given in quotation marks. */
const citation =
  /《[^》]+》(?:（\d{4}年(?:修正)?）)?|\p{Script=Han}+〔\d{4}〕\d+号|[一二三四五六七八](?:\([一二三四五六七八九十]+\))*(?:第[\d、]+段)?\d*(?:[-、]\d)*(?:\([一二三四五六]\))*|第[一二三四五六七八九十]+条/gmu;
const quotation = /“[^”]*”|"[^"]*"/g;

describe.each(readdirSync(folder).filter((name) => name.endsWith(".json")))(
  "the worked cases of %s in words",
  (file) => {
    const vectors = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as readonly Vector[];
    const shown = vectors.flatMap(({ rule: id, name, input, readings }) => {
      const rule = rules[id];
      if (rule === undefined) return [];
      const outcome = rule.safe(input, { readings } as never);
      const results = outcome.ok ? [outcome.value, compareReadings(rule as never, input)] : [outcome.error];
      return results.map((result) => [name, result] as const);
    });

    it("are many", () => {
      expect(shown.length).toBeGreaterThan(4);
    });

    it("no Chinese output holds a Latin word outside quotation or citation", () => {
      const found = shown.flatMap(([name, result]) => {
        const text = explain(result)
          .replace(quotation, "")
          .replace(/GB\/T 2260|III度/g, "");
        return (text.match(/.*[A-Za-z].*/g) ?? []).map((row) => `${name}: ${row.trim()}`);
      });
      expect([...new Set(found)].slice(0, 5)).toEqual([]);
    });

    it("no English output holds a Chinese word outside quotation or citation", () => {
      const found = shown.flatMap(([name, result]) => {
        const text = explain(result, { locale: "en" }).replace(quotation, "").replace(citation, "");
        return (text.match(/.*[\p{Script=Han}（）：；、，].*/gu) ?? []).map((row) => `${name}: ${row.trim()}`);
      });
      expect([...new Set(found)].slice(0, 5)).toEqual([]);
    });
  },
);
