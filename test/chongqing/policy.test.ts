import { describe, expect, it } from "vitest";
import { amend, chongqing, percent, type Amendment, type Norm, type PolicyInputError } from "huimin-rules";

const { norms, policy, reasons, unspecified } = chongqing;

describe("渝民〔2020〕238号", () => {
  /** Every sentence and numbered item of the notice, by its first words, and the norm (by its summary's first words) that accounts for it. */
  const sentences: Readonly<Record<string, readonly (readonly [words: string, summary: string])[]>> = {
    引言: [["为深入贯彻落实", "根据中办发〔2020〕18号"]],
    一: [
      ["坚持政府主导、市场运作", "政府主导、市场运作"],
      ["“民政惠民济困保”实行全市统筹", "全市统筹"],
    ],
    二: [
      ["参保对象为", "五类参保对象"],
      ["参保对象有交叉重叠的", "交叉重叠的不重复参保"],
      ["已参保扶贫部门“精准脱贫保”的", "已参保精准脱贫保的"],
      ["参保时间为2020年11月1日", "参保时间共十四个月"],
      ["其中2020年11月至2021年10月", "参保时间共十四个月"],
      ["参保标准为120元/人·年", "参保标准每人每年120元"],
      ["由市民政局统一", "由市民政局统一购买"],
      ["部分享受国家定期抚恤补助的优抚对象", "“部分”优抚对象的筛选"],
    ],
    三: [
      ["保障范围包含", "保障范围五大类"],
      ["承保保险公司承担以下责任", "保障范围五大类"],
    ],
    "三(一)": [["小额意外", "意外身故2000元"]],
    "三(二)": [["大病补充", "疾病住院"]],
    "三(二)1": [["0元-10000元（含）按25%补偿", "0至10000元"]],
    "三(二)2": [["10000元-50000元（含）按30%补偿", "10000至50000元"]],
    "三(二)3": [["50000元以上按35%补偿", "50000元以上"]],
    "三(三)": [["疾病身故", "因疾病身故2000元"]],
    "三(四)": [
      ["参保对象年龄在3－22周岁（含）的在校学生", "3至22周岁在校学生"],
      ["在校学生", "幼儿园在园幼儿"],
      ["重大疾病包括", "重大疾病为所列二十种"],
    ],
    "三(五)": [
      ["参保对象参加高考或研究生考试", "参加高考或研究生考试"],
      ["补助金标准", "大专2000元"],
    ],
    "四(一)": [
      ["通过政府采购公开招标", "公开招标确定5家"],
      ["承保保险公司要切实做好", "承保公司的服务"],
    ],
    "四(二)": [
      ["市民政局与承保保险公司签订", "框架协议约定"],
      ["各区县（自治县）民政局及市民政局", "区县民政局、直属单位"],
      ["投保理赔流程", "理赔时限未规定"],
    ],
    "四(三)": [
      ["两个保险年度首次参保人员", "每个保障期间首月"],
      ["以参保当月", "保障自参保当月哪日起"],
      ["优抚对象参保人员名单", "优抚对象名单"],
      ["保险理赔按照便捷有效的原则", "集中理赔"],
    ],
    "四(四)": [
      ["民政、财政、银保监、退役军人事务部门", "四部门监督管理"],
      ["可以聘请第三方机构", "可以聘请第三方机构"],
      ["对于工作开展不力", "评估不符合要求"],
    ],
    五: [
      ["参保所需费用由市民政局牵头", "保费由市民政局"],
      ["项目运行遵循", "收支平衡"],
      ["实际赔付率不足85%的", "实际赔付率不足85%"],
      ["若实际赔付率在90%—100%之间", "90%至100%之间"],
      ["在85%至90%之间（未规定）", "85%至90%之间"],
      ["若实际赔付率超过100%", "超过100%的部分"],
      ["赔付率及保费调整的计算", "以所有承保公司数据合计计算"],
      ["赔付率及保费调整的计算", "赔付率的口径"],
    ],
    "六(一)": [
      ["各级、各有关部门、各有关单位", "统一思想"],
      ["建立市民政、市财政", "联席会议"],
    ],
    "六(二)": [
      ["涉及参保对象审核管理", "各有关部门各负其责"],
      ["民政部门要做好项目统筹", "民政部门统筹"],
      ["财政部门负责", "财政部门负责"],
      ["银保监部门负责", "银保监部门监管"],
      ["退役军人事务部门负责", "退役军人事务部门"],
      ["承保保险公司要根据框架协议", "承保公司做好投保"],
      ["各区县（自治县）民政局、退役军人事务局", "区县、镇街、村"],
    ],
    "六(三)": [
      ["各级、各有关部门及承保保险公司", "宣传政策"],
      ["要充分发挥", "讲师的选拔"],
      ["同时，要密切跟踪分析舆情", "跟踪舆情"],
    ],
    附件: [["承保保险公司及服务地点", "承保保险公司及服务地点"]],
  };

  it("accounts for every sentence and numbered item of the notice, and for nothing that is not there", () => {
    const accounted = Object.entries(sentences).flatMap(([path, all]) => all.map(([, summary]) => ({ path, summary })));
    const isOf = (norm: Norm, { path, summary }: (typeof accounted)[number]) =>
      norm.path === path && norm.summary.zh.startsWith(summary);
    expect(accounted.filter((each) => norms.filter((norm) => isOf(norm, each)).length !== 1)).toEqual([]);
    expect(
      norms.filter((norm) => !accounted.some((each) => isOf(norm, each))).map(({ summary }) => summary.zh),
    ).toEqual([]);
  });

  it("supplies nothing itself where the notice is silent: no open matter is decided by a default", () => {
    for (const { text } of Object.values(unspecified)) {
      expect(text.zh).not.toContain("默认");
      expect(text.en).not.toMatch(/assumed|default/);
    }
  });

  it("each reading's reason quotes the few words at stake", () => {
    for (const [name, { zh }] of Object.entries(reasons))
      expect([name, zh]).toEqual([name, expect.stringMatching(/“.+”/)]);
  });

  it("carries the document's own data", () => {
    expect(policy.document).toEqual({
      number: "渝民〔2020〕238号",
      title: { zh: "关于实施“民政惠民济困保”项目的通知", en: expect.any(String) as string },
      issuers: ["重庆市民政局", "重庆市财政局", "重庆市退役军人事务局", "重庆银保监局"],
      issuedOn: "2020-12-21",
      checkedOn: "2026-11-25",
      inForce: { from: "2020-11-01", to: "2021-12-31" },
      area: { codes: ["50"] },
    });
  });
});

describe("amended terms together", () => {
  type Terms = Amendment<typeof policy.terms>;

  const refused = (terms: Terms) => {
    try {
      amend(policy, { terms });
      return [];
    } catch (error) {
      return (error as PolicyInputError).issues.map(({ path, code }) => [code, path.join(".")]);
    }
  };

  it.each<[Terms, string]>([
    [{ first: { to: "2020-10-31" } }, "first"], // before its own first day
    [{ second: { from: "2021-10-30" } }, "first"], // before the first period's last day
    [{ second: { to: "2021-10-31" } }, "first"], // before its own first day
    [{ studentCriticalIllness: { minimumAge: 23 } }, "studentCriticalIllness.minimumAge"],
    [{ settlement: { refundBelow: percent("90.01") } }, "settlement"],
    [{ settlement: { sharedTo: percent("89.99") } }, "settlement"],
  ])("one step over is refused: %j", (terms, path) => {
    expect(refused(terms)).toEqual([["CONFLICT", `terms.${path}`]]);
  });

  it.each<[Terms]>([
    [{ first: { to: "2020-11-01" } }],
    [{ second: { from: "2021-10-31" } }],
    [{ second: { to: "2021-11-01" } }],
    [{ studentCriticalIllness: { minimumAge: 22 } }],
    [{ settlement: { refundBelow: percent(90) } }],
    [{ settlement: { sharedTo: percent(90) } }],
  ])("what is equal goes together: %j", (terms) => {
    expect(refused(terms)).toEqual([]);
  });
});
