/*
 * What every page does: the search begins, and the other language keeps the case.
 */

const find = document.querySelector<HTMLFormElement>("form.find");
find?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { value } = find.elements.namedItem("q") as HTMLInputElement;
  location.href = `${find.dataset["to"] ?? ""}#q=${encodeURIComponent(value)}`;
});

const language = document.querySelector<HTMLAnchorElement>("a.language");
language?.addEventListener("click", () => {
  language.hash = location.hash;
});

if (matchMedia("(max-width: 60rem)").matches) document.querySelector("details.contents")?.removeAttribute("open");
