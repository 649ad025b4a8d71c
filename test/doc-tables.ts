import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";
import { catalogue, describe, type AnyRule, type FormField } from "huimin-rules";

/*
 * The tables of facts and losses in docs/<programme>.md, made of the rules themselves.
 *
 *   npm run docs:tables     writes them anew; a test fails while they differ
 */

const docs = fileURLToPath(new URL("../docs/", import.meta.url));
const begin = "<!-- generated: facts and losses -->";
const end = "<!-- end -->";
const shownWords = 8;

const rules: Readonly<Record<string, AnyRule>> = catalogue;

/** The programmes whose page has the tables. */
export const programmes = readdirSync(docs)
  .map((name) => name.replace(/\.md$/, ""))
  .filter((name) => Object.hasOwn(rules, `${name}.assessClaim`));

function wordsOf({ words = {} }: FormField): string {
  const all = Object.entries(words);
  const shown = all.slice(0, shownWords).map(([word, { zh, en }]) => `\`${word}\` ${zh} ${en}`);
  return all.length > shownWords ? `${shown.join("; ")}; … (${all.length})` : shown.join("; ");
}

const row = (part: string, field: FormField) =>
  `| ${part} | \`${field.name}\` | ${field.label.zh} | ${field.label.en} | ${field.words ? wordsOf(field) : `${field.unit.zh} ${field.unit.en}`} |`;

function tableOf(rule: AnyRule, cover: string): string {
  const { policy } = rule;
  const { title, clause } = policy.covers[cover] ?? { title: { zh: cover, en: cover }, clause: { path: "" } };
  const groups = Object.fromEntries(describe(rule, { cover }).map(({ name, group = [] }) => [name, group]));
  const rows = [
    ...(groups["facts"] ?? []).map((field) => row("事实 fact", field)),
    ...(groups["loss"] ?? []).map((field) => row("损失 loss", field)),
  ];
  return [
    `#### ${title.zh} · ${title.en} (\`${cover}\`, ${clause.path})`,
    "",
    "| | 名称 name | 内容 | meaning | 取值 values |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

/** The page of a programme with its tables as they should be. */
export async function withTables(programme: string): Promise<string> {
  const path = `${docs}${programme}.md`;
  const page = readFileSync(path, "utf8");
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/${programme}.md has no place for its tables`);
  const rule = rules[`${programme}.assessClaim`] as AnyRule;
  const covers = "covers" in rule.fields ? Object.keys(rule.fields.covers) : [];
  const tables = covers.map((cover) => tableOf(rule, cover)).join("\n\n");
  const text = `${page.slice(0, from)}${begin}\n\n${tables}\n\n${page.slice(to)}`;
  return format(text, { ...(await resolveConfig(path)), parser: "markdown" });
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  for (const programme of programmes) writeFileSync(`${docs}${programme}.md`, await withTables(programme));
}
