import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { brokenLinks, foreignTexts, problemsOf, refused } from "../../docs/.vitepress/gates.js";
import { guidePages, untranslatedSections } from "../../docs/.vitepress/source/guides.js";

/*
 * What fails the build of the site. The build itself is run by `npm run site`; here its gates are shown to close.
 */

const folder = `${mkdtempSync(join(tmpdir(), "huimin-site-"))}/`;
afterAll(() => rmSync(folder, { recursive: true }));

const page = (name: string, html: string) => writeFileSync(folder + name, html);

describe("a link", () => {
  it("that leads nowhere is told: a page, a place in a page, a file, an address from the root", () => {
    page(
      "a.html",
      '<main><h2 id="here"></h2><a href="b.html">b</a><a href="b.html#there">b</a><a href="#here">a</a></main>',
    );
    page("b.html", '<main id="there"><a href="https://example.org">far</a><a href="#case=%7B%7D">a case</a></main>');
    expect(brokenLinks(folder, ["a.html", "b.html"])).toEqual([]);
    page(
      "c.html",
      '<a href="lost.html"></a><a href="b.html#lost"></a><script src="lost.js"></script><a href="/a.html"></a>',
    );
    expect(brokenLinks(folder, ["c.html"])).toEqual([
      "c.html: a link to lost.html, which is not there",
      "c.html: a link to b.html#lost, which that page does not have",
      "c.html: a link to /a.html, which is not there",
      "c.html: a link to lost.js, which is not there",
    ]);
  });
});

describe("what a strict policy refuses", () => {
  it("is told: scripts, styles and handlers in a page", () => {
    page("good.html", '<script defer src="a.js"></script><p class="s0">text</p>');
    page("bad.html", '<script>1</script><style>p{}</style><p style="color:red" onclick="x()">text</p>');
    expect(refused(folder, ["good.html"])).toEqual([]);
    expect(refused(folder, ["bad.html"])).toHaveLength(4);
  });
});

describe("a text in the other language", () => {
  it("is found in a Chinese page and in an English one; names in programs and quotations are none", () => {
    const texts = (html: string, locale: "zh" | "en") => foreignTexts(`<main>${html}</main>`, locale);
    expect(texts("<p>This page was never put into Chinese at all</p>", "zh")).toHaveLength(1);
    expect(texts("<p>这一页从来没有翻译成英文，一个字也没有</p>", "en")).toHaveLength(1);
    expect(
      texts("<pre>const a = this is a program and no text</pre><p>三(二) majorIllnessBenefit 大病补充</p>", "zh"),
    ).toEqual([]);
    expect(
      texts("<p>The words 医保系统“一站式”结算后 (after one-stop settlement) are the document's own</p>", "en"),
    ).toEqual([]);
  });

  it("is found in a guide: a section that speaks one language alone", () => {
    expect(
      untranslatedSections("# 题 · Title\n\n中文的一段话，说明了一些事情。\n\nA paragraph that says the same thing."),
    ).toEqual([]);
    expect(untranslatedSections("# 题 · Title\n\n## 节 · Part\n\nA paragraph that nobody ever translated.")).toEqual([
      "## 节 · Part",
    ]);
    expect(untranslatedSections("# 题 · Title\n\n## 节 · Part\n\n只有中文的一段话，没有人翻译过。")).toEqual([
      "## 节 · Part",
    ]);
    expect(
      untranslatedSections(
        "## 中文\n\n只有中文的一段话。\n\n## English\n\nThe same in English, as a section of its own.",
      ),
    ).toEqual([]);
    expect(untranslatedSections("## 中文\n\n只有中文的一段话，没有英文的一节。")).toEqual(["## 中文"]);
  });
});

describe("the site", () => {
  it("without its pages, every rule is told to have none", () => {
    mkdirSync(`${folder}empty/en`, { recursive: true });
    const problems = problemsOf(`${folder}empty/`, [], []);
    expect(problems).toContain("chongqing.majorIllnessBenefit: has no page");
  });

  it.each(guidePages.map(({ file, markdown }) => [file, markdown] as const))(
    "%s is in both languages, section by section",
    (_, markdown) => {
      expect(untranslatedSections(markdown)).toEqual([]);
    },
  );
});
