import {
  agreementFrom,
  explain,
  formulaOf,
  Money,
  PolicyInputError,
  receiptOf,
  type Agreement,
  type AnyPolicy,
  type AnyRule,
  type Check,
  type Clause,
  type Deadline,
  type Eligibility,
  type Line,
  type Locale,
  type Reading,
  type Rule,
  type Text,
} from "huimin-rules/core";
import { make } from "../../../examples/form/dom.js";
import { dataOf, fieldsOf, inputOf, questionsOf, type Data, type Question } from "../../../examples/form/fields.js";
import { markIssue, markMissing, missingFacts, unmark } from "../../../examples/form/marks.js";
import { caseIn, fragmentOf, type Case } from "./case.js";
import { headlineOf, inYuan, withSeparators } from "./outcome.js";

/*
 * A calculator for any rule, made from what the rule says of its own input: the outcome changes as one types. Plain DOM, so that it runs
 * from a file too. Nothing in it knows a policy.
 */

const texts = {
  programme: { zh: "项目", en: "Programme" },
  rule: { zh: "办理事项", en: "What to work out" },
  cover: { zh: "险种", en: "Cover" },
  result: { zh: "结果", en: "Result" },
  toCorrect: { zh: "处需要更正", en: "to be corrected" },
  toFill: { zh: "还需填写", en: "Still to be filled in" },
  toAnswer: { zh: "还需回答", en: "Still to be answered" },
  next: { zh: "填下一项", en: "Go to the next" },
  between: { zh: "查明后的金额在此范围内", en: "Once known, it comes to between" },
  overpaid: { zh: "已多付", en: "Overpaid" },
  eligibility: { zh: "逐项核查", en: "Requirements" },
  statement: { zh: "核算单（元）", en: "Statement (yuan)" },
  supposed: { zh: "符合条件时的核算单（元）", en: "Statement if eligible (yuan)" },
  deadlines: { zh: "时限", en: "Deadlines" },
  step: { zh: "步骤", en: "Step" },
  amount: { zh: "金额", en: "Amount" },
  clause: { zh: "条款", en: "Clause" },
  formula: { zh: "算式", en: "Formula" },
  requirement: { zh: "要求", en: "Requirement" },
  conclusion: { zh: "结论", en: "Conclusion" },
  until: { zh: "最迟", en: "By" },
  what: { zh: "事项", en: "What" },
  full: { zh: "全文", en: "In full" },
  readings: { zh: "条文可有不同读法", en: "The text can be read in more than one way" },
  usual: { zh: "默认", en: "default" },
  same: { zh: "结果相同", en: "the same" },
  other: { zh: "结果不同", en: "another result" },
  refused: { zh: "不适用于本例", en: "does not fit this case" },
  agreement: { zh: "合同文件（JSON），可拖到此处", en: "A contract (JSON); it can be dropped here" },
  applied: { zh: "已按此合同核定：", en: "Worked out under: " },
  remove: { zh: "不用此合同", en: "Without this contract" },
  link: { zh: "本例的链接", en: "A link to this case" },
  print: { zh: "打印", en: "Print" },
  receipt: { zh: "保存凭据", en: "Save a receipt" },
  clear: { zh: "清空", en: "Clear" },
  notJson: { zh: "不是 JSON 文件", en: "not a JSON file" },
  amended: { zh: "已调整", en: "amended" },
} satisfies Record<string, Text>;

const marks: Readonly<Record<Check["outcome"], Text>> = {
  met: { zh: "符合", en: "met" },
  unmet: { zh: "不符合", en: "not met" },
  unknown: { zh: "待查明", en: "not known" },
  waived: { zh: "不作要求", en: "waived" },
};

/** What is shown in a way of its own; a result with anything else is shown in full. */
const shownApart = new Set([
  ...["amount", "parts", "overpaid", "lines", "readings", "basis", "programme", "cover", "eligibility", "benefit"],
  ...["payable", "pending", "between", "deadlines", "outOfCalendar", "outcome", "checks", "unmet", "missing"],
]);

type Result = Readonly<Record<string, unknown>>;

/** The places that a clause names: of 三(二)1-3 the three items. */
function placesOf(path: string): readonly string[] {
  const [, stem = "", first = "", last = ""] = /^(.*?)(\d+)-(\d+)$/.exec(path) ?? [];
  if (last === "") return [path];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${stem}${Number(first) + index}`);
}

/** Whether nothing was filled in. */
const nothingIn = (value: unknown): boolean =>
  typeof value === "object" && value !== null ? Object.values(value).every(nothingIn) : value === undefined;

/** Where a calculator stands. */
export interface Place {
  readonly mount: HTMLElement;
  readonly rules: readonly AnyRule[];
  readonly locale: Locale;
  /** The rule that it begins with. */
  readonly rule: AnyRule;
  /** Whether that is the only one; else another can be chosen. */
  readonly isFixed: boolean;
  /** The list of clauses beside it. */
  readonly clauses?: HTMLElement | null;
  /** Whether the address holds the case. */
  readonly keepsAddress: boolean;
}

/** Starts a calculator; what it gives back shows it in another language, with what was filled in kept. */
export function calculator({ mount, rules, rule: usual, isFixed, locale: first, clauses, keepsAddress }: Place): {
  readonly speak: (locale: Locale) => void;
} {
  const policies = [...new Map(rules.map(({ policy }) => [policy.id, policy])).values()];
  let locale = first;
  let rule = usual;
  let cover: string | undefined;
  let data: Data = {};
  let readings: Record<string, string> = {};
  let agreement: Agreement | undefined;
  let contract: unknown;
  let agreementProblems: readonly string[] = [];
  let sheet = make("form");
  const result = make("section", { class: "result" });

  const say = (text: Text) => text[locale];
  const colon = () => (locale === "zh" ? "：" : ": ");
  const coversOf = ({ fields }: AnyRule) => ("covers" in fields ? fields.words : undefined);
  const readingsOf = (each: AnyRule) => each.policy.readings as Readonly<Record<string, Reading>>;

  function choose(next: AnyRule, chosen?: string): void {
    if (next.policy !== rule.policy) [agreement, contract, agreementProblems] = [undefined, undefined, []];
    rule = next;
    cover = chosen ?? Object.keys(coversOf(next) ?? {})[0];
    [data, readings] = [{}, {}];
  }

  /** The questions, but for the choice of cover, which stands above them. */
  function questions(): Question[] {
    const all = questionsOf(rule, cover);
    return cover === undefined ? all : all.slice(1);
  }

  const input = (): Data => ({ ...(cover !== undefined && { cover }), ...inputOf(questions(), data) });
  const options = (chosen: Readonly<Record<string, string>> = readings) => ({
    ...(Object.keys(chosen).length > 0 && { readings: chosen }),
    ...(agreement !== undefined && { agreement }),
  });

  // The form ------------------------------------------------------------------------------------------------------------------

  function chooser(
    label: Text,
    id: string,
    choices: Readonly<Record<string, Text>>,
    chosen: string,
    change: (value: string) => void,
  ) {
    const control = make(
      "select",
      {
        attributes: { id },
        on: {
          change() {
            change(control.value);
            show();
          },
        },
      },
      ...Object.entries(choices).map(([value, text]) => make("option", { text: say(text), attributes: { value } })),
    );
    control.value = chosen;
    return make("div", { class: "field" }, make("label", { text: say(label), attributes: { for: id } }), control);
  }

  const titles = (all: readonly { readonly id: string; readonly title: Text }[]) =>
    Object.fromEntries(all.map(({ id, title }) => [id, title]));

  /** Builds the form anew; what was filled in stays, and so does the place in it. */
  function show(): void {
    const { activeElement: active } = document;
    const within = active !== null && mount.contains(active) ? active.id : "";
    const ofProgramme = rules.filter(({ policy }) => policy === rule.policy);
    const covers = coversOf(rule);
    const rebuilt = { locale, changed: decide, rebuilt: show };
    sheet = make(
      "form",
      { class: "sheet", attributes: { novalidate: "", autocomplete: "off" } },
      ...fieldsOf(questions(), data, "", rebuilt),
    );
    sheet.addEventListener("submit", (event) => event.preventDefault());
    mount.replaceChildren(
      make(
        "div",
        { class: "chooser" },
        isFixed
          ? null
          : chooser(texts.programme, "programme", titles(policies), rule.policy.id, (id) => {
              const own = rules.filter(({ policy }) => policy.id === id);
              choose((own.find((each) => each.id.endsWith(".assessClaim")) ?? own[0]) as AnyRule);
            }),
        isFixed
          ? null
          : chooser(texts.rule, "rule", titles(ofProgramme), rule.id, (id) =>
              choose(rules.find((each) => each.id === id) as AnyRule),
            ),
        covers === undefined || cover === undefined
          ? null
          : chooser(texts.cover, "cover", covers, cover, (chosen) => {
              cover = chosen;
              data = {};
            }),
      ),
      sheet,
      result,
      dropPlace(),
    );
    decide();
    if (within !== "") document.getElementById(within)?.focus();
  }

  // The contract --------------------------------------------------------------------------------------------------------------

  function takeAgreement(text: string): void {
    try {
      contract = JSON.parse(text);
      agreement = agreementFrom(contract, [rule.policy]);
      agreementProblems = [];
    } catch (error) {
      [agreement, contract] = [undefined, undefined];
      agreementProblems =
        error instanceof PolicyInputError
          ? error.issues.map(({ path, message }) => `${path.join(".")}${colon()}${say(message)}`)
          : [say(texts.notJson)];
    }
    show();
  }

  function dropPlace(): HTMLElement {
    const file = make("input", {
      attributes: { type: "file", id: "agreement", accept: "application/json,.json" },
      on: {
        change() {
          void file.files?.[0]?.text().then(takeAgreement);
        },
      },
    });
    const place = make(
      "div",
      { class: "drop" },
      make("label", { text: say(texts.agreement), attributes: { for: "agreement" } }),
      make("div", {}, file),
      ...agreementProblems.map((problem) =>
        make("p", { class: "error", text: problem, attributes: { role: "alert" } }),
      ),
      agreement === undefined
        ? null
        : make(
            "p",
            { class: "applied" },
            make("span", { text: `${say(texts.applied)}${say(agreement.title)} ` }),
            make("button", {
              text: say(texts.remove),
              attributes: { type: "button" },
              on: {
                click() {
                  [agreement, contract] = [undefined, undefined];
                  show();
                },
              },
            }),
          ),
    );
    place.addEventListener("dragover", (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
    place.addEventListener("dragleave", () => place.classList.remove("over"));
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      void event.dataTransfer?.files[0]?.text().then(takeAgreement);
    });
    return place;
  }

  // The outcome ---------------------------------------------------------------------------------------------------------------

  /** Asks the rule and shows what it says: the result, or what is wrong at each field, or what is still to be filled in. */
  function decide(): void {
    unmark(sheet);
    const given = input();
    const address = fragmentOf({
      ...(!isFixed && { rule: rule.id }),
      input: given,
      ...(Object.keys(readings).length > 0 && { readings }),
      ...(contract !== undefined && { agreement: contract }),
    });
    const isEmpty = nothingIn({ ...given, cover: undefined });
    const isUntouched = isEmpty && contract === undefined && Object.keys(readings).length === 0;
    if (keepsAddress) history.replaceState(null, "", isUntouched ? location.pathname : address);
    const outcome = rule.safe(given, options());
    const heading = make("h2", { text: say(texts.result) });
    if (outcome.ok) {
      const value = outcome.value as Result;
      const missing = missingFacts(value).map((name) => markMissing(name, { sheet, locale }));
      result.replaceChildren(
        heading,
        ...headline(value),
        ...(missing.length > 0 ? [toDo(texts.toAnswer, missing)] : []),
        ...statement(value),
        ...switches(value, given),
        tools(address, given),
      );
      light(value);
      if (isEmpty) unmark(sheet);
      return;
    }
    const { issues } = outcome.error;
    const missing = issues.filter(({ code }) => code === "MISSING");
    const wrong = issues.filter((issue) => issue.code !== "MISSING");
    const elsewhere = wrong.filter((issue) => !markIssue(issue, { sheet, locale, data, decide }));
    const links = missing.map((issue) => ({ issue, link: markMissing(issue.path.join("."), { sheet, locale }) }));
    result.replaceChildren(
      heading,
      ...(wrong.length > 0
        ? [
            make("p", {
              class: "alert",
              text: `${wrong.length} ${say(texts.toCorrect)}`,
              attributes: { role: "alert" },
            }),
          ]
        : []),
      ...elsewhere.map(({ message }) => make("p", { class: "error", text: say(message) })),
      ...(links.length > 0
        ? [
            toDo(
              texts.toFill,
              links.map(({ issue, link }) =>
                link.nodeType === Node.TEXT_NODE ? document.createTextNode(say(issue.message)) : link,
              ),
            ),
          ]
        : []),
      ...switches({}, given),
    );
    light({});
    if (isEmpty) unmark(sheet);
  }

  function headline(value: Result): HTMLElement[] {
    const head = headlineOf(value);
    const between = value["between"] as { readonly least: unknown; readonly most: unknown } | null | undefined;
    const overpaid = Money.is(value["overpaid"]) ? value["overpaid"].toString() : "0.00";
    const first =
      head === undefined
        ? []
        : [
            make(
              "p",
              { class: `headline ${head.kind}`, attributes: { role: "status" } },
              make("span", { text: head.amount === undefined ? "" : `${say(head.text)}${colon()}` }),
              make("output", {
                text: head.amount === undefined ? say(head.text) : inYuan(head.amount, locale),
                attributes: { "data-amount": head.amount === undefined ? undefined : String(head.amount) },
              }),
            ),
          ];
    return [
      ...first,
      ...(between == null
        ? []
        : [
            make("p", {
              class: "between",
              text: `${say(texts.between)}${colon()}${withSeparators(String(between.least))} – ${inYuan(String(between.most), locale)}`,
            }),
          ]),
      ...(overpaid === "0.00"
        ? []
        : [make("p", { class: "overpaid", text: `${say(texts.overpaid)}${colon()}${inYuan(overpaid, locale)}` })]),
    ];
  }

  /** What is to be done next, in order; the first of it has a button. */
  function toDo(title: Text, links: readonly Node[]): HTMLElement {
    const list = make("p", { class: "lacking" }, document.createTextNode(say(title) + colon()));
    for (const [index, link] of links.entries()) {
      if (index > 0) list.append(locale === "zh" ? "、" : ", ");
      list.append(link);
    }
    const go = (link: Node) => {
      const place =
        link instanceof HTMLAnchorElement ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
      const control =
        place?.matches("input, select, textarea") === true
          ? place
          : (place?.querySelector("input, select, textarea, button") ?? place);
      (control as HTMLElement | null)?.focus();
      place?.scrollIntoView({ block: "center" });
    };
    list.addEventListener("click", (event) => {
      const link = (event.target as Element).closest("a");
      if (link === null) return;
      event.preventDefault();
      go(link);
    });
    const [next] = links;
    if (next instanceof HTMLAnchorElement) {
      list.append(
        " ",
        make("button", {
          class: "next",
          text: say(texts.next),
          attributes: { type: "button" },
          on: { click: () => go(next) },
        }),
      );
    }
    return list;
  }

  const cited = ({ document: number, path }: Clause) =>
    number === rule.policy.document.number ? path : `${number} ${path}`;
  const note = (amended: Line["amended"]) =>
    amended === undefined ? "" : `［${amended === true ? say(texts.amended) : say(amended)}］`;

  function tableOf(title: Text, head: readonly Text[], rows: readonly HTMLElement[]): HTMLElement[] {
    if (rows.length === 0) return [];
    const columns = make(
      "tr",
      {},
      ...head.map((text) => make("th", { text: say(text), attributes: { scope: "col" } })),
    );
    const table = make("table", {}, make("thead", {}, columns), make("tbody", {}, ...rows));
    const wide = make(
      "div",
      { class: "wide", attributes: { tabindex: "0", role: "group", "aria-label": say(title) } },
      table,
    );
    return [make("h3", { text: say(title) }), wide];
  }

  /** A row that shows its clause when it is pointed at. */
  function row(
    clause: Clause,
    classes: string,
    ...cells: readonly (readonly [text: string, classes?: string])[]
  ): HTMLElement {
    const mark = () => lit(clause, true);
    const unlit = () => lit(clause, false);
    return make(
      "tr",
      {
        class: classes,
        attributes: { tabindex: "0", "data-clause": `${clause.document} ${clause.path}` },
        on: { pointerenter: mark, pointerleave: unlit, focus: mark, blur: unlit },
      },
      ...cells.map(([text, kind = ""]) => make("td", { class: kind, text })),
    );
  }

  function statement(value: Result): HTMLElement[] {
    const benefit = value["benefit"] as Result | null | undefined;
    const all = (value["lines"] ?? benefit?.["lines"] ?? []) as readonly Line[];
    const eligibility = (value["eligibility"] ?? value) as Partial<Eligibility>;
    const { outcome: decided = "eligible" } = eligibility;
    // What is not covered is not paid: its steps show what it would rest on.
    const lines = all.filter(({ operation }) => decided !== "ineligible" || operation !== "benefit");
    const deadlines = (value["deadlines"] ?? []) as readonly Deadline[];
    const isWhole = [value, benefit ?? {}].every((each) => Object.keys(each).every((name) => shownApart.has(name)));
    const full = make("pre", { text: explain(value, { locale, rules }), attributes: { tabindex: "0" } });
    return [
      ...tableOf(
        texts.eligibility,
        [texts.conclusion, texts.requirement, texts.clause],
        (eligibility.checks ?? []).map(({ outcome, text, clause, amended }) =>
          row(clause, outcome, [say(marks[outcome])], [say(text) + note(amended)], [cited(clause)]),
        ),
      ),
      ...tableOf(
        decided === "eligible" ? texts.statement : texts.supposed,
        [texts.step, texts.amount, texts.formula, texts.clause],
        lines.map((line) =>
          row(
            line.clause,
            "",
            [say(line.label) + note(line.amended)],
            [withSeparators(line.amount), "number"],
            [formulaOf(line, locale)],
            [cited(line.clause)],
          ),
        ),
      ),
      ...tableOf(
        texts.deadlines,
        [texts.until, texts.what, texts.clause],
        deadlines.map(({ dueOn, text, clause, amended }) =>
          row(clause, "", [dueOn, "number"], [say(text) + note(amended)], [cited(clause)]),
        ),
      ),
      make(
        "details",
        { class: "full", attributes: { open: isWhole ? undefined : "" } },
        make("summary", { text: say(texts.full) }),
        full,
      ),
    ];
  }

  // Clauses -------------------------------------------------------------------------------------------------------------------

  const norms = [...(clauses?.querySelectorAll<HTMLElement>("[data-clause]") ?? [])];

  /** Whether a norm stands at a clause, above it or below it. */
  const stands = (norm: HTMLElement, { document: number, path }: Clause) =>
    norm.dataset["document"] === number &&
    (path.startsWith(norm.dataset["clause"] ?? " ") || (norm.dataset["clause"] ?? "").startsWith(path));
  const exact = (norm: HTMLElement, { document: number, path }: Clause) =>
    norm.dataset["document"] === number && norm.dataset["clause"] === path;

  /** The norms at a clause; where none stands just there, those around it. */
  function normsAt(clause: Clause): HTMLElement[] {
    const there = norms.filter((norm) => placesOf(clause.path).some((path) => exact(norm, { ...clause, path })));
    return there.length > 0 ? there : norms.filter((norm) => stands(norm, clause));
  }

  function lit(clause: Clause, on: boolean): void {
    for (const norm of normsAt(clause)) norm.classList.toggle("lit", on);
  }

  /** Shows the norms that a result rests on. */
  function light(value: Result): void {
    if (clauses == null) return;
    const benefit = value["benefit"] as Result | null | undefined;
    const eligibility = (value["eligibility"] ?? value) as Partial<Eligibility>;
    const all = [
      ...((value["lines"] ?? benefit?.["lines"] ?? []) as readonly Line[]),
      ...(eligibility.checks ?? []),
      ...((value["deadlines"] ?? []) as readonly Deadline[]),
    ].map(({ clause }) => clause);
    const applied = new Set(all.flatMap(normsAt));
    for (const norm of norms) norm.hidden = !applied.has(norm);
    clauses.hidden = applied.size === 0;
  }

  // Readings ------------------------------------------------------------------------------------------------------------------

  /** What another reading changes. */
  function difference(name: string, choice: string, value: Result, given: Data): string {
    const other = rule.safe(given, options({ ...readings, [name]: choice }));
    if (!other.ok) return say(texts.refused);
    const [mine, its] = [headlineOf(value)?.amount, headlineOf(other.value)?.amount];
    if (mine !== undefined && its !== undefined && !mine.equals(its)) {
      const more = String(its.minus(mine));
      return (more.startsWith("-") ? "−" : "+") + inYuan(more.replace("-", ""), locale);
    }
    const plain = (each: object) => explain({ ...each, readings: {} }, { locale, rules });
    return say(plain(value) === plain(other.value) ? texts.same : texts.other);
  }

  /** The readings that the case turns on, as switches. */
  function switches(value: Result, given: Data): HTMLElement[] {
    const used = Object.keys(value["readings"] ?? {});
    const names = [...new Set([...used, ...Object.keys(readings)])].filter((name) =>
      Object.hasOwn(rule.readings, name),
    );
    if (names.length === 0) return [];
    const sets = names.map((name) => {
      const { question, choices, clause, default: usual } = readingsOf(rule)[name] as Reading;
      const chosen =
        readings[name] ?? (agreement?.readings as Readonly<Record<string, string>> | undefined)?.[name] ?? usual;
      const all = Object.entries(choices).map(([choice, text]) => {
        const control = make("input", {
          attributes: { type: "radio", name: `reading-${name}`, id: `reading-${name}-${choice}` },
          on: {
            change() {
              const others = Object.entries(readings).filter(([each]) => each !== name);
              const isPlain = choice === usual && agreement === undefined;
              readings = Object.fromEntries(isPlain ? others : [...others, [name, choice]]);
              decide();
              document.getElementById(`reading-${name}-${choice}`)?.focus();
            },
          },
        });
        control.checked = choice === chosen;
        const told =
          choice === usual ? `${locale === "zh" ? "（" : " ("}${say(texts.usual)}${locale === "zh" ? "）" : ")"}` : "";
        const differs =
          choice === chosen || Object.keys(value).length === 0 ? "" : difference(name, choice, value, given);
        return make(
          "label",
          { class: "choice" },
          control,
          make("span", { text: say(text) + told }),
          differs === "" ? null : make("span", { class: "difference", text: differs }),
        );
      });
      return make("fieldset", {}, make("legend", { text: `${cited(clause)} ${say(question)}` }), ...all);
    });
    return [make("section", { class: "readings" }, make("h3", { text: say(texts.readings) }), ...sets)];
  }

  // Tools ---------------------------------------------------------------------------------------------------------------------

  function saveReceipt(given: Data): void {
    const receipt = receiptOf(rule as unknown as Rule<unknown, object, AnyPolicy>, given, options() as never);
    const address = URL.createObjectURL(
      new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: "application/json" }),
    );
    make("a", { attributes: { href: address, download: `${rule.id}.receipt.json` } }).click();
    URL.revokeObjectURL(address);
  }

  function tools(address: string, given: Data): HTMLElement {
    const button = (text: Text, click: () => void) =>
      make("button", { text: say(text), attributes: { type: "button" }, on: { click } });
    return make(
      "div",
      { class: "tools" },
      button(texts.print, () => window.print()),
      button(texts.receipt, () => saveReceipt(given)),
      button(texts.clear, () => {
        choose(rule, cover);
        show();
      }),
      keepsAddress ? make("a", { text: say(texts.link), attributes: { href: address } }) : null,
    );
  }

  // A case from a link --------------------------------------------------------------------------------------------------------

  function fill({ rule: id, input: given, readings: chosen = {}, agreement: json }: Case): void {
    const named = (isFixed ? undefined : rules.find((each) => each.id === id)) ?? rule;
    const { cover: its, ...rest } = given;
    choose(named, typeof its === "string" && Object.hasOwn(coversOf(named) ?? {}, its) ? its : undefined);
    data = dataOf(coversOf(named) === undefined ? given : rest) as Data;
    readings = Object.fromEntries(
      Object.entries(chosen).filter(([name, choice]) => choice in (readingsOf(named)[name]?.choices ?? {})),
    );
    if (json !== undefined) takeAgreement(JSON.stringify(json));
    else show();
  }

  function readAddress(): boolean {
    const given = caseIn(location.hash);
    if (given !== undefined) fill(given);
    return given !== undefined;
  }

  choose(rule);
  if (!keepsAddress || !readAddress()) show();
  if (keepsAddress) addEventListener("hashchange", () => readAddress() && mount.scrollIntoView());
  return {
    speak(next) {
      locale = next;
      show();
    },
  };
}
