// Packs the package, installs it in an empty project and uses every entry point as ESM, CommonJS and TypeScript, the command, the
// schemas and the worked cases.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { createContext, runInContext } from "node:vm";
import { strFromU8, unzipSync } from "fflate";
import ts from "typescript";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const { name, version, exports, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.keys(exports)
  .filter((path) => !path.endsWith(".json"))
  .map((path) => join(name, path));

const project = mkdtempSync(join(tmpdir(), "huimin-package-"));
const run = (command, args, options) =>
  execFileSync(command, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], ...options });
const node = (file) => run(process.execPath, [file]).trim();

/** A contract, and a record that it pays more for. */
const agreed = {
  id: "2021-a",
  title: { zh: "示例合同", en: "Example agreement" },
  programme: "chongqing",
  document: "渝民〔2020〕238号",
  terms: { majorIllness: { deductible: "2000" } },
};
const agreedRecord = {
  rule: "chongqing.majorIllnessBenefit",
  input: { outOfCatalogueToDate: "58000" },
  agreement: agreed.id,
};

/** What each program prints: the sum of a claim, whether money of one entry is accepted by another, and what a record is answered under a contract. */
const body = `
const claim = { cover: "majorIllness", facts: { enrolledFrom: "2020-11-01", occurredOn: "2021-03-02", inpatient: true,
  causedByIllness: true, settledOneStop: true }, loss: { outOfCatalogueToDate: yuan("232000") } };
console.log(String(assessClaim(claim).payable), yuan(1) instanceof all.Money, entries.every(Boolean) && !("default" in all.chongqing));
const agreements = [all.agreementFrom(${JSON.stringify(agreed)})];
console.log(JSON.stringify(JSON.parse(JSON.stringify(decideJson(${JSON.stringify(JSON.stringify(agreedRecord))}, { agreements }))).value?.amount));
`;

/** The words that an editor shows over each place of a file: the end of its first mention. */
function hovers(file, places) {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(file, "../tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    join(file, ".."),
  );
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) =>
      ts.sys.fileExists(path) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(path)) : undefined,
    getCurrentDirectory: () => project,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  const text = readFileSync(file, "utf8");
  return places.map((place) => {
    const end = text.indexOf(place) + place.replace("(", "").length - 1;
    return ts.displayPartsToString(service.getQuickInfoAtPosition(file, end)?.documentation);
  });
}

function expectOutput(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, got ${actual}`);
  console.log(`${what}: ${actual}`);
}

try {
  const [packed] = JSON.parse(
    run(npm, ["pack", "--json", "--ignore-scripts", "--pack-destination", project], { cwd: "." }),
  );
  const paths = packed.files.map(({ path }) => path);
  const forUsers =
    /^(dist\/|docs\/[^/]+\.md|docs\/decisions\/|examples\/http\/|examples\/.+(?<!\.ts)$|test\/vectors\/|package\.json|README|LICENSE|CHANGELOG)/;
  const foreign = paths.filter((path) => !forUsers.test(path));
  if (foreign.length > 0) throw new Error(`not meant for users: ${foreign.join(", ")}`);
  for (const page of paths.filter((path) => path.endsWith(".md"))) {
    for (const [, link] of readFileSync(page, "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      const target = posix.join(posix.dirname(page), link);
      if (!paths.some((path) => path === target || path.startsWith(`${target}/`))) {
        throw new Error(`${page} links to ${link}, which is not in the package`);
      }
    }
  }
  const packages = Object.keys(dependencies).sort().join(" ");
  expectOutput(
    "runtime dependencies",
    packages,
    "@date-fns/utc @noble/hashes date-fns decimal.js fastest-levenshtein iconv-lite json-canonicalize zod",
  );
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run(npm, ["install", "--prefer-offline", "--no-audit", "--no-fund", join(project, packed.filename)]);

  const imports = entries.map((entry, index) => `import * as entry${index} from "${entry}";`).join("\n");
  const listed = `const entries = [${entries.map((_, index) => `entry${index}.policy ?? entry${index}.Money ?? entry${index}.decide`).join(", ")}];`;
  writeFileSync(
    join(project, "esm.mjs"),
    `import * as all from "${name}";\nimport { assessClaim } from "${name}/chongqing";\nimport { yuan } from "${name}/core";\nimport { decideJson } from "${name}/decide";\n${imports}\n${listed}${body}`,
  );
  const required = entries.map((entry, index) => `const entry${index} = require("${entry}");`).join("\n");
  writeFileSync(
    join(project, "cjs.cjs"),
    `const all = require("${name}");\nconst { assessClaim } = require("${name}/chongqing");\nconst { yuan } = require("${name}/core");\nconst { decideJson } = require("${name}/decide");\n${required}\n${listed}${body}`,
  );
  expectOutput("ESM", node("esm.mjs"), '77150.00 true true\n"16600.00"');
  expectOutput("CommonJS", node("cjs.cjs"), '77150.00 true true\n"16600.00"');

  writeFileSync(
    join(project, "mixed.mjs"),
    `import { createRequire } from "node:module";\nimport { majorIllnessBenefit } from "${name}/chongqing";\n` +
      `const { yuan } = createRequire(import.meta.url)("${name}");\n` +
      `console.log(String(majorIllnessBenefit({ outOfCatalogueToDate: yuan(58000) }).amount));`,
  );
  expectOutput("money of the CommonJS copy in the ESM copy", node("mixed.mjs"), "16250.00");

  const bin = join(project, "node_modules", ".bin", process.platform === "win32" ? "huimin.cmd" : "huimin");
  const huimin = (args, input = "") =>
    run(bin, args, { input, stdio: ["pipe", "pipe", "inherit"], shell: bin.endsWith(".cmd") });
  expectOutput("huimin --version", huimin(["--version"]).trim(), version);
  const record = { id: "A-1", rule: "chongqing.majorIllnessBenefit", input: { outOfCatalogueToDate: "58000" } };
  const answer = JSON.parse(huimin(["run"], `${JSON.stringify(record)}\n`));
  expectOutput("huimin run", `${answer.id} ${answer.ok} ${answer.value.amount}`, "A-1 true 16250.00");
  const programmes = entries
    .map((entry) => entry.slice(name.length + 1))
    .filter((entry) => !["", "core", "decide"].includes(entry));
  const example = (programme) => join(project, "node_modules", name, "examples", "agreements", `${programme}.json`);
  huimin(["sheets", ...programmes.flatMap((programme) => ["--agreement", example(programme)]), "--out", "sheets"]);
  const sheets = createContext();
  const zip = unzipSync(readFileSync(join(project, "sheets", "script.zip")));
  runInContext(strFromU8(zip["huimin.js"]), sheets);
  const cell = runInContext("HUIMIN.call('CQ_MAJOR_ILLNESS', [58000])", sheets);
  expectOutput("huimin sheets, under the example agreement", String(cell), "16600");
  const rules = huimin(["rules"])
    .trim()
    .split("\n")
    .map((row) => row.split(" ")[0]);

  writeFileSync(
    join(project, "data.cjs"),
    `const rules = ${JSON.stringify(rules)};
const sides = rules.flatMap((rule) => ["input", "result"].map((side) => require(\`${name}/schemas/\${rule}.\${side}.json\`)));
const operations = Object.keys(require("${name}/schemas/openapi.json").paths);
const messages = ["record", "answer", "vectors"].map((file) => require(\`${name}/schemas/\${file}.json\`));
const cases = ${JSON.stringify(programmes)}.map((file) => require(\`${name}/vectors/\${file}.json\`));
console.log(sides.length === 2 * rules.length, operations.length === rules.length, messages.length, cases.every(({ length }) => length > 20));`,
  );
  expectOutput(
    `schemas of ${rules.length} rules, worked cases of ${programmes.length} programmes`,
    node("data.cjs"),
    "true true 3 true",
  );
  writeFileSync(
    join(project, "data.mjs"),
    `import cases from "${name}/vectors/chongqing.json" with { type: "json" };\nconsole.log(cases[0].rule);`,
  );
  expectOutput("worked cases as an ES module", node("data.mjs"), "chongqing.majorIllnessBenefit");

  mkdirSync(join(project, "typescript"));
  writeFileSync(
    join(project, "typescript", "claim.ts"),
    `${imports}
import document from "${name}/schemas/openapi.json" with { type: "json" };
import { chongqing, explain, yuan, type Assessment, type Money } from "${name}";
import { assessClaim } from "${name}/chongqing";
import { decide, type Answer } from "${name}/decide";
export const used: object[] = [${entries.map((_, index) => `entry${index}`).join(", ")}];
const assessment: Assessment = assessClaim({
  cover: "educationGrant",
  facts: { exam: "collegeEntrance", earlierGrant: null },
  loss: { level: "bachelor" },
});
export const payable: Money | null = assessment.payable;
export const limit: Money = yuan(1);
export const text: string = explain(assessment, { locale: "en" });
export const openApi: string = document.openapi;
const answer: Answer = decide({ rule: "chongqing.premium", input: {} });
export const failed: readonly object[] = answer.ok ? [] : answer.error.issues;
// @ts-expect-error a fact of another cover
chongqing.checkEligibility({ cover: "illnessDeath", inpatient: true });
// @ts-expect-error a field that does not exist
chongqing.majorIllnessBenefit({ outOfCatalogue: yuan(1) });
// @ts-expect-error a choice that does not exist
chongqing.accidentBenefit({ death: true }, { readings: { deathAfterDisability: "most" } });
`,
  );
  for (const module of ["NodeNext", "ESNext"]) {
    const moduleResolution = module === "NodeNext" ? "NodeNext" : "Bundler";
    const compilerOptions = {
      module,
      moduleResolution,
      target: "ES2022",
      strict: true,
      exactOptionalPropertyTypes: true,
      resolveJsonModule: true,
      noEmit: true,
      types: [],
    };
    writeFileSync(join(project, "typescript", "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    run(process.execPath, [tsc, "-p", "typescript"], { stdio: "inherit" });
    console.log(`TypeScript strict, ${moduleResolution}: compiles`);
    const file = join(project, "typescript", "claim.ts");
    const used = ["chongqing.majorIllnessBenefit", "yuan(", "assessClaim(", "decide("];
    expectOutput(`what an editor says of ${used.join(" ")}`, hovers(file, used).every(Boolean), true);
  }
} finally {
  rmSync(project, { recursive: true });
}
