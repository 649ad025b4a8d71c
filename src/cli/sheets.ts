import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { version } from "../../package.json";
import type { Locale } from "../index.js";
import * as install from "../spreadsheet/install.js";
import { refuseSeveral, type Contract } from "./agreements.js";
import { UsageError } from "./usage.js";

/** The host files of the package, and the guides with the sample. */
const prebuilt = fileURLToPath(new URL("../spreadsheet/", import.meta.url));
const guides = fileURLToPath(new URL("../../examples/spreadsheet/", import.meta.url));

/** A script with contracts above it, as it reads them, and the language it speaks: JSON, in which nothing ends a script of a page. */
export function scriptWith(contracts: readonly unknown[], script: string, language: Locale = "zh"): string {
  const json = JSON.stringify(contracts, null, 2).replaceAll("<", "\\u003c");
  // The scripts are strict, which they can only say on their first line.
  return `"use strict";\nvar HUIMIN_AGREEMENTS = ${json};\nvar HUIMIN_LANGUAGE = "${language}";\n${script}`;
}

/** An address at which files can be served, without the slash at its end. */
function addressFrom(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const served = url !== undefined && ["https:", "http:"].includes(url.protocol) && url.username + url.password === "";
  if (!served || /[?#]/.test(text)) {
    throw new UsageError(
      "--address 应为放置文件的网址，如 https://example.org/huimin / --address is where the files will be, such as https://example.org/huimin",
    );
  }
  return url.href.replace(/\/+$/, "");
}

/** Where office.js is: an address, or a place below that of the add-in. */
function officeFrom(text: string): string {
  const isAddress = text.startsWith("https:") && URL.canParse(text);
  const isBelow = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*\.js$/.test(text);
  if (isAddress || isBelow) return text;
  throw new UsageError(
    "--office-js 应为 https 网址，或相对于 --address 的路径，如 office/office.js / --office-js is an https address, or a path below --address such as office/office.js",
  );
}

/** What the files are made with. */
export interface SheetOptions {
  readonly contracts: readonly Contract[];
  /** The folder that they are written to. */
  readonly out: string;
  /** Where they will be served. */
  readonly address?: string | undefined;
  /** Another office.js than Microsoft's. */
  readonly office?: string | undefined;
  readonly locale: Locale;
  /** The host files of the package. */
  readonly from?: string;
}

type Files = Record<string, Uint8Array>;

/** The same bytes whenever they are packed. */
const packedOn = new Date("2020-01-01T00:00:00");

/** What is written, by file name. */
function packages({
  contracts,
  address,
  office,
  locale,
  from = prebuilt,
}: SheetOptions): Readonly<Record<string, Files>> {
  const read = (name: string): Uint8Array => readFileSync(join(from, name));
  const text = (name: string) => readFileSync(join(from, name), "utf8");
  const given = contracts.map(({ json }) => json);
  const script = (name: string) => strToU8(scriptWith(given, text(name), locale));
  const guide: Files = Object.fromEntries(
    readdirSync(guides)
      .filter((name) => /\.(?:md|csv|xlsx)$/.test(name))
      .map((name) => [`guide/${name}`, readFileSync(join(guides, name))]),
  );
  const list: Files = { "guide/functions.md": read("functions.md"), ...guide };
  const excel = (at: string): Files => ({
    ...Object.fromEntries(
      readdirSync(join(from, "excel"))
        .filter((name) => !["functions.js", "list.html"].includes(name))
        .map((name) => [name, read(`excel/${name}`)]),
    ),
    "functions.js": script("excel/functions.js"),
    "functions.html": strToU8(install.excelPage(text("excel/list.html"), office ?? install.officeJs)),
    "manifest.xml": strToU8(install.excelManifest(version, at)),
    ...list,
  });
  const addIn: Files = {
    "index.html": strToU8(install.wpsPage),
    "register.js": script("wps/register.js"),
    "functions.json": read("wps/functions.json"),
    "manifest.xml": strToU8(install.wpsManifest),
    "ribbon.xml": strToU8(install.wpsRibbon),
    "package.json": strToU8(`${JSON.stringify(install.wpsPackage(version), null, 2)}\n`),
  };
  const folder = install.wpsFolder(version);
  return {
    // Excel loads an add-in from nothing but https.
    ...(address?.startsWith("https:") && { "excel.zip": excel(address) }),
    "wps.zip": {
      ...Object.fromEntries(Object.entries(addIn).map(([name, content]) => [`${folder}/${name}`, content])),
      "publish.xml": strToU8(install.wpsPublished(version)),
      ...(address !== undefined && { "jsplugins.xml": strToU8(install.wpsServed(address)) }),
      "macro.js": script("wps/macro.js"),
      ...list,
    },
    "google.zip": {
      "Code.gs": script("google/Code.gs"),
      "appsscript.json": strToU8(`${JSON.stringify(install.googleManifest, null, 2)}\n`),
      ...list,
    },
    "script.zip": { "huimin.js": script("huimin.js"), ...list },
  };
}

const withoutExcel = {
  zh: "没有写 excel.zip：要用 --address 给出 https 网址",
  en: "excel.zip is not written: it needs an https address, --address",
};

/**
 * Writes what each host of the sheets is given, a zip each, with contracts built in, and says which.
 *
 * @throws UsageError for two contracts of one programme, or an address that is none; nothing is written then.
 */
export function* writeSheets(options: SheetOptions): Generator<string> {
  const { contracts, out, locale } = options;
  refuseSeveral(contracts.map(({ agreement }) => agreement));
  const packed = packages({
    ...options,
    address: options.address === undefined ? undefined : addressFrom(options.address),
    office: options.office === undefined ? undefined : officeFrom(options.office),
  });
  mkdirSync(out, { recursive: true });
  for (const [name, files] of Object.entries(packed)) {
    const path = join(out, name);
    writeFileSync(path, zipSync(files, { mtime: packedOn }));
    yield `${path}\n`;
  }
  if (!("excel.zip" in packed)) yield `${withoutExcel[locale]}\n`;
  for (const { agreement } of contracts) {
    const { id, title, policy, digest } = agreement;
    yield `${policy.title[locale]}  ${id}  ${title[locale]}  ${digest}\n`;
  }
}
