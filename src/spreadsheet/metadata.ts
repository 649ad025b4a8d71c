import type { Text } from "../core/text.js";
import { sheetFunctions, type Parameter, type SheetFunction } from "./functions.js";
import { namespace } from "./namespace.js";

/** The id under which Excel knows a function's Chinese name. */
export const chineseId = (id: string) => `${id}_ZH`;

const both = ({ zh, en }: Text) => `${zh} / ${en}`;

/** What an argument is, for the host's help. */
function parameterText({ text, unit, list, optional }: Parameter): string {
  const notes = {
    zh: [unit.zh, ...(list ? ["整列为一组"] : []), ...(optional ? ["可不填"] : [])].join("，"),
    en: [unit.en, ...(list ? ["a whole column is one list"] : []), ...(optional ? ["optional"] : [])].join(", "),
  };
  return both({ zh: `${text.zh}（${notes.zh}）`, en: `${text.en} (${notes.en})` });
}

function docComment({ description, parameters }: SheetFunction, tag: string, type: string, returns: string): string {
  return [
    "/**",
    ` * ${both(description)}`,
    ` * ${tag}`,
    ...parameters.map((parameter) => {
      const name = parameter.optional ? `[${parameter.name}]` : parameter.name;
      return ` * @param {${type}} ${name} ${parameterText(parameter)}`;
    }),
    ` * ${returns}`,
    " */",
  ].join("\n");
}

const signature = (name: string, { parameters }: SheetFunction) =>
  `function ${name}(${parameters.map((parameter) => parameter.name).join(", ")})`;

/** The functions as Excel's own tool reads them, to make `functions.json`: each by its id, and by its Chinese name. */
export function excelSource(): string {
  const named = (each: SheetFunction, id: string, name: string) =>
    `${docComment(each, `@customfunction ${id} ${name}`, "any[][]", "@returns {any[][]}")}\n${signature(id, each)} {}`;
  return sheetFunctions
    .flatMap((each) => [named(each, each.id, each.id), named(each, chineseId(each.id), each.zh)])
    .join("\n\n");
}

/** The `functions.json` of WPS. */
export function wpsMetadata(): object {
  return {
    functions: sheetFunctions.map(({ id, zh, description, parameters }) => ({
      name: id,
      description: `${zh}。${both(description)}`,
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        description: parameterText(parameter),
        type: parameter.optional ? "any?" : "any",
      })),
      result: { type: "any" },
    })),
  };
}

/** The functions of Google Sheets and of a macro of WPS, which stand below the bundle. */
export function scriptSource(): string {
  return sheetFunctions
    .map((each) => {
      const comment = docComment(each, each.zh, "any", "@return {any}\n * @customfunction");
      return `${comment}\n${signature(each.id, each)} {\n  return ${namespace}.call("${each.id}", arguments);\n}`;
    })
    .join("\n\n");
}

/** Every function with its arguments, as a page to read. */
export function functionList(): string {
  const row = ({ id, zh, description, parameters }: SheetFunction) => {
    const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ");
    return `| \`${id}(${names})\` | ${zh} | ${both(description)} |`;
  };
  const heading = [
    "# 函数 Functions",
    "",
    "| 函数 Function | 中文名（Excel） | 说明 Description |",
    "| --- | --- | --- |",
  ];
  return [...heading, ...sheetFunctions.map(row), ""].join("\n");
}

const html = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The functions as the task pane of Excel lists them: each by both names, its arguments when it is opened. */
export function functionPane(): string {
  const entry = (each: SheetFunction) => {
    const items = each.parameters.map(
      (parameter) => `        <li><b>${parameter.name}</b> ${html(parameterText(parameter))}</li>`,
    );
    const name = `${namespace}.${each.id}`;
    return [
      "    <details>",
      `      <summary><code>${name}</code> ${namespace}.${each.zh}</summary>`,
      `      <p>${html(both(each.description))}</p>`,
      "      <ol>",
      ...items,
      "      </ol>",
      "    </details>",
    ].join("\n");
  };
  return sheetFunctions.map(entry).join("\n");
}
