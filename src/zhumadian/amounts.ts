import type { Money } from "../core/money.js";

const wholeYuan = /\.00$/;

/** An amount as it stands within a name: plain yuan, without decimals where it is whole. */
export const plain = (amount: Money): string => amount.toString().replace(wholeYuan, "");
