/*
 * 罗庄: one hospital bill of 100 000 through the five payers, the same bill without entitlement, and the year's settlement, by
 * 罗扶办发〔2020〕6号. The amounts are made up.
 */
import { explain, luozhuang, type Locale } from "huimin-rules";

const words = {
  bill: { zh: "一张 100000 元的住院账单：由谁承担多少", en: "One hospital bill of 100 000: who bears what" },
  barred: {
    zh: "同一账单，在市域内非定点医疗机构就医且未办理转诊",
    en: "The same bill, in the city, not designated and not referred",
  },
  accident: { zh: "意外伤害", en: "An accident" },
  settlement: { zh: "年度结余调剂与下一年度保费（金额为示例）", en: "The year's settlement and the next premium" },
  open: { zh: "方案未规定的事项", en: "What the plan leaves open" },
} as const;

const bill = {
  totalExpenses: "100000",
  inScopeExpenses: "92000",
  basicPaid: "55000",
  criticalIllnessPaid: "10000",
};
const person = { status: "liftedFromPovertyWithBenefits", occurredOn: "2020-05-01" } as const;
const careIn = (institution: string) =>
  ({ setting: "inpatient", designatedInstitution: luozhuang.isDesignated(institution) }) as const;

/** The whole example as text. */
export function luozhuangExample(locale: Locale): string {
  const heading = (name: keyof typeof words) => `\n== ${words[name][locale]} ==`;
  const said = (result: Parameters<typeof explain>[0]) => explain(result, { locale });

  const stay = luozhuang.assessClaim({
    cover: "medicalSupplement",
    facts: { ...person, ...careIn("罗庄中心医院"), place: "district" },
    loss: bill,
    dates: { claimReceivedOn: "2020-06-01" },
  });
  const barred = luozhuang.assessClaim({
    cover: "medicalSupplement",
    facts: { ...person, ...careIn("某民营医院"), place: "city", referral: "none" },
    loss: bill,
  });
  const accident = luozhuang.assessClaim({
    cover: "accident",
    facts: { ...person, accidental: true },
    loss: { disabilityGrade: 7, medicalExpenses: "6200.50" },
  });
  const year = luozhuang.settle({
    insuranceLines: [
      { line: "medicalSupplement", premium: "1000000", claims: "1100000" },
      { line: "accident", premium: "300000", claims: "120000" },
    ],
  });

  return [
    `== ${luozhuang.policy.title[locale]} ${luozhuang.policy.document.number} ==`,
    heading("bill"),
    said(stay),
    luozhuang.institutionReimbursementDeadline({ advancedOn: "2020-05-20" }).text[locale],
    heading("barred"),
    said(barred),
    heading("accident"),
    said(accident),
    heading("settlement"),
    said(year),
    said(luozhuang.premiumDue({ standard: "500000", carriedForward: year.carriedForward })),
    heading("open"),
    ...Object.values(luozhuang.unspecified).map(({ clause, text }) => `  ${clause.path}  ${text[locale]}`),
  ].join("\n");
}
