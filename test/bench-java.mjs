// A batch of 100 000 claims through the Java client, beside the command alone on the same claims. Usage: npm run bench (after npm run build)
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const count = 100_000;
const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), "huimin-java-"));
const file = join(folder, "claims.ndjson");
const facts = {
  enrolledFrom: "2020-11-01",
  occurredOn: "2021-03-02",
  dischargedOn: "2021-03-09",
  inpatient: true,
  causedByIllness: true,
  settledOneStop: true,
};
const claim = (id) => {
  const fen = 300_000 + ((id * 7_919) % 30_000_000);
  const loss = { outOfCatalogueToDate: `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}` };
  return JSON.stringify({ id, rule: "chongqing.assessClaim", input: { cover: "majorIllness", facts, loss } });
};
const command = [process.execPath, "dist/cli/huimin.js", "run"];

/** Seconds that a program takes, its input and output in files. */
function timed([program, ...args], input) {
  const [from, to] = [openSync(input, "r"), openSync(join(folder, "out"), "w")];
  const begun = performance.now();
  const { status } = spawnSync(program, args, { stdio: [from, to, "inherit"] });
  const seconds = (performance.now() - begun) / 1000;
  for (const each of [from, to]) closeSync(each);
  if (status !== 0) throw new Error(`${program}: status ${status}`);
  return seconds;
}

try {
  const sources = ["AssessClaims", "HuiminClient", "Json", "RuleRecord", "Answer"].map(
    (name) => `examples/java/${name}.java`,
  );
  execFileSync("javac", ["--release", "17", "-d", folder, ...sources], { stdio: "inherit" });
  writeFileSync(file, Array.from({ length: count }, (_, id) => `${claim(id)}\n`).join(""));
  const java = ["java", "-Xmx256m", "-cp", folder, "AssessClaims", file, ...command];
  // One after the other in turn, and the best of each: others use the machine too.
  const times = Array.from({ length: rounds }, () => [timed(command, file), timed(java, file)]);
  const [alone, client] = [0, 1].map((which) => Math.min(...times.map((each) => each[which])));
  const rate = (seconds) => `${Math.round(count / seconds)} claims/s`.padStart(18);
  console.log(`${"huimin run".padEnd(24)}${rate(alone)}`);
  console.log(
    `${"through Java, -Xmx256m".padEnd(24)}${rate(client)}  ${((client / alone - 1) * 100).toFixed(1)} % longer`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
