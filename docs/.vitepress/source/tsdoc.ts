import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import type { Text } from "huimin-rules";
import { root } from "../paths.js";

/** What a rule's TSDoc says of it: the Chinese sentence, then the English ones. */
export function saidOf(programme: string): ReadonlyMap<string, Text> {
  const found = new Map<string, Text>();
  for (const name of readdirSync(`${root}src/${programme}`).filter((file) => file.endsWith(".ts"))) {
    const text = readFileSync(`${root}src/${programme}/${name}`, "utf8");
    ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true).forEachChild((node) => {
      if (!ts.isVariableStatement(node)) return;
      const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
      if (comment === undefined) return;
      const said = sentences(ts.getTextOfJSDocComment(comment.comment) ?? "");
      for (const { name: own } of node.declarationList.declarations) found.set(`${programme}.${own.getText()}`, said);
    });
  }
  return found;
}

/** The lines up to the first that is English, and the rest. */
function sentences(comment: string): Text {
  const lines = comment.replace(/\{@link ([^}]*)\}/g, "$1").split("\n");
  const from = lines.findIndex((line) => (line.match(/\p{Script=Han}/gu) ?? []).length < line.length / 4);
  if (from < 1) return { zh: "", en: "" };
  return { zh: lines.slice(0, from).join(""), en: lines.slice(from).join(" ").replace(/\s+/g, " ").trim() };
}
