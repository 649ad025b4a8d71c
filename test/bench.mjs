// Speed as ratios within one run: the Chongqing major-illness benefit as a rule, against the same tiers on bare decimal.js and
// on hand-written integer fen. Usage: npm run bench
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { compileFunction } from "node:vm";
import { Decimal } from "decimal.js";
import { do_not_optimize, measure } from "mitata";
import { chongqing } from "huimin-rules";

const { assessClaim, majorIllnessBenefit } = chongqing;

/** The same amounts for every contender: spread over all tiers and the limit. */
const totals = Array.from({ length: 1024 }, (_, index) => (((index * 7_919) % 50_000_000) + 1) / 100);
const inputs = totals.map((total) => ({ outOfCatalogueToDate: total.toFixed(2) }));
const parsed = inputs.map((input) => majorIllnessBenefit.input.parse(input));
const claims = inputs.map((loss) => ({
  cover: "majorIllness",
  facts: {
    enrolledFrom: "2020-11-01",
    occurredOn: "2021-03-02",
    inpatient: true,
    causedByIllness: true,
    settledOneStop: true,
  },
  loss,
}));

const [low, middle] = [new Decimal(10_000), new Decimal(50_000)];
const [deductible, limit, zero] = [new Decimal(3_000), new Decimal(150_000), new Decimal(0)];

function onDecimal({ outOfCatalogueToDate }) {
  const base = Decimal.max(new Decimal(outOfCatalogueToDate).minus(deductible), zero);
  return Decimal.min(
    Decimal.min(base, low)
      .times("0.25")
      .plus(Decimal.max(Decimal.min(base, middle).minus(low), zero).times("0.30"))
      .plus(Decimal.max(base.minus(middle), zero).times("0.35")),
    limit,
  ).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

function onFen({ outOfCatalogueToDate }) {
  const [whole, fraction = ""] = outOfCatalogueToDate.split(".");
  const base = Math.max(Number(whole) * 100 + Number(fraction.padEnd(2, "0")) - 300_000, 0);
  const hundredths =
    Math.min(base, 1_000_000) * 25 +
    Math.max(Math.min(base, 5_000_000) - 1_000_000, 0) * 30 +
    Math.max(base - 5_000_000, 0) * 35;
  return Math.min(Math.floor((hundredths + 50) / 100), 15_000_000);
}

for (const input of inputs) {
  const { fen } = majorIllnessBenefit(input).amount;
  assert.equal(fen, onFen(input));
  assert.equal(fen, onDecimal(input).times(100).toNumber());
}

const contenders = {
  "rule(input), validated, with its lines": (index) => majorIllnessBenefit(inputs[index]),
  "rule.evaluate(parsed), with its lines": (index) => majorIllnessBenefit.evaluate(parsed[index]),
  "bare decimal.js, the amount alone": (index) => onDecimal(inputs[index]),
  "hand-written integer fen, the amount alone": (index) => onFen(inputs[index]),
  "assessClaim, validated": (index) => assessClaim(claims[index]),
};

const rounds = 5;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, run] of Object.entries(contenders)) {
    let index = 0;
    const { p50 } = await measure(() => do_not_optimize(run((index = (index + 1) % inputs.length))), {
      batch_unroll: 1,
      min_cpu_time: 300e6,
    });
    times[name].push(p50);
  }
}

const base = times["bare decimal.js, the amount alone"];
console.log("median of", rounds, "rounds; ratio to bare decimal.js of the same round");
for (const [name, spent] of Object.entries(times)) {
  const ratio = median(spent.map((time, round) => base[round] / time));
  console.log(
    `${name.padEnd(44)} ${(1000 / median([...spent])).toFixed(3).padStart(8)} M/s  ${ratio.toFixed(2).padStart(7)} x`,
  );
}

// A column of cells through the built spreadsheet file, as one range, beside the direct calls on the same amounts as text.
const rows = 100_000;
const column = Array.from({ length: rows }, (_, index) => [totals[index % totals.length]]);
const texts = column.map(([total]) => ({ outOfCatalogueToDate: total.toFixed(2) }));
const { call } = compileFunction(`${readFileSync("dist/spreadsheet/huimin.js", "utf8")}; return HUIMIN;`)();
const range = () => call("CQ_MAJOR_ILLNESS", [column]);
const direct = () => texts.map((input) => [majorIllnessBenefit(input).amount.toNumber()]);
assert.deepEqual(range(), direct());

function rowsASecond(run) {
  const spent = Array.from({ length: rounds }, () => {
    const start = performance.now();
    do_not_optimize(run());
    return performance.now() - start;
  });
  return `${Math.round(rows / (median(spent) / 1000)).toLocaleString("en")} rows/s`;
}
console.log(
  `CQ_MAJOR_ILLNESS over ${rows.toLocaleString("en")} rows as one range: ${rowsASecond(range)}; direct: ${rowsASecond(direct)}`,
);
