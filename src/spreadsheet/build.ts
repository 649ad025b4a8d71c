// Builds the spreadsheet files: for Excel, WPS, Google Sheets, and any page. Usage: npm run build (after tsup)
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { build } from "tsup";
import * as metadata from "./metadata.js";
import { namespace } from "./namespace.js";
import { books } from "./workbook/books.js";
import { workbookOf } from "./workbook/build.js";
import type { Vector } from "./workbook/cases.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** The icons of the add-ins, and what the list of functions looks like. */
const pane = join(root, "src/spreadsheet/pane");

/** The scripts that people paste into an editor, which may cut long lines. */
const pasted: readonly string[] = ["google", "macro"];

/** The bundle of a host as one classic script. */
export async function bundled(host: string, source = `hosts/${host}.ts`): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "huimin-sheets-"));
  try {
    await build({
      config: false,
      silent: true,
      entry: { [host]: join(root, "src/spreadsheet", source) },
      outDir: folder,
      format: "iife",
      globalName: namespace,
      outExtension: () => ({ js: ".js" }),
      platform: "browser",
      target: "es2020",
      tsconfig: join(root, "src/tsconfig.json"),
      noExternal: [/./],
      minify: false,
      esbuildOptions: (options) => {
        options.charset = "utf8";
        options.minifyIdentifiers = true;
        options.minifySyntax = true;
        options.minifyWhitespace = !pasted.includes(host);
      },
    });
    return readFileSync(join(folder, `${host}.js`), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `functions.json` of Excel, by Microsoft's own tool from `@customfunction` tags. */
async function excelMetadata(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), "huimin-excel-"));
  try {
    const source = join(folder, "functions.js");
    writeFileSync(source, metadata.excelSource());
    const { errors, metadataJson } = await generateCustomFunctionsMetadata(source);
    if (errors.length > 0) throw new Error(errors.join("\n"));
    // A cell that holds an error is handed over like any other, so that it costs its own row only.
    return { ...(JSON.parse(metadataJson) as object), allowErrorForDataTypeAny: true };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** Every file by its path below the output folder. */
export async function spreadsheetFiles(): Promise<Record<string, string>> {
  const [excel, wps, macro, google, page] = await Promise.all(
    ["excel", "wps", "macro", "google", "page"].map((host) => bundled(host)),
  );
  const source = metadata.scriptSource();
  return {
    "excel/functions.js": excel as string,
    "excel/functions.json": json(await excelMetadata()),
    "excel/list.html": metadata.functionPane(),
    "excel/find.js": await bundled("find", "pane/find.ts"),
    "wps/register.js": wps as string,
    "wps/functions.json": json(metadata.wpsMetadata()),
    "wps/macro.js": `${macro as string}\n${source}\n`,
    "google/Code.gs": `${google as string}\n${source}\n`,
    "huimin.js": page as string,
    "functions.md": metadata.functionList(),
  };
}

/** The workbooks by their path below the output folder. */
export async function workbooks(): Promise<Record<string, Uint8Array>> {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const written = books.map(async (book) => {
    const { id } = book.policy;
    const vectors = JSON.parse(readFileSync(join(root, `test/vectors/${id}.json`), "utf8")) as Vector[];
    return [`workbooks/${id}.xlsx`, await workbookOf(book, vectors, version)] as const;
  });
  return Object.fromEntries(await Promise.all(written));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files: Record<string, string | Uint8Array> = { ...(await spreadsheetFiles()), ...(await workbooks()) };
  for (const name of readdirSync(pane).filter((file) => /\.(?:png|css)$/.test(file)))
    files[`excel/${name}`] = readFileSync(join(pane, name));
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, "dist/spreadsheet", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    const [size, zipped] = [Buffer.byteLength(content), gzipSync(content, { level: 9 }).length];
    console.log(
      `dist/spreadsheet/${path}`.padEnd(44),
      `${(size / 1000).toFixed(1).padStart(7)} kB`,
      `${(zipped / 1000).toFixed(1).padStart(7)} kB gzip`,
    );
  }
}
