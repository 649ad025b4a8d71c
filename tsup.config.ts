import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { defineConfig, type Options } from "tsup";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Every module of the library: a file each in `dist`, so that `sideEffects: false` lets a bundler drop what is not used. */
const modules = readdirSync(path("src"), { recursive: true, encoding: "utf8" })
  .map((file) => `src/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".ts") && !/^src\/(?:cli|spreadsheet)\//.test(file));

/** A relative specifier with the ending of CommonJS. */
const required = (specifier: string) => specifier.replace(/\.js$/, ".cjs");

/** Modules import one another and are never copied into each other (one Money class, in CommonJS too), and only what they use. */
const apart: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "apart",
  setup({ initialOptions: { format }, onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) => {
      if (kind === "entry-point") return null;
      const own = format === "cjs" && path.startsWith(".");
      return { path: own ? required(path) : path, external: true, sideEffects: false };
    });
  },
};

/** esbuild wraps what CommonJS requires from others; of our own modules that would be a copy with a `default` besides. */
const plain: NonNullable<Options["plugins"]>[number] = {
  name: "plain",
  renderChunk(code) {
    return this.format === "cjs" ? { code: code.replace(/__toESM\((require\("\.[^"]+"\)), 1\)/g, "$1") } : null;
  },
};

/** Declarations, a file a module: bundling them would lose the TSDoc of what is exported by namespace, such as `chongqing.premium`. */
function declarations(): void {
  const { config } = ts.readConfigFile(path("src/tsconfig.json"), (file) => readFileSync(file, "utf8"));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path("src"));
  const emitted = { noEmit: false, emitDeclarationOnly: true, rootDir: path("src"), outDir: path("dist") };
  const program = ts.createProgram(modules.map(path), { ...options, ...emitted });
  const found = [...ts.getPreEmitDiagnostics(program)];
  const { diagnostics } = program.emit(undefined, (file, text) => {
    ts.sys.writeFile(file, text);
    const twin = text.replace(
      /(?<=(?:from|import\(|import) ?)"\.\.?\/[^"]+"/g,
      (quoted) => `"${required(quoted.slice(1, -1))}"`,
    );
    writeFileSync(file.replace(/\.ts$/, ".cts"), twin);
  });
  found.push(...diagnostics);
  if (found.length > 0) throw new Error(ts.formatDiagnostics(found, ts.createCompilerHost(options)));
}

export default defineConfig({
  entry: modules,
  tsconfig: "src/tsconfig.json",
  format: ["esm", "cjs"],
  target: "node20",
  splitting: false,
  clean: true,
  sourcemap: false,
  silent: true,
  // What is external is the plugin's to say.
  noExternal: [/./],
  esbuildPlugins: [apart],
  plugins: [plain],
  esbuildOptions: (options) => {
    options.charset = "utf8";
  },
  onSuccess: () => Promise.resolve(declarations()),
});
