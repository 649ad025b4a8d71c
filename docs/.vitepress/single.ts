import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { transform } from "esbuild";
import { bundled } from "./bundle.js";
import { root } from "./paths.js";

/*
 * Builds `dist/calculator.html`: every rule's calculator in one file, which works from a disk without network. Usage: npm run build
 */

const digest = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The most that the file may weigh, in bytes: small enough for a mail or a memory stick of any age. */
const most = 400_000;

const script = (await bundled(readFileSync(new URL("./client/single.ts", import.meta.url), "utf8"))).trim();
if (script.includes("</script")) throw new Error("the script would end its element");
const css = readFileSync(new URL("./theme/site.css", import.meta.url), "utf8");
const style = (await transform(css, { loader: "css", minify: true })).code.trim();

const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>惠民规则：在线核定</title>
<style>${style}</style>
</head>
<body>
<noscript>本页需要 JavaScript。This page needs JavaScript.</noscript>
<script type="module">${script}</script>
</body>
</html>
`;
if (Buffer.byteLength(html) > most)
  throw new Error(`the calculator weighs ${Buffer.byteLength(html)} bytes, more than ${most}`);
mkdirSync(`${root}dist`, { recursive: true });
writeFileSync(`${root}dist/calculator.html`, html);
