/* global addEventListener, document, location, setTimeout */
// The site in a browser: every calculator, the worked cases typed in, the keyboard alone, axe, both languages, a phone, from a server at any
// path and from disk; and the single-file calculator. Usage: npm run site && npm run build && npm run site:test
// Parts by themselves: npm run site:test -- pages, cases or people; ONLY=zhumadian types in the cases of one programme alone.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import { check, conclude, launch, open, phone, picture, serve } from "./browser.mjs";

const root = resolve(import.meta.dirname, "../..");
const site = join(root, "docs/.vitepress/dist");
const single = join(root, "dist/calculator.html");
const { ONLY: only = "" } = process.env;
const parts = process.argv.slice(2);
const runs = (part) => parts.length === 0 || parts.includes(part);

const files = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
const rulePages = files.filter((name) => /^rules\/\w+\.\w+\.html$/.test(name));
const vectors = readdirSync(join(root, "test/vectors"))
  .filter((name) => name.endsWith(".json") && name.startsWith(only))
  .flatMap((name) => JSON.parse(readFileSync(join(root, "test/vectors", name), "utf8")));

const { origin, close: closeServer } = await serve(dirname(site));
const base = `${origin}/dist/`;
const browser = await launch();
const desktop = { viewport: { width: 1280, height: 900 } };

/** What axe finds serious in a page. It is run as the page's owner would, past the page's own policy. Contrast is the style sheet's, which all share. */
async function seriousIn(page, withContrast) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (enabled) =>
      globalThis.axe.run(document, { resultTypes: ["violations"], rules: { "color-contrast": { enabled } } }),
    withContrast,
  );
  return violations
    .filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
}

/** Does something for all items, a few at a time, each in a window of its own, and closes it. */
async function forAll(items, options, each) {
  const left = [...items];
  const windows = 3;
  await Promise.all(
    Array.from({ length: windows }, async () => {
      const opened = await open(browser, `${base}index.html`, options);
      for (let item = left.shift(); item !== undefined; item = left.shift()) await each(opened, item);
      check("nothing went wrong, no violation of the CSP", opened.wrong, []);
      const foreign = opened.asked.filter((address) => !address.startsWith(base) && !address.startsWith("data:"));
      check("nothing was asked for but the site's own files", foreign, []);
      await opened.close();
    }),
  );
}

/** Whether a text is a day that there is. */
const isDay = (text) => {
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
};

/** What stands at a path of the form: the kind of its control, a list or a group; nothing where the form has no such field. */
const kindOf = (page, path) =>
  page.evaluate((at) => {
    const place = document.querySelector(`[data-path="${at}"]`);
    if (place === null) return undefined;
    if (!place.matches(".field")) return "group";
    return place.querySelector("select, textarea")?.localName ?? place.querySelector("input").type;
  }, path);

/** Puts a worked case's input into the fields of a page, as a person would: typed, chosen and ticked; whether it has them all. */
async function fill(page, value, path = "") {
  for (const [name, item] of Object.entries(value)) {
    if (item === null || item === undefined || (path === "" && name === "cover")) continue;
    const at = path === "" ? name : `${path}.${name}`;
    const place = page.locator(`[data-path="${at}"]`);
    const kind = await kindOf(page, at);
    if (kind === undefined) return false;
    if (Array.isArray(item)) {
      if (!(await fillList(page, place, item, at))) return false;
    } else if (typeof item === "object") {
      if (!(await fill(page, item, at))) return false;
    } else if (kind === "radio") {
      const choice = place.locator(`input[value="${String(item)}"]`);
      if ((await choice.count()) === 0) return false;
      await choice.check();
    } else if (kind === "select") {
      if ((await place.locator(`option[value="${String(item)}"]`).count()) === 0) return false;
      await place.locator("select").selectOption(String(item));
    } else {
      // A date field of a browser takes days alone; a form reads the separators that it writes itself.
      if (kind === "date" && !isDay(item)) return false;
      if (/^\d{1,3}(?:,\d{3})+$/.test(item)) return false;
      await place.locator("input").fill(String(item));
    }
  }
  return true;
}

async function fillList(page, place, items, at) {
  if ((await place.locator("> .choices input[type=checkbox]").count()) > 0) {
    for (const word of items) {
      const box = place.locator(`input[value="${word}"]`);
      if ((await box.count()) === 0) return false;
      await box.check();
    }
    return true;
  }
  if ((await place.locator("> textarea").count()) > 0) {
    if (items.length === 0) await place.getByLabel("没有", { exact: true }).check();
    else await place.locator("textarea").fill(items.join("\n"));
    return true;
  }
  // A list that must be given begins with a row; a person takes it away to say that there is none.
  const extra = page.locator(`[data-path="${at}.${items.length}"] > button`);
  while ((await extra.count()) > 0) await extra.click();
  for (const [index, item] of items.entries()) {
    const row = `${at}.${index}`;
    if ((await page.locator(`[data-path="${row}"]`).count()) === 0) await page.locator(`[id="add-${at}"]`).click();
    const { cover, ...rest } = item;
    if (cover !== undefined) await page.locator(`[data-path="${row}.cover"] select`).selectOption(cover);
    if (!(await fill(page, rest, row))) return false;
  }
  return true;
}

/** Every amount that a case expects, but for those that no line shows: the parts of a benefit, a claim's own working within a year, and zeros. */
const amountsIn = (expected) =>
  Object.entries(expected).flatMap(([name, value]) => {
    if (["parts", "assessment"].includes(name) || value === null) return [];
    if (typeof value === "object") return amountsIn(value);
    return typeof value === "string" && /^-?\d+\.\d\d$/.test(value) && value !== "0.00" ? [value] : [];
  });

/** What people do, one after another. */
async function asPeopleDo() {
  // What people do ------------------------------------------------------------------------------------------------------------
  const { page, wrong, asked, close } = await open(browser, `${base}index.html`, desktop);
  const output = page.locator(".result output");
  const rulePage = `${base}rules/chongqing.majorIllnessBenefit.html`;

  // The search finds words inside Chinese sentences, and what is looked for stays in the address's fragment.
  await page.locator(".find input").fill("大病补充");
  await page.locator(".find input").press("Enter");
  await page.waitForURL(/search\.html#q=/);
  const hrefs = () => page.locator(".results a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  check("大病补充 finds its rule", (await hrefs()).includes("rules/chongqing.majorIllnessBenefit.html"));
  for (const word of ["起付", "大病", "调休", "见义勇为", "outOfCatalogueToDate"]) {
    await page.locator("#query").fill(word);
    check(`${word} is found`, (await page.locator(".results li").count()) > 0);
  }
  await picture(page, "search", {});
  await page.locator("#query").fill("这里没有的词语");
  check("what is not there is not found", await page.locator(".found").textContent(), "找到 0 处");

  // The keyboard alone: to the field by Tab, the amount typed, to the switch of a reading, changed by an arrow.
  await page.goto(rulePage);
  const tabTo = async (id) => {
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement?.id)) === id) return true;
    }
    return false;
  };
  check("Tab comes to the first field", await tabTo("field-outOfCatalogueToDate"));
  await page.keyboard.type("58000");
  check("the outcome changes as one types", await output.getAttribute("data-amount"), "16250.00");
  check("Tab comes to the choice of the period", await tabTo("field-period"));
  check(
    "the amount is shown with separators",
    await page.locator("#field-outOfCatalogueToDate").inputValue(),
    "58,000",
  );
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  check("Tab comes to the reading", await tabTo("reading-shortPeriodLimits-full"));
  check(
    "the switch shows what it would change",
    await page.locator("label:has(#reading-shortPeriodLimits-proRata) .difference").textContent(),
    "+875.00 元",
  );
  await page.keyboard.press("ArrowDown");
  check("an arrow changes the reading", await output.getAttribute("data-amount"), "17125.00");
  check(
    "and the keyboard stays there",
    await page.evaluate(() => document.activeElement?.id),
    "reading-shortPeriodLimits-proRata",
  );

  // The link holds the case, in the other language too.
  const address = page.url();
  await page.locator("a.language").click();
  await page.waitForURL(/\/en\//);
  check("the other language has the same case", await output.textContent(), "17,125.00 yuan");
  await page.goto(`${base}index.html`);
  await page.goto(address);
  check("the link opens the case again", await output.getAttribute("data-amount"), "17125.00");

  // Missing facts are asked in order; a line shows its clause.
  await page.goto(`${base}rules/chongqing.assessClaim.html`);
  await page.locator("#cover").selectOption("majorIllness");
  await page.locator(".lacking .next").click();
  const asksFor = () => page.evaluate(() => document.activeElement?.closest("[data-path]")?.dataset.path);
  check("the first missing fact is asked for", await asksFor(), "facts.occurredOn");
  await page.keyboard.type("03022021");
  await page.locator('[data-path="facts.enrolledFrom"] input').fill("2020-11-01");
  for (const fact of ["inpatient", "causedByIllness", "settledOneStop"]) {
    await page.locator(".lacking .next").click();
    check(`${fact} is asked for next`, await asksFor(), `facts.${fact}`);
    await page.locator(`[data-path="facts.${fact}"]`).getByLabel("是", { exact: true }).check();
  }
  await page.locator('[data-path="loss.outOfCatalogueToDate"] input').fill("58000");
  check("nothing is asked for any more", await page.locator(".lacking").count(), 0);
  check("the claim is assessed", await output.getAttribute("data-amount"), "16250.00");
  check("no clause is lit", await page.locator(".norms .lit").count(), 0);
  await page.locator("tr[data-clause$='三(二)1-3']").hover();
  const litNorms = await page.locator(".norms .lit b").allTextContents();
  check("a line lights its clauses, each of 三(二)1-3", [...new Set(litNorms)], ["三(二)1", "三(二)2", "三(二)3"]);
  await picture(page, "claim");
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  check("on paper it is one page", pdf.match(/\/Type\s*\/Page\b/g)?.length, 1);
  await page.emulateMedia({ media: "print" });
  check("with the amount and the statement on it", await output.isVisible());
  check("and every line", await page.locator(".result tr[data-clause]").last().isVisible());
  check(
    "and nothing that leads elsewhere",
    await page.locator(".top, .tools, .drop, .readings").filter({ visible: true }).count(),
    0,
  );
  await picture(page, "claim-print");
  await page.emulateMedia({ media: "screen" });

  // A contract, dropped in.
  await page.locator("#agreement").setInputFiles(join(root, "examples/agreements/chongqing.json"));
  await page.locator(".applied").waitFor();
  check("the contract's terms are applied", await output.getAttribute("data-amount"), "16600.00");
  await page.reload();
  check("the link holds the contract too", await output.getAttribute("data-amount"), "16600.00");
  await page.locator("#agreement").setInputFiles(join(root, "examples/agreements/lishui.json"));
  await page.locator(".drop .error").first().waitFor();
  check("another programme's contract is refused", (await page.locator(".drop .error").count()) > 0);

  // A receipt, saved and verified, and then altered.
  await page.goto(`${rulePage}#case=${encodeURIComponent('{"input":{"outOfCatalogueToDate":"58000"}}')}`);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "保存凭据" }).click(),
  ]);
  const receipt = readFileSync(await saved.path(), "utf8");
  await page.goto(`${base}receipt.html`);
  const verdictOf = async (text) => {
    await page
      .locator("#receipt")
      .setInputFiles({ name: "receipt.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.locator("[data-verdict], .error").first().waitFor();
    return page.locator("[data-verdict]").getAttribute("data-verdict");
  };
  check("a receipt is verified", await verdictOf(receipt), "same");
  await picture(page, "receipt");
  await page.goto(`${base}index.html`);
  await page.goto(`${base}receipt.html`);
  check("an altered one is told", await verdictOf(receipt.replaceAll("58000", "59000")), "altered");
  check("nothing went wrong meanwhile", wrong, []);
  check(
    "and nothing was asked for but the site's own files",
    asked.filter((each) => !each.startsWith(base) && !/^(?:data|blob):/.test(each)),
    [],
  );

  for (const [name, path] of [
    ["home", "index.html"],
    ["rule", "rules/zhumadian.hardshipIllnessBenefit.html"],
    ["programme", "programmes/chongqing.html"],
    ["clauses", "clauses/luozhuang.html"],
    ["start", "en/start.html"],
    ["guide", "guides/agreements.html"],
    ["api", "api/chongqing.html"],
  ]) {
    await page.goto(base + path);
    await picture(page, name, { fullPage: name !== "api" });
  }
  await close();
  const small = await open(browser, `${base}rules/zhumadian.assessClaim.html`, phone);
  await picture(small.page, "phone", {});
  await small.close();

  // From disk, without a server; and the single file ---------------------------------------------------------------------------
  const caseOf = (input) => `#case=${encodeURIComponent(JSON.stringify(input))}`;
  const disk = await open(
    browser,
    `${pathToFileURL(join(site, "rules/chongqing.majorIllnessBenefit.html"))}${caseOf({ input: { outOfCatalogueToDate: "58000" } })}`,
  );
  check("it works from disk", await disk.page.locator(".result output").getAttribute("data-amount"), "16250.00");
  await disk.page.goto(`${pathToFileURL(join(site, "search.html"))}#q=${encodeURIComponent("起付")}`);
  check("the search too", (await disk.page.locator(".results li").count()) > 0);
  check("without anything going wrong", disk.wrong, []);
  await disk.close();

  check("the single file weighs at most 400 kB", statSync(single).size <= 400_000);
  const file = await open(browser, `${pathToFileURL(single)}`, { offline: true });
  const filed = file.page.locator(".result output");
  await file.page.locator("#programme").selectOption("zhumadian");
  await file.page.locator("#rule").selectOption("zhumadian.hardshipIllnessBenefit");
  await file.page.locator('[data-path="eligibleExpenses"] input').fill("999.99");
  check("the single file works out a case", await filed.getAttribute("data-amount"), "500.00");
  await file.page.getByRole("button", { name: "English" }).click();
  check("in English too, with the case kept", await filed.textContent(), "500.00 yuan");
  check("axe finds nothing serious in it", await seriousIn(file.page, true), []);
  await picture(file.page, "single");
  check("nothing went wrong in the single file", file.wrong, []);
  check(
    "it asks for nothing but itself",
    [...new Set(file.asked.map((each) => each.split("#")[0]))],
    [String(pathToFileURL(single))],
  );
  await file.close();
}

try {
  // Transfer of the first page ---------------------------------------------------------------------------------------------
  const sizeOf = (name) => gzipSync(readFileSync(join(site, name)), { level: 9 }).length;
  for (const name of ["index.html", "rules/zhumadian.assessClaim.html", "claim.html"]) {
    const html = readFileSync(join(site, name), "utf8");
    const parts = [...html.matchAll(/(?:src|href)="((?:\.\.\/)*assets\/[^"]+)"/g)].map(([, path]) =>
      join(dirname(name), path),
    );
    const bytes = [name, ...new Set(parts)].map(sizeOf).reduce((sum, each) => sum + each, 0);
    console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB gzip`);
    check(`${name} transfers at most 300 kB`, bytes <= 300_000);
  }

  // Every page, in both languages and on a phone ----------------------------------------------------------------------------
  await forAll(runs("pages") ? files : [], desktop, async ({ page }, name) => {
    await page.goto(base + name);
    const lang = name.startsWith("en/") ? "en" : "zh-CN";
    check(`${name} is in its language`, await page.locator("html").getAttribute("lang"), lang);
    if (/api\//.test(name)) return;
    const isRule = /rules\/\w+\./.test(name);
    check(`axe finds nothing serious: ${name}`, await seriousIn(page, !isRule || name.includes("assessClaim")), []);
  });
  await forAll(runs("pages") ? files : [], phone, async ({ page }, name) => {
    await page.goto(base + name);
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= 360);
    check(`a phone shows all of its width: ${name}`, fits);
  });

  // Every calculator: the worked cases typed in ------------------------------------------------------------------------------
  let typed = 0;
  const unusable = [];
  await forAll(
    runs("cases") ? rulePages.filter((name) => name.startsWith(`rules/${only}`)) : [],
    desktop,
    async ({ page, asked }, name) => {
      const rule = name.slice("rules/".length, -".html".length);
      await page.goto(base + name);
      check(`${rule} has its calculator`, await page.locator(".calculator .result").count(), 1);
      const loaded = asked.length;
      for (const each of vectors.filter((vector) => vector.rule === rule)) {
        const { name: title, input, readings = {}, expect = {}, throws = false } = each;
        // A case begins with an empty form; its cover and its readings come with the address.
        const cover = typeof input.cover === "string" ? { cover: input.cover } : {};
        await page.evaluate(
          (fragment) =>
            new Promise((done) => {
              addEventListener("hashchange", () => setTimeout(done), { once: true });
              location.hash = fragment;
            }),
          `case=${encodeURIComponent(JSON.stringify({ input: cover, readings }))}`,
        );
        if (!(await fill(page, input))) {
          unusable.push(`${rule}, ${title}`);
          check(`${rule}, ${title}: what a form cannot hold is refused`, throws);
          continue;
        }
        typed += 1;
        const result = page.locator(".result");
        if (throws) {
          check(`${rule}, ${title}: is refused`, (await result.locator(".alert, .error, .lacking").count()) > 0);
          continue;
        }
        const text = (await result.textContent()).replaceAll(",", "");
        const lost = amountsIn(expect).filter((amount) => !text.includes(amount));
        check(`${rule}, ${title}: every amount is shown`, lost, []);
        const main = [expect.payable, expect.due, expect.amount].find((amount) => typeof amount === "string");
        if (main !== undefined) {
          const shown = await result.locator("output").evaluateAll((all) => all.map(({ dataset }) => dataset.amount));
          check(`${rule}, ${title}: to the fen`, shown, [main]);
        }
      }
      check(`${rule} asks for nothing after it has loaded`, asked.length, loaded);
    },
  );
  console.log(`${typed} worked cases typed in; a form cannot hold ${unusable.length}`);
  check("nearly all worked cases can be typed in", unusable.length < vectors.length / 20);
  if (runs("people")) await asPeopleDo();
} catch (error) {
  check(`the run: ${error instanceof Error ? error.stack : String(error)}`, false);
} finally {
  await browser.close();
  closeServer();
}
conclude();
