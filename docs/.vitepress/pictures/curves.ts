import { chongqing, luozhuang, zhumadian, type AnyRule, type Locale, type Money, type Text } from "huimin-rules";
import agreement from "../../../examples/agreements/lishui.json" with { type: "json" };
import { headlineOf, inYuan } from "../client/outcome.js";
import { grouped, says } from "../source/page.js";
import { figure } from "./chart.js";

/*
 * What a benefit pays over its main amount, with its thresholds marked; over words or grades, as bars.
 */

export type Pictures = Readonly<Record<string, (rule: AnyRule, locale: Locale) => string>>;

/** Where something changes, and what. */
interface Mark {
  readonly at: number;
  readonly text: Text;
}

interface Curve {
  /** The amount that grows, and its end in yuan. */
  readonly field: string;
  readonly to: number;
  /** What is given besides. */
  readonly given?: Readonly<Record<string, unknown>>;
  readonly marks: readonly Mark[];
}

const amountOf = (rule: AnyRule, input: object): number => {
  const outcome = rule.safe(input);
  if (!outcome.ok) throw new Error(`${rule.id} refuses ${JSON.stringify(input)}: ${outcome.error.message}`);
  return Number(String(headlineOf(outcome.value)?.amount));
};

const labelOf = (rule: AnyRule, name: string): Text => {
  const { fields } = rule;
  const field = "fields" in fields ? fields.fields[name] : undefined;
  return field?.label ?? { zh: name, en: name };
};

const plain = (value: number) => grouped(String(value));

/** How many steps a curve has besides its thresholds. */
const steps = 100;

function curveOf(rule: AnyRule, { field, to, given = {}, marks }: Curve, locale: Locale): string {
  const t = says(locale);
  const known = marks.filter(({ at }) => at <= to);
  const even = Array.from({ length: steps + 1 }, (_, index) => Math.round((to * index) / steps));
  // A fen below each threshold, so that a step is a step.
  const places = [...new Set([...even, ...known.flatMap(({ at }) => [Math.max(0, at - 0.01), at])])].sort(
    (a, b) => a - b,
  );
  const points = places.map((at) => [at, amountOf(rule, { ...given, [field]: at.toFixed(2) })] as const);
  const label = labelOf(rule, field)[locale];
  const shown = [...new Set([0, ...known.flatMap(({ at }) => [Math.max(0, at - 0.01), at]), to / 2, to])].sort(
    (a, b) => a - b,
  );
  const notes = new Map(known.map(({ at, text }) => [at, text[locale]]));
  return figure(
    {
      caption: t(`${rule.title.zh}：应付金额随“${label}”的变化`, `${rule.title.en}: what is payable over “${label}”`),
      option: {
        grid: { left: 80, right: 40, top: 40, bottom: 55 },
        xAxis: {
          type: "value",
          max: to,
          name: `${label}${t("（元）", " (yuan)")}`,
          nameLocation: "middle",
          nameGap: 32,
          axisLabel: { formatter: plain },
        },
        yAxis: { type: "value", name: t("应付（元）", "payable (yuan)"), axisLabel: { formatter: plain } },
        series: [
          {
            type: "line",
            showSymbol: false,
            lineStyle: { width: 3 },
            data: points.map((point) => [...point]),
            markLine: {
              symbol: "none",
              silent: true,
              lineStyle: { color: "#5a6575", type: "dashed" },
              data: known.map(({ at, text }) => ({
                xAxis: at,
                label: { formatter: text[locale], position: "insideEndBottom", fontSize: 12 },
              })),
            },
          },
        ],
      },
      head: [label, t("应付", "Payable"), t("说明", "What it is")],
      rows: shown.map((at) => [
        inYuan(at.toFixed(2), locale),
        inYuan(amountOf(rule, { ...given, [field]: at.toFixed(2) }).toFixed(2), locale),
        notes.get(at) ?? "",
      ]),
    },
    locale,
  );
}

/** What a benefit pays for each word or grade. */
function barsOf(
  rule: AnyRule,
  field: string,
  values: readonly { readonly value: unknown; readonly text: Text }[],
  locale: Locale,
): string {
  const t = says(locale);
  const label = labelOf(rule, field)[locale];
  const amounts = values.map(({ value }) => amountOf(rule, { [field]: value }));
  return figure(
    {
      caption: t(`${rule.title.zh}：各“${label}”的应付金额`, `${rule.title.en}: what is payable by “${label}”`),
      option: {
        grid: { left: 80, right: 30, top: 60, bottom: 50 },
        xAxis: {
          type: "category",
          data: values.map(({ text }) => text[locale]),
          name: label,
          nameLocation: "middle",
          nameGap: 30,
        },
        yAxis: { type: "value", nameGap: 28, name: t("应付（元）", "payable (yuan)"), axisLabel: { formatter: plain } },
        series: [
          {
            type: "bar",
            barMaxWidth: 44,
            data: amounts,
            label: { show: true, position: "top", formatter: ({ value }: { value: number }) => plain(value) },
          },
        ],
      },
      head: [label, t("应付", "Payable")],
      rows: values.map(({ text }, index) => [text[locale], inYuan((amounts[index] ?? 0).toFixed(2), locale)]),
      height: 300,
    },
    locale,
  );
}

const grades = Array.from({ length: 10 }, (_, index) => index + 1).map((grade) => ({
  value: grade,
  text: { zh: `${grade} 级`, en: `grade ${grade}` },
}));

const number = (money: Money) => Number(String(money));
const limit = (money: Money): Mark => ({
  at: number(money),
  text: { zh: `限额 ${plain(number(money))}`, en: `limit ${plain(number(money))}` },
});

/** Death and disability by grade, and medical costs up to their limit. */
const harm =
  (field: string, most: Money) =>
  (rule: AnyRule, locale: Locale): string =>
    barsOf(rule, "disabilityGrade", grades, locale) +
    curveOf(rule, { field, to: 2 * number(most), marks: [limit(most)] }, locale);

const { terms: cq } = chongqing.policy;
const { terms: zmd } = zhumadian.policy;
const { terms: lz } = luozhuang.policy;

/** Where a tier of the major-illness supplement ends, in costs before the deductible. */
function majorIllnessMarks(): Mark[] {
  const { deductible, tiers, annualLimit } = cq.majorIllness;
  const from = number(deductible.value);
  const ends = tiers.value.flatMap(({ upTo, rate }) => (upTo == null ? [] : [{ end: number(upTo), rate }]));
  const last = tiers.value.at(-1);
  // The costs at which the limit is reached: what is left of it after the closed tiers, by the last rate.
  let paid = 0;
  let below = 0;
  for (const { end, rate } of ends) {
    paid += (end - below) * Number(String(rate));
    below = end;
  }
  const reached = from + below + (number(annualLimit.value) - paid) / Number(String(last?.rate ?? 1));
  return [
    { at: from, text: { zh: `起付 ${plain(from)}`, en: `deductible ${plain(from)}` } },
    ...ends.map(({ end }) => ({
      at: from + end,
      text: { zh: `分段 ${plain(from + end)}`, en: `tier ${plain(from + end)}` },
    })),
    {
      at: Math.ceil(reached),
      text: { zh: `封顶 ${plain(number(annualLimit.value))}`, en: `limit ${plain(number(annualLimit.value))}` },
    },
  ];
}

const supplementary = agreement.terms.supplementaryMedical;

export const curves: Pictures = {
  "chongqing.majorIllnessBenefit": (rule, locale) =>
    curveOf(rule, { field: "outOfCatalogueToDate", to: 100_000, marks: majorIllnessMarks() }, locale) +
    curveOf(rule, { field: "outOfCatalogueToDate", to: 500_000, marks: majorIllnessMarks().slice(-1) }, locale),
  "chongqing.accidentBenefit": harm("medicalSelfPaid", cq.accident.medicalLimit.value),
  "chongqing.educationGrant": (rule, locale) =>
    barsOf(
      rule,
      "level",
      Object.entries(chongqing.levels).map(([value, text]) => ({ value, text })),
      locale,
    ),
  "luozhuang.accidentBenefit": harm("medicalExpenses", lz.accident.medicalLimit.value),
  "lishui.supplementaryMedicalBenefit": (rule, locale) =>
    curveOf(
      rule,
      {
        field: "selfPaidToDate",
        to: 150_000,
        given: { schedule: supplementary.schedule, deductible: supplementary.deductible },
        marks: [
          {
            at: Number(supplementary.deductible),
            text: { zh: "起付标准（示例合同）", en: "deductible (example contract)" },
          },
          ...supplementary.schedule.flatMap((tier) =>
            "upTo" in tier
              ? [
                  {
                    at: Number(supplementary.deductible) + Number(tier.upTo),
                    text: { zh: "分段（示例合同）", en: "tier (example contract)" },
                  },
                ]
              : [],
          ),
        ],
      },
      locale,
    ),
  "zhumadian.hardshipIllnessBenefit": (rule, locale) => {
    const step = number(zmd.hardshipIllness.step.value);
    return curveOf(
      rule,
      {
        field: "eligibleExpenses",
        to: 3 * step,
        marks: [{ at: step, text: { zh: `满 ${plain(step)}`, en: `from ${plain(step)}` } }],
      },
      locale,
    );
  },
  "zhumadian.goodSamaritanBenefit": harm("medicalExpenses", zmd.goodSamaritan.medicalLimit.value),
  "zhumadian.massAccidentBenefit": harm("medicalExpenses", zmd.massAccident.medicalLimit.value),
  "zhumadian.naturalDisasterBenefit": (rule, locale) =>
    harm("medicalExpenses", zmd.naturalDisaster.medicalLimit.value)(rule, locale) +
    curveOf(
      rule,
      {
        field: "propertyLoss",
        to: 2 * number(zmd.naturalDisaster.propertyLimit.value),
        given: { householdCasualty: false },
        marks: [limit(zmd.naturalDisaster.propertyLimit.value)],
      },
      locale,
    ),
  "zhumadian.trafficAccidentBenefit": harm("medicalExpenses", zmd.trafficAccident.medicalLimit.value),
  "zhumadian.rescuerBenefit": harm("medicalExpenses", zmd.rescuer.medicalLimit.value),
};
