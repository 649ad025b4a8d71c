import { clausePages } from "./clauses.js";
import { entrances } from "./entrances.js";
import { guideOverview, guidePages } from "./guides.js";
import type { Page } from "./page.js";
import { programmePages } from "./programmes.js";
import { rulePages } from "./rules.js";

/** Every page of the site but the API's. */
export const pages: readonly Page[] = [
  ...entrances,
  ...programmePages,
  ...rulePages,
  ...clausePages,
  guideOverview,
  ...guidePages,
];
