import type { TransformContext } from "vitepress";

/*
 * A page as it is published: nothing runs but the files named in it, and every link is relative, so that the site works from any path and
 * from disk.
 */

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** What a page may do: run and be styled by the site's own files, and nothing else. */
const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** A reference from the site's root as one from a page. */
function relative(reference: string, page: string): string {
  const up = "../".repeat(page.split("/").length - 1);
  const [, path = "", rest = ""] = /^\/([^#]*)(.*)$/.exec(reference) ?? [];
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return (up + file || "./") + rest;
}

/** The HTML of a page. */
export function documentOf({ page, title, content, siteData, pageData }: TransformContext): string {
  const path = page.replace(/\.md$/, ".html");
  const { scripts = [] } = pageData.frontmatter as { scripts?: readonly string[] };
  const body = content
    .replace(/<!--.*?-->/gs, "")
    .replace(/ (href|src|data-to)="(\/[^"]*)"/g, (_, name: string, to: string) => ` ${name}="${relative(to, path)}"`);
  const file = (name: string) => relative(`/assets/${name}`, path);
  const english = path.startsWith("en/");
  const description = english
    ? "Four Chinese relief-insurance policies as exact, explainable functions, with calculators."
    : "四份惠民救助保险文件写成的精确、可解释的函数，附在线核定。";
  return `<!doctype html>
<html lang="${siteData.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<meta name="description" content="${escaped(description)}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${file("site.css")}">
${["site", ...scripts].map((name) => `<script defer src="${file(`${name}.js`)}"></script>`).join("\n")}
</head>
<body>
${body}
</body>
</html>
`;
}
