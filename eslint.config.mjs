import { existsSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

/** A programme is a folder with norms. */
const programmes = readdirSync("src").filter((name) => existsSync(`src/${name}/norms.ts`));

/** Nothing in `src` may read the clock, chance, the environment or the network, or make a number of a policy its own. */
const pure = {
  "no-restricted-globals": [
    "error",
    ...[
      "process",
      "Buffer",
      "global",
      "globalThis",
      "window",
      "document",
      "fetch",
      "setTimeout",
      "setInterval",
      "crypto",
    ],
    ...["performance", "Date", "require", "Intl", "localStorage", "XMLHttpRequest", "WebSocket"],
  ],
  "no-restricted-properties": ["error", { object: "Math", property: "random" }],
};

const message = "src uses no Node API and no clock";
const noNode = builtinModules.map((name) => ({ name, message }));
const noNodeUrls = { group: ["node:*", "date-fns/constructNow"], message };

const imports = (...patterns) => ({
  "@typescript-eslint/no-restricted-imports": ["error", { paths: noNode, patterns: [noNodeUrls, ...patterns] }],
});

const upwards = { group: ["**/catalogue.js", "../index.js"], message: "core and programmes import nothing above them" };

const policyValue = {
  group: ["./policy.js"],
  importNames: ["policy"],
  message:
    "a rule reads the policy it was called with (context.policy); only programme.ts makes rules from the module's own",
};

const noDynamicImport = { selector: "ImportExpression", message: "src imports nothing at run time" };

export default tseslint.config(
  { ignores: ["**/dist", "docs/api", "docs/.vitepress/{staged,cache}", "coverage", "examples/**/node_modules"] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["*.mjs", "test/*.mjs"] } } },
    rules: {
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allow: [{ from: "file", name: ["Money", "Rate"] }] },
      ],
      // Its advice, `!`, is forbidden by no-non-null-assertion.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-invalid-void-type": ["error", { allowAsThisParameter: true }],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  { files: ["src/**"], rules: { ...pure, ...imports(), "no-restricted-syntax": ["error", noDynamicImport] } },
  {
    // The command, and what builds the files of a host, may use Node; the pane of a host is a page.
    files: ["src/cli/**", "src/**/build.ts", "src/spreadsheet/pane/**"],
    rules: { "no-restricted-globals": "off", "@typescript-eslint/no-restricted-imports": "off" },
  },
  {
    files: ["src/core/**"],
    rules: imports(upwards, { group: programmes.map((name) => `**/${name}/**`), message: "core imports no programme" }),
  },
  ...programmes.map((own) => ({
    files: [`src/${own}/**`],
    rules: imports(upwards, {
      group: programmes.filter((name) => name !== own).map((name) => `**/${name}/**`),
      message: "programmes never import each other",
    }),
  })),
  ...programmes.map((own) => ({
    files: [`src/${own}/**`],
    ignores: ["src/*/{programme,rules,index}.ts"],
    rules: imports(upwards, policyValue, {
      group: programmes.filter((name) => name !== own).map((name) => `**/${name}/**`),
      message: "programmes never import each other",
    }),
  })),
  {
    // Numbers of a policy stand in policy.ts, and those of its annex in annex.ts, only.
    files: programmes.map((name) => `src/${name}/**`),
    ignores: ["src/*/policy.ts", "src/*/annex.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        noDynamicImport,
        {
          selector: "Literal[raw=/^[0-9.]/]:not([value=0]):not([value=1])",
          message: "numbers of a policy stand in policy.ts",
        },
        {
          selector: "Literal[value=/^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/]",
          message: "days of a policy stand in policy.ts",
        },
        {
          selector: "NewExpression[callee.name='Rate'] > Literal",
          message: "rates of a policy stand in policy.ts",
        },
        {
          selector: "CallExpression[callee.name=/^(yuan|fen|percent|rate|provision)$/]",
          message: "amounts and rates of a policy stand in policy.ts",
        },
      ],
    },
  },
  {
    files: ["**/*.mjs", "*.ts"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: { Buffer: "readonly", console: "readonly", process: "readonly", performance: "readonly" },
    },
  },
);
