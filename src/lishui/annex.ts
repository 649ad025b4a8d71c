import { frozen } from "../core/frozen.js";
import { citing, type Clause } from "../core/policy.js";
import type { Text } from "../core/text.js";
import { documentNumber, type activities, type CoverName } from "./policy.js";

const { clause } = citing(documentNumber);

// 五 Who carries it out -----------------------------------------------------------------------------------------------

/**
 * 一个险种的组织实施单位及分工。
 * The bodies responsible for a cover, and who of them does what; `null` where the opinion names nobody.
 */
export interface Administration {
  /** The clause that names them. */
  readonly clause: Clause;
  /** The department, by the name that city and counties share. */
  readonly department: Text;
  /** The bodies, in the city and in each county. */
  readonly bodies: readonly Text[];
  /** Who signs the agreement with the insurer. */
  readonly signs: Text | null;
  /** Who collects the premium and pays it. */
  readonly collects: Text | null;
  /** Who checks and confirms the premium. */
  readonly checks: Text | null;
  /** Who puts the figures of the whole city together. */
  readonly reports: Text | null;
}

/**
 * 一个险种的承保机构。
 * Who underwrites a cover, or by whom the underwriter is chosen.
 */
export interface Underwriting {
  /** The clause that says so. */
  readonly clause: Clause;
  /** The underwriter; `null` where the opinion names nobody. */
  readonly underwriter: Text | null;
}

/** A department that exists in the city and in each county, city or district below it. */
const atBothLevels = (department: Text) => ({
  department,
  bodies: [
    { zh: `市${department.zh}`, en: `municipal ${department.en}` },
    { zh: `县（市、区）${department.zh}`, en: `county ${department.en}` },
  ],
});

const civilAffairs = { zh: "民政局", en: "civil affairs bureau" };
const socialSecurity = { zh: "人力社保局", en: "human resources and social security bureau" };
const agricultureOffice = { zh: "农办（扶贫办）", en: "agriculture office (poverty-alleviation office)" };
const developmentAndReform = {
  zh: "发改部门（农险办）",
  en: "development and reform authority (agricultural-insurance office)",
};
const ofCity = ({ zh, en }: Text): Text => ({ zh: `市${zh}`, en: `municipal ${en}` });
const ofCounties = ({ zh, en }: Text): Text => ({ zh: `各县（市、区）${zh}`, en: `${en} of each county` });

/** 五(三): 各县（市、区）农办（扶贫办）分别签订保险协议、审核确认保险费用。 */
const loans: Administration = {
  clause: clause("五(三)"),
  ...atBothLevels(agricultureOffice),
  signs: ofCounties(agricultureOffice),
  collects: null,
  checks: ofCounties(agricultureOffice),
  reports: ofCity(agricultureOffice),
};

/** 五(四): 市、县（市、区）发改部门（农险办）签订保险协议、审核确认需政府承担或补助的费用。 */
const farms: Administration = {
  clause: clause("五(四)"),
  ...atBothLevels(developmentAndReform),
  signs: {
    zh: "市、县（市、区）发改部门（农险办）",
    en: "municipal and county development and reform authority (agricultural-insurance office)",
  },
  collects: null,
  checks: {
    zh: "市、县（市、区）发改部门（农险办）",
    en: "municipal and county development and reform authority (agricultural-insurance office)",
  },
  reports: {
    zh: "市发改委（农险办）",
    en: "municipal development and reform commission (agricultural-insurance office)",
  },
};

/** 五: the bodies responsible for each cover, and who does what. */
export const administrators: Readonly<Record<CoverName, Administration>> = frozen({
  ruralMicro: {
    clause: clause("五(一)"),
    ...atBothLevels(civilAffairs),
    signs: {
      zh: "各县（市、区），由市民政局督促指导",
      en: "each county, guided by the municipal civil affairs bureau",
    },
    collects: null,
    checks: null,
    reports: ofCity(civilAffairs),
  },
  supplementaryMedical: {
    clause: clause("五(二)"),
    ...atBothLevels(socialSecurity),
    signs: ofCity(socialSecurity),
    collects: ofCity(socialSecurity),
    checks: null,
    reports: ofCity(socialSecurity),
  },
  loanGuarantee: loans,
  loanProject: loans,
  farmhouse: farms,
  agriculture: farms,
});

const underwrittenBy = (path: string, zh: string, en: string): Underwriting => ({
  clause: clause(path),
  underwriter: { zh, en },
});

const pool = underwrittenBy(
  "五(三)",
  "市政策性农业保险共保体（市农险共保体）",
  "the municipal pool for policy agricultural insurance",
);
const chosenByCounty = underwrittenBy(
  "五(三)",
  "各县（市、区）自行选择确定的承保机构",
  "an insurer chosen by the county",
);
const insurersAndPool = underwrittenBy(
  "五(四)",
  "相关保险机构及农险共保体（以保险协议为准）",
  "the insurers concerned and the agricultural pool (as their agreement says)",
);

/** 五: who underwrites each cover. */
export const underwriters: Readonly<Record<Exclude<CoverName, "loanProject">, Underwriting>> = frozen({
  ruralMicro: underwrittenBy(
    "五(一)",
    "市民政局通过政府招标选定的全市统一承保机构",
    "one insurer for the city, chosen by tender of the municipal civil affairs bureau",
  ),
  supplementaryMedical: underwrittenBy(
    "五(二)",
    "市人力社保局通过政府招标选定的承保机构",
    "an insurer chosen by tender of the municipal human resources and social security bureau",
  ),
  loanGuarantee: underwrittenBy(
    "五(三)",
    "市小额贷款保证保险运营管理中心（市小贷险运管中心）",
    "the municipal centre for small-loan guarantee insurance",
  ),
  farmhouse: insurersAndPool,
  agriculture: insurersAndPool,
});

/** 五(三): who underwrites the loan-project cover, by what the loan is used for. */
export const loanProjectUnderwriters: Readonly<Record<keyof typeof activities, Underwriting>> = frozen({
  planting: pool,
  breeding: pool,
  manufacturing: chosenByCounty,
  trade: chosenByCounty,
  storageLogistics: chosenByCounty,
  other: { clause: clause("五(三)"), underwriter: null },
});
