import { badArgument, type PolicyInputError } from "./errors.js";
import { integer, optional } from "./fields.js";
import { percent, type Money, type Rate } from "./money.js";
import { frozen } from "./frozen.js";
import { citing, type Provision } from "./policy.js";
import type { Report } from "./report.js";

/**
 * 伤残等级，1 级最重，10 级最轻。
 * A grade of disability: 1 is the heaviest, 10 the lightest.
 */
export type DisabilityGrade = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/**
 * 各等级的给付比例，自 1 级起。
 * The share of the sum insured for each grade, grade 1 first.
 */
export type DisabilityScale = readonly Rate[];

/**
 * 《人身保险伤残评定标准》的十级给付比例。
 * The ten-grade scale of 《人身保险伤残评定标准》: grade 1 pays 100 %, each grade 10 points less, grade 10 pays 10 %.
 */
export const tenGradeScale = frozen(
  citing("中保协发〔2013〕88号").provision<DisabilityScale>(
    "给付比例",
    ["100", "90", "80", "70", "60", "50", "40", "30", "20", "10"].map((points) => percent(points)),
    { zh: "伤残等级给付比例", en: "Share of the sum insured by disability grade" },
  ),
);

/** The field `disabilityGrade` of a benefit. */
export const disabilityGrade = optional(integer("伤残等级", "Grade of disability", 1, tenGradeScale.value.length));

/** Reports a `disabilityGrade` that a contract's shorter scale does not have. */
export function checkGrade(grade: number | undefined, scale: Provision<DisabilityScale>, report: Report): void {
  const grades = scale.value.length;
  if (grade !== undefined && grade > grades) {
    report(["disabilityGrade"], "OUT_OF_RANGE", `不能大于 ${grades}`, `must not exceed ${grades}`);
  }
}

/** Reports a disability that was paid before beside a death, but is not given again: how the two go together could not be told. */
export function checkPaidDisability(
  harm: { readonly death?: boolean | undefined; readonly disabilityPaidToDate?: Money },
  given: boolean,
  report: Report,
): void {
  if (!given && harm.death && harm.disabilityPaidToDate?.isZero() === false) {
    report(["disabilityGrade"], "MISSING", "填了此前已赔付的伤残，就须填写", "needed beside what was paid for it");
  }
}

function notAGrade(grade: unknown, grades: number): PolicyInputError {
  return badArgument(
    "OUT_OF_RANGE",
    `伤残等级应为 1 至 ${grades} 的整数，不是 ${String(grade)}`,
    `a disability grade is a whole number from 1 to ${grades}, not ${String(grade)}`,
  );
}

/**
 * 伤残等级对应的给付比例（中保协发〔2013〕88号）。
 * The share of the sum insured that a grade of disability gives (中保协发〔2013〕88号).
 *
 * @param grade - 1 (heaviest) to 10.
 * @param scale - Another table, where the contract names one.
 * @throws PolicyInputError for a grade that the scale does not have.
 * @example
 * ```ts
 * disabilityRate(7).toPercent(); // "40%"
 * ```
 */
export function disabilityRate(grade: number, scale: DisabilityScale = tenGradeScale.value): Rate {
  const share = Number.isInteger(grade) ? scale[grade - 1] : undefined;
  if (share === undefined) throw notAGrade(grade, scale.length);
  return share;
}

/**
 * 同一事故多处伤残的合并等级（中保协发〔2013〕88号）。
 * The grade for several disabilities from one accident (中保协发〔2013〕88号): the heaviest one; when two or more share the heaviest,
 * one grade heavier, but never above grade 1. The standard says at most one grade heavier (最多晋升一级): whoever decides that there is
 * no promotion passes `promote: false`.
 *
 * @throws PolicyInputError for an empty list or a grade outside 1 to 10.
 * @example
 * ```ts
 * combinedDisabilityGrade([8, 8, 10]); // 7
 * combinedDisabilityGrade([8, 8, 10], { promote: false }); // 8
 * ```
 */
export function combinedDisabilityGrade(
  grades: readonly number[],
  { promote = true }: { readonly promote?: boolean } = {},
): DisabilityGrade {
  const lightest = tenGradeScale.value.length;
  const wrong = grades.find((grade) => !Number.isInteger(grade) || grade < 1 || grade > lightest);
  if (wrong !== undefined || grades.length === 0) throw notAGrade(wrong, lightest);
  const heaviest = Math.min(...grades);
  const shared = promote && grades.filter((grade) => grade === heaviest).length > 1;
  return Math.max(shared ? heaviest - 1 : heaviest, 1) as DisabilityGrade;
}
