import MiniSearch from "minisearch";
import { make } from "../../../examples/form/dom.js";
import type { Section } from "../search-index.js";
import { tokensOf, tokensOfQuery } from "./tokens.js";

/*
 * The search: over what stands in the page already, so that nothing that is looked for leaves the browser.
 */

declare global {
  var huiminPages: readonly Section[];
}

const english = document.documentElement.lang === "en";
const t = (zh: string, en: string) => (english ? en : zh);
const shownResults = 40;
const around = 50;

const sections = globalThis.huiminPages;
const index = new MiniSearch<Section & { id: number }>({
  fields: ["page", "heading", "text"],
  tokenize: tokensOf,
  searchOptions: {
    tokenize: tokensOfQuery,
    combineWith: "AND",
    prefix: true,
    boost: { page: 4, heading: 3 },
  },
});
index.addAll(sections.map((section, id) => ({ ...section, id })));

/** The text around what was found, with it marked. */
function excerpt(text: string, query: string): Node[] {
  const words = [query.trim(), ...query.trim().split(/\s+/), ...tokensOfQuery(query)].filter((word) => word !== "");
  const lower = text.toLowerCase();
  const word = words.find((each) => lower.includes(each.toLowerCase()));
  if (word === undefined) return [document.createTextNode(text.slice(0, 2 * around))];
  const at = lower.indexOf(word.toLowerCase());
  const [from, to] = [Math.max(0, at - around), at + word.length];
  return [
    document.createTextNode((from > 0 ? "…" : "") + text.slice(from, at)),
    make("mark", { text: text.slice(at, to) }),
    document.createTextNode(text.slice(to, to + around) + (to + around < text.length ? "…" : "")),
  ];
}

const status = make("p", { class: "found", attributes: { role: "status" } });
const list = make("ol", { class: "results" });

function show(query: string): void {
  const found = query.trim() === "" ? [] : index.search(query);
  status.textContent = query.trim() === "" ? "" : t(`找到 ${found.length} 处`, `${found.length} found`);
  list.replaceChildren(
    ...found.slice(0, shownResults).flatMap(({ id }) => {
      const section = sections[id as number];
      if (section === undefined) return [];
      const { url, page, heading, text } = section;
      const title = heading === "" ? page : `${page} › ${heading}`;
      return [
        make("li", {}, make("a", { text: title, attributes: { href: url } }), make("p", {}, ...excerpt(text, query))),
      ];
    }),
  );
}

const input = make("input", {
  attributes: { type: "search", id: "query", autocomplete: "off" },
  on: {
    input() {
      history.replaceState(null, "", `#q=${encodeURIComponent(input.value)}`);
      show(input.value);
    },
  },
});

function read(): void {
  const [, query = ""] = /^#q=(.*)$/.exec(location.hash) ?? [];
  input.value = decodeURIComponent(query);
  show(input.value);
}

document
  .querySelector(".search")
  ?.replaceChildren(
    make("label", { text: t("找什么", "Look for"), attributes: { for: "query" } }),
    input,
    status,
    list,
  );
addEventListener("hashchange", read);
read();
input.focus();
