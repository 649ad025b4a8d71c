import { describe, expect, it } from "vitest";
import { explain } from "huimin-rules/core";
import * as luozhuang from "huimin-rules/luozhuang";

describe("罗扶办发〔2020〕6号 in words", () => {
  it("explains a single deadline", () => {
    const deadline = luozhuang.institutionReimbursementDeadline({ advancedOn: "2020-01-31" });
    expect(explain(deadline, { rules: luozhuang })).toMatch(/^罗庄.+\n时限\n {2}2020-02-29 {2}五\(三\) {2}/);
  });
});
