import { frozen } from "../core/frozen.js";
import { citing, type Clause } from "../core/policy.js";
import type { Text } from "../core/text.js";
import { documentNumber, type activities, type CoverName } from "./policy.js";

const { clause } = citing(documentNumber);

// 五 Who carries it out -----------------------------------------------------------------------------------------------

/**
 * 一个险种的组织实施单位。
 * The bodies responsible for a cover.
 */
export interface Administration {
  /** The clause that names them. */
  readonly clause: Clause;
  /** The bodies, in the city and in each county. */
  readonly bodies: readonly Text[];
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

/** A body that exists in the city and in each county, city or district below it. */
const atBothLevels = (path: string, zh: string, en: string): Administration => ({
  clause: clause(path),
  bodies: [
    { zh: `市${zh}`, en: `municipal ${en}` },
    { zh: `县（市、区）${zh}`, en: `county ${en}` },
  ],
});

const agricultureOffices = atBothLevels("五(三)", "农办（扶贫办）", "agriculture office (poverty-alleviation office)");
const developmentAndReform = atBothLevels(
  "五(四)",
  "发改部门（农险办）",
  "development and reform authority (agricultural-insurance office)",
);

/** 五: the bodies responsible for each cover. */
export const administrators: Readonly<Record<CoverName, Administration>> = frozen({
  ruralMicro: atBothLevels("五(一)", "民政局", "civil affairs bureau"),
  supplementaryMedical: atBothLevels("五(二)", "人力社保局", "human resources and social security bureau"),
  loanGuarantee: agricultureOffices,
  loanProject: agricultureOffices,
  farmhouse: developmentAndReform,
  agriculture: developmentAndReform,
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
