/*
 * What others build on, as text: the declarations of every entry, the JSON Schemas, the command's help and the default readings. They
 * stand in `etc/` and are made of the package as it is built.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import type { Schema } from "./schemas.js";
import { schemaText } from "./schemas.js";

/** A snapshot a file of `etc/`: its name and its text. */
export type Snapshots = Readonly<Record<string, string>>;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** The report of an entry's declarations: everything that can be imported from it, in the order of the alphabet. */
function apiReport(declarations: string, folder: string): string {
  const off = { logLevel: ExtractorLogLevel.None };
  const config = ExtractorConfig.prepare({
    configObjectFullPath: resolve("api-extractor.json"),
    packageJsonFullPath: resolve("package.json"),
    configObject: {
      projectFolder: resolve("."),
      mainEntryPointFilePath: declarations,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: "ES2022",
            lib: ["ES2022"],
            module: "ESNext",
            moduleResolution: "Bundler",
            strict: true,
            exactOptionalPropertyTypes: true,
            skipLibCheck: true,
            types: [],
          },
          files: [declarations],
        },
      },
      apiReport: { enabled: true, reportFileName: "entry.api.md", reportFolder: folder, reportTempFolder: folder },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: { default: off },
        tsdocMessageReporting: { default: off },
      },
    },
  });
  const { succeeded } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      if (message.logLevel !== ExtractorLogLevel.Error) message.handled = true;
    },
  });
  if (!succeeded) throw new Error(`the declarations in ${declarations} cannot be read`);
  return readFileSync(join(folder, "entry.api.md"), "utf8");
}

function apiReports(): Snapshots {
  const { name, exports } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
  const entries = Object.keys(exports).filter((path) => !path.endsWith(".json"));
  return Object.fromEntries(
    entries.map((path) => {
      const folder = mkdtempSync(join(tmpdir(), "huimin-api-"));
      try {
        const declarations = resolve("dist", path, "index.d.ts");
        return [`${path === "." ? name : path.slice(2)}.api.md`, apiReport(declarations, folder)];
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
  );
}

/** The schemas of `dist/schemas`, a file a programme; what several of them refer to stands once. */
export function schemaSnapshots(schemas: Readonly<Record<string, Schema>>): Snapshots {
  const files: Record<string, string[]> = {};
  const shared = new Map<string, string>();
  for (const [name, schema] of Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [, group, item] = /^(\w+)\.(.+)$/.exec(name) ?? [undefined, "messages", name];
    (files[group] ??= []).push(`${group}.${item}: ${schemaText(schema)}\n`);
    for (const [of, definition] of Object.entries((schema as { $defs?: Record<string, Schema> }).$defs ?? {})) {
      const text = schemaText(definition);
      if (shared.has(of) && shared.get(of) !== text) throw new Error(`${of} means two things in the schemas`);
      shared.set(of, text);
    }
  }
  files["shared"] = [...shared].sort(([a], [b]) => (a < b ? -1 : 1)).map(([of, text]) => `shared.${of}: ${text}\n`);
  return Object.fromEntries(Object.entries(files).map(([group, texts]) => [`schemas/${group}.txt`, texts.join("\n")]));
}

/** OpenAPI is left out: it is made of the same schemas. */
function builtSchemas(): Record<string, Schema> {
  const folder = "dist/schemas";
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== "openapi.json")
      .map((name) => [name.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, name), "utf8")) as Schema]),
  );
}

interface Reading {
  readonly clause: { readonly path: string };
  readonly default: string;
  readonly choices: object;
}
type Library = Readonly<Record<string, { readonly policy?: { readonly readings: Readonly<Record<string, Reading>> } }>>;

/** Every reading with the choice that holds unless the caller names another. */
async function readingsText(): Promise<string> {
  const library = (await import(resolve("dist/index.js"))) as Library;
  return Object.entries(library)
    .flatMap(([programme, { policy }]) =>
      Object.entries(policy?.readings ?? {}).map(
        ([name, { clause, choices, ...reading }]) =>
          `${programme}.readings.${name}: ${reading.default} of ${Object.keys(choices).join(", ")} (${clause.path})\n`,
      ),
    )
    .sort()
    .join("");
}

/** All snapshots, of what stands in `dist`. */
export async function snapshots(): Promise<Snapshots> {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
  const help = execFileSync(process.execPath, ["dist/cli/huimin.js", "--help"], { encoding: "utf8" });
  return {
    ...apiReports(),
    ...schemaSnapshots(builtSchemas()),
    "help.txt": help.replace(version, "VERSION"),
    "readings.txt": await readingsText(),
  };
}
