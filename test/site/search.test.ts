import { describe, expect, it } from "vitest";
import { tokensOf, tokensOfQuery } from "../../docs/.vitepress/client/tokens.js";

describe("what the search finds", () => {
  it("Chinese by every pair of characters, so that a word is found wherever it stands in a sentence", () => {
    expect(tokensOf("扣除起付标准后")).toEqual(["扣除", "除起", "起付", "付标", "标准", "准后", "后"]);
    expect(tokensOfQuery("起付")).toEqual(["起付"]);
    expect(tokensOfQuery("起付标准")).toEqual(["起付", "付标", "标准"]);
    expect(tokensOfQuery("保")).toEqual(["保"]);
  });

  it("names in programs whole and in their parts; numbers and words beside Chinese", () => {
    expect(tokensOf("outOfCatalogue 按25%补偿")).toEqual([
      "outOfCatalogue",
      "out",
      "Of",
      "Catalogue",
      "按",
      "25",
      "补偿",
      "偿",
    ]);
    expect(tokensOfQuery("deductible 25")).toEqual(["deductible", "25"]);
  });
});
