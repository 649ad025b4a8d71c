import { frozen } from "./frozen.js";
import type { Field, Fields, Vocabulary } from "./input.js";
import type { Amended, Clause, Provision } from "./policy.js";
import type { Text } from "./text.js";

/**
 * 一项要求及其是否满足。
 * One requirement, and whether it is met.
 */
export interface Check {
  /** The fact's name, or a name of the programme's own where several facts decide. */
  readonly code: string;
  /** Met, unmet, not known yet, or waived by an amendment. */
  readonly outcome: "met" | "unmet" | "unknown" | "waived";
  /** The clause that asks for it. */
  readonly clause: Clause;
  /** The facts that are not known yet. */
  readonly missing: readonly string[];
  /** The requirement and its outcome in words. */
  readonly text: Text;
  /** The requirement is not the document's but was changed or waived by `amend`. */
  readonly amended?: Amended;
}

/**
 * 是否符合资格及原因。
 * Whether someone is covered, and why.
 */
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
  waived: { zh: "不作要求", en: "waived" },
};

const answers = { true: { zh: "是", en: "yes" }, false: { zh: "否", en: "no" } };

/** A provision whose label also says the numbers it rests on; those of other terms mark it when they were amended. */
export const withNumbers = <Value>(
  term: Provision<Value>,
  zh: string,
  en: string,
  ...others: readonly Provision<unknown>[]
): Provision<Value> => {
  let amended = term.amended;
  for (const other of others) amended ??= other.amended;
  const label = { zh: `${term.label.zh}${zh}`, en: `${term.label.en}${en}` };
  return amended === undefined ? { ...term, label } : { ...term, label, amended };
};

const nothing: Text = { zh: "", en: "" };
/** Why a word that is not on an open list decides nothing. */
const openList: Text = {
  zh: "；所列情形以“等”收尾，是否包括须由合同明确",
  en: "; the list is open, so the contract has to say whether it is covered",
};

/** Facts by name; absent or `null` is not known. */
export type Facts<Name extends string> = Readonly<Partial<Record<Name, unknown>>>;

interface Answered {
  readonly value: unknown;
  readonly check: Check;
}

/** Checks of one fact that is an answer or a word: the same each time, so they are made once and shared. */
const answeredBefore = new WeakMap<Provision<unknown>, WeakMap<object, Answered[]>>();

function answered(
  term: Provision<unknown>,
  field: object,
  code: string,
  outcome: Check["outcome"],
  value: unknown,
  make: () => Check,
): Check {
  let byField = answeredBefore.get(term);
  if (byField === undefined) answeredBefore.set(term, (byField = new WeakMap()));
  let known = byField.get(field);
  if (known === undefined) byField.set(field, (known = []));
  for (const each of known) {
    if (each.value === value && each.check.outcome === outcome && each.check.code === code) return each.check;
  }
  const check = frozen(make());
  known.push({ value, check });
  return check;
}

/**
 * Asks the facts of one case. Every question names the provision it rests on, so the clause, the words and an amendment come
 * with it; a requirement that was amended to `false` is waived, and its check says so.
 */
export class Inquiry<Name extends string> {
  readonly #facts: Facts<Name>;
  readonly #fields: Fields;
  readonly #inWords: boolean;

  /** @param inWords - Whether the checks say what they are about; needless where only their outcome counts. */
  constructor(facts: Facts<Name>, fields: Fields, inWords = true) {
    this.#facts = facts;
    this.#fields = fields;
    this.#inWords = inWords;
  }

  /** What is known of a fact, for facts that are asked only where another one calls for them; `undefined` while it is not. */
  known(name: Name): unknown {
    return this.#facts[name] ?? undefined;
  }

  /** The field of a fact: what is asked is one of the case's facts. */
  #field(name: Name): Field {
    return this.#fields[name] as Field;
  }

  /** The fact is true. */
  is(name: Name, term: Requirement): Check {
    return this.holds(name, [name], term, (value) => value === true);
  }

  /** The fact is false. */
  isNot(name: Name, term: Requirement): Check {
    return this.holds(name, [name], term, (value) => value === false);
  }

  /** The fact is one of the words provided. The list is closed: any other word does not meet it. */
  isOneOf(name: Name, term: Provision<readonly string[]>): Check {
    return this.holds(name, [name], term, (value: string) => term.value.includes(value));
  }

  /** The same for a list that the text closes with 等: any other word is not known to meet it, nor not to. */
  isOneOfOpen(name: Name, term: Provision<readonly string[]>): Check {
    const value = this.known(name);
    const listed = value === undefined || term.value.includes(value as string);
    return listed ? this.isOneOf(name, term) : this.#check(name, "unknown", term, [name], [name], openList);
  }

  /** All facts named are known and fulfil the condition; unknown while one is missing. */
  holds(
    code: string,
    names: readonly Name[],
    term: Provision<unknown>,
    condition: (...values: never[]) => boolean,
  ): Check {
    if (term.value === false) return this.#check(code, "waived", term, [], []);
    const name = names.length === 1 ? names[0] : undefined;
    if (name === undefined) return this.#together(code, names, term, condition);
    const value = this.known(name);
    if (value === undefined) return this.#unknown(code, term, names);
    const outcome = condition(value as never) ? "met" : "unmet";
    const field = this.#field(name);
    const repeats = typeof value === "boolean" || (typeof value === "string" && field.words !== undefined);
    if (!repeats || !this.#inWords) return this.#check(code, outcome, term, [], names);
    return answered(term, field, code, outcome, value, () => this.#check(code, outcome, term, [], names));
  }

  /** Several facts, which fulfil the condition together. */
  #together(
    code: string,
    names: readonly Name[],
    term: Provision<unknown>,
    condition: (...values: never[]) => boolean,
  ): Check {
    const values: unknown[] = [];
    for (const name of names) {
      const value = this.known(name);
      if (value === undefined) return this.#unknown(code, term, names);
      values.push(value);
    }
    return this.#check(code, condition(...(values as never[])) ? "met" : "unmet", term, [], names);
  }

  #unknown(code: string, term: Provision<unknown>, names: readonly Name[]): Check {
    const missing = names.filter((name) => this.known(name) === undefined);
    return this.#check(code, "unknown", term, missing, []);
  }

  #check(
    code: string,
    outcome: Check["outcome"],
    { clause, label, amended }: Provision<unknown>,
    missing: readonly Name[],
    given: readonly Name[],
    note: Text = nothing,
  ): Check {
    if (!this.#inWords) return { code, outcome, clause, missing, text: nothing };
    const said = outcomes[outcome];
    const { zh, en } = given.length > 0 || missing.length === 0 ? this.#given(given) : this.#lacking(missing);
    const because = { zh: zh + note.zh, en: en + note.en };
    const text: Text = {
      zh: because.zh === "" ? `${label.zh}：${said.zh}` : `${label.zh}：${said.zh}（${because.zh}）`,
      en: because.en === "" ? `${label.en}: ${said.en}` : `${label.en}: ${said.en} (${because.en})`,
    };
    return amended === undefined
      ? { code, outcome, clause, missing, text }
      : { code, outcome, clause, missing, text, amended };
  }

  /** The facts that are missing. */
  #lacking(names: readonly Name[]): Text {
    const labels = names.map((name) => this.#field(name).label);
    return {
      zh: `尚缺：${labels.map(({ zh }) => zh).join("；")}`,
      en: `missing: ${labels.map(({ en }) => en).join("; ")}`,
    };
  }

  /** The facts that were given, with their answers. */
  #given(names: readonly Name[]): Text {
    let [zh, en] = ["", ""];
    for (const name of names) {
      const { label, words } = this.#field(name);
      const answer = answerOf(this.#facts[name], words);
      zh += `${zh === "" ? "" : "；"}${label.zh}：${answer.zh}`;
      en += `${en === "" ? "" : "; "}${label.en}: ${answer.en}`;
    }
    return { zh, en };
  }
}

/** A fact's value in words. */
function answerOf(value: unknown, words: Vocabulary | undefined): Text {
  if (typeof value === "boolean") return answers[`${value}`];
  if (words !== undefined) {
    const terms = (Array.isArray(value) ? value : [value]).map(
      (word) => words[String(word)] ?? { zh: String(word), en: String(word) },
    );
    return { zh: terms.map(({ zh }) => zh).join("、"), en: terms.map(({ en }) => en).join(", ") };
  }
  const text = String(value);
  return { zh: text, en: text };
}

/** Puts the checks of a case together. What the case does not ask is left out. */
export function eligibilityOf(asked: readonly (Check | null)[], readings: Record<string, string>): Eligibility {
  const checks: Check[] = [];
  const unmet: string[] = [];
  const missing: string[] = [];
  for (const check of asked) {
    if (check === null) continue;
    checks.push(check);
    if (check.outcome === "unmet") unmet.push(check.code);
    for (const name of check.missing) if (!missing.includes(name)) missing.push(name);
  }
  const outcome = unmet.length > 0 ? "ineligible" : missing.length > 0 ? "undetermined" : "eligible";
  return { outcome, checks, unmet, missing, readings };
}
