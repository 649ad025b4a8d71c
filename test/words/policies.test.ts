import { describe, expect, it } from "vitest";
import {
  catalogue,
  chongqing,
  insuranceLawNorms,
  insuranceLawTerms,
  lishui,
  luozhuang,
  Money,
  Rate,
  tenGradeScale,
  zhumadian,
  type AnyPolicy,
  type Norm,
  type Readings,
  type Text,
} from "huimin-rules";

/*
 * Everything a policy module states, a line each, Chinese beside English, to be read beside its document. A reviewer reads the
 * difference when a number, clause path, label or reading changes; nothing changes unseen.
 */

const shown = (value: unknown): string => {
  if (Money.is(value) || Rate.is(value)) return value.toString();
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([name, part]) => `${name}: ${shown(part)}`)
    .join(", ")} }`;
};
const both = ({ zh, en }: Text) => `${zh} | ${en}`;
const isText = (value: object): value is Text => "zh" in value && "en" in value;

interface Term {
  readonly clause: { readonly document: string; readonly path: string };
  readonly value: unknown;
  readonly label: Text;
  readonly floor?: unknown;
  readonly words?: object;
}
const isTerm = (value: unknown): value is Term =>
  typeof value === "object" && value !== null && "clause" in value && "value" in value && "label" in value;

/** Every term, reading, norm and vocabulary below a name, a line each. */
function lines(value: unknown, path: string): string[] {
  if (isTerm(value)) {
    const { clause, value: stated, label, floor, words } = value;
    const limits = [
      floor === undefined ? "" : ` floor ${shown(floor)}`,
      words ? ` of ${Object.keys(words).join(", ")}` : "",
    ];
    return [`${path}: ${clause.document} ${clause.path} = ${shown(stated)}${limits.join("")} | ${both(label)}`];
  }
  if (typeof value !== "object" || value === null || Money.is(value) || Rate.is(value))
    return [`${path}: ${shown(value)}`];
  if (isText(value) && Object.keys(value).length === 2) return [`${path}: ${both(value)}`];
  return Object.entries(value).flatMap(([name, part]) => lines(part, `${path}.${name}`));
}

function readingLines(readings: Readings): string[] {
  return Object.entries(readings).flatMap(([name, { clause, question, default: usual, choices }]) => [
    `${name}: ${clause.document} ${clause.path} | ${both(question)}`,
    ...Object.entries(choices).map(([choice, text]) => `  ${choice === usual ? "*" : "-"} ${choice}: ${both(text)}`),
  ]);
}

function normLine({ document, path, summary, ...entry }: Norm): string {
  const became = {
    computed: () => ("rules" in entry ? entry.rules.join(", ") : ""),
    data: () => ("where" in entry ? entry.where.join(", ") : ""),
    unspecified: () => ("names" in entry ? entry.names.join(", ") : ""),
    "not-computable": () => ("reason" in entry ? both(entry.reason) : ""),
  }[entry.status]();
  return `${document} ${path} | ${both(summary)} | ${entry.status}: ${became}`;
}

const section = (title: string, rows: readonly string[]) => [`== ${title}`, ...rows, ""];

/** What the programme exports besides its rules, its policy and what is shown of that by itself. */
const ownData = (programme: object) =>
  Object.entries(programme).filter(
    ([name, value]) => typeof value === "object" && !["policy", "norms", "unspecified", "reasons"].includes(name),
  );

interface Programme {
  readonly policy: AnyPolicy;
  readonly norms: readonly Norm[];
  readonly unspecified: object;
  readonly reasons: object;
}

const programmes: Readonly<Record<string, Programme>> = { chongqing, lishui, luozhuang, zhumadian };

describe("what each policy states, word for word", () => {
  it.each(Object.entries(programmes))("%s", async (id, programme) => {
    const { policy, norms, unspecified, reasons } = programme;
    const text = [
      ...section("document", lines({ id: policy.id, programme: policy.title, ...policy.document }, "document")),
      ...section(
        "covers",
        Object.entries(policy.covers).map(
          ([name, { clause, title }]) => `${name}: ${clause.document} ${clause.path} | ${both(title)}`,
        ),
      ),
      ...section("terms", lines(policy.terms, "terms")),
      ...section("readings", readingLines(policy.readings)),
      ...section("reasons", lines(reasons, "reasons")),
      ...section(
        "unspecified",
        Object.entries(unspecified as Readonly<Record<string, { clause: Term["clause"]; text: Text }>>).map(
          ([name, { clause, text: words }]) => `${name}: ${clause.document} ${clause.path} | ${both(words)}`,
        ),
      ),
      ...section("norms", norms.map(normLine)),
      ...ownData(programme).flatMap(([name, value]) => section(name, lines(value, name))),
      ...section(
        "rules",
        Object.values(catalogue)
          .filter((rule) => rule.id.startsWith(`${id}.`))
          .map(
            ({ id: rule, clause, title, readings }) =>
              `${rule}: ${clause.path} | ${both(title)} | ${Object.keys(readings).join(", ")}`,
          ),
      ),
    ].join("\n");
    await expect(text).toMatchFileSnapshot(`${id}.txt`);
  });

  it("the law that they share", async () => {
    const text = [
      ...section("terms", [...lines(insuranceLawTerms, "insuranceLawTerms"), ...lines({ tenGradeScale }, "")]),
      ...section("norms", insuranceLawNorms.map(normLine)),
    ].join("\n");
    await expect(text).toMatchFileSnapshot("law.txt");
  });
});
