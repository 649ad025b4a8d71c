/*
 * 丽水: a subsidised farm policy, a loan's loss shared, and a medical claim under an example contract, by 丽政办发〔2017〕51号.
 * The contract's figures are made up: the opinion leaves them to the contract.
 */
import { explain, lishui, type Locale } from "huimin-rules";

const words = {
  farm: { zh: "政策性农业保险：保费补助", en: "A farm policy: the premium subsidy" },
  loan: { zh: "扶贫贷款损失：保险机构与银行分摊", en: "A loan's loss: shared by insurer and bank" },
  contract: {
    zh: "示例合同（以下档次、比例、幅度均为示例，不是政策规定）",
    en: "An example contract (its tiers, rates and limits are made up; they are not policy)",
  },
  medical: { zh: "补充医疗保险：按示例合同理赔", en: "A medical claim under the example contract" },
  settlement: {
    zh: "按示例合同的控制幅度清算（金额为示例）",
    en: "Settlement by the example contract (example amounts)",
  },
  silent: { zh: "金额由合同约定的险种", en: "A cover whose amount is the contract's" },
  budget: {
    zh: "一年的保费补助预算（人数、保费为示例）",
    en: "A year's budget of the premium subsidy (numbers and premiums are made up)",
  },
  bodies: { zh: "补充医疗保险由谁办理", en: "Who carries out the supplementary medical insurance" },
  open: { zh: "文件未规定、须由合同或部门明确的事项", en: "What the opinion leaves open" },
} as const;

/** As an insurer would keep it, once, beside its system. */
const contractJson = `{
  "benefit": {
    "schedule": [
      { "upTo": "10000", "rate": "0.6" },
      { "upTo": "50000", "rate": "0.5" },
      { "rate": "0.4" }
    ],
    "limit": "80000"
  },
  "settlement": { "corridor": { "profitLimit": "0.05", "lossLimit": "0.05" } }
}`;

/** The whole example as text. */
export function lishuiExample(locale: Locale): string {
  const heading = (name: keyof typeof words) => `\n== ${words[name][locale]} ==`;
  const said = (result: Parameters<typeof explain>[0]) => explain(result, { locale });
  const household = { category: "marginalMinimumLiving", insured: true, occurredOn: "2018-03-05" } as const;

  const entitled = lishui.checkSubsidy({
    cover: "agriculture",
    category: household.category,
    existingProduct: true,
    requested: true,
  });
  const subsidy = lishui.premiumSubsidy({ cover: "agriculture", householdPremium: "33.33" });

  const loan = lishui.assessClaim({
    cover: "loanGuarantee",
    facts: { ...household, lossOnInsuredLoan: true },
    loss: { principalLoss: "70000", interestLoss: "1234.56" },
  });

  const contract = lishui.contractTerms(JSON.parse(contractJson) as Parameters<typeof lishui.contractTerms>[0]);
  const medical = lishui.assessClaim({
    cover: "supplementaryMedical",
    facts: { ...household, setting: "inpatient", thirdPartyLiable: false },
    loss: { selfPaidToDate: "60000", ...contract.benefit },
    dates: { claimReceivedOn: "2018-03-20" },
  });

  const collapse = {
    cover: "farmhouse",
    facts: { ...household, collapsed: true, peril: "naturalDisaster" },
  } as const;
  const silent = lishui.assessClaim(collapse);
  const paid = lishui.assessClaim({ ...collapse, loss: { contractAmount: "8000" } });

  const budget = lishui.subsidyBudget({
    rows: [
      { cover: "ruralMicro", persons: 1200, price: "30" },
      { cover: "supplementaryMedical", persons: 1200, price: "120" },
      { cover: "agriculture", persons: 300, price: "33.33" },
    ],
  });

  return [
    `== ${lishui.policy.title[locale]} ${lishui.policy.document.number} ==`,
    heading("farm"),
    said(entitled),
    said(subsidy),
    heading("loan"),
    said(loan),
    heading("contract"),
    contractJson,
    heading("medical"),
    said(medical),
    heading("settlement"),
    said(lishui.settle({ premium: "1000000", claims: "800000", ...contract.settlement })),
    heading("silent"),
    said(silent),
    said(paid),
    heading("budget"),
    said(budget),
    heading("bodies"),
    said(lishui.administratorFor({ cover: "supplementaryMedical" })),
    heading("open"),
    ...Object.values(lishui.unspecified).map(({ clause, text }) => `  ${clause.path}  ${text[locale]}`),
  ].join("\n");
}
