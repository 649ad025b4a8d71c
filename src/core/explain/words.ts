import type { Assessment } from "../claim.js";
import type { Check, Eligibility } from "../eligibility.js";
import type { Text } from "../text.js";

/** Headings and notes. */
export const words = {
  statementIfEligible: { zh: "核算单（元，如符合资格）", en: "Statement (yuan, if eligible)" },
  notCovered: { zh: "不属于保障范围，承保机构不赔付", en: "not covered; the insurer pays nothing" },
  yuan: { zh: "元", en: " yuan" },
  result: { zh: "结论", en: "Result" },
  cover: { zh: "险种", en: "Cover" },
  clause: { zh: "条款", en: "Clause" },
  badInput: { zh: "输入有误", en: "Bad input" },
  outOfCalendar: { zh: "超出工作日历，未计算", en: "outside the work calendar, not counted" },
  amended: { zh: "已调整", en: "amended" },
  floored: { zh: "（最低为 0）", en: " (at least 0)" },
  usual: { zh: "默认", en: "default" },
  chosen: { zh: "另选", en: "chosen instead" },
  none: { zh: "无", en: "none" },
  summary: { zh: "汇总（元）", en: "Summary (yuan)" },
  impacts: { zh: "影响汇总（元）", en: "Impact (yuan)" },
  impact: { zh: "前后对照", en: "Before and after" },
  before: { zh: "原", en: "before" },
  after: { zh: "新", en: "after" },
  unchanged: { zh: "没有变化", en: "nothing changes" },
  difference: { zh: "差额", en: "Difference" },
  severalParts: { zh: "（若干项）", en: "(several parts)" },
  notKnown: { zh: "不明", en: "not known" },
  total: { zh: "合计", en: "Total" },
  ofWhich: { zh: "其中", en: "of which" },
  notStated: { zh: "（未填明）", en: "(not stated)" },
  compared: { zh: "对照读法", en: "Readings compared" },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
} satisfies Record<string, Text>;

/** Whether someone is covered. */
export const outcomes: Record<Eligibility["outcome"], Text> = {
  eligible: { zh: "符合", en: "eligible" },
  ineligible: { zh: "不符合", en: "not eligible" },
  undetermined: { zh: "待查明", en: "not determined yet" },
};

/** What a claim waits for. */
export const pendings: Record<NonNullable<Assessment["pending"]>, Text> = {
  facts: { zh: "待补充事实", en: "pending: facts are missing" },
  loss: { zh: "待补充损失金额", en: "pending: the loss is missing" },
  contract: { zh: "金额由合同约定", en: "pending: the contract sets the amount" },
};

/** The mark before a requirement. */
export const marks: Record<Check["outcome"], string> = { met: "[+]", unmet: "[-]", unknown: "[?]", waived: "[ ]" };
