import { describe, expect, it } from "vitest";
import { catalogue, chongqing, isRule, type Text } from "huimin-rules";

const { policy } = chongqing;

describe("渝民〔2020〕238号", () => {
  it("is frozen through and through", () => {
    const unfrozen: string[] = [];
    const walk = (value: unknown, path: string) => {
      if (typeof value !== "object" || value === null) return;
      if (!Object.isFrozen(value)) unfrozen.push(path);
      for (const [name, part] of Object.entries(value)) walk(part, `${path}.${name}`);
    };
    walk(policy, "policy");
    expect(unfrozen).toEqual([]);
  });

  it("accounts for every numbered clause of the notice", () => {
    const numbered = ["一", "二", "三", "三(一)", "三(二)", "三(三)", "三(四)", "三(五)"];
    numbered.push("四(一)", "四(二)", "四(三)", "四(四)", "五", "六(一)", "六(二)", "六(三)", "附件");
    const listed = new Set(policy.clauses.map(({ path }) => path));
    expect(numbered.filter((path) => !listed.has(path))).toEqual([]);
  });

  it("names only rules that exist, and every rule of the module", () => {
    const named = new Set(policy.clauses.flatMap((entry) => (entry.status === "computed" ? entry.rules : [])));
    const rules = Object.entries(chongqing).flatMap(([name, value]) => (isRule(value) ? [name] : []));
    expect([...named].sort()).toEqual(rules.sort());
    for (const name of rules) expect(catalogue[`chongqing.${name}`]?.id).toBe(`chongqing.${name}`);
  });

  it("names only open matters that are declared, and every one of them", () => {
    const named = new Set(policy.clauses.flatMap((entry) => (entry.status === "unspecified" ? entry.names : [])));
    expect([...named].sort()).toEqual(Object.keys(policy.unspecified).sort());
  });

  it("every default reading is one of its choices, and every text speaks both languages", () => {
    for (const { default: usual, choices } of Object.values(policy.readings)) {
      expect(Object.keys(choices)).toContain(usual);
      expect(Object.keys(choices).length).toBeGreaterThan(1);
    }
    const texts: Text[] = [];
    const walk = (value: unknown) => {
      if (typeof value !== "object" || value === null) return;
      if ("zh" in value) texts.push(value as Text);
      Object.values(value).forEach(walk);
    };
    walk(policy);
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/[a-z]/i);
    }
  });

  it("carries the document's own data", () => {
    expect(policy.document).toEqual({
      number: "渝民〔2020〕238号",
      title: { zh: "关于实施“民政惠民济困保”项目的通知", en: expect.any(String) as string },
      issuers: ["重庆市民政局", "重庆市财政局", "重庆市退役军人事务局", "重庆银保监局"],
      issuedOn: "2020-12-21",
    });
  });
});
