import { readFileSync } from "node:fs";
import { defineConfig } from "vitepress";
import { documentOf } from "./document.js";
import { site, staged } from "./paths.js";

/*
 * The site as VitePress makes it: static pages (`mpa`) without a framework in the browser, in Chinese and English. `build.ts` writes their
 * Markdown first, and holds what comes out to what is promised.
 */

const navigation = (locale: string) =>
  JSON.parse(readFileSync(`${staged}navigation.${locale}.json`, "utf8")) as Record<string, unknown>;

export default defineConfig({
  srcDir: staged,
  outDir: site,
  mpa: true,
  appearance: false,
  title: "惠民规则",
  titleTemplate: ":title · 惠民规则",
  locales: {
    root: { label: "中文", lang: "zh-CN", themeConfig: navigation("zh") },
    en: { label: "English", lang: "en", titleTemplate: ":title · huimin-rules", themeConfig: navigation("en") },
  },
  markdown: {
    theme: "github-light-high-contrast",
    attrs: { disable: true },
    anchor: { permalink: () => undefined },
  },
  transformHtml: (_, __, context) => documentOf(context),
});
