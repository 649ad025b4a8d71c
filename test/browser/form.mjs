/* global document */
// The form of examples/form in a browser, filled in as a person would, under its strict CSP; and all of the library with one programme's
// rules under `script-src 'self'`.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { check, conclude, launch, open as openAt, phone as asPhone, picture, serve } from "./browser.mjs";

const root = resolve(import.meta.dirname, "../..");
const pages = mkdtempSync(join(tmpdir(), "huimin-form-"));
// Both pages ---------------------------------------------------------------------------------------------------------------

const common = {
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  absWorkingDir: root,
};
const form = "examples/form";
await build({
  ...common,
  entryPoints: [`${form}/form.ts`, `${form}/form.css`, `${form}/index.html`],
  loader: { ".html": "copy" },
  outdir: pages,
});

// Everything of one programme is used, so that nothing of it is shaken off: rules, schemas, options, amendments, words.
const uses = `
import * as rules from "huimin-rules/chongqing";
import * as core from "huimin-rules/core";
const facts = { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", inpatient: true, causedByIllness: true, settledOneStop: true };
const claim = { cover: "majorIllness", facts, loss: { outOfCatalogueToDate: "232000" }, dates: { claimReceivedOn: "2021-04-01" } };
const assessment = rules.assessClaim(claim);
const all = Object.values({ ...core, ...rules }).filter(core.isRule);
const seen = {
  rules: all.length,
  refused: all.filter((rule) => !rule.safe({ nothing: 1 }).ok).length,
  payable: String(assessment.payable),
  revived: String(core.revive(rules.assessClaim, JSON.parse(JSON.stringify(assessment))).payable),
  parsed: rules.assessClaim.input.safeParse(claim).success,
  described: core.describe(rules.assessClaim, { cover: "majorIllness" }).length,
  amended: String(rules.majorIllnessBenefit({ outOfCatalogueToDate: "1000000" }, {
    policy: core.amend(rules.policy, { terms: { majorIllness: { annualLimit: "200000" } } }),
  }).amount),
  compared: core.compareReadings(rules.accidentBenefit, { death: true, disabilityRate: "0.1" }).length,
  explained: core.explain(assessment, { rules }).includes("77150.00"),
};
document.body.dataset.seen = JSON.stringify(seen);
`;
await build({
  ...common,
  stdin: { contents: uses, resolveDir: root, loader: "ts" },
  tsconfig: join(root, "tsconfig.json"),
  outfile: join(pages, "library.js"),
});
writeFileSync(
  join(pages, "library.html"),
  '<!doctype html><meta charset="utf-8"><title>library</title><body><script type="module" src="library.js"></script>',
);

// The form has its policy in the page; the library gets it from the server, and allows nothing but scripts.
const { origin, close: closeServer } = await serve(pages, (name) =>
  name === "/library.html" ? { "Content-Security-Policy": "default-src 'none'; script-src 'self'" } : {},
);

// The browser --------------------------------------------------------------------------------------------------------------

const browser = await launch();
const open = (path, options) => openAt(browser, origin + path, options);
const within = (paths) => paths.map((path) => `${origin}${path}`).sort();

try {
  // A person fills in a claim ------------------------------------------------------------------------------------------------
  const { page, wrong, asked, close } = await open("/");
  const answer = (question, said) =>
    page.getByRole("group", { name: question, exact: true }).getByRole("radio", { name: said, exact: true }).check();
  const result = page.locator(".result");

  check("the form is in Chinese", await page.locator("html").getAttribute("lang"), "zh-CN");
  check(
    "every control has a name",
    await page
      .locator("input, select, textarea, button")
      .evaluateAll(
        (controls) =>
          controls.filter((each) => each.labels?.length === 0 && !each.textContent && !each.ariaLabel).length,
      ),
    0,
  );
  await picture(page, "1-empty");

  await page.getByLabel("项目", { exact: true }).selectOption({ label: "重庆“民政惠民济困保”" });
  await page.getByLabel("险种", { exact: true }).selectOption({ label: "大病补充" });
  await page.getByLabel("本次参保生效日").fill("2020-11-01");
  await page.getByLabel("入院日期").fill("2021-03-02");
  await answer("是否住院", "是");
  await answer("是否因疾病", "是");
  await page.getByLabel(/医保目录外自费费用全年累计/).fill("23.2万元");
  await page.getByRole("button", { name: "核定" }).click();

  // A bad amount, and what was probably meant.
  const amount = page.locator('[data-path="loss.outOfCatalogueToDate"]');
  check(
    "the bad amount is told at its field",
    (await amount.locator(".error span").textContent())?.includes("收到“23.2万元”"),
  );
  check("and announced", await page.getByRole("alert").textContent(), "1 处需要更正");
  check(
    "and tied to its control",
    await amount
      .locator("input")
      .evaluate((control) => [
        control.ariaInvalid,
        document.getElementById(control.getAttribute("aria-describedby"))?.classList.contains("error"),
      ]),
    ["true", true],
  );
  await picture(page, "2-bad-amount");
  await amount.getByRole("button", { name: "改为 232000" }).click();
  check("the suggestion was put in", await amount.locator("input").inputValue(), "232000");
  check("and the problem is gone", await page.locator(".error").count(), 0);

  // A missing fact.
  check("the missing fact is named", await result.locator(".lacking").textContent(), "尚缺事实：是否经“一站式”结算");
  check("and marked", await page.locator(".missing").evaluateAll((all) => all.map((each) => each.dataset.path)), [
    "facts.settledOneStop",
  ]);
  await picture(page, "3-missing-fact");
  await result.locator(".lacking a").click();
  await answer("是否经“一站式”结算", "是");
  check("nothing is missing now", await page.locator(".missing, .lacking").count(), 0);
  check("the amount is shown", (await result.locator("pre").textContent())?.includes("77150.00"));
  await picture(page, "4-result");
  await answer("是否经“一站式”结算", "不清楚");
  check("a fact can be taken back", await page.locator(".missing").count(), 1);
  await answer("是否经“一站式”结算", "是");

  // The other language, with what was filled in kept.
  await page.getByRole("button", { name: "English" }).click();
  check("the form is in English", await page.locator("html").getAttribute("lang"), "en");
  check("what was filled in is kept", await page.getByLabel(/out-of-catalogue costs/).inputValue(), "232,000");
  check("the result is in English", (await result.locator("pre").textContent())?.includes("77150.00"));
  check(
    "no Chinese label is left",
    await page
      .locator("main label, main legend")
      .evaluateAll(
        (all) =>
          all.map((each) => each.textContent).filter((text) => /\p{Script=Han}/u.test(text.replace(/[(（].*/, "")))
            .length,
      ),
    0,
  );
  await picture(page, "5-english");
  // A sheet of A4 between its margins.
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 720, height: 1040 });
  check("paper shows all of its width", await page.evaluate(() => document.documentElement.scrollWidth <= 720));
  await picture(page, "6-paper");
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole("button", { name: "中文" }).click();

  // A repeatable list, and every rule's form.
  await page.getByLabel("办理事项").selectOption({ label: "赔付率清算" });
  await page.getByLabel(/^保障期间/).selectOption({ label: "第一保障期间" });
  await page.getByRole("button", { name: "增加一项" }).click();
  for (const [index, premium] of ["60000000", "40000000"].entries()) {
    const row = page.locator(`[data-path="insurers.${index}"]`);
    await row.getByLabel(/^保费/).fill(premium);
    await row.getByLabel(/^赔款/).fill("48000000");
  }
  await page.getByRole("button", { name: "核定" }).click();
  check("the insurers are settled together", (await result.locator("pre").textContent())?.includes("3000000.00"));
  await picture(page, "7-list");
  await page.getByRole("button", { name: "删除 2" }).click();
  check("an insurer can be removed", await page.locator('[data-path="insurers.1"]').count(), 0);

  const optionsOf = (label) =>
    page
      .getByLabel(label, { exact: true })
      .locator("option")
      .evaluateAll((all) => all.map(({ value }) => value));
  let forms = 0;
  for (const programme of await optionsOf("项目")) {
    await page.getByLabel("项目", { exact: true }).selectOption(programme);
    for (const rule of await optionsOf("办理事项")) {
      await page.getByLabel("办理事项").selectOption(rule);
      const covers = (await page.locator("#cover").count()) > 0 ? await optionsOf("险种") : [undefined];
      for (const cover of covers) {
        if (cover !== undefined) await page.locator("#cover").selectOption(cover);
        await page.getByRole("button", { name: "核定" }).click();
        forms += (await result.locator("pre, .alert").count()) > 0 ? 1 : 0;
        // That nothing is claimed is no one field's problem.
        const said = await result.locator(".error").allTextContents();
        const lost = said.filter((text) => !text.startsWith("未填写任何损失"));
        check(`every problem of ${rule} ${cover ?? ""} has its field`, lost, []);
      }
    }
  }
  check(`every rule has its form (${forms})`, forms > 40);
  check("nothing went wrong, no violation of the CSP", wrong, []);
  check("nothing was asked for but the page's own", [...new Set(asked)].sort(), within(["/", "/form.css", "/form.js"]));
  await close();

  // A phone --------------------------------------------------------------------------------------------------------------------
  const phone = await open("/", asPhone);
  await phone.page.getByLabel(/医保目录外自费费用全年累计/).fill("58,000元");
  await phone.page.getByRole("button", { name: "核定" }).tap();
  check("a phone shows all of its width", await phone.page.evaluate(() => document.documentElement.scrollWidth <= 360));
  await picture(phone.page, "8-phone");
  check("nothing went wrong on a phone", phone.wrong, []);
  await phone.close();

  // The library ----------------------------------------------------------------------------------------------------------------
  const library = await open("/library.html");
  await library.page.locator("body[data-seen]").waitFor({ state: "attached" });
  const seen = JSON.parse(await library.page.locator("body").getAttribute("data-seen"));
  check(
    "the library runs under script-src 'self'",
    { ...seen, refused: seen.refused === seen.rules, rules: seen.rules > 10 },
    {
      rules: true,
      refused: true,
      payable: "77150.00",
      revived: "77150.00",
      parsed: true,
      described: 4,
      amended: "200000.00",
      compared: 3,
      explained: true,
    },
  );
  check("without a violation of the CSP", library.wrong, []);
  check("and asks for nothing", library.asked.sort(), within(["/library.html", "/library.js"]));
  await library.close();
} catch (error) {
  check(`the run: ${error instanceof Error ? error.stack : String(error)}`, false);
} finally {
  await browser.close();
  closeServer();
  rmSync(pages, { recursive: true, force: true });
}

conclude();
