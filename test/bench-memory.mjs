// Peak memory of `huimin run` on ten thousand, a million and five million records, whole and chosen, one thread and two, lines and
// tables: flat. Usage: npm run bench:memory (after npm run build)
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { clearInterval, setInterval } from "node:timers";

const sizes = process.argv.slice(2).map(Number);
const counts = sizes.length > 0 ? sizes : [10_000, 1_000_000, 5_000_000];
const rule = "chongqing.majorIllnessBenefit";

/** Records, or rows, as they are written. */
const lineOf = (id) => `{"id":${id},"rule":"${rule}","input":{"outOfCatalogueToDate":"${id % 500_000}.25"}}\n`;
const rowOf = (id) => `${id},${id % 500_000}.25\n`;

/** The peak of a process in MB, asked for while it lives. */
const peakOf = (pid) => Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

async function peak(args, count, [header, of]) {
  const child = spawn(process.execPath, ["dist/cli/huimin.js", "run", ...args], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  const closed = once(child, "close");
  let most = 0;
  const look = () => {
    try {
      most = Math.max(most, peakOf(child.pid));
    } catch {
      // It has ended.
    }
  };
  const timer = setInterval(look, 20);
  child.stdin.write(header);
  for (let from = 0; from < count; from += 1000) {
    let text = "";
    for (let id = from; id < from + 1000; id += 1) text += of(id);
    if (!child.stdin.write(text)) await once(child.stdin, "drain");
  }
  look();
  child.stdin.end();
  const [status] = await closed;
  clearInterval(timer);
  if (status !== 0) throw new Error(`huimin run ${args.join(" ")}: status ${status}`);
  return most;
}

const lines = ["", lineOf];
const table = ["id,outOfCatalogueToDate\n", rowOf];
let flat = true;
for (const [name, args, input] of [
  ["whole", [], lines],
  ["chosen", ["--fields", "id,amount"], lines],
  ["chosen, two threads", ["--fields", "id,amount", "--jobs", "2"], lines],
  ["table", [rule, "--from", "csv", "--to", "csv", "--fields", "id,amount"], table],
]) {
  const peaks = [];
  for (const count of counts) peaks.push(await peak(args, count, input));
  console.log(`${name}: ${counts.map((count, index) => `${peaks[index].toFixed(0)} MB on ${count}`).join(", ")}`);
  // Ten thousand end before the heap has taken the size that it keeps: what is flat is what comes after.
  const long = peaks.length > 2 ? peaks.slice(1) : peaks;
  if (Math.max(...long) > Math.min(...long) * 1.1) flat = false;
}
if (!flat) process.exitCode = 1;
