/*
 * A form for any rule, made from what the rule says of its own input: `describe(rule, { cover })`. Nothing in it knows a policy. Plain DOM,
 * so that it shows what a form library has to do: fields from data, errors at their fields with what was probably meant, the facts that
 * are missing, and the result in words.
 */
import { catalogue, explain, type AnyRule, type Locale, type Text } from "huimin-rules";
import { make } from "./dom.js";
import { fieldsOf, inputOf, questionsOf, type Data, type Question } from "./fields.js";
import { markIssue, markMissing, missingFacts, unmark } from "./marks.js";

const texts = {
  title: { zh: "惠民规则", en: "Relief-insurance rules" },
  lead: {
    zh: "按政策原文逐条核定。不清楚的可以不填：结果会说明还缺什么。",
    en: "Decided clause by clause. Leave out what is not known: the result says what is missing.",
  },
  programme: { zh: "项目", en: "Programme" },
  rule: { zh: "办理事项", en: "What to work out" },
  cover: { zh: "险种", en: "Cover" },
  clause: { zh: "依据", en: "By" },
  submit: { zh: "核定", en: "Work it out" },
  result: { zh: "结果", en: "Result" },
  problems: { zh: "处需要更正", en: "to be corrected" },
  missing: { zh: "尚缺事实", en: "Facts still missing" },
  print: { zh: "打印", en: "Print" },
} satisfies Record<string, Text>;

const other: Readonly<Record<Locale, Locale>> = { zh: "en", en: "zh" };
const languages: Readonly<Record<Locale, string>> = { zh: "中文", en: "English" };

const rules = Object.values(catalogue);
const programmes = [...new Map(rules.map(({ policy }) => [policy.id, policy])).values()].filter(
  ({ covers }) => Object.keys(covers).length > 0,
);

// The state: what was chosen and filled in --------------------------------------------------------------------------------

let locale: Locale = "zh";
let rule = catalogue["chongqing.assessClaim"] as AnyRule;
let cover: string | undefined;
let data: Data = {};
let submitted = false;

const coversOf = ({ fields }: AnyRule) => ("covers" in fields ? fields.words : undefined);

function choose(next: AnyRule): void {
  rule = next;
  cover = Object.keys(coversOf(next) ?? {})[0];
  data = {};
  submitted = false;
}

/** The fields of the rule, but for the choice of cover, which stands above them. */
function fields(): Question[] {
  const all = questionsOf(rule, cover);
  return cover === undefined ? all : all.slice(1);
}

const input = (): Data => ({ ...(cover !== undefined && { cover }), ...inputOf(fields(), data) });

// The page ------------------------------------------------------------------------------------------------------------------

const result = make("section", { class: "result", attributes: { "aria-live": "polite" } });
let sheet = make("form");

function chooser(
  label: Text,
  id: string,
  options: readonly (readonly [value: string, text: Text])[],
  chosen: string,
  change: (value: string) => void,
): HTMLElement {
  const control = make(
    "select",
    {
      attributes: { id },
      on: {
        change() {
          change(control.value);
          show();
        },
      },
    },
    ...options.map(([value, text]) => make("option", { text: text[locale], attributes: { value } })),
  );
  control.value = chosen;
  return make("div", { class: "field" }, make("label", { text: label[locale], attributes: { for: id } }), control);
}

/** Builds the page anew; what was filled in stays. */
function show(): void {
  document.documentElement.lang = locale === "zh" ? "zh-CN" : "en";
  const language = make("button", {
    class: "quiet",
    text: languages[other[locale]],
    attributes: { type: "button", lang: other[locale] },
    on: {
      click() {
        locale = other[locale];
        show();
      },
    },
  });
  const ofProgramme = rules.filter(({ policy }) => policy.id === rule.policy.id);
  const choices = make(
    "div",
    { class: "chooser" },
    chooser(
      texts.programme,
      "programme",
      programmes.map(({ id, title }) => [id, title]),
      rule.policy.id,
      (id) => choose(catalogue[`${id}.assessClaim`] as AnyRule),
    ),
    chooser(
      texts.rule,
      "rule",
      ofProgramme.map(({ id, title }) => [id, title]),
      rule.id,
      (id) => choose(catalogue[id] as AnyRule),
    ),
    cover === undefined
      ? null
      : chooser(texts.cover, "cover", Object.entries(coversOf(rule) ?? {}), cover, (chosen) => {
          cover = chosen;
          data = {};
          submitted = false;
        }),
  );
  const { document: number, path } = rule.clause;
  sheet = make(
    "form",
    {
      attributes: { novalidate: "", autocomplete: "off" },
    },
    ...fieldsOf(fields(), data, "", { locale, changed: () => submitted && decide(), rebuilt: show }),
    make("button", { class: "submit", text: texts.submit[locale], attributes: { type: "submit" } }),
  );
  sheet.addEventListener("submit", (event) => {
    event.preventDefault();
    submitted = true;
    decide();
    result.scrollIntoView({ block: "nearest" });
  });
  document.body.replaceChildren(
    make(
      "header",
      {},
      make("div", {}, make("h1", { text: texts.title[locale] }), make("p", { text: texts.lead[locale] })),
      language,
    ),
    make(
      "main",
      {},
      choices,
      make("p", { class: "clause", text: `${texts.clause[locale]} ${number} ${path}` }),
      sheet,
      result,
    ),
  );
  result.replaceChildren();
  if (submitted) decide();
}

// The decision --------------------------------------------------------------------------------------------------------------

/** Asks the rule, and shows what it says: the result, or what is wrong at each field. */
function decide(): void {
  unmark(sheet);
  const outcome = rule.safe(input());
  const heading = make("h2", { text: texts.result[locale] });
  if (!outcome.ok) {
    const { issues } = outcome.error;
    const elsewhere = issues.filter((issue) => !markIssue(issue, { sheet, locale, data, decide }));
    const [count, said] = [issues.length, texts.problems[locale]];
    result.replaceChildren(
      heading,
      make("p", { class: "alert", text: `${count} ${said}`, attributes: { role: "alert" } }),
      ...elsewhere.map(({ message }) => make("p", { class: "error", text: message[locale] })),
    );
    return;
  }
  const missing = missingFacts(outcome.value).map((name) => markMissing(name, { sheet, locale }));
  const print = make("button", {
    class: "quiet",
    text: texts.print[locale],
    attributes: { type: "button" },
    on: { click: () => window.print() },
  });
  result.replaceChildren(
    heading,
    ...(missing.length === 0
      ? []
      : [
          make(
            "p",
            { class: "lacking", text: `${texts.missing[locale]}${locale === "zh" ? "：" : ": "}` },
            ...missing.flatMap((link, index) =>
              index === 0 ? [link] : [document.createTextNode(locale === "zh" ? "、" : ", "), link],
            ),
          ),
        ]),
    make("pre", { text: explain(outcome.value, { locale }), attributes: { tabindex: "0" } }),
    print,
  );
}

choose(rule);
cover = "majorIllness";
show();
