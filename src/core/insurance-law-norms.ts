import { frozen } from "./frozen.js";
import { insuranceLawNumber } from "./insurance-law.js";
import { citing } from "./policy.js";

const { norm } = citing(insuranceLawNumber);

/**
 * 《保险法》各条是如何处理的。
 * What became of each norm of the law that is used here.
 */
export const insuranceLawNorms = frozen([
  norm("第二十二条", "材料不完整的，应及时一次性通知补充", "Further documents are to be asked for once and at once", {
    status: "data",
    where: ["supplementRequestedOn"],
  }),
  norm(
    "第二十三条",
    "及时核定，情形复杂的三十日内；达成协议后十日内支付",
    "Decide promptly, within 30 days if complex; pay within 10 days of agreement",
    {
      status: "computed",
      rules: ["insuranceLawDeadlines"],
    },
  ),
  norm(
    "第二十四条",
    "拒赔自核定之日起三日内发出通知并说明理由",
    "A refusal is sent with reasons within 3 days of the decision",
    {
      status: "computed",
      rules: ["insuranceLawDeadlines"],
    },
  ),
  norm(
    "第二十五条",
    "六十日内数额不能确定的，先予支付可以确定的数额",
    "After 60 days without a final amount, what is certain is paid first",
    {
      status: "computed",
      rules: ["insuranceLawDeadlines"],
    },
  ),
]);
