import type { AnyRule, Field, FormField, Locale } from "huimin-rules";
import { describe } from "huimin-rules";
import { grouped } from "./page.js";

/*
 * Inputs in words.
 */

/** The covers that a rule's input, or each item of one of its lists, depends on. */
export function coversOf({ fields }: { readonly fields: AnyRule["fields"] }): readonly string[] {
  return "covers" in fields ? Object.keys(fields.covers) : [];
}

/** The lists of a rule whose items depend on a cover, with the shape of an item. */
export function coveredLists({ fields }: AnyRule): Readonly<Record<string, AnyRule["fields"]>> {
  if (!("fields" in fields)) return {};
  return Object.fromEntries(
    Object.entries(fields.fields).flatMap(([name, { item }]: [string, Field]) =>
      item?.shape !== undefined && "covers" in item.shape ? [[name, item.shape]] : [],
    ),
  );
}

type Input = Readonly<Record<string, unknown>>;

function valueInWords(field: FormField, value: unknown, locale: Locale, items?: AnyRule["fields"]): string {
  const zh = locale === "zh";
  const stop = zh ? "，" : ", ";
  if (value === null) return zh ? "不清楚" : "not known";
  if (typeof value === "boolean") return zh ? (value ? "是" : "否") : value ? "yes" : "no";
  if (Array.isArray(value)) {
    if (items === undefined && field.group === undefined) {
      return value.map((each) => field.words?.[String(each)]?.[locale] ?? String(each)).join(zh ? "、" : ", ");
    }
    const rows = value.map((row: Input) =>
      inWords(
        items === undefined ? (field.group ?? []) : describe({ fields: items }, { cover: String(row["cover"]) }),
        row,
        locale,
      ).join(stop),
    );
    return rows.map((row, index) => `${zh ? "（" : "("}${index + 1}${zh ? "）" : ") "}${row}`).join(zh ? "" : " ");
  }
  if (typeof value === "object") return inWords(field.group ?? [], value as Input, locale).join(stop);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (field.words !== undefined) return field.words[text]?.[locale] ?? text;
  if (field.kind !== "money") return text;
  return zh ? `${grouped(text)} 元` : `${grouped(text)} yuan`;
}

/** What an input says, item by item. */
function inWords(
  fields: readonly FormField[],
  input: Input,
  locale: Locale,
  lists: Readonly<Record<string, AnyRule["fields"]>> = {},
): string[] {
  return fields
    .filter(({ name }) => input[name] !== undefined)
    .map((field) => {
      const said = valueInWords(field, input[field.name], locale, lists[field.name]);
      return field.kind === "group" ? said : `${field.label[locale]}${locale === "zh" ? "：" : ": "}${said}`;
    });
}

/** What an input of a rule says; of one that the rule cannot even describe, nothing. */
export function inputInWords(rule: AnyRule, input: Input, locale: Locale): string {
  const { cover } = input;
  const known = typeof cover === "string" && coversOf(rule).includes(cover);
  const fields = coversOf(rule).length > 0 ? describe(rule, known ? { cover } : {}) : describe(rule);
  return inWords(fields, input, locale, coveredLists(rule)).join(locale === "zh" ? "；" : "; ");
}
