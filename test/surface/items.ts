import { createHash } from "node:crypto";
import type { Snapshots } from "./snapshots.js";

/** What the snapshots hold, item by item, and every word that stands in them: names of fields, choices and codes among them. */
export interface Surface {
  /** An export, a schema, a reading, a command or an option, with a digest of what it says. */
  readonly items: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

/** A digest that tells two texts apart, and no more. */
const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** API Extractor tells namesakes apart by a number that depends on what else there is; its comments say nothing to a caller. */
const settled = (text: string) => text.replace(/^ *\/\/.*\n/gm, "").replace(/_\d+\b/g, "");

const declared = /^(?:export )?(?:declare )?(?:abstract )?(?:class|const|function|interface|namespace|type) ([\w$]+)/m;

/** The exports of an entry: their names and declarations, overloads together. */
function exportsOf(report: string): Map<string, string> {
  const found = new Map<string, string>();
  const [, code = ""] = /```ts\n([\s\S]*)\n```/.exec(report) ?? [];
  for (const block of settled(code).split("\n\n")) {
    if (!/^(?:export|declare namespace) /m.test(block)) continue;
    const [, exported] = declared.exec(block) ?? [];
    if (exported === undefined) throw new Error(`an export that cannot be told apart:\n${block}`);
    // A namespace is what its own entry exports; here only that it is there counts.
    const text = block.includes("declare namespace") ? "" : block;
    found.set(exported, `${found.get(exported) ?? ""}${text.trim()}\n`);
  }
  return found;
}

function apiItems(snapshots: Snapshots): Record<string, string> {
  const entries = Object.entries(snapshots).flatMap(([file, text]) => {
    const [, entry] = /^(.+)\.api\.md$/.exec(file) ?? [];
    return entry === undefined ? [] : [[entry, exportsOf(text)] as const];
  });
  const ofCore = new Map(entries).get("core");
  return Object.fromEntries(
    entries.flatMap(([entry, exported]) =>
      [...exported]
        .filter(([name, text]) => entry === "core" || ofCore?.get(name) !== text)
        .map(([name, text]) => [`${entry}.${name}`, text]),
    ),
  );
}

/** Texts of the form `name: what it says`, one below the other. */
function namedTexts(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(/\n(?=[\w.]+: )/).flatMap((block) => {
      const at = block.indexOf(": ");
      return at < 0 ? [] : [[block.slice(0, at), block.slice(at + 2).trim()]];
    }),
  );
}

/** The commands and options of the help, with the form of their use; what it says of them may be put better at any time. */
function helpItems(help: string): Record<string, string> {
  const uses = [...help.matchAll(/^ {2}(huimin [\w-]+|--[\w-]+)(.*)$/gm)];
  return Object.fromEntries(
    uses.flatMap(([, name = "", rest = ""]) => (name === "--help" ? [] : [[name, rest.split(/ {2,}/)[0] ?? ""]])),
  );
}

/** The names in a text, of three letters or more: shorter ones cannot be told from prose. */
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}_$][\p{L}\p{N}_$]{2,}/gu) ?? [];

/** The surface that the snapshots show. */
export function surfaceOf(snapshots: Snapshots): Surface {
  const texts = {
    ...apiItems(snapshots),
    ...Object.fromEntries(
      Object.entries(snapshots)
        .filter(([file]) => file.startsWith("schemas/") || file === "readings.txt")
        .flatMap(([, text]) => Object.entries(namedTexts(text))),
    ),
    ...helpItems(snapshots["help.txt"] ?? ""),
  };
  const sorted = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
  const words = new Set(sorted.flatMap(([, text]) => wordsOf(settled(text).replace(/\/\^.*?\$\//g, ""))));
  return {
    items: Object.fromEntries(sorted.map(([name, text]) => [name, digest(text)])),
    words: [...words].sort(),
  };
}
