import { catalogue, yuan, percent } from "huimin-rules";
import { files } from "./schemas.js";

/** A nest of lists, deeper than any stack. */
const nest = (depth: number) => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`) as unknown;

/** Names and words of the rules, and those that languages give a meaning. */
export const words: readonly string[] = [
  ...["__proto__", "constructor", "prototype", "toString", "valueOf", "then", "toJSON", "length", "hasOwnProperty"],
  ...["", " ", "，", "\n", "\u0000", "\ud800", "\ufeff", "\u202e", "𠮷", "NaN", "Infinity", "-0", "1e309", "0x10"],
  ...["１２３", "1,000", "￥5", "百分之五", "2021-02-29", "2021/3/2", "20210302", "9999-12-31", "0000-01-01"],
  ...["=1+1", "@SUM(A1)", "+1", "-1", "0.005", "9999999999999.99", "99999999999999999999"],
  ...Object.keys(catalogue),
  ...files,
];

/** What no form gives, and JSON can say. */
export const asIs: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.1, 1e21, 5e-324, 2 ** 53, "", "0", "1", "是", "否"],
  ...[[], {}, [[]], [null], { zh: "", en: "" }, nest(30), "9".repeat(400), "项".repeat(3000)],
  ...["2020-11-01", "2021-03-02", "2021-12-31", "2026-12-31", "2027-01-01", "2021-03", "0.25", "58000", "150000.00"],
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  ...words.slice(0, 40),
];

const circle: Record<string, unknown> = {};
circle["self"] = circle;

class Amount {
  readonly value = "1";
  toString(): string {
    return "1";
  }
}

const throwing = () => {
  throw new TypeError("a trap");
};

/** What JSON cannot say, made anew where a call may change it. */
export const traps: readonly (() => unknown)[] = [
  () => undefined,
  () => NaN,
  () => -0,
  () => Infinity,
  () => 10n ** 40n,
  () => Symbol("odd"),
  () => () => "1",
  () => new Date("2021-03-02"),
  () => new Date(NaN),
  () => new Map([["a", 1]]),
  () => new Set([1]),
  () => new Amount(),
  () => new String("1"),
  () => Object.create({ outOfCatalogueToDate: "1", cover: "accident" }) as unknown,
  () => Object.assign(Object.create(null) as object, { zh: "1" }),
  () => circle,
  () => new Proxy({}, { get: throwing, ownKeys: throwing, has: throwing, getPrototypeOf: throwing }),
  () => new Proxy([], { get: throwing }),
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  () => ({ toString: throwing, valueOf: throwing, toJSON: throwing }),
  () => ({ then: (resolve: (value: unknown) => void) => resolve(1) }),
  () => new Array<unknown>(3),
  () => Object.assign([1], { extra: true }),
  () => new Uint8Array(3),
  () => Promise.resolve(1),
  () => yuan("1"),
  () => percent(5),
  () => nest(20_000),
];
