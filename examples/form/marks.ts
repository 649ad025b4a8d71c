import type { Issue, Locale, Text } from "huimin-rules";
import { make } from "./dom.js";
import { idOf, put, type Data } from "./fields.js";

/*
 * What is said at the fields: what is wrong with them, with what was probably meant, and which facts are missing.
 */

const texts = {
  lacking: { zh: "尚缺此项", en: "still missing" },
  change: { zh: "改为", en: "Change to" },
} satisfies Record<string, Text>;

/** The form that is marked. */
export interface Marked {
  readonly sheet: HTMLElement;
  readonly locale: Locale;
}

/** The form, with what was filled in, and what has to be done when a suggestion is taken. */
export interface Corrected extends Marked {
  readonly data: Data;
  readonly decide: () => void;
}

const placeOf = (sheet: HTMLElement, path: string) =>
  sheet.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
const labelOf = (place: HTMLElement) =>
  (place.querySelector("label, legend")?.textContent ?? "").replace(/（.*|\(.*/s, "").trim();

/** Takes all marks away. */
export function unmark(sheet: HTMLElement): void {
  for (const note of sheet.querySelectorAll(".note")) note.remove();
  for (const marked of sheet.querySelectorAll(".bad, .missing")) marked.classList.remove("bad", "missing");
  for (const invalid of sheet.querySelectorAll("[aria-invalid]")) {
    invalid.removeAttribute("aria-invalid");
    invalid.removeAttribute("aria-describedby");
  }
}

/** Shows a problem at its field, with what was probably meant as a button that puts it in; whether the form has that field. */
export function markIssue({ path, message, meant }: Issue, { sheet, locale, data, decide }: Corrected): boolean {
  // A problem of an item in a list of words or texts stands at the list.
  const place =
    placeOf(sheet, path.join(".")) ?? (path.length > 1 ? placeOf(sheet, path.slice(0, -1).join(".")) : null);
  if (place === null) return false;
  const id = `${idOf(path.join("."))}-error`;
  const control = place.querySelector(":scope > input, :scope > select, :scope > textarea") ?? place;
  place.classList.add("bad");
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", id);
  const accept =
    meant === undefined || !(control instanceof HTMLInputElement)
      ? null
      : make("button", {
          class: "meant",
          text: `${texts.change[locale]} ${meant}`,
          attributes: { type: "button" },
          on: {
            click() {
              put(data, path, meant);
              control.value = meant;
              control.focus();
              decide();
            },
          },
        });
  place.append(make("p", { class: "note error", attributes: { id } }, make("span", { text: message[locale] }), accept));
  return true;
}

/** The names of the facts that a result waits for. */
export function missingFacts(value: object): readonly string[] {
  const eligibility = "eligibility" in value ? value.eligibility : value;
  return typeof eligibility === "object" && eligibility !== null && "missing" in eligibility
    ? (eligibility.missing as readonly string[])
    : [];
}

/** Marks what is missing at its field, a fact or a path; a link to it. */
export function markMissing(name: string, { sheet, locale }: Marked): Node {
  const place = placeOf(sheet, `facts.${name}`) ?? placeOf(sheet, name);
  if (place === null) return document.createTextNode(name);
  place.classList.add("missing");
  place.append(make("p", { class: "note", text: texts.lacking[locale] }));
  return make("a", {
    text: labelOf(place),
    attributes: { href: `#${place.id === "" ? idOf(place.dataset["path"] ?? "") : place.id}` },
  });
}
