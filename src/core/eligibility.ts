import { fieldText, fieldVocabulary, type Fields } from "./fields.js";
import type { Clause, Provision } from "./policy.js";
import type { Text } from "./text.js";

/** One requirement, and whether it is met. */
export interface Check {
  /** The fact's name, or a name of the programme's own where several facts decide. */
  readonly code: string;
  /** Met, unmet, or not known yet. */
  readonly outcome: "met" | "unmet" | "unknown";
  /** The clause that asks for it. */
  readonly clause: Clause;
  /** The facts that are not known yet. */
  readonly missing: readonly string[];
  /** The requirement and its outcome in words. */
  readonly text: Text;
}

/** Whether someone is covered, and why. */
export interface Eligibility {
  /** Any check unmet: ineligible, whatever is missing; else any unknown: undetermined; else eligible. */
  readonly outcome: "eligible" | "ineligible" | "undetermined";
  /** Every requirement that was asked. */
  readonly checks: readonly Check[];
  /** The codes of the checks that are not met. */
  readonly unmet: readonly string[];
  /** The names of the facts that are not known yet. */
  readonly missing: readonly string[];
  /** The readings that were used. */
  readonly readings: Readonly<Record<string, string>>;
}

/** A requirement as the policy states it; `false` waives it. */
export type Requirement = Provision<boolean>;

const outcomes: Record<Check["outcome"], Text> = {
  met: { zh: "符合", en: "met" },
  unmet: { zh: "不符合", en: "not met" },
  unknown: { zh: "待查明", en: "not known yet" },
};

const answers = { true: { zh: "是", en: "yes" }, false: { zh: "否", en: "no" } };

/** A provision whose label also says the numbers it holds. */
export const worded = (term: Provision<unknown>, zh: string, en: string): Provision<unknown> => ({
  ...term,
  label: { zh: `${term.label.zh}${zh}`, en: `${term.label.en}${en}` },
});

/** Facts by name; absent or `null` is not known. */
export type Facts<Name extends string> = Readonly<Partial<Record<Name, unknown>>>;

/**
 * Asks the facts of one case. Every question names the provision it rests on, so the clause, the words and an amendment come
 * with it; a requirement that was amended to `false` is waived and gives no check.
 */
export class Inquiry<Name extends string> {
  readonly #facts: Facts<Name>;
  readonly #fields: Fields;

  constructor(facts: Facts<Name>, fields: Fields) {
    this.#facts = facts;
    this.#fields = fields;
  }

  /** What is known of a fact, for facts that are asked only where another one calls for them; `undefined` while it is not. */
  known(name: Name): unknown {
    return this.#facts[name] ?? undefined;
  }

  /** The fact is true. */
  is(name: Name, term: Requirement): Check | null {
    return this.holds(name, [name], term, (value) => value === true);
  }

  /** The fact is false. */
  isNot(name: Name, term: Requirement): Check | null {
    return this.holds(name, [name], term, (value) => value === false);
  }

  /** The fact is one of the words provided. The list is closed: any other word does not meet it. */
  isOneOf(name: Name, term: Provision<readonly string[]>): Check | null {
    return this.holds(name, [name], term, (value: string) => term.value.includes(value));
  }

  /** The same for a list that the text closes with 等: any other word is not known to meet it, nor not to. */
  isOneOfOpen(name: Name, term: Provision<readonly string[]>): Check | null {
    const value = this.#facts[name] ?? undefined;
    const listed = value === undefined || term.value.includes(value as string);
    return listed ? this.isOneOf(name, term) : this.#check(name, "unknown", term, [name]);
  }

  /** All facts named are known and fulfil the condition; unknown while one is missing. */
  holds(
    code: string,
    names: readonly Name[],
    term: Provision<unknown>,
    condition: (...values: never[]) => boolean,
  ): Check | null {
    if (term.value === false) return null;
    const values = names.map((name) => this.#facts[name] ?? undefined);
    const missing = names.filter((_, index) => values[index] === undefined);
    if (missing.length > 0) return this.#check(code, "unknown", term, missing);
    return this.#check(code, condition(...(values as never[])) ? "met" : "unmet", term, [], names);
  }

  #check(
    code: string,
    outcome: Check["outcome"],
    term: Provision<unknown>,
    missing: readonly Name[],
    given: readonly Name[] = [],
  ): Check {
    const detail = (locale: keyof Text) => {
      const names = (missing.length > 0 ? missing : given).map((name) => {
        const label = fieldText(this.#fields[name])?.[locale] ?? name;
        return missing.length > 0 ? label : `${label}${locale === "zh" ? "：" : ": "}${this.#answer(name, locale)}`;
      });
      return names.join(locale === "zh" ? "；" : "; ");
    };
    const text: Text = {
      zh: `${term.label.zh}：${outcomes[outcome].zh}（${missing.length > 0 ? "尚缺：" : ""}${detail("zh")}）`,
      en: `${term.label.en}: ${outcomes[outcome].en} (${missing.length > 0 ? "missing: " : ""}${detail("en")})`,
    };
    return { code, outcome, clause: term.clause, missing, text };
  }

  #answer(name: Name, locale: keyof Text): string {
    const value: unknown = this.#facts[name];
    if (typeof value === "boolean") return answers[`${value}`][locale];
    const vocabulary = fieldVocabulary(this.#fields[name]);
    return (Array.isArray(value) ? value : [value])
      .map((word) => vocabulary?.[word as string]?.[locale] ?? String(word))
      .join(locale === "zh" ? "、" : ", ");
  }
}

/** Puts the checks of a case together. */
export function eligibilityOf(asked: readonly (Check | null)[], readings: Record<string, string>): Eligibility {
  const checks = asked.filter((check) => check !== null);
  const unmet = checks.filter(({ outcome }) => outcome === "unmet").map(({ code }) => code);
  const missing = [...new Set(checks.flatMap((check) => check.missing))];
  const outcome = unmet.length > 0 ? "ineligible" : missing.length > 0 ? "undetermined" : "eligible";
  return { outcome, checks, unmet, missing, readings };
}
