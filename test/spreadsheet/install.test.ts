import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreementFrom } from "huimin-rules";
import { version } from "../../package.json";
import { contractsIn } from "../../src/cli/agreements.js";
import { output } from "../../src/cli/command.js";
import { scriptWith, writeSheets, type SheetOptions } from "../../src/cli/sheets.js";
import { UsageError } from "../../src/cli/usage.js";
import { sheetFunctions } from "../../src/spreadsheet/functions.js";
import { hostFiles } from "./built.js";

const examples = fileURLToPath(new URL("../../examples/agreements/", import.meta.url));
const names = ["chongqing", "zhumadian", "luozhuang", "lishui"].map((name) => join(examples, `${name}.json`));
const contracts = names.map((name) => JSON.parse(readFileSync(name, "utf8")) as unknown);

const folder = mkdtempSync(join(tmpdir(), "huimin-sheets-"));
afterAll(() => rmSync(folder, { recursive: true }));
const from = join(folder, "spreadsheet");
let files: Readonly<Record<string, string>>;
beforeAll(async () => {
  files = await hostFiles();
  const pane = fileURLToPath(new URL("../../src/spreadsheet/pane/", import.meta.url));
  const styled = readdirSync(pane).filter((name) => /\.(?:png|css)$/.test(name));
  const copied = styled.map((name) => [`excel/${name}`, readFileSync(join(pane, name))] as const);
  for (const [path, content] of [...Object.entries(files), ...copied]) {
    mkdirSync(dirname(join(from, path)), { recursive: true });
    writeFileSync(join(from, path), content);
  }
}, 120_000);

type Zips = Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>;

let calls = 0;

/** What a call writes, unzipped, and says. */
function written(options: Partial<SheetOptions> = {}): {
  zips: Zips;
  said: readonly string[];
  bytes: readonly Buffer[];
} {
  const out = join(folder, `out-${(calls += 1)}`);
  const said = [...writeSheets({ contracts: [], out, locale: "zh", from, ...options })];
  const zips = readdirSync(out).map((name) => [name, readFileSync(join(out, name))] as const);
  return {
    zips: Object.fromEntries(zips.map(([name, bytes]) => [name, unzipSync(bytes)])),
    said: said.map((line) => line.replace(`${out}/`, "").trimEnd()),
    bytes: zips.map(([, bytes]) => bytes),
  };
}

const address = "https://intranet.example.org/huimin";
/** What two calls need alike is written once. */
const once = (options: () => Partial<SheetOptions>) => {
  let made: ReturnType<typeof written> | undefined;
  return () => (made ??= written(options()));
};
const plain = once(() => ({ address }));
const agreed = once(() => ({ address, contracts: contractsIn(names, "zh") }));
const textIn = (zips: Zips, zip: string, name: string): string => {
  const content = zips[zip]?.[name];
  if (content === undefined) throw new Error(`no ${name} in ${zip}`);
  return strFromU8(content);
};

describe("huimin sheets", () => {
  it("writes a zip for each host, each with its guide, and says which", () => {
    const { zips, said } = plain();
    expect(said).toEqual(["excel.zip", "wps.zip", "google.zip", "script.zip"]);
    for (const [name, guide] of [
      ["excel.zip", "excel.md"],
      ["wps.zip", "wps.md"],
      ["google.zip", "google-sheets.md"],
    ] as const) {
      const held = Object.keys(zips[name] ?? {});
      expect(held).toEqual(
        expect.arrayContaining([`guide/${guide}`, "guide/README.md", "guide/claims.xlsx", "guide/functions.md"]),
      );
    }
  });

  it("the same bytes each time, whether or not the address ends in a slash", () => {
    expect(written({ address: `${address}//` }).bytes).toEqual(plain().bytes);
  });

  it("Excel's manifest names the address, icons, a support page, a button with its task pane, and only files that are there", () => {
    const { zips } = plain();
    const manifest = textIn(zips, "excel.zip", "manifest.xml");
    expect(manifest).toContain('<Set Name="SharedRuntime" MinVersion="1.1"/>');
    expect(manifest).toContain('<Runtime resid="page" lifetime="long"/>');
    expect(manifest).toContain('<Action xsi:type="ShowTaskpane">');
    expect(manifest).toMatch(/<SupportUrl DefaultValue="https:[^"]+"/);
    const named = [...manifest.matchAll(/"https:\/\/intranet\.example\.org\/huimin\/([\w.-]+)"/g)].map(
      ([, name]) => name,
    );
    expect(new Set(named)).toEqual(
      new Set([
        "functions.html",
        "functions.js",
        "functions.json",
        "icon-16.png",
        "icon-32.png",
        "icon-64.png",
        "icon-80.png",
      ]),
    );
    expect(Object.keys(zips["excel.zip"] ?? {})).toEqual(expect.arrayContaining(named));
    const declared = new Set([...manifest.matchAll(/ id="(\w+)"/g)].map(([, id]) => id));
    for (const [, resid] of manifest.matchAll(/resid="(\w+)"/g)) expect(declared).toContain(resid);
    // Excel shows at most so many characters of a short text, and refuses an icon of another size.
    for (const [, text = ""] of manifest.matchAll(/<bt:String id="(?:title|button)" DefaultValue="([^"]+)"/g)) {
      expect(text.length).toBeLessThan(32);
    }
    for (const size of [16, 32, 64, 80]) {
      const png = Buffer.from(zips["excel.zip"]?.[`icon-${size}.png`] ?? []);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it("the task pane lists every function by both names with its arguments, and loads nothing but what is beside it and office.js", () => {
    const page = textIn(plain().zips, "excel.zip", "functions.html");
    for (const { id, zh, parameters } of sheetFunctions) {
      const [, entry = ""] = page.split(`<code>HUIMIN.${id}</code> HUIMIN.${zh}<`);
      const own = entry.slice(0, entry.indexOf("</details>"));
      expect(own.match(/<li>/g) ?? []).toHaveLength(parameters.length);
    }
    expect([...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path)).toEqual([
      "functions.css",
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
      "functions.js",
      "find.js",
    ]);
    expect(page).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
  });

  it.each([
    ["a copy below the address", "office/office.js", "script-src 'self';"],
    ["a mirror", "https://mirror.example.org/office/office.js", "script-src 'self' https://mirror.example.org;"],
  ])("office.js may be %s", (_, office, policy) => {
    const page = textIn(written({ address, office }).zips, "excel.zip", "functions.html");
    expect(page).toContain(`<script src="${office}">`);
    expect(page).toContain(policy);
    expect(page).not.toContain("microsoft");
  });

  it("WPS finds the add-in in a folder beside publish.xml, or at the address of jsplugins.xml", () => {
    const { zips } = written({ address: "http://10.1.2.3/huimin" });
    expect(Object.keys(zips)).not.toContain("excel.zip");
    const folderName = `huimin-rules_${version}`;
    expect(textIn(zips, "wps.zip", "publish.xml")).toContain(`type="et" url="${folderName}" version="${version}"`);
    expect(textIn(zips, "wps.zip", "jsplugins.xml")).toContain('type="et" url="http://10.1.2.3/huimin/"');
    const inFolder = Object.keys(zips["wps.zip"] ?? {}).filter((name) => name.startsWith(`${folderName}/`));
    expect(inFolder.map((name) => name.slice(folderName.length + 1)).sort()).toEqual(
      ["functions.json", "index.html", "manifest.xml", "package.json", "register.js", "ribbon.xml"].sort(),
    );
    expect(textIn(zips, "wps.zip", `${folderName}/manifest.xml`)).toContain("<Namespace>HUIMIN</Namespace>");
    expect(JSON.parse(textIn(zips, "wps.zip", `${folderName}/package.json`))).toMatchObject({
      name: "huimin-rules",
      addonType: "et",
    });
  });

  it("what is pasted into an editor has no line that it would cut", () => {
    const { zips } = plain();
    for (const pasted of [textIn(zips, "wps.zip", "macro.js"), textIn(zips, "google.zip", "Code.gs")]) {
      expect(Math.max(...pasted.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(10_000);
    }
    expect(JSON.parse(textIn(zips, "google.zip", "appsscript.json"))).toMatchObject({
      timeZone: "Asia/Shanghai",
      runtimeVersion: "V8",
    });
  });

  it("without an address the Excel add-in is not written, and it is said", () => {
    const { zips, said } = written();
    expect(Object.keys(zips).sort()).toEqual(["google.zip", "script.zip", "wps.zip"]);
    expect(said.at(-1)).toBe("没有写 excel.zip：要用 --address 给出 https 网址");
    expect(Object.keys(zips["wps.zip"] ?? {})).not.toContain("jsplugins.xml");
  });

  it.each([
    "intranet/huimin",
    "ftp://example.org",
    "https://user:secret@example.org/",
    "https://example.org/?a=1",
    "https://example.org/#a",
    "",
  ])("%j is no address", (text) => {
    expect(() => written({ address: text })).toThrow(/--address 应为/);
  });

  it.each(["../office.js", "/office.js", "http://example.org/office.js", "office", 'a" onload="b.js'])(
    "%j is no place of office.js",
    (office) => {
      expect(() => written({ address, office })).toThrow(/--office-js 应为/);
    },
  );

  it("the scripts speak the language of the call", () => {
    const { zips } = written({ locale: "en" });
    const context = createContext();
    runInContext(textIn(zips, "script.zip", "huimin.js"), context);
    const run = (code: string): unknown => runInContext(code, context);
    expect(() => run("HUIMIN.call('CQ_MAJOR_ILLNESS', ['58k'])")).toThrow(/^E04 [ -~…]+: not an amount, got 58k$/);
    expect(run("HUIMIN.call('CQ_MAJOR_ILLNESS', [[['58k'], [58000]]])[0][0]")).toMatch(/^Error: E04 /);
    expect(run("HUIMIN.call('CQ_REASON_MAJOR_ILLNESS', ['2021-03-02'])")).toMatch(/^[ -~]+$/);
  });
});

describe("huimin sheets with agreements", () => {
  it("puts them above the scripts, and all else is as it is", () => {
    const without = plain().zips;
    const { zips, said } = agreed();
    const scripts: Readonly<Record<string, string>> = {
      "functions.js": "excel/functions.js",
      [`huimin-rules_${version}/register.js`]: "wps/register.js",
      "macro.js": "wps/macro.js",
      "Code.gs": "google/Code.gs",
      "huimin.js": "huimin.js",
    };
    let differing = 0;
    for (const [zip, held] of Object.entries(zips)) {
      for (const [name, content] of Object.entries(held)) {
        const script = scripts[name];
        if (script === undefined) expect(content).toEqual(without[zip]?.[name]);
        else expect(strFromU8(content)).toBe(scriptWith(contracts, files[script] ?? ""));
        differing += script === undefined ? 0 : 1;
      }
    }
    expect(differing).toBe(5);
    const { digest } = agreementFrom(contracts[0]);
    expect(said).toContain(`重庆“民政惠民济困保”  2021-example  示例合同（重庆，2021年）  ${digest}`);
  });

  it("Excel, WPS, its macros, Google and a page give the agreement's fen", () => {
    const { zips } = agreed();
    const registered = new Map<string, (...given: unknown[]) => unknown>();
    const hosts = {
      CustomFunctions: { associate: (id: string, run: () => unknown) => registered.set(`excel ${id}`, run) },
      wps: { AddCustomFunction: (_: string, id: string, run: () => unknown) => registered.set(`wps ${id}`, run) },
    };
    const load = (zip: string, name: string) => {
      const context = createContext({ ...hosts }, { codeGeneration: { strings: false, wasm: false } });
      runInContext(textIn(zips, zip, name), context);
      return (code: string) => JSON.parse(JSON.stringify(runInContext(code, context) as unknown)) as unknown;
    };
    load("excel.zip", "functions.js");
    load("wps.zip", `huimin-rules_${version}/register.js`);
    const [macro, google, page] = [
      load("wps.zip", "macro.js"),
      load("google.zip", "Code.gs"),
      load("script.zip", "huimin.js"),
    ];
    // 2500 + 12000 + 35 % of 6000, after the agreement's deductible of 2000; the document's 3000 leaves 16250.
    expect([
      registered.get("excel CQ_MAJOR_ILLNESS")?.([[58000]]),
      registered.get("wps CQ_MAJOR_ILLNESS")?.(58000),
      macro("CQ_MAJOR_ILLNESS(58000)"),
      google("CQ_MAJOR_ILLNESS(58000)"),
      page("HUIMIN.call('CQ_MAJOR_ILLNESS', [58000])"),
    ]).toEqual([[[16600]], 16600, 16600, 16600, 16600]);
  });

  it("what ends a script of a page is written otherwise", () => {
    const script = scriptWith([{ title: "</script>" }], "HUIMIN_AGREEMENTS[0].title");
    expect(script).not.toContain("</script>");
    expect(runInContext(script, createContext())).toBe("</script>");
  });

  it.each<[string, string | readonly string[], RegExp]>([
    ["a file that is not there", "none.json", /none\.json: ENOENT/],
    ["no JSON", "bad.json", /bad\.json: .*JSON/],
    [
      "no agreement: all that is wrong with it",
      "wrong.json",
      /wrong\.json: 输入有误\n[^]*validFrom[^]*terms\.majorIllnes.*majorIllness/,
    ],
    ["two that are bad: both are told", ["none.json", "bad.json"], /none\.json: ENOENT[^]*\n.*bad\.json: .*JSON/],
    ["two of one programme", ["good.json", "good.json"], /chongqing 有两份合同 \/ two agreements of chongqing/],
  ])("%s is refused, and nothing is written", (_, given, message) => {
    const good = readFileSync(join(examples, "chongqing.json"), "utf8");
    const wrong = { ...(JSON.parse(good) as object), terms: { majorIllnes: {} }, validFrom: "2021" };
    writeFileSync(join(folder, "good.json"), `\uFEFF${good}`);
    writeFileSync(join(folder, "bad.json"), "{");
    writeFileSync(join(folder, "wrong.json"), JSON.stringify(wrong));
    const paths = [given].flat().map((name) => join(folder, name));
    const args = ["sheets", ...paths.flatMap((path) => ["--agreement", path]), "--out", join(folder, "none")];
    expect(() => [...(output(args, Readable.from([])) as Iterable<string>)]).toThrow(message);
    expect(readdirSync(folder)).not.toContain("none");
  });

  it("needs a folder", () => {
    for (const args of [["sheets"], ["sheets", "--address", address]]) {
      expect(() => output(args, Readable.from([]))).toThrow(UsageError);
    }
  });
});
