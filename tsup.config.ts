import { defineConfig } from "tsup";

export default defineConfig({
  entry: [
    "src/index.ts",
    "src/core/index.ts",
    "src/chongqing/index.ts",
    "src/lishui/index.ts",
    "src/zhumadian/index.ts",
    "src/luozhuang/index.ts",
  ],
  tsconfig: "src/tsconfig.json",
  format: ["esm", "cjs"],
  target: "node20",
  // One Money class across all entries, in CJS too.
  splitting: true,
  clean: true,
  sourcemap: false,
  // tsup still passes baseUrl to TypeScript 6.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
