import { calendarDigest, canonicalJson, digestOf, policyDigest } from "./digest.js";
import { badArgument } from "./errors.js";
import { isPlain } from "./input.js";
import { settingsFrom, type Agreement, type Options, type Settings } from "./options.js";
import type { AnyPolicy } from "./policy.js";
import type { Based } from "./results.js";
import { isRule, type Rule } from "./rule.js";
import type { Text } from "./text.js";
import { version } from "./version.js";
import { toJson, type Json } from "./wire.js";

/**
 * 一份凭据：输入、结果，以及当时所用规则的摘要值。
 * A receipt: an input, its result, and the digests of the rules that decided. Plain JSON, to be kept as it is.
 */
export interface Receipt<Input = unknown, Result = unknown> {
  /** The rule's id. */
  readonly rule: string;
  /** The document's number. */
  readonly document: string;
  /** The version of this library. */
  readonly library: string;
  /** SHA-256 of what decided: the policy as it was applied, the contract where there was one, the working days. */
  readonly digests: { readonly policy: string; readonly agreement?: string; readonly calendar: string };
  /** The contract's id, where there was one. */
  readonly agreement?: string;
  /** The input as JSON carries it. */
  readonly input: Json<Input>;
  /** The readings that were chosen, by the contract or the call. */
  readonly readings: Readonly<Record<string, string>>;
  /** The result as JSON carries it. */
  readonly result: Json<Result>;
  /** SHA-256 of all the rest in canonical JSON (RFC 8785). */
  readonly digest: string;
}

/**
 * 凭据核对的结论。
 * What verifying a receipt comes to: the same result again; a receipt that was changed; rules that this library, or the agreements
 * given, do not have; or the same rules with another result, which is a fault of the library.
 */
export interface Verdict {
  readonly verdict: "same" | "altered" | "unknownRules" | "diverging";
  /** What is unknown, or what diverges: `rule`, `policy`, `agreement`, `calendar`, `readings`, `result`; empty when it is the same. */
  readonly of: readonly string[];
  /** The verdict in words. */
  readonly text: Text;
}

/** A rule under the options of a call, and what it decides by. */
function underOptions<P extends AnyPolicy>(rule: { readonly policy: P }, options: Options<P> | undefined) {
  const settings: Settings<P> = settingsFrom(rule.policy, options ?? {});
  const { policy, calendar, agreement, choices } = settings;
  return {
    digests: {
      policy: policyDigest(policy),
      ...(agreement && { agreement: agreement.digest }),
      calendar: calendarDigest(calendar),
    },
    ...(agreement && { agreement: agreement.id }),
    readings: choices,
  };
}

/**
 * 适用一条规则并留下凭据。
 * Applies a rule and gives the receipt of it: what decided, the input, and the result, each as JSON carries it.
 *
 * @param rule - The rule.
 * @param input - Its input.
 * @param options - As for the rule. A policy amended by hand is identified by its digest, but only an agreement can be verified again.
 * @throws PolicyInputError as the rule does.
 * @example
 * ```ts
 * const receipt = receiptOf(chongqing.majorIllnessBenefit, { outOfCatalogueToDate: "58000" });
 * [receipt.result.amount, verify(receipt, { rules: chongqing }).verdict]; // ["16250.00", "same"]
 * ```
 */
export function receiptOf<Input, Result, P extends AnyPolicy>(
  rule: Rule<Input, Result, P>,
  input: Input,
  options?: Options<P>,
): Receipt<Input, Based<Result>> {
  const result = rule(input, options);
  const receipt = {
    rule: rule.id,
    document: rule.policy.document.number,
    library: version,
    ...underOptions(rule, options),
    input,
    result,
  };
  return JSON.parse(canonicalJson({ ...receipt, digest: digestOf(receipt) })) as Receipt<Input, Based<Result>>;
}

const texts = {
  same: { zh: "相符：同样的规则得出同样的结果", en: "the same: the same rules give the same result" },
  altered: { zh: "凭据已被改动", en: "the receipt was altered" },
  unknownRules: { zh: "所用规则不在本程序或所给合同之中", en: "its rules are not among those at hand" },
  diverging: { zh: "规则相同而结果不同：本程序有误", en: "the same rules, another result: a fault of the library" },
} satisfies Record<Verdict["verdict"], Text>;

const names: Readonly<Record<string, Text>> = {
  rule: { zh: "规则", en: "rule" },
  policy: { zh: "政策", en: "policy" },
  agreement: { zh: "合同", en: "agreement" },
  calendar: { zh: "工作日历", en: "calendar" },
  readings: { zh: "条文解读", en: "readings" },
  result: { zh: "结果", en: "result" },
};

function verdictOf(verdict: Verdict["verdict"], of: readonly string[] = []): Verdict {
  const { zh, en } = texts[verdict];
  if (of.length === 0) return { verdict, of, text: { zh, en } };
  const [named, inEnglish] = [of.map((name) => names[name]?.zh ?? name), of.map((name) => names[name]?.en ?? name)];
  return { verdict, of, text: { zh: `${zh}（${named.join("、")}）`, en: `${en} (${inEnglish.join(", ")})` } };
}

/** What a receipt holds, where its digest says that nobody changed it. No receipt was ever issued that cannot be read. */
function asIssued(receipt: unknown): Partial<Receipt> | undefined {
  try {
    if (!isPlain(receipt)) return undefined;
    const { digest, ...rest } = receipt;
    return typeof digest === "string" && digestOf(rest) === digest ? rest : undefined;
  } catch {
    return undefined;
  }
}

/** A result without what says only who computed it. */
const decided = (result: unknown) => (isPlain(result) ? { ...result, basis: null } : result);

/**
 * 核对凭据：同样的规则今天是否仍得出同样的结果。
 * Verifies a receipt: that nobody changed it, and that the rules it names give the same result today.
 *
 * @param receipt - The receipt as JSON carries it.
 * @param known - `rules`: by id, or a module; `agreements`: those that may have decided.
 * @throws PolicyInputError for agreements that are no list.
 * @example
 * ```ts
 * const receipt = receiptOf(chongqing.majorIllnessBenefit, { outOfCatalogueToDate: "58000" });
 * verify({ ...receipt, input: { outOfCatalogueToDate: "58001" } }).verdict; // "altered"
 * ```
 */
export function verify(
  receipt: unknown,
  { rules = {}, agreements = [] }: { readonly rules?: object; readonly agreements?: readonly Agreement[] } = {},
): Verdict {
  const given: unknown = agreements;
  if (!Array.isArray(given)) {
    throw badArgument("WRONG_TYPE", "“agreements”应为列表", 'expected a list of "agreements"', given);
  }
  const rest = asIssued(receipt);
  if (rest === undefined) return verdictOf("altered");
  const { rule: id, digests, agreement: contract, input, readings, result } = rest;
  if (!isPlain(digests) || !isPlain(readings) || result === undefined) return verdictOf("altered");
  const rule = Object.values(rules)
    .filter(isRule)
    .find((each) => each.id === id);
  if (rule === undefined) return verdictOf("unknownRules", ["rule"]);
  const agreement = agreements.find((each) => each.id === contract && each.digest === digests.agreement);
  if (contract !== undefined && agreement === undefined) return verdictOf("unknownRules", ["agreement"]);
  const own = agreement === undefined ? {} : { agreement };
  const now = underOptions(rule, own).digests;
  const unknown = (["policy", "calendar"] as const).filter((name) => now[name] !== digests[name]);
  if (unknown.length > 0) return verdictOf("unknownRules", unknown);
  const outcome = rule.safe(input, { ...own, readings });
  if (!outcome.ok) {
    return outcome.error.code === "INVALID_OPTIONS"
      ? verdictOf("unknownRules", ["readings"])
      : verdictOf("diverging", ["result"]);
  }
  const same = canonicalJson(decided(toJson(outcome.value))) === canonicalJson(decided(result));
  return same ? verdictOf("same") : verdictOf("diverging", ["result"]);
}
