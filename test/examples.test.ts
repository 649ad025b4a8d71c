import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const printed = new Map<string, string>();
function demo(locale: string): string {
  const text = printed.get(locale) ?? run(locale);
  printed.set(locale, text);
  return text;
}
const run = (locale: string) =>
  execFileSync(process.execPath, ["--import", "tsx", "examples/demo.ts", "--locale", locale, "--detail"], {
    cwd: root,
    encoding: "utf8",
  });

describe("npm run demo", () => {
  it("assesses the claims in Chinese: every cover, every outcome, a missing fact, bad records by line number", () => {
    const text = demo("zh");
    const decided = new Map(
      [...text.matchAll(/^(\d+) +(\S+) +(\S+) +(符合|不符合|待查明) +(\S+)/gm)].map(
        ([, line, id, cover, outcome, payable]) => [id, [line, cover, outcome, payable]],
      ),
    );
    expect(Object.fromEntries(decided)).toEqual({
      "real-2018-hospital": ["1", "大病补充", "符合", "77150.00"],
      "real-2018-death": ["2", "疾病身故", "符合", "2000.00"],
      "CQ-003": ["3", "小额意外", "符合", "17000.00"],
      "CQ-004": ["4", "小额意外", "符合", "5000.00"],
      "CQ-005": ["5", "小额意外", "符合", "500.00"],
      "CQ-006": ["6", "大病补充", "符合", "15000.00"],
      "CQ-007": ["7", "大病补充", "符合", "0.00"],
      "CQ-008": ["8", "大病补充", "不符合", "0.00"],
      "CQ-009": ["9", "大病补充", "待查明", "待补事实"],
      "CQ-010": ["10", "大病补充", "符合", "待补损失"],
      "CQ-011": ["11", "疾病身故", "不符合", "0.00"],
      "CQ-012": ["12", "学生重大疾病", "符合", "10000.00"],
      "CQ-013": ["13", "学生重大疾病", "不符合", "0.00"],
      "CQ-014": ["14", "困难人群升学补助金", "符合", "3000.00"],
      "CQ-015": ["15", "困难人群升学补助金", "不符合", "0.00"],
      "CQ-018": ["18", "疾病身故", "符合", "2000.00"],
    });
    expect(text).toContain("合计应付: 131650.00");
    expect(text).toMatch(
      /第 16 行 \(CQ-016\)\n {2}“facts\.occuredOn”：[^]*“loss\.outOfCatalogueToDate”：[^]*“dates\.claimReceivedOn”：/,
    );
    expect(text).toMatch(/第 17 行 \(\?\)\n {2}不是完整的 JSON 对象/);
    expect(text).toContain("10000.00 × 25% + 40000.00 × 30% + 179000.00 × 35%");
    expect(text).toMatch(/承保保险公司盈亏 +9929999\.75/);
  });

  it("shows the worked example of every other programme", () => {
    const text = demo("zh");
    for (const expected of [
      /驻政办〔2019〕66号[^]*赔付率 +99\.501%[^]*承保机构承担 +1162565\.00[^]*每件平均: 591\.05/,
      /2020-02-04 {2}一\(二\) {2}完成赔付（10000元以上）：应于2020-02-04前（含当日）；自2020-01-17起7个工作日内/,
      /flat800 +800\.00\n +halfUpTo800 +500\.01/,
      /医疗救助支付 +10000\.00[^]*医疗机构减免（政策范围内） +1700\.00[^]*医疗商业补充保险支付 +6100\.00[^]*个人合计负担 +15200\.00/,
      /保险机构分担 +49864\.19[^]*银行分担（其余部分） +21370\.37/,
      /示例合同（以下档次、比例、幅度均为示例，不是政策规定）[^]*结论：承保机构应赔付：30000\.00元/,
    ]) {
      expect(text).toMatch(expected);
    }
  });

  it("shows a year first: what was paid and to whom, who settles, what else would cost, each step held against the last", () => {
    const text = demo("zh");
    expect(text).toMatch(/^== 一年的账（示例数据，种子固定） ==\n重庆，第一保障期间/);
    const [, total = "", paid = "", due = "", overpaid = ""] =
      /^ {2}合计 +\d+ +\d+ +\d+ +\d+ +\d+ +\d+ +(\S+) +(\S+) +(\S+) +(\S+)$/m.exec(text) ?? [];
    const fen = (amount: string) => Math.round(Number(amount) * 100);
    expect(fen(total)).toBeGreaterThan(0);
    expect(fen(total) - fen(paid)).toBe(fen(due) - fen(overpaid));
    for (const step of ["各人台账应得之和＝汇总应得", "按险种汇总＝按公司汇总", "汇总应得＝清算赔款"]) {
      expect(text).toMatch(new RegExp(`${step} +${total.replace(".", "\\.")}`));
    }
    expect(text).toMatch(/合同：起付标准2000元、年度限额20万元 +\d+ +0 +\+\d+\.\d\d/);
    expect(text).toMatch(/驻马店“一元民生”救助保险 +8000 +8000\.00/);
  });

  it("tells no details unless they are asked for, and refuses other numbers of persons", () => {
    const call = (...args: string[]) =>
      spawnSync(process.execPath, ["--import", "tsx", "examples/demo.ts", ...args], { cwd: root, encoding: "utf8" });
    const short = call("--persons", "50");
    expect(short.status).toBe(0);
    expect(short.stdout).not.toContain("理赔核定结果");
    expect(call("--persons", "0").status).toBe(2);
  });

  it("speaks English", () => {
    const text = demo("en");
    expect(text).toContain("Payable in all: 131650.00");
    expect(text).toMatch(/line 17 \(\?\)\n {2}not a complete JSON object/);
  });
});
