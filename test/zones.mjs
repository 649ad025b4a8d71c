// Runs the whole suite under three time zones: days must not depend on where the machine stands.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

for (const zone of ["Asia/Shanghai", "America/New_York", "Pacific/Apia"]) {
  console.log(`\nTZ=${zone}`);
  const { status } = spawnSync(process.execPath, [vitest, "run", ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, TZ: zone },
  });
  if (status !== 0) process.exit(status ?? 1);
}
