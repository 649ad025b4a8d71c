import { agreementFrom, explain, PolicyInputError, verify, type Agreement, type Text } from "huimin-rules";
import { make } from "../../../examples/form/dom.js";
import { isPlainObject } from "./plain.js";

/*
 * Opens a receipt and verifies it: that nobody changed it, and that the rules it names give the same result today.
 */

const locale = document.documentElement.lang === "en" ? "en" : "zh";
const texts = {
  receipt: { zh: "凭据文件（JSON）", en: "The receipt (JSON)" },
  agreements: {
    zh: "当时的合同文件（JSON），没有则不选",
    en: "The contracts that may have decided (JSON), where there were any",
  },
  notJson: { zh: "不是 JSON 文件", en: "is not a JSON file" },
  verdict: { zh: "结论", en: "Verdict" },
  rule: { zh: "规则", en: "Rule" },
  document: { zh: "文件", en: "Document" },
  library: { zh: "程序版本", en: "Library" },
  digest: { zh: "摘要值", en: "Digest" },
  result: { zh: "凭据记载的结果", en: "The result that it keeps" },
} satisfies Record<string, Text>;
const colon = locale === "zh" ? "：" : ": ";

const shown = make("section", { class: "verdict", attributes: { "aria-live": "polite" } });
let receipt: unknown;
let name = "";
let agreements: readonly Agreement[] = [];
let problems: readonly string[] = [];

const textsOf = ({ files }: HTMLInputElement) =>
  Promise.all([...(files ?? [])].map(async (file) => ({ name: file.name, text: await file.text() })));

function readJson({ name: called, text }: { readonly name: string; readonly text: string }): unknown {
  try {
    return JSON.parse(text);
  } catch {
    problems = [...problems, `${called} ${texts.notJson[locale]}`];
    return undefined;
  }
}

function show(): void {
  shown.replaceChildren(
    ...problems.map((problem) => make("p", { class: "error", text: problem, attributes: { role: "alert" } })),
  );
  if (receipt === undefined) return;
  const { verdict, text } = verify(receipt, { agreements });
  const { rule, document: number, library, digest, result } = isPlainObject(receipt) ? receipt : {};
  const rows = Object.entries({ rule, document: number, library, digest }).filter(
    ([, value]) => typeof value === "string",
  );
  shown.append(
    make(
      "p",
      { class: `headline ${verdict === "same" ? "yes" : "no"}` },
      make("output", { text: text[locale], attributes: { "data-verdict": verdict } }),
    ),
    make("p", { text: name }),
    make(
      "dl",
      {},
      ...rows.flatMap(([each, value]) => [
        make("dt", { text: texts[each as "rule"][locale] }),
        make("dd", { text: String(value) }),
      ]),
    ),
  );
  if (!isPlainObject(result)) return;
  shown.append(
    make("h2", { text: texts.result[locale] }),
    make("pre", { text: explain(result, { locale }), attributes: { tabindex: "0" } }),
  );
}

function chooser(
  id: string,
  label: Text,
  multiple: boolean,
  taken: (files: readonly { name: string; text: string }[]) => void,
) {
  const file = make("input", {
    attributes: { type: "file", id, accept: "application/json,.json", multiple: multiple ? "" : undefined },
    on: {
      change() {
        void textsOf(file).then((files) => {
          problems = [];
          taken(files);
          show();
        });
      },
    },
  });
  return make(
    "div",
    { class: "drop" },
    make("label", { text: label[locale], attributes: { for: id } }),
    make("div", {}, file),
  );
}

document.querySelector(".receipt")?.replaceChildren(
  chooser("receipt", texts.receipt, false, ([file]) => {
    receipt = file === undefined ? undefined : readJson(file);
    name = file?.name ?? "";
  }),
  chooser("agreements", texts.agreements, true, (files) => {
    agreements = files.flatMap((file) => {
      const json = readJson(file);
      if (json === undefined) return [];
      try {
        return [agreementFrom(json)];
      } catch (error) {
        if (!(error instanceof PolicyInputError)) throw error;
        problems = [
          ...problems,
          ...error.issues.map(({ path, message }) => `${file.name} ${path.join(".")}${colon}${message[locale]}`),
        ];
        return [];
      }
    });
  }),
  shown,
);
