import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./paths.js";

/** What runs in a page, as one classic script: it works from disk, where modules do not. `contents` stands among the files of `client`. */
export async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(root, "docs/.vitepress/client"), loader: "ts" },
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    tsconfig: join(root, "tsconfig.json"),
    logLevel: "warning",
  });
  return outputFiles[0]?.text ?? "";
}
