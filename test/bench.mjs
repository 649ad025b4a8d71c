// Speed as ratios within one run: the Chongqing major-illness benefit as a rule, against the same tiers on bare decimal.js and
// on hand-written integer fen; a claim, against a bare rules engine that decides the same conditions; working days, against another
// calendar. Usage: npm run bench
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { compileFunction } from "node:vm";
import { Decimal } from "decimal.js";
import { do_not_optimize, measure } from "mitata";
import chineseDays from "chinese-days";
import { Engine } from "json-rules-engine";
import { addWorkingDays, agreementFrom, chongqing, chinaHolidayNotices } from "huimin-rules";

const { findWorkday } = chineseDays;
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

// The conditions of 二 and 三(二) alone: no amounts, no words, no validation.
const engine = new Engine([
  {
    conditions: {
      all: [
        { fact: "occurredOn", operator: "notBefore", value: "2020-11-01" },
        { fact: "occurredOn", operator: "notAfter", value: "2021-12-31" },
        { fact: "enrolledFrom", operator: "notAfter", value: { fact: "occurredOn" } },
        { fact: "inpatient", operator: "equal", value: true },
        { fact: "causedByIllness", operator: "equal", value: true },
        { fact: "settledOneStop", operator: "equal", value: true },
      ],
    },
    event: { type: "eligible" },
  },
]);
engine.addOperator("notBefore", (fact, value) => fact >= value);
engine.addOperator("notAfter", (fact, value) => fact <= value);
assert.deepEqual(
  (await engine.run(claims[0].facts)).events.map(({ type }) => type),
  [assessClaim(claims[0]).eligibility.outcome],
);

/** A contract that agrees on what the document says, so that the same is computed under it. */
const agreement = agreementFrom({
  id: "bench",
  title: { zh: "示例合同", en: "Example agreement" },
  programme: "chongqing",
  document: "渝民〔2020〕238号",
});
const underAgreement = { agreement };
for (const input of inputs.slice(0, 16)) {
  const [bare, under] = [majorIllnessBenefit(input), majorIllnessBenefit(input, underAgreement)];
  assert.deepEqual(JSON.parse(JSON.stringify({ ...under, basis: bare.basis })), JSON.parse(JSON.stringify(bare)));
}

/** Days of the calendar's own years, so that every one can be counted. */
const days = chinaHolidayNotices
  .flatMap(({ year }) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}-15`))
  .slice(0, -1);
for (const day of days) assert.equal(addWorkingDays(day, 7), findWorkday(7, day));

const each = (list, run) => {
  let index = 0;
  return () => do_not_optimize(run(list[(index = (index + 1) % list.length)]));
};

const eachAwaited = (list, run) => {
  let index = 0;
  return async () => do_not_optimize(await run(list[(index = (index + 1) % list.length)]));
};

/** What is compared with what, and the least ratio that it shall have. */
const comparisons = [
  ["rule(input), validated, with its lines", each(inputs, majorIllnessBenefit), "decimal", 8],
  ["rule.evaluate(parsed), with its lines", each(parsed, (input) => majorIllnessBenefit.evaluate(input)), "decimal"],
  ["hand-written integer fen, the amount alone", each(inputs, onFen), "decimal"],
  ["assessClaim, validated, with reasons", each(claims, (claim) => assessClaim(claim)), "engine", 4],
  ["rule(input, { agreement })", each(inputs, (input) => majorIllnessBenefit(input, underAgreement)), "decimal", 8],
  [
    "rule(input, { agreement }), beside none",
    each(inputs, (input) => majorIllnessBenefit(input, underAgreement)),
    "none",
  ],
  ["addWorkingDays(day, 7)", each(days, (day) => addWorkingDays(day, 7)), "calendar", 20],
];
const peers = {
  decimal: ["bare decimal.js, the amount alone", each(inputs, onDecimal)],
  none: ["rule(input), without options", each(inputs, (input) => majorIllnessBenefit(input))],
  // It decides asynchronously, so each decision is waited for.
  engine: ["json-rules-engine, the outcome alone", eachAwaited(claims, ({ facts }) => engine.run(facts))],
  calendar: ["chinese-days findWorkday(7, day)", each(days, (day) => findWorkday(7, day))],
};

const rounds = 5;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const timed = async (run) => (await measure(run, { batch_unroll: 1, min_cpu_time: 300e6 })).p50;

const spent = new Map();
for (let round = 0; round < rounds; round += 1) {
  for (const [name, run] of [...Object.values(peers), ...comparisons]) {
    spent.set(name, [...(spent.get(name) ?? []), await timed(run)]);
  }
}

const row = (name, text) =>
  console.log(`${name.padEnd(44)} ${(1000 / median(spent.get(name))).toFixed(3).padStart(8)} M/s  ${text}`);
console.log(`median of ${rounds} rounds; each ratio is to the peer of the same round`);
for (const [peer, [name]] of Object.entries(peers)) {
  row(name, "");
  for (const [own, , against, least] of comparisons) {
    if (against !== peer) continue;
    const ratio = median(spent.get(own).map((time, round) => spent.get(name)[round] / time));
    const aim = least === undefined ? "" : `  aim ${least} x${ratio < least ? ": MISSED" : ""}`;
    row(own, `${ratio.toFixed(2).padStart(7)} x${aim}`);
  }
}

// A month's roster of any size: the time of a row must not grow with the number of rows.
const person = {
  categories: ["orphan"],
  insuredByPovertyCover: false,
  enrolledUnderAnotherCategory: false,
  area: "渝北",
};
function timeOfRow(rows) {
  const roster = Array.from({ length: rows }, (_, index) => ({ id: `P${index}`, ...person }));
  const enrolled = roster.slice(rows / 2).map(({ id }) => id);
  const plan = () => chongqing.planEnrolment({ month: "2021-03", roster, enrolled, explainAll: false });
  assert.equal(plan().toAdd.length, rows / 2);
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    do_not_optimize(plan());
    return performance.now() - start;
  });
  return median(times) / rows;
}
const [few, many] = [5_000, 80_000];
const growth = timeOfRow(many) / timeOfRow(few);
const mostGrowth = 2;
console.log(
  `planEnrolment, the time of a row among ${many.toLocaleString("en")} beside that among ${few.toLocaleString("en")}: ${growth.toFixed(2)} x  aim at most ${mostGrowth} x${growth > mostGrowth ? ": MISSED" : ""}`,
);

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
