import { Money, Rate, type Locale, type Provision, type Text } from "huimin-rules";
import { fragmentOf } from "../client/case.js";
import { inYuan } from "../client/outcome.js";
import { picturesOfProgramme } from "../pictures/index.js";
import { programmes, type Programme } from "./library.js";
import { linkTo, rootOf, safe, says, table, type Page } from "./page.js";
import { answerOf, pathOfRule } from "./rules.js";

/*
 * A page a programme, for whoever decides whether to adopt it: read in five minutes.
 */

type AnyTerms = Readonly<Record<string, unknown>>;

const isProvision = (value: object): value is Provision<unknown> =>
  "clause" in value && "label" in value && "value" in value;

/** The terms of a policy in the order in which they stand, by the first group that they are in. */
function termsOf(terms: AnyTerms, group = ""): { readonly group: string; readonly term: Provision<unknown> }[] {
  return Object.entries(terms).flatMap(([name, value]) => {
    if (typeof value !== "object" || value === null) return [];
    if (isProvision(value)) return [{ group, term: value }];
    return termsOf(value as AnyTerms, group === "" ? name : group);
  });
}

/** A number or list of a policy in words; a requirement has its name alone. */
function valueInWords({ value, words, blank, floor, ceiling, principle }: Provision<unknown>, locale: Locale): string {
  const t = says(locale);
  const bound =
    floor !== undefined
      ? t("（不低于）", " (at least)")
      : ceiling !== undefined
        ? t("（最高）", " (at most)")
        : principle !== undefined
          ? t("（原则上）", " (in principle)")
          : "";
  if (value === null || blank !== undefined) return t("由合同约定", "left to the contract");
  if (Money.is(value)) return inYuan(value, locale) + bound;
  if (Rate.is(value)) return value.toPercent() + bound;
  if (typeof value === "number") return String(value) + bound;
  if (typeof value === "string") return words?.[value]?.[locale] ?? value;
  if (!Array.isArray(value)) return "";
  const all = value as readonly unknown[];
  return all
    .map((each) => itemInWords(each, words, locale))
    .join(all.every((each) => typeof each === "string") ? t("、", "; ") : t("；", "; "));
}

function itemInWords(item: unknown, words: Provision<unknown>["words"], locale: Locale): string {
  if (Rate.is(item)) return item.toPercent();
  if (typeof item === "object" && item !== null && "rate" in item) {
    const { upTo, rate } = item as { readonly upTo?: Money | null; readonly rate: Rate };
    const part =
      upTo == null
        ? says(locale)("其余", "the rest")
        : says(locale)(`至 ${inYuan(upTo, locale)}`, `up to ${inYuan(upTo, locale)}`);
    return `${part} ${rate.toPercent()}`;
  }
  return words?.[String(item)]?.[locale] ?? String(item);
}

function termTables({ policy }: Programme, locale: Locale): string {
  const t = says(locale);
  const all = termsOf(policy.terms as AnyTerms).filter(({ term }) => term.value !== true);
  const rows = all
    .map(({ term }) => [safe(term.clause.path), safe(term.label[locale]), safe(valueInWords(term, locale))])
    .filter(([, , value]) => value !== "");
  return table([t("条款", "Clause"), t("内容", "What it is"), t("数值", "Value")], rows);
}

function pageOf(programme: Programme): Page {
  const { id, policy, rules, unspecified, norms } = programme;
  const { document, covers } = policy;
  return {
    path: `programmes/${id}`,
    title: policy.title,
    body: (locale) => {
      const t = says(locale);
      const { from, to } = document.inForce;
      const claim = rules.find((rule) => rule.id === `${id}.assessClaim`);
      const coverRows = Object.entries(covers).map(([cover, { title, clause }]) => [
        safe(clause.path),
        safe(title[locale]),
        claim === undefined
          ? ""
          : `<a href="${rootOf(locale)}${pathOfRule(claim.id)}${safe(fragmentOf({ input: { cover } }))}">${t("核定一例", "work out a case")}</a>`,
      ]);
      const ruleRows = rules.map((rule) => [
        linkTo(pathOfRule(rule.id), rule.title[locale], locale),
        safe(rule.clause.path),
        safe(answerOf(rule)[locale]),
      ]);
      const facts: readonly (readonly [Text, string])[] = [
        [{ zh: "文件", en: "Document" }, `${safe(document.number)} ${safe(document.title[locale])}`],
        [{ zh: "发文机关", en: "Issued by" }, `<span lang="zh-CN">${safe(document.issuers.join("、"))}</span>`],
        [
          { zh: "施行", en: "In force" },
          to === undefined ? t(`${from} 起`, `from ${from}`) : t(`${from} 至 ${to}`, `${from} to ${to}`),
        ],
        [
          { zh: "规定", en: "Norms" },
          linkTo(`clauses/${id}.html`, t(`${norms.length} 项，逐项对照`, `${norms.length}, one by one`), locale),
        ],
      ];
      return `${table(
        [t("项目", "Programme"), safe(policy.title[locale])],
        facts.map(([text, value]) => [text[locale], value]),
      )}

## ${t("保什么", "What is covered")}

${table([t("条款", "Clause"), t("险种", "Cover"), ""], coverRows)}
## ${t("数额、期限和名单", "Amounts, periods and lists")}

${termTables(programme, locale)}
${picturesOfProgramme(programme, locale)}
## ${t("能回答的问题", "What can be asked")}

${table([t("规则", "Rule"), t("条款", "Clause"), t("回答什么", "What it answers")], ruleRows)}
## ${t("采用之前须由合同或主管部门确定的", "What the contract or the authority has to settle first")}

${Object.values(unspecified)
  .map(({ clause, text }) => `- **${safe(clause.path)}** ${safe(text[locale])}`)
  .join("\n")}

${linkTo(`clauses/${id}.html`, t("逐项规定、条文解读及其金额影响", "Norm by norm, and what each reading is worth"), locale)}
`;
    },
  };
}

export const programmePages: readonly Page[] = programmes.map(pageOf);
