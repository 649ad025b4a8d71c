import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/*
 * What an editor shows: the documentation and the signature of everything that a user can import, in both styles of import, of the fields
 * of a call's input while it is written, and of the fields of a result. Here it is asked of the source, which is fast; with DECLARATIONS
 * naming a folder such as dist, of the declarations there, which are those that users get.
 */

const root = resolve(import.meta.dirname, "..");

const { DECLARATIONS: built } = process.env;

/** Where the declarations of a module stand. */
const declarationsOf = (module: string) =>
  built === undefined ? `${root}/src/${module}.ts` : resolve(built, `${module}.d.ts`);

const entries: Readonly<Record<string, string>> = {
  "huimin-rules": declarationsOf("index"),
  ...Object.fromEntries(
    ["core", "decide", "chongqing", "lishui", "zhumadian", "luozhuang"].map((name) => [
      `huimin-rules/${name}`,
      declarationsOf(`${name}/index`),
    ]),
  ),
};
const programmes = ["chongqing", "lishui", "zhumadian", "luozhuang"];

/** A vocabulary shows its words and terms, and the steps of a line are many: those are what a user looks for. */
const longestSignature = { ofRules: 700, ofData: 1100 };
const isData = (signature: string) => !/\(input: |: Rule<|Rule</.test(signature);

/** An editor in which a user has many files, so that the library is read but once. */
function editor() {
  const files = new Map<string, string>();
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      types: [],
      paths: Object.fromEntries(Object.entries(entries).map(([name, at]) => [name, [at]])),
    },
    root,
  );
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (of) => ts.getDefaultLibFilePath(of),
    getScriptFileNames: () => [...files.keys()],
    getScriptVersion: () => "0",
    getScriptSnapshot(name) {
      const content = files.get(name) ?? ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  });

  /** A text in an editor, with the places where `‸` stood. */
  function open(given: string): Place[] {
    const file = `${root}/test/user-${files.size}.ts`;
    const places: Place[] = [];
    const text = given.replace(/‸/g, (_, at: number) => {
      places.push({ file, at: at - places.length });
      return "";
    });
    files.set(file, text);
    return places;
  }

  return {
    open,
    /** What an editor shows at a place. */
    hover({ file, at }: Place): Hover {
      const info = service.getQuickInfoAtPosition(file, at);
      const [signature, documentation] = [info?.displayParts, info?.documentation].map(ts.displayPartsToString);
      return { signature: signature ?? "", documentation: documentation ?? "" };
    },
    /** The documentation that an editor shows of a name that it offers at a place; empty when it does not offer it. */
    offered: ({ file, at }: Place, name: string): string =>
      ts.displayPartsToString(
        service.getCompletionEntryDetails(file, at, name, {}, undefined, {}, undefined)?.documentation,
      ),
  };
}

/** What the entries export. */
function exportsOf(): ReadonlyMap<string, readonly Exported[]> {
  const program = ts.createProgram(Object.values(entries), {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noLib: true,
    noCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  return new Map(
    Object.entries(entries).map(([entry, at]) => {
      const source = program.getSourceFile(at) as ts.SourceFile;
      const found = checker.getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol);
      const all = found.map((symbol) => {
        const { flags } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
        const [isValue, isModule] = [flags & ts.SymbolFlags.Value, flags & ts.SymbolFlags.Module].map(Boolean);
        return { name: symbol.name, isValue: isValue === true, isModule: isModule === true };
      });
      return [entry, all];
    }),
  );
}

interface Place {
  readonly file: string;
  readonly at: number;
}

interface Hover {
  readonly signature: string;
  readonly documentation: string;
}

interface Exported {
  readonly name: string;
  readonly isValue: boolean;
  readonly isModule: boolean;
}

/** The first sentence of a documentation: up to its full stop, in Chinese or English. */
const firstSentence = (documentation: string) => /^[^。]*?(?:。|\.(?:\s|$)|$)/s.exec(documentation)?.[0] ?? "";

const isChinese = (text: string) => /\p{Script=Han}/u.test(text.replace(/[（(].*?[）)]/g, ""));

type Style = "by name" | "through the module";

describe("what an editor shows", () => {
  const user = editor();
  const exported = exportsOf();

  /** Opens a file that names every export of an entry; what is shown of each. */
  function naming(entry: string, style: Style): () => [name: string, Hover][] {
    const all = (exported.get(entry) ?? []).filter(
      ({ isModule, isValue }) => !isModule && (isValue || style === "by name"),
    );
    const module = entry.split("/")[1] ?? "";
    const places = user.open(
      style === "by name"
        ? `import { ${all.map(({ name }) => `‸${name}`).join(", ")} } from "${entry}";`
        : `import { ${module} } from "huimin-rules";\n${all.map(({ name }) => `${module}.‸${name};`).join("\n")}`,
    );
    return () => all.map(({ name }, index) => [name, user.hover(places[index] as Place)]);
  }

  const shown = Object.keys(entries).flatMap((entry) => {
    const styles: readonly Style[] = programmes.includes(entry.split("/")[1] ?? "")
      ? ["by name", "through the module"]
      : ["by name"];
    return styles.map((style) => ({ entry, style, exports: naming(entry, style) }));
  });

  for (const { entry, style, exports } of shown) {
    it(`of ${entry}, ${style}: a documentation whose first sentence is Chinese`, () => {
      const without = exports().filter(([, { documentation }]) => !isChinese(firstSentence(documentation)));
      expect(without.map(([name]) => name)).toEqual([]);
    });

    it(`of ${entry}, ${style}: a signature that can be read`, () => {
      const limit = (signature: string) => longestSignature[isData(signature) ? "ofData" : "ofRules"];
      const long = exports().filter(([, { signature }]) => signature.length > limit(signature));
      expect(long.map(([name, { signature }]) => `${name}: ${signature.length}`)).toEqual([]);
    });
  }

  const named: Readonly<Record<string, readonly [rule: string, type: string][]>> = {
    chongqing: [
      ["assessClaim", "ChongqingClaim"],
      ["assessClaim", "ChongqingAssessment"],
      ["checkEligibility", "ChongqingFacts"],
    ],
    lishui: [
      ["assessClaim", "LishuiClaim"],
      ["assessClaim", "LishuiAssessment"],
      ["checkEligibility", "LishuiFacts"],
      ["checkSubsidy", "LishuiSubsidyFacts"],
    ],
    zhumadian: [
      ["assessClaim", "ZhumadianClaim"],
      ["checkEligibility", "ZhumadianFacts"],
    ],
    luozhuang: [
      ["assessClaim", "LuozhuangClaim"],
      ["checkEligibility", "LuozhuangFacts"],
    ],
  };
  for (const { entry, style, exports } of shown) {
    const expected = named[entry.split("/")[1] ?? ""];
    if (expected === undefined) continue;
    it(`of ${entry}, ${style}: signatures that name the types of inputs and results`, () => {
      const signatures = new Map(exports());
      for (const [rule, type] of expected) expect(signatures.get(rule)?.signature).toContain(type);
    });
  }

  /** A call as it is being written, with the cursor where its next field is to be named. */
  const calls: Readonly<Record<string, readonly [call: string, fields: readonly string[]][]>> = {
    chongqing: [
      ['assessClaim({ cover: "majorIllness", ‸ })', ["facts", "loss", "dates"]],
      [
        'assessClaim({ cover: "majorIllness", facts: { ‸ } })',
        ["enrolledFrom", "occurredOn", "inpatient", "settledOneStop"],
      ],
      ['assessClaim({ cover: "majorIllness", facts: {}, loss: { ‸ } })', ["outOfCatalogueToDate", "paidToDate"]],
      ['assessClaim({ cover: "accident", facts: {}, dates: { ‸ } })', ["claimReceivedOn", "agreedOn"]],
      ['checkEligibility({ cover: "studentCriticalIllness", ‸ })', ["birthDate", "diagnosedOn", "disease"]],
      [
        "accidentBenefit({ ‸ })",
        ["death", "disabilityGrade", "medicalSelfPaid", "otherPaid", "disabilityPaidBefore", "disabilityPaidToDate"],
      ],
      ["settle({ ‸ })", ["period", "insurers", "allocation", "secondPeriodPremiumDue"]],
      ["settle({ insurers: [{ ‸ }] })", ["name", "premium", "claims"]],
      ["planEnrolment({ ‸ })", ["month", "roster", "enrolled", "leaving", "explainAll"]],
      ["premium({ ‸ })", ["period", "firstMonth"]],
      ["premium({} as never, { ‸ })", ["policy", "readings", "calendar"]],
    ],
    lishui: [
      ['assessClaim({ cover: "supplementaryMedical", facts: { ‸ } })', ["category", "occurredOn", "setting"]],
      ["loanLossShares({ ‸ })", ["principalLoss", "interestLoss"]],
    ],
    zhumadian: [
      ['assessClaim({ cover: "naturalDisaster", facts: { ‸ } })', ["registeredDivision", "contractStartsOn", "peril"]],
      ["naturalDisasterBenefit({ ‸ })", ["death", "medicalExpenses", "propertyLoss"]],
    ],
    luozhuang: [
      ['assessClaim({ cover: "medicalSupplement", facts: { ‸ } })', ["status", "place", "referral"]],
      ["medicalSupplementBenefit({ ‸ })", ["setting", "totalExpenses", "inScopeExpenses"]],
    ],
  };

  const written = Object.entries(calls).flatMap(([programme, each]) =>
    each.flatMap(([call, fields]) =>
      [
        `import { ${programme} } from "huimin-rules";\n${programme}.${call};`,
        `import * as rules from "huimin-rules/${programme}";\nrules.${call};`,
      ].map((text, index) => {
        const [place] = user.open(text);
        return { title: `${index === 0 ? programme : "rules"}.${call}`, place: place as Place, fields };
      }),
    ),
  );
  for (const { title, place, fields } of written) {
    it(`of the fields of a call that is being written: ${title}`, () => {
      expect(fields.filter((field) => user.offered(place, field) === "")).toEqual([]);
    });
  }

  const [field] = user.open(
    'import { assessClaim } from "huimin-rules/chongqing";\n' +
      'assessClaim({ cover: "majorIllness", facts: { ‸inpatient: true } });',
  );
  it("of a field that was written", () => {
    expect(user.hover(field as Place).documentation).not.toBe("");
  });

  const results: readonly [result: string, fields: readonly string[]][] = [
    [
      'chongqing.assessClaim({ cover: "accident", facts: {} })',
      ["payable", "pending", "between", "eligibility", "benefit", "deadlines", "basis"],
    ],
    ["chongqing.majorIllnessBenefit({ outOfCatalogueToDate: 1 })", ["amount", "lines", "parts", "basis"]],
    [
      "chongqing.majorIllnessBenefit({ outOfCatalogueToDate: 1 }).lines[0]!",
      ["amount", "clause", "label", "operation", "operands"],
    ],
    ['chongqing.checkEligibility({ cover: "accident" })', ["outcome", "checks", "missing", "unmet"]],
    [
      'chongqing.settle({ period: "first", insurers: [] })',
      ["refund", "supplement", "insurerResult", "betweenLines", "deducted", "undeducted", "byInsurer"],
    ],
    ['chongqing.planEnrolment({ month: "2021-03", roster: [], enrolled: [] })', ["toAdd", "notAdded"]],
    ["lishui.loanLossShares({ principalLoss: 1, interestLoss: 1 })", ["insurer", "bank"]],
  ];
  const given = results.map(([result, fields]) => {
    const [place] = user.open(`import { chongqing, lishui } from "huimin-rules";\nchongqing; lishui;\n${result}.‸x;`);
    return { result, place: place as Place, fields };
  });
  for (const { result, place, fields } of given) {
    it(`of the fields of a result: ${result}`, () => {
      expect(fields.filter((each) => user.offered(place, each) === "")).toEqual([]);
    });
  }
});

it("the entries are those of the package", () => {
  const { exports } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { exports: object };
  const modules = Object.keys(exports).filter((path) => !/[*]|json$/.test(path));
  expect(modules.map((path) => path.replace(/^\./, "huimin-rules")).sort()).toEqual(Object.keys(entries).sort());
});
