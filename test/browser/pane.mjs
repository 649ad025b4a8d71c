// The task pane of the Excel add-in in a browser, as `huimin sheets` writes it, under its content security policy: every function is listed,
// what is typed finds one, and the functions answer. Run after the build. SCREENSHOTS names a folder for pictures.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { unzipSync } from "fflate";
import { chromium } from "playwright-core";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "huimin-pane-"));
const address = "https://pane.example.org";
const office = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

let [passed, failed] = [0, 0];
function check(title, found, expected = true) {
  if (isDeepStrictEqual(found, expected)) passed += 1;
  else {
    failed += 1;
    console.error(`not so: ${title}\n  found:    ${JSON.stringify(found)}\n  expected: ${JSON.stringify(expected)}`);
  }
}

/** What Excel gives a page of an add-in: here it keeps what is registered. */
const host = `globalThis.registered = {};
globalThis.CustomFunctions = {
  associate: (id, run) => { registered[id] = run; },
  Error: class { constructor(code, message) { Object.assign(this, { code, message }); } },
  ErrorCode: { invalidValue: "#VALUE!" },
};`;

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".png": "image/png",
};
let browser;
try {
  execFileSync(process.execPath, [join(root, "dist/cli/huimin.js"), "sheets", "--address", address, "--out", folder]);
  const files = unzipSync(readFileSync(join(folder, "excel.zip")));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  // About as wide as a task pane.
  const page = await browser.newPage({ viewport: { width: 340, height: 700 } });
  const wrong = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  const asked = [];
  await page.route("**/*", (route) => {
    const url = route.request().url();
    asked.push(url);
    if (url === office) return route.fulfill({ contentType: "text/javascript", body: host });
    const name = url.slice(address.length + 1);
    const body = files[name];
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: types[extname(name)] ?? "text/plain", body: Buffer.from(body) });
  });
  await page.goto(`${address}/functions.html`);

  const shown = page.locator("details:visible");
  const { functions } = JSON.parse(Buffer.from(files["functions.json"]).toString());
  check("every function is listed once", (await shown.count()) * 2, functions.length);
  check("and registered under both names", await page.evaluate("Object.keys(registered).length"), functions.length);
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, "pane-1.png") });
  await page.getByLabel("查找 Find").fill(" 大病补充 ");
  check(
    "what is typed finds functions",
    await shown.count(),
    await page.locator("details", { hasText: "大病补充" }).count(),
  );
  check("and leaves the others out", (await shown.count()) < functions.length / 4 && (await shown.count()) > 0);
  await page.getByLabel("查找 Find").fill("cq_assess_major");
  check("in either case of letters", await shown.count(), 1);
  await shown.locator("summary").click();
  check("an entry opens", await shown.locator("li").first().isVisible());
  check("and fits a pane", await page.evaluate("document.documentElement.scrollWidth <= 340"));
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, "pane-2.png") });
  check("a function answers", await page.evaluate("registered.CQ_MAJOR_ILLNESS([[58000]])"), [[16250]]);
  check("nothing went wrong, no violation of the policy", wrong, []);
  const own = ["functions.html", "functions.css", "functions.js", "find.js"].map((name) => `${address}/${name}`);
  check(
    "nothing was asked for but its own files and office.js",
    asked.filter((url) => !url.endsWith("favicon.ico")).sort(),
    [...own, office].sort(),
  );
} catch (error) {
  check(`the run: ${error instanceof Error ? error.stack : String(error)}`, false);
} finally {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
