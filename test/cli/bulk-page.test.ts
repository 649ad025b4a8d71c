import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildHuimin, type Huimin } from "./huimin.js";

const page = readFileSync(new URL("../../docs/bulk.md", import.meta.url), "utf8");
const block = (language: string, index = 0) =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, tag]) => tag === language)[index]?.[2] ?? "";

let huimin: Huimin;
beforeAll(async () => {
  huimin = await buildHuimin();
});
afterAll(() => huimin.remove());

describe.skipIf(process.platform === "win32")("docs/bulk.md", () => {
  it("begins with a table and ends with a settled year, as its commands run", () => {
    const command = join(huimin.folder, "huimin");
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${huimin.file}" "$@"\n`);
    chmodSync(command, 0o755);
    const sh = (script: string) =>
      execFileSync("sh", ["-c", `{ ${script}\n} 2>&1`], {
        cwd: huimin.folder,
        encoding: "utf8",
        env: { ...process.env, PATH: `${huimin.folder}:${process.env["PATH"] ?? ""}` },
      });
    sh(block("sh"));
    const template = readFileSync(join(huimin.folder, "claims.csv"), "utf8").slice(1).trimEnd().split(",");
    const table = block("csv");
    expect(template).toEqual(expect.arrayContaining(table.slice(0, table.indexOf("\n")).split(",")));

    writeFileSync(join(huimin.folder, "claims.csv"), table);
    writeFileSync(join(huimin.folder, "year.ndjson"), `${JSON.stringify(JSON.parse(block("json")))}\n`);
    const told = sh(block("sh", 1).replace(/^(huimin run .*)$/gm, "$1 || [ $? -eq 1 ]"));
    expect(readFileSync(join(huimin.folder, "decided.csv"), "utf8").split("\n").slice(0, 3)).toEqual([
      "\uFEFFid,payable,pending,error",
      "A-1,16250.00,,",
      "A-2,2500.00,,",
    ]);
    expect(told).toMatch(/ 乙公司 +2 +1 +0 +1 +2500\.00 .*\n +甲公司 +1 +1 +0 +0 +16250\.00 /);
    const settled = told.slice(told.indexOf("第 1 行"));
    expect(settled).toContain("清算");
    expect(settled).not.toContain("输入有误");
    const comments = block("sh", 1)
      .split("\n")
      .filter((line) => line.startsWith("# "))
      .map((line) => line.slice(2));
    expect(comments).toHaveLength(2);
    for (const comment of comments) expect(told).toContain(comment.replace(/ …$/, ""));
  });
});
