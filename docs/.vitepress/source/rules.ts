import {
  describe,
  explain,
  type AnyRule,
  type FormField,
  type Locale,
  type Norm,
  type Reading,
  type Text,
} from "huimin-rules";
import { fragmentOf } from "../client/case.js";
import { headlineText } from "../client/outcome.js";
import { picturesOf } from "../pictures/index.js";
import { cases, lawNorms, programmeOf, programmes, rules, type Case } from "./library.js";
import { code, linkTo, safe, says, table, type Page } from "./page.js";
import { saidOf } from "./tsdoc.js";
import { coveredLists, coversOf, inputInWords } from "./words.js";

/*
 * A page for each rule of the catalogue.
 */

const said = new Map(["core", ...programmes.map(({ id }) => id)].flatMap((id) => [...saidOf(id)]));

/** What a rule answers, in a sentence or a few. */
export function answerOf({ id }: AnyRule): Text {
  const text = said.get(id);
  if (text === undefined || text.zh === "" || text.en === "")
    throw new Error(`${id} does not say in both languages what it answers`);
  return { zh: text.zh, en: text.en };
}

const own = (id: string) => id.slice(id.indexOf(".") + 1);
export const pathOfRule = (id: string) => `rules/${id}.html`;

// Fields --------------------------------------------------------------------------------------------------------------------

function rowsOf(fields: readonly FormField[], locale: Locale, within = ""): string[][] {
  return fields.flatMap((field) => {
    const t = says(locale);
    const name = within + field.name;
    const words = Object.entries(field.words ?? {}).map(([word, term]) => `${code(word)} ${safe(term[locale])}`);
    const needed = field.required
      ? t("必填", "required")
      : field.asks
        ? t("事实，可不清楚", "a fact; may be unknown")
        : t("可不填", "optional");
    const row = [
      code(name),
      safe(field.label[locale]),
      words.length > 12
        ? `<details><summary>${words.length} ${t("个词", "words")}</summary>${words.join("<br>")}</details>`
        : words.length > 0
          ? words.join("<br>")
          : safe(field.unit[locale]),
      needed,
    ];
    const inner = field.kind === "list" ? `${name}[].` : `${name}.`;
    return [row, ...rowsOf(field.group ?? [], locale, inner)];
  });
}

function fieldTables(rule: AnyRule, locale: Locale): string {
  const t = says(locale);
  const head = [t("名称", "Name"), t("内容", "Meaning"), t("取值或单位", "Values or unit"), t("是否必填", "Needed")];
  const covered = (fields: AnyRule["fields"], within: string): string =>
    coversOf({ fields })
      .map((cover) => {
        const title = "covers" in fields ? (fields.words[cover]?.[locale] ?? cover) : cover;
        return `### ${safe(title)} ${code(cover)}\n\n${table(head, rowsOf(describe({ fields }, { cover }), locale, within))}`;
      })
      .join("\n");
  if (coversOf(rule).length > 0) return covered(rule.fields, "");
  const fields = describe(rule);
  const lists = Object.entries(coveredLists(rule)).map(([name, shape]) => covered(shape, `${name}[].`));
  if (fields.length === 0) return `${t("不需要填写任何事项。", "It takes nothing.")}\n`;
  return [table(head, rowsOf(fields, locale)), ...lists].join("\n");
}

// Norms and readings --------------------------------------------------------------------------------------------------------

/** The norms that may stand behind a rule's lines, hidden until one does; the calculator shows them. */
function clauseList(norms: readonly Norm[], locale: Locale): string {
  const items = norms.map(
    ({ document, path, summary }) =>
      `<li hidden data-document="${safe(document)}" data-clause="${safe(path)}"><b>${safe(path)}</b> ${safe(summary[locale])}</li>`,
  );
  return `<ol class="norms">${items.join("")}</ol>`;
}

/** Where a calculator stands. */
export function calculatorOf(id: string, norms: readonly Norm[], locale: Locale): string {
  const t = says(locale);
  return `<div class="calculator" data-rule="${id}"><noscript><p>${t("在线核定需要 JavaScript。", "The calculator needs JavaScript.")}</p></noscript></div>
<section class="clauses" hidden aria-label="${t("所依据的条款", "Clauses that were applied")}"><h3>${t("所依据的条款（概述）", "Clauses that were applied (in summary)")}</h3>${clauseList(norms, locale)}</section>\n`;
}

/** A reading: what has to be decided, the default with its reason, and the others. */
export function readingText(
  name: string,
  { clause, question, choices, default: usual }: Reading,
  reason: Text | undefined,
  locale: Locale,
): string {
  const t = says(locale);
  const rows = Object.entries(choices).map(([choice, text]) => [
    code(choice),
    safe(text[locale]),
    choice === usual ? t("默认", "default") : "",
  ]);
  return `<p class="question"><b>${safe(clause.path)}</b> ${safe(question[locale])} ${code(name)}</p>\n${table([t("读法", "Reading"), t("含义", "Meaning"), ""], rows)}${
    reason === undefined
      ? ""
      : `<p class="reason">${t("默认的理由：", "Why it is the default: ")}${safe(reason[locale])}</p>\n`
  }`;
}

// Worked cases --------------------------------------------------------------------------------------------------------------

const casesOf = (rule: AnyRule): readonly Case[] => cases.filter((each) => each.rule === rule.id);

/** What a worked case comes to. */
function outcomeOf(rule: AnyRule, { input, readings = {} }: Case, locale: Locale): string {
  const outcome = rule.safe(input, { readings });
  if (!outcome.ok) return locale === "zh" ? "填写有误或相互矛盾" : "refused: wrong or contradictory";
  const headline = headlineText(outcome.value, locale);
  if (headline !== "") return headline;
  return `<details><summary>${locale === "zh" ? "结果" : "Result"}</summary><pre v-pre>${safe(explain(outcome.value, { locale })).replaceAll("\n", "&#10;")}</pre></details>`;
}

function caseTable(rule: AnyRule, locale: Locale): string {
  const t = says(locale);
  const all = casesOf(rule);
  if (all.length === 0) return `${t("没有另行记载的算例；指南里有。", "None is kept apart; the guides have some.")}\n`;
  const rows = all.map((each) => {
    const { input, readings } = each;
    const readingsSaid = Object.entries(readings ?? {}).map(([name, choice]) => {
      const reading = rule.policy.readings as Readonly<Record<string, Reading>>;
      return reading[name]?.choices[choice]?.[locale] ?? choice;
    });
    const said = safe(inputInWords(rule, input, locale)) || t("（无须填写）", "(nothing to fill in)");
    const under =
      readingsSaid.length > 0
        ? `<br><small>${t("读法：", "Read as: ")}${safe(readingsSaid.join(t("；", "; ")))}</small>`
        : "";
    const fragment = fragmentOf({ input, ...(readings && { readings }) });
    return [said + under, outcomeOf(rule, each, locale), `<a href="${safe(fragment)}">${t("填入", "Fill in")}</a>`];
  });
  const shown = 8;
  const head = [t("填写", "Given"), t("结果", "Result"), ""];
  const more = rows.length - shown;
  return (
    table(head, rows.slice(0, shown)) +
    (more > 0
      ? `<details><summary>${t(`其余 ${more} 例`, `${more} more`)}</summary>${table(head, rows.slice(shown))}</details>\n`
      : "")
  );
}

// The page ------------------------------------------------------------------------------------------------------------------

function resultList(rule: AnyRule, locale: Locale): string {
  const t = says(locale);
  const rows = Object.entries(rule.result.fields ?? {})
    .filter(([name]) => name !== "basis")
    .map(([name, shape]) => [
      code(name),
      safe((shape as { label?: Text }).label?.[locale] ?? knownFields[name]?.[locale] ?? ""),
    ]);
  return table([t("名称", "Name"), t("内容", "Meaning")], rows);
}

/** The fields that are shown without a name of their own. */
const knownFields: Readonly<Record<string, Text>> = {
  amount: { zh: "应付（缴）金额（元）", en: "The amount due (yuan)" },
  parts: { zh: "金额的组成", en: "What of it was for what" },
  unmet: { zh: "不符合的要求", en: "Requirements that are not met" },
  missing: { zh: "尚缺的事实", en: "Facts that are missing" },
  checks: { zh: "逐项要求及结论", en: "Every requirement and what became of it" },
  programme: { zh: "项目", en: "The programme" },
  cover: { zh: "险种", en: "The cover" },
  benefit: { zh: "待遇及核算单", en: "The benefit with its statement" },
  payable: { zh: "应付金额；未决为空（元）", en: "What is payable; empty while it is open (yuan)" },
  pending: { zh: "等待什么：事实、损失或合同", en: "What it waits for: facts, the loss or the contract" },
  between: { zh: "未决时金额可能的范围（元）", en: "What an open claim can come to (yuan)" },
  outOfCalendar: { zh: "落在已公布日历之外的时限", en: "Deadlines outside the calendar's years" },
  person: { zh: "何人", en: "The person" },
  entries: { zh: "各笔理赔", en: "The claims" },
  accounts: { zh: "各项限额的账户", en: "The accounts of the limits" },
  entitled: { zh: "全年应得（元）", en: "Entitled over the year (yuan)" },
  paid: { zh: "已付（元）", en: "Paid (yuan)" },
  due: { zh: "尚应付（元）", en: "Still due (yuan)" },
  overpaid: { zh: "多付（元）", en: "Overpaid (yuan)" },
  action: { zh: "办理事项", en: "What must be done" },
  length: { zh: "期限长度", en: "The length of the period" },
  unit: { zh: "期限单位", en: "The unit of the period" },
  dueOn: { zh: "最迟日期", en: "The last day" },
  text: { zh: "说明", en: "In words" },
  amended: { zh: "是否按合同调整", en: "Whether it was amended" },
  clause: { zh: "条款", en: "The clause" },
};

function snippet(rule: AnyRule): string {
  const good = casesOf(rule).filter(({ throws, readings }) => throws !== true && readings === undefined);
  const paying = good.find((each) => /[1-9]/.test(outcomeOf(rule, each, "en")));
  const { input = {} } = paying ?? good[0] ?? {};
  const [programme, name] = [programmeOf(rule.id), own(rule.id)];
  const [from, call] = programme === "core" ? [name, name] : [programme, `${programme}.${name}`];
  const given = JSON.stringify(input, null, 2).replace(/"(\w+)":/g, "$1:");
  return `\`\`\`ts
import { ${from}, explain } from "huimin-rules";

const result = ${call}(${given});
console.log(explain(result));
\`\`\`

\`\`\`sh
echo '${JSON.stringify(input).replaceAll("'", "'\\''")}' | npx huimin explain ${rule.id}
\`\`\`
`;
}

/** The norms that a rule computes, and all that its lines may name. */
const normsFor = (rule: AnyRule): readonly Norm[] => [
  ...(programmes.find(({ id }) => id === programmeOf(rule.id))?.norms ?? []),
  ...lawNorms,
];

function appliedNorms(rule: AnyRule, locale: Locale): string {
  const t = says(locale);
  const norms = normsFor(rule).filter((norm) => norm.status === "computed" && norm.rules.includes(own(rule.id)));
  if (norms.length === 0) return "";
  const rows = norms.map(({ path, summary }) => [safe(path), safe(summary[locale])]);
  return `## ${t("条款", "Clauses")}\n\n${table([t("条款", "Clause"), t("规定（概述）", "Norm (in summary)")], rows)}`;
}

function pageOf(rule: AnyRule): Page {
  const { id, title, clause, policy } = rule;
  const programme = programmes.find((each) => each.id === programmeOf(id));
  return {
    path: `rules/${id}`,
    title: { zh: `${title.zh}（${policyTitle(rule).zh}）`, en: `${title.en} (${policyTitle(rule).en})` },
    scripts: [`calculator-${programmeOf(id)}`],
    body: (locale) => {
      const t = says(locale);
      const readings = Object.entries(rule.readings);
      const pictures = picturesOf(rule, locale);
      return `<p class="lead">${safe(answerOf(rule)[locale])}</p>
<p class="cite">${
        programme ? `${linkTo(`programmes/${programme.id}.html`, policy.title[locale], locale)} · ` : ""
      }${safe(clause.document)} ${safe(clause.path)} · ${code(id)}</p>

## ${t("在线核定", "Work it out")}

${calculatorOf(id, normsFor(rule), locale)}
${pictures === "" ? "" : `## ${t("图", "Pictures")}\n\n${pictures}`}
${appliedNorms(rule, locale)}
## ${t("输入项", "Fields")}

${fieldTables(rule, locale)}
${readings.length === 0 ? "" : `## ${t("条文解读", "Readings")}\n\n${readings.map(([name, reading]) => readingText(name, reading, programme?.reasons[name], locale)).join("\n")}`}
## ${t("算例", "Worked cases")}

${caseTable(rule, locale)}
## ${t("结果", "Result")}

${resultList(rule, locale)}
## ${t("在程序中", "In a program")}

${snippet(rule)}
`;
    },
  };
}

/** The programme of a rule, or the law. */
function policyTitle(rule: AnyRule): Text {
  return programmeOf(rule.id) === "core" ? { zh: "保险法", en: "Insurance Law" } : rule.policy.title;
}

const overview: Page = {
  path: "rules/index",
  title: { zh: "全部规则", en: "All rules" },
  body: (locale) => {
    const t = says(locale);
    const head = [t("规则", "Rule"), t("条款", "Clause"), t("回答什么", "What it answers")];
    const rowsFor = (id: string) =>
      rules
        .filter((rule) => programmeOf(rule.id) === id)
        .map((rule) => [
          linkTo(pathOfRule(rule.id), rule.title[locale], locale),
          safe(rule.clause.path),
          safe(answerOf(rule)[locale]),
        ]);
    return [
      t(
        "每条规则一页：在线核定、条款、输入项、解读、算例。",
        "A page for each rule: calculator, clauses, fields, readings, worked cases.",
      ),
      ...programmes.map(({ id, policy }) => `## ${safe(policy.title[locale])}\n\n${table(head, rowsFor(id))}`),
      `## ${t("保险法", "Insurance Law")}\n\n${table(head, rowsFor("core"))}`,
    ].join("\n\n");
  },
};

/** The pages of the rules. */
export const rulePages: readonly Page[] = [overview, ...rules.map(pageOf)];
