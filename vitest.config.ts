import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^huimin-rules$/, replacement: source("index.ts") },
      { find: /^huimin-rules\/(\w+)$/, replacement: source("$1/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // The library keeps nothing between calls, so files may share a process; a process each takes three times as long.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
