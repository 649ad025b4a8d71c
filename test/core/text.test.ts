import { describe, expect, it } from "vitest";
import { midSentence, oneOfThese, quotedNames, wordsFor } from "../../src/core/text.js";

describe("names that a program uses", () => {
  it("are quoted in both languages", () => {
    expect(quotedNames(["a", "b"])).toEqual({ zh: "“a”、“b”", en: '"a", "b"' });
    expect(oneOfThese(["a", "b"])).toEqual({ zh: "应为以下之一：“a”、“b”", en: 'expected one of: "a", "b"' });
  });

  it("are cut where there are more than 24", () => {
    const many = Array.from({ length: 25 }, (_, index) => `w${index}`);
    const all = quotedNames(many.slice(0, 24));
    expect([all.zh.endsWith("“w23”"), all.en.endsWith('"w23"')]).toEqual([true, true]);
    const cut = quotedNames(many);
    expect([cut.zh.endsWith("、“w23”、……"), cut.en.endsWith(', "w23", ...')]).toEqual([true, true]);
  });
});

describe("words", () => {
  it("an English name loses its capital within a sentence, unless it is a name in capitals", () => {
    expect(["Annual limit", "ICD code", "a limit"].map(midSentence)).toEqual(["annual limit", "ICD code", "a limit"]);
  });

  it("may follow a value", () => {
    expect(wordsFor({ zh: "一", en: "one" }, 2)).toEqual({ zh: "一", en: "one" });
    expect(wordsFor((value: number) => ({ zh: `${value}日`, en: `${value} d` }), 2)).toEqual({ zh: "2日", en: "2 d" });
  });
});
