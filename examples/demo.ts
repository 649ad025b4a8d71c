/* npm run demo [-- --locale en]: the worked example of every programme. */
import { parseArgs } from "node:util";
import { chongqingExample } from "./chongqing.js";
import { lishuiExample } from "./lishui.js";
import { luozhuangExample } from "./luozhuang.js";
import { zhumadianExample } from "./zhumadian.js";

const { values } = parseArgs({ options: { locale: { type: "string", default: "zh" } } });
if (values.locale !== "zh" && values.locale !== "en") {
  console.error("--locale zh | en");
  process.exit(2);
}

for (const example of [chongqingExample, zhumadianExample, luozhuangExample, lishuiExample]) {
  console.log(`${example(values.locale)}\n`);
}
