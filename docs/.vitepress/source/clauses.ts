import { explain, type AnyRule, type Locale, type Norm, type Reading, type Text } from "huimin-rules";
import { fragmentOf } from "../client/case.js";
import { headlineOf, inYuan } from "../client/outcome.js";
import { cases, lawNorms, programmes, rules, type Case, type Programme } from "./library.js";
import { code, linkTo, safe, says, table, type Page } from "./page.js";
import { pathOfRule, readingText } from "./rules.js";
import { inputInWords } from "./words.js";

/*
 * 条文对照: every norm of a document with what became of it, and every reading with its question, default, reason and what it is worth.
 */

const statuses: Readonly<Record<Norm["status"], Text>> = {
  computed: { zh: "已计算", en: "computed" },
  data: { zh: "作为数据", en: "kept as data" },
  unspecified: { zh: "留给合同", en: "left to the contract" },
  "not-computable": { zh: "不可计算", en: "not computable" },
};

/** What became of a norm. */
function becameOf(norm: Norm, programme: Programme | undefined, locale: Locale): string {
  switch (norm.status) {
    case "computed":
      return norm.rules
        .map((name) => {
          const rule = rules.find(({ id }) => id === `${programme?.id ?? "core"}.${name}`);
          return rule === undefined ? code(name) : linkTo(pathOfRule(rule.id), rule.title[locale], locale);
        })
        .join(locale === "zh" ? "、" : ", ");
    case "data":
      return norm.where.map(code).join(" ");
    case "unspecified":
      return norm.names.map((name) => safe(programme?.unspecified[name]?.text[locale] ?? name)).join("<br>");
    case "not-computable":
      return safe(norm.reason[locale]);
  }
}

function normTable(norms: readonly Norm[], programme: Programme | undefined, locale: Locale): string {
  const t = says(locale);
  const rows = norms.map((norm) => [
    safe(norm.path),
    safe(norm.summary[locale]),
    safe(statuses[norm.status][locale]),
    becameOf(norm, programme, locale),
  ]);
  return table(
    [
      t("条款", "Clause"),
      t("规定（概述）", "Norm (in summary)"),
      t("处理", "Status"),
      t("由什么规则，或为什么", "By which rule, or why"),
    ],
    rows,
  );
}

// What a reading is worth ---------------------------------------------------------------------------------------------------

interface Effect {
  readonly rule: AnyRule;
  readonly of: Case;
  /** What each choice comes to. */
  readonly outcomes: ReadonlyMap<string, object>;
  readonly inAmount: boolean;
}

const amountUnder = (result: object) => String(headlineOf(result)?.amount ?? "");

/** What a case comes to under each choice, where that differs. */
function effectOn(of: Case, name: string, { choices }: Reading): Effect | undefined {
  const rule = rules.find(({ id }) => id === of.rule);
  if (rule === undefined || of.throws === true || !Object.hasOwn(rule.readings, name)) return undefined;
  const outcomes = new Map<string, object>();
  for (const choice of Object.keys(choices)) {
    const outcome = rule.safe(of.input, { readings: { ...of.readings, [name]: choice } });
    if (!outcome.ok) return undefined;
    outcomes.set(choice, outcome.value);
  }
  const amounts = new Set([...outcomes.values()].map(amountUnder));
  if (amounts.size > 1 && !amounts.has("")) return { rule, of, outcomes, inAmount: true };
  const texts = new Set([...outcomes.values()].map((value) => explain({ ...value, readings: {} })));
  return texts.size > 1 ? { rule, of, outcomes, inAmount: false } : undefined;
}

const length = ({ of }: Effect) => JSON.stringify(of.input).length;

/** The worked cases that a reading decides, those first whose amount it changes, then the simple ones. */
function effectsOf(programme: Programme, name: string, reading: Reading): Effect[] {
  const own = cases.filter(({ rule }) => rule.startsWith(`${programme.id}.`));
  const found = own.flatMap((each) => effectOn(each, name, reading) ?? []);
  return found.sort((a, b) => Number(b.inAmount) - Number(a.inAmount) || length(a) - length(b));
}

/** What differs between results that come to the same amount. */
function differing(value: object, others: readonly object[], locale: Locale): string {
  const lines = explain({ ...value, readings: {} }, { locale }).split("\n");
  const inAll = others.map((other) => new Set(explain({ ...other, readings: {} }, { locale }).split("\n")));
  const own = lines
    .filter((line) => inAll.some((set) => !set.has(line)))
    .map((line) => line.trim().replace(/\s+/g, " "));
  return own.length === 0
    ? locale === "zh"
      ? "没有这一项"
      : "not there"
    : own.slice(0, 3).join(locale === "zh" ? "；" : "; ");
}

function effectText(effects: readonly Effect[], reading: Reading, locale: Locale): string {
  const t = says(locale);
  const [first] = effects;
  if (first === undefined)
    return `<p class="effect">${t("所存算例中没有因此不同的。", "No worked case that is kept turns on it.")}</p>\n`;
  const { rule, of, outcomes, inAmount } = first;
  const fragment = fragmentOf({ input: of.input, ...(of.readings && { readings: of.readings }) });
  const rows = [...outcomes].map(([choice, value]) => {
    const others = [...outcomes.values()].filter((other) => other !== value);
    const shown = inAmount ? inYuan(amountUnder(value), locale) : differing(value, others, locale);
    return [
      safe(reading.choices[choice]?.[locale] ?? choice) +
        (choice === reading.default ? t("（默认）", " (default)") : ""),
      safe(shown),
    ];
  });
  const link = `<a href="${locale === "zh" ? "/" : "/en/"}${pathOfRule(rule.id)}${safe(fragment)}">${safe(rule.title[locale])}</a>`;
  const said = safe(inputInWords(rule, of.input, locale));
  const count = t(
    `在所存算例中，有 ${effects.length} 例因此不同。例如`,
    `${effects.length} of the worked cases turn on it. For example, `,
  );
  return `<p class="effect">${count}${link}${t("：", ": ")}${said}</p>\n${table([t("读法", "Reading"), inAmount ? t("金额", "Amount") : t("不同之处", "What differs")], rows)}`;
}

// The pages -----------------------------------------------------------------------------------------------------------------

function pageOf(programme: Programme): Page {
  const { id, policy, norms, reasons, unspecified } = programme;
  const readings = Object.entries(policy.readings as Readonly<Record<string, Reading>>).map(([name, reading]) => ({
    name,
    reading,
    effects: effectsOf(programme, name, reading),
  }));
  return {
    path: `clauses/${id}`,
    title: { zh: `条文对照：${policy.title.zh}`, en: `Clauses and readings: ${policy.title.en}` },
    body: (locale) => {
      const t = says(locale);
      const counts = Object.entries(statuses).map(
        ([status, text]) => `${safe(text[locale])} ${norms.filter((norm) => norm.status === status).length}`,
      );
      return `<p class="lead">${safe(policy.document.number)} ${safe(policy.document.title[locale])}</p>

${t(`文件的每一项规定如何处理，共 ${norms.length} 项：`, `What became of each of the document's ${norms.length} norms: `)}${counts.join(t("，", ", "))}${t("。", ".")}

## ${t("逐项规定", "Norm by norm")}

${normTable(norms, programme, locale)}
## ${t("条文解读", "Readings")}

${t(
  "条文可有两种读法、且影响金额或日期之处。默认的读法可以按合同或主管部门的意见改换；每一处都写明影响。",
  "Where the text can be read in two ways and money or a day depends on it. An agreement or the competent authority may choose another reading; what it is worth is told.",
)}

${readings.map(({ name, reading, effects }) => `<h3 id="${name}">${safe(reading.question[locale])}</h3>\n\n${readingText(name, reading, reasons[name], locale)}${effectText(effects, reading, locale)}`).join("\n")}
## ${t("文件没有规定的", "What the document leaves open")}

${table(
  [t("条款", "Clause"), t("事项", "Matter"), t("名称", "Name")],
  Object.entries(unspecified).map(([name, { clause, text }]) => [safe(clause.path), safe(text[locale]), code(name)]),
)}
`;
    },
  };
}

const law: Page = {
  path: "clauses/insurance-law",
  title: { zh: "条文对照：保险法", en: "Clauses and readings: the Insurance Law" },
  body: (locale) =>
    `${says(locale)("文件和合同没有规定理赔时限时，适用《保险法》第二十二条至第二十五条。", "Where neither document nor contract sets the periods of a claim, articles 22 to 25 of the Insurance Law hold.")}\n\n${normTable(lawNorms, undefined, locale)}`,
};

const overview: Page = {
  path: "clauses/index",
  title: { zh: "条文对照", en: "Clauses and readings" },
  body: (locale) => {
    const t = says(locale);
    const rows = programmes.map(({ id, policy, norms }) => [
      linkTo(`clauses/${id}.html`, policy.title[locale], locale),
      safe(policy.document.number),
      String(norms.length),
      String(Object.keys(policy.readings).length),
    ]);
    return `${t(
      "对照文件逐项核查：每一项规定由哪条规则计算，或作为数据，或留给合同，或为什么不能计算；条文有歧义的，列出问题、默认、理由和金额影响。",
      "To check against the document: by which rule each norm is computed, or that it is data, left to the contract, or why it cannot be computed; where the text is unclear, the question, the default, its reason and what it is worth.",
    )}

${table([t("项目", "Programme"), t("文件", "Document"), t("规定", "Norms"), t("解读", "Readings")], rows)}

${linkTo("clauses/insurance-law.html", t("保险法第二十二条至第二十五条", "Insurance Law, articles 22 to 25"), locale)}
`;
  },
};

export const clausePages: readonly Page[] = [overview, ...programmes.map(pageOf), law];
