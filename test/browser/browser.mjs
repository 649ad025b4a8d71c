/* global document, URL */
// What the tests in a browser share: checks that count, a server of static files, and pages that keep what went wrong in them.
// Chromium is Debian's: CHROMIUM names another. SCREENSHOTS names a folder for pictures.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "playwright-core";

const counts = { passed: 0, failed: 0 };

/** Counts whether something is so, and tells what is not. */
export function check(title, found, expected = true) {
  if (isDeepStrictEqual(found, expected)) counts.passed += 1;
  else {
    counts.failed += 1;
    console.error(`not so: ${title}\n  found:    ${JSON.stringify(found)}\n  expected: ${JSON.stringify(expected)}`);
  }
}

/** Tells how many checks passed, and lets the process fail where one did not. */
export function conclude() {
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** Serves the files of a folder; `headers` says what goes with a path. */
export async function serve(folder, headers = () => ({})) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const name = normalize(decodeURI(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    try {
      const body = readFileSync(join(folder, name));
      response.writeHead(200, { "Content-Type": types[extname(name)] ?? "text/plain", ...headers(name) }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** A page that keeps what went wrong in it, and what it asked for. */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const [wrong, asked] = [[], []];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => asked.push(request.url()));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`securitypolicyviolation: ${violatedDirective} ${blockedURI}`),
    ),
  );
  await page.goto(address);
  return { page, wrong, asked, close: () => context.close() };
}

/** Takes a picture, where a folder for them is named. */
export const picture = (page, name, options = { fullPage: true }) =>
  process.env.SCREENSHOTS === undefined
    ? undefined
    : page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`), timeout: 60_000, ...options });

/** A phone. */
export const phone = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};
