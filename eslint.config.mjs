import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

const programmes = ["zhumadian", "luozhuang", "lishui", "chongqing"];

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
    ...["performance", "Date", "require", "localStorage", "XMLHttpRequest", "WebSocket"],
  ],
  "no-restricted-properties": ["error", { object: "Math", property: "random" }],
};

const noNode = { group: ["node:*", "fs", "path", "os", "crypto", "child_process"], message: "src uses no Node API" };

const imports = (...patterns) => ({
  "@typescript-eslint/no-restricted-imports": ["error", { patterns: [noNode, ...patterns] }],
});

export default tseslint.config(
  { ignores: ["dist", "docs/api", "coverage", "examples/**/node_modules"] },
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
  { files: ["src/**"], rules: { ...pure, ...imports() } },
  {
    files: ["src/core/**"],
    rules: imports({ group: programmes.map((name) => `**/${name}/**`), message: "core imports no programme" }),
  },
  ...programmes.map((own) => ({
    files: [`src/${own}/**`],
    rules: imports({
      group: programmes.filter((name) => name !== own).map((name) => `**/${name}/**`),
      message: "programmes never import each other",
    }),
  })),
  {
    // Numbers of a policy stand in policy.ts only.
    files: programmes.map((name) => `src/${name}/**`),
    ignores: ["src/*/policy.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "Literal[raw=/^[0-9][0-9._]*$/]:not([value=0]):not([value=1])",
          message: "numbers of a policy stand in policy.ts",
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
    languageOptions: { globals: { console: "readonly", process: "readonly", performance: "readonly" } },
  },
);
