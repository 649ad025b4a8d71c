import { chongqing, explain, type Locale } from "huimin-rules";
import { fragmentOf } from "../client/case.js";
import { lawNorms, programmes, rules } from "./library.js";
import { linkTo, safe, says, table, type Page } from "./page.js";
import { calculatorOf } from "./rules.js";

/*
 * Where people come in.
 */

const home: Page = {
  path: "index",
  title: { zh: "惠民规则", en: "huimin-rules" },
  body: (locale) => {
    const t = says(locale);
    const rows = programmes.map(({ id, policy: { title, document } }) => [
      linkTo(`programmes/${id}.html`, title[locale], locale),
      safe(document.number),
      safe(
        `${document.inForce.from}${document.inForce.to === undefined ? t(" 起", " on") : t(` 至 ${document.inForce.to}`, ` to ${document.inForce.to}`)}`,
      ),
    ]);
    return `<p class="lead">${t(
      "地方政府的惠民救助保险文件，写成精确到分、可解释的规则：保不保、赔多少、何时赔、年终盈亏怎么算。",
      "Chinese local governments' relief-insurance documents as rules that are exact to the fen and explain themselves: who is covered, how much is due, by when, and who settles the year.",
    )}</p>

<div class="doors">
<p>${linkTo("claim.html", t("核定一项理赔", "Work out a claim"), locale)}${t("选项目和险种，边填边出结果，写明条款。", "Choose programme and cover; the outcome follows as you type, with its clauses.")}</p>
<p>${linkTo("rules/index.html", t("查规则", "Look up a rule"), locale)}${t(`${rules.length} 条规则，各有在线核定、算例和条款。`, `${rules.length} rules, each with a calculator, worked cases and clauses.`)}</p>
<p>${linkTo("clauses/index.html", t("条文对照", "Clauses and readings"), locale)}${t("每一条规定如何处理，有歧义的怎么读、差多少钱。", "What became of every norm; where a text can be read in two ways, and what that is worth.")}</p>
<p>${linkTo("start.html", t("在程序中使用", "Use it in a program"), locale)}${t("安装、第一笔理赔、第一个错误、第一年。", "Install, the first claim, the first error, the first year.")}</p>
</div>

## ${t("项目", "Programmes")}

${table([t("项目", "Programme"), t("文件", "Document"), t("期间", "In force")], rows)}

## ${t("可以放心的", "What you can rely on")}

${[
  t(
    "**精确到分**：每一方的份额只四舍五入一次，金额是整数分。",
    "**Exact to the fen**: each payer's share is rounded once; money is whole fen.",
  ),
  t(
    "**有据可查**：每个数字都注明文号和条款，核算单就是计算本身。",
    "**Every number has its clause**: the statement is the computation itself.",
  ),
  t(
    "**未知不是零**：缺少的事实逐项列出，绝不猜测。",
    "**Unknown is not zero**: what is missing is listed and never guessed.",
  ),
  t(
    "**歧义可见**：条文有两种读法的，默认读法、理由和差额都写明。",
    "**Ambiguity is visible**: default, reason and difference are told wherever a text can be read in two ways.",
  ),
  t(
    "**不出浏览器**：本站不发出任何请求，填写的内容只在您的浏览器里。",
    "**Nothing leaves the browser**: this site sends no request; what you fill in stays with you.",
  ),
]
  .map((line) => `- ${line}`)
  .join("\n")}
`;
  },
};

const search: Page = {
  path: "search",
  title: { zh: "搜索", en: "Search" },
  scripts: ["search-LOCALE", "search"],
  body: (locale) =>
    `<div class="search"><noscript><p>${says(locale)("搜索需要 JavaScript。", "The search needs JavaScript.")}</p></noscript></div>`,
};

const claim: Page = {
  path: "claim",
  title: { zh: "核定一项理赔", en: "Work out a claim" },
  scripts: ["calculator-all"],
  body: (locale) => {
    const t = says(locale);
    return `${t(
      "选项目、事项和险种，边填边出结果。不清楚的可以不填：结果会说明还缺什么。填写的内容只在本页，链接也只在您自己手里。",
      "Choose programme, matter and cover; the outcome follows as you type. Leave out what is not known: the result says what is missing. Nothing leaves this page, and its link is yours alone.",
    )}

${calculatorOf("", [...programmes.flatMap(({ norms }) => norms), ...lawNorms], locale)}`;
  },
};

const receipt: Page = {
  path: "receipt",
  title: { zh: "核对凭据", en: "Verify a receipt" },
  scripts: ["receipt"],
  body: (locale) => {
    const t = says(locale);
    return `${t(
      "凭据记着一次核定的输入、结果和所用规则的摘要值。打开凭据文件，就用今天的规则重算一遍：是否被改动，结果是否相同。文件不会离开浏览器。",
      "A receipt keeps the input and the result of a decision, and digests of the rules that made it. Opened here, it is worked out again by today's rules: whether it was altered, and whether the result is the same. The file does not leave the browser.",
    )}

<div class="receipt"><noscript><p>${t("核对需要 JavaScript。", "Verifying needs JavaScript.")}</p></noscript></div>

${linkTo("guides/receipts.html", t("留存结果", "Keeping results for years"), locale)}
`;
  },
};

const start: Page = {
  path: "start",
  title: { zh: "入门", en: "Start here" },
  body: (locale) => {
    const t = says(locale);
    return `${t("从安装到一年的账，四步。", "From installing it to a year's account, in four steps.")}

## ${t("一、安装", "1. Install")}

\`\`\`sh
npm install huimin-rules
\`\`\`

${t("Node 20 或浏览器，ESM、CommonJS 均可。没有网络的机器上，打开安装包里的 `dist/calculator.html` 就能核定。", "Node 20 or a browser, ESM or CommonJS. On a machine without network, open `dist/calculator.html` of the package.")}

## ${t("二、第一笔理赔", "2. The first claim")}

${programExample(`import { chongqing, explain } from "huimin-rules";

const assessment = chongqing.assessClaim(${literal(firstClaim)});

console.log(explain(assessment${t("", ', { locale: "en" }')}));`)}

${output(explain(chongqing.assessClaim(firstClaim), { locale }))}

${linkTo("rules/chongqing.assessClaim.html", t("在网页上填同一例", "The same case in a form"), locale, fragmentOf({ input: firstClaim }))}

## ${t("三、第一个错误", "3. The first error")}

${t("填错了不会得出数，而是一次列出全部问题：在哪里、收到什么、可能是指什么。", "A bad input gives no number: every problem is listed at once, with its place, what was received and what was probably meant.")}

${programExample(`const refused = chongqing.assessClaim.safe(${literal(badClaim)});
if (!refused.ok) console.log(explain(refused.error${t("", ', { locale: "en" }')}));`)}

${output(refusal(locale))}

${t("不清楚的事实不填：结果会说还缺什么，而不是当作“否”。", "Leave out a fact that is not known: the result says what is missing, and never takes it for a no.")}

${programExample(`const open = chongqing.assessClaim(${literal(openClaim)});
open.pending; // "facts"
open.eligibility.missing; // ["settledOneStop"]`)}

## ${t("四、第一年", "4. The first year")}

${t("一个人一年的全部理赔交给 `assessPerson`：累计、起付、限额和已付都由台账推算。", "Give all claims of a person's year to `assessPerson`: running totals, deductible, limits and what was paid are derived.")}

${programExample(`const year = chongqing.assessPerson(${literal(firstYear)});
console.log(explain(year${t("", ', { locale: "en" }')}));`)}

${output(explain(chongqing.assessPerson(firstYear), { locale }))}

## ${t("接下来", "What next")}

- ${linkTo("guides/year.html", t("一年：汇总、清算、换一份合同的影响", "A year: summaries, settlement, the impact of another contract"), locale)}
- ${linkTo("guides/agreements.html", t("从合同到结果", "From a contract to a result"), locale)}
- ${linkTo("guides/calling.html", t("从 Java、Python、SQL 调用", "Calling from Java, Python, SQL"), locale)}
- ${linkTo("rules/index.html", t("全部规则", "All rules"), locale)}
`;
  },
};

const stay = { inpatient: true, causedByIllness: true, settledOneStop: true };
const firstClaim = {
  cover: "majorIllness" as const,
  facts: { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", ...stay },
  loss: { outOfCatalogueToDate: "58000" },
};
const badClaim = { cover: "大病补充", facts: {} };
const openClaim = {
  cover: "majorIllness" as const,
  facts: { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", inpatient: true, causedByIllness: true },
  loss: { outOfCatalogueToDate: "58000" },
};
const firstYear = {
  person: "P1",
  enrolments: [{ from: "2020-11-01" }],
  claims: [
    {
      id: "b1",
      cover: "majorIllness" as const,
      facts: { ...stay, occurredOn: "2021-03-02" },
      loss: { outOfCatalogue: "58000" },
      paid: "16250",
    },
    {
      id: "b2",
      cover: "majorIllness" as const,
      facts: { ...stay, occurredOn: "2021-06-01" },
      loss: { outOfCatalogue: "20000" },
    },
  ],
};

const literal = (value: object) => JSON.stringify(value, null, 2).replace(/"(\w+)":/g, "$1:");
const programExample = (text: string) => `\`\`\`ts\n${text}\n\`\`\``;
const output = (text: string) => `\`\`\`text\n${text}\n\`\`\``;

function refusal(locale: Locale): string {
  const refused = chongqing.assessClaim.safe(badClaim);
  return refused.ok ? "" : explain(refused.error, { locale });
}

/** The pages that lead to the others. */
export const entrances: readonly Page[] = [home, start, claim, receipt, search];
