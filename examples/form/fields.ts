import { describe, type AnyRule, type FormField, type Locale, type Shape, type Text } from "huimin-rules";
import { make } from "./dom.js";

/** A field of a form; of a list whose items depend on a cover of their own, the shape of an item. */
export interface Question extends FormField {
  readonly items?: Shape;
}

/** What a rule asks: `describe`, with the shapes of items that it leaves to their covers. */
export function questionsOf(rule: AnyRule, cover?: string): Question[] {
  const { fields } = rule;
  return describe(rule, cover === undefined ? {} : { cover }).map((field) => {
    const items = "fields" in fields ? fields.fields[field.name]?.item?.shape : undefined;
    return items !== undefined && "covers" in items ? { ...field, items } : field;
  });
}

/** What one item of a list asks. */
function questionsOfItem({ items, group = [] }: Question, { cover }: Data): readonly Question[] {
  if (items === undefined) return group;
  return describe({ fields: items }, typeof cover === "string" && cover !== "" ? { cover } : {});
}

/** What was filled in, by the names of the fields: texts as typed, answers, words, groups and lists. */
export type Data = Record<string, unknown>;

/** What a field needs of the form around it. */
export interface Form {
  readonly locale: Locale;
  /** Something was filled in. */
  readonly changed: () => void;
  /** Fields came or went. */
  readonly rebuilt: () => void;
}

const texts = {
  yes: { zh: "是", en: "Yes" },
  no: { zh: "否", en: "No" },
  unknown: { zh: "不清楚", en: "Not known" },
  none: { zh: "不填", en: "Leave out" },
  choose: { zh: "请选择", en: "Choose" },
  add: { zh: "增加一项", en: "Add one" },
  remove: { zh: "删除", en: "Remove" },
  required: { zh: "必填", en: "required" },
  optional: { zh: "可不填", en: "may be left out" },
  nobody: { zh: "没有", en: "None" },
  aLine: { zh: "每行一个", en: "one a line" },
} satisfies Record<string, Text>;

/** How a day, a month and others are written, where the unit does not say it. */
const hints: Partial<Record<FormField["kind"], Text>> = {
  money: { zh: "元", en: "yuan" },
  rate: { zh: "如 0.25（即 25%）", en: "such as 0.25 for 25 %" },
  month: { zh: "如 2021-03", en: "such as 2021-03" },
};

export const idOf = (path: string) => `field-${path}`;

/** The label of a field with its unit, and whether it is required; of a group, whether all of it may be left out. */
function labelText({ label, kind, required }: FormField, locale: Locale): string {
  const whole = kind === "group";
  const needed = required && !whole ? texts.required : !required && whole ? texts.optional : undefined;
  const notes = [hints[kind], needed].flatMap((note) => (note === undefined ? [] : [note[locale]]));
  const [open, mark, close] = locale === "zh" ? ["（", "，", "）"] : [" (", ", ", ")"];
  return label[locale] + (notes.length > 0 ? open + notes.join(mark) + close : "");
}

/** An amount with separators, where it is one; else as it is. */
const separated = (text: string) =>
  /^\d{4,}(?:\.\d*)?$/.test(text) ? text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ",")) : text;

/** An amount without well-placed separators; whatever else was typed is left to the rule. */
const unseparated = (text: string) => (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text);

/** The fields of a group, each writing what is filled in to the group's data. */
export function fieldsOf(fields: readonly Question[], data: Data, path: string, form: Form): HTMLElement[] {
  return fields.map((field) => fieldOf(field, data, path === "" ? field.name : `${path}.${field.name}`, form));
}

function fieldOf(field: Question, data: Data, path: string, form: Form): HTMLElement {
  switch (field.kind) {
    case "group":
      return set(field, path, form, fieldsOf(field.group ?? [], (data[field.name] ??= {}) as Data, path, form));
    case "list":
      if (field.words !== undefined) return checkboxes(field, data, path, form);
      return field.group === undefined && field.items === undefined
        ? lines(field, data, path, form)
        : rows(field, data, path, form);
    case "flag":
      return radios(field, data, path, form);
    case "word":
      return select(field, data, path, form);
    default:
      return input(field, data, path, form);
  }
}

/** A field of one control, with its label. */
function labelled(field: FormField, path: string, { locale }: Form, control: HTMLElement): HTMLElement {
  control.id = idOf(path);
  const label = make("label", { text: labelText(field, locale), attributes: { for: control.id } });
  return make("div", { class: "field", attributes: { "data-path": path } }, label, control);
}

/** A field of several controls. */
function set(field: FormField, path: string, { locale }: Form, children: readonly HTMLElement[], classes = "group") {
  const legend = make("legend", { text: labelText(field, locale) });
  return make("fieldset", { class: classes, attributes: { "data-path": path, id: idOf(path) } }, legend, ...children);
}

function input(field: FormField, data: Data, path: string, form: Form): HTMLElement {
  const { kind, name } = field;
  const control = make("input", {
    attributes: {
      type: kind === "day" ? "date" : "text",
      inputmode: kind === "integer" ? "numeric" : kind === "money" || kind === "rate" ? "decimal" : undefined,
      autocomplete: "off",
    },
    on: {
      input() {
        data[name] = control.value;
        control.classList.toggle("empty", control.value === "");
        form.changed();
      },
      blur() {
        if (kind === "money") control.value = separated(control.value);
      },
    },
  });
  const typed = (data[name] as string | undefined) ?? "";
  control.value = kind === "money" ? separated(typed) : typed;
  control.classList.toggle("empty", control.value === "");
  return labelled(field, path, form, control);
}

/** A list of short texts, one a line; that there is none is said, where the list must be given. */
function lines(field: FormField, data: Data, path: string, form: Form): HTMLElement {
  const control = make("textarea", {
    attributes: { rows: "3", placeholder: texts.aLine[form.locale] },
    on: {
      input() {
        const given = control.value.split("\n").filter((line) => line !== "");
        data[field.name] = given.length > 0 ? given : undefined;
        form.changed();
      },
    },
  });
  const given = data[field.name] as string[] | undefined;
  control.value = (given ?? []).join("\n");
  const place = labelled(field, path, form, control);
  if (!field.required) return place;
  const none = choice("checkbox", `${path}-none`, texts.nobody[form.locale], given?.length === 0, "", (checked) => {
    control.disabled = checked;
    control.value = "";
    data[field.name] = checked ? [] : undefined;
    form.changed();
  });
  control.disabled = given?.length === 0;
  place.append(none);
  return place;
}

function select(field: FormField, data: Data, path: string, form: Form): HTMLElement {
  const nothing = texts[field.asks ? "unknown" : field.required ? "choose" : "none"][form.locale];
  const options = Object.entries(field.words ?? {}).map(([word, term]) =>
    make("option", { text: term[form.locale], attributes: { value: word } }),
  );
  const control = make(
    "select",
    {
      on: {
        change() {
          data[field.name] = control.value;
          if (field.name === "cover") {
            // Other questions belong to another cover.
            data["facts"] = data["loss"] = undefined;
            form.rebuilt();
          } else form.changed();
        },
      },
    },
    make("option", { text: nothing, attributes: { value: "" } }),
    ...options,
  );
  control.value = (data[field.name] as string | undefined) ?? "";
  return labelled(field, path, form, control);
}

/** One of several answers: yes, no, and not known (or nothing). */
function radios(field: FormField, data: Data, path: string, form: Form): HTMLElement {
  const nothing = field.asks ? texts.unknown : texts.none;
  const answers: readonly (readonly [Text, boolean | undefined])[] = [
    [texts.yes, true],
    [texts.no, false],
    ...(field.required ? [] : ([[nothing, undefined]] as const)),
  ];
  const choices = answers.map(([text, answer]) =>
    choice("radio", path, text[form.locale], data[field.name] === answer, String(answer ?? ""), () => {
      data[field.name] = answer;
      form.changed();
    }),
  );
  return set(field, path, form, [make("div", { class: "choices" }, ...choices)], "field");
}

/** Any of several words. */
function checkboxes(field: FormField, data: Data, path: string, form: Form): HTMLElement {
  const chosen = (data[field.name] ??= []) as string[];
  const choices = Object.entries(field.words ?? {}).map(([word, term]) =>
    choice("checkbox", path, term[form.locale], chosen.includes(word), word, (checked) => {
      const others = chosen.filter((each) => each !== word);
      chosen.splice(0, chosen.length, ...others, ...(checked ? [word] : []));
      form.changed();
    }),
  );
  return set(field, path, form, [make("div", { class: "choices" }, ...choices)], "field");
}

function choice(
  type: "radio" | "checkbox",
  path: string,
  text: string,
  checked: boolean,
  value: string,
  chosen: (checked: boolean) => void,
): HTMLElement {
  const control = make("input", {
    attributes: { type, name: path, value },
    on: { change: () => chosen(control.checked) },
  });
  control.checked = checked;
  return make("label", { class: "choice" }, control, make("span", { text }));
}

/** A list of groups, to which one can be added and from which one can be removed. */
function rows(field: Question, data: Data, path: string, form: Form): HTMLElement {
  const all = (data[field.name] ??= field.required ? [{}] : []) as Data[];
  const { locale } = form;
  const items = all.map((row, index) => {
    const remove = make("button", {
      class: "quiet",
      text: texts.remove[locale],
      attributes: { type: "button", "aria-label": `${texts.remove[locale]} ${index + 1}` },
      on: {
        click() {
          all.splice(index, 1);
          form.rebuilt();
        },
      },
    });
    const number = make("legend", { text: `${field.label[locale]} ${index + 1}` });
    const within = fieldsOf(questionsOfItem(field, row), row, `${path}.${index}`, form);
    return make(
      "fieldset",
      { class: "row", attributes: { "data-path": `${path}.${index}` } },
      number,
      ...within,
      remove,
    );
  });
  const add = make("button", {
    class: "quiet",
    text: texts.add[locale],
    attributes: { type: "button", id: `add-${path}` },
    on: {
      click() {
        all.push({});
        form.rebuilt();
      },
    },
  });
  return set(field, path, form, [...items, add]);
}

/** The input of the rule: what was left empty is left out. */
export function inputOf(fields: readonly Question[], data: Data): Data {
  return Object.fromEntries(
    fields.map((field) => [field.name, valueOf(field, data[field.name])]).filter(([, value]) => value !== undefined),
  ) as Data;
}

function valueOf(field: Question, value: unknown): unknown {
  if (value === undefined || value === "") return undefined;
  if (field.kind === "group") {
    const inner = inputOf(field.group ?? [], value as Data);
    return field.required || Object.keys(inner).length > 0 ? inner : undefined;
  }
  if (field.kind === "list") {
    const items = value as readonly unknown[];
    if (items.length === 0 && !field.required) return undefined;
    if (field.group === undefined && field.items === undefined) return items;
    return items.map((row) => inputOf(questionsOfItem(field, row as Data), row as Data));
  }
  if (field.kind === "money") return unseparated(value as string);
  // A whole number is a number; whatever else was typed is left to the rule, which says what is wrong with it.
  return field.kind === "integer" && /^\d+$/.test(value as string) ? Number(value) : value;
}

/** What is filled in for an input: numbers as they are typed. */
export function dataOf(input: unknown): unknown {
  if (typeof input === "number") return String(input);
  if (Array.isArray(input)) return input.map(dataOf);
  if (typeof input !== "object" || input === null) return input ?? undefined;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, dataOf(value)]));
}

/** Puts a text in the place of what was typed. */
export function put(data: Data, path: readonly (string | number)[], text: string): void {
  const [step = "", ...rest] = path;
  if (rest.length === 0) data[step] = text;
  else put(data[step] as Data, rest, text);
}
