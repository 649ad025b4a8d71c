/*
 * What changes since the last release, a file a change in `.changeset/`, in the format of Changesets: how much the version moves, then the
 * lines of the changelog. Every line is _policy_ or _technical_.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const levels = ["patch", "minor", "major"] as const;
export type Level = (typeof levels)[number];

/** A line of the changelog, with the heading that it stands under. */
interface Entry {
  readonly kind: "policy" | "technical";
  readonly heading: string;
  readonly text: string;
}

/** One file of `.changeset/`. */
export interface Changeset {
  readonly file: string;
  readonly level: Level;
  readonly entries: readonly Entry[];
}

const packageName = "huimin-rules";
const folder = ".changeset";

/** A programme by its name, or all of them; and a clause as the documents number them. */
const programme = /Chongqing|Lishui|Luozhuang|Zhumadian|each programme|every programme/;
const clause = /[一二三四五六七八九十]+(?:[(（]|[、，。,;:)）\s]|$)|第[一二三四五六七八九十百]+条|附件/;

/** Reads a changeset; what is wrong with it is told, each problem in both languages. */
export function parseChangeset(file: string, text: string): { changeset: Changeset; problems: readonly string[] } {
  const problems: string[] = [];
  const say = (zh: string, en: string) => problems.push(`${file}: ${zh} ${en}`);
  const [, front = "", body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const [, level] = new RegExp(`^"${packageName}": (patch|minor|major)$`).exec(front.trim()) ?? [];
  if (level === undefined) {
    say("开头应写明版本变动", `begins with ---, "${packageName}": patch | minor | major, ---`);
  }
  const entries: Entry[] = [];
  let heading = "";
  for (const block of body.split(/\n(?=- |### )/)) {
    const line = block.trim();
    const [, kind, words] = /^- _(policy|technical)_ ([\s\S]+)$/.exec(line) ?? [];
    if (line === "") continue;
    if (/^### [^\n]+$/.test(line)) heading = line.slice(4);
    else if (kind === undefined || words === undefined) {
      say(
        "每条以 - _policy_ 或 - _technical_ 开头",
        `every line begins with - _policy_ or - _technical_: ${line.slice(0, 40)}`,
      );
    } else {
      entries.push({ kind: kind as Entry["kind"], heading, text: words });
      if (kind === "policy" && !(programme.test(words) && clause.test(words))) {
        say("_policy_ 应写明项目和条款", `a _policy_ line names its programme and clause: ${words.slice(0, 40)}`);
      }
    }
  }
  if (entries.length === 0 && problems.length === 0) say("没有一条变动", "says nothing");
  return { changeset: { file, level: (level ?? "patch") as Level, entries }, problems };
}

/** All changesets at hand. */
export function readChangesets(): { changesets: readonly Changeset[]; problems: readonly string[] } {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md")
    : [];
  const read = files.sort().map((name) => parseChangeset(name, readFileSync(join(folder, name), "utf8")));
  return { changesets: read.map(({ changeset }) => changeset), problems: read.flatMap(({ problems }) => problems) };
}

/** The greatest of the levels; none where nothing changed. */
export function levelOf(changesets: readonly Changeset[]): Level | undefined {
  return [...levels].reverse().find((level) => changesets.some((each) => each.level === level));
}

/** The version after a change of this level. */
export function nextVersion(version: string, level: Level): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (level === "major") return `${major + 1}.0.0`;
  return level === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** The section of the changelog that the changesets make, headings in the order in which they first come. */
export function changelogSection(version: string, changesets: readonly Changeset[]): string {
  const entries = changesets.flatMap((each) => each.entries);
  const headings = [...new Set(["", ...entries.map(({ heading }) => heading)])];
  const parts = headings.flatMap((heading) => {
    const lines = entries.filter((entry) => entry.heading === heading);
    if (lines.length === 0) return [];
    const list = lines.map(({ kind, text }) => `- _${kind}_ ${text}\n`).join("");
    return [heading === "" ? list : `### ${heading}\n\n${list}`];
  });
  return `## ${version}\n\n${parts.join("\n")}`;
}
