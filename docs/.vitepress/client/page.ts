import type { AnyRule } from "huimin-rules/core";
import { calculator } from "./calculator.js";

/** Starts the calculator of a page: of the rule that it names, or of all. */
export function start(rules: readonly AnyRule[]): void {
  const mount = document.querySelector<HTMLElement>(".calculator");
  const usual = rules.find(({ id }) => id.endsWith(".assessClaim")) ?? rules[0];
  if (mount === null || usual === undefined) return;
  const rule = rules.find(({ id }) => id === mount.dataset["rule"]);
  calculator({
    mount,
    rules,
    rule: rule ?? usual,
    isFixed: rule !== undefined,
    locale: document.documentElement.lang === "en" ? "en" : "zh",
    clauses: document.querySelector<HTMLElement>(".clauses"),
    keepsAddress: true,
  });
}
