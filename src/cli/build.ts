// Builds the command and the schemas. Usage: npm run build (after tsup)
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "tsup";
import { schemaFiles } from "./schemas.js";

await build({
  config: false,
  silent: true,
  entry: ["src/cli/huimin.ts"],
  outDir: "dist/cli",
  format: "esm",
  target: "node20",
  tsconfig: "src/cli/tsconfig.json",
  // The command shares the modules that every other user of the package loads; those of the sheets nobody else does.
  external: [/^\.\.\/(?!\.\.|spreadsheet\/)/],
});

const folder = "dist/schemas";
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemaFiles())) {
  writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
}
