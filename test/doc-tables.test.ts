import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "huimin-rules";
import { programmes, withTables } from "./doc-tables.js";

describe("the tables of facts and losses in the docs", () => {
  it("stand on the page of every programme", () => {
    const all = Object.keys(catalogue).flatMap((id) => /^(\w+)\.assessClaim$/.exec(id)?.[1] ?? []);
    expect([...programmes].sort()).toEqual(all.sort());
  });

  it.each(programmes)("%s: are what the rules take (npm run docs:tables writes them)", async (programme) => {
    const page = readFileSync(new URL(`../docs/${programme}.md`, import.meta.url), "utf8");
    expect(await withTables(programme)).toBe(page);
  });
});
