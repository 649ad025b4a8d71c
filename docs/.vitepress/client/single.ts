import type { Locale } from "huimin-rules/core";
import { catalogue } from "../../../src/catalogue.js";
import { make } from "../../../examples/form/dom.js";
import { calculator } from "./calculator.js";

/*
 * The calculator of all rules as one file, which needs nothing but a browser.
 */

const texts = {
  zh: {
    title: "惠民规则：在线核定",
    lead: "按政策原文逐条核定。不清楚的可以不填：结果会说明还缺什么。本页不联网。",
    other: "English",
  },
  en: {
    title: "huimin-rules: work it out",
    lead: "Decided clause by clause. Leave out what is not known: the result says what is missing. This page uses no network.",
    other: "中文",
  },
} as const;

const other: Readonly<Record<Locale, Locale>> = { zh: "en", en: "zh" };
let locale: Locale = "zh";

const rules = Object.values(catalogue);
const usual = catalogue["chongqing.assessClaim"];
const title = make("h1");
const lead = make("p");
const language = make("button", {
  attributes: { type: "button" },
  on: {
    click() {
      locale = other[locale];
      speak();
    },
  },
});
const mount = make("div", { class: "calculator" });
document.body.append(make("div", { class: "top" }, title, language), make("main", { class: "text" }, lead, mount));

const all = usual && calculator({ mount, rules, rule: usual, isFixed: false, locale, keepsAddress: true });

function speak(): void {
  document.documentElement.lang = locale === "zh" ? "zh-CN" : "en";
  document.title = title.textContent = texts[locale].title;
  lead.textContent = texts[locale].lead;
  language.textContent = texts[locale].other;
  language.lang = other[locale];
  all?.speak(locale);
}
speak();
