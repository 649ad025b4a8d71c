import { issueOf, type Issue, type IssueCode, type Path } from "./errors.js";

/** Reports a problem that one field alone cannot show. */
export interface Report {
  (path: Path, code: IssueCode, zh: string, en: string): void;
  /** The same for what stands further in: its paths begin with these steps. */
  at(...steps: (string | number)[]): Report;
}

/** A report of what stands further in, from any report. */
function at(this: Report, ...steps: (string | number)[]): Report {
  return reportBy((path, code, zh, en) => this([...steps, ...path], code, zh, en));
}

/** A report from any function that takes a problem. */
export function reportBy(take: (path: Path, code: IssueCode, zh: string, en: string) => void): Report {
  const report = (path: Path, code: IssueCode, zh: string, en: string) => take(path, code, zh, en);
  report.at = at;
  return report;
}

/** A report that adds to a list; what was received is looked up in the input. */
export function reportTo(issues: Issue[], input: unknown): Report {
  return reportBy((path, code, zh, en) => issues.push(issueOf(path, code, zh, en, valueAt(input, path))));
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    return (value as Record<string | number, unknown>)[step];
  }, input);
}

/** Reports what the input sets although the agreement has set it; and what neither does, where it is needed. */
export function requireContractual(
  input: Readonly<Record<string, unknown>>,
  terms: Readonly<Record<string, { readonly value: unknown }>>,
  needed: readonly string[],
  report: Report,
): void {
  for (const [name, { value }] of Object.entries(terms)) {
    const given = input[name] !== undefined;
    if (given && value !== null) report([name], "CONFLICT", "合同已经约定，不能再填", "the agreement has set this");
    if (!given && value === null && needed.includes(name)) {
      report([name], "MISSING", "须由合同约定，或在此填写", "needed, unless the agreement sets it");
    }
  }
}

/** Reports an input in which nothing is claimed: none of the fields is given, and a flag that is not set claims nothing. */
export function requireClaimed<Name extends string>(
  input: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
  report: Report,
): void {
  if (names.some((name) => input[name] !== undefined && input[name] !== false)) return;
  const zh = `未填写任何损失，至少填写一项：${names.map((name) => `“${name}”`).join("、")}`;
  report([], "MISSING", zh, `nothing is claimed; give at least one of ${names.map((name) => `"${name}"`).join(", ")}`);
}

/** Reports, at each place but the first, a value that differs from one given before for the same thing; what is not known never does. */
export function agreeing(zh: string, en: string): (thing: string, value: unknown, path: Path, report: Report) => void {
  const given = new Map<string, unknown>();
  return (thing, value, path, report) => {
    if (value == null) return;
    if (!given.has(thing)) given.set(thing, value);
    else if (given.get(thing) !== value) report(path, "CONFLICT", zh, en);
  };
}
