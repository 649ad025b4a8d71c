/*
 * npm run demo [-- --locale en] [--persons N] [--detail]: a year of each programme as a decision maker reads it; with --detail the worked
 * examples too, step by step.
 */
import { parseArgs } from "node:util";
import { chongqingExample } from "./chongqing.js";
import { lishuiExample } from "./lishui.js";
import { luozhuangExample } from "./luozhuang.js";
import { yearExample } from "./year.js";
import { zhumadianExample } from "./zhumadian.js";

const { values } = parseArgs({
  options: {
    locale: { type: "string", default: "zh" },
    persons: { type: "string", default: "2000" },
    detail: { type: "boolean", default: false },
  },
});
const { locale, detail } = values;
const persons = Number(values.persons);
if ((locale !== "zh" && locale !== "en") || !Number.isSafeInteger(persons) || persons < 1) {
  console.error("--locale zh | en, --persons 1, 2, …");
  process.exit(2);
}

console.log(`${yearExample(locale, persons, detail)}\n`);
for (const example of detail ? [chongqingExample, zhumadianExample, luozhuangExample, lishuiExample] : []) {
  console.log(`${example(locale)}\n`);
}
