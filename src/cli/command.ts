import type { Buffer } from "node:buffer";
import { parseArgs } from "node:util";
import { version } from "../../package.json";
import { isPlain } from "../core/input.js";
import { meantName } from "../core/meant.js";
import { policies } from "../catalogue.js";
import type { Choices } from "../decide/decision.js";
import { meantRule } from "../decide/meant.js";
import { catalogue, type AnyRule, type Locale, type Text } from "../index.js";
import { contractsIn, jsonIn, refuseSeveral, refuseTwins, type Contract } from "./agreements.js";
import { comparing, readingsIn } from "./compare.js";
import { chosenIn } from "./chosen.js";
import { refuseNested, templateText, type Mapping } from "./columns.js";
import { decide } from "./decide.js";
import { byteOrderMark, encoded, encodings } from "./encoding.js";
import { formatOf } from "./files.js";
import { linesOf, type Line } from "./lines.js";
import { decisionText, rulesText, schemaText } from "./print.js";
import { limitIn, run, type Running } from "./run.js";
import { printable } from "./printable.js";
import { writeSheets } from "./sheets.js";
import { dimensionsIn, summariesText, summarising } from "./summarise.js";
import { statuses, unknown, UsageError } from "./usage.js";
import { verdictOn } from "./verdict.js";

const help = `huimin ${version}  惠民规则命令行  Chinese relief-insurance rules on the command line

  huimin rules                        列出全部规则：编号、名称、条款
                                      list every rule: id, title, clause
  huimin schema RULE [input|result]   输入（默认）或结果的 JSON Schema
                                      JSON Schema of a rule's input (the default) or result
  huimin template RULE [COVER] > csv  规则输入的空表：只有表头，可只列一个险种的
                                      a table of a rule's input with its header alone, of all covers or of one
  huimin run [RULE] < in > out        每行一条 JSON 记录，每行一个 JSON 结果，顺序不变
                                      a JSON record a line in, a JSON answer a line out, in the same order
  huimin explain [RULE] < in          记录同上，结果写成核算单
                                      the same records, their results in words
  huimin summarise [--by ...] < out   把 run 的理赔结果（和已有的汇总）合计成一行 JSON，每个项目一行
                                      the answers of run on claims, and summaries of them, summed up: a line of JSON a programme
  huimin compare [RULE] --agreement FILE < in
                                      记录同上，按新合同（或另选的解读）再算一次：每行一处变化，末行是汇总
                                      the same records decided once more by another contract or other readings: a line for each
                                      that changes, at the end who gains, who loses and the difference
  huimin verify < kept > verdicts     每行一份凭据（或带凭据的结果），每行一个结论，顺序不变
                                      a receipt (or an answer with one) a line in, a verdict a line out, in the same order
  huimin sheets --out DIR [--address URL] [--agreement FILE]
                                      写出 Excel、WPS、Google 表格和网页脚本的安装包（zip），可带合同，每个项目一份
                                      what Excel, WPS, Google Sheets and any page are given, a zip each, with agreements built in
                                      if you like, one a programme

  --agreement FILE                    run、explain、compare、verify、sheets 所依据的合同（JSON），可写多次；一个项目有多份时由记录写明
                                      the contract (JSON) that run, explain, compare, verify and sheets go by; may be repeated:
                                      where a programme has several, each record names its own
  --receipts                          run 的每个结果附带凭据，供保存和 verify 核对
                                      with each result of run its receipt, to be kept and verified
  --by cover,area,insurer,month,category
                                      summarise、compare 按什么分组，可写几项；不写只有合计
                                      what summarise and compare sum by, one or more of these; without it the total alone
  --table                             summarise 写成表格，不写 JSON
                                      a table of summarise instead of JSON
  --base FILE                         compare 原来依据的合同，不写为文件本身；可写多次，由记录写明
                                      the contract that compare begins with, by default the document as it stands; may be
                                      repeated: each record then names its own
  --readings name=choice,...          run 的条文解读，先于合同的，记录自己的仍优先；compare 另选的解读，先于合同和记录的
                                      the readings of run, before those of contracts, a record's own still first; those that
                                      compare chooses instead, before those of contracts and records
  --fields id,payable,...             run 只写出结果的这些部分（id、line、rule、labels.area 和 value 里的路径）；有误的照旧写明
                                      run writes these parts of an answer alone (id, line, rule, labels.area, and paths within
                                      value); what failed is told as ever
  --to ndjson|csv                     run 写成 JSON（默认）或表格；表格的末列 error 写明有误之处
                                      run writes JSON (the default) or a table, whose last column tells what is wrong
  --from ndjson|csv                   run 读 JSON（默认）或表格；表格须写明 RULE，表头用字段的中英文名称或路径
                                      run reads JSON (the default) or a table, which needs RULE, headed by the fields' names in
                                      either language or their paths
  --columns FILE                      表头另有叫法的写成 JSON：{ "表头": "字段", "备注": null }
                                      headers that go by other names, as JSON: { "header": "field", "notes": null }
  --encoding utf-8|gbk|gb18030|utf-16 run 输入和输出的编码（默认 utf-8），template 的编码
                                      how the input and output of run are encoded (utf-8 by default), and a template
  --in FILE, --out FILE               run 的输入和输出文件，.csv、.ndjson 按其形式，.gz 自动压缩和解开
                                      the files that run reads and writes: .csv and .ndjson say their form, .gz is packed
  --resume FILE                       run 接着写完一个中断的输出，逐字节与不中断的相同
                                      run goes on with an output that was cut: the bytes are those of an unbroken run
  --jobs N                            run 用 N 个线程（默认 1），次序和字节不变
                                      run works in N threads (1 by default), in the same order, to the same bytes
  --report FILE                       run 结束时的报告（记录、成功、有误、结论、各险种合计、用时）也写成 JSON；标准错误上总有
                                      the closing report of run (records, decided, failed, outcomes, sums by cover, time), which
                                      is always told on standard error, also as JSON
  --limit-errors N|N%                 run 有误的超过 N 条（满 1000 条后超过 N%）即停止
                                      run stops when more than N records have failed (or, after 1000, more than N %)
  --out DIR                           sheets 写到哪个文件夹
                                      the folder that sheets writes to
  --address URL                       sheets 的文件将放在哪个网址；Excel 只认 https
                                      where the files of sheets will be served; Excel takes https alone
  --office-js URL                     不能上外网时，sheets 改用哪里的 office.js（网址，或 --address 下的路径）
                                      another office.js for sheets than Microsoft's, in networks without Internet: an address or
                                      a path below --address
  --locale zh|en                      rules、explain、sheets、合同的问题和进度所用的语言，默认 zh
                                      language of rules, explain, sheets, what is wrong with an agreement, and progress; zh by default
  --help, --version

记录 record  {"rule": "chongqing.premium", "input": {...}, "readings"?: {...}, "agreement"?: "2021-A", "id"?: "A-1",
              "labels"?: {"area"?: "...", "insurer"?: "...", "month"?: "2021-03", "category"?: "..."}}
             命令给出 RULE 时，也可以只写输入；with RULE, the bare input will do
结果 answer  {"id"?: "A-1", "labels"?: {...}, "ok": true, "value": {...}, "receipt"?: {...}}
             {"id"?: "A-1", "labels"?: {...}, "ok": false, "error": {"line": 1, "code": "...", "issues": [...]}}
变化 change  {"id"?: "A-1", "line": 1, "labels"?: {...}, "changes": [...], "difference": "350.00"}
             末尾每条规则一行 at the end a line a rule {"rule": "...", "summary": {...}}
结论 verdict {"id"?: "A-1", "verdict": "same", "of": [], "text": {...}}
             same 相符，altered 凭据已被改动或没有凭据 altered, or no receipt，unknownRules 规则或合同不在手头
             the rules or the contract are not at hand，diverging 本程序有误 a fault of the program
退出 exit    0   全部成功（相符） all lines well (the same)
             1   有的行有误（不相符），其余已有结果 some lines failed (are not the same), the others are answered
             2   用法、合同、文件或读写有误 bad usage, a bad agreement or file, or reading or writing failed
             3   有误的行超过 --limit-errors，提前停止 stopped early: more lines failed than --limit-errors
             70  程序有误 a fault of this program
             141 读取结果的一方已关闭 the reader of the output has gone
`;

/** The commands, each with the greatest number of words that a call of it may hold. */
const commands = {
  rules: 1,
  schema: 3,
  template: 3,
  run: 2,
  explain: 2,
  summarise: 1,
  compare: 2,
  verify: 1,
  sheets: 1,
} as const;

/** The options that not every command takes, each with those that do. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  agreement: ["run", "explain", "compare", "verify", "sheets"],
  receipts: ["run"],
  by: ["summarise", "compare"],
  table: ["summarise"],
  base: ["compare"],
  readings: ["run", "compare"],
  report: ["run"],
  "limit-errors": ["run"],
  fields: ["run"],
  from: ["run"],
  to: ["run"],
  in: ["run"],
  resume: ["run"],
  jobs: ["run"],
  encoding: ["run", "template"],
  columns: ["run"],
  out: ["run", "sheets"],
  address: ["sheets"],
  "office-js": ["sheets"],
};

const locales: Readonly<Record<Locale, Text>> = {
  zh: { zh: "中文", en: "Chinese" },
  en: { zh: "英文", en: "English" },
};

const named = (names: object) => Object.fromEntries(Object.keys(names).map((name) => [name, undefined]));

/** Output is handed on in pieces of about this many characters. */
const fullBatch = 65_536;
const progressEvery = 200;

/** Shows on a terminal how far it is, unless results go to a terminal themselves. */
function progress(locale: Locale): (lines: number, failed: number, done: boolean) => void {
  if (!process.stderr.isTTY || process.stdout.isTTY) return () => undefined;
  let shownAt = -progressEvery;
  return (lines, failed, done) => {
    if (!done && performance.now() - shownAt < progressEvery) return;
    shownAt = performance.now();
    const text = locale === "zh" ? `已处理 ${lines} 行，${failed} 行有误` : `${lines} lines, ${failed} failed`;
    process.stderr.write(`\r${text}${done ? "\n" : ""}`);
  };
}

/** What is printed for a line, and whether all was well with it. */
interface Printed {
  readonly well: boolean;
  readonly text: string;
}

/** Answers line by line; a failed line sets the exit status. */
async function* answers(
  input: AsyncIterable<Buffer>,
  locale: Locale,
  answer: (line: Line, place: number) => Printed,
): AsyncGenerator<string> {
  const show = progress(locale);
  let count = 0;
  let failed = 0;
  for await (const lines of linesOf(input)) {
    let batch = "";
    for (const line of lines) {
      count += 1;
      const { well, text } = answer(line, count);
      if (!well) {
        failed += 1;
        process.exitCode = statuses.lines;
      }
      batch += text;
      if (batch.length >= fullBatch) {
        yield batch;
        batch = "";
      }
    }
    if (batch !== "") yield batch;
    show(count, failed, false);
  }
  show(count, failed, true);
}

/** What is printed line by line, then what all lines come to, and what is told of it on standard error. */
async function* folded(lines: AsyncIterable<string>, end: () => string, told: () => string): AsyncGenerator<string> {
  yield* lines;
  yield end();
  process.stderr.write(told());
}

/** The forms of a table of records or answers. */
const formats: Readonly<Record<string, Text>> = {
  ndjson: { zh: "逐行 JSON", en: "JSON lines" },
  csv: { zh: "表格", en: "table" },
};

/** The form that an option names. */
function formatIn(option: string, text: string): string {
  if (Object.hasOwn(formats, text)) return text;
  throw unknown(`${option} 应为 ndjson 或 csv`, `${option} is ndjson or csv`, meantName(text, formats));
}

/** The encoding that a call names. */
function encodingIn(text = "utf-8"): string {
  if (Object.hasOwn(encodings, text)) return text;
  const names = Object.keys(encodings);
  throw unknown(
    `--encoding 应为 ${names.join("、")} 之一`,
    `--encoding is one of ${names.join(", ")}`,
    meantName(text, encodings),
  );
}

const mostJobs = 256;

/** The number of threads that a call names. */
function jobsIn(text = "1"): number {
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (jobs >= 1 && jobs <= mostJobs) return jobs;
  throw new UsageError(`--jobs 应为 1 至 ${mostJobs} 的整数 / --jobs is a whole number from 1 to ${mostJobs}`);
}

/** The mapping of a table's headers that a file holds. */
function mappingIn(file: string | undefined): Mapping {
  if (file === undefined) return {};
  const wrong = `${file} 应为 { "表头": "字段" 或 null } / ${file} should be { "header": "field" or null }`;
  let mapping: unknown;
  try {
    mapping = jsonIn(file);
  } catch (error) {
    throw new UsageError(printable(`${file}: ${(error as Error).message}`), { cause: error });
  }
  if (!isPlain(mapping)) throw new UsageError(wrong);
  for (const field of Object.values(mapping)) {
    if (field !== null && typeof field !== "string") throw new UsageError(wrong);
  }
  return mapping as Mapping;
}

type Values = ReturnType<typeof parse>["values"];

/** How records of run are answered. */
function runningOn(
  values: Values,
  rule: AnyRule | undefined,
  contracts: readonly Contract[],
  readings: Choices,
  locale: Locale,
): Running {
  const { in: input, out, resume, receipts = false } = values;
  const fields = values.fields?.join();
  const from = formatIn("--from", values.from ?? formatOf(input) ?? "ndjson");
  const to = formatIn("--to", values.to ?? formatOf(resume ?? out) ?? "ndjson");
  const encoding = encodingIn(values.encoding);
  if (from === "csv") {
    if (rule === undefined) throw new UsageError("huimin run RULE --from csv");
    refuseNested(rule);
  } else if (values.columns !== undefined) {
    throw new UsageError("--columns 只用于 --from csv / --columns is for --from csv");
  }
  if (fields === undefined && to === "csv") {
    throw new UsageError("--to csv 须用 --fields 写明各列 / --to csv needs --fields: its columns");
  }
  if (fields !== undefined) {
    if (receipts) throw new UsageError("--receipts 与 --fields 不能并用 / --receipts and --fields exclude each other");
    chosenIn(fields, rule);
  }
  if (resume !== undefined && (out !== undefined || encoding === "utf-16")) {
    throw new UsageError("--resume 不与 --out 并用，也不用于 utf-16 / --resume goes with neither --out nor utf-16");
  }
  const work = {
    rule: rule?.id,
    contracts: contracts.map(({ json }) => json),
    ...{ readings, receipts, fields, from, to, encoding, locale },
    mapping: mappingIn(values.columns),
  };
  return {
    work,
    ...{ in: input, out, resume, locale },
    jobs: jobsIn(values.jobs),
    limit: limitIn(values["limit-errors"]),
    report: values.report,
    show: progress(locale),
  };
}

const isCommand = (word: string): word is keyof typeof commands => Object.hasOwn(commands, word);

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        locale: { type: "string", default: "zh" },
        agreement: { type: "string", multiple: true },
        receipts: { type: "boolean" },
        by: { type: "string", multiple: true },
        table: { type: "boolean" },
        base: { type: "string", multiple: true },
        readings: { type: "string", multiple: true },
        report: { type: "string" },
        "limit-errors": { type: "string" },
        fields: { type: "string", multiple: true },
        from: { type: "string" },
        to: { type: "string" },
        in: { type: "string" },
        resume: { type: "string" },
        jobs: { type: "string" },
        encoding: { type: "string" },
        columns: { type: "string" },
        out: { type: "string" },
        address: { type: "string" },
        "office-js": { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(`参数有误 / bad arguments: ${(error as Error).message}`);
  }
}

/**
 * What a call prints.
 *
 * @throws UsageError for a call that is none.
 */
export function output(
  args: readonly string[],
  input: AsyncIterable<Buffer>,
): Iterable<string | Buffer> | AsyncIterable<string | Buffer> {
  const { values, positionals } = parse(args);
  if (values.help || positionals[0] === "help") return [help];
  if (values.version) return [`${version}\n`];
  const { locale } = values;
  if (locale !== "zh" && locale !== "en") {
    throw unknown("--locale 应为 zh 或 en", "--locale is zh or en", meantName(locale, locales));
  }

  const [command, id, side = "input"] = positionals;
  if (command === undefined) throw new UsageError("缺少命令 / a command is needed");
  if (!isCommand(command)) {
    throw unknown(`没有命令 ${command}`, `no command ${command}`, meantName(command, named(commands)));
  }
  for (const [option, takers] of Object.entries(optionsOf)) {
    if (option in values && !takers.includes(command)) {
      throw new UsageError(`${command} 没有选项 --${option} / ${command} takes no --${option}`);
    }
  }
  if (positionals.length > commands[command]) throw new UsageError("参数过多 / too many arguments");
  const rule = id === undefined ? undefined : catalogue[id];
  if (id !== undefined && rule === undefined) {
    throw unknown(`没有规则 ${id}，huimin rules 列出全部`, `no rule ${id}; huimin rules lists them`, meantRule(id));
  }
  const { agreement: files = [], base: baseFiles = [] } = values;
  const read = contractsIn([...files, ...baseFiles], locale);
  const contracts = read.slice(0, files.length);
  const agreements = contracts.map(({ agreement }) => agreement);
  const base = read.slice(files.length).map(({ agreement }) => agreement);
  if (command === "run" || command === "explain") refuseTwins(agreements);
  const among = rule === undefined ? policies : [rule.policy];
  const how = { only: rule, agreements, receipts: values.receipts };
  switch (command) {
    case "rules":
      return [rulesText(locale)];
    case "schema":
      if (rule === undefined) throw new UsageError("huimin schema RULE [input|result]");
      if (side !== "input" && side !== "result") throw new UsageError("huimin schema RULE [input|result]");
      return [schemaText(rule, side)];
    case "explain":
      return answers(input, locale, (line, place) => {
        const decision = decide(line, how);
        return { well: decision.outcome.ok, text: decisionText(decision, place, locale) };
      });
    case "sheets":
      if (values.out === undefined) throw new UsageError("huimin sheets --out DIR [--address URL] [--agreement FILE]");
      return writeSheets({
        contracts,
        out: values.out,
        address: values.address,
        office: values["office-js"],
        locale,
      });
    case "run":
      return run(input, runningOn(values, rule, contracts, readingsIn(values.readings?.join(), among), locale));
    case "template": {
      if (rule === undefined) throw new UsageError("huimin template RULE [COVER]");
      const encoding = encodingIn(values.encoding);
      const text = templateText(rule, positionals[2], locale);
      return [encoded(encoding.startsWith("utf") ? byteOrderMark + text : text, encoding)];
    }
    case "summarise": {
      const sums = summarising(dimensionsIn(values.by?.join()));
      return folded(
        answers(input, locale, (line, place) => ({ well: sums.take(line, place), text: "" })),
        () => summariesText(sums.summaries(), values.table ? locale : undefined),
        () => sums.leftOut(locale),
      );
    }
    case "compare": {
      const readings = readingsIn(values.readings?.join(), among);
      if (agreements.length + Object.keys(readings).length === 0) {
        throw new UsageError("huimin compare [RULE] --agreement FILE [--base FILE] | --readings name=choice,…");
      }
      refuseSeveral(agreements);
      refuseTwins(base);
      const impacts = comparing({ only: rule, base, agreements, readings, by: dimensionsIn(values.by?.join()) });
      return folded(answers(input, locale, impacts.take), impacts.summaries, () => impacts.told(locale));
    }
    case "verify":
      return answers(input, locale, (line) => {
        const verdict = verdictOn(line, agreements);
        return { well: verdict.verdict === "same", text: `${JSON.stringify(verdict)}\n` };
      });
  }
}
