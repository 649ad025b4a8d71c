import type { Locale } from "huimin-rules";
import { programmeOf, programmes, rules } from "./library.js";
import { says, type Page } from "./page.js";

/*
 * What leads through the site.
 */

export interface Entry {
  readonly path: string;
  readonly title: string;
}

export interface Navigation {
  /** The main sections, above every page. */
  readonly sections: readonly Entry[];
  /** All pages by group, beside every page. */
  readonly groups: readonly { readonly title: string; readonly pages: readonly Entry[] }[];
}

/** What leads through the pages of a language. */
export function navigationOf(pages: readonly Page[], apiPages: readonly Entry[], locale: Locale): Navigation {
  const t = says(locale);
  const titled = (begins: string) =>
    pages
      .filter(({ path }) => path.startsWith(begins) && path !== `${begins}index`)
      .map(({ path, title }) => ({ path: `${path}.html`, title: title[locale] }));
  const ofRule = (id: string) =>
    rules
      .filter((rule) => programmeOf(rule.id) === id)
      .map((rule) => ({ path: `rules/${rule.id}.html`, title: rule.title[locale] }));
  const known = new Set([...pages.map(({ path }) => `${path}.html`), ...apiPages.map(({ path }) => path)]);
  const sections = [
    { path: "claim.html", title: t("理赔核定", "Claim") },
    { path: "rules/index.html", title: t("规则", "Rules") },
    { path: "clauses/index.html", title: t("条文对照", "Clauses") },
    { path: "start.html", title: t("入门", "Start") },
    { path: "guides/index.html", title: t("指南", "Guides") },
    { path: "receipt.html", title: t("凭据", "Receipt") },
    { path: "api/index.html", title: t("接口", "API") },
  ];
  const groups = [
    { title: t("项目", "Programmes"), pages: titled("programmes/") },
    ...programmes.map(({ id, policy }) => ({ title: policy.title[locale], pages: ofRule(id) })),
    { title: t("保险法", "Insurance Law"), pages: ofRule("core") },
    { title: t("条文对照", "Clauses"), pages: titled("clauses/") },
    { title: t("指南", "Guides"), pages: titled("guides/").filter(({ path }) => !path.includes("/decisions/")) },
    { title: t("决定", "Decisions"), pages: titled("guides/decisions/") },
    { title: t("接口", "API"), pages: apiPages },
  ];
  return {
    sections: sections.filter(({ path }) => known.has(path)),
    groups: groups.filter((group) => group.pages.length > 0),
  };
}
