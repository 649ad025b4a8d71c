import { Content, useData } from "vitepress";
import { defineComponent, h, type VNode } from "vue";
import type { Navigation } from "../source/navigation.js";

const texts = {
  "zh-CN": { skip: "跳到正文", search: "搜索", find: "搜索全站", menu: "目录", other: "English", otherLang: "en" },
  en: {
    skip: "Skip to the text",
    search: "Search",
    find: "Search the site",
    menu: "Contents",
    other: "中文",
    otherLang: "zh-CN",
  },
};

/** Every page: what leads through the site, the language, the search, and the text. */
export const Layout = defineComponent(() => {
  const { page, lang, theme } = useData<Navigation>();
  return () => {
    const path = page.value.relativePath.replace(/\.md$/, ".html");
    const english = path.startsWith("en/");
    const own = english ? path.slice("en/".length) : path;
    const within = english ? "/en/" : "/";
    const other = `${english ? "/" : "/en/"}${own}`;
    const said = texts[lang.value as keyof typeof texts];
    const { sections, groups } = theme.value;
    const link = ({ path: to, title }: { path: string; title: string }): VNode =>
      h("a", { href: within + to, ...(to === own && { "aria-current": "page" }) }, title);
    return [
      h("a", { class: "skip", href: "#text" }, said.skip),
      h("header", { class: "top" }, [
        h("a", { class: "brand", href: `${within}index.html` }, english ? "huimin-rules" : "惠民规则"),
        h("nav", { "aria-label": english ? "Site" : "全站" }, sections.map(link)),
        h("form", { class: "find", role: "search", "data-to": `${within}search.html` }, [
          h("input", {
            type: "search",
            name: "q",
            "aria-label": said.find,
            placeholder: said.search,
            autocomplete: "off",
          }),
        ]),
        h("a", { class: "language", href: other, lang: said.otherLang, hreflang: said.otherLang }, said.other),
      ]),
      h("div", { class: "body" }, [
        h("details", { class: "contents", open: true }, [
          h("summary", said.menu),
          h(
            "nav",
            { "aria-label": said.menu },
            groups.map(({ title, pages }) =>
              h("details", { open: pages.some((each) => each.path === own) }, [
                h("summary", title),
                h(
                  "ul",
                  pages.map((each) => h("li", [link(each)])),
                ),
              ]),
            ),
          ),
        ]),
        h("main", { id: "text", class: "text", tabindex: "-1" }, [h(Content)]),
      ]),
      h(
        "footer",
        english
          ? "Results help to check a decision; they do not replace the competent authority's. Nothing leaves this page."
          : "结果供核对之用，不替代主管部门的决定。页面上填写的内容不会离开浏览器。",
      ),
    ];
  };
});
