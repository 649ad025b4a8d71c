import { issueOf } from "../core/errors.js";
import { meantName } from "../core/meant.js";
import { quotedNames } from "../core/text.js";
import type { Agreement, AnyRule, Issue } from "../index.js";

/**
 * The agreement that a record runs under: the one it names, or its programme's only one. What is wrong is added to the issues.
 *
 * @param option - The option that the agreements came by.
 */
export function agreementFor(
  rule: AnyRule,
  name: unknown,
  agreements: readonly Agreement[],
  issues: Issue[],
  option = "agreements",
): Agreement | undefined {
  if (agreements.length === 0 && name == null) return undefined;
  const report = (code: Issue["code"], zh: string, en: string, meant?: string) =>
    issues.push(issueOf(["agreement"], code, zh, en, name, meant));
  const own = agreements.filter(({ policy }) => policy.id === rule.policy.id);
  const ids = quotedNames(own.map(({ id }) => id));
  if (name == null) {
    if (own.length < 2) return own[0];
    const [zh, en] = [
      `该项目有多份合同，请写明：${ids.zh}`,
      `the programme has several agreements; name one: ${ids.en}`,
    ];
    report("MISSING", zh, en);
    return undefined;
  }
  const [found, ...twins] = own.filter(({ id }) => id === name);
  if (twins.length > 0) {
    report("CONFLICT", "该项目有几份同一编号的合同", "several agreements of the programme have this id");
    return undefined;
  }
  if (found !== undefined) return found;
  const other = agreements.find(({ id }) => id === name)?.policy.title;
  if (other !== undefined) {
    const { zh, en } = rule.policy.title;
    report("CONFLICT", `该合同属于${other.zh}，不属于${zh}`, `the agreement is of ${other.en}, not of ${en}`);
  } else if (own.length === 0) {
    const [zh, en] = [`没有读入该项目的合同（${option}）`, `no agreement of the programme was read (${option})`];
    report("UNKNOWN_CHOICE", zh, en);
  } else {
    const titles = Object.fromEntries(own.map(({ id, title }) => [id, title]));
    const [zh, en] = [`没有这份合同，有：${ids.zh}`, `no such agreement; there are: ${ids.en}`];
    report("UNKNOWN_CHOICE", zh, en, meantName(name, titles));
  }
  return undefined;
}
