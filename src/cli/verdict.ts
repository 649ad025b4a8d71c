import { canonicalJson } from "../core/digest.js";
import { isPlain } from "../core/input.js";
import { holdsUnfitText, isId } from "../decide/decision.js";
import { verify, type Agreement, type Verdict } from "../index.js";
import type { Line } from "./lines.js";

/** The verdict on a line, with the id of the answer that it was. */
export interface LineVerdict extends Verdict {
  readonly id?: string | number;
}

const without = (zh: string, en: string): Verdict => ({
  verdict: "altered",
  of: [],
  text: { zh: `没有可核对的凭据：${zh}`, en: `no receipt that can be verified: ${en}` },
});

/** The verdict on an answer that carries a receipt: its value must be the receipt's own. */
function verdictOnAnswer(
  { value, receipt }: Readonly<Record<string, unknown>>,
  agreements: readonly Agreement[],
): Verdict {
  const verdict = verify(receipt, { agreements });
  if (value === undefined || !isPlain(receipt) || verdict.verdict === "altered") return verdict;
  if (canonicalJson(value) === canonicalJson(receipt["result"])) return verdict;
  return {
    verdict: "altered",
    of: ["result"],
    text: { zh: "结果与凭据不符", en: "the value is not that of its receipt" },
  };
}

/**
 * Verifies one line: a receipt, or an answer of `huimin run --receipts`. Whatever the line holds, there is a verdict on it and nothing
 * is thrown.
 */
export function verdictOn(line: Line, agreements: readonly Agreement[]): LineVerdict {
  if (typeof line !== "string") return without(line.unreadable.zh, line.unreadable.en);
  try {
    const value: unknown = JSON.parse(line);
    if (holdsUnfitText(line)) return without("含有 NUL 或不成对的代理字符", "it holds NUL or half of a surrogate pair");
    if (!isPlain(value) || !Object.hasOwn(value, "ok")) return verify(value, { agreements });
    const { id } = value;
    const own = isId(id) ? { id } : {};
    if (value["receipt"] === undefined) return { ...own, ...without("结果未附凭据", "the answer carries none") };
    return { ...own, ...verdictOnAnswer(value, agreements) };
  } catch (error) {
    if (line === "") return without("空行", "an empty line");
    if (error instanceof SyntaxError) return without("不是有效的 JSON", "not valid JSON");
    return without(`无法处理（${String(error)}）`, `it cannot be processed (${String(error)})`);
  }
}
